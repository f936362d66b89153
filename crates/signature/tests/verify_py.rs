//! `docs/formats/verify.py`, the checker that shares no line of code with us, says what we say.
//!
//! It needs python3 and openssl, which are required where `CI` is set; elsewhere these tests say
//! that they did nothing.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test stops at the first thing that is not as it should be"
)]

use serde_json::{Value as Json, json};
use signature::Identity;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use trail::checkpoint::Checkpoint;
use trail::json::Value;
use trail::{ChainId, Digest, DossierId, Head, PublicKey};

/// Makes a dossier file of each case, runs the checker on it, and prints exit code and words. A
/// case that is only about bodies is checked within this process, without signatures: hundreds of
/// processes would take half a minute.
const DRIVER: &str = r#"
import argparse, json, os, sqlite3, subprocess, sys, tempfile
verify, cases = sys.argv[1], json.load(sys.stdin)
sys.path.insert(0, os.path.dirname(verify)); sys.dont_write_bytecode = True
import verify as checker
def inside(db):
    try: return [0, checker.check(db, argparse.Namespace(sample=0, note=None), None)]
    except checker.Wrong as wrong: return [1, str(wrong)]
for case in cases:
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.assay")
        db = sqlite3.connect(path)
        db.executescript("CREATE TABLE event(chain BLOB, seq INTEGER, id BLOB, body BLOB, sig BLOB);"
                         "CREATE TABLE evidence_chunk(sha256 BLOB, n INTEGER, data BLOB);")
        for e in case["events"]:
            db.execute("INSERT INTO event VALUES(?,?,?,?,?)", (bytes.fromhex(e["chain"]), e["seq"], bytes.fromhex(e["id"]), e["body"].encode(), bytes.fromhex(e["sig"])))
        for c in case["chunks"]:
            db.execute("INSERT INTO evidence_chunk VALUES(?,?,?)", (bytes.fromhex(c["sha256"]), c["n"], c["data"].encode() * c["times"]))
        if case["sql"] is None:
            print(json.dumps(inside(db)))
            continue
        db.executescript(case["sql"])
        db.close()
        arguments = [sys.executable, verify, path]
        if case["note"]:
            open(os.path.join(folder, "note"), "w", encoding="utf-8").write(case["note"])
            arguments += ["--note", os.path.join(folder, "note")]
        done = subprocess.run(arguments, capture_output=True, text=True)
        print(json.dumps([done.returncode, done.stdout.strip() + done.stderr.strip()]))
"#;

/// Calls one function of the checker on bytes, and prints whether it accepts them.
const CANONICAL: &str = r#"
import json, sys, os
sys.path.insert(0, os.path.dirname(sys.argv[1])); sys.dont_write_bytecode = True
import verify
for text in json.load(sys.stdin): print(json.dumps([0, str(verify.canonical(bytes.fromhex(text)) is not None or text == b"null".hex())]))
"#;

fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

fn vectors(name: &str) -> Vec<Json> {
    let text = std::fs::read_to_string(repository("fixtures/vectors/trail").join(name)).unwrap();
    let file: Json = serde_json::from_str(&text).unwrap();
    file["vectors"].as_array().unwrap().clone()
}

fn has_tools() -> bool {
    let has = |tool: &str, argument: &str| {
        Command::new(tool).arg(argument).output().is_ok_and(|output| output.status.success())
    };
    let found = has("openssl", "version") && has("python3", "--version");
    assert!(found || std::env::var_os("CI").is_none(), "python3 and openssl are required in CI");
    if !found {
        eprintln!("python3 or openssl is not installed: nothing was compared");
    }
    found
}

fn python(script: &str, cases: &Json) -> Vec<(i64, String)> {
    let mut command = Command::new("python3");
    command.arg("-c").arg(script).arg(repository("docs/formats/verify.py"));
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(cases.to_string().as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "the test's own Python must run");
    let lines = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<_> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), cases.as_array().unwrap().len(), "one answer for each case");
    answers
}

fn author() -> Identity {
    Identity::new(std::array::from_fn(|place| place as u8))
}

/// A row of the table `event` for a body, whatever it says, signed by `by`.
fn row(body: &str, by: &Identity) -> Json {
    let id = Digest::leaf(body.as_bytes());
    let event: Json = serde_json::from_str(body).unwrap();
    json!({ "chain": event["chain"], "seq": event["seq"], "id": id.to_string(), "body": body,
        "sig": by.sign_event(&id).to_string() })
}

#[test]
fn the_checker_accepts_the_same_json() {
    if !has_tools() {
        return;
    }
    let vectors = vectors("json.json");
    let cases = vectors.iter().map(|vector| vector["hex"].clone()).collect();
    for (vector, (_, accepted)) in vectors.iter().zip(python(CANONICAL, &cases)) {
        let want = if vector["expect"] == "ok" { "True" } else { "False" };
        assert_eq!(accepted, want, "{}", vector["name"]);
    }
}

