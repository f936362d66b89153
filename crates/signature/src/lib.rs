//! Who stands for it.
//!
//! An [`Identity`] is one installation's Ed25519 key: it signs events, checkpoints and reports.
//! Whoever has only the public key checks them here. The formats are written down in
//! `docs/formats/identity.md`, `document-keys.md`, `container.md`, `checkpoint.md`, `anchors.md`, `report-signature.md` and `document-signatures.md`.
//!
//! This crate reads no file and has no source of randomness: key files come in and go out as
//! text, and random bytes come in as arguments. The one exception is [`keys::token`] behind the
//! feature `token`: a PKCS#11 module is a library that is loaded by its path.

pub mod anchor;
pub mod asice;
mod asn1;
pub mod cades;
pub mod cosignature;
mod document_key;
pub mod dsse;
pub mod hand_over;
mod identity;
mod key_file;
pub mod keys;
pub mod note;
pub mod pades;
pub mod proof;
pub mod report;
pub mod spoken;
pub mod timestamp;
mod verify;

pub use document_key::{Algorithm, DocumentKey, NotSigned};
pub use identity::Identity;
pub use key_file::{KeyProblem, public_key_pem};
pub use verify::{verify_event, verify_events_batch};
