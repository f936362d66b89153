//! The spellings of requirement ids found in real workbooks (`docs/formats/import.md`, "Ids").

use unicode_normalization::UnicodeNormalization;

use super::IdKind;
use crate::text::is_blank;

/// One id as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) raw: String,
    pub(super) form: Form,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Form {
    /// A group: `SP.01`, `SP.01.05`, `FR 1`.
    Group(String),
    /// A complete id that has no further parts: `SP.01.02 BR`, `CCSC 1`.
    Whole { usual: String, doubtful: bool },
    /// A practice of IEC 62443-4-1: `SM-1`.
    Practice { usual: String, doubtful: bool },
    /// `CR 1.1` and what follows it.
    Dotted { base: String, doubtful: bool, tail: Tail },
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Tail {
    None,
    Enhancements {
        numbers: Vec<u32>,
        with_base: bool,
        kind: IdKind,
    },
    /// A clause number of the standard in brackets.
    Clause,
    /// A written range, every number from first to last.
    Range(Vec<String>),
}

/// Families whose ids are two numbers with a full stop; the first six may carry enhancements.
const DOTTED: [&str; 15] = [
    "SR", "CR", "SAR", "EDR", "HDR", "NDR", "ORG", "USER", "ZCR", "DATA", "COMP", "NET", "EVENT", "AVAIL",
    "CM",
];
const WITH_ENHANCEMENTS: usize = 6;
/// Practices of IEC 62443-4-1 clause 5 to 12.
const PRACTICES: [&str; 8] = ["SM", "SR", "SD", "SI", "SVV", "DM", "SUM", "SG"];
/// Control families of NIST SP 800-53 that no part of IEC 62443 uses in this form.
const OF_800_53: [&str; 18] = [
    "AC", "AT", "AU", "CA", "CM", "CP", "IA", "IR", "MA", "MP", "PE", "PL", "PM", "PS", "PT", "RA", "SA",
    "SC",
];
/// The longest range that is written out.
const RANGE: u32 = 40;

/// Compatibility forms, every dash `-`, every blank one blank, upper case.
pub(super) fn clean(raw: &str) -> String {
    let mut out = String::with_capacity(raw.len());
    let mut blank = false;
    for c in raw.nfkc() {
        let c = match c {
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => '-',
            '\n' | '\r' => ' ',
            c if is_blank(c) => ' ',
            c => c,
        };
        if c == ' ' {
            blank = !out.is_empty();
            continue;
        }
        if blank {
            out.push(' ');
            blank = false;
        }
        out.extend(c.to_uppercase());
    }
    out
}

/// The usual spelling of one id; a text that is no single id stays as it is, cleaned.
pub(super) fn usual(id: &str) -> String {
    let text = clean(id);
    match tokens(&text).as_slice() {
        [Token { form, .. }] => match form {
            Form::Group(usual) | Form::Whole { usual, .. } | Form::Practice { usual, .. } => usual.clone(),
            Form::Dotted { base, tail, .. } => match tail {
                Tail::Enhancements { numbers, with_base: false, .. } => match numbers.as_slice() {
                    [number] => format!("{base} RE({number})"),
                    _ => text,
                },
                _ => base.clone(),
            },
        },
        _ => text,
    }
}

/// Whether a control id such as `AC-2` stands in a cleaned text.
pub(super) fn speaks_of_800_53(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    let mut scan = Scan { chars: &chars, at: 0 };
    while scan.at < chars.len() {
        let start = scan.at;
        if scan.at_word_start()
            && OF_800_53.iter().any(|family| scan.word(family))
            && scan.eat('-')
            && scan.number().is_some()
            && scan.peek() != Some('.')
        {
            return true;
        }
        scan.at = start + 1;
    }
    false
}

/// Every id of a cleaned text, in reading order.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let chars: Vec<char> = text.chars().collect();
    let mut scan = Scan { chars: &chars, at: 0 };
    let mut found = Vec::new();
    while scan.at < chars.len() {
        let start = scan.at;
        let form = if scan.at_word_start() { scan.form() } else { None };
        match form {
            Some(form) => {
                let family = match &form {
                    Form::Dotted { base, .. } => base.split_once(' ').map(|(f, _)| f.to_owned()),
                    _ => None,
                };
                found.push(Token { raw: scan.since(start), form });
                if let Some(family) = family {
                    scan.more_of(&family, &mut found);
                }
            }
            None => scan.at = start + 1,
        }
    }
    found
}

