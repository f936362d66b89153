//! Evidence: every byte that events name is there and right, and nothing else is.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::Connection;
use sha2::{Digest as _, Sha256};
use trail::Digest;
use trail::json::Value;

use super::chains::At;
use super::finding::{Code, Finding, Place, Remark};
use super::{NotIncluded, Options, Progress, Report, Step, Stop, Withheld, step};
use crate::error::{DossierError, SqliteContext as _};
use crate::evidence::{CHUNK, Standing, left_out_in, named_in, sha256_in};
use crate::read::blob;

const READING: &str = "reading evidence";

/// What the events say about evidence.
#[derive(Default)]
pub(super) struct Named {
    sizes: BTreeMap<Digest, u64>,
    /// Who added and who withheld it.
    standing: BTreeMap<Digest, Standing>,
    /// The last event of this file that withholds it, and the reason.
    withheld: BTreeMap<Digest, (u64, String)>,
    /// The last event of this file that says it was left out of a copy.
    left_out: BTreeMap<Digest, u64>,
}

impl Named {
    pub(super) fn add(&mut self, at: At, payload: &Value) -> Result<(), Finding> {
        let (sha256, size) = named_in(payload).ok_or_else(|| at.finding(Code::EvidencePayload))?;
        if *self.sizes.entry(sha256).or_insert(size) != size {
            return Err(at.finding(Code::EvidenceSize).with("sha256", sha256));
        }
        self.standing.entry(sha256).or_default().add(at.chain, at.seq);
        Ok(())
    }

    pub(super) fn withhold(&mut self, at: At, payload: &Value) -> Result<(), Finding> {
        let sha256 = sha256_in(payload).ok_or_else(|| at.finding(Code::EvidencePayload))?;
        let reason = payload.get("reason").and_then(Value::as_text).unwrap_or_default();
        self.withheld.insert(sha256, (at.n, reason.to_owned()));
        self.standing.entry(sha256).or_default().withhold(at.chain, at.seq);
        Ok(())
    }

    pub(super) fn leave_out(&mut self, at: At, payload: &Value) {
        self.left_out.extend(left_out_in(payload).into_iter().map(|sha256| (sha256, at.n)));
    }

    /// The event that withholds it, and the reason.
    fn withheld(&self, sha256: &Digest) -> Option<&(u64, String)> {
        self.standing.get(sha256).filter(|said| said.is_withheld()).and_then(|_| self.withheld.get(sha256))
    }

    fn bytes(&self) -> u64 {
        self.sizes.values().fold(0, |sum, size| sum.saturating_add(*size))
    }
}

/// One file's chunks as they come by.
struct Going {
    sha256: Vec<u8>,
    hash: Sha256,
    chunks: u64,
    size: u64,
    /// A chunk shorter than the rest came by, so it must be the last.
    ended: bool,
}

impl Going {
    fn of(sha256: &[u8]) -> Self {
        Self { sha256: sha256.to_vec(), hash: Sha256::new(), chunks: 0, size: 0, ended: false }
    }

    fn digest(&self) -> Result<Digest, Finding> {
        let sha256 = self.sha256.as_slice().try_into().map(Digest);
        sha256.map_err(|_| Finding::new(Code::EvidenceOrphan, self.place()))
    }

    fn place(&self) -> Place {
        Place::Evidence { sha256: self.sha256.iter().map(|byte| format!("{byte:02x}")).collect() }
    }

    fn chunk(&mut self, n: i64, data: &[u8]) -> Result<(), Finding> {
        // Every file is cut in one way only, so chunks carry nothing that the digest does not.
        if self.ended || data.is_empty() || data.len() > CHUNK || u64::try_from(n) != Ok(self.chunks) {
            return Err(Finding::new(Code::EvidenceBytes, self.place()).with("chunk", n));
        }
        self.ended = data.len() < CHUNK;
        self.chunks = self.chunks.saturating_add(1);
        self.size = self.size.saturating_add(data.len() as u64);
        self.hash.update(data);
        Ok(())
    }
}

