//! Encryption at rest: opening a dossier by its passphrase, setting, changing and taking it away, and the
//! recovery file for the organisation (`docs/formats/encryption.md`).

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use dossier::{
    Key, Locked,
    key::{
        recovery::{self, Recipient, Recovery, RecoveryProblem},
        salt_of,
    },
};
use zeroize::Zeroizing;

use crate::{
    Home, Problem, clock,
    desk::{drafts::Drafts, recents},
    files,
};

/// A passphrase shorter than this is taken, and said to be short.
pub const SHORT: usize = 12;

/// To whom the key of a dossier is sealed from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recipients {
    /// To those that the recovery file names now.
    Kept,
    /// To nobody: the recovery file goes.
    Nobody,
    /// To these.
    These(Vec<Recipient>),
}

/// How a dossier is protected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Protection {
    /// It needs a passphrase.
    pub encrypted: bool,
    /// Whoever else can open it, `age1…`, as its recovery file says.
    pub recipients: Vec<String>,
    /// What is wrong with the recovery file, if something is.
    pub recovery: Option<Problem>,
}

impl From<RecoveryProblem> for Problem {
    fn from(problem: RecoveryProblem) -> Self {
        Self::new(problem.code())
    }
}

/// Whether a dossier may be an encrypted one and needs a passphrase.
///
/// # Errors
/// The file can't be read or is no dossier at all.
pub fn is_encrypted(path: &Path) -> Result<bool, Problem> {
    Ok(salt_of(path)?.is_some())
}

/// The key of a dossier from its passphrase, which is asked for only where the dossier is encrypted.
///
/// # Errors
/// The file can't be read, or `ask` gave no passphrase. That a passphrase is wrong shows when the dossier
/// is opened with the key.
pub fn unlock(
    path: &Path,
    ask: &mut dyn FnMut() -> Result<Zeroizing<String>, Problem>,
) -> Result<Option<Key>, Problem> {
    match salt_of(path)? {
        None => Ok(None),
        Some(salt) => Ok(Some(Key::derive(&ask()?, salt)?)),
    }
}

/// The key from a key file, as [`key_file`] writes it or `age --decrypt` gives it from a recovery file.
///
/// # Errors
/// The file is no key file, or one for another dossier.
pub fn key_from_file(path: &Path, text: &str) -> Result<Option<Key>, Problem> {
    let key = recovery::read_key_file(text)?;
    match salt_of(path)? {
        None => Ok(None),
        Some(salt) if salt == *key.salt() => Ok(Some(key)),
        Some(_) => Err(RecoveryProblem::OtherDossier.into()),
    }
}

/// A fresh key for a new file: the passphrase with a new salt.
///
/// # Errors
/// The passphrase is empty, or there is no randomness.
pub fn new_key(passphrase: &str) -> Result<Key, Problem> {
    Ok(Key::derive(passphrase, clock::random()?)?)
}

/// How a dossier is protected now. With its key, the recovery file is checked as well; without, what it
/// says is only what it says.
///
/// # Errors
/// The dossier can't be read.
pub fn look(path: &Path, key: Option<&Key>) -> Result<Protection, Problem> {
    let encrypted = is_encrypted(path)?;
    let named = match key {
        Some(key) if encrypted => recipients_now(path, key),
        _ => Ok(Vec::new()),
    };
    let (recipients, recovery) = match named {
        Ok(named) => (named.iter().map(Recipient::text).collect(), None),
        Err(problem) => (Vec::new(), Some(problem)),
    };
    Ok(Protection { encrypted, recipients, recovery })
}

/// Sets, changes or takes away the passphrase of a dossier that nobody has open for writing: `to` is the new
/// one, `None` makes the dossier plain. Returns the new key. A crash at any moment leaves the whole dossier
/// with the old key or with the new one, and a recovery file that opens it. Drafts that the installation at
/// `home` keeps go along, and its list of recent dossiers forgets the title of one that is encrypted.
///
/// # Errors
/// The key is not the dossier's, the dossier is in use or can't be written, the recovery file is not what
/// somebody with the key wrote. Nothing was changed then.
pub fn change(
    path: &Path,
    key: Option<&Key>,
    to: Option<&str>,
    recipients: &Recipients,
    home: Option<&Home>,
) -> Result<Option<Key>, Problem> {
    // Before anything is derived or written: a wrong key must be said first.
    let id = dossier::Dossier::open(Locked::with(path, key), dossier::Access::ReadOnly)?.id();
    let recipients = recipients_of(path, key, recipients)?;
    let fresh = to.map(new_key).transpose()?;
    // Drafts lie under both keys until the dossier has its new one.
    let moved = home.map(|home| -> Result<_, Problem> {
        let old = Drafts::of(home, id, key);
        let new = old.under(home, id, fresh.as_ref())?;
        Ok((old, new))
    });
    let moved = moved.transpose()?;
    let done = rewrite(path, key, fresh.as_ref(), &recipients);
    if let Some((old, new)) = moved {
        if done.is_ok() { old.forget() } else { new.forget() }
    }
    done?;
    if let Some(home) = home.filter(|_| fresh.is_some()) {
        // A list that can't be kept does not undo what was done.
        let _ = recents::veil(home, path);
    }
    Ok(fresh)
}

