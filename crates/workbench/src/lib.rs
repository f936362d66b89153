//! Everything a shell may ask for: the jobs of an assessor's day over one open dossier.
//!
//! Shells (the terminal, later the desktop) call this crate alone. It holds the one clock, the one source of
//! ids, the identity of this installation, and the one door through which anything is recorded:
//! [`Session::perform`]. It decides nothing itself; the rules are in `evaluation`.

pub mod anchors;
pub mod basis;
pub mod bundle;
pub mod changes;
pub mod clock;
mod conclusion;
mod contents;
mod course;
pub mod desk;
pub mod document_key;
pub mod documents;
pub mod drawing;
pub mod exchange;
pub mod files;
pub mod form;
mod identity;
pub mod import;
pub mod keyring;
pub mod log;
pub mod mappings;
pub mod media;
pub mod memory;
pub mod packs;
pub mod paper;
mod problem;
pub mod proofs;
pub mod protection;
pub mod reporting;
pub mod returned;
pub mod sampling;
mod session;
pub mod signing;
pub mod stamping;
pub mod team;
pub mod worksheet;

pub use contents::{IssueOf, SigningPlace, contents};
pub use identity::{Card, Home, Signer};
pub use problem::Problem;
pub use report::look::Look;
pub use session::{Recording, Session};

/// The hidden sub-command that renders one report in a process of its own.
pub const RENDER_COMMAND: &str = report::child::COMMAND;
