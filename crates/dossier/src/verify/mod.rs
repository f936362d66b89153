//! Is everything in this file as it was recorded? Yes, or the first thing that is wrong.
//!
//! Nothing in the file is believed or run. The order is: what lies beside the file, its header, its
//! schema; then SQLite's own check of pages and indexes; then every event in the order of the table
//! itself, never of an index; then evidence, projection and seals. `docs/formats/dossier.md` lists what
//! each step finds and what no check of a file alone can find.

mod chains;
mod container;
mod evidence;
mod finding;
mod projection;
mod seals;

use trail::{ChainId, Digest, DossierId, EventId, PublicKey};

pub use finding::{Code, Finding, Place, Remark};

use crate::error::{DossierError, SchemaDifference, SqliteContext as _};
use crate::heads::ChainHead;
use crate::key::Locked;
use crate::signing::Verifier;

/// What to check. Everything, unless a figure is wanted for one part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// Every event's signature, strictly.
    pub signatures: bool,
    /// SQLite's `integrity_check`: pages, records, and that indexes agree with their tables.
    pub integrity: bool,
    /// The bytes of all evidence.
    pub evidence: bool,
    /// The projection, row by row, and what events supersede.
    pub projection: bool,
    /// The digests that seals state.
    pub seals: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { signatures: true, integrity: true, evidence: true, projection: true, seals: true }
    }
}

/// Which part is being checked, for a progress bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// SQLite's own check; it has no measure.
    Integrity,
    /// Events done and to do.
    Events,
    /// Bytes of evidence done and to do.
    Evidence,
    /// Rows of the projection.
    Projection,
    /// Seals done and to do.
    Seals,
}

/// How far verification has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// The part.
    pub step: Step,
    /// How much of it is done.
    pub done: u64,
    /// How much there is; 0 where that is not known.
    pub total: u64,
}

/// A dossier in which nothing is wrong, and what was looked at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The dossier's id.
    pub dossier: DossierId,
    /// What was checked; what is `false` here was not, and the counts below are then 0.
    pub checked: Options,
    /// Events, each with id, place, chain and canonical form.
    pub events: u64,
    /// Signatures checked.
    pub signatures: u64,
    /// Where every chain stands, with the Merkle root computed here.
    pub chains: Vec<ChainHead>,
    /// Pieces of evidence whose bytes were hashed and matched.
    pub evidence: u64,
    /// Bytes of them.
    pub evidence_bytes: u64,
    /// Pieces of evidence whose bytes were taken out, as an event says.
    pub withheld: Vec<Withheld>,
    /// Pieces of evidence whose bytes are not in this copy, as the event of a hand-over says. Whoever handed the copy
    /// over has them.
    pub not_included: Vec<NotIncluded>,
    /// Rows of the projection that were compared.
    pub projection_rows: u64,
    /// Seals whose heads and digests were computed again and matched.
    pub seals: u64,
    /// The newest seal: its event, and how many events this file received after it.
    pub newest_seal: Option<(EventId, u64)>,
    /// What is not wrong, but must be said.
    pub remarks: Vec<Remark>,
}

/// Evidence without its bytes, and the event that says why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Withheld {
    /// SHA-256 of the bytes that were there.
    pub sha256: Digest,
    /// The reason given.
    pub reason: String,
    /// The event's place in this file.
    pub n: u64,
}

/// Evidence that was left out of a copy, and the event that says so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotIncluded {
    /// SHA-256 of the bytes.
    pub sha256: Digest,
    /// The event's place in this file.
    pub n: u64,
}

/// The answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing wrong was found in what was checked.
    Ok(Box<Report>),
    /// The first thing that is wrong.
    Wrong(Box<Finding>),
}

impl Outcome {
    /// The finding, if there is one.
    #[must_use]
    pub fn finding(&self) -> Option<&Finding> {
        match self {
            Self::Ok(_) => None,
            Self::Wrong(finding) => Some(finding),
        }
    }

    /// The report, if nothing is wrong.
    #[must_use]
    pub fn report(&self) -> Option<&Report> {
        match self {
            Self::Ok(report) => Some(report),
            Self::Wrong(_) => None,
        }
    }
}

/// Checks a dossier (a path, with its key if it is encrypted) with everything that needs no anchor outside
/// it. The file is opened for reading only and is not changed. `progress` returns `false` to stop.
///
/// Memory: the open end of every chain, the list of evidence, and one page cache; with seals also the
/// projection as it stood at the newest of them.
///
/// # Errors
/// The question could not be answered: the file cannot be read or not be decrypted, somebody is saving, the
/// person stopped.
/// Damage and alteration are no errors but the answer, [`Outcome::Wrong`].
pub fn verify<'a>(
    file: impl Into<Locked<'a>>,
    verifier: &dyn Verifier,
    options: Options,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Outcome, DossierError> {
    match check(file.into(), verifier, options, progress) {
        Ok(report) => Ok(Outcome::Ok(Box::new(report))),
        Err(Stop::Wrong(finding)) => Ok(Outcome::Wrong(finding)),
        Err(Stop::Unanswered(problem)) => match finding_of(&problem) {
            Some(finding) => Ok(Outcome::Wrong(Box::new(finding))),
            None => Err(problem),
        },
    }
}

