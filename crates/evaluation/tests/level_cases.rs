//! Level cases with declared outcomes, and files that are no level cases.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use evaluation::levels::{CaseFileWhy, CaseResult, Facet, check_cases, levels};
use evaluation::verdict::{Fulfilment, Verdict};
use serde_json::Value;

const GOLDEN: &[u8] = include_bytes!("../../../fixtures/vectors/levels-golden.json");
const OWN: &[u8] = include_bytes!("../../../fixtures/vectors/levels-own.json");

fn check(json: &[u8]) -> Vec<CaseResult> {
    check_cases(&common::component_checklist(), json).expect("the case file must be readable")
}

#[test]
fn every_golden_case_comes_out_as_declared() {
    let results = check(GOLDEN);
    assert_eq!(results.len(), 14, "no golden case may be dropped");
    for result in results {
        assert!(result.differences.is_empty(), "{}: {:#?}", result.name, result.differences);
    }
}

#[test]
fn every_case_of_our_own_comes_out_as_declared() {
    let results = check(OWN);
    assert!(results.len() >= 14, "our own cases must be there, found {}", results.len());
    for result in results {
        assert!(result.differences.is_empty(), "{}: {:#?}", result.name, result.differences);
    }
}

#[test]
fn our_own_cases_also_declare_the_code_of_each_remark() {
    let checklist = common::component_checklist();
    let cases: Vec<Value> = serde_json::from_slice(OWN).expect("our cases are JSON");
    let mut codes = BTreeSet::new();
    for case in &cases {
        let types: Vec<&str> =
            case["types"].as_array().unwrap().iter().map(|t| t.as_str().unwrap()).collect();
        let verdicts: BTreeMap<String, (Verdict, Option<Fulfilment>)> =
            serde_json::from_value(case["verdicts"].clone()).expect("verdicts are readable");
        let found: BTreeSet<String> = levels(&checklist, &common::types(&types), &verdicts)
            .remarks
            .iter()
            .map(|remark| format!("{}: {}", remark.requirement, remark.code))
            .collect();
        let wanted: BTreeSet<String> =
            serde_json::from_value(case["expect_findings"].clone()).expect("findings are texts");
        assert_eq!(found, wanted, "{}: remarks must carry the declared codes", case["name"]);
        codes.extend(found.iter().map(|text| text.split(": ").last().unwrap().to_string()));
    }
    assert_eq!(codes.len(), 7, "our cases must reach every remark that levels can make: {codes:?}");
}

fn changed(edit: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut cases: Value = serde_json::from_slice(GOLDEN).expect("golden cases are JSON");
    edit(&mut cases);
    serde_json::to_vec(&cases).expect("a value can be written")
}

#[test]
fn a_wrong_expectation_is_reported_with_its_functional_requirement() {
    let results = check(&changed(|cases| cases[0]["expect"]["native"][2] = 1.into()));
    let [difference] = results[0].differences.as_slice() else {
        panic!("one changed number is one difference: {:?}", results[0].differences)
    };
    assert_eq!(difference.facet, Facet::Native, "the native vector was changed");
    assert_eq!(difference.fr, Some(3), "the third number belongs to FR 3");
    assert_eq!(difference.expected.as_deref(), Some("1"), "the case's own number is shown");
    assert_eq!(difference.found.as_deref(), Some("4"), "our number is shown beside it");
    assert!(results[1..].iter().all(|r| r.differences.is_empty()), "other cases stay ok");
}

#[test]
fn each_facet_of_a_case_is_compared() {
    let edits: [(&str, Facet); 6] = [
        ("/0/expect/native/0", Facet::Native),
        ("/0/expect/with_integration/0", Facet::WithIntegration),
        ("/0/expect/potential/0", Facet::Potential),
        ("/0/expect/vacuous/0", Facet::Vacuous),
        ("/0/expect_findings", Facet::FindingMissing),
        ("/2/expect_findings", Facet::FindingUnexpected),
    ];
    for (place, facet) in edits {
        let json = changed(|cases| {
            let value = cases.pointer_mut(place).expect("the place exists");
            *value = match facet {
                Facet::Vacuous => true.into(),
                Facet::FindingMissing => vec!["CR 1.1: made up"].into(),
                Facet::FindingUnexpected => Value::Array(Vec::new()),
                _ => 0.into(),
            };
        });
        let facets: BTreeSet<Facet> =
            check(&json).iter().flat_map(|r| &r.differences).map(|d| d.facet).collect();
        assert_eq!(facets, BTreeSet::from([facet]), "changing {place} must be seen as {facet}");
    }
}

