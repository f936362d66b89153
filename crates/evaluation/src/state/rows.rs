//! What stands about rows, activities and findings.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use super::{Entry, State, Valued};
use crate::event::{
    ActivitySet, AnyVerdict, ApplicabilitySet, ClaimSet, DeclarationSet, FindingEscalate, FindingMove,
    FindingRaise, FindingState, FulfilmentSet, RowKey, VerdictSet,
};
use crate::verdict::Grade;

/// Everything standing about one row.
#[derive(Clone, Debug)]
pub struct RowState {
    /// What the vendor claims; several where the vendor's file contradicts itself.
    pub claims: Vec<Valued<ClaimSet>>,
    /// Applicability.
    pub applicability: Option<Valued<ApplicabilitySet>>,
    /// Fulfilment mode.
    pub fulfilment: Option<Valued<FulfilmentSet>>,
    /// Declared maturity level.
    pub declaration: Option<Valued<DeclarationSet>>,
    /// The evaluator's verdict.
    pub verdict: Option<Valued<VerdictSet>>,
    /// How many verdicts were ever recorded for the row and not taken back.
    pub verdicts_recorded: usize,
    /// Fields with competing values.
    pub conflicting: Vec<String>,
}

impl RowState {
    /// The verdict, as far as nothing else recorded on the row speaks against it; `None` leaves the row open.
    ///
    /// "Not applicable" holds while a confirmed justification stands, a judgement holds while the row is not
    /// declared not applicable, and nothing holds beside competing values.
    #[must_use]
    pub fn verdict_that_holds(&self) -> Option<&VerdictSet> {
        let verdict = &self.verdict.as_ref()?.value;
        let applicability = self.applicability.as_ref().map(|a| &a.value);
        let holds = match verdict.verdict {
            AnyVerdict::NotApplicable => applicability.is_some_and(|a| !a.applicable && a.confirmed),
            AnyVerdict::Fulfilled | AnyVerdict::NotFulfilled | AnyVerdict::Pass | AnyVerdict::Fail => {
                applicability.is_none_or(|a| a.applicable)
            }
            AnyVerdict::Inconclusive | AnyVerdict::NotEvaluated => true,
        };
        (holds && self.conflicting.is_empty()).then_some(verdict)
    }
}

/// A finding with its state.
#[derive(Clone, Debug)]
pub struct Finding {
    /// As raised.
    pub raised: Valued<FindingRaise>,
    /// The latest move.
    pub moved: Option<Valued<FindingMove>>,
    /// Where it stands.
    pub state: FindingState,
    /// The grade as of now: that of the raise, or major where it was escalated.
    pub grade: Grade,
    /// The escalation, where one stands.
    pub escalated: Option<Valued<FindingEscalate>>,
    /// Whether the evaluator accepted the client's plan and it holds.
    pub plan_accepted: bool,
}

impl State {
    /// Everything about one row.
    #[must_use]
    pub fn row(&self, row: &RowKey) -> RowState {
        let subject = alloc::format!("row:{row}");
        RowState {
            claims: self.values(&subject, "claim"),
            applicability: self.value(&subject, "applicability"),
            fulfilment: self.value(&subject, "fulfilment"),
            declaration: self.value(&subject, "declaration"),
            verdict: self.value(&subject, "verdict"),
            verdicts_recorded: self.with_effect(&subject, "verdict").count(),
            conflicting: ["applicability", "fulfilment", "declaration", "verdict"]
                .into_iter()
                .filter(|f| self.standing(self.entries(&subject, f)).len() > 1)
                .map(ToString::to_string)
                .collect(),
        }
    }

    /// Every verdict on the row that stands or stood once and was replaced, in the order each key recorded them. What
    /// was taken back is left out: a reader must not take it for a judgement.
    #[must_use]
    pub fn verdict_history(&self, row: &RowKey) -> Vec<Valued<VerdictSet>> {
        self.with_effect(&alloc::format!("row:{row}"), "verdict").filter_map(Entry::decoded).collect()
    }

    /// As [`State::verdict_history`] with those that were taken back ([`State::is_void`]), for whoever shows them as
    /// such.
    #[must_use]
    pub fn verdicts_ever(&self, row: &RowKey) -> Vec<Valued<VerdictSet>> {
        self.counting(&alloc::format!("row:{row}"), "verdict").filter_map(Entry::decoded).collect()
    }

    /// Every step a finding took, in the order each key recorded them; steps that were taken back are left out.
    #[must_use]
    pub fn finding_history(&self, finding: &str) -> Vec<Valued<FindingMove>> {
        self.with_effect(&alloc::format!("finding:{finding}"), "state").filter_map(Entry::decoded).collect()
    }

    /// The highest number a finding was ever given, also where it was taken back: a number never means two things.
    pub(crate) fn highest_finding(&self) -> u64 {
        self.highest("finding:", "F-", "finding")
    }

    /// Rows about which anything was recorded that counts and was not taken back.
    #[must_use]
    pub fn touched_rows(&self) -> Vec<RowKey> {
        let counts = |(_, fields): &(&String, &BTreeMap<String, Vec<Entry>>)| {
            let mut entries = fields.values().flatten();
            entries.any(|e| self.has_effect(e))
        };
        self.subjects
            .range("row:".to_string()..)
            .take_while(|(subject, _)| subject.starts_with("row:"))
            .filter(counts)
            .filter_map(|(subject, _)| subject.strip_prefix("row:").map(RowKey::read))
            .collect()
    }

    /// The verdict on an evaluation activity.
    #[must_use]
    pub fn activity(&self, id: &str) -> Option<Valued<ActivitySet>> {
        self.value(&alloc::format!("activity:{id}"), "verdict")
    }

    /// All findings with their state, by number. Where two people gave two findings the same number, both stand here
    /// (and the number is a conflict): a finding never disappears because its number is contested.
    #[must_use]
    pub fn findings(&self) -> Vec<Finding> {
        let mut findings: Vec<Finding> = self
            .of_prefix("finding:")
            .flat_map(|id| {
                let subject = alloc::format!("finding:{id}");
                let raised: Vec<Valued<FindingRaise>> = self.values(&subject, "finding");
                // A move of a contested number cannot say which finding it means.
                let moved: Option<Valued<FindingMove>> =
                    self.value(&subject, "state").filter(|_| raised.len() == 1);
                let state = moved.as_ref().map_or(FindingState::Raised, |m| m.value.state);
                // Also what this version can't read in full: a major must not look like a minor.
                let is_escalated = !self.standing(self.entries(&subject, "grade")).is_empty();
                let escalated = self.escalation(&subject);
                let plan_accepted = raised.len() == 1 && self.plan_is_accepted(id);
                let finding = move |raised: Valued<FindingRaise>| Finding {
                    // An escalation of a contested number can't say which it means: each is major then.
                    grade: if is_escalated { Grade::Major } else { raised.value.grade },
                    escalated: escalated.clone(),
                    moved: moved.clone(),
                    state,
                    plan_accepted,
                    raised,
                };
                raised.into_iter().map(finding)
            })
            .collect();
        findings.sort_by_key(|f| number_of(&f.raised.value.finding));
        findings
    }
}

/// `F-10` after `F-9`.
pub(super) fn number_of(id: &str) -> (u64, String) {
    let digits = id.trim_start_matches(|c: char| !c.is_ascii_digit());
    (digits.parse().unwrap_or(u64::MAX), id.to_string())
}
