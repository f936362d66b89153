//! From a request to events, or to a refusal that names the rule and what to do.
//!
//! Pure: who asks, what stands and what the checklist says come in as arguments; nothing is written here.
//! The texts of refusals are in the locale under `refusal-<rule>` and `refusal-<rule>-do`.

mod basis;
mod certificate;
mod findings;
mod intake;
mod locks;
mod people;
mod points;
mod records;
mod retract;
mod rows;
mod sampling;
mod setup;
mod signed;
mod team;
mod verdicts;
mod visit;

use alloc::{
    boxed::Box,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use checklist::Checklist;
use serde::Serialize;
use trail::{ChainId, EventId, PublicKey, json};

pub use self::basis::{EditionChange, edition_change};
use crate::{
    case,
    event::{
        ActivitySet, ActorEnroll, Answer, AnyVerdict, Area, CertificateSet, ClaimSet, Clearance,
        DecisionResult, EvaluationOpen, EvidenceAdd, FindingEscalate, FindingMove, FindingState, HandOver,
        Import, PointResult, ProfileAdopt, ReportSign, ReviewResult, Role, RowKey, SamplingPlan,
        SurveillancePlan, SurveillanceRecord, Ties, VerificationMethod, hex_ids, to_payload,
    },
    state::State,
    verdict::{ActivityVerdict, Fulfilment, Grade},
};

/// An event to be appended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// Kind with version.
    pub kind: &'static str,
    /// Payload in canonical form.
    pub payload: json::Value,
}

/// Why a request was not carried out. Nothing was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    /// Code of the rule; texts `refusal-<rule>` and `refusal-<rule>-do`.
    pub rule: &'static str,
    /// What it is about: a row, a field, a finding.
    pub place: String,
    /// Arguments of the text.
    pub args: Vec<(&'static str, String)>,
}

impl Refusal {
    /// A refusal without further arguments.
    #[must_use]
    pub fn new(rule: &'static str, place: impl ToString) -> Self {
        Self { rule, place: place.to_string(), args: Vec::new() }
    }

