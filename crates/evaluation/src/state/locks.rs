//! Locked rows, and how far each row has come.
//!
//! A row is locked while a lock that counts names it and no unlocking that counts names both the row and that lock. So the
//! answer follows from the set of events, and a lock on one copy and an unlocking on another cannot race.

use alloc::{
    collections::{BTreeMap, BTreeSet},
    string::{String, ToString},
    vec::Vec,
};

use trail::{ChainId, Digest, EventId, json};

use super::{Recorded, State};
use crate::{
    code::codes,
    event::{AnyVerdict, FindingRaise, RowKey, RowLock, RowUnlock, from_payload, kind},
    issuing,
};

/// The fields of a row that a lock closes. The vendor's claim is not one of them.
pub(crate) const LOCKED_FIELDS: [&str; 4] = ["applicability", "declaration", "fulfilment", "verdict"];

codes! {
    /// How far a row has come (IEC TS 62443-6-1 knows no such states; they are of every certification scheme).
    pub enum Stage {
        /// Nothing of the evaluator stands on it.
        NotStarted = "not_started",
        /// Something does, and no verdict that holds.
        InWork = "in_work",
        /// A verdict holds that is not inconclusive.
        Evaluated = "evaluated",
        /// And an accepted review covers what stands.
        Reviewed = "reviewed",
        /// It is closed against changes.
        Locked = "locked",
    }
}

/// A lock that holds a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lock {
    /// The event.
    pub id: EventId,
    /// Who locked it.
    pub chain: ChainId,
    /// Claimed time.
    pub time: String,
    /// What stood on the row then ([`State::row_content`]).
    pub content: String,
}

/// All locks and unlockings that can be read, whether they count or not.
#[derive(Clone, Debug, Default)]
pub(super) struct Locks {
    rows: BTreeMap<String, OfRow>,
}

#[derive(Clone, Debug, Default)]
struct OfRow {
    locks: Vec<(u64, Lock)>,
    /// Chain, place and the locks that are named.
    unlocks: Vec<(ChainId, u64, BTreeSet<Digest>)>,
}

impl Locks {
    pub(super) fn take(&mut self, event: &Recorded<'_>, payload: &json::Value) {
        if event.kind == kind::ROW_LOCK {
            let Ok(lock) = from_payload::<RowLock>(payload) else { return };
            for row in lock.rows {
                let of_row = self.rows.entry(row.row().to_string()).or_default();
                let lock = Lock {
                    id: event.id,
                    chain: event.chain,
                    time: event.time.to_string(),
                    content: row.content,
                };
                let place = |(seq, lock): &(u64, Lock)| (lock.chain, *seq, lock.id);
                let at = of_row.locks.partition_point(|l| place(l) < (event.chain, event.seq, event.id));
                of_row.locks.insert(at, (event.seq, lock));
            }
        } else if event.kind == kind::ROW_UNLOCK {
            let Ok(unlock) = from_payload::<RowUnlock>(payload) else { return };
            let named: BTreeSet<Digest> =
                unlock.supersedes.iter().filter_map(|id| Digest::from_hex(id)).collect();
            for row in unlock.rows {
                let of_row = self.rows.entry(row.to_string()).or_default();
                of_row.unlocks.push((event.chain, event.seq, named.clone()));
            }
        }
    }
}

impl State {
    /// The locks that hold the row; none where it is not locked.
    #[must_use]
    pub fn locks_on(&self, row: &RowKey) -> Vec<Lock> {
        self.locks.rows.get(&row.to_string()).map(|of_row| self.holding(of_row)).unwrap_or_default()
    }

    fn holding(&self, of_row: &OfRow) -> Vec<Lock> {
        let counts = |chain: &ChainId, seq: u64| {
            self.admissions.was_lead(chain) && self.admissions.reaches(*chain, seq)
        };
        let opened: BTreeSet<Digest> = of_row
            .unlocks
            .iter()
            .filter(|(chain, seq, _)| counts(chain, *seq))
            .flat_map(|(.., named)| named.iter().copied())
            .collect();
        let holds = |(seq, lock): &&(u64, Lock)| counts(&lock.chain, *seq) && !opened.contains(&lock.id);
        of_row.locks.iter().filter(holds).map(|(_, lock)| lock.clone()).collect()
    }

