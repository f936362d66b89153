//! What an evaluation is measured against beside its checklist: a security profile, another edition, and the licensed
//! texts that a user may read beside our labels.

use std::{
    fs,
    io::{self, Read as _},
    path::{Path, PathBuf},
};

use checklist::{
    Checklist, PackProblem,
    profile::{Profile, Selection},
    text::TextPack,
};
use evaluation::{
    decide::{Request, edition_change},
    event::{EvidenceAdd, ProfileAdopt, ProfileRow},
};

use crate::{Home, Problem, Recording, Session, files, packs};

/// The largest file that is read as a profile or text pack: the loader's own bound, and a byte that shows more is there.
const MOST_BYTES: u64 = 1024 * 1024 + 1;

/// The bytes of a pack, profile or text pack. A file that is too large is cut where the loader refuses it, so that a
/// device or an endless file fills no memory.
///
/// # Errors
/// `file-not-read` with path and reason.
pub fn read_file(path: &Path) -> Result<Vec<u8>, Problem> {
    let problem = |e: io::Error| Problem::file("file-not-read", path, &e);
    let mut bytes = Vec::new();
    fs::File::open(path).map_err(problem)?.take(MOST_BYTES).read_to_end(&mut bytes).map_err(problem)?;
    Ok(bytes)
}

/// The loader's problems as one, each with its place.
#[must_use]
pub fn problem_of(problems: &[PackProblem]) -> Problem {
    let one = |p: &PackProblem| {
        let place = match &p.id {
            Some(id) if p.path.is_empty() => id.clone(),
            Some(id) => format!("{} ({id})", p.path),
            None => p.path.clone(),
        };
        let problem = Problem::new(p.why.code()).with("place", place);
        p.why.arguments().into_iter().fold(problem, |made, (name, value)| made.with(name, value))
    };
    Problem::all(problems.iter().map(one).collect())
        .unwrap_or_else(|| Problem::new("pack-damaged").with("why", ""))
}

impl Session {
    /// Reads a profile that fits the pinned checklist.
    ///
    /// # Errors
    /// Every problem of the file, the first in front.
    pub fn read_profile(&self, bytes: &[u8]) -> Result<Profile, Problem> {
        Profile::parse(bytes, self.checklist()).map_err(|problems| problem_of(&problems))
    }

    /// Adopts a profile: its file becomes evidence, its selection an event, in one transaction.
    ///
    /// # Errors
    /// The file is no profile for this checklist, a refusal, or the dossier can't be written.
    pub fn adopt_profile(
        &mut self,
        bytes: &[u8],
        name: &str,
        reason: Option<String>,
    ) -> Result<Recording, Problem> {
        let profile = self.read_profile(bytes)?;
        let rows = self.checklist().requirements.iter().map(|row| {
            let (included, min, justification) = match profile.selection(&row.id) {
                Selection::Included { min_level } => (true, min_level, None),
                Selection::Excluded { justification } => (false, None, justification.map(str::to_owned)),
            };
            // A security level is part of the selection: it chose the rows. A maturity level is asked of the row.
            let min_ml = min.filter(|_| row.selected_from.is_none());
            ProfileRow { requirement: row.id.clone(), included, min_ml, justification }
        });
        let adopt = ProfileAdopt {
            profile: profile.id.clone(),
            version: profile.version.clone(),
            title: profile.title.clone(),
            sha256: profile.digest.to_string(),
            checklist_sha256: self.checklist().digest.to_string(),
            conforms: !profile.tailoring_only(),
            rows: rows.collect(),
            reason,
            supersedes: Vec::new(),
        };
        let card = own_file(name, "profile", &profile.title, &profile.version);
        self.with_file(bytes, card, Request::AdoptProfile(adopt))
    }

    /// The file of the profile that stands, read against the checklist; `None` without a profile, or where it was
    /// written for another edition than the one evaluated against now.
    ///
    /// # Errors
    /// The dossier can't be read.
    pub fn profile(&self) -> Result<Option<Profile>, Problem> {
        let Some(adopted) = self.state().profile() else { return Ok(None) };
        let mut bytes = Vec::new();
        let digest = trail::Digest::from_hex(&adopted.value.sha256).unwrap_or(trail::Digest::ZERO);
        self.dossier().evidence_bytes(&digest, &mut bytes)?;
        Ok(Profile::parse(&bytes, self.checklist()).ok())
    }

