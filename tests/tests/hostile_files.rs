//! Evidence from strangers: links, devices, pipes and names that play tricks go nowhere; nothing is opened or run;
//! and what is written out stays where it was asked for, follows no link and overwrites nothing.
#![cfg(unix)]
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, helpers included"
)]

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::fs;
use std::os::unix::ffi::OsStrExt as _;
use std::os::unix::fs::{PermissionsExt as _, symlink};
use std::path::{Path, PathBuf};
use std::process::Command;

use across::{Desk, program, root, said, verify};

struct Case {
    folder: tempfile::TempDir,
    desk: Desk,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk { home: folder.path().join("home"), dossier: folder.path().join("a.assay") };
        desk.ok(&[
            "identity",
            "new",
            "--no-passphrase",
            "--name",
            "A",
            "--organisation",
            "B",
            "--function",
            "C",
        ]);
        desk.ok(&["new", text(&desk.dossier), "--checklist", "4-2", "--title", "T"]);
        Self { folder, desk }
    }

    fn path(&self, name: impl AsRef<Path>) -> PathBuf {
        self.folder.path().join(name)
    }

    fn events(&self) -> usize {
        self.desk.json(&["log"]).as_array().unwrap().len()
    }

    fn verifies(&self) {
        let out = verify(&[&self.desk.dossier]);
        assert!(out.status.success(), "the dossier verifies: {}", said(&out));
    }
}

fn text(path: &Path) -> &str {
    path.to_str().expect("paths of tests are UTF-8")
}

fn mkfifo(path: &Path) {
    assert!(Command::new("mkfifo").arg(path).status().unwrap().success(), "the pipe is made");
}

#[test]
fn what_only_looks_like_a_file_is_not_taken_in() {
    let case = Case::new();
    fs::write(case.path("secret.txt"), "a private key").unwrap();
    symlink(case.path("secret.txt"), case.path("photo.jpg")).unwrap();
    symlink("/nowhere/at/all", case.path("dangling.jpg")).unwrap();
    symlink("/proc/self/environ", case.path("environment.txt")).unwrap();
    mkfifo(&case.path("pipe.pdf"));
    fs::create_dir(case.path("folder.pdf")).unwrap();
    let _socket = std::os::unix::net::UnixListener::bind(case.path("socket.pdf")).unwrap();
    let before = case.events();
    let mut refused = vec![
        ("file-is-link", case.path("photo.jpg")),
        ("file-is-link", case.path("dangling.jpg")),
        ("file-is-link", case.path("environment.txt")),
        ("desk-not-a-file", case.path("pipe.pdf")),
        ("desk-not-a-file", case.path("folder.pdf")),
        ("desk-not-a-file", case.path("socket.pdf")),
        ("desk-not-a-file", "/dev/zero".into()),
        ("desk-not-a-file", "/dev/null".into()),
        ("desk-not-a-file", "/dev/tty".into()),
        ("file-not-read", case.path("absent.pdf")),
    ];
    if cfg!(target_os = "linux") {
        for made_up in ["/proc/version", "/proc/self/environ", "/proc/self/mem", "/proc/kcore", "/proc/kmsg"]
        {
            if Path::new(made_up).symlink_metadata().is_ok_and(|is| is.is_file()) {
                refused.push(("desk-not-a-file", made_up.into()));
            }
        }
    }
    for (code, path) in &refused {
        if *code != "file-not-read" && path.symlink_metadata().is_err() {
            continue;
        }
        // A process without the right to open such a thing is told that instead: nothing goes in either way.
        let opened = fs::symlink_metadata(path).is_ok_and(|is| !is.is_file()) || fs::File::open(path).is_ok();
        let code = if opened { code } else { "file-not-read" };
        case.desk.refused(code, &["evidence", "add", text(path), "--class", "other"]);
        case.desk.refused(code, &["import", text(path)]);
    }
    assert_eq!(case.events(), before, "nothing of it was recorded");
    case.verifies();
}

