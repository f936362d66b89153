//! The conclusion on a component: IEC 62443-4-2 with the method of IEC TS 62443-6-2.
//!
//! [`conclude`] never prints a level above the claim, keeps what needs system integration apart,
//! and gives no positive statement while a constraint, an activity, a finding or an open row is in
//! the way. It gives no number for the component as a whole: SL-C is a vector of seven.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use checklist::{Checklist, ComponentType, Requirement, RequirementKind};
use serde::{Deserialize, Serialize};

use crate::blocks::{NotReached, Raise, not_reached, raise};
use crate::claim::{caps, flaws};
use crate::counts::{ComponentTuple, CountTable, count, tuples};
use crate::gate::{activity_gate, constraint_gate, coupling_remarks, finding_gate};
use crate::levels::{FRS, at, levels, per_fr};
use crate::remark::{Reason, ReasonCode, Remark, RemarkCode, in_order};
use crate::scope::{Mark, Reading, Scope};
use crate::verdict::{ActivityVerdict, Fulfilment, OpenFinding, Verdict};

pub use crate::claim::{Claim, selected};

/// Everything the conclusion on a component rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ComponentInput<'a> {
    /// The claimed component types; one or more.
    pub types: Vec<ComponentType>,
    /// The claim, as declared before the evaluation.
    pub claim: Claim,
    /// The verdicts by requirement id; an absent row is not evaluated.
    pub rows: BTreeMap<String, ComponentRow>,
    /// The verdicts by evaluation activity id; an absent activity is open.
    pub activities: BTreeMap<String, ActivityVerdict>,
    /// Every finding that is open.
    pub findings: &'a [OpenFinding],
}

/// The evaluator's verdict on one requirement of the component.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComponentRow {
    /// The verdict.
    pub verdict: Verdict,
    /// How the row is met; needed where it is fulfilled (ER-1).
    pub fulfilment: Option<Fulfilment>,
}

/// What follows from the verdicts on a component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ComponentConclusion {
    /// The overall result.
    pub outcome: ComponentOutcome,
    /// The confirmed SL-C; `None` while the outcome is not confirmed or unfinished.
    pub confirmed: Option<ConfirmedLevels>,
    /// Functional requirements 1 to 7. Levels in here are not confirmed unless `confirmed` is set.
    pub frs: Vec<FrConclusion>,
    /// Everything that is decided against the component, also where the outcome names only part.
    pub against: Vec<Reason>,
    /// Everything that is still missing for a conclusion.
    pub missing: Vec<Reason>,
    /// Selected rows without a verdict that counts as final, in the order of the standard.
    pub open_rows: Vec<String>,
    /// Ids of open minor findings inside the claim whose plan is accepted.
    pub open_minors: Vec<String>,
    /// Rows of the claimed types that have a verdict but are not in the claim: recorded, and not
    /// part of any level or count.
    pub recorded_outside_claim: Vec<String>,
    /// Counts over the selected rows.
    pub counts: CountTable,
    /// Tuples (RA, NAR, TR) per group; the last line is the total.
    pub tuples: Vec<ComponentTuple>,
    /// What an assessor has to know about the record.
    pub remarks: Vec<Remark>,
}

/// The overall result for a component.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ComponentOutcome {
    /// The component itself reaches what is claimed, everywhere.
    Confirmed,
    /// The claim is reached only with rows met by system integration. SL-C by definition is without
    /// compensating countermeasures, so the functional requirements must be named beside it.
    ConfirmedWithIntegration {
        /// The functional requirements, 1 to 7, that need system integration.
        frs: Vec<u8>,
    },
    /// Everything is decided, and the claim is not reached.
    BelowDeclared {
        /// The functional requirements that stay below the claim even with integration.
        frs: Vec<u8>,
        /// Further functional requirements that reach the claim only with integration.
        with_integration: Vec<u8>,
    },
    /// No SL-C is confirmed: a constraint or an activity failed, or a major finding is open.
    NotConfirmed {
        /// The reasons.
        why: Vec<Reason>,
    },
    /// The evaluation is not finished, so there is no conclusion.
    Unfinished {
        /// What is missing.
        missing: Vec<Reason>,
    },
}

impl ComponentOutcome {
    /// The id of the text, `outcome-…`.
    #[must_use]
    pub const fn text_id(&self) -> &'static str {
        match self {
            ComponentOutcome::Confirmed => "outcome-confirmed",
            ComponentOutcome::ConfirmedWithIntegration { .. } => "outcome-confirmed-with-integration",
            ComponentOutcome::BelowDeclared { .. } => "outcome-below-declared",
            ComponentOutcome::NotConfirmed { .. } => "outcome-not-confirmed",
            ComponentOutcome::Unfinished { .. } => "outcome-unfinished",
        }
    }

    /// Whether the claim as declared is confirmed, natively or with integration.
    #[must_use]
    pub const fn is_positive(&self) -> bool {
        matches!(self, ComponentOutcome::Confirmed | ComponentOutcome::ConfirmedWithIntegration { .. })
    }
}

