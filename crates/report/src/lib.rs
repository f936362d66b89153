//! What is told to others: the reports, drawn from one data set.
//!
//! [`Contents`] is that data set: codes, names, numbers and the words of the people involved. From it
//! [`pdf::render`] draws the PDF, in full or as a [`summary`], [`xlsx::write()`] the workbook and [`json::write`] the canonical JSON
//! whose SHA-256 stands on the cover. Every fixed text comes in as [`Words`]; this crate knows no
//! language, no clock, no file and no network. It decides nothing about conformity, but refuses a
//! data set that would make its own sentences untrue ([`check()`]).

mod check;
pub mod child;
mod conclusion;
pub mod contents;
pub mod exchange;
mod fonts;
mod integrity;
pub mod json;
pub mod look;
mod object;
pub mod paper;
pub mod pdf;
mod people;
mod phrase;
mod problem;
mod process;
mod record;
#[cfg(feature = "schema")]
pub mod schema;
mod shapes;
pub mod summary;
pub mod xlsx;

pub use check::{Untrue, check};
pub use contents::{Contents, Kind, SCHEMA};
pub use fonts::Replaced;
pub use problem::RenderProblem;

use std::collections::BTreeMap;

/// Every fixed text by its Fluent id (`report-…`), already in one language.
///
/// Arguments are still open: `{$name}` stands where the value comes.
pub type Words = BTreeMap<String, String>;
