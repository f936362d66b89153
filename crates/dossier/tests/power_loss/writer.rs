//! The programs that are recorded: a day's work on a dossier, and plain SQLite for comparison.

use std::fs::{File, OpenOptions};
use std::io::{Cursor, Write as _};
use std::path::Path;

use dossier::{Access, Dossier, Key, Locked, NewEvent, Opening};
use trail::json::Value;

use crate::common::*;

/// How a dossier is protected on the disk; one campaign for each.
pub const PROTECTIONS: [Protection; 2] =
    [Protection { name: "plain", key: None }, Protection { name: "encrypted", key: Some(7) }];

/// A way in which a dossier can lie on the disk.
#[derive(Clone, Copy)]
pub struct Protection {
    pub name: &'static str,
    /// Every byte of the salt and of the raw key it is encrypted with.
    pub key: Option<u8>,
}

impl Protection {
    /// Creates a dossier so protected, through the door that everybody uses.
    pub fn create(&self, path: &Path) -> Dossier {
        let key = self.key();
        let opening = Opening { dossier: id(), card: card("A. Example"), time: TIME };
        Dossier::create(Locked::with(path, key.as_ref()), &opening, &Pen(1)).unwrap()
    }

    fn key(&self) -> Option<Key> {
        self.key.map(|byte| Key::from_raw([byte; 16], [byte; 32]))
    }

    /// Opens one for writing.
    pub fn open(&self, path: &Path) -> Result<Dossier, dossier::DossierError> {
        Dossier::open(Locked::with(path, self.key().as_ref()), Access::Write)
    }

    /// What full verification says of one: `ok`, or the code of what is wrong.
    pub fn code(&self, path: &Path) -> String {
        let key = self.key();
        match dossier::verify(Locked::with(path, key.as_ref()), &Reader, Default::default(), &mut |_| true) {
            Ok(outcome) => outcome.finding().map_or_else(|| "ok".to_owned(), ToString::to_string),
            Err(problem) => format!("not answered: {problem}"),
        }
    }
}

/// Events that a batch records together: all of them are there afterwards or none.
pub const BATCH: usize = 150;

/// Where acknowledgements are said. The recorder keeps their place among the writes.
struct Acks(File);

impl Acks {
    fn say(&mut self, what: &str) {
        self.0.write_all(format!("{what}\n").as_bytes()).unwrap();
    }
}

/// Does the work `what` in `folder`.
pub fn run(what: &str, folder: &Path, acks: &Path) {
    let mut acks = Acks(OpenOptions::new().append(true).create(true).open(acks).unwrap());
    if let Some(mode) = what.strip_prefix("sqlite-") {
        return plain_sqlite(mode, folder, &mut acks);
    }
    let (work, protection) = what.split_once('-').unwrap();
    let protection = PROTECTIONS.iter().find(|known| known.name == protection).unwrap();
    match work {
        "dossier" => a_days_work(protection, folder, &mut acks),
        "recover" => drop(protection.open(&folder.join("a.assay"))),
        other => panic!("no work is called {other}"),
    }
}

fn a_days_work(protection: &Protection, folder: &Path, acks: &mut Acks) {
    let path = folder.join("a.assay");
    let pen = Pen(1);
    let mut dossier = protection.create(&path);
    acks.say("created");
    let mut older = Vec::new();
    for i in 0..12 {
        older = single(&mut dossier, "claim", i, &older, acks);
    }
    batch(&mut dossier, 0, acks);
    let note = take_in(&mut dossier, 3000, 1, acks);
    take_in(&mut dossier, dossier::CHUNK * 2 + 300, 2, acks);
    single(&mut dossier, "after", 0, &[], acks);
    dossier.close().unwrap();

    let mut dossier = protection.open(&path).unwrap();
    for i in 12..20 {
        older = single(&mut dossier, "claim", i, &older, acks);
    }
    // More than one transaction of chunks.
    take_in(&mut dossier, dossier::CHUNK * 9 + 5, 3, acks);
    let payload = Value::map([("sha256", text(&note.to_string())), ("reason", text("personal data"))]);
    let withhold = NewEvent { kind: "evidence.withhold/1".into(), payload };
    let id = dossier.withhold(&note, withhold, TIME, &pen).unwrap();
    acks.say(&format!("event {id}"));
    let id = seal(&mut dossier, "day_end", &pen);
    acks.say(&format!("event {id}"));
    batch(&mut dossier, 1, acks);
    let id = dossier.open_chain(card("B. Example"), TIME, &Pen(2)).unwrap();
    acks.say(&format!("event {id}"));
    dossier.vacuum_into(&folder.join("copy.assay")).unwrap();
    acks.say("copy");
    older = single(&mut dossier, "claim", 20, &older, acks);
    dossier.close().unwrap();

    // The last session ends without being closed, as when the program is ended from outside.
    let mut dossier = protection.open(&path).unwrap();
    for i in 21..26 {
        older = single(&mut dossier, "claim", i, &older, acks);
    }
    std::process::exit(0);
}

fn single(
    dossier: &mut Dossier,
    field: &str,
    i: u32,
    older: &[trail::EventId],
    acks: &mut Acks,
) -> Vec<trail::EventId> {
    let ids = dossier.append(&[case(field, &i.to_string(), older)], TIME, &Pen(1)).unwrap();
    acks.say(&format!("event {}", ids[0]));
    ids
}

fn batch(dossier: &mut Dossier, number: usize, acks: &mut Acks) {
    let events: Vec<NewEvent> =
        (0..BATCH).map(|i| case(&format!("batch {number} {i}"), "imported", &[])).collect();
    let ids = dossier.append(&events, TIME, &Pen(1)).unwrap();
    let said: String = ids.iter().map(|id| format!("event {id}\n")).collect();
    acks.say(said.trim_end());
}

fn take_in(dossier: &mut Dossier, size: usize, seed: u64, acks: &mut Acks) -> trail::Digest {
    let mut dice = Dice(seed);
    let bytes: Vec<u8> = std::iter::repeat_with(|| dice.throw().to_le_bytes()).flatten().take(size).collect();
    let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, "photo.jpg")];
    let (stored, ids) =
        dossier.ingest_and_name(&mut Cursor::new(bytes), &mut |_| true, &mut naming, TIME, &Pen(1)).unwrap();
    acks.say(&format!("evidence {}\nevent {}", stored.sha256, ids[0]));
    stored.sha256
}

/// The same kind of rows with SQLite alone and the given journal mode, `synchronous=FULL` as it comes.
fn plain_sqlite(mode: &str, folder: &Path, acks: &mut Acks) {
    let connection = rusqlite::Connection::open(folder.join("a.db")).unwrap();
    connection
        .execute_batch(&format!(
            "PRAGMA page_size=16384; PRAGMA journal_mode={mode}; PRAGMA synchronous=FULL; {}",
            dossier::SCHEMA[0]
        ))
        .unwrap();
    acks.say("created");
    for n in 1..=60 {
        connection
            .execute(
                "INSERT INTO event VALUES (?1, zeroblob(16), ?1, zeroblob(32), randomblob(400), zeroblob(64))",
                [n],
            )
            .unwrap();
        acks.say(&format!("row {n}"));
    }
}
