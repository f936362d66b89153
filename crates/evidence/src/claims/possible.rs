//! What the drop-down lists of the response column offer: the meaning of an answer can be said before
//! anybody has given it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::Work;
use crate::answers::{Meaning, Reading, Role};
use crate::ledger::RowKind;
use crate::text::key;

/// Answers that are offered; a longer list holds names or numbers, whose meanings nobody says one by one.
const MOST: usize = 1_000;

/// The possible answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerList {
    /// In the order of the lists, each once.
    pub answers: Vec<PossibleAnswer>,
    /// Whether no other answer is possible: a list holds for every row with a known id, the file refuses any
    /// other text, and no value was left out here. What was pasted over a list is still an answer, and asked.
    pub complete: bool,
}

/// An answer that a list offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PossibleAnswer {
    /// Its text as the list has it.
    pub answer: String,
    /// Rows that give it; 0 when it does not occur yet.
    pub count: u32,
    /// What it means; `None` while a person has not said so.
    pub meaning: Option<Meaning>,
    /// What it may mean.
    pub hints: Vec<String>,
}

impl Work<'_> {
    /// The lists that hold for the response cells of rows with a known id.
    pub(super) fn answer_list(&self) -> Option<AnswerList> {
        let column = self.mapping.columns_of(Role::Response).next()?;
        let speaks = |kind| {
            matches!(
                kind,
                RowKind::Matched | RowKind::MatchedInPart | RowKind::Duplicate | RowKind::Unanswered
            )
        };
        let rows: Vec<u32> = self.rows.iter().filter(|row| speaks(row.kind)).map(|row| row.first).collect();
        let mut bound = vec![false; rows.len()];
        let mut found = BTreeMap::<String, usize>::new();
        let mut list = AnswerList { answers: Vec::new(), complete: true };
        // Many lists share their values; each set of values is gone through once.
        let mut read = BTreeSet::new();
        let mut any = false;
        for validation in &self.sheet.validations {
            let mut holds = false;
            for area in validation.areas.iter().filter(|area| (area.left..=area.right).contains(&column)) {
                let first = rows.partition_point(|row| *row < area.top);
                let end = rows.partition_point(|row| *row <= area.bottom);
                let inside = bound.get_mut(first..end).unwrap_or_default();
                holds |= !inside.is_empty();
                if validation.enforced {
                    inside.fill(true);
                }
            }
            any |= holds;
            if !holds || !read.insert(Arc::as_ptr(&validation.values).cast::<String>() as usize) {
                continue;
            }
            for value in validation.values.iter() {
                let answer = key(value);
                if found.contains_key(&answer) {
                    continue;
                }
                if list.answers.len() >= MOST {
                    list.complete = false;
                    break;
                }
                found.insert(answer.clone(), list.answers.len());
                list.answers.push(self.possible(value, &answer));
            }
        }
        list.complete &= bound.iter().all(|bound| *bound);
        any.then_some(list)
    }

    fn possible(&self, value: &str, answer: &str) -> PossibleAnswer {
        let (meaning, hints) = match self.mapping.reading(value) {
            Reading::Means(meaning) => (Some(meaning), Vec::new()),
            Reading::Ask(hints) => (None, hints),
        };
        let count = self.answers.get(answer).map_or(0, |(asked, _)| asked.count);
        PossibleAnswer { answer: crate::normalise(value), count, meaning, hints }
    }
}
