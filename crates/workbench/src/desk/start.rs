//! Starting, opening and closing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use dossier::{
    Key, Locked,
    verify::{Options, Outcome, verify},
};
use evaluation::decide::Request;
use zeroize::Zeroizing;

use super::{
    Desk,
    open::{Open, args, pack_info},
    protect, recents, trail as desk_trail,
    types::*,
};
use crate::{
    Problem, Session,
    import::name_of,
    packs, protection,
    team::{PrivateFolder, Strict},
};

pub(super) fn start(desk: &Desk, _: Nothing) -> Result<Start, Problem> {
    let packs = packs::PACKS
        .iter()
        .map(|pack| Ok(pack_info(pack.part, &packs::read(pack.bytes)?)))
        .collect::<Result<_, Problem>>()?;
    Ok(Start {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        identity: identity(desk)?,
        recents: recents::list(&desk.home),
        packs,
        open: desk.lock().open.as_ref().map(Open::head),
    })
}

fn identity(desk: &Desk) -> Result<IdentityState, Problem> {
    let card = match desk.home.card() {
        Ok(card) => card,
        Err(problem) if problem.code == "identity-missing" => {
            return Ok(IdentityState { state: "none".to_owned(), card: None });
        }
        Err(problem) => return Err(problem),
    };
    let state = match desk.signer() {
        Ok(_) => "ready",
        Err(problem) if problem.code == "desk-identity-locked" => "locked",
        Err(problem) => return Err(problem),
    };
    let card =
        CardView { name: card.name, organisation: card.organisation, function: card.function, key: card.key };
    Ok(IdentityState { state: state.to_owned(), card: Some(card) })
}

pub(super) fn identity_create(desk: &Desk, new: IdentityCreate) -> Result<IdentityState, Problem> {
    let passphrase = new.passphrase.filter(|p| !p.is_empty()).map(Zeroizing::new);
    desk.home.create(
        &new.name,
        &new.organisation,
        &new.function,
        passphrase.as_deref().map(String::as_str),
    )?;
    desk.lock().passphrase = passphrase;
    identity(desk)
}

pub(super) fn identity_unlock(desk: &Desk, given: IdentityUnlock) -> Result<IdentityState, Problem> {
    let passphrase = Zeroizing::new(given.passphrase);
    desk.home.unlock(&mut || Ok(passphrase.clone()))?;
    desk.lock().passphrase = Some(passphrase);
    identity(desk)
}

pub(super) fn dossier_create(desk: &Desk, new: DossierCreate) -> Result<DossierHead, Problem> {
    let signer = desk.signer()?;
    let mut path = desk.files.path(&new.file)?;
    if path.extension().is_none() {
        path.set_extension("assay");
    }
    let pack = packs::find(&new.checklist)?;
    // The dialog asked whether the file may be replaced, but a dossier is never written over.
    let recipients = protect::recipients(desk, new.recipients.as_ref())?.unwrap_or_default();
    let passphrase = new.passphrase.filter(|p| !p.is_empty()).map(Zeroizing::new);
    let key = passphrase.as_ref().map(|p| protection::new_key(p)).transpose()?;
    let mut session = Session::create(Locked::with(&path, key.as_ref()), &pack, &new.title, signer)?;
    for fact in new.facts {
        let request = Request::SetCase { field: fact.field, value: fact.value, reason: None };
        if let Err(problem) = session.perform(request) {
            // Just made and never acknowledged: a second try with other facts must find the place free.
            session.close()?;
            fs::remove_file(&path).map_err(|e| Problem::file("file-not-written", &path, &e))?;
            return Err(problem);
        }
    }
    if let Some(key) = &key {
        protection::seal_new(&path, key, &recipients)?;
    }
    place(desk, Open::new(&desk.home, session, None, None))
}

pub(super) fn dossier_open(desk: &Desk, which: DossierOpen) -> Result<DossierHead, Problem> {
    let path = match (&which.recent, &which.file) {
        (Some(id), _) => recents::list(&desk.home)
            .into_iter()
            .find(|r| r.id == *id)
            .map(|r| PathBuf::from(r.path))
            .ok_or_else(|| Problem::new("desk-unknown-recent").with("id", id))?,
        (None, Some(token)) => desk.files.path(token)?,
        (None, None) => {
            return Err(Problem::new("desk-arguments").with("name", "dossier_open").with("why", ""));
        }
    };
    // Before the other dossier is let go: a passphrase may have to be asked for first.
    let key = protect::key(desk, &path, which.passphrase)?;
    // The same file may be open here: it is let go first, so that it can be opened again.
    let same = desk.lock().open.as_ref().is_some_and(|o| is_same(&o.path(), &path));
    if same {
        desk.close();
    }
    let asked = which.read_only.unwrap_or(false);
    let key = key.as_ref();
    let open = match (asked, &which.older_copy) {
        (true, _) => looking_at(desk, &path, key, "asked")?,
        (false, Some(reason)) => {
            let session = Session::open_older(Locked::with(&path, key), desk.signer()?, reason)?;
            Open::new(&desk.home, session, None, None)
        }
        (false, None) => opened(desk, &path, key)?,
    };
    place(desk, open)
}

