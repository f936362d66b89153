//! A mapping that is kept under a name, so that the next workbook of a vendor needs no work: columns by their
//! headings, what answers mean, for which questions *No* is the good answer, and which sheet. Written down in
//! `docs/formats/mapping-profile.md`.
//!
//! It proposes a [`Mapping`]; a person sees it before anything is taken over.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};
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

/// One thing that is wrong with a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SavedMappingProblem {
    /// The place as a JSON path, for example `columns[2].role`; empty for the whole file.
    pub path: String,
    /// What is wrong there.
    pub why: SavedMappingWhy,
}

/// What is wrong at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SavedMappingWhy {
    /// The file is larger than 1 MiB.
    TooLarge {
        /// Its size in bytes.
        size: usize,
    },
    /// The bytes are not JSON (RFC 8259).
    NotJson {
        /// Line from 1.
        line: usize,
        /// Column in bytes from 1.
        column: usize,
    },
    /// The `schema` field names another format, or another version of this one.
    WrongSchema {
        /// The word found.
        found: String,
    },
    /// The format has no such field here.
    UnknownField {
        /// Its name.
        field: String,
    },
    /// A field is missing.
    MissingField {
        /// Its name.
        field: String,
    },
    /// An object holds a field twice.
    RepeatedField {
        /// Its name.
        field: String,
    },
    /// The value is of another shape.
    WrongShape {
        /// The shape expected: `text`, `list`, `object`, `number`.
        expected: &'static str,
    },
    /// A text holds nothing to read, or a list nothing at all.
    Empty,
    /// No such word here.
    UnknownWord {
        /// The word found.
        found: String,
    },
    /// The headings do not hold this one (so often).
    NoSuchHeading {
        /// The heading.
        heading: String,
    },
    /// A column, answer or id stands at an earlier place already.
    Twice {
        /// What.
        what: String,
    },
    /// A role that only one column can have was given before.
    RoleTwice {
        /// The role's word.
        role: String,
    },
    /// No column is the one of the requirement ids.
    NoIdColumn,
}

impl SavedMappingWhy {
    /// The Fluent id of its words; `<id>-do` says what to do.
    pub fn id(&self) -> &'static str {
        match self {
            SavedMappingWhy::TooLarge { .. } => "evidence-saved-mapping-too-large",
            SavedMappingWhy::NotJson { .. } => "evidence-saved-mapping-not-json",
            SavedMappingWhy::WrongSchema { .. } => "evidence-saved-mapping-wrong-schema",
            SavedMappingWhy::UnknownField { .. } => "evidence-saved-mapping-unknown-field",
            SavedMappingWhy::MissingField { .. } => "evidence-saved-mapping-missing-field",
            SavedMappingWhy::RepeatedField { .. } => "evidence-saved-mapping-repeated-field",
            SavedMappingWhy::WrongShape { .. } => "evidence-saved-mapping-wrong-shape",
            SavedMappingWhy::Empty => "evidence-saved-mapping-nothing",
            SavedMappingWhy::UnknownWord { .. } => "evidence-saved-mapping-unknown-word",
            SavedMappingWhy::NoSuchHeading { .. } => "evidence-saved-mapping-no-such-heading",
            SavedMappingWhy::Twice { .. } => "evidence-saved-mapping-twice",
            SavedMappingWhy::RoleTwice { .. } => "evidence-saved-mapping-role-twice",
            SavedMappingWhy::NoIdColumn => "evidence-saved-mapping-no-id-column",
        }
    }
}

impl SavedMappingProblem {
    /// The arguments of its words: `path` and `what`; where the bytes are not JSON also `line` and `column`.
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        let path = if self.path.is_empty() { "/".to_owned() } else { self.path.clone() };
        let mut all = vec![("path", path)];
        match &self.why {
            SavedMappingWhy::TooLarge { size } => all.push(("what", size.to_string())),
            SavedMappingWhy::NotJson { line, column } => {
                all.push(("line", line.to_string()));
                all.push(("column", column.to_string()));
            }
            SavedMappingWhy::WrongSchema { found: what }
            | SavedMappingWhy::UnknownField { field: what }
            | SavedMappingWhy::MissingField { field: what }
            | SavedMappingWhy::RepeatedField { field: what }
            | SavedMappingWhy::UnknownWord { found: what }
            | SavedMappingWhy::NoSuchHeading { heading: what }
            | SavedMappingWhy::Twice { what }
            | SavedMappingWhy::RoleTwice { role: what } => all.push(("what", what.clone())),
            SavedMappingWhy::WrongShape { expected } => all.push(("what", (*expected).to_owned())),
            SavedMappingWhy::Empty | SavedMappingWhy::NoIdColumn => {}
        }
        all
    }
}

