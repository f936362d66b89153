//! Accounts for every row of the sheet that was imported: what it was taken for, and why.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use trail::json;

use crate::answers::Role;
use crate::ids::IdMatch;
use crate::problem::Notice;
use crate::workbook::Format;

/// The account of one imported sheet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ledger {
    /// The file the sheet came from.
    pub file: LedgerFile,
    /// Sheet name.
    pub sheet: String,
    /// Row of the headings, if the table has one.
    pub header_row: Option<u32>,
    /// Rows of the sheet; [`Totals::sum`] is the same number.
    pub row_count: u32,
    /// Every column that holds anything, and whether it was taken.
    pub columns: Vec<LedgerColumn>,
    /// Every row, in order; blank rows that follow each other are one entry.
    pub rows: Vec<RowEntry>,
    /// Answers whose meaning a person must say, the most frequent first.
    pub asked: Vec<Asked>,
    /// What deserves a second look.
    pub remarks: Vec<Remark>,
    /// What the reader said about this sheet and about the workbook as a whole.
    pub notices: Vec<Notice>,
}

/// The file of a [`Ledger`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerFile {
    /// File name, without its folder.
    pub name: String,
    /// SHA-256 of its bytes, 64 lower-case hexadecimal digits.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// What its content is.
    pub format: Format,
}

/// A column of a [`Ledger`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LedgerColumn {
    /// Column number from 1.
    pub column: u32,
    /// Its letters.
    pub letters: String,
    /// Its heading as stored.
    pub heading: String,
    /// What it was read as; [`Role::Ignore`] when nothing was mapped to it.
    pub role: Role,
    /// Non-blank cells below the heading.
    pub cells: u32,
    /// Whether its cells became part of claims.
    pub taken: bool,
    /// Whether it is hidden in the file.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
}

/// What a row was taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// The headings, or what stands above them.
    Heading,
    /// The headings again, further down.
    RepeatedHeader,
    /// Nothing in it.
    Blank,
    /// Every id in it is known, and it says something: it became a claim for each.
    Matched,
    /// As matched, but further ids in it are not known.
    MatchedInPart,
    /// Its ids are known and an earlier row speaks of one of them: kept, and shown beside it.
    Duplicate,
    /// Its ids are known but it says nothing: no claim.
    Unanswered,
    /// It names no known id.
    UnknownId,
    /// Left out, for the reason given.
    Skipped,
}

/// Why a row was skipped.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// Texts, but none in the id column: a section title or a continued text.
    NoId,
    /// A bare section number without an answer.
    Section,
    /// A group of requirements: a claim for a group is not a claim for each of its members.
    GroupOnly,
    /// Hidden in the file, and the mapping does not take hidden rows; its known ids are listed.
    Hidden,
}

/// How a later row compares with the first one on the same requirement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// The same in every column taken.
    Same,
    /// The same answer with other evidence or words, or answers whose meaning is not known yet.
    Differs,
    /// Another answer or another level.
    Contradicts,
}

/// An id of a row that did not become a claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnreadId {
    /// The id as it was read.
    pub id: IdMatch,
    /// Known ids it may have been meant to be; a person must say so.
    pub nearest: Vec<String>,
}

/// One row, or several blank ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowEntry {
    /// First row, from 1.
    pub first: u32,
    /// Last row; the same as the first but for blank rows.
    pub last: u32,
    /// What it was taken for.
    pub kind: RowKind,
    /// The known ids in it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ids: Vec<String>,
    /// Its ids that did not become claims.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unread: Vec<UnreadId>,
    /// Of a duplicate: the first row on the same requirement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub first_row: Option<u32>,
    /// Of a duplicate: how the two compare.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub agreement: Option<Agreement>,
    /// Of a skipped row: why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub why: Option<SkipReason>,
    /// The first text of a row that did not become a claim, so that a person recognises it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub text: String,
}

impl RowEntry {
    pub(crate) fn new(row: u32, kind: RowKind) -> RowEntry {
        RowEntry {
            first: row,
            last: row,
            kind,
            ids: Vec::new(),
            unread: Vec::new(),
            first_row: None,
            agreement: None,
            why: None,
            text: String::new(),
        }
    }
}

/// An answer whose meaning a person must say.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// The answer as it first stands in the sheet.
    pub answer: String,
    /// Rows that give it.
    pub count: u32,
    /// The first of them.
    pub first_row: u32,
    /// What it may mean.
    pub hints: Vec<String>,
}

/// What deserves a second look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Remark {
    /// What kind of thing it is.
    pub code: RemarkCode,
    /// Row, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<u32>,
    /// Column, where it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<u32>,
    /// The text it is about.
    pub detail: String,
    /// How many cells it is about.
    pub count: u32,
}

