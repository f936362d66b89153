//! The work of an evaluator from the first start to the signed draft, as a person does it: by keys and clicks in the
//! real window, over the sample evaluation that the real command line has prepared.

mod basis;
mod evidence;
mod import;
mod keep;
mod open;
mod protect;
mod report;
mod signing;
mod start;
mod verdicts;

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Output},
    sync::OnceLock,
};

use serde_json::{Value, json};
use tempfile::TempDir;

use crate::harness::{App, Keyboard, Launch};

/// What the sample evaluation is called.
const TITLE: &str = "Nordwerk PLC-200";

fn fixture(name: &str) -> PathBuf {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../fixtures/evaluations/nordwerk-plc-200")).join(name)
}

/// A program of ours, beside the one under test.
fn program(name: &str) -> Command {
    let path = Path::new(env!("CARGO_BIN_EXE_assay-desktop")).with_file_name(name);
    assert!(path.exists(), "{} is not built: run the tests with ./dev test", path.display());
    Command::new(path)
}

fn said(out: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
}

/// A job on the command line, which must succeed. `home` is laid out as the window's own.
fn assay(home: &Path, dossier: &Path, args: &[&str]) -> String {
    let mut command = program("assay");
    command.arg("--home").arg(home.join("assay")).arg("--dossier").arg(dossier).args(args);
    let out = command.output().expect("assay starts");
    assert!(out.status.success(), "assay {args:?} must succeed: {}", said(&out));
    said(&out)
}

/// Checks a dossier with the program that shares nothing with the window.
fn verify(dossier: &Path) -> Output {
    program("assay-verify").arg(dossier).output().expect("assay-verify starts")
}

/// The dossier with claims and evidence, and the one that has the case alone, in a home.
fn dossier(home: &Path) -> PathBuf {
    home.join("plc.assay")
}
fn bare_dossier(home: &Path) -> PathBuf {
    home.join("bare.assay")
}

/// A home of one evaluator with the sample evaluation, as after the opening meeting: case, claims and evidence are
/// there, and no verdict. It is prepared once and copied for each test.
fn sample() -> TempDir {
    static PREPARED: OnceLock<PathBuf> = OnceLock::new();
    let prepared = PREPARED.get_or_init(|| {
        let home = Path::new(env!("CARGO_TARGET_TMPDIR")).join("journeys");
        let _ = fs::remove_dir_all(&home);
        fs::create_dir_all(&home).expect("the folder for temporary files can be written");
        prepare(&home);
        home
    });
    let home = tempfile::tempdir().expect("a temporary home");
    copy(prepared, home.path());
    home
}

fn prepare(home: &Path) {
    let (bare, full) = (bare_dossier(home), dossier(home));
    let text = |path: PathBuf| path.to_str().expect("paths of tests are UTF-8").to_owned();
    let who = ["--name", "Ida Feddersen", "--organisation", "Sandtorkai", "--function", "Lead evaluator"];
    let mut identity = vec!["identity", "new", "--no-passphrase"];
    identity.extend(who);
    assay(home, &bare, &identity);
    assay(home, &bare, &["new", &text(bare.clone()), "--checklist", "4-2", "--title", TITLE]);
    assay(home, &bare, &["case", "load", &text(fixture("case.json"))]);
    fs::copy(&bare, &full).expect("the dossier is one file");
    assay(home, &full, &["import", &text(fixture("answers.xlsx")), "--values", "Yes=met,No=not_met"]);
    let list = text(fixture("evidence.json"));
    assay(home, &full, &["evidence", "load", &list, "--folder", &text(fixture("evidence"))]);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("the folder is made");
    for entry in fs::read_dir(from).expect("the folder can be read").flatten() {
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("the file is copied");
        }
    }
}

