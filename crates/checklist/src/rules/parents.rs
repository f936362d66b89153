//! Enhancements and the base requirements that they enhance.

use super::{Parts, Placed, Problems};
use crate::{Object, PackWhy, Requirement, RequirementKind};
use alloc::{format, string::ToString, vec::Vec};

/// Every enhancement names a base requirement that is there, and nobody else names anybody.
pub(super) fn hold(parts: &Parts, problems: &mut Problems) {
    for (place, Placed { path, item: row }) in parts.requirements.iter().enumerate() {
        let at = format!("{path}.parent");
        if let Some(expected) = other_kind(parts, row) {
            let why = PackWhy::Disagrees {
                with: "id",
                expected: expected.to_string(),
            };
            problems.add(format!("{path}.kind"), Some(&row.id), why);
        }
        if let Some(through) = cycle(parts, row) {
            problems.add(
                at,
                Some(&row.id),
                PackWhy::Cycle {
                    through: through.join(" > "),
                },
            );
            continue;
        }
        match (row.kind, &row.parent) {
            (RequirementKind::Enhancement, None) => {
                problems.add(at, Some(&row.id), PackWhy::EnhancementWithoutBase);
            }
            (RequirementKind::Enhancement, Some(parent)) => match find(parts, parent) {
                Some((base_place, base)) => {
                    enhancement(parts, (path, place, row), (base_place, base), problems);
                }
                None if parts.unread.contains(parent) => {}
                None => {
                    let why = PackWhy::UnknownParent {
                        parent: parent.clone(),
                    };
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
    let provider = parts.object == Some(Object::ServiceProvider);
    if enhancement_by_id {
        (!enhancement).then_some("enhancement")
    } else if enhancement || (provider && row.kind != RequirementKind::Base) {
        Some("base")
    } else {
        None
    }
}

fn find<'a>(parts: &'a Parts, id: &str) -> Option<(usize, &'a Requirement)> {
    let place = parts.requirements.iter().position(|p| p.item.id == id)?;
    parts.requirements.get(place).map(|p| (place, &p.item))
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
        note(
            "parent",
            PackWhy::ParentNotBase {
                parent: base.id.clone(),
            },
        );
        return;
    }
    if base_place > place {
        note(
            "parent",
            PackWhy::OutOfOrder {
                other: base.id.clone(),
            },
        );
    }
    let number = base.id.strip_suffix(" BR").unwrap_or(&base.id);
    if !row.id.starts_with(&format!("{number} RE(")) {
        let expected = row.id.split(" RE(").next().unwrap_or_default().to_string();
        note(
            "parent",
            PackWhy::Disagrees {
                with: "id",
                expected,
            },
        );
    }
    if let (Some(level), Some(from)) = (row.selected_from, base.selected_from)
        && level < from
    {
        note("selected_from", PackWhy::BelowBase { level, base: from });
    }
    // In 2-4 an enhancement may belong to another summary level than its base (SP.03.03).
    if parts.object == Some(Object::Component) && row.group != base.group {
        note(
            "group",
            PackWhy::Disagrees {
                with: "parent",
                expected: base.group.clone(),
            },
        );
    }
}

/// The ids along the way if following the parents from `row` leads back to it.
fn cycle<'a>(parts: &'a Parts, row: &'a Requirement) -> Option<Vec<&'a str>> {
    let mut through = Vec::from([row.id.as_str()]);
    let mut next = row.parent.as_deref()?;
    loop {
        if next == row.id {
            through.push(next);
            return Some(through);
        }
        if through.contains(&next) {
            return None;
        }
        through.push(next);
        next = find(parts, next)?.1.parent.as_deref()?;
    }
}
