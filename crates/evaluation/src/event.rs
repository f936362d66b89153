//! What can be recorded: the kinds of events and the meaning of their payloads.
//!
//! An event sets the value of one *field* of one *subject* (a row, an activity, a finding, the case itself)
//! and names the earlier events it supersedes. The format is `docs/formats/events.md`.

use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde::{Deserialize, Serialize, de::DeserializeOwned};
use trail::{Digest, EventId, json};

use crate::verdict::{ActivityVerdict, Fulfilment, Grade, ProviderVerdict, Verdict};

/// Kinds of events that say something about the evaluation, with their payload version.
pub mod kind {
    /// First event of every chain: key, actor card, program version (see `docs/formats/trail.md`).
    pub const CHAIN_OPEN: &str = "chain.open/1";
    /// The dossier's one opening: which checklist is evaluated, pinned by digest.
    pub const EVALUATION_OPEN: &str = "evaluation.open/1";
    /// One fact about the case: object, claim, issuer, plan, report data.
    pub const CASE_SET: &str = "case.set/1";
    /// The lead admits a key with name, organisation and roles.
    pub const ACTOR_ENROLL: &str = "actor.enroll/1";
    /// What the vendor or provider claims for one row, with its origin.
    pub const CLAIM_SET: &str = "claim.set/1";
    /// One import of a spreadsheet: file, mapping, totals.
    pub const IMPORT: &str = "import/1";
    /// Whether a row can apply at all, with the justification.
    pub const APPLICABILITY_SET: &str = "applicability.set/1";
    /// Met by the component or by system integration (6-2, ER-1).
    pub const FULFILMENT_SET: &str = "fulfilment.set/1";
    /// The maturity level the applicant declares for one row (6-1).
    pub const DECLARATION_SET: &str = "declaration.set/1";
    /// The evaluator's verdict on one row.
    pub const VERDICT_SET: &str = "verdict.set/1";
    /// The evaluator's verdict on one evaluation activity (6-2).
    pub const ACTIVITY_SET: &str = "activity.set/1";
    /// Registers evidence whose bytes lie in the dossier.
    pub const EVIDENCE_ADD: &str = "evidence.add/1";
    /// Says that evidence bytes were taken out, and why.
    pub const EVIDENCE_WITHHOLD: &str = "evidence.withhold/1";
    /// A nonconformity or observation.
    pub const FINDING_RAISE: &str = "finding.raise/1";
    /// A finding changes its state.
    pub const FINDING_MOVE: &str = "finding.move/1";
    /// The reviewer's result over exactly named content.
    pub const REVIEW_RECORD: &str = "review.record/1";
    /// The decision maker's result.
    pub const DECISION_RECORD: &str = "decision.record/1";
    /// A report was issued: digests of all its files.
    pub const REPORT_ISSUE: &str = "report.issue/1";
    /// Heads of all chains and digests of everything else, at one moment.
    pub const SEAL: &str = "seal/1";
}

/// What an event says about one field of one subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Current {
    /// What it is about: `case`, `row:CR 1.1`, `activity:CTX-1`, `finding:<id>`, `evidence:<sha256>` …
    pub subject: String,
    /// Which of the subject's fields.
    pub field: String,
    /// The earlier events on the same subject and field that this one replaces.
    pub supersedes: Vec<Digest>,
    /// The payload as recorded.
    pub value: json::Value,
}

