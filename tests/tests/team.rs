//! Work without a net, over the real programs: copies are handed over, worked on, received and merged; keys are
//! admitted, replaced and revoked; hostile files are refused; a kill in the middle loses nothing.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use across::{Desk, program, root, said, verify};
use serde_json::Value;

struct Team {
    folder: tempfile::TempDir,
    ada: Desk,
    bea: Desk,
}

fn text(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

fn person(folder: &Path, name: &str) -> Desk {
    let desk =
        Desk { home: folder.join(format!("home-{name}")), dossier: folder.join(name).join("plc.assay") };
    fs::create_dir_all(desk.dossier.parent().expect("a folder")).expect("a folder");
    desk.ok(&[
        "identity",
        "new",
        "--no-passphrase",
        "--name",
        name,
        "--organisation",
        "Lab",
        "--function",
        "F",
    ]);
    desk
}

fn key(desk: &Desk) -> String {
    desk.json(&["identity", "show"])["identity"]["key"].as_str().expect("a key").to_owned()
}

/// Ada leads and has two pieces of evidence; Bea has an identity and nothing else.
fn team() -> Team {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let (ada, bea) = (person(folder.path(), "Ada"), person(folder.path(), "Bea"));
    ada.ok(&["new", text(&ada.dossier), "--checklist", "4-2", "--title", "PLC-200"]);
    for (name, content) in [("photo.txt", "a photo"), ("secret.txt", "a trade secret")] {
        let path = folder.path().join(name);
        fs::write(&path, content).expect("written");
        ada.ok(&["evidence", "add", text(&path), "--class", "inspection"]);
    }
    Team { folder, ada, bea }
}

impl Team {
    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn admit_bea(&self) {
        self.ada.ok(&[
            "people",
            "admit",
            "--key",
            &key(&self.bea),
            "--name",
            "Bea",
            "--organisation",
            "Lab",
            "--role",
            "evaluator",
        ]);
    }

    /// A copy made by `from`.
    fn copy(&self, from: &Desk, name: &str) -> PathBuf {
        let file = self.file(name);
        from.ok(&["hand-over", "--to", text(&file)]);
        file
    }

    /// Bea is admitted and has a copy of her own.
    fn both_at_work(&self) {
        self.admit_bea();
        let copy = self.copy(&self.ada, "for-bea.assay");
        self.bea.ok(&["receive", text(&copy), "--to", text(&self.bea.dossier)]);
    }
}

fn record(desk: &Desk, row: &str, verdict: &str, why: &str) {
    let mut args = vec!["record", row, "--verdict", verdict, "--rationale", why, "--evidence", "photo.txt"];
    if verdict == "fulfilled" {
        args.extend(["--by", "component"]);
    }
    desk.ok(&args);
}

/// The verifier and the page of Python both say yes.
fn both_say_ok(dossier: &Path) {
    let out = verify(&[dossier]);
    assert!(out.status.success(), "{} must verify: {}", dossier.display(), said(&out));
    let script = root().join("docs/formats/verify.py");
    let out = Command::new("python3").arg(script).arg(dossier).output().expect("python3 runs");
    assert!(out.status.success(), "and verify.py must say the same of {}: {}", dossier.display(), said(&out));
}

/// What two copies of one state have in common: rows, conflicts and events that change nothing.
fn state(desk: &Desk) -> (Value, Value, Value) {
    let status = desk.json(&["status"]);
    (desk.json(&["rows", "--all"]), status["conflicts"].clone(), status["without_effect"].clone())
}

fn is_empty(folder: &Path) -> bool {
    let folders = |entries: fs::ReadDir| entries.flatten().filter(|entry| entry.path().is_dir()).count();
    fs::read_dir(folder).map_or(true, |entries| folders(entries) == 0)
}

#[test]
fn two_people_work_on_copies_and_settle_what_they_disagree_on() {
    let team = team();
    team.both_at_work();
    record(&team.ada, "CR 1.1", "fulfilled", "Ada saw it");
    record(&team.bea, "CR 1.1", "inconclusive", "Bea did not");
    record(&team.bea, "CR 1.2", "fulfilled", "Bea saw it");
    let from_bea = team.copy(&team.bea, "from-bea.assay");
    let preview = team.ada.json(&["receive", text(&from_bea), "--preview"]);
    let before = team.ada.json(&["status"])["events"].clone();
    let taken = team.ada.json(&["receive", text(&from_bea)]);
    assert_eq!(taken["events"], preview["events"], "what was previewed is what is taken");
    assert_ne!(team.ada.json(&["status"])["events"], before, "the preview had recorded nothing");
    assert_eq!(taken["note"]["name"], "Bea", "the covering note says who handed it over");
    assert!(taken["conflicts"].as_u64() >= Some(1), "two verdicts compete: {taken}");
    let row = team.ada.json(&["show", "CR 1.1"]);
    assert!(row["verdict"].is_null(), "a row with two values has none: {row}");
    assert_eq!(row["conflicting"], serde_json::json!(["verdict"]), "and says which field it is");
    let again = team.ada.json(&["receive", text(&from_bea)]);
    assert_eq!(
        (&again["events"], &again["merge"]),
        (&0.into(), &Value::Null),
        "the same file has nothing new"
    );
    // A person decides, with a reason; both verdicts stay in the history.
    record(&team.ada, "CR 1.1", "fulfilled", "Settled at the meeting");
    assert_eq!(
        team.ada.json(&["show", "CR 1.1"])["verdict"]["verdict"],
        "fulfilled",
        "the conflict is settled"
    );
    let log = team.ada.ok(&["log", "--row", "CR 1.1"]);
    for why in ["Ada saw it", "Bea did not", "Settled at the meeting"] {
        assert!(log.contains(why), "`{why}` must stay in the trail: {log}");
    }
    let from_ada = team.copy(&team.ada, "from-ada.assay");
    team.bea.ok(&["receive", text(&from_ada)]);
    assert_eq!(state(&team.bea), state(&team.ada), "both have come to the same");
    both_say_ok(&team.ada.dossier);
    both_say_ok(&team.bea.dossier);
    let older = team.ada.json(&["receive", text(&from_bea)]);
    assert_eq!(older["older"], true, "an older state of what we have is said to be one");
    for desk in [&team.ada, &team.bea] {
        assert!(is_empty(&desk.home.join("received")), "no copy of what was received is left behind");
    }
}

#[test]
fn evidence_that_was_left_out_stays_with_its_owner() {
    let team = team();
    team.admit_bea();
    let copy = team.file("without.assay");
    team.ada.ok(&["hand-over", "--to", text(&copy), "--for", "Bea/Lab", "--withhold-evidence", "secret.txt"]);
    let bytes = fs::read(&copy).expect("read");
    let has = |bytes: &[u8], part: &str| bytes.windows(part.len()).any(|window| window == part.as_bytes());
    assert!(has(&bytes, "a photo"), "what was not left out is in the copy");
    assert!(!has(&bytes, "a trade secret"), "what was left out is nowhere in the file");
    both_say_ok(&copy);
    let out = said(&verify(&[&copy]));
    assert!(out.contains("not included in this copy"), "and the verifier says what is not there: {out}");
    let taken = team.bea.json(&["receive", text(&copy), "--to", text(&team.bea.dossier)]);
    assert_eq!(taken["not_included"].as_array().map(Vec::len), Some(1), "so does receiving: {taken}");
    team.bea.refused(
        "dossier-evidence-missing",
        &["evidence", "save", "secret.txt", "--to", text(&team.file("x"))],
    );
    record(&team.bea, "CR 1.1", "fulfilled", "seen");
    let back = team.copy(&team.bea, "back.assay");
    team.ada.ok(&["receive", text(&back)]);
    let saved = team.file("secret-again.txt");
    team.ada.ok(&["evidence", "save", "secret.txt", "--to", text(&saved)]);
    assert_eq!(fs::read(saved).expect("read"), b"a trade secret", "the owner still has it");
    let out = said(&verify(&[&team.ada.dossier]));
    assert!(!out.contains("not included"), "nothing is missing in the owner's dossier: {out}");
    let all = team.file("all.assay");
    team.ada.ok(&["hand-over", "--to", text(&all), "--withhold-evidence", "all"]);
    both_say_ok(&all);
    assert!(!has(&fs::read(&all).expect("read"), "a photo"), "`all` leaves the photo out as well");
    let pack = team.ada.json(&["evidence", "list"]);
    let pack = pack.as_array().into_iter().flatten().find(|e| e["class"] == "checklist").expect("the pack");
    let pack = pack["sha256"].as_str().expect("a digest");
    team.ada.refused(
        "refusal-leave-out-needed",
        &["hand-over", "--to", text(&team.file("y")), "--withhold-evidence", pack],
    );
    assert!(!team.file("y").exists(), "a refused copy leaves no file");
    team.ada.refused("dossier-exists", &["hand-over", "--to", text(&all)]);
}

#[test]
fn a_key_waits_until_a_lead_admits_it() {
    let team = team();
    let copy = team.copy(&team.ada, "copy.assay");
    team.bea.ok(&["receive", text(&copy), "--to", text(&team.bea.dossier)]);
    team.bea.refused(
        "refusal-needs-evaluator",
        &["record", "CR 1.1", "--verdict", "fulfilled", "--rationale", "x", "--evidence", "photo.txt"],
    );
    let back = team.copy(&team.bea, "back.assay");
    let taken = team.ada.json(&["receive", text(&back)]);
    let waiting = taken["waiting"].as_array().and_then(|list| list.first()).expect("one key waits");
    assert_eq!(waiting["name"], "Bea", "the key says whose it is");
    let shown = team.bea.json(&["identity", "show"]);
    let printed = team.bea.ok(&["identity", "show"]);
    let fingerprint = waiting["fingerprint"].as_str().expect("a fingerprint");
    assert!(printed.contains(fingerprint), "both see the same fingerprint: {printed}");
    assert!(team.ada.ok(&["people", "list"]).contains("Waiting for admission: Bea"), "the list says so too");
    let beginning: String = shown["identity"]["key"].as_str().unwrap_or_default().chars().take(12).collect();
    let admitted = team.ada.json(&["people", "admit", "--key", &beginning, "--role", "evaluator"]);
    assert_eq!(admitted["fingerprint"], fingerprint, "the fingerprint is shown once more, to be compared");
    assert!(!team.ada.ok(&["people", "list"]).contains("Waiting"), "nobody waits any more");
    let copy = team.copy(&team.ada, "copy-2.assay");
    team.bea.ok(&["receive", text(&copy)]);
    record(&team.bea, "CR 1.1", "fulfilled", "now it counts");
    team.bea.refused(
        "refusal-needs-lead",
        &[
            "people",
            "admit",
            "--key",
            &key(&team.ada),
            "--name",
            "X",
            "--organisation",
            "Y",
            "--role",
            "evaluator",
        ],
    );
}

#[test]
fn a_copied_computer_gives_two_histories_and_both_are_kept() {
    let team = team();
    // The whole computer: identity and dossier.
    let clone = Desk { home: team.file("home-clone"), dossier: team.file("clone.assay") };
    fs::create_dir_all(&clone.home).expect("a folder");
    for name in ["identity.pem", "identity.json"] {
        fs::copy(team.ada.home.join(name), clone.home.join(name)).expect("copied");
    }
    fs::copy(&team.ada.dossier, &clone.dossier).expect("copied");
    team.ada.ok(&["case", "set", "issuer.name", "Lab of the one"]);
    clone.ok(&["case", "set", "issuer.name", "Lab of the other"]);
    clone.ok(&["case", "set", "issuer.address", "Example Street 1"]);
    let taken = team.ada.json(&["receive", text(&clone.dossier)]);
    assert_eq!(taken["new_forks"].as_array().map(Vec::len), Some(1), "the fork is told: {taken}");
    let said_status = team.ada.ok(&["status"]);
    assert!(said_status.contains("Two histories"), "by status: {said_status}");
    let log = team.ada.ok(&["log"]);
    assert!(log.contains("one of two histories"), "by the log: {log}");
    let checked = verify(&[&team.ada.dossier]);
    assert!(
        checked.status.success() && said(&checked).contains("two histories"),
        "by the verifier: {}",
        said(&checked)
    );
    assert_eq!(
        team.ada.json(&["case", "show"])["issuer.address"],
        "Example Street 1",
        "what only one wrote stands"
    );
    assert!(team.ada.json(&["case", "show"])["issuer.name"].is_null(), "what both wrote is a conflict");
    team.ada.refused("dossier-forked", &["case", "set", "issuer.name", "X"]);
    team.ada.ok(&["identity", "rotate", "--no-passphrase", text(&team.ada.dossier)]);
    team.ada.ok(&["case", "set", "issuer.name", "The lab"]);
    assert_eq!(
        team.ada.json(&["case", "show"])["issuer.name"],
        "The lab",
        "with a new key the person settles it"
    );
    let checked = verify(&[&team.ada.dossier]);
    assert!(checked.status.success(), "and all of it verifies: {}", said(&checked));
}

#[test]
fn a_key_is_replaced_in_each_dossier_and_a_lost_one_is_revoked() {
    let team = team();
    team.both_at_work();
    record(&team.bea, "CR 1.1", "fulfilled", "with the first key");
    let first = key(&team.bea);
    team.bea.ok(&["identity", "rotate", "--no-passphrase"]);
    team.bea.ok(&["people", "new-key", "--reason", "New computer"]);
    assert_ne!(key(&team.bea), first, "it is another key");
    record(&team.bea, "CR 1.2", "fulfilled", "with the second key");
    team.bea.refused("rotate-no-chain", &["people", "new-key"]);
    let back = team.copy(&team.bea, "back.assay");
    team.ada.ok(&["receive", text(&back)]);
    for row in ["CR 1.1", "CR 1.2"] {
        assert_eq!(team.ada.json(&["show", row])["verdict"]["verdict"], "fulfilled", "{row} counts");
    }
    // The second key is stolen; what it recorded behind its opening shall not count.
    let stolen: String = key(&team.bea).chars().take(16).collect();
    team.bea
        .refused("refusal-revoke-needs-lead", &["people", "revoke", &stolen, "--last", "1", "--reason", "x"]);
    team.ada.ok(&["people", "revoke", &stolen, "--last", "1", "--reason", "Laptop stolen"]);
    assert!(team.ada.json(&["show", "CR 1.2"])["verdict"].is_null(), "behind the place nothing counts");
    assert_eq!(
        team.ada.json(&["show", "CR 1.1"])["verdict"]["verdict"],
        "fulfilled",
        "before it everything does"
    );
    assert!(team.ada.ok(&["log"]).contains("with the second key"), "and nothing is dropped");
    let copy = team.copy(&team.ada, "copy.assay");
    team.bea.ok(&["receive", text(&copy)]);
    team.bea.refused(
        "refusal-needs-evaluator",
        &["record", "CR 1.3", "--verdict", "fulfilled", "--rationale", "x", "--evidence", "photo.txt"],
    );
    both_say_ok(&team.ada.dossier);
    let founder: String = key(&team.ada).chars().take(16).collect();
    team.ada.refused("refusal-revoke-above", &["people", "revoke", &founder, "--last", "3", "--reason", "x"]);
}

#[test]
fn hostile_files_are_refused_and_ours_stays_as_it_was() {
    let team = team();
    team.both_at_work();
    record(&team.bea, "CR 1.1", "fulfilled", "seen");
    let good = team.copy(&team.bea, "good.assay");
    let before = fs::read(&team.ada.dossier).expect("read");
    let refused = |code: &str, file: &Path, more: &[&str]| {
        let mut args = vec!["receive", text(file)];
        args.extend(more);
        team.ada.refused(code, &args);
        assert_eq!(fs::read(&team.ada.dossier).expect("read"), before, "{code}: our dossier stays as it was");
        assert!(is_empty(&team.ada.home.join("received")), "{code}: no copy is left behind");
    };
    let evil = team.file("evil.assay");
    // One byte of one event.
    let mut bytes = fs::read(&good).expect("read");
    let place = bytes.windows(4).rposition(|w| w == b"seen").expect("the rationale is in the file");
    bytes[place] ^= 1;
    fs::write(&evil, &bytes).expect("written");
    refused("receive-wrong", &evil, &[]);
    // With the note of the good one: the whole file is another.
    fs::copy(team.file("good.assay.note"), team.file("evil.assay.note")).expect("copied");
    refused("receive-note-other-file", &evil, &[]);
    // A note that was touched.
    fs::copy(&good, &evil).expect("copied");
    let note = fs::read_to_string(team.file("good.assay.note")).expect("read");
    fs::write(team.file("evil.assay.note"), note.replacen("from ", "from 0", 1)).expect("written");
    refused("signature-hand-over-line", &evil, &[]);
    let renamed = note.replacen(" Bea / Lab", " Eve / Lab", 1);
    assert_ne!(renamed, note, "the note names its sender");
    fs::write(team.file("evil.assay.note"), renamed).expect("written");
    refused("signature-hand-over-signature", &evil, &[]);
    fs::remove_file(team.file("evil.assay.note")).expect("removed");
    // A journal came along.
    for suffix in ["-journal", "-wal", "-shm"] {
        let beside = PathBuf::from(format!("{}{suffix}", evil.display()));
        fs::write(&beside, b"").expect("written");
        refused("receive-beside", &evil, &[]);
        fs::remove_file(&beside).expect("removed");
    }
    // A trigger that would rewrite something.
    let trigger = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1])\n\
        c.execute('create trigger t after insert on event begin delete from current; end')\nc.commit()";
    let out = Command::new("python3").args(["-c", trigger]).arg(&evil).output().expect("python3 runs");
    assert!(out.status.success(), "the alteration itself must work: {}", said(&out));
    refused("receive-wrong", &evil, &[]);
    // Other things than a dossier.
    refused("receive-wrong", &team.file("photo.txt"), &[]);
    refused("receive-no-plain-file", team.folder.path(), &[]);
    refused("file-not-read", &team.file("nothing.assay"), &[]);
    // Another dossier, in every way good.
    let other = person(team.folder.path(), "Eve");
    other.ok(&["new", text(&other.dossier), "--checklist", "4-2", "--title", "Another"]);
    refused("dossier-other-dossier", &other.dossier, &[]);
    let own = team.file("Ada").join("another.assay");
    team.ada.ok(&["receive", text(&other.dossier), "--to", text(&own)]);
    both_say_ok(&own);
    // A second copy beside the first would fork one's own chain.
    refused("receive-have-it-already", &good, &["--to", text(&team.file("Ada").join("second.assay"))]);
    refused("file-not-read", &good, &["--note", text(&team.file("no.note"))]);
    team.ada.ok(&["receive", text(&good)]);
    both_say_ok(&team.ada.dossier);
}

