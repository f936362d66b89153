//! What a case keeps about its people: impartiality, competence, and what an expert signs.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

use super::RowKey;
use crate::code::codes;

codes! {
    /// The questions of a declaration of impartiality (ISO/IEC 17020, 4.1; ISO/IEC 17065, 4.2), in the order they are
    /// asked.
    pub enum ImpartialityPoint {
        /// The person is or was employed by the client or the supplier.
        Employment = "employment",
        /// The person owns a part of it.
        Ownership = "ownership",
        /// Somebody of the person's family does either.
        Family = "family",
        /// Consulting or design work on the client's program or component in the last two years.
        Consulting = "consulting",
        /// Gifts or favours were taken.
        Gifts = "gifts",
        /// The fee depends on the result.
        Fee = "fee",
    }
}

/// The answer to one question of a declaration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Tie {
    /// Whether there is a tie.
    pub tie: bool,
    /// What it is; needed where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
}

/// All answers of a declaration: none can be left out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ties {
    /// [`ImpartialityPoint::Employment`].
    pub employment: Tie,
    /// [`ImpartialityPoint::Ownership`].
    pub ownership: Tie,
    /// [`ImpartialityPoint::Family`].
    pub family: Tie,
    /// [`ImpartialityPoint::Consulting`].
    pub consulting: Tie,
    /// [`ImpartialityPoint::Gifts`].
    pub gifts: Tie,
    /// [`ImpartialityPoint::Fee`].
    pub fee: Tie,
}

impl Ties {
    /// The answer to one question.
    #[must_use]
    pub const fn of(&self, point: ImpartialityPoint) -> &Tie {
        match point {
            ImpartialityPoint::Employment => &self.employment,
            ImpartialityPoint::Ownership => &self.ownership,
            ImpartialityPoint::Family => &self.family,
            ImpartialityPoint::Consulting => &self.consulting,
            ImpartialityPoint::Gifts => &self.gifts,
            ImpartialityPoint::Fee => &self.fee,
        }
    }

    /// The answer to one question, to be filled in.
    pub const fn of_mut(&mut self, point: ImpartialityPoint) -> &mut Tie {
        match point {
            ImpartialityPoint::Employment => &mut self.employment,
            ImpartialityPoint::Ownership => &mut self.ownership,
            ImpartialityPoint::Family => &mut self.family,
            ImpartialityPoint::Consulting => &mut self.consulting,
            ImpartialityPoint::Gifts => &mut self.gifts,
            ImpartialityPoint::Fee => &mut self.fee,
        }
    }

    /// The ties that were declared, in the order of the questions.
    pub fn declared(&self) -> impl Iterator<Item = (ImpartialityPoint, &Tie)> {
        ImpartialityPoint::ALL.iter().map(|point| (*point, self.of(*point))).filter(|(_, tie)| tie.tie)
    }
}

/// Payload of `impartiality.declare/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpartialityDeclare {
    /// The author's own chain.
    pub chain: String,
    /// The answers.
    pub points: Ties,
    /// What else the person declares.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

codes! {
    /// What a quality manager makes of a declaration.
    pub enum Clearance {
        /// Nothing stands against the person.
        Cleared = "cleared",
        /// Nothing does while the safeguards named in the reasons are kept.
        ClearedWithSafeguards = "cleared_with_safeguards",
        /// The person takes no part.
        Barred = "barred",
    }
}

/// Payload of `impartiality.review/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImpartialityReview {
    /// The person's chain.
    pub chain: String,
    /// The declaration that was judged; absent where there is only a text on the card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub declaration: Option<String>,
    /// The result.
    pub result: Clearance,
    /// Why, and which safeguards.
    pub reasons: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

codes! {
    /// What kind of area a competence is in (ISO/IEC 17020, 6.1; ISO/IEC 17065, 6.1).
    pub enum CompetenceArea {
        /// A standard, with its edition.
        Standard = "standard",
        /// An evaluation method, with its edition.
        Method = "method",
        /// A role of a service provider: integration, maintenance.
        Role = "role",
        /// A technology: safety systems, wireless, firmware.
        Technology = "technology",
        /// A method of auditing or testing.
        AuditMethod = "audit_method",
        /// A language in which evidence is read and people are asked.
        Language = "language",
    }
}

/// One area of a competence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Area {
    /// Its kind.
    pub area: CompetenceArea,
    /// What it is: `IEC 62443-4-2:2019`.
    pub name: String,
}

/// Payload of `competence.record/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CompetenceRecord {
    /// The person's chain.
    pub chain: String,
    /// What the person is competent in.
    pub areas: Vec<Area>,
    /// What that rests on: training, projects, an assessment.
    pub basis: String,
    /// The last day on which it holds, ISO 8601.
    pub valid_until: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `contribution.sign/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ContributionSign {
    /// Number within the dossier, `E-1`.
    pub contribution: String,
    /// The rows it is about.
    pub rows: Vec<RowKey>,
    /// The evaluation activities it is about.
    pub activities: Vec<String>,
    /// What the expert says.
    pub text: String,
    /// SHA-256 of what it rests on.
    pub evidence: Vec<String>,
    /// Replaced events: an earlier wording.
    pub supersedes: Vec<String>,
}
