//! Passphrases in the keyring of the desktop: a real one, in a session of its own that ends with the test.

use std::process::Command;

use workbench::keyring::{Kept, forget, keep, passphrase};

const KEY: &str = "3a6eb0790f39ac87";

/// Runs one case of this file again in that environment.
fn again(mut command: Command) {
    let out = command.output().unwrap_or_else(|e| panic!("{command:?}: {e}"));
    let said = String::from_utf8_lossy(&out.stdout).into_owned() + &String::from_utf8_lossy(&out.stderr);
    assert!(out.status.success() && said.contains("1 passed"), "the case must pass: {said}");
}

#[test]
fn a_passphrase_is_kept_by_the_keyring_and_forgotten_again() {
    let folder = tempfile::tempdir().expect("a folder");
    let this = std::env::current_exe().expect("this program");
    let script =
        "printf secret | gnome-keyring-daemon --unlock --components=secrets >/dev/null && exec \"$0\" \"$@\"";
    let mut command = Command::new("dbus-run-session");
    command.args(["--", "sh", "-c", script]).arg(this).args(["--exact", "case_with_a_keyring", "--ignored"]);
    // Packages dbus, gnome-keyring and libsecret-tools. Nothing of the real person's keyring is touched.
    for name in ["HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"] {
        command.env(name, folder.path());
    }
    again(command);
}

#[test]
#[ignore = "a case of a_passphrase_is_kept_by_the_keyring_and_forgotten_again"]
fn case_with_a_keyring() {
    assert_eq!(passphrase(KEY), Kept::Nothing, "nobody kept anything yet");
    let secret = "sch\u{f6}n \u{1f511} \"quoted\" $x";
    assert_eq!(keep(KEY, "Key of Ada Example", secret), Kept::Done(()), "it is kept");
    let Kept::Done(found) = passphrase(KEY) else { panic!("and found again") };
    assert_eq!(found.as_str(), secret, "character for character");
    assert_eq!(passphrase("another"), Kept::Nothing, "of this key alone");
    assert_eq!(keep(KEY, "Key of Ada Example", "second"), Kept::Done(()), "a new one takes its place");
    let Kept::Done(found) = passphrase(KEY) else { panic!("and found again") };
    assert_eq!(found.as_str(), "second", "the old one is gone");
    assert_eq!(forget(KEY), Kept::Done(()), "it is forgotten");
    assert_eq!(passphrase(KEY), Kept::Nothing, "for good");
}

#[test]
fn without_a_keyring_the_person_is_asked() {
    let this = std::env::current_exe().expect("this program");
    for (name, value) in [("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent"), ("PATH", "/nonexistent")] {
        let mut command = Command::new(&this);
        command.args(["--exact", "case_without_a_keyring", "--ignored"]).env(name, value);
        again(command);
    }
}

#[test]
#[ignore = "a case of without_a_keyring_the_person_is_asked"]
fn case_without_a_keyring() {
    assert_eq!(passphrase(KEY), Kept::NoKeyring, "there is none, and that is no failure");
    assert_eq!(keep(KEY, "Key", "secret"), Kept::NoKeyring, "nothing is kept");
    assert_eq!(forget(KEY), Kept::NoKeyring, "nor forgotten");
}
