//! Why a level is not reached, and what would raise it.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use checklist::Requirement;
use serde::{Deserialize, Serialize};

use crate::scope::{BlockCode, HIGHEST, Reading, Scope};

/// A row that keeps a level from being reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockingRow {
    /// The requirement's id.
    pub requirement: String,
    /// Why it blocks.
    pub why: BlockCode,
    /// The base requirement, where that is what is missing.
    pub base: Option<String>,
    /// Whether the claim selects the row.
    pub within_claim: bool,
}

/// A level that is not reached.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotReached {
    /// The level, 1 to 4.
    pub level: u8,
    /// Whether the level is claimed. Levels above the claim are told for information: they are
    /// not part of the evaluation.
    pub within_claim: bool,
    /// Every row up to this level that blocks it, in the order of the standard.
    pub rows: Vec<BlockingRow>,
}

/// The smallest set of rows that, met by the component itself, raises a level by one or more.
///
/// It is the only smallest set: a level stands when all its rows stand, so each of these rows is
/// needed. Declaring a row not applicable is never proposed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Raise {
    /// The level that the rows would raise, 0 to 3.
    pub from: u8,
    /// The level that would then be reached; more than one step where no further row is in the way.
    pub to: u8,
    /// The requirements, in the order of the standard.
    pub requirements: Vec<String>,
}

/// Every level up to 4 that is not reached under a reading, lowest first.
pub(crate) fn not_reached(
    scope: &Scope<'_>,
    fr: u8,
    reading: Reading,
    cap: u8,
    is_selected: impl Fn(&Requirement) -> bool,
) -> Vec<NotReached> {
    (scope.level(fr, reading).saturating_add(1)..=HIGHEST)
        .map(|level| NotReached {
            level,
            within_claim: level <= cap,
            rows: scope
                .selected(fr, level)
                .filter_map(|row| {
                    let why = scope.obstacle(row, reading)?;
                    let base = if why.is_own() { None } else { row.parent.clone() };
                    let within_claim = is_selected(row);
                    Some(BlockingRow { requirement: row.id.clone(), why, base, within_claim })
                })
                .collect(),
        })
        .collect()
}

/// What would raise the level of a functional requirement; `None` at level 4 and where no row is in
/// scope.
pub(crate) fn raise(scope: &Scope<'_>, fr: u8, reading: Reading) -> Option<Raise> {
    let from = scope.level(fr, reading);
    if from >= HIGHEST {
        return None;
    }
    let rows: Vec<&str> = scope
        .selected(fr, from.saturating_add(1))
        .filter(|row| scope.obstacle(row, reading).is_some_and(BlockCode::is_own))
        .map(|row| row.id.as_str())
        .collect();
    if rows.is_empty() {
        return None;
    }
    let to = scope.with_fulfilled(&rows).level(fr, reading);
    Some(Raise { from, to, requirements: rows.iter().map(ToString::to_string).collect() })
}
