//! Every text that the programs ask for is there, with its second part where it is a problem.

use std::{collections::BTreeSet, fs, path::Path, process::Command};

use across::{program, root, said};
use words::{Words, languages};

fn sources(folder: &Path, into: &mut String) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|x| x == "rs") {
            into.push_str(&fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

/// Quoted words in the sources of these crates.
fn quoted(crates: &[&str]) -> BTreeSet<String> {
    let mut text = String::new();
    for name in crates {
        sources(&root().join("crates").join(name).join("src"), &mut text);
    }
    let is_id = |t: &&str| {
        t.contains('-')
            && t.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'_'))
    };
    text.split('"').filter(is_id).map(str::to_owned).collect()
}

#[test]
fn every_text_the_shell_asks_for_is_there() {
    let prefixes = ["cli-", "log-", "series-", "vectors-"];
    let asked = quoted(&["assay", "workbench"]);
    for code in languages() {
        let words = Words::load(code);
        let missing: Vec<&String> = asked
            .iter()
            .filter(|id| prefixes.iter().any(|p| id.starts_with(p)) && !id.ends_with('-') && !words.has(id))
            .collect();
        assert!(missing.is_empty(), "{code}: these texts are asked for and not in the locale: {missing:?}");
    }
}

#[test]
fn every_problem_of_the_workbench_has_both_parts() {
    let all: Vec<(&str, Words)> = languages().map(|code| (code, Words::load(code))).collect();
    let mut text = String::new();
    for name in ["assay", "workbench"] {
        sources(&root().join("crates").join(name).join("src"), &mut text);
    }
    let mut checked = 0;
    for start in ["Problem::new(\"", "Problem::file(\""] {
        for rest in text.split(start).skip(1) {
            let code = rest.split('"').next().unwrap_or_default();
            for id in [code.to_owned(), format!("{code}-do")] {
                for (language, words) in &all {
                    assert!(words.has(&id), "{language}: the problem {code} needs the text {id}");
                }
            }
            checked += 1;
        }
    }
    assert!(checked > 30, "the search must find the problems, it found {checked}");
}

#[test]
fn help_is_complete_on_every_level() {
    let mut left: Vec<Vec<String>> = vec![Vec::new()];
    let mut seen = 0;
    while let Some(path) = left.pop() {
        let out = Command::new(program("assay")).args(&path).arg("--help").output().expect("assay starts");
        let text = said(&out);
        assert!(out.status.success(), "help of {path:?} must be shown: {text}");
        assert!(!text.contains('⟦'), "help of {path:?} lacks a text: {text}");
        seen += 1;
        let commands =
            text.split("Commands:").nth(1).and_then(|t| t.split("Options:").next()).unwrap_or_default();
        for line in commands.lines().filter(|l| l.starts_with("  ") && !l.starts_with("   ")) {
            if let Some(name) = line.split_whitespace().next().filter(|n| *n != "help") {
                left.push([path.clone(), vec![name.to_owned()]].concat());
            }
        }
    }
    assert!(seen > 40, "every command and sub-command has help; only {seen} were found");
}
