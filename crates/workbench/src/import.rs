//! Taking in a vendor's spreadsheet: first a proposal that records nothing, then its commit.
//!
//! What comes in is what the vendor claims, never a verdict. The file itself becomes evidence, the ledger of every
//! row becomes evidence, and claims and the `import/1` event are recorded in one transaction.

use std::{
    collections::BTreeMap,
    fs::File,
    io::Cursor,
    path::{Path, PathBuf},
};

use checklist::Object;
use evaluation::{
    conclude,
    decide::{NewEvent, Request},
    event::{ClaimSet, EvidenceAdd, Import, RowKey, SourceCell},
};
use evidence::{
    Format, Limits, Notice, ReadProblem, Workbook,
    answers::{Meaning, Role},
    child::{self, Continue},
    claims::{self, Cell, Imported, ProposedClaim},
    ids::KnownIds,
    ledger::Totals,
    mapping::{self, Mapping, MappingProblem},
    table::{self, TableGuess},
};
use serde::Serialize;
use trail::Digest;

use crate::{Problem, Recording, Session};

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
    /// Take the file in although it was imported before.
    pub again: bool,
    /// The program that reads workbooks in a child process (itself).
    pub program: PathBuf,
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
    /// Rows whose claim differs from the one recorded from an earlier file.
    pub changed: Vec<RowKey>,
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
    /// Claims recorded.
    pub claims: usize,
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
    let mut progress = |cells| if going(cells) { Continue::Yes } else { Continue::No };
    Ok(child::read(program, &["read-workbook"], file, &Limits::default(), &mut progress)?)
}

/// Works out what a workbook would record.
///
/// # Errors
/// It holds no table with known ids, or the columns given don't exist.
pub fn plan(session: &Session, workbook: &Workbook, order: &Order) -> Result<Proposal, Problem> {
    let known = KnownIds::of(session.checklist());
    let (table, sheets) = choose(workbook, order, &known)?;
    let mapping = map(workbook, &table, order)?;
    let imported = claims::map(workbook, &mapping, &known)?;
    let mut placing = Placing::new(session, order, workbook);
    placing.place(&imported)?;
    let changed = placing.changed(session);
    Ok(Proposal {
        table,
        sheets,
        mapping,
        claims: placing.claims,
        unplaced: placing.unplaced,
        notices: workbook.notices.clone(),
        changed,
        file: order.file.clone(),
        file_name: workbook.file.name.clone(),
        format: workbook.file.format,
        sha256: workbook.file.sha256,
        size: workbook.file.size,
        texts: placing.texts,
        imported,
    })
}

fn choose(
    workbook: &Workbook,
    order: &Order,
    known: &KnownIds,
) -> Result<(TableGuess, Vec<(String, u32)>), Problem> {
    let ranked = table::rank(workbook, known);
    let hits = |t: &TableGuess| t.columns.iter().map(|c| c.id_hits).max().unwrap_or(0);
    let sheets = ranked.iter().map(|t| (t.sheet.clone(), hits(t))).collect();
    let chosen = match &order.sheet {
        Some(name) => {
            let sheet = workbook.sheet(name).ok_or_else(|| {
                let names: Vec<&str> = workbook.sheets.iter().map(|s| s.name.as_str()).collect();
                Problem::new("import-no-such-sheet").with("sheet", name).with("sheets", names.join(", "))
            })?;
            table::find(sheet, known)
        }
        // A hidden sheet is taken only when it is named.
        None => ranked.into_iter().find(|t| !t.hidden && hits(t) > 0),
    };
    let mut table =
        chosen.ok_or_else(|| Problem::new("import-no-table").with("file", workbook.file.name.clone()))?;
    if order.header_row.is_some() {
        table.header_row = order.header_row;
    }
    Ok((table, sheets))
}

fn map(workbook: &Workbook, table: &TableGuess, order: &Order) -> Result<Mapping, Problem> {
    let mut mapping = Mapping::guess(table);
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
    Ok(mapping)
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

    fn changed(&self, session: &Session) -> Vec<RowKey> {
        let answer = |c: &ClaimSet| (c.response.as_ref().map(|r| r.text.clone()), c.evidence.len());
        let differs = |claim: &&ClaimSet| {
            let earlier = session.state().row(&claim.row).claims;
            !earlier.is_empty() && earlier.iter().all(|e| answer(&e.value) != answer(claim))
        };
        self.claims.iter().filter(differs).map(|c| c.row.clone()).collect()
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

    /// How the rows of the sheet end; they add up to the rows of the sheet.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.imported.ledger.totals()
    }
}

/// Records a proposal.
///
/// # Errors
/// The same file and sheet were imported before (unless asked to do it again), claims could not be placed, the
/// file has changed since it was read, or the dossier can't be written. Claims are recorded all or none.
pub fn commit(
    session: &mut Session,
    proposal: &Proposal,
    again: bool,
    going: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Done, Problem> {
    let sheet = &proposal.mapping.sheet;
    if !again && proposal.is_recorded(session) {
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
    let mut file =
        File::open(&proposal.file).map_err(|e| Problem::file("file-not-read", &proposal.file, &e))?;
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
    record(session, proposal, &mut progress)
}

/// The ledger's bytes, the claims and the import: one transaction.
fn record(
    session: &mut Session,
    proposal: &Proposal,
    progress: &mut dyn FnMut(dossier::Going) -> bool,
) -> Result<Done, Problem> {
    let ledger = proposal.imported.ledger.to_json();
    let digest = Digest::of(ledger.as_bytes());
    let totals = totals_by_name(&proposal.totals());
    let import = Import {
        file: proposal.sha256.to_string(),
        file_name: proposal.file_name.clone(),
        size: proposal.size,
        sheet: proposal.mapping.sheet.clone(),
        header_row: proposal.mapping.header_row.unwrap_or(0),
        mapping: serde_json::to_value(&proposal.mapping)
            .map_err(|e| Problem::new("refusal-payload").with("place", "mapping").with("why", e))?,
        totals: totals.clone(),
        ledger: digest.to_string(),
    };
    let events: Vec<NewEvent> =
        session.decide(Request::Import { claims: proposal.claims.clone(), import })?;
    let name = format!("{}.ledger.json", proposal.file_name);
    let card = own_card(&name, "import_ledger", "application/json", "evaluator");
    let mut claims = Some(events);
    let (_, recording) = session.ingest(&mut Cursor::new(ledger.as_bytes()), card, progress, &mut |_| {
        Ok(claims.take().unwrap_or_default())
    })?;
    Ok(Done {
        claims: proposal.claims.len(),
        file: proposal.sha256.to_string(),
        ledger: digest.to_string(),
        totals,
        recording,
    })
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

/// The file's name without folders.
#[must_use]
pub fn name_of(path: &Path) -> String {
    path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}
