//! A mapping that is kept under a name, so that the next workbook of a vendor needs no work: columns by their
//! headings, what answers mean, for which questions *No* is the good answer, and which sheet. Written down in
//! `docs/formats/mapping-profile.md`.
//!
//! It proposes a [`Mapping`]; a person sees it before anything is taken over.

mod problem;
mod read;
mod written;

use std::collections::{BTreeMap, BTreeSet};

use checklist::Json;
pub use problem::{Misfit, SavedMappingProblem, SavedMappingWhy};
use read::Reading;
use serde::Serialize;
use trail::{Digest, json};

use crate::answers::{Meaning, Role};
use crate::mapping::Mapping;
use crate::table::TableGuess;
use crate::text::{is_empty, key};

/// The format this version reads and writes.
pub const SCHEMA: &str = "assay-mapping/1";
/// The largest file that is read, in bytes.
const MOST_BYTES: usize = 1024 * 1024;
/// How often one heading may be repeated; a sheet has no more columns.
const MOST_OCCURRENCES: i64 = 16_384;

/// SHA-256 over the headings as canonical JSON list: each in lower case, blanks made plain, without a closing colon
/// or full stop, in the order of the columns; blank ones are left out.
pub fn fingerprint<S: AsRef<str>>(headings: &[S]) -> Digest {
    let list = headings.iter().map(|heading| key(heading.as_ref())).filter(|heading| !heading.is_empty());
    let list = json::Value::List(list.map(json::Value::Text).collect());
    // A list of texts always has a canonical form.
    Digest::of(json::write(&list).unwrap_or_default().as_bytes())
}

/// A named mapping.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedMapping {
    name: String,
    headings: Vec<String>,
    sheet: SheetRule,
    columns: Vec<(ColumnName, Role)>,
    values: BTreeMap<String, Meaning>,
    reversed: BTreeSet<String>,
}

/// A column by its heading.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct ColumnName {
    /// The heading, normalised.
    pub heading: String,
    /// Which of the columns with this heading, from 1.
    pub occurrence: usize,
}

/// Which sheets a saved mapping is for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum SheetRule {
    /// Any sheet with the headings.
    #[default]
    Any,
    /// The sheet of this name, without regard to capitals and blanks.
    Named(String),
    /// Sheets whose name begins so.
    BeginsWith(String),
}

impl SheetRule {
    fn allows(&self, sheet: &str) -> bool {
        match self {
            SheetRule::Any => true,
            SheetRule::Named(name) => key(sheet) == key(name),
            SheetRule::BeginsWith(start) => key(sheet).starts_with(&key(start)),
        }
    }

    /// The name or beginning; empty for any sheet.
    pub fn text(&self) -> &str {
        match self {
            SheetRule::Any => "",
            SheetRule::Named(text) | SheetRule::BeginsWith(text) => text,
        }
    }
}

/// How well a saved mapping fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum HeadingFit {
    /// The fingerprint is the same.
    Exact,
    /// All mapped columns are there, others have come, gone or moved.
    Columns,
}

/// What a saved mapping proposes for a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MappingProposal {
    /// The mapping for [`crate::claims::map`].
    pub mapping: Mapping,
    /// How well it fits.
    pub fit: HeadingFit,
    /// Headings of the table that the saved mapping does not know, as they stand there.
    pub new_headings: Vec<String>,
    /// Headings it knows and the table lacks, normalised; none of them is mapped.
    pub gone_headings: Vec<String>,
    /// Whether the sheet is hidden.
    pub hidden: bool,
}

/// Each heading with how often it stood before, blank ones left out.
fn counted<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<Option<ColumnName>> {
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    headings
        .map(|heading| {
            let heading = key(heading);
            if heading.is_empty() {
                return None;
            }
            let occurrence = seen.entry(heading.clone()).or_default();
            *occurrence += 1;
            Some(ColumnName { heading, occurrence: *occurrence })
        })
        .collect()
}

