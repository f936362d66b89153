//! Security profiles in the sense of IEC TS 62443-1-5: which rows of a base document a sector asks for, at
//! which level, and why.
//!
//! A profile selects among the rows of a checklist and explains them; it adds no row and changes none. What it
//! lacks against the specification does not refuse it but is listed by [`Profile::flaws`]. The format is written
//! down in `docs/formats/profile.md`.

use crate::{
    Checklist, PackProblem, PackWhy, Requirement, RequirementKind,
    fields::{Fields, Problems},
    json,
    read::{self, Placed},
};
use alloc::{
    collections::BTreeMap,
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};
use serde::{Deserialize, Serialize};

/// The word in the `schema` field that this crate reads.
pub const SCHEMA: &str = "iec62443-profile/1";

/// The documents whose requirements a profile may select.
pub const BASES: &[&str] =
    &["IEC 62443-2-1", "IEC 62443-2-4", "IEC 62443-3-3", "IEC 62443-4-1", "IEC 62443-4-2"];

const STATUSES: &[&str] = &["draft", "published", "withdrawn"];
const DOCUMENT_TYPES: &[&str] = &["TS", "PAS", "organisation_internal"];
const CHOICES: &[&str] = &["included", "excluded"];

/// Fields that hold what a requirement says. A profile may explain them, never replace them.
const OF_THE_ROW: &[&str] = &[
    "label",
    "text",
    "title",
    "requirement",
    "kind",
    "parent",
    "group",
    "family",
    "fr",
    "area",
    "clause",
    "condition",
    "applies_to",
    "selected_from",
    "evidence_kind",
    "sub_points",
    "notes",
    "confidence",
];

/// A profile, held against the one checklist that it was read with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Profile {
    /// Its name, for example `urn:example:profile:water-maintenance:1.0`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its version, as its publisher counts.
    pub version: String,
    /// Whether it may be relied on.
    pub status: Status,
    /// Who publishes it.
    pub publisher: String,
    /// What kind of document it is.
    pub document_type: DocumentType,
    /// The year and month, or the day, of this version.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = crate::schema::DATE)))]
    pub date: String,
    /// Where it applies and what it is up against. `None` is a flaw.
    pub context: Option<Context>,
    /// What the choice of rows rests on. `None` is a flaw.
    pub risk_evaluation: Option<RiskEvaluation>,
    /// The documents that it selects from, each with the checklist that was at hand when it was written.
    pub base: Vec<Base>,
    /// What holds for rows that it doesn't list.
    pub default: DefaultChoice,
    /// The rows that it lists, as they stand in the file, those of its other base documents included.
    pub requirements: Vec<ProfileRow>,
    /// The target level of each foundational requirement, FR 1 to FR 7, 0 to 4.
    #[cfg_attr(feature = "schema", schemars(inner(range(min = 0, max = 4))))]
    pub security_level: Option<[u8; 7]>,
    /// SHA-256 of the bytes: what an evaluation pins.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(serialize_with = "crate::requirement::as_text")]
    pub digest: trail::Digest,
    /// The [`Checklist::id`] that it was read with.
    #[serde(skip)]
    checklist: String,
    /// What it says about every row of that checklist, in the checklist's order.
    #[serde(skip)]
    rows: Vec<Chosen>,
}

/// What a profile says about one row of the checklist.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Chosen {
    id: String,
    /// For an enhancement, its base requirement.
    parent: Option<String>,
    choice: Choice,
    min_level: Option<u8>,
    justification: Option<String>,
    /// Whether the profile lists the row or leaves it to its default.
    listed: bool,
}

/// Whether a profile may be relied on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Status {
    /// Still being written.
    Draft,
    /// In force.
    Published,
    /// No longer to be used.
    Withdrawn,
}

/// What kind of document a profile is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum DocumentType {
    /// A technical specification.
    #[serde(rename = "TS")]
    Specification,
    /// A publicly available specification.
    #[serde(rename = "PAS")]
    PublicSpecification,
    /// A document of one organisation for its own use and that of its suppliers.
    #[serde(rename = "organisation_internal")]
    OrganisationInternal,
}

