//! The shape of the file: tables, identification, fingerprint.
//!
//! There is no column that is neither signed nor compared on verification, no trigger, no view, no
//! generated column, and no table of keys or settings: everything about a dossier is in its events.

use std::fs::File;
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::Path;

use rusqlite::Connection;
use trail::Digest;

use crate::copying::beside;
use crate::error::{DossierError, SchemaDifference, SqliteContext as _};
use crate::key::{self, Locked};

/// `application_id` in the SQLite header: the ASCII letters `ASSY`.
pub const APPLICATION_ID: i32 = 0x4153_5359;

/// `user_version` in the SQLite header: the version of this format.
pub const USER_VERSION: i32 = 1;

/// Bytes of one database page.
pub(crate) const PAGE_SIZE: u16 = 16384;

/// Everything in `sqlite_schema`, in the order in which it is created.
///
/// `event_by_chain` is not unique: a key that wrote from two copies leaves two events with one
/// (chain, seq), and both are kept. It holds the id as well, so that heads and roots are read from
/// the index alone.
pub const SCHEMA: [&str; 6] = [
    "CREATE TABLE event (n INTEGER PRIMARY KEY NOT NULL, chain BLOB NOT NULL, seq INTEGER NOT NULL, id BLOB NOT NULL, body BLOB NOT NULL, sig BLOB NOT NULL) STRICT",
    "CREATE TABLE evidence_chunk (sha256 BLOB NOT NULL, n INTEGER NOT NULL, data BLOB NOT NULL) STRICT",
    "CREATE TABLE current (subject TEXT NOT NULL, field TEXT NOT NULL, event BLOB NOT NULL, value TEXT NOT NULL, PRIMARY KEY (subject, field, event)) STRICT, WITHOUT ROWID",
    "CREATE INDEX event_by_chain ON event (chain, seq, id)",
    "CREATE UNIQUE INDEX event_by_id ON event (id)",
    "CREATE UNIQUE INDEX evidence_chunk_by_sha256 ON evidence_chunk (sha256, n)",
];

/// The SHA-256 over [`SCHEMA`], each statement followed by a newline, in byte order: what
/// `chain.open/1` may carry as the schema the dossier was written with.
#[must_use]
pub fn fingerprint() -> Digest {
    let mut statements = SCHEMA;
    statements.sort_unstable();
    let mut text = statements.join("\n");
    text.push('\n');
    Digest::of(text.as_bytes())
}

/// Creates the tables, inside the first transaction of a new file.
pub(crate) fn create(connection: &Connection, path: &Path) -> Result<(), DossierError> {
    const CREATING: &str = "creating the tables";
    connection.execute_batch(&SCHEMA.join(";\n")).doing(CREATING, path)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID).doing(CREATING, path)?;
    connection.pragma_update(None, "user_version", USER_VERSION).doing(CREATING, path)
}

/// Compares `sqlite_schema` with [`SCHEMA`], object by object and column by column, before any other query is made.
/// Only where in the file an object begins may differ: that is for `integrity_check` and the readers to find out.
pub(crate) fn check_fingerprint(connection: &Connection, path: &Path) -> Result<(), DossierError> {
    let mut expected: Vec<&str> = SCHEMA.to_vec();
    let altered = |what| DossierError::SchemaAltered { path: path.into(), what };
    let mut statement = connection
        .prepare("SELECT type, name, tbl_name, sql FROM sqlite_schema")
        .doing("reading the schema", path)?;
    let mut rows = statement.query([]).doing("reading the schema", path)?;
    while let Some(row) = rows.next().doing("reading the schema", path)? {
        let text = |column: usize| -> Result<String, DossierError> {
            let value = row.get_ref(column).doing("reading the schema", path)?;
            Ok(value.as_str_or_null().ok().flatten().unwrap_or_default().to_owned())
        };
        let (kind, name, table, sql) = (text(0)?, text(1)?, text(2)?, text(3)?);
        let is_this = |known: &&str| {
            *known == sql && is_kind(known, &kind) && name_of(known) == name && table_of(known) == table
        };
        match expected.iter().position(is_this) {
            Some(place) => {
                expected.swap_remove(place);
            }
            None if is_known_name(&name) => {
                return Err(altered(SchemaDifference::Altered { kind, name }));
            }
            None => return Err(altered(SchemaDifference::Extra { kind, name })),
        }
    }
    match expected.first() {
        Some(missing) => Err(altered(SchemaDifference::Missing { name: name_of(missing).to_owned() })),
        None => Ok(()),
    }
}

fn is_known_name(name: &str) -> bool {
    SCHEMA.iter().any(|statement| name_of(statement) == name)
}

fn name_of(statement: &str) -> &str {
    let words = statement.split(' ').skip_while(|word| !matches!(*word, "TABLE" | "INDEX"));
    words.take(2).last().unwrap_or_default()
}

/// The table that a table or index of ours is about.
fn table_of(statement: &str) -> &str {
    let mut words = statement.split(' ').skip_while(|word| *word != "ON");
    words.nth(1).unwrap_or_else(|| name_of(statement))
}

/// Whether `kind` is what the statement makes: `table` or `index`, spelled as SQLite spells it there.
fn is_kind(statement: &str, kind: &str) -> bool {
    let made = statement.split(' ').find(|word| matches!(*word, "TABLE" | "INDEX")).unwrap_or_default();
    made.to_ascii_lowercase() == kind
}

