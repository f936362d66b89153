//! The answer, for a person and for a program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;

use dossier::DossierError;
use dossier::verify::Finding;
use trail::json::{self, Value};
use words::Words;

/// A text by its id, with what goes into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Said {
    pub(crate) id: String,
    pub(crate) args: Vec<(String, String)>,
}

impl Said {
    pub(crate) fn new(id: &str) -> Self {
        Self { id: id.to_owned(), args: Vec::new() }
    }

    pub(crate) fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.args.push((name.to_owned(), visible(&value.to_string())));
        self
    }

    fn with_all(self, args: &[(&str, String)]) -> Self {
        args.iter().fold(self, |said, (name, value)| said.with(name, value))
    }

    fn text(&self, words: &Words) -> String {
        self.and(words, "")
    }

    fn detail(&self) -> &str {
        self.args.iter().find(|(name, _)| name == "detail").map_or("", |(_, value)| value.as_str())
    }

    fn and(&self, words: &Words, suffix: &str) -> String {
        // What another crate found wrong is named by the id of its own text.
        let told = |name: &str, value: &String| {
            let is_text = name == "why" && value.starts_with("signature-") && words.has(value);
            if is_text { words.text(value, &[("detail", self.detail())]) } else { value.clone() }
        };
        let told: Vec<(&str, String)> =
            self.args.iter().map(|(name, value)| (name.as_str(), told(name, value))).collect();
        let args: Vec<(&str, &str)> = told.iter().map(|(name, value)| (*name, value.as_str())).collect();
        words.text(&format!("{}{suffix}", self.id), &args)
    }
}

/// What comes out of a hostile file must not be able to move the cursor or hide a line.
fn visible(text: &str) -> String {
    let shown =
        text.chars().map(|c| if c.is_control() || is_invisible(c) { char::REPLACEMENT_CHARACTER } else { c });
    let mut shown: String = shown.take(1000).collect();
    if text.chars().count() > 1000 {
        shown.push('…');
    }
    shown
}

/// Characters that change direction or have no shape.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Yes, no, or cannot tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Answer {
    /// Nothing wrong was found.
    Ok {
        /// What was checked, with counts.
        checked: Vec<Said>,
        /// What is not wrong but must be said.
        remarks: Vec<Said>,
        /// What the answer does not show.
        limits: Vec<Said>,
    },
    /// The first thing that is wrong, and where.
    Wrong { what: Said, place: Said },
    /// Why there is no answer.
    NotChecked(Said),
}

impl Answer {
    pub(crate) fn unreadable(path: &Path, problem: &std::io::Error) -> Self {
        Self::NotChecked(Said::new("verify-unreadable").with("path", path.display()).with("detail", problem))
    }

    pub(crate) fn wrong(id: &str, path: &Path) -> Self {
        Self::Wrong {
            what: Said::new(id),
            place: Said::new("verify-place-named").with("path", path.display()),
        }
    }

    /// Adds an argument to what is wrong.
    pub(crate) fn with(self, name: &str, value: impl ToString) -> Self {
        match self {
            Self::Wrong { what, place } => Self::Wrong { what: what.with(name, value), place },
            other => other,
        }
    }

    pub(crate) const fn exit_code(&self) -> u8 {
        match self {
            Self::Ok { .. } => 0,
            Self::Wrong { .. } => 1,
            Self::NotChecked(_) => 2,
        }
    }

