//! What is being written and is not recorded yet: kept beside the installation's settings, never in the dossier, so that
//! a crash between the first letter and the verdict loses nothing.

use std::{collections::BTreeMap, fs, path::PathBuf};

use trail::DossierId;

use crate::{Home, Problem, files};

type Texts = BTreeMap<String, String>;

/// Texts by row or activity, then by field.
pub(super) struct Drafts {
    path: PathBuf,
    texts: BTreeMap<String, Texts>,
}

impl Drafts {
    /// Those of one dossier. A file that can't be read is left alone and counts as empty.
    pub(super) fn of(home: &Home, dossier: DossierId) -> Self {
        let path = home.folder().join("drafts").join(format!("{dossier}.json"));
        let texts =
            fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default();
        Self { path, texts }
    }

    pub(super) fn texts(&self, subject: &str) -> Texts {
        self.texts.get(subject).cloned().unwrap_or_default()
    }

    pub(super) fn has(&self, subject: &str) -> bool {
        self.texts.contains_key(subject)
    }

    /// Keeps the texts of a row or activity; an empty map forgets them.
    pub(super) fn set(&mut self, subject: &str, texts: Texts) -> Result<(), Problem> {
        let texts: Texts = texts.into_iter().filter(|(_, text)| !text.is_empty()).collect();
        let changed = if texts.is_empty() {
            self.texts.remove(subject).is_some()
        } else {
            self.texts.insert(subject.to_owned(), texts.clone()) != Some(texts)
        };
        if !changed {
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(|e| Problem::file("file-not-written", folder, &e))?;
        }
        let bytes = serde_json::to_vec(&self.texts).map_err(|e| Problem::new("internal").with("why", e))?;
        files::write_whole(&self.path, &bytes)
    }
}
