//! Evidence: dropped on a row, pasted as a picture, looked at.

use std::fs;

use super::{entry, open_sample};

#[test]
fn a_dropped_file_and_a_pasted_screenshot_become_evidence_of_the_row() {
    let mut app = open_sample();
    let file = app.home().join("Retest CR 1.5 (a).txt");
    fs::write(&file, "The first login asked for a new password.\n").expect("the file is written");
    app.click_named("[role=rowheader]", "CR 1.5");
    app.press("Enter");
    app.wait("main [data-part=evidence]");
    let before = entry(&app);
    let at = app.middle_of("[role=row].active [role=rowheader]");
    app.screen.drop_files(&[file], at);
    app.wait_text("dialog h2", "Add evidence to CR 1.5");
    app.wait_text("dialog li", "Retest CR 1.5 (a).txt");
    let class = app.field("Class");
    app.click(&format!("{class} option[value=evaluator_test]"));
    app.press("Control+Enter");
    app.wait_gone("dialog");
    app.until("the file must be registered", || (entry(&app) > before).then_some(()));
    app.wait_text("main [data-part=evidence]", "Retest CR 1.5 (a).txt");
    app.wait_text("main [data-part=evidence] .heading .note", "1");

    app.click_named("main [data-part=evidence] button", "Look at Retest CR 1.5 (a).txt");
    app.wait_text("dialog .digest", "checked now: matches");
    app.wait_text("dialog pre", "The first login asked for a new password.");
    app.press("Escape");
    app.wait_gone("dialog");

    let picture = app.shot("journey-evidence");
    app.screen.copy_image(&picture);
    app.press("Control+v");
    app.wait_text("dialog h2", "Add evidence to CR 1.5");
    app.wait_text("dialog li", "screenshot-");
    app.press("Control+Enter");
    app.wait_gone("dialog");
    app.wait_text("main [data-part=evidence] .heading .note", "2");
    app.click_named("main [data-part=evidence] button", "Look at screenshot-");
    app.wait_text("dialog .digest", "checked now: matches");
    app.until("the picture must be seen", || {
        let drawn = app.script("return document.querySelector('dialog img')?.naturalWidth ?? 0", &[]);
        (drawn.as_u64() > Some(500)).then_some(())
    });
}
