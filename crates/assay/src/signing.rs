//! Document keys, and what is signed with them: reports, their completion, the bundle.

use std::path::{Path, PathBuf};

use serde_json::json;
use workbench::{
    Problem, Session,
    document_key::{self, KeyPlace},
    drawing,
    keyring::{self, Kept},
    reporting, returned,
    signing::{self, Evidence, Hand, OnDisk},
    stamping::{Authority, Stamping},
};

use crate::{
    Desk,
    args::{Bundle, Changes, Complete, DocumentKeyArgs, EvidenceWord, Issue, LookCheck, Sign, Trust},
    issue,
    screen::Answer,
};

fn paths(files: &[PathBuf]) -> Vec<String> {
    files.iter().map(|path| format!("  {}", path.display())).collect()
}

pub(crate) fn document_key(desk: &Desk<'_>, args: &DocumentKeyArgs) -> Result<Answer, Problem> {
    let home = desk.home()?;
    if args.forget {
        if let Some(name) = home.document_key()?.and_then(|place| place.kept_as()) {
            // Nothing kept, or no keyring: then there is nothing to forget.
            let _ = keyring::forget(&name);
        }
        home.set_document_key(None)?;
        return Ok(Answer::new(json!({ "place": null }), vec![desk.text("cli-said-key-forgotten", &[])]));
    }
    let named = match (&args.p12, &args.key, &args.module, &args.certificates) {
        (Some(path), ..) => Some(KeyPlace::KeyStore { path: absolute(path)? }),
        (_, Some(path), _, Some(certificates)) => {
            Some(KeyPlace::KeyFile { path: absolute(path)?, certificates: absolute(certificates)? })
        }
        (_, _, Some(module), certificates) => Some(KeyPlace::Token {
            module: absolute(module)?,
            token: args.token.clone().unwrap_or_default(),
            key: args.label.clone().unwrap_or_default(),
            certificates: certificates.as_ref().map(|path| absolute(path)).transpose()?,
        }),
        _ => None,
    };
    let place = match &named {
        Some(place) => place.clone(),
        None => home.document_key()?.ok_or_else(|| Problem::new("sign-no-key"))?,
    };
    // Opened before it is kept: a key that cannot sign is not worth naming.
    let mut typed = None;
    let key = document_key::open(&place, &mut || {
        let secret = desk.document_secret(&place)?;
        typed = Some(secret.clone());
        Ok(secret)
    })?;
    let facts = document_key::facts(key.as_ref())?;
    let mut more = Vec::new();
    if let (true, Some(secret)) = (args.remember, &typed) {
        let kept = place.kept_as().map(|name| keyring::keep(&name, &facts.subject, secret));
        let id = if kept == Some(Kept::Done(())) { "cli-said-remembered" } else { "cli-said-not-remembered" };
        more.push(desk.text(id, &[]));
    }
    if named.is_some() {
        home.set_document_key(Some(&place))?;
    }
    let mut lines = vec![
        desk.text("cli-said-document-key", &[("place", &place.shown()), ("subject", &facts.subject)]),
        desk.text("cli-said-document-key-issuer", &[("issuer", &facts.issuer), ("until", &facts.until)]),
    ];
    lines.extend(more);
    Ok(Answer::new(json!({ "place": place, "certificate": facts }), lines))
}

fn absolute(path: &Path) -> Result<PathBuf, Problem> {
    std::path::absolute(path).map_err(|e| Problem::file("file-not-read", path, &e))
}

pub(crate) fn trust(desk: &Desk<'_>, args: &Trust) -> Result<Answer, Problem> {
    let kept = desk.home()?.trust(&args.file)?;
    let line = desk.text("cli-said-trusted", &[("count", &kept.to_string())]);
    Ok(Answer::new(json!({ "certificates": kept }), vec![line]))
}

pub(crate) fn look(desk: &Desk<'_>, args: &LookCheck) -> Result<Answer, Problem> {
    let look = drawing::look_in(Some(&args.folder), desk.words)?;
    if let Some(templates) = &look.templates {
        drawing::try_out(templates, desk.words, &desk.program()?)?;
    }
    let layout = look.layout();
    Ok(Answer::new(json!({ "layout": layout }), vec![desk.text("cli-said-look", &[])]))
}

fn authority(desk: &Desk<'_>, wanted: bool) -> Result<Option<Authority>, Problem> {
    if wanted { Stamping::of(&desk.home()?).authority().map(Some) } else { Ok(None) }
}

