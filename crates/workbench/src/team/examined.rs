//! A file of somebody else, which is hostile until it was looked at.

use std::{
    fs::{self, File, OpenOptions},
    io::{Read, Write},
    path::{Path, PathBuf},
};

use dossier::{Dossier, Locked, NotReceived, Received};
use sha2::{Digest as _, Sha256};
use signature::hand_over::{self, CopyHead, HandOver};
use trail::{ChainId, Digest, DossierId, json};

use super::{CoveredBy, Strict, note_of};
use crate::{Home, Problem, clock};

/// A file of somebody else: verified in a private copy, which goes with this.
pub struct Examined {
    pub(super) received: Received,
    pub(super) note: Option<HandOver>,
    pub(super) given: PathBuf,
    sha256: Digest,
    size: u64,
    _folder: PrivateFolder,
}

/// A private folder that vanishes with what is in it.
pub(crate) struct PrivateFolder {
    path: PathBuf,
    /// Locked as long as somebody works in the folder; the operating system lets go of it in a crash.
    _held: File,
}

/// The lock of a private folder.
const HELD: &str = "held";
/// The lock beside all private folders, held while one is made or those of crashed programs are removed.
const MAKING: &str = ".making";

impl Drop for PrivateFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.path);
    }
}

impl PrivateFolder {
    pub(crate) fn new(home: &Home) -> Result<Self, Problem> {
        let all = home.folder().join("received");
        let problem = |e| Problem::file("file-not-written", &all, &e);
        fs::create_dir_all(&all).map_err(problem)?;
        let making = File::create(all.join(MAKING)).map_err(problem)?;
        making.lock().map_err(problem)?;
        sweep(&all);
        let path = all.join(DossierId(clock::new_id()).to_string());
        let mut builder = fs::DirBuilder::new();
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder.create(&path).map_err(problem)?;
        let held = File::create(path.join(HELD)).map_err(problem)?;
        held.lock().map_err(problem)?;
        Ok(Self { path, _held: held })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }
}

impl Examined {
    /// Copies the file to a private folder, and looks at the copy: covering note, container, every event and signature,
    /// evidence, projection, seals, and that its checklist can be read. `note` is looked for beside the file where none
    /// is named.
    ///
    /// # Errors
    /// The first thing that is wrong with it, or why it could not be read.
    pub fn new(
        home: &Home,
        file: Locked<'_>,
        note: Option<&Path>,
        going: &mut dyn FnMut(u64, u64) -> bool,
    ) -> Result<Self, Problem> {
        let (file, key) = (file.path(), file.key());
        alone(file)?;
        let folder = PrivateFolder::new(home)?;
        let copy = folder.path.join("received.assay");
        let (sha256, size) = copy_private(file, &copy)?;
        let beside = note_of(file);
        let note = note.or_else(|| beside.is_file().then_some(beside.as_path()));
        let note = note.map(|note| read_note(note, sha256, size)).transpose()?;
        let received = Received::verified(Locked::with(&copy, key), &Strict, &mut |p| going(p.done, p.total));
        let received = received.map_err(|why| not_received(file, why))?;
        if let Some(note) = &note {
            let heads = heads_of(received.dossier());
            let is_of_file = note.dossier == received.id() && note.heads == heads;
            let chain = ChainId::of(&note.dossier, &note.key);
            if !is_of_file || !heads.iter().any(|head| head.chain == chain) {
                return Err(Problem::new("receive-note-stranger").with("path", file.display()));
            }
        }
        crate::session::readable(received.dossier())?;
        Ok(Self { received, note, given: file.to_path_buf(), sha256, size, _folder: folder })
    }

    /// The dossier's id.
    #[must_use]
    pub fn id(&self) -> DossierId {
        self.received.id()
    }

    /// How many events it holds.
    #[must_use]
    pub fn events(&self) -> u64 {
        self.received.report().events
    }

    /// The covering note, which fits.
    #[must_use]
    pub fn note(&self) -> Option<CoveredBy> {
        self.note.as_ref().map(CoveredBy::from)
    }

    /// Evidence that the file names and neither it nor our dossier holds, because it was left out.
    pub(super) fn not_included(&self, ours: &Dossier) -> Vec<String> {
        let left_out = self.received.report().not_included.iter();
        let lacking = left_out.filter(|left_out| !ours.has_bytes(&left_out.sha256).unwrap_or(false));
        lacking.map(|left_out| left_out.sha256.to_string()).collect()
    }

