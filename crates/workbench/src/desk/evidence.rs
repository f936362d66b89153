//! Evidence: registered, linked, looked at, written out.

use std::{
    collections::{BTreeMap, BTreeSet},
    io::{self, Cursor, Write},
    path::Path,
};

use base64ct::{Base64, Encoding as _};
use dossier::Source;
use evaluation::{
    case::{EVIDENCE_CLASSES, OWN_CLASSES},
    decide::Request,
    event::{EvidenceAdd, EvidenceWithhold, RowKey},
    state::Valued,
};
use trail::Digest;

use super::{Desk, open::Open, types::*};
use crate::{Problem, files, import::name_of, media};

/// Largest image or PDF that is shown in the window, in bytes; larger ones are saved and opened elsewhere.
const LARGEST: u64 = 32 * 1024 * 1024;
/// Most bytes of a text that are shown.
const MOST_TEXT: usize = 256 * 1024;

pub(super) fn register(desk: &Desk, _: Nothing) -> Result<EvidenceRegister, Problem> {
    desk.looking(|open| {
        let items = open.session.state().evidence();
        let users = users(open);
        let projects: BTreeSet<String> = items.iter().filter_map(|e| e.value.project.clone()).collect();
        Ok(EvidenceRegister {
            items: items.iter().map(|item| view(open, item, &users)).collect(),
            classes: EVIDENCE_CLASSES
                .iter()
                .map(|(code, ml)| EvidenceClass {
                    code: (*code).to_owned(),
                    ml: *ml,
                    choosable: !OWN_CLASSES.contains(code),
                })
                .collect(),
            projects: projects.into_iter().collect(),
        })
    })
}

/// Who names each piece of evidence.
pub(super) type Users = BTreeMap<String, Use>;

#[derive(Default)]
pub(super) struct Use {
    subjects: Vec<String>,
    findings: Vec<String>,
}

pub(super) fn users(open: &Open) -> Users {
    let mut users = Users::new();
    for (line, evidence) in open.rows.lines.iter().zip(&open.rows.evidence) {
        for sha in evidence {
            users.entry(sha.clone()).or_default().subjects.push(line.row.clone());
        }
    }
    let state = open.session.state();
    for activity in &open.session.checklist().activities {
        let named = state.activity(&activity.id).map(|a| a.value.evidence).unwrap_or_default();
        let all: BTreeSet<String> = state.links_of_activity(&activity.id).into_iter().chain(named).collect();
        for sha in all {
            users.entry(sha).or_default().subjects.push(activity.id.clone());
        }
    }
    for finding in state.findings() {
        for sha in &finding.raised.value.evidence {
            users.entry(sha.clone()).or_default().findings.push(finding.raised.value.finding.clone());
        }
    }
    users
}

pub(super) fn view(open: &Open, item: &Valued<EvidenceAdd>, users: &Users) -> EvidenceView {
    let e = &item.value;
    let withheld: Option<Valued<EvidenceWithhold>> =
        open.session.state().value(&format!("evidence:{}", e.sha256), "withheld");
    let used = users.get(&e.sha256);
    EvidenceView {
        sha256: e.sha256.clone(),
        size: e.size,
        name: e.name.clone(),
        media_type: e.media_type.clone(),
        class: e.class.clone(),
        title: e.title.clone(),
        revision: e.revision.clone(),
        producer: e.producer.clone(),
        date: e.date.clone(),
        project: e.project.clone(),
        version: e.version.clone(),
        confidentiality: e.confidentiality.clone(),
        author: open.rows.name(&item.chain),
        time: item.time.clone(),
        withheld: withheld.map(|w| w.value.reason),
        used_by: used.map(|u| u.subjects.clone()).unwrap_or_default(),
        findings: used.map(|u| u.findings.clone()).unwrap_or_default(),
        own: OWN_CLASSES.contains(&e.class.as_str()),
        preview: preview_kind(&e.media_type).to_owned(),
    }
}

/// The registered items of these digests.
pub(super) fn views(open: &Open, digests: &[String]) -> Vec<EvidenceView> {
    let none = Users::new();
    let items = digests.iter().filter_map(|sha| open.session.state().evidence_item(sha));
    items.map(|item| view(open, &item, &none)).collect()
}

/// An SVG is a document that can run scripts and fetch things, so it is shown as the text it is.
fn preview_kind(media_type: &str) -> &'static str {
    match media_type {
        "image/png" | "image/jpeg" | "image/gif" => "image",
        "application/pdf" => "pdf",
        "application/json" | "application/xml" => "text",
        text if text.starts_with("text/") => "text",
        _ => "none",
    }
}

