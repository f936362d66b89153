//! The trail in words, verification of the file, seals and checkpoints.

use std::{collections::BTreeSet, path::Path};

use dossier::{
    DossierError, Locked, StoredEvent,
    verify::{self, Finding, Outcome, Remark},
};
use qrcodegen::{QrCode, QrCodeEcc};
use trail::EventId;

use super::{
    Desk,
    open::{Open, args, small},
    start::about_file,
    types::*,
};
use crate::{Problem, Session, anchors, log, team::Strict};

/// What a search looks through, made when the trail is first searched and added to as it grows.
#[derive(Default)]
pub(super) struct Index {
    entries: Vec<Indexed>,
}

struct Indexed {
    kind: String,
    author: String,
    text: String,
}

/// Most entries that cross the bridge at once.
const MOST: u32 = 500;

impl Open {
    /// Takes what was recorded since into the index.
    fn index(&mut self) -> Result<(), Problem> {
        // Events are numbered from 1 in the order this file received them.
        let from = (self.index.entries.len() as u64).saturating_add(1);
        let (rows, entries) = (&self.rows, &mut self.index.entries);
        let mut problem = None;
        self.session.dossier().each_event(from..u64::MAX, &mut |stored| {
            match log::told_of(&stored) {
                Ok(told) => {
                    let author = chain_of(&stored).map(|c| rows.name(&c)).unwrap_or_default();
                    let mut text = format!("{author}\n{}\n{}\n", told.kind, told.subject);
                    for value in told.args.values() {
                        text.push_str(value);
                        text.push('\n');
                    }
                    entries.push(Indexed { kind: kind_of(&told.kind), author, text: text.to_lowercase() });
                }
                Err(p) => problem = problem.take().or(Some(p)),
            }
            Ok(())
        })?;
        problem.map_or(Ok(()), Err)
    }
}

fn chain_of(stored: &StoredEvent) -> Option<trail::ChainId> {
    stored.event().ok().map(|e| e.chain)
}

fn kind_of(kind: &str) -> String {
    kind.split('/').next().unwrap_or_default().to_owned()
}

pub(super) fn page(desk: &Desk, asked: TrailQuery) -> Result<TrailPage, Problem> {
    desk.looking(|open| {
        open.index()?;
        let words: Vec<String> =
            asked.search.as_deref().unwrap_or_default().split_whitespace().map(str::to_lowercase).collect();
        let matches = |e: &Indexed| {
            asked.kind.as_ref().is_none_or(|k| *k == e.kind)
                && asked.author.as_ref().is_none_or(|a| *a == e.author)
                && words.iter().all(|w| e.text.contains(w.as_str()))
        };
        let found: Vec<u64> =
            (1..).zip(&open.index.entries).filter(|(_, e)| matches(e)).map(|(n, _)| n).collect();
        let wanted = found.iter().rev().skip(asked.offset as usize).take(asked.limit.min(MOST) as usize);
        let idle = idle(open);
        let mut entries = Vec::new();
        for n in wanted {
            for stored in open.session.dossier().events(*n..n.saturating_add(1))? {
                entries.push(entry(open, &stored, &idle)?);
            }
        }
        let kinds: BTreeSet<&str> = open.index.entries.iter().map(|e| e.kind.as_str()).collect();
        let authors: BTreeSet<&str> = open.index.entries.iter().map(|e| e.author.as_str()).collect();
        Ok(TrailPage {
            total: small(found.len() as u64),
            all: small(open.index.entries.len() as u64),
            entries,
            kinds: kinds.into_iter().map(str::to_owned).collect(),
            authors: authors.into_iter().map(str::to_owned).collect(),
        })
    })
}

/// These events, newest first.
pub(super) fn entries(open: &Open, ids: &[EventId]) -> Result<Vec<TrailEntry>, Problem> {
    let idle = idle(open);
    let mut entries = Vec::new();
    for id in ids {
        entries.push(entry(open, &open.session.dossier().event(id)?, &idle)?);
    }
    entries.sort_by_key(|e| std::cmp::Reverse(e.n));
    Ok(entries)
}

/// Events that change nothing.
fn idle(open: &Open) -> BTreeSet<EventId> {
    open.session.state().without_effect().into_iter().map(|(_, id)| id).collect()
}

fn entry(open: &Open, stored: &StoredEvent, idle: &BTreeSet<EventId>) -> Result<TrailEntry, Problem> {
    let told = log::told_of(stored)?;
    let state = open.session.state();
    let chain = chain_of(stored);
    let void = state.is_void(&stored.id);
    let own = chain.is_some() && chain == open.me() && open.read_only().is_none();
    Ok(TrailEntry {
        n: small(stored.n),
        entry: small(told.entry),
        time: told.time,
        author: chain.map(|c| open.rows.name(&c)).unwrap_or_default(),
        counts: !idle.contains(&stored.id),
        void,
        id: stored.id.to_string(),
        can_undo: own
            && !void
            && evaluation::event::is_retractable(&told.kind)
            && stands(open, &told.kind, stored),
        kind: told.kind,
        text: told.text,
        args: told.args,
        subject: told.subject,
        replaces: small(told.replaces as u64),
    })
}

/// Whether the event is the value of its field now; a retraction may always be asked for.
fn stands(open: &Open, kind: &str, stored: &StoredEvent) -> bool {
    let payload = stored.event().ok().and_then(|e| e.payload().ok());
    let said = payload.and_then(|payload| evaluation::current(kind, &payload));
    said.is_none_or(|said| {
        open.session.state().superseded_by_next(&said.subject, &said.field).contains(&stored.id)
    })
}

