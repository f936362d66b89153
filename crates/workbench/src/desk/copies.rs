//! Copies for others, and copies that come back.

use dossier::Locked;

use super::{
    Desk, protect,
    types::{CopyAsk, CopyWritten, Receive, TakenIn, Told},
};
use crate::{
    Problem,
    import::name_of,
    protection,
    team::{Examined, LeftOut, Taken, note_of},
};

pub(super) fn hand_over(desk: &Desk, asked: CopyAsk) -> Result<CopyWritten, Problem> {
    let path = desk.files.path(&asked.file)?;
    let filled = |text: Option<String>| text.map(|t| t.trim().to_owned()).filter(|t| !t.is_empty());
    let to = match (filled(asked.name), filled(asked.organisation)) {
        (None, None) => None,
        (Some(name), Some(organisation)) => Some((name, organisation)),
        (name, organisation) => {
            let text = name.or(organisation).unwrap_or_default();
            return Err(Problem::new("team-for-whom").with("text", text));
        }
    };
    let left_out = if asked.without_evidence { LeftOut::All } else { LeftOut::Nothing };
    desk.recording(|open| {
        let handed = open.session.hand_over(&path, to, &left_out)?;
        open.all_anew();
        Ok(CopyWritten {
            name: name_of(&handed.file),
            note: name_of(&note_of(&handed.file)),
            left_out: u32::try_from(handed.left_out.len()).unwrap_or(u32::MAX),
            status: open.status(),
        })
    })
}

pub(super) fn take_in(desk: &Desk, asked: Receive) -> Result<TakenIn, Problem> {
    let path = desk.files.path(&asked.file)?;
    // Whether anything can be recorded is asked before a large file is verified.
    desk.recording(|_| Ok(()))?;
    let mut job = desk.job(&asked.job);
    // What is no dossier at all is for the examination to say.
    let key = if protection::is_encrypted(&path).unwrap_or(false) {
        protect::key(desk, &path, asked.passphrase)?
    } else {
        None
    };
    let file = Locked::with(&path, key.as_ref());
    let examined = Examined::new(&desk.home, file, None, &mut |done, total| job.going(done, total));
    let examined =
        examined.map_err(|p| if p.code == "dossier-cancelled" { Problem::new("desk-stopped") } else { p })?;
    desk.recording(|open| {
        let taken = open.session.receive(&examined, &mut |going| job.going(going.done, going.total))?;
        open.merged(&desk.home);
        Ok(TakenIn { lines: lines(&taken), head: open.head() })
    })
}

/// What was taken in, in words.
fn lines(taken: &Taken) -> Vec<Told> {
    let told = |text: &str, given: &[(&str, &str)]| Told {
        text: text.to_owned(),
        args: given.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        subject: String::new(),
    };
    let mut lines = vec![match &taken.note {
        None => told("team-no-note", &[]),
        Some(note) => told(
            "team-note",
            &[
                ("name", &note.name),
                ("organisation", &note.organisation),
                ("time", &note.time),
                ("fingerprint", &note.fingerprint),
            ],
        ),
    }];
    if taken.events == 0 && taken.evidence == 0 {
        lines.push(told(if taken.older { "team-older" } else { "team-nothing-new" }, &[]));
    } else {
        let (events, evidence) = (taken.events.to_string(), taken.evidence.to_string());
        lines.push(told("team-taken", &[("events", &events), ("evidence", &evidence)]));
    }
    for fork in &taken.new_forks {
        let entry = fork.entry.to_string();
        lines.push(told("cli-status-fork", &[("name", &fork.name), ("entry", &entry)]));
    }
    if taken.conflicts > 0 {
        lines.push(told("ui-team-conflicts", &[("count", &taken.conflicts.to_string())]));
    }
    for one in &taken.waiting {
        lines.push(told(
            "ui-team-waiting",
            &[("name", &one.name), ("organisation", &one.organisation), ("fingerprint", &one.fingerprint)],
        ));
    }
    if !taken.not_included.is_empty() {
        lines.push(told("team-not-included", &[("count", &taken.not_included.len().to_string())]));
    }
    lines
}
