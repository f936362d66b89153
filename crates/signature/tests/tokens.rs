//! Keys in a token: SoftHSM, with keys that were made in it.
//!
//! SoftHSM finds its tokens by an environment variable, which a test may not set for itself: each case runs this very
//! program again, with the variable set and the case as its name.

mod key_stores;

use std::path::PathBuf;
use std::process::Command;

use key_stores::{PIN, Pki, TOKEN};
use signature::keys::token::{Module, Opening};
use signature::keys::{DocumentKeyProblem as Problem, SignerKey, Tries, certificates_in, facts};
use signature::{Algorithm, DocumentKey};

const MODULE: &str = "ASSAY_TEST_MODULE";
const FOLDER: &str = "ASSAY_TEST_FOLDER";

/// Runs one case of this file in a process that has the token.
fn in_a_process_with_the_token(case: &str) {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    let token = pki.token();
    let out = Command::new(std::env::current_exe().expect("this program"))
        .args(["--exact", case, "--ignored", "--nocapture"])
        .env("SOFTHSM2_CONF", &token.config)
        .env(MODULE, &token.module)
        .env(FOLDER, folder.path())
        .output()
        .expect("this program runs");
    let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && said.contains("1 passed"), "{case} must pass: {said}");
}

fn given() -> (Module, Pki) {
    let folder = std::env::var(FOLDER).expect("set by the test that started this");
    let module = PathBuf::from(std::env::var(MODULE).expect("the same"));
    let module = Module::load(&module).expect("SoftHSM loads");
    (module, Pki { folder: folder.into() })
}

fn opening<'a>(key: &'a str, pin: &'a str) -> Opening<'a> {
    Opening { token: Some(TOKEN), key: Some(key), pin: Some(pin) }
}

#[test]
fn keys_in_a_token_sign() {
    in_a_process_with_the_token("case_signs");
}

#[test]
#[ignore = "a case of keys_in_a_token_sign"]
fn case_signs() {
    let (module, pki) = given();
    let chain = pki.read("chain.pem");
    let tokens = module.tokens().expect("listed");
    assert_eq!(tokens.len(), 1, "SoftHSM's empty slot is no token: {tokens:?}");
    assert!(tokens[0].label == TOKEN && !tokens[0].locked && !tokens[0].keypad, "as it was made: {tokens:?}");
    let keys = module.keys(&opening("", PIN)).expect("listed");
    let mut labels: Vec<_> = keys.iter().map(|key| (key.id.as_str(), key.label.as_str())).collect();
    labels.sort_unstable();
    assert_eq!(labels, [("01", "signing"), ("02", "sealing"), ("03", "bare")], "every private key is listed");

    for (name, algorithm, holder) in
        [("signing", Algorithm::EcdsaP256, "Cara Card"), ("02", Algorithm::RsaPkcs1, "Example Lab Seal")]
    {
        let key = module.key(&opening(name, PIN), &[&chain]).expect("opens");
        assert_eq!(key.algorithm(), algorithm, "{name} is chosen by label or id");
        assert_eq!(key.certificates().len(), 3, "{name}: its certificate in the token, and the two given");
        assert!(
            facts(&key.certificates()[0]).expect("read").subject.contains(holder),
            "{name} is {holder}'s"
        );
        let signature = key.sign(b"what is signed").expect("signs");
        std::fs::write(pki.path("message"), b"what is signed").expect("written");
        std::fs::write(pki.path("signature"), &signature).expect("written");
        std::fs::write(pki.path("own.der"), &key.certificates()[0]).expect("written");
        let public = pki.openssl(&["x509", "-inform", "DER", "-in", "own.der", "-pubkey", "-noout"]);
        std::fs::write(pki.path("own.pub"), public).expect("written");
        pki.openssl(&["dgst", "-sha256", "-verify", "own.pub", "-signature", "signature", "message"]);
        assert_eq!(
            key.sign_pss(b"x").is_ok(),
            algorithm == Algorithm::RsaPkcs1,
            "PSS is of RSA alone, and RSA can"
        );
    }
    // A second key while the first is open, as when two people sign one after the other.
    let first = module.key(&opening("signing", PIN), &[]).expect("opens");
    assert_eq!(first.certificates().len(), 1, "without the files there is the token's certificate alone");
    drop(module.key(&opening("sealing", PIN), &[]).expect("opens"));
    drop(first);
    assert!(
        Module::load(std::path::Path::new(&std::env::var(MODULE).expect("set"))).is_ok(),
        "loading again is fine"
    );
}

#[test]
fn a_key_that_asks_for_its_pin_each_time_gets_it() {
    in_a_process_with_the_token("case_always_asks");
}

