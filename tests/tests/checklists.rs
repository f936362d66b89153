//! Checklists, profiles, editions and licensed texts over the real program for terminals.

use std::{fs, path::PathBuf};

use across::{Desk, root, said, verify};
use serde_json::Value;
use tempfile::TempDir;

fn desk() -> (TempDir, Desk) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk { home: folder.path().join("home"), dossier: folder.path().join("case.assay") };
    (folder, desk)
}

/// A dossier with an identity, on this checklist.
fn begun(checklist: &str) -> (TempDir, Desk) {
    let (folder, desk) = desk();
    let who = ["--name", "Ida Feddersen", "--organisation", "Sandtorkai", "--function", "Lead evaluator"];
    desk.ok(&[&["identity", "new", "--no-passphrase"], &who[..]].concat());
    let path = desk.dossier.to_str().expect("paths of tests are UTF-8").to_owned();
    desk.ok(&["new", &path, "--checklist", checklist, "--title", "Case"]);
    (folder, desk)
}

fn fixture(name: &str) -> String {
    let path: PathBuf = root().join("fixtures").join(name);
    path.to_str().expect("paths of tests are UTF-8").to_owned()
}

fn expected(folder: &str) -> Vec<(String, Value)> {
    let text =
        fs::read_to_string(fixture(&format!("checklists/{folder}/expected.json"))).expect("expectations");
    let all: Value = serde_json::from_str(&text).expect("they are JSON");
    all.as_object().into_iter().flatten().map(|(name, what)| (name.clone(), what.clone())).collect()
}

fn check(desk: &Desk, folder: &str, name: &str, what: &Value) -> (Option<i32>, String) {
    let file = fixture(&format!("checklists/{folder}/{name}"));
    let mut args = vec!["checklist".to_owned(), "check".to_owned(), file];
    if let Some(with) = what["with"].as_str() {
        args.extend(["--checklist".to_owned(), fixture(&format!("checklists/{with}"))]);
    }
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    let out = desk.run(&args);
    (out.status.code(), said(&out))
}

#[test]
fn every_broken_file_is_told_with_place_reason_and_remedy() {
    let (_folder, desk) = desk();
    let all = expected("broken");
    assert!(all.len() >= 25, "the zoo must be large, and has {}", all.len());
    for (name, what) in all {
        let (code, told) = check(&desk, "broken", &name, &what);
        assert_eq!(code, Some(1), "{name}: what does not hold is exit code 1: {told}");
        for problem in what["problems"].as_array().into_iter().flatten() {
            let place = problem["place"].as_str().unwrap_or_default();
            assert!(told.contains(place), "{name}: the place {place:?} must be told: {told}");
        }
        let remedies =
            told.lines().filter(|line| line.starts_with("    ") && !line.trim().is_empty()).count();
        let problems = what["problems"].as_array().map_or(0, Vec::len);
        assert!(remedies >= problems, "{name}: each problem needs its remedy: {told}");
        assert!(!told.contains("panicked"), "{name}: a broken file must not bring the program down");
    }
}

#[test]
fn every_good_file_holds() {
    let (_folder, desk) = desk();
    for (name, what) in expected("good") {
        let (code, told) = check(&desk, "good", &name, &what);
        assert_eq!(code, Some(0), "{name} must hold: {told}");
    }
    for pack in ["iec-62443-4-2-2019", "iec-62443-2-4-2023", "iec-62443-2-4-2015", "iec-62443-4-1-2018"] {
        for file in ["pack.json", "guidance.json"] {
            let path = root().join("checklists").join(pack).join(file);
            if path.exists() {
                desk.ok(&["checklist", "check", path.to_str().expect("UTF-8")]);
            }
        }
    }
    for profile in ["industrial-firewall-sl2.json", "water-maintenance.json"] {
        desk.ok(&["checklist", "check", &fixture(&format!("profiles/{profile}"))]);
    }
}

#[test]
fn a_file_that_is_not_there_or_too_large_is_said_so() {
    let (folder, desk) = desk();
    let missing = folder.path().join("none.json");
    let out = desk.run(&["checklist", "check", missing.to_str().expect("UTF-8")]);
    assert_eq!(out.status.code(), Some(1), "a missing file is a failure");
    assert!(said(&out).contains("none.json"), "with its name: {}", said(&out));
    let large = folder.path().join("large.json");
    fs::write(&large, vec![b' '; 3 * 1024 * 1024]).expect("written");
    let out = desk.run(&["checklist", "check", large.to_str().expect("UTF-8")]);
    assert_eq!(out.status.code(), Some(1), "a file that is too large is refused");
    assert!(said(&out).contains("bytes"), "and says how large it may be: {}", said(&out));
}

