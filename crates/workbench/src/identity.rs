//! One identity per installation: a key and the card that says whose it is.
//!
//! It lies in the platform's configuration folder, or in the folder given by `ASSAY_HOME`:
//! `identity.pem` (PKCS#8, encrypted where a passphrase is set) and `identity.json` (the card). After a rotation the
//! keys lie in `keys/`, each under its own name, and the card says which of them is the present one.

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

    fn first_key_file(&self) -> PathBuf {
        self.0.join("identity.pem")
    }

    /// The key file of this key: in `keys/` after a rotation, the first one beside the card.
    fn key_file(&self, key: &str) -> PathBuf {
        let rotated = self.kept(key, "pem");
        if rotated.exists() { rotated } else { self.first_key_file() }
    }

    /// What is kept under the name of a key.
    fn kept(&self, key: &str, what: &str) -> PathBuf {
        self.0.join("keys").join(format!("{key}.{what}"))
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
        if self.first_key_file().exists() || self.card_file().exists() {
            return Err(Problem::new("identity-exists").with("path", self.0.display()));
        }
        let (identity, pem) = new_key(passphrase)?;
        let card = Card {
            name: name.to_owned(),
            organisation: organisation.to_owned(),
            function: function.to_owned(),
            key: identity.public_key().to_string(),
        };
        let text = serde_json::to_vec_pretty(&card).map_err(|e| Problem::new("internal").with("why", e))?;
        fs::create_dir_all(&self.0).map_err(|e| Problem::file("file-not-written", &self.0, &e))?;
        files::write_new_private(&self.first_key_file(), pem.as_bytes())?;
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

    /// Makes a new key for the same person. The old key stays in the folder, so that it can name the new one in each
    /// dossier it wrote in. Writing the card is the last step: a crash before it leaves the old key in use.
    ///
    /// # Errors
    /// There is no identity, or the files can't be written.
    pub fn rotate(&self, passphrase: Option<&str>) -> Result<Card, Problem> {
        let old = self.card()?;
        let (identity, pem) = new_key(passphrase)?;
        let card = Card { key: identity.public_key().to_string(), ..old.clone() };
        let text = |card: &Card| {
            serde_json::to_vec_pretty(card).map_err(|e| Problem::new("internal").with("why", e))
        };
        let keys = self.0.join("keys");
        let mut builder = fs::DirBuilder::new();
        builder.recursive(true);
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&keys).map_err(|e| Problem::file("file-not-written", &keys, &e))?;
        files::write_new_private(&self.kept(&card.key, "pem"), pem.as_bytes())?;
        files::write_whole(&self.kept(&old.key, "json"), &text(&old)?)?;
        files::write_whole(&self.card_file(), &text(&card)?)?;
        Ok(card)
    }

    /// The cards of keys that this installation used before the present one. Those that can't be read are left out.
    #[must_use]
    pub fn retired(&self) -> Vec<Card> {
        let present = self.card().map(|card| card.key).unwrap_or_default();
        let entries = fs::read_dir(self.0.join("keys")).into_iter().flatten();
        let cards = entries.filter_map(|entry| Some(entry.ok()?.path()));
        let cards = cards.filter(|path| path.extension().is_some_and(|x| x == "json"));
        let mut cards: Vec<Card> =
            cards.filter_map(|path| serde_json::from_slice(&fs::read(path).ok()?).ok()).collect();
        cards.retain(|card: &Card| card.key != present && PublicKey::from_hex(&card.key).is_some());
        cards.sort_by(|a, b| a.key.cmp(&b.key));
        cards
    }

    /// Opens the identity for signing. `passphrase` is asked for only where the key file needs one.
    ///
    /// # Errors
    /// No identity, a wrong passphrase, or a key that is not the card's.
    pub fn unlock(
        &self,
        passphrase: &mut dyn FnMut() -> Result<Zeroizing<String>, Problem>,
    ) -> Result<Signer, Problem> {
        self.unlock_card(self.card()?, passphrase)
    }

    /// Opens a key for signing, the present one or one that was used before.
    ///
    /// # Errors
    /// As [`Home::unlock`].
    pub fn unlock_card(
        &self,
        card: Card,
        passphrase: &mut dyn FnMut() -> Result<Zeroizing<String>, Problem>,
    ) -> Result<Signer, Problem> {
        let path = self.key_file(&card.key);
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

/// A new key and the text of its file.
fn new_key(passphrase: Option<&str>) -> Result<(Identity, Zeroizing<String>), Problem> {
    let secret = Zeroizing::new(clock::random::<32>()?);
    let identity = Identity::new(*secret);
    let pem = identity
        .to_pem(passphrase.map(str::as_bytes), &clock::random()?, &clock::random()?)
        .map_err(|p| Problem::new(p.code()))?;
    Ok((identity, pem))
}

impl Signer {
    /// The public key.
    #[must_use]
    pub fn key(&self) -> PublicKey {
        self.identity.public_key()
    }
}
