//! Vendors' workbooks over the real program: the form that goes out and comes back, newer files, kept mappings,
//! documents, and what a workbook carries inside.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use across::{Desk, root, said, verify};
use serde_json::{Value, json};
use tempfile::TempDir;

/// An identity and a dossier on this checklist, with these facts of the case.
fn begun(checklist: &str, case: &str) -> (TempDir, Desk) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let desk = Desk { home: folder.path().join("home"), dossier: folder.path().join("case.assay") };
    desk.ok(&["identity", "new", "--no-passphrase", "--name", "A", "--organisation", "B", "--function", "C"]);
    desk.ok(&["new", desk.dossier.to_str().expect("UTF-8"), "--checklist", checklist, "--title", "T"]);
    let file = folder.path().join("case.json");
    fs::write(&file, case).expect("a case file");
    desk.ok(&["case", "load", text(&file)]);
    (folder, desk)
}

fn text(path: &Path) -> &str {
    path.to_str().expect("paths of tests are UTF-8")
}

/// The vendor, who works with openpyxl.
fn vendor(args: &[&str]) -> Vec<Value> {
    let python = root().join("out/venv/bin/python");
    let out = Command::new(&python)
        .arg(root().join("tests/fill_form.py"))
        .args(args)
        .output()
        .unwrap_or_else(|e| panic!("{}: {e}; ./dev test puts it there", python.display()));
    assert!(out.status.success(), "the vendor must be able to work with the form: {}", said(&out));
    serde_json::from_slice(&out.stdout).expect("JSON")
}

fn count(value: &Value, name: &str) -> u64 {
    value[name].as_u64().unwrap_or_default()
}

/// Out to the vendor, back, out again: nothing is asked and nothing differs.
fn round_trip(checklist: &str, case: &str, language: &str, more: &[&str]) {
    let (folder, desk) = begun(checklist, case);
    let at = |name: &str| folder.path().join(name);
    let (form, filled, again) = (at("form.xlsx"), at("filled.xlsx"), at("again.xlsx"));
    let write = |to: &Path| desk.json(&[&["form", "--to", text(to), "--language", language], more].concat());
    let written = write(&form);
    let lines = count(&written, "lines");
    assert!(lines > 40, "every row in scope is asked, not {lines}");
    assert_eq!(count(&written, "answered"), 0, "nobody has answered yet");
    let copy = at("copy.xlsx");
    write(&copy);
    assert_eq!(fs::read(&form).ok(), fs::read(&copy).ok(), "the same dossier and day give the same bytes");

    let empty = desk.json(&["import", text(&form), "--preview"]);
    assert_eq!(count(&empty["totals"], "unanswered"), lines, "a form that nobody filled in makes no claim");
    assert_eq!(count(&empty, "claims"), 0, "also none of the declared level alone");

    let answers = vendor(&["fill", text(&form), text(&filled)]);
    let n = answers.len() as u64;
    let back = desk.json(&["import", text(&filled), "--no-profile"]);
    assert_eq!(back["ledger"]["asked"], json!([]), "no answer is asked");
    assert_eq!(back["unplaced"], json!([]), "no row is looked for");
    let totals = &back["totals"];
    assert_eq!(
        (count(totals, "heading"), count(totals, "matched")),
        (1, n),
        "each answer found its row: {totals}"
    );
    assert_eq!(count(totals, "unanswered"), lines - n, "and what is empty stays unanswered");
    assert_eq!(count(&back["recorded"], "claims"), n, "each answer is one claim");

    let written = write(&again);
    assert_eq!(count(&written, "answered"), n, "what was claimed stands in the next form");
    assert_eq!(vendor(&["read", text(&again)]), answers, "word for word, with its line breaks");
    let repeated = desk.json(&["import", text(&again)]);
    let counts = &repeated["since"]["counts"];
    assert_eq!(count(counts, "unchanged"), n, "and comes back unchanged: {counts}");
    for bucket in ["added", "removed", "answer", "evidence", "text"] {
        assert_eq!(count(counts, bucket), 0, "nothing is {bucket}");
    }
    let recorded = &repeated["recorded"];
    assert_eq!(
        (count(recorded, "claims"), count(recorded, "repeated")),
        (0, n),
        "so nothing is recorded twice"
    );
    assert!(verify(&[&desk.dossier]).status.success(), "the dossier verifies");
}

