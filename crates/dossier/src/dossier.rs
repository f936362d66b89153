//! The open dossier: creating, opening, closing.

use std::fs::OpenOptions;
use std::path::{Path, PathBuf};

use evaluation::event::Retractions;
use rusqlite::Connection;
use trail::checkpoint::Checkpoint;
use trail::json::Value;
use trail::{ChainId, Digest, DossierId, EventId, OPEN_KIND};

use crate::append::NewEvent;
use crate::error::{DossierError, SqliteContext as _};
use crate::heads::{self, ChainHead, Chains};
use crate::key::{self, Key, Locked};
use crate::lock::WriterLock;
use crate::signing::Signer;
use crate::{connection, copying, evidence, projection, schema};

/// How a dossier is opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// For writing; only one window or program at a time.
    Write,
    /// For looking at; any number, also beside a writer.
    ReadOnly,
}

/// What a new dossier begins with.
#[derive(Clone, Debug)]
pub struct Opening<'a> {
    /// The dossier's id, drawn by the caller.
    pub dossier: DossierId,
    /// Payload of the first `chain.open/1` without its `key`, which is filled in from the signer.
    pub card: Value,
    /// The device's claim of the time, RFC 3339 in UTC with milliseconds.
    pub time: &'a str,
}

/// One evaluation in one file, open.
#[derive(Debug)]
pub struct Dossier {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    /// Wiped with the dossier.
    key: Option<Key>,
    pub(crate) id: DossierId,
    pub(crate) chains: Chains,
    /// `PRAGMA data_version` when the chains were read: it moves when somebody else writes.
    pub(crate) data_version: i64,
    /// All retractions, once one was recorded; read from the events before that.
    pub(crate) retractions: Option<Retractions>,
    swept: u64,
    writer: Option<WriterLock>,
}