    pub(super) fn payload(&self, difference: &dossier::Difference) -> json::Value {
        let int = |n: u64| json::Value::Int(i64::try_from(n).unwrap_or(i64::MAX));
        let text = |t: String| json::Value::Text(t);
        let file = json::Value::map([("sha256", text(self.sha256.to_string())), ("size", int(self.size))]);
        let mut fields = vec![
            ("events", int(difference.events())),
            ("evidence", int(difference.evidence.len() as u64)),
            ("file", file),
        ];
        fields.extend(self.note.as_ref().map(|note| ("note", text(note.key.to_string()))));
        json::Value::map(fields)
    }
}

/// Removes what a crash left behind: folders whose lock nobody holds. The lock beside them is held by the caller, so none
/// of them is just being made.
fn sweep(all: &Path) {
    for folder in fs::read_dir(all).into_iter().flatten().filter_map(|entry| Some(entry.ok()?.path())) {
        let held = File::open(folder.join(HELD)).is_ok_and(|held| held.try_lock().is_err());
        if folder.is_dir() && !held {
            let _ = fs::remove_dir_all(&folder);
        }
    }
}

/// A plain file with no journal beside it.
fn alone(file: &Path) -> Result<(), Problem> {
    let is_plain = fs::metadata(file).map_err(|e| Problem::file("file-not-read", file, &e))?.is_file();
    if !is_plain {
        return Err(Problem::new("receive-no-plain-file").with("path", file.display()));
    }
    for suffix in ["-journal", "-wal", "-shm"] {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        if PathBuf::from(name).symlink_metadata().is_ok() {
            return Err(Problem::new("receive-beside").with("path", file.display()).with("suffix", suffix));
        }
    }
    Ok(())
}

/// Copies and hashes in one go, so that what is hashed is what is looked at.
fn copy_private(from: &Path, to: &Path) -> Result<(Digest, u64), Problem> {
    let mut source = File::open(from).map_err(|e| Problem::file("file-not-read", from, &e))?;
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut copy = options.open(to).map_err(|e| Problem::file("file-not-written", to, &e))?;
    let done = stream(&mut source, &mut |bytes| copy.write_all(bytes));
    done.map_err(|e| Problem::file("file-not-read", from, &e))
}

pub(super) fn hash(file: &Path) -> Result<(Digest, u64), Problem> {
    let opened = File::open(file).and_then(|mut file| stream(&mut file, &mut |_| Ok(())));
    opened.map_err(|e| Problem::file("file-not-read", file, &e))
}

fn stream(
    source: &mut File,
    take: &mut dyn FnMut(&[u8]) -> std::io::Result<()>,
) -> std::io::Result<(Digest, u64)> {
    let mut buffer = vec![0; 1 << 16];
    let mut hash = Sha256::new();
    let mut size: u64 = 0;
    loop {
        let read = source.read(&mut buffer)?;
        let bytes = buffer.get(..read).unwrap_or_default();
        if bytes.is_empty() {
            return Ok((Digest(hash.finalize().into()), size));
        }
        hash.update(bytes);
        take(bytes)?;
        size = size.saturating_add(bytes.len() as u64);
    }
}

fn read_note(path: &Path, sha256: Digest, size: u64) -> Result<HandOver, Problem> {
    let unreadable = |e| Problem::file("file-not-read", path, &e);
    let mut text = String::new();
    // A note is a few kilobytes.
    File::open(path).and_then(|file| file.take(1 << 20).read_to_string(&mut text)).map_err(unreadable)?;
    let note = hand_over::check(&text)
        .map_err(|p| Problem::new(p.code()).with("path", path.display()).with("line", p.line()))?;
    if (note.sha256, note.size) != (sha256, size) {
        return Err(Problem::new("receive-note-other-file").with("path", path.display()));
    }
    Ok(note)
}

pub(super) fn heads_of(dossier: &Dossier) -> Vec<CopyHead> {
    let heads = dossier.heads().into_iter();
    heads.map(|head| CopyHead { chain: head.chain, size: head.size, root: head.root }).collect()
}

/// The finding as two problems: that the file was not taken, and what is wrong with it.
fn not_received(file: &Path, why: NotReceived) -> Problem {
    match why {
        NotReceived::Unanswered(problem) => problem.into(),
        NotReceived::Wrong(finding) => {
            let mut refused = Problem::new("receive-wrong").with("path", file.display());
            let code = format!("verify-{}", finding.code.as_str());
            let found = Problem::new(code);
            let args = finding.place.args().into_iter().chain(finding.args.clone());
            refused.more = vec![args.fold(found, |found, (name, value)| found.with(name, value))];
            refused
        }
    }
}
