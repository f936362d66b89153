use std::collections::BTreeSet;

use proptest::prelude::*;

use super::*;
use crate::difference::Subject;

fn known() -> KnownIds {
    KnownIds::new(["CR 1.1", "CR 1.2", "CR 1.10", "CR 1.1 RE(1)", "EDR 2.4", "SP.01.01 BR", "SM-1"])
}

/// A reference in the words of `vectors.txt`.
fn shown(reference: &Reference) -> String {
    let word = |value: &dyn erased::Word| value.word();
    let mut parts = vec![word(&reference.kind)];
    let mut add = |name: &str, value: &Option<String>| {
        if let Some(value) = value {
            parts.push(format!("{name} {value}"));
        }
    };
    add("number", &reference.number);
    add("title", &reference.title);
    add("file", &reference.file);
    add("revision", &reference.revision);
    for location in &reference.locations {
        add(&location.kind.word(), &Some(location.value.clone()));
    }
    add("date", &reference.date.as_ref().map(|d| d.iso.clone().unwrap_or_else(|| format!("? {}", d.text))));
    add("url", &reference.url);
    add("sha256", &reference.sha256.as_ref().map(|digest| format!("{digest:.8}…")));
    add("rows", &(!reference.rows.is_empty()).then(|| reference.rows.join(", ")));
    add("note", &reference.note);
    parts.join(" · ")
}

mod erased {
    /// The word of a variant, as it is stored.
    pub(super) trait Word {
        fn word(&self) -> String;
    }

    impl<T: serde::Serialize> Word for T {
        fn word(&self) -> String {
            serde_json::to_value(self).unwrap().as_str().unwrap().to_owned()
        }
    }
}

use erased::Word;

/// `> text` with `\n` for a line break, then one line for each reference expected.
fn vectors() -> Vec<(String, Vec<String>)> {
    let mut all: Vec<(String, Vec<String>)> = Vec::new();
    for line in include_str!("vectors.txt").lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
    {
        match line.strip_prefix("> ") {
            Some(text) => all.push((text.replace("\\n", "\n"), Vec::new())),
            None => all.last_mut().unwrap().1.push(line.to_owned()),
        }
    }
    all
}

#[test]
fn every_text_is_read_as_declared() {
    let known = known();
    let vectors = vectors();
    assert!(vectors.len() >= 60, "at least sixty ways of writing are declared");
    let mut wrong = String::new();
    for (text, expected) in &vectors {
        let found: Vec<String> = parse(text, &known).iter().map(shown).collect();
        if found != *expected {
            wrong += &format!("> {}\n{}\n\n", text.replace('\n', "\\n"), found.join("\n"));
        }
    }
    assert!(wrong.is_empty(), "these are read otherwise than declared:\n{wrong}");
}

fn row(id: &str, text: &str) -> RowReferences {
    let row = Subject { requirement: id.to_owned(), role: None, component: None };
    RowReferences { row, references: parse(text, &known()) }
}

fn grouped(rows: &[(&str, &str)]) -> Documents {
    group(&rows.iter().map(|(id, text)| row(id, text)).collect::<Vec<_>>())
}

fn names(documents: &Documents) -> Vec<&str> {
    documents.documents.iter().map(|document| document.name.as_str()).collect()
}

#[test]
fn one_document_in_several_spellings_is_one() {
    let all = grouped(&[
        ("CR 1.1", "FS-2026-058 rev. 3, section 4.2"),
        ("CR 1.2", "Report FS_2026_058, p. 7; fs‑2026‑058.pdf"),
        ("CR 1.10", "SG-200_r5.pdf; SG-200 §4"),
        ("EDR 2.4", "Interface list; interface  LIST; UM 1/Interface list.pdf"),
    ]);
    assert_eq!(
        names(&all),
        ["FS-2026-058 Report", "SG-200", "Interface list", "UM 1/Interface list.pdf"],
        "numbers are compared without separators and capitals, a file whose name is a number by it"
    );
    let first = &all.documents[0];
    assert_eq!(first.mentions.len(), 3, "every row that names it: {first:?}");
    assert_eq!(first.revisions, ["3"], "a revision is kept where it was named");
    assert_eq!(all.documents[1].revisions, ["5"], "a revision in a file name counts");
    assert!(all.others.is_empty(), "all of them name documents");
}

