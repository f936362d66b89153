//! Turns the rows of a mapped table into proposed vendor claims, and accounts for every row.
//! A claim is what the vendor says; what is true is for the evaluator to find out.

mod cell;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use cell::{Cell, DeclaredLevel};

use crate::answers::{Meaning, Reading, Role};
use crate::ids::{self, IdKind, IdMatch, KnownIds};
use crate::ledger::{
    Agreement, Asked, Ledger, LedgerColumn, LedgerFile, Remark, RemarkCode, RowEntry, RowKind, SkipReason,
    UnreadId,
};
use crate::mapping::{Mapping, MappingProblem};
use crate::text::{is_empty, key};
use crate::workbook::{CellKind, Row, Sheet, Workbook};

/// What a table says: claims to be proposed, and the account of all its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// One per row, requirement and role, in the order of the sheet; duplicates included.
    pub claims: Vec<ProposedClaim>,
    /// What became of every row.
    pub ledger: Ledger,
}

/// What the vendor says about one requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposedClaim {
    /// Requirement id as the loaded checklist writes it.
    pub requirement: String,
    /// The cell the id was read from.
    pub id: Cell,
    /// Role of a service provider: `integration`, `maintenance`, or the vendor's own word.
    pub role: Option<String>,
    /// Part of the product or solution, as the vendor calls it.
    pub component: Option<String>,
    /// The answer.
    pub response: Option<Cell>,
    /// What the answer means; `None` while a person has not said so.
    pub meaning: Option<Meaning>,
    /// Where the vendor's evidence is.
    pub evidence_refs: Vec<Cell>,
    /// The vendor's explanations.
    pub comments: Vec<Cell>,
    /// Declared security or maturity level.
    pub declared_level: Option<DeclaredLevel>,
    /// Row number from 1.
    pub row: u32,
    /// Of a later row on the same requirement, role and component: the first such row.
    pub duplicate_of: Option<u32>,
    /// Whether another row on the same requirement, role and component contradicts this one.
    pub contradicted: bool,
}

impl ProposedClaim {
    /// The vendor's explanation, all cells together, a line for each.
    pub fn comment(&self) -> Option<String> {
        let texts: Vec<&str> = self.comments.iter().map(|cell| cell.text.as_str()).collect();
        (!texts.is_empty()).then(|| texts.join("\n"))
    }
}

/// Reads the mapped sheet.
///
/// # Errors
/// When the workbook has no such sheet or the mapping names no id column. Nothing in a row is an error:
/// what cannot be used is in the ledger.
pub fn map(workbook: &Workbook, mapping: &Mapping, known: &KnownIds) -> Result<Imported, MappingProblem> {
    let sheet = workbook
        .sheet(&mapping.sheet)
        .ok_or_else(|| MappingProblem::NoSuchSheet { sheet: mapping.sheet.clone() })?;
    let id_column = mapping.columns_of(Role::Requirement).next().ok_or(MappingProblem::NoIdColumn)?;
    let mut work = Work::new(sheet, mapping, known, id_column);
    let mut next = 1;
    for row in sheet.rows() {
        work.blank(next, row.number.saturating_sub(1));
        work.row(&row);
        next = row.number.saturating_add(1);
    }
    work.blank(next, sheet.row_count());
    work.remark_on_columns();
    let ledger = Ledger {
        file: LedgerFile {
            name: workbook.file.name.clone(),
            sha256: workbook.file.sha256.to_string(),
            size: workbook.file.size,
            format: workbook.file.format,
        },
        sheet: sheet.name.clone(),
        header_row: mapping.header_row,
        row_count: sheet.row_count(),
        columns: work.columns(),
        asked: work.asked(),
        rows: work.rows,
        remarks: work.remarks,
        notices: workbook
            .notices
            .iter()
            .filter(|notice| notice.place.sheet.as_ref().is_none_or(|name| *name == sheet.name))
            .cloned()
            .collect(),
    };
    Ok(Imported { claims: work.claims, ledger })
}

