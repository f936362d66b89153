//! An encrypted dossier at the desk: opened, locked, its passphrase changed, and what the installation keeps of it.
#![expect(
    clippy::indexing_slicing,
    reason = "an answer without the part that is read fails its test, as it should"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use tempfile::TempDir;
use workbench::{Home, Problem, desk::Desk};

const FIRST: &str = "correct horse battery staple";
const SECOND: &str = "quite another set of words";
const TITLE: &str = "PLC of the northern plant";
const DRAFT: &str = "half a thought about the lock";

struct Seat {
    folder: TempDir,
    desk: Desk,
}

impl Seat {
    /// With an identity and an open dossier; encrypted where a passphrase is given.
    fn with(passphrase: Option<&str>) -> Self {
        let folder = tempfile::tempdir().expect("a folder can be made");
        let home = Home::choose(Some(folder.path().join("home"))).expect("a home was given");
        let seat = Self { desk: Desk::new(home, PathBuf::from("assay"), Box::new(|_, _| {})), folder };
        seat.ok("identity_create", json!({ "name": "A", "organisation": "Lab", "function": "Evaluator" }));
        let file = seat.offered("plc.assay");
        seat.ok(
            "dossier_create",
            json!({ "file": file, "checklist": "4-2", "title": TITLE, "passphrase": passphrase, "facts": [
                { "field": "object.types", "value": ["EDR"] },
                { "field": "claim.levels", "value": [2, 2, 2, 1, 2, 2, 1] },
            ] }),
        );
        seat
    }

    fn offered(&self, name: &str) -> String {
        self.desk.offer(vec![self.folder.path().join(name)])[0].token.clone()
    }

    fn call(&self, name: &str, args: Value) -> Result<Value, Problem> {
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

    fn recent(&self) -> Value {
        self.ok("start", json!({}))["recents"][0].clone()
    }

    fn open(&self, passphrase: &str) -> Value {
        self.ok("dossier_open", json!({ "recent": self.recent()["id"], "passphrase": passphrase }))
    }

    fn draft(&self) -> Value {
        self.ok("row", json!({ "row": "CR 1.1" }))["draft"]["rationale"].clone()
    }

    /// Whether title or draft can be read in any file of the folder.
    fn readable(&self) -> bool {
        fn any(folder: &Path) -> bool {
            fs::read_dir(folder).expect("a folder").flatten().any(|entry| {
                let path = entry.path();
                if path.is_dir() {
                    return any(&path);
                }
                let bytes = fs::read(path).expect("a file");
                [TITLE, DRAFT].iter().any(|text| bytes.windows(text.len()).any(|w| w == text.as_bytes()))
            })
        }
        any(self.folder.path())
    }
}

fn write_draft(seat: &Seat) {
    seat.ok("draft_set", json!({ "subject": "CR 1.1", "texts": { "rationale": DRAFT } }));
}

#[test]
fn an_encrypted_dossier_is_asked_for_its_passphrase_each_time_and_keeps_what_was_being_written() {
    let seat = Seat::with(Some(FIRST));
    write_draft(&seat);
    assert!(!seat.readable(), "neither the title nor the draft lies anywhere in plain");
    assert_eq!(seat.recent()["title"], "plc.assay", "the list of recent dossiers names the file");
    seat.ok("dossier_close", json!({}));
    let id = seat.recent()["id"].clone();
    assert_eq!(
        seat.refused("dossier_open", json!({ "recent": id })),
        "dossier-locked",
        "a passphrase is needed"
    );
    let wrong = seat.refused("dossier_open", json!({ "recent": id, "passphrase": SECOND }));
    assert_eq!(wrong, "dossier-not-unlocked", "and another one does not do");
    let head = seat.open(FIRST);
    assert_eq!((&head["title"], &head["encrypted"]), (&json!(TITLE), &json!(true)), "the right one opens it");
    assert_eq!(head["read_only"], Value::Null, "for writing");
    assert_eq!(seat.draft(), DRAFT, "and nothing that was being written is lost");
    let verification = seat.ok("verify", json!({ "job": "v" }));
    assert_eq!(verification["ok"], true, "the open dossier verifies without asking again: {verification}");
}

#[test]
fn a_passphrase_is_set_changed_and_taken_away_while_the_dossier_is_open() {
    let seat = Seat::with(None);
    write_draft(&seat);
    assert!(seat.readable(), "the search finds what is plain");
    let events = seat.ok("dossier_head", json!({}))["status"]["events"].clone();
    let head = seat.ok("dossier_protect", json!({ "passphrase": FIRST }));
    assert_eq!(
        (&head["encrypted"], &head["status"]["events"]),
        (&json!(true), &events),
        "same trail, encrypted"
    );
    assert!(!seat.readable(), "draft and title of before are gone from the installation");
    assert_eq!(seat.draft(), DRAFT, "and not from the work");

    let keys = seat.folder.path().join("office.pub");
    fs::write(&keys, "age1ea6a25sczny7nuta2ayck46gltgzwc8s0wsmlqk54eclgprjkp2sarxf8t\n").expect("written");
    let file = seat.offered("office.pub");
    seat.ok("dossier_protect", json!({ "passphrase": SECOND, "recipients": file }));
    let view = seat.ok("protection", json!({}));
    assert_eq!(
        view["recipients"],
        json!(["age1ea6a25sczny7nuta2ayck46gltgzwc8s0wsmlqk54eclgprjkp2sarxf8t"]),
        "the organisation can open it: {view}"
    );
    assert_eq!(seat.draft(), DRAFT, "the draft went along");
    assert_eq!(seat.refused("dossier_protect", json!({ "passphrase": "" })), "dossier-empty-passphrase");
    assert_eq!(seat.ok("dossier_head", json!({}))["encrypted"], true, "a refusal leaves it open as it was");
    seat.ok("dossier_close", json!({}));
    seat.open(SECOND);

    let head = seat.ok("dossier_protect", json!({}));
    assert_eq!(head["encrypted"], false, "without a passphrase it is a plain file again");
    assert_eq!(seat.draft(), DRAFT, "with everything that was being written");
    assert!(!seat.folder.path().join("plc.assay.recovery").exists(), "a plain file needs no recovery file");
}

#[test]
fn a_recovery_file_that_is_not_ours_keeps_the_passphrase_from_being_changed() {
    let seat = Seat::with(Some(FIRST));
    fs::write(seat.folder.path().join("plc.assay.recovery"), "something else").expect("written");
    let refused = seat.refused("dossier_protect", json!({ "passphrase": SECOND }));
    assert_eq!(refused, "recovery-not-a-recovery-file", "whoever it was for must be asked for");
    write_draft(&seat);
    assert_eq!(seat.draft(), DRAFT, "the dossier is still open, for writing");
    let view = seat.ok("protection", json!({}));
    assert_eq!(
        view["recovery"]["code"], "recovery-not-a-recovery-file",
        "and what is wrong is shown: {view}"
    );
    seat.ok("dossier_protect", json!({ "passphrase": SECOND, "nobody": true }));
    assert!(!seat.readable(), "nothing of it in plain at the end");
}
