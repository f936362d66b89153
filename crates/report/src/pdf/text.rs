//! Reading the finished pages: their text, and where the signature boxes are.

use super::BoxPlace;
use typst::foundations::Label;
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem, Point};
use typst::utils::PicoStr;
use typst_layout::PagedDocument;

/// The text of every page, a line break wherever the baseline changes.
pub(super) fn pages(document: &PagedDocument) -> Vec<String> {
    document
        .pages()
        .iter()
        .map(|page| {
            let mut lines = Lines::default();
            lines.read(&page.frame, Point::zero());
            lines.text
        })
        .collect()
}

/// The place of each box that the template marked with `<sig-place>`.
pub(super) fn boxes(document: &PagedDocument, signers: &[&str]) -> Vec<BoxPlace> {
    let introspector = document.introspector();
    signers
        .iter()
        .filter_map(|signer| {
            let label = Label::new(PicoStr::intern(&format!("sig-{signer}")))?;
            let mark = introspector.query_label(label).ok()?;
            let position = introspector.position(mark.location()?)?;
            Some(BoxPlace {
                place: (*signer).to_owned(),
                page: position.page.get(),
                x: position.point.x.to_pt(),
                y: position.point.y.to_pt(),
            })
        })
        .collect()
}

#[derive(Default)]
struct Lines {
    text: String,
    baseline: Option<f64>,
}

impl Lines {
    fn read(&mut self, frame: &Frame, origin: Point) {
        for (at, item) in frame.items() {
            let at = origin + *at;
            match item {
                FrameItem::Group(group) => self.read(&group.frame, at),
                FrameItem::Text(run) => {
                    let y = at.y.to_pt();
                    match self.baseline {
                        Some(last) if (last - y).abs() > 0.5 => self.text.push('\n'),
                        Some(_) => self.text.push(' '),
                        None => {}
                    }
                    self.baseline = Some(y);
                    self.text.push_str(&run.text);
                }
                FrameItem::Shape(..) | FrameItem::Image(..) | FrameItem::Link(..) | FrameItem::Tag(_) => {}
            }
        }
    }
}
