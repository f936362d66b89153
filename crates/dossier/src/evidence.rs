//! Evidence: the bytes events name, in chunks in the same file.
//!
//! Bytes come first, in several transactions; the event that names them comes last, together with the
//! last of them. What a crash leaves behind is chunks without a name, swept when the dossier is opened
//! for writing.

use std::collections::BTreeMap;
use std::io::{ErrorKind, Read, Seek, SeekFrom, Write};
use std::path::Path;

use rusqlite::{OptionalExtension as _, params};
use sha2::{Digest as _, Sha256};
use trail::{ChainId, Digest, EventId};

use crate::append::NewEvent;
use crate::dossier::Dossier;
use crate::error::{DossierError, SqliteContext as _};
use crate::heads;
use crate::projection::evidence_listing;
use crate::signing::Signer;

/// Bytes of one chunk; only the last chunk of a file is shorter.
pub const CHUNK: usize = 1 << 20;

/// Bytes hashed at once when a file is first read.
const HASHED_AT_ONCE: usize = 1 << 16;

/// Chunks of one transaction.
const CHUNKS_AT_ONCE: u32 = 8;

const STORING: &str = "storing evidence";
const READING: &str = "reading evidence";

/// How far taking in a file has come, for a progress bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Going {
    /// Bytes done: each byte is counted three times, when hashed, stored and read back.
    pub done: u64,
    /// Bytes to do; 0 as long as the size is not known.
    pub total: u64,
}

/// Evidence that is in the dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StoredBytes {
    /// SHA-256 of the plain bytes, as `sha256sum` prints it.
    pub sha256: Digest,
    /// Size in bytes.
    pub size: u64,
    /// The bytes were in the dossier already and were not stored again.
    pub already: bool,
}

/// Anything that can be read twice: a file, bytes in memory.
pub trait Source: Read + Seek {}
impl<T: Read + Seek> Source for T {}

impl Dossier {
    /// Takes bytes in and records the events that name them, which `naming` makes once digest and size
    /// are known (`evidence.add/1` and what else belongs with it). Everything was read back and hashed
    /// before this returns; nothing is acknowledged otherwise. `going` returns `false` to stop.
    ///
    /// # Errors
    /// The source cannot be read or changed meanwhile, the person stopped, or as [`Dossier::append`].
    /// Nothing of the bytes is kept then.
    pub fn ingest_and_name(
        &mut self,
        source: &mut dyn Source,
        going: &mut dyn FnMut(Going) -> bool,
        naming: &mut dyn FnMut(&StoredBytes) -> Vec<NewEvent>,
        time: &str,
        signer: &dyn Signer,
    ) -> Result<(StoredBytes, Vec<EventId>), DossierError> {
        self.check_chain(signer)?;
        let mut progress = Progress { done: 0, total: 0, going };
        let mut buffer = vec![0; CHUNK];
        let (sha256, size) = self.hash(source, &mut buffer, &mut progress)?;
        progress.total = size.saturating_mul(3);
        let already = size == 0 || self.holds(&sha256, size)?;
        let stored = StoredBytes { sha256, size, already };
        if already {
            let events = self.append(&naming(&stored), time, signer)?;
            return Ok((stored, events));
        }
        let kept = self.store(source, &stored, &mut buffer, &mut progress).and_then(|()| {
            // The last chunks and their naming are still one open transaction.
            let events = naming(&stored);
            self.in_transaction(|dossier| {
                dossier.read_back(&stored, &mut progress)?;
                events
                    .into_iter()
                    .map(|event| dossier.insert(event, time, signer))
                    .collect::<Result<Vec<_>, _>>()
            })
        });
        match kept {
            Ok(events) => Ok((stored, events)),
            Err(problem) => {
                self.forget(&sha256);
                Err(problem)
            }
        }
    }

    /// Streams the bytes of one piece of evidence into `writer`, and returns their number.
    ///
    /// # Errors
    /// The bytes are not there (withheld, or never were), do not have their digest (what was written
    /// must be thrown away then), or `writer` failed.
    pub fn evidence_bytes(&self, sha256: &Digest, writer: &mut dyn Write) -> Result<u64, DossierError> {
        let mut size: u64 = 0;
        let mut hash = Sha256::new();
        self.each_chunk(sha256, &mut |data| {
            hash.update(data);
            size = size.saturating_add(data.len() as u64);
            writer
                .write_all(data)
                .map_err(|source| DossierError::io("writing evidence out", &self.path, source))
        })?;
        if size == 0 && *sha256 != Digest::of(&[]) {
            return Err(DossierError::EvidenceMissing { sha256: *sha256 });
        }
        if Digest(hash.finalize().into()) != *sha256 {
            return Err(DossierError::EvidenceDamaged { sha256: *sha256 });
        }
        Ok(size)
    }

