//! Keys that are replaced or revoked, and copies that are made for others.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec,
    vec::Vec,
};

use trail::{ChainId, PublicKey};

use super::{Context, NewEvent, Refusal, event, filled, stated};
use crate::event::{ActorRevoke, ActorRotate, HandOver, Role, hex_ids, kind};

/// So many digests stay well below what an event can hold.
const LEFT_OUT_PER_EVENT: usize = 500;

/// Evidence that Assay itself needs to read the dossier, and that is left out of no copy.
const NEEDED: [&str; 2] = ["checklist", "profile"];

impl Context<'_> {
    pub(super) fn rotate(&self, key: &PublicKey, reason: Option<String>) -> Result<Vec<NewEvent>, Refusal> {
        let chain = ChainId::of(&self.state.dossier(), key);
        if let Some((by, _)) = self.state.replaced(self.author) {
            return Err(Refusal::new("rotated-already", by));
        }
        self.needs_admission(&chain)?;
        if chain == self.author {
            return Err(Refusal::new("rotate-to-itself", key));
        }
        let reason = reason.filter(|r| stated(Some(r)));
        let rotate = ActorRotate { chain: chain.to_string(), key: key.to_string(), reason };
        Ok(vec![event(kind::ACTOR_ROTATE, &rotate)?])
    }

    pub(super) fn revoke(&self, chain: ChainId, last: u64, reason: String) -> Result<Vec<NewEvent>, Refusal> {
        let place = chain.to_string();
        if !self.state.has_role(self.author, Role::Lead) {
            return Err(Refusal::new("revoke-needs-lead", place));
        }
        filled(&reason, "revoke-needs-reason", &place)?;
        if !self.state.knows_key(chain) {
            return Err(Refusal::new("unknown-key", place));
        }
        if !self.state.may_revoke(self.author, chain) {
            return Err(Refusal::new("revoke-above", place));
        }
        let replaced = self.state.replaced(chain).filter(|_| self.state.follows(self.author, chain));
        if let Some((_, seq)) = replaced.filter(|(_, seq)| last < *seq) {
            return Err(Refusal::new("revoke-own-footing", place).with("entry", seq.saturating_add(1)));
        }
        let supersedes = hex_ids(&self.state.superseded_by_next(&alloc::format!("actor:{chain}"), "revoked"));
        let revoke = ActorRevoke { chain: place, last, reason, supersedes };
        Ok(vec![event(kind::ACTOR_REVOKE, &revoke)?])
    }

    pub(super) fn hand_over(&self, hand_over: HandOver) -> Result<Vec<NewEvent>, Refusal> {
        let mut left_out: BTreeSet<String> = BTreeSet::new();
        for sha256 in &hand_over.left_out {
            let item = self.state.evidence_item(sha256);
            let item =
                item.ok_or_else(|| Refusal::new("unknown-evidence", sha256).with("evidence", sha256))?;
            if NEEDED.contains(&item.value.class.as_str()) {
                return Err(Refusal::new("leave-out-needed", item.value.name).with("class", item.value.class));
            }
            left_out.insert(sha256.clone());
        }
        let left_out: Vec<String> = left_out.into_iter().collect();
        let one = |left_out: &[String]| {
            event(kind::HAND_OVER, &HandOver { left_out: left_out.to_vec(), ..hand_over.clone() })
        };
        if left_out.is_empty() {
            return Ok(vec![one(&[])?]);
        }
        left_out.chunks(LEFT_OUT_PER_EVENT).map(one).collect()
    }
}
