//! What must be evaluated.
//!
//! A **pack** is one JSON file for one edition of one requirement document: its requirements, its
//! headings, the evaluation activities and what evidence looks like. [`Checklist::parse`] turns the
//! bytes of a pack into a [`Checklist`] that cannot be wrong, or says everything that is wrong with
//! it and where. The format is written down in `docs/formats/checklist.md`.
//!
//! This crate knows nothing about files, verdicts, claims or the text of any standard: labels and
//! activities are in our own words, and a pack carries for each of them how sure we are.
#![no_std]
extern crate alloc;

mod activity;
pub mod diff;
mod fields;
pub mod guidance;
mod json;
mod problem;
pub mod profile;
mod read;
mod requirement;
mod rules;
#[cfg(feature = "schema")]
pub mod schema;
pub mod series;
pub mod text;

use alloc::{string::String, vec::Vec};

pub use activity::{Activity, EvidencePattern, Verb};
pub use json::Json;
pub use problem::{PackProblem, PackWhy};
pub use requirement::{
    ComponentType, Confidence, DocumentationBasis, EditionChange, Group, Heading, HeadingKind, Requirement,
    RequirementKind,
};

/// The word in a pack's `schema` field that this crate reads.
pub const SCHEMA: &str = "assay-checklist/1";

/// One edition of one requirement document, complete and consistent.
///
/// Rows stand in the order of the standard; nothing in it changes after [`Checklist::parse`].
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Checklist {
    /// Our name for the pack, for example `iec-62443-4-2-2019`.
    pub id: String,
    /// The requirement document without its edition, for example `IEC 62443-4-2`.
    pub document: String,
    /// The edition by year, for example `2019`.
    pub edition: String,
    /// Amendments and corrigenda that the rows take in; often none.
    #[cfg_attr(feature = "schema", schemars(length(min = 0)))]
    pub amendments: Vec<String>,
    /// The title of the requirement document.
    pub title: String,
    /// What is evaluated against it.
    pub object: Object,
    /// The evaluation method with its edition, for example `IEC TS 62443-6-2:2025`.
    pub method: String,
    /// The year and month (`2026-11`), or the day, up to which the facts were checked.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = crate::schema::DATE)))]
    pub as_of: String,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// Whether the list of rows itself rests on one derived source: a pack to work with, not to rely on. Screens and
    /// reports say so.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub unproven: bool,
    /// SHA-256 of the bytes of the pack: what a dossier pins.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(serialize_with = "requirement::as_text")]
    pub digest: trail::Digest,
    /// Groups in which rows are counted, each with its TR constant.
    pub groups: Vec<Group>,
    /// Every row that can be assessed, in the order of the standard.
    pub requirements: Vec<Requirement>,
    /// Numbered headings that hold nothing to assess. They count in TR and can get no verdict.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub headings: Vec<Heading>,
    /// What the evaluator does, in the order in which the method wants it done.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub activities: Vec<Activity>,
    /// What evidence looks like for each kind of requirement and maturity level (2-4 only).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub evidence_patterns: Vec<EvidencePattern>,
}

/// What is evaluated against a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Object {
    /// A product: IEC 62443-4-2, with security levels 1 to 4 and component types.
    Component,
    /// An organisation that integrates or maintains: IEC 62443-2-4, with maturity levels 1 to 4.
    ServiceProvider,
    /// A supplier's development process: IEC 62443-4-1, with maturity levels 1 to 4.
    Process,
}

impl Object {
    /// Whether its requirements rise with a security level. The others rise with a maturity level.
    #[must_use]
    pub const fn has_security_levels(self) -> bool {
        match self {
            Self::Component => true,
            Self::ServiceProvider | Self::Process => false,
        }
    }

    /// Whether each of its requirements is judged once for every role that the object has.
    #[must_use]
    pub const fn has_roles(self) -> bool {
        matches!(self, Self::ServiceProvider)
    }

    /// Its word in packs, reports and answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Component => "component",
            Self::ServiceProvider => "service_provider",
            Self::Process => "process",
        }
    }
}

impl Checklist {
    /// Reads the bytes of a pack.
    ///
    /// # Errors
    /// Every problem of the pack at once, each with its place and reason. A pack with one problem
    /// is refused whole: half a checklist would drop rows silently.
    pub fn parse(bytes: &[u8]) -> Result<Self, Vec<PackProblem>> {
        read::pack(bytes)
    }

    /// The row with this id, for example `CR 1.1 RE(1)` or `SP.01.05 BR`.
    #[must_use]
    pub fn requirement(&self, id: &str) -> Option<&Requirement> {
        self.requirements.iter().find(|row| row.id == id)
    }

    /// Where the row with this id stands in the order of the standard, counted from 0.
    #[must_use]
    pub fn position(&self, id: &str) -> Option<usize> {
        self.requirements.iter().position(|row| row.id == id)
    }

    /// The enhancements of the base requirement `id`, in the order of the standard.
    pub fn enhancements_of<'a>(&'a self, id: &'a str) -> impl Iterator<Item = &'a Requirement> {
        self.requirements.iter().filter(move |row| row.parent.as_deref() == Some(id))
    }

    /// The heading with this id, for example `CR 2.3`.
    #[must_use]
    pub fn heading(&self, id: &str) -> Option<&Heading> {
        self.headings.iter().find(|heading| heading.id == id)
    }

    /// The evaluation activity with this id, for example `CTX-1`.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<&Activity> {
        self.activities.iter().find(|activity| activity.id == id)
    }

    /// The group with this id, for example `FR1`, `NDR` or `Solution staffing`.
    #[must_use]
    pub fn group(&self, id: &str) -> Option<&Group> {
        self.groups.iter().find(|group| group.id == id)
    }

    /// The groups of the tuple line (RA, NAR, TR), in the order in which it is printed.
    ///
    /// For 4-2 these are CCSC, FR1 to FR7 and the four type-specific families; for 2-4 the 14
    /// summary levels. Every row counts in exactly one, see [`Checklist::tuple_group_of`].
    pub fn tuple_groups(&self) -> impl Iterator<Item = &Group> {
        self.groups.iter()
    }

    /// The id of the group in whose tuple the row counts.
    ///
    /// A type-specific row (`NDR 5.2`) counts in its family, not in its FR; every other row in its
    /// own group. Headings count in their FR, so that the totals of 4-2 add up to 141.
    #[must_use]
    pub fn tuple_group_of<'a>(&'a self, requirement: &'a Requirement) -> &'a str {
        rules::tuple_group(self.groups.iter(), requirement)
    }

    /// The sum of all TR constants: 141 for 4-2:2019 (126 rows and 15 headings), 123 for 2-4:2023.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.groups.iter().fold(0, |sum, group| sum.saturating_add(group.total))
    }

    /// What evidence looks like for rows of this kind at this maturity level (1 to 4).
    #[must_use]
    pub fn evidence_pattern(&self, kind: &str, maturity: u8) -> Option<&EvidencePattern> {
        self.evidence_patterns.iter().find(|p| p.kind == kind && p.ml == maturity)
    }
}
