//! The projection against the events: row by row, both ways, without holding either in memory.
//!
//! Every event that sets something either has its row, or a later event supersedes it. Events without
//! a row wait until the event that supersedes them comes by; if any is left waiting at the end, its row is
//! missing. Rows are counted, so a row that no event accounts for shows as a difference.
//!
//! Which events are void is known from the start: retractions stand behind what they name. A void event has no row
//! and makes nothing wait for less, but what it says about others is checked all the same.

use std::collections::HashMap;
use std::path::Path;

use evaluation::Current;
use evaluation::event::Retractions;
use rusqlite::{Connection, Statement, params};
use trail::json::Value;
use trail::{ChainId, Digest, Event, EventId};

use super::Stop;
use super::chains::At;
use super::finding::{Code, Finding, Place};
use crate::error::{DossierError, SqliteContext as _};
use crate::projection::{said, supersedes_all_read};
use crate::read::blob;
use crate::taken_back::retractions;

const COMPARING: &str = "comparing the projection";

/// An event whose value does not stand and whose successor has not come by yet.
struct Waiting {
    n: u64,
    subject: String,
    field: String,
    chain: ChainId,
    seq: u64,
}

pub(super) struct Comparison<'c> {
    connection: &'c Connection,
    path: &'c Path,
    row: Statement<'c>,
    older: Statement<'c>,
    retractions: Retractions,
    waiting: HashMap<EventId, Waiting>,
    standing: u64,
}

impl<'c> Comparison<'c> {
    pub(super) fn new(connection: &'c Connection, path: &'c Path) -> Result<Self, DossierError> {
        let prepare = |sql: &str| connection.prepare(sql).doing(COMPARING, path);
        Ok(Self {
            connection,
            path,
            row: prepare("SELECT value FROM current WHERE subject = ?1 AND field = ?2 AND event = ?3")?,
            older: prepare("SELECT n, body FROM event WHERE id = ?1")?,
            retractions: retractions(connection, path)?,
            waiting: HashMap::new(),
            standing: 0,
        })
    }

    /// Takes the next event that sets something. `has_seen` says whether its author had seen an event of
    /// a chain by its place.
    pub(super) fn event(
        &mut self,
        at: At,
        (kind, id): (&str, &EventId),
        payload: &Value,
        said: &Current,
        value: &str,
        has_seen: &impl Fn(&ChainId, u64) -> bool,
    ) -> Result<(), Stop> {
        if !supersedes_all_read(payload, said) {
            return Err(at.finding(Code::SupersedesUnreadable).into());
        }
        let is_void = self.retractions.is_void(kind, &at.chain, at.seq, id);
        for older in &said.supersedes {
            if is_void {
                self.refer(at, said, older, has_seen)?;
            } else {
                self.supersede(at, said, older, has_seen)?;
            }
        }
        if is_void {
            return match self.standing(&said.subject, &said.field, id, None)? {
                None => Ok(()),
                Some(_) => Err(row_finding(Code::ProjectionVoid, said, at.n).into()),
            };
        }
        match self.standing(&said.subject, &said.field, id, Some(value))? {
            Some(true) => self.standing = self.standing.saturating_add(1),
            Some(false) => return Err(row_finding(Code::ProjectionValue, said, at.n).into()),
            None => {
                let waiting = Waiting {
                    n: at.n,
                    subject: said.subject.clone(),
                    field: said.field.clone(),
                    chain: at.chain,
                    seq: at.seq,
                };
                self.waiting.insert(*id, waiting);
            }
        }
        Ok(())
    }

    fn supersede(
        &mut self,
        at: At,
        said: &Current,
        older: &EventId,
        has_seen: &impl Fn(&ChainId, u64) -> bool,
    ) -> Result<(), Stop> {
        if let Some(waiting) = self.waiting.remove(older) {
            if (&waiting.subject, &waiting.field) != (&said.subject, &said.field) {
                return Err(at.finding(Code::SupersedesOther).with("older", older).into());
            }
            let seen = has_seen(&waiting.chain, waiting.seq);
            return if seen { Ok(()) } else { Err(unseen(at, older)) };
        }
        // It is void or was superseded before, or its row still stands, or it is no such event.
        self.refer(at, said, older, has_seen)?;
        match self.standing(&said.subject, &said.field, older, None)? {
            None => Ok(()),
            Some(_) => Err(row_finding(Code::ProjectionSuperseded, said, at.n).into()),
        }
    }