pub(super) fn check(
    connection: &Connection,
    path: &Path,
    named: &Named,
    options: Options,
    progress: &mut dyn FnMut(Progress) -> bool,
    report: &mut Report,
) -> Result<(), Stop> {
    if !options.evidence {
        return Ok(());
    }
    let total = named.bytes();
    let mut missing = named.sizes.clone();
    // Nothing is stored of an empty file, and there is nothing to compare.
    if missing.remove(&Digest::of(&[])).is_some() {
        report.evidence = report.evidence.saturating_add(1);
    }
    let mut seen = BTreeSet::new();
    let mut going: Option<Going> = None;
    let mut statement = connection
        .prepare("SELECT sha256, n, data FROM evidence_chunk ORDER BY sha256, n")
        .doing(READING, path)?;
    let mut rows = statement.query([]).doing(READING, path)?;
    while let Some(row) = rows.next().doing(READING, path)? {
        let bytes = |column: usize| -> Result<&[u8], DossierError> {
            Ok(row.get_ref(column).doing(READING, path)?.as_blob().unwrap_or_default())
        };
        let (sha256, data) = (bytes(0)?, bytes(2)?);
        if let Some(done) = going.take_if(|going| going.sha256 != sha256) {
            finish(done, named, &mut missing, report)?;
        }
        let file = going.get_or_insert_with(|| Going::of(sha256));
        if !named.sizes.contains_key(&file.digest()?) {
            return Err(Finding::new(Code::EvidenceOrphan, file.place()).into());
        }
        let n: i64 = row.get(1).doing(READING, path)?;
        file.chunk(n, data)?;
        seen.insert((file.digest()?, n));
        step(progress, Step::Evidence, report.evidence_bytes.saturating_add(file.size), total)?;
    }
    if let Some(done) = going {
        finish(done, named, &mut missing, report)?;
    }
    all_chunks_seen(connection, path, seen)?;
    for sha256 in missing.keys() {
        if let Some((n, reason)) = named.withheld(sha256) {
            report.withheld.push(Withheld { sha256: *sha256, reason: reason.clone(), n: *n });
        } else if let Some(n) = named.left_out.get(sha256) {
            report.not_included.push(NotIncluded { sha256: *sha256, n: *n });
        } else {
            let place = Place::Evidence { sha256: sha256.to_string() };
            return Err(Finding::new(Code::EvidenceMissing, place).into());
        }
    }
    Ok(())
}

fn finish(
    file: Going,
    named: &Named,
    missing: &mut BTreeMap<Digest, u64>,
    report: &mut Report,
) -> Result<(), Stop> {
    let sha256 = file.digest()?;
    let place = file.place();
    if Digest(file.hash.finalize().into()) != sha256 {
        return Err(Finding::new(Code::EvidenceBytes, place).with("chunk", "?").into());
    }
    if named.sizes.get(&sha256) != Some(&file.size) {
        return Err(Finding::new(Code::EvidenceSize, place).with("found", file.size).into());
    }
    if named.withheld(&sha256).is_some() {
        report.remarks.push(Remark::WithheldPresent { sha256 });
    }
    missing.remove(&sha256);
    report.evidence = report.evidence.saturating_add(1);
    report.evidence_bytes = report.evidence_bytes.saturating_add(file.size);
    Ok(())
}

/// The chunks were read by the index, which may lie about their names: the table itself must hold the
/// same ones, and no more.
fn all_chunks_seen(
    connection: &Connection,
    path: &Path,
    mut seen: BTreeSet<(Digest, i64)>,
) -> Result<(), Stop> {
    let mut statement =
        connection.prepare("SELECT sha256, n FROM evidence_chunk NOT INDEXED").doing(READING, path)?;
    let mut rows = statement.query([]).doing(READING, path)?;
    let mut agree = true;
    while let Some(row) = rows.next().doing(READING, path)? {
        let key = (Digest(blob(row, 0, path)?), row.get(1).doing(READING, path)?);
        agree &= seen.remove(&key);
    }
    if agree && seen.is_empty() {
        Ok(())
    } else {
        let detail = "the index of evidence and its table differ";
        Err(Finding::new(Code::Integrity, Place::File).with("detail", detail).into())
    }
}
