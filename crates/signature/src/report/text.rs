//! A report statement's text: one line per fact, in one order, each in one spelling.

use super::{ReportFile, ReportKind, ReportStatement, Signer, StatementProblem, StatementWhy};
use trail::checkpoint::Checkpoint;
use trail::{Digest, DossierId, PublicKey};

const VERSION: &str = "assay-report/1";

impl ReportStatement {
    /// The text that is signed.
    ///
    /// # Errors
    /// A number, name or function that cannot stand in a line, no file, no signer, or one of them
    /// twice: whatever [`ReportStatement::parse`] would not read back as it was.
    pub fn to_text(&self) -> Result<String, StatementProblem> {
        let text = self.write();
        match Self::parse(&text) {
            Ok(read) if read == *self => Ok(text),
            Ok(_) => Err(StatementProblem { line: 0, why: StatementWhy::Unwritable }),
            Err(problem) => Err(problem),
        }
    }

    fn write(&self) -> String {
        let mut text = format!(
            "{VERSION}\ndossier {}\nreport {}\nkind {}\nrevision {}\ndata {}\n",
            self.dossier,
            self.number,
            self.kind.as_str(),
            self.revision,
            self.data
        );
        for file in &self.files {
            text += &format!("file {} {} {}\n", file.sha256, file.size, file.name);
        }
        let checkpoint = self.checkpoint.to_text();
        text += &format!("checkpoint {}\n", checkpoint.trim_end().replace('\n', " "));
        for signer in &self.signers {
            text += &format!("signer {} {} {}\n", signer.key, signer.function, signer.name);
        }
        text
    }

    /// Reads exactly what [`ReportStatement::to_text`] writes.
    ///
    /// # Errors
    /// The first line that is not as it should be.
    pub fn parse(text: &str) -> Result<Self, StatementProblem> {
        let mut lines = Lines::of(text);
        if lines.next() != Some(VERSION) {
            return Err(lines.fail(StatementWhy::Version));
        }
        let dossier = lines.field("dossier", DossierId::parse)?;
        let number = lines.field("report", line_text)?;
        let kind = lines.field("kind", ReportKind::parse)?;
        let revision = lines.field("revision", |text| number_from(text).filter(|n| *n > 0))?;
        let data = lines.field("data", Digest::from_hex)?;
        let files = lines.fields("file", file, |files: &[ReportFile], file| {
            let twice = files.iter().any(|other| other.name == file.name);
            twice.then_some(StatementWhy::FileTwice)
        })?;
        let checkpoint = lines.field("checkpoint", checkpoint)?;
        let signers = lines.fields("signer", signer, |signers: &[Signer], signer| {
            let same = |s: &Signer| (s.key, &s.function) == (signer.key, &signer.function);
            signers.iter().any(same).then_some(StatementWhy::SignerTwice)
        })?;
        lines.end("signer")?;
        Ok(Self { dossier, number, kind, revision, data, files, checkpoint, signers })
    }
}

/// The lines that are still to be read, and how many have been.
pub(crate) struct Lines<'a> {
    rest: &'a str,
    at: usize,
}

impl<'a> Lines<'a> {
    pub(crate) const fn of(text: &'a str) -> Self {
        Self { rest: text, at: 0 }
    }

    /// Whether the next line begins with this word.
    pub(crate) fn is_next(&self, word: &str) -> bool {
        self.rest.strip_prefix(word).is_some_and(|rest| rest.starts_with(' '))
    }

    /// There must be no further line; one with `word` was the last that may stand here.
    pub(crate) fn end(&mut self, word: &'static str) -> Result<(), StatementProblem> {
        if self.rest.is_empty() {
            return Ok(());
        }
        self.next();
        Err(self.fail(StatementWhy::Line(word)))
    }

    /// The next line, if it ends with a newline.
    pub(crate) fn next(&mut self) -> Option<&'a str> {
        self.at = self.at.saturating_add(1);
        let (line, rest) = self.rest.split_once('\n')?;
        self.rest = rest;
        Some(line)
    }

    pub(crate) fn fail(&self, why: StatementWhy) -> StatementProblem {
        StatementProblem { line: self.at, why }
    }

    /// The next line, which must be `word`, a space, and something that `read` reads.
    pub(crate) fn field<T>(
        &mut self,
        word: &'static str,
        read: impl Fn(&'a str) -> Option<T>,
    ) -> Result<T, StatementProblem> {
        let line = self.next();
        let rest = line.and_then(|line| line.strip_prefix(word)?.strip_prefix(' '));
        rest.and_then(read).ok_or(self.fail(StatementWhy::Line(word)))
    }

    /// One or more such lines; `clash` says whether one may not stand with those before it.
    pub(crate) fn fields<T>(
        &mut self,
        word: &'static str,
        read: impl Fn(&'a str) -> Option<T>,
        clash: impl Fn(&[T], &T) -> Option<StatementWhy>,
    ) -> Result<Vec<T>, StatementProblem> {
        let mut all = Vec::new();
        while all.is_empty() || self.is_next(word) {
            let one = self.field(word, &read)?;
            if let Some(why) = clash(&all, &one) {
                return Err(self.fail(why));
            }
            all.push(one);
        }
        Ok(all)
    }
}

/// A decimal number without leading zeros or sign.
pub(crate) fn number_from<N: core::str::FromStr + ToString>(text: &str) -> Option<N> {
    text.parse().ok().filter(|number: &N| number.to_string() == text)
}

/// Text that fills a line to its end and shows as what it is.
/// Whether a name or number can stand in a statement: not empty, no spaces around it, and nothing in it that is not
/// seen. To be asked before a report is recorded that then can't be signed.
#[must_use]
pub fn fits_a_line(text: &str) -> bool {
    line_text(text).is_some()
}

pub(crate) fn line_text(text: &str) -> Option<String> {
    let is_hidden = |c: char| {
        c.is_control()
            || matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
    };
    let fits = !text.is_empty() && text.trim() == text && !text.contains(is_hidden);
    fits.then(|| text.to_owned())
}

fn file(text: &str) -> Option<ReportFile> {
    let (sha256, rest) = text.split_once(' ')?;
    let (size, name) = rest.split_once(' ')?;
    let is_plain = !name.contains(['/', '\\']) && name != "." && name != "..";
    let name = line_text(name).filter(|_| is_plain)?;
    Some(ReportFile { name, sha256: Digest::from_hex(sha256)?, size: number_from(size)? })
}

/// A checkpoint's three lines with spaces between them, which none of them can contain.
fn checkpoint(text: &str) -> Option<Checkpoint> {
    let lines = format!("{}\n", text.replace(' ', "\n"));
    Checkpoint::parse(&lines).ok()
}

fn signer(text: &str) -> Option<Signer> {
    let (key, rest) = text.split_once(' ')?;
    let (function, name) = rest.split_once(' ')?;
    let is_word = function.starts_with(|c: char| c.is_ascii_lowercase())
        && function.bytes().all(|c| matches!(c, b'a'..=b'z' | b'0'..=b'9' | b'-'));
    let function = is_word.then(|| function.to_owned())?;
    Some(Signer { name: line_text(name)?, function, key: PublicKey::from_hex(key)? })
}
