//! Long work: progress to the page, and a way to stop it.

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

use serde_json::json;

use super::Desk;

/// Jobs that run, by the id the page gave them.
#[derive(Default)]
pub(super) struct Jobs(Mutex<BTreeMap<String, Arc<AtomicBool>>>);

/// One running job. Dropping it takes it off the list.
pub(super) struct Job<'a> {
    desk: &'a Desk,
    id: String,
    stopped: Arc<AtomicBool>,
    told: Option<Instant>,
}

/// Often enough to look alive, seldom enough to cost nothing.
const BETWEEN: Duration = Duration::from_millis(80);

impl Desk {
    /// Begins a job. A job that was stopped before it began ends at its first step.
    pub(super) fn job(&self, id: &str) -> Job<'_> {
        let mut table = self.jobs.0.lock().unwrap_or_else(PoisonError::into_inner);
        let stopped = table.entry(id.to_owned()).or_default().clone();
        Job { desk: self, id: id.to_owned(), stopped, told: None }
    }

    /// Asks a job to stop.
    pub(super) fn stop(&self, id: &str) {
        let mut table = self.jobs.0.lock().unwrap_or_else(PoisonError::into_inner);
        table.entry(id.to_owned()).or_default().store(true, Ordering::Relaxed);
    }
}

impl Job<'_> {
    /// Tells how far the job is; `false` asks it to stop.
    pub(super) fn going(&mut self, done: u64, total: u64) -> bool {
        // Spaces out progress on the screen; nothing recorded depends on it.
        let now = Instant::now();
        if self.told.is_none_or(|told| now.duration_since(told) >= BETWEEN) {
            self.told = Some(now);
            (self.desk.tell)("progress", json!({ "job": self.id, "done": done, "total": total }));
        }
        !self.stopped.load(Ordering::Relaxed)
    }
}

impl Drop for Job<'_> {
    fn drop(&mut self) {
        let mut table = self.desk.jobs.0.lock().unwrap_or_else(PoisonError::into_inner);
        table.remove(&self.id);
    }
}
