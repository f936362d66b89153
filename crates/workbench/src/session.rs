//! An open evaluation: the one door through which anything is recorded.

use std::path::{Path, PathBuf};

use checklist::Checklist;
use dossier::{Access, Dossier, DossierError, Going, Locked, Opening, StoredBytes};
use evaluation::{
    State,
    conclude::{self, Conclusion},
    decide::{Context, NewEvent, Refusal, Request, decide},
    event::{EvaluationOpen, EvidenceAdd},
    state::Recorded,
};
use trail::{ChainId, Digest, DossierId, EventId, PublicKey, Signature, json};

use crate::{
    Problem, Signer, clock,
    memory::{self, Keeper, Memory},
    packs,
};

/// One dossier, open, with the state of its evaluation and the checklist it is pinned to.
pub struct Session {
    dossier: Dossier,
    state: State,
    checklist: Checklist,
    signer: Option<Signer>,
    keeper: Option<Keeper>,
}

/// What a recorded request changed.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Recording {
    /// The chain's number of the newest event, counted from 1: "saved, entry n".
    pub entry: u64,
    /// Ids of the events, oldest first.
    pub events: Vec<String>,
    /// Numbers of findings that were raised.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<String>,
}

struct Key<'a>(&'a Signer);

impl dossier::Signer for Key<'_> {
    fn key(&self) -> trail::PublicKey {
        self.0.key()
    }

    fn sign(&self, id: &EventId) -> Signature {
        self.0.identity.sign_event(id)
    }
}

impl From<DossierError> for Problem {
    fn from(error: DossierError) -> Self {
        error.args().into_iter().fold(Problem::new(error.code()), |p, (name, value)| p.with(name, value))
    }
}

