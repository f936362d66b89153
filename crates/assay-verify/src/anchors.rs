//! What a dossier holds from outside itself: anchors, each checked anew, and copies that were continued on purpose.

use std::path::Path;

use dossier::verify::{self, Report};
use dossier::{Access, Dossier, Locked, StoredEvent};
use signature::anchor::{Anchor, By, Form, Shown};
use signature::cosignature::time_text;
use signature::timestamp;
use trail::json::Value;
use trail::{ChainId, Event};

use crate::answer::{Answer, Said};
use crate::dossiers::read_text;

/// The kind of the event that says that an older copy was continued.
const CONTINUED: &str = "copy.continue/1";

/// What was found: lines to say, and the anchors with how far they reach.
#[derive(Default)]
pub(crate) struct Found {
    pub(crate) checked: Vec<Said>,
    pub(crate) remarks: Vec<Said>,
    /// Chain, size and level of every anchor.
    pub(crate) anchors: Vec<(ChainId, u64, &'static str)>,
}

/// Checks every anchor of a dossier in which nothing else is wrong. With `ca`, time stamps must lead to that certificate
/// and not only to the one that was recorded with them.
pub(crate) fn check(file: Locked<'_>, report: &Report, ca: Option<&Path>) -> Result<Found, Answer> {
    let ca = ca.map(read_text).transpose()?;
    let dossier = Dossier::open(file, Access::ReadOnly)?;
    let mut found = Found::default();
    let mut wrong = None;
    dossier.each_event(0..u64::MAX, &mut |stored| {
        let event = stored.event().ok();
        match event.as_ref().map(|event| event.kind) {
            Some(signature::anchor::KIND) if wrong.is_none() => {
                wrong = one(file, report, ca.as_deref(), &stored, &mut found).err();
            }
            Some(CONTINUED) => found.remarks.push(continued(&stored)),
            _ => {}
        }
        Ok(())
    })?;
    wrong.map_or(Ok(found), Err)
}

fn one(
    file: Locked<'_>,
    report: &Report,
    ca: Option<&str>,
    stored: &StoredEvent,
    found: &mut Found,
) -> Result<(), Answer> {
    let event = stored
        .event()
        .map_err(|problem| at(stored, None, "signature-anchor-payload", &problem.to_string()))?;
    let wrong = |code: &str, detail: &str| at(stored, Some(&event), code, detail);
    let payload =
        event.payload().map_err(|problem| wrong("signature-anchor-payload", &problem.to_string()))?;
    let anchor = Anchor::read(&payload).map_err(|problem| wrong(problem.code(), &problem.detail()))?;
    let key_of =
        |chain: &ChainId| report.chains.iter().find(|head| head.chain == *chain).map(|head| head.key);
    let shown =
        anchor.check(&report.dossier, &key_of).map_err(|problem| wrong(problem.code(), &problem.detail()))?;
    if let (Form::Timestamp { reply, .. }, Some(ca)) = (&anchor.form, ca) {
        timestamp::check(reply, anchor.note.as_bytes(), None, ca)
            .map_err(|problem| wrong(problem.code(), &problem.detail()))?;
    }
    match verify::is_prefix(file, &shown.chain, shown.checkpoint.size, &shown.checkpoint.root)? {
        Some(true) => {}
        Some(false) => return Err(wrong("signature-anchor-differs", "")),
        None => return Err(wrong("signature-anchor-older", "")),
    }
    found.anchors.push((shown.chain, shown.checkpoint.size, shown.by.level()));
    found.checked.push(said(stored.n, &shown));
    Ok(())
}

fn at(stored: &StoredEvent, event: Option<&Event<'_>>, code: &str, detail: &str) -> Answer {
    let place = Said::new("verify-place-event")
        .with("n", stored.n)
        .with("chain", event.map_or_else(|| "?".to_owned(), |event| event.chain.to_string()))
        .with("seq", event.map_or_else(|| "?".to_owned(), |event| event.seq.to_string()));
    Answer::Wrong { what: Said::new("verify-anchor").with("why", code).with("detail", detail), place }
}

/// One anchor that holds, in words.
fn said(n: u64, shown: &Shown) -> Said {
    let (by, of, time, key) = match &shown.by {
        By::Party { name, organisation, key } => {
            (name.clone(), organisation.clone(), String::new(), key.to_string())
        }
        By::Authority(stamp) => {
            (stamp.authority.clone(), stamp.ca.clone(), stamp.time.clone(), stamp.ca_sha256.to_string())
        }
        By::Witness { witness, time } => (
            witness.name.clone(),
            String::new(),
            time_text(*time).unwrap_or_default(),
            witness.key.to_string(),
        ),
    };
    Said::new(&format!("verify-ok-anchor-{}", shown.by.level()))
        .with("size", shown.checkpoint.size)
        .with("chain", shown.chain)
        .with("by", by)
        .with("of", of)
        .with("time", time)
        .with("key", key)
        .with("n", n)
}

fn continued(stored: &StoredEvent) -> Said {
    let payload = stored.event().ok().and_then(|event| event.payload().ok());
    let reason = payload.as_ref().and_then(|payload| payload.get("reason")).and_then(Value::as_text);
    Said::new("verify-remark-copy-continued").with("n", stored.n).with("reason", reason.unwrap_or_default())
}
