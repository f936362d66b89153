//! The desk as a window uses it: commands as data, in the order a person would give them.
#![expect(
    clippy::indexing_slicing,
    reason = "an answer without the part that is read fails its test, as it should"
)]

use std::{fs, path::PathBuf};

use serde_json::{Value, json};
use tempfile::TempDir;
use workbench::{
    Home, Problem,
    desk::{COMMANDS, Desk},
};

/// A desk in folders that vanish, with an identity and an open component dossier.
struct Seat {
    folder: TempDir,
    desk: Desk,
}

impl Seat {
    fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let desk = Self::desk(&folder);
        let seat = Self { folder, desk };
        seat.ok(
            "identity_create",
            json!({ "name": "A. Evaluator", "organisation": "Lab", "function": "Evaluator" }),
        );
        let file = seat.offered("plc.assay");
        seat.ok(
            "dossier_create",
            json!({ "file": file, "checklist": "4-2", "title": "PLC", "facts": [
                { "field": "object.types", "value": ["EDR"] },
                { "field": "claim.levels", "value": [2, 2, 2, 1, 2, 2, 1] },
            ] }),
        );
        seat
    }

    fn desk(folder: &TempDir) -> Desk {
        let home = Home::choose(Some(folder.path().join("home"))).expect("a home was given");
        Desk::new(home, PathBuf::from("assay"), Box::new(|_, _| {}))
    }

    /// Closes the window and opens another one.
    fn again(self) -> Self {
        self.desk.close();
        let desk = Self::desk(&self.folder);
        Self { folder: self.folder, desk }
    }

    fn offered(&self, name: &str) -> String {
        self.desk.offer(vec![self.folder.path().join(name)])[0].token.clone()
    }

    fn call(&self, name: &str, args: Value) -> Result<Value, Problem> {
        assert!(COMMANDS.contains(&name), "{name} must be on the list of commands");
        self.desk.call(name, args)
    }

    fn ok(&self, name: &str, args: Value) -> Value {
        self.call(name, args).unwrap_or_else(|p| panic!("{name} must be carried out, but: {p:?}"))
    }

    fn refused(&self, name: &str, args: Value) -> String {
        match self.call(name, args) {
            Ok(answer) => panic!("{name} must be refused, but answered {answer}"),
            Err(problem) => problem.code,
        }
    }

    fn evidence(&self, row: &str, name: &str) -> String {
        fs::write(self.folder.path().join(name), format!("log of {name}")).expect("a file can be written");
        let file = self.offered(name);
        let card = json!({ "class": "requirement_test" });
        let args = json!({ "files": [file], "pasted": [], "card": card, "row": row, "job": "j" });
        self.ok("evidence_add", args)["added"][0]["sha256"].as_str().expect("a digest").to_owned()
    }

    fn fulfil(&self, row: &str) -> Value {
        let entry = json!({ "verdict": "fulfilled", "rationale": "Seen.", "mode": "by_component" });
        self.ok("record", json!({ "rows": [row], "entry": entry }))
    }

    fn line(&self, row: &str) -> Value {
        self.ok("row", json!({ "row": row }))["line"].clone()
    }

    fn events(&self) -> Option<u64> {
        self.ok("dossier_head", json!({}))["status"]["events"].as_u64()
    }
}

#[test]
fn a_verdict_rests_on_what_is_linked_to_the_row_and_says_its_entry() {
    let seat = Seat::new();
    let sha = seat.evidence("CR 1.1", "login.txt");
    let changed = seat.fulfil("CR 1.1")["changed"].clone();
    assert_eq!(
        changed["rows"][0]["verdict"], "fulfilled",
        "the row comes with the change, not by asking again"
    );
    assert!(
        changed["status"]["entry"].as_u64() > Some(4),
        "the mark 'saved, entry n' names the entry: {changed}"
    );
    let view = seat.ok("row", json!({ "row": "CR 1.1" }));
    assert_eq!(view["verdict"]["evidence"], json!([sha]), "linked evidence is what the verdict rests on");
    assert_eq!(view["evidence"][0]["in_verdict"], true, "the link shows that the verdict names it");
    assert_eq!(view["line"]["author"], "A. Evaluator", "who judged stands at the row");
}

#[test]
fn a_dossier_whose_first_facts_are_refused_is_not_left_behind() {
    let seat = Seat::new();
    let file = seat.offered("second.assay");
    let facts = json!([{ "field": "claim.levels", "value": [9, 9, 9, 9, 9, 9, 9] }]);
    let new = |facts: &Value| json!({ "file": file, "checklist": "4-2", "title": "Second", "facts": facts });
    assert_eq!(seat.refused("dossier_create", new(&facts)), "refusal-field-shape", "a level goes to 4");
    seat.ok("dossier_create", new(&json!([])));
}

