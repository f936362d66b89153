//! Closing the evaluation: decision, reports, signatures, seals, checkpoints.

use evaluation::{case::ReportKind, decide::Request, event::DecisionResult};
use serde_json::json;
use std::path::Path;

use workbench::{
    Look, Problem, Session, drawing, files,
    reporting::{self, Issued, Order},
    stamping::Stamping,
};

use crate::{
    Desk, anchor,
    args::{Checkpoint, Decide, DecisionWord, KindWord, Report, Seal},
    screen::{Answer, bar},
};

pub(crate) fn decide(desk: &Desk<'_>, args: &Decide) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let (result, id) = match args.result {
        DecisionWord::Granted => (DecisionResult::Granted, "cli-said-granted"),
        DecisionWord::GrantedLimited => (DecisionResult::GrantedLimited, "cli-said-granted-limited"),
        DecisionWord::Refused => (DecisionResult::Refused, "cli-said-refused-decision"),
    };
    let recording = session.perform(Request::Decide {
        result,
        reasons: args.reasons.clone(),
        conditions: args.condition.clone(),
    })?;
    session.close()?;
    let entry = recording.entry.to_string();
    Ok(Answer::new(recording, vec![desk.text(id, &[("entry", &entry)])]))
}

pub(crate) fn report(desk: &Desk<'_>, args: &Report) -> Result<Answer, Problem> {
    let kind = kind(args.kind);
    if args.gates {
        return gates(desk, kind);
    }
    let order = Order {
        kind,
        number: args.number.clone().unwrap_or_default(),
        folder: args.to.clone(),
        draft: args.draft,
        stamp: if args.stamp { Some(Stamping::of(&desk.home()?).authority()?) } else { None },
        look: look(desk, args.look.as_deref())?,
        program: desk.program()?,
    };
    let mut session = desk.open()?;
    let (issued, lines) = write(desk, &mut session, &order)?;
    session.close()?;
    Ok(Answer::new(issued, lines))
}

/// How reports look: as in the folder that is named, else as this installation has it.
pub(crate) fn look(desk: &Desk<'_>, folder: Option<&Path>) -> Result<Look, Problem> {
    let own = desk.home()?.look_folder();
    drawing::look_in(folder.or(own.as_deref()), desk.words)
}

pub(crate) const fn kind(word: KindWord) -> ReportKind {
    match word {
        KindWord::SelfDeclaration => ReportKind::SelfDeclaration,
        KindWord::IndependentAssessment => ReportKind::IndependentAssessment,
        KindWord::CertificationBody => ReportKind::CertificationBody,
    }
}

/// Issues the report, or a draft of it, and says what came of it.
pub(crate) fn write(
    desk: &Desk<'_>,
    session: &mut Session,
    order: &Order,
) -> Result<(Issued, Vec<String>), Problem> {
    let rendering = bar(desk.text("cli-bar-rendering", &[]));
    rendering.enable_steady_tick(std::time::Duration::from_millis(120));
    let issued = reporting::issue(session, desk.words, order)?;
    rendering.finish_and_clear();
    let (pages, revision) = (issued.pages.to_string(), issued.revision.to_string());
    let id = if order.draft { "cli-said-draft" } else { "cli-said-issued" };
    let mut lines =
        vec![desk.text(id, &[("number", &issued.number), ("revision", &revision), ("pages", &pages)])];
    lines.extend(issued.files.iter().chain(&issued.signature).map(|p| format!("  {}", p.display())));
    lines.push(desk.text("cli-said-data", &[("sha256", &issued.data)]));
    for replaced in &issued.replaced {
        let character = u32::from(replaced.character);
        let what = format!("U+{character:04X}");
        lines.push(desk.text("cli-said-replaced", &[("field", &replaced.field), ("what", &what)]));
    }
    if !issued.unsigned.is_empty() {
        let path = issued.signature.as_ref().map(|p| p.display().to_string()).unwrap_or_default();
        lines.push(
            desk.text("cli-said-unsigned", &[("people", &issued.unsigned.join(", ")), ("path", &path)]),
        );
    }
    for gate in &issued.gates {
        lines.push(desk.text(
            "cli-said-gate",
            &[("text", &gate.text(desk.words)), ("do", &gate.way_forward(desk.words))],
        ));
    }
    Ok((issued, lines))
}

fn gates(desk: &Desk<'_>, kind: ReportKind) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let gates = reporting::gates(&session, kind);
    let said = |g: &Problem| {
        desk.text("cli-said-gate", &[("text", &g.text(desk.words)), ("do", &g.way_forward(desk.words))])
    };
    let mut lines: Vec<String> = gates.iter().map(said).collect();
    if lines.is_empty() {
        lines.push(desk.text("cli-said-no-gates", &[]));
    }
    Ok(Answer { failed: !gates.is_empty(), ..Answer::new(gates, lines) })
}

pub(crate) fn seal(desk: &Desk<'_>, args: &Seal) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let recording = session.seal(&args.purpose, None)?;
    let (checkpoint, note) = session.checkpoint_note()?;
    let purpose = args.purpose.replace('_', "-");
    let paper = anchor::paper(desk, &session, &purpose, args.paper.as_deref(), args.text)?;
    session.close()?;
    if let Some(path) = &args.to {
        files::write_whole(path, note.as_bytes())?;
    }
    let (entry, root) = (recording.entry.to_string(), checkpoint.root.to_string());
    let mut lines =
        vec![desk.text("cli-said-sealed", &[("purpose", &args.purpose), ("entry", &entry), ("root", &root)])];
    lines.extend(paper);
    Ok(Answer::new(json!({ "recorded": recording, "checkpoint": note }), lines))
}

pub(crate) fn checkpoint(desk: &Desk<'_>, args: &Checkpoint) -> Result<Answer, Problem> {
    let session = desk.open()?;
    let (checkpoint, note) = session.checkpoint_note()?;
    let paper = anchor::paper(desk, &session, "checkpoint", args.paper.as_deref(), args.text)?;
    session.close()?;
    let mut lines: Vec<String> = note.lines().map(str::to_owned).collect();
    if let Some(path) = &args.to {
        files::write_whole(path, note.as_bytes())?;
        lines = vec![desk.text(
            "cli-said-checkpoint",
            &[("path", &path.display().to_string()), ("size", &checkpoint.size.to_string())],
        )];
    }
    lines.extend(paper);
    Ok(Answer::new(
        json!({ "size": checkpoint.size, "root": checkpoint.root.to_string(), "note": note }),
        lines,
    ))
}
