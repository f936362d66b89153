//! Dossiers under a passphrase: who gets in, what lies on the disk, and what a change of passphrase leaves.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, helpers included"
)]

mod common;

use std::fs;
use std::io::Cursor;
use std::path::{Path, PathBuf};

use common::*;
use dossier::key::{SALT, salt_of};
use dossier::verify::{Options, Outcome, Report};
use dossier::{Access, Dossier, DossierError, Key, Locked, Opening, reprotect, rewriting_path};

/// Texts of the sample that must not be readable in an encrypted file: an event, a projection, evidence,
/// the schema, the header.
const PLAIN: [&[u8]; 6] = [
    b"Nordwerk PLC-200",
    b"case.set/1",
    b"a short note",
    b"CREATE TABLE event",
    b"SQLite format 3",
    b"A. Example",
];

/// A key that costs nothing to make; deriving one from a passphrase is tested where that is done.
fn key(n: u8) -> &'static Key {
    Box::leak(Box::new(Key::from_raw([n; SALT], [n ^ 0x5a; 32])))
}

fn encrypted_sample(folder: &Path, key: &Key) -> PathBuf {
    let path = sample(folder);
    reprotect(&path, Some(key)).unwrap();
    path
}

fn outcome(file: Locked<'_>) -> Result<Outcome, DossierError> {
    dossier::verify(file, &Reader, Options::default(), &mut |_| true)
}

fn report(file: Locked<'_>) -> Report {
    let outcome = outcome(file).unwrap();
    outcome.report().unwrap_or_else(|| panic!("nothing is wrong with it: {outcome:?}")).clone()
}

/// Which of these bytes can be read in any file of the folder.
fn readable(folder: &Path, needles: &[&[u8]]) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let bytes = fs::read(&path).unwrap();
        for needle in needles {
            if bytes.windows(needle.len()).any(|window| window == *needle) {
                found.push(format!("{:?} in {}", String::from_utf8_lossy(needle), path.display()));
            }
        }
    }
    found
}

fn create_encrypted(path: &Path, key: &Key, pen: &Pen) -> Dossier {
    let opening = Opening { dossier: id(), card: card("A. Example"), time: TIME };
    Dossier::create(Locked::with(path, Some(key)), &opening, pen).unwrap()
}

#[test]
fn an_encrypted_dossier_is_created_written_and_opened_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let key = Key::derive("correct horse battery staple", [9; SALT]).unwrap();
    let mut dossier = create_encrypted(&path, &key, &Pen(1));
    dossier.append(&[case("object", "Nordwerk PLC-200", &[])], TIME, &Pen(1)).unwrap();
    dossier.close().unwrap();
    assert_eq!(
        salt_of(&path).unwrap(),
        Some([9; SALT]),
        "the file begins with the salt the key was made with"
    );
    let again = Key::derive("correct horse battery staple", salt_of(&path).unwrap().unwrap()).unwrap();
    let file = Locked::with(&path, Some(&again));
    let mut dossier = Dossier::open(file, Access::Write).unwrap();
    dossier.append(&[case("claim", "SL-C 2", &[])], TIME, &Pen(1)).unwrap();
    dossier.close().unwrap();
    assert_eq!(report(file).events, 3, "the file and the passphrase are all that is needed");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "the one file is the whole dossier");
}

#[test]
fn without_the_key_nothing_is_said_of_an_encrypted_dossier() {
    let folder = tempfile::tempdir().unwrap();
    let path = encrypted_sample(folder.path(), key(1));
    let wrong = Key::from_raw([1; SALT], [0; 32]);
    for access in [Access::ReadOnly, Access::Write] {
        let none = Dossier::open(&path, access).err().unwrap();
        assert_eq!(none.code(), "dossier-locked", "a passphrase must be asked for");
        for other in [&wrong, key(2)] {
            let refused = Dossier::open(Locked::with(&path, Some(other)), access).err().unwrap();
            assert_eq!(refused.code(), "dossier-not-unlocked", "another key opens nothing");
        }
    }
    let bytes = fs::read(&path).unwrap();
    assert_eq!(outcome((&path).into()).err().unwrap().code(), "dossier-locked", "unread is not wrong");
    assert_eq!(outcome(Locked::with(&path, Some(&wrong))).err().unwrap().code(), "dossier-not-unlocked");
    assert_eq!(fs::read(&path).unwrap(), bytes, "and trying changes nothing");
    Dossier::open(Locked::with(&path, Some(key(1))), Access::Write).expect("the key opens it after all that");
}

