//! One evaluation, one file: the only SQL.
//!
//! A dossier is an unordered set of signed events and the bytes of the evidence they name; SQLite is
//! the container. The file format is written down in `docs/formats/dossier.md`, what is different about an
//! encrypted one in `docs/formats/encryption.md`.
//!
//! [`Dossier`] writes and reads; [`verify()`] trusts nothing in a file and says the first thing that is
//! wrong with it. This crate makes no signature and checks none itself: keys stay behind [`Signer`] and
//! [`Verifier`]; of encryption it knows the key of a dossier ([`key`]). It knows no clock and no source of ids: both come in as arguments.

mod append;
mod connection;
mod copying;
mod dossier;
mod error;
mod evidence;
mod heads;
pub mod key;
mod leaving_out;
mod lock;
mod merge;
mod projection;
mod read;
mod schema;
mod signing;
mod taken_back;
pub mod verify;

pub use append::NewEvent;
pub use copying::{reprotect, rewriting_path};
pub use dossier::{Access, Dossier, Opening};
pub use error::{DossierError, SchemaDifference};
pub use evidence::{CHUNK, Going, Source, StoredBytes};
pub use heads::ChainHead;
pub use key::{Key, Locked};
pub use merge::{Difference, MERGE_BATCH, Merged, NotReceived, Received, Recording};
pub use projection::{CurrentRow, EVIDENCE_LISTING, PROJECTION_LISTING};
pub use read::StoredEvent;
pub use schema::{APPLICATION_ID, SCHEMA, USER_VERSION, fingerprint};
pub use signing::{Signer, Verifier};
pub use verify::verify;
