use proptest::prelude::*;

use super::*;
use crate::workbook::{Builder, CellView, FileFacts, Format, SheetHead, Sink};

/// A sheet of the given rows; an empty text is no cell.
fn workbook(rows: &[(u32, Vec<String>)]) -> Workbook {
    let mut builder = Builder::default();
    let sha256 = trail::Digest::of(b"");
    let name = "S".to_owned();
    let file = FileFacts {
        name: name.clone(),
        sha256,
        size: 0,
        format: Format::Xlsx,
        encoding: None,
        delimiter: None,
    };
    builder.file(file).unwrap();
    builder.sheet(SheetHead::named(&name)).unwrap();
    for (row, cells) in rows {
        for (column, text) in (1..).zip(cells).filter(|(_, text)| !text.is_empty()) {
            let cell = CellView { row: *row, column, kind: CellKind::Text, text, formula: None };
            builder.cell(cell).unwrap();
        }
    }
    builder.end_sheet(0).unwrap();
    builder.finish().unwrap()
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        Just(" \u{a0}".to_owned()),
        Just("ID".to_owned()),
        Just("Response".to_owned()),
        Just("CR 1.1".to_owned()),
        Just("CR 1.1; CR 9.9".to_owned()),
        Just("CR 1.2, CR 1.1".to_owned()),
        Just("FR 1".to_owned()),
        Just("4.2".to_owned()),
        Just("Compliant".to_owned()),
        Just("Non compliant".to_owned()),
        "\\PC{0,12}",
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn every_row_of_any_sheet_is_accounted_for_exactly_once(
        rows in proptest::collection::vec((1_u32..4, proptest::collection::vec(text(), 0..4)), 0..30),
        header in proptest::option::of(0_u32..10),
    ) {
        let mut at = 0;
        let placed: Vec<_> = rows.into_iter().map(|(gap, cells)| { at += gap; (at, cells) }).collect();
        let book = workbook(&placed);
        let mapping = Mapping {
            sheet: "S".into(),
            header_row: header,
            columns: BTreeMap::from([(1, Role::Requirement), (2, Role::Response), (3, Role::Evidence)]),
            values: BTreeMap::new(),
            reversed: BTreeSet::new(),
        hidden_rows: false,
        };
        let known = KnownIds::new(["CR 1.1", "CR 1.2"]);
        let imported = map(&book, &mapping, &known).unwrap();
        let ledger = &imported.ledger;
        prop_assert_eq!(ledger.totals().sum(), u64::from(book.sheets[0].row_count()), "the totals add up");
        let mut next = 1;
        for row in &ledger.rows {
            prop_assert_eq!(row.first, next, "no row is missing or counted twice");
            prop_assert!(row.last >= row.first, "a range of rows runs forward");
            next = row.last + 1;
        }
        let answered = |kind| matches!(kind, RowKind::Matched | RowKind::MatchedInPart | RowKind::Duplicate);
        let claims: usize = ledger.rows.iter().filter(|row| answered(row.kind)).map(|row| row.ids.len()).sum();
        prop_assert_eq!(imported.claims.len(), claims, "each known id of an answered row is one claim");
    }
}

#[test]
fn a_mapping_that_does_not_fit_is_refused() {
    let book = workbook(&[(1, vec!["CR 1.1".into()])]);
    let known = KnownIds::new(["CR 1.1"]);
    let mut mapping = Mapping {
        sheet: "T".into(),
        header_row: None,
        columns: BTreeMap::new(),
        values: BTreeMap::new(),
        reversed: BTreeSet::new(),
        hidden_rows: false,
    };
    let problem = map(&book, &mapping, &known).unwrap_err();
    assert_eq!(problem, MappingProblem::NoSuchSheet { sheet: "T".into() }, "the sheet is named");
    mapping.sheet = "S".into();
    assert_eq!(
        map(&book, &mapping, &known).unwrap_err(),
        MappingProblem::NoIdColumn,
        "without ids no claims"
    );
}

#[test]
fn a_decision_of_a_person_goes_before_the_shipped_words() {
    let rows = vec![(1, vec!["CR 1.1".to_owned(), "Yes".to_owned()])];
    let book = workbook(&rows);
    let columns = BTreeMap::from([(1, Role::Requirement), (2, Role::Response)]);
    let mut mapping = Mapping {
        sheet: "S".into(),
        header_row: None,
        columns,
        values: BTreeMap::new(),
        reversed: BTreeSet::new(),
        hidden_rows: false,
    };
    let known = KnownIds::new(["CR 1.1"]);
    let before = map(&book, &mapping, &known).unwrap();
    assert_eq!(before.claims[0].meaning, None, "yes to an unknown question is no answer yet");
    assert_eq!(before.ledger.asked[0].hints, ["yes"], "a person is asked, with a hint");
    mapping.decide(" YES", Meaning::Met);
    let after = map(&book, &mapping, &known).unwrap();
    assert_eq!(after.claims[0].meaning, Some(Meaning::Met), "the person has said it");
    assert!(after.ledger.asked.is_empty(), "and is not asked again");
}

#[test]
fn a_merged_cell_holds_for_every_row_it_covers_unless_it_is_an_answer() {
    let mut builder = Builder::default();
    let sha256 = trail::Digest::of(b"");
    let (name, format) = ("S".to_owned(), Format::Xlsx);
    let (encoding, delimiter) = (None, None);
    builder.file(FileFacts { name, sha256, size: 0, format, encoding, delimiter }).unwrap();
    let merge = |left| Merge { top: 1, left, bottom: 3, right: left };
    builder.sheet(SheetHead { merges: vec![merge(1), merge(2), merge(3)], ..SheetHead::named("S") }).unwrap();
    for (row, column, text) in [
        (1, 1, "CR 1.1"),
        (1, 2, "PLC"),
        (1, 3, "Compliant"),
        (2, 4, "Guide 2"),
        (3, 4, "Guide 3"),
        (4, 4, "Guide 4"),
    ] {
        builder.cell(CellView { row, column, kind: CellKind::Text, text, formula: None }).unwrap();
    }
    builder.end_sheet(0).unwrap();
    let book = builder.finish().unwrap();
    let roles = [Role::Requirement, Role::Component, Role::Response, Role::Evidence];
    let columns = (1..).zip(roles).collect();
    let mapping = Mapping {
        sheet: "S".into(),
        header_row: None,
        columns,
        values: BTreeMap::new(),
        reversed: BTreeSet::new(),
        hidden_rows: false,
    };
    let imported = map(&book, &mapping, &KnownIds::new(["CR 1.1"])).unwrap();
    let seen: Vec<_> = imported
        .claims
        .iter()
        .map(|c| (c.row, c.id.row, c.component.as_deref(), c.response.is_some(), c.evidence_refs.len()))
        .collect();
    assert_eq!(
        seen,
        [(1, 1, Some("PLC"), true, 0), (2, 1, Some("PLC"), false, 1), (3, 1, Some("PLC"), false, 1)],
        "id and component hold for the area and keep their own place; an answer stands once"
    );
    let kinds: Vec<_> = imported.ledger.rows.iter().map(|row| row.kind).collect();
    assert_eq!(
        kinds,
        [RowKind::Matched, RowKind::Duplicate, RowKind::Duplicate, RowKind::Skipped],
        "the row below the area has no id"
    );
    let remark = imported.ledger.remarks.iter().find(|r| r.code == RemarkCode::MergedId).unwrap();
    assert_eq!(
        (remark.row, remark.count),
        (Some(2), 2),
        "and a person is told of the rows without an own id"
    );
}
