//! Taking in a vendor's spreadsheet: a proposal to look at, then its commit.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError},
};

use evaluation::event::{ClaimSet, SourceCell};
use evidence::{
    Embedded, EmbeddedKind, Workbook,
    answers::{Meaning, Role},
    claims::{CellComment, ProposedClaim},
    difference::Change,
    ledger::RowEntry,
    number_of_letters,
    saved_mapping::{HeadingFit, SavedMapping},
};

use words::Words;

use super::{
    Desk,
    open::{Open, args, small},
    types::*,
};
use crate::{
    Problem, clock,
    documents::row_of,
    files, form,
    import::{self, Kept, Order, Proposal, Since, Taking},
    mappings::OwnMappings,
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
    let is_new = asked.sheet.is_none()
        && asked.columns.is_none()
        && asked.values.is_none()
        && asked.mapping.is_none()
        && asked.hidden_rows.is_none();
    let workbook = match desk.workbook.of(&file).filter(|_| !is_new) {
        Some(workbook) => workbook,
        None => {
            let mut job = desk.job(&asked.job);
            let workbook = Arc::new(import::read(&desk.program, &file, &mut |cells| job.going(cells, 0))?);
            desk.workbook.keep(file.clone(), workbook.clone());
            workbook
        }
    };
    let own = OwnMappings::of(&desk.home);
    let kept = own.list().0;
    let names: Vec<String> = kept.iter().map(|mapping| mapping.name().to_owned()).collect();
    let mapping = match asked.mapping.as_deref() {
        None => Kept::Best(kept),
        Some("") => Kept::Nothing,
        Some(name) => Kept::This(Box::new(own.find(name)?)),
    };
    let order = Order {
        file,
        mapping,
        hidden_rows: asked.hidden_rows.unwrap_or(false),
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
        let view = view(open, &id, &proposal, already, names, &workbook);
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

const MEANINGS: [Meaning; 6] = [
    Meaning::Met,
    Meaning::Partial,
    Meaning::NotMet,
    Meaning::NotApplicable,
    Meaning::NotAssessed,
    Meaning::NotEvaluated,
];

/// What is known of a row of the sheet from its claim.
struct OfRow<'a> {
    answer: Option<String>,
    meaning: Option<Meaning>,
    comments: &'a [CellComment],
}

fn view(
    open: &Open,
    id: &str,
    proposal: &Proposal,
    already: bool,
    mappings: Vec<String>,
    workbook: &Workbook,
) -> ImportProposal {
    let ledger = &proposal.imported.ledger;
    let columns = proposal.table.columns.iter().map(|c| ColumnView {
        letters: c.letters.clone(),
        heading: c.heading.clone(),
        role: proposal.mapping.columns.get(&c.column).copied().unwrap_or(Role::Ignore).word().to_owned(),
        samples: c.samples.iter().take(5).cloned().collect(),
        id_hits: c.id_hits,
        hidden: c.hidden,
    });
    let of_row = |c: &'_ ProposedClaim| (c.response.as_ref().map(|r| r.raw.clone()), c.meaning);
    let by_row: BTreeMap<u32, OfRow<'_>> = proposal
        .imported
        .claims
        .iter()
        .map(|c| {
            let (answer, meaning) = of_row(c);
            (c.row, OfRow { answer, meaning, comments: &c.cell_comments })
        })
        .collect();
    let hidden = |name: &str| {
        workbook.sheet(name).is_some_and(|sheet| sheet.visibility != evidence::Visibility::Visible)
    };
    let hidden_rows = workbook
        .sheet(&proposal.mapping.sheet)
        .map_or(0, |sheet| sheet.rows().filter(|row| sheet.row_is_hidden(row.number)).count());
    let totals = import::totals_by_name(&proposal.totals());
    ImportProposal {
        proposal: id.to_owned(),
        file_name: ledger.file.name.clone(),
        sha256: ledger.file.sha256.clone(),
        sheets: proposal
            .sheets
            .iter()
            .map(|(name, ids)| SheetView { name: name.clone(), ids: *ids, hidden: hidden(name) })
            .collect(),
        sheet: proposal.mapping.sheet.clone(),
        header_row: proposal.mapping.header_row,
        columns: columns.collect(),
        column_roles: Role::ALL.iter().map(|r| r.word().to_owned()).collect(),
        answers: answers(proposal),
        meanings: MEANINGS.iter().map(|m| m.word().to_owned()).collect(),
        rows: ledger.rows.iter().map(|row| ledger_row(row, &by_row)).collect(),
        totals: totals
            .iter()
            .map(|(code, rows)| TotalView { code: code.clone(), rows: small(*rows) })
            .collect(),
        row_count: ledger.row_count,
        claims: small(proposal.recorded(&open.session) as u64),
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
        since: proposal.since.as_ref().map(|since| since_view(since, &proposal.claims)),
        mapping: proposal.applied.as_ref().map(|applied| AppliedMapping {
            name: applied.name.clone(),
            exact: applied.fit == HeadingFit::Exact,
            new_headings: applied.new_headings.clone(),
            gone_headings: applied.gone_headings.clone(),
        }),
        mappings,
        hidden_rows: small(hidden_rows as u64),
        hidden_rows_taken: proposal.mapping.hidden_rows,
        turned: proposal
            .imported
            .turned
            .iter()
            .map(|turned| TurnedView {
                line: turned.row,
                requirement: turned.requirement.clone(),
                from: turned.from.word().to_owned(),
                to: turned.to.map(|meaning| meaning.word().to_owned()),
            })
            .collect(),
        embedded: proposal.embedded.iter().map(|embedded| embedded_view(open, embedded)).collect(),
        notices: notices(proposal),
        already,
    }
}

fn embedded_view(open: &Open, embedded: &Embedded) -> EmbeddedView {
    let sha256 = embedded.sha256.to_string();
    EmbeddedView {
        name: embedded.name.clone(),
        kind: match embedded.kind {
            EmbeddedKind::File => "file",
            EmbeddedKind::Image => "image",
        }
        .to_owned(),
        size: embedded.size,
        sheets: embedded.sheets.clone(),
        known: open.session.state().evidence_item(&sha256).is_some(),
        sha256,
    }
}

fn since_view(since: &Since, claims: &[ClaimSet]) -> SinceView {
    let counts = since.difference.counts();
    let count = |code: &str, n: usize| TotalView { code: code.to_owned(), rows: small(n as u64) };
    let changed = since.difference.changes.iter().filter(|change| change.change != Change::Unchanged);
    let changes = changed.map(|change| ChangeView {
        row: row_of(&change.subject).to_string(),
        change: change_code(change.change).to_owned(),
        before: change.before.and_then(|at| since.earlier.get(at)).map(said),
        after: change.after.and_then(|at| claims.get(at)).map(said),
    });
    SinceView {
        files: since.files.clone(),
        counts: vec![
            count("added", counts.added),
            count("removed", counts.removed),
            count("answer", counts.answer),
            count("evidence", counts.evidence),
            count("text", counts.text),
            count("unchanged", counts.unchanged),
        ],
        changes: changes.collect(),
    }
}

const fn change_code(change: Change) -> &'static str {
    match change {
        Change::Added => "added",
        Change::Removed => "removed",
        Change::Answer => "answer",
        Change::Evidence => "evidence",
        Change::Text => "text",
        Change::Unchanged => "unchanged",
    }
}

