//! Whatever is changed in the bytes of a dossier: what verification does not notice has changed nothing that
//! can be read.
//!
//! The judge is an independent reader, Python's own SQLite: it reads every table, by the table and by each
//! index, and hashes all of it. `ASSAY_CAMPAIGN=full` makes the figures of `docs/assurance.md`.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a test fails by panicking, helpers included"
)]

mod attacked;

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use across::campaign_is_full;
use attacked::*;

/// Reads names of files, one a line; says for each a digest over all that can be read in it.
const READER: &str = r#"
import hashlib, sqlite3, sys
TABLES = {"event": ("n, chain, seq, id, body, sig", ["event_by_chain", "event_by_id"]),
          "evidence_chunk": ("sha256, n, data", ["evidence_chunk_by_sha256"]),
          "current": ("subject, field, event, value", [])}
def content(path):
    h = hashlib.sha256()
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    db.text_factory = bytes
    try:
        for table, (columns, indexes) in TABLES.items():
            for way in ["NOT INDEXED"] * (table != "current") + [""] + ["INDEXED BY " + i for i in indexes]:
                order = "1, 2, 3"
                try: rows = db.execute(f"SELECT {columns} FROM {table} {way} ORDER BY {order}").fetchall()
                except sqlite3.OperationalError as e:
                    if "no query solution" not in str(e): raise
                    continue
                h.update(repr((table, way, rows)).encode())
        rows = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY 1, 2").fetchall()
        h.update(repr((rows, db.execute("PRAGMA application_id").fetchone(), db.execute("PRAGMA user_version").fetchone())).encode())
        return h.hexdigest()
    except sqlite3.Error as e: return "unreadable: " + str(e)
    finally: db.close()
for line in sys.stdin: print(content(line.strip()), flush=True)
"#;

/// What the independent reader finds in each of these files.
fn contents(files: &[PathBuf]) -> Vec<String> {
    let mut python = Command::new("python3")
        .args(["-c", READER])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("python3 runs");
    let mut stdin = python.stdin.take().unwrap();
    let names: Vec<String> = files.iter().map(|path| format!("{}\n", path.display())).collect();
    let writer =
        std::thread::spawn(move || names.iter().for_each(|name| stdin.write_all(name.as_bytes()).unwrap()));
    let out = python.wait_with_output().unwrap();
    writer.join().unwrap();
    let lines: Vec<String> = String::from_utf8_lossy(&out.stdout).lines().map(str::to_owned).collect();
    assert_eq!(lines.len(), files.len(), "the reader answers for every file");
    lines
}

/// Applies changes to the bytes of `sample`; asserts that what passes reads the same. Returns how many were
/// noticed and how many passed.
fn bytes_changed(
    sample: &Path,
    what: &str,
    count: usize,
    change: &mut dyn FnMut(&mut Vec<u8>, &mut Dice) -> String,
) -> (usize, usize) {
    let folder = tempfile::tempdir().unwrap();
    let original = std::fs::read(sample).unwrap();
    let mut dice = Dice(0xA55A);
    let (mut noticed, mut passed, mut files) = (0, Vec::new(), vec![sample.to_owned()]);
    for n in 0..count {
        let mut bytes = original.clone();
        let description = change(&mut bytes, &mut dice);
        if bytes == original {
            continue;
        }
        let path = folder.path().join(format!("{n}.assay"));
        std::fs::write(&path, &bytes).unwrap();
        if code(&path) == "ok" {
            passed.push(description);
            files.push(path);
        } else {
            noticed += 1;
            std::fs::remove_file(&path).unwrap();
        }
    }
    let read = contents(&files);
    assert!(!read[0].starts_with("unreadable"), "the reader reads the sample: {}", read[0]);
    let missed: Vec<&String> = passed
        .iter()
        .zip(&read[1..])
        .filter(|(_, content)| **content != read[0])
        .map(|(what, _)| what)
        .collect();
    println!(
        "{what}: {count} changes, {noticed} noticed, {} change nothing that can be read, {} missed",
        passed.len() - missed.len(),
        missed.len()
    );
    assert!(missed.is_empty(), "{what}: missed, and readable content changed: {missed:?}");
    (noticed, passed.len())
}

