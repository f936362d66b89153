//! The renderings for other programs: golden files, and what must hold for every sample. Whether other programs take them
//! is asked in `tests/tests/exchange.rs`.
//!
//! `ASSAY_GOLDEN=overwrite cargo test -p report --test exchange` writes the golden files anew.

mod sample;

use report::contents::{Conclusion, RowVerdict};
use report::{Contents, Kind, RenderProblem, Words, exchange, json};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// The texts of reports and of renderings.
fn words() -> Words {
    let mut words = sample::words();
    let text =
        std::fs::read_to_string(sample::project("locales/en/exchange.ftl")).expect("the texts are there");
    for line in text.lines().filter(|line| line.starts_with("report-")) {
        let (id, text) = line.split_once(" = ").expect("every line is `id = text`");
        words.insert(id.to_owned(), text.replace("{ $", "{$").replace(" }", "}"));
    }
    words
}

/// All rows of both checklists for each kind, and a draft with an enhancement that counts as its base does.
fn all() -> Vec<(String, Contents)> {
    let mut all = sample::all();
    let mut draft = sample::component(Kind::IndependentAssessment);
    draft.report.draft = true;
    all.push(("draft".to_owned(), draft));
    all
}

fn read(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("canonical JSON is JSON")
}

fn cyclonedx(contents: &Contents) -> Value {
    read(&exchange::cyclonedx::write(contents, &words()).unwrap_or_else(|problem| panic!("{problem}")))
}

fn oscal(contents: &Contents) -> Value {
    read(&exchange::oscal::results(contents, &words()).unwrap_or_else(|problem| panic!("{problem}")))
}

fn list<'a>(value: &'a Value, pointer: &str) -> &'a [Value] {
    value.pointer(pointer).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default()
}

/// The properties of a CycloneDX file by name.
fn properties(bom: &Value) -> BTreeMap<&str, Vec<&str>> {
    let mut all: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for property in list(bom, "/properties") {
        let text = |key| property[key].as_str().expect("a text");
        all.entry(text("name")).or_default().push(text("value"));
    }
    all
}

/// How many rows in the scope count as met, and how many as not met.
fn counted(contents: &Contents) -> (usize, usize) {
    let selected = contents.rows.iter().filter(|row| row.scope == "selected");
    let verdicts: Vec<RowVerdict> = selected.map(|row| row.counts_as.unwrap_or(row.verdict)).collect();
    let among = |these: [RowVerdict; 2]| verdicts.iter().filter(|verdict| these.contains(verdict)).count();
    (among([RowVerdict::Fulfilled, RowVerdict::Pass]), among([RowVerdict::NotFulfilled, RowVerdict::Fail]))
}

#[test]
fn golden_renderings_stay_what_they_were() {
    let overwrite = std::env::var("ASSAY_GOLDEN").is_ok_and(|value| value == "overwrite");
    let component = sample::small_component(Kind::CertificationBody);
    let provider = sample::small_provider(Kind::IndependentAssessment);
    let plan = exchange::oscal::plan(&component, &words()).expect("it renders").expect("a finding is open");
    let files = [
        ("component.cdx.json", exchange::cyclonedx::write(&component, &words()).expect("it renders")),
        ("service_provider.cdx.json", exchange::cyclonedx::write(&provider, &words()).expect("it renders")),
        ("component.oscal.json", exchange::oscal::results(&component, &words()).expect("it renders")),
        ("service_provider.oscal.json", exchange::oscal::results(&provider, &words()).expect("it renders")),
        ("component.oscal-poam.json", plan),
    ];
    for (name, bytes) in files {
        // Broken into lines, so that a change can be read in the diff; the real bytes have none.
        let drawn = serde_json::to_string_pretty(&read(&bytes)).expect("it is JSON") + "\n";
        let path = sample::project(&format!("fixtures/reports/exchange/{name}"));
        if overwrite {
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(&path, &drawn).expect("written");
        }
        let golden =
            std::fs::read_to_string(&path).expect("the golden file; ASSAY_GOLDEN=overwrite writes it");
        if let Some((n, (was, is))) =
            golden.lines().zip(drawn.lines()).enumerate().find(|(_, (was, is))| was != is)
        {
            panic!("{name} line {}: was {was:?}, is {is:?}; if that is meant, ASSAY_GOLDEN=overwrite", n + 1);
        }
        assert_eq!(golden.len(), drawn.len(), "{name}: the files end together");
    }
}

