//! Encryption at rest over the real programs: a dossier that is created with a passphrase, one that is given one, changed
//! and freed again, and one whose passphrase was lost.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use across::{Desk, program, root, said};
use serde_json::Value;

/// Texts that somebody records; none of them may be readable in any file of an encrypted dossier.
const TITLE: &str = "Nordwerk PLC-200 confidential";
const OBJECT: &str = "Leitstelle Nord";
const PHOTO: &str = "the photograph of the open cabinet";

struct Case {
    folder: tempfile::TempDir,
    desk: Desk,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        fs::create_dir(folder.path().join("work")).expect("a folder");
        let desk = Desk { home: folder.path().join("home"), dossier: folder.path().join("work/a.assay") };
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
        let case = Self { folder, desk };
        case.write("one.txt", "correct horse battery staple\n");
        case.write("two.txt", "quite another set of words");
        case.write("photo.txt", PHOTO);
        case
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("written");
        path.to_str().expect("UTF-8").to_owned()
    }

    fn path(&self, name: &str) -> String {
        self.folder.path().join(name).to_str().expect("UTF-8").to_owned()
    }

    /// With the passphrase in this file.
    fn with<'a>(&self, passphrase: &'a str, args: &[&'a str]) -> Vec<String> {
        let mut all = vec!["--dossier-passphrase-file".to_owned(), self.path(passphrase)];
        all.extend(args.iter().map(|arg| (*arg).to_owned()));
        all
    }

    fn ok(&self, passphrase: &str, args: &[&str]) -> String {
        let all = self.with(passphrase, args);
        self.desk.ok(&all.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn json(&self, passphrase: &str, args: &[&str]) -> Value {
        let all = self.with(passphrase, args);
        self.desk.json(&all.iter().map(String::as_str).collect::<Vec<_>>())
    }

    fn refused(&self, passphrase: &str, code: &str, args: &[&str]) {
        let all = self.with(passphrase, args);
        self.desk.refused(code, &all.iter().map(String::as_str).collect::<Vec<_>>());
    }

    /// `assay-verify`, without a terminal to ask at.
    fn verify(&self, args: &[&str]) -> std::process::Output {
        let mut command = Command::new(program("assay-verify"));
        command.arg(&self.desk.dossier).args(args).stdin(std::process::Stdio::null());
        // A session of its own has no terminal that a passphrase could be asked at.
        let mut detached = Command::new("setsid");
        detached.arg("--wait").arg(command.get_program()).args(command.get_args());
        detached.stdin(std::process::Stdio::null()).output().expect("assay-verify starts")
    }

    fn create(&self, more: &[&str]) {
        let mut args =
            vec!["new", self.desk.dossier.to_str().expect("UTF-8"), "--checklist", "4-2", "--title", TITLE];
        args.extend(more);
        self.ok("one.txt", &args);
    }

    fn work(&self, passphrase: &str) {
        self.ok(passphrase, &["case", "set", "object.name", OBJECT]);
        let photo = self.path("photo.txt");
        self.ok(passphrase, &["evidence", "add", &photo, "--class", "inspection", "--title", "Cabinet"]);
    }

    /// Where any of the texts can be read.
    fn readable(&self) -> Vec<PathBuf> {
        let mut found = Vec::new();
        look(&self.folder.path().join("work"), &mut found);
        look(&self.desk.home, &mut found);
        found
    }

    fn reports_nothing_wrong(&self, args: &[&str]) {
        let out = self.verify(args);
        assert_eq!(out.status.code(), Some(0), "assay-verify finds nothing wrong: {}", said(&out));
    }
}

fn look(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            look(&path, found);
            continue;
        }
        let bytes = fs::read(&path).expect("a file");
        let holds = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
        if [TITLE, OBJECT, PHOTO].into_iter().any(holds) {
            found.push(path);
        }
    }
}

#[test]
fn a_dossier_created_with_a_passphrase_is_worked_in_and_never_readable() {
    let case = Case::new();
    case.create(&["--protect"]);
    case.work("one.txt");
    assert_eq!(case.readable(), [] as [PathBuf; 0], "nothing recorded can be read in any file");
    let status = case.json("one.txt", &["status"]);
    assert!(status.is_object(), "with the passphrase it is a dossier like any other: {status}");
    case.refused("two.txt", "dossier-not-unlocked", &["status"]);
    let passphrase = case.path("one.txt");
    case.reports_nothing_wrong(&["--dossier-passphrase-file", &passphrase]);
    let unasked = case.verify(&[]);
    assert_eq!(
        unasked.status.code(),
        Some(2),
        "nobody could be asked, so nothing was checked: {}",
        said(&unasked)
    );
    assert!(
        said(&unasked).contains("--dossier-passphrase-file"),
        "and the way forward is named: {}",
        said(&unasked)
    );
    let wrong = case.verify(&["--dossier-passphrase-file", &case.path("two.txt")]);
    assert_eq!(
        wrong.status.code(),
        Some(2),
        "a wrong passphrase says nothing about the file: {}",
        said(&wrong)
    );
    // Evidence, once asked for, is written out as it came, and nothing else is left.
    let out = case.path("work/out.txt");
    case.ok("one.txt", &["evidence", "save", "photo.txt", "--to", &out]);
    assert_eq!(fs::read_to_string(&out).expect("written"), PHOTO, "what was taken in comes out again");
    fs::remove_file(out).expect("removed");
    assert_eq!(case.readable(), [] as [PathBuf; 0], "and left no copy");
}