/// The confirmed SL-C vectors, each value min(declared, reached).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConfirmedLevels {
    /// By the component itself.
    pub native: [u8; FRS],
    /// By the component or by system integration; to be shown beside `native`, never instead.
    pub with_integration: [u8; FRS],
}

/// One functional requirement in the conclusion. All levels are capped at the claim.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FrConclusion {
    /// The functional requirement, 1 to 7.
    pub fr: u8,
    /// The declared level; `None` under a requirement list.
    pub declared: Option<u8>,
    /// The highest level that could be confirmed: the declared one, or what the list covers.
    pub covered: u8,
    /// min(covered, level reached by the component itself).
    pub native: u8,
    /// min(covered, level reached with integration).
    pub with_integration: u8,
    /// Whether `native` rests on rows that are not applicable alone.
    pub native_vacuous: bool,
    /// Whether `with_integration` rests on rows that are not applicable alone.
    pub vacuous: bool,
    /// The uncapped levels: for explaining and testing, never for a report, hence not serialised.
    #[serde(skip)]
    pub computed: Computed,
    /// Levels that the component itself does not reach, and the rows in the way.
    pub native_not_reached: Vec<NotReached>,
    /// Levels not reached with integration, and the rows in the way.
    pub with_integration_not_reached: Vec<NotReached>,
    /// The smallest set of rows that would raise the native level.
    pub raise_native: Option<Raise>,
    /// The smallest set of rows that would raise the level with integration.
    pub raise_with_integration: Option<Raise>,
}

/// Levels as the verdicts reach them, not capped at the claim.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Computed {
    /// By the component itself.
    pub native: u8,
    /// By the component or by system integration.
    pub with_integration: u8,
    /// Still reachable.
    pub potential: u8,
}

/// Draws the conclusion on a component; the rules are told in `docs/formats/level-cases.md`.
///
/// Order of precedence: not confirmed, unfinished, below declared, confirmed with integration,
/// confirmed. What a stronger outcome hides stays visible in `against` and `missing`.
#[must_use]
pub fn conclude(checklist: &Checklist, input: &ComponentInput<'_>) -> ComponentConclusion {
    let verdicts: BTreeMap<String, Mark> =
        input.rows.iter().map(|(id, row)| (id.clone(), (row.verdict, row.fulfilment))).collect();
    let scope = Scope::new(checklist, &input.types, &verdicts);
    let selected = selected(checklist, &input.types, &input.claim);
    let mut remarks = levels(checklist, &input.types, &verdicts).remarks;
    let (mut against, mut missing) = (Vec::new(), Vec::new());
    flaws(checklist, &input.types, &input.claim, &mut remarks, &mut missing);
    constraint_gate(checklist, &scope, &selected, &mut remarks, &mut against, &mut missing);
    activity_gate(checklist, &input.activities, &mut remarks, &mut against, &mut missing);
    open_rows(&scope, &selected, &mut missing);
    let open_minors =
        finding_gate(checklist, &selected, input.findings, &mut remarks, &mut against, &mut missing);
    coupling_remarks(&scope, &selected, &mut remarks);
    let frs = frs(&scope, &input.claim, &selected);
    vacuous_remarks(&frs, &mut remarks);
    let outcome = outcome(&scope, &selected, &against, &missing);
    ComponentConclusion {
        confirmed: confirmed(&outcome, &frs),
        open_rows: selected
            .iter()
            .filter(|row| is_open(scope.effective(row).0))
            .map(|row| row.id.clone())
            .collect(),
        open_minors,
        recorded_outside_claim: scope
            .rows()
            .filter(|row| scope.mark(&row.id).0 != Verdict::NotEvaluated)
            .filter(|row| !selected.iter().any(|one| one.id == row.id))
            .map(|row| row.id.clone())
            .collect(),
        counts: count(&scope, &selected),
        tuples: tuples(checklist, &scope, &input.claim, &selected),
        frs,
        outcome,
        against,
        missing,
        remarks: in_order(checklist, remarks),
    }
}

const fn is_open(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Inconclusive | Verdict::NotEvaluated)
}

