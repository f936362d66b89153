//! Reads separated text: finds the encoding and the delimiter, keeps the row numbers a person sees.

use csv::{ByteRecord, ReaderBuilder};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use crate::problem::{Notice, NoticeCode, Place, ReadProblem, Why};
use crate::text::is_empty;
use crate::workbook::{CellKind, CellView, FileFacts, SheetHead, Sink};

pub(super) fn read(bytes: &[u8], mut file: FileFacts, sink: &mut dyn Sink) -> Result<(), ReadProblem> {
    let (text, encoding, notices) = decode(bytes);
    if let Some(at) = text.find('\0') {
        let line = text.get(..at).map_or(0, |before| before.matches('\n').count());
        let row = u32::try_from(line).unwrap_or(0) + 1;
        let place = Place { sheet: Some(file.name), row: Some(row), column: None };
        return Err(ReadProblem::at(place, Why::NulInText));
    }
    let delimiter = delimiter(&text);
    let name = file.name.clone();
    file.encoding = Some(encoding.name().to_owned());
    file.delimiter = Some(char::from(delimiter));
    sink.file(file)?;
    for notice in notices {
        sink.notice(notice)?;
    }
    if text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        let code = NoticeCode::QuoteNotClosed;
        sink.notice(Notice { code, place: Place::sheet(&name), detail: String::new() })?;
    }
    sink.sheet(SheetHead::named(&name))?;
    let rows = records(&text, delimiter, &name, sink)?;
    sink.end_sheet(rows)
}

fn records(text: &str, delimiter: u8, name: &str, sink: &mut dyn Sink) -> Result<u32, ReadProblem> {
    let mut reader = reader(text, delimiter);
    let mut record = ByteRecord::new();
    let mut row = 0_u32;
    loop {
        let from = usize::try_from(reader.position().byte()).unwrap_or(usize::MAX);
        let more = reader.read_byte_record(&mut record).map_err(|error| {
            let place = Place { sheet: Some(name.to_owned()), row: Some(row + 1), column: None };
            ReadProblem::at(place, Why::BrokenWorkbook { reason: error.to_string() })
        })?;
        // The csv reader steps over empty lines; the person's row numbers count them.
        row = row.saturating_add(empty_lines(text.as_bytes(), from));
        if !more {
            return Ok(row);
        }
        row = row.saturating_add(1);
        for (column, field) in (1_u32..).zip(record.iter()) {
            let text = str::from_utf8(field).unwrap_or_default();
            if is_empty(text) {
                continue;
            }
            sink.cell(CellView { row, column, kind: CellKind::Text, text, formula: None })?;
        }
    }
}

/// Counts line ends from a record's end up to the next record.
fn empty_lines(bytes: &[u8], from: usize) -> u32 {
    let before = from.checked_sub(1).and_then(|at| bytes.get(at));
    let mut rest = bytes.get(from..).unwrap_or_default();
    // The line feed of a CR LF still belongs to the record before.
    if before == Some(&b'\r') && rest.first() == Some(&b'\n') {
        rest = rest.get(1..).unwrap_or_default();
    }
    let mut count = 0;
    let mut bytes = rest.iter().peekable();
    while let Some(byte) = bytes.next_if(|byte| matches!(byte, b'\r' | b'\n')) {
        if *byte == b'\r' {
            bytes.next_if(|byte| **byte == b'\n');
        }
        count += 1;
    }
    count
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

/// The delimiter that cuts most of the first records into the same number of fields.
fn delimiter(text: &str) -> u8 {
    let score = |delimiter: u8| {
        let mut widths = std::collections::BTreeMap::<usize, usize>::new();
        let mut records = 0;
        for record in reader(text, delimiter).into_byte_records().take(64).flatten() {
            records += 1;
            *widths.entry(record.len()).or_default() += 1;
        }
        let best = widths.iter().filter(|(width, _)| **width > 1).max_by_key(|(width, n)| (**n, **width));
        best.map_or(0, |(width, n)| n * 1000 / records.max(1) + (*width).min(40))
    };
    [b',', b';', b'\t', b'|'].into_iter().rev().max_by_key(|d| score(*d)).unwrap_or(b',')
}

/// Decodes by byte order mark, then as UTF-8, then by a guess that is said.
fn decode(bytes: &[u8]) -> (String, &'static Encoding, Vec<Notice>) {
    let note = |code, detail: &str| Notice { code, place: Place::default(), detail: detail.to_owned() };
    let mut notices = Vec::new();
    let encoding = if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        encoding
    } else if let Some(encoding) = wide_without_mark(bytes) {
        notices.push(note(NoticeCode::EncodingGuessed, encoding.name()));
        encoding
    } else if str::from_utf8(bytes).is_ok() {
        UTF_8
    } else {
        let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
        detector.feed(bytes, true);
        let guess = detector.guess(None, chardetng::Utf8Detection::Allow);
        notices.push(note(NoticeCode::EncodingGuessed, guess.name()));
        guess
    };
    let (text, encoding, replaced) = encoding.decode(bytes);
    if replaced {
        notices.push(note(NoticeCode::BytesReplaced, encoding.name()));
    }
    (text.into_owned(), encoding, notices)
}

/// UTF-16 without its mark: nearly every second byte of Western text is zero, always on the same side.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..4096).unwrap_or(bytes);
    let pairs = sample.len() / 2;
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    match pairs {
        0..4 => None,
        _ if odd * 10 >= pairs * 7 && even * 10 <= pairs => Some(UTF_16LE),
        _ if even * 10 >= pairs * 7 && odd * 10 <= pairs => Some(UTF_16BE),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_keep_the_row_numbers_a_person_sees() {
        assert_eq!(
            empty_lines(b"a\r\n\r\n\r\nb", 2),
            2,
            "the line feed of the record's own CR LF is not a row"
        );
        assert_eq!(empty_lines(b"a\r\rb", 2), 1, "lone carriage returns end lines too");
        assert_eq!(empty_lines(b"a\nb", 2), 0, "no empty line between two records");
    }

    #[test]
    fn the_delimiter_is_the_one_that_cuts_evenly() {
        assert_eq!(delimiter("a;b;c\n1,5;2;3\n4;5,0;6\n"), b';', "decimal commas do not make columns");
        assert_eq!(delimiter("a,b\n\"x;y\",c\n"), b',', "marks inside quotes do not count");
        assert_eq!(delimiter("a\tb\n1\t2\n"), b'\t', "tabs");
        assert_eq!(delimiter("one column\nonly\n"), b',', "without any delimiter the usual one stands");
    }
}
