//! Reads a workbook of any supported kind, chosen by its content and never by its name.
//!
//! [`read`] works in this process. A file from someone else is read by [`crate::child::read`] instead:
//! a hostile workbook can make a reader ask for more memory than the machine has, which ends the process.

mod archive;
mod cells;
mod formula;
mod gate;
mod parts;
mod separated;
mod skim;

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use trail::Digest;

pub use formula::{Link, link};
pub(crate) use gate::Gate;

use crate::Limits;
use crate::problem::{ReadProblem, Why};
use crate::workbook::{Builder, FileFacts, Format, Sink, Workbook};

/// Reads the whole workbook in this process.
///
/// # Errors
/// A [`ReadProblem`] when nothing of the file may be used; whatever merely deserves a word is in
/// [`Workbook::notices`].
pub fn read(path: &Path, limits: &Limits) -> Result<Workbook, ReadProblem> {
    let mut builder = Builder::default();
    read_into(path, limits, &mut builder)?;
    builder.finish().map_err(|problem| problem.of_file(&name_of(path)))
}

/// Reads into any sink; limits are held here, whatever the sink does.
pub(crate) fn read_into(path: &Path, limits: &Limits, sink: &mut dyn Sink) -> Result<(), ReadProblem> {
    let name = name_of(path);
    let mut gate = Gate::new(limits, sink);
    // Readers of foreign formats can panic on hostile bytes; that is a refusal, not the end of the program.
    catch_unwind(AssertUnwindSafe(|| read_bytes(path, &name, limits, &mut gate)))
        .unwrap_or_else(|_| {
            Err(ReadProblem::new(Why::BrokenWorkbook { reason: "the reader gave up".into() }))
        })
        .map_err(|problem| problem.of_file(&name))
}

/// One embedded file or image, after the same checks as for reading.
pub(crate) fn embedded(path: &Path, name: &str, limits: &Limits) -> Result<Vec<u8>, ReadProblem> {
    let read = || {
        let bytes = load(path, limits)?;
        let none = || ReadProblem::new(Why::NoSuchPart { part: name.to_owned() });
        match recognise(&bytes)? {
            Kind::Archive => archive::embedded(&bytes, name, limits)?.ok_or_else(none),
            _ => Err(none()),
        }
    };
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| {
        Err(ReadProblem::new(Why::BrokenWorkbook { reason: "the reader gave up".into() }))
    })
}

pub(crate) fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned()
}

fn read_bytes(path: &Path, name: &str, limits: &Limits, gate: &mut Gate<'_>) -> Result<(), ReadProblem> {
    // Everything is judged on the same bytes, read once: a file cannot change between check and use.
    let bytes = load(path, limits)?;
    let kind = recognise(&bytes)?;
    let mut file = FileFacts {
        name: name.to_owned(),
        sha256: Digest::of(&bytes),
        size: bytes.len() as u64,
        format: Format::Text,
        encoding: None,
        delimiter: None,
    };
    match kind {
        Kind::Archive => {
            let parts = archive::inspect(&bytes, limits)?;
            file.format = parts.format;
            gate.file(file)?;
            let (format, notices) = (parts.format, parts.notices());
            let mut found = match format {
                Format::Ods => parts::ods(&bytes, parts),
                Format::Xlsb => parts::xlsb(parts),
                _ => parts::xlsx(&bytes, parts),
            };
            for notice in notices.into_iter().chain(std::mem::take(&mut found.notices)) {
                gate.notice(notice)?;
            }
            for embedded in std::mem::take(&mut found.embedded) {
                gate.embedded(embedded)?;
            }
            match format {
                Format::Ods => cells::ods(&bytes, &mut found, limits, gate),
                Format::Xlsb => cells::xlsb(&bytes, limits, gate),
                _ => cells::xlsx(&bytes, &mut found, limits, gate),
            }
        }
        Kind::Compound => {
            file.format = Format::Xls;
            gate.file(file)?;
            cells::xls(&bytes, limits, gate)
        }
        Kind::Text => separated::read(&bytes, file, gate),
    }
}

fn load(path: &Path, limits: &Limits) -> Result<Vec<u8>, ReadProblem> {
    let unreadable = |error: std::io::Error| ReadProblem::new(Why::Unreadable { reason: error.to_string() });
    let file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if !about.is_file() {
        return Err(ReadProblem::new(Why::Unreadable { reason: "not a file".into() }));
    }
    let limit = limits.file_bytes;
    if about.len() > limit {
        return Err(ReadProblem::new(Why::FileTooLarge { bytes: about.len(), limit }));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0));
    file.take(limit.saturating_add(1)).read_to_end(&mut bytes).map_err(unreadable)?;
    if bytes.len() as u64 > limit {
        return Err(ReadProblem::new(Why::FileTooLarge { bytes: bytes.len() as u64, limit }));
    }
    Ok(bytes)
}

enum Kind {
    Archive,
    Compound,
    Text,
}

/// The first bytes say what a file is; its extension may lie.
fn recognise(bytes: &[u8]) -> Result<Kind, ReadProblem> {
    if bytes.is_empty() {
        return Err(ReadProblem::new(Why::Empty));
    }
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Archive);
    }
    if bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]) {
        // Office wraps an encrypted workbook in a compound file with this stream (MS-OFFCRYPTO 2.3.4.4).
        return if holds(bytes, &wide("EncryptedPackage")) {
            Err(ReadProblem::new(Why::Encrypted))
        } else if holds(bytes, &wide("Workbook")) || holds(bytes, &wide("Book")) {
            Ok(Kind::Compound)
        } else {
            Err(unknown("a document of another program"))
        };
    }
    let other = [
        (&b"%PDF"[..], "a PDF"),
        (b"{\\rtf", "a rich text document"),
        (b"\x89PNG", "an image"),
        (b"\xff\xd8\xff", "an image"),
        (b"GIF8", "an image"),
        (b"Rar!", "an archive"),
        (b"7z\xbc\xaf", "an archive"),
        (b"\x1f\x8b", "an archive"),
        (b"SQLite format 3\0", "a database"),
        (b"\x7fELF", "a program"),
        (b"MZ", "a program"),
    ];
    if let Some((_, what)) = other.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(unknown(what));
    }
    let start: Vec<u8> = bytes
        .iter()
        .copied()
        .skip_while(|byte| byte.is_ascii_whitespace() || [0xef, 0xbb, 0xbf].contains(byte))
        .take(5)
        .map(|byte| byte.to_ascii_lowercase())
        .collect();
    if [&b"<html"[..], b"<?xml", b"<!doc", b"<tabl", b"{\"", b"[{"].iter().any(|s| start.starts_with(s)) {
        return Err(unknown("a web page, XML or JSON"));
    }
    Ok(Kind::Text)
}

fn unknown(looks_like: &str) -> ReadProblem {
    ReadProblem::new(Why::UnknownType { looks_like: looks_like.to_owned() })
}

fn wide(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

pub(crate) fn holds(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len().max(1)).any(|window| window == wanted)
}
