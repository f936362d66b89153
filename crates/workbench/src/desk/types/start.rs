//! Starting: identity, settings, recent dossiers, and what is open.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything the first screen shows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Start {
    /// Version of the program.
    pub version: String,
    /// The identity of this installation.
    pub identity: IdentityState,
    /// Dossiers opened before, newest first.
    pub recents: Vec<Recent>,
    /// Checklists that ship with the program.
    pub packs: Vec<PackInfo>,
    /// The open dossier.
    pub open: Option<DossierHead>,
}

/// Whether there is an identity and whether it can sign now.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IdentityState {
    /// `none`, `locked` (a passphrase is needed) or `ready`.
    pub state: String,
    /// Whose it is.
    pub card: Option<CardView>,
}

/// Whose key it is.
#[derive(Clone, Debug, Serialize, TS)]
pub struct CardView {
    /// Name as it stands in reports.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Function there.
    pub function: String,
    /// Public key, 64 hexadecimal digits.
    pub key: String,
}

/// A dossier opened before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Recent {
    /// By which the page names it.
    pub id: String,
    /// Title of the evaluation.
    pub title: String,
    /// Where it lies, to be shown.
    pub path: String,
    /// Document and edition it evaluates against.
    pub checklist: String,
    /// When it was last opened, RFC 3339.
    pub opened: String,
    /// Whether the file is there now.
    #[serde(default)]
    pub there: bool,
}

/// A checklist that ships with the program.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PackInfo {
    /// Checklist id.
    pub id: String,
    /// Short name, `4-2`.
    pub part: String,
    /// Document, `IEC 62443-4-2`.
    pub document: String,
    /// Edition.
    pub edition: String,
    /// Title of the pack.
    pub title: String,
    /// The method it follows, `IEC TS 62443-6-2`.
    pub method: String,
    /// `component` or `service_provider`.
    pub object: String,
    /// Requirements.
    pub requirements: u32,
    /// Evaluation activities.
    pub activities: u32,
    /// As of which date.
    pub as_of: String,
    /// Whether the list of rows itself is derived and was not checked against a list of that edition.
    pub unproven: bool,
}

/// Makes the identity of this installation.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct IdentityCreate {
    /// Name as it stands in reports.
    pub name: String,
    /// Organisation.
    pub organisation: String,
    /// Function there.
    pub function: String,
    /// Encrypts the key file.
    pub passphrase: Option<String>,
}

/// Opens the key for signing.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct IdentityUnlock {
    /// The passphrase of the key file.
    pub passphrase: String,
}

/// A new dossier.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct DossierCreate {
    /// Token of the file to be made.
    pub file: String,
    /// Checklist id.
    pub checklist: String,
    /// What the evaluation is called.
    pub title: String,
    /// First facts of the case, recorded right after: field name and value.
    pub facts: Vec<Fact>,
    /// Encrypts the dossier.
    pub passphrase: Option<String>,
    /// Token of a file with public keys that can open an encrypted dossier as well.
    pub recipients: Option<String>,
}

/// One fact of the case.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct Fact {
    /// Field name.
    pub field: String,
    /// Value in the field's shape.
    #[ts(type = "unknown")]
    pub value: serde_json::Value,
}

/// Opens a dossier: one of the two says which.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct DossierOpen {
    /// A recent one.
    pub recent: Option<String>,
    /// A chosen file.
    pub file: Option<String>,
    /// Open for looking at only.
    #[serde(default)]
    pub read_only: Option<bool>,
    /// The passphrase of an encrypted one. Without it such a dossier is refused as `dossier-locked`.
    pub passphrase: Option<String>,
    /// Why an older or rewritten copy is continued all the same; recorded then.
    #[serde(default)]
    pub older_copy: Option<String>,
}

/// Who may read the dossier.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ProtectionView {
    /// It is encrypted with a passphrase.
    pub encrypted: bool,
    /// Public keys that can open it as well, by the recovery file beside it.
    pub recipients: Vec<String>,
    /// What is wrong with the recovery file.
    pub recovery: Option<super::Trouble>,
}