impl fmt::Display for SavedMappingProblem {
    /// For logs and tests; a person reads the words of [`SavedMappingWhy::id`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} at {:?}", self.why.id(), self.path)
    }
}

impl std::error::Error for SavedMappingProblem {}

/// Why a saved mapping does not fit a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Misfit {
    /// The table has no headings.
    NoHeadings,
    /// The sheet is none the mapping is for.
    OtherSheet {
        /// The sheet.
        sheet: String,
    },
    /// The sheet is hidden, and the mapping does not name it.
    HiddenSheet {
        /// The sheet.
        sheet: String,
    },
    /// The table has no column with this heading.
    MissingHeading {
        /// The heading.
        heading: String,
    },
    /// The table has another number of columns with this heading, so that it can't be told which is meant.
    AmbiguousHeading {
        /// The heading.
        heading: String,
    },
    /// A mapped column has no heading it could be kept by.
    ColumnWithoutHeading {
        /// Its letters.
        column: String,
    },
    /// The mapping is for another sheet than the table, or names no id column.
    NoIdColumn,
    /// The mapping has no name.
    NoName,
}

impl Misfit {
    /// The Fluent id of its words.
    pub fn id(&self) -> &'static str {
        match self {
            Misfit::NoHeadings => "evidence-misfit-no-headings",
            Misfit::OtherSheet { .. } => "evidence-misfit-other-sheet",
            Misfit::HiddenSheet { .. } => "evidence-misfit-hidden-sheet",
            Misfit::MissingHeading { .. } => "evidence-misfit-missing-heading",
            Misfit::AmbiguousHeading { .. } => "evidence-misfit-ambiguous-heading",
            Misfit::ColumnWithoutHeading { .. } => "evidence-misfit-column-without-heading",
            Misfit::NoIdColumn => "evidence-misfit-no-id-column",
            Misfit::NoName => "evidence-misfit-no-name",
        }
    }

    /// The one argument of its words, `what`; empty where there is none.
    pub fn what(&self) -> &str {
        match self {
            Misfit::OtherSheet { sheet: what }
            | Misfit::HiddenSheet { sheet: what }
            | Misfit::MissingHeading { heading: what }
            | Misfit::AmbiguousHeading { heading: what }
            | Misfit::ColumnWithoutHeading { column: what } => what,
            Misfit::NoHeadings | Misfit::NoIdColumn | Misfit::NoName => "",
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

/// The file as it is written, its fields in the order in which a person reads them.
mod written {
    use std::collections::BTreeSet;

    use serde::Serialize;

    #[derive(Serialize)]
    pub(super) struct File<'a> {
        pub(super) schema: &'a str,
        pub(super) name: &'a str,
        pub(super) headings: &'a [String],
        pub(super) columns: Vec<Column<'a>>,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub(super) sheet: Option<Sheet<'a>>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        pub(super) values: Vec<Value<'a>>,
        #[serde(skip_serializing_if = "BTreeSet::is_empty")]
        pub(super) reversed: &'a BTreeSet<String>,
    }

    #[derive(Serialize)]
    pub(super) struct Column<'a> {
        pub(super) heading: &'a str,
        #[serde(skip_serializing_if = "Option::is_none")]
        pub(super) occurrence: Option<usize>,
        pub(super) role: &'a str,
    }

    #[derive(Serialize)]
    pub(super) struct Sheet<'a> {
        pub(super) rule: &'a str,
        pub(super) text: &'a str,
    }

    #[derive(Serialize)]
    pub(super) struct Value<'a> {
        pub(super) answer: &'a str,
        pub(super) means: &'a str,
    }
}

/// JSON with repeated fields kept, so that they can be refused.
enum Json {
    Number(i64),
    Text(String),
    List(Vec<Json>),
    Object(Vec<(String, Json)>),
    /// `null`, a truth value, a fraction: nowhere in this format.
    Other,
}

impl<'de> Deserialize<'de> for Json {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        from.deserialize_any(AnyValue)
    }
}

struct AnyValue;

impl<'de> Visitor<'de> for AnyValue {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_i64<E>(self, number: i64) -> Result<Json, E> {
        Ok(Json::Number(number))
    }

