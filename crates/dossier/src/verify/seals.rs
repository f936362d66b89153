//! Seals: what they state is computed again, as it was when each was made.
//!
//! A seal's heads say exactly which events it stands over. Seals are taken in an order in which each
//! stands over the one before, so that one walk over the events serves all of them; only seals of
//! authors who had not seen each other make it begin again.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use evaluation::Current;
use evaluation::event::{Retractions, retracted};
use rusqlite::{Connection, params};
use trail::json::Value;
use trail::merkle::Fold;
use trail::{ChainId, Digest, Event, EventId};

use super::chains::At;
use super::finding::{Code, Finding, Remark};
use super::{Progress, Report, Step, Stop, step};
use crate::error::{DossierError, SqliteContext as _};
use crate::evidence::named_in;
use crate::projection::{ProjectionListing, evidence_listing, said};

/// Subject, field and value of what stands.
type Row = (String, String, String);

const READING: &str = "reading what was sealed";

/// How often the events may be walked over before the rest of contradicting seals is left out.
const MAX_WALKS: u64 = 16;

/// One chain as a seal states it.
pub(super) struct SealedHead {
    pub(super) chain: ChainId,
    pub(super) size: u64,
    root: Digest,
}

/// One seal as it was recorded.
pub(super) struct Sealed {
    pub(super) at: At,
    pub(super) n: u64,
    pub(super) id: EventId,
    pub(super) heads: Vec<SealedHead>,
    projection: Digest,
    evidence: Digest,
}

impl Sealed {
    pub(super) fn read(at: At, id: EventId, payload: &Value) -> Result<Self, Finding> {
        let read = || {
            let digest = |key: &str| Digest::from_hex(payload.get(key)?.as_text()?);
            let heads = payload.get("heads")?.as_list()?.iter().map(head).collect::<Option<Vec<_>>>()?;
            payload.get("purpose")?.as_text()?;
            Some(Self {
                at,
                n: at.n,
                id,
                heads,
                projection: digest("projection")?,
                evidence: digest("evidence")?,
            })
        };
        read().ok_or_else(|| at.finding(Code::SealPayload))
    }

    fn events(&self) -> u64 {
        self.heads.iter().fold(0, |sum, head| sum.saturating_add(head.size))
    }
}

fn head(value: &Value) -> Option<SealedHead> {
    Some(SealedHead {
        chain: ChainId::from_hex(value.get("chain")?.as_text()?)?,
        size: u64::try_from(value.get("size")?.as_int()?).ok()?,
        root: Digest::from_hex(value.get("root")?.as_text()?)?,
    })
}

pub(super) fn check(
    connection: &Connection,
    path: &Path,
    seals: &[Sealed],
    progress: &mut dyn FnMut(Progress) -> bool,
    report: &mut Report,
) -> Result<(), Stop> {
    let forked: Vec<(ChainId, u64)> =
        report.chains.iter().filter_map(|head| Some((head.chain, head.forked_at?))).collect();
    let mut order: Vec<&Sealed> = seals.iter().collect();
    order.sort_by_key(|seal| (seal.events(), seal.n));
    let mut walk = Walk::default();
    let mut walks: u64 = 1;
    let mut left_out: u64 = 0;
    for seal in order {
        step(progress, Step::Seals, report.seals, seals.len() as u64)?;
        let over_fork =
            |head: &SealedHead| forked.iter().any(|(chain, seq)| *chain == head.chain && head.size > *seq);
        if seal.heads.iter().any(over_fork) {
            report.remarks.push(Remark::SealOverFork { n: seal.n });
            continue;
        }
        if !walk.is_before(seal) {
            if walks >= MAX_WALKS {
                left_out = left_out.saturating_add(1);
                continue;
            }
            walks = walks.saturating_add(1);
            walk = Walk::default();
        }
        walk.go_on_to(connection, path, seal)?;
        walk.compare(seal)?;
        report.seals = report.seals.saturating_add(1);
    }
    if left_out > 0 {
        report.remarks.push(Remark::SealsNotAllChecked { count: left_out });
    }
    Ok(())
}

/// The dossier as it stood at some heads.
#[derive(Default)]
struct Walk {
    trees: BTreeMap<ChainId, Fold>,
    standing: HashMap<EventId, Row>,
    /// By how many events that are not void each event is superseded.
    replaced: HashMap<EventId, u32>,
    retractions: Retractions,
    void: HashSet<EventId>,
    evidence: BTreeMap<Digest, u64>,
}

impl Walk {
    /// Whether everything walked over so far is under the seal.
    fn is_before(&self, seal: &Sealed) -> bool {
        self.trees.iter().all(|(chain, tree)| {
            seal.heads.iter().any(|head| head.chain == *chain && head.size >= tree.size())
        })
    }

