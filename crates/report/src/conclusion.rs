//! What follows from the verdicts, as the report tells it. The rules themselves are in `evaluation`;
//! here are only their results, codes and counts.

use crate::contents::Coded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The conclusion for either object.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// Security levels of a component.
    Component(ComponentConclusion),
    /// Maturity of a service provider's rows.
    ServiceProvider(ProviderConclusion),
}

/// Result for a component: a vector of seven, never one number (IEC TS 62443-6-2 B.2, B.7).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ComponentConclusion {
    /// Outcome code: `confirmed`, `confirmed_with_integration`, `below_declared`, `not_confirmed`,
    /// `unfinished`. The text is `report-outcome-<code>`.
    pub outcome: String,
    /// Why, in codes; the texts are `report-reason-<code>`, with `subject` among the arguments.
    pub reasons: Vec<Coded>,
    /// What a reader has to know about the record; the texts are `report-remark-<code>`, with `subject`
    /// among the arguments.
    pub remarks: Vec<Coded>,
    /// FR 1 to FR 7, in order. Empty only when the claim is a list of requirements.
    pub levels: Vec<FrLevel>,
    /// Counts of rows per group (`FR1` …), per `CCSC` and per family (`CR`, `SAR`, `EDR`, `HDR`, `NDR`), in
    /// the order of the report.
    pub counts: Vec<Counts>,
    /// (RA, NAR, TR) per category: CCSC, FR1 to FR7, SAR, EDR, HDR, NDR, and `total` as the last line.
    pub tuples: Vec<Tuple>,
    /// CCSC 1 to 4: verdict codes by id, as in [`crate::contents::RowVerdict::code`].
    pub ccsc: BTreeMap<String, String>,
    /// Activities: how many passed, failed, are inconclusive, are open.
    pub activities: ActivityCounts,
}

/// One foundational requirement's level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FrLevel {
    /// 1 to 7.
    pub fr: u8,
    /// Declared SL-C, 0 to 4.
    pub declared: u8,
    /// Confirmed from the component alone: min(declared, computed); `None` when nothing is confirmed.
    pub native: Option<u8>,
    /// Confirmed together with the described integration measures; `None` when nothing is confirmed.
    pub with_integration: Option<u8>,
    /// True when the native level rests on rows that are not applicable alone.
    pub native_vacuous: bool,
    /// True when the level with integration rests on rows that are not applicable alone.
    pub vacuous: bool,
    /// Rows that stand in the way of each level not reached, up to the declared one and no further.
    pub blockers: Vec<Blocker>,
    /// The smallest set of rows that would raise the native level; only up to the declared level.
    pub raise: Option<Raise>,
}

/// Why a level is not reached.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Blocker {
    /// The level not reached, 1 to 4.
    pub level: u8,
    /// Rows that block it for the component alone.
    pub native: Vec<BlockingRow>,
    /// Rows that block it with integration as well.
    pub with_integration: Vec<BlockingRow>,
}

/// A row in the way of a level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct BlockingRow {
    /// Requirement id.
    pub id: String,
    /// Why, as a code; the text is `report-blocks-<code>`: `not_fulfilled`, `inconclusive`,
    /// `not_evaluated`, `only_by_integration`, `fulfilment_missing`, `re_without_base`.
    pub why: String,
}

/// The smallest set of rows that would raise a level.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Raise {
    /// The level that would then be reached, 1 to 4.
    pub to: u8,
    /// Requirement ids, in the order of the standard.
    pub rows: Vec<String>,
}

/// Row counts of a group. `specified` is the sum of the other six.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Counts {
    /// Group id: `FR1` …, `CCSC`, `CR`, `SAR` …, or `total`.
    pub group: String,
    /// Rows selected by the claim.
    pub specified: u32,
    /// Fulfilled and not by system integration: by the component itself, and the constraints of the
    /// group `CCSC`, which know no mode of fulfilment.
    pub fulfilled_by_component: u32,
    /// Fulfilled, and not shown to be so by the component itself.
    pub fulfilled_by_integration: u32,
    /// Not fulfilled.
    pub not_fulfilled: u32,
    /// Justified and confirmed not applicable.
    pub not_applicable: u32,
    /// Inconclusive.
    pub inconclusive: u32,
    /// Selected, but not evaluated.
    pub not_evaluated: u32,
}

/// The IECEE-style tuple (RA, NAR, TR) with what is left shown beside it:
/// `ra + nar + fail + Σ not_evaluated = tr`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Tuple {
    /// Group id, or `total`.
    pub group: String,
    /// The group's name to print; for the total empty.
    pub label: String,
    /// Role code (service provider, tuples per role).
    pub role: Option<String>,
    /// Requirements assessed and met.
    pub ra: u32,
    /// Requirements not applicable.
    pub nar: u32,
    /// Total requirements, a constant of the checklist.
    pub tr: u32,
    /// Not fulfilled or failed.
    pub fail: u32,
    /// N/E by reason code; the text is `report-ne-<code>`: `above_claim`, `not_listed`, `other_type`,
    /// `excluded_by_supplier`, `headings`, `open` (component and provider), `out_of_scope`, `partly`,
    /// `no_row` (provider).
    pub not_evaluated: BTreeMap<String, u32>,
}

impl Tuple {
    /// N/E: the sum over all reasons.
    #[must_use]
    pub fn ne(&self) -> u32 {
        self.not_evaluated.values().fold(0, |sum, n| sum.saturating_add(*n))
    }
}

/// How the evaluation activities ended.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ActivityCounts {
    /// Passed.
    pub pass: u32,
    /// Failed.
    pub fail: u32,
    /// Inconclusive.
    pub inconclusive: u32,
    /// Not carried out.
    pub open: u32,
}

/// Result for a service provider.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ProviderConclusion {
    /// Outcome code: `positive`, `positive_limited`, `not_positive`, `unfinished`. The text is
    /// `report-outcome-<code>`.
    pub outcome: String,
    /// Why, in codes, as for a component.
    pub reasons: Vec<Coded>,
    /// What a reader has to know about the record, as for a component.
    pub remarks: Vec<Coded>,
    /// (RA, NAR, TR) per summary level, and `total` as the last line.
    pub tuples: Vec<Tuple>,
    /// The same per role (`role` set), one line per role.
    pub role_tuples: Vec<Tuple>,
    /// Passed rows per evaluated maturity level: the entries are ML 1, 2, 3 and 4.
    pub ml_distribution: [u32; 4],
    /// The lowest evaluated maturity level over the passed rows; `None` when none passed.
    pub lowest_ml: Option<u8>,
    /// Rows (requirement × role × component) by verdict code.
    pub row_counts: BTreeMap<String, u32>,
}