/// Whether a row belongs to a profile.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Choice {
    /// It has to be met.
    Included,
    /// It is no part of the profile; in an evaluation it's not evaluated (N/E), never not applicable.
    Excluded,
}

/// Where a profile applies and what it is up against.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Context {
    /// The sector, for example `water supply`.
    pub sector: String,
    /// What is evaluated, for example `industrial firewall`.
    pub object: String,
    /// Where it stands in the plant.
    pub reference_architecture: String,
    /// What is taken for granted about the surroundings.
    pub assumptions: Vec<String>,
    /// The sector's terms, each with the term of IEC 62443 that it stands for.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub term_map: Vec<Term>,
    /// What may happen, and what would follow.
    pub threats: Vec<Threat>,
}

/// A term of the sector.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Term {
    /// The term.
    pub term: String,
    /// The term or role of IEC 62443 that it stands for.
    pub means: String,
}

/// Something that may happen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Threat {
    /// What may happen.
    pub threat: String,
    /// What would follow.
    pub consequence: String,
}

/// The security risk evaluation behind a profile.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RiskEvaluation {
    /// The document that holds it.
    pub reference: String,
    /// Its date.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = crate::schema::DATE)))]
    pub date: String,
    /// What it found, in the publisher's words.
    pub summary: String,
}

/// A document that a profile selects from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Base {
    /// The document, one of [`BASES`].
    #[cfg_attr(feature = "schema", schemars(extend("enum" = BASES)))]
    pub standard: String,
    /// Its edition.
    pub edition: String,
    /// The [`Checklist::id`] that holds its rows.
    pub checklist_id: String,
    /// The [`Checklist::digest`].
    #[cfg_attr(feature = "schema", schemars(with = "String", extend("pattern" = crate::schema::SHA_256)))]
    #[serde(serialize_with = "crate::requirement::as_text")]
    pub checklist_sha256: trail::Digest,
    /// The roles that it concerns, for example `maintenance`.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub roles: Vec<String>,
}

/// What holds for the rows that a profile doesn't list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct DefaultChoice {
    /// Whether they belong to it.
    pub selection: Choice,
}

/// What a profile says about one row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct ProfileRow {
    /// The id of the row.
    #[serde(rename = "ref")]
    pub row: String,
    /// The [`Base::checklist_id`] of its document, exactly where the profile has several.
    pub base: Option<String>,
    /// Whether it belongs to the profile.
    pub selection: Choice,
    /// Why it is excluded, or asked for although the level alone wouldn't.
    pub justification: Option<String>,
    /// The lowest maturity level that suffices, 1 to 4.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 4)))]
    pub min_ml: Option<u8>,
    /// The lowest security level that suffices, from the one that selects the row to 4.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 4)))]
    pub min_sl: Option<u8>,
    /// What to look at in this sector; informative.
    pub guidance: Option<String>,
    /// How the sector reads the row.
    pub interpretation: Option<String>,
    /// Values that the row leaves to the asset owner.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub parameters: Vec<Parameter>,
    /// What meets the row in this sector; not the only way.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub implementation_examples: Vec<String>,
}

/// A value that a row leaves open and a profile sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Parameter {
    /// What is set.
    pub name: String,
    /// To what.
    pub value: String,
}

/// What a profile says about one row of a checklist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Selection<'a> {
    /// It has to be met.
    Included {
        /// The lowest level that suffices: a security level or a maturity level, whatever the checklist has.
        /// `None`: the profile leaves it to the contract or the claim.
        min_level: Option<u8>,
    },
    /// It is no part of the profile: N/E, never N/A.
    Excluded {
        /// Why; `None` is a flaw of the profile.
        justification: Option<&'a str>,
    },
}

