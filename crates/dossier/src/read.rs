//! Reading events back.

use std::ops::Range;
use std::path::Path;

use rusqlite::{Row, params};
use trail::{BodyProblem, Digest, Event, EventId, Signature};

use crate::dossier::Dossier;
use crate::error::{DossierError, SqliteContext as _};

const READING: &str = "reading events";

/// An event as it is stored: the bytes that were hashed and signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoredEvent {
    /// Its place in this file, counted from 1; in another file it may have another.
    pub n: u64,
    /// SHA-256(0x00 ‖ body) as stored.
    pub id: EventId,
    /// The canonical body.
    pub body: Vec<u8>,
    /// The author's signature over the id.
    pub signature: Signature,
}

impl StoredEvent {
    /// The envelope.
    ///
    /// # Errors
    /// The body is not an event; in a dossier that verifies there is none such.
    pub fn event(&self) -> Result<Event<'_>, BodyProblem> {
        Event::read(&self.body)
    }
}

impl Dossier {
    /// How many events there are.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn event_count(&self) -> Result<u64, DossierError> {
        self.connection
            .query_row("SELECT coalesce(max(n), 0) FROM event", [], |row| row.get(0))
            .doing(READING, &self.path)
    }

    /// The events with `n` in `range` (counted from 1), in the order in which this file received them:
    /// what an author had seen stands before what the author wrote.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn events(&self, range: Range<u64>) -> Result<Vec<StoredEvent>, DossierError> {
        let mut events = Vec::new();
        self.each_event(range, &mut |event| {
            events.push(event);
            Ok(())
        })?;
        Ok(events)
    }

    /// As [`Dossier::events`], one at a time.
    ///
    /// # Errors
    /// The dossier cannot be read, or `take` failed.
    pub fn each_event(
        &self,
        range: Range<u64>,
        take: &mut dyn FnMut(StoredEvent) -> Result<(), DossierError>,
    ) -> Result<(), DossierError> {
        let bound = |n: u64| i64::try_from(n).unwrap_or(i64::MAX);
        let mut statement = self
            .connection
            .prepare_cached("SELECT n, id, body, sig FROM event WHERE n >= ?1 AND n < ?2 ORDER BY n")
            .doing(READING, &self.path)?;
        let mut rows = statement.query([bound(range.start), bound(range.end)]).doing(READING, &self.path)?;
        while let Some(row) = rows.next().doing(READING, &self.path)? {
            take(stored(row, &self.path)?)?;
        }
        Ok(())
    }

    /// The event with this id.
    ///
    /// # Errors
    /// [`DossierError::NoSuchEvent`], or the dossier cannot be read.
    pub fn event(&self, id: &EventId) -> Result<StoredEvent, DossierError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT n, id, body, sig FROM event WHERE id = ?1")
            .doing(READING, &self.path)?;
        let mut rows = statement.query(params![id.0]).doing(READING, &self.path)?;
        match rows.next().doing(READING, &self.path)? {
            Some(row) => stored(row, &self.path),
            None => Err(DossierError::NoSuchEvent { id: *id }),
        }
    }
}

fn stored(row: &Row<'_>, path: &Path) -> Result<StoredEvent, DossierError> {
    Ok(StoredEvent {
        n: row.get(0).doing(READING, path)?,
        id: Digest(blob(row, 1, path)?),
        body: row.get(2).doing(READING, path)?,
        signature: Signature(blob(row, 3, path)?),
    })
}

/// A blob of exactly `N` bytes.
pub(crate) fn blob<const N: usize>(
    row: &Row<'_>,
    column: usize,
    path: &Path,
) -> Result<[u8; N], DossierError> {
    let value = row.get_ref(column).doing(READING, path)?;
    value.as_blob().ok().and_then(|bytes| bytes.try_into().ok()).ok_or_else(|| DossierError::Damaged {
        path: path.into(),
        detail: format!("column {column} does not hold {N} bytes"),
    })
}
