//! What the evaluator does, and what the evidence looks like.

use crate::Confidence;
use alloc::{string::String, vec::Vec};
use serde::{Deserialize, Serialize};

/// One evaluation activity, under an id and in words of our own.
///
/// Edition 1 of IEC TS 62443-6-2 numbers 32 activities of which only a part is publicly described;
/// [`Activity::reference`] names the official one only where it is known.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Activity {
    /// Our own id, for example `CTX-1`.
    pub id: String,
    /// Step 1 (lifecycle, context, selection) or step 2 (the rest) of the method.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 2)))]
    pub step: u8,
    /// The group of activities, for example `context`.
    pub group: String,
    /// The clause of the method.
    pub clause: String,
    /// Whether a comparison suffices or the evaluator's expertise is needed.
    pub verb: Verb,
    /// What the evaluator establishes.
    pub label: String,
    /// What must be true for a pass; every item of the list.
    pub pass_needs: Vec<String>,
    /// What an evaluator usually looks at.
    pub typical_evidence: Vec<String>,
    /// The activity in the method's own numbering, where it is known.
    pub reference: Option<String>,
    /// Where only the place in the method is known: between which official activities it stands.
    /// Show it as "by place", never as a reference.
    pub place: Option<String>,
    /// How sure verb, clause and reference are.
    pub confidence: Confidence,
}

/// The two verbs of an evaluation activity, as in ISO/IEC 18045.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Verb {
    /// A verdict by simple comparison.
    Check,
    /// A verdict by analysis that needs the evaluator's expertise.
    Examine,
}

/// What evidence looks like for one kind of requirement at one maturity level.
///
/// These are our own generic criteria, not those of IEC TS 62443-6-1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct EvidencePattern {
    /// The kind, for example `people`; joins with [`crate::Requirement::evidence_kind`].
    pub kind: String,
    /// The maturity level, 1 to 4.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 4)))]
    pub ml: u8,
    /// What has to be shown.
    pub statement_to_show: String,
    /// What is usually put on the table.
    pub typical_evidence: Vec<String>,
    /// What the evaluator does with it.
    pub evaluator_activities: Vec<String>,
    /// What does not suffice.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub not_enough: Vec<String>,
}
