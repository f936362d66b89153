//! Making the next event of a chain. Only this module can make a [`Link`].

use crate::json::{self, JsonProblem, Value};
use crate::{BodyProblem, BodyWhy, ChainId, ChainProblem, Event, EventId, Head, Parent, hex};
use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

/// A new event, ready to be signed and stored. Its fields are private, so nothing outside this
/// crate can claim that bytes continue a chain.
#[derive(Clone, Debug)]
pub struct Link {
    body: Vec<u8>,
    id: EventId,
    chain: ChainId,
    seq: u64,
    prev: EventId,
    kind: String,
    parents: Vec<Parent>,
    payload: Value,
    time: String,
}

impl Link {
    /// The canonical bytes: what is stored, hashed and, by its id, signed.
    #[must_use]
    pub fn body(&self) -> &[u8] {
        &self.body
    }

    /// SHA-256(0x00 ‖ body).
    #[must_use]
    pub fn id(&self) -> EventId {
        self.id
    }

    /// The chain it continues.
    #[must_use]
    pub fn chain(&self) -> ChainId {
        self.chain
    }

    /// Its place in the chain, counted from 0.
    #[must_use]
    pub fn seq(&self) -> u64 {
        self.seq
    }

    /// The id of the event before it.
    #[must_use]
    pub fn prev(&self) -> EventId {
        self.prev
    }

    /// What happened, `name/N`.
    #[must_use]
    pub fn kind(&self) -> &str {
        &self.kind
    }

    /// What it names of other chains, in the body's order.
    #[must_use]
    pub fn parents(&self) -> &[Parent] {
        &self.parents
    }

    /// The payload.
    #[must_use]
    pub fn payload(&self) -> &Value {
        &self.payload
    }

    /// The device's claim of the time.
    #[must_use]
    pub fn time(&self) -> &str {
        &self.time
    }
}

/// Why no link can be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// The payload has no canonical form; the place is counted in the payload.
    Payload(JsonProblem),
    /// The body would not be an event: a kind or time out of form, parents twice or in the own
    /// chain, a payload that is no object, or more than [`crate::MAX_BODY`] bytes.
    Body(BodyProblem),
    /// The event would not be the next of the chain.
    Chain(ChainProblem),
}

impl LinkProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Payload(problem) => problem.why.code(),
            Self::Body(problem) => problem.why.code(),
            Self::Chain(problem) => problem.why.code(),
        }
    }
}

impl fmt::Display for LinkProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Payload(problem) => problem.fmt(f),
            Self::Body(problem) => problem.fmt(f),
            Self::Chain(problem) => problem.fmt(f),
        }
    }
}

impl core::error::Error for LinkProblem {}

impl Head {
    /// Makes the next event of this chain. The head itself advances when the stored link is
    /// given to [`Head::accept`].
    ///
    /// `parents` may come in any order. The first link must be `chain.open/1` with the chain's
    /// public key in `payload.key`.
    ///
    /// # Errors
    /// Whatever a reader would refuse: the new body is read back before it becomes a link.
    pub fn link(
        &self,
        kind: &str,
        parents: &[Parent],
        payload: Value,
        time: &str,
    ) -> Result<Link, LinkProblem> {
        let mut parents = parents.to_vec();
        parents.sort_unstable();
        let written = json::write(&payload).map_err(LinkProblem::Payload)?;
        let body = self.body(kind, &parents, &written, time).into_bytes();
        let event = Event::read(&body).map_err(LinkProblem::Body)?;
        // A kind or time with quotes in it could have brought fields of its own.
        for (field, given, found) in [("kind", kind, event.kind), ("time", time, event.time)] {
            if given != found {
                let why = BodyWhy::Field(field);
                return Err(LinkProblem::Body(BodyProblem { at: 0, why }));
            }
        }
        self.examine(&event).map_err(LinkProblem::Chain)?;
        let id = event.id;
        Ok(Link {
            id,
            chain: self.chain,
            seq: self.next_seq,
            prev: self.prev,
            kind: kind.to_owned(),
            parents,
            payload,
            time: time.to_owned(),
            body,
        })
    }

    /// Kind and time go in as they are; [`Head::link`] looks at what comes out.
    fn body(&self, kind: &str, parents: &[Parent], payload: &str, time: &str) -> String {
        let mut body = format!(
            "{{\"chain\":\"{}\",\"dossier\":\"{}\",\"kind\":\"{kind}\",\"parents\":[",
            self.chain, self.dossier
        );
        for (place, parent) in parents.iter().enumerate() {
            body.push_str(if place == 0 { "{\"chain\":\"" } else { ",{\"chain\":\"" });
            hex::push(&mut body, &parent.chain.0);
            body.push_str("\",\"id\":\"");
            hex::push(&mut body, &parent.id.0);
            body.push_str(&format!("\",\"seq\":{}}}", parent.seq));
        }
        body.push_str(&format!("],\"payload\":{payload},\"prev\":\""));
        hex::push(&mut body, &self.prev.0);
        body.push_str(&format!("\",\"seq\":{},\"time\":\"{time}\",\"v\":1}}", self.next_seq));
        body
    }
}
