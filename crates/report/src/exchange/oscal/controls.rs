//! Requirement ids as the tokens that OSCAL wants for controls.

use std::collections::{BTreeMap, BTreeSet};

use super::model::Control;
use crate::contents::RowEntry;

/// The token of each requirement id; two ids never share one.
pub(super) struct Controls(BTreeMap<String, String>);

impl Controls {
    pub(super) fn of(rows: &[RowEntry]) -> Self {
        let mut tokens = BTreeMap::new();
        let mut taken = BTreeSet::new();
        for row in rows {
            if !tokens.contains_key(&row.id) {
                let wanted = token(&row.id);
                let free = std::iter::once(wanted.clone()).chain((2_u32..).map(|n| format!("{wanted}_{n}")));
                let free = free.into_iter().find(|token| !taken.contains(token)).unwrap_or(wanted);
                taken.insert(free.clone());
                tokens.insert(row.id.clone(), free);
            }
        }
        Self(tokens)
    }

    /// The token of a requirement, which is one of the rows.
    pub(super) fn token(&self, id: &str) -> &str {
        self.0.get(id).map_or("", String::as_str)
    }

    /// Each requirement once, in the order of the rows, with the first of its rows.
    pub(super) fn each<'a>(&'a self, rows: &'a [RowEntry]) -> impl Iterator<Item = (&'a RowEntry, &'a str)> {
        let mut seen = BTreeSet::new();
        rows.iter().filter(move |row| seen.insert(&row.id)).map(|row| (row, self.token(&row.id)))
    }

    /// The requirements with a row in the scope.
    pub(super) fn in_scope(&self, rows: &[RowEntry]) -> Vec<Control> {
        let selected: BTreeSet<&str> =
            rows.iter().filter(|row| row.scope == "selected").map(|row| row.id.as_str()).collect();
        let each = self.each(rows).filter(|(row, _)| selected.contains(row.id.as_str()));
        each.map(|(_, token)| Control { control_id: token.to_owned() }).collect()
    }

    /// All requirements.
    pub(super) fn all(&self, rows: &[RowEntry]) -> Vec<Control> {
        self.each(rows).map(|(_, token)| Control { control_id: token.to_owned() }).collect()
    }
}

/// The id of a requirement's objective.
pub(super) fn objective(control: &str) -> String {
    format!("{control}_obj")
}

/// Lower case; what a token can't hold is a hyphen: `CR 1.1 RE(1)` becomes `cr-1.1-re-1`.
fn token(id: &str) -> String {
    let mut out = String::new();
    for c in id.chars() {
        if c.is_alphanumeric() || matches!(c, '.' | '_') {
            out.extend(c.to_lowercase());
        } else if !out.ends_with('-') {
            out.push('-');
        }
    }
    let out = out.trim_matches('-');
    // A token begins with a letter.
    if out.starts_with(char::is_alphabetic) { out.to_owned() } else { format!("r-{out}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(id: &str) -> RowEntry {
        RowEntry { id: id.to_owned(), ..RowEntry::default() }
    }

    #[test]
    fn ids_become_tokens_and_stay_apart() {
        let rows: Vec<RowEntry> =
            ["CR 1.1", "CR 1.1 RE(1)", "CR 1.1 RE 1", "SP.01.01 BR", "CCSC 1", "1.2", "CR 1.1"]
                .map(row)
                .into();
        let controls = Controls::of(&rows);
        let tokens: Vec<&str> = rows.iter().map(|row| controls.token(&row.id)).collect();
        let wanted = ["cr-1.1", "cr-1.1-re-1", "cr-1.1-re-1_2", "sp.01.01-br", "ccsc-1", "r-1.2", "cr-1.1"];
        assert_eq!(tokens, wanted, "one token for an id, and no token for two");
        assert_eq!(controls.each(&rows).count(), 6, "a requirement is listed once, whatever rows it has");
    }
}