    /// What is superseded is there, is of the same subject and field, and was seen by the author.
    fn refer(
        &mut self,
        at: At,
        said: &Current,
        older: &EventId,
        has_seen: &impl Fn(&ChainId, u64) -> bool,
    ) -> Result<(), Stop> {
        let other = || at.finding(Code::SupersedesOther).with("older", older);
        let (chain, seq, subject, field) = self.look_up(at, older)?.ok_or_else(other)?;
        if (&subject, &field) != (&said.subject, &said.field) {
            return Err(other().into());
        }
        if has_seen(&chain, seq) { Ok(()) } else { Err(unseen(at, older)) }
    }

    fn look_up(&mut self, at: At, older: &EventId) -> Result<Option<(ChainId, u64, String, String)>, Stop> {
        let missing = || at.finding(Code::SupersedesMissing).with("older", older);
        let mut rows = self.older.query(params![older.0]).doing(COMPARING, self.path)?;
        let row = rows.next().doing(COMPARING, self.path)?.ok_or_else(missing)?;
        let n: u64 = row.get(0).doing(COMPARING, self.path)?;
        if n >= at.n {
            return Err(missing().into());
        }
        let body = row.get_ref(1).doing(COMPARING, self.path)?;
        let event = Event::read(body.as_blob().unwrap_or_default()).map_err(|_| missing())?;
        let payload = event.payload().map_err(|_| missing())?;
        let older = evaluation::current(event.kind, &payload);
        Ok(older.map(|older| (event.chain, event.seq, older.subject, older.field)))
    }

    /// Whether the row is there, and if `value` is given, whether it has that value.
    fn standing(
        &mut self,
        subject: &str,
        field: &str,
        event: &EventId,
        value: Option<&str>,
    ) -> Result<Option<bool>, DossierError> {
        let mut rows = self.row.query(params![subject, field, event.0]).doing(COMPARING, self.path)?;
        let Some(row) = rows.next().doing(COMPARING, self.path)? else {
            return Ok(None);
        };
        let shown = row.get_ref(0).doing(COMPARING, self.path)?;
        Ok(Some(value.is_none_or(|value| shown.as_bytes().is_ok_and(|shown| shown == value.as_bytes()))))
    }

    /// After the last event: nothing may wait, and no row may be left over. Returns the number of rows.
    pub(super) fn finish(&mut self) -> Result<u64, Stop> {
        if let Some(first) = self.waiting.values().min_by_key(|waiting| waiting.n) {
            let place = Place::Projection { subject: first.subject.clone(), field: first.field.clone() };
            return Err(Finding::new(Code::ProjectionMissing, place).with("n", first.n).into());
        }
        let rows: u64 = self
            .connection
            .query_row("SELECT count(*) FROM current", [], |row| row.get(0))
            .doing(COMPARING, self.path)?;
        if rows == self.standing {
            return Ok(rows);
        }
        Err(self.extra_row()?.into())
    }

    /// The first row that no event accounts for.
    fn extra_row(&self) -> Result<Finding, DossierError> {
        let mut all = self
            .connection
            .prepare("SELECT subject, field, event FROM current")
            .doing(COMPARING, self.path)?;
        let mut rows = all.query([]).doing(COMPARING, self.path)?;
        while let Some(row) = rows.next().doing(COMPARING, self.path)? {
            let text = |column: usize| -> Result<String, DossierError> {
                row.get(column).doing(COMPARING, self.path)
            };
            let (subject, field) = (text(0)?, text(1)?);
            let id = blob(row, 2, self.path).map(Digest);
            let body =
                id.and_then(|id| crate::heads::body_of(self.connection, &id, self.path)).unwrap_or_default();
            let says = Event::read(&body).ok().and_then(|event| said(event.kind, &event.payload().ok()?));
            if !says.is_some_and(|(says, _)| says.subject == subject && says.field == field) {
                return Ok(Finding::new(Code::ProjectionExtra, Place::Projection { subject, field }));
            }
        }
        Ok(Finding::new(Code::Integrity, Place::File)
            .with("detail", "the projection has rows that cannot be found"))
    }
}

fn unseen(at: At, older: &EventId) -> Stop {
    at.finding(Code::SupersedesUnseen).with("older", older).into()
}

fn row_finding(code: Code, said: &Current, n: u64) -> Finding {
    let place = Place::Projection { subject: said.subject.clone(), field: said.field.clone() };
    Finding::new(code, place).with("n", n)
}
