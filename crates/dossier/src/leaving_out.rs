//! Copies for others that do not hold all evidence.

use std::collections::BTreeSet;
use std::fs::OpenOptions;
use std::path::Path;

use rusqlite::params;
use trail::Digest;

use crate::dossier::Dossier;
use crate::error::{DossierError, SqliteContext as _};
use crate::key::Locked;
use crate::{heads, projection, schema};

const COPYING: &str = "writing the copy";

impl Dossier {
    /// Writes a copy to `target`, which must not exist, without the bytes of the evidence in `left_out`. They are never
    /// written there, so that nothing of them is in free pages either. With nothing left out it is
    /// [`Dossier::vacuum_into`].
    ///
    /// # Errors
    /// The target is there already or cannot be written; nothing is left of it then.
    pub fn copy_without(&self, target: &Path, left_out: &BTreeSet<Digest>) -> Result<(), DossierError> {
        if left_out.is_empty() {
            return self.vacuum_into(target);
        }
        OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(target)
            .map_err(|source| DossierError::io("writing the copy", target, source))?;
        let made = self.copy_rows(target, left_out);
        if made.is_err() {
            // Only what this call wrote.
            let _ = std::fs::remove_file(target);
        }
        made
    }

    fn copy_rows(&self, target: &Path, left_out: &BTreeSet<Digest>) -> Result<(), DossierError> {
        let mut copy = Self::empty(Locked::with(target, self.key()), self.id)?;
        copy.begin()?;
        copy.in_transaction(|copy| {
            schema::create(&copy.connection, &copy.path)?;
            // One reading transaction: the rows are those of one moment.
            self.connection.execute_batch("SAVEPOINT copying").doing(COPYING, &self.path)?;
            let copied = self.copy_into(copy, left_out);
            self.connection.execute_batch("RELEASE copying").doing(COPYING, &self.path)?;
            copied?;
            projection::rebuild(&copy.connection, &copy.path)
        })?;
        copy.close()
    }

    fn copy_into(&self, copy: &Self, left_out: &BTreeSet<Digest>) -> Result<(), DossierError> {
        self.each_event(0..u64::MAX, &mut |stored| {
            let event = heads::read(&stored.body, &self.path)?;
            copy.connection
                .prepare_cached(
                    "INSERT INTO event (n, chain, seq, id, body, sig) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
                )
                .and_then(|mut insert| {
                    let (n, seq) = (as_int(stored.n), as_int(event.seq));
                    let signature = stored.signature.0;
                    insert.execute(params![n, event.chain.0, seq, event.id.0, stored.body, signature])
                })
                .doing(COPYING, &copy.path)
                .map(|_| ())
        })?;
        let mut statement = self
            .connection
            .prepare("SELECT sha256, n, data FROM evidence_chunk ORDER BY sha256, n")
            .doing(COPYING, &self.path)?;
        let mut rows = statement.query([]).doing(COPYING, &self.path)?;
        while let Some(row) = rows.next().doing(COPYING, &self.path)? {
            let sha256 = Digest(crate::read::blob(row, 0, &self.path)?);
            if left_out.contains(&sha256) {
                continue;
            }
            let n: i64 = row.get(1).doing(COPYING, &self.path)?;
            let data = row.get_ref(2).doing(COPYING, &self.path)?;
            copy.connection
                .prepare_cached("INSERT INTO evidence_chunk (sha256, n, data) VALUES (?1, ?2, ?3)")
                .and_then(|mut insert| {
                    insert.execute(params![sha256.0, n, data.as_blob().unwrap_or_default()])
                })
                .doing(COPYING, &copy.path)?;
        }
        Ok(())
    }
}

fn as_int(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
