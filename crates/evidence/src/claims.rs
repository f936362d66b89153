//! Turns the rows of a mapped table into proposed vendor claims, and accounts for every row.
//! A claim is what the vendor says; what is true is for the evaluator to find out.

mod cell;
mod possible;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

pub use cell::{Cell, CellComment, DeclaredLevel};
pub use possible::{AnswerList, PossibleAnswer};

use crate::answers::{Meaning, Reading, Role};
use crate::ids::{self, IdKind, IdMatch, KnownIds};
use crate::ledger::{
    Agreement, Asked, Ledger, LedgerColumn, LedgerFile, Remark, RemarkCode, RowEntry, RowKind, SkipReason,
    UnreadId,
};
use crate::mapping::{Mapping, MappingProblem};
use crate::problem::NoticeCode;
use crate::text::{is_empty, key};
use crate::workbook::{CellKind, Merge, Row, Sheet, Workbook};

/// What a table says: claims to be proposed, and the account of all its rows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// One per row, requirement and role, in the order of the sheet; duplicates included.
    pub claims: Vec<ProposedClaim>,
    /// What became of every row.
    pub ledger: Ledger,
    /// Answers that mean the opposite, because the question asks for the other one.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub turned: Vec<Turned>,
    /// What the drop-down lists of the response column offer, also what nobody has answered yet; `None`
    /// where the column has no list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answer_list: Option<AnswerList>,
}

