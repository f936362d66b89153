//! The register of the IEC 62443 series: what an overview of the series states about each
//! document, and beside it what is really published as of a date.
//!
//! The format is written down in `docs/formats/series.md`.

use crate::{
    Confidence, PackProblem, PackWhy,
    fields::{Fields, Problems},
    json,
    read::{self, CONFIDENCES},
};
use alloc::{format, string::String, vec, vec::Vec};
use serde::{Deserialize, Serialize};

/// The word in the register's `schema` field that this crate reads.
pub const SCHEMA: &str = "assay-series/1";

const SUBJECTS: &[&str] = &["title", "type", "status", "lifecycle_phase"];

/// Every document of the series, dated.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SeriesRegister {
    /// The year and month, or the day, up to which the register was checked.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = crate::schema::DATE)))]
    pub as_of: String,
    /// Where the facts come from.
    pub sources: Vec<String>,
    /// SHA-256 of the bytes of the register.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(serialize_with = "crate::requirement::as_text")]
    pub digest: trail::Digest,
    /// The tiers of the series, in order.
    pub tiers: Vec<Tier>,
    /// The documents, in order of tier and number.
    pub documents: Vec<SeriesDocument>,
}

/// One tier of the series, for example `2`, "Policies & procedures".
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Tier {
    /// Its number, from 1.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 99)))]
    pub number: u8,
    /// Its name.
    pub label: String,
}

/// One document of the series, or something that an overview calls one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct SeriesDocument {
    /// The number in the series, for example `62443-4-2`.
    pub id: String,
    /// The [`Tier::number`] in which it stands.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 99)))]
    pub tier: u8,
    /// What the overview of the series states.
    pub overview: Overview,
    /// What is really published.
    pub actual: Actual,
    /// Where the two differ; show both there.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub differs: Vec<Subject>,
    /// What a certification under this document covers, or that there is none.
    pub certification_scope: String,
    /// What is certified against it; `None` where nothing is.
    pub certifies: Option<String>,
    /// Whether something can be assessed against it, and how.
    pub assessable: String,
    /// How sure the `actual` facts are.
    pub confidence: Confidence,
    /// What the confidence rests on, where there is something to say.
    pub confidence_note: Option<String>,
}

/// What an overview of the series states about a document, right or wrong.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Overview {
    /// The title.
    pub title: String,
    /// The type of document, for example `Standard` or `TR`.
    #[serde(rename = "type")]
    pub document_type: String,
    /// The status, for example `In Development`.
    pub status: String,
    /// The lifecycle phase; `None` where it states none.
    pub lifecycle_phase: Option<String>,
}

/// What is really published under the number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Actual {
    /// The designation with its year, for example `IEC TS 62443-6-2:2025`; `None` when nothing is
    /// published.
    pub designation: Option<String>,
    /// The title, or the working title; `None` where there is no such document.
    pub title: Option<String>,
    /// What other sources call it, or why there is no title.
    pub title_note: Option<String>,
    /// `IS`, `TS`, `TR` or `PAS`, also as planned; `None` when nothing is published and the type is not known.
    #[serde(rename = "type")]
    pub document_type: Option<String>,
    /// The status at the date of the register.
    pub status: String,
    /// The edition or editions; `None` when nothing is published.
    pub edition: Option<String>,
    /// The lifecycle phase in which the document is used; `None` where there is none.
    pub lifecycle_phase: Option<String>,
}

/// A subject on which overview and reality can differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Subject {
    /// The title.
    Title,
    /// The type of document.
    Type,
    /// The status.
    Status,
    /// The lifecycle phase.
    LifecyclePhase,
}

/// The three phases of the lifecycle that the overview of the series draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Finding out what has to be protected, and how well.
    Assess,
    /// Developing and implementing the protection.
    Develop,
    /// Keeping it up.
    Maintain,
}

impl Phase {
    /// All three, in order.
    pub const ALL: [Self; 3] = [Self::Assess, Self::Develop, Self::Maintain];

    /// Its code: `assess`, `develop`, `maintain`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Assess => "assess",
            Self::Develop => "develop",
            Self::Maintain => "maintain",
        }
    }
}

impl SeriesDocument {
    /// The phases in which the document is used. What holds in all phases is in each; where nothing is known but what
    /// the overview states, that counts. A document without a phase is in none.
    #[must_use]
    pub fn phases(&self) -> Vec<Phase> {
        let stated = self.actual.lifecycle_phase.as_ref().or(self.overview.lifecycle_phase.as_ref());
        let stated = stated.map(|text| text.to_lowercase()).unwrap_or_default();
        let used = |phase: &Phase| stated.starts_with("all") || stated.contains(phase.code());
        Phase::ALL.into_iter().filter(used).collect()
    }

    /// Whether a checklist for this document, `IEC 62443-4-2`, serves it.
    #[must_use]
    pub fn is_served_by(&self, document: &str) -> bool {
        document.strip_prefix("IEC ").is_some_and(|number| number == self.id)
    }
}

