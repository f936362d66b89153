//! The process behind a report, over the real program and with an identity for each person: what each role is refused,
//! how points are settled, rows locked, ties judged, and what a colleague's copy does to a locked row.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use across::{Desk, said, verify};
use serde_json::Value;

/// Everybody at one dossier, each with a home of their own.
struct Office {
    folder: tempfile::TempDir,
    people: BTreeMap<&'static str, Desk>,
}

/// Name, organisation, roles.
const PEOPLE: [(&str, &str, &str); 8] = [
    ("lena", "Test house", "lead,evaluator"),
    ("evan", "Test house", "evaluator"),
    ("tess", "Chip lab", "technical_expert"),
    ("clara", "Nordwerk", "client_contact"),
    ("rita", "Body", "reviewer"),
    ("xenia", "Body", "reviewer,decision_maker"),
    ("dora", "Body", "decision_maker"),
    ("quin", "Body", "quality_manager"),
];

fn text(path: &Path) -> &str {
    path.to_str().expect("a UTF-8 path")
}

impl Office {
    /// The case is opened, has one piece of evidence, and everybody is admitted; no card says anything of competence
    /// or impartiality.
    fn open() -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dossier = folder.path().join("plc.assay");
        let mut office = Self { folder, people: BTreeMap::new() };
        for (name, organisation, _) in PEOPLE {
            let desk = Desk { home: office.file(&format!("home-{name}")), dossier: dossier.clone() };
            let who = ["--name", name, "--organisation", organisation, "--function", "F"];
            desk.ok(&[&["identity", "new", "--no-passphrase"][..], &who].concat());
            office.people.insert(name, desk);
        }
        let lena = office.at("lena");
        lena.ok(&["new", text(&dossier), "--checklist", "4-2", "--title", "PLC-200"]);
        lena.ok(&["case", "set", "object.types", "EDR"]);
        let test = office.file("test.txt");
        fs::write(&test, "login refused on all ports").expect("written");
        lena.ok(&["evidence", "add", text(&test), "--class", "evaluator_test"]);
        for (name, organisation, roles) in PEOPLE {
            let key = office.key(name);
            let who = ["--key", &key, "--name", name, "--organisation", organisation, "--role", roles];
            lena.ok(&[&["people", "admit"][..], &who].concat());
        }
        office
    }

    fn at(&self, name: &str) -> &Desk {
        self.people.get(name).expect("somebody of the office")
    }

    fn file(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn key(&self, name: &str) -> String {
        let shown = self.at(name).json(&["identity", "show"]);
        shown["identity"]["key"].as_str().expect("a key").to_owned()
    }
}

fn judge<'a>(row: &'a str, verdict: &'a str) -> Vec<&'a str> {
    let by = ["--by", "component"];
    let said = ["record", row, "--verdict", verdict, "--rationale", "Seen", "--evidence", "test.txt"];
    [&said[..], if verdict == "fulfilled" { &by } else { &[] }].concat()
}

const ACCEPT: [&str; 4] = ["review", "accept", "--points", "All rows"];
const REFUSE: [&str; 4] = ["decide", "refused", "--reasons", "Half of the rows are open"];

