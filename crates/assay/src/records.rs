//! What the case keeps about its people: impartiality, competence, contributions of experts.

use evaluation::{
    decide::{Contribution, Request},
    event::{Area, Clearance, CompetenceArea, ImpartialityPoint, RowKey, Ties},
    state::PersonRecords,
};
use serde_json::{Value, json};
use trail::ChainId;
use workbench::{Problem, Session, worksheet};

use crate::{
    Desk,
    args::{Clear, ClearWord, Competence, Declare, ExpertJob, ExpertSign},
    people,
    screen::{Answer, table},
};

fn codes(all: &[&str]) -> String {
    all.join(", ")
}

fn points() -> String {
    codes(&ImpartialityPoint::ALL.iter().map(|p| p.code()).collect::<Vec<_>>())
}

/// Every question is answered exactly once: what was not asked is not declared.
fn ties(args: &Declare) -> Result<Ties, Problem> {
    let point = |word: &str| {
        let known = || Problem::new("people-unknown-point").with("point", word).with("known", points());
        ImpartialityPoint::from_code(word).ok_or_else(known)
    };
    let mut ties = Ties::default();
    let mut answered = Vec::new();
    for word in &args.no {
        answered.push(point(word)?);
    }
    for word in &args.yes {
        let (name, explanation) = word.split_once('=').unwrap_or((word, ""));
        let point = point(name)?;
        let tie = ties.of_mut(point);
        (tie.tie, tie.explanation) = (true, Some(explanation.trim().to_owned()));
        answered.push(point);
    }
    for point in ImpartialityPoint::ALL {
        let times = answered.iter().filter(|a| *a == point).count();
        if times != 1 {
            let code = if times == 0 { "people-point-unanswered" } else { "people-point-answered-twice" };
            return Err(Problem::new(code).with("point", point));
        }
    }
    Ok(ties)
}

pub(crate) fn declare(desk: &Desk<'_>, args: &Declare) -> Result<Answer, Problem> {
    let points = ties(args)?;
    let ties = points.declared().count();
    let mut session = desk.open()?;
    let recording = session.perform(Request::DeclareImpartiality { points, text: args.text.clone() })?;
    session.close()?;
    let (entry, ties) = (recording.entry.to_string(), ties.to_string());
    let line = desk.text("cli-said-declared", &[("ties", &ties), ("entry", &entry)]);
    Ok(Answer::new(recording, vec![line]))
}

fn chain_of(session: &Session, word: &str) -> Result<ChainId, Problem> {
    let (key, _) = people::named(session, word)?;
    Ok(ChainId::of(&session.dossier().id(), &key))
}

pub(crate) fn clear(desk: &Desk<'_>, args: &Clear) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let of = chain_of(&session, &args.key)?;
    let result = match args.result {
        ClearWord::Cleared => Clearance::Cleared,
        ClearWord::ClearedWithSafeguards => Clearance::ClearedWithSafeguards,
        ClearWord::Barred => Clearance::Barred,
    };
    let recording =
        session.perform(Request::ReviewImpartiality { of, result, reasons: args.reasons.clone() })?;
    let name = session.state().records(of).name;
    session.close()?;
    let word = desk.text(&format!("clearance-{result}"), &[]);
    let entry = recording.entry.to_string();
    let line = desk.text("cli-said-clearance", &[("name", &name), ("result", &word), ("entry", &entry)]);
    Ok(Answer::new(recording, vec![line]))
}

pub(crate) fn competence(desk: &Desk<'_>, args: &Competence) -> Result<Answer, Problem> {
    let area = |word: &String| {
        let (kind, name) = word.split_once('=').unwrap_or((word, ""));
        let known = || codes(&CompetenceArea::ALL.iter().map(|a| a.code()).collect::<Vec<_>>());
        let area = CompetenceArea::from_code(kind.trim())
            .ok_or_else(|| Problem::new("people-unknown-area").with("area", kind).with("known", known()))?;
        Ok(Area { area, name: name.trim().to_owned() })
    };
    let areas = args.area.iter().map(area).collect::<Result<Vec<_>, Problem>>()?;
    let mut session = desk.open()?;
    let of = chain_of(&session, &args.key)?;
    let recording = session.perform(Request::RecordCompetence {
        of,
        areas,
        basis: args.basis.clone(),
        valid_until: args.valid_until.clone(),
    })?;
    let name = session.state().records(of).name;
    session.close()?;
    let entry = recording.entry.to_string();
    let told = [("name", name.as_str()), ("until", &args.valid_until), ("entry", &entry)];
    let line = desk.text("cli-said-competence", &told);
    Ok(Answer::new(recording, vec![line]))
}

