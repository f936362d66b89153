//! A profile selects among the rows of a checklist, and says what it lacks.

use crate::{
    bad_packs::{expected, spoiled},
    packs,
};
use checklist::{
    Checklist,
    profile::{Flaw, Profile, Selection},
};
use serde_json::{Value, json};

fn read(value: &Value, list: &Checklist) -> Profile {
    Profile::parse(value.to_string().as_bytes(), list)
        .unwrap_or_else(|problems| panic!("a good profile: {problems:#?}"))
}

fn shown(flaw: &Flaw) -> String {
    let arguments = flaw.arguments().into_iter().map(|(name, value)| format!(" {name}={value}"));
    let weight = if flaw.tailoring_only() { "tailoring only" } else { "warning" };
    format!("{weight}: {}{}", flaw.code(), arguments.collect::<String>())
}

#[test]
fn what_a_profile_lacks_is_named_row_by_row() {
    let vectors: Value = serde_json::from_str(include_str!("profile-flaws.json")).expect("JSON");
    let mut wrong = Vec::new();
    for vector in vectors.as_array().expect("a list of vectors") {
        let name = vector["name"].as_str().expect("a name");
        let list = match vector["pack"].as_str() {
            Some("firewall" | "component-profile") => packs::component(),
            _ => packs::provider(),
        };
        match Profile::parse(&spoiled(vector), &list) {
            Ok(profile) => {
                let found: Vec<String> = profile.flaws().iter().map(shown).collect();
                let expected = expected(vector, "flaws");
                if found != expected {
                    wrong.push(format!("{name}\n  expected {expected:#?}\n  found    {found:#?}"));
                }
                let only = found.iter().any(|flaw| flaw.starts_with("tailoring"));
                assert_eq!(profile.tailoring_only(), only, "{name}: one such flaw is enough");
            }
            Err(problems) => wrong.push(format!("{name}\n  was refused: {problems:#?}")),
        }
    }
    assert!(wrong.is_empty(), "a flaw is told, not a reason to refuse:\n{}", wrong.join("\n"));
}

#[test]
fn the_flaws_that_are_shown_are_all_that_there_are() {
    let vectors = include_str!("profile-flaws.json");
    for code in include_str!("../../src/profile.rs").split('"').filter(|word| word.starts_with("profile-")) {
        assert!(vectors.contains(&format!(": {code}")), "no vector shows {code}");
    }
}

#[test]
fn the_firewall_profile_takes_the_rows_of_sl_2_and_five_more() {
    let list = packs::component();
    let profile = read(&packs::file("firewall"), &list);
    assert_eq!(profile.flaws(), [], "the example shows how it is done");
    let included: Vec<&str> = profile.included().collect();
    let ndr = [checklist::ComponentType::Ndr];
    let at_two = list.requirements.iter().filter(|row| row.selected_at(2, &ndr)).count();
    assert_eq!(included.len(), at_two + 5, "every row of SL 2 for network devices, and the raised ones");
    assert_eq!(included.len() + profile.excluded().count(), 126, "every row is one or the other");
    for row in list.requirements.iter().filter(|row| row.selected_at(2, &ndr)) {
        assert!(included.contains(&row.id.as_str()), "{}: SL 2 selects it", row.id);
    }
    assert_eq!(
        profile.selection("NDR 5.2 RE(3)"),
        Selection::Included { min_level: Some(3) },
        "a raised row is met at the level that selects it"
    );
    assert_eq!(
        profile.selection("NDR 5.2"),
        Selection::Included { min_level: Some(2) },
        "the others at the level of their FR"
    );
    assert_eq!(
        profile.selection("CCSC 1"),
        Selection::Included { min_level: None },
        "a common constraint stands outside the FRs"
    );
    assert!(
        matches!(profile.selection("SAR 3.2"), Selection::Excluded { justification: Some(_) }),
        "a row for applications has nothing to do with a firewall, and the profile says so"
    );
    for row in included.iter().filter_map(|id| profile.row(id)).filter(|row| row.min_sl.is_some()) {
        assert!(row.justification.is_some(), "{}: why more than SL 2 asks for", row.row);
    }
}

#[test]
fn the_water_profile_has_a_maturity_level_for_each_row_and_no_sis() {
    let list = packs::provider();
    let profile = read(&packs::file("water"), &list);
    assert_eq!(profile.flaws(), [], "the example shows how it is done");
    for id in profile.included() {
        assert!(
            matches!(profile.selection(id), Selection::Included { min_level: Some(2 | 3) }),
            "{id}: the profile sets a level for each row that it includes"
        );
    }
    for row in list.requirements.iter().filter(|row| row.group == "SIS") {
        assert_eq!(
            profile.selection(&row.id),
            Selection::Excluded {
                justification: Some("The waterworks of this profile have no safety instrumented system.")
            },
            "{}: N/E, with the reason at hand",
            row.id
        );
    }
}

#[test]
fn both_examples_carry_what_makes_a_profile_more_than_a_list() {
    for (name, list) in [("firewall", packs::component()), ("water", packs::provider())] {
        let profile = read(&packs::file(name), &list);
        assert_eq!(profile.publisher, "Example", "{name}: nobody shall take it for a real one");
        let context = profile.context.as_ref().expect("a context");
        assert!(context.threats.len() >= 3, "{name}: threats with what would follow");
        let guided = profile.requirements.iter().filter(|row| row.guidance.is_some()).count();
        let examples = profile.requirements.iter().filter(|row| !row.implementation_examples.is_empty());
        assert!(guided >= 12, "{name}: {guided} rows have guidance");
        assert!(examples.count() >= 10, "{name}: rows with examples");
    }
}

