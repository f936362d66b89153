//! The key with which this installation signs documents: where it lies, and opening it.
//!
//! The place is kept in `document-key.json` of the installation's folder: paths and labels, never a passphrase or PIN.
//! The roots that a person trusts lie beside it in `trust/`, one certificate a file. Format:
//! `docs/formats/installation.md`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use signature::{
    DocumentKey,
    keys::{
        self, DocumentKeyProblem, FileKey,
        token::{Module, Opening},
    },
};
use zeroize::Zeroizing;

use crate::{Home, Problem, clock, files};

/// Most bytes of a key file, key store or certificate file.
const MOST: u64 = 1 << 20;

/// Where a document key lies.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum KeyPlace {
    /// A key file (PKCS#8, PEM or DER) and its certificates (PEM), the signer's own first.
    KeyFile {
        /// The key.
        path: PathBuf,
        /// The certificates.
        certificates: PathBuf,
    },
    /// A key store (PKCS#12) with key and certificates.
    KeyStore {
        /// The file.
        path: PathBuf,
    },
    /// A token (PKCS#11).
    Token {
        /// The library that speaks with it.
        module: PathBuf,
        /// The token's label.
        token: String,
        /// The key's label.
        key: String,
        /// Certificates that the token does not hold, PEM.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        certificates: Option<PathBuf>,
    },
}

impl KeyPlace {
    /// Where it is, for a person.
    #[must_use]
    pub fn shown(&self) -> String {
        match self {
            Self::KeyFile { path, .. } | Self::KeyStore { path } => path.display().to_string(),
            Self::Token { token, key, .. } => format!("{token}: {key}"),
        }
    }
}

impl KeyPlace {
    /// The name under which the desktop's keyring keeps the passphrase: SHA-256 of the key's file, so that it belongs to
    /// this key alone. A token has none, since PINs are not kept.
    #[must_use]
    pub fn kept_as(&self) -> Option<String> {
        match self {
            Self::KeyFile { path, .. } | Self::KeyStore { path } => {
                Some(trail::Digest::of(&small(path).ok()?).to_string())
            }
            Self::Token { .. } => None,
        }
    }
}

impl Home {
    fn document_key_file(&self) -> PathBuf {
        self.folder().join("document-key.json")
    }

    fn trust_folder(&self) -> PathBuf {
        self.folder().join("trust")
    }

    /// Where this installation's document key lies; `None` while none was named.
    ///
    /// # Errors
    /// The file can't be read, or says something else.
    pub fn document_key(&self) -> Result<Option<KeyPlace>, Problem> {
        let path = self.document_key_file();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(Problem::file("file-not-read", &path, &e)),
        };
        let place = serde_json::from_slice(&bytes)
            .map_err(|e| Problem::new("document-key-damaged").with("path", path.display()).with("why", e))?;
        Ok(Some(place))
    }

    /// Names the document key, or with `None` forgets where it lies. The key itself stays where it is.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn set_document_key(&self, place: Option<&KeyPlace>) -> Result<(), Problem> {
        let path = self.document_key_file();
        let Some(place) = place else {
            return match fs::remove_file(&path) {
                Err(e) if e.kind() != io::ErrorKind::NotFound => {
                    Err(Problem::file("file-not-written", &path, &e))
                }
                _ => Ok(()),
            };
        };
        let text = serde_json::to_vec_pretty(place).map_err(|e| Problem::new("internal").with("why", e))?;
        fs::create_dir_all(self.folder())
            .map_err(|e| Problem::file("file-not-written", self.folder(), &e))?;
        files::write_whole(&path, &text)
    }

    /// The roots that this person trusts, in DER, by file name.
    ///
    /// # Errors
    /// A file can't be read, or holds no certificate.
    pub fn trusted_roots(&self) -> Result<Vec<Vec<u8>>, Problem> {
        let folder = self.trust_folder();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(Problem::file("file-not-read", &folder, &e)),
        };
        let mut paths: Vec<PathBuf> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
        paths.sort();
        let mut roots = Vec::new();
        for path in paths.iter().filter(|path| path.extension().is_some_and(|x| x == "der")) {
            roots.extend(certificates(path)?);
        }
        Ok(roots)
    }

    /// Keeps the certificates of this file among the trusted roots.
    ///
    /// # Errors
    /// It holds none, or can't be read or written.
    pub fn trust(&self, path: &Path) -> Result<usize, Problem> {
        let read = certificates(path)?;
        let folder = self.trust_folder();
        fs::create_dir_all(&folder).map_err(|e| Problem::file("file-not-written", &folder, &e))?;
        for der in &read {
            let name = trail::Digest::of(der).to_string();
            files::write_whole(&folder.join(format!("{name}.der")), der)?;
        }
        Ok(read.len())
    }
}