fn said(claim: &ClaimSet) -> SaidView {
    let text = |cell: &SourceCell| cell.text.clone();
    let at = claim.response.as_ref().unwrap_or(&claim.id);
    SaidView {
        answer: claim.response.as_ref().map(text),
        meaning: claim.meaning.clone(),
        declared: claim.declared.as_ref().map(text),
        evidence: claim.evidence.iter().map(text).collect(),
        comment: claim.comment.as_ref().map(text),
        origin: format!("{} / {} / {}", claim.file_name, claim.sheet, at.cell),
    }
}

/// Every distinct answer: those that ask first, then by how often they occur, then those that only a list offers.
fn answers(proposal: &Proposal) -> Vec<AnswerView> {
    let list = proposal.imported.answer_list.as_ref();
    let listed = |answer: &str| {
        list.is_some_and(|list| list.answers.iter().any(|possible| possible.answer.trim() == answer.trim()))
    };
    let asked = proposal.imported.ledger.asked.iter();
    let mut answers: Vec<AnswerView> = asked
        .map(|a| AnswerView {
            answer: a.answer.clone(),
            count: a.count,
            meaning: None,
            hints: a.hints.clone(),
            listed: listed(&a.answer),
        })
        .collect();
    let mut known: BTreeMap<String, (u32, Meaning)> = BTreeMap::new();
    let turned = &proposal.imported.turned;
    for (at, claim) in proposal.imported.claims.iter().enumerate() {
        // An answer means what it says; that a question asks for the other one is told beside it.
        let meaning =
            turned.iter().find(|turned| turned.claim == at).map(|turned| turned.from).or(claim.meaning);
        if let (Some(response), Some(meaning)) = (&claim.response, meaning) {
            known.entry(response.raw.trim().to_owned()).or_insert((0, meaning)).0 += 1;
        }
    }
    let mut known: Vec<AnswerView> = known
        .into_iter()
        .map(|(answer, (count, m))| AnswerView {
            listed: listed(&answer),
            answer,
            count,
            meaning: Some(m.word().to_owned()),
            hints: Vec::new(),
        })
        .collect();
    known.sort_by_key(|a| std::cmp::Reverse(a.count));
    answers.extend(known);
    let offered = list.into_iter().flat_map(|list| &list.answers).filter(|possible| possible.count == 0);
    for possible in offered {
        if answers.iter().all(|known| known.answer.trim() != possible.answer.trim()) {
            answers.push(AnswerView {
                answer: possible.answer.clone(),
                count: 0,
                meaning: possible.meaning.map(|meaning| meaning.word().to_owned()),
                hints: possible.hints.clone(),
                listed: true,
            });
        }
    }
    answers
}

