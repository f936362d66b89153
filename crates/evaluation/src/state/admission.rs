//! Whose events count: who was admitted, and what each kind of event asks of its author.
//!
//! There is no clock, so "was a lead when the card was written" cannot be asked. A card counts when its author has
//! ever been made a lead by a card that counts, beginning with the founder. Two leads who take the role from each other
//! cannot undo it. What does bound a key is a revocation: it names the last place of the key's chain that counts. It
//! counts where its author is a lead who stands nearer to the founder than the key, so that no two can revoke each
//! other, and the answer is the same whatever order the events arrive in.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::String,
    vec,
    vec::Vec,
};

use trail::{ChainId, Digest, DossierId, EventId, PublicKey, json};

use super::Entry;
use crate::event::{ActorEnroll, ActorRevoke, ActorRotate, FindingState, Role, from_payload, kind};

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
    /// Whoever has this role.
    Having(Role),
    /// The admitted key of this chain itself.
    Own(ChainId),
    /// Whoever has one of these roles and is not the person behind this chain.
    OnOther(&'static [Role], ChainId),
    /// Whoever has this role, and nobody else.
    Only(Role),
    /// The first of an admitted key that names the key to take its place.
    OwnKey,
    /// A lead nearer to the founder than the key.
    Revoker,
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
            kind::ACTOR_ENROLL | kind::ACTOR_ROTATE => {
                let chain = text("chain").and_then(ChainId::from_hex);
                let key = text("key").and_then(PublicKey::from_hex);
                match (chain, key) {
                    (Some(chain), Some(key)) if ChainId::of(dossier, &key) == chain => {
                        if kind == kind::ACTOR_ENROLL { Self::Lead } else { Self::OwnKey }
                    }
                    _ => Self::Nobody,
                }
            }
            kind::IMPARTIALITY_DECLARE | kind::IMPARTIALITY_REVIEW | kind::COMPETENCE_RECORD => {
                match text("chain").and_then(ChainId::from_hex) {
                    None => Self::Nobody,
                    Some(chain) if kind == kind::IMPARTIALITY_DECLARE => Self::Own(chain),
                    Some(chain) if kind == kind::IMPARTIALITY_REVIEW => {
                        Self::OnOther(&[Role::QualityManager], chain)
                    }
                    Some(chain) => Self::OnOther(&[Role::Lead, Role::QualityManager], chain),
                }
            }
            kind::CONTRIBUTION_SIGN => Self::Having(Role::TechnicalExpert),
            kind::REVIEW_POINT | kind::POINT_CLOSE => Self::Having(Role::Reviewer),
            kind::POINT_ANSWER => Self::Evaluator,
            kind::ROW_LOCK | kind::ROW_UNLOCK => Self::Lead,
            kind::ACTOR_REVOKE => Self::Revoker,
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
            kind::FINDING_ESCALATE | kind::SAMPLING_DRAW | kind::SURVEILLANCE_RECORD => Self::Evaluator,
            kind::CERTIFICATE_STATE | kind::SURVEILLANCE_PLAN => Self::Only(Role::DecisionMaker),
            _ => Self::Admitted,
        }
    }
}

/// The keys of the case and their roles.
#[derive(Clone, Debug, Default)]
pub(super) struct Admissions {
    /// Roles that stand now.
    now: BTreeMap<ChainId, Vec<Role>>,
    /// Roles that keys had when they were replaced or revoked: what they recorded in them before stands.
    before: BTreeMap<ChainId, Vec<Role>>,
    /// Roles ever given by a card that counts. What was recorded under a role stays when the role is taken away.
    ever: BTreeMap<ChainId, BTreeSet<Role>>,
    /// Every key that was ever a lead, and how many cards it is away from the founder.
    leads: BTreeMap<ChainId, u32>,
    /// Keys that were revoked: the last place of each that counts.
    last: BTreeMap<ChainId, u64>,
    /// Keys that were replaced: by which key, and the place of the event that says so.
    replaced: BTreeMap<ChainId, (ChainId, u64)>,
    /// Replacements and revocations that count.
    effective: BTreeSet<EventId>,
}

