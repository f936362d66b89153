//! Points of a review, and how they were settled.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use super::{Entry, State, Valued};
use crate::{
    code::codes,
    event::{PointAnswer, PointClose, PointResult, ReviewPoint, RowKey},
};

codes! {
    /// Where a point stands.
    pub enum PointState {
        /// Raised, not yet answered.
        Raised = "raised",
        /// Answered, and the reviewer has not read the answer.
        Answered = "answered",
        /// The answer does not settle it.
        NotSettled = "not_settled",
        /// Settled.
        Settled = "settled",
        /// Taken back by a reviewer.
        Withdrawn = "withdrawn",
    }
}

impl PointState {
    /// Whether the point still stands in the way of a review.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::Raised | Self::Answered | Self::NotSettled)
    }
}

/// A point with everything that stands about it.
#[derive(Clone, Debug)]
pub struct Point {
    /// Its number, `P-1`.
    pub number: String,
    /// As raised; several where two reviewers gave one number on two copies.
    pub raised: Vec<Valued<ReviewPoint>>,
    /// The answers that stand.
    pub answers: Vec<Valued<PointAnswer>>,
    /// How it was closed; several while reviewers contradict each other.
    pub closed: Vec<Valued<PointClose>>,
    /// Where it stands.
    pub state: PointState,
}

impl Point {
    fn of(
        number: &str,
        raised: Vec<Valued<ReviewPoint>>,
        answers: Vec<Valued<PointAnswer>>,
        closed: Vec<Valued<PointClose>>,
    ) -> Self {
        let read: BTreeSet<&str> =
            closed.iter().flat_map(|c| c.value.of.iter().map(String::as_str)).collect();
        let was_read = |id: &trail::EventId| read.contains(id.to_string().as_str());
        let closes = |c: &Valued<PointClose>| c.value.result != PointResult::NotSettled;
        let over = !closed.is_empty() && closed.iter().all(closes) && raised.iter().all(|r| was_read(&r.id));
        let withdrawn = |c: &Valued<PointClose>| c.value.result == PointResult::Withdrawn;
        let state = if over && closed.iter().all(withdrawn) {
            PointState::Withdrawn
        } else if over {
            PointState::Settled
        } else if answers.iter().any(|a| !was_read(&a.id)) {
            PointState::Answered
        } else if closed.iter().any(|c| !closes(c)) {
            PointState::NotSettled
        } else {
            PointState::Raised
        };
        Self { number: number.to_string(), raised, answers, closed, state }
    }

    /// Whether it is about this row.
    #[must_use]
    pub fn is_on(&self, row: &RowKey) -> bool {
        self.raised.iter().any(|r| r.value.row.as_ref() == Some(row))
    }
}

impl State {
    /// All points of the review, by number.
    #[must_use]
    pub fn points(&self) -> Vec<Point> {
        let mut points: Vec<Point> =
            self.of_prefix("point:").filter_map(|number| self.point(number)).collect();
        points.sort_by_key(|p| super::rows::number_of(&p.number));
        points
    }

    /// One point.
    #[must_use]
    pub fn point(&self, number: &str) -> Option<Point> {
        let subject = alloc::format!("point:{number}");
        let raised: Vec<Valued<ReviewPoint>> = self.values(&subject, "point");
        if raised.is_empty() {
            return None;
        }
        Some(Point::of(number, raised, self.values(&subject, "answer"), self.values(&subject, "close")))
    }

    /// Every answer that was ever given to a point, in the order each key recorded them.
    #[must_use]
    pub fn answers_to(&self, number: &str) -> Vec<Valued<PointAnswer>> {
        self.with_effect(&alloc::format!("point:{number}"), "answer").filter_map(Entry::decoded).collect()
    }

    /// Every result that reviewers ever recorded on a point, in the order each key recorded them.
    #[must_use]
    pub fn results_on(&self, number: &str) -> Vec<Valued<PointClose>> {
        self.with_effect(&alloc::format!("point:{number}"), "close").filter_map(Entry::decoded).collect()
    }
}