#[test]
fn a_plain_file_in_the_place_of_an_encrypted_one_is_not_taken_for_it() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let refused = Dossier::open(Locked::with(&path, Some(key(1))), Access::ReadOnly).err().unwrap();
    assert_eq!(refused.code(), "dossier-not-unlocked", "somebody who expects encryption must be told");
}

#[test]
fn encrypted_and_plain_verify_to_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let before = report((&path).into());
    reprotect(&path, Some(key(1))).unwrap();
    let locked = Locked::with(&path, Some(key(1)));
    assert_eq!(report(locked), before, "the trail does not know of the encryption");
    let chain = before.chains[0].clone();
    assert_eq!(
        dossier::verify::is_prefix(locked, &chain.chain, chain.size, &chain.root).unwrap(),
        Some(true),
        "checkpoints are compared in an encrypted dossier, too"
    );
    assert_eq!(dossier::verify::key_of(locked, &chain.chain).unwrap(), Some(chain.key));
    reprotect(locked, Some(key(2))).unwrap();
    let refused = Dossier::open(locked, Access::ReadOnly).err().unwrap();
    assert_eq!(refused.code(), "dossier-not-unlocked", "the old key opens nothing any more");
    let locked = Locked::with(&path, Some(key(2)));
    assert_eq!(report(locked), before, "nor does a change of passphrase change anything");
    reprotect(locked, None).unwrap();
    assert_eq!(report((&path).into()), before, "and what was freed of it is an ordinary dossier");
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[test]
fn nothing_is_readable_on_the_disk_at_any_moment() {
    let folder = tempfile::tempdir().unwrap();
    let plain = sample(folder.path());
    assert_eq!(
        readable(folder.path(), &PLAIN).len(),
        PLAIN.len(),
        "the search finds all of it in a plain file"
    );
    fs::remove_file(plain).unwrap();

    let path = folder.path().join("a.assay");
    let look = |when: &str, needles: &[&[u8]]| {
        assert_eq!(readable(folder.path(), needles), [] as [String; 0], "{when}");
    };
    let mut dossier = create_encrypted(&path, key(1), &Pen(1));
    look("after creating", &PLAIN);
    dossier.append(&[case("object", "Nordwerk PLC-200", &[])], TIME, &Pen(1)).unwrap();
    look("after recording", &PLAIN);
    // Large enough that pages are written before the end of the transaction.
    let bytes: Vec<u8> = b"a short note of many words; ".repeat(700_000);
    let mut journals = 0;
    let mut during = |_| {
        journals +=
            u64::from(fs::metadata(folder.path().join("a.assay-journal")).is_ok_and(|j| j.len() > 512));
        look("while evidence is taken in", &[b"a short note of many words; ".as_slice()]);
        true
    };
    let mut steps = 0_u32;
    let mut sometimes = |going| {
        steps += 1;
        if steps.is_multiple_of(40) { during(going) } else { true }
    };
    let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, "a")];
    let stored = dossier
        .ingest_and_name(&mut Cursor::new(&bytes), &mut sometimes, &mut naming, TIME, &Pen(1))
        .unwrap()
        .0;
    assert!(journals > 0, "the journal was looked at while it held pages");
    look("after taking in evidence", &PLAIN);
    // Overwritten and deleted pages go through the journal.
    let event = dossier::NewEvent {
        kind: "evidence.withhold/1".into(),
        payload: trail::json::Value::map([
            ("sha256", text(&stored.sha256.to_string())),
            ("reason", text("confidential")),
            ("supersedes", ids(&[])),
        ]),
    };
    dossier.withhold(&stored.sha256, event, TIME, &Pen(1)).unwrap();
    look("after withholding evidence", &PLAIN);
    let copy = folder.path().join("copy.assay");
    dossier.vacuum_into(&copy).unwrap();
    look("after writing the copy to hand over", &PLAIN);
    dossier.close().unwrap();
    let file = Locked::with(&path, Some(key(1)));
    assert_eq!(report(Locked::with(&copy, Some(key(1)))).events, report(file).events, "the copy is whole");
    reprotect(file, Some(key(2))).unwrap();
    look("after changing the passphrase", &PLAIN);
}

