//! Reads a workbook in a process of its own: what a hostile file breaks is that process, and no more.
//!
//! The program starts itself again with a hidden sub-command; that sub-command calls [`serve`].

use std::ffi::OsString;
use std::io::{BufWriter, Read, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, ExitStatus, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::Limits;
use crate::lines::{Line, LineSink, accept};
use crate::problem::{ReadProblem, Why};
use crate::reader::{Gate, embedded, name_of, read_into};
use crate::workbook::{Builder, Workbook};

/// What a progress report answers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continue {
    /// Go on reading.
    Yes,
    /// Stop; the reader process is ended and the result is [`Why::Cancelled`].
    No,
}

/// The longest line a reader may send: a full row of full cells stays far below.
const LINE: usize = 256 << 20;

/// Reads `path` by starting `program` with `leading_args`, then the limits as JSON and the path.
///
/// `progress` is called with the number of lines read so far, at least ten times a second while the
/// reader works.
///
/// # Errors
/// What the reader refused, or how it ended: out of memory, out of time, stopped, cancelled.
pub fn read(
    program: &Path,
    leading_args: &[&str],
    path: &Path,
    limits: &Limits,
    progress: &mut dyn FnMut(u64) -> Continue,
) -> Result<Workbook, ReadProblem> {
    let missing = |reason: String| ReadProblem::new(Why::ReaderMissing { reason });
    let json = serde_json::to_string(limits).map_err(|error| missing(error.to_string()))?;
    let mut child = Command::new(program)
        .args(leading_args)
        .arg(json)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| missing(error.to_string()))?;
    let result = listen(&mut child, limits, progress);
    // Whatever happened, no reader is left running.
    let _ = child.kill();
    let status = child.wait();
    match result {
        Ok(Heard::All(builder)) => builder.finish(),
        Ok(Heard::Broken) => Err(ended(status.ok())),
        Err(problem) => Err(problem),
    }
    .map_err(|problem| problem.of_file(&name_of(path)))
}

/// Takes one embedded file or image out of the workbook, in a process of its own as [`read`] does; `name` is
/// [`crate::Embedded::name`]. The caller compares the bytes with the SHA-256 that was read before.
///
/// # Errors
/// What the process refused, or how it ended.
pub fn part(
    program: &Path,
    leading_args: &[&str],
    path: &Path,
    name: &str,
    limits: &Limits,
) -> Result<Vec<u8>, ReadProblem> {
    let missing = |reason: String| ReadProblem::new(Why::ReaderMissing { reason });
    let json = serde_json::to_string(limits).map_err(|error| missing(error.to_string()))?;
    let mut child = Command::new(program)
        .args(leading_args)
        .arg(json)
        .arg(path)
        .arg(name)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .map_err(|error| missing(error.to_string()))?;
    let mut bytes = Vec::new();
    let heard = match child.stdout.take() {
        // A spoilt process must not fill this one's memory.
        Some(stdout) => stdout.take(limits.unpacked_bytes.saturating_add(1)).read_to_end(&mut bytes),
        None => Ok(0),
    };
    if heard.is_err() || bytes.len() as u64 > limits.unpacked_bytes {
        let _ = child.kill();
    }
    let status = child.wait().ok();
    if heard.is_ok() && status.is_some_and(|status| status.success()) {
        return Ok(bytes);
    }
    // A refusal is said on a line; whatever else came is no part.
    let refused = match serde_json::from_slice(&bytes) {
        Ok(Line::Refused(problem)) => problem,
        _ => ended(status),
    };
    Err(refused.of_file(&name_of(path)))
}

enum Heard {
    All(Builder),
    Broken,
}

fn listen(
    child: &mut Child,
    limits: &Limits,
    progress: &mut dyn FnMut(u64) -> Continue,
) -> Result<Heard, ReadProblem> {
    let Some(mut stdout) = child.stdout.take() else {
        return Ok(Heard::Broken);
    };
    let (send, receive) = sync_channel::<Vec<u8>>(8);
    thread::scope(|scope| {
        scope.spawn(move || forward(&mut stdout, &send));
        let heard = follow(&receive, limits, progress);
        // Ends the child and drops the channel, so that the forwarding thread ends with the scope.
        let _ = child.kill();
        drop(receive);
        heard
    })
}

fn forward(from: &mut dyn Read, to: &SyncSender<Vec<u8>>) {
    loop {
        let mut block = vec![0; 256 << 10];
        match from.read(&mut block) {
            Ok(n) if n > 0 => {
                block.truncate(n);
                if to.send(block).is_err() {
                    return;
                }
            }
            _ => return,
        }
    }
}