#[test]
fn the_checker_follows_the_same_chains() {
    if !has_tools() {
        return;
    }
    let vectors = vectors("chains.json");
    let case = |vector: &Json| {
        let bodies = vector["bodies"].as_array().unwrap().iter();
        let rows: Vec<_> = bodies.map(|body| row(body.as_str().unwrap(), &author())).collect();
        json!({ "events": rows, "chunks": [], "sql": null, "note": null })
    };
    let cases = vectors.iter().map(case).collect();
    for (vector, (code, words)) in vectors.iter().zip(python(DRIVER, &cases)) {
        let said = vector["set"].as_str().or(vector["expect"].as_str()).unwrap();
        assert_eq!(code, i64::from(said != "ok"), "{}: {words}", vector["name"]);
    }
}

#[test]
fn the_checker_refuses_the_same_bodies() {
    if !has_tools() {
        return;
    }
    // Only bodies that could stand first or second in the chain can be put into a dossier alone.
    let opening = vectors("chains.json")[0]["bodies"][0].as_str().unwrap().to_owned();
    let mut names = Vec::new();
    let mut cases = Vec::new();
    for vector in vectors("bodies.json") {
        let body = vector["body"].as_str().unwrap();
        let Ok(event) = serde_json::from_str::<Json>(body) else {
            continue;
        };
        if vector["expect"] == "ok" || event["seq"] != 1 {
            continue;
        }
        let mut second = row(body, &author());
        second["chain"] = row(&opening, &author())["chain"].clone();
        cases.push(json!({ "events": [row(&opening, &author()), second], "chunks": [], "sql": null,
            "note": null }));
        names.push(vector["name"].clone());
    }
    assert!(names.len() > 40, "most of the vectors can be tried: {}", names.len());
    let answers = python(DRIVER, &Json::Array(cases));
    // A calendar is not among the things a checker of one page looks at.
    let calendar = ["2026-13", "2026-00", "-04-31", "-02-29", "-11-00", "T24:"];
    for (name, (code, words)) in names.iter().zip(answers) {
        let is_calendar = calendar.iter().any(|part| name.as_str().unwrap().contains(part));
        let prev_only = words.contains("prev is not");
        assert_eq!(code, 1, "{name}: {words}");
        assert!(is_calendar || !prev_only, "{name} must be refused for itself: {words}");
    }
}

/// Every chunk of evidence but the last has this many bytes.
const CHUNK: usize = 1 << 20;

/// A dossier of two authors, three pieces of evidence and a checkpoint.
fn dossier() -> Json {
    let id = DossierId([7; 16]);
    let (ada, ben) = (author(), Identity::new([9; 32]));
    let (second, gone) = (b"second chunk", b"private");
    let whole = Digest::of(&[&[b'x'; CHUNK][..], second].concat()).to_string();
    let gone = Digest::of(gone).to_string();
    let empty = Digest::of(&[]).to_string();
    let evidence =
        |sha256: &str, size: i64| Value::map([("sha256", Value::from(sha256)), ("size", Value::from(size))]);
    let mut events = Vec::new();
    let mut write = |head: &mut Head, by: &Identity, kind: &str, parents: &[_], payload: Value| {
        let link = head.link(kind, parents, payload, "2026-11-23T05:00:00.000Z").unwrap();
        head.accept(&link).unwrap();
        events.push(row(std::str::from_utf8(link.body()).unwrap(), by));
    };
    let open = |key: PublicKey| Value::map([("key", key.to_string())]);
    let mut a = Head::new(id, &ada.public_key());
    let mut b = Head::new(id, &ben.public_key());
    write(&mut a, &ada, "chain.open/1", &[], open(ada.public_key()));
    write(&mut b, &ben, "chain.open/1", &[], open(ben.public_key()));
    let seen = trail::Parent { chain: b.chain, id: b.prev, seq: 0 };
    write(&mut a, &ada, "merge/1", &[seen], Value::Map(Default::default()));
    write(&mut a, &ada, "evidence.add/1", &[], evidence(&whole, CHUNK as i64 + 12));
    write(&mut a, &ada, "evidence.add/1", &[], evidence(&gone, 7));
    write(&mut a, &ada, "evidence.add/1", &[], evidence(&empty, 0));
    write(&mut a, &ada, "evidence.withhold/1", &[], Value::map([("sha256", gone)]));
    let (origin, size) = (Checkpoint::origin_for(&id, &a.chain), a.tree.size());
    let text = Checkpoint { origin: origin.clone(), size, root: a.tree.root() }.to_text();
    write(&mut a, &ada, "answer.set/1", &[], Value::map([("text", "geprüft")]));
    let chunk =
        |n: i64, data: &str, times: usize| json!({ "sha256": whole, "n": n, "data": data, "times": times });
    json!({ "events": events, "chunks": [chunk(0, "x", CHUNK), chunk(1, "second chunk", 1)], "sql": "",
        "note": ada.sign_note(&origin, &text).unwrap() })
}

