//! Looking at what stands: rows, status, conclusion, trail, standards, rules.

use std::collections::BTreeMap;

use checklist::series::{self, SeriesRegister};
use evaluation::{
    component::{ComponentConclusion, FrConclusion},
    conclude::{self, Conclusion},
    event::{AnyVerdict, RowKey},
    levels,
    provider::ProviderConclusion,
    remark::{Reason, Remark},
    state::Stage,
};
use serde_json::{Value, json};
use workbench::{Problem, Session, log as trail_log, packs, team};

use crate::{
    Desk,
    args::{self, Log, Rows, Series, Show, VectorsJob},
    review,
    screen::{Answer, short, table},
};

fn verdict_word(desk: &Desk<'_>, verdict: Option<AnyVerdict>) -> String {
    desk.text(&format!("verdict-{}", verdict.map_or("open", AnyVerdict::code)), &[])
}

pub(crate) fn rows(desk: &Desk<'_>, args: &Rows) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let state = session.state();
    let keys: Vec<RowKey> = if args.all {
        session.checklist().requirements.iter().map(|r| RowKey::of(&r.id)).collect()
    } else {
        conclude::rows(state, session.checklist())
    };
    let needle = args.search.as_ref().map(|s| s.to_lowercase());
    let (mut lines, mut data) = (Vec::new(), Vec::new());
    for key in keys {
        let Some(requirement) = session.checklist().requirement(&key.requirement) else { continue };
        let row = state.row(&key);
        let verdict = row.verdict.as_ref().map(|v| v.value.verdict);
        let rationale = row.verdict.as_ref().map(|v| v.value.rationale.clone()).unwrap_or_default();
        let claims: Vec<String> =
            row.claims.iter().filter_map(|c| Some(c.value.response.as_ref()?.text.clone())).collect();
        let open = verdict.is_none_or(|v| v == AnyVerdict::Inconclusive);
        let failed = matches!(verdict, Some(AnyVerdict::Fail | AnyVerdict::NotFulfilled));
        let text = format!("{key} {} {} {rationale}", requirement.label, claims.join(" ")).to_lowercase();
        let shown = args.group.as_ref().is_none_or(|g| g == &requirement.group)
            && (!args.open || open)
            && (!args.failed || failed)
            && needle.as_ref().is_none_or(|n| text.contains(n));
        if !shown {
            continue;
        }
        lines.push(vec![
            key.to_string(),
            requirement.group.clone(),
            requirement.selected_from.map(|l| format!("SL {l}")).unwrap_or_default(),
            verdict_word(desk, verdict),
            short(&claims.join(" / "), 20),
            short(&requirement.label, 60),
        ]);
        data.push(json!({
            "row": key.to_string(), "group": requirement.group, "label": requirement.label,
            "selected_from": requirement.selected_from, "verdict": verdict.map(AnyVerdict::code), "claims": claims,
        }));
    }
    if lines.is_empty() {
        return Ok(Answer::new(data, vec![desk.text("cli-said-no-rows", &[])]));
    }
    Ok(Answer::new(data, table(&lines)))
}