fn rewrite(
    path: &Path,
    key: Option<&Key>,
    fresh: Option<&Key>,
    recipients: &[Recipient],
) -> Result<(), Problem> {
    let Some(fresh) = fresh else {
        dossier::reprotect(Locked::with(path, key), None)?;
        return write_recovery(path, "");
    };
    let block = block(fresh, recipients)?;
    // Both blocks lie there until the dossier has its new key, so that the organisation can open it at any moment.
    let before = recovery_text(path)?.unwrap_or_default();
    let old = key.and_then(|key| Some(Recovery::read(&before).ok()?.text_of(key.salt())?.to_owned()));
    let both = format!("{}{block}", old.as_deref().unwrap_or_default());
    if !block.is_empty() {
        write_recovery(path, &both)?;
    }
    if let Err(problem) = dossier::reprotect(Locked::with(path, key), Some(fresh)) {
        write_recovery(path, &before)?;
        return Err(problem.into());
    }
    write_recovery(path, &block)
}

/// Writes the recovery file anew, for these recipients; the passphrase stays.
///
/// # Errors
/// The file can't be written, or who is to be kept is not known.
pub fn change_recipients(path: &Path, key: &Key, recipients: &Recipients) -> Result<(), Problem> {
    let recipients = recipients_of(path, Some(key), recipients)?;
    write_recovery(path, &block(key, &recipients)?)
}

/// The recovery file of a dossier that was just created with this key.
///
/// # Errors
/// The file can't be written.
pub fn seal_new(path: &Path, key: &Key, recipients: &[Recipient]) -> Result<(), Problem> {
    if recipients.is_empty() {
        return Ok(());
    }
    write_recovery(path, &block(key, recipients)?)
}

/// A copy of a dossier under another passphrase or none. The dossier stays as it is.
///
/// # Errors
/// The key is not the dossier's, the target is there already or can't be written, or it read back otherwise.
pub fn copy(path: &Path, key: Option<&Key>, target: &Path, to: Option<&str>) -> Result<(), Problem> {
    let dossier = dossier::Dossier::open(Locked::with(path, key), dossier::Access::ReadOnly)?;
    let fresh = to.map(new_key).transpose()?;
    Ok(dossier.copy_to(Locked::with(target, fresh.as_ref()))?)
}

/// The key of a dossier whose passphrase is lost, by the organisation's private key, and to whom it was
/// sealed. `recovery` is its recovery file where that does not lie beside it.
///
/// # Errors
/// The dossier is plain, the recovery file is missing, for another dossier or for somebody else.
pub fn recover(
    path: &Path,
    recovery: Option<&Path>,
    identities: &str,
) -> Result<(Key, Vec<Recipient>), Problem> {
    let salt = salt_of(path)?
        .ok_or_else(|| Problem::new("protection-not-encrypted").with("path", path.display()))?;
    let place = recovery.map_or_else(|| place(path), Path::to_path_buf);
    let text = read(&place)?.ok_or_else(|| Problem::new("recovery-missing").with("path", place.display()))?;
    let recovery = Recovery::read(&text)?;
    let key = recovery.open(&salt, identities)?;
    let recipients = recovery.recipients(&key)?.to_vec();
    // Only now is it known to be the dossier's key.
    drop(dossier::Dossier::open(Locked::with(path, Some(&key)), dossier::Access::ReadOnly)?);
    Ok((key, recipients))
}

/// Writes the key to a file that only its owner may read: whoever has it can open the dossier.
///
/// # Errors
/// The file exists or can't be written.
pub fn key_file(key: &Key, target: &Path) -> Result<(), Problem> {
    files::write_new_private(target, recovery::key_file(key).as_bytes())
}

fn recipients_of(path: &Path, key: Option<&Key>, wanted: &Recipients) -> Result<Vec<Recipient>, Problem> {
    match (wanted, key) {
        (Recipients::These(recipients), _) => Ok(recipients.clone()),
        (Recipients::Kept, Some(key)) => recipients_now(path, key),
        (Recipients::Nobody, _) | (Recipients::Kept, None) => Ok(Vec::new()),
    }
}

fn recipients_now(path: &Path, key: &Key) -> Result<Vec<Recipient>, Problem> {
    match recovery_text(path)? {
        None => Ok(Vec::new()),
        Some(text) => Ok(Recovery::read(&text)?.recipients(key)?.to_vec()),
    }
}

fn block(key: &Key, recipients: &[Recipient]) -> Result<String, Problem> {
    if recipients.is_empty() {
        return Ok(String::new());
    }
    let seed = Zeroizing::new(clock::random::<32>()?);
    Ok(recovery::block(key, recipients, &seed)?)
}

fn place(path: &Path) -> PathBuf {
    // The dossier's own place, where a link leads to it.
    recovery::path_for(&path.canonicalize().unwrap_or_else(|_| path.to_path_buf()))
}

fn recovery_text(path: &Path) -> Result<Option<String>, Problem> {
    read(&place(path))
}

fn read(place: &Path) -> Result<Option<String>, Problem> {
    use io::Read as _;
    let problem = |e| Problem::file("file-not-read", place, &e);
    let file = match fs::File::open(place) {
        Ok(file) => file,
        Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(e) => return Err(problem(e)),
    };
    let mut bytes = Vec::new();
    file.take(recovery::MOST_BYTES.saturating_add(1)).read_to_end(&mut bytes).map_err(problem)?;
    let text = String::from_utf8(bytes).ok().filter(|text| text.len() as u64 <= recovery::MOST_BYTES);
    text.map(Some).ok_or_else(|| RecoveryProblem::NotARecoveryFile.into())
}

/// An empty text takes the file away.
fn write_recovery(path: &Path, text: &str) -> Result<(), Problem> {
    let place = place(path);
    if !text.is_empty() {
        return files::write_whole(&place, text.as_bytes());
    }
    match fs::remove_file(&place) {
        Err(e) if e.kind() != io::ErrorKind::NotFound => Err(Problem::file("file-not-written", &place, &e)),
        _ => Ok(()),
    }
}
