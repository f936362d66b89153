//! Whatever somebody does to the file, verification says so, each thing by its own name.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

mod common;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use common::*;
use dossier::verify::{Code, Options, Outcome, Remark};
use dossier::{Access, Dossier, DossierError, NewEvent, Signer as _};
use trail::json::Value;
use trail::{ChainId, Digest, Event};

/// A fresh copy of the sample for each attack.
struct Bench {
    folder: tempfile::TempDir,
    sample: PathBuf,
}

impl Bench {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let sample = sample(folder.path());
        Self { folder, sample }
    }

    fn copy(&self) -> PathBuf {
        let copy = self.folder.path().join("attacked.assay");
        std::fs::copy(&self.sample, &copy).unwrap();
        copy
    }

    /// Carries out an attack in SQL and returns what verification says.
    fn attack(&self, sql: &str) -> &'static str {
        let copy = self.copy();
        raw(&copy, sql);
        code(&copy)
    }
}

#[test]
fn one_changed_byte_is_named_for_what_it_is() {
    let bench = Bench::new();
    for (sql, expected) in [
        (
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), 'PLC-200', 'PLC-201') AS BLOB) WHERE n = 2",
            "event-id",
        ),
        (
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), '\"v\":1', '\"v\":2') AS BLOB) WHERE n = 2",
            "event-body",
        ),
        ("UPDATE event SET body = CAST(body || X'0A' AS BLOB) WHERE n = 2", "event-body"),
        (
            "UPDATE event SET body = CAST(replace(CAST(body AS TEXT), ',\"value\"', ',\"supersedes\":[],\"value\"') AS BLOB) WHERE n = 2",
            "event-body",
        ),
        (
            "UPDATE evidence_chunk SET data = CAST(X'AA' || substr(data, 2) AS BLOB) WHERE n = 1",
            "evidence-bytes",
        ),
        ("UPDATE evidence_chunk SET data = substr(data, 1, length(data) - 1) WHERE n = 2", "evidence-bytes"),
        (
            "UPDATE current SET value = replace(value, 'PLC-200', 'PLC-201') WHERE field = 'object'",
            "projection-value",
        ),
        ("UPDATE event SET sig = CAST(X'00' || substr(sig, 2) AS BLOB) WHERE n = 2", "signature"),
        ("UPDATE event SET sig = X'' WHERE n = 2", "signature"),
    ] {
        let copy = bench.copy();
        let changed = raw(&copy, sql);
        assert_eq!(changed, 1, "the attack must have changed a row: {sql}");
        assert_eq!(code(&copy), expected, "{sql}");
    }
}

#[test]
fn anything_added_to_the_schema_is_refused_before_it_runs() {
    let bench = Bench::new();
    for (sql, expected) in [
        ("CREATE TRIGGER t AFTER INSERT ON event BEGIN UPDATE current SET value = '{}'; END", "schema-extra"),
        ("CREATE VIEW v AS SELECT * FROM event", "schema-extra"),
        ("CREATE TABLE t (a)", "schema-extra"),
        ("CREATE VIRTUAL TABLE t USING fts5(a)", "schema-extra"),
        ("CREATE INDEX i ON current (value)", "schema-extra"),
        ("CREATE INDEX i ON event (abs(seq))", "schema-extra"),
        ("ANALYZE", "schema-extra"),
        ("ALTER TABLE event ADD COLUMN shown TEXT AS (upper(body)) VIRTUAL", "schema-altered"),
        ("ALTER TABLE current ADD COLUMN note TEXT", "schema-altered"),
        ("DROP INDEX event_by_id", "schema-missing"),
        ("DROP TABLE current", "schema-missing"),
        (
            "DROP TABLE current; CREATE VIEW current AS SELECT 'a' subject, 'b' field, id event, 'c' value FROM event",
            "schema-altered",
        ),
        ("DROP INDEX event_by_id; CREATE INDEX event_by_id ON event (id)", "schema-altered"),
        ("PRAGMA application_id = 1", "not-a-dossier"),
        ("PRAGMA user_version = 2", "other-version"),
        ("PRAGMA default_cache_size = 100000", "damaged"),
        ("PRAGMA journal_mode = WAL", "damaged"),
    ] {
        let copy = bench.copy();
        raw(&copy, sql);
        assert_eq!(code(&copy), expected, "{sql}");
        for access in [Access::Write, Access::ReadOnly] {
            let opened = Dossier::open(&copy, access);
            assert!(opened.is_err(), "an altered file is not opened either: {sql}");
        }
    }
}