pub(crate) fn show(desk: &Desk<'_>, args: &Show) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let key = RowKey::read(&args.row);
    let checklist = session.checklist();
    let requirement = checklist.requirement(&key.requirement).ok_or_else(|| {
        Problem::new("refusal-unknown-requirement")
            .with("place", &key.requirement)
            .with("checklist", &checklist.id)
    })?;
    let row = session.state().row(&key);
    let field = |id: &str, value: String| (!value.is_empty()).then(|| desk.text(id, &[("value", &value)]));
    let levels = requirement.selected_from.map(|l| format!("SL {l}")).unwrap_or_default();
    let mut lines = vec![format!("{key}  {}", requirement.label)];
    lines.extend(field("cli-row-group", format!("{} {levels}", requirement.group)));
    lines.extend(field("cli-row-condition", requirement.condition.clone().unwrap_or_default()));
    lines.extend(field("cli-row-sub-points", requirement.sub_points.join("; ")));
    lines.extend(field("cli-row-notes", requirement.notes.join("; ")));
    for claim in &row.claims {
        let c = &claim.value;
        let cell = c.response.as_ref().map_or_else(|| c.id.cell.clone(), |r| r.cell.clone());
        let answer = c.response.as_ref().map(|r| r.text.clone()).unwrap_or_default();
        let comment = c.comment.as_ref().map(|r| r.text.clone()).unwrap_or_default();
        let args =
            [("answer", answer.as_str()), ("file", &c.file_name), ("sheet", &c.sheet), ("cell", &cell)];
        lines.push(desk.text("cli-row-claim", &args));
        lines.extend(field("cli-row-claim-comment", comment));
        for note in &c.notes {
            let args =
                [("cell", note.note.cell.as_str()), ("author", &note.author), ("text", &note.note.text)];
            lines.push(desk.text("cli-row-claim-note", &args));
        }
    }
    if let Some(a) = &row.applicability {
        let id = if a.value.applicable { "cli-row-applicable" } else { "cli-row-not-applicable" };
        lines.push(desk.text(id, &[("value", &a.value.justification)]));
    }
    if let Some(f) = &row.fulfilment {
        lines.push(desk.text(
            "cli-row-fulfilment",
            &[("value", &desk.text(&format!("fulfilment-{}", f.value.mode), &[]))],
        ));
        lines.extend(field("cli-row-countermeasure", f.value.countermeasure.clone().unwrap_or_default()));
        lines.extend(field("cli-row-documented-in", f.value.documented_in.clone().unwrap_or_default()));
    }
    if let Some(ml) = conclude::declared_ml(session.state(), &key) {
        lines.extend(field("cli-row-declared-ml", ml.to_string()));
    }
    for verdict in session.state().verdict_history(&key) {
        let standing = row.verdict.as_ref().is_some_and(|v| v.id == verdict.id);
        let id = if standing { "cli-row-verdict" } else { "cli-row-earlier-verdict" };
        let author = session.state().actor(verdict.chain).map(|a| a.name).unwrap_or_default();
        let word = verdict_word(desk, Some(verdict.value.verdict));
        let args = [
            ("value", word.as_str()),
            ("author", &author),
            ("time", &verdict.time),
            ("rationale", &verdict.value.rationale),
        ];
        lines.push(desk.text(id, &args));
        let names: Vec<String> = verdict
            .value
            .evidence
            .iter()
            .map(|sha| session.state().evidence_item(sha).map_or_else(|| sha.clone(), |e| e.value.name))
            .collect();
        lines.extend(field("cli-row-evidence", names.join(", ")));
    }
    let stage = session.state().stages().of(&key);
    lines.extend(field("cli-row-stage", desk.text(&format!("stage-{stage}"), &[])));
    let name = |chain| session.state().actor(chain).map(|a| a.name).unwrap_or_default();
    for lock in session.state().locks_on(&key) {
        lines.push(desk.text("cli-row-locked", &[("name", &name(lock.chain)), ("time", &lock.time)]));
    }
    let contributions = session.state().contributions_on(&key);
    for one in &contributions {
        let (by, value) = (name(one.chain), &one.value);
        let told = [("name", by.as_str()), ("number", &value.contribution), ("text", &value.text)];
        lines.push(desk.text("cli-row-contribution", &told));
    }
    let points: Vec<_> = session.state().points().into_iter().filter(|p| p.is_on(&key)).collect();
    lines.extend(points.iter().flat_map(|point| review::point_lines(desk, &session, point)));
    if !row.conflicting.is_empty() {
        lines.extend(field("cli-row-conflicting", row.conflicting.join(", ")));
    }
    let data = json!({
        "row": key.to_string(), "requirement": requirement,
        "claims": row.claims.iter().map(|c| &c.value).collect::<Vec<_>>(),
        "applicability": row.applicability.map(|a| a.value), "fulfilment": row.fulfilment.map(|f| f.value),
        "declared_ml": conclude::declared_ml(session.state(), &key), "verdict": row.verdict.map(|v| v.value),
        "conflicting": row.conflicting, "stage": stage,
        "locks": session.state().locks_on(&key).iter()
            .map(|l| json!({ "by": name(l.chain), "time": l.time })).collect::<Vec<_>>(),
        "contributions": contributions.iter()
            .map(|c| json!({ "by": name(c.chain), "time": c.time, "contribution": c.value })).collect::<Vec<_>>(),
        "points": points.iter().map(|p| review::data(&session, p)).collect::<Vec<_>>(),
    });
    Ok(Answer::new(data, lines))
}

