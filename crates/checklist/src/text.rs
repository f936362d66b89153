//! The words of a standard, from a file that a user who holds a licence made.
//!
//! Assay ships no such file. What it holds is shown beside our own label on the machine where it lies, and goes
//! into no report, export, dossier or log; so a [`TextPack`] can't be serialised, and its `Debug` form counts the
//! texts in place of showing them. The format is written down in `docs/formats/text-pack.md`.

use crate::{
    Checklist, PackProblem, PackWhy,
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
use core::fmt;

/// The word in the `schema` field that this crate reads.
pub const SCHEMA: &str = "assay-text/1";

/// An id of a row is shorter than this, in bytes; what is longer may be a text in the wrong field.
const LONGEST_ID: usize = 24;

/// The texts of a standard for the rows and headings of one checklist.
///
/// Only [`TextPack::digest`] may be recorded anywhere.
#[derive(Clone, PartialEq, Eq)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TextPack {
    /// The [`Checklist::id`] whose rows it is for.
    pub checklist: String,
    /// The document that it was taken from, for example `EN IEC 62443-4-2`.
    pub document: String,
    /// The edition that it was taken from.
    pub edition: String,
    /// The language of the texts, for example `en`.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = crate::schema::LANGUAGE)))]
    pub language: String,
    /// Who holds the licence.
    pub licensee: String,
    /// SHA-256 of the bytes.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub digest: trail::Digest,
    /// The ids of the rows that have no text, in the order of the checklist.
    #[cfg_attr(feature = "schema", schemars(skip))]
    pub without_text: Vec<String>,
    /// By id of row or heading; private, so that nothing hands them all over.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<TextOfRow>"))]
    texts: BTreeMap<String, String>,
}

/// One text, as it stands in the file.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(deny_unknown_fields)]
#[expect(dead_code, reason = "only the shape of the file is taken from it")]
struct TextOfRow {
    /// The id of the row or heading.
    id: String,
    /// Its words, with line breaks where there are some.
    text: String,
}

impl TextPack {
    /// Reads the bytes of a text pack for `checklist`.
    ///
    /// # Errors
    /// Every problem at once, each with its place and reason; no reason holds a text of the file.
    pub fn parse(bytes: &[u8], checklist: &Checklist) -> Result<Self, Vec<PackProblem>> {
        let value = json::read(bytes).map_err(|problem| vec![problem])?;
        let mut problems = Problems::default();
        let read = Fields::of(value, String::new(), &mut problems)
            .and_then(|fields| pack(fields, checklist, trail::Digest::of(bytes)));
        match read {
            Some(pack) if problems.0.is_empty() => Ok(pack),
            _ => Err(problems.0.into_iter().map(without_words).collect()),
        }
    }

    /// The text of the row or heading with this id.
    #[must_use]
    pub fn text(&self, id: &str) -> Option<&str> {
        self.texts.get(id).map(String::as_str)
    }

    /// How many rows and headings have a text.
    #[must_use]
    pub fn count(&self) -> usize {
        self.texts.len()
    }
}

/// Counts, so that no log shows a text.
impl fmt::Debug for TextPack {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("TextPack")
            .field("checklist", &self.checklist)
            .field("edition", &self.edition)
            .field("language", &self.language)
            .field("digest", &self.digest)
            .field("texts", &self.texts.len())
            .field("without_text", &self.without_text.len())
            .finish_non_exhaustive()
    }
}

fn pack(mut fields: Fields<'_>, checklist: &Checklist, digest: trail::Digest) -> Option<TextPack> {
    if !read::schema(&mut fields, SCHEMA) {
        return None;
    }
    let of = fields.text("checklist");
    let document = fields.text("document");
    let edition = fields.text("edition");
    let language = fields.text("language");
    let licensee = fields.text("licensee");
    for (field, found, expected) in
        [("checklist", &of, &checklist.id), ("edition", &edition, &checklist.edition)]
    {
        if let Some(found) = found.as_ref().filter(|found| *found != expected) {
            let why = PackWhy::OtherChecklist { found: found.clone(), expected: expected.clone() };
            fields.problem(field, why);
        }
    }
    // A national or regional adoption has the same texts: "EN IEC 62443-4-2" is of "IEC 62443-4-2".
    if let Some(found) = document.as_ref().filter(|found| !found.ends_with(&checklist.document)) {
        let why = PackWhy::OtherChecklist { found: found.clone(), expected: checklist.document.clone() };
        fields.problem("document", why);
    }
    if language.as_ref().is_some_and(|found| !is_language(found)) {
        fields.problem("language", PackWhy::WrongShape { expected: "language" });
    }
    let texts = read::items(&mut fields, "texts", |f| {
        let id = f.text("id");
        let text = f.text("text");
        Some((id?, text?))
    });
    hold(&texts.items, checklist, fields.problems());
    fields.finish();
    let texts: BTreeMap<String, String> = texts.items.into_iter().map(|placed| placed.item).collect();
    let rows = checklist.requirements.iter().filter(|row| !texts.contains_key(&row.id));
    Some(TextPack {
        checklist: of?,
        document: document?,
        edition: edition?,
        language: language?,
        licensee: licensee?,
        digest,
        without_text: rows.map(|row| row.id.clone()).collect(),
        texts,
    })
}

/// Each id is one of the checklist and stands once.
fn hold(texts: &[Placed<(String, String)>], checklist: &Checklist, problems: &mut Problems) {
    let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
    for Placed { path, item: (id, _) } in texts {
        if checklist.requirement(id).is_none() && checklist.heading(id).is_none() {
            problems.add(format!("{path}.id"), Some(id), PackWhy::UnknownRow { row: id.clone() });
        } else if let Some(first) = seen.get(id.as_str()) {
            let first = format!("{first}.id");
            problems.add(format!("{path}.id"), Some(id), PackWhy::DuplicateId { first });
        } else {
            seen.insert(id, path);
        }
    }
}

/// A language as BCP 47 writes it, as far as its shape goes: `en`, `de-AT`.
fn is_language(text: &str) -> bool {
    text.split('-').enumerate().all(|(n, part)| match n {
        0 => (2..=3).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase()),
        _ => (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()),
    })
}

/// The problem without anything that could be a text: whoever swaps id and text must not find the text in a log.
fn without_words(problem: PackProblem) -> PackProblem {
    let PackProblem { path, id, why } = problem;
    let id = id.filter(|id| id.len() < LONGEST_ID);
    let short = |text: &str| text.chars().take(LONGEST_ID).chain("…".chars()).collect::<String>();
    let cut = |text: String| if text.len() > 2 * LONGEST_ID { short(&text) } else { text };
    let why = match why {
        PackWhy::UnknownRow { row } if row.len() >= LONGEST_ID => PackWhy::WrongShape { expected: "id" },
        PackWhy::UnknownField { field } => PackWhy::UnknownField { field: cut(field) },
        PackWhy::RepeatedField { field } => PackWhy::RepeatedField { field: cut(field) },
        PackWhy::WrongSchema { found, expected } => PackWhy::WrongSchema { found: cut(found), expected },
        PackWhy::OtherChecklist { found, expected } => {
            PackWhy::OtherChecklist { found: cut(found), expected }
        }
        other => other,
    };
    // A place ends with the name of a field, which may be a text in a file that was made by mistake.
    let path = match path.rsplit_once('.') {
        Some((place, name)) => format!("{place}.{}", cut(name.to_string())),
        None => cut(path),
    };
    PackProblem { path, id, why }
}
