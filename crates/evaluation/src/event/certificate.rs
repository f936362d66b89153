//! What happens to a certificate after it was granted: its states, the plan of surveillance, the visits
//! (ISO/IEC 17065, 7.9 to 7.11).

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// What a certification body has decided about a certificate it granted.
    pub enum CertificateState {
        /// It holds.
        Valid = "valid",
        /// It holds under conditions.
        Conditions = "conditions",
        /// It holds for less than was granted.
        ReducedScope = "reduced_scope",
        /// It does not hold until something is put right.
        Suspended = "suspended",
        /// The body took it back.
        Withdrawn = "withdrawn",
        /// Its term is over.
        Expired = "expired",
        /// The client gave it up.
        Terminated = "terminated",
    }
}

impl CertificateState {
    /// Whether conformity is attested while it stands.
    #[must_use]
    pub const fn attests(self) -> bool {
        matches!(self, Self::Valid | Self::Conditions | Self::ReducedScope)
    }

    /// Whether nothing follows it under the same decision.
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Withdrawn | Self::Expired | Self::Terminated)
    }

    /// The states that may be the first.
    pub const FIRST: &'static [Self] = &[Self::Valid, Self::Conditions];

    /// The states that may follow this one under the same decision.
    #[must_use]
    pub const fn next(self) -> &'static [Self] {
        match self {
            Self::Valid => &[
                Self::Conditions,
                Self::Suspended,
                Self::ReducedScope,
                Self::Withdrawn,
                Self::Expired,
                Self::Terminated,
            ],
            Self::Conditions => &[
                Self::Valid,
                Self::Suspended,
                Self::ReducedScope,
                Self::Withdrawn,
                Self::Expired,
                Self::Terminated,
            ],
            Self::ReducedScope => &[Self::Suspended, Self::Withdrawn, Self::Expired, Self::Terminated],
            Self::Suspended => &[
                Self::Valid,
                Self::Conditions,
                Self::ReducedScope,
                Self::Withdrawn,
                Self::Expired,
                Self::Terminated,
            ],
            Self::Withdrawn | Self::Expired | Self::Terminated => &[],
        }
    }

    /// The states that may follow this one where a later decision was granted than the one it names: what ended may
    /// begin anew, and a reduced scope may be widened.
    #[must_use]
    pub const fn next_under_new_decision(self) -> &'static [Self] {
        match self {
            Self::Withdrawn | Self::Expired | Self::Terminated => Self::FIRST,
            Self::ReducedScope => &[
                Self::Valid,
                Self::Conditions,
                Self::Suspended,
                Self::Withdrawn,
                Self::Expired,
                Self::Terminated,
            ],
            other => other.next(),
        }
    }
}

/// Payload of `certificate.state/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CertificateSet {
    /// The state.
    pub state: CertificateState,
    /// From which day, ISO 8601.
    pub date: String,
    /// Why.
    pub reason: String,
    /// What the body's directory says.
    pub directory: String,
    /// The scope that is left, of a reduced one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Id of the granted decision.
    pub decision: String,
    /// Replaced events: the state before.
    pub supersedes: Vec<String>,
}

/// One visit of a surveillance plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveillanceVisit {
    /// The day by which it takes place, ISO 8601.
    pub due: String,
    /// Findings that it looks at.
    pub findings: Vec<String>,
    /// Requirements that it looks at.
    pub rows: Vec<String>,
    /// What else it looks at.
    pub other: Vec<String>,
}

/// Payload of `surveillance.plan/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveillancePlan {
    /// The visits, in the order of their days.
    pub visits: Vec<SurveillanceVisit>,
    /// Replaced events: the plan before.
    pub supersedes: Vec<String>,
}

codes! {
    /// How a surveillance ended.
    pub enum SurveillanceResult {
        /// Nothing is open of what it looked at.
        Satisfactory = "satisfactory",
        /// There are findings.
        Findings = "findings",
        /// The findings put the certificate in doubt.
        Unsatisfactory = "unsatisfactory",
    }
}

/// Payload of `surveillance.record/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SurveillanceRecord {
    /// The last day of the visit, ISO 8601.
    pub date: String,
    /// How it ended.
    pub result: SurveillanceResult,
    /// Findings that were raised or looked at.
    pub findings: Vec<String>,
    /// What was looked at and what was seen.
    pub summary: String,
    /// SHA-256 of evidence.
    pub evidence: Vec<String>,
    /// Replaced events: an earlier record of the same day.
    pub supersedes: Vec<String>,
}
