//! The object of the evaluation, as the report names it: all texts are the supplier's or provider's.

use crate::contents::TestedItem;
use serde::{Deserialize, Serialize};

/// What was evaluated.
#[expect(clippy::large_enum_variant, reason = "a report has one object, which is hardly ever moved")]
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Object {
    /// A component against IEC 62443-4-2.
    Component(Component),
    /// A service provider's security program against IEC 62443-2-4.
    ServiceProvider(Provider),
    /// A supplier's development process against IEC 62443-4-1.
    Process(Process),
}

impl Object {
    /// The code used in word ids: `component`, `service_provider` or `process`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Object::Component(_) => "component",
            Object::ServiceProvider(_) => "service_provider",
            Object::Process(_) => "process",
        }
    }
    /// The name a reader knows the object by.
    #[must_use]
    pub fn name(&self) -> &str {
        match self {
            Object::Component(c) => &c.name,
            Object::ServiceProvider(p) => &p.legal_entity,
            Object::Process(p) => &p.legal_entity,
        }
    }
}

/// A component (IEC TS 62443-6-2 Annex A.2). All texts are the supplier's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Component {
    /// Product name.
    pub name: String,
    /// Unique identifier or model number.
    pub identifier: String,
    /// How the device is labelled.
    pub label: Option<String>,
    /// Hardware versions.
    pub hardware: Vec<String>,
    /// Firmware versions.
    pub firmware: Vec<String>,
    /// Software versions.
    pub software: Vec<String>,
    /// SHA-256 of the evaluated files (4-1 SM-6).
    pub file_hashes: Vec<FileHash>,
    /// Batch or serial numbers the report holds for (ISO/IEC 17050-1 6.1 c).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub batch: Option<String>,
    /// Claimed component types: `SAR`, `EDR`, `HDR`, `NDR`.
    pub types: Vec<String>,
    /// Short description.
    pub description: String,
    /// Supplier's legal name, when it differs from the client.
    pub supplier: Option<String>,
    /// Sites of the supplier where the component is developed or made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub supplier_sites: Vec<String>,
    /// Security context and assumptions on the environment.
    pub security_context: String,
    /// Intended use.
    pub intended_use: Option<String>,
    /// Essential functions (CCSC 1).
    pub essential_functions: Vec<String>,
    /// Functions excluded from the evaluation or not tested, each with its reason (Annex A.2, B.2).
    pub excluded_functions: Vec<Exclusion>,
    /// Configuration, hardening state and test set-up (B.2).
    pub configuration: String,
    /// Identification, condition and date of receipt of the samples (ISO/IEC 17025 7.8.2).
    pub samples: Option<String>,
    /// The items that were tested, for a report in the shape of ISO/IEC 17025.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<TestedItem>,
    /// The 4-1 process: identity, maturity, attestation and date (ER-2).
    pub lifecycle_process: Option<String>,
}

/// A file of the component and its digest.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct FileHash {
    /// File name.
    pub file: String,
    /// SHA-256, 64 hexadecimal characters; printed as the supplier gave it.
    pub sha256: String,
}

/// A service provider (F-05).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Provider {
    /// Legal entity.
    pub legal_entity: String,
    /// Name and revision of the security program.
    pub program: String,
    /// Organisational units.
    pub units: Vec<String>,
    /// Sites.
    pub sites: Vec<String>,
    /// Services.
    pub services: Vec<String>,
    /// Role codes: `integration`, `maintenance`.
    pub roles: Vec<String>,
    /// Components or services that rows are split by, when they are.
    pub components: Vec<String>,
    /// Kinds of Automation Solution (BPCS, SIS, wireless, remote access …).
    pub solution_kinds: Vec<String>,
    /// Subcontractors.
    pub subcontractors: Vec<String>,
    /// What was excluded and why.
    pub exclusions: Vec<Exclusion>,
}

/// A supplier's development process. All texts are the supplier's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Process {
    /// Legal entity.
    pub legal_entity: String,
    /// Name and revision of the process.
    pub program: String,
    /// Organisational units.
    pub units: Vec<String>,
    /// Sites.
    pub sites: Vec<String>,
    /// Products or product lines that are developed with it.
    pub products: Vec<String>,
    /// Subcontractors.
    pub subcontractors: Vec<String>,
    /// What was excluded and why.
    pub exclusions: Vec<Exclusion>,
}

/// Something that was left out, with the reason.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Exclusion {
    /// What.
    pub what: String,
    /// Why.
    pub reason: String,
}
