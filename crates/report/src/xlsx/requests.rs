//! The list of documents that a vendor is asked for: referred to in the answers, and not there as referred to.

use rust_xlsxwriter::{DocProperties, Workbook};

use super::{Cell, Sheet, Texts, draw, excel_day, refused};
use crate::{RenderProblem, Words};

/// What is asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestList {
    /// What is evaluated.
    pub title: String,
    /// The day it is written, `2026-11-26`.
    pub written_on: String,
    /// The documents.
    pub lines: Vec<RequestLine>,
}

/// A document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RequestLine {
    /// What to call it.
    pub document: String,
    /// Revisions referred to.
    pub revisions: String,
    /// Rows that need it.
    pub rows: String,
    /// `missing`, `perhaps`, `other_revision` or `other_content`.
    pub state: String,
    /// Names of files that are there instead.
    pub instead: String,
}

/// Draws the list. Same list and words, same bytes.
///
/// # Errors
/// [`RenderProblem::MissingWord`] for a text that is not there, [`RenderProblem::Spreadsheet`] when the writer refuses.
pub fn write(list: &RequestList, words: &Words) -> Result<Vec<u8>, RenderProblem> {
    let texts = Texts { words };
    let mut columns = Vec::new();
    for (id, width) in [
        ("request-col-document", 44.0),
        ("request-col-revision", 14.0),
        ("request-col-rows", 40.0),
        ("request-col-state", 34.0),
        ("request-col-instead", 34.0),
        ("request-col-answer", 34.0),
    ] {
        columns.push((texts.get(id)?, width));
    }
    let mut lines = Vec::new();
    for line in &list.lines {
        lines.push(vec![
            Cell::from(line.document.as_str()),
            Cell::from(line.revisions.as_str()),
            Cell::from(line.rows.as_str()),
            Cell::from(texts.code("request-state", &line.state)?),
            Cell::from(line.instead.as_str()),
            Cell::from(""),
        ]);
    }
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_title(&list.title);
    if let Some(day) = excel_day(&list.written_on) {
        properties = properties.set_creation_datetime(&day);
    }
    book.set_properties(&properties);
    let sheet = Sheet { name: texts.get("request-sheet")?, columns, lines, list: true };
    draw(book.add_worksheet(), &sheet).map_err(refused)?;
    book.save_to_buffer().map_err(refused)
}
