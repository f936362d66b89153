//! What the parts of a pack must be to each other.
//!
//! Each rule notes every breach; none stops at the first. A rule that needs a part which could not
//! be read stays silent rather than report the same mistake a second time.

mod component;
mod ids;
mod parents;

use crate::{
    Activity, Group, Object, PackWhy, Requirement,
    fields::Problems,
    read::{Parts, Placed},
};
use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec::Vec,
};

/// The families that a row may belong to, in 4-2 and in 2-4.
const COMPONENT_FAMILIES: &[&str] = &["CCSC", "CR", "SAR", "EDR", "HDR", "NDR"];
const PROVIDER_FAMILIES: &[&str] = &["SP"];
/// The practices of 4-1.
const PROCESS_FAMILIES: &[&str] = &["SM", "SR", "SD", "SI", "SVV", "DM", "SUM", "SG"];

/// Holds the parts of a pack against each other.
pub(crate) fn hold(parts: &Parts, problems: &mut Problems) {
    unique_ids(parts, problems);
    ids::hold(parts, problems);
    groups(parts, problems);
    parents::hold(parts, problems);
    families(parts, problems);
    sub_points(&parts.requirements.items, problems);
    if parts.object == Some(Object::Component) {
        component::hold(parts, problems);
    }
    totals(parts, problems);
    activities(&parts.activities.items, problems);
    patterns(parts, problems);
}

/// The id of the group in whose tuple a row counts: its family where that is a group, else its own.
pub(crate) fn tuple_group<'a>(mut groups: impl Iterator<Item = &'a Group>, row: &'a Requirement) -> &'a str {
    groups.find(|group| group.id == row.family).map_or(&row.group, |family| &family.id)
}

/// Notes each id that stands at an earlier place already.
fn unique<'a>(places: impl Iterator<Item = (&'a str, String)>, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, String> = BTreeMap::new();
    for (id, path) in places {
        match seen.get(id) {
            Some(first) => {
                let why = PackWhy::DuplicateId { first: first.clone() };
                problems.add(path, Some(id), why);
            }
            None => drop(seen.insert(id, path)),
        }
    }
}

/// Rows and headings share one set of ids: an answer to `CR 2.3` must mean one thing.
fn unique_ids(parts: &Parts, problems: &mut Problems) {
    let id = |path: &String| format!("{path}.id");
    let rows = parts.requirements.items.iter().map(|p| (p.item.id.as_str(), id(&p.path)));
    let headings = parts.headings.items.iter().map(|p| (p.item.id.as_str(), id(&p.path)));
    unique(rows.chain(headings), problems);
    unique(parts.groups.items.iter().map(|p| (p.item.id.as_str(), id(&p.path))), problems);
    unique(parts.activities.items.iter().map(|p| (p.item.id.as_str(), id(&p.path))), problems);
}

fn groups(parts: &Parts, problems: &mut Problems) {
    if !parts.groups.whole {
        return;
    }
    let rows = parts.requirements.items.iter().map(|p| (&p.path, &p.item.id, &p.item.group));
    let headings = parts.headings.items.iter().map(|p| (&p.path, &p.item.id, &p.item.group));
    for (path, id, group) in rows.chain(headings) {
        if !parts.groups.items.iter().any(|known| known.item.id == *group) {
            let why = PackWhy::UnknownGroup { group: group.clone() };
            problems.add(format!("{path}.group"), Some(id), why);
        }
    }
}

/// The family must exist and be the one that the id begins with.
fn families(parts: &Parts, problems: &mut Problems) {
    let (families, divider) = match parts.object {
        Some(Object::Component) => (COMPONENT_FAMILIES, ' '),
        Some(Object::ServiceProvider) => (PROVIDER_FAMILIES, '.'),
        Some(Object::Process) => (PROCESS_FAMILIES, '-'),
        None => return,
    };
    for Placed { path, item: row } in &parts.requirements.items {
        if !families.contains(&row.family.as_str()) {
            let why = PackWhy::UnknownWord { found: row.family.clone(), expected: families.join(", ") };
            problems.add(format!("{path}.family"), Some(&row.id), why);
        } else if row.id.split(divider).next() != Some(&row.family) {
            let expected = row.id.split(divider).next().unwrap_or_default().to_string();
            let why = PackWhy::Disagrees { with: "id", expected };
            problems.add(format!("{path}.family"), Some(&row.id), why);
        }
    }
}

