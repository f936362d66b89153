//! The projection: for every field of every subject, the values that are not void and that no event that is not
//! void supersedes.
//!
//! It follows from the events alone, whatever order they came in; it can be dropped and rebuilt to the
//! same content, and verification compares it row by row. More than one row for a (subject, field) is a
//! visible conflict that only a person's event resolves.

use std::path::Path;

use evaluation::event::{Retractions, retracted};
use evaluation::{Current, current};
use rusqlite::{Connection, params};
use sha2::{Digest as _, Sha256};
use trail::json::{self, Value};
use trail::{Digest, EventId, Link};

use crate::dossier::Dossier;
use crate::error::{DossierError, SqliteContext as _};
use crate::heads;
use crate::read::blob;
use crate::taken_back;

/// First line of the listing whose SHA-256 is the projection digest of a seal.
pub const PROJECTION_LISTING: &str = "assay-projection/v1\n";

/// First line of the listing whose SHA-256 is the evidence list digest of a seal.
pub const EVIDENCE_LISTING: &str = "assay-evidence/v1\n";

const UPDATING: &str = "updating the projection";
const READING: &str = "reading the projection";

/// One value as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CurrentRow {
    /// What it is about: `case`, `row:CR 1.1`, `finding:F-1` …
    pub subject: String,
    /// Which of its fields.
    pub field: String,
    /// The event that says so.
    pub event: EventId,
    /// The event's payload.
    pub value: Value,
}

impl Dossier {
    /// What stands for `subject`, sorted by field and event. Two rows with one field are a conflict.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn current(&self, subject: &str) -> Result<Vec<CurrentRow>, DossierError> {
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT subject, field, event, value FROM current WHERE subject = ?1 ORDER BY field, event",
            )
            .doing(READING, &self.path)?;
        let mut rows = statement.query([subject]).doing(READING, &self.path)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next().doing(READING, &self.path)? {
            found.push(read_row(row, &self.path)?);
        }
        Ok(found)
    }

    /// Everything that stands, sorted by subject, field and event, one row at a time.
    ///
    /// # Errors
    /// The dossier cannot be read, or `take` failed.
    pub fn each_current(
        &self,
        take: &mut dyn FnMut(CurrentRow) -> Result<(), DossierError>,
    ) -> Result<(), DossierError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT subject, field, event, value FROM current ORDER BY subject, field, event")
            .doing(READING, &self.path)?;
        let mut rows = statement.query([]).doing(READING, &self.path)?;
        while let Some(row) = rows.next().doing(READING, &self.path)? {
            take(read_row(row, &self.path)?)?;
        }
        Ok(())
    }

    /// The SHA-256 over the canonical listing of the projection, as `docs/formats/dossier.md` has it.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn projection_digest(&self) -> Result<Digest, DossierError> {
        let mut listing = ProjectionListing::new();
        let mut statement = self
            .connection
            .prepare_cached("SELECT subject, field, event, value FROM current ORDER BY subject, field, event")
            .doing(READING, &self.path)?;
        let mut rows = statement.query([]).doing(READING, &self.path)?;
        while let Some(row) = rows.next().doing(READING, &self.path)? {
            let text = |column: usize| -> Result<String, DossierError> {
                row.get(column).doing(READING, &self.path)
            };
            listing.row(&text(0)?, &text(1)?, &Digest(blob(row, 2, &self.path)?), &text(3)?);
        }
        Ok(listing.digest())
    }
}

/// One line of canonical JSON per row, `["subject","field","event",value]`, hashed as it is written.
pub(crate) struct ProjectionListing(Sha256);

impl ProjectionListing {
    pub(crate) fn new() -> Self {
        Self(Sha256::new_with_prefix(PROJECTION_LISTING))
    }

    pub(crate) fn row(&mut self, subject: &str, field: &str, event: &EventId, value: &str) {
        let text = |text: &str| json::write(&Value::Text(text.to_owned())).unwrap_or_default();
        self.0.update(format!("[{},{},\"{event}\",{value}]\n", text(subject), text(field)));
    }

    pub(crate) fn digest(self) -> Digest {
        Digest(self.0.finalize().into())
    }
}

/// `<sha256> <size>` per line, sorted, hashed.
pub(crate) fn evidence_listing(named: impl Iterator<Item = (Digest, u64)>) -> Digest {
    let mut hash = Sha256::new_with_prefix(EVIDENCE_LISTING);
    for (sha256, size) in named {
        hash.update(format!("{sha256} {size}\n"));
    }
    Digest(hash.finalize().into())
}

/// What an event sets, with its value in the form the projection stores.
pub(crate) fn said(kind: &str, payload: &Value) -> Option<(Current, String)> {
    let said = current(kind, payload)?;
    let value = json::write(&said.value).ok()?;
    Some((said, value))
}

