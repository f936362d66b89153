//! The people of the case: who stands behind which key, and what they may do.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use trail::{ChainId, json};

use super::State;
use crate::event::{ActorEnroll, Role};

/// A person behind a key, as admitted (or not) to this dossier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// The key's chain.
    pub chain: ChainId,
    /// The key, 64 hexadecimal digits.
    pub key: String,
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Function as the person states it.
    pub function: String,
    /// Roles in this case; empty while not admitted.
    pub roles: Vec<Role>,
    /// Roles that the key had when it was replaced or revoked.
    pub roles_before: Vec<Role>,
    /// Whether events of this key count.
    pub admitted: bool,
    /// The key that took this one's place.
    pub replaced_by: Option<ChainId>,
    /// The last place of this key's chain that counts, where it was revoked.
    pub revoked_behind: Option<u64>,
    /// Competence for this case, as recorded.
    pub competence: Option<String>,
    /// Declaration of impartiality for this case, as recorded.
    pub impartiality: Option<String>,
}

impl State {
    /// Every key that has a chain or was admitted.
    #[must_use]
    pub fn actors(&self) -> Vec<Actor> {
        let mut actors = Vec::new();
        let chains: BTreeSet<ChainId> = self.opened.keys().chain(self.admissions.ever()).copied().collect();
        for chain in chains {
            let card = self.card(chain);
            let open = self.opened.get(&chain).map(|(_, payload)| payload);
            let said = |key: &str| {
                let text =
                    open.and_then(|o| o.get("actor")).and_then(|a| a.get(key)).and_then(json::Value::as_text);
                text.unwrap_or_default().to_string()
            };
            let key = open.and_then(|o| o.get("key")).and_then(json::Value::as_text).map(ToString::to_string);
            actors.push(Actor {
                chain,
                key: key.or_else(|| card.as_ref().map(|c| c.key.clone())).unwrap_or_default(),
                name: card.as_ref().map_or_else(|| said("name"), |c| c.name.clone()),
                organisation: card.as_ref().map_or_else(|| said("organisation"), |c| c.organisation.clone()),
                function: card.as_ref().and_then(|c| c.function.clone()).unwrap_or_else(|| said("role")),
                roles: self.admissions.roles(&chain).cloned().unwrap_or_default(),
                roles_before: self.admissions.roles_before(&chain).cloned().unwrap_or_default(),
                admitted: self.admissions.roles(&chain).is_some(),
                replaced_by: self.admissions.replaced(&chain).map(|(new, _)| new),
                revoked_behind: self.admissions.revoked().get(&chain).copied(),
                competence: card.as_ref().and_then(|c| c.competence.clone()),
                impartiality: card.and_then(|c| c.impartiality),
            });
        }
        actors
    }

    /// The card that stands for the key; of a key that took another's place and has none, that of the other.
    fn card(&self, chain: ChainId) -> Option<ActorEnroll> {
        let card =
            |chain| self.value::<ActorEnroll>(&alloc::format!("actor:{chain}"), "card").map(|v| v.value);
        card(chain).or_else(|| {
            let mut earlier = self.admissions.replacements().map(|(old, _)| old);
            let old = earlier.find(|old| self.admissions.follows(&chain, old) && card(*old).is_some())?;
            let mut card = card(old)?;
            card.key.clear();
            Some(card)
        })
    }

    /// Whether a revocation of `chain` by `author` would count.
    #[must_use]
    pub fn may_revoke(&self, author: ChainId, chain: ChainId) -> bool {
        self.admissions.may_revoke(&author, &chain)
    }

    /// The key that took this one's place, and the place of the event that says so.
    #[must_use]
    pub fn replaced(&self, chain: ChainId) -> Option<(ChainId, u64)> {
        self.admissions.replaced(&chain)
    }

    /// Whether `new` took the place of `old`, directly or through others.
    #[must_use]
    pub fn follows(&self, new: ChainId, old: ChainId) -> bool {
        self.admissions.follows(&new, &old)
    }

    /// Whether the key ever wrote in this dossier or was admitted to it.
    #[must_use]
    pub fn knows_key(&self, chain: ChainId) -> bool {
        self.opened.contains_key(&chain) || self.admissions.knows(&chain)
    }

    /// The person behind a chain.
    #[must_use]
    pub fn actor(&self, chain: ChainId) -> Option<Actor> {
        self.actors().into_iter().find(|a| a.chain == chain)
    }

    /// Whether the key has the role in this case.
    #[must_use]
    pub fn has_role(&self, chain: ChainId, role: Role) -> bool {
        self.admissions.roles(&chain).is_some_and(|roles| roles.contains(&role))
    }

    /// Whether what the key recorded in this role stands: it has the role, or had it when it was replaced or revoked.
    #[must_use]
    pub fn recorded_as(&self, chain: ChainId, role: Role) -> bool {
        let before = || self.admissions.roles_before(&chain).is_some_and(|roles| roles.contains(&role));
        self.has_role(chain, role) || before()
    }

    /// Whether the key may set verdicts and findings.
    #[must_use]
    pub fn evaluates(&self, chain: ChainId) -> bool {
        self.has_role(chain, Role::Evaluator) || self.has_role(chain, Role::Lead)
    }

    /// Keys that have set a verdict, an activity verdict or a finding, ever: they have evaluated this case,
    /// also where their verdict was replaced later or never counted.
    #[must_use]
    pub fn evaluators(&self) -> BTreeSet<ChainId> {
        let mut chains = BTreeSet::new();
        for (subject, fields) in &self.subjects {
            for (field, entries) in fields {
                let evaluates = (subject.starts_with("row:") && field == "verdict")
                    || subject.starts_with("activity:")
                    || (subject.starts_with("finding:") && matches!(field.as_str(), "finding" | "grade"));
                if evaluates {
                    chains
                        .extend(entries.iter().filter(|e| self.admissions.knows(&e.chain)).map(|e| e.chain));
                }
            }
        }
        // A person with a new key is the same person.
        self.persons(chains)
    }
}
