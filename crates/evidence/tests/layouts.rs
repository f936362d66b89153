//! A workbook comes back whole however it is laid out: the layouts are those seen in vendors' files, put together
//! at random and written by another program than the one that reads them.

#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a helper of a test fails the test by panicking"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use evidence::answers::{Meaning, Reading, Role, Vocabulary};
use evidence::claims::{self, Cell, ProposedClaim};
use evidence::ids::KnownIds;
use evidence::ledger::{RowKind, Totals};
use evidence::mapping::Mapping;
use evidence::{Limits, letters, reader, table};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_xlsxwriter::{Format, Workbook, Worksheet};

/// Ids of the loaded checklist.
const KNOWN: [&str; 18] = [
    "CR 1.1",
    "CR 1.1 RE(1)",
    "CR 1.2",
    "CR 1.3",
    "CR 1.5",
    "CR 1.10",
    "CR 2.12",
    "EDR 3.11",
    "EDR 3.11 RE(1)",
    "NDR 1.6 RE(1)",
    "SR 1.1",
    "SR 7.8",
    "SP.01.01 BR",
    "SP.01.02 RE(1)",
    "SP.12.09 BR",
    "SM-1",
    "SVV-3",
    "CCSC 1",
];

/// What only an assessor's column holds; found in a claim, it has strayed.
const ASSESSORS_OWN: &str = "seen on site";

/// Words with one meaning, and headings with one role: the rest is for a person.
static ANSWERS: LazyLock<Vec<(String, Meaning)>> = LazyLock::new(|| {
    vocabulary()
        .into_iter()
        .filter_map(|(term, _)| match Vocabulary::shipped().answer(&term) {
            Reading::Means(meaning) => Some((term, meaning)),
            Reading::Ask(_) => None,
        })
        .collect()
});
static HEADINGS: LazyLock<BTreeMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    let mut roles = BTreeMap::<String, BTreeSet<Role>>::new();
    for (term, meaning) in vocabulary() {
        if let Some(role) = meaning.strip_prefix("column:").and_then(Role::of_word) {
            roles.entry(term.to_lowercase()).or_default().insert(role);
        }
    }
    let mut headings = BTreeMap::<&str, Vec<String>>::new();
    for (term, roles) in roles {
        if let [role] = roles.into_iter().collect::<Vec<_>>().as_slice() {
            headings.entry(role.word()).or_default().push(term);
        }
    }
    headings
});

fn vocabulary() -> Vec<(String, String)> {
    let mut words = csv::Reader::from_reader(include_str!("../data/answers.csv").as_bytes());
    words.records().map(|word| word.unwrap()).map(|word| (word[1].to_owned(), word[2].to_owned())).collect()
}

/// What a column of the written table is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Use {
    Id,
    Response,
    Evidence,
    Comment,
    Level,
    /// Its own heading says so.
    Assessor,
    /// Its heading is a vendor's, the banner above it an assessor's; without a banner as `Assessor`.
    BelowAssessor,
    /// A title or group, which no claim needs.
    Title,
    /// A heading no vocabulary knows.
    Other,
    /// No heading at all.
    Unheaded,
}

#[derive(Debug, Clone)]
struct Column {
    used: Use,
    heading: String,
    /// Empty columns to its left.
    gap: u16,
}