fn ledger_row(row: &RowEntry, by_row: &BTreeMap<u32, OfRow<'_>>) -> LedgerRowView {
    let word = |value: Option<serde_json::Value>| value.and_then(|v| v.as_str().map(str::to_owned));
    let said = by_row.get(&row.first);
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
        answer: said.and_then(|said| said.answer.clone()),
        meaning: said.and_then(|said| said.meaning.map(|m| m.word().to_owned())),
        comments: said
            .map(|said| said.comments)
            .unwrap_or_default()
            .iter()
            .map(|comment| CommentView {
                cell: format!("{}{}", comment.letters, comment.row),
                author: comment.author.clone(),
                text: comment.text.clone(),
            })
            .collect(),
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
        let with = Taking { again: asked.again, embedded: &asked.embedded, program: &desk.program };
        let done =
            import::commit(&mut open.session, &proposal, &with, &mut |done, total| job.going(done, total));
        // It may be recorded again: where nothing was, and after an undo.
        open.proposal = Some((asked.proposal.clone(), proposal));
        let done = done?;
        let changed = open.imported(&done.recording)?;
        Ok(ImportDone {
            claims: small(done.claims as u64),
            repeated: small(done.repeated as u64),
            embedded: small(done.embedded as u64),
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

pub(super) fn mappings(desk: &Desk, _: Nothing) -> Result<Mappings, Problem> {
    let (mappings, problems) = OwnMappings::of(&desk.home).list();
    Ok(Mappings {
        mappings: mappings.iter().map(mapping_view).collect(),
        problems: problems.into_iter().map(Into::into).collect(),
    })
}

fn mapping_view(mapping: &SavedMapping) -> MappingView {
    MappingView {
        name: mapping.name().to_owned(),
        columns: mapping
            .columns()
            .iter()
            .map(|(column, role)| MappedColumn {
                heading: column.heading.clone(),
                role: role.word().to_owned(),
            })
            .collect(),
        answers: small(mapping.values().len() as u64),
    }
}

pub(super) fn mapping_keep(desk: &Desk, asked: MappingKeep) -> Result<Nothing, Problem> {
    desk.looking(|open| {
        let proposal = open.proposal.as_ref().filter(|(id, _)| *id == asked.proposal);
        let (_, proposal) = proposal.ok_or_else(|| Problem::new("desk-no-proposal"))?;
        OwnMappings::of(&desk.home).keep(&proposal.saved(&asked.name)?)?;
        Ok(Nothing {})
    })
}

pub(super) fn mapping_forget(desk: &Desk, asked: MappingName) -> Result<Nothing, Problem> {
    OwnMappings::of(&desk.home).forget(&asked.name).map(|()| Nothing {})
}

pub(super) fn mapping_save(desk: &Desk, asked: MappingSave) -> Result<Nothing, Problem> {
    let path = desk.files.path(&asked.file)?;
    let mapping = OwnMappings::of(&desk.home).find(&asked.name)?;
    files::write_whole(&path, mapping.to_json().as_bytes()).map(|()| Nothing {})
}

pub(super) fn mapping_take(desk: &Desk, asked: ChosenFile) -> Result<MappingView, Problem> {
    let path = desk.files.path(&asked.file)?;
    OwnMappings::of(&desk.home).take(&path).map(|mapping| mapping_view(&mapping))
}

pub(super) fn form(desk: &Desk, asked: FormAsk) -> Result<FormWritten, Problem> {
    let path = desk.files.path(&asked.file)?;
    let words = Words::load(&asked.language);
    desk.looking(|open| {
        let written = form::write(&open.session, &words, asked.by_component, &path)?;
        Ok(FormWritten { lines: small(written.lines as u64), answered: small(written.answered as u64) })
    })
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
