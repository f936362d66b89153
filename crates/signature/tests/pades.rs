//! Signatures in a PDF by our own verifier: what each step shows, and what is refused.

mod pki;
#[path = "pki/steps.rs"]
mod steps;

use lopdf::{Dictionary, Document, IncrementalDocument, Object, Stream, dictionary};
use pki::{Pki, Who, now};
use signature::cades::{Revocation, SignatureProblem, Trust, When};
use signature::pades::{self, Checked, Kind, Level, PdfProblem};

fn made() -> (tempfile::TempDir, Pki) {
    let folder = tempfile::tempdir().expect("a folder");
    let pki = Pki::new(folder.path());
    (folder, pki)
}

struct Reader {
    anchors: Vec<Vec<u8>>,
    crls: Vec<Vec<u8>>,
    now: u64,
}

impl Reader {
    fn of(pki: &Pki) -> Self {
        Self { anchors: pki.root(), crls: Vec::new(), now: now() }
    }

    fn check(&self, pdf: &[u8]) -> Result<Checked, PdfProblem> {
        pades::check(
            pdf,
            &Trust { anchors: &self.anchors, certificates: &[], crls: &self.crls, now: self.now },
        )
    }
}

/// Whether everything a reader wants holds: every signature intact, by somebody known, at a time that is shown.
fn good(checked: &Result<Checked, PdfProblem>, signatures: usize) -> bool {
    checked.as_ref().is_ok_and(|checked| {
        checked.signatures.len() == signatures
            && checked.issued_len.is_some()
            && checked.signatures.iter().all(|one| {
                one.answer.intact.is_ok()
                    && one.answer.who.as_ref().is_none_or(|who| who.chain.is_trusted())
                    && matches!(&one.answer.when, When::Stamped(stamp) if stamp.chain.is_trusted())
            })
    })
}

#[test]
fn every_step_says_what_is_signed_and_what_is_missing() {
    let (_folder, pki) = made();
    let reader = Reader::of(&pki);
    let steps = steps::all(&pki);
    let prepared = &steps[0].1;
    assert_eq!(&steps::prepared(), prepared, "the same file and fields give the same bytes");
    assert!(prepared.starts_with(&steps::small()), "nothing of the report was touched");
    let empty = reader.check(prepared).expect("a prepared file");
    assert_eq!(empty.open, ["evaluator", "reviewer", "decision"], "the fields are there and empty");
    assert!(!empty.is_intact(), "a file that nobody signed shows nothing");
    let levels = [
        vec![Level::Stamped],
        vec![Level::Stamped; 2],
        vec![Level::Stamped; 3],
        vec![Level::LongTerm; 3],
        vec![Level::Archive; 3],
    ];
    for ((name, bytes), expected) in steps.iter().skip(1).zip(levels) {
        let checked = reader.check(bytes).expect(name);
        assert!(checked.is_intact(), "{name}: {checked:#?}");
        assert_eq!(checked.issued_len, Some(prepared.len()), "{name}: what was issued is the prepared file");
        let people: Vec<_> = checked.signatures.iter().filter(|one| one.kind == Kind::Signature).collect();
        let found: Vec<_> = people.iter().map(|one| one.level.expect("a level")).collect();
        assert_eq!(found, expected, "{name}: levels");
        for (one, who) in people.iter().zip(["evaluator", "reviewer", "decision"]) {
            assert_eq!(one.field, who, "{name}: in the order they signed");
            assert_eq!(one.certifies, who == "evaluator", "{name}: the first one certifies");
            let signer = one.answer.who.as_ref().expect("a certificate");
            assert!(signer.subject.contains(who) && signer.chain.is_trusted(), "{name}: {signer:?}");
            assert!(
                matches!(&one.answer.when, When::Stamped(stamp) if stamp.chain.is_trusted()),
                "{name}: stamped"
            );
            let known = matches!(one.answer.revocation, Revocation::Good { .. });
            assert_eq!(known, name.contains("lt"), "{name}: lists come with the validation data: {one:?}");
        }
    }
    let last = reader.check(&steps[5].1).unwrap();
    assert_eq!(last.signatures[3].kind, Kind::DocumentTimeStamp, "the last one is the authority's");
    assert!(last.open.is_empty(), "no field is left");
    assert!(steps[5].1.len() < 250_000, "six steps stay small: {}", steps[5].1.len());
}

