//! Keys that sign documents, out of files that `openssl` made; and files from which no key may come.

mod key_stores;

use std::fs;
use std::process::Command;

use key_stores::{PASSPHRASE, Pki};
use signature::keys::{DocumentKeyProblem as Problem, FileKey, facts, is_store};
use signature::{Algorithm, DocumentKey};

fn pki() -> (tempfile::TempDir, Pki) {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    (folder, pki)
}

/// Whether `openssl` takes the signature, with the certificate's public key.
fn openssl_takes(
    pki: &Pki,
    key: &dyn DocumentKey,
    message: &[u8],
    signature: &[u8],
    options: &[&str],
) -> bool {
    fs::write(pki.path("message"), message).expect("written");
    fs::write(pki.path("signature"), signature).expect("written");
    fs::write(pki.path("own.der"), key.certificates().first().expect("its own")).expect("written");
    let public = pki.openssl(&["x509", "-inform", "DER", "-in", "own.der", "-pubkey", "-noout"]);
    fs::write(pki.path("own.pub"), public).expect("written");
    let hash = if key.algorithm() == Algorithm::EcdsaP384 { "-sha384" } else { "-sha256" };
    let mut args = vec!["dgst", hash, "-verify", "own.pub"];
    args.extend(options);
    args.extend(["-signature", "signature", "message"]);
    pki.try_openssl(&args).status.success()
}

fn file_key(
    pki: &Pki,
    name: &str,
    passphrase: Option<&str>,
    certificates: &[&str],
) -> Result<FileKey, Problem> {
    let files: Vec<_> = certificates.iter().map(|name| pki.read(name)).collect();
    let files: Vec<_> = files.iter().map(Vec::as_slice).collect();
    FileKey::from_pkcs8(&pki.read(name), passphrase.map(str::as_bytes), &files)
}

fn store_key(pki: &Pki, name: &str) -> Result<FileKey, Problem> {
    FileKey::from_pkcs12(&pki.read(name), PASSPHRASE.as_bytes())
}

#[test]
fn keys_of_every_kind_sign_what_openssl_verifies_and_nothing_else() {
    let (_folder, pki) = pki();
    let keys = [
        (
            Algorithm::EcdsaP256,
            file_key(&pki, "evaluator.key", Some(PASSPHRASE), &["chain.pem", "evaluator.pem"]),
        ),
        (Algorithm::RsaPkcs1, store_key(&pki, "reviewer.p12")),
        (Algorithm::EcdsaP384, store_key(&pki, "decision.p12")),
    ];
    for (algorithm, key) in keys {
        let key = key.unwrap_or_else(|e| panic!("{algorithm:?} must open: {e}"));
        assert_eq!(key.algorithm(), algorithm, "the algorithm follows from the certificate's key");
        assert_eq!(key.certificates().len(), 3, "{algorithm:?}: signer, issuing CA and root make the chain");
        let subjects: Vec<_> =
            key.certificates().iter().skip(1).map(|der| facts(der).expect("read").subject).collect();
        assert!(
            subjects[0].contains("Test Issuing CA") && subjects[1].contains("Test Root"),
            "each one's issuer follows, in whatever order they were given: {subjects:?}"
        );
        let signature = key.sign(b"what is signed").expect("signs");
        assert!(
            openssl_takes(&pki, &key, b"what is signed", &signature, &[]),
            "{algorithm:?}: openssl must take it"
        );
        assert!(
            !openssl_takes(&pki, &key, b"what is Signed", &signature, &[]),
            "{algorithm:?}: of other bytes it is none"
        );
        assert_eq!(
            signature,
            key.sign(b"what is signed").expect("signs"),
            "{algorithm:?}: no chance comes in, so the same bytes have the same signature"
        );
        match key.sign_pss(b"what is signed") {
            Ok(signature) => {
                let pss = ["-sigopt", "rsa_padding_mode:pss", "-sigopt", "rsa_pss_saltlen:32"];
                assert_eq!(algorithm, Algorithm::RsaPkcs1, "PSS is of RSA alone");
                assert!(
                    openssl_takes(&pki, &key, b"what is signed", &signature, &pss),
                    "openssl must take PSS"
                );
                assert!(
                    !openssl_takes(&pki, &key, b"what is Signed", &signature, &pss),
                    "and of these bytes alone"
                );
            }
            Err(_) => assert_ne!(algorithm, Algorithm::RsaPkcs1, "an RSA key can do PSS"),
        }
    }
}

