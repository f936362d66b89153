//! What stands around the cells of a workbook reaches the person who reads it: comments, hidden rows and
//! columns, drop-down lists, embedded files.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test by panicking")]

use std::path::Path;

use evidence::answers::{Meaning, Role};
use evidence::claims::{self, Imported};
use evidence::ids::KnownIds;
use evidence::ledger::{RemarkCode, RowKind, SkipReason};
use evidence::mapping::Mapping;
use evidence::{CommentKind, EmbeddedKind, Limits, NoticeCode, Sheet, Why, Workbook, reader, table};

fn read(name: &str) -> Workbook {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/workbooks");
    reader::read(&folder.join(name), &Limits::default()).unwrap()
}

fn known() -> KnownIds {
    KnownIds::new(["CR 1.1", "CR 1.1 RE(1)", "CR 1.2", "CR 1.3", "CR 1.4", "CR 1.5"])
}

fn guess(book: &Workbook) -> Mapping {
    Mapping::guess(table::rank(book, &known()).first().unwrap())
}

fn import(book: &Workbook, mapping: &Mapping) -> Imported {
    claims::map(book, mapping, &known()).unwrap()
}

fn comments(sheet: &Sheet) -> Vec<(String, &str, &str)> {
    let place = |row, column| format!("{}{row}", evidence::letters(column));
    sheet.comments.iter().map(|c| (place(c.row, c.column), c.author.as_str(), c.text.as_str())).collect()
}

#[test]
fn comments_hidden_places_and_lists_of_an_xlsx_are_read() {
    let book = read("honest/around.xlsx");
    let sheet = book.sheet("Checklist").unwrap();
    assert_eq!(
        comments(sheet),
        [
            ("A1".into(), "B. Nord", "Fill in column C only."),
            ("C2".into(), "B. Nord", "since release 4\nnot before"),
            ("C3".into(), "Ada Nord", "Which release?"),
            ("C3".into(), "Bo Nord", "4 & later"),
            ("F3".into(), "Assessor", "ask on site"),
            ("D7".into(), "B. Nord", "hidden row"),
        ],
        "notes and conversations, by place"
    );
    assert_eq!(sheet.comments[3].kind, CommentKind::Reply, "an answer follows what it answers");
    assert_eq!(sheet.hidden_rows, [(4, 4).into(), (7, 7).into()], "hidden rows");
    assert_eq!(sheet.hidden_columns, [(7, 16_384).into()], "hidden to the last column");
    assert!(sheet.row_is_hidden(4) && !sheet.row_is_hidden(5), "a row between hidden ones is shown");
    let lists: Vec<_> = sheet
        .validations
        .iter()
        .map(|v| (v.formula.as_str(), v.areas[0].holds(5, 3), v.enforced, v.values.len()))
        .collect();
    assert_eq!(
        lists,
        [("Answers", false, true, 4), ("\"1,2,3\"", false, false, 3), ("Lists!$A$1:$A$4", true, true, 4)],
        "behind a name, in the formula, and on another sheet by the extension"
    );
    assert_eq!(sheet.validations[2].values[1], "Partially compliant", "values in the order of the list");
    let unread = book.notices.iter().find(|n| n.code == NoticeCode::ListNotRead).unwrap();
    assert_eq!(
        (unread.place.to_string().as_str(), unread.detail.as_str()),
        ("Checklist!D2", "INDIRECT(H1)"),
        "a list that would have to be calculated is named with its place"
    );
    let told = |code| {
        let of = |n: &&evidence::Notice| n.code == code;
        book.notices.iter().filter(of).map(|n| format!("{} {}", n.place, n.detail)).collect::<Vec<_>>()
    };
    assert_eq!(told(NoticeCode::Comments), ["Checklist 6", "Lists 1"], "comments are counted by sheet");
    assert_eq!(told(NoticeCode::HiddenRows), ["Checklist 4, 7"], "rows by number");
    assert_eq!(told(NoticeCode::HiddenColumns), ["Checklist G–XFD"], "columns by letters");
}

