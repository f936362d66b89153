//! What the vendor sent, row by row.
//!
//! A workbook is read once, by a child process with a memory cap ([`child`]), into a [`Workbook`] whose
//! every cell still knows where it stood. [`table`] finds the requirement table, [`mapping`] says what
//! each column and each answer means, and [`claims`] turns the rows into **proposed vendor claims, never
//! verdicts**, together with a [`ledger::Ledger`] that accounts for every row of the sheet.
//!
//! What is absent: this crate decides nothing, stores nothing, knows no clock, and evaluates no formula.

pub mod answers;
pub mod child;
pub mod claims;
pub mod difference;
pub mod ids;
pub mod ledger;
mod limits;
mod lines;
pub mod mapping;
mod problem;
pub mod reader;
pub mod references;
pub mod saved_mapping;
pub mod table;
mod text;
mod workbook;

pub use limits::Limits;
pub use problem::{Notice, NoticeCode, Place, ReadProblem, Why};
pub use text::normalise;
pub use workbook::{
    Area, CellKind, CellView, Comment, CommentKind, Embedded, EmbeddedKind, FileFacts, Format, Merge, Row,
    Sheet, Span, Validation, Visibility, Workbook, letters, number_of_letters,
};
