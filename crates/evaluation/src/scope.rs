//! The rows that apply to the claimed component types, with their verdicts, and what each of them
//! is worth. Everything about levels rests on [`Scope::passes`].

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use checklist::{Checklist, ComponentType, Requirement, RequirementKind};
use serde::{Deserialize, Serialize};

use crate::code::{codes, text_id};
use crate::verdict::{Fulfilment, Verdict};

/// A verdict with its fulfilment mode.
pub(crate) type Mark = (Verdict, Option<Fulfilment>);

/// The highest security level (IEC 62443-4-2, Annex B).
pub(crate) const HIGHEST: u8 = 4;

/// Which rows count when a level is read off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Rows fulfilled by the component itself. SL-C by definition is this one.
    Native,
    /// Rows fulfilled by the component or by system integration.
    WithIntegration,
    /// As if every row that is open or inconclusive turned out fulfilled.
    Potential,
}

codes! {
    /// Why a row keeps a level from being reached.
    pub enum BlockCode {
        /// The row is not fulfilled.
        NotFulfilled = "not_fulfilled",
        /// The row is inconclusive.
        Inconclusive = "inconclusive",
        /// The row has no verdict.
        NotEvaluated = "not_evaluated",
        /// The row is fulfilled by system integration only (native reading).
        OnlyByIntegration = "only_by_integration",
        /// The row is fulfilled, but its fulfilment mode is missing (native reading).
        FulfilmentMissing = "fulfilment_missing",
        /// The enhancement is met, its base is not: it does not count.
        ReWithoutBase = "re_without_base",
    }
}

impl BlockCode {
    /// The id of the text, `blocks-…`.
    #[must_use]
    pub fn text_id(self) -> String {
        text_id("blocks", self.code())
    }

    /// Whether the row itself has to change; otherwise changing its base is enough.
    pub(crate) const fn is_own(self) -> bool {
        !matches!(self, BlockCode::ReWithoutBase)
    }
}

/// The rows in scope and the verdicts on them.
#[derive(Clone)]
pub(crate) struct Scope<'a> {
    rows: Vec<&'a Requirement>,
    marks: BTreeMap<&'a str, Mark>,
}

impl<'a> Scope<'a> {
    /// The rows of all claimed types together (the union), in the order of the standard.
    pub(crate) fn new(
        checklist: &'a Checklist,
        types: &[ComponentType],
        verdicts: &BTreeMap<String, Mark>,
    ) -> Scope<'a> {
        let rows: Vec<&Requirement> = checklist
            .requirements
            .iter()
            .filter(|row| row.applies_to.iter().any(|one| types.contains(one)))
            .collect();
        let marks = rows
            .iter()
            .filter_map(|row| verdicts.get(&row.id).map(|mark| (row.id.as_str(), *mark)))
            .collect();
        Scope { rows, marks }
    }

    pub(crate) fn rows(&self) -> impl Iterator<Item = &'a Requirement> {
        self.rows.iter().copied()
    }

    /// The rows of one functional requirement that a level up to `level` selects.
    pub(crate) fn selected(&self, fr: u8, level: u8) -> impl Iterator<Item = &'a Requirement> {
        self.rows().filter(move |row| row.fr == Some(fr) && row.selected_from.is_some_and(|l| l <= level))
    }

    /// The recorded verdict on a row, as it stands.
    pub(crate) fn mark(&self, id: &str) -> Mark {
        self.marks.get(id).copied().unwrap_or((Verdict::NotEvaluated, None))
    }

    /// The recorded verdict on the base of an enhancement.
    pub(crate) fn base(&self, row: &'a Requirement) -> Option<(&'a str, Mark)> {
        if row.kind != RequirementKind::Enhancement {
            return None;
        }
        row.parent.as_deref().map(|id| (id, self.mark(id)))
    }

    /// The verdict that counts: an enhancement under a base that is not applicable is not
    /// applicable, and one that is met while its base is not shares the verdict of the base.
    pub(crate) fn effective(&self, row: &'a Requirement) -> Mark {
        let own = self.mark(&row.id);
        match (own.0, self.base(row)) {
            (_, Some((_, (Verdict::NotApplicable, _)))) => (Verdict::NotApplicable, None),
            (Verdict::Fulfilled, Some((_, (Verdict::Fulfilled, base_mode)))) => {
                let native = Some(Fulfilment::ByComponent);
                (Verdict::Fulfilled, if base_mode == native { own.1 } else { base_mode })
            }
            (Verdict::Fulfilled, Some((_, (base, _)))) => (base, None),
            _ => own,
        }
    }

    /// Whether the row lets a level stand under this reading.
    pub(crate) fn passes(&self, row: &'a Requirement, reading: Reading) -> bool {
        self.obstacle(row, reading).is_none()
    }

    /// Why the row keeps a level from being reached, or `None` if it does not.
    pub(crate) fn obstacle(&self, row: &'a Requirement, reading: Reading) -> Option<BlockCode> {
        let base = self.base(row);
        if base.is_some_and(|(_, mark)| mark.0 == Verdict::NotApplicable) {
            return None;
        }
        let mark = self.mark(&row.id);
        let own = own_obstacle(mark, reading);
        if own.is_some() || mark.0 == Verdict::NotApplicable {
            return own;
        }
        base.and_then(|(_, mark)| own_obstacle(mark, reading)).map(|_| BlockCode::ReWithoutBase)
    }

    /// The highest level whose rows, and those of every level below it, all pass; otherwise 0. A
    /// functional requirement without a row in scope reaches nothing.
    pub(crate) fn level(&self, fr: u8, reading: Reading) -> u8 {
        if self.selected(fr, HIGHEST).next().is_none() {
            return 0;
        }
        (1..=HIGHEST)
            .take_while(|&level| self.selected(fr, level).all(|row| self.passes(row, reading)))
            .last()
            .unwrap_or(0)
    }

    /// Whether a level, taken as reached, rests on rows that are not applicable alone.
    pub(crate) fn vacuous(&self, fr: u8, level: u8) -> bool {
        level > 0 && !self.selected(fr, level).any(|row| self.effective(row).0 == Verdict::Fulfilled)
    }

    /// The same scope with these rows fulfilled by the component.
    pub(crate) fn with_fulfilled(&self, ids: &[&'a str]) -> Scope<'a> {
        let mut scope = self.clone();
        for id in ids {
            scope.marks.insert(id, (Verdict::Fulfilled, Some(Fulfilment::ByComponent)));
        }
        scope
    }
}

/// What keeps a verdict, taken alone, from counting.
fn own_obstacle((verdict, mode): Mark, reading: Reading) -> Option<BlockCode> {
    let open = |code| {
        if reading == Reading::Potential { None } else { Some(code) }
    };
    match verdict {
        Verdict::NotApplicable => None,
        Verdict::NotFulfilled => Some(BlockCode::NotFulfilled),
        Verdict::Inconclusive => open(BlockCode::Inconclusive),
        Verdict::NotEvaluated => open(BlockCode::NotEvaluated),
        Verdict::Fulfilled if reading != Reading::Native => None,
        Verdict::Fulfilled => match mode {
            Some(Fulfilment::ByComponent) => None,
            Some(Fulfilment::BySystemIntegration) => Some(BlockCode::OnlyByIntegration),
            None => Some(BlockCode::FulfilmentMissing),
        },
    }
}