    /// The same with one more argument for its text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// What is asked of the evaluation.
#[derive(Clone, Debug)]
pub enum Request {
    /// Opens the evaluation; the first event after the chain's own.
    Open(EvaluationOpen),
    /// Sets a fact of the case.
    SetCase {
        /// Field name.
        field: String,
        /// Value in the field's shape.
        value: serde_json::Value,
        /// Why, where a recorded claim changes.
        reason: Option<String>,
    },
    /// Adopts a security profile; `supersedes` is filled in here.
    AdoptProfile(ProfileAdopt),
    /// Moves the evaluation to another edition of its checklist.
    MoveEdition {
        /// The other pack.
        to: Box<Checklist>,
        /// Why.
        reason: String,
    },
    /// Admits a key, or writes the founder's own card.
    Enroll(ActorEnroll),
    /// Names the key that takes the place of the author's own.
    Rotate {
        /// The new key.
        key: PublicKey,
        /// Why.
        reason: Option<String>,
    },
    /// Says that a key's events behind one place count for nothing.
    Revoke {
        /// The key's chain.
        chain: ChainId,
        /// The last place that counts.
        last: u64,
        /// Why.
        reason: String,
    },
    /// Says that a copy is made for somebody.
    HandOver(HandOver),
    /// Takes in the claims of one spreadsheet.
    Import {
        /// One claim per row; `supersedes` is filled in here.
        claims: Vec<ClaimSet>,
        /// The import itself. In `repeated` it may name rows that say the same as before in other words; rows that say
        /// the same in the same words are added here.
        import: Import,
    },
    /// Records what the evaluator says about one row.
    Record(RecordRow),
    /// Records the verdict on an evaluation activity.
    RecordActivity {
        /// Activity id.
        activity: String,
        /// Verdict.
        verdict: ActivityVerdict,
        /// Why.
        rationale: String,
        /// SHA-256 of evidence.
        evidence: Vec<String>,
        /// Why none.
        no_evidence_reason: Option<String>,
        /// A finding raised together with a failed activity.
        finding: Option<NewFinding>,
    },
    /// Registers evidence whose bytes are being stored.
    AddEvidence(EvidenceAdd),
    /// Takes evidence bytes out, with a reason.
    WithholdEvidence {
        /// The bytes.
        sha256: String,
        /// Why.
        reason: String,
    },
    /// Raises a finding.
    RaiseFinding(NewFinding),
    /// Moves a finding to another state.
    MoveFinding {
        /// Finding id.
        finding: String,
        /// New state.
        state: FindingState,
        /// What was said or seen.
        note: String,
        /// Due date of a plan.
        due: Option<String>,
        /// New evidence.
        evidence: Vec<String>,
        /// The client's answer, part by part.
        answer: Option<Answer>,
        /// How it was verified.
        method: Option<VerificationMethod>,
    },
    /// Makes a minor nonconformity a major one; `supersedes` is filled in here.
    EscalateFinding(FindingEscalate),
    /// Draws a sample.
    DrawSample(SamplingPlan),
    /// Says what becomes of a granted certificate; `decision` and `supersedes` are filled in here.
    SetCertificate(CertificateSet),
    /// Plans surveillance; `supersedes` is filled in here.
    PlanSurveillance(SurveillancePlan),
    /// Records a surveillance; `supersedes` is filled in here.
    RecordSurveillance(SurveillanceRecord),
    /// Records a review.
    Review {
        /// Accepted or returned.
        result: ReviewResult,
        /// Points raised, or what was looked at.
        points: String,
    },
    /// Declares the author's own impartiality.
    DeclareImpartiality {
        /// The answers.
        points: Ties,
        /// What else is declared.
        text: Option<String>,
    },
    /// Judges somebody's declaration of impartiality.
    ReviewImpartiality {
        /// A key of the person.
        of: ChainId,
        /// Cleared, with safeguards, or barred.
        result: Clearance,
        /// Why, and which safeguards.
        reasons: String,
    },
    /// Records somebody's competence.
    RecordCompetence {
        /// A key of the person.
        of: ChainId,
        /// What the person is competent in.
        areas: Vec<Area>,
        /// What that rests on.
        basis: String,
        /// The last day on which it holds.
        valid_until: String,
    },
    /// Signs the input of a technical expert.
    Contribute(Contribution),
    /// Closes rows against changes, after an accepted review.
    LockRows {
        /// The rows.
        rows: Vec<RowKey>,
    },
    /// Opens locked rows again.
    UnlockRows {
        /// The rows.
        rows: Vec<RowKey>,
        /// Why.
        reason: String,
    },
    /// Returns a point to the evaluator.
    RaisePoint(NewPoint),
    /// Answers a point.
    AnswerPoint {
        /// Its number.
        point: String,
        /// What was done, or why nothing is to be done.
        text: String,
        /// New evidence.
        evidence: Vec<String>,
    },
    /// Says what an answer is worth, or takes a point back.
    ClosePoint {
        /// Its number.
        point: String,
        /// Settled, not settled, withdrawn.
        result: PointResult,
        /// How it was settled, or what is missing.
        note: String,
    },
    /// Records a decision.
    Decide {
        /// Granted, granted under conditions, or refused.
        result: DecisionResult,
        /// Reasons.
        reasons: String,
        /// Conditions, where it is granted under some.
        conditions: Vec<String>,
    },
    /// Records a signed file of an issued report.
    RecordSigned(ReportSign),
    /// Takes back events of one's own: undo, and where they are retractions, redo.
    Retract {
        /// The events.
        events: Vec<EventId>,
        /// Why.
        reason: Option<String>,
    },
    /// Sets a tag on rows.
    SetTag {
        /// The rows.
        rows: Vec<RowKey>,
        /// Which tag.
        tag: String,
        /// Its value; blank takes the tag off.
        value: String,
    },
    /// Assigns evidence to a row or an activity, or takes the assignment away.
    LinkEvidence {
        /// The row.
        row: Option<RowKey>,
        /// Or the activity.
        activity: Option<String>,
        /// SHA-256 of the evidence.
        evidence: Vec<String>,
        /// Whether it belongs there.
        linked: bool,
    },
}

/// What the evaluator records about one row; absent parts stay as they are.
#[derive(Clone, Debug, Default)]
pub struct RecordRow {
    /// The row.
    pub row: Option<RowKey>,
    /// Applicable or not, the justification, and the evaluator's confirmation.
    pub applicability: Option<(bool, String, bool)>,
    /// Mode, countermeasure, where documented.
    pub fulfilment: Option<(Fulfilment, Option<String>, Option<String>)>,
    /// Declared maturity level.
    pub declared_ml: Option<u8>,
    /// Verdict.
    pub verdict: Option<NewVerdict>,
    /// A finding raised together with a negative verdict.
    pub finding: Option<NewFinding>,
}

/// A verdict as asked for.
#[derive(Clone, Debug)]
pub struct NewVerdict {
    /// The verdict.
    pub verdict: AnyVerdict,
    /// Why.
    pub rationale: String,
    /// SHA-256 of evidence.
    pub evidence: Vec<String>,
    /// Why none.
    pub no_evidence_reason: Option<String>,
    /// Evaluated maturity level.
    pub ml: Option<u8>,
    /// Why a Pass below the declared level stands.
    pub lowered_claim: Option<String>,
    /// Sub-points met, from 1.
    pub sub_points_met: Vec<u32>,
}

/// A finding as asked for; number and row are filled in here.
#[derive(Clone, Debug)]
pub struct NewFinding {
    /// The row.
    pub row: Option<RowKey>,
    /// Or the activity.
    pub activity: Option<String>,
    /// Grade.
    pub grade: Grade,
    /// Why this grade.
    pub grade_reason: String,
    /// Statement.
    pub statement: String,
    /// Objective evidence.
    pub evidence: Vec<String>,
    /// The nonconformity that is seen again.
    pub repeats: Option<String>,
}

/// The input of a technical expert as asked for; its number is filled in here.
#[derive(Clone, Debug, Default)]
pub struct Contribution {
    /// The rows it is about.
    pub rows: Vec<RowKey>,
    /// The evaluation activities it is about.
    pub activities: Vec<String>,
    /// What the expert says.
    pub text: String,
    /// SHA-256 of what it rests on.
    pub evidence: Vec<String>,
    /// The number of an own contribution that it takes the place of.
    pub replaces: Option<String>,
}

/// A point of a review as asked for; its number is filled in here. At most one subject; without one it is about the
/// case as a whole.
#[derive(Clone, Debug, Default)]
pub struct NewPoint {
    /// The row.
    pub row: Option<RowKey>,
    /// Or the activity.
    pub activity: Option<String>,
    /// Or the finding.
    pub finding: Option<String>,
    /// What is not in order.
    pub text: String,
}

/// Who asks, what stands, and the checklist.
#[derive(Clone, Copy, Debug)]
pub struct Context<'a> {
    /// What stands now.
    pub state: &'a State,
    /// The pinned checklist.
    pub checklist: &'a Checklist,
    /// The chain of the person who asks.
    pub author: ChainId,
}

