//! Recording: the one way in which anything gets into a dossier.

use rusqlite::params;
use trail::json::Value;
use trail::{ChainId, Digest, EventId, Head, Link, Signature};

use crate::dossier::Dossier;
use crate::error::{DossierError, SqliteContext as _};
use crate::heads::{self, Chain};
use crate::projection;
use crate::signing::Signer;

/// What shall be recorded; chain, place, parents and time are added by [`Dossier::append`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEvent {
    /// What happened, `name/N`.
    pub kind: String,
    /// The payload, an object; `supersedes` in it names what is replaced.
    pub payload: Value,
}

impl Dossier {
    /// Records events on the signer's chain, in one transaction: all of them or none. Returns their
    /// ids once they are on the disk, in the order given. Every event after the first follows the one
    /// before it; what is newest in other chains is named by the first.
    ///
    /// # Errors
    /// The key has no chain here ([`Dossier::open_chain`]) or its chain is forked; an event has no
    /// canonical form, is too long, or supersedes something that is not there or is about something
    /// else; the dossier changed behind our back; the disk is full. Nothing is recorded then.
    pub fn append(
        &mut self,
        events: &[NewEvent],
        time: &str,
        signer: &dyn Signer,
    ) -> Result<Vec<EventId>, DossierError> {
        // A key that wrote from two copies may do one thing more: name the key that takes its place.
        let hands_over = events.iter().all(|event| event.kind == evaluation::kind::ACTOR_ROTATE);
        match self.check_chain(signer) {
            Err(DossierError::Forked { .. }) if hands_over => {}
            checked => checked?,
        }
        self.begin()?;
        self.in_transaction(|dossier| {
            events.iter().map(|event| dossier.insert(event.clone(), time, signer)).collect()
        })
    }

    pub(crate) fn check_chain(&self, signer: &dyn Signer) -> Result<(), DossierError> {
        let chain = ChainId::of(&self.id, &signer.key());
        match self.chains.get(&chain) {
            None => Err(DossierError::ChainNotOpen { chain }),
            Some(Chain { forked_at: Some(seq), .. }) => Err(DossierError::Forked { chain, seq: *seq }),
            Some(_) => Ok(()),
        }
    }

    /// Puts the signer's still empty chain among the others, for its opening to be linked to.
    pub(crate) fn start_chain(&mut self, signer: &dyn Signer) {
        let key = signer.key();
        let head = Head::new(self.id, &key);
        let chain = Chain { head, key, forked_at: None, ends: Vec::new(), named: Default::default() };
        self.chains.insert(chain.head.chain, chain);
    }

    /// Links, signs and inserts one event and what follows from it, inside a transaction.
    pub(crate) fn insert(
        &mut self,
        event: NewEvent,
        time: &str,
        signer: &dyn Signer,
    ) -> Result<EventId, DossierError> {
        let own = ChainId::of(&self.id, &signer.key());
        let parents = heads::parents_for(&self.chains, &own);
        let chain = self.chains.get(&own).ok_or(DossierError::ChainNotOpen { chain: own })?;
        self.check_head(&chain.head)?;
        let link = chain
            .head
            .link(&event.kind, &parents, event.payload, time)
            .map_err(|problem| DossierError::Link { kind: event.kind, problem })?;
        let signature = signer.sign(&link.id());
        self.insert_row(&link, &signature)?;
        projection::record(&self.connection, &self.path, &mut self.retractions, &link)?;
        let changed = || DossierError::ChangedOutside { path: self.path.clone() };
        let chain = self.chains.get_mut(&own).ok_or(DossierError::ChainNotOpen { chain: own })?;
        chain.head.accept(&link).map_err(|_| changed())?;
        chain.ends.retain(|(_, end)| *end != link.prev());
        chain.ends.push((link.seq(), link.id()));
        chain.name(link.parents());
        Ok(link.id())
    }

    /// The chain on the disk must be where memory thinks it is: writing on would fork it.
    fn check_head(&self, head: &Head) -> Result<(), DossierError> {
        const LOOKING: &str = "looking at the end of the chain";
        let mut statement = self
            .connection
            .prepare_cached("SELECT seq, id FROM event WHERE chain = ?1 ORDER BY seq DESC, id LIMIT 1")
            .doing(LOOKING, &self.path)?;
        let mut rows = statement.query(params![head.chain.0]).doing(LOOKING, &self.path)?;
        let (next_seq, newest) = match rows.next().doing(LOOKING, &self.path)? {
            None => (0, Digest::ZERO),
            Some(row) => {
                let seq: u64 = row.get(0).doing(LOOKING, &self.path)?;
                (seq.saturating_add(1), Digest(crate::read::blob(row, 1, &self.path)?))
            }
        };
        if (next_seq, newest) == (head.next_seq, head.prev) {
            Ok(())
        } else {
            Err(DossierError::ChangedOutside { path: self.path.clone() })
        }
    }

    fn insert_row(&self, link: &Link, signature: &Signature) -> Result<(), DossierError> {
        const SAVING: &str = "recording an event";
        let seq = i64::try_from(link.seq()).unwrap_or(i64::MAX);
        self.connection
            .prepare_cached(
                "INSERT INTO event (n, chain, seq, id, body, sig) \
                 VALUES ((SELECT coalesce(max(n), 0) + 1 FROM event), ?1, ?2, ?3, ?4, ?5)",
            )
            .and_then(|mut insert| {
                insert.execute(params![link.chain().0, seq, link.id().0, link.body(), signature.0])
            })
            .doing(SAVING, &self.path)?;
        Ok(())
    }
}
