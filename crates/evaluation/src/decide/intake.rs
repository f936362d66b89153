//! What comes in: the vendor's claims and the evidence.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use super::{Context, NewEvent, Refusal, check_date, event, filled};
use crate::{
    case::EVIDENCE_CLASSES,
    event::{ClaimSet, EvidenceAdd, EvidenceWithhold, Import, RowKey, hex_ids, kind},
    state::Valued,
};

impl Context<'_> {
    pub(super) fn import(&self, claims: Vec<ClaimSet>, mut import: Import) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_admission(&import.file_name)?;
        let mut by_row: BTreeMap<RowKey, Vec<ClaimSet>> = BTreeMap::new();
        let mut order = Vec::new();
        for claim in claims {
            self.requirement(&claim.row.requirement)?;
            let of_row = by_row.entry(claim.row.clone()).or_default();
            if of_row.is_empty() {
                order.push(claim.row.clone());
            }
            of_row.push(claim);
        }
        let in_other_words = core::mem::take(&mut import.repeated);
        let mut events = Vec::new();
        for row in order {
            let new = by_row.remove(&row).unwrap_or_default();
            // Claims of an earlier file, and of the same sheet imported again, are replaced. Two claims that one
            // import makes for a row both stand, and so do those of two sheets of one file.
            let standing = self.state.row(&row).claims;
            let earlier: Vec<&Valued<ClaimSet>> = standing
                .iter()
                .filter(|c| c.value.file != import.file || c.value.sheet == import.sheet)
                .collect();
            let repeats = !earlier.is_empty() && in_other_words.contains(&row);
            if repeats || says_the_same(&earlier, &new) {
                // What was looked at need not be looked at again because a file was sent twice.
                import.repeated.push(row);
                continue;
            }
            let earlier: Vec<_> = earlier.iter().map(|c| c.id).collect();
            for mut claim in new {
                claim.supersedes = hex_ids(&earlier);
                events.push(event(kind::CLAIM_SET, &claim)?);
            }
        }
        for row in &import.removed {
            self.requirement(&row.requirement)?;
        }
        events.push(event(kind::IMPORT, &import)?);
        Ok(events)
    }

    pub(super) fn add_evidence(&self, mut item: EvidenceAdd) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_admission(&item.name)?;
        filled(&item.title, "title-empty", &item.name)?;
        if !EVIDENCE_CLASSES.iter().any(|(class, _)| *class == item.class) {
            let known: Vec<&str> = EVIDENCE_CLASSES.iter().map(|(class, _)| *class).collect();
            return Err(Refusal::new("unknown-evidence-class", item.class).with("known", known.join(", ")));
        }
        for (value, known, rule) in [
            (&item.producer, &["supplier", "evaluator", "third_party"], "unknown-producer"),
            (
                &item.confidentiality,
                &["public", "confidential", "strictly_confidential"],
                "unknown-confidentiality",
            ),
        ] {
            if !known.contains(&value.as_str()) {
                return Err(Refusal::new(rule, value).with("known", known.join(", ")));
            }
        }
        check_date(item.date.as_ref())?;
        item.supersedes = self.supersedes(&alloc::format!("evidence:{}", item.sha256), "register");
        Ok(vec![event(kind::EVIDENCE_ADD, &item)?])
    }

    pub(super) fn withhold(&self, sha256: String, reason: String) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_evaluator(&sha256)?;
        filled(&reason, "withholding-needs-reason", &sha256)?;
        self.check_evidence(core::slice::from_ref(&sha256), &sha256)?;
        let supersedes = self.supersedes(&alloc::format!("evidence:{sha256}"), "withheld");
        Ok(vec![event(kind::EVIDENCE_WITHHOLD, &EvidenceWithhold { sha256, reason, supersedes })?])
    }

    pub(super) fn check_evidence(&self, evidence: &[String], place: &impl ToString) -> Result<(), Refusal> {
        match evidence.iter().find(|sha| self.state.evidence_item(sha).is_none()) {
            Some(sha) => Err(Refusal::new("unknown-evidence", place.to_string()).with("evidence", sha)),
            None => Ok(()),
        }
    }
}

/// Whether the new claims of a row, all together, are what the earlier ones say, in whatever order.
fn says_the_same(earlier: &[&Valued<ClaimSet>], new: &[ClaimSet]) -> bool {
    let mut before: Vec<_> = earlier.iter().map(|claim| claim.value.content()).collect();
    let mut after: Vec<_> = new.iter().map(ClaimSet::content).collect();
    before.sort_unstable();
    after.sort_unstable();
    before == after
}
