//! A report for programs of other people: the data set of an issued report, or of a draft, in another format.
//!
//! Nothing is recorded by it, and nothing else is asked: a rendering says what the data set says
//! (`docs/formats/exchange.md`).

use std::{
    fs,
    io::Read as _,
    path::{Path, PathBuf},
};

use report::{Contents, RenderProblem, exchange, json};
use serde::Serialize;
use trail::Digest;
use words::Words;

use crate::{Problem, files};

/// A format that others read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Format {
    /// CycloneDX 1.6: a standard with requirements, and attestations on them.
    Cyclonedx,
    /// OSCAL assessment results.
    Oscal,
    /// OSCAL plan of action and milestones: the open findings.
    OscalPoam,
    /// Our own data set.
    Json,
}

/// A file that was written.
#[derive(Clone, Debug, Serialize)]
pub struct Exported {
    /// What it is.
    pub format: Format,
    /// Where it is.
    pub path: PathBuf,
    /// Its bytes.
    pub size: usize,
    /// SHA-256 of the file.
    pub sha256: String,
    /// SHA-256 of the data set it renders.
    pub data: String,
    /// Rows of the report.
    pub rows: usize,
    /// Whether it renders a draft.
    pub draft: bool,
}

/// The largest data set that is read, in bytes: twenty times that of 7,800 rows with long texts.
const LARGEST: u64 = 256 << 20;

/// Reads the data set of a report from its JSON file.
///
/// # Errors
/// The file can't be read, is larger than any data set, or is none of this version.
pub fn read(path: &Path) -> Result<Contents, Problem> {
    let mut bytes = Vec::new();
    let file = fs::File::open(path).map_err(|e| Problem::file("file-not-read", path, &e))?;
    file.take(LARGEST).read_to_end(&mut bytes).map_err(|e| Problem::file("file-not-read", path, &e))?;
    json::read(&bytes).map_err(|problem| {
        Problem::new("exchange-not-a-report").with("path", path.display()).with("why", problem.detail())
    })
}

/// The bytes of the data set in that format. Same data set, language and version, same bytes.
///
/// # Errors
/// The data set contradicts itself, a text is missing, or no finding is open for a plan of action.
pub fn rendered(contents: &Contents, words: &Words, format: Format) -> Result<Vec<u8>, Problem> {
    let texts = words.with_prefix("report-");
    let made = match format {
        Format::Cyclonedx => exchange::cyclonedx::write(contents, &texts),
        Format::Oscal => exchange::oscal::results(contents, &texts),
        Format::OscalPoam => match exchange::oscal::plan(contents, &texts) {
            Ok(None) => {
                return Err(Problem::new("exchange-nothing-open").with("number", &contents.report.number));
            }
            Ok(Some(bytes)) => Ok(bytes),
            Err(problem) => Err(problem),
        },
        Format::Json => json::write(contents),
    };
    made.map_err(|problem: RenderProblem| {
        Problem::new(format!("report-problem-{}", problem.code())).with("detail", problem.detail())
    })
}

/// Writes the data set in that format to a file.
///
/// # Errors
/// As [`rendered`], or the file can't be written.
pub fn export(contents: &Contents, words: &Words, format: Format, to: &Path) -> Result<Exported, Problem> {
    let bytes = rendered(contents, words, format)?;
    files::write_whole(to, &bytes)?;
    let data = json::digest(contents).map_err(|problem| {
        Problem::new(format!("report-problem-{}", problem.code())).with("detail", problem.detail())
    })?;
    Ok(Exported {
        format,
        path: to.to_owned(),
        size: bytes.len(),
        sha256: Digest::of(&bytes).to_string(),
        data: data.to_string(),
        rows: contents.rows.len(),
        draft: contents.report.draft,
    })
}