/// What the event of this `kind` sets, or `None` for kinds that set nothing (`chain.open/1`, `seal/1`,
/// kinds of later versions). Pure and total: malformed payloads set nothing.
#[must_use]
pub fn current(kind: &str, payload: &json::Value) -> Option<Current> {
    let text = |key: &str| payload.get(key).and_then(json::Value::as_text);
    let row = || {
        let row = payload.get("row")?;
        let part = |key: &str| row.get(key).and_then(json::Value::as_text).map(ToString::to_string);
        Some(RowKey { requirement: part("requirement")?, role: part("role"), component: part("component") })
    };
    let of_row = |field: &str| row().map(|r| (format!("row:{r}"), field.to_string()));
    let (subject, field) = match kind {
        kind::EVALUATION_OPEN => ("evaluation".to_string(), "open".to_string()),
        kind::CASE_SET => ("case".to_string(), text("field")?.to_string()),
        kind::ACTOR_ENROLL => (format!("actor:{}", text("chain")?), "card".to_string()),
        kind::CLAIM_SET => of_row("claim")?,
        kind::IMPORT => (format!("import:{}", text("ledger")?), "import".to_string()),
        kind::APPLICABILITY_SET => of_row("applicability")?,
        kind::FULFILMENT_SET => of_row("fulfilment")?,
        kind::DECLARATION_SET => of_row("declaration")?,
        kind::VERDICT_SET => of_row("verdict")?,
        kind::ACTIVITY_SET => (format!("activity:{}", text("activity")?), "verdict".to_string()),
        kind::EVIDENCE_ADD => (format!("evidence:{}", text("sha256")?), "register".to_string()),
        kind::EVIDENCE_WITHHOLD => (format!("evidence:{}", text("sha256")?), "withheld".to_string()),
        kind::FINDING_RAISE => (format!("finding:{}", text("finding")?), "finding".to_string()),
        kind::FINDING_MOVE => (format!("finding:{}", text("finding")?), "state".to_string()),
        kind::REVIEW_RECORD => ("review".to_string(), "result".to_string()),
        kind::DECISION_RECORD => ("decision".to_string(), "result".to_string()),
        kind::REPORT_ISSUE => (format!("report:{}", text("number")?), format!("revision {}", payload.get("revision")?.as_int()?)),
        _ => return None,
    };
    let supersedes = payload.get("supersedes").and_then(json::Value::as_list).map(|list| {
        list.iter().filter_map(|id| Digest::from_hex(id.as_text()?)).collect()
    });
    Some(Current { subject, field, supersedes: supersedes.unwrap_or_default(), value: payload.clone() })
}

/// One row of the worklist. For 4-2 the requirement alone; for 2-4 requirement × role (× component),
/// because a maturity level belongs to exactly that (IEC TS 62443-6-1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowKey {
    /// Requirement id as in the checklist, `CR 1.1 RE(1)` or `SP.01.02 BR`.
    pub requirement: String,
    /// `integration` or `maintenance` (2-4 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Component of the provider's offer, where the evaluation separates them (2-4 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
}

impl RowKey {
    /// A 4-2 row: the requirement alone.
    #[must_use]
    pub fn of(requirement: &str) -> Self {
        Self { requirement: requirement.to_string(), role: None, component: None }
    }

    /// Reads the form shown by `Display`: `SP.01.02 BR @integration /PLC`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (rest, component) = match text.split_once(" /") {
            Some((rest, component)) => (rest, Some(component.trim().to_string())),
            None => (text, None),
        };
        let (requirement, role) = match rest.split_once(" @") {
            Some((requirement, role)) => (requirement, Some(role.trim().to_string())),
            None => (rest, None),
        };
        Self { requirement: requirement.trim().to_string(), role, component }
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.requirement)?;
        if let Some(role) = &self.role {
            write!(f, " @{role}")?;
        }
        if let Some(component) = &self.component {
            write!(f, " /{component}")?;
        }
        Ok(())
    }
}

/// Payload of `evaluation.open/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvaluationOpen {
    /// Checklist id, `iec-62443-4-2-2019`.
    pub checklist: String,
    /// SHA-256 of the pack's bytes, which lie in the dossier as evidence of class `checklist`.
    pub checklist_sha256: String,
    /// What the evaluation is called on screen.
    pub title: String,
}

/// Payload of `case.set/1`. Fields and types: [`crate::case`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSet {
    /// Name from the table of case fields.
    pub field: String,
    /// Its value: text, list of texts, or list of seven levels.
    pub value: serde_json::Value,
    /// Why a value was changed, where the field asks for it (a reduced claim).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `actor.enroll/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorEnroll {
    /// Chain of the admitted key in this dossier.
    pub chain: String,
    /// The key, 64 hexadecimal digits.
    pub key: String,
    /// Person's name.
    pub name: String,
    /// Person's organisation.
    pub organisation: String,
    /// What the person may do in this case.
    pub roles: Vec<Role>,
    /// Standards, technologies and methods the person is competent in, for this case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competence: Option<String>,
    /// The person's declaration of impartiality for this case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impartiality: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Roles of an evaluation (ISO/IEC 17065 7.5 and 7.6, ISO/IEC 17020; see `docs/formats/events.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Speaks for the assessed party.
    ClientContact,
    /// Sets verdicts and findings.
    Evaluator,
    /// Evaluator who also admits others and writes the case data.
    Lead,
    /// Gives input, sets no verdict.
    TechnicalExpert,
    /// Accepts or returns; never edits a verdict.
    Reviewer,
    /// Grants or refuses.
    DecisionMaker,
    /// Clears conflicts of interest.
    QualityManager,
}

