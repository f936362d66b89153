//! Takes the fields out of one JSON object, and keeps account of everything that is wrong.
//!
//! A field that cannot be taken leaves a problem with its exact place and yields `None`; reading
//! goes on, so that one look at a pack finds all its problems. Whatever is left at the end is an
//! unknown field.

use crate::{PackProblem, PackWhy, json::Json};
use alloc::{
    collections::BTreeSet,
    format,
    string::{String, ToString},
    vec::Vec,
};
use core::str::FromStr;
use serde::{
    Deserialize,
    de::{IntoDeserializer, value::Error},
};

/// The problems found so far.
#[derive(Default)]
pub(crate) struct Problems(pub(crate) Vec<PackProblem>);

/// The longest text, in bytes, that is shown as the id at a place. Nothing longer is an id, and a hostile file with
/// thousands of problems at one overlong id would have it copied thousands of times.
const MOST_ID: usize = 200;

impl Problems {
    pub(crate) fn add(&mut self, path: impl Into<String>, id: Option<&str>, why: PackWhy) {
        let id = id.filter(|id| id.len() <= MOST_ID).map(ToString::to_string);
        self.0.push(PackProblem { path: path.into(), id, why });
    }
}

/// The fields of one object that were not taken yet.
pub(crate) struct Fields<'a> {
    path: String,
    id: Option<String>,
    left: Vec<(String, Json)>,
    sound: bool,
    problems: &'a mut Problems,
}

impl<'a> Fields<'a> {
    /// Opens the object at `path`; anything but an object is a problem.
    pub(crate) fn of(value: Json, path: String, problems: &'a mut Problems) -> Option<Self> {
        let Json::Object(all) = value else {
            problems.add(path, None, PackWhy::WrongShape { expected: "object" });
            return None;
        };
        let id = id_of(&all).or_else(|| named(&all, "ref"));
        let mut left = Vec::with_capacity(all.len());
        let mut names = BTreeSet::new();
        for (name, value) in all {
            if names.insert(name.clone()) {
                left.push((name, value));
            } else {
                let place = join(&path, &name);
                problems.add(place, id.as_deref(), PackWhy::RepeatedField { field: name });
            }
        }
        Some(Self { path, id, left, sound: true, problems })
    }

    /// Reports what is left as unknown fields.
    pub(crate) fn finish(mut self) {
        for (name, _) in core::mem::take(&mut self.left) {
            self.note(&name, PackWhy::UnknownField { field: name.clone() });
        }
    }

    /// Notes a problem of the field `name` that leaves the meaning of the object intact.
    pub(crate) fn note(&mut self, name: &str, why: PackWhy) {
        self.problems.add(join(&self.path, name), self.id.as_deref(), why);
    }

    /// Notes that the field `name` could not be taken: the object is not to be used.
    pub(crate) fn problem(&mut self, name: &str, why: PackWhy) {
        self.sound = false;
        self.note(name, why);
    }

    /// Whether every field that was taken could be taken, optional ones included.
    pub(crate) fn sound(&self) -> bool {
        self.sound
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let place = self.left.iter().position(|(field, _)| field == name)?;
        Some(self.left.swap_remove(place).1)
    }

    fn demand(&mut self, name: &'static str) -> Option<Json> {
        let value = self.take(name);
        if value.is_none() {
            self.problem(name, PackWhy::MissingField { field: name });
        }
        value
    }

    fn text_of(&mut self, name: &str, value: Json) -> Option<String> {
        match value {
            Json::Text(text) if text.is_empty() || text.trim() != text => {
                self.problem(name, PackWhy::Empty);
                None
            }
            Json::Text(text) => Some(text),
            _ => {
                self.problem(name, PackWhy::WrongShape { expected: "text" });
                None
            }
        }
    }

    /// A text that must be there and may not be empty.
    pub(crate) fn text(&mut self, name: &'static str) -> Option<String> {
        let value = self.demand(name)?;
        self.text_of(name, value)
    }

    /// A text that may be left out, but not be empty.
    pub(crate) fn optional_text(&mut self, name: &'static str) -> Option<String> {
        let value = self.take(name)?;
        self.text_of(name, value)
    }

    /// A date, `2026-11` or `2026-11-23`.
    pub(crate) fn date(&mut self, name: &'static str) -> Option<String> {
        let text = self.text(name)?;
        if is_date(&text) {
            return Some(text);
        }
        self.problem(name, PackWhy::WrongShape { expected: "date" });
        None
    }