#[test]
fn included_and_excluded_rows_come_in_the_order_of_the_checklist() {
    let list = packs::provider();
    let mut value = packs::file("provider-profile");
    value["requirements"].as_array_mut().expect("rows").reverse();
    value["default"]["selection"] = "excluded".into();
    value["requirements"]
        .as_array_mut()
        .expect("rows")
        .push(json!({"ref": "SP.01.01 BR", "selection": "included"}));
    let profile = read(&value, &list);
    assert_eq!(
        profile.included().collect::<Vec<_>>(),
        ["SP.01.01 BR", "SP.07.04 BR"],
        "whatever their order in the file"
    );
    let excluded: Vec<usize> = profile.excluded().filter_map(|id| list.position(id)).collect();
    assert!(
        excluded.is_sorted() && excluded.len() == 121,
        "a report lists exclusions as the standard has them"
    );
}

#[test]
fn the_target_vector_sets_the_level_of_rows_that_have_none_of_their_own() {
    let list = packs::component();
    let profile = read(&packs::file("component-profile"), &list);
    for (id, level, why) in [
        ("CR 1.1", Some(2), "its own level stands before that of FR 1, which is 1"),
        ("CR 1.3", Some(1), "FR 1 is at 1"),
        ("CR 1.1 RE(1)", Some(2), "included although FR 1 is at 1: met at the level that selects it"),
        ("CR 4.1", Some(1), "FR 4 is at 0 and yet the row is included: the level that selects it"),
        ("CR 7.1", Some(4), "FR 7 is at 4"),
        ("NDR 5.2 RE(2)", Some(3), "its own"),
        ("CCSC 2", None, "no FR"),
    ] {
        assert_eq!(profile.selection(id), Selection::Included { min_level: level }, "{id}: {why}");
    }
    let mut value = packs::file("component-profile");
    value.as_object_mut().expect("an object").remove("security_level");
    let without = read(&value, &list);
    assert_eq!(
        without.selection("CR 7.1"),
        Selection::Included { min_level: None },
        "without a vector the claim decides"
    );
}

#[test]
fn what_is_no_row_is_excluded_without_a_reason() {
    let profile = read(&packs::file("component-profile"), &packs::component());
    for id in ["CR 2.3", "SP.01.01 BR", ""] {
        assert_eq!(
            profile.selection(id),
            Selection::Excluded { justification: None },
            "{id:?} must never count as required"
        );
    }
}

#[test]
fn a_profile_over_two_documents_can_be_read_with_either() {
    let (component, provider) = (packs::component(), packs::provider());
    let mut value = packs::file("component-profile");
    let other = packs::file("provider-profile");
    value["base"].as_array_mut().expect("bases").push(other["base"][0].clone());
    let rows = value["requirements"].as_array_mut().expect("rows");
    rows.iter_mut().for_each(|row| row["base"] = component.id.clone().into());
    for row in other["requirements"].as_array().expect("rows") {
        let mut row = row.clone();
        row["base"] = provider.id.clone().into();
        rows.push(row);
    }
    let with_component = read(&value, &component);
    assert_eq!(with_component.excluded().collect::<Vec<_>>(), ["SAR 3.2"], "its own rows only");
    assert!(with_component.row("SP.07.04 BR").is_none(), "a row of the other document says nothing here");
    let with_provider = read(&value, &provider);
    assert_eq!(with_provider.excluded().collect::<Vec<_>>(), ["SP.05.01 BR"], "and the other's");
    assert_eq!(
        with_provider.selection("SP.07.04 BR"),
        Selection::Included { min_level: Some(3) },
        "with maturity levels"
    );
    assert_eq!(with_component.digest, with_provider.digest, "it is one file");
}

#[test]
fn a_profile_for_other_bytes_of_the_same_checklist_is_refused() {
    let mut pack = packs::file("component");
    pack["as_of"] = "2027-01".into();
    let newer = Checklist::parse(pack.to_string().as_bytes()).expect("a good pack");
    let problems = Profile::parse(packs::FIREWALL, &newer).expect_err("another digest");
    assert_eq!(problems.len(), 1, "everything else fits: {problems:#?}");
    assert_eq!(problems[0].path, "base[0].checklist_sha256", "the author has to look at the newer pack");
}

#[test]
fn two_editions_of_one_document_may_say_different_things_about_one_id() {
    let new = packs::provider();
    let mut pack = packs::file("provider");
    pack["id"] = "older".into();
    pack["edition"] = "2015".into();
    let old = Checklist::parse(pack.to_string().as_bytes()).expect("a good pack");
    let mut value = packs::file("provider-profile");
    let mut base = value["base"][0].clone();
    base["checklist_id"] = "older".into();
    base["edition"] = "2015".into();
    base["checklist_sha256"] = old.digest.to_string().into();
    value["base"].as_array_mut().expect("bases").push(base);
    value["requirements"] = json!([
        {"ref": "SP.07.04 BR", "base": "older", "selection": "included", "min_ml": 2},
        {"ref": "SP.07.04 BR", "base": new.id, "selection": "included", "min_ml": 3},
    ]);
    for (list, level) in [(&old, 2), (&new, 3)] {
        assert_eq!(
            read(&value, list).selection("SP.07.04 BR"),
            Selection::Included { min_level: Some(level) },
            "{}: each edition has its own entry, and that is no repetition",
            list.edition
        );
    }
}
