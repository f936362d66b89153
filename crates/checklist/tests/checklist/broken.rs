//! The small files of `fixtures/checklists`: the good ones load, and of each broken one exactly what
//! `broken/expected.json` declares is reported. Whoever writes a pack can look their mistake up there.

use checklist::{
    Checklist, PackProblem, guidance::Guidance, profile::Profile, series::SeriesRegister, text::TextPack,
};
use serde_json::Value;
use std::{collections::BTreeSet, fs, path::PathBuf};

fn folder(name: &str) -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../fixtures/checklists")).join(name)
}

fn read(path: &str) -> Vec<u8> {
    fs::read(folder(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// What is declared about the files of a folder, after a look whether it is declared about all of them.
fn declared(name: &str) -> Vec<(String, Value)> {
    let all: Value = serde_json::from_slice(&read(&format!("{name}/expected.json"))).expect("JSON");
    let all: Vec<(String, Value)> = all.as_object().expect("an object").clone().into_iter().collect();
    let there: BTreeSet<String> = fs::read_dir(folder(name))
        .expect("the folder")
        .map(|entry| entry.expect("an entry").file_name().into_string().expect("a name"))
        .filter(|file| file != "expected.json")
        .collect();
    let listed: BTreeSet<String> = all.iter().map(|(file, _)| file.clone()).collect();
    assert_eq!(listed, there, "{name}: each file is declared, and each declaration has its file");
    all
}

/// Every problem of the file, read as the kind that it is declared to be.
fn problems(path: &str, about: &Value) -> Vec<PackProblem> {
    let bytes = read(path);
    let list = about["with"].as_str().map(|pack| Checklist::parse(&read(pack)).expect("a good pack"));
    let list = || list.as_ref().expect("a file that goes with a pack says with which");
    match about["kind"].as_str() {
        Some("checklist") => Checklist::parse(&bytes).err(),
        Some("series") => SeriesRegister::parse(&bytes).err(),
        Some("guidance") => Guidance::parse(&bytes, list()).err(),
        Some("profile") => Profile::parse(&bytes, list()).err(),
        Some("texts") => TextPack::parse(&bytes, list()).err(),
        other => panic!("{path}: no such kind: {other:?}"),
    }
    .unwrap_or_default()
}

#[test]
fn the_small_good_files_load() {
    let all = declared("good");
    assert!(all.len() >= 8, "one pack of each object, and one of each file that goes with them");
    for (file, about) in all {
        let found = problems(&format!("good/{file}"), &about);
        assert!(found.is_empty(), "{file}: a start for writing one's own: {found:#?}");
    }
}

#[test]
fn each_broken_file_is_refused_for_exactly_what_is_broken() {
    let all = declared("broken");
    assert!(all.len() >= 30, "a zoo of mistakes, not a sample");
    let mut wrong = Vec::new();
    for (file, about) in all {
        let found: Vec<(String, Option<String>, &str)> = problems(&format!("broken/{file}"), &about)
            .into_iter()
            .map(|problem| (problem.path, problem.id, problem.why.code()))
            .collect();
        let expected: Vec<(String, Option<String>, &str)> = about["problems"]
            .as_array()
            .expect("problems")
            .iter()
            .map(|one| {
                let text = |name: &str| one[name].as_str().map(String::from);
                (text("place").expect("a place"), text("id"), one["code"].as_str().expect("a code"))
            })
            .collect();
        assert!(about["mistake"].is_string(), "{file}: says what went wrong");
        if found != expected {
            wrong.push(format!("{file}\n  expected {expected:#?}\n  found    {found:#?}"));
        }
    }
    assert!(wrong.is_empty(), "no problem more, none less:\n{}", wrong.join("\n"));
}