    /// A SHA-256 digest, 64 lower-case hexadecimal digits.
    pub(crate) fn digest(&mut self, name: &'static str) -> Option<trail::Digest> {
        let text = self.text(name)?;
        let digest = trail::Digest::from_hex(&text);
        if digest.is_none() {
            self.problem(name, PackWhy::WrongShape { expected: "SHA-256" });
        }
        digest
    }

    fn yes_of(&mut self, name: &str, value: &Json) -> Option<bool> {
        if let Json::Bool(yes) = value {
            return Some(*yes);
        }
        self.problem(name, PackWhy::WrongShape { expected: "true or false" });
        None
    }

    /// `true` or `false`, which must be there.
    pub(crate) fn yes(&mut self, name: &'static str) -> Option<bool> {
        let value = self.demand(name)?;
        self.yes_of(name, &value)
    }

    /// `true` or `false`, which may be left out.
    pub(crate) fn optional_yes(&mut self, name: &'static str) -> Option<bool> {
        let value = self.take(name)?;
        self.yes_of(name, &value)
    }

    fn number_of<N: TryFrom<i64>>(&mut self, name: &str, value: &Json, low: i64, high: i64) -> Option<N> {
        let Json::Whole(found) = *value else {
            self.problem(name, PackWhy::WrongShape { expected: "whole number" });
            return None;
        };
        let number = N::try_from(found).ok().filter(|_| (low..=high).contains(&found));
        if number.is_none() {
            self.problem(name, PackWhy::OutOfRange { found, low, high });
        }
        number
    }

    /// A whole number from `low` to `high` that must be there.
    pub(crate) fn number<N: TryFrom<i64>>(&mut self, name: &'static str, low: i64, high: i64) -> Option<N> {
        let value = self.demand(name)?;
        self.number_of(name, &value, low, high)
    }

    /// A whole number from `low` to `high` that may be left out.
    pub(crate) fn optional_number<N: TryFrom<i64>>(
        &mut self,
        name: &'static str,
        low: i64,
        high: i64,
    ) -> Option<N> {
        let value = self.take(name)?;
        self.number_of(name, &value, low, high)
    }

    /// Exactly `N` whole numbers from `low` to `high`; the list may be left out.
    pub(crate) fn optional_numbers<const N: usize>(
        &mut self,
        name: &'static str,
        expected: &'static str,
        low: i64,
        high: i64,
    ) -> Option<[u8; N]> {
        if !self.has(name) {
            return None;
        }
        let items = self.list(name)?;
        if items.len() != N {
            self.problem(name, PackWhy::WrongShape { expected });
            return None;
        }
        let numbers: Vec<u8> = items
            .iter()
            .enumerate()
            .filter_map(|(n, item)| self.number_of(&format!("{name}[{n}]"), item, low, high))
            .collect();
        numbers.try_into().ok()
    }

    fn word_of<W: for<'de> Deserialize<'de>>(
        &mut self,
        name: &str,
        value: Json,
        words: &[&str],
    ) -> Option<W> {
        let found = self.text_of(name, value)?;
        let word = words
            .contains(&found.as_str())
            .then(|| W::deserialize(IntoDeserializer::<Error>::into_deserializer(found.as_str())));
        match word {
            Some(Ok(word)) => Some(word),
            _ => {
                self.problem(name, PackWhy::UnknownWord { found, expected: words.join(", ") });
                None
            }
        }
    }

    /// One of `words` that must be there.
    pub(crate) fn word<W: for<'de> Deserialize<'de>>(
        &mut self,
        name: &'static str,
        words: &[&str],
    ) -> Option<W> {
        let value = self.demand(name)?;
        self.word_of(name, value, words)
    }

    /// One of `words` that may be left out.
    pub(crate) fn optional_word<W: for<'de> Deserialize<'de>>(
        &mut self,
        name: &'static str,
        words: &[&str],
    ) -> Option<W> {
        let value = self.take(name)?;
        self.word_of(name, value, words)
    }

    /// The items of a list that must be there; it may be empty.
    pub(crate) fn list(&mut self, name: &'static str) -> Option<Vec<Json>> {
        match self.demand(name)? {
            Json::List(items) => Some(items),
            _ => {
                self.problem(name, PackWhy::WrongShape { expected: "list" });
                None
            }
        }
    }

    fn texts_of(&mut self, name: &str, items: Vec<Json>) -> Option<Vec<String>> {
        let count = items.len();
        let texts: Vec<String> = items
            .into_iter()
            .enumerate()
            .filter_map(|(n, item)| self.text_of(&format!("{name}[{n}]"), item))
            .collect();
        (texts.len() == count).then_some(texts)
    }

    /// A list of texts that must be there; it may be empty.
    pub(crate) fn texts(&mut self, name: &'static str) -> Option<Vec<String>> {
        let items = self.list(name)?;
        self.texts_of(name, items)
    }

