//! What the window costs, against an empty one of the same toolkit: `./dev bench`. Nothing here passes or fails by time.
#![expect(clippy::print_stdout, reason = "a benchmark prints its figures")]

#[expect(dead_code, unused_imports, reason = "the journeys use the rest of it")]
mod harness;

use std::{
    collections::HashMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
    time::Duration,
};

use serde_json::json;
use tempfile::TempDir;

use harness::{App, Launch};

const STARTS: usize = 5;
const VERDICTS: usize = 60;
const SEARCHES: usize = 15;
/// Calls back with the second frame after something is there: then it has been painted.
const PAINTED: &str = "const [css, done] = arguments;
    const look = () => document.querySelector(css)
        ? requestAnimationFrame(() => requestAnimationFrame(() => done(document.querySelectorAll('*').length)))
        : requestAnimationFrame(look);
    look()";

fn main() {
    println!("the window (a build for tests, on a screen that nobody sees)");
    starts();
    let empty = start(beside("examples/empty"), "body");
    let (floor, least) = (two_frames(&empty), memory(&empty));
    drop(empty);
    println!("two frames of an empty window take {floor:.0} ms here; what follows has two frames in it");
    let few = rows("few", large_dossier(1));
    let many = rows("many", large_dossier(10_000));
    let note = "p95; the work must not grow with the rows";
    tell("verdict to painted row, many / few rows", many.verdict / few.verdict, "about 1", note);
    let note = format!("{:.0} MiB against {least:.0} MiB", many.memory);
    tell("memory of all processes / empty window", many.memory / least, "<= 1.5", &note);
}

/// Start to the first frame that can be used.
fn starts() {
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    for _ in 0..STARTS {
        ours.push(first_frame(env!("CARGO_BIN_EXE_assay-desktop").into(), ".start .doors button"));
        theirs.push(first_frame(beside("examples/empty"), "body"));
    }
    let ratio = middle(ours.iter().zip(&theirs).map(|(a, b)| a / b).collect());
    let note = format!("{:.0} ms against {:.0} ms, medians of {STARTS}", middle(ours), middle(theirs));
    tell("start to first usable frame / empty window", ratio, "<= 1.3", &note);
}

fn first_frame(program: PathBuf, css: &str) -> f64 {
    let app = start(program, css);
    app.since_start().as_secs_f64() * 1000.0
}

/// A program with the frame painted in which this is first seen.
fn start(program: PathBuf, css: &str) -> App {
    let app = App::launch(Launch { program, ..Launch::default() });
    app.script_async(PAINTED, &[json!(css)]);
    app
}

struct Figures {
    /// Milliseconds for 19 of 20 verdicts.
    verdict: f64,
    /// MiB of the program with its children.
    memory: f64,
}

/// Judges rows and searches in a dossier.
fn rows(name: &str, (home, dossier): (TempDir, PathBuf)) -> Figures {
    let args = vec![dossier.to_str().expect("paths are UTF-8").to_owned()];
    let app = App::launch(Launch { args, home: Some(home), ..Launch::default() });
    app.wait("main [role=grid] [aria-rowindex='3']");
    let count = app.attribute("main [role=grid]", "aria-rowcount").unwrap_or_default();
    app.click("main [role=grid] [aria-rowindex='2'] [role=rowheader]");
    let took: Vec<f64> = (0..VERDICTS).map(|n| verdict(&app, n)).collect();
    let p95 = at(&took, 0.95);
    let note = format!("ms median of {VERDICTS}, p95 {p95:.0} ms; {name}: {count} lines with the head");
    tell("verdict recorded to row painted", middle(took), "p95 <= 50", &note);
    let took: Vec<f64> = (0..SEARCHES).flat_map(|n| search(&app, n)).collect();
    let note = format!("ms median of {}, p95 {:.0} ms", took.len(), at(&took, 0.95));
    tell("letter of a search to rows painted", middle(took), "-", &note);
    app.press("Escape");
    // The page gives back what it no longer needs when it has nothing to do.
    std::thread::sleep(Duration::from_secs(12));
    Figures { verdict: p95, memory: memory(&app) }
}

/// Records one verdict as a person does, and gives the milliseconds from the key that records to the painted row.
fn verdict(app: &App, n: usize) -> f64 {
    app.press("o");
    app.wait("main .strip textarea");
    app.type_into("main .strip textarea", &format!("Not part of this visit {n}."));
    app.script("performance.clearMarks()", &[]);
    app.press("Control+Enter");
    let took = app.until("the row must be painted", || {
        let body = "const at = name => performance.getEntriesByName(name).at(-1)?.startTime;
            const [from, to] = [at('assay-verdict-key'), at('assay-row-painted')];
            return from !== undefined && to > from ? to - from : null";
        app.script(body, &[]).as_f64()
    });
    app.wait_gone("main .strip");
    took
}