    fn visit_u64<E>(self, number: u64) -> Result<Json, E> {
        Ok(i64::try_from(number).map_or(Json::Other, Json::Number))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Json, E> {
        Ok(Json::Other)
    }

    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Json::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut fields: A) -> Result<Json, A::Error> {
        let mut all = Vec::new();
        while let Some(field) = fields.next_entry()? {
            all.push(field);
        }
        Ok(Json::Object(all))
    }
}

/// Takes a file apart and keeps every problem.
#[derive(Default)]
struct Reading {
    problems: Vec<SavedMappingProblem>,
}

/// The fields of an object that were not taken yet.
type Fields = BTreeMap<String, Json>;

fn join(path: &str, name: &str) -> String {
    if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") }
}

impl Reading {
    fn problem(&mut self, path: impl Into<String>, why: SavedMappingWhy) {
        self.problems.push(SavedMappingProblem { path: path.into(), why });
    }

    fn object(&mut self, value: Json, path: &str) -> Option<Fields> {
        let Json::Object(all) = value else {
            self.problem(path, SavedMappingWhy::WrongShape { expected: "object" });
            return None;
        };
        let mut fields = Fields::new();
        for (name, value) in all {
            if fields.contains_key(&name) {
                self.problem(join(path, &name), SavedMappingWhy::RepeatedField { field: name });
            } else {
                fields.insert(name, value);
            }
        }
        Some(fields)
    }

    fn finish(&mut self, fields: Fields, path: &str) {
        for (field, _) in fields {
            self.problem(join(path, &field), SavedMappingWhy::UnknownField { field });
        }
    }

    fn demand(&mut self, fields: &mut Fields, path: &str, name: &str) -> Option<Json> {
        let found = fields.remove(name);
        if found.is_none() {
            self.problem(join(path, name), SavedMappingWhy::MissingField { field: name.to_owned() });
        }
        found
    }

    /// A text in which something can be read.
    fn text(&mut self, value: Json, path: &str) -> Option<String> {
        match value {
            Json::Text(text) if is_empty(&text) => self.problem(path, SavedMappingWhy::Empty),
            Json::Text(text) => return Some(text),
            _ => self.problem(path, SavedMappingWhy::WrongShape { expected: "text" }),
        }
        None
    }

    /// A text in the spelling in which headings and answers are compared.
    fn key(&mut self, value: Json, path: &str) -> Option<String> {
        let text = key(&self.text(value, path)?);
        if text.is_empty() {
            self.problem(path, SavedMappingWhy::Empty);
            return None;
        }
        Some(text)
    }

    fn list(&mut self, value: Json, path: &str) -> Vec<Json> {
        match value {
            Json::List(list) => {
                if list.is_empty() {
                    self.problem(path, SavedMappingWhy::Empty);
                }
                list
            }
            _ => {
                self.problem(path, SavedMappingWhy::WrongShape { expected: "list" });
                Vec::new()
            }
        }
    }

    fn file(&mut self, json: Json) -> Option<SavedMapping> {
        let mut fields = self.object(json, "")?;
        if let Some(schema) =
            self.demand(&mut fields, "", "schema").and_then(|value| self.text(value, "schema"))
        {
            if schema != SCHEMA {
                // Another version may mean other things by the same fields, so nothing more is said about it.
                self.problem("schema", SavedMappingWhy::WrongSchema { found: schema });
                return None;
            }
        }
        let name = self.demand(&mut fields, "", "name").and_then(|value| self.text(value, "name"));
        let mut headings = Vec::new();
        if let Some(value) = self.demand(&mut fields, "", "headings") {
            for (i, heading) in self.list(value, "headings").into_iter().enumerate() {
                headings.extend(self.key(heading, &format!("headings[{i}]")));
            }
        }
        let columns = self.demand(&mut fields, "", "columns").map(|value| self.columns(value, &headings));
        let sheet = fields.remove("sheet").map_or(Some(SheetRule::Any), |value| self.sheet_rule(value));
        let values = fields.remove("values").map(|value| self.values(value)).unwrap_or_default();
        let reversed = fields.remove("reversed").map(|value| self.reversed(value)).unwrap_or_default();
        self.finish(fields, "");
        let name = crate::normalise(&name?).replace('\n', " ");
        Some(SavedMapping { name, headings, sheet: sheet?, columns: columns?, values, reversed })
    }

