//! A vendor's workbook: from the file dialog to the claims, and back.

use super::{bare_dossier, entry, fixture, open, open_sample, row, sample};

#[test]
fn a_form_goes_out_and_a_newer_file_shows_what_changed() {
    let mut app = open_sample();
    app.press("Control+i");
    let form = app.home().join("questions.xlsx");
    app.click_named("main button", "Write a form");
    app.screen.choose_save("Write a form", &form);
    app.until("the form must be written", || form.exists().then_some(()));
    app.wait_text(".toasts", "lines written");
    // The form carries what the vendor has claimed, so that as a newer file it says the same.
    let before = entry(&app);
    app.click_named("main button", "Choose a file");
    app.screen.choose("Choose a file", &form);
    app.wait_text("main", "Answers and what they mean");
    app.click_named("main button", "See what would be recorded");
    app.wait_text("main", "unchanged");
    let found = app.axe();
    assert!(found.is_empty(), "the comparison must be usable with assistive technology: {found:#?}");
    app.shot("journey-import-since");
    assert_eq!(entry(&app), before, "looking must record nothing");
}

#[test]
fn evidence_is_linked_to_every_row_that_refers_to_the_document() {
    let mut app = open_sample();
    let file = app.home().join("AT-101_access-tests.txt");
    std::fs::write(&file, "Login refused on all ports").expect("the file is written");
    app.press("Control+4");
    app.click_named("main [role=tab]", "Documents");
    app.wait("main .documents article");
    app.shot("journey-documents");
    app.click_named("main .documents button", "Add files");
    app.screen.choose("Evidence to be added", &file);
    let class = app.field("Class");
    app.click(&format!("{class} option[value=requirement_test]"));
    app.press("Control+Enter");
    app.wait_gone("dialog");
    app.wait_text("main .documents", "AT-101_access-tests.txt");
    let before = entry(&app);
    app.click_named(".toasts button", "Link to its one row");
    app.until("the link must be on disk", || (entry(&app) > before).then_some(()));
    app.press("Control+1");
    app.click_named("[role=rowheader]", "CR 1.1");
    app.press("Enter");
    app.wait_text("main [data-part=evidence]", "AT-101_access-tests.txt");
    app.press("Control+z");
    app.until("the link must be taken back", || {
        (!app.text("main [data-part=evidence]").contains("AT-101_access-tests.txt")).then_some(())
    });
}

#[test]
fn a_workbook_is_looked_at_accounted_for_recorded_and_taken_back() {
    let home = sample();
    let path = bare_dossier(home.path());
    // It is an older state of the sample, and shall be a dossier of its own here.
    std::fs::remove_dir_all(home.path().join("assay/memory")).expect("the installation remembers the sample");
    let mut app = open(home, &path);
    assert!(!row(&app, "CR 1.5").contains("Yes"), "there must be no claim yet");
    let before = entry(&app);
    app.press("Control+i");
    app.click_named("main button", "Choose a file");
    app.screen.choose("Choose a file", &fixture("answers.xlsx"));
    app.wait_text("main", "Answers and what they mean");
    for (answer, meaning) in [("Yes", "met"), ("No", "not_met")] {
        let select = format!("select[aria-label='Meaning of the answer {answer}']");
        app.click(&format!("{select} option[value={meaning}]"));
        app.until("the meaning must be taken", || (app.value(&select) == meaning).then_some(()));
    }
    app.shot("journey-import-look");
    app.click_named("main button", "See what would be recorded");
    app.wait_text("main .account", "rows accounted for");
    app.wait_gone("main .behind:not(:empty)");
    let account = app.text("main .account");
    let numbers = |line: &str| -> Vec<u64> {
        line.split(|c: char| !c.is_ascii_digit()).filter_map(|n| n.parse().ok()).collect()
    };
    let of = numbers(account.lines().next().unwrap_or_default());
    assert!(of.len() == 2 && of[0] == of[1], "every row of the sheet must be accounted for: {account}");
    let sum = numbers(&app.text("main .account .parts"));
    let (total, parts) = sum.split_last().expect("the parts are shown");
    assert_eq!(parts.iter().sum::<u64>(), *total, "the parts must add up to the sum beside them: {account}");
    assert_eq!(*total, of[0], "and the sum to the rows of the sheet: {account}");
    let found = app.axe();
    assert!(found.is_empty(), "the preview must be usable with assistive technology: {found:#?}");
    assert_eq!(entry(&app), before, "looking must record nothing");

    app.click_named("main .foot button", "Record ");
    app.wait_text("main .finished", "answers.xlsx are recorded");
    app.until("the claims must be entries", || (entry(&app) > before + 50).then_some(()));
    app.click_named("main button", "Undo this import");
    app.press("Control+1");
    app.until("the claims must be gone from the list", || {
        (!row(&app, "CR 1.5").contains("Yes")).then_some(())
    });
    app.press("Control+y");
    app.until("and be back after a redo", || row(&app, "CR 1.5").contains("Yes").then_some(()));
    assert!(row(&app, "CR 1.5").contains("Open"), "a claim must never become a verdict");
}