#[test]
fn a_key_opens_from_der_too_and_from_a_file_with_its_certificates() {
    let (_folder, pki) = pki();
    pki.openssl(&[
        "pkcs8",
        "-topk8",
        "-nocrypt",
        "-in",
        "evaluator.plain.key",
        "-outform",
        "DER",
        "-out",
        "plain.der",
    ]);
    let pass = format!("pass:{PASSPHRASE}");
    pki.openssl(&[
        "pkcs8",
        "-topk8",
        "-v2",
        "aes-128-cbc",
        "-in",
        "evaluator.plain.key",
        "-passout",
        &pass,
        "-outform",
        "DER",
        "-out",
        "sealed.der",
    ]);
    pki.openssl(&["x509", "-in", "evaluator.pem", "-outform", "DER", "-out", "evaluator.der"]);
    let all = [pki.read("chain.pem"), pki.read("evaluator.plain.key"), pki.read("evaluator.pem")].concat();
    fs::write(pki.path("all.pem"), all).expect("written");
    for (file, passphrase, certificates) in [
        ("plain.der", None, "evaluator.der"),
        ("sealed.der", Some(PASSPHRASE), "evaluator.pem"),
        ("all.pem", None, "all.pem"),
    ] {
        let key = file_key(&pki, file, passphrase, &[certificates]);
        let key = key.unwrap_or_else(|e| panic!("{file} with {certificates} must open: {e}"));
        assert!(
            facts(&key.certificates()[0]).expect("read").subject.contains("Ada Example"),
            "{file}: the signer's own certificate stands first"
        );
    }
}