    /// `heading` and `occurrence`, which must stand in the headings.
    fn column_name(&mut self, fields: &mut Fields, path: &str, headings: &[String]) -> Option<ColumnName> {
        let place = join(path, "heading");
        let heading = self.demand(fields, path, "heading").and_then(|value| self.key(value, &place))?;
        let occurrence = match fields.remove("occurrence") {
            None => 1,
            Some(Json::Number(number)) if (1..=MOST_OCCURRENCES).contains(&number) => {
                usize::try_from(number).unwrap_or(usize::MAX)
            }
            Some(_) => {
                self.problem(join(path, "occurrence"), SavedMappingWhy::WrongShape { expected: "number" });
                return None;
            }
        };
        if headings.iter().filter(|known| **known == heading).count() < occurrence {
            self.problem(place, SavedMappingWhy::NoSuchHeading { heading });
            return None;
        }
        Some(ColumnName { heading, occurrence })
    }

    fn columns(&mut self, value: Json, headings: &[String]) -> Vec<(ColumnName, Role)> {
        let mut all: Vec<(ColumnName, Role)> = Vec::new();
        // What could not be read may have been the id column; its own problem is enough then.
        let mut sound = true;
        for (i, column) in self.list(value, "columns").into_iter().enumerate() {
            let path = format!("columns[{i}]");
            let Some(mut fields) = self.object(column, &path) else {
                sound = false;
                continue;
            };
            let name = self.column_name(&mut fields, &path, headings);
            let place = join(&path, "role");
            let word = self.demand(&mut fields, &path, "role").and_then(|value| self.text(value, &place));
            let role = word.and_then(|word| {
                let role = Role::of_word(&word);
                if role.is_none() {
                    self.problem(place.as_str(), SavedMappingWhy::UnknownWord { found: word });
                }
                role
            });
            self.finish(fields, &path);
            let (Some(name), Some(role)) = (name, role) else {
                sound = false;
                continue;
            };
            if all.iter().any(|(known, _)| *known == name) {
                self.problem(path.as_str(), SavedMappingWhy::Twice { what: name.heading.clone() });
            }
            if !role.may_repeat() && all.iter().any(|(_, known)| *known == role) {
                self.problem(place, SavedMappingWhy::RoleTwice { role: role.word().to_owned() });
            }
            all.push((name, role));
        }
        if sound && !all.is_empty() && !all.iter().any(|(_, role)| *role == Role::Requirement) {
            self.problem("columns", SavedMappingWhy::NoIdColumn);
        }
        all
    }

    fn sheet_rule(&mut self, value: Json) -> Option<SheetRule> {
        let mut fields = self.object(value, "sheet")?;
        let rule = self.demand(&mut fields, "sheet", "rule").and_then(|value| self.text(value, "sheet.rule"));
        let text = self.demand(&mut fields, "sheet", "text").and_then(|value| self.text(value, "sheet.text"));
        self.finish(fields, "sheet");
        match rule?.as_str() {
            "named" => text.map(SheetRule::Named),
            "begins_with" => text.map(SheetRule::BeginsWith),
            other => {
                self.problem("sheet.rule", SavedMappingWhy::UnknownWord { found: other.to_owned() });
                None
            }
        }
    }

    fn values(&mut self, value: Json) -> BTreeMap<String, Meaning> {
        let mut all = BTreeMap::new();
        for (i, value) in self.list(value, "values").into_iter().enumerate() {
            let path = format!("values[{i}]");
            let Some(mut fields) = self.object(value, &path) else { continue };
            let place = join(&path, "answer");
            let answer = self.demand(&mut fields, &path, "answer").and_then(|value| self.key(value, &place));
            let place_means = join(&path, "means");
            let word =
                self.demand(&mut fields, &path, "means").and_then(|value| self.text(value, &place_means));
            self.finish(fields, &path);
            let meaning = word.and_then(|word| {
                let meaning = Meaning::of_word(&word);
                if meaning.is_none() {
                    self.problem(place_means, SavedMappingWhy::UnknownWord { found: word });
                }
                meaning
            });
            let (Some(answer), Some(meaning)) = (answer, meaning) else { continue };
            if all.contains_key(&answer) {
                self.problem(place, SavedMappingWhy::Twice { what: answer });
            } else {
                all.insert(answer, meaning);
            }
        }
        all
    }

    fn reversed(&mut self, value: Json) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for (i, id) in self.list(value, "reversed").into_iter().enumerate() {
            let path = format!("reversed[{i}]");
            let Some(id) = self.text(id, &path) else { continue };
            let id = crate::normalise(&id);
            if !ids.insert(id.clone()) {
                self.problem(path, SavedMappingWhy::Twice { what: id });
            }
        }
        ids
    }
}

#[cfg(test)]
mod tests;
