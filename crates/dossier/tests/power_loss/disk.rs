//! What a disk may hold after the power failed at some point of a recording.
//!
//! The model grants a disk every freedom that POSIX and the SQLite documentation ("Atomic Commit") do not
//! take away: a write, a truncation or a change of the folder counts as kept only once the file, or the
//! folder, was synced after it. Until then each 512-byte sector of each write was kept or not on its own,
//! in any order; the file may have grown without its data, with zeros or rubbish in place of it; and each
//! change of the folder was kept or not. A sector is old or new, never a mixture.

use std::collections::{BTreeMap, HashMap};

use crate::common::Dice;

/// Bytes that a disk writes whole or not at all.
const SECTOR: usize = 512;

/// One step of a recording (`recorder.c`).
pub enum Record<'a> {
    Opened { inode: u64, name: &'a str, new: bool },
    Write { inode: u64, at: usize, bytes: &'a [u8] },
    Truncate { inode: u64, size: usize },
    Sync { inode: u64 },
    SyncFolder,
    Unlink { name: &'a str },
    Rename { from: &'a str, to: &'a str },
    Acknowledged(&'a str),
}

/// Reads a recording.
pub fn records(mut log: &[u8]) -> Vec<Record<'_>> {
    let mut records = Vec::new();
    while !log.is_empty() {
        let number = |at: usize| u64::from_ne_bytes(log[at..at + 8].try_into().unwrap());
        let (inode, a, length) = (number(1), number(9), usize::try_from(number(17)).unwrap());
        let payload = &log[25..25 + length];
        let text = || std::str::from_utf8(payload).expect("names and acknowledgements are text");
        let at = usize::try_from(a).unwrap();
        records.push(match log[0] {
            b'O' | b'C' => Record::Opened { inode, name: text(), new: log[0] == b'C' },
            b'W' => Record::Write { inode, at, bytes: payload },
            b'T' => Record::Truncate { inode, size: at },
            b'S' => Record::Sync { inode },
            b'D' => Record::SyncFolder,
            b'U' => Record::Unlink { name: text() },
            b'R' => {
                let (from, to) = text().split_once('\0').expect("a rename has two names");
                Record::Rename { from, to }
            }
            b'A' => Record::Acknowledged(text().trim_end()),
            other => panic!("the recorder writes no {other}"),
        });
        log = &log[25 + length..];
    }
    records
}

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

#[derive(Clone)]
enum Change<'a> {
    Write { at: usize, bytes: &'a [u8] },
    Truncate { size: usize },
}

#[derive(Clone, Default)]
struct File<'a> {
    synced: Vec<u8>,
    since: Vec<Change<'a>>,
}

/// Names and what they name from then on.
type Names = Vec<(String, Option<usize>)>;

/// The folder while a recording is played.
#[derive(Default)]
pub struct Disk<'a> {
    files: Vec<File<'a>>,
    inodes: HashMap<u64, usize>,
    names: BTreeMap<String, usize>,
    synced_names: BTreeMap<String, usize>,
    names_since: Vec<Names>,
}

impl<'a> Disk<'a> {
    /// A folder whose files are all safely there.
    pub fn of(files: &Files) -> Self {
        let mut disk = Self::default();
        for (name, bytes) in files {
            disk.names.insert(name.clone(), disk.files.len());
            disk.files.push(File { synced: bytes.clone(), since: Vec::new() });
        }
        disk.synced_names.clone_from(&disk.names);
        disk
    }

    /// Plays one step.
    pub fn play(&mut self, record: &Record<'a>) {
        match *record {
            Record::Opened { inode, name, new } => {
                let known = self.names.get(name).copied().filter(|_| !new);
                let file = known.unwrap_or_else(|| {
                    self.files.push(File::default());
                    self.files.len() - 1
                });
                self.inodes.insert(inode, file);
                if known.is_none() {
                    self.rename(vec![(name.to_owned(), Some(file))]);
                }
            }
            Record::Write { inode, at, bytes } => self.change(inode, Change::Write { at, bytes }),
            Record::Truncate { inode, size } => self.change(inode, Change::Truncate { size }),
            Record::Sync { inode } => {
                let file = &mut self.files[self.inodes[&inode]];
                for change in std::mem::take(&mut file.since) {
                    apply(&mut file.synced, &change);
                }
            }
            Record::SyncFolder => {
                self.synced_names.clone_from(&self.names);
                self.names_since.clear();
            }
            Record::Unlink { name } => self.rename(vec![(name.to_owned(), None)]),
            Record::Rename { from, to } => {
                let file = self.names.get(from).copied();
                self.rename(vec![(from.to_owned(), None), (to.to_owned(), file)]);
            }
            Record::Acknowledged(_) => {}
        }
    }

