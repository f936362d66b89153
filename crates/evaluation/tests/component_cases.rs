//! Conclusions on components with declared outcomes. The format is in `docs/formats/level-cases.md`.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use checklist::{Checklist, ComponentType};
use evaluation::blocks::{NotReached, Raise};
use evaluation::component::{
    Claim, ComponentConclusion, ComponentInput, ComponentOutcome, ComponentRow, conclude, selected,
};
use evaluation::counts::{ComponentTuple, Counts};
use evaluation::remark::{Reason, Remark};
use evaluation::verdict::{ActivityVerdict, Fulfilment, Grade, OpenFinding, Verdict};
use serde::Deserialize;

const CASES: &[u8] = include_bytes!("../../../fixtures/vectors/component.json");

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    #[serde(rename = "why")]
    _why: String,
    types: Vec<ComponentType>,
    claim: Claim,
    start: Start,
    #[serde(default)]
    rows: BTreeMap<String, (Verdict, Option<Fulfilment>)>,
    #[serde(default)]
    activities: BTreeMap<String, Option<ActivityVerdict>>,
    #[serde(default)]
    findings: Vec<(String, String, Grade, bool)>,
    expect: Expect,
}

#[derive(Deserialize, PartialEq)]
#[serde(rename_all = "snake_case")]
enum Start {
    Empty,
    ClaimedFulfilled,
}

type RaiseCase = (u8, u8, Vec<String>);
type BlockCase = BTreeMap<u8, BTreeMap<u8, Vec<(String, String, bool)>>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    outcome: String,
    frs: Option<Vec<u8>>,
    with_integration_frs: Option<Vec<u8>>,
    native: [u8; 7],
    with_integration: [u8; 7],
    confirmed: bool,
    against: Vec<(String, String)>,
    missing: Vec<(String, String)>,
    remarks: Vec<(String, String)>,
    open_minors: Option<Vec<String>>,
    recorded_outside_claim: Option<Vec<String>>,
    #[serde(default)]
    tuples: BTreeMap<String, [u32; 10]>,
    #[serde(default)]
    counts: BTreeMap<String, [u32; 6]>,
    #[serde(default)]
    raise_native: BTreeMap<u8, Option<RaiseCase>>,
    #[serde(default)]
    raise_with_integration: BTreeMap<u8, Option<RaiseCase>>,
    #[serde(default)]
    blocks_native: BlockCase,
}

