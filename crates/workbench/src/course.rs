//! What a report tells of the course of a finding, of the sample and of a certificate, from what was recorded part by
//! part. People's own words only, in a fixed order; labels are the report's.

use std::collections::BTreeMap;

use evaluation::{
    State, certificate,
    event::{CertificateState, FindingMove, FindingState},
    state::{Finding, Valued},
};
use report::contents::{self as out, Coded};
use trail::ChainId;

/// What the client said last of what it does; the parts of the answer are told apart from it. `None` while the client
/// has not answered.
pub(crate) fn plan(course: &[Valued<FindingMove>]) -> Option<String> {
    let said = |wanted: FindingState| course.iter().rev().find(|m| m.value.state == wanted);
    said(FindingState::PlanProposed)
        .or_else(|| said(FindingState::Implemented))
        .or_else(|| said(FindingState::Accepted))
        .or_else(|| said(FindingState::Disputed))
        .map(|answer| answer.value.note.clone())
}

/// What was verified without saying how, by whom and on which day; of several all of them in their order. `None` where
/// there is none: a verification whose way is recorded is told part by part.
pub(crate) fn verification(
    course: &[Valued<FindingMove>],
    name: impl Fn(ChainId) -> String,
) -> Option<String> {
    let verified = |m: &&Valued<FindingMove>| {
        let looked = matches!(m.value.state, FindingState::Closed | FindingState::NotEffective);
        looked && m.value.method.is_none()
    };
    let told = |m: &Valued<FindingMove>| {
        let day: String = m.time.chars().take(10).collect();
        format!("{} ({}, {day})", m.value.note, name(m.chain))
    };
    let all: Vec<String> = course.iter().filter(verified).map(told).collect();
    (!all.is_empty()).then(|| all.join(" · "))
}

/// Why it has its grade; where it was escalated, why it is major now stands behind why it was minor.
pub(crate) fn grade_reason(finding: &Finding) -> String {
    match &finding.escalated {
        Some(escalated) => format!("{} – {}", finding.raised.value.grade_reason, escalated.value.reason),
        None => finding.raised.value.grade_reason.clone(),
    }
}

/// Findings that the client disputes, or disputed before the evaluator upheld them, each with what both said: opinions
/// that diverge (ISO 19011).
pub(crate) fn disputes(state: &State) -> Vec<String> {
    let mut told = Vec::new();
    for finding in state.findings() {
        let number = finding.raised.value.finding;
        let course = state.finding_course(&number);
        let at = course.iter().rposition(|m| m.value.state == FindingState::Disputed);
        let Some(since) = at.and_then(|at| course.get(at..)) else { continue };
        // A dispute that ended in agreement is none.
        let agreed = |m: &Valued<FindingMove>| {
            matches!(m.value.state, FindingState::Accepted | FindingState::Withdrawn)
        };
        if since.iter().any(agreed) {
            continue;
        }
        let said =
            |m: &&Valued<FindingMove>| matches!(m.value.state, FindingState::Disputed | FindingState::Upheld);
        let both: Vec<String> = since.iter().filter(said).map(|m| m.value.note.clone()).collect();
        told.push(format!("{number}: {}", both.join(" – ")));
    }
    told
}

/// The sample from the draws that stand; `None` where there is none. The population names the list and its SHA-256, the
/// method the seed, so that the choice can be made again (`docs/formats/events.md`).
pub(crate) fn sampling(state: &State) -> Option<out::Sampling> {
    let draws = state.draws();
    if draws.is_empty() {
        return None;
    }
    let (mut population, mut method, mut sample, mut size) = (Vec::new(), Vec::new(), Vec::new(), 0_u32);
    for draw in draws.into_iter().map(|d| d.value) {
        let items = draw.population.len();
        size = size.saturating_add(u32::try_from(items).unwrap_or(u32::MAX));
        let list = state.evidence_item(&draw.source).map(|e| e.value.name).unwrap_or_default();
        population.push(format!("{}: {items} ({list}, SHA-256 {})", draw.stratum, draw.source));
        let judged = |list: &[evaluation::event::Judged], sign: &str| {
            list.iter().map(|j| format!(", {sign}{}: {}", j.item, j.reason)).collect::<String>()
        };
        method.push(format!(
            "{}: min {} SHA-256(\"{}:…\"){}{}{}",
            draw.stratum,
            draw.n,
            draw.seed,
            judged(&draw.left_out, "-"),
            judged(&draw.added, "+"),
            draw.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default(),
        ));
        sample.extend(draw.sample().iter().map(|item| format!("{item} ({})", draw.stratum)));
    }
    let (population, method) = (population.join("; "), method.join("; "));
    Some(out::Sampling { population, population_size: Some(size), method, sample, draw: None })
}

/// What limits a statement because of what became of the certificate, and whether it rules the statement out.
pub(crate) fn certificate_limit(state: &State, today: &str) -> Option<(Coded, bool)> {
    let status = certificate::status(state, today);
    let (date, text) = match &status {
        certificate::Status::NotGranted | certificate::Status::NotStated => return None,
        certificate::Status::Contested => (String::new(), String::new()),
        certificate::Status::Stated(set) if set.value.state == CertificateState::Valid => return None,
        certificate::Status::Stated(set) => (set.value.date.clone(), set.value.directory.clone()),
        certificate::Status::PastExpiry(_, expiry) => (expiry.clone(), String::new()),
    };
    let code = match &status {
        certificate::Status::PastExpiry(..) => "certificate_past_expiry".to_owned(),
        other => format!("certificate_{}", other.code()),
    };
    let args = BTreeMap::from([("date".to_owned(), date), ("text".to_owned(), text)]);
    Some((Coded { code, args }, !status.attests()))
}

/// The scope that is left, where it was reduced.
pub(crate) fn reduced_scope(state: &State, today: &str) -> Option<String> {
    match certificate::status(state, today) {
        certificate::Status::Stated(set) => set.value.scope,
        _ => None,
    }
}