#[test]
fn a_refused_verdict_records_nothing_and_names_its_rule() {
    let seat = Seat::new();
    let before = seat.events();
    let entry = json!({ "verdict": "fulfilled", "rationale": "Seen.", "mode": "by_component" });
    let code = seat.refused("record", json!({ "rows": ["CR 1.1"], "entry": entry }));
    assert_eq!(code, "refusal-verdict-needs-evidence", "nothing is linked, and no reason is given");
    assert_eq!(before, seat.events(), "a refusal leaves no event");
}

#[test]
fn many_rows_are_recorded_in_one_go_and_each_refusal_is_told() {
    let seat = Seat::new();
    for row in ["CR 1.1", "CR 1.3"] {
        seat.evidence(row, &format!("{row}.txt"));
    }
    let entry =
        json!({ "verdict": "fulfilled", "rationale": "Seen in one session.", "mode": "by_component" });
    let rows = json!(["CR 1.1", "CR 1.3", "CR 1.4"]);
    let dry = seat.ok("record", json!({ "rows": rows, "entry": entry, "dry": true }));
    assert_eq!(dry["changed"], Value::Null, "a dry run records nothing");
    assert_eq!(
        dry["refused"][0]["row"], "CR 1.4",
        "the row without evidence is named before anything is recorded"
    );
    let done = seat.ok("record", json!({ "rows": rows, "entry": entry }));
    assert_eq!(done["recorded"], json!(["CR 1.1", "CR 1.3"]), "the others are recorded");
    assert_eq!(
        done["refused"][0]["problem"]["code"], "refusal-verdict-needs-evidence",
        "each refusal says why"
    );
    assert_eq!(seat.line("CR 1.4")["verdict"], Value::Null, "the refused row stays open");
}

#[test]
fn undo_and_redo_are_events_and_erase_nothing() {
    let seat = Seat::new();
    seat.evidence("CR 1.1", "login.txt");
    seat.fulfil("CR 1.1");
    let before = seat.events();
    let undone = seat.ok("undo", json!({}));
    assert_eq!(undone["rows"][0]["verdict"], Value::Null, "the verdict no longer stands");
    assert!(undone["status"]["events"].as_u64() > before, "taking back is an event of its own");
    let history = seat.ok("row", json!({ "row": "CR 1.1" }))["history"].clone();
    let verdict = history.as_array().and_then(|h| h.iter().find(|e| e["kind"] == "verdict.set/1"));
    assert_eq!(
        verdict.map(|v| &v["void"]),
        Some(&json!(true)),
        "the history keeps the verdict, marked as taken back"
    );
    let redone = seat.ok("redo", json!({}));
    assert_eq!(redone["rows"][0]["verdict"], "fulfilled", "redo brings it back");
    assert_eq!(
        seat.refused("redo", json!({})),
        "desk-nothing-to-redo",
        "there is nothing more to bring back"
    );
    let again = seat.ok("undo", json!({}));
    assert_eq!(again["rows"][0]["verdict"], Value::Null, "and undo takes it back again");
}

#[test]
fn a_row_is_found_by_what_a_person_types() {
    let seat = Seat::new();
    for (typed, row) in
        [("1.1r1", "CR 1.1 RE(1)"), ("edr2.4", "EDR 2.4"), ("CR 7.8", "CR 7.8"), ("7.8", "CR 7.8")]
    {
        let found = seat.ok("worklist_find", json!({ "query": {}, "typed": typed }));
        assert_eq!(found["row"], row, "{typed} means {row}");
    }
    let found = seat.ok("worklist_find", json!({ "query": {}, "typed": "99" }));
    assert_eq!(found["row"], Value::Null, "what is not there is not guessed");
}

