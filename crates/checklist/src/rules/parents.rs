//! Enhancements and the base requirements that they enhance.

use super::{Parts, Placed, Problems};
use crate::{Object, PackWhy, Requirement, RequirementKind};
use alloc::{collections::BTreeMap, format, string::ToString, vec::Vec};

/// Every enhancement names a base requirement that is there, and nobody else names anybody.
pub(super) fn hold(parts: &Parts, problems: &mut Problems) {
    let index = index(parts);
    for (place, Placed { path, item: row }) in parts.requirements.items.iter().enumerate() {
        let at = format!("{path}.parent");
        if let Some(expected) = other_kind(parts, row) {
            let why = PackWhy::Disagrees { with: "id", expected: expected.to_string() };
            problems.add(format!("{path}.kind"), Some(&row.id), why);
        }
        if let Some(through) = cycle(&index, row) {
            problems.add(at, Some(&row.id), PackWhy::Cycle { through: through.join(" > ") });
            continue;
        }
        match (row.kind, &row.parent) {
            (RequirementKind::Enhancement, None) => {
                problems.add(at, Some(&row.id), PackWhy::EnhancementWithoutBase);
            }
            (RequirementKind::Enhancement, Some(parent)) => match index.get(parent.as_str()) {
                Some(&(base_place, base)) => {
                    enhancement(parts, (path, place, row), (base_place, base), problems);
                }
                None if parts.unread.may_hold(parent) => {}
                None => {
                    let why = PackWhy::UnknownParent { parent: parent.clone() };
                    problems.add(at, Some(&row.id), why);
                }
            },
            (_, Some(_)) => problems.add(at, Some(&row.id), PackWhy::BaseWithParent),
            (_, None) => {}
        }
    }
}

/// The kind that the id speaks of, where it is not the kind of the row.
fn other_kind(parts: &Parts, row: &Requirement) -> Option<&'static str> {
    let enhancement = row.kind == RequirementKind::Enhancement;
    let enhancement_by_id = row.id.contains(" RE(") && row.id.ends_with(')');
    let provider = parts.object.is_some_and(|object| !object.has_security_levels());
    if enhancement_by_id {
        (!enhancement).then_some("enhancement")
    } else if enhancement || (provider && row.kind != RequirementKind::Base) {
        Some("base")
    } else {
        None
    }
}

/// What an enhancement must have in common with its base requirement.
fn enhancement(
    parts: &Parts,
    (path, place, row): (&str, usize, &Requirement),
    (base_place, base): (usize, &Requirement),
    problems: &mut Problems,
) {
    let mut note = |field: &str, why| problems.add(format!("{path}.{field}"), Some(&row.id), why);
    if base.kind != RequirementKind::Base {
        note("parent", PackWhy::ParentNotBase { parent: base.id.clone() });
        return;
    }
    let number = base.id.strip_suffix(" BR").unwrap_or(&base.id);
    if !row.id.starts_with(&format!("{number} RE(")) {
        let expected = row.id.split(" RE(").next().unwrap_or_default().to_string();
        note("parent", PackWhy::Disagrees { with: "id", expected });
        return;
    }
    if base_place > place {
        note("parent", PackWhy::OutOfOrder { other: base.id.clone() });
    }
    if let (Some(level), Some(from)) = (row.selected_from, base.selected_from)
        && level < from
    {
        note("selected_from", PackWhy::BelowBase { level, base: from });
    }
    // In 2-4 an enhancement may belong to another summary level than its base (SP.03.03).
    if parts.object == Some(Object::Component) && row.group != base.group {
        note("group", PackWhy::Disagrees { with: "parent", expected: base.group.clone() });
    }
}

/// Where each id stands for the first time.
type Index<'a> = BTreeMap<&'a str, (usize, &'a Requirement)>;

fn index(parts: &Parts) -> Index<'_> {
    let mut index = BTreeMap::new();
    for (place, Placed { item, .. }) in parts.requirements.items.iter().enumerate() {
        index.entry(item.id.as_str()).or_insert((place, item));
    }
    index
}

/// The most ids of a circle that are shown; whoever mends one sees the others next time.
const MOST_SHOWN: usize = 8;

/// The ids along the way if following the parents from `row` leads back to it.
fn cycle<'a>(index: &Index<'a>, row: &'a Requirement) -> Option<Vec<&'a str>> {
    let mut through = Vec::from([row.id.as_str()]);
    let mut next = row.parent.as_deref()?;
    // A way that visits more rows than there are runs in a circle that `row` is not part of.
    for _ in 0..index.len() {
        if next == row.id {
            through.push(next);
            return Some(through);
        }
        match through.len() {
            shown if shown < MOST_SHOWN => through.push(next),
            MOST_SHOWN => through.push("…"),
            _ => {}
        }
        next = index.get(next)?.1.parent.as_deref()?;
    }
    None
}