    fn change(&mut self, inode: u64, change: Change<'a>) {
        self.files[self.inodes[&inode]].since.push(change);
    }

    fn rename(&mut self, names: Names) {
        set_names(&mut self.names, &names);
        self.names_since.push(names);
    }

    /// The folder as programs see it while the power is on.
    pub fn now(&self) -> Files {
        self.files_of(&self.names, |file| {
            let mut bytes = file.synced.clone();
            file.since.iter().for_each(|change| apply(&mut bytes, change));
            bytes
        })
    }

    /// The folder after the power failed now: `kept` of what was not synced, by chance.
    pub fn after_power_loss(&self, dice: &mut Dice, kept: f64) -> Files {
        let mut names = self.synced_names.clone();
        // Folders of journalling file systems keep changes in their order, others in any.
        let in_order = dice.chance(0.5).then(|| dice.below(self.names_since.len() + 1));
        for (n, change) in self.names_since.iter().enumerate() {
            if in_order.map_or_else(|| dice.chance(kept), |first| n < first) {
                set_names(&mut names, change);
            }
        }
        self.files_of(&names, |file| torn(file, dice, kept))
    }

    fn files_of(
        &self,
        names: &BTreeMap<String, usize>,
        mut content: impl FnMut(&File<'_>) -> Vec<u8>,
    ) -> Files {
        names.iter().map(|(name, file)| (name.clone(), content(&self.files[*file]))).collect()
    }
}

fn set_names(names: &mut BTreeMap<String, usize>, change: &Names) {
    for (name, file) in change {
        match file {
            Some(file) => drop(names.insert(name.clone(), *file)),
            None => drop(names.remove(name)),
        }
    }
}

fn apply(bytes: &mut Vec<u8>, change: &Change<'_>) {
    match *change {
        Change::Write { at, bytes: new } => {
            let end = at + new.len();
            if bytes.len() < end {
                bytes.resize(end, 0);
            }
            bytes[at..end].copy_from_slice(new);
        }
        Change::Truncate { size } => bytes.resize(size, 0),
    }
}

fn torn(file: &File<'_>, dice: &mut Dice, kept: f64) -> Vec<u8> {
    let mut bytes = file.synced.clone();
    let rubbish = dice.chance(0.5);
    for change in &file.since {
        match *change {
            Change::Truncate { size } => {
                if dice.chance(kept) {
                    grow(&mut bytes, size, false, dice);
                    bytes.truncate(size);
                }
            }
            Change::Write { at, bytes: new } => {
                // The length of a file is kept apart from its data.
                if dice.chance(kept / 4.0) {
                    grow(&mut bytes, at + new.len(), rubbish, dice);
                }
                let mut from = at;
                while from < at + new.len() {
                    let to = (from / SECTOR * SECTOR + SECTOR).min(at + new.len());
                    if dice.chance(kept) {
                        grow(&mut bytes, to, rubbish, dice);
                        bytes[from..to].copy_from_slice(&new[from - at..to - at]);
                    }
                    from = to;
                }
            }
        }
    }
    bytes
}

/// Makes the file at least `size` long, with zeros or with what lay on the disk before.
fn grow(bytes: &mut Vec<u8>, size: usize, rubbish: bool, dice: &mut Dice) {
    while bytes.len() < size {
        let next = if rubbish { dice.throw().to_le_bytes() } else { [0; 8] };
        let more = (size - bytes.len()).min(next.len());
        bytes.extend_from_slice(&next[..more]);
    }
}
