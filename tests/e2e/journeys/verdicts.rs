//! Verdicts: by key, over many rows, taken back, and what follows from them.

use std::fs;

use super::{TITLE, active_row, close, dossier, entry, link, open_sample, row, verify, wait_entry, wait_row};
use crate::harness::{App, Keyboard};

/// Rows that follow each other in the worklist.
const ROWS: [&str; 4] = ["CR 1.10", "CR 1.11", "CR 1.12", "CR 1.14"];

/// Puts the cursor on a row by typing its id, and ends the typing.
fn go_to(app: &App, keyboard: &Keyboard<'_>, typed: &str, row: &str) {
    keyboard.write(typed);
    app.until(&format!("typing {typed} must lead to {row}"), || (active_row(app) == row).then_some(()));
    keyboard.press("Escape");
}

/// Waits until the strip under the row can be written in.
fn wait_strip(app: &App) {
    app.until("the rationale must have the focus", || app.focused().starts_with("textarea").then_some(()));
}

fn wait_list(app: &App) {
    app.wait_gone(".strip");
    app.until("the list must have the focus", || app.focused().starts_with("div Worklist").then_some(()));
}

#[test]
fn a_verdict_takes_two_keys_beyond_its_reason_and_the_dossier_verifies() {
    let app = open_sample();
    link(&app, &ROWS);
    app.click_named("[role=rowheader]", ROWS[0]);
    let before = entry(&app);
    let mut last = before;
    for (place, id) in ROWS.iter().enumerate() {
        assert_eq!(active_row(&app), *id, "recording must lead on to the next row");
        let keyboard = Keyboard::of(&app);
        let reason = format!("Seen on sample 0417, test {place}.");
        keyboard.press("f");
        wait_strip(&app);
        keyboard.write(&reason);
        keyboard.press("Enter");
        wait_row(&app, id, "Fulfilled");
        wait_list(&app);
        app.until("the entry must grow", || (entry(&app) > last).then_some(()));
        last = entry(&app);
        let beyond = keyboard.pressed() - u32::try_from(reason.len()).expect("a short text");
        assert!(beyond <= 3, "a verdict must need at most three keys beyond its reason, and took {beyond}");
    }
    assert!(last >= before + 4, "each verdict must be an entry of its own: {before} to {last}");
    let view = app.invoke("row", &serde_json::json!({ "row": ROWS[1] })).expect("the row can be read");
    assert_eq!(
        view["verdict"]["rationale"], "Seen on sample 0417, test 1.",
        "the reason must be recorded as typed"
    );
    let found = app.axe();
    assert!(found.is_empty(), "the worklist must be usable with assistive technology: {found:#?}");

    let home = close(app, TITLE);
    let out = verify(&dossier(home.path()));
    assert!(out.status.success(), "the dossier must verify without Assay: {}", super::said(&out));
}

#[test]
fn one_reason_serves_a_selection_and_the_refused_rows_are_named() {
    let app = open_sample();
    link(&app, &[ROWS[0], ROWS[2]]);
    app.click_named("[role=rowheader]", ROWS[0]);
    app.press("Shift+ArrowDown");
    app.press("Shift+ArrowDown");
    app.wait_text("footer", "3 selected");
    let before = entry(&app);
    app.press("f");
    wait_strip(&app);
    app.wait_text(".strip h2", "3 rows");
    app.write("Shown by the access tests.");
    app.press("Enter");
    app.wait_text(".strip", "1 of 3 rows would be refused");
    app.wait_text(".strip li strong", ROWS[1]);
    assert_eq!(entry(&app), before, "nothing may be recorded as long as a row would be refused");
    app.click_named(".strip button", "Leave them out and record the other 2");
    wait_row(&app, ROWS[0], "Fulfilled");
    wait_row(&app, ROWS[2], "Fulfilled");
    assert!(row(&app, ROWS[1]).contains("Open"), "the row without evidence must stay open");
    assert!(entry(&app) >= before + 2, "each row must have an entry of its own");
    // One undo takes the whole step back.
    wait_list(&app);
    app.press("Control+z");
    wait_row(&app, ROWS[0], "Open");
    wait_row(&app, ROWS[2], "Open");
}

#[test]
fn undo_and_redo_by_key_are_entries_of_the_trail() {
    let app = open_sample();
    app.click_named("[role=rowheader]", ROWS[0]);
    app.press("i");
    wait_strip(&app);
    app.write("The test record names another version.");
    // An inconclusive row may stand without evidence.
    app.press("Enter");
    wait_row(&app, ROWS[0], "Inconclusive");
    wait_list(&app);
    let recorded = entry(&app);
    app.press("Control+z");
    wait_row(&app, ROWS[0], "Open");
    wait_entry(&app, recorded + 1);
    app.wait_text(".toasts", "Taken back");
    app.press("Control+y");
    wait_row(&app, ROWS[0], "Inconclusive");
    wait_entry(&app, recorded + 2);
    app.press("Control+6");
    app.wait("[role=grid][aria-label=Trail] [role=rowheader]");
    app.until("the trail must show both steps", || {
        let rows = app.texts("[role=row]");
        let back: Vec<&String> = rows.iter().filter(|r| r.contains("took back own entries")).collect();
        (back.len() == 2).then_some(())
    });
    let rows = app.texts("[role=row]");
    let void = |r: &String| r.contains("taken back");
    assert_eq!(
        rows.iter().filter(|r| void(r)).count(),
        1,
        "the undo must stand there as taken back by the redo, and nothing else: {rows:?}"
    );
    let standing = rows.iter().find(|r| r.contains(ROWS[0]) && r.contains("Inconclusive"));
    assert!(standing.is_some_and(|r| !void(r)), "the verdict itself must stand: {rows:?}");
}