pub(super) fn add(desk: &Desk, asked: EvidenceAdding) -> Result<EvidenceAdded, Problem> {
    let mut job = desk.job(&asked.job);
    let chosen: Vec<std::path::PathBuf> =
        asked.files.iter().map(|token| desk.files.path(token)).collect::<Result<_, _>>()?;
    desk.recording(|open| {
        let row = asked.row.as_deref().map(|row| open.key(row)).transpose()?;
        let (mut added, mut refused) = (Vec::new(), Vec::new());
        let mut take = |open: &mut Open, name: String, source: Result<Box<dyn Source>, Problem>| {
            let mut going = |g: dossier::Going| job.going(g.done, g.total);
            let done = source.and_then(|source| {
                let card = card(&name, &asked.card);
                ingest(open, source, card, row.as_ref(), asked.activity.as_deref(), &mut going)
            });
            match done {
                Ok(sha256) => added.push(sha256),
                Err(problem) => refused.push(RefusedFile { name, problem: problem.into() }),
            }
        };
        for path in &chosen {
            let source = files::open_chosen(path).map(|file| Box::new(file) as Box<dyn Source>);
            take(open, name_of(path), source);
        }
        for pasted in &asked.pasted {
            let bytes = Base64::decode_vec(&pasted.base64)
                .map_err(|e| Problem::new("desk-arguments").with("name", "evidence_add").with("why", e));
            let source = bytes.map(|b| Box::new(Cursor::new(b)) as Box<dyn Source>);
            take(open, plain_name(&pasted.name), source);
        }
        // Nothing of several files went in and each refusal is known: then it is this command's own refusal.
        if added.is_empty()
            && refused.len() == 1
            && let Some(only) = refused.pop()
        {
            return Err(problem_of(only.problem));
        }
        let rows: BTreeSet<String> = asked.row.iter().cloned().collect();
        let events = Vec::new();
        let changed = open.changed(&events, Some(rows), Vec::new())?;
        Ok(EvidenceAdded { added: views(open, &added), refused, changed })
    })
}

fn problem_of(trouble: Trouble) -> Problem {
    Problem {
        code: trouble.code,
        args: trouble.args,
        more: trouble.more.into_iter().map(problem_of).collect(),
    }
}

/// A name without folders, also where it came from the clipboard.
fn plain_name(name: &str) -> String {
    let plain = name_of(Path::new(name.rsplit(['/', '\\']).next().unwrap_or_default()));
    if plain.trim().is_empty() { "evidence".to_owned() } else { plain }
}

fn card(name: &str, said: &EvidenceCard) -> EvidenceAdd {
    let stated = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
    EvidenceAdd {
        sha256: String::new(),
        size: 0,
        name: name.to_owned(),
        media_type: String::new(),
        class: said.class.clone(),
        title: stated(&said.title).unwrap_or_else(|| name.to_owned()),
        revision: stated(&said.revision),
        producer: stated(&said.producer).unwrap_or_else(|| "supplier".to_owned()),
        date: stated(&said.date),
        project: stated(&said.project),
        version: stated(&said.version),
        confidentiality: stated(&said.confidentiality).unwrap_or_else(|| "confidential".to_owned()),
        supersedes: Vec::new(),
    }
}

/// Takes bytes in, registers them, and links them in the same transaction.
fn ingest(
    open: &mut Open,
    mut source: Box<dyn Source>,
    mut card: EvidenceAdd,
    row: Option<&RowKey>,
    activity: Option<&str>,
    going: &mut dyn FnMut(dossier::Going) -> bool,
) -> Result<String, Problem> {
    card.media_type = media::sniff(&mut source, &card.name)
        .map_err(|e| Problem::new("file-not-read").with("path", &card.name).with("why", e))?
        .to_owned();
    let (name, title) = (card.name.clone(), card.title.clone());
    let (stored, _) = open.session.ingest(&mut *source, card, going, &mut |_| Ok(Vec::new()))?;
    let sha256 = stored.sha256.to_string();
    open.rows.name_evidence(&sha256, &name, &title);
    if row.is_some() || activity.is_some() {
        let request = Request::LinkEvidence {
            row: row.cloned(),
            activity: activity.map(str::to_owned),
            evidence: vec![sha256.clone()],
            linked: true,
        };
        let rows: Vec<RowKey> = row.cloned().into_iter().collect();
        match open.perform(request, Some(&rows)) {
            // The same bytes may be linked to the row already.
            Err(problem) if problem.code.starts_with("refusal-nothing-to") => {}
            other => {
                other?;
            }
        }
    }
    Ok(sha256)
}

