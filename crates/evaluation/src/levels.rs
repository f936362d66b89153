//! Security levels: what a set of verdicts on IEC 62443-4-2 reaches, for each functional
//! requirement apart.
//!
//! A level L is reached when every row that Annex B of IEC 62443-4-2 selects at any level up to L,
//! for all claimed component types together, is fulfilled or justified as not applicable. Nothing
//! here caps a level at a declared one: that is [`crate::component`]'s part, and no report prints
//! these vectors as they stand.

use alloc::collections::BTreeMap;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use checklist::{Checklist, ComponentType, Requirement};
use serde::{Deserialize, Serialize};

use crate::remark::{Remark, RemarkCode};
use crate::scope::{HIGHEST, Mark, Scope};
use crate::verdict::{Fulfilment, Verdict};

pub use crate::cases::{CaseFileProblem, CaseFileWhy, CaseResult, Difference, Facet, check_cases};
pub use crate::scope::{BlockCode, Reading};

/// The number of foundational requirements (IEC 62443-1-1).
pub const FRS: usize = 7;

/// What the verdicts reach, for functional requirements 1 to 7 in this order. Levels are 0 to 4;
/// 0 means that level 1 is not reached, not that nothing was evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Levels {
    /// Met by the component itself: what SL-C means.
    pub native: [u8; FRS],
    /// Met by the component or by system integration.
    pub with_integration: [u8; FRS],
    /// Still reachable if every open or inconclusive row turned out fulfilled.
    pub potential: [u8; FRS],
    /// True where the level reached with integration rests on no fulfilled row, only on rows that
    /// are not applicable.
    pub vacuous: [bool; FRS],
    /// What does not count, and why, in the order of the standard; ids it does not know come last.
    pub remarks: Vec<Remark>,
}

/// Derives the levels that the verdicts reach (our rule, see `docs/formats/level-cases.md`).
///
/// `verdicts` maps requirement ids to a verdict and a fulfilment mode; an absent id is not
/// evaluated. Rows without a functional requirement (the common constraints) carry no level.
#[must_use]
pub fn levels(
    checklist: &Checklist,
    types: &[ComponentType],
    verdicts: &BTreeMap<String, (Verdict, Option<Fulfilment>)>,
) -> Levels {
    let scope = Scope::new(checklist, types, verdicts);
    let with_integration = per_fr(|fr| scope.level(fr, Reading::WithIntegration));
    Levels {
        native: per_fr(|fr| scope.level(fr, Reading::Native)),
        with_integration,
        potential: per_fr(|fr| scope.level(fr, Reading::Potential)),
        vacuous: per_fr(|fr| scope.vacuous(fr, at(&with_integration, fr))),
        remarks: remarks(checklist, types, verdicts, &scope),
    }
}

/// One value for each functional requirement, which `value` is given as 1 to 7.
pub(crate) fn per_fr<T>(mut value: impl FnMut(u8) -> T) -> [T; FRS] {
    let mut fr = 0;
    [(); FRS].map(|()| {
        fr += 1;
        value(fr)
    })
}

/// The entry of a vector for functional requirement 1 to 7; the default outside of that.
pub(crate) fn at<T: Copy + Default>(vector: &[T; FRS], fr: u8) -> T {
    usize::from(fr).checked_sub(1).and_then(|i| vector.get(i)).copied().unwrap_or_default()
}

fn remarks(
    checklist: &Checklist,
    types: &[ComponentType],
    verdicts: &BTreeMap<String, Mark>,
    scope: &Scope<'_>,
) -> Vec<Remark> {
    let mut remarks = Vec::new();
    if types.is_empty() {
        remarks.push(Remark::new("", RemarkCode::NoComponentType, []));
    }
    let claimed = names(types);
    for row in &checklist.requirements {
        let Some(&mark) = verdicts.get(&row.id) else {
            continue;
        };
        if !row.applies_to.iter().any(|one| types.contains(one)) {
            if mark.0 != Verdict::NotEvaluated {
                remarks.push(Remark::new(&row.id, RemarkCode::OutOfScope, [("types", claimed.as_str())]));
            }
            continue;
        }
        remarks.extend(row_remark(row, mark, scope));
    }
    for id in verdicts.keys() {
        if checklist.requirement(id).is_some() {
            continue;
        }
        let code = if checklist.heading(id).is_some() {
            RemarkCode::HeadingNotAssessable
        } else {
            RemarkCode::UnknownRequirement
        };
        remarks.push(Remark::new(id, code, []));
    }
    remarks
}

/// What is remarkable about the verdict on a row in scope.
fn row_remark<'a>(row: &'a Requirement, mark: Mark, scope: &Scope<'a>) -> Option<Remark> {
    let (verdict, mode) = mark;
    if let Some((base, (base_verdict, _))) = scope.base(row) {
        let quiet = matches!(verdict, Verdict::NotApplicable | Verdict::NotEvaluated);
        if base_verdict == Verdict::NotApplicable && !quiet {
            let args = [("base", base), ("verdict", verdict.code())];
            return Some(Remark::new(&row.id, RemarkCode::ReUnderNaBase, args));
        }
        if verdict == Verdict::Fulfilled && base_verdict != Verdict::Fulfilled {
            let args = [("base", base), ("verdict", base_verdict.code())];
            return Some(Remark::new(&row.id, RemarkCode::ReWithoutBase, args));
        }
    }
    // The common constraints have no fulfilment mode: they bind the component as it is.
    if verdict == Verdict::Fulfilled && mode.is_none() && row.fr.is_some() {
        return Some(Remark::new(&row.id, RemarkCode::FulfilmentMissing, []));
    }
    None
}

/// The claimed types as one argument, for example `EDR, NDR`.
fn names(types: &[ComponentType]) -> String {
    let names: Vec<&str> = types.iter().map(|one| one.as_str()).collect();
    names.join(", ").to_string()
}

/// Whether a number is a security level that can be declared: 0 to 4.
pub(crate) const fn is_level(level: u8) -> bool {
    level <= HIGHEST
}
