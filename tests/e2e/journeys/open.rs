//! Opening: a dossier from the file manager, from a second window, and one that is broken.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::json;

use super::{active_row, bare_dossier, dossier, entry, open, open_sample, row, sample};
use crate::harness::{App, Launch};

#[test]
fn a_double_click_on_a_dossier_shows_its_rows_and_what_the_vendor_says() {
    let app = open_sample();
    app.wait_text("header strong", "Nordwerk PLC-200");
    app.wait_text("header", "62443-4-2");
    app.wait_text("footer", "rows");
    let rows = app.count("[role=row] [role=rowheader]");
    assert!(rows > 60, "an embedded device has more than 60 rows, not {rows}");
    app.wait_text("nav", "0 of ");
    assert!(row(&app, "CR 1.5").contains("Yes"), "the vendor's answer must stand in the list");
    assert!(row(&app, "CR 1.5").contains("Open"), "and must be no verdict");
    app.click_named("[role=rowheader]", "CR 1.5");
    app.press("Enter");
    app.wait_text("main [data-part=claims]", "answers.xlsx, sheet ");
    let claim = app.text("main [data-part=claims] article");
    let place = claim.lines().find(|l| l.contains("answers.xlsx")).unwrap_or_default().to_owned();
    assert!(place.contains(", cell ") && place.contains(", row "), "the cell must be named: {place}");
    assert!(claim.contains("SHA-256"), "and the file by its digest: {claim}");
    assert_eq!(active_row(&app), "CR 1.5", "the panel must be about the row of the cursor");
    let found = app.axe();
    assert!(found.is_empty(), "the row must be usable with assistive technology: {found:#?}");
    app.shot("journey-row");
}

#[test]
fn an_older_copy_is_opened_only_with_a_reason_that_is_recorded() {
    let home = sample();
    let older = bare_dossier(home.path());
    let args = vec![older.to_str().expect("paths of tests are UTF-8").to_owned()];
    let app = App::launch(Launch { home: Some(home), args, ..Launch::default() });
    app.wait_text("dialog[open]", "Not what this installation remembers");
    let said = app.text("dialog[open]");
    assert!(said.contains("older copy") && said.contains("with root"), "both states must be shown: {said}");
    let found = app.axe();
    assert!(found.is_empty(), "the question must be usable with assistive technology: {found:#?}");
    app.shot("journey-older");
    let reason = app.field("Why this copy is continued");
    app.type_into(&reason, "The newest copy was lost with the laptop");
    app.click_named("dialog[open] button", "Continue this copy");
    app.wait("[role=grid] [role=rowheader]");
    assert!(entry(&app) > 1, "and work goes on in it");
    app.press("Control+6");
    app.wait_text("main", "The newest copy was lost with the laptop");
}

// The only test with two windows at a time: two such tests could each wait for the other's place.
#[test]
fn a_second_window_on_the_same_dossier_may_only_look_until_the_first_is_closed() {
    let first = open_sample();
    let path = dossier(first.home());
    let second = open(sample(), &path);
    second.wait_text("header", "Read only");
    second.wait_text("aside", "another window or program has this dossier open");
    second.click_named("[role=rowheader]", "CR 1.5");
    second.press("f");
    second.wait_text(".toasts", "Nothing was recorded");
    assert_eq!(second.count(".strip"), 0, "no verdict may be begun where none can be recorded");
    let found = second.axe();
    assert!(found.is_empty(), "looking must be possible with assistive technology: {found:#?}");

    let home = super::close(first, super::TITLE);
    second.click_named("aside button", "Read again");
    second.wait_gone("aside");
    second.wait("header .saved");
    drop((second, home));
}

/// A copy of the sample in which one byte of one recorded entry is another one.
fn changed(home: &Path) -> PathBuf {
    let path = home.join("changed.assay");
    fs::copy(dossier(home), &path).expect("the dossier is copied");
    let script = "import sqlite3,sys\nc=sqlite3.connect(sys.argv[1])\n\
        i,v=c.execute(\"select rowid,body from event where instr(body, cast('case.set' as blob))>0 limit 1\").fetchone()\n\
        b=bytearray(v); b[len(b)//2]^=1\nc.execute('update event set body=? where rowid=?',(bytes(b),i))\nc.commit()";
    let done = Command::new("python3").args(["-c", script]).arg(&path).status();
    assert!(done.is_ok_and(|s| s.success()), "the byte must be changed");
    path
}

#[test]
fn a_received_dossier_with_one_changed_byte_is_refused_in_plain_words() {
    let home = sample();
    let path = changed(home.path());
    let mut app = App::launch(Launch { home: Some(home), ..Launch::default() });
    app.click_named("main button", "Receive a file from someone else");
    app.screen.choose("Choose the dossier that you received", &path);
    app.wait_text("dialog", "changed.assay does not stand up to verification");
    app.wait_text("dialog", "It was not opened.");
    plain(&app.text("dialog .notice"));
    app.click_named("dialog footer button", "Close");
    forward(&app);
}

#[test]
fn a_changed_byte_in_an_own_dossier_is_found_after_opening_and_by_verifying_from_the_trail() {
    let home = sample();
    let path = changed(home.path());
    let app = open(home, &path);
    app.wait_text("aside[role=alert]", "does not hold what was recorded");
    plain(&app.text("aside[role=alert]"));
    app.press("Control+6");
    app.click_named("main button", "Verify now");
    app.wait_text("main [role=alert]", "something is wrong");
    plain(&app.text("main [role=alert]"));
    app.wait_text("main", "What this does not show");
}

#[test]
fn a_text_file_that_calls_itself_a_dossier_is_refused_in_plain_words() {
    let home = sample();
    let path = home.path().join("notes.assay");
    fs::write(&path, "Minutes of the meeting\n").expect("the file is written");
    let args = vec![path.to_str().expect("paths of tests are UTF-8").to_owned()];
    let app = App::launch(Launch { home: Some(home), args, ..Launch::default() });
    app.wait(".toasts .toast");
    plain(&app.text(".toasts .toast"));
    forward(&app);
    assert_eq!(fs::read(&path).ok().as_deref(), Some(&b"Minutes of the meeting\n"[..]), "it stays as it was");
}

/// A refusal says what is so and what to do, and nothing of the machinery.
fn plain(text: &str) {
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|l| !l.is_empty()).collect();
    assert!(lines.len() >= 2, "it must say what is so and what to do: {text:?}");
    for word in ["sqlite", "SQLite", "panicked", "desk-", "Err(", "undefined", "no text here", "⟦"] {
        assert!(!text.contains(word), "{word:?} is no word for a person: {text:?}");
    }
}

/// The program goes on: a good dossier can be opened at once, the way the first screen offers.
fn forward(app: &App) {
    app.until("the first screen must offer its ways on", || {
        app.shows("main button", "Open a dossier").then_some(())
    });
    let refused = app.invoke("dossier_head", &json!({})).expect_err("nothing may be open after a refusal");
    assert_eq!(refused.get("code"), Some(&json!("desk-nothing-open")), "and the program must know it");
}