#[test]
#[ignore = "a case of a_key_that_asks_for_its_pin_each_time_gets_it"]
fn case_always_asks() {
    let (module, pki) = given();
    let out = Command::new("pkcs11-tool")
        .args([
            "--module",
            &std::env::var(MODULE).expect("set"),
            "--token-label",
            TOKEN,
            "--login",
            "--pin",
            PIN,
        ])
        .args(["--keypairgen", "--key-type", "rsa:2048", "--id", "04", "--label", "careful", "--always-auth"])
        .output()
        .expect("pkcs11-tool runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    let public = pki.path("careful.pub");
    let out = Command::new("pkcs11-tool")
        .args([
            "--module",
            &std::env::var(MODULE).expect("set"),
            "--token-label",
            TOKEN,
            "--login",
            "--pin",
            PIN,
        ])
        .args(["--read-object", "--type", "pubkey", "--id", "04", "--output-file"])
        .arg(&public)
        .output()
        .expect("pkcs11-tool runs");
    assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
    pki.openssl(&["pkey", "-pubin", "-inform", "DER", "-in", "careful.pub", "-out", "careful.pub.pem"]);
    pki.openssl(&[
        "x509",
        "-new",
        "-force_pubkey",
        "careful.pub.pem",
        "-CA",
        "sub.pem",
        "-CAkey",
        "sub.key",
        "-subj",
        "/CN=Careful",
        "-extfile",
        "signer.ext",
        "-out",
        "careful.pem",
    ]);
    let key = module.key(&opening("careful", PIN), &[&pki.read("careful.pem")]).expect("opens");
    let own = SignerKey::from_info(&pki.read("careful.pub")).expect("its public key");
    for message in [&b"one"[..], b"two"] {
        let signature = key.sign(message).expect("signs, with the PIN given again");
        assert!(own.verifies(message, &signature), "each signature is the key's");
    }
}

#[test]
fn a_token_that_refuses_says_why() {
    in_a_process_with_the_token("case_refuses");
}

#[test]
#[ignore = "a case of a_token_that_refuses_says_why"]
fn case_refuses() {
    let (module, pki) = given();
    let open = |opening: &Opening<'_>, file: Option<&str>| {
        let file = file.map(|name| pki.read(name));
        let files: Vec<_> = file.iter().map(Vec::as_slice).collect();
        module.key(opening, &files).map(|_| ())
    };
    let right = opening("signing", PIN);
    assert_eq!(open(&Opening { pin: None, ..right }, None), Err(Problem::NeedsPin), "a PIN is asked for");
    assert_eq!(
        open(&Opening { token: Some("else"), ..right }, None),
        Err(Problem::NoToken(TOKEN.into())),
        "what is there is named"
    );
    let several = open(&Opening { key: None, ..right }, None).expect_err("three keys");
    assert!(
        matches!(&several, Problem::SeveralTokenKeys(names) if names.contains("sealing (02)")),
        "which one is not guessed: {several}"
    );
    let none = open(&Opening { key: Some("gone"), ..right }, None).expect_err("no such key");
    assert!(matches!(&none, Problem::NoTokenKey(names) if names.contains("signing (01)")), "{none}");
    assert_eq!(
        open(&opening("bare", PIN), None).map_err(|e| e.code()),
        Err("signature-document-key-mismatch"),
        "no certificate in the token is over this key"
    );
    assert_eq!(
        open(&opening("bare", PIN), Some("token.pem")).map_err(|e| e.code()),
        Err("signature-document-key-mismatch"),
        "a certificate of another key does not fit"
    );
    assert_eq!(
        open(&right, Some("token.pub")),
        Err(Problem::NotACertificate),
        "a public key is no certificate"
    );

    let held = module.key(&right, &[]).expect("opens");
    let wrong = open(&opening("signing", "0000"), None).expect_err("a wrong PIN");
    assert!(
        matches!(wrong, Problem::WrongPin(Tries::Fewer | Tries::Last | Tries::Unknown)),
        "a wrong PIN must not pass because the right one was entered before: {wrong}"
    );
    assert!(held.sign(b"x").is_err(), "and the token is logged out by it, for everyone");
    assert_eq!(open(&right, None), Ok(()), "the right PIN opens it again");

    let missing = Module::load(std::path::Path::new("/nonexistent/module.so")).expect_err("no such library");
    assert!(matches!(&missing, Problem::Module(why) if why.contains("module.so")), "{missing}");
    let other = Module::load(&pki.path("evaluator.pem")).expect_err("no library");
    assert!(matches!(other, Problem::Module(_)), "a file that is no library is refused: {other}");
    let own = certificates_in(&pki.read("token.pem")).expect("read");
    assert_eq!(
        facts(&own[0]).expect("read").algorithm,
        Algorithm::EcdsaP256,
        "the certificate tells how it signs"
    );
}
