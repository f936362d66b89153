//! Signing an issued report, and a report that comes back.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Trouble;

/// Who signs a report, and what is there so far.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlacesView {
    /// Number.
    pub number: String,
    /// Revision.
    pub revision: u32,
    /// Kind.
    pub kind: String,
    /// The places, in the order of signing.
    pub places: Vec<PlaceView>,
    /// The key with which this installation signs documents; without one, only the signature file is signed.
    pub key: Option<DocumentKeyView>,
    /// An authority for time stamps is configured.
    pub stamp: bool,
    /// The open dossier has issued it and can record what is signed.
    pub recorded_here: bool,
}

/// Where the document key lies.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DocumentKeyView {
    /// `file`, `store` or `token`.
    pub kind: String,
    /// Where, to be shown.
    pub shown: String,
}

/// A place of a report.
#[derive(Clone, Debug, Serialize, TS)]
pub struct PlaceView {
    /// `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
    pub place: String,
    /// Who signs there.
    pub name: String,
    /// It is this identity.
    pub me: bool,
    /// The signature file is signed there.
    pub noted: bool,
    /// The signature in the PDF.
    pub signed: Option<SignedView>,
    /// This identity can sign here now: something is missing, and nobody signs before.
    pub turn: bool,
}

/// A signature in a PDF, in short.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SignedView {
    /// Whom it names.
    pub subject: String,
    /// `B-B`, `B-T`, `B-LT` or `B-LTA`.
    pub level: String,
    /// The stamped time; none without a time stamp.
    pub time: Option<String>,
}

/// Adds this identity's signature to a report.
#[derive(Clone, Deserialize, TS)]
pub struct SignAsk {
    /// Token of the signature file.
    pub file: String,
    /// Passphrase or PIN of the document key, where one is named. It is kept nowhere.
    pub secret: Option<String>,
    /// With a time stamp of the configured authority.
    pub stamp: bool,
    /// Language of what is seen in the field, `en` or `de`.
    pub language: String,
}

/// What came of signing.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SignDone {
    /// Who still has to sign the signature file.
    pub unsigned: Vec<String>,
    /// Places that were signed in the PDF now; none without a document key.
    pub places: Vec<String>,
    /// Everything as it is now, for the next one.
    pub now: PlacesView,
    /// Files that were written, to be shown.
    pub files: Vec<String>,
    /// The signatures carry a time stamp.
    pub stamped: bool,
    /// The key's own dates do not allow today.
    pub ended: bool,
    /// What could not be done after signing; the signatures stand.
    pub later: Vec<Trouble>,
    /// What changed in the open dossier, where it recorded the signed files.
    pub changed: Option<super::Changed>,
}

/// What a report that comes back shows.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReturnedView {
    /// File name.
    pub name: String,
    /// `intact`, `changed`, `unsigned`, `unreadable`, or `data` for a JSON file, which nobody signs.
    pub state: String,
    /// What is wrong.
    pub trouble: Option<Trouble>,
    /// Every signature and time stamp, in the order they were made.
    pub signatures: Vec<SignatureView>,
    /// Places that nobody has signed.
    pub open: Vec<String>,
    /// What the data set in it says.
    pub embedded: Option<ReturnedData>,
    /// Whether the open dossier knows the file: `issued`, `signed`, `signed_elsewhere` or `unknown`.
    pub known: String,
    /// What has changed in the dossier since.
    pub compared: Option<ComparedView>,
    /// Why it was not compared.
    pub not_compared: Option<Trouble>,
}

/// What a report says of itself.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReturnedData {
    /// Number.
    pub number: String,
    /// Revision.
    pub revision: u32,
    /// Kind.
    pub kind: String,
    /// The dossier it was issued from.
    pub dossier: String,
    /// That is the open one.
    pub this_dossier: bool,
    /// SHA-256 of the data set.
    pub data: String,
    /// The checkpoint it was drawn from; a summary names none.
    pub checkpoint: Option<ReturnedCheckpoint>,
    /// It is a summary and does not hold the rows.
    pub summary: bool,
}

/// A checkpoint that a report prints.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReturnedCheckpoint {
    /// Whose chain.
    pub origin: String,
    /// Number of entries.
    #[ts(type = "number")]
    pub size: u64,
    /// Root of the tree over them.
    pub root: String,
}

/// A signature or time stamp in a PDF: four answers that are never merged.
#[derive(Clone, Debug, Serialize, TS)]
pub struct SignatureView {
    /// The place.
    pub field: String,
    /// It is a time stamp over the whole file and no person's signature.
    pub time_stamp: bool,
    /// Why it does not hold; `null` where it does.
    pub broken: Option<Trouble>,
    /// Whom it names.
    pub subject: Option<String>,
    /// Who vouches for that.
    pub issuer: Option<String>,
    /// Its fingerprint, SHA-256.
    pub sha256: Option<String>,
    /// The trusted root it leads to.
    pub anchor: Option<String>,
    /// `stamped`, `claimed` or `none`.
    pub when: String,
    /// The time.
    pub time: Option<String>,
    /// Who stamped it.
    pub authority: Option<String>,
    /// That authority leads to a trusted root.
    pub authority_trusted: bool,
    /// `good`, `revoked`, `no_path`, `no_list` or `old_list`.
    pub revocation: String,
    /// As of when, or since when.
    pub revocation_time: Option<String>,
    /// Whose certificate was revoked.
    pub revoked: Option<String>,
    /// `B-B`, `B-T`, `B-LT` or `B-LTA`.
    pub level: Option<String>,
}

/// What has changed since a report.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ComparedView {
    /// The newest revision of this number.
    pub newest: u32,
    /// Everything that differs, rows first.
    pub changes: Vec<ReportChange>,
}

/// One difference.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReportChange {
    /// `rows`, `activities`, `findings`, `evidence`, `people`, `conclusion`, or a member of the data set.
    pub part: String,
    /// What it is about; empty for a member that is no list.
    pub subject: String,
    /// Where that can be seen: a row, an activity, a finding.
    pub target: Option<String>,
    /// The field; empty where the whole entry was added or is gone.
    pub field: String,
    /// What the report says.
    pub was: Option<String>,
    /// What the dossier says now.
    pub now: Option<String>,
}
