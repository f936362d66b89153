//! The threat table of `docs/assurance.md`, one test for each row and named after it: the attack is carried out on
//! a dossier with real keys, and verification says what the table says.
//!
//! Some attacks pass any check of the file alone, by design: whoever holds the key can write what he likes.
//! Those tests assert that they pass, and that the anchor the table names answers them.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

mod attacked;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use across::{campaign_is_full, program, root, said};
use attacked::*;
use dossier::verify::Remark;
use dossier::{Access, Dossier, NewEvent, Signer as _};
use signature::Identity;
use trail::json::Value;
use trail::{ChainId, Digest, Event};

struct Bench {
    folder: tempfile::TempDir,
    sample: PathBuf,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let sample = sample(folder.path(), true);
        assert_eq!(code(&sample), "ok", "before anybody touches it");
        Self { folder, sample }
    }

    fn copy(&self) -> PathBuf {
        let copy = self.folder.path().join("attacked.assay");
        std::fs::copy(&self.sample, &copy).unwrap();
        copy
    }

    /// Carries out an attack, which must really change something, and returns what verification says.
    fn attack(&self, sql: &str) -> &'static str {
        let copy = self.copy();
        let before = std::fs::read(&copy).unwrap();
        raw(&copy, sql).unwrap_or_else(|problem| panic!("the attack itself must work: {problem}: {sql}"));
        assert!(std::fs::read(&copy).unwrap() != before, "the attack must have changed the file: {sql}");
        code(&copy)
    }

    fn seen(&self, attacks: &[(&str, &str)]) {
        for (sql, expected) in attacks {
            assert_eq!(self.attack(sql), *expected, "{sql}");
        }
    }

    /// A checkpoint of the lead's chain as it stands in the sample, signed, kept outside the file.
    fn note(&self) -> PathBuf {
        let path = self.folder.path().join("kept-elsewhere.note");
        std::fs::write(&path, note_of(&self.sample, 1)).unwrap();
        path
    }
}

fn note_of(path: &Path, seed: u8) -> String {
    let dossier = Dossier::open(path, Access::ReadOnly).unwrap();
    let key = Key::of(seed);
    let checkpoint = dossier.checkpoint(&ChainId::of(&dossier.id(), &key.key())).unwrap();
    Identity::new([seed; 32]).sign_note(&checkpoint.origin, &checkpoint.to_text()).unwrap()
}

/// What `assay-verify DOSSIER --note NOTE --json` answers.
fn with_anchor(dossier: &Path, note: &Path) -> (Option<i32>, String) {
    let out = Command::new(program("assay-verify"))
        .arg(dossier)
        .arg("--note")
        .arg(note)
        .arg("--json")
        .output()
        .expect("assay-verify starts");
    (out.status.code(), said(&out))
}

fn refused_by_anchor(dossier: &Path, note: &Path, id: &str) {
    let (exit, answer) = with_anchor(dossier, note);
    assert_eq!(exit, Some(1), "the checkpoint kept elsewhere shows it: {answer}");
    assert!(answer.contains(&format!("\"{id}\"")), "and says why ({id}): {answer}");
}

#[test]
fn edit_an_event_body_or_duplicate_a_json_key() {
    let edit = |from: &str, to: &str| {
        format!(
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '{from}', '{to}') AS BLOB) WHERE n = 2"
        )
    };
    Bench::new().seen(&[
        (&edit("PLC-200", "PLC-900"), "event-id"),
        (&edit(",\"value\"", ",\"supersedes\":[],\"value\""), "event-body"),
        (&edit("\"v\":1", "\"v\": 1"), "event-body"),
    ]);
}

#[test]
fn delete_or_swap_events_in_the_middle() {
    Bench::new().seen(&[
        ("DELETE FROM event WHERE n = 3", "event-order"),
        ("DELETE FROM event WHERE n = 3; UPDATE event SET n = n - 1 WHERE n > 3", "event-gap"),
        (
            "UPDATE event SET n = 99 WHERE n = 2; UPDATE event SET n = 2 WHERE n = 3; UPDATE event SET n = 3 WHERE n = 99",
            "event-gap",
        ),
        (
            "CREATE TEMP TABLE two AS SELECT n, seq FROM event WHERE n IN (2, 3);
             UPDATE event SET seq = (SELECT seq FROM two WHERE n = 5 - event.n) WHERE n IN (2, 3)",
            "event-columns",
        ),
    ]);
}

