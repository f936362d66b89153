//! The archive around everything: looked through before anything in it is believed.

use std::collections::BTreeSet;
use std::io::{Read, Seek, SeekFrom};

use sha2::{Digest as _, Sha256};
use trail::Digest;
use zip::result::ZipError;
use zip::{CompressionMethod, ZipArchive};

use super::{ContainerProblem, MEDIA_TYPE, name};

/// Most bytes of a manifest or signature.
const MOST_META: u64 = 4 << 20;
/// Most parts.
const MOST_PARTS: usize = 10_000;
/// The end of an archive without a comment.
const END: i64 = 22;
/// The longest data descriptor, which stands behind a part that was written without looking back.
const DESCRIPTOR: u64 = 24;

/// What a reader spends on a container.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Most bytes that all files unpack to.
    pub unpacked: u64,
}

impl Default for Limits {
    /// 16 GiB.
    fn default() -> Self {
        Self { unpacked: 16 << 30 }
    }
}

/// An archive whose form is a container's.
pub(super) struct Archive<R>(ZipArchive<R>);

pub(super) fn broken(error: &ZipError) -> ContainerProblem {
    match error {
        ZipError::Io(error) => ContainerProblem::Io(error.to_string()),
        other => ContainerProblem::Archive(other.to_string()),
    }
}

fn io(error: &std::io::Error) -> ContainerProblem {
    ContainerProblem::Io(error.to_string())
}

impl<R: Read + Seek> Archive<R> {
    /// Opens it and checks its form: clause 1 of what `docs/formats/container.md` says is checked.
    pub(super) fn open(mut from: R) -> Result<Self, ContainerProblem> {
        ends_plainly(&mut from)?;
        let mut zip = ZipArchive::new(from).map_err(|e| broken(&e))?;
        if zip.len() > MOST_PARTS {
            return Err(ContainerProblem::TooMany);
        }
        if zip.offset() != 0 || !zip.comment().is_empty() {
            return Err(ContainerProblem::Around);
        }
        if zip.has_duplicate_names() {
            return Err(ContainerProblem::Twice(String::new()));
        }
        zip.validate_header_consistency().map_err(|e| broken(&e))?;
        let mut archive = Self(zip);
        archive.parts_are_plain()?;
        archive.begins_with_the_media_type()?;
        Ok(archive)
    }

    /// Names, methods, and places one behind the other.
    fn parts_are_plain(&mut self) -> Result<(), ContainerProblem> {
        let mut seen = BTreeSet::new();
        let mut places = Vec::new();
        for index in 0..self.0.len() {
            let part = self.0.by_index_raw(index).map_err(|e| broken(&e))?;
            let lossy = || String::from_utf8_lossy(part.name_raw()).into_owned();
            let name = core::str::from_utf8(part.name_raw()).map_err(|_| ContainerProblem::Name(lossy()))?;
            if !seen.insert(name.trim_end_matches('/').to_lowercase()) {
                return Err(ContainerProblem::Twice(name.to_owned()));
            }
            let known = matches!(part.compression(), CompressionMethod::Stored | CompressionMethod::Deflated);
            let is_folder = name.ends_with('/');
            if part.encrypted() || part.is_symlink() || !known || (is_folder && part.size() != 0) {
                return Err(ContainerProblem::Part(name.to_owned()));
            }
            match name.strip_prefix(name::META_INF) {
                _ if name == "mimetype" => {}
                Some(rest) if !rest.contains(['/', '\\']) => {}
                _ => name::checked(name.trim_end_matches('/')).or(if name == name::META_INF {
                    Ok(())
                } else {
                    Err(ContainerProblem::Name(name.to_owned()))
                })?,
            }
            let data = part.data_start().ok_or(ContainerProblem::Around)?;
            let end = data.checked_add(part.compressed_size()).ok_or(ContainerProblem::Around)?;
            places.push((part.header_start(), end));
        }
        places.sort_unstable();
        places.push((self.0.central_directory_start(), 0));
        let mut at = 0;
        for (start, end) in places {
            // What lies between two parts is seen by some readers and not by others.
            let gap = start.checked_sub(at).ok_or(ContainerProblem::Around)?;
            if gap > if at == 0 { 0 } else { DESCRIPTOR } {
                return Err(ContainerProblem::Around);
            }
            at = end;
        }
        Ok(())
    }

