//! Copies for others, and copies that come back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{DossierHead, Status, Told};

/// A copy for somebody.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct CopyAsk {
    /// Token of the file to be written; nothing is overwritten.
    pub file: String,
    /// For whom.
    pub name: Option<String>,
    /// Their organisation; both or neither.
    pub organisation: Option<String>,
    /// Leaves the evidence out; it stays in this dossier.
    pub without_evidence: bool,
}

/// A copy that was written.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CopyWritten {
    /// File name of the copy.
    pub name: String,
    /// File name of the covering note beside it.
    pub note: String,
    /// How many pieces of evidence are not in it.
    pub left_out: u32,
    /// Where the dossier stands: that the copy was made is in its trail.
    pub status: Status,
}

/// What came of a copy that was received into the open dossier.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TakenIn {
    /// What was taken in, line by line.
    pub lines: Vec<Told>,
    /// The dossier as it is now.
    pub head: DossierHead,
}
