//! Where every chain of a dossier stands.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Connection, OptionalExtension as _, params};
use trail::merkle::Fold;
use trail::{ChainId, Digest, DossierId, Event, EventId, Head, Parent, PublicKey};

use crate::error::{DossierError, SqliteContext as _};
use crate::read::blob;

const READING: &str = "reading the heads of the chains";

/// Histories of one chain that are followed; two are an accident, this many are not.
pub(crate) const MAX_ENDS: usize = 16;

/// One chain as it stands: what a seal and a checkpoint state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainHead {
    /// The chain.
    pub chain: ChainId,
    /// The key that writes it.
    pub key: PublicKey,
    /// How many events it has.
    pub size: u64,
    /// RFC 6962 root over their ids.
    pub root: Digest,
    /// Id of its newest event.
    pub newest: EventId,
    /// The first place that two events claim, if the key wrote from two copies.
    pub forked_at: Option<u64>,
}

/// A chain as the writer keeps it in memory.
#[derive(Clone, Debug)]
pub(crate) struct Chain {
    pub(crate) head: Head,
    pub(crate) key: PublicKey,
    pub(crate) forked_at: Option<u64>,
    /// The newest event of each of its histories, by place and id.
    pub(crate) ends: Vec<(u64, EventId)>,
    /// What this chain has named of every other.
    pub(crate) named: BTreeMap<ChainId, Named>,
}

/// What a chain has named of another one as seen.
#[derive(Clone, Debug, Default)]
pub(crate) struct Named {
    /// Up to which place; counted as a size.
    size: u64,
    /// Which events, by id: of a forked chain the place alone says little.
    ids: BTreeSet<EventId>,
}

/// All chains of one dossier, by id.
pub(crate) type Chains = BTreeMap<ChainId, Chain>;

impl Chain {
    pub(crate) fn state(&self) -> ChainHead {
        ChainHead {
            chain: self.head.chain,
            key: self.key,
            size: self.head.next_seq,
            root: self.head.tree.root(),
            newest: self.head.prev,
            forked_at: self.forked_at,
        }
    }

    /// Keeps what a new event of this chain names as seen.
    pub(crate) fn name(&mut self, parents: &[Parent]) {
        for parent in parents {
            let named = self.named.entry(parent.chain).or_default();
            named.size = named.size.max(parent.seq.saturating_add(1));
            named.ids.insert(parent.id);
        }
    }

    /// The newest events that were not named yet: of a forked chain, those of all its histories.
    fn unnamed(&self, named: Option<&Named>) -> Vec<Parent> {
        let chain = self.head.chain;
        let newest = (self.head.next_seq.saturating_sub(1), self.head.prev);
        let is_named = |seq: u64, id: &EventId| match named {
            None => false,
            Some(named) if self.forked_at.is_some() => named.ids.contains(id),
            Some(named) => seq < named.size,
        };
        let ends = if self.forked_at.is_some() { self.ends.as_slice() } else { &[newest] };
        let unnamed = ends.iter().filter(|(seq, id)| !is_named(*seq, id));
        unnamed.map(|(seq, id)| Parent { chain, id: *id, seq: *seq }).collect()
    }
}

/// The newest events of every other chain that `own` has not yet named, sorted.
pub(crate) fn parents_for(chains: &Chains, own: &ChainId) -> Vec<Parent> {
    let named = chains.get(own).map(|chain| &chain.named);
    let others = chains.values().filter(|other| other.head.chain != *own && other.head.next_seq > 0);
    let mut parents: Vec<Parent> =
        others.flat_map(|other| other.unnamed(named.and_then(|n| n.get(&other.head.chain)))).collect();
    parents.sort_unstable_by_key(|parent| (parent.chain, parent.id));
    parents
}

/// The dossier's id: what its first event says.
pub(crate) fn dossier_id(connection: &Connection, path: &Path) -> Result<DossierId, DossierError> {
    let body: Option<Vec<u8>> = connection
        .query_row("SELECT body FROM event ORDER BY n LIMIT 1", [], |row| row.get(0))
        .optional()
        .doing(READING, path)?;
    let Some(body) = body else {
        return Err(DossierError::NotADossier { path: path.into(), detail: "it holds no event".to_owned() });
    };
    Ok(read(&body, path)?.dossier)
}

