//! The judges are not blind: each program of `across::validators` accepts what is good and refuses what is not.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use across::{program, root, said, validators};

/// A report drawn from a golden data set, or the same texts as a plain table: PDF/A-3a, but not PDF/UA-1.
fn drawn(folder: &Path, mode: &str) -> PathBuf {
    let data = folder.join("report.json");
    fs::copy(root().join("fixtures/reports/component-self_declaration.json"), &data).expect("copied");
    let words = folder.join("words.json");
    let texts = words::Words::load("en").with_prefix("report-");
    fs::write(&words, serde_json::to_vec(&texts).expect("texts are JSON")).expect("written");
    let render = program("examples/render");
    let out = Command::new(render).arg(mode).arg(&data).arg(&words).output().expect("it starts");
    assert!(out.status.success(), "the golden data set can be drawn: {}", said(&out));
    data.with_extension(format!("{mode}.bench.pdf"))
}

/// The file with the first `old` replaced by `new`, which is as long, so that no offset in it moves.
fn changed(file: &Path, old: &[u8], new: &[u8]) -> PathBuf {
    assert_eq!(old.len(), new.len(), "the offsets of the file stay right");
    let mut bytes = fs::read(file).expect("readable");
    let at = bytes.windows(old.len()).position(|part| part == old).expect("the text is in the file");
    bytes.get_mut(at..at + new.len()).expect("the text is in the file").copy_from_slice(new);
    let path = file.with_extension("changed.pdf");
    fs::write(&path, bytes).expect("written");
    path
}

fn openssl(folder: &Path, args: &[&str]) {
    let out = Command::new("openssl").args(args).current_dir(folder).output().expect("openssl starts");
    assert!(out.status.success(), "openssl {args:?}: {}", said(&out));
}

/// A key and a certificate that vouches for itself, as `<name>.key` and `<name>.pem`.
fn identity(folder: &Path, name: &str) -> PathBuf {
    let (key, certificate) = (format!("{name}.key"), format!("{name}.pem"));
    let subject = format!("/CN={name}");
    let mut args = vec!["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    args.extend(["-subj", &subject, "-days", "3650", "-addext", "keyUsage=digitalSignature,nonRepudiation"]);
    args.extend(["-keyout", &key, "-out", &certificate]);
    openssl(folder, &args);
    folder.join(certificate)
}

#[test]
fn verapdf_accepts_a_report_and_names_the_rule_that_another_file_breaks() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = drawn(folder.path(), "report");
    let plain = drawn(folder.path(), "plain");
    let other = changed(&report, b"<pdfaid:part>3</pdfaid:part>", b"<pdfaid:part>9</pdfaid:part>");
    let none = folder.path().join("none.pdf");
    fs::write(&none, "no PDF at all").expect("written");
    // All in one start, so that an answer is also seen to be that of its own file.
    let said = validators::verapdf(&[&report, &plain, &other, &none]).expect_err("only the first is both");
    let answer = |profile: &str, file: &Path| {
        let name = file.display().to_string();
        let mut lines = said.lines().skip_while(|line| !(line.starts_with(profile) && line.contains(&name)));
        let first = lines.next().unwrap_or_else(|| panic!("no answer for {profile} {name}: {said}"));
        (first.to_owned(), lines.take_while(|line| line.starts_with("  ")).collect::<Vec<_>>().join("\n"))
    };
    for (profile, file, good, rule) in [
        ("3a", &report, true, ""),
        ("ua1", &report, true, ""),
        ("3a", &plain, true, ""),
        ("ua1", &plain, false, "5-1"),
        ("3a", &other, false, "6.6.4-2"),
        ("ua1", &other, true, ""),
    ] {
        let (line, broken) = answer(profile, file);
        assert!(line.starts_with(&format!("{profile} compliant={good} ")), "{profile}: {line}: {broken}");
        assert!(broken.contains(rule) && (!good || broken.is_empty()), "{line}: the rule is named: {broken}");
    }
    let (line, _) = answer("3a", &none);
    assert!(line.contains("unreadable"), "what is no PDF is called that: {line}");
    validators::verapdf_profiles("3a", &[&plain]).expect("a file that meets what is asked is accepted");
}

