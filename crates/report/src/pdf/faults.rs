//! What is badly set: found from where things ended up on the pages, not by eye.

use serde::{Deserialize, Serialize};
use std::fmt;
use typst::foundations::{Content, NativeElement};
use typst::introspection::Introspector;
use typst::layout::{Frame, FrameItem, Point};
use typst::model::HeadingElem;
use typst_layout::PagedDocument;

/// Something on a page that a reader would stumble over.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// What kind.
    pub kind: FaultKind,
    /// Page, counted from 1.
    pub page: usize,
    /// The text it is about.
    pub text: String,
}

/// The kinds of fault.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultKind {
    /// Text stands beyond the margins.
    OutsideMargins,
    /// Text stands over other text.
    OverOtherText,
    /// A heading is the last thing on its page.
    HeadingAtEnd,
    /// Nothing stands between a heading and the next one of its level or above.
    EmptySection,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "page {}: {:?}: {:?}", self.page, self.kind, self.text)
    }
}

/// Points in a millimetre.
const MM: f64 = 72.0 / 25.4;

/// A run of text where it ended up, in points from the upper left corner of its page.
struct Run {
    left: f64,
    right: f64,
    top: f64,
    bottom: f64,
    text: String,
}

pub(super) fn of(document: &PagedDocument) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut pages = Vec::new();
    for (n, page) in document.pages().iter().enumerate() {
        let mut runs = Vec::new();
        read(&page.frame, Point::zero(), &mut runs);
        let (width, height) = (page.frame.width().to_pt(), page.frame.height().to_pt());
        let margin = if width > height { 15.0 } else { 20.0 } * MM - 1.0;
        let mut fault = |kind, text: &str| {
            faults.push(Fault { kind, page: n.saturating_add(1), text: text.to_owned() });
        };
        for run in &runs {
            let beside = run.left < margin || run.right > width - margin;
            if beside || run.top < 5.0 * MM || run.bottom > height - 5.0 * MM {
                fault(FaultKind::OutsideMargins, &run.text);
            }
        }
        runs.sort_by(|a, b| a.top.total_cmp(&b.top));
        overlaps(&runs, |text| fault(FaultKind::OverOtherText, text));
        pages.push((runs, height));
    }
    headings(document, &pages, &mut faults);
    faults
}

/// `runs` are sorted by their upper edge, so that only neighbours have to be compared.
fn overlaps(runs: &[Run], mut fault: impl FnMut(&str)) {
    for (n, one) in runs.iter().enumerate() {
        let below = runs.iter().skip(n.saturating_add(1)).take_while(|other| other.top < one.bottom);
        for other in below {
            let across = one.right.min(other.right) - one.left.max(other.left);
            let down = one.bottom.min(other.bottom) - other.top;
            let least = (one.bottom - one.top).min(other.bottom - other.top);
            if across > 1.0 && down > 0.35 * least {
                fault(&format!("{} / {}", one.text, other.text));
            }
        }
    }
}

fn headings(document: &PagedDocument, pages: &[(Vec<Run>, f64)], faults: &mut Vec<Fault>) {
    let introspector = document.introspector();
    let place = |heading: &Content| {
        let at = introspector.position(heading.location()?)?;
        Some((at.page.get(), at.point.y.to_pt()))
    };
    let all: Vec<(usize, f64, usize, String)> = introspector
        .query(&HeadingElem::ELEM.select())
        .iter()
        .filter_map(|heading| {
            let (page, y) = place(heading)?;
            let packed = heading.to_packed::<HeadingElem>()?;
            let level = packed.resolve_level(typst::foundations::StyleChain::default()).get();
            Some((page, y, level, packed.body.plain_text().to_string()))
        })
        .collect();
    // The footer stands in the last 17 mm of a page and heads nothing.
    let body = |page: usize, from: f64, to: f64| {
        pages.get(page.saturating_sub(1)).is_some_and(|(runs, height)| {
            runs.iter().any(|run| run.top > from && run.top < to && run.bottom < height - 14.0 * MM)
        })
    };
    for (n, (page, y, level, text)) in all.iter().enumerate() {
        let below = y + 15.0;
        let next = all.get(n.saturating_add(1));
        let ends = next.filter(|(p, ..)| p == page).map_or(f64::INFINITY, |(_, y, ..)| *y - 4.0);
        let mut fault = |kind| faults.push(Fault { kind, page: *page, text: text.clone() });
        if !body(*page, below, f64::INFINITY) {
            fault(FaultKind::HeadingAtEnd);
        }
        if let Some((p, _, next_level, _)) = next
            && p == page
            && next_level <= level
            && !body(*page, below, ends)
        {
            fault(FaultKind::EmptySection);
        }
    }
}

/// Text that is turned, as the mark of a draft is, stands behind the page and is left out.
fn read(frame: &Frame, origin: Point, runs: &mut Vec<Run>) {
    for (at, item) in frame.items() {
        let at = origin + *at;
        match item {
            FrameItem::Group(group) => {
                let shift = group.transform;
                if shift.is_only_translate() {
                    read(&group.frame, at + Point::new(shift.tx, shift.ty), runs);
                }
            }
            FrameItem::Text(run) if !run.text.trim().is_empty() => {
                let (x, y, size) = (at.x.to_pt(), at.y.to_pt(), run.size.to_pt());
                runs.push(Run {
                    left: x,
                    right: x + run.width().to_pt(),
                    top: 0.72f64.mul_add(-size, y),
                    bottom: 0.2f64.mul_add(size, y),
                    text: run.text.to_string(),
                });
            }
            _ => {}
        }
    }
}
