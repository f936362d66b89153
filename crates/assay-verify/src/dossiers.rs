//! Checking a dossier, and a checkpoint note against it.

use std::path::Path;

use dossier::verify::{self, Options, Outcome, Report};
use dossier::{Locked, Verifier};
use signature::note::Note;
use trail::checkpoint::Checkpoint;
use trail::{EventId, PublicKey, Signature};

use crate::answer::{Answer, Said};
use crate::{anchors, proofs};

/// Ed25519, strictly, as `signature` does it.
struct Strict;

impl Verifier for Strict {
    fn verify(&self, key: &PublicKey, id: &EventId, signature: &Signature) -> bool {
        signature::verify_event(key, id, signature)
    }
}

/// What the person has beside the dossier.
#[derive(Default)]
pub(crate) struct Beside<'a> {
    pub(crate) note: Option<&'a Path>,
    pub(crate) words: Option<&'a str>,
    pub(crate) size: Option<u64>,
    pub(crate) ca: Option<&'a Path>,
}

pub(crate) fn answer(file: Locked<'_>, beside: &Beside<'_>, signatures: bool) -> Answer {
    answered(file, beside, signatures).unwrap_or_else(|answer| answer)
}

fn answered(file: Locked<'_>, beside: &Beside<'_>, signatures: bool) -> Result<Answer, Answer> {
    let path = file.path();
    let report = check(file, signatures)?;
    let mut checked = said(path, &report);
    let found = anchors::check(file, &report, beside.ca)?;
    checked.extend(found.checked);
    if let Some(note) = beside.note {
        checked.push(check_note(note, file, &report)?);
    }
    if let Some(words) = beside.words {
        checked.push(proofs::words(path, &report, words, beside.size)?);
    }
    let limits = match (beside.note.is_some() || beside.words.is_some(), found.anchors.is_empty()) {
        (true, _) => "verify-limits-note",
        (false, false) => "verify-limits-anchors",
        (false, true) => "verify-limits",
    };
    let remarks = report.remarks.iter().map(Said::from).chain(found.remarks).collect();
    Ok(Answer::Ok { checked, remarks, limits: vec![Said::new(limits)] })
}

/// Everything that needs no anchor.
pub(crate) fn check(file: Locked<'_>, signatures: bool) -> Result<Report, Answer> {
    let options = Options { signatures, ..Options::default() };
    match dossier::verify(file, &Strict, options, &mut |_| true) {
        Ok(Outcome::Ok(report)) => Ok(*report),
        Ok(Outcome::Wrong(finding)) => Err(Answer::from(&*finding)),
        Err(problem) => Err(Answer::from(problem)),
    }
}

pub(crate) fn said(path: &Path, report: &Report) -> Vec<Said> {
    let mut said = vec![
        Said::new("verify-ok-dossier").with("path", path.display()).with("dossier", report.dossier),
        Said::new("verify-ok-events").with("events", report.events).with("chains", report.chains.len()),
    ];
    said.push(if report.checked.signatures {
        Said::new("verify-ok-signatures").with("signatures", report.signatures)
    } else {
        Said::new("verify-ok-no-signatures")
    });
    for chain in &report.chains {
        said.push(
            Said::new("verify-ok-chain")
                .with("chain", chain.chain)
                .with("key", chain.key)
                .with("size", chain.size)
                .with("root", chain.root),
        );
    }
    said.push(
        Said::new("verify-ok-evidence").with("count", report.evidence).with("bytes", report.evidence_bytes),
    );
    for withheld in &report.withheld {
        said.push(
            Said::new("verify-ok-withheld")
                .with("sha256", withheld.sha256)
                .with("n", withheld.n)
                .with("reason", &withheld.reason),
        );
    }
    for left_out in &report.not_included {
        said.push(Said::new("verify-ok-not-included").with("sha256", left_out.sha256).with("n", left_out.n));
    }
    said.push(Said::new("verify-ok-projection").with("rows", report.projection_rows));
    said.push(match report.newest_seal {
        Some((_, after)) => Said::new("verify-ok-seals").with("seals", report.seals).with("after", after),
        None => Said::new("verify-ok-no-seal"),
    });
    said
}

/// A checkpoint kept elsewhere: signed by a chain's key, and a true prefix of that chain.
pub(crate) fn check_note(note: &Path, file: Locked<'_>, report: &Report) -> Result<Said, Answer> {
    let unreadable =
        |detail: &dyn std::fmt::Display| Answer::wrong("verify-note-unreadable", note).with("detail", detail);
    let text = read_text(note)?;
    let signed = Note::parse(&text).map_err(|problem| unreadable(&problem.code()))?;
    let checkpoint = Checkpoint::parse(signed.text()).map_err(|problem| unreadable(&problem))?;
    let of_chain = |head: &&dossier::ChainHead| {
        Checkpoint::origin_for(&report.dossier, &head.chain) == checkpoint.origin
    };
    let head =
        report.chains.iter().find(of_chain).ok_or_else(|| {
            Answer::wrong("verify-note-other-dossier", note).with("origin", &checkpoint.origin)
        })?;
    if !signed.verify(&checkpoint.origin, &head.key) {
        return Err(Answer::wrong("verify-note-signature", note));
    }
    is_prefix(file, &checkpoint, head, note, "verify-note")?;
    Ok(Said::new("verify-ok-note").with("size", checkpoint.size).with("chain", head.chain))
}

/// Whether what a checkpoint states is in the dossier; `prefix` begins the ids of what is said if not.
pub(crate) fn is_prefix(
    file: Locked<'_>,
    checkpoint: &Checkpoint,
    head: &dossier::ChainHead,
    stated_in: &Path,
    prefix: &str,
) -> Result<(), Answer> {
    match verify::is_prefix(file, &head.chain, checkpoint.size, &checkpoint.root)? {
        Some(true) => Ok(()),
        Some(false) => {
            Err(Answer::wrong(&format!("{prefix}-differs"), stated_in).with("size", checkpoint.size))
        }
        None => Err(Answer::wrong(&format!("{prefix}-older"), stated_in)
            .with("size", checkpoint.size)
            .with("have", head.size)),
    }
}

/// Reads a short text file; these files are a few kilobytes.
pub(crate) fn read_text(path: &Path) -> Result<String, Answer> {
    use std::io::Read as _;
    let mut text = String::new();
    crate::open_file(path).and_then(|file| file.take(1 << 20).read_to_string(&mut text)).map_err(
        |problem| match problem.kind() {
            std::io::ErrorKind::InvalidData => Answer::wrong("verify-text-unreadable", path),
            _ => Answer::unreadable(path, &problem),
        },
    )?;
    Ok(text)
}
