//! The rows of a service provider's evaluation, put in order: one state for each requirement × role
//! × component, and from these one state for each requirement.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use checklist::{Checklist, Requirement};

use crate::provider::{ProviderRow, RowPlace};
use crate::remark::{Reason, ReasonCode, Remark, RemarkCode};
use crate::verdict::ProviderVerdict;

/// What one row says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowState {
    /// Passed, with the evaluated maturity level where it is 1 to 4.
    Pass(Option<u8>),
    Fail,
    NotApplicable,
    NotEvaluated,
    /// No verdict yet.
    Open,
    /// Recorded twice with different content.
    Conflict,
}

/// What the rows of one requirement say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RequirementState {
    /// Every applicable row passes.
    Ra,
    /// No row is applicable.
    Nar,
    /// At least one row fails.
    Fail,
    /// Every applicable row is outside of the evaluation's scope.
    OutOfScope,
    /// Some rows pass, others are not evaluated.
    Partly,
    /// At least one row has no verdict yet, or rows conflict.
    Open,
    /// There is no row.
    NoRow,
}

/// One row that counts.
#[derive(Debug, Clone)]
pub(crate) struct Kept<'a> {
    pub(crate) requirement: &'a Requirement,
    pub(crate) row: &'a ProviderRow,
    pub(crate) state: RowState,
}

impl Kept<'_> {
    pub(crate) fn place(&self) -> RowPlace {
        RowPlace {
            requirement: self.requirement.id.clone(),
            role: self.row.role.clone(),
            component: self.row.component.clone(),
        }
    }

    /// A row without a role holds for every role.
    pub(crate) fn holds_for(&self, role: &str) -> bool {
        self.row.role.as_deref().is_none_or(|own| own == role)
    }
}

/// The rows in the order of the standard, then by role and component; each place once.
pub(crate) fn put_in_order<'a>(
    checklist: &'a Checklist,
    rows: &'a [ProviderRow],
    remarks: &mut Vec<Remark>,
    missing: &mut Vec<Reason>,
) -> Vec<Kept<'a>> {
    type Place<'p> = (usize, Option<&'p str>, Option<&'p str>);
    let mut places: BTreeMap<Place<'a>, Vec<&'a ProviderRow>> = BTreeMap::new();
    for row in rows {
        let Some(position) = checklist.position(&row.requirement) else {
            let code = if checklist.heading(&row.requirement).is_some() {
                RemarkCode::HeadingNotAssessable
            } else {
                RemarkCode::UnknownRequirement
            };
            remarks.push(Remark::new(&row.requirement, code, []));
            continue;
        };
        let place = (position, row.role.as_deref(), row.component.as_deref());
        places.entry(place).or_default().push(row);
    }
    let mut kept = Vec::new();
    for same in places.values() {
        let Some(&first) = same.first() else { continue };
        let Some(requirement) = checklist.requirement(&first.requirement) else {
            continue;
        };
        let conflict = same.iter().any(|row| *row != first);
        let name = row_name(first);
        let args = row_args(first, &name);
        if conflict {
            remarks.push(Remark::new(&requirement.id, RemarkCode::ConflictingRows, args));
            missing.push(Reason::new(&requirement.id, ReasonCode::RowsConflict, args));
        } else if same.len() > 1 {
            remarks.push(Remark::new(&requirement.id, RemarkCode::DuplicateRow, args));
        }
        let state = if conflict { RowState::Conflict } else { state_of(first) };
        kept.push(Kept { requirement, row: first, state });
    }
    kept
}

fn state_of(row: &ProviderRow) -> RowState {
    match row.verdict {
        None => RowState::Open,
        Some(ProviderVerdict::Pass) => RowState::Pass(row.evaluated_ml.filter(|ml| (1..=4).contains(ml))),
        Some(ProviderVerdict::Fail) => RowState::Fail,
        Some(ProviderVerdict::NotApplicable) => RowState::NotApplicable,
        Some(ProviderVerdict::NotEvaluated) => RowState::NotEvaluated,
    }
}

/// The name of a row for a person: requirement, role and component, as far as it names them.
pub(crate) fn row_name(row: &ProviderRow) -> String {
    [Some(&row.requirement), row.role.as_ref(), row.component.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect::<Vec<&str>>()
        .join(", ")
}

/// The row as arguments: its name, and its role and component, empty where it names none.
pub(crate) fn row_args<'r>(row: &'r ProviderRow, name: &'r str) -> [(&'r str, &'r str); 3] {
    [
        ("row", name),
        ("role", row.role.as_deref().unwrap_or_default()),
        ("component", row.component.as_deref().unwrap_or_default()),
    ]
}

