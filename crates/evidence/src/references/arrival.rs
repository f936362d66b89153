//! Which file that arrived is which document, and what is still missing.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::group::{Document, file_key, number_key, stem, title_words};
use crate::difference::Subject;

/// From this score on a file is taken for the document when the list of requests is made.
const ARRIVED: u8 = 75;

/// A file and a document it may be; a person confirms it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMatch {
    /// Which of the files given.
    pub file: usize,
    /// Which of the documents given.
    pub document: usize,
    /// How sure it is, 0 to 100; 100 is a SHA-256 the vendor named.
    pub score: u8,
    /// Why.
    pub reason: MatchReason,
    /// Whether the revision in the file's name is one that is referred to.
    pub revision: Fit,
    /// Whether its SHA-256 is one that is named for the document.
    pub sha256: Fit,
}

/// Why a file may be a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatchReason {
    /// Its SHA-256 stands in the vendor's text.
    Sha256,
    /// Its name is the file name written, but for capitals, blanks and underscores.
    FileName,
    /// Its name without revision, date and extension is the document's number.
    Number,
    /// Its name differs from the file name written in revision, date or extension only.
    FileAlike,
    /// Its name without revision, date and extension is the document's title.
    Title,
    /// The document's number stands in its name.
    NumberInName,
    /// A longer number that begins with the document's stands in its name: perhaps another document.
    LongerNumber,
    /// All words of the title stand in its name.
    TitleInName,
}

impl MatchReason {
    /// The Fluent id of its words.
    pub fn id(self) -> &'static str {
        match self {
            MatchReason::Sha256 => "evidence-file-match-sha256",
            MatchReason::FileName => "evidence-file-match-file-name",
            MatchReason::Number => "evidence-file-match-number",
            MatchReason::FileAlike => "evidence-file-match-file-alike",
            MatchReason::Title => "evidence-file-match-title",
            MatchReason::NumberInName => "evidence-file-match-number-in-name",
            MatchReason::LongerNumber => "evidence-file-match-longer-number",
            MatchReason::TitleInName => "evidence-file-match-title-in-name",
        }
    }

    fn score(self) -> u8 {
        match self {
            MatchReason::Sha256 => 100,
            MatchReason::FileName => 95,
            MatchReason::Number => 90,
            MatchReason::FileAlike => 85,
            MatchReason::Title => 80,
            MatchReason::NumberInName => 75,
            MatchReason::TitleInName => 55,
            MatchReason::LongerNumber => 40,
        }
    }
}

/// How one property of a file compares with what the references say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fit {
    /// As referred to.
    Same,
    /// Another one is referred to.
    Differs,
    /// One of the two does not say.
    Unknown,
}

impl Fit {
    fn of(said: &[String], found: Option<&str>) -> Fit {
        match found {
            Some(found) if said.iter().any(|said| said.eq_ignore_ascii_case(found)) => Fit::Same,
            Some(_) if !said.is_empty() => Fit::Differs,
            _ => Fit::Unknown,
        }
    }
}

/// Which documents each file may be, the surest first, files in the order given. `files` are names, with or
/// without folders, and SHA-256 in 64 hexadecimal digits. A file that fits nothing has no entry.
pub fn match_files(documents: &[Document], files: &[(String, String)]) -> Vec<FileMatch> {
    let known: Vec<Known> = documents.iter().map(Known::of).collect();
    let mut all = Vec::new();
    for (file, (name, sha256)) in files.iter().enumerate() {
        let named = Named::of(name);
        let mut found: Vec<FileMatch> = known
            .iter()
            .enumerate()
            .filter_map(|(document, known)| known.fit(&named, None, Some(sha256), file, document))
            .collect();
        found.sort_by_key(|found| (std::cmp::Reverse(found.score), found.document));
        all.extend(found);
    }
    all
}

/// A file name, prepared for comparing.
struct Named {
    key: String,
    bare: String,
    revision: Option<String>,
    number: String,
    /// `-` before and behind each part, `#` where the name has a blank or underscore.
    framed: String,
    words: Vec<String>,
}

impl Named {
    fn of(name: &str) -> Named {
        let key = file_key(name);
        let (full, _, bare, revision) = stem(&key);
        Named {
            number: number_key(&bare),
            framed: framed(&full),
            words: title_words(&bare),
            revision,
            bare,
            key,
        }
    }
}

/// The parts of a name between marks, where `#` keeps what stood apart from what was joined.
fn framed(name: &str) -> String {
    let upper = name.to_uppercase();
    let marked: String = upper
        .chars()
        .map(|c| match c {
            ' ' | '_' | '(' | ')' | ',' => '#',
            '-' | '.' | '/' => '-',
            c => c,
        })
        .collect();
    format!("#{marked}#")
}

