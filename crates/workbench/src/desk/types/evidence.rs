//! Evidence and findings.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Trouble;

/// A piece of evidence.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidenceView {
    /// SHA-256 of the bytes.
    pub sha256: String,
    /// Size in bytes.
    #[ts(type = "number")]
    pub size: u64,
    /// File name.
    pub name: String,
    /// Media type by content.
    pub media_type: String,
    /// Class.
    pub class: String,
    /// Title.
    pub title: String,
    /// Revision.
    pub revision: Option<String>,
    /// Who produced it.
    pub producer: String,
    /// Date of the document.
    pub date: Option<String>,
    /// Sampled project.
    pub project: Option<String>,
    /// Component version.
    pub version: Option<String>,
    /// Confidentiality.
    pub confidentiality: String,
    /// Who registered it.
    pub author: String,
    /// When.
    pub time: String,
    /// Why its bytes were taken out.
    pub withheld: Option<String>,
    /// Rows and activities it is linked to or that name it.
    pub used_by: Vec<String>,
    /// Findings that name it.
    pub findings: Vec<String>,
    /// Written by Assay or a vendor's workbook: never carries a positive verdict alone.
    pub own: bool,
    /// `image`, `pdf`, `text` or `none`.
    pub preview: String,
}

/// The register.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidenceRegister {
    /// By name.
    pub items: Vec<EvidenceView>,
    /// Classes, with the maturity level they speak for where there is one.
    pub classes: Vec<EvidenceClass>,
    /// Projects named so far.
    pub projects: Vec<String>,
}

/// A class of evidence.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidenceClass {
    /// Code.
    pub code: String,
    /// Maturity level.
    pub ml: Option<u8>,
    /// Whether a person may choose it.
    pub choosable: bool,
}

/// What is said about evidence that is added or described anew.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(default)]
#[ts(optional_fields = nullable)]
pub struct EvidenceCard {
    /// Class.
    pub class: String,
    /// Title; the file name where empty.
    pub title: Option<String>,
    /// Revision.
    pub revision: Option<String>,
    /// `supplier`, `evaluator` or `third_party`.
    pub producer: Option<String>,
    /// Date.
    pub date: Option<String>,
    /// Project.
    pub project: Option<String>,
    /// Component version.
    pub version: Option<String>,
    /// `public`, `confidential` or `strictly_confidential`.
    pub confidentiality: Option<String>,
}

/// Adds evidence.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct EvidenceAdding {
    /// Tokens of chosen or dropped files.
    pub files: Vec<String>,
    /// What was pasted or photographed.
    pub pasted: Vec<PastedFile>,
    /// What is said about all of them.
    pub card: EvidenceCard,
    /// The row they are linked to.
    pub row: Option<String>,
    /// The activity they are linked to.
    pub activity: Option<String>,
    /// Id of the job.
    pub job: String,
}

/// Bytes from the clipboard or a camera.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct PastedFile {
    /// File name.
    pub name: String,
    /// Bytes, base64.
    pub base64: String,
}

/// What was added.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidenceAdded {
    /// Registered items.
    pub added: Vec<EvidenceView>,
    /// Files that could not be added, with the reason.
    pub refused: Vec<RefusedFile>,
    /// What changed.
    pub changed: super::Changed,
}

/// A file that was not added.
#[derive(Clone, Debug, Serialize, TS)]
pub struct RefusedFile {
    /// Name.
    pub name: String,
    /// Why.
    pub problem: Trouble,
}

/// Describes registered evidence anew.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EvidenceDescribe {
    /// SHA-256.
    pub sha256: String,
    /// What is said about it now.
    pub card: EvidenceCard,
}

/// Links evidence to a row or an activity, or takes the link off.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct EvidenceLinking {
    /// The row.
    pub row: Option<String>,
    /// Or the activity.
    pub activity: Option<String>,
    /// SHA-256 of each.
    pub evidence: Vec<String>,
    /// Linked or not.
    pub linked: bool,
}

/// Takes evidence bytes out for good.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EvidenceWithholding {
    /// SHA-256.
    pub sha256: String,
    /// Why.
    pub reason: String,
}

/// Names evidence.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EvidenceName {
    /// SHA-256.
    pub sha256: String,
}

/// Evidence to look at; its bytes were read and hashed for this.
#[derive(Clone, Debug, Serialize, TS)]
pub struct EvidencePreview {
    /// `image`, `pdf`, `text`, `none` (no preview for this type), `large` (too large to show) or `withheld`.
    pub kind: String,
    /// Media type.
    pub media_type: String,
    /// Bytes of an image or PDF, base64.
    pub base64: Option<String>,
    /// Text, its beginning.
    pub text: Option<String>,
    /// Only the beginning is shown.
    pub truncated: bool,
    /// The digest computed just now is the recorded one; `false` is damage; `null` where there are no bytes.
    pub intact: Option<bool>,
}