const PAGE: usize = 16384;

#[test]
fn random_bit_flips_are_noticed_or_change_nothing_that_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let sample = sample(folder.path(), false);
    let count = if campaign_is_full() { 2000 } else { 200 };
    let (noticed, _) = bytes_changed(&sample, "bits anywhere", count, &mut |bytes, dice| {
        let bit = dice.below(bytes.len() * 8);
        bytes[bit / 8] ^= 1 << (bit % 8);
        format!("bit {bit}")
    });
    assert!(noticed * 10 > count, "enough flips must hit content, not the free space of pages: {noticed}");
    // Where SQLite keeps its own books: the header of the file, the headers and cell lists of pages, and
    // the ends of pages, where records lie.
    let (noticed, _) =
        bytes_changed(&sample, "bits of headers, cell lists and records", count, &mut |bytes, dice| {
            let page = dice.below(bytes.len() / PAGE) * PAGE;
            let at = match dice.below(3) {
                0 => dice.below(100),
                1 => page + dice.below(160),
                _ => page + PAGE - 1 - dice.below(1500),
            };
            bytes[at] ^= 1 << dice.below(8);
            format!("byte {at}")
        });
    assert!(noticed * 3 > count, "most of these carry something: {noticed}");
}

#[test]
fn pages_and_bytes_put_elsewhere_are_noticed_or_change_nothing_that_can_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let sample = sample(folder.path(), false);
    let count = if campaign_is_full() { 600 } else { 80 };
    bytes_changed(&sample, "pages and runs of bytes", count, &mut |bytes, dice| {
        let pages = bytes.len() / PAGE;
        let (a, b) = (dice.below(pages) * PAGE, dice.below(pages) * PAGE);
        match dice.below(5) {
            0 => {
                let kept = bytes[a..a + PAGE].to_vec();
                bytes.copy_within(b..b + PAGE, a);
                bytes[b..b + PAGE].copy_from_slice(&kept);
                format!("pages {a} and {b} swapped")
            }
            1 => {
                bytes.copy_within(b..b + PAGE, a);
                format!("page {b} over {a}")
            }
            2 => {
                bytes[a..a + PAGE].fill(0);
                format!("page {a} emptied")
            }
            3 => {
                let (at, length) = (dice.below(bytes.len() - 64), 1 + dice.below(64));
                bytes[at..at + length].fill_with(|| dice.throw() as u8);
                format!("{length} bytes of rubbish at {at}")
            }
            _ => {
                let more = vec![0; PAGE];
                bytes.extend(more);
                "a page more at the end".to_owned()
            }
        }
    });
}

/// Every byte of the header of the file. What may pass are counters of SQLite, which say nothing about content.
#[test]
fn every_header_byte_is_compared_or_is_a_counter() {
    const COUNTERS: [(std::ops::Range<usize>, &str); 4] = [
        (24..28, "file change counter"),
        (40..44, "schema cookie"),
        (92..96, "version-valid-for"),
        (96..100, "version of the SQLite that wrote last"),
    ];
    let folder = tempfile::tempdir().unwrap();
    let sample = sample(folder.path(), false);
    let original = std::fs::read(&sample).unwrap();
    let path = folder.path().join("changed.assay");
    let mut passed = BTreeSet::new();
    for at in 0..100 {
        for change in [1_u8, 0x80, 0xFF] {
            let mut bytes = original.clone();
            bytes[at] ^= change;
            std::fs::write(&path, &bytes).unwrap();
            if code(&path) == "ok" {
                passed.insert(at);
                let read = contents(&[sample.clone(), path.clone()]);
                assert_eq!(read[0], read[1], "header byte {at}: missed, and readable content changed");
            }
        }
    }
    let unexplained: Vec<&usize> =
        passed.iter().filter(|at| !COUNTERS.iter().any(|(range, _)| range.contains(at))).collect();
    assert!(unexplained.is_empty(), "header bytes that nobody compares: {unexplained:?}");
}

