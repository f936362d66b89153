//! What stands outside a dossier, over the real program: memory of the installation, counter-signatures, paper,
//! time stamps from a test authority, witnesses, proofs of one entry.
#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "an answer without the part that is read fails its test, as it should"
)]

mod authority;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use across::{Desk, root, said, verify};
use authority::{Authority, Signer, openssl};

struct Case {
    folder: tempfile::TempDir,
    desk: Desk,
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

fn identity(desk: &Desk, name: &str, organisation: &str) {
    desk.ok(&[
        "identity",
        "new",
        "--no-passphrase",
        "--name",
        name,
        "--organisation",
        organisation,
        "--function",
        "Lead",
    ]);
}

impl Case {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let desk = Desk { home: folder.path().join("home"), dossier: folder.path().join("a.assay") };
        identity(&desk, "A. Lead", "Lab");
        desk.ok(&["new", text(&desk.dossier), "--checklist", "4-2", "--title", "Anchors"]);
        Self { folder, desk }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn seal(&self) {
        self.desk.ok(&["seal", "--purpose", "day_end"]);
    }

    /// The newest checkpoint in a file of this name.
    fn note(&self, name: &str) -> PathBuf {
        let note = self.path(name);
        self.desk.ok(&["checkpoint", "--to", text(&note)]);
        note
    }

    /// The assessed party at its own computer.
    fn party(&self) -> Desk {
        let party = Desk { home: self.path("party"), dossier: self.path("none.assay") };
        if !party.home.exists() {
            identity(&party, "C. Client", "Nordwerk");
        }
        party
    }

    fn refused(&self, code: &str, args: &[&str]) {
        let before = fs::read(&self.desk.dossier).expect("the dossier is there");
        self.desk.refused(code, args);
        let after = fs::read(&self.desk.dossier).expect("the dossier is there");
        assert!(before == after, "{code}: what was refused must leave the dossier as it was");
    }
}

fn verified(path: &Path, with: &[&str]) -> Output {
    let mut args = vec![path];
    args.extend(with.iter().map(Path::new));
    verify(&args)
}

fn python(script: &str, args: &[&Path]) {
    let out = Command::new("python3").args(["-c", script]).args(args).output().expect("python3 runs");
    assert!(out.status.success(), "the alteration itself must work: {}", said(&out));
}

fn verify_py(args: &[&str]) -> Output {
    let script = root().join("docs/formats/verify.py");
    Command::new("python3").arg(script).args(args).output().expect("python3 runs")
}

/// Takes the last event out and builds the projection again: the file verifies, and only something outside can tell.
const CUT: &str = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1])\n\
    n=c.execute('select max(n) from event').fetchone()[0]\n\
    c.execute('delete from event where n=?',(n,))\nc.commit()\nc.close()\n";

#[test]
fn an_older_copy_is_refused_by_the_memory_of_the_installation() {
    let case = Case::new();
    let older = case.path("older.assay");
    fs::copy(&case.desk.dossier, &older).expect("copied");
    case.seal();
    let newest = fs::read(&case.desk.dossier).expect("read");
    fs::copy(&older, &case.desk.dossier).expect("put in its place");
    assert!(verified(&case.desk.dossier, &[]).status.success(), "the older copy by itself is in order");

    for args in [&["seal", "--purpose", "day_end"][..], &["status"], &["log"]] {
        case.refused("memory-older", args);
    }
    let told = case.desk.run(&["status"]);
    let memory = fs::read_dir(case.desk.home.join("memory")).expect("the memory").next().expect("one file");
    let kept = fs::read_to_string(memory.expect("a file").path()).expect("read");
    let kept: serde_json::Value = serde_json::from_str(&kept).expect("JSON");
    let known = kept["chains"][0]["root"].as_str().expect("a root");
    assert!(said(&told).contains(known), "the root that is remembered is shown: {}", said(&told));
    let found = said(&verified(&case.desk.dossier, &[]));
    let found = found.split("root ").nth(1).and_then(|rest| rest.split_whitespace().next()).expect("a root");
    assert!(said(&told).contains(found), "the root of the older copy is shown beside it: {}", said(&told));

    case.refused("memory-reason", &["--older-copy", " ", "seal", "--purpose", "day_end"]);
    case.desk.ok(&["--older-copy", "the newest was on a stolen laptop", "seal", "--purpose", "day_end"]);
    case.desk.ok(&["status"]);
    let log = case.desk.ok(&["log"]);
    assert!(log.contains("stolen laptop"), "going on from an older copy is in the log: {log}");
    let out = verified(&case.desk.dossier, &[]);
    assert!(
        out.status.success() && said(&out).contains("stolen laptop"),
        "and in every verification: {}",
        said(&out)
    );

    fs::write(&case.desk.dossier, newest).expect("the lost one turns up");
    case.refused("memory-older", &["seal", "--purpose", "day_end"]);
}

