//! What was recorded: rows, activities, findings, evidence, contradictions.

use crate::contents::{FindingAnswer, FindingCheck, GradeChange, Lock};
use serde::{Deserialize, Serialize};

/// The verdict of a row. Components use the first five, service providers `Pass`, `Fail`,
/// `NotApplicable`, `NotEvaluated` and `Open`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum RowVerdict {
    /// 4-2 row fulfilled.
    Fulfilled,
    /// 4-2 row not fulfilled.
    NotFulfilled,
    /// Cannot apply; justified and confirmed.
    NotApplicable,
    /// The evidence allows no verdict.
    Inconclusive,
    /// Not in the scope of this evaluation, or not evaluated.
    #[default]
    NotEvaluated,
    /// 2-4 row passed.
    Pass,
    /// 2-4 row failed.
    Fail,
    /// 2-4 row in scope without a final verdict yet.
    Open,
}

impl RowVerdict {
    /// The code used in word ids and in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            RowVerdict::Fulfilled => "fulfilled",
            RowVerdict::NotFulfilled => "not_fulfilled",
            RowVerdict::NotApplicable => "not_applicable",
            RowVerdict::Inconclusive => "inconclusive",
            RowVerdict::NotEvaluated => "not_evaluated",
            RowVerdict::Pass => "pass",
            RowVerdict::Fail => "fail",
            RowVerdict::Open => "open",
        }
    }
}

/// One row: a requirement, or for a service provider requirement × role (× component).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct RowEntry {
    /// Requirement id, for example `CR 1.1 RE(1)` or `SP.01.01 BR`.
    pub id: String,
    /// Role code (`integration`, `maintenance`), service provider only.
    pub role: Option<String>,
    /// Component the row was split by, service provider only.
    pub component: Option<String>,
    /// Our own label of the requirement.
    pub label: String,
    /// Whether our facts about the requirement are not verified against the standard.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub unsure: bool,
    /// Group id of the checklist (`CCSC`, `FR1` …, or the summary level).
    pub group: String,
    /// Lowest SL at which 4-2 selects the requirement.
    pub selected_from: Option<u8>,
    /// Scope code: `selected`, `above_claim`, `not_listed`, `other_type`, `excluded_by_supplier`,
    /// `out_of_scope`.
    pub scope: String,
    /// Why the row is outside the scope, when it is.
    pub scope_reason: Option<String>,
    /// Applicability code: `applicable`, `not_applicable`, `not_decided`.
    pub applicability: String,
    /// Justification of "not applicable".
    pub justification: Option<String>,
    /// Who confirmed the justification.
    pub confirmed_by: Option<String>,
    /// The supplier's or provider's claim, never a verdict.
    pub claim: Option<ClaimText>,
    /// Fulfilment mode code: `by_component`, `by_system_integration`.
    pub fulfilment: Option<String>,
    /// Compensating countermeasure outside the component: what it is and where it is documented.
    pub countermeasure: Option<String>,
    /// The evaluator's verdict.
    pub verdict: RowVerdict,
    /// What the row counts as, where that differs from its own verdict: an enhancement whose base is
    /// not applicable or not fulfilled counts where its base counts. Component only.
    pub counts_as: Option<RowVerdict>,
    /// Declared maturity level 1 to 4, service provider only.
    pub declared_ml: Option<u8>,
    /// Evaluated maturity level 1 to 4, service provider only.
    pub evaluated_ml: Option<u8>,
    /// Why the verdict is what it is.
    pub rationale: String,
    /// Evidence the verdict rests on.
    pub evidence: Vec<EvidenceUse>,
    /// Why there is no evidence, when there is none.
    pub no_evidence_reason: Option<String>,
    /// Ids of findings on this row.
    pub findings: Vec<String>,
    /// Test case references.
    pub tests: Vec<String>,
    /// Who gave the verdict.
    pub evaluator: Option<String>,
    /// When, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// The evaluator's confidence code: `high`, `medium`, `low`.
    pub confidence: Option<String>,
    /// Earlier verdicts of this row, oldest first: a fix never erases them.
    pub earlier: Vec<EarlierVerdict>,
    /// How far the row is, as a code: `not_started`, `in_work`, `evaluated`, `reviewed`, `locked`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<String>,
    /// Who locked the row, while it is locked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock: Option<Lock>,
}