/// Changes the object in event 2 and recomputes everything that can be recomputed without a key: ids, `prev`,
/// parents, what is superseded, sealed roots left aside, and the projection.
fn rewrite_hashes(path: &Path) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let mut rows = connection.prepare("SELECT n, body, id FROM event ORDER BY n").unwrap();
    let rows: Vec<(i64, Vec<u8>, Vec<u8>)> = rows
        .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .unwrap()
        .map(Result::unwrap)
        .collect();
    let hex = |id: &[u8]| id.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    let mut renamed: Vec<(String, String)> = Vec::new();
    for (n, body, id) in rows {
        let mut text = String::from_utf8(body).unwrap();
        for (old, new) in &renamed {
            text = text.replace(old, new);
        }
        if n == 2 {
            text = text.replace("PLC-200", "PLC-900");
        }
        let new = Event::read(text.as_bytes()).unwrap().id;
        connection
            .execute("UPDATE event SET body = ?1, id = ?2 WHERE n = ?3", (text.as_bytes(), new.0, n))
            .unwrap();
        connection
            .execute(
                "UPDATE current SET event = ?1, value = replace(value, 'PLC-200', 'PLC-900') WHERE event = ?2",
                (new.0, &id),
            )
            .unwrap();
        renamed.push((hex(&id), new.to_string()));
    }
}

#[test]
fn full_rewrite_with_recomputed_hashes() {
    let bench = Bench::new();
    let copy = bench.copy();
    rewrite_hashes(&copy);
    assert_eq!(code(&copy), "signature", "a hash chain alone would have held: the signature does not");
}

/// The same people write another history with the same keys.
fn another_history(path: &Path, object: &str, events: usize) {
    let (lead, second) = (Key::of(1), Key::of(2));
    let mut dossier = create(path, [7; 16], &lead);
    append(&mut dossier, &[set("object", object, &[])], &lead);
    dossier.open_chain(card("B. Second"), TIME, &second).unwrap();
    for i in 0..events {
        append(&mut dossier, &[set(&format!("field {i}"), "rewritten", &[])], &lead);
    }
    seal(&mut dossier, "report", &lead);
    dossier.close().unwrap();
}

#[test]
fn full_rewrite_by_the_key_holder() {
    let bench = Bench::new();
    let rewritten = bench.folder.path().join("rewritten.assay");
    another_history(&rewritten, "Nordwerk PLC-900", 20);
    assert_eq!(
        code(&rewritten),
        "ok",
        "by design: no check of the file alone can see what its author rewrites"
    );
    // A1 to A4 all keep a checkpoint in other hands; this is the check that each of them comes down to.
    refused_by_anchor(&rewritten, &bench.note(), "verify-note-differs");
}

#[test]
fn cut_the_tail_and_leave_the_rest() {
    Bench::new().seen(&[
        ("DELETE FROM event WHERE n = (SELECT max(n) FROM event)", "projection-extra"),
        (
            "DELETE FROM event WHERE n >= (SELECT min(n) FROM event WHERE instr(body, 'photo.jpg') > 0)",
            "projection-extra",
        ),
    ]);
}

#[test]
fn cut_the_tail_and_rebuild_projections_or_an_older_copy() {
    let bench = Bench::new();
    let note = bench.note();
    // An older copy is the same as a tail that was cut with everything that follows from it.
    let copy = bench.copy();
    raw(
        &copy,
        "DELETE FROM current WHERE event IN (SELECT id FROM event WHERE n > (SELECT max(n) FROM event) - 2);
         DELETE FROM event WHERE n > (SELECT max(n) FROM event) - 2",
    )
    .unwrap();
    let mut dossier = Dossier::open(&copy, Access::Write).unwrap();
    dossier.rebuild_projection().unwrap();
    dossier.close().unwrap();
    assert_eq!(code(&copy), "ok", "by design: an older state is a whole one");
    refused_by_anchor(&copy, &note, "verify-note-older");
    let (exit, answer) = with_anchor(&bench.sample, &note);
    assert_eq!(exit, Some(0), "the newest copy fits its own checkpoint: {answer}");
}

