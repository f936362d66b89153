//! What is recorded comes back, and what must not be recorded is refused.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

mod common;

use std::io::Cursor;

use common::*;
use dossier::{Access, Dossier, DossierError, NewEvent};
use trail::json::Value;
use trail::{ChainId, Digest};

#[test]
fn what_is_recorded_comes_back_after_closing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    let ids = dossier.append(&[case("object", "PLC", &[]), case("claim", "SL 2", &[])], TIME, &pen).unwrap();
    let heads = dossier.heads();
    dossier.close().unwrap();
    let beside: Vec<_> =
        std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(beside, ["a.assay"], "a closed dossier is one file, with no journal and no lock beside it");

    let dossier = Dossier::open(&path, Access::ReadOnly).unwrap();
    assert_eq!(dossier.id(), id(), "the dossier's id is in its events");
    assert_eq!(dossier.heads(), heads, "heads are read back from the file as they were");
    let events = dossier.events(2..4).unwrap();
    assert_eq!(events.iter().map(|event| event.id).collect::<Vec<_>>(), ids, "events keep their order");
    assert_eq!(dossier.event(&ids[0]).unwrap(), events[0], "an event is found by its id");
    let rows = dossier.current("case").unwrap();
    let shown: Vec<_> = rows.iter().map(|row| (row.field.as_str(), row.event)).collect();
    assert_eq!(shown, [("claim", ids[1]), ("object", ids[0])], "the projection shows both values");
}

#[test]
fn a_second_writer_is_told_that_the_dossier_is_in_use_and_may_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let dossier = create(&path, &Pen(1));
    let second = Dossier::open(&path, Access::Write);
    assert!(matches!(second, Err(DossierError::InUse { .. })), "there is one writer: {second:?}");
    let mut reader = Dossier::open(&path, Access::ReadOnly).unwrap();
    let refused = reader.append(&[case("a", "b", &[])], TIME, &Pen(1));
    assert!(matches!(refused, Err(DossierError::ReadOnly { .. })), "a reader cannot record: {refused:?}");
    drop(reader);
    dossier.close().unwrap();
    Dossier::open(&path, Access::Write).expect("the lock is gone with its holder");
}

#[test]
fn creating_over_a_file_is_refused_and_the_file_stays() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    std::fs::write(&path, "precious").unwrap();
    let opening = dossier::Opening { dossier: id(), card: card("A"), time: TIME };
    let refused = Dossier::create(&path, &opening, &Pen(1));
    assert!(matches!(refused, Err(DossierError::Exists { .. })), "nothing is overwritten: {refused:?}");
    assert_eq!(std::fs::read(&path).unwrap(), b"precious", "the file that was there is untouched");
    let other = Dossier::open(&path, Access::Write);
    assert!(matches!(other, Err(DossierError::NotADossier { .. })), "a text file is no dossier: {other:?}");
}

#[test]
fn an_event_names_the_newest_of_every_other_chain_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let (lead, second) = (Pen(1), Pen(2));
    let mut dossier = create(&path, &lead);
    dossier.open_chain(card("B"), TIME, &second).unwrap();
    let ids = dossier.append(&[case("a", "1", &[]), case("b", "2", &[])], TIME, &lead).unwrap();
    dossier.append(&[case("c", "3", &[]), case("d", "4", &[])], TIME, &second).unwrap();
    dossier.close().unwrap();
    // Reopened: what was named must be known from the file.
    let mut dossier = Dossier::open(&path, Access::Write).unwrap();
    dossier.append(&[case("e", "5", &[])], TIME, &second).unwrap();
    let parents: Vec<Vec<_>> = dossier
        .events(1..9)
        .unwrap()
        .iter()
        .map(|stored| stored.event().unwrap().parents.iter().map(|parent| parent.seq).collect())
        .collect();
    let expected: [&[u64]; 7] = [&[], &[0], &[0], &[], &[2], &[], &[]];
    assert_eq!(parents, expected, "each event names what is new in the other chain, and names it once");
    let named = dossier.events(5..6).unwrap()[0].event().unwrap().parents[0].id;
    assert_eq!(named, ids[1], "the newest event is the one that is named");
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "the dossier of two authors verifies");
}

#[test]
fn a_key_without_a_chain_must_open_one_first_and_only_once() {
    let folder = tempfile::tempdir().unwrap();
    let mut dossier = create(&folder.path().join("a.assay"), &Pen(1));
    let refused = dossier.append(&[case("a", "b", &[])], TIME, &Pen(2));
    assert!(matches!(refused, Err(DossierError::ChainNotOpen { .. })), "no opening, no event: {refused:?}");
    let refused = dossier.open_chain(card("A"), TIME, &Pen(1));
    assert!(matches!(refused, Err(DossierError::ChainOpen { .. })), "a chain opens once: {refused:?}");
}