pub(crate) fn activities(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let (mut lines, mut data) = (Vec::new(), Vec::new());
    for activity in &session.checklist().activities {
        let verdict = session.state().activity(&activity.id).map(|a| a.value.verdict);
        let code = verdict.map_or_else(|| "open".to_owned(), |v| v.to_string());
        lines.push(vec![
            activity.id.clone(),
            activity.clause.clone(),
            desk.text(&format!("verdict-{code}"), &[]),
            short(&activity.label, 100),
        ]);
        data.push(json!({ "activity": activity, "verdict": verdict.map(|v| v.to_string()) }));
    }
    if lines.is_empty() {
        return Ok(Answer::new(data, vec![desk.text("cli-said-no-activities", &[])]));
    }
    Ok(Answer::new(data, table(&lines)))
}

pub(crate) fn status(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let state = session.state();
    let keys = conclude::rows(state, session.checklist());
    let mut by_verdict: BTreeMap<String, u64> = BTreeMap::new();
    let mut by_stage: BTreeMap<Stage, u64> = BTreeMap::new();
    let stages = state.stages();
    let mut claimed = 0u64;
    for key in &keys {
        *by_stage.entry(stages.of(key)).or_default() += 1;
        let row = state.row(key);
        claimed += u64::from(!row.claims.is_empty());
        let code = row.verdict.map_or("open", |v| v.value.verdict.code());
        *by_verdict.entry(code.to_owned()).or_default() += 1;
    }
    let done = session.checklist().activities.iter().filter(|a| state.activity(&a.id).is_some()).count();
    let open: Vec<String> =
        state.findings().into_iter().filter(|f| f.state.is_open()).map(|f| f.raised.value.finding).collect();
    let title = state.opening().map(|o| o.value.title).unwrap_or_default();
    let verdicts: Vec<String> = by_verdict
        .iter()
        .map(|(code, n)| format!("{} {n}", desk.text(&format!("verdict-{code}"), &[])))
        .collect();
    let number = |n: usize| n.to_string();
    let mut lines = vec![
        desk.text(
            "cli-status-title",
            &[
                ("title", &title),
                ("document", &session.checklist().document),
                ("edition", &session.checklist().edition),
            ],
        ),
        desk.text(
            "cli-status-rows",
            &[
                ("rows", &number(keys.len())),
                ("claimed", &claimed.to_string()),
                ("verdicts", &verdicts.join(", ")),
            ],
        ),
    ];
    let all = session.checklist().activities.len();
    if all > 0 {
        lines.push(desk.text("cli-status-activities", &[("done", &number(done)), ("all", &number(all))]));
    }
    let told: Vec<String> =
        by_stage.iter().map(|(s, n)| format!("{} {n}", desk.text(&format!("stage-{s}"), &[]))).collect();
    lines.push(desk.text("cli-status-stages", &[("value", &told.join(", "))]));
    let points: Vec<String> =
        state.points().into_iter().filter(|p| p.state.is_open()).map(|p| p.number).collect();
    if !points.is_empty() {
        lines.push(desk.text("cli-status-points", &[("value", &points.join(", "))]));
    }
    lines.push(desk.text("cli-status-evidence", &[("count", &number(state.evidence().len()))]));
    lines.push(
        desk.text("cli-status-findings", &[("open", &open.join(", ")), ("count", &number(open.len()))]),
    );
    lines.push(desk.text(
        "cli-status-trail",
        &[("events", &state.events().to_string()), ("chains", &number(session.dossier().heads().len()))],
    ));
    let idle = state.without_effect().len();
    if idle > 0 {
        lines.push(desk.text("cli-status-idle", &[("count", &number(idle))]));
    }
    let forks = team::forks(&session);
    for fork in &forks {
        let args = [("name", fork.name.as_str()), ("entry", &fork.entry.to_string())];
        lines.push(desk.text("cli-status-fork", &args));
    }
    let waiting = team::waiting(&session);
    if !waiting.is_empty() {
        lines.push(desk.text("cli-status-waiting", &[("count", &number(waiting.len()))]));
    }
    let conflicts = state.conflicts();
    for conflict in &conflicts {
        lines.push(
            desk.text("cli-status-conflict", &[("subject", &conflict.subject), ("field", &conflict.field)]),
        );
    }
    let data = json!({
        "title": title, "checklist": session.checklist().id, "rows": keys.len(), "claimed": claimed, "verdicts": by_verdict,
        "activities": { "done": done, "all": all }, "open_findings": open, "events": state.events(),
        "stages": by_stage.iter().map(|(s, n)| (s.code(), *n)).collect::<BTreeMap<_, _>>(), "open_points": points,
        "conflicts": conflicts.len(), "without_effect": idle, "forks": forks, "waiting": waiting.len(), "evidence": state.evidence().len(),
    });
    Ok(Answer::new(data, lines))
}

