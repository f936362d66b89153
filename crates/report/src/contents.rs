//! The one data set behind all three reports.
//!
//! It is codes, names, numbers and the words of the people involved; every fixed text comes from
//! [`crate::Words`] at rendering time. The field numbers `F-01` to `F-30` and the clause numbers
//! (ISO/IEC 17050-1 6.1, ISO/IEC 17020 7.4.2, ISO/IEC 17065 7.7, IEC TS 62443-6-2 Annex A and B)
//! are listed with their meaning in `docs/formats/report-json.md`.
//!
//! An empty text in a mandatory place is printed as "not recorded". Whether a report may be issued
//! at all is decided before it comes here; [`crate::check()`] repeats only the rules whose breach
//! would make the words on the page untrue.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

pub use crate::conclusion::*;
pub use crate::integrity::*;
pub use crate::object::*;
pub use crate::people::*;
pub use crate::process::*;
pub use crate::record::*;
pub use crate::shapes::*;

/// The schema name in every report's JSON that is written.
pub const SCHEMA: &str = "assay-report/2";
/// The schema of reports that were issued before; still read, checked and drawn. It has the same members but for
/// those that are absent from the JSON where nothing is recorded. A reader refuses any other value.
pub const SCHEMA_BEFORE: &str = "assay-report/1";

/// Everything a report says, without one localised word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contents {
    /// [`SCHEMA`], or [`SCHEMA_BEFORE`] in a report issued before.
    pub schema: String,
    /// Number, kind, revision, date (F-01, F-02, F-21, F-25).
    pub report: Head,
    /// Who issues the report (F-03).
    pub issuer: Issuer,
    /// Whose object was evaluated (F-04). In a self-declaration the same legal person as the issuer.
    pub client: Organisation,
    /// What was evaluated (F-05; core block "component").
    pub object: Object,
    /// Against what, with which method and which checklist pack (F-06).
    pub basis: Basis,
    /// What was claimed before the evaluation began (core block "claim").
    pub claim: Claim,
    /// Team, experts, reviewer, decision maker, signatories (F-14, F-20).
    pub people: Vec<Person>,
    /// Party, independence, impartiality (F-19).
    pub independence: Independence,
    /// Plan, dates, places, meetings, sampling, diverging opinions (F-12, F-13, F-15, F-18).
    pub conduct: Conduct,
    /// What follows from the verdicts (F-08, F-09).
    pub conclusion: Conclusion,
    /// The statement of conformity, or why none is given (F-11).
    pub statement: Statement,
    /// Every row of the checklist in the order of the standard, none left out (F-07 to F-10).
    pub rows: Vec<RowEntry>,
    /// The evaluation activities in their order (component only; empty for a service provider).
    pub activities: Vec<ActivityEntry>,
    /// All findings, closed ones too (F-16, F-17).
    pub findings: Vec<Finding>,
    /// The evidence register (F-10; core block "evidence register").
    pub evidence: Vec<Evidence>,
    /// Values that two people recorded differently and nobody has settled yet.
    pub conflicts: Vec<Conflict>,
    /// What technical experts signed (F-14).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// Sub-type of an independent assessment (F-01; ISO/IEC 17020 7.4.2, 17025 7.8.2). `None` in the other kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Assessment>,
    /// The supporting file of a declaration (ISO/IEC 17050-2). `None` in the other kinds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supporting_file: Option<SupportingFile>,
    /// The technical review (F-23; ISO/IEC 17065 7.5).
    pub review: Option<Review>,
    /// The decision (F-24; ISO/IEC 17065 7.6). Certification-body report only.
    pub decision: Option<Decision>,
    /// The data a certification body prints on its own document (ISO/IEC 17065 7.7).
    /// Allowed only beside a positive decision.
    pub certificate: Option<CertificateData>,
    /// What limits the report's validity (F-25, F-29; ISO/IEC 17050-1 6.1 h).
    pub validity: Validity,
    /// What ties the report to the signed trail (F-28).
    pub integrity: Integrity,
}

/// Which of the three reports this is (F-01). IEC 62443 itself knows no such tiers: they are
/// first-, second- and third-party conformity assessment of ISO/IEC 17000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// First party, in the shape of ISO/IEC 17050-1. One signature.
    SelfDeclaration,
    /// Second party, or an inspection body (ISO/IEC 17020). Two signatures.
    IndependentAssessment,
    /// The report a certification body (ISO/IEC 17065) files behind its decision. Three signatures.
    CertificationBody,
}

impl Kind {
    /// The code used in word ids and in JSON.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Kind::SelfDeclaration => "self_declaration",
            Kind::IndependentAssessment => "independent_assessment",
            Kind::CertificationBody => "certification_body",
        }
    }

    /// Who signs, in the order of the boxes on the page. These are the values of
    /// [`SignatureBox::place`].
    #[must_use]
    pub fn signers(self) -> &'static [&'static str] {
        match self {
            Kind::SelfDeclaration => &["issuer"],
            Kind::IndependentAssessment => &["evaluator", "approver"],
            Kind::CertificationBody => &["evaluator", "reviewer", "decision_maker"],
        }
    }
}