    fn begins_with_the_media_type(&mut self) -> Result<(), ContainerProblem> {
        let mut part = self.0.by_name("mimetype").map_err(|_| ContainerProblem::MediaType)?;
        let bare = part.compression() == CompressionMethod::Stored
            && part.header_start() == 0
            && part.extra_data().is_none_or(|extra| extra.is_empty());
        let mut content = Vec::new();
        let limit = MEDIA_TYPE.len() as u64 + 1;
        (&mut part).take(limit).read_to_end(&mut content).map_err(|e| io(&e))?;
        if bare && content == MEDIA_TYPE.as_bytes() { Ok(()) } else { Err(ContainerProblem::MediaType) }
    }

    /// The names of all parts but folders and the media type, as they stand in the archive.
    pub(super) fn names(&self) -> Vec<String> {
        let names = self.0.file_names_raw().map(|raw| String::from_utf8_lossy(raw).into_owned());
        names.filter(|name| !name.ends_with('/') && name != "mimetype").collect()
    }

    /// A part of `META-INF`, whole.
    pub(super) fn meta(&mut self, name: &str) -> Result<Vec<u8>, ContainerProblem> {
        let mut bytes = Vec::new();
        self.unpack(name, MOST_META, &mut |piece| bytes.extend_from_slice(piece))?;
        Ok(bytes)
    }

    /// SHA-256 and size of a part that unpacks to no more than `most` bytes.
    pub(super) fn digest(&mut self, name: &str, most: u64) -> Result<(Digest, u64), ContainerProblem> {
        let mut hash = Sha256::new();
        let size = self.unpack(name, most, &mut |piece| hash.update(piece))?;
        Ok((Digest(hash.finalize().into()), size))
    }

    /// Hands out a part piece by piece, no byte more than it says it has.
    fn unpack(&mut self, name: &str, most: u64, to: &mut dyn FnMut(&[u8])) -> Result<u64, ContainerProblem> {
        let part = self.0.by_name(name).map_err(|e| broken(&e))?;
        let says = part.size();
        if says > most {
            return Err(ContainerProblem::Size(name.to_owned()));
        }
        let mut limited = part.take(says.saturating_add(1));
        let (mut size, mut buffer) = (0u64, vec![0; 1 << 16]);
        loop {
            let read = limited.read(&mut buffer).map_err(|_| ContainerProblem::Archive(name.to_owned()))?;
            let Some(piece) = buffer.get(..read).filter(|piece| !piece.is_empty()) else { break };
            size = size.saturating_add(piece.len() as u64);
            to(piece);
        }
        if size == says { Ok(size) } else { Err(ContainerProblem::Size(name.to_owned())) }
    }

    pub(super) fn into_zip(self) -> ZipArchive<R> {
        self.0
    }
}

/// Nothing may stand behind the end of the archive, a comment neither: readers look for the end from behind.
fn ends_plainly(from: &mut (impl Read + Seek)) -> Result<(), ContainerProblem> {
    let mut end = [0; END as usize];
    let found = from.seek(SeekFrom::End(-END)).and_then(|_| from.read_exact(&mut end));
    found.map_err(|_| ContainerProblem::Archive("zip".into()))?;
    from.rewind().map_err(|e| io(&e))?;
    if end.starts_with(b"PK\x05\x06") && end.ends_with(&[0, 0]) {
        Ok(())
    } else {
        Err(ContainerProblem::Around)
    }
}