#[test]
fn a_signature_without_network_can_be_completed_later() {
    let (_folder, pki) = made();
    let reader = Reader::of(&pki);
    let plain = steps::sign(&pki, &steps::prepared(), Who::Evaluator, false);
    let checked = reader.check(&plain).unwrap();
    let one = &checked.signatures[0];
    assert_eq!(one.level, Some(Level::Basic), "no stamp yet");
    assert_eq!(Level::Basic.missing(), Some(pades::Missing::TimeStamp), "and this is what lacks");
    assert!(matches!(&one.answer.when, When::Claimed(time) if time.ends_with('Z')), "{:?}", one.answer.when);
    let later = steps::with_time_stamp(&pki, &steps::with_data(&pki, &plain));
    let later = reader.check(&later).unwrap();
    assert!(later.is_intact(), "a document time stamp can still be added: {later:#?}");
    let two = steps::with_time_stamp(&pki, &steps::with_time_stamp(&pki, &plain));
    assert!(reader.check(&two).unwrap().is_intact(), "and another one after it");
}

#[test]
fn what_is_not_there_to_be_signed_is_refused() {
    let (_folder, pki) = made();
    let prepared = steps::prepared();
    let refused = |pdf: &[u8], field: &str| {
        let lines = ["漢".to_owned()];
        let appearance = pades::Appearance { lines: &lines, font: b"no font" };
        pades::begin(pdf, field, &pades::Signing { name: "A", claimed: 0, appearance }).expect_err("refused")
    };
    assert_eq!(
        pades::prepare(&prepared, &steps::fields()),
        Err(PdfProblem::Prepared),
        "fields are made once"
    );
    assert_eq!(refused(&steps::small(), "evaluator"), PdfProblem::NotPrepared, "no fields");
    assert_eq!(refused(&prepared, "client"), PdfProblem::NotPrepared, "no such field");
    assert_eq!(refused(&prepared, "evaluator"), PdfProblem::Font, "no font");
    let signed = steps::sign(&pki, &prepared, Who::Evaluator, false);
    assert_eq!(
        refused(&signed, "evaluator"),
        PdfProblem::Signed("evaluator".into()),
        "a field is signed once"
    );
    let mut outside = steps::fields();
    outside[0].x = 590.0;
    let place = PdfProblem::Place("evaluator".into());
    assert_eq!(pades::prepare(&steps::small(), &outside), Err(place.clone()), "a box beyond the page");
    outside[0].page = 3;
    assert_eq!(pades::prepare(&steps::small(), &outside), Err(place), "a page that is not there");
    assert!(matches!(pades::check(b"no PDF", &Trust::default()), Err(PdfProblem::Unreadable(_))), "no PDF");
    assert_eq!(
        pades::issued_part(&signed).map(<[u8]>::len),
        Ok(prepared.len()),
        "the part that the trail knows is found without trusting anyone"
    );
}

#[test]
fn no_changed_byte_and_no_cut_goes_unnoticed() {
    let (_folder, pki) = made();
    let reader = Reader::of(&pki);
    let steps = steps::all(&pki);
    let file = &steps[3].1;
    assert!(good(&reader.check(file), 3), "the file as it was signed");
    let root = &reader.anchors[0];
    let hex: Vec<u8> = root.iter().flat_map(|byte| format!("{byte:02x}").into_bytes()).collect();
    // The root is in the reader's hands: copies of it in the file may be anything.
    let copies: Vec<usize> =
        file.windows(hex.len()).enumerate().filter(|(_, w)| *w == hex).map(|(at, _)| at).collect();
    let is_copy = |at: usize| copies.iter().any(|from| (*from..from + hex.len()).contains(&at));
    // Where the last hole is, every few bytes; elsewhere 73 places over the whole file.
    let last = file.windows(10).rposition(|window| window == b"/Contents ").expect("a hole");
    let places = (0..73).map(|n| n * file.len() / 73).chain((last..last + 32_780).step_by(131));
    let mut tried = 0;
    for at in places.filter(|at| !is_copy(*at)) {
        for bit in [0x01, 0x20] {
            let mut changed = file.clone();
            changed[at] ^= bit;
            assert!(!good(&reader.check(&changed), 3), "byte {at} was changed, bit {bit:02x}");
            tried += 1;
        }
    }
    assert!(tried > 500, "so many places were tried: {tried}");
    for cut in (0..file.len()).step_by(997).chain([file.len() - 1]) {
        assert!(!good(&reader.check(&file[..cut]), 3), "the file ends at {cut}");
    }
    for more in [&b"\n"[..], b"%", b"\n%%EOF\n", b"startxref\n9\n%%EOF\n"] {
        assert!(!good(&reader.check(&[file, more].concat()), 3), "{more:?} was appended");
    }
}

