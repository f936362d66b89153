//! What each column of a table is for and what each answer means: guessed, or said by the person.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::answers::{Meaning, Reading, Role, Vocabulary};
use crate::table::TableGuess;
use crate::text::key;
use crate::workbook::{Sheet, number_of_letters};

/// How one table is read. Stored with the import, so that anyone can repeat it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// Sheet name.
    pub sheet: String,
    /// Row of the headings; `None` when the table has none.
    pub header_row: Option<u32>,
    /// Role of each column, by number from 1. A column that is not named is not taken.
    pub columns: BTreeMap<u32, Role>,
    /// Answers a person has decided, by their text in lower case; they go before the shipped words.
    #[serde(default)]
    pub values: BTreeMap<String, Meaning>,
    /// Requirements whose question asks for the other answer: `met` and `not_met` of `values` change places for them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub reversed: BTreeSet<String>,
    /// Whether rows that are hidden in the file become claims too; otherwise the ledger names them.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden_rows: bool,
}

impl Mapping {
    /// The mapping a table guess amounts to.
    pub fn guess(table: &TableGuess) -> Mapping {
        Mapping {
            sheet: table.sheet.clone(),
            header_row: table.header_row,
            columns: table
                .columns
                .iter()
                .filter(|column| column.role != Role::Ignore)
                .map(|column| (column.column, column.role))
                .collect(),
            values: BTreeMap::new(),
            reversed: BTreeSet::new(),
            hidden_rows: false,
        }
    }

    /// Decides what an answer means.
    pub fn decide(&mut self, answer: &str, meaning: Meaning) {
        self.values.insert(key(answer), meaning);
    }

    /// What an answer means under this mapping.
    pub fn reading(&self, answer: &str) -> Reading {
        match self.values.get(&key(answer)) {
            Some(meaning) => Reading::Means(*meaning),
            None => Vocabulary::shipped().answer(answer),
        }
    }

    /// The columns of a role, left to right.
    pub fn columns_of(&self, role: Role) -> impl Iterator<Item = u32> {
        self.columns.iter().filter(move |(_, r)| **r == role).map(|(column, _)| *column)
    }
}

/// Why a column or value list given on the command line cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum MappingProblem {
    /// A part is not `name=value`.
    NotAPair {
        /// The part.
        part: String,
    },
    /// No such role; the words are those of [`Role::word`].
    UnknownRole {
        /// What was given.
        word: String,
    },
    /// No such meaning; the words are those of [`Meaning::word`].
    UnknownMeaning {
        /// What was given.
        word: String,
    },
    /// Neither a column of the sheet nor one of its headings.
    NoSuchColumn {
        /// What was given.
        column: String,
    },
    /// Several columns have that heading, or it is also the letters of another column.
    AmbiguousColumn {
        /// What was given.
        column: String,
    },
    /// A column was given two roles.
    ColumnTwice {
        /// Its letters.
        column: String,
    },
    /// A role that can have only one column was given twice.
    RoleTwice {
        /// The role's word.
        role: String,
    },
    /// No column holds the requirement ids.
    NoIdColumn,
    /// The workbook has no such sheet.
    NoSuchSheet {
        /// What was given.
        sheet: String,
    },
}

impl MappingProblem {
    /// The Fluent id of its words; `<id>-do` says what to do.
    pub fn id(&self) -> &'static str {
        match self {
            MappingProblem::NotAPair { .. } => "evidence-mapping-not-a-pair",
            MappingProblem::UnknownRole { .. } => "evidence-mapping-unknown-role",
            MappingProblem::UnknownMeaning { .. } => "evidence-mapping-unknown-meaning",
            MappingProblem::NoSuchColumn { .. } => "evidence-mapping-no-such-column",
            MappingProblem::AmbiguousColumn { .. } => "evidence-mapping-ambiguous-column",
            MappingProblem::ColumnTwice { .. } => "evidence-mapping-column-twice",
            MappingProblem::RoleTwice { .. } => "evidence-mapping-role-twice",
            MappingProblem::NoIdColumn => "evidence-mapping-no-id-column",
            MappingProblem::NoSuchSheet { .. } => "evidence-mapping-no-such-sheet",
        }
    }

    /// The one argument of its words, `what`; empty where there is none.
    pub fn what(&self) -> &str {
        match self {
            MappingProblem::NotAPair { part: what }
            | MappingProblem::UnknownRole { word: what }
            | MappingProblem::UnknownMeaning { word: what }
            | MappingProblem::NoSuchColumn { column: what }
            | MappingProblem::AmbiguousColumn { column: what }
            | MappingProblem::ColumnTwice { column: what }
            | MappingProblem::RoleTwice { role: what }
            | MappingProblem::NoSuchSheet { sheet: what } => what,
            MappingProblem::NoIdColumn => "",
        }
    }
}