#[test]
fn filters_search_and_orders_give_what_they_say() {
    let seat = Seat::new();
    let all = seat.ok("worklist", json!({ "query": {}, "offset": 0, "limit": 10 }));
    assert_eq!(all["total"], all["all"], "without a filter all rows are there");
    assert_eq!(all["lines"].as_array().map(Vec::len), Some(10), "a page holds what was asked for");
    seat.evidence("CR 1.1", "kerberos-trace.txt");
    let by_name = seat.ok("worklist", json!({ "query": { "search": "KERBEROS" }, "offset": 0, "limit": 10 }));
    assert_eq!(by_name["lines"][0]["row"], "CR 1.1", "evidence names are searched too");
    assert_eq!(by_name["total"], 1, "and nothing else matches");
    seat.ok("tag_rows", json!({ "rows": ["CR 7.8", "CR 2.1"], "tag": "interviewee", "value": "Ms Berg" }));
    let ordered =
        seat.ok("worklist", json!({ "query": { "order": "interviewee" }, "offset": 0, "limit": 3 }));
    let rows = ordered["lines"].as_array().into_iter().flatten();
    let first: Vec<&str> = rows.filter_map(|l| l["row"].as_str()).take(2).collect();
    assert_eq!(first, ["CR 2.1", "CR 7.8"], "rows of one person come first, in clause order");
    let outline = seat.ok("worklist_outline", json!({ "order": "interviewee" }));
    assert_eq!(outline["nodes"][0]["key"], "Ms Berg", "the tree shows the person");
    assert_eq!(outline["nodes"][1]["key"], "", "and the rows without one, so that none is forgotten");
    let rows: u64 =
        outline["nodes"].as_array().into_iter().flatten().filter_map(|n| n["rows"].as_u64()).sum();
    let progress = seat.ok("dossier_head", json!({}))["status"]["progress"]["rows"].as_u64();
    assert_eq!(Some(rows), progress, "both together are all rows that the claim selects");
}

#[test]
fn what_is_written_outlives_the_window_until_it_is_recorded() {
    let seat = Seat::new();
    let file = seat.folder.path().join("plc.assay");
    seat.evidence("CR 1.1", "login.txt");
    seat.ok("draft_set", json!({ "subject": "CR 1.1", "texts": { "rationale": "half a thought" } }));
    assert_eq!(seat.line("CR 1.1")["draft"], true, "the row shows that something is written");
    let seat = seat.again();
    let token = seat.desk.offer(vec![file])[0].token.clone();
    seat.ok("dossier_open", json!({ "file": token }));
    let view = seat.ok("row", json!({ "row": "CR 1.1" }));
    assert_eq!(view["draft"]["rationale"], "half a thought", "not a word is lost with the window");
    let recorded = seat.fulfil("CR 1.1");
    assert_eq!(recorded["changed"]["rows"][0]["draft"], false, "a recorded text is no draft any more");
    let gone = seat.ok("row", json!({ "row": "CR 1.1" }));
    assert_eq!(gone["draft"], json!({}), "and is forgotten as one");
}

#[test]
fn a_second_window_looks_and_cannot_record() {
    let seat = Seat::new();
    let second = Seat::desk(&seat.folder);
    let token = second.offer(vec![seat.folder.path().join("plc.assay")])[0].token.clone();
    let head = second.call("dossier_open", json!({ "file": token })).expect("looking is always possible");
    assert_eq!(head["read_only"], "in_use", "the window says why it is for looking at");
    let entry = json!({ "verdict": "not_evaluated", "rationale": "x" });
    let problem = second.call("record", json!({ "rows": ["CR 1.1"], "entry": entry })).err().map(|p| p.code);
    assert_eq!(problem.as_deref(), Some("desk-read-only-in-use"), "recording is refused with the reason");
    seat.desk.close();
    let head = second.call("dossier_reload", json!({})).expect("the file is free now");
    assert_eq!(head["read_only"], Value::Null, "once the other window is gone, reading again gives the pen");
}

#[test]
fn pasted_lines_are_shown_before_they_are_recorded() {
    let seat = Seat::new();
    seat.evidence("CR 1.1", "login.txt");
    let text = "CR1.1\tfulfilled\tSeen on the bench\nCR 99.9\tfulfilled\tx\nCR 1.3\tperhaps\ty\n";
    let shown = seat.ok("paste", json!({ "text": text, "rows": [], "column": "verdict", "commit": false }));
    assert_eq!(shown["lines"][0]["row"], "CR 1.1", "an id is read however it is written");
    assert_eq!(shown["lines"][0]["problem"], Value::Null, "this line can be recorded");
    assert_eq!(shown["lines"][1]["problem"]["code"], "desk-unknown-row", "an unknown id is said");
    assert_eq!(
        shown["lines"][2]["problem"]["code"], "worksheet-unknown-verdict",
        "a word that is no verdict is said"
    );
    assert_eq!(seat.line("CR 1.1")["verdict"], Value::Null, "showing records nothing");
    let done = seat.ok("paste", json!({ "text": text, "rows": [], "column": "verdict", "commit": true }));
    assert_eq!(done["changed"]["rows"][0]["verdict"], "fulfilled", "what can be recorded is");
    let copied = seat.ok("copy_rows", json!({ "rows": ["CR 1.1"] }))["text"].clone();
    let copied = copied.as_str().unwrap_or_default();
    assert!(
        copied.contains("CR 1.1\t") && copied.contains("\tfulfilled\t"),
        "a copy carries id and verdict: {copied}"
    );
}