#[test]
fn two_editions_are_told_apart_row_by_row() {
    let (_folder, desk) = desk();
    let diff = desk.json(&["checklist", "diff", "iec-62443-2-4-2015", "2-4"]);
    let count = |key: &str| diff[key].as_array().map_or(0, Vec::len);
    assert_eq!(
        count("unchanged") + count("changed") + count("removed"),
        122,
        "every row of edition 1 is told once"
    );
    assert_eq!(count("added"), 1, "edition 2 has one row more");
    assert!(count("changed") > 30, "and changed more than the wording of many");
    let same = desk.json(&["checklist", "diff", "4-2", "4-2"]);
    assert_eq!(
        same["unchanged"].as_array().map_or(0, Vec::len),
        126,
        "a pack differs from itself in nothing"
    );
}

#[test]
fn a_row_is_shown_with_its_guidance() {
    let (_folder, desk) = desk();
    let told = desk.ok(&["checklist", "show", "4-2", "CR 1.14"]);
    for part in
        ["What to check", "Typical evidence", "What is not enough", "SL 3", "CR 4.3", "Suggested test"]
    {
        assert!(told.contains(part), "{part:?} must be shown: {told}");
    }
    assert!(told.contains("In our own words"), "and that it is not the wording of the standard: {told}");
    let unsure = desk.ok(&["checklist", "show", "2-4", "SP.12.01 BR"]);
    assert!(unsure.contains("little more than the title"), "what we are not sure of says so: {unsure}");
    let process = desk.ok(&["checklist", "show", "4-1", "SR-2"]);
    assert!(process.contains("ML 3"), "a process rises with maturity: {process}");
}

#[test]
fn a_profile_selects_and_its_report_says_so() {
    let (folder, desk) = begun("2-4");
    desk.ok(&["case", "set", "object.roles", "maintenance"]);
    let file = fixture("profiles/water-maintenance.json");
    let looked = desk.ok(&["profile", "look", &file]);
    assert!(looked.contains("rows belong to it"), "a look tells what it selects: {looked}");
    assert!(desk.ok(&["profile", "show"]).contains("No profile"), "and records nothing");
    desk.ok(&["profile", "adopt", &file]);
    let again = desk.run(&["profile", "adopt", &file]);
    assert!(said(&again).contains("adopted already"), "twice is refused: {}", said(&again));
    let verdict =
        ["record", "SP.05.01 BR @maintenance", "--verdict", "pass", "--rationale", "Seen", "--ml", "2"];
    let refused = desk.run(&[&verdict[..], &["--no-evidence", "none"]].concat());
    assert!(
        said(&refused).contains("excluded by the profile"),
        "no verdict on an excluded row: {}",
        said(&refused)
    );
    let reports = folder.path().join("reports");
    let to = reports.to_str().expect("UTF-8");
    desk.ok(&["report", "independent-assessment", "--number", "1", "--draft", "--to", to]);
    let mut data = fs::read_dir(&reports).expect("written").flatten().map(|f| f.path());
    let json = data.find(|p| p.extension().is_some_and(|x| x == "json")).expect("the data set");
    let report: Value = serde_json::from_slice(&fs::read(json).expect("read")).expect("JSON");
    let profile = report["basis"]["profile"].as_str().unwrap_or_default();
    assert!(profile.contains("urn:"), "the report names the profile: {}", report["basis"]);
    let rows = report["rows"].as_array().cloned().unwrap_or_default();
    let row = rows.iter().find(|row| row["id"] == "SP.05.01 BR").expect("excluded rows stay in the report");
    assert_eq!(row["scope"], "out_of_scope", "as not evaluated");
    assert_eq!(row["applicability"], "not_decided", "and never as not applicable");
    assert!(row["scope_reason"].as_str().is_some_and(|r| r.len() > 10), "with the profile's reason: {row}");
}

#[test]
fn a_component_profile_becomes_the_claim() {
    let (_folder, desk) = begun("4-2");
    desk.ok(&["case", "set", "object.types", "NDR"]);
    desk.ok(&["profile", "adopt", &fixture("profiles/industrial-firewall-sl2.json")]);
    let shown = desk.json(&["case", "show"]);
    let claim = shown.to_string();
    assert!(claim.contains("NDR 5.2"), "the rows of the profile are the claim: {claim}");
    let vector = desk.run(&["case", "set", "claim.levels", "2", "2", "2", "2", "2", "2", "2"]);
    assert!(!vector.status.success(), "and no vector stands beside it: {}", said(&vector));
}

#[test]
fn an_evaluation_moves_to_another_edition_and_keeps_what_is_the_same() {
    let (_folder, desk) = begun("iec-62443-2-4-2015");
    desk.ok(&["case", "set", "object.roles", "maintenance"]);
    for row in ["SP.01.01 BR @maintenance", "SP.02.02 BR @maintenance"] {
        desk.ok(&["record", row, "--verdict", "not_evaluated", "--rationale", "Not in scope of this visit"]);
    }
    let listed = desk.ok(&["edition", "list"]);
    assert!(listed.contains("iec-62443-2-4-2023"), "the other edition is listed: {listed}");
    assert!(listed.contains("SP.02.02 BR"), "with every row that would have to be looked at: {listed}");
    let moved =
        desk.ok(&["edition", "move", "iec-62443-2-4-2023", "--reason", "The client asks for edition 2"]);
    assert!(moved.contains("carried over"), "{moved}");
    let verdict = |row: &str| desk.json(&["show", row])["verdict"].clone();
    assert!(!verdict("SP.01.01 BR @maintenance").is_null(), "a row with the same digest keeps its answer");
    assert!(verdict("SP.02.02 BR @maintenance").is_null(), "one that edition 2 changed is open again");
    let checked = verify(&[&desk.dossier]);
    assert!(checked.status.success(), "both packs are in the dossier, and it verifies: {}", said(&checked));
    let back = desk.run(&["edition", "move", "4-2", "--reason", "Wrong"]);
    assert!(!back.status.success(), "another document is no edition of this one: {}", said(&back));
}