    /// A list of texts that must be there and hold something.
    pub(crate) fn some_texts(&mut self, name: &'static str) -> Option<Vec<String>> {
        let texts = self.texts(name)?;
        if texts.is_empty() {
            self.problem(name, PackWhy::Empty);
            return None;
        }
        Some(texts)
    }

    /// A list of texts that is left out when there are none: one content, one way to write it.
    pub(crate) fn optional_texts(&mut self, name: &'static str) -> Option<Vec<String>> {
        match self.has(name) {
            true => self.some_texts(name),
            false => Some(Vec::new()),
        }
    }

    /// A list of different words, left out when there are none. `None` when something is wrong.
    pub(crate) fn optional_words<W: for<'de> Deserialize<'de> + PartialEq>(
        &mut self,
        name: &'static str,
        words: &[&str],
    ) -> Option<Vec<W>> {
        if !self.has(name) {
            return Some(Vec::new());
        }
        let items = self.list(name)?;
        if items.is_empty() {
            self.problem(name, PackWhy::Empty);
            return None;
        }
        let mut found: Vec<(usize, W)> = Vec::new();
        for (n, item) in items.into_iter().enumerate() {
            let at = format!("{name}[{n}]");
            let Some(word) = self.word_of(&at, item, words) else {
                continue;
            };
            match found.iter().find(|(_, earlier)| *earlier == word) {
                Some((first, _)) => {
                    let first = join(&self.path, &format!("{name}[{first}]"));
                    self.problem(&at, PackWhy::DuplicateId { first });
                }
                None => found.push((n, word)),
            }
        }
        Some(found.into_iter().map(|(_, word)| word).collect())
    }

    /// What `read` makes of the object in the field `name`, which must be there.
    pub(crate) fn inner<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        let value = self.demand(name)?;
        let mut inner = Fields::of(value, join(&self.path, name), self.problems)?;
        inner.id = inner.id.or_else(|| self.id.clone());
        let item = read(&mut inner).filter(|_| inner.sound);
        inner.finish();
        item
    }

    /// Like [`Fields::inner`] for an object that may be left out.
    pub(crate) fn optional_inner<T>(
        &mut self,
        name: &'static str,
        read: impl Fn(&mut Fields<'_>) -> Option<T>,
    ) -> Option<T> {
        self.has(name).then(|| self.inner(name, read))?
    }

    /// Refuses the field if it is there, for a reason of its own in place of "unknown field".
    pub(crate) fn refuse(&mut self, name: &'static str, why: PackWhy) {
        if self.take(name).is_some() {
            self.problem(name, why);
        }
    }

    /// Whether the field is there and not taken yet.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.left.iter().any(|(field, _)| field == name)
    }

    /// The place of a part of this object, for problems that are noted later.
    pub(crate) fn place(&self, part: &str) -> String {
        join(&self.path, part)
    }

    /// The problems, for reading the items of a list.
    pub(crate) fn problems(&mut self) -> &mut Problems {
        self.problems
    }
}

/// The `id` of an object, for naming it in a problem.
pub(crate) fn id_of(fields: &[(String, Json)]) -> Option<String> {
    named(fields, "id")
}

/// The text in the field `wanted`.
fn named(fields: &[(String, Json)], wanted: &str) -> Option<String> {
    fields.iter().find_map(|(name, value)| match value {
        Json::Text(text) if name == wanted => Some(text.clone()),
        _ => None,
    })
}

fn join(path: &str, name: &str) -> String {
    match path.is_empty() {
        true => name.to_string(),
        false => format!("{path}.{name}"),
    }
}

/// Whether the text is a year and month, or a day, of the proleptic Gregorian calendar.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, digits: usize| {
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| u16::from_str(part).ok())
            .flatten()
    };
    let (year, month, day) = match parts.as_slice() {
        [year, month] => (number(year, 4), number(month, 2), Some(1)),
        [year, month, day] => (number(year, 4), number(month, 2), number(day, 2)),
        _ => return false,
    };
    let (Some(year), Some(month), Some(day)) = (year, month, day) else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_real_dates_are_dates() {
        for good in ["2026-11", "2026-11-30", "2024-02-29", "2000-02-29"] {
            assert!(is_date(good), "{good} is in the calendar");
        }
        for bad in [
            "2026",
            "2026-13",
            "2026-00",
            "2026-11-31",
            "2023-02-29",
            "1900-02-29",
            "26-11",
            "2026-+1",
            "2026-11-1",
            "2026-11-01-01",
            "November 2026",
        ] {
            assert!(!is_date(bad), "{bad} is not in the calendar, or not written as the format asks");
        }
    }
}
