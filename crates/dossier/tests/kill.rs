//! `kill -9` while events are recorded and while evidence is taken in: nothing acknowledged is lost.
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
use dossier::{Access, Dossier};
use trail::Digest;

/// The ways of writing that are killed; another one gets a name here and its step in `write`.
const MODES: [&str; 2] = ["write-events", "write-evidence"];

fn main() {
    let args: Vec<String> = std::env::args().collect();
    if let [_, mode, path] = args.as_slice()
        && mode.starts_with("write-")
    {
        write(mode, Path::new(path));
    }
    let kills = u32::try_from(rounds(50, 200)).unwrap();
    for mode in MODES {
        let mut swept = 0;
        let mut acknowledged = 0;
        for round in 0..kills {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("a.assay");
            create(&path, &Pen(1)).close().unwrap();
            let said = run_and_kill(mode, &path, round);
            acknowledged += said.len();
            let dossier = Dossier::open(&path, Access::Write).unwrap_or_else(|problem| {
                panic!("{mode} {round}: a killed writer must not close the dossier: {problem}")
            });
            swept += dossier.swept();
            for digest in said {
                let is_there = match mode {
                    "write-events" => dossier.event(&digest).is_ok(),
                    _ => dossier.evidence_bytes(&digest, &mut std::io::sink()).is_ok(),
                };
                assert!(is_there, "{mode} {round}: {digest} was acknowledged and must be there");
            }
            dossier.close().unwrap();
            assert_eq!(code(&path), "ok", "{mode} {round}: after a kill the dossier verifies");
        }
        println!(
            "{mode}: {kills} kills, {acknowledged} acknowledged, none lost, {swept} unnamed chunks swept"
        );
        assert!(acknowledged > 0, "{mode}: the writer must have come to write at all");
    }
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
    let longest = if mode == "write-events" { 60 } else { 200 };
    std::thread::sleep(Duration::from_millis(u64::from(round) * 7 % longest));
    writer.kill().unwrap();
    writer.wait().unwrap();
    said.extend(lines.map_while(Result::ok));
    // A line that was cut off was not an acknowledgement.
    said.iter().filter_map(|line| Digest::from_hex(line)).collect()
}

fn write(mode: &str, path: &Path) -> ! {
    let pen = Pen(1);
    let mut dossier = Dossier::open(path, Access::Write).unwrap();
    let acknowledge = |text: String| {
        let mut out = std::io::stdout().lock();
        out.write_all(text.as_bytes()).unwrap();
        out.flush().unwrap();
    };
    acknowledge("ready\n".to_owned());
    let mut older = Vec::new();
    for i in 0_u64.. {
        let digest = if mode == "write-events" {
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
