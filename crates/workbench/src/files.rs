//! Writing files so that a crash leaves the old content or the new, never half.

use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read, Seek, Write},
    path::{Path, PathBuf},
};

use crate::Problem;

/// Replaces `path` by these bytes: written beside it, synced, renamed over it, folder synced. A link that lies at
/// `path` is replaced and not followed.
///
/// # Errors
/// `file-not-written` with path and reason; the old content is still there.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let problem = |e| Problem::file("file-not-written", path, &e);
    write_streaming(path, &mut |file| file.write_all(bytes).map_err(problem))
}

/// Replaces `path` by what `write` gives, as [`write_whole`] does, without holding it in memory. Where the
/// platform has files without a name, a crash leaves nothing of what was written so far.
///
/// # Errors
/// What `write` says, or `file-not-written` with path and reason; the old content is still there.
pub fn write_streaming(path: &Path, write: &mut Writing<'_>) -> Result<(), Problem> {
    write_then(path, write, |part| part.replace(path))
}

/// Writes a file that must not exist yet, link or not; it has its name only once it is whole.
///
/// # Errors
/// `file-exists`; what `write` says; or `file-not-written` with path and reason.
pub fn write_new(path: &Path, write: &mut Writing<'_>) -> Result<(), Problem> {
    let exists = || Problem::new("file-exists").with("path", path.display());
    if path.symlink_metadata().is_ok() {
        return Err(exists());
    }
    let mut came_meanwhile = false;
    let done = write_then(path, write, |part| {
        let named = part.name_new(path);
        came_meanwhile = named.as_ref().is_err_and(|e| e.kind() == ErrorKind::AlreadyExists);
        named
    });
    if came_meanwhile { Err(exists()) } else { done }
}

/// Fills a file that is being written.
pub type Writing<'a> = dyn FnMut(&mut File) -> Result<(), Problem> + 'a;

fn write_then(
    path: &Path,
    write: &mut Writing<'_>,
    name: impl FnOnce(&Part) -> io::Result<()>,
) -> Result<(), Problem> {
    let problem = |e| Problem::file("file-not-written", path, &e);
    let mut part = Part::beside(path).map_err(problem)?;
    let done = write(&mut part.file)
        .and_then(|()| part.file.sync_all().map_err(problem))
        .and_then(|()| name(&part).map_err(problem));
    match done {
        Ok(()) => sync_folder(path),
        Err(_) => part.remove(),
    }
    done
}

/// A file that is being written, in the folder where it will have its name.
struct Part {
    file: File,
    /// What it is called until then, where the platform has no files without a name.
    called: Option<PathBuf>,
}

impl Part {
    fn beside(path: &Path) -> io::Result<Self> {
        match unnamed::file(folder_of(path)) {
            Some(file) => Ok(Self { file, called: None }),
            None => free_name(path, |part| OpenOptions::new().write(true).create_new(true).open(part))
                .map(|(called, file)| Self { file, called: Some(called) }),
        }
    }

    /// Gives it a name that must be free.
    fn name_new(&self, path: &Path) -> io::Result<()> {
        let Some(called) = &self.called else { return unnamed::give_name(&self.file, path) };
        match fs::hard_link(called, path) {
            Ok(()) => fs::remove_file(called),
            Err(e) if e.kind() == ErrorKind::AlreadyExists => Err(e),
            // A file system without a second name for a file (FAT): looking first is the best there is.
            Err(_) if path.symlink_metadata().is_err() => fs::rename(called, path),
            Err(e) => Err(e),
        }
    }

    /// Gives it a name, whatever has that name now.
    fn replace(&self, path: &Path) -> io::Result<()> {
        match &self.called {
            Some(called) => fs::rename(called, path),
            None if unnamed::give_name(&self.file, path).is_ok() => Ok(()),
            None => {
                // A name that is taken can only be replaced by another name.
                let (called, ()) = free_name(path, |part| unnamed::give_name(&self.file, part))?;
                fs::rename(&called, path).inspect_err(|_| drop(fs::remove_file(&called)))
            }
        }
    }

    fn remove(self) {
        // Only what this call wrote.
        if let Some(called) = self.called {
            let _ = fs::remove_file(called);
        }
    }
}

