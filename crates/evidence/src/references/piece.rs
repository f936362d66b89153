//! Reads one reference out of the text of one: its parts are taken out one kind after the other, and what is left
//! over is the title and the note.

mod dates;
mod leftovers;
mod numbers;
mod places;

use super::words::{LEADS, MONTHS, saying};
use super::{Reference, ReferenceKind};
use crate::ids::{self, KnownIds};
use crate::text::{is_blank, key};
use numbers::is_dotted_id;
pub(super) use numbers::{is_number, without_revision};

/// Words a title may have at most; more is prose.
const TITLE_WORDS: usize = 12;
/// Words a title may have that nothing but a noun makes one.
const BARE_TITLE_WORDS: usize = 8;

/// Characters looked at before a place to find the word there.
const WORD: usize = 60;
/// Characters of the longest word that is looked at.
const LONGEST: usize = 200;
/// Bytes of the longest text that can be a title or a note worth trimming.
const FRAGMENT: usize = 2_000;

/// Every dash as `-`, every blank as a blank; one character for one character.
pub(super) fn plain(c: char) -> char {
    match c {
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
        c if is_blank(c) => ' ',
        c => c,
    }
}

/// Letters and digits, and the accents that follow a letter as a character of their own.
fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36f}').contains(&c)
}

fn lower(c: char) -> char {
    let mut all = c.to_lowercase();
    match (all.next(), all.next()) {
        (Some(one), None) => one,
        _ => c,
    }
}

/// The text of one reference, and which of its characters were understood.
pub(super) struct Piece {
    plain: Vec<char>,
    lower: Vec<char>,
    taken: Vec<bool>,
}

impl Piece {
    pub(super) fn new(text: &str) -> Piece {
        let plain: Vec<char> = text.chars().map(plain).collect();
        let lower = plain.iter().copied().map(lower).collect();
        let taken = vec![false; plain.len()];
        Piece { plain, lower, taken }
    }

    fn len(&self) -> usize {
        self.plain.len()
    }

    fn at(&self, i: usize) -> Option<char> {
        self.plain.get(i).copied()
    }

    fn before(&self, i: usize) -> Option<char> {
        i.checked_sub(1).and_then(|i| self.at(i))
    }

    fn is_digit(&self, i: usize) -> bool {
        self.at(i).is_some_and(|c| c.is_ascii_digit())
    }

    fn is_word(&self, i: usize) -> bool {
        self.at(i).is_some_and(is_letter)
    }

    /// Whether a word can begin here.
    fn begins(&self, i: usize) -> bool {
        self.before(i).is_none_or(|c| !is_letter(c))
    }

    fn free(&self, from: usize, to: usize) -> bool {
        self.taken.get(from..to).is_some_and(|part| part.iter().all(|taken| !taken))
    }

    fn take(&mut self, from: usize, to: usize) {
        if let Some(part) = self.taken.get_mut(from..to) {
            part.fill(true);
        }
    }

    fn text(&self, from: usize, to: usize) -> String {
        let text: String = self.plain.get(from..to).unwrap_or_default().iter().collect();
        crate::normalise(&text)
    }

    fn blanks(&self, mut i: usize) -> usize {
        while self.at(i).is_some_and(|c| c == ' ' || c == '\n' || c == '\r') {
            i += 1;
        }
        i
    }

    fn digits(&self, mut i: usize) -> usize {
        while self.is_digit(i) {
            i += 1;
        }
        i
    }

    fn number(&self, from: usize, to: usize) -> Option<u32> {
        let text: String = self.plain.get(from..to)?.iter().collect();
        text.parse().ok()
    }

    /// The end of `word` (lower case) if it stands here; blanks in it stand for any number of blanks.
    fn follows(&self, i: usize, word: &str) -> Option<usize> {
        let mut at = i;
        for c in word.chars() {
            if c == ' ' {
                let next = self.blanks(at);
                if next == at {
                    return None;
                }
                at = next;
            } else if self.lower.get(at) == Some(&c) {
                at += 1;
            } else {
                return None;
            }
        }
        Some(at)
    }

    /// As [`Piece::follows`], for a whole word.
    fn whole(&self, i: usize, word: &str) -> Option<usize> {
        let end = self.follows(i, word).filter(|_| self.begins(i))?;
        (!word.ends_with(is_letter) || !self.is_word(end)).then_some(end)
    }

    /// Where the text begins behind its lead-in words, from `i` on.
    fn after_leads(&self, i: usize) -> usize {
        let mut at = self.blanks(i);
        loop {
            let end = LEADS
                .iter()
                .filter_map(|lead| {
                    let end = self.whole(at, lead)?;
                    // `S. 33` is a page, `s. Handbuch` is siehe Handbuch.
                    let page = *lead == "s." && (self.at(at) == Some('S') || self.is_digit(self.blanks(end)));
                    (!page && self.free(at, end)).then_some(end)
                })
                .max();
            let next = match end {
                Some(end) => {
                    let mut next = self.blanks(end);
                    while self.at(next) == Some(':') {
                        next = self.blanks(next + 1);
                    }
                    next
                }
                None => return at,
            };
            if next >= self.len() {
                return at;
            }
            at = next;
        }
    }
}