/// Decides one request.
///
/// # Errors
/// A [`Refusal`] naming the rule that stands against it.
pub fn decide(context: Context<'_>, request: Request) -> Result<Vec<NewEvent>, Refusal> {
    match request {
        Request::Open(open) => context.open(&open),
        Request::SetCase { field, value, reason } => context.set_case(&field, value, reason),
        Request::AdoptProfile(adopt) => context.adopt_profile(adopt),
        Request::MoveEdition { to, reason } => context.move_edition(&to, reason),
        Request::Enroll(card) => context.enroll(card),
        Request::Rotate { key, reason } => context.rotate(&key, reason),
        Request::Revoke { chain, last, reason } => context.revoke(chain, last, reason),
        Request::HandOver(hand_over) => context.hand_over(hand_over),
        Request::Import { claims, import } => context.import(claims, import),
        Request::Record(record) => context.record(record),
        Request::RecordActivity { activity, verdict, rationale, evidence, no_evidence_reason, finding } => {
            let set = ActivitySet {
                activity,
                verdict,
                rationale,
                evidence,
                no_evidence_reason,
                supersedes: Vec::new(),
            };
            context.record_activity(set, finding)
        }
        Request::AddEvidence(item) => context.add_evidence(item),
        Request::WithholdEvidence { sha256, reason } => context.withhold(sha256, reason),
        Request::RaiseFinding(finding) => Ok(vec![context.raise(finding, &[], false)?]),
        Request::MoveFinding { finding, state, note, due, evidence, answer, method } => {
            let supersedes = Vec::new();
            context.move_finding(FindingMove {
                finding,
                state,
                note,
                due,
                evidence,
                answer,
                method,
                supersedes,
            })
        }
        Request::EscalateFinding(escalate) => context.escalate(escalate),
        Request::DrawSample(plan) => context.draw_sample(plan),
        Request::SetCertificate(set) => context.set_certificate(set),
        Request::PlanSurveillance(plan) => context.plan_surveillance(plan),
        Request::RecordSurveillance(record) => context.record_surveillance(record),
        Request::Review { result, points } => context.review(result, points),
        Request::DeclareImpartiality { points, text } => context.declare_impartiality(points, text),
        Request::ReviewImpartiality { of, result, reasons } => {
            context.review_impartiality(of, result, reasons)
        }
        Request::RecordCompetence { of, areas, basis, valid_until } => {
            context.record_competence(of, areas, basis, valid_until)
        }
        Request::Contribute(contribution) => context.contribute(contribution),
        Request::LockRows { rows } => context.lock(rows),
        Request::UnlockRows { rows, reason } => context.unlock(rows, &reason),
        Request::RaisePoint(point) => context.raise_point(point),
        Request::AnswerPoint { point, text, evidence } => context.answer_point(point, text, evidence),
        Request::ClosePoint { point, result, note } => context.close_point(point, result, note),
        Request::Decide { result, reasons, conditions } => context.decide(result, reasons, conditions),
        Request::RecordSigned(signed) => context.record_signed(signed),
        Request::Retract { events, reason } => context.retract(events, reason),
        Request::SetTag { rows, tag, value } => context.set_tag(rows, tag, &value),
        Request::LinkEvidence { row, activity, evidence, linked } => {
            context.link(row, activity, evidence, linked)
        }
    }
}

