//! A draw of the sample: the population, the rule, what it chooses, and what judgement adds.
//!
//! The rule can be done again by anyone (`docs/formats/events.md`), and whoever reads a draw does it again: a value of
//! [`SamplingDraw`] read from a payload always follows from its inputs.

use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::fmt;

use serde::{Deserialize, Serialize};
use trail::Digest;

use crate::code::codes;

/// One item of a population: a project, a contract, a site.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PopulationItem {
    /// Its name in the list.
    pub item: String,
    /// What the list says of it, one for each column.
    pub values: Vec<String>,
}

/// An item that was taken or left out by judgement, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judged {
    /// The item.
    pub item: String,
    /// Why.
    pub reason: String,
}

/// What a draw is made from. [`SamplingDraw::of`] does the rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SamplingPlan {
    /// What the draw is of.
    pub stratum: String,
    /// SHA-256 of the list that the population came from.
    pub source: String,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// All items.
    pub population: Vec<PopulationItem>,
    /// The seed.
    pub seed: String,
    /// How many the rule takes.
    pub n: u32,
    /// Items that the rule passes over.
    pub left_out: Vec<Judged>,
    /// Items taken beside the rule.
    pub added: Vec<Judged>,
    /// Why it is drawn again.
    pub reason: Option<String>,
}

/// Payload of `sampling.draw/1`. Only [`SamplingDraw::of`] and a payload that follows from itself make one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written")]
pub struct SamplingDraw {
    /// Items taken beside the rule.
    pub added: Vec<Judged>,
    /// What the rule takes, in its order.
    pub chosen: Vec<String>,
    /// Names of the columns.
    pub columns: Vec<String>,
    /// Items that the rule passes over.
    pub left_out: Vec<Judged>,
    /// How many the rule takes.
    pub n: u32,
    /// All items.
    pub population: Vec<PopulationItem>,
    /// Why it was drawn again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// The seed.
    pub seed: String,
    /// SHA-256 of the list that the population came from.
    pub source: String,
    /// What the draw is of.
    pub stratum: String,
    /// Replaced events: earlier draws of the stratum.
    pub supersedes: Vec<String>,
}

/// The payload as it is written, before the rule was done again.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    added: Vec<Judged>,
    chosen: Vec<String>,
    columns: Vec<String>,
    left_out: Vec<Judged>,
    n: u32,
    population: Vec<PopulationItem>,
    #[serde(default)]
    reason: Option<String>,
    seed: String,
    source: String,
    stratum: String,
    supersedes: Vec<String>,
}

impl TryFrom<Written> for SamplingDraw {
    type Error = SamplingProblem;

    fn try_from(written: Written) -> Result<Self, SamplingProblem> {
        let plan = SamplingPlan {
            stratum: written.stratum,
            source: written.source,
            columns: written.columns,
            population: written.population,
            seed: written.seed,
            n: written.n,
            left_out: written.left_out,
            added: written.added,
            reason: written.reason,
        };
        let mut draw = Self::of(plan)?;
        if draw.chosen != written.chosen {
            return Err(SamplingProblem::of(SamplingFault::NotFollowing, draw.chosen.join(", ")));
        }
        draw.supersedes = written.supersedes;
        Ok(draw)
    }
}

codes! {
    /// What is wrong with a draw.
    pub enum SamplingFault {
        /// No stratum is named.
        Stratum = "stratum",
        /// The seed is not one.
        Seed = "seed",
        /// An item has no name, or its name stands there twice.
        Item = "item",
        /// An item has not one value for each column.
        Values = "values",
        /// The rule can't take so many.
        Size = "size",
        /// Something was added or left out that is not in the population.
        Unknown = "unknown",
        /// An item is left out, chosen or added more than once.
        Twice = "twice",
        /// Something was added or left out without a reason.
        Reason = "reason",
        /// The choice does not follow from the inputs.
        NotFollowing = "not_following",
    }
}

/// A draw that can't be, and what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamplingProblem {
    /// What is wrong.
    pub fault: SamplingFault,
    /// The item, the seed, the number.
    pub about: String,
}

impl SamplingProblem {
    fn of(fault: SamplingFault, about: impl ToString) -> Self {
        Self { fault, about: about.to_string() }
    }
}

impl fmt::Display for SamplingProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.fault, self.about)
    }
}

