//! Tuples (RA, NAR, TR) of a service provider's evaluation, with N/E and Fail beside them.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use checklist::Checklist;
use serde::{Deserialize, Serialize};

use crate::counts::bump;
use crate::provider_rows::{Kept, RequirementState, requirement_state};

/// Why a requirement counts as not evaluated.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderNotEvaluated {
    /// Every applicable row is outside of the scope (verdict N/E).
    pub out_of_scope: u32,
    /// Some rows pass, others are N/E: the requirement as a whole is not shown.
    pub partly: u32,
    /// At least one row has no verdict yet, or rows conflict.
    pub open: u32,
    /// There is no row, or none for this role.
    pub no_row: u32,
}

impl ProviderNotEvaluated {
    /// All of them: what a report prints as N/E.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.out_of_scope.saturating_add(self.partly).saturating_add(self.open).saturating_add(self.no_row)
    }
}

/// One line of the tuple table. It counts requirements, not rows, and always
/// `ra + nar + fail + not_evaluated.total() == tr`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderTuple {
    /// The summary level, or `total`.
    pub group: String,
    /// Requirements of which every applicable row passes.
    pub ra: u32,
    /// Requirements of which no row is applicable.
    pub nar: u32,
    /// Requirements in the standard.
    pub tr: u32,
    /// Requirements of which a row fails.
    pub fail: u32,
    /// The rest.
    pub not_evaluated: ProviderNotEvaluated,
}

impl ProviderTuple {
    fn add(&mut self, state: RequirementState) {
        bump(&mut self.tr);
        match state {
            RequirementState::Ra => bump(&mut self.ra),
            RequirementState::Nar => bump(&mut self.nar),
            RequirementState::Fail => bump(&mut self.fail),
            RequirementState::OutOfScope => bump(&mut self.not_evaluated.out_of_scope),
            RequirementState::Partly => bump(&mut self.not_evaluated.partly),
            RequirementState::Open => bump(&mut self.not_evaluated.open),
            RequirementState::NoRow => bump(&mut self.not_evaluated.no_row),
        }
    }
}

/// The tuples of one role. A row without a role counts for every role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleTuples {
    /// The role, for example `integration`.
    pub role: String,
    /// One line for each summary level; the last line is the total.
    pub tuples: Vec<ProviderTuple>,
}

/// The lines of all summary levels in the order of the checklist; the last line is the total.
/// `role` restricts the rows to one role.
pub(crate) fn tuples(checklist: &Checklist, rows: &[Kept<'_>], role: Option<&str>) -> Vec<ProviderTuple> {
    let line = |group: &str| ProviderTuple { group: group.to_string(), ..Default::default() };
    let mut lines: Vec<ProviderTuple> = checklist.tuple_groups().map(|group| line(&group.id)).collect();
    let mut total = line("total");
    for requirement in &checklist.requirements {
        let own = rows.iter().filter(|row| row.requirement.id == requirement.id);
        let counted = own.filter(|row| role.is_none_or(|role| row.holds_for(role)));
        let state = requirement_state(counted.map(|row| row.state));
        let group = checklist.tuple_group_of(requirement);
        for line in lines.iter_mut().filter(|line| line.group == group) {
            line.add(state);
        }
        total.add(state);
    }
    lines.push(total);
    lines
}