#[test]
fn deleted_swapped_and_moved_events_are_noticed() {
    let bench = Bench::new();
    for (sql, expected) in [
        ("DELETE FROM event WHERE n = 3", "event-order"),
        ("DELETE FROM event WHERE n = 3; UPDATE event SET n = n - 1 WHERE n > 3", "event-gap"),
        ("DELETE FROM event WHERE n = 1; UPDATE event SET n = n - 1", "event-gap"),
        (
            "UPDATE event SET n = 99 WHERE n = 2; UPDATE event SET n = 2 WHERE n = 3; UPDATE event SET n = 3 WHERE n = 99",
            "event-gap",
        ),
        ("UPDATE event SET n = n + 100", "event-order"),
        ("DELETE FROM event", "not-a-dossier"),
        // The tail alone: what depends on it still stands.
        ("DELETE FROM event WHERE n = 13", "projection-extra"),
        ("DELETE FROM event WHERE n >= 7", "evidence-orphan"),
        ("UPDATE event SET seq = seq + 1 WHERE n = 13", "event-columns"),
        ("UPDATE event SET chain = (SELECT chain FROM event WHERE n = 5) WHERE n = 13", "event-columns"),
        ("UPDATE event SET chain = X'00' WHERE n = 13", "event-columns"),
        ("UPDATE event SET id = X'00' WHERE n = 13", "event-id"),
    ] {
        let copy = bench.copy();
        // Without the projection first, where the attack is on the events below it.
        raw(&copy, sql);
        if expected == "evidence-orphan" {
            let mut dossier = Dossier::open(&copy, Access::ReadOnly).map(drop);
            assert!(dossier.is_ok(), "a shorter chain opens: {:?}", dossier.as_mut().err());
            raw(&copy, "DELETE FROM current WHERE field IN ('register', 'issuer', 'note', 'after')");
        }
        assert_eq!(code(&copy), expected, "{sql}");
    }
}

#[test]
fn a_row_stored_twice_is_noticed() {
    let bench = Bench::new();
    let copy = bench.copy();
    behind_index(
        &copy,
        "event_by_id",
        "INSERT INTO event SELECT n + 1, chain, seq, id, body, sig FROM event WHERE n = 13",
    );
    assert_eq!(code(&copy), "integrity", "SQLite's own check sees the index");
    let options = Options { integrity: false, ..Options::default() };
    assert_eq!(code_with(&copy, options), "event-twice", "the scan sees it without the index");
}

#[test]
fn an_index_that_lies_hides_nothing() {
    let bench = Bench::new();
    let scan_only = Options { integrity: false, ..Options::default() };
    let chunk = "INSERT INTO evidence_chunk SELECT sha256, 7, data FROM evidence_chunk LIMIT 1";
    let sig = "UPDATE event SET seq = 77 WHERE n = 2";
    let moved = "UPDATE evidence_chunk SET n = 5 WHERE n = 1";
    for (index, sql) in
        [("evidence_chunk_by_sha256", chunk), ("event_by_chain", sig), ("evidence_chunk_by_sha256", moved)]
    {
        let copy = bench.copy();
        behind_index(&copy, index, sql);
        assert_eq!(code(&copy), "integrity", "integrity_check compares index and table: {sql}");
        assert_ne!(code_with(&copy, scan_only), "ok", "and the scan alone is not fooled: {sql}");
    }
}

