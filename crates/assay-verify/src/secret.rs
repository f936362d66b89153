//! How an encrypted dossier is opened: by its passphrase or its key file.

use std::path::{Path, PathBuf};

use dossier::key::{recovery, salt_of};
use dossier::{DossierError, Key};
use words::Words;
use zeroize::Zeroizing;

use crate::answer::{Answer, Said};
use crate::dossiers::read_text;

/// Where the passphrase or the key comes from.
pub(crate) struct Secret<'a> {
    pub(crate) passphrase_file: Option<PathBuf>,
    pub(crate) key_file: Option<PathBuf>,
    pub(crate) words: &'a Words,
}

impl Secret<'_> {
    /// The key of this dossier, if it is encrypted; the passphrase is asked for where no file gives it.
    pub(crate) fn key_for(&self, path: &Path) -> Result<Option<Key>, Answer> {
        match self.given(path)? {
            Given::Key(key) => Ok(Some(key)),
            Given::NotNeeded => Ok(None),
            Given::Nothing(salt) => {
                let question =
                    self.words.text("verify-ask-passphrase", &[("path", &path.display().to_string())]);
                let typed = rpassword::prompt_password(question).map(Zeroizing::new).map_err(|problem| {
                    Answer::NotChecked(Said::new("verify-passphrase-not-asked").with("detail", problem))
                })?;
                Ok(Some(Key::derive(&typed, salt)?))
            }
        }
    }

    /// The same without asking anybody: `None` also where nothing fits.
    pub(crate) fn key_unasked(&self, path: &Path) -> Option<Key> {
        match self.given(path) {
            Ok(Given::Key(key)) => Some(key),
            _ => None,
        }
    }

    fn given(&self, path: &Path) -> Result<Given, Answer> {
        let salt = match salt_of(path) {
            Ok(Some(salt)) => salt,
            // What is no dossier is said by the check itself.
            Ok(None) | Err(DossierError::NotADossier { .. }) => return Ok(Given::NotNeeded),
            Err(problem) => return Err(problem.into()),
        };
        if let Some(file) = &self.key_file {
            let text = Zeroizing::new(read_text(file)?);
            let key = recovery::read_key_file(&text)
                .map_err(|problem| Answer::NotChecked(Said::new(problem.code())))?;
            return Ok(Given::Key(key));
        }
        if let Some(file) = &self.passphrase_file {
            let text = Zeroizing::new(read_text(file)?);
            return Ok(Given::Key(Key::derive(text.trim_end_matches(['\r', '\n']), salt)?));
        }
        Ok(Given::Nothing(salt))
    }
}

enum Given {
    Key(Key),
    NotNeeded,
    Nothing([u8; dossier::key::SALT]),
}
