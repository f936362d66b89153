//! Checking a signed report: its signature, its files, and its dossier where that is at hand.

use std::collections::BTreeSet;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use dossier::{Access, Dossier, DossierError, Key, Locked};
use sha2::{Digest as _, Sha256};
use signature::report::{CheckedReport, ReportFile, ReportStatement, Signed};
use trail::json::Value;
use trail::{ChainId, Digest};

use crate::answer::{Answer, Said};
use crate::secret::Secret;
use crate::{anchors, dossiers, signed};

/// What the person asked about, and what they brought along.
pub(crate) struct Named<'a> {
    pub(crate) file: &'a Path,
    pub(crate) dossier: Option<&'a Path>,
    pub(crate) reader: signed::Reader<'a>,
}

pub(crate) fn answer(
    named: &Named<'_>,
    signature: &Path,
    beside_it: &dossiers::Beside<'_>,
    signatures: bool,
    secret: &Secret,
) -> Answer {
    check(named, signature, beside_it, signatures, secret).unwrap_or_else(|answer| answer)
}

/// A PDF that came without its note: what is in it, and whether the dossier issued it.
pub(crate) fn alone(named: &Named<'_>, signatures: bool, secret: &Secret) -> Result<Answer, Answer> {
    let (mut found, embedded, size, issued) = signed::alone(named.file, &named.reader)?;
    let limits = |id: &str| vec![Said::new(id), Said::new("verify-limits-certificates")];
    let Some(path) = named.dossier else {
        found.checked.push(Said::new("verify-ok-report-no-dossier").with("dossier", &embedded.dossier));
        let signed::Found { checked, remarks, .. } = found;
        return Ok(Answer::Ok { checked, remarks, limits: limits("verify-limits-report") });
    };
    let key = secret.key_for(path)?;
    let file = Locked::with(path, key.as_ref());
    let in_dossier = dossiers::check(file, signatures)?;
    found.checked.extend(dossiers::said(path, &in_dossier));
    found.remarks.extend(in_dossier.remarks.iter().map(Said::from));
    if in_dossier.dossier.to_string() != embedded.dossier {
        return Err(Answer::wrong("verify-report-other-dossier", named.file)
            .with("stated", &embedded.dossier)
            .with("found", in_dossier.dossier));
    }
    if let Some((origin, size, root)) = &embedded.checkpoint {
        let foreign = || Answer::wrong("verify-report-checkpoint-origin", named.file).with("origin", origin);
        let chain = origin.rsplit_once('/').and_then(|(_, chain)| ChainId::from_hex(chain));
        let head = in_dossier.chains.iter().find(|head| Some(head.chain) == chain).ok_or_else(foreign)?;
        let (size, root) =
            (u64::try_from(*size).map_err(|_| foreign())?, Digest::from_hex(root).ok_or_else(foreign)?);
        let checkpoint = trail::checkpoint::Checkpoint { origin: origin.clone(), size, root };
        dossiers::is_prefix(file, &checkpoint, head, named.file, "verify-report-checkpoint")?;
    }
    found.checked.push(issued_with(file, &embedded, (size, issued), named.file)?);
    found.recorded(file)?;
    let signed::Found { checked, remarks, .. } = found;
    Ok(Answer::Ok { checked, remarks, limits: limits("verify-limits") })
}

/// The dossier records the issue of a report with this data set, and with the file that the PDF begins with.
fn issued_with(
    file: Locked<'_>,
    embedded: &signed::Embedded,
    (size, sha256): (u64, Digest),
    path: &Path,
) -> Result<Said, Answer> {
    let names = |payload: &Value| -> Option<bool> {
        let text = |value: &Value, key: &str| value.get(key).and_then(Value::as_text).map(str::to_owned);
        let same = text(payload, "number")? == embedded.number
            && payload.get("revision")?.as_int()? == embedded.revision
            && text(payload, "data")? == embedded.data;
        let listed = payload.get("files")?.as_list()?.iter().any(|one| {
            text(one, "sha256") == Some(sha256.to_string())
                && one.get("size").and_then(Value::as_int) == i64::try_from(size).ok()
        });
        Some(same && listed)
    };
    issue_of(file, (embedded.number.as_str(), embedded.revision), path, names)
}