#[test]
fn a_copy_takes_another_key_or_none() {
    let folder = tempfile::tempdir().unwrap();
    let path = encrypted_sample(folder.path(), key(1));
    let before = report(Locked::with(&path, Some(key(1))));
    let dossier = Dossier::open(Locked::with(&path, Some(key(1))), Access::ReadOnly).unwrap();
    for (name, other) in [("plain.assay", None), ("theirs.assay", Some(key(7)))] {
        let copy = folder.path().join(name);
        let target = Locked::with(&copy, other);
        dossier.copy_to(target).unwrap();
        assert_eq!(report(target), before, "{name} is the same dossier");
        let again = dossier.copy_to(target).err().unwrap();
        assert_eq!(again.code(), "dossier-exists", "nothing is overwritten");
    }
}

#[test]
fn what_an_interrupted_change_left_is_swept_and_the_old_key_still_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = encrypted_sample(folder.path(), key(1));
    let locked = Locked::with(&path, Some(key(1)));
    let fresh = rewriting_path(&path);
    let dossier = Dossier::open(locked, Access::ReadOnly).unwrap();
    dossier.copy_to(Locked::with(&fresh, None)).unwrap();
    let whole = fs::read(&fresh).unwrap();
    drop(dossier);
    // As if the power had gone at some moment of writing the new file, and right before its renaming.
    for cut in [0, 1, 512, 16384, 50_000, whole.len()] {
        fs::write(&fresh, &whole[..cut]).unwrap();
        fs::write(folder.path().join("sample.assay.rewriting-journal"), b"half a journal").unwrap();
        Dossier::open(locked, Access::Write).unwrap().close().unwrap();
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "cut at {cut}: nothing plain stays behind"
        );
        assert_eq!(report(locked).events, 13, "cut at {cut}: the dossier is the old one");
    }
}

#[test]
fn recording_goes_on_after_something_was_undone() {
    let folder = tempfile::tempdir().unwrap();
    let path = encrypted_sample(folder.path(), key(1));
    let locked = Locked::with(&path, Some(key(1)));
    let mut dossier = Dossier::open(locked, Access::Write).unwrap();
    let bytes = vec![1_u8; dossier::CHUNK * 9];
    for part in [4, 5, 6] {
        let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, "a")];
        // Stopped while chunks are written, some of them on the disk already.
        let mut stop = |going: dossier::Going| going.total == 0 || going.done < going.total * part / 9;
        let stopped =
            dossier.ingest_and_name(&mut Cursor::new(&bytes), &mut stop, &mut naming, TIME, &Pen(1));
        assert_eq!(stopped.err().unwrap().code(), "dossier-cancelled");
        let value = format!("after {part}");
        dossier
            .append(&[case("note", &value, &[])], TIME, &Pen(1))
            .expect("nobody else has changed the file");
    }
    let other = put_over(&path);
    let noticed = dossier.append(&[case("note", "later", &[])], TIME, &Pen(1));
    assert_eq!(
        noticed.err().unwrap().code(),
        "dossier-changed-outside",
        "{other} bytes were put there by somebody"
    );
}

/// Somebody writes a copy over the open file.
fn put_over(path: &Path) -> usize {
    let fresh = path.with_extension("older");
    let dossier = Dossier::open(Locked::with(path, Some(key(1))), Access::ReadOnly).unwrap();
    dossier.copy_to(Locked::with(&fresh, Some(key(1)))).unwrap();
    let bytes = fs::read(&fresh).unwrap();
    let file = fs::OpenOptions::new().write(true).open(path).unwrap();
    std::os::unix::fs::FileExt::write_all_at(&file, &bytes, 0).unwrap();
    file.set_len(bytes.len() as u64).unwrap();
    bytes.len()
}

