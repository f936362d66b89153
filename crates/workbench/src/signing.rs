//! Signing what was issued, with keys that other people's tools know how to check.
//!
//! The files of a report lie in a folder beside its note (`….sig`), and the note names each by its SHA-256. What was issued
//! is never changed: a signed PDF is a file of its own, `…-signed.pdf`, that begins with the bytes of the issued one. Each
//! signer fills the field of their place; the order of the note is the order of signing. Format:
//! `docs/formats/document-signatures.md`.

mod container;
mod on_disk;
mod pdf;

use std::path::PathBuf;

use evaluation::{
    decide::Request,
    event::{IssuedFile, ReportSign, SignedBy},
};
use serde::Serialize;
use signature::{
    DocumentKey, asice,
    cades::{self, Answer, When},
    keys,
};
use trail::Digest;
use words::Words;

pub use self::{
    container::{Evidence, bundle},
    on_disk::OnDisk,
    pdf::{Completion, complete},
};
use crate::{
    Problem, Session, Signer, clock, files,
    stamping::{self, Authority},
};

/// What a signer brings along.
pub struct Hand<'a> {
    /// The identity: its key is listed in the note for the places that it may sign.
    pub signer: &'a Signer,
    /// The document key.
    pub key: &'a dyn DocumentKey,
    /// The authority that stamps the signature at once, where that is wanted.
    pub stamp: Option<&'a Authority>,
    /// The language of what is seen in the field.
    pub words: &'a Words,
}

/// What came of signing.
#[derive(Clone, Debug, Default, Serialize)]
pub struct SignedNow {
    /// The places that were signed now.
    pub places: Vec<String>,
    /// Files that were written.
    pub files: Vec<PathBuf>,
    /// Whom the certificate names.
    pub subject: String,
    /// Places that are still empty in the PDF, with the person.
    pub open: Vec<String>,
    /// Whether the signatures carry a time stamp.
    pub stamped: bool,
    /// Whether the certificate's own dates do not allow today.
    pub certificate_ended: bool,
}

/// One place of a report, and what is in it.
#[derive(Clone, Debug, Serialize)]
pub struct Place {
    /// `issuer`, `evaluator`, `approver`, `reviewer` or `decision_maker`.
    pub place: String,
    /// Who is to sign.
    pub name: String,
    /// The key of the identity.
    pub key: String,
    /// Whether the note is signed there.
    pub noted: bool,
    /// The signature in the PDF, where there is one.
    pub signed: Option<SignedBy>,
}

/// Signs the report in every place of this identity whose turn it is: its PDFs, and with the first signature the workbook and
/// the OSCAL files. The note is signed apart ([`crate::reporting::sign`]).
///
/// # Errors
/// The identity is not listed; another one signs first; a file is not what was issued, or was changed after it was signed; the
/// key or the authority refuses. What was signed before stays as it was.
pub fn sign(report: &OnDisk, hand: &Hand<'_>) -> Result<SignedNow, Problem> {
    let own = report.places_of(&hand.signer.key());
    if own.is_empty() {
        return Err(Problem::new("report-not-a-signer").with("name", &hand.signer.card.name));
    }
    let certificate = hand.key.certificates().first().map(Vec::as_slice).unwrap_or_default();
    let facts = keys::facts(certificate)
        .map_err(|p| Problem::new(p.code()).with("path", "").with("detail", p.detail()))?;
    let now = std::time::Duration::from_secs(clock::seconds());
    let mut done = SignedNow {
        subject: facts.subject.clone(),
        stamped: hand.stamp.is_some(),
        certificate_ended: !facts.is_valid_at(now),
        ..SignedNow::default()
    };
    for place in &own {
        let written = match pdf::sign(report, place, hand) {
            // Between two places of one person another one signs: what was signed stands, the rest comes later.
            Err(problem) if problem.code == "sign-not-your-turn" && !done.places.is_empty() => break,
            other => other?,
        };
        if !written.is_empty() {
            done.places.push(place.clone());
            done.files.extend(written);
        }
    }
    if done.places.is_empty() {
        return Err(Problem::new("sign-nothing-open").with("name", &hand.signer.card.name));
    }
    done.files.extend(beside(report, hand)?);
    done.open = places(report)?
        .into_iter()
        .filter(|place| place.signed.is_none())
        .map(|place| format!("{} ({})", place.name, place.place))
        .collect();
    Ok(done)
}

