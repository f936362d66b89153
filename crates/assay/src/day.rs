//! During the evaluation: claims in, verdicts, activities, evidence, findings.

use std::path::Path;

use evaluation::{
    decide::{NewFinding, Request},
    event::{Answer as ClientAnswer, EscalationCause, EvidenceAdd, FindingEscalate as Escalation, RowKey},
};
use serde_json::json;
use trail::Digest;
use workbench::{
    Problem, Recording, Session, files, import, media,
    worksheet::{self, Entry, FindingEntry},
};

use crate::{
    Desk,
    args::{Activity, EvidenceJob, FindingJob, Record},
    args::{EvidenceAdd as AddArgs, EvidenceLoad, EvidenceSave, EvidenceWithhold, FindingMove, FindingRaise},
    args::{FindingAnswer, FindingEscalate, FindingOverdue},
    intake,
    screen::{Answer, bar, short, table},
};

fn saved(desk: &Desk<'_>, what: &str, recording: &Recording) -> Vec<String> {
    let entry = recording.entry.to_string();
    let mut lines = vec![desk.text("cli-said-saved", &[("what", what), ("entry", &entry)])];
    for finding in &recording.findings {
        lines.push(desk.text("cli-said-finding", &[("finding", finding)]));
    }
    lines
}

pub(crate) fn record(desk: &Desk<'_>, args: &Record) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    if let Some(file) = &args.from {
        return record_file(desk, session, file);
    }
    let row = args.row.clone().unwrap_or_default();
    let entry = Entry {
        row: Some(row.clone()),
        verdict: args.verdict.clone(),
        rationale: args.rationale.clone(),
        evidence: args.evidence.clone(),
        no_evidence: args.no_evidence.clone(),
        by: args.by.clone(),
        countermeasure: args.countermeasure.clone(),
        documented_in: args.documented_in.clone(),
        not_applicable: args.not_applicable.clone(),
        applicable: args.applicable.clone(),
        confirm: args.confirm,
        declared_ml: args.declared_ml,
        ml: args.ml,
        lowered_claim: args.lowered_claim.clone(),
        sub_points: args.sub_points.clone(),
        finding: new_finding(&args.finding, &args.finding_reason, &args.statement),
        ..Entry::default()
    };
    let recording = worksheet::record(&mut session, &entry)?;
    session.close()?;
    Ok(Answer::new(&recording, saved(desk, &row, &recording)))
}

/// The finding that the command line raises together with a verdict.
fn new_finding(
    grade: &Option<String>,
    reason: &Option<String>,
    statement: &Option<String>,
) -> Option<FindingEntry> {
    Some(FindingEntry::New {
        grade: grade.clone()?,
        reason: reason.clone().unwrap_or_default(),
        statement: statement.clone().unwrap_or_default(),
        evidence: Vec::new(),
        repeats: None,
    })
}

fn record_file(desk: &Desk<'_>, mut session: Session, file: &Path) -> Result<Answer, Problem> {
    let bytes = desk.read(file)?;
    let bar = bar(desk.text("cli-bar-recording", &[]));
    let applied = worksheet::apply(&mut session, &bytes, &mut |done, total| {
        bar.set_length(total);
        bar.set_position(done);
        true
    })?;
    bar.finish_and_clear();
    session.close()?;
    let (recorded, refused) = (applied.recorded.len().to_string(), applied.refused.len().to_string());
    let entry = applied.recorded.last().map(|r| r.entry.to_string()).unwrap_or_default();
    let mut lines =
        vec![desk.text(
            "cli-said-worksheet",
            &[("recorded", &recorded), ("refused", &refused), ("entry", &entry)],
        )];
    for (number, subject, problem) in &applied.refused {
        let args =
            [("number", number.to_string()), ("subject", subject.clone()), ("why", problem.text(desk.words))];
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(desk.text("cli-said-refused", &args));
        lines.push(format!("    {}", problem.way_forward(desk.words)));
    }
    let failed = !applied.refused.is_empty();
    Ok(Answer { failed, ..Answer::new(&applied, lines) })
}