/// What is recorded about keys, as far as it can be read.
struct Said<'a> {
    founder: ChainId,
    /// The events of each key's card.
    cards: Vec<&'a [Entry]>,
    rotations: Vec<(&'a Entry, ChainId)>,
    revocations: Vec<(&'a Entry, ChainId, u64)>,
}

impl<'a> Said<'a> {
    fn read(founder: ChainId, actors: impl Iterator<Item = &'a BTreeMap<String, Vec<Entry>>>) -> Self {
        let mut said = Self { founder, cards: Vec::new(), rotations: Vec::new(), revocations: Vec::new() };
        for fields in actors {
            let of = |field: &str| fields.get(field).map_or(&[][..], Vec::as_slice);
            said.cards.push(of("card"));
            for entry in of("rotation").iter().filter(|e| e.author == Author::OwnKey) {
                let new =
                    from_payload::<ActorRotate>(&entry.value).ok().and_then(|r| ChainId::from_hex(&r.chain));
                said.rotations.extend(new.filter(|new| *new != founder).map(|new| (entry, new)));
            }
            for entry in of("revoked") {
                if let Ok(revoke) = from_payload::<ActorRevoke>(&entry.value)
                    && let Some(chain) = ChainId::from_hex(&revoke.chain)
                {
                    said.revocations.push((entry, chain, revoke.last));
                }
            }
        }
        // Of several the first counts, whatever key they are about.
        said.rotations.sort_by_key(|(entry, _)| entry.place());
        said
    }

    fn each_card(&self) -> impl Iterator<Item = (&'a Entry, ChainId, Vec<Role>)> + '_ {
        let all = self.cards.iter().flat_map(|entries| entries.iter());
        let fitting = all.filter(|entry| entry.author == Author::Lead);
        fitting.filter_map(|entry| card(entry).map(|(chain, roles)| (entry, chain, roles)))
    }
}

impl Admissions {
    /// Works out who was admitted from the openings and what is said about keys. Several openings admit nobody:
    /// nothing tells which of them is the founder's.
    ///
    /// Leads come in steps away from the founder: a step's own revocations are known, from steps before it, before its
    /// cards are read. So no two keys can revoke each other, and no order of arrival matters.
    pub(super) fn of<'a>(
        openings: &[Entry],
        actors: impl Iterator<Item = &'a BTreeMap<String, Vec<Entry>>>,
    ) -> Self {
        let [opening] = openings else {
            return Self::default();
        };
        let said = Said::read(opening.chain, actors);
        let mut admissions = Self::default();
        admissions.find_leads(&said);
        admissions.find_everybody(&said);
        admissions.find_roles_now(&said);
        admissions
    }

    fn find_leads(&mut self, said: &Said<'_>) {
        self.leads.insert(said.founder, 0);
        let mut step = 0;
        loop {
            let of_step: Vec<ChainId> =
                self.leads.iter().filter(|(_, s)| **s == step).map(|(chain, _)| *chain).collect();
            if of_step.is_empty() {
                return;
            }
            let mut line: Vec<ChainId> = Vec::new();
            for chain in of_step {
                self.revoke(said, chain, |admissions, by| {
                    admissions.leads.get(&by).is_some_and(|s| *s < step)
                });
                line.push(chain);
            }
            // A key that replaces a lead stands where that lead stood.
            let mut at = 0;
            while let Some(old) = line.get(at).copied() {
                at += 1;
                if let Some(new) = self.replace(said, old)
                    && !self.leads.contains_key(&new)
                {
                    self.leads.insert(new, step);
                    self.revoke(said, new, |admissions, by| {
                        admissions.leads.get(&by).is_some_and(|s| *s < step)
                    });
                    line.push(new);
                }
            }
            // The newest key of a person may revoke that person's earlier ones.
            for old in line.iter().rev() {
                self.revoke(said, *old, |admissions, by| {
                    admissions.leads.get(&by).is_some_and(|s| *s < step) || admissions.follows(&by, old)
                });
            }
            for (entry, chain, roles) in said.each_card() {
                let by = self.leads.get(&entry.chain);
                if by == Some(&step) && self.reaches(entry.chain, entry.seq) && roles.contains(&Role::Lead) {
                    self.leads.entry(chain).or_insert(step + 1);
                }
            }
            step += 1;
        }
    }

    fn find_everybody(&mut self, said: &Said<'_>) {
        self.ever.insert(said.founder, [Role::Lead, Role::Evaluator].into_iter().collect());
        for (entry, chain, roles) in said.each_card() {
            if self.leads.contains_key(&entry.chain)
                && self.reaches(entry.chain, entry.seq)
                && chain != said.founder
            {
                self.ever.entry(chain).or_default().extend(roles);
            }
        }
        let mut line: Vec<ChainId> = self.ever.keys().copied().collect();
        let mut at = 0;
        while let Some(old) = line.get(at).copied() {
            at += 1;
            if !self.leads.contains_key(&old) {
                self.revoke(said, old, |admissions, by| admissions.leads.contains_key(&by));
            }
            if let Some(new) = self.replace(said, old) {
                let roles = self.ever.get(&old).cloned().unwrap_or_default();
                let of_new = self.ever.entry(new).or_default();
                let before = of_new.len();
                of_new.extend(roles);
                if of_new.len() > before {
                    line.push(new);
                }
            }
        }
    }

    fn find_roles_now(&mut self, said: &Said<'_>) {
        let mut founders: BTreeSet<ChainId> = [said.founder].into_iter().collect();
        let mut founder = said.founder;
        while let Some((new, _)) = self.replaced.get(&founder).filter(|(new, _)| founders.insert(*new)) {
            founder = *new;
        }
        // The founder's roles follow from the opening, whatever a card says.
        self.now.insert(founder, vec![Role::Lead, Role::Evaluator]);
        for entries in &said.cards {
            // Cards cannot be taken back.
            let standing = standing(entries, |e| self.counts(e));
            if let [entry] = standing.as_slice()
                && let Some((chain, roles)) = card(entry).filter(|(chain, _)| !founders.contains(chain))
            {
                self.now.insert(chain, roles);
            }
        }
        let replaced: Vec<ChainId> = self.replaced.keys().copied().collect();
        for old in replaced {
            let mut chain = old;
            let mut seen = BTreeSet::new();
            // From the first key of a person to the newest, so that roles go all the way.
            while let Some((new, _)) = self.replaced.get(&chain).copied().filter(|_| seen.insert(chain)) {
                if let Some(roles) = self.now.remove(&chain).filter(|_| new != chain) {
                    self.now.entry(new).or_insert_with(|| roles.clone());
                    self.before.insert(chain, roles);
                }
                chain = new;
            }
        }
        for revoked in self.last.keys() {
            if let Some(roles) = self.now.remove(revoked) {
                self.before.insert(*revoked, roles);
            }
        }
    }

    /// Takes in what revokes this key: of several that stand, the one that leaves the least.
    fn revoke(&mut self, said: &Said<'_>, chain: ChainId, may: impl Fn(&Self, ChainId) -> bool) {
        let replaced_at = self.replaced.get(&chain).map(|(_, seq)| *seq);
        let counting: Vec<_> = said
            .revocations
            .iter()
            .filter(|(entry, of, _)| *of == chain && may(self, entry.chain))
            .filter(|(entry, ..)| self.reaches(entry.chain, entry.seq))
            // Who stands there because of the replacement cannot revoke it.
            .filter(|(entry, _, last)| {
                !self.follows(&entry.chain, &chain) || replaced_at.is_none_or(|seq| *last >= seq)
            })
            .collect();
        let superseded: BTreeSet<Digest> =
            counting.iter().flat_map(|(entry, ..)| entry.supersedes.iter().copied()).collect();
        let last = counting.iter().filter(|(entry, ..)| !superseded.contains(&entry.id)).map(|(.., l)| *l);
        if let Some(last) = last.min() {
            self.last.insert(chain, last);
        }
        self.effective.extend(counting.iter().map(|(entry, ..)| entry.id));
    }

    /// The key that takes this one's place: of several the one that was named first.
    fn replace(&mut self, said: &Said<'_>, old: ChainId) -> Option<ChainId> {
        let mut own = said.rotations.iter().filter(|(entry, _)| entry.chain == old);
        let (entry, new) = own.find(|(entry, new)| *new != old && self.reaches(old, entry.seq))?;
        self.effective.insert(entry.id);
        self.replaced.insert(old, (*new, entry.seq));
        Some(*new)
    }

    /// Whether `new` took the place of `old`, directly or through others.
    pub(super) fn follows(&self, new: &ChainId, old: &ChainId) -> bool {
        let mut chain = *old;
        let mut seen = BTreeSet::new();
        while let Some((next, _)) = self.replaced.get(&chain).filter(|_| seen.insert(chain)) {
            if next == new {
                return true;
            }
            chain = *next;
        }
        false
    }

    /// The key that took this one's place in the end. Of keys that name each other in a circle, the smallest.
    pub(super) fn newest(&self, chain: &ChainId) -> ChainId {
        let mut line = vec![*chain];
        let mut at = *chain;
        while let Some((next, _)) = self.replaced.get(&at).copied() {
            if let Some(begin) = line.iter().position(|seen| *seen == next) {
                return line.iter().skip(begin).min().copied().unwrap_or(next);
            }
            line.push(next);
            at = next;
        }
        at
    }

    /// Whether two keys are one person's.
    pub(super) fn same_person(&self, a: &ChainId, b: &ChainId) -> bool {
        a == b || self.newest(a) == self.newest(b)
    }

    /// Whether the key was ever a lead.
    pub(super) fn was_lead(&self, chain: &ChainId) -> bool {
        self.ever.get(chain).is_some_and(|roles| roles.contains(&Role::Lead))
    }

    /// Whether a revocation of `chain` by `author` would count.
    pub(super) fn may_revoke(&self, author: &ChainId, chain: &ChainId) -> bool {
        match (self.leads.get(author), self.leads.get(chain)) {
            (None, _) => false,
            (Some(_), None) => true,
            (Some(by), Some(of)) => by < of || self.follows(author, chain),
        }
    }

    /// The key that took this one's place, and the place of the event that says so.
    pub(super) fn replaced(&self, chain: &ChainId) -> Option<(ChainId, u64)> {
        self.replaced.get(chain).copied()
    }

    /// Every key that was replaced, with the one that took its place.
    pub(super) fn replacements(&self) -> impl Iterator<Item = (ChainId, ChainId)> + '_ {
        self.replaced.iter().map(|(old, (new, _))| (*old, *new))
    }

    /// The last place that counts of each key that was revoked.
    pub(super) fn revoked(&self) -> &BTreeMap<ChainId, u64> {
        &self.last
    }

    /// Whether what stands at this place of the key's chain is not behind its revocation.
    pub(super) fn reaches(&self, chain: ChainId, seq: u64) -> bool {
        self.last.get(&chain).is_none_or(|last| seq <= *last)
    }

    /// Roles that a key had when it was replaced or revoked.
    pub(super) fn roles_before(&self, chain: &ChainId) -> Option<&Vec<Role>> {
        self.before.get(chain)
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
        let Some(roles) = self.ever.get(&entry.chain).filter(|_| self.reaches(entry.chain, entry.seq)) else {
            return false;
        };
        let evaluates = self.evaluated(&entry.chain);
        match entry.author {
            Author::Admitted => true,
            Author::Lead => roles.contains(&Role::Lead),
            Author::Evaluator => evaluates,
            Author::EvaluatorOr(role) => evaluates || roles.contains(&role),
            Author::Having(role) => roles.contains(&role),
            Author::Own(chain) => entry.chain == chain,
            Author::OnOther(any, chain) => {
                any.iter().any(|role| roles.contains(role)) && !self.same_person(&entry.chain, &chain)
            }
            Author::Only(role) => roles.contains(&role),
            Author::OwnKey | Author::Revoker => self.effective.contains(&entry.id),
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
