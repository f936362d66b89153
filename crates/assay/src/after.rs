//! After the decision: what becomes of a certificate, and its surveillance.

use std::io::Write as _;

use evaluation::{
    certificate::{self, Status},
    decide::Request,
    event::{
        CertificateSet, CertificateState, SurveillancePlan, SurveillanceRecord, SurveillanceResult,
        SurveillanceVisit,
    },
};
use serde_json::json;
use workbench::{Problem, Session, clock, files, worksheet};

use crate::{
    Desk,
    args::{
        CertificateJob, CertificateStatus, CertificateStep, SurveillanceJob, SurveillancePlan as PlanArgs,
        SurveillancePropose, SurveillanceRecord as RecordArgs,
    },
    screen::{Answer, short, table},
};

pub(crate) fn certificate(desk: &Desk<'_>, job: &CertificateJob) -> Result<Answer, Problem> {
    use CertificateState as State;
    match job {
        CertificateJob::Status(args) => status(desk, args),
        CertificateJob::Grant(step) => set(desk, State::Valid, step, None),
        CertificateJob::Conditions(step) => set(desk, State::Conditions, step, None),
        CertificateJob::Suspend(step) => set(desk, State::Suspended, step, None),
        CertificateJob::Reinstate(args) => {
            let to = if args.conditions { State::Conditions } else { State::Valid };
            set(desk, to, &args.step, None)
        }
        CertificateJob::Reduce(args) => set(desk, State::ReducedScope, &args.step, Some(&args.scope)),
        CertificateJob::Withdraw(step) => set(desk, State::Withdrawn, step, None),
        CertificateJob::Expire(step) => set(desk, State::Expired, step, None),
        CertificateJob::Terminate(step) => set(desk, State::Terminated, step, None),
    }
}

fn status_of(desk: &Desk<'_>, session: &Session, on: &str) -> (serde_json::Value, Vec<String>) {
    let status = certificate::status(session.state(), on);
    let since = status.since().unwrap_or_default().to_owned();
    let id = format!("status-{}", status.code());
    let mut lines = vec![desk.text(&id, &[("since", &since)])];
    let set = match &status {
        Status::Stated(set) | Status::PastExpiry(set, _) => Some(set.value.clone()),
        Status::NotGranted | Status::NotStated | Status::Contested => None,
    };
    if let (Some(set), Status::Stated(_)) = (&set, &status) {
        let args = [("reason", set.reason.as_str()), ("directory", &set.directory)];
        lines.push(desk.text("cli-said-status-why", &args));
        if let Some(scope) = &set.scope {
            lines.push(desk.text("cli-said-status-scope", &[("scope", scope)]));
        }
    }
    let data = json!({
        "on": on, "status": status.code(), "attests": status.attests(), "since": status.since(), "stated": set,
    });
    (data, lines)
}

fn status(desk: &Desk<'_>, args: &CertificateStatus) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let on = args.on.clone().unwrap_or_else(clock::today);
    let (data, lines) = status_of(desk, &session, &on);
    Ok(Answer::new(data, lines))
}

fn set(
    desk: &Desk<'_>,
    state: CertificateState,
    step: &CertificateStep,
    scope: Option<&String>,
) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let date = step.date.clone().unwrap_or_else(clock::today);
    let recording = session.perform(Request::SetCertificate(CertificateSet {
        state,
        date: date.clone(),
        reason: step.reason.clone(),
        directory: step.directory.clone(),
        scope: scope.cloned(),
        decision: String::new(),
        supersedes: Vec::new(),
    }))?;
    let (status, mut lines) = status_of(desk, &session, &date);
    session.close()?;
    lines.push(desk.text("cli-said-status-saved", &[("entry", &recording.entry.to_string())]));
    Ok(Answer::new(json!({ "recorded": recording, "status": status }), lines))
}

