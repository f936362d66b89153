//! The review: points, acceptance, and locked rows.

use evaluation::{
    conclude,
    decide::{NewPoint, Request},
    event::{PointResult, ReviewPoint, ReviewResult, RowKey},
    state::Point,
};
use serde_json::{Value, json};
use workbench::{Problem, Session, worksheet};

use crate::{
    Desk,
    args::{Lock, PointAnswer, PointClose, PointRaise, PointWord, ReviewJob, ReviewPoints, Unlock},
    screen::Answer,
};

pub(crate) fn review(desk: &Desk<'_>, job: &ReviewJob) -> Result<Answer, Problem> {
    match job {
        ReviewJob::Accept(args) => record(desk, args, ReviewResult::Accepted, "cli-said-review-accepted"),
        ReviewJob::Return(args) => record(desk, args, ReviewResult::Returned, "cli-said-review-returned"),
        ReviewJob::Point(args) => raise(desk, args),
        ReviewJob::Answer(args) => answer(desk, args),
        ReviewJob::Close(args) => close(desk, args),
        ReviewJob::Points => list(desk),
    }
}

fn record(desk: &Desk<'_>, args: &ReviewPoints, result: ReviewResult, said: &str) -> Result<Answer, Problem> {
    perform(desk, said, |_| Ok(Request::Review { result, points: args.points.clone() }))
}

/// Records one thing and says in which entry it stands.
fn perform(
    desk: &Desk<'_>,
    said: &str,
    request: impl FnOnce(&Session) -> Result<Request, Problem>,
) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let request = request(&session)?;
    let recording = session.perform(request)?;
    session.close()?;
    let entry = recording.entry.to_string();
    Ok(Answer::new(recording, vec![desk.text(said, &[("entry", &entry)])]))
}

fn raise(desk: &Desk<'_>, args: &PointRaise) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let recording = session.perform(Request::RaisePoint(NewPoint {
        row: args.row.as_deref().map(RowKey::read),
        activity: args.activity.clone(),
        finding: args.finding.clone(),
        text: args.text.clone(),
    }))?;
    let number = session.state().points().last().map(|p| p.number.clone()).unwrap_or_default();
    session.close()?;
    let entry = recording.entry.to_string();
    let line = desk.text("cli-said-point", &[("point", &number), ("entry", &entry)]);
    Ok(Answer::new(json!({ "point": number, "recorded": recording }), vec![line]))
}

fn answer(desk: &Desk<'_>, args: &PointAnswer) -> Result<Answer, Problem> {
    perform(desk, "cli-said-point-answered", |session| {
        let evidence = worksheet::evidence_of(session.state(), &args.evidence, &args.point)?;
        Ok(Request::AnswerPoint { point: args.point.clone(), text: args.text.clone(), evidence })
    })
}

fn close(desk: &Desk<'_>, args: &PointClose) -> Result<Answer, Problem> {
    let (result, said) = match args.result {
        PointWord::Settled => (PointResult::Settled, "cli-said-point-settled"),
        PointWord::NotSettled => (PointResult::NotSettled, "cli-said-point-not-settled"),
        PointWord::Withdrawn => (PointResult::Withdrawn, "cli-said-point-withdrawn"),
    };
    perform(desk, said, |_| {
        Ok(Request::ClosePoint { point: args.point.clone(), result, note: args.note.clone() })
    })
}

/// What a point is about, as text; empty for the case as a whole.
fn subject(point: &ReviewPoint) -> String {
    let row = point.row.as_ref().map(ToString::to_string);
    row.or_else(|| point.activity.clone()).or_else(|| point.finding.clone()).unwrap_or_default()
}

fn list(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let points = session.state().points();
    let mut lines: Vec<String> = points.iter().flat_map(|p| point_lines(desk, &session, p)).collect();
    if lines.is_empty() {
        lines.push(desk.text("cli-said-no-points", &[]));
    }
    Ok(Answer::new(points.iter().map(|p| data(&session, p)).collect::<Vec<_>>(), lines))
}

/// A point with everything that was said about it.
pub(crate) fn point_lines(desk: &Desk<'_>, session: &Session, point: &Point) -> Vec<String> {
    let state = session.state();
    let name = |chain| state.actor(chain).map(|a| a.name).unwrap_or_default();
    let word = desk.text(&format!("point-{}", point.state), &[]);
    let mut lines = Vec::new();
    for raised in &point.raised {
        let about = subject(&raised.value);
        let id = if about.is_empty() { "cli-point-whole" } else { "cli-point-about" };
        let (by, time, text) = (name(raised.chain), &raised.time, &raised.value.text);
        let told = [
            ("point", point.number.as_str()),
            ("state", &word),
            ("about", &about),
            ("name", &by),
            ("time", time),
            ("text", text),
        ];
        lines.push(desk.text(id, &told));
    }
    for answer in state.answers_to(&point.number) {
        let told = [("name", name(answer.chain)), ("time", answer.time), ("text", answer.value.text)];
        let told: Vec<(&str, &str)> = told.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(format!("  {}", desk.text("cli-point-answer", &told)));
    }
    for closed in state.results_on(&point.number) {
        let told = [
            ("result", desk.text(&format!("point-{}", closed.value.result), &[])),
            ("name", name(closed.chain)),
            ("time", closed.time),
            ("text", closed.value.note),
        ];
        let told: Vec<(&str, &str)> = told.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(format!("  {}", desk.text("cli-point-close", &told)));
    }
    lines
}

/// The same as data.
pub(crate) fn data(session: &Session, point: &Point) -> Value {
    let state = session.state();
    let name = |chain| state.actor(chain).map(|a| a.name).unwrap_or_default();
    json!({
        "point": point.number, "state": point.state, "open": point.state.is_open(),
        "raised": point.raised.iter()
            .map(|r| json!({ "by": name(r.chain), "time": r.time, "point": r.value })).collect::<Vec<_>>(),
        "answers": state.answers_to(&point.number).iter()
            .map(|a| json!({ "by": name(a.chain), "time": a.time, "answer": a.value })).collect::<Vec<_>>(),
        "results": state.results_on(&point.number).iter()
            .map(|c| json!({ "by": name(c.chain), "time": c.time, "close": c.value })).collect::<Vec<_>>(),
    })
}

pub(crate) fn lock(desk: &Desk<'_>, args: &Lock) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let rows = if args.all {
        conclude::rows(session.state(), session.checklist())
    } else {
        args.row.iter().map(|row| RowKey::read(row)).collect()
    };
    let before = session.state().locked_rows().len();
    let recording = session.perform(Request::LockRows { rows })?;
    let count = session.state().locked_rows().len().saturating_sub(before).to_string();
    session.close()?;
    let entry = recording.entry.to_string();
    let line = desk.text("cli-said-locked", &[("count", &count), ("entry", &entry)]);
    Ok(Answer::new(recording, vec![line]))
}

pub(crate) fn unlock(desk: &Desk<'_>, args: &Unlock) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let rows = if args.all {
        session.state().locked_rows()
    } else {
        args.row.iter().map(|row| RowKey::read(row)).collect()
    };
    let count = rows.len().to_string();
    let recording = session.perform(Request::UnlockRows { rows, reason: args.reason.clone() })?;
    session.close()?;
    let entry = recording.entry.to_string();
    let line = desk.text("cli-said-unlocked", &[("count", &count), ("entry", &entry)]);
    Ok(Answer::new(recording, vec![line]))
}
