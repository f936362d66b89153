//! One identity per installation: a key and the card that says whose it is.
//!
//! It lies in the platform's configuration folder, or in the folder given by `ASSAY_HOME`:
//! `identity.pem` (PKCS#8, encrypted where a passphrase is set) and `identity.json` (the card).

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use etcetera::{BaseStrategy, choose_base_strategy};
use serde::{Deserialize, Serialize};
use signature::{Identity, KeyProblem};
use trail::PublicKey;
use zeroize::Zeroizing;

use crate::{Problem, clock, files, memory::Memory};

/// Who the key belongs to, as the person states it; part of every chain this key opens.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Card {
    /// Name as it stands in reports.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Function in that organisation.
    pub function: String,
    /// The public key, 64 hexadecimal digits.
    pub key: String,
}

/// The folder that holds this installation's identity.
#[derive(Clone, Debug)]
pub struct Home(PathBuf);

/// An identity ready to sign.
pub struct Signer {
    /// The key.
    pub identity: Identity,
    /// Its card.
    pub card: Card,
    /// What its installation remembers of dossiers; `None` for a key that belongs to none.
    pub memory: Option<Memory>,
}

impl Home {
    /// The folder given, else the platform's configuration folder for `assay`.
    ///
    /// # Errors
    /// The platform names no such folder (`home-unknown`).
    pub fn choose(given: Option<PathBuf>) -> Result<Self, Problem> {
        if let Some(folder) = given {
            return Ok(Self(folder));
        }
        let strategy = choose_base_strategy().map_err(|e| Problem::new("home-unknown").with("why", e))?;
        Ok(Self(strategy.config_dir().join("assay")))
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.0
    }

    fn key_file(&self) -> PathBuf {
        self.0.join("identity.pem")
    }

    fn card_file(&self) -> PathBuf {
        self.0.join("identity.json")
    }

    /// What this installation remembers of dossiers.
    #[must_use]
    pub fn memory(&self) -> Memory {
        Memory::in_folder(self.0.join("memory"))
    }

    /// Creates the identity of this installation.
    ///
    /// # Errors
    /// There is one already (`identity-exists`), the name is empty, or the files can't be written.
    pub fn create(
        &self,
        name: &str,
        organisation: &str,
        function: &str,
        passphrase: Option<&str>,
    ) -> Result<Card, Problem> {
        if name.trim().is_empty() {
            return Err(Problem::new("identity-name-empty"));
        }
        if self.key_file().exists() || self.card_file().exists() {
            return Err(Problem::new("identity-exists").with("path", self.0.display()));
        }
        let secret = Zeroizing::new(clock::random::<32>()?);
        let identity = Identity::new(*secret);
        let pem = identity
            .to_pem(passphrase.map(str::as_bytes), &clock::random()?, &clock::random()?)
            .map_err(|p| Problem::new(p.code()))?;
        let card = Card {
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            function: function.to_owned(),
            key: identity.public_key().to_string(),
        };
        let text = serde_json::to_vec_pretty(&card).map_err(|e| Problem::new("internal").with("why", e))?;
        fs::create_dir_all(&self.0).map_err(|e| Problem::file("file-not-written", &self.0, &e))?;
        files::write_new_private(&self.key_file(), pem.as_bytes())?;
        files::write_whole(&self.card_file(), &text)?;
        Ok(card)
    }

    /// The card, readable without the passphrase.
    ///
    /// # Errors
    /// There is no identity yet (`identity-missing`), or the card is damaged.
    pub fn card(&self) -> Result<Card, Problem> {
        let path = self.card_file();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => {
                return Err(Problem::new("identity-missing").with("path", self.0.display()));
            }
            Err(e) => return Err(Problem::file("file-not-read", &path, &e)),
        };
        serde_json::from_slice(&bytes)
            .map_err(|e| Problem::new("identity-card-damaged").with("path", path.display()).with("why", e))
    }

    /// Opens the identity for signing. `passphrase` is asked for only where the key file needs one.
    ///
    /// # Errors
    /// No identity, a wrong passphrase, or a key that is not the card's.
    pub fn unlock(
        &self,
        passphrase: &mut dyn FnMut() -> Result<Zeroizing<String>, Problem>,
    ) -> Result<Signer, Problem> {
        let card = self.card()?;
        let path = self.key_file();
        let pem = fs::read_to_string(&path)
            .map(Zeroizing::new)
            .map_err(|e| Problem::file("file-not-read", &path, &e))?;
        let problem = |p: KeyProblem| Problem::new(p.code()).with("path", path.display());
        let identity = match Identity::from_pem(&pem, None) {
            Err(KeyProblem::NeedsPassphrase) => {
                Identity::from_pem(&pem, Some(passphrase()?.as_bytes())).map_err(problem)?
            }
            other => other.map_err(problem)?,
        };
        if identity.public_key().to_string() != card.key {
            return Err(Problem::new("identity-key-of-other-card").with("path", self.0.display()));
        }
        Ok(Signer { identity, card, memory: Some(self.memory()) })
    }
}

impl Signer {
    /// The public key.
    #[must_use]
    pub fn key(&self) -> PublicKey {
        self.identity.public_key()
    }
}
