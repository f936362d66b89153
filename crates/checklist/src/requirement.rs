//! The rows of a checklist: what is required of whom, from which level on.

use alloc::{string::String, vec::Vec};
use core::fmt;
use serde::{Deserialize, Serialize, Serializer};

/// One row that can be assessed.
///
/// Fields that the other kind of checklist uses are `None` or empty: a 2-4 row has no security
/// level and no component type, a 4-2 row no kind of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Requirement {
    /// The id as printed in the standard, for example `CR 1.1 RE(1)` or `SP.01.05 BR`.
    pub id: String,
    /// For an enhancement, the id of the base requirement that it enhances; otherwise `None`.
    pub parent: Option<String>,
    /// Common constraint, base requirement or enhancement.
    pub kind: RequirementKind,
    /// The [`Group::id`] under which the standard lists the row (`FR2` also for `EDR 2.4`).
    pub group: String,
    /// `CR`, `SAR`, `EDR`, `HDR`, `NDR` or `CCSC` in 4-2, `SP` in 2-4.
    pub family: String,
    /// The foundational requirement, 1 to 7; `None` for CCSC and for 2-4.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 7)))]
    pub fr: Option<u8>,
    /// The functional area of a 2-4 row, which is coarser than its summary level.
    pub area: Option<String>,
    /// The short title (4-2) or a label in our own words (2-4). Not unique: type-specific rows of
    /// different families share their title.
    pub label: String,
    /// The component types to which a 4-2 row applies, in the order SAR, EDR, HDR, NDR.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub applies_to: Vec<ComponentType>,
    /// The lowest security level, 1 to 4, that selects a 4-2 row (IEC 62443-4-2 Annex B).
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 4)))]
    pub selected_from: Option<u8>,
    /// The clause of the standard in which the row stands.
    pub clause: Option<String>,
    /// For 2-4 the kind of evidence that joins the row with [`crate::EvidencePattern::kind`].
    pub evidence_kind: Option<String>,
    /// For 2-4 whether a document must be delivered to the asset owner.
    pub documentation_delivered: Option<bool>,
    /// How sure [`Requirement::documentation_delivered`] is.
    pub documentation_basis: Option<DocumentationBasis>,
    /// When the row applies at all, in our own words. `None`: it always applies.
    pub condition: Option<String>,
    /// The row that has to be selected for this one to apply (`EDR 2.4` for `EDR 3.13`).
    pub needs: Option<String>,
    /// Rows that apply as soon as this one does (`CR 4.3` for `CR 1.14`).
    #[cfg_attr(feature = "schema", schemars(default))]
    pub brings: Vec<String>,
    /// Whether the asset owner sets a value (days, numbers, a mechanism) that the row depends on.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub owner_parameter: bool,
    /// For 2-4 whether edition 1 had the row.
    pub in_edition_1: Option<bool>,
    /// For 2-4 how edition 2 changed the row.
    pub edition_2_change: Option<EditionChange>,
    /// Parts that are checked one by one; a pass with an open part is impossible.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub sub_points: Vec<String>,
    /// Remarks for the assessor, in our own words.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub notes: Vec<String>,
    /// How sure the least certain fact of the row is. Where it is not high,
    /// [`Requirement::documentation_basis`], [`Requirement::edition_2_change`] or a note says which.
    pub confidence: Confidence,
    /// SHA-256 of the row's own content: the canonical JSON (RFC 8785) of its object in the pack.
    ///
    /// An answer may carry over to another pack only where this digest is unchanged.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(serialize_with = "as_text")]
    pub digest: trail::Digest,
}

impl Requirement {
    /// Whether a claim of security level `level` for components of `types` selects this 4-2 row.
    ///
    /// Always false for a 2-4 row: in 2-4 contract or profile select rows, never a level.
    #[must_use]
    pub fn selected_at(&self, level: u8, types: &[ComponentType]) -> bool {
        self.selected_from.is_some_and(|from| from <= level)
            && self.applies_to.iter().any(|own| types.contains(own))
    }
}

/// What kind of row it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum RequirementKind {
    /// Common component security constraint: holds for every component at every level.
    Ccsc,
    /// Base requirement: CR, SAR, EDR, HDR or NDR in 4-2, BR in 2-4.
    Base,
    /// Requirement enhancement (RE) of a base requirement.
    Enhancement,
}

/// The four component types of IEC 62443-4-2.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum ComponentType {
    /// Software application.
    Sar,
    /// Embedded device.
    Edr,
    /// Host device.
    Hdr,
    /// Network device.
    Ndr,
}

impl ComponentType {
    /// All four, in the order of the standard.
    pub const ALL: [Self; 4] = [Self::Sar, Self::Edr, Self::Hdr, Self::Ndr];

    /// The abbreviation used in ids: `SAR`, `EDR`, `HDR` or `NDR`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sar => "SAR",
            Self::Edr => "EDR",
            Self::Hdr => "HDR",
            Self::Ndr => "NDR",
        }
    }

    /// The type with exactly this abbreviation.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.as_str() == text)
    }
}

impl fmt::Display for ComponentType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// How sure a fact is that was not checked against a licensed copy of the standard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Confidence {
    /// Uncertain: sources disagree or say nothing.
    Low,
    /// Derived, recalled or known by place.
    Medium,
    /// Cross-checked in two sources or more.
    High,
}

/// Where [`Requirement::documentation_delivered`] comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DocumentationBasis {
    /// A source says so.
    Confirmed,
    /// We derived it from what the row asks for.
    Derived,
    /// We are not sure.
    Uncertain,
}

/// How edition 2 of IEC 62443-2-4 changed a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum EditionChange {
    /// Other words, same demand (in most rows "capability" became "process").
    Wording,
    /// It covers something else than before.
    Scope,
    /// It asks for more.
    Stronger,
    /// It asks for less.
    Relaxed,
    /// Sources disagree about the change.
    Disputed,
    /// Not known.
    Uncertain,
}

/// A group of rows with its TR constant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Group {
    /// `CCSC`, `FR1` to `FR7`, `SAR`, `EDR`, `HDR` or `NDR` in 4-2; the summary level in 2-4.
    pub id: String,
    /// The number of the foundational requirement, 1 to 7; `None` where the group is not an FR.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 7)))]
    pub number: Option<u8>,
    /// The name of the group.
    pub label: String,
    /// A short form for narrow columns, for example `IAC` or `SP.01`.
    pub abbreviation: String,
    /// The TR constant: how many numbered entries the group has, headings included.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 10_000)))]
    pub total: u32,
}

/// A numbered heading that holds no requirement of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Heading {
    /// The id as printed in the standard, for example `CR 2.3`.
    pub id: String,
    /// The [`Group::id`] of its foundational requirement, in which it counts.
    pub group: String,
    /// The foundational requirement, 1 to 7.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 7)))]
    pub fr: u8,
    /// The short title.
    pub label: String,
    /// Why there is nothing to assess.
    pub kind: HeadingKind,
    /// For a pointer, the component types whose own rows carry the requirement.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub see: Vec<ComponentType>,
}

/// Why a heading holds nothing to assess.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum HeadingKind {
    /// The requirement stands in the type-specific rows.
    Pointer,
    /// The subject exists at system level only.
    NoComponentRequirement,
}

/// Writes a digest as its 64 hexadecimal digits.
pub(crate) fn as_text<S: Serializer>(digest: &trail::Digest, to: S) -> Result<S::Ok, S::Error> {
    to.collect_str(digest)
}
