//! The drawing process: this program starts itself, so it has its own `main`.
//!
//! Prints one line per case and fails with the first case that does not hold.

#![allow(clippy::print_stdout, reason = "a test without the usual harness says itself that it has run")]

mod sample;

use report::pdf::Rendering;
use report::{Kind, RenderProblem, child, pdf};
use std::ffi::OsStr;
use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

fn main() -> ExitCode {
    match std::env::args().nth(1).as_deref() {
        Some(child::COMMAND) => return child::serve(),
        Some("say-nothing") => return ExitCode::FAILURE,
        Some("never-answer") => loop {
            std::thread::sleep(Duration::from_secs(1));
        },
        _ => {}
    }
    two_processes_draw_the_same_bytes();
    a_refusal_crosses_the_process_border();
    a_child_that_dies_is_reported();
    a_child_that_hangs_is_ended();
    a_program_that_is_not_there_is_reported();
    println!("two_processes: 5 cases hold");
    ExitCode::SUCCESS
}

fn call(command: &str, contents: &report::Contents, limit: u64) -> Result<pdf::Pdf, RenderProblem> {
    let me = std::env::current_exe().expect("the path of this program");
    let words = sample::words();
    let own = report::look::Look::default();
    child::render(
        &me,
        &[OsStr::new(command)],
        contents,
        &words,
        (Rendering::Full, &own),
        Duration::from_secs(limit),
    )
}

fn two_processes_draw_the_same_bytes() {
    let contents = sample::small_component(Kind::SelfDeclaration);
    let first = call(child::COMMAND, &contents, 120).expect("the first child draws");
    let second = call(child::COMMAND, &contents, 120).expect("the second child draws");
    let here = pdf::render(&contents, &sample::words(), Rendering::Full).expect("this process draws");
    assert!(first.bytes.starts_with(b"%PDF-"), "a PDF comes back");
    assert!(
        first.bytes == second.bytes,
        "drawing again must give the same bytes, or a report could not be checked by drawing it again"
    );
    assert!(first == here, "the child must draw what this process draws, with the same warnings and places");
}

fn a_refusal_crosses_the_process_border() {
    let mut contents = sample::small_component(Kind::SelfDeclaration);
    contents.rows.clear();
    let refused = call(child::COMMAND, &contents, 120).expect_err("a report without rows");
    assert_eq!(
        refused.code(),
        "untrue",
        "the child's reason must reach the caller, not just its failure: {refused}"
    );
}

fn a_child_that_dies_is_reported() {
    let contents = sample::small_component(Kind::SelfDeclaration);
    let refused = call("say-nothing", &contents, 60).expect_err("the child said nothing");
    assert_eq!(refused.code(), "process", "its death must be told: {refused}");
}

fn a_child_that_hangs_is_ended() {
    let contents = sample::small_component(Kind::SelfDeclaration);
    let refused = call("never-answer", &contents, 1).expect_err("the child never answers");
    assert_eq!(refused, RenderProblem::TimeLimit(1), "the limit must hold against a child that hangs");
}

fn a_program_that_is_not_there_is_reported() {
    let contents = sample::small_component(Kind::SelfDeclaration);
    let refused = child::render(
        Path::new("/nonexistent/assay"),
        &[],
        &contents,
        &sample::words(),
        (Rendering::Full, &report::look::Look::default()),
        Duration::from_secs(1),
    )
    .expect_err("there is no such program");
    assert_eq!(refused.code(), "process", "it must be told: {refused}");
}