pub(crate) fn activity(desk: &Desk<'_>, args: &Activity) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let entry = Entry {
        finding: new_finding(&args.finding, &args.finding_reason, &args.statement),
        activity: Some(args.id.clone()),
        verdict: Some(args.verdict.clone()),
        rationale: Some(args.rationale.clone()),
        evidence: args.evidence.clone(),
        no_evidence: args.no_evidence.clone(),
        ..Entry::default()
    };
    let recording = worksheet::record(&mut session, &entry)?;
    session.close()?;
    Ok(Answer::new(&recording, saved(desk, &args.id, &recording)))
}

pub(crate) fn evidence(desk: &Desk<'_>, job: &EvidenceJob) -> Result<Answer, Problem> {
    match job {
        EvidenceJob::Add(args) => {
            let mut session = desk.open()?;
            let answer = add(desk, &mut session, args)?;
            session.close()?;
            Ok(answer)
        }
        EvidenceJob::Load(args) => load(desk, args),
        EvidenceJob::List => list_evidence(desk),
        EvidenceJob::Save(args) => save(desk, args),
        EvidenceJob::Withhold(args) => withhold(desk, args),
        EvidenceJob::Documents => intake::documents(desk),
        EvidenceJob::LinkDocument(args) => intake::link(desk, args),
        EvidenceJob::Requests(args) => intake::requests(desk, args),
    }
}

fn add(desk: &Desk<'_>, session: &mut Session, args: &AddArgs) -> Result<Answer, Problem> {
    let name = import::name_of(&args.file);
    let mut file = files::open_chosen(&args.file)?;
    let media_type =
        media::sniff(&mut file, &name).map_err(|e| Problem::file("file-not-read", &args.file, &e))?;
    let card = EvidenceAdd {
        sha256: String::new(),
        size: 0,
        title: args.title.clone().unwrap_or_else(|| name.clone()),
        name: name.clone(),
        media_type: media_type.to_owned(),
        class: args.class.clone(),
        revision: args.revision.clone(),
        producer: args.producer.clone(),
        date: args.date.clone(),
        project: args.project.clone(),
        version: args.version.clone(),
        confidentiality: args.confidentiality.clone(),
        supersedes: Vec::new(),
    };
    let bar = bar(name.clone());
    let (stored, recording) = session.ingest(
        &mut file,
        card,
        &mut |going| {
            bar.set_length(going.total);
            bar.set_position(going.done);
            true
        },
        &mut |_| Ok(Vec::new()),
    )?;
    bar.finish_and_clear();
    let (sha256, size, entry) =
        (stored.sha256.to_string(), stored.size.to_string(), recording.entry.to_string());
    let args = [("name", name.as_str()), ("sha256", &sha256), ("size", &size), ("entry", &entry)];
    let id = if stored.already { "cli-said-evidence-known" } else { "cli-said-evidence" };
    let data = json!({ "name": name, "sha256": sha256, "size": stored.size, "already": stored.already, "recorded": recording });
    Ok(Answer::new(data, vec![desk.text(id, &args)]))
}

/// One entry of an evidence list.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Listed {
    file: String,
    class: String,
    title: Option<String>,
    revision: Option<String>,
    producer: Option<String>,
    date: Option<String>,
    project: Option<String>,
    version: Option<String>,
    confidentiality: Option<String>,
}

