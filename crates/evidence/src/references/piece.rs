//! Reads one reference out of the text of one: its parts are taken out one kind after the other, and what is left
//! over is the title and the note.

use super::words::{
    ANSWERS, CONNECTING, EXTENSIONS, INNER_LEADS, LABELS, LEADS, MONTHS, NO_NUMBERS, NOUNS, OF_WHAT, PLACES,
    PUBLISHERS, REVISIONS, VERBS, saying,
};
use super::{Location, LocationKind, Reference, ReferenceKind, WrittenDate};
use crate::ids::{self, IdMatch, KnownIds};
use crate::text::{is_blank, key};

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

    /// Where the reference begins in a sentence such as `Met with a sensor, see integration guide p. 31`: behind
    /// the last word that introduces one. What stands before it names no document.
    fn inner_lead(&self) -> Option<usize> {
        let start = self.after_leads(0);
        // Prose is more than one word and holds no number.
        let first_digit = (start..self.len()).find(|i| self.is_digit(*i)).unwrap_or(self.len());
        let first_blank = (start..self.len()).find(|i| self.at(*i).is_some_and(|c| c == ' ' || c == '\n'))?;
        let second_word = self.blanks(first_blank);
        (second_word + 1..first_digit)
            .filter(|i| {
                let end = INNER_LEADS.iter().filter_map(|lead| self.whole(*i, lead)).max();
                end.is_some_and(|end| self.blanks(end) < self.len())
            })
            .next_back()
    }

    /// `section 3 of`, `Kap. 7 des` before the document; gives where the document begins, 0 if there is no such place.
    fn leading_place(&mut self, from: usize, found: &mut Reference) -> usize {
        let start = self.after_leads(from);
        let Some((location, end)) = self.location(start) else { return 0 };
        let next = self.blanks(end);
        let of = ["of the", "of", "in the", "in", "des", "der", "im", "vom", "von", "aus"];
        let Some(of) = of.iter().filter_map(|word| self.whole(next, word)).max() else { return 0 };
        if self.blanks(of) >= self.len() {
            return 0;
        }
        self.take(start, of);
        found.locations.push(location);
        of
    }

    /// A file name: from the last mark before it to its extension, blanks included.
    fn file(&mut self, from: usize) -> Option<String> {
        let (dot, end) =
            (from..self.len()).filter(|i| self.at(*i) == Some('.') && *i > 0).find_map(|dot| {
                let end = EXTENSIONS.iter().filter_map(|ext| self.follows(dot + 1, ext)).max()?;
                let named =
                    self.before(dot).is_some_and(|c| is_letter(c) || matches!(c, ')' | ']' | '_' | '-'));
                let ends = !self.is_word(end) && !(self.at(end) == Some('.') && self.is_word(end + 1));
                (named && ends && self.free(dot, end)).then_some((dot, end))
            })?;
        let mut start = dot;
        let mut depth = 0_u32;
        while let Some(c) = self.before(start).filter(|_| start > from && self.free(start - 1, start)) {
            let drive = c == ':' && self.at(start) == Some('\\');
            match c {
                ')' | ']' => depth += 1,
                '(' | '[' if depth > 0 => depth -= 1,
                '(' | '[' | '"' | '„' | '“' | '”' | '«' | '»' | '<' | '>' | '=' | '\n' | '\r' | '|' =>
                {
                    break;
                }
                ':' if !drive => break,
                ',' | ';' if self.at(start).is_some_and(|c| c == ' ') => break,
                _ => {}
            }
            start -= 1;
        }
        let start = self.after_leads(start).min(dot);
        let name = self.text(start, end);
        self.take(start, end);
        Some(name)
    }

    /// A number behind a word that says it is one.
    fn labelled(&mut self) -> Option<String> {
        for i in 0..self.len() {
            let Some(label) = LABELS.iter().filter_map(|label| self.whole(i, label)).max() else { continue };
            let mut from = label;
            while self.at(from).is_some_and(|c| matches!(c, ' ' | ':' | '.' | '#')) {
                from += 1;
            }
            let end = self.token_end(from);
            let long = end >= from + 2 && (from..end).any(|i| self.is_digit(i));
            if long && self.free(i, end) {
                self.take(i, end);
                return Some(self.text(from, end));
            }
        }
        None
    }

    /// The end of the word that begins here, without a closing full stop.
    fn token_end(&self, from: usize) -> usize {
        let joins = |c: char| is_letter(c) || matches!(c, '-' | '_' | '.' | '/' | '+');
        let mut end = from;
        while end < from + LONGEST && self.at(end).is_some_and(joins) && self.free(end, end + 1) {
            end += 1;
        }
        while end > from && self.before(end).is_some_and(|c| !is_letter(c)) {
            end -= 1;
        }
        end
    }

    fn revision(&mut self) -> Option<String> {
        for i in 0..self.len() {
            if !self.begins(i) {
                continue;
            }
            for (word, letters) in REVISIONS {
                let dotless = word.trim_end_matches('.');
                let Some(end) = self.follows(i, word).or_else(|| self.follows(i, dotless)) else { continue };
                // `r5` and `v2` stand close to their number; `rev` may.
                let mut from = end;
                if *word != "r" {
                    while self.at(from).is_some_and(|c| matches!(c, ' ' | ':' | '.' | '#' | '=')) {
                        from += 1;
                    }
                }
                let Some(to) = self.revision_value(from, *letters && from > end) else { continue };
                if self.free(i, to) {
                    self.take(i, to);
                    return Some(self.text(from, to));
                }
            }
        }
        None
    }

    /// `3`, `2.1`, `2.1a`, or a capital letter where the word allows it.
    fn revision_value(&self, from: usize, letters: bool) -> Option<usize> {
        let mut to = self.digits(from);
        if to > from {
            while self.at(to) == Some('.') && self.is_digit(to + 1) {
                to = self.digits(to + 1);
            }
            if self.at(to).is_some_and(|c| c.is_ascii_lowercase()) && !self.is_word(to + 1) {
                to += 1;
            }
        } else if letters && self.at(from).is_some_and(|c| c.is_ascii_uppercase()) {
            to = from + 1;
        } else {
            return None;
        }
        let joined = self.at(to).is_some_and(|c| matches!(c, '-' | '/')) && self.is_word(to + 1);
        (!self.is_word(to) && !joined).then_some(to)
    }

    /// The first date; a second one stays in the text.
    fn date(&mut self) -> Option<WrittenDate> {
        for i in 0..self.len() {
            let joined = self.before(i).is_some_and(|c| matches!(c, '-' | '.' | '/' | '_') || is_letter(c));
            if joined {
                continue;
            }
            let found = self.numeric_date(i).or_else(|| self.worded_date(i));
            if let Some((iso, to)) = found.filter(|(_, to)| self.free(i, *to)) {
                let ends = !self.is_word(to)
                    && !(self.at(to).is_some_and(|c| matches!(c, '-' | '/' | '_')) && self.is_word(to + 1))
                    && !(self.at(to) == Some('.') && self.is_digit(to + 1));
                if ends {
                    self.take(i, to);
                    return Some(WrittenDate { iso, text: self.text(i, to) });
                }
            }
        }
        None
    }

    /// `2026-03-01`, `2026-03`, `01.03.2026`, `1. 3. 2026`, `03.2026`, `03/2026`, `3/1/2026`.
    fn numeric_date(&self, i: usize) -> Option<(Option<String>, usize)> {
        let first = self.digits(i);
        let a = self.number(i, first)?;
        let mark = self.at(first)?;
        let second_from = if mark == '.' { self.blanks(first + 1) } else { first + 1 };
        let second = self.digits(second_from);
        let b = self.number(second_from, second)?;
        let two = |n: usize| (1..=2).contains(&n);
        if first - i == 4 && mark == '-' && second - second_from == 2 {
            let day_from = second + 1;
            let day = self.digits(day_from);
            if self.at(second) == Some('-') && day - day_from == 2 {
                return Some((Some(iso(a, b, Some(self.number(day_from, day)?))?), day));
            }
            return Some((Some(iso(a, b, None)?), second));
        }
        if !two(first - i) || !matches!(mark, '.' | '/') {
            return None;
        }
        if second - second_from == 4 {
            return Some((Some(iso(b, a, None)?), second));
        }
        let third_from = if mark == '.' { self.blanks(second + 1) } else { second + 1 };
        let third = self.digits(third_from);
        if !two(second - second_from) || self.at(second) != Some(mark) || third - third_from != 4 {
            return None;
        }
        let year = self.number(third_from, third)?;
        let (day_first, month_first) = (iso(year, b, Some(a)), iso(year, a, Some(b)));
        let date = match mark {
            '.' => Some(day_first?),
            _ => match (day_first, month_first) {
                (Some(date), None) | (None, Some(date)) => Some(date),
                (Some(x), Some(y)) if x == y => Some(x),
                // 3/4/2026 is one day in London and another one in Boston.
                (Some(_), Some(_)) => None,
                (None, None) => return None,
            },
        };
        Some((date, third))
    }

    /// `1 March 2026`, `1. März 2026`, `March 1, 2026`, `März 2026`.
    fn worded_date(&self, i: usize) -> Option<(Option<String>, usize)> {
        let month = |from: usize| {
            let found = MONTHS.iter().filter_map(|(name, n)| Some((self.whole(from, name)?, *n))).max();
            found.map(|(end, n)| (if self.at(end) == Some('.') { end + 1 } else { end }, n))
        };
        let year = |from: usize| {
            let to = self.digits(from);
            (to == from + 4).then(|| self.number(from, to)).flatten().map(|year| (to, year))
        };
        let day_to = self.digits(i);
        if day_to > i {
            let day = self.number(i, day_to)?;
            let mut from = day_to;
            if let Some(end) = ["st", "nd", "rd", "th", "."].iter().find_map(|mark| self.follows(from, mark))
            {
                from = end;
            }
            let (end, n) = month(self.blanks(from))?;
            let (to, year) = year(self.blanks(end))?;
            return Some((Some(iso(year, n, Some(day))?), to));
        }
        let (end, n) = month(i)?;
        let next = self.blanks(end);
        if let Some((to, year)) = year(next) {
            return Some((Some(iso(year, n, None)?), to));
        }
        let day_to = self.digits(next);
        let day = self.number(next, day_to)?;
        let comma = if self.at(day_to) == Some(',') { day_to + 1 } else { day_to };
        let (to, year) = year(self.blanks(comma))?;
        Some((Some(iso(year, n, Some(day))?), to))
    }

    fn locations(&mut self, found: &mut Vec<Location>) {
        let mut i = 0;
        while i < self.len() {
            match self.location(i) {
                Some((location, end)) => {
                    self.take(i, end);
                    found.push(location);
                    i = end;
                }
                None => i += 1,
            }
        }
    }

    /// A place that begins here, and its end.
    fn location(&self, i: usize) -> Option<(Location, usize)> {
        if !self.begins(i) {
            return None;
        }
        PLACES.iter().find_map(|(word, kind)| {
            let dotless = word.trim_end_matches('.');
            let end = match (self.follows(i, word), self.follows(i, dotless)) {
                (Some(end), _) => end,
                // Without its full stop an abbreviation needs a blank.
                (None, Some(end)) if self.at(end) == Some(' ') && dotless != "s" => end,
                _ => return None,
            };
            if *word == "s." && self.at(i) != Some('S') {
                return None;
            }
            let from = self.blanks(end);
            if word.ends_with(char::is_alphabetic) && from == end {
                return None;
            }
            let to = self.location_values(from, *kind)?;
            self.free(i, to).then(|| (Location { kind: *kind, value: self.text(from, to) }, to))
        })
    }

    /// One or several numbers: `4.2`, `31-33`, `31 to 33`, `7, 9 und 11`, `12 ff.`
    fn location_values(&self, from: usize, kind: LocationKind) -> Option<usize> {
        let mut to = self.location_value(from, kind)?;
        loop {
            let next = self.blanks(to);
            let joined = ["-", ",", "/", "&", "to", "bis", "and", "und"].iter().find_map(|word| {
                let end = self.follows(next, word)?;
                let value_from = self.blanks(end);
                let letters = word.ends_with(char::is_alphabetic);
                if letters && (value_from == end || next == to) {
                    return None;
                }
                // Behind a comma only a number goes on; a letter may begin anything.
                if !self.is_digit(value_from) && !matches!(*word, "-" | "to" | "bis") {
                    return None;
                }
                self.location_value(value_from, kind)
            });
            match joined {
                Some(end) => to = end,
                None => break,
            }
        }
        let next = self.blanks(to);
        let and_following = ["ff.", "ff", "f."].iter().find_map(|word| self.whole(next, word));
        Some(and_following.unwrap_or(to))
    }

    fn location_value(&self, from: usize, kind: LocationKind) -> Option<usize> {
        let mut to = from;
        if kind == LocationKind::Case {
            let end = self.token_end(from);
            return (from..end).any(|i| self.is_digit(i)).then_some(end);
        }
        if self.is_digit(from) {
            to = self.digits(from);
        } else if self.at(from).is_some_and(|c| c.is_ascii_uppercase()) {
            let lettered = matches!(
                kind,
                LocationKind::Annex | LocationKind::Section | LocationKind::Clause | LocationKind::Chapter
            );
            while self.at(to).is_some_and(|c| matches!(c, 'I' | 'V' | 'X')) {
                to += 1;
            }
            to = to.max(from + 1);
            let numbered = self.at(to) == Some('.') && self.is_digit(to + 1) || self.is_digit(to);
            if !lettered || !(numbered || kind == LocationKind::Annex) {
                return None;
            }
            if self.is_digit(to) {
                to = self.digits(to);
            }
        } else {
            return None;
        }
        while self.at(to) == Some('.') && self.is_digit(to + 1) {
            to = self.digits(to + 1);
        }
        let letter = self.at(to).is_some_and(|c| c.is_ascii_lowercase());
        let following = self.whole_following(to);
        if letter && !self.is_word(to + 1) && !following {
            to += 1;
        }
        // A letter in brackets counts on, also behind a blank: `5.1 (b)`.
        let bracket = if self.at(to) == Some(' ') { to + 1 } else { to };
        let lettered = self.at(bracket + 1).is_some_and(|c| c.is_ascii_lowercase()) || bracket == to;
        if self.at(bracket) == Some('(')
            && lettered
            && self.is_word(bracket + 1)
            && self.at(bracket + 2) == Some(')')
        {
            to = bracket + 3;
        }
        (!self.is_word(to) || following).then_some(to)
    }

    /// `12ff`, `12f.`
    fn whole_following(&self, at: usize) -> bool {
        self.follows(at, "ff").is_some_and(|end| !self.is_word(end)) || self.follows(at, "f.").is_some()
    }

    /// A number such as `4.3` at the end, or alone between commas, behind a named document or a noun for one.
    fn unnamed_place(&mut self, found: &mut Reference, named: bool) {
        for i in 0..self.len() {
            let to = self.digits(i);
            if to == i || !self.before(i).is_none_or(|c| matches!(c, ' ' | ',' | '(' | '\n')) {
                continue;
            }
            let mut end = to;
            while self.at(end) == Some('.') && self.is_digit(end + 1) {
                end = self.digits(end + 1);
            }
            let next = self.blanks(end);
            let closes =
                self.at(next).is_none_or(|c| matches!(c, ',' | ';' | ')')) || !self.free(next, next + 1);
            let noun = || {
                has_noun(self.text(i.saturating_sub(WORD), i).rsplit([' ', '\n']).next().unwrap_or_default())
            };
            if end > to && closes && self.free(i, end) && (named || noun()) {
                self.take(i, end);
                found.locations.push(Location { kind: LocationKind::Unnamed, value: self.text(i, end) });
            }
        }
    }

    /// The document's number and the revision hung to it.
    fn document_number(&mut self, from: usize, known: &KnownIds) -> (Option<String>, Option<String>) {
        let start = self.after_leads(from);
        if let Some((to, number)) = self.standard(from).or_else(|| self.spaced_number(start)) {
            self.take(to.0, to.1);
            return (Some(number), None);
        }
        let mut i = from;
        while i < self.len() {
            let end = self.token_end(i);
            if end == i || !self.begins(i) || !self.free(i, end) {
                i += 1;
                continue;
            }
            if let Some((to, revision)) = self.number_in(i, end, known)
                && !self.of_what(i)
            {
                self.take(i, end);
                return (Some(self.text(i, to)), revision);
            }
            i = end;
        }
        (None, None)
    }

    /// Whether the word before is one behind which something described stands.
    fn of_what(&self, i: usize) -> bool {
        let before = self.text(i.saturating_sub(WORD), i);
        let Some(word) = before.rsplit([' ', '\n']).next() else { return false };
        // Behind `section 3 of` the describing document stands, and what was understood is taken.
        let direct = i.checked_sub(2).is_some_and(|at| self.free(at, i));
        let first = self.after_leads(0) >= i;
        direct && !first && OF_WHAT.contains(&key(word).as_str())
    }

    /// A standard: publisher, blank, number.
    fn standard(&self, from: usize) -> Option<((usize, usize), String)> {
        (from..self.len()).filter(|i| self.begins(*i)).find_map(|i| {
            let upper = self.at(i).is_some_and(|c| c.is_ascii_uppercase());
            let end = PUBLISHERS.iter().filter_map(|name| self.whole(i, name)).max().filter(|_| upper)?;
            let number = self.blanks(end);
            if number == end || !self.is_digit(number) || self.digits(number) < number + 2 {
                return None;
            }
            let mut to = self.token_end(number);
            if self.at(to) == Some(':') && self.digits(to + 1) == to + 5 {
                to += 5;
            }
            (self.free(i, to) && !self.of_what(i)).then(|| ((i, to), self.text(i, to)))
        })
    }

    /// `DOC 4711` where nothing else names the document.
    fn spaced_number(&self, from: usize) -> Option<((usize, usize), String)> {
        let mut end = from;
        while self.at(end).is_some_and(|c| c.is_ascii_uppercase()) {
            end += 1;
        }
        let number = self.blanks(end);
        let to = self.token_end(number);
        let short = (2..=6).contains(&(end - from)) && number == end + 1;
        let long = self.digits(number) >= number + 3
            && (number..to).all(|i| self.is_digit(i) || self.at(i) == Some('-'));
        let next = self.blanks(to);
        let alone = !self.is_word(next) || !self.free(next, next + 1);
        let word: String = self.lower.get(from..end).unwrap_or_default().iter().collect();
        let fits = short && long && alone && self.free(from, to) && !NO_NUMBERS.contains(&word.as_str());
        fits.then(|| ((from, to), self.text(from, to)))
    }

    /// Whether the word is a document number: its end without a revision, and that revision.
    fn number_in(&self, from: usize, end: usize, known: &KnownIds) -> Option<(usize, Option<String>)> {
        let word: String = self.plain.get(from..end)?.iter().collect();
        is_number(&word, known).then(|| {
            let (number, revision) = without_revision(&word);
            (from + number.chars().count(), revision)
        })
    }

    /// What was not understood: the title where it can be one, the note otherwise.
    fn leftovers(&mut self, from: usize, behind_place: usize, found: &mut Reference) {
        let mut notes = Vec::new();
        if from > 0 {
            notes.push(trimmed(&self.text(0, from), &[]));
        }
        let start = self.after_leads(from);
        let detail = self.first_detail(behind_place, found);
        let mut i = start;
        while i < self.len() {
            let mut end = i;
            while end < self.len() && self.free(end, end + 1) {
                end += 1;
            }
            if end > i {
                let fragment = trimmed(&self.text(i, end), CONNECTING);
                if !fragment.is_empty() {
                    let named = names_document(found) || found.sha256.is_some();
                    let located = !found.locations.is_empty();
                    let before_details = i < detail;
                    let is_title = found.title.is_none()
                        && can_be_title(&fragment)
                        && ((before_details && (named || located)) || has_noun(&fragment));
                    if is_title { found.title = Some(fragment) } else { notes.push(fragment) }
                }
            }
            i = end + 1;
        }
        notes.retain(|note| !note.is_empty());
        found.note = (!notes.is_empty()).then(|| notes.join("; "));
    }

    /// Where the first revision, place or date begins; a title stands before it.
    fn first_detail(&self, from: usize, found: &Reference) -> usize {
        let mut details: Vec<&str> = found.locations.iter().map(|l| l.value.as_str()).collect();
        details.extend(found.revision.as_deref());
        details.extend(found.date.as_ref().map(|date| date.text.as_str()));
        if details.is_empty() {
            return self.len();
        }
        let taken = (from..self.len()).filter(|i| !self.free(*i, *i + 1));
        taken
            .filter(|i| {
                let rest: String = self.plain.get(*i..).unwrap_or_default().iter().take(80).collect();
                details.iter().any(|detail| rest.starts_with(detail))
            })
            .min()
            .unwrap_or(self.len())
    }
}

