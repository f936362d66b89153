//! Keys that sign documents, opened from where they lie: key file, key store or token.
//!
//! The format is `docs/formats/document-keys.md`. What comes out is a [`crate::DocumentKey`]; nothing that is made with
//! it depends on where it lies.

mod certificates;
mod from_file;
mod from_store;
mod problem;
mod public;
mod software;
#[cfg(feature = "token")]
pub mod token;

pub use certificates::{Facts, certificates_in, facts};
pub use problem::{DocumentKeyProblem, Tries};
pub use public::SignerKey;
pub use software::FileKey;

/// Whether these bytes are a key store (PKCS#12) or else, as far as the first of them tell, a key file: which of
/// [`FileKey::from_pkcs8`] and [`FileKey::from_pkcs12`] to call.
#[must_use]
pub fn is_store(bytes: &[u8]) -> bool {
    from_store::looks_like_one(bytes)
}
