//! The paper form of a seal: one page with the root of a checkpoint as a code, as words and in full.

use crate::pdf::{diagnostics, world::Sheet};
use crate::{RenderProblem, Words, fonts};
use serde::{Deserialize, Serialize};
use serde_json::json;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;

/// What stands on the page; the fixed texts are those of [`Words`] under `seal-paper-`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Paper {
    /// What the evaluation is called.
    pub title: String,
    /// What the seal is for, in words.
    pub purpose: String,
    /// The device's date, `2026-11-23`.
    pub date: String,
    /// Whose chain it is: name and organisation.
    pub by: String,
    /// The dossier's id.
    pub dossier: String,
    /// The chain, 32 hexadecimal digits.
    pub chain: String,
    /// How many events are under the checkpoint.
    pub size: u64,
    /// The root, 64 hexadecimal digits.
    pub root: String,
    /// The 15 words of the root.
    pub words: Vec<String>,
    /// The rows of a QR code of the signed note, `1` for a dark module.
    pub qr: Vec<String>,
}

/// Draws the page in this process; see [`crate::child::draw_paper`].
///
/// # Errors
/// [`RenderProblem::MissingWord`] when `words` lacks a text, [`RenderProblem::Json`] and
/// [`RenderProblem::Typesetting`] otherwise.
pub fn render(paper: &Paper, words: &Words) -> Result<Vec<u8>, RenderProblem> {
    let broken = |e: serde_json::Error| RenderProblem::Json(e.to_string());
    let mut sheet = serde_json::to_value(paper).map_err(broken)?;
    let _ = fonts::drawable(&mut sheet);
    let data = serde_json::to_vec(&json!({ "sheet": sheet, "words": words })).map_err(broken)?;
    let page = Sheet::of_seal(data);
    let drawn = typst::compile::<PagedDocument>(&page);
    let document = drawn.output.map_err(|all| diagnostics::problem(&all, &page))?;
    typst_pdf::pdf(&document, &PdfOptions::default()).map_err(|all| diagnostics::problem(&all, &page))
}
