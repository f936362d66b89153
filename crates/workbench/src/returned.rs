//! A report that comes back: what has changed in its dossier since, row by row.
//!
//! Whether the report itself is whole is the verifier's answer (`assay-verify`); here the data set that travels in it is
//! compared with what the dossier would say in a new one.

use std::{io::Read as _, path::Path};

use evaluation::case::ReportKind;
use serde::Serialize;
use serde_json::Value;
use signature::pades;
use trail::Digest;

use crate::{
    Problem, Session,
    changes::{self, Change},
    files, reporting,
};

/// Most bytes that are read.
const MOST: u64 = 512 << 20;

/// What came of the comparison.
#[derive(Clone, Debug, Serialize)]
pub struct Returned {
    /// Report number.
    pub number: String,
    /// Its revision.
    pub revision: u64,
    /// The newest revision of this number that the dossier has issued.
    pub newest: u32,
    /// SHA-256 of the data set in the report.
    pub data: String,
    /// Everything that differs, in the order of the data set.
    pub changes: Vec<Change>,
}

/// What the data set in a report says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Embedded {
    /// Report number.
    pub number: String,
    /// Its revision.
    pub revision: u64,
    /// Code of its kind.
    pub kind: String,
    /// The dossier it was issued from.
    pub dossier: String,
    /// SHA-256 of the data set.
    pub data: String,
    /// Origin, size and root of the checkpoint that the report prints; a summary has none.
    pub checkpoint: Option<(String, u64, String)>,
    /// A summary names its data set and does not hold the rows.
    pub summary: bool,
}

/// Compares a report (PDF or JSON) with the dossier it was issued from.
///
/// # Errors
/// It can't be read, has no data set in it, or was not issued from this dossier.
pub fn compare(session: &Session, path: &Path) -> Result<Returned, Problem> {
    compare_read(session, path, read(path)?)
}

/// The same for a report that was read already.
///
/// # Errors
/// It has no data set in it, or was not issued from this dossier.
pub fn compare_read(session: &Session, path: &Path, bytes: Vec<u8>) -> Result<Returned, Problem> {
    let data = data_set(path, bytes)?;
    let unreadable = |why: &dyn std::fmt::Display| {
        Problem::new("returned-unreadable").with("path", path.display()).with("why", why)
    };
    let then: Value = serde_json::from_slice(&data).map_err(|e| unreadable(&e))?;
    let head = |key: &str| then.get("report").and_then(|report| report.get(key));
    let text = |key: &str| head(key).and_then(Value::as_str).unwrap_or_default();
    let (number, revision) = (text("number"), head("revision").and_then(Value::as_u64).unwrap_or_default());
    let digest = Digest::of(&data).to_string();
    let issued = session.state().reports();
    if !issued.iter().any(|r| r.value.data == digest) {
        return Err(Problem::new("returned-not-issued")
            .with("number", number)
            .with("dossier", text("dossier")));
    }
    let kind = ReportKind::ALL.into_iter().find(|kind| kind.code() == text("kind"));
    let kind = kind.ok_or_else(|| unreadable(&text("kind")))?;
    let now = reporting::draft_contents(session, kind, number)?;
    let now = serde_json::to_value(&now).map_err(|e| Problem::new("internal").with("why", e))?;
    let newest = issued.iter().filter(|r| r.value.number == number).map(|r| r.value.revision).max();
    Ok(Returned {
        number: number.to_owned(),
        revision,
        newest: newest.unwrap_or_default(),
        data: digest,
        changes: changes::between(&then, &now),
    })
}

/// The bytes of a report that was chosen.
///
/// # Errors
/// It can't be read, or is too large to be a report.
pub fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let file = files::open_chosen(path)?;
    let most = MOST.saturating_add(1);
    file.take(most).read_to_end(&mut bytes).map_err(|e| Problem::file("file-not-read", path, &e))?;
    if bytes.len() as u64 > MOST {
        return Err(Problem::new("report-file-too-large").with("path", path.display()));
    }
    Ok(bytes)
}

/// Whether these are the bytes of a PDF.
#[must_use]
pub fn is_pdf(bytes: &[u8]) -> bool {
    bytes.starts_with(b"%PDF-")
}

/// What the data set in a report says of itself; `None` where there is none that can be read. By itself it proves nothing.
#[must_use]
pub fn embedded(bytes: &[u8]) -> Option<Embedded> {
    if is_pdf(bytes) {
        if let Some(data) = pades::attached(bytes, report::pdf::ATTACHMENT).ok()? {
            return full(&data);
        }
        return summary(&pades::attached(bytes, report::pdf::SUMMARY_ATTACHMENT).ok()??);
    }
    full(bytes)
}

fn full(data: &[u8]) -> Option<Embedded> {
    let value: Value = serde_json::from_slice(data).ok()?;
    let report = value.get("report")?;
    let text = |key: &str| report.get(key).and_then(Value::as_str).map(str::to_owned);
    let checkpoint = value.get("integrity").and_then(|integrity| integrity.get("checkpoint")).and_then(|c| {
        let (origin, root) = (c.get("origin")?.as_str()?, c.get("root")?.as_str()?);
        Some((origin.to_owned(), c.get("size")?.as_u64()?, root.to_owned()))
    });
    Some(Embedded {
        number: text("number")?,
        revision: report.get("revision")?.as_u64()?,
        kind: text("kind")?,
        dossier: text("dossier")?,
        data: Digest::of(data).to_string(),
        checkpoint,
        summary: false,
    })
}

fn summary(data: &[u8]) -> Option<Embedded> {
    let value: Value = serde_json::from_slice(data).ok()?;
    let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
    Some(Embedded {
        number: text("number")?,
        revision: value.get("revision")?.as_u64()?,
        kind: text("kind").unwrap_or_default(),
        dossier: text("dossier")?,
        data: text("data_sha256")?,
        checkpoint: None,
        summary: true,
    })
}

/// The data set of a report: embedded in its PDF, or the JSON file itself.
fn data_set(path: &Path, bytes: Vec<u8>) -> Result<Vec<u8>, Problem> {
    if !is_pdf(&bytes) {
        return Ok(bytes);
    }
    let problem =
        |p: pades::PdfProblem| Problem::new(p.code()).with("path", path.display()).with("detail", p.detail());
    if let Some(data) = pades::attached(&bytes, report::pdf::ATTACHMENT).map_err(problem)? {
        return Ok(data);
    }
    // A summary names its data set and does not hold the rows.
    let summary = pades::attached(&bytes, report::pdf::SUMMARY_ATTACHMENT).map_err(problem)?;
    let code = if summary.is_some() { "returned-summary" } else { "returned-no-data" };
    Err(Problem::new(code).with("path", path.display()))
}