/// From the freeze to the signed bundle, as far as this person goes: whoever signs last makes the bundle.
pub(crate) fn issue(desk: &Desk<'_>, args: &Issue) -> Result<Answer, Problem> {
    let authority = authority(desk, args.stamp)?;
    // The key is opened before anything is frozen: a wrong passphrase must not cost a revision.
    let place = desk.home()?.document_key()?.ok_or_else(|| Problem::new("sign-no-key"))?;
    let key = document_key::open(&place, &mut || desk.document_secret(&place))?;
    let order = reporting::Order {
        kind: issue::kind(args.kind),
        number: args.number.clone(),
        folder: args.to.clone(),
        draft: false,
        stamp: authority.clone(),
        look: issue::look(desk, args.look.as_deref())?,
        program: desk.program()?,
    };
    let mut session = desk.open()?;
    let (issued, mut lines) = issue::write(desk, &mut session, &order)?;
    let note = issued.signature.clone().unwrap_or_default();
    let report = OnDisk::read(&note)?;
    let signer = desk.signer()?;
    let mut signed = None;
    if report.places_of(&signer.key()).is_empty() {
        lines.push(desk.text("cli-said-not-a-signer", &[("path", &note.display().to_string())]));
    } else {
        let hand = Hand { signer: &signer, key: key.as_ref(), stamp: authority.as_ref(), words: desk.words };
        let (done, said) = by_hand(desk, &report, &hand, Some(&mut session), true)?;
        lines.extend(said);
        signed = Some(done);
    }
    session.close()?;
    Ok(Answer::new(json!({ "issued": issued, "signed": signed }), lines))
}

pub(crate) fn sign(desk: &Desk<'_>, args: &Sign) -> Result<Answer, Problem> {
    let signer = desk.signer()?;
    let missing = reporting::sign(&signer, &args.signature)?;
    let path = args.signature.display().to_string();
    let mut lines = vec![if missing.is_empty() {
        desk.text("cli-said-signed-by-all", &[("path", &path)])
    } else {
        desk.text("cli-said-unsigned", &[("people", &missing.join(", ")), ("path", &path)])
    }];
    let place = if args.note_only { None } else { desk.home()?.document_key()? };
    let Some(place) = place else {
        if !args.note_only {
            lines.push(desk.text("cli-said-note-only", &[]));
        }
        return Ok(Answer::new(json!({ "signature": path, "unsigned": missing }), lines));
    };
    let key = document_key::open(&place, &mut || desk.document_secret(&place))?;
    let authority = authority(desk, args.stamp)?;
    let report = OnDisk::read(&args.signature)?;
    let mut session = if desk.has_dossier() { Some(desk.open()?) } else { None };
    let hand = Hand { signer: &signer, key: key.as_ref(), stamp: authority.as_ref(), words: desk.words };
    let (done, said) = by_hand(desk, &report, &hand, session.as_mut(), !args.no_bundle)?;
    lines.extend(said);
    if let Some(session) = session {
        session.close()?;
    }
    Ok(Answer::new(json!({ "signature": path, "unsigned": missing, "signed": done }), lines))
}

/// Signs, bundles when the last place is filled, and records where a dossier is at hand.
fn by_hand(
    desk: &Desk<'_>,
    report: &OnDisk,
    hand: &Hand<'_>,
    session: Option<&mut Session>,
    bundle: bool,
) -> Result<(signing::SignedNow, Vec<String>), Problem> {
    let mut done = signing::sign(report, hand)?;
    let id = if done.stamped { "cli-said-signed-stamped" } else { "cli-said-signed-claimed" };
    let mut lines = vec![desk.text(id, &[("places", &done.places.join(", ")), ("subject", &done.subject)])];
    if done.certificate_ended {
        lines.push(desk.text("cli-said-certificate-ended", &[]));
    }
    // The note may have changed since it was read: the bundle holds it as it is now.
    let report = OnDisk::read(report.note())?;
    if bundle && done.open.is_empty() {
        done.files.push(signing::bundle(&report, None, Evidence::Listed, hand)?);
    }
    lines.extend(paths(&done.files));
    if !done.open.is_empty() {
        lines.push(desk.text("cli-said-still-open", &[("people", &done.open.join(", "))]));
    }
    lines.extend(recorded(desk, session, &report)?);
    Ok((done, lines))
}