/// Whether every entry of `supersedes` was understood as an event id.
pub(crate) fn supersedes_all_read(payload: &Value, said: &Current) -> bool {
    match payload.get("supersedes") {
        None => said.supersedes.is_empty(),
        Some(list) => list.as_list().is_some_and(|list| list.len() == said.supersedes.len()),
    }
}

/// Brings the projection to where the new event leaves it. Nothing can have taken the new event back yet, and what
/// it supersedes has no row afterwards, whether it stood, was void or was superseded before.
pub(crate) fn record(
    connection: &Connection,
    path: &Path,
    known: &mut Option<Retractions>,
    link: &Link,
) -> Result<(), DossierError> {
    if let Some(named) = retracted(link.kind(), link.payload()) {
        return taken_back::record(connection, path, known, link, named);
    }
    let Some((said, value)) = said(link.kind(), link.payload()) else {
        return Ok(());
    };
    let refused = |id| DossierError::Supersedes { kind: link.kind().to_owned(), id };
    if !supersedes_all_read(link.payload(), &said) {
        return Err(refused(None));
    }
    for id in &said.supersedes {
        let older = match heads::body_of(connection, id, path) {
            Err(DossierError::NoSuchEvent { .. }) => return Err(refused(Some(*id))),
            body => says_in(&body?, path)?,
        };
        if older.is_none_or(|older| (&older.subject, &older.field) != (&said.subject, &said.field)) {
            return Err(refused(Some(*id)));
        }
        remove(connection, path, &said, id)?;
    }
    insert(connection, path, &said, &link.id(), &value)
}

/// Builds the projection anew; returns how many rows it has.
pub(crate) fn rebuild(connection: &Connection, path: &Path) -> Result<u64, DossierError> {
    connection.execute("DELETE FROM current", []).doing(UPDATING, path)?;
    let retractions = taken_back::retractions(connection, path)?;
    // All values first, then everything superseded: the order of the events cannot matter.
    each_said(connection, path, &retractions, |id, said, value| insert(connection, path, said, id, value))?;
    each_said(connection, path, &retractions, |_, said, _| {
        said.supersedes.iter().try_for_each(|older| remove(connection, path, said, older))
    })?;
    connection.query_row("SELECT count(*) FROM current", [], |row| row.get(0)).doing(UPDATING, path)
}

/// Goes over every event that sets something and is not void.
fn each_said(
    connection: &Connection,
    path: &Path,
    retractions: &Retractions,
    mut take: impl FnMut(&EventId, &Current, &str) -> Result<(), DossierError>,
) -> Result<(), DossierError> {
    let mut events = connection.prepare("SELECT body FROM event ORDER BY n").doing(UPDATING, path)?;
    let mut rows = events.query([]).doing(UPDATING, path)?;
    while let Some(row) = rows.next().doing(UPDATING, path)? {
        let body = row.get_ref(0).doing(UPDATING, path)?;
        let event = heads::read(body.as_blob().unwrap_or_default(), path)?;
        if retractions.is_void(event.kind, &event.chain, event.seq, &event.id) {
            continue;
        }
        let Ok(payload) = event.payload() else {
            continue;
        };
        if let Some((said, value)) = said(event.kind, &payload) {
            take(&event.id, &said, &value)?;
        }
    }
    Ok(())
}

fn says_in(body: &[u8], path: &Path) -> Result<Option<Current>, DossierError> {
    let event = heads::read(body, path)?;
    Ok(event.payload().ok().and_then(|payload| current(event.kind, &payload)))
}

pub(crate) fn insert(
    connection: &Connection,
    path: &Path,
    said: &Current,
    id: &EventId,
    value: &str,
) -> Result<(), DossierError> {
    connection
        .prepare_cached("INSERT INTO current (subject, field, event, value) VALUES (?1, ?2, ?3, ?4)")
        .and_then(|mut insert| insert.execute(params![said.subject, said.field, id.0, value]))
        .doing(UPDATING, path)?;
    Ok(())
}

pub(crate) fn remove(
    connection: &Connection,
    path: &Path,
    said: &Current,
    older: &EventId,
) -> Result<(), DossierError> {
    connection
        .prepare_cached("DELETE FROM current WHERE subject = ?1 AND field = ?2 AND event = ?3")
        .and_then(|mut remove| remove.execute(params![said.subject, said.field, older.0]))
        .doing(UPDATING, path)?;
    Ok(())
}

fn read_row(row: &rusqlite::Row<'_>, path: &Path) -> Result<CurrentRow, DossierError> {
    let text = |column: usize| -> Result<String, DossierError> { row.get(column).doing(READING, path) };
    let value = text(3)?;
    let value = json::parse(value.as_bytes()).map_err(|problem| DossierError::Damaged {
        path: path.into(),
        detail: format!("a value of the projection: {problem}"),
    })?;
    Ok(CurrentRow { subject: text(0)?, field: text(1)?, event: Digest(blob(row, 2, path)?), value })
}
