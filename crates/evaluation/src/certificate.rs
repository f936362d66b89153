//! What follows for a certificate from what was decided about it (ISO/IEC 17065, 7.9 to 7.11).

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use checklist::Checklist;

use crate::{
    conclude,
    day::Day,
    event::{
        AnyVerdict, CertificateSet, CertificateState, DecisionRecord, SurveillancePlan, SurveillanceVisit,
    },
    issuing,
    state::{State, Valued},
};

/// What a certificate is on a day.
#[derive(Clone, Debug, PartialEq)]
pub enum Status {
    /// No decision to grant one stands.
    NotGranted,
    /// It was granted, and no state is recorded.
    NotStated,
    /// Several states compete, or the one that stands can't be read; nothing is attested.
    Contested,
    /// The state that stands.
    Stated(Valued<CertificateSet>),
    /// Its term is over and nobody has recorded it: the last state, and the day of expiry.
    PastExpiry(Valued<CertificateSet>, String),
}

impl Status {
    /// The code: of a state, or `not_granted`, `not_stated`, `contested`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotGranted => "not_granted",
            Self::NotStated => "not_stated",
            Self::Contested => "contested",
            Self::Stated(set) => set.value.state.code(),
            Self::PastExpiry(..) => CertificateState::Expired.code(),
        }
    }

    /// Whether a report may go on as if it holds: it attests, or nothing was ever recorded against it.
    #[must_use]
    pub const fn attests(&self) -> bool {
        match self {
            Self::NotGranted | Self::Contested | Self::PastExpiry(..) => false,
            Self::NotStated => true,
            Self::Stated(set) => set.value.state.attests(),
        }
    }

    /// From which day.
    #[must_use]
    pub fn since(&self) -> Option<&str> {
        match self {
            Self::Stated(set) => Some(&set.value.date),
            Self::PastExpiry(_, expiry) => Some(expiry),
            Self::NotGranted | Self::NotStated | Self::Contested => None,
        }
    }
}

/// The decision to grant that stands: by a decision maker who has not evaluated, whatever has changed since it.
#[must_use]
pub fn granted(state: &State) -> Option<Valued<DecisionRecord>> {
    let decision = state.decision()?;
    let granted = decision.value.result.is_positive();
    (granted && issuing::decider_is_free(state, &decision.chain)).then_some(decision)
}

/// What the certificate is on this day (`2026-11-23`).
#[must_use]
pub fn status(state: &State, today: &str) -> Status {
    let Some(decision) = granted(state) else { return Status::NotGranted };
    let standing = state.superseded_by_next("certificate", "state").len();
    let course = state.certificate_course();
    if standing > 1 || (standing == 1 && course.is_empty()) {
        return Status::Contested;
    }
    // What was recorded for a later day does not hold yet; dates of this form compare as text.
    let Some(set) = course.into_iter().rfind(|set| set.value.date.as_str() <= today) else {
        return Status::NotStated;
    };
    // What ended under an earlier decision says nothing of what was granted since.
    if set.value.state.is_end() && set.value.decision != decision.id.to_string() {
        return Status::NotStated;
    }
    match expiry(state) {
        Some(expiry) if set.value.state.attests() && expiry.as_str() < today => {
            Status::PastExpiry(set, expiry)
        }
        _ => Status::Stated(set),
    }
}

/// The last day of the certificate's term, as a certification-body report states it.
#[must_use]
pub fn expiry(state: &State) -> Option<String> {
    let kind = crate::case::ReportKind::CertificationBody;
    state.case_for(kind, "certificate.expiry").and_then(|v| v.as_str().map(ToString::to_string))
}

/// What is wrong with a plan of surveillance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlanProblem {
    /// It has no visit, or they are not in the order of their days; the day of the one that is out of order.
    Order(String),
    /// The first visit is later than this day.
    FirstLate(String),
    /// This visit is after the term.
    AfterExpiry(String),
    /// No visit lies in this year.
    YearMissing(u32),
    /// The first visit does not look at this open minor nonconformity.
    MinorMissing(String),
}