/// Writes evidence out to a chosen file.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct EvidenceSave {
    /// SHA-256.
    pub sha256: String,
    /// Token of the file.
    pub file: String,
}

/// A finding.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingView {
    /// Number, `F-1`.
    pub number: String,
    /// Row or activity.
    pub subject: String,
    /// `row` or `activity`.
    pub subject_kind: String,
    /// Label of the requirement or activity.
    pub label: String,
    /// `major`, `minor` or `observation`.
    pub grade: String,
    /// Why this grade.
    pub grade_reason: String,
    /// Statement.
    pub statement: String,
    /// SHA-256 of evidence.
    pub evidence: Vec<String>,
    /// State.
    pub state: String,
    /// Whether it still stands.
    pub open: bool,
    /// States that may follow.
    pub next: Vec<String>,
    /// Due date of the plan.
    pub due: Option<String>,
    /// The due date has passed by this computer's clock.
    pub overdue: bool,
    /// Two findings carry this number.
    pub contested: bool,
    /// Who raised it.
    pub author: String,
    /// When.
    pub time: String,
    /// Steps, oldest first.
    pub steps: Vec<FindingStep>,
    /// Texts written and not yet recorded.
    pub draft: std::collections::BTreeMap<String, String>,
}

/// A step of a finding.
#[derive(Clone, Debug, Serialize, TS)]
pub struct FindingStep {
    /// State it moved to.
    pub state: String,
    /// What was said.
    pub note: String,
    /// Due date.
    pub due: Option<String>,
    /// SHA-256 of evidence.
    pub evidence: Vec<String>,
    /// Who.
    pub author: String,
    /// When.
    pub time: String,
}

/// All findings.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Findings {
    /// By number.
    pub findings: Vec<FindingView>,
}

/// Raises a finding on a row or an activity.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FindingRaising {
    /// The row.
    pub row: Option<String>,
    /// Or the activity.
    pub activity: Option<String>,
    /// The finding.
    pub finding: super::FindingInput,
}

/// Moves a finding on.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
pub struct FindingMoving {
    /// Number.
    pub finding: String,
    /// New state.
    pub state: String,
    /// What was said or seen.
    pub note: String,
    /// Due date.
    pub due: Option<String>,
    /// SHA-256 of evidence.
    pub evidence: Vec<String>,
}

/// The documents that the vendor's claims refer to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Documents {
    /// Documents, those that are missing first.
    pub documents: Vec<ReferencedDocument>,
    /// References that name no document.
    pub others: Vec<OtherReference>,
    /// Pairs that may be one document; nothing was merged.
    pub alike: Vec<AlikeDocuments>,
}

/// A document that claims refer to.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReferencedDocument {
    /// By which it is named: what to call it.
    pub name: String,
    /// Revisions referred to.
    pub revisions: Vec<String>,
    /// Addresses that stand beside it. Nothing is fetched.
    pub urls: Vec<String>,
    /// `arrived`, `missing`, `perhaps`, `other_revision` or `other_content`.
    pub state: String,
    /// Revisions referred to that are not there.
    pub wanted: Vec<String>,
    /// Rows that need it, with the places in it.
    pub rows: Vec<DocumentRow>,
    /// Registered evidence that is it or may be it, the surest first.
    pub files: Vec<DocumentFile>,
}

/// A row that needs a document.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DocumentRow {
    /// The row.
    pub row: String,
    /// Text of the reference.
    pub text: String,
    /// Places in the document as written, such as `4.2`.
    pub places: Vec<String>,
    /// The reference says *see above*, and the row before it names the document: a reading, not linked with the others.
    pub reading: bool,
    /// A file of the document is linked to the row, or named by its verdict.
    pub linked: bool,
}

/// Registered evidence that may be a document.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DocumentFile {
    /// SHA-256.
    pub sha256: String,
    /// File name.
    pub name: String,
    /// Text id of why it may be it.
    pub reason: String,
    /// Sure enough to count as arrived.
    pub sure: bool,
}

/// A reference that names no document.
#[derive(Clone, Debug, Serialize, TS)]
pub struct OtherReference {
    /// The row.
    pub row: String,
    /// Text of the reference.
    pub text: String,
    /// `location`, `row`, `above`, `below`, `pending`, `none` or `text`.
    pub kind: String,
}

/// Two documents that may be one.
#[derive(Clone, Debug, Serialize, TS)]
pub struct AlikeDocuments {
    /// Name of the one.
    pub first: String,
    /// Name of the other.
    pub second: String,
    /// Text id of why.
    pub reason: String,
}

/// Links evidence to every row that refers to a document.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DocumentLink {
    /// Name of the document.
    pub document: String,
    /// SHA-256 of the evidence.
    pub sha256: String,
}

/// Writes the list of documents to ask the vendor for.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct RequestsSave {
    /// Token of the file to write.
    pub file: String,
    /// Language of its words, `en` or `de`.
    pub language: String,
}
