//! Taking in what a colleague recorded on another copy of the same dossier.
//!
//! A merge is the union of two sets of events: every event we lack is put behind ours in the order in which the other
//! file holds them, so that what an author had seen stands before what the author wrote. Nothing is chosen and nothing
//! is dropped; two values for one field are both kept, and so are two histories of one chain. Evidence bytes come
//! along, and one `merge/1` event names all heads as seen. All of it is one transaction.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::OpenOptions;
use std::path::Path;

use rusqlite::{OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use trail::json::Value;
use trail::{ChainId, Digest, DossierId, EventId};

use crate::append::NewEvent;
use crate::dossier::{Access, Dossier};
use crate::error::{DossierError, SqliteContext as _};
use crate::evidence::{Going, Standing, standing};
use crate::heads::{self, MAX_ENDS};
use crate::key::Locked;
use crate::projection;
use crate::read::StoredEvent;
use crate::schema;
use crate::signing::{Signer, Verifier};
use crate::verify::{self, Finding, Options, Outcome, Progress, Report};

/// How many events are read from the other file at a time.
pub const MERGE_BATCH: u64 = 256;

const READING: &str = "comparing two copies";
const TAKING: &str = "taking in what another copy holds";

/// A dossier of somebody else in which nothing is wrong, open for reading only: all that a merge accepts.
///
/// It must lie where nobody else can write: what was verified is what is read afterwards.
#[derive(Debug)]
pub struct Received {
    dossier: Dossier,
    report: Report,
}

/// Why a file of somebody else is not taken in.
#[derive(Debug)]
pub enum NotReceived {
    /// The first thing that is wrong with it.
    Wrong(Box<Finding>),
    /// It could not be checked.
    Unanswered(DossierError),
}

impl From<DossierError> for NotReceived {
    fn from(problem: DossierError) -> Self {
        Self::Unanswered(problem)
    }
}

impl Received {
    /// Verifies everything that needs no anchor outside the file, then opens it for reading.
    ///
    /// # Errors
    /// The first thing that is wrong with it, or why it could not be checked.
    pub fn verified<'a>(
        file: impl Into<Locked<'a>>,
        verifier: &dyn Verifier,
        progress: &mut dyn FnMut(Progress) -> bool,
    ) -> Result<Self, NotReceived> {
        let file = file.into();
        match verify::verify(file, verifier, Options::default(), progress)? {
            Outcome::Wrong(finding) => Err(NotReceived::Wrong(finding)),
            Outcome::Ok(report) => {
                Ok(Self { dossier: Dossier::open(file, Access::ReadOnly)?, report: *report })
            }
        }
    }

    /// The dossier, open for reading.
    #[must_use]
    pub const fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// What was checked.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The dossier's id.
    #[must_use]
    pub const fn id(&self) -> DossierId {
        self.dossier.id()
    }
}

/// What one copy has and another lacks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Events of each chain.
    pub chains: BTreeMap<ChainId, u64>,
    /// Evidence whose bytes are lacking, with its size.
    pub evidence: BTreeMap<Digest, u64>,
    /// Whether all events are about exchanging copies: they are taken in, and no `merge/1` answers them, or two people
    /// would merge each other's merges for ever.
    pub is_quiet: bool,
}

impl Difference {
    /// Whether there is nothing to take.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.chains.is_empty() && self.evidence.is_empty()
    }

    /// How many events.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.chains.values().fold(0, |sum, count| sum.saturating_add(*count))
    }

    /// How many bytes of evidence.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.evidence.values().fold(0, |sum, size| sum.saturating_add(*size))
    }
}

/// What a merge did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged {
    /// What was taken in.
    pub taken: Difference,
    /// Chains that have two histories now and had one before, with the first place that is taken twice.
    pub forks: Vec<(ChainId, u64)>,
    /// The `merge/1` event. There is none where nothing was taken or only events about exchanging copies, and none on
    /// a chain that is itself forked: a key that wrote from two copies only hands over to a new one.
    pub event: Option<EventId>,
}

/// Who merges and how it is recorded.
pub struct Recording<'a> {
    /// The payload of `merge/1`, once it is known what is taken.
    pub payload: &'a dyn Fn(&Difference) -> Value,
    /// The payload of `chain.open/1` without its `key`, where this key has no chain here yet.
    pub card: Value,
    /// The device's claim of the time.
    pub time: &'a str,
    /// Who signs.
    pub signer: &'a dyn Signer,
}