#[test]
fn a_list_names_files_of_its_folder_and_no_others() {
    let case = Case::new();
    fs::create_dir(case.path("sent")).unwrap();
    fs::write(case.path("secret.txt"), "a private key").unwrap();
    fs::write(case.path("sent/good.txt"), "evidence").unwrap();
    symlink(case.path("secret.txt"), case.path("sent/link.txt")).unwrap();
    let list = case.path("list.json");
    let load = |names: &[&str]| {
        let items: Vec<_> =
            names.iter().map(|name| serde_json::json!({ "file": name, "class": "other" })).collect();
        fs::write(&list, serde_json::to_vec(&items).unwrap()).unwrap();
    };
    let folder = case.path("sent");
    let args = ["evidence", "load", text(&list), "--folder", text(&folder)];
    for (name, code) in [
        ("../secret.txt", "evidence-list-path"),
        ("/etc/hostname", "evidence-list-path"),
        ("sub/../../secret.txt", "evidence-list-path"),
        ("good.txt/", "evidence-list-path"),
        ("..\\secret.txt", "evidence-list-path"),
        ("C:\\secret.txt", "evidence-list-path"),
        ("..", "evidence-list-path"),
        (".", "evidence-list-path"),
        ("", "evidence-list-path"),
        ("link.txt", "file-is-link"),
        ("good.txt\u{0}", "file-not-read"),
    ] {
        load(&[name]);
        case.desk.refused(code, &args);
        assert_eq!(
            case.desk.json(&["evidence", "list"]).as_array().unwrap().len(),
            1,
            "{name:?} brought nothing in"
        );
    }
    load(&["../secret.txt", "good.txt"]);
    case.desk.refused("evidence-list-path", &args);
    let names = case.desk.ok(&["evidence", "list"]);
    assert!(
        names.contains("good.txt"),
        "what is right in a list is taken in, what is wrong is named: {names}"
    );
    case.verifies();
}

#[test]
fn names_that_play_tricks_are_shown_as_they_are() {
    let case = Case::new();
    let long = format!("{}.txt", "n".repeat(251));
    let names: Vec<&[u8]> = vec![
        "annex\u{202e}fdp.exe".as_bytes(),
        b"bell\x07\x1b]0;owned\x07.txt",
        b"two\nlines.txt",
        b"carriage\rreturn.txt",
        b"nul.txt",
        b"COM1",
        b"-rf",
        b"$(touch owned).txt",
        b"`touch owned`;touch owned.txt",
        b"'; DROP TABLE event; --.txt",
        b"<script>alert(1)<script>.html",
        b"=cmd|' calc'!A0.csv",
        b"not utf-8 \xff\xfe.txt",
        b"..\\..\\windows.txt",
        "e\u{301}\u{200f}.txt".as_bytes(),
        long.as_bytes(),
    ];
    fs::create_dir(case.path("sent")).unwrap();
    for (n, name) in names.iter().enumerate() {
        let path = case.path("sent").join(OsStr::from_bytes(name));
        fs::write(&path, format!("file {n}")).unwrap();
        let out = Command::new(program("assay"))
            .arg("--home")
            .arg(&case.desk.home)
            .arg("--dossier")
            .arg(&case.desk.dossier)
            .args(["evidence", "add", "--class", "other"])
            .arg(&path)
            .current_dir(case.folder.path())
            .output()
            .unwrap();
        assert!(out.status.success(), "a name is no reason to refuse a file: {:?}: {}", name, said(&out));
        assert!(no_unseen(&said(&out)), "what is said of it obeys no trick: {:?}", said(&out));
    }
    for args in [&["evidence", "list"][..], &["log"], &["status"]] {
        let shown = case.desk.ok(args);
        assert!(no_unseen(&shown), "{args:?} shows names and obeys none: {shown:?}");
    }
    let listed = case.desk.json(&["evidence", "list"]);
    let listed: BTreeSet<&str> =
        listed.as_array().unwrap().iter().filter_map(|e| e["name"].as_str()).collect();
    assert!(listed.contains("annex\u{fffd}fdp.exe"), "a turned name is recorded as it reads: {listed:?}");
    assert!(listed.contains("two\u{fffd}lines.txt"), "{listed:?}");
    assert_eq!(
        listed.len(),
        names.len() + 1,
        "each is there under a name of its own, and the pinned checklist"
    );
    assert!(!case.path("owned").exists(), "nobody ran a name");
    case.verifies();
}

fn no_unseen(text: &str) -> bool {
    !text.chars().any(|c| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    })
}

/// What an attacker writes into the file itself can't write on the verifier's screen.
#[test]
fn words_from_a_hostile_file_make_no_line_of_their_own() {
    let case = Case::new();
    let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1])\nc.execute('create table \"x\\nok: nothing wrong\\x1b[2J\\u202e\" (a)')\nc.commit()";
    let out = Command::new("python3").args(["-c", script]).arg(&case.desk.dossier).output().unwrap();
    assert!(out.status.success(), "the alteration itself works: {}", said(&out));
    let out = verify(&[&case.desk.dossier]);
    assert_eq!(out.status.code(), Some(1), "the table is noticed: {}", said(&out));
    let shown = said(&out);
    assert!(no_unseen(&shown), "a terminal obeys nothing of it: {shown:?}");
    assert!(!shown.lines().any(|line| line.starts_with("ok")), "and no line is made up: {shown:?}");
}

