//! The bundle of a report: a container by ETSI EN 319 162-1 (ASiC-E with CAdES signatures).
//!
//! The format is `docs/formats/container.md`. [`Signature::over`] signs a list of files, [`Writer`] puts files and
//! signatures into one archive, [`add_signature`] adds a signer or a time stamp later, [`check`] says what is in a
//! container and whether everything in it is covered.

mod archive;
mod check;
mod manifest;
mod name;
mod problem;
mod write;

use trail::Digest;

pub use archive::Limits;
pub use check::{Container, Covering, check};
pub use problem::ContainerProblem;
pub use write::{Writer, add_signature};

use crate::DocumentKey;
use crate::cades::{self, Answer, Trust};

/// The media type of the container, and the content of its first part.
pub const MEDIA_TYPE: &str = "application/vnd.etsi.asic-e+zip";

/// Most signatures in one container: their numbers have three digits.
pub const MOST_SIGNATURES: u32 = 999;

/// A file in a container, as a manifest names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its name, with `/` between folders.
    pub name: String,
    /// Its media type; empty where the manifest names none.
    pub media_type: String,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
}

/// What one signer signed: the manifest, and the detached signature over it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// Which one it is, from 1.
    pub number: u32,
    /// The manifest's XML: these bytes are signed.
    pub manifest: Vec<u8>,
    /// CMS in DER.
    pub signature: Vec<u8>,
}

impl Signature {
    /// Signs a list of files with a key; `root` is the name of the report among them. `signing_time` (seconds since 1970)
    /// is what the signer's computer says.
    ///
    /// # Errors
    /// A name that may not stand in a container, or twice; a number beyond [`MOST_SIGNATURES`]; the key does not sign.
    pub fn over(
        number: u32,
        files: &[Entry],
        root: Option<&str>,
        key: &dyn DocumentKey,
        signing_time: Option<u64>,
    ) -> Result<Self, ContainerProblem> {
        let manifest = manifest::write(number, files, root)?;
        let digest = cades::digest(key.algorithm(), &[&manifest]);
        let signature = cades::sign(key, &digest, signing_time).map_err(ContainerProblem::Signature)?;
        Ok(Self { number, manifest, signature })
    }

    /// What the signature shows. Which files it is over is not part of it: [`Covering`].
    #[must_use]
    pub fn answer(&self, trust: &Trust<'_>) -> Answer {
        cades::check(&self.signature, &[&self.manifest], None, trust)
    }

    /// The same with a time stamp in it ([`cades::with_time_stamp`]).
    ///
    /// # Errors
    /// The reply has no stamp over this signature, or there is one already.
    pub fn with_time_stamp(&self, reply: &[u8]) -> Result<Self, ContainerProblem> {
        let signature = cades::with_time_stamp(&self.signature, reply);
        let signature = signature.map_err(ContainerProblem::Signature)?;
        Ok(Self { signature, ..self.clone() })
    }
}