/// The certificates of a file, PEM or DER, in their order.
///
/// # Errors
/// It can't be read, or holds none.
pub fn certificates(path: &Path) -> Result<Vec<Vec<u8>>, Problem> {
    keys::certificates_in(&small(path)?).map_err(|p| problem(&p, &path.display()))
}

/// Opens the key. `secret` is asked at most once, for a passphrase or PIN, and only where one is needed; an empty PIN is
/// one that is entered on the reader.
///
/// # Errors
/// A file can't be read, the secret is wrong, or key and certificate do not belong together: each in its own words.
pub fn open(
    place: &KeyPlace,
    secret: &mut dyn FnMut() -> Result<Zeroizing<String>, Problem>,
) -> Result<Box<dyn DocumentKey>, Problem> {
    let shown = place.shown();
    let refused = |p: DocumentKeyProblem| problem(&p, &shown);
    match place {
        KeyPlace::KeyFile { path, certificates: chain } => {
            let (key, chain) = (Zeroizing::new(small(path)?), small(chain)?);
            match FileKey::from_pkcs8(&key, None, &[&chain]) {
                Err(DocumentKeyProblem::NeedsPassphrase) => {
                    let opened = FileKey::from_pkcs8(&key, Some(secret()?.as_bytes()), &[&chain]);
                    Ok(Box::new(opened.map_err(refused)?))
                }
                other => Ok(Box::new(other.map_err(refused)?)),
            }
        }
        KeyPlace::KeyStore { path } => {
            let store = Zeroizing::new(small(path)?);
            Ok(Box::new(FileKey::from_pkcs12(&store, secret()?.as_bytes()).map_err(refused)?))
        }
        KeyPlace::Token { module, token, key, certificates: chain } => {
            let chain = chain.as_ref().map(|path| small(path)).transpose()?;
            let given: Vec<&[u8]> = chain.iter().map(Vec::as_slice).collect();
            let module = Module::load(module).map_err(refused)?;
            let pin = secret()?;
            let pin = Some(pin.as_str()).filter(|pin| !pin.is_empty());
            let opening = Opening { token: Some(token), key: Some(key), pin };
            Ok(Box::new(module.key(&opening, &given).map_err(refused)?))
        }
    }
}

/// What a person is told of a certificate.
#[derive(Clone, Debug, Serialize)]
pub struct Certificate {
    /// Whom it names (RFC 4514).
    pub subject: String,
    /// Who issued it (RFC 4514).
    pub issuer: String,
    /// SHA-256 of it in DER.
    pub sha256: String,
    /// Its last day.
    pub until: String,
}

/// The certificate of an opened key.
///
/// # Errors
/// It can't be read.
pub fn facts(key: &dyn DocumentKey) -> Result<Certificate, Problem> {
    let der = key.certificates().first().map(Vec::as_slice).unwrap_or_default();
    let facts = keys::facts(der).map_err(|p| problem(&p, &""))?;
    Ok(Certificate {
        subject: facts.subject,
        issuer: facts.issuer,
        sha256: facts.sha256.to_string(),
        until: clock::day_of(facts.not_after),
    })
}

fn small(path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |e: &io::Error| Problem::file("file-not-read", path, e);
    let size = fs::metadata(path).map_err(|e| failed(&e))?.len();
    if size > MOST {
        return Err(Problem::new("document-key-too-large").with("path", path.display()));
    }
    fs::read(path).map_err(|e| failed(&e))
}

fn problem(problem: &DocumentKeyProblem, place: &dyn std::fmt::Display) -> Problem {
    Problem::new(problem.code()).with("path", place).with("detail", problem.detail())
}
