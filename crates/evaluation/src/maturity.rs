//! Maturity levels: how the passed rows are spread over ML 1 to 4, which is the lowest, and what
//! keeps it there.
//!
//! A maturity level belongs to a row, never to the organisation (IEC 62443-2-4, 4.2). The lowest
//! level over the passed rows in scope is always told together with the rows that are not
//! evaluated. There is no average.

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use checklist::{Checklist, Requirement};
use serde::{Deserialize, Serialize};

use crate::code::{codes, text_id};
use crate::counts::bump;
use crate::provider::RowPlace;
use crate::provider_rows::{Kept, RowState};

/// The maturity of one summary level, or of all of them together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Maturity {
    /// The summary level, or `total`.
    pub group: String,
    /// How many passed rows stand at ML 1, 2, 3 and 4. It counts rows, not requirements.
    pub distribution: [u32; 4],
    /// The lowest evaluated level over the passed rows, 1 to 4; `None` when no row passed.
    pub lowest: Option<u8>,
    /// The requirements that the lowest level says nothing about, because no row of them that was
    /// evaluated passes or fails: N/E, open or without a row.
    pub not_evaluated: Vec<String>,
    /// Levels that not every row in scope reaches, lowest first, and the rows in the way.
    pub not_reached: Vec<MlNotReached>,
    /// The smallest set of rows that would raise the lowest level; `None` at ML 4.
    pub raise: Option<MlRaise>,
}

/// A maturity level that not every row in scope reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MlNotReached {
    /// The level, 1 to 4.
    pub ml: u8,
    /// The rows in the way.
    pub rows: Vec<MlBlockingRow>,
}

/// A row in scope that does not reach a maturity level.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MlBlockingRow {
    /// Which row.
    pub row: RowPlace,
    /// Why it does not reach the level.
    pub why: MlBlockCode,
    /// The evaluated level, where the row passed with one.
    pub evaluated: Option<u8>,
}

codes! {
    /// Why a row keeps a maturity level from being reached everywhere.
    pub enum MlBlockCode {
        /// The row passed at a lower level.
        Below = "below",
        /// The row fails. There is no ML 0.
        Failed = "failed",
        /// The row has no verdict, or the requirement has no row.
        NoVerdict = "no_verdict",
        /// The row is recorded twice with different content.
        Conflict = "conflict",
        /// The row passed, but no maturity level of 1 to 4 is recorded.
        MlMissing = "ml_missing",
    }
}

impl MlBlockCode {
    /// The id of the text, `blocks-ml-…`.
    #[must_use]
    pub fn text_id(self) -> String {
        text_id("blocks-ml", self.code())
    }
}

/// The smallest set of passed rows that, each raised by one level, raises the lowest level by one:
/// every row that stands at the lowest level, and no other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MlRaise {
    /// The lowest level now, 1 to 3.
    pub from: u8,
    /// The lowest level then.
    pub to: u8,
    /// The rows, in the order of the standard.
    pub rows: Vec<RowPlace>,
}

/// The maturity of each summary level in the order of the checklist; the last entry is the total.
pub(crate) fn maturity(checklist: &Checklist, rows: &[Kept<'_>]) -> Vec<Maturity> {
    checklist
        .tuple_groups()
        .map(|group| {
            let within = |row: &Requirement| checklist.tuple_group_of(row) == group.id;
            one(checklist, rows, &group.id, within)
        })
        .chain([one(checklist, rows, "total", |_| true)])
        .collect()
}

fn one(
    checklist: &Checklist,
    rows: &[Kept<'_>],
    group: &str,
    within: impl Fn(&Requirement) -> bool,
) -> Maturity {
    let rows: Vec<&Kept<'_>> = rows.iter().filter(|row| within(row.requirement)).collect();
    let requirements: Vec<&Requirement> = checklist.requirements.iter().filter(|row| within(row)).collect();
    let mut distribution = [0; 4];
    for ml in rows.iter().filter_map(|row| passed_at(row)) {
        if let Some(count) = usize::from(ml).checked_sub(1).and_then(|i| distribution.get_mut(i)) {
            bump(count);
        }
    }
    let lowest = rows.iter().filter_map(|row| passed_at(row)).min();
    Maturity {
        group: group.to_string(),
        distribution,
        lowest,
        not_evaluated: requirements
            .iter()
            .filter(|requirement| is_not_evaluated(requirement, &rows))
            .map(|requirement| requirement.id.clone())
            .collect(),
        not_reached: (1..=4)
            .map(|ml| MlNotReached { ml, rows: blocking(&requirements, &rows, ml) })
            .filter(|level| !level.rows.is_empty())
            .collect(),
        raise: lowest.filter(|ml| *ml < 4).map(|from| MlRaise {
            from,
            to: from.saturating_add(1),
            rows: rows.iter().filter(|row| passed_at(row) == Some(from)).map(|row| row.place()).collect(),
        }),
    }
}

fn passed_at(row: &Kept<'_>) -> Option<u8> {
    match row.state {
        RowState::Pass(ml) => ml,
        _ => None,
    }
}

/// Whether a row of the requirement is open or out of scope, or there is none.
fn is_not_evaluated(requirement: &Requirement, rows: &[&Kept<'_>]) -> bool {
    let mut own = rows.iter().filter(|row| row.requirement.id == requirement.id).peekable();
    own.peek().is_none()
        || own.any(|row| matches!(row.state, RowState::NotEvaluated | RowState::Open | RowState::Conflict))
}

fn blocking(requirements: &[&Requirement], rows: &[&Kept<'_>], ml: u8) -> Vec<MlBlockingRow> {
    let mut blocking = Vec::new();
    for requirement in requirements {
        let mut any = false;
        for row in rows.iter().filter(|row| row.requirement.id == requirement.id) {
            any = true;
            let (why, evaluated) = match row.state {
                RowState::Pass(Some(own)) if own < ml => (MlBlockCode::Below, Some(own)),
                RowState::Pass(None) => (MlBlockCode::MlMissing, None),
                RowState::Fail => (MlBlockCode::Failed, None),
                RowState::Open => (MlBlockCode::NoVerdict, None),
                RowState::Conflict => (MlBlockCode::Conflict, None),
                RowState::Pass(Some(_)) | RowState::NotApplicable | RowState::NotEvaluated => {
                    continue;
                }
            };
            blocking.push(MlBlockingRow { row: row.place(), why, evaluated });
        }
        if !any {
            let row = RowPlace { requirement: requirement.id.clone(), role: None, component: None };
            blocking.push(MlBlockingRow { row, why: MlBlockCode::NoVerdict, evaluated: None });
        }
    }
    blocking
}
