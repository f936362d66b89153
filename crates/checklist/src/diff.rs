//! What changed from one checklist to another: what may carry over, and what has to be looked at again.

use crate::{Checklist, Requirement};
use alloc::{string::String, vec::Vec};
use serde::Serialize;

/// The difference between two checklists. Every row of either stands in exactly one of its four lists.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Diff {
    /// The parts outside the rows that differ, by the name of their field in the pack.
    pub head: Vec<&'static str>,
    /// Rows that only the second has, in its order.
    pub added: Vec<String>,
    /// Rows that only the first has, in its order.
    pub removed: Vec<String>,
    /// Rows that both have, with another content, in the order of the second.
    pub changed: Vec<Changed>,
    /// Rows that both have, with the same content, in the order of the second.
    pub unchanged: Vec<String>,
    /// Whether the rows that both have stand in another order.
    pub reordered: bool,
}

/// A row whose content changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Changed {
    /// The id of the row.
    pub id: String,
    /// The fields that differ, by their name in the pack.
    pub fields: Vec<&'static str>,
}

/// The names of the fields in which two values differ.
macro_rules! differing {
    ($a:expr, $b:expr, $($field:ident),+ $(,)?) => {{
        let (a, b) = ($a, $b);
        [$((stringify!($field), a.$field != b.$field)),+]
            .into_iter()
            .filter_map(|(name, differs)| differs.then_some(name))
            .collect::<Vec<&'static str>>()
    }};
}

impl Diff {
    /// What changed from `a` to `b`. Rows are compared by their id and by the digest of their content.
    #[must_use]
    pub fn between(a: &Checklist, b: &Checklist) -> Self {
        let mut diff = Self { head: head(a, b), ..Self::default() };
        let mut last = 0;
        for new in &b.requirements {
            let Some(place) = a.position(&new.id) else {
                diff.added.push(new.id.clone());
                continue;
            };
            diff.reordered |= place < last;
            last = place;
            match a.requirements.get(place).filter(|old| old.digest != new.digest) {
                Some(old) => diff.changed.push(Changed { id: new.id.clone(), fields: fields(old, new) }),
                None => diff.unchanged.push(new.id.clone()),
            }
        }
        let gone = a.requirements.iter().filter(|old| b.requirement(&old.id).is_none());
        diff.removed = gone.map(|old| old.id.clone()).collect();
        diff
    }

    /// Whether the two hold the same in every part.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        let rows = self.added.is_empty() && self.removed.is_empty() && self.changed.is_empty();
        rows && self.head.is_empty() && !self.reordered
    }

    /// Whether an answer to the row with this id in the first stands for the second too: only where the content
    /// of the row is the same to the letter.
    #[must_use]
    pub fn carries_over(&self, id: &str) -> bool {
        self.unchanged.iter().any(|own| own == id)
    }
}

fn head(a: &Checklist, b: &Checklist) -> Vec<&'static str> {
    differing!(
        a,
        b,
        id,
        document,
        edition,
        amendments,
        title,
        object,
        method,
        as_of,
        sources,
        unproven,
        groups,
        headings,
        activities,
        evidence_patterns,
    )
}

fn fields(old: &Requirement, new: &Requirement) -> Vec<&'static str> {
    differing!(
        old,
        new,
        parent,
        kind,
        group,
        family,
        fr,
        area,
        label,
        applies_to,
        selected_from,
        clause,
        evidence_kind,
        documentation_delivered,
        documentation_basis,
        condition,
        needs,
        brings,
        owner_parameter,
        in_edition_1,
        edition_2_change,
        sub_points,
        notes,
        confidence,
    )
}
