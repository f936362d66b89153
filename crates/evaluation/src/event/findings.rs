//! Findings and their states.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::RowKey;
use crate::verdict::Grade;

/// Payload of `finding.raise/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingRaise {
    /// Number within the dossier, `F-1`.
    pub finding: String,
    /// The row it is about, if it is about a row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowKey>,
    /// The evaluation activity it is about, if it is about one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// Grade.
    pub grade: Grade,
    /// Why this grade.
    pub grade_reason: String,
    /// What is missing, in one or two sentences.
    pub statement: String,
    /// SHA-256 of the objective evidence.
    pub evidence: Vec<String>,
    /// Replaced events: an earlier wording or grade.
    pub supersedes: Vec<String>,
}

/// Where a finding stands. The original finding and verdict are never rewritten.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// Raised, not yet answered.
    Raised,
    /// The client accepts it.
    Accepted,
    /// The client disputes it.
    Disputed,
    /// A plan for correction and corrective action is proposed.
    PlanProposed,
    /// The evaluator accepts the plan.
    PlanAccepted,
    /// The client says it is done.
    Implemented,
    /// The evaluator has verified that it works.
    Closed,
    /// Taken back by the evaluator, with the reason.
    Withdrawn,
}

impl FindingState {
    /// The code used in events and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Accepted => "accepted",
            Self::Disputed => "disputed",
            Self::PlanProposed => "plan_proposed",
            Self::PlanAccepted => "plan_accepted",
            Self::Implemented => "implemented",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The states to which the client may move a finding; the others are the evaluator's.
    pub const CLIENTS: [Self; 4] = [Self::Accepted, Self::Disputed, Self::PlanProposed, Self::Implemented];

    /// Whether the finding still stands.
    #[must_use]
    pub const fn is_open(self) -> bool {
        !matches!(self, Self::Closed | Self::Withdrawn)
    }

    /// The states that may follow this one.
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Raised => &[Self::Accepted, Self::Disputed, Self::PlanProposed, Self::Withdrawn],
            Self::Accepted => &[Self::PlanProposed, Self::Implemented, Self::Withdrawn],
            Self::Disputed => &[Self::Accepted, Self::Withdrawn],
            Self::PlanProposed => &[Self::PlanAccepted, Self::Accepted, Self::Withdrawn],
            Self::PlanAccepted => &[Self::Implemented, Self::Withdrawn],
            Self::Implemented => &[Self::Closed, Self::Accepted, Self::Withdrawn],
            Self::Closed | Self::Withdrawn => &[],
        }
    }
}

/// Payload of `finding.move/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingMove {
    /// The finding.
    pub finding: String,
    /// The new state.
    pub state: FindingState,
    /// What was said or seen: the answer, the plan, the verification.
    pub note: String,
    /// Due date of the plan, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<String>,
    /// SHA-256 of new evidence.
    pub evidence: Vec<String>,
    /// Replaced events: the state before.
    pub supersedes: Vec<String>,
}