impl SeriesRegister {
    /// Reads the bytes of the register.
    ///
    /// # Errors
    /// Every problem at once, each with its place and reason.
    pub fn parse(bytes: &[u8]) -> Result<Self, Vec<PackProblem>> {
        let value = json::read(bytes).map_err(|problem| vec![problem])?;
        let mut problems = Problems::default();
        let register = Fields::of(value, String::new(), &mut problems)
            .and_then(|fields| register(fields, trail::Digest::of(bytes)));
        if let Some(register) = &register {
            hold(register, &mut problems);
        }
        match register {
            Some(register) if problems.0.is_empty() => Ok(register),
            _ => Err(problems.0),
        }
    }

    /// The documents of one tier, in order.
    pub fn in_tier(&self, tier: u8) -> impl Iterator<Item = &SeriesDocument> {
        self.documents.iter().filter(move |document| document.tier == tier)
    }

    /// Each tier with its documents, in order: what `assay series` prints.
    pub fn by_tier(&self) -> impl Iterator<Item = (&Tier, Vec<&SeriesDocument>)> {
        self.tiers.iter().map(|tier| (tier, self.in_tier(tier.number).collect()))
    }

    /// The document with this number, for example `62443-4-2`.
    #[must_use]
    pub fn document(&self, id: &str) -> Option<&SeriesDocument> {
        self.documents.iter().find(|document| document.id == id)
    }
}

fn register(mut fields: Fields<'_>, digest: trail::Digest) -> Option<SeriesRegister> {
    if !read::schema(&mut fields, SCHEMA) {
        return None;
    }
    let as_of = fields.date("as_of");
    let sources = fields.some_texts("sources");
    let tiers = read::items(&mut fields, "tiers", tier);
    let documents = read::items(&mut fields, "documents", document);
    fields.finish();
    if !(tiers.whole && documents.whole) {
        return None;
    }
    Some(SeriesRegister {
        as_of: as_of?,
        sources: sources?,
        digest,
        tiers: tiers.items.into_iter().map(|placed| placed.item).collect(),
        documents: documents.items.into_iter().map(|placed| placed.item).collect(),
    })
}

fn tier(fields: &mut Fields<'_>) -> Option<Tier> {
    let number = fields.number("number", 1, 99);
    let label = fields.text("label");
    Some(Tier { number: number?, label: label? })
}

fn document(fields: &mut Fields<'_>) -> Option<SeriesDocument> {
    let id = fields.text("id");
    let tier = fields.number("tier", 1, 99);
    let overview = fields.inner("overview", overview);
    let actual = fields.inner("actual", actual);
    let differs = fields.optional_words("differs", SUBJECTS);
    let certification_scope = fields.text("certification_scope");
    let certifies = fields.optional_text("certifies");
    let assessable = fields.text("assessable");
    let confidence = fields.word("confidence", CONFIDENCES);
    let confidence_note = fields.optional_text("confidence_note");
    Some(SeriesDocument {
        id: id?,
        tier: tier?,
        overview: overview?,
        actual: actual?,
        differs: differs?,
        certification_scope: certification_scope?,
        certifies,
        assessable: assessable?,
        confidence: confidence?,
        confidence_note,
    })
}

fn overview(fields: &mut Fields<'_>) -> Option<Overview> {
    let title = fields.text("title");
    let document_type = fields.text("type");
    let status = fields.text("status");
    let lifecycle_phase = fields.optional_text("lifecycle_phase");
    Some(Overview { title: title?, document_type: document_type?, status: status?, lifecycle_phase })
}

fn actual(fields: &mut Fields<'_>) -> Option<Actual> {
    let designation = fields.optional_text("designation");
    let title = fields.optional_text("title");
    let title_note = fields.optional_text("title_note");
    let document_type = fields.optional_text("type");
    let status = fields.text("status");
    let edition = fields.optional_text("edition");
    let lifecycle_phase = fields.optional_text("lifecycle_phase");
    Some(Actual { designation, title, title_note, document_type, status: status?, edition, lifecycle_phase })
}

/// Ids and tier numbers are unique, every document stands in a tier that is there, in order.
fn hold(register: &SeriesRegister, problems: &mut Problems) {
    for (n, one) in register.tiers.iter().enumerate() {
        let earlier = register.tiers.iter().take(n).position(|tier| tier.number == one.number);
        if let Some(first) = earlier {
            let why = PackWhy::DuplicateId { first: format!("tiers[{first}].number") };
            problems.add(format!("tiers[{n}].number"), None, why);
        }
    }
    for (n, one) in register.documents.iter().enumerate() {
        let mut earlier = register.documents.iter().take(n);
        if let Some(first) = earlier.clone().position(|document| document.id == one.id) {
            let why = PackWhy::DuplicateId { first: format!("documents[{first}].id") };
            problems.add(format!("documents[{n}].id"), Some(&one.id), why);
        }
        if !register.tiers.iter().any(|tier| tier.number == one.tier) {
            let why = PackWhy::UnknownGroup { group: format!("{}", one.tier) };
            problems.add(format!("documents[{n}].tier"), Some(&one.id), why);
        }
        if let Some(last) = earlier.next_back().filter(|last| last.tier > one.tier) {
            let why = PackWhy::OutOfOrder { other: last.id.clone() };
            problems.add(format!("documents[{n}].tier"), Some(&one.id), why);
        }
    }
}
