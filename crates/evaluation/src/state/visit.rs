//! Tags on rows, and evidence assigned to rows and activities.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use super::{Entry, State};
use crate::event::{EvidenceLink, RowKey, TagSet, from_payload};

impl State {
    /// The tags of a row with their values. Where two people gave one tag two values, both are there.
    #[must_use]
    pub fn tags(&self, row: &RowKey) -> BTreeMap<String, Vec<String>> {
        let fields = self.subjects.get(&alloc::format!("tag:{row}")).into_iter().flatten();
        let values = fields.map(|(tag, entries)| (tag.clone(), self.tag_values(entries)));
        values
            .map(|(tag, values)| (tag, values.into_iter().filter(|v| !v.is_empty()).collect::<Vec<_>>()))
            .filter(|(_, values)| !values.is_empty())
            .collect()
    }

    /// Whether setting the tag to this value would change nothing.
    pub(crate) fn has_tag(&self, row: &RowKey, tag: &str, value: &str) -> bool {
        match self.tag_values(self.entries(&alloc::format!("tag:{row}"), tag)).as_slice() {
            [] => value.is_empty(),
            [only] => only == value,
            _ => false,
        }
    }

    /// Each value that stands, once.
    fn tag_values(&self, entries: &[Entry]) -> Vec<String> {
        let standing = self.standing(entries);
        let mut values: Vec<String> =
            standing.iter().filter_map(|e| Some(from_payload::<TagSet>(&e.value).ok()?.value)).collect();
        values.sort_unstable();
        values.dedup();
        values
    }

    /// SHA-256 of the evidence assigned to the row.
    #[must_use]
    pub fn links_of_row(&self, row: &RowKey) -> Vec<String> {
        self.links(&alloc::format!("link:{row}"))
    }

    /// SHA-256 of the evidence assigned to the evaluation activity.
    #[must_use]
    pub fn links_of_activity(&self, activity: &str) -> Vec<String> {
        self.links(&alloc::format!("link:activity:{activity}"))
    }

    /// Evidence ever assigned to the row or activity, also where it no longer is: `link:CR 1.1`, `link:activity:CTX-1`.
    #[must_use]
    pub fn links_ever(&self, subject: &str) -> Vec<String> {
        self.subjects.get(subject).into_iter().flat_map(BTreeMap::keys).cloned().collect()
    }

    /// Of competing values, one that says so is enough: it is easier to see a piece too many than one that is missing.
    pub(crate) fn links(&self, subject: &str) -> Vec<String> {
        let linked = |entries: &[Entry]| {
            let says = |e: &&Entry| from_payload::<EvidenceLink>(&e.value).is_ok_and(|link| link.linked);
            self.standing(entries).iter().any(says)
        };
        let fields = self.subjects.get(subject).into_iter().flatten();
        fields.filter(|(_, entries)| linked(entries)).map(|(sha256, _)| sha256.to_string()).collect()
    }
}
