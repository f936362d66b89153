//! Whatever happens to one field or some bytes of a file, the loader answers.

use crate::packs;

use checklist::{Checklist, series::SeriesRegister};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Every place of a JSON document, as the steps that lead to it.
fn places(value: &Value, here: &[String], into: &mut Vec<Vec<String>>) {
    let mut step = |name: String, inner: &Value| {
        let mut path = here.to_vec();
        path.push(name);
        into.push(path.clone());
        places(inner, &path, into);
    };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| step(n.to_string(), item));
        }
        Value::Object(fields) => fields.iter().for_each(|(name, item)| step(name.clone(), item)),
        _ => {}
    }
}

fn anything() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        (-2_i64..12).prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        prop::sample::select(vec![
            "",
            " ",
            "CR 1.1",
            "CR 1.1 RE(1)",
            "CR 2.3",
            "CCSC",
            "FR1",
            "NDR",
            "SP.01.01 BR",
            "SP.01.01 RE(1)",
            "base",
            "enhancement",
            "high",
            "people",
            "component",
            "EDR 2.4",
            " RE(",
            "CR ",
            "é",
            "-",
            "CTX-2",
        ])
        .prop_map(Value::from),
        Just(json!([])),
        Just(json!({})),
        Just(json!(["SAR", "SAR"])),
        Just(json!([[["x"]]])),
        Just(json!({"id": "CR 1.1", "colour": 1})),
    ]
}

#[derive(Clone, Debug)]
enum Change {
    Set(Value),
    Remove,
    Rename(String),
    Repeat,
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        4 => anything().prop_map(Change::Set),
        2 => Just(Change::Remove),
        1 => any::<String>().prop_map(Change::Rename),
        1 => Just(Change::Repeat),
    ]
}

fn apply(root: &mut Value, path: &[String], change: Change) {
    let (last, way) = path.split_last().expect("a place below the root");
    let mut at = root;
    for step in way {
        at = match at {
            Value::Array(items) => &mut items[step.parse::<usize>().expect("an index")],
            other => &mut other[step.as_str()],
        };
    }
    match at {
        Value::Array(items) => {
            let n: usize = last.parse().expect("an index");
            match change {
                Change::Set(value) => items[n] = value,
                Change::Remove | Change::Rename(_) => drop(items.remove(n)),
                Change::Repeat => items.insert(n, items[n].clone()),
            }
        }
        Value::Object(fields) => match change {
            Change::Set(value) => drop(fields.insert(last.clone(), value)),
            Change::Remove | Change::Repeat => drop(fields.remove(last)),
            Change::Rename(name) => {
                let value = fields.remove(last).expect("the place was found");
                fields.insert(name, value);
            }
        },
        _ => {}
    }
}

/// What must hold of an answer, good or bad.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    match Checklist::parse(bytes) {
        Ok(list) => {
            let entries = list.requirements.len() + list.headings.len();
            prop_assert_eq!(list.total() as usize, entries, "no row is lost in a pack that loads");
        }
        Err(problems) => {
            prop_assert!(!problems.is_empty(), "a refusal says why");
            for problem in &problems {
                prop_assert!(problem.to_string().contains("checklist-"), "with a code: {problem}");
            }
        }
    }
    Ok(())
}

/// Files that are read together with a checklist.
const BESIDE: &[&str] = &[
    "firewall",
    "water",
    "component-guidance",
    "provider-guidance",
    "component-profile",
    "provider-profile",
    "texts",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn one_changed_field_of_a_pack_never_ends_in_a_panic(
        component in any::<bool>(), at in any::<prop::sample::Index>(), change in change(),
    ) {
        let bytes = if component { packs::COMPONENT } else { packs::PROVIDER };
        let mut value: Value = serde_json::from_slice(bytes).expect("a shipped pack");
        let mut all = Vec::new();
        places(&value, &[], &mut all);
        apply(&mut value, at.get::<Vec<String>>(&all), change);
        check(value.to_string().as_bytes())?;
    }

    #[test]
    fn one_changed_field_of_the_register_never_ends_in_a_panic(
        at in any::<prop::sample::Index>(), change in change(),
    ) {
        let mut value: Value = serde_json::from_slice(packs::SERIES).expect("the register");
        let mut all = Vec::new();
        places(&value, &[], &mut all);
        apply(&mut value, at.get::<Vec<String>>(&all), change);
        if let Err(problems) = SeriesRegister::parse(value.to_string().as_bytes()) {
            prop_assert!(!problems.is_empty(), "a refusal says why");
        }
    }

    #[test]
    fn one_changed_field_of_a_file_that_goes_with_a_pack_never_ends_in_a_panic(
        name in prop::sample::select(BESIDE), at in any::<prop::sample::Index>(), change in change(),
    ) {
        let mut value = packs::file(name);
        let mut all = Vec::new();
        places(&value, &[], &mut all);
        apply(&mut value, at.get::<Vec<String>>(&all), change);
        for problem in packs::problems(name, value.to_string().as_bytes()) {
            prop_assert!(problem.to_string().contains("checklist-"), "{name}: a refusal has a code: {problem}");
        }
    }

    #[test]
    fn changed_bytes_of_a_file_that_goes_with_a_pack_never_end_in_a_panic(
        name in prop::sample::select(BESIDE),
        at in any::<prop::sample::Index>(),
        bytes in prop::collection::vec(any::<u8>(), 1..4),
    ) {
        let mut file = packs::file(name).to_string().into_bytes();
        let start = at.index(file.len());
        file.splice(start..(start + bytes.len()).min(file.len()), bytes);
        for problem in packs::problems(name, &file) {
            prop_assert!(problem.to_string().contains("checklist-"), "{name}: a refusal has a code: {problem}");
        }
    }

    #[test]
    fn changed_bytes_never_end_in_a_panic(
        at in any::<prop::sample::Index>(), bytes in prop::collection::vec(any::<u8>(), 1..4),
    ) {
        let mut pack = packs::COMPONENT.to_vec();
        let start = at.index(pack.len());
        pack.splice(start..(start + bytes.len()).min(packs::COMPONENT.len()), bytes);
        check(&pack)?;
    }

    #[test]
    fn arbitrary_bytes_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        prop_assert!(Checklist::parse(&bytes).is_err(), "noise is no pack");
    }
}
