//! The system's file dialogs. The page says what for and gets tokens; it neither names nor sees a path.

use std::{path::PathBuf, sync::PoisonError};

use serde::Deserialize;
use tauri::{Runtime, Webview};
use tauri_plugin_dialog::DialogExt as _;
use workbench::desk::Offered;

use crate::Shell;

const DOSSIER: &[&str] = &["assay"];
/// What `import` reads.
const WORKBOOK: &[&str] = &["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv", "txt"];

/// What a file is chosen for.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Purpose {
    OpenDossier,
    SaveDossier,
    Receive,
    Workbook,
    Evidence,
    Folder,
    SaveFile,
    Signature,
    Report,
    Worksheet,
}

/// What the page wishes for.
#[derive(Deserialize)]
pub(crate) struct Wish {
    purpose: Purpose,
    /// Heading of the dialog, in the language of the page.
    title: Option<String>,
    /// Proposed name of a file to be written.
    name: Option<String>,
}

/// Asks the person and waits. Nothing chosen is an empty list.
pub(crate) fn pick<R: Runtime>(webview: &Webview<R>, shell: &Shell, wish: Wish) -> Vec<Offered> {
    let mut dialog = webview.dialog().file().set_parent(&webview.window());
    if let Some(title) = wish.title {
        dialog = dialog.set_title(title);
    }
    if let Some(name) = wish.name {
        dialog = dialog.set_file_name(workbench::files::proposed_name(&name));
    }
    if let Some(folder) = shell.folder.lock().unwrap_or_else(PoisonError::into_inner).as_ref() {
        dialog = dialog.set_directory(folder);
    }
    if let Some(endings) = endings(wish.purpose) {
        let shown: Vec<String> = endings.iter().map(|e| format!("*.{e}")).collect();
        // The dialog compares letter by letter, and some programs write capitals.
        let capitals: Vec<String> = endings.iter().map(|e| e.to_uppercase()).collect();
        let both: Vec<&str> = endings.iter().copied().chain(capitals.iter().map(String::as_str)).collect();
        dialog = dialog.add_filter(shown.join(" "), &both);
    }
    let chosen = match wish.purpose {
        Purpose::Evidence => dialog.blocking_pick_files().unwrap_or_default(),
        Purpose::Folder => dialog.blocking_pick_folder().into_iter().collect(),
        Purpose::SaveDossier | Purpose::SaveFile => dialog.blocking_save_file().into_iter().collect(),
        _ => dialog.blocking_pick_file().into_iter().collect(),
    };
    let mut paths: Vec<PathBuf> = chosen.into_iter().filter_map(|path| path.into_path().ok()).collect();
    if let Some(first) = paths.first_mut() {
        shell.remember_folder(first);
        if matches!(wish.purpose, Purpose::SaveDossier) && first.extension().is_none() {
            first.set_extension("assay");
        }
    }
    shell.desk.offer(paths)
}

/// Endings of the names that the dialog shows; `None` shows all files.
fn endings(purpose: Purpose) -> Option<&'static [&'static str]> {
    match purpose {
        Purpose::OpenDossier | Purpose::SaveDossier | Purpose::Receive => Some(DOSSIER),
        Purpose::Workbook => Some(WORKBOOK),
        Purpose::Signature => Some(&["sig"]),
        Purpose::Report => Some(&["pdf", "json"]),
        Purpose::Worksheet => Some(&["json"]),
        Purpose::Evidence | Purpose::Folder | Purpose::SaveFile => None,
    }
}
