//! Taking in a vendor's spreadsheet: first a proposal that records nothing, then its commit.
//!
//! What comes in is what the vendor claims, never a verdict. The file itself becomes evidence, the ledger of every
//! row becomes evidence, and claims and the `import/1` event are recorded in one transaction.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::Cursor,
    path::{Path, PathBuf},
};

use checklist::Object;
use evaluation::{
    conclude,
    decide::{NewEvent, Request},
    event::{CellNote, ClaimSet, EvidenceAdd, Import, RowKey, SourceCell, kind},
    state::Valued,
};
use evidence::{
    Embedded, Format, Limits, Notice, ReadProblem, Workbook,
    answers::{Meaning, Role},
    child::{self, Continue},
    claims::{self, Cell, Imported, ProposedClaim},
    difference::{self, ComparedClaim, Difference, Subject},
    ids::KnownIds,
    ledger::Totals,
    mapping::{self, Mapping, MappingProblem},
    saved_mapping::{self, HeadingFit, MappingProposal, SavedMapping},
    table::{self, TableGuess},
};
use serde::Serialize;
use trail::Digest;

use crate::{Problem, Recording, Session, mappings, media};

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

/// The claims of another file, or of this sheet, that stand and of which most rows are answered here too: the file that
/// this one follows. What two files say about different rows is no difference between them.
fn since(session: &Session, claims: &[ClaimSet], file: &str, sheet: &str) -> Option<Since> {
    let rows: BTreeSet<&RowKey> = claims.iter().map(|claim| &claim.row).collect();
    let mut by_file: BTreeMap<(String, String), Vec<Valued<ClaimSet>>> = BTreeMap::new();
    for row in session.state().touched_rows() {
        for claim in session.state().row(&row).claims {
            if claim.value.file != file || claim.value.sheet == sheet {
                let source = (claim.value.file.clone(), claim.value.sheet.clone());
                by_file.entry(source).or_default().push(claim);
            }
        }
    }
    let mut earlier: Vec<ClaimSet> = Vec::new();
    let mut files = BTreeSet::new();
    for of_file in by_file.into_values() {
        let shared = of_file.iter().filter(|claim| rows.contains(&claim.value.row)).count();
        let follows = shared * 2 >= of_file.len();
        for claim in of_file {
            // What is replaced is compared in any case; what is merely absent, only against the file that it follows.
            if follows || rows.contains(&claim.value.row) {
                files.insert(claim.value.file_name.clone());
                earlier.push(claim.value);
            }
        }
    }
    if earlier.is_empty() {
        return None;
    }
    let before: Vec<ComparedClaim> = earlier.iter().map(compared).collect();
    let after: Vec<ComparedClaim> = claims.iter().map(compared).collect();
    let removed: BTreeSet<RowKey> =
        earlier.iter().map(|claim| &claim.row).filter(|row| !rows.contains(row)).cloned().collect();
    Some(Since {
        files: files.into_iter().collect(),
        earlier,
        difference: difference::compare(&before, &after),
        removed: removed.into_iter().collect(),
    })
}

fn compared(claim: &ClaimSet) -> ComparedClaim {
    let text = |cell: &SourceCell| cell.whole.clone().unwrap_or_else(|| cell.text.clone());
    ComparedClaim {
        subject: subject(&claim.row),
        response: claim.response.as_ref().map(text),
        meaning: claim.meaning.as_deref().and_then(Meaning::of_word),
        evidence: claim.evidence.iter().map(text).collect(),
        comment: claim.comment.as_ref().map(text),
        declared: claim.declared.as_ref().map(text),
    }
}

/// The row as the comparison names it.
pub(crate) fn subject(row: &RowKey) -> Subject {
    Subject { requirement: row.requirement.clone(), role: row.role.clone(), component: row.component.clone() }
}

/// Puts each claim on its row or rows of the worklist.
struct Placing<'a> {
    file: &'a Workbook,
    object: Object,
    roles: Vec<String>,
    components: Vec<String>,
    default_role: Option<String>,
    claims: Vec<ClaimSet>,
    unplaced: Vec<Unplaced>,
    texts: BTreeMap<Digest, String>,
}

impl<'a> Placing<'a> {
    fn new(session: &Session, order: &Order, file: &'a Workbook) -> Self {
        Self {
            file,
            object: session.checklist().object,
            roles: conclude::provider_roles(session.state()),
            components: session.state().case_texts("object.components"),
            default_role: order.role.clone(),
            claims: Vec::new(),
            unplaced: Vec::new(),
            texts: BTreeMap::new(),
        }
    }