/// Something about a profile that a reader of the evaluation must be told; it doesn't refuse the profile.
///
/// [`Flaw::code`] is the id of the message a person reads, [`Flaw::arguments`] fills it in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// It doesn't say where it applies and what it is up against.
    NoContext,
    /// It names no security risk evaluation.
    NoRiskEvaluation,
    /// It excludes a row and doesn't say why.
    NoJustification {
        /// The id of the row.
        row: String,
    },
    /// It says nothing about a row, and its default excludes it.
    NotListed {
        /// The id of the row.
        row: String,
    },
    /// It includes an enhancement and excludes the base requirement that it enhances.
    WithoutBase {
        /// The id of the enhancement.
        row: String,
        /// The id of its base requirement.
        base: String,
    },
    /// Its publisher has withdrawn it.
    Withdrawn,
}

impl Flaw {
    /// Whether the profile lacks what IEC TS 62443-1-5 asks for, so that it's of use as tailoring only. The
    /// others are warnings.
    #[must_use]
    pub const fn tailoring_only(&self) -> bool {
        match self {
            Self::NoContext
            | Self::NoRiskEvaluation
            | Self::NoJustification { .. }
            | Self::NotListed { .. } => true,
            Self::WithoutBase { .. } | Self::Withdrawn => false,
        }
    }

    /// The id of the message that tells a person what is lacking; `<code>-do` tells what to do.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoContext => "profile-no-context",
            Self::NoRiskEvaluation => "profile-no-risk-evaluation",
            Self::NoJustification { .. } => "profile-no-justification",
            Self::NotListed { .. } => "profile-not-listed",
            Self::WithoutBase { .. } => "profile-without-base",
            Self::Withdrawn => "profile-withdrawn",
        }
    }

    /// The names and values that fill in the message.
    #[must_use]
    pub fn arguments(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NoContext | Self::NoRiskEvaluation | Self::Withdrawn => Vec::new(),
            Self::NoJustification { row } | Self::NotListed { row } => vec![("row", row.clone())],
            Self::WithoutBase { row, base } => vec![("row", row.clone()), ("base", base.clone())],
        }
    }
}

impl Profile {
    /// Reads the bytes of a profile that selects from `checklist`.
    ///
    /// # Errors
    /// Every problem at once, each with its place and reason. A profile for other bytes of the checklist, with a
    /// row that the checklist doesn't have or with words in the place of a requirement is refused whole.
    pub fn parse(bytes: &[u8], checklist: &Checklist) -> Result<Self, Vec<PackProblem>> {
        let value = json::read(bytes).map_err(|problem| vec![problem])?;
        let mut problems = Problems::default();
        let read = Fields::of(value, String::new(), &mut problems)
            .and_then(|fields| profile(fields, checklist, trail::Digest::of(bytes)));
        match read {
            Some(profile) if problems.0.is_empty() => Ok(profile),
            _ => Err(problems.0),
        }
    }

    /// The [`Checklist::id`] of the checklist that it was read with.
    #[must_use]
    pub fn checklist(&self) -> &str {
        &self.checklist
    }