/// The places of a report and what is in each, in the order of signing.
///
/// # Errors
/// A signed file cannot be read, or is not intact.
pub fn places(report: &OnDisk) -> Result<Vec<Place>, Problem> {
    let signed = pdf::signatures(report)?;
    let noted = report.noted();
    let listed = report.statement().signers.iter().map(|signer| {
        let place = on_disk::place_of(&signer.function);
        Place {
            signed: signed.iter().find(|one| one.place == place).cloned(),
            noted: noted.contains(&signer.function),
            name: signer.name.clone(),
            key: signer.key.to_string(),
            place,
        }
    });
    Ok(listed.collect())
}

/// What is signed beside the PDF, once: the workbook by a detached signature, the OSCAL files by a statement.
fn beside(report: &OnDisk, hand: &Hand<'_>) -> Result<Vec<PathBuf>, Problem> {
    let mut written = Vec::new();
    for file in report.listed(".xlsx") {
        let path = report.beside(&format!("{}.p7s", file.name));
        if path.symlink_metadata().is_err() {
            let cms = detached(hand, &report.bytes(&file.name)?)?;
            files::write_whole(&path, &cms)?;
            written.push(path);
        }
    }
    for file in report.listed(".oscal.json").into_iter().chain(report.listed(".poam.json")) {
        let path = report.beside(&format!("{}.dsse", file.name));
        if path.symlink_metadata().is_err() {
            let statement = signature::dsse::Statement::oscal(&file.name, &report.bytes(&file.name)?);
            let envelope = statement.and_then(|statement| signature::dsse::sign(&statement, hand.key));
            let envelope = envelope.map_err(|p| not_signed(&file.name, p.code(), p.detail()))?;
            files::write_whole(&path, envelope.as_bytes())?;
            written.push(path);
        }
    }
    if let Some(certificate) = hand.key.certificates().first().filter(|_| !written.is_empty()) {
        let pem = signature::dsse::public_key_pem(certificate)
            .map_err(|p| not_signed("public key", p.code(), p.detail()))?;
        let path = report.beside(&format!("{}.pub.pem", report.stem()));
        files::write_whole(&path, pem.as_bytes())?;
        written.push(path);
    }
    Ok(written)
}

/// A detached signature over these bytes, with a time stamp where one is wanted.
fn detached(hand: &Hand<'_>, bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let digest = cades::digest(hand.key.algorithm(), &[bytes]);
    let made = cades::sign(hand.key, &digest, Some(clock::seconds()));
    stamped(made.map_err(|p| not_signed("", p.code(), p.detail()))?, hand.stamp)
}

/// The signed data with a stamp of this authority in it.
fn stamped(cms: Vec<u8>, authority: Option<&Authority>) -> Result<Vec<u8>, Problem> {
    let Some(authority) = authority else { return Ok(cms) };
    let refused = |p: cades::SignatureProblem| not_signed("", p.code(), p.detail());
    let value = cades::signature_value(&cms).map_err(refused)?;
    let reply = stamping::on(authority, &value)?;
    cades::with_time_stamp(&cms, &reply).map_err(refused)
}

fn not_signed(name: &str, code: &str, detail: impl std::fmt::Display) -> Problem {
    Problem::new(code.to_owned()).with("path", name).with("detail", detail)
}