fn check(
    named: &Named<'_>,
    signature: &Path,
    beside_it: &dossiers::Beside<'_>,
    signatures: bool,
    secret: &Secret,
) -> Result<Answer, Answer> {
    let text = dossiers::read_text(signature)?;
    let report = signature::report::check(&text).map_err(|problem| {
        Answer::wrong("verify-report-signature-unreadable", signature).with("detail", problem.code())
    })?;
    let statement = &report.statement;
    let mut checked = vec![
        Said::new("verify-ok-report")
            .with("number", &statement.number)
            .with("revision", statement.revision)
            .with("kind", statement.kind.as_str()),
    ];
    signed_by_all(&report, signature, &mut checked)?;
    is_listed(named.file, signature, statement)?;
    for file in &statement.files {
        checked.push(file_is_as_signed(file, signature)?);
    }
    let mut signed = signed::beside(signature, statement, &named.reader)?;
    let with_certificates = !signed.files.is_empty();
    let chain = chain_of(statement, signature)?;
    let mut remarks: Vec<Said> = report
        .others
        .iter()
        .map(|line| Said::new("verify-remark-other-signature").with("name", &line.name))
        .collect();
    let dossier = match named.dossier {
        Some(given) => Some((given.to_path_buf(), secret.key_for(given)?)),
        None => dossier_beside(signature, statement, secret, &mut remarks),
    };
    let Some((path, key)) = dossier else {
        checked.append(&mut signed.checked);
        remarks.append(&mut signed.remarks);
        checked.push(Said::new("verify-ok-report-no-dossier").with("dossier", statement.dossier));
        return Ok(Answer::Ok { checked, remarks, limits: vec![Said::new("verify-limits-report")] });
    };
    let (path, file) = (path.as_path(), Locked::with(&path, key.as_ref()));
    let in_dossier = dossiers::check(file, signatures)?;
    checked.extend(dossiers::said(path, &in_dossier));
    remarks.extend(in_dossier.remarks.iter().map(Said::from));
    if in_dossier.dossier != statement.dossier {
        return Err(Answer::wrong("verify-report-other-dossier", signature)
            .with("stated", statement.dossier)
            .with("found", in_dossier.dossier));
    }
    let head = in_dossier.chains.iter().find(|head| head.chain == chain).ok_or_else(|| {
        Answer::wrong("verify-report-checkpoint-origin", signature)
            .with("origin", &statement.checkpoint.origin)
    })?;
    dossiers::is_prefix(file, &statement.checkpoint, head, signature, "verify-report-checkpoint")?;
    signers_are_known(file, &in_dossier, statement, signature)?;
    checked.push(is_issued(file, statement, signature)?);
    signed.recorded(file)?;
    checked.append(&mut signed.checked);
    remarks.append(&mut signed.remarks);
    let found = anchors::check(file, &in_dossier, beside_it.ca)?;
    // An anchored checkpoint of the same chain that is at least as long has the report's own under it.
    let covers = |(of, size, _): &&(ChainId, u64, &str)| *of == chain && *size >= statement.checkpoint.size;
    let levels: BTreeSet<&str> = found.anchors.iter().filter(covers).map(|(_, _, level)| *level).collect();
    checked.extend(found.checked);
    remarks.extend(found.remarks);
    checked.push(if levels.is_empty() {
        Said::new("verify-ok-report-not-anchored")
    } else {
        Said::new("verify-ok-report-anchored")
            .with("levels", levels.into_iter().collect::<Vec<_>>().join(", "))
    });
    if let Some(note) = beside_it.note {
        checked.push(dossiers::check_note(note, file, &in_dossier)?);
    }
    let limits = if beside_it.note.is_some() { "verify-limits-note" } else { "verify-limits" };
    let mut limits = vec![Said::new(limits), Said::new("verify-limits-people")];
    limits.extend(with_certificates.then(|| Said::new("verify-limits-certificates")));
    Ok(Answer::Ok { checked, remarks, limits })
}