    /// Moves the evaluation to another edition of its checklist. The pack becomes evidence, the move an event, in one
    /// transaction.
    ///
    /// # Errors
    /// A refusal, or the dossier can't be written.
    pub fn move_edition(&mut self, pack: &packs::Pack, reason: &str) -> Result<Recording, Problem> {
        let to = packs::read(pack.bytes)?;
        let request = Request::MoveEdition { to: Box::new(to.clone()), reason: reason.to_owned() };
        let card = own_file(&format!("{}.json", pack.id), "checklist", &to.title, &to.edition);
        let recording = self.with_file(pack.bytes, card, request)?;
        self.pin_anew(to);
        Ok(recording)
    }

    /// Records what a request decides together with the file it rests on; one that is registered already stays as it is.
    fn with_file(&mut self, bytes: &[u8], card: EvidenceAdd, request: Request) -> Result<Recording, Problem> {
        let events = self.decide(request)?;
        let known = self.state().evidence_item(&trail::Digest::of(bytes).to_string()).is_some();
        if known {
            return self.append(events);
        }
        let mut once = Some(events);
        let mut more = |_: &dossier::StoredBytes| Ok(once.take().unwrap_or_default());
        self.ingest(&mut io::Cursor::new(bytes), card, &mut |_| true, &mut more)
            .map(|(_, recording)| recording)
    }
}

fn own_file(name: &str, class: &str, title: &str, revision: &str) -> EvidenceAdd {
    EvidenceAdd {
        sha256: String::new(),
        size: 0,
        name: name.to_owned(),
        media_type: "application/json".to_owned(),
        class: class.to_owned(),
        title: title.to_owned(),
        revision: Some(revision.to_owned()),
        producer: "evaluator".to_owned(),
        date: None,
        project: None,
        version: None,
        confidentiality: "public".to_owned(),
        supersedes: Vec::new(),
    }
}

/// Shipped packs of the same document with other content: the editions that an evaluation can be moved to.
#[must_use]
pub fn editions(checklist: &Checklist) -> Vec<(packs::Pack, Checklist)> {
    let read = packs::PACKS.into_iter().filter_map(|pack| Some((pack, packs::read(pack.bytes).ok()?)));
    read.filter(|(_, other)| {
        other.document == checklist.document
            && other.object == checklist.object
            && other.digest != checklist.digest
    })
    .collect()
}

/// What moving to the pack would carry over and what it would leave for review.
///
/// # Errors
/// The pack can't be read.
pub fn preview(from: &Checklist, pack: &packs::Pack) -> Result<evaluation::decide::EditionChange, Problem> {
    Ok(edition_change(from, &packs::read(pack.bytes)?))
}

/// The licensed texts of this installation. They are read from the user's own file and go nowhere: no dossier, event,
/// report, export or hand-over takes them.
#[derive(Clone, Debug)]
pub struct OwnTexts(PathBuf);

impl OwnTexts {
    /// The texts in this home.
    #[must_use]
    pub fn of(home: &Home) -> Self {
        Self(home.folder().join("texts"))
    }

    fn place(&self, checklist: &Checklist) -> PathBuf {
        // Ids of packs are file names; what is none is kept from naming another folder.
        let name: String = checklist
            .id
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '_' })
            .collect();
        self.0.join(format!("{name}.json"))
    }

    /// Takes a text pack in, in the place of an earlier one for the same checklist.
    ///
    /// # Errors
    /// The file is no text pack for this checklist, or it can't be kept.
    pub fn take(&self, bytes: &[u8], checklist: &Checklist) -> Result<TextPack, Problem> {
        let pack = TextPack::parse(bytes, checklist).map_err(|problems| problem_of(&problems))?;
        fs::create_dir_all(&self.0).map_err(|e| Problem::file("file-not-written", &self.0, &e))?;
        let place = self.place(checklist);
        files::write_whole(&place, bytes)?;
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            fs::set_permissions(&place, fs::Permissions::from_mode(0o600))
                .map_err(|e| Problem::file("file-not-written", &place, &e))?;
        }
        Ok(pack)
    }

    /// The texts for this checklist; `None` where there are none.
    ///
    /// # Errors
    /// The file was changed and is no text pack any more, or can't be read.
    pub fn read(&self, checklist: &Checklist) -> Result<Option<TextPack>, Problem> {
        let place = self.place(checklist);
        if !place.exists() {
            return Ok(None);
        }
        TextPack::parse(&read_file(&place)?, checklist).map(Some).map_err(|problems| problem_of(&problems))
    }

    /// Forgets the texts for this checklist.
    ///
    /// # Errors
    /// The file can't be removed.
    pub fn forget(&self, checklist: &Checklist) -> Result<(), Problem> {
        let place = self.place(checklist);
        match fs::remove_file(&place) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => {
                Err(Problem::file("file-not-written", &place, &e))
            }
            _ => Ok(()),
        }
    }
}
