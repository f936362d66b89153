//! Cuts a cell into its references, so that nothing of it is lost.

use super::piece::{behind_numbering, details_only, names_document, plain, read, urls};
use super::{Reference, ReferenceKind};
use crate::ids::KnownIds;
use crate::text::is_blank;

/// The references of a cell that is not blank.
pub(super) fn references(text: &str, known: &KnownIds) -> Vec<Reference> {
    let chars: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().iter().collect::<String>();
    let mut ranges: Vec<(usize, usize)> = Vec::new();
    for (from, to) in lines(&chars) {
        ranges.extend(listed(&chars, from, to, known));
    }
    // What holds no letter goes with its neighbour; details go with the document before them.
    let mut joined: Vec<(usize, usize, bool, Option<Reference>)> = Vec::new();
    let mut waiting: Option<usize> = None;
    for (from, to) in ranges {
        let from = waiting.take().unwrap_or(from);
        if is_mark_only(chars.get(from..to).unwrap_or_default()) {
            match joined.last_mut() {
                Some(last) => {
                    last.1 = to;
                    last.2 = true;
                }
                None => waiting = Some(from),
            }
            continue;
        }
        let found = read(&part(from, to), known);
        let continues = details_only(&found);
        match joined.last_mut() {
            Some((_, end, again, Some(before))) if continues && before.kind == ReferenceKind::Document => {
                *end = to;
                *again = true;
            }
            _ => joined.push((from, to, false, Some(found))),
        }
    }
    if let Some(from) = waiting {
        joined.push((from, chars.len(), true, None));
    }
    joined
        .into_iter()
        .map(|(from, to, again, found)| match found {
            Some(found) if !again => found,
            _ => read(&part(from, to), known),
        })
        .collect()
}

/// Nothing but marks that say nothing by themselves; `-` and `/` are answers.
fn is_mark_only(chars: &[char]) -> bool {
    chars.iter().all(|c| is_blank(*c) || matches!(c, '\n' | '\r' | ';' | ',' | '|' | '•' | '·' | '.' | ':'))
}

/// Which characters stand in an address, in brackets or in quotation marks, where nothing is cut.
fn protected(chars: &[char]) -> Vec<bool> {
    let mut inside = vec![false; chars.len()];
    let mut fill = |from: usize, to: usize| {
        if let Some(part) = inside.get_mut(from..to) {
            part.fill(true);
        }
    };
    for (from, to) in urls(chars) {
        fill(from, to);
    }
    let mut open: Vec<(char, usize)> = Vec::new();
    for (i, c) in chars.iter().enumerate() {
        let closed_by = |mark: char| match mark {
            '(' => ')',
            '[' => ']',
            '„' => '“',
            '«' => '»',
            _ => '"',
        };
        match c {
            '\n' | '\r' => open.clear(),
            '"' if open.last().is_some_and(|(mark, _)| *mark == '"') => {
                if let Some((_, from)) = open.pop() {
                    fill(from, i + 1);
                }
            }
            '(' | '[' | '„' | '«' | '"' => open.push((*c, i)),
            ')' | ']' | '“' | '»' => {
                if let Some(at) = open.iter().rposition(|(mark, _)| closed_by(*mark) == *c) {
                    let from = open.get(at).map_or(i, |(_, from)| *from);
                    open.truncate(at);
                    fill(from, i + 1);
                }
            }
            _ => {}
        }
    }
    inside
}

/// Cut behind semicolons, line breaks and strokes, and before the members of a numbered line.
fn lines(chars: &[char]) -> Vec<(usize, usize)> {
    let inside = protected(chars);
    let mut ends = Vec::new();
    for (i, c) in chars.iter().enumerate() {
        let separates = matches!(c, '\n' | '\r') || (matches!(c, ';' | '|') && inside.get(i) == Some(&false));
        let bullet = matches!(c, '•' | '▪' | '■' | '●') && i > 0;
        if separates {
            ends.push(i + 1);
        } else if bullet {
            ends.push(i);
        }
    }
    ends.extend(numbered(chars));
    ends.sort_unstable();
    ranges(ends, 0, chars.len())
}

fn ranges(ends: Vec<usize>, from: usize, to: usize) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut start = from;
    for end in ends.into_iter().chain([to]) {
        if end > start {
            all.push((start, end));
            start = end;
        }
    }
    all
}