impl Role {
    /// All roles, in the order of the table of roles.
    pub const ALL: [Self; 7] = [
        Self::ClientContact,
        Self::Evaluator,
        Self::Lead,
        Self::TechnicalExpert,
        Self::Reviewer,
        Self::DecisionMaker,
        Self::QualityManager,
    ];

    /// The code used in events and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ClientContact => "client_contact",
            Self::Evaluator => "evaluator",
            Self::Lead => "lead",
            Self::TechnicalExpert => "technical_expert",
            Self::Reviewer => "reviewer",
            Self::DecisionMaker => "decision_maker",
            Self::QualityManager => "quality_manager",
        }
    }
}

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

/// Payload of `applicability.set/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicabilitySet {
    /// The row.
    pub row: RowKey,
    /// Whether the requirement can apply to the object.
    pub applicable: bool,
    /// Why not, tied to the interfaces or the services of the object.
    pub justification: String,
    /// The evaluator has confirmed it, as every N/A needs.
    pub confirmed: bool,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `fulfilment.set/1` (IEC TS 62443-6-2, ER-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FulfilmentSet {
    /// The row.
    pub row: RowKey,
    /// How it is met.
    pub mode: Fulfilment,
    /// For integration: what the system must provide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub countermeasure: Option<String>,
    /// For integration: where the user documentation says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documented_in: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `declaration.set/1` (6-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclarationSet {
    /// The row.
    pub row: RowKey,
    /// Declared maturity level, 1 to 4.
    pub ml: u8,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// The evaluator's verdict, in the vocabulary of the method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnyVerdict {
    /// 6-2: the requirement is fulfilled.
    Fulfilled,
    /// 6-2: it is not.
    NotFulfilled,
    /// 6-2: the evidence does not allow a verdict; blocks any positive conclusion.
    Inconclusive,
    /// 6-1: all parts met and the maturity level reached.
    Pass,
    /// 6-1: a part is missing or unsupported.
    Fail,
    /// Both: the requirement cannot apply.
    NotApplicable,
    /// Both: not evaluated; for 6-1 a final statement with its scope reason.
    NotEvaluated,
}

impl AnyVerdict {
    /// In the vocabulary of 6-2, if it belongs there.
    #[must_use]
    pub const fn component(self) -> Option<Verdict> {
        Some(match self {
            Self::Fulfilled => Verdict::Fulfilled,
            Self::NotFulfilled => Verdict::NotFulfilled,
            Self::Inconclusive => Verdict::Inconclusive,
            Self::NotApplicable => Verdict::NotApplicable,
            Self::NotEvaluated => Verdict::NotEvaluated,
            Self::Pass | Self::Fail => return None,
        })
    }

    /// In the vocabulary of 6-1, if it belongs there.
    #[must_use]
    pub const fn provider(self) -> Option<ProviderVerdict> {
        Some(match self {
            Self::Pass => ProviderVerdict::Pass,
            Self::Fail => ProviderVerdict::Fail,
            Self::NotApplicable => ProviderVerdict::NotApplicable,
            Self::NotEvaluated => ProviderVerdict::NotEvaluated,
            Self::Fulfilled | Self::NotFulfilled | Self::Inconclusive => return None,
        })
    }

    /// The code used in events, reports and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::NotFulfilled => "not_fulfilled",
            Self::Inconclusive => "inconclusive",
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotApplicable => "not_applicable",
            Self::NotEvaluated => "not_evaluated",
        }
    }
}