/// Records in the dossier every signed file of the report that it does not know yet. Gives their names.
///
/// # Errors
/// A signed file is not intact, the report was not issued from this dossier, or the dossier can't be written.
pub fn record(session: &mut Session, report: &OnDisk) -> Result<Vec<String>, Problem> {
    let known: Vec<String> =
        session.state().signed_files().into_iter().map(|one| one.value.file.sha256).collect();
    let mut recorded = Vec::new();
    for (name, bytes, signatures) in signed_files(report)? {
        let sha256 = Digest::of(&bytes).to_string();
        if known.contains(&sha256) || signatures.is_empty() {
            continue;
        }
        let statement = report.statement();
        session.perform(Request::RecordSigned(ReportSign {
            number: statement.number.clone(),
            revision: statement.revision,
            file: IssuedFile { name: name.clone(), sha256, size: bytes.len() as u64 },
            signatures,
        }))?;
        recorded.push(name);
    }
    Ok(recorded)
}

type SignedFile = (String, Vec<u8>, Vec<SignedBy>);

/// Every signed file that lies beside the note, with its bytes and signatures.
fn signed_files(report: &OnDisk) -> Result<Vec<SignedFile>, Problem> {
    let mut found = Vec::new();
    for file in report.listed(".pdf") {
        let name = on_disk::signed_name(&file.name);
        if let Some(bytes) = report.optional(&name)? {
            let signatures = pdf::signatures_in(report, &file.name, &bytes)?;
            found.push((name, bytes, signatures));
        }
    }
    for file in report.listed(".xlsx") {
        let name = format!("{}.p7s", file.name);
        if let Some(bytes) = report.optional(&name)? {
            let answer = cades::check(&bytes, &[&report.bytes(&file.name)?], None, &cades::Trust::default());
            let by =
                signed_by(&answer, &first_place(report), Digest::of(&bytes), "B-T").ok_or_else(|| {
                    Problem::new("sign-file-changed").with("path", report.beside(&name).display())
                })?;
            found.push((name, bytes, vec![by]));
        }
    }
    let name = format!("{}.asice", report.stem());
    if let Some(bytes) = report.optional(&name)? {
        let changed = |detail: String| {
            Problem::new("sign-file-changed")
                .with("path", report.beside(&name).display())
                .with("detail", detail)
        };
        let container = asice::check(std::io::Cursor::new(&bytes), &asice::Limits::default())
            .map_err(|p| changed(p.detail()))?;
        let signatures = container.signatures.iter().map(|one| {
            let answer = one.signature.answer(&cades::Trust::default());
            let place = place_of_certificate(&found, &answer).unwrap_or_else(|| first_place(report));
            signed_by(&answer, &place, Digest::of(&one.signature.signature), "B-T")
                .ok_or_else(|| changed(String::new()))
        });
        let signatures = signatures.collect::<Result<Vec<_>, _>>()?;
        found.push((name, bytes, signatures));
    }
    Ok(found)
}

fn first_place(report: &OnDisk) -> String {
    report.statement().signers.first().map(|s| on_disk::place_of(&s.function)).unwrap_or_default()
}

/// The place in which the PDF was signed with the same certificate.
fn place_of_certificate(found: &[SignedFile], answer: &Answer) -> Option<String> {
    let sha256 = answer.who.as_ref()?.sha256.to_string();
    let mut all = found.iter().flat_map(|(_, _, signatures)| signatures);
    all.find(|one| one.certificate == sha256).map(|one| one.place.clone())
}

/// A signature as the trail records it, by the SHA-256 of its signed data; `None` where it does not hold. `stamped` is its
/// level where it has a time stamp of its own; without one it is B-B, whatever else its file holds.
fn signed_by(answer: &Answer, place: &str, sha256: Digest, stamped: &str) -> Option<SignedBy> {
    answer.intact.as_ref().ok()?;
    let who = answer.who.as_ref()?;
    let time = match &answer.when {
        When::Stamped(stamp) => Some(stamp.time.clone()),
        _ => None,
    };
    Some(SignedBy {
        place: place.to_owned(),
        signature: sha256.to_string(),
        subject: who.subject.clone(),
        certificate: who.sha256.to_string(),
        level: if time.is_some() { stamped } else { "B-B" }.to_owned(),
        time,
    })
}
