//! Copies under another key, and putting one in the place of the original: how a passphrase is set,
//! changed and taken away.
//!
//! A new file is written beside the old one, read back and compared, and renamed over it. At every moment
//! one whole dossier has the name, with the old key or with the new one.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};

use rusqlite::types::{ToSqlOutput, ValueRef};
use rusqlite::{Connection, Row, Rows, params_from_iter};

use crate::dossier::{Access, Dossier};
use crate::error::{DossierError, SqliteContext as _};
use crate::key::{Key, Locked};
use crate::{connection, schema};

const COPYING: &str = "writing the copy";
const COMPARING: &str = "reading the copy back";

/// Every row of every table: how it is read, how it is written, how many columns it has.
const TABLES: [(&str, &str, usize); 3] = [
    (
        "SELECT n, chain, seq, id, body, sig FROM event ORDER BY n",
        "INSERT INTO event (n, chain, seq, id, body, sig) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        6,
    ),
    (
        "SELECT sha256, n, data FROM evidence_chunk ORDER BY rowid",
        "INSERT INTO evidence_chunk (sha256, n, data) VALUES (?1, ?2, ?3)",
        3,
    ),
    (
        "SELECT subject, field, event, value FROM current ORDER BY subject, field, event",
        "INSERT INTO current (subject, field, event, value) VALUES (?1, ?2, ?3, ?4)",
        4,
    ),
];

/// Where the new file of a dossier is written before it takes its name: `<dossier>.rewriting`. What lies
/// there after a crash is removed when the dossier is next opened for writing.
#[must_use]
pub fn rewriting_path(dossier: &Path) -> PathBuf {
    beside(dossier, ".rewriting")
}

/// Encrypts the dossier with `to`, or makes it plain where that is `None`. Nobody else may have it open
/// for writing; whoever has it open for reading goes on with the old file.
///
/// What the old file was written on is free space of the disk afterwards, not wiped.
///
/// # Errors
/// As [`Dossier::open`] and [`Dossier::copy_to`]; the dossier is as it was then.
pub fn reprotect<'a>(file: impl Into<Locked<'a>>, to: Option<&Key>) -> Result<(), DossierError> {
    let dossier = Dossier::open(file, Access::Write)?;
    let path = dossier.path().to_path_buf();
    let fresh = rewriting_path(&path);
    dossier.copy_to(Locked::with(&fresh, to))?;
    let done = fs::metadata(&path)
        .and_then(|old| fs::set_permissions(&fresh, old.permissions()))
        .map_err(|source| DossierError::io(COPYING, &fresh, source))
        // A journal of the old file beside the new one would be played into it, so there must be none.
        .and_then(|()| dossier.close_and_keep_lock());
    let renamed = done.and_then(|lock| {
        fs::rename(&fresh, &path).map_err(|source| DossierError::io(COPYING, &path, source))?;
        sync_folder(&path);
        Ok(lock)
    });
    if renamed.is_err() {
        let _ = fs::remove_file(&fresh);
    }
    renamed.map(drop)
}

/// Removes what an interrupted [`reprotect`] left. Only whoever holds the writer's lock may call this.
pub(crate) fn sweep(dossier: &Path) {
    let fresh = rewriting_path(dossier);
    for leftover in [beside(&fresh, "-journal"), fresh] {
        // Usually it is not there.
        let _ = fs::remove_file(leftover);
    }
}

impl Dossier {
    /// Writes a copy, plain or encrypted as `target` says, and reads it back: every row is compared. The
    /// copy has no free pages and no journal.
    ///
    /// # Errors
    /// The target is there already, cannot be written, or read back otherwise. Nothing is left then.
    pub fn copy_to(&self, target: Locked<'_>) -> Result<(), DossierError> {
        let path = target.path;
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        options.open(path).map_err(|source| DossierError::io(COPYING, path, source))?;
        let copied = self.at_one_moment(|dossier| {
            dossier.write_copy(target)?;
            dossier.compare(target)
        });
        if copied.is_err() {
            // Only what this call wrote: the target did not exist before.
            let _ = fs::remove_file(beside(path, "-journal"));
            let _ = fs::remove_file(path);
        }
        sync_folder(path);
        copied
    }

    /// Reads in one transaction, so that a writer who saves meanwhile cannot show half of it.
    fn at_one_moment<T>(
        &self,
        read: impl FnOnce(&Self) -> Result<T, DossierError>,
    ) -> Result<T, DossierError> {
        self.connection.execute_batch("BEGIN").doing(COPYING, &self.path)?;
        let done = read(self);
        self.connection.execute_batch("ROLLBACK").doing(COPYING, &self.path)?;
        done
    }

    fn write_copy(&self, target: Locked<'_>) -> Result<(), DossierError> {
        let path = target.path;
        let copy = connection::for_creating(target)?;
        copy.execute_batch("BEGIN IMMEDIATE").doing(COPYING, path)?;
        schema::create(&copy, path)?;
        for (select, insert, columns) in TABLES {
            let mut from = self.connection.prepare(select).doing(COPYING, &self.path)?;
            let mut rows = from.query([]).doing(COPYING, &self.path)?;
            let mut into = copy.prepare(insert).doing(COPYING, path)?;
            while let Some(row) = rows.next().doing(COPYING, &self.path)? {
                let values = values(row, columns).doing(COPYING, &self.path)?;
                into.execute(params_from_iter(values.into_iter().map(ToSqlOutput::Borrowed)))
                    .doing(COPYING, path)?;
            }
        }
        copy.execute_batch("COMMIT").doing(COPYING, path)?;
        connection::leave(&copy, path)
    }

    fn compare(&self, target: Locked<'_>) -> Result<(), DossierError> {
        let path = target.path;
        schema::check_header(target)?;
        let copy = connection::for_reading(target)?;
        schema::check_fingerprint(&copy, path)?;
        for (select, _, columns) in TABLES {
            if !same_rows(&self.connection, &copy, select, columns).doing(COMPARING, path)? {
                return Err(DossierError::CopyDiffers { path: path.into() });
            }
        }
        Ok(())
    }
}

fn same_rows(one: &Connection, other: &Connection, select: &str, columns: usize) -> rusqlite::Result<bool> {
    let (mut one, mut other) = (one.prepare(select)?, other.prepare(select)?);
    let (mut one, mut other): (Rows<'_>, Rows<'_>) = (one.query([])?, other.query([])?);
    loop {
        match (one.next()?, other.next()?) {
            (None, None) => return Ok(true),
            (Some(one), Some(other)) if values(one, columns)? == values(other, columns)? => {}
            _ => return Ok(false),
        }
    }
}

fn values<'r>(row: &'r Row<'_>, columns: usize) -> rusqlite::Result<Vec<ValueRef<'r>>> {
    (0..columns).map(|column| row.get_ref(column)).collect()
}

/// A file with the dossier's name and something behind it.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}

/// A new file or name is safe only once its folder is: without this a power cut may take it. Where a folder can't be
/// synced (Windows, some network drives) the system sees to it or nobody can.
pub(crate) fn sync_folder(path: &Path) {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
