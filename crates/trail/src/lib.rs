//! Nothing recorded can change unnoticed.
//!
//! A dossier's trail is a set of signed events. Each event is one canonical JSON body; each
//! author's events form a chain by `seq` and `prev`; a Merkle tree over a chain gives the root
//! that a checkpoint states. The formats are written down in `docs/formats/trail.md` and
//! `docs/formats/checkpoint.md`.
//!
//! This crate knows nothing about files, clocks, randomness, signatures or databases: bytes come
//! in, and either an [`Event`] that may be believed or the place of what is wrong goes out.
#![no_std]
#![deny(clippy::arithmetic_side_effects)]

extern crate alloc;

pub mod base64;
mod chain;
pub mod checkpoint;
mod digest;
mod event;
mod hex;
mod ids;
pub mod json;
mod link;
pub mod merkle;
pub mod proof;

pub use chain::{ChainProblem, ChainWhy, Head};
pub use digest::Digest;
pub use event::{BodyProblem, BodyWhy, Event, MAX_BODY, OPEN_KIND, Parent, is_kind, is_time};
pub use ids::{ChainId, DossierId, PublicKey, Signature};
pub use link::{Link, LinkProblem};

/// The id of an event: SHA-256(0x00 ‖ body), which is also its RFC 6962 leaf hash.
pub type EventId = Digest;

/// The first line of every event signature, so that no other signed text can be taken for one.
pub const SIGNING_PREFIX: &[u8; 19] = b"assay-event-sig/v1\n";

/// The 51 bytes an author signs with Ed25519: `assay-event-sig/v1`, a newline, the 32-byte id.
#[must_use]
pub fn signing_message(id: &EventId) -> [u8; 51] {
    let mut message = [0; 51];
    let bytes = SIGNING_PREFIX.iter().chain(&id.0);
    message.iter_mut().zip(bytes).for_each(|(to, from)| *to = *from);
    message
}
