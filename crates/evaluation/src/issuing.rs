//! What stands in the way of issuing a report of each kind.
//!
//! A gate is a [`Refusal`]: it names the rule, the place and, through its text, what to do. An empty list
//! means the report may be issued.

mod people;

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use checklist::{Checklist, Object};

use crate::{
    case::{self, CERTIFICATE_FIELDS, FIELDS, ReportKind},
    certificate::{self, PlanProblem},
    conclude::{Conclusion, open_majors},
    decide::Refusal,
    event::{DecisionRecord, DecisionResult},
    state::{State, Valued},
};

pub use self::people::accepted_review;
pub(crate) use self::people::decider_is_free;

/// Everything that stands against issuing a report of this kind on this day, ISO 8601 `2026-11-23`.
#[must_use]
pub fn report(
    state: &State,
    checklist: &Checklist,
    kind: ReportKind,
    conclusion: &Conclusion,
    on: &str,
) -> Vec<Refusal> {
    let mut gates = Vec::new();
    gates.extend(missing_fields(state, checklist.object, kind));
    gates.extend(claim(state, checklist.object));
    gates.extend(
        state
            .conflicts()
            .into_iter()
            .map(|c| Refusal::new("gate-conflict", c.subject).with("field", c.field)),
    );
    gates.extend(
        state
            .unreadable()
            .into_iter()
            .map(|(subject, id)| Refusal::new("gate-unreadable", subject).with("event", id)),
    );
    // What a later version recorded may speak against the report; this version can't tell.
    let unknown = state.unknown_kinds().iter();
    gates.extend(unknown.map(|(kind, n)| Refusal::new("gate-unknown-kind", kind).with("count", n)));
    // What somebody changed without knowing of a lock stands; that it was changed must be seen and settled.
    gates.extend(
        state.changed_while_locked().into_iter().map(|row| Refusal::new("gate-locked-row-changed", row)),
    );
    match kind {
        ReportKind::SelfDeclaration => {
            gates.extend(party(state, kind, &["first"]));
            gates.extend(declaration(state, conclusion));
        }
        ReportKind::IndependentAssessment => {
            gates.extend(party(state, kind, &["second", "third"]));
            gates.extend(subtype(state, checklist.object));
            gates.extend(people::people(state, on));
            gates.extend(people::review(state));
        }
        ReportKind::CertificationBody => {
            gates.extend(party(state, kind, &["third"]));
            gates.extend(people::people(state, on));
            gates.extend(people::review(state));
            gates.extend(people::decision(state, kind, conclusion));
            gates.extend(people::not_of_client(state));
            gates.extend(after_decision(state));
        }
    }
    gates.extend(wording(state, checklist.object, kind));
    gates
}

/// Whether a positive decision stands over exactly what stands now.
#[must_use]
pub fn positive_decision(state: &State) -> bool {
    let covers = state.content_digest().to_string();
    state.decision().is_some_and(|d| {
        d.value.result.is_positive() && d.value.covers == covers && people::decider_is_free(state, &d.chain)
    })
}

fn missing_fields(state: &State, object: Object, kind: ReportKind) -> Vec<Refusal> {
    // What a draw says of the sample need not be written a second time.
    let drawn = !state.draws().is_empty();
    FIELDS
        .iter()
        .filter(|f| !(drawn && f.name.starts_with("sampling.")))
        .filter(|f| f.is_needed(kind, object) && state.case_for(kind, f.name).is_none())
        .map(|f| Refusal::new("gate-field-missing", f.name))
        .collect()
}

/// The claim is stated before a report can say anything about it (IEC TS 62443-6-2 Annex A.2).
fn claim(state: &State, object: Object) -> Option<Refusal> {
    let stated = !object.has_security_levels()
        || state.case("claim.levels").is_some()
        || state.case("claim.requirements").is_some();
    if state.case("claim.levels").is_some() && state.case("claim.requirements").is_some() {
        // Two people may each have stated one of the two; together they claim nothing certain.
        return Some(Refusal::new("gate-conflict", "case").with("field", "claim.requirements"));
    }
    if !stated {
        return Some(Refusal::new("gate-claim-missing", "claim.levels"));
    }
    let version = ["object.hardware", "object.firmware", "object.software"];
    if object == Object::Component && version.iter().all(|f| state.case(f).is_none()) {
        return Some(Refusal::new("gate-version-missing", "object.firmware"));
    }
    None
}

/// A declaration of conformity is a positive statement by its nature (ISO/IEC 17050-1 clause 6.1 d).
fn declaration(state: &State, conclusion: &Conclusion) -> Vec<Refusal> {
    let mut gates: Vec<Refusal> =
        open_majors(state).into_iter().map(|finding| Refusal::new("gate-open-major", finding)).collect();
    if !conclusion.is_positive() {
        gates
            .push(Refusal::new("gate-not-positive", "conclusion").with("outcome", conclusion.outcome_code()));
    }
    gates
}

