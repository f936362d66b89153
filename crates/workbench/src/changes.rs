//! What has changed between two data sets of reports, row by row: between what an issued report says and what its
//! dossier says now.
//!
//! Both sides are read as JSON, so that a report of an earlier version is compared as far as both have a member. Lists
//! are matched by what names their entries (a row by requirement, role and component), never by place.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Which list it is in: `rows`, `activities`, `findings`, `evidence`, `people`, `conclusion`, or the member of the
    /// data set (`claim`, `object` …).
    pub part: String,
    /// What it is about: `CR 1.1`, `SP.01.02 BR (integration)`, `F-002`, a name; empty for a member that is no list.
    pub subject: String,
    /// The field; empty where the whole entry was added or is gone.
    pub field: String,
    /// What the report says; absent where it says nothing.
    pub then: Option<String>,
    /// What the dossier says now; absent where it says nothing.
    pub now: Option<String>,
}

/// Members that say when and how a report was made and not what was evaluated.
const OF_THE_ISSUE: [&str; 3] = ["schema", "report", "integrity"];

/// What names an entry of a list, by the list's member.
const NAMED_BY: [(&str, &[&str]); 10] = [
    ("rows", &["id", "role", "component"]),
    ("activities", &["id"]),
    ("findings", &["id"]),
    ("evidence", &["sha256"]),
    ("people", &["name", "organisation"]),
    ("conflicts", &["subject", "field"]),
    ("levels", &["fr"]),
    ("tuples", &["group", "role"]),
    ("role_tuples", &["group", "role"]),
    ("counts", &["group"]),
];

/// Everything that differs in what was evaluated and concluded, in the order of the data set and of the rows.
#[must_use]
pub fn between(then: &Value, now: &Value) -> Vec<Change> {
    let (then, now) = (by_digest(then), by_digest(now));
    let mut found = Vec::new();
    for part in order(&then, &now) {
        let at = At { part: &part, subject: String::new(), path: String::new() };
        compare(&at, &part, then.get(&part), now.get(&part), &mut found);
    }
    found
}

/// The members to compare: rows first, since they are what is asked about.
fn order(then: &Value, now: &Value) -> Vec<String> {
    let first = ["conclusion", "statement", "rows", "activities", "findings", "claim", "object"];
    let keys = |value: &Value| value.as_object().into_iter().flat_map(Map::keys).cloned().collect::<Vec<_>>();
    let all: BTreeSet<String> = keys(then).into_iter().chain(keys(now)).collect();
    let mut parts: Vec<String> =
        first.iter().filter(|p| all.contains(**p)).map(|p| (*p).to_owned()).collect();
    let rest =
        all.into_iter().filter(|p| !first.contains(&p.as_str()) && !OF_THE_ISSUE.contains(&p.as_str()));
    parts.extend(rest);
    parts
}

struct At<'a> {
    part: &'a str,
    subject: String,
    path: String,
}

impl At<'_> {
    fn field(&self, name: &str) -> Self {
        let path = if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) };
        At { part: self.part, subject: self.subject.clone(), path }
    }

    fn change(&self, then: Option<&Value>, now: Option<&Value>) -> Change {
        Change {
            part: self.part.to_owned(),
            subject: self.subject.clone(),
            field: self.path.clone(),
            then: then.and_then(said),
            now: now.and_then(said),
        }
    }
}

fn compare(at: &At<'_>, name: &str, then: Option<&Value>, now: Option<&Value>, found: &mut Vec<Change>) {
    // What one side has no word for and the other leaves empty is the same silence.
    if then == now || then.and_then(said) == now.and_then(said) {
        return;
    }
    match (then, now) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                compare(&at.field(key), key, a.get(key), b.get(key), found);
            }
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            match NAMED_BY.iter().find(|(list, _)| *list == name) {
                Some((_, named_by)) => entries(at, named_by, a, b, found),
                None => found.push(at.change(then, now)),
            }
        }
        _ => found.push(at.change(then, now)),
    }
}

fn entries(at: &At<'_>, named_by: &[&str], then: &[Value], now: &[Value], found: &mut Vec<Change>) {
    let named = |list: &[Value]| -> BTreeMap<String, Value> {
        list.iter().map(|entry| (name_of(entry, named_by), entry.clone())).collect()
    };
    let (was, is) = (named(then), named(now));
    let mut seen = BTreeSet::new();
    for entry in then.iter().chain(now) {
        let name = name_of(entry, named_by);
        if !seen.insert(name.clone()) {
            continue;
        }
        // Below the top, the entry is part of the path, as in `levels FR 1`.
        let inner = if at.subject.is_empty() && at.path.is_empty() {
            At { part: at.part, subject: shown(entry, &name), path: String::new() }
        } else {
            at.field(&name)
        };
        match (was.get(&name), is.get(&name)) {
            (Some(a), Some(b)) => compare(&inner, "", Some(a), Some(b), found),
            (a, b) => found.push(inner.change(a.map(whole).as_ref(), b.map(whole).as_ref())),
        }
    }
}

/// The entry as one text, for one that was added or is gone: what it says first.
fn whole(entry: &Value) -> Value {
    let telling = ["verdict", "state", "statement", "title", "roles", "values", "native"];
    let found = telling.iter().find_map(|key| entry.get(key).filter(|value| said(value).is_some()));
    found.cloned().unwrap_or_else(|| entry.clone())
}

fn name_of(entry: &Value, named_by: &[&str]) -> String {
    let parts = named_by.iter().filter_map(|key| entry.get(*key).and_then(said));
    parts.collect::<Vec<_>>().join(" ")
}