#[test]
fn a_tail_that_was_cut_and_a_history_that_was_rewritten_are_refused_by_the_memory() {
    let case = Case::new();
    case.seal();
    python(CUT, &[&case.desk.dossier]);
    assert!(
        verified(&case.desk.dossier, &[]).status.success(),
        "the cut passes every check of the file alone"
    );
    case.refused("memory-older", &["seal", "--purpose", "day_end"]);

    // The holder of the key writes another history of the same length from the same copy, on another installation.
    let other = Desk { home: case.path("other-home"), dossier: case.desk.dossier.clone() };
    fs::create_dir(&other.home).expect("a folder");
    for file in ["identity.pem", "identity.json"] {
        fs::copy(case.desk.home.join(file), other.home.join(file)).expect("the key is copied");
    }
    other.ok(&["seal", "--purpose", "closing_meeting"]);
    assert!(
        verified(&case.desk.dossier, &[]).status.success(),
        "rewritten by the key holder, the file verifies"
    );
    case.refused("memory-rewritten", &["seal", "--purpose", "day_end"]);
    case.refused("memory-rewritten", &["status"]);
}

#[test]
fn a_copy_that_grew_elsewhere_is_no_older_copy() {
    let case = Case::new();
    case.seal();
    let colleague = Desk { home: case.path("colleague"), dossier: case.desk.dossier.clone() };
    identity(&colleague, "B. Colleague", "Lab");
    colleague.ok(&["seal", "--purpose", "day_end"]);
    case.desk.ok(&["status"]);
    case.seal();
    colleague.ok(&["status"]);
    let memory = case.desk.home.join("memory");
    let file = fs::read_dir(&memory).expect("memory").next().expect("one").expect("a file").path();
    fs::write(&file, "{").expect("damaged");
    case.refused("memory-damaged", &["seal", "--purpose", "day_end"]);
    case.desk.ok(&["--older-copy", "the memory was damaged", "seal", "--purpose", "day_end"]);
    case.desk.ok(&["status"]);
}

#[test]
fn the_assessed_party_counter_signs_with_its_own_identity() {
    let case = Case::new();
    case.desk.ok(&["seal", "--purpose", "closing_meeting"]);
    let (note, signed) = (case.note("c.note"), case.path("c.signed"));
    let party = case.party();
    party.ok(&["countersign", text(&note), "--to", text(&signed)]);
    case.desk
        .refused("signature-anchor-own-key", &["countersign", text(&note), "--to", text(&case.path("x"))]);

    case.refused("anchor-nobody-signed", &["anchor", "add", text(&note)]);
    case.refused("anchor-needs-name", &["anchor", "add", text(&signed)]);
    let by = ["--name", "C. Client", "--organisation", "Nordwerk"];
    let altered = case.path("altered");
    let whole = fs::read_to_string(&signed).expect("read");
    let line = whole.lines().last().expect("the added line");
    let digit = line.chars().nth(line.chars().count() - 10).expect("a base64 digit");
    let other = if digit == 'A' { 'B' } else { 'A' };
    let forged: String =
        line.chars().rev().enumerate().map(|(n, c)| if n == 9 { other } else { c }).collect();
    let forged: String = forged.chars().rev().collect();
    fs::write(&altered, whole.replace(line, &forged)).expect("written");
    case.refused(
        "signature-anchor-countersignature",
        &[&["anchor", "add", text(&altered)][..], &by].concat(),
    );
    fs::write(&altered, whole.replacen("\n4\n", "\n3\n", 1)).expect("written");
    case.refused("signature-anchor-author", &[&["anchor", "add", text(&altered)][..], &by].concat());

    case.desk.ok(&[&["anchor", "add", text(&signed)][..], &by].concat());
    case.refused("anchor-known", &[&["anchor", "add", text(&signed)][..], &by].concat());
    let out = verified(&case.desk.dossier, &[]);
    assert!(out.status.success(), "with the anchor it verifies: {}", said(&out));
    for part in ["A1:", "C. Client, Nordwerk", "recorded as that of"] {
        assert!(said(&out).contains(part), "every verification says {part:?}: {}", said(&out));
    }
    assert!(verify_py(&[text(&case.desk.dossier)]).status.success(), "verify.py reads it as any other event");
}