#[test]
fn clock_lies() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("a.assay");
    let key = Key::of(1);
    let mut dossier = create(&path, [7; 16], &key);
    let older = dossier.append(&[set("claim", "one", &[])], "2031-01-01T00:00:00.000Z", &key).unwrap();
    dossier.append(&[set("claim", "two", &older)], "1999-01-01T00:00:00.000Z", &key).unwrap();
    let standing = dossier.current("case").unwrap();
    assert_eq!(standing.len(), 1, "what was recorded later stands, whatever the clock said");
    assert!(standing[0].value.get("value") == Some(&text("two")), "order does not come from the clock");
    dossier.close().unwrap();
    let outcome = check(&path).unwrap();
    let report = outcome.report().expect("by design: a wrong clock is no finding");
    assert!(
        matches!(report.remarks[..], [Remark::TimeBackwards { n: 3, count: 1 }]),
        "a clock that runs backwards is said, a clock that is only wrong can't be: {:?}",
        report.remarks
    );
    // The answer is a time stamp (A2) or a witness (A3) before and after; below A2 a report calls times claims.
}

#[test]
fn reordering_across_chains() {
    let bench = Bench::new();
    // The second author had seen the lead's events: they can't be moved behind.
    bench.seen(&[(
        "CREATE TEMP TABLE top AS SELECT max(n) AS n FROM event; UPDATE event SET n = -n; UPDATE event SET n = n + 1 + (SELECT n FROM top)",
        "event-gap",
    )]);
    // Two events of which neither author had seen the other's stand either way: row order means nothing.
    let mut copies = Vec::new();
    for (seed, field) in [(1, "by the lead"), (2, "by the second")] {
        let path = bench.folder.path().join(format!("{seed}.assay"));
        std::fs::copy(&bench.sample, &path).unwrap();
        let mut dossier = Dossier::open(&path, Access::Write).unwrap();
        append(&mut dossier, &[set(field, "x", &[])], &Key::of(seed));
        dossier.close().unwrap();
        copies.push(path);
    }
    let digest = |path: &Path| Dossier::open(path, Access::ReadOnly).unwrap().projection_digest().unwrap();
    let mut standing = BTreeSet::new();
    for (first, then) in [(0, 1), (1, 0)] {
        let both = bench.folder.path().join("both.assay");
        std::fs::copy(&copies[first], &both).unwrap();
        bring_together(&both, &copies[then]);
        assert_eq!(code(&both), "ok", "by design: neither had seen the other, so either order is as true");
        standing.insert(digest(&both));
    }
    assert_eq!(standing.len(), 1, "what stands does not follow from the order of rows");
}

/// What one file has and the other has not, row by row.
fn bring_together(into: &Path, from: &Path) {
    let sql = format!(
        "ATTACH '{}' AS other;
         INSERT INTO event SELECT (SELECT max(n) FROM event) + 1, chain, seq, id, body, sig FROM other.event
             WHERE id NOT IN (SELECT id FROM event);
         INSERT OR IGNORE INTO current SELECT * FROM other.current",
        from.display()
    );
    raw(into, &sql).unwrap();
}

#[test]
fn equivocation_two_versions() {
    let bench = Bench::new();
    let (one, other) = (bench.folder.path().join("one.assay"), bench.folder.path().join("other.assay"));
    for (path, value) in [(&one, "passed"), (&other, "failed")] {
        std::fs::copy(&bench.sample, path).unwrap();
        let mut dossier = Dossier::open(path, Access::Write).unwrap();
        append(&mut dossier, &[set("told", value, &[])], &Key::of(1));
        dossier.close().unwrap();
        assert_eq!(code(path), "ok", "by design: each version alone is whole");
    }
    let note = bench.folder.path().join("one.note");
    std::fs::write(&note, note_of(&one, 1)).unwrap();
    refused_by_anchor(&other, &note, "verify-note-differs");
    // When the two meet, the fork shows and both are kept.
    bring_together(&one, &other);
    let outcome = check(&one).unwrap();
    let remarks = &outcome.report().expect("a fork is shown, not refused").remarks;
    assert!(
        remarks.iter().any(|remark| matches!(remark, Remark::Fork { .. })),
        "the fork is shown: {remarks:?}"
    );
}