#[test]
fn a_key_put_in_the_place_of_another_is_noticed() {
    let bench = Bench::new();
    let copy = bench.copy();
    let connection = rusqlite::Connection::open(&copy).unwrap();
    let body: Vec<u8> =
        connection.query_row("SELECT body FROM event WHERE n = 1", [], |row| row.get(0)).unwrap();
    let other = Pen(9).key().to_string();
    let forged = String::from_utf8(body).unwrap().replace(&Pen(1).key().to_string(), &other);
    let id = Event::read(forged.as_bytes()).unwrap().id;
    let sig = Pen(9).sign(&id);
    connection
        .execute(
            "UPDATE event SET body = ?1, id = ?2, sig = ?3 WHERE n = 1",
            (forged.as_bytes(), id.0, sig.0),
        )
        .unwrap();
    drop(connection);
    assert_eq!(code(&copy), "chain-opening", "the key is bound to the chain's id");
    let copy = bench.copy();
    let forged_by = raw(&copy, "UPDATE event SET sig = (SELECT sig FROM event WHERE n = 3) WHERE n = 2");
    assert_eq!((forged_by, code(&copy)), (1, "signature"), "another event's signature does not fit");
}

#[test]
fn an_event_of_another_dossier_does_not_fit() {
    let bench = Bench::new();
    let copy = bench.copy();
    let other = bench.folder.path().join("other.assay");
    let opening = dossier::Opening { dossier: trail::DossierId([8; 16]), card: card("A"), time: TIME };
    Dossier::create(&other, &opening, &Pen(3)).unwrap().close().unwrap();
    let sql = format!(
        "ATTACH '{}' AS other; INSERT INTO event SELECT 14, chain, seq, id, body, sig FROM other.event",
        other.display()
    );
    raw(&copy, &sql);
    assert_eq!(code(&copy), "event-dossier", "an opening belongs to its dossier");
}

#[test]
fn evidence_that_is_missing_swapped_or_unnamed_is_noticed() {
    let bench = Bench::new();
    for (sql, expected) in [
        ("DELETE FROM evidence_chunk WHERE length(data) = 12", "evidence-missing"),
        ("DELETE FROM evidence_chunk WHERE n = 1", "evidence-bytes"),
        ("DELETE FROM evidence_chunk WHERE n = 2", "evidence-bytes"),
        ("INSERT INTO evidence_chunk VALUES (zeroblob(32), 0, X'00')", "evidence-orphan"),
        ("INSERT INTO evidence_chunk VALUES (X'', 0, X'00')", "evidence-orphan"),
        (
            "INSERT INTO evidence_chunk SELECT sha256, 3, X'00' FROM evidence_chunk WHERE n = 2",
            "evidence-bytes",
        ),
        ("UPDATE evidence_chunk SET n = -1 WHERE n = 0 AND length(data) > 12", "evidence-bytes"),
        (
            "UPDATE evidence_chunk SET sha256 = (SELECT sha256 FROM evidence_chunk WHERE n = 2), n = 9 WHERE length(data) = 12",
            "evidence-bytes",
        ),
    ] {
        assert_eq!(bench.attack(sql), expected, "{sql}");
    }
}

#[test]
fn a_projection_that_lies_is_noticed_in_each_way() {
    let bench = Bench::new();
    for (sql, expected) in [
        ("DELETE FROM current WHERE field = 'object'", "projection-missing"),
        ("UPDATE current SET subject = 'elsewhere' WHERE field = 'object'", "projection-missing"),
        ("UPDATE current SET event = zeroblob(32) WHERE field = 'object'", "projection-missing"),
        ("INSERT INTO current VALUES ('case', 'object', zeroblob(32), '{}')", "projection-extra"),
        ("INSERT INTO current VALUES ('case', 'object', X'', '{}')", "projection-extra"),
        // The superseded claim stands up again.
        (
            "INSERT INTO current SELECT 'case', 'claim', id, '{\"field\":\"claim\",\"supersedes\":[],\"value\":\"SL-C 2\"}' FROM event WHERE n = 3",
            "projection-superseded",
        ),
        ("INSERT INTO current SELECT 'case', 'claim', id, '{}' FROM event WHERE n = 3", "projection-value"),
    ] {
        assert_eq!(bench.attack(sql), expected, "{sql}");
    }
}

