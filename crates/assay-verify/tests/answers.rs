//! What the program says and how it ends, with real signatures.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use dossier::{Dossier, NewEvent, Opening, Signer};
use signature::Identity;
use signature::report::{ReportFile, ReportKind, ReportStatement};
use trail::checkpoint::Checkpoint;
use trail::json::Value;
use trail::{ChainId, Digest, DossierId, EventId, PublicKey, Signature};

const TIME: &str = "2026-11-23T09:00:00.000Z";

struct Person(Identity);

impl Signer for Person {
    fn key(&self) -> PublicKey {
        self.0.public_key()
    }
    fn sign(&self, id: &EventId) -> Signature {
        self.0.sign_event(id)
    }
}

fn run(args: &[&Path]) -> (Option<i32>, String) {
    let Output { status, stdout, stderr } =
        Command::new(env!("CARGO_BIN_EXE_assay-verify")).args(args).env("LC_ALL", "C").output().unwrap();
    let text = format!("{}{}", String::from_utf8(stdout).unwrap(), String::from_utf8(stderr).unwrap());
    assert!(!text.contains('⟦') && !text.contains("{$"), "every text is there and filled in: {text}");
    assert!(!text.contains("panicked"), "nothing makes it panic: {text}");
    (status.code(), text)
}

fn text(text: impl ToString) -> Value {
    Value::Text(text.to_string())
}

/// A dossier, a report of two files signed over it, and a checkpoint note.
struct Case {
    folder: tempfile::TempDir,
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let case = Self { folder };
        let person = Person(Identity::new([5; 32]));
        let id = DossierId([7; 16]);
        let opening = Opening { dossier: id, card: Value::map([("actor", "A. Example")]), time: TIME };
        let mut dossier = Dossier::create(&case.path("a.assay"), &opening, &person).unwrap();
        let chain = ChainId::of(&id, &person.key());
        let files = [("r.pdf", "a report"), ("r.json", "{}")].map(|(name, content)| {
            std::fs::write(case.path(name), content).unwrap();
            ReportFile {
                name: name.into(),
                sha256: Digest::of(content.as_bytes()),
                size: content.len() as u64,
            }
        });
        let listed = files.iter().map(|file| {
            Value::map([
                ("name", text(&file.name)),
                ("sha256", text(file.sha256)),
                ("size", Value::Int(file.size.try_into().unwrap())),
            ])
        });
        let payload = Value::map([
            ("number", text("R-1")),
            ("revision", Value::Int(1)),
            ("report_kind", text("certification_body")),
            ("data", text(Digest::of(b"{}"))),
            ("files", Value::List(listed.collect())),
        ]);
        dossier.append(&[NewEvent { kind: "report.issue/1".into(), payload }], TIME, &person).unwrap();
        let payload = dossier.seal_payload("report", Some(files[0].sha256)).unwrap();
        dossier.append(&[NewEvent { kind: "seal/1".into(), payload }], TIME, &person).unwrap();
        let checkpoint = dossier.checkpoint(&chain).unwrap();
        let origin = Checkpoint::origin_for(&id, &chain);
        std::fs::write(case.path("a.note"), person.0.sign_note(&origin, &checkpoint.to_text()).unwrap())
            .unwrap();
        let statement = ReportStatement {
            dossier: id,
            number: "R-1".into(),
            kind: ReportKind::CertificationBody,
            revision: 1,
            data: Digest::of(b"{}"),
            files: files.to_vec(),
            checkpoint,
            signers: vec![signature::report::Signer {
                name: "A. Example".into(),
                function: "evaluator".into(),
                key: person.key(),
            }],
        };
        let signed = person.0.sign_report("evaluator", &statement.to_text().unwrap()).unwrap();
        std::fs::write(case.path("r.sig"), signed).unwrap();
        dossier.close().unwrap();
        case
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn change(&self, name: &str, from: &str, to: &str) {
        let content = std::fs::read_to_string(self.path(name)).unwrap();
        assert!(content.contains(from), "{name} must hold what is changed");
        std::fs::write(self.path(name), content.replacen(from, to, 1)).unwrap();
    }
}

#[test]
fn a_dossier_a_report_and_a_note_in_order_are_ok() {
    let case = Case::new();
    for name in ["a.assay", "r.pdf", "r.json", "r.sig"] {
        let (code, said) = run(&[&case.path(name)]);
        assert_eq!(code, Some(0), "{name}: {said}");
        assert!(said.starts_with("ok\n") && said.contains("A0"), "it says what it does not prove: {said}");
    }
    let (code, said) = run(&[&case.path("a.assay"), Path::new("--note"), &case.path("a.note")]);
    assert_eq!(code, Some(0), "the note fits: {said}");
    std::fs::rename(case.path("a.assay"), case.path("elsewhere")).unwrap();
    let (code, said) = run(&[&case.path("r.pdf")]);
    assert!(code == Some(0) && said.contains("not compared"), "without the dossier it says so: {said}");
    let (code, said) =
        run(&[&case.path("r.pdf"), Path::new("--dossier"), &case.path("elsewhere"), Path::new("--json")]);
    let value = trail::json::parse(said.trim_end().as_bytes()).unwrap();
    assert_eq!(
        (code, value.get("result").and_then(Value::as_text)),
        (Some(0), Some("ok")),
        "as JSON: {said}"
    );
}

