//! Every word a person reads, by language; the texts themselves are in `locales/`.
//!
//! Knows no domain: a text has an id and arguments. A missing text is shown as `⟦id⟧`, so that it can be
//! seen and is caught by tests, and nothing else breaks.

mod locales;
mod visible;

#[cfg(test)]
mod tests;

use std::{borrow::Cow, collections::BTreeMap};

use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

use crate::locales::LOCALES;

pub use visible::{is_unseen, visible, visible_line};

/// The languages there are texts in, by their code; English comes first.
pub fn languages() -> impl Iterator<Item = &'static str> {
    LOCALES.iter().map(|(code, _)| *code)
}

/// The language that serves a reader of this tag best: `de` for `de`, `de-DE` or `de_AT.UTF-8`, English for
/// whatever is not here. Both ways of writing a tag are read, that of web pages and that of POSIX.
#[must_use]
pub fn best(language_tag: &str) -> &'static str {
    let wanted = language_tag.trim().split(['-', '_', '.', '@']).next().unwrap_or_default();
    languages().find(|code| code.eq_ignore_ascii_case(wanted)).unwrap_or("en")
}

/// The texts of one language.
pub struct Words {
    bundle: FluentBundle<FluentResource>,
    ids: Vec<String>,
}

impl Words {
    /// The texts that serve a reader of this language tag [`best`].
    #[must_use]
    pub fn load(language_tag: &str) -> Self {
        let best = best(language_tag);
        let chosen = LOCALES.iter().find(|(code, _)| *code == best);
        let (code, files) = chosen.map_or((best, &[][..]), |(code, files)| (*code, *files));
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
