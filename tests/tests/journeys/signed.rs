//! The reports of the sample run as others check them: signatures, archivability, containers, and what came of them since.

use std::{ffi::OsStr, fs, path::Path, process::Command};

use across::{program, said, validators, verify};
use signature::{cades::Trust, pades};

use super::samples;

const SAMPLES: [&str; 2] = ["nordwerk-plc-200", "hafenlicht-service"];

fn root_of_trust() -> std::path::PathBuf {
    samples().0.join("keys/root.pem")
}

/// Files of both samples' reports whose name ends so, in order.
fn ending(end: &str) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for sample in SAMPLES {
        let folder = samples().0.join(sample).join("reports");
        let names = fs::read_dir(folder).expect("the reports are there");
        found.extend(
            names
                .map(|e| e.expect("a readable folder").path())
                .filter(|p| p.to_string_lossy().ends_with(end)),
        );
    }
    found.sort();
    found
}

/// How many people sign a report of this kind.
fn signers(path: &Path) -> usize {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    ["self-declaration", "independent-assessment", "certification-body"]
        .iter()
        .position(|kind| name.starts_with(kind))
        .map(|place| place + 1)
        .expect("a report of one of the three kinds")
}

#[test]
fn every_signature_of_every_report_and_summary_is_valid_for_others() {
    let signed = ending("-signed.pdf");
    assert_eq!(signed.len(), 12, "three reports and their summaries of both samples: {signed:?}");
    let root = root_of_trust();
    for pdf in &signed {
        let told = validators::pyhanko_validate(pdf, &[&root], &[])
            .unwrap_or_else(|no| panic!("{}: {no}", pdf.display()));
        let valid = told.matches("is judged VALID").count();
        assert_eq!(
            valid,
            signers(pdf),
            "{}: each signer's signature, with its time stamp: {told}",
            pdf.display()
        );
        validators::pdfsig(pdf).unwrap_or_else(|no| panic!("{}: {no}", pdf.display()));
        let told = validators::pyhanko_adesverify(pdf, &[&root], &[]);
        told.unwrap_or_else(|no| panic!("{}: revocation is known to all: {no}", pdf.display()));
    }
}

#[test]
fn every_report_is_archivable_before_and_after_it_was_signed() {
    let mut pdfs = ending("-r1.pdf");
    pdfs.extend(ending("-summary.pdf"));
    pdfs.extend(ending("-signed.pdf"));
    assert_eq!(pdfs.len(), 24, "as issued and as signed: {pdfs:?}");
    let told = validators::verapdf(&pdfs).unwrap_or_else(|no| panic!("PDF/A-3a and PDF/UA-1: {no}"));
    assert_eq!(told.matches("compliant=true").count(), 48, "both profiles of each: {told}");
}

#[test]
fn a_signed_report_begins_with_what_was_issued() {
    for pdf in ending("-signed.pdf") {
        let signed = fs::read(&pdf).expect("the signed report");
        let issued = pdf.to_string_lossy().replace("-signed.pdf", ".pdf");
        let issued = fs::read(issued).expect("the issued report");
        assert_eq!(
            pades::issued_part(&signed),
            Ok(issued.as_slice()),
            "{}: nothing else came before",
            pdf.display()
        );
    }
}

#[test]
fn no_byte_of_a_signed_report_can_be_changed() {
    let pdf = ending("certification-body-NW-C1-r1-summary-signed.pdf");
    let bytes = fs::read(&pdf[0]).expect("the signed summary");
    let whole = pades::check(&bytes, &Trust::default()).expect("it is one of ours");
    assert!(whole.is_intact(), "as it was signed: {whole:?}");
    // The room of the last one, which no other covers, is tried byte by byte in the crate `signature`: certificates that
    // its authority sent along and that nobody needs are covered by nothing (RFC 5652).
    let contents = b"/Contents";
    let last = bytes.windows(contents.len()).rposition(|part| part == contents).expect("a signature");
    let end = last + bytes[last..].iter().position(|b| *b == b'>').expect("the end of its room");
    // Places all over the rest, the same at each run: multiples of a prime.
    for n in 1..=73 {
        let at = n * 7_919_993 % (bytes.len() - (end - last));
        let at = if at < last { at } else { at + (end - last) };
        let mut changed = bytes.clone();
        changed[at] ^= 1;
        let noticed = pades::check(&changed, &Trust::default()).map_or(true, |checked| !checked.is_intact());
        assert!(noticed, "byte {at} of {} was changed and nobody noticed", bytes.len());
    }
}