pub(crate) fn conclude(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let conclusion = session.conclude();
    let lines = match &conclusion {
        Conclusion::Component(c) => component(desk, &session, c),
        Conclusion::ServiceProvider(c) => provider(desk, c),
    };
    Ok(Answer::new(&conclusion, lines))
}

fn with_args(desk: &Desk<'_>, id: &str, subject: &str, args: &BTreeMap<String, String>) -> String {
    let mut all: Vec<(&str, &str)> = args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect();
    all.push(("subject", subject));
    all.push(("requirement", subject));
    desk.text(id, &all)
}

fn reasons(desk: &Desk<'_>, against: &[Reason], missing: &[Reason], remarks: &[Remark]) -> Vec<String> {
    let mut lines = Vec::new();
    let mut part = |heading: &str, texts: Vec<String>| {
        if !texts.is_empty() {
            lines.push(desk.text(heading, &[]));
            lines.extend(texts.into_iter().map(|t| format!("  - {t}")));
        }
    };
    let told = |r: &Reason| with_args(desk, &r.code.text_id(), &r.subject, &r.args);
    part("cli-conclude-against", against.iter().map(told).collect());
    part("cli-conclude-missing", missing.iter().map(told).collect());
    part(
        "cli-conclude-remarks",
        remarks.iter().map(|r| with_args(desk, &r.code.text_id(), &r.requirement, &r.args)).collect(),
    );
    lines
}

fn fr_names(list: &[u8]) -> String {
    list.iter().map(|fr| format!("FR {fr}")).collect::<Vec<_>>().join(", ")
}

fn outcome(desk: &Desk<'_>, text_id: &str, value: &impl serde::Serialize) -> String {
    let value = serde_json::to_value(value).unwrap_or_default();
    let frs: Vec<u8> = value
        .get("frs")
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|n| n.as_u64()?.try_into().ok())
        .collect();
    desk.text(text_id, &[("frs", &fr_names(&frs))])
}

