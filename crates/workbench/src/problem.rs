//! What goes wrong, in two parts: what it is, and what to do.

use std::{collections::BTreeMap, fmt, io, path::Path};

use evaluation::decide::Refusal;
use serde::Serialize;
use words::Words;

/// Something that kept a job from being done. Nothing half-done was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Problem {
    /// Text id; the way forward is under `<code>-do`.
    pub code: String,
    /// Arguments of both texts.
    pub args: BTreeMap<String, String>,
    /// Further problems found in the same go, such as every gate of a report.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<Problem>,
}

impl Problem {
    /// A problem without arguments.
    #[must_use]
    pub fn new(code: impl Into<String>) -> Self {
        Self { code: code.into(), args: BTreeMap::new(), more: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl fmt::Display) -> Self {
        self.args.insert(name.to_owned(), value.to_string());
        self
    }

    /// A file that could not be read or written.
    #[must_use]
    pub fn file(code: &str, path: &Path, error: &io::Error) -> Self {
        Self::new(code).with("path", path.display()).with("why", error)
    }

    /// Several problems as one: the first, with the rest behind it. `None` for an empty list.
    #[must_use]
    pub fn all(mut problems: Vec<Problem>) -> Option<Self> {
        if problems.is_empty() {
            return None;
        }
        let mut first = problems.remove(0);
        first.more = problems;
        Some(first)
    }

    /// What is wrong, in the reader's language.
    #[must_use]
    pub fn text(&self, words: &Words) -> String {
        let args = self.told(words);
        let args: Vec<(&str, &str)> = args.iter().map(|(k, v)| (*k, v.as_str())).collect();
        let text = words.text(&self.code, &args);
        // What is wrong in a pack or profile is said with its place, which the texts of the loader leave out.
        match self.args.get("place").filter(|place| self.code.starts_with("checklist-") && !place.is_empty())
        {
            Some(place) => format!("{place}: {text}"),
            None => text,
        }
    }

    /// The arguments, with the id of an outcome replaced by its own text.
    fn told(&self, words: &Words) -> Vec<(&str, String)> {
        let told = |value: &String| {
            let is_text = value.starts_with("outcome-") && words.has(value);
            if is_text { words.text(value, &[]).trim_end_matches('.').to_owned() } else { value.clone() }
        };
        self.args.iter().map(|(k, v)| (k.as_str(), told(v))).collect()
    }

    /// What to do about it.
    #[must_use]
    pub fn way_forward(&self, words: &Words) -> String {
        words.text(&format!("{}-do", self.code), &self.borrowed())
    }

    fn borrowed(&self) -> Vec<(&str, &str)> {
        self.args.iter().map(|(k, v)| (k.as_str(), v.as_str())).collect()
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let code = if refusal.rule.starts_with("gate-") {
            refusal.rule.to_owned()
        } else {
            format!("refusal-{}", refusal.rule)
        };
        let mut problem = Self::new(code).with("place", refusal.place);
        for (name, value) in refusal.args {
            problem = problem.with(name, value);
        }
        problem
    }
}
