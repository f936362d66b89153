//! Every rule has a vector and a text, and no text is left without a rule.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use crate::refusals::vectors;

fn crates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Every Rust source below the folder, comments left out.
fn sources(folder: &Path) -> Vec<String> {
    let mut texts = Vec::new();
    let entries = fs::read_dir(folder).expect("a folder of sources");
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        if path.is_dir() {
            texts.extend(sources(&path));
        } else if path.extension().is_some_and(|e| e == "rs") {
            texts.push(code(&fs::read_to_string(&path).expect("a readable source")));
        }
    }
    texts
}

fn code(source: &str) -> String {
    let lines = source.lines().filter(|l| !l.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// Rules of `decide` and `issuing`: there, a text in quotation marks that is several words joined by hyphens is the name
/// of a rule, whether it is handed to a refusal directly or through a check; and so is whatever opens a refusal.
fn rules() -> BTreeSet<String> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut texts = sources(&src.join("decide"));
    texts.extend(sources(&src.join("issuing")));
    for file in ["decide.rs", "issuing.rs"] {
        texts.push(code(&fs::read_to_string(src.join(file)).expect("a source")));
    }
    let mut rules = BTreeSet::new();
    for text in &texts {
        rules.extend(text.split('"').skip(1).step_by(2).filter(|word| is_rule(word)).map(str::to_owned));
        rules.extend(named_in_refusals(text));
    }
    rules
}

fn is_rule(word: &str) -> bool {
    let part = |p: &str| !p.is_empty() && p.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit());
    word.contains('-') && word.split('-').all(part)
}

/// The names that stand first in `Refusal::new("…"`.
fn named_in_refusals(text: &str) -> Vec<String> {
    let calls = text.split("Refusal::new(").skip(1);
    calls
        .filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_rule_has_a_vector() {
    let rules = rules();
    assert!(rules.len() > 70, "the search must find the rules: {rules:?}");
    let tried: BTreeSet<String> = vectors().vectors.into_iter().filter_map(|v| Some(v.refused?.0)).collect();
    let untried: Vec<&String> = rules.difference(&tried).collect();
    assert!(untried.is_empty(), "rules without a vector: {untried:?}");
    let unknown: Vec<&String> = tried.difference(&rules).collect();
    assert!(unknown.is_empty(), "vectors of no rule: {unknown:?}");
}

fn texts() -> BTreeSet<String> {
    let mut locale = fs::read_to_string(crates().join("../locales/en.ftl")).expect("the locale");
    for entry in fs::read_dir(crates().join("../locales/en")).expect("the locale's folder") {
        let path = entry.expect("a readable folder").path();
        locale.push_str(&fs::read_to_string(path).expect("a file of the locale"));
    }
    locale
        .lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| Some(line.split_once(" =")?.0.to_owned()))
        .filter(|id| id.starts_with("refusal-") || id.starts_with("gate-"))
        .collect()
}

fn text_of(rule: &str) -> String {
    if rule.starts_with("gate-") { rule.to_owned() } else { format!("refusal-{rule}") }
}

#[test]
fn every_rule_says_what_is_wrong_and_what_to_do() {
    let texts = texts();
    let missing: Vec<String> = rules()
        .iter()
        .flat_map(|rule| [text_of(rule), format!("{}-do", text_of(rule))])
        .filter(|id| !texts.contains(id))
        .collect();
    assert!(missing.is_empty(), "texts that a refusal needs: {missing:?}");
}

#[test]
fn no_text_is_left_without_a_rule() {
    let mut named = rules();
    for shell in ["workbench", "assay"] {
        for text in sources(&crates().join(shell).join("src")) {
            named.extend(named_in_refusals(&text));
        }
    }
    let used: BTreeSet<String> =
        named.iter().flat_map(|rule| [text_of(rule), format!("{}-do", text_of(rule))]).collect();
    let texts = texts();
    let idle: Vec<&String> = texts.difference(&used).collect();
    assert!(idle.is_empty(), "texts of no rule: {idle:?}");
}