#[test]
fn evidence_is_hashed_again_on_each_opening_and_folders_are_refused() {
    let seat = Seat::new();
    let sha = seat.evidence("CR 1.1", "login.txt");
    let preview = seat.ok("evidence_preview", json!({ "sha256": sha }));
    assert_eq!(preview["intact"], true, "the digest was computed just now");
    assert_eq!(preview["text"], "log of login.txt", "a text is shown as text");
    let folder = seat.desk.offer(vec![seat.folder.path().to_path_buf()])[0].token.clone();
    let args = json!({ "files": [folder], "pasted": [], "card": { "class": "other" }, "job": "j" });
    let code = seat.refused("evidence_add", args);
    assert!(["desk-not-a-file", "file-not-read"].contains(&code.as_str()), "a folder is no evidence: {code}");
    let pasted = json!({ "name": "../../shot.png", "base64": "iVBORw0KGgo=" });
    let card = json!({ "class": "inspection" });
    let args = json!({ "files": [], "pasted": [pasted], "card": card, "row": "CR 1.3", "job": "j" });
    let added = seat.ok("evidence_add", args);
    assert_eq!(added["added"][0]["name"], "shot.png", "a pasted name leads nowhere");
    assert_eq!(added["added"][0]["media_type"], "image/png", "the type is told by the bytes");
    let out = seat.offered("out.txt");
    seat.ok("evidence_save", json!({ "sha256": sha, "file": out }));
    let written = fs::read(seat.folder.path().join("out.txt")).expect("the copy is there");
    assert_eq!(written, b"log of login.txt", "a saved copy has the same bytes");
}

#[cfg(unix)]
#[test]
fn links_are_not_followed_when_evidence_comes_in_or_goes_out() {
    use std::os::unix::fs::symlink;
    let seat = Seat::new();
    let sha = seat.evidence("CR 1.1", "login.txt");
    let place = |name: &str| seat.folder.path().join(name);
    fs::write(place("private.key"), "mine").expect("written");
    symlink(place("private.key"), place("photo.jpg")).expect("linked");
    let args = json!({ "files": [seat.offered("photo.jpg")], "pasted": [], "card": { "class": "other" }, "job": "j" });
    let before = seat.events();
    assert_eq!(
        seat.refused("evidence_add", args),
        "file-is-link",
        "a dropped link could point at a file of mine"
    );
    assert_eq!(seat.events(), before, "and nothing was recorded");
    let turned = json!({ "name": "annex\u{202e}fdp.exe", "base64": "iVBORw0KGgo=" });
    let args = json!({ "files": [], "pasted": [turned], "card": { "class": "other" }, "job": "j" });
    let added = seat.ok("evidence_add", args);
    assert_eq!(added["added"][0]["name"], "annex\u{fffd}fdp.exe", "a turned name reads as what it is");
    // Somebody put links where the copy is written: under its name, which the dialog asked about, and beside it.
    symlink(place("private.key"), place("copy.txt")).expect("linked");
    symlink(place("private.key"), place("copy.txt.part")).expect("linked");
    seat.ok("evidence_save", json!({ "sha256": sha, "file": seat.offered("copy.txt") }));
    assert_eq!(fs::read(place("private.key")).expect("there"), b"mine", "no link was followed");
    let copy = place("copy.txt");
    assert!(copy.symlink_metadata().expect("there").is_file(), "the link was replaced by the file");
    assert_eq!(fs::read(copy).expect("there"), b"log of login.txt", "which has the right bytes");
}

#[test]
fn a_changed_byte_is_found_in_a_received_file_and_it_is_not_opened() {
    let seat = Seat::new();
    seat.evidence("CR 1.1", "login.txt");
    seat.fulfil("CR 1.1");
    seat.desk.close();
    let good = seat.offered("plc.assay");
    let received = seat.ok("dossier_receive", json!({ "file": good, "job": "j" }));
    assert_eq!(received["verification"]["ok"], true, "an untouched file verifies: {received}");
    assert_eq!(received["open"]["read_only"], "received", "it is looked at, never worked in");
    let mut bytes = fs::read(seat.folder.path().join("plc.assay")).expect("the dossier is readable");
    let at = bytes.windows(5).position(|w| w == b"Seen.").expect("the rationale is in the file");
    bytes[at] = b's';
    fs::write(seat.folder.path().join("bad.assay"), bytes).expect("a copy can be written");
    let bad = seat.offered("bad.assay");
    let received = seat.ok("dossier_receive", json!({ "file": bad, "job": "j" }));
    assert_eq!(received["verification"]["ok"], false, "one changed byte is found");
    assert_eq!(received["open"], Value::Null, "and the file is not opened");
}