/// A verdict that a later one took the place of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct EarlierVerdict {
    /// The verdict.
    pub verdict: RowVerdict,
    /// Who gave it.
    pub evaluator: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Why it was taken up again.
    pub reason: String,
}

/// What the vendor wrote, word for word, and where.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ClaimText {
    /// The answer as it was given, for example `Yes` or `met by component`.
    pub answer: String,
    /// The explanation.
    pub text: String,
    /// Where it came from; `None` when it was typed in.
    pub origin: Option<Origin>,
}

/// A place in a vendor's file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Origin {
    /// File name.
    pub file: String,
    /// SHA-256 of the file.
    pub sha256: String,
    /// Sheet.
    pub sheet: String,
    /// Cell, for example `D17`.
    pub cell: String,
}

/// A use of a piece of evidence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct EvidenceUse {
    /// Evidence id.
    pub id: String,
    /// Section, page or record.
    pub place: Option<String>,
}

/// One evaluation activity (core block "EA table").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ActivityEntry {
    /// Our own id, for example `CTX-1`.
    pub id: String,
    /// Group and clause, for example `context (5.3.2)`.
    pub group: String,
    /// Verb code: `check`, `examine`.
    pub verb: String,
    /// Own wording.
    pub label: String,
    /// The numbered activity of the method it stands for, where publicly known.
    pub reference: Option<String>,
    /// `pass`, `fail`, `inconclusive`, or `None` while it has not been carried out.
    pub verdict: Option<String>,
    /// Why.
    pub rationale: String,
    /// Evidence.
    pub evidence: Vec<EvidenceUse>,
    /// Who.
    pub evaluator: Option<String>,
    /// When, `YYYY-MM-DD`.
    pub date: Option<String>,
}

/// A finding (F-16, F-17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Finding {
    /// Id, for example `F-003`.
    pub id: String,
    /// Grade code: `major`, `minor`, `observation`.
    pub grade: String,
    /// Why this grade.
    pub grade_reason: String,
    /// Requirement or activity id.
    pub requirement: String,
    /// Role code, service provider only.
    pub role: Option<String>,
    /// The statement of the nonconformity.
    pub statement: String,
    /// Objective evidence, in words.
    pub objective_evidence: Option<String>,
    /// Evidence.
    pub evidence: Vec<EvidenceUse>,
    /// State code: `raised`, `accepted`, `disputed`, `plan_proposed`, `plan_rejected`, `plan_accepted`,
    /// `implemented`, `not_effective`, `closed`, `rejected`, `escalated`, `withdrawn`.
    pub state: String,
    /// Raised by.
    pub raised_by: Option<String>,
    /// Raised on, `YYYY-MM-DD`.
    pub raised_on: Option<String>,
    /// The client's answer: cause, correction, corrective action.
    pub plan: Option<String>,
    /// Due date, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// How, by whom, when and with what result closure was verified.
    pub verification: Option<String>,
    /// Since when a time limit has been passed, `YYYY-MM-DD`; `None` when none has been.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue_since: Option<String>,
    /// The client's answer in its parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<FindingAnswer>,
    /// Every verification, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<FindingCheck>,
    /// Changes of the grade, oldest first; `grade` is the one that stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grades: Vec<GradeChange>,
    /// The earlier finding that this one repeats.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
}

/// A line of the evidence register.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Evidence {
    /// Id, for example `E-012`.
    pub id: String,
    /// Title.
    pub title: String,
    /// File name as received.
    pub file: Option<String>,
    /// Revision of the document.
    pub revision: Option<String>,
    /// Class code: `process_artefact`, `design_doc`, `user_guidance`, `requirement_test`,
    /// `security_test`, `evaluator_test`, `inspection`, `interview`, `declaration`, `record`, `other`.
    pub class: String,
    /// Producer code: `supplier`, `evaluator`, `third_party`.
    pub producer: String,
    /// Date of the document, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Date on which it was received, `YYYY-MM-DD`.
    pub received: Option<String>,
    /// Media type.
    pub media_type: String,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of the plain bytes.
    pub sha256: String,
    /// Confidentiality class code, as for [`crate::contents::Head::confidentiality`].
    pub confidentiality: String,
    /// Reason why the bytes are withheld, when they are.
    pub withheld: Option<String>,
}

/// Two recorded values that no one has settled.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Conflict {
    /// Row, finding or other subject.
    pub subject: String,
    /// Which field.
    pub field: String,
    /// The values, each with its author.
    pub values: Vec<String>,
}
