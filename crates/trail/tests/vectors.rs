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

fn hashes(vector: &Json) -> Vec<Digest> {
    vector["proof"]
        .as_array()
        .unwrap()
        .iter()
        .map(|h| Digest::from_hex(h.as_str().unwrap()).unwrap())
        .collect()
}

fn leaves(count: u64) -> Vec<Digest> {
    (0..count).map(|n| Digest::leaf(n.to_string().as_bytes())).collect()
}

#[test]
fn inclusion_proofs_agree_with_the_vectors() {
    let (mut made, mut refused) = (0, 0);
    for vector in vectors("inclusion.json") {
        let (size, index) = (vector["size"].as_u64().unwrap(), vector["index"].as_u64().unwrap());
        let (root, proof) = (Digest::from_hex(text(&vector, "root")).unwrap(), hashes(&vector));
        let leaf = Digest::leaf(index.to_string().as_bytes());
        let holds = trail::proof::root_from_inclusion(&leaf, index, size, &proof) == Some(root);
        assert_eq!(holds, text(&vector, "expect") == "ok", "leaf {index} of {size}: {vector}");
        if holds {
            let own = trail::proof::inclusion(&leaves(size), index as usize).unwrap();
            assert_eq!(own, proof, "we make the proof of leaf {index} of {size} that the other program made");
            made += 1;
        } else {
            refused += 1;
        }
    }
    assert!(made > 300 && refused > 100, "sizes 1 to 300 and refusals were compared: {made}, {refused}");
}

#[test]
fn consistency_proofs_agree_with_the_vectors() {
    let (mut made, mut refused) = (0, 0);
    for vector in vectors("consistency.json") {
        let (old, size) = (vector["old"].as_u64().unwrap(), vector["size"].as_u64().unwrap());
        let root = |name: &str| Digest::from_hex(text(&vector, name)).unwrap();
        let (old_root, new_root, proof) = (root("old_root"), root("root"), hashes(&vector));
        let holds = trail::proof::is_consistent(old, &old_root, size, &new_root, &proof);
        assert_eq!(holds, text(&vector, "expect") == "ok", "{old} in {size}: {vector}");
        if holds {
            let own = trail::proof::consistency(&leaves(size), old as usize).unwrap();
            assert_eq!(own, proof, "we make the proof of {old} in {size} that the other program made");
            made += 1;
        } else {
            refused += 1;
        }
    }
    assert!(made > 300 && refused > 100, "sizes 1 to 300 and refusals were compared: {made}, {refused}");
}

/// A leaf as ct-merkle wants it: the bytes that are hashed behind 0x00.
struct Leaf(String);

impl ct_merkle::HashableLeaf for Leaf {
    fn hash<H: ct_merkle::digest::Update>(&self, hasher: &mut H) {
        hasher.update(self.0.as_bytes());
    }
}

#[test]
fn roots_and_proofs_agree_with_an_independent_crate_at_sizes_0_to_300() {
    use ct_merkle::mem_backed_tree::MemoryBackedTree;
    let mut tree = MemoryBackedTree::<ct_merkle_sha2::Sha256, Leaf>::new();
    let mut compared = 0;
    for size in 0..=300_u64 {
        let own = leaves(size);
        let mut fold = Fold::new();
        own.iter().for_each(|leaf| fold.push(leaf));
        assert_eq!(tree.root().as_bytes().as_slice(), fold.root().0, "root of {size} leaves");
        // Every place of the small trees, and a spread of the larger ones.
        let step = if size <= 70 { 1 } else { 17 };
        for index in (0..size as usize).step_by(step) {
            let theirs = tree.prove_inclusion(index);
            let mine = trail::proof::inclusion(&own, index).unwrap();
            let bytes: Vec<u8> = mine.iter().flat_map(|hash| hash.0).collect();
            assert_eq!(theirs.as_bytes(), bytes, "leaf {index} of {size}");
            let root = trail::proof::root_from_inclusion(&own[index], index as u64, size, &mine);
            assert_eq!(root, Some(fold.root()), "and it leads to the root");
            compared += 1;
        }
        for old in (1..=size as usize).step_by(step) {
            let theirs = tree.prove_consistency(size as usize - old);
            let mine = trail::proof::consistency(&own, old).unwrap();
            let bytes: Vec<u8> = mine.iter().flat_map(|hash| hash.0).collect();
            assert_eq!(theirs.as_bytes(), bytes, "{old} in {size}");
            let mut before = Fold::new();
            own[..old].iter().for_each(|leaf| before.push(leaf));
            assert!(
                trail::proof::is_consistent(old as u64, &before.root(), size, &fold.root(), &mine),
                "and it shows that {old} is the beginning of {size}"
            );
            compared += 1;
        }
        tree.push(Leaf(size.to_string()));
    }
    assert!(compared > 8000, "proofs were compared: {compared}");
}
