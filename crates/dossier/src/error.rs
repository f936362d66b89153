//! What can go wrong with a dossier, as codes and arguments; the sentences are in `locales`.

use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;
use trail::{ChainId, Digest, DossierId, EventId, LinkProblem};

/// Why a dossier could not be opened, read or written. [`DossierError::code`] is the message id;
/// the same id with `-do` says what to do.
#[derive(Debug)]
pub enum DossierError {
    /// There is no such file.
    NotFound {
        /// The file.
        path: PathBuf,
    },
    /// A file of that name is there already; nothing is overwritten.
    Exists {
        /// The file.
        path: PathBuf,
    },
    /// Another window or program holds the dossier for writing.
    InUse {
        /// The file.
        path: PathBuf,
    },
    /// The file is something else, or the creation of a dossier was interrupted.
    NotADossier {
        /// The file.
        path: PathBuf,
        /// What was found, for the log.
        detail: String,
    },
    /// A dossier of another format version.
    OtherVersion {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
    },
    /// Tables, indexes, triggers or views are not those of a dossier. Nothing in the file was run.
    SchemaAltered {
        /// The file.
        path: PathBuf,
        /// The first difference.
        what: SchemaDifference,
    },
    /// The file may be an encrypted dossier, and no key was given.
    Locked {
        /// The file.
        path: PathBuf,
    },
    /// The key does not open the file: another passphrase, or a file that was changed. Page 1 of an
    /// encrypted file does not say which.
    NotUnlocked {
        /// The file.
        path: PathBuf,
    },
    /// An empty passphrase protects nothing.
    EmptyPassphrase,
    /// A copy did not read back as it was written. The original is untouched.
    CopyDiffers {
        /// The copy.
        path: PathBuf,
    },
    /// An interrupted save must be undone first, which reading alone cannot do.
    NeedsRecovery {
        /// The file.
        path: PathBuf,
    },
    /// The file's structure is broken.
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite or the reader said.
        detail: String,
    },
    /// The dossier was opened for reading, or the disk or file does not allow writing.
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// The disk is full. Nothing acknowledged is lost.
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// Another program is saving and did not finish in time.
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// The file has changed since it was opened, by something that did not ask for the lock.
    ChangedOutside {
        /// The file.
        path: PathBuf,
    },
    /// The key has no chain in this dossier yet.
    ChainNotOpen {
        /// The chain the key would write.
        chain: ChainId,
    },
    /// The key has its chain already.
    ChainOpen {
        /// The chain.
        chain: ChainId,
    },
    /// The key wrote from two copies of this dossier, so its chain has two histories.
    Forked {
        /// The chain.
        chain: ChainId,
        /// The first place that is taken twice, counted from 0.
        seq: u64,
    },
    /// The two files are copies of different dossiers.
    OtherDossier {
        /// The dossier that is open.
        ours: DossierId,
        /// The dossier of the other file.
        theirs: DossierId,
    },
    /// Taken together, the copies hold more histories of one chain than are followed.
    TooManyForks {
        /// The chain.
        chain: ChainId,
    },
    /// The event cannot be put into its form.
    Link {
        /// Its kind.
        kind: String,
        /// What is wrong.
        problem: LinkProblem,
    },
    /// The event says it replaces something that is not there, or is about something else.
    Supersedes {
        /// Kind of the new event.
        kind: String,
        /// The event it names; `None` where the name is no event id at all.
        id: Option<EventId>,
    },
    /// There is no event with this id.
    NoSuchEvent {
        /// The id.
        id: EventId,
    },
    /// The bytes are not in the dossier.
    EvidenceMissing {
        /// SHA-256 of the bytes.
        sha256: Digest,
    },
    /// The file changed while it was being taken in; nothing of it was kept.
    EvidenceChanged {
        /// SHA-256 when it was first read.
        first: Digest,
        /// SHA-256 of what was stored.
        then: Digest,
    },
    /// The bytes in the dossier are not those that were recorded.
    EvidenceDamaged {
        /// SHA-256 as recorded.
        sha256: Digest,
    },
    /// The person stopped it; nothing of it was kept.
    Cancelled,
    /// Reading or writing failed outside the database.
    Io {
        /// What was being done.
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// SQLite failed in a way that has no name of its own here.
    Sqlite {
        /// What was being done.
        doing: &'static str,
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        source: rusqlite::Error,
    },
}

