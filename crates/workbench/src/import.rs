//! Taking in a vendor's spreadsheet: first a proposal that records nothing, then its commit.
//!
//! What comes in is what the vendor claims, never a verdict. The file itself becomes evidence, the ledger of every
//! row becomes evidence, and claims and the `import/1` event are recorded in one transaction.

mod place;
mod record;
mod since;

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

use evaluation::{
    decide::Request,
    event::{ClaimSet, Import, RowKey},
};
use evidence::{
    Embedded, Format, Limits, Notice, ReadProblem, Workbook,
    answers::{Meaning, Role},
    child::{self, Continue},
    claims::{self, Imported},
    difference::Difference,
    ids::KnownIds,
    ledger::Totals,
    mapping::{self, Mapping, MappingProblem},
    saved_mapping::{self, HeadingFit, MappingProposal, SavedMapping},
    table::{self, TableGuess},
};
use place::Placing;
use record::claims_in;
pub(crate) use record::totals_by_name;
pub use record::{Taking, commit};
use serde::Serialize;
use since::since;
pub(crate) use since::subject;
use trail::Digest;

use crate::{Problem, Recording, Session, mappings};

/// What is asked for; what is not given is guessed and shown.
#[derive(Clone, Debug, Default)]
pub struct Order {
    /// The vendor's file.
    pub file: PathBuf,
    /// Sheet to take; the one with most known ids otherwise.
    pub sheet: Option<String>,
    /// Header row, from 1.
    pub header_row: Option<u32>,
    /// Columns by role, `id=A,response=D`.
    pub columns: Option<String>,
    /// Answers by meaning, `ja=met,nein=not_met`.
    pub values: Option<String>,
    /// Columns by role in place of `columns`, as a window gives them.
    pub roles: Option<BTreeMap<u32, Role>>,
    /// Answers by meaning in addition to `values`.
    pub meanings: Vec<(String, Meaning)>,
    /// Provider role of rows that name none: `integration`, `maintenance` or `all` declared ones.
    pub role: Option<String>,
    /// Requirements whose question asks for the other answer, in addition to those of a kept mapping.
    pub reversed: BTreeSet<String>,
    /// Take rows that are hidden in the file too.
    pub hidden_rows: bool,
    /// Which kept mapping is applied.
    pub mapping: Kept,
    /// Take the file in although it was imported before.
    pub again: bool,
    /// The program that reads workbooks in a child process (itself).
    pub program: PathBuf,
}

/// Which kept mapping reads the file.
#[derive(Clone, Debug, Default)]
pub enum Kept {
    /// None: everything is guessed.
    #[default]
    Nothing,
    /// The one that fits the headings better than every other of these, if there is one.
    Best(Vec<SavedMapping>),
    /// This one; where it does not fit, nothing is read in another way.
    This(Box<SavedMapping>),
}

/// A kept mapping that was applied.
#[derive(Clone, Debug, Serialize)]
pub struct Applied {
    /// Its name.
    pub name: String,
    /// How well it fits.
    pub fit: HeadingFit,
    /// Headings that it does not know.
    pub new_headings: Vec<String>,
    /// Headings that it knows and the table lacks.
    pub gone_headings: Vec<String>,
}

/// What the standing claims of an earlier file say otherwise.
#[derive(Clone, Debug)]
pub struct Since {
    /// Names of the files compared with.
    pub files: Vec<String>,
    /// Their claims on rows.
    pub earlier: Vec<ClaimSet>,
    /// Every claim of both sides; `before` is a place in `earlier`, `after` one in [`Proposal::claims`].
    pub difference: Difference,
    /// Rows that were answered and are not any more.
    pub removed: Vec<RowKey>,
    /// Rows of which every claim says the same as before.
    pub same: Vec<RowKey>,
}

