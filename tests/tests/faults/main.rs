//! Full disks, write-protected media, a second window, and a file that is copied while it is open: over the real
//! program, and without being root. Nothing that was acknowledged is lost, and each refusal has its words.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

#[path = "../attacked/mod.rs"]
mod attacked;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use across::{Desk, said, verify};
use attacked::{Key, append, check, code, create, set};
use dossier::{Access, Dossier};

fn text(path: &Path) -> &str {
    path.to_str().expect("paths of tests are UTF-8")
}

fn desk(folder: &Path) -> Desk {
    let desk = Desk { home: folder.join("home"), dossier: folder.join("medium/a.assay") };
    fs::create_dir(folder.join("medium")).unwrap();
    desk.ok(&["identity", "new", "--no-passphrase", "--name", "A", "--organisation", "B", "--function", "C"]);
    desk.ok(&["new", text(&desk.dossier), "--checklist", "4-2", "--title", "T"]);
    desk
}

/// The library that makes a medium fail, compiled once.
#[cfg(target_os = "linux")]
fn medium() -> &'static Path {
    use std::sync::OnceLock;
    static LIBRARY: OnceLock<(tempfile::TempDir, PathBuf)> = OnceLock::new();
    let (_, library) = LIBRARY.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        let library = folder.path().join("medium.so");
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/faults/medium.c");
        let done = std::process::Command::new("cc")
            .args(["-shared", "-fPIC", "-O2", "-o"])
            .args([&library, &source])
            .status()
            .expect("the C compiler that SQLite is built with");
        assert!(done.success(), "the library compiles");
        (folder, library)
    });
    library
}

/// `assay --json` on a medium that fails in this way: whether it succeeded, and the code it gave if not.
#[cfg(target_os = "linux")]
fn on_medium(desk: &Desk, how: (&str, &str), args: &[&str]) -> Result<(), String> {
    let out = std::process::Command::new(across::program("assay"))
        .args(["--json", "--home", text(&desk.home), "--dossier", text(&desk.dossier)])
        .args(args)
        .env("LD_PRELOAD", medium())
        .env("MEDIUM_FOLDER", desk.dossier.parent().unwrap().canonicalize().unwrap())
        .env(how.0, how.1)
        .output()
        .expect("assay starts");
    if out.status.success() {
        return Ok(());
    }
    assert_eq!(out.status.code(), Some(1), "a refusal, not a crash: {}", said(&out));
    let value: serde_json::Value = serde_json::from_slice(&out.stdout)
        .unwrap_or_else(|e| panic!("a refusal with --json is JSON ({e}): {}", said(&out)));
    Err(value["problem"]["code"].as_str().unwrap_or_default().to_owned())
}

