//! Reading the finished pages: their text, and where the signature boxes are.

use super::BoxPlace;
use typst::foundations::Label;
use typst::introspection::{Introspector, PagedPosition};
use typst::layout::{Frame, FrameItem, Point, Size};
use typst::text::TextItem;
use typst::utils::PicoStr;
use typst::visualize::Paint;
use typst_layout::PagedDocument;

/// The text of every page, a line break wherever the baseline changes.
pub(super) fn pages(document: &PagedDocument) -> Vec<String> {
    read(document, |_, _, _| true)
}

/// The same, but only what a person could read: on the page, not tiny, not in the colour of the paper.
pub(super) fn legible(document: &PagedDocument) -> Vec<String> {
    read(document, |run, at, page| {
        let (x, y) = (at.x.to_pt(), at.y.to_pt());
        let on_page =
            x >= 0.0 && y >= 0.0 && x + run.width().to_pt() <= page.x.to_pt() && y <= page.y.to_pt();
        on_page && run.size.to_pt() >= SMALLEST && !is_faint(&run.fill)
    })
}

/// The smallest size of type, in points, that counts as readable.
const SMALLEST: f64 = 5.5;

/// Whether text of this colour has a contrast to white below 3:1 (WCAG 2.2, 1.4.3, large text).
fn is_faint(fill: &Paint) -> bool {
    let Paint::Solid(color) = fill else { return true };
    let linear = color.to_linear_rgb();
    let parts = [linear.red, linear.green, linear.blue].map(f64::from);
    linear.alpha < 0.9 || ratio(1.0, luminance(parts)) < 3.0
}

/// Relative luminance of a linear colour (WCAG 2.2).
fn luminance([red, green, blue]: [f64; 3]) -> f64 {
    0.2126f64.mul_add(red, 0.7152f64.mul_add(green, 0.0722 * blue))
}

fn ratio(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Contrast ratio of two sRGB colours (WCAG 2.2, 1.4.3), from 1 to 21.
pub(crate) fn contrast_to(one: [u8; 3], other: [u8; 3]) -> f64 {
    let linear = |byte: u8| {
        let part = f64::from(byte) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    ratio(luminance(one.map(linear)), luminance(other.map(linear)))
}

fn read(document: &PagedDocument, counts: impl Fn(&TextItem, Point, Size) -> bool) -> Vec<String> {
    document
        .pages()
        .iter()
        .map(|page| {
            let mut lines = Lines::default();
            let size = page.frame.size();
            lines.read(&page.frame, Point::zero(), &|run, at| counts(run, at, size));
            lines.text
        })
        .collect()
}

/// The place of each box that the template marked with `<sig-place>` at its upper left corner and with
/// `<sig-place-end>` at its lower right one.
pub(super) fn boxes(document: &PagedDocument, signers: &[&str]) -> Vec<BoxPlace> {
    let corner = |name: String| -> Option<PagedPosition> {
        let introspector = document.introspector();
        let label = Label::new(PicoStr::intern(&name))?;
        let mark = introspector.query_label(label).ok()?;
        introspector.position(mark.location()?)
    };
    let place = |signer: &&str| -> Option<BoxPlace> {
        let (start, end) = (corner(format!("sig-{signer}"))?, corner(format!("sig-{signer}-end"))?);
        (start.page == end.page).then(|| BoxPlace {
            place: (*signer).to_owned(),
            page: start.page.get(),
            x: thousandths(start.point.x.to_pt()),
            y: thousandths(start.point.y.to_pt()),
            width: thousandths((end.point.x - start.point.x).to_pt()),
            height: thousandths((end.point.y - start.point.y).to_pt()),
        })
    };
    signers.iter().filter_map(place).collect()
}

/// Points to a thousandth: enough for a place on paper, and the same number after it was written as text.
fn thousandths(points: f64) -> f64 {
    (points * 1_000.0).round() / 1_000.0
}

#[derive(Default)]
struct Lines {
    text: String,
    baseline: Option<f64>,
}

impl Lines {
    fn read(&mut self, frame: &Frame, origin: Point, counts: &dyn Fn(&TextItem, Point) -> bool) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => self.read(&group.frame, at, counts),
                FrameItem::Text(run) if counts(run, at) => {
                    let y = at.y.to_pt();
                    match self.baseline {
                        Some(last) if (last - y).abs() > 0.5 => self.text.push('\n'),
                        Some(_) => self.text.push(' '),
                        None => {}
                    }
                    self.baseline = Some(y);
                    self.text.push_str(&run.text);
                }
                _ => {}
            }
        }
    }
}
