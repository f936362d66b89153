//! The power fails at any moment: nothing that was acknowledged is lost, and nothing is corrupt.
//!
//! A real writer is recorded, write by write, with its barriers and its acknowledgements (`recorder.c`).
//! The recording is cut at random, the disk is put into a state that it may then be in (`disk.rs`), and
//! the real code opens it, recovers and verifies. Every fourth time the power fails again while it recovers.
//!
//! Settings that are known to lose (journal DELETE with FULL) and a disk that ignores barriers must lose
//! here as well, or the test would be blind. Linux only, where a library can be put before the C library.
#![cfg(target_os = "linux")]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    unreachable_pub,
    reason = "a test fails by panicking, helpers included"
)]

#[path = "../common/mod.rs"]
mod common;
mod disk;
mod writer;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use common::{Dice, rounds, seed};
use disk::{Disk, Files, Record};
use writer::{BATCH, PROTECTIONS, Protection};

/// The program that the tests record: this one, started again.
#[test]
#[ignore = "the tests of this file start it under the recorder"]
fn writer() {
    let Ok(what) = std::env::var("POWER_LOSS_WRITER") else { return };
    let path = |name| PathBuf::from(std::env::var(name).unwrap());
    writer::run(&what, &path("POWER_LOSS_FOLDER"), &path("POWER_LOSS_ACKS"));
}

fn recorder() -> &'static Path {
    static RECORDER: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, library) = RECORDER.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("recorder.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/power_loss/recorder.c");
        let compiled = Command::new("cc")
            .args(["-shared", "-fPIC", "-O2", "-o"])
            .args([&library, &source])
            .status()
            .expect("the C compiler that SQLite is built with");
        assert!(compiled.success(), "the recorder compiles");
        (folder, library)
    });
    library
}

/// Where the states of the disk are laid out: in memory where that is possible, since their own durability
/// does not matter.
fn scratch() -> tempfile::TempDir {
    let memory = Path::new("/dev/shm");
    if memory.is_dir() {
        tempfile::tempdir_in(memory).or_else(|_| tempfile::tempdir()).unwrap()
    } else {
        tempfile::tempdir().unwrap()
    }
}

/// Lets the writer do `what` in `folder` and returns the recording. What is replayed must be what is there,
/// byte by byte: otherwise something went past the recorder.
fn record(what: &str, folder: &Path) -> Vec<u8> {
    let aside = scratch();
    let (log, acks) = (aside.path().join("log"), aside.path().join("acks"));
    let before = read_folder(folder);
    let done = Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "writer", "--ignored", "--nocapture"])
        .env("LD_PRELOAD", recorder())
        .env("POWER_LOSS_WRITER", what)
        .env("POWER_LOSS_FOLDER", folder.canonicalize().unwrap())
        .env("POWER_LOSS_LOG", &log)
        .env("POWER_LOSS_ACKS", &acks)
        .output()
        .unwrap();
    assert!(done.status.success(), "{what}: the writer works: {}", String::from_utf8_lossy(&done.stderr));
    let log = std::fs::read(&log).expect("the recorder was loaded");
    let mut disk = Disk::of(&before);
    disk::records(&log).iter().for_each(|record| disk.play(record));
    let (replayed, real) = (disk.now(), read_folder(folder));
    assert_eq!(
        replayed.keys().collect::<Vec<_>>(),
        real.keys().collect::<Vec<_>>(),
        "{what}: every name was recorded"
    );
    assert!(replayed == real, "{what}: every byte was recorded");
    log
}

fn read_folder(folder: &Path) -> Files {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries
        .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
        .collect()
}

fn lay_out(files: &Files) -> tempfile::TempDir {
    let folder = scratch();
    for (name, bytes) in files {
        std::fs::write(folder.path().join(name), bytes).unwrap();
    }
    folder
}

/// How one cut ended.
#[derive(Default)]
struct Tally {
    cuts: usize,
    acknowledged: usize,
    lost: usize,
    corrupt: usize,
    hot_journals: usize,
    cut_while_recovering: usize,
    first: Option<String>,
}

impl Tally {
    fn lost(&mut self, how: String) {
        self.lost += 1;
        self.first.get_or_insert(how);
    }

    fn corrupt(&mut self, how: String) {
        self.corrupt += 1;
        self.first.get_or_insert(how);
    }
}

