//! Undo and redo: a recorded step is taken back by an event that says so, and nothing is erased.

use std::collections::BTreeSet;

use evaluation::{decide::Request, event::RowKey};
use trail::EventId;

use super::{
    Desk,
    open::{Open, Step},
    types::{Changed, EventName, Nothing},
};
use crate::{Problem, log};

pub(super) fn undo(desk: &Desk, _: Nothing) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let step = open.undo.last().cloned().ok_or_else(|| Problem::new("desk-nothing-to-undo"))?;
        let (retractions, changed) = retract(open, &step)?;
        open.undo.pop();
        open.redo.push(Step { events: retractions, ..step });
        Ok(Changed { status: open.status(), ..changed })
    })
}

pub(super) fn redo(desk: &Desk, _: Nothing) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let step = open.redo.last().cloned().ok_or_else(|| Problem::new("desk-nothing-to-redo"))?;
        // Taking back the retraction brings back what it took.
        let (retractions, changed) = retract(open, &step)?;
        open.redo.pop();
        open.undo.push(Step { events: retractions, ..step });
        Ok(Changed { status: open.status(), ..changed })
    })
}

pub(super) fn take_back(desk: &Desk, which: EventName) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let id = EventId::from_hex(&which.id).ok_or_else(|| Problem::new("desk-unknown-event"))?;
        let told = log::told_of(&open.session.dossier().event(&id)?)?;
        let rows = open.rows_of(&told.subject);
        let step = Step {
            events: vec![id],
            told: super::types::Told { text: told.text, args: told.args, subject: told.subject },
            rows,
        };
        let (retractions, changed) = retract(open, &step)?;
        open.undo.retain(|s| !s.events.contains(&id));
        open.redo.push(Step { events: retractions, ..step });
        Ok(Changed { status: open.status(), ..changed })
    })
}

/// Records the retraction of a step; gives the ids of the retractions, which are what redo takes back.
fn retract(open: &mut Open, step: &Step) -> Result<(Vec<EventId>, Changed), Problem> {
    let recording = open.session.perform(Request::Retract { events: step.events.clone(), reason: None })?;
    let ids: Vec<EventId> = recording.events.iter().filter_map(|id| EventId::from_hex(id)).collect();
    let changed = open.changed(&ids, step.rows.clone(), Vec::new())?;
    Ok((ids, changed))
}

impl Open {
    /// The row a subject is about, as the set of rows to show anew; all rows where it is about something else.
    fn rows_of(&self, subject: &str) -> Option<BTreeSet<String>> {
        let row = RowKey::read(subject).to_string();
        self.rows.place(&row).map(|_| BTreeSet::from([row]))
    }
}