#[test]
fn the_assessed_party_counter_signs_with_openssl_alone() {
    let case = Case::new();
    case.desk.ok(&["seal", "--purpose", "closing_meeting"]);
    let note = case.note("c.note");
    // The command lines of docs/formats/anchors.md.
    let shell = "openssl genpkey -algorithm ed25519 -out party.pem && sed '/^$/,$d' c.note > text && \
        openssl pkeyutl -sign -inkey party.pem -rawin -in text -out c.sig && \
        openssl pkey -in party.pem -pubout -out party.pub";
    let out =
        Command::new("sh").args(["-c", shell]).current_dir(case.folder.path()).output().expect("sh runs");
    assert!(out.status.success(), "the documented commands work: {}", said(&out));
    let (sig, key) = (case.path("c.sig"), case.path("party.pub"));
    let by = ["--name", "C. Client", "--organisation", "Nordwerk"];
    case.refused("anchor-needs-key", &["anchor", "add", text(&sig)]);
    case.refused("anchor-needs-note", &["anchor", "add", text(&sig), "--key", text(&key)]);
    let with = ["anchor", "add", text(&sig), "--key", text(&key), "--note", text(&note)];
    case.seal();
    let later = case.note("later.note");
    let wrong = ["anchor", "add", text(&sig), "--key", text(&key), "--note", text(&later)];
    case.refused("signature-anchor-countersignature", &[&wrong[..], &by].concat());
    case.desk.ok(&[&with[..], &by].concat());
    assert!(said(&verified(&case.desk.dossier, &[])).contains("A1:"), "the anchor is verified every time");

    // What was recorded can be checked with openssl again.
    let id = case.desk.json(&["anchor", "list"])[0]["anchor"]["id"].as_str().expect("an id").to_owned();
    case.desk.ok(&["anchor", "save", &id, "--to", text(&case.path("saved"))]);
    let shell = "tail -n 1 saved/checkpoint.note | cut -d ' ' -f 3 | base64 -d | tail -c 64 > again && cmp again c.sig && \
        openssl pkeyutl -verify -pubin -inkey party.pub -rawin -in text -sigfile again";
    let out =
        Command::new("sh").args(["-c", shell]).current_dir(case.folder.path()).output().expect("sh runs");
    assert!(out.status.success(), "the signature line holds what was signed: {}", said(&out));
}

#[test]
fn an_anchor_that_does_not_hold_is_found_by_every_verification() {
    let case = Case::new();
    case.desk.ok(&["seal", "--purpose", "closing_meeting"]);
    let (note, signed) = (case.note("c.note"), case.path("c.signed"));
    case.party().ok(&["countersign", text(&note), "--to", text(&signed)]);
    case.desk.ok(&["anchor", "add", text(&signed), "--name", "C", "--organisation", "N"]);
    let id = case.desk.json(&["anchor", "list"])[0]["anchor"]["id"].as_str().expect("an id").to_owned();
    case.desk.refused("anchor-unknown", &["anchor", "save", "ffff", "--to", text(&case.path("x"))]);
    case.desk.ok(&["anchor", "save", &id[..12], "--to", text(&case.path("x"))]);
    // Another dossier of the same key: the note is signed by the right key and about something else.
    let other = Desk { home: case.desk.home.clone(), dossier: case.path("b.assay") };
    other.ok(&["new", text(&other.dossier), "--checklist", "4-2", "--title", "Other"]);
    other.refused(
        "signature-anchor-note",
        &["anchor", "add", text(&signed), "--name", "C", "--organisation", "N"],
    );
}

