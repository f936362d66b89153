//! The draw of a sample: the rule, and that a draw that does not follow from its inputs is none.

use evaluation::event::{
    Cycle, Judged, PopulationItem, SamplingDraw, SamplingFault, SamplingPlan, from_payload, lowest,
    to_payload,
};
use proptest::prelude::*;
use serde_json::json;

use crate::{desk::sha, prepared::add, prepared::done, state_properties::opened};

fn plan(items: &[String], seed: &str, n: u32) -> SamplingPlan {
    let item = |name: &String| PopulationItem { item: name.clone(), values: Vec::new() };
    SamplingPlan {
        stratum: "all".to_owned(),
        source: sha("list.csv"),
        population: items.iter().map(item).collect(),
        seed: seed.to_owned(),
        n,
        ..SamplingPlan::default()
    }
}

#[test]
fn the_rule_takes_what_a_line_of_python_takes() {
    // sorted(items, key=lambda i: hashlib.sha256(f"352331:{i}".encode()).hexdigest())
    let of = |prefix: &str, count: u32| (1..=count).map(|n| format!("{prefix}-{n:02}")).collect::<Vec<_>>();
    let drawn = |items: &[String], n| lowest("352331", items.iter().map(String::as_str), n);
    assert_eq!(drawn(&of("K", 6), 6), ["K-02", "K-05", "K-01", "K-03", "K-06", "K-04"], "integration");
    assert_eq!(drawn(&of("M", 8), 3), ["M-01", "M-02", "M-04"], "maintenance");
    assert_eq!(
        drawn(&["Hafen „Süd“".to_owned(), "Ölhafen".to_owned()], 2),
        ["Ölhafen", "Hafen „Süd“"],
        "names in any script"
    );
}

#[test]
fn a_first_idea_of_the_size_is_the_square_root_rounded_up() {
    for (items, initial, surveillance, recertification) in [
        (0, 0, 0, 0),
        (1, 1, 1, 1),
        (2, 2, 1, 2),
        (14, 4, 3, 3),
        (16, 4, 3, 4),
        (25, 5, 3, 4),
        (26, 6, 4, 5),
        (100, 10, 6, 8),
        (10_000, 100, 60, 80),
    ] {
        let found = Cycle::ALL.iter().map(|cycle| cycle.suggested(items)).collect::<Vec<_>>();
        assert_eq!(found, [initial, surveillance, recertification], "of {items}");
    }
}

#[test]
fn a_draw_that_was_touched_up_cannot_be_read() {
    let items: Vec<String> = (1..=9).map(|n| format!("P-{n}")).collect();
    let draw = SamplingDraw::of(plan(&items, "7", 3)).expect("a draw");
    let good = serde_json::to_value(&draw).expect("JSON");
    let read = |value: &serde_json::Value| {
        from_payload::<SamplingDraw>(&to_payload(value).expect("a payload")).map_err(|p| p.0)
    };
    assert_eq!(read(&good).as_ref(), Ok(&draw), "what was drawn can be read");
    let not_taken = items.iter().find(|i| !draw.chosen.contains(i)).expect("an item");
    let touched = [
        ("chosen", json!([draw.chosen[0], draw.chosen[1], not_taken])),
        ("chosen", json!([draw.chosen[1], draw.chosen[0], draw.chosen[2]])),
        ("chosen", json!([draw.chosen[0], draw.chosen[1]])),
        ("seed", json!("8")),
        ("seed", json!("")),
        ("n", json!(4)),
        ("left_out", json!([{"item": draw.chosen[0], "reason": "No access"}])),
        ("added", json!([{"item": draw.chosen[0], "reason": "Twice"}])),
        ("added", json!([{"item": "P-10", "reason": "Not on the list"}])),
        ("colour", json!("green")),
    ];
    for (field, value) in touched {
        let mut other = good.clone();
        other[field] = value.clone();
        assert!(read(&other).is_err(), "{field} {value} does not follow from the inputs");
    }
}

#[test]
fn a_draw_stands_for_its_stratum_and_one_done_again_stays_visible() {
    let mut desk = opened();
    done(&mut desk, "lead", add("list.csv", "other"));
    let items: Vec<String> = (1..=5).map(|n| format!("P-{n}")).collect();
    let draw = |seed: &str, reason: Option<&str>| {
        let reason = reason.map(str::to_owned);
        evaluation::decide::Request::DrawSample(SamplingPlan { reason, ..plan(&items, seed, 2) })
    };
    done(&mut desk, "lead", draw("1", None));
    done(&mut desk, "lead", draw("2", Some("The list was not complete")));
    let standing = desk.state.draws();
    assert_eq!(standing.len(), 1, "one draw stands for the stratum");
    assert_eq!(standing[0].value.seed, "2", "the last one");
    assert_eq!(desk.state.draws_ever("all"), 2, "and everybody sees that there were two");
    assert!(desk.state.unreadable().is_empty(), "both can be read");
}

proptest! {
    #[test]
    fn the_choice_does_not_depend_on_the_order_of_the_list(
        names in proptest::collection::btree_set("[A-Za-z0-9 äöü-]{1,8}", 2..30),
        seed in "[A-Za-z0-9._-]{1,12}",
        pick in any::<prop::sample::Index>(),
        out in any::<prop::sample::Index>(),
    ) {
        let names: Vec<String> = names.into_iter().filter(|n| !n.trim().is_empty()).collect();
        prop_assume!(names.len() > 1);
        let n = u32::try_from(pick.index(names.len() - 1) + 1).expect("few");
        let left_out = out.get(&names).clone();
        let draw = |items: &[String]| {
            let left_out = vec![Judged { item: left_out.clone(), reason: "No access".to_owned() }];
            SamplingDraw::of(SamplingPlan { left_out, ..plan(items, &seed, n) }).expect("a draw")
        };
        let backwards: Vec<String> = names.iter().rev().cloned().collect();
        let drawn = draw(&names);
        prop_assert_eq!(&drawn.chosen, &draw(&backwards).chosen, "the rule looks at names alone");
        prop_assert_eq!(drawn.chosen.len(), n as usize, "as many as were asked for");
        prop_assert!(!drawn.chosen.contains(&left_out), "what is left out is not taken");
        let hash = |item: &String| trail::Digest::of(format!("{seed}:{item}").as_bytes());
        let highest = drawn.chosen.iter().map(hash).max();
        let rest = names.iter().filter(|i| !drawn.chosen.contains(i) && **i != left_out);
        prop_assert!(rest.map(hash).all(|h| Some(h) > highest), "nothing lower is left behind");
        let payload = to_payload(&drawn).expect("a payload");
        prop_assert_eq!(from_payload::<SamplingDraw>(&payload), Ok(drawn), "and it can be read");
    }
}

#[test]
fn what_is_wrong_with_a_draw_is_named() {
    let two = ["a".to_owned(), "b".to_owned()];
    let fault = |plan: SamplingPlan| SamplingDraw::of(plan).err().map(|p| p.fault);
    assert_eq!(fault(plan(&two, "", 1)), Some(SamplingFault::Seed), "no seed");
    assert_eq!(fault(plan(&two, &"x".repeat(65), 1)), Some(SamplingFault::Seed), "a seed without end");
    assert_eq!(fault(plan(&two, "1", 3)), Some(SamplingFault::Size), "more than there are");
    assert_eq!(fault(plan(&[], "1", 1)), Some(SamplingFault::Size), "of nothing");
    assert_eq!(fault(plan(&two, &"x".repeat(64), 2)), None, "everything may be taken");
}
