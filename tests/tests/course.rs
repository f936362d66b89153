//! What follows a verdict, over the real program: a nonconformity from its raise to its re-evaluation, a sample that
//! anyone can draw again, and a certificate that is suspended and withdrawn.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use across::{Desk, root, said, verify};
use serde_json::{Value, json};
use tempfile::TempDir;

/// People at desks of their own, around one dossier.
struct House {
    folder: TempDir,
    dossier: PathBuf,
}

impl House {
    fn new(people: &[&str], checklist: &str) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let dossier = folder.path().join("a.assay");
        let house = Self { folder, dossier };
        for person in people {
            let args = ["identity", "new", "--no-passphrase", "--name", person, "--organisation", "Lab"];
            house.desk(person).ok(&[&args[..], &["--function", "Engineer"]].concat());
        }
        let path = house.dossier.to_str().expect("a path");
        house.desk("lead").ok(&["new", path, "--checklist", checklist, "--title", "A case"]);
        house
    }

    fn desk(&self, person: &str) -> Desk {
        Desk { home: self.folder.path().join(person), dossier: self.dossier.clone() }
    }

    fn admit(&self, person: &str, role: &str) {
        let shown = self.desk(person).json(&["identity", "show"]);
        let key = shown["identity"]["key"].as_str().expect("a key");
        let args =
            ["people", "admit", "--key", key, "--name", person, "--organisation", "Lab", "--role", role];
        let more = ["--competence", "Knows it", "--impartiality", "No ties"];
        self.desk("lead").ok(&[&args[..], &more].concat());
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        fs::write(&path, text).expect("written");
        path.to_str().expect("a path").to_owned()
    }

    fn evidence(&self, name: &str, class: &str) {
        let path = self.write(name, &format!("{name}\n"));
        self.desk("lead").ok(&["evidence", "add", &path, "--class", class, "--producer", "evaluator"]);
    }

    fn verdict(&self, row: &str) -> Value {
        self.desk("lead").json(&["show", row])["verdict"]["verdict"].clone()
    }

    fn finding(&self, number: &str) -> Value {
        let all = self.desk("lead").json(&["finding", "list"]);
        let found = all.as_array().into_iter().flatten().find(|f| f["finding"]["finding"] == number);
        found.cloned().unwrap_or_else(|| panic!("{number} is in the list: {all}"))
    }

    fn is_whole(&self) {
        let checked = verify(&[&self.dossier]);
        assert!(checked.status.success(), "the dossier must verify: {}", said(&checked));
        let log = self.desk("lead").ok(&["log"]);
        assert!(!log.contains('⟦') && !log.contains("{$"), "every entry is told in words: {log}");
    }
}

fn plan<'a>(due: &'a str, cause: &'a str) -> Vec<&'a str> {
    let parts =
        ["finding", "answer", "F-1", "--due", due, "--root-cause", cause, "--note", "Plan of the week"];
    let more =
        ["--containment", "Port closed", "--extent", "PLC-300 not affected", "--action", "Check extended"];
    [&parts[..], &more, &["--owner", "Quality lead"]].concat()
}

