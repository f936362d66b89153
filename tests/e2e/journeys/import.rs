//! A vendor's workbook: from the file dialog to the claims, and back.

use super::{bare_dossier, entry, fixture, open, row, sample};

#[test]
fn a_workbook_is_looked_at_accounted_for_recorded_and_taken_back() {
    let home = sample();
    let path = bare_dossier(home.path());
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
