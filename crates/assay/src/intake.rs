//! What comes in from the vendor and what goes out to him: forms, imports, kept mappings, documents.

use std::path::Path;

use evaluation::event::ClaimSet;
use evidence::{answers::Role as ColumnRole, difference::Change, ledger::RowKind};
use serde_json::{Value, json};
use words::Words;
use workbench::{
    Problem,
    documents::{self, row_of, state_code},
    files,
    import::{self, Kept, Order, Proposal, Since, Taking},
    mappings::{self, OwnMappings},
    worksheet::evidence_of,
};

use crate::{
    Desk,
    args::{DocumentLink, Form, Import, MappingJob, Requests},
    screen::{Answer, bar, short, table},
};

pub(crate) fn import(desk: &Desk<'_>, args: &Import) -> Result<Answer, Problem> {
    let order = Order {
        file: args.file.clone(),
        sheet: args.sheet.clone(),
        header_row: args.header_row,
        columns: args.columns.clone(),
        values: args.values.clone(),
        role: args.role.clone(),
        reversed: args.reversed.iter().map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()).collect(),
        hidden_rows: args.hidden_rows,
        mapping: kept(desk, args)?,
        again: args.again,
        program: desk.program()?,
        ..Order::default()
    };
    let mut session = if args.preview { desk.look()? } else { desk.open()? };
    let reading = bar(desk.text("cli-bar-reading", &[]));
    let proposal = import::propose(&session, &order, &mut |_| {
        reading.tick();
        true
    })?;
    reading.finish_and_clear();
    let mut lines = proposal_lines(desk, &proposal);
    let mut data = proposal_data(&proposal);
    if let Some(name) = &args.save_profile {
        let mapping = proposal.saved(name)?;
        OwnMappings::of(&desk.home()?).keep(&mapping)?;
        lines.push(desk.text("cli-said-mapping-kept", &[("name", mapping.name())]));
    }
    if args.preview {
        lines.push(desk.text("cli-said-preview", &[]));
        return Ok(Answer::new(data, lines));
    }
    let storing = bar(desk.text("cli-bar-storing", &[]));
    let embedded = embedded(&proposal, &args.embedded)?;
    let with = Taking { again: args.again, embedded: &embedded, program: &order.program };
    let done = import::commit(&mut session, &proposal, &with, &mut |done, total| {
        storing.set_length(total);
        storing.set_position(done);
        true
    })?;
    storing.finish_and_clear();
    session.close()?;
    let (claims, entry) = (done.claims.to_string(), done.recording.entry.to_string());
    lines.push(desk.text("cli-said-imported", &[("claims", &claims), ("entry", &entry)]));
    if done.repeated > 0 {
        lines.push(desk.text("cli-said-repeated", &[("rows", &done.repeated.to_string())]));
    }
    if let Some(data) = data.as_object_mut() {
        data.insert("recorded".to_owned(), serde_json::to_value(&done).unwrap_or_default());
    }
    Ok(Answer::new(data, lines))
}

pub(crate) fn form(desk: &Desk<'_>, args: &Form) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let written =
        workbench::form::write(&session, &Words::load(&args.language), args.by_component, &args.to)?;
    let (path, lines) = (args.to.display().to_string(), written.lines.to_string());
    let line = desk.text(
        "cli-said-form",
        &[("path", &path), ("lines", &lines), ("answered", &written.answered.to_string())],
    );
    Ok(Answer::new(written, vec![line]))
}

pub(crate) fn code<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