/// The first difference between a file's schema and a dossier's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SchemaDifference {
    /// Something that a dossier does not have.
    Extra {
        /// `table`, `index`, `view` or `trigger`.
        kind: String,
        /// Its name.
        name: String,
    },
    /// A table or index with another definition.
    Altered {
        /// `table`, `index`, `view` or `trigger`.
        kind: String,
        /// Its name.
        name: String,
    },
    /// A table or index that is not there.
    Missing {
        /// Its name.
        name: String,
    },
}

impl SchemaDifference {
    /// The stable code: `schema-extra`, `schema-altered`, `schema-missing`.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Extra { .. } => "schema-extra",
            Self::Altered { .. } => "schema-altered",
            Self::Missing { .. } => "schema-missing",
        }
    }

    /// `object` and `name` for the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Extra { kind, name } | Self::Altered { kind, name } => {
                vec![("object", kind.clone()), ("name", name.clone())]
            }
            Self::Missing { name } => vec![("object", "table".to_owned()), ("name", name.clone())],
        }
    }
}

impl DossierError {
    /// The message id, `dossier-…`; `<id>-do` says what to do.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound { .. } => "dossier-not-found",
            Self::Exists { .. } => "dossier-exists",
            Self::InUse { .. } => "dossier-in-use",
            Self::NotADossier { .. } => "dossier-not-a-dossier",
            Self::OtherVersion { .. } => "dossier-other-version",
            Self::SchemaAltered { what, .. } => match what {
                SchemaDifference::Extra { .. } => "dossier-schema-extra",
                SchemaDifference::Altered { .. } => "dossier-schema-altered",
                SchemaDifference::Missing { .. } => "dossier-schema-missing",
            },
            Self::Locked { .. } => "dossier-locked",
            Self::NotUnlocked { .. } => "dossier-not-unlocked",
            Self::EmptyPassphrase => "dossier-empty-passphrase",
            Self::CopyDiffers { .. } => "dossier-copy-differs",
            Self::NeedsRecovery { .. } => "dossier-needs-recovery",
            Self::Damaged { .. } => "dossier-damaged",
            Self::ReadOnly { .. } => "dossier-read-only",
            Self::DiskFull { .. } => "dossier-disk-full",
            Self::Busy { .. } => "dossier-busy",
            Self::ChangedOutside { .. } => "dossier-changed-outside",
            Self::ChainNotOpen { .. } => "dossier-chain-not-open",
            Self::ChainOpen { .. } => "dossier-chain-open",
            Self::Forked { .. } => "dossier-forked",
            Self::OtherDossier { .. } => "dossier-other-dossier",
            Self::TooManyForks { .. } => "dossier-too-many-forks",
            Self::Link { .. } => "dossier-link",
            Self::Supersedes { .. } => "dossier-supersedes",
            Self::NoSuchEvent { .. } => "dossier-no-such-event",
            Self::EvidenceMissing { .. } => "dossier-evidence-missing",
            Self::EvidenceChanged { .. } => "dossier-evidence-changed",
            Self::EvidenceDamaged { .. } => "dossier-evidence-damaged",
            Self::Cancelled => "dossier-cancelled",
            Self::Io { .. } => "dossier-io",
            Self::Sqlite { .. } => "dossier-sqlite",
        }
    }

    /// The arguments of the message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        let path_arg = |path: &Path| ("path", path.display().to_string());
        match self {
            Self::NotFound { path }
            | Self::Exists { path }
            | Self::InUse { path }
            | Self::Locked { path }
            | Self::NotUnlocked { path }
            | Self::CopyDiffers { path }
            | Self::NeedsRecovery { path }
            | Self::ReadOnly { path }
            | Self::DiskFull { path }
            | Self::Busy { path }
            | Self::ChangedOutside { path } => vec![path_arg(path)],
            Self::NotADossier { path, detail } | Self::Damaged { path, detail } => {
                vec![path_arg(path), ("detail", detail.clone())]
            }
            Self::OtherVersion { path, found } => {
                vec![path_arg(path), ("found", found.to_string())]
            }
            Self::SchemaAltered { path, what } => {
                let mut args = what.args();
                args.push(path_arg(path));
                args
            }
            Self::ChainNotOpen { chain } | Self::ChainOpen { chain } => {
                vec![("chain", chain.to_string())]
            }
            Self::Forked { chain, seq } => {
                vec![("chain", chain.to_string()), ("seq", seq.to_string())]
            }
            Self::OtherDossier { ours, theirs } => {
                vec![("ours", ours.to_string()), ("theirs", theirs.to_string())]
            }
            Self::TooManyForks { chain } => vec![("chain", chain.to_string())],
            Self::Link { kind, problem } => {
                vec![("kind", kind.clone()), ("detail", problem.to_string())]
            }
            Self::Supersedes { kind, id } => {
                vec![
                    ("kind", kind.clone()),
                    ("event", id.map_or_else(|| "?".to_owned(), |id| id.to_string())),
                ]
            }
            Self::NoSuchEvent { id } => vec![("event", id.to_string())],
            Self::EvidenceMissing { sha256 } | Self::EvidenceDamaged { sha256 } => {
                vec![("sha256", sha256.to_string())]
            }
            Self::EvidenceChanged { first, then } => {
                vec![("first", first.to_string()), ("then", then.to_string())]
            }
            Self::Cancelled | Self::EmptyPassphrase => Vec::new(),
            Self::Io { doing, path, source } => {
                vec![path_arg(path), ("doing", (*doing).to_owned()), ("detail", source.to_string())]
            }
            Self::Sqlite { doing, path, source } => {
                vec![path_arg(path), ("doing", (*doing).to_owned()), ("detail", source.to_string())]
            }
        }
    }

    pub(crate) fn io(doing: &'static str, path: &Path, source: io::Error) -> Self {
        let path = path.to_path_buf();
        match source.kind() {
            io::ErrorKind::NotFound => Self::NotFound { path },
            io::ErrorKind::AlreadyExists => Self::Exists { path },
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::DiskFull { path },
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly { path },
            _ => Self::Io { doing, path, source },
        }
    }

    fn sqlite(doing: &'static str, path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_path_buf();
        let Some(code) = source.sqlite_error_code() else {
            // A value of another type than the schema allows: STRICT makes that damage.
            let detail = source.to_string();
            return match source {
                rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::Utf8Error(..)
                | rusqlite::Error::FromSqlConversionFailure(..) => Self::Damaged { path, detail },
                _ => Self::Sqlite { doing, path, source },
            };
        };
        match code {
            ErrorCode::DiskFull => Self::DiskFull { path },
            // 776 is SQLITE_READONLY_ROLLBACK: a journal waits to be rolled back.
            ErrorCode::ReadOnly if source.sqlite_error().is_some_and(|e| e.extended_code == 776) => {
                Self::NeedsRecovery { path }
            }
            ErrorCode::ReadOnly => Self::ReadOnly { path },
            ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Self::Busy { path },
            ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase | ErrorCode::TooBig | ErrorCode::Unknown => {
                Self::Damaged { path, detail: format!("{doing}: {source}") }
            }
            _ => Self::Sqlite { doing, path, source },
        }
    }
}

impl fmt::Display for DossierError {
    /// For logs and tests; what a person reads is looked up by [`DossierError::code`].
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        for (name, value) in self.args() {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl std::error::Error for DossierError {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Io { source, .. } => Some(source),
            Self::Sqlite { source, .. } => Some(source),
            Self::Link { problem, .. } => Some(problem),
            _ => None,
        }
    }
}

/// Gives SQLite's errors the place and the names of this crate.
pub(crate) trait SqliteContext<T> {
    fn doing(self, what: &'static str, path: &Path) -> Result<T, DossierError>;
}

impl<T> SqliteContext<T> for Result<T, rusqlite::Error> {
    fn doing(self, what: &'static str, path: &Path) -> Result<T, DossierError> {
        self.map_err(|source| DossierError::sqlite(what, path, source))
    }
}
