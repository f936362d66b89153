//! What changed between two checklists: each row of either stands in one list, and only the same content carries over.

use crate::packs;
use checklist::{Checklist, diff::Diff};
use proptest::prelude::*;
use serde_json::{Value, json};

fn parse(value: &Value) -> Checklist {
    Checklist::parse(value.to_string().as_bytes()).expect("a good pack")
}

#[test]
fn a_checklist_does_not_differ_from_itself_or_from_another_spelling_of_it() {
    for (name, list) in [("component", packs::component()), ("provider", packs::provider())] {
        let same = Diff::between(&list, &list);
        assert!(same.is_empty(), "{name}: nothing changed: {same:?}");
        assert_eq!(same.unchanged.len(), list.requirements.len(), "{name}: every answer stands");
        let spelled = Diff::between(&list, &parse(&packs::file(name)));
        assert!(spelled.is_empty(), "{name}: blanks and line breaks change no content");
    }
}

#[test]
fn each_change_of_a_row_is_named_by_its_field() {
    let old = packs::component();
    let mut value = packs::file("component");
    value["requirements"][5]["label"] = "Other words".into();
    value["requirements"][5]["notes"] = json!(["A remark"]);
    value["requirements"][9]["confidence"] = "low".into();
    let diff = Diff::between(&old, &parse(&value));
    let changed: Vec<(&str, &[&str])> =
        diff.changed.iter().map(|row| (row.id.as_str(), row.fields.as_slice())).collect();
    assert_eq!(
        changed,
        [("CR 1.1 RE(1)", ["label", "notes"].as_slice()), ("CR 1.3", ["confidence"].as_slice())],
        "rows and fields in their order"
    );
    assert!(!diff.carries_over("CR 1.1 RE(1)"), "an answer to other words is no answer");
    assert!(!diff.carries_over("CR 1.3"), "whoever changes how sure a fact is wants it looked at again");
    assert!(diff.carries_over("CR 1.1"), "the base requirement has not changed");
    assert!(!diff.carries_over("CR 2.3"), "a heading has no answer");
    assert!(diff.head.is_empty() && !diff.reordered, "nothing else changed: {diff:?}");
}

#[test]
fn every_field_of_a_row_is_compared() {
    for name in ["component", "provider"] {
        let pack = packs::file(name);
        let old = parse(&pack);
        let names: std::collections::BTreeSet<&str> = pack["requirements"]
            .as_array()
            .expect("rows")
            .iter()
            .flat_map(|row| row.as_object().expect("an object").keys())
            .map(String::as_str)
            .filter(|field| *field != "id")
            .collect();
        let mut fields_seen = 0;
        for field in names {
            // The pack need not stay good: two of its rows are compared as they were read.
            let (mut a, mut b) = (old.clone(), old.clone());
            let place = a
                .requirements
                .iter()
                .position(|row| !serde_json::to_value(row).expect("JSON")[field].is_null())
                .expect("a row with this field");
            let Some(spoiled) = spoil(&mut b, place, field) else { continue };
            a.requirements[place].digest = trail::Digest::ZERO;
            let diff = Diff::between(&a, &b);
            assert_eq!(diff.changed.len(), 1, "{field}: the digests differ");
            assert_eq!(diff.changed[0].fields, [spoiled], "{field}: a change must be named");
            fields_seen += 1;
        }
        assert!(fields_seen >= 12, "{name}: {fields_seen} fields were changed");
    }
}

/// Gives one field of one row another value, and names it.
fn spoil(list: &mut Checklist, place: usize, field: &str) -> Option<&'static str> {
    use checklist::{ComponentType, Confidence, DocumentationBasis, EditionChange, RequirementKind};
    let row = &mut list.requirements[place];
    let other = || "other".to_string();
    Some(match field {
        "parent" => {
            row.parent = None;
            "parent"
        }
        "kind" => {
            let enhancement = row.kind == RequirementKind::Enhancement;
            row.kind = if enhancement { RequirementKind::Base } else { RequirementKind::Enhancement };
            "kind"
        }
        "group" => {
            row.group = other();
            "group"
        }
        "family" => {
            row.family = other();
            "family"
        }
        "fr" => {
            row.fr = None;
            "fr"
        }
        "area" => {
            row.area = None;
            "area"
        }
        "label" => {
            row.label = other();
            "label"
        }
        "applies_to" => {
            row.applies_to = vec![ComponentType::Hdr];
            "applies_to"
        }
        "selected_from" => {
            row.selected_from = None;
            "selected_from"
        }
        "clause" => {
            row.clause = None;
            "clause"
        }
        "evidence_kind" => {
            row.evidence_kind = None;
            "evidence_kind"
        }
        "documentation_delivered" => {
            row.documentation_delivered = None;
            "documentation_delivered"
        }
        "documentation_basis" => {
            let sure = row.documentation_basis == Some(DocumentationBasis::Confirmed);
            row.documentation_basis = (!sure).then_some(DocumentationBasis::Confirmed);
            "documentation_basis"
        }
        "condition" => {
            row.condition = Some(other());
            "condition"
        }
        "needs" => {
            row.needs = Some(other());
            "needs"
        }
        "brings" => {
            row.brings = vec![other()];
            "brings"
        }
        "owner_parameter" => {
            row.owner_parameter = !row.owner_parameter;
            "owner_parameter"
        }
        "in_edition_1" => {
            row.in_edition_1 = None;
            "in_edition_1"
        }
        "edition_2_change" => {
            let disputed = row.edition_2_change == Some(EditionChange::Disputed);
            row.edition_2_change = (!disputed).then_some(EditionChange::Disputed);
            "edition_2_change"
        }
        "sub_points" => {
            row.sub_points.push(other());
            "sub_points"
        }
        "notes" => {
            row.notes.push(other());
            "notes"
        }
        "confidence" => {
            row.confidence =
                if row.confidence == Confidence::Low { Confidence::High } else { Confidence::Low };
            "confidence"
        }
        other => panic!("{other} is a new field: compare it in diff.rs and here"),
    })
}

