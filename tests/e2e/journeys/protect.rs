//! A dossier is encrypted, locked and opened again; half a sentence is still there.

use std::fs;

use super::{TITLE, close, dossier, entry, open_sample, program, said, wait_row};
use crate::harness::App;

const PASSPHRASE: &str = "correct horse battery staple";
const HALF: &str = "Enrolment by EST was seen, the manual way";

fn give(app: &App, passphrase: &str) {
    app.fill(&app.field("Passphrase of the dossier"), passphrase);
    app.click_named("dialog footer button", "Open");
}

#[test]
fn a_dossier_is_encrypted_and_locked_and_nothing_that_was_being_written_is_lost() {
    let app = open_sample();
    let before = entry(&app);
    app.press("Control+6");
    app.shot("journey-trail");
    app.click_named("main button", "Encryption…");
    app.wait_text("dialog", "This dossier is not encrypted");
    let field = app.field("Passphrase of the dossier");
    app.fill(&field, PASSPHRASE);
    assert_eq!(
        app.attribute(&field, "type").as_deref(),
        Some("password"),
        "nobody reads it over the shoulder"
    );
    app.fill(&app.field("Passphrase again"), PASSPHRASE);
    let found = app.axe();
    assert!(found.is_empty(), "the dialog must be usable with assistive technology: {found:#?}");
    app.shot("journey-encrypt");
    app.click_named("dialog footer button", "Encrypt");
    app.wait_gone("dialog");
    assert_eq!(entry(&app), before, "the trail says nothing of it");

    app.press("Control+1");
    app.click_named("[role=rowheader]", "CR 1.8");
    app.press("i");
    app.until("the rationale must have the focus", || app.focused().starts_with("textarea").then_some(()));
    app.write(HALF);
    app.click("header [aria-haspopup=menu]");
    app.click_named("header [role=menuitem]", "Lock the dossier now");
    app.wait_text("dialog", "The dossier is locked");
    app.shot("journey-locked");
    assert_eq!(app.count("[role=grid]"), 0, "nothing of it is shown while it is locked");
    assert!(app.invoke("row", &serde_json::json!({ "row": "CR 1.8" })).is_err(), "nor told to the page");
    give(&app, "another one");
    app.wait_text("dialog [role=alert]", "does not open with this passphrase");
    give(&app, PASSPHRASE);
    app.wait_gone("dialog");
    wait_row(&app, "CR 1.8", "Draft");
    app.click_named("[role=rowheader]", "CR 1.8");
    app.press("i");
    app.wait(".strip textarea");
    app.until("the text must be there again", || (app.value(".strip textarea") == HALF).then_some(()));

    let home = close(app, TITLE);
    let path = dossier(home.path());
    let bytes = fs::read(&path).expect("the dossier is there");
    let readable = |text: &str| bytes.windows(text.len()).any(|window| window == text.as_bytes());
    assert!(
        !readable(TITLE) && !readable("SQLite format 3"),
        "the file cannot be read without the passphrase"
    );
    let given = home.path().join("passphrase.txt");
    fs::write(&given, PASSPHRASE).expect("written");
    let out = program("assay-verify").arg(&path).arg("--dossier-passphrase-file").arg(&given).output();
    let out = out.expect("assay-verify starts");
    assert!(out.status.success(), "the dossier must verify without the window: {}", said(&out));
}