impl SavedMapping {
    /// Keeps the mapping of a table under a name, for any sheet and without polarity.
    ///
    /// # Errors
    /// Every reason why it can't be kept: no headings, a mapped column without one, no id column, no name.
    pub fn of(name: &str, table: &TableGuess, mapping: &Mapping) -> Result<SavedMapping, Vec<Misfit>> {
        let mut misfits = Vec::new();
        let headings = counted(table.columns.iter().map(|column| column.heading.as_str()));
        if table.header_row.is_none() || headings.iter().all(Option::is_none) {
            misfits.push(Misfit::NoHeadings);
        }
        if is_empty(name) {
            misfits.push(Misfit::NoName);
        }
        let mut columns = Vec::new();
        for (number, role) in &mapping.columns {
            let at = table.columns.iter().position(|column| column.column == *number);
            match at.and_then(|at| headings.get(at)).cloned().flatten() {
                Some(column) => columns.push((column, *role)),
                None => misfits.push(Misfit::ColumnWithoutHeading { column: crate::letters(*number) }),
            }
        }
        if mapping.sheet != table.sheet || !columns.iter().any(|(_, role)| *role == Role::Requirement) {
            misfits.push(Misfit::NoIdColumn);
        }
        if !misfits.is_empty() {
            return Err(misfits);
        }
        Ok(SavedMapping {
            name: crate::normalise(name).replace('\n', " "),
            headings: headings.into_iter().flatten().map(|column| column.heading).collect(),
            sheet: SheetRule::Any,
            columns,
            values: mapping.values.clone(),
            reversed: mapping.reversed.clone(),
        })
    }

    /// The same for other sheets.
    #[must_use]
    pub fn for_sheet(self, sheet: SheetRule) -> SavedMapping {
        // A rule without a text would fit every sheet anyway.
        let sheet = if is_empty(sheet.text()) { SheetRule::Any } else { sheet };
        SavedMapping { sheet, ..self }
    }

    /// Its name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The headings it was made for, normalised, in order.
    pub fn headings(&self) -> &[String] {
        &self.headings
    }

    /// The [`fingerprint()`] it is found by.
    pub fn fingerprint(&self) -> Digest {
        fingerprint(&self.headings)
    }

    /// Which sheets it is for.
    pub fn sheet(&self) -> &SheetRule {
        &self.sheet
    }

    /// Columns and their roles.
    pub fn columns(&self) -> &[(ColumnName, Role)] {
        &self.columns
    }

    /// What answers mean, by their text in lower case.
    pub fn values(&self) -> &BTreeMap<String, Meaning> {
        &self.values
    }

    /// Requirements whose question asks for the other answer.
    pub fn reversed(&self) -> &BTreeSet<String> {
        &self.reversed
    }

    /// What it proposes for a table.
    ///
    /// # Errors
    /// Every reason why it does not fit; nothing is mapped in part.
    pub fn apply(&self, table: &TableGuess) -> Result<MappingProposal, Vec<Misfit>> {
        let mut misfits = Vec::new();
        let found = counted(table.columns.iter().map(|column| column.heading.as_str()));
        if table.header_row.is_none() || found.iter().all(Option::is_none) {
            misfits.push(Misfit::NoHeadings);
        }
        if !self.sheet.allows(&table.sheet) {
            misfits.push(Misfit::OtherSheet { sheet: table.sheet.clone() });
        }
        let there: Vec<&String> = found.iter().flatten().map(|column| &column.heading).collect();
        let exact = there.iter().copied().eq(&self.headings);
        let mut place = |wanted: &ColumnName| -> Option<u32> {
            let count = there.iter().filter(|heading| **heading == &wanted.heading).count();
            let before = self.headings.iter().filter(|heading| **heading == wanted.heading).count();
            if count == 0 {
                misfits.push(Misfit::MissingHeading { heading: wanted.heading.clone() });
            } else if count != before {
                misfits.push(Misfit::AmbiguousHeading { heading: wanted.heading.clone() });
            }
            let at = found.iter().position(|column| column.as_ref() == Some(wanted))?;
            table.columns.get(at).map(|column| column.column)
        };
        let mut columns = BTreeMap::new();
        for (wanted, role) in &self.columns {
            if let Some(column) = place(wanted) {
                columns.insert(column, *role);
            }
        }
        // Two columns of one heading fail for one reason.
        misfits.dedup();
        if !misfits.is_empty() {
            return Err(misfits);
        }
        let headings =
            found.iter().zip(&table.columns).filter_map(|(name, column)| Some((name.as_ref()?, column)));
        let new_headings = headings
            .filter(|(name, _)| !self.headings.contains(&name.heading))
            .map(|(_, column)| crate::normalise(&column.heading))
            .collect();
        let mut gone_headings: Vec<String> =
            self.headings.iter().filter(|heading| !there.contains(heading)).cloned().collect();
        gone_headings.dedup();
        let mapping = Mapping {
            sheet: table.sheet.clone(),
            header_row: table.header_row,
            columns,
            values: self.values.clone(),
            reversed: self.reversed.clone(),
            // Hidden rows are taken on request, and a request is for one file.
            hidden_rows: false,
        };
        let fit = if exact { HeadingFit::Exact } else { HeadingFit::Columns };
        let hidden = table.hidden;
        Ok(MappingProposal { mapping, fit, new_headings, gone_headings, hidden })
    }

