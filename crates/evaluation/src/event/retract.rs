//! Taking back: which events can be, and which of them are void.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec::Vec,
};

use serde::{Deserialize, Serialize};
use trail::{ChainId, Digest, EventId, json};

use super::kind;

/// Payload of `retract/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retract {
    /// Ids of the events that are taken back.
    pub events: Vec<String>,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Whether events of this kind can be taken back. What others rest on beyond the dossier cannot: openings, cards,
/// evidence, reviews, decisions, reports, seals.
#[must_use]
pub fn is_retractable(kind: &str) -> bool {
    matches!(
        kind,
        kind::CASE_SET
            | kind::CLAIM_SET
            | kind::IMPORT
            | kind::APPLICABILITY_SET
            | kind::FULFILMENT_SET
            | kind::DECLARATION_SET
            | kind::VERDICT_SET
            | kind::ACTIVITY_SET
            | kind::FINDING_RAISE
            | kind::FINDING_MOVE
            | kind::FINDING_ESCALATE
            | kind::TAG_SET
            | kind::EVIDENCE_LINK
            | kind::RETRACT
    )
}

/// The events that a retraction names; `None` where the event is no retraction or names nothing that can be read.
/// Entries that are no ids name nothing.
#[must_use]
pub fn retracted(kind: &str, payload: &json::Value) -> Option<Vec<EventId>> {
    if kind != kind::RETRACT {
        return None;
    }
    let list = payload.get("events")?.as_list()?;
    Some(list.iter().filter_map(|id| Digest::from_hex(id.as_text()?)).collect())
}

/// The retractions of a dossier, and which events they make void.
///
/// A retraction has its effect on events before it on its own chain only, so the answer follows from each chain's
/// retractions alone, the last one first, in whatever order they came in.
#[derive(Clone, Debug, Default)]
pub struct Retractions {
    chains: BTreeMap<ChainId, OfChain>,
}

#[derive(Clone, Debug, Default)]
struct OfChain {
    /// What each retraction names, by its place.
    made: BTreeMap<(u64, EventId), Vec<EventId>>,
    ids: BTreeSet<EventId>,
    /// For every id that a retraction in effect names: the place of the last one that does.
    taken: BTreeMap<EventId, u64>,
}

impl Retractions {
    /// Takes in one retraction. Returns the ids of the events that may be void now and were not, or the other way
    /// round; it may hold ids of events that are not there.
    pub fn take(&mut self, chain: ChainId, seq: u64, id: EventId, named: Vec<EventId>) -> Vec<EventId> {
        let of_chain = self.chains.entry(chain).or_default();
        let is_last = of_chain.made.last_key_value().is_none_or(|((last, _), _)| *last < seq);
        let is_plain = is_last && !named.iter().any(|id| of_chain.ids.contains(id));
        of_chain.ids.insert(id);
        if is_plain {
            of_chain.taken.extend(named.iter().map(|id| (*id, seq)));
            of_chain.made.insert((seq, id), named.clone());
            return named;
        }
        of_chain.made.insert((seq, id), named);
        let after = of_chain.worked_out();
        let before = core::mem::replace(&mut of_chain.taken, after);
        let after = &of_chain.taken;
        let ids: BTreeSet<EventId> = before.keys().chain(after.keys()).copied().collect();
        ids.into_iter().filter(|id| before.get(id) != after.get(id)).collect()
    }

    /// Whether the event is void, going by kind, chain, place and id.
    #[must_use]
    pub fn is_void(&self, kind: &str, chain: &ChainId, seq: u64, id: &EventId) -> bool {
        is_retractable(kind) && self.takes(chain, seq, id)
    }

    /// As [`Retractions::is_void`], for an event of which it is known that it can be taken back.
    pub(crate) fn takes(&self, chain: &ChainId, seq: u64, id: &EventId) -> bool {
        self.chains.get(chain).is_some_and(|of_chain| of_chain.takes(seq, id))
    }

    /// The retractions of these chains alone, up to the place named for each.
    pub(crate) fn up_to(&self, last: &BTreeMap<ChainId, u64>) -> Self {
        let mut limited = Self::default();
        for (chain, last) in last {
            let Some(of_chain) = self.chains.get(chain) else { continue };
            for ((seq, id), named) in of_chain.made.iter().filter(|((seq, _), _)| seq <= last) {
                limited.take(*chain, *seq, *id, named.clone());
            }
        }
        limited
    }

    /// Every retraction: chain, place, id.
    pub(crate) fn each(&self) -> impl Iterator<Item = (ChainId, u64, EventId)> + '_ {
        let of_chain = |(chain, of_chain): (&ChainId, &OfChain)| {
            let chain = *chain;
            of_chain.made.keys().map(move |(seq, id)| (chain, *seq, *id)).collect::<Vec<_>>()
        };
        self.chains.iter().flat_map(of_chain)
    }
}

impl OfChain {
    fn takes(&self, seq: u64, id: &EventId) -> bool {
        self.taken.get(id).is_some_and(|by| *by > seq)
    }

    /// The last retraction is in effect; each one before it is unless one behind it, in effect, names it.
    fn worked_out(&self) -> BTreeMap<EventId, u64> {
        let mut chain = Self::default();
        for ((seq, id), named) in self.made.iter().rev() {
            if !chain.takes(*seq, id) {
                for id in named {
                    // From the last to the first: what is there already is further behind.
                    chain.taken.entry(*id).or_insert(*seq);
                }
            }
        }
        chain.taken
    }
}