/// Makes something beside `path` under a free name. What is there already stays as it is, and a link that somebody put
/// there is not followed: the name is free or it is not taken.
fn free_name<T>(path: &Path, make: impl Fn(&Path) -> io::Result<T>) -> io::Result<(PathBuf, T)> {
    let mut tried = 0;
    loop {
        let mut name = path.file_name().map(std::ffi::OsStr::to_os_string).unwrap_or_default();
        name.push(if tried == 0 { ".part".to_owned() } else { format!(".{tried}.part") });
        let part = path.with_file_name(name);
        match make(&part) {
            Err(e) if e.kind() == ErrorKind::AlreadyExists && tried < 100 => tried += 1,
            made => return made.map(|made| (part, made)),
        }
    }
}

/// Files that have no name until they are whole, so that a crash takes them away.
#[cfg(target_os = "linux")]
mod unnamed {
    use std::{fs::File, io, os::fd::AsRawFd as _, path::Path};

    use rustix::fs::{AtFlags, CWD, Mode, OFlags, linkat, open};

    /// `None` where the file system has no such files.
    pub(super) fn file(folder: &Path) -> Option<File> {
        let mode = Mode::from_raw_mode(0o666);
        open(folder, OFlags::TMPFILE | OFlags::WRONLY | OFlags::CLOEXEC, mode).ok().map(File::from)
    }

    /// Fails where the name is taken.
    pub(super) fn give_name(file: &File, path: &Path) -> io::Result<()> {
        let opened = format!("/proc/self/fd/{}", file.as_raw_fd());
        Ok(linkat(CWD, opened, CWD, path, AtFlags::SYMLINK_FOLLOW)?)
    }
}

#[cfg(not(target_os = "linux"))]
mod unnamed {
    use std::{fs::File, io, path::Path};

    pub(super) fn file(_: &Path) -> Option<File> {
        None
    }