/// Attacks on each row of a table, by the type of its columns; `COL` is the column.
fn changes(kind: &str) -> &'static [&'static str] {
    match kind {
        "INTEGER" => &["COL + 1", "COL - 1", "COL + 1000", "-1", "0", "9223372036854775807"],
        "BLOB" => &[
            "X''",
            "zeroblob(length(COL))",
            "CAST(COL || X'00' AS BLOB)",
            "substr(COL, 2)",
            "CAST(X'01' || substr(COL, 2) AS BLOB)",
        ],
        _ => {
            &["''", "COL || ' '", "upper(COL)", "'x' || COL", "substr(COL, 2)", "COL || CAST(X'00' AS TEXT)"]
        }
    }
}

/// The same value, or none, in a type that the schema forbids.
fn other_types(kind: &str) -> &'static [&'static str] {
    match kind {
        "INTEGER" => &["NULL", "CAST(COL AS TEXT)", "COL + 0.5", "CAST(CAST(COL AS TEXT) AS BLOB)"],
        "BLOB" => &["NULL", "CAST(COL AS TEXT)", "1", "hex(COL)"],
        _ => &["NULL", "CAST(COL AS BLOB)", "0", "1.5"],
    }
}

struct Column {
    table: String,
    name: String,
    kind: String,
}

fn columns(sample: &Path) -> Vec<Column> {
    let connection = rusqlite::Connection::open(sample).unwrap();
    let mut tables = connection.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").unwrap();
    let tables: Vec<String> = tables.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut columns = Vec::new();
    for table in tables {
        let mut names =
            connection.prepare(&format!("SELECT name, type FROM pragma_table_xinfo('{table}')")).unwrap();
        let found = names.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
        columns.extend(found.map(Result::unwrap).map(|(name, kind)| Column {
            table: table.clone(),
            name,
            kind,
        }));
    }
    columns
}

fn key_of(table: &str, row: i64) -> String {
    match table {
        "current" => format!(
            "(subject, field, event) IN (SELECT subject, field, event FROM current ORDER BY 1, 2, 3 LIMIT 1 OFFSET {row})"
        ),
        _ => format!("rowid = (SELECT rowid FROM {table} ORDER BY rowid LIMIT 1 OFFSET {row})"),
    }
}

/// Every structural attack on `sample`: SQL that changes a value, a type, a row or the schema.
fn structural(sample: &Path) -> Vec<String> {
    let mut attacks = Vec::new();
    let count = |table: &str| -> i64 {
        let connection = rusqlite::Connection::open(sample).unwrap();
        connection.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0)).unwrap()
    };
    let columns = columns(sample);
    let all = campaign_is_full();
    for Column { table, name, kind } in &columns {
        let rows = count(table);
        for row in (0..rows).filter(|row| all || [0, rows / 2, rows - 1].contains(row)) {
            let key = key_of(table, row);
            let update = |change: &str| {
                let change = change.replace("COL", name);
                format!("UPDATE {table} SET {name} = {change} WHERE {key} AND {name} IS NOT ({change})")
            };
            attacks.extend(changes(kind).iter().map(|change| update(change)));
            attacks.extend(other_types(kind).iter().map(|change| without_types(&update(change))));
            // The value of the row after it, and that row's value here.
            if row + 1 < rows && *table != "current" {
                let other = key_of(table, row + 1);
                attacks.push(format!(
                    "CREATE TEMP TABLE two AS SELECT (SELECT {name} FROM {table} WHERE {key}) a, (SELECT {name} FROM {table} WHERE {other}) b, \
                     (SELECT rowid FROM {table} WHERE {key}) r, (SELECT rowid FROM {table} WHERE {other}) s; \
                     UPDATE {table} SET {name} = {away} WHERE rowid = (SELECT r FROM two) AND (SELECT a IS NOT b FROM two); \
                     UPDATE {table} SET {name} = (SELECT a FROM two) WHERE rowid = (SELECT s FROM two) AND (SELECT a IS NOT b FROM two); \
                     UPDATE {table} SET {name} = (SELECT b FROM two) WHERE rowid = {first} AND (SELECT a IS NOT b FROM two)",
                    away = if kind == "INTEGER" { "-77" } else { "X'FF'" },
                    first = if (table.as_str(), name.as_str()) == ("event", "n") { "-77" } else { "(SELECT r FROM two)" },
                ));
            }
        }
    }
    for table in columns.iter().map(|column| column.table.as_str()).collect::<BTreeSet<_>>() {
        for row in 0..count(table) {
            let key = key_of(table, row);
            attacks.push(format!("DELETE FROM {table} WHERE {key}"));
            attacks.push(match table {
                "event" => format!(
                    "INSERT INTO event SELECT (SELECT max(n) + 1 FROM event), chain, seq, zeroblob(32), body, sig FROM event WHERE {key}"
                ),
                "evidence_chunk" => format!(
                    "INSERT INTO evidence_chunk SELECT sha256, (SELECT count(*) FROM evidence_chunk), data FROM evidence_chunk WHERE {key}"
                ),
                _ => format!("INSERT INTO current SELECT subject, field || ' ', event, value FROM current WHERE {key}"),
            });
        }
    }
    attacks.extend(
        [
            "INSERT INTO event VALUES (0, zeroblob(16), 0, zeroblob(32), '', zeroblob(64))",
            "INSERT INTO event VALUES (-5, zeroblob(16), 0, zeroblob(32), X'7B7D', zeroblob(64))",
            "INSERT INTO evidence_chunk VALUES (zeroblob(32), 0, X'00')",
            "INSERT INTO evidence_chunk VALUES (X'', -1, X'')",
            "INSERT INTO current VALUES ('', '', X'', '')",
            "DELETE FROM event",
            "DELETE FROM evidence_chunk",
            "DELETE FROM current",
        ]
        .map(str::to_owned),
    );
    attacks.extend(schema_attacks());
    attacks
}

