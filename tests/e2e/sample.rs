//! Sample evaluations in a home, made by the program for terminals as a person would have made them there.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

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
        self.identity(home.path(), "lead");
        let path = dossier.to_str().expect("paths of tests are UTF-8");
        lead(&["new", path, "--checklist", self.checklist, "--title", self.title]);
        lead(&["case", "load", "case.json"]);
        self.admit(home.path(), "lead");
        lead(&["seal", "--purpose", "opening"]);
        lead(&["import", self.workbook, "--values", "Yes=met,No=not_met"]);
        lead(&["evidence", "load", "evidence.json", "--folder", "evidence"]);
        lead(&["record", "--from", "worksheet-1.json"]);
        home
    }

    /// A home with the sample in it as far as the review by a second person: an assessment can be issued.
    pub(crate) fn reviewed(self) -> TempDir {
        let home = self.first_pass();
        let (files, dossier) = (self.files(), self.dossier(home.path()));
        let by = |who: &str, args: &[&str]| assay(&Self::of_person(home.path(), who), &dossier, &files, args);
        self.identity(home.path(), "reviewer");
        self.admit(home.path(), "reviewer");
        if files.join("claim-2.json").exists() {
            by("lead", &["case", "load", "claim-2.json"]);
        }
        by("lead", &["record", "--from", "worksheet-2.json"]);
        by("lead", &["seal", "--purpose", "closing_meeting"]);
        by("reviewer", &["review", "accept", "--points", "All rows read against the evidence."]);
        home
    }

    /// Where a person of the sample keeps the identity; the lead's is the one that the window uses.
    pub(crate) fn of_person(home: &Path, who: &str) -> PathBuf {
        home.join(if who == "lead" { "assay" } else { who })
    }

    fn person(self, who: &str) -> Value {
        let text = fs::read_to_string(self.files().join("people.json")).expect("the sample names its people");
        let people: Vec<Value> = serde_json::from_str(&text).expect("people are a list");
        people.into_iter().find(|person| person["id"] == who).expect("a person of the sample")
    }

    /// Makes the identity of a person.
    fn identity(self, home: &Path, who: &str) {
        let person = self.person(who);
        let mut args = vec!["identity", "new", "--no-passphrase"];
        for name in ["name", "organisation", "function"] {
            let flag =
                ["--name", "--organisation", "--function"].into_iter().find(|flag| flag.ends_with(name));
            args.extend([flag.expect("a flag"), person[name].as_str().expect("everybody has it")]);
        }
        assay(&Self::of_person(home, who), &self.dossier(home), &self.files(), &args);
    }

    /// Lets the lead admit a person, or write the own card.
    fn admit(self, home: &Path, who: &str) {
        let (files, dossier) = (self.files(), self.dossier(home));
        let said = assay(&Self::of_person(home, who), &dossier, &files, &["--json", "identity", "show"]);
        let shown: Value = serde_json::from_str(&said).expect("the identity is shown as JSON");
        let person = self.person(who);
        let text = |name: &str| person[name].as_str().expect("everybody who judges has it").to_owned();
        let roles: Vec<&str> =
            person["roles"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
        let (roles, key) = (roles.join(","), shown["identity"]["key"].as_str().expect("a key").to_owned());
        let given = [
            ("--key", key),
            ("--role", roles),
            ("--name", text("name")),
            ("--organisation", text("organisation")),
            ("--function", text("function")),
            ("--competence", text("competence")),
            ("--impartiality", text("impartiality")),
        ];
        let mut args = vec!["people", "admit"];
        args.extend(given.iter().flat_map(|(flag, value)| [*flag, value.as_str()]));
        assay(&Self::of_person(home, "lead"), &dossier, &files, &args);
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
