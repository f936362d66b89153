//! Requirement ids as people write them, and the one spelling the loaded checklist uses.
//!
//! An id counts only when the loaded checklist knows it. A spelling error is a suggestion, never applied.

mod grammar;
mod nearest;

use std::collections::BTreeMap;

use checklist::Checklist;
use serde::{Deserialize, Serialize};

use grammar::{Form, Tail, Token};

/// How sure an [`IdMatch`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IdKind {
    /// An id of the loaded checklist.
    Ok,
    /// An id of the loaded checklist, written with a clause number of the standard beside it.
    Clause,
    /// A group of requirements (`SP.01`, `SP.01.05`, `FR 1`); never expanded silently.
    Family,
    /// Probably meant; a person has to say so.
    Suggest,
    /// Not an id of the loaded checklist.
    Unknown,
}

/// One id found in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdMatch {
    /// The text it was read from, after blanks and dashes were made plain.
    pub raw: String,
    /// The loaded checklist's spelling; for [`IdKind::Unknown`] the usual spelling, if it has the form of an id.
    pub canonical: Option<String>,
    /// How sure it is.
    pub kind: IdKind,
    /// Whether it stands for one member of a written range such as `CR 1.3-1.5`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_range: bool,
}

impl IdMatch {
    /// Whether it names a requirement of the loaded checklist beyond doubt.
    pub fn counts(&self) -> bool {
        matches!(self.kind, IdKind::Ok | IdKind::Clause)
    }
}

/// The ids of the loaded checklist.
#[derive(Debug, Clone, Default)]
pub struct KnownIds {
    /// Usual spelling to the checklist's own.
    spelling: BTreeMap<String, String>,
}

impl KnownIds {
    /// From the ids of a checklist, in any of the usual spellings.
    pub fn new<S: AsRef<str>>(ids: impl IntoIterator<Item = S>) -> KnownIds {
        let spelling =
            ids.into_iter().map(|id| (grammar::usual(id.as_ref()), id.as_ref().to_owned())).collect();
        KnownIds { spelling }
    }

    /// From the requirements of a checklist (its headings carry no requirement and are not known).
    pub fn of(checklist: &Checklist) -> KnownIds {
        KnownIds::new(checklist.requirements.iter().map(|requirement| &requirement.id))
    }

    /// The checklist's spelling of an id in its usual spelling.
    pub fn get(&self, usual: &str) -> Option<&str> {
        self.spelling.get(usual).map(String::as_str)
    }

    /// Number of ids known.
    pub fn len(&self) -> usize {
        self.spelling.len()
    }

    /// Whether no id is known.
    pub fn is_empty(&self) -> bool {
        self.spelling.is_empty()
    }

    /// Up to three known ids that an unknown one may have been meant to be, nearest first.
    pub fn nearest(&self, id: &str) -> Vec<String> {
        nearest::nearest(&grammar::usual(id), &self.spelling)
    }

    /// What a number in an id column may have been: `1.1` was `1.1` or `1.10` of some family.
    pub fn of_number(&self, number: &str) -> Vec<IdMatch> {
        let as_written = number.trim();
        let tenfold = format!("{as_written}0");
        let is_pair = as_written.split_once('.').is_some_and(|(a, b)| {
            !a.is_empty() && !b.is_empty() && (a.bytes().chain(b.bytes())).all(|c| c.is_ascii_digit())
        });
        if !is_pair {
            return Vec::new();
        }
        let ends = |usual: &str| {
            usual.split_once(' ').is_some_and(|(_, rest)| rest == as_written || rest == tenfold)
        };
        self.spelling
            .iter()
            .filter(|(usual, _)| ends(usual))
            .map(|(_, id)| IdMatch {
                raw: as_written.to_owned(),
                canonical: Some(id.clone()),
                kind: IdKind::Suggest,
                of_range: false,
            })
            .collect()
    }
}

/// Every id of a cell, in reading order. A cell without any id gives one [`IdKind::Unknown`] holding the
/// whole text, so that nothing of an id column goes unseen; an empty cell gives nothing.
pub fn read(cell: &str, known: &KnownIds) -> Vec<IdMatch> {
    read_beside(cell, known, speaks_of_800_53(cell))
}

/// As [`read`]; `beside_800_53` says that ids of NIST SP 800-53 stand around the cell. `SR-1` is then
/// theirs and not practice SR-1 of IEC 62443-4-1, and `SR-1` is never `SR 1.1` of IEC 62443-3-3.
pub fn read_beside(cell: &str, known: &KnownIds, beside_800_53: bool) -> Vec<IdMatch> {
    let text = grammar::clean(cell);
    let mut found = Vec::new();
    for token in grammar::tokens(&text) {
        resolve(&token, known, beside_800_53, &mut found);
    }
    if found.is_empty() && !text.is_empty() {
        // A checklist may name its requirements in a form of its own; then the whole cell is the id or none.
        if let Some(own) = known.get(&grammar::usual(&text)) {
            let canonical = Some(own.to_owned());
            return vec![IdMatch { raw: text, canonical, kind: IdKind::Ok, of_range: false }];
        }
        found.push(IdMatch { raw: text, canonical: None, kind: IdKind::Unknown, of_range: false });
    }
    found
}

/// Whether the text names a control of NIST SP 800-53 in a family that IEC 62443-4-1 does not use.
pub fn speaks_of_800_53(cell: &str) -> bool {
    grammar::speaks_of_800_53(&grammar::clean(cell))
}

fn resolve(token: &Token, known: &KnownIds, beside_800_53: bool, out: &mut Vec<IdMatch>) {
    let mut add = |usual: String, wanted: IdKind, of_range: bool| {
        let found = known.get(&usual).map(str::to_owned);
        let kind = match wanted {
            IdKind::Family => IdKind::Family,
            _ if found.is_none() => IdKind::Unknown,
            other => other,
        };
        let canonical = Some(found.unwrap_or(usual));
        out.push(IdMatch { raw: token.raw.clone(), canonical, kind, of_range });
    };
    let exact = |doubtful: bool| {
        if doubtful { IdKind::Suggest } else { IdKind::Ok }
    };
    match &token.form {
        Form::Group(usual) => add(usual.clone(), IdKind::Family, false),
        Form::Whole { usual, doubtful } => add(usual.clone(), exact(*doubtful), false),
        Form::Practice { usual, doubtful } => {
            let ambiguous = usual.starts_with("SR-") || usual.starts_with("SI-");
            if beside_800_53 && ambiguous {
                out.push(IdMatch {
                    raw: token.raw.clone(),
                    canonical: None,
                    kind: IdKind::Unknown,
                    of_range: false,
                });
            } else {
                add(usual.clone(), exact(*doubtful), false);
            }
        }
        Form::Dotted { base, doubtful, tail } => {
            let kind = exact(*doubtful);
            match tail {
                Tail::None => add(base.clone(), kind, false),
                Tail::Enhancements { numbers, with_base, kind: tail_kind } => {
                    if *with_base {
                        add(base.clone(), kind, false);
                    }
                    for number in numbers {
                        let kind = if *doubtful { IdKind::Suggest } else { *tail_kind };
                        add(format!("{base} RE({number})"), kind, numbers.len() > 1);
                    }
                }
                Tail::Clause => add(base.clone(), IdKind::Clause, false),
                Tail::Range(members) => {
                    let last = members.len().saturating_sub(1);
                    for (n, member) in members.iter().enumerate() {
                        // The ends were written and are accounted for; between them only known ids exist.
                        if n == 0 || n == last || known.get(member).is_some() {
                            add(member.clone(), kind, true);
                        }
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
