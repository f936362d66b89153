//! From a request to events, or to a refusal that names the rule and what to do.
//!
//! Pure: who asks, what stands and what the checklist says come in as arguments; nothing is written here.
//! The texts of refusals are in the locale under `refusal-<rule>` and `refusal-<rule>-do`.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use checklist::{Checklist, Object, Requirement};
use serde::Serialize;
use trail::{ChainId, json};

use crate::{
    case::{self, EVIDENCE_CLASSES, OWN_CLASSES, Shape},
    conclude,
    event::{
        ActivitySet, ActorEnroll, AnyVerdict, ApplicabilitySet, CaseSet, ClaimSet, DecisionRecord, DecisionResult,
        DeclarationSet, EvaluationOpen, EvidenceAdd, EvidenceWithhold, FindingMove, FindingRaise, FindingState,
        FulfilmentSet, Import, ReviewRecord, ReviewResult, Role, RowKey, VerdictSet, hex_ids, kind, to_payload,
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
    /// Admits a key, or writes the founder's own card.
    Enroll(ActorEnroll),
    /// Takes in the claims of one spreadsheet.
    Import {
        /// One claim per row; `supersedes` is filled in here.
        claims: Vec<ClaimSet>,
        /// The import itself.
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
    },
    /// Records a review.
    Review {
        /// Accepted or returned.
        result: ReviewResult,
        /// Points raised, or what was looked at.
        points: String,
    },
    /// Records a decision.
    Decide {
        /// Granted or refused.
        result: DecisionResult,
        /// Reasons.
        reasons: String,
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
        Request::Enroll(card) => context.enroll(card),
        Request::Import { claims, import } => context.import(claims, import),
        Request::Record(record) => context.record(record),
        Request::RecordActivity { activity, verdict, rationale, evidence, no_evidence_reason } => {
            context.record_activity(activity, verdict, rationale, evidence, no_evidence_reason)
        }
        Request::AddEvidence(item) => context.add_evidence(item),
        Request::WithholdEvidence { sha256, reason } => context.withhold(sha256, reason),
        Request::RaiseFinding(finding) => Ok(vec![context.raise(finding, &[], false)?]),
        Request::MoveFinding { finding, state, note, due, evidence } => {
            context.move_finding(finding, state, note, due, evidence)
        }
        Request::Review { result, points } => context.review(result, points),
        Request::Decide { result, reasons } => context.decide(result, reasons),
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
        if self.state.evaluates(self.author) { Ok(()) } else { Err(Refusal::new("needs-evaluator", place.to_string())) }
    }

    fn needs_admission(&self, place: &impl ToString) -> Result<(), Refusal> {
        let known = self.state.actor(self.author).is_some_and(|a| a.admitted);
        if known { Ok(()) } else { Err(Refusal::new("not-admitted", place.to_string())) }
    }

    fn open(&self, open: &EvaluationOpen) -> Result<Vec<NewEvent>, Refusal> {
        filled(&open.title, "title-empty", &"title")?;
        if self.state.opening().is_some() {
            return Err(Refusal::new("already-open", &open.title));
        }
        Ok(vec![event(kind::EVALUATION_OPEN, open)?])
    }

    fn set_case(
        &self,
        name: &str,
        value: serde_json::Value,
        reason: Option<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let field = case::field(name).ok_or_else(|| Refusal::new("unknown-field", name))?;
        if !field.applies(self.checklist.object) {
            return Err(Refusal::new("field-of-other-object", name));
        }
        let decider = name.starts_with("certificate.") && self.state.has_role(self.author, Role::DecisionMaker);
        if !decider {
            self.needs_evaluator(&name)?;
        }
        case::check(field.shape, &value).map_err(|expected| {
            let codes = if let Shape::OneOf(codes) = field.shape { alloc::format!(": {}", codes.join(", ")) } else { String::new() };
            Refusal::new("field-shape", name).with("expected", expected).with("codes", codes)
        })?;
        self.check_claim(name, &value)?;
        let supersedes = self.supersedes("case", name);
        let is_claim = name.starts_with("claim.") || name == "object.types" || name == "object.roles";
        let reason = reason.filter(|r| !r.trim().is_empty());
        if is_claim && !supersedes.is_empty() && !self.state.evaluators().is_empty() && reason.is_none() {
            return Err(Refusal::new("claim-change-needs-reason", name));
        }
        Ok(vec![event(kind::CASE_SET, &CaseSet { field: name.to_string(), value, reason, supersedes })?])
    }

    /// A claim is a vector or a list, never both; a list names requirements that exist.
    fn check_claim(&self, name: &str, value: &serde_json::Value) -> Result<(), Refusal> {
        let other = match name {
            "claim.levels" => "claim.requirements",
            "claim.requirements" => "claim.levels",
            _ => return Ok(()),
        };
        if self.state.case(other).is_some() {
            return Err(Refusal::new("two-claims", name).with("other", other));
        }
        if name == "claim.requirements" {
            for id in value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str) {
                self.requirement(id)?;
            }
        }
        Ok(())
    }

    fn enroll(&self, mut card: ActorEnroll) -> Result<Vec<NewEvent>, Refusal> {
        if !self.state.has_role(self.author, Role::Lead) {
            return Err(Refusal::new("needs-lead", card.name));
        }
        filled(&card.name, "name-empty", &"name")?;
        if card.roles.is_empty() {
            return Err(Refusal::new("roles-empty", card.name));
        }
        let chain = ChainId::from_hex(&card.chain).ok_or_else(|| Refusal::new("not-a-key", &card.chain))?;
        let is_founder = self.state.opening().is_some_and(|o| o.chain == chain);
        if is_founder && card.roles != [Role::Lead, Role::Evaluator] {
            return Err(Refusal::new("founder-roles", card.name));
        }
        // ISO/IEC 17065 7.5.1 and 7.6.2: who evaluates neither reviews nor decides.
        let evaluates = card.roles.iter().any(|r| matches!(r, Role::Evaluator | Role::Lead))
            || self.state.evaluators().contains(&chain);
        if evaluates && card.roles.iter().any(|r| matches!(r, Role::Reviewer | Role::DecisionMaker)) {
            return Err(Refusal::new("roles-conflict", card.name));
        }
        card.supersedes = self.supersedes(&alloc::format!("actor:{chain}"), "card");
        Ok(vec![event(kind::ACTOR_ENROLL, &card)?])
    }

    fn import(&self, claims: Vec<ClaimSet>, import: Import) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_admission(&import.file_name)?;
        let mut events = Vec::new();
        for mut claim in claims {
            self.requirement(&claim.row.requirement)?;
            // Claims of an earlier file are replaced; two claims of this file for one row both stand.
            let earlier = self.state.row(&claim.row).claims;
            let others: Vec<_> = earlier.iter().filter(|c| c.value.file != claim.file).map(|c| c.id).collect();
            claim.supersedes = hex_ids(&others);
            events.push(event(kind::CLAIM_SET, &claim)?);
        }
        events.push(event(kind::IMPORT, &import)?);
        Ok(events)
    }

    fn requirement(&self, id: &str) -> Result<&Requirement, Refusal> {
        if let Some(requirement) = self.checklist.requirement(id) {
            return Ok(requirement);
        }
        let rule = if self.checklist.headings.iter().any(|h| h.id == id) { "heading-not-assessable" } else { "unknown-requirement" };
        Err(Refusal::new(rule, id).with("checklist", &self.checklist.id))
    }

    fn check_row(&self, row: &RowKey) -> Result<&Requirement, Refusal> {
        let requirement = self.requirement(&row.requirement)?;
        match self.checklist.object {
            Object::Component => {
                if row.role.is_some() || row.component.is_some() {
                    return Err(Refusal::new("row-has-no-role", row));
                }
                let types = self.state.case_texts("object.types");
                if !types.is_empty() && !requirement.applies_to.iter().any(|t| types.contains(&t.to_string())) {
                    return Err(Refusal::new("family-not-claimed", row).with("types", types.join(", ")));
                }
            }
            Object::ServiceProvider => {
                let roles = self.state.case_texts("object.roles");
                match &row.role {
                    Some(role) if roles.contains(role) => {}
                    _ => return Err(Refusal::new("role-not-declared", row).with("roles", roles.join(", "))),
                }
                let components = self.state.case_texts("object.components");
                if row.component.as_ref().is_some_and(|c| !components.contains(c)) {
                    return Err(Refusal::new("component-not-declared", row).with("components", components.join(", ")));
                }
            }
        }
        Ok(requirement)
    }

    fn check_evidence(&self, evidence: &[String], place: &impl ToString) -> Result<(), Refusal> {
        match evidence.iter().find(|sha| self.state.evidence_item(sha).is_none()) {
            Some(sha) => Err(Refusal::new("unknown-evidence", place.to_string()).with("evidence", sha)),
            None => Ok(()),
        }
    }

    fn record(&self, record: RecordRow) -> Result<Vec<NewEvent>, Refusal> {
        let row = record.row.clone().ok_or_else(|| Refusal::new("row-missing", ""))?;
        self.needs_evaluator(&row)?;
        let requirement = self.check_row(&row)?;
        let subject = alloc::format!("row:{row}");
        let mut events = Vec::new();
        if let Some((applicable, justification, confirmed)) = &record.applicability {
            if !applicable {
                filled(justification, "not-applicable-needs-justification", &row)?;
            }
            events.push(event(
                kind::APPLICABILITY_SET,
                &ApplicabilitySet {
                    row: row.clone(),
                    applicable: *applicable,
                    justification: justification.clone(),
                    confirmed: *confirmed,
                    supersedes: self.supersedes(&subject, "applicability"),
                },
            )?);
        }
        if let Some((mode, countermeasure, documented_in)) = &record.fulfilment {
            if self.checklist.object != Object::Component {
                return Err(Refusal::new("fulfilment-only-for-components", &row));
            }
            let stated = |t: &Option<String>| t.as_ref().is_some_and(|t| !t.trim().is_empty());
            if *mode == Fulfilment::BySystemIntegration && !(stated(countermeasure) && stated(documented_in)) {
                return Err(Refusal::new("integration-needs-documentation", &row));
            }
            events.push(event(
                kind::FULFILMENT_SET,
                &FulfilmentSet {
                    row: row.clone(),
                    mode: *mode,
                    countermeasure: countermeasure.clone(),
                    documented_in: documented_in.clone(),
                    supersedes: self.supersedes(&subject, "fulfilment"),
                },
            )?);
        }
        if let Some(ml) = record.declared_ml {
            if self.checklist.object != Object::ServiceProvider {
                return Err(Refusal::new("ml-only-for-providers", &row));
            }
            check_ml(ml, &row)?;
            events.push(event(
                kind::DECLARATION_SET,
                &DeclarationSet { row: row.clone(), ml, supersedes: self.supersedes(&subject, "declaration") },
            )?);
        }
        if let Some(verdict) = &record.verdict {
            self.check_verdict(&row, requirement, &record, verdict)?;
            events.push(event(
                kind::VERDICT_SET,
                &VerdictSet {
                    row: row.clone(),
                    verdict: verdict.verdict,
                    rationale: verdict.rationale.clone(),
                    evidence: verdict.evidence.clone(),
                    no_evidence_reason: verdict.no_evidence_reason.clone(),
                    ml: verdict.ml,
                    lowered_claim: verdict.lowered_claim.clone(),
                    sub_points_met: verdict.sub_points_met.clone(),
                    supersedes: self.supersedes(&subject, "verdict"),
                },
            )?);
        }
        if let Some(mut finding) = record.finding {
            finding.row = Some(row.clone());
            let fallback = record.verdict.as_ref().map(|v| v.evidence.clone()).unwrap_or_default();
            let excused = record.verdict.as_ref().is_some_and(|v| v.no_evidence_reason.is_some());
            events.push(self.raise(finding, &fallback, excused)?);
        }
        if events.is_empty() {
            return Err(Refusal::new("nothing-to-record", row));
        }
        Ok(events)
    }

    fn check_verdict(
        &self,
        row: &RowKey,
        requirement: &Requirement,
        record: &RecordRow,
        new: &NewVerdict,
    ) -> Result<(), Refusal> {
        filled(&new.rationale, "verdict-needs-rationale", row)?;
        self.check_evidence(&new.evidence, row)?;
        let in_method = match self.checklist.object {
            Object::Component => new.verdict.component().is_some(),
            Object::ServiceProvider => new.verdict.provider().is_some(),
        };
        if !in_method {
            return Err(Refusal::new("verdict-of-other-method", row).with("verdict", new.verdict.code()));
        }
        if self.checklist.object == Object::Component && (new.ml.is_some() || new.lowered_claim.is_some()) {
            return Err(Refusal::new("ml-only-for-providers", row));
        }
        let judged = matches!(
            new.verdict,
            AnyVerdict::Fulfilled | AnyVerdict::NotFulfilled | AnyVerdict::Pass | AnyVerdict::Fail
        );
        let reason_given = new.no_evidence_reason.as_ref().is_some_and(|r| !r.trim().is_empty());
        if judged && new.evidence.is_empty() && !reason_given {
            return Err(Refusal::new("verdict-needs-evidence", row));
        }
        match new.verdict {
            AnyVerdict::Fulfilled | AnyVerdict::Pass => self.check_positive(row, requirement, record, new),
            AnyVerdict::NotFulfilled | AnyVerdict::Fail => {
                self.check_base_applies(row, requirement)?;
                if record.finding.is_none() && self.open_findings(row).is_empty() {
                    return Err(Refusal::new("fail-needs-finding", row));
                }
                Ok(())
            }
            AnyVerdict::NotApplicable => {
                let stands = match &record.applicability {
                    Some((applicable, _, confirmed)) => !applicable && *confirmed,
                    None => {
                        self.state.row(row).applicability.is_some_and(|a| !a.value.applicable && a.value.confirmed)
                    }
                };
                if stands { Ok(()) } else { Err(Refusal::new("not-applicable-needs-confirmation", row)) }
            }
            AnyVerdict::Inconclusive | AnyVerdict::NotEvaluated => Ok(()),
        }
    }

    fn check_positive(
        &self,
        row: &RowKey,
        requirement: &Requirement,
        record: &RecordRow,
        new: &NewVerdict,
    ) -> Result<(), Refusal> {
        self.check_base_applies(row, requirement)?;
        let state = self.state.row(row);
        let ruled_out = match &record.applicability {
            Some((applicable, ..)) => !applicable,
            None => state.applicability.is_some_and(|a| !a.value.applicable),
        };
        if ruled_out {
            return Err(Refusal::new("row-is-not-applicable", row));
        }
        if let Some(finding) = self.open_findings(row).first() {
            return Err(Refusal::new("finding-open", row).with("finding", finding));
        }
        let classes: Vec<String> = new
            .evidence
            .iter()
            .filter_map(|sha| self.state.evidence_item(sha).map(|e| e.value.class))
            .filter(|class| !OWN_CLASSES.contains(&class.as_str()))
            .collect();
        if !new.evidence.is_empty() && classes.is_empty() {
            return Err(Refusal::new("claim-is-not-evidence", row));
        }
        if !classes.is_empty() && classes.iter().all(|c| c == "interview") {
            return Err(Refusal::new("interview-only", row));
        }
        if !requirement.sub_points.is_empty() {
            let open: Vec<String> = (1..=requirement.sub_points.len())
                .filter(|n| !new.sub_points_met.iter().any(|m| *m as usize == *n))
                .map(|n| n.to_string())
                .collect();
            if !open.is_empty() {
                return Err(Refusal::new("sub-points-open", row).with("open", open.join(", ")));
            }
        }
        match self.checklist.object {
            Object::Component => {
                let mode = record.fulfilment.is_some() || state.fulfilment.is_some();
                if mode { Ok(()) } else { Err(Refusal::new("fulfilment-mode-missing", row)) }
            }
            Object::ServiceProvider => self.check_maturity(row, record, new),
        }
    }

    /// Levels are cumulative (2-4 clause 4.2): each needs the file of every level below it.
    fn check_maturity(&self, row: &RowKey, record: &RecordRow, new: &NewVerdict) -> Result<(), Refusal> {
        let ml = new.ml.ok_or_else(|| Refusal::new("pass-needs-ml", row))?;
        check_ml(ml, row)?;
        let declared = self
            .declared_ml(row, record.declared_ml)
            .ok_or_else(|| Refusal::new("declared-ml-missing", row))?;
        let lowered = new.lowered_claim.as_ref().is_some_and(|r| !r.trim().is_empty());
        if ml < declared && !lowered {
            return Err(Refusal::new("ml-below-declared", row).with("ml", ml).with("declared", declared));
        }
        let items: Vec<EvidenceAdd> =
            new.evidence.iter().filter_map(|sha| self.state.evidence_item(sha)).map(|e| e.value).collect();
        let has = |class: &str| items.iter().any(|e| e.class == class);
        if ml >= 2 && !(has("procedure") && has("competence")) {
            return Err(Refusal::new("ml2-needs-procedure-and-competence", row).with("ml", ml));
        }
        let practised = |e: &EvidenceAdd| {
            matches!(e.class.as_str(), "execution_record" | "deliverable") && e.date.is_some() && e.project.is_some()
        };
        if ml >= 3 && !items.iter().any(practised) {
            return Err(Refusal::new("ml3-needs-dated-record", row).with("ml", ml));
        }
        if ml >= 4 && !has("metrics") {
            return Err(Refusal::new("ml4-needs-metrics", row).with("ml", ml));
        }
        Ok(())
    }

    /// Declared for the row, else for the whole case.
    fn declared_ml(&self, row: &RowKey, new: Option<u8>) -> Option<u8> {
        new.or_else(|| conclude::declared_ml(self.state, row))
    }

    /// N/A on a base requirement rules out any other verdict on its enhancements (6-2).
    fn check_base_applies(&self, row: &RowKey, requirement: &Requirement) -> Result<(), Refusal> {
        let Some(parent) = &requirement.parent else { return Ok(()) };
        let base = RowKey { requirement: parent.clone(), ..row.clone() };
        let verdict = self.state.row(&base).verdict.map(|v| v.value.verdict);
        if verdict == Some(AnyVerdict::NotApplicable) {
            return Err(Refusal::new("base-not-applicable", row).with("base", parent));
        }
        Ok(())
    }

    fn open_findings(&self, row: &RowKey) -> Vec<String> {
        let of_row = |f: &crate::state::Finding| {
            f.state.is_open() && f.raised.value.grade != Grade::Observation && f.raised.value.row.as_ref() == Some(row)
        };
        self.state.findings().into_iter().filter(of_row).map(|f| f.raised.value.finding).collect()
    }

    fn record_activity(
        &self,
        activity: String,
        verdict: ActivityVerdict,
        rationale: String,
        evidence: Vec<String>,
        no_evidence_reason: Option<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_evaluator(&activity)?;
        if !self.checklist.activities.iter().any(|a| a.id == activity) {
            return Err(Refusal::new("unknown-activity", activity));
        }
        filled(&rationale, "verdict-needs-rationale", &activity)?;
        self.check_evidence(&evidence, &activity)?;
        let reason_given = no_evidence_reason.as_ref().is_some_and(|r| !r.trim().is_empty());
        if verdict != ActivityVerdict::Inconclusive && evidence.is_empty() && !reason_given {
            return Err(Refusal::new("verdict-needs-evidence", activity));
        }
        let supersedes = self.supersedes(&alloc::format!("activity:{activity}"), "verdict");
        let set = ActivitySet { activity, verdict, rationale, evidence, no_evidence_reason, supersedes };
        Ok(vec![event(kind::ACTIVITY_SET, &set)?])
    }

    fn add_evidence(&self, mut item: EvidenceAdd) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_admission(&item.name)?;
        filled(&item.title, "title-empty", &item.name)?;
        if !EVIDENCE_CLASSES.iter().any(|(class, _)| *class == item.class) {
            let known: Vec<&str> = EVIDENCE_CLASSES.iter().map(|(class, _)| *class).collect();
            return Err(Refusal::new("unknown-evidence-class", item.class).with("known", known.join(", ")));
        }
        for (value, known, rule) in [
            (&item.producer, &["supplier", "evaluator", "third_party"], "unknown-producer"),
            (&item.confidentiality, &["public", "confidential", "strictly_confidential"], "unknown-confidentiality"),
        ] {
            if !known.contains(&value.as_str()) {
                return Err(Refusal::new(rule, value).with("known", known.join(", ")));
            }
        }
        if let Some(date) = item.date.as_ref().filter(|d| !case::is_date(d)) {
            return Err(Refusal::new("field-shape", date).with("expected", "date").with("codes", ""));
        }
        item.supersedes = self.supersedes(&alloc::format!("evidence:{}", item.sha256), "register");
        Ok(vec![event(kind::EVIDENCE_ADD, &item)?])
    }

    fn withhold(&self, sha256: String, reason: String) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_evaluator(&sha256)?;
        filled(&reason, "withholding-needs-reason", &sha256)?;
        self.check_evidence(core::slice::from_ref(&sha256), &sha256)?;
        let supersedes = self.supersedes(&alloc::format!("evidence:{sha256}"), "withheld");
        Ok(vec![event(kind::EVIDENCE_WITHHOLD, &EvidenceWithhold { sha256, reason, supersedes })?])
    }

    fn raise(&self, new: NewFinding, fallback: &[String], excused: bool) -> Result<NewEvent, Refusal> {
        let place = match (&new.row, &new.activity) {
            (Some(row), None) => {
                self.check_row(row)?;
                row.to_string()
            }
            (None, Some(activity)) if self.checklist.activities.iter().any(|a| a.id == *activity) => activity.clone(),
            (None, Some(activity)) => return Err(Refusal::new("unknown-activity", activity)),
            _ => return Err(Refusal::new("finding-needs-subject", "")),
        };
        self.needs_evaluator(&place)?;
        filled(&new.statement, "finding-needs-statement", &place)?;
        filled(&new.grade_reason, "finding-needs-grade-reason", &place)?;
        let evidence = if new.evidence.is_empty() { fallback.to_vec() } else { new.evidence };
        self.check_evidence(&evidence, &place)?;
        if evidence.is_empty() && !excused {
            return Err(Refusal::new("finding-needs-evidence", place));
        }
        let next = self
            .state
            .findings()
            .iter()
            .filter_map(|f| f.raised.value.finding.strip_prefix("F-")?.parse::<u64>().ok())
            .max()
            .unwrap_or(0)
            + 1;
        event(
            kind::FINDING_RAISE,
            &FindingRaise {
                finding: alloc::format!("F-{next}"),
                row: new.row,
                activity: new.activity,
                grade: new.grade,
                grade_reason: new.grade_reason,
                statement: new.statement,
                evidence,
                supersedes: Vec::new(),
            },
        )
    }

    fn move_finding(
        &self,
        id: String,
        state: FindingState,
        note: String,
        due: Option<String>,
        evidence: Vec<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let finding = self
            .state
            .findings()
            .into_iter()
            .find(|f| f.raised.value.finding == id)
            .ok_or_else(|| Refusal::new("unknown-finding", &id))?;
        let clients = matches!(
            state,
            FindingState::Accepted | FindingState::Disputed | FindingState::PlanProposed | FindingState::Implemented
        );
        if !(clients && self.state.has_role(self.author, Role::ClientContact)) {
            self.needs_evaluator(&id)?;
        }
        filled(&note, "finding-move-needs-note", &id)?;
        self.check_evidence(&evidence, &id)?;
        if !finding.state.next().contains(&state) {
            let next: Vec<&str> = finding.state.next().iter().map(|s| s.code()).collect();
            return Err(Refusal::new("finding-step", &id)
                .with("from", finding.state.code())
                .with("to", state.code())
                .with("next", next.join(", ")));
        }
        if state == FindingState::Closed && evidence.is_empty() {
            return Err(Refusal::new("closing-needs-evidence", id));
        }
        if state == FindingState::PlanProposed && due.is_none() {
            return Err(Refusal::new("plan-needs-due-date", id));
        }
        if let Some(date) = due.as_ref().filter(|d| case::check(Shape::Date, &(*d).clone().into()).is_err()) {
            return Err(Refusal::new("field-shape", date).with("expected", "date").with("codes", ""));
        }
        let due = due.or_else(|| finding.moved.and_then(|m| m.value.due));
        let supersedes = self.supersedes(&alloc::format!("finding:{id}"), "state");
        Ok(vec![event(kind::FINDING_MOVE, &FindingMove { finding: id, state, note, due, evidence, supersedes })?])
    }

    fn review(&self, result: ReviewResult, points: String) -> Result<Vec<NewEvent>, Refusal> {
        if !self.state.has_role(self.author, Role::Reviewer) {
            return Err(Refusal::new("needs-reviewer", "review"));
        }
        self.not_evaluator("review", "reviewer-evaluated")?;
        filled(&points, "review-needs-points", &"review")?;
        let covers = self.state.content_digest().to_string();
        let supersedes = self.supersedes("review", "result");
        Ok(vec![event(kind::REVIEW_RECORD, &ReviewRecord { result, points, covers, supersedes })?])
    }

    fn decide(&self, result: DecisionResult, reasons: String) -> Result<Vec<NewEvent>, Refusal> {
        self.not_evaluator("decision", "decider-evaluated")?;
        if !self.state.has_role(self.author, Role::DecisionMaker) {
            return Err(Refusal::new("needs-decision-maker", "decision"));
        }
        filled(&reasons, "decision-needs-reasons", &"decision")?;
        let covers = self.state.content_digest().to_string();
        let reviewed = self
            .state
            .review()
            .is_some_and(|r| r.value.result == ReviewResult::Accepted && r.value.covers == covers);
        if !reviewed {
            return Err(Refusal::new("decision-needs-review", "decision"));
        }
        if result == DecisionResult::Granted {
            let conclusion = conclude::conclude(self.state, self.checklist);
            if let Some(finding) = conclude::open_majors(self.state).first() {
                return Err(Refusal::new("grant-with-open-major", "decision").with("finding", finding));
            }
            if !conclusion.is_positive() {
                return Err(Refusal::new("grant-without-conclusion", "decision").with("outcome", conclusion.outcome_code()));
            }
        }
        let supersedes = self.supersedes("decision", "result");
        Ok(vec![event(kind::DECISION_RECORD, &DecisionRecord { result, reasons, covers, supersedes })?])
    }

    /// Four eyes (ISO/IEC 17065 7.5.1, 7.6.2): whoever set a verdict or raised a finding does not judge the case.
    fn not_evaluator(&self, place: &str, rule: &'static str) -> Result<(), Refusal> {
        if self.state.evaluators().contains(&self.author) { Err(Refusal::new(rule, place)) } else { Ok(()) }
    }
}

fn check_ml(ml: u8, row: &RowKey) -> Result<(), Refusal> {
    if (1..=4).contains(&ml) { Ok(()) } else { Err(Refusal::new("ml-out-of-range", row).with("ml", ml)) }
}
