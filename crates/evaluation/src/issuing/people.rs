//! Gates about the people of the case, the review and the decision.

use alloc::{string::ToString, vec::Vec};

use trail::ChainId;

use super::positive_parts;
use crate::{
    conclude::Conclusion,
    decide::Refusal,
    event::{ReviewRecord, ReviewResult, Role},
    state::{PersonRecords, State, Valued},
};

/// The review, if it accepted exactly what stands now, by a reviewer who took no part in the evaluation, and no point
/// is open.
#[must_use]
pub fn accepted_review(state: &State) -> Option<Valued<ReviewRecord>> {
    let review = state.review()?;
    let accepts = review.value.result == ReviewResult::Accepted
        && review.value.covers == state.content_digest().to_string()
        && reviewer_is_free(state, &review.chain)
        && !state.points().iter().any(|p| p.state.is_open());
    accepts.then_some(review)
}

fn reviewer_is_free(state: &State, chain: &ChainId) -> bool {
    state.recorded_as(*chain, Role::Reviewer) && !state.involved().contains(chain)
}

/// Whether the key decides as a decision maker who took no part in the evaluation and, where the scheme separates the
/// two, in the review, and who is not of the client.
pub(crate) fn decider_is_free(state: &State, chain: &ChainId) -> bool {
    !evaluated_or_no_decider(state, chain)
        && !reviewed_too(state, chain)
        && state.organisation_of_client(*chain).is_none()
}

fn evaluated_or_no_decider(state: &State, chain: &ChainId) -> bool {
    !state.recorded_as(*chain, Role::DecisionMaker) || state.involved().contains(chain)
}

fn reviewed_too(state: &State, chain: &ChainId) -> bool {
    state.decides_apart() && state.reviewers().contains(chain)
}

/// Competence and impartiality are recorded for each person who evaluates, signs a contribution, reviews or decides
/// (ISO/IEC 17020 clauses 4.1 and 6.1, ISO/IEC 17065 clauses 4.2 and 6.1), and hold on the day of issue.
pub(super) fn people(state: &State, on: &str) -> Vec<Refusal> {
    state.records_of_involved().iter().flat_map(|person| of_person(person, on)).collect()
}

fn of_person(person: &PersonRecords, on: &str) -> Vec<Refusal> {
    let mut gates = Vec::new();
    let name = &person.name;
    if !(person.has_impartiality() && person.has_competence()) {
        gates.push(Refusal::new("gate-person-record", name));
    }
    if person.is_barred() {
        gates.push(Refusal::new("gate-person-barred", name));
    }
    if let Some(point) = person.unexplained_tie() {
        gates.push(Refusal::new("gate-tie-unexplained", name).with("point", point));
    } else if let Some(point) = person.uncleared_tie().filter(|_| !person.is_barred()) {
        gates.push(Refusal::new("gate-tie-not-cleared", name).with("point", point));
    }
    if let Some(until) = person.competence_expired(on) {
        gates.push(Refusal::new("gate-competence-expired", name).with("until", until).with("on", on));
    }
    gates
}

pub(super) fn review(state: &State) -> Vec<Refusal> {
    let mut gates: Vec<Refusal> = state
        .points()
        .into_iter()
        .filter(|p| p.state.is_open())
        .map(|p| Refusal::new("gate-point-open", p.number).with("how", p.state))
        .collect();
    gates.extend(of_review(state));
    gates
}

fn of_review(state: &State) -> Option<Refusal> {
    let Some(review) = state.review() else {
        return Some(Refusal::new("gate-review-missing", "review"));
    };
    if !reviewer_is_free(state, &review.chain) {
        return Some(Refusal::new("gate-reviewer-evaluated", "review"));
    }
    if review.value.result != ReviewResult::Accepted {
        return Some(Refusal::new("gate-review-returned", "review"));
    }
    if review.value.covers != state.content_digest().to_string() {
        return Some(Refusal::new("gate-review-outdated", "review"));
    }
    None
}

/// A body's own people review and decide: nobody of the client does (ISO/IEC 17065, 4.2).
pub(super) fn not_of_client(state: &State) -> Vec<Refusal> {
    let reviewer = state.review().and_then(|r| Some((r.chain, state.organisation_of_client(r.chain)?)));
    let decider = state.decision().and_then(|d| Some((d.chain, state.organisation_of_client(d.chain)?)));
    let name = |chain| state.actor(chain).map(|a| a.name).unwrap_or_default();
    let gate =
        |rule, (chain, organisation)| Refusal::new(rule, name(chain)).with("organisation", organisation);
    let mut gates = Vec::new();
    gates.extend(reviewer.map(|who| gate("gate-reviewer-of-client", who)));
    gates.extend(decider.map(|who| gate("gate-decider-of-client", who)));
    gates
}

/// Who decided, on what, and what a positive decision needs.
pub(super) fn decision(
    state: &State,
    kind: crate::case::ReportKind,
    conclusion: &Conclusion,
) -> Vec<Refusal> {
    let Some(decision) = state.decision() else {
        return [Refusal::new("gate-decision-missing", "decision")].into();
    };
    let mut gates = Vec::new();
    if evaluated_or_no_decider(state, &decision.chain) {
        gates.push(Refusal::new("gate-decider-evaluated", "decision"));
    }
    if reviewed_too(state, &decision.chain) {
        gates.push(Refusal::new("gate-decider-reviewed", "decision"));
    }
    if decision.value.covers != state.content_digest().to_string() {
        gates.push(Refusal::new("gate-decision-outdated", "decision"));
    }
    gates.extend(positive_parts(state, kind, conclusion, &decision));
    gates
}
