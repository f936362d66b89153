//! The covering note of a copy: one spelling, and a signature by the key it names.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use signature::Identity;
use signature::hand_over::{CopyHead, HandOver, HandOverProblem, Person, check, key_name};
use signature::note::Note;
use trail::{ChainId, Digest, DossierId};

fn identity(seed: u8) -> Identity {
    Identity::new([seed; 32])
}

fn person(name: &str, organisation: &str) -> Person {
    Person { name: name.to_owned(), organisation: organisation.to_owned() }
}

fn statement() -> HandOver {
    HandOver {
        dossier: DossierId([7; 16]),
        sha256: Digest::of(b"the whole file"),
        size: 311_296,
        time: "2026-11-23T05:00:00.000Z".to_owned(),
        key: identity(1).public_key(),
        from: person("Ada Example", "Test house / unit 2"),
        to: Some(person("Bea Beispiel-Müller", "Nordwerk")),
        heads: vec![
            CopyHead { chain: ChainId([1; 16]), size: 8, root: Digest::of(b"1") },
            CopyHead { chain: ChainId([2; 16]), size: 1, root: Digest::of(b"2") },
        ],
        left_out: vec![Digest([3; 32]), Digest([4; 32])],
    }
}

#[test]
fn a_note_comes_back_as_it_was_signed() {
    let plain = HandOver { to: None, left_out: Vec::new(), ..statement() };
    for statement in [statement(), plain] {
        let note = identity(1).sign_hand_over(&statement).unwrap();
        assert_eq!(check(&note), Ok(statement), "every field must come back");
    }
}

#[test]
fn a_note_by_another_key_or_with_another_text_is_refused() {
    let note = identity(1).sign_hand_over(&statement()).unwrap();
    let refused = identity(2).sign_hand_over(&statement());
    assert_eq!(refused, Err(HandOverProblem::Signature), "nobody signs in the name of another key");
    let renamed = note.replace("Ada Example", "Eve Example");
    assert_eq!(check(&renamed), Err(HandOverProblem::Signature), "the name is under the signature");
    let mut other = Note::new(&statement().to_text().unwrap()).unwrap();
    identity(2).add_signature(&key_name(&DossierId([7; 16])), &mut other).unwrap();
    assert_eq!(
        check(&other.to_text()),
        Err(HandOverProblem::Signature),
        "somebody else's line is not the sender's"
    );
    let mut elsewhere = Note::new(&statement().to_text().unwrap()).unwrap();
    identity(1).add_signature("report.assay.invalid/x/evaluator", &mut elsewhere).unwrap();
    assert_eq!(
        check(&elsewhere.to_text()),
        Err(HandOverProblem::Signature),
        "a signature made for something else"
    );
}

#[test]
fn only_one_spelling_is_read() {
    let text = statement().to_text().unwrap();
    let other = |from: &str, to: &str| {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "`{from}` must be in the text");
        changed
    };
    let head_2 = "head 02020202020202020202020202020202 1 ";
    let wrong = [
        ("another version", other("hand-over/1", "hand-over/2"), "signature-hand-over-version"),
        ("a report statement", other("assay-hand-over/1", "assay-report/1"), "signature-hand-over-version"),
        ("a leading zero", other(" 311296", " 0311296"), "signature-hand-over-line"),
        ("upper-case digits", other("left-out 03", "left-out 0A"), "signature-hand-over-line"),
        ("two spaces", other("dossier ", "dossier  "), "signature-hand-over-line"),
        ("no organisation", other(" / Nordwerk", ""), "signature-hand-over-line"),
        ("a direction-changing character", other("Bea", "B\u{202e}ea"), "signature-hand-over-line"),
        ("heads out of order", other(head_2, &head_2.replace("02", "00")), "signature-hand-over-line"),
        ("a day that is none", other("2026-11-23", "2026-02-30"), "signature-hand-over-line"),
        ("a line more", format!("{text}left-out {}\n", Digest([1; 32])), "signature-hand-over-line"),
        ("a stray line", format!("{text}hello\n"), "signature-hand-over-line"),
        ("no last newline", text.trim_end().to_owned(), "signature-hand-over-line"),
    ];
    for (what, text, code) in wrong {
        let problem = HandOver::parse(&text).map_err(|p| HandOverProblem::Statement(p).code());
        assert_eq!(problem.map(|_| ()), Err(code), "{what}");
    }
}

#[test]
fn what_cannot_be_read_back_is_not_written() {
    let unwritable = [
        HandOver { from: person("Ada / Example", "Lab"), ..statement() },
        HandOver { from: person("Ada\nfor Eve", "Lab"), ..statement() },
        HandOver { to: Some(person("", "Lab")), ..statement() },
        HandOver { heads: Vec::new(), ..statement() },
        HandOver { left_out: vec![Digest([4; 32]), Digest([3; 32])], ..statement() },
        HandOver { time: "yesterday".to_owned(), ..statement() },
    ];
    for statement in unwritable {
        assert!(statement.to_text().is_err(), "{statement:?} must not be written");
    }
}
