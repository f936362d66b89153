//! The parts of `./dev bench` that need our crates: making big dossiers, verifying them, durable verdicts.
//! Times of whole processes are taken by `tests/bench.py`; a job prints only what can't be seen from outside.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

use std::{
    fs::{File, OpenOptions},
    io::{BufWriter, Seek, SeekFrom, Write},
    path::Path,
    process::ExitCode,
    time::Instant,
};

use dossier::{Access, Dossier, Locked, NewEvent, Opening, verify};
use evaluation::decide::{NewVerdict, RecordRow, Request};
use evaluation::event::{AnyVerdict, RowKey};
use signature::Identity;
use trail::{DossierId, EventId, PublicKey, Signature, json::Value};
use workbench::{Card, Session, Signer, packs};

type Done = Result<(), Box<dyn std::error::Error>>;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let done = match args.as_slice() {
        ["events", path, count] => events(Path::new(path), count.parse().unwrap_or(0)),
        ["verify", path, what] => check(Path::new(path), None, *what == "signatures"),
        ["verify", path, what, "encrypted"] => {
            check(Path::new(path), Some(&cipher_key()), *what == "signatures")
        }
        ["verdicts", path, count] => verdicts(Path::new(path), None, count.parse().unwrap_or(0)),
        ["verdicts", path, count, "encrypted"] => {
            verdicts(Path::new(path), Some(&cipher_key()), count.parse().unwrap_or(0))
        }
        ["encrypt", path] => dossier::reprotect(Path::new(path), Some(&cipher_key())).map_err(Into::into),
        ["colleague", path, count] => colleague(Path::new(path), count.parse().unwrap_or(0)),
        ["merge", path, other] => merge(Path::new(path), Path::new(other)),
        ["derive"] => {
            dossier::Key::derive("correct horse battery staple", [5; 16]).map(drop).map_err(Into::into)
        }
        ["words"] => words(),
        ["fsync", path, count] => fsync(Path::new(path), count.parse().unwrap_or(0)),
        _ => {
            Err("bench events|verify|verdicts|encrypt|colleague|merge|derive|fsync …; see tests/bench.py"
                .into())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            println!("{problem}");
            ExitCode::FAILURE
        }
    }
}

/// The key of the encrypted dossiers; what deriving one costs is measured for itself.
fn cipher_key() -> dossier::Key {
    dossier::Key::from_raw([5; 16], [5; 32])
}

/// What the device claims of the time, everywhere.
const TIME: &str = "2026-01-01T00:00:00.000Z";

struct Key(Identity);

impl dossier::Signer for Key {
    fn key(&self) -> PublicKey {
        self.0.public_key()
    }
    fn sign(&self, id: &EventId) -> Signature {
        self.0.sign_event(id)
    }
}

struct Strict;

impl dossier::Verifier for Strict {
    fn verify(&self, key: &PublicKey, id: &EventId, signature: &Signature) -> bool {
        signature::verify_event(key, id, signature)
    }
}

fn text(t: &str) -> Value {
    Value::Text(t.to_owned())
}

/// A dossier of `count` verdicts over 500 rows, each replacing the one before, and beside it all bodies in one file.
fn events(path: &Path, count: u32) -> Done {
    let key = Key(Identity::new([7; 32]));
    let card = Value::map([("actor", Value::map([("name", text("Bench"))]))]);
    let mut dossier =
        Dossier::create(path, &Opening { dossier: DossierId([9; 16]), card, time: TIME }, &key)?;
    let mut last: Vec<Option<EventId>> = vec![None; 500];
    let mut done = 0;
    while done < count {
        let batch: Vec<usize> = (done..count.min(done + 500)).map(|n| n as usize % 500).collect();
        let events: Vec<NewEvent> =
            batch.iter().map(|row| verdict(*row, last.get(*row).copied().flatten())).collect();
        let ids = dossier.append(&events, TIME, &key)?;
        for (row, id) in batch.iter().zip(ids) {
            if let Some(place) = last.get_mut(*row) {
                *place = Some(id);
            }
        }
        done += u32::try_from(batch.len())?;
    }
    let mut bodies = BufWriter::new(File::create(path.with_extension("bodies"))?);
    dossier.each_event(0..u64::MAX, &mut |stored| {
        // A short write shows as a wrong ratio only; report it instead.
        bodies.write_all(&stored.body).map_err(|_| dossier::DossierError::Cancelled)
    })?;
    bodies.flush()?;
    Ok(dossier.close()?)
}

/// A colleague with another key records `count` verdicts in a copy.
fn colleague(path: &Path, count: u32) -> Done {
    let key = Key(Identity::new([8; 32]));
    let mut dossier = Dossier::open(path, Access::Write)?;
    let card = Value::map([("actor", Value::map([("name", text("Colleague"))]))]);
    dossier.open_chain(card, TIME, &key)?;
    for first in (0..count).step_by(500) {
        let rows = first..count.min(first + 500);
        let events: Vec<NewEvent> = rows.map(|row| verdict(row as usize + 1000, None)).collect();
        dossier.append(&events, TIME, &key)?;
    }
    Ok(dossier.close()?)
}

