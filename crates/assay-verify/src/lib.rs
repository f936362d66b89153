//! Checks an Assay dossier or a signed report, and says yes, or the first thing that is wrong.
//!
//! It knows no network and no settings, and no key but that of an encrypted dossier it is asked to open; what
//! it says depends on the files alone.

mod anchors;
mod answer;
mod dossiers;
mod proofs;
mod reports;
mod secret;
mod signed;

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io::{Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use words::Words;

use answer::{Answer, Said};
use dossier::Locked;
use secret::Secret;

/// Check a dossier or a signed report without Assay.
#[derive(Debug, Parser)]
#[command(
    name = "assay-verify",
    version,
    after_help = "\
Exit codes:
  0  ok: nothing wrong was found in what was checked
  1  something is wrong; the first such thing is printed, with where, what it means and what to do
  2  could not check: a file cannot be read, or the command is not understood

A report is checked with its signature, the .sig file beside it, and with the other files the signature
names. Where its dossier is given or lies beside it, the report is also compared with the dossier.

The answer is about these files only. It does not show whether the whole dossier was replaced by an older
or rewritten copy: for that, compare it with something kept elsewhere (--note, --words). Anchors recorded in
the dossier are checked each time; a certificate of an authority that you hold yourself is given with --ca."
)]
struct Args {
    /// A dossier (.assay), a report (.pdf, .json, .xlsx), a report's signature (.sig) or a proof (.tlog-proof)
    file: PathBuf,
    /// A signed checkpoint of the dossier that was kept elsewhere
    #[arg(long, value_name = "FILE")]
    note: Option<PathBuf>,
    /// The dossier a report was made from
    #[arg(long, value_name = "FILE")]
    dossier: Option<PathBuf>,
    /// Print the answer as JSON
    #[arg(long)]
    json: bool,
    /// Leave out the signatures of events (faster; says so in the answer)
    #[arg(long)]
    no_signatures: bool,
    /// The 15 words of a seal on paper, compared with the dossier
    #[arg(long, value_name = "WORDS")]
    words: Option<String>,
    /// How many entries the words are over, as it stands beside them
    #[arg(long, value_name = "N", requires = "words")]
    size: Option<u64>,
    /// The file that the entry in a proof names
    #[arg(long, value_name = "FILE")]
    evidence: Option<PathBuf>,
    /// The certificate, got elsewhere, that recorded time stamps must lead to
    #[arg(long, value_name = "CA.pem")]
    ca: Option<PathBuf>,
    /// A root certificate that you trust for signatures made with certificates; may be given several times
    #[arg(long, value_name = "CA.pem")]
    trust: Vec<PathBuf>,
    /// File whose first line is the passphrase of an encrypted dossier; asked for where it is not given
    #[arg(long, value_name = "FILE", env = "ASSAY_DOSSIER_PASSPHRASE_FILE")]
    dossier_passphrase_file: Option<PathBuf>,
    /// Key file of an encrypted dossier, in place of its passphrase
    #[arg(long, value_name = "FILE", env = "ASSAY_DOSSIER_KEY_FILE")]
    dossier_key_file: Option<PathBuf>,
}

/// Checks what the arguments name (the first one is the program's own name) and prints the answer.
/// The exit code is 0 ok, 1 wrong, 2 not checked.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(problem) => {
            // Help and version are asked for; anything else is a mistake in the command.
            let _ = problem.print();
            return ExitCode::from(if problem.use_stderr() { 2 } else { 0 });
        }
    };
    let words = Words::load(&language());
    let answer = answer(&args, &words);
    let text = if args.json { answer.json(&words) } else { answer.text(&words) };
    // Whoever closed the pipe does not want to read on; the exit code still answers.
    let _ = std::io::stdout().lock().write_all(text.as_bytes());
    ExitCode::from(answer.exit_code())
}

