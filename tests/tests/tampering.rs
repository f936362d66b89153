//! One changed byte anywhere, and added schema objects: each is refused, each with its own message.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use across::{Desk, root, said, verify};

struct Case {
    folder: tempfile::TempDir,
    dossier: PathBuf,
    report: PathBuf,
}

/// A small dossier with evidence, a verdict and a draft-free way to a signed report is the whole sample's
/// business; here a report is not needed for most changes, so the smallest real one is a self-declared dossier.
fn case() -> Case {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let sample = root().join("fixtures/evaluations/nordwerk-plc-200");
    let desk = Desk { home: folder.path().join("home"), dossier: folder.path().join("a.assay") };
    let text = |p: PathBuf| p.to_str().expect("a UTF-8 path").to_owned();
    desk.ok(&[
        "identity",
        "new",
        "--no-passphrase",
        "--name",
        "A. Lead",
        "--organisation",
        "Lab",
        "--function",
        "Lead",
    ]);
    desk.ok(&["new", &text(desk.dossier.clone()), "--checklist", "4-2", "--title", "Tampering"]);
    desk.ok(&["case", "load", &text(sample.join("case.json"))]);
    desk.ok(&[
        "evidence",
        "load",
        &text(sample.join("evidence.json")),
        "--folder",
        &text(sample.join("evidence")),
    ]);
    desk.ok(&["record", "--from", &text(sample.join("worksheet-1.json"))]);
    desk.ok(&["case", "load", &text(sample.join("claim-2.json"))]);
    desk.ok(&["record", "--from", &text(sample.join("worksheet-2.json"))]);
    let reports = folder.path().join("reports");
    desk.ok(&["report", "self-declaration", "--number", "T-1", "--to", &text(reports.clone())]);
    let report = reports.join("self-declaration-T-1-r1.pdf");
    Case { dossier: desk.dossier, report, folder }
}

/// Runs SQL on a dossier with Python's SQLite, as an attacker would.
fn alter(dossier: &Path, statements: &str) {
    let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1])\n";
    let script = format!("{script}{statements}\nc.commit()\nc.close()\n");
    let out = Command::new("python3").args(["-c", &script]).arg(dossier).output().expect("python3 runs");
    assert!(out.status.success(), "the alteration itself must work: {}", said(&out));
}

/// Flips one bit of a blob or text column in the middle of one row.
fn flip(table: &str, column: &str, condition: &str) -> String {
    format!(
        "rowid,v=c.execute(\"select rowid,{column} from {table} where {condition} order by rowid desc limit 1\").fetchone()\n\
         b=bytearray(v if isinstance(v,bytes) else v.encode()); m=len(b)//2; b[m]^=1\n\
         n=bytes(b) if isinstance(v,bytes) else b.decode('utf-8','replace')\n\
         c.execute('update {table} set {column}=? where rowid=?',(n,rowid))"
    )
}

#[test]
fn every_alteration_is_refused_with_its_own_message() {
    let case = case();
    let before = verify(&[&case.dossier]);
    assert!(before.status.success(), "unaltered it verifies: {}", said(&before));
    let before = verify(&[&case.report]);
    assert!(before.status.success(), "so does the report: {}", said(&before));

    let projection = "k=c.execute('select subject,field,event,value from current where subject like \"row:%\" limit 1').fetchone()\n\
        c.execute('update current set value=? where subject=? and field=? and event=?',\
        (k[3].replace('e','f',1),k[0],k[1],k[2]))";
    let alterations: Vec<(&str, String)> = vec![
        ("event body", flip("event", "body", "instr(body, cast('verdict.set' as blob)) > 0")),
        ("event signature", flip("event", "sig", "1=1")),
        ("evidence bytes", flip("evidence_chunk", "data", "length(data) < 40000")),
        ("projection row", projection.to_owned()),
        (
            "trigger",
            "c.execute('create trigger t after insert on event begin delete from current; end')".to_owned(),
        ),
        ("view", "c.execute('create view v as select * from event')".to_owned()),
        ("table", "c.execute('create table extra(x)')".to_owned()),
    ];
    let mut messages: BTreeMap<String, &str> = BTreeMap::new();
    for (name, statements) in &alterations {
        let copy = case.folder.path().join("copy.assay");
        fs::copy(&case.dossier, &copy).expect("copied");
        alter(&copy, statements);
        let out = verify(&[&copy]);
        assert_eq!(out.status.code(), Some(1), "{name}: must be noticed, but: {}", said(&out));
        let first = said(&out).lines().next().unwrap_or_default().to_owned();
        if let Some(other) = messages.insert(first.clone(), name) {
            panic!("{name} and {other} are told by the same message: {first}");
        }
    }
    report_alterations(&case, &mut messages);
}

fn report_alterations(case: &Case, messages: &mut BTreeMap<String, &str>) {
    let flip_file = |path: &Path, at: &dyn Fn(&[u8]) -> usize| {
        let mut bytes = fs::read(path).expect("read");
        let place = at(&bytes);
        *bytes.get_mut(place).expect("a place in the file") ^= 1;
        fs::write(path, bytes).expect("written");
    };
    let signature = case.report.with_extension("sig");
    for (name, path) in [("report PDF", case.report.clone()), ("report signature", signature.clone())] {
        let kept = fs::read(&path).expect("read");
        // The signature's last base64 character before the line end; the middle of the PDF.
        let at = |b: &[u8]| if name == "report PDF" { b.len() / 2 } else { b.len() - 8 };
        flip_file(&path, &at);
        let out = verify(&[&case.report]);
        assert_eq!(out.status.code(), Some(1), "{name}: must be noticed, but: {}", said(&out));
        let first = said(&out).lines().next().unwrap_or_default().to_owned();
        if let Some(other) = messages.insert(first.clone(), name) {
            panic!("{name} and {other} are told by the same message: {first}");
        }
        fs::write(&path, kept).expect("put back");
    }
    assert!(verify(&[&case.report]).status.success(), "put back, it verifies again");
}

#[test]
fn the_page_of_python_agrees_with_the_verifier() {
    let case = case();
    let script = root().join("docs/formats/verify.py");
    let python = |path: &Path| Command::new("python3").arg(&script).arg(path).output().expect("python3 runs");
    let out = python(&case.dossier);
    assert!(out.status.success(), "verify.py must say ok: {}", said(&out));
    for (name, statements) in [
        ("event body", flip("event", "body", "instr(body, cast('verdict.set' as blob)) > 0")),
        ("event signature", flip("event", "sig", "1=1")),
        ("evidence bytes", flip("evidence_chunk", "data", "length(data) < 40000")),
    ] {
        let copy = case.folder.path().join("copy.assay");
        fs::copy(&case.dossier, &copy).expect("copied");
        alter(&copy, &statements);
        let out = python(&copy);
        assert_eq!(out.status.code(), Some(1), "{name}: verify.py must notice too, but: {}", said(&out));
    }
}