/// Looks at the 100 bytes of the SQLite header before SQLite itself sees the file: what it is, which
/// version, and that nothing in it asks for another journal or page format. Of an encrypted file page 1
/// is decrypted for that.
pub(crate) fn check_header(file: Locked<'_>) -> Result<(), DossierError> {
    let Locked { path, key } = file;
    let salt = key::salt_of(path)?;
    let (header, reserved) = match (salt, key) {
        (None, None) => (plain_header(path)?, 0),
        (Some(_), Some(key)) => (key::page::header(path, key)?, key::page::RESERVED),
        (Some(_), None) => return Err(DossierError::Locked { path: path.into() }),
        // Somebody put a plain file in the place of an encrypted one, or took the encryption away.
        (None, Some(_)) => return Err(DossierError::NotUnlocked { path: path.into() }),
    };
    let not_a_dossier =
        |detail: &str| DossierError::NotADossier { path: path.into(), detail: detail.to_owned() };
    let header = Header(&header);
    if header.int(68) != APPLICATION_ID.cast_unsigned() {
        return Err(not_a_dossier("its application_id is not that of a dossier"));
    }
    if header.int(60) != USER_VERSION.cast_unsigned() {
        return Err(DossierError::OtherVersion { path: path.into(), found: i64::from(header.int(60)) });
    }
    let odd = |detail: &str| DossierError::Damaged { path: path.into(), detail: detail.to_owned() };
    if header.bytes(16, 2) != PAGE_SIZE.to_be_bytes() {
        return Err(odd("header: page size is not 16384"));
    }
    if header.bytes(18, 6) != [1, 1, reserved, 64, 32, 32] {
        return Err(odd("header: not a rollback-journal file in its only form"));
    }
    if header.int(44) != 4 || header.int(56) != 1 || header.int(64) != 0 || header.int(48) != 0 {
        return Err(odd("header: schema format, encoding, vacuum mode or cache size"));
    }
    if header.bytes(72, 20).iter().any(|byte| *byte != 0) {
        return Err(odd("header: reserved bytes are in use"));
    }
    // While a journal waits to be rolled back, a power cut may have left the end anywhere: recovery sets it right.
    if key::has_journal(path) { Ok(()) } else { check_size(path) }
}

/// Whether the file ends at a page boundary, as it does whenever nobody was interrupted while saving.
pub(crate) fn check_size(path: &Path) -> Result<(), DossierError> {
    let size = std::fs::metadata(path)
        .map_err(|source| DossierError::io("opening the dossier", path, source))?
        .len();
    if size % u64::from(PAGE_SIZE) == 0 {
        return Ok(());
    }
    let detail = "the file does not end at a page boundary".to_owned();
    Err(DossierError::Damaged { path: path.into(), detail })
}

/// Looks at a journal before SQLite rolls it back. A journal may end with the name of another file, a super-journal,
/// which SQLite *removes* when it is done (SQLite file format, 3 "The Rollback Journal"); releases differ in what they
/// remove, and 3.40 removes anything. Assay never writes one, so a journal that has one was put there.
pub(crate) fn check_journal(path: &Path) -> Result<(), DossierError> {
    /// The last 8 bytes of a journal that names a super-journal; the same as the first 8 of any.
    const MAGIC: [u8; 8] = [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7];
    let journal = beside(path, "-journal");
    let io = |source| DossierError::io("looking at the journal", &journal, source);
    let odd = |detail: &str| DossierError::Damaged { path: path.into(), detail: detail.to_owned() };
    let is = match journal.symlink_metadata() {
        Err(problem) if problem.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        is => is.map_err(io)?,
    };
    if !is.is_file() {
        return Err(odd("the journal beside the file is a link, a folder or a device"));
    }
    let mut end = [0; 8];
    if is.len() >= 16 {
        let mut file = File::open(&journal).map_err(io)?;
        file.seek(SeekFrom::End(-8)).and_then(|_| file.read_exact(&mut end)).map_err(io)?;
    }
    if end == MAGIC {
        Err(odd("the journal beside the file names another file, to be removed"))
    } else {
        Ok(())
    }
}

fn plain_header(path: &Path) -> Result<[u8; 100], DossierError> {
    let io = |source| DossierError::io("opening the dossier", path, source);
    let mut header = [0_u8; 100];
    File::open(path).map_err(io)?.read_exact(&mut header).map_err(|_| DossierError::NotADossier {
        path: path.into(),
        detail: "the file is shorter than a database header".to_owned(),
    })?;
    Ok(header)
}

/// The header by offsets, as the SQLite file format document counts them.
struct Header<'a>(&'a [u8; 100]);

impl Header<'_> {
    fn bytes(&self, at: usize, length: usize) -> &[u8] {
        self.0.get(at..at.saturating_add(length)).unwrap_or_default()
    }

    fn int(&self, at: usize) -> u32 {
        self.bytes(at, 4).iter().fold(0, |int, byte| int << 8 | u32::from(*byte))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_of_version_1_stays() {
        assert_eq!(
            fingerprint().to_string(),
            "b1c9b41bf7291be4fe27814d7a630102a49ce9da186b2afdeed739d734efe442",
            "a dossier of version 1 must open in every later release, so its schema can never change"
        );
    }

    #[test]
    fn every_statement_names_its_object() {
        let names: Vec<&str> = SCHEMA.iter().map(|statement| name_of(statement)).collect();
        assert_eq!(
            names,
            [
                "event",
                "evidence_chunk",
                "current",
                "event_by_chain",
                "event_by_id",
                "evidence_chunk_by_sha256"
            ],
            "messages about the schema name the table or index"
        );
        let tables: Vec<&str> = SCHEMA.iter().map(|statement| table_of(statement)).collect();
        assert_eq!(
            tables,
            ["event", "evidence_chunk", "current", "event", "event", "evidence_chunk"],
            "an index is on its table"
        );
    }
}