/// What an import would record, with the account of every row.
#[derive(Debug)]
pub struct Proposal {
    /// The sheet as it was understood.
    pub table: TableGuess,
    /// All sheets with their number of known ids, best first.
    pub sheets: Vec<(String, u32)>,
    /// Columns and answers by meaning.
    pub mapping: Mapping,
    /// Claims found and the ledger.
    pub imported: Imported,
    /// Claims as they would be recorded, one per row of the worklist and source row.
    pub claims: Vec<ClaimSet>,
    /// Claims that could not be placed on a row, with the reason code.
    pub unplaced: Vec<Unplaced>,
    /// What the reader noticed about the file.
    pub notices: Vec<Notice>,
    /// The kept mapping that was applied.
    pub applied: Option<Applied>,
    /// How it differs from what an earlier file of the same kind said; `None` where there is none.
    pub since: Option<Since>,
    /// Files and images inside the workbook; none was opened.
    pub embedded: Vec<Embedded>,
    file: PathBuf,
    file_name: String,
    format: Format,
    sha256: Digest,
    size: u64,
    texts: BTreeMap<Digest, String>,
}

/// A claim that found no row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Unplaced {
    /// Row of the sheet.
    pub line: u32,
    /// Requirement named there.
    pub requirement: String,
    /// `role-unknown` or `role-missing`.
    pub why: &'static str,
    /// The vendor's word, where there was one.
    pub word: String,
}

/// What an import recorded.
#[derive(Clone, Debug, Serialize)]
pub struct Done {
    /// Claims recorded; what stands already and is said again is not recorded twice.
    pub claims: usize,
    /// Rows about which the file says what stands already.
    pub repeated: usize,
    /// Files and images of the workbook that became evidence.
    pub embedded: usize,
    /// SHA-256 of the vendor's file.
    pub file: String,
    /// SHA-256 of the ledger.
    pub ledger: String,
    /// How the rows of the sheet ended.
    pub totals: BTreeMap<String, u64>,
    /// Place in the trail.
    pub recording: Recording,
}

/// Longest text of one cell that an event carries, in bytes; the whole of a longer one becomes evidence.
const LONGEST: usize = 6_000;

impl From<ReadProblem> for Problem {
    fn from(problem: ReadProblem) -> Self {
        let place = &problem.place;
        let named = Problem::new(problem.why.id())
            .with("file", &problem.file)
            .with("sheet", place.sheet.clone().unwrap_or_default())
            .with("row", place.row.map(|r| r.to_string()).unwrap_or_default())
            .with("column", place.column.map(evidence::letters).unwrap_or_default());
        problem.arguments().into_iter().fold(named, |p, (name, value)| p.with(name, value))
    }
}

impl From<MappingProblem> for Problem {
    fn from(problem: MappingProblem) -> Self {
        Problem::new(problem.id()).with("what", problem.what())
    }
}

/// Reads the file in a child process and works out what it would record.
///
/// # Errors
/// The file can't be read safely, holds no table with known ids, or the columns given don't exist.
pub fn propose(
    session: &Session,
    order: &Order,
    going: &mut dyn FnMut(u64) -> bool,
) -> Result<Proposal, Problem> {
    let workbook = read(&order.program, &order.file, going)?;
    plan(session, &workbook, order)
}

/// Reads a vendor's file in a child process; needs no dossier.
///
/// # Errors
/// The file can't be read safely, or the person stopped it.
pub fn read(program: &Path, file: &Path, going: &mut dyn FnMut(u64) -> bool) -> Result<Workbook, Problem> {
    // The child looks as well; here nothing waits for a pipe that nobody writes into.
    crate::files::open_chosen(file)?;
    let mut progress = |cells| if going(cells) { Continue::Yes } else { Continue::No };
    Ok(child::read(program, &["read-workbook"], file, &Limits::default(), &mut progress)?)
}

