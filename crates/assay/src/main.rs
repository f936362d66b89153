//! The jobs of an assessor's day, from a terminal. Everything is done by `workbench`; this is words in, words out.

mod after;
mod anchor;
mod args;
mod day;
mod export;
mod intake;
mod issue;
mod look;
mod packs;
mod people;
mod protect;
mod records;
mod review;
mod sample;
mod screen;
mod setup;
mod signing;
mod team;

use std::{
    cell::OnceCell,
    ffi::OsString,
    io::Write as _,
    path::{Path, PathBuf},
    process::ExitCode,
};

use clap::FromArgMatches as _;
use dossier::Locked;
use words::Words;
use workbench::{
    Home, Problem, Session, Signer,
    document_key::KeyPlace,
    keyring::{self, Kept},
};
use zeroize::Zeroizing;

use crate::{
    args::{Cli, Global, Job},
    screen::Answer,
};

/// Hidden sub-command: read one workbook and write its cells to standard output.
const READ_WORKBOOK: &str = "read-workbook";
/// Hidden sub-command: render one report.
const RENDER_REPORT: &str = report_command();

const fn report_command() -> &'static str {
    workbench::RENDER_COMMAND
}

fn main() -> ExitCode {
    let mut arguments = std::env::args_os().skip(1);
    // The two child processes are told apart before anything else runs in them.
    match arguments.next().as_deref().and_then(|a| a.to_str()) {
        Some(READ_WORKBOOK) => return workbench::import::serve_reader(arguments),
        Some(RENDER_REPORT) => return workbench::reporting::serve_renderer(),
        _ => {}
    }
    let words = Words::load("en");
    let matches = match args::command(&words).try_get_matches_from(std::env::args_os()) {
        Ok(matches) => matches,
        Err(error) => return usage(&error),
    };
    match Cli::from_arg_matches(&matches) {
        Ok(cli) => run(&cli, &words),
        Err(error) => usage(&error),
    }
}

/// Help and version end well; anything else that clap says is a mistake in the command.
fn usage(error: &clap::Error) -> ExitCode {
    let _ = error.print();
    if error.use_stderr() { ExitCode::from(2) } else { ExitCode::SUCCESS }
}

fn run(cli: &Cli, words: &Words) -> ExitCode {
    if let Job::Verify(verify) = &cli.job {
        return verify_with(cli, verify, words);
    }
    let desk = Desk { global: &cli.global, words, identity_secret: OnceCell::new() };
    let done = dispatch(&desk, &cli.job);
    let (text, failed, to_error) = match done {
        Ok(answer) => {
            let failed = answer.failed;
            (answer.print(cli.global.json), failed, false)
        }
        Err(problem) => (screen::problem(&problem, words, cli.global.json), true, !cli.global.json),
    };
    let written = if to_error {
        std::io::stderr().write_all(text.as_bytes())
    } else {
        std::io::stdout().write_all(text.as_bytes())
    };
    // A reader that went away (a closed pager) is no failure of the job.
    let _ = written;
    if failed { ExitCode::FAILURE } else { ExitCode::SUCCESS }
}

fn verify_with(cli: &Cli, verify: &args::Verify, words: &Words) -> ExitCode {
    let desk = Desk { global: &cli.global, words, identity_secret: OnceCell::new() };
    let file = match verify.file.clone().map_or_else(|| desk.dossier_path(), Ok) {
        Ok(file) => file,
        Err(problem) => {
            let _ = std::io::stderr().write_all(screen::problem(&problem, words, cli.global.json).as_bytes());
            return ExitCode::from(2);
        }
    };
    let mut arguments: Vec<OsString> = vec!["assay verify".into(), file.into()];
    if let Some(note) = &verify.note {
        arguments.extend(["--note".into(), note.clone().into()]);
    }
    if let Some(dossier) = cli.global.dossier.as_ref().filter(|_| verify.file.is_some()) {
        arguments.extend(["--dossier".into(), dossier.clone().into()]);
    }
    let given = [("--evidence", &verify.evidence), ("--ca", &verify.ca)];
    for (option, path) in given {
        if let Some(path) = path {
            arguments.extend([option.into(), path.clone().into()]);
        }
    }
    for path in &verify.trust {
        arguments.extend(["--trust".into(), path.clone().into()]);
    }
    if let Some(said) = &verify.words {
        arguments.extend(["--words".into(), said.into()]);
    }
    if let Some(size) = verify.size {
        arguments.extend(["--size".into(), size.to_string().into()]);
    }
    if let Some(file) = &cli.global.dossier_passphrase_file {
        arguments.extend(["--dossier-passphrase-file".into(), file.clone().into()]);
    }
    if let Some(file) = &cli.global.dossier_key_file {
        arguments.extend(["--dossier-key-file".into(), file.clone().into()]);
    }
    if cli.global.json {
        arguments.push("--json".into());
    }
    if verify.no_signatures {
        arguments.push("--no-signatures".into());
    }
    assay_verify::run(arguments)
}

