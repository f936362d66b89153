//! Whose events count: who was admitted, and what each kind of event asks of its author.
//!
//! There is no clock, so "was a lead when the card was written" cannot be asked. A card counts when its author has
//! ever been made a lead by a card that counts, beginning with the founder. This set only grows, so it is the same
//! whatever order the events arrive in, and two leads who take the role from each other cannot undo it.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    vec,
    vec::Vec,
};

use trail::{ChainId, Digest, DossierId, PublicKey, json};

use super::Entry;
use crate::event::{ActorEnroll, FindingState, Role, from_payload, kind};

/// What an event asks of its author, so that it changes anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Author {
    /// Any admitted key.
    Admitted,
    /// A lead.
    Lead,
    /// An evaluator or lead.
    Evaluator,
    /// An evaluator, a lead, or whoever also has this role.
    EvaluatorOr(Role),
    /// Nobody: the event contradicts itself.
    Nobody,
}

impl Author {
    /// What the event of this kind asks.
    ///
    /// Reviews and decisions ask for an admitted key only: the gates name a reviewer or decision maker who is none,
    /// which says more than a review that silently is not there.
    pub(super) fn of(dossier: &DossierId, kind: &str, payload: &json::Value) -> Self {
        let text = |key: &str| payload.get(key).and_then(json::Value::as_text);
        match kind {
            kind::ACTOR_ENROLL => {
                let chain = text("chain").and_then(ChainId::from_hex);
                let key = text("key").and_then(PublicKey::from_hex);
                match (chain, key) {
                    (Some(chain), Some(key)) if ChainId::of(dossier, &key) == chain => Self::Lead,
                    _ => Self::Nobody,
                }
            }
            kind::CASE_SET => {
                let field = text("field").unwrap_or_default();
                let plain = field.split_once('/').map_or(field, |(_, plain)| plain);
                if plain.starts_with("certificate.") {
                    Self::EvaluatorOr(Role::DecisionMaker)
                } else {
                    Self::Evaluator
                }
            }
            kind::FINDING_MOVE => {
                let clients = FindingState::CLIENTS.iter().any(|s| text("state") == Some(s.code()));
                if clients { Self::EvaluatorOr(Role::ClientContact) } else { Self::Evaluator }
            }
            kind::APPLICABILITY_SET
            | kind::FULFILMENT_SET
            | kind::DECLARATION_SET
            | kind::VERDICT_SET
            | kind::ACTIVITY_SET
            | kind::EVIDENCE_WITHHOLD
            | kind::TAG_SET
            | kind::EDITION_MOVE
            | kind::PROFILE_ADOPT
            | kind::FINDING_RAISE => Self::Evaluator,
            _ => Self::Admitted,
        }
    }
}

/// The keys of the case and their roles.
#[derive(Clone, Debug, Default)]
pub(super) struct Admissions {
    /// Roles that stand now.
    now: BTreeMap<ChainId, Vec<Role>>,
    /// Roles ever given by a card that counts. What was recorded under a role stays when the role is taken away.
    ever: BTreeMap<ChainId, BTreeSet<Role>>,
}

impl Admissions {
    /// Works out who was admitted from the openings and the cards, by subject. Several openings admit nobody: nothing
    /// tells which of them is the founder's.
    pub(super) fn of<'a>(openings: &[Entry], cards: impl Iterator<Item = &'a [Entry]> + Clone) -> Self {
        let [opening] = openings else {
            return Self::default();
        };
        let founder = opening.chain;
        let mut admissions = Self::default();
        // The founder's roles follow from the opening, whatever a card says.
        let own = vec![Role::Lead, Role::Evaluator];
        admissions.ever.insert(founder, own.iter().copied().collect());
        admissions.now.insert(founder, own);
        let mut grew = true;
        while grew {
            grew = false;
            for entry in cards.clone().flatten() {
                if !admissions.counts(entry) {
                    continue;
                }
                if let Some((chain, roles)) = card(entry).filter(|(chain, _)| *chain != founder) {
                    let ever = admissions.ever.entry(chain).or_default();
                    let before = ever.len();
                    ever.extend(roles);
                    grew |= ever.len() > before;
                }
            }
        }
        for entries in cards {
            // Cards cannot be taken back.
            let standing = standing(entries, |e| admissions.counts(e));
            if let [entry] = standing.as_slice()
                && let Some((chain, roles)) = card(entry).filter(|(chain, _)| *chain != founder)
            {
                admissions.now.insert(chain, roles);
            }
        }
        admissions
    }

    /// Keys with roles now, and their roles.
    pub(super) fn roles(&self, chain: &ChainId) -> Option<&Vec<Role>> {
        self.now.get(chain)
    }

    /// Keys that were ever admitted.
    pub(super) fn ever(&self) -> impl Iterator<Item = &ChainId> {
        self.ever.keys()
    }

    /// Whether the key was ever admitted.
    pub(super) fn knows(&self, chain: &ChainId) -> bool {
        self.ever.contains_key(chain)
    }

    /// Whether the key was ever an evaluator or lead.
    pub(super) fn evaluated(&self, chain: &ChainId) -> bool {
        self.ever
            .get(chain)
            .is_some_and(|roles| roles.contains(&Role::Evaluator) || roles.contains(&Role::Lead))
    }

    /// Whether the event changes anything.
    pub(super) fn counts(&self, entry: &Entry) -> bool {
        let Some(roles) = self.ever.get(&entry.chain) else {
            return false;
        };
        let evaluates = self.evaluated(&entry.chain);
        match entry.author {
            Author::Admitted => true,
            Author::Lead => roles.contains(&Role::Lead),
            Author::Evaluator => evaluates,
            Author::EvaluatorOr(role) => evaluates || roles.contains(&role),
            Author::Nobody => false,
        }
    }
}

/// The entries that have an effect and that no other entry with an effect supersedes.
pub(super) fn standing(entries: &[Entry], has_effect: impl Fn(&Entry) -> bool) -> Vec<&Entry> {
    let with_effect = || entries.iter().filter(|e| has_effect(e));
    let replaced: BTreeSet<Digest> = with_effect().flat_map(|e| e.supersedes.iter().copied()).collect();
    with_effect().filter(|e| !replaced.contains(&e.id)).collect()
}

fn card(entry: &Entry) -> Option<(ChainId, Vec<Role>)> {
    let card: ActorEnroll = from_payload(&entry.value).ok()?;
    Some((ChainId::from_hex(&card.chain)?, card.roles))
}
