//! What was done, and what follows from it.
//!
//! Pure rules: this crate reads no file, clock, random source or environment. It returns codes
//! and arguments, never sentences; the words live in `locales/`.
#![no_std]

extern crate alloc;

mod code;

pub mod blocks;
pub mod case;
pub mod cases;
pub mod certificate;
pub mod claim;
pub mod component;
pub mod conclude;
pub mod counts;
pub mod day;
pub mod decide;
pub mod event;
mod gate;
pub mod issuing;
pub mod levels;
pub mod maturity;
pub mod provider;
mod provider_rows;
pub mod provider_tuples;
pub mod remark;
mod scope;
pub mod state;
pub mod verdict;

pub use event::{Current, current, kind};
pub use state::State;