#[test]
fn every_screen_has_its_answer() {
    let seat = Seat::new();
    for name in [
        "start",
        "activities",
        "conclusion",
        "gates",
        "evidence",
        "findings",
        "checkpoint",
        "imports",
        "reports",
        "case",
        "series",
        "tag_values",
    ] {
        seat.ok(name, json!({}));
    }
    let trail = seat.ok("trail", json!({ "offset": 0, "limit": 50 }));
    assert_eq!(trail["all"].as_u64(), seat.events(), "the trail shows every event");
    assert_eq!(trail["entries"][0]["n"], trail["all"], "the newest comes first");
    let verified = seat.ok("verify", json!({ "job": "v" }));
    assert_eq!(verified["ok"], true, "the open file verifies: {verified}");
    seat.ok("seal", json!({ "purpose": "opening" }));
    assert_eq!(
        seat.refused("seal", json!({ "purpose": "report" })),
        "seal-purpose",
        "that seal comes with a report"
    );
    assert_eq!(
        seat.refused("row", json!({ "row": "CR 99.9" })),
        "desk-unknown-row",
        "an unknown row is said"
    );
    assert_eq!(
        seat.refused("record", json!({ "rows": 5 })),
        "desk-arguments",
        "malformed arguments are said"
    );
}

#[test]
fn findings_move_and_the_row_follows() {
    let seat = Seat::new();
    seat.evidence("CR 1.1", "login.txt");
    let finding = json!({ "grade": "minor", "reason": "isolated", "statement": "One account is shared." });
    let entry = json!({ "verdict": "not_fulfilled", "rationale": "Shared account.", "finding": finding });
    let recorded = seat.ok("record", json!({ "rows": ["CR 1.1"], "entry": entry }));
    assert_eq!(recorded["changed"]["findings"], json!(["F-1"]), "the finding's number is told");
    assert_eq!(recorded["changed"]["rows"][0]["findings"], 1, "the row counts it");
    let step = json!({ "finding": "F-1", "state": "plan_proposed", "note": "Own accounts", "due": "2020-01-31", "evidence": [] });
    seat.ok("finding_move", step);
    let view = seat.ok("findings", json!({}))["findings"][0].clone();
    assert_eq!(view["overdue"], true, "a date in the past is overdue by this computer's clock");
    assert_eq!(view["steps"][0]["due"], "2020-01-31", "the step keeps its date");
    let code = seat
        .refused("finding_move", json!({ "finding": "F-1", "state": "closed", "note": "x", "evidence": [] }));
    assert_eq!(code, "refusal-finding-step", "a finding is not closed from a proposed plan");
}

#[test]
fn an_older_copy_is_refused_by_the_window_and_continued_only_with_a_reason() {
    let seat = Seat::new();
    seat.desk.close();
    let path = seat.folder.path().join("plc.assay");
    let older = fs::read(&path).expect("the dossier is there");
    let file = || seat.offered("plc.assay");
    seat.ok("dossier_open", json!({ "file": file() }));
    seat.ok("seal", json!({ "purpose": "day_end" }));
    seat.desk.close();
    fs::write(&path, &older).expect("an older copy in its place");
    for asked in [json!({ "file": file() }), json!({ "file": file(), "read_only": true })] {
        let problem = seat.call("dossier_open", asked).expect_err("an older copy is not opened");
        assert_eq!(problem.code, "memory-older", "the installation remembers a newer state");
        for part in ["known-root", "root", "known-size", "size"] {
            assert!(problem.args.contains_key(part), "both states are named: {part}");
        }
    }
    let problem =
        seat.call("dossier_open", json!({ "file": file(), "older_copy": " " })).expect_err("no reason");
    assert_eq!(problem.code, "memory-reason", "going on needs a reason");
    seat.ok("dossier_open", json!({ "file": file(), "older_copy": "the newest was lost" }));
    let page = seat.ok("trail", json!({ "offset": 0, "limit": 1 }));
    assert_eq!(page["entries"][0]["kind"], "copy.continue/1", "and it is recorded");
    seat.desk.close();
    seat.ok("dossier_open", json!({ "file": file() }));
    let verified = seat.ok("verify", json!({ "job": "v" }));
    assert_eq!(verified["ok"], true, "the continued copy verifies: {verified}");
}
