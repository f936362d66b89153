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
    /// Replaced events: the claim of an earlier import.
    pub supersedes: Vec<String>,
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
}
