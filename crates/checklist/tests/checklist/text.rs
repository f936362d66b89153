//! Words of a standard are shown and go nowhere else.

use crate::packs;
use checklist::text::TextPack;
use serde_json::json;

fn pack() -> TextPack {
    let bytes = packs::file("texts").to_string();
    TextPack::parse(bytes.as_bytes(), &packs::component()).expect("a good text pack")
}

#[test]
fn a_text_is_found_by_its_row_or_heading() {
    let pack = pack();
    assert_eq!(
        pack.text("CR 1.1"),
        Some("Invented words for the first row.\nThey have a second line."),
        "line breaks are part of a text"
    );
    assert!(pack.text("CR 1.6").is_some(), "a heading has words too");
    assert_eq!(pack.text("CR 1.2"), None, "a row without text is no mistake");
    assert_eq!(pack.text("CR 1"), None, "part of an id is no id");
}

#[test]
fn rows_without_a_text_are_counted_and_named() {
    let pack = pack();
    assert_eq!(pack.count(), 3, "two rows and a heading");
    assert_eq!(pack.without_text.len(), 124, "126 rows, two of them with a text; headings need none");
    assert_eq!(pack.without_text[0], "CCSC 1", "in the order of the checklist");
}

#[test]
fn the_debug_form_shows_no_text() {
    let shown = format!("{:#?}", pack());
    assert!(!shown.contains("Invented"), "a log line must not hand out licensed words: {shown}");
    assert!(shown.contains("texts: 3"), "but it says how many there are: {shown}");
}

#[test]
fn a_refusal_shows_no_text_even_where_it_stands_in_the_wrong_field() {
    let words = "Words of a standard that somebody put into the wrong field of the file by mistake";
    for texts in [
        json!([{"id": words, "text": "CR 1.1"}]),
        json!([{"id": words}]),
        json!([{(words): "CR 1.1"}]),
        json!([{"id": "CR 1.1", "text": words, (words): 1}]),
        json!([words]),
        json!({"CR 1.1": words}),
    ] {
        let mut file = packs::file("texts");
        file["texts"] = texts;
        let problems = packs::problems("texts", file.to_string().as_bytes());
        assert!(!problems.is_empty(), "the file is not good: {file}");
        for problem in problems {
            let shown = format!("{problem} {problem:?}");
            assert!(!shown.contains("by mistake"), "a message may be logged: {shown}");
            assert!(!shown.contains("somebody put into the wrong field"), "not even most of it: {shown}");
        }
    }
}

#[test]
fn the_digest_is_that_of_the_file() {
    let bytes = packs::file("texts").to_string();
    assert_eq!(pack().digest, trail::Digest::of(bytes.as_bytes()), "the only trace that may be recorded");
}
