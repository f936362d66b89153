//! What is signed with certificates: PDFs, detached signatures, containers. Four answers for each signature, never merged.

use std::collections::BTreeSet;
use std::io::{Cursor, Read as _};
use std::path::{Path, PathBuf};

use dossier::{Access, Dossier, Locked};
use signature::asice;
use signature::cades::{self, Answer as Shows, Chain, Revocation, Trust, When, WhyUnknown};
use signature::pades::{self, Kind, PdfProblem};
use signature::report::{ReportFile, ReportStatement};
use trail::Digest;
use trail::json::Value;
use words::Words;

use crate::answer::{Answer, Said};

/// Most bytes of a signed file that are read.
const MOST: u64 = 512 << 20;

/// What the reader brings along, and the words in which problems are told.
pub(crate) struct Reader<'a> {
    /// Certificates in DER that the reader trusts.
    pub(crate) roots: Vec<Vec<u8>>,
    pub(crate) words: &'a Words,
}

impl Reader<'_> {
    /// The roots in these files.
    pub(crate) fn new<'a>(files: &[PathBuf], words: &'a Words) -> Result<Reader<'a>, Answer> {
        let mut roots = Vec::new();
        for path in files {
            let found = signature::keys::certificates_in(&bytes(path)?);
            roots.extend(found.map_err(|_| Answer::wrong("verify-trust-unreadable", path))?);
        }
        Ok(Reader { roots, words })
    }

    fn trust(&self) -> Trust<'_> {
        Trust { anchors: &self.roots, ..Trust::default() }
    }

    fn told(&self, code: &str, detail: impl std::fmt::Display) -> String {
        self.words.text(code, &[("detail", &detail.to_string())])
    }
}

pub(crate) fn bytes(path: &Path) -> Result<Vec<u8>, Answer> {
    let mut read = Vec::new();
    let opened = crate::open_file(path).and_then(|file| file.take(MOST).read_to_end(&mut read));
    opened.map(|_| read).map_err(|problem| Answer::unreadable(path, &problem))
}

/// What was found out, to be added to an answer.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) checked: Vec<Said>,
    pub(crate) remarks: Vec<Said>,
    /// SHA-256 of the files that carry signatures, with their names.
    pub(crate) files: Vec<(String, Digest)>,
}

/// Everything signed that lies beside the note of a report: each must be intact, and over what the note names.
pub(crate) fn beside(note: &Path, statement: &ReportStatement, reader: &Reader<'_>) -> Result<Found, Answer> {
    let mut found = Found::default();
    for file in &statement.files {
        if let Some(stem) = file.name.strip_suffix(".pdf") {
            let path = note.with_file_name(format!("{stem}-signed.pdf"));
            if path.is_file() {
                found.pdf(&path, Some(file), reader)?;
            }
        }
        let path = note.with_file_name(format!("{}.p7s", file.name));
        if path.is_file() {
            let content = bytes(&note.with_file_name(&file.name))?;
            found.detached(&path, &content, reader)?;
        }
    }
    let container = note.with_extension("asice");
    if container.is_file() {
        found.container(&container, reader)?;
    }
    Ok(found)
}

/// Names of files beside a note that it does not list, and that are checked with it.
pub(crate) fn belongs(name: &str, statement: &ReportStatement, note: &Path) -> bool {
    let container = note.with_extension("asice");
    container.file_name().is_some_and(|container| container == name)
        || statement.files.iter().any(|file| {
            let signed = file.name.strip_suffix(".pdf").map(|stem| format!("{stem}-signed.pdf"));
            signed.as_deref() == Some(name) || name.strip_suffix(".p7s") == Some(&file.name)
        })
}