impl fmt::Display for MappingProblem {
    /// For logs and tests; a person reads the words of [`MappingProblem::id`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.id(), self.what())
    }
}

impl std::error::Error for MappingProblem {}

/// Reads `id=A,response=D,evidence="Evidence, internal",comment=F`: a role and a column's letters or its
/// heading, in quotation marks where it holds a comma.
///
/// # Errors
/// The first part that cannot be used; also when no part names the id column.
pub fn parse_columns(
    text: &str,
    sheet: &Sheet,
    header_row: Option<u32>,
) -> Result<BTreeMap<u32, Role>, MappingProblem> {
    let mut columns = BTreeMap::new();
    for (name, value) in pairs(text)? {
        let role = Role::of_word(&key(&name)).ok_or(MappingProblem::UnknownRole { word: name })?;
        let column = column_named(&value, sheet, header_row)?;
        if !role.may_repeat() && columns.values().any(|other| *other == role) {
            return Err(MappingProblem::RoleTwice { role: role.word().to_owned() });
        }
        if columns.insert(column, role).is_some() {
            return Err(MappingProblem::ColumnTwice { column: crate::letters(column) });
        }
    }
    if !columns.values().any(|role| *role == Role::Requirement) {
        return Err(MappingProblem::NoIdColumn);
    }
    Ok(columns)
}

/// Reads `Yes=met,No=not_met`: an answer and a [`Meaning::word`].
///
/// # Errors
/// The first part that cannot be used.
pub fn parse_values(text: &str) -> Result<BTreeMap<String, Meaning>, MappingProblem> {
    pairs(text)?
        .into_iter()
        .map(|(answer, word)| {
            let meaning = Meaning::of_word(&key(&word)).ok_or(MappingProblem::UnknownMeaning { word })?;
            Ok((key(&answer), meaning))
        })
        .collect()
}

fn pairs(text: &str) -> Result<Vec<(String, String)>, MappingProblem> {
    let mut parts = vec![String::new()];
    let mut quoted = false;
    for c in text.chars() {
        match (c, quoted) {
            ('"', _) => quoted = !quoted,
            (',', false) => parts.push(String::new()),
            _ => parts.iter_mut().last().into_iter().for_each(|part| part.push(c)),
        }
    }
    parts
        .into_iter()
        .map(|part| {
            let (name, value) = part
                .split_once('=')
                .filter(|(name, value)| !name.trim().is_empty() && !value.trim().is_empty())
                .ok_or_else(|| MappingProblem::NotAPair { part: part.clone() })?;
            Ok((name.trim().to_owned(), value.trim().to_owned()))
        })
        .collect()
}

fn column_named(text: &str, sheet: &Sheet, header_row: Option<u32>) -> Result<u32, MappingProblem> {
    let by_letters = number_of_letters(text).filter(|column| *column <= sheet.column_count());
    let headings: Vec<u32> = header_row
        .and_then(|row| sheet.row(row))
        .into_iter()
        .flat_map(|row| row.cells())
        .filter(|cell| key(cell.text) == key(text))
        .map(|cell| cell.column)
        .collect();
    let ambiguous = || MappingProblem::AmbiguousColumn { column: text.to_owned() };
    match (by_letters, headings.as_slice()) {
        (Some(column), []) => Ok(column),
        (None, [column]) => Ok(*column),
        (Some(letters), [heading]) if letters == *heading => Ok(letters),
        (None, []) => Err(MappingProblem::NoSuchColumn { column: text.to_owned() }),
        _ => Err(ambiguous()),
    }
}
