//! What the evaluator records about rows and evaluation activities.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::verdict::{ActivityVerdict, Fulfilment, ProviderVerdict, Verdict};

/// One row of the worklist. For 4-2 the requirement alone; for 2-4 requirement × role (× component),
/// because a maturity level belongs to exactly that (IEC TS 62443-6-1).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowKey {
    /// Requirement id as in the checklist, `CR 1.1 RE(1)` or `SP.01.02 BR`.
    pub requirement: String,
    /// `integration` or `maintenance` (2-4 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<String>,
    /// Component of the provider's offer, where the evaluation separates them (2-4 only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub component: Option<String>,
}

impl RowKey {
    /// A 4-2 row: the requirement alone.
    #[must_use]
    pub fn of(requirement: &str) -> Self {
        Self { requirement: requirement.to_string(), role: None, component: None }
    }

    /// Reads the form shown by `Display`: `SP.01.02 BR @integration /PLC`.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let (rest, component) = match text.split_once(" /") {
            Some((rest, component)) => (rest, Some(component.trim().to_string())),
            None => (text, None),
        };
        let (requirement, role) = match rest.split_once(" @") {
            Some((requirement, role)) => (requirement, Some(role.trim().to_string())),
            None => (rest, None),
        };
        Self { requirement: requirement.trim().to_string(), role, component }
    }
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.requirement)?;
        if let Some(role) = &self.role {
            write!(f, " @{role}")?;
        }
        if let Some(component) = &self.component {
            write!(f, " /{component}")?;
        }
        Ok(())
    }
}

/// Payload of `applicability.set/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ApplicabilitySet {
    /// The row.
    pub row: RowKey,
    /// Whether the requirement can apply to the object.
    pub applicable: bool,
    /// Why not, tied to the interfaces or the services of the object.
    pub justification: String,
    /// The evaluator has confirmed it, as every N/A needs.
    pub confirmed: bool,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `fulfilment.set/1` (IEC TS 62443-6-2, ER-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FulfilmentSet {
    /// The row.
    pub row: RowKey,
    /// How it is met.
    pub mode: Fulfilment,
    /// For integration: what the system must provide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub countermeasure: Option<String>,
    /// For integration: where the user documentation says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub documented_in: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `declaration.set/1` (6-1).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeclarationSet {
    /// The row.
    pub row: RowKey,
    /// Declared maturity level, 1 to 4.
    pub ml: u8,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// The evaluator's verdict, in the vocabulary of the method.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnyVerdict {
    /// 6-2: the requirement is fulfilled.
    Fulfilled,
    /// 6-2: it is not.
    NotFulfilled,
    /// 6-2: the evidence does not allow a verdict; blocks any positive conclusion.
    Inconclusive,
    /// 6-1: all parts met and the maturity level reached.
    Pass,
    /// 6-1: a part is missing or unsupported.
    Fail,
    /// Both: the requirement cannot apply.
    NotApplicable,
    /// Both: not evaluated; for 6-1 a final statement with its scope reason.
    NotEvaluated,
}

impl AnyVerdict {
    /// In the vocabulary of 6-2, if it belongs there.
    #[must_use]
    pub const fn component(self) -> Option<Verdict> {
        Some(match self {
            Self::Fulfilled => Verdict::Fulfilled,
            Self::NotFulfilled => Verdict::NotFulfilled,
            Self::Inconclusive => Verdict::Inconclusive,
            Self::NotApplicable => Verdict::NotApplicable,
            Self::NotEvaluated => Verdict::NotEvaluated,
            Self::Pass | Self::Fail => return None,
        })
    }

    /// In the vocabulary of 6-1, if it belongs there.
    #[must_use]
    pub const fn provider(self) -> Option<ProviderVerdict> {
        Some(match self {
            Self::Pass => ProviderVerdict::Pass,
            Self::Fail => ProviderVerdict::Fail,
            Self::NotApplicable => ProviderVerdict::NotApplicable,
            Self::NotEvaluated => ProviderVerdict::NotEvaluated,
            Self::Fulfilled | Self::NotFulfilled | Self::Inconclusive => return None,
        })
    }

    /// The code used in events, reports and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Fulfilled => "fulfilled",
            Self::NotFulfilled => "not_fulfilled",
            Self::Inconclusive => "inconclusive",
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotApplicable => "not_applicable",
            Self::NotEvaluated => "not_evaluated",
        }
    }
}

/// Payload of `verdict.set/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictSet {
    /// The row.
    pub row: RowKey,
    /// The verdict.
    pub verdict: AnyVerdict,
    /// Why; never empty.
    pub rationale: String,
    /// SHA-256 of the evidence it rests on.
    pub evidence: Vec<String>,
    /// Why no evidence is named, where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_evidence_reason: Option<String>,
    /// Evaluated maturity level, 1 to 4 (6-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ml: Option<u8>,
    /// Why a Pass stands although the evaluated level is below the declared one (6-1).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lowered_claim: Option<String>,
    /// Numbers of the requirement's sub-points that are met, counted from 1.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sub_points_met: Vec<u32>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `activity.set/1` (IEC TS 62443-6-2 clause 5).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivitySet {
    /// Activity id of the pack, `CTX-1`.
    pub activity: String,
    /// Verdict.
    pub verdict: ActivityVerdict,
    /// Why.
    pub rationale: String,
    /// SHA-256 of the evidence.
    pub evidence: Vec<String>,
    /// Why no evidence is named, where none is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub no_evidence_reason: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}