#[test]
fn a_file_that_holds_no_level_cases_is_refused_with_its_place() {
    let whole = |verdicts: &str, native: &str| {
        format!(
            "[\n{{\"name\":\"a\",\"types\":[\"EDR\"],\"verdicts\":{verdicts},\n\"expect\":{{\
             \"native\":{native},\"with_integration\":[0,0,0,0,0,0,0],\
             \"potential\":[4,4,4,4,4,4,4],\
             \"vacuous\":[false,false,false,false,false,false,false]}}}}\n]"
        )
    };
    let good = whole("{}", "[0,0,0,0,0,0,0]");
    assert!(check(good.as_bytes())[0].differences.is_empty(), "the pattern itself must be good");
    let twice = good.replace("\n]", ",\n").to_string() + good.trim_start_matches("[\n");
    let cases: Vec<(&str, String, CaseFileWhy, usize)> = vec![
        ("an empty file", String::new(), CaseFileWhy::Ended, 1),
        ("an empty list checks nothing", "[]".into(), CaseFileWhy::NoCases, 1),
        ("not JSON", "name;native".into(), CaseFileWhy::NotJson, 1),
        ("an object", "{}".into(), CaseFileWhy::NotACase, 1),
        (
            "cut in the middle",
            good.strip_suffix("}\n]").expect("the pattern's end").into(),
            CaseFileWhy::Ended,
            3,
        ),
        ("text behind the list", format!("{good} x"), CaseFileWhy::NotJson, 4),
        (
            "an unknown verdict",
            whole("{\"CR 1.1\":[\"passed\",null]}", "[0,0,0,0,0,0,0]"),
            CaseFileWhy::NotACase,
            2,
        ),
        (
            "an unknown fulfilment mode",
            whole("{\"CR 1.1\":[\"fulfilled\",\"somehow\"]}", "[0,0,0,0,0,0,0]"),
            CaseFileWhy::NotACase,
            2,
        ),
        (
            "the same id twice",
            whole("{\"CR 1.1\":[\"fulfilled\",null],\"CR 1.1\":[\"not_fulfilled\",null]}", "[0,0,0,0,0,0,0]"),
            CaseFileWhy::NotACase,
            2,
        ),
        ("six numbers", whole("{}", "[0,0,0,0,0,0]"), CaseFileWhy::NotACase, 3),
        ("level 5", whole("{}", "[0,0,0,0,0,0,5]"), CaseFileWhy::NotACase, 3),
        ("half a level", whole("{}", "[0,0,0,0,0,0,1.5]"), CaseFileWhy::NotACase, 3),
        ("an unknown type", good.replace("EDR", "PLC"), CaseFileWhy::NotACase, 2),
        ("an unknown field", good.replace("\"name\"", "\"naem\""), CaseFileWhy::NotACase, 2),
        ("a missing vector", good.replace("\"potential\":[4,4,4,4,4,4,4],", ""), CaseFileWhy::NotACase, 3),
        ("two cases of one name", twice, CaseFileWhy::NotACase, 6),
    ];
    let checklist = common::component_checklist();
    for (what, json, why, line) in cases {
        let problem = check_cases(&checklist, json.as_bytes()).expect_err(what);
        assert_eq!(problem.why, why, "{what}: {problem:?}");
        assert!(problem.line.abs_diff(line) <= 1, "{what}: the place must be near line {line}: {problem:?}");
        assert!(!problem.detail.contains(" at line "), "{what}: the place has its own fields");
    }
}

#[test]
fn the_last_whole_case_is_named_when_a_later_one_is_broken() {
    let json = changed(|cases| cases[3]["types"][0] = "PLC".into());
    let problem = check_cases(&common::component_checklist(), &json).expect_err("PLC is no type");
    assert_eq!(
        problem.after_case.as_deref(),
        Some("edr-base-failed-re-ok"),
        "the reader stopped after the third case"
    );
}