#[test]
fn what_stands_behind_the_signed_data_must_be_zero() {
    let (_folder, pki) = made();
    let reader = Reader::of(&pki);
    let mut file = steps::sign(&pki, &steps::prepared(), Who::Evaluator, true);
    let hole = file.windows(11).position(|window| window == b"/Contents <").expect("a hole");
    let end = hole + file[hole..].iter().position(|byte| *byte == b'>').expect("its end") - 1;
    file[end] = b'1';
    let checked = reader.check(&file).expect("still a PDF");
    assert_eq!(checked.signatures[0].answer.intact, Err(SignatureProblem::Padding), "no ByteRange covers it");
}

/// The file with an unsigned update that somebody appended.
fn shadowed(file: &[u8], change: impl FnOnce(&Document, &mut Document)) -> Vec<u8> {
    let document = Document::load_mem(file).expect("a PDF");
    let mut update = IncrementalDocument::create_from(file.to_vec(), document.clone());
    change(&document, &mut update.new_document);
    let mut out = Vec::new();
    update.save_to(&mut out).expect("written");
    out
}

fn page(document: &Document, number: u32) -> ((u32, u16), Dictionary) {
    let id = document.get_pages()[&number];
    (id, document.get_dictionary(id).unwrap().clone())
}

fn catalog(document: &Document) -> ((u32, u16), Dictionary) {
    let id = document.trailer.get(b"Root").and_then(Object::as_reference).unwrap();
    (id, document.get_dictionary(id).unwrap().clone())
}

#[test]
fn shadow_updates_are_named() {
    let (_folder, pki) = made();
    let reader = Reader::of(&pki);
    let two =
        steps::sign(&pki, &steps::sign(&pki, &steps::prepared(), Who::Evaluator, true), Who::Reviewer, true);
    type Change = fn(&Document, &mut Document);
    let cases: [(&str, Change, &str); 9] = [
        (
            "the content of a page is exchanged",
            |old, new| {
                let (id, mut page) = page(old, 1);
                let content = new.add_object(Stream::new(Dictionary::new(), b"0 0 100 100 re f".to_vec()));
                page.set("Contents", content);
                new.set_object(id, page);
            },
            "(Page): Contents",
        ),
        (
            "a note is laid over a page",
            |old, new| {
                let (id, mut page) = page(old, 1);
                let mut all = page.get(b"Annots").unwrap().as_array().unwrap().clone();
                let note = dictionary! { "Type" => "Annot", "Subtype" => "FreeText" };
                all.push(Object::Reference(new.add_object(note)));
                page.set("Annots", all);
                new.set_object(id, page);
            },
            "(Page): Annots",
        ),
        (
            "an action runs when the file is opened",
            |old, new| {
                let (id, mut catalog) = catalog(old);
                catalog.set("OpenAction", dictionary! { "S" => "JavaScript" });
                new.set_object(id, catalog);
            },
            "catalog: OpenAction",
        ),
        (
            "an object that nothing leads to",
            |_, new| {
                new.add_object(dictionary! { "Type" => "Page" });
            },
            "(Page) was added",
        ),
        (
            "the rights are taken off",
            |old, new| {
                let (id, mut catalog) = catalog(old);
                catalog.remove(b"Perms");
                new.set_object(id, catalog);
            },
            "catalog: Perms",
        ),
        (
            "a signed field is emptied",
            |old, new| {
                let (id, catalog) = catalog(old);
                let form = catalog.get(b"AcroForm").unwrap().as_dict().unwrap();
                let field = form.get(b"Fields").unwrap().as_array().unwrap()[0].as_reference().unwrap();
                let mut emptied = old.get_dictionary(field).unwrap().clone();
                emptied.remove(b"V");
                new.set_object(field, emptied);
                new.set_object(id, catalog);
            },
            "field evaluator",
        ),
        (
            "a signed field is drawn anew",
            |old, new| {
                let (_, catalog) = catalog(old);
                let form = catalog.get(b"AcroForm").unwrap().as_dict().unwrap();
                let field = form.get(b"Fields").unwrap().as_array().unwrap()[1].as_reference().unwrap();
                let mut drawn = old.get_dictionary(field).unwrap().clone();
                let form = dictionary! { "Type" => "XObject", "Subtype" => "Form" };
                let drawing = new.add_object(Stream::new(form, b"0 0 9 9 re f".to_vec()));
                drawn.set("AP", dictionary! { "N" => drawing });
                new.set_object(field, drawn);
            },
            "field reviewer",
        ),
        (
            "a page hides in the security store",
            |old, new| {
                let (id, mut catalog) = catalog(old);
                let (page, mut changed) = page(old, 1);
                changed.set("Rotate", 180);
                catalog.set("DSS", dictionary! { "Certs" => vec![Object::Reference(page)] });
                new.set_object(page, changed);
                new.set_object(id, catalog);
            },
            "(Page): Rotate",
        ),
        (
            "the form is told to draw all fields anew",
            |old, new| {
                let (id, mut catalog) = catalog(old);
                let mut form = catalog.get(b"AcroForm").unwrap().as_dict().unwrap().clone();
                form.set("NeedAppearances", true);
                catalog.set("AcroForm", form);
                new.set_object(id, catalog);
            },
            "AcroForm: NeedAppearances",
        ),
    ];
    for (what, change, named) in cases {
        let shadow = shadowed(&two, change);
        let checked = reader.check(&shadow).unwrap_or_else(|why| panic!("{what}: a PDF all the same: {why}"));
        let expected = if named == "field evaluator" { 1 } else { 2 };
        assert_eq!(checked.signatures.len(), expected, "{what}: the signatures that are left are found");
        for one in &checked.signatures {
            let Err(SignatureProblem::Changed(found)) = &one.answer.intact else {
                panic!("{what}: {} must not be intact: {:?}", one.field, one.answer.intact)
            };
            assert!(found.contains(named), "{what}: it is named: {found}");
        }
    }
}

