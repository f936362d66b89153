//! Every hostile workbook comes to its declared end in a reader that may use 300 MiB and no more. This test has its
//! own `main`, because the reader it starts is itself. How long each takes is printed and decides nothing: a slow
//! machine is no defect.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
#![expect(clippy::print_stdout, reason = "the times are for a person")]

use std::path::Path;
use std::process::ExitCode;
use std::time::Instant;

use evidence::child::{self, Continue};
use evidence::{Limits, Why};

/// Address space of the reader, well below what the product allows: a hostile file must not need more.
const MEMORY: u64 = 300 << 20;

fn main() -> ExitCode {
    let mut args = std::env::args_os().skip(1);
    match args.next().as_ref().and_then(|arg| arg.to_str()) {
        Some("read-workbook") => return child::serve(args),
        // Test runners ask for a list of tests; there is nothing to list.
        Some("--list") => {}
        _ => every_hostile_workbook_comes_to_its_end_in_little_memory(),
    }
    ExitCode::SUCCESS
}

fn every_hostile_workbook_comes_to_its_end_in_little_memory() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/workbooks");
    let declared: serde_json::Value =
        serde_json::from_slice(&std::fs::read(folder.join("expected.json")).unwrap()).unwrap();
    let program = std::env::current_exe().unwrap();
    let limits = Limits { memory_bytes: MEMORY, ..Limits::default() };
    let mut count = 0;
    for (name, expected) in declared["files"].as_object().unwrap() {
        if !name.starts_with("hostile/") {
            continue;
        }
        let started = Instant::now();
        let read =
            child::read(&program, &["read-workbook"], &folder.join(name), &limits, &mut |_| Continue::Yes);
        let took = started.elapsed();
        let ended = match &read {
            Ok(_) => serde_json::Value::Null,
            Err(problem) => serde_json::to_value(&problem.why).unwrap()["code"].clone(),
        };
        println!("{name:<34} {:<16} {:>5} ms", ended.as_str().unwrap_or("read"), took.as_millis());
        let wanted = expected.get("refused").cloned().unwrap_or_default();
        assert_eq!(ended, wanted, "{name} ends as declared, within 300 MiB");
        if let Err(problem) = read {
            let stopped = matches!(problem.why, Why::ReaderStopped { .. } | Why::TimedOut { .. });
            assert!(!stopped, "{name}: the reader itself says why, nobody has to end it");
        }
        count += 1;
    }
    assert!(count > 20, "the hostile workbooks are there");
    println!("hostile: ok");
}