fn is_same(a: &Path, b: &Path) -> bool {
    a == b || matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}

/// For writing where that is possible; else for looking at, with the reason.
pub(super) fn opened(desk: &Desk, path: &Path, key: Option<&Key>) -> Result<Open, Problem> {
    let signer = match desk.signer() {
        Ok(signer) => signer,
        Err(problem) if matches!(problem.code.as_str(), "identity-missing" | "desk-identity-locked") => {
            return looking_at(desk, path, key, "no_identity");
        }
        Err(problem) => return Err(problem),
    };
    match Session::open(Locked::with(path, key), signer) {
        Ok(session) => Ok(Open::new(&desk.home, session, None, None)),
        Err(problem) => match problem.code.as_str() {
            "dossier-in-use" => looking_at(desk, path, key, "in_use"),
            "dossier-read-only" => looking_at(desk, path, key, "not_writable"),
            _ => Err(problem),
        },
    }
}

/// An older copy is not shown as the dossier either; what is received is looked at in a copy of its own instead.
fn looking_at(desk: &Desk, path: &Path, key: Option<&Key>, why: &'static str) -> Result<Open, Problem> {
    let session = Session::look(Locked::with(path, key))?;
    desk.home.memory().compare(session.dossier())?;
    Ok(Open::new(&desk.home, session, Some(why), None))
}

/// Puts a dossier on the desk in place of the one before.
pub(super) fn place(desk: &Desk, open: Open) -> Result<DossierHead, Problem> {
    let head = open.head();
    let path = open.path();
    let before = desk.lock().open.replace(open);
    if let Some(before) = before {
        let _ = before.close();
    }
    if head.read_only.as_deref() != Some("received") {
        let checklist = format!("{} {}", head.checklist.document, head.checklist.edition);
        // What an encrypted dossier is about stands in it alone.
        let title = Some(head.title.as_str()).filter(|_| !head.encrypted);
        // A list that can't be kept is no reason not to open a dossier.
        let _ = recents::remember(&desk.home, &path, title, &checklist);
    }
    Ok(head)
}

pub(super) fn dossier_close(desk: &Desk, _: Nothing) -> Result<Nothing, Problem> {
    let open = desk.lock().open.take();
    match open {
        Some(open) => open.close().map(|()| Nothing {}),
        None => Ok(Nothing {}),
    }
}

pub(super) fn dossier_head(desk: &Desk, _: Nothing) -> Result<DossierHead, Problem> {
    desk.looking(|open| Ok(open.head()))
}

pub(super) fn dossier_reload(desk: &Desk, _: Nothing) -> Result<DossierHead, Problem> {
    let (path, why, key) = desk.looking(|open| Ok((open.path(), open.read_only(), open.unlocked_by())))?;
    let key = key.as_ref();
    match why {
        Some("received") | None => dossier_head(desk, Nothing {}),
        // Who waited for another window may find that it is gone.
        Some("in_use" | "no_identity" | "not_writable") => {
            let open = opened(desk, &path, key)?;
            place(desk, open)
        }
        Some(why) => {
            let open = looking_at(desk, &path, key, why)?;
            place(desk, open)
        }
    }
}

pub(super) fn dossier_receive(desk: &Desk, received: Receive) -> Result<Received, Problem> {
    let given = desk.files.path(&received.file)?;
    let mut job = desk.job(&received.job);
    // A received file is hostile: it is copied to a private place, verified there, and never worked in.
    let copy = PrivateFolder::new(&desk.home)?;
    let path = copy.path().join(name_of(&given));
    crate::files::open_chosen(&given)?;
    fs::copy(&given, &path).map_err(|e| Problem::file("file-not-read", &given, &e))?;
    let key = protect::key(desk, &path, received.passphrase)?;
    let file = Locked::with(&path, key.as_ref());
    let outcome = verify(file, &Strict, Options::default(), &mut |p| job.going(p.done, p.total))?;
    let verification = desk_trail::anchored(file, desk_trail::verification(&given, &outcome));
    let open = match outcome {
        Outcome::Wrong(_) => None,
        Outcome::Ok(_) => {
            let session = Session::look(file)?;
            Some(place(desk, Open::new(&desk.home, session, Some("received"), Some(copy)))?)
        }
    };
    Ok(Received { verification, open })
}

pub(super) fn recent_forget(desk: &Desk, which: RecentId) -> Result<Nothing, Problem> {
    recents::forget(&desk.home, &which.id)?;
    Ok(Nothing {})
}

pub(super) fn job_cancel(desk: &Desk, which: JobId) -> Result<Nothing, Problem> {
    desk.stop(&which.job);
    Ok(Nothing {})
}

/// A text about a file.
pub(super) fn about_file(text: &str, path: &Path) -> Told {
    Told { text: text.to_owned(), args: args([("path", path.display().to_string())]), subject: String::new() }
}
