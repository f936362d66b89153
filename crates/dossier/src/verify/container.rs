//! The file as a file: what lies beside it, its header, its schema, its pages.

use std::path::Path;

use rusqlite::Connection;

use super::Stop;
use super::finding::{Code, Finding, Place, Remark};
use crate::error::{DossierError, SqliteContext as _};
use crate::key::Locked;
use crate::{connection, copying, schema};

/// A journal that came along holds the other half of an interrupted save: the file alone must be the
/// whole dossier. An empty one is only a sign that the dossier is open.
pub(super) fn beside(path: &Path) -> Result<Vec<Remark>, Stop> {
    let mut remarks = Vec::new();
    for suffix in ["-journal", "-wal", "-shm"] {
        match std::fs::metadata(copying::beside(path, suffix)) {
            Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => {}
            Ok(journal) if suffix == "-journal" && journal.len() == 0 => remarks.push(Remark::JournalBeside),
            _ => {
                return Err(Finding::new(Code::LeftoverJournal, Place::File).with("detail", suffix).into());
            }
        }
    }
    Ok(remarks)
}

/// Opens the file for reading after its header, and hands it on after its schema was compared.
pub(super) fn open(file: Locked<'_>) -> Result<Connection, DossierError> {
    schema::check_header(file)?;
    let connection = connection::for_reading(file)?;
    schema::check_fingerprint(&connection, file.path)?;
    Ok(connection)
}

/// `integrity_check`, not `quick_check`: only it compares indexes with their tables.
pub(super) fn integrity(connection: &Connection, path: &Path) -> Result<(), Stop> {
    const CHECKING: &str = "checking the file's structure";
    let said: String =
        connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0)).doing(CHECKING, path)?;
    if said == "ok" {
        Ok(())
    } else {
        Err(Finding::new(Code::Integrity, Place::File).with("detail", said).into())
    }
}
