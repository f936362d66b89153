//! Passphrases of document keys in the keyring of the desktop, where there is one.
//!
//! The system's own program does it: `secret-tool` of libsecret, in front of GNOME's and KDE's keyrings
//! (`docs/decisions/0008`). A passphrase goes through pipes and is never an argument. Where there is no keyring, that is no
//! error: the person is asked. PINs of tokens are never kept, since a token counts the wrong ones.

use std::io::{Read as _, Write as _};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

use zeroize::Zeroizing;

/// The program.
const PROGRAM: &str = "secret-tool";
/// Longest passphrase that is read back, in bytes.
const LONGEST: u64 = 4096;
/// How often it is asked whether the program has ended, and how long it has: a keyring that is locked asks the person.
const STEP: Duration = Duration::from_millis(20);
const STEPS: u32 = 3000;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kept<T> {
    /// It is done.
    Done(T),
    /// The keyring holds nothing of this name.
    Nothing,
    /// There is no keyring here, or it refuses.
    NoKeyring,
}

/// The passphrase of a key, by the name it was kept under: the fingerprint of its certificate or of its file.
#[must_use]
pub fn passphrase(key: &str) -> Kept<Zeroizing<String>> {
    let Some(mut child) = started(&["lookup"], key) else { return Kept::NoKeyring };
    let (out, err) = (child.stdout.take(), child.stderr.take());
    // What it says fits into a pipe, so it can end before it is read.
    let well = ended(child);
    let mut secret = Zeroizing::new(String::new());
    let read = out.map(|out| out.take(LONGEST).read_to_string(&mut secret));
    let mut said = String::new();
    let told = err.map(|err| err.take(LONGEST).read_to_string(&mut said));
    match (well, read, told) {
        (Some(true), Some(Ok(_)), _) if !secret.is_empty() => Kept::Done(secret),
        // Without a word: it looked, and there is nothing. Otherwise it says why it could not look.
        (Some(_), _, Some(Ok(0))) => Kept::Nothing,
        _ => Kept::NoKeyring,
    }
}

/// Keeps the passphrase of a key; `label` is what a person sees in the keyring's own window.
#[must_use]
pub fn keep(key: &str, label: &str, passphrase: &str) -> Kept<()> {
    let label = format!("--label={label}");
    let Some(mut child) = started(&["store", &label], key) else { return Kept::NoKeyring };
    let written = child.stdin.take().is_some_and(|mut into| into.write_all(passphrase.as_bytes()).is_ok());
    match ended(child) {
        Some(true) if written => Kept::Done(()),
        _ => Kept::NoKeyring,
    }
}

/// Forgets the passphrase of a key.
#[must_use]
pub fn forget(key: &str) -> Kept<()> {
    match started(&["clear"], key).and_then(ended) {
        Some(true) => Kept::Done(()),
        _ => Kept::NoKeyring,
    }
}

fn started(job: &[&str], key: &str) -> Option<Child> {
    let mut command = Command::new(PROGRAM);
    command.args(job).args(["application", "assay", "document-key", key]);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().ok()
}

/// Whether it ended well; `None` where it does not end, which stops it.
fn ended(mut child: Child) -> Option<bool> {
    drop(child.stdin.take());
    for _ in 0..STEPS {
        if let Some(status) = child.try_wait().ok()? {
            return Some(status.success());
        }
        thread::sleep(STEP);
    }
    let _ = child.kill();
    let _ = child.wait();
    None
}