    /// Whether the dossier holds bytes with this digest (of nothing, it always does).
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn has_bytes(&self, sha256: &Digest) -> Result<bool, DossierError> {
        Ok(*sha256 == Digest::of(&[]) || self.chunks(sha256)?.0 > 0)
    }

    /// Takes the bytes of one piece of evidence out of the dossier, after recording `event`
    /// (`evidence.withhold/1` with the reason). Verification then says "withheld", not "missing".
    ///
    /// # Errors
    /// As [`Dossier::append`]; [`DossierError::EvidenceMissing`] if the bytes are not there.
    pub fn withhold(
        &mut self,
        sha256: &Digest,
        event: NewEvent,
        time: &str,
        signer: &dyn Signer,
    ) -> Result<EventId, DossierError> {
        if self.chunks(sha256)?.0 == 0 {
            return Err(DossierError::EvidenceMissing { sha256: *sha256 });
        }
        self.check_chain(signer)?;
        self.begin()?;
        // The first bytes go together with the event: what is complete was therefore not withheld here.
        let id = self.in_transaction(|dossier| {
            let id = dossier.insert(event, time, signer)?;
            dossier.remove_some(sha256)?;
            Ok(id)
        })?;
        self.remove_chunks(sha256)?;
        Ok(id)
    }

    /// The SHA-256 over the sorted list of all evidence that events name, withheld or not, as
    /// `docs/formats/dossier.md` has it.
    ///
    /// # Errors
    /// The dossier cannot be read.
    pub fn evidence_digest(&self) -> Result<Digest, DossierError> {
        let mut named = BTreeMap::new();
        self.each_event(0..u64::MAX, &mut |stored| {
            if let Ok(event) = stored.event()
                && event.kind == evaluation::kind::EVIDENCE_ADD
                && let Some((sha256, size)) = event.payload().ok().as_ref().and_then(named_in)
            {
                named.insert(sha256, size);
            }
            Ok(())
        })?;
        Ok(evidence_listing(named.into_iter()))
    }

    fn hash(
        &self,
        source: &mut dyn Source,
        buffer: &mut [u8],
        progress: &mut Progress<'_>,
    ) -> Result<(Digest, u64), DossierError> {
        let mut hash = Sha256::new();
        let mut size: u64 = 0;
        // Small enough to stay in the processor's cache between being read and being hashed.
        let (buffer, _) = buffer.split_at_mut_checked(HASHED_AT_ONCE).unwrap_or_default();
        loop {
            let read = fill(source, buffer, &self.path)?;
            if read.is_empty() {
                return Ok((Digest(hash.finalize().into()), size));
            }
            hash.update(read);
            size = size.saturating_add(read.len() as u64);
            progress.step(read.len())?;
        }
    }

    /// Writes all chunks; the last transaction is left open.
    fn store(
        &mut self,
        source: &mut dyn Source,
        stored: &StoredBytes,
        buffer: &mut [u8],
        progress: &mut Progress<'_>,
    ) -> Result<(), DossierError> {
        source
            .seek(SeekFrom::Start(0))
            .map_err(|problem| DossierError::io("reading the evidence file", &self.path, problem))?;
        self.forget(&stored.sha256);
        self.begin()?;
        let mut n: u32 = 0;
        let mut size: u64 = 0;
        let written = loop {
            let data = match fill(source, buffer, &self.path) {
                Ok(data) => data,
                Err(problem) => break Err(problem),
            };
            if data.is_empty() {
                break Ok(());
            }
            if n > 0 && n.is_multiple_of(CHUNKS_AT_ONCE) {
                let next = self.in_transaction(|_| Ok(())).and_then(|()| self.begin());
                if let Err(problem) = next {
                    break Err(problem);
                }
            }
            let inserted = self
                .connection
                .prepare_cached("INSERT INTO evidence_chunk (sha256, n, data) VALUES (?1, ?2, ?3)")
                .and_then(|mut insert| insert.execute(params![stored.sha256.0, n, data]))
                .doing(STORING, &self.path);
            size = size.saturating_add(data.len() as u64);
            let next = inserted.and_then(|_| progress.step(data.len()));
            // A file that grows while it is read must not grow without bound in the dossier.
            if next.is_err() || size > stored.size {
                break next;
            }
            n = n.saturating_add(1);
        };
        written.or_else(|problem| self.in_transaction(|_| Err(problem)))
    }

    /// Fossil's rule: before anything is acknowledged, what was written is read back and hashed.
    fn read_back(&self, stored: &StoredBytes, progress: &mut Progress<'_>) -> Result<(), DossierError> {
        let mut hash = Sha256::new();
        self.each_chunk(&stored.sha256, &mut |data| {
            hash.update(data);
            progress.step(data.len())
        })?;
        let then = Digest(hash.finalize().into());
        if then == stored.sha256 {
            Ok(())
        } else {
            Err(DossierError::EvidenceChanged { first: stored.sha256, then })
        }
    }