#[test]
fn a_batch_is_recorded_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    let good = dossier.append(&[case("a", "1", &[])], TIME, &pen).unwrap();
    let (heads, digest) = (dossier.heads(), dossier.projection_digest().unwrap());
    let bad_batches = [
        vec![case("b", "1", &[]), case("c", "1", &[Digest::of(b"nothing")])],
        vec![case("b", "1", &[]), case("other field", "1", &good)],
        vec![
            case("b", "1", &[]),
            NewEvent { kind: "no version".into(), payload: Value::map([("a", 1_i64)]) },
        ],
        vec![
            case("b", "1", &[]),
            NewEvent {
                kind: "case.set/1".into(),
                payload: Value::map([("field", text("x")), ("supersedes", Value::List(vec![text("?")]))]),
            },
        ],
        vec![case("b", "1", &[]), case("b", &"x".repeat(70_000), &[])],
    ];
    for batch in bad_batches {
        let refused = dossier.append(&batch, TIME, &pen);
        assert!(
            matches!(refused, Err(DossierError::Supersedes { .. } | DossierError::Link { .. })),
            "an event that would not verify is not recorded: {refused:?}"
        );
        assert_eq!(dossier.heads(), heads, "the chain stands where it stood");
        assert_eq!(dossier.projection_digest().unwrap(), digest, "so does the projection");
    }
    dossier.append(&[case("a", "2", &good)], TIME, &pen).unwrap();
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "recording goes on after a refusal");
}

#[test]
fn writing_by_somebody_who_did_not_ask_for_the_lock_is_noticed() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    raw(&path, "UPDATE current SET value = '{}'; DELETE FROM event WHERE n > 1; UPDATE event SET n = 1");
    let refused = dossier.append(&[case("a", "1", &[])], TIME, &pen);
    assert!(
        matches!(refused, Err(DossierError::ChangedOutside { .. })),
        "a fork is not written: {refused:?}"
    );
}

#[test]
fn the_projection_can_be_dropped_and_rebuilt_to_the_same_content() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let mut dossier = Dossier::open(&path, Access::Write).unwrap();
    let before = dossier.projection_digest().unwrap();
    let mut rows = 0;
    dossier
        .each_current(&mut |_| {
            rows += 1;
            Ok(())
        })
        .unwrap();
    assert_eq!(rows, 7, "object, claim, issuer, note, after, and two pieces of evidence stand");
    assert_eq!(dossier.rebuild_projection().unwrap(), rows, "as many rows come back");
    assert_eq!(dossier.projection_digest().unwrap(), before, "with the same content");
    dossier.close().unwrap();
    raw(&path, "DELETE FROM current");
    let mut dossier = Dossier::open(&path, Access::Write).unwrap();
    assert_eq!(dossier.swept(), 0, "a lost projection must not make evidence disappear");
    dossier.rebuild_projection().unwrap();
    assert_eq!(dossier.projection_digest().unwrap(), before, "even from nothing");
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "and the dossier verifies");
}

#[test]
fn two_values_nobody_superseded_are_a_visible_conflict() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    let ids = dossier.append(&[case("a", "1", &[]), case("a", "2", &[])], TIME, &pen).unwrap();
    assert_eq!(dossier.current("case").unwrap().len(), 2, "both values are kept");
    dossier.append(&[case("a", "2", &ids)], TIME, &pen).unwrap();
    assert_eq!(dossier.current("case").unwrap().len(), 1, "a person's event resolves them");
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "conflicts and their resolution verify");
}

#[test]
fn evidence_is_stored_once_and_comes_back_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    for size in [0, 1, dossier::CHUNK - 1, dossier::CHUNK, dossier::CHUNK + 1, dossier::CHUNK * 9 + 5] {
        let bytes: Vec<u8> = (0..size).map(|i| (i % 251) as u8).collect();
        let first = ingest(&mut dossier, &bytes, "a", &pen);
        assert_eq!(
            (first.sha256, first.size),
            (Digest::of(&bytes), size as u64),
            "digest and size are plain"
        );
        let again = ingest(&mut dossier, &bytes, "b", &pen);
        assert!(again.already, "the same bytes are not stored twice");
        let mut back = Vec::new();
        dossier.evidence_bytes(&first.sha256, &mut back).unwrap();
        assert!(back == bytes, "{size} bytes come back as they went in");
    }
    let missing = dossier.evidence_bytes(&Digest::of(b"?"), &mut Vec::new());
    assert!(
        matches!(missing, Err(DossierError::EvidenceMissing { .. })),
        "unknown bytes are missing: {missing:?}"
    );
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "all sizes around the chunk verify");
}