fn load(desk: &Desk<'_>, args: &EvidenceLoad) -> Result<Answer, Problem> {
    let bytes = desk.read(&args.list)?;
    let listed: Vec<Listed> = serde_json::from_slice(&bytes).map_err(|e| {
        Problem::new("evidence-list-unreadable").with("path", args.list.display()).with("why", e)
    })?;
    let mut session = desk.open()?;
    let (mut lines, mut data, mut problems) = (Vec::new(), Vec::new(), Vec::new());
    for item in listed {
        // The list may be the vendor's: it names files of this folder and no others.
        if Path::new(&item.file).file_name() != Some(item.file.as_ref()) || item.file.contains('\\') {
            problems.push(Problem::new("evidence-list-path").with("file", &item.file));
            continue;
        }
        let add_args = AddArgs {
            file: args.folder.join(&item.file),
            class: item.class,
            title: item.title,
            revision: item.revision,
            producer: item.producer.unwrap_or_else(|| "supplier".to_owned()),
            date: item.date,
            project: item.project,
            version: item.version,
            confidentiality: item.confidentiality.unwrap_or_else(|| "confidential".to_owned()),
        };
        match add(desk, &mut session, &add_args) {
            Ok(answer) => {
                lines.extend(answer.lines);
                data.push(answer.data);
            }
            Err(problem) => problems.push(problem),
        }
    }
    session.close()?;
    match Problem::all(problems) {
        Some(problem) => Err(problem),
        None => Ok(Answer::new(data, lines)),
    }
}

fn list_evidence(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for item in session.state().evidence() {
        let e = item.value;
        rows.push(vec![
            e.sha256.chars().take(12).collect(),
            e.class.clone(),
            e.size.to_string(),
            short(&e.name, 40),
            short(&e.title, 60),
        ]);
        data.push(e);
    }
    if rows.is_empty() {
        return Ok(Answer::new(data, vec![desk.text("cli-said-no-evidence", &[])]));
    }
    Ok(Answer::new(data, table(&rows)))
}

pub(crate) fn one_of(session: &Session, name: &str) -> Result<Digest, Problem> {
    let meant = worksheet::evidence_of(session.state(), &[name.to_owned()], "evidence")?;
    let digest = meant.first().and_then(|sha| Digest::from_hex(sha));
    digest.ok_or_else(|| {
        Problem::new("refusal-unknown-evidence").with("place", "evidence").with("evidence", name)
    })
}

/// Writes evidence out beside its target first, so that a damaged item never looks like a whole file; nothing is
/// overwritten and no link is followed.
fn save(desk: &Desk<'_>, args: &EvidenceSave) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let digest = one_of(&session, &args.evidence)?;
    let mut written = 0;
    files::write_new(&args.to, &mut |file| {
        written = session.dossier().evidence_bytes(&digest, file)?;
        Ok(())
    })?;
    let path = args.to.display().to_string();
    let size = written.to_string();
    let lines = vec![desk.text(
        "cli-said-evidence-saved",
        &[("path", &path), ("size", &size), ("sha256", &digest.to_string())],
    )];
    Ok(Answer::new(json!({ "path": path, "size": written, "sha256": digest.to_string() }), lines))
}

fn withhold(desk: &Desk<'_>, args: &EvidenceWithhold) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let digest = one_of(&session, &args.evidence)?;
    let recording = session.withhold(&digest, &args.reason)?;
    session.close()?;
    let entry = recording.entry.to_string();
    let lines = vec![desk.text("cli-said-withheld", &[("name", &args.evidence), ("entry", &entry)])];
    Ok(Answer::new(recording, lines))
}

pub(crate) fn finding(desk: &Desk<'_>, job: &FindingJob) -> Result<Answer, Problem> {
    match job {
        FindingJob::List => list_findings(desk),
        FindingJob::Raise(args) => raise(desk, args),
        FindingJob::Move(args) => move_finding(desk, args),
        FindingJob::Answer(args) => answer(desk, args),
        FindingJob::Escalate(args) => escalate(desk, args),
        FindingJob::Overdue(args) => overdue(desk, args),
    }
}

