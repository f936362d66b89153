//! The shipped packs, the packs that must be refused, and the register of the series.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

mod bad_packs;
mod broken;
mod diff;
mod guidance;
mod mutations;
mod packs;
mod profile;
mod schema;
mod series;
mod shipped;
mod shipped_guidance;
mod text;
mod words;
