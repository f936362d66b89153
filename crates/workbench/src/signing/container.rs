//! The bundle of a report (`docs/formats/bundle.md`).

use std::{
    fs::{self, File},
    io::{BufWriter, Cursor},
    path::{Path, PathBuf},
};

use serde_json::{Value, json};
use signature::asice::{self, ContainerProblem, Entry, Signature, Writer};
use trail::Digest;

use super::{Hand, OnDisk, on_disk::signed_name};
use crate::{Problem, Session, bundle as check, clock, files, stamping};

/// Which evidence goes into the container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// None: the register alone.
    Listed,
    /// What is not strictly confidential.
    Confidential,
    /// All that the dossier holds.
    All,
}

/// A file of the container, from where it comes.
struct Part {
    entry: Entry,
    bytes: Vec<u8>,
}

impl Part {
    fn of(name: String, bytes: Vec<u8>) -> Self {
        let entry = Entry { media_type: media_type(&name).to_owned(), sha256: Digest::of(&bytes), name };
        Self { entry, bytes }
    }
}

/// Writes the bundle of a report, signed with the key at hand; what was there under its name is replaced, unless it
/// holds the same files: then the signature is added to those that it has.
///
/// # Errors
/// A file can't be read or written, evidence was asked for without a dossier, or the key or the authority refuses.
pub fn bundle(
    report: &OnDisk,
    session: Option<&Session>,
    evidence: Evidence,
    hand: &Hand<'_>,
) -> Result<PathBuf, Problem> {
    let parts = parts(report, session, evidence)?;
    let path = report.beside(&format!("{}.asice", report.stem()));
    let entries: Vec<Entry> = parts.iter().map(|part| part.entry.clone()).collect();
    let root = entries.first().map(|entry| entry.name.clone());
    let before = already(report, &entries)?;
    let number = before.as_ref().map_or(1, |(_, signatures)| signatures.saturating_add(1));
    let refused = |p: ContainerProblem| -> Problem {
        Problem::new(p.code().to_owned()).with("path", path.display()).with("detail", p.detail())
    };
    let mut signature = Signature::over(number, &entries, root.as_deref(), hand.key, Some(clock::seconds()))
        .map_err(refused)?;
    if let Some(authority) = hand.stamp {
        let value = signature::cades::signature_value(&signature.signature).map_err(|p| {
            Problem::new(p.code().to_owned()).with("path", path.display()).with("detail", p.detail())
        })?;
        signature = signature.with_time_stamp(&stamping::on(authority, &value)?).map_err(refused)?;
    }
    files::write_streaming(&path, &mut |file: &mut File| {
        let made = match &before {
            Some((bytes, _)) => {
                asice::add_signature(Cursor::new(bytes), BufWriter::new(file), &signature).map(drop)
            }
            None => write(&parts, &signature, file),
        };
        made.map_err(refused)
    })?;
    Ok(path)
}

fn write(parts: &[Part], signature: &Signature, file: &mut File) -> Result<(), ContainerProblem> {
    let mut writer = Writer::new(BufWriter::new(file))?;
    for part in parts {
        writer.add(&part.entry, part.bytes.as_slice(), part.bytes.len() as u64)?;
    }
    writer.sign(signature)?;
    writer.finish().map(drop)
}

/// The container that is there, where it holds exactly these files; with the number of its signatures.
fn already(report: &OnDisk, entries: &[Entry]) -> Result<Option<(Vec<u8>, u32)>, Problem> {
    let Some(bytes) = report.optional(&format!("{}.asice", report.stem()))? else { return Ok(None) };
    let Ok(container) = asice::check(Cursor::new(&bytes), &asice::Limits::default()) else { return Ok(None) };
    let same = container.files.len() == entries.len()
        && entries.iter().all(|entry| {
            container.files.iter().any(|file| file.name == entry.name && file.sha256 == entry.sha256)
        });
    let signatures = u32::try_from(container.signatures.len()).unwrap_or(u32::MAX);
    Ok(same.then_some((bytes, signatures)))
}

/// Everything that goes in, the signed report first.
fn parts(report: &OnDisk, session: Option<&Session>, evidence: Evidence) -> Result<Vec<Part>, Problem> {
    let mut parts = Vec::new();
    for file in report.listed(".pdf") {
        let name = signed_name(&file.name);
        if let Some(bytes) = report.optional(&name)? {
            parts.push(Part::of(name, bytes));
        }
    }
    for file in &report.statement().files {
        parts.push(Part::of(file.name.clone(), report.bytes(&file.name)?));
        for ending in ["p7s", "dsse"] {
            let name = format!("{}.{ending}", file.name);
            if let Some(bytes) = report.optional(&name)? {
                parts.push(Part::of(name, bytes));
            }
        }
    }
    let note = report.note().file_name().unwrap_or_default().to_string_lossy().into_owned();
    for name in [note, format!("{}.pub.pem", report.stem())] {
        if let Some(bytes) = report.optional(&name)? {
            parts.push(Part::of(name, bytes));
        }
    }
    parts.extend(evidence_parts(report, session, evidence)?);
    let folder = report.folder().join(check::FOLDER);
    if folder.is_dir() {
        below(&folder, check::FOLDER, &mut parts)?;
    }
    Ok(parts)
}

