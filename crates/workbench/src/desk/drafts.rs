//! What is being written and is not recorded yet: kept beside the installation's settings, never in the dossier, so that
//! a crash between the first letter and the verdict loses nothing. Drafts of an encrypted dossier are encrypted with a key
//! that follows from the dossier's.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use dossier::Key;
use trail::DossierId;
use zeroize::Zeroizing;

use crate::{Home, Problem, clock, files};

type Texts = BTreeMap<String, String>;

const PURPOSE: &str = "assay-drafts/v1";

/// Texts by row or activity, then by field.
pub(crate) struct Drafts {
    path: PathBuf,
    key: Option<Key>,
    texts: BTreeMap<String, Texts>,
}

impl Drafts {
    /// Those of one dossier. A file that can't be read is left alone and counts as empty.
    pub(crate) fn of(home: &Home, dossier: DossierId, key: Option<&Key>) -> Self {
        let (plain, path) = (place(home, dossier, None), place(home, dossier, key));
        let mut drafts = Self { texts: read(&path, key), path, key: key.cloned() };
        if key.is_some() && plain.exists() {
            // Written before the dossier was encrypted, or by an older release.
            drafts.take_over(read(&plain, None));
            if drafts.keep().is_ok() {
                let _ = fs::remove_file(&plain);
            }
        }
        drafts
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
        if changed { self.keep() } else { Ok(()) }
    }

    /// The same drafts under another key, written; the file of these stays until [`Drafts::forget`].
    pub(crate) fn under(&self, home: &Home, dossier: DossierId, key: Option<&Key>) -> Result<Self, Problem> {
        let path = place(home, dossier, key);
        let mut other = Self { texts: read(&path, key), path, key: key.cloned() };
        other.take_over(self.texts.clone());
        other.keep()?;
        Ok(other)
    }

    /// Removes the file.
    pub(crate) fn forget(self) {
        // One that was never written is gone as well.
        let _ = fs::remove_file(&self.path);
    }

    fn take_over(&mut self, texts: BTreeMap<String, Texts>) {
        for (subject, texts) in texts {
            self.texts.entry(subject).or_insert(texts);
        }
    }

    fn keep(&self) -> Result<(), Problem> {
        if self.texts.is_empty() && !self.path.exists() {
            return Ok(());
        }
        if let Some(folder) = self.path.parent() {
            fs::create_dir_all(folder).map_err(|e| Problem::file("file-not-written", folder, &e))?;
        }
        let bytes = serde_json::to_vec(&self.texts).map_err(|e| Problem::new("internal").with("why", e))?;
        match &self.key {
            None => files::write_whole(&self.path, &bytes),
            Some(key) => {
                let bytes = Zeroizing::new(bytes);
                files::write_whole(&self.path, &key.seal(PURPOSE, &bytes, clock::random()?)?)
            }
        }
    }
}

fn place(home: &Home, dossier: DossierId, key: Option<&Key>) -> PathBuf {
    let name = match key {
        None => format!("{dossier}.json"),
        // Under another passphrase it is another file, so that none is written over unread.
        Some(key) => format!("{dossier}.{}.sealed", key.salt_text()),
    };
    home.folder().join("drafts").join(name)
}

fn read(path: &Path, key: Option<&Key>) -> BTreeMap<String, Texts> {
    let bytes = fs::read(path).ok().and_then(|bytes| match key {
        None => Some(Zeroizing::new(bytes)),
        Some(key) => key.unseal(PURPOSE, &bytes),
    });
    bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Texts {
        [("rationale".to_owned(), text.to_owned())].into()
    }

    #[test]
    fn drafts_of_an_encrypted_dossier_are_never_in_plain() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::choose(Some(folder.path().to_path_buf())).unwrap();
        let id = DossierId([1; 16]);
        let (first, second) = (Key::from_raw([1; 16], [1; 32]), Key::from_raw([2; 16], [2; 32]));
        let readable = || {
            let entries = fs::read_dir(folder.path().join("drafts")).unwrap();
            let all: Vec<Vec<u8>> = entries.map(|entry| fs::read(entry.unwrap().path()).unwrap()).collect();
            all.concat().windows(4).any(|window| window == b"half")
        };
        let mut plain = Drafts::of(&home, id, None);
        plain.set("CR 1.1", texts("half a thought")).unwrap();
        assert!(readable(), "the search finds what is plain");
        let sealed = Drafts::of(&home, id, Some(&first));
        assert_eq!(sealed.texts("CR 1.1"), texts("half a thought"), "what was written before is not lost");
        assert!(!readable(), "and is no longer there in plain");
        assert_eq!(
            Drafts::of(&home, id, Some(&second)).texts("CR 1.1"),
            Texts::new(),
            "another key reads none"
        );
        sealed.under(&home, id, Some(&second)).unwrap();
        sealed.forget();
        let mut moved = Drafts::of(&home, id, Some(&second));
        assert_eq!(moved.texts("CR 1.1"), texts("half a thought"), "a change of passphrase takes them along");
        moved.set("CR 1.1", Texts::new()).unwrap();
        assert!(!Drafts::of(&home, id, Some(&second)).has("CR 1.1"), "what was recorded is forgotten");
        assert!(!readable(), "at no time in plain");
    }
}