#[test]
fn every_row_stands_once_in_the_order_of_the_report() {
    for (name, contents) in all() {
        let bom = cyclonedx(&contents);
        let wanted: Vec<String> = contents.rows.iter().map(|row| format!("requirement:{}", row.id)).collect();
        let map = list(&bom, "/declarations/attestations/0/map");
        let told: Vec<&str> = map.iter().filter_map(|entry| entry["requirement"].as_str()).collect();
        assert_eq!(told, wanted, "{name}: the map is the table of rows");
        let claims: BTreeSet<&str> = map.iter().filter_map(|entry| entry["claims"][0].as_str()).collect();
        assert_eq!(claims.len(), contents.rows.len(), "{name}: each row has a claim of its own");

        let results = oscal(&contents);
        let observations = list(&results, "/assessment-results/results/0/observations");
        assert_eq!(
            observations.len(),
            contents.rows.len() + contents.activities.len(),
            "{name}: an observation for each row and each activity"
        );
        for (row, observation) in contents.rows.iter().zip(observations) {
            let props = observation["props"].as_array().expect("properties");
            let has = |key: &str, value: &str| props.iter().any(|p| p["name"] == key && p["value"] == value);
            assert!(has("requirement-id", &row.id), "{name}: {} keeps its id: {observation}", row.id);
            assert!(has("verdict", row.verdict.code()), "{name}: {} keeps its verdict", row.id);
        }
    }
}

#[test]
fn conformance_is_told_only_of_what_is_met_or_not_met_and_counts_as_the_conclusion_does() {
    for (name, contents) in all() {
        let (met, not_met) = counted(&contents);
        let bom = cyclonedx(&contents);
        let map = list(&bom, "/declarations/attestations/0/map");
        let scored = |score: u64| map.iter().filter(|entry| entry["conformance"]["score"] == score).count();
        assert_eq!((scored(1), scored(0)), (met, not_met), "{name}: 1 is met, 0 is not met");
        let with = map.iter().filter(|entry| entry.get("conformance").is_some()).count();
        assert_eq!(with, met + not_met, "{name}: nothing else has a conformance, and no value lies between");

        let results = oscal(&contents);
        let findings = list(&results, "/assessment-results/results/0/findings");
        let state = |state: &str| findings.iter().filter(|f| f["target"]["status"]["state"] == state).count();
        assert_eq!((state("satisfied"), state("not-satisfied")), (met, not_met), "{name}: OSCAL as well");

        match &contents.conclusion {
            Conclusion::Component(conclusion) => {
                // Families and the total are other cuts through the same rows.
                let of_rows = |group: &String| contents.rows.iter().any(|row| &row.group == group);
                let groups = conclusion.counts.iter().filter(|line| of_rows(&line.group));
                let (mut fulfilled, mut missed) = (0, 0);
                for line in groups {
                    fulfilled += line.fulfilled_by_component + line.fulfilled_by_integration;
                    missed += line.not_fulfilled;
                }
                assert_eq!(
                    (met, not_met),
                    (fulfilled as usize, missed as usize),
                    "{name}: the counts of the conclusion"
                );
            }
            Conclusion::ServiceProvider(conclusion) => {
                let of = |verdict: &str| conclusion.row_counts.get(verdict).copied().unwrap_or(0) as usize;
                assert_eq!((met, not_met), (of("pass"), of("fail")), "{name}: the counts of the conclusion");
            }
        }
    }
}

