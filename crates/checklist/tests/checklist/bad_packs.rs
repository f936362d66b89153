//! Each vector spoils a good file in one place and declares every problem
//! that the loader must then report, with place, id and reason.

use crate::packs::{self, reach};
use serde_json::Value;

/// The vectors, by the kind of file that they spoil.
const VECTORS: &[(&str, &str)] = &[
    ("bad-packs.json", include_str!("bad-packs.json")),
    ("bad-guidance.json", include_str!("bad-guidance.json")),
    ("bad-profiles.json", include_str!("bad-profiles.json")),
    ("bad-texts.json", include_str!("bad-texts.json")),
];

/// Applies one change of a vector. `set`, `insert`, `remove` and `swap` work on the JSON, `text`
/// on the bytes of the file, for what JSON libraries would not let through.
fn change(value: &mut Value, text: &mut Option<String>, change: &Value) {
    let at = |name: &str| change[name].as_str().expect("a path").to_string();
    if change.get("set").is_some() {
        let (place, last) = reach(value, &at("set"));
        match place {
            Value::Array(items) => items[last.parse::<usize>().expect("an index")] = change["to"].clone(),
            other => other[&last] = change["to"].clone(),
        }
    } else if change.get("insert").is_some() {
        let (place, last) = reach(value, &at("insert"));
        let items = place.as_array_mut().expect("a list");
        items.insert(last.parse().expect("an index"), change["value"].clone());
    } else if change.get("remove").is_some() {
        let (place, last) = reach(value, &at("remove"));
        match place {
            Value::Array(items) => drop(items.remove(last.parse().expect("an index"))),
            other => assert!(
                other.as_object_mut().expect("an object").remove(&last).is_some(),
                "a vector must remove something that is there: {last}"
            ),
        }
    } else if change.get("swap").is_some() {
        let (place, last) = reach(value, &at("swap"));
        let first = last.parse::<usize>().expect("an index");
        place.as_array_mut().expect("a list").swap(first, first + 1);
    } else {
        let old = at("text");
        let whole = text.take().unwrap_or_else(|| value.to_string());
        assert!(whole.contains(&old), "a vector must replace something that is there: {old}");
        *text = Some(whole.replacen(&old, &at("with"), 1));
    }
}

/// The bytes of the good file that the vector names, spoiled as it says.
pub(crate) fn spoiled(vector: &Value) -> Vec<u8> {
    let mut value = packs::file(vector["pack"].as_str().expect("the name of a good file"));
    let mut text = None;
    for one in vector["changes"].as_array().expect("changes") {
        change(&mut value, &mut text, one);
    }
    text.unwrap_or_else(|| value.to_string()).into_bytes()
}

/// The texts in a list of a vector.
pub(crate) fn expected<'a>(vector: &'a Value, name: &str) -> Vec<&'a str> {
    let all = vector[name].as_array().expect("a list of what is expected");
    all.iter().map(|one| one.as_str().expect("a text")).collect()
}

fn problems(pack: &str, bytes: &[u8]) -> Vec<String> {
    packs::problems(pack, bytes).iter().map(ToString::to_string).collect()
}

#[test]
fn a_bad_file_is_refused_with_every_problem_its_place_and_its_reason() {
    let mut wrong = Vec::new();
    for (file, vectors) in VECTORS {
        let vectors: Value = serde_json::from_str(vectors).expect("the vectors are JSON");
        for vector in vectors.as_array().expect("a list of vectors") {
            let name = vector["name"].as_str().expect("a name");
            let expected = expected(vector, "expect");
            assert!(!expected.is_empty(), "{file}: {name}: a bad file has at least one problem");
            let found = problems(vector["pack"].as_str().expect("a pack"), &spoiled(vector));
            if found != expected {
                wrong.push(format!("{file}: {name}\n  expected {expected:#?}\n  found    {found:#?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "the loader must say exactly what is wrong and where:\n{}", wrong.join("\n"));
}

#[test]
fn the_good_files_that_the_vectors_spoil_are_good() {
    for name in [
        "component",
        "provider",
        "series",
        "firewall",
        "water",
        "component-guidance",
        "provider-guidance",
        "component-profile",
        "provider-profile",
        "texts",
    ] {
        let found = problems(name, packs::file(name).to_string().as_bytes());
        assert!(
            found.is_empty(),
            "{name}: else a vector would show a problem that it did not make: {found:#?}"
        );
    }
}

#[test]
fn the_vectors_show_every_reason_for_refusing_a_file() {
    let source = include_str!("../../src/problem.rs");
    let codes: Vec<&str> = source
        .split('"')
        .filter(|word| word.starts_with("checklist-"))
        .filter(|code| *code != "checklist-too-large")
        .collect();
    assert!(codes.len() > 20, "the codes must be found in the source of the problems");
    for code in codes {
        assert!(
            VECTORS.iter().any(|(_, vectors)| {
                vectors.contains(&format!("{code} ")) || vectors.contains(&format!("{code}\""))
            }),
            "no vector shows {code}: a reason that nothing triggers may be dead code"
        );
    }
}

#[test]
fn bytes_that_are_no_json_are_refused_with_line_and_column() {
    for (bytes, expected) in [
        (b"".as_slice(), ": checklist-not-json line=1 column=0"),
        (b"{\n  \"schema\": }", ": checklist-not-json line=2 column=13"),
        (b"{} {}", ": checklist-not-json line=1 column=4"),
        (b"\xef\xbb\xbf{}", ": checklist-not-json line=1 column=1"),
    ] {
        assert_eq!(
            problems("component", bytes),
            [expected],
            "a person must be able to find the place in a text editor"
        );
    }
}

#[test]
fn a_circle_of_thousands_of_rows_is_reported_row_by_row_without_hanging() {
    let mut value = packs::file("component");
    let rows = value["requirements"].as_array_mut().expect("rows");
    let mut row = rows[5].clone();
    rows.clear();
    let count = 3000;
    for n in 1..=count {
        row["id"] = format!("CR 1.1 RE({n})").into();
        row["parent"] = format!("CR 1.1 RE({})", n % count + 1).into();
        rows.push(row.clone());
    }
    let found = problems("component", value.to_string().as_bytes());
    let circles = found.iter().filter(|one| one.contains("checklist-cycle")).count();
    assert_eq!(circles, count, "a hostile pack costs no more than a moment and hides no row");
    assert!(found.iter().all(|one| one.len() < 400), "and no flood of ids");
}

#[test]
fn an_overlong_id_is_not_repeated_with_each_of_its_problems() {
    let mut value = packs::file("component");
    value["requirements"][4]["id"] = "x".repeat(200_000).into();
    value["requirements"][4]["brings"] = vec!["CR 9.9"; 50_000].into();
    let found = packs::problems("component", value.to_string().as_bytes());
    assert!(found.len() >= 50_000, "each problem is told");
    let ids: usize = found.iter().filter_map(|problem| problem.id.as_ref()).map(String::len).sum();
    assert!(ids < 1_000_000, "a hostile pack must not fill the memory with {ids} bytes of its own id");
}
