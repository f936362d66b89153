//! Any table of separated text: every row is in exactly one entry of the ledger, and no claim is without its row.
//!
//! The first bytes stand for words vendors use, so that changed bytes become tables and not noise.
#![no_main]

use std::fs;
use std::path::PathBuf;
use std::sync::LazyLock;

use evidence::answers::Role;
use evidence::claims::{self, Imported};
use evidence::ids::KnownIds;
use evidence::ledger::RowKind;
use evidence::mapping::Mapping;
use evidence::{Limits, Sheet, reader, table};
use libfuzzer_sys::fuzz_target;

/// What a byte below their number writes; any other byte writes itself.
const WORDS: [&str; 96] = [
    ",",
    ",",
    ",",
    "\n",
    "\n",
    ";",
    "\t",
    "|",
    "\r",
    "\r\n",
    "\"",
    "\n\n",
    " ",
    "\u{a0}",
    "\u{200b}",
    "\u{feff}",
    "ID",
    "Requirement ID",
    "Response",
    "Evidence",
    "Comment",
    "Verdict",
    "Assessor",
    "SL-C",
    "Role",
    "Component",
    "Anforderung",
    "Nachweis",
    "Exigence",
    "Preuve",
    "Status",
    "Date",
    "CR 1.1",
    "cr-1.2",
    "CR1.3",
    "CR 1.4\u{a0}",
    "CR 1.1 RE(1)",
    "CR 1.1RE1",
    "CR 1.1 + RE(1)",
    "CR 1.3–1.5",
    "CR 1.1, 1.2 and 1.3",
    "CR 9.9",
    "CR 1.1.2",
    "CR 01.1",
    "CR 7.8 (11.10.1)",
    "EDR 3.11 (13.6.3(1))",
    "SP.01.01BR",
    "SP01.02RE1",
    "SP.01",
    "SP.01.02",
    "FR 1",
    "FR 1 (5.3)",
    "SM-1",
    "SR-1",
    "SR-1.1",
    "SI-2",
    "AC-2",
    "SVV-3.5",
    "SR 5.1 E1",
    "CCSC 1",
    "1.1",
    "1.10",
    "4.2",
    "6",
    "R12",
    "Compliant",
    "Non compliant",
    "Partially compliant",
    "Not applicable",
    "Not assessed",
    "N/E",
    "NE",
    "Yes",
    "No",
    "Open",
    "x",
    "Konform",
    "Sans objet",
    "Erfüllt",
    "未確認",
    "3",
    "ML 2",
    "SL-C(2)",
    "both",
    "Integration",
    "maintenance",
    "Line 1",
    "MAN-01",
    "https://nordwerk.invalid/a",
    "=1+1",
    "CR",
    "RE",
    "(",
    ")",
    "-",
    ".",
];

static KNOWN: LazyLock<KnownIds> = LazyLock::new(|| {
    KnownIds::new([
        "CR 1.1",
        "CR 1.1 RE(1)",
        "CR 1.1 RE(2)",
        "CR 1.2",
        "CR 1.3",
        "CR 1.5",
        "CR 1.10",
        "CR 7.8",
        "EDR 3.11",
        "EDR 3.11 RE(1)",
        "SP.01.01 BR",
        "SP.01.02 RE(1)",
        "SM-1",
        "SR-1",
        "SI-2",
        "CCSC 1",
    ])
});

/// A file in the folder for temporary files: the reader takes a path. `TMPDIR` puts it into memory.
static FILE: LazyLock<PathBuf> =
    LazyLock::new(|| std::env::temp_dir().join(format!("evidence-fuzz-mapper-{}", std::process::id())));

fuzz_target!(|bytes: &[u8]| {
    let mut text = String::new();
    for byte in bytes {
        match WORDS.get(usize::from(*byte)) {
            Some(word) => text.push_str(word),
            None => text.push(char::from(*byte)),
        }
    }
    let path = &*FILE;
    fs::write(path, &text).expect("the folder for temporary files takes a file");
    let Ok(book) = reader::read(path, &Limits::default()) else {
        return;
    };
    let sheet = book.sheets.first().expect("a text is one sheet");
    let guesses = table::rank(&book, &KNOWN);
    assert!(guesses.len() <= 1, "one sheet is at most one table");
    for guess in &guesses {
        let mapping = Mapping::guess(guess);
        match claims::map(&book, &mapping, &KNOWN) {
            Ok(imported) => check(sheet, &mapping, &imported),
            Err(_) => {
                assert_eq!(mapping.columns_of(Role::Requirement).next(), None, "only an id column is needed")
            }
        }
    }
    // The same table as a person may say it, whatever was guessed.
    let first = sheet.rows().next().map(|row| row.number);
    for header_row in [None, first, Some(sheet.row_count())] {
        let roles = [
            Role::Requirement,
            Role::Response,
            Role::Evidence,
            Role::Comment,
            Role::ApplicantRole,
            Role::Wanted,
            Role::Link,
        ];
        let mapping = Mapping {
            sheet: sheet.name.clone(),
            header_row,
            columns: (1..).zip(roles).collect(),
            values: Default::default(),
            reversed: ["CR 1.1".to_owned()].into(),
            hidden_rows: header_row.is_some(),
        };
        let imported = claims::map(&book, &mapping, &KNOWN).expect("the mapping names an id column");
        check(sheet, &mapping, &imported);
    }
});

fn check(sheet: &Sheet, mapping: &Mapping, imported: &Imported) {
    let ledger = &imported.ledger;
    assert_eq!(ledger.row_count, sheet.row_count(), "the ledger is about the whole sheet");
    assert_eq!(ledger.totals().sum(), u64::from(sheet.row_count()), "the totals add up to the rows");
    let mut next = 1;
    for entry in &ledger.rows {
        assert_eq!(entry.first, next, "no row is missing or counted twice");
        assert!(entry.last >= entry.first, "rows run forward");
        assert!(entry.first == entry.last || entry.kind == RowKind::Blank, "only blank rows share an entry");
        next = entry.last + 1;
        if entry.kind == RowKind::Blank {
            let row = (entry.first..=entry.last).find_map(|row| sheet.row(row));
            assert!(row.is_none(), "a row that holds a text is never blank");
        }
        let answered = matches!(entry.kind, RowKind::Matched | RowKind::MatchedInPart | RowKind::Duplicate);
        assert!(!answered || !entry.ids.is_empty(), "a row without a known id is no claim");
        assert_eq!(
            entry.kind == RowKind::Duplicate,
            entry.first_row.is_some(),
            "a duplicate names the first row"
        );
        let claims: Vec<_> = imported.claims.iter().filter(|claim| claim.row == entry.first).collect();
        assert_eq!(!claims.is_empty(), answered, "claims come from answered rows and from each of them");
        for id in entry.ids.iter().filter(|_| answered) {
            assert!(claims.iter().any(|claim| claim.requirement == *id), "each id of the row is a claim");
        }
        for claim in claims {
            assert!(entry.ids.contains(&claim.requirement), "no claim names an id its row does not hold");
            let cells =
                claim.evidence_refs.iter().chain(&claim.comments).chain([&claim.id]).chain(&claim.response);
            for cell in cells {
                let there = sheet.cell(cell.row, cell.column).expect("a claim's cell is in the sheet");
                assert_eq!(cell.raw, there.text, "a claim's text is the cell's own");
                let role = mapping.columns.get(&cell.column).expect("a claim's cell is of a mapped column");
                assert_ne!(*role, Role::Assessor, "an assessor's column never becomes a claim");
            }
        }
    }
    let again = ledger.to_json();
    assert!(!again.is_empty(), "the ledger can be written");
}