#[test]
fn licensed_texts_stay_on_this_machine() {
    let (folder, desk) = begun("4-2");
    desk.ok(&["case", "set", "object.types", "EDR"]);
    let secret = "A sentence that only the licence holder may read, 4711.";
    let texts = serde_json::json!({
        "schema": "assay-text/1", "checklist": "iec-62443-4-2-2019", "document": "IEC 62443-4-2", "edition": "2019",
        "language": "en", "licensee": "Sandtorkai", "texts": [{"id": "CR 1.1", "text": secret}],
    });
    let file = folder.path().join("texts.json");
    fs::write(&file, texts.to_string()).expect("written");
    let told = desk.ok(&["texts", "take", file.to_str().expect("UTF-8"), "--checklist", "4-2"]);
    assert!(told.contains("stay on this machine"), "it says where they are: {told}");
    let reports = folder.path().join("reports");
    let to = reports.to_str().expect("UTF-8");
    desk.ok(&["report", "independent-assessment", "--number", "1", "--draft", "--to", to]);
    let mut looked = vec![fs::read(&desk.dossier).expect("the dossier")];
    for file in fs::read_dir(&reports).expect("written").flatten() {
        looked.push(fs::read(file.path()).expect("read"));
    }
    assert!(looked.len() > 2, "dossier and report files are looked at");
    for bytes in &looked {
        let holds = bytes.windows(secret.len()).any(|part| part == secret.as_bytes());
        assert!(!holds, "no dossier and no report holds a licensed text");
    }
    let kept = desk.home.join("texts").join("iec-62443-4-2-2019.json");
    assert!(kept.exists(), "they lie beside the identity");
    desk.ok(&["texts", "forget", "--checklist", "4-2"]);
    assert!(!kept.exists(), "and go when they are to be forgotten");
}

#[test]
fn a_development_process_is_evaluated_row_by_row_with_maturity() {
    let (folder, desk) = begun("4-1");
    for (field, value) in
        [("object.legal_entity", "Nordwerk"), ("object.program", "SDL 4"), ("object.products", "PLC-200")]
    {
        desk.ok(&["case", "set", field, value]);
    }
    desk.ok(&["case", "set", "claim.ml", "2"]);
    let roles = desk.run(&["case", "set", "object.roles", "maintenance"]);
    assert!(!roles.status.success(), "a process has no roles of a service provider: {}", said(&roles));
    for (name, class) in [("procedure.md", "procedure"), ("training.csv", "competence")] {
        let path = folder.path().join(name);
        fs::write(&path, name).expect("written");
        desk.ok(&["evidence", "add", path.to_str().expect("UTF-8"), "--class", class, "--title", name]);
    }
    let record = |row: &str, ml: &str, evidence: &[&str]| {
        let mut args = vec!["record", row, "--verdict", "pass", "--rationale", "Read", "--ml", ml];
        for name in evidence {
            args.extend(["--evidence", name]);
        }
        desk.run(&args)
    };
    let short = record("SM-1", "2", &["procedure.md"]);
    assert!(!short.status.success(), "ML 2 needs procedure and competence: {}", said(&short));
    let full = record("SM-1", "2", &["procedure.md", "training.csv"]);
    assert!(full.status.success(), "with both it stands: {}", said(&full));
    let high = record("SM-2", "3", &["procedure.md", "training.csv"]);
    assert!(!high.status.success(), "ML 3 needs a dated record: {}", said(&high));
    let mode = desk.run(&["record", "SM-2", "--by", "component"]);
    assert!(!mode.status.success(), "a mode of fulfilment belongs to components: {}", said(&mode));
    let concluded = desk.ok(&["conclude"]);
    assert!(concluded.contains("47"), "all 47 rows count: {concluded}");
    let reports = folder.path().join("reports");
    let to = reports.to_str().expect("UTF-8");
    desk.ok(&["report", "independent-assessment", "--number", "1", "--draft", "--to", to]);
    assert!(fs::read_dir(&reports).expect("written").count() >= 2, "and a report can be drawn");
}

#[test]
fn a_phase_of_the_lifecycle_leads_to_documents_and_checklists() {
    let (_folder, desk) = desk();
    let told = desk.ok(&["series", "--phase", "develop"]);
    assert!(
        told.contains("62443-4-2") && !told.contains("62443-2-3 "),
        "documents of the phase alone: {told}"
    );
    assert!(
        told.contains("iec-62443-4-2-2019") && told.contains("assay new"),
        "and their checklists: {told}"
    );
}