#[test]
fn no_level_is_above_the_declared_one_and_missing_ones_are_none() {
    let mut compared = 0;
    for (name, contents) in all() {
        let Conclusion::Component(conclusion) = &contents.conclusion else { continue };
        let (bom, results) = (cyclonedx(&contents), oscal(&contents));
        let properties = properties(&bom);
        let props = list(&results, "/assessment-results/results/0/props");
        for level in &conclusion.levels {
            for (what, value) in [("native", level.native), ("with-integration", level.with_integration)] {
                let wanted = value.map_or("none".to_owned(), |n| n.to_string());
                let told = &properties[format!("assay:level:fr{}:{what}", level.fr).as_str()];
                assert_eq!(told, &[wanted.as_str()], "{name}: FR {} {what} once, as concluded", level.fr);
                let key = format!("fr{}-{what}", level.fr);
                let told: Vec<&Value> = props.iter().filter(|p| p["name"] == key.as_str()).collect();
                assert_eq!(told.len(), 1, "{name}: {key} stands once");
                assert_eq!(told[0]["value"], wanted.as_str(), "{name}: {key} as concluded");
                let declared = contents.claim.declared_levels[usize::from(level.fr - 1)];
                assert!(value.unwrap_or(0) <= declared, "{name}: FR {} is not above the claim", level.fr);
                compared += 1;
            }
        }
    }
    assert!(compared >= 4 * 14, "each component sample has its seven levels twice, {compared} were compared");
}

#[test]
fn what_the_component_does_not_meet_by_itself_says_so() {
    let words = words();
    let texts =
        ["integration", "mode-open", "on-base"].map(|id| words[&format!("report-exchange-{id}")].clone());
    let mut seen = 0;
    for (name, contents) in all() {
        let (bom, results) = (cyclonedx(&contents), oscal(&contents));
        let map = list(&bom, "/declarations/attestations/0/map");
        let findings = list(&results, "/assessment-results/results/0/findings");
        let says =
            |text: &Value| texts.iter().any(|t| text.as_str().unwrap_or_default().starts_with(t.as_str()));
        let met = map.iter().filter(|entry| entry["conformance"]["score"] == 1);
        let apart = met.filter(|entry| says(&entry["conformance"]["rationale"])).count();
        let because = |reason: &'static str| {
            findings.iter().map(|f| &f["target"]["status"]).filter(move |status| status["reason"] == reason)
        };
        assert_eq!(because("other").count(), apart, "{name}: both formats tell the same rows apart");
        assert!(because("other").all(|status| says(&status["remarks"])), "{name}: the reason has its words");
        let Conclusion::Component(conclusion) = &contents.conclusion else {
            assert_eq!(apart, 0, "{name}: only components know integration");
            continue;
        };
        let (mut own, mut with) = (0, 0);
        for line in
            conclusion.counts.iter().filter(|line| contents.rows.iter().any(|r| r.group == line.group))
        {
            own += line.fulfilled_by_component as usize;
            with += line.fulfilled_by_integration as usize;
        }
        assert_eq!((because("pass").count(), apart), (own, with), "{name}: as the conclusion counts");
        seen += apart;
    }
    assert!(seen > 0, "the samples have rows that need integration");
}

/// Every reference of a file leads to something in it, and no name stands for two things.
#[test]
fn references_lead_somewhere() {
    for (name, contents) in all() {
        let bom = cyclonedx(&contents);
        let mut named = BTreeSet::new();
        walk(&bom, &mut |key, value| {
            if key == "bom-ref" {
                assert!(named.insert(value.to_owned()), "{name}: {value} names one thing");
            }
        });
        let mut used = 0;
        walk(&bom, &mut |key, value| {
            let lists = ["claims", "counterClaims", "evidence", "mitigationStrategies", "requirements"];
            if lists.contains(&key) || ["assessor", "requirement", "target", "parent"].contains(&key) {
                assert!(named.contains(value), "{name}: {key} {value} leads to nothing");
                used += 1;
            }
        });
        assert!(used > contents.rows.len(), "{name}: the references were looked at");

        let results = oscal(&contents);
        let mut uuids = BTreeSet::new();
        walk(&results, &mut |key, value| {
            if key == "uuid" {
                assert!(uuids.insert(value.to_owned()), "{name}: {value} names one thing");
            }
        });
        let mut used = 0;
        walk(&results, &mut |key, value| {
            let leads = key.ends_with("-uuid") || key == "party-uuids" || key == "member-of-organizations";
            let inside = (key == "href").then(|| value.strip_prefix('#')).flatten();
            if let Some(id) = inside.or(leads.then_some(value)) {
                assert!(uuids.contains(id), "{name}: {key} {id} leads to nothing");
                used += 1;
            }
        });
        assert!(used > contents.rows.len(), "{name}: the references were looked at");
    }
}

