//! Dossiers with real keys to be attacked, an attacker's tools, and what verification says.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its own part of this module")]

use std::io::Cursor;
use std::path::{Path, PathBuf};

use dossier::verify::{Options, Outcome};
use dossier::{Dossier, NewEvent, Opening};
use signature::Identity;
use trail::json::Value;
use trail::{DossierId, EventId, PublicKey, Signature};

pub const TIME: &str = "2026-11-23T09:00:00.000Z";

/// An installation's key.
pub struct Key(pub Identity);

impl Key {
    pub fn of(seed: u8) -> Self {
        Self(Identity::new([seed; 32]))
    }
}

impl dossier::Signer for Key {
    fn key(&self) -> PublicKey {
        self.0.public_key()
    }
    fn sign(&self, id: &EventId) -> Signature {
        self.0.sign_event(id)
    }
}

/// The check that `assay-verify` makes.
pub struct Strict;

impl dossier::Verifier for Strict {
    fn verify(&self, key: &PublicKey, id: &EventId, signature: &Signature) -> bool {
        signature::verify_event(key, id, signature)
    }
}

pub fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

pub fn set(field: &str, value: &str, supersedes: &[EventId]) -> NewEvent {
    let supersedes = supersedes.iter().map(|id| text(&id.to_string())).collect();
    let payload =
        Value::map([("field", text(field)), ("value", text(value)), ("supersedes", Value::List(supersedes))]);
    NewEvent { kind: evaluation::kind::CASE_SET.into(), payload }
}

pub fn create(path: &Path, dossier: [u8; 16], key: &Key) -> Dossier {
    let opening = Opening { dossier: DossierId(dossier), card: card("A. Lead"), time: TIME };
    Dossier::create(path, &opening, key).unwrap()
}

pub fn card(name: &str) -> Value {
    Value::map([("actor", Value::map([("name", text(name))]))])
}

pub fn append(dossier: &mut Dossier, events: &[NewEvent], key: &Key) -> Vec<EventId> {
    dossier.append(events, TIME, key).unwrap()
}

pub fn take_in(dossier: &mut Dossier, bytes: &[u8], name: &str, key: &Key) -> trail::Digest {
    let mut naming = |stored: &dossier::StoredBytes| {
        let payload = Value::map([
            ("sha256", text(&stored.sha256.to_string())),
            ("size", Value::Int(i64::try_from(stored.size).unwrap())),
            ("name", text(name)),
            ("supersedes", Value::List(Vec::new())),
        ]);
        vec![NewEvent { kind: evaluation::kind::EVIDENCE_ADD.into(), payload }]
    };
    let mut source = Cursor::new(bytes);
    dossier.ingest_and_name(&mut source, &mut |_| true, &mut naming, TIME, key).unwrap().0.sha256
}

pub fn seal(dossier: &mut Dossier, purpose: &str, key: &Key) {
    let payload = dossier.seal_payload(purpose, None).unwrap();
    append(dossier, &[NewEvent { kind: evaluation::kind::SEAL.into(), payload }], key);
}

