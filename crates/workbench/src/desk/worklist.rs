//! The worklist: which rows, in which order, and where one of them is.

use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
};

use checklist::Checklist;

use super::{
    Desk,
    lines::is_judged,
    open::{Open, small},
    types::*,
};
use crate::Problem;

/// Most lines that cross the bridge at once.
const MOST: u32 = 1_000;

pub(super) fn page(desk: &Desk, asked: WorklistPage) -> Result<Lines, Problem> {
    desk.looking(|open| {
        let places = places(open, &asked.query);
        let wanted = places.iter().skip(asked.offset as usize).take(asked.limit.min(MOST) as usize);
        let lines = wanted.filter_map(|n| open.rows.lines.get(*n)).cloned().collect();
        Ok(Lines {
            total: small(places.len() as u64),
            all: small(open.rows.lines.len() as u64),
            offset: asked.offset,
            lines,
        })
    })
}

pub(super) fn names(desk: &Desk, query: WorklistQuery) -> Result<RowNames, Problem> {
    desk.looking(|open| {
        let places = places(open, &query);
        Ok(RowNames {
            rows: places.iter().filter_map(|n| Some(open.rows.lines.get(*n)?.row.clone())).collect(),
        })
    })
}

/// Places of the rows that a query asks for, in its order.
fn places(open: &Open, query: &WorklistQuery) -> Vec<usize> {
    let filter = query.filter.clone().unwrap_or_default();
    let words: Vec<String> =
        query.search.as_deref().unwrap_or_default().split_whitespace().map(str::to_lowercase).collect();
    let rows = open.rows.lines.iter().zip(&open.rows.text).enumerate();
    let mut places: Vec<usize> = rows
        .filter(|(_, (line, text))| words.iter().all(|w| text.contains(w.as_str())) && matches(&filter, line))
        .map(|(n, _)| n)
        .collect();
    if let Some(tag) = query.order.as_deref().filter(|o| *o != "clause") {
        // Stable: rows of one place or person stay in the order of the standard; those without come last.
        let key = |n: &usize| {
            let value = open.rows.lines.get(*n).and_then(|l| l.tags.get(tag)?.first());
            (value.is_none(), value.map(|v| v.to_lowercase()))
        };
        places.sort_by_cached_key(key);
    }
    places
}

fn matches(filter: &Filter, line: &Line) -> bool {
    fn is<T: PartialEq>(wanted: Option<&T>, there: Option<&T>) -> bool {
        wanted.is_none_or(|w| there == Some(w))
    }
    let flag = |wanted: Option<bool>, there: bool| wanted.is_none_or(|w| w == there);
    let verdict = |wanted: &str| match wanted {
        "open" => !is_judged(line),
        code => line.verdict.as_deref() == Some(code),
    };
    let applicability = |wanted: &str| match wanted {
        "not_applicable" => line.applicable == Some(false),
        "unconfirmed" => line.applicable == Some(false) && !line.confirmed,
        _ => line.applicable != Some(false),
    };
    let tag = |kind: &str| {
        let values = line.tags.get(kind).map(Vec::as_slice).unwrap_or_default();
        match &filter.tag_value {
            Some(value) => values.contains(value),
            None => values.is_empty(),
        }
    };
    is(filter.group.as_ref(), Some(&line.group))
        && filter.base.as_deref().is_none_or(|base| base_of(&line.requirement) == base)
        && is(filter.role.as_ref(), line.role.as_ref())
        && is(filter.component.as_ref(), line.component.as_ref())
        && is(filter.level.as_ref(), line.level.as_ref())
        && is(filter.scope.as_ref(), Some(&line.scope))
        && filter.verdict.as_deref().is_none_or(verdict)
        && flag(filter.conflicting, !line.conflicts.is_empty())
        && flag(filter.no_evidence, line.evidence == 0)
        && flag(filter.claim_changed, line.claim_changed)
        && flag(filter.mine, line.mine)
        && flag(filter.findings, line.findings > 0)
        && filter.applicability.as_deref().is_none_or(applicability)
        && filter.tag.as_deref().is_none_or(tag)
}

/// `CR 1.1` of `CR 1.1 RE(1)`, `SP.01.01` of `SP.01.01 BR`.
fn base_of(requirement: &str) -> &str {
    let cut = requirement.find(" RE").or_else(|| requirement.find(" BR"));
    cut.and_then(|at| requirement.get(..at)).unwrap_or(requirement)
}

pub(super) fn outline(desk: &Desk, asked: OutlineQuery) -> Result<Outline, Problem> {
    desk.looking(|open| {
        let nodes = match asked.order.as_str() {
            "clause" | "" => by_clause(open.session.checklist(), &open.rows.lines),
            tag => by_tag(tag, &open.rows.lines),
        };
        Ok(Outline { nodes })
    })
}

fn node(key: &str, label: String) -> OutlineNode {
    OutlineNode { key: key.to_owned(), label, rows: 0, judged: 0, conflicting: 0, children: Vec::new() }
}

impl OutlineNode {
    /// Coverage is of what the claim selects; rows above it are listed and not counted.
    fn count(&mut self, line: &Line) {
        if line.scope == "selected" {
            self.rows += 1;
            self.judged += u32::from(is_judged(line));
        }
        self.conflicting += u32::from(!line.conflicts.is_empty());
    }
}