fn component(desk: &Desk<'_>, session: &Session, c: &ComponentConclusion) -> Vec<String> {
    let mut lines = vec![outcome(desk, c.outcome.text_id(), &c.outcome)];
    let mut rows = vec![
        ["cli-level-fr", "cli-level-declared", "cli-level-native", "cli-level-integration", "cli-level-note"]
            .map(|id| desk.text(id, &[]))
            .to_vec(),
    ];
    let level = |n: Option<u8>| n.map_or_else(|| "–".to_owned(), |n| n.to_string());
    for fr in &c.frs {
        let group = session.checklist().group(&format!("FR{}", fr.fr));
        let name = group.map(|g| format!("FR {} {}", fr.fr, g.abbreviation)).unwrap_or_default();
        let confirmed = c.confirmed.is_some();
        rows.push(vec![
            name,
            level(fr.declared),
            level(confirmed.then_some(fr.native)),
            level(confirmed.then_some(fr.with_integration)),
            if fr.vacuous { desk.text("cli-level-vacuous", &[]) } else { String::new() },
        ]);
    }
    lines.extend(table(&rows));
    lines.extend(c.frs.iter().flat_map(|fr| blockers(desk, fr)));
    lines.extend(reasons(desk, &c.against, &c.missing, &c.remarks));
    let t = c.tuples.last();
    if let Some(t) = t {
        let n = [t.ra, t.nar, t.tr, t.fail, t.not_evaluated.total(), t.headings].map(|n| n.to_string());
        let [ra, nar, tr, fail, ne, headings] = &n;
        let args = [
            ("ra", ra.as_str()),
            ("nar", nar),
            ("tr", tr),
            ("fail", fail),
            ("ne", ne),
            ("headings", headings),
        ];
        lines.push(desk.text("cli-conclude-tuple", &args));
    }
    lines
}

/// For one FR: what blocks each level not reached inside the claim, and the smallest set that would raise it.
fn blockers(desk: &Desk<'_>, fr: &FrConclusion) -> Vec<String> {
    let number = fr.fr.to_string();
    let mut lines = Vec::new();
    for blocked in fr.native_not_reached.iter().filter(|n| n.within_claim) {
        let why = |r: &evaluation::blocks::BlockingRow| {
            let base = r.base.clone().unwrap_or_default();
            desk.text(
                &r.why.text_id(),
                &[("requirement", &r.requirement), ("subject", &r.requirement), ("base", &base)],
            )
        };
        let rows: Vec<String> = blocked.rows.iter().map(why).collect();
        let args =
            [("fr", number.as_str()), ("level", &blocked.level.to_string()), ("rows", &rows.join("; "))];
        lines.push(desk.text("cli-conclude-blocked", &args));
    }
    if let Some(raise) = fr.raise_native.as_ref().filter(|_| fr.native < fr.covered) {
        let (from, to) = (raise.from.to_string(), raise.to.to_string());
        let rows = raise.requirements.join(", ");
        lines.push(
            desk.text(
                "cli-conclude-raise",
                &[("fr", &number), ("from", &from), ("to", &to), ("rows", &rows)],
            ),
        );
    }
    lines
}