    /// For a terminal.
    pub(crate) fn text(&self, words: &Words) -> String {
        let mut text = String::new();
        let mut line = |line: &str| {
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{}", words::visible_line(line));
        };
        match self {
            Self::Ok { checked, remarks, limits } => {
                line(&words.text("verify-ok", &[]));
                for said in checked {
                    line(&format!("  {}", said.text(words)));
                }
                for said in remarks {
                    line(&format!("  {} {}", words.text("verify-remark", &[]), said.text(words)));
                }
                for said in limits {
                    line(&said.text(words));
                }
            }
            Self::Wrong { what, place } => {
                line(&format!("{} {}", words.text("verify-wrong", &[]), what.text(words)));
                line(&format!("{} {}", words.text("verify-where", &[]), place.text(words)));
                line(&format!("{} {}", words.text("verify-meaning", &[]), what.and(words, "-means")));
                line(&format!("{} {}", words.text("verify-action", &[]), what.and(words, "-do")));
            }
            Self::NotChecked(why) => {
                line(&format!("{} {}", words.text("verify-not-checked", &[]), why.text(words)));
                line(&format!("{} {}", words.text("verify-action", &[]), why.and(words, "-do")));
            }
        }
        text
    }

    /// For a program: `result`, and the same texts with their ids and arguments.
    pub(crate) fn json(&self, words: &Words) -> String {
        let list = |said: &[Said]| Value::List(said.iter().map(|said| value(said, words)).collect());
        let value = match self {
            Self::Ok { checked, remarks, limits } => Value::map([
                ("result", Value::Text("ok".to_owned())),
                ("checked", list(checked)),
                ("remarks", list(remarks)),
                ("limits", list(limits)),
            ]),
            Self::Wrong { what, place } => Value::map([
                ("result", Value::Text("wrong".to_owned())),
                ("what", value(what, words)),
                ("place", value(place, words)),
                ("means", Value::Text(what.and(words, "-means"))),
                ("do", Value::Text(what.and(words, "-do"))),
            ]),
            Self::NotChecked(why) => Value::map([
                ("result", Value::Text("not-checked".to_owned())),
                ("why", value(why, words)),
                ("do", Value::Text(why.and(words, "-do"))),
            ]),
        };
        let mut text = json::write(&value).unwrap_or_default();
        text.push('\n');
        text
    }
}

fn value(said: &Said, words: &Words) -> Value {
    let args: BTreeMap<String, Value> =
        said.args.iter().map(|(name, value)| (name.clone(), Value::Text(value.clone()))).collect();
    Value::map([
        ("id", Value::Text(said.id.clone())),
        ("args", Value::Map(args)),
        ("text", Value::Text(said.text(words))),
    ])
}

impl From<&Finding> for Answer {
    fn from(finding: &Finding) -> Self {
        Self::Wrong {
            what: Said::new(&format!("verify-{}", finding.code.as_str())).with_all(&finding.args),
            place: Said::new(&format!("verify-place-{}", finding.place.code()))
                .with_all(&finding.place.args()),
        }
    }
}

impl From<DossierError> for Answer {
    fn from(problem: DossierError) -> Self {
        Self::NotChecked(Said::new(problem.code()).with_all(&problem.args()))
    }
}

impl From<&dossier::verify::Remark> for Said {
    fn from(remark: &dossier::verify::Remark) -> Self {
        Self::new(&format!("verify-remark-{}", remark.code())).with_all(&remark.args())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_file_says_cannot_hide_anything_on_a_terminal() {
        let said = Said::new("x").with("name", "a\u{1b}[2Kb\nc\u{202e}d");
        assert_eq!(said.args[0].1, "a\u{fffd}[2Kb\u{fffd}c\u{fffd}d", "control characters are shown as such");
        let long = Said::new("x").with("name", "y".repeat(5000));
        assert_eq!(long.args[0].1.chars().count(), 1001, "a long name does not bury the answer");
    }

    #[test]
    fn everything_that_can_be_said_has_its_words() {
        let words = Words::load("en");
        for code in dossier::verify::Code::ALL {
            for suffix in ["", "-means", "-do"] {
                let id = format!("verify-{}{suffix}", code.as_str());
                assert!(words.has(&id), "{id} has no text");
            }
        }
        let not_checked = ["unreadable", "option-idle", "no-signature-beside", "passphrase-not-asked"];
        for (code, suffix) in not_checked.iter().flat_map(|code| [(code, ""), (code, "-do")]) {
            assert!(words.has(&format!("verify-{code}{suffix}")), "{code}{suffix} has no text");
        }
    }
}
