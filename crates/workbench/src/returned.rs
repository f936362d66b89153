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

/// Compares a report (PDF or JSON) with the dossier it was issued from.
///
/// # Errors
/// It can't be read, has no data set in it, or was not issued from this dossier.
pub fn compare(session: &Session, path: &Path) -> Result<Returned, Problem> {
    let data = data_set(path)?;
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

/// The data set of a report: embedded in its PDF, or the JSON file itself.
fn data_set(path: &Path) -> Result<Vec<u8>, Problem> {
    let mut bytes = Vec::new();
    let file = files::open_chosen(path)?;
    file.take(MOST).read_to_end(&mut bytes).map_err(|e| Problem::file("file-not-read", path, &e))?;
    if !bytes.starts_with(b"%PDF-") {
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