#[test]
fn fifteen_words_and_a_page_stand_for_the_root() {
    let case = Case::new();
    let (pdf, note) = (case.path("seal.pdf"), case.path("seal.note"));
    let out = case.desk.ok(&[
        "seal",
        "--purpose",
        "closing_meeting",
        "--paper",
        text(&pdf),
        "--to",
        text(&note),
        "--text",
    ]);
    let bytes = fs::read(&pdf).expect("the page was written");
    assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 10_000, "the page is a PDF with its fonts");
    let words: Vec<&str> = out
        .lines()
        .filter(|line| line.trim_start().starts_with(|c: char| c.is_ascii_digit()) && line.contains(". "))
        .flat_map(|line| line.split_whitespace().filter(|word| word.chars().all(char::is_alphabetic)))
        .collect();
    assert_eq!(words.len(), 15, "fifteen words are printed: {out}");
    let spoken = words.join(" ").to_uppercase();
    for with in [&["--words", &spoken, "--size", "4"][..], &["--words", &spoken]] {
        let out = verified(&case.desk.dossier, with);
        assert!(out.status.success() && said(&out).contains("first 4 entries"), "{with:?}: {}", said(&out));
    }
    case.seal();
    let out = verified(&case.desk.dossier, &["--words", &spoken]);
    assert!(out.status.success(), "a dossier that grew still has that root in it: {}", said(&out));
    let mut other = words.clone();
    other.swap(0, 1);
    for with in [["--evidence", text(&pdf)], ["--dossier", text(&note)]] {
        let out = verified(&case.desk.dossier, &with);
        assert_eq!(
            out.status.code(),
            Some(2),
            "an option that compares nothing is not passed over: {}",
            said(&out)
        );
    }
    for (with, code) in [
        (vec!["--words", &spoken, "--size", "3"], "stand for no root"),
        (vec!["--words", &other.join(" ")], "stand for no root"),
        (vec!["--words", "abandon ability"], "not 15 words"),
    ] {
        let out = verified(&case.desk.dossier, &with);
        assert_eq!(out.status.code(), Some(1), "{with:?} must be refused: {}", said(&out));
        assert!(said(&out).contains(code), "{with:?} says why: {}", said(&out));
    }
    python(CUT, &[&case.desk.dossier]);
    python(CUT, &[&case.desk.dossier]);
    let out = verified(&case.desk.dossier, &["--words", &spoken]);
    assert_eq!(
        out.status.code(),
        Some(1),
        "an older copy does not have the root on the paper: {}",
        said(&out)
    );
}

#[test]
fn a_time_stamp_from_a_test_authority_is_taken_in_and_verified_every_time() {
    let case = Case::new();
    let tsa = Authority::new(case.folder.path());
    let (tsq, tsr) = (case.path("c.tsq"), case.path("c.tsr"));
    case.seal();
    case.desk.ok(&["anchor", "request", "--to", text(&tsq)]);
    tsa.answer(&tsq, &tsr, Signer::Rsa);
    case.seal();
    let ca = tsa.ca();
    case.refused("stamp-needs-ca", &["anchor", "add", text(&tsr)]);
    case.refused("signature-stamp-path", &["anchor", "add", text(&tsr), "--ca", text(&tsa.other_ca())]);
    case.refused(
        "signature-stamp-authority",
        &["anchor", "add", text(&tsr), "--ca", text(&case.path("rsa.crt"))],
    );
    case.desk.ok(&["anchor", "add", text(&tsr), "--ca", text(&ca)]);
    case.refused("stamp-not-asked", &["anchor", "add", text(&tsr), "--ca", text(&ca)]);
    let out = verified(&case.desk.dossier, &["--ca", text(&ca)]);
    assert!(out.status.success() && said(&out).contains("A2:"), "the time stamp is verified: {}", said(&out));
    assert!(said(&out).contains("CN=Test TSA"), "the authority is named: {}", said(&out));
    let out = verified(&case.desk.dossier, &["--ca", text(&tsa.other_ca())]);
    assert_eq!(
        out.status.code(),
        Some(1),
        "held against another certificate it does not hold: {}",
        said(&out)
    );

    // Saved, it is what stock openssl verifies; over another note it is refused by both.
    let id = case.desk.json(&["anchor", "list"])[0]["anchor"]["id"].as_str().expect("an id").to_owned();
    let saved = case.path("saved");
    case.desk.ok(&["anchor", "save", &id, "--to", text(&saved)]);
    let check = |data: &Path| {
        let (reply, ca) = (saved.join("reply.tsr"), saved.join("ca.pem"));
        openssl(
            case.folder.path(),
            &["ts", "-verify", "-data", text(data), "-in", text(&reply), "-CAfile", text(&ca)],
        )
    };
    assert!(check(&saved.join("checkpoint.note")).status.success(), "openssl says the same");
    let later = case.note("later.note");
    assert!(!check(&later).status.success(), "openssl refuses another note");
    let with = ["anchor", "add", text(&tsr), "--ca", text(&ca), "--note", text(&later)];
    case.refused("signature-stamp-imprint", &with);
}