/// The manifest of the evidence, and the evidence that was asked for.
fn evidence_parts(
    report: &OnDisk,
    session: Option<&Session>,
    evidence: Evidence,
) -> Result<Vec<Part>, Problem> {
    let data = report.listed(".json").into_iter().find(|file| is_data_set(&file.name));
    let Some(data) = data else { return Ok(Vec::new()) };
    let data: Value = serde_json::from_slice(&report.bytes(&data.name)?)
        .map_err(|e| Problem::new("report-note-unreadable").with("path", &data.name).with("why", e))?;
    let mut listed = Vec::new();
    let mut parts = Vec::new();
    for item in data.get("evidence").and_then(Value::as_array).into_iter().flatten() {
        let text = |key: &str| item.get(key).and_then(Value::as_str).unwrap_or_default();
        let wanted = match evidence {
            Evidence::Listed => false,
            Evidence::Confidential => text("confidentiality") != "strictly_confidential",
            Evidence::All => true,
        };
        let withheld = item.get("withheld").cloned().unwrap_or(Value::Null);
        let mut included = Value::Null;
        if wanted && withheld.is_null() {
            let session = session.ok_or_else(|| Problem::new("bundle-needs-dossier"))?;
            if let Some(bytes) = bytes_of(session, text("sha256"))? {
                let name =
                    files::proposed_name(if text("file").is_empty() { text("title") } else { text("file") });
                let name = format!("evidence/{}-{name}", text("id"));
                included = Value::String(name.clone());
                parts.push(Part::of(name, bytes));
            }
        }
        let mut entry = serde_json::Map::new();
        for key in ["class", "confidentiality", "file", "id", "sha256", "size", "title"] {
            entry.insert(key.to_owned(), item.get(key).cloned().unwrap_or(Value::Null));
        }
        entry.insert("included".to_owned(), included);
        entry.insert("withheld".to_owned(), withheld);
        listed.push(Value::Object(entry));
    }
    let manifest = json!({
        "schema": "assay-evidence-manifest/1",
        "report": report.statement().number,
        "revision": report.statement().revision,
        "evidence": listed,
    });
    let text =
        report::json::canonical(&manifest).map_err(|p| Problem::new("internal").with("why", p.detail()))?;
    parts.insert(0, Part::of("evidence.json".to_owned(), text));
    Ok(parts)
}

/// The data set's file, among those in JSON: the one that ends in nothing else.
fn is_data_set(name: &str) -> bool {
    ![".cdx.json", ".oscal.json", ".poam.json"].iter().any(|ending| name.ends_with(ending))
}

/// The bytes of a piece of evidence, where the dossier has them.
fn bytes_of(session: &Session, sha256: &str) -> Result<Option<Vec<u8>>, Problem> {
    let Some(digest) = Digest::from_hex(sha256) else { return Ok(None) };
    if !session.dossier().has_bytes(&digest)? {
        return Ok(None);
    }
    let mut bytes = Vec::new();
    session.dossier().evidence_bytes(&digest, &mut bytes)?;
    Ok(Some(bytes))
}

/// The files of a folder and of those in it, in the order of their names; links are passed over.
fn below(folder: &Path, prefix: &str, parts: &mut Vec<Part>) -> Result<(), Problem> {
    let failed = |e: &std::io::Error| Problem::file("file-not-read", folder, e);
    let mut entries =
        fs::read_dir(folder).and_then(|list| list.collect::<Result<Vec<_>, _>>()).map_err(|e| failed(&e))?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let kind = entry.file_type().map_err(|e| failed(&e))?;
        let name = format!("{prefix}/{}", entry.file_name().to_string_lossy());
        if kind.is_dir() {
            below(&entry.path(), &name, parts)?;
        } else if kind.is_file() {
            let bytes =
                fs::read(entry.path()).map_err(|e| Problem::file("file-not-read", &entry.path(), &e))?;
            parts.push(Part::of(name, bytes));
        }
    }
    Ok(())
}

fn media_type(name: &str) -> &'static str {
    let known = [
        (".pdf", "application/pdf"),
        (".cdx.json", "application/vnd.cyclonedx+json"),
        (".json", "application/json"),
        (".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        (".p7s", "application/pkcs7-signature"),
        (".dsse", "application/vnd.in-toto+json"),
        (".pem", "application/x-pem-file"),
        (".py", "text/x-python"),
        (".md", "text/markdown"),
        (".txt", "text/plain"),
    ];
    known
        .iter()
        .find(|(ending, _)| name.ends_with(ending))
        .map_or("application/octet-stream", |(_, kind)| kind)
}
