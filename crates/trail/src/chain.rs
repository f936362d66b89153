//! One author's chain: what its next event must be, and whether an event is that.

use crate::merkle::Fold;
use crate::{ChainId, DossierId, Event, EventId, Link, OPEN_KIND, PublicKey};
use alloc::string::String;
use core::fmt;

/// The state of one chain after its last event: everything needed to check or to make the next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whose chain.
    pub chain: ChainId,
    /// In which dossier.
    pub dossier: DossierId,
    /// The place of the next event, counted from 0.
    pub next_seq: u64,
    /// The id of the last event; zeros before the first.
    pub prev: EventId,
    /// The Merkle tree over the ids of all events so far.
    pub tree: Fold,
    /// The time the last event claims; empty before the first.
    pub last_time: String,
}

/// Why an event cannot be the next of its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChainProblem {
    /// The chain it was held against.
    pub chain: ChainId,
    /// The place the event claims.
    pub seq: u64,
    /// What is wrong.
    pub why: ChainWhy,
}

/// The ways in which an event can fail to be the next of its chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChainWhy {
    /// It belongs to another dossier.
    WrongDossier {
        /// The dossier it names.
        found: DossierId,
    },
    /// It belongs to another chain.
    WrongChain {
        /// The chain it names.
        found: ChainId,
    },
    /// One or more events are missing before it.
    Gap {
        /// The place that should come next.
        expected: u64,
        /// The place it has.
        found: u64,
    },
    /// Another event already has its place: the key wrote from two copies of the dossier.
    Fork,
    /// It is the last event once more.
    Repeated,
    /// `prev` is not the id of the event before it.
    PrevMismatch {
        /// The id of the event before it.
        expected: EventId,
        /// What it says.
        found: EventId,
    },
    /// The first event of the chain is not `chain.open/1`.
    OpenMissing,
    /// A `chain.open/1` that is not the first event.
    OpenTwice,
    /// A `chain.open/1` without a key of 64 hexadecimal digits in `payload.key`.
    KeyMissing,
    /// The key in `chain.open/1` and the dossier do not give the chain id.
    KeyMismatch,
}

impl ChainWhy {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::WrongDossier { .. } => "trail-chain-wrong-dossier",
            Self::WrongChain { .. } => "trail-chain-wrong-chain",
            Self::Gap { .. } => "trail-chain-gap",
            Self::Fork => "trail-chain-fork",
            Self::Repeated => "trail-chain-repeated",
            Self::PrevMismatch { .. } => "trail-chain-prev-mismatch",
            Self::OpenMissing => "trail-chain-open-missing",
            Self::OpenTwice => "trail-chain-open-twice",
            Self::KeyMissing => "trail-chain-key-missing",
            Self::KeyMismatch => "trail-chain-key-mismatch",
        }
    }
}

impl fmt::Display for ChainProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} chain={} seq={}", self.why.code(), self.chain, self.seq)
    }
}

impl core::error::Error for ChainProblem {}

impl Head {
    /// The empty chain that `key` will write in `dossier`.
    #[must_use]
    pub fn new(dossier: DossierId, key: &PublicKey) -> Self {
        Self {
            chain: ChainId::of(&dossier, key),
            dossier,
            next_seq: 0,
            prev: EventId::ZERO,
            tree: Fold::new(),
            last_time: String::new(),
        }
    }

