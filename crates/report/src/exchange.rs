//! A report for programs of other people: renderings of the data set in formats that are not ours.
//!
//! [`cyclonedx`] tells it with the attestations of CycloneDX 1.6, [`oscal`] with the assessment results and the plan of
//! action and milestones of OSCAL 1.2.1. What each field becomes, and what is lost, stands in `docs/formats/exchange.md`.
//! Neither holds a sentence of a standard: requirements are named by their id and our own label.
//!
//! Like the pages, they are pure functions of data set and words: same input, same bytes. Ids are UUIDs of version 5 over
//! the SHA-256 of the data set, times are the dates it holds. The bytes are canonical JSON, so that a signature over the
//! canonical form is one over the file.

pub mod cyclonedx;
mod ids;
pub mod oscal;
mod texts;

use crate::RenderProblem;
use crate::contents::{Contents, Evidence, Finding, Object, RowEntry, RowVerdict};

/// A data set that contradicts itself is not rendered.
fn refuse_untrue(contents: &Contents) -> Result<(), RenderProblem> {
    let problems = crate::check(contents);
    if problems.is_empty() { Ok(()) } else { Err(RenderProblem::Untrue(problems)) }
}

/// The moment a day begins, as RFC 3339. The data set holds days; the formats want moments.
fn moment(day: &str) -> String {
    format!("{day}T00:00:00Z")
}

/// What a row counts as in the conclusion: its own verdict, or that of the base that its enhancement follows.
fn counted(row: &RowEntry) -> RowVerdict {
    row.counts_as.unwrap_or(row.verdict)
}

/// Whether the requirement is met, where the row is in the scope and counts as one or the other; otherwise `None`. A row
/// that is not applicable, not evaluated, inconclusive or open is neither.
fn met(row: &RowEntry) -> Option<bool> {
    match counted(row) {
        _ if row.scope != "selected" => None,
        RowVerdict::Fulfilled | RowVerdict::Pass => Some(true),
        RowVerdict::NotFulfilled | RowVerdict::Fail => Some(false),
        RowVerdict::NotApplicable
        | RowVerdict::Inconclusive
        | RowVerdict::NotEvaluated
        | RowVerdict::Open => None,
    }
}

/// What must stand beside "met" where a requirement of a component is not shown to be met by the component itself: the id
/// of a text. An enhancement stands on its base, as in the counts of the conclusion: where the base needs integration, so
/// does the enhancement. CCSC know no mode of fulfilment, nor do services and processes.
fn not_by_itself(contents: &Contents, row: &RowEntry) -> Option<&'static str> {
    let has_modes = matches!(contents.object, Object::Component(_)) && row.group != "CCSC";
    if !has_modes || met(row) != Some(true) {
        return None;
    }
    let native = |row: &RowEntry| row.fulfilment.as_deref() == Some("by_component");
    match row.fulfilment.as_deref() {
        Some("by_component") => {
            let base = row.id.split_once(" RE(").map(|(base, _)| base);
            let in_scope =
                contents.rows.iter().filter(|one| one.group == row.group && one.scope == "selected");
            let base = in_scope.into_iter().find(|one| Some(one.id.as_str()) == base);
            base.is_some_and(|base| !native(base)).then_some("exchange-on-base")
        }
        Some("by_system_integration") => Some("exchange-integration"),
        _ => Some("exchange-mode-open"),
    }
}

/// Why a row has no answer of yes or no: the justification, the reason of the scope, else the rationale.
fn reason(row: &RowEntry) -> &str {
    let given = row.justification.as_deref().or(row.scope_reason.as_deref());
    given.unwrap_or(&row.rationale)
}

/// A row's key within the report: requirement, role and component, as far as there are any.
fn key(row: &RowEntry) -> String {
    let parts = [Some(row.id.as_str()), row.role.as_deref(), row.component.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join("/")
}

/// Whether a finding still waits for something.
fn is_open(finding: &Finding) -> bool {
    !matches!(finding.state.as_str(), "closed" | "rejected" | "withdrawn")
}

/// The name of a piece of evidence: its file's, where there is one.
fn file_of(evidence: &Evidence) -> &str {
    evidence.file.as_deref().filter(|name| !name.is_empty()).unwrap_or(&evidence.title)
}

/// A name for bytes by their SHA-256 (RFC 6920, section 7): a reader that has the bytes can tell that they are these.
fn named_by_hash(sha256: &str) -> String {
    format!("nih:sha-256;{sha256}")
}
