//! The evidence register.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

/// Payload of `evidence.add/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceAdd {
    /// SHA-256 of the plain bytes.
    pub sha256: String,
    /// Size in bytes.
    pub size: u64,
    /// File name without folders.
    pub name: String,
    /// Media type by content, `application/pdf`.
    pub media_type: String,
    /// What kind of evidence: a code of [`crate::case::EVIDENCE_CLASSES`].
    pub class: String,
    /// Title as a reader would cite it.
    pub title: String,
    /// Revision or version of the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revision: Option<String>,
    /// Who produced it: `supplier`, `evaluator` or `third_party`.
    pub producer: String,
    /// Date of the document or record, ISO 8601.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// Sampled project it belongs to (6-1), as coded in the sampling record.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub project: Option<String>,
    /// Version of the component it was made with (6-2).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// `public`, `confidential` or `strictly_confidential`.
    pub confidentiality: String,
    /// Replaced events: an earlier register entry of the same bytes.
    pub supersedes: Vec<String>,
}

/// Payload of `evidence.withhold/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidenceWithhold {
    /// SHA-256 of the bytes taken out.
    pub sha256: String,
    /// Why.
    pub reason: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `hand_over/1`: a copy of the dossier is made for somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HandOver {
    /// For whom.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Their organisation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<String>,
    /// SHA-256 of evidence whose bytes are left out of the copy. They stay where they are.
    pub left_out: Vec<String>,
}