/// Whether `root` is the Merkle root over the first `size` events of `chain` in a dossier,
/// that is: whether a checkpoint is a true prefix of the chain. Of a forked chain every history counts.
/// Asked of a dossier that verifies. `None` if the chain is not there or is shorter.
///
/// # Errors
/// The file cannot be read.
pub fn is_prefix<'a>(
    file: impl Into<Locked<'a>>,
    chain: &ChainId,
    size: u64,
    root: &Digest,
) -> Result<Option<bool>, DossierError> {
    let file = file.into();
    let connection = container::open(file)?;
    chains::is_prefix(&connection, file.path, chain, size, root)
}

/// The key of each chain in a dossier, for those who check what was signed with it elsewhere.
///
/// # Errors
/// The file cannot be read.
pub fn key_of<'a>(file: impl Into<Locked<'a>>, chain: &ChainId) -> Result<Option<PublicKey>, DossierError> {
    let file = file.into();
    let path = file.path;
    let connection = container::open(file)?;
    let dossier = crate::heads::dossier_id(&connection, path)?;
    let chains = crate::heads::load(&connection, dossier, path)?;
    Ok(chains.get(chain).map(|chain| chain.key))
}

/// Why checking ended early.
pub(crate) enum Stop {
    Wrong(Box<Finding>),
    Unanswered(DossierError),
}

impl From<DossierError> for Stop {
    fn from(problem: DossierError) -> Self {
        Self::Unanswered(problem)
    }
}

impl From<Finding> for Stop {
    fn from(finding: Finding) -> Self {
        Self::Wrong(Box::new(finding))
    }
}

fn check(
    file: Locked<'_>,
    verifier: &dyn Verifier,
    options: Options,
    progress: &mut dyn FnMut(Progress) -> bool,
) -> Result<Report, Stop> {
    let path = file.path;
    let mut remarks = container::beside(path)?;
    let connection = container::open(file)?;
    // One transaction: a writer that saves meanwhile cannot show us half of it.
    connection.execute_batch("BEGIN").doing("beginning to read", path)?;
    if options.integrity {
        step(progress, Step::Integrity, 0, 0)?;
        container::integrity(&connection, path)?;
    }
    let mut scan = chains::Scan::new(&connection, path, verifier, options)?;
    let seen = scan.run(progress)?;
    remarks.extend(scan.remarks());
    let mut report = Report {
        dossier: seen.dossier,
        checked: options,
        events: seen.events,
        signatures: if options.signatures { seen.events } else { 0 },
        chains: scan.heads(),
        evidence: 0,
        evidence_bytes: 0,
        withheld: Vec::new(),
        not_included: Vec::new(),
        projection_rows: seen.projection_rows,
        seals: 0,
        newest_seal: seen.seals.last().map(|seal| (seal.id, seen.events.saturating_sub(seal.n))),
        remarks,
    };
    evidence::check(&connection, path, &seen.evidence, options, progress, &mut report)?;
    if options.seals {
        seals::check(&connection, path, &seen.seals, progress, &mut report)?;
    }
    Ok(report)
}

pub(crate) fn step(
    progress: &mut dyn FnMut(Progress) -> bool,
    step: Step,
    done: u64,
    total: u64,
) -> Result<(), DossierError> {
    if progress(Progress { step, done, total }) { Ok(()) } else { Err(DossierError::Cancelled) }
}

/// Errors that say something about the file's content are findings.
fn finding_of(problem: &DossierError) -> Option<Finding> {
    let file = |code, detail: &str| Finding::new(code, Place::File).with("detail", detail);
    Some(match problem {
        DossierError::NotADossier { detail, .. } => file(Code::NotADossier, detail),
        DossierError::OtherVersion { found, .. } => {
            Finding::new(Code::OtherVersion, Place::File).with("found", found)
        }
        DossierError::SchemaAltered { what, .. } => {
            let code = match what {
                SchemaDifference::Extra { .. } => Code::SchemaExtra,
                SchemaDifference::Altered { .. } => Code::SchemaAltered,
                SchemaDifference::Missing { .. } => Code::SchemaMissing,
            };
            what.args()
                .into_iter()
                .fold(Finding::new(code, Place::Schema), |f, (name, value)| f.with(name, value))
        }
        DossierError::Damaged { detail, .. } => file(Code::Damaged, detail),
        DossierError::NeedsRecovery { .. } => file(Code::LeftoverJournal, "-journal"),
        DossierError::NoSuchEvent { id } => file(Code::Damaged, &format!("no event {id}")),
        _ => return None,
    })
}
