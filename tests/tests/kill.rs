//! `kill -9` in the middle of an import and of taking in evidence: nothing acknowledged is lost, the dossier opens
//! and verifies. Small here; the delay walks through the job, so that every phase is hit.

use std::{
    fs,
    path::Path,
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use across::{Desk, program, root, said, verify};

/// Kills of each job: 50 in the daily tests, 200 with `ASSAY_CAMPAIGN=full`.
fn rounds() -> u32 {
    if across::campaign_is_full() { 200 } else { 50 }
}

fn desk(folder: &Path) -> Desk {
    let desk = Desk { home: folder.join("home"), dossier: folder.join("a.assay") };
    desk.ok(&["identity", "new", "--no-passphrase", "--name", "A", "--organisation", "B", "--function", "C"]);
    desk.ok(&["new", desk.dossier.to_str().expect("a UTF-8 path"), "--checklist", "4-2", "--title", "T"]);
    desk
}

fn start(desk: &Desk, args: &[&str]) -> Child {
    Command::new(program("assay"))
        .arg("--home")
        .arg(&desk.home)
        .arg("--dossier")
        .arg(&desk.dossier)
        .args(args)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("assay starts")
}

/// Lets the job run for `delay`, then kills it. Whether it had acknowledged (ended well) before.
fn run_and_kill(desk: &Desk, args: &[&str], delay: Duration) -> bool {
    let mut child = start(desk, args);
    thread::sleep(delay);
    let _ = child.kill(); // SIGKILL on Unix.
    child.wait().expect("the child ends").success()
}

/// How long the job takes when nothing disturbs it.
fn undisturbed(desk: &Desk, args: &[&str]) -> Duration {
    let started = Instant::now();
    assert!(start(desk, args).wait().expect("it ends").success(), "undisturbed it must succeed: {args:?}");
    started.elapsed()
}

/// Delays from nothing to a little longer than the job, so that some rounds are acknowledged.
fn delays(whole: Duration) -> impl Iterator<Item = Duration> {
    (0..rounds()).map(move |n| whole.mul_f64(f64::from(n) / f64::from(rounds()) * 1.3))
}

fn check(desk: &Desk, round: &str) {
    // Opening for writing undoes what was interrupted; looking alone may refuse until then.
    desk.ok(&["seal", "--purpose", "day_end"]);
    let out = verify(&[&desk.dossier]);
    assert!(out.status.success(), "{round}: the dossier must verify: {}", said(&out));
}

#[test]
fn killing_an_import_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let desk = desk(folder.path());
    let workbook = root().join("fixtures/evaluations/nordwerk-plc-200/answers.xlsx");
    let args = ["import", workbook.to_str().unwrap(), "--again"];
    let whole = undisturbed(&desk, &args);
    let mut acknowledged = 1;
    for (n, delay) in delays(whole).enumerate() {
        acknowledged += usize::from(run_and_kill(&desk, &args, delay));
        check(&desk, &format!("import round {n}"));
        let log = desk.json(&["log"]);
        let imports = log.as_array().into_iter().flatten().filter(|e| e["kind"] == "import/1").count();
        assert!(
            imports >= acknowledged,
            "round {n}: {acknowledged} imports were acknowledged, {imports} are there"
        );
        acknowledged = imports;
        // All or none: a claim without its import would be a half-recorded file.
        let last = log
            .as_array()
            .and_then(|l| l.iter().rev().find(|e| e["kind"] == "claim.set/1" || e["kind"] == "import/1"));
        assert_eq!(
            last.map(|e| e["kind"].clone()),
            Some("import/1".into()),
            "round {n}: claims come only with their import"
        );
    }
}