fn run(checklist: &Checklist, case: &Case) -> ComponentConclusion {
    let mut rows = BTreeMap::new();
    let mut activities = BTreeMap::new();
    if case.start == Start::ClaimedFulfilled {
        let met = ComponentRow { verdict: Verdict::Fulfilled, fulfilment: Some(Fulfilment::ByComponent) };
        for row in selected(checklist, &case.types, &case.claim) {
            rows.insert(row.id.clone(), met);
        }
        for activity in &checklist.activities {
            activities.insert(activity.id.clone(), ActivityVerdict::Pass);
        }
    }
    for (id, &(verdict, fulfilment)) in &case.rows {
        rows.insert(id.clone(), ComponentRow { verdict, fulfilment });
    }
    for (id, verdict) in &case.activities {
        match verdict {
            Some(verdict) => activities.insert(id.clone(), *verdict),
            None => activities.remove(id),
        };
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
    conclude(
        checklist,
        &ComponentInput {
            types: case.types.clone(),
            claim: case.claim.clone(),
            rows,
            activities,
            findings: &findings,
        },
    )
}

fn reasons(reasons: &[Reason]) -> BTreeSet<(String, String)> {
    reasons.iter().map(|one| (one.code.to_string(), one.subject.clone())).collect()
}

fn remarks(remarks: &[Remark]) -> BTreeSet<(String, String)> {
    remarks.iter().map(|one| (one.code.to_string(), one.requirement.clone())).collect()
}

fn set(pairs: &[(String, String)]) -> BTreeSet<(String, String)> {
    pairs.iter().cloned().collect()
}

fn tuple_line(line: &ComponentTuple) -> [u32; 10] {
    let rest = line.not_evaluated;
    [
        line.ra,
        line.ra_by_integration,
        line.nar,
        line.tr,
        line.fail,
        rest.above_claim,
        rest.not_listed,
        rest.other_type,
        rest.open,
        line.headings,
    ]
}

fn count_line(counts: &Counts) -> [u32; 6] {
    [
        counts.specified,
        counts.not_applicable,
        counts.fulfilled,
        counts.not_fulfilled,
        counts.inconclusive,
        counts.not_evaluated,
    ]
}

fn raise_line(raise: Option<&Raise>) -> Option<RaiseCase> {
    raise.map(|raise| (raise.from, raise.to, raise.requirements.clone()))
}

fn block_lines(levels: &[NotReached], level: u8) -> Vec<(String, String, bool)> {
    let level = levels.iter().find(|one| one.level == level).expect("the level is not reached");
    level.rows.iter().map(|row| (row.requirement.clone(), row.why.to_string(), row.within_claim)).collect()
}

fn compare(case: &Case, found: &ComponentConclusion) {
    let (name, expect) = (&case.name, &case.expect);
    let (code, frs, more) = match &found.outcome {
        ComponentOutcome::Confirmed => ("confirmed", None, None),
        ComponentOutcome::ConfirmedWithIntegration { frs } => {
            ("confirmed_with_integration", Some(frs.clone()), None)
        }
        ComponentOutcome::BelowDeclared { frs, with_integration } => {
            ("below_declared", Some(frs.clone()), Some(with_integration.clone()))
        }
        ComponentOutcome::NotConfirmed { why } => {
            assert_eq!(why, &found.against, "{name}: the outcome carries its reasons");
            ("not_confirmed", None, None)
        }
        ComponentOutcome::Unfinished { missing } => {
            assert_eq!(missing, &found.missing, "{name}: the outcome carries what is missing");
            ("unfinished", None, None)
        }
    };
    let why = format!("{name}: against {:?}, missing {:?}", found.against, found.missing);
    assert_eq!(code, expect.outcome, "{why}");
    assert_eq!(frs, expect.frs, "{name}: the outcome names its functional requirements");
    assert_eq!(more, expect.with_integration_frs, "{name}: and those that need integration");
    let native: Vec<u8> = found.frs.iter().map(|fr| fr.native).collect();
    assert_eq!(native, expect.native, "{name}: native levels, capped at the claim");
    let integrated: Vec<u8> = found.frs.iter().map(|fr| fr.with_integration).collect();
    assert_eq!(integrated, expect.with_integration, "{name}: levels with integration, capped");
    assert_eq!(found.confirmed.is_some(), expect.confirmed, "{name}: whether SL-C is confirmed");
    if let Some(confirmed) = found.confirmed {
        assert_eq!(confirmed.native, expect.native, "{name}: what is confirmed natively");
        assert_eq!(confirmed.with_integration, expect.with_integration, "{name}: and in a system");
    }
    assert_eq!(reasons(&found.against), set(&expect.against), "{name}: reasons against");
    assert_eq!(reasons(&found.missing), set(&expect.missing), "{name}: what is missing");
    assert_eq!(remarks(&found.remarks), set(&expect.remarks), "{name}: remarks");
    let minors = expect.open_minors.clone().unwrap_or_default();
    assert_eq!(found.open_minors, minors, "{name}: open minor findings with a plan");
    let outside = expect.recorded_outside_claim.clone().unwrap_or_default();
    assert_eq!(found.recorded_outside_claim, outside, "{name}: recorded outside the claim");
    compare_tables(case, found);
}

fn compare_tables(case: &Case, found: &ComponentConclusion) {
    let (name, expect) = (&case.name, &case.expect);
    for (group, line) in &expect.tuples {
        let own = found.tuples.iter().find(|one| one.group == *group).expect("a tuple group");
        assert_eq!(tuple_line(own), *line, "{name}: tuple of {group}");
    }
    for (group, line) in &expect.counts {
        let own = if group == "total" {
            found.counts.total
        } else {
            found.counts.by_group.iter().find(|one| one.name == *group).expect("a group").counts
        };
        assert_eq!(count_line(&own), *line, "{name}: counts of {group}");
    }
    for fr in &found.frs {
        if let Some(raise) = expect.raise_native.get(&fr.fr) {
            assert_eq!(raise_line(fr.raise_native.as_ref()), *raise, "{name}: FR {} up", fr.fr);
        }
        if let Some(raise) = expect.raise_with_integration.get(&fr.fr) {
            let own = raise_line(fr.raise_with_integration.as_ref());
            assert_eq!(own, *raise, "{name}: FR {} up with integration", fr.fr);
        }
        for (level, rows) in expect.blocks_native.get(&fr.fr).into_iter().flatten() {
            let own = block_lines(&fr.native_not_reached, *level);
            assert_eq!(own, *rows, "{name}: what blocks FR {} level {level}", fr.fr);
        }
    }
}

#[test]
fn every_component_case_comes_out_as_declared() {
    let checklist = common::component_checklist();
    let cases: Vec<Case> = serde_json::from_slice(CASES).expect("component cases are readable");
    assert!(cases.len() >= 10, "no component case may be dropped, found {}", cases.len());
    for case in &cases {
        compare(case, &run(&checklist, case));
    }
}

#[test]
fn the_uncapped_levels_are_at_hand_but_never_serialised() {
    let checklist = common::component_checklist();
    let cases: Vec<Case> = serde_json::from_slice(CASES).expect("component cases are readable");
    let found = run(&checklist, &cases[0]);
    assert_eq!(found.frs[4].computed.native, 4, "RDF of a PLC reaches 4 from one row");
    assert_eq!(found.frs[4].native, 1, "and only the declared level is told");
    let json = serde_json::to_value(&found).expect("a conclusion can be written");
    assert_eq!(json["outcome"]["code"], "confirmed", "the outcome travels as a code");
    assert!(json["frs"][4].get("computed").is_none(), "no report may print an uncapped level");
}

#[test]
fn the_claim_selects_as_many_rows_as_annex_b_does() {
    // Rows per type and level without the common constraints: total, then FR 1 to 7.
    const COUNTS: [(&[&str], u8, [usize; 8]); 20] = [
        (&["SAR"], 1, [34, 8, 9, 7, 2, 1, 1, 6]),
        (&["SAR"], 2, [53, 13, 14, 11, 3, 1, 2, 9]),
        (&["SAR"], 3, [67, 19, 17, 12, 5, 1, 3, 10]),
        (&["SAR"], 4, [73, 20, 20, 14, 5, 1, 3, 10]),
        (&["EDR"], 1, [36, 8, 9, 9, 2, 1, 1, 6]),
        (&["EDR"], 2, [61, 13, 15, 18, 3, 1, 2, 9]),
        (&["EDR"], 3, [77, 19, 19, 20, 5, 1, 3, 10]),
        (&["EDR"], 4, [83, 20, 22, 22, 5, 1, 3, 10]),
        (&["HDR"], 1, [36, 8, 9, 9, 2, 1, 1, 6]),
        (&["HDR"], 2, [62, 13, 15, 19, 3, 1, 2, 9]),
        (&["HDR"], 3, [78, 19, 19, 21, 5, 1, 3, 10]),
        (&["HDR"], 4, [84, 20, 22, 23, 5, 1, 3, 10]),
        (&["NDR"], 1, [40, 10, 9, 9, 2, 3, 1, 6]),
        (&["NDR"], 2, [67, 16, 15, 18, 3, 4, 2, 9]),
        (&["NDR"], 3, [86, 23, 19, 20, 5, 6, 3, 10]),
        (&["NDR"], 4, [92, 24, 22, 22, 5, 6, 3, 10]),
        (&["SAR", "EDR", "HDR", "NDR"], 1, [50, 10, 12, 16, 2, 3, 1, 6]),
        (&["SAR", "EDR", "HDR", "NDR"], 2, [93, 16, 23, 36, 3, 4, 2, 9]),
        (&["SAR", "EDR", "HDR", "NDR"], 3, [116, 23, 29, 40, 5, 6, 3, 10]),
        (&["SAR", "EDR", "HDR", "NDR"], 4, [122, 24, 32, 42, 5, 6, 3, 10]),
    ];
    let checklist = common::component_checklist();
    for (types, level, [total, frs @ ..]) in COUNTS {
        let rows = selected(&checklist, &common::types(types), &Claim::Levels([level; 7]));
        assert_eq!(rows.len(), total + 4, "{types:?} at SL {level}: rows and 4 constraints");
        for (fr, count) in (1..=7).zip(frs) {
            let own = rows.iter().filter(|row| row.fr == Some(fr)).count();
            assert_eq!(own, count, "{types:?} at SL {level}: rows of FR {fr}");
        }
    }
}
