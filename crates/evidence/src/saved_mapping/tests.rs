use proptest::prelude::*;

use super::*;
use crate::ids::KnownIds;
use crate::table::ColumnGuess;
use crate::workbook::{
    Builder, CellKind, CellView, FileFacts, Format, SheetHead, Sink, Visibility, Workbook,
};

fn table(sheet: &str, headings: &[&str]) -> TableGuess {
    let columns = (1..)
        .zip(headings)
        .map(|(column, heading)| ColumnGuess {
            column,
            letters: crate::letters(column),
            heading: (*heading).to_owned(),
            role: Role::Ignore,
            samples: vec![],
            id_hits: 0,
            hidden: false,
        })
        .collect();
    TableGuess { sheet: sheet.to_owned(), hidden: false, header_row: Some(3), score: 1, columns }
}

fn mapping(sheet: &str, columns: &[(u32, Role)]) -> Mapping {
    Mapping {
        sheet: sheet.to_owned(),
        header_row: Some(3),
        columns: columns.iter().copied().collect(),
        values: [("yes".to_owned(), Meaning::Met), ("no".to_owned(), Meaning::NotMet)].into(),
        reversed: BTreeSet::new(),
        hidden_rows: false,
    }
}

const HEADINGS: [&str; 5] = ["ID\u{a0}", "Title", "Response ", "Comment", "Comment"];

fn saved() -> SavedMapping {
    let columns = [(1, Role::Requirement), (3, Role::Response), (4, Role::Comment), (5, Role::Assessor)];
    SavedMapping::of("Nordwerk", &table("Answers", &HEADINGS), &mapping("Answers", &columns)).unwrap()
}

