//! Remarks and reasons: codes with arguments that the shells turn into sentences.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use checklist::Checklist;
use serde::{Deserialize, Serialize};

use crate::code::{codes, text_id};

/// The arguments of a text, by name.
pub type Args = BTreeMap<String, String>;

/// Builds arguments from pairs.
pub(crate) fn args<const N: usize>(pairs: [(&str, &str); N]) -> Args {
    pairs.into_iter().map(|(name, value)| (name.to_string(), value.to_string())).collect()
}

/// Something an assessor has to know about the recorded verdicts. A remark changes no level; where
/// the matter prevents a conclusion, a [`Reason`] says so as well.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Remark {
    /// The requirement, activity, finding subject or functional requirement (`FR5`) it is about.
    pub requirement: String,
    /// What is remarkable.
    pub code: RemarkCode,
    /// The arguments of the text.
    pub args: Args,
}

impl Remark {
    pub(crate) fn new<const N: usize>(
        requirement: &str,
        code: RemarkCode,
        pairs: [(&str, &str); N],
    ) -> Remark {
        Remark { requirement: requirement.to_string(), code, args: args(pairs) }
    }
}

codes! {
    /// What a [`Remark`] says.
    pub enum RemarkCode {
        /// An enhancement is fulfilled or passed while its base is not; it does not count.
        /// Arguments `base`, `verdict` (of the base).
        ReWithoutBase = "re_without_base",
        /// An enhancement has a verdict of its own while its base is not applicable; it is
        /// treated as not applicable. Arguments `base`, `verdict` (of the enhancement).
        ReUnderNaBase = "re_under_na_base",
        /// The row belongs to a component type that is not claimed; it does not count.
        /// Argument `types`.
        OutOfScope = "out_of_scope",
        /// The id is a heading of the standard without a requirement of its own.
        HeadingNotAssessable = "heading_not_assessable",
        /// The checklist has no such requirement.
        UnknownRequirement = "unknown_requirement",
        /// The row is fulfilled, but nobody said by what (ER-1): it does not count as native.
        FulfilmentMissing = "fulfilment_missing",
        /// No component type is claimed: nothing is selected and every level is 0.
        NoComponentType = "no_component_type",
        /// The level rests on rows that are not applicable, on no fulfilled one. Argument `level`.
        VacuousLevel = "vacuous_level",
        /// The declared level is above 4. Argument `level`.
        DeclaredOutOfRange = "declared_out_of_range",
        /// The row applies, so the named row applies too, yet that one is recorded as not
        /// applicable (CR 1.14 and CR 4.3). Argument `other`.
        BroughtRowNotApplicable = "brought_row_not_applicable",
        /// The row has a verdict although the row that it depends on is not applicable (EDR 3.13
        /// and EDR 2.4). Argument `other`.
        NeededRowNotApplicable = "needed_row_not_applicable",
        /// A common constraint is recorded as not applicable.
        ConstraintNotApplicable = "constraint_not_applicable",
        /// An enhancement is in the claimed list, its base is not. Argument `base`.
        BaseNotInList = "base_not_in_list",
        /// The claimed list names the requirement more than once.
        ListedTwice = "listed_twice",
        /// The activity has a verdict while an earlier one is open. Argument `earlier`.
        ActivityOutOfOrder = "activity_out_of_order",
        /// The checklist has no such activity.
        UnknownActivity = "unknown_activity",
        /// An open major finding is raised on a row outside the claim. Argument `finding`.
        OpenMajorOutsideClaim = "open_major_outside_claim",
        /// The evaluated maturity level is below the declared one: the claim is lowered.
        /// Arguments `declared`, `evaluated`, `row`, `role`, `component`.
        BelowDeclaredMl = "below_declared_ml",
        /// A maturity level outside 1 to 4 is recorded; it is ignored. Arguments `level`, `row`, `role`,
        /// `component`.
        MlOutOfRange = "ml_out_of_range",
        /// Two rows for the same requirement, role and component say the same; one counts.
        /// Arguments `row`, `role`, `component`.
        DuplicateRow = "duplicate_row",
        /// Two rows for the same requirement, role and component differ; none of them counts.
        /// Arguments `row`, `role`, `component`.
        ConflictingRows = "conflicting_rows",
        /// The requirement has rows, but none for this role. Argument `role`.
        NoRowForRole = "no_row_for_role",
        /// Some rows of the requirement pass, others are not evaluated: it does not count as
        /// fulfilled.
        PartlyEvaluated = "partly_evaluated",
    }
}