pub(super) fn verify(desk: &Desk, asked: JobId) -> Result<Verification, Problem> {
    let (path, key) = desk.looking(|open| Ok((open.path(), open.unlocked_by())))?;
    let file = Locked::with(&path, key.as_ref());
    let mut job = desk.job(&asked.job);
    // The file alone is asked, not what is in memory; recording may go on meanwhile and is waited for at the start.
    let outcome =
        verify::verify(file, &Strict, verify::Options::default(), &mut |p| job.going(p.done, p.total));
    match outcome {
        Ok(outcome) => Ok(anchored(file, verification(&path, &outcome))),
        Err(DossierError::Cancelled) => Err(Problem::new("desk-stopped")),
        Err(problem) => Err(problem.into()),
    }
}

/// Adds the anchors of a dossier that is in order, each checked anew; one that does not hold is what is wrong with it.
pub(super) fn anchored(file: Locked<'_>, verification: Verification) -> Verification {
    if !verification.ok {
        return verification;
    }
    let mut verification = verification;
    match Session::look(file).and_then(|session| anchors::list(&session)) {
        Ok(anchors) => {
            if !anchors.is_empty() {
                verification.limits = vec![about_file("verify-limits-anchors", file.path())];
            }
            verification.checked.extend(anchors.into_iter().map(told_anchor));
        }
        Err(problem) => {
            verification.ok = false;
            verification.finding = Some(Trouble::from(problem));
        }
    }
    verification
}

fn told_anchor(one: anchors::Listed) -> Told {
    let said = [
        ("size", one.size.to_string()),
        ("chain", one.chain),
        ("by", one.by),
        ("of", one.of),
        ("time", one.time),
        ("key", one.key),
        ("n", one.n.to_string()),
    ];
    Told { text: format!("verify-ok-anchor-{}", one.level), args: args(said), subject: String::new() }
}

/// The answer of a verification in words; they are those of the program that only verifies.
pub(super) fn verification(path: &Path, outcome: &Outcome) -> Verification {
    let limits = vec![about_file("verify-limits", path)];
    match outcome {
        Outcome::Wrong(finding) => Verification {
            ok: false,
            checked: Vec::new(),
            finding: Some(wrong(path, finding)),
            remarks: Vec::new(),
            limits,
        },
        Outcome::Ok(report) => Verification {
            ok: true,
            checked: checked(path, report),
            finding: None,
            remarks: report.remarks.iter().map(told_remark).collect(),
            limits,
        },
    }
}

fn wrong(path: &Path, finding: &Finding) -> Trouble {
    let mut args = args([("path", path.display().to_string())]);
    args.extend(finding.args.iter().map(|(k, v)| ((*k).to_owned(), v.clone())));
    Trouble { code: format!("verify-{}", finding.code.as_str()), args, more: Vec::new() }
}

fn told_remark(remark: &Remark) -> Told {
    Told {
        text: format!("verify-remark-{}", remark.code()),
        args: remark.args().into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
        subject: String::new(),
    }
}

fn checked(path: &Path, report: &verify::Report) -> Vec<Told> {
    let told = |text: &str, args| Told { text: text.to_owned(), args, subject: String::new() };
    let mut lines = vec![
        told(
            "verify-ok-dossier",
            args([("path", path.display().to_string()), ("dossier", report.dossier.to_string())]),
        ),
        told(
            "verify-ok-events",
            args([("events", report.events.to_string()), ("chains", report.chains.len().to_string())]),
        ),
        told("verify-ok-signatures", args([("signatures", report.signatures.to_string())])),
        told(
            "verify-ok-evidence",
            args([("count", report.evidence.to_string()), ("bytes", report.evidence_bytes.to_string())]),
        ),
        told("verify-ok-projection", args([("rows", report.projection_rows.to_string())])),
    ];
    for withheld in &report.withheld {
        lines.push(told(
            "verify-ok-withheld",
            args([
                ("sha256", withheld.sha256.to_string()),
                ("n", withheld.n.to_string()),
                ("reason", withheld.reason.clone()),
            ]),
        ));
    }
    for left_out in &report.not_included {
        lines.push(told(
            "verify-ok-not-included",
            args([("sha256", left_out.sha256.to_string()), ("n", left_out.n.to_string())]),
        ));
    }
    lines.push(match report.newest_seal {
        Some((_, after)) => {
            told("verify-ok-seals", args([("seals", report.seals.to_string()), ("after", after.to_string())]))
        }
        None => told("verify-ok-no-seal", args([])),
    });
    lines
}

pub(super) fn seal(desk: &Desk, asked: Seal) -> Result<Changed, Problem> {
    desk.recording(|open| {
        // The seals round a report are made by issuing it.
        if !matches!(asked.purpose.as_str(), "opening" | "day_end" | "closing_meeting") {
            return Err(Problem::new("seal-purpose")
                .with("purpose", &asked.purpose)
                .with("known", "opening, day_end, closing_meeting"));
        }
        let recording = open.session.seal(&asked.purpose, None)?;
        open.recorded(&recording, Some(BTreeSet::new()))
    })
}

pub(super) fn checkpoint(desk: &Desk, _: Nothing) -> Result<CheckpointView, Problem> {
    desk.looking(|open| {
        let (checkpoint, note) = open.session.checkpoint_note()?;
        let code = QrCode::encode_text(&note, QrCodeEcc::Medium)
            .map_err(|e| Problem::new("internal").with("why", format!("{e:?}")))?;
        let row = |y| (0..code.size()).map(|x| if code.get_module(x, y) { '1' } else { '0' }).collect();
        Ok(CheckpointView {
            note,
            origin: checkpoint.origin,
            size: small(checkpoint.size),
            root: checkpoint.root.to_string(),
            qr: (0..code.size()).map(row).collect(),
        })
    })
}
