//! Work without a net: copies that are handed over, received and merged (`docs/formats/hand-over.md`).
//!
//! A received file is hostile. It is copied to a private folder, verified there in full, and only its events and
//! evidence are taken into our own dossier.

mod examined;

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use dossier::{Dossier, Going, Locked, Merged, Verifier};
use evaluation::{State, decide::Request, event::HandOver as HandOverEvent};
use signature::hand_over::{HandOver, Person};
use trail::{ChainId, Digest, EventId, PublicKey, Signature};

pub use self::examined::Examined;
pub(crate) use self::examined::PrivateFolder;
use self::examined::{hash, heads_of};
use crate::{Problem, Session, Signer, clock, files};

/// Ed25519, strictly, as `signature` does it.
#[derive(Clone, Copy, Debug)]
pub struct Strict;

impl Verifier for Strict {
    fn verify(&self, key: &PublicKey, id: &EventId, signature: &Signature) -> bool {
        signature::verify_event(key, id, signature)
    }
}

/// A key in a form that can be read aloud: the first 20 bytes of its SHA-256 in ten groups of four digits. 160 bits, so
/// that nobody finds a second key for it.
#[must_use]
pub fn fingerprint(key: &PublicKey) -> String {
    let digits = Digest::of(&key.0).to_string();
    let digits: Vec<char> = digits.chars().take(40).collect();
    digits.chunks(4).map(|group| group.iter().collect::<String>()).collect::<Vec<_>>().join(" ")
}

/// A key that wrote in the dossier and was not admitted: what it recorded is kept and counts for nothing.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Waiting {
    /// Its chain.
    pub chain: String,
    /// The key.
    pub key: String,
    /// The key, to be compared with its holder.
    pub fingerprint: String,
    /// What the key says its holder is called.
    pub name: String,
    /// What it says of the organisation.
    pub organisation: String,
    /// How many entries it has.
    pub entries: u64,
}

/// The keys that wait for admission.
#[must_use]
pub fn waiting(session: &Session) -> Vec<Waiting> {
    let heads = session.dossier().heads();
    let unknown = session
        .state()
        .actors()
        .into_iter()
        .filter(|actor| !actor.admitted && actor.replaced_by.is_none() && actor.revoked_behind.is_none());
    let of_actor = |actor: evaluation::state::Actor| {
        let head = heads.iter().find(|head| head.chain == actor.chain)?;
        Some(Waiting {
            chain: actor.chain.to_string(),
            key: head.key.to_string(),
            fingerprint: fingerprint(&head.key),
            name: actor.name,
            organisation: actor.organisation,
            entries: head.size,
        })
    };
    unknown.filter_map(of_actor).collect()
}

/// A chain with two histories.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Fork {
    /// The chain.
    pub chain: String,
    /// Who holds its key, as far as the dossier says.
    pub name: String,
    /// The first entry that there are two of, counted from 1.
    pub entry: u64,
}

/// The chains with two histories.
#[must_use]
pub fn forks(session: &Session) -> Vec<Fork> {
    let forked = session.dossier().heads().into_iter().filter_map(|head| Some((head.chain, head.forked_at?)));
    forked.map(|(chain, seq)| fork(session.state(), chain, seq)).collect()
}

fn fork(state: &State, chain: ChainId, seq: u64) -> Fork {
    let name = state.actor(chain).map(|actor| actor.name).unwrap_or_default();
    Fork { chain: chain.to_string(), name, entry: seq.saturating_add(1) }
}

/// What shall be left out of a copy.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum LeftOut {
    /// Nothing.
    #[default]
    Nothing,
    /// All evidence but what Assay needs to read the dossier.
    All,
    /// These, by SHA-256.
    These(Vec<Digest>),
}

/// A copy that was made.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct HandedOver {
    /// The copy.
    pub file: PathBuf,
    /// Its covering note.
    pub note: PathBuf,
    /// SHA-256 of the copy.
    pub sha256: String,
    /// Its size in bytes.
    pub size: u64,
    /// SHA-256 of the evidence that is not in it.
    pub left_out: Vec<String>,
}

/// Where the covering note of a copy lies.
#[must_use]
pub fn note_of(file: &Path) -> PathBuf {
    let mut name = file.as_os_str().to_owned();
    name.push(".note");
    PathBuf::from(name)
}