fn recorded(desk: &Desk<'_>, session: Option<&mut Session>, report: &OnDisk) -> Result<Vec<String>, Problem> {
    let Some(session) = session else { return Ok(vec![desk.text("cli-said-not-recorded", &[])]) };
    let names = signing::record(session, report)?;
    Ok(vec![desk.text("cli-said-recorded-signed", &[("count", &names.len().to_string())])])
}

pub(crate) fn complete(desk: &Desk<'_>, args: &Complete) -> Result<Answer, Problem> {
    let report = OnDisk::read(&args.signature)?;
    let crls = args.crl.iter().map(|path| desk.read(path)).collect::<Result<Vec<_>, _>>()?;
    let mut certificates = desk.home()?.trusted_roots()?;
    for path in &args.certificates {
        certificates.extend(document_key::certificates(path)?);
    }
    if crls.is_empty() && !args.stamp {
        return Err(Problem::new("complete-with-nothing"));
    }
    let done = signing::complete(&report, &crls, &certificates, authority(desk, args.stamp)?.as_ref())?;
    let mut lines: Vec<String> = done
        .levels
        .iter()
        .map(|(place, level)| desk.text("cli-said-level", &[("place", place), ("level", level)]))
        .collect();
    lines.extend(paths(&done.files));
    let mut session = if desk.has_dossier() { Some(desk.open()?) } else { None };
    lines.extend(recorded(desk, session.as_mut(), &report)?);
    if let Some(session) = session {
        session.close()?;
    }
    Ok(Answer::new(done, lines))
}

pub(crate) fn bundle(desk: &Desk<'_>, args: &Bundle) -> Result<Answer, Problem> {
    let report = OnDisk::read(&args.signature)?;
    let place = desk.home()?.document_key()?.ok_or_else(|| Problem::new("sign-no-key"))?;
    let key = document_key::open(&place, &mut || desk.document_secret(&place))?;
    let (signer, authority) = (desk.signer()?, authority(desk, args.stamp)?);
    let hand = Hand { signer: &signer, key: key.as_ref(), stamp: authority.as_ref(), words: desk.words };
    let evidence = match args.evidence {
        EvidenceWord::Listed => Evidence::Listed,
        EvidenceWord::Confidential => Evidence::Confidential,
        EvidenceWord::All => Evidence::All,
    };
    let mut session = if desk.has_dossier() { Some(desk.open()?) } else { None };
    let path = signing::bundle(&report, session.as_ref(), evidence, &hand)?;
    let mut lines = vec![desk.text("cli-said-bundle", &[("path", &path.display().to_string())])];
    lines.extend(recorded(desk, session.as_mut(), &report)?);
    if let Some(session) = session {
        session.close()?;
    }
    Ok(Answer::new(json!({ "bundle": path }), lines))
}

/// What has changed since a report, row by row. Ends with 1 where something has.
pub(crate) fn changes(desk: &Desk<'_>, args: &Changes) -> Result<Answer, Problem> {
    let session = desk.open()?;
    let found = returned::compare(&session, &args.report)?;
    session.close()?;
    let (revision, newest) = (found.revision.to_string(), found.newest.to_string());
    let mut lines =
        vec![desk.text("cli-said-returned", &[("number", &found.number), ("revision", &revision)])];
    if found.newest as u64 > found.revision {
        lines.push(desk.text("cli-said-newer-revision", &[("revision", &newest)]));
    }
    let nothing = desk.text("cli-said-nothing", &[]);
    for change in &found.changes {
        let said = |text: &Option<String>| text.as_deref().map_or_else(|| nothing.clone(), shortened);
        let place = [change.part.as_str(), &change.subject, &change.field];
        let place: Vec<&str> = place.into_iter().filter(|part| !part.is_empty()).collect();
        let (then, now) = (said(&change.then), said(&change.now));
        lines.push(
            desk.text(
                "cli-said-since-change",
                &[("place", &place.join(" · ")), ("then", &then), ("now", &now)],
            ),
        );
    }
    let count = found.changes.len().to_string();
    lines.push(desk.text("cli-said-since-changes", &[("count", &count)]));
    Ok(Answer { failed: !found.changes.is_empty(), ..Answer::new(found, lines) })
}

/// One line of a long text; all of it is in the JSON answer.
fn shortened(text: &str) -> String {
    const MOST: usize = 100;
    let line = text.replace(['\n', '\r'], " ");
    if line.chars().count() <= MOST { line } else { line.chars().take(MOST).chain(['…']).collect() }
}
