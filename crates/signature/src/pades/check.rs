//! Checking a signed PDF: for each signature what it covers, what it shows, and what came after it.

use lopdf::{Dictionary, Object};
use trail::Digest;

use super::PdfProblem;
use super::document::{Pdf, revisions, text};
use super::level::{Level, level};
use super::revisions::allowed;
use super::validation::stored;
use crate::asn1;
use crate::cades::{self, Answer, SignatureProblem, Trust, When, stamp_over};

/// What a PDF shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// Signatures and document time stamps, in the order they were made.
    pub signatures: Vec<FieldSignature>,
    /// Names of signature fields that nobody has filled.
    pub open: Vec<String>,
    /// Length of the file before anybody signed, if the first signature changed nothing else: what it was issued as. Its SHA-256
    /// is to be compared with the trail.
    pub issued_len: Option<usize>,
}

impl Checked {
    /// Whether there is a signature and everything in the file is as the last one who signed left it, but for what may
    /// be added.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        !self.signatures.is_empty() && self.signatures.iter().all(|one| one.answer.intact.is_ok())
    }
}

/// Whether a field holds a person's signature or an authority's time stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A signature.
    Signature,
    /// A time stamp over the whole file as it was then.
    DocumentTimeStamp,
}

/// One signature in a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldSignature {
    /// The field's name.
    pub field: String,
    /// Signature or time stamp.
    pub kind: Kind,
    /// Whether it certifies the file: from then on only fields may be filled.
    pub certifies: bool,
    /// The number of bytes from the beginning that it covers, its own room excepted.
    pub covers: usize,
    /// SHA-256 of the signed data, or of the token, in DER.
    pub sha256: Digest,
    /// Intact, who, when, revocation. Changes after it that may not be made are part of *intact*.
    pub answer: Answer,
    /// How complete it is; of a time stamp, nothing is said.
    pub level: Option<Level>,
}

/// Checks every signature in a PDF.
///
/// # Errors
/// The file is none that can be read and told apart into revisions. What is wrong with a signature is in its answer.
pub fn check(pdf: &[u8], trust: &Trust<'_>) -> Result<Checked, PdfProblem> {
    let ends = revisions(pdf)?;
    let last = Pdf::read(pdf)?;
    let mut found = Vec::new();
    let mut open = Vec::new();
    for (_, name, field) in last.fields() {
        match field.get(b"V").ok().map(|value| last.resolve(value)) {
            None => open.push(name),
            Some(value) => {
                let value = value.and_then(|value| value.as_dict().ok());
                let hole = value.ok_or(SignatureProblem::Form).and_then(|value| Hole::of(value, pdf, &ends));
                found.push((name, value.cloned().unwrap_or_default(), hole));
            }
        }
    }
    found.sort_by_key(|(_, _, hole)| hole.as_ref().map_or(usize::MAX, |hole| hole.end));
    // One signature in two fields is nobody's second signature.
    let mut taken = Vec::new();
    for (_, _, hole) in &mut found {
        let end = hole.as_ref().ok().map(|hole| hole.end);
        match end {
            Some(end) if taken.contains(&end) => *hole = Err(SignatureProblem::Range),
            _ => taken.extend(end),
        }
    }
    let first = found.iter().filter_map(|(_, _, hole)| hole.as_ref().ok()).map(|hole| hole.end).min();
    let history = History::read(pdf, &ends, first.unwrap_or(pdf.len()))?;
    let signatures: Vec<_> =
        found.into_iter().map(|(field, value, hole)| history.judge(field, &value, hole, trust)).collect();
    Ok(Checked { issued_len: first.and_then(|first| history.issued(first)), signatures, open })
}

/// The signed data of all signatures of a file with the bytes that they are over, as far as they can be found.
pub(super) fn holes(read: &Pdf, pdf: &[u8]) -> Vec<(Vec<u8>, Vec<u8>)> {
    let Ok(ends) = revisions(pdf) else { return Vec::new() };
    let fields = read.fields();
    let values = fields.iter().filter_map(|(_, _, field)| read.inner(field, b"V"));
    let found = values.filter_map(|value| Hole::of(value, pdf, &ends).ok());
    found.map(|hole| (hole.der.clone(), hole.parts(pdf).concat())).collect()
}

/// The room of a signature: what is in it, and that everything else of its revision is signed.
struct Hole {
    from: usize,
    to: usize,
    /// Where its revision ends.
    end: usize,
    der: Vec<u8>,
}

