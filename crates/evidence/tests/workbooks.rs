//! Every workbook of `fixtures/workbooks` leads to what `expected.json` says, files without an entry included.

#![expect(clippy::unwrap_used, reason = "a helper of a test fails the test by panicking")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use evidence::ids::KnownIds;
use evidence::mapping::Mapping;
use evidence::{Limits, claims, reader, table};
use serde::Deserialize;
use serde_json::Value;

#[derive(Deserialize)]
struct Expectations {
    known_ids: Vec<String>,
    files: BTreeMap<String, Expected>,
}

#[derive(Deserialize, Default)]
#[serde(default, deny_unknown_fields)]
struct Expected {
    refused: Option<String>,
    format: String,
    sheet: String,
    header_row: Option<u32>,
    rows: u32,
    roles: BTreeMap<String, String>,
    totals: BTreeMap<String, u64>,
    meanings: BTreeMap<String, u64>,
    asked: BTreeSet<String>,
    notices: BTreeSet<String>,
    remarks: BTreeSet<String>,
    agreements: BTreeMap<String, String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/workbooks")
}

fn expectations() -> Expectations {
    serde_json::from_slice(&std::fs::read(folder().join("expected.json")).unwrap()).unwrap()
}

fn word(value: impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

#[test]
fn every_fixture_leads_to_what_is_declared() {
    let all = expectations();
    let known = KnownIds::new(&all.known_ids);
    for (name, expected) in &all.files {
        let result = reader::read(&folder().join(name), &Limits::default());
        match &expected.refused {
            Some(why) => {
                let problem = result.err().unwrap_or_else(|| panic!("{name} must be refused: {why}"));
                let code = serde_json::to_value(&problem.why).unwrap()["code"].clone();
                assert_eq!(
                    code,
                    Value::from(why.as_str()),
                    "{name} is refused for its own reason: {problem}"
                );
            }
            None => {
                let book = result.unwrap_or_else(|problem| panic!("{name} must be read: {problem}"));
                check(name, expected, &book, &known);
            }
        }
    }
}

fn check(name: &str, expected: &Expected, book: &evidence::Workbook, known: &KnownIds) {
    assert_eq!(word(book.file.format), expected.format, "{name}: the content tells the format");
    let guess = table::rank(book, known).into_iter().next().expect("a table is found");
    assert_eq!(guess.sheet, expected.sheet, "{name}: the sheet with the most known ids comes first");
    assert_eq!(guess.header_row, expected.header_row, "{name}: the row of the headings");
    let mapping = Mapping::guess(&guess);
    let roles: BTreeMap<String, String> =
        mapping.columns.iter().map(|(c, role)| (evidence::letters(*c), role.word().to_owned())).collect();
    assert_eq!(roles, expected.roles, "{name}: what the columns are for");

    let imported = claims::map(book, &mapping, known).unwrap();
    let ledger = &imported.ledger;
    assert_eq!(ledger.row_count, expected.rows, "{name}: rows of the sheet");
    assert_eq!(ledger.totals().sum(), u64::from(expected.rows), "{name}: every row is accounted for");
    let totals: BTreeMap<String, u64> =
        serde_json::from_value::<BTreeMap<String, u64>>(serde_json::to_value(ledger.totals()).unwrap())
            .unwrap()
            .into_iter()
            .filter(|(_, count)| *count > 0)
            .collect();
    assert_eq!(totals, expected.totals, "{name}: what the rows were taken for: {:#?}", ledger.rows);

    let mut meanings = BTreeMap::<String, u64>::new();
    for claim in &imported.claims {
        let meaning = claim.meaning.map_or("ask".to_owned(), word);
        *meanings.entry(meaning).or_default() += 1;
    }
    assert_eq!(meanings, expected.meanings, "{name}: what the vendor claims");
    let asked: BTreeSet<String> = ledger.asked.iter().map(|asked| asked.answer.clone()).collect();
    assert_eq!(asked, expected.asked, "{name}: what a person must say");
    let notices: BTreeSet<String> = book.notices.iter().map(|notice| word(notice.code)).collect();
    assert_eq!(notices, expected.notices, "{name}: what was read differently: {:?}", book.notices);
    let remarks: BTreeSet<String> = ledger.remarks.iter().map(|remark| word(remark.code)).collect();
    assert_eq!(remarks, expected.remarks, "{name}: what deserves a second look: {:?}", ledger.remarks);
    let agreements: BTreeMap<String, String> =
        ledger.rows.iter().filter_map(|row| Some((row.first.to_string(), word(row.agreement?)))).collect();
    assert_eq!(agreements, expected.agreements, "{name}: how later rows compare with earlier ones");
}

#[test]
fn no_fixture_is_without_an_expectation() {
    let files = expectations().files;
    for kind in ["honest", "hostile"] {
        for entry in std::fs::read_dir(folder().join(kind)).unwrap() {
            let name = format!("{kind}/{}", entry.unwrap().file_name().to_string_lossy());
            assert!(files.contains_key(&name), "{name} needs a declared outcome");
        }
    }
}

#[test]
fn a_claim_can_be_traced_to_its_cells() {
    let known = KnownIds::new(expectations().known_ids);
    let book = reader::read(&folder().join("honest/two-row-header.xlsx"), &Limits::default()).unwrap();
    let mapping = Mapping::guess(&table::rank(&book, &known)[0]);
    let imported = claims::map(&book, &mapping, &known).unwrap();
    let first = &imported.claims[0];
    assert_eq!(first.requirement, "CR 1.1", "a trailing no-break space does not hide the id");
    assert_eq!(first.id.raw, "CR 1.1\u{a0}", "the raw text is kept as it stands in the file");
    let comment = &first.comments[0];
    assert_eq!((comment.row, comment.letters.as_str()), (4, "E"), "row and column as the person sees them");
    assert_eq!(comment.text, "Local accounts\nand a central directory", "line breaks stay");
    assert_eq!(first.declared_level.as_ref().unwrap().level, Some(2), "a number is a level");
    let all = serde_json::to_string(&imported.claims).unwrap();
    assert!(!all.contains("seen on site") && !all.contains("Pass"), "assessor columns never become claims");
    assert!(!all.contains("stale words"), "text below a merged area is not shown, so it is no claim");
    let json = imported.ledger.to_json();
    assert_eq!(
        json,
        claims::map(&book, &mapping, &known).unwrap().ledger.to_json(),
        "the same account twice"
    );
    assert!(trail::json::check(json.as_bytes()).is_ok(), "the account is canonical JSON");
}

#[test]
fn formulas_and_formula_like_texts_are_kept_and_never_run() {
    let known = KnownIds::new(expectations().known_ids);
    let book = reader::read(&folder().join("honest/formulas.xlsx"), &Limits::default()).unwrap();
    let mapping = Mapping::guess(&table::rank(&book, &known)[0]);
    let claims = claims::map(&book, &mapping, &known).unwrap().claims;
    let link = claims[0].evidence_refs[0].link().expect("a link formula is understood");
    assert_eq!(link.target, "https://nordwerk.invalid/man", "the evidence is where the link points");
    assert_eq!(
        claims[1].response.as_ref().unwrap().formula.as_deref(),
        Some("IF(1=1,\"Compliant\",\"Non compliant\")"),
        "a stored result is shown to be one"
    );
    assert_eq!(claims[1].comments[0].raw, "", "a result the file does not store is not invented");
    assert_eq!(claims[2].evidence_refs[0].raw, "=cmd|' /C calc'!A0", "formula-like text is only text");
    assert_eq!(claims[2].evidence_refs[0].formula, None, "and no formula");
}

#[test]
fn columns_and_answers_can_be_said_on_the_command_line() {
    use evidence::answers::{Meaning, Role};
    use evidence::mapping::{MappingProblem, parse_columns, parse_values};
    let book = reader::read(&folder().join("honest/plain.xlsx"), &Limits::default()).unwrap();
    let sheet = &book.sheets[0];
    let columns = parse_columns("id=A, response=c,evidence=\"Evidence reference\"", sheet, Some(3)).unwrap();
    let expected = [(1, Role::Requirement), (3, Role::Response), (4, Role::Evidence)];
    assert_eq!(columns, BTreeMap::from(expected), "letters and headings both name columns");
    for (text, why) in [
        ("id", "evidence-mapping-not-a-pair"),
        ("key=A", "evidence-mapping-unknown-role"),
        ("id=A,response=Verdict", "evidence-mapping-no-such-column"),
        ("id=A,response=A", "evidence-mapping-column-twice"),
        ("id=A,id=B", "evidence-mapping-role-twice"),
        ("response=C", "evidence-mapping-no-id-column"),
    ] {
        let problem = parse_columns(text, sheet, Some(3)).unwrap_err();
        assert_eq!(problem.id(), why, "{text} cannot be used: {problem}");
    }
    let values = parse_values("Yes=met, No = not_met").unwrap();
    assert_eq!(values.get("yes"), Some(&Meaning::Met), "an answer is compared in lower case");
    let problem = parse_values("Yes=true").unwrap_err();
    assert!(matches!(problem, MappingProblem::UnknownMeaning { .. }), "only the known meanings");
}