/// Types a letter that narrows the list and takes it back; milliseconds from each key to the painted rows.
fn search(app: &App, n: usize) -> [f64; 2] {
    let field = "#worklist-search";
    if n == 0 {
        app.click(field);
        app.type_into(field, "SP.0");
        std::thread::sleep(Duration::from_secs(2));
    }
    [(n % 9 + 1).to_string().as_str(), "Backspace"].map(|key| {
        let body = "window.took = null; const list = document.querySelector('main .worklist');
            document.querySelector(arguments[0]).addEventListener('keydown', () => {
                const from = performance.now();
                const watch = new MutationObserver(() => {
                    watch.disconnect();
                    requestAnimationFrame(() => requestAnimationFrame(() => window.took = performance.now() - from));
                });
                watch.observe(list.querySelector('.count'), { subtree: true, childList: true, characterData: true });
            }, { once: true })";
        app.script(body, &[json!(field)]);
        app.press(key);
        let took = app.until("the rows must be painted", || app.script("return window.took", &[]).as_f64());
        std::thread::sleep(Duration::from_millis(300));
        took
    })
}

/// Two frames with one changed letter, in milliseconds: what the screen alone takes after any key.
fn two_frames(app: &App) -> f64 {
    let body =
        "const done = arguments[0]; const text = document.createTextNode(''); document.body.append(text);
        const took = []; const next = () => {
            const from = performance.now(); text.data = took.length;
            requestAnimationFrame(() => requestAnimationFrame(() => {
                took.push(performance.now() - from);
                if (took.length < 30) setTimeout(next, 20); else done(took);
            }));
        }; next()";
    middle(serde_json::from_value(app.script_async(body, &[])).expect("times are numbers"))
}

/// MiB that belong to the program and its children: what is shared counts in parts.
fn memory(app: &App) -> f64 {
    let program = app.program_id().expect("the program runs");
    let mut parents = HashMap::new();
    for entry in fs::read_dir("/proc").expect("there is /proc").flatten() {
        let Some(id) = entry.file_name().to_str().and_then(|n| n.parse::<u32>().ok()) else { continue };
        let stat = fs::read_to_string(entry.path().join("stat")).unwrap_or_default();
        // After the name in brackets: the state, then the parent.
        let parent = stat.rsplit_once(')').and_then(|(_, rest)| rest.split_whitespace().nth(1)?.parse().ok());
        if let Some(parent) = parent {
            parents.insert(id, parent);
        }
    }
    let ours = |mut id: u32| loop {
        match parents.get(&id) {
            _ if id == program => return true,
            Some(parent) => id = *parent,
            None => return false,
        }
    };
    parents.keys().filter(|id| ours(**id)).map(|id| proportional(*id)).sum::<f64>() / 1024.0
}

/// KiB of one process.
fn proportional(id: u32) -> f64 {
    let text = fs::read_to_string(format!("/proc/{id}/smaps_rollup")).unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("Pss:"));
    line.and_then(|kib| kib.split_whitespace().next()?.parse().ok()).unwrap_or_default()
}

/// A home with an identity and a dossier of at least so many rows.
fn large_dossier(rows: u32) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a temporary home");
    let (home, dossier) = (folder.path().join("assay"), folder.path().join("rows.assay"));
    let who = ["--name", "B", "--organisation", "B", "--function", "B"];
    run(Command::new(beside("assay"))
        .arg("--home")
        .arg(&home)
        .args(["identity", "new", "--no-passphrase"])
        .args(who));
    run(Command::new(beside("prepare")).arg("large").arg(&home).arg(&dossier).arg(rows.to_string()));
    (folder, dossier)
}

fn run(command: &mut Command) {
    let out = command.output().unwrap_or_else(|e| panic!("{command:?} starts: {e}"));
    assert!(out.status.success(), "{command:?}: {}", String::from_utf8_lossy(&out.stderr));
}

/// A program that was built with the window.
fn beside(name: &str) -> PathBuf {
    Path::new(env!("CARGO_BIN_EXE_assay-desktop")).with_file_name(name)
}

fn tell(what: &str, figure: f64, aim: &str, note: &str) {
    println!("{what:<48} {figure:6.2}   aim {aim:<9} {note}");
}

fn middle(figures: Vec<f64>) -> f64 {
    at(&figures, 0.5)
}

/// The figure below which such a part of them lies.
fn at(figures: &[f64], part: f64) -> f64 {
    let mut sorted = figures.to_vec();
    sorted.sort_by(f64::total_cmp);
    let index = ((sorted.len() as f64 * part).ceil() as usize).clamp(1, sorted.len());
    sorted.get(index - 1).copied().unwrap_or_default()
}