#[test]
fn a_row_is_reached_by_typing_its_id_and_by_searching() {
    let app = open_sample();
    let keyboard = Keyboard::of(&app);
    app.click_named("[role=rowheader]", "CCSC 1");
    go_to(&app, &keyboard, "2.1r1", "CR 2.1 RE(1)");
    assert_eq!(keyboard.pressed(), 6, "five letters of the id and Escape must be enough");
    app.press("Control+k");
    app.until("the search must have the focus", || app.focused().contains("Search").then_some(()));
    app.write("3.4r1");
    app.wait_text("#search-hits li:first-child", "CR 3.4 RE(1)");
    app.press("Enter");
    app.until("the search must lead to the row", || (active_row(&app) == "CR 3.4 RE(1)").then_some(()));
    app.press("Control+k");
    app.write("FS-2026-058");
    app.wait_text("#search-hits", "Penetration test of PLC-200");
    app.press("Enter");
    app.wait_text("main h2", "Penetration test of PLC-200");
    app.press("Control+k");
    app.write("no such thing anywhere");
    app.wait_text("search", "Nothing found");
}

#[test]
fn the_level_of_a_function_follows_the_verdict_and_what_blocks_it_leads_to_the_row() {
    let app = open_sample();
    link(&app, &["CR 5.1"]);
    let level = |app: &App| {
        app.press("Control+2");
        app.wait("main h1");
        if app.count("main table caption") == 0 || !app.shows("main button[aria-pressed=true]", "As a table")
        {
            app.click_named("main button", "As a table");
        }
        app.until("the table of levels must show FR 5", || {
            app.texts("main tbody tr").into_iter().find(|r| r.contains("FR 5")).filter(|r| r.contains('\t'))
        })
    };
    let before = level(&app);
    let with_integration = |line: &str| line.split('\t').nth(3).map(str::trim).map(str::to_owned);
    assert_eq!(
        with_integration(&before).as_deref(),
        Some("0"),
        "without a verdict no level is reached: {before}"
    );
    app.click_named("main summary", "FR 5");
    app.click_named("main details[open] .side button", "CR 5.1");
    app.until("what blocks must lead to its row", || (active_row(&app) == "CR 5.1").then_some(()));
    app.press("f");
    wait_strip(&app);
    app.write("No packet crosses between X1 and X2.");
    app.press("Enter");
    wait_row(&app, "CR 5.1", "Fulfilled");
    let after = level(&app);
    assert_eq!(
        with_integration(&after).as_deref(),
        Some("2"),
        "the one row of FR 5 must lift its level: {after}"
    );
}

#[test]
fn two_values_of_one_row_are_seen_side_by_side_and_one_is_chosen() {
    let home = super::sample();
    let path = dossier(home.path());
    let sheet = home.path().join("one.json");
    let one = serde_json::json!([{ "row": "CR 1.7", "verdict": "fulfilled", "by": "component",
        "rationale": "All passwords of the list were treated as described.", "evidence": ["access-tests.csv"] }]);
    fs::write(&sheet, one.to_string()).expect("the worksheet is written");
    super::assay(home.path(), &path, &["record", "--from", sheet.to_str().expect("UTF-8")]);
    let mut prepare = super::program("prepare");
    let done = prepare.arg("conflict").arg(home.path().join("assay")).arg(&path).arg("CR 1.7").output();
    assert!(done.is_ok_and(|o| o.status.success()), "two copies must have been merged");

    let app = super::open(home, &path);
    app.click_named("header button", "Conflicts: 1");
    app.until("only the row in conflict must be shown", || {
        (app.count("[role=row] [role=rowheader]") == 1).then_some(())
    });
    wait_row(&app, "CR 1.7", "Conflict");
    app.click_named("[role=rowheader]", "CR 1.7");
    app.press("Enter");
    app.wait_text("main", "2 values compete");
    let sides = app.texts("main .scroll tbody tr");
    assert!(
        sides.iter().any(|r| r.contains("Fulfilled") && r.contains("Inconclusive")),
        "both verdicts must stand in one line, side by side: {sides:?}"
    );
    let before = entry(&app);
    app.click_named("main .scroll td:nth-child(3) button", "Take this one");
    app.until("the value must be in the form", || {
        app.shows("[role=radio][aria-checked=true]", "Inconclusive").then_some(())
    });
    app.press("Control+Enter");
    app.until("the choice must be recorded", || (entry(&app) > before).then_some(()));
    app.until("no conflict may be left", || (!app.shows("header button", "Conflicts")).then_some(()));
}