fn proposal_lines(desk: &Desk<'_>, proposal: &Proposal) -> Vec<String> {
    let sheet = &proposal.mapping.sheet;
    let header = proposal.mapping.header_row.map(|r| r.to_string()).unwrap_or_default();
    let mut lines = vec![desk.text("cli-said-sheet", &[("sheet", sheet), ("header", &header)])];
    let columns: Vec<Vec<String>> = proposal
        .table
        .columns
        .iter()
        .map(|c| {
            let role = proposal.mapping.columns.get(&c.column).copied().unwrap_or(ColumnRole::Ignore);
            let samples: Vec<String> = c.samples.iter().take(3).map(|s| short(s, 24)).collect();
            vec![format!("  {}", c.letters), short(&c.heading, 32), code(&role), samples.join(" | ")]
        })
        .collect();
    lines.extend(table(&columns));
    if let Some(applied) = &proposal.applied {
        lines.push(desk.text("cli-said-mapping", &[("name", &applied.name)]));
        for (id, headings) in [
            ("cli-said-headings-new", &applied.new_headings),
            ("cli-said-headings-gone", &applied.gone_headings),
        ] {
            if !headings.is_empty() {
                lines.push(desk.text(id, &[("headings", &headings.join(", "))]));
            }
        }
    }
    let totals = proposal.totals();
    let value = serde_json::to_value(totals).unwrap_or_default();
    let counts: Vec<String> = value
        .as_object()
        .into_iter()
        .flatten()
        .filter(|(_, n)| n.as_u64() != Some(0))
        .map(|(name, n)| {
            desk.text(&format!("cli-total-{}", name.replace('_', "-")), &[("count", &n.to_string())])
        })
        .collect();
    let (sum, rows) = (totals.sum().to_string(), proposal.imported.ledger.row_count.to_string());
    lines.push(
        desk.text("cli-said-totals", &[("counts", &counts.join(", ")), ("sum", &sum), ("rows", &rows)]),
    );
    lines.extend(doubts(desk, proposal));
    lines
}

/// What a person should look at before relying on the import.
fn doubts(desk: &Desk<'_>, proposal: &Proposal) -> Vec<String> {
    let mut lines = Vec::new();
    let ledger = &proposal.imported.ledger;
    // Titles between the rows are counted in the totals; only what looks like a requirement is a doubt.
    let doubtful = |kind| matches!(kind, RowKind::UnknownId | RowKind::MatchedInPart);
    for row in ledger.rows.iter().filter(|r| doubtful(r.kind)) {
        let line = row.first.to_string();
        for unread in &row.unread {
            let raw = unread.id.raw.clone();
            let nearest = unread.nearest.join(", ");
            lines.push(
                desk.text("cli-doubt-unread", &[("line", &line), ("raw", &raw), ("nearest", &nearest)]),
            );
        }
    }
    for claim in proposal.imported.claims.iter().filter(|c| c.contradicted && c.duplicate_of.is_some()) {
        let (line, first) = (claim.row.to_string(), claim.duplicate_of.unwrap_or(0).to_string());
        let args = [("requirement", claim.requirement.as_str()), ("line", &line), ("first", &first)];
        lines.push(desk.text("cli-doubt-contradiction", &args));
    }
    for asked in &ledger.asked {
        let count = asked.count.to_string();
        let args = [("answer", asked.answer.as_str()), ("count", &count), ("hints", &asked.hints.join(", "))];
        let id = if asked.hints.is_empty() { "cli-doubt-answer" } else { "cli-doubt-answer-hint" };
        lines.push(desk.text(id, &args));
    }
    for remark in &ledger.remarks {
        let args = [
            ("detail", remark.detail.clone()),
            ("row", remark.row.map(|r| r.to_string()).unwrap_or_default()),
            ("column", remark.column.map(evidence::letters).unwrap_or_default()),
            ("count", remark.count.to_string()),
        ];
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(desk.text(remark.code.id(), &args));
    }
    for notice in &proposal.notices {
        let args = [("detail", notice.detail.clone()), ("place", notice.place.to_string())];
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(desk.text(notice.code.id(), &args));
    }
    for unplaced in &proposal.unplaced {
        let line = unplaced.line.to_string();
        let args = [
            ("line", line.as_str()),
            ("requirement", &unplaced.requirement),
            ("word", &unplaced.word),
            ("count", "1"),
        ];
        lines.push(desk.text(&format!("import-{}", unplaced.why), &args));
    }
    for turned in &proposal.imported.turned {
        let line = turned.row.to_string();
        let id = if turned.to.is_some() { "cli-doubt-turned" } else { "cli-doubt-wanted" };
        lines.push(desk.text(id, &[("line", &line), ("requirement", &turned.requirement)]));
    }
    for embedded in &proposal.embedded {
        let (size, sha256) = (embedded.size.to_string(), embedded.sha256.to_string());
        let args = [("name", embedded.name.as_str()), ("size", &size), ("sha256", &sha256)];
        lines.push(desk.text("cli-doubt-embedded", &args));
    }
    lines.extend(proposal.since.iter().flat_map(|since| differences(desk, since, proposal)));
    lines
}