#[test]
fn evidence_is_never_run_and_comes_out_without_the_right_to_run() {
    let case = Case::new();
    let ran = case.path("ran");
    let script = format!("#!/bin/sh\ntouch '{}'\n", ran.display());
    let programs = [
        ("run.sh", script.clone()),
        ("run.desktop", format!("[Desktop Entry]\nType=Application\nExec=touch {}\n", ran.display())),
        ("page.html", format!("<script src='file://{}'></script>", ran.display())),
        (
            "photo.svg",
            format!(
                "<svg xmlns='http://www.w3.org/2000/svg' onload='x'><image href='file://{}'/></svg>",
                ran.display()
            ),
        ),
        (
            "answers.pdf",
            format!("%PDF-1.7\n1 0 obj <</OpenAction <</S /Launch /F ({})>>>> endobj", ran.display()),
        ),
    ];
    for (name, content) in &programs {
        let path = case.path(name);
        fs::write(&path, content).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
        case.desk.ok(&["evidence", "add", text(&path), "--class", "other"]);
    }
    case.desk.ok(&["status"]);
    case.desk.ok(&["evidence", "list"]);
    for (name, content) in &programs {
        let to = case.path(format!("out-{name}"));
        case.desk.ok(&["evidence", "save", name, "--to", text(&to)]);
        assert_eq!(&fs::read_to_string(&to).unwrap(), content, "{name}: byte for byte");
        let mode = fs::metadata(&to).unwrap().permissions().mode();
        assert_eq!(mode & 0o111, 0, "{name}: what comes out has no right to run");
    }
    assert!(!ran.exists(), "nothing of it was opened or run");
    case.verifies();
}

#[test]
fn saving_follows_no_link_overwrites_nothing_and_stays_in_its_folder() {
    let case = Case::new();
    fs::write(case.path("note.txt"), "evidence").unwrap();
    case.desk.ok(&["evidence", "add", text(&case.path("note.txt")), "--class", "other"]);
    fs::write(case.path("mine.txt"), "my own file").unwrap();
    fs::create_dir(case.path("out")).unwrap();
    let out = case.path("out");
    let save = |to: &Path| {
        ["evidence", "save", "note.txt", "--to"]
            .map(str::to_owned)
            .into_iter()
            .chain([text(to).to_owned()])
            .collect::<Vec<_>>()
    };
    let refused = |code: &str, to: &Path| {
        let args = save(to);
        case.desk.refused(code, &args.iter().map(String::as_str).collect::<Vec<_>>());
    };
    let mine_is_untouched = || assert_eq!(fs::read_to_string(case.path("mine.txt")).unwrap(), "my own file");

    fs::write(out.join("there.txt"), "before").unwrap();
    refused("file-exists", &out.join("there.txt"));
    assert_eq!(fs::read_to_string(out.join("there.txt")).unwrap(), "before", "nothing is overwritten");

    symlink(case.path("mine.txt"), out.join("link.txt")).unwrap();
    refused("file-exists", &out.join("link.txt"));
    symlink(case.path("new.txt"), out.join("dangling.txt")).unwrap();
    refused("file-exists", &out.join("dangling.txt"));
    assert!(!case.path("new.txt").exists(), "a link that points nowhere is not followed either");
    refused("file-exists", &out);
    refused("file-not-written", &out.join("no such folder/note.txt"));
    mine_is_untouched();

    // The name under which it is written first: somebody lies in wait there.
    symlink(case.path("mine.txt"), out.join("note.txt.part")).unwrap();
    fs::write(out.join("note.txt.1.part"), "of somebody else").unwrap();
    let args = save(&out.join("note.txt"));
    case.desk.ok(&args.iter().map(String::as_str).collect::<Vec<_>>());
    assert_eq!(fs::read_to_string(out.join("note.txt")).unwrap(), "evidence", "saved all the same");
    assert!(out.join("note.txt").symlink_metadata().unwrap().is_file(), "as a file of its own");
    assert_eq!(fs::read_to_string(out.join("note.txt.1.part")).unwrap(), "of somebody else");
    mine_is_untouched();
    let left: BTreeSet<_> =
        fs::read_dir(&out).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let expected = ["dangling.txt", "link.txt", "note.txt", "note.txt.1.part", "note.txt.part", "there.txt"];
    assert_eq!(left, expected.map(str::to_owned).into(), "and nothing else is left there");
}

