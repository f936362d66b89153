//! One row with everything about it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Told;

/// Names a row.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RowName {
    /// `CR 1.1` or `SP.01.01 BR @integration`.
    pub row: String,
}

/// Everything about one row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RowView {
    /// As the grid shows it.
    pub line: super::Line,
    /// The requirement.
    pub requirement: RequirementView,
    /// What the vendor claims.
    pub claims: Vec<ClaimView>,
    /// Whether it can apply.
    pub applicability: Option<ApplicabilityView>,
    /// How it is met.
    pub fulfilment: Option<FulfilmentView>,
    /// The verdict.
    pub verdict: Option<VerdictView>,
    /// Evidence linked to the row or named by its verdict.
    pub evidence: Vec<LinkedEvidence>,
    /// Findings on the row.
    pub findings: Vec<super::FindingView>,
    /// Fields with competing values, side by side.
    pub conflicts: Vec<ConflictView>,
    /// Everything recorded about the row, newest first.
    pub history: Vec<super::TrailEntry>,
    /// What the rules remark about the row.
    pub remarks: Vec<Told>,
    /// What the profile says about it.
    pub profile: Option<super::ProfileRowView>,
    /// The user's own licensed text of the requirement; it is shown here and goes nowhere else.
    pub own_text: Option<String>,
    /// Evaluation activities that are still open before this row's turn.
    pub activities_open: Vec<String>,
    /// Texts written and not yet recorded.
    pub draft: BTreeMap<String, String>,
    /// Verdicts that the method knows, in the order of their keys.
    pub verdicts: Vec<String>,
}

/// The requirement of a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RequirementView {
    /// Id.
    pub id: String,
    /// The base of an enhancement.
    pub parent: Option<String>,
    /// `ccsc`, `base` or `enhancement`.
    pub kind: String,
    /// Our label.
    pub label: String,
    /// Group id.
    pub group: String,
    /// Label of the group.
    pub group_label: String,
    /// Component types it applies to.
    pub applies_to: Vec<String>,
    /// Lowest level that selects it.
    pub level: Option<u8>,
    /// Clause.
    pub clause: Option<String>,
    /// Condition under which it applies.
    pub condition: Option<String>,
    /// The row it rests on.
    pub needs: Option<String>,
    /// Rows that it brings with it.
    pub brings: Vec<String>,
    /// A value chosen by the asset owner is checked, not a fixed one.
    pub owner_parameter: bool,
    /// Documentation is delivered to the owner.
    pub documentation_delivered: Option<bool>,
    /// Parts that must each hold.
    pub sub_points: Vec<String>,
    /// Notes.
    pub notes: Vec<String>,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// Evidence by maturity level (6-1).
    pub patterns: Vec<PatternView>,
    /// What the row is after and what to look at, in our own words.
    pub guidance: Option<GuidanceView>,
    /// Enhancements of a base requirement.
    pub enhancements: Vec<String>,
}

/// What to look for at one maturity level.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PatternView {
    /// 1 to 4.
    pub ml: u8,
    /// What is to be shown.
    pub to_show: String,
    /// Typical evidence.
    pub typical_evidence: Vec<String>,
    /// What the evaluator does.
    pub activities: Vec<String>,
    /// What is not enough.
    pub not_enough: Vec<String>,
}

/// Our own reading of a row; informative.
#[derive(Clone, Debug, Serialize, TS)]
pub struct GuidanceView {
    /// What is achieved when the row is met.
    pub objective: String,
    /// Questions that can be answered from what is at hand.
    pub checks: Vec<String>,
    /// What to look at.
    pub evidence: Vec<EvidenceHint>,
    /// What does not show it.
    pub not_enough: Vec<String>,
    /// When the row applies, as a question; where the answer is no, it is not applicable.
    pub applies_if: Option<String>,
    /// What rises with the level.
    pub levels: Vec<LevelHint>,
    /// Other rows to look at with this one.
    pub couplings: Vec<CouplingHint>,
    /// Suggested tests.
    pub test_cases: Vec<TestHint>,
    /// Why no test can show it.
    pub untestable: Option<String>,
    /// `high`, `medium` or `low`.
    pub confidence: String,
}

/// What to look at, of one class of evidence.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidenceHint {
    /// Class code.
    pub class: String,
    /// What that is for the row.
    pub examples: Vec<String>,
}

/// What one level asks of a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LevelHint {
    /// Security level or maturity level, 1 to 4.
    pub level: u8,
    /// What it adds.
    pub expects: String,
}

/// Another row to look at.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CouplingHint {
    /// Its id.
    pub row: String,
    /// Why.
    pub because: String,
}

/// A suggested test.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TestHint {
    /// What must hold.
    pub expectation: String,
    /// What has to be there before.
    pub preparation: Vec<String>,
    /// What is done, in order.
    pub steps: Vec<String>,
    /// What is seen when it passes.
    pub result: String,
}

/// A cell of the vendor's file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CellText {
    /// Address, `D14`.
    pub cell: String,
    /// Text.
    pub text: String,
    /// SHA-256 of the whole text where this is only its beginning.
    pub whole: Option<String>,
}