/// `sqlite_schema` itself, column by column, and what it would let in.
fn schema_attacks() -> Vec<String> {
    let mut attacks: Vec<String> = [
        "CREATE TABLE extra (a)",
        "CREATE TABLE extra (a) STRICT, WITHOUT ROWID",
        "CREATE VIEW extra AS SELECT * FROM event",
        "CREATE INDEX extra ON current (value)",
        "CREATE TRIGGER extra AFTER INSERT ON event BEGIN DELETE FROM current; END",
        "CREATE VIRTUAL TABLE extra USING fts5(a)",
        "ALTER TABLE event ADD COLUMN extra TEXT",
        "ALTER TABLE event ADD COLUMN extra TEXT AS (upper(body)) VIRTUAL",
        "ALTER TABLE evidence_chunk RENAME COLUMN n TO m",
        "ALTER TABLE current RENAME TO currents",
        "DROP INDEX event_by_chain",
        "DROP INDEX event_by_id",
        "DROP INDEX evidence_chunk_by_sha256",
        "DROP TABLE current",
        "DROP TABLE evidence_chunk",
        "ANALYZE",
    ]
    .map(str::to_owned)
    .to_vec();
    let names =
        ["event", "evidence_chunk", "current", "event_by_chain", "event_by_id", "evidence_chunk_by_sha256"];
    let in_schema = |sql: String| format!("PRAGMA writable_schema = ON; {sql}; PRAGMA writable_schema = OFF");
    for name in names {
        for change in [
            "name = name || 'x'",
            "name = upper(name)",
            "tbl_name = 'current' || tbl_name",
            "tbl_name = upper(tbl_name)",
            "type = 'view'",
            "type = 'trigger'",
            "type = upper(type)",
            "sql = sql || ' '",
            "sql = replace(sql, ' STRICT', '')",
            "sql = replace(sql, 'UNIQUE ', '')",
            "sql = replace(sql, 'NOT NULL', '')",
            "sql = lower(sql)",
            "sql = sql || ' -- a word hidden here'",
            "sql = NULL",
            "rootpage = 0",
            "rootpage = 1",
            "rootpage = 999",
        ] {
            attacks.push(in_schema(format!(
                "UPDATE sqlite_schema SET {change} WHERE name = '{name}' AND {column} IS NOT ({value})",
                column = change.split(" = ").next().unwrap(),
                value = change.split_once(" = ").unwrap().1,
            )));
        }
        attacks.push(in_schema(format!("DELETE FROM sqlite_schema WHERE name = '{name}'")));
        attacks.push(in_schema(format!(
            "INSERT INTO sqlite_schema SELECT * FROM sqlite_schema WHERE name = '{name}'"
        )));
        for other in names.iter().filter(|other| **other != name) {
            attacks.push(in_schema(format!(
                "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = '{other}') WHERE name = '{name}'"
            )));
        }
    }
    attacks
}

