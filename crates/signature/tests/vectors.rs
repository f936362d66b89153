//! The shared test vectors for signatures, which were made by another implementation (Python
//! and openssl).
#![expect(clippy::indexing_slicing, reason = "a test stops at the first thing that is not as it should be")]

use serde_json::Value as Json;
use signature::note::Note;
use signature::report::{self, ReportProblem, ReportStatement, Signed};
use signature::{verify_event, verify_events_batch};
use trail::checkpoint::Checkpoint;
use trail::{EventId, PublicKey, Signature};

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

fn key(vector: &Json) -> PublicKey {
    PublicKey::from_hex(text(vector, "key")).expect("a key")
}

#[test]
fn only_the_authors_own_signature_over_the_event_holds() {
    let mut good = Vec::new();
    for vector in vectors("signatures.json") {
        let id = EventId::from_hex(text(&vector, "id")).expect("an id");
        let signature = Signature::from_hex(text(&vector, "signature")).expect("a signature");
        let holds = verify_event(&key(&vector), &id, &signature);
        assert_eq!(holds, text(&vector, "expect") == "ok", "{}", text(&vector, "name"));
        if holds {
            good.push((key(&vector), id, signature));
        }
    }
    assert!(verify_events_batch(&good), "all good ones pass together");
    assert!(verify_events_batch(&[]), "nothing is wrong with nothing");
    let (_, id, signature) = good[0];
    good.push((good[1].0, good[1].1, signature));
    assert!(!verify_events_batch(&good), "one signature of another event spoils the batch");
    assert!(!verify_events_batch(&[(PublicKey([2; 32]), id, signature)]), "so does another key");
}

#[test]
fn signed_checkpoints_are_read_and_verified_as_declared() {
    for vector in vectors("notes.json") {
        let name = text(&vector, "name");
        let mut line = None;
        let found = match Note::parse(text(&vector, "note")) {
            Err(problem) => problem.code(),
            Ok(note) if !note.verify(text(&vector, "key_name"), &key(&vector)) => "refused",
            Ok(note) => match Checkpoint::parse(note.text()) {
                Err(problem) => {
                    line = Some(u64::from(problem.line));
                    "trail-checkpoint-line"
                }
                Ok(checkpoint) => {
                    assert_eq!(checkpoint.origin, text(&vector, "origin"), "{name}: origin");
                    assert_eq!(Some(checkpoint.size), vector["size"].as_u64(), "{name}: size");
                    assert_eq!(checkpoint.root.to_string(), text(&vector, "root"), "{name}: root");
                    assert_eq!(note.to_text(), text(&vector, "note"), "{name}: writes back");
                    "ok"
                }
            },
        };
        assert_eq!(found, text(&vector, "expect"), "{name}");
        assert_eq!(line, vector["line"].as_u64(), "{name}: the line");
    }
}

#[test]
fn signed_reports_are_read_and_verified_as_declared() {
    for vector in vectors("report-signatures.json") {
        let name = text(&vector, "name");
        let (found, place, field) = match report::check(text(&vector, "note")) {
            Ok(report) => {
                let statement = report.statement.to_text().expect("what was read can be written");
                assert_eq!(
                    ReportStatement::parse(&statement).as_ref(),
                    Ok(&report.statement),
                    "{name}: writing and reading are inverse"
                );
                let others = vector["others"].as_u64().unwrap_or(0);
                assert_eq!(report.others.len() as u64, others, "{name}: unknown lines are told");
                let wrong = report.signers.iter().position(|(_, signed)| *signed != Signed::Yes);
                assert_eq!(report.is_signed_by_all(), wrong.is_none(), "{name}: one answer");
                match report.first_unsigned() {
                    None => ("ok", None, "signer"),
                    Some((_, Signed::Missing)) => ("missing", wrong, "signer"),
                    Some(_) => ("wrong", wrong, "signer"),
                }
            }
            Err(problem) => match problem {
                ReportProblem::Note(_) => (problem.code(), None, "line"),
                ReportProblem::Statement(at) => (problem.code(), Some(at.line), "line"),
            },
        };
        let want = vector[field].as_u64();
        assert_eq!((found, place.map(|n| n as u64)), (text(&vector, "expect"), want), "{name}");
    }
}

#[test]
fn cosignatures_of_witnesses() {
    use signature::cosignature::Witness;
    let mut seen = 0;
    for vector in vectors("cosignatures.json") {
        let note = signature::note::Note::parse(text(&vector, "note")).unwrap();
        let answer = Witness::parse(text(&vector, "vkey")).and_then(|witness| witness.check(&note));
        let answer = match answer {
            Ok(time) => {
                assert_eq!(Some(time), vector["time"].as_u64(), "{}", vector["name"]);
                "ok"
            }
            Err(problem) => problem.code(),
        };
        assert_eq!(answer, text(&vector, "expect"), "{}", vector["name"]);
        seen += 1;
    }
    assert!(seen > 20, "{seen} vectors were looked at");
}

#[test]
fn proofs_of_one_event() {
    use signature::proof::Proof;
    let mut seen = 0;
    for vector in vectors("tlog-proofs.json") {
        let proof = Proof::parse(text(&vector, "proof"));
        let checked = proof.as_ref().map_err(|problem| *problem).and_then(|proof| {
            let (event, checkpoint, _) = proof.check()?;
            Ok((event.id.to_string(), checkpoint.size))
        });
        let answer = match checked {
            Ok((id, size)) => {
                assert_eq!(
                    (id.as_str(), Some(size)),
                    (text(&vector, "id"), vector["size"].as_u64()),
                    "{}",
                    vector["name"]
                );
                let plain = vector["name"] != "with a further line by another";
                let again = proof.as_ref().unwrap().to_text().unwrap();
                assert!(
                    !plain || again == text(&vector, "proof"),
                    "{} is written as it was read",
                    vector["name"]
                );
                "ok"
            }
            Err(problem) => problem.code(),
        };
        assert_eq!(answer, text(&vector, "expect"), "{}", vector["name"]);
        seen += 1;
    }
    assert!(seen > 20, "{seen} vectors were looked at");
}

#[test]
fn words_of_a_root() {
    let mut seen = 0;
    for vector in vectors("words.json") {
        let root = trail::Digest::from_hex(text(&vector, "root")).unwrap();
        let words = signature::spoken::words(&root);
        assert_eq!(words.join(" "), text(&vector, "words"), "{root}");
        assert_eq!(signature::spoken::read(text(&vector, "words")), Some(words), "and they read back");
        seen += 1;
    }
    assert!(seen >= 10, "{seen} vectors were looked at");
}
