//! Mappings of columns and answers that this installation keeps, so that the next file of the same maker needs no work
//! (`docs/formats/mapping-profile.md`). They are files of their own and can be given to others.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use evidence::saved_mapping::{Misfit, SavedMapping, SavedMappingProblem};
use trail::Digest;

use crate::{Home, Problem, basis::read_file, files};

/// The kept mappings.
#[derive(Clone, Debug)]
pub struct OwnMappings(PathBuf);

impl OwnMappings {
    /// Those in this home.
    #[must_use]
    pub fn of(home: &Home) -> Self {
        Self(home.folder().join("mappings"))
    }

    /// A name may hold anything, so the file is called by its digest.
    fn place(&self, name: &str) -> PathBuf {
        let digest = Digest::of(evidence::normalise(name).to_lowercase().as_bytes()).to_string();
        self.0.join(format!("{}.json", digest.get(..16).unwrap_or_default()))
    }

    /// All of them by name, and a problem for each file that can't be read as one; such a file stays.
    #[must_use]
    pub fn list(&self) -> (Vec<SavedMapping>, Vec<Problem>) {
        let (mut mappings, mut problems) = (Vec::new(), Vec::new());
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return (mappings, problems),
            Err(e) => return (mappings, vec![Problem::file("file-not-read", &self.0, &e)]),
        };
        let is_mapping = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "json");
        for path in entries.flatten().map(|entry| entry.path()).filter(is_mapping) {
            match read(&path) {
                Ok(mapping) => mappings.push(mapping),
                Err(problem) => problems.push(problem),
            }
        }
        mappings.sort_by_key(|mapping| mapping.name().to_lowercase());
        (mappings, problems)
    }

    /// The one of that name.
    ///
    /// # Errors
    /// There is none, or its file was changed and is no mapping any more.
    pub fn find(&self, name: &str) -> Result<SavedMapping, Problem> {
        let place = self.place(name);
        if !place.exists() {
            let names: Vec<String> = self.list().0.iter().map(|m| m.name().to_owned()).collect();
            return Err(Problem::new("mapping-unknown").with("name", name).with("names", names.join(", ")));
        }
        read(&place)
    }

    /// Keeps it, in the place of an earlier one of its name.
    ///
    /// # Errors
    /// The file can't be written.
    pub fn keep(&self, mapping: &SavedMapping) -> Result<(), Problem> {
        fs::create_dir_all(&self.0).map_err(|e| Problem::file("file-not-written", &self.0, &e))?;
        files::write_whole(&self.place(mapping.name()), mapping.to_json().as_bytes())
    }

    /// Takes in a mapping that somebody has given away.
    ///
    /// # Errors
    /// Every problem of the file with its place, or it can't be kept.
    pub fn take(&self, path: &Path) -> Result<SavedMapping, Problem> {
        let mapping = read(path)?;
        self.keep(&mapping)?;
        Ok(mapping)
    }

    /// Forgets the one of that name.
    ///
    /// # Errors
    /// There is none, or its file can't be removed.
    pub fn forget(&self, name: &str) -> Result<(), Problem> {
        self.find(name).map(drop).or_else(|problem| match problem.code.as_str() {
            "mapping-unknown" => Err(problem),
            // A file that can't be read any more can be forgotten all the same.
            _ => Ok(()),
        })?;
        let place = self.place(name);
        fs::remove_file(&place).map_err(|e| Problem::file("file-not-written", &place, &e))
    }
}

/// A mapping from a file.
///
/// # Errors
/// Every problem with its place.
pub fn read(path: &Path) -> Result<SavedMapping, Problem> {
    SavedMapping::parse(&read_file(path)?).map_err(|problems| {
        let one = |p: &SavedMappingProblem| {
            let named = Problem::new(p.why.id()).with("file", path.display());
            p.arguments().into_iter().fold(named, |made, (name, value)| made.with(name, value))
        };
        Problem::all(problems.iter().map(one).collect())
            .unwrap_or_else(|| Problem::new("internal").with("why", ""))
    })
}

/// Why a mapping does not fit, every reason.
pub(crate) fn misfit(name: &str, why: &[Misfit]) -> Problem {
    let mut problem = Problem::new("mapping-does-not-fit").with("name", name);
    problem.more = why.iter().map(|misfit| Problem::new(misfit.id()).with("what", misfit.what())).collect();
    problem
}