/// A claim whose answer was turned, because the question asks for the other one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Turned {
    /// Which of the claims.
    pub claim: usize,
    /// Its row in the sheet.
    pub row: u32,
    /// Its requirement.
    pub requirement: String,
    /// What the answer would mean if the question asked for it.
    pub from: Meaning,
    /// What it means; `None` where it is not known which answer is wanted, so that a person must say.
    pub to: Option<Meaning>,
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
    /// Comments on the cells of its row in the columns that were taken, empty cells included.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cell_comments: Vec<CellComment>,
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
    work.remark_on_comments();
    let answer_list = work.answer_list();
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
            .filter(|notice| {
                // Comments are counted wherever they stand: what is said on another sheet is not lost.
                let here = notice.place.sheet.as_ref().is_none_or(|name| *name == sheet.name);
                here || notice.code == NoticeCode::Comments
            })
            .cloned()
            .collect(),
    };
    Ok(Imported { claims: work.claims, ledger, turned: work.turned, answer_list })
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
    /// The mapping's reversed requirements, as the checklist writes them.
    reversed: BTreeSet<String>,
    turned: Vec<Turned>,
    /// Areas that are merged over several rows, by the column that groups them, from top to bottom.
    grouped: BTreeMap<u32, Vec<Merge>>,
    /// Rows whose comments are part of a claim.
    commented: BTreeSet<u32>,
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
            reversed: mapping.reversed.iter().map(|id| spelled(id, known)).collect(),
            turned: Vec::new(),
            grouped: grouped(sheet, mapping),
            commented: BTreeSet::new(),
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
        let hidden = self.sheet.row_is_hidden(row.number);
        if hidden && !self.mapping.hidden_rows {
            self.remark(RemarkCode::HiddenRows, Some(row.number), None, row.number.to_string());
            entry.why = Some(SkipReason::Hidden);
            entry.ids = self.known_ids(row);
            return entry;
        }
        let Some(id) = self.group(row, self.id_column) else {
            entry.why = Some(SkipReason::NoId);
            return entry;
        };
        if id.row != row.number {
            self.remark(RemarkCode::MergedId, Some(row.number), Some(id.column), id.raw.clone());
        }
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
            if hidden {
                self.remark(RemarkCode::HiddenRowsTaken, Some(row.number), None, row.number.to_string());
            }
            self.claim(&id, &said, &mut entry);
        }
        entry
    }

    /// The known ids of a row that is left out, so that a person sees what it speaks of.
    fn known_ids(&self, row: &Row<'_>) -> Vec<String> {
        let cell = row.cell(self.id_column).filter(|cell| cell.kind == CellKind::Text);
        let found = cell.map(|cell| ids::read_beside(cell.text, self.known, self.beside_800_53));
        let mut all = Vec::new();
        for id in found.into_iter().flatten().filter(IdMatch::counts) {
            let id = id.canonical.unwrap_or(id.raw);
            if !all.contains(&id) {
                all.push(id);
            }
        }
        all
    }

    fn cell(&self, row: &Row<'_>, column: u32) -> Option<Cell> {
        row.cell(column)
            .filter(|cell| !is_empty(cell.text) || cell.formula.is_some())
            .map(|cell| Cell::of(&self.sheet.name, &cell))
    }

    fn cells(&self, row: &Row<'_>, role: Role) -> Vec<Cell> {
        self.mapping.columns_of(role).filter_map(|column| self.cell(row, column)).collect()
    }

    /// The cell of a column that groups rows; where it is merged over several rows, each of them shows its text.
    fn group(&self, row: &Row<'_>, column: u32) -> Option<Cell> {
        self.cell(row, column).or_else(|| {
            let merges = self.grouped.get(&column)?;
            let after = merges.partition_point(|merge| merge.bottom < row.number);
            let merge = merges.get(after).filter(|merge| merge.top < row.number)?;
            let first = self.sheet.cell(merge.top, merge.left).filter(|cell| !is_empty(cell.text))?;
            Some(Cell::of(&self.sheet.name, &first))
        })
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

    /// References and addresses, left to right.
    fn references(&self, row: &Row<'_>) -> Vec<Cell> {
        let mut cells = [self.cells(row, Role::Evidence), self.cells(row, Role::Link)].concat();
        cells.sort_by_key(|cell| cell.column);
        cells
    }

    fn said(&self, row: &Row<'_>) -> Said {
        Said {
            response: self.cells(row, Role::Response).into_iter().next(),
            evidence: self.references(row),
            wanted: self.cells(row, Role::Wanted).into_iter().next(),
            comments: self.cells(row, Role::Comment),
            level: self.cells(row, Role::Level).into_iter().next().map(DeclaredLevel::of),
            role: self.mapping.columns_of(Role::ApplicantRole).find_map(|column| self.group(row, column)),
            component: self.mapping.columns_of(Role::Component).find_map(|column| self.group(row, column)),
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
        let cell_comments: Vec<CellComment> = self
            .sheet
            .comments_of_row(entry.first)
            .iter()
            .filter(|comment| self.is_taken(comment.column))
            .map(|comment| CellComment::of(&self.sheet.name, comment))
            .collect();
        self.commented.insert(entry.first);
        for role in self.roles(said) {
            for requirement in entry.ids.clone() {
                let meaning = self.worth(meaning, said, &requirement);
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
                    cell_comments: cell_comments.clone(),
                    row: entry.first,
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

    /// What an answer is worth for the requirement. Only what a person has decided can be turned: *Compliant* is good
    /// whatever was asked.
    fn worth(&mut self, read: Option<Meaning>, said: &Said, requirement: &str) -> Option<Meaning> {
        let (Some(from), Some(response)) = (read, &said.response) else { return read };
        let opposite = match from {
            Meaning::Met => Meaning::NotMet,
            Meaning::NotMet => Meaning::Met,
            _ => return read,
        };
        if !self.mapping.values.contains_key(&key(&response.raw)) {
            return read;
        }
        let to = if self.reversed.contains(requirement) {
            Some(opposite)
        } else {
            match said.wanted.as_ref().map(|wanted| self.asked_for(wanted)) {
                None | Some(Some(Meaning::Met)) => Some(from),
                Some(Some(Meaning::NotMet)) => Some(opposite),
                // Neither answer is wanted: what the vendor's answer is worth is not for us to say.
                Some(_) => None,
            }
        };
        if to != Some(from) {
            let (claim, row, requirement) = (self.claims.len(), response.row, requirement.to_owned());
            self.turned.push(Turned { claim, row, requirement, from, to });
        }
        to
    }

    /// What the answer that a question asks for means; where nobody has said so, it is asked like an answer.
    fn asked_for(&mut self, wanted: &Cell) -> Option<Meaning> {
        let answer = key(&wanted.raw);
        if let Some(meaning) = self.mapping.values.get(&answer) {
            return Some(*meaning);
        }
        let (first_row, text) = (wanted.row, wanted.text.clone());
        let asked = || (Asked { answer: text, count: 0, first_row, hints: Vec::new() }, None);
        self.answers.entry(answer).or_insert_with(asked);
        None
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
                "maintenance"
                | "maintainer"
                | "maintenance service provider"
                | "instandhaltung"
                | "wartung" => {
                    roles.push("maintenance");
                }
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
                let (taken, hidden) = (self.is_taken(column), self.sheet.column_is_hidden(column));
                let letters = crate::letters(column);
                LedgerColumn { column, letters, heading: heading(column), role, cells, taken, hidden }
            })
            .collect()
    }

    /// Whether cells of the column become part of claims.
    fn is_taken(&self, column: u32) -> bool {
        self.mapping.columns.get(&column).copied().unwrap_or(Role::Ignore).is_taken()
    }

    fn remark_on_columns(&mut self) {
        for column in self.columns().into_iter().filter(|column| column.cells > 0) {
            let code = match (column.role, column.taken, column.hidden) {
                (_, true, true) => RemarkCode::HiddenColumnTaken,
                (_, true, false) => continue,
                (Role::Assessor, ..) => RemarkCode::AssessorColumn,
                (_, false, true) => RemarkCode::HiddenColumn,
                (_, false, false) => RemarkCode::ColumnNotTaken,
            };
            // What is not seen is found by its letters; a heading may be missing.
            let detail = match column.hidden && column.heading.is_empty() {
                true => column.letters,
                false => column.heading,
            };
            let count = column.cells;
            self.remarks.push(Remark { code, row: None, column: Some(column.column), detail, count });
        }
        let only = self.answers.values().next().filter(|_| self.answers.len() == 1 && self.answered >= 5);
        if let Some((only, _)) = only {
            let (row, detail, count) = (Some(only.first_row), only.answer.clone(), only.count);
            let code = RemarkCode::OneAnswerThroughout;
            self.remarks.push(Remark { code, row, column: None, detail, count });
        }
    }

    /// Counts the comments that no claim carries, so that none of them is lost unseen.
    fn remark_on_comments(&mut self) {
        let sheet = self.sheet;
        for comment in &sheet.comments {
            if self.commented.contains(&comment.row) && self.is_taken(comment.column) {
                continue;
            }
            let place = format!("{}{}", crate::letters(comment.column), comment.row);
            match self.remarks.iter_mut().find(|r| r.code == RemarkCode::CommentsElsewhere) {
                Some(before) => before.count += 1,
                None => self.remark(RemarkCode::CommentsElsewhere, Some(comment.row), None, place),
            }
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
    /// The answer that the question asks for.
    wanted: Option<Cell>,
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

/// The merged areas of the columns whose text holds for several rows: id, role and component, and never an answer.
fn grouped(sheet: &Sheet, mapping: &Mapping) -> BTreeMap<u32, Vec<Merge>> {
    let roles = [Role::Requirement, Role::ApplicantRole, Role::Component];
    let columns = roles.into_iter().flat_map(|role| mapping.columns_of(role));
    columns
        .map(|column| {
            let over =
                |merge: &&Merge| merge.bottom > merge.top && (merge.left..=merge.right).contains(&column);
            let mut merges: Vec<Merge> = sheet.merges.iter().filter(over).copied().collect();
            merges.sort_unstable_by_key(|merge| merge.bottom);
            (column, merges)
        })
        .collect()
}

/// The checklist's spelling of an id; another text stays as it is.
fn spelled(id: &str, known: &KnownIds) -> String {
    match ids::read_beside(id, known, false).as_slice() {
        [one] if one.counts() => one.canonical.clone().unwrap_or_else(|| id.to_owned()),
        _ => id.to_owned(),
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