/// Walks over the characters; a method that finds nothing leaves the place unchanged.
struct Scan<'a> {
    chars: &'a [char],
    at: usize,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.chars.get(self.at).copied()
    }

    fn since(&self, start: usize) -> String {
        self.chars.get(start..self.at).unwrap_or_default().iter().collect::<String>().trim().to_owned()
    }

    fn eat(&mut self, c: char) -> bool {
        let there = self.peek() == Some(c);
        self.at += usize::from(there);
        there
    }

    fn blanks(&mut self) {
        while self.eat(' ') {}
    }

    fn word(&mut self, word: &str) -> bool {
        let count = word.chars().count();
        let there = self
            .chars
            .get(self.at..self.at + count)
            .is_some_and(|here| here.iter().copied().eq(word.chars()));
        self.at += if there { count } else { 0 };
        there
    }

    fn at_word_start(&self) -> bool {
        let before = self.at.checked_sub(1).and_then(|n| self.chars.get(n));
        !before.is_some_and(|c| c.is_alphanumeric())
    }

    fn at_word_end(&self) -> bool {
        !self.peek().is_some_and(char::is_alphanumeric)
    }

    /// Digits as written, at most three; more are no id.
    fn digits(&mut self) -> Option<String> {
        let start = self.at;
        while self.peek().is_some_and(|c| c.is_ascii_digit()) {
            self.at += 1;
        }
        if self.at == start || self.at - start > 3 {
            self.at = start;
            return None;
        }
        Some(self.since(start))
    }

    fn number(&mut self) -> Option<u32> {
        self.digits()?.parse().ok()
    }

    /// Runs a step; when it finds nothing, the place is as before.
    fn attempt<T>(&mut self, step: impl FnOnce(&mut Self) -> Option<T>) -> Option<T> {
        let start = self.at;
        let found = step(self);
        if found.is_none() {
            self.at = start;
        }
        found
    }

    fn form(&mut self) -> Option<Form> {
        self.attempt(Scan::provider)
            .or_else(|| self.attempt(Scan::dotted))
            .or_else(|| self.attempt(Scan::practice))
            .or_else(|| self.attempt(Scan::group))
    }

    /// `SP.01.02 RE(1)` of IEC 62443-2-4 and its shorter spellings.
    fn provider(&mut self) -> Option<Form> {
        if !self.word("SP") {
            return None;
        }
        self.separator();
        let area = self.digits()?;
        let number = self.attempt(|s| if s.eat('.') { s.digits() } else { None });
        let two = |digits: &str| format!("{digits:0>2}");
        let short = area.len() != 2 || number.as_ref().is_some_and(|n| n.len() != 2);
        let Some(number) = number else {
            return self.at_word_end().then(|| Form::Group(format!("SP.{}", two(&area))));
        };
        let base = format!("SP.{}.{}", two(&area), two(&number));
        let part = self.attempt(|s| {
            s.separator();
            if s.word("BR") && s.at_word_end() {
                return Some(format!("{base} BR"));
            }
            None
        });
        let part =
            part.or_else(|| self.attempt(Scan::enhancement).map(|number| format!("{base} RE({number})")));
        match part {
            Some(usual) => Some(Form::Whole { usual, doubtful: short }),
            None => self.at_word_end().then_some(Form::Group(base)),
        }
    }

    /// One blank, full stop or dash between the letters and the numbers, or none.
    fn separator(&mut self) {
        self.blanks();
        if self.eat('.') || self.eat('-') {
            self.blanks();
        }
    }

    /// `RE(1)`, `RE 1`, `RE1`, `RE (1)`, and with dashes `-RE-1`.
    fn enhancement(&mut self) -> Option<u32> {
        self.blanks();
        let start = self.at;
        if self.eat('-') {
            self.blanks();
        }
        if !self.word("RE") {
            self.at = start;
            return None;
        }
        self.blanks();
        if self.eat('-') {
            self.blanks();
        }
        let bracket = self.eat('(');
        self.blanks();
        let number = self.number()?;
        self.blanks_before(')', bracket);
        self.at_word_end().then_some(number)
    }

    fn blanks_before(&mut self, mark: char, wanted: bool) {
        if wanted {
            self.attempt(|s| {
                s.blanks();
                s.eat(mark).then_some(())
            });
        }
    }

    fn dotted(&mut self) -> Option<Form> {
        // Longer names first: SAR before SR would not clash, but USER must not be read as another word's end.
        let at = DOTTED.iter().position(|family| {
            let start = self.at;
            let there = self.word(family) && !self.peek().is_some_and(char::is_alphabetic);
            if !there {
                self.at = start;
            }
            there
        })?;
        let family = DOTTED.get(at)?;
        self.blanks();
        if self.eat('-') {
            self.blanks();
        }
        let (group, number, doubtful) = self.pair()?;
        let base = format!("{family} {group}.{number}");
        if let Some(members) = self.attempt(|s| s.range(family, group, number)) {
            return Some(Form::Dotted { base, doubtful, tail: Tail::Range(members) });
        }
        let tail = if at < WITH_ENHANCEMENTS { self.tail() } else { self.clause_only() };
        self.ends_id().then_some(Form::Dotted { base, doubtful, tail })
    }

    /// `1.10`; leading zeros or a third number make it doubtful.
    fn pair(&mut self) -> Option<(u32, u32, bool)> {
        let group = self.digits()?;
        if !self.eat('.') {
            return None;
        }
        let number = self.digits()?;
        let mut doubtful = group.starts_with('0') || number.starts_with('0');
        if self.peek() == Some('.') && self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit) {
            self.at += 1;
            self.digits()?;
            doubtful = true;
        }
        Some((group.parse().ok()?, number.parse().ok()?, doubtful))
    }

    /// After an id no digit or letter may follow directly.
    fn ends_id(&self) -> bool {
        self.at_word_end()
    }

    /// `-1.5` or `- CR 1.5` after `CR 1.3`.
    fn range(&mut self, family: &str, group: u32, number: u32) -> Option<Vec<String>> {
        self.blanks();
        if !self.eat('-') && !self.word("TO ") && !self.word("...") {
            return None;
        }
        self.blanks();
        self.attempt(|s| {
            let there = s.word(family);
            s.blanks();
            there.then_some(())
        });
        let (last_group, last, doubtful) = self.pair()?;
        let bad = doubtful || last_group != group || last <= number || last - number > RANGE;
        if bad || !self.at_word_end() {
            return None;
        }
        Some((number..=last).map(|n| format!("{family} {group}.{n}")).collect())
    }

    fn clause_only(&mut self) -> Tail {
        self.attempt(Scan::clause).map_or(Tail::None, |_| Tail::Clause)
    }

    /// What may follow `CR 1.1`.
    fn tail(&mut self) -> Tail {
        if let Some(number) = self.attempt(Scan::short_enhancement) {
            return Tail::Enhancements { numbers: vec![number], with_base: false, kind: IdKind::Ok };
        }
        if let Some((with_base, numbers)) = self.attempt(Scan::enhancements) {
            return Tail::Enhancements { numbers, with_base, kind: IdKind::Ok };
        }
        if let Some(number) = self.attempt(Scan::slip) {
            return Tail::Enhancements { numbers: vec![number], with_base: false, kind: IdKind::Suggest };
        }
        match self.attempt(Scan::clause) {
            Some((3, third, Some(item))) => {
                // In IEC 62443-4-2 the third level of a clause numbered 3 lists the enhancements;
                // elsewhere the number in brackets may be anything, so a person is asked.
                let kind = if third == 3 { IdKind::Clause } else { IdKind::Suggest };
                Tail::Enhancements { numbers: vec![item], with_base: false, kind }
            }
            Some(_) => Tail::Clause,
            None => Tail::None,
        }
    }

    /// `(1)` directly behind the number.
    fn short_enhancement(&mut self) -> Option<u32> {
        if !self.eat('(') {
            return None;
        }
        let number = self.number()?;
        self.eat(')').then_some(number)
    }

    /// `RE(1)`, `+ RE(1)`, `RE 1-3`, `RE(1), RE(2)`.
    fn enhancements(&mut self) -> Option<(bool, Vec<u32>)> {
        self.blanks();
        let with_base = self.eat('+');
        let first = self.enhancement()?;
        let mut numbers = vec![first];
        let last = self.attempt(|s| {
            s.blanks();
            if !s.eat('-') {
                return None;
            }
            s.blanks();
            let last = s.number()?;
            (last > first && last - first <= RANGE && s.at_word_end() && s.peek() != Some('.'))
                .then_some(last)
        });
        if let Some(last) = last {
            numbers.extend(first + 1..=last);
        }
        while let Some(next) = self.attempt(|s| {
            s.listing()?;
            s.enhancement()
        }) {
            numbers.push(next);
        }
        Some((with_base, numbers))
    }

    /// `E1` for `RE 1`: seen as a slip, so only suggested.
    fn slip(&mut self) -> Option<u32> {
        self.blanks();
        if !self.eat('E') {
            return None;
        }
        self.blanks();
        let number = self.number()?;
        self.at_word_end().then_some(number)
    }

    /// ` (13.6.3(1))`: how many levels, the third level, and the number in inner brackets.
    fn clause(&mut self) -> Option<(usize, u32, Option<u32>)> {
        self.blanks();
        if !self.eat('(') {
            return None;
        }
        let mut levels = vec![self.number()?];
        while self.eat('.') {
            levels.push(self.number()?);
        }
        if levels.len() < 2 {
            return None;
        }
        let mut item = None;
        if self.eat('(') {
            item = self.number();
            if item.is_none() {
                self.at += 1;
            }
            if !self.eat(')') {
                return None;
            }
        }
        self.eat(')').then(|| (levels.len(), levels.get(2).copied().unwrap_or(0), item))
    }

    /// `,` `;` `/` `&` `AND` between the members of a list.
    fn listing(&mut self) -> Option<()> {
        self.blanks();
        let there = [',', ';', '/', '&', '+'].into_iter().any(|mark| self.eat(mark)) || self.word("AND ");
        self.blanks();
        there.then_some(())
    }

    /// Bare numbers listed behind an id belong to its family: `CR 1.1, 1.2 and 1.3`.
    fn more_of(&mut self, family: &str, found: &mut Vec<Token>) {
        while let Some((raw, base)) = self.attempt(|s| {
            s.listing()?;
            let start = s.at;
            let (group, number, doubtful) = s.pair()?;
            let ends = !doubtful && s.at_word_end();
            ends.then(|| (s.since(start), format!("{family} {group}.{number}")))
        }) {
            found.push(Token { raw, form: Form::Dotted { base, doubtful: false, tail: Tail::None } });
        }
    }

    /// `SM-1`; the dash makes it a practice, a full stop behind the number makes it doubtful.
    fn practice(&mut self) -> Option<Form> {
        let family = PRACTICES.iter().find(|family| {
            let start = self.at;
            let there = self.word(family) && self.peek() == Some('-');
            if !there {
                self.at = start;
            }
            there
        })?;
        self.at += 1;
        let number = self.digits()?;
        let doubtful =
            self.attempt(|s| if s.eat('.') { s.digits() } else { None }).is_some() || number.starts_with('0');
        // SI-2(1) is a control enhancement of another catalogue.
        if self.peek() == Some('(') || !self.at_word_end() {
            return None;
        }
        let number: u32 = number.parse().ok()?;
        Some(Form::Practice { usual: format!("{family}-{number}"), doubtful })
    }

    /// `CCSC 1` and `FR 1`, each with or without a clause number.
    fn group(&mut self) -> Option<Form> {
        let common = self.word("CCSC");
        if !common && !self.word("FR") {
            return None;
        }
        self.blanks();
        if self.eat('-') {
            self.blanks();
        }
        let number = self.number()?;
        if !self.at_word_end() || self.is_decimal() {
            return None;
        }
        self.attempt(Scan::clause);
        Some(if common {
            Form::Whole { usual: format!("CCSC {number}"), doubtful: false }
        } else {
            Form::Group(format!("FR {number}"))
        })
    }

    fn is_decimal(&self) -> bool {
        self.peek() == Some('.') && self.chars.get(self.at + 1).is_some_and(char::is_ascii_digit)
    }
}
