//! References to evidence in a vendor's words: which document, where in it, which revision.
//!
//! [`parse`] cuts the text of a cell into references that together are the cell: no letter is lost and none is
//! added. What is not understood stays a reference with nothing but its text. [`group`](group()) says which references
//! name the same document, [`match_files`] which file that arrived is which document, and [`request_list`] what
//! the vendor still has to send. All of it is a proposal; whatever is not certain is a suggestion with its reason.
//!
//! What is absent: no file is opened, no address is asked, and no number, date or title is made up.

mod arrival;
mod cut;
mod group;
mod piece;
// Filled lines read better here than one word on each.
#[rustfmt::skip]
mod words;

use serde::{Deserialize, Serialize};

pub(crate) use arrival::natural;
pub use arrival::{Arrived, FileMatch, Fit, MatchReason, Request, RequestState, match_files, request_list};
pub use group::{
    Document, Documents, Mention, Other, RowReferences, Suggestion, SuggestionReason, Through, group,
};

use crate::claims::Cell;
use crate::ids::KnownIds;
use crate::text::is_empty;

/// One reference of a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// The part of the cell it was read from, exactly as stored, with the numbering before it and the separator
    /// behind it: the raw texts of a cell's references, one after the other, are the cell. Empty only for the
    /// target of a cell's link, which stands in no text.
    pub raw: String,
    /// The same as it is shown: without numbering and separators, blanks made plain.
    pub text: String,
    /// What kind of reference it is.
    pub kind: ReferenceKind,
    /// What the vendor calls the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The document's number, as written but for plain dashes and without a revision hung to it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// A file name, with its folders where they are written.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<String>,
    /// Revision, version, issue or edition, without that word: `3`, `2.1`, `C`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// Where in the document, in the order written.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locations: Vec<Location>,
    /// The date beside it, probably the document's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<WrittenDate>,
    /// An address on the web or the target of a link. Nothing is fetched.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// A SHA-256 named in the text, 64 lower-case hexadecimal digits.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<String>,
    /// Requirements whose rows it points at, in the loaded checklist's spelling.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rows: Vec<String>,
    /// Words beside the reference that are none of the above.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

impl Reference {
    /// A reference that has only its text.
    fn bare(raw: String, text: String, kind: ReferenceKind) -> Reference {
        Reference {
            raw,
            text,
            kind,
            title: None,
            number: None,
            file: None,
            revision: None,
            locations: Vec::new(),
            date: None,
            url: None,
            sha256: None,
            rows: Vec::new(),
            note: None,
        }
    }
}

/// What a [`Reference`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferenceKind {
    /// It names a document by title, number, file name, address or SHA-256.
    Document,
    /// A place without a document: `Kap. 7`, and nothing before it in the cell that it could belong to.
    Location,
    /// It points at the row of another requirement: `same as CR 1.1`.
    Row,
    /// It points at what stands above it: `see above`, `dito`.
    Above,
    /// It points at what stands below it: `siehe unten`.
    Below,
    /// Evidence is promised: `to be provided`, `wird nachgereicht`.
    Pending,
    /// The vendor says that there is none: `n/a`, `keine`.
    None,
    /// Anything else; only its text is known.
    Text,
}

/// A place in a document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Location {
    /// What kind of place.
    pub kind: LocationKind,
    /// Its number or numbers as written, with plain dashes and blanks: `4.2`, `31 to 33`, `7, 9`.
    pub value: String,
}

/// The kinds of [`Location`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LocationKind {
    /// Section, also `§`, Abschnitt, Ziffer, Punkt.
    Section,
    /// Chapter, Kapitel.
    Chapter,
    /// Clause, Klausel, article.
    Clause,
    /// Paragraph, Absatz.
    Paragraph,
    /// Page, Seite, Blatt, slide.
    Page,
    /// Annex, appendix, Anhang.
    Annex,
    /// Table.
    Table,
    /// Figure.
    Figure,
    /// Line, row or step.
    Line,
    /// Test case.
    Case,
    /// A number such as `4.3` behind a document, without a word that says what it counts.
    Unnamed,
}

/// A date as written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WrittenDate {
    /// `2026-03-01`, or `2026-03` where no day is written; `None` where the writing has more than one reading.
    pub iso: Option<String>,
    /// The text it was read from.
    pub text: String,
}

/// Reads every reference of a cell's text, in reading order.
///
/// `known` are the ids of the loaded checklist: only they are taken for rows. A text without anything to read gives
/// no reference; of any other text the raw texts of all references, one after the other, are the text.
pub fn parse(text: &str, known: &KnownIds) -> Vec<Reference> {
    if is_empty(text) {
        return Vec::new();
    }
    // A link formula that was exported as text is one reference; its marks are not separators.
    if let Some(link) = crate::reader::link(text) {
        let shown = link.text.clone().filter(|shown| !is_empty(shown)).unwrap_or_else(|| link.target.clone());
        let mut one = piece::read(&shown, known);
        text.clone_into(&mut one.raw);
        one.text = crate::normalise(&shown);
        one.url = Some(link.target);
        if matches!(one.kind, ReferenceKind::Text | ReferenceKind::Location) {
            one.kind = ReferenceKind::Document;
            // What a link shows is what the vendor calls its target.
            one.title = one.title.or_else(|| Some(one.text.clone()));
        }
        return vec![one];
    }
    cut::references(text, known)
}

/// As [`parse`], with the target of the cell's `HYPERLINK` formula: it belongs to the cell's reference where there
/// is exactly one; beside several it is one more, with an empty raw text.
pub fn parse_cell(cell: &Cell, known: &KnownIds) -> Vec<Reference> {
    let mut all = parse(&cell.raw, known);
    let Some(link) = cell.link() else { return all };
    match all.as_mut_slice() {
        [one] if one.url.is_none() => {
            one.url = Some(link.target);
            if matches!(one.kind, ReferenceKind::Text | ReferenceKind::Location) {
                one.kind = ReferenceKind::Document;
                one.title = one.title.take().or_else(|| Some(one.text.clone()));
            }
        }
        several if several.iter().any(|one| one.url.as_ref() == Some(&link.target)) => {}
        _ => {
            let kind = ReferenceKind::Document;
            let text = link.target.clone();
            all.push(Reference { url: Some(link.target), ..Reference::bare(String::new(), text, kind) });
        }
    }
    all
}

#[cfg(test)]
mod tests;
