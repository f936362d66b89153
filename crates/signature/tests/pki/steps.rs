//! A small report on its way: prepared, signed by three people, completed. Every step is a file.
#![allow(dead_code, reason = "each test that includes it uses a part")]

use std::path::{Path, PathBuf};

use signature::cades;
use signature::pades::{self, Appearance, Field, Signing, ValidationData};
use signature::{DocumentKey as _, timestamp};

use super::pki::{Pki, Who, now};

/// A file of this repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let root = here.ancestors().find(|folder| folder.join("fixtures").is_dir()).expect("the repository");
    root.join(path)
}

pub(crate) fn small() -> Vec<u8> {
    std::fs::read(repository("fixtures/vectors/pdf/small.pdf")).expect("the fixture")
}

/// Three boxes beside each other on the second page.
pub(crate) fn fields() -> Vec<Field> {
    let place = |name: &str, label: &str, x: f64| Field {
        name: name.into(),
        label: label.into(),
        page: 2,
        x,
        y: 90.0,
        width: 150.0,
        height: 40.0,
    };
    vec![
        place("evaluator", "Signature of the evaluator", 56.7),
        place("reviewer", "Unterschrift der prüfenden Person", 216.7),
        place("decision", "Signature of the decision maker", 376.7),
    ]
}

pub(crate) fn prepared() -> Vec<u8> {
    pades::prepare(&small(), &fields()).expect("the small report has room")
}

/// One signature, with or without a time stamp.
pub(crate) fn sign(pki: &Pki, pdf: &[u8], who: Who, stamped: bool) -> Vec<u8> {
    let key = pki.signer(who);
    let font = std::fs::read(repository("crates/report/fonts/NotoSans-Regular.ttf")).expect("a font");
    let name = format!("Dr. {} Beispiel", who.name());
    let lines = [format!("Signed by {name}"), "Nordwerk Prüfstelle GmbH".into(), "a key in a file".into()];
    let appearance = Appearance { lines: &lines, font: &font };
    let signing = Signing { name: &name, claimed: now(), appearance };
    let begun = pades::begin(pdf, who.name(), &signing).expect("an empty field");
    let mut cms = cades::sign(&key, &begun.digest(key.algorithm()), None).expect("the key signs");
    if stamped {
        let value = cades::signature_value(&cms).expect("a signature");
        cms = cades::with_time_stamp(&cms, &pki.stamp(&value)).expect("a stamp over it");
    }
    begun.finish(&cms).expect("it fits")
}

pub(crate) fn with_data(pki: &Pki, pdf: &[u8]) -> Vec<u8> {
    let data = ValidationData { crls: pki.crls(), ..ValidationData::default() };
    pades::add_validation_data(pdf, &data).expect("a signed file")
}

pub(crate) fn with_time_stamp(pki: &Pki, pdf: &[u8]) -> Vec<u8> {
    let begun = pades::begin_time_stamp(pdf).expect("a signed file");
    let reply = pki.stamp(&begun.signed_bytes());
    let root = std::fs::read_to_string(pki.folder().join("root.crt")).expect("the root");
    timestamp::check(&reply, &begun.signed_bytes(), None, &root).expect("a stamp over the file");
    begun.finish_time_stamp(&reply).expect("it fits")
}

/// Every file on the way, with its name.
pub(crate) fn all(pki: &Pki) -> Vec<(&'static str, Vec<u8>)> {
    let prepared = prepared();
    let one = sign(pki, &prepared, Who::Evaluator, true);
    let two = sign(pki, &one, Who::Reviewer, true);
    let three = sign(pki, &two, Who::Decision, true);
    let data = with_data(pki, &three);
    let archive = with_time_stamp(pki, &data);
    vec![
        ("0-prepared", prepared),
        ("1-evaluator", one),
        ("2-reviewer", two),
        ("3-decision", three),
        ("4-lt", data),
        ("5-lta", archive),
    ]
}
