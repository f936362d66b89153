//! Findings: raising them and moving them on.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::{Context, NewEvent, NewFinding, Refusal, check_date, event, filled};
use crate::{
    event::{FindingEscalate, FindingMove, FindingRaise, FindingState, Role, kind},
    state::Finding,
    verdict::Grade,
};

impl Context<'_> {
    pub(super) fn raise(
        &self,
        new: NewFinding,
        fallback: &[String],
        excused: bool,
    ) -> Result<NewEvent, Refusal> {
        let place = match (&new.row, &new.activity) {
            (Some(row), None) => {
                self.check_row(row)?;
                row.to_string()
            }
            (None, Some(activity)) if self.checklist.activities.iter().any(|a| a.id == *activity) => {
                activity.clone()
            }
            (None, Some(activity)) => return Err(Refusal::new("unknown-activity", activity)),
            _ => return Err(Refusal::new("finding-needs-subject", "")),
        };
        self.needs_evaluator(&place)?;
        self.not_barred(&place)?;
        if let Some(row) = &new.row {
            self.not_locked(row)?;
        }
        filled(&new.statement, "finding-needs-statement", &place)?;
        filled(&new.grade_reason, "finding-needs-grade-reason", &place)?;
        self.check_repeat(&new, &place)?;
        let evidence = if new.evidence.is_empty() { fallback.to_vec() } else { new.evidence };
        self.check_evidence(&evidence, &place)?;
        if evidence.is_empty() && !excused {
            return Err(Refusal::new("finding-needs-evidence", place));
        }
        event(
            kind::FINDING_RAISE,
            &FindingRaise {
                finding: self.next_finding(),
                row: new.row,
                activity: new.activity,
                grade: new.grade,
                grade_reason: new.grade_reason,
                statement: new.statement,
                evidence,
                repeats: new.repeats,
                supersedes: Vec::new(),
            },
        )
    }

    /// The number of the next finding: one more than the highest ever given.
    pub(super) fn next_finding(&self) -> String {
        alloc::format!("F-{}", self.state.highest_finding().saturating_add(1))
    }

    pub(super) fn move_finding(&self, new: FindingMove) -> Result<Vec<NewEvent>, Refusal> {
        let id = new.finding.clone();
        let finding = self.finding(&id)?;
        let clients = FindingState::CLIENTS.contains(&new.state);
        if !(clients && self.state.has_role(self.author, Role::ClientContact)) {
            self.needs_evaluator(&id)?;
            self.not_barred(&id)?;
        }
        filled(&new.note, "finding-move-needs-note", &id)?;
        self.check_evidence(&new.evidence, &id)?;
        if !finding.state.next().contains(&new.state) {
            let next: Vec<&str> = finding.state.next().iter().map(|s| s.code()).collect();
            return Err(Refusal::new("finding-step", &id)
                .with("from", finding.state.code())
                .with("to", new.state.code())
                .with("next", next.join(", ")));
        }
        check_answer(&new)?;
        self.check_verification(&new, &finding)?;
        if new.state == FindingState::PlanProposed && new.due.is_none() {
            return Err(Refusal::new("plan-needs-due-date", id));
        }
        check_date(new.due.as_ref())?;
        let due = new.due.or_else(|| finding.moved.and_then(|m| m.value.due));
        let answer = new.answer.filter(|answer| !answer.is_empty());
        let supersedes = self.supersedes(&alloc::format!("finding:{id}"), "state");
        Ok(vec![event(kind::FINDING_MOVE, &FindingMove { due, answer, supersedes, ..new })?])
    }

    fn finding(&self, id: &str) -> Result<Finding, Refusal> {
        let mut findings = self.state.findings().into_iter();
        findings.find(|f| f.raised.value.finding == id).ok_or_else(|| Refusal::new("unknown-finding", id))
    }

    /// Who verifies is not who answers, and looks at something new (ISO/IEC 17021-1, 9.4.10, recalled).
    fn check_verification(&self, new: &FindingMove, finding: &Finding) -> Result<(), Refusal> {
        let id = &new.finding;
        if !matches!(new.state, FindingState::Closed | FindingState::NotEffective) {
            return match new.method {
                Some(_) => Err(Refusal::new("verification-out-of-place", id).with("to", new.state.code())),
                None => Ok(()),
            };
        }
        if self.state.has_role(self.author, Role::ClientContact) {
            return Err(Refusal::new("verifier-is-client", id));
        }
        if new.state == FindingState::NotEffective {
            if new.evidence.is_empty() {
                return Err(Refusal::new("verification-needs-evidence", id));
            }
            return Ok(());
        }
        if new.evidence.is_empty() {
            return Err(Refusal::new("closing-needs-evidence", id));
        }
        if new.evidence.iter().all(|sha| finding.raised.value.evidence.contains(sha)) {
            return Err(Refusal::new("closing-needs-new-evidence", id));
        }
        Ok(())
    }

    pub(super) fn escalate(&self, mut escalate: FindingEscalate) -> Result<Vec<NewEvent>, Refusal> {
        let id = escalate.finding.clone();
        let finding = self.finding(&id)?;
        self.needs_evaluator(&id)?;
        filled(&escalate.reason, "escalation-needs-reason", &id)?;
        self.check_evidence(&escalate.evidence, &id)?;
        if finding.grade != Grade::Minor || !finding.state.is_open() {
            return Err(Refusal::new("escalation-of-open-minor-only", &id)
                .with("grade", finding.grade)
                .with("state", finding.state.code()));
        }
        escalate.supersedes = self.supersedes(&alloc::format!("finding:{id}"), "grade");
        Ok(vec![event(kind::FINDING_ESCALATE, &escalate)?])
    }

    /// The same nonconformity seen again is major, whatever it was the first time.
    fn check_repeat(&self, new: &NewFinding, place: &str) -> Result<(), Refusal> {
        let Some(earlier) = &new.repeats else { return Ok(()) };
        let first = self.finding(earlier)?;
        let same = (&first.raised.value.row, &first.raised.value.activity) == (&new.row, &new.activity);
        if !same || first.grade == Grade::Observation {
            return Err(Refusal::new("repeat-of-another", place).with("finding", earlier));
        }
        if new.grade != Grade::Major {
            return Err(Refusal::new("repeat-is-major", place).with("finding", earlier));
        }
        Ok(())
    }
}

/// An answer stands where the client answers, says something in each part that it has, and a plan says all of it.
fn check_answer(new: &FindingMove) -> Result<(), Refusal> {
    let Some(answer) = new.answer.as_ref().filter(|answer| !answer.is_empty()) else {
        return Ok(());
    };
    let answers =
        matches!(new.state, FindingState::Accepted | FindingState::PlanProposed | FindingState::Implemented);
    if !answers {
        return Err(Refusal::new("answer-out-of-place", &new.finding).with("to", new.state.code()));
    }
    let whole = new.state == FindingState::PlanProposed;
    let open = |(_, said): &(&str, Option<&String>)| said.map_or(whole, |text| text.trim().is_empty());
    let open: Vec<&str> = answer.parts().into_iter().filter(open).map(|(name, _)| name).collect();
    if open.is_empty() {
        Ok(())
    } else {
        Err(Refusal::new("answer-incomplete", &new.finding).with("open", open.join(", ")))
    }
}