fn dispatch(desk: &Desk<'_>, job: &Job) -> Result<Answer, Problem> {
    match job {
        Job::Identity(job) => setup::identity(desk, job),
        Job::New(new) => setup::new(desk, new),
        Job::Case(job) => setup::case(desk, job),
        Job::People(job) => people::people(desk, job),
        Job::Form(form) => intake::form(desk, form),
        Job::Import(import) => intake::import(desk, import),
        Job::Mapping(job) => intake::mapping(desk, job),
        Job::Record(record) => day::record(desk, record),
        Job::Activity(activity) => day::activity(desk, activity),
        Job::Evidence(job) => day::evidence(desk, job),
        Job::Finding(job) => day::finding(desk, job),
        Job::Sample(job) => sample::sample(desk, job),
        Job::Certificate(job) => after::certificate(desk, job),
        Job::Surveillance(job) => after::surveillance(desk, job),
        Job::Rows(rows) => look::rows(desk, rows),
        Job::Show(show) => look::show(desk, show),
        Job::Activities => look::activities(desk),
        Job::Status => look::status(desk),
        Job::Conclude => look::conclude(desk),
        Job::Log(log) => look::log(desk, log),
        Job::Series(series) => look::series(desk, series),
        Job::Checklist(job) => packs::checklist(desk, job),
        Job::Profile(job) => packs::profile(desk, job),
        Job::Edition(job) => packs::edition(desk, job),
        Job::Texts(job) => packs::texts(desk, job),
        Job::Vectors(job) => look::vectors(desk, job),
        Job::HandOver(args) => team::hand_over(desk, args),
        Job::Receive(args) => team::receive(desk, args),
        Job::Expert(job) => records::expert(desk, job),
        Job::Review(job) => review::review(desk, job),
        Job::Lock(args) => review::lock(desk, args),
        Job::Unlock(args) => review::unlock(desk, args),
        Job::Decide(decide) => issue::decide(desk, decide),
        Job::Report(report) => issue::report(desk, report),
        Job::Export(args) => export::export(desk, args),
        Job::Issue(issue) => signing::issue(desk, issue),
        Job::Sign(sign) => signing::sign(desk, sign),
        Job::Complete(complete) => signing::complete(desk, complete),
        Job::Bundle(bundle) => signing::bundle(desk, bundle),
        Job::Changes(changes) => signing::changes(desk, changes),
        Job::Look(look) => signing::look(desk, look),
        Job::Seal(seal) => issue::seal(desk, seal),
        Job::Checkpoint(checkpoint) => issue::checkpoint(desk, checkpoint),
        Job::Countersign(args) => anchor::countersign(desk, args),
        Job::Anchor(job) => anchor::anchor(desk, job),
        Job::Prove(args) => anchor::prove(desk, args),
        Job::Protect(job) => protect::protect(desk, job),
        Job::Recover(job) => protect::recover(desk, job),
        Job::Verify(_) => Err(Problem::new("internal").with("why", "verify")),
    }
}

/// What every job needs: where things are, and the words.
pub(crate) struct Desk<'a> {
    pub(crate) global: &'a Global,
    pub(crate) words: &'a Words,
    /// The passphrase of the identity, once it was asked for: a job that unlocks the key twice asks once.
    identity_secret: OnceCell<Zeroizing<String>>,
}

