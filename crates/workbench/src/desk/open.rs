//! The open dossier with everything the screens need ready.

use std::collections::{BTreeMap, BTreeSet};

use checklist::{Checklist, profile::Profile, text::TextPack};
use dossier::Key;
use evaluation::{conclude::Conclusion, decide::Request, event::RowKey};
use trail::{ChainId, DossierId, EventId};

use super::{
    drafts::Drafts,
    lines::Rows,
    trail::Index,
    types::{Changed, DossierHead, GroupInfo, Line, Me, PackInfo, Progress, Status, Told},
};
use crate::{Home, Problem, Recording, Session, basis::OwnTexts, import::Proposal, log, team::PrivateFolder};

/// One dossier on the desk.
pub(super) struct Open {
    pub(super) session: Session,
    pub(super) rows: Rows,
    pub(super) index: Index,
    pub(super) drafts: Drafts,
    pub(super) undo: Vec<Step>,
    pub(super) redo: Vec<Step>,
    pub(super) proposal: Option<(String, Proposal)>,
    /// The profile that stands, read from its file.
    pub(super) profile: Option<Profile>,
    /// The user's own licensed texts for this checklist.
    pub(super) texts: Option<TextPack>,
    /// The conclusion drawn last and the number of events it was drawn from.
    drawn: Option<(u64, Conclusion)>,
    read_only: Option<&'static str>,
    /// Conflicts that are not about rows of the worklist; counted when rows are made anew.
    other_conflicts: u32,
    saved: String,
    /// A received file is looked at in a private copy, which goes when it is closed.
    _copy: Option<PrivateFolder>,
}

/// One recorded request, as undo and redo name it.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) events: Vec<EventId>,
    pub(super) told: Told,
    /// Rows to be shown anew; `None` for all.
    pub(super) rows: Option<BTreeSet<String>>,
}

/// Steps that can be taken back one after the other.
const STEPS: usize = 500;

impl Open {
    pub(super) fn new(
        home: &Home,
        session: Session,
        read_only: Option<&'static str>,
        copy: Option<PrivateFolder>,
    ) -> Self {
        let drafts = Drafts::of(home, session.dossier().id(), session.dossier().key());
        let me = session.chain().ok();
        let rows = Rows::of(session.state(), session.checklist(), me, &|row| drafts.has(row));
        let mut open = Self {
            session,
            rows,
            index: Index::default(),
            drafts,
            undo: Vec::new(),
            redo: Vec::new(),
            proposal: None,
            profile: None,
            texts: None,
            drawn: None,
            read_only,
            other_conflicts: 0,
            saved: String::new(),
            _copy: copy,
        };
        open.read_basis(home);
        open.count_conflicts();
        open.saved = open.newest_own().map(|(_, time)| time).unwrap_or_default();
        open
    }

    /// Reads the profile that stands and the user's own texts. Neither keeps a dossier from being opened: a profile's
    /// selection stands in its event, and texts are a convenience.
    pub(super) fn read_basis(&mut self, home: &Home) {
        self.profile = self.session.profile().ok().flatten();
        self.texts = OwnTexts::of(home).read(self.session.checklist()).ok().flatten();
    }

    /// The conclusion from what stands now; drawn once for each state of the dossier.
    pub(super) fn conclusion(&mut self) -> &Conclusion {
        let events = self.session.state().events();
        let drawn = self.drawn.take().filter(|(of, _)| *of == events);
        let (_, conclusion) = self.drawn.insert(drawn.unwrap_or_else(|| (events, self.session.conclude())));
        conclusion
    }

    /// Whether the conclusion is at hand or quickly drawn; a row of a very large worklist does not wait for it.
    pub(super) fn concludes_at_once(&self) -> bool {
        const QUICK: usize = 1_000;
        let events = self.session.state().events();
        self.rows.lines.len() <= QUICK || self.drawn.as_ref().is_some_and(|(of, _)| *of == events)
    }

