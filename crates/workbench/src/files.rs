//! Writing files so that a crash leaves the old content or the new, never half.

use std::{
    fs::{self, File, OpenOptions},
    io::Write,
    path::Path,
};

use crate::Problem;

/// Replaces `path` by these bytes: written beside it, synced, renamed over it, folder synced.
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
pub fn write_streaming(
    path: &Path,
    write: &mut dyn FnMut(&mut File) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let problem = |e| Problem::file("file-not-written", path, &e);
    let beside = beside(path);
    let unnamed = unnamed::file(folder_of(path));
    let is_unnamed = unnamed.is_some();
    let mut file = unnamed.map_or_else(|| File::create(&beside), Ok).map_err(problem)?;
    if let Err(stopped) = write(&mut file) {
        if !is_unnamed {
            let _ = fs::remove_file(&beside);
        }
        return Err(stopped);
    }
    file.sync_all().map_err(problem)?;
    if !is_unnamed {
        fs::rename(&beside, path).map_err(problem)?;
    } else if unnamed::give_name(&file, path).is_err() {
        // A name that is taken can only be replaced by another name.
        let _ = fs::remove_file(&beside);
        unnamed::give_name(&file, &beside).and_then(|()| fs::rename(&beside, path)).map_err(problem)?;
    }
    sync_folder(path);
    Ok(())
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

fn beside(path: &Path) -> std::path::PathBuf {
    let mut name = path.file_name().map(std::ffi::OsStr::to_os_string).unwrap_or_default();
    name.push(".part");
    path.with_file_name(name)
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
}
