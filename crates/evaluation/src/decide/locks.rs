//! Locking rows after an accepted review, and opening them again.

use alloc::{collections::BTreeSet, string::ToString, vec::Vec};

use trail::EventId;

use super::{Context, NewEvent, Refusal, event, filled};
use crate::{
    event::{LockedRow, Role, RowKey, RowLock, RowUnlock, hex_ids, kind},
    issuing,
    state::{Effect, LOCKED_FIELDS, Stage},
};

/// Rows of one event, and bytes of their names: what an event can hold is 65,535 bytes.
const ROWS_PER_EVENT: usize = 500;
const BYTES_PER_EVENT: usize = 40_000;

impl Context<'_> {
    pub(super) fn lock(&self, rows: Vec<RowKey>) -> Result<Vec<NewEvent>, Refusal> {
        self.not_barred(&"lock")?;
        if !self.state.has_role(self.author, Role::Lead) {
            return Err(Refusal::new("lock-needs-lead", "lock"));
        }
        self.no_open_point("lock")?;
        let review = issuing::accepted_review(self.state)
            .ok_or_else(|| Refusal::new("lock-needs-review", "lock"))?
            .id
            .to_string();
        let rows = once(rows)?;
        let stages = self.state.stages();
        let mut open = Vec::new();
        for row in rows {
            self.check_row(&row)?;
            match stages.of(&row) {
                Stage::Locked => {}
                Stage::Reviewed => open.push(row),
                stage => return Err(Refusal::new("lock-row-open", row).with("stage", stage)),
            }
        }
        if open.is_empty() {
            return Err(Refusal::new("nothing-changes", "lock"));
        }
        let contents = self.state.contents_of(&open);
        let locked: Vec<LockedRow> = open
            .into_iter()
            .zip(contents)
            .map(|(row, content)| LockedRow {
                requirement: row.requirement,
                role: row.role,
                component: row.component,
                content,
            })
            .collect();
        let size = |row: &LockedRow| row.row().to_string().len().saturating_add(row.content.len());
        let events = in_parts(locked, size).into_iter().map(|rows| {
            event(kind::ROW_LOCK, &RowLock { review: review.clone(), rows, supersedes: Vec::new() })
        });
        events.collect()
    }

    pub(super) fn unlock(&self, rows: Vec<RowKey>, reason: &str) -> Result<Vec<NewEvent>, Refusal> {
        self.not_barred(&"unlock")?;
        if !self.state.has_role(self.author, Role::Lead) {
            return Err(Refusal::new("lock-needs-lead", "unlock"));
        }
        filled(reason, "unlock-needs-reason", &"unlock")?;
        let rows = once(rows)?;
        if let Some(row) = rows.iter().find(|row| self.state.locks_on(row).is_empty()) {
            return Err(Refusal::new("row-not-locked", row));
        }
        let events = in_parts(rows, |row| row.to_string().len()).into_iter().map(|rows| {
            let locks: BTreeSet<EventId> =
                rows.iter().flat_map(|row| self.state.locks_on(row)).map(|lock| lock.id).collect();
            let supersedes = hex_ids(&locks.into_iter().collect::<Vec<_>>());
            event(kind::ROW_UNLOCK, &RowUnlock { rows, reason: reason.to_string(), supersedes })
        });
        events.collect()
    }

    /// A locked row is not changed; nor is a part of it, where the whole requirement of a role is locked.
    pub(super) fn not_locked(&self, row: &RowKey) -> Result<(), Refusal> {
        let whole = RowKey { component: None, ..row.clone() };
        for key in [row, &whole] {
            if let Some(lock) = self.state.locks_on(key).first() {
                let name = self.state.actor(lock.chain).map(|a| a.name).unwrap_or_default();
                return Err(Refusal::new("row-locked", key).with("who", name).with("time", &lock.time));
            }
        }
        Ok(())
    }

    /// What a retraction would do to a locked row.
    pub(super) fn leaves_locked_rows(&self, effect: &Effect) -> Result<(), Refusal> {
        if let Some(row) = effect.subject.strip_prefix("row:")
            && LOCKED_FIELDS.contains(&effect.field.as_str())
        {
            return self.not_locked(&RowKey::read(row));
        }
        if effect.subject.starts_with("finding:") && effect.field == "finding" {
            let changed = effect.gone.iter().chain(&effect.back);
            let rows = changed.filter_map(|id| self.state.row_of_finding(&effect.subject, id));
            for row in rows {
                self.not_locked(&row)?;
            }
        }
        Ok(())
    }
}

/// Each row once, in the order named.
fn once(rows: Vec<RowKey>) -> Result<Vec<RowKey>, Refusal> {
    let mut seen = BTreeSet::new();
    let rows: Vec<RowKey> = rows.into_iter().filter(|row| seen.insert(row.clone())).collect();
    if rows.is_empty() { Err(Refusal::new("row-missing", "")) } else { Ok(rows) }
}

/// In parts that one event can hold.
fn in_parts<T>(all: Vec<T>, size: impl Fn(&T) -> usize) -> Vec<Vec<T>> {
    let mut parts: Vec<Vec<T>> = Vec::new();
    let mut bytes = 0_usize;
    for one in all {
        let more = size(&one);
        match parts.last_mut() {
            Some(part) if part.len() < ROWS_PER_EVENT && bytes.saturating_add(more) <= BYTES_PER_EVENT => {
                part.push(one);
                bytes = bytes.saturating_add(more);
            }
            _ => {
                parts.push([one].into());
                bytes = more;
            }
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use alloc::{vec, vec::Vec};

    use super::in_parts;

    fn parts(sizes: Vec<usize>) -> Vec<usize> {
        in_parts(sizes, |size| *size).iter().map(Vec::len).collect()
    }

    #[test]
    fn no_part_is_more_than_an_event_can_hold() {
        assert_eq!(parts(vec![10; 1203]), [500, 500, 203], "500 rows of one event");
        assert_eq!(parts(vec![20_000; 5]), [2, 2, 1], "40,000 bytes of one event");
        assert_eq!(parts(vec![60_000, 1, 1]), [1, 2], "a row that is too long stands alone and is not lost");
        assert_eq!(parts(Vec::new()), Vec::<usize>::new(), "nothing makes no event");
    }
}