#[test]
fn the_checker_finds_what_was_done_to_a_dossier() {
    if !has_tools() {
        return;
    }
    let last = "seq = (SELECT max(seq) FROM event)";
    let cut = format!("DELETE FROM event WHERE {last}");
    let cases: Vec<(&str, i64, &str)> = vec![
        ("", 0, "ok: 8 events in 2 chain(s), 8 signatures, 3 evidence (1 withheld), the note at size 6"),
        (&cut, 0, "ok: 7 events"),
        ("DELETE FROM event WHERE seq >= 4", 1, "evidence"),
        ("DELETE FROM evidence_chunk; DELETE FROM event WHERE seq >= 2", 1, "older than the note"),
        ("UPDATE event SET sig = zeroblob(64) WHERE seq = 2", 1, "signature"),
        ("UPDATE event SET id = zeroblob(32) WHERE seq = 2", 1, "id"),
        ("UPDATE event SET seq = 7 WHERE seq = 6", 1, "another place"),
        ("UPDATE event SET chain = zeroblob(16) WHERE seq = 2", 1, "another place"),
        (
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'geprüft', 'erfüllt') AS BLOB)",
            1,
            "id is not",
        ),
        ("UPDATE event SET body = CAST(body AS TEXT) || ' '", 1, "not canonical"),
        ("DELETE FROM event WHERE seq = 3", 1, "seq 3 is missing"),
        ("INSERT INTO event SELECT * FROM event WHERE seq = 3", 1, "fork"),
        (
            "DELETE FROM event WHERE chain = (SELECT chain FROM event GROUP BY chain HAVING count(*) = 1)",
            1,
            "a parent is not there",
        ),
        ("DELETE FROM event", 1, "no events"),
        (
            "UPDATE evidence_chunk SET data = CAST('second chunK' AS BLOB) WHERE n = 1",
            1,
            "not the ones recorded",
        ),
        ("DELETE FROM evidence_chunk WHERE n = 1", 1, "not the ones recorded"),
        ("DELETE FROM evidence_chunk WHERE n = 0", 1, "chunk 0 is missing"),
        ("DELETE FROM evidence_chunk", 1, "missing"),
        ("INSERT INTO evidence_chunk VALUES (zeroblob(32), 0, x'00')", 1, "no event names"),
        ("INSERT INTO evidence_chunk SELECT sha256, 2, x'' FROM evidence_chunk WHERE n = 1", 1, "chunk 2"),
        ("CREATE VIEW v AS SELECT 1", 1, "view or a trigger"),
        ("CREATE TRIGGER t AFTER INSERT ON event BEGIN SELECT 1; END", 1, "view or a trigger"),
        ("DROP TABLE evidence_chunk", 2, "no such table"),
    ];
    let base = dossier();
    let with = |sql: &str| {
        let mut case = base.clone();
        case["sql"] = sql.into();
        case
    };
    let mut given: Vec<_> = cases.iter().map(|(sql, _, _)| with(sql)).collect();
    let mut wanted: Vec<_> = cases.iter().map(|(sql, code, says)| (*sql, *code, *says)).collect();
    let note = base["note"].as_str().unwrap();
    let chain = ChainId::of(&DossierId([7; 16]), &author().public_key());
    for (name, changed, says) in [
        ("note of another size", note.replacen("\n6\n", "\n5\n", 1), "another root"),
        ("note of another log", note.replacen(&chain.to_string(), &"0".repeat(32), 1), "no checkpoint"),
        ("note without its signature", format!("{}\n\n", note.split_once("\n\n").unwrap().0), "signature"),
    ] {
        let mut case = base.clone();
        case["note"] = changed.into();
        given.push(case);
        wanted.push((name, 1, says));
    }
    for ((name, code, says), (found, words)) in wanted.iter().zip(python(DRIVER, &Json::Array(given))) {
        assert_eq!(found, *code, "{name}: {words}");
        assert!(words.contains(says), "{name} must be answered with {says:?}: {words}");
    }
}

/// Every vector whose answer does not depend on this crate: see the file.
const GOLDEN: &str = include_str!("golden.py");

#[test]
fn the_checker_agrees_with_all_golden_vectors() {
    if !has_tools() {
        return;
    }
    let folder = repository("fixtures/vectors/trail");
    let answers = python(GOLDEN, &json!([folder]));
    let (wrong, said) = &answers[0];
    assert_eq!(*wrong, 0, "roots, proofs, signatures, notes, cosignatures: {said}");
    let counts: Json = serde_json::from_str(said).unwrap();
    assert!(counts["inclusion.json"].as_u64() > Some(400), "the vectors were found: {counts}");
}