    fn place(&mut self, imported: &Imported) -> Result<(), Problem> {
        if self.object.has_roles() && self.roles.is_empty() {
            return Err(Problem::new("import-roles-not-declared"));
        }
        for claim in &imported.claims {
            // The same row said twice is one claim; the ledger keeps both lines.
            if claim.duplicate_of.is_some() && !claim.contradicted {
                continue;
            }
            for row in self.rows_of(claim) {
                let set = self.claim_set(claim, row);
                self.claims.push(set);
            }
        }
        Ok(())
    }

    fn rows_of(&mut self, claim: &ProposedClaim) -> Vec<RowKey> {
        if !self.object.has_roles() {
            return vec![RowKey::of(&claim.requirement)];
        }
        let word = claim.role.clone().or_else(|| self.default_role.clone());
        let roles = match word.as_deref() {
            Some("all") => self.roles.clone(),
            Some(role) if self.roles.iter().any(|r| r == role) => vec![role.to_owned()],
            None if self.roles.len() == 1 => self.roles.clone(),
            other => {
                self.unplaced.push(Unplaced {
                    line: claim.row,
                    requirement: claim.requirement.clone(),
                    why: if other.is_some() { "role-unknown" } else { "role-missing" },
                    word: other.unwrap_or_default().to_owned(),
                });
                return Vec::new();
            }
        };
        let component = claim.component.clone().filter(|c| self.components.contains(c));
        let row = |role| RowKey {
            requirement: claim.requirement.clone(),
            role: Some(role),
            component: component.clone(),
        };
        roles.into_iter().map(row).collect()
    }

    fn claim_set(&mut self, claim: &ProposedClaim, row: RowKey) -> ClaimSet {
        let comment = match claim.comments.as_slice() {
            [] => None,
            [one] => Some(self.cell(one)),
            several => {
                let cells: Vec<String> = several.iter().map(address).collect();
                Some(self.text(cells.join(", "), &claim.comment().unwrap_or_default()))
            }
        };
        ClaimSet {
            row,
            file: self.file.file.sha256.to_string(),
            file_name: self.file.file.name.clone(),
            sheet: claim.id.sheet.clone(),
            line: claim.row,
            id: self.cell(&claim.id),
            response: claim.response.as_ref().map(|c| self.cell(c)),
            meaning: claim.meaning.and_then(|m| serde_json::to_value(m).ok()?.as_str().map(str::to_owned)),
            evidence: claim.evidence_refs.iter().map(|c| self.cell(c)).collect(),
            comment,
            declared: claim.declared_level.as_ref().map(|d| self.cell(&d.cell)),
            notes: claim
                .cell_comments
                .iter()
                .map(|comment| CellNote {
                    author: comment.author.clone(),
                    note: self.text(format!("{}{}", comment.letters, comment.row), &comment.text),
                })
                .collect(),
            supersedes: Vec::new(),
        }
    }

    fn cell(&mut self, cell: &Cell) -> SourceCell {
        self.text(address(cell), &cell.raw)
    }

    fn text(&mut self, cell: String, text: &str) -> SourceCell {
        if text.len() <= LONGEST {
            return SourceCell { cell, text: text.to_owned(), whole: None };
        }
        let digest = Digest::of(text.as_bytes());
        self.texts.insert(digest, text.to_owned());
        let beginning = text.chars().take(LONGEST / 4).collect();
        SourceCell { cell, text: beginning, whole: Some(digest.to_string()) }
    }
}

