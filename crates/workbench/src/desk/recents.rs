//! Dossiers opened before.

use std::{fs, path::Path};

use trail::Digest;

use super::types::Recent;
use crate::{Home, Problem, clock, files, import::name_of};

const KEPT: usize = 30;

fn file(home: &Home) -> std::path::PathBuf {
    home.folder().join("recent.json")
}

/// The list, newest first. A list that can't be read is an empty one.
pub(super) fn list(home: &Home) -> Vec<Recent> {
    let mut list: Vec<Recent> =
        fs::read(file(home)).ok().and_then(|b| serde_json::from_slice(&b).ok()).unwrap_or_default();
    for recent in &mut list {
        recent.there = Path::new(&recent.path).is_file();
    }
    list
}

/// Puts a dossier at the top. Of an encrypted one the caller gives no title, and its file name stands for it.
pub(super) fn remember(
    home: &Home,
    path: &Path,
    title: Option<&str>,
    checklist: &str,
) -> Result<(), Problem> {
    let title = title.map_or_else(|| name_of(path), str::to_owned);
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf()).display().to_string();
    let digest = Digest::of(path.as_bytes()).to_string();
    let recent = Recent {
        id: digest.chars().take(16).collect(),
        title,
        path,
        checklist: checklist.to_owned(),
        opened: clock::now(),
        there: true,
    };
    let mut list = list(home);
    list.retain(|r| r.id != recent.id);
    list.insert(0, recent);
    list.truncate(KEPT);
    write(home, &list)
}

/// Takes the title of a dossier that was encrypted off the list.
pub(crate) fn veil(home: &Home, path: &Path) -> Result<(), Problem> {
    let path = path.canonicalize().unwrap_or_else(|_| path.to_path_buf());
    let shown = path.display().to_string();
    let mut list = list(home);
    match list.iter_mut().find(|recent| recent.path == shown) {
        Some(recent) => recent.title = name_of(&path),
        None => return Ok(()),
    }
    write(home, &list)
}

/// Takes a dossier off the list.
pub(super) fn forget(home: &Home, id: &str) -> Result<(), Problem> {
    let mut list = list(home);
    list.retain(|r| r.id != id);
    write(home, &list)
}

fn write(home: &Home, list: &[Recent]) -> Result<(), Problem> {
    fs::create_dir_all(home.folder()).map_err(|e| Problem::file("file-not-written", home.folder(), &e))?;
    let bytes = serde_json::to_vec_pretty(list).map_err(|e| Problem::new("internal").with("why", e))?;
    files::write_whole(&file(home), &bytes)
}