    /// What it says about the row with this id. What is no row of the checklist is excluded without a reason.
    #[must_use]
    pub fn selection(&self, row_id: &str) -> Selection<'_> {
        self.rows
            .iter()
            .find(|row| row.id == row_id)
            .map_or(Selection::Excluded { justification: None }, Chosen::selection)
    }

    /// The ids of the rows that belong to it, in the order of the checklist.
    pub fn included(&self) -> impl Iterator<Item = &str> {
        self.chosen(Choice::Included)
    }

    /// The ids of the rows that don't belong to it, in the order of the checklist. A report lists them.
    pub fn excluded(&self) -> impl Iterator<Item = &str> {
        self.chosen(Choice::Excluded)
    }

    fn chosen(&self, choice: Choice) -> impl Iterator<Item = &str> {
        self.rows.iter().filter(move |row| row.choice == choice).map(|row| row.id.as_str())
    }

    /// What it adds to the row with this id: guidance, parameters, examples. `None` where it doesn't list the row.
    #[must_use]
    pub fn row(&self, row_id: &str) -> Option<&ProfileRow> {
        self.requirements.iter().find(|row| row.row == row_id && concerns(row, &self.checklist))
    }

    /// Everything that a reader has to be told about it, in the order of the checklist's rows.
    #[must_use]
    pub fn flaws(&self) -> Vec<Flaw> {
        let mut flaws = Vec::new();
        if self.status == Status::Withdrawn {
            flaws.push(Flaw::Withdrawn);
        }
        if self.context.is_none() {
            flaws.push(Flaw::NoContext);
        }
        if self.risk_evaluation.is_none() {
            flaws.push(Flaw::NoRiskEvaluation);
        }
        for row in &self.rows {
            let id = || row.id.clone();
            match (row.choice, &row.parent) {
                (Choice::Excluded, _) if !row.listed => flaws.push(Flaw::NotListed { row: id() }),
                (Choice::Excluded, _) if row.justification.is_none() => {
                    flaws.push(Flaw::NoJustification { row: id() });
                }
                (Choice::Included, Some(base))
                    if matches!(self.selection(base), Selection::Excluded { .. }) =>
                {
                    flaws.push(Flaw::WithoutBase { row: id(), base: base.clone() });
                }
                _ => {}
            }
        }
        flaws
    }

    /// Whether it lacks what IEC TS 62443-1-5 asks for, as far as [`Profile::flaws`] can see.
    #[must_use]
    pub fn tailoring_only(&self) -> bool {
        self.flaws().iter().any(Flaw::tailoring_only)
    }
}

impl Chosen {
    fn selection(&self) -> Selection<'_> {
        match self.choice {
            Choice::Included => Selection::Included { min_level: self.min_level },
            Choice::Excluded => Selection::Excluded { justification: self.justification.as_deref() },
        }
    }
}

/// Whether the entry is about a row of this checklist; with one base it needs not say so.
fn concerns(row: &ProfileRow, checklist: &str) -> bool {
    row.base.as_deref().is_none_or(|base| base == checklist)
}

fn profile(mut fields: Fields<'_>, checklist: &Checklist, digest: trail::Digest) -> Option<Profile> {
    if !read::schema(&mut fields, SCHEMA) {
        return None;
    }
    let id = fields.text("id");
    let title = fields.text("title");
    let version = fields.text("version");
    let status = fields.word("status", STATUSES);
    let publisher = fields.text("publisher");
    let document_type = fields.word("document_type", DOCUMENT_TYPES);
    let date = fields.date("date");
    if fields.yes("is_official_62443_5") == Some(true) {
        fields.problem("is_official_62443_5", PackWhy::OfficialProfile);
    }
    let context = fields.optional_inner("context", context);
    let risk_evaluation = fields.optional_inner("risk_evaluation", risk_evaluation);
    let base = read::items(&mut fields, "base", base);
    let default =
        fields.inner("default", |f| Some(DefaultChoice { selection: f.word("selection", CHOICES)? }));
    let security_level = fields.optional_numbers("security_level", "seven numbers", 0, 4);
    let requirements = read::items(&mut fields, "requirements", row);
    hold_bases(&base, checklist, fields.problems());
    let bases: Vec<&str> = base.items.iter().map(|placed| placed.item.checklist_id.as_str()).collect();
    let only = bases.iter().all(|base| *base == checklist.id);
    if security_level.is_some() && only && !checklist.object.has_security_levels() {
        fields.problem("security_level", PackWhy::NotForObject { field: "security_level" });
    }
    hold_rows(&requirements.items, &bases, checklist, fields.problems());
    fields.finish();
    let default = default?;
    let requirements: Vec<ProfileRow> = requirements.items.into_iter().map(|placed| placed.item).collect();
    let rows = checklist
        .requirements
        .iter()
        .map(|row| chosen(row, &requirements, default.selection, security_level, checklist))
        .collect();
    Some(Profile {
        id: id?,
        title: title?,
        version: version?,
        status: status?,
        publisher: publisher?,
        document_type: document_type?,
        date: date?,
        context,
        risk_evaluation,
        base: base.items.into_iter().map(|placed| placed.item).collect(),
        default,
        requirements,
        security_level,
        digest,
        checklist: checklist.id.clone(),
        rows,
    })
}

