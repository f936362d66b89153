//! The shipped packs hold exactly the rows that the standards have.

use crate::packs::{self, component, provider};

use checklist::{Checklist, ComponentType, Confidence, HeadingKind, Object, RequirementKind, Verb};
use std::collections::BTreeMap;

fn count(list: &Checklist, kind: RequirementKind) -> usize {
    list.requirements.iter().filter(|row| row.kind == kind).count()
}

#[test]
fn part_4_2_has_126_rows_of_which_4_are_ccsc_73_base_and_49_enhancements() {
    let list = component();
    assert_eq!(list.object, Object::Component, "4-2 is about products");
    assert_eq!(list.requirements.len(), 126, "rows that can be assessed");
    assert_eq!(list.headings.len(), 15, "headings with nothing to assess");
    assert_eq!(count(&list, RequirementKind::Ccsc), 4, "common constraints");
    assert_eq!(count(&list, RequirementKind::Base), 73, "base requirements");
    assert_eq!(count(&list, RequirementKind::Enhancement), 49, "enhancements");
}

#[test]
fn part_2_4_has_123_rows_of_which_72_are_base_and_51_enhancements() {
    let list = provider();
    assert_eq!(list.object, Object::ServiceProvider, "2-4 is about organisations");
    assert_eq!(list.requirements.len(), 123, "rows that can be assessed");
    assert_eq!(count(&list, RequirementKind::Base), 72, "base requirements");
    assert_eq!(count(&list, RequirementKind::Enhancement), 51, "enhancements");
    assert!(list.headings.is_empty(), "2-4 numbers no heading like a requirement");
}

#[test]
fn the_rows_per_type_level_and_fr_are_those_of_the_count_table() {
    let list = component();
    let mut checked = 0;
    for line in include_str!("counts-4-2.csv").lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let types = match ComponentType::parse(cells[0]) {
            Some(own) => vec![own],
            None => ComponentType::ALL.to_vec(),
        };
        let level: u8 = cells[1].parse().expect("a level");
        // The count table leaves the common constraints out: they hold for everybody.
        let rows: Vec<_> = list
            .requirements
            .iter()
            .filter(|row| row.kind != RequirementKind::Ccsc && row.selected_at(level, &types))
            .collect();
        let base = rows.iter().filter(|row| row.kind == RequirementKind::Base).count();
        let mut found = vec![rows.len(), base, rows.len() - base];
        found.extend((1..=7).map(|fr| rows.iter().filter(|row| row.fr == Some(fr)).count()));
        let expected: Vec<usize> = cells.iter().skip(2).map(|cell| cell.parse().expect("a count")).collect();
        assert_eq!(found, expected, "total, base, RE and FR 1 to 7 of {} at SL {level}", cells[0]);
        checked += 1;
    }
    assert_eq!(checked, 20, "five kinds of scope at four levels");
}

#[test]
fn the_tr_constants_of_4_2_add_up_to_rows_and_headings() {
    let list = component();
    let totals: Vec<(&str, u32)> =
        list.tuple_groups().map(|group| (group.id.as_str(), group.total)).collect();
    assert_eq!(
        totals,
        [
            ("CCSC", 4),
            ("FR1", 22),
            ("FR2", 21),
            ("FR3", 19),
            ("FR4", 5),
            ("FR5", 4),
            ("FR6", 3),
            ("FR7", 11),
            ("SAR", 3),
            ("EDR", 13),
            ("HDR", 14),
            ("NDR", 22),
        ],
        "the constants of the tuple line, in its order"
    );
    assert_eq!(list.total(), 141, "126 rows and 15 headings");
    let row = |id| list.requirement(id).expect("a row");
    assert_eq!(list.tuple_group_of(row("NDR 5.2")), "NDR", "a type-specific row counts in its family");
    assert_eq!(row("NDR 5.2").group, "FR5", "but stands in its FR");
    assert_eq!(list.tuple_group_of(row("CR 5.1")), "FR5", "a common row counts in its FR");
    assert_eq!(list.tuple_group_of(row("CCSC 1")), "CCSC", "a constraint counts in neither");
}