#[test]
fn a_passphrase_is_set_changed_and_taken_away_and_the_trail_stays_the_same() {
    let case = Case::new();
    case.create(&[]);
    case.work("one.txt");
    assert!(!case.readable().is_empty(), "the search finds what is plain");
    let before = case.desk.json(&["log"]);
    let one = case.path("one.txt");
    let two = case.path("two.txt");
    let done = case.desk.ok(&["protect", "--new-passphrase-file", &one]);
    assert!(
        done.contains("encrypted") && done.contains("free space"),
        "it says what it did and did not do: {done}"
    );
    assert_eq!(case.readable(), [] as [PathBuf; 0], "from now on nothing is readable");
    assert_eq!(case.json("one.txt", &["log"]), before, "and nothing was added to the trail");
    case.ok("one.txt", &["protect", "--new-passphrase-file", &two]);
    case.refused("one.txt", "dossier-not-unlocked", &["status"]);
    assert_eq!(case.json("two.txt", &["log"]), before, "the new passphrase opens it");
    let copy = case.path("plain.assay");
    case.ok("two.txt", &["protect", "--remove", "--to", &copy]);
    assert_eq!(case.readable(), [] as [PathBuf; 0], "a plain copy elsewhere leaves the dossier as it is");
    let checked = Command::new("python3").arg(root().join("docs/formats/verify.py")).arg(&copy).output();
    let checked = checked.expect("python3 runs");
    assert!(checked.status.success(), "verify.py reads the plain copy: {}", said(&checked));
    case.ok("two.txt", &["protect", "--remove"]);
    assert_eq!(case.desk.json(&["log"]), before, "freed of its passphrase it is the dossier it was");
    case.reports_nothing_wrong(&[]);
    case.desk.refused("protection-not-encrypted", &["protect", "--remove"]);
    let left: Vec<String> = fs::read_dir(case.folder.path().join("work"))
        .expect("a folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    assert_eq!(left, ["a.assay"], "the one file is the whole dossier, before and after");
}

const ORGANISATION: &str = "age1ea6a25sczny7nuta2ayck46gltgzwc8s0wsmlqk54eclgprjkp2sarxf8t";
const ORGANISATION_KEY: &str = "AGE-SECRET-KEY-18AX26YYJE0D4TNN7S5MMVFWM0P9Z5YC49RNCNPXZV622GFY5YN0QF5HWER";
const STRANGER: &str = "age1y7sgefc575spmhpexpjfd0sc34d6v5rmkkd6xnh44xu6fsc6w43s235l7j";

#[test]
fn the_organisation_opens_a_dossier_whose_passphrase_is_lost() {
    let case = Case::new();
    let public = case.write("office.pub", &format!("# the office\n{ORGANISATION}\n"));
    let private = case.write("office.key", &format!("# keep it safe\n{ORGANISATION_KEY}\n"));
    case.create(&["--protect", "--recipient", &public]);
    case.work("one.txt");
    assert_eq!(case.readable(), [] as [PathBuf; 0], "the recovery file says nothing of the content");
    let two = case.path("two.txt");
    // The passphrase is changed in between; the recovery file goes along.
    case.ok("one.txt", &["protect", "--new-passphrase-file", &two]);
    let shown = case.json("two.txt", &["protect", "--show"]);
    assert_eq!(shown["recipients"][0], ORGANISATION, "and still names the organisation: {shown}");

    let key = case.path("key.txt");
    case.desk.ok(&["recover", "--identity", &private, "--key-to", &key]);
    let read = case.desk.ok(&["--dossier-key-file", &key, "case", "show"]);
    assert!(read.contains(OBJECT), "the key opens it without the passphrase: {read}");
    case.reports_nothing_wrong(&["--dossier-key-file", &key]);

    let one = case.path("one.txt");
    let stranger = case.write("stranger.key", "AGE-SECRET-KEY-1QQPQYQ\n");
    case.desk.refused(
        "recovery-not-an-identity",
        &["recover", "--identity", &stranger, "--new-passphrase-file", &one],
    );
    case.desk.ok(&["recover", "--identity", &private, "--new-passphrase-file", &one]);
    case.ok("one.txt", &["status"]);
    case.refused("two.txt", "dossier-not-unlocked", &["status"]);
    let read = case.desk.run(&["--dossier-key-file", &key, "status"]);
    assert!(!read.status.success(), "the key that was handed out before opens nothing any more");
    case.desk.ok(&["recover", "--identity", &private, "--key-to", &case.path("again.txt")]);
}

#[test]
fn a_recovery_file_that_somebody_else_wrote_is_not_followed() {
    let case = Case::new();
    let public = case.write("office.pub", ORGANISATION);
    case.create(&["--protect", "--recipient", &public]);
    let recovery = case.folder.path().join("work/a.assay.recovery");
    let text = fs::read_to_string(&recovery).expect("it lies beside the dossier");
    fs::write(&recovery, text.replace(ORGANISATION, STRANGER)).expect("written");
    let two = case.path("two.txt");
    case.refused("one.txt", "recovery-forged", &["protect", "--new-passphrase-file", &two]);
    case.ok("one.txt", &["status"]);
    case.ok("one.txt", &["protect", "--new-passphrase-file", &two, "--recipient", &public]);
    let shown = case.json("two.txt", &["protect", "--show"]);
    assert_eq!(shown["recipients"][0], ORGANISATION, "naming them oneself is the way forward: {shown}");
    case.ok("two.txt", &["protect", "--same-passphrase", "--no-recipient"]);
    assert!(!recovery.exists(), "nobody else is to open it, so there is no recovery file");
}

#[test]
fn a_dossier_encrypted_by_the_first_release_that_could_still_opens() {
    let case = Case::new();
    fs::copy(root().join("fixtures/dossiers/encrypted-1.assay"), &case.desk.dossier).expect("copied");
    let passphrase = case.path("one.txt");
    case.reports_nothing_wrong(&["--dossier-passphrase-file", &passphrase]);
    let row = case.json("one.txt", &["show", "SP.05.01 BR @integration"]);
    assert_eq!(row["verdict"]["verdict"], "not_applicable", "and says what was recorded: {row}");
    let plain = root().join("fixtures/dossiers/0.1.0.assay");
    let same = Desk { home: case.desk.home.clone(), dossier: plain }.json(&["log"]);
    assert_eq!(case.json("one.txt", &["log"]), same, "it is the dossier it was made from");
}

/// The way that the page of the format describes: no Assay and no SQLCipher, only Python and openssl.
#[test]
fn other_programs_open_an_encrypted_dossier_as_the_format_says() {
    let case = Case::new();
    let public = case.write("office.pub", ORGANISATION);
    let private = case.write("office.key", &format!("{ORGANISATION_KEY}\n"));
    case.create(&["--protect", "--recipient", &public]);
    case.work("one.txt");
    let (key, plain) = (case.path("key.txt"), case.path("plain.db"));
    case.desk.ok(&["recover", "--identity", &private, "--key-to", &key]);
    let python = |script: &str, args: &[&str]| {
        let script = root().join("docs/formats").join(script);
        Command::new("python3").arg(script).args(args).output().expect("python3 runs")
    };
    let dossier = case.desk.dossier.to_str().expect("UTF-8");
    let out = python("decrypt.py", &[dossier, &plain, &key]);
    assert!(out.status.success(), "every page checks out and is decrypted: {}", said(&out));
    let out = python("verify.py", &[&plain]);
    assert!(said(&out).starts_with("ok: "), "and what comes out is the dossier: {}", said(&out));
    let other = flipped(&fs::read_to_string(&key).expect("read"));
    fs::write(&key, other).expect("written");
    let out = python("decrypt.py", &[dossier, &case.path("none.db"), &key]);
    assert!(said(&out).contains("page 1 does not check out"), "another key is noticed: {}", said(&out));

    // What age takes out of the recovery file is the same key (`./dev test` installs age).
    let recovery = case.path("work/a.assay.recovery");
    let script = format!("sed -n '/BEGIN AGE/,/END AGE/p' '{recovery}' | age --decrypt -i '{private}'");
    let out = Command::new("sh").args(["-c", &script]).output().expect("sh runs");
    case.desk.ok(&["recover", "--identity", &private, "--key-to", &case.path("again.txt")]);
    let again = fs::read_to_string(case.path("again.txt")).expect("read");
    assert_eq!(String::from_utf8_lossy(&out.stdout), again, "age opens the recovery file");
}

/// The key file with another last digit.
fn flipped(text: &str) -> String {
    let text = text.trim_end();
    let (first, last) = text.split_at(text.len() - 1);
    format!("{first}{}\n", if last == "0" { "1" } else { "0" })
}
