//! What is in a container, and whether all of it is covered.

use std::collections::BTreeMap;
use std::io::{Read, Seek};

use super::archive::Archive;
use super::manifest::{self, Manifest};
use super::{ContainerProblem, Entry, Limits, Signature, name};

/// A container in which every file is named in a manifest, with its digest, and every manifest has its signature.
/// Whether the signatures hold is asked of each one: [`Signature::answer`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Container {
    /// The files, in the order of the archive.
    pub files: Vec<Entry>,
    /// The signatures, in the order of their manifests' names.
    pub signatures: Vec<Covering>,
    /// Parts of `META-INF` that are of other kinds, and were not checked.
    pub not_checked: Vec<String>,
}

/// A signature, and the files it is over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Covering {
    /// The manifest and the signature over it.
    pub signature: Signature,
    /// The names of the files it is over.
    pub files: Vec<String>,
    /// The names of the files in the container that it is *not* over.
    pub left_out: Vec<String>,
}

/// Reads a container: everything that `docs/formats/container.md` lists, but for the signatures' four answers.
///
/// # Errors
/// The first thing that is wrong, with the part it is in.
pub fn check<R: Read + Seek>(from: R, limits: &Limits) -> Result<Container, ContainerProblem> {
    let mut archive = Archive::open(from)?;
    let (meta, names): (Vec<_>, Vec<_>) =
        archive.names().into_iter().partition(|name| name.starts_with(name::META_INF));
    let (manifests, mut signatures, not_checked) = sorted(&mut archive, meta)?;
    if manifests.is_empty() && signatures.is_empty() {
        return Err(ContainerProblem::NoSignature);
    }
    let mut files = Vec::new();
    let mut left = limits.unpacked;
    for name in &names {
        let (sha256, size) = archive.digest(name, left)?;
        left = left.saturating_sub(size);
        files.push(Entry { name: name.clone(), media_type: String::new(), sha256 });
    }
    let mut found = Vec::new();
    for (number, (at, bytes, manifest)) in (1u32..).zip(manifests) {
        let signature =
            signatures.remove(&manifest.signature).ok_or_else(|| ContainerProblem::Alone(at.clone()))?;
        let number = number_of(&at).unwrap_or(number);
        found.push(covering(Signature { number, manifest: bytes, signature }, manifest, &mut files)?);
    }
    if let Some((alone, _)) = signatures.into_iter().next() {
        return Err(ContainerProblem::Alone(alone));
    }
    let is_covered = |name: &String| found.iter().any(|one| one.files.contains(name));
    if let Some(bare) = names.iter().find(|name| !is_covered(name)) {
        return Err(ContainerProblem::NotCovered(bare.clone()));
    }
    Ok(Container { files, signatures: found, not_checked })
}

type Sorted = (Vec<(String, Vec<u8>, Manifest)>, BTreeMap<String, Vec<u8>>, Vec<String>);

/// Manifests, signatures by their part, and the names of everything else in `META-INF`.
fn sorted<R: Read + Seek>(archive: &mut Archive<R>, meta: Vec<String>) -> Result<Sorted, ContainerProblem> {
    let (mut manifests, mut signatures, mut others) = (Vec::new(), BTreeMap::new(), Vec::new());
    for name in meta {
        let lower = name.to_lowercase();
        if lower.starts_with("meta-inf/asicmanifest") && lower.ends_with(".xml") {
            let bytes = archive.meta(&name)?;
            let read = manifest::read(&name, &bytes)?;
            manifests.push((name, bytes, read));
        } else if lower.contains("signature") && lower.ends_with(".p7s") {
            let bytes = archive.meta(&name)?;
            signatures.insert(name, bytes);
        } else {
            others.push(name);
        }
    }
    manifests.sort_by(|one, other| one.0.cmp(&other.0));
    Ok((manifests, signatures, others))
}

fn number_of(part: &str) -> Option<u32> {
    let digits: String = part.chars().filter(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Compares a manifest with the files that are there.
fn covering(
    signature: Signature,
    manifest: Manifest,
    files: &mut [Entry],
) -> Result<Covering, ContainerProblem> {
    let mut covered = Vec::new();
    for named in manifest.files {
        let there = files.iter_mut().find(|file| file.name == named.name);
        let there = there.ok_or_else(|| ContainerProblem::Missing(named.name.clone()))?;
        if there.sha256 != named.sha256 {
            return Err(ContainerProblem::Changed(named.name));
        }
        if there.media_type.is_empty() {
            there.media_type = named.media_type;
        }
        covered.push(named.name);
    }
    let names = files.iter().map(|file| &file.name);
    let left_out = names.filter(|name| !covered.contains(name)).cloned().collect();
    Ok(Covering { signature, files: covered, left_out })
}