fn context(fields: &mut Fields<'_>) -> Option<Context> {
    let sector = fields.text("sector");
    let object = fields.text("object");
    let reference_architecture = fields.text("reference_architecture");
    let assumptions = fields.some_texts("assumptions");
    let term_map = read::optional_items(fields, "term_map", |f| {
        let term = f.text("term");
        let means = f.text("means");
        Some(Term { term: term?, means: means? })
    });
    let threats = read::items(fields, "threats", |f| {
        let threat = f.text("threat");
        let consequence = f.text("consequence");
        Some(Threat { threat: threat?, consequence: consequence? })
    });
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for Placed { path, item } in &term_map.items {
        let first = *seen.entry(&item.term).or_insert(path);
        if first != path {
            let why = PackWhy::DuplicateId { first: format!("{first}.term") };
            fields.problems().add(format!("{path}.term"), Some(&item.term), why);
        }
    }
    if !(term_map.whole && threats.whole) {
        return None;
    }
    Some(Context {
        sector: sector?,
        object: object?,
        reference_architecture: reference_architecture?,
        assumptions: assumptions?,
        term_map: term_map.items.into_iter().map(|placed| placed.item).collect(),
        threats: threats.items.into_iter().map(|placed| placed.item).collect(),
    })
}

fn risk_evaluation(fields: &mut Fields<'_>) -> Option<RiskEvaluation> {
    let reference = fields.text("reference");
    let date = fields.date("date");
    let summary = fields.text("summary");
    Some(RiskEvaluation { reference: reference?, date: date?, summary: summary? })
}

fn base(fields: &mut Fields<'_>) -> Option<Base> {
    let standard: Option<String> = fields.word("standard", BASES);
    let edition = fields.text("edition");
    let checklist_id = fields.text("checklist_id");
    let checklist_sha256 = fields.digest("checklist_sha256");
    let roles = fields.optional_texts("roles");
    Some(Base {
        standard: standard?,
        edition: edition?,
        checklist_id: checklist_id?,
        checklist_sha256: checklist_sha256?,
        roles: roles?,
    })
}

fn row(fields: &mut Fields<'_>) -> Option<ProfileRow> {
    for name in OF_THE_ROW {
        fields.refuse(name, PackWhy::Overrides { field: name });
    }
    let row = fields.text("ref");
    let base = fields.optional_text("base");
    let selection = fields.word("selection", CHOICES);
    let justification = fields.optional_text("justification");
    let min_ml = fields.optional_number("min_ml", 1, 4);
    let min_sl = fields.optional_number("min_sl", 1, 4);
    let guidance = fields.optional_text("guidance");
    let interpretation = fields.optional_text("interpretation");
    let parameters = read::optional_items(fields, "parameters", |f| {
        let name = f.text("name");
        let value = f.text("value");
        Some(Parameter { name: name?, value: value? })
    });
    let implementation_examples = fields.optional_texts("implementation_examples");
    if !parameters.whole {
        return None;
    }
    Some(ProfileRow {
        row: row?,
        base,
        selection: selection?,
        justification,
        min_ml,
        min_sl,
        guidance,
        interpretation,
        parameters: parameters.items.into_iter().map(|placed| placed.item).collect(),
        implementation_examples: implementation_examples?,
    })
}

/// One of the bases is the checklist at hand, in the same bytes; none stands twice.
fn hold_bases(base: &read::Listed<Base>, checklist: &Checklist, problems: &mut Problems) {
    for (n, Placed { path, item }) in base.items.iter().enumerate() {
        let id = Some(item.checklist_id.as_str());
        let earlier =
            base.items.iter().take(n).find(|earlier| earlier.item.checklist_id == item.checklist_id);
        if let Some(first) = earlier {
            let why = PackWhy::DuplicateId { first: format!("{}.checklist_id", first.path) };
            problems.add(format!("{path}.checklist_id"), id, why);
        }
        if item.checklist_id != checklist.id {
            continue;
        }
        for (field, found, expected) in [
            ("standard", item.standard.clone(), checklist.document.clone()),
            ("edition", item.edition.clone(), checklist.edition.clone()),
            ("checklist_sha256", item.checklist_sha256.to_string(), checklist.digest.to_string()),
        ] {
            if found != expected {
                problems.add(format!("{path}.{field}"), id, PackWhy::OtherChecklist { found, expected });
            }
        }
    }
    if base.whole && !base.items.iter().any(|placed| placed.item.checklist_id == checklist.id) {
        let named: Vec<&str> = base.items.iter().map(|placed| placed.item.checklist_id.as_str()).collect();
        let why = PackWhy::OtherChecklist { found: named.join(", "), expected: checklist.id.clone() };
        problems.add("base", None, why);
    }
}

