//! Reports: gates, drafts, issuing, signing, review and decision.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::Trouble;

/// Where the reports stand.
#[derive(Clone, Debug, Serialize, TS)]
pub struct Reports {
    /// What blocks each kind, and who would sign.
    pub kinds: Vec<super::KindGates>,
    /// Reports issued.
    pub issued: Vec<IssuedView>,
    /// The review.
    pub review: Option<ReviewView>,
    /// The decision.
    pub decision: Option<ReviewView>,
    /// This identity may review.
    pub may_review: bool,
    /// This identity may decide.
    pub may_decide: bool,
    /// A number that is free, such as `2026-001`.
    pub next_number: String,
    /// Texts written and not yet recorded: `review` and `decision`.
    pub draft: BTreeMap<String, String>,
}

/// A report that was issued.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IssuedView {
    /// Number.
    pub number: String,
    /// Revision.
    pub revision: u32,
    /// Kind.
    pub kind: String,
    /// SHA-256 of the data set.
    pub data: String,
    /// Files with SHA-256.
    pub files: Vec<IssuedFileView>,
    /// Who.
    pub author: String,
    /// When.
    pub time: String,
}

/// A file of a report.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IssuedFileView {
    /// Name.
    pub name: String,
    /// SHA-256.
    pub sha256: String,
}

/// A review or decision.
#[derive(Clone, Debug, Serialize, TS)]
pub struct ReviewView {
    /// `accepted`, `returned`, `granted` or `refused`.
    pub result: String,
    /// Points or reasons.
    pub text: String,
    /// Covers exactly what stands now.
    pub current: bool,
    /// Who.
    pub author: String,
    /// When.
    pub time: String,
}

/// Draws a draft.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct DraftAsk {
    /// Kind.
    pub kind: String,
    /// Number to print.
    pub number: String,
    /// Language of the report, `en` or `de`.
    pub language: String,
    /// Id of the job.
    pub job: String,
}

/// A draft: not recorded, not signed.
#[derive(Clone, Debug, Serialize, TS)]
pub struct DraftView {
    /// The PDF, base64.
    pub pdf: String,
    /// Pages.
    pub pages: u32,
    /// What would refuse the report.
    pub problems: Vec<Trouble>,
    /// Characters that no font has, by field.
    pub replaced: Vec<String>,
}

/// Issues a report.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct IssueAsk {
    /// Kind.
    pub kind: String,
    /// Number.
    pub number: String,
    /// Language of the report, `en` or `de`.
    pub language: String,
    /// Token of the folder for its files.
    pub folder: String,
    /// A draft is marked as one, not recorded and not signed.
    pub draft: bool,
    /// Id of the job.
    pub job: String,
}

/// A report on the disk.
#[derive(Clone, Debug, Serialize, TS)]
pub struct IssueDone {
    /// Number.
    pub number: String,
    /// Revision.
    pub revision: u32,
    /// Files, to be shown.
    pub files: Vec<String>,
    /// Signature file.
    pub signature: Option<String>,
    /// Who still has to sign.
    pub unsigned: Vec<String>,
    /// Pages.
    pub pages: u32,
    /// Gates of a draft.
    pub problems: Vec<Trouble>,
    /// What changed.
    pub changed: super::Changed,
}

/// Records a review or a decision.
#[derive(Clone, Debug, Deserialize, TS)]
pub struct JudgeReport {
    /// `accepted` or `returned`; `granted` or `refused`.
    pub result: String,
    /// Points or reasons.
    pub text: String,
}