impl Found {
    fn pdf(
        &mut self,
        path: &Path,
        issued: Option<&ReportFile>,
        reader: &Reader<'_>,
    ) -> Result<Vec<u8>, Answer> {
        let read = bytes(path)?;
        let broken = |p: &PdfProblem| {
            Answer::wrong("verify-pdf-unreadable", path).with("detail", reader.told(p.code(), p.detail()))
        };
        let checked = pades::check(&read, &reader.trust()).map_err(|p| broken(&p))?;
        if checked.signatures.is_empty() {
            return Err(Answer::wrong("verify-pdf-not-signed", path));
        }
        for one in &checked.signatures {
            if let Err(p) = &one.answer.intact {
                return Err(Answer::wrong("verify-signature-not-intact", path)
                    .with("field", &one.field)
                    .with("detail", reader.told(p.code(), p.detail())));
            }
        }
        let begins = checked.issued_len.and_then(|length| read.get(..length));
        if let Some(file) = issued
            && begins.is_none_or(|part| Digest::of(part) != file.sha256)
        {
            return Err(Answer::wrong("verify-pdf-other-issue", path).with("name", &file.name));
        }
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.checked
            .push(Said::new("verify-ok-pdf").with("name", &name).with("count", checked.signatures.len()));
        for one in &checked.signatures {
            if one.kind == Kind::DocumentTimeStamp {
                if let When::Stamped(stamp) = &one.answer.when {
                    self.stamp(&one.field, stamp);
                }
                continue;
            }
            self.shows(&one.field, &one.answer, path)?;
            if let Some(level) = one.level {
                self.checked.push(
                    Said::new("verify-ok-signature-level")
                        .with("field", &one.field)
                        .with("level", level.code()),
                );
            }
        }
        for field in &checked.open {
            self.remarks.push(Said::new("verify-remark-field-open").with("field", field));
        }
        self.files.push((name, Digest::of(&read)));
        Ok(read)
    }

    fn detached(&mut self, path: &Path, content: &[u8], reader: &Reader<'_>) -> Result<(), Answer> {
        let cms = bytes(path)?;
        let answer = cades::check(&cms, &[content], None, &reader.trust());
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.intact(&name, &answer, path, reader)?;
        self.files.push((name, Digest::of(&cms)));
        Ok(())
    }

    fn container(&mut self, path: &Path, reader: &Reader<'_>) -> Result<(), Answer> {
        let read = bytes(path)?;
        let container = asice::check(Cursor::new(&read), &asice::Limits::default()).map_err(|p| {
            Answer::wrong("verify-container-wrong", path).with("detail", reader.told(p.code(), p.detail()))
        })?;
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        self.checked
            .push(Said::new("verify-ok-container").with("name", &name).with("files", container.files.len()));
        for one in &container.signatures {
            self.intact(&name, &one.signature.answer(&reader.trust()), path, reader)?;
        }
        self.files.push((name, Digest::of(&read)));
        Ok(())
    }

    fn intact(&mut self, name: &str, answer: &Shows, path: &Path, reader: &Reader<'_>) -> Result<(), Answer> {
        if let Err(p) = &answer.intact {
            return Err(Answer::wrong("verify-signature-not-intact", path)
                .with("field", name)
                .with("detail", reader.told(p.code(), p.detail())));
        }
        self.shows(name, answer, path)
    }

    /// Who, when and whether revoked; each by itself.
    fn shows(&mut self, field: &str, answer: &Shows, path: &Path) -> Result<(), Answer> {
        if let Some(who) = &answer.who {
            let said = |id: &str| Said::new(id).with("field", field).with("subject", &who.subject);
            match &who.chain {
                Chain::Trusted { anchor, .. } => {
                    self.checked.push(said("verify-ok-signature-trusted").with("anchor", anchor));
                }
                Chain::NotKnown(_) => {
                    self.remarks.push(said("verify-remark-signature-unknown").with("sha256", who.sha256));
                }
            }
        }
        match &answer.when {
            When::Stamped(stamp) => self.stamp(field, stamp),
            When::Claimed(time) => self
                .remarks
                .push(Said::new("verify-remark-signature-claimed").with("field", field).with("time", time)),
            When::None => {
                self.remarks.push(Said::new("verify-remark-signature-no-time").with("field", field))
            }
        }
        match &answer.revocation {
            Revocation::Good { at } => self
                .checked
                .push(Said::new("verify-ok-signature-not-revoked").with("field", field).with("at", at)),
            Revocation::Revoked { of, since } => {
                return Err(Answer::wrong("verify-signature-revoked", path)
                    .with("field", field)
                    .with("of", of)
                    .with("since", since));
            }
            Revocation::Unknown { why, .. } => {
                let id = match why {
                    WhyUnknown::NoPath => "verify-remark-revocation-no-path",
                    WhyUnknown::NoList => "verify-remark-revocation-no-list",
                    WhyUnknown::OldList => "verify-remark-revocation-old-list",
                };
                self.remarks.push(Said::new(id).with("field", field));
            }
        }
        Ok(())
    }