#[test]
fn splice_from_another_dossier() {
    let bench = Bench::new();
    let other = bench.folder.path().join("other.assay");
    // The same person, another evaluation.
    let key = Key::of(1);
    let mut dossier = create(&other, [8; 16], &key);
    append(&mut dossier, &[set("object", "better", &[])], &key);
    dossier.close().unwrap();
    let spliced = |columns: &str| {
        format!(
            "ATTACH '{}' AS other;
             INSERT INTO event SELECT (SELECT max(n) FROM event) + 1, {columns}, id, body, sig FROM other.event WHERE n = 2",
            other.display()
        )
    };
    let own = "(SELECT chain FROM event WHERE n = 1), (SELECT max(seq) + 1 FROM event WHERE chain = (SELECT chain FROM event WHERE n = 1))";
    bench.seen(&[(&spliced("chain, seq"), "event-dossier"), (&spliced(own), "event-columns")]);
}

#[test]
fn swap_evidence_bytes_or_fix_its_hash_or_drop_it() {
    let bench = Bench::new();
    let other = Digest::of(b"a quiet note");
    bench.seen(&[
        ("UPDATE evidence_chunk SET data = CAST('a quiet note' AS BLOB) WHERE length(data) = 12", "evidence-bytes"),
        (
            &format!("UPDATE evidence_chunk SET data = CAST('a quiet note' AS BLOB), sha256 = X'{other}' WHERE length(data) = 12"),
            "evidence-orphan",
        ),
        ("DELETE FROM evidence_chunk WHERE length(data) = 12", "evidence-missing"),
        ("DELETE FROM evidence_chunk WHERE n = 2", "evidence-bytes"),
        ("UPDATE evidence_chunk SET n = n + 10", "evidence-bytes"),
    ]);
}

#[test]
fn edit_a_projection_row() {
    Bench::new().seen(&[
        ("UPDATE current SET value = replace(value, 'PLC-200', 'PLC-900') WHERE field = 'object'", "projection-value"),
        ("DELETE FROM current WHERE field = 'object'", "projection-missing"),
        (
            "INSERT INTO current SELECT 'case', 'claim', id, '{\"field\":\"claim\",\"supersedes\":[],\"value\":\"SL-C 2\"}' FROM event WHERE n = 3",
            "projection-superseded",
        ),
    ]);
}

#[test]
fn replace_the_public_key() {
    let bench = Bench::new();
    let copy = bench.copy();
    let connection = rusqlite::Connection::open(&copy).unwrap();
    let body: Vec<u8> =
        connection.query_row("SELECT body FROM event WHERE n = 1", [], |row| row.get(0)).unwrap();
    let thief = Key::of(9);
    let forged =
        String::from_utf8(body).unwrap().replace(&Key::of(1).key().to_string(), &thief.key().to_string());
    let id = Event::read(forged.as_bytes()).unwrap().id;
    let sig = thief.sign(&id);
    let update = "UPDATE event SET body = ?1, id = ?2, sig = ?3 WHERE n = 1";
    connection.execute(update, (forged.as_bytes(), id.0, sig.0)).unwrap();
    drop(connection);
    assert_eq!(code(&copy), "chain-opening", "the chain's name is made from the key");
    let outcome = bench.attack("UPDATE event SET sig = (SELECT sig FROM event WHERE n = 3) WHERE n = 2");
    assert_eq!(outcome, "signature", "another event's signature does not fit");
}

#[test]
fn extra_key_row_chunk_size_column_orphan_chunks_or_row_order() {
    Bench::new().seen(&[
        ("CREATE TABLE key (chain BLOB, key BLOB)", "schema-extra"),
        ("ALTER TABLE evidence_chunk ADD COLUMN size INTEGER", "schema-altered"),
        ("INSERT INTO evidence_chunk VALUES (zeroblob(32), 0, X'00')", "evidence-orphan"),
        ("UPDATE event SET n = n + 1 WHERE n = (SELECT max(n) FROM event)", "event-order"),
    ]);
}