#[test]
fn unsure_pairs_are_suggestions_with_their_reason() {
    for (rows, reason, why) in [
        (&["DR-1", "DR-01"][..], SuggestionReason::NumberAlike, "a zero may be a slip of the pen"),
        (&["DOC 4711", "DOC-04711"], SuggestionReason::NumberAlike, "the same, with another separator"),
        (&["SG-200", "SG-200 Security Guideline.pdf"], SuggestionReason::NumberInName, "or a part of it"),
        (&["Handbuch.pdf", "Handbuch.docx"], SuggestionReason::FileAlike, "perhaps its source"),
        (&["Guide_v1.pdf", "Guide_v2.pdf"], SuggestionReason::FileAlike, "two revisions"),
        (
            &["Security Guideline", "SG-200, Security Guideline"],
            SuggestionReason::SameTitle,
            "one has a number",
        ),
        (
            &["Security Guideline", "Nordwerk Security Guideline"],
            SuggestionReason::TitleWithin,
            "or two guidelines",
        ),
        (
            &["SG-200 (guide.pdf)", "SG-201 (guide.pdf)"],
            SuggestionReason::SameFile,
            "one of the numbers is wrong",
        ),
        (
            &["SG-200 https://nordwerk.invalid/x", "SG-201 https://nordwerk.invalid/x/"],
            SuggestionReason::SameAddress,
            "the same place",
        ),
    ] {
        let rows: Vec<_> = rows.iter().map(|text| ("CR 1.1", *text)).collect();
        let all = grouped(&rows);
        assert_eq!(all.documents.len(), 2, "{rows:?} are not merged silently");
        let expected = [Suggestion { first: 0, second: 1, reason }];
        assert_eq!(all.suggestions, expected, "{rows:?}: {why}");
    }
    for rows in [
        &["AT-101", "AT-102"][..],
        &["FS-2-12", "FS-21-2"],
        &["Design review DR-01", "Design review DR-03"],
        &["Test report", "Interface list"],
        &["a.pdf", "b.pdf"],
    ] {
        let rows: Vec<_> = rows.iter().map(|text| ("CR 1.1", *text)).collect();
        let all = grouped(&rows);
        assert_eq!(
            (all.documents.len(), all.suggestions.len()),
            (2, 0),
            "{rows:?} are plainly two documents"
        );
    }
}

#[test]
fn a_file_or_address_belongs_to_the_number_beside_it() {
    let all = grouped(&[
        ("CR 1.1", "guide.pdf §3"),
        ("CR 1.2", "SG-200 (guide.pdf) https://nordwerk.invalid/g"),
        ("CR 1.10", "https://nordwerk.invalid/g#page=4"),
    ]);
    assert_eq!(names(&all), ["SG-200"], "whichever row says so, and in whatever order");
    assert_eq!(all.documents[0].mentions.len(), 3, "all three rows need it");
}

#[test]
fn a_row_that_points_at_another_needs_its_documents() {
    let all = grouped(&[
        ("CR 1.1", "DR-01"),
        ("CR 1.2", "same as CR 1.1"),
        ("CR 1.10", "see above"),
        ("EDR 2.4", "see EDR 2.4; see CR 9.9; n/a"),
    ]);
    let mentions: Vec<_> = all.documents[0]
        .mentions
        .iter()
        .map(|mention| (mention.row.requirement.as_str(), mention.through.clone()))
        .collect();
    assert_eq!(
        mentions,
        [
            ("CR 1.1", None),
            ("CR 1.2", Some(Through::Row { requirement: "CR 1.1".to_owned() })),
            ("CR 1.10", Some(Through::Above))
        ],
        "how it comes to need it is said; a row that points at itself or nowhere needs nothing"
    );
    let kinds: Vec<_> = all.others.iter().map(|other| other.kind).collect();
    assert_eq!(
        kinds,
        [
            ReferenceKind::Row,
            ReferenceKind::Above,
            ReferenceKind::Row,
            ReferenceKind::Row,
            ReferenceKind::None
        ],
        "what names no document is listed"
    );
    let around = grouped(&[("CR 1.1", "see CR 1.2"), ("CR 1.2", "see CR 1.1; DR-01")]);
    assert_eq!(around.documents[0].mentions.len(), 2, "two rows that point at each other come to an end");
}

const DIGEST: &str = "2ef6faf2046ad6429b56abfeba84c8d427fd28d6f49cad4e808e2100f86d974e";
const OTHER: &str = "0000000000000000000000000000000000000000000000000000000000000000";

