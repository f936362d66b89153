//! Taking in a vendor's spreadsheet: a proposal to look at, then its commit.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use evidence::{
    Workbook,
    answers::{Meaning, Role},
    ledger::RowEntry,
    number_of_letters,
};

use super::{
    Desk,
    open::{args, small},
    types::*,
};
use crate::{
    Problem, clock,
    import::{self, Order, Proposal},
};

/// The workbook read last: looking at another sheet or column does not read the file again.
#[derive(Default)]
pub(super) struct Read(Mutex<Option<(PathBuf, Arc<Workbook>)>>);

impl Read {
    fn of(&self, path: &PathBuf) -> Option<Arc<Workbook>> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        kept.as_ref().filter(|(p, _)| p == path).map(|(_, workbook)| workbook.clone())
    }

    fn keep(&self, path: PathBuf, workbook: Arc<Workbook>) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some((path, workbook));
    }

    fn forget(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

pub(super) fn propose(desk: &Desk, asked: ImportAsk) -> Result<ImportProposal, Problem> {
    let file = desk.files.path(&asked.file)?;
    let is_new = asked.sheet.is_none() && asked.columns.is_none() && asked.values.is_none();
    let workbook = match desk.workbook.of(&file).filter(|_| !is_new) {
        Some(workbook) => workbook,
        None => {
            let mut job = desk.job(&asked.job);
            let workbook = Arc::new(import::read(&desk.program, &file, &mut |cells| job.going(cells, 0))?);
            desk.workbook.keep(file.clone(), workbook.clone());
            workbook
        }
    };
    let order = Order {
        file,
        sheet: asked.sheet,
        header_row: asked.header_row,
        roles: asked.columns.map(|c| c.iter().filter_map(|(l, r)| role(l, r)).collect()),
        meanings: asked.values.iter().flatten().filter_map(|(a, m)| meaning(a, m)).collect(),
        role: asked.role.filter(|r| !r.is_empty()),
        program: desk.program.clone(),
        ..Order::default()
    };
    desk.looking(|open| {
        let proposal = import::plan(&open.session, &workbook, &order)?;
        let already = proposal.is_recorded(&open.session);
        let id = trail::DossierId(clock::new_id()).to_string();
        let view = view(&id, &proposal, already);
        open.proposal = Some((id, proposal));
        Ok(view)
    })
}

fn role(letters: &str, word: &str) -> Option<(u32, Role)> {
    Some((number_of_letters(letters)?, Role::of_word(word).filter(|r| *r != Role::Ignore)?))
}

fn meaning(answer: &str, word: &str) -> Option<(String, Meaning)> {
    Some((answer.to_owned(), Meaning::of_word(word)?))
}

const ROLES: [Role; 11] = [
    Role::Requirement,
    Role::Response,
    Role::Evidence,
    Role::Comment,
    Role::Assessor,
    Role::Level,
    Role::ApplicantRole,
    Role::Component,
    Role::Date,
    Role::Person,
    Role::Ignore,
];

const MEANINGS: [Meaning; 6] = [
    Meaning::Met,
    Meaning::Partial,
    Meaning::NotMet,
    Meaning::NotApplicable,
    Meaning::NotAssessed,
    Meaning::NotEvaluated,
];

fn view(id: &str, proposal: &Proposal, already: bool) -> ImportProposal {
    let ledger = &proposal.imported.ledger;
    let columns = proposal.table.columns.iter().map(|c| ColumnView {
        letters: c.letters.clone(),
        heading: c.heading.clone(),
        role: proposal.mapping.columns.get(&c.column).copied().unwrap_or(Role::Ignore).word().to_owned(),
        samples: c.samples.iter().take(5).cloned().collect(),
        id_hits: c.id_hits,
    });
    let by_row: BTreeMap<u32, (Option<String>, Option<Meaning>)> = proposal
        .imported
        .claims
        .iter()
        .map(|c| (c.row, (c.response.as_ref().map(|r| r.raw.clone()), c.meaning)))
        .collect();
    let totals = import::totals_by_name(&proposal.totals());
    ImportProposal {
        proposal: id.to_owned(),
        file_name: ledger.file.name.clone(),
        sha256: ledger.file.sha256.clone(),
        sheets: proposal
            .sheets
            .iter()
            .map(|(name, ids)| SheetView { name: name.clone(), ids: *ids })
            .collect(),
        sheet: proposal.mapping.sheet.clone(),
        header_row: proposal.mapping.header_row,
        columns: columns.collect(),
        column_roles: ROLES.iter().map(|r| r.word().to_owned()).collect(),
        answers: answers(proposal),
        meanings: MEANINGS.iter().map(|m| m.word().to_owned()).collect(),
        rows: ledger.rows.iter().map(|row| ledger_row(row, &by_row)).collect(),
        totals: totals
            .iter()
            .map(|(code, rows)| TotalView { code: code.clone(), rows: small(*rows) })
            .collect(),
        row_count: ledger.row_count,
        claims: small(proposal.claims.len() as u64),
        unplaced: proposal
            .unplaced
            .iter()
            .map(|u| UnplacedView {
                line: u.line,
                requirement: u.requirement.clone(),
                why: u.why.to_owned(),
                word: u.word.clone(),
            })
            .collect(),
        changed: proposal.changed.iter().map(ToString::to_string).collect(),
        notices: notices(proposal),
        already,
    }
}

/// Every distinct answer: those that ask first, then by how often they occur.
fn answers(proposal: &Proposal) -> Vec<AnswerView> {
    let asked = proposal.imported.ledger.asked.iter();
    let mut answers: Vec<AnswerView> =
        asked.map(|a| AnswerView { answer: a.answer.clone(), count: a.count, meaning: None }).collect();
    let mut known: BTreeMap<String, (u32, Meaning)> = BTreeMap::new();
    for claim in &proposal.imported.claims {
        if let (Some(response), Some(meaning)) = (&claim.response, claim.meaning) {
            known.entry(response.raw.trim().to_owned()).or_insert((0, meaning)).0 += 1;
        }
    }
    let mut known: Vec<AnswerView> = known
        .into_iter()
        .map(|(answer, (count, m))| AnswerView { answer, count, meaning: Some(m.word().to_owned()) })
        .collect();
    known.sort_by_key(|a| std::cmp::Reverse(a.count));
    answers.extend(known);
    answers
}

fn ledger_row(row: &RowEntry, by_row: &BTreeMap<u32, (Option<String>, Option<Meaning>)>) -> LedgerRowView {
    let word = |value: Option<serde_json::Value>| value.and_then(|v| v.as_str().map(str::to_owned));
    let answer = by_row.get(&row.first);
    LedgerRowView {
        first: row.first,
        last: row.last,
        kind: word(serde_json::to_value(row.kind).ok()).unwrap_or_default(),
        ids: row.ids.clone(),
        unread: row
            .unread
            .iter()
            .map(|u| UnreadView { text: u.id.raw.clone(), nearest: u.nearest.clone() })
            .collect(),
        first_row: row.first_row,
        agreement: word(row.agreement.and_then(|a| serde_json::to_value(a).ok())),
        why: word(row.why.and_then(|w| serde_json::to_value(w).ok())),
        text: row.text.clone(),
        answer: answer.and_then(|(a, _)| a.clone()),
        meaning: answer.and_then(|(_, m)| m.map(|m| m.word().to_owned())),
    }
}

fn notices(proposal: &Proposal) -> Vec<Told> {
    let place = |n: &evidence::Notice| {
        args([
            ("sheet", n.place.sheet.clone().unwrap_or_default()),
            ("row", n.place.row.map(|r| r.to_string()).unwrap_or_default()),
            ("column", n.place.column.map(evidence::letters).unwrap_or_default()),
            ("place", n.place.to_string()),
            ("detail", n.detail.clone()),
        ])
    };
    let notices = proposal.notices.iter().map(|n| Told {
        text: n.code.id().to_owned(),
        args: place(n),
        subject: n.place.to_string(),
    });
    let remarks = proposal.imported.ledger.remarks.iter().map(|r| Told {
        text: r.code.id().to_owned(),
        args: args([
            ("row", r.row.map(|n| n.to_string()).unwrap_or_default()),
            ("column", r.column.map(evidence::letters).unwrap_or_default()),
            ("detail", r.detail.clone()),
            ("count", r.count.to_string()),
        ]),
        subject: String::new(),
    });
    notices.chain(remarks).collect()
}

pub(super) fn commit(desk: &Desk, asked: ImportCommit) -> Result<ImportDone, Problem> {
    let mut job = desk.job(&asked.job);
    let done = desk.recording(|open| {
        let Some((_, proposal)) = open.proposal.take_if(|(id, _)| *id == asked.proposal) else {
            return Err(Problem::new("desk-no-proposal"));
        };
        let done = import::commit(&mut open.session, &proposal, asked.again, &mut |done, total| {
            job.going(done, total)
        });
        let done = match done {
            Ok(done) => done,
            Err(problem) => {
                // Nothing was recorded; the proposal may be tried again.
                open.proposal = Some((asked.proposal.clone(), proposal));
                return Err(problem);
            }
        };
        let changed = open.imported(&done.recording)?;
        Ok(ImportDone {
            claims: small(done.claims as u64),
            totals: done
                .totals
                .iter()
                .map(|(code, rows)| TotalView { code: code.clone(), rows: small(*rows) })
                .collect(),
            changed,
        })
    })?;
    desk.workbook.forget();
    Ok(done)
}

pub(super) fn imports(desk: &Desk, _: Nothing) -> Result<Imports, Problem> {
    desk.looking(|open| {
        let imports = open.session.state().imports().into_iter().map(|i| ImportView {
            author: open.rows.name(&i.chain),
            time: i.time,
            file_name: i.value.file_name,
            sha256: i.value.file,
            sheet: i.value.sheet,
            totals: i
                .value
                .totals
                .iter()
                .map(|(code, rows)| TotalView { code: code.clone(), rows: small(*rows) })
                .collect(),
        });
        let mut imports: Vec<ImportView> = imports.collect();
        imports.sort_by(|a, b| a.time.cmp(&b.time));
        let provider = open.session.checklist().object.has_roles();
        let no_roles = provider && evaluation::conclude::provider_roles(open.session.state()).is_empty();
        let problems = no_roles.then(|| Problem::new("import-roles-not-declared").into());
        Ok(Imports { imports, problems: problems.into_iter().collect() })
    })
}