/// Takes in what a colleague recorded, as a file from elsewhere: verified in full first.
fn merge(path: &Path, other: &Path) -> Done {
    let received = dossier::Received::verified(other, &Strict, &mut |_| true)
        .map_err(|_| "the colleague's copy does not verify")?;
    let key = Key(Identity::new([7; 32]));
    let payload = |_: &dossier::Difference| Value::map([("events", Value::Int(0))]);
    let card = Value::map([("actor", Value::map([("name", text("Bench"))]))]);
    let recording = dossier::Recording { payload: &payload, card, time: TIME, signer: &key };
    let mut dossier = Dossier::open(path, Access::Write)?;
    let merged = dossier.merge(&received, &recording, &mut |_| true)?;
    println!("{}", merged.taken.events());
    Ok(dossier.close()?)
}

fn verdict(row: usize, supersedes: Option<EventId>) -> NewEvent {
    let rationale =
        "The access test of the evaluated build shows the behaviour asked for on each interface of the list.";
    let payload = Value::map([
        ("evidence", Value::List(vec![text(&"ab".repeat(32))])),
        ("rationale", text(rationale)),
        ("row", Value::map([("requirement", text(&format!("CR {row}.1")))])),
        ("supersedes", Value::List(supersedes.iter().map(|id| text(&id.to_string())).collect())),
        ("verdict", text("fulfilled")),
    ]);
    NewEvent { kind: evaluation::kind::VERDICT_SET.to_owned(), payload }
}

fn check(path: &Path, key: Option<&dossier::Key>, signatures: bool) -> Done {
    let options =
        verify::Options { signatures, integrity: false, evidence: false, projection: false, seals: false };
    match verify::verify(Locked::with(path, key), &Strict, options, &mut |_| true)? {
        verify::Outcome::Ok(report) => println!("{}", report.events),
        verify::Outcome::Wrong(_) => return Err("the benchmark's dossier does not verify".into()),
    }
    Ok(())
}

/// Mean time of one verdict from request to acknowledgement, in microseconds.
fn verdicts(path: &Path, cipher: Option<&dossier::Key>, count: u32) -> Done {
    let identity = Identity::new([8; 32]);
    let key = identity.public_key().to_string();
    let card = Card { name: "Bench".into(), organisation: "Bench".into(), function: "Bench".into(), key };
    let problem = |p: workbench::Problem| format!("{p:?}");
    let file = Locked::with(path, cipher);
    let pack = packs::find("4-2").map_err(problem)?;
    let signer = Signer { identity, card, memory: None };
    let mut session = Session::create(file, &pack, "Bench", signer).map_err(problem)?;
    // Over the rows of the checklist, as an assessor goes through them.
    let rows: Vec<String> = session.checklist().requirements.iter().map(|r| r.id.clone()).collect();
    let row = |n: u32| rows.get(n as usize % rows.len().max(1)).map(|id| RowKey::of(id));
    let record = |n: u32| {
        Request::Record(RecordRow {
            row: row(n),
            verdict: Some(NewVerdict {
                verdict: AnyVerdict::Inconclusive,
                rationale: format!(
                    "Attempt {n}: the interface list names a service that the test did not reach."
                ),
                evidence: Vec::new(),
                no_evidence_reason: None,
                ml: None,
                lowered_claim: None,
                sub_points_met: Vec::new(),
            }),
            ..RecordRow::default()
        })
    };
    let started = Instant::now();
    for n in 0..count {
        session.perform(record(n)).map_err(problem)?;
    }
    println!("{}", started.elapsed().as_micros() / u128::from(count.max(1)));
    session.close().map_err(problem)?;
    let again = Dossier::open(file, Access::ReadOnly)?;
    assert!(again.event_count()? >= u64::from(count), "what was acknowledged must be there");
    Ok(())
}

/// The texts of reports, as the shells hand them over.
fn words() -> Done {
    println!("{}", serde_json::to_string(&words::Words::load("en").with_prefix("report-"))?);
    Ok(())
}

/// Mean time of writing 4 KiB and `fdatasync`, in microseconds.
fn fsync(path: &Path, count: u32) -> Done {
    let mut file = OpenOptions::new().create(true).truncate(true).write(true).open(path)?;
    let page = [0x5a; 4096];
    let started = Instant::now();
    for n in 0..count {
        file.seek(SeekFrom::Start(u64::from(n % 64) * 4096))?;
        file.write_all(&page)?;
        file.sync_data()?;
    }
    println!("{}", started.elapsed().as_micros() / u128::from(count.max(1)));
    Ok(())
}