#[test]
fn a_file_cut_short_or_with_a_journal_beside_it_is_refused() {
    let bench = Bench::new();
    let size = std::fs::metadata(&bench.sample).unwrap().len();
    for keep in [0, 1, 50, 99, 100, 4096, size / 2, size - 4096, size - 1] {
        let copy = bench.copy();
        std::fs::OpenOptions::new().write(true).open(&copy).unwrap().set_len(keep).unwrap();
        assert!(
            matches!(code(&copy), "not-a-dossier" | "damaged" | "integrity"),
            "cut to {keep}: {}",
            code(&copy)
        );
    }
    for suffix in ["-journal", "-wal", "-shm"] {
        let copy = bench.copy();
        let beside = PathBuf::from(format!("{}{suffix}", copy.display()));
        std::fs::write(&beside, "x").unwrap();
        assert_eq!(code(&copy), "leftover-journal", "the file alone must be the dossier: {suffix}");
        std::fs::remove_file(&beside).unwrap();
    }
    let copy = bench.copy();
    let beside = PathBuf::from(format!("{}-journal", copy.display()));
    std::fs::write(&beside, "").unwrap();
    let outcome = check(&copy);
    let remarks = outcome.report().map(|report| report.remarks.clone());
    assert_eq!(remarks, Some(vec![Remark::JournalBeside]), "an empty one is only remarked");
    std::fs::remove_file(&beside).unwrap();
}

#[test]
fn a_seal_that_states_something_else_is_refused_although_it_is_signed() {
    let folder = tempfile::tempdir().unwrap();
    let pen = Pen(1);
    let zeros = || text(&Digest::ZERO.to_string());
    type Change = fn(&mut std::collections::BTreeMap<String, Value>, Value);
    let changes: [(&str, Change); 5] = [
        ("seal-projection", |seal, zeros| drop(seal.insert("projection".into(), zeros))),
        ("seal-evidence", |seal, zeros| drop(seal.insert("evidence".into(), zeros))),
        ("seal-payload", |seal, _| drop(seal.remove("evidence"))),
        ("seal-heads", |seal, _| drop(seal.insert("heads".into(), Value::List(Vec::new())))),
        ("seal-root", |seal, zeros| {
            let Some(Value::List(heads)) = seal.get_mut("heads") else { panic!("a seal has heads") };
            let Value::Map(head) = &mut heads[0] else { panic!("a head is a map") };
            head.insert("root".into(), zeros);
        }),
    ];
    for (expected, change) in changes {
        let path = folder.path().join(expected);
        let mut dossier = create(&path, &pen);
        let Value::Map(mut seal) = dossier.seal_payload("opening", None).unwrap() else { panic!("a map") };
        change(&mut seal, zeros());
        dossier.append(&[NewEvent { kind: "seal/1".into(), payload: Value::Map(seal) }], TIME, &pen).unwrap();
        dossier.close().unwrap();
        assert_eq!(code(&path), expected, "a seal is computed again");
    }
}