    pub(super) fn give_name(_: &File, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Opens a file that somebody chose to be taken in: an ordinary file, and nothing that only looks like one. Links are
/// not followed, because a folder from someone else may hold one to a file of one's own; devices, pipes and what the
/// system makes up as it is read (`/proc`) are refused, and none of them can make the program wait.
///
/// # Errors
/// `file-is-link`, `desk-not-a-file`, or `file-not-read` with path and reason.
pub fn open_chosen(path: &Path) -> Result<File, Problem> {
    let problem = |e| Problem::file("file-not-read", path, &e);
    let not_a_file = || Problem::new("desk-not-a-file").with("name", crate::import::name_of(path));
    let is = path.symlink_metadata().map_err(problem)?;
    if is.is_symlink() {
        return Err(Problem::new("file-is-link").with("name", crate::import::name_of(path)));
    }
    if !is.is_file() {
        return Err(not_a_file());
    }
    let mut file = open_unlinked(path).map_err(problem)?;
    let opened = file.metadata().map_err(problem)?;
    if !opened.is_file() || is_made_up(&file) {
        return Err(not_a_file());
    }
    // A file of no length that still has something to read is none that lies on a disk.
    if opened.len() == 0 && !matches!(file.read(&mut [0]), Ok(0)) {
        return Err(not_a_file());
    }
    file.rewind().map_err(problem)?;
    Ok(file)
}

#[cfg(unix)]
fn open_unlinked(path: &Path) -> io::Result<File> {
    use rustix::fs::{Mode, OFlags};
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::NOCTTY | OFlags::CLOEXEC;
    Ok(File::from(rustix::fs::open(path, flags, Mode::empty())?))
}

#[cfg(not(unix))]
fn open_unlinked(path: &Path) -> io::Result<File> {
    File::open(path)
}

/// Whether a file lies in `/proc` or `/sys`, by the numbers of those file systems (`linux/magic.h`).
#[cfg(target_os = "linux")]
fn is_made_up(file: &File) -> bool {
    rustix::fs::fstatfs(file).is_ok_and(|system| matches!(system.f_type, 0x9fa0 | 0x6265_6572))
}

#[cfg(not(target_os = "linux"))]
fn is_made_up(_: &File) -> bool {
    false
}

/// A name under which a file from elsewhere may be saved on any platform, as a proposal for a dialog: no folders, no
/// characters that are unseen or that some file system forbids, no device of Windows, not too long.
#[must_use]
pub fn proposed_name(name: &str) -> String {
    const LONGEST: usize = 120;
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let forbidden = |c: char| words::is_unseen(c) || matches!(c, '<' | '>' | ':' | '"' | '|' | '?' | '*');
    let plain: String = last.chars().map(|c| if forbidden(c) { '_' } else { c }).collect();
    let plain = plain.trim_matches(|c: char| c == '.' || c.is_whitespace());
    let plain: String = match plain.rsplit_once('.') {
        Some((stem, ending)) if ending.chars().count() < LONGEST / 2 => {
            let room = LONGEST.saturating_sub(ending.chars().count());
            format!("{}.{ending}", stem.chars().take(room).collect::<String>())
        }
        _ => plain.chars().take(LONGEST).collect(),
    };
    let stem = plain.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |device: &str| {
        stem.strip_prefix(device).is_some_and(|n| n.len() == 1 && n.chars().all(|c| c.is_ascii_digit()))
    };
    if plain.is_empty() {
        "evidence".to_owned()
    } else if matches!(stem.as_str(), "CON" | "PRN" | "AUX" | "NUL") || numbered("COM") || numbered("LPT") {
        format!("_{plain}")
    } else {
        plain
    }
}

/// Writes a file that must not exist yet and that only its owner may read.
///
/// # Errors
/// `file-not-written`; also when the file exists.
pub fn write_new_private(path: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let problem = |e| Problem::file("file-not-written", path, &e);
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path).map_err(problem)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(problem)?;
    sync_folder(path);
    Ok(())
}

/// A rename is durable only once its folder is; platforms that can't sync a folder do it themselves.
fn sync_folder(path: &Path) {
    let _ = File::open(folder_of(path)).and_then(|f| f.sync_all());
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_half_written_has_no_name() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        for old in [None, Some("old")] {
            let before: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
            write_streaming(&path, &mut |file| {
                file.write_all(b"new").unwrap();
                if cfg!(target_os = "linux") {
                    let now: Vec<_> =
                        fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).collect();
                    assert_eq!(now, before, "a crash at this moment leaves nothing behind");
                    assert_eq!(fs::read_to_string(&path).ok().as_deref(), old, "and the old content");
                }
                Ok(())
            })
            .unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), "new", "the name stands for the new content");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "and nothing else is there");
            fs::write(&path, "old").unwrap();
        }
    }

    #[test]
    fn what_stopped_leaves_the_old_content() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, "old").unwrap();
        let stopped = write_streaming(&path, &mut |file| {
            file.write_all(b"half").unwrap();
            Err(Problem::new("file-not-written"))
        });
        assert!(stopped.is_err(), "the reason is handed on");
        assert_eq!(fs::read_to_string(&path).unwrap(), "old", "and nothing was replaced");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nor left");
    }

    #[test]
    fn a_proposed_name_is_one_file_on_every_platform() {
        for (name, proposed) in [
            ("photo.jpg", "photo.jpg"),
            ("Prüfbericht 日本.pdf", "Prüfbericht 日本.pdf"),
            ("../../.ssh/authorized_keys", "authorized_keys"),
            ("C:\\Windows\\system.ini", "system.ini"),
            (".bashrc", "bashrc"),
            ("..", "evidence"),
            ("", "evidence"),
            ("a\u{0}b\u{1b}.txt", "a_b_.txt"),
            ("annex\u{202e}fdp.exe", "annex_fdp.exe"),
            ("nul.txt", "_nul.txt"),
            ("COM1", "_COM1"),
            ("common.txt", "common.txt"),
            ("stream.txt:hidden", "stream.txt_hidden"),
            ("name. . ", "name"),
        ] {
            assert_eq!(proposed_name(name), proposed, "{name:?} must become a plain name");
        }
        let long = proposed_name(&format!("{}.pdf", "x".repeat(5000)));
        assert!(
            long.len() < 200 && long.ends_with(".pdf"),
            "too long a name is cut before its ending: {long}"
        );
    }
}