const COMPONENT: &str =
    r#"{"object.name": "PLC-200", "object.types": ["EDR"], "claim.levels": [2, 2, 2, 1, 1, 2, 2]}"#;
const PROVIDER: &str = r#"{"object.program": "Hafenlicht", "object.roles": ["integration", "maintenance"], "claim.ml": 2,
    "object.components": ["SCADA", "PLC"]}"#;

#[test]
fn a_form_for_a_component_comes_back_without_a_question() {
    round_trip("4-2", COMPONENT, "en", &[]);
}

#[test]
fn a_german_form_for_a_provider_comes_back_without_a_question() {
    round_trip("2-4", PROVIDER, "de", &[]);
}

#[test]
fn a_form_by_component_comes_back_to_each_component() {
    round_trip("2-4", PROVIDER, "en", &["--by-component"]);
}

#[test]
fn a_form_needs_rows() {
    let (folder, desk) = begun("4-2", "{}");
    desk.refused("form-no-rows", &["form", "--to", text(&folder.path().join("form.xlsx"))]);
}

fn csv(folder: &TempDir, name: &str, lines: &[&str]) -> PathBuf {
    let path = folder.path().join(name);
    fs::write(&path, lines.join("\n")).expect("a vendor's file");
    path
}

#[test]
fn a_newer_file_is_compared_and_only_what_changed_is_recorded() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let head = "Requirement ID,Response,Evidence,Vendor comment";
    let first = csv(
        &folder,
        "v1.csv",
        &[
            head,
            "CR 1.1,Compliant,Guide 3.1,Local accounts",
            "CR 1.2,Compliant,Guide 3.2,Mutual TLS",
            "CR 1.3,Compliant,Guide 3.3,Accounts",
            "CR 1.4,Compliant,Guide 3.4,Names",
            "CR 1.5,Compliant,Guide 3.5,Passwords",
        ],
    );
    desk.ok(&["import", text(&first)]);
    for row in ["CR 1.1", "CR 1.2", "CR 1.5"] {
        let judged = ["record", row, "--verdict", "inconclusive", "--rationale", "x", "--no-evidence", "y"];
        desk.ok(&[&judged[..], &["--by", "component"]].concat());
    }
    let second = csv(
        &folder,
        "v2.csv",
        &[
            head,
            "CR1.1,Compliant,Guide 3.1,Local accounts",
            "CR 1.2,Not compliant,Guide 3.2,Mutual TLS",
            "CR 1.3,Compliant,Guide 4.3,Accounts",
            "CR 1.4,Compliant,Guide 3.4,User names",
            "CR 1.7,Compliant,Guide 3.7,Length",
        ],
    );
    let looked = desk.json(&["import", text(&second), "--preview"]);
    let counts = &looked["since"]["counts"];
    let expected =
        [("unchanged", 1), ("answer", 1), ("evidence", 1), ("text", 1), ("added", 1), ("removed", 1)];
    for (bucket, n) in expected {
        assert_eq!(count(counts, bucket), n, "{bucket} in {counts}");
    }
    let told = desk.ok(&["import", text(&second), "--preview"]);
    assert!(told.contains("CR 1.2") && told.contains("Not compliant"), "a person sees both answers: {told}");
    let done = desk.json(&["import", text(&second)]);
    assert_eq!(count(&done["recorded"], "claims"), 4, "what changed or is new");
    assert_eq!(count(&done["recorded"], "repeated"), 1, "CR 1.1 says what stands");
    let row = |name: &str| desk.json(&["show", name]);
    assert_eq!(row("CR 1.1")["claims"][0]["file_name"], "v1.csv", "what stands keeps its origin");
    assert_eq!(row("CR 1.2")["claims"][0]["file_name"], "v2.csv", "a changed answer has the new one");
    assert_eq!(
        row("CR 1.5")["claims"][0]["file_name"],
        "v1.csv",
        "an answer that is gone is not thrown away"
    );
    assert_eq!(row("CR 1.2")["verdict"]["verdict"], "inconclusive", "the evaluator's verdict stays");
    let log = desk.ok(&["log"]);
    assert!(log.contains("v2.csv"), "the trail names the file: {log}");
    desk.refused("import-already", &["import", text(&second)]);
}

