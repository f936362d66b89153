//! What holds in IEC 62443-4-2 only: component types, foundational requirements, headings.

use super::{Parts, Placed, Problems};
use crate::{ComponentType, Heading, HeadingKind, PackWhy, Requirement, RequirementKind};
use alloc::{
    format,
    string::{String, ToString},
    vec::Vec,
};

/// Holds the rows of a 4-2 pack against their family, their FR and the rows they name.
pub(super) fn hold(parts: &Parts, problems: &mut Problems) {
    for Placed { path, item: row } in &parts.requirements.items {
        for (field, why) in row_problems(parts, row) {
            problems.add(format!("{path}.{field}"), Some(&row.id), why);
        }
    }
    for Placed { path, item } in &parts.headings.items {
        for (field, why) in heading_problems(parts, item) {
            problems.add(format!("{path}.{field}"), Some(&item.id), why);
        }
    }
}

fn row_problems(parts: &Parts, row: &Requirement) -> Vec<(String, PackWhy)> {
    let mut found = Vec::new();
    let mut note = |field: String, why| found.push((field, why));
    let common = row.family == "CCSC";
    if common != (row.kind == RequirementKind::Ccsc) {
        let expected = if common { "ccsc" } else { "base, enhancement" }.to_string();
        note("kind".into(), PackWhy::Disagrees { with: "family", expected });
    }
    let types = types_of(&row.family);
    if !row.applies_to.is_empty() && row.applies_to != types {
        let expected = types.iter().map(|t| t.as_str()).collect::<Vec<_>>().join(", ");
        note("applies_to".into(), PackWhy::Disagrees { with: "family", expected });
    }
    if let Some(why) = fr_problem(row, common) {
        note("fr".into(), why);
    }
    if let Some(why) = group_problem(parts, &row.group, row.fr, common) {
        note("group".into(), why);
    }
    if let Some(id) = row.needs.as_ref().filter(|id| !is_other_row(parts, id, row)) {
        note("needs".into(), PackWhy::UnknownRow { row: id.clone() });
    }
    for (n, id) in row.brings.iter().enumerate().filter(|(_, id)| !is_other_row(parts, id, row)) {
        note(format!("brings[{n}]"), PackWhy::UnknownRow { row: id.clone() });
    }
    found
}

/// The component types of a family: its own, or all four for `CR` and `CCSC`.
fn types_of(family: &str) -> Vec<ComponentType> {
    match ComponentType::parse(family) {
        Some(own) => Vec::from([own]),
        None => Vec::from(ComponentType::ALL),
    }
}

/// Common constraints stand outside the FRs; every other id carries the number of its FR.
fn fr_problem(row: &Requirement, common: bool) -> Option<PackWhy> {
    let in_id = fr_in(&row.id);
    match row.fr {
        Some(_) if common => Some(PackWhy::Disagrees { with: "family", expected: "no FR".to_string() }),
        None if !common => Some(PackWhy::MissingField { field: "fr" }),
        Some(fr) if in_id != Some(fr) => {
            let expected = in_id.map_or_else(String::new, |fr| fr.to_string());
            Some(PackWhy::Disagrees { with: "id", expected })
        }
        _ => None,
    }
}

/// The number of the FR in an id: 3 for `EDR 3.10 RE(1)`.
fn fr_in(id: &str) -> Option<u8> {
    id.split(' ').nth(1)?.split('.').next()?.parse().ok()
}

/// The group of a row or heading must be the one of its FR, and `CCSC` for a common constraint.
fn group_problem(parts: &Parts, group: &str, fr: Option<u8>, common: bool) -> Option<PackWhy> {
    let group = &parts.groups.items.iter().find(|known| known.item.id == group)?.item;
    if common {
        let expected = "CCSC".to_string();
        return (group.id != expected).then_some(PackWhy::Disagrees { with: "family", expected });
    }
    let fr = fr?;
    let right = parts.groups.items.iter().find(|known| known.item.number == Some(fr));
    (group.number != Some(fr)).then(|| PackWhy::Disagrees {
        with: "fr",
        expected: right.map_or_else(String::new, |known| known.item.id.clone()),
    })
}

/// Whether there is such a row; also when it may be among those whose id could not be read.
fn is_row(parts: &Parts, id: &str) -> bool {
    parts.requirements.items.iter().any(|p| p.item.id == id) || parts.unread.may_hold(id)
}

fn is_other_row(parts: &Parts, id: &str, row: &Requirement) -> bool {
    id != row.id && is_row(parts, id)
}

fn heading_problems(parts: &Parts, heading: &Heading) -> Vec<(String, PackWhy)> {
    let mut found = Vec::new();
    let mut note = |field: String, why| found.push((field, why));
    if fr_in(&heading.id) != Some(heading.fr) {
        let expected = fr_in(&heading.id).map_or_else(String::new, |fr| fr.to_string());
        note("fr".into(), PackWhy::Disagrees { with: "id", expected });
    }
    if let Some(why) = group_problem(parts, &heading.group, Some(heading.fr), false) {
        note("group".into(), why);
    }
    if (heading.kind == HeadingKind::Pointer) == heading.see.is_empty() {
        let expected = match heading.kind {
            HeadingKind::Pointer => "at least one component type",
            HeadingKind::NoComponentRequirement => "no component type",
        };
        note("see".into(), PackWhy::Disagrees { with: "kind", expected: expected.to_string() });
    }
    for (n, family) in heading.see.iter().enumerate() {
        let number = heading.id.split(' ').nth(1).unwrap_or_default();
        let row = format!("{family} {number}");
        if !is_row(parts, &row) {
            note(format!("see[{n}]"), PackWhy::UnknownRow { row });
        }
    }
    found
}
