//! The shipped packs, and a way to reach a place in one.

use serde_json::Value;

pub(crate) const COMPONENT: &[u8] = include_bytes!("../../../../checklists/iec-62443-4-2-2019/pack.json");
pub(crate) const PROVIDER: &[u8] = include_bytes!("../../../../checklists/iec-62443-2-4-2023/pack.json");
pub(crate) const SERIES: &[u8] = include_bytes!("../../../../checklists/series.json");

/// The file that a vector names.
pub(crate) fn file(name: &str) -> &'static [u8] {
    match name {
        "component" => COMPONENT,
        "provider" => PROVIDER,
        "series" => SERIES,
        other => panic!("no such pack: {other}"),
    }
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