/// Whether the visits fit the decision: the first within twelve months, one in each whole calendar year of the term,
/// none after it, and the open minors at the first one. `None` where they do.
#[must_use]
pub fn plan_problem(
    state: &State,
    decided: &Valued<DecisionRecord>,
    visits: &[SurveillanceVisit],
) -> Option<PlanProblem> {
    let Some(first) = visits.first() else { return Some(PlanProblem::Order(String::new())) };
    let late = visits.iter().zip(visits.iter().skip(1)).find(|(a, b)| a.due >= b.due);
    if let Some((_, out_of_order)) = late {
        return Some(PlanProblem::Order(out_of_order.due.clone()));
    }
    let decided = Day::of_time(&decided.time);
    if let Some(latest) = decided.and_then(|day| day.plus_months(12)).map(Day::text)
        && first.due > latest
    {
        return Some(PlanProblem::FirstLate(latest));
    }
    if let Some(expiry) = expiry(state) {
        if let Some(visit) = visits.iter().find(|v| v.due > expiry) {
            return Some(PlanProblem::AfterExpiry(visit.due.clone()));
        }
        let years: BTreeSet<u32> = visits.iter().filter_map(|v| Day::read(&v.due)).map(Day::year).collect();
        if let (Some(decided), Some(expiry)) = (decided, Day::read(&expiry))
            && let Some(year) = (decided.year() + 1..expiry.year()).find(|year| !years.contains(year))
        {
            return Some(PlanProblem::YearMissing(year));
        }
    }
    let missing = state.open_minors().into_iter().find(|minor| !first.findings.contains(minor));
    missing.map(PlanProblem::MinorMissing)
}

/// A plan of surveillance as a first idea: a visit each year of the term, the open minors at the first, and the rows
/// that were judged met in turn, a third at each. A person records it, or another one. `None` where nothing was granted
/// or the days can't be worked out.
#[must_use]
pub fn proposed_plan(state: &State, checklist: &Checklist) -> Option<SurveillancePlan> {
    let decided = Day::of_time(&granted(state)?.time)?;
    // Three years where the case says nothing of the term.
    let end = expiry(state).and_then(|e| Day::read(&e)).or_else(|| decided.plus_months(36))?;
    let rows = rows_met(state, checklist);
    let mut visits = Vec::new();
    for (n, months) in (0_usize..).zip((1..=20).map(|year| year * 12)) {
        let due = decided.plus_months(months)?;
        // The last year belongs to the evaluation before the term ends.
        if n > 0 && due.plus_months(12).is_none_or(|next| next > end) && due.year() >= end.year() {
            break;
        }
        if due > end || (n > 0 && due == end) {
            break;
        }
        let third = rows.iter().skip(n % 3).step_by(3).cloned().collect();
        let findings = if n == 0 { state.open_minors() } else { Vec::new() };
        visits.push(SurveillanceVisit { due: due.text(), findings, rows: third, other: Vec::new() });
    }
    if visits.is_empty() {
        // A term of less than a year has its visit at the end.
        let due = end.text();
        visits.push(SurveillanceVisit { due, findings: state.open_minors(), rows, other: Vec::new() });
    }
    Some(SurveillancePlan { visits, supersedes: Vec::new() })
}

/// Requirements with a row that is met, in the order of the checklist.
fn rows_met(state: &State, checklist: &Checklist) -> Vec<String> {
    let mut met: Vec<String> = Vec::new();
    for row in conclude::rows(state, checklist) {
        let verdict = state.row(&row).verdict_that_holds().map(|v| v.verdict);
        let is_met = matches!(verdict, Some(AnyVerdict::Fulfilled | AnyVerdict::Pass));
        if is_met && met.last() != Some(&row.requirement) && !met.contains(&row.requirement) {
            met.push(row.requirement);
        }
    }
    met
}