fn declared(case: &Case) {
    let sample = root().join("fixtures/evaluations/nordwerk-plc-200");
    let desk = &case.desk;
    desk.ok(&["case", "load", text(&sample.join("case.json"))]);
    let list = sample.join("evidence.json");
    let folder = sample.join("evidence");
    desk.ok(&["evidence", "load", text(&list), "--folder", text(&folder)]);
    desk.ok(&["record", "--from", text(&sample.join("worksheet-1.json"))]);
    desk.ok(&["case", "load", text(&sample.join("claim-2.json"))]);
    desk.ok(&["record", "--from", text(&sample.join("worksheet-2.json"))]);
}

#[test]
fn reports_stay_in_their_folder_follow_no_link_and_overwrite_nothing() {
    let case = Case::new();
    declared(&case);
    let reports = case.path("reports");
    fs::create_dir(&reports).unwrap();
    fs::write(case.path("mine.txt"), "my own file").unwrap();
    let report = |number: &str| {
        ["report", "self-declaration", "--number", number, "--to", text(&reports)].map(str::to_owned)
    };
    let as_str = |args: &[String; 6]| args.iter().map(String::as_str).collect::<Vec<_>>().join("\u{1f}");
    let run = |number: &str| {
        let args = as_str(&report(number));
        case.desk.ok(&args.split('\u{1f}').collect::<Vec<_>>());
    };
    let refused = |number: &str| {
        let args = as_str(&report(number));
        case.desk.refused("file-exists", &args.split('\u{1f}').collect::<Vec<_>>());
    };
    let before = case.events();
    for ending in ["pdf", "xlsx", "json", "sig"] {
        let planted = reports.join(format!("self-declaration-T-1-r1.{ending}"));
        symlink(case.path("mine.txt"), &planted).unwrap();
        refused("T-1");
        fs::remove_file(&planted).unwrap();
    }
    assert_eq!(case.events(), before, "refused before anything was sealed");
    for ending in ["pdf", "xlsx", "json", "sig"] {
        symlink(case.path("mine.txt"), reports.join(format!("self-declaration-T-1-r1.{ending}.part")))
            .unwrap();
    }
    run("T-1");
    run("../../escape/T\u{0301}2");
    // What could not be signed later is refused before anything is sealed.
    let before = case.events();
    for number in ["T\u{202e}2", "T\n2", " T-3", ""] {
        let args = as_str(&report(number));
        case.desk.refused("report-text-unsigned", &args.split('\u{1f}').collect::<Vec<_>>());
    }
    assert_eq!(case.events(), before, "a number that has no place in a signature leaves no trace");
    assert_eq!(fs::read_to_string(case.path("mine.txt")).unwrap(), "my own file", "no link was followed");
    for entry in fs::read_dir(&reports).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        // What others check the reports with.
        if name == "check" {
            continue;
        }
        assert!(name.starts_with("self-declaration-") && name.is_ascii(), "a plain name: {name}");
        let is_link = entry.file_type().unwrap().is_symlink();
        assert_eq!(is_link, name.ends_with(".part"), "only what was planted is a link: {name}");
    }
    let beside: BTreeSet<String> = fs::read_dir(case.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    assert_eq!(
        beside,
        ["a.assay", "home", "mine.txt", "reports"].map(str::to_owned).into(),
        "and nothing left its folder"
    );
}

#[test]
fn a_workbook_with_paths_in_its_names_writes_nothing_anywhere() {
    let case = Case::new();
    fs::create_dir_all(case.path("deep/er/sent")).unwrap();
    let workbook = case.path("deep/er/sent/answers.xlsx");
    let script = r#"
import shutil, sys, zipfile
shutil.copy(sys.argv[1], sys.argv[2])
with zipfile.ZipFile(sys.argv[2], "a") as z:
    for name in ["../../../escape.txt", "/tmp/assay-escape-absolute.txt", "xl/embeddings/../../../../escape.bin",
                 "xl/media/..\\..\\escape.png", "xl/embeddings/oleObject1.bin", "xl/media/image1.png"]:
        z.writestr(name, b"\x89PNG\r\n\x1a\nescaped")
    link = zipfile.ZipInfo("xl/embeddings/link.bin")
    link.external_attr = 0o120777 << 16
    z.writestr(link, "/etc/hostname")
"#;
    let honest = root().join("fixtures/evaluations/nordwerk-plc-200/answers.xlsx");
    let made = Command::new("python3").args(["-c", script]).arg(honest).arg(&workbook).output().unwrap();
    assert!(made.status.success(), "the workbook is made: {}", said(&made));
    let files = || walk(case.folder.path());
    let before = files();
    for args in
        [vec!["import", text(&workbook), "--preview"], vec!["import", text(&workbook), "--embedded", "all"]]
    {
        // Refused or read, as the reader finds it; what matters here is where it writes.
        let _ = case.desk.run(&args);
        let new: Vec<PathBuf> = files().difference(&before).cloned().collect();
        assert!(new.iter().all(|path| path.starts_with(&case.desk.home)), "{args:?} wrote {new:?}");
    }
    assert!(!Path::new("/tmp/assay-escape-absolute.txt").exists(), "nor anywhere else");
    case.verifies();
}

