//! What can be recorded: the kinds of events and the meaning of their payloads.
//!
//! An event sets the value of one *field* of one *subject* (a row, an activity, a finding, the case itself)
//! and names the earlier events it supersedes. The format is `docs/formats/events.md`.

mod basis;
mod case;
mod certificate;
mod claims;
mod evidence;
mod findings;
mod judgement;
mod nonconformity;
mod payload;
mod records;
mod retract;
mod review;
mod rows;
mod sampling;
mod signed;
mod visit;

use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

use trail::{Digest, EventId, json};

pub use self::{
    basis::{EditionDifference, EditionMove, EditionReview, ProfileAdopt, ProfileRow},
    case::{ActorEnroll, ActorRevoke, ActorRotate, CaseSet, EvaluationOpen, Role},
    certificate::{
        CertificateSet, CertificateState, SurveillancePlan, SurveillanceRecord, SurveillanceResult,
        SurveillanceVisit,
    },
    claims::{CellNote, ClaimSet, Import, SourceCell},
    evidence::{EvidenceAdd, EvidenceWithhold, HandOver},
    findings::{FindingMove, FindingRaise, FindingState},
    judgement::{DecisionRecord, DecisionResult, IssuedFile, ReportIssue, ReviewRecord, ReviewResult},
    nonconformity::{Answer, EscalationCause, FindingEscalate, VerificationMethod},
    payload::{PayloadProblem, from_canonical, from_payload, to_canonical, to_payload},
    records::{
        Area, Clearance, CompetenceArea, CompetenceRecord, ContributionSign, ImpartialityDeclare,
        ImpartialityPoint, ImpartialityReview, Tie, Ties,
    },
    retract::{Retract, Retractions, is_retractable, retracted},
    review::{LockedRow, PointAnswer, PointClose, PointResult, ReviewPoint, RowLock, RowUnlock},
    rows::{ActivitySet, AnyVerdict, ApplicabilitySet, DeclarationSet, FulfilmentSet, RowKey, VerdictSet},
    sampling::{
        Cycle, Judged, PopulationItem, SamplingDraw, SamplingFault, SamplingPlan, SamplingProblem, lowest,
    },
    signed::{ReportSign, SIGNATURE_LEVELS, SIGNING_PLACES, SignedBy},
    visit::{EvidenceLink, TAG_LENGTH, TAGS, TagSet},
};

