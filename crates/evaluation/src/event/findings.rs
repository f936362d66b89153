//! Findings and their states.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::{Answer, RowKey, VerificationMethod};
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
    /// The nonconformity that is seen again; the grade is major then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub repeats: Option<String>,
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
    /// The evaluator keeps it after the dispute, with the reason.
    Upheld,
    /// A plan for correction and corrective action is proposed.
    PlanProposed,
    /// The evaluator accepts the plan.
    PlanAccepted,
    /// The evaluator returns the plan, with the reason.
    PlanRejected,
    /// The client says it is done.
    Implemented,
    /// The evaluator has verified that it does not work; a new plan is due.
    NotEffective,
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
            Self::Upheld => "upheld",
            Self::PlanProposed => "plan_proposed",
            Self::PlanAccepted => "plan_accepted",
            Self::PlanRejected => "plan_rejected",
            Self::Implemented => "implemented",
            Self::NotEffective => "not_effective",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// Every state, in the order in which a finding passes through them.
    pub const ALL: [Self; 11] = [
        Self::Raised,
        Self::Accepted,
        Self::Disputed,
        Self::Upheld,
        Self::PlanProposed,
        Self::PlanAccepted,
        Self::PlanRejected,
        Self::Implemented,
        Self::NotEffective,
        Self::Closed,
        Self::Withdrawn,
    ];

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
            Self::Disputed => &[Self::Accepted, Self::Upheld, Self::Withdrawn],
            Self::Upheld => &[Self::Accepted, Self::PlanProposed, Self::Withdrawn],
            Self::PlanProposed => {
                &[Self::PlanAccepted, Self::PlanRejected, Self::PlanProposed, Self::Withdrawn]
            }
            Self::PlanAccepted => &[Self::Implemented, Self::PlanProposed, Self::Withdrawn],
            Self::PlanRejected | Self::NotEffective => &[Self::PlanProposed, Self::Withdrawn],
            Self::Implemented => &[Self::Closed, Self::NotEffective, Self::Withdrawn],
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
    /// What the client answers, part by part.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer: Option<Answer>,
    /// How it was verified that the action works, or does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<VerificationMethod>,
    /// Replaced events: the state before.
    pub supersedes: Vec<String>,
}
