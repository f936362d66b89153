//! What holds for any record, not only for our cases.

mod common;

use std::collections::BTreeMap;
use std::sync::LazyLock;

use checklist::{Checklist, ComponentType};
use evaluation::component::{
    Claim, ComponentConclusion, ComponentInput, ComponentOutcome, ComponentRow, conclude, selected,
};
use evaluation::levels::{Levels, levels};
use evaluation::provider::{self, ProviderInput, ProviderOutcome, ProviderRow};
use evaluation::verdict::{ActivityVerdict, Fulfilment, Grade, OpenFinding, ProviderVerdict, Verdict};
use proptest::prelude::*;

type Mark = (Verdict, Option<Fulfilment>);
type Marks = BTreeMap<String, Mark>;

static COMPONENT: LazyLock<Checklist> = LazyLock::new(common::component_checklist);
static PROVIDER: LazyLock<Checklist> = LazyLock::new(common::provider_checklist);

const NATIVE: Mark = (Verdict::Fulfilled, Some(Fulfilment::ByComponent));
const INTEGRATED: Mark = (Verdict::Fulfilled, Some(Fulfilment::BySystemIntegration));

fn mark() -> impl Strategy<Value = Mark> {
    // Mostly fulfilled, so that levels above 0 are reached often.
    prop_oneof![
        60 => Just(NATIVE),
        4 => Just(INTEGRATED),
        1 => Just((Verdict::Fulfilled, None)),
        1 => Just((Verdict::NotFulfilled, None)),
        1 => Just((Verdict::Inconclusive, None)),
        1 => Just((Verdict::NotEvaluated, None)),
        4 => Just((Verdict::NotApplicable, None)),
    ]
}

fn marks() -> impl Strategy<Value = Marks> {
    let count = COMPONENT.requirements.len();
    proptest::collection::vec(mark(), count)
        .prop_map(|marks| COMPONENT.requirements.iter().map(|row| row.id.clone()).zip(marks).collect())
}

fn types() -> impl Strategy<Value = Vec<ComponentType>> {
    proptest::sample::subsequence(ComponentType::ALL.to_vec(), 1..=4)
}

fn claim() -> impl Strategy<Value = Claim> {
    let ids: Vec<String> = COMPONENT.requirements.iter().map(|row| row.id.clone()).collect();
    prop_oneof![
        proptest::array::uniform7(0u8..=4).prop_map(Claim::Levels),
        proptest::sample::subsequence(ids, 0..=60).prop_map(Claim::Requirements),
    ]
}

fn activities() -> impl Strategy<Value = BTreeMap<String, ActivityVerdict>> {
    let verdict = prop_oneof![
        200 => Just(Some(ActivityVerdict::Pass)),
        1 => Just(Some(ActivityVerdict::Fail)),
        1 => Just(Some(ActivityVerdict::Inconclusive)),
        1 => Just(None),
    ];
    proptest::collection::vec(verdict, COMPONENT.activities.len()).prop_map(|verdicts| {
        let ids = COMPONENT.activities.iter().map(|activity| activity.id.clone());
        ids.zip(verdicts).filter_map(|(id, verdict)| Some((id, verdict?))).collect()
    })
}

fn findings() -> impl Strategy<Value = Vec<OpenFinding>> {
    let grade = prop_oneof![Just(Grade::Major), Just(Grade::Minor), Just(Grade::Observation)];
    let finding = (proptest::sample::select(COMPONENT.requirements.clone()), grade, any::<bool>());
    proptest::collection::vec(finding, 0..2).prop_map(|findings| {
        findings
            .into_iter()
            .enumerate()
            .map(|(n, (row, grade, plan_accepted))| OpenFinding {
                id: format!("F-{n}"),
                requirement: row.id,
                grade,
                plan_accepted,
            })
            .collect()
    })
}

fn run(
    types: &[ComponentType],
    claim: &Claim,
    marks: &Marks,
    activities: &BTreeMap<String, ActivityVerdict>,
    findings: &[OpenFinding],
) -> ComponentConclusion {
    let rows = marks
        .iter()
        .map(|(id, &(verdict, fulfilment))| (id.clone(), ComponentRow { verdict, fulfilment }))
        .collect();
    let (types, claim, activities) = (types.to_vec(), claim.clone(), activities.clone());
    conclude(&COMPONENT, &ComponentInput { types, claim, rows, activities, findings })
}

