//! The shared test vectors, which were made by another implementation (Python and openssl).
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it should be"
)]

use serde_json::Value as Json;
use trail::json::{self, JsonProblem, Value};
use trail::{Digest, DossierId, Event, Head, merkle::Fold};

fn vectors(name: &str) -> Vec<Json> {
    let path = format!("{}/../../fixtures/vectors/trail/{name}", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).expect("the vectors are part of the repository");
    let file: Json = serde_json::from_str(&text).expect("a vector file is JSON");
    let vectors = file["vectors"].as_array().expect("a vector file has vectors").clone();
    assert!(!vectors.is_empty(), "a file without vectors would test nothing: {name}");
    vectors
}

fn text<'a>(vector: &'a Json, field: &str) -> &'a str {
    vector[field].as_str().unwrap_or_else(|| panic!("{vector} has a text {field}"))
}

fn from_hex(text: &str) -> Vec<u8> {
    let digits = text.as_bytes().chunks(2);
    digits.map(|two| u8::from_str_radix(std::str::from_utf8(two).unwrap(), 16).unwrap()).collect()
}

fn outcome<T>(result: &Result<T, JsonProblem>) -> (&'static str, Option<u64>) {
    match result {
        Ok(_) => ("ok", None),
        Err(problem) => (problem.why.code(), Some(problem.at as u64)),
    }
}

#[test]
fn canonical_json_is_accepted_and_everything_else_is_refused_at_its_place() {
    for vector in vectors("json.json") {
        let name = text(&vector, "name");
        let bytes = from_hex(text(&vector, "hex"));
        let want = (text(&vector, "expect"), vector["at"].as_u64());
        let parsed = json::parse(&bytes);
        let (found, checked) = (outcome(&parsed), outcome(&json::check(&bytes)));
        assert_eq!((found.0, found.1), want, "{name}: parse must say what the vector says");
        assert_eq!(checked, found, "{name}: check must say what parse says");
        if let Ok(value) = parsed {
            let written = json::write(&value).expect("what was read can be written");
            assert_eq!(written.as_bytes(), bytes, "{name}: writing gives the same bytes");
        }
    }
}

#[test]
fn bodies_are_read_or_refused_as_declared() {
    for vector in vectors("bodies.json") {
        let (name, body) = (text(&vector, "name"), text(&vector, "body"));
        match Event::read(body.as_bytes()) {
            Ok(event) => {
                assert_eq!("ok", text(&vector, "expect"), "{name}: must be refused");
                assert_eq!(event.id.to_string(), text(&vector, "id"), "{name}: the id");
                let value = json::parse(body.as_bytes()).expect("a body is canonical JSON");
                let written = json::write(&value).expect("a body can be written");
                assert_eq!(written, body, "{name}: a body equals its own re-encoding");
                assert_eq!(
                    event.payload().ok().as_ref(),
                    value.get("payload"),
                    "{name}: the payload slice is the payload"
                );
            }
            Err(problem) => {
                assert_eq!(problem.why.code(), text(&vector, "expect"), "{name}: {problem}");
            }
        }
    }
}

#[test]
fn chains_are_followed_to_the_first_event_that_does_not_belong() {
    for vector in vectors("chains.json") {
        let name = text(&vector, "name");
        let dossier = DossierId::parse(text(&vector, "dossier")).expect("a dossier id");
        let mut head: Option<Head> = None;
        let mut found = ("ok", None);
        for (at, body) in vector["bodies"].as_array().unwrap().iter().enumerate() {
            let event = Event::read(body.as_str().unwrap().as_bytes()).expect("a readable body");
            let step = match &mut head {
                Some(head) => head.follow(&event),
                None => Head::opened_by(dossier, &event).map(|(opened, _)| head = Some(opened)),
            };
            if let Err(problem) = step {
                found = (problem.why.code(), Some(at as u64));
                break;
            }
        }
        assert_eq!(found, (text(&vector, "expect"), vector["at"].as_u64()), "{name}");
        if found.0 == "ok" {
            let root = head.expect("a chain was read").tree.root().to_string();
            assert_eq!(root, text(&vector, "root"), "{name}: the root over its ids");
        }
    }
}

#[test]
fn roots_agree_at_every_size_from_0_to_300() {
    let mut fold = Fold::new();
    for vector in vectors("roots.json") {
        let size = vector["size"].as_u64().unwrap();
        assert_eq!(fold.size(), size, "the vectors go up by one");
        assert_eq!(fold.root().to_string(), text(&vector, "root"), "root of {size} leaves");
        fold.push(&Digest::leaf(size.to_string().as_bytes()));
    }
    assert_eq!(fold.size(), 301, "all 301 sizes were compared");
}

#[test]
fn strings_are_written_as_python_writes_them() {
    for vector in vectors("python-strings.json") {
        let scalars = vector["scalars"].as_array().unwrap().iter();
        let scalar = |n: &Json| char::from_u32(n.as_u64().unwrap() as u32).unwrap();
        let string: String = scalars.map(scalar).collect();
        let canonical = from_hex(text(&vector, "canonical"));
        let value = Value::Text(string);
        let written = json::write(&value).unwrap();
        assert_eq!(written.as_bytes(), canonical, "{value:?} has one spelling");
        assert_eq!(json::parse(&canonical), Ok(value), "and the spelling reads back");
    }
}

#[test]
fn values_are_written_as_python_writes_them() {
    for vector in vectors("python-values.json") {
        let value = from_serde(&serde_json::from_str(text(&vector, "pretty")).unwrap());
        let canonical = from_hex(text(&vector, "canonical"));
        assert_eq!(json::write(&value).unwrap().as_bytes(), canonical, "{value:?}");
        assert_eq!(json::parse(&canonical), Ok(value), "and it reads back");
    }
}

fn from_serde(json: &Json) -> Value {
    match json {
        Json::Null => Value::Null,
        Json::Bool(bool) => Value::Bool(*bool),
        Json::Number(number) => Value::Int(number.as_i64().expect("vectors hold integers only")),
        Json::String(string) => Value::Text(string.clone()),
        Json::Array(list) => Value::List(list.iter().map(from_serde).collect()),
        Json::Object(map) => Value::map(map.iter().map(|(k, v)| (k.clone(), from_serde(v)))),
    }
}