/// Works out what a workbook would record.
///
/// # Errors
/// It holds no table with known ids, or the columns given don't exist.
pub fn plan(session: &Session, workbook: &Workbook, order: &Order) -> Result<Proposal, Problem> {
    let known = KnownIds::of(session.checklist());
    let ranked = table::rank(workbook, &known);
    let sheets = ranked.iter().map(|t| (t.sheet.clone(), hits(t))).collect();
    let (table, kept) = choose(workbook, ranked, order, &known)?;
    let (mapping, applied) = map(workbook, &table, kept, order)?;
    let imported = claims::map(workbook, &mapping, &known)?;
    let mut placing = Placing::new(session, order, workbook);
    placing.place(&imported)?;
    let since = since(session, &placing.claims, &workbook.file.sha256.to_string(), &mapping.sheet);
    Ok(Proposal {
        table,
        sheets,
        mapping,
        claims: placing.claims,
        unplaced: placing.unplaced,
        notices: workbook.notices.clone(),
        applied,
        since,
        embedded: workbook.embedded.clone(),
        file: order.file.clone(),
        file_name: workbook.file.name.clone(),
        format: workbook.file.format,
        sha256: workbook.file.sha256,
        size: workbook.file.size,
        texts: placing.texts,
        imported,
    })
}

/// Known ids of the best column.
fn hits(table: &TableGuess) -> u32 {
    table.columns.iter().map(|column| column.id_hits).max().unwrap_or(0)
}

/// A kept mapping with what it proposes for the table.
type Proposed = (String, MappingProposal);

/// The table, and the kept mapping that reads it.
fn choose(
    workbook: &Workbook,
    mut ranked: Vec<TableGuess>,
    order: &Order,
    known: &KnownIds,
) -> Result<(TableGuess, Option<Proposed>), Problem> {
    let no_table = || Problem::new("import-no-table").with("file", workbook.file.name.clone());
    if let Some(name) = &order.sheet {
        let sheet = workbook.sheet(name).ok_or_else(|| {
            let names: Vec<&str> = workbook.sheets.iter().map(|s| s.name.as_str()).collect();
            Problem::new("import-no-such-sheet").with("sheet", name).with("sheets", names.join(", "))
        })?;
        ranked = vec![table::look(sheet, known, order.header_row)];
    } else if let Some(row) = order.header_row {
        let best = ranked.into_iter().find(|t| !t.hidden && hits(t) > 0).ok_or_else(no_table)?;
        let sheet = workbook.sheet(&best.sheet).ok_or_else(no_table)?;
        ranked = vec![table::look(sheet, known, Some(row))];
    }
    match &order.mapping {
        Kept::This(mapping) => {
            let choice = saved_mapping::choose(std::slice::from_ref(&**mapping), &ranked);
            match choice.candidates.into_iter().next() {
                Some(candidate) => {
                    let table = ranked.get(candidate.table).cloned().ok_or_else(no_table)?;
                    Ok((table, Some((mapping.name().to_owned(), candidate.proposal))))
                }
                None => {
                    let why: Vec<_> = choice.refused.into_iter().flat_map(|(_, _, why)| why).collect();
                    Err(mappings::misfit(mapping.name(), &why))
                }
            }
        }
        Kept::Best(mappings) => {
            let choice = saved_mapping::choose(mappings, &ranked);
            let of = |c: &saved_mapping::Candidate| {
                let name = mappings.get(c.saved)?.name().to_owned();
                Some((ranked.get(c.table).cloned()?, Some((name, c.proposal.clone()))))
            };
            match choice.only().and_then(of) {
                Some(chosen) => Ok(chosen),
                None => best(ranked, order).map(|table| (table, None)).ok_or_else(no_table),
            }
        }
        Kept::Nothing => best(ranked, order).map(|table| (table, None)).ok_or_else(no_table),
    }
}

/// The sheet with most known ids; a hidden one, and one without any, only where it was named.
fn best(ranked: Vec<TableGuess>, order: &Order) -> Option<TableGuess> {
    ranked.into_iter().find(|table| order.sheet.is_some() || (!table.hidden && hits(table) > 0))
}

