//! Encryption at rest: who may read the dossier.

use std::path::{Path, PathBuf};

use dossier::{Key, key::recovery::Recipient};
use serde_json::json;
use workbench::{
    Problem,
    protection::{self, Recipients},
};
use zeroize::Zeroizing;

use crate::{
    Desk,
    args::{New, Protect, Recover},
    screen::Answer,
};

/// A passphrase from a file: its text without the end of the line.
pub(crate) fn first_line(path: &Path) -> Result<Zeroizing<String>, Problem> {
    let text = secret_file(path)?;
    Ok(Zeroizing::new(text.trim_end_matches(['\r', '\n']).to_owned()))
}

fn secret_file(path: &Path) -> Result<Zeroizing<String>, Problem> {
    let text = std::fs::read_to_string(path);
    text.map(Zeroizing::new).map_err(|e| Problem::file("file-not-read", path, &e))
}

/// The key of a dossier, if it is encrypted: from the key file or the passphrase file, else asked for.
pub(crate) fn key(desk: &Desk<'_>, path: &Path) -> Result<Option<Key>, Problem> {
    if let Some(file) = &desk.global.dossier_key_file {
        return protection::key_from_file(path, &secret_file(file)?);
    }
    protection::unlock(path, &mut || match &desk.global.dossier_passphrase_file {
        Some(file) => first_line(file),
        None => typed(desk, "cli-ask-dossier-passphrase", &[("path", &path.display().to_string())]),
    })
}

fn typed(desk: &Desk<'_>, question: &str, args: &[(&str, &str)]) -> Result<Zeroizing<String>, Problem> {
    desk.typed(question, args).map_err(|e| Problem::new("protection-passphrase-not-asked").with("why", e))
}

/// A new passphrase: from the file, else asked for twice.
fn new_passphrase(desk: &Desk<'_>, file: Option<&PathBuf>) -> Result<Zeroizing<String>, Problem> {
    if let Some(file) = file {
        return first_line(file);
    }
    let once = typed(desk, "cli-ask-dossier-new-passphrase", &[])?;
    let again = typed(desk, "cli-ask-dossier-passphrase-again", &[])?;
    if once == again { Ok(once) } else { Err(Problem::new("protection-passphrases-differ")) }
}

fn recipients(files: &[PathBuf]) -> Result<Vec<Recipient>, Problem> {
    let mut all = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).map_err(|e| Problem::file("file-not-read", file, &e))?;
        let read = Recipient::parse_all(&text);
        all.extend(read.map_err(|problem| Problem::from(problem).with("path", file.display()))?);
    }
    Ok(all)
}

/// Key and recipients of a dossier that is about to be created.
pub(crate) fn for_new(desk: &Desk<'_>, new: &New) -> Result<(Option<Key>, Vec<Recipient>), Problem> {
    if !new.protect {
        return Ok((None, Vec::new()));
    }
    let recipients = recipients(&new.recipient)?;
    let passphrase = new_passphrase(desk, desk.global.dossier_passphrase_file.as_ref())?;
    Ok((Some(protection::new_key(&passphrase)?), recipients))
}

/// How a dossier is protected, in words.
pub(crate) fn said_of(desk: &Desk<'_>, path: &Path, key: Option<&Key>) -> Result<Vec<String>, Problem> {
    let protection = protection::look(path, key)?;
    let id = if protection.encrypted { "cli-said-encrypted" } else { "cli-said-plain" };
    let mut lines = vec![desk.text(id, &[("path", &path.display().to_string())])];
    for recipient in &protection.recipients {
        lines.push(desk.text("cli-said-recipient", &[("recipient", recipient)]));
    }
    if protection.encrypted && protection.recipients.is_empty() {
        lines.push(desk.text("cli-said-no-recipient", &[]));
    }
    if let Some(problem) = &protection.recovery {
        lines.push(problem.text(desk.words));
        lines.push(problem.way_forward(desk.words));
    }
    Ok(lines)
}

fn answer(desk: &Desk<'_>, path: &Path, key: Option<&Key>, first: Vec<String>) -> Result<Answer, Problem> {
    let protection = protection::look(path, key)?;
    let data = json!({
        "path": path.display().to_string(), "encrypted": protection.encrypted,
        "recipients": protection.recipients, "recovery": protection.recovery,
    });
    let lines = first.into_iter().chain(said_of(desk, path, key)?).collect();
    Ok(Answer::new(data, lines))
}

pub(crate) fn protect(desk: &Desk<'_>, job: &Protect) -> Result<Answer, Problem> {
    let path = desk.dossier_path()?;
    let key = key(desk, &path)?;
    let wanted = if job.no_recipient {
        Recipients::Nobody
    } else if job.recipient.is_empty() {
        Recipients::Kept
    } else {
        Recipients::These(recipients(&job.recipient)?)
    };
    if job.show {
        return answer(desk, &path, key.as_ref(), Vec::new());
    }
    let not_encrypted = || Problem::new("protection-not-encrypted").with("path", path.display());
    if job.same_passphrase {
        let key = key.as_ref().ok_or_else(not_encrypted)?;
        protection::change_recipients(&path, key, &wanted)?;
        return answer(desk, &path, Some(key), Vec::new());
    }
    let to = if job.remove { None } else { Some(new_passphrase(desk, job.new_passphrase_file.as_ref())?) };
    let mut said = Vec::new();
    if to.as_ref().is_some_and(|to| to.chars().count() < protection::SHORT) {
        said.push(desk.text("cli-said-short-passphrase", &[("count", &protection::SHORT.to_string())]));
    }
    if let Some(target) = &job.to {
        protection::copy(&path, key.as_ref(), target, to.as_deref().map(String::as_str))?;
        let id = if job.remove { "cli-said-copy-plain" } else { "cli-said-copy-encrypted" };
        said.push(desk.text(id, &[("path", &target.display().to_string())]));
        let data = json!({ "path": target.display().to_string(), "encrypted": !job.remove });
        return Ok(Answer::new(data, said));
    }
    if job.remove && key.is_none() {
        return Err(not_encrypted());
    }
    let was_plain = key.is_none();
    let fresh = protection::change(
        &path,
        key.as_ref(),
        to.as_deref().map(String::as_str),
        &wanted,
        Some(&desk.home()?),
    )?;
    if was_plain {
        said.push(desk.text("cli-said-was-plain", &[]));
    }
    answer(desk, &path, fresh.as_ref(), said)
}

pub(crate) fn recover(desk: &Desk<'_>, job: &Recover) -> Result<Answer, Problem> {
    let path = desk.dossier_path()?;
    let (key, recipients) =
        protection::recover(&path, job.recovery.as_deref(), &secret_file(&job.identity)?)?;
    if let Some(target) = &job.key_to {
        protection::key_file(&key, target)?;
        let target = target.display().to_string();
        let lines = vec![desk.text("cli-said-key-file", &[("path", &target)])];
        return Ok(Answer::new(json!({ "key_file": target }), lines));
    }
    let passphrase = new_passphrase(desk, job.new_passphrase_file.as_ref())?;
    // The recovery file may have come from elsewhere; the new one lies beside the dossier again.
    let wanted = Recipients::These(recipients);
    let fresh = protection::change(&path, Some(&key), Some(&passphrase), &wanted, Some(&desk.home()?))?;
    answer(desk, &path, fresh.as_ref(), vec![desk.text("cli-said-recovered", &[])])
}
