//! A dossier to test with, and the keys that write it.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of this module")]

use std::io::Cursor;
use std::path::{Path, PathBuf};

use dossier::verify::{Options, Outcome};
use dossier::{Dossier, NewEvent, Opening, Signer, Verifier};
use trail::json::Value;
use trail::{Digest, DossierId, EventId, PublicKey, Signature};

/// A key whose signature is a keyed hash: enough to see whether every signature is asked for and
/// compared. Ed25519 itself is tested where it lives, in `signature`.
pub struct Pen(pub u8);

fn sign(key: &PublicKey, id: &EventId) -> Signature {
    let half = |first: &[u8], then: &[u8]| Digest::of(&[first, then].concat()).0;
    let mut bytes = [0; 64];
    bytes[..32].copy_from_slice(&half(&key.0, &id.0));
    bytes[32..].copy_from_slice(&half(&id.0, &key.0));
    Signature(bytes)
}

impl Signer for Pen {
    fn key(&self) -> PublicKey {
        PublicKey([self.0; 32])
    }
    fn sign(&self, id: &EventId) -> Signature {
        sign(&self.key(), id)
    }
}

pub struct Reader;

impl Verifier for Reader {
    fn verify(&self, key: &PublicKey, id: &EventId, signature: &Signature) -> bool {
        sign(key, id) == *signature
    }
}

pub const TIME: &str = "2026-11-23T09:00:00.000Z";

pub fn id() -> DossierId {
    DossierId([7; 16])
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn ids(ids: &[EventId]) -> Value {
    Value::List(ids.iter().map(|id| text(&id.to_string())).collect())
}

pub fn case(field: &str, value: &str, supersedes: &[EventId]) -> NewEvent {
    let payload =
        Value::map([("field", text(field)), ("value", text(value)), ("supersedes", ids(supersedes))]);
    NewEvent { kind: "case.set/1".into(), payload }
}

pub fn evidence(stored: &dossier::StoredBytes, name: &str) -> NewEvent {
    let payload = Value::map([
        ("sha256", text(&stored.sha256.to_string())),
        ("size", Value::Int(stored.size.try_into().unwrap())),
        ("name", text(name)),
        ("supersedes", ids(&[])),
    ]);
    NewEvent { kind: "evidence.add/1".into(), payload }
}

pub fn card(name: &str) -> Value {
    Value::map([("actor", Value::map([("name", name)]))])
}

pub fn create(path: &Path, pen: &Pen) -> Dossier {
    let opening = Opening { dossier: id(), card: card("A. Example"), time: TIME };
    Dossier::create(path, &opening, pen).unwrap()
}

pub fn ingest(dossier: &mut Dossier, bytes: &[u8], name: &str, pen: &Pen) -> dossier::StoredBytes {
    let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, name)];
    dossier.ingest_and_name(&mut Cursor::new(bytes), &mut |_| true, &mut naming, TIME, pen).unwrap().0
}

/// A photo of two chunks and a bit.
pub fn photo() -> Vec<u8> {
    (0..dossier::CHUNK as u32 * 2 + 77).map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8).collect()
}

pub fn seal(dossier: &mut Dossier, purpose: &str, pen: &Pen) -> EventId {
    let payload = dossier.seal_payload(purpose, None).unwrap();
    dossier.append(&[NewEvent { kind: "seal/1".into(), payload }], TIME, pen).unwrap()[0]
}

/// A dossier with a bit of everything: two authors, superseded values, evidence of several chunks and of
/// one, seals in between and at the end. Returns the path; the dossier is closed.
pub fn sample(folder: &Path) -> PathBuf {
    let path = folder.join("sample.assay");
    let (lead, second) = (Pen(1), Pen(2));
    let mut dossier = create(&path, &lead);
    let first = dossier
        .append(&[case("object", "Nordwerk PLC-200", &[]), case("claim", "SL-C 2", &[])], TIME, &lead)
        .unwrap();
    seal(&mut dossier, "opening", &lead);
    dossier.open_chain(card("B. Example"), TIME, &second).unwrap();
    dossier.append(&[case("claim", "SL-C 1", &first[1..])], TIME, &second).unwrap();
    ingest(&mut dossier, &photo(), "photo.jpg", &lead);
    ingest(&mut dossier, b"a short note", "note.txt", &second);
    seal(&mut dossier, "day_end", &second);
    dossier.append(&[case("issuer", "Example Lab", &[])], TIME, &lead).unwrap();
    dossier.append(&[case("note", "", &[])], TIME, &second).unwrap();
    seal(&mut dossier, "report", &lead);
    dossier.append(&[case("after", "the seal", &[])], TIME, &lead).unwrap();
    dossier.close().unwrap();
    path
}

pub fn check(path: &Path) -> Outcome {
    dossier::verify(path, &Reader, Options::default(), &mut |_| true).unwrap()
}

pub fn code(path: &Path) -> &'static str {
    check(path).finding().map_or("ok", |finding| finding.code.as_str())
}

/// Somebody else's hands: plain SQLite, no rules.
pub fn raw(path: &Path, sql: &str) -> usize {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection.execute_batch("PRAGMA foreign_keys=OFF").unwrap();
    let before = connection.total_changes();
    connection.execute_batch(sql).unwrap();
    usize::try_from(connection.total_changes() - before).unwrap()
}

/// Changes a table behind the back of one of its indexes, which then lies.
pub fn behind_index(path: &Path, index: &str, sql: &str) {
    let connection = rusqlite::Connection::open(path).unwrap();
    connection
        .execute_batch(&format!(
            "PRAGMA writable_schema = ON;
             CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = '{index}';
             DELETE FROM sqlite_schema WHERE name = '{index}';
             PRAGMA writable_schema = RESET;
             {sql};
             PRAGMA writable_schema = ON;
             INSERT INTO sqlite_schema SELECT * FROM temp.kept;
             PRAGMA writable_schema = RESET;"
        ))
        .unwrap();
}

/// Chance that repeats: the same seed, the same throws (SplitMix64).
pub struct Dice(pub u64);

impl Dice {
    pub fn throw(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.throw() % u64::try_from(end.max(1)).unwrap()).unwrap()
    }

    pub fn chance(&mut self, probability: f64) -> bool {
        self.below(1 << 20) as f64 / f64::from(1 << 20) < probability
    }
}

/// Where a campaign's chance begins: always the same, unless `ASSAY_SEED` asks for another walk.
pub fn seed(usual: u64) -> u64 {
    std::env::var("ASSAY_SEED")
        .ok()
        .and_then(|seed| seed.parse::<u64>().ok())
        .map_or(usual, |seed| usual ^ (seed << 8))
}

/// How often a campaign goes round: a few times in the daily tests, the figure of `docs/assurance.md` with
/// `ASSAY_CAMPAIGN=full`.
pub fn rounds(daily: usize, full: usize) -> usize {
    if std::env::var("ASSAY_CAMPAIGN").is_ok_and(|which| which == "full") { full } else { daily }
}