fn map(
    workbook: &Workbook,
    table: &TableGuess,
    kept: Option<Proposed>,
    order: &Order,
) -> Result<(Mapping, Option<Applied>), Problem> {
    let (mut mapping, applied) = match kept {
        Some((name, proposal)) => {
            let MappingProposal { mapping, fit, new_headings, gone_headings, .. } = proposal;
            (mapping, Some(Applied { name, fit, new_headings, gone_headings }))
        }
        None => (Mapping::guess(table), None),
    };
    if let Some(columns) = &order.columns {
        let sheet = workbook.sheet(&table.sheet).ok_or_else(|| Problem::new("import-no-table"))?;
        mapping.columns = mapping::parse_columns(columns, sheet, table.header_row)?;
    }
    if let Some(roles) = &order.roles {
        mapping.columns.clone_from(roles);
    }
    for (answer, meaning) in &order.meanings {
        mapping.decide(answer, *meaning);
    }
    if let Some(values) = &order.values {
        for (answer, meaning) in mapping::parse_values(values)? {
            mapping.decide(&answer, meaning);
        }
    }
    mapping.reversed.extend(order.reversed.iter().cloned());
    mapping.hidden_rows = order.hidden_rows;
    Ok((mapping, applied))
}

impl Proposal {
    /// Whether this file and sheet were imported before.
    #[must_use]
    pub fn is_recorded(&self, session: &Session) -> bool {
        let sha256 = self.sha256.to_string();
        let imports = session.state().imports();
        imports.iter().any(|i| i.value.file == sha256 && i.value.sheet == self.mapping.sheet)
    }

    /// How many claims would be recorded now; what stands already is not recorded again.
    #[must_use]
    pub fn recorded(&self, session: &Session) -> usize {
        let decided = self
            .import("")
            .and_then(|import| session.decide(Request::Import { claims: self.claims.clone(), import }));
        // Whoever may not record is told so when it comes to that.
        decided.map_or(self.claims.len(), |events| claims_in(&events))
    }

    /// The event of the import itself.
    fn import(&self, ledger: &str) -> Result<Import, Problem> {
        Ok(Import {
            file: self.sha256.to_string(),
            file_name: self.file_name.clone(),
            size: self.size,
            sheet: self.mapping.sheet.clone(),
            header_row: self.mapping.header_row.unwrap_or(0),
            mapping: serde_json::to_value(&self.mapping)
                .map_err(|e| Problem::new("refusal-payload").with("place", "mapping").with("why", e))?,
            totals: totals_by_name(&self.totals()),
            ledger: ledger.to_owned(),
            repeated: self.since.as_ref().map(|since| since.same.clone()).unwrap_or_default(),
            removed: self.since.as_ref().map(|since| since.removed.clone()).unwrap_or_default(),
        })
    }

    /// How the table is read, to be kept under a name.
    ///
    /// # Errors
    /// Every reason why it can't be kept, such as a column without a heading.
    pub fn saved(&self, name: &str) -> Result<SavedMapping, Problem> {
        SavedMapping::of(name, &self.table, &self.mapping).map_err(|why| {
            let mut problem = mappings::misfit(name, &why);
            "mapping-not-kept".clone_into(&mut problem.code);
            problem
        })
    }

    /// How the rows of the sheet end; they add up to the rows of the sheet.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.imported.ledger.totals()
    }
}

/// Reads a workbook in this process: what the hidden sub-command of the child does.
#[must_use]
pub fn serve_reader(args: impl IntoIterator<Item = std::ffi::OsString>) -> std::process::ExitCode {
    child::serve(args)
}

/// The file's name without folders, as it is recorded and shown. What can't be seen in it, or turns the rest around,
/// is replaced by U+FFFD, so that the name in a register reads as what it is.
#[must_use]
pub fn name_of(path: &Path) -> String {
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    name.chars().map(|c| if words::is_unseen(c) { char::REPLACEMENT_CHARACTER } else { c }).collect()
}