impl Session {
    /// Makes a copy for somebody, with its covering note beside it, and records that it was made. The evidence that is
    /// left out stays in this dossier.
    ///
    /// # Errors
    /// There is a file of that name, a piece of evidence can't be left out, or the copy can't be written; nothing is
    /// left of it then.
    pub fn hand_over(
        &mut self,
        file: &Path,
        to: Option<(String, String)>,
        left_out: &LeftOut,
    ) -> Result<HandedOver, Problem> {
        let note = note_of(file);
        for path in [file, &note] {
            if path.symlink_metadata().is_ok() {
                return Err(Problem::new("dossier-exists").with("path", path.display()));
            }
        }
        let left_out = self.to_leave_out(left_out)?;
        let (name, organisation) = to.clone().unzip();
        let listed = left_out.iter().map(ToString::to_string).collect();
        self.perform(Request::HandOver(HandOverEvent { name, organisation, left_out: listed }))?;
        self.dossier().copy_without(file, &left_out)?;
        let covered = self.cover(file, &note, to, &left_out);
        if covered.is_err() {
            // Only what this call wrote; a copy without its note was not handed over.
            let _ = fs::remove_file(file);
        }
        covered
    }

    fn to_leave_out(&self, asked: &LeftOut) -> Result<BTreeSet<Digest>, Problem> {
        let these = match asked {
            LeftOut::Nothing => Vec::new(),
            LeftOut::These(these) => these.clone(),
            LeftOut::All => {
                let register = self.state().evidence();
                let own = |class: &str| matches!(class, "checklist" | "profile");
                let left_out = register.iter().filter(|item| !own(&item.value.class));
                left_out.filter_map(|item| Digest::from_hex(&item.value.sha256)).collect()
            }
        };
        let mut present = BTreeSet::new();
        for sha256 in these {
            // What is not here can't be left out; an earlier event says why it is not.
            if self.dossier().has_bytes(&sha256)? {
                present.insert(sha256);
            }
        }
        Ok(present)
    }

    fn cover(
        &self,
        file: &Path,
        note: &Path,
        to: Option<(String, String)>,
        left_out: &BTreeSet<Digest>,
    ) -> Result<HandedOver, Problem> {
        let signer = self.signer().ok_or_else(|| Problem::new("session-read-only"))?;
        let (sha256, size) = hash(file)?;
        let statement = HandOver {
            dossier: self.dossier().id(),
            sha256,
            size,
            time: clock::now(),
            key: signer.key(),
            from: Person { name: signer.card.name.clone(), organisation: signer.card.organisation.clone() },
            to: to.map(|(name, organisation)| Person { name, organisation }),
            heads: heads_of(self.dossier()),
            left_out: left_out.iter().copied().collect(),
        };
        let signed = signer.identity.sign_hand_over(&statement);
        let signed =
            signed.map_err(|p| Problem::new(p.code()).with("path", note.display()).with("line", p.line()))?;
        files::write_new_private(note, signed.as_bytes())?;
        Ok(HandedOver {
            file: file.to_path_buf(),
            note: note.to_path_buf(),
            sha256: sha256.to_string(),
            size,
            left_out: left_out.iter().map(ToString::to_string).collect(),
        })
    }