/// Files whose schema lies in wait. None is opened, for reading or writing, and verification refuses each.
fn evil_schemas(schemas: &[(&str, &str)]) {
    let bench = Bench::new();
    bench.seen(schemas);
    for (sql, _) in schemas {
        let copy = bench.copy();
        raw(&copy, sql).unwrap();
        for access in [Access::Write, Access::ReadOnly] {
            assert!(Dossier::open(&copy, access).is_err(), "nor is it opened: {sql}");
        }
    }
}

#[test]
fn trigger_that_rewrites_verdicts_at_the_next_insert() {
    evil_schemas(&[
        (
            "CREATE TRIGGER t AFTER INSERT ON event BEGIN UPDATE current SET value = replace(value, 'SL-C 1', 'SL-C 4'); END",
            "schema-extra",
        ),
        ("CREATE TRIGGER event AFTER DELETE ON current BEGIN SELECT 1; END", "schema-altered"),
        ("CREATE TRIGGER t BEFORE UPDATE ON evidence_chunk BEGIN SELECT raise(IGNORE); END", "schema-extra"),
    ]);
}

#[test]
fn view_in_place_of_a_table_that_lies_after_a_date() {
    evil_schemas(&[
        (
            "ALTER TABLE current RENAME TO kept;
             CREATE VIEW current AS SELECT subject, field, event,
                 iif(date() > '2027-01-01', replace(value, 'SL-C 1', 'SL-C 4'), value) AS value FROM kept",
            "schema-extra",
        ),
        (
            "DROP TABLE current; CREATE VIEW current AS SELECT 'a' subject, 'b' field, id event, 'c' value FROM event",
            "schema-altered",
        ),
        (
            "CREATE VIEW v AS WITH RECURSIVE endless(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM endless) SELECT * FROM endless",
            "schema-extra",
        ),
    ]);
}

#[test]
fn hidden_table_or_generated_column() {
    evil_schemas(&[
        ("CREATE TABLE t (a)", "schema-extra"),
        ("CREATE VIRTUAL TABLE t USING fts5(a)", "schema-extra"),
        ("CREATE VIRTUAL TABLE t USING rtree(id, a, b)", "schema-extra"),
        ("ANALYZE", "schema-extra"),
        ("CREATE TABLE t (a INTEGER PRIMARY KEY AUTOINCREMENT)", "schema-extra"),
        ("ALTER TABLE event ADD COLUMN shown TEXT AS (upper(body)) VIRTUAL", "schema-altered"),
        ("ALTER TABLE current ADD COLUMN note TEXT DEFAULT 'nothing to see'", "schema-altered"),
        ("ALTER TABLE current ADD COLUMN note TEXT CHECK (note IS NULL)", "schema-altered"),
        ("CREATE INDEX i ON event (abs(seq))", "schema-extra"),
        ("CREATE INDEX i ON event (seq) WHERE seq > 3", "schema-extra"),
        ("DROP INDEX event_by_id; CREATE INDEX event_by_id ON event (id)", "schema-altered"),
        (
            "DROP INDEX event_by_chain; CREATE INDEX event_by_chain ON event (chain, seq, id COLLATE NOCASE)",
            "schema-altered",
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace(sql, 'BLOB NOT NULL)', 'BLOB NOT NULL, CHECK (abs(-9223372036854775808)))') WHERE name = 'event'",
            "schema-altered",
        ),
        (
            "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET name = 'hidden' WHERE name = 'event_by_id'",
            "damaged",
        ),
        ("PRAGMA journal_mode = WAL", "damaged"),
        ("PRAGMA application_id = 7", "not-a-dossier"),
        ("PRAGMA user_version = 9", "other-version"),
    ]);
}