#[test]
fn embedded_files_are_named_and_hashed_and_belong_to_the_sheet_that_leads_to_them() {
    let book = read("honest/around.xlsx");
    let seen: Vec<_> =
        book.embedded.iter().map(|e| (e.name.as_str(), e.kind, e.size, e.sheets.join(","))).collect();
    assert_eq!(
        seen,
        [
            ("xl/media/image1.png", EmbeddedKind::Image, 70, "Checklist".to_owned()),
            ("xl/media/image2.png", EmbeddedKind::Image, 79, String::new()),
            ("xl/embeddings/oleObject1.bin", EmbeddedKind::File, 24, "Checklist".to_owned()),
        ],
        "over the drawing, without a relation, and directly"
    );
    assert_eq!(
        book.embedded[2].sha256,
        trail::Digest::of(b"\xd0\xcf\x11\xe0 a vendor's document"),
        "the SHA-256 is that of the part's bytes"
    );
    let circles = read("hostile/circles.xlsx");
    assert_eq!(circles.embedded[0].sheets, ["Checklist"], "relations in a circle end, and are followed once");
}

#[test]
fn an_ods_tells_the_same() {
    let book = read("honest/around.ods");
    let sheet = book.sheet("Checklist").unwrap();
    assert_eq!(
        comments(sheet),
        [("B2".into(), "Ada Nord", "since release 4\nnot  before")],
        "its paragraphs are lines"
    );
    assert_eq!(sheet.hidden_rows, [(4, 4).into()], "a collapsed row");
    assert_eq!(sheet.hidden_columns, [(4, 4).into()], "a collapsed column");
    assert_eq!(*sheet.validations[0].values, ["Compliant", "Non compliant", "Open"], "literal values");
    assert!(sheet.validations[0].enforced, "the file refuses other texts");
    let list = import(&book, &guess(&book)).answer_list.unwrap();
    assert!(list.complete, "every row with an id is bound to the list");
    let open = &list.answers[2];
    assert_eq!((open.count, open.meaning), (0, None), "nobody answers so yet, and a person would be asked");
    assert!(open.hints.contains(&"open".to_owned()), "with the same hints as for an answer");
}

#[test]
fn hidden_rows_are_named_and_become_claims_only_when_the_mapping_says_so() {
    let book = read("honest/around.xlsx");
    let mut mapping = guess(&book);
    let imported = import(&book, &mapping);
    assert_eq!(
        imported.claims.iter().map(|c| c.row).collect::<Vec<_>>(),
        [2, 3, 5],
        "no hidden row is a claim"
    );
    let hidden: Vec<_> = imported
        .ledger
        .rows
        .iter()
        .filter(|row| row.why == Some(SkipReason::Hidden))
        .map(|row| (row.first, row.kind, row.ids.join(",")))
        .collect();
    assert_eq!(
        hidden,
        [(4, RowKind::Skipped, "CR 1.2".to_owned()), (7, RowKind::Skipped, "CR 1.5".to_owned())],
        "each is in the ledger with the requirement it speaks of"
    );
    let remark = |imported: &Imported, code| {
        let found = imported.ledger.remarks.iter().find(|remark| remark.code == code);
        found.map(|remark| (remark.count, remark.detail.clone()))
    };
    assert_eq!(remark(&imported, RemarkCode::HiddenRows), Some((2, "4".into())), "and remarked");
    let before = serde_json::to_value(&mapping).unwrap();
    assert!(
        before.get("hidden_rows").is_none(),
        "a mapping that does not use the switch is stored as before"
    );
    mapping.hidden_rows = true;
    let taken = import(&book, &mapping);
    assert_eq!(
        taken.claims.iter().map(|c| c.row).collect::<Vec<_>>(),
        [2, 3, 4, 5, 7],
        "the switch takes them"
    );
    assert_eq!(remark(&taken, RemarkCode::HiddenRowsTaken), Some((2, "4".into())), "which is remarked too");
    assert_eq!(remark(&taken, RemarkCode::HiddenRows), None, "nothing is left out then");
}

#[test]
fn hidden_columns_are_taken_only_when_chosen() {
    let book = read("honest/around.xlsx");
    let mut mapping = guess(&book);
    let imported = import(&book, &mapping);
    let column = imported.ledger.columns.iter().find(|column| column.letters == "G").unwrap();
    assert!(column.hidden && !column.taken, "listed as hidden and not taken");
    let remark = |imported: &Imported, code| imported.ledger.remarks.iter().any(|remark| remark.code == code);
    assert!(remark(&imported, RemarkCode::HiddenColumn), "and remarked");
    mapping.columns.insert(7, Role::Comment);
    let chosen = import(&book, &mapping);
    assert!(remark(&chosen, RemarkCode::HiddenColumnTaken), "a chosen one is taken and said to be hidden");
    assert_eq!(chosen.claims[0].comment().as_deref(), Some("ask Ada"), "its text is part of the claim");
}