#[test]
fn each_role_does_its_part_and_no_other() {
    let office = Office::open();
    let (lena, evan, tess) = (office.at("lena"), office.at("evan"), office.at("tess"));
    let (clara, rita, dora) = (office.at("clara"), office.at("rita"), office.at("dora"));

    clara.refused("refusal-needs-evaluator", &judge("CR 1.1", "fulfilled"));
    tess.refused("refusal-needs-evaluator", &judge("CR 1.1", "fulfilled"));
    rita.refused("refusal-reviewer-never-edits", &judge("CR 1.1", "fulfilled"));
    evan.ok(&judge("CR 1.1", "fulfilled"));
    evan.refused("refusal-reviewer-evaluated", &ACCEPT);
    evan.refused("refusal-decider-evaluated", &REFUSE);
    dora.refused("refusal-decision-needs-review", &REFUSE);

    // The expert's word stands at the row and is no verdict.
    let sign = ["expert", "sign", "--row", "CR 1.1", "--text", "The chip keeps keys as claimed"];
    evan.refused("refusal-needs-expert", &sign);
    tess.ok(&sign);
    tess.refused("refusal-reviewer-evaluated", &ACCEPT);
    let shown = lena.ok(&["show", "CR 1.1"]);
    assert!(shown.contains("tess") && shown.contains("keeps keys"), "it is shown at the row: {shown}");
    assert!(lena.ok(&["expert", "list"]).contains("E-1"), "and in a list");

    // Points go back and forth until the reviewer is content.
    let point = ["review", "point", "--row", "CR 1.1", "--text", "The log names another firmware"];
    evan.refused("refusal-reviewer-evaluated", &point);
    assert_eq!(rita.json(&point)["point"], "P-1", "the first point");
    rita.refused("refusal-review-point-open", &ACCEPT);
    rita.refused("refusal-point-not-answered", &["review", "close", "P-1", "settled", "--note", "Fine"]);
    let answer = ["review", "answer", "P-1", "--text", "Repeated on 3.2.1", "--evidence", "test.txt"];
    rita.refused("refusal-reviewer-never-edits", &answer);
    evan.ok(&answer);
    rita.ok(&["review", "close", "P-1", "not-settled", "--note", "The date is missing"]);
    rita.refused("refusal-review-point-open", &ACCEPT);
    assert!(lena.ok(&["status"]).contains("P-1"), "the status names the open point");
    evan.ok(&["review", "answer", "P-1", "--text", "The log of 3 June is registered"]);
    rita.ok(&["review", "close", "P-1", "settled", "--note", "Read"]);
    let points = lena.json(&["review", "points"]);
    assert_eq!(points[0]["answers"].as_array().map(Vec::len), Some(2), "both answers stay: {points}");
    assert_eq!(points[0]["results"].as_array().map(Vec::len), Some(2), "and both results: {points}");
    let told = lena.ok(&["review", "points"]);
    for said in ["another firmware", "Repeated on 3.2.1", "The date is missing", "3 June", "settled"] {
        assert!(told.contains(said), "`{said}` tells how the point was settled: {told}");
    }

    // Locked after the review, opened with a reason, reviewed again.
    lena.refused("refusal-lock-needs-review", &["lock", "CR 1.1"]);
    rita.ok(&ACCEPT);
    evan.refused("refusal-lock-needs-lead", &["lock", "CR 1.1"]);
    lena.refused("refusal-lock-row-open", &["lock", "CR 1.2"]);
    lena.ok(&["lock", "CR 1.1"]);
    assert_eq!(lena.json(&["show", "CR 1.1"])["stage"], "locked", "the row says so");
    evan.refused("refusal-row-locked", &judge("CR 1.1", "inconclusive"));
    tess.refused("refusal-row-locked", &sign);
    lena.refused("refusal-unlock-needs-reason", &["unlock", "CR 1.1", "--reason", " "]);
    lena.ok(&["unlock", "CR 1.1", "--reason", "Firmware 3.2.2 is evaluated"]);
    evan.ok(&judge("CR 1.1", "fulfilled"));
    lena.refused("refusal-lock-needs-review", &["lock", "CR 1.1"]);
    rita.ok(&ACCEPT);

    // The decision.
    evan.refused("refusal-decider-evaluated", &REFUSE);
    lena.refused("refusal-needs-decision-maker", &REFUSE);
    rita.refused("refusal-needs-decision-maker", &REFUSE);
    let limited = ["decide", "granted-limited", "--reasons", "Nearly"];
    dora.refused("refusal-limit-needs-conditions", &limited);
    let condition = ["--condition", "The guide is issued by May"];
    dora.refused("refusal-grant-without-conclusion", &[&limited[..], &condition].concat());
    dora.ok(&REFUSE);

    let log = lena.ok(&["log"]);
    for said in [
        "signs contribution E-1 on CR 1.1",
        "raises point P-1 on CR 1.1",
        "answers point P-1",
        "closes point P-1 as not_settled",
        "locks rows, 1 in number",
        "opens locked rows, 1 in number: Firmware 3.2.2",
    ] {
        assert!(log.contains(said), "the trail tells `{said}`: {log}");
    }
    assert!(!log.contains('⟦') && !log.contains("does not know"), "and every kind has its words: {log}");
    let out = verify(&[&lena.dossier]);
    assert!(out.status.success(), "the dossier verifies with all of it: {}", said(&out));
}

#[test]
fn whoever_reviewed_does_not_decide_where_the_scheme_separates_the_two() {
    let office = Office::open();
    let (lena, xenia, dora) = (office.at("lena"), office.at("xenia"), office.at("dora"));
    lena.ok(&judge("CR 1.1", "fulfilled"));
    xenia.ok(&ACCEPT);
    lena.ok(&["case", "set", "scheme.separate_decision", "yes"]);
    xenia.refused("refusal-decider-reviewed", &REFUSE);
    dora.ok(&REFUSE);
    lena.ok(&["case", "set", "scheme.separate_decision", "no"]);
    xenia.ok(&["decide", "refused", "--reasons", "ISO/IEC 17065 lets the reviewer decide"]);
    // A body's own people review and decide.
    lena.ok(&["case", "set", "client.name", "body"]);
    dora.refused("refusal-decider-of-client", &REFUSE);
}

