//! Writing a container.

use std::collections::BTreeSet;
use std::io::{Read, Seek, Write};

use sha2::{Digest as _, Sha256};
use trail::Digest;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::archive::{Archive, broken};
use super::{ContainerProblem, Entry, MEDIA_TYPE, Signature, manifest, name};

/// A container that is being written: first every file, then every signature, then [`Writer::finish`].
pub struct Writer<W: Write + Seek> {
    zip: ZipWriter<W>,
    files: Vec<Entry>,
    seen: BTreeSet<String>,
    signatures: u32,
}

/// Nothing that differs from one writing to the next.
fn options(method: CompressionMethod) -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(method)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644)
}

/// What shrinks; PDF, workbooks and images are packed already.
fn method_for(media_type: &str) -> CompressionMethod {
    let (kind, _) = media_type.split_once(';').unwrap_or((media_type, ""));
    if kind.starts_with("text/") || kind.ends_with("json") || kind.ends_with("/xml") || kind.ends_with("+xml")
    {
        CompressionMethod::Deflated
    } else {
        CompressionMethod::Stored
    }
}

fn io(error: &std::io::Error) -> ContainerProblem {
    ContainerProblem::Io(error.to_string())
}

impl<W: Write + Seek> Writer<W> {
    /// Begins a container.
    ///
    /// # Errors
    /// Writing fails.
    pub fn new(to: W) -> Result<Self, ContainerProblem> {
        let mut zip = ZipWriter::new(to);
        zip.start_file("mimetype", options(CompressionMethod::Stored)).map_err(|e| broken(&e))?;
        zip.write_all(MEDIA_TYPE.as_bytes()).map_err(|e| io(&e))?;
        Ok(Self { zip, files: Vec::new(), seen: BTreeSet::new(), signatures: 0 })
    }

    /// Adds a file, and refuses other bytes than those of its entry.
    ///
    /// # Errors
    /// Its name may not stand in a container, or does already; its bytes are not those that the entry names
    /// ([`ContainerProblem::Changed`]): the container is of no use then. Reading or writing fails.
    pub fn add(&mut self, file: &Entry, mut from: impl Read, size: u64) -> Result<(), ContainerProblem> {
        name::checked(&file.name)?;
        if !self.seen.insert(file.name.to_lowercase()) {
            return Err(ContainerProblem::Twice(file.name.clone()));
        }
        // What could pass the limit of the older form is written in the newer one from the start.
        let large = size >= u64::from(u32::MAX);
        let options = options(method_for(&file.media_type)).large_file(large);
        self.zip.start_file(file.name.as_str(), options).map_err(|e| broken(&e))?;
        let (mut hash, mut written, mut buffer) = (Sha256::new(), 0u64, vec![0; 1 << 16]);
        loop {
            let read = from.read(&mut buffer).map_err(|e| io(&e))?;
            let Some(piece) = buffer.get(..read).filter(|piece| !piece.is_empty()) else { break };
            hash.update(piece);
            written = written.saturating_add(piece.len() as u64);
            if written > size {
                break;
            }
            self.zip.write_all(piece).map_err(|e| io(&e))?;
        }
        if written != size || Digest(hash.finalize().into()) != file.sha256 {
            return Err(ContainerProblem::Changed(file.name.clone()));
        }
        self.files.push(file.clone());
        Ok(())
    }

    /// Adds a signature; its files must have been added, with the digests that it names, and its number is the next one.
    ///
    /// # Errors
    /// Not so; or writing fails.
    pub fn sign(&mut self, signature: &Signature) -> Result<(), ContainerProblem> {
        let next = self.signatures.saturating_add(1);
        if signature.number != next {
            return Err(ContainerProblem::Number(signature.number));
        }
        let (part, _) = manifest::parts(next);
        let read = manifest::read(&part, &signature.manifest)?;
        fits(&read, next)?;
        for named in &read.files {
            let there = self.files.iter().find(|file| file.name == named.name);
            let there = there.ok_or_else(|| ContainerProblem::Missing(named.name.clone()))?;
            if there.sha256 != named.sha256 {
                return Err(ContainerProblem::Changed(named.name.clone()));
            }
        }
        self.signatures = next;
        put(&mut self.zip, signature, true)
    }

    /// Ends the container.
    ///
    /// # Errors
    /// Nobody signed it, or writing fails.
    pub fn finish(self) -> Result<W, ContainerProblem> {
        if self.signatures == 0 {
            return Err(ContainerProblem::NoSignature);
        }
        self.zip.finish().map_err(|e| broken(&e))
    }
}

fn fits(read: &manifest::Manifest, number: u32) -> Result<(), ContainerProblem> {
    let (part, signature) = manifest::parts(number);
    if read.signature == signature { Ok(()) } else { Err(ContainerProblem::Manifest(part)) }
}

fn put<W: Write + Seek>(
    zip: &mut ZipWriter<W>,
    signature: &Signature,
    with_manifest: bool,
) -> Result<(), ContainerProblem> {
    let (manifest, cms) = manifest::parts(signature.number);
    let manifest = (manifest, &signature.manifest, CompressionMethod::Deflated);
    let cms = (cms, &signature.signature, CompressionMethod::Stored);
    for (name, bytes, method) in with_manifest.then_some(manifest).into_iter().chain([cms]) {
        zip.start_file(name, options(method)).map_err(|e| broken(&e))?;
        zip.write_all(bytes).map_err(|e| io(&e))?;
    }
    Ok(())
}

/// Writes a container anew with one signature more, or with one replaced by the same with a time stamp in it. Everything
/// else is copied as it lies in the archive.
///
/// # Errors
/// What is read is no container, or writing fails; a number that is neither the next nor there with this very manifest.
pub fn add_signature<R: Read + Seek, W: Write + Seek>(
    from: R,
    to: W,
    signature: &Signature,
) -> Result<W, ContainerProblem> {
    let mut archive = Archive::open(from)?;
    let names = archive.names();
    let (manifest, cms) = manifest::parts(signature.number);
    let read = manifest::read(&manifest, &signature.manifest)?;
    fits(&read, signature.number)?;
    let replaces = names.contains(&cms) || names.contains(&manifest);
    if replaces && archive.meta(&manifest)? != signature.manifest {
        return Err(ContainerProblem::Number(signature.number));
    }
    let previous = signature.number.checked_sub(1).ok_or(ContainerProblem::Number(0))?;
    if !replaces && previous > 0 && !names.contains(&manifest::parts(previous).0) {
        return Err(ContainerProblem::Number(signature.number));
    }
    if let Some(missing) = read.files.iter().find(|file| !names.contains(&file.name)) {
        return Err(ContainerProblem::Missing(missing.name.clone()));
    }
    let mut zip = archive.into_zip();
    let mut written = ZipWriter::new(to);
    for index in 0..zip.len() {
        let part = zip.by_index_raw(index).map_err(|e| broken(&e))?;
        if part.name_raw() != cms.as_bytes() {
            written.raw_copy_file(part).map_err(|e| broken(&e))?;
        }
    }
    put(&mut written, signature, !replaces)?;
    written.finish().map_err(|e| broken(&e))
}