fn signed_by_all(report: &CheckedReport, signature: &Path, checked: &mut Vec<Said>) -> Result<(), Answer> {
    for (signer, signed) in &report.signers {
        let id = match signed {
            Signed::Yes => {
                checked.push(
                    Said::new("verify-ok-signer")
                        .with("name", &signer.name)
                        .with("function", &signer.function)
                        .with("key", signer.key),
                );
                continue;
            }
            Signed::Missing => "verify-report-signer-missing",
            Signed::Wrong => "verify-report-signer-wrong",
        };
        return Err(Answer::wrong(id, signature)
            .with("name", &signer.name)
            .with("function", &signer.function));
    }
    Ok(())
}

/// The file the person asked about must be one that the signature speaks of.
fn is_listed(named: &Path, signature: &Path, statement: &ReportStatement) -> Result<(), Answer> {
    let name = named.file_name().unwrap_or_default().to_string_lossy();
    if named == signature
        || signed::belongs(&name, statement, signature)
        || statement.files.iter().any(|file| file.name == name)
    {
        Ok(())
    } else {
        Err(Answer::wrong("verify-report-file-not-listed", named).with("name", name))
    }
}

fn file_is_as_signed(file: &ReportFile, signature: &Path) -> Result<Said, Answer> {
    let path = signature.with_file_name(&file.name);
    let (sha256, size) = match hash(&path) {
        Ok(hashed) => hashed,
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => {
            return Err(Answer::wrong("verify-report-file-missing", &path).with("name", &file.name));
        }
        Err(problem) => return Err(Answer::unreadable(&path, &problem)),
    };
    if (sha256, size) != (file.sha256, file.size) {
        return Err(Answer::wrong("verify-report-file-changed", &path)
            .with("name", &file.name)
            .with("signed", file.sha256)
            .with("found", sha256));
    }
    Ok(Said::new("verify-ok-file").with("name", &file.name).with("sha256", sha256).with("size", size))
}

pub(crate) fn hash(path: &Path) -> std::io::Result<(Digest, u64)> {
    let mut file = crate::open_file(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 1 << 16];
    let mut size: u64 = 0;
    loop {
        let read = file.read(&mut buffer)?;
        let Some(data) = buffer.get(..read).filter(|data| !data.is_empty()) else {
            return Ok((Digest(hash.finalize().into()), size));
        };
        hash.update(data);
        size = size.saturating_add(read as u64);
    }
}

/// The chain whose checkpoint the statement carries; its origin must be of the statement's own dossier.
fn chain_of(statement: &ReportStatement, signature: &Path) -> Result<ChainId, Answer> {
    let origin = &statement.checkpoint.origin;
    let chain = origin.rsplit_once('/').and_then(|(_, chain)| ChainId::from_hex(chain));
    chain
        .filter(|chain| trail::checkpoint::Checkpoint::origin_for(&statement.dossier, chain) == *origin)
        .ok_or_else(|| Answer::wrong("verify-report-checkpoint-origin", signature).with("origin", origin))
}