/// Where the power fails: anywhere, and in one case of three just after somebody was told that something is safe.
fn places(records: &[Record<'_>], cuts: usize, dice: &mut Dice) -> Vec<usize> {
    let told: Vec<usize> = records
        .iter()
        .enumerate()
        .filter(|(_, record)| matches!(record, Record::Acknowledged(_)))
        .map(|(n, _)| n + 1)
        .collect();
    let mut places: Vec<usize> = (0..cuts)
        .map(|n| if n % 3 == 0 { told[dice.below(told.len())] } else { dice.below(records.len() + 1) })
        .collect();
    places.sort_unstable();
    places
}

/// Looks at what is left and what had been acknowledged, and counts.
type Judge<'a> = dyn FnMut(&Files, &[&str], &mut Dice, &mut Tally) + 'a;

/// Cuts a recording, of whose syncs of files the disk takes notice or not (`barriers`), and lets `judge` look at each state, with what had been acknowledged.
fn campaign(log: &[u8], cuts: usize, seed: u64, barriers: bool, judge: &mut Judge<'_>) -> Tally {
    let records = disk::records(log);
    let mut dice = Dice(seed);
    let mut tally = Tally { cuts, ..Tally::default() };
    let (mut disk, mut played, mut acknowledged) = (Disk::default(), 0, Vec::new());
    for cut in places(&records, cuts, &mut dice) {
        for record in &records[played..cut] {
            if let Record::Acknowledged(said) = record {
                acknowledged.extend(said.lines());
            }
            let is_barrier = matches!(record, Record::Sync { .. });
            if barriers || !is_barrier {
                disk.play(record);
            }
        }
        played = cut;
        let kept = [0.0, 0.25, 0.5, 0.75, 1.0][dice.below(5)];
        let files = disk.after_power_loss(&mut dice, kept);
        tally.acknowledged += acknowledged.len();
        judge(&files, &acknowledged, &mut dice, &mut tally);
    }
    tally
}

/// Opens what is left of a dossier with the real code and compares it with what had been acknowledged.
fn judge_dossier(protection: &Protection, files: &Files, acknowledged: &[&str], tally: &mut Tally) {
    let folder = lay_out(files);
    let path = folder.path().join("a.assay");
    let place = format!("after {} acknowledgements", acknowledged.len());
    if files.get("a.assay-journal").is_some_and(|journal| !journal.iter().take(8).all(|byte| *byte == 0)) {
        tally.hot_journals += 1;
    }
    let opened = protection.open(&path);
    let dossier = match opened {
        Ok(dossier) => dossier,
        // Before the first acknowledgement there may be no dossier at all, or an empty file.
        Err(_) if acknowledged.is_empty() => return,
        Err(problem) => return tally.corrupt(format!("{place}: {problem} ({problem:?})")),
    };
    let mut withheld = BTreeSet::new();
    let mut in_batch = [0; 2];
    let mut unread = None;
    let read = dossier.each_event(0..u64::MAX, &mut |stored| {
        let read = stored.event().map_err(|problem| problem.to_string()).and_then(|event| {
            event.payload().map(|payload| (event, payload)).map_err(|problem| problem.to_string())
        });
        let (event, payload) = match read {
            Ok(read) => read,
            Err(problem) => {
                unread = Some(problem);
                return Ok(());
            }
        };
        let said =
            |name: &str| payload.get(name).and_then(|value| value.as_text()).unwrap_or_default().to_owned();
        if event.kind == "evidence.withhold/1" {
            withheld.insert(said("sha256"));
        }
        if let Some(number) = said("field").strip_prefix("batch ") {
            in_batch[usize::from(number.starts_with('1'))] += 1;
        }
        Ok(())
    });
    if let Err(problem) = read {
        return tally.corrupt(format!("{place}: events: {problem}"));
    }
    if let Some(problem) = unread {
        return tally.corrupt(format!("{place}: an event: {problem}"));
    }
    if in_batch.iter().any(|count| ![0, BATCH].contains(count)) {
        return tally.corrupt(format!("{place}: half a batch is there: {in_batch:?}"));
    }
    for said in acknowledged {
        let is_there = match said.split_once(' ') {
            Some(("event", id)) => dossier.event(&trail::Digest::from_hex(id).unwrap()).is_ok(),
            Some(("evidence", id)) => {
                withheld.contains(id)
                    || dossier
                        .evidence_bytes(&trail::Digest::from_hex(id).unwrap(), &mut std::io::sink())
                        .is_ok()
            }
            _ => *said != "copy" || protection.code(&folder.path().join("copy.assay")) == "ok",
        };
        if !is_there {
            return tally.lost(format!("{place}: {said}"));
        }
    }
    dossier.close().unwrap();
    let code = protection.code(&path);
    if code != "ok" {
        tally.corrupt(format!("{place}: {code}"));
    }
}

#[test]
fn no_power_cut_loses_what_a_dossier_has_acknowledged() {
    for protection in &PROTECTIONS {
        let folder = scratch();
        let log = record(&format!("dossier-{}", protection.name), folder.path());
        let mut number = 0;
        let tally =
            campaign(&log, rounds(40, 300), seed(7), true, &mut |files, acknowledged, dice, tally| {
                number += 1;
                if number % 4 == 0 && files.contains_key("a.assay") && !acknowledged.is_empty() {
                    tally.cut_while_recovering += 1;
                    let again = cut_while_recovering(protection, files, dice);
                    judge_dossier(protection, &again, acknowledged, tally);
                } else {
                    judge_dossier(protection, files, acknowledged, tally);
                }
            });
        println!(
            "{}: {} cuts in {} steps, {} of them again while recovering, {} with a journal to roll back; \
             {} acknowledgements looked for, {} cuts lost some, {} left something corrupt",
            protection.name,
            tally.cuts,
            disk::records(&log).len(),
            tally.cut_while_recovering,
            tally.hot_journals,
            tally.acknowledged,
            tally.lost,
            tally.corrupt
        );
        assert_eq!(
            (tally.lost, tally.corrupt, tally.first),
            (0, 0, None),
            "{}: nothing acknowledged is lost, and nothing is corrupt",
            protection.name
        );
        assert!(tally.hot_journals > 0, "some cuts must fall into a save, or recovery was never tried");
    }
}

/// The power comes back, the dossier is opened, and the power fails again.
fn cut_while_recovering(protection: &Protection, files: &Files, dice: &mut Dice) -> Files {
    let folder = lay_out(files);
    let log = record(&format!("recover-{}", protection.name), folder.path());
    let records = disk::records(&log);
    let mut disk = Disk::of(files);
    records[..dice.below(records.len() + 1)].iter().for_each(|record| disk.play(record));
    disk.after_power_loss(dice, 0.5)
}

/// Plain SQLite in `mode`: how many cuts lost a row that had been acknowledged.
fn plain_sqlite(mode: &str, cuts: usize) -> Tally {
    let folder = scratch();
    let log = record(&format!("sqlite-{mode}"), folder.path());
    let tally = campaign(&log, cuts, seed(11), true, &mut |files, acknowledged, _, tally| {
        let folder = lay_out(files);
        let rows = acknowledged.iter().filter(|said| said.starts_with("row")).count();
        let path = folder.path().join("a.db");
        let connection = rusqlite::Connection::open(path).unwrap();
        let there =
            connection.query_row("SELECT count(*) FROM event", [], |row| row.get::<_, usize>(0)).unwrap_or(0);
        if there < rows {
            tally.lost(format!("{rows} rows were acknowledged, {there} are there"));
        }
    });
    println!("plain SQLite, {mode} and FULL: {} cuts, {} lost acknowledged rows", tally.cuts, tally.lost);
    tally
}

#[test]
fn settings_that_are_known_to_lose_lose_here_too() {
    let cuts = rounds(60, 300);
    let lost = plain_sqlite("DELETE", cuts).lost;
    assert!(lost > 0, "the removal of a journal is not synced with DELETE and FULL: the test must see that");
    let lost = plain_sqlite("TRUNCATE", cuts).lost;
    assert_eq!(lost, 0, "only the journal mode differs from the writer that lost");
}

#[test]
fn a_disk_that_ignores_barriers_loses_what_was_acknowledged() {
    let protection = &PROTECTIONS[0];
    let folder = scratch();
    let log = record(&format!("dossier-{}", protection.name), folder.path());
    let tally = campaign(&log, rounds(20, 100), 13, false, &mut |files, acknowledged, _, tally| {
        judge_dossier(protection, files, acknowledged, tally);
    });
    println!("barriers ignored: {} cuts, {} lost, {} corrupt", tally.cuts, tally.lost, tally.corrupt);
    assert!(
        tally.lost + tally.corrupt > 0,
        "without barriers nothing can be promised, and the test must see it"
    );
}
