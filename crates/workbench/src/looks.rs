//! The look of an organisation's reports, read from a folder: `profile.json` with its logo, and `templates/`.
//!
//! What they may hold and how they are checked is `docs/formats/report-profile.md`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use report::look::{Look, LookProblem, Profile, Templates};
use words::Words;

use crate::{Home, Problem, files};

/// Most bytes of a file in the folder that are read.
const MOST: u64 = 4 << 20;

impl Home {
    /// Where the look of this installation's reports lies, if it has one.
    #[must_use]
    pub fn look_folder(&self) -> Option<PathBuf> {
        let folder = self.folder().join("look");
        folder.is_dir().then_some(folder)
    }
}

/// Reads a look; no folder is the program's own.
///
/// # Errors
/// Everything that keeps it from being used, each with its file and line or member; or a folder with neither profile nor
/// templates.
pub fn read(folder: Option<&Path>) -> Result<Look, Problem> {
    let Some(folder) = folder else { return Ok(Look::default()) };
    let (profile, templates) = (folder.join("profile.json"), folder.join("templates"));
    let mut look = Look::default();
    if profile.exists() {
        let beside = |name: &str| small(&folder.join(name)).map_err(|e| e.to_string());
        let bytes = small(&profile).map_err(|e| Problem::file("file-not-read", &profile, &e))?;
        look.profile = Some(Profile::read(&bytes, beside).map_err(|found| problems(&profile, found))?);
    }
    if templates.is_dir() {
        let failed = |e: io::Error| Problem::file("file-not-read", &templates, &e);
        let mut taken = Vec::new();
        for entry in fs::read_dir(&templates).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            taken.push((name, small(&entry.path()).map_err(failed)?));
        }
        look.templates = Some(Templates::read(taken).map_err(|found| problems(&templates, found))?);
    }
    if look == Look::default() {
        return Err(Problem::new("look-empty").with("path", folder.display()));
    }
    Ok(look)
}

/// Tries a look out: its templates draw built-in data sets of every kind in every language.
///
/// # Errors
/// The first drawing that fails: what is missing, with file and line where they are known.
pub fn probe(look: &Look) -> Result<(), Problem> {
    let Some(templates) = &look.templates else { return Ok(()) };
    let languages: Vec<_> =
        ["en", "de"].into_iter().map(|language| Words::load(language).with_prefix("report-")).collect();
    templates
        .probe(&languages)
        .map_err(|p| Problem::new(format!("report-problem-{}", p.code())).with("detail", p.detail()))
}

fn problems(path: &Path, found: Vec<LookProblem>) -> Problem {
    let said = found.into_iter().map(|one| {
        Problem::new(format!("report-look-{}", one.code))
            .with("path", path.display())
            .with("place", one.place)
            .with("detail", one.detail)
    });
    Problem::all(said.collect()).unwrap_or_else(|| Problem::new("look-empty").with("path", path.display()))
}

fn small(path: &Path) -> io::Result<Vec<u8>> {
    use io::Read as _;
    let file = files::open_chosen(path).map_err(|p| io::Error::other(p.code))?;
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes)?;
    Ok(bytes)
}