#[test]
fn a_key_that_wrote_from_two_copies_is_shown_and_nothing_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    let (path, copy) = (folder.path().join("a.assay"), folder.path().join("b.assay"));
    let pen = Pen(1);
    create(&path, &pen).close().unwrap();
    std::fs::copy(&path, &copy).unwrap();
    for (path, value) in [(&path, "one"), (&copy, "two")] {
        let mut dossier = Dossier::open(path, Access::Write).unwrap();
        dossier.append(&[case("a", value, &[]), case("b", value, &[])], TIME, &pen).unwrap();
        dossier.close().unwrap();
    }
    raw(
        &path,
        &format!(
            "ATTACH '{}' AS copy;
             INSERT INTO event SELECT n + 2, chain, seq, id, body, sig FROM copy.event WHERE n > 1;
             INSERT INTO current SELECT * FROM copy.current",
            copy.display()
        ),
    );
    let outcome = check(&path);
    let chain = ChainId::of(&id(), &pen.key());
    let report = outcome.report().unwrap_or_else(|| panic!("a fork is shown, not refused: {outcome:?}"));
    assert_eq!(report.remarks, [Remark::Fork { chain, seq: 1 }], "with its place");
    assert_eq!((report.events, report.projection_rows), (5, 4), "both histories are kept");
    let one = Dossier::open(&copy, Access::ReadOnly).unwrap().heads()[0].clone();
    let is_prefix = dossier::verify::is_prefix(&path, &chain, one.size, &one.root).unwrap();
    assert_eq!(is_prefix, Some(true), "a checkpoint of either history is a true one");
    let mut dossier = Dossier::open(&path, Access::Write).unwrap();
    let refused = dossier.append(&[case("c", "three", &[])], TIME, &pen);
    assert!(
        matches!(refused, Err(DossierError::Forked { seq: 1, .. })),
        "no third one is begun: {refused:?}"
    );
    dossier.close().unwrap();
    raw(&path, "UPDATE event SET sig = zeroblob(64) WHERE n = 5");
    assert_eq!(code(&path), "signature", "signatures are checked on both histories");
    raw(&path, "DELETE FROM event WHERE n = 4; UPDATE event SET n = 4 WHERE n = 5");
    assert_eq!(code(&path), "event-prev", "and so is what each event follows");
}

/// Every column of every table, in every row: "not noticed" must be 0.
#[test]
fn no_column_of_the_schema_can_change_unnoticed() {
    let bench = Bench::new();
    let blob = [
        "X''",
        "zeroblob(length(COL))",
        "CAST(COL || X'00' AS BLOB)",
        "substr(COL, 2)",
        "CAST(X'01' || substr(COL, 2) AS BLOB)",
    ];
    let int = ["COL + 1", "COL - 1", "COL + 1000", "-1", "0", "9223372036854775807"];
    let text =
        ["''", "COL || ' '", "upper(COL)", "'x' || COL", "substr(COL, 2)", "COL || CAST(X'00' AS TEXT)"];
    let columns: [(&str, &str, &[&str]); 13] = [
        ("event", "n", &int),
        ("event", "chain", &blob),
        ("event", "seq", &int),
        ("event", "id", &blob),
        ("event", "body", &blob),
        ("event", "sig", &blob),
        ("evidence_chunk", "sha256", &blob),
        ("evidence_chunk", "n", &int),
        ("evidence_chunk", "data", &blob),
        ("current", "subject", &text),
        ("current", "field", &text),
        ("current", "event", &blob),
        ("current", "value", &text),
    ];
    let known: BTreeSet<(&str, &str)> = columns.iter().map(|(table, column, _)| (*table, *column)).collect();
    let connection = rusqlite::Connection::open(&bench.sample).unwrap();
    let mut actual = BTreeSet::new();
    for table in ["event", "evidence_chunk", "current"] {
        let mut columns =
            connection.prepare(&format!("SELECT name FROM pragma_table_xinfo('{table}')")).unwrap();
        for name in columns.query_map([], |row| row.get::<_, String>(0)).unwrap() {
            actual.insert((table, name.unwrap()));
        }
    }
    let actual: BTreeSet<(&str, &str)> = actual.iter().map(|(table, name)| (*table, name.as_str())).collect();
    assert_eq!(known, actual, "every column of the shipped schema is attacked");

    let (mut tried, mut unnoticed) = (0, Vec::new());
    for (table, column, changes) in columns {
        // `current` has no row number; its rows are named by their place.
        let rows: i64 =
            connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap();
        let key = match table {
            "current" => {
                "(subject, field, event) IN (SELECT subject, field, event FROM current LIMIT 1 OFFSET ROW)"
            }
            _ => "rowid = (SELECT rowid FROM TABLE ORDER BY rowid LIMIT 1 OFFSET ROW)",
        };
        for row in 0..rows {
            for change in changes {
                let key = key.replace("TABLE", table).replace("ROW", &row.to_string());
                let change = change.replace("COL", column);
                let sql = format!(
                    "UPDATE {table} SET {column} = {change} WHERE {key} AND {column} IS NOT ({change})"
                );
                let copy = bench.copy();
                let changed = rusqlite::Connection::open(&copy).unwrap().execute(&sql, []);
                // A change to what is there already, or one that a unique index forbids, is none.
                if changed != Ok(1) {
                    continue;
                }
                tried += 1;
                if check(&copy).finding().is_none() {
                    unnoticed.push(sql);
                }
            }
        }
    }
    assert!(tried > 400, "the attacks must really have been made: {tried}");
    assert_eq!(unnoticed, Vec::<String>::new(), "of {tried} changes, not noticed must be 0");
}

