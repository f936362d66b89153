//! Where in a document: sections, pages, tables, rows.

use super::super::words::{INNER_LEADS, PLACES};
use super::super::{Location, LocationKind, Reference};
use super::{Piece, WORD, leftovers::has_noun};

impl Piece {
    /// Where the reference begins in a sentence such as `Met with a sensor, see integration guide p. 31`: behind
    /// the last word that introduces one. What stands before it names no document.
    pub(super) fn inner_lead(&self) -> Option<usize> {
        let start = self.after_leads(0);
        // Prose is more than one word and holds no number.
        let first_digit = (start..self.len()).find(|i| self.is_digit(*i)).unwrap_or(self.len());
        let first_blank = (start..self.len()).find(|i| self.at(*i).is_some_and(|c| c == ' ' || c == '\n'))?;
        let second_word = self.blanks(first_blank);
        (second_word + 1..first_digit).rfind(|i| {
            let end = INNER_LEADS.iter().filter_map(|lead| self.whole(*i, lead)).max();
            end.is_some_and(|end| self.blanks(end) < self.len())
        })
    }

    /// `section 3 of`, `Kap. 7 des` before the document; gives where the document begins, 0 if there is no such place.
    pub(super) fn leading_place(&mut self, from: usize, found: &mut Reference) -> usize {
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

    pub(super) fn locations(&mut self, found: &mut Vec<Location>) {
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
    pub(super) fn location(&self, i: usize) -> Option<(Location, usize)> {
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
    pub(super) fn location_values(&self, from: usize, kind: LocationKind) -> Option<usize> {
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

    pub(super) fn location_value(&self, from: usize, kind: LocationKind) -> Option<usize> {
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
    pub(super) fn whole_following(&self, at: usize) -> bool {
        self.follows(at, "ff").is_some_and(|end| !self.is_word(end)) || self.follows(at, "f.").is_some()
    }

    /// A number such as `4.3` at the end, or alone between commas, behind a named document or a noun for one.
    pub(super) fn unnamed_place(&mut self, found: &mut Reference, named: bool) {
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
}
