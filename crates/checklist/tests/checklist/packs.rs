//! The shipped files, small ones that the tests build, and a way to reach a place in one.

use checklist::{
    Checklist, PackProblem, guidance::Guidance, profile::Profile, series::SeriesRegister, text::TextPack,
};
use serde_json::{Value, json};
use std::sync::LazyLock;

pub(crate) const COMPONENT: &[u8] = include_bytes!("../../../../checklists/iec-62443-4-2-2019/pack.json");
pub(crate) const PROVIDER: &[u8] = include_bytes!("../../../../checklists/iec-62443-2-4-2023/pack.json");
pub(crate) const SERIES: &[u8] = include_bytes!("../../../../checklists/series.json");
pub(crate) const FIREWALL: &[u8] =
    include_bytes!("../../../../fixtures/profiles/industrial-firewall-sl2.json");
pub(crate) const WATER: &[u8] = include_bytes!("../../../../fixtures/profiles/water-maintenance.json");

pub(crate) fn component() -> Checklist {
    static LIST: LazyLock<Checklist> =
        LazyLock::new(|| Checklist::parse(COMPONENT).expect("the shipped 4-2 pack is good"));
    LIST.clone()
}

pub(crate) fn provider() -> Checklist {
    static LIST: LazyLock<Checklist> =
        LazyLock::new(|| Checklist::parse(PROVIDER).expect("the shipped 2-4 pack is good"));
    LIST.clone()
}

/// The good file that a vector names, before it is spoiled.
pub(crate) fn file(name: &str) -> Value {
    let shipped = |bytes| serde_json::from_slice(bytes).expect("a shipped file is JSON");
    match name {
        "component" => shipped(COMPONENT),
        "provider" => shipped(PROVIDER),
        "series" => shipped(SERIES),
        "firewall" => shipped(FIREWALL),
        "water" => shipped(WATER),
        "component-guidance" => guidance(&component()),
        "provider-guidance" => guidance(&provider()),
        "component-profile" => component_profile(&component()),
        "provider-profile" => provider_profile(&provider()),
        "texts" => texts(),
        other => panic!("no such file: {other}"),
    }
}

/// Every problem of `bytes`, read as the kind of file that the name stands for.
pub(crate) fn problems(name: &str, bytes: &[u8]) -> Vec<PackProblem> {
    match name {
        "component" | "provider" => Checklist::parse(bytes).err(),
        "series" => SeriesRegister::parse(bytes).err(),
        "firewall" | "component-profile" => Profile::parse(bytes, &component()).err(),
        "water" | "provider-profile" => Profile::parse(bytes, &provider()).err(),
        "component-guidance" => Guidance::parse(bytes, &component()).err(),
        "provider-guidance" => Guidance::parse(bytes, &provider()).err(),
        "texts" => TextPack::parse(bytes, &component()).err(),
        other => panic!("no such file: {other}"),
    }
    .unwrap_or_default()
}

/// The least guidance that a checklist may have: one bare entry for each row.
pub(crate) fn guidance(list: &Checklist) -> Value {
    let rows: Vec<Value> = list
        .requirements
        .iter()
        .map(|row| {
            let levels: Vec<Value> = (row.selected_from.unwrap_or(1)..=4)
                .map(|level| json!({"level": level, "expects": "More than the level below."}))
                .collect();
            let mut entry = json!({
                "id": row.id,
                "objective": "The aim of the row is met.",
                "checks": ["Is it done?", "Is it recorded?"],
                "evidence": [{"class": "interview", "examples": ["who does it"]}],
                "not_enough": ["A promise"],
                "levels": levels,
                "confidence": "low",
            });
            if list.object.has_security_levels() {
                entry["untestable"] = "Only its record can be read.".into();
            }
            entry
        })
        .collect();
    json!({"schema": "assay-guidance/1", "checklist": list.id, "as_of": "2026-11", "rows": rows})
}

fn profile(list: &Checklist, requirements: Value) -> Value {
    json!({
        "schema": "iec62443-profile/1",
        "id": "urn:example:profile:small:1",
        "title": "A small profile",
        "version": "1",
        "status": "draft",
        "publisher": "Example",
        "document_type": "PAS",
        "date": "2026-11",
        "is_official_62443_5": false,
        "context": {
            "sector": "rail",
            "object": "onboard unit",
            "reference_architecture": "One unit for each train",
            "assumptions": ["The driver's cab is locked"],
            "term_map": [{"term": "railway undertaking", "means": "asset owner"}],
            "threats": [{"threat": "A false timetable", "consequence": "Trains are late"}],
        },
        "risk_evaluation": {"reference": "RE 1", "date": "2026-10", "summary": "Low."},
        "base": [{
            "standard": list.document,
            "edition": list.edition,
            "checklist_id": list.id,
            "checklist_sha256": list.digest.to_string(),
        }],
        "default": {"selection": "included"},
        "requirements": requirements,
    })
}

fn component_profile(list: &Checklist) -> Value {
    let rows = json!([
        {"ref": "CR 1.1", "selection": "included", "min_sl": 2, "guidance": "Look at the service plug too."},
        {"ref": "CR 1.1 RE(1)", "selection": "included"},
        {"ref": "NDR 5.2 RE(2)", "selection": "included", "min_sl": 3, "justification": "Trains must go on."},
        {"ref": "SAR 3.2", "selection": "excluded", "justification": "The unit is no application."},
    ]);
    let mut profile = profile(list, rows);
    profile["security_level"] = json!([1, 2, 1, 0, 2, 1, 4]);
    profile
}

fn provider_profile(list: &Checklist) -> Value {
    let rows = json!([
        {"ref": "SP.07.04 BR", "selection": "included", "min_ml": 3},
        {"ref": "SP.05.01 BR", "selection": "excluded", "justification": "There is no SIS."},
    ]);
    profile(list, rows)
}

fn texts() -> Value {
    json!({
        "schema": "assay-text/1",
        "checklist": "iec-62443-4-2-2019",
        "document": "EN IEC 62443-4-2",
        "edition": "2019",
        "language": "en",
        "licensee": "Example Ltd",
        "texts": [
            {"id": "CR 1.1", "text": "Invented words for the first row.\nThey have a second line."},
            {"id": "CR 1.10", "text": "Invented words for another row."},
            {"id": "CR 1.6", "text": "Invented words for a heading."},
        ],
    })
}

/// Splits `requirements[5].parent` into the place that holds it and its last step.
pub(crate) fn reach<'a>(root: &'a mut Value, path: &str) -> (&'a mut Value, String) {
    let mut steps: Vec<String> =
        path.replace('[', ".").replace(']', "").split('.').map(String::from).collect();
    let last = steps.pop().expect("a path has a step");
    let mut at = root;
    for step in steps {
        at = match at {
            Value::Array(items) => &mut items[step.parse::<usize>().expect("an index")],
            other => &mut other[&step],
        };
    }
    (at, last)
}
