//! A cell of a claim, with everything needed to find it again in the vendor's file.

use serde::{Deserialize, Serialize};

use crate::reader::{Link, link};
use crate::text::key;
use crate::workbook::{CellKind, CellView, Comment, CommentKind};

/// Where a part of a claim comes from; together with the file's SHA-256 this is its provenance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cell {
    /// Sheet name.
    pub sheet: String,
    /// Row number from 1.
    pub row: u32,
    /// Column number from 1.
    pub column: u32,
    /// The column's letters.
    pub letters: String,
    /// What the cell holds.
    pub kind: CellKind,
    /// The text exactly as stored.
    pub raw: String,
    /// The text as it is compared and shown; line breaks stay.
    pub text: String,
    /// The cell's formula without `=`, if it has one; its text is then the stored result.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub formula: Option<String>,
}

impl Cell {
    pub(super) fn of(sheet: &str, cell: &CellView<'_>) -> Cell {
        Cell {
            sheet: sheet.to_owned(),
            row: cell.row,
            column: cell.column,
            letters: crate::letters(cell.column),
            kind: cell.kind,
            raw: cell.text.to_owned(),
            text: crate::normalise(cell.text),
            formula: cell.formula.map(str::to_owned),
        }
    }

    /// The link of a `HYPERLINK` formula, if the cell has one.
    pub fn link(&self) -> Option<Link> {
        self.formula.as_deref().and_then(link)
    }
}

/// A comment on a cell of the row a claim was read from, in a column that was taken.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellComment {
    /// Sheet name.
    pub sheet: String,
    /// Row number from 1.
    pub row: u32,
    /// Column number from 1.
    pub column: u32,
    /// The column's letters.
    pub letters: String,
    /// A note, or part of a conversation.
    pub kind: CommentKind,
    /// Who wrote it, as the file says: a vendor's name or an assessor's.
    pub author: String,
    /// Its text as stored.
    pub text: String,
}

impl CellComment {
    pub(super) fn of(sheet: &str, comment: &Comment) -> CellComment {
        CellComment {
            sheet: sheet.to_owned(),
            row: comment.row,
            column: comment.column,
            letters: crate::letters(comment.column),
            kind: comment.kind,
            author: comment.author.clone(),
            text: comment.text.clone(),
        }
    }
}

/// A security or maturity level the vendor declares.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredLevel {
    /// The cell.
    pub cell: Cell,
    /// The level, 0 to 4; `None` when the text is none.
    pub level: Option<u8>,
}

impl DeclaredLevel {
    /// Reads `2`, `SL 2`, `SL-C 2`, `SL-C(2)`, `ML2`, `ML-3`, `Level 1` and nothing else.
    pub(super) fn of(cell: Cell) -> DeclaredLevel {
        let text = key(&cell.raw);
        let rest = ["sl-c", "sl-t", "sl-a", "sl", "ml", "level"]
            .into_iter()
            .find_map(|name| text.strip_prefix(name))
            .unwrap_or(&text)
            .trim_matches([' ', '-', ':', '(', ')', '=']);
        let level = match rest {
            "0" | "1" | "2" | "3" | "4" => rest.parse().ok(),
            _ => None,
        };
        DeclaredLevel { cell, level }
    }
}
