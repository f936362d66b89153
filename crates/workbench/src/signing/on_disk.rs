//! An issued report as it lies in a folder.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use signature::{
    note::Note,
    report::{ReportFile, ReportStatement, Signed},
};
use trail::{Digest, PublicKey};

use crate::Problem;

/// Most bytes of one file of a report that are read.
const MOST: u64 = 512 << 20;

/// The note of a report and the files beside it, each as the note names it.
pub struct OnDisk {
    note: PathBuf,
    text: String,
    statement: ReportStatement,
}

/// The place of a signature box for a function of the note: `decision-maker` is `decision_maker`.
pub(super) fn place_of(function: &str) -> String {
    function.replace('-', "_")
}

/// The file that a signed PDF goes into.
pub(super) fn signed_name(pdf: &str) -> String {
    let stem = pdf.strip_suffix(".pdf").unwrap_or(pdf);
    format!("{stem}-signed.pdf")
}

impl OnDisk {
    /// Reads a note (`….sig`), and compares every file that it names.
    ///
    /// # Errors
    /// It can't be read, a file is missing, or is not the one that the note names.
    pub fn read(note: &Path) -> Result<Self, Problem> {
        let text = fs::read_to_string(note).map_err(|e| Problem::file("file-not-read", note, &e))?;
        let body = match Note::parse(&text) {
            Ok(read) => read.text().to_owned(),
            Err(_) => text.clone(),
        };
        let statement = ReportStatement::parse(&body).map_err(|p| {
            Problem::new("report-note-unreadable").with("path", note.display()).with("why", p)
        })?;
        let report = Self { note: note.to_path_buf(), text, statement };
        for file in &report.statement.files {
            report.bytes(&file.name)?;
        }
        Ok(report)
    }

    /// What the note says.
    #[must_use]
    pub const fn statement(&self) -> &ReportStatement {
        &self.statement
    }

    /// The note, whole.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The note's file.
    #[must_use]
    pub fn note(&self) -> &Path {
        &self.note
    }

    /// The name that all files of the report begin with.
    #[must_use]
    pub fn stem(&self) -> String {
        self.note.file_stem().unwrap_or_default().to_string_lossy().into_owned()
    }

    /// A file beside the note.
    #[must_use]
    pub fn beside(&self, name: &str) -> PathBuf {
        self.note.with_file_name(name)
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        self.note.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }

    /// Files of the note whose name ends so. What ends in `-signed.pdf` is never one of them.
    #[must_use]
    pub fn listed(&self, ending: &str) -> Vec<&ReportFile> {
        self.statement.files.iter().filter(|file| file.name.ends_with(ending)).collect()
    }

    /// The bytes of a listed file.
    ///
    /// # Errors
    /// It can't be read, or is not the file that the note names.
    pub fn bytes(&self, name: &str) -> Result<Vec<u8>, Problem> {
        let path = self.beside(name);
        let bytes = limited(&path)?;
        let listed = self.statement.files.iter().find(|file| file.name == name);
        if listed.is_some_and(|file| Digest::of(&bytes) == file.sha256) {
            Ok(bytes)
        } else {
            Err(Problem::new("report-file-changed").with("path", path.display()))
        }
    }

    /// The bytes of a file beside the note that need not be there.
    ///
    /// # Errors
    /// It is there and can't be read.
    pub fn optional(&self, name: &str) -> Result<Option<Vec<u8>>, Problem> {
        let path = self.beside(name);
        match path.symlink_metadata() {
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            _ => limited(&path).map(Some),
        }
    }

    /// The places that the note lists for this key, in its order.
    #[must_use]
    pub fn places_of(&self, key: &PublicKey) -> Vec<String> {
        let own = self.statement.signers.iter().filter(|signer| signer.key == *key);
        own.map(|signer| place_of(&signer.function)).collect()
    }

    /// The functions in which the note is signed, by signatures that hold.
    #[must_use]
    pub fn noted(&self) -> Vec<String> {
        let Ok(checked) = signature::report::check(&self.text) else { return Vec::new() };
        let holds = checked.signers.into_iter().filter(|(_, signed)| *signed == Signed::Yes);
        holds.map(|(signer, _)| signer.function).collect()
    }
}

fn limited(path: &Path) -> Result<Vec<u8>, Problem> {
    let failed = |e: &io::Error| Problem::file("file-not-read", path, e);
    let facts = fs::metadata(path).map_err(|e| failed(&e))?;
    if !facts.is_file() || facts.len() > MOST {
        return Err(Problem::new("report-file-too-large").with("path", path.display()));
    }
    fs::read(path).map_err(|e| failed(&e))
}
