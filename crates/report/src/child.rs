//! Drawing in a short-lived process of its own.
//!
//! The typesetter keeps what it has once allocated, about 5 MB per page, until the process ends; and a
//! report that takes too long can be ended without taking the program with it. So a shell gives itself
//! a hidden sub-command that calls [`serve`], and calls [`render`] with its own path.
//!
//! In on standard input: one JSON object, `{"report": {"contents": …, "words": …, "rendering": "full", "look": …}}` or
//! `{"seal": {"paper": …, "words": …}}`. Out on standard output: one
//! line of JSON (`{"done": …}` or `{"problem": …}`), a line feed, and the bytes of the PDF.

use crate::contents::Contents;
use crate::look::{Look, Templates};
use crate::paper::{self, Paper};
use crate::pdf::{self, BoxPlace, Pdf, Rendering};
use crate::{RenderProblem, Replaced, Words};
use serde::{Deserialize, Serialize};
use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// The sub-command by which a shell calls itself.
pub const COMMAND: &str = "render-report";

/// How long a report may take: a thousand rows need about five seconds on a small machine.
pub const TIME_LIMIT: Duration = Duration::from_secs(300);

#[derive(Serialize)]
#[serde(rename_all = "snake_case")]
enum Order<'a> {
    Report { contents: &'a Contents, words: &'a Words, rendering: Rendering, look: &'a Look },
    Probe { templates: &'a Templates, languages: &'a [Words] },
    Seal { paper: &'a Paper, words: &'a Words },
}

#[derive(Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum OrderRead {
    Report { contents: Box<Contents>, words: Words, rendering: Rendering, look: Box<Look> },
    Probe { templates: Templates, languages: Vec<Words> },
    Seal { paper: Box<Paper>, words: Words },
}

#[derive(Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
enum Answer {
    Done { size: usize, pages: usize, replaced: Vec<Replaced>, boxes: Vec<BoxPlace> },
    Problem(RenderProblem),
}

/// Draws the report in a child process: `program` with `leading` arguments, which must end in
/// [`serve`].
///
/// # Errors
/// What [`pdf::render`] refuses, as the child reports it; [`RenderProblem::Process`] when the child
/// cannot be started, dies or answers something else; [`RenderProblem::TimeLimit`] after `limit`.
pub fn render(
    program: &Path,
    leading: &[&OsStr],
    contents: &Contents,
    words: &Words,
    (rendering, look): (Rendering, &Look),
    limit: Duration,
) -> Result<Pdf, RenderProblem> {
    asked(program, leading, &Order::Report { contents, words, rendering, look }, limit)
}

/// Tries an organisation's templates out in a child process, as [`Templates::probe`] does.
///
/// # Errors
/// As [`render`].
pub fn probe(
    program: &Path,
    leading: &[&OsStr],
    templates: &Templates,
    languages: &[Words],
    limit: Duration,
) -> Result<(), RenderProblem> {
    asked(program, leading, &Order::Probe { templates, languages }, limit).map(|_| ())
}

/// Draws the paper form of a seal in a child process, as [`render`] does a report.
///
/// # Errors
/// As [`render`].
pub fn draw_paper(
    program: &Path,
    leading: &[&OsStr],
    paper: &Paper,
    words: &Words,
    limit: Duration,
) -> Result<Vec<u8>, RenderProblem> {
    asked(program, leading, &Order::Seal { paper, words }, limit).map(|pdf| pdf.bytes)
}

fn asked(
    program: &Path,
    leading: &[&OsStr],
    order: &Order<'_>,
    limit: Duration,
) -> Result<Pdf, RenderProblem> {
    let order = serde_json::to_vec(order).map_err(|e| RenderProblem::Json(e.to_string()))?;
    let mut child = Command::new(program)
        .args(leading)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|e| failed(&e))?;
    let heard = converse(&mut child, order, limit);
    if heard.is_err() {
        // The child may be stuck; what it says to being ended is of no interest any more.
        drop(child.kill());
    }
    drop(child.wait());
    understand(&heard?)
}