fn event<T: Serialize>(kind: &'static str, payload: &T) -> Result<NewEvent, Refusal> {
    let payload = to_payload(payload).map_err(|p| Refusal::new("payload", kind).with("why", p.0))?;
    Ok(NewEvent { kind, payload })
}

fn filled(text: &str, rule: &'static str, place: &impl ToString) -> Result<(), Refusal> {
    if text.trim().is_empty() { Err(Refusal::new(rule, place.to_string())) } else { Ok(()) }
}

impl Context<'_> {
    fn supersedes(&self, subject: &str, field: &str) -> Vec<String> {
        hex_ids(&self.state.superseded_by_next(subject, field))
    }

    fn needs_evaluator(&self, place: &impl ToString) -> Result<(), Refusal> {
        if self.state.evaluates(self.author) {
            Ok(())
        } else if self.state.has_role(self.author, Role::Reviewer) {
            // Whoever reviews returns a point and edits nothing (ISO/IEC 17065, 7.5.1).
            Err(Refusal::new("reviewer-never-edits", place.to_string()))
        } else {
            Err(Refusal::new("needs-evaluator", place.to_string()))
        }
    }

    fn needs_admission(&self, place: &impl ToString) -> Result<(), Refusal> {
        let known = self.state.actor(self.author).is_some_and(|a| a.admitted);
        if known { Ok(()) } else { Err(Refusal::new("not-admitted", place.to_string())) }
    }
}

/// Whether a text was given that says something.
fn stated(text: Option<&String>) -> bool {
    text.is_some_and(|t| !t.trim().is_empty())
}

/// A date that is none is refused wherever it stands.
fn check_date(date: Option<&String>) -> Result<(), Refusal> {
    match date.filter(|d| !case::is_date(d)) {
        Some(date) => Err(Refusal::new("field-shape", date).with("expected", "date").with("codes", "")),
        None => Ok(()),
    }
}
