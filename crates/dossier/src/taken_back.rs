//! What retractions do to the projection: which fields they touch, and what stands there then.
//!
//! An event that becomes void loses its row, and what it superseded may stand again; one that is void no more may
//! stand again, and what it supersedes loses its row. Whether such a candidate stands is asked of the events behind
//! it: one of them that is not void may supersede it.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use evaluation::Current;
use evaluation::event::{Retractions, retracted};
use rusqlite::{Connection, OptionalExtension as _, params};
use trail::{Digest, Event, EventId, Link};

use crate::error::{DossierError, SqliteContext as _};
use crate::heads;
use crate::projection::{insert, remove, said};

const READING: &str = "reading what was taken back";

/// What the body of every retraction holds, in the only spelling there is.
const RETRACTION: &[u8] = br#""kind":"retract/1""#;

/// What comes before the list of ids in the body of every event that supersedes something.
const SUPERSEDES: &[u8] = br#""supersedes":"#;

/// An event that may stand, with its value.
type Candidate = (Current, String);

/// Brings the projection to where the new retraction leaves it. `known` is kept from one retraction to the next.
pub(crate) fn record(
    connection: &Connection,
    path: &Path,
    known: &mut Option<Retractions>,
    link: &Link,
    named: Vec<EventId>,
) -> Result<(), DossierError> {
    let retractions = match known {
        Some(retractions) => retractions,
        // The new event is in its table already, and must not be among those before it.
        None => known.insert(read(connection, path, |id| *id != link.id())?),
    };
    let mut candidates: BTreeMap<EventId, Candidate> = BTreeMap::new();
    let mut from: Option<u64> = None;
    for id in retractions.take(link.chain(), link.seq(), link.id(), named) {
        let Some(changed) = Found::look_up(connection, path, &id)? else {
            continue;
        };
        let Some((says, _)) = &changed.says else {
            continue;
        };
        if !changed.is_void(retractions) {
            says.supersedes.iter().try_for_each(|older| remove(connection, path, says, older))?;
            changed.may_stand(&mut candidates, &mut from);
            continue;
        }
        remove(connection, path, says, &id)?;
        for older in &says.supersedes {
            let older = Found::look_up(connection, path, older)?;
            if let Some(older) = older.filter(|older| older.is_of(says) && !older.is_void(retractions)) {
                older.may_stand(&mut candidates, &mut from);
            }
        }
    }
    if let Some(from) = from {
        drop_superseded(connection, path, retractions, from, &mut candidates)?;
    }
    // Where two retractions of one transaction meet, a candidate may have its row already.
    candidates.iter().try_for_each(|(id, (says, value))| {
        remove(connection, path, says, id)?;
        insert(connection, path, says, id, value)
    })
}

/// An event that a retraction names, or that such an event supersedes.
struct Found {
    n: u64,
    id: EventId,
    kind: String,
    chain: trail::ChainId,
    seq: u64,
    says: Option<Candidate>,
}