pub(crate) fn surveillance(desk: &Desk<'_>, job: &SurveillanceJob) -> Result<Answer, Problem> {
    match job {
        SurveillanceJob::Propose(args) => propose(desk, args),
        SurveillanceJob::Plan(args) => plan(desk, args),
        SurveillanceJob::Record(args) => record(desk, args),
        SurveillanceJob::List => list(desk),
    }
}

fn visits_told(visits: &[SurveillanceVisit]) -> Vec<String> {
    let row = |v: &SurveillanceVisit| {
        vec![
            v.due.clone(),
            v.findings.join(", "),
            short(&v.rows.join(", "), 60),
            short(&v.other.join("; "), 60),
        ]
    };
    table(&visits.iter().map(row).collect::<Vec<_>>())
}

fn propose(desk: &Desk<'_>, args: &SurveillancePropose) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let plan = certificate::proposed_plan(session.state(), session.checklist())
        .ok_or_else(|| Problem::new("surveillance-nothing-granted"))?;
    let mut lines = vec![desk.text("cli-said-surveillance-proposed", &[])];
    lines.extend(visits_told(&plan.visits));
    if let Some(path) = &args.to {
        let text = format!("{:#}\n", json!(plan.visits));
        files::write_new(path, &mut |file| {
            file.write_all(text.as_bytes()).map_err(|e| Problem::file("file-not-written", path, &e))
        })?;
        lines.push(desk.text("cli-said-surveillance-file", &[("path", &path.display().to_string())]));
    }
    Ok(Answer::new(plan.visits, lines))
}

fn plan(desk: &Desk<'_>, args: &PlanArgs) -> Result<Answer, Problem> {
    let bytes = desk.read(&args.from)?;
    let visits: Vec<SurveillanceVisit> = serde_json::from_slice(&bytes).map_err(|e| {
        Problem::new("surveillance-plan-unreadable").with("path", args.from.display()).with("why", e)
    })?;
    let mut session = desk.open()?;
    let recording = session.perform(Request::PlanSurveillance(SurveillancePlan {
        visits: visits.clone(),
        supersedes: Vec::new(),
    }))?;
    session.close()?;
    let mut lines = visits_told(&visits);
    lines.push(desk.text("cli-said-surveillance-planned", &[("entry", &recording.entry.to_string())]));
    Ok(Answer::new(recording, lines))
}

fn record(desk: &Desk<'_>, args: &RecordArgs) -> Result<Answer, Problem> {
    let result = SurveillanceResult::from_code(&args.result)
        .ok_or_else(|| Problem::new("surveillance-unknown-result").with("word", &args.result))?;
    let mut session = desk.open()?;
    let recording = session.perform(Request::RecordSurveillance(SurveillanceRecord {
        date: args.date.clone(),
        result,
        findings: args.findings.clone(),
        summary: args.summary.clone(),
        evidence: worksheet::evidence_of(session.state(), &args.evidence, &args.date)?,
        supersedes: Vec::new(),
    }))?;
    session.close()?;
    let entry = recording.entry.to_string();
    let lines = vec![desk.text("cli-said-surveillance-recorded", &[("date", &args.date), ("entry", &entry)])];
    Ok(Answer::new(recording, lines))
}

fn list(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let plan = session.state().surveillance_plan().map(|p| p.value.visits).unwrap_or_default();
    let records: Vec<SurveillanceRecord> =
        session.state().surveillance_records().into_iter().map(|r| r.value).collect();
    let mut lines = visits_told(&plan);
    let told = |r: &SurveillanceRecord| {
        let result = desk.text(&format!("surveillance-{}", r.result), &[]);
        vec![r.date.clone(), result, r.findings.join(", "), short(&r.summary, 80)]
    };
    lines.extend(table(&records.iter().map(told).collect::<Vec<_>>()));
    if lines.is_empty() {
        lines.push(desk.text("cli-said-no-surveillance", &[]));
    }
    Ok(Answer::new(json!({ "plan": plan, "records": records }), lines))
}