/// A document's names, prepared for comparing.
struct Known<'a> {
    document: &'a Document,
    files: Vec<(String, String)>,
    numbers: Vec<String>,
    titles: Vec<Vec<String>>,
}

impl<'a> Known<'a> {
    fn of(document: &'a Document) -> Known<'a> {
        let files = document
            .files
            .iter()
            .chain(document.urls.iter().filter(|url| ends_in_file(url)))
            .map(|file| {
                let key = file_key(file);
                let bare = stem(&key).2;
                (key, bare)
            })
            .collect();
        Known {
            document,
            files,
            numbers: document.numbers.iter().map(|number| number_key(number)).collect(),
            titles: document
                .titles
                .iter()
                .map(|t| title_words(t))
                .filter(|words| !words.is_empty())
                .collect(),
        }
    }

    fn fit(
        &self,
        named: &Named,
        revision: Option<&str>,
        sha256: Option<&str>,
        file: usize,
        document: usize,
    ) -> Option<FileMatch> {
        let lower = sha256.map(str::to_lowercase);
        let digest = Fit::of(&self.document.sha256, lower.as_deref());
        let reason = if digest == Fit::Same { MatchReason::Sha256 } else { self.reason(named)? };
        let revision = Fit::of(&self.document.revisions, revision.or(named.revision.as_deref()));
        let mut score = reason.score();
        // Another revision is the document in another state; another digest is another file.
        if revision == Fit::Differs && reason != MatchReason::Sha256 {
            score -= 15;
        }
        if digest == Fit::Differs {
            score = score.saturating_sub(30);
        }
        Some(FileMatch { file, document, score, reason, revision, sha256: digest })
    }

    fn reason(&self, named: &Named) -> Option<MatchReason> {
        let mut reasons = Vec::new();
        for (key, bare) in &self.files {
            if *key == named.key {
                reasons.push(MatchReason::FileName);
            } else if *bare == named.bare && !bare.is_empty() {
                reasons.push(MatchReason::FileAlike);
            }
        }
        for number in &self.numbers {
            if *number == named.number {
                reasons.push(MatchReason::Number);
            }
            reasons.extend(number_in_name(number, &named.framed));
        }
        for words in &self.titles {
            if *words == named.words {
                reasons.push(MatchReason::Title);
            } else if words.len() >= 2 && words.iter().all(|word| named.words.contains(word)) {
                reasons.push(MatchReason::TitleInName);
            }
        }
        reasons.into_iter().max_by_key(|reason| reason.score())
    }
}

fn ends_in_file(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or(url);
    let last = path.rsplit('/').next().unwrap_or_default();
    path.matches('/').count() > 2
        && last.rsplit_once('.').is_some_and(|(_, ext)| (1..=5).contains(&ext.len()))
}

/// Whether a number stands in a name as whole parts, and whether digits joined to it make it a longer one.
fn number_in_name(number: &str, framed: &str) -> Option<MatchReason> {
    // In the name a separator of the number may be a blank, a dash or an underscore.
    let joined = framed.replace('#', "-");
    let wanted = format!("-{number}-");
    let at = joined.find(&wanted)?;
    // Both texts have the same length, and the frame is ASCII, so the place is the same.
    let behind = framed.get(at + wanted.len() - 1..)?;
    let longer = behind.strip_prefix('-').is_some_and(|rest| {
        let part: String = rest.chars().take_while(|c| !matches!(c, '-' | '#')).collect();
        let year = part.len() == 4 && (part.starts_with("19") || part.starts_with("20"));
        !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit()) && !year
    });
    Some(if longer { MatchReason::LongerNumber } else { MatchReason::NumberInName })
}

/// Evidence that is registered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrived {
    /// File name.
    pub name: String,
    /// SHA-256, 64 hexadecimal digits.
    pub sha256: String,
    /// Title it is registered with; empty if none.
    #[serde(default)]
    pub title: String,
    /// Revision it is registered with; it goes before one in the file's name.
    #[serde(default)]
    pub revision: Option<String>,
}

/// A document to ask the vendor for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Which of the documents given.
    pub document: usize,
    /// What to call it.
    pub name: String,
    /// The revisions that are referred to.
    pub revisions: Vec<String>,
    /// The rows that need it, each once, in the order of their ids.
    pub rows: Vec<Subject>,
    /// What is there instead.
    pub state: RequestState,
}

/// Why a document is asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum RequestState {
    /// Nothing like it has arrived.
    Missing,
    /// Files have arrived that may be it; the numbers are those of the evidence given, the surest first.
    Perhaps {
        /// Them.
        arrived: Vec<usize>,
    },
    /// It has arrived in another revision than those referred to.
    OtherRevision {
        /// Which of the evidence given.
        arrived: usize,
        /// The revisions that are referred to and not there.
        wanted: Vec<String>,
    },
    /// A file of its name has arrived, but its SHA-256 is not the one the vendor named.
    OtherContent {
        /// Which of the evidence given.
        arrived: usize,
    },
}