#[test]
fn what_is_no_key_file_is_refused_with_its_reason() {
    let (_folder, pki) = pki();
    pki.openssl(&["ec", "-in", "evaluator.plain.key", "-out", "old-ec.key"]);
    pki.openssl(&["genpkey", "-algorithm", "ed25519", "-out", "ed25519.key"]);
    pki.key("other", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"]);
    pki.key("p521", &["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"]);
    pki.issue(
        "small",
        &["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"],
        "/CN=Small",
        "sub",
        "signer.ext",
        "9",
    );
    let pass = format!("pass:{PASSPHRASE}");
    pki.openssl(&[
        "pkcs8",
        "-topk8",
        "-v2",
        "des3",
        "-in",
        "evaluator.plain.key",
        "-passout",
        &pass,
        "-out",
        "des.key",
    ]);
    // scrypt's N = 2^14, r = 8, p = 1 become r = 127 and p = 127: 32 GiB of work.
    pki.openssl(&[
        "pkcs8",
        "-topk8",
        "-scrypt",
        "-in",
        "evaluator.plain.key",
        "-passout",
        &pass,
        "-outform",
        "DER",
        "-out",
        "costly.key",
    ]);
    let mut costly = pki.read("costly.key");
    let at = costly
        .windows(10)
        .position(|w| w == [2, 2, 0x40, 0, 2, 1, 8, 2, 1, 1])
        .expect("openssl's parameters");
    (costly[at + 6], costly[at + 9]) = (0x7f, 0x7f);
    fs::write(pki.path("costly.key"), costly).expect("written");
    let both = [pki.read("evaluator.plain.key"), pki.read("other.key")].concat();
    fs::write(pki.path("both.key"), both).expect("written");
    let sealed = pki.read("evaluator.key");
    fs::write(pki.path("cut.key"), &sealed[..sealed.len() / 2]).expect("written");
    fs::write(pki.path("empty.key"), b"").expect("written");
    fs::write(pki.path("empty.pem"), b"nothing here\n").expect("written");
    let own = "evaluator.pem";
    let mismatch = |e: &Problem| matches!(e, Problem::Mismatch(who) if who.contains("Ada Example"));
    let algorithm = |what: &'static str| move |e: &Problem| *e == Problem::Algorithm(what.to_owned());
    type Is = Box<dyn Fn(&Problem) -> bool>;
    let cases: Vec<(&str, Option<&str>, &str, Is)> = vec![
        ("evaluator.key", None, own, Box::new(|e| *e == Problem::NeedsPassphrase)),
        ("evaluator.key", Some("wrong"), own, Box::new(|e| *e == Problem::WrongPassphrase)),
        ("cut.key", Some(PASSPHRASE), own, Box::new(|e| *e == Problem::NotAKey)),
        ("empty.key", None, own, Box::new(|e| *e == Problem::NotAKey)),
        ("evaluator.pem", None, own, Box::new(|e| *e == Problem::NotAKey)),
        ("both.key", None, own, Box::new(|e| *e == Problem::SeveralKeys(2))),
        ("old-ec.key", None, own, Box::new(|e| *e == Problem::OlderForm("EC PRIVATE KEY".to_owned()))),
        ("des.key", Some(PASSPHRASE), own, Box::new(|e| *e == Problem::UnsupportedEncryption)),
        ("costly.key", Some(PASSPHRASE), own, Box::new(|e| *e == Problem::TooCostly)),
        ("ed25519.key", None, own, Box::new(algorithm("1.3.101.112"))),
        ("p521.key", None, own, Box::new(algorithm("1.3.132.0.35"))),
        ("small.key", None, "small.pem", Box::new(algorithm("RSA 1024"))),
        ("other.key", None, own, Box::new(mismatch)),
        ("evaluator.plain.key", None, "chain.pem", Box::new(|e| matches!(e, Problem::Mismatch(_)))),
        ("evaluator.plain.key", None, "empty.pem", Box::new(|e| *e == Problem::NotACertificate)),
        ("evaluator.plain.key", None, "evaluator.plain.key", Box::new(|e| *e == Problem::NotACertificate)),
    ];
    for (file, passphrase, certificates, is) in cases {
        let problem = file_key(&pki, file, passphrase, &[certificates]).expect_err(file);
        assert!(is(&problem), "{file} with {certificates} must be refused for its own reason, not {problem}");
    }
    let none = FileKey::from_pkcs8(&pki.read("evaluator.plain.key"), None, &[]).expect_err("no certificate");
    assert_eq!(none, Problem::NoCertificate, "a key without a certificate tells nobody who signed");
}

#[test]
fn the_dates_of_a_certificate_are_told_and_refuse_nothing() {
    let (_folder, pki) = pki();
    let key = file_key(&pki, "expired.key", None, &["expired.pem", "chain.pem"])
        .expect("an expired certificate opens");
    let said = facts(&key.certificates()[0]).expect("read");
    let after = said.not_after + std::time::Duration::from_secs(1);
    assert!(
        !said.is_valid_at(after) && said.is_valid_at(said.not_after),
        "its dates are what `openssl` wrote into it"
    );
    assert!(key.sign(b"x").is_ok(), "whether it is too late is not for the key to say");
}

#[test]
fn what_is_no_usable_key_store_is_refused_with_its_reason() {
    let (_folder, pki) = pki();
    let good = pki.read("reviewer.p12");
    assert!(is_store(&good) && !is_store(&pki.read("evaluator.key")), "a store is told from a key file");
    let open =
        |bytes: &[u8], passphrase: &str| FileKey::from_pkcs12(bytes, passphrase.as_bytes()).map(|_| ());

    assert_eq!(
        open(&good, "wrong"),
        Err(Problem::WrongPassphrase),
        "the MAC does not hold under another passphrase"
    );
    assert_eq!(open(&good, ""), Err(Problem::WrongPassphrase), "nor under an empty one");
    assert_eq!(open(&[], PASSPHRASE), Err(Problem::Store), "nothing is no store");
    assert_eq!(open(&pki.read("evaluator.key"), PASSPHRASE), Err(Problem::Store), "a key file is no store");
    for end in [1, 10, 100, good.len() / 2, good.len() - 1] {
        assert_eq!(
            open(&good[..end], PASSPHRASE),
            Err(Problem::Store),
            "cut off after {end} bytes it is no store"
        );
    }
    let mut ber = good.clone();
    ber[1] = 0x80;
    assert_eq!(open(&ber, PASSPHRASE), Err(Problem::Ber), "indefinite lengths are named");
    // Every single byte is under the MAC, or is the MAC or its parameters, or the frame around them.
    for at in (0..good.len()).step_by(97) {
        let mut changed = good.clone();
        changed[at] ^= 0x04;
        assert!(open(&changed, PASSPHRASE).is_err(), "byte {at} changed must not go unnoticed");
    }

    let pass = format!("pass:{PASSPHRASE}");
    let export = |out: &str, more: &[&str]| {
        let args = ["pkcs12", "-export", "-passout", &pass, "-out", out];
        pki.openssl(&[&args[..], more].concat());
        pki.read(out)
    };
    let own = ["-inkey", "reviewer.key", "-in", "reviewer.pem"];
    let old = export("old.p12", &[&own[..], &["-legacy"]].concat());
    assert_eq!(open(&old, PASSPHRASE), Err(Problem::OldEncryption), "3DES and RC2 are refused by name");
    let triple = export("des.p12", &[&own[..], &["-keypbe", "PBE-SHA1-3DES", "-certpbe", "NONE"]].concat());
    assert_eq!(open(&triple, PASSPHRASE), Err(Problem::OldEncryption), "for the key alone too");
    let bare = export("nomac.p12", &[&own[..], &["-nomac"]].concat());
    assert_eq!(open(&bare, PASSPHRASE), Err(Problem::Mac), "without a MAC nothing says that it is whole");
    let nokey = export("nokey.p12", &["-nokeys", "-in", "reviewer.pem"]);
    assert_eq!(open(&nokey, PASSPHRASE), Err(Problem::NoKey), "certificates alone sign nothing");
    let lonely = export("lonely.p12", &["-nocerts", "-inkey", "reviewer.key"]);
    assert_eq!(
        open(&lonely, PASSPHRASE),
        Err(Problem::NoCertificate),
        "a key alone says nothing of who signs"
    );
    let stranger = export("stranger.p12", &["-inkey", "reviewer.key", "-in", "reviewer.pem", "-nomac"]);
    assert!(open(&stranger, "anything").is_err(), "nor does any passphrase open what has no MAC");
    for mac in ["sha1", "sha256", "sha384", "sha512"] {
        let other = export("mac.p12", &[&own[..], &["-macalg", mac]].concat());
        assert_eq!(open(&other, PASSPHRASE), Ok(()), "a MAC with {mac} is read");
    }
    let plain = export("plain.p12", &[&own[..], &["-keypbe", "NONE", "-certpbe", "NONE"]].concat());
    assert_eq!(open(&plain, PASSPHRASE), Ok(()), "unencrypted bags under a MAC are read");
    let german = ["pkcs12", "-export", "-passout", "pass:sch\u{f6}n \u{1f511}", "-out", "german.p12"];
    pki.openssl(&[&german[..], &own].concat());
    assert_eq!(
        open(&pki.read("german.p12"), "sch\u{f6}n \u{1f511}"),
        Ok(()),
        "a passphrase is text, not ASCII"
    );
}

#[test]
fn two_keys_in_one_store_and_a_key_of_somebody_else_are_refused() {
    let (_folder, pki) = pki();
    let Ok(made) = Command::new("python3")
        .current_dir(&pki.folder)
        .args(["-c", include_str!("two_keys.py"), PASSPHRASE])
        .output()
    else {
        panic!("python3 is part of ./dev test");
    };
    assert!(made.status.success(), "two_keys.py: {}", String::from_utf8_lossy(&made.stderr));
    assert_eq!(
        store_key(&pki, "two.p12").map(|_| ()),
        Err(Problem::SeveralKeys(2)),
        "which one signs would be a guess"
    );
    let other = store_key(&pki, "other.p12").map(|_| ());
    assert!(
        matches!(other, Err(Problem::Mismatch(_))),
        "a certificate of somebody else's key fits nothing: {other:?}"
    );
}