/// Every text with the name of its member; the texts of a list have the name of the list.
fn walk<'a>(value: &'a Value, see: &mut impl FnMut(&str, &'a str)) {
    fn inner<'a>(key: &str, value: &'a Value, see: &mut impl FnMut(&str, &'a str)) {
        match value {
            Value::String(text) => see(key, text),
            Value::Array(list) => list.iter().for_each(|value| inner(key, value, see)),
            Value::Object(map) => map.iter().for_each(|(key, value)| inner(key, value, see)),
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }
    inner("", value, see);
}

#[test]
fn third_party_is_said_of_a_third_party_alone() {
    for (name, mut contents) in all() {
        for party in ["first", "second", "third", ""] {
            contents.independence.party = party.to_owned();
            let bom = cyclonedx(&contents);
            let told = &bom["declarations"]["assessors"][0]["thirdParty"];
            assert_eq!(told, &Value::Bool(party == "third"), "{name}: a {party:?} party");
        }
    }
}

#[test]
fn only_a_bodys_rendering_holds_words_of_a_certificate_and_no_draft_has_signers() {
    for (name, contents) in all() {
        let (bom, results) = (cyclonedx(&contents), oscal(&contents));
        let people: BTreeSet<String> = texts_of(&contents);
        for (format, file) in [("CycloneDX", &bom), ("OSCAL", &results)] {
            let mut said = Vec::new();
            walk(file, &mut |_, text| {
                // The words of people and vendors are theirs; ours are looked at.
                if !people.iter().any(|own| own.contains(text)) {
                    said.push(text.to_lowercase());
                }
            });
            let said = said.join("\n");
            let mut reserved =
                vec!["certified", "compliant", "tamper-proof", "presumption", "sl-a", "sl-t", "per cent"];
            if contents.report.kind != Kind::CertificationBody {
                reserved.push("certificat");
            }
            for word in reserved {
                assert!(!said.contains(word), "{name}: {format} says {word:?}: {said}");
            }
        }
        let signatories = list(&bom, "/declarations/affirmation/signatories").len();
        let wanted = if contents.report.draft { 0 } else { contents.report.signatures.len() };
        assert_eq!(signatories, wanted, "{name}: who signs a draft is not told");
    }
}

/// Every text in the data set.
fn texts_of(contents: &Contents) -> BTreeSet<String> {
    let value = serde_json::to_value(contents).expect("a data set is JSON");
    let mut texts = BTreeSet::new();
    walk(&value, &mut |_, text| {
        texts.insert(text.to_owned());
    });
    texts
}

#[test]
fn same_data_same_bytes_and_other_data_other_ids() {
    let contents = sample::component(Kind::SelfDeclaration);
    let again = json::read(&json::write(&contents).expect("canonical")).expect("it reads back");
    let made = exchange::oscal::results(&contents, &words()).expect("it renders");
    assert_eq!(
        made,
        exchange::oscal::results(&again, &words()).expect("it renders"),
        "same data, same bytes"
    );
    trail::json::check(&made).expect("the file is canonical JSON");
    let made = exchange::cyclonedx::write(&contents, &words()).expect("it renders");
    assert_eq!(
        made,
        exchange::cyclonedx::write(&again, &words()).expect("it renders"),
        "same data, same bytes"
    );
    trail::json::check(&made).expect("the file is canonical JSON");
    let mut other = contents.clone();
    other.report.revision += 1;
    assert_ne!(
        oscal(&contents)["assessment-results"]["uuid"],
        oscal(&other)["assessment-results"]["uuid"],
        "another data set has other ids"
    );
}

#[test]
fn a_plan_of_action_holds_the_open_findings_and_nothing_else() {
    for (name, mut contents) in all() {
        let open = |c: &Contents| {
            let open = |state: &str| !matches!(state, "closed" | "rejected" | "withdrawn");
            c.findings.iter().filter(|finding| open(&finding.state)).count()
        };
        if open(&contents) > 0 {
            let plan = exchange::oscal::plan(&contents, &words()).expect("it renders").expect("one is open");
            let plan = read(&plan);
            let items = list(&plan, "/plan-of-action-and-milestones/poam-items");
            let risks = list(&plan, "/plan-of-action-and-milestones/risks");
            assert_eq!((items.len(), risks.len()), (open(&contents), open(&contents)), "{name}: one each");
            for (finding, risk) in contents.findings.iter().filter(|f| f.state != "closed").zip(risks) {
                let deadline = finding.due.as_ref().map(|day| format!("{day}T00:00:00Z"));
                assert_eq!(risk["deadline"].as_str(), deadline.as_deref(), "{name}: the due date is kept");
            }
        }
        for finding in &mut contents.findings {
            finding.state = "closed".to_owned();
        }
        let none = exchange::oscal::plan(&contents, &words()).expect("it renders");
        assert_eq!(none, None, "{name}: without an open finding there is no plan");
    }
}

#[test]
fn what_contradicts_itself_or_lacks_a_text_is_not_rendered() {
    let mut untrue = sample::component(Kind::SelfDeclaration);
    untrue.statement.code = "provider".to_owned();
    for refused in [
        exchange::cyclonedx::write(&untrue, &words()).map(|_| ()),
        exchange::oscal::results(&untrue, &words()).map(|_| ()),
        exchange::oscal::plan(&untrue, &words()).map(|_| ()),
    ] {
        assert!(matches!(refused, Err(RenderProblem::Untrue(_))), "a contradiction is refused: {refused:?}");
    }
    let contents = sample::component(Kind::SelfDeclaration);
    let mut fewer = words();
    fewer.remove("report-own-labels");
    let missing = RenderProblem::MissingWord("report-own-labels".to_owned());
    assert_eq!(exchange::cyclonedx::write(&contents, &fewer), Err(missing.clone()), "the text is named");
    assert_eq!(exchange::oscal::results(&contents, &fewer), Err(missing), "the text is named");
}

/// Texts that are empty, of many lines, or look like something else go through as they are or are left out.
#[test]
fn awkward_texts_are_rendered() {
    let mut contents = sample::small_component(Kind::IndependentAssessment);
    contents.report.draft = true;
    contents.issuer.name = String::new();
    contents.client.name = " \n ".to_owned();
    contents.conduct.plan = None;
    contents.conduct.from = None;
    contents.people.clear();
    for row in &mut contents.rows {
        row.rationale = "\n\n{$n} \u{202e}desrever\r\n".to_owned();
        row.evaluator = Some("nobody known".to_owned());
        row.date = None;
    }
    for finding in &mut contents.findings {
        finding.grade_reason = String::new();
        finding.plan = Some("first\n\nsecond".to_owned());
    }
    let results = oscal(&contents);
    let line = |text: &str| !text.is_empty() && text.trim() == text && !text.contains('\n');
    walk(&results, &mut |key, text| {
        if matches!(key, "name" | "title" | "value" | "identifier") {
            assert!(line(text), "{key} {text:?} is one line, as the format wants it");
        }
    });
    assert_eq!(
        list(&results, "/assessment-results/results/0/observations").len(),
        contents.rows.len() + contents.activities.len(),
        "no row is lost"
    );
    let bom = cyclonedx(&contents);
    assert!(properties(&bom).contains_key("assay:row:1:verdict"), "the rows are told in CycloneDX as well");
}