/// Kinds of events that say something about the evaluation, with their payload version.
pub mod kind {
    /// First event of every chain: key, actor card, program version (see `docs/formats/trail.md`).
    pub const CHAIN_OPEN: &str = "chain.open/1";
    /// The dossier's one opening: which checklist is evaluated, pinned by digest.
    pub const EVALUATION_OPEN: &str = "evaluation.open/1";
    /// The evaluation goes on against another edition of its checklist.
    pub const EDITION_MOVE: &str = "edition.move/1";
    /// A security profile selects rows and levels.
    pub const PROFILE_ADOPT: &str = "profile.adopt/1";
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
    /// Assigns evidence to a row or an activity, before there is a verdict.
    pub const EVIDENCE_LINK: &str = "evidence.link/1";
    /// A tag on a row, for ordering a visit.
    pub const TAG_SET: &str = "tag.set/1";
    /// A nonconformity or observation.
    pub const FINDING_RAISE: &str = "finding.raise/1";
    /// A finding changes its state.
    pub const FINDING_MOVE: &str = "finding.move/1";
    /// A person's own declaration of impartiality for this case.
    pub const IMPARTIALITY_DECLARE: &str = "impartiality.declare/1";
    /// What a quality manager makes of a declaration.
    pub const IMPARTIALITY_REVIEW: &str = "impartiality.review/1";
    /// What a person is competent in, and until when.
    pub const COMPETENCE_RECORD: &str = "competence.record/1";
    /// Input of a technical expert about rows and activities.
    pub const CONTRIBUTION_SIGN: &str = "contribution.sign/1";
    /// Rows are closed against changes after an accepted review.
    pub const ROW_LOCK: &str = "row.lock/1";
    /// Locked rows are opened again, with a reason.
    pub const ROW_UNLOCK: &str = "row.unlock/1";
    /// What a reviewer returns to the evaluator.
    pub const REVIEW_POINT: &str = "review.point/1";
    /// The evaluator's answer to a point.
    pub const POINT_ANSWER: &str = "point.answer/1";
    /// The reviewer's result on a point.
    pub const POINT_CLOSE: &str = "point.close/1";
    /// A minor nonconformity becomes a major one.
    pub const FINDING_ESCALATE: &str = "finding.escalate/1";
    /// A sample is drawn from a population.
    pub const SAMPLING_DRAW: &str = "sampling.draw/1";
    /// What a certification body decides about a certificate it granted.
    pub const CERTIFICATE_STATE: &str = "certificate.state/1";
    /// When surveillance takes place, and what it looks at.
    pub const SURVEILLANCE_PLAN: &str = "surveillance.plan/1";
    /// A surveillance took place.
    pub const SURVEILLANCE_RECORD: &str = "surveillance.record/1";
    /// The reviewer's result over exactly named content.
    pub const REVIEW_RECORD: &str = "review.record/1";
    /// The decision maker's result.
    pub const DECISION_RECORD: &str = "decision.record/1";
    /// A report was issued: digests of all its files.
    pub const REPORT_ISSUE: &str = "report.issue/1";
    /// A file of an issued report carries signatures that other people's tools check.
    pub const REPORT_SIGN: &str = "report.sign/1";
    /// Takes back events of the author's own chain.
    pub const RETRACT: &str = "retract/1";
    /// Heads of all chains and digests of everything else, at one moment.
    pub const SEAL: &str = "seal/1";
    /// A key is replaced by a new key of the same person.
    pub const ACTOR_ROTATE: &str = "actor.rotate/1";
    /// What a key records from some place on counts for nothing.
    pub const ACTOR_REVOKE: &str = "actor.revoke/1";
    /// Everything another copy held was taken in; its parents are all heads.
    pub const MERGE: &str = "merge/1";
    /// A copy was made for somebody, and what was left out of it.
    pub const HAND_OVER: &str = "hand_over/1";
    /// What someone or something outside the dossier says of a checkpoint.
    pub const ANCHOR: &str = "anchor/1";
    /// An older copy was continued on purpose: what the installation remembered, and why.
    pub const COPY_CONTINUE: &str = "copy.continue/1";
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

/// What the event of this `kind` sets, or `None` for kinds that set nothing (`chain.open/1`, `retract/1`,
/// `seal/1`, kinds of later versions). Pure and total: malformed payloads set nothing.
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
        kind::EDITION_MOVE => ("evaluation".to_string(), "edition".to_string()),
        kind::PROFILE_ADOPT => ("evaluation".to_string(), "profile".to_string()),
        kind::CASE_SET => ("case".to_string(), text("field")?.to_string()),
        kind::ACTOR_ENROLL => (format!("actor:{}", text("chain")?), "card".to_string()),
        kind::ACTOR_ROTATE => (format!("actor:{}", text("chain")?), "rotation".to_string()),
        kind::ACTOR_REVOKE => (format!("actor:{}", text("chain")?), "revoked".to_string()),
        kind::CLAIM_SET => of_row("claim")?,
        kind::IMPORT => (format!("import:{}", text("ledger")?), "import".to_string()),
        kind::APPLICABILITY_SET => of_row("applicability")?,
        kind::FULFILMENT_SET => of_row("fulfilment")?,
        kind::DECLARATION_SET => of_row("declaration")?,
        kind::VERDICT_SET => of_row("verdict")?,
        kind::ACTIVITY_SET => (format!("activity:{}", text("activity")?), "verdict".to_string()),
        kind::EVIDENCE_ADD => (format!("evidence:{}", text("sha256")?), "register".to_string()),
        kind::EVIDENCE_WITHHOLD => (format!("evidence:{}", text("sha256")?), "withheld".to_string()),
        kind::EVIDENCE_LINK => {
            let subject = match (row(), text("activity")) {
                (Some(row), None) => format!("link:{row}"),
                (None, Some(activity)) => format!("link:activity:{activity}"),
                _ => return None,
            };
            (subject, text("evidence")?.to_string())
        }
        kind::TAG_SET => (format!("tag:{}", row()?), text("tag")?.to_string()),
        kind::FINDING_RAISE => (format!("finding:{}", text("finding")?), "finding".to_string()),
        kind::FINDING_MOVE => (format!("finding:{}", text("finding")?), "state".to_string()),
        kind::IMPARTIALITY_DECLARE => (format!("person:{}", text("chain")?), "declaration".to_string()),
        kind::IMPARTIALITY_REVIEW => (format!("person:{}", text("chain")?), "clearance".to_string()),
        kind::COMPETENCE_RECORD => (format!("person:{}", text("chain")?), "competence".to_string()),
        kind::CONTRIBUTION_SIGN => (format!("contribution:{}", text("contribution")?), "text".to_string()),
        kind::ROW_LOCK => ("locks".to_string(), "lock".to_string()),
        kind::ROW_UNLOCK => ("locks".to_string(), "unlock".to_string()),
        kind::REVIEW_POINT => (format!("point:{}", text("point")?), "point".to_string()),
        kind::POINT_ANSWER => (format!("point:{}", text("point")?), "answer".to_string()),
        kind::POINT_CLOSE => (format!("point:{}", text("point")?), "close".to_string()),
        kind::FINDING_ESCALATE => (format!("finding:{}", text("finding")?), "grade".to_string()),
        kind::SAMPLING_DRAW => (format!("sampling:{}", text("stratum")?), "draw".to_string()),
        kind::CERTIFICATE_STATE => ("certificate".to_string(), "state".to_string()),
        kind::SURVEILLANCE_PLAN => ("surveillance".to_string(), "plan".to_string()),
        kind::SURVEILLANCE_RECORD => (format!("surveillance:{}", text("date")?), "record".to_string()),
        kind::REVIEW_RECORD => ("review".to_string(), "result".to_string()),
        kind::DECISION_RECORD => ("decision".to_string(), "result".to_string()),
        kind::REPORT_SIGN => {
            (format!("signed:{}", payload.get("file")?.get("sha256")?.as_text()?), "file".to_string())
        }
        kind::REPORT_ISSUE => (
            format!("report:{}", text("number")?),
            format!("revision {}", payload.get("revision")?.as_int()?),
        ),
        _ => return None,
    };
    let supersedes = payload
        .get("supersedes")
        .and_then(json::Value::as_list)
        .map(|list| list.iter().filter_map(|id| Digest::from_hex(id.as_text()?)).collect());
    Some(Current { subject, field, supersedes: supersedes.unwrap_or_default(), value: payload.clone() })
}

/// Event ids as the payloads write them.
#[must_use]
pub fn hex_ids(ids: &[EventId]) -> Vec<String> {
    ids.iter().map(ToString::to_string).collect()
}