#[test]
fn page_1_half_written_is_repaired_from_the_journal() {
    let folder = tempfile::tempdir().unwrap();
    let path = encrypted_sample(folder.path(), key(1));
    let locked = Locked::with(&path, Some(key(1)));
    // A save stopped in the middle: the journal as it lay there, and page 1 of two halves.
    let journal = folder.path().join("sample.assay-journal");
    let old = fs::read(&path).unwrap();
    let mut dossier = Dossier::open(locked, Access::Write).unwrap();
    let bytes = vec![1_u8; dossier::CHUNK * 9];
    let mut kept = None;
    let mut keep = |_| {
        // Once the file grows, the journal has been synced and is what a cut would leave.
        if kept.is_none() && fs::metadata(&path).unwrap().len() > old.len() as u64 {
            kept = Some(fs::read(&journal).unwrap());
        }
        kept.is_none()
    };
    let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, "a")];
    let _ = dossier.ingest_and_name(&mut Cursor::new(&bytes), &mut keep, &mut naming, TIME, &Pen(1));
    dossier.append(&[case("object", "Nordwerk PLC-300", &[])], TIME, &Pen(1)).unwrap();
    dossier.close().unwrap();
    let kept = kept.expect("the journal held pages at some moment");
    let new = fs::read(&path).unwrap();
    let torn: Vec<u8> = [&new[..8192], &old[8192..]].concat();
    fs::write(&path, torn).unwrap();
    fs::write(&journal, kept).unwrap();
    let refused = Dossier::open(locked, Access::ReadOnly).err().unwrap();
    assert_eq!(refused.code(), "dossier-needs-recovery", "a reader cannot undo it, and says so");
    let wrong =
        Dossier::open(Locked::with(&path, Some(&Key::from_raw([1; SALT], [0; 32]))), Access::ReadOnly);
    assert!(wrong.is_err(), "and a wrong key opens nothing in that state either");
    Dossier::open(locked, Access::Write).expect("a writer undoes it").close().unwrap();
    assert_eq!(report(locked).events, 13, "nothing that was acknowledged before is lost");
}

#[test]
fn every_page_that_is_changed_swapped_or_put_back_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = encrypted_sample(folder.path(), key(1));
    let locked = Locked::with(&path, Some(key(1)));
    let page = 16384;
    let original = fs::read(&path).unwrap();
    let pages = original.len() / page;
    let noticed = |bytes: &[u8], what: &str| {
        fs::write(&path, bytes).unwrap();
        assert!(!matches!(outcome(locked), Ok(Outcome::Ok(_))), "{what} must be noticed");
    };
    for n in 0..pages {
        for at in [0, 15, 16, 100, 8000, page - 81, page - 80, page - 64, page - 1] {
            let mut bytes = original.clone();
            bytes[n * page + at] ^= 1;
            noticed(&bytes, &format!("byte {at} of page {} changed", n + 1));
        }
        let mut bytes = original.clone();
        bytes[n * page..(n + 1) * page].fill(0);
        noticed(&bytes, &format!("page {} emptied", n + 1));
    }
    for n in 1..pages - 1 {
        let mut bytes = original.clone();
        let (first, second) = bytes[n * page..(n + 2) * page].split_at_mut(page);
        first.swap_with_slice(second);
        noticed(&bytes, &format!("pages {} and {} swapped", n + 1, n + 2));
    }
    noticed(&original[..original.len() - page], "the last page cut off");
    // Each page is genuine, but of an older state: the cipher does not see that, the trail does.
    fs::write(&path, &original).unwrap();
    let mut dossier = Dossier::open(locked, Access::Write).unwrap();
    dossier.append(&[case("object", "another", &[])], TIME, &Pen(1)).unwrap();
    dossier.close().unwrap();
    let newer = fs::read(&path).unwrap();
    let changed: Vec<usize> = (0..pages)
        .filter(|n| newer[n * page..(n + 1) * page] != original[n * page..(n + 1) * page])
        .collect();
    assert!(changed.len() >= 3, "an event changes page 1, tables and indexes: {changed:?}");
    for n in changed.into_iter().filter(|n| *n > 0) {
        let mut bytes = newer.clone();
        bytes[n * page..(n + 1) * page].copy_from_slice(&original[n * page..(n + 1) * page]);
        noticed(&bytes, &format!("page {} put back", n + 1));
    }
}

#[test]
fn a_copy_of_the_open_file_alone_opens() {
    let folder = tempfile::tempdir().unwrap();
    let path = encrypted_sample(folder.path(), key(1));
    let mut dossier = Dossier::open(Locked::with(&path, Some(key(1))), Access::Write).unwrap();
    dossier.append(&[case("object", "Nordwerk PLC-300", &[])], TIME, &Pen(1)).unwrap();
    let copy = folder.path().join("copied.assay");
    fs::copy(&path, &copy).unwrap();
    assert_eq!(report(Locked::with(&copy, Some(key(1)))).events, 14, "the file alone locks nobody out");
}
