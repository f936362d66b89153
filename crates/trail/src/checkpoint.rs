//! Checkpoints: origin, size and root of one chain's log, as C2SP `tlog-checkpoint` text.
//!
//! The text is what a signed note signs; signatures are not this crate's business.

use crate::{ChainId, Digest, DossierId, base64};
use alloc::format;
use alloc::string::{String, ToString as _};
use core::fmt;

/// What stands before the dossier in every origin. The `.invalid` name (RFC 2606) can belong to
/// nobody, so no outside log can have the same origin.
pub const ORIGIN_PREFIX: &str = "dossier.assay.invalid/";

/// The state of one chain: how many events it has and the Merkle root over all of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log it is: [`Checkpoint::origin_for`] a dossier and a chain.
    pub origin: String,
    /// How many events the chain has.
    pub size: u64,
    /// The RFC 6962 root over their ids.
    pub root: Digest,
}

/// The line of a checkpoint (1, 2, 3; 4 for what follows it) that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CheckpointProblem {
    /// Counted from 1.
    pub line: u8,
}

impl fmt::Display for CheckpointProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "trail-checkpoint-line line={}", self.line)
    }
}

impl core::error::Error for CheckpointProblem {}

impl Checkpoint {
    /// `dossier.assay.invalid/<dossier uuid>/<chain>`, the log name and key name of a chain.
    #[must_use]
    pub fn origin_for(dossier: &DossierId, chain: &ChainId) -> String {
        format!("{ORIGIN_PREFIX}{dossier}/{chain}")
    }

    /// The three lines, each with its newline: origin, size in decimal, root in base64.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = format!("{}\n{}\n", self.origin, self.size);
        base64::push(&mut text, &self.root);
        text.push('\n');
        text
    }

    /// Reads exactly what [`Checkpoint::to_text`] writes.
    ///
    /// Extension lines, which C2SP allows but does not recommend, are refused: nothing in them
    /// could be checked here.
    ///
    /// # Errors
    /// The first line that is not in its only form.
    pub fn parse(text: &str) -> Result<Self, CheckpointProblem> {
        let wrong = |line| move || CheckpointProblem { line };
        let (origin, rest) = text.split_once('\n').ok_or_else(wrong(1))?;
        if origin.is_empty() || origin.contains(|c: char| c.is_whitespace() || c.is_control() || c == '+') {
            return Err(wrong(1)());
        }
        let (digits, rest) = rest.split_once('\n').ok_or_else(wrong(2))?;
        let size: u64 = digits.parse().map_err(|_| wrong(2)())?;
        if size.to_string() != digits {
            return Err(wrong(2)());
        }
        let (root, rest) = rest.split_once('\n').ok_or_else(wrong(3))?;
        let root = base64::read(root).ok_or_else(wrong(3))?;
        if !rest.is_empty() {
            return Err(wrong(4)());
        }
        Ok(Self { origin: origin.to_string(), size, root })
    }
}