    fn go_on_to(&mut self, connection: &Connection, path: &Path, seal: &Sealed) -> Result<(), Stop> {
        let mut statement = connection
            .prepare_cached("SELECT body FROM event WHERE chain = ?1 AND seq >= ?2 AND seq < ?3 ORDER BY seq")
            .doing(READING, path)?;
        for head in &seal.heads {
            let from = self.trees.entry(head.chain).or_default().size();
            let bound = |seq: u64| i64::try_from(seq).unwrap_or(i64::MAX);
            let mut rows =
                statement.query(params![head.chain.0, bound(from), bound(head.size)]).doing(READING, path)?;
            while let Some(row) = rows.next().doing(READING, path)? {
                let body = row.get_ref(0).doing(READING, path)?;
                self.take(connection, path, body.as_blob().unwrap_or_default())?;
            }
        }
        Ok(())
    }

    fn take(&mut self, connection: &Connection, path: &Path, body: &[u8]) -> Result<(), DossierError> {
        let event = crate::heads::read(body, path)?;
        self.trees.entry(event.chain).or_default().push(&event.id);
        let Ok(payload) = event.payload() else {
            return Ok(());
        };
        self.take_evidence(&event, &payload);
        if let Some(named) = retracted(event.kind, &payload) {
            for id in self.retractions.take(event.chain, event.seq, event.id, named) {
                self.change(connection, path, &id)?;
            }
        } else if let Some((said, value)) = said(event.kind, &payload) {
            self.supersede(&said);
            self.stand(event.id, said, value);
        }
        Ok(())
    }

    /// An event that a retraction names, or that a retraction in effect no longer names.
    fn change(&mut self, connection: &Connection, path: &Path, id: &EventId) -> Result<(), DossierError> {
        let Some(body) = body_of(connection, path, id)? else {
            return Ok(());
        };
        let event = crate::heads::read(&body, path)?;
        let is_void = self.retractions.is_void(event.kind, &event.chain, event.seq, id);
        let payload = event.payload().ok();
        let Some((said, value)) = payload.and_then(|payload| said(event.kind, &payload)) else {
            return Ok(());
        };
        if is_void && self.void.insert(*id) {
            self.standing.remove(id);
            for older in &said.supersedes {
                self.release(connection, path, older)?;
            }
        } else if !is_void && self.void.remove(id) {
            self.supersede(&said);
            self.stand(*id, said, value);
        }
        Ok(())
    }

    fn supersede(&mut self, said: &Current) {
        for older in &said.supersedes {
            self.standing.remove(older);
            let count = self.replaced.entry(*older).or_default();
            *count = count.saturating_add(1);
        }
    }

    fn stand(&mut self, id: EventId, said: Current, value: String) {
        if !self.replaced.contains_key(&id) && !self.void.contains(&id) {
            self.standing.insert(id, (said.subject, said.field, value));
        }
    }

    /// One event less supersedes this one; after the last it stands again, if it was walked over already.
    fn release(&mut self, connection: &Connection, path: &Path, older: &EventId) -> Result<(), DossierError> {
        let count = self.replaced.get(older).copied().unwrap_or_default().saturating_sub(1);
        if count > 0 {
            self.replaced.insert(*older, count);
            return Ok(());
        }
        self.replaced.remove(older);
        let Some(body) = body_of(connection, path, older)? else {
            return Ok(());
        };
        let event = crate::heads::read(&body, path)?;
        let walked = self.trees.get(&event.chain).is_some_and(|tree| event.seq < tree.size());
        let payload = event.payload().ok().filter(|_| walked);
        if let Some((said, value)) = payload.and_then(|payload| said(event.kind, &payload)) {
            self.stand(*older, said, value);
        }
        Ok(())
    }

    fn take_evidence(&mut self, event: &Event<'_>, payload: &Value) {
        if event.kind == evaluation::kind::EVIDENCE_ADD
            && let Some((sha256, size)) = named_in(payload)
        {
            self.evidence.insert(sha256, size);
        }
    }

    fn compare(&self, seal: &Sealed) -> Result<(), Finding> {
        for head in &seal.heads {
            let tree = self.trees.get(&head.chain);
            if !tree.is_some_and(|tree| tree.size() == head.size && tree.root() == head.root) {
                return Err(seal.at.finding(Code::SealRoot).with("of", head.chain));
            }
        }
        if evidence_listing(self.evidence.iter().map(|(sha256, size)| (*sha256, *size))) != seal.evidence {
            return Err(seal.at.finding(Code::SealEvidence));
        }
        if self.projection() != seal.projection {
            return Err(seal.at.finding(Code::SealProjection));
        }
        Ok(())
    }

    fn projection(&self) -> Digest {
        let mut rows: Vec<(&str, &str, &EventId, &str)> = self
            .standing
            .iter()
            .map(|(id, (subject, field, value))| (subject.as_str(), field.as_str(), id, value.as_str()))
            .collect();
        rows.sort_unstable();
        let mut listing = ProjectionListing::new();
        for (subject, field, id, value) in rows {
            listing.row(subject, field, id, value);
        }
        listing.digest()
    }
}

fn body_of(connection: &Connection, path: &Path, id: &EventId) -> Result<Option<Vec<u8>>, DossierError> {
    match crate::heads::body_of(connection, id, path) {
        Err(DossierError::NoSuchEvent { .. }) => Ok(None),
        body => body.map(Some),
    }
}
