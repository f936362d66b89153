//! Taking in a vendor's spreadsheet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Told, Trouble};

/// Reads a file and says what it would record.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ImportAsk {
    /// Token of the file.
    pub file: String,
    /// Id of the job.
    pub job: String,
    /// Sheet; the best one where absent.
    pub sheet: Option<String>,
    /// Header row, from 1.
    pub header_row: Option<u32>,
    /// Role by column letter; guessed where absent.
    pub columns: Option<BTreeMap<String, String>>,
    /// Meaning by answer.
    pub values: Option<BTreeMap<String, String>>,
    /// Provider role of rows that name none: `integration`, `maintenance` or `all`.
    pub role: Option<String>,
}

/// What an import would record, with the account of every row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportProposal {
    /// By which it is committed.
    pub proposal: String,
    /// File name.
    pub file_name: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Sheets with their number of known ids, best first.
    pub sheets: Vec<SheetView>,
    /// Sheet taken.
    pub sheet: String,
    /// Header row.
    pub header_row: Option<u32>,
    /// Columns.
    pub columns: Vec<ColumnView>,
    /// Roles a column may have.
    pub column_roles: Vec<String>,
    /// Distinct answers with their meaning.
    pub answers: Vec<AnswerView>,
    /// Meanings an answer may have.
    pub meanings: Vec<String>,
    /// Every row or run of rows of the sheet and how it ended.
    pub rows: Vec<LedgerRowView>,
    /// How many rows ended how: code and number.
    pub totals: Vec<TotalView>,
    /// Rows of the sheet; the totals add up to it.
    pub row_count: u32,
    /// Claims that would be recorded.
    pub claims: u32,
    /// Claims that found no row.
    pub unplaced: Vec<UnplacedView>,
    /// Rows whose claim differs from the one recorded from an earlier file.
    pub changed: Vec<String>,
    /// What the reader noticed.
    pub notices: Vec<Told>,
    /// This file and sheet were imported before.
    pub already: bool,
}

/// A sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetView {
    /// Name.
    pub name: String,
    /// Known ids in its best column.
    pub ids: u32,
}

/// A column, with real values.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ColumnView {
    /// `D`.
    pub letters: String,
    /// Heading as it stands.
    pub heading: String,
    /// Role.
    pub role: String,
    /// Up to five values.
    pub samples: Vec<String>,
    /// Known ids in it.
    pub id_hits: u32,
}

/// A distinct answer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AnswerView {
    /// The answer.
    pub answer: String,
    /// How often.
    pub count: u32,
    /// Meaning; `null` where it asks.
    pub meaning: Option<String>,
}

/// A row of the sheet, or a run of rows that ended alike.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LedgerRowView {
    /// First row, from 1.
    pub first: u32,
    /// Last row.
    pub last: u32,
    /// How it ended.
    pub kind: String,
    /// Requirement ids taken.
    pub ids: Vec<String>,
    /// Ids not taken, with the nearest known ones.
    pub unread: Vec<UnreadView>,
    /// Earlier row with the same id.
    pub first_row: Option<u32>,
    /// `same`, `differs` or `contradicts`.
    pub agreement: Option<String>,
    /// Why it was skipped.
    pub why: Option<String>,
    /// What stood there.
    pub text: String,
    /// The answer taken.
    pub answer: Option<String>,
    /// Its meaning.
    pub meaning: Option<String>,
}

/// An id that was not taken.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnreadView {
    /// As it stood.
    pub text: String,
    /// Nearest known ids: suggestions, never applied.
    pub nearest: Vec<String>,
}

/// How many rows ended how.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TotalView {
    /// Code.
    pub code: String,
    /// Rows.
    pub rows: u32,
}

/// A claim that found no row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct UnplacedView {
    /// Row of the sheet.
    pub line: u32,
    /// Requirement.
    pub requirement: String,
    /// `role-unknown` or `role-missing`.
    pub why: String,
    /// The vendor's word.
    pub word: String,
}

/// Records a proposal.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ImportCommit {
    /// The proposal.
    pub proposal: String,
    /// Although it was imported before.
    pub again: bool,
    /// Id of the job.
    pub job: String,
}

/// What was recorded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportDone {
    /// Claims.
    pub claims: u32,
    /// Totals.
    pub totals: Vec<TotalView>,
    /// What changed.
    pub changed: super::Changed,
}

/// An import so far.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportView {
    /// File name.
    pub file_name: String,
    /// SHA-256.
    pub sha256: String,
    /// Sheet.
    pub sheet: String,
    /// Totals.
    pub totals: Vec<TotalView>,
    /// Who.
    pub author: String,
    /// When.
    pub time: String,
}

/// Imports so far.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Imports {
    /// Oldest first.
    pub imports: Vec<ImportView>,
    /// Problems with nothing to import into, such as roles that are not declared.
    pub problems: Vec<Trouble>,
}