#[test]
fn time_stamps_that_do_not_hold_are_refused_each_for_its_reason() {
    let case = Case::new();
    let tsa = Authority::new(case.folder.path());
    case.seal();
    for (signer, code) in [
        (Signer::OtherUsage, "signature-stamp-usage"),
        (Signer::UsageNotCritical, "signature-stamp-usage"),
        (Signer::Expired, "signature-stamp-validity"),
        (Signer::OtherCa, "signature-stamp-path"),
    ] {
        let (tsq, tsr) = (case.path("c.tsq"), case.path("c.tsr"));
        case.desk.ok(&["anchor", "request", "--to", text(&tsq)]);
        if !tsa.answer(&tsq, &tsr, signer) {
            // The openssl command itself refuses to stamp so: the certificate is exchanged in a good reply instead.
            tsa.forge(&tsq, &tsr, signer);
        }
        case.refused(code, &["anchor", "add", text(&tsr), "--ca", text(&tsa.ca())]);
    }
    for (signer, level) in [(Signer::Ec, "A2"), (Signer::Below, "A2")] {
        let (tsq, tsr) = (case.path("c.tsq"), case.path("c.tsr"));
        case.desk.ok(&["anchor", "request", "--to", text(&tsq)]);
        assert!(tsa.answer(&tsq, &tsr, signer), "openssl answers");
        let answer = case.desk.json(&["anchor", "add", text(&tsr), "--ca", text(&tsa.ca())]);
        assert_eq!(answer["anchor"]["level"], level, "ECDSA, and a certificate in between, are understood");
    }
    let (tsq, tsr) = (case.path("c.tsq"), case.path("c.tsr"));
    case.desk.ok(&["anchor", "request", "--to", text(&tsq)]);
    assert!(tsa.answer(&tsq, &tsr, Signer::Rsa), "openssl answers");
    let good = fs::read(&tsr).expect("read");
    let mut unnoticed = Vec::new();
    // Every part of the reply, a byte here and there: none may pass, whatever it is that is noticed.
    for at in (0..good.len()).step_by(101) {
        let mut bad = good.clone();
        bad[at] ^= 1;
        fs::write(&tsr, &bad).expect("written");
        let out = case.desk.run(&["anchor", "add", text(&tsr), "--ca", text(&tsa.ca())]);
        if out.status.code() != Some(1) {
            unnoticed.push(at);
        }
    }
    assert!(unnoticed.is_empty(), "a flipped bit in a reply is refused, but not at {unnoticed:?}");
    fs::write(&tsr, &good).expect("written");
    case.desk.ok(&["anchor", "add", text(&tsr), "--ca", text(&tsa.ca())]);
}

#[test]
fn a_time_stamp_over_the_network_comes_from_the_configured_address_alone() {
    let case = Case::new();
    let tsa = Authority::new(case.folder.path());
    case.seal();
    case.refused("stamp-no-authority", &["anchor", "stamp"]);
    let ca = tsa.ca();
    case.refused("stamp-address", &["anchor", "stamp", "--tsa", "https://127.0.0.1/", "--ca", text(&ca)]);
    let port = authority::serve(case.folder.path(), 7);
    let url = |path: &str| format!("http://127.0.0.1:{port}/{path}");
    for (path, code) in [
        ("missing", "stamp-status"),
        ("elsewhere", "stamp-status"),
        ("large", "stamp-unreachable"),
        ("nonsense", "signature-stamp-form"),
        ("replay", "signature-stamp-nonce"),
    ] {
        case.refused(code, &["anchor", "stamp", "--tsa", &url(path), "--ca", text(&ca)]);
    }
    case.desk.ok(&["anchor", "authority", "--url", &url("stamp"), "--ca", text(&ca)]);
    let answer = case.desk.json(&["anchor", "stamp"]);
    assert_eq!(answer["anchor"]["level"], "A2", "the loopback authority stamps the newest checkpoint");
    let out = verified(&case.desk.dossier, &["--ca", text(&ca)]);
    assert!(out.status.success() && said(&out).contains("A2:"), "and it is verified: {}", said(&out));
}