#[test]
fn signatures_in_a_pdf_are_judged_by_pyhanko_and_pdfsig() {
    let folder = tempfile::tempdir().expect("a folder");
    let report = drawn(folder.path(), "report");
    let (signer, stranger) = (identity(folder.path(), "signer"), identity(folder.path(), "stranger"));
    let signed = folder.path().join("signed.pdf");
    let mut command = Command::new(validators::venv("pyhanko"));
    command.args(["sign", "addsig", "--field", "Signature", "--use-pades", "pemder", "--no-pass", "--key"]);
    command.arg(folder.path().join("signer.key")).arg("--cert").arg(&signer).arg(&report).arg(&signed);
    let out = command.output().expect("pyhanko starts");
    assert!(out.status.success(), "pyHanko signs the report: {}", said(&out));

    let offline = ["--no-revocation-check".as_ref()];
    let good = validators::pyhanko_validate(&signed, &[&signer], &offline).expect("a good signature");
    assert!(good.contains("judged VALID"), "pyHanko judges in words: {good}");
    let trusted = validators::pyhanko_adesverify(&signed, &[&signer], &offline).expect("trusted");
    assert!(trusted.contains("INTACT:TRUSTED"), "the rules of AdES have their own words: {trusted}");
    validators::pdfsig(&signed).expect("pdfsig finds it valid as well");

    let other = validators::pyhanko_validate(&signed, &[&stranger], &offline);
    other.expect_err("a root that did not issue the certificate makes nobody trusted");
    let other = validators::pyhanko_adesverify(&signed, &[&stranger], &offline);
    other.expect_err("nor under the rules of AdES");
    let touched = changed(&signed, b"<pdfaid:part>3</pdfaid:part>", b"<pdfaid:part>9</pdfaid:part>");
    validators::pyhanko_validate(&touched, &[&signer], &offline).expect_err("a changed byte is seen");
    validators::pyhanko_adesverify(&touched, &[&signer], &offline).expect_err("a changed byte is seen");
    validators::pdfsig(&touched).expect_err("a changed byte is seen by pdfsig");
    validators::pyhanko_validate(&report, &[&signer], &offline).expect_err("no signature is not a good one");
    validators::pdfsig(&report).expect_err("no signature is not a good one for pdfsig either");
}

#[test]
fn signatures_beside_a_file_are_judged_by_openssl_and_pyhanko() {
    let folder = tempfile::tempdir().expect("a folder");
    let (signer, stranger) = (identity(folder.path(), "signer"), identity(folder.path(), "stranger"));
    let (file, signature) = (folder.path().join("report.xlsx"), folder.path().join("report.xlsx.p7s"));
    fs::write(&file, "PK: any bytes\r\n\n").expect("written");
    let sign =
        ["cms", "-sign", "-binary", "-md", "sha256", "-cades", "-outform", "DER", "-signer", "signer.pem"];
    let names = ["-inkey", "signer.key", "-in", "report.xlsx", "-out", "report.xlsx.p7s"];
    openssl(folder.path(), &[&sign[..], &names[..]].concat());

    let offline = ["--no-revocation-check".as_ref()];
    validators::openssl_cms_verify(&file, &signature, &signer).expect("openssl takes its own");
    validators::pyhanko_detached(&file, &signature, &[&signer], &offline).expect("pyHanko takes openssl's");
    validators::openssl_cms_verify(&file, &signature, &stranger).expect_err("another root trusts nobody");
    fs::write(&file, "PK: any bytes\n\n").expect("written");
    validators::openssl_cms_verify(&file, &signature, &signer).expect_err("a changed line ending is seen");
    validators::pyhanko_detached(&file, &signature, &[&signer], &offline).expect_err("by pyHanko as well");
}
