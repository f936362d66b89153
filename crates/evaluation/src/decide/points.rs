//! Points that a reviewer returns, their answers, and how they are closed.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::{Context, NewEvent, NewPoint, Refusal, event, filled};
use crate::{
    event::{PointAnswer, PointClose, PointResult, ReviewPoint, Role, kind},
    state::Point,
};

impl Context<'_> {
    pub(super) fn raise_point(&self, new: NewPoint) -> Result<Vec<NewEvent>, Refusal> {
        let number = alloc::format!("P-{}", self.state.highest("point:", "P-", "point").saturating_add(1));
        self.reviews(&number)?;
        let subjects = [new.row.is_some(), new.activity.is_some(), new.finding.is_some()];
        if subjects.iter().filter(|named| **named).count() > 1 {
            return Err(Refusal::new("point-needs-one-subject", number));
        }
        if let Some(row) = &new.row {
            self.check_row(row)?;
        }
        if let Some(id) = new.activity.as_ref().filter(|id| self.checklist.activity(id).is_none()) {
            return Err(Refusal::new("unknown-activity", id));
        }
        let known = |id: &String| self.state.findings().iter().any(|f| f.raised.value.finding == *id);
        if let Some(id) = new.finding.as_ref().filter(|id| !known(id)) {
            return Err(Refusal::new("unknown-finding", id));
        }
        filled(&new.text, "point-needs-text", &number)?;
        let NewPoint { row, activity, finding, text } = new;
        let point = ReviewPoint { point: number, row, activity, finding, text, supersedes: Vec::new() };
        Ok(vec![event(kind::REVIEW_POINT, &point)?])
    }

    pub(super) fn answer_point(
        &self,
        number: String,
        text: String,
        evidence: Vec<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_evaluator(&number)?;
        self.not_barred(&number)?;
        self.open_point(&number)?;
        filled(&text, "answer-needs-text", &number)?;
        self.check_evidence(&evidence, &number)?;
        let supersedes = self.supersedes(&alloc::format!("point:{number}"), "answer");
        Ok(vec![event(kind::POINT_ANSWER, &PointAnswer { point: number, text, evidence, supersedes })?])
    }

    pub(super) fn close_point(
        &self,
        number: String,
        result: PointResult,
        note: String,
    ) -> Result<Vec<NewEvent>, Refusal> {
        self.reviews(&number)?;
        let point = self.open_point(&number)?;
        if result != PointResult::Withdrawn && point.answers.is_empty() {
            return Err(Refusal::new("point-not-answered", number));
        }
        filled(&note, "point-close-needs-note", &number)?;
        let raised = point.raised.iter().map(|r| r.id.to_string());
        let of = raised.chain(point.answers.iter().map(|a| a.id.to_string())).collect();
        let supersedes = self.supersedes(&alloc::format!("point:{number}"), "close");
        Ok(vec![event(kind::POINT_CLOSE, &PointClose { point: number, of, result, note, supersedes })?])
    }

    /// A reviewer who took no part in the evaluation and is not barred.
    pub(super) fn reviews(&self, place: &str) -> Result<(), Refusal> {
        self.not_involved(place, "reviewer-evaluated")?;
        if !self.state.has_role(self.author, Role::Reviewer) {
            return Err(Refusal::new("needs-reviewer", place));
        }
        self.not_barred(&place)
    }

    fn open_point(&self, number: &str) -> Result<Point, Refusal> {
        let point = self.state.point(number).ok_or_else(|| Refusal::new("unknown-point", number))?;
        if point.state.is_open() {
            Ok(point)
        } else {
            Err(Refusal::new("point-closed", number).with("how", point.state))
        }
    }

    /// Nothing is accepted over the head of a point that is open.
    pub(super) fn no_open_point(&self, place: &str) -> Result<(), Refusal> {
        match self.state.points().into_iter().find(|p| p.state.is_open()) {
            None => Ok(()),
            Some(point) => Err(Refusal::new("review-point-open", place)
                .with("point", point.number)
                .with("how", point.state)),
        }
    }
}