fn is_dotted_id(id: &IdMatch) -> bool {
    id.canonical.as_ref().is_some_and(|id| id.contains('.'))
}

/// Whether a word is a document number: letters and digits with dashes, underscores or strokes between them.
pub(super) fn is_number(word: &str, known: &KnownIds) -> bool {
    let first: String = word.chars().take_while(|c| !matches!(c, '-' | '_' | '/' | '.')).collect();
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    let capital = word.starts_with(char::is_uppercase) && word.len() <= 60;
    let joined = word.contains(['-', '_', '/']) && first.len() < word.len();
    let dotted = word.contains('.') && first.len() >= 2 && first.chars().all(char::is_uppercase);
    let close = {
        let letters = word.chars().take_while(char::is_ascii_uppercase).count();
        letters >= 2 && digits >= 2 && letters + digits == word.len()
    };
    let shape = if capital {
        digits > 0 && (joined || dotted || close)
    } else {
        joined && digits >= 5 && word.starts_with(char::is_alphabetic)
    };
    // A part that holds a digit has no more than a few small letters: `Windows-2019` and `part-2` are no numbers.
    let wordy = word
        .split(['-', '_', '/', '.'])
        .any(|part| part.chars().filter(|c| c.is_lowercase()).count() > 4 && capital);
    let head = key(&first);
    if !shape || wordy || NO_NUMBERS.contains(&head.as_str()) || MONTHS.iter().any(|(name, _)| *name == head)
    {
        return false;
    }
    !ids::read(word, known).iter().any(|id| id.counts() || is_dotted_id(id))
}

