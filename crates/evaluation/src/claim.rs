//! What the vendor claims for a component, and which rows that selects.

use alloc::collections::BTreeSet;
use alloc::string::String;
use alloc::vec::Vec;

use checklist::{Checklist, ComponentType, Requirement, RequirementKind};
use serde::{Deserialize, Serialize};

use crate::levels::{FRS, at, is_level, per_fr};
use crate::remark::{Reason, ReasonCode, Remark, RemarkCode};
use crate::scope::{HIGHEST, Scope};

/// The two claim forms of IEC TS 62443-6-2 (Annex A.2): an SL-C declaration or a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Claim {
    /// The declared SL-C for functional requirements 1 to 7, each 0 to 4.
    Levels([u8; FRS]),
    /// The ids of the claimed CRs and REs, in any order. The common constraints need not be
    /// listed: they always belong to the claim.
    Requirements(Vec<String>),
}

impl Claim {
    /// The declared level of a functional requirement; `None` under a list.
    #[must_use]
    pub fn declared(&self, fr: u8) -> Option<u8> {
        match self {
            Claim::Levels(levels) => Some(at(levels, fr)),
            Claim::Requirements(_) => None,
        }
    }

    fn selects(&self, row: &Requirement) -> bool {
        if row.kind == RequirementKind::Ccsc {
            return true;
        }
        match self {
            Claim::Levels(levels) => match (row.fr, row.selected_from) {
                (Some(fr), Some(from)) => from <= at(levels, fr),
                _ => false,
            },
            Claim::Requirements(ids) => ids.contains(&row.id),
        }
    }
}

/// The rows that a claim selects, in the order of the standard: the common constraints and, for
/// the claimed component types together, every row up to the declared level of its functional
/// requirement, or every listed row.
///
/// Without a component type nothing is selected. What a list names in vain is in the remarks and
/// reasons of [`crate::component::conclude`], never silently left out.
#[must_use]
pub fn selected<'a>(
    checklist: &'a Checklist,
    types: &[ComponentType],
    claim: &Claim,
) -> Vec<&'a Requirement> {
    checklist
        .requirements
        .iter()
        .filter(|row| row.applies_to.iter().any(|one| types.contains(one)) && claim.selects(row))
        .collect()
}

/// The highest level that may be confirmed for each functional requirement.
///
/// Under a vector it is the declared level. Under a list it is the highest level that selects a row
/// of its own and whose rows, and those of every level below it, are all listed: listing `CR 5.1`
/// alone covers RDF 1, although no higher level selects another row for an embedded device.
/// Criteria, design depth and the vulnerability threshold are applied for the claim only, so
/// nothing above it is ever confirmed.
pub(crate) fn caps(scope: &Scope<'_>, claim: &Claim) -> [u8; FRS] {
    per_fr(|fr| match claim {
        Claim::Levels(levels) => at(levels, fr).min(HIGHEST),
        Claim::Requirements(_) => (1..=HIGHEST)
            .take_while(|&level| scope.selected(fr, level).all(|row| claim.selects(row)))
            .filter(|level| scope.selected(fr, *level).any(|row| row.selected_from == Some(*level)))
            .last()
            .unwrap_or(0),
    })
}

/// What is wrong with the claim itself.
pub(crate) fn flaws(
    checklist: &Checklist,
    types: &[ComponentType],
    claim: &Claim,
    remarks: &mut Vec<Remark>,
    missing: &mut Vec<Reason>,
) {
    if types.is_empty() {
        missing.push(Reason::new("", ReasonCode::NoComponentType, []));
    }
    if !selected(checklist, types, claim).iter().any(|row| row.fr.is_some()) {
        missing.push(Reason::new("", ReasonCode::NothingClaimed, []));
    }
    match claim {
        Claim::Levels(levels) => range_flaws(levels, remarks, missing),
        Claim::Requirements(ids) => {
            for id in ids.iter().collect::<BTreeSet<_>>() {
                list_flaws(checklist, types, ids, id, remarks, missing);
            }
        }
    }
}

fn range_flaws(levels: &[u8; FRS], remarks: &mut Vec<Remark>, missing: &mut Vec<Reason>) {
    for (level, fr) in levels.iter().zip(1u8..).filter(|(level, _)| !is_level(**level)) {
        let subject = alloc::format!("FR{fr}");
        let level = alloc::format!("{level}");
        let args = [("level", level.as_str())];
        remarks.push(Remark::new(&subject, RemarkCode::DeclaredOutOfRange, args));
        missing.push(Reason::new(&subject, ReasonCode::DeclaredOutOfRange, args));
    }
}

fn list_flaws(
    checklist: &Checklist,
    types: &[ComponentType],
    ids: &[String],
    id: &str,
    remarks: &mut Vec<Remark>,
    missing: &mut Vec<Reason>,
) {
    if ids.iter().filter(|other| *other == id).count() > 1 {
        remarks.push(Remark::new(id, RemarkCode::ListedTwice, []));
    }
    let Some(row) = checklist.requirement(id) else {
        let code = if checklist.heading(id).is_some() {
            RemarkCode::HeadingNotAssessable
        } else {
            RemarkCode::UnknownRequirement
        };
        remarks.push(Remark::new(id, code, []));
        let args = [("remark", code.code())];
        missing.push(Reason::new(id, ReasonCode::ListedRowUnusable, args));
        return;
    };
    if !row.applies_to.iter().any(|one| types.contains(one)) {
        let claimed: Vec<&str> = types.iter().map(|one| one.as_str()).collect();
        let claimed = claimed.join(", ");
        remarks.push(Remark::new(id, RemarkCode::OutOfScope, [("types", claimed.as_str())]));
        let args = [("remark", RemarkCode::OutOfScope.code())];
        missing.push(Reason::new(id, ReasonCode::ListedRowUnusable, args));
    }
    if let (RequirementKind::Enhancement, Some(base)) = (row.kind, row.parent.as_ref())
        && !ids.contains(base)
    {
        let args = [("base", base.as_str())];
        remarks.push(Remark::new(id, RemarkCode::BaseNotInList, args));
        missing.push(Reason::new(id, ReasonCode::BaseNotClaimed, args));
    }
}