fn provider(desk: &Desk<'_>, c: &ProviderConclusion) -> Vec<String> {
    let mut lines = vec![outcome(desk, c.outcome.text_id(), &c.outcome)];
    let heading = [
        "cli-tuple-group",
        "cli-tuple-ra",
        "cli-tuple-nar",
        "cli-tuple-tr",
        "cli-tuple-fail",
        "cli-tuple-ne",
        "cli-tuple-ml",
    ];
    let mut rows = vec![heading.map(|id| desk.text(id, &[])).to_vec()];
    for t in &c.tuples {
        let ml = c.maturity.iter().find(|m| m.group == t.group);
        let numbers = [t.ra, t.nar, t.tr, t.fail, t.not_evaluated.total()].map(|n| n.to_string());
        let spread = ml.map(|m| m.distribution.map(|n| n.to_string()).join(" / ")).unwrap_or_default();
        rows.push([vec![t.group.clone()], numbers.to_vec(), vec![spread]].concat());
    }
    lines.extend(table(&rows));
    for role in &c.by_role {
        if let Some(t) = role.tuples.last() {
            let n = [t.ra, t.nar, t.tr, t.fail, t.not_evaluated.total()].map(|n| n.to_string());
            let [ra, nar, tr, fail, ne] = &n;
            let args = [
                ("role", role.role.as_str()),
                ("ra", ra),
                ("nar", nar),
                ("tr", tr),
                ("fail", fail),
                ("ne", ne),
            ];
            lines.push(desk.text("cli-conclude-role", &args));
        }
    }
    if let Some(total) = c.maturity.last() {
        let lowest = total.lowest.map_or_else(|| "–".to_owned(), |n| n.to_string());
        lines.push(desk.text("cli-conclude-lowest", &[("lowest", &lowest)]));
        if let Some(raise) = &total.raise {
            let rows: Vec<String> = raise
                .rows
                .iter()
                .map(|r| {
                    let key = RowKey {
                        requirement: r.requirement.clone(),
                        role: r.role.clone(),
                        component: r.component.clone(),
                    };
                    key.to_string()
                })
                .collect();
            let (to, count) = (raise.to.to_string(), rows.len().to_string());
            lines.push(desk.text(
                "cli-conclude-raise-ml",
                &[("to", &to), ("count", &count), ("rows", &rows.join(", "))],
            ));
        }
    }
    lines.extend(reasons(desk, &c.against, &c.missing, &c.remarks));
    lines
}

pub(crate) fn log(desk: &Desk<'_>, args: &Log) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let mut told = trail_log::log(&session)?;
    if let Some(row) = &args.row {
        told.retain(|t| t.args.get("row") == Some(row) || t.subject == *row);
    }
    if let Some(last) = args.last {
        let first = told.len().saturating_sub(last);
        told.drain(..first);
    }
    let line = |t: &trail_log::Told| {
        let args: Vec<(&str, String)> = t.args.iter().map(|(k, v)| (k.as_str(), short(v, 120))).collect();
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let id = if desk.words.has(&t.text) { t.text.as_str() } else { "log-unknown" };
        let said =
            if id == "log-unknown" { desk.text(id, &[("kind", &t.kind)]) } else { desk.text(id, &args) };
        let mark =
            if t.counts { String::new() } else { format!(" ({})", desk.text("log-counts-for-nothing", &[])) };
        let mark = if t.forked { format!("{mark} ({})", desk.text("log-two-histories", &[])) } else { mark };
        let replaces =
            if t.replaces > 0 { format!(" {}", desk.text("log-replaces", &[])) } else { String::new() };
        vec![
            format!("{:>5}", t.entry),
            t.time.clone(),
            format!("{}{mark}", t.author),
            format!("{said}{replaces}"),
        ]
    };
    let lines = table(&told.iter().map(line).collect::<Vec<_>>());
    Ok(Answer::new(told, lines))
}