#[test]
fn every_part_outside_the_rows_is_compared() {
    let old = packs::component();
    type Change = fn(&mut Checklist);
    let spoil: [(&str, Change); 14] = [
        ("id", |list| list.id.push('x')),
        ("document", |list| list.document.push('x')),
        ("edition", |list| list.edition.push('x')),
        ("amendments", |list| list.amendments.push("A1".into())),
        ("title", |list| list.title.push('x')),
        ("object", |list| list.object = checklist::Object::ServiceProvider),
        ("method", |list| list.method.push('x')),
        ("as_of", |list| list.as_of.push('x')),
        ("sources", |list| list.sources.push("x".into())),
        ("unproven", |list| list.unproven = !list.unproven),
        ("groups", |list| list.groups[0].total += 1),
        ("headings", |list| drop(list.headings.pop())),
        ("activities", |list| list.activities[0].step = 2),
        ("evidence_patterns", |list| list.evidence_patterns = packs::provider().evidence_patterns),
    ];
    for (field, change) in spoil {
        let mut new = old.clone();
        change(&mut new);
        assert_eq!(Diff::between(&old, &new).head, [field], "a change of {field} must be told, and no other");
    }
    let fields = serde_json::to_value(&old).expect("JSON").as_object().expect("an object").len();
    assert_eq!(spoil.len() + 2, fields, "all but the digest and the rows; a new field is compared too");
}

#[test]
fn rows_that_came_or_went_are_listed_and_the_totals_with_them() {
    let old = packs::component();
    let mut value = packs::file("component");
    // NDR 5.2 RE(3) goes, CR 7.8 RE(1) comes.
    let rows = value["requirements"].as_array_mut().expect("rows");
    let place = |rows: &Vec<Value>, id: &str| rows.iter().position(|row| row["id"] == id).expect("a row");
    rows.remove(place(rows, "NDR 5.2 RE(3)"));
    let at = place(rows, "CR 7.8");
    let mut new = rows[at].clone();
    new["id"] = "CR 7.8 RE(1)".into();
    new["kind"] = "enhancement".into();
    new["parent"] = "CR 7.8".into();
    rows.insert(at + 1, new);
    value["edition"] = "2030".into();
    value["as_of"] = "2030-01".into();
    value["groups"][7]["total"] = 12.into();
    value["groups"][11]["total"] = 21.into();
    let new = parse(&value);
    let diff = Diff::between(&old, &new);
    assert_eq!(diff.added, ["CR 7.8 RE(1)"], "the row that came");
    assert_eq!(diff.removed, ["NDR 5.2 RE(3)"], "the row that went");
    assert!(diff.changed.is_empty(), "no other row changed");
    assert_eq!(diff.head, ["edition", "as_of", "groups"], "the parts around the rows");
    assert!(!diff.reordered, "rows that come or go don't move the others");
    let back = Diff::between(&new, &old);
    assert_eq!((back.added, back.removed), (diff.removed, diff.added), "the way back is the mirror");
}

#[test]
fn another_order_of_the_same_rows_is_a_difference() {
    let old = packs::provider();
    let mut value = packs::file("provider");
    value["requirements"].as_array_mut().expect("rows").swap(122, 121);
    let diff = Diff::between(&old, &parse(&value));
    assert!(diff.reordered && !diff.is_empty(), "a report prints rows in the order of the pack");
    assert_eq!(diff.unchanged.len(), 123, "but every answer stands");
}

#[test]
fn two_documents_have_no_row_in_common() {
    let (a, b) = (packs::component(), packs::provider());
    let diff = Diff::between(&a, &b);
    assert_eq!((diff.removed.len(), diff.added.len()), (126, 123), "every row goes or comes");
    assert!(diff.unchanged.is_empty() && diff.changed.is_empty(), "none carries over");
    assert!(diff.head.contains(&"object"), "not even the object is the same: {:?}", diff.head);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_row_of_either_side_stands_in_exactly_one_list(
        gone in prop::collection::vec(any::<prop::sample::Index>(), 0..9),
        changed in prop::collection::vec(any::<prop::sample::Index>(), 0..9),
    ) {
        let a = packs::provider();
        let mut b = a.clone();
        for at in &changed {
            let row = at.get::<checklist::Requirement>(&a.requirements).id.clone();
            let row = b.requirements.iter_mut().find(|one| one.id == row).expect("a row");
            row.label.push('x');
            row.digest = trail::Digest::of(row.label.as_bytes());
        }
        for at in &gone {
            let row = at.index(b.requirements.len());
            b.requirements.remove(row);
        }
        for (a, b) in [(&a, &b), (&b, &a)] {
            let diff = Diff::between(a, b);
            let mut listed: Vec<&str> = diff.added.iter().chain(&diff.removed).chain(&diff.unchanged)
                .map(String::as_str).chain(diff.changed.iter().map(|row| row.id.as_str())).collect();
            listed.sort_unstable();
            let mut all: Vec<&str> =
                a.requirements.iter().chain(&b.requirements).map(|row| row.id.as_str()).collect();
            all.sort_unstable();
            all.dedup();
            prop_assert_eq!(listed, all, "no row is lost and none is counted twice");
            for row in &diff.changed {
                prop_assert!(!row.fields.is_empty(), "{}: a change names its field", row.id);
                prop_assert!(!diff.carries_over(&row.id), "{}: other content, no answer", row.id);
            }
        }
    }
}
