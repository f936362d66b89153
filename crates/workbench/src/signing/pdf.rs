//! The PDFs of a report: one signature for each place, and what completes them later.

use std::{fs, path::PathBuf};

use evaluation::event::SignedBy;
use serde::Serialize;
use signature::{
    cades::{self, Trust},
    pades::{self, Appearance, Checked, FieldSignature, Kind, PdfProblem, Signing, ValidationData},
};

use super::{Hand, OnDisk, not_signed, on_disk::signed_name, signed_by, stamped};
use crate::{
    Problem, clock, files,
    stamping::{self, Authority},
};

/// What completing a report brought.
#[derive(Clone, Debug, Default, Serialize)]
pub struct Completion {
    /// Files that were written.
    pub files: Vec<PathBuf>,
    /// Each signature with its level now.
    pub levels: Vec<(String, String)>,
}

/// Signs every PDF of the report in this place; those that are signed there already stay as they are.
pub(super) fn sign(report: &OnDisk, place: &str, hand: &Hand<'_>) -> Result<Vec<PathBuf>, Problem> {
    let mut written = Vec::new();
    for file in report.listed(".pdf") {
        let (bytes, checked) = current(report, &file.name)?;
        if !checked.open.iter().any(|open| open == place) {
            if checked.signatures.iter().any(|one| one.field == place) {
                continue;
            }
            return Err(Problem::new("sign-no-field").with("path", &file.name).with("place", place));
        }
        its_turn(report, place, &checked)?;
        let signed = one(&bytes, place, hand).map_err(|p| p.with("path", &file.name))?;
        let path = report.beside(&signed_name(&file.name));
        put(&path, &signed)?;
        written.push(path);
    }
    Ok(written)
}

/// Those before this place in the note sign first: who reviews or decides signs what the evaluator stands for.
fn its_turn(report: &OnDisk, place: &str, checked: &Checked) -> Result<(), Problem> {
    let order = report.statement().signers.iter();
    for signer in order {
        let earlier = super::on_disk::place_of(&signer.function);
        if earlier == place {
            break;
        }
        if checked.open.contains(&earlier) {
            return Err(Problem::new("sign-not-your-turn").with("name", &signer.name).with("place", earlier));
        }
    }
    Ok(())
}

/// The PDF as it is now: signed so far, else as issued. What is signed begins with what was issued, and is intact.
fn current(report: &OnDisk, name: &str) -> Result<(Vec<u8>, Checked), Problem> {
    let issued = report.bytes(name)?;
    match report.optional(&signed_name(name))? {
        Some(signed) => {
            let checked = intact(report, name, &issued, &signed)?;
            Ok((signed, checked))
        }
        None => {
            let checked = pades::check(&issued, &Trust::default()).map_err(|p| problem(name, &p))?;
            Ok((issued, checked))
        }
    }
}

fn intact(report: &OnDisk, name: &str, issued: &[u8], signed: &[u8]) -> Result<Checked, Problem> {
    let path = report.beside(&signed_name(name));
    let changed = |detail: String| {
        Problem::new("sign-file-changed").with("path", path.display()).with("detail", detail)
    };
    let checked = pades::check(signed, &Trust::default()).map_err(|p| changed(p.detail()))?;
    if checked.issued_len != Some(issued.len()) || !signed.starts_with(issued) {
        return Err(changed(name.to_owned()));
    }
    match checked.signatures.iter().find_map(|one| one.answer.intact.as_ref().err().map(|p| (one, p))) {
        Some((one, p)) => Err(changed(format!("{}: {p}", one.field))),
        None => Ok(checked),
    }
}

