//! Copies that are handed over and received, and keys that are replaced.

use dossier::Locked;
use serde_json::json;
use trail::PublicKey;
use workbench::{
    Problem, Session, Signer, protection,
    team::{self, Examined, Fork, LeftOut, Taken, Waiting},
};

use crate::{
    Desk,
    args::{HandOver, IdentityRotate, Receive},
    day, protect,
    screen::{Answer, bar},
};

/// The key in a form that can be read aloud; of what is no key, nothing.
pub(crate) fn fingerprint(key: &str) -> String {
    PublicKey::from_hex(key).map(|key| team::fingerprint(&key)).unwrap_or_default()
}

pub(crate) fn hand_over(desk: &Desk<'_>, args: &HandOver) -> Result<Answer, Problem> {
    let to = args.for_whom.as_ref().map(|text| person(text)).transpose()?;
    let mut session = desk.open()?;
    let left_out = match args.withhold_evidence.as_slice() {
        [] => LeftOut::Nothing,
        [all] if all == "all" => LeftOut::All,
        these => {
            let digest = |word: &String| day::one_of(&session, word);
            LeftOut::These(these.iter().map(digest).collect::<Result<_, _>>()?)
        }
    };
    let handed = session.hand_over(&args.to, to, &left_out)?;
    session.close()?;
    let (file, note) = (handed.file.display().to_string(), handed.note.display().to_string());
    let mut lines = vec![
        desk.text("team-said-handed-over", &[("file", &file), ("size", &handed.size.to_string())]),
        desk.text("team-said-note", &[("note", &note)]),
        desk.text("team-said-sha256", &[("sha256", &handed.sha256)]),
    ];
    if !handed.left_out.is_empty() {
        lines.push(desk.text("team-said-left-out", &[("count", &handed.left_out.len().to_string())]));
    }
    lines.push(desk.text("team-say-how", &[]));
    Ok(Answer::new(handed, lines))
}

fn person(text: &str) -> Result<(String, String), Problem> {
    let (name, organisation) = text.split_once('/').unwrap_or((text, ""));
    let (name, organisation) = (name.trim(), organisation.trim());
    if name.is_empty() || organisation.is_empty() {
        return Err(Problem::new("team-for-whom").with("text", text));
    }
    Ok((name.to_owned(), organisation.to_owned()))
}

pub(crate) fn receive(desk: &Desk<'_>, args: &Receive) -> Result<Answer, Problem> {
    let home = desk.home()?;
    // What is no dossier at all is for the examination to say.
    let key = if protection::is_encrypted(&args.file).unwrap_or(false) {
        protect::key(desk, &args.file)?
    } else {
        None
    };
    let file = Locked::with(&args.file, key.as_ref());
    let progress = bar(desk.text("team-verifying", &[]));
    let examined = Examined::new(&home, file, args.note.as_deref(), &mut |done, total| {
        progress.set_length(total);
        progress.set_position(done);
        true
    });
    progress.finish_and_clear();
    let examined = examined?;
    if args.preview {
        let taken = desk.look()?.preview(&examined)?;
        let mut lines = covered(desk, &taken);
        lines.push(desk.text("team-preview", &[]));
        lines.extend(told(desk, &taken));
        return Ok(Answer::new(taken, lines));
    }
    let progress = bar(desk.text("team-taking-in", &[]));
    let mut going = |going: dossier::Going| {
        progress.set_length(going.total);
        progress.set_position(going.done);
        true
    };
    let done = match &args.to {
        Some(path) => Session::receive_new(path, &examined, desk.signer()?, &mut going),
        None => desk.open().and_then(|mut session| {
            let taken = session.receive(&examined, &mut going)?;
            Ok((session, taken))
        }),
    };
    progress.finish_and_clear();
    let (session, taken) = done?;
    let admitted =
        session.chain().ok().and_then(|chain| session.state().actor(chain)).is_some_and(|a| a.admitted);
    session.close()?;
    let mut lines = covered(desk, &taken);
    if let Some(path) = &args.to {
        lines.push(desk.text("team-said-new-copy", &[("path", &path.display().to_string())]));
        if !admitted {
            lines.push(desk.text("team-not-admitted-yet", &[]));
        }
    }
    lines.extend(told(desk, &taken));
    Ok(Answer::new(taken, lines))
}

/// Who handed the file over, where its covering note says so.
fn covered(desk: &Desk<'_>, taken: &Taken) -> Vec<String> {
    let Some(note) = &taken.note else {
        return vec![desk.text("team-verified", &[]), desk.text("team-no-note", &[])];
    };
    let told = [
        ("name", note.name.as_str()),
        ("organisation", &note.organisation),
        ("time", &note.time),
        ("fingerprint", &note.fingerprint),
    ];
    vec![desk.text("team-verified", &[]), desk.text("team-note", &told)]
}