/// Payload of `verdict.set/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictSet {
    /// The row.
    pub row: RowKey,
    /// The verdict.
    pub verdict: AnyVerdict,
    /// Why; never empty.
    pub rationale: String,
    /// SHA-256 of the evidence it rests on.
    pub evidence: Vec<String>,
    /// Why no evidence is named, where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_evidence_reason: Option<String>,
    /// Evaluated maturity level, 1 to 4 (6-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ml: Option<u8>,
    /// Why a Pass stands although the evaluated level is below the declared one (6-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowered_claim: Option<String>,
    /// Numbers of the requirement's sub-points that are met, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_points_met: Vec<u32>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `activity.set/1` (IEC TS 62443-6-2 clause 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivitySet {
    /// Activity id of the pack, `CTX-1`.
    pub activity: String,
    /// Verdict.
    pub verdict: ActivityVerdict,
    /// Why.
    pub rationale: String,
    /// SHA-256 of the evidence.
    pub evidence: Vec<String>,
    /// Why no evidence is named, where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_evidence_reason: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `evidence.add/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceAdd {
    /// SHA-256 of the plain bytes.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// File name without folders.
    pub name: String,
    /// Media type by content, `application/pdf`.
    pub media_type: String,
    /// What kind of evidence: a code of [`crate::case::EVIDENCE_CLASSES`].
    pub class: String,
    /// Title as a reader would cite it.
    pub title: String,
    /// Revision or version of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// Who produced it: `supplier`, `evaluator` or `third_party`.
    pub producer: String,
    /// Date of the document or record, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Sampled project it belongs to (6-1), as coded in the sampling record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// Version of the component it was made with (6-2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// `public`, `confidential` or `strictly_confidential`.
    pub confidentiality: String,
    /// Replaced events: an earlier register entry of the same bytes.
    pub supersedes: Vec<String>,
}

/// Payload of `evidence.withhold/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceWithhold {
    /// SHA-256 of the bytes taken out.
    pub sha256: String,
    /// Why.
    pub reason: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `finding.raise/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRaise {
    /// Number within the dossier, `F-1`.
    pub finding: String,
    /// The row it is about, if it is about a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowKey>,
    /// The evaluation activity it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Grade.
    pub grade: Grade,
    /// Why this grade.
    pub grade_reason: String,
    /// What is missing, in one or two sentences.
    pub statement: String,
    /// SHA-256 of the objective evidence.
    pub evidence: Vec<String>,
    /// Replaced events: an earlier wording or grade.
    pub supersedes: Vec<String>,
}

/// Where a finding stands. The original finding and verdict are never rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// Raised, not yet answered.
    Raised,
    /// The client accepts it.
    Accepted,
    /// The client disputes it.
    Disputed,
    /// A plan for correction and corrective action is proposed.
    PlanProposed,
    /// The evaluator accepts the plan.
    PlanAccepted,
    /// The client says it is done.
    Implemented,
    /// The evaluator has verified that it works.
    Closed,
    /// Taken back by the evaluator, with the reason.
    Withdrawn,
}

impl FindingState {
    /// The code used in events and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Accepted => "accepted",
            Self::Disputed => "disputed",
            Self::PlanProposed => "plan_proposed",
            Self::PlanAccepted => "plan_accepted",
            Self::Implemented => "implemented",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Whether the finding still stands.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Withdrawn)
    }

    /// The states that may follow this one.
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Raised => &[Self::Accepted, Self::Disputed, Self::PlanProposed, Self::Withdrawn],
            Self::Accepted => &[Self::PlanProposed, Self::Implemented, Self::Withdrawn],
            Self::Disputed => &[Self::Accepted, Self::Withdrawn],
            Self::PlanProposed => &[Self::PlanAccepted, Self::Accepted, Self::Withdrawn],
            Self::PlanAccepted => &[Self::Implemented, Self::Withdrawn],
            Self::Implemented => &[Self::Closed, Self::Accepted, Self::Withdrawn],
            Self::Closed | Self::Withdrawn => &[],
        }
    }
}

/// Payload of `finding.move/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingMove {
    /// The finding.
    pub finding: String,
    /// The new state.
    pub state: FindingState,
    /// What was said or seen: the answer, the plan, the verification.
    pub note: String,
    /// Due date of the plan, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// SHA-256 of new evidence.
    pub evidence: Vec<String>,
    /// Replaced events: the state before.
    pub supersedes: Vec<String>,
}