/// A number or file stem without the revision hung to it, and the revision: `SG-200_r5` is `SG-200` and `5`.
pub(super) fn without_revision(word: &str) -> (String, Option<String>) {
    let chars: Vec<char> = word.chars().collect();
    let tail = chars.iter().rev().take_while(|c| c.is_ascii_digit() || **c == '.').count();
    let split = chars.len() - tail;
    let value: String = chars.get(split..).unwrap_or_default().iter().collect();
    let head: String = chars.get(..split).unwrap_or_default().iter().collect();
    let low = head.to_lowercase();
    let low = low.trim_end_matches(['.', ' ', '_', '-']);
    let sound = !value.is_empty() && !value.starts_with('.') && !value.ends_with('.');
    let mark = ["version", "revision", "rev", "ver", "v", "r"]
        .iter()
        .find(|mark| low.strip_suffix(**mark).is_some_and(|rest| rest.ends_with(['-', '_', ' ', '.', '('])));
    match mark {
        Some(mark) if sound => {
            let keep = low.chars().count() - mark.chars().count();
            let kept: String = chars.get(..keep).unwrap_or_default().iter().collect();
            (kept.trim_end_matches(['-', '_', ' ', '.', '(']).to_owned(), Some(value))
        }
        _ => (word.to_owned(), None),
    }
}