fn by_clause(checklist: &Checklist, lines: &[Line]) -> Vec<OutlineNode> {
    let mut nodes: Vec<OutlineNode> = checklist
        .groups
        .iter()
        .map(|g| node(&g.id, format!("{} {}", g.abbreviation, g.label).trim().to_owned()))
        .collect();
    let at: BTreeMap<&str, usize> =
        checklist.groups.iter().enumerate().map(|(n, g)| (g.id.as_str(), n)).collect();
    for line in lines {
        let Some(group) = at.get(line.group.as_str()).and_then(|n| nodes.get_mut(*n)) else { continue };
        group.count(line);
        let base = base_of(&line.requirement);
        if group.children.last().is_none_or(|child| child.key != base) {
            group.children.push(node(base, format!("{base} {}", line.label)));
        }
        if let Some(child) = group.children.last_mut() {
            child.count(line);
        }
    }
    nodes.retain(|n| !n.children.is_empty());
    nodes
}

fn by_tag(tag: &str, lines: &[Line]) -> Vec<OutlineNode> {
    let mut nodes: BTreeMap<String, OutlineNode> = BTreeMap::new();
    let mut without = node("", String::new());
    let mut any_without = false;
    for line in lines {
        match line.tags.get(tag).and_then(|values| values.first()) {
            Some(value) => {
                nodes.entry(value.to_lowercase()).or_insert_with(|| node(value, value.clone())).count(line)
            }
            None => {
                any_without = true;
                without.count(line);
            }
        }
    }
    nodes.into_values().chain(any_without.then_some(without)).collect()
}

pub(super) fn find(desk: &Desk, asked: FindRow) -> Result<FoundRow, Problem> {
    desk.looking(|open| {
        let places = places(open, &asked.query);
        let typed = typed_id(&asked.typed);
        let rank = |line: &Line| -> Option<u8> {
            if line.row == asked.typed {
                return Some(0);
            }
            let id = typed_id(&line.requirement);
            let bare = id.trim_start_matches(|c: char| c.is_ascii_alphabetic());
            // "5.2r" already means an enhancement; "5.2" means the base before its enhancements.
            match (
                typed.is_empty(),
                bare == typed || id == typed,
                bare.starts_with(&typed) || id.starts_with(&typed),
            ) {
                (true, ..) => None,
                (_, true, _) => Some(1),
                (_, _, true) => Some(2),
                _ => None,
            }
        };
        let best = places
            .iter()
            .enumerate()
            .filter_map(|(n, place)| Some((rank(open.rows.lines.get(*place)?)?, n, *place)))
            .min_by_key(|(rank, n, _)| (*rank, *n));
        let row = best.and_then(|(_, _, place)| Some(open.rows.lines.get(place)?.row.clone()));
        Ok(FoundRow { index: best.map(|(_, n, _)| small(n as u64)), row })
    })
}

/// An id as a person types it: `CR 5.2 RE(3)` is `cr5.2r3`, `SP.01.02 BR` is `sp1.2`, `5.2 re 3` is `5.2r3`.
fn typed_id(text: &str) -> String {
    let lower = text.to_lowercase().replace("re", "r").replace(" br", "");
    let mut id = String::new();
    let mut number = String::new();
    let close = |number: &mut String, id: &mut String| {
        if !number.is_empty() {
            let bare = number.trim_start_matches('0');
            id.push_str(if bare.is_empty() { "0" } else { bare });
            number.clear();
        }
    };
    for c in lower.chars() {
        match c {
            '0'..='9' => number.push(c),
            'a'..='z' => {
                close(&mut number, &mut id);
                id.push(c);
            }
            '.' | ',' => {
                let after_number = !number.is_empty();
                close(&mut number, &mut id);
                if after_number {
                    id.push('.');
                }
            }
            _ => close(&mut number, &mut id),
        }
    }
    close(&mut number, &mut id);
    id
}

pub(super) fn tag_values(desk: &Desk, _: Nothing) -> Result<TagValues, Problem> {
    desk.looking(|open| {
        let mut values: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (kind, tags) in open.rows.lines.iter().flat_map(|l| &l.tags) {
            values.entry(kind.clone()).or_default().extend(tags.iter().cloned());
        }
        // An assignee is somebody of the case.
        let people = open.session.state().actors().into_iter().filter(|a| a.admitted).map(|a| a.name);
        values.entry("assignee".to_owned()).or_default().extend(people);
        let mut values: BTreeMap<String, Vec<String>> =
            values.into_iter().map(|(kind, v)| (kind, v.into_iter().collect())).collect();
        for list in values.values_mut() {
            list.sort_by_cached_key(|v| (Reverse(v.chars().any(char::is_alphanumeric)), v.to_lowercase()));
        }
        Ok(TagValues { values })
    })
}

#[cfg(test)]
mod tests {
    use super::{base_of, typed_id};

    #[test]
    fn an_id_is_found_however_it_is_typed() {
        for (typed, expected) in [
            ("CR 5.2 RE(3)", "cr5.2r3"),
            ("5.2r3", "5.2r3"),
            ("5.2 re 3", "5.2r3"),
            ("SP.01.02 BR", "sp1.2"),
            ("SP.01.02 RE(1)", "sp1.2r1"),
            ("sp1.2", "sp1.2"),
            ("01.02", "1.2"),
            ("CCSC 1", "ccsc1"),
            ("EDR 3.10", "edr3.10"),
            ("", ""),
        ] {
            assert_eq!(typed_id(typed), expected, "{typed} must be read as a person means it");
        }
    }

    #[test]
    fn enhancements_stand_under_their_base() {
        for (id, base) in [
            ("CR 1.1", "CR 1.1"),
            ("CR 1.1 RE(1)", "CR 1.1"),
            ("SP.01.02 BR", "SP.01.02"),
            ("SP.01.02 RE(1)", "SP.01.02"),
            ("CCSC 1", "CCSC 1"),
        ] {
            assert_eq!(base_of(id), base, "{id} belongs under {base} in the tree");
        }
    }
}