fn address(cell: &Cell) -> String {
    format!("{}{}", cell.letters, cell.row)
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
            repeated: Vec::new(),
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

/// Records a proposal.
///
/// Of `embedded`, the files and images inside the workbook with these SHA-256 become evidence too.
///
/// # Errors
/// The same file and sheet were imported before (unless asked to do it again), claims could not be placed, the
/// file has changed since it was read, or the dossier can't be written. Claims are recorded all or none.
pub fn commit(
    session: &mut Session,
    proposal: &Proposal,
    with: &Taking<'_>,
    going: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Done, Problem> {
    let sheet = &proposal.mapping.sheet;
    if !with.again && proposal.is_recorded(session) {
        return Err(Problem::new("import-already").with("file", &proposal.file_name).with("sheet", sheet));
    }
    if let Some(first) = proposal.unplaced.first() {
        return Err(Problem::new(format!("import-{}", first.why))
            .with("line", first.line)
            .with("requirement", &first.requirement)
            .with("word", &first.word)
            .with("count", proposal.unplaced.len()));
    }
    let mut progress = |g: dossier::Going| going(g.done, g.total);
    let mut file = crate::files::open_chosen(&proposal.file)?;
    let card = own_card(&proposal.file_name, "vendor_workbook", media_type(proposal.format), "supplier");
    let read = proposal.sha256;
    session.ingest(&mut file, card, &mut progress, &mut |stored| {
        if stored.sha256 == read {
            Ok(Vec::new())
        } else {
            Err(Problem::new("import-file-changed").with("file", &proposal.file_name))
        }
    })?;
    for text in proposal.texts.values() {
        let card = own_card("cell.txt", "import_text", "text/plain", "supplier");
        session.ingest(&mut Cursor::new(text.as_bytes()), card, &mut progress, &mut |_| Ok(Vec::new()))?;
    }
    let embedded = take_embedded(session, proposal, with, &mut progress)?;
    record(session, proposal, embedded, &mut progress)
}

/// How a proposal is recorded.
#[derive(Clone, Copy, Debug)]
pub struct Taking<'a> {
    /// Although the file was imported before.
    pub again: bool,
    /// SHA-256 of the files and images inside the workbook that become evidence.
    pub embedded: &'a [String],
    /// The program that unpacks them in a child process (itself).
    pub program: &'a Path,
}

/// Takes the chosen files and images out of the workbook; none is opened.
fn take_embedded(
    session: &mut Session,
    proposal: &Proposal,
    with: &Taking<'_>,
    progress: &mut dyn FnMut(dossier::Going) -> bool,
) -> Result<usize, Problem> {
    let mut taken = 0;
    for embedded in &proposal.embedded {
        let sha256 = embedded.sha256.to_string();
        if !with.embedded.contains(&sha256) || session.state().evidence_item(&sha256).is_some() {
            continue;
        }
        let limits = Limits::default();
        let bytes = child::part(with.program, &["read-workbook"], &proposal.file, &embedded.name, &limits)?;
        if Digest::of(&bytes) != embedded.sha256 {
            return Err(Problem::new("import-file-changed").with("file", &proposal.file_name));
        }
        let name = embedded.name.rsplit('/').next().unwrap_or(&embedded.name);
        let mut source = Cursor::new(bytes);
        let sniffed = media::sniff(&mut source, name)
            .map_err(|e| Problem::new("file-not-read").with("path", name).with("why", e))?;
        let mut card = own_card(name, "other", sniffed, "supplier");
        card.title = format!("{name} ({})", proposal.file_name);
        session.ingest(&mut source, card, progress, &mut |_| Ok(Vec::new()))?;
        taken += 1;
    }
    Ok(taken)
}

/// The ledger's bytes, the claims and the import: one transaction.
fn record(
    session: &mut Session,
    proposal: &Proposal,
    embedded: usize,
    progress: &mut dyn FnMut(dossier::Going) -> bool,
) -> Result<Done, Problem> {
    let ledger = proposal.imported.ledger.to_json();
    let digest = Digest::of(ledger.as_bytes());
    let import = proposal.import(&digest.to_string())?;
    let totals = import.totals.clone();
    let events: Vec<NewEvent> =
        session.decide(Request::Import { claims: proposal.claims.clone(), import })?;
    let repeated = events
        .iter()
        .find(|event| event.kind == kind::IMPORT)
        .and_then(|event| evaluation::event::from_payload::<Import>(&event.payload).ok())
        .map_or(0, |import| import.repeated.len());
    let recorded = claims_in(&events);
    let name = format!("{}.ledger.json", proposal.file_name);
    let card = own_card(&name, "import_ledger", "application/json", "evaluator");
    let mut claims = Some(events);
    let (_, recording) = session.ingest(&mut Cursor::new(ledger.as_bytes()), card, progress, &mut |_| {
        Ok(claims.take().unwrap_or_default())
    })?;
    Ok(Done {
        claims: recorded,
        repeated,
        embedded,
        file: proposal.sha256.to_string(),
        ledger: digest.to_string(),
        totals,
        recording,
    })
}

fn claims_in(events: &[NewEvent]) -> usize {
    events.iter().filter(|event| event.kind == kind::CLAIM_SET).count()
}

/// Totals by the code of how a row ended.
pub(crate) fn totals_by_name(totals: &Totals) -> BTreeMap<String, u64> {
    let value = serde_json::to_value(totals).unwrap_or_default();
    let map = value.as_object().into_iter().flatten();
    map.filter_map(|(name, n)| Some((name.clone(), n.as_u64()?))).collect()
}

fn own_card(name: &str, class: &str, media_type: &str, producer: &str) -> EvidenceAdd {
    EvidenceAdd {
        sha256: String::new(),
        size: 0,
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        class: class.to_owned(),
        title: name.to_owned(),
        revision: None,
        producer: producer.to_owned(),
        date: None,
        project: None,
        version: None,
        confidentiality: "confidential".to_owned(),
        supersedes: Vec::new(),
    }
}

fn media_type(format: Format) -> &'static str {
    let code =
        serde_json::to_value(format).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    match code.as_str() {
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsm" => "application/vnd.ms-excel.sheet.macroEnabled.12",
        "xlsb" => "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
        "xls" => "application/vnd.ms-excel",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        _ => "text/csv",
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