/// What differs from an earlier file of the same kind.
fn differences(desk: &Desk<'_>, since: &Since, proposal: &Proposal) -> Vec<String> {
    let counts = since.difference.counts();
    let args = [
        ("files", since.files.join(", ")),
        ("added", counts.added.to_string()),
        ("removed", counts.removed.to_string()),
        ("answer", counts.answer.to_string()),
        ("evidence", counts.evidence.to_string()),
        ("text", counts.text.to_string()),
        ("unchanged", counts.unchanged.to_string()),
    ];
    let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
    let mut lines = vec![desk.text("cli-said-since", &args)];
    for change in since.difference.changes.iter().filter(|change| change.change != Change::Unchanged) {
        let answer = |claim: Option<&ClaimSet>| {
            claim
                .and_then(|c| c.response.as_ref())
                .map(|r| short(&r.text, 40))
                .unwrap_or_else(|| "–".to_owned())
        };
        let before = answer(change.before.and_then(|at| since.earlier.get(at)));
        let after = answer(change.after.and_then(|at| proposal.claims.get(at)));
        let row = row_of(&change.subject).to_string();
        let what = desk.text(change.change.id(), &[]);
        let args = [("row", row.as_str()), ("what", &what), ("before", &before), ("after", &after)];
        lines.push(desk.text("cli-said-change", &args));
    }
    lines
}

/// The kept mapping that is asked for: by name, as a file, or whichever fits best.
fn kept(desk: &Desk<'_>, args: &Import) -> Result<Kept, Problem> {
    if args.no_profile {
        return Ok(Kept::Nothing);
    }
    let own = OwnMappings::of(&desk.home()?);
    match &args.profile {
        None => Ok(Kept::Best(own.list().0)),
        Some(name) if Path::new(name).is_file() => Ok(Kept::This(Box::new(mappings::read(Path::new(name))?))),
        Some(name) => Ok(Kept::This(Box::new(own.find(name)?))),
    }
}

/// SHA-256 of the files inside the workbook that are asked for.
fn embedded(proposal: &Proposal, asked: &[String]) -> Result<Vec<String>, Problem> {
    let all: Vec<String> = proposal.embedded.iter().map(|embedded| embedded.sha256.to_string()).collect();
    if asked.iter().any(|word| word == "all") {
        return Ok(all);
    }
    let one = |word: &String| {
        let found = all.iter().find(|sha256| word.len() >= 6 && sha256.starts_with(word.as_str()));
        found.cloned().ok_or_else(|| Problem::new("import-no-such-embedded").with("sha256", word))
    };
    asked.iter().map(one).collect()
}

fn proposal_data(proposal: &Proposal) -> Value {
    json!({
        "sheet": proposal.mapping.sheet,
        "header_row": proposal.mapping.header_row,
        "mapping": proposal.mapping,
        "sheets": proposal.sheets,
        "totals": proposal.totals(),
        "rows": proposal.imported.ledger.row_count,
        "claims": proposal.claims.len(),
        "unplaced": proposal.unplaced,
        "mapping_profile": proposal.applied,
        "turned": proposal.imported.turned,
        "answer_list": proposal.imported.answer_list,
        "since": proposal.since.as_ref().map(|since| json!({
            "files": since.files, "counts": since.difference.counts(), "changes": since.difference.changes,
            "removed": since.removed,
        })),
        "embedded": proposal.embedded.iter().map(|embedded| json!({
            "name": embedded.name, "size": embedded.size, "sha256": embedded.sha256.to_string(),
            "sheets": embedded.sheets,
        })).collect::<Vec<_>>(),
        "ledger": proposal.imported.ledger,
        "notices": proposal.notices,
    })
}

