//! How a proposal differs from what an earlier file says.

use std::collections::{BTreeMap, BTreeSet};

use evaluation::{
    event::{ClaimSet, RowKey, SourceCell},
    state::Valued,
};
use evidence::{
    answers::Meaning,
    difference::{self, Change, ComparedClaim, Subject},
};

use super::Since;
use crate::Session;

/// The claims of another file, or of this sheet, that stand and of which most rows are answered here too: the file that
/// this one follows. What two files say about different rows is no difference between them.
pub(super) fn since(session: &Session, claims: &[ClaimSet], file: &str, sheet: &str) -> Option<Since> {
    let rows: BTreeSet<&RowKey> = claims.iter().map(|claim| &claim.row).collect();
    let mut by_file: BTreeMap<(String, String), Vec<Valued<ClaimSet>>> = BTreeMap::new();
    for row in session.state().touched_rows() {
        for claim in session.state().row(&row).claims {
            if claim.value.file != file || claim.value.sheet == sheet {
                let source = (claim.value.file.clone(), claim.value.sheet.clone());
                by_file.entry(source).or_default().push(claim);
            }
        }
    }
    let mut earlier: Vec<ClaimSet> = Vec::new();
    let mut files = BTreeSet::new();
    for of_file in by_file.into_values() {
        let shared = of_file.iter().filter(|claim| rows.contains(&claim.value.row)).count();
        let follows = shared * 2 >= of_file.len();
        for claim in of_file {
            // What is replaced is compared in any case; what is merely absent, only against the file that it follows.
            if follows || rows.contains(&claim.value.row) {
                files.insert(claim.value.file_name.clone());
                earlier.push(claim.value);
            }
        }
    }
    if earlier.is_empty() {
        return None;
    }
    let before: Vec<ComparedClaim> = earlier.iter().map(compared).collect();
    let after: Vec<ComparedClaim> = claims.iter().map(compared).collect();
    let removed: BTreeSet<RowKey> =
        earlier.iter().map(|claim| &claim.row).filter(|row| !rows.contains(row)).cloned().collect();
    let difference = difference::compare(&before, &after);
    let mut same: BTreeMap<&RowKey, bool> = BTreeMap::new();
    for change in &difference.changes {
        let before = change.before.and_then(|at| earlier.get(at));
        let after = change.after.and_then(|at| claims.get(at));
        // A comment on a cell is no part of the comparison; one that is not there says nothing new.
        let noted = after
            .is_some_and(|new| !new.notes.is_empty() && before.is_none_or(|old| notes(old) != notes(new)));
        for claim in before.into_iter().chain(after) {
            *same.entry(&claim.row).or_insert(true) &= change.change == Change::Unchanged && !noted;
        }
    }
    let same = same.into_iter().filter(|(_, same)| *same).map(|(row, _)| row.clone()).collect();
    Some(Since {
        files: files.into_iter().collect(),
        difference,
        removed: removed.into_iter().collect(),
        same,
        earlier,
    })
}

/// Who says what in the comments on the cells of a claim.
fn notes(claim: &ClaimSet) -> Vec<(&str, &str)> {
    claim.notes.iter().map(|note| (note.author.as_str(), note.note.text.as_str())).collect()
}

fn compared(claim: &ClaimSet) -> ComparedClaim {
    let text = |cell: &SourceCell| cell.whole.clone().unwrap_or_else(|| cell.text.clone());
    ComparedClaim {
        subject: subject(&claim.row),
        response: claim.response.as_ref().map(text),
        meaning: claim.meaning.as_deref().and_then(Meaning::of_word),
        evidence: claim.evidence.iter().map(text).collect(),
        comment: claim.comment.as_ref().map(text),
        declared: claim.declared.as_ref().map(text),
    }
}

/// The row as the comparison names it.
pub(crate) fn subject(row: &RowKey) -> Subject {
    Subject { requirement: row.requirement.clone(), role: row.role.clone(), component: row.component.clone() }
}
