//! Encryption at rest, from the window.

use std::path::Path;

use dossier::{
    Key,
    key::{recovery::Recipient, salt_of},
};
use zeroize::Zeroizing;

use super::{
    Desk,
    start::{opened, place},
    types::*,
};
use crate::{
    Problem,
    protection::{self, Recipients},
};

/// The key to a file that shall be opened: from the passphrase given, or from the same file where it is open here.
///
/// # Errors
/// `dossier-locked` where a passphrase must be asked for.
pub(super) fn key(desk: &Desk, path: &Path, passphrase: Option<String>) -> Result<Option<Key>, Problem> {
    let passphrase = passphrase.map(Zeroizing::new);
    let Some(salt) = salt_of(path)? else { return Ok(None) };
    if let Some(passphrase) = passphrase {
        return Ok(Some(Key::derive(&passphrase, salt)?));
    }
    let known = desk.lock().open.as_ref().and_then(super::open::Open::unlocked_by);
    match known.filter(|key| *key.salt() == salt) {
        Some(key) => Ok(Some(key)),
        None => Err(dossier::DossierError::Locked { path: path.into() }.into()),
    }
}

/// Recipients from a chosen file.
pub(super) fn recipients(desk: &Desk, token: Option<&String>) -> Result<Option<Vec<Recipient>>, Problem> {
    let Some(token) = token else { return Ok(None) };
    let path = desk.files.path(token)?;
    let text = std::fs::read_to_string(&path).map_err(|e| Problem::file("file-not-read", &path, &e))?;
    let read = Recipient::parse_all(&text);
    read.map(Some).map_err(|problem| Problem::from(problem).with("path", path.display()))
}

pub(super) fn protection(desk: &Desk, _: Nothing) -> Result<ProtectionView, Problem> {
    let (path, key) = desk.looking(|open| Ok((open.path(), open.unlocked_by())))?;
    let protection = protection::look(&path, key.as_ref())?;
    Ok(ProtectionView {
        encrypted: protection.encrypted,
        recipients: protection.recipients,
        recovery: protection.recovery.map(Trouble::from),
    })
}

/// The dossier is closed while its file is written anew, and opened again whatever came of it.
pub(super) fn protect(desk: &Desk, wanted: Protect) -> Result<DossierHead, Problem> {
    let passphrase = wanted.passphrase.map(Zeroizing::new);
    let to = match recipients(desk, wanted.recipients.as_ref())? {
        Some(these) => Recipients::These(these),
        None if wanted.nobody.unwrap_or(false) => Recipients::Nobody,
        None => Recipients::Kept,
    };
    if passphrase.as_ref().is_some_and(|passphrase| passphrase.is_empty()) {
        return Err(dossier::DossierError::EmptyPassphrase.into());
    }
    let (path, key) = desk.recording(|open| Ok((open.path(), open.unlocked_by())))?;
    let before = desk.lock().open.take();
    let mut steps = None;
    if let Some(mut before) = before {
        steps = Some((std::mem::take(&mut before.undo), std::mem::take(&mut before.redo)));
        before.close()?;
    }
    let to_text = passphrase.as_deref().map(String::as_str);
    let changed = protection::change(&path, key.as_ref(), to_text, &to, Some(&desk.home));
    let now = changed.as_ref().map_or_else(|_| key.clone(), Clone::clone);
    let mut open = opened(desk, &path, now.as_ref())?;
    if let Some((undo, redo)) = steps {
        (open.undo, open.redo) = (undo, redo);
    }
    let head = place(desk, open)?;
    changed.map(|_| head)
}