#[test]
fn files_about_different_rows_are_no_difference() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let one = csv(&folder, "fr1.csv", &["Requirement ID,Response", "CR 1.1,Compliant", "CR 1.2,Compliant"]);
    let other = csv(&folder, "fr2.csv", &["Requirement ID,Response", "CR 2.1,Compliant", "CR 2.2,Compliant"]);
    desk.ok(&["import", text(&one)]);
    let looked = desk.json(&["import", text(&other), "--preview"]);
    assert!(looked["since"].is_null(), "a file about other rows follows none: {}", looked["since"]);
}

#[test]
fn a_kept_mapping_reads_the_next_file_and_can_be_given_away() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let odd = ["Q,Stand der Dinge,Wo,Was", "CR 1.1,Ja,Kap. 3,x", "CR 1.2,Nein,Kap. 4,y"];
    let first = csv(&folder, "one.csv", &odd);
    let mapped = ["--columns", "id=A,response=B,evidence=C", "--values", "Ja=met,Nein=not_met"];
    desk.ok(&[&["import", text(&first)], &mapped[..], &["--save-profile", "Odd Ltd"]].concat());
    let next = csv(&folder, "two.csv", &["Q,Stand der Dinge,Wo,Was", "CR 1.3,Nein,Kap. 3,x", "CR 1.4,Ja,,"]);
    let read = desk.json(&["import", text(&next), "--preview"]);
    assert_eq!(read["mapping_profile"]["name"], "Odd Ltd", "the headings are known");
    assert_eq!(read["mapping_profile"]["fit"], "exact", "all of them");
    assert_eq!(count(&read["totals"], "matched"), 2, "and no question is left");
    assert_eq!(read["ledger"]["asked"], json!([]), "also none about an answer");
    let without = desk.json(&["import", text(&next), "--preview", "--no-profile"]);
    assert!(without["mapping_profile"].is_null(), "it can be left out");

    let given = folder.path().join("odd.json");
    desk.ok(&["mapping", "save", "odd ltd", "--to", text(&given)]);
    let (_other_folder, other) = begun("4-2", COMPONENT);
    other.ok(&["mapping", "take", text(&given)]);
    let read = other.json(&["import", text(&next), "--preview"]);
    assert_eq!(read["mapping_profile"]["name"], "Odd Ltd", "somebody else reads the maker's files at once");
    let by_file = desk.json(&["import", text(&next), "--preview", "--profile", text(&given)]);
    assert_eq!(by_file["mapping_profile"]["name"], "Odd Ltd", "a file does it too");
    let another = csv(&folder, "three.csv", &["Id,Response", "CR 1.3,Compliant"]);
    desk.refused("mapping-does-not-fit", &["import", text(&another), "--preview", "--profile", "Odd Ltd"]);
    desk.ok(&["mapping", "forget", "Odd Ltd"]);
    desk.refused("mapping-unknown", &["import", text(&next), "--preview", "--profile", "Odd Ltd"]);
    let broken = csv(&folder, "broken.json", &["{\"schema\": \"assay-mapping/1\"}"]);
    desk.refused("evidence-saved-mapping-missing-field", &["mapping", "take", text(&broken)]);
}