#[test]
fn files_find_their_documents() {
    for (text, file, digest, expected, why) in [
        ("guide.pdf", "Guide.PDF", OTHER, Some((95, MatchReason::FileName, Fit::Unknown)), "the exact name"),
        (
            "Sec guide.pdf",
            "in/Sec_guide.pdf",
            OTHER,
            Some((95, MatchReason::FileName, Fit::Unknown)),
            "blanks",
        ),
        ("guide.docx", "guide.pdf", OTHER, Some((85, MatchReason::FileAlike, Fit::Unknown)), "another type"),
        (
            "guide_v1.pdf",
            "guide_v2.pdf",
            OTHER,
            Some((70, MatchReason::FileAlike, Fit::Differs)),
            "another revision",
        ),
        (
            "SG-200 rev. 5",
            "SG-200_r5.pdf",
            OTHER,
            Some((90, MatchReason::Number, Fit::Same)),
            "the revision agrees",
        ),
        (
            "SG-200 rev. 5",
            "SG-200_r4.pdf",
            OTHER,
            Some((75, MatchReason::Number, Fit::Differs)),
            "it does not",
        ),
        (
            "FS-2026-058",
            "2026-07-08_FS-2026-058 Pentest.pdf",
            OTHER,
            Some((75, MatchReason::NumberInName, Fit::Unknown)),
            "number in the name",
        ),
        (
            "NW-200",
            "NW-200-11.pdf",
            OTHER,
            Some((40, MatchReason::LongerNumber, Fit::Unknown)),
            "probably NW-200-11",
        ),
        ("AT-10", "AT-101.pdf", OTHER, None, "another number that begins alike"),
        (
            "Interface list",
            "Interface_List.xlsx",
            OTHER,
            Some((80, MatchReason::Title, Fit::Unknown)),
            "the title",
        ),
        (
            "Interface list",
            "PLC-200 interface list final.xlsx",
            OTHER,
            Some((55, MatchReason::TitleInName, Fit::Unknown)),
            "the words of the title",
        ),
        ("Manual p. 3", "Manual for something else.pdf", OTHER, None, "one word says too little"),
        (
            "https://nordwerk.invalid/files/guide.pdf",
            "guide.pdf",
            OTHER,
            Some((95, MatchReason::FileName, Fit::Unknown)),
            "the file an address ends in",
        ),
        ("Handbuch S. 3", "pentest.pdf", OTHER, None, "nothing in common"),
    ] {
        let all = grouped(&[("CR 1.1", text)]);
        let found = match_files(&all.documents, &[(file.to_owned(), digest.to_owned())]);
        let found: Vec<_> = found.iter().map(|found| (found.score, found.reason, found.revision)).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{text} and {file}: {why}");
    }
}

#[test]
fn a_sha256_in_the_text_goes_before_every_name() {
    let all = grouped(&[("CR 1.1", &format!("guide.pdf (SHA-256 {})", DIGEST.to_uppercase()))]);
    let find = |name: &str, digest: &str| {
        let found = match_files(&all.documents, &[(name.to_owned(), digest.to_owned())]);
        found.first().map(|found| (found.score, found.reason, found.sha256))
    };
    assert_eq!(find("x.bin", DIGEST), Some((100, MatchReason::Sha256, Fit::Same)), "whatever it is called");
    assert_eq!(
        find("guide.pdf", OTHER),
        Some((65, MatchReason::FileName, Fit::Differs)),
        "the right name with another content is said, and no longer sure"
    );
    assert_eq!(find("x.bin", OTHER), None, "neither");
}

#[test]
fn a_file_may_be_several_documents_the_surest_first() {
    let all = grouped(&[("CR 1.1", "NW-200"), ("CR 1.2", "NW-200-11")]);
    let found = match_files(&all.documents, &[("NW-200-11.pdf".to_owned(), OTHER.to_owned())]);
    let found: Vec<_> = found.iter().map(|found| (found.document, found.reason)).collect();
    assert_eq!(found, [(1, MatchReason::Number), (0, MatchReason::LongerNumber)], "a person chooses");
}

