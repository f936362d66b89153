//! Sample evaluations in a home, made by the program for terminals as a person would have made them there.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;
use tempfile::TempDir;

/// A sample of `fixtures/evaluations`.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    folder: &'static str,
    checklist: &'static str,
    title: &'static str,
    /// What the vendor sent.
    workbook: &'static str,
}

/// A component against 4-2.
pub(crate) const COMPONENT: Sample = Sample {
    folder: "nordwerk-plc-200",
    checklist: "4-2",
    title: "Nordwerk PLC-200",
    workbook: "answers.xlsx",
};

/// A service provider against 2-4.
pub(crate) const PROVIDER: Sample = Sample {
    folder: "hafenlicht-service",
    checklist: "2-4",
    title: "Hafenlicht Systemtechnik",
    workbook: "worksheet.xlsx",
};

impl Sample {
    /// A home with the sample in it as far as the first pass over the rows. The identity is the lead evaluator's.
    pub(crate) fn first_pass(self) -> TempDir {
        let home = tempfile::tempdir().expect("a temporary home");
        let (files, dossier) = (self.files(), self.dossier(home.path()));
        let lead = |args: &[&str]| assay(&home.path().join("assay"), &dossier, &files, args);
        let text = fs::read_to_string(files.join("people.json")).expect("the sample names its people");
        let people: Vec<Value> = serde_json::from_str(&text).expect("people are a list");
        let person = people.first().expect("the first person is the lead");
        let field = |name: &str| person[name].as_str().expect("the lead has all of it");
        let (name, organisation, function) = (field("name"), field("organisation"), field("function"));
        let who = ["--name", name, "--organisation", organisation, "--function", function];

        lead(&[&["identity", "new", "--no-passphrase"], &who[..]].concat());
        let path = dossier.to_str().expect("paths of tests are UTF-8");
        lead(&["new", path, "--checklist", self.checklist, "--title", self.title]);
        lead(&["case", "load", "case.json"]);
        let said = lead(&["--json", "identity", "show"]);
        let shown: Value = serde_json::from_str(&said).expect("the identity is shown as JSON");
        let key = shown["identity"]["key"].as_str().expect("an identity has a key");
        let (competence, impartiality) = (field("competence"), field("impartiality"));
        let told = ["--competence", competence, "--impartiality", impartiality];
        let role = ["--role", "lead,evaluator"];
        lead(&[&["people", "admit", "--key", key], &who[..], &role[..], &told[..]].concat());
        lead(&["seal", "--purpose", "opening"]);
        lead(&["import", self.workbook, "--values", "Yes=met,No=not_met"]);
        lead(&["evidence", "load", "evidence.json", "--folder", "evidence"]);
        lead(&["record", "--from", "worksheet-1.json"]);
        home
    }

    /// The dossier in a home.
    pub(crate) fn dossier(self, home: &Path) -> PathBuf {
        home.join(self.folder).with_extension("assay")
    }

    /// The vendor's workbook.
    pub(crate) fn workbook(self) -> PathBuf {
        self.files().join(self.workbook)
    }

    fn files(self) -> PathBuf {
        let samples = concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/evaluations");
        Path::new(samples).canonicalize().expect("the samples are there").join(self.folder)
    }
}

/// A program that is built beside the window.
pub(crate) fn built(name: &str) -> PathBuf {
    let program = Path::new(env!("CARGO_BIN_EXE_assay-desktop")).with_file_name(name);
    assert!(program.exists(), "{name} must be built: cargo build --workspace --all-targets");
    program
}

fn assay(home: &Path, dossier: &Path, files: &Path, args: &[&str]) -> String {
    let mut command = Command::new(built("assay"));
    command.arg("--home").arg(home).arg("--dossier").arg(dossier).args(args).current_dir(files);
    let out = command.output().expect("assay starts");
    let said = String::from_utf8_lossy(&out.stdout).into_owned();
    assert!(out.status.success(), "assay {args:?}: {said}{}", String::from_utf8_lossy(&out.stderr));
    said
}
