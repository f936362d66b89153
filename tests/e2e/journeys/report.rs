//! A draft of the report: seen on the screen, and as files.

use std::{fs, process::Command};

use super::{entry, open, open_sample, said};
use crate::{
    harness::Keyboard,
    sample::{COMPONENT, Sample, built},
};

#[test]
fn a_draft_is_seen_page_by_page_and_written_into_a_folder() {
    let mut app = open_sample();
    let before = entry(&app);
    app.press("Control+8");
    app.click_named("main button", "Draw a draft");
    app.wait_text("main .draft", "pages");
    app.until("a page must be drawn", || {
        let drawn = app.script(
            "const c = document.querySelector('main .pages canvas');
             if (!c || c.width === 0) return false;
             const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;
             return d.some((v, i) => i % 4 < 3 && v < 100)",
            &[],
        );
        (drawn == true).then_some(())
    });
    app.shot("journey-draft");
    let folder = app.home().join("reports");
    fs::create_dir(&folder).expect("the folder is made");
    app.click_named("main button", "Write the draft into a folder");
    app.screen.choose("Folder for the files of the report", &folder);
    app.wait_text("main", "Nothing was recorded or signed");
    let files: Vec<_> =
        fs::read_dir(&folder).expect("the folder can be read").flatten().map(|f| f.path()).collect();
    let pdf = files.iter().find(|f| f.extension().is_some_and(|e| e == "pdf"));
    let pdf = fs::read(pdf.expect("a PDF is written")).expect("the PDF can be read");
    assert!(pdf.starts_with(b"%PDF-"), "the file must be a PDF");
    assert_eq!(entry(&app), before, "a draft must record nothing");
}

#[test]
fn an_assessment_is_issued_and_signed_with_the_keyboard_alone() {
    let home = COMPONENT.reviewed();
    let dossier = COMPONENT.dossier(home.path());
    let mut app = open(home, &dossier);
    let before = entry(&app);
    let keyboard = Keyboard::of(&app);
    keyboard.press("Control+8");
    app.wait_text("main", "Issue");
    super::tab_to(&app, &keyboard, "Independent assessment report");
    keyboard.press("Enter");
    app.wait_text("main [data-region] h2", "Independent assessment report");
    super::tab_to(&app, &keyboard, "Issue …");
    keyboard.press("Enter");
    let before_the_question = keyboard.pressed();
    let folder = app.home().join("reports");
    fs::create_dir(&folder).expect("the folder is made");
    app.screen.choose("Folder for the files of the report", &folder);
    app.wait_text("dialog[open]", "sign");
    let asked = Keyboard::of(&app);
    asked.press("Control+Enter");
    app.wait_text("main", "is issued");
    let pressed = before_the_question + asked.pressed();
    println!("from the worklist to a signed report: {pressed} keys and the name of the folder");
    assert!(pressed < 60, "a signed report must be near, and took {pressed} keys");
    assert!(entry(&app) > before, "issuing must be recorded");
    app.shot("journey-issued");
    let files: Vec<_> =
        fs::read_dir(&folder).expect("the folder can be read").flatten().map(|f| f.path()).collect();
    let of = |ending: &str| files.iter().find(|f| f.extension().is_some_and(|e| e == ending));
    let pdf = of("pdf").expect("the report must be there");
    assert!(of("sig").is_some(), "with the signature of whoever issued it: {files:?}");
    // The second signature comes from the reviewer's own machine; until then the verifier names who is missing.
    let home = app.leave();
    let check = || super::program("assay-verify").arg(pdf).output().expect("assay-verify starts");
    assert!(
        said(&check()).contains("Bengt Osterloh"),
        "who has not signed must be named: {}",
        said(&check())
    );
    let signature = of("sig").expect("a signature").to_str().expect("paths of tests are UTF-8");
    let mut sign = super::program("assay");
    sign.arg("--home").arg(Sample::of_person(home.path(), "reviewer"));
    let signed = sign.arg("--dossier").arg(COMPONENT.dossier(home.path())).args(["sign", signature]).output();
    let signed = signed.expect("assay starts");
    assert!(signed.status.success(), "the reviewer must be able to sign: {}", said(&signed));
    let out = Command::new(built("assay-verify"))
        .arg(pdf)
        .arg("--dossier")
        .arg(COMPONENT.dossier(home.path()))
        .output()
        .expect("assay-verify starts");
    assert!(out.status.success(), "the signed report must verify: {}", said(&out));
    assert!(said(&out).contains("Ida Feddersen"), "and name who signed: {}", said(&out));
}
