//! Who is admitted, who reviews, who decides.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use trail::{ChainId, PublicKey};

use super::{Context, NewEvent, Refusal, event, filled};
use crate::{
    conclude,
    event::{ActorEnroll, DecisionRecord, DecisionResult, ReviewRecord, ReviewResult, Role, kind},
    issuing,
};

impl Context<'_> {
    pub(super) fn enroll(&self, mut card: ActorEnroll) -> Result<Vec<NewEvent>, Refusal> {
        if !self.state.has_role(self.author, Role::Lead) {
            return Err(Refusal::new("needs-lead", card.name));
        }
        filled(&card.name, "name-empty", &"name")?;
        if card.roles.is_empty() {
            return Err(Refusal::new("roles-empty", card.name));
        }
        let chain = ChainId::from_hex(&card.chain).ok_or_else(|| Refusal::new("not-a-key", &card.chain))?;
        // The name on the card belongs to the key, so the chain must be that key's.
        let key =
            PublicKey::from_hex(&card.key).filter(|key| ChainId::of(&self.state.dossier(), key) == chain);
        if key.is_none() {
            return Err(Refusal::new("not-a-key", &card.key));
        }
        if self.state.actor(chain).is_some_and(|actor| actor.revoked_behind.is_some()) {
            return Err(Refusal::new("key-revoked", card.name));
        }
        let is_founder =
            self.state.opening().is_some_and(|o| o.chain == chain || self.state.follows(chain, o.chain));
        let as_founder = |r: &Role| matches!(r, Role::Lead | Role::Evaluator);
        if is_founder
            && !(card.roles.iter().all(as_founder)
                && card.roles.contains(&Role::Lead)
                && card.roles.contains(&Role::Evaluator))
        {
            return Err(Refusal::new("founder-roles", card.name));
        }
        // ISO/IEC 17065 7.5.1 and 7.6.2: who evaluates neither reviews nor decides.
        let evaluates = card.roles.iter().any(|r| matches!(r, Role::Evaluator | Role::Lead))
            || self.state.involved().contains(&chain);
        if evaluates && card.roles.iter().any(|r| matches!(r, Role::Reviewer | Role::DecisionMaker)) {
            return Err(Refusal::new("roles-conflict", card.name));
        }
        card.supersedes = self.supersedes(&alloc::format!("actor:{chain}"), "card");
        Ok(vec![event(kind::ACTOR_ENROLL, &card)?])
    }

    pub(super) fn review(&self, result: ReviewResult, points: String) -> Result<Vec<NewEvent>, Refusal> {
        self.reviews("review")?;
        filled(&points, "review-needs-points", &"review")?;
        if result == ReviewResult::Accepted {
            self.no_open_point("review")?;
        }
        let covers = self.state.content_digest().to_string();
        let supersedes = self.supersedes("review", "result");
        Ok(vec![event(kind::REVIEW_RECORD, &ReviewRecord { result, points, covers, supersedes })?])
    }

    pub(super) fn decide(
        &self,
        result: DecisionResult,
        reasons: String,
        conditions: Vec<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        self.decides("decision")?;
        filled(&reasons, "decision-needs-reasons", &"decision")?;
        let limited = result == DecisionResult::GrantedLimited;
        if limited && (conditions.is_empty() || conditions.iter().any(|c| c.trim().is_empty())) {
            return Err(Refusal::new("limit-needs-conditions", "decision"));
        }
        if !limited && !conditions.is_empty() {
            return Err(Refusal::new("conditions-without-limit", "decision").with("code", result.code()));
        }
        self.no_open_point("decision")?;
        let review = issuing::accepted_review(self.state)
            .ok_or_else(|| Refusal::new("decision-needs-review", "decision"))?;
        if let Some(organisation) = self.state.organisation_of_client(review.chain) {
            return Err(Refusal::new("reviewer-of-client", "decision").with("organisation", organisation));
        }
        if result.is_positive() {
            let conclusion = conclude::conclude(self.state, self.checklist);
            if let Some(finding) = conclude::open_majors(self.state).first() {
                return Err(Refusal::new("grant-with-open-major", "decision").with("finding", finding));
            }
            if !conclusion.is_positive() {
                return Err(Refusal::new("grant-without-conclusion", "decision")
                    .with("outcome", conclusion.outcome_code()));
            }
            if let Some(late) = self.state.verified_late().into_iter().next() {
                return Err(Refusal::new("grant-with-late-major", "decision")
                    .with("finding", late.finding)
                    .with("until", late.until));
            }
        }
        let covers = self.state.content_digest().to_string();
        let supersedes = self.supersedes("decision", "result");
        let decision = DecisionRecord { result, reasons, conditions, covers, supersedes };
        Ok(vec![event(kind::DECISION_RECORD, &decision)?])
    }

    /// A decision maker who took no part in the evaluation and, where the scheme separates the two, in the review; who is
    /// neither barred nor of the client.
    pub(super) fn decides(&self, place: &str) -> Result<(), Refusal> {
        self.not_involved(place, "decider-evaluated")?;
        if !self.state.has_role(self.author, Role::DecisionMaker) {
            return Err(Refusal::new("needs-decision-maker", place));
        }
        self.not_barred(&place)?;
        if self.state.decides_apart() && self.state.reviewers().contains(&self.author) {
            return Err(Refusal::new("decider-reviewed", place));
        }
        match self.state.organisation_of_client(self.author) {
            None => Ok(()),
            Some(organisation) => {
                Err(Refusal::new("decider-of-client", place).with("organisation", organisation))
            }
        }
    }

    /// Four eyes (ISO/IEC 17065 7.5.1, 7.6.2): whoever set a verdict, raised a finding or signed a contribution does not
    /// judge the case.
    pub(super) fn not_involved(&self, place: &str, rule: &'static str) -> Result<(), Refusal> {
        if self.state.involved().contains(&self.author) { Err(Refusal::new(rule, place)) } else { Ok(()) }
    }
}