pub(crate) fn series(desk: &Desk<'_>, args: &Series) -> Result<Answer, Problem> {
    let register = SeriesRegister::parse(packs::SERIES).map_err(|problems| {
        Problem::new("pack-damaged")
            .with("why", problems.first().map(ToString::to_string).unwrap_or_default())
    })?;
    let phase = args.phase.map(|phase| match phase {
        args::Phase::Assess => series::Phase::Assess,
        args::Phase::Develop => series::Phase::Develop,
        args::Phase::Maintain => series::Phase::Maintain,
    });
    let used = |d: &series::SeriesDocument| phase.is_none_or(|phase| d.phases().contains(&phase));
    let data = serde_json::to_value(&register).unwrap_or_default();
    let mut lines = vec![desk.text("series-as-of", &[("as-of", &register.as_of)])];
    for (tier, documents) in register.by_tier() {
        if args.tier.is_some_and(|wanted| wanted != tier.number) {
            continue;
        }
        let documents: Vec<_> = documents.into_iter().filter(|d| used(d)).collect();
        if documents.is_empty() {
            continue;
        }
        lines.push(String::new());
        lines.push(format!("{} {}", tier.number, tier.label));
        let mut rows = vec![
            ["series-document", "series-type", "series-status", "series-scope", "series-phase"]
                .map(|id| desk.text(id, &[]))
                .to_vec(),
        ];
        for document in documents {
            let said = serde_json::to_value(document).unwrap_or_default();
            rows.extend(series_rows(desk, &said));
        }
        lines.extend(table(&rows));
    }
    // Where it leads: the checklists that serve what was listed.
    lines.push(String::new());
    for pack in packs::PACKS {
        let checklist = packs::read(pack.bytes)?;
        let serves = |d: &&series::SeriesDocument| used(d) && d.is_served_by(&checklist.document);
        if let Some(document) = register.documents.iter().find(serves)
            && args.tier.is_none_or(|tier| tier == document.tier)
        {
            let named = [("document", document.id.as_str()), ("id", &checklist.id), ("part", pack.part)];
            lines.push(desk.text("series-served", &named));
        }
    }
    Ok(Answer::new(data, lines))
}

/// What is, and below it what the overview states where that differs.
fn series_rows(desk: &Desk<'_>, document: &Value) -> Vec<Vec<String>> {
    let text = |part: &str, key: &str| match document.get(part).and_then(|p| p.get(key)) {
        Some(Value::String(s)) => s.clone(),
        Some(Value::Array(list)) => list.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "),
        _ => String::new(),
    };
    let differs = document.get("differs").and_then(Value::as_array).is_some_and(|d| !d.is_empty());
    let of = |part: &str, name: String| {
        let scope = if part == "actual" {
            document.get("certification_scope").and_then(Value::as_str).unwrap_or_default().to_owned()
        } else {
            String::new()
        };
        vec![
            name,
            text(part, "type"),
            short(&text(part, "status"), 60),
            short(&scope, 36),
            text(part, "lifecycle_phase"),
        ]
    };
    let mut rows = vec![of("actual", document["id"].as_str().unwrap_or_default().to_owned())];
    if differs {
        rows.push(of("overview", desk.text("series-overview-says", &[])));
    }
    rows
}

pub(crate) fn vectors(desk: &Desk<'_>, job: &VectorsJob) -> Result<Answer, Problem> {
    let VectorsJob::Levels(args) = job;
    let checklist = packs::read(packs::find(&args.checklist)?.bytes)?;
    let bytes = desk.read(&args.file)?;
    let results = levels::check_cases(&checklist, &bytes).map_err(|p| {
        let (line, column) = (p.line.to_string(), p.column.to_string());
        Problem::new("vectors-unreadable")
            .with("path", args.file.display())
            .with("line", line)
            .with("column", column)
            .with("why", &p.detail)
    })?;
    let mut lines = Vec::new();
    let mut wrong = 0;
    for result in &results {
        if result.differences.is_empty() {
            lines.push(format!("{}: ok", result.name));
            continue;
        }
        wrong += 1;
        for difference in &result.differences {
            let said = serde_json::to_string(difference).unwrap_or_default();
            lines.push(format!("{}: {said}", result.name));
        }
    }
    let (all, wrong_text) = (results.len().to_string(), wrong.to_string());
    lines.push(desk.text("vectors-total", &[("all", &all), ("wrong", &wrong_text)]));
    let data: Vec<Value> = results
        .iter()
        .map(|r| json!({ "name": r.name, "ok": r.differences.is_empty(), "differences": r.differences }))
        .collect();
    Ok(Answer { failed: wrong > 0, ..Answer::new(data, lines) })
}
