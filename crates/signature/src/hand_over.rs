//! The covering note of a copy that is handed over: a signed note over a short statement.
//!
//! It names the whole file by SHA-256, the heads of its chains, what was left out of it, who hands it over and when.
//! `docs/formats/hand-over.md` explains it line by line, and how to check it with `openssl` alone.

use crate::Identity;
use crate::note::{Note, NoteProblem};
use crate::report::text::{Lines, line_text, number_from};
use crate::report::{StatementProblem, StatementWhy};
use trail::checkpoint::Checkpoint;
use trail::{ChainId, Digest, DossierId, PublicKey, is_time};

const VERSION: &str = "assay-hand-over/1";

/// What the sender of a copy signs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    /// The dossier of the copy.
    pub dossier: DossierId,
    /// SHA-256 of the whole copy.
    pub sha256: Digest,
    /// Its size in bytes.
    pub size: u64,
    /// The sender's claim of the time, RFC 3339 in UTC with milliseconds.
    pub time: String,
    /// The key that signs.
    pub key: PublicKey,
    /// Whose key it says it is.
    pub from: Person,
    /// For whom the copy is.
    pub to: Option<Person>,
    /// How far every chain goes, sorted by chain.
    pub heads: Vec<CopyHead>,
    /// Evidence whose bytes are not in the copy because they were left out, sorted.
    pub left_out: Vec<Digest>,
}

/// A name and an organisation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The organisation.
    pub organisation: String,
}

/// One chain of the copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopyHead {
    /// The chain.
    pub chain: ChainId,
    /// How many events it has.
    pub size: u64,
    /// RFC 6962 root over their ids.
    pub root: Digest,
}

/// Why a text is no covering note that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOverProblem {
    /// It is not a signed note.
    Note(NoteProblem),
    /// The signed text is not a statement of a hand-over.
    Statement(StatementProblem),
    /// The signature is missing or is not by the key that the statement names.
    Signature,
}

impl HandOverProblem {
    /// The stable code of this problem, which is also its message id.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Note(problem) => problem.code(),
            Self::Statement(StatementProblem { why: StatementWhy::Version, .. }) => {
                "signature-hand-over-version"
            }
            Self::Statement(_) => "signature-hand-over-line",
            Self::Signature => "signature-hand-over-signature",
        }
    }

    /// The line of the statement, counted from 1; 0 where none is meant.
    #[must_use]
    pub fn line(self) -> usize {
        if let Self::Statement(problem) = self { problem.line } else { 0 }
    }
}

/// The key name under which a hand-over is signed.
#[must_use]
pub fn key_name(dossier: &DossierId) -> String {
    format!("hand-over.assay.invalid/{dossier}")
}

impl HandOver {
    /// The text that is signed.
    ///
    /// # Errors
    /// Whatever [`HandOver::parse`] would not read back as it was: a name that cannot stand in a line, no head, heads
    /// or digests out of order.
    pub fn to_text(&self) -> Result<String, StatementProblem> {
        let text = self.write();
        match Self::parse(&text) {
            Ok(read) if read == *self => Ok(text),
            Ok(_) => Err(StatementProblem { line: 0, why: StatementWhy::Unwritable }),
            Err(problem) => Err(problem),
        }
    }

    fn write(&self) -> String {
        let mut text = format!("{VERSION}\ndossier {}\nfile {} {}\n", self.dossier, self.sha256, self.size);
        text += &format!("time {}\nfrom {} {}\n", self.time, self.key, self.from.to_line());
        if let Some(to) = &self.to {
            text += &format!("for {}\n", to.to_line());
        }
        for head in &self.heads {
            // The root is spelled as a checkpoint spells it.
            let checkpoint = Checkpoint { origin: head.chain.to_string(), size: head.size, root: head.root };
            text += &format!("head {}\n", checkpoint.to_text().trim_end().replace('\n', " "));
        }
        for sha256 in &self.left_out {
            text += &format!("left-out {sha256}\n");
        }
        text
    }

    /// Reads exactly what [`HandOver::to_text`] writes.
    ///
    /// # Errors
    /// The first line that is not as it should be.
    pub fn parse(text: &str) -> Result<Self, StatementProblem> {
        let mut lines = Lines::of(text);
        if lines.next() != Some(VERSION) {
            return Err(lines.fail(StatementWhy::Version));
        }
        let dossier = lines.field("dossier", DossierId::parse)?;
        let (sha256, size) = lines.field("file", |text| {
            let (sha256, size) = text.split_once(' ')?;
            Some((Digest::from_hex(sha256)?, number_from(size)?))
        })?;
        let time = lines.field("time", |text| is_time(text).then(|| text.to_owned()))?;
        let (key, from) = lines.field("from", |text| {
            let (key, person) = text.split_once(' ')?;
            Some((PublicKey::from_hex(key)?, Person::from_line(person)?))
        })?;
        let to = if lines.is_next("for") { Some(lines.field("for", Person::from_line)?) } else { None };
        let heads = lines.fields("head", head, |heads: &[CopyHead], head| {
            let sorted = heads.last().is_none_or(|last| last.chain < head.chain);
            (!sorted).then_some(StatementWhy::Line("head"))
        })?;
        let mut left_out: Vec<Digest> = Vec::new();
        while lines.is_next("left-out") {
            let sha256 = lines.field("left-out", Digest::from_hex)?;
            if left_out.last().is_some_and(|last| *last >= sha256) {
                return Err(lines.fail(StatementWhy::Line("left-out")));
            }
            left_out.push(sha256);
        }
        lines.end("left-out")?;
        Ok(Self { dossier, sha256, size, time, key, from, to, heads, left_out })
    }
}

impl Person {
    fn to_line(&self) -> String {
        format!("{} / {}", self.name, self.organisation)
    }

    fn from_line(text: &str) -> Option<Self> {
        let (name, organisation) = text.split_once(" / ")?;
        Some(Self { name: line_text(name)?, organisation: line_text(organisation)? })
    }
}

fn head(text: &str) -> Option<CopyHead> {
    let checkpoint = Checkpoint::parse(&format!("{}\n", text.replace(' ', "\n"))).ok()?;
    let chain = ChainId::from_hex(&checkpoint.origin)?;
    Some(CopyHead { chain, size: checkpoint.size, root: checkpoint.root })
}

/// Reads a covering note and checks its signature. The file is for the caller to compare.
///
/// # Errors
/// It is no signed note, its text no statement of a hand-over, or the named key did not sign it.
pub fn check(note: &str) -> Result<HandOver, HandOverProblem> {
    let note = Note::parse(note).map_err(HandOverProblem::Note)?;
    let statement = HandOver::parse(note.text()).map_err(HandOverProblem::Statement)?;
    if note.verify(&key_name(&statement.dossier), &statement.key) {
        Ok(statement)
    } else {
        Err(HandOverProblem::Signature)
    }
}

impl Identity {
    /// The covering note over this statement.
    ///
    /// # Errors
    /// The statement cannot be written, or names another key.
    pub fn sign_hand_over(&self, statement: &HandOver) -> Result<String, HandOverProblem> {
        if statement.key != self.public_key() {
            return Err(HandOverProblem::Signature);
        }
        let text = statement.to_text().map_err(HandOverProblem::Statement)?;
        self.sign_note(&key_name(&statement.dossier), &text).map_err(HandOverProblem::Note)
    }
}
