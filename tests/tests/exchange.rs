//! The renderings of a report as other programs see them: written by `assay export`, judged by the CycloneDX validator, by
//! NIST's schema and by compliance-trestle, which refuse them once something in them is wrong.

use std::{
    fs,
    path::{Path, PathBuf},
};

use across::{Desk, root, validators};
use serde_json::{Value, json};

/// The golden data sets: two objects, three kinds.
fn data_sets() -> Vec<PathBuf> {
    let folder = fs::read_dir(root().join("fixtures/reports")).expect("the folder is there");
    let mut all: Vec<PathBuf> = folder
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.is_file() && path.extension().is_some_and(|x| x == "json"))
        .collect();
    all.sort();
    assert_eq!(all.len(), 6, "two objects, three kinds");
    all
}

fn desk(folder: &Path) -> Desk {
    Desk { home: folder.join("home"), dossier: folder.join("none.assay") }
}

/// The data set in that format, beside the others in `folder`.
fn exported(folder: &Path, format: &str, data: &Path) -> PathBuf {
    let name = data.file_stem().unwrap_or_default().to_string_lossy();
    let to = folder.join(format!("{name}.{format}.json"));
    let data = data.display().to_string();
    desk(folder).ok(&["export", format, "--report", &data, "--to", &to.display().to_string()]);
    to
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).expect("readable")).expect("it is JSON")
}

/// The file with something else at `pointer`, or with the member gone where there is no value.
fn mutant(file: &Path, n: usize, pointer: &str, value: Option<Value>) -> PathBuf {
    let mut tree = read(file);
    let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
    let parent = tree.pointer_mut(parent).unwrap_or_else(|| panic!("{pointer} is in {}", file.display()));
    match (parent, value) {
        (Value::Object(map), Some(value)) => drop(map.insert(key.to_owned(), value)),
        (Value::Object(map), None) => drop(map.remove(key).expect("the member was there")),
        (other, _) => panic!("{pointer} leads into {other}"),
    }
    let path = file.with_extension(format!("mutant-{n}.json"));
    fs::write(&path, tree.to_string()).expect("written");
    path
}

/// Each mutant is refused by itself, in one start of the judge.
fn all_refused(judge: fn(&[PathBuf]) -> validators::Judgement, mutants: &[PathBuf]) {
    let said = judge(mutants).expect_err("a mutant is refused");
    for path in mutants {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let line = said.lines().find(|line| line.ends_with(&*name)).unwrap_or_default();
        assert!(line.starts_with("refused"), "{name} must be refused, not {line:?}: {said}");
    }
}

#[test]
fn cyclonedx_files_are_accepted_and_broken_ones_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let files: Vec<PathBuf> =
        data_sets().iter().map(|data| exported(folder.path(), "cyclonedx", data)).collect();
    let said = validators::cyclonedx(&files).unwrap_or_else(|said| panic!("CycloneDX 1.6: {said}"));
    assert_eq!(said.matches("accepted").count(), files.len(), "each file was judged: {said}");

    let file = &files[0];
    let map = "/declarations/attestations/0/map/0";
    let (score, verdict) = (format!("{map}/conformance/score"), format!("{map}/verdict"));
    let mutants = [
        ("/bomFormat", None),
        ("/specVersion", Some(json!(1.6))),
        ("/serialNumber", Some(json!("urn:uuid:none"))),
        ("/verdict", Some(json!("fulfilled"))),
        ("/metadata/timestamp", Some(json!("20 November 2026"))),
        ("/declarations/assessors/0/thirdParty", Some(json!("yes"))),
        ("/declarations/affirmation/signatories/0/organization", None),
        ("/declarations/evidence/0/data/0/contents", Some(json!({"bytes": ""}))),
        (score.as_str(), Some(json!(2))),
        (verdict.as_str(), Some(json!("fulfilled"))),
        ("/declarations/targets/components/0/type", Some(json!("controller"))),
        ("/definitions/standards/0/requirements/0/label", Some(json!("a label"))),
    ];
    let mutants: Vec<PathBuf> =
        mutants.into_iter().enumerate().map(|(n, (at, value))| mutant(file, n, at, value)).collect();
    all_refused(validators::cyclonedx, &mutants);
}

