//! What crosses crates: journeys over the real programs, the architecture table, the fault tests.
//!
//! The programs are those that `./dev test` has just built into the same target folder.

use std::{
    path::{Path, PathBuf},
    process::{Command, Output},
};

use serde_json::Value;

pub mod validators;

/// The program of that name, beside this test's own folder.
///
/// # Panics
/// It was not built: run the tests with `./dev test`.
#[must_use]
pub fn program(name: &str) -> PathBuf {
    let test = std::env::current_exe().unwrap_or_default();
    let folder = test.parent().and_then(Path::parent).unwrap_or(Path::new("."));
    let path = folder.join(name);
    assert!(path.exists(), "{} is not built: run the tests with ./dev test", path.display());
    path
}

/// The repository's top folder.
#[must_use]
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// Both streams of a finished program as one text.
#[must_use]
pub fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

/// A person at a desk: an identity folder and a dossier.
#[derive(Clone, Debug)]
pub struct Desk {
    /// The identity's folder.
    pub home: PathBuf,
    /// The dossier.
    pub dossier: PathBuf,
}

impl Desk {
    /// `assay` with these arguments.
    #[must_use]
    pub fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(program("assay"));
        command.arg("--home").arg(&self.home).arg("--dossier").arg(&self.dossier).args(args);
        command.output().unwrap_or_else(|e| panic!("assay does not start: {e}"))
    }

    /// The same, which must succeed.
    ///
    /// # Panics
    /// It failed; the message holds what it said.
    pub fn ok(&self, args: &[&str]) -> String {
        let out = self.run(args);
        assert!(out.status.success(), "assay {args:?} must succeed, but said: {}", said(&out));
        said(&out)
    }

    /// The same with `--json`, read.
    ///
    /// # Panics
    /// It failed or did not answer in JSON.
    #[must_use]
    pub fn json(&self, args: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(args);
        let text = self.ok(&all);
        serde_json::from_str(&text)
            .unwrap_or_else(|e| panic!("assay {args:?} --json is not JSON ({e}): {text}"))
    }

    /// The same, which must be refused with this problem code.
    ///
    /// # Panics
    /// It succeeded, or failed for another reason.
    pub fn refused(&self, code: &str, args: &[&str]) {
        let mut all = vec!["--json"];
        all.extend(args);
        let out = self.run(&all);
        assert_eq!(out.status.code(), Some(1), "assay {args:?} must be refused, but said: {}", said(&out));
        let value: Value = serde_json::from_slice(&out.stdout).unwrap_or_default();
        let more = value.get("more").and_then(Value::as_array).into_iter().flatten();
        let problems: Vec<&Value> = value.get("problem").into_iter().chain(more).collect();
        let text_of =
            |p: &Value, key: &str| p.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        let codes: Vec<String> = problems.iter().map(|p| text_of(p, "code")).collect();
        assert!(
            codes.iter().any(|c| c == code),
            "assay {args:?} must be refused as {code}, not as {codes:?}"
        );
        for problem in problems {
            for part in ["text", "do"] {
                let said = text_of(problem, part);
                assert!(
                    !said.is_empty() && !said.contains('⟦'),
                    "a refusal has both parts in words: {problem}"
                );
            }
        }
    }
}

/// `assay-verify` with these arguments.
///
/// # Panics
/// It does not start.
#[must_use]
pub fn verify(args: &[&Path]) -> Output {
    Command::new(program("assay-verify"))
        .args(args)
        .output()
        .unwrap_or_else(|e| panic!("assay-verify does not start: {e}"))
}

/// Whether campaigns go round as often as `docs/assurance.md` says (`ASSAY_CAMPAIGN=full`), and not only as
/// often as a daily test can.
#[must_use]
pub fn campaign_is_full() -> bool {
    std::env::var("ASSAY_CAMPAIGN").is_ok_and(|which| which == "full")
}
