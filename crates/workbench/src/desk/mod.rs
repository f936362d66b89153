//! The desk of the window: every command that a graphical shell may ask for, over at most one open dossier.
//!
//! A shell passes a command's name and its arguments as data and gets data or a [`Problem`] back. Paths never come from
//! the page: a shell *offers* files that a person chose in a dialog or dropped, and the page names them by token.
//! Commands may be called from several threads; those that need the dossier wait for one another, and what takes long
//! without it (reading a vendor's workbook, drawing pages, verifying) does not hold it.

mod basis;
#[cfg(test)]
mod bindings;
mod case;
mod commands;
mod conclusion;
mod copies;
mod documents;
pub(crate) mod drafts;
mod evidence;
mod files;
mod findings;
mod import;
mod jobs;
mod lines;
mod open;
mod paste;
mod protect;
pub(crate) mod recents;
mod record;
mod report;
mod returned;
mod row;
mod series;
mod signing;
mod start;
mod trail;
pub mod types;
mod undo;
mod worklist;

use std::{
    path::PathBuf,
    sync::{Mutex, MutexGuard, PoisonError},
};

use serde_json::Value;
use zeroize::Zeroizing;

use self::open::Open;
pub use self::{commands::COMMANDS, files::Offered};
use crate::{Home, Problem, Signer};

/// How the desk tells its shell about progress: event name and payload.
pub type Tell = Box<dyn Fn(&str, Value) + Send + Sync>;

/// Everything behind one window.
pub struct Desk {
    home: Home,
    program: PathBuf,
    tell: Tell,
    files: files::Files,
    jobs: jobs::Jobs,
    workbook: import::Read,
    inner: Mutex<Inner>,
}

#[derive(Default)]
struct Inner {
    /// Kept for opening further dossiers in this run; `None` until the key was opened once.
    passphrase: Option<Zeroizing<String>>,
    open: Option<Open>,
}

/// A problem in words on one line each, what it is and what to do, in the language of the environment: for what must be
/// said before there is a page that could say it.
#[must_use]
pub fn said(problem: &Problem) -> String {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    let language = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).unwrap_or_default();
    let words = words::Words::load(&language);
    format!("{}\n{}", problem.text(&words), problem.way_forward(&words))
}

impl Desk {
    /// A desk with nothing open. `program` is started for child processes with the hidden sub-commands
    /// `read-workbook` and [`crate::RENDER_COMMAND`].
    #[must_use]
    pub fn new(home: Home, program: PathBuf, tell: Tell) -> Self {
        Self {
            home,
            program,
            tell,
            files: files::Files::default(),
            jobs: jobs::Jobs::default(),
            workbook: import::Read::default(),
            inner: Mutex::default(),
        }
    }

    /// Carries out one command.
    ///
    /// # Errors
    /// What kept it from being done; nothing half-done was recorded.
    pub fn call(&self, name: &str, args: Value) -> Result<Value, Problem> {
        commands::call(self, name, args)
    }

    /// Files that a person chose or dropped, in exchange for tokens by which the page may name them.
    pub fn offer(&self, paths: Vec<PathBuf>) -> Vec<Offered> {
        self.files.offer(paths)
    }

    /// Closes what is open, so that nothing but the one file is left. Everything acknowledged is saved in any case.
    pub fn close(&self) {
        let open = self.lock().open.take();
        if let Some(open) = open {
            let _ = open.close();
        }
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        // A panic elsewhere left nothing half-done in the dossier: changes are transactions.
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Looks at the open dossier.
    fn looking<T>(&self, look: impl FnOnce(&mut Open) -> Result<T, Problem>) -> Result<T, Problem> {
        let mut inner = self.lock();
        look(inner.open.as_mut().ok_or_else(|| Problem::new("desk-nothing-open"))?)
    }

    /// Records in the open dossier.
    fn recording<T>(&self, record: impl FnOnce(&mut Open) -> Result<T, Problem>) -> Result<T, Problem> {
        self.looking(|open| match open.read_only() {
            Some(why) => Err(Problem::new(format!("desk-read-only-{}", why.replace('_', "-")))),
            None => record(open),
        })
    }

    /// The identity, ready to sign; its passphrase must have been given before where it has one.
    fn signer(&self) -> Result<Signer, Problem> {
        let passphrase = self.lock().passphrase.clone();
        self.home.unlock(&mut || passphrase.clone().ok_or_else(|| Problem::new("desk-identity-locked")))
    }
}