/// What the vendor claims, with its origin.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ClaimView {
    /// Event.
    pub event: String,
    /// The answer.
    pub response: Option<CellText>,
    /// Its meaning.
    pub meaning: Option<String>,
    /// References to evidence.
    pub evidence: Vec<CellText>,
    /// Comment.
    pub comment: Option<CellText>,
    /// Declared level as written.
    pub declared: Option<CellText>,
    /// The cell that named the requirement.
    pub id: CellText,
    /// File name.
    pub file_name: String,
    /// SHA-256 of the file.
    pub file: String,
    /// Sheet.
    pub sheet: String,
    /// Row of the sheet.
    pub line: u32,
    /// Who imported it.
    pub author: String,
    /// When, RFC 3339.
    pub time: String,
    /// Newer than the verdict, or gone from a file that is.
    pub changed: bool,
    /// Comments on the cells of its row in the file.
    pub notes: Vec<super::CommentView>,
    /// Name of a newer file of the same kind in which the row is not answered any more.
    pub removed_in: Option<String>,
}

/// Whether the row can apply.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ApplicabilityView {
    /// Whether it can.
    pub applicable: bool,
    /// Why.
    pub justification: String,
    /// Confirmed by the evaluator.
    pub confirmed: bool,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub time: String,
}

/// How the row is met.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FulfilmentView {
    /// Mode.
    pub mode: String,
    /// What the system must provide.
    pub countermeasure: Option<String>,
    /// Where it is documented.
    pub documented_in: Option<String>,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub time: String,
}

/// The verdict.
#[derive(Clone, Debug, Serialize, TS)]
pub struct VerdictView {
    /// Event.
    pub event: String,
    /// Code.
    pub verdict: String,
    /// Why.
    pub rationale: String,
    /// SHA-256 of evidence.
    pub evidence: Vec<String>,
    /// Why none.
    pub no_evidence: Option<String>,
    /// Evaluated maturity level.
    pub ml: Option<u8>,
    /// Why it stands below the declared level.
    pub lowered_claim: Option<String>,
    /// Sub-points met, from 1.
    pub sub_points: Vec<u32>,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub time: String,
    /// Whether it holds beside everything else recorded on the row.
    pub holds: bool,
}

/// A piece of evidence at a row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct LinkedEvidence {
    /// The item.
    pub item: super::EvidenceView,
    /// Named by the verdict that stands.
    pub in_verdict: bool,
    /// Linked to the row.
    pub linked: bool,
}

/// A field with competing values.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConflictView {
    /// Field: `verdict`, `applicability`, `fulfilment` or `declaration`.
    pub field: String,
    /// The values, each with who recorded it.
    pub values: Vec<ConflictValue>,
}

/// One of several competing values.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ConflictValue {
    /// Event.
    pub event: String,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub time: String,
    /// What was recorded: payload fields as text.
    pub args: BTreeMap<String, String>,
    /// SHA-256 of the evidence it names.
    pub evidence: Vec<String>,
}

/// An evaluation activity.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActivityView {
    /// Id, `CTX-1`.
    pub id: String,
    /// Step of the method.
    pub step: u8,
    /// Group.
    pub group: String,
    /// Clause.
    pub clause: String,
    /// `check` or `examine`.
    pub verb: String,
    /// Our label.
    pub label: String,
    /// What a pass needs.
    pub pass_needs: Vec<String>,
    /// Typical evidence.
    pub typical_evidence: Vec<String>,
    /// Reference to the method where known.
    pub reference: Option<String>,
    /// `high`, `medium` or `low`.
    pub confidence: String,
    /// Verdict that stands.
    pub verdict: Option<ActivityVerdictView>,
    /// First earlier activity that is still open; it blocks this one's turn.
    pub blocked_by: Option<String>,
    /// Several verdicts compete.
    pub conflicting: bool,
    /// Linked evidence.
    pub evidence: Vec<super::EvidenceView>,
    /// Findings on it.
    pub findings: Vec<super::FindingView>,
    /// Everything recorded about it, newest first.
    pub history: Vec<super::TrailEntry>,
    /// Texts written and not yet recorded.
    pub draft: BTreeMap<String, String>,
}

/// Verdict on an activity.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ActivityVerdictView {
    /// `pass`, `fail` or `inconclusive`.
    pub verdict: String,
    /// Why.
    pub rationale: String,
    /// SHA-256 of evidence.
    pub evidence: Vec<String>,
    /// Why none.
    pub no_evidence: Option<String>,
    /// Who recorded it.
    pub author: String,
    /// When.
    pub time: String,
}

/// All activities, in the order of the method.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Activities {
    /// In order.
    pub activities: Vec<ActivityView>,
}

/// Records a verdict on an activity.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ActivityRecord {
    /// Id.
    pub activity: String,
    /// `pass`, `fail` or `inconclusive`.
    pub verdict: String,
    /// Why.
    pub rationale: String,
    /// SHA-256 of evidence; absent takes what is linked.
    pub evidence: Option<Vec<String>>,
    /// Why none.
    pub no_evidence: Option<String>,
    /// A finding raised with it.
    pub finding: Option<super::FindingInput>,
}