#[test]
fn oscal_files_are_accepted_and_broken_ones_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Vec::new();
    for data in data_sets() {
        files.push(exported(folder.path(), "oscal", &data));
        let open =
            read(&data)["findings"].as_array().is_some_and(|all| all.iter().any(|f| f["state"] != "closed"));
        if open {
            files.push(exported(folder.path(), "oscal-poam", &data));
        }
    }
    assert!(files.len() > 8, "most of the samples have an open finding, and so a plan");
    for (judge, name) in [
        (validators::oscal_schema as fn(&[PathBuf]) -> validators::Judgement, "NIST's schema"),
        (validators::trestle, "trestle"),
    ] {
        let said = judge(&files).unwrap_or_else(|said| panic!("{name}: {said}"));
        assert_eq!(said.matches("accepted").count(), files.len(), "{name} judged each file: {said}");
    }

    let plan = files.iter().find(|path| path.to_string_lossy().contains("poam")).expect("there is one");
    let result = "/assessment-results/results/0";
    let mutants = [
        (&files[0], "/assessment-results/metadata/title".to_owned(), None),
        (&files[0], "/assessment-results/uuid".to_owned(), Some(json!("1"))),
        (&files[0], format!("{result}/findings/0/target/status/state"), Some(json!("partly"))),
        (&files[0], format!("{result}/findings/0/target"), None),
        (&files[0], format!("{result}/reviewed-controls"), None),
        (&files[0], format!("{result}/observations/0/collected"), Some(json!("2026-11-20"))),
        (&files[0], format!("{result}/verdicts"), Some(json!([]))),
        (plan, "/plan-of-action-and-milestones/poam-items".to_owned(), None),
        (plan, "/plan-of-action-and-milestones/risks/0/status".to_owned(), None),
    ];
    let mutants: Vec<PathBuf> =
        mutants.into_iter().enumerate().map(|(n, (file, at, value))| mutant(file, n, &at, value)).collect();
    all_refused(validators::oscal_schema, &mutants);
    all_refused(validators::trestle, &mutants);

    // Only the schema looks at the letters of a token.
    let spaced = mutant(
        &files[0],
        99,
        &format!("{result}/reviewed-controls/control-selections/0/include-controls/0/control-id"),
        Some(json!("CR 1.1")),
    );
    all_refused(validators::oscal_schema, &[spaced]);
}

#[test]
fn the_same_report_gives_the_same_bytes_and_is_named_by_its_data_set() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = &data_sets()[0];
    let first = fs::read(exported(folder.path(), "cyclonedx", data)).expect("readable");
    let second = fs::read(exported(folder.path(), "cyclonedx", data)).expect("readable");
    assert_eq!(first, second, "no clock and no chance is in it");
    let itself = fs::read(exported(folder.path(), "json", data)).expect("readable");
    assert_eq!(itself, fs::read(data).expect("readable"), "the data set is handed on byte for byte");
    let out = std::process::Command::new("sha256sum").arg(data).output().expect("sha256sum starts");
    let sha256 = String::from_utf8_lossy(&out.stdout).split(' ').next().unwrap_or_default().to_owned();
    assert!(String::from_utf8_lossy(&first).contains(&sha256), "the file names the data set: {sha256}");
}

#[test]
fn what_is_no_data_set_or_has_no_open_finding_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = desk(folder.path());
    let (file, to) = (folder.path().join("any.json"), folder.path().join("to.json"));
    let (name, target) = (file.display().to_string(), to.display().to_string());
    let export = |format| ["export", format, "--report", &name, "--to", &target];
    desk.refused("file-not-read", &export("oscal"));
    for text in ["", "{}", "not JSON", "{\"schema\":\"assay-report/0\"}"] {
        fs::write(&file, text).expect("written");
        desk.refused("exchange-not-a-report", &export("cyclonedx"));
    }
    let data = root().join("fixtures/reports/component-self_declaration.json");
    let spaced = serde_json::to_string_pretty(&read(&data)).expect("it is JSON");
    fs::write(&file, spaced).expect("written");
    desk.refused("exchange-not-a-report", &export("cyclonedx"));
    let none = root().join("fixtures/reports/service_provider-self_declaration.json");
    fs::copy(none, &file).expect("copied");
    desk.refused("exchange-nothing-open", &export("oscal-poam"));
    assert!(!to.exists(), "nothing is written where something is refused");
}
