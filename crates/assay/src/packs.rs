//! Checklists, profiles, editions and licensed texts from a terminal.

use checklist::{
    Checklist, diff::Diff, guidance::Guidance, profile::Profile, series::SeriesRegister, text::TextPack,
};
use evaluation::event::EditionDifference;
use serde_json::{Value, json};
use workbench::{
    Problem, basis,
    basis::{OwnTexts, problem_of, read_file},
    packs,
};

use crate::{
    Desk,
    args::{
        ChecklistCheck, ChecklistDiff, ChecklistJob, ChecklistShow, EditionJob, EditionMove, ProfileAdopt,
        ProfileFile, ProfileJob, TextsJob,
    },
    screen::{Answer, short, table},
};

pub(crate) fn checklist(desk: &Desk<'_>, job: &ChecklistJob) -> Result<Answer, Problem> {
    match job {
        ChecklistJob::List => list(desk),
        ChecklistJob::Show(show) => shown(desk, show),
        ChecklistJob::Check(check) => checked(desk, check),
        ChecklistJob::Diff(diff) => differences(desk, diff),
    }
}

fn list(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let heads = ["packs-name", "packs-id", "packs-document", "packs-rows", "packs-state"];
    let mut lines = vec![heads.map(|id| desk.text(id, &[])).to_vec()];
    let mut data = Vec::new();
    for pack in packs::PACKS {
        let checklist = packs::read(pack.bytes)?;
        let state = if checklist.unproven { desk.text("packs-unproven", &[]) } else { String::new() };
        lines.push(vec![
            pack.part.to_owned(),
            checklist.id.clone(),
            format!("{}:{}", checklist.document, checklist.edition),
            checklist.requirements.len().to_string(),
            state,
        ]);
        data.push(json!({
            "part": pack.part, "id": checklist.id, "document": checklist.document, "edition": checklist.edition,
            "rows": checklist.requirements.len(), "sha256": checklist.digest.to_string(), "unproven": checklist.unproven,
        }));
    }
    Ok(Answer::new(data, table(&lines)))
}

/// A shipped checklist by name, or a file.
fn named(name: &str) -> Result<Checklist, Problem> {
    match packs::find(name) {
        Ok(pack) => packs::read(pack.bytes),
        Err(unknown) => {
            let path = std::path::Path::new(name);
            if !path.exists() {
                return Err(unknown);
            }
            Checklist::parse(&read_file(path)?).map_err(|problems| problem_of(&problems))
        }
    }
}

fn shown(desk: &Desk<'_>, show: &ChecklistShow) -> Result<Answer, Problem> {
    let checklist = named(&show.checklist)?;
    let Some(id) = &show.row else {
        let line = |r: &checklist::Requirement| {
            let level = r.selected_from.map(|l| format!("SL {l}")).unwrap_or_default();
            vec![r.id.clone(), level, short(&r.label, 80)]
        };
        let lines: Vec<Vec<String>> = checklist.requirements.iter().map(line).collect();
        return Ok(Answer::new(&checklist, table(&lines)));
    };
    let row = checklist.requirement(id).ok_or_else(|| {
        Problem::new("refusal-unknown-requirement").with("place", id).with("checklist", &checklist.id)
    })?;
    let mut lines = vec![format!("{}  {}", row.id, row.label)];
    let guidance = packs::guidance(&checklist, id);
    if let Some((said, sure)) = guidance {
        lines.extend(reading(desk, &checklist, said, sure));
    }
    lines.extend(row.notes.iter().map(|note| format!("- {note}")));
    lines.push(desk.text("packs-own-words", &[]));
    Ok(Answer::new(json!({ "requirement": row, "guidance": guidance.map(|(said, _)| said) }), lines))
}

/// The guidance of a row, part by part.
fn reading(
    desk: &Desk<'_>,
    checklist: &Checklist,
    said: &checklist::guidance::RowGuidance,
    sure: checklist::Confidence,
) -> Vec<String> {
    let head = |id: &str| desk.text(id, &[]);
    let mut lines = vec![said.objective.clone()];
    if sure == checklist::Confidence::Low {
        lines.push(head("packs-unsure"));
    }
    if let Some(question) = &said.applies_if {
        lines.extend([head("packs-applies-if"), format!("  {question}")]);
    }
    lines.push(head("packs-checks"));
    lines.extend(said.checks.iter().map(|check| format!("  - {check}")));
    lines.push(head("packs-evidence"));
    lines.extend(said.evidence.iter().map(|one| format!("  - {}: {}", one.class, one.examples.join("; "))));
    lines.push(head("packs-not-enough"));
    lines.extend(said.not_enough.iter().map(|one| format!("  - {one}")));
    lines.push(head("packs-levels"));
    let scale = if checklist.object.has_security_levels() { "SL" } else { "ML" };
    lines.extend(said.levels.iter().map(|one| format!("  {scale} {}: {}", one.level, one.expects)));
    if !said.couplings.is_empty() {
        lines.push(head("packs-couplings"));
        lines.extend(said.couplings.iter().map(|one| format!("  {}: {}", one.row, one.because)));
    }
    for test in &said.test_cases {
        lines.extend([head("packs-test"), format!("  {}", test.expectation)]);
        lines.extend(test.preparation.iter().map(|one| format!("  . {one}")));
        lines.extend(test.steps.iter().zip(1..).map(|(step, n)| format!("  {n}. {step}")));
        lines.push(format!("  = {}", test.result));
    }
    if let Some(why) = &said.untestable {
        lines.extend([head("packs-untestable"), format!("  {why}")]);
    }
    lines
}