/// A dossier with a bit of everything: two authors, values that were replaced and taken back, a conflict,
/// evidence of several chunks and of one and withheld, seals. Returns its path; it is closed.
pub fn sample(folder: &Path, long_evidence: bool) -> PathBuf {
    let path = folder.join("sample.assay");
    let (lead, second) = (Key::of(1), Key::of(2));
    let mut dossier = create(&path, [7; 16], &lead);
    let first =
        append(&mut dossier, &[set("object", "Nordwerk PLC-200", &[]), set("claim", "SL-C 2", &[])], &lead);
    seal(&mut dossier, "opening", &lead);
    dossier.open_chain(card("B. Second"), TIME, &second).unwrap();
    append(&mut dossier, &[set("claim", "SL-C 1", &first[1..])], &second);
    append(&mut dossier, &[set("object", "Nordwerk PLC-201", &[])], &second);
    let slip = append(&mut dossier, &[set("issuer", "Exmaple Lab", &[])], &lead);
    let payload =
        Value::map([("events", Value::List(vec![text(&slip[0].to_string())])), ("reason", text("typo"))]);
    append(&mut dossier, &[NewEvent { kind: evaluation::kind::RETRACT.into(), payload }], &lead);
    if long_evidence {
        let photo: Vec<u8> = (0..dossier::CHUNK as u32 * 2 + 77)
            .map(|i| (i.wrapping_mul(2_654_435_761) >> 24) as u8)
            .collect();
        take_in(&mut dossier, &photo, "photo.jpg", &lead);
    }
    take_in(&mut dossier, b"a short note", "note.txt", &second);
    let personal = take_in(&mut dossier, &[9; 5000], "interview.txt", &lead);
    let payload = Value::map([
        ("sha256", text(&personal.to_string())),
        ("reason", text("personal data")),
        ("supersedes", Value::List(Vec::new())),
    ]);
    let withhold = NewEvent { kind: evaluation::kind::EVIDENCE_WITHHOLD.into(), payload };
    dossier.withhold(&personal, withhold, TIME, &lead).unwrap();
    seal(&mut dossier, "day_end", &second);
    append(&mut dossier, &[set("issuer", "Example Lab", &[]), set("note", "", &[])], &lead);
    seal(&mut dossier, "report", &lead);
    append(&mut dossier, &[set("after", "the seal", &[])], &lead);
    dossier.close().unwrap();
    path
}

pub fn check(path: &Path) -> Result<Outcome, dossier::DossierError> {
    dossier::verify(path, &Strict, Options::default(), &mut |_| true)
}

/// `ok`, the code of what is wrong, or `not-answered`.
pub fn code(path: &Path) -> &'static str {
    match check(path) {
        Ok(outcome) => outcome.finding().map_or("ok", |finding| finding.code.as_str()),
        Err(_) => "not-answered",
    }
}

/// Somebody else's hands: SQL without our rules. How many rows changed, or why none could.
pub fn raw(path: &Path, sql: &str) -> rusqlite::Result<u64> {
    let connection = rusqlite::Connection::open(path)?;
    connection.execute_batch("PRAGMA foreign_keys = OFF")?;
    let before = connection.total_changes();
    connection.execute_batch(sql)?;
    Ok(connection.total_changes() - before)
}

/// Does `sql` while SQLite believes that the tables take any type, and puts the schema back as it was.
pub fn without_types(sql: &str) -> String {
    format!(
        "PRAGMA writable_schema = ON;
         CREATE TEMP TABLE kept AS SELECT name, sql FROM sqlite_schema;
         UPDATE sqlite_schema SET sql = replace(replace(replace(replace(replace(sql,
             ') STRICT', ')'), ', WITHOUT ROWID', ' WITHOUT ROWID'), ' BLOB', ''), ' INTEGER NOT NULL', ''), ' TEXT', '');
         UPDATE sqlite_schema SET sql = replace(replace(sql, ' NOT NULL', ''), 'PRIMARY KEY NOT NULL', 'PRIMARY KEY');
         PRAGMA writable_schema = RESET;
         {sql};
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET sql = (SELECT kept.sql FROM temp.kept WHERE kept.name = sqlite_schema.name);
         PRAGMA writable_schema = RESET;"
    )
}

/// Does `sql` to a table while one of its indexes is away, which then lies about it.
pub fn behind_index(index: &str, sql: &str) -> String {
    format!(
        "PRAGMA writable_schema = ON;
         CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = '{index}';
         DELETE FROM sqlite_schema WHERE name = '{index}';
         PRAGMA writable_schema = RESET;
         {sql};
         PRAGMA writable_schema = ON;
         INSERT INTO sqlite_schema SELECT * FROM temp.kept;
         PRAGMA writable_schema = RESET;"
    )
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
}
