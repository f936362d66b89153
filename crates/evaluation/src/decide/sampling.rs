//! Drawing the sample: the evaluator chooses, by a rule that anyone can do again.

use alloc::{vec, vec::Vec};

use super::{Context, NewEvent, Refusal, event, stated};
use crate::event::{SamplingDraw, SamplingFault, SamplingPlan, kind};

/// What the texts of a population may hold together: an event holds 65,535 bytes, with room for names of fields.
const POPULATION_BYTES: usize = 40_000;

impl Context<'_> {
    pub(super) fn draw_sample(&self, mut plan: SamplingPlan) -> Result<Vec<NewEvent>, Refusal> {
        let place = plan.stratum.clone();
        self.needs_evaluator(&place)?;
        // The list is registered before anything is drawn from it.
        self.check_evidence(core::slice::from_ref(&plan.source), &place)?;
        plan.reason = plan.reason.filter(|r| stated(Some(r)));
        let supersedes = self.supersedes(&alloc::format!("sampling:{place}"), "draw");
        if !supersedes.is_empty() && plan.reason.is_none() {
            return Err(Refusal::new("sampling-again-needs-reason", place));
        }
        let sizes = plan.population.iter().map(|i| {
            // Quotation marks, commas and the names of two fields come with each item.
            i.item.len() + 25 + i.values.iter().map(|v| v.len() + 3).sum::<usize>()
        });
        if sizes.sum::<usize>() > POPULATION_BYTES {
            return Err(
                Refusal::new("sampling-population-too-large", place).with("items", plan.population.len())
            );
        }
        let n = plan.n;
        let draw = SamplingDraw::of(plan).map_err(|problem| {
            let rule = match problem.fault {
                SamplingFault::Stratum => "sampling-needs-stratum",
                SamplingFault::Seed => "sampling-seed",
                SamplingFault::Item => "sampling-item",
                SamplingFault::Values => "sampling-values",
                SamplingFault::Size | SamplingFault::NotFollowing => "sampling-size",
                SamplingFault::Unknown => "sampling-unknown-item",
                SamplingFault::Twice => "sampling-item-twice",
                SamplingFault::Reason => "sampling-needs-reason",
            };
            Refusal::new(rule, &place).with("about", problem.about).with("n", n)
        })?;
        Ok(vec![event(kind::SAMPLING_DRAW, &SamplingDraw { supersedes, ..draw })?])
    }
}
