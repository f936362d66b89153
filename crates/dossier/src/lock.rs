//! One writer: an advisory lock on a file beside the dossier.
//!
//! The lock is the operating system's, so a crash lets go of it; a lock file that lies there means nothing.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::DossierError;

/// Held as long as the dossier is open for writing.
#[derive(Debug)]
pub(crate) struct WriterLock {
    file: File,
    path: PathBuf,
}

impl WriterLock {
    /// Takes the lock of `dossier`, or says who cannot: [`DossierError::InUse`].
    pub(crate) fn take(dossier: &Path) -> Result<Self, DossierError> {
        let mut name = dossier.as_os_str().to_owned();
        name.push(".lock");
        let path = PathBuf::from(name);
        // Somebody may have put something else under this name: a link would be followed, a pipe would wait.
        if path.symlink_metadata().is_ok_and(|is| !is.is_file()) {
            let source = std::io::Error::other("the lock file beside it is no ordinary file");
            return Err(lock_error(dossier, source));
        }
        // The holder before us removes the file when it is done. Whoever opened it just before that
        // holds a lock on a file that no longer has a name, so it must be taken anew.
        for _ in 0..16 {
            let file = OpenOptions::new()
                .create(true)
                .truncate(false)
                .write(true)
                .open(&path)
                .map_err(|source| lock_error(dossier, source))?;
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => {
                    return Err(DossierError::InUse { path: dossier.into() });
                }
                Err(TryLockError::Error(source)) => return Err(lock_error(dossier, source)),
            }
            if is_still_there(&file, &path) {
                return Ok(Self { file, path });
            }
        }
        Err(DossierError::InUse { path: dossier.into() })
    }
}

fn lock_error(dossier: &Path, source: std::io::Error) -> DossierError {
    if source.kind() == std::io::ErrorKind::PermissionDenied {
        DossierError::ReadOnly { path: dossier.into() }
    } else {
        DossierError::io("taking the lock", dossier, source)
    }
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    match (file.metadata(), std::fs::metadata(path)) {
        (Ok(held), Ok(named)) => (held.dev(), held.ino()) == (named.dev(), named.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
fn is_still_there(_file: &File, _path: &Path) -> bool {
    // The file is never removed there, see `drop`.
    true
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        // Only where a second opener notices that the name is gone; nothing depends on its success.
        if cfg!(unix) {
            let _ = std::fs::remove_file(&self.path);
        }
        let _ = self.file.unlock();
    }
}
