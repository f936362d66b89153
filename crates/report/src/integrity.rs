//! What limits the report and what ties it to the signed trail.

use crate::contents::Layout;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What limits the validity (F-25, F-29).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Validity {
    /// Expiry, `YYYY-MM-DD`, when there is one.
    pub until: Option<String>,
    /// The issuer's own limits (version, configuration, batch), beside the fixed ones.
    pub limits: Vec<String>,
    /// How long the supporting file is kept (ISO/IEC 17050-2), self-declaration.
    pub retention: Option<String>,
}

/// What ties the report to the trail (F-28).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Integrity {
    /// Anchor levels that cover everything this report says, from `A0` to `A4`, at least `A0`.
    pub anchors: Vec<String>,
    /// Every recorded anchor, with what it covers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub anchored: Vec<Anchored>,
    /// Checkpoint of the issuing chain.
    pub checkpoint: Option<Checkpoint>,
    /// Heads of all chains the report was drawn from.
    pub chains: Vec<ChainHead>,
    /// Digests of the data the report rests on, by name: `projection`, `evidence_list`, `seal` …
    pub digests: BTreeMap<String, String>,
    /// Version of the program that wrote the report.
    pub app_version: String,
    /// Signature level code: `detached_ed25519`, `pades` (fields for signatures in the PDF as well), `none`.
    pub signature_level: String,
    /// With what the pages were drawn, where it is not the program's own.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub layout: Option<Layout>,
}

/// What somebody outside the dossier said of a checkpoint, as recorded and checked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Anchored {
    /// `A1`, `A2` or `A3`.
    pub level: String,
    /// Person, authority or witness.
    pub by: String,
    /// The person's organisation, or the certificate that the authority's time stamp was checked against.
    pub of: String,
    /// When, by the clock of authority or witness; empty at level A1.
    pub time: String,
    /// The chain whose checkpoint it is.
    pub chain: String,
    /// How many of its events are under it.
    pub size: u64,
    /// Whether nothing that this report says was recorded after it.
    pub whole: bool,
}

/// A C2SP `tlog-checkpoint`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Checkpoint {
    /// Origin line.
    pub origin: String,
    /// Number of events.
    pub size: u64,
    /// RFC 6962 root, 64 lower-case hexadecimal characters.
    pub root: String,
    /// The signed note, whole.
    pub note: Option<String>,
}

/// The newest event of one chain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ChainHead {
    /// Chain id, 32 hexadecimal characters.
    pub chain: String,
    /// Whose chain.
    pub name: String,
    /// Sequence number of the newest event.
    pub seq: u64,
    /// Its id, 64 hexadecimal characters.
    pub event: String,
}
