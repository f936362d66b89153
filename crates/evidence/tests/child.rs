//! Reads workbooks in a process of their own. This test has its own `main`, because the program it starts
//! is itself: with `read-workbook` as first argument it is the reader, with another word it is a faulty one.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "faulty readers speak on standard output")]

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use evidence::child::{self, Continue};
use evidence::{Limits, ReadProblem, Why, Workbook, reader};

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    match args.next().as_ref().and_then(|arg| arg.to_str()) {
        Some("read-workbook") => return child::serve(args),
        Some("sleep-instead") => std::thread::sleep(Duration::from_secs(60)),
        Some("die-instead") => std::process::abort(),
        Some("talk-nonsense") => println!("[1,2,oops"),
        Some("stop-half-way") => println!(
            "{{\"sheet\":{{\"name\":\"S\",\"visibility\":\"visible\",\"merges\":[]}}}}\n[1,1,\"CR 1.1\"]"
        ),
        // Test runners ask for a list of tests; there is nothing to list.
        Some("--list") => {}
        _ => run(),
    }
    ExitCode::SUCCESS
}

fn run() {
    what_the_child_reads_is_what_is_in_the_file();
    refusals_come_through_with_their_reason();
    a_reader_that_fails_is_a_refusal_and_never_half_a_workbook();
    println!("child: ok");
}

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/workbooks").join(name)
}

fn read(word: &str, name: &str, limits: &Limits) -> Result<Workbook, ReadProblem> {
    let program = std::env::current_exe().unwrap();
    child::read(&program, &[word], &fixture(name), limits, &mut |_| Continue::Yes)
}

fn what_the_child_reads_is_what_is_in_the_file() {
    for entry in std::fs::read_dir(fixture("honest")).unwrap() {
        let name = format!("honest/{}", entry.unwrap().file_name().to_string_lossy());
        let there = read("read-workbook", &name, &Limits::default()).unwrap();
        let here = reader::read(&fixture(&name), &Limits::default()).unwrap();
        assert_eq!(there.file, here.file, "{name}: the same file facts, its SHA-256 included");
        assert_eq!(there.notices, here.notices, "{name}: the same notices");
        assert_eq!(there.embedded, here.embedded, "{name}: the same embedded files");
        assert_eq!(there.sheets.len(), here.sheets.len(), "{name}: the same sheets");
        for (a, b) in there.sheets.iter().zip(&here.sheets) {
            let cells = |sheet: &evidence::Sheet| {
                let of = |c: evidence::CellView<'_>| format!("{c:?}");
                sheet.rows().flat_map(|row| row.cells().map(of).collect::<Vec<_>>()).collect::<Vec<_>>()
            };
            assert_eq!(
                (&a.name, a.visibility, a.row_count()),
                (&b.name, b.visibility, b.row_count()),
                "{name}"
            );
            assert_eq!(a.merges, b.merges, "{name}: the same merged areas");
            assert_eq!(
                (&a.comments, &a.hidden_rows, &a.hidden_columns, &a.validations),
                (&b.comments, &b.hidden_rows, &b.hidden_columns, &b.validations),
                "{name}: the same comments, hidden places and lists"
            );
            assert_eq!(cells(a), cells(b), "{name}: the same cells, to the letter");
        }
    }
}

fn refusals_come_through_with_their_reason() {
    let encrypted = read("read-workbook", "hostile/encrypted.xlsx", &Limits::default()).unwrap_err();
    assert_eq!(encrypted.why, Why::Encrypted, "the reader's reason is the caller's reason");
    assert_eq!(encrypted.file, "encrypted.xlsx", "the file is named");
    let few = Limits { cells: 3, ..Limits::default() };
    let many = read("read-workbook", "honest/plain.xlsx", &few).unwrap_err();
    assert_eq!(many.why, Why::TooManyCells { limit: 3 }, "limits travel to the reader");
    assert_eq!(many.place.to_string(), "Checklist!D3", "the first cell beyond the limit is named");
}

fn a_reader_that_fails_is_a_refusal_and_never_half_a_workbook() {
    let plain = "honest/plain.xlsx";
    let started = Instant::now();
    let short = Limits { seconds: 1, ..Limits::default() };
    let late = read("sleep-instead", plain, &short).unwrap_err();
    assert_eq!(late.why, Why::TimedOut { seconds: 1 }, "a silent reader does not hold the program up");
    let program = std::env::current_exe().unwrap();
    let path = fixture(plain);
    let stop = &mut |_| Continue::No;
    let cancelled = child::read(&program, &["sleep-instead"], &path, &Limits::default(), stop).unwrap_err();
    assert_eq!(cancelled.why, Why::Cancelled, "a person can stop a silent reader");
    assert!(started.elapsed() < Duration::from_secs(30), "no reader is waited for once it is given up");
    for word in ["die-instead", "talk-nonsense", "stop-half-way"] {
        let ended = read(word, plain, &Limits::default()).unwrap_err();
        assert!(matches!(ended.why, Why::ReaderStopped { .. }), "{word} is no result: {ended}");
    }
    let missing =
        child::read(Path::new("/no/such/program"), &[], &path, &Limits::default(), &mut |_| Continue::Yes);
    assert!(matches!(missing.unwrap_err().why, Why::ReaderMissing { .. }), "a missing reader is said");
    if cfg!(target_os = "linux") {
        let tight = Limits { memory_bytes: 16 << 20, ..Limits::default() };
        let big = tempfile::Builder::new().suffix(".csv").tempfile().unwrap();
        std::fs::write(big.path(), "CR 1.1,Compliant\n".repeat(1_500_000)).unwrap();
        let starved = child::read(&program, &["read-workbook"], big.path(), &tight, &mut |_| Continue::Yes);
        let why = starved.unwrap_err().why;
        assert!(
            matches!(why, Why::ReaderStopped { .. }),
            "a reader out of memory takes nothing else along: {why:?}"
        );
    }
}
