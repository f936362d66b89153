//! What a reader sees in a signed field: lines of text as outlines of their letters, so that no font resource is needed and
//! PDF/A cannot break.

use core::fmt::Write as _;

use lopdf::{Object, Stream, dictionary};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use super::PdfProblem;

/// The text in a signed field.
#[derive(Clone, Copy, Debug)]
pub struct Appearance<'a> {
    /// The lines, the uppermost first. They are made smaller together until they fit.
    pub lines: &'a [String],
    /// A TrueType font that has every character of the lines.
    pub font: &'a [u8],
}

/// The largest letters, in points.
const LARGEST: f32 = 8.0;
/// From one base line to the next, in sizes of the letters.
const LEADING: f32 = 1.25;
/// Room at each edge, in points.
const MARGIN: f32 = 2.0;

impl Appearance<'_> {
    /// The drawing for a field of this size, in points.
    pub(super) fn draw(&self, width: f32, height: f32) -> Result<Object, PdfProblem> {
        let face = Face::parse(self.font, 0).map_err(|_| PdfProblem::Font)?;
        let lines = self.lines.iter().map(|line| shapes(&face, line)).collect::<Result<Vec<_>, _>>()?;
        let units = f32::from(face.units_per_em());
        let widest = lines.iter().map(|line| advance(&face, line)).fold(1.0, f32::max) / units;
        #[expect(clippy::cast_precision_loss, reason = "a field has a few lines")]
        let down = (lines.len().max(1) as f32) * LEADING;
        let size = LARGEST.min((width - 2.0 * MARGIN) / widest).min((height - 2.0 * MARGIN) / down).max(0.1);
        let mut pen =
            Pen { out: String::from("0 g\n"), scale: size / units, x: 0.0, y: 0.0, last: (0.0, 0.0) };
        pen.y = height - MARGIN;
        for line in &lines {
            pen.y -= size * LEADING;
            pen.x = MARGIN;
            for glyph in line {
                let _ = face.outline_glyph(*glyph, &mut pen);
                pen.x += f32::from(face.glyph_hor_advance(*glyph).unwrap_or(0)) * pen.scale;
            }
            // One fill for each line: letters of one line do not lie over each other.
            pen.out.push_str("f\n");
        }
        let bounds: Vec<Object> = [0.0, 0.0, width, height].map(Object::Real).to_vec();
        let form = dictionary! {
            "Type" => "XObject", "Subtype" => "Form", "BBox" => bounds, "Resources" => lopdf::Dictionary::new(),
        };
        let mut stream = Stream::new(form, pen.out.into_bytes());
        stream.compress().map_err(|why| PdfProblem::Unreadable(why.to_string()))?;
        Ok(Object::Stream(stream))
    }
}

fn shapes(face: &Face<'_>, line: &str) -> Result<Vec<GlyphId>, PdfProblem> {
    let shape = |c: char| face.glyph_index(c).ok_or(PdfProblem::Character(format!("U+{:04X}", u32::from(c))));
    line.chars().map(shape).collect()
}

fn advance(face: &Face<'_>, line: &[GlyphId]) -> f32 {
    line.iter().map(|glyph| f32::from(face.glyph_hor_advance(*glyph).unwrap_or(0))).sum()
}

/// Writes outlines as path operators (8.5.2).
struct Pen {
    out: String,
    scale: f32,
    x: f32,
    y: f32,
    last: (f32, f32),
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y + y * self.scale)
    }

    fn put(&mut self, numbers: &[(f32, f32)], operator: &str) {
        for (x, y) in numbers {
            // Writing to a string does not fail.
            let _ = write!(self.out, "{x:.2} {y:.2} ");
        }
        self.out.push_str(operator);
        self.out.push('\n');
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.last = (x, y);
        self.put(&[self.at(x, y)], "m");
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.last = (x, y);
        self.put(&[self.at(x, y)], "l");
    }

    /// A quadratic curve as the cubic one that is the same.
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x0, y0) = self.last;
        let third = |from: f32, to: f32| from + (to - from) * 2.0 / 3.0;
        let (a, b) = ((third(x0, x1), third(y0, y1)), (third(x, x1), third(y, y1)));
        self.curve_to(a.0, a.1, b.0, b.1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.last = (x, y);
        self.put(&[self.at(x1, y1), self.at(x2, y2), self.at(x, y)], "c");
    }

    fn close(&mut self) {
        self.out.push_str("h\n");
    }
}