/// The kinds of [`Remark`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RemarkCode {
    /// One answer in every row: perhaps the template's default and no answer at all.
    OneAnswerThroughout,
    /// Rows below the first of a merged id cell; the id holds for each of them.
    MergedId,
    /// Ids stored as numbers: 1.10 has become 1.1.
    NumberIds,
    /// Ids stored as dates: 4-2 may have become one.
    DateIds,
    /// Ids of NIST SP 800-53 stand in the id column: SR-n and SI-n were not taken for IEC 62443-4-1.
    Beside80053,
    /// A role that is neither integration nor maintenance; kept as written.
    RoleNotKnown,
    /// A declared level that could not be read; kept as written.
    LevelNotRead,
    /// A column written by an assessor; its cells did not become claims.
    AssessorColumn,
    /// A column that holds something and was not mapped.
    ColumnNotTaken,
    /// A column that is hidden in the file and was not chosen; its cells did not become claims.
    HiddenColumn,
    /// A column that is hidden in the file and was taken all the same.
    HiddenColumnTaken,
    /// Rows that are hidden in the file and did not become claims; the detail is the first one's number.
    HiddenRows,
    /// Rows that are hidden in the file and became claims, because the mapping says so.
    HiddenRowsTaken,
    /// Cell comments on cells of this sheet that are part of no claim; the detail is the first one's place.
    CommentsElsewhere,
}

impl RemarkCode {
    /// The Fluent id of its words.
    pub fn id(self) -> &'static str {
        match self {
            RemarkCode::OneAnswerThroughout => "evidence-remark-one-answer-throughout",
            RemarkCode::MergedId => "evidence-remark-merged-id",
            RemarkCode::NumberIds => "evidence-remark-number-ids",
            RemarkCode::DateIds => "evidence-remark-date-ids",
            RemarkCode::Beside80053 => "evidence-remark-beside-800-53",
            RemarkCode::RoleNotKnown => "evidence-remark-role-not-known",
            RemarkCode::LevelNotRead => "evidence-remark-level-not-read",
            RemarkCode::AssessorColumn => "evidence-remark-assessor-column",
            RemarkCode::ColumnNotTaken => "evidence-remark-column-not-taken",
            RemarkCode::HiddenColumn => "evidence-remark-hidden-column",
            RemarkCode::HiddenColumnTaken => "evidence-remark-hidden-column-taken",
            RemarkCode::HiddenRows => "evidence-remark-hidden-rows",
            RemarkCode::HiddenRowsTaken => "evidence-remark-hidden-rows-taken",
            RemarkCode::CommentsElsewhere => "evidence-remark-comments-elsewhere",
        }
    }
}

/// Rows by what they were taken for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Totals {
    /// [`RowKind::Heading`].
    pub heading: u64,
    /// [`RowKind::RepeatedHeader`].
    pub repeated_header: u64,
    /// [`RowKind::Blank`].
    pub blank: u64,
    /// [`RowKind::Matched`].
    pub matched: u64,
    /// [`RowKind::MatchedInPart`].
    pub matched_in_part: u64,
    /// [`RowKind::Duplicate`].
    pub duplicate: u64,
    /// [`RowKind::Unanswered`].
    pub unanswered: u64,
    /// [`RowKind::UnknownId`].
    pub unknown_id: u64,
    /// [`RowKind::Skipped`].
    pub skipped: u64,
}

impl Totals {
    /// All rows.
    pub fn sum(&self) -> u64 {
        self.heading
            + self.repeated_header
            + self.blank
            + self.matched
            + self.matched_in_part
            + self.duplicate
            + self.unanswered
            + self.unknown_id
            + self.skipped
    }
}

impl Ledger {
    /// Counts the rows by kind.
    pub fn totals(&self) -> Totals {
        let mut totals = Totals::default();
        for row in &self.rows {
            let count = match row.kind {
                RowKind::Heading => &mut totals.heading,
                RowKind::RepeatedHeader => &mut totals.repeated_header,
                RowKind::Blank => &mut totals.blank,
                RowKind::Matched => &mut totals.matched,
                RowKind::MatchedInPart => &mut totals.matched_in_part,
                RowKind::Duplicate => &mut totals.duplicate,
                RowKind::Unanswered => &mut totals.unanswered,
                RowKind::UnknownId => &mut totals.unknown_id,
                RowKind::Skipped => &mut totals.skipped,
            };
            *count += u64::from(row.last.saturating_sub(row.first)) + 1;
        }
        totals
    }

    /// The ledger with its totals as canonical JSON: the same sheet and mapping give the same bytes.
    pub fn to_json(&self) -> String {
        let mut value = serde_json::to_value(self).unwrap_or_default();
        if let Some(map) = value.as_object_mut() {
            map.insert("totals".into(), serde_json::to_value(self.totals()).unwrap_or_default());
        }
        // Field names are ASCII and numbers are small whole numbers, so this cannot be refused.
        json::write(&canonical(value)).unwrap_or_default()
    }
}

fn canonical(value: serde_json::Value) -> json::Value {
    use serde_json::Value;
    match value {
        Value::Null => json::Value::Null,
        Value::Bool(b) => json::Value::Bool(b),
        Value::Number(n) => json::Value::Int(n.as_i64().unwrap_or_default()),
        Value::String(text) => json::Value::Text(text),
        Value::Array(list) => json::Value::List(list.into_iter().map(canonical).collect()),
        Value::Object(map) => json::Value::Map(
            map.into_iter().map(|(name, value)| (name, canonical(value))).collect::<BTreeMap<_, _>>(),
        ),
    }
}