#[test]
fn a_nonconformity_goes_its_whole_way_and_the_row_is_judged_anew() {
    let house = House::new(&["lead", "client"], "4-2");
    house.admit("client", "client_contact");
    let (lead, client) = (house.desk("lead"), house.desk("client"));
    lead.ok(&["case", "set", "object.types", "EDR"]);
    house.evidence("test.txt", "evaluator_test");
    house.evidence("retest.txt", "evaluator_test");
    let failed = ["record", "CR 1.1", "--verdict", "not_fulfilled", "--rationale", "No login on port 5"];
    let raised = [
        "--evidence",
        "test.txt",
        "--finding",
        "minor",
        "--finding-reason",
        "One port",
        "--statement",
        "Port 5",
    ];
    lead.ok(&[&failed[..], &raised].concat());

    // The client disputes, the evaluator upholds, the client answers.
    client.ok(&["finding", "move", "F-1", "disputed", "--note", "The port is behind a door"]);
    client.refused("refusal-needs-evaluator", &["finding", "move", "F-1", "withdrawn", "--note", "It is"]);
    lead.ok(&[
        "finding",
        "move",
        "F-1",
        "upheld",
        "--note",
        "The door is part of the site, not of the product",
    ]);
    client.refused("refusal-answer-incomplete", &plan("2027-01-31", " "));
    client.ok(&plan("2027-01-31", "Not on the list"));
    client.refused("refusal-needs-evaluator", &["finding", "move", "F-1", "plan_accepted", "--note", "Good"]);
    lead.ok(&["finding", "move", "F-1", "plan_rejected", "--note", "The cause is not named"]);
    lead.refused("refusal-finding-step", &["finding", "move", "F-1", "plan_accepted", "--note", "After all"]);
    client.ok(&plan("2027-02-28", "The list is made by hand"));
    lead.ok(&["finding", "move", "F-1", "plan_accepted", "--note", "Names the cause"]);
    assert_eq!(house.finding("F-1")["plan_accepted"], true, "the evaluator accepted it");

    // It does not work, is found in other places, and is major from then on.
    client.ok(&["finding", "move", "F-1", "implemented", "--note", "Done"]);
    let found =
        ["finding", "move", "F-1", "not_effective", "--note", "Port 6 is open", "--method", "on_site"];
    lead.refused("refusal-verification-needs-evidence", &found);
    lead.ok(&[&found[..], &["--evidence", "test.txt"]].concat());
    assert_eq!(house.finding("F-1")["plan_accepted"], false, "a plan that did not work is none");
    lead.refused("finding-unknown-cause", &["finding", "escalate", "F-1", "--cause", "big", "--reason", "x"]);
    lead.ok(&["finding", "escalate", "F-1", "--cause", "systematic", "--reason", "Ports 5 and 6"]);
    let finding = house.finding("F-1");
    assert_eq!(finding["grade"], "major", "escalated");
    assert_eq!(finding["finding"]["grade"], "minor", "what was raised is not rewritten");

    // Time limits follow from the day that is asked about.
    let on = |day: &str| lead.json(&["finding", "overdue", "--on", day]);
    assert_eq!(on("2026-01-01"), json!([]), "nothing is late before it was raised");
    let late: Vec<Value> = on("2099-01-01").as_array().cloned().unwrap_or_default();
    let limits: Vec<&str> = late.iter().filter_map(|d| d["limit"].as_str()).collect();
    assert_eq!(limits, ["answer", "closure"], "an answer and the closure are awaited: {late:?}");

    // A new plan, verified on new evidence; the verdict is still the old one.
    client.ok(&plan("2027-03-31", "The list of interfaces had no owner"));
    lead.ok(&["finding", "move", "F-1", "plan_accepted", "--note", "Covers both ports"]);
    client.ok(&["finding", "move", "F-1", "implemented", "--note", "Done on all units"]);
    client.refused(
        "refusal-needs-evaluator",
        &["finding", "move", "F-1", "closed", "--note", "x", "--evidence", "retest.txt"],
    );
    let closed = [
        "finding",
        "move",
        "F-1",
        "closed",
        "--note",
        "Refused on all ports",
        "--method",
        "on_site",
        "--evidence",
    ];
    lead.refused("refusal-closing-needs-new-evidence", &[&closed[..], &["test.txt"]].concat());
    let again = [
        "record",
        "CR 1.1",
        "--verdict",
        "fulfilled",
        "--by",
        "component",
        "--rationale",
        "All ports",
        "--evidence",
        "retest.txt",
    ];
    lead.refused("refusal-finding-open", &again);
    lead.ok(&[&closed[..], &["retest.txt"]].concat());
    assert_eq!(house.verdict("CR 1.1"), "not_fulfilled", "closing a finding sets no verdict");
    lead.ok(&again);
    assert_eq!(house.verdict("CR 1.1"), "fulfilled", "the re-evaluation does");
    let shown = lead.ok(&["show", "CR 1.1"]);
    assert!(shown.contains("No login on port 5"), "and the first verdict stays to be seen: {shown}");

    // Seen again: major, whatever is asked for.
    let repeat = [
        "finding",
        "raise",
        "--row",
        "CR 1.1",
        "--reason",
        "Again",
        "--statement",
        "Port 5",
        "--evidence",
        "test.txt",
        "--repeats",
        "F-1",
        "--grade",
    ];
    lead.refused("refusal-repeat-is-major", &[&repeat[..], &["minor"]].concat());
    lead.ok(&[&repeat[..], &["major"]].concat());
    house.is_whole();
}