/// One row below the headings.
#[derive(Debug, Clone)]
enum Line {
    Answer(Answer),
    /// Nothing, or a cell of blanks.
    Blank(bool),
    /// A title across the table.
    Title(&'static str),
    /// A bare clause number in the id column, with its title.
    Section(&'static str),
    /// A group of requirements.
    Group(&'static str),
    Headings,
}

#[derive(Debug, Clone)]
struct Answer {
    id: Written,
    response: Option<(String, Meaning)>,
    level: Option<(String, u8)>,
    /// For evidence, comments and the columns nobody takes, by turns.
    texts: Vec<Option<String>>,
}

/// An id cell and what it must be read as.
#[derive(Debug, Clone)]
struct Written {
    text: String,
    ids: Vec<&'static str>,
}

#[derive(Debug, Clone)]
struct Layout {
    above: Vec<Option<&'static str>>,
    columns: Vec<Column>,
    /// A row of merged banners over the headings.
    banners: bool,
    /// Headings without a banner are merged with the empty cell above them, where there is a row of banners.
    tall: bool,
    lines: Vec<Line>,
    about_first: bool,
    hidden: bool,
}

/// Every spelling of `docs/formats/import.md` that means the id and nothing else.
fn spellings(id: &'static str) -> Vec<String> {
    let mut all = vec![
        id.to_owned(),
        id.to_lowercase(),
        format!("{id}\u{a0}"),
        format!(" {id} "),
        id.replace(' ', "\u{a0}"),
        format!("{id}: invented title of it"),
    ];
    let (base, enhancement) = match id.split_once(" RE(") {
        Some((base, number)) => (base, number.strip_suffix(')')),
        None => (id.trim_end_matches(" BR"), None),
    };
    if let Some(numbers) = base.strip_prefix("SP.") {
        let end = |blank| enhancement.map_or(format!("{blank}BR"), |number| format!("{blank}RE{number}"));
        all.extend([
            format!("SP.{numbers}{}", end("")),
            format!("SP {numbers}{}", end(" ")),
            format!("SP{numbers}{}", end("")),
            format!("SP.{numbers}{}.", end("")),
            format!("SP-{numbers}{}", end(" ")),
        ]);
        return all;
    }
    let Some((family, numbers)) = base.split_once(' ') else {
        return all;
    };
    if family == "CCSC" {
        all.push(format!("CCSC {numbers} (4.{numbers})"));
        return all;
    }
    for separator in ["", "-", "\u{2011}", "\u{2013}", "  "] {
        let base = format!("{family}{separator}{numbers}");
        match enhancement {
            None => all.push(base),
            Some(number) => all.extend(
                ["RE({})", " RE {}", "RE{}", " RE ({})", "({})", " RE-{}", " - RE({})"]
                    .map(|end| format!("{base}{}", end.replace("{}", number))),
            ),
        }
    }
    match enhancement {
        None => all.push(format!("{base} (5.3.1)")),
        Some(number) => all.push(format!("{base} (13.6.3({number}))")),
    }
    all
}

fn written() -> impl Strategy<Value = Written> {
    let one = (select(KNOWN.as_slice()), any::<Index>())
        .prop_map(|(id, nth)| Written { text: nth.get(&spellings(id)).clone(), ids: vec![id] });
    let many = (prop::sample::subsequence(KNOWN.as_slice(), 2..4), any::<Index>(), any::<Index>()).prop_map(
        |(ids, nth, mark)| {
            let texts: Vec<String> = ids
                .iter()
                // A list of ids, each with a title, is no cell anybody writes.
                .map(|id| nth.get(&spellings(id)).replace(": invented title of it", ""))
                .collect();
            let mark = *mark.get(&["; ", ", ", "\n", " / ", " & ", ",\n"]);
            Written { text: texts.join(mark), ids }
        },
    );
    let both = Just(Written { text: "EDR 3.11 + RE(1)".to_owned(), ids: vec!["EDR 3.11", "EDR 3.11 RE(1)"] });
    let range = select(vec![
        ("CR 1.1–1.3", vec!["CR 1.1", "CR 1.2", "CR 1.3"]),
        // CR 1.4 is not loaded, and nobody wrote it.
        ("CR 1.2 - CR 1.5", vec!["CR 1.2", "CR 1.3", "CR 1.5"]),
        ("CR 1.1, 1.2 and 1.10", vec!["CR 1.1", "CR 1.2", "CR 1.10"]),
    ])
    .prop_map(|(text, ids)| Written { text: text.to_owned(), ids });
    prop_oneof![8 => one, 2 => many, 1 => both, 1 => range]
}

/// Blanks that stand around a word in real files and mean nothing.
fn padded(word: String) -> impl Strategy<Value = String> {
    let mark = select(["", "", "", " ", "\u{a0}", "\n", "\u{200b}"].as_slice());
    (mark.clone(), mark).prop_map(move |(before, after)| format!("{before}{word}{after}"))
}

fn response() -> impl Strategy<Value = (String, Meaning)> {
    any::<Index>().prop_flat_map(|nth| {
        let (word, meaning) = nth.get(&ANSWERS).clone();
        (padded(word), Just(meaning))
    })
}

/// A vendor's text: several lines, several scripts, and what looks like markup, formulas or escapes.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Za-z][A-Za-zäöüßéñ§№, .:;()/-]{0,40}",
        "[A-Z]{3}-[0-9]{2}, chapter [0-9]\n\n[a-z ]{1,20}\u{a0}",
        select(
            [
                "=cmd|' /C calc'!A0",
                "+1-2 @text",
                "https://nordwerk.invalid/cr11?a=1&b=2",
                "<b>bold</b> & \"quoted\"",
                "as for _x0041_ and _x000D_",
                "see 8.2, table 4",
                "検証済み。\n証拠は別紙",
                "\t indented \u{a0} text\u{200b}",
                "دليل الاختبار",
            ]
            .as_slice()
        )
        .prop_map(str::to_owned),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    let level = select([("SL 2", 2), ("3", 3), ("ML-1", 1), ("SL-C(4)", 4), ("0", 0)].as_slice());
    (
        written(),
        prop::option::weighted(0.8, response()),
        prop::option::weighted(0.7, level),
        prop::collection::vec(prop::option::weighted(0.6, text()), 10),
    )
        .prop_map(|(id, response, level, texts)| {
            let level = level.map(|(text, level)| (text.to_owned(), level));
            Answer { id, response, level, texts }
        })
}

fn line() -> impl Strategy<Value = Line> {
    prop_oneof![
        10 => answer().prop_map(Line::Answer),
        1 => any::<bool>().prop_map(Line::Blank),
        1 => select(["Identification and authentication", "Zugriff", "Use control"].as_slice()).prop_map(Line::Title),
        1 => select(["4.2", "6", "13.6.3"].as_slice()).prop_map(Line::Section),
        1 => select(["FR 1", "SP.01", "SP.01.05", "FR 2 (6.3)"].as_slice()).prop_map(Line::Group),
        1 => Just(Line::Headings),
    ]
}

fn column(used: Use) -> impl Strategy<Value = Column> {
    let role = match used {
        Use::Id => "id",
        Use::Response => "response",
        Use::Evidence => "evidence",
        Use::Comment | Use::BelowAssessor => "comment",
        Use::Level => "level",
        Use::Assessor => "assessor",
        Use::Title | Use::Other | Use::Unheaded => "ignore",
    };
    (any::<Index>(), 0_u16..3, any::<bool>(), any::<bool>())
        .prop_flat_map(move |(nth, gap, upper, broken)| {
            let mut word = match used {
                Use::Other => (*nth.get(&["Priority", "Colour", "Kundenspalte 7"])).to_owned(),
                _ => nth.get(&HEADINGS[role]).clone(),
            };
            // Capitals of some languages have no way back: the Turkish ı, the German ß.
            if upper && word.to_uppercase().to_lowercase() == word {
                word = word.to_uppercase();
            }
            if broken {
                word = word.replacen(' ', "\n", 1);
            }
            (padded(word), Just(gap))
        })
        .prop_map(move |(word, gap)| Column {
            used,
            heading: if used == Use::Unheaded { String::new() } else { word },
            gap,
        })
}

fn columns() -> impl Strategy<Value = Vec<Column>> {
    let more = select(
        [
            Use::Evidence,
            Use::Evidence,
            Use::Comment,
            Use::Comment,
            Use::Level,
            Use::Assessor,
            Use::BelowAssessor,
            Use::Title,
            Use::Other,
            Use::Unheaded,
        ]
        .as_slice(),
    );
    prop::collection::vec(more, 1..8)
        .prop_map(|mut more| {
            // Of several columns for a level one is taken; which one is not for this test to say.
            let mut levels = 0;
            more.retain(|used| {
                levels += u32::from(*used == Use::Level);
                *used != Use::Level || levels == 1
            });
            more.extend([Use::Id, Use::Response]);
            more
        })
        .prop_shuffle()
        .prop_flat_map(|all| all.into_iter().map(column).collect::<Vec<_>>())
}

fn layout() -> impl Strategy<Value = Layout> {
    let above = prop::option::weighted(
        0.5,
        select(
            [
                "Nordwerk PLC-200",
                "Answers to the component checklist",
                "Status of release 4",
                "Evidence and comments by Nordwerk GmbH",
            ]
            .as_slice(),
        ),
    );
    (
        prop::collection::vec(above, 0..12),
        columns(),
        any::<(bool, bool)>(),
        // The first line is an answer: headings that follow headings are the headings.
        (answer(), prop::collection::vec(line(), 1..25)),
        any::<(bool, bool)>(),
    )
        .prop_map(|(above, mut columns, (banners, tall), (mut first, rest), (about_first, hidden))| {
            // A title directly above a column without a heading would be taken for its heading.
            if let Some(column) = columns.first_mut().filter(|column| column.used == Use::Unheaded) {
                column.gap += 1;
            }
            let tall = banners && tall;
            // A column of no answer at all is not told from an empty one below a title that speaks of answers.
            first.response.get_or_insert_with(|| ("Compliant".to_owned(), Meaning::Met));
            let mut lines = vec![Line::Answer(first)];
            // Two rows of headings are never repeated in one.
            lines.extend(rest.into_iter().filter(|line| !tall || !matches!(line, Line::Headings)));
            Layout { above, columns, banners, tall, lines, about_first, hidden }
        })
}

/// What must come back, gathered while the sheet is written.
#[derive(Debug, Default)]
struct Expected {
    header_row: u32,
    rows: u32,
    totals: Totals,
    claims: Vec<Claim>,
    roles: BTreeMap<u32, Role>,
}

/// A claim as the vendor wrote it: texts with their columns.
#[derive(Debug, PartialEq, Eq)]
struct Claim {
    requirement: String,
    row: u32,
    id: (u32, String),
    response: Option<(u32, String)>,
    meaning: Option<Meaning>,
    evidence: Vec<(u32, String)>,
    comments: Vec<(u32, String)>,
    level: Option<(u32, String, Option<u8>)>,
}

/// Places of the columns, from 0 as the writer counts them.
fn places(layout: &Layout) -> Vec<u16> {
    let mut next = 0;
    let place = |column: &Column| {
        let at = next + column.gap;
        next = at + 1;
        at
    };
    layout.columns.iter().map(place).collect()
}

fn write(layout: &Layout, sheet: &mut Worksheet) -> Expected {
    let at = places(layout);
    let mut expected = Expected::default();
    let mut row = 0_u32;
    for text in &layout.above {
        if let Some(text) = text {
            sheet.write_string(row, 0, *text).unwrap();
            expected.totals.heading += 1;
        } else {
            expected.totals.blank += 1;
        }
        row += 1;
    }
    if layout.banners {
        write_banners(layout, &at, row, sheet);
        expected.totals.heading += 1;
        row += 1;
    }
    let mut headings = Vec::new();
    for (column, at) in layout.columns.iter().zip(&at) {
        let heading = match column.used {
            Use::BelowAssessor if !layout.banners => "Assessor remark",
            _ => column.heading.as_str(),
        };
        headings.push(heading);
        if !heading.is_empty() && layout.tall && banner(column).is_none() {
            sheet.merge_range(row - 1, *at, row, *at, heading, &Format::new()).unwrap();
        } else if !heading.is_empty() {
            sheet.write_string(row, *at, heading).unwrap();
        }
        let role = match column.used {
            Use::Id => Role::Requirement,
            Use::Response => Role::Response,
            Use::Evidence => Role::Evidence,
            Use::Comment => Role::Comment,
            Use::Level => Role::Level,
            Use::Assessor | Use::BelowAssessor => Role::Assessor,
            Use::Title | Use::Other | Use::Unheaded => continue,
        };
        expected.roles.insert(u32::from(*at) + 1, role);
    }
    expected.totals.heading += 1;
    row += 1;
    expected.header_row = row;
    expected.rows = row;
    let mut seen = BTreeSet::new();
    for line in &layout.lines {
        let id_at = at[layout.columns.iter().position(|column| column.used == Use::Id).unwrap()];
        let mut written = true;
        match line {
            Line::Answer(answer) => write_answer(layout, &at, answer, row, sheet, &mut expected, &mut seen),
            Line::Blank(shown) => {
                written = *shown;
                if written {
                    sheet.write_string(row, id_at, " \u{a0}").unwrap();
                }
                expected.totals.blank += 1;
            }
            Line::Title(title) => {
                let (first, last) = (at[0], *at.last().unwrap());
                sheet.merge_range(row, first, row, last, title, &Format::new()).unwrap();
                match first == id_at {
                    true => expected.totals.unknown_id += 1,
                    false => expected.totals.skipped += 1,
                }
            }
            Line::Section(number) => {
                sheet.write_string(row, id_at, *number).unwrap();
                if let Some(title) = layout.columns.iter().position(|column| column.used == Use::Title) {
                    sheet.write_string(row, at[title], "Title of the section").unwrap();
                }
                expected.totals.skipped += 1;
            }
            Line::Group(group) => {
                sheet.write_string(row, id_at, *group).unwrap();
                expected.totals.skipped += 1;
            }
            Line::Headings => {
                for (heading, at) in headings.iter().zip(&at).filter(|(heading, _)| !heading.is_empty()) {
                    sheet.write_string(row, *at, *heading).unwrap();
                }
                expected.totals.repeated_header += 1;
            }
        }
        row += 1;
        if written {
            expected.rows = row;
        }
    }
    // Blank lines at the end leave nothing behind that could be counted.
    expected.totals.blank -= u64::from(row - expected.rows);
    expected
}

fn banner(column: &Column) -> Option<&'static str> {
    match column.used {
        Use::BelowAssessor => Some("Assessor"),
        Use::Response | Use::Evidence | Use::Comment | Use::Level => Some("Vendor"),
        _ => None,
    }
}

/// One merged area for each run of columns of one banner; the response column always has one.
fn write_banners(layout: &Layout, at: &[u16], row: u32, sheet: &mut Worksheet) {
    let mut runs: Vec<(&str, u16, u16)> = Vec::new();
    let mut before = None;
    for (column, at) in layout.columns.iter().zip(at) {
        let text = banner(column);
        match (text, runs.last_mut()) {
            (Some(text), Some(run)) if before == Some(text) && at - run.1 < 12 => run.2 = *at,
            (Some(text), _) => runs.push((text, *at, *at)),
            (None, _) => {}
        }
        before = text;
    }
    for (text, first, last) in &runs {
        if first == last {
            sheet.write_string(row, *first, *text).unwrap();
        } else {
            sheet.merge_range(row, *first, row, *last, text, &Format::new()).unwrap();
        }
    }
}

fn write_answer(
    layout: &Layout,
    at: &[u16],
    answer: &Answer,
    row: u32,
    sheet: &mut Worksheet,
    expected: &mut Expected,
    seen: &mut BTreeSet<&'static str>,
) {
    let mut claim = Claim {
        requirement: String::new(),
        row: row + 1,
        id: (0, answer.id.text.clone()),
        response: None,
        meaning: None,
        evidence: Vec::new(),
        comments: Vec::new(),
        level: None,
    };
    for (nth, (column, at)) in layout.columns.iter().zip(at).enumerate() {
        let number = u32::from(*at) + 1;
        let text = answer.texts[nth % answer.texts.len()].clone();
        let cell = match column.used {
            Use::Id => {
                claim.id.0 = number;
                Some(answer.id.text.clone())
            }
            Use::Response => {
                claim.response = answer.response.clone().map(|(text, _)| (number, text));
                claim.meaning = answer.response.as_ref().map(|(_, meaning)| *meaning);
                answer.response.clone().map(|(text, _)| text)
            }
            Use::Evidence => {
                claim.evidence.extend(text.clone().map(|text| (number, text)));
                text
            }
            Use::Comment => {
                claim.comments.extend(text.clone().map(|text| (number, text)));
                text
            }
            Use::Level => {
                claim.level = answer.level.clone().map(|(text, level)| (number, text, Some(level)));
                answer.level.clone().map(|(text, _)| text)
            }
            Use::Assessor | Use::BelowAssessor => text.map(|_| ASSESSORS_OWN.to_owned()),
            Use::Title | Use::Other | Use::Unheaded => text,
        };
        if let Some(cell) = cell {
            sheet.write_string(row, *at, cell).unwrap();
        }
    }
    let said = claim.response.is_some()
        || claim.level.is_some()
        || !claim.evidence.is_empty()
        || !claim.comments.is_empty();
    if !said {
        expected.totals.unanswered += 1;
        return;
    }
    let again = answer.id.ids.iter().any(|id| seen.contains(id));
    match again {
        true => expected.totals.duplicate += 1,
        false => expected.totals.matched += 1,
    }
    for id in &answer.id.ids {
        seen.insert(id);
        expected.claims.push(Claim {
            requirement: (*id).to_owned(),
            id: claim.id.clone(),
            response: claim.response.clone(),
            evidence: claim.evidence.clone(),
            comments: claim.comments.clone(),
            level: claim.level.clone(),
            ..claim
        });
    }
}

fn write_about(sheet: &mut Worksheet) {
    sheet.set_name("About").unwrap();
    let rows =
        [("Vendor", "Nordwerk GmbH"), ("Product", "PLC-200"), ("Date", "2026-03-01"), ("Comment", "none")];
    for (row, (name, value)) in (0..).zip(rows) {
        sheet.write_string(row, 0, name).unwrap();
        sheet.write_string(row, 1, value).unwrap();
    }
}

/// The answers of an older release, more of them than the visible sheet has.
fn write_hidden(sheet: &mut Worksheet) {
    sheet.set_name("Old answers").unwrap().set_hidden(true);
    for (column, heading) in (0..).zip(["Requirement ID", "Response", "Evidence"]) {
        sheet.write_string(0, column, heading).unwrap();
    }
    for row in 1..60 {
        sheet.write_string(row, 0, KNOWN[row as usize % KNOWN.len()]).unwrap();
        sheet.write_string(row, 1, "Non compliant").unwrap();
    }
}

fn back(claim: &ProposedClaim) -> Claim {
    let cell = |cell: &Cell| {
        assert_eq!(
            (cell.sheet.as_str(), cell.row),
            ("Answers", claim.row),
            "a claim's cells stand in its row"
        );
        assert_eq!(cell.letters, letters(cell.column), "letters and number are one column");
        (cell.column, cell.raw.clone())
    };
    Claim {
        requirement: claim.requirement.clone(),
        row: claim.row,
        id: cell(&claim.id),
        response: claim.response.as_ref().map(cell),
        meaning: claim.meaning,
        evidence: claim.evidence_refs.iter().map(cell).collect(),
        comments: claim.comments.iter().map(cell).collect(),
        level: claim.declared_level.as_ref().map(|level| {
            let (column, text) = cell(&level.cell);
            (column, text, level.level)
        }),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_workbook_of_any_layout_comes_back_whole(layout in layout()) {
        let mut book = Workbook::new();
        let mut about = layout.about_first;
        if about {
            write_about(book.add_worksheet());
        }
        let expected = write(&layout, book.add_worksheet().set_name("Answers").unwrap());
        about = !about;
        if about {
            write_about(book.add_worksheet());
        }
        if layout.hidden {
            write_hidden(book.add_worksheet());
        }
        let file = tempfile::NamedTempFile::new().unwrap();
        book.save_to_writer(file.as_file()).unwrap();

        let known = KnownIds::new(KNOWN);
        let book = reader::read(file.path(), &Limits::default()).unwrap();
        let guesses = table::rank(&book, &known);
        prop_assert_eq!(&guesses[0].sheet, "Answers", "the visible sheet with the ids comes first");
        prop_assert_eq!(guesses[0].header_row, Some(expected.header_row), "the row of the headings");
        prop_assert_eq!(
            guesses.last().map(|guess| guess.hidden), Some(layout.hidden),
            "a hidden sheet is offered, and offered last"
        );
        let mapping = Mapping::guess(&guesses[0]);
        for (column, role) in &expected.roles {
            let (column, headings) = (*column, &guesses[0].columns);
            prop_assert_eq!(mapping.columns.get(&column), Some(role), "what column {} is for: {:?}", column, headings);
        }

        let imported = claims::map(&book, &mapping, &known).unwrap();
        let claims: Vec<Claim> = imported.claims.iter().map(back).collect();
        prop_assert_eq!(claims, expected.claims, "every answer comes back as written, once, and nothing else");
        let all = serde_json::to_string(&imported.claims).unwrap();
        prop_assert!(!all.contains(ASSESSORS_OWN), "an assessor's words never become a claim");

        let ledger = &imported.ledger;
        prop_assert_eq!(ledger.row_count, expected.rows, "rows of the sheet");
        prop_assert_eq!(ledger.totals(), expected.totals, "what the rows were taken for: {:#?}", ledger.rows);
        prop_assert_eq!(ledger.totals().sum(), u64::from(expected.rows), "every row is accounted for once");
        let answered = |kind| matches!(kind, RowKind::Matched | RowKind::Duplicate);
        for entry in ledger.rows.iter().filter(|entry| answered(entry.kind)) {
            prop_assert_eq!(&entry.unread, &vec![], "no spelling of a known id is left unread");
        }
    }
}
