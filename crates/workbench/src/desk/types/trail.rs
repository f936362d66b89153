//! The trail in words, verification, seals.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Told, Trouble};

/// One event, told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
pub struct TrailEntry {
    /// Place in this file, from 1.
    pub n: u32,
    /// Number in its chain, from 1.
    pub entry: u32,
    /// The device's claim of the time.
    pub time: String,
    /// Who recorded it.
    pub author: String,
    /// Whether it counts.
    pub counts: bool,
    /// Taken back by a later event.
    pub void: bool,
    /// Event id.
    pub id: String,
    /// Kind with version.
    pub kind: String,
    /// Text id.
    pub text: String,
    /// Arguments of the text.
    pub args: BTreeMap<String, String>,
    /// What it is about.
    pub subject: String,
    /// How many earlier events it replaces.
    pub replaces: u32,
    /// This identity could take it back now.
    pub can_undo: bool,
}

/// Which events.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct TrailQuery {
    /// Words that must stand in author, subject or arguments.
    pub search: Option<String>,
    /// Kind without version, `verdict.set`.
    pub kind: Option<String>,
    /// Author's name.
    pub author: Option<String>,
    /// First one wanted, from 0, newest first.
    pub offset: u32,
    /// How many.
    pub limit: u32,
}

/// A part of the trail.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TrailPage {
    /// Events that match.
    pub total: u32,
    /// Events in the dossier.
    pub all: u32,
    /// The events, newest first.
    pub entries: Vec<TrailEntry>,
    /// Kinds there are.
    pub kinds: Vec<String>,
    /// Authors there are.
    pub authors: Vec<String>,
}

/// Names an event to be taken back.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EventName {
    /// Event id.
    pub id: String,
}

/// Result of a verification.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Verification {
    /// Nothing wrong was found in what was checked.
    pub ok: bool,
    /// What was checked, line by line.
    pub checked: Vec<Told>,
    /// The first thing that is wrong.
    pub finding: Option<Trouble>,
    /// What is not wrong, but must be said.
    pub remarks: Vec<Told>,
    /// What this does not show.
    pub limits: Vec<Told>,
}

/// Seals everything so far.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Seal {
    /// `opening`, `day_end` or `closing_meeting`.
    pub purpose: String,
}

/// The checkpoint of this identity's chain.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CheckpointView {
    /// Signed note.
    pub note: String,
    /// Log.
    pub origin: String,
    /// Entries it covers.
    pub size: u32,
    /// Merkle root.
    pub root: String,
    /// The checkpoint as a QR code: rows of `0` and `1`.
    pub qr: Vec<String>,
}