/// The child's side: reads the order from standard input, draws, answers on standard output. The exit
/// code is 0 for a drawn report, 1 otherwise.
#[must_use]
pub fn serve() -> ExitCode {
    let mut order = Vec::new();
    let drawn = io::stdin().read_to_end(&mut order).map_err(|e| failed(&e)).and_then(|_| carry_out(&order));
    let (answer, bytes) = match drawn {
        Ok(pdf) => {
            let answer = Answer::Done {
                size: pdf.bytes.len(),
                pages: pdf.pages,
                replaced: pdf.replaced,
                boxes: pdf.boxes,
            };
            (answer, pdf.bytes)
        }
        Err(problem) => (Answer::Problem(problem), Vec::new()),
    };
    let refused = matches!(answer, Answer::Problem(_));
    match say(&answer, &bytes) {
        Ok(()) if !refused => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    }
}

fn carry_out(order: &[u8]) -> Result<Pdf, RenderProblem> {
    match serde_json::from_slice(order).map_err(|e| RenderProblem::Json(e.to_string()))? {
        OrderRead::Report { contents, words, rendering, look } => {
            pdf::render_in(&contents, &words, rendering, &look)
        }
        OrderRead::Probe { templates, languages } => {
            templates.probe(&languages)?;
            Ok(Pdf { bytes: Vec::new(), replaced: Vec::new(), pages: 0, boxes: Vec::new() })
        }
        OrderRead::Seal { paper, words } => {
            let bytes = paper::render(&paper, &words)?;
            Ok(Pdf { bytes, replaced: Vec::new(), pages: 1, boxes: Vec::new() })
        }
    }
}

fn say(answer: &Answer, bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    serde_json::to_writer(&mut out, answer)?;
    out.write_all(b"\n")?;
    out.write_all(bytes)?;
    out.flush()
}

/// Writes the order and reads the answer at the same time, so that neither side waits for the other.
fn converse(child: &mut Child, order: Vec<u8>, limit: Duration) -> Result<Vec<u8>, RenderProblem> {
    let missing = || RenderProblem::Process("standard input or output is missing".to_owned());
    let mut input = child.stdin.take().ok_or_else(missing)?;
    let mut output = child.stdout.take().ok_or_else(missing)?;
    thread::spawn(move || {
        // A child that ends early says why on its output; the broken pipe here tells nothing more.
        drop(input.write_all(&order));
    });
    let (done, heard) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        let read = output.read_to_end(&mut bytes).map(|_| bytes);
        drop(done.send(read));
    });
    match heard.recv_timeout(limit) {
        Ok(read) => read.map_err(|e| failed(&e)),
        Err(_) => Err(RenderProblem::TimeLimit(limit.as_secs())),
    }
}

fn understand(heard: &[u8]) -> Result<Pdf, RenderProblem> {
    let ended = || RenderProblem::Process("the drawing process ended without an answer".to_owned());
    let end = heard.iter().position(|b| *b == b'\n').ok_or_else(ended)?;
    let (line, rest) = heard.split_at_checked(end).ok_or_else(ended)?;
    let bytes = rest.get(1..).unwrap_or_default();
    let answer = serde_json::from_slice(line).map_err(|e| RenderProblem::Process(e.to_string()))?;
    match answer {
        Answer::Problem(problem) => Err(problem),
        Answer::Done { size, .. } if size != bytes.len() => {
            Err(RenderProblem::Process(format!("{size} bytes were announced and {} came", bytes.len())))
        }
        Answer::Done { pages, replaced, boxes, .. } => {
            Ok(Pdf { bytes: bytes.to_vec(), replaced, pages, boxes })
        }
    }
}

fn failed(error: &io::Error) -> RenderProblem {
    RenderProblem::Process(error.to_string())
}
