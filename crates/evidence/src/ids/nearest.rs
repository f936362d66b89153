//! The known ids nearest to an unknown one: a help for the person, never an answer.

use std::collections::BTreeMap;

/// At most this many edits still look like a slip of the pen.
const SLIPS: usize = 2;

pub(super) fn nearest(id: &str, known: &BTreeMap<String, String>) -> Vec<String> {
    let wanted: Vec<char> = id.chars().take(64).collect();
    let slips = SLIPS.min(wanted.len() / 2);
    let mut ranked: Vec<(usize, &String)> = known
        .iter()
        // A difference in length alone is that many slips; ids are ASCII, so bytes are letters.
        .filter(|(usual, _)| usual.len().abs_diff(wanted.len()) <= slips)
        .map(|(usual, own)| (distance(&wanted, &usual.chars().collect::<Vec<_>>()), own))
        .filter(|(distance, _)| *distance <= slips)
        .collect();
    ranked.sort_by_key(|(distance, _)| *distance);
    let best = ranked.first().map(|(distance, _)| *distance);
    ranked.into_iter().filter(|(d, _)| Some(*d) == best).take(3).map(|(_, own)| own.clone()).collect()
}

/// Insertions, deletions and replacements between two short texts (Levenshtein 1966).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        let mut left = i + 1;
        let mut next = vec![left];
        for (y, above) in b.iter().zip(row.iter().skip(1)) {
            let value = (diagonal + usize::from(x != y)).min(left + 1).min(above + 1);
            diagonal = *above;
            left = value;
            next.push(value);
        }
        row = next;
    }
    row.last().copied().unwrap_or(0)
}
