//! The process behind a report: declarations of impartiality, competence, contributions, review points,
//! locks, the handling of findings, the draw of a sample, the life of a certificate.
//!
//! All of it is optional: a member that is absent was not recorded, and the page says so.

use crate::contents::EvidenceUse;
use serde::{Deserialize, Serialize};

/// A person's declaration of impartiality for this case, and its review (F-19; ISO/IEC 17020 4.1, 17065 4.2).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Impartiality {
    /// When the person declared, `YYYY-MM-DD`.
    pub declared_on: String,
    /// The fixed points, each with its answer.
    pub points: Vec<ImpartialityPoint>,
    /// What the person added.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub remark: Option<String>,
    /// Who reviewed the declaration.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<String>,
    /// When it was reviewed, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_on: Option<String>,
    /// Result code: `cleared`, `cleared_with_safeguards`, `barred`. Absent while nobody has reviewed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
    /// Safeguards or reasons of the review.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reasons: Option<String>,
}

/// One fixed point of the declaration.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ImpartialityPoint {
    /// Code: `employment`, `ownership`, `family`, `consulting` (on the client's program or component, last two
    /// years), `gifts`, `fee` (that depends on the result). The text is `report-impartiality-point-<code>`.
    pub code: String,
    /// True when the person says that there is such a thing.
    pub yes: bool,
    /// The explanation; needed where the answer is yes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub explanation: Option<String>,
}

/// One area of competence (F-20; ISO/IEC 17020 6.1, 17065 6.1).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CompetenceArea {
    /// The area: standard with edition, method, role, technology, audit method, language.
    pub area: String,
    /// What it rests on.
    pub basis: String,
    /// Last day on which it counts, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<String>,
    /// Who recorded it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recorded_by: Option<String>,
}

/// What a technical expert signed: input to rows or activities, never a verdict (F-14).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Contribution {
    /// Who.
    pub expert: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Ids of the rows and activities it is about.
    pub subjects: Vec<String>,
    /// What the expert says.
    pub text: String,
}

/// A point that the reviewer raised (F-23; ISO/IEC 17065 7.5).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct ReviewPoint {
    /// Number, for example `P-1`.
    pub id: String,
    /// Row, activity or finding; empty for the whole report.
    pub subject: String,
    /// The point.
    pub text: String,
    /// When it was raised, `YYYY-MM-DD`.
    pub raised_on: String,
    /// The evaluator's answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer: Option<String>,
    /// Who answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answered_by: Option<String>,
    /// Code: `open`, `settled`, `not_settled`, `withdrawn`.
    pub state: String,
    /// When the reviewer closed it, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<String>,
}

/// A row that may no longer be changed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Lock {
    /// Who locked it.
    pub by: String,
    /// When, `YYYY-MM-DD`.
    pub on: String,
}

/// The client's position on a finding and its answer (F-17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FindingAnswer {
    /// When, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// Who answered for the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Containment and correction.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub correction: Option<String>,
    /// Extent: where else it occurs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extent: Option<String>,
    /// Root cause.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub root_cause: Option<String>,
    /// Corrective action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrective_action: Option<String>,
    /// Who is responsible for the action.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// Evidence of the action.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceUse>,
}

/// One verification of what the client did about a finding (F-17).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FindingCheck {
    /// When, `YYYY-MM-DD`.
    pub on: String,
    /// Who verified.
    pub by: String,
    /// Method code: `documents`, `on_site`.
    pub method: String,
    /// Result code: `effective`, `not_effective`.
    pub result: String,
    /// What was seen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Evidence seen.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub evidence: Vec<EvidenceUse>,
}

/// A change of a finding's grade; the finding as raised is not rewritten.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct GradeChange {
    /// Grade code before.
    pub from: String,
    /// Grade code after.
    pub to: String,
    /// When, `YYYY-MM-DD`.
    pub on: String,
    /// Who.
    pub by: String,
    /// Why.
    pub reason: String,
}

/// How a sample was drawn, so that anybody can draw it again (F-15).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Draw {
    /// When, `YYYY-MM-DD`.
    pub on: String,
    /// Who drew.
    pub by: String,
    /// The seed.
    pub seed: String,
    /// Rule code: `sha256_lowest` (SHA-256 of `<seed>:<item>`, lowest first). The text is `report-draw-rule-<code>`.
    pub rule: String,
    /// How many the rule was to choose.
    pub wanted: u32,
    /// Evidence id of the list the population was taken from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Every item of the population, in its order.
    pub items: Vec<DrawItem>,
}

/// One item of the population.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct DrawItem {
    /// Coded name.
    pub id: String,
    /// What is known of it (role, technology, site).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// Code: `by_rule`, `added`, `left_out`, `not_chosen`.
    pub chosen: String,
    /// Why it was added or left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One state in the life of a certificate (F-27; ISO/IEC 17065 7.11).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct CertificateState {
    /// Code: `valid`, `conditions`, `suspended`, `reduced_scope`, `withdrawn`, `expired`, `terminated`.
    pub state: String,
    /// From when, `YYYY-MM-DD`.
    pub date: String,
    /// Why.
    pub reason: String,
    /// What the directory says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub directory_text: Option<String>,
    /// The scope that is left, where it was reduced.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scope: Option<String>,
    /// Who decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
}

/// A planned or held surveillance visit (F-27; ISO/IEC 17065 7.9).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Visit {
    /// Due at the latest on, `YYYY-MM-DD`.
    pub due: String,
    /// What is looked at.
    pub topics: Vec<String>,
    /// When it was held, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held_on: Option<String>,
    /// What came of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<String>,
}