    /// Takes in what a verified file holds and this dossier lacks.
    ///
    /// # Errors
    /// It is a copy of another dossier, or ours can't be written. Nothing was taken then.
    pub fn receive(
        &mut self,
        examined: &Examined,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<Taken, Problem> {
        let merged = self.merge(&examined.received, &|difference| examined.payload(difference), going)?;
        Ok(self.taken(examined, merged))
    }

    /// A new dossier with everything that a verified file holds, to go on working in as oneself.
    ///
    /// # Errors
    /// There is a file of that name, or it can't be written; nothing is left behind then.
    pub fn receive_new(
        path: &Path,
        examined: &Examined,
        signer: Signer,
        going: &mut dyn FnMut(Going) -> bool,
    ) -> Result<(Self, Taken), Problem> {
        if let Some(there) = own_copy_beside(path, examined, &signer) {
            return Err(Problem::new("receive-have-it-already").with("path", there.display()));
        }
        let payload = |difference: &dossier::Difference| examined.payload(difference);
        let (session, merged) = Self::create_from(path, &examined.received, &payload, signer, going)?;
        let taken = session.taken(examined, merged);
        Ok((session, taken))
    }

    fn taken(&self, examined: &Examined, merged: Merged) -> Taken {
        Taken {
            dossier: self.dossier().id().to_string(),
            file: self.path(),
            events: merged.taken.events(),
            chains: self.of_chains(&merged.taken),
            evidence: merged.taken.evidence.len(),
            evidence_bytes: merged.taken.bytes(),
            merge: merged.event.map(|id| id.to_string()),
            new_forks: merged.forks.iter().map(|(chain, seq)| fork(self.state(), *chain, *seq)).collect(),
            conflicts: self.state().conflicts().len(),
            waiting: waiting(self),
            not_included: examined.not_included(self.dossier()),
            note: examined.note.as_ref().map(CoveredBy::from),
            older: merged.taken.is_empty() && examined.events() < self.dossier().event_count().unwrap_or(0),
        }
    }

    fn of_chains(&self, difference: &dossier::Difference) -> Vec<OfChain> {
        let of_chain = |(chain, events): (&ChainId, &u64)| {
            let actor = self.state().actor(*chain);
            OfChain {
                chain: chain.to_string(),
                name: actor.map(|actor| actor.name).unwrap_or_default(),
                events: *events,
            }
        };
        difference.chains.iter().map(of_chain).collect()
    }

    /// What [`Session::receive`] would take in; nothing is recorded.
    ///
    /// # Errors
    /// It is a copy of another dossier, or one of the two can't be read.
    pub fn preview(&self, examined: &Examined) -> Result<Taken, Problem> {
        let taken = self.dossier().lacks(&examined.received)?;
        Ok(self.taken(examined, Merged { taken, forks: Vec::new(), event: None }))
    }
}

/// A dossier of the same id in the same folder in which this identity has written already: beginning once more beside
/// it would give its chain two histories.
fn own_copy_beside(path: &Path, examined: &Examined, signer: &Signer) -> Option<PathBuf> {
    let id = examined.received.id();
    let own = ChainId::of(&id, &signer.key());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let entries = fs::read_dir(folder).ok()?;
    let files = entries.filter_map(|entry| Some(entry.ok()?.path()));
    let dossiers = files.filter(|file| file.extension().is_some_and(|x| x == "assay") && file.is_file());
    let mut found = dossiers.filter(|file| {
        let key = examined.received.dossier().key();
        let open = Dossier::open(file, dossier::Access::ReadOnly)
            .or_else(|_| Dossier::open(Locked::with(file, key), dossier::Access::ReadOnly));
        let given = fs::canonicalize(file).ok() == fs::canonicalize(&examined.given).ok();
        !given && open.is_ok_and(|dossier| dossier.id() == id && dossier.has_chain(&own))
    });
    found.next()
}

/// Entries of one chain.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct OfChain {
    /// The chain.
    pub chain: String,
    /// Who holds its key, as far as the dossier says.
    pub name: String,
    /// How many.
    pub events: u64,
}

/// What was taken in, or would be.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Taken {
    /// The dossier's id.
    pub dossier: String,
    /// Our file.
    pub file: PathBuf,
    /// How many events were new here.
    pub events: u64,
    /// The same by chain.
    pub chains: Vec<OfChain>,
    /// How many pieces of evidence came along.
    pub evidence: usize,
    /// Their bytes.
    pub evidence_bytes: u64,
    /// The `merge/1` event; none where nothing was taken or the own chain has two histories.
    pub merge: Option<String>,
    /// Chains that have two histories now and had one before.
    pub new_forks: Vec<Fork>,
    /// How many fields have competing values now.
    pub conflicts: usize,
    /// Keys that wait for admission now.
    pub waiting: Vec<Waiting>,
    /// Evidence whose bytes neither the file nor our dossier holds, because they were left out of the copy.
    pub not_included: Vec<String>,
    /// The covering note, where there was one; it fitted.
    pub note: Option<CoveredBy>,
    /// The file holds an older state of what we have.
    pub older: bool,
}

/// Who handed the file over, as its covering note says.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct CoveredBy {
    /// The key that signed.
    pub key: String,
    /// The key, to be compared with its holder.
    pub fingerprint: String,
    /// The name it states.
    pub name: String,
    /// The organisation it states.
    pub organisation: String,
    /// When, as it claims.
    pub time: String,
}

impl From<&HandOver> for CoveredBy {
    fn from(note: &HandOver) -> Self {
        Self {
            key: note.key.to_string(),
            fingerprint: fingerprint(&note.key),
            name: note.from.name.clone(),
            organisation: note.from.organisation.clone(),
            time: note.time.clone(),
        }
    }
}
