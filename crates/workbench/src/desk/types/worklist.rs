//! The worklist: rows as lines, with filters, orders and search.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One row, as the grid shows it.
#[derive(Clone, Debug, PartialEq, Serialize, TS)]
pub struct Line {
    /// The row, `CR 1.1` or `SP.01.01 BR @integration`.
    pub row: String,
    /// Requirement id.
    pub requirement: String,
    /// Provider role.
    pub role: Option<String>,
    /// Component of a split row.
    pub component: Option<String>,
    /// Our label.
    pub label: String,
    /// `ccsc`, `base` or `enhancement`.
    pub kind: String,
    /// Group id.
    pub group: String,
    /// Lowest level that selects the row (6-2).
    pub level: Option<u8>,
    /// `selected`, `above_claim` or `excluded` (by the profile).
    pub scope: String,
    /// Verdict code; `null` while none stands.
    pub verdict: Option<String>,
    /// Whether the verdict holds beside everything else recorded on the row.
    pub holds: bool,
    /// Evaluated maturity level.
    pub ml: Option<u8>,
    /// Declared maturity level.
    pub declared_ml: Option<u8>,
    /// Fulfilment mode.
    pub mode: Option<String>,
    /// `false` where recorded as not applicable; `null` while nothing is recorded.
    pub applicable: Option<bool>,
    /// Whether the evaluator has confirmed that it is not applicable.
    pub confirmed: bool,
    /// The vendor's answer, its beginning.
    pub claim: Option<String>,
    /// Its meaning.
    pub meaning: Option<String>,
    /// The claim is newer than the verdict.
    pub claim_changed: bool,
    /// Pieces of evidence: named by the verdict or linked.
    pub evidence: u32,
    /// Open findings on the row.
    pub findings: u32,
    /// Fields with competing values.
    pub conflicts: Vec<String>,
    /// Tags by kind.
    pub tags: BTreeMap<String, Vec<String>>,
    /// Who set the verdict.
    pub author: Option<String>,
    /// Whether this identity set the verdict, or the row is assigned to it.
    pub mine: bool,
    /// Beginning of the rationale.
    pub rationale: String,
    /// A text was written and not yet recorded.
    pub draft: bool,
    /// `low` where our facts about the row are not certain.
    pub confidence: String,
}

/// Which rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct Filter {
    /// Group id.
    pub group: Option<String>,
    /// Base requirement whose rows are wanted, with its enhancements.
    pub base: Option<String>,
    /// Provider role.
    pub role: Option<String>,
    /// Component.
    pub component: Option<String>,
    /// Verdict code, or `open` for none that holds.
    pub verdict: Option<String>,
    /// Rows with competing values.
    pub conflicting: Option<bool>,
    /// Rows without any evidence.
    pub no_evidence: Option<bool>,
    /// Rows whose claim is newer than the verdict.
    pub claim_changed: Option<bool>,
    /// Rows of this identity.
    pub mine: Option<bool>,
    /// Rows that this level is the lowest to select.
    pub level: Option<u8>,
    /// `selected`, `above_claim` or `excluded` (by the profile).
    pub scope: Option<String>,
    /// `applicable`, `not_applicable` or `unconfirmed`.
    pub applicability: Option<String>,
    /// Rows with open findings.
    pub findings: Option<bool>,
    /// A tag kind; with `tag_value` rows that carry it, without rows that carry none of the kind.
    pub tag: Option<String>,
    /// The tag's value.
    pub tag_value: Option<String>,
}

/// Which rows in which order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct WorklistQuery {
    /// Filters; all must hold.
    pub filter: Option<Filter>,
    /// `clause`, `interviewee`, `place`, `document` or `assignee`.
    pub order: Option<String>,
    /// Words, each of which must stand in id, label, claims, remarks, rationale, tags or evidence names.
    pub search: Option<String>,
}

/// A part of the rows.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct WorklistPage {
    /// Which rows.
    pub query: WorklistQuery,
    /// First one wanted, from 0.
    pub offset: u32,
    /// How many.
    pub limit: u32,
}

/// That part.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Lines {
    /// Rows that match.
    pub total: u32,
    /// Rows of the worklist.
    pub all: u32,
    /// Place of the first line, from 0.
    pub offset: u32,
    /// The lines.
    pub lines: Vec<Line>,
}

/// Looks for a row by what a person types.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct FindRow {
    /// Which rows.
    pub query: WorklistQuery,
    /// Beginning of an id, `5.2r3`, or a whole row.
    pub typed: String,
}

/// Where it is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FoundRow {
    /// Place among the rows of the query, from 0.
    pub index: Option<u32>,
    /// The row.
    pub row: Option<String>,
}

/// Names of rows that match a query.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RowNames {
    /// In the query's order.
    pub rows: Vec<String>,
}

