//! A file as it may be received: any bytes, or a real dossier with changed ones. It is verified, opened for reading and
//! read in full. Whatever is answered is an answer, and the file stays as it was.
//!
//! The first byte says which: even, the rest is the file; odd, the rest is changes of four bytes each (place, place, place,
//! value). Every signature counts as valid here, so that changes get further than they would.
#![no_main]

use std::fs;
use std::io::Cursor;
use std::path::PathBuf;
use std::sync::LazyLock;

use dossier::verify::Options;
use dossier::{Access, Dossier, NewEvent, Opening, Signer, Verifier};
use libfuzzer_sys::fuzz_target;
use trail::json::Value;
use trail::{ChainId, Digest, DossierId, EventId, PublicKey, Signature};

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

static FOLDER: LazyLock<tempfile::TempDir> =
    LazyLock::new(|| tempfile::tempdir().expect("a temporary folder"));
static PATH: LazyLock<PathBuf> = LazyLock::new(|| FOLDER.path().join("received.assay"));
static SAMPLE: LazyLock<Vec<u8>> = LazyLock::new(|| {
    let path = FOLDER.path().join("sample.assay");
    let (time, card) = ("2026-11-23T09:00:00.000Z", Value::map([("actor", Value::map([("name", "A")]))]));
    let opening = Opening { dossier: DossierId([7; 16]), card, time };
    let mut dossier = Dossier::create(&path, &opening, &Anyone).expect("created");
    let text = |text: &str| Value::Text(text.to_owned());
    let set = |field: &str, older: &[EventId]| {
        let supersedes = Value::List(older.iter().map(|id| text(&id.to_string())).collect());
        let payload = Value::map([("field", text(field)), ("value", text("x")), ("supersedes", supersedes)]);
        NewEvent { kind: "case.set/1".into(), payload }
    };
    let first = dossier.append(&[set("a", &[]), set("b", &[])], time, &Anyone).expect("recorded");
    dossier.append(&[set("a", &first[..1])], time, &Anyone).expect("recorded");
    let mut naming = |stored: &dossier::StoredBytes| {
        let size = Value::Int(i64::try_from(stored.size).expect("small"));
        let payload = Value::map([("sha256", text(&stored.sha256.to_string())), ("size", size)]);
        vec![NewEvent { kind: "evidence.add/1".into(), payload }]
    };
    dossier
        .ingest_and_name(&mut Cursor::new(b"a note"), &mut |_| true, &mut naming, time, &Anyone)
        .expect("taken in");
    let payload = dossier.seal_payload("day_end", None).expect("sealed");
    dossier.append(&[NewEvent { kind: "seal/1".into(), payload }], time, &Anyone).expect("recorded");
    dossier.close().expect("closed");
    fs::read(&path).expect("read")
});

fuzz_target!(|given: &[u8]| {
    let Some((which, rest)) = given.split_first() else { return };
    let file = if which % 2 == 0 {
        rest.to_vec()
    } else {
        let mut file = SAMPLE.clone();
        for change in rest.chunks_exact(4) {
            let place = usize::from(change[0]) << 16 | usize::from(change[1]) << 8 | usize::from(change[2]);
            let place = place % file.len();
            file[place] = change[3];
        }
        file
    };
    let path = PATH.as_path();
    fs::write(path, &file).expect("written");
    let answer = dossier::verify(path, &Anyone, Options::default(), &mut |_| true);
    if let Ok(outcome) = &answer
        && let Some(finding) = outcome.finding()
    {
        assert!(!finding.to_string().is_empty(), "what is wrong is named");
    }
    let chain = ChainId::of(&DossierId([7; 16]), &PublicKey([1; 32]));
    let _ = dossier::verify::key_of(path, &chain);
    let _ = dossier::verify::is_prefix(path, &chain, 2, &Digest::ZERO);
    if let Ok(dossier) = Dossier::open(path, Access::ReadOnly) {
        let _ = dossier.each_event(0..u64::MAX, &mut |stored| {
            let _ = stored.event().map(|event| event.payload());
            Ok(())
        });
        let _ = dossier.each_current(&mut |_| Ok(()));
        let _ = dossier.seal_payload("report", None);
        let _ = dossier.evidence_bytes(&Digest::of(b"a note"), &mut std::io::sink());
    }
    assert!(fs::read(path).expect("read") == file, "a received file is never written to");
});