/// Number, kind and dates of the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Head {
    /// Which report (F-01).
    pub kind: Kind,
    /// Unique number of the document (F-02; ISO/IEC 17050-1 6.1 a, 17020 7.4.2 b). Printed on every page.
    pub number: String,
    /// Revision, from 1 (F-02).
    pub revision: u32,
    /// Number and revision of the document this one replaces (F-02).
    pub replaces: Option<String>,
    /// Date of issue as `YYYY-MM-DD` (F-25; ISO/IEC 17050-1 6.1 f). Also the creation date inside the files.
    pub issued_on: String,
    /// Place of issue (F-25).
    pub place: String,
    /// True: every page says "Draft" and no signature box is offered.
    pub draft: bool,
    /// Confidentiality class code (F-21): `public`, `restricted`, `confidential`, `strictly_confidential`.
    pub confidentiality: String,
    /// Who receives the report (F-21).
    pub distribution: Vec<String>,
    /// Earlier reports and results of others that were relied on (F-30).
    pub relied_on: Vec<String>,
    /// Anything the issuer adds.
    pub remarks: Option<String>,
    /// Dossier id, 8-4-4-4-12 lower-case hexadecimal.
    pub dossier: String,
    /// What differs from the document this one replaces (F-02; ISO/IEC 17025 7.8.8).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub changes: Option<String>,
    /// Who owns the report and may hand it on (F-21).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ownership: Option<String>,
    /// Who signs (F-26); see [`Kind::signers`].
    pub signatures: Vec<SignatureBox>,
}

/// One signature box (F-26).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct SignatureBox {
    /// `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
    pub place: String,
    /// Name of the person.
    pub name: String,
    /// Function of the person in the organisation, in its own words.
    pub function: String,
    /// Organisation the person signs for.
    pub organisation: String,
    /// Public key (64 lower-case hexadecimal characters) the detached signature will verify with.
    pub key: Option<String>,
}

/// The issuing body (F-03).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Issuer {
    /// Legal name.
    pub name: String,
    /// Postal address, one line per line.
    pub address: String,
    /// E-mail, telephone or person.
    pub contact: String,
    /// Accreditation or recognition reference; `None` prints "not accredited for this activity".
    pub accreditation: Option<String>,
}

/// A legal person (F-04).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Organisation {
    /// Legal name.
    pub name: String,
    /// Postal address.
    pub address: String,
    /// Contact.
    pub contact: String,
    /// Representative for this evaluation.
    pub representative: Option<String>,
}

/// The requirement document, the method and the pinned checklist pack (F-06; ISO/IEC 17050-1 6.1 e).
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Basis {
    /// For example `IEC 62443-4-2`.
    pub document: String,
    /// For example `2019`.
    pub edition: String,
    /// Amendments and corrigenda.
    pub amendments: Vec<String>,
    /// For example `IEC TS 62443-6-2:2025`.
    pub method: String,
    /// Checklist pack id.
    pub pack: String,
    /// Whether the pack's list of rows is derived and was not checked against a list of that edition.
    #[serde(skip_serializing_if = "core::ops::Not::not")]
    pub unproven: bool,
    /// SHA-256 of the pack's bytes, 64 lower-case hexadecimal characters.
    pub pack_sha256: String,
    /// Profile id and version, when one was used.
    pub profile: Option<String>,
    /// SHA-256 of the profile's file.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_sha256: Option<String>,
    /// Whether the profile has what IEC TS 62443-1-5 asks of one; where not it is called a tailoring.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profile_conforms: Option<bool>,
    /// Deviations from the method, each with its reason.
    pub deviations: Vec<String>,
}

/// What was claimed before the evaluation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Claim {
    /// Component: the declared SL-C of FR 1 to FR 7, seven values from 0 to 4; empty when the claim
    /// is a list of requirements or the object is a service provider.
    pub declared_levels: Vec<u8>,
    /// Claim by list of requirements instead of levels: their ids.
    pub requirements: Vec<String>,
    /// Service provider: the maturity level declared for the program, when one was (rows have their own).
    pub declared_ml: Option<u8>,
    /// Date on which the claim was recorded, `YYYY-MM-DD`.
    pub recorded_on: Option<String>,
    /// Anything the client added.
    pub remark: Option<String>,
}

/// The statement of conformity (F-11). Whether it may be given is decided elsewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Statement {
    /// True when a positive statement is given.
    pub given: bool,
    /// Outcome code. The text is `report-statement-<kind>-<code>`; codes: `component_levels`,
    /// `component_requirements`, `provider` (positive), `component_none`, `provider_none` (no
    /// statement is given), `component_negative`, `provider_negative` (not conforming).
    pub code: String,
    /// Values for the placeholders of the text.
    pub args: BTreeMap<String, String>,
    /// What limits the statement, or why none is given.
    pub limited_by: Vec<Coded>,
}

/// A code with arguments; its text is `report-<family>-<code>`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields, default)]
pub struct Coded {
    /// The code.
    pub code: String,
    /// Values for the placeholders of the text.
    pub args: BTreeMap<String, String>,
}