#[test]
fn no_structural_change_goes_unnoticed() {
    let folder = tempfile::tempdir().unwrap();
    let sample = sample(folder.path(), true);
    assert_eq!(code(&sample), "ok", "before anybody touches it");
    let attacks = structural(&sample);
    let copy = folder.path().join("attacked.assay");
    let (mut tried, mut impossible, mut unnoticed) = (0, Vec::new(), Vec::new());
    let mut by_code: BTreeMap<&str, u32> = BTreeMap::new();
    for sql in &attacks {
        std::fs::copy(&sample, &copy).unwrap();
        let _ = std::fs::remove_file(folder.path().join("attacked.assay-journal"));
        let before = std::fs::read(&copy).unwrap();
        let changed = raw(&copy, sql);
        // What SQLite itself forbids, or what was there already, is no attack.
        if changed.is_err() || std::fs::read(&copy).unwrap() == before {
            impossible.push((sql, changed));
            continue;
        }
        // Statements about types and schemas count rows of their own; only the attack itself counts here.
        if sql.contains("kept AS SELECT name") && !differs(&sample, &copy) {
            continue;
        }
        tried += 1;
        let said = code(&copy);
        *by_code.entry(said).or_default() += 1;
        if said == "ok" && differs(&sample, &copy) {
            unnoticed.push(sql);
        }
    }
    println!(
        "structural: {} attacks, {tried} carried out, {} not noticed; {by_code:?}",
        attacks.len(),
        unnoticed.len()
    );
    assert!(unnoticed.is_empty(), "structural changes that nobody noticed: {unnoticed:#?}");
    assert!(tried * 3 > attacks.len() * 2, "most attacks must be possible: {tried} of {}", attacks.len());
    let attacked: BTreeSet<&str> = by_code.keys().copied().collect();
    for expected in
        ["event-id", "event-columns", "event-order", "evidence-bytes", "projection-value", "schema-altered"]
    {
        assert!(attacked.contains(expected), "attacks of every kind were made: {attacked:?}");
    }
    if std::env::var("ASSAY_SHOW").is_ok() {
        impossible.iter().for_each(|(sql, why)| println!("impossible: {why:?} {sql}"));
    }
}

/// Whether two files differ in anything that can be read.
fn differs(one: &Path, other: &Path) -> bool {
    let read = |path: &Path| -> rusqlite::Result<String> {
        let connection = rusqlite::Connection::open(path)?;
        let mut content = String::new();
        for sql in [
            "SELECT quote(n) || typeof(n) || quote(chain) || quote(seq) || quote(id) || quote(body) || quote(sig) FROM event NOT INDEXED ORDER BY rowid",
            "SELECT quote(sha256) || quote(n) || quote(data) FROM evidence_chunk NOT INDEXED ORDER BY sha256, n",
            "SELECT quote(subject) || quote(field) || quote(event) || quote(value) FROM current ORDER BY subject, field, event",
            "SELECT quote(type) || quote(name) || quote(tbl_name) || quote(rootpage) || quote(sql) FROM sqlite_schema ORDER BY name",
        ] {
            let mut statement = connection.prepare(sql)?;
            let mut rows = statement.query([])?;
            while let Some(row) = rows.next()? {
                content.push_str(&row.get::<_, String>(0)?);
                content.push('\n');
            }
        }
        Ok(content)
    };
    match (read(one), read(other)) {
        (Ok(one), Ok(other)) => one != other,
        _ => true,
    }
}
