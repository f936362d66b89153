//! Odd payloads of all kinds, one a line (kind, space, JSON): what is recorded is recorded whole, and the projection
//! stays what it would be if it were built anew.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use dossier::verify::{Code, Options};
use dossier::{Access, Dossier, NewEvent, Opening, Signer, Verifier};
use libfuzzer_sys::fuzz_target;
use trail::json::{self, Value};
use trail::{DossierId, EventId, PublicKey, Signature};

struct Anyone;

impl Signer for Anyone {
    fn key(&self) -> PublicKey {
        PublicKey([1; 32])
    }
    fn sign(&self, _: &EventId) -> Signature {
        Signature([1; 64])
    }
}

impl Verifier for Anyone {
    fn verify(&self, _: &PublicKey, _: &EventId, _: &Signature) -> bool {
        true
    }
}

/// Kinds by their number, so that the fuzzer need not spell them.
const KINDS: [&str; 16] = [
    "case.set/1",
    "evidence.add/1",
    "evidence.withhold/1",
    "seal/1",
    "retract/1",
    "verdict.set/1",
    "claim.set/1",
    "actor.enroll/1",
    "import/1",
    "finding.raise/1",
    "finding.move/1",
    "tag.set/1",
    "evidence.link/1",
    "report.issue/1",
    "merge/1",
    "unknown.kind/9",
];

static FOLDER: LazyLock<tempfile::TempDir> =
    LazyLock::new(|| tempfile::tempdir().expect("a temporary folder"));
static PATH: LazyLock<PathBuf> = LazyLock::new(|| FOLDER.path().join("recorded.assay"));

fuzz_target!(|given: &[u8]| {
    let path = PATH.as_path();
    let _ = fs::remove_file(path);
    let time = "2026-11-23T09:00:00.000Z";
    let card = Value::map([("actor", Value::map([("name", "A")]))]);
    let opening = Opening { dossier: DossierId([7; 16]), card, time };
    let mut dossier = Dossier::create(path, &opening, &Anyone).expect("created");
    let mut ids: Vec<EventId> = Vec::new();
    let mut recorded = 1;
    for line in given.split(|byte| *byte == b'\n').take(24) {
        let Some((kind, rest)) = line.split_first() else { continue };
        // `$0` to `$9` stand for the ids of what was recorded before.
        let mut text = String::from_utf8_lossy(rest).into_owned();
        for (n, id) in ids.iter().take(10).enumerate() {
            text = text.replace(&format!("${n}"), &id.to_string());
        }
        let Ok(payload) = json::parse(text.as_bytes()) else { continue };
        let kind = KINDS[usize::from(*kind) % KINDS.len()].to_owned();
        if let Ok(new) = dossier.append(&[NewEvent { kind, payload }], time, &Anyone) {
            recorded += 1;
            ids.extend(new);
        }
        assert_eq!(dossier.event_count().expect("counted"), recorded, "recorded or refused, never half");
    }
    let standing = dossier.projection_digest().expect("read");
    dossier.rebuild_projection().expect("rebuilt");
    assert_eq!(dossier.projection_digest().expect("read"), standing, "kept as it would be built anew");
    dossier.close().expect("closed");
    let outcome = dossier::verify(path, &Anyone, Options::default(), &mut |_| true).expect("answered");
    if let Some(finding) = outcome.finding() {
        // What an author may sign although it is not so: evidence that is not there, seals that state something else.
        let own_words = matches!(
            finding.code,
            Code::EvidencePayload
                | Code::EvidenceMissing
                | Code::EvidenceSize
                | Code::SealPayload
                | Code::SealHeads
                | Code::SealRoot
                | Code::SealProjection
                | Code::SealEvidence
        );
        assert!(own_words, "nothing that the program recorded is wrong in itself: {finding}");
    }
    Dossier::open(path, Access::Write).expect("and it opens again");
});