pub(super) fn describe(desk: &Desk, asked: EvidenceDescribe) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let item = open.session.state().evidence_item(&asked.sha256).ok_or_else(|| {
            Problem::new("refusal-unknown-evidence").with("place", "").with("evidence", &asked.sha256)
        })?;
        let described = EvidenceAdd {
            sha256: item.value.sha256,
            size: item.value.size,
            media_type: item.value.media_type,
            ..card(&item.value.name, &asked.card)
        };
        let (sha256, name, title) =
            (described.sha256.clone(), described.name.clone(), described.title.clone());
        let rows = rows_with(open, &sha256);
        open.rows.name_evidence(&sha256, &name, &title);
        open.perform(Request::AddEvidence(described), Some(&rows))
    })
}

/// Rows at which the evidence stands.
fn rows_with(open: &Open, sha256: &str) -> Vec<RowKey> {
    let rows = open.rows.keys.iter().zip(&open.rows.evidence);
    rows.filter(|(_, evidence)| evidence.iter().any(|e| e == sha256)).map(|(key, _)| key.clone()).collect()
}

pub(super) fn link(desk: &Desk, asked: EvidenceLinking) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let row = asked.row.as_deref().map(|row| open.key(row)).transpose()?;
        let rows: Vec<RowKey> = row.clone().into_iter().collect();
        let request = Request::LinkEvidence {
            row,
            activity: asked.activity,
            evidence: asked.evidence,
            linked: asked.linked,
        };
        open.perform(request, Some(&rows))
    })
}

pub(super) fn withhold(desk: &Desk, asked: EvidenceWithholding) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let digest = digest(&asked.sha256)?;
        let rows = rows_with(open, &asked.sha256);
        let recording = open.session.withhold(&digest, &asked.reason)?;
        open.recorded(&recording, Some(rows.iter().map(ToString::to_string).collect()))
    })
}

fn digest(sha256: &str) -> Result<Digest, Problem> {
    Digest::from_hex(sha256)
        .ok_or_else(|| Problem::new("refusal-unknown-evidence").with("place", "").with("evidence", sha256))
}

pub(super) fn preview(desk: &Desk, which: EvidenceName) -> Result<EvidencePreview, Problem> {
    desk.looking(|open| {
        let digest = digest(&which.sha256)?;
        let item = open.session.state().evidence_item(&which.sha256).ok_or_else(|| {
            Problem::new("refusal-unknown-evidence").with("place", "").with("evidence", &which.sha256)
        })?;
        let media_type = item.value.media_type;
        let mut seen = EvidencePreview {
            kind: "withheld".to_owned(),
            media_type: media_type.clone(),
            base64: None,
            text: None,
            truncated: false,
            intact: None,
        };
        if !open.session.dossier().has_bytes(&digest)? {
            return Ok(seen);
        }
        let kind = preview_kind(&media_type);
        let mut bytes = Bounded { bytes: Vec::new(), most: keep(kind, item.value.size) };
        // Every opening reads and hashes all bytes, whatever is shown of them.
        let read = open.session.dossier().evidence_bytes(&digest, &mut bytes);
        match read {
            Ok(_) => seen.intact = Some(true),
            Err(dossier::DossierError::EvidenceDamaged { .. }) => {
                seen.intact = Some(false);
                seen.kind = "none".to_owned();
                return Ok(seen);
            }
            Err(problem) => return Err(problem.into()),
        }
        seen.kind = kind.to_owned();
        match kind {
            "image" | "pdf" if item.value.size > LARGEST => seen.kind = "large".to_owned(),
            "image" | "pdf" => seen.base64 = Some(Base64::encode_string(&bytes.bytes)),
            "text" => {
                seen.truncated = item.value.size > MOST_TEXT as u64;
                seen.text = Some(String::from_utf8_lossy(&bytes.bytes).into_owned());
            }
            _ => {}
        }
        Ok(seen)
    })
}

fn keep(kind: &str, size: u64) -> usize {
    match kind {
        "image" | "pdf" if size <= LARGEST => usize::try_from(size).unwrap_or(0),
        "text" => MOST_TEXT,
        _ => 0,
    }
}

/// Keeps the first bytes and takes the rest without keeping it.
struct Bounded {
    bytes: Vec<u8>,
    most: usize,
}

impl Write for Bounded {
    fn write(&mut self, data: &[u8]) -> io::Result<usize> {
        let room = self.most.saturating_sub(self.bytes.len());
        self.bytes.extend(data.iter().take(room));
        Ok(data.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

pub(super) fn save(desk: &Desk, asked: EvidenceSave) -> Result<Nothing, Problem> {
    let path = desk.files.path(&asked.file)?;
    desk.looking(|open| {
        let digest = digest(&asked.sha256)?;
        files::write_streaming(&path, &mut |file| {
            open.session.dossier().evidence_bytes(&digest, file).map(|_| ()).map_err(Problem::from)
        })?;
        Ok(Nothing {})
    })
}