/// Parts of a row are checked one by one, so no two may read the same.
fn sub_points(rows: &[Placed<Requirement>], problems: &mut Problems) {
    for Placed { path, item: row } in rows {
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (n, part) in row.sub_points.iter().enumerate() {
            let first = *seen.entry(part).or_insert(n);
            if first != n {
                let why = PackWhy::DuplicateId { first: format!("{path}.sub_points[{first}]") };
                problems.add(format!("{path}.sub_points[{n}]"), Some(&row.id), why);
            }
        }
    }
}

/// Each TR constant must equal the rows and headings that count in the group: one more row than
/// TR makes N/E negative, one row less means that a row was lost.
fn totals(parts: &Parts, problems: &mut Problems) {
    if !(parts.groups.whole && parts.requirements.whole && parts.headings.whole) {
        return;
    }
    let groups = || parts.groups.items.iter().map(|placed| &placed.item);
    let rows = parts.requirements.items.iter().map(|placed| tuple_group(groups(), &placed.item));
    let headings = parts.headings.items.iter().map(|placed| placed.item.group.as_str());
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for group in rows.chain(headings) {
        let count = counts.entry(group).or_default();
        *count = count.saturating_add(1);
    }
    for Placed { path, item: group } in &parts.groups.items {
        let counted = counts.get(group.id.as_str()).copied().unwrap_or(0);
        if counted != group.total {
            let why = PackWhy::Total { total: group.total, counted };
            problems.add(format!("{path}.total"), Some(&group.id), why);
        }
    }
}

/// Activities run in the order of the pack: step 1 before step 2, groups in one piece, and ids of
/// one series (`CTX-1`, `CTX-2`) counting up.
fn activities(activities: &[Placed<Activity>], problems: &mut Problems) {
    let mut closed: Vec<&str> = Vec::new();
    let mut last: Option<&Activity> = None;
    for Placed { path, item } in activities {
        if let Some(last) = last {
            if last.group != item.group {
                closed.push(&last.group);
            }
            let field = if item.step < last.step {
                Some("step")
            } else if closed.contains(&item.group.as_str()) {
                Some("group")
            } else if counts_down(&last.id, &item.id) {
                Some("id")
            } else {
                None
            };
            if let Some(field) = field {
                let why = PackWhy::OutOfOrder { other: last.id.clone() };
                problems.add(format!("{path}.{field}"), Some(&item.id), why);
            }
        }
        last = Some(item);
    }
}

/// Whether two ids of one series stand in the wrong order: `CTX-3`, then `CTX-2`.
fn counts_down(first: &str, second: &str) -> bool {
    let parts = |id: &str| {
        let (series, number) = id.rsplit_once('-')?;
        Some((series.to_string(), number.parse::<u32>().ok()?))
    };
    match (parts(first), parts(second)) {
        (Some((a, m)), Some((b, n))) => a == b && m > n,
        _ => false,
    }
}

/// Each kind of evidence that a row has needs exactly one pattern for each maturity level.
fn patterns(parts: &Parts, problems: &mut Problems) {
    let mut seen: Vec<(&str, u8, &str)> = Vec::new();
    for Placed { path, item } in &parts.patterns.items {
        match seen.iter().find(|(kind, ml, _)| *kind == item.kind && *ml == item.ml) {
            Some((_, _, first)) => {
                let why = PackWhy::DuplicateId { first: (*first).to_string() };
                problems.add(path.clone(), Some(&item.kind), why);
            }
            None => seen.push((&item.kind, item.ml, path)),
        }
    }
    if parts.object.is_none_or(Object::has_security_levels) || !parts.patterns.whole || seen.is_empty() {
        return;
    }
    let mut used: Vec<&str> = Vec::new();
    for Placed { path, item: row } in &parts.requirements.items {
        let Some(kind) = row.evidence_kind.as_deref().filter(|kind| !used.contains(kind)) else {
            continue;
        };
        used.push(kind);
        for ml in 1..=4 {
            if !seen.iter().any(|(known, level, _)| *known == kind && *level == ml) {
                let why = PackWhy::PatternMissing { kind: kind.to_string(), ml };
                problems.add(format!("{path}.evidence_kind"), Some(&row.id), why);
            }
        }
    }
}