/// A witness of its own, with the openssl command: cosigns the note at the given time and prints its vkey.
const WITNESS: &str = r#"
import base64, hashlib, subprocess, sys
note, out, time = sys.argv[1], sys.argv[2], int(sys.argv[3])
subprocess.run(["openssl", "genpkey", "-algorithm", "ed25519", "-out", "w.pem"], check=True)
key = subprocess.run(["openssl", "pkey", "-in", "w.pem", "-pubout", "-outform", "DER"], check=True, capture_output=True).stdout[-32:]
whole = open(note, encoding="utf-8").read()
open("m", "wb").write(b"cosignature/v1\ntime %d\n" % time + (whole.split("\n\n")[0] + "\n").encode())
sig = subprocess.run(["openssl", "pkeyutl", "-sign", "-inkey", "w.pem", "-rawin", "-in", "m"], check=True, capture_output=True).stdout
name = "witness.example/w1"
id4 = hashlib.sha256(name.encode() + b"\n\4" + key).digest()[:4]
line = "\u2014 %s %s\n" % (name, base64.b64encode(id4 + time.to_bytes(8, "big") + sig).decode())
open(out, "w", encoding="utf-8").write(whole + line)
open("w.vkey", "w").write("%s+%s+%s\n" % (name, id4.hex(), base64.b64encode(b"\4" + key).decode()))
"#;

fn witnessed(case: &Case, note: &Path, out: &Path) {
    let script = Command::new("python3")
        .args(["-c", WITNESS, text(note), text(out), "1795651200"])
        .current_dir(case.folder.path())
        .output()
        .expect("python3 runs");
    assert!(script.status.success(), "the witness signs: {}", said(&script));
}

#[test]
fn a_witness_cosigns_and_is_checked_every_time() {
    let case = Case::new();
    case.seal();
    let (note, cosigned) = (case.note("c.note"), case.path("c.cosigned"));
    witnessed(&case, &note, &cosigned);
    let vkey = case.path("w.vkey");
    let with = |file: &Path| ["anchor", "add", text(file), "--witness", text(&vkey)].map(str::to_owned);
    let args = with(&note);
    case.refused("signature-witness-absent", &args.each_ref().map(String::as_str));
    let whole = fs::read_to_string(&cosigned).expect("read");
    let altered = case.path("altered");
    let (head, last) = whole.trim_end().rsplit_once(' ').expect("a signature");
    fs::write(
        &altered,
        format!("{head} {}\n", last.replacen(&last[8..9], if &last[8..9] == "A" { "B" } else { "A" }, 1)),
    )
    .expect("written");
    let args = with(&altered);
    let out = case.desk.run(&args.each_ref().map(String::as_str));
    assert_eq!(out.status.code(), Some(1), "an altered cosignature is refused: {}", said(&out));
    let args = with(&cosigned);
    case.desk.ok(&args.each_ref().map(String::as_str));
    let out = verified(&case.desk.dossier, &[]);
    assert!(out.status.success(), "it verifies: {}", said(&out));
    for part in ["A3:", "witness.example/w1", "2026-11-26T00:00:00Z"] {
        assert!(said(&out).contains(part), "the witness and its time are said: {part}: {}", said(&out));
    }
    let out = verify_py(&[text(&case.desk.dossier)]);
    assert!(said(&out).contains("A3 over 4"), "verify.py checks it too: {}", said(&out));

    // What the witness is asked next time: it continues from what it saw, as the page of Python finds too.
    case.seal();
    let request = case.path("request");
    case.desk.ok(&["anchor", "witness", "--to", text(&request), "--since", text(&note)]);
    let script = "import sys,os,base64\nsys.path.insert(0,sys.argv[1]);sys.dont_write_bytecode=True\nimport verify as v\n\
        old,new=open(sys.argv[2],encoding='utf-8').read(),open(sys.argv[3],encoding='utf-8').read()\n\
        head,_,new=new.partition('\\n\\n');size,*path=head.split('\\n')\n\
        read=lambda n:(int(n.split('\\n')[1]),v.unbase64(n.split('\\n')[2]))\n\
        (a,ra),(b,rb)=read(old),read(new)\n\
        assert size=='old %d'%a and b>a and v.consistent(a,ra,b,rb,[v.unbase64(p) for p in path])\n\
        assert not v.consistent(a,rb,b,rb,[v.unbase64(p) for p in path])\n";
    python(script, &[&root().join("docs/formats"), &note, &request]);
    let foreign = case.path("foreign");
    fs::write(&foreign, fs::read_to_string(&note).expect("read").replacen("\n4\n", "\n3\n", 1))
        .expect("written");
    case.desk
        .refused("anchor-differs", &["anchor", "witness", "--to", text(&request), "--since", text(&foreign)]);
}