/// Random bits anywhere in the file: whatever is not noticed must not have changed the content.
#[test]
fn random_bit_flips_are_noticed_or_change_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("small.assay");
    let pen = Pen(1);
    let mut dossier = create(&path, &pen);
    for i in 0..30 {
        dossier.append(&[case(&format!("field {i}"), "a value", &[])], TIME, &pen).unwrap();
    }
    ingest(&mut dossier, &[7; 9000], "a", &pen);
    dossier.close().unwrap();
    let original = std::fs::read(&path).unwrap();
    let content = content_of(&path).unwrap();
    let mut state: u64 = 0x9E37_79B9_7F4A_7C15;
    let (mut noticed, mut harmless) = (0, 0);
    for _ in 0..600 {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let bit = usize::try_from(state >> 20).unwrap() % (original.len() * 8);
        let mut flipped = original.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        std::fs::write(&path, &flipped).unwrap();
        match dossier::verify(&path, &Reader, Options::default(), &mut |_| true) {
            Ok(Outcome::Ok(_)) => {
                assert_eq!(
                    content_of(&path).as_ref(),
                    Some(&content),
                    "missed, and content changed: bit {bit}"
                );
                harmless += 1;
            }
            Ok(Outcome::Wrong(_)) | Err(_) => noticed += 1,
        }
    }
    assert!(
        noticed > 100,
        "enough flips must hit content, not the free space of the pages: {noticed} noticed, {harmless} harmless"
    );
}

/// Everything a reader could see, as text.
fn content_of(path: &Path) -> Option<String> {
    let connection = rusqlite::Connection::open(path).ok()?;
    let mut content = String::new();
    for sql in [
        "SELECT quote(n) || quote(chain) || quote(seq) || quote(id) || quote(body) || quote(sig) FROM event ORDER BY n",
        "SELECT quote(sha256) || quote(n) || quote(data) FROM evidence_chunk ORDER BY sha256, n",
        "SELECT quote(subject) || quote(field) || quote(event) || quote(value) FROM current ORDER BY subject, field, event",
    ] {
        let mut statement = connection.prepare(sql).ok()?;
        let mut rows = statement.query([]).ok()?;
        while let Some(row) = rows.next().ok()? {
            content.push_str(&row.get::<_, String>(0).ok()?);
            content.push('\n');
        }
    }
    Some(content)
}

fn code_with(path: &Path, options: Options) -> &'static str {
    let outcome = dossier::verify(path, &Reader, options, &mut |_| true).unwrap();
    outcome.finding().map_or("ok", |finding| finding.code.as_str())
}

#[test]
fn every_code_is_its_own() {
    let codes: BTreeSet<&str> = Code::ALL.iter().map(|code| code.as_str()).collect();
    assert_eq!(codes.len(), Code::ALL.len(), "each thing that can be wrong has a message of its own");
}