#[test]
fn no_is_the_good_answer_where_the_question_asks_for_it() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let asked = csv(
        &folder,
        "questions.csv",
        &["Requirement ID,Response,Compliant response", "CR 1.1,Yes,Yes", "CR 1.2,No,No", "CR 1.3,Yes,No"],
    );
    let read = desk.json(&["import", text(&asked), "--values", "Yes=met,No=not_met"]);
    assert_eq!(
        read["turned"].as_array().map(Vec::len),
        Some(2),
        "two questions ask for No: {}",
        read["turned"]
    );
    let meaning = |row: &str| desk.json(&["show", row])["claims"][0]["meaning"].clone();
    assert_eq!(meaning("CR 1.1"), "met", "Yes where Yes is asked for");
    assert_eq!(meaning("CR 1.2"), "met", "No where No is asked for");
    assert_eq!(meaning("CR 1.3"), "not_met", "Yes where No is asked for");
}

#[test]
fn documents_are_known_asked_for_and_linked_to_every_row() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let answers = csv(
        &folder,
        "answers.csv",
        &[
            "Requirement ID,Response,Evidence",
            "CR 1.1,Compliant,\"UG-200-11 rev. B, section 4.2\"",
            "CR 1.2,Compliant,UG-200-11 p. 31",
            "CR 1.3,Compliant,DR-01; see above",
            "CR 1.4,Compliant,will be provided",
        ],
    );
    desk.ok(&["import", text(&answers)]);
    let state = |name: &str| -> Value {
        let all = desk.json(&["evidence", "documents"]);
        let found = all["documents"].as_array().into_iter().flatten().find(|d| d["name"] == name).cloned();
        found.unwrap_or_else(|| panic!("{name} must be among {all}"))
    };
    assert_eq!(state("UG-200-11")["state"], "missing", "nothing has arrived");
    assert_eq!(state("UG-200-11")["rows"], json!(["CR 1.1", "CR 1.2"]), "two rows need it");
    let list = folder.path().join("requests.xlsx");
    assert_eq!(
        count(&desk.json(&["evidence", "requests", "--to", text(&list)]), "documents"),
        2,
        "both are asked for"
    );
    assert!(fs::read(&list).is_ok_and(|bytes| bytes.starts_with(b"PK")), "as a workbook");
    let guide = folder.path().join("UG-200-11_revB_user-guide.txt");
    fs::write(&guide, "4.2 Accounts").expect("a document");
    desk.ok(&["evidence", "add", text(&guide), "--class", "user_guidance", "--producer", "supplier"]);
    assert_eq!(state("UG-200-11")["state"], "arrived", "its number stands in the file's name");
    let linked =
        desk.json(&["evidence", "link-document", "UG-200-11", "--evidence", "UG-200-11_revB_user-guide.txt"]);
    assert_eq!(linked["rows"], json!(["CR 1.1", "CR 1.2"]), "one step links all rows");
    desk.refused(
        "document-linked",
        &["evidence", "link-document", "UG-200-11", "--evidence", "UG-200-11_revB_user-guide.txt"],
    );
    desk.refused(
        "document-unknown",
        &["evidence", "link-document", "XX-1", "--evidence", "UG-200-11_revB_user-guide.txt"],
    );
    assert_eq!(
        count(&desk.json(&["evidence", "requests", "--to", text(&list)]), "documents"),
        1,
        "one is left"
    );
}

#[test]
fn what_a_workbook_carries_is_named_and_taken_only_when_asked() {
    let (_folder, desk) = begun("4-2", COMPONENT);
    let around = root().join("fixtures/workbooks/honest/around.xlsx");
    let looked = desk.json(&["import", text(&around), "--preview"]);
    let embedded = looked["embedded"].as_array().cloned().unwrap_or_default();
    assert!(!embedded.is_empty(), "the fixture carries files: {looked}");
    let first = embedded[0]["sha256"].as_str().expect("a digest").to_owned();
    desk.refused("import-no-such-embedded", &["import", text(&around), "--embedded", "abcdef"]);
    let done = desk.json(&["import", text(&around), "--embedded", &format!("{first:.12}")]);
    assert_eq!(count(&done["recorded"], "embedded"), 1, "the chosen one is taken");
    let register = desk.json(&["evidence", "list"]);
    let known = register.as_array().into_iter().flatten().any(|item| item["sha256"] == first.as_str());
    assert!(known, "and registered under the digest that was named before: {register}");
    let notes: Vec<Value> = desk
        .json(&["rows", "--all"])
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|row| Some(desk.json(&["show", row["row"].as_str()?])["claims"][0]["notes"].clone()))
        .filter(|notes| notes.as_array().is_some_and(|notes| !notes.is_empty()))
        .collect();
    assert!(!notes.is_empty(), "comments on the vendor's cells stand beside the claim");
    assert!(verify(&[&desk.dossier]).status.success(), "the dossier verifies");
}