#[test]
fn one_entry_and_its_evidence_are_shown_without_the_rest() {
    let case = Case::new();
    let (photo, other) = (case.path("photo.jpg"), case.path("other.jpg"));
    fs::write(&photo, b"not really a photo").expect("written");
    fs::write(&other, b"another").expect("written");
    let told = case.desk.json(&[
        "evidence",
        "add",
        text(&photo),
        "--class",
        "security_test",
        "--title",
        "Port scan",
    ]);
    let sha256 = told["sha256"].as_str().expect("a digest").to_owned();
    case.seal();
    let proof = case.path("item.tlog-proof");
    case.desk.refused("proof-unknown", &["prove", "ffffffffffff", "--to", text(&proof)]);
    case.desk.ok(&["prove", &sha256[..16], "--to", text(&proof)]);
    case.desk.refused("file-exists", &["prove", &sha256, "--to", text(&proof)]);
    let whole = fs::read_to_string(&proof).expect("read");
    assert!(!whole.contains("Anchors"), "nothing of the rest is in it");

    let both = |file: &Path, with: &[&str], code: i32, why: &str| {
        let out = verified(file, with);
        assert_eq!(out.status.code(), Some(code), "{why}: {}", said(&out));
        let out = verify_py(&[&[text(file)][..], with].concat());
        assert_eq!(out.status.code(), Some(code), "{why}, by verify.py: {}", said(&out));
    };
    both(&proof, &[], 0, "the proof holds");
    both(&proof, &["--evidence", text(&photo)], 0, "and the file is the one it names");
    both(&proof, &["--evidence", text(&other)], 1, "another file is not");
    let altered = case.path("altered.tlog-proof");
    let (first, rest) = whole.split_once("\nindex ").expect("an index");
    let (_, rest) = rest.split_once('\n').expect("a line");
    fs::write(&altered, format!("{first}\nindex 0\n{rest}")).expect("written");
    both(&altered, &[], 1, "another place is refused");
    let mut lines: Vec<&str> = whole.lines().collect();
    lines.swap(3, 4);
    fs::write(&altered, format!("{}\n", lines.join("\n"))).expect("written");
    both(&altered, &[], 1, "another path is refused");

    // An entry of somebody else needs a checkpoint by that person.
    let colleague = Desk { home: case.path("colleague"), dossier: case.desk.dossier.clone() };
    identity(&colleague, "B. Colleague", "Lab");
    colleague.ok(&["seal", "--purpose", "day_end"]);
    colleague.refused("proof-other-chain", &["prove", &sha256, "--to", text(&case.path("x.tlog-proof"))]);
    let (note, signed) = (case.note("c.note"), case.path("c.signed"));
    case.party().ok(&["countersign", text(&note), "--to", text(&signed)]);
    case.desk.ok(&["anchor", "add", text(&signed), "--name", "C", "--organisation", "N"]);
    let theirs = case.path("theirs.tlog-proof");
    colleague.ok(&["prove", &sha256, "--to", text(&theirs)]);
    both(&theirs, &["--evidence", text(&photo)], 0, "a recorded anchor holds a checkpoint that covers it");
}

/// The small sample up to where a supplier's declaration can be issued.
fn evaluated(case: &Case) {
    let sample = root().join("fixtures/evaluations/nordwerk-plc-200");
    let file = |name: &str| sample.join(name).to_str().expect("a UTF-8 path").to_owned();
    case.desk.ok(&["case", "load", &file("case.json")]);
    case.desk.ok(&["evidence", "load", &file("evidence.json"), "--folder", &file("evidence")]);
    case.desk.ok(&["record", "--from", &file("worksheet-1.json")]);
    case.desk.ok(&["case", "load", &file("claim-2.json")]);
    case.desk.ok(&["record", "--from", &file("worksheet-2.json")]);
}

fn levels(report: &Path) -> Vec<String> {
    let data: serde_json::Value =
        serde_json::from_slice(&fs::read(report).expect("the data set")).expect("JSON");
    let list = data["integrity"]["anchors"].as_array().cloned().unwrap_or_default();
    list.iter().filter_map(|level| level.as_str().map(str::to_owned)).collect()
}

