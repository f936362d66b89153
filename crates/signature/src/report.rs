//! The detached signature of a report: a signed note over a short statement.
//!
//! The statement names the report's files by SHA-256, the data they were made from, the state of
//! the trail that covers it, and who signs in which function. `docs/formats/report-signature.md`
//! explains it line by line, and how to check it with `openssl` alone.

use crate::Identity;
use crate::note::{Note, NoteProblem, NoteSignature};
use trail::checkpoint::Checkpoint;
use trail::{Digest, DossierId, PublicKey};

mod problem;
pub(crate) mod text;

pub use problem::{StatementProblem, StatementWhy};
pub use text::fits_a_line;

/// What a report's signers sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportStatement {
    /// The dossier the report was made from.
    pub dossier: DossierId,
    /// The report's number, as printed on it.
    pub number: String,
    /// Which of the three reports it is.
    pub kind: ReportKind,
    /// The issue of the report, from 1.
    pub revision: u32,
    /// SHA-256 of the canonical data that all files were made from.
    pub data: Digest,
    /// The report's files, in the order of the statement; at least one, no name twice.
    pub files: Vec<ReportFile>,
    /// The state of the issuing chain that covers everything the report says.
    pub checkpoint: Checkpoint,
    /// Who signs; at least one, none twice in the same function.
    pub signers: Vec<Signer>,
}

/// One file of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReportFile {
    /// The file's name without any folder.
    pub name: String,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// How many bytes it has.
    pub size: u64,
}

/// The three reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportKind {
    /// `self-declaration`: the supplier's own declaration.
    SelfDeclaration,
    /// `independent-assessment`: an assessor's report.
    IndependentAssessment,
    /// `certification-body`: a certification body's report.
    CertificationBody,
}

impl ReportKind {
    /// The word in the statement.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::SelfDeclaration => "self-declaration",
            Self::IndependentAssessment => "independent-assessment",
            Self::CertificationBody => "certification-body",
        }
    }

    /// Reads the word in the statement.
    #[must_use]
    pub fn parse(word: &str) -> Option<Self> {
        [Self::SelfDeclaration, Self::IndependentAssessment, Self::CertificationBody]
            .into_iter()
            .find(|kind| kind.as_str() == word)
    }
}

/// Someone who is to sign a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The person's name, as printed on the report.
    pub name: String,
    /// What they sign as: a word of `a`–`z`, digits and `-`, such as `evaluator`, `reviewer`,
    /// `decision-maker`, `declarant`.
    pub function: String,
    /// The key they sign with.
    pub key: PublicKey,
}

impl Signer {
    /// The key name of this signer's line: `report.assay.invalid/<dossier uuid>/<function>`.
    #[must_use]
    pub fn key_name(&self, dossier: &DossierId) -> String {
        format!("report.assay.invalid/{dossier}/{}", self.function)
    }
}

/// What a signed report statement says and which of its signatures hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedReport {
    /// The statement, to be compared with the files and the trail.
    pub statement: ReportStatement,
    /// Each listed signer, and whether their signature holds.
    pub signers: Vec<(Signer, Signed)>,
    /// Signature lines by nobody listed: not wrong, but not counted either. They are to be shown.
    pub others: Vec<NoteSignature>,
}

/// How it stands with one listed signer's signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Signed {
    /// There is a line, and it holds.
    Yes,
    /// There is no line for this signer.
    Missing,
    /// There is a line for this signer, and it does not hold.
    Wrong,
}

impl CheckedReport {
    /// Whether every listed signer signed.
    #[must_use]
    pub fn is_signed_by_all(&self) -> bool {
        self.signers.iter().all(|(_, signed)| *signed == Signed::Yes)
    }

    /// The first listed signer whose signature is missing or wrong.
    #[must_use]
    pub fn first_unsigned(&self) -> Option<&(Signer, Signed)> {
        self.signers.iter().find(|(_, signed)| *signed != Signed::Yes)
    }
}

/// Why a signed report cannot be read at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReportProblem {
    /// It is not a signed note.
    Note(NoteProblem),
    /// The signed text is not a report statement.
    Statement(StatementProblem),
}

impl ReportProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Note(problem) => problem.code(),
            Self::Statement(problem) => problem.why.code(),
        }
    }
}

/// Reads a signed report statement and checks every listed signer's signature.
///
/// The files, the data and the checkpoint are for the caller to compare.
///
/// # Errors
/// The text is no signed note, or its text no report statement. A signature that is missing or
/// wrong is no error here but an answer: see [`CheckedReport::is_signed_by_all`].
pub fn check(signed: &str) -> Result<CheckedReport, ReportProblem> {
    let note = Note::parse(signed).map_err(ReportProblem::Note)?;
    let statement = ReportStatement::parse(note.text()).map_err(ReportProblem::Statement)?;
    let mut known = vec![false; note.signatures().len()];
    let mut signers = Vec::new();
    for signer in &statement.signers {
        let name = signer.key_name(&statement.dossier);
        let mut found = false;
        for (line, known) in note.signatures().iter().zip(&mut known) {
            if line.is_by(&name, &signer.key) {
                found = true;
                *known = true;
            }
        }
        let signed = match (found, note.verify(&name, &signer.key)) {
            (false, _) => Signed::Missing,
            (true, false) => Signed::Wrong,
            (true, true) => Signed::Yes,
        };
        signers.push((signer.clone(), signed));
    }
    let lines = note.signatures().iter().zip(known);
    let others = lines.filter(|(_, known)| !known).map(|(line, _)| line.clone()).collect();
    Ok(CheckedReport { statement, signers, others })
}

impl Identity {
    /// Adds this identity's signature to a report: to its statement's text, or to the note that
    /// other signers have signed already.
    ///
    /// # Errors
    /// The text is no report statement, or this key is not listed as a signer in `function`.
    pub fn sign_report(&self, function: &str, text: &str) -> Result<String, ReportProblem> {
        let mut note = match Note::parse(text) {
            Err(NoteProblem::NoSignatures) => Note::new(text),
            read => read,
        }
        .map_err(ReportProblem::Note)?;
        let statement = ReportStatement::parse(note.text()).map_err(ReportProblem::Statement)?;
        let key = self.public_key();
        let listed = statement.signers.iter().find(|s| s.key == key && s.function == function);
        let signer = listed
            .ok_or(ReportProblem::Statement(StatementProblem { line: 0, why: StatementWhy::NotASigner }))?;
        self.add_signature(&signer.key_name(&statement.dossier), &mut note).map_err(ReportProblem::Note)?;
        Ok(note.to_text())
    }
}
