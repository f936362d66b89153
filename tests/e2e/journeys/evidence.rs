//! Evidence: dropped on a row, pasted as a picture, looked at.

use std::{
    fs,
    path::Path,
    thread,
    time::{Duration, Instant},
};

use super::{entry, open_sample};
use crate::harness::App;

/// On a loaded machine the X server now and then ends a drag before the window has answered; a person drags again then.
fn drop_on_the_row(app: &mut App, file: &Path) {
    for _ in 0..3 {
        let at = app.middle_of("[role=row].active [role=rowheader]");
        app.screen.carry_files(&[file.to_owned()], at);
        app.wait_text(".over", "evidence, of the selected row");
        app.screen.let_go();
        let until = Instant::now() + Duration::from_secs(10);
        while Instant::now() < until {
            if !app.texts("dialog h2").is_empty() {
                return;
            }
            thread::sleep(Duration::from_millis(100));
        }
    }
}

#[test]
fn a_dropped_file_and_a_pasted_screenshot_become_evidence_of_the_row() {
    let mut app = open_sample();
    let file = app.home().join("Retest CR 1.5 (a).txt");
    fs::write(&file, "The first login asked for a new password.\n").expect("the file is written");
    app.click_named("[role=rowheader]", "CR 1.5");
    app.press("Enter");
    app.wait("main [data-part=evidence]");
    let before = entry(&app);
    drop_on_the_row(&mut app, &file);
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