impl Hole {
    fn of(value: &Dictionary, pdf: &[u8], ends: &[usize]) -> Result<Self, SignatureProblem> {
        let numbers =
            value.get(b"ByteRange").and_then(Object::as_array).map_err(|_| SignatureProblem::Range)?;
        let numbers = numbers.iter().map(|number| usize::try_from(number.as_i64().ok()?).ok());
        let numbers = numbers.collect::<Option<Vec<usize>>>().ok_or(SignatureProblem::Range)?;
        let &[0, from, to, rest] = numbers.as_slice() else { return Err(SignatureProblem::Range) };
        let end = to.checked_add(rest).filter(|end| ends.contains(end)).ok_or(SignatureProblem::Range)?;
        let room = pdf.get(from..to).ok_or(SignatureProblem::Range)?;
        let hex = room.strip_prefix(b"<").and_then(|room| room.strip_suffix(b">"));
        let bytes = bytes(hex.ok_or(SignatureProblem::Range)?).ok_or(SignatureProblem::Padding)?;
        // The room must be this signature's own, and not that of another.
        if value.get(b"Contents").and_then(Object::as_str).ok() != Some(&bytes) {
            return Err(SignatureProblem::Range);
        }
        let (der, padding) = asn1::first(&bytes).ok_or(SignatureProblem::Form)?;
        if padding.iter().any(|byte| *byte != 0) {
            return Err(SignatureProblem::Padding);
        }
        Ok(Self { from, to, end, der: der.to_vec() })
    }

    fn parts<'a>(&self, pdf: &'a [u8]) -> [&'a [u8]; 2] {
        [pdf.get(..self.from).unwrap_or_default(), pdf.get(self.to..self.end).unwrap_or_default()]
    }
}

/// Hexadecimal digits in pairs, all letters of one case: no byte of the room could be another and mean the same.
fn bytes(hex: &[u8]) -> Option<Vec<u8>> {
    let upper = hex.iter().any(u8::is_ascii_uppercase);
    if upper && hex.iter().any(u8::is_ascii_lowercase) {
        return None;
    }
    let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let pair = |pair: &[u8]| match pair {
        [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
        _ => None,
    };
    hex.chunks(2).map(pair).collect()
}

/// The revisions from the one before the first signature on.
struct History<'a> {
    pdf: &'a [u8],
    /// Each with its end.
    steps: Vec<(usize, Pdf)>,
    /// What each changes beside what may be, but for the first.
    changes: Vec<Result<(), String>>,
}

impl<'a> History<'a> {
    fn read(pdf: &'a [u8], ends: &[usize], first: usize) -> Result<Self, PdfProblem> {
        let before = ends.iter().copied().filter(|end| *end < first).max();
        let from = before.unwrap_or(first);
        let all = ends.iter().filter(|end| **end >= from);
        let steps = all
            .map(|end| Ok((*end, Pdf::read(pdf.get(..*end).unwrap_or_default())?)))
            .collect::<Result<Vec<_>, PdfProblem>>()?;
        let changes =
            steps.iter().zip(steps.iter().skip(1)).map(|((_, one), (_, next))| allowed(one, next)).collect();
        Ok(Self { pdf, steps, changes })
    }

    /// The length before the first signature, if that changed nothing it may not.
    fn issued(&self, first: usize) -> Option<usize> {
        match (self.steps.as_slice(), self.changes.first()) {
            ([(before, pdf), (end, _), ..], Some(Ok(()))) if *end == first && !pdf.fields().is_empty() => {
                Some(*before)
            }
            _ => None,
        }
    }

    /// The first change after a revision that may not be.
    fn after(&self, end: usize) -> Result<(), SignatureProblem> {
        let later = self.steps.iter().zip(&self.changes).filter(|((from, _), _)| *from >= end);
        match later.filter_map(|(_, change)| change.as_ref().err()).next() {
            Some(what) => Err(SignatureProblem::Changed(what.clone())),
            None => Ok(()),
        }
    }