impl Session {
    /// Creates a dossier for a new evaluation against a shipped pack. The pack's bytes go into the dossier,
    /// so that it can be read against the rows it was judged by for as long as it exists.
    ///
    /// # Errors
    /// The file exists or can't be written, or the title is empty. No dossier is left behind then.
    pub fn create<'a>(
        file: impl Into<Locked<'a>>,
        pack: &packs::Pack,
        title: &str,
        signer: Signer,
    ) -> Result<Self, Problem> {
        let file = file.into();
        let checklist = packs::read(pack.bytes)?;
        if title.trim().is_empty() {
            return Err(Refusal::new("title-empty", "title").into());
        }
        let id = DossierId(clock::new_id());
        let time = clock::now();
        let opening = Opening { dossier: id, card: card(&signer), time: &time };
        let dossier = Dossier::create(file, &opening, &Key(&signer))?;
        let keeper = signer.memory.clone().map(|memory| Keeper::new(memory, id));
        let mut session = Self { dossier, state: State::new(id), checklist, signer: Some(signer), keeper };
        let made = session.read_state().and_then(|()| session.pin(pack, title));
        match made {
            Ok(()) => Ok(session),
            Err(problem) => {
                drop(session);
                // Ours, just created, and never acknowledged.
                let _ = std::fs::remove_file(file.path());
                Err(problem)
            }
        }
    }

    fn pin(&mut self, pack: &packs::Pack, title: &str) -> Result<(), Problem> {
        let open = EvaluationOpen {
            checklist: self.checklist.id.clone(),
            checklist_sha256: self.checklist.digest.to_string(),
            title: title.to_owned(),
        };
        self.perform(Request::Open(open))?;
        let card = EvidenceAdd {
            sha256: String::new(),
            size: 0,
            name: format!("{}.json", pack.id),
            media_type: "application/json".to_owned(),
            class: "checklist".to_owned(),
            title: self.checklist.title.clone(),
            revision: Some(self.checklist.edition.clone()),
            producer: "evaluator".to_owned(),
            date: None,
            project: None,
            version: None,
            confidentiality: "public".to_owned(),
            supersedes: Vec::new(),
        };
        self.ingest(&mut std::io::Cursor::new(pack.bytes), card, &mut |_| true, &mut |_| Ok(Vec::new()))?;
        Ok(())
    }

    /// Opens a dossier for writing with this identity.
    ///
    /// # Errors
    /// Not a dossier, in use by another writer, damaged, or pinned to a checklist that can't be read; an older or
    /// rewritten copy of what this installation has recorded in ([`Memory::compare`]).
    pub fn open<'a>(file: impl Into<Locked<'a>>, signer: Signer) -> Result<Self, Problem> {
        let session = Self::open_as(file.into(), Access::Write, Some(signer))?;
        if let Some(memory) = session.memory() {
            memory.compare(&session.dossier)?;
        }
        Ok(session)
    }

    /// Opens an older or rewritten copy in order to go on from it: what the installation remembers, how the copy
    /// stands, and the reason are recorded as `copy.continue/1`, and from then on this copy is what is remembered.
    /// A copy that is not older is opened as ever, and nothing is recorded.
    ///
    /// # Errors
    /// As [`Session::open`], but for what the memory says; `memory-reason` where none is given.
    pub fn open_older<'a>(
        file: impl Into<Locked<'a>>,
        signer: Signer,
        reason: &str,
    ) -> Result<Self, Problem> {
        let mut session = Self::open_as(file.into(), Access::Write, Some(signer))?;
        let Some(memory) = session.memory().cloned() else { return Ok(session) };
        match memory.compare(&session.dossier) {
            Ok(_) => return Ok(session),
            Err(problem) if !problem.code.starts_with("memory-") => return Err(problem),
            Err(_) if reason.trim().is_empty() => return Err(Problem::new("memory-reason")),
            Err(_) => {}
        }
        // A memory that can't be read has nothing to name; that the copy was continued is recorded all the same.
        let known = memory.of(session.dossier.id()).unwrap_or_default();
        session.open_own_chain()?;
        let payload = memory::continuing(&known, &session.dossier.heads(), reason);
        session.append(vec![NewEvent { kind: evaluation::kind::COPY_CONTINUE, payload }])?;
        session.keep_now()?;
        Ok(session)
    }

    /// Whether this installation remembers the dossier, found it to continue from there, and no copy of it was ever
    /// continued against a memory.
    pub(crate) fn remembers(&self) -> Result<bool, Problem> {
        if self.memory().is_none() {
            return Ok(false);
        }
        let mut continued = false;
        self.dossier.each_event(0..u64::MAX, &mut |stored| {
            continued |= stored.event().is_ok_and(|event| event.kind == evaluation::kind::COPY_CONTINUE);
            Ok(())
        })?;
        Ok(!continued)
    }

    /// What the installation of the signer remembers.
    pub(crate) fn memory(&self) -> Option<&Memory> {
        self.signer.as_ref().and_then(|signer| signer.memory.as_ref())
    }

    pub(crate) fn keep_now(&mut self) -> Result<(), Problem> {
        self.keeper.as_mut().map_or(Ok(()), |keeper| keeper.recorded(&self.dossier, true))
    }

    /// Opens a dossier for looking at; any number of readers may do so beside a writer.
    ///
    /// # Errors
    /// As [`Session::open`].
    pub fn look<'a>(file: impl Into<Locked<'a>>) -> Result<Self, Problem> {
        Self::open_as(file.into(), Access::ReadOnly, None)
    }

    fn open_as(file: Locked<'_>, access: Access, signer: Option<Signer>) -> Result<Self, Problem> {
        let dossier = Dossier::open(file, access)?;
        let state = fold(&dossier)?;
        let checklist = pinned(&dossier, &state)?;
        let memory = signer.as_ref().and_then(|signer| signer.memory.clone());
        let keeper = memory.map(|memory| Keeper::new(memory, dossier.id()));
        Ok(Self { dossier, state, checklist, signer, keeper })
    }

    fn read_state(&mut self) -> Result<(), Problem> {
        self.state = fold(&self.dossier)?;
        Ok(())
    }

    /// What stands now.
    #[must_use]
    pub fn state(&self) -> &State {
        &self.state
    }

    /// The pinned checklist.
    #[must_use]
    pub fn checklist(&self) -> &Checklist {
        &self.checklist
    }

    /// From now on this checklist is the pinned one; the move to it was recorded.
    pub(crate) fn pin_anew(&mut self, checklist: Checklist) {
        self.checklist = checklist;
    }

    /// The dossier.
    #[must_use]
    pub fn dossier(&self) -> &Dossier {
        &self.dossier
    }

    /// The file.
    #[must_use]
    pub fn path(&self) -> PathBuf {
        self.dossier.path().to_path_buf()
    }

    /// The conclusion from what stands now.
    #[must_use]
    pub fn conclude(&self) -> Conclusion {
        conclude::conclude(&self.state, &self.checklist)
    }

    /// The identity that writes, where there is one.
    #[must_use]
    pub fn signer(&self) -> Option<&Signer> {
        self.signer.as_ref()
    }

    /// The chain of the identity that writes.
    ///
    /// # Errors
    /// The dossier is open for looking at only.
    pub fn chain(&self) -> Result<ChainId, Problem> {
        let signer = self.signer.as_ref().ok_or_else(|| Problem::new("session-read-only"))?;
        Ok(ChainId::of(&self.dossier.id(), &signer.key()))
    }

    /// Decides a request, records what follows in one transaction, and says what changed.
    ///
    /// # Errors
    /// A refusal naming its rule, or the dossier can't be written. Nothing was recorded then.
    pub fn perform(&mut self, request: Request) -> Result<Recording, Problem> {
        let events = self.decide(request)?;
        self.append(events)
    }

    /// Decides without recording.
    ///
    /// # Errors
    /// The refusal.
    pub fn decide(&self, request: Request) -> Result<Vec<NewEvent>, Problem> {
        let context = Context { state: &self.state, checklist: &self.checklist, author: self.chain()? };
        Ok(decide(context, request)?)
    }

    /// Records events that were decided on: all of them or none.
    ///
    /// # Errors
    /// The dossier can't be written.
    pub fn append(&mut self, events: Vec<NewEvent>) -> Result<Recording, Problem> {
        self.open_own_chain()?;
        let signer = self.signer.as_ref().ok_or_else(|| Problem::new("session-read-only"))?;
        let events: Vec<dossier::NewEvent> = events.into_iter().map(recorded).collect();
        let ids = self.dossier.append(&events, &clock::now(), &Key(signer))?;
        self.take(&ids)
    }

    /// The first event of a key in a dossier says whose it is.
    fn open_own_chain(&mut self) -> Result<(), Problem> {
        let chain = self.chain()?;
        if self.dossier.has_chain(&chain) {
            return Ok(());
        }
        let signer = self.signer.as_ref().ok_or_else(|| Problem::new("session-read-only"))?;
        let id = self.dossier.open_chain(card(signer), &clock::now(), &Key(signer))?;
        self.take(&[id]).map(|_| ())
    }

    /// Takes bytes in as evidence and registers them; `more` decides what else is recorded in the same
    /// transaction, once the digest is known.
    ///
    /// # Errors
    /// The bytes can't be read, the person stopped it, a refusal, or the dossier can't be written.
    pub fn ingest(
        &mut self,
        source: &mut dyn dossier::Source,
        card: EvidenceAdd,
        going: &mut dyn FnMut(Going) -> bool,
        more: &mut dyn FnMut(&StoredBytes) -> Result<Vec<NewEvent>, Problem>,
    ) -> Result<(StoredBytes, Recording), Problem> {
        self.open_own_chain()?;
        let context = Context { state: &self.state, checklist: &self.checklist, author: self.chain()? };
        // A card that can't be registered is refused before a byte is copied.
        decide(
            context,
            Request::AddEvidence(EvidenceAdd { sha256: Digest::ZERO.to_string(), ..card.clone() }),
        )?;
        let mut refused = None;
        let mut naming = |stored: &StoredBytes| {
            let named = EvidenceAdd { sha256: stored.sha256.to_string(), size: stored.size, ..card.clone() };
            let events = decide(context, Request::AddEvidence(named)).map_err(Problem::from);
            match events.and_then(|mut events| {
                more(stored).map(|rest| {
                    events.extend(rest);
                    events
                })
            }) {
                Ok(events) => events.into_iter().map(recorded).collect(),
                Err(problem) => {
                    refused = Some(problem);
                    // An event that can't be linked rolls the transaction back.
                    vec![dossier::NewEvent { kind: String::new(), payload: json::Value::Null }]
                }
            }
        };
        let signer = self.signer.as_ref().ok_or_else(|| Problem::new("session-read-only"))?;
        let done = self.dossier.ingest_and_name(source, going, &mut naming, &clock::now(), &Key(signer));
        let (stored, ids) = done.map_err(|error| refused.take().unwrap_or_else(|| error.into()))?;
        Ok((stored, self.take(&ids)?))
    }

    /// Takes evidence bytes out; the event with the reason stays.
    ///
    /// # Errors
    /// A refusal, or the dossier can't be written.
    pub fn withhold(&mut self, sha256: &Digest, reason: &str) -> Result<Recording, Problem> {
        let request = Request::WithholdEvidence { sha256: sha256.to_string(), reason: reason.to_owned() };
        let events = self.decide(request)?;
        let signer = self.signer.as_ref().ok_or_else(|| Problem::new("session-read-only"))?;
        let mut ids = Vec::new();
        for event in events {
            ids.push(self.dossier.withhold(sha256, recorded(event), &clock::now(), &Key(signer))?);
        }
        self.take(&ids)
    }

    /// Takes in what a verified copy of this dossier holds; see [`crate::team`].
    pub(crate) fn merge(
        &mut self,
        other: &dossier::Received,
        payload: &dyn Fn(&dossier::Difference) -> json::Value,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<dossier::Merged, Problem> {
        let signer = self.signer.as_ref().ok_or_else(|| Problem::new("session-read-only"))?;
        let time = clock::now();
        let recording = dossier::Recording { payload, card: card(signer), time: &time, signer: &Key(signer) };
        let merged = self.dossier.merge(other, &recording, going)?;
        self.read_state()?;
        self.checklist = pinned(&self.dossier, &self.state)?;
        // Acknowledged already, as when something is recorded.
        let _ = self.keep_now();
        Ok(merged)
    }

    /// A new file with everything that a verified dossier holds; see [`crate::team`].
    pub(crate) fn create_from(
        path: &Path,
        other: &dossier::Received,
        payload: &dyn Fn(&dossier::Difference) -> json::Value,
        signer: Signer,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<(Self, dossier::Merged), Problem> {
        let time = clock::now();
        let recording =
            dossier::Recording { payload, card: card(&signer), time: &time, signer: &Key(&signer) };
        let (dossier, merged) = Dossier::create_from(path, other, &recording, going)?;
        let state = fold(&dossier)?;
        let checklist = pinned(&dossier, &state)?;
        let keeper = signer.memory.clone().map(|memory| Keeper::new(memory, dossier.id()));
        let mut session = Self { dossier, state, checklist, signer: Some(signer), keeper };
        let _ = session.keep_now();
        Ok((session, merged))
    }

    /// Names the key that takes the place of this one, and closes. A chain with two histories can do this one thing.
    ///
    /// # Errors
    /// The key has no chain here, a refusal, or the dossier can't be written.
    pub fn hand_on(mut self, key: PublicKey, reason: Option<String>) -> Result<Recording, Problem> {
        if !self.dossier.has_chain(&self.chain()?) {
            return Err(Problem::new("rotate-no-chain").with("path", self.path().display()));
        }
        let recording = self.perform(Request::Rotate { key, reason })?;
        self.close()?;
        Ok(recording)
    }

    /// Opens the chain of this identity where it has none yet, so that others can see its key.
    ///
    /// # Errors
    /// The dossier can't be written.
    pub fn introduce(&mut self) -> Result<(), Problem> {
        self.open_own_chain()
    }

    /// Takes newly recorded events into the state.
    fn take(&mut self, ids: &[EventId]) -> Result<Recording, Problem> {
        let mut recording = Recording { entry: 0, events: Vec::new(), findings: Vec::new() };
        for id in ids {
            let stored = self.dossier.event(id)?;
            let event =
                stored.event().map_err(|p| Problem::new("session-event-unreadable").with("why", p))?;
            let payload =
                event.payload().map_err(|p| Problem::new("session-event-unreadable").with("why", p))?;
            if event.kind == evaluation::kind::FINDING_RAISE
                && let Some(number) = payload.get("finding").and_then(json::Value::as_text)
            {
                recording.findings.push(number.to_owned());
            }
            recording.entry = event.seq.saturating_add(1);
            recording.events.push(id.to_string());
            self.state.apply(&Recorded {
                id: *id,
                chain: event.chain,
                seq: event.seq,
                time: event.time,
                kind: event.kind,
                payload,
            });
        }
        // Acknowledged already: a memory that can't be written must not look like a failed recording.
        if let Some(keeper) = &mut self.keeper {
            let _ = keeper.recorded(&self.dossier, false);
        }
        Ok(recording)
    }

    /// Records a seal over everything so far.
    ///
    /// # Errors
    /// The purpose is unknown, or the dossier can't be read or written.
    pub fn seal(&mut self, purpose: &str, report: Option<Digest>) -> Result<Recording, Problem> {
        const PURPOSES: [&str; 5] = ["opening", "day_end", "closing_meeting", "data_freeze", "report"];
        if !PURPOSES.contains(&purpose) {
            return Err(Problem::new("seal-purpose")
                .with("purpose", purpose)
                .with("known", PURPOSES.join(", ")));
        }
        self.open_own_chain()?;
        let payload = self.dossier.seal_payload(purpose, report)?;
        let recording = self.append(vec![NewEvent { kind: evaluation::kind::SEAL, payload }])?;
        self.keep_now()?;
        Ok(recording)
    }

    /// The checkpoint of the writing chain as a signed note (C2SP tlog-checkpoint).
    ///
    /// # Errors
    /// The identity has no chain here yet.
    pub fn checkpoint_note(&self) -> Result<(trail::checkpoint::Checkpoint, String), Problem> {
        let chain = self.chain()?;
        let checkpoint = self.dossier.checkpoint(&chain).ok_or_else(|| Problem::new("session-no-chain"))?;
        let signer = self.signer.as_ref().ok_or_else(|| Problem::new("session-read-only"))?;
        let note = signer
            .identity
            .sign_note(&checkpoint.origin, &checkpoint.to_text())
            .map_err(|p| Problem::new(p.code()))?;
        Ok((checkpoint, note))
    }

    /// Closes the dossier so that nothing but the one file is left.
    ///
    /// # Errors
    /// The journal could not be removed, or the installation's memory not be written; everything acknowledged is saved
    /// all the same.
    pub fn close(mut self) -> Result<(), Problem> {
        self.keeper.as_mut().map_or(Ok(()), Keeper::save)?;
        Ok(self.dossier.close()?)
    }
}

fn recorded(event: NewEvent) -> dossier::NewEvent {
    dossier::NewEvent { kind: event.kind.to_owned(), payload: event.payload }
}

/// Payload of `chain.open/1`, to which the dossier adds the key.
fn card(signer: &Signer) -> json::Value {
    let text = |t: &str| json::Value::Text(t.to_owned());
    let packs = packs::PACKS
        .iter()
        .map(|p| json::Value::map([("id", text(p.id)), ("sha256", text(&Digest::of(p.bytes).to_string()))]));
    json::Value::map([
        (
            "actor",
            json::Value::map([
                ("name", text(&signer.card.name)),
                ("organisation", text(&signer.card.organisation)),
                ("role", text(&signer.card.function)),
            ]),
        ),
        ("app", text(concat!("assay ", env!("CARGO_PKG_VERSION")))),
        ("packs", json::Value::List(packs.collect())),
        ("schema", text(&dossier::fingerprint().to_string())),
    ])
}

/// The state of a dossier: every event taken in once.
fn fold(dossier: &Dossier) -> Result<State, Problem> {
    let mut state = State::new(dossier.id());
    let mut unreadable = None;
    dossier.each_event(0..u64::MAX, &mut |stored| {
        match stored.event().ok().and_then(|e| Some((e.payload().ok()?, e))) {
            Some((payload, event)) => state.apply(&Recorded {
                id: stored.id,
                chain: event.chain,
                seq: event.seq,
                time: event.time,
                kind: event.kind,
                payload,
            }),
            None => unreadable = unreadable.take().or(Some(stored.id)),
        }
        Ok(())
    })?;
    match unreadable {
        Some(id) => Err(Problem::new("session-event-unreadable").with("why", id)),
        None => Ok(state),
    }
}

/// Whether a session over this dossier could be opened.
pub(crate) fn readable(dossier: &Dossier) -> Result<(), Problem> {
    let state = fold(dossier)?;
    pinned(dossier, &state).map(|_| ())
}

/// The checklist this dossier was opened against, from the dossier itself.
fn pinned(dossier: &Dossier, state: &State) -> Result<Checklist, Problem> {
    let pinned = state.checklist_sha256().ok_or_else(|| Problem::new("session-not-opened"))?;
    let digest = Digest::from_hex(&pinned).unwrap_or(Digest::ZERO);
    let mut bytes = Vec::new();
    dossier.evidence_bytes(&digest, &mut bytes)?;
    packs::read(&bytes)
}