impl Found {
    fn look_up(connection: &Connection, path: &Path, id: &EventId) -> Result<Option<Self>, DossierError> {
        let found: Option<(u64, Vec<u8>)> = connection
            .prepare_cached("SELECT n, body FROM event WHERE id = ?1")
            .doing(READING, path)?
            .query_row(params![id.0], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .doing(READING, path)?;
        let Some((n, body)) = found else {
            return Ok(None);
        };
        let event = heads::read(&body, path)?;
        let says = event.payload().ok().and_then(|payload| said(event.kind, &payload));
        let (kind, chain, seq) = (event.kind.to_owned(), event.chain, event.seq);
        Ok(Some(Self { n, id: *id, kind, chain, seq, says }))
    }

    fn is_void(&self, retractions: &Retractions) -> bool {
        retractions.is_void(&self.kind, &self.chain, self.seq, &self.id)
    }

    fn is_of(&self, other: &Current) -> bool {
        self.says
            .as_ref()
            .is_some_and(|(says, _)| (&says.subject, &says.field) == (&other.subject, &other.field))
    }

    fn may_stand(self, candidates: &mut BTreeMap<EventId, Candidate>, from: &mut Option<u64>) {
        if let Some(says) = self.says {
            *from = Some(from.map_or(self.n, |from| from.min(self.n)));
            candidates.insert(self.id, says);
        }
    }
}

/// Leaves those candidates that no event supersedes that is not void. Whatever supersedes a candidate stands behind it
/// in the file, so the events from the first candidate on are looked at; only those that name one are read.
fn drop_superseded(
    connection: &Connection,
    path: &Path,
    retractions: &Retractions,
    from: u64,
    candidates: &mut BTreeMap<EventId, Candidate>,
) -> Result<(), DossierError> {
    let mut events =
        connection.prepare_cached("SELECT body FROM event WHERE n > ?1 ORDER BY n").doing(READING, path)?;
    let mut rows = events.query(params![from]).doing(READING, path)?;
    let mut superseded = BTreeSet::new();
    while let Some(row) = rows.next().doing(READING, path)? {
        let body = row.get_ref(0).doing(READING, path)?.as_blob().unwrap_or_default();
        if !named_in(body).any(|id| candidates.contains_key(&id)) {
            continue;
        }
        let event = heads::read(body, path)?;
        if retractions.is_void(event.kind, &event.chain, event.seq, &event.id) {
            continue;
        }
        if let Some((by, _)) = event.payload().ok().and_then(|payload| said(event.kind, &payload)) {
            let same = |says: &Current| (&says.subject, &says.field) == (&by.subject, &by.field);
            let of_field = |id: &&EventId| candidates.get(*id).is_some_and(|(says, _)| same(says));
            superseded.extend(by.supersedes.iter().filter(of_field).copied());
        }
    }
    candidates.retain(|id, _| !superseded.contains(id));
    Ok(())
}

/// Every id in a list that may be the event's `supersedes`, without reading the body.
fn named_in(body: &[u8]) -> impl Iterator<Item = EventId> + '_ {
    let mut before: &[u8] = &[];
    let lists = body.split(|byte| *byte == b'[').filter(move |part| {
        let is_list = before.ends_with(SUPERSEDES);
        before = part;
        is_list
    });
    lists.flat_map(|list| {
        let list = list.split(|byte| *byte == b']').next().unwrap_or_default();
        let texts = list.split(|byte| *byte == b'"');
        texts.filter_map(|text| Digest::from_hex(std::str::from_utf8(text).ok()?))
    })
}

/// Every retraction in the dossier.
pub(crate) fn retractions(connection: &Connection, path: &Path) -> Result<Retractions, DossierError> {
    read(connection, path, |_| true)
}

/// Finds retractions by the bytes that every one of them has, without reading the other events. No index is used. A
/// body that is no event is passed over here; whoever checks the events finds it.
fn read(
    connection: &Connection,
    path: &Path,
    wanted: impl Fn(&EventId) -> bool,
) -> Result<Retractions, DossierError> {
    let mut retractions = Retractions::default();
    let mut events = connection
        .prepare_cached("SELECT body FROM event NOT INDEXED WHERE instr(body, ?1) ORDER BY n")
        .doing(READING, path)?;
    let mut rows = events.query([RETRACTION]).doing(READING, path)?;
    while let Some(row) = rows.next().doing(READING, path)? {
        let body = row.get_ref(0).doing(READING, path)?;
        let Ok(event) = Event::read(body.as_blob().unwrap_or_default()) else {
            continue;
        };
        if let Some(named) = event.payload().ok().and_then(|payload| retracted(event.kind, &payload))
            && wanted(&event.id)
        {
            retractions.take(event.chain, event.seq, event.id, named);
        }
    }
    Ok(retractions)
}