/// The window's commands over the dossier of a terminal's desk.
struct Window(workbench::desk::Desk);

impl Window {
    fn open(desk: &Desk) -> Self {
        let home = workbench::Home::choose(Some(desk.home.clone())).expect("a home");
        let window = Self(workbench::desk::Desk::new(home, across::program("assay"), Box::new(|_, _| {})));
        let file = window.offer(&desk.dossier);
        window.ok("dossier_open", json!({ "file": file }));
        window
    }

    fn offer(&self, path: &Path) -> String {
        self.0.offer(vec![path.to_owned()]).first().expect("a token").token.clone()
    }

    fn ok(&self, name: &str, args: Value) -> Value {
        self.0.call(name, args).unwrap_or_else(|p| panic!("{name} must be carried out, but: {p:?}"))
    }

    fn propose(&self, path: &Path, more: &[(&str, Value)]) -> Value {
        let mut args = json!({ "file": self.offer(path), "job": "j" });
        for (name, value) in more {
            args[*name] = value.clone();
        }
        self.ok("import_propose", args)
    }

    fn commit(&self, proposal: &Value) -> Value {
        self.ok(
            "import_commit",
            json!({ "proposal": proposal["proposal"], "again": false, "embedded": [], "job": "j" }),
        )
    }

    fn line(&self, row: &str) -> Value {
        self.ok("row", json!({ "row": row }))
    }
}

#[test]
fn rows_whose_claim_changed_or_is_gone_are_marked_and_the_others_are_not() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let head = "Requirement ID,Response,Evidence";
    let first =
        csv(&folder, "v1.csv", &[head, "CR 1.1,Compliant,A", "CR 1.2,Compliant,B", "CR 1.3,Compliant,C"]);
    desk.ok(&["import", text(&first)]);
    for row in ["CR 1.1", "CR 1.2", "CR 1.3"] {
        desk.ok(&[
            "record",
            row,
            "--verdict",
            "inconclusive",
            "--rationale",
            "x",
            "--no-evidence",
            "y",
            "--by",
            "component",
        ]);
    }
    let window = Window::open(&desk);
    let second =
        csv(&folder, "v2.csv", &[head, "CR 1.1,Compliant,A", "CR 1.2,Not compliant,B", "CR 1.4,Compliant,D"]);
    let proposal = window.propose(&second, &[]);
    let changes = proposal["since"]["changes"].as_array().cloned().unwrap_or_default();
    let of = |row: &str| changes.iter().find(|c| c["row"] == row).cloned().unwrap_or_default();
    assert!(of("CR 1.1").is_null(), "what is unchanged is counted and not listed");
    assert_eq!(of("CR 1.2")["change"], "answer", "the answer is another one");
    assert_eq!(of("CR 1.2")["before"]["answer"], "Compliant", "what it was");
    assert_eq!(of("CR 1.2")["after"]["origin"], "v2.csv / v2.csv / B3", "and where the new one stands");
    assert_eq!(of("CR 1.3")["change"], "removed", "an answer that is gone is said");
    let done = window.commit(&proposal);
    assert_eq!((done["claims"].as_u64(), done["repeated"].as_u64()), (Some(2), Some(1)), "only what is new");
    let marked = |row: &str| window.line(row)["line"]["claim_changed"].as_bool();
    assert_eq!(marked("CR 1.1"), Some(false), "a file sent twice marks nothing");
    assert_eq!(marked("CR 1.2"), Some(true), "a changed answer asks for another look");
    assert_eq!(marked("CR 1.3"), Some(true), "so does one that is gone");
    assert_eq!(
        marked("CR 1.4"),
        Some(false),
        "a new claim on a row without a verdict is nothing to look at again"
    );
    assert_eq!(
        window.line("CR 1.3")["claims"][0]["removed_in"],
        "v2.csv",
        "with the file that leaves it out"
    );
    window.ok("undo", json!({}));
    assert_eq!(marked("CR 1.2"), Some(false), "taken back, the mark is gone");
    assert_eq!(marked("CR 1.3"), Some(false), "and so is the other");
}