impl Dossier {
    /// What `other` has that this dossier lacks. Evidence that was withheld is not lacking.
    ///
    /// # Errors
    /// [`DossierError::OtherDossier`], or one of the two cannot be read.
    pub fn lacks(&self, other: &Received) -> Result<Difference, DossierError> {
        if other.id() != self.id {
            return Err(DossierError::OtherDossier { ours: self.id, theirs: other.id() });
        }
        let mut difference = Difference { is_quiet: true, ..Difference::default() };
        other.each_batch(&mut |events| {
            for stored in events {
                if !self.has_event(&stored.id)? {
                    let event = heads::read(&stored.body, other.dossier.path())?;
                    let count = difference.chains.entry(event.chain).or_default();
                    *count = count.saturating_add(1);
                    difference.is_quiet &=
                        matches!(event.kind, evaluation::kind::MERGE | evaluation::kind::HAND_OVER);
                }
            }
            Ok(())
        })?;
        difference.evidence = self.lacking_bytes(other)?;
        difference.is_quiet &= difference.evidence.is_empty();
        Ok(difference)
    }

    /// Takes in everything that `other` has and this dossier lacks, in one transaction, and records it with one
    /// `merge/1` event whose parents are all heads. Where there is nothing to take, nothing is recorded. `going` counts
    /// the bytes of evidence and returns `false` to stop.
    ///
    /// # Errors
    /// As [`Dossier::lacks`]; a chain would have more histories than are followed; the disk is full. Nothing was taken
    /// then.
    pub fn merge(
        &mut self,
        other: &Received,
        recording: &Recording<'_>,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<Merged, DossierError> {
        let taken = self.lacks(other)?;
        if taken.is_empty() {
            return Ok(Merged { taken, forks: Vec::new(), event: None });
        }
        self.begin()?;
        self.in_transaction(|dossier| dossier.take_in(other, taken, recording, going))
    }

    /// A new dossier file at `path` with everything that `other` holds, for somebody who begins to work on a copy.
    /// `going` as for [`Dossier::merge`].
    ///
    /// # Errors
    /// The file is there already or cannot be written; nothing is left behind then.
    pub fn create_from(
        path: &Path,
        other: &Received,
        recording: &Recording<'_>,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<(Self, Merged), DossierError> {
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|source| DossierError::io("creating the dossier", path, source))?;
        // A new copy of an encrypted file is encrypted with the same key.
        let file = Locked { path, key: other.dossier.key() };
        let made = Self::empty(file, other.id()).and_then(|mut dossier| {
            dossier.begin()?;
            let merged = dossier.in_transaction(|dossier| {
                schema::create(&dossier.connection, &dossier.path)?;
                let taken = dossier.lacks(other)?;
                dossier.take_in(other, taken, recording, going)
            })?;
            dossier.settle()?;
            Ok((dossier, merged))
        });
        if made.is_err() {
            // The file is ours and holds nothing that was acknowledged.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    fn take_in(
        &mut self,
        other: &Received,
        taken: Difference,
        recording: &Recording<'_>,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<Merged, DossierError> {
        let forked: BTreeSet<ChainId> = self.forked().map(|(chain, _)| chain).collect();
        let own = ChainId::of(&self.id, &recording.signer.key());
        let is_new = !self.chains.contains_key(&own) && !other.dossier.chains.contains_key(&own);
        self.take_bytes(other, &taken.evidence, going)?;
        self.take_events(other)?;
        self.retractions = None;
        projection::rebuild(&self.connection, &self.path)?;
        self.chains = heads::load(&self.connection, self.id, &self.path)?;
        if let Some(chain) = self.chains.values().find(|chain| chain.ends.len() > MAX_ENDS) {
            return Err(DossierError::TooManyForks { chain: chain.head.chain });
        }
        let forks = self.forked().filter(|(chain, _)| !forked.contains(chain)).collect();
        let payload = (recording.payload)(&taken);
        if is_new {
            self.insert_opening(recording.card.clone(), recording.time, recording.signer)?;
        }
        let is_forked = self.chains.get(&own).is_some_and(|chain| chain.forked_at.is_some());
        let event = if is_forked || (taken.is_quiet && !is_new) {
            None
        } else {
            let merge = NewEvent { kind: evaluation::kind::MERGE.to_owned(), payload };
            Some(self.insert(merge, recording.time, recording.signer)?)
        };
        Ok(Merged { taken, forks, event })
    }