/// The tree beside the grid.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct OutlineQuery {
    /// `clause`, `interviewee`, `place`, `document` or `assignee`.
    pub order: String,
}

/// The tree beside the grid, with what is covered.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Outline {
    /// Groups, or values of a tag; the last one, with an empty key, holds the rows without the tag.
    pub nodes: Vec<OutlineNode>,
}

/// One node of the tree.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OutlineNode {
    /// Group id, base requirement or tag value.
    pub key: String,
    /// What it says.
    pub label: String,
    /// Rows under it that the claim selects.
    pub rows: u32,
    /// Of them those with a verdict that holds.
    pub judged: u32,
    /// Rows with competing values.
    pub conflicting: u32,
    /// Nodes under it.
    pub children: Vec<OutlineNode>,
}

/// Records the same about one or more rows.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct RecordRows {
    /// The rows.
    pub rows: Vec<String>,
    /// What is recorded.
    pub entry: EntryInput,
    /// Only say which rows would be refused.
    #[serde(default)]
    pub dry: Option<bool>,
}

/// What an evaluator records about a row; absent parts stay as they are.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct EntryInput {
    /// Verdict code.
    pub verdict: Option<String>,
    /// Why.
    pub rationale: Option<String>,
    /// SHA-256 of evidence; absent takes what is linked to each row.
    pub evidence: Option<Vec<String>>,
    /// Why no evidence is named.
    pub no_evidence: Option<String>,
    /// `by_component` or `by_system_integration`.
    pub mode: Option<String>,
    /// What the system must provide.
    pub countermeasure: Option<String>,
    /// Where the user documentation says so.
    pub documented_in: Option<String>,
    /// Justification of "not applicable".
    pub not_applicable: Option<String>,
    /// Why it is applicable after all.
    pub applicable: Option<String>,
    /// The evaluator confirms the justification.
    pub confirm: Option<bool>,
    /// Declared maturity level.
    pub declared_ml: Option<u8>,
    /// Evaluated maturity level.
    pub ml: Option<u8>,
    /// Why a Pass below the declared level stands.
    pub lowered_claim: Option<String>,
    /// Sub-points met, from 1.
    pub sub_points: Option<Vec<u32>>,
    /// A finding raised with it.
    pub finding: Option<FindingInput>,
}

/// A finding to be raised.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FindingInput {
    /// `major`, `minor` or `observation`.
    pub grade: String,
    /// Why this grade.
    pub reason: String,
    /// What is missing.
    pub statement: String,
    /// SHA-256 of objective evidence; that of the verdict where absent.
    #[serde(default)]
    pub evidence: Option<Vec<String>>,
}

/// What came of recording about rows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Recorded {
    /// What changed; `null` where nothing was recorded.
    pub changed: Option<super::Changed>,
    /// Rows that were recorded, or would be.
    pub recorded: Vec<String>,
    /// Rows that were refused, or would be, and why.
    pub refused: Vec<RefusedRow>,
}

/// A row about which something could not be recorded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusedRow {
    /// The row.
    pub row: String,
    /// Why.
    pub problem: super::Trouble,
}

/// Puts a tag on rows; an empty value takes it off.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct TagRows {
    /// The rows.
    pub rows: Vec<String>,
    /// `interviewee`, `place`, `document` or `assignee`.
    pub tag: String,
    /// Its value.
    pub value: String,
}

/// Tag values in use.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TagValues {
    /// By kind.
    pub values: BTreeMap<String, Vec<String>>,
}

/// Rows to be copied.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowList {
    /// The rows.
    pub rows: Vec<String>,
}

/// Text for the clipboard: tab-separated, with a heading line.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Copied {
    /// The text.
    pub text: String,
}

/// Text from the clipboard.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Paste {
    /// Tab-separated lines, as a spreadsheet copies them.
    pub text: String,
    /// Rows that receive lines without an id, in order.
    pub rows: Vec<String>,
    /// Column that a single unnamed column goes into: `verdict` or `rationale`.
    pub column: String,
    /// Record it; otherwise only show what would be recorded.
    pub commit: bool,
}

/// What a paste holds, line by line.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Pasted {
    /// Every line of the text.
    pub lines: Vec<PastedLine>,
    /// What changed.
    pub changed: Option<super::Changed>,
}

/// One pasted line.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PastedLine {
    /// Number in the text, from 1.
    pub line: u32,
    /// The row it goes to.
    pub row: Option<String>,
    /// Verdict code it gives.
    pub verdict: Option<String>,
    /// Rationale it gives.
    pub rationale: Option<String>,
    /// Why it is not recorded; `null` where it is.
    pub problem: Option<super::Trouble>,
}

/// Keeps what is being written about a row, so that nothing is lost before it is recorded.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftSet {
    /// The row or activity.
    pub subject: String,
    /// Texts by field; an empty map forgets them.
    pub texts: BTreeMap<String, String>,
}
