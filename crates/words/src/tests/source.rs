//! What the source of a text holds: its words, arguments, cases and codes.

use std::collections::{BTreeMap, BTreeSet};

use crate::{locales::LOCALES, message_ids};

/// One text as it is written in its file.
#[derive(Debug)]
pub(super) struct Source {
    /// Everything after the equals sign.
    pub(super) text: String,
    /// Names of the arguments, `place` for `{ $place }`.
    pub(super) arguments: BTreeSet<String>,
    /// Cases that the text tells apart, `xlsb` for `[xlsb]`.
    pub(super) variants: BTreeSet<String>,
    /// Commands, options, codes and documents, which are the same in every language.
    pub(super) codes: BTreeSet<String>,
}

/// The texts of one language by id.
pub(super) fn sources(language: &str) -> BTreeMap<String, Source> {
    let files = LOCALES.iter().filter(|(code, _)| *code == language).flat_map(|(_, files)| files.iter());
    files.flat_map(|file| messages(file)).map(|(id, text)| (id, Source::of(text))).collect()
}

/// A text goes on until the next line that begins at the margin.
fn messages(file: &str) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut within = false;
    for line in file.lines() {
        if line.starts_with([' ', '\t']) || line.is_empty() {
            if let Some((_, text)) = found.last_mut().filter(|_| within) {
                text.push('\n');
                text.push_str(line);
            }
            continue;
        }
        let id = message_ids(line).next();
        // The brace that closes a choice of cases may stand at the margin; a comment ends the text.
        within = id.is_some() || (within && line.starts_with('}'));
        if let Some((id, (_, text))) = id.zip(line.split_once('=')) {
            found.push((id, text.to_owned()));
        } else if let Some((_, text)) = found.last_mut().filter(|_| within) {
            text.push('\n');
            text.push_str(line);
        }
    }
    found
}

impl Source {
    fn of(text: String) -> Self {
        Self { arguments: arguments(&text), variants: variants(&text), codes: codes(&text), text }
    }

    /// The text without its arguments.
    pub(super) fn words(&self) -> String {
        let mut depth = 0_u32;
        let mut words = String::new();
        for c in self.text.chars() {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                _ if depth == 0 || !self.variants.is_empty() => words.push(c),
                _ => {}
            }
        }
        words.trim().to_owned()
    }
}

const fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

fn arguments(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut depth = 0_u32;
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            '$' if depth > 0 => {
                let name: String = std::iter::from_fn(|| rest.next_if(|c| is_name(*c))).collect();
                found.insert(name);
            }
            _ => {}
        }
    }
    found
}

/// Arguments as Fluent writes those that were not given: `{$place}`.
pub(super) fn placeholders(raw: &str) -> BTreeSet<String> {
    arguments(raw)
}

fn variants(text: &str) -> BTreeSet<String> {
    if !text.contains("->") {
        return BTreeSet::new();
    }
    let keys = text.lines().filter_map(|line| {
        let (key, _) = line.trim_start().trim_start_matches('*').strip_prefix('[')?.split_once(']')?;
        Some(key.to_owned())
    });
    keys.collect()
}

/// Options (`--reason`), codes (`not_fulfilled`, `claim.ml`), documents and commands (`assay rows`).
fn codes(text: &str) -> BTreeSet<String> {
    let is_part = |c: char| is_name(c) || matches!(c, '.' | '/');
    let tokens = text.split(|c: char| !is_part(c)).map(|token| token.trim_end_matches('.'));
    let is_code = |token: &&str| {
        let dotted = token.split_once('.').is_some_and(|(one, two)| {
            [one, two].iter().all(|p| p.len() > 1 && p.bytes().all(|b| b.is_ascii_lowercase() || b == b'_'))
        });
        token.starts_with("--") || token.contains('_') || token.starts_with("docs/") || dotted
    };
    let mut found: BTreeSet<String> = tokens.filter(is_code).map(str::to_owned).collect();
    // A command ends where anything but a lower-case word follows; quotation marks and colons do that.
    // `.assay` is the ending of a dossier's file.
    for (before, rest) in text.match_indices("assay ").map(|(at, _)| text.split_at(at)) {
        if before.ends_with(|c: char| c == '.' || is_name(c)) {
            continue;
        }
        let is_command = |c: &char| c.is_ascii_lowercase() || matches!(c, ' ' | '-');
        let command: String = rest.chars().take_while(is_command).collect();
        found.insert(command.split(" --").next().unwrap_or_default().trim().to_owned());
    }
    found
}
