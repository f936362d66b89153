//! How SQLite is opened: the same careful settings every time, checked after they are made.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::limits::Limit;
use rusqlite::{Connection, OpenFlags};
use zeroize::Zeroizing;

use crate::error::{DossierError, SqliteContext as _};
use crate::evidence::CHUNK;
use crate::key::{Key, Locked, wipe_stack};
use crate::schema;

/// How long a reader waits for a save to finish, and the writer for readers.
const BUSY: Duration = Duration::from_secs(10);

const SETTING: &str = "setting up the database";

/// Page cache in KiB. Small, so that taking in a large file costs little memory; large enough that one
/// transaction of evidence is rarely written twice.
const CACHE_KIB: i64 = 4096;

/// Opens an existing file for writing, after its header and before its schema is looked at.
pub(crate) fn for_writing(file: Locked<'_>) -> Result<Connection, DossierError> {
    let connection = open(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    write_settings(&connection, file.path)?;
    Ok(connection)
}

/// Opens a file that was just created and is still empty.
pub(crate) fn for_creating(file: Locked<'_>) -> Result<Connection, DossierError> {
    let path = file.path;
    let connection = open(file, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    // Of an encrypted file SQLCipher has set it; its header is read back like any other.
    if file.key.is_none() {
        set(&connection, path, "page_size", i64::from(schema::PAGE_SIZE))?;
    }
    set(&connection, path, "auto_vacuum", 0)?;
    connection.pragma_update(None, "encoding", "UTF-8").doing(SETTING, path)?;
    write_settings(&connection, path)?;
    Ok(connection)
}

/// Opens a file for reading only.
pub(crate) fn for_reading(file: Locked<'_>) -> Result<Connection, DossierError> {
    let connection = open(file, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    connection.pragma_update(None, "query_only", true).doing(SETTING, file.path)?;
    Ok(connection)
}

/// Before a writer lets go: back to the journal mode that leaves no second file behind.
pub(crate) fn leave(connection: &Connection, path: &Path) -> Result<(), DossierError> {
    journal_mode(connection, path, "delete")
}

fn open(file: Locked<'_>, mode: OpenFlags) -> Result<Connection, DossierError> {
    let path = file.path;
    let flags = mode | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags).doing("opening the dossier", path)?;
    connection.busy_timeout(BUSY).doing(SETTING, path)?;
    // Before anything else is asked, since the first question reads page 1.
    if let Some(key) = file.key {
        let unlocked = unlock(&connection, key);
        wipe_stack();
        unlocked.doing(SETTING, path)?;
    }
    harden(&connection).doing(SETTING, path)?;
    set(&connection, path, "cell_size_check", 1)?;
    set(&connection, path, "mmap_size", 0)?;
    set(&connection, path, "foreign_keys", 1)?;
    set(&connection, path, "cache_size", -CACHE_KIB)?;
    set(&connection, path, "temp_store", 2)?;
    Ok(connection)
}

/// Hands the key to SQLCipher. The file's form is fixed: SQLCipher 4 with our page size.
fn unlock(connection: &Connection, key: &Key) -> rusqlite::Result<()> {
    let statement = |hex: &str| {
        let mut sql = Zeroizing::new(String::with_capacity(128));
        for part in ["PRAGMA key = \"x'", hex, "'\""] {
            sql.push_str(part);
        }
        sql
    };
    // What SQLCipher has to say about a page it cannot decrypt is said by the error; it need not go to
    // the terminal as well.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    connection.execute_batch(&statement(&key.hex()))?;
    // SQLite keeps no statement, but does not wipe what it parsed: the same places are written once more.
    let zeros = "0".repeat(96);
    for _ in 0..4 {
        connection.execute_batch(&statement(&zeros).replace("PRAGMA key", "PRAGMA kez"))?;
    }
    connection.execute_batch(&format!(
        "PRAGMA cipher_compatibility = 4; PRAGMA cipher_page_size = {}",
        schema::PAGE_SIZE
    ))
}

/// Nothing in a file may run, and nothing in it may make us allocate without bound.
fn harden(connection: &Connection) -> rusqlite::Result<()> {
    let length = i32::try_from(CHUNK).unwrap_or(i32::MAX).saturating_mul(2);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    for (limit, value) in [
        (Limit::SQLITE_LIMIT_LENGTH, length),
        (Limit::SQLITE_LIMIT_SQL_LENGTH, 20_000),
        (Limit::SQLITE_LIMIT_COLUMN, 100),
        (Limit::SQLITE_LIMIT_EXPR_DEPTH, 50),
        (Limit::SQLITE_LIMIT_COMPOUND_SELECT, 8),
        (Limit::SQLITE_LIMIT_VDBE_OP, 100_000),
        (Limit::SQLITE_LIMIT_FUNCTION_ARG, 8),
        // `VACUUM INTO` attaches its target.
        (Limit::SQLITE_LIMIT_ATTACHED, 1),
        (Limit::SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
        (Limit::SQLITE_LIMIT_VARIABLE_NUMBER, 16),
        (Limit::SQLITE_LIMIT_TRIGGER_DEPTH, 1),
        (Limit::SQLITE_LIMIT_WORKER_THREADS, 0),
    ] {
        connection.set_limit(limit, value)?;
    }
    Ok(())
}

/// A power cut may take the event being saved, and none that was acknowledged before: rollback journal,
/// truncated rather than deleted, every barrier asked for.
fn write_settings(connection: &Connection, path: &Path) -> Result<(), DossierError> {
    set(connection, path, "synchronous", 2)?;
    set(connection, path, "secure_delete", 1)?;
    if cfg!(target_os = "macos") {
        set(connection, path, "fullfsync", 1)?;
    }
    journal_mode(connection, path, "truncate")
}

fn journal_mode(connection: &Connection, path: &Path, mode: &str) -> Result<(), DossierError> {
    let set: String = connection
        .pragma_update_and_check(None, "journal_mode", mode, |row| row.get(0))
        .doing(SETTING, path)?;
    expect(path, "journal_mode", set == mode)
}

/// Sets a pragma and reads it back: SQLite ignores what it does not know.
fn set(connection: &Connection, path: &Path, pragma: &str, value: i64) -> Result<(), DossierError> {
    connection
        .pragma_update(None, pragma, value)
        .or_else(|error| match error {
            // Some pragmas answer with the value they took.
            rusqlite::Error::ExecuteReturnedResults => Ok(()),
            error => Err(error),
        })
        .doing(SETTING, path)?;
    let is: Option<i64> = connection
        .pragma_query_value(None, pragma, |row| row.get(0))
        .map(Some)
        .or_else(|error| match error {
            // `mmap_size` has no answer where memory mapping is compiled out.
            rusqlite::Error::QueryReturnedNoRows => Ok(None),
            error => Err(error),
        })
        .doing(SETTING, path)?;
    expect(path, pragma, is.is_none_or(|is| is == value))
}

fn expect(path: &Path, pragma: &str, holds: bool) -> Result<(), DossierError> {
    if holds {
        Ok(())
    } else {
        Err(DossierError::Damaged {
            path: path.into(),
            detail: format!("SQLite did not take the setting {pragma}"),
        })
    }
}