fn iso(year: u32, month: u32, day: Option<u32>) -> Option<String> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if !(1980..=2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    match day {
        Some(day) => (1..=last).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}")),
        None => Some(format!("{year:04}-{month:02}")),
    }
}

/// Without marks and connecting words at its ends; brackets that close in it stay.
fn trimmed(text: &str, words: &[&str]) -> String {
    let mut rest = text.replace('\n', " ");
    if rest.len() > FRAGMENT {
        return rest;
    }
    loop {
        let before = rest.len();
        rest = rest
            .trim_matches(|c: char| {
                is_blank(c)
                    || matches!(
                        c,
                        ',' | '.'
                            | ';'
                            | ':'
                            | '-'
                            | '/'
                            | '|'
                            | '"'
                            | '\''
                            | '„'
                            | '“'
                            | '”'
                            | '«'
                            | '»'
                            | '='
                            | '<'
                            | '>'
                            | '*'
                            | '#'
                            | '&'
                            | '+'
                    )
            })
            .to_owned();
        for (open, close) in [('(', ')'), ('[', ']')] {
            let count = |mark: char| rest.chars().filter(|c| *c == mark).count();
            let (opened, closed) = (count(open), count(close));
            if rest.ends_with(open) || (opened > closed && rest.starts_with(open)) {
                rest = rest.trim_matches(open).to_owned();
            } else if rest.starts_with(close) || (closed > opened && rest.ends_with(close)) {
                rest = rest.trim_matches(close).to_owned();
            } else if rest.starts_with(open) && rest.ends_with(close) && opened == 1 {
                rest = rest.trim_matches([open, close]).to_owned();
            }
        }
        let is_edge = |edge: Option<&str>| {
            edge.filter(|edge| !edge.is_empty() && words.contains(&key(edge).as_str())).map(str::len)
        };
        if let Some(len) = is_edge(rest.split(' ').next()) {
            rest = rest.get(len..).unwrap_or_default().to_owned();
        } else if let Some(len) = is_edge(rest.rsplit(' ').next()) {
            rest = rest.get(..rest.len() - len).unwrap_or_default().to_owned();
        }
        if rest.len() == before {
            return rest;
        }
    }
}

fn words_of(text: &str) -> Vec<String> {
    text.split([' ', '/', ',', '(', ')']).map(key).filter(|word| !word.is_empty()).collect()
}

fn can_be_title(text: &str) -> bool {
    let words = words_of(text);
    let letters = text.chars().any(char::is_alphabetic);
    let sentence = text.contains(". ") || words.iter().any(|word| VERBS.contains(&word.as_str()));
    letters && !sentence && words.len() <= TITLE_WORDS
}

/// Whether a noun at its beginning or end makes it the title of a document.
fn has_noun(text: &str) -> bool {
    let words = words_of(text);
    let noun = |word: &String| {
        // German compounds end with the noun: Betriebsanleitung, Prüfbericht.
        NOUNS.iter().any(|noun| word == noun || (noun.len() >= 5 && word.ends_with(noun)))
    };
    let answer = words.first().is_some_and(|word| ANSWERS.contains(&word.as_str()));
    !answer
        && words.len() <= BARE_TITLE_WORDS
        && (words.last().is_some_and(noun) || words.first().is_some_and(noun))
}