fn list_findings(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for finding in session.state().findings() {
        let raised = finding.raised.value;
        let about = raised
            .row
            .as_ref()
            .map(ToString::to_string)
            .or_else(|| raised.activity.clone())
            .unwrap_or_default();
        let due = finding.moved.as_ref().and_then(|m| m.value.due.clone()).unwrap_or_default();
        rows.push(vec![
            raised.finding.clone(),
            intake::code(&finding.grade),
            finding.state.code().to_owned(),
            about,
            due.clone(),
            short(&raised.statement, 90),
        ]);
        data.push(json!({
            "finding": raised, "grade": finding.grade, "state": finding.state.code(), "due": due,
            "escalated": finding.escalated.map(|e| e.value), "plan_accepted": finding.plan_accepted,
        }));
    }
    if rows.is_empty() {
        return Ok(Answer::new(data, vec![desk.text("cli-said-no-findings", &[])]));
    }
    Ok(Answer::new(data, table(&rows)))
}

fn raise(desk: &Desk<'_>, args: &FindingRaise) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let place = args.row.clone().or_else(|| args.activity.clone()).unwrap_or_default();
    let grade = worksheet::grade(&args.grade).ok_or_else(|| {
        Problem::new("worksheet-unknown-grade").with("place", &place).with("word", &args.grade)
    })?;
    let recording = session.perform(Request::RaiseFinding(NewFinding {
        row: args.row.as_deref().map(RowKey::read),
        activity: args.activity.clone(),
        grade,
        grade_reason: args.reason.clone(),
        statement: args.statement.clone(),
        evidence: worksheet::evidence_of(session.state(), &args.evidence, &place)?,
        repeats: args.repeats.clone(),
    }))?;
    session.close()?;
    Ok(Answer::new(&recording, saved(desk, &place, &recording)))
}

/// A plan with all its parts, as the client states it.
fn answer(desk: &Desk<'_>, args: &FindingAnswer) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let said = |text: &String| Some(text.clone());
    let entry = Entry {
        moves: Some(args.finding.clone()),
        state: Some("plan_proposed".to_owned()),
        note: Some(args.note.clone()),
        due: Some(args.due.clone()),
        evidence: args.evidence.clone(),
        answer: Some(ClientAnswer {
            containment: said(&args.containment),
            extent: said(&args.extent),
            root_cause: said(&args.root_cause),
            action: said(&args.action),
            owner: said(&args.owner),
        }),
        ..Entry::default()
    };
    let recording = worksheet::record(&mut session, &entry)?;
    session.close()?;
    Ok(Answer::new(&recording, saved(desk, &args.finding, &recording)))
}

fn escalate(desk: &Desk<'_>, args: &FindingEscalate) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let cause = EscalationCause::from_code(&args.cause)
        .ok_or_else(|| Problem::new("finding-unknown-cause").with("word", &args.cause))?;
    let recording = session.perform(Request::EscalateFinding(Escalation {
        finding: args.finding.clone(),
        cause,
        reason: args.reason.clone(),
        evidence: worksheet::evidence_of(session.state(), &args.evidence, &args.finding)?,
        supersedes: Vec::new(),
    }))?;
    session.close()?;
    Ok(Answer::new(&recording, saved(desk, &args.finding, &recording)))
}

fn overdue(desk: &Desk<'_>, args: &FindingOverdue) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let on = args.on.clone().unwrap_or_else(workbench::clock::today);
    let overdue = session.state().overdue(&on);
    let limit = |due: &evaluation::state::Due| desk.text(&format!("limit-{}", due.limit), &[]);
    let rows: Vec<Vec<String>> =
        overdue.iter().map(|due| vec![due.finding.clone(), due.until.clone(), limit(due)]).collect();
    let lines = if rows.is_empty() { vec![desk.text("cli-said-not-overdue", &[])] } else { table(&rows) };
    Ok(Answer::new(overdue, lines))
}

fn move_finding(desk: &Desk<'_>, args: &FindingMove) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let entry = Entry {
        moves: Some(args.finding.clone()),
        state: Some(args.state.clone()),
        note: Some(args.note.clone()),
        due: args.due.clone(),
        evidence: args.evidence.clone(),
        method: args.method.clone(),
        ..Entry::default()
    };
    let recording = worksheet::record(&mut session, &entry)?;
    session.close()?;
    Ok(Answer::new(&recording, saved(desk, &args.finding, &recording)))
}