/// Starts the program as a double click on the dossier does, and waits for its rows.
fn open(home: TempDir, dossier: &Path) -> App {
    let args = vec![dossier.to_str().expect("paths of tests are UTF-8").to_owned()];
    let app = App::launch(Launch { home: Some(home), args, ..Launch::default() });
    app.wait("[role=grid] [role=rowheader]");
    app
}

fn open_sample() -> App {
    let home = sample();
    let dossier = dossier(home.path());
    open(home, &dossier)
}

/// The number of the last entry that is on disk, as the header says it.
fn entry(app: &App) -> u64 {
    let digits: String = app.text("header .saved .word").chars().filter(char::is_ascii_digit).collect();
    digits.parse().expect("the header names the entry")
}

/// Waits until so many entries more are on disk.
fn wait_entry(app: &App, wanted: u64) {
    app.until(&format!("entry {wanted} must be on disk"), || (entry(app) == wanted).then_some(()));
}

/// What the worklist shows of a row.
fn row(app: &App, id: &str) -> String {
    let body = "const rows = [...document.querySelectorAll('[role=row]')];
        return rows.find(r => r.querySelector('[role=rowheader]')?.innerText.trim() === arguments[0])?.innerText ?? null";
    app.until(&format!("the row {id} must be there"), || {
        app.script(body, &[json!(id)]).as_str().map(str::to_owned)
    })
}

/// Waits until the worklist shows this at a row.
fn wait_row(app: &App, id: &str, text: &str) {
    app.until(&format!("the row {id} must show {text:?}"), || row(app, id).contains(text).then_some(()));
}

/// The row that the keys act on.
fn active_row(app: &App) -> String {
    app.texts("[role=row].active [role=rowheader]").first().map(|t| t.trim().to_owned()).unwrap_or_default()
}

/// Links pieces of the evidence register to rows, as was done at the desk before the visit.
fn link(app: &App, rows: &[&str]) {
    let register = app.invoke("evidence", &json!({})).expect("the register can be read");
    let items = register.get("items").and_then(Value::as_array).into_iter().flatten();
    let tests = items.into_iter().find(|i| i.get("name") == Some(&json!("access-tests.csv")));
    let sha256 = tests.and_then(|i| i.get("sha256")).expect("the sample has the access tests");
    for row in rows {
        let wanted = json!({ "row": row, "activity": Value::Null, "evidence": [sha256], "linked": true });
        app.invoke("evidence_link", &wanted).expect("the evidence is linked");
    }
    // The page was not told by itself: it reads the dossier again, as another window's work is read.
    app.script("location.reload()", &[]);
    app.wait("[role=grid] [role=rowheader]");
    for id in rows {
        let counted = || (cell(app, id, "Evidence") == "1").then_some(());
        app.until(&format!("{id} must show its piece of evidence"), counted);
    }
}

/// What one column of the worklist shows of a row.
fn cell(app: &App, id: &str, column: &str) -> String {
    let body = "const [id, column] = arguments;
        const heads = [...document.querySelectorAll('[role=columnheader]')];
        const at = heads.find(h => h.innerText.trim() === column)?.getAttribute('aria-colindex');
        const row = [...document.querySelectorAll('[role=row]')].find(r => r.querySelector('[role=rowheader]')?.innerText.trim() === id);
        return row?.querySelector(`[aria-colindex='${at}']`)?.innerText.trim() ?? ''";
    app.script(body, &[json!(id), json!(column)]).as_str().unwrap_or_default().to_owned()
}

/// Closes the window with its own button; what is being typed is kept first.
fn close(app: App, title: &str) -> TempDir {
    app.screen.press_close(&format!("{title}.*"));
    app.wait_ended();
    app.leave()
}

/// Tab until the focus is on something with this name.
pub(crate) fn tab_to(app: &App, keyboard: &Keyboard<'_>, name: &str) {
    for _ in 0..60 {
        if app.focused().contains(name) {
            return;
        }
        keyboard.press("Tab");
    }
    panic!("{name:?} must be reached with Tab; the focus is on {:?}", app.focused());
}