fn party(state: &State, kind: ReportKind, allowed: &[&str]) -> Option<Refusal> {
    let party = text(state, kind, "independence.party");
    if party.is_empty() || allowed.contains(&party.as_str()) {
        return None; // An empty field is reported as missing.
    }
    Some(
        Refusal::new("gate-party", "independence.party")
            .with("party", party)
            .with("allowed", allowed.join(", ")),
    )
}

/// What the sub-type of an independent assessment asks for (ISO/IEC 17020 clause 7.4.2, ISO/IEC 17025 clause 7.8).
fn subtype(state: &State, object: Object) -> Vec<Refusal> {
    let kind = ReportKind::IndependentAssessment;
    let subtype = text(state, kind, "report.subtype");
    let mut gates = Vec::new();
    if subtype == "test_report" && object != Object::Component {
        gates.push(Refusal::new("gate-subtype-object", "report.subtype"));
        return gates;
    }
    if subtype == "second_party_assessment" {
        gates.extend(party(state, kind, &["second"]));
    }
    let missing = case::needed_by_subtype(&subtype).iter().filter(|f| state.case_for(kind, f).is_none());
    gates.extend(missing.map(|f| Refusal::new("gate-field-missing", f)));
    gates
}

/// What a decision needs by its result: a positive one certificate data and a positive conclusion, a negative one that no
/// certificate data stand.
fn positive_parts(
    state: &State,
    kind: ReportKind,
    conclusion: &Conclusion,
    decision: &Valued<DecisionRecord>,
) -> Vec<Refusal> {
    let mut gates = Vec::new();
    let limited = decision.value.result == DecisionResult::GrantedLimited;
    if limited == decision.value.conditions.iter().all(|c| c.trim().is_empty()) {
        gates.push(Refusal::new("gate-decision-conditions", "decision"));
    }
    if decision.value.result.is_positive() {
        gates.extend(open_majors(state).into_iter().map(|finding| Refusal::new("gate-open-major", finding)));
        if !conclusion.is_positive() {
            gates.push(
                Refusal::new("gate-not-positive", "conclusion").with("outcome", conclusion.outcome_code()),
            );
        }
        let missing = CERTIFICATE_FIELDS.iter().filter(|f| state.case_for(kind, f).is_none());
        gates.extend(missing.map(|f| Refusal::new("gate-field-missing", f)));
        let effective = text(state, kind, "certificate.effective");
        let decided: String = decision.time.chars().take(10).collect();
        if !effective.is_empty() && effective < decided {
            gates.push(
                Refusal::new("gate-effective-before-decision", "certificate.effective")
                    .with("effective", effective)
                    .with("decided", decided),
            );
        }
    } else {
        // Data of a certificate that was refused must not travel with the report.
        let stated = FIELDS
            .iter()
            .filter(|f| f.name.starts_with("certificate.") && state.case_for(kind, f.name).is_some());
        gates.extend(stated.map(|f| Refusal::new("gate-certificate-without-decision", f.name)));
    }
    gates
}

/// What was verified too late (ISO/IEC 17021-1, 9.5.3.2, recalled), and open minors that no visit will look at.
fn after_decision(state: &State) -> Vec<Refusal> {
    let Some(decision) = certificate::granted(state) else { return Vec::new() };
    let late = state.verified_late().into_iter();
    let mut gates: Vec<Refusal> = late
        .map(|due| Refusal::new("gate-practice-stage-repeat", due.finding).with("until", due.until))
        .collect();
    let plan = state.surveillance_plan().map(|plan| plan.value.visits);
    let problem = plan.and_then(|visits| certificate::plan_problem(state, &decision, &visits));
    if let Some(PlanProblem::MinorMissing(finding)) = problem {
        gates.push(Refusal::new("gate-surveillance-minor-missing", finding));
    }
    gates
}

/// Reserved words in what the issuer writes (`docs/wording.md`).
fn wording(state: &State, object: Object, kind: ReportKind) -> Vec<Refusal> {
    let positive = positive_decision(state);
    let mut gates = Vec::new();
    for field in FIELDS.iter().filter(|f| f.issuers_words && f.applies(object)) {
        if let Some(word) = case::reserved_word(&text(state, kind, field.name), kind, positive) {
            gates.push(Refusal::new("gate-reserved-word", field.name).with("word", word));
        }
    }
    gates
}

/// The field's text as this kind of report states it; empty while not recorded.
fn text(state: &State, kind: ReportKind, field: &str) -> String {
    state.case_for(kind, field).and_then(|v| v.as_str().map(ToString::to_string)).unwrap_or_default()
}
