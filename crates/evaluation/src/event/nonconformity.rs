//! What belongs to a nonconformity beside its state: the client's answer, the verification, the escalation
//! (ISO/IEC 17021-1, 9.4.9, 9.4.10 and 9.5.2, recalled).

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// How it was verified whether the corrective action works.
    pub enum VerificationMethod {
        /// From documents that were handed in.
        Documents = "documents",
        /// Where the work is done.
        OnSite = "on_site",
    }
}

codes! {
    /// Why a minor nonconformity becomes a major one.
    pub enum EscalationCause {
        /// Many lapses of one kind: the process itself does not hold.
        Systematic = "systematic",
        /// Seen again after it was said to be corrected.
        Repeated = "repeated",
    }
}

/// What the client answers to a nonconformity, in the field of [`super::FindingMove`]. The due date and the evidence
/// stand in the move itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Containment and correction: what was done at once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub containment: Option<String>,
    /// Where else it was looked for, and what was found there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub extent: Option<String>,
    /// Why it could happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub root_cause: Option<String>,
    /// Corrective action: what is changed so that it does not come back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// Who does it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
}

impl Answer {
    /// Every part with its name, in the order in which it is read.
    #[must_use]
    pub fn parts(&self) -> [(&'static str, Option<&String>); 5] {
        [
            ("containment", self.containment.as_ref()),
            ("extent", self.extent.as_ref()),
            ("root_cause", self.root_cause.as_ref()),
            ("action", self.action.as_ref()),
            ("owner", self.owner.as_ref()),
        ]
    }

    /// Whether nothing is answered.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts().iter().all(|(_, said)| said.is_none())
    }
}

/// Payload of `finding.escalate/1`: a minor nonconformity is major from now on. What was raised is not rewritten.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FindingEscalate {
    /// The finding.
    pub finding: String,
    /// Systematic or repeated.
    pub cause: EscalationCause,
    /// Why.
    pub reason: String,
    /// SHA-256 of what it was seen in.
    pub evidence: Vec<String>,
    /// Replaced events: an earlier escalation.
    pub supersedes: Vec<String>,
}