#[test]
fn stopping_or_changing_the_file_while_it_is_taken_in_leaves_nothing() {
    /// A file that another program writes to between two readings.
    struct Changing(Cursor<Vec<u8>>);
    impl std::io::Read for Changing {
        fn read(&mut self, into: &mut [u8]) -> std::io::Result<usize> {
            self.0.read(into)
        }
    }
    impl std::io::Seek for Changing {
        fn seek(&mut self, to: std::io::SeekFrom) -> std::io::Result<u64> {
            let last = self.0.get_ref().len() - 1;
            self.0.get_mut()[last] ^= 1;
            self.0.seek(to)
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    let heads = dossier.heads();
    let bytes = vec![3; dossier::CHUNK * 12];
    let mut naming = |stored: &dossier::StoredBytes| vec![evidence(stored, "a")];
    let mut changing = Changing(Cursor::new(bytes.clone()));
    let refused = dossier.ingest_and_name(&mut changing, &mut |_| true, &mut naming, TIME, &pen);
    assert!(
        matches!(refused, Err(DossierError::EvidenceChanged { .. })),
        "what is named is what was read: {refused:?}"
    );
    for stop_after in [0, 5, 192, 193, 202, 205, 210] {
        let mut words = 0;
        let mut going = |_| {
            words += 1;
            words <= stop_after
        };
        let stopped = dossier.ingest_and_name(&mut Cursor::new(&bytes), &mut going, &mut naming, TIME, &pen);
        assert!(matches!(stopped, Err(DossierError::Cancelled)), "the person stopped it: {stopped:?}");
        assert!(!dossier.has_bytes(&Digest::of(&bytes)).unwrap(), "no chunk is left behind");
    }
    assert_eq!(dossier.heads(), heads, "and nothing was recorded");
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "the dossier is as before");
}

#[test]
fn withheld_evidence_is_said_to_be_withheld_and_why() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    let stored = ingest(&mut dossier, &photo(), "photo.jpg", &pen);
    let payload = Value::map([
        ("sha256", text(&stored.sha256.to_string())),
        ("reason", text("shows a person")),
        ("supersedes", ids(&[])),
    ]);
    let event = NewEvent { kind: "evidence.withhold/1".into(), payload };
    dossier.withhold(&stored.sha256, event, TIME, &pen).unwrap();
    dossier.close().unwrap();
    let outcome = check(&path);
    let report = outcome.report().expect("withheld is not missing");
    assert_eq!(report.withheld.len(), 1, "it is said: {report:?}");
    assert_eq!(report.withheld[0].reason, "shows a person", "with the reason");
    let mut dossier = Dossier::open(&path, Access::Write).unwrap();
    assert!(!ingest(&mut dossier, &photo(), "photo.jpg", &pen).already, "it can be taken in again");
    dossier.close().unwrap();
    let again = check(&path);
    assert_eq!(again.report().map(|report| report.evidence), Some(1), "and is then there: {again:?}");
}

#[test]
fn a_handed_over_copy_holds_the_same_and_verifies() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let copy = folder.path().join("copy.assay");
    let dossier = Dossier::open(&path, Access::Write).unwrap();
    dossier.vacuum_into(&copy).unwrap();
    let refused = dossier.vacuum_into(&copy);
    assert!(matches!(refused, Err(DossierError::Exists { .. })), "a copy is not overwritten: {refused:?}");
    assert_eq!(code(&copy), "ok", "the copy verifies while the original is open");
    let read = Dossier::open(&copy, Access::ReadOnly).unwrap();
    assert_eq!(read.heads(), dossier.heads(), "the same chains");
    assert_eq!(
        read.projection_digest().unwrap(),
        dossier.projection_digest().unwrap(),
        "the same projection"
    );
    assert_eq!(read.evidence_digest().unwrap(), dossier.evidence_digest().unwrap(), "the same evidence");
    let third = folder.path().join("third.assay");
    read.vacuum_into(&third).expect("a reader may hand over as well");
    assert_eq!(code(&third), "ok", "and that copy verifies, too");
}

