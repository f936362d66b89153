//! Any bytes: a workbook within the limits whose every cell is where it says and whose every row is accounted for, or
//! the reason why there is none.
//!
//! Changed bytes of an archive hardly ever get past its checksums. An input that starts with one of the bytes below
//! is therefore the content of one part; the rest of the workbook around it is whole.
#![no_main]

use std::fs;
use std::io::{Cursor, Write};
use std::path::PathBuf;
use std::sync::LazyLock;

use evidence::ids::KnownIds;
use evidence::mapping::Mapping;
use evidence::{Limits, claims, letters, number_of_letters, reader, table};
use libfuzzer_sys::fuzz_target;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Which part of a workbook an input stands for, by its first byte. `seeds.py` writes inputs of this form.
const PARTS: [&str; 7] = [
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/sharedStrings.xml",
    "xl/styles.xml",
    "content.xml",
    "META-INF/manifest.xml",
];

/// The parts of a small workbook that is read without a word.
const WHOLE: [(&str, &str); 5] = [
    (
        "xl/workbook.xml",
        r#"<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>"#,
    ),
    (
        "xl/_rels/workbook.xml.rels",
        r#"<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#,
    ),
    (
        "xl/worksheets/sheet1.xml",
        r#"<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>45000</v></c></row></sheetData></worksheet>"#,
    ),
    ("xl/sharedStrings.xml", "<sst><si><t>CR 1.1</t></si></sst>"),
    ("xl/styles.xml", r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#),
];

/// A file in the folder for temporary files: the reader takes a path. `TMPDIR` puts it into memory.
static FILE: LazyLock<PathBuf> = LazyLock::new(|| {
    // Readers of foreign formats may panic, and that is caught; our own lines may not.
    std::panic::set_hook(Box::new(|panic| {
        let ours = panic.location().is_some_and(|at| {
            let file = at.file().replace('\\', "/");
            file.contains("evidence/src/") || file.contains("fuzz_targets/")
        });
        if ours {
            eprintln!("{panic}");
            std::process::abort();
        }
    }));
    std::env::temp_dir().join(format!("evidence-fuzz-reader-{}", std::process::id()))
});

fuzz_target!(|bytes: &[u8]| {
    let path = &*FILE;
    let limits = Limits {
        file_bytes: 1 << 20,
        unpacked_bytes: 4 << 20,
        sheets: 8,
        cells: 5_000,
        cell_text: 2_000,
        text_bytes: 1 << 20,
        ..Limits::default()
    };
    let part = bytes.split_first().and_then(|(first, rest)| Some((*PARTS.get(usize::from(*first))?, rest)));
    match part {
        Some((name, content)) => fs::write(path, around(name, content)),
        None => fs::write(path, bytes),
    }
    .expect("the folder for temporary files takes a file");
    match reader::read(path, &limits) {
        Ok(book) => {
            check(&book, &limits);
            account(&book);
        }
        Err(problem) => {
            assert!(!problem.file.is_empty(), "a refusal names the file");
            assert!(!problem.to_string().is_empty() && !problem.why.id().is_empty(), "and can be shown");
        }
    }
});

fn check(book: &evidence::Workbook, limits: &Limits) {
    assert!(!book.sheets.is_empty(), "a workbook without a sheet is refused");
    assert!(book.sheets.len() <= limits.sheets, "the limit of sheets is held");
    let cells: usize = book.sheets.iter().map(evidence::Sheet::cell_count).sum();
    assert!(cells as u64 <= limits.cells, "the limit of cells is held");
    for sheet in &book.sheets {
        let mut before = (0, 0);
        for cell in sheet.rows().flat_map(|row| row.cells()) {
            let place = (cell.row, cell.column);
            assert!(place > before, "cells come in reading order, each once: {place:?} after {before:?}");
            before = place;
            assert!(cell.row <= sheet.row_count(), "no cell lies below the last row");
            assert!(cell.column <= sheet.column_count(), "or beyond the last column");
            assert!(cell.text.encode_utf16().count() <= limits.cell_text, "the limit of a text is held");
            assert!(!cell.text.contains('\0'), "no text holds a NUL");
            assert_eq!(sheet.cell(cell.row, cell.column), Some(cell), "a cell is found where it says it is");
            if cell.column <= 16_384 {
                assert_eq!(number_of_letters(&letters(cell.column)), Some(cell.column), "and by its letters");
            }
        }
    }
}

/// Merged areas, formulas and dates reach the mapper only from here.
fn account(book: &evidence::Workbook) {
    let known = KnownIds::new(["CR 1.1", "CR 1.1 RE(1)", "CR 1.2", "CR 1.3"]);
    for guess in table::rank(book, &known) {
        // Without an id column there is nothing to account for.
        if let Ok(imported) = claims::map(book, &Mapping::guess(&guess), &known) {
            let ledger = &imported.ledger;
            assert_eq!(ledger.totals().sum(), u64::from(ledger.row_count), "the totals add up to the rows");
        }
    }
}

/// The small workbook with one part replaced.
fn around(name: &str, content: &[u8]) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let ods = name == "content.xml" || name.starts_with("META-INF");
    let others = WHOLE.iter().filter(|(other, _)| !ods && *other != name);
    let all = others.map(|(name, text)| (*name, text.as_bytes())).chain([(name, content)]);
    for (name, content) in all {
        archive.start_file(name, SimpleFileOptions::default()).expect("a part can be begun");
        archive.write_all(content).expect("and written");
    }
    archive.finish().expect("an archive in memory can be closed").into_inner()
}
