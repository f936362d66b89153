//! The PDF: PDF/A-3a and PDF/UA-1 in one file, the data set embedded, the same bytes every time.
//!
//! The template is code, everything a person wrote reaches it as JSON values, and the world it lives
//! in has three files, five fonts, no network and no clock.

mod text;
pub(crate) mod world;

use crate::contents::Contents;
use crate::{RenderProblem, Replaced, Untrue, Words, check, fonts, json, phrase};
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use typst::diag::SourceDiagnostic;
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::Sheet;

/// Name of the embedded data set inside the PDF (`/AF`, relationship Data).
pub const ATTACHMENT: &str = "report.json";

/// A finished PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pdf {
    /// The file.
    pub bytes: Vec<u8>,
    /// Characters that are shown by their code point, since no embedded font has them.
    pub replaced: Vec<Replaced>,
    /// Number of pages.
    pub pages: usize,
    /// The signature boxes, in the order of [`crate::Kind::signers`]; none in a draft.
    pub boxes: Vec<BoxPlace>,
}

/// Where a signature box was drawn.
#[derive(Clone, Debug, PartialEq, Serialize, serde::Deserialize)]
pub struct BoxPlace {
    /// `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
    pub place: String,
    /// Page, counted from 1.
    pub page: usize,
    /// Left edge in points from the left edge of the page.
    pub x: f64,
    /// Upper edge in points from the upper edge of the page.
    pub y: f64,
}

impl Eq for BoxPlace {}

/// Draws the report in this process. Memory stays with the process: a program that goes on working
/// afterwards uses [`crate::child::render`].
///
/// # Errors
/// [`RenderProblem::Untrue`] when the data set contradicts itself, [`RenderProblem::MissingWord`] when
/// `words` lacks a text, [`RenderProblem::Json`] and [`RenderProblem::Typesetting`] otherwise.
pub fn render(contents: &Contents, words: &Words) -> Result<Pdf, RenderProblem> {
    let (document, replaced) = typeset(contents, words)?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|e| RenderProblem::Typesetting(vec![e.message().to_string()]))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "{} {} {}",
            contents.report.dossier, contents.report.number, contents.report.revision
        )),
        creator: Smart::Custom(Some(format!("Assay {}", contents.integrity.app_version))),
        timestamp: check::day(&contents.report.issued_on).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let bytes = typst_pdf::pdf(&document, &options).map_err(|all| messages(&all))?;
    Ok(Pdf {
        bytes,
        replaced,
        pages: document.pages().len(),
        boxes: text::boxes(&document, contents.report.kind.signers()),
    })
}

/// What a reader of the PDF reads, one text per page in the order of drawing.
///
/// # Errors
/// As [`render`].
pub fn text(contents: &Contents, words: &Words) -> Result<Vec<String>, RenderProblem> {
    let (document, _) = typeset(contents, words)?;
    Ok(text::pages(&document))
}

fn typeset(contents: &Contents, words: &Words) -> Result<(PagedDocument, Vec<Replaced>), RenderProblem> {
    let problems: Vec<Untrue> = crate::check(contents);
    if !problems.is_empty() {
        return Err(RenderProblem::Untrue(problems));
    }
    let attachment = json::write(contents)?;
    let (data, replaced) = data(contents, words, &attachment)?;
    let sheet = Sheet::new(data, attachment);
    let drawn = typst::compile::<PagedDocument>(&sheet);
    let document = drawn.output.map_err(|all| messages(&all))?;
    if drawn.warnings.is_empty() { Ok((document, replaced)) } else { Err(messages(&drawn.warnings)) }
}

/// What the template reads: contents, words and a few values that both are joined by.
fn data(
    contents: &Contents,
    words: &Words,
    attachment: &[u8],
) -> Result<(Vec<u8>, Vec<Replaced>), RenderProblem> {
    let broken = |e: serde_json::Error| RenderProblem::Json(e.to_string());
    let mut shown = serde_json::to_value(contents).map_err(broken)?;
    let replaced = fonts::drawable(&mut shown);
    let mut unseen = Vec::new();
    let mut drawn = |texts: BTreeMap<String, String>| -> BTreeMap<String, String> {
        texts
            .into_iter()
            .map(|(key, text)| {
                let text = fonts::drawable_text(&text, &key, &mut unseen);
                (key, text)
            })
            .collect()
    };
    let limits: Vec<Value> = phrase::limits(contents)
        .into_iter()
        .map(|limit| json!({"code": limit.code, "args": drawn(limit.args)}))
        .collect();
    let all: Value = json!({
        "contents": shown,
        "words": drawn(words.clone()),
        "arguments": drawn(phrase::arguments(contents)),
        "limits": limits,
        "document": phrase::document(contents),
        "kind": contents.report.kind.code(),
        "object": contents.object.code(),
        "signers": contents.report.kind.signers(),
        "data_sha256": trail::Digest::of(attachment).to_string(),
        "attachment": ATTACHMENT,
    });
    Ok((serde_json::to_vec(&all).map_err(broken)?, replaced))
}

/// The template stops with this mark and the id when a text is missing.
const MISSING: &str = "missing-word:";

pub(crate) fn messages(all: &[SourceDiagnostic]) -> RenderProblem {
    for problem in all {
        if let Some((_, rest)) = problem.message.split_once(MISSING) {
            let id = rest.trim_matches(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
            return RenderProblem::MissingWord(id.to_owned());
        }
    }
    RenderProblem::Typesetting(
        all.iter()
            .map(|problem| {
                let hints = problem.hints.iter().map(|hint| hint.v.to_string());
                std::iter::once(problem.message.to_string()).chain(hints).collect::<Vec<_>>().join(" – ")
            })
            .collect(),
    )
}