    /// Every locked row.
    #[must_use]
    pub fn locked_rows(&self) -> Vec<RowKey> {
        let locked = self.locks.rows.iter().filter(|(_, of_row)| !self.holding(of_row).is_empty());
        locked.map(|(row, _)| RowKey::read(row)).collect()
    }

    /// What stands on the row, as a lock names it: the first 16 bytes, in hexadecimal digits, of SHA-256 over the lines
    /// `field NUL event-id LF` of its judgements and of the findings raised on it, sorted.
    #[must_use]
    pub fn row_content(&self, row: &RowKey) -> String {
        self.content_of(row, &self.findings_by_row())
    }

    fn content_of(&self, row: &RowKey, findings: &BTreeMap<RowKey, Vec<EventId>>) -> String {
        let subject = alloc::format!("row:{row}");
        let mut lines = Vec::new();
        for field in LOCKED_FIELDS {
            let standing = self.standing(self.entries(&subject, field));
            lines.extend(standing.iter().map(|e| alloc::format!("{field}\0{}\n", e.id)));
        }
        let raised = findings.get(row).into_iter().flatten();
        lines.extend(raised.map(|id| alloc::format!("finding\0{id}\n")));
        lines.sort_unstable();
        let mut digest = Digest::of(lines.concat().as_bytes()).to_string();
        digest.truncate(32);
        digest
    }

    fn findings_by_row(&self) -> BTreeMap<RowKey, Vec<EventId>> {
        let mut by_row: BTreeMap<RowKey, Vec<EventId>> = BTreeMap::new();
        for finding in self.findings() {
            if let Some(row) = finding.raised.value.row {
                by_row.entry(row).or_default().push(finding.raised.id);
            }
        }
        by_row
    }

    /// What stands on each of these rows, as a lock names it.
    pub(crate) fn contents_of(&self, rows: &[RowKey]) -> Vec<String> {
        let findings = self.findings_by_row();
        rows.iter().map(|row| self.content_of(row, &findings)).collect()
    }

    /// Locked rows whose content is not what one of their locks says: somebody who did not know of the lock changed
    /// them on another copy, or with another program.
    #[must_use]
    pub fn changed_while_locked(&self) -> Vec<RowKey> {
        let findings = self.findings_by_row();
        let changed = |(row, of_row): (&String, &OfRow)| {
            let locks = self.holding(of_row);
            let row = RowKey::read(row);
            let differs = !locks.is_empty() && {
                let now = self.content_of(&row, &findings);
                locks.iter().any(|lock| lock.content != now)
            };
            differs.then_some(row)
        };
        self.locks.rows.iter().filter_map(changed).collect()
    }

    /// The row of a finding as this event raised it.
    pub(crate) fn row_of_finding(&self, subject: &str, id: &EventId) -> Option<RowKey> {
        let entry = self.entries(subject, "finding").iter().find(|e| e.id == *id)?;
        from_payload::<FindingRaise>(&entry.value).ok()?.row
    }

    /// How far rows have come; worked out once for all of them.
    #[must_use]
    pub fn stages(&self) -> Stages<'_> {
        let mut touched: BTreeSet<RowKey> = self.findings_by_row().into_keys().collect();
        touched.extend(self.contributions().into_iter().flat_map(|c| c.value.rows));
        Stages { state: self, reviewed: issuing::accepted_review(self).is_some(), touched }
    }
}

/// How far each row has come, at one moment.
#[derive(Clone, Debug)]
pub struct Stages<'a> {
    state: &'a State,
    reviewed: bool,
    /// Rows with a finding or a contribution.
    touched: BTreeSet<RowKey>,
}

impl Stages<'_> {
    /// How far this row has come.
    #[must_use]
    pub fn of(&self, row: &RowKey) -> Stage {
        if !self.state.locks_on(row).is_empty() {
            return Stage::Locked;
        }
        let now = self.state.row(row);
        match now.verdict_that_holds().map(|v| v.verdict) {
            Some(verdict) if verdict != AnyVerdict::Inconclusive => {
                if self.reviewed {
                    Stage::Reviewed
                } else {
                    Stage::Evaluated
                }
            }
            _ => {
                let begun = now.applicability.is_some()
                    || now.fulfilment.is_some()
                    || now.declaration.is_some()
                    || now.verdict.is_some()
                    || !now.conflicting.is_empty()
                    || self.touched.contains(row);
                if begun { Stage::InWork } else { Stage::NotStarted }
            }
        }
    }
}
