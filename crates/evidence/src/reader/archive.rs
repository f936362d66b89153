//! Looks into an archive before any reader trusts it: names, sizes that are really there, and the parts
//! that are named and not opened (attachments, images, macros).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use trail::Digest;
use zip::ZipArchive;
use zip::result::ZipError;

use super::skim::Skim;
use crate::Limits;
use crate::problem::{Notice, NoticeCode, Place, ReadProblem, Why};
use crate::workbook::{Embedded, EmbeddedKind, Format, LAST_ROW, number_of_letters};

/// Below this size a part's ratio means nothing.
const SMALL_PART: u64 = 1 << 20;

/// What an archive holds, beside the cells.
pub(super) struct Parts {
    pub(super) format: Format,
    /// Files and images, hashed and not opened; which sheets they belong to is found out later.
    pub(super) embedded: Vec<Embedded>,
    /// Names of the parts that hold comments.
    pub(super) notes: Vec<String>,
    /// What stands around the cells of each sheet part, by name in lower case.
    pub(super) sheets: BTreeMap<String, Vec<u8>>,
    macros: bool,
}

impl Parts {
    /// What a person should know of the archive as a whole.
    pub(super) fn notices(&self) -> Vec<Notice> {
        let of = |code, detail: String| Notice { code, place: Place::default(), detail };
        let mut all = Vec::new();
        if self.macros {
            all.push(of(NoticeCode::MacrosNotRun, String::new()));
        }
        if matches!(self.format, Format::Ods | Format::Xlsb) {
            let format = if self.format == Format::Ods { "ods" } else { "xlsb" };
            all.push(of(NoticeCode::FormatLimits, format.into()));
        }
        all
    }
}

/// Unpacks every part once, counting, and refuses what no honest workbook contains.
pub(super) fn inspect(bytes: &[u8], limits: &Limits) -> Result<Parts, ReadProblem> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    refuse_twins(bytes, &archive)?;
    let names: Vec<String> =
        archive.file_names_raw().map(|name| String::from_utf8_lossy(name).into_owned()).collect();
    let format = format_of(&names)?;
    let mut parts =
        Parts { format, embedded: Vec::new(), notes: Vec::new(), sheets: BTreeMap::new(), macros: false };
    let mut total = 0;
    for (index, name) in names.iter().enumerate() {
        let lower = name.to_ascii_lowercase().replace('\\', "/");
        let kind = embedded_kind(&lower);
        if let Some(kind) = kind {
            let mut bytes = Vec::new();
            let mut keep = |piece: &[u8]| bytes.extend_from_slice(piece);
            let size = unpack(&mut archive, index, name, &mut keep, &mut total, limits)?;
            let (name, sha256) = (name.replace('\\', "/"), Digest::of(&bytes));
            parts.embedded.push(Embedded { name, kind, size, sha256, sheets: Vec::new() });
        } else if format == Format::Xlsx && lower.contains("worksheets/") && lower.ends_with(".xml") {
            let mut skim = Skim::default();
            unpack(&mut archive, index, name, &mut |piece| skim.push(piece), &mut total, limits)?;
            parts.sheets.insert(lower.trim_start_matches('/').to_owned(), skim.finish());
        } else {
            unpack(&mut archive, index, name, &mut |_| {}, &mut total, limits)?;
        }
        let note = lower.contains("/comments") || lower.contains("/threadedcomments");
        if note && (lower.ends_with(".xml") || lower.ends_with(".bin")) {
            parts.notes.push(lower.clone());
        }
        parts.macros |= lower.ends_with("vbaproject.bin");
        if lower == "meta-inf/manifest.xml" && encrypted_manifest(&mut archive, index) {
            return Err(ReadProblem::new(Why::Encrypted));
        }
    }
    if parts.macros && format == Format::Xlsx {
        parts.format = Format::Xlsm;
    }
    Ok(parts)
}

