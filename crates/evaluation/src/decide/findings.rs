//! Findings: raising them and moving them on.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::{Context, NewEvent, NewFinding, Refusal, check_date, event, filled};
use crate::event::{FindingMove, FindingRaise, FindingState, Role, kind};

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
                supersedes: Vec::new(),
            },
        )
    }

    /// The number of the next finding: one more than the highest ever given.
    pub(super) fn next_finding(&self) -> String {
        alloc::format!("F-{}", self.state.highest_finding().saturating_add(1))
    }

    pub(super) fn move_finding(
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
        let clients = FindingState::CLIENTS.contains(&state);
        if !(clients && self.state.has_role(self.author, Role::ClientContact)) {
            self.needs_evaluator(&id)?;
            self.not_barred(&id)?;
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
        check_date(due.as_ref())?;
        let due = due.or_else(|| finding.moved.and_then(|m| m.value.due));
        let supersedes = self.supersedes(&alloc::format!("finding:{id}"), "state");
        Ok(vec![event(
            kind::FINDING_MOVE,
            &FindingMove { finding: id, state, note, due, evidence, supersedes },
        )?])
    }
}
