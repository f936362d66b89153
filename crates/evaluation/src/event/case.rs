//! The opening, the facts of the case and the people.

use alloc::{string::String, vec::Vec};

use serde::{Deserialize, Serialize};

/// Payload of `evaluation.open/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvaluationOpen {
    /// Checklist id, `iec-62443-4-2-2019`.
    pub checklist: String,
    /// SHA-256 of the pack's bytes, which lie in the dossier as evidence of class `checklist`.
    pub checklist_sha256: String,
    /// What the evaluation is called on screen.
    pub title: String,
}

/// Payload of `case.set/1`. Fields and types: [`crate::case`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseSet {
    /// Name from the table of case fields.
    pub field: String,
    /// Its value: text, list of texts, or list of seven levels.
    pub value: serde_json::Value,
    /// Why a value was changed, where the field asks for it (a reduced claim).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `actor.enroll/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorEnroll {
    /// Chain of the admitted key in this dossier.
    pub chain: String,
    /// The key, 64 hexadecimal digits.
    pub key: String,
    /// Person's name.
    pub name: String,
    /// Person's organisation.
    pub organisation: String,
    /// What the person may do in this case.
    pub roles: Vec<Role>,
    /// Standards, technologies and methods the person is competent in, for this case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub competence: Option<String>,
    /// The person's declaration of impartiality for this case.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub impartiality: Option<String>,
    /// The person's function in the organisation, as it stands beside a signature.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub function: Option<String>,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Payload of `actor.rotate/1`, recorded by the key that is replaced.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorRotate {
    /// Chain of the new key in this dossier.
    pub chain: String,
    /// The new key, 64 hexadecimal digits.
    pub key: String,
    /// Why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// Payload of `actor.revoke/1`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActorRevoke {
    /// Chain of the key that is revoked.
    pub chain: String,
    /// The last place of that chain that counts, as its events number them: 0 is the opening.
    pub last: u64,
    /// Why.
    pub reason: String,
    /// Replaced events.
    pub supersedes: Vec<String>,
}

/// Roles of an evaluation (ISO/IEC 17065 7.5 and 7.6, ISO/IEC 17020; see `docs/formats/events.md`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Speaks for the assessed party.
    ClientContact,
    /// Sets verdicts and findings.
    Evaluator,
    /// Evaluator who also admits others and writes the case data.
    Lead,
    /// Gives input, sets no verdict.
    TechnicalExpert,
    /// Accepts or returns; never edits a verdict.
    Reviewer,
    /// Grants or refuses.
    DecisionMaker,
    /// Clears conflicts of interest.
    QualityManager,
}

impl Role {
    /// All roles, in the order of the table of roles.
    pub const ALL: [Self; 7] = [
        Self::ClientContact,
        Self::Evaluator,
        Self::Lead,
        Self::TechnicalExpert,
        Self::Reviewer,
        Self::DecisionMaker,
        Self::QualityManager,
    ];

    /// The code used in events and on the command line.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ClientContact => "client_contact",
            Self::Evaluator => "evaluator",
            Self::Lead => "lead",
            Self::TechnicalExpert => "technical_expert",
            Self::Reviewer => "reviewer",
            Self::DecisionMaker => "decision_maker",
            Self::QualityManager => "quality_manager",
        }
    }
}