#[test]
fn a_comment_is_shown_with_its_claim_or_counted() {
    let book = read("honest/around.xlsx");
    let imported = import(&book, &guess(&book));
    let of = |n: usize| {
        let shown = imported.claims[n].cell_comments.iter();
        shown.map(|c| format!("{}{} {}: {}", c.letters, c.row, c.author, c.text)).collect::<Vec<_>>()
    };
    assert_eq!(of(0), ["C2 B. Nord: since release 4\nnot before"], "a note on the answer");
    assert_eq!(
        of(1),
        ["C3 Ada Nord: Which release?", "C3 Bo Nord: 4 & later"],
        "a conversation; what an assessor's column says is no part of a claim"
    );
    let elsewhere = imported.ledger.remarks.iter().find(|r| r.code == RemarkCode::CommentsElsewhere).unwrap();
    assert_eq!((elsewhere.count, elsewhere.detail.as_str()), (3, "A1"), "heading, assessor, hidden row");
    let counted: u32 = imported.claims.iter().map(|c| u32::try_from(c.cell_comments.len()).unwrap()).sum();
    let all = u32::try_from(book.sheet("Checklist").unwrap().comments.len()).unwrap();
    assert_eq!(counted + elsewhere.count, all, "no comment of the sheet is lost");
    let others = imported
        .ledger
        .notices
        .iter()
        .any(|n| n.code == NoticeCode::Comments && n.place.sheet.as_deref() == Some("Lists"));
    assert!(others, "the account counts those of other sheets as well");
}

#[test]
fn a_list_offers_answers_that_nobody_has_given_yet() {
    let book = read("honest/around.xlsx");
    let mut mapping = guess(&book);
    let list = import(&book, &mapping).answer_list.unwrap();
    let seen: Vec<_> = list.answers.iter().map(|a| (a.answer.as_str(), a.count, a.meaning)).collect();
    assert_eq!(
        seen,
        [
            ("Compliant", 1, Some(Meaning::Met)),
            ("Partially compliant", 1, Some(Meaning::Partial)),
            ("Non compliant", 0, Some(Meaning::NotMet)),
            ("Not applicable", 0, Some(Meaning::NotApplicable)),
        ],
        "the whole list, with what is answered and what is not"
    );
    assert!(list.complete, "each row is bound to a list, though by two of them");
    mapping.decide("not applicable", Meaning::NotMet);
    let decided = import(&book, &mapping).answer_list.unwrap();
    assert_eq!(decided.answers[3].meaning, Some(Meaning::NotMet), "a decision goes before the shipped words");
    mapping.columns.retain(|_, role| *role != Role::Response);
    assert_eq!(import(&book, &mapping).answer_list, None, "without a response column no answers are offered");
    let plain = read("honest/plain.xlsx");
    assert_eq!(import(&plain, &guess(&plain)).answer_list, None, "nor without a list");
}

#[test]
fn what_stands_around_the_cells_is_held_to_the_same_limits() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/workbooks");
    let file = folder.join("honest/around.xlsx");
    let cells = read("honest/around.xlsx").sheets.iter().map(Sheet::cell_count).sum::<usize>() as u64;
    let few = Limits { cells, ..Limits::default() };
    let why = reader::read(&file, &few).unwrap_err().why;
    assert_eq!(why, Why::TooManyCells { limit: cells }, "comments and lists count like cells");
    let short = Limits { cell_text: 22, ..Limits::default() };
    let problem = reader::read(&file, &short).unwrap_err();
    assert_eq!(problem.why, Why::CellTooLong { limit: 22 }, "a comment is never cut");
    let little = Limits { text_bytes: 90, ..Limits::default() };
    let why = reader::read(&file, &little).unwrap_err().why;
    assert_eq!(why, Why::TooMuchText { limit: 90 }, "their texts count like texts of cells");
    let kept = read("hostile/broken-comments.xlsx");
    assert_eq!(kept.sheets[0].comments[0].text, "kept", "what stands before a fault is not lost");
}
