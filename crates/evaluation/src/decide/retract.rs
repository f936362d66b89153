//! Taking back what one has recorded oneself, and taking that back again.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use trail::EventId;

use super::{Context, NewEvent, Refusal, event, stated};
use crate::{
    event::{ActivitySet, AnyVerdict, FindingRaise, Retract, VerdictSet, hex_ids, kind},
    state::Effect,
    verdict::{ActivityVerdict, Grade},
};

/// So many ids of 67 bytes each stay well below what an event can hold, and leave room for the reason.
const IDS_PER_EVENT: usize = 500;

impl Context<'_> {
    pub(super) fn retract(
        &self,
        mut events: Vec<EventId>,
        reason: Option<String>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let mut seen = BTreeSet::new();
        events.retain(|id| seen.insert(*id));
        if events.is_empty() {
            return Err(Refusal::new("retract-names-nothing", ""));
        }
        self.needs_admission(&"retract")?;
        for id in &events {
            self.check_own(id)?;
        }
        let effects = self.state.effects(self.author, &events);
        let gone: BTreeSet<EventId> = effects.iter().flat_map(|e| e.gone.iter().copied()).collect();
        for effect in &effects {
            if effect.overtaken {
                return Err(Refusal::new("retract-overtaken", &effect.subject).with("field", &effect.field));
            }
            self.leaves_locked_rows(effect)?;
            self.check_findings(effect, &effects, &gone)?;
        }
        let reason = reason.filter(|r| stated(Some(r)));
        let payloads = events
            .chunks(IDS_PER_EVENT)
            .map(|ids| event(kind::RETRACT, &Retract { events: hex_ids(ids), reason: reason.clone() }));
        payloads.collect()
    }

    /// One's own event, of a kind that can be taken back, and not taken back yet.
    fn check_own(&self, id: &EventId) -> Result<(), Refusal> {
        let refused = |rule| {
            let about = self.state.subject_of(id).unwrap_or_else(|| id.to_string());
            Err(Refusal::new(rule, about).with("event", id))
        };
        match self.state.place(id) {
            None => refused("retract-unknown-event"),
            Some(place) if place.chain != self.author => refused("retract-not-own"),
            Some(place) if !place.retractable => refused("retract-not-possible"),
            Some(_) if self.state.is_void(id) => refused("retract-done-already"),
            Some(_) => Ok(()),
        }
    }

    /// A finding goes only with its moves, and not from under a verdict that needs it; a move comes back only to a
    /// finding that stands.
    fn check_findings(
        &self,
        effect: &Effect,
        effects: &[Effect],
        gone: &BTreeSet<EventId>,
    ) -> Result<(), Refusal> {
        let Some(number) = effect.subject.strip_prefix("finding:") else {
            return Ok(());
        };
        let stands = |field| {
            let standing = self.state.superseded_by_next(&effect.subject, field);
            standing.iter().any(|id| !gone.contains(id))
        };
        if effect.field != "finding" {
            let returns =
                |e: &Effect| e.subject == effect.subject && e.field == "finding" && !e.back.is_empty();
            if effect.back.is_empty() || stands("finding") || effects.iter().any(returns) {
                return Ok(());
            }
            return Err(Refusal::new("unknown-finding", number));
        }
        if !effect.gone.is_empty() && (stands("state") || stands("grade")) {
            return Err(Refusal::new("retract-finding-moved", number));
        }
        let open = self.state.findings().into_iter().filter(|f| f.state.is_open());
        let open = open.filter(|f| f.grade != Grade::Observation).map(|f| f.raised);
        let (going, staying): (Vec<_>, Vec<_>) = open.partition(|raised| gone.contains(&raised.id));
        for raised in going.iter().filter(|raised| effect.gone.contains(&raised.id)) {
            let same =
                |f: &FindingRaise| (&f.row, &f.activity) == (&raised.value.row, &raised.value.activity);
            let Some(place) = self.needed_by(&raised.value, gone) else { continue };
            if !staying.iter().any(|other| same(&other.value)) {
                return Err(Refusal::new("retract-finding-needed", number).with("by", place));
            }
        }
        Ok(())
    }

    /// The row or activity of the finding, if a negative verdict on it stands and stays.
    fn needed_by(&self, finding: &FindingRaise, gone: &BTreeSet<EventId>) -> Option<String> {
        if let Some(row) = &finding.row {
            let verdicts = self.state.values::<VerdictSet>(&alloc::format!("row:{row}"), "verdict");
            let negative = |v: AnyVerdict| matches!(v, AnyVerdict::NotFulfilled | AnyVerdict::Fail);
            let stays = verdicts.iter().any(|v| negative(v.value.verdict) && !gone.contains(&v.id));
            return stays.then(|| row.to_string());
        }
        let activity = finding.activity.as_ref()?;
        let verdicts = self.state.values::<ActivitySet>(&alloc::format!("activity:{activity}"), "verdict");
        let fails = |v: ActivityVerdict| v == ActivityVerdict::Fail;
        let stays = verdicts.iter().any(|v| fails(v.value.verdict) && !gone.contains(&v.id));
        stays.then(|| activity.clone())
    }
}