#[test]
fn what_has_not_arrived_is_asked_for_in_a_stable_order() {
    let rows = [
        ("CR 1.10", "DR-10; DR-9 rev. 2"),
        ("CR 1.2", "DR-10 §3; guide.pdf; Interface list"),
        ("CR 1.1", &format!("DR-10; x.bin {DIGEST}")),
    ];
    let arrived = |name: &str, revision: Option<&str>, title: &str| Arrived {
        name: name.to_owned(),
        sha256: OTHER.to_owned(),
        title: title.to_owned(),
        revision: revision.map(str::to_owned),
    };
    let registered = [
        arrived("DR-9_r1.pdf", None, ""),
        arrived("E-17.pdf", None, "Security guide"),
        arrived("E-18.xlsx", None, "Interface list"),
        arrived("x.bin", None, ""),
    ];
    let list = |rows: &[(&str, &str)]| {
        let all = grouped(rows);
        request_list(&all.documents, &registered)
            .into_iter()
            .map(|request| {
                let rows: Vec<_> = request.rows.into_iter().map(|row| row.requirement).collect();
                (request.name, rows, request.state)
            })
            .collect::<Vec<_>>()
    };
    let found = list(&rows);
    let expected = [
        ("DR-9", &["CR 1.10"][..], RequestState::OtherRevision { arrived: 0, wanted: vec!["2".to_owned()] }),
        ("DR-10", &["CR 1.1", "CR 1.2", "CR 1.10"], RequestState::Missing),
        ("guide.pdf", &["CR 1.2"], RequestState::Missing),
        ("x.bin", &["CR 1.1"], RequestState::OtherContent { arrived: 3 }),
    ];
    let found_shown: Vec<_> = found
        .iter()
        .map(|(name, rows, state)| {
            (name.as_str(), rows.iter().map(String::as_str).collect::<Vec<_>>(), state.clone())
        })
        .collect();
    let expected: Vec<_> =
        expected.iter().map(|(name, rows, state)| (*name, rows.to_vec(), state.clone())).collect();
    assert_eq!(
        found_shown, expected,
        "the interface list is registered under its title; the others are asked for"
    );
    let mut turned = rows;
    turned.reverse();
    assert_eq!(list(&turned), found, "the order of the rows makes no other list");
    let right = [Arrived { revision: Some("2".to_owned()), ..arrived("DR-9.pdf", None, "") }];
    let all = grouped(&[("CR 1.1", "DR-9 rev. 2")]);
    assert!(request_list(&all.documents, &right).is_empty(), "the registered revision counts");
    let longer = grouped(&[("CR 1.1", "NW-200")]);
    let state = request_list(&longer.documents, &[arrived("NW-200-11.pdf", None, "")])[0].state.clone();
    assert_eq!(state, RequestState::Perhaps { arrived: vec![0] }, "an unsure file does not end a request");
}

#[test]
fn the_target_of_a_link_belongs_to_its_cell() {
    let cell = |text: &str, formula: Option<&str>| Cell {
        sheet: "S".to_owned(),
        row: 1,
        column: 1,
        letters: "A".to_owned(),
        kind: crate::CellKind::Text,
        raw: text.to_owned(),
        text: text.to_owned(),
        formula: formula.map(str::to_owned),
    };
    let link = Some("HYPERLINK(\"https://nordwerk.invalid/man\",\"x\")");
    let one = parse_cell(&cell("Our files", link), &known());
    assert_eq!(one.len(), 1, "one text, one target");
    assert_eq!(one[0].kind, ReferenceKind::Document, "what a link shows names its target");
    assert_eq!(one[0].url.as_deref(), Some("https://nordwerk.invalid/man"), "the target is kept");
    let two = parse_cell(&cell("DR-01; DR-03", link), &known());
    let raws: Vec<_> = two.iter().map(|reference| reference.raw.as_str()).collect();
    assert_eq!(
        raws,
        ["DR-01;", " DR-03", ""],
        "which of two it belongs to can't be told, so it stands alone"
    );
    assert_eq!(parse_cell(&cell("DR-01", Some("A1&B1")), &known()).len(), 1, "other formulas are no links");
}

#[test]
fn the_longest_cell_is_read_in_time() {
    // A cell holds 32,767 characters at most; none of these may take longer than a blink.
    for piece in [
        "see ",
        "of AT-1 ",
        "of ",
        "no.",
        "1.1 ",
        "AT-1, ",
        "§1; ",
        "(",
        "p. 1, ",
        "\n- ",
        "a.pdf ",
        "and ",
        "https://a ",
        "1) ",
        "\"",
        "DR-1/",
        "x",
        "CR 1.1 ",
        ". ",
        "siehe oben; ",
        "1.1.2026 ",
        "[",
        "S. 3 ff. ",
    ] {
        let text = format!("SG-200 {}", piece.repeat(32_000 / piece.len()));
        let start = std::time::Instant::now();
        let together: String =
            parse(&text, &known()).iter().map(|reference| reference.raw.as_str()).collect();
        assert_eq!(together, text, "nothing of a long cell is lost");
        assert!(start.elapsed().as_secs() < 5, "{piece:?} repeated took {:?}", start.elapsed());
    }
}

