//! The window hands a copy over and takes the one that comes back in.
#![expect(
    clippy::indexing_slicing,
    reason = "an answer without the part that is read fails its test, as it should"
)]

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use workbench::{Home, Session, desk::Desk, team::Examined};

fn desk(folder: &Path) -> Desk {
    let home = Home::choose(Some(folder.join("home"))).expect("a home was given");
    let desk = Desk::new(home, PathBuf::from("assay"), Box::new(|_, _| {}));
    let person = json!({ "name": "Ada", "organisation": "Lab", "function": "Lead" });
    desk.call("identity_create", person).expect("an identity");
    let file = token(&desk, &folder.join("plc.assay"));
    let new = json!({ "file": file, "checklist": "4-2", "title": "PLC", "facts": [] });
    desk.call("dossier_create", new).expect("a dossier");
    desk
}

fn token(desk: &Desk, path: &Path) -> String {
    desk.offer(vec![path.to_path_buf()])[0].token.clone()
}

fn lines(answer: &Value) -> Vec<&str> {
    answer["lines"].as_array().into_iter().flatten().filter_map(|line| line["text"].as_str()).collect()
}

/// Somebody else begins to work on the copy.
fn other_begins(folder: &Path, copy: &Path) -> PathBuf {
    let home = Home::choose(Some(folder.join("home of Bea"))).expect("a home was given");
    home.create("Bea", "Lab", "Evaluator", None).expect("an identity");
    let examined = Examined::new(&home, copy.into(), None, &mut |_, _| true).expect("the copy verifies");
    assert!(examined.note().is_some_and(|note| note.name == "Ada"), "its covering note lies beside it");
    let signer = home.unlock(&mut || panic!("there is no passphrase")).expect("the key opens");
    let path = folder.join("of Bea.assay");
    let (session, taken) =
        Session::receive_new(&path, &examined, signer, &mut |_| true).expect("it is written");
    assert!(taken.merge.is_some(), "the beginning is recorded");
    session.close().expect("closed");
    path
}

#[test]
fn a_copy_goes_out_and_comes_back() {
    let folder = tempfile::tempdir().expect("a folder can be made");
    let desk = desk(folder.path());
    let copy = folder.path().join("copy.assay");
    let asked = |name: Option<&str>| json!({ "file": token(&desk, &copy), "name": name, "organisation": "Lab", "without_evidence": true });
    let refused = desk.call("copy_hand_over", asked(None)).expect_err("an organisation alone is nobody");
    assert_eq!((refused.code.as_str(), copy.exists()), ("team-for-whom", false), "and nothing is written");
    let written = desk.call("copy_hand_over", asked(Some("Bea"))).expect("the copy is written");
    assert_eq!(written["note"], "copy.assay.note", "with its note");
    let again = desk.call("copy_hand_over", asked(Some("Bea"))).expect_err("nothing is overwritten");
    assert_eq!(again.code, "dossier-exists");

    let back = other_begins(folder.path(), &copy);
    let before = desk.call("dossier_head", json!({})).expect("a head")["status"]["events"].clone();
    let evil = folder.path().join("evil.assay");
    let mut bytes = fs::read(&back).expect("read");
    let place = bytes.windows(3).rposition(|part| part == b"Bea").expect("the name is in the file");
    bytes[place] ^= 1;
    fs::write(&evil, bytes).expect("written");
    let refused = desk.call("copy_take_in", json!({ "file": token(&desk, &evil), "job": "1" }));
    let refused = refused.expect_err("a changed file is not taken in");
    assert_eq!((refused.code.as_str(), refused.more.len()), ("receive-wrong", 1), "with what is wrong in it");
    assert_eq!(
        desk.call("dossier_head", json!({})).expect("a head")["status"]["events"],
        before,
        "ours stays"
    );

    let taken =
        desk.call("copy_take_in", json!({ "file": token(&desk, &back), "job": "2" })).expect("taken in");
    let said = lines(&taken);
    assert!(said.contains(&"team-taken") && said.contains(&"ui-team-waiting"), "who waits is said: {said:?}");
    assert_ne!(taken["head"]["status"]["events"], before, "the head is that of the merged dossier");
    let again =
        desk.call("copy_take_in", json!({ "file": token(&desk, &back), "job": "3" })).expect("taken in");
    assert!(
        lines(&again).iter().any(|line| matches!(*line, "team-older" | "team-nothing-new")),
        "nothing new"
    );
    let checked = desk.call("verify", json!({ "job": "4" })).expect("verified");
    assert_eq!(checked["ok"], true, "and the dossier verifies");
    let words = words::Words::load("en");
    for line in lines(&taken) {
        assert!(words.has(line), "{line} must have its words");
    }
}

#[test]
fn a_copy_of_another_dossier_does_not_belong_here() {
    let (one, other) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a folder"));
    let (ours, theirs) = (desk(one.path()), desk(other.path()));
    theirs.close();
    let file = token(&ours, &other.path().join("plc.assay"));
    let refused =
        ours.call("copy_take_in", json!({ "file": file, "job": "1" })).expect_err("another dossier");
    assert_eq!(refused.code, "dossier-other-dossier");
}