/// Holds the entries against the rows of the checklist; those of other bases only as far as their shape goes.
fn hold_rows(entries: &[Placed<ProfileRow>], bases: &[&str], checklist: &Checklist, problems: &mut Problems) {
    let mut seen: BTreeMap<(Option<&str>, &str), &str> = BTreeMap::new();
    for Placed { path, item } in entries {
        let mut add = |field: &str, why| problems.add(format!("{path}.{field}"), Some(&item.row), why);
        let first = *seen.entry((item.base.as_deref(), &item.row)).or_insert(path);
        if first != path {
            add("ref", PackWhy::DuplicateId { first: format!("{first}.ref") });
        }
        match &item.base {
            None if bases.len() > 1 => add("base", PackWhy::MissingField { field: "base" }),
            Some(base) if !bases.contains(&base.as_str()) => {
                let why = PackWhy::OtherChecklist { found: base.clone(), expected: checklist.id.clone() };
                add("base", why);
            }
            Some(_) if bases.len() == 1 => add("base", PackWhy::UnknownField { field: "base".to_string() }),
            _ => {}
        }
        if item.selection == Choice::Excluded {
            for (field, there) in [("min_ml", item.min_ml.is_some()), ("min_sl", item.min_sl.is_some())] {
                if there {
                    let expected = "included".to_string();
                    add(field, PackWhy::Disagrees { with: "selection", expected });
                }
            }
        }
        if !concerns(item, &checklist.id) {
            continue;
        }
        let security = checklist.object.has_security_levels();
        if item.min_ml.is_some() && security {
            add("min_ml", PackWhy::NotForObject { field: "min_ml" });
        }
        if item.min_sl.is_some() && !security {
            add("min_sl", PackWhy::NotForObject { field: "min_sl" });
        }
        let Some(row) = checklist.requirement(&item.row) else {
            add("ref", PackWhy::UnknownRow { row: item.row.clone() });
            continue;
        };
        // Below the level that selects it a row asks for nothing, so there is nothing to meet.
        if let (Some(level), Some(from)) = (item.min_sl, row.selected_from)
            && level < from
        {
            let why = PackWhy::OutOfRange { found: level.into(), low: from.into(), high: 4 };
            add("min_sl", why);
        }
    }
}

/// What the profile says about `row`, from its own entry or from the default.
fn chosen(
    row: &Requirement,
    entries: &[ProfileRow],
    default: Choice,
    target: Option<[u8; 7]>,
    checklist: &Checklist,
) -> Chosen {
    let entry = entries.iter().find(|entry| entry.row == row.id && concerns(entry, &checklist.id));
    let own = entry.and_then(|entry| entry.min_ml.or(entry.min_sl));
    let choice = entry.map_or(default, |entry| entry.selection);
    Chosen {
        id: row.id.clone(),
        parent: row.parent.clone().filter(|_| row.kind == RequirementKind::Enhancement),
        choice,
        min_level: own.or_else(|| from_target(row, target?)),
        justification: entry.and_then(|entry| entry.justification.clone()),
        listed: entry.is_some(),
    }
}

/// The level that the target vector sets for the row's FR, but none below the one that selects the row. A common
/// constraint stands outside the FRs and has none.
fn from_target(row: &Requirement, target: [u8; 7]) -> Option<u8> {
    let level = *target.get(usize::from(row.fr?).checked_sub(1)?)?;
    Some(level.max(row.selected_from?))
}