impl RequestState {
    /// The Fluent id of its words.
    pub fn id(&self) -> &'static str {
        match self {
            RequestState::Missing => "evidence-request-missing",
            RequestState::Perhaps { .. } => "evidence-request-perhaps",
            RequestState::OtherRevision { .. } => "evidence-request-other-revision",
            RequestState::OtherContent { .. } => "evidence-request-other-content",
        }
    }
}

/// The documents that have not arrived as they are referred to, ordered by name with numbers in them as numbers,
/// so that the order depends neither on that of the rows nor on that of the evidence.
pub fn request_list(documents: &[Document], registered: &[Arrived]) -> Vec<Request> {
    let named: Vec<(Named, Option<Named>)> = registered
        .iter()
        .map(|arrived| {
            let title = (!arrived.title.trim().is_empty()).then(|| Named::of(&arrived.title));
            (Named::of(&arrived.name), title)
        })
        .collect();
    let mut requests: Vec<Request> = documents
        .iter()
        .enumerate()
        .filter_map(|(place, document)| {
            let state = state_of(place, document, &named, registered)?;
            let rows: BTreeMap<(Vec<Part>, Subject), Subject> = document
                .mentions
                .iter()
                .map(|mention| {
                    ((natural(&mention.row.requirement), mention.row.clone()), mention.row.clone())
                })
                .collect();
            Some(Request {
                document: place,
                name: document.name.clone(),
                revisions: document.revisions.clone(),
                rows: rows.into_values().collect(),
                state,
            })
        })
        .collect();
    requests.sort_by_cached_key(|request| (natural(&request.name), request.name.clone(), request.document));
    requests
}

fn state_of(
    place: usize,
    document: &Document,
    named: &[(Named, Option<Named>)],
    registered: &[Arrived],
) -> Option<RequestState> {
    let known = Known::of(document);
    let mut found: Vec<FileMatch> = Vec::new();
    for (at, ((name, title), arrived)) in named.iter().zip(registered).enumerate() {
        let fit = |named: &Named| {
            let revision = arrived.revision.as_deref().or(name.revision.as_deref());
            known.fit(named, revision, Some(&arrived.sha256), at, place)
        };
        let by_name = fit(name);
        let by_title = title.as_ref().and_then(fit);
        found.extend(by_name.into_iter().chain(by_title).max_by_key(|found| found.score));
    }
    found.sort_by_key(|found| (std::cmp::Reverse(found.score), found.file));
    let sure = |found: &&FileMatch| found.reason.score() >= ARRIVED;
    if found.iter().filter(sure).any(|f| f.sha256 == Fit::Same) {
        return None;
    }
    let wanted: Vec<String> = document
        .revisions
        .iter()
        .filter(|wanted| {
            !found.iter().filter(sure).any(|f| {
                let arrived = registered.get(f.file);
                let file = named.get(f.file).and_then(|(name, _)| name.revision.as_deref());
                let has = arrived.and_then(|arrived| arrived.revision.as_deref()).or(file);
                has.is_none_or(|has| has.eq_ignore_ascii_case(wanted))
            })
        })
        .cloned()
        .collect();
    match found.iter().find(|found| sure(found)) {
        Some(best) if best.sha256 == Fit::Differs => Some(RequestState::OtherContent { arrived: best.file }),
        Some(best) if !wanted.is_empty() => Some(RequestState::OtherRevision { arrived: best.file, wanted }),
        Some(_) => None,
        None if found.is_empty() => Some(RequestState::Missing),
        None => Some(RequestState::Perhaps { arrived: found.iter().map(|found| found.file).collect() }),
    }
}

/// A part of a name: digits order as numbers, before words.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Part {
    Number(usize, String),
    Word(String),
}

/// A text cut into words and numbers, so that `CR 1.2` stands before `CR 1.10`.
pub(crate) fn natural(text: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    for c in text.chars() {
        let digit = c.is_ascii_digit();
        match parts.last_mut() {
            Some(Part::Number(_, digits)) if digit => digits.push(c),
            Some(Part::Word(word)) if !digit => word.extend(c.to_lowercase()),
            _ if digit => parts.push(Part::Number(0, c.to_string())),
            _ => parts.push(Part::Word(c.to_lowercase().collect())),
        }
    }
    for part in &mut parts {
        if let Part::Number(length, digits) = part {
            *digits = digits.trim_start_matches('0').to_owned();
            *length = digits.len();
        }
    }
    parts
}