#[test]
fn a_form_that_comes_back_as_it_went_out_marks_nothing() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let own = csv(
        &folder,
        "own.csv",
        &[
            "Requirement ID,Response,Evidence,Comment",
            "CR 1.1,Yes,DR-01,Web and OPC UA",
            "CR 1.2,No,,",
            "CR 1.3,N/A,,No accounts",
        ],
    );
    desk.ok(&["import", text(&own), "--values", "Yes=met,No=not_met"]);
    let form = folder.path().join("form.xlsx");
    assert_eq!(
        count(&desk.json(&["form", "--to", text(&form)]), "answered"),
        3,
        "the form carries the claims"
    );
    let done = desk.json(&["import", text(&form)]);
    assert_eq!(
        count(&done["recorded"], "claims"),
        0,
        "other known words for the same answers are no new claims: {}",
        done["since"]
    );
    assert_eq!(count(&done["recorded"], "repeated"), 3, "and the import says so");
    let to = csv(
        &folder,
        "other.csv",
        &["Requirement ID,Response,Evidence", "CR 1.1,Met,DR-01", "CR 1.2,Not met,DR-07"],
    );
    let newer = desk.json(&["import", text(&to), "--preview"]);
    assert_eq!(
        count(&newer["since"]["counts"], "evidence"),
        1,
        "other evidence is still a change: {}",
        newer["since"]
    );
}

#[test]
fn the_window_keeps_mappings_and_takes_hidden_rows_only_when_told() {
    let (folder, desk) = begun("4-2", COMPONENT);
    let window = Window::open(&desk);
    let around = root().join("fixtures/workbooks/honest/around.xlsx");
    let proposal = window.propose(&around, &[]);
    let hidden = proposal["hidden_rows"].as_u64().unwrap_or_default();
    assert!(hidden > 0, "the fixture has hidden rows");
    let skipped = |proposal: &Value| {
        let rows = proposal["rows"].as_array().cloned().unwrap_or_default();
        rows.iter().filter(|row| row["why"] == "hidden").count() as u64
    };
    assert_eq!(skipped(&proposal), hidden, "each is accounted for and left out");
    let taken = window.propose(&around, &[("hidden_rows", json!(true))]);
    assert_eq!(skipped(&taken), 0, "a person may take them");
    assert!(taken["claims"].as_u64() > proposal["claims"].as_u64(), "then they are claims");
    window.ok("mapping_keep", json!({ "proposal": taken["proposal"], "name": "Around" }));
    assert_eq!(
        window.propose(&around, &[])["mapping"]["name"],
        "Around",
        "the headings are known from now on"
    );
    let without = window.propose(&around, &[("mapping", json!(""))]);
    assert!(without["mapping"].is_null(), "unless a person reads it without");
    let kept = window.ok("mappings", json!({}));
    assert_eq!(kept["mappings"][0]["name"], "Around", "it is on the list");
    let file = window.offer(&folder.path().join("around.json"));
    window.ok("mapping_save", json!({ "name": "Around", "file": file }));
    window.ok("mapping_forget", json!({ "name": "Around" }));
    window.ok("mapping_take", json!({ "file": window.offer(&folder.path().join("around.json")) }));
    assert_eq!(
        window.ok("mappings", json!({}))["mappings"][0]["name"],
        "Around",
        "written out and taken in again"
    );
    let form = window.offer(&folder.path().join("form.xlsx"));
    let written = window.ok("vendor_form", json!({ "file": form, "language": "en", "by_component": false }));
    assert!(written["lines"].as_u64() > Some(40), "the form has a line for each row");
}
