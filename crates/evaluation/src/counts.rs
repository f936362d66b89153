//! Counts: how many rows a claim specifies and how they came out, and the tuples that certificates
//! of conformity print. Counts are never divided by one another.

use alloc::collections::BTreeSet;
use alloc::string::{String, ToString};
use alloc::vec::Vec;

use checklist::{Checklist, Requirement};
use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::scope::Scope;
use crate::verdict::{Fulfilment, Verdict};

/// The counts of the 6-2 report (Annex B.2), with our open states beside them.
///
/// `specified` is always the sum of the other five. An enhancement under a base that is not
/// applicable counts as not applicable; one that is met while its base is not counts where its base
/// counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// Rows that the claim selects.
    pub specified: u32,
    /// Justified as not applicable.
    pub not_applicable: u32,
    /// Fulfilled, by the component or by system integration.
    pub fulfilled: u32,
    /// Not fulfilled.
    pub not_fulfilled: u32,
    /// Evaluated without a verdict yet.
    pub inconclusive: u32,
    /// Not evaluated although the claim selects them.
    pub not_evaluated: u32,
    /// How many of the fulfilled are not shown to be met by the component itself.
    pub fulfilled_by_integration: u32,
}

impl Counts {
    fn add(&mut self, verdict: Verdict, mode: Option<Fulfilment>, by_integration_counts: bool) {
        bump(&mut self.specified);
        match verdict {
            Verdict::NotApplicable => bump(&mut self.not_applicable),
            Verdict::Fulfilled => {
                bump(&mut self.fulfilled);
                if by_integration_counts && mode != Some(Fulfilment::ByComponent) {
                    bump(&mut self.fulfilled_by_integration);
                }
            }
            Verdict::NotFulfilled => bump(&mut self.not_fulfilled),
            Verdict::Inconclusive => bump(&mut self.inconclusive),
            Verdict::NotEvaluated => bump(&mut self.not_evaluated),
        }
    }
}

/// The counts of one functional requirement, of the common constraints or of one family.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedCounts {
    /// `CCSC`, `FR1` to `FR7`, or a family: `CR`, `SAR`, `EDR`, `HDR`, `NDR`.
    pub name: String,
    /// The counts.
    pub counts: Counts,
}

/// The counts of a claim. Each selected row counts once in `by_group`, once in `by_family` and once
/// in the total.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CountTable {
    /// Per functional requirement, the common constraints first; type-specific rows are in their
    /// functional requirement.
    pub by_group: Vec<NamedCounts>,
    /// Per family, in the order of the checklist; the family `CCSC` is the constraints.
    pub by_family: Vec<NamedCounts>,
    /// All selected rows.
    pub total: Counts,
}

/// Why a row counts as not evaluated in a tuple. The parts are kept apart because a reader must be
/// able to tell "a higher level" from "left out".
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotEvaluatedSplit {
    /// Rows of the claimed types that only a level above the declared one selects.
    pub above_claim: u32,
    /// Rows of the claimed types that the claimed list does not name.
    pub not_listed: u32,
    /// Rows of component types that are not claimed.
    pub other_type: u32,
    /// Rows within the claim that have no verdict or are inconclusive.
    pub open: u32,
}

impl NotEvaluatedSplit {
    /// All of them.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.above_claim
            .saturating_add(self.not_listed)
            .saturating_add(self.other_type)
            .saturating_add(self.open)
    }
}

/// One line of the IECEE-style tuple table: (RA, NAR, TR), with the rest shown.
///
/// Always `ra + nar + fail + not_evaluated.total() + headings == tr`. Numbered headings without a
/// requirement are part of TR and are counted apart: they can be neither met nor left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ComponentTuple {
    /// The group: `CCSC`, `FR1` to `FR7`, `SAR`, `EDR`, `HDR`, `NDR`, or `total`.
    pub group: String,
    /// Requirements within the claim that are fulfilled, by component or by integration.
    pub ra: u32,
    /// How many of them are not shown to be met by the component itself.
    pub ra_by_integration: u32,
    /// Requirements within the claim that are justified as not applicable.
    pub nar: u32,
    /// Every numbered entry of the group in the standard, headings included.
    pub tr: u32,
    /// Requirements within the claim that are not fulfilled.
    pub fail: u32,
    /// Requirements without a verdict that counts.
    pub not_evaluated: NotEvaluatedSplit,
    /// Numbered headings without a requirement of their own.
    pub headings: u32,
}