    pub(super) const fn read_only(&self) -> Option<&'static str> {
        self.read_only
    }

    pub(super) fn path(&self) -> std::path::PathBuf {
        self.session.path()
    }

    /// The key of an encrypted dossier.
    pub(super) fn unlocked_by(&self) -> Option<Key> {
        self.session.dossier().key().cloned()
    }

    pub(super) fn me(&self) -> Option<ChainId> {
        self.session.chain().ok()
    }

    pub(super) fn close(self) -> Result<(), Problem> {
        self.session.close()
    }

    /// All rows anew: the case, the people or many rows changed.
    pub(super) fn all_anew(&mut self) {
        let drafts = &self.drafts;
        self.rows =
            Rows::of(self.session.state(), self.session.checklist(), self.session.chain().ok(), &|row| {
                drafts.has(row)
            });
        self.count_conflicts();
    }

    /// After a merge anything may be different. What was recorded here stays what it was, but whether it can be taken
    /// back is another question now.
    pub(super) fn merged(&mut self, home: &Home) {
        self.undo.clear();
        self.redo.clear();
        self.proposal = None;
        self.drawn = None;
        self.index = Index::default();
        self.read_basis(home);
        self.all_anew();
        self.saved = self.newest_own().map(|(_, time)| time).unwrap_or_default();
    }

    fn count_conflicts(&mut self) {
        let conflicts = self.session.state().conflicts();
        let own = |subject: &str| subject.strip_prefix("row:").is_some_and(|r| self.rows.place(r).is_some());
        let others = conflicts.iter().filter(|c| !own(&c.subject)).count();
        self.other_conflicts = u32::try_from(others).unwrap_or(u32::MAX);
    }

    fn newest_own(&self) -> Option<(u64, String)> {
        let me = self.me()?;
        let head = self.session.dossier().heads().into_iter().find(|h| h.chain == me)?;
        let stored = self.session.dossier().event(&head.newest).ok()?;
        let event = stored.event().ok()?;
        Some((head.size, event.time.to_owned()))
    }

    pub(super) fn status(&self) -> Status {
        let me = self.me();
        let heads = self.session.dossier().heads();
        let entry = heads.iter().find(|h| Some(h.chain) == me).map_or(0, |h| h.size);
        let rows: usize = self.rows.lines.iter().map(|l| l.conflicts.len()).sum();
        Status {
            entry: small(entry),
            events: small(self.session.state().events()),
            saved: self.saved.clone(),
            undo: self.undo.last().map(|s| s.told.clone()),
            redo: self.redo.last().map(|s| s.told.clone()),
            progress: self.progress(),
            conflicts: self.other_conflicts.saturating_add(small(rows as u64)),
        }
    }

    fn progress(&self) -> Progress {
        let findings = self.session.state().findings();
        let open = findings.iter().filter(|f| f.state.is_open()).count();
        self.rows.progress(small(open as u64))
    }

    pub(super) fn head(&self) -> DossierHead {
        let state = self.session.state();
        let checklist = self.session.checklist();
        let me = self.session.signer().and_then(|signer| {
            let chain = self.me()?;
            let actor = state.actor(chain);
            Some(Me {
                name: actor.as_ref().map_or_else(|| signer.card.name.clone(), |a| a.name.clone()),
                chain: chain.to_string(),
                roles: actor.iter().flat_map(|a| &a.roles).map(|r| r.code().to_owned()).collect(),
                admitted: actor.is_some_and(|a| a.admitted),
            })
        });
        DossierHead {
            title: state.opening().map(|o| o.value.title).unwrap_or_default(),
            path: self.session.path().display().to_string(),
            dossier: state.dossier().to_string(),
            checklist: pack_info("", checklist),
            checklist_digest: checklist.digest.to_string(),
            read_only: self.read_only.map(str::to_owned),
            encrypted: self.session.dossier().key().is_some(),
            me,
            groups: checklist.groups.iter().map(group).collect(),
            roles: evaluation::conclude::provider_roles(state),
            components: state.case_texts("object.components"),
            types: state.case_texts("object.types"),
            levels: state.declared_levels().map(|l| l.to_vec()),
            ml: state.case("claim.ml").and_then(|v| v.as_u64()?.try_into().ok()),
            status: self.status(),
        }
    }

    /// Decides, records, and says what changed. `rows` are those to be shown anew, `None` for all.
    pub(super) fn perform(&mut self, request: Request, rows: Option<&[RowKey]>) -> Result<Changed, Problem> {
        let recording = self.session.perform(request)?;
        let rows = rows.map(|rows| rows.iter().map(ToString::to_string).collect());
        self.recorded(&recording, rows)
    }

    /// What a recording did. It can be taken back where every event of it can.
    pub(super) fn recorded(
        &mut self,
        recording: &Recording,
        rows: Option<BTreeSet<String>>,
    ) -> Result<Changed, Problem> {
        let events: Vec<EventId> =
            recording.events.iter().filter_map(|id| trail::Digest::from_hex(id)).collect();
        if let Some(step) = self.step(&events, rows.clone())? {
            self.redo.clear();
            self.undo.push(step);
            if self.undo.len() > STEPS {
                self.undo.remove(0);
            }
        }
        self.changed(&events, rows, recording.findings.clone())
    }

    /// The step that would take these events back; `None` where one of them stays for good.
    fn step(&self, events: &[EventId], rows: Option<BTreeSet<String>>) -> Result<Option<Step>, Problem> {
        let mut told = None;
        for id in events {
            let stored = self.session.dossier().event(id)?;
            let told_event = log::told_of(&stored)?;
            if !evaluation::event::is_retractable(&told_event.kind) {
                return Ok(None);
            }
            told = told.or(Some(told_event));
        }
        Ok(told.map(|first| {
            let mut args = first.args;
            args.insert("events".to_owned(), events.len().to_string());
            Step {
                events: events.to_vec(),
                told: Told { text: first.text, args, subject: first.subject },
                rows,
            }
        }))
    }

    /// What an import did: its claims can be taken back, the files it registered stay.
    pub(super) fn imported(&mut self, recording: &Recording) -> Result<Changed, Problem> {
        let mut events = Vec::new();
        for id in recording.events.iter().filter_map(|id| trail::Digest::from_hex(id)) {
            let told = log::told_of(&self.session.dossier().event(&id)?)?;
            if evaluation::event::is_retractable(&told.kind) {
                events.push(id);
            }
        }
        if let Some(mut step) = self.step(&events, None)? {
            // The import's own event names the file; it is the last one.
            if let Some(id) = events.last() {
                let told = log::told_of(&self.session.dossier().event(id)?)?;
                step.told = Told { text: told.text, args: told.args, subject: told.subject };
            }
            self.redo.clear();
            self.undo.push(step);
        }
        self.changed(&events, None, Vec::new())
    }

    /// What is different now that these events are recorded.
    pub(super) fn changed(
        &mut self,
        events: &[EventId],
        rows: Option<BTreeSet<String>>,
        findings: Vec<String>,
    ) -> Result<Changed, Problem> {
        if let Some(id) = events.last() {
            let stored = self.session.dossier().event(id)?;
            if let Ok(event) = stored.event() {
                self.saved = event.time.to_owned();
            }
        }
        let (rows, all_rows) = match rows {
            None => {
                self.all_anew();
                (Vec::new(), true)
            }
            Some(rows) => (self.refresh(&rows), false),
        };
        Ok(Changed { status: self.status(), rows, findings, all_rows })
    }

    /// These rows' lines anew.
    pub(super) fn refresh(&mut self, rows: &BTreeSet<String>) -> Vec<Line> {
        let drafts = &self.drafts;
        self.rows.refresh(self.session.state(), self.session.checklist(), rows, &|row| drafts.has(row))
    }

    /// The row of that name, which must be on the worklist.
    pub(super) fn key(&self, row: &str) -> Result<RowKey, Problem> {
        let place = self.rows.place(row);
        let key = place.and_then(|n| self.rows.keys.get(n)).cloned();
        key.ok_or_else(|| Problem::new("desk-unknown-row").with("row", row))
    }

    pub(super) fn id(&self) -> DossierId {
        self.session.dossier().id()
    }
}

fn group(group: &checklist::Group) -> GroupInfo {
    GroupInfo {
        id: group.id.clone(),
        number: group.number,
        label: group.label.clone(),
        abbreviation: group.abbreviation.clone(),
        total: group.total,
    }
}

pub(super) fn pack_info(part: &str, checklist: &Checklist) -> PackInfo {
    PackInfo {
        id: checklist.id.clone(),
        part: part.to_owned(),
        document: checklist.document.clone(),
        edition: checklist.edition.clone(),
        title: checklist.title.clone(),
        method: checklist.method.clone(),
        object: checklist.object.code().to_owned(),
        requirements: small(checklist.requirements.len() as u64),
        activities: small(checklist.activities.len() as u64),
        as_of: checklist.as_of.clone(),
        unproven: checklist.unproven,
    }
}

/// Numbers on the screen; none of them comes near the limit.
pub(super) fn small(n: u64) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Texts by name, for arguments.
pub(super) fn args<const N: usize>(pairs: [(&str, String); N]) -> BTreeMap<String, String> {
    pairs.into_iter().map(|(k, v)| (k.to_owned(), v)).collect()
}
