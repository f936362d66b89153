//! Time stamps of an authority (RFC 3161): requests and replies as files, and the one request over the network.
//!
//! Assay reaches the network nowhere else. The address is the one that a person configured in this installation or
//! named in the command; nothing is followed from there, and what goes out is a digest and a number.

use std::{fs, io, path::PathBuf, time::Duration};

use serde::{Deserialize, Serialize};
use signature::{anchor::Anchor, timestamp};
use trail::DossierId;

use crate::{Home, Problem, Recording, Session, anchors, anchors::Listed, anchors::Offer, clock, files};

/// How long an authority may take for everything together.
const PATIENCE: Duration = Duration::from_secs(20);

/// Most bytes of a reply that are read.
const MOST: u64 = 64 << 10;

/// Requests that are kept waiting for their replies, for each dossier; the oldest go first.
const WAITING: usize = 100;

/// The authority of this installation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Authority {
    /// Where it answers, `http://…`.
    pub url: String,
    /// The certificate its tokens must lead to, PEM.
    pub ca: String,
}

/// A request that waits for its reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Waiting {
    nonce: String,
    note: String,
}

/// The time stamps of one installation.
#[derive(Clone, Debug)]
pub struct Stamping(PathBuf);

impl Stamping {
    /// Those of this installation.
    #[must_use]
    pub fn of(home: &Home) -> Self {
        Self(home.folder().to_path_buf())
    }

    fn authority_file(&self) -> PathBuf {
        self.0.join("authority.json")
    }

    fn waiting_file(&self, dossier: DossierId) -> PathBuf {
        self.0.join("requests").join(format!("{dossier}.json"))
    }

    /// The authority that was configured.
    ///
    /// # Errors
    /// There is none (`stamp-no-authority`), or the file can't be read.
    pub fn authority(&self) -> Result<Authority, Problem> {
        let path = self.authority_file();
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(e) if e.kind() == io::ErrorKind::NotFound => return Err(Problem::new("stamp-no-authority")),
            Err(e) => return Err(Problem::file("file-not-read", &path, &e)),
        };
        let damaged = |e| Problem::new("stamp-authority-damaged").with("path", path.display()).with("why", e);
        serde_json::from_slice(&bytes).map_err(damaged)
    }

    /// Configures the authority.
    ///
    /// # Errors
    /// The address is not one of plain HTTP, the certificate not one of an authority, or the file can't be written.
    pub fn configure(&self, authority: &Authority) -> Result<(), Problem> {
        check_address(&authority.url)?;
        timestamp::check_authority(&authority.ca).map_err(problem)?;
        fs::create_dir_all(&self.0).map_err(|e| Problem::file("file-not-written", &self.0, &e))?;
        let text =
            serde_json::to_vec_pretty(authority).map_err(|e| Problem::new("internal").with("why", e))?;
        files::write_whole(&self.authority_file(), &text)
    }

    /// Makes a request for a stamp on the newest checkpoint, and keeps the note and nonce until the reply comes.
    /// Returns the request and the note.
    ///
    /// # Errors
    /// This identity has no chain in the dossier, or the file can't be written.
    pub fn request(&self, session: &Session) -> Result<(Vec<u8>, String), Problem> {
        let (_, note) = session.checkpoint_note()?;
        let request = timestamp::request(note.as_bytes(), clock::random()?).map_err(problem)?;
        let nonce = hex(&timestamp::nonce_of(&request).map_err(problem)?);
        let dossier = session.dossier().id();
        let mut waiting = self.waiting(dossier)?;
        waiting.push(Waiting { nonce, note: note.clone() });
        let first = waiting.len().saturating_sub(WAITING);
        waiting.drain(..first);
        self.keep(dossier, &waiting)?;
        Ok((request, note))
    }

    fn waiting(&self, dossier: DossierId) -> Result<Vec<Waiting>, Problem> {
        let path = self.waiting_file(dossier);
        match fs::read(&path) {
            Ok(bytes) => serde_json::from_slice(&bytes).map_err(|e| {
                Problem::new("stamp-requests-damaged").with("path", path.display()).with("why", e)
            }),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
            Err(e) => Err(Problem::file("file-not-read", &path, &e)),
        }
    }

    fn keep(&self, dossier: DossierId, waiting: &[Waiting]) -> Result<(), Problem> {
        let path = self.waiting_file(dossier);
        let folder = self.0.join("requests");
        fs::create_dir_all(&folder).map_err(|e| Problem::file("file-not-written", &folder, &e))?;
        let text = serde_json::to_vec_pretty(waiting).map_err(|e| Problem::new("internal").with("why", e))?;
        files::write_whole(&path, &text)
    }

    /// Takes in the reply to a request of this installation.
    ///
    /// # Errors
    /// It answers none of them, or does not hold; nothing was recorded then.
    pub fn reply(
        &self,
        session: &mut Session,
        reply: Vec<u8>,
        ca: &str,
    ) -> Result<(Recording, Listed), Problem> {
        let dossier = session.dossier().id();
        let mut waiting = self.waiting(dossier)?;
        let nonce = timestamp::nonce_answered(&reply).map_err(problem)?.map(|nonce| hex(&nonce));
        let answered = waiting.iter().position(|one| Some(&one.nonce) == nonce.as_ref());
        let Some(place) = answered else {
            return Err(Problem::new("stamp-not-asked").with("waiting", waiting.len()));
        };
        let one = waiting.remove(place);
        let nonce = unhex(&one.nonce);
        let anchor = anchors::stamped(reply, one.note, ca.to_owned(), nonce.as_deref())?;
        let recorded = anchors::record(session, &anchor)?;
        self.keep(dossier, &waiting)?;
        Ok(recorded)
    }
}

