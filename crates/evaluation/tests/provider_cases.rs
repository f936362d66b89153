//! Conclusions on service providers with declared outcomes. The format is in
//! `docs/formats/level-cases.md`.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use checklist::Checklist;
use evaluation::maturity::Maturity;
use evaluation::provider::{
    ProviderConclusion, ProviderInput, ProviderOutcome, ProviderRow, RowPlace, conclude,
};
use evaluation::provider_tuples::ProviderTuple;
use evaluation::verdict::{Grade, OpenFinding, ProviderVerdict};
use serde::Deserialize;

const CASES: &[u8] = include_bytes!("../../../fixtures/vectors/provider.json");

type Place = (String, Option<String>, Option<String>);
type RowCase = (String, Option<String>, Option<String>, Option<ProviderVerdict>, Option<u8>, Option<u8>);
type BlockCase = (String, Option<String>, String);
type RaiseCase = (u8, u8, Vec<Place>);

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    roles: Vec<String>,
    start: Option<Start>,
    #[serde(default)]
    rows: Vec<RowCase>,
    #[serde(default)]
    extra: Vec<RowCase>,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    findings: Vec<(String, String, Grade, bool)>,
    expect: Expect,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Start {
    roles: Vec<Option<String>>,
    declared_ml: Option<u8>,
    evaluated_ml: Option<u8>,
    #[serde(default = "pass")]
    verdict: ProviderVerdict,
}

fn pass() -> ProviderVerdict {
    ProviderVerdict::Pass
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    outcome: String,
    total: [u32; 9],
    distribution: [u32; 4],
    lowest: Option<u8>,
    against: Vec<(String, String)>,
    missing: Vec<(String, String)>,
    missing_count: Option<usize>,
    remarks: Vec<(String, String)>,
    remarks_count: Option<usize>,
    #[serde(default)]
    not_evaluated: Vec<Place>,
    not_evaluated_count: Option<usize>,
    #[serde(default)]
    open_minors: Vec<String>,
    #[serde(default)]
    failed_with_plan: Vec<String>,
    #[serde(default)]
    tuples: BTreeMap<String, [u32; 9]>,
    #[serde(default)]
    by_role: BTreeMap<String, [u32; 9]>,
    #[serde(default)]
    group_lowest: BTreeMap<String, Option<u8>>,
    #[serde(default)]
    group_distribution: BTreeMap<String, [u32; 4]>,
    #[serde(default)]
    not_evaluated_beside_lowest: BTreeMap<String, Vec<String>>,
    #[serde(default)]
    raise: BTreeMap<String, Option<RaiseCase>>,
    #[serde(default)]
    blocks: BTreeMap<String, BTreeMap<u8, Vec<BlockCase>>>,
}

fn row(case: &RowCase) -> ProviderRow {
    let (requirement, role, component, verdict, declared_ml, evaluated_ml) = case.clone();
    ProviderRow { requirement, role, component, verdict, declared_ml, evaluated_ml }
}

fn rows(checklist: &Checklist, case: &Case) -> Vec<ProviderRow> {
    let mut rows = Vec::new();
    if let Some(start) = &case.start {
        for requirement in &checklist.requirements {
            rows.extend(start.roles.iter().map(|role| ProviderRow {
                requirement: requirement.id.clone(),
                role: role.clone(),
                component: None,
                verdict: Some(start.verdict),
                declared_ml: start.declared_ml,
                evaluated_ml: start.evaluated_ml,
            }));
        }
    }
    for without in &case.without {
        let (id, role) = match without.split_once('@') {
            Some((id, role)) => (id, Some(role)),
            None => (without.as_str(), None),
        };
        let before = rows.len();
        rows.retain(|row| row.requirement != id || role.is_some_and(|r| row.role.as_deref() != Some(r)));
        assert!(rows.len() < before, "{}: {without} must name a row", case.name);
    }
    for changed in &case.rows {
        let changed = row(changed);
        let place = rows.iter_mut().find(|row| {
            row.requirement == changed.requirement
                && row.role == changed.role
                && row.component == changed.component
        });
        *place.expect("the changed row must be there") = changed;
    }
    rows.extend(case.extra.iter().map(row));
    rows
}

fn run(checklist: &Checklist, case: &Case, backwards: bool) -> ProviderConclusion {
    let mut rows = rows(checklist, case);
    if backwards {
        rows.reverse();
    }
    let findings: Vec<OpenFinding> = case
        .findings
        .iter()
        .map(|(id, requirement, grade, plan_accepted)| OpenFinding {
            id: id.clone(),
            requirement: requirement.clone(),
            grade: *grade,
            plan_accepted: *plan_accepted,
        })
        .collect();
    conclude(checklist, &ProviderInput { roles: case.roles.clone(), rows, findings: &findings })
}

fn tuple_line(line: &ProviderTuple) -> [u32; 9] {
    let rest = line.not_evaluated;
    let (out, partly, open, no_row) = (rest.out_of_scope, rest.partly, rest.open, rest.no_row);
    [line.ra, line.nar, line.tr, line.fail, rest.total(), out, partly, open, no_row]
}

fn places(places: &[RowPlace]) -> Vec<Place> {
    places.iter().map(|one| (one.requirement.clone(), one.role.clone(), one.component.clone())).collect()
}

