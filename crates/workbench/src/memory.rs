//! What this installation remembers of a dossier, outside the dossier: how long every chain was, and its root.
//!
//! A dossier file alone cannot show that it is an older copy, or that the holder of a key wrote it anew. Whoever has
//! seen a newer state can: so the installation keeps the newest one it has recorded in, and what is opened later must
//! continue from there (anchor level A4). The file is described in `docs/formats/installation.md`.

use std::{fs, io, path::PathBuf};

use dossier::{ChainHead, Dossier, Locked};
use serde::{Deserialize, Serialize};
use trail::{ChainId, Digest, DossierId, json::Value};

use crate::{Problem, files};

/// The folder in which an installation remembers dossiers.
#[derive(Clone, Debug)]
pub struct Memory(PathBuf);

/// How one chain stood.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Remembered {
    /// The chain, 32 hexadecimal digits.
    pub chain: String,
    /// RFC 6962 root over its events, 64 hexadecimal digits.
    pub root: String,
    /// How many events it had.
    pub size: u64,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Kept {
    chains: Vec<Remembered>,
    dossier: String,
}

impl From<&ChainHead> for Remembered {
    fn from(head: &ChainHead) -> Self {
        Self { chain: head.chain.to_string(), root: head.root.to_string(), size: head.size }
    }
}

impl Memory {
    pub(crate) const fn in_folder(folder: PathBuf) -> Self {
        Self(folder)
    }

    fn file(&self, dossier: DossierId) -> PathBuf {
        self.0.join(format!("{dossier}.json"))
    }

    /// What is remembered of a dossier; empty if it was never recorded in here.
    ///
    /// # Errors
    /// There is a file and it can't be read: it is not taken for none (`memory-damaged`).
    pub fn of(&self, dossier: DossierId) -> Result<Vec<Remembered>, Problem> {
        let path = self.file(dossier);
        let damaged = |why: &dyn std::fmt::Display| {
            Problem::new("memory-damaged").with("path", path.display()).with("why", why)
        };
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(e) => return Err(damaged(&e)),
        };
        let kept: Kept = serde_json::from_slice(&bytes).map_err(|e| damaged(&e))?;
        if kept.dossier != dossier.to_string() {
            return Err(damaged(&format!("it is about dossier {}", kept.dossier)));
        }
        let read = |one: &Remembered| ChainId::from_hex(&one.chain).and(Digest::from_hex(&one.root));
        match kept.chains.iter().find(|one| read(one).is_none()) {
            Some(one) => Err(damaged(&one.chain)),
            None => Ok(kept.chains),
        }
    }

    /// Whether the dossier continues from what is remembered. Every chain must still be there, at least as long, with
    /// the same root over the part that was known.
    ///
    /// # Errors
    /// It is an older copy (`memory-older`) or was written anew (`memory-rewritten`), one problem for each chain, both
    /// roots named; or memory or dossier can't be read.
    pub fn compare(&self, dossier: &Dossier) -> Result<Vec<Remembered>, Problem> {
        let known = self.of(dossier.id())?;
        let heads = dossier.heads();
        let mut problems = Vec::new();
        for one in &known {
            let head = heads.iter().find(|head| head.chain.to_string() == one.chain);
            if let Some(code) = against(dossier.file(), one, head)? {
                problems.push(told(code, one, head, dossier));
            }
        }
        Problem::all(problems).map_or(Ok(known), Err)
    }

    /// Keeps how a dossier stands now, in place of what was remembered of it.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn keep(&self, dossier: DossierId, chains: &[Remembered]) -> Result<(), Problem> {
        fs::create_dir_all(&self.0).map_err(|e| Problem::file("file-not-written", &self.0, &e))?;
        let kept = Kept { chains: chains.to_vec(), dossier: dossier.to_string() };
        let text = serde_json::to_vec_pretty(&kept).map_err(|e| Problem::new("internal").with("why", e))?;
        files::write_whole(&self.file(dossier), &text)
    }
}

/// What is wrong with a chain as it is found now, measured by what is remembered of it.
fn against(
    file: Locked<'_>,
    one: &Remembered,
    head: Option<&ChainHead>,
) -> Result<Option<&'static str>, Problem> {
    let Some(head) = head else { return Ok(Some("memory-older")) };
    if head.size < one.size {
        return Ok(Some("memory-older"));
    }
    if head.size == one.size && head.root.to_string() == one.root {
        return Ok(None);
    }
    // The dossier grew elsewhere, or one of its histories is another: the part that is known must still be in it.
    let root = Digest::from_hex(&one.root).unwrap_or(Digest::ZERO);
    let same = dossier::verify::is_prefix(file, &head.chain, one.size, &root)?;
    Ok((same != Some(true)).then_some("memory-rewritten"))
}

fn told(code: &str, one: &Remembered, head: Option<&ChainHead>, dossier: &Dossier) -> Problem {
    let (size, root) = head.map_or((0, "–".to_owned()), |head| (head.size, head.root.to_string()));
    Problem::new(code)
        .with("path", dossier.path().display())
        .with("dossier", dossier.id())
        .with("chain", &one.chain)
        .with("known-size", one.size)
        .with("known-root", &one.root)
        .with("size", size)
        .with("root", root)
}

/// Payload of `copy.continue/1`: what was remembered, how the copy stands, and why it is continued all the same.
pub(crate) fn continuing(known: &[Remembered], heads: &[ChainHead], reason: &str) -> Value {
    let found: Vec<Remembered> = heads.iter().map(Remembered::from).collect();
    let list = |chains: &[Remembered]| {
        let one = |one: &Remembered| {
            Value::map([
                ("chain", Value::Text(one.chain.clone())),
                ("root", Value::Text(one.root.clone())),
                ("size", Value::Int(i64::try_from(one.size).unwrap_or(i64::MAX))),
            ])
        };
        Value::List(chains.iter().map(one).collect())
    };
    Value::map([
        ("found", list(&found)),
        ("reason", Value::Text(reason.to_owned())),
        ("remembered", list(known)),
    ])
}

/// The memory of the dossier that is open, brought up to date as it is recorded in.
pub(crate) struct Keeper {
    memory: Memory,
    dossier: DossierId,
    chains: Vec<Remembered>,
    /// Recordings since the file was last written.
    unsaved: u32,
}

/// The file is written after so many recordings at the latest. In between a crash leaves an older state in it, from
/// which the dossier continues: nothing is refused for it, and a cut of those few recordings would go unnoticed.
const OFTEN: u32 = 16;

impl Keeper {
    pub(crate) const fn new(memory: Memory, dossier: DossierId) -> Self {
        Self { memory, dossier, chains: Vec::new(), unsaved: 0 }
    }

    /// Something was recorded; `now` at once where others may rely on it (seals, reports).
    pub(crate) fn recorded(&mut self, dossier: &Dossier, now: bool) -> Result<(), Problem> {
        self.chains = dossier.heads().iter().map(Remembered::from).collect();
        self.unsaved = self.unsaved.saturating_add(1);
        if now || self.unsaved >= OFTEN { self.save() } else { Ok(()) }
    }

    pub(crate) fn save(&mut self) -> Result<(), Problem> {
        if self.unsaved > 0 {
            self.memory.keep(self.dossier, &self.chains)?;
            self.unsaved = 0;
        }
        Ok(())
    }
}

impl Drop for Keeper {
    fn drop(&mut self) {
        // Who needs to know whether it was kept calls `save` before.
        let _ = self.save();
    }
}
