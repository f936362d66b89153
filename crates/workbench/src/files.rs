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
    let beside = beside(path);
    let mut file = File::create(&beside).map_err(problem)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(problem)?;
    fs::rename(&beside, path).map_err(problem)?;
    sync_folder(path);
    Ok(())
}

/// Replaces `path` by what `write` gives, as [`write_whole`] does, without holding it in memory.
///
/// # Errors
/// What `write` says, or `file-not-written` with path and reason; the old content is still there.
pub fn write_streaming(
    path: &Path,
    write: &mut dyn FnMut(&mut File) -> Result<(), Problem>,
) -> Result<(), Problem> {
    let problem = |e| Problem::file("file-not-written", path, &e);
    let beside = beside(path);
    let mut file = File::create(&beside).map_err(problem)?;
    if let Err(stopped) = write(&mut file) {
        let _ = fs::remove_file(&beside);
        return Err(stopped);
    }
    file.sync_all().map_err(problem)?;
    fs::rename(&beside, path).map_err(problem)?;
    sync_folder(path);
    Ok(())
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
    if let Some(folder) = path.parent() {
        let _ = File::open(if folder.as_os_str().is_empty() { Path::new(".") } else { folder })
            .and_then(|f| f.sync_all());
    }
}
