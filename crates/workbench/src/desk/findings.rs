//! Findings: raised, moved on, shown with their whole course.

use evaluation::{
    decide::{NewFinding, Request},
    event::RowKey,
    state::Finding,
};

use super::{Desk, open::Open, types::*};
use crate::{Problem, clock, worksheet};

pub(super) fn findings(desk: &Desk, _: Nothing) -> Result<Findings, Problem> {
    desk.looking(|open| Ok(Findings { findings: of(open, &|_| true) }))
}

/// The findings that are meant, by number.
pub(super) fn of(open: &Open, meant: &dyn Fn(&Finding) -> bool) -> Vec<FindingView> {
    let all = open.session.state().findings();
    let today = clock::today();
    let same = |number: &str| all.iter().filter(|f| f.raised.value.finding == number).count();
    all.iter()
        .filter(|f| meant(f))
        .map(|f| view(open, f, same(&f.raised.value.finding) > 1, &today))
        .collect()
}

/// The findings on one row.
pub(super) fn of_row(open: &Open, row: &RowKey) -> Vec<FindingView> {
    of(open, &|f| f.raised.value.row.as_ref() == Some(row))
}

/// The findings on one activity.
pub(super) fn of_activity(open: &Open, activity: &str) -> Vec<FindingView> {
    of(open, &|f| f.raised.value.activity.as_deref() == Some(activity))
}

fn view(open: &Open, finding: &Finding, contested: bool, today: &str) -> FindingView {
    let raised = &finding.raised.value;
    let checklist = open.session.checklist();
    let (subject, subject_kind, label) = match (&raised.row, &raised.activity) {
        (Some(row), _) => {
            let label = checklist.requirement(&row.requirement).map(|r| r.label.clone());
            (row.to_string(), "row", label)
        }
        (None, Some(activity)) => {
            (activity.clone(), "activity", checklist.activity(activity).map(|a| a.label.clone()))
        }
        (None, None) => (String::new(), "row", None),
    };
    let due = finding.moved.as_ref().and_then(|m| m.value.due.clone());
    let is_open = finding.state.is_open();
    FindingView {
        subject,
        subject_kind: subject_kind.to_owned(),
        label: label.unwrap_or_default(),
        grade: finding.grade.to_string(),
        grade_reason: crate::course::grade_reason(finding),
        statement: raised.statement.clone(),
        evidence: raised.evidence.clone(),
        state: finding.state.code().to_owned(),
        open: is_open,
        next: finding.state.next().iter().map(|s| s.code().to_owned()).collect(),
        // ISO dates compare as text.
        overdue: is_open && due.as_deref().is_some_and(|due| due < today),
        due,
        contested,
        author: open.rows.name(&finding.raised.chain),
        time: finding.raised.time.clone(),
        steps: open
            .session
            .state()
            .finding_history(&raised.finding)
            .into_iter()
            .filter(|step| !open.session.state().is_void(&step.id))
            .map(|step| FindingStep {
                state: step.value.state.code().to_owned(),
                note: step.value.note,
                due: step.value.due,
                evidence: step.value.evidence,
                author: open.rows.name(&step.chain),
                time: step.time,
            })
            .collect(),
        draft: open.drafts.texts(&raised.finding),
        number: raised.finding.clone(),
    }
}

pub(super) fn raise(desk: &Desk, asked: FindingRaising) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let row = asked.row.as_deref().map(|row| open.key(row)).transpose()?;
        let place = asked.row.or_else(|| asked.activity.clone()).unwrap_or_default();
        let grade = worksheet::grade(&asked.finding.grade).ok_or_else(|| {
            Problem::new("worksheet-unknown-grade").with("place", &place).with("word", &asked.finding.grade)
        })?;
        let finding = NewFinding {
            row: row.clone(),
            activity: asked.activity,
            grade,
            grade_reason: asked.finding.reason,
            statement: asked.finding.statement,
            evidence: asked.finding.evidence.unwrap_or_default(),
            repeats: None,
        };
        let rows: Vec<RowKey> = row.into_iter().collect();
        open.perform(Request::RaiseFinding(finding), Some(&rows))
    })
}

pub(super) fn step(desk: &Desk, asked: FindingMoving) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let state = worksheet::finding_state(&asked.state).ok_or_else(|| {
            Problem::new("worksheet-unknown-state").with("place", &asked.finding).with("word", &asked.state)
        })?;
        let on = open.session.state().findings().into_iter();
        let rows: Vec<RowKey> = on
            .filter(|f| f.raised.value.finding == asked.finding)
            .filter_map(|f| f.raised.value.row)
            .collect();
        let request = Request::MoveFinding {
            finding: asked.finding.clone(),
            state,
            note: asked.note,
            due: asked.due.filter(|d| !d.is_empty()),
            evidence: asked.evidence,
            answer: None,
            method: None,
        };
        let changed = open.perform(request, Some(&rows))?;
        let _ = open.drafts.set(&asked.finding, std::collections::BTreeMap::new());
        Ok(changed)
    })
}