impl Dossier {
    /// Creates a dossier at a path, encrypted where a key is given with it, and opens it for writing. Schema and first event are one
    /// transaction, so there is no dossier without an author.
    ///
    /// # Errors
    /// The file is there already, cannot be written, or the opening has no canonical form.
    pub fn create<'a>(
        file: impl Into<Locked<'a>>,
        opening: &Opening<'_>,
        signer: &dyn Signer,
    ) -> Result<Self, DossierError> {
        let Locked { path, key } = file.into();
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(path)
            .map_err(|source| DossierError::io("creating the dossier", path, source))?;
        let made = Self::make(path, key, opening, signer);
        if made.is_err() {
            // The file is ours and holds nothing that was acknowledged.
            let _ = std::fs::remove_file(path);
        }
        made
    }

    fn make(
        path: &Path,
        key: Option<&Key>,
        opening: &Opening<'_>,
        signer: &dyn Signer,
    ) -> Result<Self, DossierError> {
        let mut dossier = Self::empty(Locked { path, key }, opening.dossier)?;
        dossier.begin()?;
        dossier.in_transaction(|dossier| {
            schema::create(&dossier.connection, &dossier.path)?;
            dossier.insert_opening(opening.card.clone(), opening.time, signer)
        })?;
        dossier.settle()?;
        Ok(dossier)
    }

    /// Opens the file just created, which has no tables yet.
    pub(crate) fn empty(file: Locked<'_>, id: DossierId) -> Result<Self, DossierError> {
        let Locked { path, key } = file;
        let path = resolve(path)?;
        let writer = WriterLock::take(&path)?;
        let connection = connection::for_creating(Locked { path: &path, key })?;
        Ok(Self {
            connection,
            path,
            key: key.cloned(),
            id,
            chains: Chains::new(),
            data_version: 0,
            retractions: None,
            swept: 0,
            writer: Some(writer),
        })
    }

    /// From here on, a change by anybody else is noticed.
    pub(crate) fn settle(&mut self) -> Result<(), DossierError> {
        self.data_version = self.read_data_version()?;
        Ok(())
    }

    /// Opens a dossier. Its header and its schema are compared before anything else in the file is
    /// used; that its content is whole and unchanged is for [`crate::verify()`] to say.
    ///
    /// Opening for writing undoes an interrupted save and sweeps evidence that was never named
    /// ([`Dossier::swept`]).
    ///
    /// # Errors
    /// Not a dossier, altered, damaged, in use by another writer, or not writable; encrypted, and no key or
    /// another one is given.
    pub fn open<'a>(file: impl Into<Locked<'a>>, access: Access) -> Result<Self, DossierError> {
        let Locked { path, key } = file.into();
        let path = &resolve(path)?;
        let file = Locked { path, key };
        let writer = match access {
            Access::Write => Some(WriterLock::take(path)?),
            Access::ReadOnly => None,
        };
        if writer.is_some() {
            copying::sweep(path);
            schema::check_journal(path)?;
        }
        check_header(file, access)?;
        let connection = match access {
            Access::Write => connection::for_writing(file)?,
            Access::ReadOnly => connection::for_reading(file)?,
        };
        schema::check_fingerprint(&connection, path)?;
        // Anew: what a power cut had left behind is rolled back by now.
        schema::check_size(path)?;
        let id = heads::dossier_id(&connection, path)?;
        let chains = heads::load(&connection, id, path)?;
        let mut dossier = Self {
            connection,
            path: path.clone(),
            key: key.cloned(),
            id,
            chains,
            data_version: 0,
            retractions: None,
            swept: 0,
            writer,
        };
        if access == Access::Write {
            dossier.swept = evidence::sweep(&mut dossier)?;
        }
        dossier.data_version = dossier.read_data_version()?;
        Ok(dossier)
    }

    /// Opens a further chain: the first event of a key that has not written in this dossier yet.
    /// `card` is the payload of `chain.open/1` without its `key`.
    ///
    /// # Errors
    /// The key has a chain already; or as [`Dossier::append`].
    pub fn open_chain(
        &mut self,
        card: Value,
        time: &str,
        signer: &dyn Signer,
    ) -> Result<EventId, DossierError> {
        let chain = ChainId::of(&self.id, &signer.key());
        if self.chains.contains_key(&chain) {
            return Err(DossierError::ChainOpen { chain });
        }
        self.begin()?;
        self.in_transaction(|dossier| dossier.insert_opening(card, time, signer))
    }

    /// The dossier's id.
    #[must_use]
    pub const fn id(&self) -> DossierId {
        self.id
    }

    /// The file, with symbolic links resolved.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The file with its key, to be opened once more.
    #[must_use]
    pub fn file(&self) -> Locked<'_> {
        Locked::with(&self.path, self.key.as_ref())
    }

    /// The key of an encrypted dossier.
    #[must_use]
    pub const fn key(&self) -> Option<&Key> {
        self.key.as_ref()
    }

    /// How many chunks of evidence that no event names were swept when the dossier was opened: what an
    /// interrupted taking-in leaves behind.
    #[must_use]
    pub const fn swept(&self) -> u64 {
        self.swept
    }

    /// Whether the dossier is open for writing.
    #[must_use]
    pub const fn is_writable(&self) -> bool {
        self.writer.is_some()
    }

    /// Whether the key of this chain has written in the dossier.
    #[must_use]
    pub fn has_chain(&self, chain: &ChainId) -> bool {
        self.chains.contains_key(chain)
    }

    /// Where all chains stand, sorted by chain.
    #[must_use]
    pub fn heads(&self) -> Vec<ChainHead> {
        self.chains.values().map(heads::Chain::state).collect()
    }

    /// The checkpoint of one chain as it stands: the text a signed note states.
    #[must_use]
    pub fn checkpoint(&self, chain: &ChainId) -> Option<Checkpoint> {
        let head = self.chains.get(chain)?.state();
        let origin = Checkpoint::origin_for(&self.id, chain);
        Some(Checkpoint { origin, size: head.size, root: head.root })
    }

    /// The payload of a `seal/1` over everything recorded so far: heads of all chains, projection
    /// digest, evidence list digest, and the digest of a report where one is sealed.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn seal_payload(&self, purpose: &str, report: Option<Digest>) -> Result<Value, DossierError> {
        let heads = self.heads();
        let heads = heads.iter().map(|head| {
            Value::map([
                ("chain", Value::Text(head.chain.to_string())),
                ("root", Value::Text(head.root.to_string())),
                ("size", Value::Int(i64::try_from(head.size).unwrap_or(i64::MAX))),
            ])
        });
        let heads = heads.collect();
        Ok(Value::map([
            ("purpose", Value::Text(purpose.to_owned())),
            ("heads", Value::List(heads)),
            ("projection", Value::Text(self.projection_digest()?.to_string())),
            ("evidence", Value::Text(self.evidence_digest()?.to_string())),
            ("report", report.map_or(Value::Null, |report| Value::Text(report.to_string()))),
        ]))
    }

    /// Closes the dossier so that nothing but the one file is left.
    ///
    /// # Errors
    /// The journal could not be removed; everything acknowledged is saved all the same.
    pub fn close(mut self) -> Result<(), DossierError> {
        self.leave()
    }

    /// Closes the dossier, but lets nobody else write to the file yet.
    pub(crate) fn close_and_keep_lock(mut self) -> Result<Option<WriterLock>, DossierError> {
        self.leave()?;
        Ok(self.writer.take())
    }

    fn leave(&mut self) -> Result<(), DossierError> {
        if self.writer.is_some() {
            self.connection.flush_prepared_statement_cache();
            connection::leave(&self.connection, &self.path)?;
        }
        Ok(())
    }

    /// Writes a compact copy to `target`, which must not exist: no free pages, no slack, no journal.
    /// This is the file to hand over. The copy is compared with the schema before it counts. The copy of an
    /// encrypted dossier is encrypted with the same key; [`Dossier::copy_to`] changes that.
    ///
    /// # Errors
    /// The target is there already or cannot be written.
    pub fn vacuum_into(&self, target: &Path) -> Result<(), DossierError> {
        if target.symlink_metadata().is_ok() {
            return Err(DossierError::Exists { path: target.into() });
        }
        const COPYING: &str = "writing the copy";
        let name = target.to_str().ok_or_else(|| DossierError::Io {
            doing: COPYING,
            path: target.into(),
            source: std::io::Error::new(std::io::ErrorKind::InvalidFilename, "the path is not UTF-8"),
        })?;
        if self.key.is_some() {
            // SQLCipher would give the copy another salt, which the passphrase does not fit.
            return self.copy_to(Locked { path: target, key: self.key() });
        }
        self.connection.pragma_update(None, "query_only", false).doing(COPYING, target)?;
        let copied = self.connection.execute("VACUUM INTO ?1", [name]).doing(COPYING, target);
        if !self.is_writable() {
            self.connection.pragma_update(None, "query_only", true).doing(COPYING, target)?;
        }
        let checked = copied.and_then(|_| {
            let file = OpenOptions::new().read(true).write(true).open(target);
            file.and_then(|file| file.sync_all())
                .map_err(|source| DossierError::io(COPYING, target, source))?;
            copying::sync_folder(target);
            let copy = Locked::from(target);
            schema::check_header(copy)?;
            schema::check_fingerprint(&connection::for_reading(copy)?, target)
        });
        if checked.is_err() {
            // Only what this call wrote: the target did not exist before.
            let _ = std::fs::remove_file(target);
        }
        checked
    }

    /// Begins a transaction that may write, after making sure that nobody else has.
    pub(crate) fn begin(&mut self) -> Result<(), DossierError> {
        const BEGINNING: &str = "beginning to save";
        if !self.is_writable() {
            return Err(DossierError::ReadOnly { path: self.path.clone() });
        }
        self.connection.execute_batch("BEGIN IMMEDIATE").doing(BEGINNING, &self.path)?;
        if self.data_version != 0 && self.read_data_version()? != self.data_version {
            self.roll_back();
            return Err(DossierError::ChangedOutside { path: self.path.clone() });
        }
        Ok(())
    }

    /// Does `work` in the transaction already begun: commits it, or rolls back file and memory.
    pub(crate) fn in_transaction<T>(
        &mut self,
        work: impl FnOnce(&mut Self) -> Result<T, DossierError>,
    ) -> Result<T, DossierError> {
        let before = self.chains.clone();
        let done = work(self).and_then(|done| {
            self.connection.execute_batch("COMMIT").doing("saving", &self.path)?;
            Ok(done)
        });
        if done.is_err() {
            self.undo();
            self.chains = before;
            self.retractions = None;
        }
        done
    }

    /// Rolls back what was written since [`Dossier::begin`].
    pub(crate) fn undo(&mut self) {
        self.roll_back();
        // The journal holds page 1 encrypted anew, so what it puts back is the same content in other bytes, which
        // SQLite takes for somebody's change. Nobody else could write until a moment ago.
        if self.key.is_some() && self.data_version != 0 {
            self.data_version = self.read_data_version().unwrap_or(self.data_version);
        }
    }

    fn roll_back(&self) {
        // A failed statement may have rolled back already; then there is nothing to do.
        if !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
    }

    fn read_data_version(&self) -> Result<i64, DossierError> {
        self.connection
            .prepare_cached("PRAGMA data_version")
            .and_then(|mut statement| statement.query_row([], |row| row.get(0)))
            .doing("looking for other writers", &self.path)
    }

    pub(crate) fn insert_opening(
        &mut self,
        card: Value,
        time: &str,
        signer: &dyn Signer,
    ) -> Result<EventId, DossierError> {
        let mut payload = match card {
            Value::Map(fields) => fields,
            _ => Default::default(),
        };
        payload.insert("key".to_owned(), Value::Text(signer.key().to_string()));
        let opening = NewEvent { kind: OPEN_KIND.to_owned(), payload: Value::Map(payload) };
        self.start_chain(signer);
        self.insert(opening, time, signer)
    }

    /// Drops the projection and builds it again from the events.
    ///
    /// # Errors
    /// The dossier is not writable or its events cannot be read.
    pub fn rebuild_projection(&mut self) -> Result<u64, DossierError> {
        self.begin()?;
        self.in_transaction(|dossier| projection::rebuild(&dossier.connection, &dossier.path))
    }
}

impl Drop for Dossier {
    fn drop(&mut self) {
        // Every acknowledged event is on the disk already; this only tidies up.
        let _ = self.leave();
    }
}

/// The header, after an interrupted save was undone where that is needed to read it: a power cut may
/// leave page 1 half written, and the journal beside it holds the other half.
fn check_header(file: Locked<'_>, access: Access) -> Result<(), DossierError> {
    let checked = schema::check_header(file);
    if checked.is_ok() || !key::has_journal(file.path) {
        return checked;
    }
    match (checked, access) {
        // Without a key nothing can be said, journal or not.
        (Err(problem @ DossierError::Locked { .. }), _) => Err(problem),
        (_, Access::Write) => {
            // The first question rolls back; what else it says is asked again below.
            drop(connection::for_writing(file));
            schema::check_header(file)
        }
        (_, Access::ReadOnly) => Err(DossierError::NeedsRecovery { path: file.path.into() }),
    }
}

pub(crate) fn resolve(path: &Path) -> Result<PathBuf, DossierError> {
    path.canonicalize().map_err(|source| DossierError::io("opening the dossier", path, source))
}