/// Encrypts the dossier, changes its passphrase or takes it away.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Protect {
    /// The new passphrase; without one the dossier becomes a plain file.
    pub passphrase: Option<String>,
    /// Token of a file with public keys that can open it as well, in place of those so far.
    pub recipients: Option<String>,
    /// Nobody else can open it from now on.
    pub nobody: Option<bool>,
}

/// Names a recent dossier.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RecentId {
    /// Its id.
    pub id: String,
}

/// A file from someone else, to be verified and looked at, never worked in.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct Receive {
    /// Token of the chosen file.
    pub file: String,
    /// Id of the job, for progress and cancelling.
    pub job: String,
    /// The passphrase of an encrypted one.
    pub passphrase: Option<String>,
}

/// What came of a received file.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Received {
    /// Result of the verification.
    pub verification: super::Verification,
    /// Open for looking at, where nothing was wrong.
    pub open: Option<DossierHead>,
}

/// Names a job.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct JobId {
    /// As the page chose it.
    pub job: String,
}

/// The open dossier, in short.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DossierHead {
    /// Title of the evaluation.
    pub title: String,
    /// Where it lies, to be shown.
    pub path: String,
    /// Id of the dossier.
    pub dossier: String,
    /// The pinned checklist.
    pub checklist: PackInfo,
    /// SHA-256 of the pinned checklist.
    pub checklist_digest: String,
    /// Why nothing can be recorded: `in_use`, `received`, `no_identity`, `not_writable`, `asked`; `null` where it can.
    pub read_only: Option<String>,
    /// It is encrypted with a passphrase.
    pub encrypted: bool,
    /// This identity's place in the case.
    pub me: Option<Me>,
    /// Groups of the checklist, in order.
    pub groups: Vec<GroupInfo>,
    /// Declared roles (6-1).
    pub roles: Vec<String>,
    /// Declared components (6-1).
    pub components: Vec<String>,
    /// Claimed component types (6-2).
    pub types: Vec<String>,
    /// Declared SL-C, FR 1 first (6-2).
    pub levels: Option<Vec<u8>>,
    /// Declared maturity level (6-1).
    pub ml: Option<u8>,
    /// What moves with every change.
    pub status: Status,
}

/// This identity's place in the case.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Me {
    /// Name.
    pub name: String,
    /// Chain.
    pub chain: String,
    /// Roles in the case.
    pub roles: Vec<String>,
    /// Whether events of this key count.
    pub admitted: bool,
}

/// A group of the checklist: a foundational requirement or a summary level.
#[derive(Clone, Debug, Serialize, TS)]
pub struct GroupInfo {
    /// Id.
    pub id: String,
    /// FR number.
    pub number: Option<u8>,
    /// Our label.
    pub label: String,
    /// Abbreviation, `IAC`.
    pub abbreviation: String,
    /// Requirements in it.
    pub total: u32,
}

/// What moves with every change.
#[derive(Clone, Debug, Default, Serialize, TS)]
pub struct Status {
    /// Number of the newest entry of this identity: "saved, entry n".
    pub entry: u32,
    /// Events in the dossier.
    pub events: u32,
    /// When it was recorded, RFC 3339.
    pub saved: String,
    /// What undo would take back.
    pub undo: Option<super::Told>,
    /// What redo would bring back.
    pub redo: Option<super::Told>,
    /// How far the rows are.
    pub progress: Progress,
    /// Competing values, anywhere in the dossier.
    pub conflicts: u32,
}

/// How far the rows are; each row is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, TS)]
pub struct Progress {
    /// Rows of the worklist that the claim selects.
    pub rows: u32,
    /// With a verdict that holds.
    pub judged: u32,
    /// Inconclusive.
    pub inconclusive: u32,
    /// With competing values.
    pub conflicting: u32,
    /// Without a verdict that holds.
    pub open: u32,
    /// Findings that stand open.
    pub findings: u32,
}

/// What a recorded change did.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Changed {
    /// Where everything is now.
    pub status: Status,
    /// Rows that look different now.
    pub rows: Vec<super::Line>,
    /// Numbers of findings that were raised.
    pub findings: Vec<String>,
    /// Whether the rows of the worklist or their order changed, so that pages must be asked for again.
    pub all_rows: bool,
}