/// The language of the terminal, as POSIX names it.
fn language() -> String {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|v| !v.is_empty()));
    set.unwrap_or_default().split(['_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase()
}

fn answer(args: &Args, words: &Words) -> Answer {
    let secret = Secret {
        passphrase_file: args.dossier_passphrase_file.clone(),
        key_file: args.dossier_key_file.clone(),
        words,
    };
    let what = match what_is(&args.file) {
        Ok(what) => what,
        Err(problem) => return problem,
    };
    if let Some(option) = args.idle(&what) {
        return Answer::NotChecked(Said::new("verify-option-idle").with("option", option));
    }
    let beside = dossiers::Beside {
        note: args.note.as_deref(),
        words: args.words.as_deref(),
        size: args.size,
        ca: args.ca.as_deref(),
    };
    match what {
        What::Dossier => match secret.key_for(&args.file) {
            Ok(key) => dossiers::answer(Locked::with(&args.file, key.as_ref()), &beside, !args.no_signatures),
            Err(answer) => answer,
        },
        What::Proof => proofs::answer(&args.file, args.evidence.as_deref()),
        What::Report { signature } => match signed::Reader::new(&args.trust, words) {
            Ok(reader) => {
                let report = reports::Named { file: &args.file, dossier: args.dossier.as_deref(), reader };
                reports::answer(&report, &signature, &beside, !args.no_signatures, &secret)
            }
            Err(answer) => answer,
        },
        What::Pdf => match signed::Reader::new(&args.trust, words) {
            Ok(reader) => {
                let report = reports::Named { file: &args.file, dossier: args.dossier.as_deref(), reader };
                reports::alone(&report, !args.no_signatures, &secret).unwrap_or_else(|answer| answer)
            }
            Err(answer) => answer,
        },
    }
}

impl Args {
    /// An option that says nothing about a file of this kind: ignoring it would pass for having compared something.
    fn idle(&self, what: &What) -> Option<&'static str> {
        let given = [
            ("--note", self.note.is_some(), !matches!(what, What::Proof | What::Pdf)),
            ("--dossier", self.dossier.is_some(), matches!(what, What::Report { .. } | What::Pdf)),
            ("--trust", !self.trust.is_empty(), matches!(what, What::Report { .. } | What::Pdf)),
            ("--words", self.words.is_some(), matches!(what, What::Dossier)),
            ("--evidence", self.evidence.is_some(), matches!(what, What::Proof)),
            ("--ca", self.ca.is_some(), !matches!(what, What::Proof | What::Pdf)),
        ];
        given.iter().find(|(_, given, fits)| *given && !fits).map(|(option, ..)| *option)
    }
}

enum What {
    Dossier,
    Proof,
    Report {
        signature: PathBuf,
    },
    /// A PDF without its note.
    Pdf,
}

/// What names of files of a report end in, longest first: what stands before is the name of their note.
const ENDINGS: [&str; 11] = [
    "-summary-signed.pdf",
    "-summary.pdf",
    "-signed.pdf",
    ".oscal.json.dsse",
    ".poam.json.dsse",
    ".oscal.json",
    ".poam.json",
    ".cdx.json",
    ".xlsx.p7s",
    ".asice",
    ".pdf",
];

/// Opens a file that lies on a disk; a pipe would make the program wait, a device would never end.
pub(crate) fn open_file(path: &Path) -> std::io::Result<File> {
    if path.metadata()?.is_file() { File::open(path) } else { Err(std::io::Error::other("not a file")) }
}

/// What the file is: by its content where that says so, else by what lies beside it.
fn what_is(path: &Path) -> Result<What, Answer> {
    let mut start = Vec::new();
    let opened = open_file(path).and_then(|file| file.take(16).read_to_end(&mut start));
    opened.map_err(|problem| Answer::unreadable(path, &problem))?;
    let has = |extension: &str| path.extension().and_then(OsStr::to_str) == Some(extension);
    if start.starts_with(b"SQLite format 3") || has("assay") {
        return Ok(What::Dossier);
    }
    if start.starts_with(b"c2sp.org/tlog-pr") || has("tlog-proof") {
        return Ok(What::Proof);
    }
    if start.starts_with(b"assay-report/") || has("sig") {
        return Ok(What::Report { signature: path.to_path_buf() });
    }
    let mut appended = path.as_os_str().to_owned();
    appended.push(".sig");
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let stems = ENDINGS.iter().filter_map(|ending| name.strip_suffix(ending));
    let beside = [path.with_extension("sig"), PathBuf::from(appended)]
        .into_iter()
        .chain(stems.map(|stem| path.with_file_name(format!("{stem}.sig"))));
    match beside.into_iter().find(|signature| signature.is_file()) {
        Some(signature) => Ok(What::Report { signature }),
        None if start.starts_with(b"%PDF-") => Ok(What::Pdf),
        None => Err(Answer::NotChecked(Said::new("verify-no-signature-beside").with("path", path.display()))),
    }
}
