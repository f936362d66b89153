//! What is left over when the parts are taken out: a title, a note.

use super::super::Reference;
use super::super::words::{ANSWERS, CONNECTING, NOUNS, VERBS};
use super::{BARE_TITLE_WORDS, FRAGMENT, Piece, TITLE_WORDS, names_document};
use crate::text::{is_blank, key};

impl Piece {
    /// What was not understood: the title where it can be one, the note otherwise.
    pub(super) fn leftovers(&mut self, from: usize, behind_place: usize, found: &mut Reference) {
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
    pub(super) fn first_detail(&self, from: usize, found: &Reference) -> usize {
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

/// Without marks and connecting words at its ends; brackets that close in it stay.
pub(super) fn trimmed(text: &str, words: &[&str]) -> String {
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

pub(super) fn words_of(text: &str) -> Vec<String> {
    text.split([' ', '/', ',', '(', ')']).map(key).filter(|word| !word.is_empty()).collect()
}

pub(super) fn can_be_title(text: &str) -> bool {
    let words = words_of(text);
    let letters = text.chars().any(char::is_alphabetic);
    let sentence = text.contains(". ") || words.iter().any(|word| VERBS.contains(&word.as_str()));
    letters && !sentence && words.len() <= TITLE_WORDS
}

/// Whether a noun at its beginning or end makes it the title of a document.
pub(super) fn has_noun(text: &str) -> bool {
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