/// The job is short, so that many kills fall into its one commit.
#[test]
fn killing_the_recording_of_a_value_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let desk = desk(folder.path());
    let whole = undisturbed(&desk, &["case", "set", "object.name", "undisturbed"]);
    let (mut acknowledged, mut kept) = (0, String::from("undisturbed"));
    for (n, delay) in delays(whole).enumerate() {
        let value = format!("Name {n}");
        let told = run_and_kill(&desk, &["case", "set", "object.name", &value], delay);
        acknowledged += usize::from(told);
        check(&desk, &format!("value round {n}"));
        let log = desk.json(&["log"]);
        let set = log.as_array().into_iter().flatten().filter(|e| e["kind"] == "case.set/1").count();
        let shown = desk.ok(&["case", "show"]);
        if told {
            kept = value;
            assert!(shown.contains(&kept), "round {n}: {kept} was acknowledged and must stand: {shown}");
        } else if shown.contains(&value) {
            // Recorded, but the program was killed before it could say so: that is no loss.
            kept = value;
        }
        assert!(shown.contains(&kept), "round {n}: what stood before an attempt stands: {kept}: {shown}");
        assert!(set > acknowledged, "round {n}: {acknowledged} were acknowledged, {set} are there");
    }
}

#[test]
fn killing_the_taking_in_of_evidence_loses_nothing_acknowledged() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let desk = desk(folder.path());
    let file = |n: u32| {
        let path = folder.path().join(format!("evidence-{n}.bin"));
        // 12 MiB that differ from round to round: more than one transaction of chunks.
        let block: Vec<u8> = (0..=255u8).cycle().take(1 << 16).map(|b| b.wrapping_add(n as u8)).collect();
        let bytes: Vec<u8> = std::iter::repeat_n(block, 192).flatten().chain(n.to_le_bytes()).collect();
        fs::write(&path, bytes).expect("written");
        path
    };
    let args = |path: &Path| {
        ["evidence".to_owned(), "add".into(), path.to_str().unwrap().into(), "--class".into(), "other".into()]
    };
    let first = args(&file(rounds() + 1));
    let whole = undisturbed(&desk, &first.iter().map(String::as_str).collect::<Vec<_>>());
    let mut acknowledged = vec![format!("evidence-{}.bin", rounds() + 1)];
    for (n, delay) in (0..).zip(delays(whole)) {
        let path = file(n);
        let arguments = args(&path);
        let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
        if run_and_kill(&desk, &arguments, delay) {
            acknowledged.push(format!("evidence-{n}.bin"));
        }
        check(&desk, &format!("evidence round {n}"));
        let listed = desk.json(&["evidence", "list"]);
        let names: Vec<&str> =
            listed.as_array().into_iter().flatten().filter_map(|e| e["name"].as_str()).collect();
        for name in &acknowledged {
            assert!(names.contains(&name.as_str()), "round {n}: {name} was acknowledged and must be there");
        }
        let _ = fs::remove_file(&path);
    }
}

#[test]
fn killing_a_hand_over_leaves_a_whole_copy_or_none_with_a_note() {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let desk = desk(folder.path());
    let big = folder.path().join("big.bin");
    let block: Vec<u8> = (0..=255u8).cycle().take(8 << 20).collect();
    fs::write(&big, block).expect("written");
    desk.ok(&["evidence", "add", big.to_str().unwrap(), "--class", "other"]);
    let copy = |n: u32| folder.path().join(format!("copy-{n}.assay"));
    let whole = undisturbed(&desk, &["hand-over", "--to", copy(rounds() + 1).to_str().unwrap()]);
    let mut acknowledged = 1;
    for (n, delay) in (0..).zip(delays(whole)) {
        let to = copy(n);
        let note = to.with_extension("assay.note");
        let told = run_and_kill(&desk, &["hand-over", "--to", to.to_str().unwrap()], delay);
        acknowledged += usize::from(told);
        check(&desk, &format!("hand-over round {n}"));
        let log = desk.json(&["log"]);
        let made = log.as_array().into_iter().flatten().filter(|e| e["kind"] == "hand_over/1").count();
        assert!(
            made >= acknowledged,
            "round {n}: {acknowledged} copies were acknowledged, {made} are recorded"
        );
        assert!(note.exists() || !told, "round {n}: a copy that was acknowledged has its note");
        // The note is written last, so where it is there the copy is whole.
        if note.exists() {
            let out = verify(&[&to]);
            assert!(out.status.success(), "round {n}: a copy with its note must verify: {}", said(&out));
        }
        let _ = fs::remove_file(&to);
        let _ = fs::remove_file(&note);
    }
}