    /// The file to keep or to hand on: the same mapping gives the same bytes.
    pub fn to_json(&self) -> String {
        let occurrence = |name: &ColumnName| (name.occurrence != 1).then_some(name.occurrence);
        let rule = match &self.sheet {
            SheetRule::Any => None,
            SheetRule::Named(text) => Some(written::Sheet { rule: "named", text }),
            SheetRule::BeginsWith(text) => Some(written::Sheet { rule: "begins_with", text }),
        };
        let columns = self.columns.iter().map(|(name, role)| written::Column {
            heading: &name.heading,
            occurrence: occurrence(name),
            role: role.word(),
        });
        let values =
            self.values.iter().map(|(answer, meaning)| written::Value { answer, means: meaning.word() });
        let file = written::File {
            schema: SCHEMA,
            name: &self.name,
            headings: &self.headings,
            columns: columns.collect(),
            sheet: rule,
            values: values.collect(),
            reversed: &self.reversed,
        };
        // Texts and small numbers are always written.
        let mut text = serde_json::to_string_pretty(&file).unwrap_or_default();
        text.push('\n');
        text
    }

    /// Reads a file.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with its place.
    pub fn parse(bytes: &[u8]) -> Result<SavedMapping, Vec<SavedMappingProblem>> {
        let refuse = |why| vec![SavedMappingProblem { path: String::new(), why }];
        if bytes.len() > MOST_BYTES {
            return Err(refuse(SavedMappingWhy::TooLarge { size: bytes.len() }));
        }
        let json: Json = serde_json::from_slice(bytes).map_err(|error| {
            refuse(SavedMappingWhy::NotJson { line: error.line(), column: error.column() })
        })?;
        let mut reading = Reading::default();
        let found = reading.file(json);
        match found {
            Some(found) if reading.problems.is_empty() => Ok(found),
            _ => Err(reading.problems),
        }
    }
}

/// A saved mapping that fits a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Candidate {
    /// Which of the saved mappings.
    pub saved: usize,
    /// Which of the tables.
    pub table: usize,
    /// What it proposes.
    pub proposal: MappingProposal,
}

/// Saved mappings compared with the tables of a workbook.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// Those that fit: same fingerprint first, then by the number of mapped columns, then in the order given.
    pub candidates: Vec<Candidate>,
    /// Those that do not, by saved mapping and table, with every reason.
    pub refused: Vec<(usize, usize, Vec<Misfit>)>,
}

impl Choice {
    /// The one candidate that fits better than every other; `None` where a person has to choose.
    pub fn only(&self) -> Option<&Candidate> {
        let rank = |candidate: &Candidate| {
            (candidate.proposal.fit, std::cmp::Reverse(candidate.proposal.mapping.columns.len()))
        };
        let (first, rest) = self.candidates.split_first()?;
        rest.first().is_none_or(|second| rank(first) < rank(second)).then_some(first)
    }
}

/// Which of several saved mappings fit which tables. A hidden sheet only fits a mapping that names it.
pub fn choose(saved: &[SavedMapping], tables: &[TableGuess]) -> Choice {
    let mut choice = Choice::default();
    for (s, mapping) in saved.iter().enumerate() {
        for (t, table) in tables.iter().enumerate() {
            let named = matches!(mapping.sheet, SheetRule::Named(_));
            let applied = match mapping.apply(table) {
                Ok(_) if table.hidden && !named => {
                    Err(vec![Misfit::HiddenSheet { sheet: table.sheet.clone() }])
                }
                applied => applied,
            };
            match applied {
                Ok(proposal) => choice.candidates.push(Candidate { saved: s, table: t, proposal }),
                Err(why) => choice.refused.push((s, t, why)),
            }
        }
    }
    choice.candidates.sort_by_key(|candidate| {
        let columns = std::cmp::Reverse(candidate.proposal.mapping.columns.len());
        (candidate.proposal.fit, columns, candidate.table, candidate.saved)
    });
    choice
}

#[cfg(test)]
mod tests;