/// One requirement, role and component: what a second row about them is a duplicate of.
type Subject = (String, Option<String>, Option<String>);

struct Work<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    known: &'a KnownIds,
    id_column: u32,
    header: Vec<(u32, String)>,
    beside_800_53: bool,
    claims: Vec<ProposedClaim>,
    rows: Vec<RowEntry>,
    remarks: Vec<Remark>,
    first: BTreeMap<Subject, usize>,
    /// Every different answer, how often it is given, and its meaning if it has one.
    answers: BTreeMap<String, (Asked, Option<Meaning>)>,
    /// Vendors repeat their unknown ids; looking for the nearest ones is the slowest step.
    nearest: BTreeMap<String, Vec<String>>,
    answered: u32,
}

impl<'a> Work<'a> {
    fn new(sheet: &'a Sheet, mapping: &'a Mapping, known: &'a KnownIds, id_column: u32) -> Work<'a> {
        let header = mapping
            .header_row
            .and_then(|row| sheet.row(row))
            .into_iter()
            .flat_map(|row| row.cells())
            .map(|cell| (cell.column, key(cell.text)))
            .filter(|(_, text)| !text.is_empty())
            .collect();
        let beside_800_53 =
            sheet.rows().filter_map(|row| row.cell(id_column)).any(|cell| ids::speaks_of_800_53(cell.text));
        let mut work = Work {
            sheet,
            mapping,
            known,
            id_column,
            header,
            beside_800_53,
            claims: Vec::new(),
            rows: Vec::new(),
            remarks: Vec::new(),
            first: BTreeMap::new(),
            answers: BTreeMap::new(),
            nearest: BTreeMap::new(),
            answered: 0,
        };
        if beside_800_53 {
            work.remark(RemarkCode::Beside80053, None, Some(id_column), String::new());
        }
        work
    }

    fn blank(&mut self, first: u32, last: u32) {
        if first > last {
            return;
        }
        match self.rows.last_mut() {
            Some(before) if before.kind == RowKind::Blank && before.last.saturating_add(1) == first => {
                before.last = last;
            }
            _ => {
                let mut entry = RowEntry::new(first, RowKind::Blank);
                entry.last = last;
                self.rows.push(entry);
            }
        }
    }

    fn row(&mut self, row: &Row<'_>) {
        if row.cells().all(|cell| is_empty(cell.text) && cell.formula.is_none()) {
            return self.blank(row.number, row.number);
        }
        let mut entry = self.account(row);
        if !matches!(entry.kind, RowKind::Matched | RowKind::Duplicate) {
            let text = row.cells().find(|cell| !is_empty(cell.text));
            entry.text = text.map(|cell| crate::normalise(cell.text)).unwrap_or_default();
        }
        self.rows.push(entry);
    }

    fn account(&mut self, row: &Row<'_>) -> RowEntry {
        let mut entry = RowEntry::new(row.number, RowKind::Skipped);
        if self.mapping.header_row.is_some_and(|header| row.number <= header) {
            entry.kind = RowKind::Heading;
            return entry;
        }
        if self.repeats_header(row) {
            entry.kind = RowKind::RepeatedHeader;
            return entry;
        }
        let Some(id) = self.cell(row, self.id_column) else {
            entry.why = Some(SkipReason::NoId);
            return entry;
        };
        let found = self.ids_of(&id);
        let (counting, others): (Vec<_>, Vec<_>) = found.into_iter().partition(IdMatch::counts);
        for found in counting {
            let id = found.canonical.unwrap_or(found.raw);
            if !entry.ids.contains(&id) {
                entry.ids.push(id);
            }
        }
        let groups_only = others.iter().all(|other| other.kind == IdKind::Family);
        let bare_number = others.iter().all(|other| is_section_number(&other.raw));
        for id in others {
            let unread = self.unread(id);
            entry.unread.push(unread);
        }
        let said = self.said(row);
        if entry.ids.is_empty() {
            let text_id = id.kind == CellKind::Text;
            (entry.kind, entry.why) = match (groups_only, bare_number && text_id && said.is_silent()) {
                (true, _) => (RowKind::Skipped, Some(SkipReason::GroupOnly)),
                (_, true) => (RowKind::Skipped, Some(SkipReason::Section)),
                _ => (RowKind::UnknownId, None),
            };
            return entry;
        }
        entry.kind = match (said.is_silent(), entry.unread.is_empty()) {
            (true, _) => RowKind::Unanswered,
            (false, true) => RowKind::Matched,
            (false, false) => RowKind::MatchedInPart,
        };
        if !said.is_silent() {
            self.claim(&id, &said, &mut entry);
        }
        entry
    }

    fn cell(&self, row: &Row<'_>, column: u32) -> Option<Cell> {
        row.cell(column)
            .filter(|cell| !is_empty(cell.text) || cell.formula.is_some())
            .map(|cell| Cell::of(&self.sheet.name, &cell))
    }

    fn cells(&self, row: &Row<'_>, role: Role) -> Vec<Cell> {
        self.mapping.columns_of(role).filter_map(|column| self.cell(row, column)).collect()
    }

    /// At least two texts, all equal to the headings above them, and the id heading among them.
    fn repeats_header(&self, row: &Row<'_>) -> bool {
        let mut same = 0;
        let mut of_id = false;
        for cell in row.cells().filter(|cell| !is_empty(cell.text)) {
            let text = key(cell.text);
            if !self.header.iter().any(|(column, heading)| *column == cell.column && *heading == text) {
                return false;
            }
            same += 1;
            of_id |= cell.column == self.id_column;
        }
        same > 1 && of_id
    }

    fn ids_of(&mut self, id: &Cell) -> Vec<IdMatch> {
        let code = match id.kind {
            CellKind::Number => RemarkCode::NumberIds,
            CellKind::Date => RemarkCode::DateIds,
            _ => return ids::read_beside(&id.raw, self.known, self.beside_800_53),
        };
        self.remark(code, Some(id.row), Some(id.column), id.raw.clone());
        let raw = id.raw.clone();
        vec![IdMatch { raw, canonical: None, kind: IdKind::Unknown, of_range: false }]
    }

    fn unread(&mut self, id: IdMatch) -> UnreadId {
        let nearest = match (&id.kind, &id.canonical) {
            (IdKind::Family, _) => Vec::new(),
            (IdKind::Suggest, Some(meant)) => vec![meant.clone()],
            (_, canonical) => {
                let wanted = canonical.as_deref().unwrap_or(&id.raw);
                match self.nearest.get(wanted) {
                    Some(nearest) => nearest.clone(),
                    None => {
                        let nearest = self.look_for(wanted);
                        self.nearest.insert(wanted.to_owned(), nearest.clone());
                        nearest
                    }
                }
            }
        };
        UnreadId { id, nearest }
    }

    fn look_for(&self, id: &str) -> Vec<String> {
        let by_number = self.known.of_number(id);
        if by_number.is_empty() {
            return self.known.nearest(id);
        }
        by_number.into_iter().filter_map(|found| found.canonical).collect()
    }

    fn said(&self, row: &Row<'_>) -> Said {
        Said {
            response: self.cells(row, Role::Response).into_iter().next(),
            evidence: self.cells(row, Role::Evidence),
            comments: self.cells(row, Role::Comment),
            level: self.cells(row, Role::Level).into_iter().next().map(DeclaredLevel::of),
            role: self.cells(row, Role::ApplicantRole).into_iter().next(),
            component: self.cells(row, Role::Component).into_iter().next(),
        }
    }

    fn claim(&mut self, id: &Cell, said: &Said, entry: &mut RowEntry) {
        let meaning = said.response.as_ref().and_then(|response| self.meaning(response));
        if let Some(level) = said.level.as_ref().filter(|level| level.level.is_none()) {
            let (row, column) = (level.cell.row, level.cell.column);
            let raw = level.cell.raw.clone();
            self.remark(RemarkCode::LevelNotRead, Some(row), Some(column), raw);
        }
        let component = said.component.as_ref().map(|cell| cell.text.clone());
        for role in self.roles(said) {
            for requirement in entry.ids.clone() {
                let claim = ProposedClaim {
                    requirement,
                    id: id.clone(),
                    role: role.clone(),
                    component: component.clone(),
                    response: said.response.clone(),
                    meaning,
                    evidence_refs: said.evidence.clone(),
                    comments: said.comments.clone(),
                    declared_level: said.level.clone(),
                    row: id.row,
                    duplicate_of: None,
                    contradicted: false,
                };
                self.add(claim, entry);
            }
        }
    }

    /// Adds a claim; a second one on the same subject is kept and compared with the first.
    fn add(&mut self, mut claim: ProposedClaim, entry: &mut RowEntry) {
        let subject = (claim.requirement.clone(), claim.role.clone(), claim.component.clone());
        let at = self.claims.len();
        let first = *self.first.entry(subject).or_insert(at);
        if let Some(before) = self.claims.get_mut(first) {
            let agreement = compare(before, &claim);
            claim.duplicate_of = Some(before.row);
            claim.contradicted = agreement == Agreement::Contradicts;
            before.contradicted |= claim.contradicted;
            entry.kind = RowKind::Duplicate;
            entry.first_row = Some(entry.first_row.map_or(before.row, |row| row.min(before.row)));
            entry.agreement = entry.agreement.max(Some(agreement));
        }
        self.claims.push(claim);
    }

    fn meaning(&mut self, response: &Cell) -> Option<Meaning> {
        let answer = key(&response.raw);
        self.answered += 1;
        if let Some((asked, meaning)) = self.answers.get_mut(&answer) {
            asked.count += 1;
            return *meaning;
        }
        let (meaning, hints) = match self.mapping.reading(&response.raw) {
            Reading::Means(meaning) => (Some(meaning), Vec::new()),
            Reading::Ask(hints) => (None, hints),
        };
        let first_row = response.row;
        let asked = Asked { answer: response.text.clone(), count: 1, first_row, hints };
        self.answers.insert(answer, (asked, meaning));
        meaning
    }

    /// The roles a row speaks for: both, when it names both.
    fn roles(&mut self, said: &Said) -> Vec<Option<String>> {
        let Some(cell) = &said.role else {
            return vec![None];
        };
        let text = key(&cell.raw);
        let mut roles = Vec::new();
        for part in text.split([',', ';', '/', '&', '+', '\n']).flat_map(|part| part.split(" and ")) {
            match part.trim() {
                "integration" | "integrator" | "integration service provider" => roles.push("integration"),
                "maintenance" | "maintainer" | "maintenance service provider" => roles.push("maintenance"),
                "both" => roles.extend(["integration", "maintenance"]),
                _ => {
                    let (row, column) = (Some(cell.row), Some(cell.column));
                    self.remark(RemarkCode::RoleNotKnown, row, column, cell.raw.clone());
                    return vec![Some(cell.text.clone())];
                }
            }
        }
        roles.sort_unstable();
        roles.dedup();
        roles.into_iter().map(|role| Some(role.to_owned())).collect()
    }

    fn remark(&mut self, code: RemarkCode, row: Option<u32>, column: Option<u32>, detail: String) {
        // The first place is named, all are counted: a hundred number-typed ids are one remark.
        match self.remarks.iter_mut().find(|r| r.code == code && r.column == column) {
            Some(before) => before.count += 1,
            None => self.remarks.push(Remark { code, row, column, detail, count: 1 }),
        }
    }

    fn columns(&self) -> Vec<LedgerColumn> {
        let mut cells = BTreeMap::<u32, u32>::new();
        let header = self.mapping.header_row.unwrap_or(0);
        for cell in self.sheet.rows().flat_map(|row| row.cells()) {
            let below = cell.row > header && !is_empty(cell.text);
            *cells.entry(cell.column).or_default() += u32::from(below);
        }
        let heading = |column| {
            let cell = self.mapping.header_row.and_then(|row| self.sheet.cell(row, column));
            cell.map(|cell| cell.text.to_owned()).unwrap_or_default()
        };
        cells
            .into_iter()
            .map(|(column, cells)| {
                let role = self.mapping.columns.get(&column).copied().unwrap_or(Role::Ignore);
                let taken = !matches!(role, Role::Ignore | Role::Assessor | Role::Date | Role::Person);
                let letters = crate::letters(column);
                LedgerColumn { column, letters, heading: heading(column), role, cells, taken }
            })
            .collect()
    }

    fn remark_on_columns(&mut self) {
        for column in self.columns().into_iter().filter(|column| !column.taken && column.cells > 0) {
            let code = match column.role {
                Role::Assessor => RemarkCode::AssessorColumn,
                _ => RemarkCode::ColumnNotTaken,
            };
            let (detail, count) = (column.heading, column.cells);
            self.remarks.push(Remark { code, row: None, column: Some(column.column), detail, count });
        }
        let only = self.answers.values().next().filter(|_| self.answers.len() == 1 && self.answered >= 5);
        if let Some((only, _)) = only {
            let (row, detail, count) = (Some(only.first_row), only.answer.clone(), only.count);
            let code = RemarkCode::OneAnswerThroughout;
            self.remarks.push(Remark { code, row, column: None, detail, count });
        }
    }

    fn asked(&self) -> Vec<Asked> {
        let unclear = self.answers.values().filter(|(_, meaning)| meaning.is_none());
        let mut asked: Vec<Asked> = unclear.map(|(asked, _)| asked.clone()).collect();
        asked.sort_by_key(|asked| (std::cmp::Reverse(asked.count), asked.first_row));
        asked
    }
}

/// What a row says, beside its id.
struct Said {
    response: Option<Cell>,
    evidence: Vec<Cell>,
    comments: Vec<Cell>,
    level: Option<DeclaredLevel>,
    role: Option<Cell>,
    component: Option<Cell>,
}

impl Said {
    /// Whether the vendor has filled in nothing; a role or component alone is the template's.
    fn is_silent(&self) -> bool {
        self.response.is_none()
            && self.evidence.is_empty()
            && self.comments.is_empty()
            && self.level.is_none()
    }
}

/// A bare section number such as `4.2`: where no answer stands beside it, it is a title.
fn is_section_number(raw: &str) -> bool {
    raw.split('.').all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

fn compare(before: &ProposedClaim, after: &ProposedClaim) -> Agreement {
    let text = |cell: &Option<Cell>| cell.as_ref().map(|cell| key(&cell.raw));
    let texts = |cells: &[Cell]| cells.iter().map(|cell| key(&cell.raw)).collect::<Vec<_>>();
    let level = |claim: &ProposedClaim| claim.declared_level.as_ref().and_then(|level| level.level);
    let other = |a: Option<u8>, b: Option<u8>| a.is_some() && b.is_some() && a != b;
    let meanings = (before.meaning, after.meaning);
    if matches!(meanings, (Some(a), Some(b)) if a != b) || other(level(before), level(after)) {
        return Agreement::Contradicts;
    }
    let same = text(&before.response) == text(&after.response)
        && texts(&before.evidence_refs) == texts(&after.evidence_refs)
        && texts(&before.comments) == texts(&after.comments)
        && level(before) == level(after);
    if same { Agreement::Same } else { Agreement::Differs }
}

#[cfg(test)]
mod tests;