pub(crate) fn mapping(desk: &Desk<'_>, job: &MappingJob) -> Result<Answer, Problem> {
    let own = OwnMappings::of(&desk.home()?);
    match job {
        MappingJob::List => {
            let (kept, problems) = own.list();
            let mut lines: Vec<String> = kept.iter().map(|m| format!("  {}", m.name())).collect();
            if kept.is_empty() {
                lines.push(desk.text("cli-said-no-mappings", &[]));
            }
            lines.extend(problems.iter().map(|problem| problem.text(desk.words)));
            let names: Vec<&str> = kept.iter().map(|mapping| mapping.name()).collect();
            Ok(Answer::new(json!({ "mappings": names, "problems": problems }), lines))
        }
        MappingJob::Take(args) => {
            let mapping = own.take(&args.file)?;
            let line = desk.text("cli-said-mapping-kept", &[("name", mapping.name())]);
            Ok(Answer::new(json!({ "kept": mapping.name() }), vec![line]))
        }
        MappingJob::Save(args) => {
            let mapping = own.find(&args.name)?;
            files::write_whole(&args.to, mapping.to_json().as_bytes())?;
            let path = args.to.display().to_string();
            let line = desk.text("cli-said-written", &[("path", &path)]);
            Ok(Answer::new(json!({ "written": path }), vec![line]))
        }
        MappingJob::Forget(args) => {
            own.forget(&args.name)?;
            let line = desk.text("cli-said-mapping-forgotten", &[("name", &args.name)]);
            Ok(Answer::new(json!({ "forgotten": args.name }), vec![line]))
        }
    }
}

/// Every document that the claims refer to, and whether it is there.
pub(crate) fn documents(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let referenced = documents::referenced(&session);
    let (mut lines, mut data) = (Vec::new(), Vec::new());
    for (at, document) in referenced.documents.documents.iter().enumerate() {
        let rows: Vec<String> = documents::rows_of(document).iter().map(ToString::to_string).collect();
        let state = referenced.request(at).map_or("arrived", |request| state_code(&request.state));
        let files: Vec<Value> = referenced
            .matches
            .iter()
            .filter(|found| found.document == at)
            .filter_map(|found| {
                let item = referenced.registered.get(found.file)?;
                Some(json!({ "name": item.name, "sha256": item.sha256, "score": found.score }))
            })
            .collect();
        lines.push(vec![
            format!("  {}", short(&document.name, 60)),
            desk.text(&format!("cli-document-{}", state.replace('_', "-")), &[]),
            short(&rows.join(", "), 60),
        ]);
        data.push(json!({
            "name": document.name, "revisions": document.revisions, "rows": rows, "state": state, "files": files,
        }));
    }
    let mut lines = table(&lines);
    if data.is_empty() {
        lines.push(desk.text("cli-said-no-documents", &[]));
    }
    let others: Vec<Value> = referenced
        .documents
        .others
        .iter()
        .map(|other| json!({ "row": row_of(&other.row).to_string(), "text": other.text, "kind": other.kind }))
        .collect();
    if !others.is_empty() {
        lines.push(desk.text("cli-said-other-references", &[("count", &others.len().to_string())]));
    }
    Ok(Answer::new(json!({ "documents": data, "others": others }), lines))
}

/// The list of documents to ask the vendor for.
pub(crate) fn requests(desk: &Desk<'_>, args: &Requests) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let count = documents::write_requests(&session, &Words::load(&args.language), &args.to)?;
    let (path, n) = (args.to.display().to_string(), count.to_string());
    let line = desk.text("cli-said-requests", &[("path", &path), ("count", &n)]);
    Ok(Answer::new(json!({ "written": path, "documents": count }), vec![line]))
}

/// Links evidence to every row that refers to a document.
pub(crate) fn link(desk: &Desk<'_>, args: &DocumentLink) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let found = evidence_of(session.state(), std::slice::from_ref(&args.evidence), &args.document)?;
    let sha256 = found.into_iter().next().unwrap_or_default();
    let (recording, rows) = documents::link(&mut session, &args.document, &sha256)?;
    session.close()?;
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    let (n, entry) = (rows.len().to_string(), recording.entry.to_string());
    let line = desk.text("cli-said-document-linked", &[("rows", &n), ("entry", &entry)]);
    Ok(Answer::new(json!({ "rows": rows, "recorded": recording }), vec![line]))
}