/// The counts over the rows that the claim selects.
pub(crate) fn count(scope: &Scope<'_>, selected: &[&Requirement]) -> CountTable {
    let mut by_group = Vec::new();
    let mut by_family = Vec::new();
    let mut total = Counts::default();
    for row in scope.rows().filter(|row| selected.iter().any(|one| one.id == row.id)) {
        let (verdict, mode) = scope.effective(row);
        let has_mode = row.fr.is_some();
        named(&mut by_group, &row.group).add(verdict, mode, has_mode);
        named(&mut by_family, &row.family).add(verdict, mode, has_mode);
        total.add(verdict, mode, has_mode);
    }
    CountTable { by_group, by_family, total }
}

fn named<'t>(table: &'t mut Vec<NamedCounts>, name: &str) -> &'t mut Counts {
    let at = table.iter().position(|line| line.name == name).unwrap_or(table.len());
    if at == table.len() {
        table.push(NamedCounts { name: name.to_string(), counts: Counts::default() });
    }
    #[expect(clippy::indexing_slicing, reason = "the line was found or pushed just above")]
    &mut table[at].counts
}

/// The tuples of all groups in the order of the checklist, and their sum as the last line.
pub(crate) fn tuples(
    checklist: &Checklist,
    scope: &Scope<'_>,
    claim: &Claim,
    selected: &[&Requirement],
) -> Vec<ComponentTuple> {
    let in_scope: BTreeSet<&str> = scope.rows().map(|row| row.id.as_str()).collect();
    let in_claim: BTreeSet<&str> = selected.iter().map(|row| row.id.as_str()).collect();
    let mut lines: Vec<ComponentTuple> = checklist
        .tuple_groups()
        .map(|group| ComponentTuple { group: group.id.clone(), ..ComponentTuple::default() })
        .collect();
    let mut total = ComponentTuple { group: "total".to_string(), ..ComponentTuple::default() };
    for row in &checklist.requirements {
        let group = checklist.tuple_group_of(row);
        for line in lines.iter_mut().filter(|line| line.group == group).chain([&mut total]) {
            bump(&mut line.tr);
            if !in_scope.contains(row.id.as_str()) {
                bump(&mut line.not_evaluated.other_type);
            } else if in_claim.contains(row.id.as_str()) {
                add(line, scope, row);
            } else if matches!(claim, Claim::Levels(_)) {
                bump(&mut line.not_evaluated.above_claim);
            } else {
                bump(&mut line.not_evaluated.not_listed);
            }
        }
    }
    for heading in &checklist.headings {
        let group = &heading.group;
        for line in lines.iter_mut().filter(|line| line.group == *group).chain([&mut total]) {
            bump(&mut line.tr);
            bump(&mut line.headings);
        }
    }
    lines.push(total);
    lines
}

/// Adds a row within the claim to its line.
fn add<'a>(line: &mut ComponentTuple, scope: &Scope<'a>, row: &'a Requirement) {
    match scope.effective(row) {
        (Verdict::Fulfilled, mode) => {
            bump(&mut line.ra);
            if row.fr.is_some() && mode != Some(Fulfilment::ByComponent) {
                bump(&mut line.ra_by_integration);
            }
        }
        (Verdict::NotApplicable, _) => bump(&mut line.nar),
        (Verdict::NotFulfilled, _) => bump(&mut line.fail),
        (Verdict::Inconclusive | Verdict::NotEvaluated, _) => bump(&mut line.not_evaluated.open),
    }
}

pub(crate) fn bump(count: &mut u32) {
    *count = count.saturating_add(1);
}
