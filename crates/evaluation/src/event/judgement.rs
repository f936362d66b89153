//! Review, decision and issued reports.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

/// Result of a review.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReviewResult {
    /// Nothing to change.
    Accepted,
    /// Returned to the evaluator with points.
    Returned,
}

/// Payload of `review.record/1` (ISO/IEC 17065 7.5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewRecord {
    /// Accepted or returned.
    pub result: ReviewResult,
    /// What was looked at and what was raised.
    pub points: String,
    /// Digest of the evaluation content that was reviewed ([`crate::State::content_digest`]).
    pub covers: String,
    /// Replaced events: an earlier review.
    pub supersedes: Vec<String>,
}

/// Result of a decision.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DecisionResult {
    /// Conformity is attested.
    Granted,
    /// Conformity is attested under conditions.
    GrantedLimited,
    /// It is not.
    Refused,
}

impl DecisionResult {
    /// The code used in events and reports.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Granted => "granted",
            Self::GrantedLimited => "granted_limited",
            Self::Refused => "refused",
        }
    }

    /// Whether conformity is attested, be it under conditions.
    #[must_use]
    pub const fn is_positive(self) -> bool {
        matches!(self, Self::Granted | Self::GrantedLimited)
    }
}

/// Payload of `decision.record/1` (ISO/IEC 17065 7.6).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DecisionRecord {
    /// Granted, granted under conditions, or refused.
    pub result: DecisionResult,
    /// Reasons.
    pub reasons: String,
    /// Conditions of a decision that is granted under some; empty otherwise.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conditions: Vec<String>,
    /// Digest of the evaluation content that was decided on.
    pub covers: String,
    /// Replaced events: an earlier decision.
    pub supersedes: Vec<String>,
}

/// One file of an issued report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IssuedFile {
    /// File name.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
}

/// Payload of `report.issue/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportIssue {
    /// Report number, unique in the dossier together with the revision.
    pub number: String,
    /// Revision, counted from 1.
    pub revision: u32,
    /// `self_declaration`, `independent_assessment` or `certification_body`.
    pub report_kind: String,
    /// SHA-256 of the data set all its renderings were made from.
    pub data: String,
    /// Its files.
    pub files: Vec<IssuedFile>,
}