/// The jobs that record something, each with what it leaves in the log. Another way of writing gets a line here.
#[cfg(target_os = "linux")]
fn jobs(folder: &Path) -> Vec<(&'static str, Vec<String>, &'static str)> {
    let workbook = across::root().join("fixtures/evaluations/nordwerk-plc-200/answers.xlsx");
    let photo = folder.join("photo.bin");
    let line = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<String>>();
    vec![
        ("append", line(&["case", "set", "object.name", "N"]), "case.set/1"),
        ("evidence", line(&["evidence", "add", text(&photo), "--class", "other"]), "evidence.add/1"),
        ("import", line(&["import", text(&workbook), "--again"]), "import/1"),
    ]
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said_and_loses_nothing_that_was_acknowledged() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let count = |kind: &str| {
        desk.json(&["log"]).as_array().into_iter().flatten().filter(|event| event["kind"] == kind).count()
    };
    let mut steps: Vec<u64> = vec![0, 1, 511, 4096, 16384, 16385, 40_000, 100_000, 300_000, 700_000, 1 << 20];
    steps.extend([1_500_000, 3 << 20, 9 << 20, 14 << 20, 20 << 20, 30 << 20]);
    let (mut refused, mut succeeded) = (0, 0);
    for (name, mut args, kind) in jobs(folder.path()) {
        for (round, bytes) in steps.iter().enumerate() {
            // Something new to record in each round: another value, other bytes.
            match name {
                "append" => args[3] = format!("Name {round}"),
                "evidence" => {
                    let data: Vec<u8> =
                        (0..10_000_000_u32).map(|i| (i ^ (i >> 7)) as u8 ^ round as u8).collect();
                    fs::write(folder.path().join("photo.bin"), data).unwrap();
                }
                _ => {}
            }
            let args: Vec<&str> = args.iter().map(String::as_str).collect();
            let before = count(kind);
            match on_medium(&desk, ("MEDIUM_BYTES", &bytes.to_string()), &args) {
                Ok(()) => {
                    succeeded += 1;
                    assert!(count(kind) > before, "{name} with {bytes} bytes left: acknowledged and there");
                }
                Err(why) => {
                    refused += 1;
                    assert_eq!(
                        why, "dossier-disk-full",
                        "{name} with {bytes} bytes left: said for what it is"
                    );
                    assert_eq!(count(kind), before, "{name}: what was refused is not half recorded");
                }
            }
            // Looking does not wait for space, and what was interrupted is undone by the next writer.
            desk.ok(&["seal", "--purpose", "day_end"]);
            let out = verify(&[&desk.dossier]);
            assert!(out.status.success(), "{name} with {bytes} bytes left: it verifies: {}", said(&out));
        }
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        if name != "append" {
            desk.ok(&args);
        }
    }
    println!("full disk: {refused} jobs refused, {succeeded} acknowledged and there");
    assert!(refused > 10 && succeeded > 3, "some had no room and some had: {refused} and {succeeded}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_write_protected_medium_can_be_read_and_is_said() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    fs::write(folder.path().join("photo.bin"), "x").unwrap();
    let before = fs::read(&desk.dossier).unwrap();
    for (name, args, _) in jobs(folder.path()) {
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        let refused = on_medium(&desk, ("MEDIUM_READ_ONLY", "1"), &args);
        assert_eq!(refused, Err("dossier-read-only".into()), "{name}: said for what it is");
    }
    for args in [&["status"][..], &["log"], &["evidence", "list"], &["rows"], &["verify"]] {
        let looked = on_medium(&desk, ("MEDIUM_READ_ONLY", "1"), args);
        assert_eq!(looked, Ok(()), "{args:?}: everything can be looked at");
    }
    assert_eq!(fs::read(&desk.dossier).unwrap(), before, "and nothing was changed");
}

#[test]
fn a_second_program_is_told_so_and_may_look() {
    let folder = tempfile::tempdir().unwrap();
    let desk = desk(folder.path());
    let held = Dossier::open(&desk.dossier, Access::Write).unwrap();
    desk.refused("dossier-in-use", &["case", "set", "object.name", "N"]);
    desk.refused("dossier-in-use", &["seal", "--purpose", "day_end"]);
    desk.ok(&["status"]);
    let out = verify(&[&desk.dossier]);
    assert!(out.status.success(), "and verify it: {}", said(&out));
    held.close().unwrap();
    desk.ok(&["case", "set", "object.name", "N"]);
}

#[test]
fn a_file_copied_alone_while_it_is_open_holds_everything_acknowledged() {
    const COPIES: usize = 120;
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.assay"), folder.path().join("copy.assay"));
    let key = Key::of(1);
    let mut dossier = create(&path, [7; 16], &key);
    for n in 0..COPIES {
        let ids = append(&mut dossier, &[set(&format!("field {n}"), "a value", &[])], &key);
        fs::copy(&path, &copy).unwrap();
        assert_eq!(code(&copy), "ok", "copy {n}: the one file is the whole dossier after each commit");
        let copied = Dossier::open(&copy, Access::ReadOnly).unwrap();
        assert!(copied.event(&ids[0]).is_ok(), "copy {n}: what was just acknowledged is in it");
        assert_eq!(copied.event_count().unwrap(), n as u64 + 2, "copy {n}: and everything before");
    }
}

/// A copy made in the middle of a save may be half a save; it must not pass as a whole dossier that lost something.
#[test]
fn a_file_copied_in_the_middle_of_a_save_is_whole_or_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.assay"), folder.path().join("copy.assay"));
    let key = Key::of(1);
    let mut dossier = create(&path, [7; 16], &key);
    let (acknowledged, done) = (AtomicUsize::new(1), AtomicBool::new(false));
    let (mut whole, mut noticed) = (0, 0);
    std::thread::scope(|threads| {
        threads.spawn(|| {
            for n in 0..400 {
                let events: Vec<_> =
                    (0..10).map(|i| set(&format!("field {n} {i}"), "a value", &[])).collect();
                append(&mut dossier, &events, &key);
                acknowledged.fetch_add(10, Ordering::SeqCst);
            }
            done.store(true, Ordering::SeqCst);
        });
        while !done.load(Ordering::SeqCst) {
            let before = acknowledged.load(Ordering::SeqCst) as u64;
            fs::copy(&path, &copy).unwrap();
            match check(&copy).map(|outcome| outcome.report().map(|report| report.events)) {
                Ok(Some(events)) => {
                    assert!(
                        events >= before,
                        "{before} were acknowledged before the copy, {events} are in it"
                    );
                    whole += 1;
                }
                Ok(None) | Err(_) => noticed += 1,
            }
        }
    });
    println!("copied in the middle of saves: {whole} whole, {noticed} half and noticed");
}