/// What a file is, from its own word, and what is wrong with it.
fn checked(desk: &Desk<'_>, check: &ChecklistCheck) -> Result<Answer, Problem> {
    let bytes = read_file(&check.file)?;
    let value: Value = serde_json::from_slice(&bytes).unwrap_or_default();
    let text = |key: &str| value.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let schema = text("schema");
    // Guidance, profiles and text packs are read against the checklist that they name, or the one given.
    let of = || {
        let own = check.checklist.clone().unwrap_or_else(|| {
            let base = value.get("base").and_then(|b| b.get(0)).and_then(|b| b.get("checklist_id"));
            base.and_then(Value::as_str).map_or_else(|| text("checklist"), str::to_owned)
        });
        named(&own)
    };
    let (kind, problems, notes) = match schema.as_str() {
        checklist::guidance::SCHEMA => ("guidance", Guidance::parse(&bytes, &of()?).err(), Vec::new()),
        checklist::profile::SCHEMA => match Profile::parse(&bytes, &of()?) {
            Ok(profile) => ("profile", None, profile.flaws()),
            Err(problems) => ("profile", Some(problems), Vec::new()),
        },
        checklist::text::SCHEMA => ("text-pack", TextPack::parse(&bytes, &of()?).err(), Vec::new()),
        checklist::series::SCHEMA => ("series", SeriesRegister::parse(&bytes).err(), Vec::new()),
        _ => ("checklist", Checklist::parse(&bytes).err(), Vec::new()),
    };
    let kind_text = desk.text(&format!("packs-kind-{kind}"), &[]);
    let file = check.file.display().to_string();
    let Some(problems) = problems else {
        let mut lines = vec![desk.text("packs-check-good", &[("file", &file), ("kind", &kind_text)])];
        let mut told = Vec::new();
        for note in &notes {
            let args = note.arguments();
            let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
            let text = desk.text(note.code(), &args);
            lines.push(format!("{text}\n    {}", desk.text(&format!("{}-do", note.code()), &args)));
            told.push(json!({ "code": note.code(), "text": text }));
        }
        return Ok(Answer::new(json!({ "file": file, "kind": kind, "problems": [], "notes": told }), lines));
    };
    let count = problems.len().to_string();
    let head = [("file", file.as_str()), ("kind", &kind_text), ("count", &count)];
    let mut lines = vec![desk.text("packs-check-bad", &head)];
    let mut told = Vec::new();
    for problem in &problems {
        let made = problem_of(std::slice::from_ref(problem));
        lines.push(format!("{}\n    {}", made.text(desk.words), made.way_forward(desk.words)));
        told.push(json!({
            "path": problem.path, "id": problem.id, "code": problem.why.code(), "text": made.text(desk.words),
            "do": made.way_forward(desk.words),
        }));
    }
    let mut answer = Answer::new(json!({ "file": file, "kind": kind, "problems": told }), lines);
    answer.failed = true;
    Ok(answer)
}

fn differences(desk: &Desk<'_>, asked: &ChecklistDiff) -> Result<Answer, Problem> {
    let (a, b) = (named(&asked.a)?, named(&asked.b)?);
    let diff = Diff::between(&a, &b);
    let mut lines = Vec::new();
    if !diff.head.is_empty() {
        lines.push(desk.text("packs-diff-head", &[("fields", &diff.head.join(", "))]));
    }
    let label = |id: &str| {
        b.requirement(id).or_else(|| a.requirement(id)).map(|r| r.label.clone()).unwrap_or_default()
    };
    let mut rows = Vec::new();
    rows.extend(diff.removed.iter().map(|id| vec!["-".to_owned(), id.clone(), label(id)]));
    rows.extend(diff.added.iter().map(|id| vec!["+".to_owned(), id.clone(), label(id)]));
    rows.extend(diff.changed.iter().map(|c| vec!["~".to_owned(), c.id.clone(), c.fields.join(", ")]));
    lines.extend(table(&rows));
    let count = |n: usize| n.to_string();
    let (added, removed) = (count(diff.added.len()), count(diff.removed.len()));
    let (changed, same) = (count(diff.changed.len()), count(diff.unchanged.len()));
    let args = [("added", added.as_str()), ("removed", &removed), ("changed", &changed), ("same", &same)];
    lines.push(desk.text("packs-diff-sum", &args));
    let changed: Vec<Value> =
        diff.changed.iter().map(|c| json!({ "id": c.id, "fields": c.fields })).collect();
    let data = json!({
        "head": diff.head, "added": diff.added, "removed": diff.removed, "changed": changed,
        "unchanged": diff.unchanged,
    });
    Ok(Answer::new(data, lines))
}