/// Result of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewResult {
    /// Nothing to change.
    Accepted,
    /// Returned to the evaluator with points.
    Returned,
}

/// Payload of `review.record/1` (ISO/IEC 17065 7.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRecord {
    /// Accepted or returned.
    pub result: ReviewResult,
    /// What was looked at and what was raised.
    pub points: String,
    /// Digest of the evaluation content that was reviewed ([`crate::State::content_digest`]).
    pub covers: String,
    /// Replaced events: an earlier review.
    pub supersedes: Vec<String>,
}

/// Result of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionResult {
    /// Conformity is attested.
    Granted,
    /// It is not.
    Refused,
}

/// Payload of `decision.record/1` (ISO/IEC 17065 7.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    /// Granted or refused.
    pub result: DecisionResult,
    /// Reasons and conditions.
    pub reasons: String,
    /// Digest of the evaluation content that was decided on.
    pub covers: String,
    /// Replaced events: an earlier decision.
    pub supersedes: Vec<String>,
}

/// One file of an issued report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssuedFile {
    /// File name.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
}

/// Payload of `report.issue/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportIssue {
    /// Report number, unique in the dossier together with the revision.
    pub number: String,
    /// Revision, counted from 1.
    pub revision: u32,
    /// `self_declaration`, `independent_assessment` or `certification_body`.
    pub report_kind: String,
    /// SHA-256 of the data set all its renderings were made from.
    pub data: String,
    /// Its files.
    pub files: Vec<IssuedFile>,
}

/// Turns a typed payload into the canonical form the trail stores.
///
/// # Errors
/// The payload holds a number with a fraction or outside ±(2^53-1), or a key that is not ASCII.
pub fn to_payload<T: Serialize>(payload: &T) -> Result<json::Value, PayloadProblem> {
    let value = serde_json::to_value(payload).map_err(|e| PayloadProblem(e.to_string()))?;
    to_canonical(&value)
}

/// Reads a payload into its typed structure.
///
/// # Errors
/// The payload is not of that kind: a field is missing, unknown or of another type.
pub fn from_payload<T: DeserializeOwned>(payload: &json::Value) -> Result<T, PayloadProblem> {
    serde_json::from_value(from_canonical(payload)).map_err(|e| PayloadProblem(e.to_string()))
}

/// A payload that cannot be recorded or read, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PayloadProblem(pub String);

/// JSON as serde knows it, in the trail's canonical value type.
///
/// # Errors
/// A number with a fraction or outside ±(2^53-1).
pub fn to_canonical(value: &serde_json::Value) -> Result<json::Value, PayloadProblem> {
    Ok(match value {
        serde_json::Value::Null => json::Value::Null,
        serde_json::Value::Bool(b) => json::Value::Bool(*b),
        serde_json::Value::Number(n) => json::Value::Int(
            n.as_i64()
                .filter(|i| i.unsigned_abs() < 1 << 53)
                .ok_or_else(|| PayloadProblem(format!("{n} is not a whole number the trail can hold")))?,
        ),
        serde_json::Value::String(s) => json::Value::Text(s.clone()),
        serde_json::Value::Array(list) => json::Value::List(list.iter().map(to_canonical).collect::<Result<_, _>>()?),
        serde_json::Value::Object(map) => json::Value::Map(
            map.iter().map(|(k, v)| Ok((k.clone(), to_canonical(v)?))).collect::<Result<_, PayloadProblem>>()?,
        ),
    })
}

/// The trail's canonical value as JSON that serde knows.
#[must_use]
pub fn from_canonical(value: &json::Value) -> serde_json::Value {
    match value {
        json::Value::Null => serde_json::Value::Null,
        json::Value::Bool(b) => (*b).into(),
        json::Value::Int(i) => (*i).into(),
        json::Value::Text(s) => s.clone().into(),
        json::Value::List(list) => list.iter().map(from_canonical).collect(),
        json::Value::Map(map) => {
            serde_json::Value::Object(map.iter().map(|(k, v)| (k.clone(), from_canonical(v))).collect())
        }
    }
}

/// Event ids as the payloads write them.
#[must_use]
pub fn hex_ids(ids: &[EventId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