/// As a person would call it: a row's role in brackets, a piece of evidence by title.
fn shown(entry: &Value, name: &str) -> String {
    let text = |key: &str| entry.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    if let (Some(title), Some(_)) = (text("title"), text("sha256")) {
        return title.to_owned();
    }
    match (text("id"), text("role"), text("component")) {
        (Some(id), Some(role), None) => format!("{id} ({role})"),
        (Some(id), Some(role), Some(component)) => format!("{id} ({role}, {component})"),
        (Some(id), ..) => id.to_owned(),
        _ => name.to_owned(),
    }
}

/// The value as text; nothing for what says nothing.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::Null => None,
        Value::Bool(b) => Some(b.to_string()),
        Value::Number(n) => Some(n.to_string()),
        Value::String(text) => (!text.is_empty()).then(|| text.clone()),
        Value::Array(list) => {
            let parts: Vec<String> = list.iter().filter_map(said).collect();
            (!parts.is_empty()).then(|| parts.join(", "))
        }
        Value::Object(map) => {
            let parts: Vec<String> =
                map.iter().filter_map(|(key, value)| Some(format!("{key}: {}", said(value)?))).collect();
            (!parts.is_empty()).then(|| parts.join("; "))
        }
    }
}

/// The data set with each use of evidence named by the evidence's title: numbers of evidence follow from the order of
/// registration, which may come out otherwise when copies were merged.
fn by_digest(data: &Value) -> Value {
    let mut titles = BTreeMap::new();
    for item in data.get("evidence").and_then(Value::as_array).into_iter().flatten() {
        let text = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
        titles.insert(text("id").to_owned(), text("title").to_owned());
    }
    let mut data = data.clone();
    for list in ["rows", "activities", "findings"] {
        for entry in data.get_mut(list).and_then(Value::as_array_mut).into_iter().flatten() {
            for used in entry.get_mut("evidence").and_then(Value::as_array_mut).into_iter().flatten() {
                let title = used.get("id").and_then(Value::as_str).and_then(|id| titles.get(id)).cloned();
                if let (Some(title), Some(id)) = (title, used.get_mut("id")) {
                    *id = Value::String(title);
                }
            }
        }
    }
    for item in data.get_mut("evidence").and_then(Value::as_array_mut).into_iter().flatten() {
        if let Some(item) = item.as_object_mut() {
            item.remove("id");
        }
    }
    data
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Value {
        let text = include_str!("../../../fixtures/reports/component-certification_body.json");
        serde_json::from_str(text).expect("the sample is JSON")
    }

    fn row<'a>(data: &'a mut Value, id: &str) -> &'a mut Value {
        let rows = data.get_mut("rows").and_then(Value::as_array_mut).expect("rows");
        rows.iter_mut().find(|row| row.get("id").and_then(Value::as_str) == Some(id)).expect("the row")
    }

    #[test]
    fn nothing_differs_from_itself_nor_from_another_issue_of_the_same() {
        let then = sample();
        let mut now = then.clone();
        now["report"]["number"] = "another".into();
        now["integrity"]["chains"] = Value::Array(Vec::new());
        assert_eq!(between(&then, &now), [], "number, date and seals are no change of what was evaluated");
    }

    #[test]
    fn a_verdict_that_changed_is_named_with_both_values() {
        let then = sample();
        let mut now = then.clone();
        row(&mut now, "CR 1.1")["verdict"] = "not_fulfilled".into();
        let expected = Change {
            part: "rows".to_owned(),
            subject: "CR 1.1".to_owned(),
            field: "verdict".to_owned(),
            then: Some("fulfilled".to_owned()),
            now: Some("not_fulfilled".to_owned()),
        };
        assert_eq!(between(&then, &now), [expected]);
    }

    #[test]
    fn order_and_numbers_of_evidence_are_no_change() {
        let then = sample();
        let mut now = then.clone();
        now["rows"].as_array_mut().expect("rows").reverse();
        let renamed = now.to_string().replace("\"E-001\"", "\"E-901\"");
        let now: Value = serde_json::from_str(&renamed).expect("JSON");
        assert_eq!(between(&then, &now), [], "the same evidence under another number is the same evidence");
    }

    #[test]
    fn every_single_change_of_a_row_is_found_and_no_other() {
        let then = sample();
        let ids: Vec<String> =
            then["rows"].as_array().expect("rows").iter().map(|r| r["id"].to_string()).collect();
        for (at, id) in ids.iter().enumerate() {
            let mut now = then.clone();
            now["rows"][at]["rationale"] = "Looked at again".into();
            let found = between(&then, &now);
            assert_eq!(found.len(), 1, "one change for {id}: {found:?}");
            assert_eq!(
                found.first().map(|c| format!("{:?}", c.subject)),
                Some(id.clone()),
                "and it names the row"
            );
        }
    }

    #[test]
    fn what_was_added_and_what_is_gone_is_named() {
        let then = sample();
        let mut now = then.clone();
        let findings = now["findings"].as_array_mut().expect("findings");
        let gone = findings.remove(0);
        let found = between(&then, &now);
        let about: Vec<&Change> = found.iter().filter(|c| c.part == "findings").collect();
        assert_eq!(about.len(), 1, "one finding is gone: {found:?}");
        assert_eq!(
            about.first().map(|c| (c.subject.as_str(), c.now.as_deref())),
            Some((gone["id"].as_str().unwrap_or_default(), None))
        );
        let back = between(&now, &then);
        assert!(
            back.iter().any(|c| c.part == "findings" && c.then.is_none()),
            "and seen from the other side, added"
        );
    }

    #[test]
    fn a_level_that_fell_is_found_in_the_conclusion() {
        let then = sample();
        let mut now = then.clone();
        now["conclusion"]["component"]["levels"][1]["native"] = 1.into();
        let found = between(&then, &now);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found.first().map(|c| c.field.as_str()), Some("component.levels.2.native"), "FR 2");
    }
}