impl RemarkCode {
    /// The id of the text, `remark-…`.
    #[must_use]
    pub fn text_id(self) -> String {
        text_id("remark", self.code())
    }
}

/// Remarks in the order of the standard; everything that is not a requirement follows by name.
pub(crate) fn in_order(checklist: &Checklist, mut remarks: Vec<Remark>) -> Vec<Remark> {
    remarks.sort_by_cached_key(|one| {
        let place = checklist.position(&one.requirement).unwrap_or(usize::MAX);
        (place, one.clone())
    });
    remarks.dedup();
    remarks
}

/// Why a conclusion is not positive, or what it still needs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Reason {
    /// The requirement or activity it is about; empty where it is about the evaluation as a whole.
    pub subject: String,
    /// What stands in the way.
    pub code: ReasonCode,
    /// The arguments of the text.
    pub args: Args,
}

impl Reason {
    pub(crate) fn new<const N: usize>(subject: &str, code: ReasonCode, pairs: [(&str, &str); N]) -> Reason {
        Reason { subject: subject.to_string(), code, args: args(pairs) }
    }
}

codes! {
    /// What a [`Reason`] says.
    pub enum ReasonCode {
        /// A common component security constraint is not fulfilled.
        ConstraintFailed = "constraint_failed",
        /// An evaluation activity failed.
        ActivityFailed = "activity_failed",
        /// A major finding is open. Argument `finding`.
        OpenMajor = "open_major",
        /// A row fails and no accepted plan covers it.
        RowFailed = "row_failed",
        /// A selected row has no verdict. Arguments `row`, and for service providers
        /// `role`, `component`.
        RowNotEvaluated = "row_not_evaluated",
        /// A selected row is inconclusive.
        RowInconclusive = "row_inconclusive",
        /// A selected row is fulfilled, but its fulfilment mode is missing (ER-1).
        FulfilmentMissing = "fulfilment_missing",
        /// A selected enhancement has a verdict that contradicts its base, which is not
        /// applicable. Argument `base`.
        Contradiction = "contradiction",
        /// An evaluation activity has no verdict.
        ActivityOpen = "activity_open",
        /// An evaluation activity is inconclusive.
        ActivityInconclusive = "activity_inconclusive",
        /// The checklist holds no evaluation activity, so the method was not followed.
        NoActivities = "no_activities",
        /// The checklist lacks the common constraints or has no requirements at all.
        NoRequirements = "no_requirements",
        /// No component type is claimed.
        NoComponentType = "no_component_type",
        /// The claim selects no requirement of any functional requirement.
        NothingClaimed = "nothing_claimed",
        /// A declared level is above 4. Argument `level`.
        DeclaredOutOfRange = "declared_out_of_range",
        /// The claimed list names something that cannot be selected. Argument `remark`, the code
        /// of the matching remark.
        ListedRowUnusable = "listed_row_unusable",
        /// The base of a listed enhancement is not in the claimed list. Argument `base`.
        BaseNotClaimed = "base_not_claimed",
        /// A minor finding is open and its plan is not accepted. Argument `finding`.
        PlanNotAccepted = "plan_not_accepted",
        /// The requirement has no row at all.
        RequirementWithoutRow = "requirement_without_row",
        /// Rows for the same requirement, role and component differ. Arguments `row`, `role`,
        /// `component`.
        RowsConflict = "rows_conflict",
        /// A passed row has no usable evaluated maturity level. Arguments `row`, `role`,
        /// `component`.
        MlMissing = "ml_missing",
        /// No row passed, so there is nothing to state.
        NothingPassed = "nothing_passed",
    }
}

impl ReasonCode {
    /// The id of the text, `outcome-why-…`.
    #[must_use]
    pub fn text_id(self) -> String {
        text_id("outcome-why", self.code())
    }
}