/// A requirement is fulfilled only if all its applicable rows pass; a failing row decides at once.
pub(crate) fn requirement_state(states: impl Iterator<Item = RowState>) -> RequirementState {
    let (mut any, mut pass, mut open, mut out) = (false, false, false, false);
    for state in states {
        any = true;
        match state {
            RowState::Fail => return RequirementState::Fail,
            RowState::Pass(_) => pass = true,
            RowState::Open | RowState::Conflict => open = true,
            RowState::NotEvaluated => out = true,
            RowState::NotApplicable => {}
        }
    }
    match (any, open, pass, out) {
        (false, ..) => RequirementState::NoRow,
        (_, true, ..) => RequirementState::Open,
        (_, _, true, false) => RequirementState::Ra,
        (_, _, true, true) => RequirementState::Partly,
        (_, _, false, true) => RequirementState::OutOfScope,
        (_, _, false, false) => RequirementState::Nar,
    }
}

/// The declared roles and those that rows name, in order.
pub(crate) fn all_roles(declared: &[String], rows: &[Kept<'_>]) -> Vec<String> {
    declared
        .iter()
        .chain(rows.iter().filter_map(|row| row.row.role.as_ref()))
        .collect::<BTreeSet<_>>()
        .into_iter()
        .cloned()
        .collect()
}

/// What is remarkable about single rows: maturity levels, and enhancements without their base.
pub(crate) fn row_remarks(rows: &[Kept<'_>], remarks: &mut Vec<Remark>) {
    // Rows in conflict have no content that counts, so nothing of it is remarked.
    for kept in rows.iter().filter(|kept| kept.state != RowState::Conflict) {
        let name = row_name(kept.row);
        let [row, role, component] = row_args(kept.row, &name);
        let id = kept.requirement.id.as_str();
        let levels = [kept.row.declared_ml, kept.row.evaluated_ml];
        for level in levels.into_iter().flatten().filter(|ml| !(1..=4).contains(ml)) {
            let level = level.to_string();
            let args = [("level", level.as_str()), row, role, component];
            remarks.push(Remark::new(id, RemarkCode::MlOutOfRange, args));
        }
        let RowState::Pass(evaluated) = kept.state else {
            continue;
        };
        if let (Some(evaluated), Some(declared)) = (evaluated, kept.row.declared_ml)
            && evaluated < declared
        {
            let (declared, evaluated) = (declared.to_string(), evaluated.to_string());
            let args =
                [("declared", declared.as_str()), ("evaluated", evaluated.as_str()), row, role, component];
            remarks.push(Remark::new(id, RemarkCode::BelowDeclaredMl, args));
        }
        if let Some(base) = kept.requirement.parent.as_deref() {
            base_remark(rows, kept, base, remarks);
        }
    }
}

/// An enhancement enhances the base of the same number: a pass without it needs a word.
fn base_remark(rows: &[Kept<'_>], kept: &Kept<'_>, base: &str, remarks: &mut Vec<Remark>) {
    let same_role = |other: &Kept<'_>| match (&kept.row.role, &other.row.role) {
        (Some(one), Some(two)) => one == two,
        _ => true,
    };
    let states: Vec<RowState> = rows
        .iter()
        .filter(|other| other.requirement.id == base)
        .filter(|other| same_role(other) && other.row.component == kept.row.component)
        .map(|other| other.state)
        .collect();
    let (code, verdict) = match requirement_state(states.into_iter()) {
        RequirementState::Ra => return,
        RequirementState::Nar => (RemarkCode::ReUnderNaBase, ProviderVerdict::Pass.code()),
        RequirementState::Fail => (RemarkCode::ReWithoutBase, ProviderVerdict::Fail.code()),
        RequirementState::OutOfScope
        | RequirementState::Partly
        | RequirementState::Open
        | RequirementState::NoRow => (RemarkCode::ReWithoutBase, ProviderVerdict::NotEvaluated.code()),
    };
    let name = row_name(kept.row);
    let [row, role, component] = row_args(kept.row, &name);
    let args = [("base", base), ("verdict", verdict), row, role, component];
    remarks.push(Remark::new(&kept.requirement.id, code, args));
}