/// The ends of every address in the text, as ranges of characters.
pub(super) fn urls(text: &[char]) -> Vec<(usize, usize)> {
    const STARTS: [&str; 6] = ["https://", "http://", "ftp://", "sftp://", "file://", "www."];
    let starts = |at: usize| {
        let fits =
            |start: &&str| start.chars().zip(at..).all(|(c, i)| text.get(i).copied().map(lower) == Some(c));
        STARTS.iter().any(fits)
    };
    let mut found = Vec::new();
    let mut i = 0;
    while i < text.len() {
        let begins = i.checked_sub(1).and_then(|i| text.get(i)).is_none_or(|c| !is_letter(*c));
        if !begins || !starts(i) {
            i += 1;
            continue;
        }
        let mut end = i;
        while let Some(c) = text.get(end).copied() {
            let next = text.get(end + 1).copied();
            let separates = matches!(c, ',' | ';')
                && (next.is_none_or(|c| plain(c) == ' ' || matches!(c, '\n' | '\r')) || starts(end + 1));
            let foreign = matches!(c, '"' | '<' | '>' | '|' | '„' | '“' | '”' | '\n' | '\r') || is_blank(c);
            if separates || foreign {
                break;
            }
            end += 1;
        }
        // A closing mark belongs to the sentence, a closing bracket only if none was opened in the address.
        while end > i {
            let part = text.get(i..end).unwrap_or_default();
            let count = |mark: char| part.iter().filter(|c| **c == mark).count();
            let strip = match part.last() {
                Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*') => true,
                Some(')') => count(')') > count('('),
                Some(']') => count(']') > count('['),
                _ => false,
            };
            if !strip {
                break;
            }
            end -= 1;
        }
        found.push((i, end));
        i = end.max(i + 1);
    }
    found
}

/// Numbering or a bullet at the start of a line: where the text behind it begins.
pub(super) fn behind_numbering(text: &[char], from: usize) -> usize {
    let piece = Piece::new(&text.get(from..).unwrap_or_default().iter().take(40).collect::<String>());
    let start = piece.blanks(0);
    let mark = piece.at(start);
    let blank = |i: usize| piece.at(i).is_some_and(|c| c == ' ');
    let end = match mark {
        Some('-' | '*' | '•' | '·' | '▪' | '■' | '●' | '○' | '►' | '➢' | '✓' | '>' | '\u{f0b7}') =>
        {
            let end = start + 1;
            (blank(end) || mark.is_some_and(|c| !matches!(c, '-' | '*' | '>'))).then_some(end)
        }
        Some('(' | '[') => {
            let end = piece.digits(start + 1);
            let short = end > start + 1 && end <= start + 4;
            (short && matches!(piece.at(end), Some(')' | ']')) && blank(end + 1)).then_some(end + 1)
        }
        Some(c) if c.is_ascii_digit() => {
            let end = piece.digits(start);
            let month = |from: usize| MONTHS.iter().any(|(name, _)| piece.whole(from, name).is_some());
            let mark = matches!(piece.at(end), Some('.' | ')'));
            (end <= start + 3 && mark && blank(end + 1) && !month(piece.blanks(end + 1))).then_some(end + 1)
        }
        Some(c) if c.is_ascii_lowercase() => {
            (piece.at(start + 1) == Some(')') && blank(start + 2)).then_some(start + 2)
        }
        _ => None,
    };
    end.map_or(from, |end| from + piece.blanks(end))
}

/// Reads the text of one reference; its raw text is the text.
pub(super) fn read(text: &str, known: &KnownIds) -> Reference {
    let chars: Vec<char> = text.chars().collect();
    let start = behind_numbering(&chars, chars.iter().take_while(|c| is_separator(**c)).count());
    let rest = chars.get(start..).unwrap_or_default();
    let rest = rest.get(joins_at(rest)..).unwrap_or_default();
    let end = rest.len() - rest.iter().rev().take_while(|c| is_separator(**c)).count();
    let core: String = rest.get(..end).unwrap_or_default().iter().collect();
    let shown = if core.is_empty() { crate::normalise(text) } else { crate::normalise(&core) };
    let mut found = Reference::bare(text.to_owned(), shown, ReferenceKind::Text);
    if let Some(kind) = saying(&key(&core)).or_else(|| saying(&key(text))) {
        found.kind = kind;
        return found;
    }
    let mut piece = Piece::new(&core);
    if let Some(rows) = piece.rows(known) {
        found.kind = ReferenceKind::Row;
        found.rows = rows;
        return found;
    }
    piece.fill(&mut found, known);
    found
}

