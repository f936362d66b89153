//! Points of a review, and rows that are locked after it.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::RowKey;
use crate::code::codes;

/// Payload of `review.point/1`: what a reviewer returns to the evaluator.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewPoint {
    /// Number within the dossier, `P-1`.
    pub point: String,
    /// The row it is about. Without row, activity and finding it is about the case as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowKey>,
    /// Or the evaluation activity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Or the finding.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
    /// What is not in order.
    pub text: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `point.answer/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointAnswer {
    /// The point's number.
    pub point: String,
    /// What was done or why nothing is to be done.
    pub text: String,
    /// SHA-256 of new evidence.
    pub evidence: Vec<String>,
    /// Replaced events: an earlier answer.
    pub supersedes: Vec<String>,
}

codes! {
    /// How a reviewer closes a point.
    pub enum PointResult {
        /// The answer settles it.
        Settled = "settled",
        /// It does not, and the point goes back once more.
        NotSettled = "not_settled",
        /// The reviewer takes the point back.
        Withdrawn = "withdrawn",
    }
}

/// Payload of `point.close/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PointClose {
    /// The point's number.
    pub point: String,
    /// Ids of the points and answers that were read.
    pub of: Vec<String>,
    /// The result.
    pub result: PointResult,
    /// How it was settled, or what is still missing.
    pub note: String,
    /// Replaced events: an earlier result.
    pub supersedes: Vec<String>,
}

/// One row of a lock, with what stood on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LockedRow {
    /// Requirement id.
    pub requirement: String,
    /// Role, where the row has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Component, where the row has one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
    /// What stood on the row ([`crate::State::row_content`]).
    pub content: String,
}

impl LockedRow {
    /// The row.
    #[must_use]
    pub fn row(&self) -> RowKey {
        RowKey {
            requirement: self.requirement.clone(),
            role: self.role.clone(),
            component: self.component.clone(),
        }
    }
}

/// Payload of `row.lock/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowLock {
    /// The accepted review that covered what stood.
    pub review: String,
    /// The rows.
    pub rows: Vec<LockedRow>,
    /// Always empty.
    pub supersedes: Vec<String>,
}

/// Payload of `row.unlock/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RowUnlock {
    /// The rows.
    pub rows: Vec<RowKey>,
    /// Why they are opened again.
    pub reason: String,
    /// The locks that held them.
    pub supersedes: Vec<String>,
}
