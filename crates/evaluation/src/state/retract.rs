//! What was taken back, and what taking something back would do.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::{String, ToString},
    vec::Vec,
};

use trail::{ChainId, Digest, EventId};

use super::{Entry, State};

/// Where an event stands, as far as taking it back asks.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// The chain.
    pub(crate) chain: ChainId,
    /// The place in it.
    pub(crate) seq: u64,
    /// Whether events of its kind can be taken back.
    pub(crate) retractable: bool,
}

/// What a retraction would do to one field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Effect {
    /// The subject.
    pub(crate) subject: String,
    /// The field.
    pub(crate) field: String,
    /// Events that would be void and are not.
    pub(crate) gone: Vec<EventId>,
    /// Events that would have their effect again.
    pub(crate) back: Vec<EventId>,
    /// Whether something that stays rests on what would be gone, or stands where something would come back.
    pub(crate) overtaken: bool,
}

impl State {
    /// Whether the event was taken back and the retraction holds. It stays in the history and changes nothing.
    #[must_use]
    pub fn is_void(&self, id: &EventId) -> bool {
        self.places.get(id).is_some_and(|place| {
            place.retractable
                && self.admissions.knows(&place.chain)
                && self.takes(&place.chain, place.seq, id)
        })
    }

    pub(super) fn is_taken_back(&self, entry: &Entry) -> bool {
        entry.retractable && self.takes(&entry.chain, entry.seq, &entry.id)
    }

    /// Whether a retraction that counts takes the event: what a revoked key took back behind its last place does not.
    pub(super) fn takes(&self, chain: &ChainId, seq: u64, id: &EventId) -> bool {
        let revoked = self.admissions.revoked().contains_key(chain);
        let retractions = if revoked { &self.limited } else { &self.retractions };
        retractions.takes(chain, seq, id)
    }

    /// The entries on the field that count and were not taken back.
    pub(super) fn with_effect<'a>(
        &'a self,
        subject: &str,
        field: &str,
    ) -> impl Iterator<Item = &'a Entry> + use<'a> {
        self.entries(subject, field).iter().filter(|e| self.has_effect(e))
    }

    /// Where the event stands.
    pub(crate) fn place(&self, id: &EventId) -> Option<Place> {
        self.places.get(id).copied()
    }

    /// The subject that the event is about, if it is about one. Looks through everything: for a message.
    pub(crate) fn subject_of(&self, id: &EventId) -> Option<String> {
        let about = |fields: &BTreeMap<String, Vec<Entry>>| fields.values().flatten().any(|e| e.id == *id);
        self.subjects.iter().find(|(_, fields)| about(fields)).map(|(subject, _)| subject.clone())
    }

    /// What a retraction of these events, recorded now on that chain, would do: field by field.
    pub(crate) fn effects(&self, author: ChainId, named: &[EventId]) -> Vec<Effect> {
        let mut after = self.retractions.clone();
        let changed: BTreeSet<EventId> =
            after.take(author, u64::MAX, Digest::ZERO, named.to_vec()).into_iter().collect();
        let since = named.iter().filter_map(|id| self.place(id)).map(|place| place.seq).min();
        let mut effects = Vec::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields {
                if !entries.iter().any(|e| changed.contains(&e.id)) {
                    continue;
                }
                let after = |e: &Entry| {
                    let own = e.chain == author;
                    if own {
                        e.retractable && after.takes(&e.chain, e.seq, &e.id)
                    } else {
                        self.is_taken_back(e)
                    }
                };
                let of_field = OnField { state: self, author, field, entries, since };
                let (gone, back) = of_field.changes(after);
                if !gone.is_empty() || !back.is_empty() {
                    effects.push(Effect {
                        subject: subject.to_string(),
                        field: field.to_string(),
                        overtaken: of_field.is_overtaken(after, &gone, &back),
                        gone: ids(&gone),
                        back: ids(&back),
                    });
                }
            }
        }
        effects
    }
}

fn ids(entries: &[&Entry]) -> Vec<EventId> {
    entries.iter().map(|e| e.id).collect()
}

struct OnField<'a> {
    state: &'a State,
    author: ChainId,
    field: &'a str,
    entries: &'a [Entry],
    /// The place of the first event that is taken back.
    since: Option<u64>,
}

impl<'a> OnField<'a> {
    /// What would be void, and what would be no more.
    fn changes(&self, after: impl Fn(&Entry) -> bool) -> (Vec<&'a Entry>, Vec<&'a Entry>) {
        let changing = self.entries.iter().filter(|e| self.state.is_taken_back(e) != after(e));
        changing.partition(|e| after(e))
    }

    fn is_overtaken(&self, after: impl Fn(&Entry) -> bool, gone: &[&Entry], back: &[&Entry]) -> bool {
        let gone = ids(gone);
        let mut stays = self.entries.iter().filter(|e| self.state.admissions.counts(e) && !after(e));
        if stays.any(|e| e.supersedes.iter().any(|older| gone.contains(older))) {
            return true;
        }
        let back: Vec<&Entry> = back.iter().copied().filter(|e| self.state.admissions.counts(e)).collect();
        let replaced: BTreeSet<EventId> = back.iter().flat_map(|e| e.supersedes.iter().copied()).collect();
        let in_the_way =
            |e: &&Entry| !replaced.contains(&e.id) && !gone.contains(&e.id) && !self.stood_beside(e);
        !back.is_empty() && self.state.standing(self.entries).iter().any(in_the_way)
    }

    /// Claims and imports may stand beside each other: one of the same key that was there before the undo, and that
    /// nothing ever superseded, was there beside what comes back.
    fn stood_beside(&self, entry: &Entry) -> bool {
        matches!(self.field, "claim" | "import")
            && entry.chain == self.author
            && self.since.is_some_and(|since| entry.seq < since)
            && !self.entries.iter().any(|e| e.supersedes.contains(&entry.id))
    }
}