    pub(crate) fn each_chunk(
        &self,
        sha256: &Digest,
        take: &mut dyn FnMut(&[u8]) -> Result<(), DossierError>,
    ) -> Result<(), DossierError> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT data FROM evidence_chunk WHERE sha256 = ?1 ORDER BY n")
            .doing(READING, &self.path)?;
        let mut rows = statement.query([sha256.0]).doing(READING, &self.path)?;
        while let Some(row) = rows.next().doing(READING, &self.path)? {
            take(row.get_ref(0).doing(READING, &self.path)?.as_blob().unwrap_or_default())?;
        }
        Ok(())
    }

    /// Number of chunks and the greatest `n`.
    fn chunks(&self, sha256: &Digest) -> Result<(u64, Option<u64>), DossierError> {
        self.connection
            .prepare_cached("SELECT count(*), max(n) FROM evidence_chunk WHERE sha256 = ?1")
            .and_then(|mut count| count.query_row([sha256.0], |row| Ok((row.get(0)?, row.get(1)?))))
            .doing(READING, &self.path)
    }

    /// Whether the bytes are all there and named, so that they need not be stored again.
    fn holds(&self, sha256: &Digest, size: u64) -> Result<bool, DossierError> {
        Ok(self.is_complete(sha256, size)? && self.is_named(sha256)?)
    }

    fn is_named(&self, sha256: &Digest) -> Result<bool, DossierError> {
        self.has_row(sha256, "register")
    }

    fn has_row(&self, sha256: &Digest, field: &str) -> Result<bool, DossierError> {
        self.connection
            .prepare_cached("SELECT 1 FROM current WHERE subject = ?1 AND field = ?2 LIMIT 1")
            .and_then(|mut look| {
                look.query_row(params![format!("evidence:{sha256}"), field], |_| Ok(())).optional()
            })
            .map(|found| found.is_some())
            .doing(READING, &self.path)
    }

    /// Removes what an attempt left behind. If that fails too, the next opening sweeps it.
    fn forget(&mut self, sha256: &Digest) {
        if !self.connection.is_autocommit() {
            self.undo();
        }
        let _ = self.remove_chunks(sha256);
    }

    /// Removes chunks in transactions as small as those that wrote them.
    fn remove_chunks(&mut self, sha256: &Digest) -> Result<u64, DossierError> {
        let mut removed: u64 = 0;
        loop {
            self.begin()?;
            let some = self.in_transaction(|dossier| dossier.remove_some(sha256))?;
            if some == 0 {
                return Ok(removed);
            }
            removed = removed.saturating_add(some as u64);
        }
    }

    /// Removes a few chunks, inside a transaction; returns how many.
    fn remove_some(&self, sha256: &Digest) -> Result<usize, DossierError> {
        self.connection
            .prepare_cached(
                "DELETE FROM evidence_chunk WHERE rowid IN \
                 (SELECT rowid FROM evidence_chunk WHERE sha256 = ?1 LIMIT ?2)",
            )
            .and_then(|mut delete| delete.execute(params![sha256.0, CHUNKS_AT_ONCE]))
            .doing("removing evidence bytes", &self.path)
    }

    /// Whether all chunks of evidence of this size are there.
    fn is_complete(&self, sha256: &Digest, size: u64) -> Result<bool, DossierError> {
        let want = size.div_ceil(CHUNK as u64);
        Ok(self.chunks(sha256)? == (want, want.checked_sub(1)))
    }
}

/// Removes chunks that no event names, and what is left of evidence whose withholding was interrupted; returns how
/// many. Bytes that are complete stay: a withholding that came from another copy takes nothing out of this one.
///
/// The projection says where to look, but only the events themselves may condemn bytes: an altered
/// projection must not make evidence disappear.
pub(crate) fn sweep(dossier: &mut Dossier) -> Result<u64, DossierError> {
    let mut condemned = Vec::new();
    let mut after: Vec<u8> = Vec::new();
    loop {
        let next: Option<Vec<u8>> = dossier
            .connection
            .prepare_cached("SELECT sha256 FROM evidence_chunk WHERE sha256 > ?1 ORDER BY sha256 LIMIT 1")
            .and_then(|mut next| next.query_row([&after], |row| row.get(0)).optional())
            .doing(READING, &dossier.path)?;
        let Some(next) = next else { break };
        if let Ok(sha256) = <[u8; 32]>::try_from(next.as_slice()).map(Digest)
            && (!dossier.is_named(&sha256)? || dossier.has_row(&sha256, "withheld")?)
        {
            condemned.push(sha256);
        }
        after = next;
    }
    if condemned.is_empty() {
        return Ok(0);
    }
    let standing = standing(dossier)?;
    let mut swept: u64 = 0;
    for sha256 in condemned {
        let goes = match standing.get(&sha256) {
            None => true,
            Some(said) => match said.size {
                None => true,
                Some(size) => said.is_withheld() && !dossier.is_complete(&sha256, size)?,
            },
        };
        if goes {
            swept = swept.saturating_add(dossier.remove_chunks(&sha256)?);
        }
    }
    Ok(swept)
}