#[test]
fn each_thing_that_is_wrong_with_a_report_has_its_own_words() {
    type Change<'c> = &'c dyn Fn(&Case);
    let cases: [(&str, Change<'_>); 7] = [
        ("is not the file that was signed", &|case| case.change("r.pdf", "a report", "a rEport")),
        ("is not there", &|case| std::fs::remove_file(case.path("r.json")).unwrap()),
        ("is not by the listed key", &|case| case.change("r.sig", "R-1", "R-2")),
        ("cannot be read", &|case| case.change("r.sig", "revision 1", "revision 01")),
        ("does not speak of", &|case| {
            std::fs::write(case.path("x.pdf"), "a report").unwrap();
            std::fs::copy(case.path("r.sig"), case.path("x.sig")).unwrap();
        }),
        ("wrong: ", &|case| {
            let path = case.path("a.assay");
            let mut bytes = std::fs::read(&path).unwrap();
            let at = bytes.windows(3).position(|three| three == b"R-1").unwrap();
            bytes[at] = b'S';
            std::fs::write(&path, bytes).unwrap();
        }),
        ("does not record the issue", &|case| {
            let person = Person(Identity::new([5; 32]));
            std::fs::remove_file(case.path("a.assay")).unwrap();
            let id = DossierId([7; 16]);
            let opening = Opening { dossier: id, card: Value::map([("actor", "A. Example")]), time: TIME };
            let dossier = Dossier::create(&case.path("a.assay"), &opening, &person).unwrap();
            let chain = ChainId::of(&id, &person.key());
            let text = std::fs::read_to_string(case.path("r.sig")).unwrap();
            let mut statement = signature::report::check(&text).unwrap().statement;
            statement.checkpoint = dossier.checkpoint(&chain).unwrap();
            let signed = person.0.sign_report("evaluator", &statement.to_text().unwrap()).unwrap();
            std::fs::write(case.path("r.sig"), signed).unwrap();
        }),
    ];
    for (words, change) in cases {
        let case = Case::new();
        change(&case);
        let file = if case.path("x.pdf").exists() { "x.pdf" } else { "r.pdf" };
        let (code, said) = run(&[&case.path(file)]);
        assert!(code == Some(1) && said.contains(words), "expected “{words}”: {said}");
        assert!(
            said.contains("what it means:") && said.contains("what to do:"),
            "with a way forward: {said}"
        );
    }
}

#[test]
fn an_older_copy_does_not_fit_the_note_nor_the_report() {
    let case = Case::new();
    let person = Person(Identity::new([5; 32]));
    std::fs::remove_file(case.path("a.assay")).unwrap();
    let opening =
        Opening { dossier: DossierId([7; 16]), card: Value::map([("actor", "A. Example")]), time: TIME };
    Dossier::create(&case.path("a.assay"), &opening, &person).unwrap().close().unwrap();
    let (code, said) = run(&[&case.path("a.assay"), Path::new("--note"), &case.path("a.note")]);
    assert!(code == Some(1) && said.contains("older copy"), "the note knows more: {said}");
    let (code, said) = run(&[&case.path("r.pdf")]);
    assert!(code == Some(1) && said.contains("older copy"), "so does the report: {said}");
}

#[test]
fn what_cannot_be_checked_is_not_called_wrong_nor_ok() {
    let case = Case::new();
    let (code, said) = run(&[&case.path("missing.assay")]);
    assert!(code == Some(2) && said.starts_with("could not check:"), "a missing file: {said}");
    std::fs::write(case.path("x.pdf"), "x").unwrap();
    let (code, said) = run(&[&case.path("x.pdf")]);
    assert!(code == Some(2) && said.contains(".sig"), "a file without signature: {said}");
    let (code, _) = run(&[Path::new("--no-such-option")]);
    assert_eq!(code, Some(2), "a command that is not understood");
    let (code, _) = run(&[case.folder.path()]);
    assert_eq!(code, Some(2), "a folder");
}

#[test]
fn hostile_bytes_make_it_refuse_not_panic() {
    let case = Case::new();
    for (name, content) in [
        ("a.sig", &b"assay-report/1\n"[..]),
        ("b.sig", b"\xff\xfe"),
        ("c.assay", b"SQLite format 3\0"),
        ("d.sig", b""),
    ] {
        std::fs::write(case.path(name), content).unwrap();
        let (code, said) = run(&[&case.path(name)]);
        assert_eq!(code, Some(1), "{name} is not in order: {said}");
    }
}
