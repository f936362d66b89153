//! Who took part and how: team, independence, conduct, review, decision.

use crate::contents::{
    CertificateState, CompetenceArea, Draw, Impartiality, ReviewPoint, Visit, VulnerabilityAnalysis,
};
use serde::{Deserialize, Serialize};

/// A person who took part (F-14, F-20).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Person {
    /// Name.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Role codes: `lead`, `evaluator`, `technical_expert`, `reviewer`, `approver`, `decision_maker`,
    /// `signatory`, `client_contact`, `quality_manager`, `observer`.
    pub roles: Vec<String>,
    /// Function in the organisation, in its own words.
    pub function: Option<String>,
    /// Public key the person signs with, 64 lower-case hexadecimal characters.
    pub key: Option<String>,
    /// Competence statement for this evaluation (F-20).
    pub competence: Option<String>,
    /// The person's impartiality declaration and the result of its review (F-19).
    pub impartiality: Option<String>,
    /// The declaration for this case in its parts, where one was recorded (F-19).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub declaration: Option<Impartiality>,
    /// Areas of competence with what they rest on (F-20).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub areas: Vec<CompetenceArea>,
}

/// Party and independence (F-19; core block "evaluator(s), party").
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Independence {
    /// `first`, `second` or `third`: ISO/IEC 17000 party.
    pub party: String,
    /// Type of inspection body `A`, `B` or `C` (ISO/IEC 17020 Annex A), when it is one.
    pub inspection_type: Option<String>,
    /// Relationship of the issuer to the client, in the issuer's words.
    pub relationship: String,
    /// Results of the review of conflicts of interest.
    pub conflict_review: Option<String>,
    /// Independence of the security testers (4-1 SVV-5), component only.
    pub testers: Option<String>,
}

/// How the evaluation was carried out (F-12, F-13, F-15, F-18).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Conduct {
    /// Objectives and criteria.
    pub objectives: String,
    /// Plan reference.
    pub plan: Option<String>,
    /// Deviations from the plan.
    pub plan_deviations: Vec<String>,
    /// First and last day, `YYYY-MM-DD`.
    pub from: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub to: Option<String>,
    /// Places of the evaluation.
    pub places: Vec<String>,
    /// What was done on site and what remotely.
    pub on_site_and_remote: Option<String>,
    /// Person-days, as text (for example `12.5`).
    pub person_days: Option<String>,
    /// Opening, closing and other meetings.
    pub meetings: Vec<String>,
    /// Opinions that stayed different at the closing meeting (F-18).
    pub diverging_opinions: Vec<String>,
    /// Security testing and vulnerability analysis: reports reviewed, metric, threshold, residual issues (6-2 B.5, B.6).
    pub testing: Vec<String>,
    /// The vulnerability analysis in its parts (6-2 B.6), component only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vulnerabilities: Option<VulnerabilityAnalysis>,
    /// Sampling (F-15); `None` prints that no sampling was recorded.
    pub sampling: Option<Sampling>,
}

/// Sampling of projects or parts (F-15).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Sampling {
    /// Population and period.
    pub population: String,
    /// Number of items in the population.
    pub population_size: Option<u32>,
    /// Method and reason, with the seed when it was random.
    pub method: String,
    /// Coded names of the chosen items.
    pub sample: Vec<String>,
    /// How it was drawn, where the program drew it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub draw: Option<Draw>,
}

/// The technical review (F-23).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Review {
    /// Who.
    pub reviewer: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Result code: `accepted`, `returned`.
    pub result: String,
    /// Points raised and how they were settled.
    pub points: Vec<String>,
    /// The points one by one, where they were recorded so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub raised: Vec<ReviewPoint>,
}

/// The decision (F-24).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Decision {
    /// Who.
    pub decider: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Result code: `granted`, `granted_limited`, `refused`.
    pub result: String,
    /// Reasons.
    pub reasons: String,
    /// Conditions.
    pub conditions: Vec<String>,
    /// The evaluator's recommendation (F-22), code `grant`, `grant_with_conditions`, `do_not_grant`.
    pub recommendation: Option<String>,
}

impl Decision {
    /// True when the result is `granted` or `granted_limited`.
    #[must_use]
    pub fn is_positive(&self) -> bool {
        matches!(self.result.as_str(), "granted" | "granted_limited")
    }
}

/// Data for the certification body's own document (ISO/IEC 17065 7.7; 17021-1 8.2.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CertificateData {
    /// Number.
    pub number: String,
    /// Scheme name, as the body calls it.
    pub scheme: String,
    /// Scope in words.
    pub scope: String,
    /// Effective from, `YYYY-MM-DD`, not before the decision.
    pub effective: String,
    /// Expiry or term, `YYYY-MM-DD`.
    pub expiry: Option<String>,
    /// Surveillance plan (F-27).
    pub surveillance: Option<String>,
    /// Conditions of use (F-27).
    pub conditions_of_use: Option<String>,
    /// The certification agreement: reference and date (ISO/IEC 17065 7.7.2).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreement: Option<String>,
    /// What became of it, oldest first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub states: Vec<CertificateState>,
    /// Surveillance visits, in the order of their due dates.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub visits: Vec<Visit>,
}