/// Marks that separate references and belong to none.
fn is_separator(c: char) -> bool {
    is_blank(c) || matches!(c, '\n' | '\r' | ';' | ',' | '|')
}

/// How many characters at the start only join the reference to the one before it.
fn joins_at(chars: &[char]) -> usize {
    let start = chars.iter().take_while(|c| matches!(c, '/' | '&' | '+') || is_separator(**c)).count();
    // A text of nothing else is an answer such as `/`.
    if start < chars.len() { start } else { 0 }
}

/// What a document is known by, in the words of a parsed piece.
pub(super) fn names_document(reference: &Reference) -> bool {
    reference.number.is_some() || reference.file.is_some() || reference.url.is_some()
}

/// Whether there is nothing but details of a document named before: a place, a revision, a date, a digest.
pub(super) fn details_only(reference: &Reference) -> bool {
    let unnamed = !names_document(reference) && reference.title.is_none() && reference.note.is_none();
    let details = !reference.locations.is_empty()
        || reference.revision.is_some()
        || reference.date.is_some()
        || reference.sha256.is_some();
    unnamed && details && !matches!(reference.kind, ReferenceKind::Row)
}

impl Piece {
    /// The rows it points at, if it says nothing else: `see EDR 2.4`, `same as CR 1.1 and CR 1.2`.
    fn rows(&self, known: &KnownIds) -> Option<Vec<String>> {
        let rest = self.text(self.after_leads(0), self.len());
        if rest.len() > 200 {
            return None;
        }
        let families = [
            "cr",
            "sr",
            "edr",
            "hdr",
            "ndr",
            "sar",
            "ccsc",
            "sp",
            "re",
            "br",
            "and",
            "und",
            "requirement",
            "requirements",
            "anforderung",
            "anforderungen",
        ];
        let only_ids = rest
            .split([' ', '\n', ',', ';', '/', '&', '+'])
            .map(|word| key(word.trim_matches(['(', ')', '.'])))
            .filter(|word| !word.is_empty())
            .all(|word| word.bytes().any(|b| b.is_ascii_digit()) || families.contains(&word.as_str()));
        if !only_ids {
            return None;
        }
        let ids = ids::read(&rest, known);
        let rows: Vec<String> =
            ids.iter().filter(|id| id.counts()).filter_map(|id| id.canonical.clone()).collect();
        (!rows.is_empty() || (!ids.is_empty() && ids.iter().all(is_dotted_id))).then_some(rows)
    }

    fn fill(&mut self, found: &mut Reference, known: &KnownIds) {
        let chars = self.plain.clone();
        if let Some((from, to)) = urls(&chars).into_iter().next() {
            found.url = Some(self.text(from, to));
            self.take(from, to);
        }
        found.sha256 = self.sha256();
        let before_lead = self.inner_lead();
        let start = before_lead.unwrap_or(0);
        found.date = self.date();
        let behind_place = self.leading_place(start, found);
        found.file = self.file(start);
        found.number = self.labelled();
        found.revision = self.revision();
        self.locations(&mut found.locations);
        if found.number.is_none() {
            let (number, revision) = self.document_number(start, known);
            found.number = number;
            found.revision = found.revision.take().or(revision);
        }
        let named = names_document(found);
        self.unnamed_place(found, named);
        self.leftovers(start, behind_place, found);
        let details = !found.locations.is_empty();
        if named || found.sha256.is_some() || found.title.is_some() {
            found.kind = ReferenceKind::Document;
        } else if details && found.note.is_none() {
            found.kind = ReferenceKind::Location;
        } else if details || found.revision.is_some() || found.date.is_some() {
            // Words with a place or a date in them, but without a document: only the text is certain, except
            // that a bare date or revision may belong to the reference before it.
            if found.note.is_some() {
                *found = Reference::bare(found.raw.clone(), found.text.clone(), ReferenceKind::Text);
            }
        } else {
            *found = Reference::bare(found.raw.clone(), found.text.clone(), ReferenceKind::Text);
        }
    }

    /// A SHA-256: 64 hexadecimal digits.
    fn sha256(&mut self) -> Option<String> {
        let mut i = 0;
        while i < self.len() {
            let end = (i..).take_while(|i| self.at(*i).is_some_and(|c| c.is_ascii_hexdigit())).last();
            let end = end.map_or(i, |last| last + 1);
            if end - i == 64 && self.begins(i) && !self.is_word(end) && self.free(i, end) {
                self.take(i, end);
                return Some(self.lower.get(i..end)?.iter().collect());
            }
            i = end.max(i + 1);
        }
        None
    }
}