/// Selected rows, other than the constraints, that keep the evaluation open.
fn open_rows<'a>(scope: &Scope<'a>, selected: &[&'a Requirement], missing: &mut Vec<Reason>) {
    for row in selected.iter().filter(|row| row.kind != RequirementKind::Ccsc) {
        let (verdict, mode) = scope.mark(&row.id);
        if let Some((base, (Verdict::NotApplicable, _))) = scope.base(row) {
            if !matches!(verdict, Verdict::NotApplicable | Verdict::NotEvaluated) {
                let args = [("base", base)];
                missing.push(Reason::new(&row.id, ReasonCode::Contradiction, args));
            }
            continue;
        }
        let code = match verdict {
            Verdict::NotEvaluated => ReasonCode::RowNotEvaluated,
            Verdict::Inconclusive => ReasonCode::RowInconclusive,
            Verdict::Fulfilled if mode.is_none() => ReasonCode::FulfilmentMissing,
            _ => continue,
        };
        missing.push(Reason::new(&row.id, code, [("row", &row.id)]));
    }
}

fn frs(scope: &Scope<'_>, claim: &Claim, selected: &[&Requirement]) -> Vec<FrConclusion> {
    let caps = caps(scope, claim);
    let is_selected = |row: &Requirement| selected.iter().any(|one| one.id == row.id);
    let one = |fr: u8| {
        let covered = at(&caps, fr);
        let computed = Computed {
            native: scope.level(fr, Reading::Native),
            with_integration: scope.level(fr, Reading::WithIntegration),
            potential: scope.level(fr, Reading::Potential),
        };
        let native = computed.native.min(covered);
        let with_integration = computed.with_integration.min(covered);
        FrConclusion {
            fr,
            declared: claim.declared(fr),
            covered,
            native,
            with_integration,
            native_vacuous: scope.vacuous(fr, native),
            vacuous: scope.vacuous(fr, with_integration),
            computed,
            native_not_reached: not_reached(scope, fr, Reading::Native, covered, is_selected),
            with_integration_not_reached: not_reached(
                scope,
                fr,
                Reading::WithIntegration,
                covered,
                is_selected,
            ),
            raise_native: raise(scope, fr, Reading::Native),
            raise_with_integration: raise(scope, fr, Reading::WithIntegration),
        }
    };
    per_fr(one).into_iter().collect()
}

fn vacuous_remarks(frs: &[FrConclusion], remarks: &mut Vec<Remark>) {
    for fr in frs.iter().filter(|fr| fr.vacuous || fr.native_vacuous) {
        let level = if fr.vacuous { fr.with_integration } else { fr.native };
        let level = alloc::format!("{level}");
        let subject = alloc::format!("FR{}", fr.fr);
        remarks.push(Remark::new(&subject, RemarkCode::VacuousLevel, [("level", &level)]));
    }
}

fn outcome<'a>(
    scope: &Scope<'a>,
    selected: &[&'a Requirement],
    against: &[Reason],
    missing: &[Reason],
) -> ComponentOutcome {
    if !against.is_empty() {
        return ComponentOutcome::NotConfirmed { why: against.to_vec() };
    }
    if !missing.is_empty() {
        return ComponentOutcome::Unfinished { missing: missing.to_vec() };
    }
    let below = failing_frs(scope, selected, Reading::WithIntegration);
    let mut by_integration = failing_frs(scope, selected, Reading::Native);
    by_integration.retain(|fr| !below.contains(fr));
    if !below.is_empty() {
        ComponentOutcome::BelowDeclared { frs: below, with_integration: by_integration }
    } else if !by_integration.is_empty() {
        ComponentOutcome::ConfirmedWithIntegration { frs: by_integration }
    } else {
        ComponentOutcome::Confirmed
    }
}

/// The functional requirements with a selected row that does not pass. For a vector these are the
/// ones below their declared level.
fn failing_frs<'a>(scope: &Scope<'a>, selected: &[&'a Requirement], reading: Reading) -> Vec<u8> {
    let fails = |fr: &u8| selected.iter().any(|row| row.fr == Some(*fr) && !scope.passes(row, reading));
    per_fr(|fr| fr).into_iter().filter(fails).collect()
}

fn confirmed(outcome: &ComponentOutcome, frs: &[FrConclusion]) -> Option<ConfirmedLevels> {
    match outcome {
        ComponentOutcome::NotConfirmed { .. } | ComponentOutcome::Unfinished { .. } => None,
        ComponentOutcome::Confirmed
        | ComponentOutcome::ConfirmedWithIntegration { .. }
        | ComponentOutcome::BelowDeclared { .. } => {
            let of = |level: fn(&FrConclusion) -> u8| {
                per_fr(|fr| frs.iter().find(|one| one.fr == fr).map_or(0, level))
            };
            Some(ConfirmedLevels {
                native: of(|fr| fr.native),
                with_integration: of(|fr| fr.with_integration),
            })
        }
    }
}