#[test]
fn the_fingerprint_is_that_of_the_headings_in_their_order() {
    assert_eq!(
        fingerprint(&["ID\u{a0}", "Response :", ""]),
        fingerprint(&["id", "", " RESPONSE"]),
        "capitals, blanks, colons and blank columns make no other table"
    );
    assert_ne!(fingerprint(&["id", "response"]), fingerprint(&["response", "id"]), "the order is kept");
    assert_ne!(
        fingerprint(&["id response"]),
        fingerprint(&["id", "response"]),
        "a border between columns counts"
    );
    assert_eq!(
        fingerprint(&["ID", "Response"]).to_string(),
        Digest::of(br#"["id","response"]"#).to_string(),
        "the document says how to compute it"
    );
}

#[test]
fn the_same_headings_give_the_mapping_again() {
    let proposal =
        saved().apply(&table("Other", &["id", "TITLE", "Response", "Comment", "comment:"])).unwrap();
    assert_eq!(proposal.fit, HeadingFit::Exact, "the headings are the same in another spelling");
    let roles: Vec<_> = proposal.mapping.columns.into_iter().collect();
    assert_eq!(
        roles,
        [(1, Role::Requirement), (3, Role::Response), (4, Role::Comment), (5, Role::Assessor)],
        "the second column of one heading stays the assessor's"
    );
    assert_eq!(proposal.mapping.sheet, "Other", "the mapping is for the table it was applied to");
    assert_eq!(proposal.mapping.values.len(), 2, "answers keep their meaning");
}

#[test]
fn moved_new_and_gone_columns_are_said() {
    let proposal = saved().apply(&table("S", &["Remark", "Comment", "Comment", "Response", "ID"])).unwrap();
    assert_eq!(proposal.fit, HeadingFit::Columns, "the fingerprint is another one");
    assert_eq!(proposal.mapping.columns.get(&5), Some(&Role::Requirement), "columns are found by heading");
    assert_eq!(
        proposal.mapping.columns.get(&3),
        Some(&Role::Assessor),
        "and by their order among equal ones"
    );
    assert_eq!(proposal.new_headings, ["Remark"], "a new column is not passed over");
    assert_eq!(proposal.gone_headings, ["title"], "nor one that is gone, though it was not mapped");
}

#[test]
fn what_does_not_fit_is_refused_with_every_reason() {
    let named = saved().for_sheet(SheetRule::Named("Answers".to_owned()));
    let missing = |heading: &str| Misfit::MissingHeading { heading: heading.to_owned() };
    let ambiguous = |heading: &str| Misfit::AmbiguousHeading { heading: heading.to_owned() };
    for (sheet, headings, why, reason) in [
        ("Answers", &["ID", "Comment", "Comment"][..], vec![missing("response")], "the answers are gone"),
        ("Answers", &["ID", "Response", "Comment"], vec![ambiguous("comment")], "whose comment is it?"),
        (
            "Answers",
            &["ID", "Response", "Comment", "Comment", "Comment"],
            vec![ambiguous("comment")],
            "a third comment may stand anywhere among them",
        ),
        (
            "Notes",
            &["Response", "Comment", "Comment"],
            vec![Misfit::OtherSheet { sheet: "Notes".to_owned() }, missing("id")],
            "all reasons at once",
        ),
    ] {
        assert_eq!(named.apply(&table(sheet, headings)).unwrap_err(), why, "{reason}");
    }
    let mut bare = table("Answers", &HEADINGS);
    bare.header_row = None;
    assert!(
        named.apply(&bare).unwrap_err().contains(&Misfit::NoHeadings),
        "without a header row nothing is keyed"
    );
    let begins = saved().for_sheet(SheetRule::BeginsWith("Ans".to_owned()));
    assert!(begins.apply(&table("answers 2027", &HEADINGS)).is_ok(), "a sheet with the year in its name");
}

#[test]
fn a_mapping_that_can_not_be_kept_is_refused() {
    let of = |headings: &[&str], columns: &[(u32, Role)]| {
        SavedMapping::of("N", &table("S", headings), &mapping("S", columns)).unwrap_err()
    };
    assert_eq!(
        of(&["ID", " "], &[(1, Role::Requirement), (2, Role::Response)]),
        [Misfit::ColumnWithoutHeading { column: "B".to_owned() }],
        "a column without heading can't be found again"
    );
    assert_eq!(
        of(&["ID"], &[(1, Role::Comment)]),
        [Misfit::NoIdColumn],
        "without ids nothing can be imported"
    );
    let nameless = SavedMapping::of(" ", &table("S", &["ID"]), &mapping("S", &[(1, Role::Requirement)]));
    assert_eq!(nameless.unwrap_err(), [Misfit::NoName], "a saved mapping is found by its name");
}

#[test]
fn of_several_the_one_that_fits_best_is_proposed() {
    let exact = saved();
    let few = SavedMapping::of(
        "Few",
        &table("S", &["ID", "Response"]),
        &mapping("S", &[(1, Role::Requirement), (2, Role::Response)]),
    )
    .unwrap();
    let tables = [table("Notes", &["A", "B"]), table("Answers", &HEADINGS)];
    let choice = choose(&[few.clone(), exact.clone()], &tables);
    let best = choice.only().unwrap();
    assert_eq!((best.saved, best.table), (1, 1), "the same fingerprint goes before found columns");
    assert_eq!(choice.candidates.len(), 2, "the other one is offered as well");
    assert_eq!(choice.refused.len(), 2, "and the table that fits none is accounted for");
    assert!(
        choose(&[exact.clone(), exact.clone()], &tables).only().is_none(),
        "of two equal ones a person chooses"
    );
    let twice = [table("A", &HEADINGS), table("B", &HEADINGS)];
    assert!(choose(std::slice::from_ref(&exact), &twice).only().is_none(), "of two equal sheets as well");
    let mut hidden = table("Old", &HEADINGS);
    hidden.hidden = true;
    let choice = choose(std::slice::from_ref(&exact), std::slice::from_ref(&hidden));
    assert_eq!(
        choice.refused,
        [(0, 0, vec![Misfit::HiddenSheet { sheet: "Old".to_owned() }])],
        "a hidden sheet is used on request only"
    );
    let asked = choose(&[exact.for_sheet(SheetRule::Named("Old".to_owned()))], &[hidden]);
    assert!(asked.only().is_some_and(|candidate| candidate.proposal.hidden), "naming it is a request");
    assert!(choose(&[], &twice).only().is_none(), "nothing saved, nothing proposed");
}

fn workbook(rows: &[&[&str]]) -> Workbook {
    let mut builder = Builder::default();
    let name = "S".to_owned();
    let sha256 = Digest::of(b"");
    let file = FileFacts {
        name: name.clone(),
        sha256,
        size: 0,
        format: Format::Xlsx,
        encoding: None,
        delimiter: None,
    };
    builder.file(file).unwrap();
    builder
        .sheet(SheetHead {
            name,
            visibility: Visibility::Visible,
            merges: vec![],
            hidden_rows: vec![],
            hidden_columns: vec![],
        })
        .unwrap();
    for (row, cells) in (1..).zip(rows) {
        for (column, text) in (1..).zip(*cells).filter(|(_, text)| !text.is_empty()) {
            builder.cell(CellView { row, column, kind: CellKind::Text, text, formula: None }).unwrap();
        }
    }
    builder.end_sheet(0).unwrap();
    builder.finish().unwrap()
}

#[test]
fn no_is_the_good_answer_where_the_question_is_so() {
    let book = workbook(&[
        &["ID", "Response", "Compliant response"],
        &["CR 1.1", "Yes", "Yes"],
        &["CR 1.2", "No", "No"],
        &["CR 1.3", "Yes", "No"],
        &["CR 1.4", "Yes", ""],
        &["CR 1.5", "Compliant", "No"],
        &["CR 1.7", "Yes", "n/a"],
    ]);
    let known = KnownIds::new(["CR 1.1", "CR 1.2", "CR 1.3", "CR 1.4", "CR 1.5", "CR 1.7"]);
    let table = crate::table::find(&book.sheets[0], &known).unwrap();
    let columns = mapping("S", &[(1, Role::Requirement), (2, Role::Response)]);
    let meanings = |mapping: &Mapping| {
        let saved = SavedMapping::of("H", &table, mapping).unwrap();
        let proposal = saved.apply(&table).unwrap();
        assert_eq!(proposal.mapping.columns, mapping.columns, "what was kept is proposed again");
        let imported = crate::claims::map(&book, &proposal.mapping, &known).unwrap();
        let all: Vec<_> = imported.claims.iter().map(|claim| claim.meaning).collect();
        let asked: Vec<String> = imported.ledger.asked.iter().map(|asked| asked.answer.clone()).collect();
        (all, imported.turned.iter().map(|turned| turned.row).collect::<Vec<_>>(), asked)
    };
    let (met, not) = (Some(Meaning::Met), Some(Meaning::NotMet));
    assert_eq!(
        meanings(&columns),
        (vec![met, not, met, met, met, met], vec![], vec![]),
        "where nothing is said about the question Yes is met"
    );
    let mut by_column = columns.clone();
    by_column.columns.insert(3, Role::Wanted);
    assert_eq!(
        meanings(&by_column),
        (vec![met, met, not, met, met, None], vec![3, 4, 7], vec!["n/a".to_owned()]),
        "the wanted answer turns a row, a blank one does not, a word that is good anyway is not turned, and a wanted \
         answer that is neither is asked"
    );
    let by_id = Mapping { reversed: ["cr1.2".to_owned(), "CR 9.9".to_owned()].into(), ..columns };
    assert_eq!(
        meanings(&by_id),
        (vec![met, met, met, met, met, met], vec![3], vec![]),
        "ids in any spelling"
    );
}

#[test]
fn a_file_is_read_back_as_it_was_written() {
    let plain = saved();
    let full = SavedMapping {
        reversed: ["CR 2.2".to_owned(), "CR 1.10".to_owned()].into(),
        ..saved().for_sheet(SheetRule::Named("Answers".to_owned()))
    };
    for saved in [plain, full] {
        let text = saved.to_json();
        assert_eq!(
            SavedMapping::parse(text.as_bytes()).unwrap(),
            saved,
            "export and import are inverse: {text}"
        );
        assert_eq!(
            saved.fingerprint(),
            fingerprint(&HEADINGS),
            "it is found by the headings it was made for"
        );
    }
}

#[test]
fn the_example_of_the_document_is_read() {
    let document = include_str!("../../../../docs/formats/mapping-profile.md");
    let example = document.split("```json").nth(1).and_then(|rest| rest.split("```").next()).unwrap();
    let saved = SavedMapping::parse(example.as_bytes()).unwrap();
    assert_eq!(saved.columns().len(), 6, "what the document shows is the format");
    assert_eq!(saved.to_json().trim(), example.trim(), "and how it is written");
}

#[test]
fn everything_wrong_with_a_file_is_said_with_its_place() {
    let head = r#""schema":"assay-mapping/1","name":"N","headings":["ID","Response","Note"]"#;
    let columns = r#""columns":[{"heading":"ID","role":"id"}]"#;
    for (text, problems, reason) in [
        ("{", &["@evidence-saved-mapping-not-json"][..], "cut short"),
        ("[]", &["@evidence-saved-mapping-wrong-shape"], "not an object"),
        (
            r#"{"schema":"assay-mapping/2","x":1}"#,
            &["schema@evidence-saved-mapping-wrong-schema"],
            "another version",
        ),
        (
            r#"{"schema":"assay-mapping/1"}"#,
            &[
                "name@evidence-saved-mapping-missing-field",
                "headings@evidence-saved-mapping-missing-field",
                "columns@evidence-saved-mapping-missing-field",
            ],
            "all missing fields at once",
        ),
        (
            &format!(r#"{{{head},{columns},"name":"M","remark":"x"}}"#),
            &["name@evidence-saved-mapping-repeated-field", "remark@evidence-saved-mapping-unknown-field"],
            "the second of two names must not win unseen",
        ),
        (
            &format!(
                r#"{{{head},"columns":[{{"heading":"ID","role":"id"}},{{"heading":"id:","role":"answer"}},
                    {{"heading":"Foo","role":"response"}},{{"role":7}}]}}"#
            ),
            &[
                "columns[1].role@evidence-saved-mapping-unknown-word",
                "columns[2].heading@evidence-saved-mapping-no-such-heading",
                "columns[3].heading@evidence-saved-mapping-missing-field",
                "columns[3].role@evidence-saved-mapping-wrong-shape",
            ],
            "each column has its own place",
        ),
        (
            &format!(
                r#"{{{head},"columns":[{{"heading":"ID","role":"id"}},{{"heading":"ID","role":"id"}}]}}"#
            ),
            &["columns[1]@evidence-saved-mapping-twice", "columns[1].role@evidence-saved-mapping-role-twice"],
            "one column, one role",
        ),
        (
            &format!(r#"{{{head},"columns":[{{"heading":"Note","role":"comment"}}]}}"#),
            &["columns@evidence-saved-mapping-no-id-column"],
            "nothing could be imported with it",
        ),
        (
            &format!(r#"{{{head},"columns":[]}}"#),
            &["columns@evidence-saved-mapping-nothing"],
            "an empty list says nothing",
        ),
        (
            &format!(
                r#"{{{head},{columns},"values":[{{"answer":"Ja","means":"met"}},
                    {{"answer":" ja.","means":"not_met"}},{{"answer":"x","means":"good"}}]}}"#
            ),
            &[
                "values[1].answer@evidence-saved-mapping-twice",
                "values[2].means@evidence-saved-mapping-unknown-word",
            ],
            "one answer can't mean two things",
        ),
        (
            &format!(r#"{{{head},{columns},"sheet":{{"rule":"like","text":" "}}}}"#),
            &["sheet.text@evidence-saved-mapping-nothing", "sheet.rule@evidence-saved-mapping-unknown-word"],
            "the rule and its text",
        ),
        (
            &format!(r#"{{{head},{columns},"reversed":["CR 1.1"," CR 1.1"," "]}}"#),
            &["reversed[1]@evidence-saved-mapping-twice", "reversed[2]@evidence-saved-mapping-nothing"],
            "an id is turned once",
        ),
        (
            &format!(
                r#"{{{head},"columns":[{{"heading":"ID","role":"id"}},{{"heading":"Note","occurrence":2,"role":"wanted"}}]}}"#
            ),
            &["columns[1].heading@evidence-saved-mapping-no-such-heading"],
            "there is one such column",
        ),
        (
            &format!(r#"{{{head},"columns":[{{"heading":"ID","role":"id","occurrence":0}}]}}"#),
            &["columns[0].occurrence@evidence-saved-mapping-wrong-shape"],
            "columns count from 1",
        ),
        (
            &format!(r#"{{{head},{columns},"reversed":null}}"#),
            &["reversed@evidence-saved-mapping-wrong-shape"],
            "null is not nothing",
        ),
    ] {
        let found: Vec<String> = SavedMapping::parse(text.as_bytes())
            .unwrap_err()
            .iter()
            .map(|problem| format!("{}@{}", problem.path, problem.why.id()))
            .collect();
        assert_eq!(found, problems, "{reason}: {text}");
    }
    let large = vec![b' '; MOST_BYTES + 1];
    assert_eq!(
        SavedMapping::parse(&large).unwrap_err()[0].why.id(),
        "evidence-saved-mapping-too-large",
        "a mapping is small"
    );
}

#[test]
fn every_code_has_its_words_in_both_languages() {
    let texts = [
        include_str!("../../../../locales/en/evidence.ftl"),
        include_str!("../../../../locales/de/evidence.ftl"),
    ];
    let source = [
        include_str!("../saved_mapping.rs"),
        include_str!("../difference.rs"),
        include_str!("../references/group.rs"),
        include_str!("../references/arrival.rs"),
    ];
    let ids = source.iter().flat_map(|text| text.split('"')).filter(|word| {
        word.starts_with("evidence-")
            && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
    });
    for id in ids {
        for text in texts {
            assert!(text.contains(&format!("\n{id} = ")), "{id} has no words");
            let problem = id.starts_with("evidence-saved-mapping-");
            assert!(!problem || text.contains(&format!("\n{id}-do = ")), "{id} does not say what to do");
        }
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused_with_a_reason(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        if let Err(problems) = SavedMapping::parse(&bytes) {
            prop_assert!(!problems.is_empty(), "a refusal has a reason");
        }
    }

    #[test]
    fn what_is_kept_fits_its_own_table_and_survives_its_file(
        headings in prop::collection::vec("[A-Ca-c .:]{0,3}", 1..8),
        roles in prop::collection::vec(prop::sample::select(vec![Role::Evidence, Role::Comment, Role::Person]), 8),
        id in 0_usize..8,
        name in "\\PC{0,8}",
    ) {
        let headings: Vec<&str> = headings.iter().map(String::as_str).collect();
        let table = table("S", &headings);
        let id = id % headings.len();
        let columns: Vec<(u32, Role)> = (1..)
            .zip(&roles)
            .take(headings.len())
            .map(|(column, role)| (column, if column as usize == id + 1 { Role::Requirement } else { *role }))
            .collect();
        let wanted = mapping("S", &columns);
        match SavedMapping::of(&name, &table, &wanted) {
            Ok(saved) => {
                let proposal = saved.apply(&table).unwrap();
                prop_assert_eq!(&proposal.mapping, &wanted, "it gives back what was kept");
                prop_assert_eq!(proposal.fit, HeadingFit::Exact, "of the table it was made for");
                prop_assert_eq!(saved.fingerprint(), fingerprint(&headings), "keyed by its headings");
                let again = SavedMapping::parse(saved.to_json().as_bytes());
                prop_assert_eq!(again, Ok(saved), "the file says the same");
            }
            Err(why) => prop_assert!(!why.is_empty(), "a refusal has a reason"),
        }
    }
}