#[test]
fn five_copies_come_to_one_state_in_any_order() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let lead = person(folder.path(), "lead");
    lead.ok(&["new", text(&lead.dossier), "--checklist", "4-2", "--title", "Five"]);
    let photo = folder.path().join("photo.txt");
    fs::write(&photo, "a photo").expect("written");
    lead.ok(&["evidence", "add", text(&photo), "--class", "inspection"]);
    let others: Vec<Desk> = ["p1", "p2", "p3", "p4"].map(|name| person(folder.path(), name)).into();
    for other in &others {
        lead.ok(&[
            "people",
            "admit",
            "--key",
            &key(other),
            "--name",
            "P",
            "--organisation",
            "Lab",
            "--role",
            "evaluator",
        ]);
    }
    let start = folder.path().join("start.assay");
    lead.ok(&["hand-over", "--to", text(&start)]);
    for (n, other) in others.iter().enumerate() {
        other.ok(&["receive", text(&start), "--to", text(&other.dossier)]);
        record(other, "CR 1.1", "inconclusive", &format!("by {n}"));
        record(other, &format!("CR 1.{}", n + 2), "inconclusive", &format!("own row of {n}"));
    }
    // A chain of partial merges first, then everybody with everybody.
    let all: Vec<&Desk> = std::iter::once(&lead).chain(&others).collect();
    for pair in [(1, 3), (2, 4), (0, 2), (4, 1), (3, 0)] {
        all[pair.0].ok(&["receive", text(&all[pair.1].dossier)]);
    }
    for _ in 0..3 {
        for into in 0..all.len() {
            for from in (0..all.len()).rev().filter(|from| *from != into) {
                all[into].ok(&["receive", text(&all[from].dossier)]);
            }
        }
    }
    let first = state(&lead);
    assert_eq!(first.1, 1, "four verdicts on one row are one conflict, and nothing else is");
    for desk in &all {
        assert_eq!(state(desk), first, "every copy shows the same");
        both_say_ok(&desk.dossier);
    }
}

