//! `kill -9` while events are recorded, while evidence is taken in and while the passphrase is changed:
//! nothing acknowledged is lost. Once with plain and once with encrypted dossiers.
//!
//! This program starts itself as the writer. The writer says what was acknowledged on its output; the
//! test kills it at some moment, opens the dossier as anybody would, and looks.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

mod common;

use std::io::{BufRead as _, BufReader, Cursor, Write as _};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use common::*;
use dossier::verify::Options;
use dossier::{Access, Dossier, Key, Locked, reprotect};
use trail::Digest;

/// The ways of writing that are killed, and whether the dossier is encrypted; another one gets a name here and its step in
/// `write`.
const MODES: [(&str, bool); 4] = [
    ("write-events", false),
    ("write-evidence", false),
    ("write-events-encrypted", true),
    ("write-evidence-encrypted", true),
];

fn key(n: u8) -> Key {
    Key::from_raw([n; 16], [n; 32])
}

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let [_, mode, path] = args.as_slice()
        && mode.starts_with("write-")
    {
        write(mode, Path::new(path));
    }
    let kills = u32::try_from(rounds(50, 200)).unwrap();
    for (mode, encrypted) in MODES {
        let key = encrypted.then(|| key(1));
        let mut swept = 0;
        let mut acknowledged = 0;
        for round in 0..kills {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.assay");
            create(&path, &Pen(1)).close().unwrap();
            if encrypted {
                reprotect(&path, key.as_ref()).unwrap();
            }
            let file = Locked::with(&path, key.as_ref());
            let said = run_and_kill(mode, &path, round);
            acknowledged += said.len();
            let dossier = Dossier::open(file, Access::Write).unwrap_or_else(|problem| {
                panic!("{mode} {round}: a killed writer must not close the dossier: {problem}")
            });
            swept += dossier.swept();
            for digest in said {
                let is_there = match mode {
                    "write-events" | "write-events-encrypted" => dossier.event(&digest).is_ok(),
                    _ => dossier.evidence_bytes(&digest, &mut std::io::sink()).is_ok(),
                };
                assert!(is_there, "{mode} {round}: {digest} was acknowledged and must be there");
            }
            dossier.close().unwrap();
            assert!(is_in_order(file), "{mode} {round}: after a kill the dossier verifies");
            let readable = std::fs::read(&path).unwrap().windows(10).any(|window| window == b"case.set/1");
            assert!(!(encrypted && readable), "{mode} {round}: nothing is readable after a kill");
        }
        println!(
            "{mode}: {kills} kills, {acknowledged} acknowledged, none lost, {swept} unnamed chunks swept"
        );
        assert!(acknowledged > 0, "{mode}: the writer must have come to write at all");
    }
    kill_while_the_passphrase_changes();
}

fn is_in_order(file: Locked<'_>) -> bool {
    let outcome = dossier::verify(file, &Reader, Options::default(), &mut |_| true).unwrap();
    outcome.report().is_some()
}

/// At any moment the file is the whole dossier, with the old key or with the new one.
fn kill_while_the_passphrase_changes() {
    let folder = tempfile::tempdir().unwrap();
    let whole = sample(folder.path());
    let mut changes = 0;
    let kills = u32::try_from(rounds(50, 200)).unwrap();
    for round in 0..kills {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.assay");
        std::fs::copy(&whole, &path).unwrap();
        reprotect(&path, Some(&key(1))).unwrap();
        let program = std::env::current_exe().unwrap();
        let mut child =
            Command::new(program).arg("write-keys").arg(&path).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "ready", "the child has started");
        // Some rounds get past the first change, however slow the disk is.
        changes += lines.by_ref().take(round as usize % 2).map(Result::unwrap).count();
        std::thread::sleep(Duration::from_millis(u64::from(round) * 5 % 97));
        child.kill().unwrap();
        child.wait().unwrap();
        changes += lines.map_while(Result::ok).count();
        let open = |n: u8| {
            let key = key(n);
            Dossier::open(Locked::with(&path, Some(&key)), Access::Write).is_ok()
                && is_in_order(Locked::with(&path, Some(&key)))
        };
        assert_ne!(open(1), open(2), "{round}: exactly one of the two keys opens it, and it is whole");
        let left = std::fs::read_dir(folder.path()).unwrap().count();
        assert_eq!(left, 1, "{round}: opening it has swept what the change left");
    }
    println!("write-keys: {kills} kills, {changes} changes of the key finished, 0 dossiers lost");
}

/// Lets the writer run for a moment that differs from round to round, then kills it.
fn run_and_kill(mode: &str, path: &Path, round: u32) -> Vec<Digest> {
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .arg(mode)
        .arg(path)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut lines = BufReader::new(writer.stdout.take().unwrap()).lines();
    let ready = lines.next().unwrap().unwrap();
    assert_eq!(ready, "ready", "the writer has opened the dossier");
    // However slow the disk is, some rounds get past the first and the second acknowledgement.
    let mut said: Vec<String> = lines.by_ref().take(round as usize % 3).map(Result::unwrap).collect();
    let longest = if mode.starts_with("write-events") { 60 } else { 200 };
    std::thread::sleep(Duration::from_millis(u64::from(round) * 7 % longest));
    writer.kill().unwrap();
    writer.wait().unwrap();
    said.extend(lines.map_while(Result::ok));
    // A line that was cut off was not an acknowledgement.
    said.iter().filter_map(|line| Digest::from_hex(line)).collect()
}

fn write(mode: &str, path: &Path) -> ! {
    if mode == "write-keys" {
        change_keys(path);
    }
    let pen = Pen(1);
    let key = mode.ends_with("-encrypted").then(|| key(1));
    let mut dossier = Dossier::open(Locked::with(path, key.as_ref()), Access::Write).unwrap();
    let acknowledge = |text: String| {
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes()).unwrap();
        out.flush().unwrap();
    };
    acknowledge("ready\n".to_owned());
    let mut older = Vec::new();
    for i in 0_u64.. {
        let digest = if mode.starts_with("write-events") {
            let event = case("a", &i.to_string(), &older);
            older = dossier.append(&[event], TIME, &pen).unwrap();
            older[0]
        } else {
            let bytes: Vec<u8> = i.to_le_bytes().into_iter().cycle().take(dossier::CHUNK * 10 + 3).collect();
            let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, "a")];
            dossier
                .ingest_and_name(&mut Cursor::new(bytes), &mut |_| true, &mut naming, TIME, &pen)
                .unwrap()
                .0
                .sha256
        };
        acknowledge(format!("{digest}\n"));
    }
    unreachable!("the counter does not end")
}

fn change_keys(path: &Path) -> ! {
    println!("ready");
    loop {
        for (from, to) in [(1, 2), (2, 1)] {
            reprotect(Locked::with(path, Some(&key(from))), Some(&key(to))).unwrap();
            println!("changed");
        }
    }
}
