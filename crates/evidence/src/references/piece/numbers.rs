//! What names a document: file, label, number, standard, and the revision hung to it.

use super::super::words::{EXTENSIONS, LABELS, MONTHS, NO_NUMBERS, OF_WHAT, PUBLISHERS, REVISIONS};
use super::{LONGEST, Piece, WORD, is_letter};
use crate::ids::{self, IdMatch, KnownIds};
use crate::text::key;

impl Piece {
    /// A file name: from the last mark before it to its extension, blanks included.
    pub(super) fn file(&mut self, from: usize) -> Option<String> {
        let (dot, end) =
            (from..self.len()).filter(|i| self.at(*i) == Some('.') && *i > 0).find_map(|dot| {
                let end = EXTENSIONS.iter().filter_map(|ext| self.follows(dot + 1, ext)).max()?;
                let named =
                    self.before(dot).is_some_and(|c| is_letter(c) || matches!(c, ')' | ']' | '_' | '-'));
                let goes_on = self.at(end) == Some('.') && self.is_word(end + 1);
                let ends = !self.is_word(end) && !goes_on;
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
    pub(super) fn labelled(&mut self) -> Option<String> {
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
    pub(super) fn token_end(&self, from: usize) -> usize {
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

    pub(super) fn revision(&mut self) -> Option<String> {
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
    pub(super) fn revision_value(&self, from: usize, letters: bool) -> Option<usize> {
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

    /// The document's number and the revision hung to it.
    pub(super) fn document_number(
        &mut self,
        from: usize,
        known: &KnownIds,
    ) -> (Option<String>, Option<String>) {
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
    pub(super) fn of_what(&self, i: usize) -> bool {
        let before = self.text(i.saturating_sub(WORD), i);
        let Some(word) = before.rsplit([' ', '\n']).next() else { return false };
        // Behind `section 3 of` the describing document stands, and what was understood is taken.
        let direct = i.checked_sub(2).is_some_and(|at| self.free(at, i));
        let first = self.after_leads(0) >= i;
        direct && !first && OF_WHAT.contains(&key(word).as_str())
    }

    /// A standard: publisher, blank, number.
    pub(super) fn standard(&self, from: usize) -> Option<((usize, usize), String)> {
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
    pub(super) fn spaced_number(&self, from: usize) -> Option<((usize, usize), String)> {
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
    pub(super) fn number_in(
        &self,
        from: usize,
        end: usize,
        known: &KnownIds,
    ) -> Option<(usize, Option<String>)> {
        let word: String = self.plain.get(from..end)?.iter().collect();
        is_number(&word, known).then(|| {
            let (number, revision) = without_revision(&word);
            (from + number.chars().count(), revision)
        })
    }
}

pub(super) fn is_dotted_id(id: &IdMatch) -> bool {
    id.canonical.as_ref().is_some_and(|id| id.contains('.'))
}

/// Whether a word is a document number: letters and digits with dashes, underscores or strokes between them.
pub(in super::super) fn is_number(word: &str, known: &KnownIds) -> bool {
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
pub(in super::super) fn without_revision(word: &str) -> (String, Option<String>) {
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