/// A dossier with the right id in the same folder. For those that nobody named, no passphrase is asked; an
/// encrypted one that could not be looked into is remarked.
fn dossier_beside(
    signature: &Path,
    statement: &ReportStatement,
    secret: &Secret,
    remarks: &mut Vec<Said>,
) -> Option<(PathBuf, Option<Key>)> {
    let folder = signature.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut found: Vec<PathBuf> = std::fs::read_dir(folder)
        .ok()?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|extension| extension == "assay"))
        .collect();
    found.sort();
    for path in found {
        let key = secret.key_unasked(&path);
        match Dossier::open(Locked::with(&path, key.as_ref()), Access::ReadOnly) {
            Ok(dossier) if dossier.id() == statement.dossier => return Some((path, key)),
            Err(DossierError::Locked { .. } | DossierError::NotUnlocked { .. }) => {
                remarks.push(Said::new("verify-remark-locked-beside").with("path", path.display()));
            }
            _ => {}
        }
    }
    None
}

/// Every signer's key has written in the dossier or was admitted to it by its lead.
fn signers_are_known(
    file: Locked<'_>,
    in_dossier: &dossier::verify::Report,
    statement: &ReportStatement,
    signature: &Path,
) -> Result<(), Answer> {
    let dossier = Dossier::open(file, Access::ReadOnly)?;
    for signer in &statement.signers {
        let own = ChainId::of(&statement.dossier, &signer.key);
        let has_written = in_dossier.chains.iter().any(|head| head.chain == own);
        if !has_written && dossier.current(&format!("actor:{own}"))?.is_empty() {
            return Err(Answer::wrong("verify-report-signer-unknown", signature)
                .with("name", &signer.name)
                .with("key", signer.key));
        }
    }
    Ok(())
}

/// The dossier says itself that it issued this report: same number, revision, kind, data and files.
fn is_issued(file: Locked<'_>, statement: &ReportStatement, signature: &Path) -> Result<Said, Answer> {
    let about = (statement.number.as_str(), i64::from(statement.revision));
    issue_of(file, about, signature, |payload| names(payload, statement))
}

/// The issue of a report that the dossier records by a payload of which `names` says so.
fn issue_of(
    file: Locked<'_>,
    (number, revision): (&str, i64),
    path: &Path,
    names: impl Fn(&Value) -> Option<bool>,
) -> Result<Said, Answer> {
    let dossier = Dossier::open(file, Access::ReadOnly)?;
    let mut issued = None;
    dossier.each_event(0..u64::MAX, &mut |stored| {
        if let Ok(event) = stored.event()
            && event.kind == "report.issue/1"
            && event.payload().is_ok_and(|payload| names(&payload) == Some(true))
        {
            issued = Some(stored.n);
        }
        Ok(())
    })?;
    match issued {
        Some(n) => Ok(Said::new("verify-ok-issued").with("number", number).with("n", n)),
        None => Err(Answer::wrong("verify-report-not-issued", path)
            .with("number", number)
            .with("revision", revision)),
    }
}

/// Whether a payload of `report.issue/1` is about exactly this statement.
fn names(payload: &Value, statement: &ReportStatement) -> Option<bool> {
    let text = |key: &str| payload.get(key).and_then(Value::as_text);
    let same = text("number")? == statement.number
        && payload.get("revision")?.as_int()? == i64::from(statement.revision)
        && text("report_kind")?.replace('_', "-") == statement.kind.as_str()
        && text("data")? == statement.data.to_string();
    let mut recorded: Vec<(&str, &str, i64)> = Vec::new();
    for file in payload.get("files")?.as_list()? {
        recorded.push((
            file.get("name")?.as_text()?,
            file.get("sha256")?.as_text()?,
            file.get("size")?.as_int()?,
        ));
    }
    let stated: Vec<(&str, String, i64)> = statement
        .files
        .iter()
        .map(|file| Some((file.name.as_str(), file.sha256.to_string(), i64::try_from(file.size).ok()?)))
        .collect::<Option<_>>()?;
    let mut stated: Vec<(&str, &str, i64)> = stated.iter().map(|(n, d, s)| (*n, d.as_str(), *s)).collect();
    recorded.sort_unstable();
    stated.sort_unstable();
    Some(same && recorded == stated)
}