pub(crate) fn profile(desk: &Desk<'_>, job: &ProfileJob) -> Result<Answer, Problem> {
    match job {
        ProfileJob::Look(ProfileFile { file }) => {
            let session = desk.look()?;
            let profile = session.read_profile(&read_file(file)?)?;
            Ok(told(desk, &profile))
        }
        ProfileJob::Show => match desk.look()?.profile()? {
            Some(profile) => Ok(told(desk, &profile)),
            None => Ok(Answer::new(Value::Null, vec![desk.text("packs-no-profile", &[])])),
        },
        ProfileJob::Adopt(ProfileAdopt { file, reason }) => {
            let mut session = desk.open()?;
            let recording = session.adopt_profile(&read_file(file)?, &name_of(file), reason.clone())?;
            let title = session.state().profile().map(|p| p.value.title).unwrap_or_default();
            session.close()?;
            let entry = recording.entry.to_string();
            let line = desk.text("packs-adopted", &[("title", &title), ("entry", &entry)]);
            Ok(Answer::new(recording, vec![line]))
        }
    }
}

fn name_of(file: &std::path::Path) -> String {
    file.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default()
}

fn told(desk: &Desk<'_>, profile: &Profile) -> Answer {
    let (included, excluded) =
        (profile.included().count().to_string(), profile.excluded().count().to_string());
    let args = [
        ("title", profile.title.as_str()),
        ("version", &profile.version),
        ("publisher", &profile.publisher),
        ("included", &included),
        ("excluded", &excluded),
    ];
    let mut lines = vec![desk.text("packs-profile", &args)];
    if profile.tailoring_only() {
        lines.push(desk.text("packs-tailoring", &[]));
    }
    for flaw in profile.flaws() {
        let args = flaw.arguments();
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(format!("- {}", desk.text(flaw.code(), &args)));
    }
    let data = json!({
        "id": profile.id, "version": profile.version, "title": profile.title, "publisher": profile.publisher,
        "sha256": profile.digest.to_string(), "tailoring_only": profile.tailoring_only(),
        "included": profile.included().collect::<Vec<_>>(), "excluded": profile.excluded().collect::<Vec<_>>(),
    });
    Answer::new(data, lines)
}

pub(crate) fn edition(desk: &Desk<'_>, job: &EditionJob) -> Result<Answer, Problem> {
    match job {
        EditionJob::List => {
            let session = desk.look()?;
            let (mut lines, mut data) = (Vec::new(), Vec::new());
            for (pack, to) in basis::editions(session.checklist()) {
                let change = basis::preview(session.checklist(), &pack)?;
                let (carried, review) = (change.carried.to_string(), change.review.len().to_string());
                let args = [("id", to.id.as_str()), ("carried", &carried), ("review", &review)];
                lines.push(desk.text("packs-edition", &args));
                if to.unproven {
                    lines.push(format!("  {}", desk.text("packs-unproven", &[])));
                }
                let word = |why: EditionDifference| desk.text(&format!("packs-{}", why.code()), &[]);
                let rows: Vec<Vec<String>> =
                    change.review.iter().map(|r| vec![String::new(), r.id.clone(), word(r.why)]).collect();
                lines.extend(table(&rows));
                data.push(json!({ "id": to.id, "carried": change.carried, "review": change.review }));
            }
            if data.is_empty() {
                lines.push(desk.text("packs-no-edition", &[]));
            }
            Ok(Answer::new(data, lines))
        }
        EditionJob::Move(EditionMove { checklist, reason }) => {
            let mut session = desk.open()?;
            let pack = packs::find(checklist)?;
            let recording = session.move_edition(&pack, reason)?;
            let moved = session.state().edition().map(|e| e.value);
            session.close()?;
            let carried = moved.as_ref().map_or(0, |m| m.carried).to_string();
            let review = moved.as_ref().map_or(0, |m| m.review.len()).to_string();
            let args = [("id", pack.id), ("carried", carried.as_str()), ("review", &review)];
            Ok(Answer::new(recording, vec![desk.text("packs-moved", &args)]))
        }
    }
}

pub(crate) fn texts(desk: &Desk<'_>, job: &TextsJob) -> Result<Answer, Problem> {
    let own = OwnTexts::of(&desk.home()?);
    match job {
        TextsJob::Take(asked) => {
            let checklist = named(&asked.checklist)?;
            let pack = own.take(&read_file(&asked.file)?, &checklist)?;
            let (texts, without) = (pack.count().to_string(), pack.without_text.len().to_string());
            let args = [("texts", texts.as_str()), ("without", &without), ("licensee", &pack.licensee)];
            Ok(Answer::new(
                json!({ "texts": pack.count(), "without": pack.without_text }),
                vec![desk.text("packs-texts-taken", &args)],
            ))
        }
        TextsJob::Forget(asked) => {
            own.forget(&named(&asked.checklist)?)?;
            Ok(Answer::new(Value::Null, vec![desk.text("packs-texts-forgotten", &[])]))
        }
    }
}
