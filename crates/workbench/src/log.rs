//! The trail in words: each event as a text id with arguments.

use std::collections::{BTreeMap, BTreeSet};

use evaluation::event::RowKey;
use serde::Serialize;
use trail::{ChainId, EventId, json::Value};

use crate::{Problem, Session};

/// One event, told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Told {
    /// Number in its chain, from 1.
    pub entry: u64,
    /// The device's claim of the time.
    pub time: String,
    /// Who recorded it.
    pub author: String,
    /// Whether it counts: what a key records without being admitted, or without the role, is kept and changes nothing.
    pub counts: bool,
    /// Event id.
    pub id: String,
    /// Kind with version.
    pub kind: String,
    /// Text id, `log-verdict-set`.
    pub text: String,
    /// Arguments of the text.
    pub args: BTreeMap<String, String>,
    /// The row, activity or finding it is about.
    pub subject: String,
    /// The replaced events' number.
    pub replaces: usize,
    /// Whether it is in one of two histories of its key, which wrote from two copies.
    pub forked: bool,
}

/// Every event in the order the dossier received it.
///
/// # Errors
/// The dossier can't be read.
pub fn log(session: &Session) -> Result<Vec<Told>, Problem> {
    let actors = session.state().actors();
    let idle: BTreeSet<EventId> = session.state().without_effect().into_iter().map(|(_, id)| id).collect();
    let forks: BTreeMap<ChainId, u64> = session
        .dossier()
        .heads()
        .into_iter()
        .filter_map(|head| Some((head.chain, head.forked_at?)))
        .collect();
    let mut told = Vec::new();
    let mut unreadable = None;
    session.dossier().each_event(0..u64::MAX, &mut |stored| {
        match told_of(&stored) {
            Ok(event) => {
                let chain = stored.event().ok().map(|e| e.chain);
                let forked = chain.and_then(|chain| forks.get(&chain)).is_some_and(|seq| event.entry > *seq);
                let actor = actors.iter().find(|a| Some(a.chain) == chain);
                told.push(Told {
                    author: actor.map(|a| a.name.clone()).unwrap_or_default(),
                    counts: !idle.contains(&stored.id),
                    forked,
                    ..event
                });
            }
            Err(problem) => unreadable = Some(problem),
        }
        Ok(())
    })?;
    match unreadable {
        Some(problem) => Err(problem),
        None => Ok(told),
    }
}

/// One event, told by itself: its author is not looked up, and it is taken to count.
///
/// # Errors
/// The event can't be read.
pub fn told_of(stored: &dossier::StoredEvent) -> Result<Told, Problem> {
    let read = stored.event().ok().and_then(|e| Some((e.payload().ok()?, e)));
    let (payload, event) =
        read.ok_or_else(|| Problem::new("session-event-unreadable").with("why", stored.id))?;
    let args = arguments(&payload);
    Ok(Told {
        entry: event.seq.saturating_add(1),
        time: event.time.to_owned(),
        author: String::new(),
        counts: true,
        id: event.id.to_string(),
        kind: event.kind.to_owned(),
        text: text_id(event.kind),
        subject: subject(&args),
        replaces: payload.get("supersedes").and_then(Value::as_list).map_or(0, |l| l.len()),
        forked: false,
        args,
    })
}

/// `verdict.set/1` is told by `log-verdict-set`.
fn text_id(kind: &str) -> String {
    let name = kind.split('/').next().unwrap_or_default();
    format!("log-{}", name.replace('.', "-"))
}

fn subject(args: &BTreeMap<String, String>) -> String {
    let named = [
        "row",
        "activity",
        "finding",
        "field",
        "name",
        "number",
        "purpose",
        "point",
        "contribution",
        "stratum",
    ];
    named.iter().find_map(|k| args.get(*k)).cloned().unwrap_or_default()
}

