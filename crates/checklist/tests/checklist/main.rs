//! The shipped packs, the packs that must be refused, and the register of the series.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

mod bad_packs;
mod mutations;
mod packs;
mod series;
mod shipped;
