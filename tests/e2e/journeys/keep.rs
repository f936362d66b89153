//! Nothing is lost: half a sentence, a closed window, a power cut.

use super::{TITLE, close, dossier, entry, open, open_sample, row, verify, wait_entry, wait_row};

#[test]
fn a_half_written_reason_survives_the_closing_of_the_window() {
    let app = open_sample();
    app.click_named("[role=rowheader]", "CR 1.8");
    app.press("i");
    app.until("the rationale must have the focus", || app.focused().starts_with("textarea").then_some(()));
    let before = entry(&app);
    app.write("Enrolment by EST was seen, the manual way");
    // At once, before the pause after which a draft is kept by itself.
    let home = close(app, TITLE);
    let path = dossier(home.path());
    let app = open(home, &path);
    wait_row(&app, "CR 1.8", "Draft");
    assert_eq!(entry(&app), before, "a draft must not be an entry");
    assert!(row(&app, "CR 1.8").contains("Open"), "a draft must be no verdict");
    app.click_named("[role=rowheader]", "CR 1.8");
    app.press("i");
    app.wait(".strip textarea");
    app.until("the text must be there again", || {
        (app.value(".strip textarea") == "Enrolment by EST was seen, the manual way").then_some(())
    });
    app.write(" was not.");
    app.press("Enter");
    wait_row(&app, "CR 1.8", "Inconclusive");
    app.until("recording must end the draft", || (!row(&app, "CR 1.8").contains("Draft")).then_some(()));
    let view = app.invoke("row", &serde_json::json!({ "row": "CR 1.8" })).expect("the row can be read");
    assert_eq!(
        view["verdict"]["rationale"], "Enrolment by EST was seen, the manual way was not.",
        "the sentence must go on where it was left"
    );
}

#[test]
fn a_verdict_that_was_shown_as_saved_survives_a_power_cut() {
    let app = open_sample();
    let before = entry(&app);
    app.click_named("[role=rowheader]", "CR 1.9");
    app.press("i");
    app.until("the rationale must have the focus", || app.focused().starts_with("textarea").then_some(()));
    app.write("Seven of eight chains were refused.");
    app.press("Enter");
    wait_entry(&app, before + 1);
    let home = app.cut_off();
    let path = dossier(home.path());
    let app = open(home, &path);
    wait_row(&app, "CR 1.9", "Inconclusive");
    assert_eq!(entry(&app), before + 1, "what was shown as saved must be there");
    let home = close(app, TITLE);
    let out = verify(&path);
    assert!(out.status.success(), "and the dossier must verify: {}", super::said(&out));
    drop(home);
}