/// Reads where all chains stand. The ids come from the index; only each chain's first and last bodies
/// are read. That ids, bodies and signatures agree is what [`crate::verify()`] checks.
pub(crate) fn load(connection: &Connection, dossier: DossierId, path: &Path) -> Result<Chains, DossierError> {
    let mut found: BTreeMap<ChainId, Ids> = BTreeMap::new();
    {
        let mut statement = connection
            .prepare("SELECT chain, seq, id FROM event INDEXED BY event_by_chain ORDER BY chain, seq, id")
            .doing(READING, path)?;
        let mut rows = statement.query([]).doing(READING, path)?;
        while let Some(row) = rows.next().doing(READING, path)? {
            let chain = ChainId(blob(row, 0, path)?);
            let seq: u64 = row.get(1).doing(READING, path)?;
            let id = Digest(blob(row, 2, path)?);
            found.entry(chain).or_default().take(seq, id);
        }
    }
    let mut chains = Chains::new();
    for (chain, ids) in found {
        let damaged = |detail: String| DossierError::Damaged { path: path.into(), detail };
        let open = body_of(connection, &ids.first, path)?;
        let (_, key) =
            Head::opened_by(dossier, &read(&open, path)?).map_err(|problem| damaged(problem.to_string()))?;
        let last = body_of(connection, &ids.last, path)?;
        let last = read(&last, path)?;
        let tree = match ids.forked_at {
            None => ids.tree,
            Some(_) => history(connection, &ids.last, path)?.into_iter().fold(Fold::new(), |mut tree, id| {
                tree.push(&id);
                tree
            }),
        };
        let head = Head {
            chain,
            dossier,
            next_seq: last.seq.saturating_add(1),
            prev: last.id,
            tree,
            last_time: last.time.to_owned(),
        };
        if head.tree.size() != head.next_seq {
            return Err(damaged(format!("chain {chain} has gaps")));
        }
        let ends = match ids.forked_at {
            None => vec![(last.seq, last.id)],
            Some(_) => ends(connection, &chain, path)?,
        };
        chains.insert(chain, Chain { head, key, forked_at: ids.forked_at, ends, named: BTreeMap::new() });
    }
    if chains.len() > 1 {
        load_named(connection, &mut chains, path)?;
    }
    Ok(chains)
}

/// What each chain has named of the others is only in the bodies; a dossier of one author has nothing
/// to look for.
fn load_named(connection: &Connection, chains: &mut Chains, path: &Path) -> Result<(), DossierError> {
    let mut statement = connection.prepare("SELECT body FROM event ORDER BY n").doing(READING, path)?;
    let mut rows = statement.query([]).doing(READING, path)?;
    while let Some(row) = rows.next().doing(READING, path)? {
        let body = row.get_ref(0).doing(READING, path)?;
        let event = read(body.as_blob().unwrap_or_default(), path)?;
        let Some(own) = chains.get_mut(&event.chain) else {
            continue;
        };
        own.name(&event.parents);
    }
    Ok(())
}

/// The newest event of every history of a forked chain: what no other event of the chain continues.
fn ends(connection: &Connection, chain: &ChainId, path: &Path) -> Result<Vec<(u64, EventId)>, DossierError> {
    let mut ends: BTreeMap<EventId, u64> = BTreeMap::new();
    let mut statement = connection
        .prepare("SELECT body FROM event WHERE chain = ?1 ORDER BY seq, id")
        .doing(READING, path)?;
    let mut rows = statement.query(params![chain.0]).doing(READING, path)?;
    while let Some(row) = rows.next().doing(READING, path)? {
        let body = row.get_ref(0).doing(READING, path)?;
        let event = read(body.as_blob().unwrap_or_default(), path)?;
        // What an event continues comes by before it: places are in order.
        ends.remove(&event.prev);
        ends.insert(event.id, event.seq);
    }
    Ok(ends.into_iter().map(|(id, seq)| (seq, id)).collect())
}

/// The ids of a chain from its first event to `tip`, found by walking back along `prev`: the only way to
/// tell two histories of a forked chain apart.
pub(crate) fn history(
    connection: &Connection,
    tip: &EventId,
    path: &Path,
) -> Result<Vec<EventId>, DossierError> {
    let mut ids = Vec::new();
    let mut id = *tip;
    let mut next_seq = None;
    loop {
        let body = body_of(connection, &id, path)?;
        let event = read(&body, path)?;
        if event.id != id || next_seq.is_some_and(|next: u64| next != event.seq.saturating_add(1)) {
            let detail = format!("the history of event {tip} is broken at {id}");
            return Err(DossierError::Damaged { path: path.into(), detail });
        }
        ids.push(id);
        if event.seq == 0 {
            ids.reverse();
            return Ok(ids);
        }
        next_seq = Some(event.seq);
        id = event.prev;
    }
}

pub(crate) fn body_of(connection: &Connection, id: &EventId, path: &Path) -> Result<Vec<u8>, DossierError> {
    connection
        .prepare_cached("SELECT body FROM event WHERE id = ?1")
        .doing(READING, path)?
        .query_row(params![id.0], |row| row.get(0))
        .optional()
        .doing(READING, path)?
        .ok_or(DossierError::NoSuchEvent { id: *id })
}

pub(crate) fn read<'a>(body: &'a [u8], path: &Path) -> Result<Event<'a>, DossierError> {
    Event::read(body)
        .map_err(|problem| DossierError::Damaged { path: path.into(), detail: problem.to_string() })
}

/// The ids of one chain as they come by in (seq, id) order.
#[derive(Default)]
struct Ids {
    tree: Fold,
    first: EventId,
    last: EventId,
    last_seq: u64,
    forked_at: Option<u64>,
}

impl Ids {
    fn take(&mut self, seq: u64, id: EventId) {
        if self.tree.size() == 0 {
            self.first = id;
        } else if seq == self.last_seq && self.forked_at.is_none() {
            self.forked_at = Some(seq);
        }
        // Of two newest events the one with the smaller id stands for the chain, on every machine.
        if self.tree.size() == 0 || seq > self.last_seq {
            self.last = id;
            self.last_seq = seq;
        }
        self.tree.push(&id);
    }
}
