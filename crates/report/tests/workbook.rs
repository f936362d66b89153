//! The workbook, read back by a reader that is not its writer.

mod sample;

use calamine::{Data, Reader, Xlsx};
use report::contents::*;
use report::{Contents, Kind, xlsx};
use std::io::Cursor;

fn sheet(contents: &Contents, name: &str) -> Vec<Vec<String>> {
    let bytes = xlsx::write(contents, &sample::words()).expect("the sample is written");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    let range = book.worksheet_range(name).expect("the sheet");
    range
        .rows()
        .map(|row| {
            row.iter()
                .map(|cell| match cell {
                    Data::String(text) => text.clone(),
                    other => other.to_string(),
                })
                .collect()
        })
        .collect()
}

#[test]
fn every_row_stands_on_the_sheet_with_its_claim_and_verdict() {
    for (name, contents) in sample::all() {
        let lines = sheet(&contents, "Rows");
        assert_eq!(lines.len(), contents.rows.len() + 1, "{name}: a heading and every row");
        for (line, row) in lines.iter().skip(1).zip(&contents.rows) {
            assert_eq!(line[0], row.id, "{name}: in the order of the data set");
            assert!(line.contains(&row.rationale), "{name}: {} with its rationale", row.id);
        }
    }
}

#[test]
fn a_formula_in_an_answer_stays_text() {
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    for text in ["=1+1", "+1", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "\t=1"] {
        contents.rows[0].rationale = text.into();
        let bytes = xlsx::write(&contents, &sample::words()).expect("written");
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
        let formulas = book.worksheet_formula("Rows").expect("the sheet");
        assert!(formulas.is_empty(), "{text:?} must not become a formula");
        let cell = sheet(&contents, "Rows")[1].contains(&text.to_owned());
        assert!(cell, "{text:?} is there as it was written");
    }
}

#[test]
fn the_same_data_give_the_same_bytes() {
    let contents = sample::provider(Kind::CertificationBody);
    let words = sample::words();
    let first = xlsx::write(&contents, &words).expect("written");
    let second = xlsx::write(&contents, &words).expect("written again");
    assert!(first == second, "nothing in the file may depend on when it was written");
}

#[test]
fn the_counts_on_the_result_sheet_are_those_of_the_data_set() {
    let contents = sample::provider(Kind::CertificationBody);
    let Conclusion::ServiceProvider(conclusion) = &contents.conclusion else { panic!("a provider") };
    let total = conclusion.tuples.last().expect("a total");
    let lines = sheet(&contents, "Result");
    let line = lines.iter().find(|line| line[0] == "total").expect("the total line");
    let wanted = [total.ra, total.nar, total.tr, total.fail, total.ne()].map(|n| n.to_string());
    assert_eq!(line[1..6], wanted, "RA, NAR, TR, not met, N/E");
}

#[test]
fn a_text_longer_than_a_cell_ends_with_a_visible_mark() {
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    contents.rows[0].rationale = "ä".repeat(40_000);
    let lines = sheet(&contents, "Rows");
    let cell = lines[1].iter().find(|cell| cell.starts_with("ää")).expect("the rationale");
    assert!(cell.ends_with(" […]"), "a cut text says that it is cut");
    assert!(cell.encode_utf16().count() <= 32_767, "and fits the cell");
}
