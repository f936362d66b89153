//! What stands about the sample.

use alloc::vec::Vec;

use super::{State, Valued};
use crate::event::SamplingDraw;

impl State {
    /// The draws, one for each stratum, by its name.
    #[must_use]
    pub fn draws(&self) -> Vec<Valued<SamplingDraw>> {
        let strata = self.of_prefix("sampling:");
        strata.filter_map(|name| self.value(&alloc::format!("sampling:{name}"), "draw")).collect()
    }

    /// Draws of the stratum that count, also those that were replaced: a draw done again until it suits can be seen.
    #[must_use]
    pub fn draws_ever(&self, stratum: &str) -> usize {
        self.with_effect(&alloc::format!("sampling:{stratum}"), "draw").count()
    }
}