    fn judge(
        &self,
        field: String,
        value: &Dictionary,
        hole: Result<Hole, SignatureProblem>,
        trust: &Trust<'_>,
    ) -> FieldSignature {
        let stamp =
            value.get(b"SubFilter").and_then(Object::as_name).is_ok_and(|name| name == b"ETSI.RFC3161");
        let kind = if stamp { Kind::DocumentTimeStamp } else { Kind::Signature };
        let certifies = value.has(b"Reference");
        let hole = match hole {
            Ok(hole) => hole,
            Err(problem) => {
                let (sha256, answer) = (Digest::ZERO, Answer::refused(problem));
                return FieldSignature { field, kind, certifies, covers: 0, sha256, answer, level: None };
            }
        };
        let (more, lists) = self.steps.last().map(|(_, pdf)| stored(pdf)).unwrap_or_default();
        let (certificates, crls) = ([trust.certificates, &more].concat(), [trust.crls, &lists].concat());
        let trust = Trust { certificates: &certificates, crls: &crls, ..*trust };
        let mut answer = match kind {
            Kind::Signature => self.signature(value, &hole, &trust),
            Kind::DocumentTimeStamp => self.time_stamp(&hole, &trust),
        };
        answer.intact = answer.intact.and_then(|()| self.after(hole.end));
        let level = (kind == Kind::Signature).then(|| self.level(value, &hole)).flatten();
        FieldSignature {
            field,
            kind,
            certifies,
            covers: hole.end,
            sha256: Digest::of(&hole.der),
            answer,
            level,
        }
    }

    fn signature(&self, value: &Dictionary, hole: &Hole, trust: &Trust<'_>) -> Answer {
        if value.get(b"SubFilter").and_then(Object::as_name).ok() != Some(b"ETSI.CAdES.detached") {
            return Answer::refused(SignatureProblem::Form);
        }
        cades::check(&hole.der, &hole.parts(self.pdf), claimed(value), trust)
    }

    fn time_stamp(&self, hole: &Hole, trust: &Trust<'_>) -> Answer {
        match stamp_over(&hole.der, &hole.parts(self.pdf).concat(), trust) {
            Ok(stamp) => {
                let revocation = stamp.revocation.clone();
                Answer { intact: Ok(()), who: None, when: When::Stamped(Box::new(stamp)), revocation }
            }
            Err(problem) => Answer::refused(problem),
        }
    }

    fn level(&self, value: &Dictionary, hole: &Hole) -> Option<Level> {
        let (_, now) = self.steps.last()?;
        let stamped = self.steps.iter().filter(|(end, _)| *end > hole.end);
        let archived: Vec<&Pdf> = stamped.map(|(_, pdf)| pdf).filter(|pdf| self.is_stamped(pdf)).collect();
        Some(level(&hole.der, &hole.parts(self.pdf), claimed(value), now, &archived))
    }

    /// Whether a revision is one that a document time stamp made, and holds.
    fn is_stamped(&self, pdf: &Pdf) -> bool {
        let Some((end, _)) = self.steps.iter().find(|(_, one)| core::ptr::eq(one, pdf)) else { return false };
        let Some(bytes) = self.pdf.get(..*end) else { return false };
        pdf.fields().iter().filter_map(|(_, _, field)| pdf.inner(field, b"V")).any(|value| {
            let hole = Hole::of(value, bytes, &[*end]);
            hole.is_ok_and(|hole| {
                stamp_over(&hole.der, &hole.parts(bytes).concat(), &Trust::default()).is_ok()
            })
        })
    }
}

/// The time in `/M` (ISO 32000-2, 7.9.4), in seconds since 1970.
fn claimed(value: &Dictionary) -> Option<u64> {
    let date = text(value, b"M");
    let date = date.strip_prefix("D:")?;
    let part = |from: usize, to: usize| date.get(from..to)?.parse::<u8>().ok();
    let year = date.get(0..4)?.parse().ok()?;
    let at = der::DateTime::new(year, part(4, 6)?, part(6, 8)?, part(8, 10)?, part(10, 12)?, part(12, 14)?);
    let at = at.ok()?.unix_duration().as_secs();
    let zone = date.get(14..)?;
    let offset = |zone: &str| {
        let (hours, minutes) = (zone.get(0..2)?.parse::<u64>().ok()?, zone.get(3..5).unwrap_or("00"));
        hours.checked_mul(60)?.checked_add(minutes.parse().ok()?)?.checked_mul(60)
    };
    match zone.split_at_checked(1) {
        Some(("+", rest)) => at.checked_sub(offset(rest)?),
        Some(("-", rest)) => at.checked_add(offset(rest)?),
        _ => Some(at),
    }
}