    fn stamp(&mut self, field: &str, stamp: &cades::TimeStamp) {
        let said = |id: &str| {
            Said::new(id).with("field", field).with("time", &stamp.time).with("authority", &stamp.authority)
        };
        if stamp.chain.is_trusted() {
            self.checked.push(said("verify-ok-signature-stamped"));
        } else {
            self.remarks.push(said("verify-remark-signature-stamped"));
        }
    }

    /// Whether the dossier has recorded these files.
    pub(crate) fn recorded(&mut self, file: Locked<'_>) -> Result<(), Answer> {
        let dossier = Dossier::open(file, Access::ReadOnly)?;
        let mut known = BTreeSet::new();
        dossier.each_event(0..u64::MAX, &mut |stored| {
            if let Ok(event) = stored.event()
                && event.kind == "report.sign/1"
                && let Ok(payload) = event.payload()
                && let Some(sha256) =
                    payload.get("file").and_then(|f| f.get("sha256")).and_then(Value::as_text)
            {
                known.insert(sha256.to_owned());
            }
            Ok(())
        })?;
        for (name, sha256) in &self.files {
            let (said, id) = if known.contains(&sha256.to_string()) {
                (&mut self.checked, "verify-ok-signed-recorded")
            } else {
                (&mut self.remarks, "verify-remark-signed-not-recorded")
            };
            said.push(Said::new(id).with("name", name));
        }
        Ok(())
    }
}

/// What a PDF says of itself by the data set embedded in it.
pub(crate) struct Embedded {
    pub(crate) number: String,
    pub(crate) revision: i64,
    pub(crate) dossier: String,
    /// SHA-256 of the data set.
    pub(crate) data: String,
    /// Origin, size and root of the checkpoint that the report prints; a summary has none.
    pub(crate) checkpoint: Option<(String, i64, String)>,
}

/// A PDF that came alone, without its note.
pub(crate) fn alone(path: &Path, reader: &Reader<'_>) -> Result<(Found, Embedded, u64, Digest), Answer> {
    let mut found = Found::default();
    let read = found.pdf(path, None, reader)?;
    let issued = pades::issued_part(&read).unwrap_or_default();
    let nothing = || Answer::wrong("verify-pdf-not-ours", path);
    let embedded = embedded(&read).ok_or_else(nothing)?;
    found.checked.push(
        Said::new("verify-ok-embedded")
            .with("number", &embedded.number)
            .with("revision", embedded.revision)
            .with("data", &embedded.data)
            .with("dossier", &embedded.dossier),
    );
    if let Some((origin, size, root)) = &embedded.checkpoint {
        found.checked.push(
            Said::new("verify-ok-embedded-checkpoint")
                .with("origin", origin)
                .with("size", size)
                .with("root", root),
        );
    }
    let facts = (issued.len() as u64, Digest::of(issued));
    Ok((found, embedded, facts.0, facts.1))
}

fn embedded(pdf: &[u8]) -> Option<Embedded> {
    if let Some(data) = pades::attached(pdf, "report.json").ok()? {
        let value = trail::json::parse(&data).ok()?;
        let report = value.get("report")?;
        let checkpoint = value.get("integrity").and_then(|i| i.get("checkpoint")).and_then(|c| {
            Some((
                c.get("origin")?.as_text()?.to_owned(),
                c.get("size")?.as_int()?,
                c.get("root")?.as_text()?.to_owned(),
            ))
        });
        return Some(Embedded {
            number: report.get("number")?.as_text()?.to_owned(),
            revision: report.get("revision")?.as_int()?,
            dossier: report.get("dossier")?.as_text()?.to_owned(),
            data: Digest::of(&data).to_string(),
            checkpoint,
        });
    }
    let data = pades::attached(pdf, "summary.json").ok()??;
    let value = trail::json::parse(&data).ok()?;
    let text = |key: &str| value.get(key).and_then(Value::as_text).map(str::to_owned);
    Some(Embedded {
        number: text("number")?,
        revision: value.get("revision")?.as_int()?,
        dossier: text("dossier")?,
        data: text("data_sha256")?,
        checkpoint: None,
    })
}