fn group<'c>(found: &'c ProviderConclusion, name: &str) -> &'c Maturity {
    found.maturity.iter().find(|one| one.group == name).expect("a summary level")
}

fn compare(case: &Case, found: &ProviderConclusion) {
    let (name, expect) = (&case.name, &case.expect);
    let code = match &found.outcome {
        ProviderOutcome::Positive => "positive",
        ProviderOutcome::PositiveLimited { not_evaluated, open_minors } => {
            assert_eq!(not_evaluated, &found.not_evaluated, "{name}: the limits name every N/E");
            assert_eq!(open_minors, &found.open_minors, "{name}: and every open minor finding");
            "positive_limited"
        }
        ProviderOutcome::NotPositive { why } => {
            assert_eq!(why, &found.against, "{name}: the outcome carries its reasons");
            "not_positive"
        }
        ProviderOutcome::Unfinished { missing } => {
            assert_eq!(missing, &found.missing, "{name}: the outcome carries what is missing");
            "unfinished"
        }
    };
    let why = format!("{name}: against {:?}, missing {:?}", found.against, found.missing);
    assert_eq!(code, expect.outcome, "{why}");
    let total = found.tuples.last().expect("the total line");
    assert_eq!(tuple_line(total), expect.total, "{name}: the total tuple");
    let maturity = group(found, "total");
    assert_eq!(maturity.distribution, expect.distribution, "{name}: rows at ML 1 to 4");
    assert_eq!(maturity.lowest, expect.lowest, "{name}: the lowest ML over passed rows");
    assert_eq!(found.open_minors, expect.open_minors, "{name}: open minor findings");
    assert_eq!(found.failed_with_plan, expect.failed_with_plan, "{name}: fails with a plan");
    let set = |pairs: &[(String, String)]| pairs.iter().cloned().collect::<BTreeSet<_>>();
    let against: Vec<_> =
        found.against.iter().map(|one| (one.code.to_string(), one.subject.clone())).collect();
    assert_eq!(set(&against), set(&expect.against), "{name}: reasons against");
    let missing: Vec<_> =
        found.missing.iter().map(|one| (one.code.to_string(), one.subject.clone())).collect();
    match expect.missing_count {
        Some(count) => assert_eq!(missing.len(), count, "{name}: how much is missing"),
        None => assert_eq!(set(&missing), set(&expect.missing), "{name}: what is missing"),
    }
    let remarks: Vec<_> =
        found.remarks.iter().map(|one| (one.code.to_string(), one.requirement.clone())).collect();
    match expect.remarks_count {
        Some(count) => assert_eq!(remarks.len(), count, "{name}: how many remarks"),
        None => assert_eq!(set(&remarks), set(&expect.remarks), "{name}: remarks"),
    }
    match expect.not_evaluated_count {
        Some(count) => assert_eq!(found.not_evaluated.len(), count, "{name}: how many N/E rows"),
        None => assert_eq!(places(&found.not_evaluated), expect.not_evaluated, "{name}: N/E rows"),
    }
    compare_groups(case, found);
}

fn compare_groups(case: &Case, found: &ProviderConclusion) {
    let (name, expect) = (&case.name, &case.expect);
    for (group, line) in &expect.tuples {
        let own = found.tuples.iter().find(|one| one.group == *group).expect("a summary level");
        assert_eq!(tuple_line(own), *line, "{name}: tuple of {group}");
    }
    for (role, line) in &expect.by_role {
        let own = found.by_role.iter().find(|one| one.role == *role).expect("a role");
        assert_eq!(tuple_line(own.tuples.last().expect("a total line")), *line, "{name}: tuple of {role}");
    }
    for (id, lowest) in &expect.group_lowest {
        assert_eq!(group(found, id).lowest, *lowest, "{name}: lowest ML of {id}");
    }
    for (id, distribution) in &expect.group_distribution {
        assert_eq!(group(found, id).distribution, *distribution, "{name}: rows of {id} per ML");
    }
    for (id, list) in &expect.not_evaluated_beside_lowest {
        assert_eq!(group(found, id).not_evaluated, *list, "{name}: N/E beside the ML of {id}");
    }
    for (id, raise) in &expect.raise {
        let own = group(found, id).raise.as_ref();
        let own = own.map(|raise| (raise.from, raise.to, places(&raise.rows)));
        assert_eq!(own, *raise, "{name}: what raises {id}");
    }
    for (id, levels) in &expect.blocks {
        for (ml, rows) in levels {
            let level = group(found, id).not_reached.iter().find(|one| one.ml == *ml);
            let own: Vec<_> = level
                .expect("the level is not reached")
                .rows
                .iter()
                .map(|one| (one.row.requirement.clone(), one.row.role.clone(), one.why.to_string()))
                .collect();
            assert_eq!(own, *rows, "{name}: what blocks ML {ml} of {id}");
        }
    }
}

#[test]
fn every_provider_case_comes_out_as_declared_in_any_order_of_rows() {
    let checklist = common::provider_checklist();
    let cases: Vec<Case> = serde_json::from_slice(CASES).expect("provider cases are readable");
    assert!(cases.len() >= 12, "no provider case may be dropped, found {}", cases.len());
    for case in &cases {
        let found = run(&checklist, case, false);
        compare(case, &found);
        let again = run(&checklist, case, true);
        assert_eq!(again.tuples, found.tuples, "{}: the order of rows decides nothing", case.name);
        compare(case, &again);
    }
}
