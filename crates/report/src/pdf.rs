//! The PDF: PDF/A-3a and PDF/UA-1 in one file, the data set embedded, the same bytes every time.
//!
//! The template is code, everything a person wrote reaches it as JSON values, and the world it lives
//! in has a handful of files, five fonts, no network and no clock.

mod data;
pub(crate) mod diagnostics;
mod faults;
mod text;
pub(crate) mod world;

use crate::contents::Contents;
use crate::look::{Look, mandatory};
use crate::{RenderProblem, Replaced, Untrue, Words, check, json, summary};
use serde::{Deserialize, Serialize};
use typst::foundations::Smart;
use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards, Timestamp};
use world::Sheet;

pub use faults::{Fault, FaultKind};
pub(crate) use text::contrast_to;

/// Name of the data set inside the PDF of a full report (`/AF`, relationship Data).
pub const ATTACHMENT: &str = "report.json";
/// Name of what is embedded in the PDF of a summary: [`crate::summary::Summary`], not the data set.
pub const SUMMARY_ATTACHMENT: &str = "summary.json";

/// How much of the data set is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Rendering {
    /// Everything; the data set is embedded.
    #[default]
    Full,
    /// Results alone, to be given on: no rationale, no words of the vendor, no evidence. It names the data set by
    /// its SHA-256 and says that the full report decides.
    Summary,
}

impl Rendering {
    /// The code used by the template: `full` or `summary`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Summary => "summary",
        }
    }

    /// Name of the file that is embedded.
    #[must_use]
    pub fn attachment(self) -> &'static str {
        match self {
            Self::Full => ATTACHMENT,
            Self::Summary => SUMMARY_ATTACHMENT,
        }
    }
}

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

/// Where a signature box was drawn: the inner area that a visible signature may fill.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BoxPlace {
    /// `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
    pub place: String,
    /// Page, counted from 1.
    pub page: usize,
    /// Left edge in points from the left edge of the page.
    pub x: f64,
    /// Upper edge in points from the upper edge of the page.
    pub y: f64,
    /// Width in points.
    pub width: f64,
    /// Height in points, downwards from the upper edge.
    pub height: f64,
}

impl Eq for BoxPlace {}

/// Draws the report in this process. Memory stays with the process: a program that goes on working
/// afterwards uses [`crate::child::render`].
///
/// # Errors
/// [`RenderProblem::Untrue`] when the data set contradicts itself, [`RenderProblem::MissingWord`] when
/// `words` lacks a text, [`RenderProblem::Json`] and [`RenderProblem::Typesetting`] otherwise.
pub fn render(contents: &Contents, words: &Words, rendering: Rendering) -> Result<Pdf, RenderProblem> {
    render_in(contents, words, rendering, &Look::default())
}

/// [`render`] with an organisation's logo, colours and templates. `contents.integrity.layout` must name them
/// ([`Look::layout`]), so that the page and the data set say with what they were drawn.
///
/// # Errors
/// As [`render`], and [`RenderProblem::Look`] when profile or templates are not those that the data set names, are not
/// usable, or leave out a text that every report must show.
pub fn render_in(
    contents: &Contents,
    words: &Words,
    rendering: Rendering,
    look: &Look,
) -> Result<Pdf, RenderProblem> {
    let drawn = typeset(contents, words, rendering, look)?;
    let standards = PdfStandards::new(&[PdfStandard::A_3a, PdfStandard::Ua_1])
        .map_err(|e| RenderProblem::Typesetting(vec![e.message().to_string()]))?;
    let options = PdfOptions {
        ident: Smart::Custom(format!(
            "{} {} {} {}",
            contents.report.dossier,
            contents.report.number,
            contents.report.revision,
            rendering.code()
        )),
        creator: Smart::Custom(Some(format!("Assay {}", contents.integrity.app_version))),
        timestamp: check::day(&contents.report.issued_on).map(Timestamp::new_utc),
        standards,
        ..PdfOptions::default()
    };
    let bytes =
        typst_pdf::pdf(&drawn.document, &options).map_err(|all| diagnostics::problem(&all, &drawn.sheet))?;
    Ok(Pdf { bytes, replaced: drawn.replaced, pages: drawn.document.pages().len(), boxes: drawn.boxes })
}

/// What a reader of the PDF reads, one text per page in the order of drawing.
///
/// # Errors
/// As [`render`].
pub fn text(contents: &Contents, words: &Words, rendering: Rendering) -> Result<Vec<String>, RenderProblem> {
    let drawn = typeset(contents, words, rendering, &Look::default())?;
    Ok(text::pages(&drawn.document))
}

/// What is badly set on the pages: text beyond the margins or over other text, headings without what they head.
/// An empty list is what every report should give.
///
/// # Errors
/// As [`render_in`].
pub fn faults(
    contents: &Contents,
    words: &Words,
    rendering: Rendering,
    look: &Look,
) -> Result<Vec<Fault>, RenderProblem> {
    Ok(faults::of(&typeset(contents, words, rendering, look)?.document))
}

/// Laid-out pages with what is known of them.
struct Typeset {
    document: PagedDocument,
    sheet: Sheet,
    replaced: Vec<Replaced>,
    boxes: Vec<BoxPlace>,
}

fn typeset(
    contents: &Contents,
    words: &Words,
    rendering: Rendering,
    look: &Look,
) -> Result<Typeset, RenderProblem> {
    let problems: Vec<Untrue> = crate::check(contents);
    if !problems.is_empty() {
        return Err(RenderProblem::Untrue(problems));
    }
    look.fits(contents)?;
    let whole = json::write(contents)?;
    let sha256 = trail::Digest::of(&whole);
    let (data, replaced, attachment) = match rendering {
        Rendering::Full => {
            let (data, replaced) = data::of(contents, words, sha256, rendering, look)?;
            (data, replaced, whole)
        }
        Rendering::Summary => {
            let (data, replaced) = data::of(&summary::shown(contents), words, sha256, rendering, look)?;
            (data, replaced, summary::write(contents, sha256)?)
        }
    };
    let sheet = Sheet::new(data, (rendering.attachment(), attachment), look);
    let drawn = typst::compile::<PagedDocument>(&sheet);
    let document = drawn.output.map_err(|all| diagnostics::problem(&all, &sheet))?;
    if !drawn.warnings.is_empty() {
        return Err(diagnostics::problem(&drawn.warnings, &sheet));
    }
    let boxes = text::boxes(&document, contents.report.kind.signers());
    if look.templates.is_some() {
        let pages = text::legible(&document);
        mandatory::check(contents, words, rendering, &pages, &boxes)?;
    }
    Ok(Typeset { document, sheet, replaced, boxes })
}
