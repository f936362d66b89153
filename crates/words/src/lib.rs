//! Every word a person reads, by language; the texts themselves are in `locales/`.
//!
//! Knows no domain: a text has an id and arguments. A missing text is shown as `⟦id⟧`, so that it can be
//! seen and is caught by tests, and nothing else breaks.

use std::{borrow::Cow, collections::BTreeMap};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

/// The texts that ship with the program, in one language each: language, then the files of its locale.
const LOCALES: &[(&str, &[&str])] = &[(
    "en",
    &[
        include_str!("../../../locales/en.ftl"),
        include_str!("../../../locales/en/checklist.ftl"),
        include_str!("../../../locales/en/evaluation-rules.ftl"),
        include_str!("../../../locales/en/cli.ftl"),
        include_str!("../../../locales/en/evidence.ftl"),
        include_str!("../../../locales/en/report.ftl"),
        include_str!("../../../locales/en/signature.ftl"),
        include_str!("../../../locales/en/trail.ftl"),
        include_str!("../../../locales/en/verify.ftl"),
    ],
)];

/// The texts of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
}

impl Words {
    /// The texts of that language, or English where it is not there.
    #[must_use]
    pub fn load(language: &str) -> Self {
        let chosen = LOCALES.iter().find(|(code, _)| *code == language).or(LOCALES.first());
        let (code, files) = chosen.map_or(("en", &[][..]), |(code, files)| (*code, *files));
        let language: LanguageIdentifier = code.parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![language]);
        // Isolation marks would end up in files and terminals as stray characters.
        bundle.set_use_isolating(false);
        let mut ids = Vec::new();
        for file in files {
            // A malformed message is left out and shows as missing; the tests name it.
            let resource = match FluentResource::try_new((*file).to_owned()) {
                Ok(resource) | Err((resource, _)) => resource,
            };
            ids.extend(message_ids(file));
            let _: Result<(), Vec<FluentError>> = bundle.add_resource(resource);
        }
        Self { bundle, ids }
    }

    /// The text with its arguments filled in.
    #[must_use]
    pub fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        let mut values = FluentArgs::new();
        for (name, value) in args {
            values.set(Cow::Owned((*name).to_owned()), FluentValue::from((*value).to_owned()));
        }
        let Some(pattern) = self.bundle.get_message(id).and_then(|m| m.value()) else {
            return format!("⟦{id}⟧");
        };
        let mut problems = Vec::new();
        self.bundle.format_pattern(pattern, Some(&values), &mut problems).into_owned()
    }

    /// Whether there is such a text.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.bundle.get_message(id).is_some_and(|m| m.value().is_some())
    }

    /// All text ids of this language.
    #[must_use]
    pub fn ids(&self) -> &[String] {
        &self.ids
    }

    /// All texts whose id begins with `prefix`. Arguments stay as they are written, `{$name}`, for the
    /// reader of the map to fill in.
    #[must_use]
    pub fn with_prefix(&self, prefix: &str) -> BTreeMap<String, String> {
        let chosen = self.ids.iter().filter(|id| id.starts_with(prefix));
        chosen.map(|id| (id.clone(), self.raw(id))).collect()
    }

    /// The text with `{$name}` in place of each argument: Fluent itself writes an argument that is not
    /// given that way.
    fn raw(&self, id: &str) -> String {
        self.text(id, &[])
    }
}

fn message_ids(file: &str) -> impl Iterator<Item = String> + '_ {
    file.lines().filter_map(|line| {
        let (id, _) = line.split_once('=')?;
        let id = id.trim_end();
        let is_id = id.starts_with(|c: char| c.is_ascii_lowercase())
            && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
        is_id.then(|| id.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_of_every_language_is_well_formed_and_there_once() {
        for (code, files) in LOCALES {
            let mut seen = std::collections::BTreeSet::new();
            for file in *files {
                let parsed = FluentResource::try_new((*file).to_owned());
                assert!(parsed.is_ok(), "{code}: {:?}", parsed.err().map(|(_, problems)| problems));
                for id in message_ids(file) {
                    assert!(
                        seen.insert(id.clone()),
                        "{code}: {id} is defined twice; the second would never be read"
                    );
                }
            }
        }
    }

    #[test]
    fn every_error_text_says_what_to_do() {
        let words = Words::load("en");
        for id in words.ids() {
            let two_part =
                ["refusal-", "gate-", "problem-"].iter().any(|p| id.starts_with(p)) && !id.ends_with("-do");
            assert!(
                !two_part || words.has(&format!("{id}-do")),
                "{id} says what is wrong but not what to do"
            );
        }
    }

    #[test]
    fn arguments_are_filled_in_without_stray_marks() {
        let words = Words::load("en");
        let text = words.text("refusal-unknown-finding", &[("place", "F-9")]);
        assert_eq!(text, "There is no finding F-9.", "isolation marks would show up in terminals and PDFs");
        assert_eq!(words.text("no-such-text", &[]), "⟦no-such-text⟧", "a missing text must be visible");
    }

    #[test]
    fn raw_texts_keep_their_placeholders() {
        let raw = Words::load("en").with_prefix("refusal-unknown-finding");
        assert_eq!(
            raw.get("refusal-unknown-finding").map(String::as_str),
            Some("There is no finding {$place}."),
            "the reader of the map fills them in"
        );
    }
}