/// Fulfils every row that the claim selects and everything the gates ask for.
fn all_met(types: &[ComponentType], claim: &Claim, marks: &mut Marks) {
    for row in selected(&COMPONENT, types, claim) {
        marks.insert(row.id.clone(), NATIVE);
    }
}

fn at_least(higher: &Levels, lower: &Levels) -> bool {
    let vectors = |l: &Levels| [l.native, l.with_integration, l.potential].concat();
    vectors(higher).iter().zip(vectors(lower)).all(|(high, low)| *high >= low)
}

/// How good a verdict is; a verdict is improved by moving up. Not applicable stands apart: it is
/// better than no verdict, but neither better nor worse than fulfilled.
fn improvements(mark: Mark) -> Vec<Mark> {
    let na = (Verdict::NotApplicable, None);
    match mark {
        (Verdict::NotFulfilled, _) => {
            vec![(Verdict::Inconclusive, None), (Verdict::NotEvaluated, None), INTEGRATED, NATIVE, na]
        }
        (Verdict::Inconclusive | Verdict::NotEvaluated, _) => vec![INTEGRATED, NATIVE, na],
        (Verdict::Fulfilled, Some(Fulfilment::ByComponent)) | (Verdict::NotApplicable, _) => vec![],
        (Verdict::Fulfilled, _) => vec![INTEGRATED, NATIVE],
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn native_is_never_above_with_integration_nor_that_above_potential(
        types in types(), marks in marks(),
    ) {
        let found = levels(&COMPONENT, &types, &marks);
        for ((native, integrated), potential) in
            found.native.iter().zip(found.with_integration).zip(found.potential)
        {
            prop_assert!(*native <= integrated, "native rows are a part of all fulfilled rows");
            prop_assert!(integrated <= potential, "what is reached can be reached");
        }
    }

    #[test]
    fn improving_one_verdict_never_lowers_a_level(
        types in types(), marks in marks(), row in 0usize..126, choice in 0usize..5,
    ) {
        let before = levels(&COMPONENT, &types, &marks);
        let id = COMPONENT.requirements[row].id.clone();
        // Start from a bad verdict, so that there is always something to improve.
        let mut worse = marks.clone();
        worse.insert(id.clone(), (Verdict::NotFulfilled, None));
        let steps = improvements((Verdict::NotFulfilled, None));
        let mut better = marks.clone();
        better.insert(id.clone(), steps[choice % steps.len()]);
        let low = levels(&COMPONENT, &types, &worse);
        prop_assert!(
            at_least(&levels(&COMPONENT, &types, &better), &low),
            "{id} is no longer failed, so no level may fall",
        );
        for step in improvements(marks[&id]) {
            let mut better = marks.clone();
            better.insert(id.clone(), step);
            prop_assert!(
                at_least(&levels(&COMPONENT, &types, &better), &before),
                "{id} went from {:?} to {step:?}, so no level may fall", marks[&id],
            );
        }
    }

    #[test]
    fn another_claimed_type_never_raises_a_level(types in types(), marks in marks()) {
        let all = levels(&COMPONENT, &ComponentType::ALL, &marks);
        prop_assert!(
            at_least(&levels(&COMPONENT, &types, &marks), &all),
            "more types select more rows",
        );
    }

    #[test]
    fn nothing_is_told_above_the_claim_and_every_line_adds_up(
        types in types(), claim in claim(), marks in marks(), activities in activities(),
        findings in findings(),
    ) {
        let found = run(&types, &claim, &marks, &activities, &findings);
        for fr in &found.frs {
            let cap = fr.declared.unwrap_or(fr.covered);
            prop_assert!(fr.native <= fr.with_integration, "FR {}", fr.fr);
            prop_assert!(fr.with_integration <= cap, "FR {} is capped at the claim", fr.fr);
            prop_assert!(fr.native <= fr.computed.native, "FR {} is not raised by a claim", fr.fr);
        }
        let sum = |counts: &evaluation::counts::Counts| counts.not_applicable + counts.fulfilled
            + counts.not_fulfilled + counts.inconclusive + counts.not_evaluated;
        let total = &found.counts.total;
        prop_assert_eq!(total.specified, sum(total), "the total adds up");
        for lines in [&found.counts.by_group, &found.counts.by_family] {
            prop_assert!(lines.iter().all(|one| one.counts.specified == sum(&one.counts)));
            let specified: u32 = lines.iter().map(|one| one.counts.specified).sum();
            prop_assert_eq!(specified, total.specified, "each selected row counts once");
        }
        let (last, lines) = found.tuples.split_last().expect("a total line");
        prop_assert_eq!(last.tr, 141, "126 rows and 15 headings");
        for line in &found.tuples {
            let parts = line.ra + line.nar + line.fail + line.not_evaluated.total() + line.headings;
            prop_assert_eq!(parts, line.tr, "{}: RA + NAR + Fail + N/E + headings", &line.group);
        }
        for line in lines {
            let group = COMPONENT.group(&line.group).expect("a tuple group of the checklist");
            prop_assert_eq!(line.tr, group.total, "{}: TR is the pack's constant", &line.group);
        }
        let ra: u32 = lines.iter().map(|line| line.ra).sum();
        prop_assert_eq!(ra, last.ra, "the total is the sum of its lines");
        prop_assert_eq!(last.ra, total.fulfilled, "RA counts the fulfilled rows of the claim");
        prop_assert_eq!(last.nar, total.not_applicable, "NAR counts its N/A rows");
    }

    #[test]
    fn a_positive_outcome_leaves_nothing_open(
        types in types(), claim in claim(), mut marks in marks(), activities in activities(),
        findings in findings(), met in any::<bool>(), spoil in 0usize..126, how in mark(),
    ) {
        if met {
            all_met(&types, &claim, &mut marks);
            marks.insert(COMPONENT.requirements[spoil].id.clone(), how);
        }
        let found = run(&types, &claim, &marks, &activities, &findings);
        let selected = selected(&COMPONENT, &types, &claim);
        let decided = found.confirmed.is_some();
        let is_open = |id: &str| matches!(
            marks[id].0, Verdict::Inconclusive | Verdict::NotEvaluated
        );
        if decided {
            prop_assert!(found.against.is_empty() && found.missing.is_empty());
            prop_assert!(found.open_rows.is_empty(), "an open row blocks a conclusion");
            prop_assert!(
                COMPONENT.activities.iter().all(
                    |one| activities.get(&one.id) == Some(&ActivityVerdict::Pass)
                ),
                "every activity passed",
            );
            for finding in findings.iter().filter(|one| one.grade == Grade::Major) {
                prop_assert!(
                    selected.iter().all(|row| row.id != finding.requirement),
                    "no major finding is open within the claim",
                );
            }
        }
        if found.outcome.is_positive() {
            for row in &selected {
                let na_base =
                    row.parent.as_ref().is_some_and(|id| marks[id].0 == Verdict::NotApplicable);
                prop_assert!(
                    na_base || !is_open(&row.id) && marks[&row.id].0 != Verdict::NotFulfilled,
                    "{} is settled", &row.id,
                );
            }
        }
        if let (ComponentOutcome::Confirmed, Claim::Levels(declared)) = (&found.outcome, &claim) {
            let confirmed = found.confirmed.expect("a confirmed outcome has its levels");
            prop_assert_eq!(&confirmed.native, declared, "confirmed means native and everywhere");
        }
        if let (ComponentOutcome::ConfirmedWithIntegration { frs }, Claim::Levels(declared)) =
            (&found.outcome, &claim)
        {
            let confirmed = found.confirmed.expect("a confirmed outcome has its levels");
            prop_assert_eq!(&confirmed.with_integration, declared, "reached in a system");
            for (fr, (native, declared)) in (1u8..).zip(confirmed.native.iter().zip(declared)) {
                prop_assert_eq!(
                    frs.contains(&fr), native < declared, "FR {} is named if it needs one", fr
                );
            }
        }
    }

    #[test]
    fn the_rows_that_raise_a_level_are_enough_and_all_needed(
        types in types(), marks in marks(),
    ) {
        let found = run(&types, &Claim::Levels([4; 7]), &marks, &BTreeMap::new(), &[]);
        for fr in &found.frs {
            let at = usize::from(fr.fr) - 1;
            for (native, raise) in
                [(true, &fr.raise_native), (false, &fr.raise_with_integration)]
            {
                let level = |marks: &Marks| {
                    let levels = levels(&COMPONENT, &types, marks);
                    if native { levels.native[at] } else { levels.with_integration[at] }
                };
                let Some(raise) = raise else {
                    prop_assert_eq!(level(&marks), 4, "only the top level cannot be raised");
                    continue;
                };
                prop_assert_eq!(raise.from, level(&marks), "it starts where the level is");
                let mut fixed = marks.clone();
                fixed.extend(raise.requirements.iter().map(|id| (id.clone(), NATIVE)));
                prop_assert_eq!(raise.to, level(&fixed), "the rows are enough");
                prop_assert!(raise.to > raise.from, "and raise the level");
                for left_out in &raise.requirements {
                    let mut partly = fixed.clone();
                    partly.insert(left_out.clone(), marks[left_out]);
                    prop_assert_eq!(level(&partly), raise.from, "{} is needed", left_out);
                }
            }
            for level in &fr.native_not_reached {
                prop_assert!(level.level > fr.computed.native, "only levels not reached are told");
                prop_assert!(!level.rows.is_empty(), "each of them has a row in the way");
            }
            prop_assert_eq!(
                fr.native_not_reached.len(), usize::from(4 - fr.computed.native),
                "and each of them is told",
            );
        }
    }

    #[test]
    fn the_order_of_types_and_of_a_list_decides_nothing(
        types in types(), claim in claim(), marks in marks(), activities in activities(),
    ) {
        let found = run(&types, &claim, &marks, &activities, &[]);
        let backwards: Vec<ComponentType> = types.iter().rev().copied().collect();
        let turned = match &claim {
            Claim::Levels(levels) => Claim::Levels(*levels),
            Claim::Requirements(ids) => Claim::Requirements(ids.iter().rev().cloned().collect()),
        };
        let mut again = run(&backwards, &turned, &marks, &activities, &[]);
        let mut found = found;
        // Only the argument that quotes the claimed types may follow their order.
        for remark in found.remarks.iter_mut().chain(again.remarks.iter_mut()) {
            remark.args.remove("types");
        }
        prop_assert_eq!(found, again, "a claim is a set");
    }
}

fn provider_row() -> impl Strategy<Value = Option<ProviderRow>> {
    let verdict = prop_oneof![
        20 => Just(Some(ProviderVerdict::Pass)),
        1 => Just(Some(ProviderVerdict::Fail)),
        2 => Just(Some(ProviderVerdict::NotApplicable)),
        1 => Just(Some(ProviderVerdict::NotEvaluated)),
        1 => Just(None),
    ];
    let role = prop_oneof![
        Just(None),
        Just(Some("integration".to_string())),
        Just(Some("maintenance".to_string())),
    ];
    let ids: Vec<String> = PROVIDER.requirements.iter().map(|row| row.id.clone()).collect();
    let rows = (proptest::sample::select(ids), role, any::<bool>(), verdict, 1u8..=4, 1u8..=4);
    rows.prop_map(|(requirement, role, component, verdict, declared, evaluated)| {
        Some(ProviderRow {
            requirement,
            role,
            component: component.then(|| "historian".to_string()),
            verdict,
            declared_ml: Some(declared),
            evaluated_ml: Some(evaluated),
        })
    })
}

fn provider_rows() -> impl Strategy<Value = Vec<ProviderRow>> {
    proptest::collection::vec(provider_row(), 0..400).prop_map(|rows| rows.into_iter().flatten().collect())
}

fn provide(rows: &[ProviderRow]) -> provider::ProviderConclusion {
    let input = ProviderInput { roles: Vec::new(), rows: rows.to_vec(), findings: &[] };
    provider::conclude(&PROVIDER, &input)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn provider_tuples_always_add_up(rows in provider_rows()) {
        let found = provide(&rows);
        let tables = std::iter::once(&found.tuples)
            .chain(found.by_role.iter().map(|role| &role.tuples));
        for table in tables {
            let (total, lines) = table.split_last().expect("a total line");
            prop_assert_eq!(total.tr, 123, "TR of edition 2");
            for line in table {
                let parts = line.ra + line.nar + line.fail + line.not_evaluated.total();
                prop_assert_eq!(parts, line.tr, "{}: RA + NAR + Fail + N/E = TR", &line.group);
            }
            for line in lines {
                let group = PROVIDER.group(&line.group).expect("a summary level");
                prop_assert_eq!(line.tr, group.total, "{}: TR is a constant", &line.group);
            }
            prop_assert_eq!(lines.iter().map(|one| one.ra).sum::<u32>(), total.ra);
            prop_assert_eq!(lines.iter().map(|one| one.fail).sum::<u32>(), total.fail);
        }
    }

    #[test]
    fn the_order_of_provider_rows_decides_nothing(
        rows in provider_rows(), seed in any::<prop::sample::Index>(),
    ) {
        let mut turned = rows.clone();
        turned.reverse();
        if !turned.is_empty() {
            let at = seed.index(turned.len());
            turned.rotate_left(at);
        }
        let (found, mut again) = (provide(&rows), provide(&turned));
        // Rows in conflict have no first one; everything else must be equal.
        again.remarks.sort();
        let mut remarks = found.remarks.clone();
        remarks.sort();
        prop_assert_eq!(remarks, again.remarks.clone());
        prop_assert_eq!(&found.outcome, &again.outcome);
        prop_assert_eq!(&found.tuples, &again.tuples);
        prop_assert_eq!(&found.by_role, &again.by_role);
        prop_assert_eq!(&found.maturity, &again.maturity);
    }

    #[test]
    fn a_failing_row_never_helps_and_the_lowest_level_is_a_level_of_a_passed_row(
        rows in provider_rows(), at in any::<prop::sample::Index>(),
    ) {
        let before = provide(&rows);
        let total = before.maturity.last().expect("a total");
        let passed = total.distribution.iter().sum::<u32>();
        prop_assert_eq!(total.lowest.is_some(), passed > 0, "a level needs a passed row");
        if let Some(lowest) = total.lowest {
            let below = &total.distribution[..usize::from(lowest) - 1];
            prop_assert!(below.iter().all(|count| *count == 0), "nothing passed below the lowest");
            prop_assert!(total.distribution[usize::from(lowest) - 1] > 0, "some row stands there");
        }
        if rows.is_empty() {
            return Ok(());
        }
        let mut worse = rows.clone();
        let changed = at.index(worse.len());
        let place = |row: &ProviderRow| {
            (row.requirement.clone(), row.role.clone(), row.component.clone())
        };
        let changed_place = place(&worse[changed]);
        // Every record of the place fails, so that no conflict hides the failure.
        for row in worse.iter_mut().filter(|row| place(row) == changed_place) {
            row.verdict = Some(ProviderVerdict::Fail);
            row.declared_ml = None;
            row.evaluated_ml = None;
        }
        let after = provide(&worse);
        let (before, after_total) =
            (before.tuples.last().expect("a total"), after.tuples.last().expect("a total"));
        prop_assert!(after_total.ra <= before.ra, "a Fail never adds to RA");
        prop_assert!(after_total.fail >= before.fail, "and is counted");
        prop_assert!(
            matches!(after.outcome, ProviderOutcome::NotPositive { .. }),
            "a Fail without a finding never ends in a positive statement",
        );
    }

    #[test]
    fn raising_the_named_rows_raises_the_lowest_maturity(rows in provider_rows()) {
        let found = provide(&rows);
        for group in &found.maturity {
            let Some(raise) = &group.raise else { continue };
            let mut better = rows.clone();
            for row in &mut better {
                let is_named = raise.rows.iter().any(|one| {
                    one.requirement == row.requirement
                        && one.role == row.role
                        && one.component == row.component
                });
                if is_named {
                    row.evaluated_ml = Some(raise.to);
                }
            }
            let after = provide(&better);
            let after = after.maturity.iter().find(|one| one.group == group.group);
            prop_assert_eq!(
                after.and_then(|one| one.lowest), Some(raise.to),
                "{}: the rows at the lowest level are the ones that hold it there", &group.group,
            );
        }
    }
}