/// Every top-level field as text: rows as they are shown, lists joined, the answer of a claim taken out of its cell.
fn arguments(payload: &Value) -> BTreeMap<String, String> {
    let Some(map) = payload.as_map() else { return BTreeMap::new() };
    let mut args: BTreeMap<String, String> = map.iter().map(|(k, v)| (k.clone(), plain(k, v))).collect();
    for (name, key) in [("answer", "response"), ("place", "response")] {
        let part = if name == "answer" { "text" } else { "cell" };
        if let Some(text) = payload.get(key).and_then(|r| r.get(part)).and_then(Value::as_text) {
            args.insert(name.to_owned(), text.to_owned());
        }
    }
    if let Some(actor) = payload.get("actor") {
        for key in ["name", "organisation"] {
            let text = actor.get(key).and_then(Value::as_text).unwrap_or_default();
            args.insert(key.to_owned(), text.to_owned());
        }
    }
    if let Some(events) = payload.get("events").and_then(Value::as_list) {
        args.insert("count".to_owned(), events.len().to_string());
        args.entry("reason".to_owned()).or_insert_with(|| "–".to_owned());
    }
    of_process(payload, &mut args);
    // Lists as long as the checklist are told by their length.
    for long in ["rows", "review", "set_aside", "left_out", "population", "visits"] {
        if let Some(list) = payload.get(long).and_then(Value::as_list) {
            args.insert(long.to_owned(), list.len().to_string());
        }
    }
    if let Some(Value::List(visits)) = payload.get("visits") {
        let first = visits.first().and_then(|v| v.get("due")).and_then(Value::as_text);
        args.insert("due".to_owned(), first.unwrap_or_default().to_owned());
    }
    if payload.get("left_out").is_some() {
        args.entry("name".to_owned()).or_insert_with(|| "–".to_owned());
    }
    // Places are counted from 0 in the trail and entries from 1 on screen.
    if let Some(last) = payload.get("last").and_then(Value::as_int) {
        args.insert("entry".to_owned(), last.saturating_add(1).to_string());
    }
    if payload.get("linked").is_some() {
        let about = subject(&args);
        args.insert("about".to_owned(), about);
    }
    args
}

/// What the people of a case and a review record, where a list or a map says less than a sentence needs.
fn of_process(payload: &Value, args: &mut BTreeMap<String, String>) {
    let list = |key: &str| payload.get(key).and_then(Value::as_list).unwrap_or_default();
    if let Some(points) = payload.get("points").and_then(Value::as_map) {
        let tied = |tie: &&Value| tie.get("tie") == Some(&Value::Bool(true));
        args.insert("ties".to_owned(), points.values().filter(tied).count().to_string());
    }
    if payload.get("areas").is_some() {
        let names = list("areas").iter().filter_map(|area| area.get("name").and_then(Value::as_text));
        args.insert("areas".to_owned(), names.collect::<Vec<_>>().join(", "));
    }
    if payload.get("contribution").is_some() {
        let about: Vec<String> = list("rows")
            .iter()
            .map(|row| plain("row", row))
            .chain(list("activities").iter().map(|a| plain("", a)))
            .collect();
        args.insert("about".to_owned(), about.join(", "));
    } else if payload.get("point").is_some() {
        let about = ["row", "activity", "finding"].iter().find_map(|key| args.get(*key)).cloned();
        args.insert("about".to_owned(), about.unwrap_or_else(|| "–".to_owned()));
    }
    if let Some(reasons) = args.get_mut("reasons").filter(|_| !list("conditions").is_empty()) {
        let conditions: Vec<String> = list("conditions").iter().map(|c| plain("", c)).collect();
        *reasons = format!("{reasons} ({})", conditions.join("; "));
    }
}

fn plain(key: &str, value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(b) => b.to_string(),
        Value::Int(n) => n.to_string(),
        Value::Text(text) => text.clone(),
        Value::List(list) => list.iter().map(|v| plain("", v)).collect::<Vec<_>>().join(", "),
        Value::Map(map) if key == "row" => {
            let part = |k: &str| map.get(k).and_then(Value::as_text).map(str::to_owned);
            let requirement = part("requirement").unwrap_or_default();
            RowKey { requirement, role: part("role"), component: part("component") }.to_string()
        }
        Value::Map(map) => {
            map.iter().map(|(k, v)| format!("{k}: {}", plain(k, v))).collect::<Vec<_>>().join(", ")
        }
    }
}
