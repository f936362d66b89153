//! Stock openssl reads our keys and signatures, and we read its.
//!
//! The command is required where `CI` is set; elsewhere these tests say that they did nothing.
#![expect(clippy::unwrap_used, reason = "a test stops at the first thing that is not as it should be")]

use signature::{Identity, KeyProblem, public_key_pem, verify_event};
use std::path::Path;
use std::process::Command;
use trail::{Digest, EventId, Signature, signing_message};

fn has_openssl() -> bool {
    let found = Command::new("openssl").arg("version").output().is_ok_and(|o| o.status.success());
    assert!(found || std::env::var_os("CI").is_none(), "openssl is required in CI");
    if !found {
        eprintln!("openssl is not installed: nothing was compared");
    }
    found
}

/// Runs openssl in `folder`, and returns what it printed if it succeeded.
fn openssl(folder: &Path, arguments: &str) -> Option<Vec<u8>> {
    let mut command = Command::new("openssl");
    let output = command.args(arguments.split(' ')).current_dir(folder).output().unwrap();
    output.status.success().then_some(output.stdout)
}

fn identity() -> Identity {
    Identity::new(std::array::from_fn(|i| i as u8 * 3 + 1))
}

fn pem(passphrase: Option<&[u8]>) -> String {
    identity().to_pem(passphrase, &[11; 16], &[22; 16]).expect("a key file").to_string()
}

#[test]
fn openssl_reads_our_key_files() {
    if !has_openssl() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    std::fs::write(folder.join("plain.pem"), pem(None)).unwrap();
    std::fs::write(folder.join("locked.pem"), pem(Some("pass wörd".as_bytes()))).unwrap();
    let ours = public_key_pem(&identity().public_key()).into_bytes();
    let plain = openssl(folder, "pkey -in plain.pem -pubout");
    assert_eq!(plain, Some(ours.clone()), "the plain file holds our key");
    std::fs::write(folder.join("pass"), "pass wörd\n").unwrap();
    let locked = openssl(folder, "pkey -in locked.pem -passin file:pass -pubout");
    assert_eq!(locked, Some(ours), "the passphrase opens the encrypted file");
    let wrong = openssl(folder, "pkey -in locked.pem -passin pass:other -pubout");
    assert_eq!(wrong, None, "another passphrase does not");
}

#[test]
fn we_read_the_key_files_of_openssl() {
    if !has_openssl() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let run = |arguments: &str| openssl(folder, arguments).expect("openssl does what it is told");
    let read = |name: &str| std::fs::read_to_string(folder.join(name)).unwrap();
    run("genpkey -algorithm ed25519 -out plain.pem");
    let public = String::from_utf8(run("pkey -in plain.pem -pubout")).unwrap();
    let same = |identity: Identity| public_key_pem(&identity.public_key()) == public;
    assert!(same(Identity::from_pem(&read("plain.pem"), None).unwrap()), "a plain file");
    let locks = ["-v2 aes-256-cbc -scrypt", "-v2 aes-256-cbc", "-v2 aes-128-cbc -iter 5000"];
    for lock in locks {
        run(&format!("pkcs8 -topk8 {lock} -in plain.pem -passout pass:secret -out locked.pem"));
        let text = read("locked.pem");
        let opened = Identity::from_pem(&text, Some(b"secret"));
        assert!(opened.is_ok_and(same), "openssl pkcs8 -topk8 {lock}");
        let wrong = Identity::from_pem(&text, Some(b"Secret")).unwrap_err();
        assert_eq!(wrong, KeyProblem::WrongPassphrase, "{lock}");
        let asked = Identity::from_pem(&text, None).unwrap_err();
        assert_eq!(asked, KeyProblem::NeedsPassphrase, "{lock}");
    }
    run("genpkey -algorithm ec -pkeyopt ec_paramgen_curve:P-256 -out ec.pem");
    let other = Identity::from_pem(&read("ec.pem"), None).unwrap_err();
    assert_eq!(other, KeyProblem::NotEd25519, "a key of another kind is named as such");
    let public = Identity::from_pem(&public, None).unwrap_err();
    assert_eq!(public, KeyProblem::NotAKey, "a public key is no identity");
}

#[test]
fn openssl_and_we_make_and_check_the_same_event_signatures() {
    if !has_openssl() {
        return;
    }
    let folder = tempfile::tempdir().unwrap();
    let folder = folder.path();
    let id: EventId = Digest::leaf(b"an event");
    let key = identity().public_key();
    std::fs::write(folder.join("key.pem"), pem(None)).unwrap();
    std::fs::write(folder.join("public.pem"), public_key_pem(&key)).unwrap();
    std::fs::write(folder.join("message"), signing_message(&id)).unwrap();
    let made = openssl(folder, "pkeyutl -sign -inkey key.pem -rawin -in message").unwrap();
    let ours = identity().sign_event(&id);
    assert_eq!(made, ours.0, "Ed25519 is deterministic");
    assert!(verify_event(&key, &id, &Signature(made.try_into().unwrap())), "and it holds");
    let check = "pkeyutl -verify -pubin -inkey public.pem -rawin -in message -sigfile signature";
    std::fs::write(folder.join("signature"), ours.0).unwrap();
    assert!(openssl(folder, check).is_some(), "openssl accepts our signature");
    std::fs::write(folder.join("message"), signing_message(&Digest::leaf(b"another"))).unwrap();
    assert!(openssl(folder, check).is_none(), "and refuses it for another event");
}