fn one(bytes: &[u8], place: &str, hand: &Hand<'_>) -> Result<Vec<u8>, Problem> {
    let now = clock::seconds();
    let card = &hand.signer.card;
    let when = if hand.stamp.is_some() { "signing-seen-stamped" } else { "signing-seen-claimed" };
    let mut lines = vec![
        card.name.clone(),
        card.function.clone(),
        card.organisation.clone(),
        hand.words
            .text(when, &[("time", &clock::now().replace('T', " ").chars().take(16).collect::<String>())]),
    ];
    lines.retain(|line| !line.trim().is_empty());
    let begun = loop {
        let appearance = Appearance { lines: &lines, font: report::TEXT_FONT };
        match pades::begin(bytes, place, &Signing { name: &card.name, claimed: now, appearance }) {
            // A letter that the font has not is drawn as one that it has; the name itself stands in the signature.
            Err(PdfProblem::Character(which))
                if !which.is_empty() && lines.iter().any(|l| l.contains(&which)) =>
            {
                lines.iter_mut().for_each(|line| *line = line.replace(&which, "?"));
            }
            other => break other.map_err(|p| problem("", &p))?,
        }
    };
    let refused = |p: cades::SignatureProblem| not_signed("", p.code(), p.detail());
    let cms = cades::sign(hand.key, &begun.digest(hand.key.algorithm()), None).map_err(refused)?;
    begun.finish(&stamped(cms, hand.stamp)?).map_err(refused)
}

/// Puts the file in its place and reads it back, so that "signed" is only said of what is on the disk.
fn put(path: &std::path::Path, bytes: &[u8]) -> Result<(), Problem> {
    files::write_whole(path, bytes)?;
    let back = fs::read(path).map_err(|e| Problem::file("file-not-read", path, &e))?;
    if back != bytes {
        return Err(Problem::new("file-differs-after-writing").with("path", path.display()));
    }
    Ok(())
}

/// The signatures in the full report's PDF.
pub(super) fn signatures(report: &OnDisk) -> Result<Vec<SignedBy>, Problem> {
    let Some(file) = report.listed(".pdf").into_iter().next() else { return Ok(Vec::new()) };
    match report.optional(&signed_name(&file.name))? {
        Some(bytes) => signatures_in(report, &file.name, &bytes),
        None => Ok(Vec::new()),
    }
}

/// The signatures in a signed PDF, which must be intact.
pub(super) fn signatures_in(report: &OnDisk, name: &str, signed: &[u8]) -> Result<Vec<SignedBy>, Problem> {
    let checked = intact(report, name, &report.bytes(name)?, signed)?;
    let people = checked.signatures.iter().filter(|one| one.kind == Kind::Signature);
    let told = |one: &FieldSignature| {
        let stamped = one.level.map_or("B-B", pades::Level::code);
        signed_by(&one.answer, &one.field, one.sha256, stamped)
    };
    Ok(people.filter_map(told).collect())
}

/// Completes the signed PDFs: revocation lists and certificates go into them (B-LT), then a time stamp over all of it (B-LTA)
/// where an authority is given.
///
/// # Errors
/// No PDF is signed, one is not intact, a list can't be read, or the authority refuses.
pub fn complete(
    report: &OnDisk,
    crls: &[Vec<u8>],
    certificates: &[Vec<u8>],
    authority: Option<&Authority>,
) -> Result<Completion, Problem> {
    let mut done = Completion::default();
    for file in report.listed(".pdf") {
        let name = signed_name(&file.name);
        let Some(mut bytes) = report.optional(&name)? else { continue };
        intact(report, &file.name, &report.bytes(&file.name)?, &bytes)?;
        if !crls.is_empty() {
            let data = ValidationData {
                crls: crls.to_vec(),
                certificates: certificates.to_vec(),
                ocsps: Vec::new(),
            };
            bytes = pades::add_validation_data(&bytes, &data).map_err(|p| problem(&name, &p))?;
        }
        if let Some(authority) = authority {
            let begun = pades::begin_time_stamp(&bytes).map_err(|p| problem(&name, &p))?;
            let reply = stamping::on(authority, &begun.signed_bytes())?;
            bytes = begun.finish_time_stamp(&reply).map_err(|p| not_signed(&name, p.code(), p.detail()))?;
        }
        let checked = intact(report, &file.name, &report.bytes(&file.name)?, &bytes)?;
        for one in checked.signatures.iter().filter(|one| one.kind == Kind::Signature) {
            let level = one.level.map_or("B-B", pades::Level::code);
            done.levels.push((one.field.clone(), level.to_owned()));
        }
        let path = report.beside(&name);
        put(&path, &bytes)?;
        done.files.push(path);
    }
    if done.files.is_empty() {
        return Err(Problem::new("sign-nothing-signed").with("path", report.note().display()));
    }
    Ok(done)
}

fn problem(name: &str, problem: &PdfProblem) -> Problem {
    not_signed(name, problem.code(), problem.detail())
}
