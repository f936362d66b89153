//! The logo: a picture and nothing else. An SVG may hold shapes, no text, script, style sheet or link.

use super::LookProblem;
use serde::{Deserialize, Serialize};

const MOST_SVG: usize = 256 * 1024;
const MOST_PIXELS_FILE: usize = 1024 * 1024;
/// The most pixels in either direction.
const MOST_SIDE: u32 = 4_000;
/// Elements of SVG that draw, or say how.
const ELEMENTS: [&str; 20] = [
    "svg",
    "g",
    "path",
    "rect",
    "circle",
    "ellipse",
    "line",
    "polyline",
    "polygon",
    "defs",
    "lineargradient",
    "radialgradient",
    "stop",
    "clippath",
    "mask",
    "symbol",
    "use",
    "title",
    "desc",
    "metadata",
];

/// A logo that may be drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Logo {
    /// What it shows, for those who cannot see it (PDF/UA-1).
    pub alt: String,
    /// Width on the cover, 10 to 70 millimetres.
    pub width_mm: u32,
    picture: Picture,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Picture {
    Svg(Vec<u8>),
    Png(Vec<u8>),
    Jpeg(Vec<u8>),
}

impl Default for Picture {
    fn default() -> Self {
        Self::Svg(Vec::new())
    }
}

impl Logo {
    /// Takes an SVG, PNG or JPEG, told apart by content.
    ///
    /// # Errors
    /// It is none of these, too large, or holds more than a picture.
    pub fn read(bytes: Vec<u8>, alt: &str, width_mm: u32) -> Result<Self, LookProblem> {
        if alt.trim().is_empty() || alt.chars().count() > 120 || alt.chars().any(char::is_control) {
            return Err(LookProblem::new("logo-alt", "logo.alt", alt));
        }
        if !(10..=70).contains(&width_mm) {
            return Err(LookProblem::new("logo-width", "logo.width_mm", width_mm.to_string()));
        }
        Ok(Self { alt: alt.to_owned(), width_mm, picture: picture(bytes)? })
    }

    pub(super) fn file_name(&self) -> &'static str {
        match self.picture {
            Picture::Svg(_) => "logo.svg",
            Picture::Png(_) => "logo.png",
            Picture::Jpeg(_) => "logo.jpg",
        }
    }

    pub(super) fn bytes(&self) -> &[u8] {
        let (Picture::Svg(bytes) | Picture::Png(bytes) | Picture::Jpeg(bytes)) = &self.picture;
        bytes
    }
}

fn picture(bytes: Vec<u8>) -> Result<Picture, LookProblem> {
    let problem = |code: &str, detail: String| LookProblem::new(code, "logo.file", detail);
    let too_large = |most: usize| bytes.len() > most;
    let size = || problem("logo-size", bytes.len().to_string());
    let side = |sides: Option<(u32, u32)>| match sides {
        Some((w, h)) if w > 0 && h > 0 && w <= MOST_SIDE && h <= MOST_SIDE => Ok(()),
        Some((w, h)) => Err(problem("logo-pixels", format!("{w} x {h}"))),
        None => Err(problem("logo-kind", String::new())),
    };
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        if too_large(MOST_PIXELS_FILE) {
            return Err(size());
        }
        side(png_sides(&bytes))?;
        Ok(Picture::Png(bytes))
    } else if bytes.starts_with(b"\xff\xd8\xff") {
        if too_large(MOST_PIXELS_FILE) {
            return Err(size());
        }
        side(jpeg_sides(&bytes))?;
        Ok(Picture::Jpeg(bytes))
    } else {
        if too_large(MOST_SVG) {
            return Err(size());
        }
        let text = std::str::from_utf8(&bytes).map_err(|_| problem("logo-kind", String::new()))?;
        if let Some(found) = more_than_shapes(text) {
            return Err(problem("logo-svg", found));
        }
        Ok(Picture::Svg(bytes))
    }
}

/// Width and height from the header chunk (PNG, clause 11.2.2).
fn png_sides(bytes: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| bytes.get(at..at.checked_add(4)?)?.try_into().ok().map(u32::from_be_bytes);
    (bytes.get(12..16)? == b"IHDR").then_some(())?;
    Some((number(16)?, number(20)?))
}

/// Width and height from the frame header (ITU-T T.81, B.2.2); `None` as well for four colour channels, which PDF/A
/// could show only with an output intent of their own.
fn jpeg_sides(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2usize;
    loop {
        let (&[0xff, marker], after) = bytes.get(at..)?.split_first_chunk::<2>()? else { return None };
        let length = usize::from(u16::from_be_bytes(*after.first_chunk::<2>()?));
        if matches!(marker, 0xc0..=0xcf) && !matches!(marker, 0xc4 | 0xc8 | 0xcc) {
            let &[_, _, _, h1, h2, w1, w2, channels] = after.first_chunk::<8>()?;
            let sides = (u32::from(u16::from_be_bytes([w1, w2])), u32::from(u16::from_be_bytes([h1, h2])));
            return (channels <= 3).then_some(sides);
        }
        at = at.checked_add(2)?.checked_add(length)?;
    }
}

/// The first thing in an SVG that is no shape: an element of another kind, a declaration, a link out of the file.
fn more_than_shapes(text: &str) -> Option<String> {
    let lower = text.trim_start_matches('\u{feff}').to_lowercase();
    let mut svg = false;
    for part in lower.split('<').skip(1) {
        let part = part.strip_prefix('/').unwrap_or(part);
        if part.starts_with("!--") || part.starts_with("?xml ") {
            continue;
        }
        let name: String =
            part.chars().take_while(|c| !c.is_whitespace() && !matches!(c, '>' | '/')).collect();
        let local = name.rsplit(':').next().unwrap_or_default();
        if !ELEMENTS.contains(&local) {
            return Some(format!("<{name}>"));
        }
        svg |= local == "svg";
    }
    let outward = |word: &str, inside: &str| {
        lower.split(word).skip(1).find_map(|after| {
            let target =
                after.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\''));
            (!target.starts_with(inside)).then(|| word.to_owned())
        })
    };
    if !svg {
        return Some("no <svg>".to_owned());
    }
    let words = ["@import", "javascript:", "<!entity"];
    words
        .into_iter()
        .find(|word| lower.contains(word))
        .map(str::to_owned)
        .or_else(|| outward("href", "#"))
        .or_else(|| outward("url(", "#"))
}
