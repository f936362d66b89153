//! Reports: drawn as drafts, issued, signed; review and decision.

use base64ct::{Base64, Encoding as _};
use evaluation::{
    case::ReportKind,
    decide::Request,
    event::{DecisionResult, ReviewResult, Role},
};
use words::Words;

use super::{
    Desk, conclusion,
    open::{Open, small},
    types::*,
};
use crate::{Problem, drawing, reporting};

pub(super) fn reports(desk: &Desk, _: Nothing) -> Result<Reports, Problem> {
    desk.looking(|open| {
        let state = open.session.state();
        let covers = state.content_digest().to_string();
        let me = open.me();
        let evaluated = me.is_some_and(|me| state.involved().contains(&me));
        let may = |role| me.is_some_and(|me| state.has_role(me, role)) && !evaluated;
        let issued: Vec<IssuedView> = state
            .reports()
            .into_iter()
            .map(|r| IssuedView {
                author: open.rows.name(&r.chain),
                time: r.time,
                number: r.value.number,
                revision: r.value.revision,
                kind: r.value.report_kind,
                data: r.value.data,
                files: r
                    .value
                    .files
                    .into_iter()
                    .map(|f| IssuedFileView { name: f.name, sha256: f.sha256 })
                    .collect(),
            })
            .collect();
        Ok(Reports {
            kinds: conclusion::kinds(open),
            review: state.review().map(|r| ReviewView {
                result: code(&r.value.result),
                text: r.value.points,
                current: r.value.covers == covers,
                author: open.rows.name(&r.chain),
                time: r.time,
            }),
            decision: state.decision().map(|d| ReviewView {
                result: code(&d.value.result),
                text: d.value.reasons,
                current: d.value.covers == covers,
                author: open.rows.name(&d.chain),
                time: d.time,
            }),
            may_review: may(Role::Reviewer),
            may_decide: may(Role::DecisionMaker),
            next_number: next_number(&issued),
            draft: ["review", "decision"]
                .into_iter()
                .filter_map(|subject| Some((subject.to_owned(), open.drafts.texts(subject).remove("text")?)))
                .collect(),
            issued,
        })
    })
}

fn code<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The first number of this year that no issued report carries.
fn next_number(issued: &[IssuedView]) -> String {
    let year: String = crate::clock::today().chars().take(4).collect();
    let taken = |number: &String| issued.iter().any(|r| r.number == *number);
    (1..=999u32).map(|n| format!("{year}-{n:03}")).find(|n| !taken(n)).unwrap_or(year)
}

fn kind(code: &str) -> Result<ReportKind, Problem> {
    let known = ReportKind::ALL.into_iter().find(|k| k.code() == code);
    known.ok_or_else(|| Problem::new("desk-arguments").with("name", "report").with("why", code))
}

pub(super) fn draft(desk: &Desk, asked: DraftAsk) -> Result<DraftView, Problem> {
    let kind = kind(&asked.kind)?;
    let words = Words::load(&asked.language);
    let mut job = desk.job(&asked.job);
    job.going(0, 0);
    // The dossier is held while the data set is gathered, not while pages are drawn.
    let (contents, gates) = desk.looking(|open| {
        reporting::draft_contents(&open.session, kind, &asked.number)
            .map(|c| (c, reporting::gates(&open.session, kind)))
    })?;
    let drawn = reporting::draw(&contents, &words, &desk.program)?;
    if !job.going(1, 1) {
        return Err(Problem::new("desk-stopped"));
    }
    Ok(DraftView {
        pdf: Base64::encode_string(&drawn.pdf),
        pages: small(drawn.pages as u64),
        problems: gates.into_iter().map(Trouble::from).collect(),
        replaced: drawn
            .replaced
            .iter()
            .map(|r| format!("{}: U+{:04X}", r.field, u32::from(r.character)))
            .collect(),
    })
}

pub(super) fn issue(desk: &Desk, asked: IssueAsk) -> Result<IssueDone, Problem> {
    let folder = desk.files.path(&asked.folder)?;
    let words = Words::load(&asked.language);
    let order = reporting::Order {
        stamp: None,
        look: drawing::look_in(desk.home.look_folder().as_deref(), &words)?,
        kind: kind(&asked.kind)?,
        number: asked.number,
        folder,
        draft: asked.draft,
        program: desk.program.clone(),
    };
    let mut job = desk.job(&asked.job);
    job.going(0, 0);
    desk.recording(|open| {
        let issued = reporting::issue(&mut open.session, &words, &order)?;
        // What was issued stands in the trail for good and can't be taken back.
        let newest = newest(open);
        let changed = open.changed(&newest, Some(Default::default()), Vec::new())?;
        Ok(IssueDone {
            number: issued.number,
            revision: issued.revision,
            files: issued.files.iter().map(|p| p.display().to_string()).collect(),
            signature: issued.signature.map(|p| p.display().to_string()),
            unsigned: issued.unsigned,
            pages: small(issued.pages as u64),
            problems: issued.gates.into_iter().map(Trouble::from).collect(),
            changed,
        })
    })
}

/// The newest event of this identity.
pub(super) fn newest(open: &Open) -> Vec<trail::EventId> {
    let me = open.me();
    let heads = open.session.dossier().heads().into_iter();
    heads.filter(|h| Some(h.chain) == me).map(|h| h.newest).collect()
}

pub(super) fn review(desk: &Desk, asked: JudgeReport) -> Result<Changed, Problem> {
    let result = if asked.result == "accepted" { ReviewResult::Accepted } else { ReviewResult::Returned };
    desk.recording(|open| {
        let recording = open.session.perform(Request::Review { result, points: asked.text })?;
        let _ = open.drafts.set("review", std::collections::BTreeMap::new());
        open.recorded(&recording, Some(Default::default()))
    })
}

pub(super) fn decide(desk: &Desk, asked: JudgeReport) -> Result<Changed, Problem> {
    let results = [DecisionResult::Granted, DecisionResult::GrantedLimited, DecisionResult::Refused];
    let result = results.into_iter().find(|r| r.code() == asked.result);
    let result = result
        .ok_or_else(|| Problem::new("desk-arguments").with("name", "result").with("why", &asked.result))?;
    desk.recording(|open| {
        let recording =
            open.session.perform(Request::Decide { result, reasons: asked.text, conditions: Vec::new() })?;
        let _ = open.drafts.set("decision", std::collections::BTreeMap::new());
        open.recorded(&recording, Some(Default::default()))
    })
}