#[test]
fn ties_are_declared_judged_and_bar_where_they_must() {
    let office = Office::open();
    let (lena, evan, quin) = (office.at("lena"), office.at("evan"), office.at("quin"));
    let gates = |kind: &str| {
        let out = lena.run(&["--json", "report", kind, "--gates"]);
        let gates: Value = serde_json::from_slice(&out.stdout).expect("gates as JSON");
        let all = gates.as_array().into_iter().flatten();
        let pairs = all.map(|g| (g["code"].as_str().unwrap_or_default(), g["args"]["place"].as_str()));
        pairs.map(|(code, place)| format!("{code} {}", place.unwrap_or_default())).collect::<Vec<_>>()
    };
    evan.ok(&judge("CR 1.1", "fulfilled"));
    let missing = "gate-person-record evan".to_owned();
    assert!(gates("independent-assessment").contains(&missing), "neither record is there");

    let all = "employment,ownership,family,consulting,fee";
    evan.refused("people-point-unanswered", &["people", "declare", "--no", all]);
    evan.refused(
        "people-point-answered-twice",
        &["people", "declare", "--no", "employment,ownership,family,consulting,gifts,fee,fee"],
    );
    evan.refused("people-unknown-point", &["people", "declare", "--no", "bribes"]);
    evan.refused("refusal-tie-needs-explanation", &["people", "declare", "--no", all, "--yes", "gifts"]);
    evan.ok(&["people", "declare", "--no", all, "--yes", "gifts=A calendar in 2025", "--text", "No more"]);
    let key = office.key("evan");
    let record =
        ["people", "competence", &key, "--area", "standard=IEC 62443-4-2:2019", "--basis", "Training"];
    let until = |day| [&record[..], &["--valid-until", day]].concat();
    evan.refused("refusal-needs-lead-or-quality-manager", &until("2099-12-31"));
    lena.ok(&until("2020-12-31"));
    let found = gates("independent-assessment");
    assert!(!found.contains(&missing), "both are recorded: {found:?}");
    for expected in ["gate-tie-not-cleared evan", "gate-competence-expired evan"] {
        assert!(found.iter().any(|g| g == expected), "{expected} must be named: {found:?}");
    }
    lena.ok(&until("2099-12-31"));

    let clear = |result, reasons| ["people", "clear", &key, result, "--reasons", reasons].map(str::to_owned);
    let refused = |desk: &Desk, code: &str, args: &[String]| {
        desk.refused(code, &args.iter().map(String::as_str).collect::<Vec<_>>());
    };
    refused(lena, "refusal-needs-quality-manager", &clear("cleared", "Small"));
    let done = |args: [String; 6]| quin.ok(&args.iter().map(String::as_str).collect::<Vec<_>>());
    done(clear("barred", "Designed the firmware"));
    evan.refused("refusal-person-barred", &judge("CR 1.2", "fulfilled"));
    let found = gates("certification-body");
    assert!(found.contains(&"gate-person-barred evan".to_owned()), "what stands is barred too: {found:?}");
    done(clear("cleared-with-safeguards", "Lena repeats every test of the firmware"));
    evan.ok(&judge("CR 1.2", "fulfilled"));
    let found = gates("certification-body");
    assert!(!found.iter().any(|g| g.ends_with(" evan")), "nothing stands against evan: {found:?}");
    let own = office.key("quin");
    quin.refused("refusal-impartiality-of-oneself", &["people", "clear", &own, "cleared", "--reasons", "r"]);

    let told = lena.ok(&["people", "records"]);
    for said in
        ["A calendar in 2025", "cleared with safeguards by quin", "IEC 62443-4-2:2019 (standard)", "2099"]
    {
        assert!(told.contains(said), "`{said}` stands in the records: {told}");
    }
}

#[test]
fn a_verdict_on_another_copy_stands_against_a_lock_and_is_seen() {
    let office = Office::open();
    let (lena, rita) = (office.at("lena"), office.at("rita"));
    lena.ok(&judge("CR 1.1", "fulfilled"));
    // Evan takes a copy along before the row is locked.
    let copy = office.file("for-evan.assay");
    lena.ok(&["hand-over", "--to", text(&copy)]);
    let evan = Desk { dossier: office.file("evan.assay"), ..office.at("evan").clone() };
    evan.ok(&["receive", text(&copy), "--to", text(&evan.dossier)]);
    rita.ok(&ACCEPT);
    lena.ok(&["lock", "CR 1.1"]);
    evan.ok(&judge("CR 1.1", "inconclusive"));
    let back = office.file("from-evan.assay");
    evan.ok(&["hand-over", "--to", text(&back)]);
    lena.ok(&["receive", text(&back)]);
    let shown = lena.json(&["show", "CR 1.1"]);
    assert_eq!(shown["verdict"]["verdict"], "inconclusive", "what evan recorded stands: {shown}");
    assert_eq!(shown["stage"], "locked", "and the lock does, too: {shown}");
    let out = lena.run(&["--json", "report", "self-declaration", "--gates"]);
    assert!(said(&out).contains("gate-locked-row-changed"), "no report over it: {}", said(&out));
    lena.refused("refusal-row-locked", &judge("CR 1.1", "fulfilled"));
    lena.ok(&["unlock", "CR 1.1", "--reason", "Evan's log of 3 June"]);
    lena.ok(&judge("CR 1.1", "fulfilled"));
    let out = lena.run(&["--json", "report", "self-declaration", "--gates"]);
    assert!(!said(&out).contains("gate-locked-row-changed"), "settled: {}", said(&out));
}
