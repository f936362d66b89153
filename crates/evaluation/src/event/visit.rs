//! Tags on rows and evidence assigned to them: what orders a visit and judges nothing.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::RowKey;

/// The tags a row can have.
pub const TAGS: [&str; 4] = ["interviewee", "place", "document", "assignee"];

/// The longest value of a tag, in characters.
pub const TAG_LENGTH: usize = 200;

/// Payload of `tag.set/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TagSet {
    /// The row.
    pub row: RowKey,
    /// Which tag: one of [`TAGS`].
    pub tag: String,
    /// Its value; empty takes the tag off.
    pub value: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `evidence.link/1`: evidence that belongs to a row or an activity, before there is a verdict.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceLink {
    /// The row, if it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub row: Option<RowKey>,
    /// The evaluation activity, if it belongs to one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub activity: Option<String>,
    /// SHA-256 of the evidence.
    pub evidence: String,
    /// Whether it belongs there.
    pub linked: bool,
    /// Replaced events.
    pub supersedes: Vec<String>,
}
