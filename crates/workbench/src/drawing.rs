//! What reports are drawn with: the organisation's profile and templates, read from disk, and problems of drawing in
//! the reader's words.

use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use report::{
    RenderProblem,
    look::{Look, LookProblem, Profile, Templates},
};
use words::{Words, languages};

use crate::{Home, Problem};

/// How long trying templates out may take: every kind, full and as summary, in every language.
const TRYING: Duration = Duration::from_secs(600);
/// The most bytes of a file that is read at all; the single limits are checked afterwards.
const MOST_BYTES: u64 = 2 * 1024 * 1024;

/// Reads a profile (a JSON file with its logo beside it) and a folder of templates.
///
/// # Errors
/// A file can't be read, or what is in it can't be used: everything that is wrong, with its place.
pub fn look(profile: Option<&Path>, templates: Option<&Path>, words: &Words) -> Result<Look, Problem> {
    let refused = |all: Vec<LookProblem>| problem(&RenderProblem::Look(all), words);
    let profile = match profile {
        None => None,
        Some(path) => {
            let logo = |name: &str| read(&path.with_file_name(name)).map_err(|p| p.text(words));
            Some(Profile::read(&read(path)?, logo).map_err(refused)?)
        }
    };
    let templates = match templates {
        None => None,
        Some(folder) => Some(Templates::read(template_files(folder)?).map_err(refused)?),
    };
    Ok(Look { profile, templates })
}

/// Reads the look in a folder: `profile.json` with its logo, and `templates/`. No folder is the program's own look.
///
/// # Errors
/// As [`look`]; a folder with neither.
pub fn look_in(folder: Option<&Path>, words: &Words) -> Result<Look, Problem> {
    let Some(folder) = folder else { return Ok(Look::default()) };
    let there = |name: &str| Some(folder.join(name)).filter(|path| path.exists());
    let found = look(there("profile.json").as_deref(), there("templates").as_deref(), words)?;
    if found == Look::default() {
        return Err(Problem::new("look-empty").with("path", folder.display()));
    }
    Ok(found)
}

impl Home {
    /// Where the look of this installation's reports lies, if it has one.
    #[must_use]
    pub fn look_folder(&self) -> Option<PathBuf> {
        Some(self.folder().join("look")).filter(|folder| folder.is_dir())
    }
}

/// Draws built-in data sets of every kind with these templates, in every language, in a process of its own.
///
/// # Errors
/// The first thing that a report must show and that is not there, or what the typesetter says, with file and line.
pub fn try_out(templates: &Templates, words: &Words, program: &Path) -> Result<(), Problem> {
    let texts: Vec<report::Words> =
        languages().map(|code| Words::load(code).with_prefix("report-")).collect();
    let leading = [OsStr::new(report::child::COMMAND)];
    report::child::probe(program, &leading, templates, &texts, TRYING).map_err(|p| problem(&p, words))
}

/// Why a report could not be drawn, in words.
#[must_use]
pub fn problem(found: &RenderProblem, words: &Words) -> Problem {
    let told =
        |id: String, place: &str, detail: &str| words.text(&id, &[("place", place), ("detail", detail)]);
    let detail = match found {
        RenderProblem::Look(all) => all
            .iter()
            .map(|one| told(format!("report-look-{}", one.code), &one.place, &one.detail))
            .collect::<Vec<_>>()
            .join(" "),
        RenderProblem::Untrue(all) => all
            .iter()
            .map(|one| told(format!("report-untrue-{}", one.rule), &one.place, ""))
            .collect::<Vec<_>>()
            .join(" "),
        other => other.detail(),
    };
    Problem::new(format!("report-problem-{}", found.code())).with("detail", detail)
}

fn template_files(folder: &Path) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    let unread = |e: &std::io::Error| Problem::file("file-not-read", folder, e);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(|e| unread(&e))? {
        let path = entry.map_err(|e| unread(&e))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        // Hidden files are those of the system and of editors; anything else that is no template is told.
        if !name.starts_with('.') {
            found.push((name, read(&path)?));
        }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>, Problem> {
    let unread = |e: &std::io::Error| Problem::file("file-not-read", path, e);
    let size = fs::metadata(path).map_err(|e| unread(&e))?.len();
    if size > MOST_BYTES {
        let large = std::io::Error::other(format!("{size} > {MOST_BYTES} bytes"));
        return Err(unread(&large));
    }
    fs::read(path).map_err(|e| unread(&e))
}
