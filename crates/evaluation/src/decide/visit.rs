//! What orders the work: tags on rows, evidence assigned before there is a verdict.

use alloc::{
    collections::BTreeSet,
    string::{String, ToString},
    vec::Vec,
};

use super::{Context, NewEvent, Refusal, event};
use crate::event::{EvidenceLink, RowKey, TAG_LENGTH, TAGS, TagSet, kind};

impl Context<'_> {
    pub(super) fn set_tag(
        &self,
        rows: Vec<RowKey>,
        tag: String,
        value: &str,
    ) -> Result<Vec<NewEvent>, Refusal> {
        self.needs_evaluator(&tag)?;
        if !TAGS.contains(&tag.as_str()) {
            return Err(Refusal::new("unknown-tag", tag).with("known", TAGS.join(", ")));
        }
        let value = value.trim();
        if value.chars().count() > TAG_LENGTH {
            return Err(Refusal::new("tag-too-long", tag).with("most", TAG_LENGTH));
        }
        let mut seen = BTreeSet::new();
        let mut events = Vec::new();
        for row in rows {
            self.check_row(&row)?;
            if self.state.has_tag(&row, &tag, value) || !seen.insert(row.clone()) {
                continue;
            }
            let supersedes = self.supersedes(&alloc::format!("tag:{row}"), &tag);
            let set = TagSet { row, tag: tag.clone(), value: value.to_string(), supersedes };
            events.push(event(kind::TAG_SET, &set)?);
        }
        if events.is_empty() { Err(Refusal::new("nothing-changes", tag)) } else { Ok(events) }
    }

    pub(super) fn link(
        &self,
        row: Option<RowKey>,
        activity: Option<String>,
        evidence: Vec<String>,
        linked: bool,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let (place, subject) = match (&row, &activity) {
            (Some(row), None) => {
                self.check_row(row)?;
                (row.to_string(), alloc::format!("link:{row}"))
            }
            (None, Some(id)) if self.checklist.activity(id).is_some() => {
                (id.clone(), alloc::format!("link:activity:{id}"))
            }
            (None, Some(id)) => return Err(Refusal::new("unknown-activity", id)),
            _ => return Err(Refusal::new("link-needs-one-subject", "")),
        };
        self.needs_admission(&place)?;
        self.check_evidence(&evidence, &place)?;
        let mut there: BTreeSet<String> = self.state.links(&subject).into_iter().collect();
        let mut events = Vec::new();
        for sha256 in evidence {
            let withheld = alloc::format!("evidence:{sha256}");
            if linked && !self.state.superseded_by_next(&withheld, "withheld").is_empty() {
                return Err(Refusal::new("evidence-withheld", place).with("evidence", sha256));
            }
            let changes = if linked { there.insert(sha256.clone()) } else { there.remove(&sha256) };
            if changes {
                let supersedes = self.supersedes(&subject, &sha256);
                let (row, activity) = (row.clone(), activity.clone());
                let link = EvidenceLink { row, activity, evidence: sha256, linked, supersedes };
                events.push(event(kind::EVIDENCE_LINK, &link)?);
            }
        }
        if events.is_empty() { Err(Refusal::new("nothing-changes", place)) } else { Ok(events) }
    }
}