impl Desk<'_> {
    pub(crate) fn text(&self, id: &str, args: &[(&str, &str)]) -> String {
        self.words.text(id, args)
    }

    pub(crate) fn home(&self) -> Result<Home, Problem> {
        Home::choose(self.global.home.clone())
    }

    /// The identity of this installation, unlocked.
    pub(crate) fn signer(&self) -> Result<Signer, Problem> {
        self.home()?.unlock(&mut || {
            if let Some(known) = self.identity_secret.get() {
                return Ok(known.clone());
            }
            let asked = self.passphrase("cli-ask-passphrase")?;
            Ok(self.identity_secret.get_or_init(|| asked).clone())
        })
    }

    pub(crate) fn passphrase(&self, question: &str) -> Result<Zeroizing<String>, Problem> {
        match &self.global.passphrase_file {
            Some(path) => protect::first_line(path),
            None => {
                self.typed(question, &[]).map_err(|e| Problem::new("passphrase-not-asked").with("why", e))
            }
        }
    }

    /// The passphrase or PIN of the document key: from the file that is named, from the desktop's keyring where it was
    /// kept there, else typed.
    pub(crate) fn document_secret(&self, place: &KeyPlace) -> Result<Zeroizing<String>, Problem> {
        if let Some(path) = &self.global.document_passphrase_file {
            return protect::first_line(path);
        }
        match place.kept_as().map(|name| keyring::passphrase(&name)) {
            Some(Kept::Done(secret)) => Ok(secret),
            _ => self
                .typed("cli-ask-document-passphrase", &[])
                .map_err(|e| Problem::new("passphrase-not-asked").with("why", e)),
        }
    }

    /// Asks at the terminal, unseen.
    pub(crate) fn typed(&self, question: &str, args: &[(&str, &str)]) -> std::io::Result<Zeroizing<String>> {
        rpassword::prompt_password(self.text(question, args)).map(Zeroizing::new)
    }

    /// The dossier named, else the only one in this folder.
    pub(crate) fn dossier_path(&self) -> Result<PathBuf, Problem> {
        if let Some(path) = &self.global.dossier {
            return Ok(path.clone());
        }
        let here = Path::new(".");
        let entries = std::fs::read_dir(here).map_err(|e| Problem::file("file-not-read", here, &e))?;
        let mut found: Vec<PathBuf> = entries
            .filter_map(|e| Some(e.ok()?.path()))
            .filter(|p| p.extension().is_some_and(|x| x == "assay"))
            .collect();
        match (found.pop(), found.is_empty()) {
            (Some(only), true) => Ok(only),
            (None, _) => Err(Problem::new("cli-no-dossier")),
            (Some(_), false) => Err(Problem::new("cli-several-dossiers")),
        }
    }

    /// Whether a dossier is named, or lies alone in this folder.
    pub(crate) fn has_dossier(&self) -> bool {
        self.dossier_path().is_ok()
    }

    pub(crate) fn open(&self) -> Result<Session, Problem> {
        let path = self.dossier_path()?;
        let key = protect::key(self, &path)?;
        let file = Locked::with(&path, key.as_ref());
        match &self.global.older_copy {
            None => Session::open(file, self.signer()?),
            Some(reason) => Session::open_older(file, self.signer()?, reason),
        }
    }

    pub(crate) fn look(&self) -> Result<Session, Problem> {
        let path = self.dossier_path()?;
        let key = protect::key(self, &path)?;
        let session = Session::look(Locked::with(&path, key.as_ref()))?;
        // Who says so on the command line may look at an older copy; nothing is recorded by looking.
        if self.global.older_copy.is_none()
            && let Ok(home) = self.home()
        {
            home.memory().compare(session.dossier())?;
        }
        Ok(session)
    }

    /// This program, for the child processes it starts.
    pub(crate) fn program(&self) -> Result<PathBuf, Problem> {
        std::env::current_exe().map_err(|e| Problem::new("cli-program-unknown").with("why", e))
    }

    pub(crate) fn read(&self, path: &Path) -> Result<Vec<u8>, Problem> {
        std::fs::read(path).map_err(|e| Problem::file("file-not-read", path, &e))
    }
}
