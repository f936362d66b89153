//! A report that comes back: what its signatures show, and what has changed in the dossier since.

use std::{collections::BTreeMap, path::Path};

use evaluation::event::RowKey;
use signature::{
    cades::{Revocation, Trust, When, WhyUnknown},
    pades::{self, Checked, FieldSignature, Kind},
};
use trail::Digest;

use super::{
    Desk,
    open::{Open, small},
    types::*,
};
use crate::{
    Problem,
    changes::Change,
    clock, import,
    returned::{self, Embedded},
};

pub(super) fn returned(desk: &Desk, asked: ChosenFile) -> Result<ReturnedView, Problem> {
    let path = desk.files.path(&asked.file)?;
    let bytes = returned::read(&path)?;
    let mut view = ReturnedView {
        name: import::name_of(&path),
        state: "data".to_owned(),
        trouble: None,
        signatures: Vec::new(),
        open: Vec::new(),
        embedded: None,
        known: "unknown".to_owned(),
        compared: None,
        not_compared: None,
    };
    let mut issued_len = None;
    if returned::is_pdf(&bytes) {
        issued_len = checked(desk, &bytes, &mut view)?;
    }
    let embedded = returned::embedded(&bytes);
    let compared = desk.looking(|open| {
        known(open, &bytes, issued_len).clone_into(&mut view.known);
        view.embedded = embedded.map(|embedded| said(open, embedded));
        compare(open, &path, bytes)
    });
    match compared {
        Ok(compared) => view.compared = Some(compared),
        Err(problem) => view.not_compared = Some(Trouble::from(problem)),
    }
    Ok(view)
}

/// Every signature of the PDF; gives the length of what was issued.
fn checked(desk: &Desk, bytes: &[u8], view: &mut ReturnedView) -> Result<Option<usize>, Problem> {
    let anchors = desk.home.trusted_roots()?;
    let trust = Trust { anchors: &anchors, now: clock::seconds(), ..Trust::default() };
    let checked = match pades::check(bytes, &trust) {
        Ok(checked) => checked,
        Err(p) => {
            "unreadable".clone_into(&mut view.state);
            let problem = Problem::new(p.code()).with("path", &view.name).with("detail", p.detail());
            view.trouble = Some(Trouble::from(problem));
            return Ok(None);
        }
    };
    state(&checked).clone_into(&mut view.state);
    view.signatures = checked.signatures.iter().map(signature).collect();
    view.trouble = view.signatures.iter().find_map(|one| one.broken.clone());
    view.open = checked.open;
    Ok(checked.issued_len)
}

fn state(checked: &Checked) -> &'static str {
    if checked.signatures.is_empty() {
        "unsigned"
    } else if checked.is_intact() {
        "intact"
    } else {
        "changed"
    }
}

fn signature(one: &FieldSignature) -> SignatureView {
    let answer = &one.answer;
    let broken = answer.intact.as_ref().err();
    let who = answer.who.as_ref();
    let (when, time, stamp) = match &answer.when {
        When::Stamped(stamp) => ("stamped", Some(stamp.time.clone()), Some(stamp)),
        When::Claimed(time) => ("claimed", Some(time.clone()), None),
        When::None => ("none", None, None),
    };
    let (revocation, revocation_time, revoked) = match &answer.revocation {
        Revocation::Good { at } => ("good", Some(at.clone()), None),
        Revocation::Revoked { of, since } => ("revoked", Some(since.clone()), Some(of.clone())),
        Revocation::Unknown { why, .. } => (unknown(*why), None, None),
    };
    SignatureView {
        field: one.field.clone(),
        time_stamp: one.kind == Kind::DocumentTimeStamp,
        broken: broken.map(|p| Trouble::from(Problem::new(p.code()).with("detail", p.detail()))),
        subject: who.map(|who| who.subject.clone()),
        issuer: who.map(|who| who.issuer.clone()),
        sha256: who.map(|who| who.sha256.to_string()),
        anchor: who.and_then(|who| match &who.chain {
            signature::cades::Chain::Trusted { anchor, .. } => Some(anchor.clone()),
            signature::cades::Chain::NotKnown(_) => None,
        }),
        when: when.to_owned(),
        time,
        authority: stamp.map(|stamp| stamp.authority.clone()),
        authority_trusted: stamp.is_some_and(|stamp| stamp.chain.is_trusted()),
        revocation: revocation.to_owned(),
        revocation_time,
        revoked,
        level: one.level.map(|level| level.code().to_owned()),
    }
}

const fn unknown(why: WhyUnknown) -> &'static str {
    match why {
        WhyUnknown::NoPath => "no_path",
        WhyUnknown::NoList => "no_list",
        WhyUnknown::OldList => "old_list",
    }
}

/// Whether the dossier has recorded exactly these bytes, or what they were before anybody signed.
fn known(open: &Open, bytes: &[u8], issued_len: Option<usize>) -> &'static str {
    let state = open.session.state();
    let issued = |sha256: &str| {
        state.reports().iter().any(|report| report.value.files.iter().any(|file| file.sha256 == sha256))
    };
    let sha256 = Digest::of(bytes).to_string();
    let begins = issued_len.and_then(|length| bytes.get(..length)).map(|part| Digest::of(part).to_string());
    if issued(&sha256) {
        "issued"
    } else if state.signed_files().iter().any(|one| one.value.file.sha256 == sha256) {
        "signed"
    } else if begins.is_some_and(|sha256| issued(&sha256)) {
        "signed_elsewhere"
    } else {
        "unknown"
    }
}

fn said(open: &Open, embedded: Embedded) -> ReturnedData {
    ReturnedData {
        this_dossier: open.id().to_string() == embedded.dossier,
        number: embedded.number,
        revision: small(embedded.revision),
        kind: embedded.kind,
        dossier: embedded.dossier,
        data: embedded.data,
        checkpoint: embedded.checkpoint.map(|(origin, size, root)| ReturnedCheckpoint { origin, size, root }),
        summary: embedded.summary,
    }
}

fn compare(open: &Open, path: &Path, bytes: Vec<u8>) -> Result<ComparedView, Problem> {
    let found = returned::compare_read(&open.session, path, bytes)?;
    let rows = rows(&open.rows.keys);
    let changes = found.changes.into_iter().map(|change| shown(change, &rows)).collect();
    Ok(ComparedView { newest: found.newest, changes })
}

/// The name of each row on the worklist by how a comparison calls it; none for a name that two rows share.
fn rows(keys: &[RowKey]) -> BTreeMap<String, Option<String>> {
    let mut named: BTreeMap<String, Option<String>> = BTreeMap::new();
    for key in keys {
        let said = match (&key.role, &key.component) {
            (Some(role), None) => format!("{} ({role})", key.requirement),
            (Some(role), Some(component)) => format!("{} ({role}, {component})", key.requirement),
            (None, _) => key.requirement.clone(),
        };
        let once = !named.contains_key(&said);
        named.insert(said, once.then(|| key.to_string()));
    }
    named
}

fn shown(change: Change, rows: &BTreeMap<String, Option<String>>) -> ReportChange {
    let target = match change.part.as_str() {
        "rows" => rows.get(&change.subject).cloned().flatten(),
        "activities" | "findings" => Some(change.subject.clone()),
        "conclusion" => Some("conclusion".to_owned()),
        _ => None,
    };
    ReportChange {
        part: change.part,
        subject: change.subject,
        target,
        field: change.field,
        was: change.then,
        now: change.now,
    }
}
