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
    /// Name of a kept mapping to read the table with; an empty name reads it without any. Where absent, the one that fits
    /// best is applied, if there is one.
    pub mapping: Option<String>,
    /// Take rows that are hidden in the file too.
    pub hidden_rows: Option<bool>,
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
    /// Claims that would be recorded; what stands already is not recorded again.
    pub claims: u32,
    /// Claims that found no row.
    pub unplaced: Vec<UnplacedView>,
    /// How it differs from what an earlier file of the same kind said; `null` where there is none.
    pub since: Option<SinceView>,
    /// The kept mapping that was applied.
    pub mapping: Option<AppliedMapping>,
    /// Names of all kept mappings.
    pub mappings: Vec<String>,
    /// Rows that are hidden in the file.
    pub hidden_rows: u32,
    /// Whether they are taken.
    pub hidden_rows_taken: bool,
    /// Answers that mean the opposite, because the question asks for the other one.
    pub turned: Vec<TurnedView>,
    /// Files and images inside the workbook; none was opened.
    pub embedded: Vec<EmbeddedView>,
    /// What the reader noticed.
    pub notices: Vec<Told>,
    /// This file and sheet were imported before.
    pub already: bool,
}

/// A kept mapping that reads the table.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AppliedMapping {
    /// Its name.
    pub name: String,
    /// Whether the headings are exactly those it was kept for.
    pub exact: bool,
    /// Headings that it does not know.
    pub new_headings: Vec<String>,
    /// Headings that it knows and the table lacks.
    pub gone_headings: Vec<String>,
}

/// What an earlier file said otherwise.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SinceView {
    /// Files compared with.
    pub files: Vec<String>,
    /// How many claims are in each bucket, also `unchanged`: code and number.
    pub counts: Vec<TotalView>,
    /// Every claim that is not unchanged, in the order of the ids.
    pub changes: Vec<ChangeView>,
}

/// A claim that changed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ChangeView {
    /// Its row.
    pub row: String,
    /// `added`, `removed`, `answer`, `evidence` or `text`.
    pub change: String,
    /// What it said.
    pub before: Option<SaidView>,
    /// What it says.
    pub after: Option<SaidView>,
}

/// What a claim says, in short.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SaidView {
    /// The answer.
    pub answer: Option<String>,
    /// Its meaning.
    pub meaning: Option<String>,
    /// The declared level.
    pub declared: Option<String>,
    /// References to evidence.
    pub evidence: Vec<String>,
    /// The comment.
    pub comment: Option<String>,
    /// Where it stands: file, sheet and cell of the answer, or else of the id.
    pub origin: String,
}

/// An answer that was turned.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TurnedView {
    /// Row of the sheet.
    pub line: u32,
    /// Requirement.
    pub requirement: String,
    /// What the answer would mean.
    pub from: String,
    /// What it means; `null` where it is not known which answer is wanted.
    pub to: Option<String>,
}

/// A file or image inside the workbook.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EmbeddedView {
    /// Name inside the workbook.
    pub name: String,
    /// `file` or `image`.
    pub kind: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// SHA-256, by which it is chosen.
    pub sha256: String,
    /// Sheets that show it.
    pub sheets: Vec<String>,
    /// It is evidence already.
    pub known: bool,
}

/// A comment on a cell of the vendor's row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CommentView {
    /// The cell.
    pub cell: String,
    /// Who wrote it, as the file says; may be empty.
    pub author: String,
    /// Its text.
    pub text: String,
}

/// A sheet.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SheetView {
    /// Name.
    pub name: String,
    /// Known ids in its best column.
    pub ids: u32,
    /// It is hidden in the file, and taken only where it is chosen.
    pub hidden: bool,
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
    /// It is hidden in the file, and has no role unless a person gives it one.
    pub hidden: bool,
}

/// A distinct answer.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AnswerView {
    /// The answer.
    pub answer: String,
    /// How often; 0 where only the drop-down list of the file offers it, or a question asks for it.
    pub count: u32,
    /// Meaning; `null` where it asks.
    pub meaning: Option<String>,
    /// What it may mean: meanings, or words such as `yes`.
    pub hints: Vec<String>,
    /// The drop-down list of the file offers it.
    pub listed: bool,
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
    /// Comments on its cells.
    pub comments: Vec<CommentView>,
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
    /// SHA-256 of the files and images inside the workbook that become evidence.
    pub embedded: Vec<String>,
    /// Id of the job.
    pub job: String,
}

/// What was recorded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ImportDone {
    /// Claims recorded; what stood already was not recorded again.
    pub claims: u32,
    /// Rows that the file repeats.
    pub repeated: u32,
    /// Files and images of the workbook that became evidence.
    pub embedded: u32,
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

/// Keeps how the table of a proposal is read.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MappingKeep {
    /// The proposal.
    pub proposal: String,
    /// Name to keep it under; one of that name is replaced.
    pub name: String,
}

/// Names a kept mapping.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MappingName {
    /// Its name.
    pub name: String,
}

/// Writes a kept mapping to a file for others.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct MappingSave {
    /// Its name.
    pub name: String,
    /// Token of the file to write.
    pub file: String,
}

/// The mappings of this installation.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Mappings {
    /// By name.
    pub mappings: Vec<MappingView>,
    /// Files that can't be read as a mapping.
    pub problems: Vec<Trouble>,
}

/// A kept mapping.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MappingView {
    /// Its name.
    pub name: String,
    /// Headings it takes, with their roles.
    pub columns: Vec<MappedColumn>,
    /// Answers it knows.
    pub answers: u32,
}

/// A heading and its role.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MappedColumn {
    /// Heading, in the spelling that is compared.
    pub heading: String,
    /// Role.
    pub role: String,
}

/// Writes the worksheet that a vendor fills in.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FormAsk {
    /// Token of the file to write.
    pub file: String,
    /// Language of its words, `en` or `de`.
    pub language: String,
    /// A line for each declared component.
    pub by_component: bool,
}

/// What was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FormWritten {
    /// Lines.
    pub lines: u32,
    /// How many carry an answer already.
    pub answered: u32,
}

/// Imports so far.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Imports {
    /// Oldest first.
    pub imports: Vec<ImportView>,
    /// Problems with nothing to import into, such as roles that are not declared.
    pub problems: Vec<Trouble>,
}
