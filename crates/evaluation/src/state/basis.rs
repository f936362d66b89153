//! What the evaluation is measured against: the pinned checklist, a profile, another edition.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use trail::{Digest, EventId, json};

use super::{State, Valued};
use crate::event::{EditionMove, ProfileAdopt, ProfileRow, RowKey, from_payload};

impl State {
    /// The profile that was adopted, if one stands.
    #[must_use]
    pub fn profile(&self) -> Option<Valued<ProfileAdopt>> {
        self.value("evaluation", "profile")
    }

    /// The last move to another edition, if there was one.
    #[must_use]
    pub fn edition(&self) -> Option<Valued<EditionMove>> {
        self.value("evaluation", "edition")
    }

    /// SHA-256 of the pack that is evaluated against now: of the last move, else of the opening.
    #[must_use]
    pub fn checklist_sha256(&self) -> Option<String> {
        let moved = self.edition().map(|e| e.value.checklist_sha256);
        moved.or_else(|| self.opening().map(|o| o.value.checklist_sha256))
    }

    /// What the standing profile says of the requirement. The profile was written for the rows of one pack; after a
    /// move to another edition it selects nothing there.
    fn profile_row(&self, requirement: &str) -> Option<(&Adopted, &ProfileRow)> {
        let standing = self.standing(self.entries("evaluation", "profile"));
        let [entry] = standing.as_slice() else { return None };
        let adopted = self.adopted.get(&entry.id)?;
        let row = adopted.rows.get(requirement)?;
        (self.checklist_sha256()? == adopted.checklist_sha256).then_some((adopted, row))
    }

    /// The profile that excludes the requirement, where one does: its title and the justification it gives.
    #[must_use]
    pub fn excluded_by_profile(&self, requirement: &str) -> Option<(&str, Option<&str>)> {
        let (adopted, row) = self.profile_row(requirement).filter(|(_, row)| !row.included)?;
        Some((&adopted.title, row.justification.as_deref()))
    }

    /// The lowest maturity level that the profile asks of the requirement.
    #[must_use]
    pub fn profile_ml(&self, requirement: &str) -> Option<u8> {
        self.profile_row(requirement).filter(|(_, row)| row.included).and_then(|(_, row)| row.min_ml)
    }

    /// Every row of the requirement about which anything was recorded.
    #[must_use]
    pub fn rows_of(&self, requirement: &str) -> Vec<RowKey> {
        self.touched_rows().into_iter().filter(|row| row.requirement == requirement).collect()
    }

    /// Whether a move to another edition says that the value stands no longer. It stays in the history.
    #[must_use]
    pub fn is_set_aside(&self, id: &EventId) -> bool {
        let reaches = |by: &EventId| {
            self.places.get(by).is_some_and(|place| self.admissions.reaches(place.chain, place.seq))
        };
        self.set_aside
            .iter()
            .any(|(by, (chain, ids))| ids.contains(id) && self.admissions.evaluated(chain) && reaches(by))
    }
}

/// A profile as the rules ask for it, read once for each event.
#[derive(Clone, Debug)]
pub(super) struct Adopted {
    title: String,
    checklist_sha256: String,
    rows: BTreeMap<String, ProfileRow>,
}

impl Adopted {
    /// `None` where this version can't read the payload.
    pub(super) fn read(payload: &json::Value) -> Option<Self> {
        let ProfileAdopt { title, checklist_sha256, rows, .. } = from_payload(payload).ok()?;
        let rows = rows.into_iter().map(|row| (row.requirement.clone(), row)).collect();
        Some(Self { title, checklist_sha256, rows })
    }
}

/// The events that a move sets aside. Pure and total: what is no id names nothing.
pub(super) fn set_aside(payload: &json::Value) -> BTreeSet<EventId> {
    let list = payload.get("set_aside").and_then(json::Value::as_list).unwrap_or_default();
    list.iter().filter_map(|id| Digest::from_hex(id.as_text()?)).collect()
}