    /// Chains with two histories, and the first place that is taken twice.
    fn forked(&self) -> impl Iterator<Item = (ChainId, u64)> + '_ {
        self.chains.iter().filter_map(|(id, chain)| Some((*id, chain.forked_at?)))
    }

    fn take_events(&mut self, other: &Received) -> Result<(), DossierError> {
        other.each_batch(&mut |events| {
            for stored in events {
                if self.has_event(&stored.id)? {
                    continue;
                }
                // Verified already; chain and place are written from the body, never from what stands beside it.
                let event = heads::read(&stored.body, other.dossier.path())?;
                self.connection
                    .prepare_cached(
                        "INSERT INTO event (n, chain, seq, id, body, sig) \
                         VALUES ((SELECT coalesce(max(n), 0) + 1 FROM event), ?1, ?2, ?3, ?4, ?5)",
                    )
                    .and_then(|mut insert| {
                        let seq = i64::try_from(event.seq).unwrap_or(i64::MAX);
                        let signature = stored.signature.0;
                        insert.execute(params![event.chain.0, seq, event.id.0, stored.body, signature])
                    })
                    .doing(TAKING, &self.path)?;
            }
            Ok(())
        })
    }

    fn take_bytes(
        &mut self,
        other: &Received,
        wanted: &BTreeMap<Digest, u64>,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<(), DossierError> {
        let total = wanted.values().fold(0_u64, |sum, size| sum.saturating_add(*size));
        let mut done: u64 = 0;
        for (sha256, size) in wanted {
            let mut hash = Sha256::new();
            let mut n: u32 = 0;
            let mut length: u64 = 0;
            other.dossier.each_chunk(sha256, &mut |data| {
                hash.update(data);
                self.connection
                    .prepare_cached("INSERT INTO evidence_chunk (sha256, n, data) VALUES (?1, ?2, ?3)")
                    .and_then(|mut insert| insert.execute(params![sha256.0, n, data]))
                    .doing(TAKING, &self.path)?;
                n = n.saturating_add(1);
                length = length.saturating_add(data.len() as u64);
                done = done.saturating_add(data.len() as u64);
                if going(Going { done, total }) { Ok(()) } else { Err(DossierError::Cancelled) }
            })?;
            if length != *size || Digest(hash.finalize().into()) != *sha256 {
                return Err(DossierError::EvidenceDamaged { sha256: *sha256 });
            }
        }
        Ok(())
    }

    /// The evidence whose bytes `other` has and we have not, and that neither of us withholds.
    fn lacking_bytes(&self, other: &Received) -> Result<BTreeMap<Digest, u64>, DossierError> {
        let theirs = standing(&other.dossier)?;
        let mut lacking = BTreeMap::new();
        for (sha256, word) in &theirs {
            if let Some(size) = word.size
                && size > 0
                && !self.has_bytes(sha256)?
                && other.dossier.has_bytes(sha256)?
            {
                lacking.insert(*sha256, size);
            }
        }
        if !lacking.is_empty() {
            let ours = standing(self)?;
            lacking.retain(|sha256, _| {
                let both = [theirs.get(sha256), ours.get(sha256)].into_iter().flatten();
                !both.cloned().reduce(Standing::with).is_some_and(|word| word.is_withheld())
            });
        }
        Ok(lacking)
    }

    fn has_event(&self, id: &EventId) -> Result<bool, DossierError> {
        self.connection
            .prepare_cached("SELECT 1 FROM event WHERE id = ?1")
            .and_then(|mut look| look.query_row(params![id.0], |_| Ok(())).optional())
            .map(|found| found.is_some())
            .doing(READING, &self.path)
    }
}

impl Received {
    /// All events in the order of the file, [`MERGE_BATCH`] at a time.
    fn each_batch(
        &self,
        take: &mut dyn FnMut(&[StoredEvent]) -> Result<(), DossierError>,
    ) -> Result<(), DossierError> {
        let mut from: u64 = 1;
        loop {
            let to = from.saturating_add(MERGE_BATCH);
            let events = self.dossier.events(from..to)?;
            if events.is_empty() {
                return Ok(());
            }
            take(&events)?;
            from = to;
        }
    }
}
