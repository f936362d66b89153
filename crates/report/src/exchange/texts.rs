//! Fixed texts with their placeholders filled.

use std::collections::BTreeMap;

use crate::{RenderProblem, Words};

/// The fixed texts, looked up strictly.
pub(super) struct Texts<'a>(pub(super) &'a Words);

impl Texts<'_> {
    /// The text `report-<id>`.
    pub(super) fn get(&self, id: &str) -> Result<String, RenderProblem> {
        let id = format!("report-{id}");
        self.0.get(&id).cloned().ok_or(RenderProblem::MissingWord(id))
    }

    /// The text of a code in a family; an empty code has an empty text.
    pub(super) fn code(&self, family: &str, code: &str) -> Result<String, RenderProblem> {
        if code.is_empty() { Ok(String::new()) } else { self.get(&format!("{family}-{code}")) }
    }

    /// The text with its placeholders filled.
    pub(super) fn with(&self, id: &str, args: &[(&str, &str)]) -> Result<String, RenderProblem> {
        let args = args.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        self.filled(id, &args)
    }

    /// The same with arguments by name. A placeholder without a value stays as it is, as on the pages.
    pub(super) fn filled(&self, id: &str, args: &BTreeMap<String, String>) -> Result<String, RenderProblem> {
        let text = self.get(id)?;
        let mut out = String::new();
        let mut rest = text.as_str();
        // One pass, so that a value that looks like a placeholder stays a value.
        while let Some((before, after)) = rest.split_once("{$") {
            out.push_str(before);
            match after.split_once('}') {
                Some((name, then)) => {
                    match args.get(name.trim()) {
                        Some(value) => out.push_str(value),
                        None => out.push_str(&format!("{{${name}}}")),
                    }
                    rest = then;
                }
                None => {
                    out.push_str("{$");
                    rest = after;
                }
            }
        }
        out.push_str(rest);
        Ok(out)
    }
}

/// A text on one line without spaces at its ends: what OSCAL takes as a name or a value. Words are kept as they are.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_looks_like_a_placeholder_stays_a_value() {
        let words = Words::from([("report-a".to_owned(), "{$x} and {$y}, {$z} {$".to_owned())]);
        let text = Texts(&words).with("a", &[("x", "{$y}"), ("y", "2")]).expect("it is there");
        assert_eq!(text, "{$y} and 2, {$z} {$", "each placeholder of the text is filled once");
        let missing = Texts(&words).get("b").expect_err("there is no such text");
        assert_eq!(missing, RenderProblem::MissingWord("report-b".to_owned()), "the missing id is named");
    }
}
