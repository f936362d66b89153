//! What the evaluation is measured against beyond its opening: a security profile, another edition.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

/// Payload of `profile.adopt/1`: the profile as it was when it was adopted, row by row, so that what it excludes and
/// asks for follows from the events alone. Its file lies in the dossier as evidence of class `profile`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileAdopt {
    /// The profile's own id.
    pub profile: String,
    /// Its version.
    pub version: String,
    /// Its title.
    pub title: String,
    /// SHA-256 of its file.
    pub sha256: String,
    /// SHA-256 of the checklist it was written for.
    pub checklist_sha256: String,
    /// Whether it has what IEC TS 62443-1-5 asks of a profile. Where not, it is a tailoring and is called so.
    pub conforms: bool,
    /// One entry for every row of the checklist, in its order.
    pub rows: Vec<ProfileRow>,
    /// Why, where another profile stood before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// What a profile says of one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProfileRow {
    /// Requirement id.
    pub requirement: String,
    /// Whether the row is evaluated. An excluded row is not evaluated (N/E), never not applicable.
    pub included: bool,
    /// The lowest maturity level that the profile asks of the row, 1 to 4.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub min_ml: Option<u8>,
    /// Why it is excluded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub justification: Option<String>,
}

/// Payload of `edition.move/1`: the evaluation goes on against another edition of its checklist. The new pack lies in
/// the dossier as evidence of class `checklist`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionMove {
    /// SHA-256 of the pack that was evaluated against so far.
    pub from_sha256: String,
    /// Id of the new pack.
    pub checklist: String,
    /// SHA-256 of its bytes.
    pub checklist_sha256: String,
    /// Requirements whose own digest is the same in both packs: what was recorded about them stands.
    pub carried: u32,
    /// Requirements to be looked at, in the order of the new pack; those that are gone come last.
    pub review: Vec<EditionReview>,
    /// Events whose values stand no longer: what was judged about rows and activities that are not the same.
    pub set_aside: Vec<String>,
    /// Why.
    pub reason: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// One requirement or activity that the other edition has differently.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionReview {
    /// Requirement or activity id.
    pub id: String,
    /// How it differs.
    pub why: EditionDifference,
}

/// How an entry of the new pack relates to the old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EditionDifference {
    /// Its content is another one.
    Changed,
    /// Only the new pack has it.
    Added,
    /// Only the old pack had it.
    Gone,
}

impl EditionDifference {
    /// Its code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Gone => "gone",
        }
    }
}
