//! Files that a person chose: the page knows them by token, never by path.

use std::{
    collections::BTreeMap,
    path::PathBuf,
    sync::{Mutex, PoisonError},
};

use serde::Serialize;
use ts_rs::TS;

use crate::{Problem, import};

/// A file that was chosen in a dialog or dropped on the window.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct Offered {
    /// By which the page names it.
    pub token: String,
    /// File name without folders.
    pub name: String,
    /// Size in bytes; 0 where it does not exist yet.
    #[ts(type = "number")]
    pub size: u64,
}

#[derive(Default)]
pub(crate) struct Files(Mutex<BTreeMap<String, PathBuf>>);

impl Files {
    pub(crate) fn offer(&self, paths: Vec<PathBuf>) -> Vec<Offered> {
        let mut table = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let mut offered = Vec::new();
        for path in paths {
            let token = format!("file-{}", table.len() + 1);
            let name = import::name_of(&path);
            let size = std::fs::metadata(&path).map(|m| m.len()).unwrap_or(0);
            table.insert(token.clone(), path);
            offered.push(Offered { token, name, size });
        }
        offered
    }

    /// # Errors
    /// The token was never given out.
    pub(crate) fn path(&self, token: &str) -> Result<PathBuf, Problem> {
        let table = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        table.get(token).cloned().ok_or_else(|| Problem::new("desk-unknown-file").with("token", token))
    }
}