#[test]
fn one_signature_does_not_fill_two_fields() {
    let (_folder, pki) = made();
    let one = steps::sign(&pki, &steps::prepared(), Who::Evaluator, true);
    let twice = shadowed(&one, |old, new| {
        let (_, catalog) = catalog(old);
        let form = catalog.get(b"AcroForm").unwrap().as_dict().unwrap();
        let fields = form.get(b"Fields").unwrap().as_array().unwrap();
        let [first, second] = [0, 1].map(|n: usize| fields[n].as_reference().unwrap());
        let mut filled = old.get_dictionary(second).unwrap().clone();
        filled.set("V", old.get_dictionary(first).unwrap().get(b"V").unwrap().clone());
        new.set_object(second, filled);
    });
    let checked = Reader::of(&pki).check(&twice).unwrap();
    let [first, second] = checked.signatures.as_slice() else {
        panic!("two fields have a value: {checked:#?}")
    };
    assert!(matches!(first.answer.intact, Err(SignatureProblem::Changed(_))), "it came after: {first:?}");
    assert_eq!(second.answer.intact, Err(SignatureProblem::Range), "and is nobody's second signature");
}

#[test]
fn a_change_between_issue_and_first_signature_is_not_taken_for_the_report() {
    let (_folder, pki) = made();
    let reader = Reader::of(&pki);
    let changed = shadowed(&steps::prepared(), |old, new| {
        let (id, mut page) = page(old, 1);
        page.set("Rotate", 180);
        new.set_object(id, page);
    });
    let signed = steps::sign(&pki, &changed, Who::Evaluator, true);
    let checked = reader.check(&signed).unwrap();
    assert!(checked.is_intact(), "the signer signed what was there");
    let issued = checked.issued_len.expect("a part before the signature");
    assert_ne!(issued, steps::prepared().len(), "but that is not what was issued: its SHA-256 is another");
}

#[test]
fn torn_files_are_refused_and_none_makes_it_fail_badly() {
    let (_folder, pki) = made();
    let reader = Reader::of(&pki);
    let file = steps::sign(&pki, &steps::prepared(), Who::Evaluator, true);
    let pieces: [&[u8]; 12] = [
        b"/Prev 0 ",
        b"/Prev 29000",
        b"99999999999",
        b"-1",
        b"<<",
        b"[[[[",
        b" 57 0 R ",
        b"/Type /Page",
        b"endobj",
        b"startxref\n0\n%%EOF",
        b"/Size 4294967295",
        b"(",
    ];
    // A fixed sequence, so that a failure can be repeated.
    let mut state = 0x5eed_u64;
    let mut next = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33).unwrap() % below
    };
    for round in 0..400 {
        let mut torn = file.clone();
        for _ in 0..=next(3) {
            // Most of the file is the room of the signature: aim beside it as often.
            let at = if next(2) == 0 { next(torn.len()) } else { torn.len() - 1 - next(2_000) };
            let piece = pieces[next(pieces.len())];
            let end = (at + if next(2) == 0 { piece.len() } else { 0 }).min(torn.len());
            torn.splice(at..end, piece.iter().copied());
        }
        if torn != file {
            assert!(!good(&reader.check(&torn), 1), "round {round}");
        }
    }
    let deep = [
        &b"%PDF-1.7\n1 0 obj\n"[..],
        &b"[".repeat(200_000),
        b"\nendobj\nxref\n0 2\n0000000000 65535 f \n0000000009 00000 n \n",
    ]
    .concat();
    let start = deep.len() - 46;
    let deep =
        [&deep[..], format!("trailer\n<</Size 2/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n").as_bytes()]
            .concat();
    assert!(matches!(reader.check(&deep), Err(PdfProblem::Unreadable(_))), "nested too deep");
}