#[test]
fn an_index_that_disagrees_with_its_table() {
    let bench = Bench::new();
    for (index, sql) in [
        ("event_by_id", "UPDATE event SET id = zeroblob(32) WHERE n = 4"),
        ("event_by_chain", "UPDATE event SET seq = seq + 1 WHERE n = 4"),
        ("event_by_chain", "DELETE FROM event WHERE n = (SELECT max(n) FROM event)"),
        (
            "evidence_chunk_by_sha256",
            "UPDATE evidence_chunk SET sha256 = zeroblob(32) WHERE length(data) = 12",
        ),
        ("evidence_chunk_by_sha256", "DELETE FROM evidence_chunk WHERE length(data) = 12"),
        ("evidence_chunk_by_sha256", "INSERT INTO evidence_chunk VALUES (zeroblob(32), 0, X'AA')"),
    ] {
        assert_eq!(bench.attack(&behind_index(index, sql)), "integrity", "{index}: {sql}");
    }
}

#[test]
fn data_hidden_in_free_pages() {
    let bench = Bench::new();
    let copy = bench.copy();
    let needle = "a word that nobody signed";
    raw(
        &copy,
        &format!(
            "PRAGMA secure_delete = OFF; CREATE TABLE t (a);
             WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 2000) INSERT INTO t SELECT '{needle}' FROM c;
             DROP TABLE t"
        ),
    )
    .unwrap();
    let holds = |path: &Path| {
        let bytes = std::fs::read(path).unwrap();
        bytes.windows(needle.len()).any(|window| window == needle.as_bytes())
    };
    assert!(holds(&copy), "the attack must have left its word in the file");
    assert_eq!(code(&copy), "ok", "by design: a free page is no content, and no reader shows it");
    let handed_over = bench.folder.path().join("handed-over.assay");
    Dossier::open(&copy, Access::ReadOnly).unwrap().vacuum_into(&handed_over).unwrap();
    assert!(!holds(&handed_over), "a handed-over copy has no free pages; its digest is of the whole file");
    assert_eq!(code(&handed_over), "ok", "and is whole");
}

#[test]
fn hostile_file_that_crashes_the_reader() {
    let folder = tempfile::tempdir().unwrap();
    let sample = sample(folder.path(), false);
    let original = std::fs::read(&sample).unwrap();
    let path = folder.path().join("damaged.assay");
    let mut dice = Dice(99);
    let files = if campaign_is_full() { 2500 } else { 150 };
    let mut opened = 0;
    for _ in 0..files {
        let mut bytes = original.clone();
        for _ in 0..=dice.below(40) {
            let at = match dice.below(3) {
                0 => dice.below(bytes.len()),
                // Where SQLite keeps its own books, so that the damage is not only in text.
                1 => dice.below(bytes.len() / 16384) * 16384 + dice.below(200),
                _ => 100 + dice.below(400),
            };
            bytes[at] = dice.throw() as u8;
        }
        if dice.below(5) == 0 {
            bytes.truncate(dice.below(bytes.len()));
        }
        std::fs::write(&path, &bytes).unwrap();
        // Whatever is answered, it is an answer: no panic, no end of the process.
        let _ = check(&path);
        let _ = dossier::verify::key_of(&path, &ChainId([0; 16]));
        let _ = dossier::verify::is_prefix(&path, &ChainId([0; 16]), 3, &Digest::ZERO);
        for access in [Access::ReadOnly, Access::Write] {
            std::fs::write(&path, &bytes).unwrap();
            if let Ok(dossier) = Dossier::open(&path, access) {
                opened += 1;
                let _ = dossier.each_event(0..u64::MAX, &mut |stored| {
                    let _ = stored.event();
                    Ok(())
                });
                let _ = dossier.each_current(&mut |_| Ok(()));
                let _ = dossier.seal_payload("report", None);
            }
        }
    }
    println!("{files} damaged files, read in 6 ways each: no crash; {opened} openings went through");
    assert!(opened > 0, "some damage must get past the first look, or only the first look was tried");
}

#[test]
fn hash_collision_on_a_short_printed_code() {
    let bench = Bench::new();
    let note = std::fs::read_to_string(bench.note()).unwrap();
    let printed = note.lines().nth(2).unwrap();
    assert_eq!(
        printed.len(),
        44,
        "a checkpoint states the whole root, 256 bits in base64, and nothing shortened"
    );
}