/// The bytes of the embedded part of that name; `None` where there is none. Every part is counted first.
pub(super) fn embedded(bytes: &[u8], name: &str, limits: &Limits) -> Result<Option<Vec<u8>>, ReadProblem> {
    let parts = inspect(bytes, limits)?;
    if !parts.embedded.iter().any(|part| part.name == name) {
        return Ok(None);
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let at = archive.file_names_raw().position(|raw| String::from_utf8_lossy(raw).replace('\\', "/") == name);
    let Some(at) = at else { return Ok(None) };
    let mut kept = Vec::new();
    unpack(&mut archive, at, name, &mut |piece| kept.extend_from_slice(piece), &mut 0, limits)?;
    Ok(Some(kept))
}

/// Which parts are named and hashed, by the folders that programs put them in.
fn embedded_kind(lower: &str) -> Option<EmbeddedKind> {
    let is_in = |folder: &str| lower.starts_with(folder) || lower.contains(&format!("/{folder}"));
    if lower.ends_with('/') {
        None
    } else if is_in("media/") || lower.starts_with("pictures/") {
        Some(EmbeddedKind::Image)
    } else if is_in("embeddings/") {
        Some(EmbeddedKind::File)
    } else {
        None
    }
}

fn broken(error: ZipError) -> ReadProblem {
    ReadProblem::new(match error {
        ZipError::UnsupportedArchive(text) if text.contains("assword") => Why::Encrypted,
        other => Why::BrokenArchive { reason: other.to_string() },
    })
}

fn format_of(names: &[String]) -> Result<Format, ReadProblem> {
    let has = |end: &str| names.iter().any(|name| name.to_ascii_lowercase().ends_with(end));
    if has("workbook.bin") {
        Ok(Format::Xlsb)
    } else if has("workbook.xml") {
        Ok(Format::Xlsx)
    } else if has("content.xml") {
        Ok(Format::Ods)
    } else if has("[content_types].xml") && !has("document.xml") && !has("presentation.xml") {
        Ok(Format::Xlsx)
    } else {
        Err(super::unknown("an archive without a workbook"))
    }
}

/// Two parts of one name, or of names that differ only by case or slashes, mean different things to
/// different programs (openpyxl and LibreOffice read one, calamine the other).
fn refuse_twins(bytes: &[u8], archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), ReadProblem> {
    let mut seen = BTreeSet::new();
    for name in directory_names(bytes, archive.central_directory_start()) {
        let name = String::from_utf8_lossy(name).into_owned();
        if !seen.insert(name.to_lowercase().replace('\\', "/")) {
            return Err(ReadProblem::new(Why::PartTwice { part: name }));
        }
    }
    if archive.has_duplicate_names() {
        return Err(ReadProblem::new(Why::PartTwice { part: String::new() }));
    }
    Ok(())
}

/// The names of the central directory, doubles included (PKWARE APPNOTE 4.3.12).
fn directory_names(bytes: &[u8], start: u64) -> Vec<&[u8]> {
    let mut names = Vec::new();
    let mut at = usize::try_from(start).unwrap_or(usize::MAX);
    while let Some(header) = bytes.get(at..).and_then(|rest| rest.first_chunk::<46>()) {
        if !header.starts_with(b"PK\x01\x02") {
            break;
        }
        let length = |n: usize| {
            usize::from(header.get(n).copied().unwrap_or(0))
                | usize::from(header.get(n + 1).copied().unwrap_or(0)) << 8
        };
        let end = at + 46 + length(28);
        names.extend(bytes.get(at + 46..end));
        at = end + length(30) + length(32);
    }
    names
}

/// Counts what really comes out of a part, and hands it on in pieces; gives its size.
fn unpack(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    name: &str,
    on: &mut dyn FnMut(&[u8]),
    total: &mut u64,
    limits: &Limits,
) -> Result<u64, ReadProblem> {
    let bomb = |limit| ReadProblem::new(Why::Bomb { part: name.to_owned(), limit });
    let mut part = archive.by_index(index).map_err(broken)?;
    let packed = part.compressed_size().max(1);
    let mut buffer = vec![0; 64 << 10];
    let mut size = 0_u64;
    loop {
        let n = part
            .read(&mut buffer)
            .map_err(|error| ReadProblem::new(Why::BrokenArchive { reason: format!("{name}: {error}") }))?;
        if n == 0 {
            return Ok(size);
        }
        size += n as u64;
        *total += n as u64;
        if *total > limits.unpacked_bytes {
            return Err(bomb(limits.unpacked_bytes));
        }
        if size > SMALL_PART && size / packed > limits.part_ratio {
            return Err(bomb(limits.part_ratio));
        }
        on(buffer.get(..n).unwrap_or_default());
    }
}

fn encrypted_manifest(archive: &mut ZipArchive<Cursor<&[u8]>>, index: usize) -> bool {
    let mut text = Vec::new();
    archive
        .by_index(index)
        .ok()
        .and_then(|part| part.take(1 << 20).read_to_end(&mut text).ok())
        .is_some_and(|_| super::holds(&text, b"encryption-data"))
}

/// Row and column of an address such as `$B$7`, both from 1 and on the sheet.
pub(super) fn address(text: &str) -> Option<(u32, u32)> {
    let plain = text.replace('$', "");
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = plain.split_at_checked(digits)?;
    Some((row.parse().ok().filter(|row| (1..=LAST_ROW).contains(row))?, number_of_letters(column)?))
}
