//! Looks into an archive before any reader trusts it: names, sizes that are really there, and what the
//! cell readers do not tell (merged areas, notes, links, attachments, macros).

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;
use zip::result::ZipError;

use crate::Limits;
use crate::problem::{Notice, NoticeCode, Place, ReadProblem, Why};
use crate::workbook::{Format, Merge, number_of_letters};

/// Merged areas, links and the like stand behind the cells: this much of a sheet part's end is kept.
const TAIL: usize = 4 << 20;
/// Below this size a part's ratio means nothing.
const SMALL_PART: u64 = 1 << 20;

/// What an archive holds, beside the cells.
pub(super) struct Parts {
    pub(super) format: Format,
    /// What stands behind the cells of each sheet part, by part name; `None` when it is too long to keep.
    tails: BTreeMap<String, Option<Tail>>,
    attachments: Vec<(String, u64)>,
    notes: usize,
    macros: bool,
}

/// What stands behind the cells of one sheet.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Tail {
    pub(super) merges: Vec<Merge>,
    pub(super) links: usize,
}

impl Parts {
    /// What a person should know of the archive as a whole.
    pub(super) fn notices(&self) -> Vec<Notice> {
        let of = |code, detail: String| Notice { code, place: Place::default(), detail };
        let mut all = Vec::new();
        if self.macros {
            all.push(of(NoticeCode::MacrosNotRun, String::new()));
        }
        if self.notes > 0 {
            all.push(of(NoticeCode::NotesNotRead, self.notes.to_string()));
        }
        for (name, size) in &self.attachments {
            all.push(of(NoticeCode::AttachmentNotOpened, format!("{name} ({size} bytes)")));
        }
        if matches!(self.format, Format::Ods | Format::Xlsb) {
            let format = if self.format == Format::Ods { "ods" } else { "xlsb" };
            all.push(of(NoticeCode::FormatLimits, format.into()));
        }
        all
    }

    /// What stands behind the cells of the sheet part; the outer `None` when there is no such part.
    pub(super) fn tail(&self, part: &str) -> Option<Option<&Tail>> {
        self.tails.get(part).map(Option::as_ref)
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
        Parts { format, tails: BTreeMap::new(), attachments: Vec::new(), notes: 0, macros: false };
    let mut total = 0;
    for (index, name) in names.iter().enumerate() {
        let lower = name.to_ascii_lowercase();
        let is_sheet = lower.contains("/worksheets/") && lower.ends_with(".xml");
        let keep = if is_sheet { TAIL } else { 0 };
        let (size, tail) = unpack(&mut archive, index, name, keep, &mut total, limits)?;
        if is_sheet {
            parts.tails.insert(name.clone(), read_tail(&tail, size as usize > tail.len()));
        }
        if lower.contains("/embeddings/") && size > 0 {
            parts.attachments.push((name.clone(), size));
        }
        let note = lower.contains("/comments") || lower.contains("/threadedcomments");
        parts.notes += usize::from(note && lower.ends_with(".xml"));
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

/// Counts what really comes out of a part and keeps its last bytes.
fn unpack(
    archive: &mut ZipArchive<Cursor<&[u8]>>,
    index: usize,
    name: &str,
    keep: usize,
    total: &mut u64,
    limits: &Limits,
) -> Result<(u64, Vec<u8>), ReadProblem> {
    let bomb = |limit| ReadProblem::new(Why::Bomb { part: name.to_owned(), limit });
    let mut part = archive.by_index(index).map_err(broken)?;
    let packed = part.compressed_size().max(1);
    let mut buffer = vec![0; 64 << 10];
    let mut tail = Vec::new();
    let mut size = 0_u64;
    loop {
        let n = part
            .read(&mut buffer)
            .map_err(|error| ReadProblem::new(Why::BrokenArchive { reason: format!("{name}: {error}") }))?;
        if n == 0 {
            return Ok((size, tail));
        }
        size += n as u64;
        *total += n as u64;
        if *total > limits.unpacked_bytes {
            return Err(bomb(limits.unpacked_bytes));
        }
        if size > SMALL_PART && size / packed > limits.part_ratio {
            return Err(bomb(limits.part_ratio));
        }
        if keep > 0 {
            // Dropping only when the buffer has doubled keeps the copying linear.
            if tail.len() > 2 * keep {
                tail.drain(..tail.len() - keep);
            }
            tail.extend_from_slice(buffer.get(..n).unwrap_or_default());
        }
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

/// Reads what stands behind the cells; `None` when the kept end does not reach back to them.
fn read_tail(kept: &[u8], cut: bool) -> Option<Tail> {
    let marker = b"sheetData>";
    let from = kept.windows(marker.len()).rposition(|window| window == marker);
    let text = match from {
        Some(at) => kept.get(at + marker.len()..)?,
        None if cut => return None,
        None => kept,
    };
    let mut reader = Reader::from_reader(text);
    reader.config_mut().check_end_names = false;
    let mut tail = Tail::default();
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element) | Event::Empty(element)) => match element.local_name().as_ref() {
                "mergeCell" => {
                    let area = element.attributes().flatten().find(|a| a.key.as_ref() == "ref");
                    tail.merges.extend(area.and_then(|area| merge(&area.value)));
                }
                "hyperlink" => tail.links += 1,
                _ => {}
            },
            Ok(Event::Eof) | Err(_) => return Some(tail),
            Ok(_) => {}
        }
    }
}

/// Reads `A1:C3`.
fn merge(area: &str) -> Option<Merge> {
    let (first, last) = area.split_once(':')?;
    let (top, left) = address(first)?;
    let (bottom, right) = address(last)?;
    Some(Merge {
        top: top.min(bottom),
        left: left.min(right),
        bottom: bottom.max(top),
        right: right.max(left),
    })
}

/// Row and column of an address such as `$B$7`, both from 1.
pub(super) fn address(text: &str) -> Option<(u32, u32)> {
    let plain = text.replace('$', "");
    let digits = plain.find(|c: char| c.is_ascii_digit())?;
    let (column, row) = plain.split_at_checked(digits)?;
    Some((row.parse().ok().filter(|row| *row > 0)?, number_of_letters(column)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_sheet_tells_its_merged_areas_and_links() {
        let xml =
            b"<c/></sheetData><mergeCells count=\"2\"><mergeCell ref=\"A1:B2\"/><x:mergeCell ref=\"C7:C5\"/>\
            </mergeCells><hyperlinks><hyperlink ref=\"A1\"/></hyperlinks></worksheet>";
        let tail = read_tail(xml, true).unwrap();
        assert_eq!(tail.merges[0], Merge { top: 1, left: 1, bottom: 2, right: 2 }, "A1:B2");
        assert_eq!(tail.merges[1], Merge { top: 5, left: 3, bottom: 7, right: 3 }, "corners may be swapped");
        assert_eq!(tail.links, 1, "a cell link is counted");
        assert_eq!(read_tail(b"<c/><c/>", true), None, "an end that does not reach the cells knows nothing");
    }
}