fn parts(args: &[String]) -> Vec<&str> {
    args.iter().map(String::as_str).collect()
}

#[test]
fn a_sample_can_be_drawn_again_by_anybody() {
    let house = House::new(&["lead", "client"], "2-4");
    house.admit("client", "client_contact");
    let lead = house.desk("lead");
    let list = root().join("fixtures/evaluations/hafenlicht-service/evidence/population-list.csv");
    let list = list.to_str().expect("a path");
    let draw = |role: &str, more: &[&str]| {
        let only = format!("role={role}");
        let args = ["sample", "draw", "--population", list, "--seed", "352331", "--only", &only];
        [&args[..], more].concat().into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    let run = |args: Vec<String>| lead.json(&parts(&args));
    let refused = |code: &str, args: Vec<String>| {
        lead.refused(code, &parts(&args));
    };
    refused("sampling-list-not-registered", draw("integration", &["--n", "1"]));
    lead.ok(&["evidence", "add", list, "--class", "other", "--title", "Population list of contracts"]);
    refused("sampling-list-column", draw("integration", &["--n", "1", "--names", "number"]));
    refused("sampling-list-empty", draw("design", &["--n", "1"]));
    refused("refusal-sampling-size", draw("integration", &["--n", "7"]));
    refused("refusal-sampling-needs-reason", draw("integration", &["--n", "1", "--add", "K-03"]));
    let by_client = house.desk("client");
    let args = draw("integration", &["--n", "1"]);
    by_client.refused("refusal-needs-evaluator", &parts(&args));

    // What the audit notes of the sample evaluation say was drawn with this seed.
    let drawn = run(draw("integration", &["--n", "1", "--add", "K-03: the only contract with wireless"]));
    assert_eq!(drawn["draw"]["chosen"], json!(["K-02"]), "as the notes have it: {drawn}");
    assert_eq!(
        drawn["suggested"],
        json!([3, 2, 2]),
        "six items: the square root, 0.6 and 0.8 of it, rounded up"
    );
    let drawn = run(draw("maintenance", &["--n", "2", "--add", "M-03: the only one with remote access"]));
    assert_eq!(drawn["draw"]["chosen"], json!(["M-01", "M-02"]), "as the notes have it: {drawn}");

    // The line of Python in docs/formats/events.md, as a stranger would run it.
    let page = fs::read_to_string(root().join("docs/formats/events.md")).expect("the page");
    let line = page.lines().find(|l| l.starts_with("python3 -c '")).expect("the line of Python");
    let code = line.split('\'').nth(1).expect("its code");
    let items = drawn["draw"]["population"].as_array().expect("the population");
    let names = items.iter().filter_map(|i| i["item"].as_str());
    let again =
        Command::new("python3").args(["-c", code, "352331", "2"]).args(names).output().expect("python3 runs");
    assert_eq!(
        String::from_utf8_lossy(&again.stdout).trim(),
        "M-01 M-02",
        "the same choice: {}",
        said(&again)
    );

    // Drawing until it suits shows.
    refused("refusal-sampling-again-needs-reason", draw("integration", &["--n", "1"]));
    run(draw("integration", &["--n", "2", "--reason", "A second one for a second team"]));
    let listed = lead.json(&["sample", "list"]);
    assert_eq!(listed[0]["drawn"], 2, "both draws are counted: {listed}");
    let random = run(["sample", "draw", "--population", list, "--n", "3"].map(str::to_owned).to_vec());
    let seed = random["draw"]["seed"].as_str().expect("a seed");
    assert_eq!(
        (seed.len(), random["draw"]["chosen"].as_array().map(Vec::len)),
        (16, Some(3)),
        "a seed of the machine"
    );
    house.is_whole();
}

/// The sample evaluation of a service provider, up to the granted decision.
fn granted() -> House {
    let house = House::new(&["lead", "reviewer", "decision"], "2-4");
    let sample = root().join("fixtures/evaluations/hafenlicht-service");
    let file = |name: &str| sample.join(name).to_str().expect("a path").to_owned();
    let lead = house.desk("lead");
    lead.ok(&["case", "load", &file("case.json")]);
    house.admit("reviewer", "reviewer");
    house.admit("decision", "decision_maker");
    let shown = lead.json(&["identity", "show"]);
    let key = shown["identity"]["key"].as_str().expect("a key");
    lead.ok(&[
        "people",
        "admit",
        "--key",
        key,
        "--name",
        "lead",
        "--role",
        "lead,evaluator",
        "--organisation",
        "Lab",
        "--competence",
        "Knows it",
        "--impartiality",
        "No ties",
    ]);
    lead.ok(&["evidence", "load", &file("evidence.json"), "--folder", &file("evidence")]);
    lead.ok(&["record", "--from", &file("worksheet-1.json")]);
    lead.ok(&["record", "--from", &file("worksheet-2.json")]);
    let today = workbench::clock::today();
    let (year, rest) = today.split_once('-').expect("a date");
    let expiry = format!("{}-{}", year.parse::<u32>().expect("a year") + 3, rest.replace("02-29", "02-28"));
    lead.ok(&["case", "set", "certification_body/certificate.effective", &today]);
    lead.ok(&["case", "set", "certification_body/certificate.expiry", &expiry]);
    house.desk("reviewer").ok(&["review", "accept", "--points", "All rows read"]);
    house.desk("decision").ok(&["decide", "granted", "--reasons", "Evaluation and review are complete"]);
    house
}

fn status(house: &House) -> (String, bool) {
    let told = house.desk("lead").json(&["certificate", "status"]);
    (told["status"].as_str().unwrap_or_default().to_owned(), told["attests"] == true)
}

fn report(house: &House, number: &str) -> Value {
    let folder = house.folder.path().join("reports");
    let to = folder.to_str().expect("a path");
    house.desk("lead").ok(&["report", "certification-body", "--number", number, "--to", to]);
    let named = |p: &Path| p.file_name().is_some_and(|n| n.to_string_lossy().contains(number));
    let files = fs::read_dir(&folder).expect("reports").filter_map(|e| Some(e.ok()?.path()));
    let mut files: Vec<PathBuf> =
        // The data set alone: the exchange formats are JSON as well, with a further ending before it.
        files.filter(|p| p.extension().is_some_and(|x| x == "json") && named(p))
            .filter(|p| p.file_stem().is_some_and(|stem| !stem.to_string_lossy().contains('.')))
            .collect();
    files.sort();
    let newest = files.pop().expect("the data set of the report");
    serde_json::from_slice(&fs::read(newest).expect("read")).expect("JSON")
}

/// The text of the report's pages, with single spaces.
fn printed(house: &House, number: &str) -> String {
    let path = house.folder.path().join(format!("reports/certification-body-{number}.pdf"));
    let out = Command::new("pdftotext").arg(path).arg("-").output().expect("pdftotext runs");
    assert!(out.status.success(), "the report is there: {}", said(&out));
    String::from_utf8_lossy(&out.stdout).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn a_certificate_that_is_suspended_or_withdrawn_attests_nothing() {
    let house = granted();
    let (lead, decision) = (house.desk("lead"), house.desk("decision"));
    assert_eq!(status(&house), ("not_stated".to_owned(), true), "granted, and nothing recorded since");
    fn say<'a>(what: &'a str, directory: &'a str) -> Vec<&'a str> {
        vec!["certificate", what, "--reason", "As decided", "--directory", directory]
    }
    decision.refused("refusal-certificate-step", &say("suspend", "Suspended"));
    lead.refused("refusal-decider-evaluated", &say("grant", "KE-2026-0119, valid"));
    house.desk("reviewer").refused("refusal-needs-decision-maker", &say("grant", "KE-2026-0119, valid"));
    decision.ok(&say("grant", "KE-2026-0119, valid"));
    assert_eq!(status(&house), ("valid".to_owned(), true), "valid from today");
    let data = report(&house, "C-1");
    assert_eq!(data["statement"]["given"], true, "the report states conformity");
    assert!(data["certificate"].is_object(), "with the certificate data");

    // Surveillance: a proposal is no plan; the plan names the open minors; the visit is recorded by who evaluates.
    let file = house.folder.path().join("visits.json");
    let file = file.to_str().expect("a path");
    let proposed = lead.json(&["surveillance", "propose", "--to", file]);
    assert_eq!(
        proposed[0]["findings"],
        json!(["F-1", "F-2"]),
        "the open minors at the first visit: {proposed}"
    );
    assert_eq!(lead.json(&["surveillance", "list"])["plan"], json!([]), "nothing was recorded by proposing");
    lead.refused("refusal-decider-evaluated", &["surveillance", "plan", "--from", file]);
    let mut without = proposed.clone();
    without[0]["findings"] = json!([]);
    let without = house.write("without.json", &without.to_string());
    decision.refused("refusal-surveillance-minor-missing", &["surveillance", "plan", "--from", &without]);
    decision.ok(&["surveillance", "plan", "--from", file]);
    let visit =
        ["surveillance", "record", "--date", "2027-05-20", "--summary", "Quarterly reports read", "--result"];
    lead.refused("refusal-surveillance-leaves-open", &[&visit[..], &["satisfactory"]].concat());
    decision.refused("refusal-needs-evaluator", &[&visit[..], &["findings", "--findings", "F-1"]].concat());
    lead.ok(&[&visit[..], &["findings", "--findings", "F-1,F-2"]].concat());

    // Suspended: no statement, no certificate data, and the state with its directory text in the new revision.
    decision
        .refused("refusal-certificate-wording", &say("suspend", "The certificate is valid for old projects"));
    decision.ok(&say("suspend", "Suspended until the service plan is corrected"));
    assert_eq!(status(&house), ("suspended".to_owned(), false), "suspended");
    let data = report(&house, "C-1");
    assert_eq!(data["report"]["revision"], 2, "a revision of the same report");
    assert_eq!(data["statement"]["given"], false, "which states no conformity: {}", data["statement"]);
    assert!(data["certificate"].is_null(), "and prints no certificate data");
    let limit = &data["statement"]["limited_by"][0];
    assert_eq!(limit["code"], "certificate_suspended", "but the state: {limit}");
    assert_eq!(limit["args"]["text"], "Suspended until the service plan is corrected", "in the body's words");
    let pages = printed(&house, "C-1-r2");
    assert!(pages.contains("is suspended since"), "and it is on the page: {pages}");
    assert!(!pages.contains("KE-2026-0119"), "where no certificate number is");

    // Back, and then gone for good.
    decision.ok(&say("reinstate", "KE-2026-0119, valid"));
    assert_eq!(status(&house), ("valid".to_owned(), true), "nothing was changed that nobody decided on");
    decision.ok(&[
        &say("reduce", "Maintenance alone")[..],
        &["--scope", "Maintenance of automation solutions"],
    ]
    .concat());
    assert_eq!(status(&house), ("reduced_scope".to_owned(), true), "for less than was granted");
    decision.refused("refusal-certificate-step", &say("reinstate", "KE-2026-0119, valid"));
    let data = report(&house, "C-1");
    assert_eq!(
        data["certificate"]["scope"], "Maintenance of automation solutions",
        "the report names what is left"
    );
    decision.ok(&say("withdraw", "Withdrawn"));
    assert_eq!(status(&house), ("withdrawn".to_owned(), false), "withdrawn");
    for what in ["grant", "reinstate", "suspend", "terminate"] {
        decision.refused("refusal-certificate-step", &say(what, "See there"));
    }
    house.is_whole();
}