/// What the events say about one piece of evidence, whatever order they came in.
#[derive(Clone, Debug, Default)]
pub(crate) struct Standing {
    /// The size that was named with it, if it was ever added.
    pub(crate) size: Option<u64>,
    /// By chain: the last place at which it was added, and the last at which it was withheld.
    words: BTreeMap<ChainId, (Option<u64>, Option<u64>)>,
}

impl Standing {
    pub(crate) fn add(&mut self, chain: ChainId, seq: u64) {
        let (added, _) = self.words.entry(chain).or_default();
        *added = (*added).max(Some(seq));
    }

    pub(crate) fn withhold(&mut self, chain: ChainId, seq: u64) {
        let (_, withheld) = self.words.entry(chain).or_default();
        *withheld = (*withheld).max(Some(seq));
    }

    /// Whether some chain withholds it: one takes a withholding back by adding it again on the same chain.
    pub(crate) fn is_withheld(&self) -> bool {
        self.words.values().any(|(added, withheld)| withheld > added)
    }

    /// What two copies say together.
    pub(crate) fn with(mut self, other: Self) -> Self {
        self.size = self.size.or(other.size);
        for (chain, (added, withheld)) in other.words {
            let words = self.words.entry(chain).or_default();
            *words = (words.0.max(added), words.1.max(withheld));
        }
        self
    }
}

/// What the events say about every piece of evidence.
pub(crate) fn standing(dossier: &Dossier) -> Result<BTreeMap<Digest, Standing>, DossierError> {
    let mut all: BTreeMap<Digest, Standing> = BTreeMap::new();
    dossier.each_event(0..u64::MAX, &mut |stored| {
        let event = heads::read(&stored.body, dossier.path())?;
        if !matches!(event.kind, evaluation::kind::EVIDENCE_ADD | evaluation::kind::EVIDENCE_WITHHOLD) {
            return Ok(());
        }
        let Ok(payload) = event.payload() else { return Ok(()) };
        if event.kind == evaluation::kind::EVIDENCE_WITHHOLD {
            if let Some(sha256) = sha256_in(&payload) {
                all.entry(sha256).or_default().withhold(event.chain, event.seq);
            }
        } else if let Some((sha256, size)) = named_in(&payload) {
            let said = all.entry(sha256).or_default();
            said.size = Some(size);
            said.add(event.chain, event.seq);
        }
        Ok(())
    })?;
    Ok(all)
}

/// The digests of evidence that a `hand_over/1` event says were left out of a copy.
pub(crate) fn left_out_in(payload: &trail::json::Value) -> Vec<Digest> {
    let list = payload.get("left_out").and_then(trail::json::Value::as_list).unwrap_or_default();
    list.iter().filter_map(|sha256| Digest::from_hex(sha256.as_text()?)).collect()
}

/// The digest a payload about evidence names.
pub(crate) fn sha256_in(payload: &trail::json::Value) -> Option<Digest> {
    Digest::from_hex(payload.get("sha256")?.as_text()?)
}

/// Digest and size named by the payload of `evidence.add/1`.
pub(crate) fn named_in(payload: &trail::json::Value) -> Option<(Digest, u64)> {
    Some((sha256_in(payload)?, u64::try_from(payload.get("size")?.as_int()?).ok()?))
}

/// Reads until the buffer is full or the source ends.
fn fill<'b>(source: &mut dyn Source, buffer: &'b mut [u8], path: &Path) -> Result<&'b [u8], DossierError> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match source.read(rest) {
            Ok(0) => break,
            Ok(read) => filled = filled.saturating_add(read),
            Err(problem) if problem.kind() == ErrorKind::Interrupted => {}
            Err(problem) => {
                return Err(DossierError::io("reading the evidence file", path, problem));
            }
        }
    }
    Ok(buffer.get(..filled).unwrap_or_default())
}

struct Progress<'a> {
    done: u64,
    total: u64,
    going: &'a mut dyn FnMut(Going) -> bool,
}

impl Progress<'_> {
    fn step(&mut self, bytes: usize) -> Result<(), DossierError> {
        self.done = self.done.saturating_add(bytes as u64);
        if (self.going)(Going { done: self.done, total: self.total }) {
            Ok(())
        } else {
            Err(DossierError::Cancelled)
        }
    }
}
