//! Signatures in a PDF (ETSI EN 319 142-1, ISO 32000-2, 12.8): made as incremental updates, and checked revision by revision.
//!
//! [`prepare`] makes the empty signature fields of a report, once. [`begin`] and [`Begun::finish`] put one signature into one
//! field; between them lie the key and, where there is a network, the time-stamp authority. [`add_validation_data`] and
//! [`begin_time_stamp`] complete a signed file later. [`check`] answers for every signature what it shows. Nothing in a file is
//! ever changed: every step appends. The format is in `docs/formats/document-signatures.md`.

mod appearance;
mod check;
mod document;
mod level;
mod prepare;
mod problem;
mod revisions;
mod sign;
mod validation;
mod write;

pub use appearance::Appearance;
pub use check::{Checked, FieldSignature, Kind, check};
pub use level::{Level, Missing};
pub use prepare::{Field, prepare};
pub use problem::PdfProblem;
pub use sign::{Begun, Signing, begin, begin_time_stamp};
pub use validation::{ValidationData, add_validation_data, certificates_needed};

/// The part of a file that was there before anybody signed: what a report was issued as. Its SHA-256 is in the trail.
///
/// # Errors
/// It is no PDF that can be read here, or nobody has signed it.
pub fn issued_part(pdf: &[u8]) -> Result<&[u8], PdfProblem> {
    let length = check(pdf, &crate::cades::Trust::default())?.issued_len.ok_or(PdfProblem::NotPrepared)?;
    pdf.get(..length).ok_or(PdfProblem::NotPrepared)
}