#[test]
fn killing_a_receive_loses_nothing_and_can_be_done_again() {
    let rounds: u32 = if across::campaign_is_full() { 200 } else { 30 };
    let team = team();
    team.both_at_work();
    // Enough evidence that the merge takes a while.
    for n in 0..4_u8 {
        let path = team.file(&format!("big-{n}.bin"));
        let block: Vec<u8> = (0..=255_u8).cycle().take(1 << 20).map(|b| b.wrapping_mul(n | 1) ^ n).collect();
        fs::write(&path, block.repeat(6)).expect("written");
        team.bea.ok(&["evidence", "add", text(&path), "--class", "other"]);
    }
    record(&team.bea, "CR 1.1", "fulfilled", "seen");
    let copy = team.copy(&team.bea, "copy.assay");
    let start = fs::read(&team.ada.dossier).expect("read");
    let receive = || {
        Command::new(program("assay"))
            .arg("--home")
            .arg(&team.ada.home)
            .arg("--dossier")
            .arg(&team.ada.dossier)
            .args(["receive", text(&copy)])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("assay starts")
    };
    let began = Instant::now();
    assert!(receive().wait().expect("it ends").success(), "undisturbed it must succeed");
    let whole = began.elapsed();
    let mut cut = 0;
    for round in 0..rounds {
        fs::write(&team.ada.dossier, &start).expect("put back");
        // What the installation remembers is put back with it; that it refuses an older copy is tested elsewhere.
        let _ = fs::remove_dir_all(team.ada.home.join("memory"));
        let mut child = receive();
        thread::sleep(
            whole.mul_f64(f64::from(round) / f64::from(rounds) * 1.1).max(Duration::from_millis(1)),
        );
        let _ = child.kill(); // SIGKILL on Unix.
        let acknowledged = child.wait().expect("it ends").success();
        cut += u32::from(!acknowledged);
        // Opening for writing undoes what was interrupted.
        team.ada.ok(&["seal", "--purpose", "day_end"]);
        let out = verify(&[&team.ada.dossier]);
        assert!(out.status.success(), "round {round}: the dossier must verify: {}", said(&out));
        let there = !team.ada.json(&["show", "CR 1.1"])["verdict"].is_null();
        let listed = team.ada.json(&["evidence", "list"]);
        let big = listed
            .as_array()
            .into_iter()
            .flatten()
            .filter(|e| e["name"].as_str().is_some_and(|name| name.starts_with("big-")));
        assert_eq!(big.count(), if there { 4 } else { 0 }, "round {round}: all of it or nothing");
        assert!(there || !acknowledged, "round {round}: what was acknowledged is there");
        team.ada.ok(&["receive", text(&copy)]);
        assert!(
            !team.ada.json(&["show", "CR 1.1"])["verdict"].is_null(),
            "round {round}: the next time it is taken"
        );
        assert!(
            is_empty(&team.ada.home.join("received")),
            "round {round}: what the kill left is swept the next time"
        );
    }
    assert!(cut > 0, "some rounds must have been cut short, or nothing was tested");
    both_say_ok(&team.ada.dossier);
}