/// Where the second and later members of `1) … 2) … 3) …` begin on one line.
fn numbered(chars: &[char]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut wanted = 1_u32;
    for i in 0..chars.len() {
        let before = i.checked_sub(1).and_then(|i| chars.get(i)).copied().map(plain);
        if matches!(before, Some('\n' | '\r')) {
            wanted = 1;
        }
        if !before.is_none_or(|c| matches!(c, ' ' | '\n' | '\r' | ';' | ',')) {
            continue;
        }
        let from = if chars.get(i) == Some(&'(') { i + 1 } else { i };
        let number: String = chars.iter().skip(from).take(3).take_while(|c| c.is_ascii_digit()).collect();
        let end = from + number.len();
        let marked = chars.get(end) == Some(&')') && chars.get(end + 1).copied().map(plain) == Some(' ');
        if !marked || number.parse() != Ok(wanted) {
            continue;
        }
        let first_of_line = chars.get(..i).unwrap_or_default().iter().rev().find(|c| !is_blank(**c));
        if wanted == 1 && !first_of_line.is_none_or(|c| matches!(c, '\n' | '\r')) {
            continue;
        }
        if wanted > 1 {
            found.push(i);
        }
        wanted += 1;
    }
    found
}

/// Cut at commas, `and`, strokes and between addresses, where a document is named on both sides.
fn listed(chars: &[char], from: usize, to: usize, known: &KnownIds) -> Vec<(usize, usize)> {
    let part = chars.get(from..to).unwrap_or_default();
    let inside = protected(part);
    let addresses = urls(part);
    let mut cuts = Vec::new();
    for (i, c) in part.iter().enumerate() {
        if inside.get(i) != Some(&false) {
            continue;
        }
        let blank = |at: usize| part.get(at).copied().map(plain) == Some(' ');
        let before_blank = i.checked_sub(1).is_some_and(blank);
        let word = |word: &str| {
            let letters =
                word.chars().zip(i..).all(|(w, at)| part.get(at).is_some_and(|c| c.eq_ignore_ascii_case(&w)));
            before_blank && letters && blank(i + word.len())
        };
        match c {
            ',' if blank(i + 1) => cuts.push(i + 1),
            '/' => cuts.push(i + 1),
            '&' | '+' if before_blank && blank(i + 1) => cuts.push(i + 1),
            _ if word("and") || word("und") => cuts.push(i),
            _ => {}
        }
    }
    cuts.extend(addresses.iter().skip(1).map(|(start, _)| *start));
    cuts.sort_unstable();
    let start = behind_numbering(part, 0);
    let mut ends = Vec::new();
    let mut named = false;
    let mut has_file = false;
    let mut document = false;
    for (a, b) in ranges(cuts.into_iter().filter(|cut| *cut > start).collect(), 0, part.len()) {
        let piece: String = part.get(a..b).unwrap_or_default().iter().collect();
        let text = piece.trim_start_matches(['/', '&', '+', ' ', ',']);
        let text = text.strip_prefix("and ").or_else(|| text.strip_prefix("und ")).unwrap_or(text);
        let found = read(text.trim_end_matches(['/', '&', '+', ' ']), known);
        let stroke = a.checked_sub(1).and_then(|i| part.get(i)) == Some(&'/') && !piece.starts_with(' ');
        // `DR-01/DR-02` are two numbers, `ABC/2026/17` is one, `2026/PR-4` none of both.
        let both_numbers = !stroke || {
            let before: String = part
                .get(..a)
                .unwrap_or_default()
                .iter()
                .rev()
                .skip(1)
                .take_while(|c| !is_blank(**c) && **c != '/')
                .collect();
            let before: String = before.chars().rev().collect();
            let dashed = |word: &str| word.contains('-') && super::piece::is_number(word, known);
            dashed(before.trim_start_matches('('))
                && found
                    .number
                    .as_deref()
                    .is_some_and(|number| number.contains('-') && text.starts_with(number))
        };
        let row = found.kind == ReferenceKind::Row && text.starts_with(|c: char| c.is_lowercase());
        // In `NW-200 Context and threat model.pdf` the word stands in the file's name.
        let joined = matches!(part.get(a), Some('a' | 'u' | 'A' | 'U' | '&' | '+'));
        let in_name = joined
            && !has_file
            && found.number.is_none()
            && found.file.as_ref().is_some_and(|file| file.contains(' '));
        let other = named && both_numbers && !in_name && names_document(&found);
        if other || (row && document) {
            ends.push(a);
            (named, has_file, document) = (false, false, false);
        }
        named |= names_document(&found);
        has_file |= found.file.is_some();
        document |= found.kind == ReferenceKind::Document;
    }
    ranges(ends, 0, part.len()).into_iter().map(|(a, b)| (from + a, from + b)).collect()
}
