//! A case on a desk: people, requests and the events that follow, without a dossier file.

use std::collections::BTreeMap;

use checklist::{Checklist, Object};
use evaluation::{
    State,
    decide::{Context, NewEvent, Refusal, Request, decide},
    event::{ActorEnroll, Role},
    state::Recorded,
};
use trail::{ChainId, Digest, DossierId, EventId, PublicKey, json};

use crate::{asked::house, common};

/// The dossier of every test.
pub(crate) const DOSSIER: DossierId = DossierId([7; 16]);

/// When everything in these tests is said to have happened.
pub(crate) const TIME: &str = "2026-06-01T10:00:00.000Z";

/// The day on which reports are asked for in these tests.
pub(crate) const TODAY: &str = "2026-11-23";

/// A person's key: any 32 bytes that belong to the name.
pub(crate) fn key(person: &str) -> PublicKey {
    PublicKey(Digest::of(person.as_bytes()).0)
}

/// A person's chain in the dossier of the tests.
pub(crate) fn chain(person: &str) -> ChainId {
    ChainId::of(&DOSSIER, &key(person))
}

/// SHA-256 of the evidence that a test calls by this name.
pub(crate) fn sha(name: &str) -> String {
    Digest::of(name.as_bytes()).to_string()
}

/// The event in this place of the person's chain, counted from 0.
pub(crate) fn event_of(person: &str, seq: u64) -> EventId {
    Digest::of(format!("{} {seq}", chain(person)).as_bytes())
}

/// A card that admits the person.
pub(crate) fn card(person: &str, roles: &[Role]) -> ActorEnroll {
    ActorEnroll {
        chain: chain(person).to_string(),
        key: key(person).to_string(),
        name: person.to_owned(),
        organisation: house(roles).to_owned(),
        roles: roles.to_vec(),
        competence: Some("Knows the standard".to_owned()),
        impartiality: Some("No ties".to_owned()),
        function: Some("Engineer".to_owned()),
        supersedes: Vec::new(),
    }
}

/// One case.
#[derive(Clone)]
pub(crate) struct Desk {
    pub(crate) state: State,
    pub(crate) checklist: Checklist,
    next: BTreeMap<ChainId, u64>,
}

impl Desk {
    /// An empty case about this object.
    pub(crate) fn of(object: Object) -> Self {
        Self { state: State::new(DOSSIER), checklist: common::checklist_for(object), next: BTreeMap::new() }
    }

    /// Decides and records.
    pub(crate) fn ask(&mut self, person: &str, request: Request) -> Result<Vec<EventId>, Refusal> {
        let events = self.decide(person, request)?;
        Ok(events.into_iter().map(|NewEvent { kind, payload }| self.write(person, kind, payload)).collect())
    }

    /// Decides only.
    pub(crate) fn decide(&self, person: &str, mut request: Request) -> Result<Vec<NewEvent>, Refusal> {
        // The opening pins the pack that lies on the desk.
        if let Request::Open(open) = &mut request {
            open.checklist = self.checklist.id.clone();
            open.checklist_sha256 = self.checklist.digest.to_string();
        }
        decide(self.context(person), request)
    }

    fn context(&self, person: &str) -> Context<'_> {
        Context { state: &self.state, checklist: &self.checklist, author: chain(person) }
    }

    /// Records what no rule was asked about: what another program might have written.
    pub(crate) fn write(&mut self, person: &str, kind: &str, payload: json::Value) -> EventId {
        self.write_at(person, kind, payload, TIME)
    }

    /// The same, said to have happened at another time.
    pub(crate) fn write_at(&mut self, person: &str, kind: &str, payload: json::Value, time: &str) -> EventId {
        let chain = chain(person);
        let seq = self.next.entry(chain).or_default();
        let id = event_of(person, *seq);
        self.state.apply(&Recorded { id, chain, seq: *seq, time, kind, payload });
        *seq += 1;
        id
    }
}