#[test]
fn a_report_prints_the_levels_that_cover_it_and_no_more() {
    let case = Case::new();
    evaluated(&case);
    let reports = case.path("reports");
    let issue = |number: &str, with: &[&str]| {
        let args = ["report", "self-declaration", "--number", number, "--to", text(&reports)];
        case.desk.ok(&[&args[..], with].concat());
        reports.join(format!("self-declaration-{number}-r1.json"))
    };
    assert_eq!(
        levels(&issue("T-1", &[])),
        ["A0", "A4"],
        "without an anchor: self-signed, and remembered here"
    );

    case.desk.ok(&["seal", "--purpose", "closing_meeting"]);
    let (note, signed) = (case.note("c.note"), case.path("c.signed"));
    case.party().ok(&["countersign", text(&note), "--to", text(&signed)]);
    case.desk.ok(&["anchor", "add", text(&signed), "--name", "C. Client", "--organisation", "Nordwerk"]);
    assert_eq!(
        levels(&issue("T-2", &[])),
        ["A0", "A1", "A4"],
        "after the counter-signature nothing was said but seals and the anchor itself"
    );
    case.desk.ok(&["case", "set", "report.remarks", "Written after the closing meeting"]);
    let later = issue("T-3", &[]);
    assert_eq!(levels(&later), ["A0", "A4"], "one fact recorded later is not covered by it");
    let data = fs::read_to_string(&later).expect("the data set");
    assert!(
        data.contains("C. Client") && data.contains("\"whole\":false"),
        "the anchor is listed with its reach"
    );

    let tsa = Authority::new(case.folder.path());
    let port = authority::serve(case.folder.path(), 1);
    let url = format!("http://127.0.0.1:{port}/stamp");
    case.desk.refused("stamp-no-authority", &["report", "self-declaration", "--number", "T-4", "--stamp"]);
    case.desk.ok(&["anchor", "authority", "--url", &url, "--ca", text(&tsa.ca())]);
    let stamped = issue("T-4", &["--stamp"]);
    assert_eq!(
        levels(&stamped),
        ["A0", "A2", "A4"],
        "the frozen state was stamped before the report was drawn"
    );

    for number in ["T-1", "T-4"] {
        let pdf = reports.join(format!("self-declaration-{number}-r1.pdf"));
        let out = verified(&pdf, &["--dossier", text(&case.desk.dossier)]);
        assert!(out.status.success(), "{number} verifies with all anchors: {}", said(&out));
    }
    bundle(&case, &reports);
}

/// What lies beside the report is enough to check it with public tools.
fn bundle(case: &Case, reports: &Path) {
    let check = reports.join("check");
    for name in
        ["verify.py", "how-to-check.txt", "so-pruefen-sie.txt", "anchors.md", "vectors/inclusion.json"]
    {
        assert!(check.join(name).is_file(), "{name} lies beside the report");
    }
    let page = fs::read_to_string(check.join("how-to-check.txt")).expect("read");
    assert!(
        page.contains("self-declaration-T-4-r1.sig") && !page.contains('⟦'),
        "the page names its report: {page}"
    );
    let run = |args: &[&str]| {
        Command::new("python3")
            .arg("verify.py")
            .args(args)
            .current_dir(&check)
            .output()
            .expect("python3 runs")
    };
    for args in [["../self-declaration-T-4-r1.sig"], [text(&case.desk.dossier)]] {
        let out = run(&args);
        assert!(out.status.success(), "the page's command {args:?}: {}", said(&out));
    }
    let out = run(&[text(&case.desk.dossier)]);
    assert!(said(&out).contains("A1 over") && said(&out).contains("A2 over"), "both anchors: {}", said(&out));
    let stamped = fs::read_dir(check.join("anchors")).expect("anchors").flatten().map(|folder| folder.path());
    let stamped: Vec<PathBuf> = stamped.filter(|path| path.join("reply.tsr").exists()).collect();
    let [folder] = stamped.as_slice() else { panic!("one time stamp lies there: {stamped:?}") };
    let args = ["ts", "-verify", "-data", "checkpoint.note", "-in", "reply.tsr", "-CAfile", "ca.pem"];
    assert!(openssl(folder, &args).status.success(), "the page's openssl command holds");

    let pdf = reports.join("self-declaration-T-4-r1.pdf");
    let mut bytes = fs::read(&pdf).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&pdf, bytes).expect("written");
    let out = run(&["../self-declaration-T-4-r1.sig"]);
    assert_eq!(out.status.code(), Some(1), "a changed report is refused by the bundle alone: {}", said(&out));
}