#[test]
fn what_lies_beside_the_report_is_signed_for_others_too() {
    let root = root_of_trust();
    for xlsx in ending(".xlsx") {
        let p7s = xlsx.with_extension("xlsx.p7s");
        validators::openssl_cms_verify(&xlsx, &p7s, &root)
            .unwrap_or_else(|no| panic!("{}: {no}", xlsx.display()));
        let changed = xlsx.with_extension("changed.xlsx");
        let mut bytes = fs::read(&xlsx).expect("the workbook");
        bytes.push(0);
        fs::write(&changed, bytes).expect("a changed copy");
        let told = validators::openssl_cms_verify(&changed, &p7s, &root);
        fs::remove_file(&changed).expect("the copy goes");
        assert!(told.is_err(), "a changed workbook is refused: {told:?}");
    }
    let place = tempfile::tempdir().expect("a temporary folder");
    for oscal in ending(".oscal.json") {
        let envelope = oscal.with_extension("json.dsse");
        let key = oscal.to_string_lossy().replace(".oscal.json", ".pub.pem");
        let verify = |file: &Path| validators::trestle_verify(file, &envelope, Path::new(&key), place.path());
        verify(&oscal).unwrap_or_else(|no| panic!("{}: {no}", oscal.display()));
        let changed = place.path().join(oscal.file_name().expect("a name"));
        let text = fs::read_to_string(&oscal).expect("the results").replacen("satisfied", "not-satisfied", 1);
        fs::write(&changed, text).expect("a changed copy");
        assert!(verify(&changed).is_err(), "{}: a changed result is refused", oscal.display());
    }
}

#[test]
fn a_report_that_comes_back_alone_names_its_dossier_and_was_recorded_there() {
    for sample in SAMPLES {
        let folder = samples().0.join(sample).join("alone");
        let mut told = 0;
        for entry in fs::read_dir(folder).expect("the copies are there") {
            let path = entry.expect("a readable folder").path();
            if path.extension() == Some(OsStr::new("txt")) {
                let text = fs::read_to_string(&path).expect("what the verifier said");
                assert!(text.contains("the dossier has recorded"), "{}: {text}", path.display());
                assert!(text.contains("the dossier records the issue"), "{}: {text}", path.display());
                told += 1;
            }
        }
        assert_eq!(told, 6, "{sample}: each signed PDF was asked about by itself");
    }
}

#[test]
fn a_container_holds_together_and_a_changed_one_is_refused() {
    let place = tempfile::tempdir().expect("a temporary folder");
    for container in ending(".asice") {
        let note = container.with_extension("sig");
        let told = verify(&[container.as_path()]);
        assert!(told.status.success(), "{}: {}", container.display(), said(&told));
        // The same folder with one bit of the container changed.
        for entry in fs::read_dir(note.parent().expect("a folder")).expect("the folder") {
            let from = entry.expect("a readable folder").path();
            if from.is_file() {
                fs::copy(&from, place.path().join(from.file_name().expect("a name"))).expect("a copy");
            }
        }
        let copy = place.path().join(container.file_name().expect("a name"));
        let mut bytes = fs::read(&copy).expect("the container");
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&copy, bytes).expect("a changed copy");
        let told = verify(&[copy.as_path()]);
        assert_eq!(told.status.code(), Some(1), "a changed container is refused: {}", said(&told));
    }
}

#[test]
fn what_changed_since_a_report_is_told_row_by_row() {
    let out = &samples().0;
    let place = tempfile::tempdir().expect("a temporary folder");
    let dossier = place.path().join("since.assay");
    fs::copy(out.join("nordwerk-plc-200/nordwerk-plc-200.assay"), &dossier).expect("a copy of the dossier");
    let run = |args: &[&str]| {
        Command::new(program("assay"))
            .arg("--home")
            .arg(out.join("nordwerk-plc-200/people/lead"))
            .arg("--dossier")
            .arg(&dossier)
            .args(args)
            .output()
            .expect("assay starts")
    };
    let report = out.join("nordwerk-plc-200/reports/certification-body-NW-C1-r1-signed.pdf");
    let report = report.to_str().expect("a path in UTF-8");
    let told = run(&["changes", report]);
    assert!(told.status.success(), "nothing has changed since the last report: {}", said(&told));
    let done = run(&[
        "record",
        "CR 1.1",
        "--verdict",
        "inconclusive",
        "--rationale",
        "The log names another firmware",
    ]);
    assert!(done.status.success(), "the row is judged anew: {}", said(&done));
    let told = run(&["changes", report]);
    assert_eq!(told.status.code(), Some(1), "something has changed: {}", said(&told));
    let text = said(&told);
    assert!(
        text.contains("CR 1.1 · verdict: fulfilled → inconclusive"),
        "the row with both verdicts: {text}"
    );
    let told = run(&["--json", "changes", report]);
    let answer: serde_json::Value = serde_json::from_slice(&told.stdout).expect("an answer in JSON");
    let rows = answer["changes"].as_array().expect("changes").iter().filter(|c| c["part"] == "rows");
    let subjects: Vec<String> = rows.map(|c| c["subject"].to_string()).collect();
    assert!(subjects.contains(&"\"CR 1.1\"".to_owned()), "and in the answer for programs: {subjects:?}");
    let told = run(&["changes", &report.replace("-signed.pdf", "-summary-signed.pdf")]);
    assert!(said(&told).contains("is a summary"), "a summary holds no rows: {}", said(&told));
}