/// Who has declared what, and who is competent in what.
pub(crate) fn list(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let state = session.state();
    let mut people: Vec<ChainId> = state.actors().iter().map(|a| state.newest_key(a.chain)).collect();
    people.sort_unstable();
    people.dedup();
    let mut records: Vec<PersonRecords> = people.into_iter().map(|chain| state.records(chain)).collect();
    records.sort_by(|a, b| (&a.name, a.chain).cmp(&(&b.name, b.chain)));
    let mut lines = Vec::new();
    for person in &records {
        lines.push(format!("{}, {}", person.name, person.organisation));
        lines.extend(person_lines(desk, &session, person).into_iter().map(|line| format!("  {line}")));
    }
    Ok(Answer::new(records.iter().map(|p| data(&session, p)).collect::<Vec<_>>(), lines))
}

fn person_lines(desk: &Desk<'_>, session: &Session, person: &PersonRecords) -> Vec<String> {
    let mut lines = Vec::new();
    let on_card = |id: &str, text: &Option<String>| {
        let said = text.as_deref().map(|text| desk.text(id, &[("text", text)]));
        said.unwrap_or_else(|| desk.text(&format!("{id}-none"), &[]))
    };
    match &person.declaration {
        None => lines.push(on_card("cli-record-impartiality-card", &person.impartiality_on_card)),
        Some(declared) => {
            let text = declared.value.text.clone().unwrap_or_default();
            let id = if text.is_empty() { "cli-record-declaration" } else { "cli-record-declaration-said" };
            lines.push(desk.text(id, &[("time", &declared.time), ("text", &text)]));
            for (point, tie) in declared.value.points.declared() {
                let question = desk.text(&format!("impartiality-{point}"), &[]);
                let explanation = tie.explanation.clone().unwrap_or_default();
                lines.push(
                    desk.text("cli-record-tie", &[("point", &question), ("explanation", &explanation)]),
                );
            }
        }
    }
    for clearance in &person.clearances {
        let by = session.state().actor(clearance.chain).map(|a| a.name).unwrap_or_default();
        let result = desk.text(&format!("clearance-{}", clearance.value.result), &[]);
        let told = [("result", result.as_str()), ("name", &by), ("reasons", &clearance.value.reasons)];
        lines.push(desk.text("cli-record-clearance", &told));
    }
    match &person.competence {
        None => lines.push(on_card("cli-record-competence-card", &person.competence_on_card)),
        Some(record) => {
            let areas: Vec<String> = record
                .value
                .areas
                .iter()
                .map(|a| format!("{} ({})", a.name, desk.text(&format!("competence-{}", a.area), &[])))
                .collect();
            let told = [
                ("areas", areas.join(", ")),
                ("basis", record.value.basis.clone()),
                ("until", record.value.valid_until.clone()),
            ];
            let told: Vec<(&str, &str)> = told.iter().map(|(k, v)| (*k, v.as_str())).collect();
            lines.push(desk.text("cli-record-competence", &told));
        }
    }
    lines
}

fn data(session: &Session, person: &PersonRecords) -> Value {
    let by = |chain| session.state().actor(chain).map(|a| a.name).unwrap_or_default();
    json!({
        "name": person.name, "organisation": person.organisation, "chain": person.chain.to_string(),
        "declaration": person.declaration.as_ref().map(|d| &d.value),
        "clearances": person.clearances.iter()
            .map(|c| json!({ "by": by(c.chain), "time": c.time, "review": c.value })).collect::<Vec<_>>(),
        "competence": person.competence.as_ref().map(|c| &c.value),
        "impartiality_on_card": person.impartiality_on_card, "competence_on_card": person.competence_on_card,
        "barred": person.is_barred(),
    })
}

pub(crate) fn expert(desk: &Desk<'_>, job: &ExpertJob) -> Result<Answer, Problem> {
    match job {
        ExpertJob::Sign(args) => sign(desk, args),
        ExpertJob::List => contributions(desk),
    }
}

fn sign(desk: &Desk<'_>, args: &ExpertSign) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let evidence = worksheet::evidence_of(session.state(), &args.evidence, "evidence")?;
    let recording = session.perform(Request::Contribute(Contribution {
        rows: args.row.iter().map(|row| RowKey::read(row)).collect(),
        activities: args.activity.clone(),
        text: args.text.clone(),
        evidence,
        replaces: args.replaces.clone(),
    }))?;
    session.close()?;
    let entry = recording.entry.to_string();
    Ok(Answer::new(recording, vec![desk.text("cli-said-contribution", &[("entry", &entry)])]))
}

fn contributions(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let (mut rows, mut data) = (Vec::new(), Vec::new());
    for one in session.state().contributions() {
        let name = session.state().actor(one.chain).map(|a| a.name).unwrap_or_default();
        let about: Vec<String> =
            one.value.rows.iter().map(ToString::to_string).chain(one.value.activities.clone()).collect();
        rows.push(vec![
            one.value.contribution.clone(),
            name.clone(),
            about.join(", "),
            one.value.text.clone(),
        ]);
        data.push(json!({ "by": name, "time": one.time, "contribution": one.value }));
    }
    if rows.is_empty() {
        return Ok(Answer::new(data, vec![desk.text("cli-said-no-contributions", &[])]));
    }
    Ok(Answer::new(data, table(&rows)))
}
