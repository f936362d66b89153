//! What the vendor claims, and where it stood.

use alloc::{collections::BTreeMap, string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::RowKey;

/// One cell of a vendor's file, as it stood there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourceCell {
    /// Cell address, `D14`.
    pub cell: String,
    /// The text as stored in the file. Where it was longer than an event can hold, its beginning.
    pub text: String,
    /// Set where `text` is only the beginning: SHA-256 of the whole text, kept as evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole: Option<String>,
}

/// A comment on a cell of the vendor's row: beside the answer, and part of what was handed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CellNote {
    /// Who wrote it, as the file says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The cell it is on, with the comment's text.
    pub note: SourceCell,
}

/// Payload of `claim.set/1`: what the vendor says; never a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimSet {
    /// The row claimed.
    pub row: RowKey,
    /// SHA-256 of the vendor's file, which is evidence in this dossier.
    pub file: String,
    /// Its name.
    pub file_name: String,
    /// Sheet name.
    pub sheet: String,
    /// Row number in the sheet, counted from 1.
    pub line: u32,
    /// The cell that named the requirement.
    pub id: SourceCell,
    /// The answer's cell.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub response: Option<SourceCell>,
    /// The meaning the import's value mapping gave the answer: `met`, `partial`, `not_met`,
    /// `not_applicable` …; absent where it was not recognised.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meaning: Option<String>,
    /// Cells with references to evidence.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<SourceCell>,
    /// The vendor's comment.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<SourceCell>,
    /// Declared level as written (SL or ML).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declared: Option<SourceCell>,
    /// Comments on the cells of the row.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<CellNote>,
    /// Replaced events: the claim of an earlier import.
    pub supersedes: Vec<String>,
}

impl ClaimSet {
    /// What the vendor says, part by part, wherever it stands: two claims that agree in this say the same.
    #[must_use]
    pub fn content(&self) -> Vec<(&'static str, &str)> {
        fn text(cell: &SourceCell) -> &str {
            cell.whole.as_deref().unwrap_or(&cell.text)
        }
        let mut content = Vec::new();
        content.extend(self.response.iter().map(|cell| ("response", text(cell))));
        content.extend(self.meaning.iter().map(|meaning| ("meaning", meaning.as_str())));
        content.extend(self.evidence.iter().map(|cell| ("evidence", text(cell))));
        content.extend(self.comment.iter().map(|cell| ("comment", text(cell))));
        content.extend(self.declared.iter().map(|cell| ("declared", text(cell))));
        for note in &self.notes {
            content.extend([("author", note.author.as_str()), ("note", text(&note.note))]);
        }
        content
    }
}

/// Payload of `import/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Import {
    /// SHA-256 of the vendor's file.
    pub file: String,
    /// Its name.
    pub file_name: String,
    /// Its size in bytes.
    pub size: u64,
    /// Sheet imported.
    pub sheet: String,
    /// Header row, counted from 1.
    pub header_row: u32,
    /// The column and value mapping used, as evidence imports write it.
    pub mapping: serde_json::Value,
    /// How many rows of the sheet ended how; they add up to the rows of the sheet.
    pub totals: BTreeMap<String, u64>,
    /// SHA-256 of the ledger of every row, kept as evidence.
    pub ledger: String,
    /// Rows about which this file says what the standing claims say already: those stand on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub repeated: Vec<RowKey>,
    /// Rows that an earlier file of the same kind answered and this one does not; their claims stand, and are marked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub removed: Vec<RowKey>,
}
