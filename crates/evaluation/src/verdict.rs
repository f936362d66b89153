//! The words an evaluator may use: verdicts, fulfilment modes and finding grades.
//!
//! A vendor's claim is never one of these: claims, applicability, fulfilment mode and verdict are
//! four separate fields, and only an evaluator sets a verdict.

use alloc::string::String;

use serde::{Deserialize, Serialize};

use crate::code::codes;

codes! {
    /// The evaluator's verdict on one requirement of IEC 62443-4-2.
    ///
    /// The report of IEC TS 62443-6-2 (Annex B.2) counts specified, not applicable and fulfilled
    /// requirements. `Inconclusive` and `NotEvaluated` are open states of ours that block a
    /// positive conclusion.
    pub enum Verdict {
        /// Every criterion for the requirement is met.
        Fulfilled = "fulfilled",
        /// At least one criterion is not met.
        NotFulfilled = "not_fulfilled",
        /// The condition of the criterion is false for this component; needs a justification.
        NotApplicable = "not_applicable",
        /// Evaluated, but the evidence allows no verdict yet.
        Inconclusive = "inconclusive",
        /// Nothing was evaluated; the same as no entry at all.
        NotEvaluated = "not_evaluated",
    }
}

codes! {
    /// How a component requirement is met (IEC TS 62443-6-2, 4.2.3 and ER-1).
    pub enum Fulfilment {
        /// By the component itself. "Can integrate into a system that does it" is this mode too,
        /// where the requirement asks for no more.
        ByComponent = "by_component",
        /// Only with a countermeasure outside the component (IEC 62443-4-2, CCSC 2).
        BySystemIntegration = "by_system_integration",
    }
}

codes! {
    /// The evaluator's verdict on one row of IEC 62443-2-4 (requirement × role × component).
    ///
    /// Open work is the absence of a verdict, never a verdict.
    pub enum ProviderVerdict {
        /// All parts are met at the evaluated maturity level.
        Pass = "pass",
        /// A part is missing or the evidence does not support the claim; needs a finding.
        Fail = "fail",
        /// The requirement cannot apply to the declared services; needs a justification.
        NotApplicable = "not_applicable",
        /// Outside the scope of this evaluation; needs a scope reason.
        NotEvaluated = "not_evaluated",
    }
}

codes! {
    /// The evaluator's verdict on one evaluation activity (IEC TS 62443-6-2, clause 5).
    pub enum ActivityVerdict {
        /// The activity's question is answered in favour of the component.
        Pass = "pass",
        /// The activity's question is answered against the component.
        Fail = "fail",
        /// The activity cannot be decided yet: the evaluation is unfinished.
        Inconclusive = "inconclusive",
    }
}

codes! {
    /// How grave a finding is (ISO/IEC 17021-1 practice).
    pub enum Grade {
        /// The requirement is missing or not working; no positive statement while it is open.
        Major = "major",
        /// An isolated lapse; a decision is possible only with an accepted plan.
        Minor = "minor",
        /// No requirement is broken; no duty to act.
        Observation = "observation",
    }
}

/// A finding that is neither closed nor withdrawn nor rejected.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenFinding {
    /// The finding's own id.
    pub id: String,
    /// The requirement, or the evaluation activity, that the finding is raised on.
    pub requirement: String,
    /// How grave it is.
    pub grade: Grade,
    /// Whether the evaluator accepted the vendor's plan of corrective action.
    pub plan_accepted: bool,
}