#[test]
fn verification_counts_what_it_looked_at_and_a_checkpoint_is_a_prefix() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    let outcome = check(&path);
    let report = outcome.report().unwrap_or_else(|| panic!("the sample is in order: {outcome:?}"));
    assert_eq!((report.events, report.signatures), (13, 13), "every event and signature is looked at");
    assert_eq!((report.evidence, report.evidence_bytes), (2, photo().len() as u64 + 12), "and all evidence");
    assert_eq!((report.seals, report.projection_rows), (3, 7), "and seals and projection");
    assert_eq!(report.newest_seal.map(|(_, after)| after), Some(1), "one event came after the newest seal");
    assert_eq!(report.remarks, [], "there is nothing to remark");
    let chain = ChainId::of(&id(), &PublicKeyOf(1).key());
    let head = report.chains.iter().find(|head| head.chain == chain).unwrap();
    let is_prefix = |size, root| dossier::verify::is_prefix(&path, &chain, size, &root).unwrap();
    assert_eq!(is_prefix(head.size, head.root), Some(true), "the head is a prefix of its chain");
    assert_eq!(is_prefix(head.size - 1, head.root), Some(false), "another size has another root");
    assert_eq!(is_prefix(head.size + 1, head.root), None, "a longer chain is not known here");
}

use Pen as PublicKeyOf;
use dossier::Signer as _;

#[test]
fn a_clock_that_runs_backwards_is_remarked_not_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    dossier.append(&[case("a", "1", &[])], "2026-11-22T09:00:00.000Z", &pen).unwrap();
    dossier.close().unwrap();
    let outcome = check(&path);
    let remarks = outcome.report().map(|report| report.remarks.as_slice());
    let expected = dossier::verify::Remark::TimeBackwards { n: 2, count: 1 };
    assert_eq!(remarks, Some([expected].as_slice()), "time is a claim: shown, never a reason to refuse");
}

#[test]
fn chunks_that_no_event_names_are_swept_when_the_dossier_is_opened_for_writing() {
    let folder = tempfile::tempdir().unwrap();
    let path = sample(folder.path());
    raw(
        &path,
        "INSERT INTO evidence_chunk SELECT zeroblob(32), n, data FROM evidence_chunk WHERE length(data) > 12",
    );
    assert_eq!(
        code(&path),
        "evidence-orphan",
        "bytes without a name are an interrupted taking-in, or smuggled"
    );
    Dossier::open(&path, Access::ReadOnly).unwrap();
    assert_eq!(code(&path), "evidence-orphan", "a reader changes nothing");
    let dossier = Dossier::open(&path, Access::Write).unwrap();
    assert_eq!(dossier.swept(), 3, "the writer says how many chunks were swept");
    dossier.close().unwrap();
    assert_eq!(code(&path), "ok", "everything that was named is still there");
}

/// Found by the power-loss campaign: the end of the file lay within a page, and nothing opened it any more although
/// the journal beside it had everything.
#[test]
fn a_save_that_was_cut_off_within_a_page_is_rolled_back() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    create(&path, &Pen(1)).close().unwrap();
    let size = std::fs::metadata(&path).unwrap().len();
    let connection = rusqlite::Connection::open(&path).unwrap();
    // So little cache that pages go to the disk before the save is done.
    connection
        .execute_batch(
            "PRAGMA journal_mode = TRUNCATE; PRAGMA cache_size = 2; BEGIN IMMEDIATE;
             WITH RECURSIVE many(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM many WHERE n < 9)
                 INSERT INTO evidence_chunk SELECT zeroblob(32), n, zeroblob(100000) FROM many",
        )
        .unwrap();
    let cut = folder.path().join("cut.assay");
    std::fs::copy(&path, &cut).unwrap();
    std::fs::copy(folder.path().join("a.assay-journal"), folder.path().join("cut.assay-journal")).unwrap();
    let grown = std::fs::metadata(&cut).unwrap().len();
    assert!(grown > size, "half of the save must have reached the file");
    std::fs::OpenOptions::new().write(true).open(&cut).unwrap().set_len(grown - 512).unwrap();

    assert_eq!(code(&cut), "leftover-journal", "the file alone is not the dossier");
    let looked = Dossier::open(&cut, Access::ReadOnly);
    assert!(matches!(looked, Err(DossierError::NeedsRecovery { .. })), "said for what it is: {looked:?}");
    let dossier = Dossier::open(&cut, Access::Write).expect("whoever may write recovers it");
    assert_eq!(dossier.event_count().unwrap(), 1, "what was acknowledged is there, the half save is not");
    dossier.close().unwrap();
    assert_eq!(std::fs::metadata(&cut).unwrap().len(), size, "and the end is where it was");
    assert_eq!(code(&cut), "ok", "the dossier verifies");

    std::fs::OpenOptions::new().write(true).open(&cut).unwrap().set_len(size - 512).unwrap();
    assert_eq!(code(&cut), "damaged", "without a journal an end within a page is damage");
}