fn walk(folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(walk(&path));
        }
        found.insert(path);
    }
    found
}

#[test]
fn what_is_no_file_is_no_dossier_and_nobody_waits_for_it() {
    let case = Case::new();
    mkfifo(&case.path("pipe.assay"));
    fs::create_dir(case.path("folder.assay")).unwrap();
    for path in [case.path("pipe.assay"), case.path("folder.assay"), "/dev/zero".into(), "/dev/null".into()] {
        let out = verify(&[&path]);
        assert!(matches!(out.status.code(), Some(1 | 2)), "{}: refused: {}", path.display(), said(&out));
        let desk = Desk { home: case.desk.home.clone(), dossier: path.clone() };
        desk.refused("dossier-not-a-dossier", &["status"]);
    }
}

/// A journal can name a second file, which SQLite removes after rolling back: SQLite 3.40 any file, newer ones only what
/// looks like its own. Whoever sends a folder with a dossier and such a journal would remove a file of the person who
/// opens it. Assay doesn't leave that to the SQLite it happens to be built with.
#[test]
fn a_journal_that_was_put_beside_a_dossier_removes_nothing() {
    let case = Case::new();
    fs::write(case.path("important.txt"), "my only copy").unwrap();
    let script = r#"
import os, struct, sys
path, name = sys.argv[1], sys.argv[2].encode()
magic = bytes.fromhex("d9d505f920a163d7")
head = magic + struct.pack(">IIIII", 0, 1234, os.path.getsize(path) // 16384, 512, 16384)
tail = struct.pack(">I", 0x40000000 // 16384 + 1) + name + struct.pack(">II", len(name), sum(name)) + magic
open(path + "-journal", "wb").write(head.ljust(512, b"\0") + tail)
"#;
    let write_journal = |beside: &Path| {
        let made = Command::new("python3")
            .args(["-c", script])
            .arg(beside)
            .arg(case.path("important.txt"))
            .output()
            .unwrap();
        assert!(made.status.success(), "the journal is made: {}", said(&made));
    };
    write_journal(&case.desk.dossier);
    for args in [&["case", "set", "object.name", "N"][..], &["seal", "--purpose", "day_end"]] {
        case.desk.refused("dossier-damaged", args);
    }
    let _ = case.desk.run(&["status"]);
    let _ = verify(&[&case.desk.dossier]);
    assert_eq!(
        fs::read_to_string(case.path("important.txt")).unwrap(),
        "my only copy",
        "nothing was removed"
    );
    fs::remove_file(case.path("a.assay-journal")).unwrap();
    case.desk.ok(&["case", "set", "object.name", "N"]);
    case.verifies();
}

#[test]
fn links_beside_a_dossier_are_not_written_through() {
    let case = Case::new();
    fs::write(case.path("mine.txt"), "my own file").unwrap();
    for (suffix, code) in [("lock", "dossier-io"), ("journal", "dossier-damaged")] {
        let separator = if suffix == "lock" { '.' } else { '-' };
        let beside = case.path(format!("a.assay{separator}{suffix}"));
        for target in [case.path("mine.txt"), case.path("new.txt")] {
            symlink(&target, &beside).unwrap();
            case.desk.refused(code, &["case", "set", "object.name", "N"]);
            fs::remove_file(&beside).unwrap();
        }
        mkfifo(&beside);
        case.desk.refused(code, &["case", "set", "object.name", "N"]);
        fs::remove_file(&beside).unwrap();
    }
    assert_eq!(
        fs::read_to_string(case.path("mine.txt")).unwrap(),
        "my own file",
        "nothing went through a link"
    );
    assert!(!case.path("new.txt").exists(), "nor was anything made at its other end");
    case.desk.ok(&["case", "set", "object.name", "N"]);
    case.verifies();
}
