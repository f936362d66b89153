//! The part of CycloneDX 1.6 that a report is told with (schema bom-1.6, `definitions` and `declarations`).

use serde::Serialize;

/// The file.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Bom {
    #[serde(rename = "$schema")]
    pub(super) schema: &'static str,
    pub(super) bom_format: &'static str,
    pub(super) spec_version: &'static str,
    pub(super) serial_number: String,
    pub(super) version: u32,
    pub(super) metadata: Metadata,
    pub(super) definitions: Definitions,
    pub(super) declarations: Declarations,
    pub(super) properties: Vec<Property>,
}

#[derive(Serialize)]
pub(super) struct Metadata {
    pub(super) timestamp: String,
    pub(super) tools: Tools,
    pub(super) authors: Vec<Contact>,
    pub(super) manufacturer: Organisation,
}

#[derive(Serialize)]
pub(super) struct Tools {
    pub(super) components: Vec<Component>,
}

#[derive(Serialize)]
pub(super) struct Contact {
    pub(super) name: String,
}

#[derive(Serialize)]
pub(super) struct Organisation {
    #[serde(rename = "bom-ref", skip_serializing_if = "Option::is_none")]
    pub(super) bom_ref: Option<String>,
    pub(super) name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) address: Option<Address>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) contact: Vec<Contact>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Address {
    pub(super) street_address: String,
}

#[derive(Serialize)]
pub(super) struct Component {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    #[serde(rename = "bom-ref", skip_serializing_if = "Option::is_none")]
    pub(super) bom_ref: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) supplier: Option<Organisation>,
    pub(super) name: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) version: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) description: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) hashes: Vec<Hash>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) components: Vec<Component>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) properties: Vec<Property>,
}

#[derive(Serialize)]
pub(super) struct Hash {
    pub(super) alg: &'static str,
    pub(super) content: String,
}

#[derive(Serialize)]
pub(super) struct Definitions {
    pub(super) standards: Vec<Standard>,
}

#[derive(Serialize)]
pub(super) struct Standard {
    #[serde(rename = "bom-ref")]
    pub(super) bom_ref: String,
    pub(super) name: String,
    pub(super) version: String,
    pub(super) description: String,
    pub(super) owner: &'static str,
    pub(super) requirements: Vec<Requirement>,
    pub(super) levels: Vec<Level>,
}

#[derive(Serialize)]
pub(super) struct Requirement {
    #[serde(rename = "bom-ref")]
    pub(super) bom_ref: String,
    pub(super) identifier: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) parent: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) properties: Vec<Property>,
}

#[derive(Serialize)]
pub(super) struct Level {
    #[serde(rename = "bom-ref")]
    pub(super) bom_ref: String,
    pub(super) identifier: String,
    pub(super) title: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) requirements: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Declarations {
    pub(super) assessors: Vec<Assessor>,
    pub(super) attestations: Vec<Attestation>,
    pub(super) claims: Vec<Claim>,
    pub(super) evidence: Vec<Evidence>,
    pub(super) targets: Targets,
    pub(super) affirmation: Affirmation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Assessor {
    #[serde(rename = "bom-ref")]
    pub(super) bom_ref: &'static str,
    pub(super) third_party: bool,
    pub(super) organization: Organisation,
}

#[derive(Serialize)]
pub(super) struct Attestation {
    pub(super) summary: String,
    pub(super) assessor: &'static str,
    pub(super) map: Vec<Mapping>,
}

/// One row of the report.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Mapping {
    pub(super) requirement: String,
    pub(super) claims: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) counter_claims: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) conformance: Option<Conformance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) confidence: Option<Confidence>,
}

/// Only of what is met (1) or not met (0). The format calls it a score; nothing in between is ever written.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Conformance {
    pub(super) score: u8,
    pub(super) rationale: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) mitigation_strategies: Vec<String>,
}

#[derive(Serialize)]
pub(super) struct Confidence {
    pub(super) rationale: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Claim {
    #[serde(rename = "bom-ref")]
    pub(super) bom_ref: String,
    pub(super) target: String,
    pub(super) predicate: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) reasoning: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) evidence: Vec<String>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Evidence {
    #[serde(rename = "bom-ref")]
    pub(super) bom_ref: String,
    pub(super) description: String,
    pub(super) data: Vec<Data>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) created: Option<String>,
}

#[derive(Serialize)]
pub(super) struct Data {
    pub(super) name: String,
    pub(super) contents: Holding,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub(super) classification: String,
}

/// Where the bytes are: never in this file, except a countermeasure's own words.
#[derive(Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Holding {
    Url(String),
    Attachment(Attachment),
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Attachment {
    pub(super) content_type: &'static str,
    pub(super) content: String,
}

#[derive(Default, Serialize)]
pub(super) struct Targets {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) organizations: Vec<Organisation>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) components: Vec<Component>,
}

#[derive(Serialize)]
pub(super) struct Affirmation {
    pub(super) statement: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub(super) signatories: Vec<Signatory>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct Signatory {
    pub(super) name: String,
    pub(super) role: String,
    pub(super) organization: Organisation,
    pub(super) external_reference: Reference,
}

#[derive(Serialize)]
pub(super) struct Reference {
    #[serde(rename = "type")]
    pub(super) kind: &'static str,
    pub(super) url: String,
    pub(super) comment: String,
    pub(super) hashes: Vec<Hash>,
}

#[derive(Serialize)]
pub(super) struct Property {
    pub(super) name: String,
    pub(super) value: String,
}