#[test]
fn thief_reads_the_dossier() {
    let bench = Bench::new();
    let bytes = std::fs::read(&bench.sample).unwrap();
    let needle = b"Nordwerk PLC-200";
    assert!(
        bytes.windows(needle.len()).any(|window| window == needle),
        "by design: a dossier without a passphrase can be read by whoever has the file"
    );
    assert_eq!(code(&bench.sample), "ok", "and reading leaves no trace");
}

#[test]
fn left_out_before_it_was_recorded() {
    let bench = Bench::new();
    let honest = bench.folder.path().join("honest.assay");
    another_history(&honest, "Nordwerk PLC-200", 3);
    assert_eq!(
        code(&honest),
        "ok",
        "by design: what never became an event leaves no trace, and a report says so"
    );
}

/// A signature by the same key over the same event, but written differently, is refused: OpenSSL and the batch
/// check may disagree about such signatures, the strict check does not.
#[test]
fn a_signature_in_another_spelling() {
    let bench = Bench::new();
    let copy = bench.copy();
    let connection = rusqlite::Connection::open(&copy).unwrap();
    let mut sig: Vec<u8> =
        connection.query_row("SELECT sig FROM event WHERE n = 2", [], |row| row.get(0)).unwrap();
    // S + L: the group order of edwards25519, RFC 8032, little-endian.
    let order: [u8; 32] = [
        0xed, 0xd3, 0xf5, 0x5c, 0x1a, 0x63, 0x12, 0x58, 0xd6, 0x9c, 0xf7, 0xa2, 0xde, 0xf9, 0xde, 0x14, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x10,
    ];
    let mut carry = 0_u16;
    for (byte, add) in sig[32..].iter_mut().zip(order) {
        carry += u16::from(*byte) + u16::from(add);
        *byte = carry as u8;
        carry >>= 8;
    }
    connection.execute("UPDATE event SET sig = ?1 WHERE n = 2", [&sig]).unwrap();
    drop(connection);
    assert_eq!(code(&copy), "signature", "one event has one valid signature of its key");
}

/// An event by a key that nobody admitted passes verification and counts for nothing; that it is shown as such is
/// for `evaluation` (`docs/formats/events.md`, admitted).
#[test]
fn an_event_of_a_stranger() {
    let bench = Bench::new();
    let copy = bench.copy();
    let stranger = Key::of(66);
    let mut dossier = Dossier::open(&copy, Access::Write).unwrap();
    dossier.open_chain(card("S. Stranger"), TIME, &stranger).unwrap();
    let payload = Value::map([
        ("field", text("object")),
        ("value", text("better")),
        ("supersedes", Value::List(Vec::new())),
    ]);
    append(&mut dossier, &[NewEvent { kind: evaluation::kind::CASE_SET.into(), payload }], &stranger);
    let standing = dossier.current("case").unwrap().iter().filter(|row| row.field == "object").count();
    assert_eq!(standing, 3, "it replaced nothing: all values stand beside each other as a conflict");
    dossier.close().unwrap();
    assert_eq!(code(&copy), "ok", "kept and verifiable");
}

/// The table on paper and the tests are the same list.
#[test]
fn every_row_of_the_table_has_its_test() {
    let page = std::fs::read_to_string(root().join("docs/assurance.md")).unwrap();
    let source = std::fs::read_to_string(root().join("tests/tests/threats.rs")).unwrap();
    let table = page.split("## Threats").nth(1).unwrap().split("\n## ").next().unwrap();
    let named: BTreeSet<&str> = table
        .lines()
        .filter(|line| line.starts_with('|'))
        .filter_map(|line| line.rsplit('`').nth(1))
        .filter(|name| name.contains('_'))
        .collect();
    let tests: BTreeSet<&str> = source
        .split("#[test]\nfn ")
        .skip(1)
        .filter_map(|rest| rest.split('(').next())
        .filter(|name| *name != "every_row_of_the_table_has_its_test")
        .collect();
    assert_eq!(
        named, tests,
        "docs/assurance.md names a test in each row of its table, and no test is without a row"
    );
}