    /// Starts a chain of `dossier` from its first event as read from a file, and returns the key
    /// that must have signed every event of the chain.
    ///
    /// # Errors
    /// The event is not the opening of a chain in this dossier, or its key is not the chain's.
    pub fn opened_by(dossier: DossierId, event: &Event<'_>) -> Result<(Self, PublicKey), ChainProblem> {
        let fail = |why| ChainProblem { chain: event.chain, seq: event.seq, why };
        if event.dossier != dossier {
            return Err(fail(ChainWhy::WrongDossier { found: event.dossier }));
        }
        if event.seq != 0 {
            return Err(fail(ChainWhy::Gap { expected: 0, found: event.seq }));
        }
        if event.kind != OPEN_KIND {
            return Err(fail(ChainWhy::OpenMissing));
        }
        let key = event.opening_key().ok_or(fail(ChainWhy::KeyMissing))?;
        let mut head = Self::new(dossier, &key);
        if head.chain != event.chain {
            return Err(fail(ChainWhy::KeyMismatch));
        }
        head.follow(event)?;
        Ok((head, key))
    }

    /// Takes an event that was read as the next of this chain. The signature is checked elsewhere.
    ///
    /// # Errors
    /// Why it is not the next one; the head then stays as it was.
    pub fn follow(&mut self, event: &Event<'_>) -> Result<(), ChainProblem> {
        self.examine(event)?;
        self.advance(&event.id, event.time);
        Ok(())
    }

    /// Takes a link that [`Head::link`] made from this state, once it is stored.
    ///
    /// # Errors
    /// The link was made from another state, so it is not the next one; the head stays as it was.
    pub fn accept(&mut self, link: &Link) -> Result<(), ChainProblem> {
        let found = (link.chain(), link.seq(), link.prev());
        if found.0 != self.chain {
            return Err(self.fail(found.1, ChainWhy::WrongChain { found: found.0 }));
        }
        self.place(&link.id(), found.1, found.2)?;
        self.advance(&link.id(), link.time());
        Ok(())
    }

    /// Whether `time` lies before the last event's: worth a remark, never an error, since a
    /// device's clock proves nothing.
    #[must_use]
    pub fn runs_backwards(&self, time: &str) -> bool {
        time < self.last_time.as_str()
    }

    pub(crate) fn examine(&self, event: &Event<'_>) -> Result<(), ChainProblem> {
        if event.dossier != self.dossier {
            return Err(self.fail(event.seq, ChainWhy::WrongDossier { found: event.dossier }));
        }
        if event.chain != self.chain {
            return Err(self.fail(event.seq, ChainWhy::WrongChain { found: event.chain }));
        }
        self.place(&event.id, event.seq, event.prev)?;
        self.opening(event).map_err(|why| self.fail(event.seq, why))
    }

    /// `seq` and `prev` must continue from the last event.
    fn place(&self, id: &EventId, seq: u64, prev: EventId) -> Result<(), ChainProblem> {
        let why = if seq > self.next_seq {
            ChainWhy::Gap { expected: self.next_seq, found: seq }
        } else if seq < self.next_seq {
            if *id == self.prev { ChainWhy::Repeated } else { ChainWhy::Fork }
        } else if prev != self.prev {
            ChainWhy::PrevMismatch { expected: self.prev, found: prev }
        } else {
            return Ok(());
        };
        Err(self.fail(seq, why))
    }

    /// The first event, and only the first, opens the chain with the chain's own key.
    fn opening(&self, event: &Event<'_>) -> Result<(), ChainWhy> {
        match (event.seq, event.kind == OPEN_KIND) {
            (0, false) => Err(ChainWhy::OpenMissing),
            (0, true) => match event.opening_key() {
                None => Err(ChainWhy::KeyMissing),
                Some(key) if ChainId::of(&self.dossier, &key) != self.chain => Err(ChainWhy::KeyMismatch),
                Some(_) => Ok(()),
            },
            (_, true) => Err(ChainWhy::OpenTwice),
            (_, false) => Ok(()),
        }
    }

    fn advance(&mut self, id: &EventId, time: &str) {
        self.tree.push(id);
        self.prev = *id;
        self.next_seq = self.next_seq.saturating_add(1);
        self.last_time.clear();
        self.last_time.push_str(time);
    }

    fn fail(&self, seq: u64, why: ChainWhy) -> ChainProblem {
        ChainProblem { chain: self.chain, seq, why }
    }
}