#[test]
fn the_14_summary_levels_of_2_4_hold_their_rows() {
    let list = provider();
    let totals: Vec<(&str, u32)> =
        list.tuple_groups().map(|group| (group.id.as_str(), group.total)).collect();
    assert_eq!(
        totals,
        [
            ("Solution staffing", 11),
            ("Assurance", 7),
            ("Solution hardening", 9),
            ("Network security", 9),
            ("Data protection", 6),
            ("Wireless", 6),
            ("SIS", 12),
            ("Configuration management", 4),
            ("Remote access", 5),
            ("Event management", 8),
            ("Account management", 17),
            ("Malware protection", 8),
            ("Patch management", 12),
            ("Backup/Restore", 9),
        ],
        "the summary levels with their TR"
    );
    assert_eq!(list.total(), 123, "2-4 counts nothing but rows");
    let mut rows: BTreeMap<&str, u32> = BTreeMap::new();
    for row in &list.requirements {
        *rows.entry(list.tuple_group_of(row)).or_default() += 1;
    }
    for (group, total) in totals {
        assert_eq!(rows.get(group), Some(&total), "every row of {group} is there");
    }
}

#[test]
fn rows_stand_in_the_order_of_the_standard() {
    let list = component();
    let position = |id| list.position(id).expect("a row");
    assert!(position("CR 1.2") < position("CR 1.10"), "1.2 comes before 1.10");
    assert_eq!(position("CCSC 1"), 0, "the constraints come first");
    assert_eq!(position("NDR 5.3"), 125, "the last row of the network devices comes last");
    let enhancements: Vec<&str> = list.enhancements_of("NDR 5.2").map(|row| row.id.as_str()).collect();
    assert_eq!(
        enhancements,
        ["NDR 5.2 RE(1)", "NDR 5.2 RE(2)", "NDR 5.2 RE(3)"],
        "enhancements in the order of their numbers"
    );
    let provider = provider();
    let mut sorted: Vec<&str> = provider.requirements.iter().map(|row| row.id.as_str()).collect();
    sorted.sort_unstable();
    let own: Vec<&str> = provider.requirements.iter().map(|row| row.id.as_str()).collect();
    assert_eq!(own, sorted, "2-4 ids have two digits each and sort as text");
}

#[test]
fn a_heading_can_be_found_but_is_no_row() {
    let list = component();
    let heading = list.heading("CR 2.3").expect("a heading");
    assert_eq!(heading.kind, HeadingKind::NoComponentRequirement, "2.3 exists at system level");
    assert_eq!(list.requirement("CR 2.3"), None, "nothing can be assessed under a heading");
    let pointers = list.headings.iter().filter(|h| h.kind == HeadingKind::Pointer).count();
    assert_eq!(pointers, 12, "the other headings lead to type-specific rows");
}

#[test]
fn the_known_couplings_are_data() {
    let list = component();
    let row = |id: &str| list.requirement(id).expect("a row");
    assert_eq!(row("CR 1.14").brings, ["CR 4.3"], "symmetric keys bring the use of cryptography");
    for family in ["EDR", "HDR", "NDR"] {
        let number = |n: &str| row(&format!("{family} {n}")).clone();
        assert_eq!(number("3.13").needs, Some(format!("{family} 2.4")), "3.13 only with 2.4");
        for n in ["3.11", "3.12", "3.13", "3.14"] {
            assert!(number(n).condition.is_some(), "{family} {n} is not for pure software");
        }
    }
    for id in ["CR 1.3", "CR 1.14"] {
        assert!(row(id).condition.is_some(), "{id} does not apply to every component");
    }
}

#[test]
fn the_activities_run_from_step_1_to_step_2_and_cite_only_what_is_known() {
    let list = component();
    let ids: Vec<&str> = list.activities.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "LC-1", "CTX-1", "CTX-2", "CTX-3", "CTX-4", "CTX-5", "CTX-6", "CTX-7", "SEL-1", "DES-1", "GUI-1",
            "VER-1", "VER-2", "TST-1", "TST-2", "TST-3", "VUL-1", "VUL-2",
        ],
        "all activities, in order"
    );
    assert_eq!(list.activities.iter().filter(|a| a.step == 1).count(), 9, "step 1 ends with SEL-1");
    let checks: Vec<&str> =
        list.activities.iter().filter(|a| a.verb == Verb::Check).map(|a| a.id.as_str()).collect();
    assert_eq!(checks, ["LC-1", "CTX-1", "CTX-2", "GUI-1", "TST-2"], "verdicts by comparison");
    for activity in &list.activities {
        assert_eq!(
            activity.reference.is_some(),
            activity.confidence == Confidence::High,
            "{}: an official number is given exactly where it is known",
            activity.id
        );
        assert_ne!(
            activity.reference.is_some(),
            activity.place.is_some(),
            "{}: what is known by place only is not given as a reference",
            activity.id
        );
    }
}

