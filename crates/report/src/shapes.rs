//! What only some reports have: the sub-type of an independent assessment, the supporting file of a
//! declaration, the tested item, the analysis of vulnerabilities, the issuer's own look.

use serde::{Deserialize, Serialize};

/// The sub-type of an independent assessment and what it asks for. Absent in the other kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Assessment {
    /// Code: `second_party_assessment`, `inspection` (ISO/IEC 17020), `test_report` (the shape of ISO/IEC 17025
    /// 7.8, component only). The title is `report-subtype-<code>`.
    pub subtype: String,
    /// Order or contract the assessment was made under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contract: Option<String>,
    /// Criteria of acceptance (second party).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub acceptance: Option<String>,
    /// The rule by which results decide on conformity (ISO/IEC 17025 7.8.6).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision_rule: Option<String>,
    /// Equipment and tools used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub equipment: Vec<String>,
    /// Results obtained from others, marked as such (ISO/IEC 17020 7.4.4, 17025 7.8.2).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub subcontracted: Vec<String>,
    /// Opinions and interpretations, apart from the results (ISO/IEC 17025 7.8.7).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub opinions: Vec<String>,
}

/// What ISO/IEC 17050-2 asks for beside the tables of the report. Self-declaration only.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SupportingFile {
    /// Who is responsible for the file.
    pub responsible: String,
    /// How conformity is kept, and how the declaration is renewed or withdrawn on change.
    pub change_control: String,
    /// Access for authorities and others who may ask.
    pub access: String,
    /// Conformity assessment bodies involved, with report, date and accreditation as recorded.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<String>,
    /// Who reviewed the file beside the signer, and when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reviewed_by: Option<String>,
}

/// The item that was tested (ISO/IEC 17025 7.8.2.1 g to i).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct TestedItem {
    /// Serial numbers or other marks of the very items.
    pub identification: String,
    /// Condition on receipt.
    pub condition: String,
    /// Date of receipt, `YYYY-MM-DD`.
    pub received: String,
    /// First day of the tests, `YYYY-MM-DD`.
    pub tested_from: String,
    /// Last day of the tests, `YYYY-MM-DD`.
    pub tested_to: String,
}

/// The vulnerability analysis in its parts (IEC TS 62443-6-2 B.6).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct VulnerabilityAnalysis {
    /// How severity is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub metric: Option<String>,
    /// What is not accepted, per level.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub threshold: Option<String>,
    /// Issues found, each with its disposition.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub issues: Vec<String>,
    /// What remains.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub residual: Option<String>,
    /// Date of the search for publicly known vulnerabilities, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub searched_on: Option<String>,
}

/// With what the pages were drawn, where it is not the program's own.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Layout {
    /// SHA-256 of the organisation's profile, as `report::look::Profile::digest` counts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_sha256: Option<String>,
    /// SHA-256 of the organisation's templates, as `report::look::Templates::digest` counts it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub templates_sha256: Option<String>,
}
