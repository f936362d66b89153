//! What the evaluation is measured against: edition, profile, licensed texts.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{PackInfo, Told};

/// Names a file that was chosen.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct ChosenFile {
    /// Its token.
    pub file: String,
}

/// What the evaluation is measured against.
#[derive(Clone, Debug, Serialize, TS)]
pub struct BasisView {
    /// Editions that it can be moved to.
    pub editions: Vec<EditionView>,
    /// The last move, if there was one.
    pub moved: Option<MoveView>,
    /// The profile that stands.
    pub profile: Option<ProfileView>,
    /// The licensed texts of this installation.
    pub texts: Option<TextsView>,
}

/// Another edition of the checklist and what moving there would do.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EditionView {
    /// The pack.
    pub pack: PackInfo,
    /// Rows whose answers carry over.
    pub carried: u32,
    /// Rows and activities to be looked at.
    pub review: Vec<EditionEntry>,
}

/// One row or activity that the other edition has differently.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EditionEntry {
    /// Its id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// `changed`, `added` or `gone`.
    pub why: String,
    /// Whether something was judged there that would stand no longer.
    pub judged: bool,
}

/// A move to another edition that was recorded.
#[derive(Clone, Debug, Serialize, TS)]
pub struct MoveView {
    /// Rows whose answers carried over.
    pub carried: u32,
    /// Rows and activities to be looked at.
    pub review: u32,
    /// Why.
    pub reason: String,
    /// Who.
    pub author: String,
    /// When, as the device says.
    pub time: String,
}

/// Moves the evaluation to another edition.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EditionMoving {
    /// Id of the pack.
    pub pack: String,
    /// Why.
    pub reason: String,
}

/// A security profile.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProfileView {
    /// Its own id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Title.
    pub title: String,
    /// Publisher.
    pub publisher: String,
    /// `draft`, `published` or `withdrawn`.
    pub status: String,
    /// Date of the profile.
    pub date: String,
    /// Whether it has what IEC TS 62443-1-5 asks of one; else it is a tailoring.
    pub conforms: bool,
    /// Sector.
    pub sector: Option<String>,
    /// The object it is about.
    pub object: Option<String>,
    /// Assumptions.
    pub assumptions: Vec<String>,
    /// Threats of the sector.
    pub threats: Vec<ThreatView>,
    /// Summary of the risk evaluation.
    pub risk: Option<String>,
    /// Rows that belong to it.
    pub included: u32,
    /// Rows that do not.
    pub excluded: Vec<ExcludedRow>,
    /// Rows for which it asks a level.
    pub raised: Vec<RaisedRow>,
    /// What a reader has to be told about it.
    pub flaws: Vec<Told>,
}

/// A threat of the sector.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ThreatView {
    /// The threat.
    pub threat: String,
    /// What it leads to.
    pub consequence: String,
}

/// A row that the profile leaves out.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ExcludedRow {
    /// Requirement id.
    pub row: String,
    /// Its label.
    pub label: String,
    /// Why.
    pub justification: Option<String>,
}

/// A row for which the profile asks a level.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RaisedRow {
    /// Requirement id.
    pub row: String,
    /// Its label.
    pub label: String,
    /// The level, 1 to 4.
    pub level: u8,
}

/// Adopts a profile.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct ProfileAdopting {
    /// Token of its file.
    pub file: String,
    /// Why, where another profile stands.
    pub reason: Option<String>,
}

/// Licensed texts on this machine.
#[derive(Clone, Debug, Serialize, TS)]
pub struct TextsView {
    /// Who holds the licence.
    pub licensee: String,
    /// Document and edition.
    pub document: String,
    /// Language.
    pub language: String,
    /// Rows with a text.
    pub texts: u32,
    /// Rows without.
    pub without: u32,
}

/// What the profile says about one row.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProfileRowView {
    /// Title of the profile.
    pub profile: String,
    /// Whether the row belongs to it.
    pub included: bool,
    /// The level it asks for.
    pub level: Option<u8>,
    /// Why it is excluded, or selected.
    pub justification: Option<String>,
    /// Guidance for the sector.
    pub guidance: Option<String>,
    /// How the sector reads the row.
    pub interpretation: Option<String>,
    /// Values that the sector sets.
    pub parameters: Vec<ParameterView>,
    /// How it may be implemented.
    pub examples: Vec<String>,
}

/// A value that a profile sets.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ParameterView {
    /// What is set.
    pub name: String,
    /// To what.
    pub value: String,
}