#[test]
fn every_kind_of_evidence_has_a_pattern_for_each_maturity_level() {
    let list = provider();
    assert_eq!(list.evidence_patterns.len(), 28, "seven kinds at four levels");
    for row in &list.requirements {
        let kind = row.evidence_kind.as_deref().expect("a 2-4 row has a kind of evidence");
        for ml in 1..=4 {
            assert!(list.evidence_pattern(kind, ml).is_some(), "{} at ML {ml}", row.id);
        }
        assert_eq!(list.evidence_pattern(kind, 0), None, "there is no ML 0");
        assert_eq!(list.evidence_pattern(kind, 5), None, "there is no ML 5");
        assert!(!row.selected_at(4, &ComponentType::ALL), "no level ever selects a 2-4 row");
    }
}

#[test]
fn parts_of_a_row_whose_words_are_not_known_are_only_numbered() {
    let list = provider();
    let with_parts: Vec<(&str, usize)> = list
        .requirements
        .iter()
        .filter(|row| !row.sub_points.is_empty())
        .map(|row| (row.id.as_str(), row.sub_points.len()))
        .collect();
    assert_eq!(
        with_parts,
        [("SP.01.05 BR", 4), ("SP.03.05 BR", 5), ("SP.11.02 BR", 5), ("SP.12.01 BR", 4)],
        "the rows whose number of parts is known"
    );
    for (id, _) in with_parts {
        let row = list.requirement(id).expect("a row");
        assert_eq!(row.confidence, Confidence::Low, "{id}: what the parts say is not known");
    }
}

#[test]
fn what_edition_2_did_to_the_rows_of_2_4_is_carried() {
    let list = provider();
    let new: Vec<&str> = list
        .requirements
        .iter()
        .filter(|row| row.in_edition_1 == Some(false))
        .map(|row| row.id.as_str())
        .collect();
    assert_eq!(new, ["SP.11.02 RE(2)"], "one row came with edition 2");
    let high: Vec<&str> = list
        .requirements
        .iter()
        .filter(|row| row.confidence == Confidence::High)
        .map(|row| row.id.as_str())
        .collect();
    assert_eq!(high, ["SP.03.01 BR"], "one documentation flag is confirmed, the others derived");
}

#[test]
fn the_digest_of_a_row_is_that_of_its_content_and_not_of_its_spelling() {
    let list = component();
    let pretty: serde_json::Value = serde_json::from_slice(packs::COMPONENT).expect("JSON");
    let compact = Checklist::parse(pretty.to_string().as_bytes()).expect("the same pack");
    assert_ne!(list.digest, compact.digest, "a dossier pins the bytes of the pack");
    for (one, other) in list.requirements.iter().zip(&compact.requirements) {
        assert_eq!(one.digest, other.digest, "{}: blanks and order of fields mean nothing", one.id);
    }
    let mut changed = pretty;
    changed["requirements"][20]["label"] = "Other words".into();
    let changed = Checklist::parse(changed.to_string().as_bytes()).expect("still a good pack");
    for (n, (one, other)) in list.requirements.iter().zip(&changed.requirements).enumerate() {
        assert_eq!(one.digest == other.digest, n != 20, "{}: only the changed row changes", one.id);
    }
    assert_eq!(
        trail::Digest::of(
            br#"{"applies_to":["SAR","EDR","HDR","NDR"],"clause":"4.2","confidence":"high","family":"CCSC","group":"CCSC","id":"CCSC 1","kind":"ccsc","label":"Support of essential functions","selected_from":1}"#
        ),
        list.requirements[0].digest,
        "anyone can compute the digest from the format description"
    );
}