/// Pieces of the texts above, so that random texts get far into the reader.
fn cell_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "FS-2026-058",
            "rev. 3",
            "section 4.2",
            "p. 12",
            "§",
            "siehe ",
            "Handbuch",
            "Kap. 7",
            "S. 33",
            "; ",
            ", ",
            "\n",
            "\r\n",
            " and ",
            " ",
            "(",
            ")",
            "\"",
            "„",
            "“",
            "1) ",
            "2) ",
            "- ",
            "•",
            "/",
            "|",
            "https://a.invalid/x",
            "2026-03-01",
            "01.03.2026",
            "1. März 2026",
            "guide.pdf",
            ".pdf",
            "CR 1.1",
            "n/a",
            "see above",
            "same as ",
            "ff.",
            "Annex B",
            "v2.1",
            "No. ",
            "\u{a0}",
            "\u{200b}",
            "–",
            "=HYPERLINK(\"a\",\"b\")",
            "IEC 62443-4-2",
            "İ",
            "\u{1f600}",
            "of ",
            "DR-01",
            "&",
            "+",
            "[1] ",
            "www.",
            ".",
            ":",
            "e\u{301}",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,4}",
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_500))]

    #[test]
    fn no_letter_of_a_cell_is_lost_or_added(text in cell_text()) {
        let found = parse(&text, &known());
        let together: String = found.iter().map(|reference| reference.raw.as_str()).collect();
        if is_empty(&text) {
            prop_assert!(found.is_empty(), "nothing to read gives no reference");
        } else {
            prop_assert_eq!(together, text, "the raw texts are the cell");
            prop_assert!(found.iter().all(|r| !r.raw.is_empty()), "every reference has a place in the text");
        }
    }

    #[test]
    fn nothing_is_made_up(text in cell_text()) {
        // Every part of a reference stands in its text, but for plain blanks and dashes.
        let plain = |text: &str| -> String {
            let plain: String = text.chars().map(piece::plain).collect();
            crate::normalise(&plain).replace(['\n', ' '], "").to_lowercase()
        };
        for reference in parse(&text, &known()) {
            let within = plain(&reference.raw);
            let locations = reference.locations.iter().map(|location| &location.value);
            let parts = [
                &reference.title,
                &reference.number,
                &reference.file,
                &reference.revision,
                &reference.url,
                &reference.sha256,
            ];
            let date = reference.date.as_ref().map(|date| &date.text);
            for part in parts.into_iter().flatten().chain(locations).chain(date) {
                prop_assert!(within.contains(&plain(part)), "{part:?} does not stand in {:?}", reference.raw);
                prop_assert!(!part.is_empty(), "a part that is nothing is left out");
            }
        }
    }

    #[test]
    fn every_reference_is_in_one_document_or_in_none(texts in prop::collection::vec(cell_text(), 0..8)) {
        let ids = ["CR 1.1", "CR 1.2", "CR 1.10"];
        let rows: Vec<_> = texts.iter().zip(ids.iter().cycle()).map(|(text, id)| row(id, text)).collect();
        let all = group(&rows);
        let own = all.documents.iter().flat_map(|document| &document.mentions).filter(|m| m.through.is_none());
        let places = own.map(|m| (m.entry, m.reference)).chain(all.others.iter().map(|o| (o.entry, o.reference)));
        let places: Vec<_> = places.collect();
        let different: BTreeSet<_> = places.iter().copied().collect();
        let count: usize = rows.iter().map(|row| row.references.len()).sum();
        prop_assert_eq!(different.len(), places.len(), "none stands twice");
        prop_assert_eq!(places.len(), count, "none is lost");
        for document in &all.documents {
            prop_assert!(!document.name.is_empty() && !document.mentions.is_empty(), "a document has a name and a row");
            let numbers: BTreeSet<_> = document.numbers.iter().map(|n| group::number_key(n)).collect();
            prop_assert!(numbers.len() <= 1, "two numbers are never one document: {:?}", numbers);
        }
        for suggestion in &all.suggestions {
            prop_assert!(suggestion.first < suggestion.second, "a pair is of two and in one order");
        }
    }

    #[test]
    fn any_file_name_can_be_compared(text in cell_text(), name in cell_text()) {
        let all = group(&[row("CR 1.1", &text)]);
        let files = [(name.clone(), OTHER.to_owned())];
        for found in match_files(&all.documents, &files) {
            prop_assert!(found.score <= 100 && found.document < all.documents.len(), "a match is of what was given");
        }
        let arrived = [Arrived { name, sha256: OTHER.to_owned(), ..Arrived::default() }];
        prop_assert!(request_list(&all.documents, &arrived).len() <= all.documents.len(), "each is asked for once");
    }
}