/// Asks an authority for a stamp on the newest checkpoint, and records it.
///
/// # Errors
/// It can't be reached, answers something else, or its reply does not hold; nothing was recorded then.
pub fn stamp(session: &mut Session, authority: &Authority) -> Result<(Recording, Listed), Problem> {
    let (_, note) = session.checkpoint_note()?;
    let request = timestamp::request(note.as_bytes(), clock::random()?).map_err(problem)?;
    let nonce = timestamp::nonce_of(&request).map_err(problem)?;
    let reply = ask(&authority.url, &request)?;
    let anchor = anchors::stamped(reply, note, authority.ca.clone(), Some(&nonce))?;
    anchors::record(session, &anchor)
}

/// A reply whose note the person names: for requests that were made elsewhere, whose nonce is then not compared.
pub(crate) fn from_reply(session: &Session, offer: &Offer) -> Result<Anchor, Problem> {
    let ca = offer.ca.clone().ok_or_else(|| Problem::new("stamp-needs-ca"))?;
    let note = match &offer.note {
        Some(note) => note.clone(),
        None => session.checkpoint_note()?.1,
    };
    anchors::stamped(offer.bytes.clone(), note, ca, None)
}

fn check_address(url: &str) -> Result<(), Problem> {
    let host = url.strip_prefix("http://").map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    match host.filter(|host| !host.is_empty() && !host.contains('@')) {
        Some(_) => Ok(()),
        None => Err(Problem::new("stamp-address").with("url", url)),
    }
}

/// A stamp on these bytes from this authority: its whole reply, checked against its certificate and our nonce.
///
/// # Errors
/// It can't be reached, answers something else, or its reply does not hold.
pub(crate) fn on(authority: &Authority, bytes: &[u8]) -> Result<Vec<u8>, Problem> {
    let request = timestamp::request(bytes, clock::random()?).map_err(problem)?;
    let nonce = timestamp::nonce_of(&request).map_err(problem)?;
    let reply = ask(&authority.url, &request)?;
    timestamp::check(&reply, bytes, Some(&nonce), &authority.ca).map_err(problem)?;
    Ok(reply)
}

/// One POST of a request (RFC 3161, 3.4), with limits on time and size; no redirection, no proxy, no second try.
fn ask(url: &str, request: &[u8]) -> Result<Vec<u8>, Problem> {
    check_address(url)?;
    let sent = agent().post(url).header("Content-Type", "application/timestamp-query").send(request);
    answer_of(url, sent, MOST)
}

fn agent() -> ureq::Agent {
    let config = ureq::Agent::config_builder()
        .timeout_global(Some(PATIENCE))
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .proxy(None)
        .user_agent("")
        .build();
    config.into()
}

fn answer_of(
    url: &str,
    sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>,
    most: u64,
) -> Result<Vec<u8>, Problem> {
    let unreachable =
        |why: &dyn std::fmt::Display| Problem::new("stamp-unreachable").with("url", url).with("why", why);
    let mut answer = sent.map_err(|e| unreachable(&e))?;
    if answer.status().as_u16() != 200 {
        return Err(Problem::new("stamp-status").with("url", url).with("status", answer.status().as_u16()));
    }
    let read = answer.body_mut().with_config().limit(most).read_to_vec();
    read.map_err(|e| unreachable(&e))
}

fn problem(problem: timestamp::StampProblem) -> Problem {
    Problem::new(problem.code()).with("detail", problem.detail())
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let byte = |at: usize| u8::from_str_radix(text.get(at..at.saturating_add(2))?, 16).ok();
    (0..text.len()).step_by(2).map(byte).collect()
}
