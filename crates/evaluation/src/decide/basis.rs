//! Adopting a security profile, and moving to another edition of the checklist.

use alloc::{
    string::{String, ToString},
    vec,
    vec::Vec,
};

use checklist::{Checklist, Object};

use super::{Context, NewEvent, Refusal, event, filled, stated};
use crate::event::{
    CaseSet, EditionDifference, EditionMove, EditionReview, ProfileAdopt, RowKey, hex_ids, kind,
};

/// The fields of a row that judge it against the text of its requirement. What the vendor claims stays: it says what
/// the vendor wrote, whatever edition it was written for.
const JUDGEMENTS: [&str; 4] = ["applicability", "fulfilment", "declaration", "verdict"];

impl Context<'_> {
    /// Adopts a profile. For a component the claim becomes the list of included requirements (IEC TS 62443-6-2
    /// Annex A.2 knows the two claim forms), so a vector must not stand beside it.
    pub(super) fn adopt_profile(&self, mut adopt: ProfileAdopt) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_evaluator(&adopt.profile)?;
        if adopt.checklist_sha256 != self.checklist.digest.to_string() {
            return Err(Refusal::new("profile-of-other-checklist", &adopt.profile)
                .with("checklist", &self.checklist.id)
                .with("edition", &self.checklist.edition));
        }
        let same = adopt.rows.iter().map(|row| &row.requirement);
        if !same.eq(self.checklist.requirements.iter().map(|row| &row.id)) {
            return Err(Refusal::new("profile-rows", &adopt.profile));
        }
        let standing = self.state.profile();
        if standing.as_ref().is_some_and(|p| p.value.sha256 == adopt.sha256) {
            return Err(Refusal::new("profile-stands-already", &adopt.profile));
        }
        adopt.supersedes = self.supersedes("evaluation", "profile");
        adopt.reason = adopt.reason.filter(|r| stated(Some(r)));
        if !adopt.supersedes.is_empty() && adopt.reason.is_none() {
            return Err(Refusal::new("profile-change-needs-reason", &adopt.profile));
        }
        for row in adopt.rows.iter().filter(|row| !row.included) {
            let judged = self.state.rows_of(&row.requirement).into_iter().find(|key| {
                let verdict = self.state.row(key).verdict;
                verdict.is_some_and(|v| v.value.verdict != crate::event::AnyVerdict::NotEvaluated)
            });
            if let Some(judged) = judged {
                return Err(Refusal::new("profile-excludes-judged-row", judged).with("profile", &adopt.title));
            }
        }
        let included: Vec<String> =
            adopt.rows.iter().filter(|row| row.included).map(|row| row.requirement.clone()).collect();
        let reason = Some(adopt.title.clone());
        let mut events = vec![event(kind::PROFILE_ADOPT, &adopt)?];
        if self.checklist.object == Object::Component {
            let field = "claim.requirements";
            let value = serde_json::Value::from(included);
            self.check_claim(field, &value)?;
            let supersedes = self.supersedes("case", field);
            events.push(event(
                kind::CASE_SET,
                &CaseSet { field: field.to_string(), value, reason, supersedes },
            )?);
        }
        Ok(events)
    }

    /// Moves the evaluation to another edition of its checklist.
    pub(super) fn move_edition(&self, to: &Checklist, reason: String) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_evaluator(&to.id)?;
        filled(&reason, "edition-needs-reason", &to.id)?;
        if to.digest == self.checklist.digest {
            return Err(Refusal::new("edition-stands-already", &to.id));
        }
        if to.document != self.checklist.document || to.object != self.checklist.object {
            return Err(Refusal::new("edition-of-other-document", &to.id)
                .with("document", &to.document)
                .with("own", &self.checklist.document));
        }
        let moved = edition_change(self.checklist, to);
        let mut set_aside = Vec::new();
        for one in moved.review.iter().filter(|one| one.why != EditionDifference::Added) {
            for key in self.state.rows_of(&one.id) {
                let subject = alloc::format!("row:{key}");
                // The whole history: what a value had replaced must not stand again in its place.
                for field in JUDGEMENTS {
                    set_aside.extend(self.state.history(&subject, field));
                }
                self.not_locked(&key)?;
            }
            let subject = alloc::format!("activity:{}", one.id);
            set_aside.extend(self.state.history(&subject, "verdict"));
        }
        let event_of = EditionMove {
            from_sha256: self.checklist.digest.to_string(),
            checklist: to.id.clone(),
            checklist_sha256: to.digest.to_string(),
            carried: moved.carried,
            review: moved.review,
            set_aside: hex_ids(&set_aside),
            reason,
            supersedes: self.supersedes("evaluation", "edition"),
        };
        Ok(vec![event(kind::EDITION_MOVE, &event_of)?])
    }

    /// A row that the profile leaves out gets no verdict but "not evaluated".
    pub(super) fn check_included(&self, row: &RowKey) -> Result<(), Refusal> {
        match self.state.excluded_by_profile(&row.requirement) {
            Some((title, _)) => Err(Refusal::new("excluded-by-profile", row).with("profile", title)),
            None => Ok(()),
        }
    }
}

/// What moving from one pack to another would do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditionChange {
    /// Requirements with the same content in both.
    pub carried: u32,
    /// Everything else, in the order of the new pack; what is gone comes last.
    pub review: Vec<EditionReview>,
}

/// Compares two packs row by row and activity by activity. A row is the same where its own digest is.
#[must_use]
pub fn edition_change(from: &Checklist, to: &Checklist) -> EditionChange {
    let mut change = EditionChange { carried: 0, review: Vec::new() };
    let mut note = |id: &str, why| change.review.push(EditionReview { id: id.to_string(), why });
    let mut carried = 0_u32;
    for row in &to.requirements {
        match from.requirement(&row.id) {
            Some(old) if old.digest == row.digest => carried = carried.saturating_add(1),
            Some(_) => note(&row.id, EditionDifference::Changed),
            None => note(&row.id, EditionDifference::Added),
        }
    }
    for activity in &to.activities {
        match from.activity(&activity.id) {
            Some(old) if old == activity => {}
            Some(_) => note(&activity.id, EditionDifference::Changed),
            None => note(&activity.id, EditionDifference::Added),
        }
    }
    let gone = from.requirements.iter().map(|row| &row.id).filter(|id| to.requirement(id).is_none());
    let ended = from.activities.iter().map(|one| &one.id).filter(|id| to.activity(id).is_none());
    for id in gone.chain(ended) {
        note(id, EditionDifference::Gone);
    }
    change.carried = carried;
    change
}