fn follow(
    receive: &Receiver<Vec<u8>>,
    limits: &Limits,
    progress: &mut dyn FnMut(u64) -> Continue,
) -> Result<Heard, ReadProblem> {
    let started = Instant::now();
    let limit = Duration::from_secs(limits.seconds);
    let mut builder = Builder::default();
    let mut open = Vec::new();
    let mut lines = 0_u64;
    {
        // The same limits again: a spoilt reader must not fill this process's memory either.
        let mut gate = Gate::new(limits, &mut builder);
        loop {
            if progress(lines) == Continue::No {
                return Err(ReadProblem::new(Why::Cancelled));
            }
            if started.elapsed() > limit {
                return Err(ReadProblem::new(Why::TimedOut { seconds: limits.seconds }));
            }
            let block = match receive.recv_timeout(Duration::from_millis(100)) {
                Ok(block) => block,
                Err(RecvTimeoutError::Timeout) => continue,
                Err(RecvTimeoutError::Disconnected) => return Ok(Heard::Broken),
            };
            let mut end = false;
            for piece in block.split_inclusive(|byte| *byte == b'\n') {
                let Some(whole) = piece.strip_suffix(b"\n") else {
                    open.extend_from_slice(piece);
                    continue;
                };
                lines += 1;
                let heard = if open.is_empty() {
                    accept(whole, &mut gate)?
                } else {
                    open.extend_from_slice(whole);
                    let heard = accept(&open, &mut gate)?;
                    open.clear();
                    heard
                };
                match heard {
                    Some(Line::Refused(problem)) => return Err(problem),
                    Some(_) => end = true,
                    None => {}
                }
            }
            if end {
                break;
            }
            if open.len() > LINE {
                return Err(ReadProblem::new(Why::TooMuchText { limit: limits.text_bytes }));
            }
        }
    }
    Ok(Heard::All(builder))
}

fn ended(status: Option<ExitStatus>) -> ReadProblem {
    let reason = status.map_or_else(|| "unknown".to_owned(), |status| status.to_string());
    ReadProblem::new(Why::ReaderStopped { reason })
}

/// What the hidden sub-command runs: takes the limits as JSON and the path, holds this process to them, and writes the
/// workbook as lines to standard output; with the name of an embedded file, that file's bytes instead.
///
/// Exit code 0 when a workbook or its refusal, or a part, was written; 1 when a part was refused; 2 when the arguments
/// are not understood.
pub fn serve(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let mut args = args.into_iter();
    let limits: Option<Limits> = args.next().and_then(|json| serde_json::from_str(json.to_str()?).ok());
    let (Some(limits), Some(path), name, None) = (limits, args.next(), args.next(), args.next()) else {
        return ExitCode::from(2);
    };
    // A panic here becomes a refusal on the lines; its text would only confuse the terminal.
    std::panic::set_hook(Box::new(|_| {}));
    restrain(&limits);
    let mut out = BufWriter::with_capacity(256 << 10, std::io::stdout().lock());
    if let Some(name) = name {
        return match embedded(Path::new(&path), &name.to_string_lossy(), &limits) {
            Ok(bytes) if out.write_all(&bytes).and_then(|()| out.flush()).is_ok() => ExitCode::SUCCESS,
            Ok(_) => ExitCode::FAILURE,
            Err(problem) => {
                let mut sink = LineSink::new(out);
                let _ = sink.line(&Line::Refused(problem)).and_then(|()| sink.flush());
                ExitCode::FAILURE
            }
        };
    }
    let mut sink = LineSink::new(out);
    let last = match read_into(Path::new(&path), &limits, &mut sink) {
        Ok(()) => Line::End,
        Err(problem) => Line::Refused(problem),
    };
    match sink.line(&last).and_then(|()| sink.flush()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(_) => ExitCode::FAILURE,
    }
}

/// Address space and CPU time; the operating system ends the process beyond them.
#[cfg(unix)]
fn restrain(limits: &Limits) {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    for (resource, most) in
        [(Resource::As, limits.memory_bytes), (Resource::Cpu, limits.seconds), (Resource::Core, 0)]
    {
        let hard = getrlimit(resource).maximum;
        let most = hard.map_or(most, |hard| hard.min(most));
        // Where a limit cannot be set the time limit of the caller still holds.
        let _ = setrlimit(resource, Rlimit { current: Some(most), maximum: Some(most) });
    }
}

/// Without resource limits the caller's time limit and the counted limits still hold.
#[cfg(not(unix))]
fn restrain(_limits: &Limits) {}
