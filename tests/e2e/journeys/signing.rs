//! Signing a report with a certificate in the window, and a report that comes back.

use std::{fs, path::Path, process::Command};

use super::{entry, open, said};
use crate::sample::{COMPONENT, Sample};

/// Runs the program for the lead, whose identity is the window's.
fn lead(home: &Path, args: &[&str]) {
    let out = super::program("assay")
        .arg("--home")
        .arg(Sample::of_person(home, "lead"))
        .arg("--dossier")
        .arg(COMPONENT.dossier(home))
        .args(args)
        .output()
        .expect("assay starts");
    assert!(out.status.success(), "{args:?}: {}", said(&out));
}

#[test]
fn a_report_is_signed_by_the_one_button_of_the_evaluator_and_checked_when_it_comes_back() {
    let home = COMPONENT.reviewed();
    let dossier = COMPONENT.dossier(home.path());
    let keys = home.path().join("keys");
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../fixtures/evaluations/keys.sh");
    let made = Command::new("sh").arg(script).arg(&keys).output().expect("sh starts");
    assert!(made.status.success(), "keys are made: {}", said(&made));
    let key = |name: &str| keys.join(name).to_str().expect("paths of tests are UTF-8").to_owned();
    let named = ["--key", &key("lead.p8.pem"), "--certificates", &key("lead.chain.pem")];
    let secret = ["--document-passphrase-file", &key("lead.pass")];
    lead(home.path(), &[&["identity", "document-key"], &named[..], &secret[..]].concat());
    lead(home.path(), &["identity", "trust", &key("root.pem")]);
    let reports = home.path().join("reports");
    lead(
        home.path(),
        &["report", "independent-assessment", "--number", "W-1", "--to", reports.to_str().expect("UTF-8")],
    );

    let mut app = open(home, &dossier);
    app.press("Control+8");
    app.wait_text("main", "Add my signature to a report");
    let before = entry(&app);
    app.click_named("main button", "Add my signature to a report …");
    app.screen.choose("Signature file of the report", &reports.join("independent-assessment-W-1-r1.sig"));
    app.wait_text("dialog[open]", "Sign as evaluator");
    assert!(app.text("dialog[open]").contains("Bengt Osterloh"), "who signs next is named");
    app.shot("journey-signing");
    let field = app.field("Passphrase of the document key");
    app.fill(&field, "wrong");
    app.click_named("dialog[open] button", "Sign as evaluator");
    app.wait_text("dialog[open]", "passphrase");
    assert!(
        !reports.join("independent-assessment-W-1-r1-signed.pdf").exists(),
        "a wrong passphrase signs nothing"
    );
    let field = app.field("Passphrase of the document key");
    app.fill(&field, "correct horse");
    app.click_named("dialog[open] button", "Sign as evaluator");
    app.wait_text("main", "You have signed report W-1");
    app.shot("journey-signed");
    let signed = reports.join("independent-assessment-W-1-r1-signed.pdf");
    assert!(fs::read(&signed).expect("the signed report").starts_with(b"%PDF-"), "it is there");
    assert!(entry(&app) > before, "and the dossier has recorded it");

    app.click_named("main button", "Check a report that came back …");
    app.screen.choose("Report that came back", &signed);
    app.wait_text("main", "Every signature in it holds");
    app.wait_text("main", "Lead evaluator");
    app.shot("journey-returned");
}