/// What the rule takes: SHA-256 of `<seed>:<item>` for each item, the `n` lowest, lowest first.
#[must_use]
pub fn lowest<'a>(seed: &str, items: impl Iterator<Item = &'a str>, n: usize) -> Vec<String> {
    let mut ranked: Vec<(Digest, &str)> =
        items.map(|item| (Digest::of(format!("{seed}:{item}").as_bytes()), item)).collect();
    ranked.sort_unstable();
    ranked.into_iter().take(n).map(|(_, item)| item.to_string()).collect()
}

fn is_seed(seed: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    (1..=64).contains(&seed.len()) && seed.bytes().all(allowed)
}

impl SamplingDraw {
    /// Draws. Pure: the seed comes in.
    ///
    /// # Errors
    /// A name that is none or there twice, a number that the rule can't take, a choice by judgement without reason.
    pub fn of(plan: SamplingPlan) -> Result<Self, SamplingProblem> {
        use SamplingFault as Fault;
        if plan.stratum.trim().is_empty() {
            return Err(SamplingProblem::of(Fault::Stratum, ""));
        }
        if !is_seed(&plan.seed) {
            return Err(SamplingProblem::of(Fault::Seed, plan.seed));
        }
        let mut names = BTreeSet::new();
        for item in &plan.population {
            if item.item.trim().is_empty() || !names.insert(item.item.as_str()) {
                return Err(SamplingProblem::of(Fault::Item, &item.item));
            }
            if item.values.len() != plan.columns.len() {
                return Err(SamplingProblem::of(Fault::Values, &item.item));
            }
        }
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        judged(&plan.left_out, &names, &mut taken)?;
        let eligible = plan.population.iter().map(|i| i.item.as_str()).filter(|i| !taken.contains(i));
        let eligible: Vec<&str> = eligible.collect();
        let n = usize::try_from(plan.n).unwrap_or(usize::MAX);
        if n == 0 || n > eligible.len() {
            return Err(SamplingProblem::of(Fault::Size, eligible.len()));
        }
        let chosen = lowest(&plan.seed, eligible.into_iter(), n);
        taken.extend(chosen.iter().map(String::as_str));
        judged(&plan.added, &names, &mut taken)?;
        Ok(Self {
            added: plan.added,
            chosen,
            columns: plan.columns,
            left_out: plan.left_out,
            n: plan.n,
            population: plan.population,
            reason: plan.reason,
            seed: plan.seed,
            source: plan.source,
            stratum: plan.stratum,
            supersedes: Vec::new(),
        })
    }

    /// Everything in the sample: what the rule chose, then what was added.
    #[must_use]
    pub fn sample(&self) -> Vec<&str> {
        self.chosen.iter().map(String::as_str).chain(self.added.iter().map(|a| a.item.as_str())).collect()
    }
}

fn judged<'a>(
    list: &'a [Judged],
    names: &BTreeSet<&str>,
    taken: &mut BTreeSet<&'a str>,
) -> Result<(), SamplingProblem> {
    for judged in list {
        let fault = if !names.contains(judged.item.as_str()) {
            SamplingFault::Unknown
        } else if judged.reason.trim().is_empty() {
            SamplingFault::Reason
        } else if !taken.insert(&judged.item) {
            SamplingFault::Twice
        } else {
            continue;
        };
        return Err(SamplingProblem::of(fault, &judged.item));
    }
    Ok(())
}

codes! {
    /// For what a sample is taken.
    pub enum Cycle {
        /// The first evaluation.
        Initial = "initial",
        /// A surveillance.
        Surveillance = "surveillance",
        /// The evaluation again before the end of the term.
        Recertification = "recertification",
    }
}

impl Cycle {
    /// A first idea of how many to take from so many: the square root, 0.6 of it, 0.8 of it, rounded up (IAF MD 1,
    /// recalled). How many are taken is the evaluator's judgement.
    #[must_use]
    pub fn suggested(self, population: u32) -> u32 {
        let tenths: u64 = match self {
            Self::Initial => 10,
            Self::Surveillance => 6,
            Self::Recertification => 8,
        };
        // The smallest k with k >= tenths / 10 * sqrt(n), in whole numbers.
        let wanted = tenths * tenths * u64::from(population);
        (0..=population).find(|k| 100 * u64::from(*k) * u64::from(*k) >= wanted).unwrap_or(population)
    }
}