fn told(desk: &Desk<'_>, taken: &Taken) -> Vec<String> {
    let mut lines = Vec::new();
    if taken.events == 0 && taken.evidence == 0 {
        lines.push(desk.text(if taken.older { "team-older" } else { "team-nothing-new" }, &[]));
    } else {
        let (events, evidence) = (taken.events.to_string(), taken.evidence.to_string());
        lines.push(desk.text("team-taken", &[("events", &events), ("evidence", &evidence)]));
        for chain in &taken.chains {
            let args = [
                ("name", chain.name.as_str()),
                ("count", &chain.events.to_string()),
                ("chain", &chain.chain),
            ];
            lines.push(format!("  {}", desk.text("team-taken-of", &args)));
        }
    }
    lines.extend(fork_lines(desk, &taken.new_forks));
    if taken.conflicts > 0 {
        lines.push(desk.text("team-conflicts", &[("count", &taken.conflicts.to_string())]));
    }
    lines.extend(waiting_lines(desk, &taken.waiting));
    if !taken.not_included.is_empty() {
        lines.push(desk.text("team-not-included", &[("count", &taken.not_included.len().to_string())]));
    }
    lines
}

pub(crate) fn fork_lines(desk: &Desk<'_>, forks: &[Fork]) -> Vec<String> {
    let line = |fork: &Fork| {
        let args = [("name", fork.name.as_str()), ("entry", &fork.entry.to_string()), ("chain", &fork.chain)];
        desk.text("team-fork", &args)
    };
    forks.iter().map(line).collect()
}

pub(crate) fn waiting_lines(desk: &Desk<'_>, waiting: &[Waiting]) -> Vec<String> {
    let line = |one: &Waiting| {
        let args = [
            ("name", one.name.as_str()),
            ("organisation", &one.organisation),
            ("count", &one.entries.to_string()),
            ("fingerprint", &one.fingerprint),
            ("key", &one.key),
        ];
        desk.text("team-waiting", &args)
    };
    waiting.iter().map(line).collect()
}

/// A new key for this installation, and for each dossier named the event by the old key that names it.
pub(crate) fn rotate(desk: &Desk<'_>, args: &IdentityRotate) -> Result<Answer, Problem> {
    let home = desk.home()?;
    let old_card = home.card()?;
    // Before anything changes: the old key can be used, and every dossier is there.
    home.unlock(&mut || desk.passphrase("team-ask-old-passphrase"))?;
    for path in &args.file {
        let key = protect::key(desk, path)?;
        Session::look(Locked::with(path, key.as_ref()))?;
    }
    let passphrase = if args.no_passphrase { None } else { Some(desk.passphrase("cli-ask-new-passphrase")?) };
    let card = home.rotate(passphrase.as_ref().map(|p| p.as_str()))?;
    let fingerprint = fingerprint(&card.key);
    let mut lines = vec![
        desk.text("team-said-rotated", &[("name", &card.name)]),
        desk.text("cli-said-key", &[("key", &card.key)]),
        desk.text("team-fingerprint", &[("fingerprint", &fingerprint)]),
    ];
    let mut entries = Vec::new();
    for path in &args.file {
        let old = home.unlock_card(old_card.clone(), &mut || desk.passphrase("team-ask-old-passphrase"))?;
        let new = home.unlock(&mut || desk.passphrase("cli-ask-passphrase"))?;
        let key = protect::key(desk, path)?;
        let file = Locked::with(path, key.as_ref());
        let entry = hand_on(file, old, new, args.reason.clone())?;
        let told = [("path", path.display().to_string()), ("entry", entry.to_string())];
        let told: Vec<(&str, &str)> = told.iter().map(|(k, v)| (*k, v.as_str())).collect();
        lines.push(desk.text("team-said-new-key", &told));
        entries.push(json!({ "path": path, "entry": entry }));
    }
    lines.push(desk.text("team-rotate-the-rest", &[]));
    Ok(Answer::new(json!({ "identity": card, "fingerprint": fingerprint, "dossiers": entries }), lines))
}

/// The old key names the new one, and the new one opens its chain. Returns the entry of the former.
pub(crate) fn hand_on(
    file: Locked<'_>,
    old: Signer,
    new: Signer,
    reason: Option<String>,
) -> Result<u64, Problem> {
    let recording = Session::open(file, old)?.hand_on(new.key(), reason)?;
    let mut session = Session::open(file, new)?;
    session.introduce()?;
    session.close()?;
    Ok(recording.entry)
}
