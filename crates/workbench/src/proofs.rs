//! One entry for someone who shall see that and nothing else: an inclusion proof with the entry itself.

use evaluation::kind;
use serde::Serialize;
use signature::proof::Proof;
use trail::{ChainId, Digest, EventId, checkpoint::Checkpoint, json::Value};

use crate::{Problem, Session};

/// What was proven.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Proven {
    /// The event.
    pub id: String,
    /// Its kind.
    pub kind: String,
    /// Its place in the chain, from 0.
    pub index: u64,
    /// The size of the checkpoint it is proven to be under.
    pub size: u64,
}

/// A `tlog-proof` for an event, named by its id or by the beginning of it, or for the registration of evidence, named by
/// the SHA-256 of the evidence. The checkpoint is the newest of the chain, which must be this identity's own: nobody
/// else's can be signed here. Where an anchored checkpoint of another's chain covers the event, that one is used.
///
/// # Errors
/// Nothing or more than one thing is named so, or no signed checkpoint covers it.
pub fn prove(session: &Session, what: &str) -> Result<(String, Proven), Problem> {
    let id = named(session, what)?;
    let stored = session.dossier().event(&id)?;
    let unreadable = |why: &dyn std::fmt::Display| Problem::new("session-event-unreadable").with("why", why);
    let event = stored.event().map_err(|p| unreadable(&p))?;
    let (checkpoint, note) = covering_note(session, event.chain, event.seq)?;
    let leaves = leaves(session, &event.chain, checkpoint.size)?;
    let at = usize::try_from(event.seq).unwrap_or(usize::MAX);
    let hashes = (leaves.get(at) == Some(&id))
        .then(|| trail::proof::inclusion(&leaves, at))
        .flatten()
        .ok_or_else(|| Problem::new("proof-other-history").with("id", id))?;
    let heads = session.dossier().heads();
    let head = heads.iter().find(|head| head.chain == event.chain);
    let key = head.map(|head| head.key).ok_or_else(|| Problem::new("proof-unknown").with("what", what))?;
    let proof =
        Proof { body: stored.body.clone(), signature: stored.signature, key, index: event.seq, hashes, note };
    // Nothing leaves that does not hold.
    proof.check().map_err(|p| Problem::new(p.code()))?;
    let text = proof.to_text().map_err(|p| Problem::new(p.code()))?;
    let proven =
        Proven { id: id.to_string(), kind: event.kind.to_owned(), index: event.seq, size: checkpoint.size };
    Ok((text, proven))
}

/// The event that is meant: by id, by the beginning of an id, or by the digest of evidence.
fn named(session: &Session, what: &str) -> Result<EventId, Problem> {
    if what.len() < 8 {
        return Err(Problem::new("proof-unknown").with("what", what));
    }
    let mut found = Vec::new();
    session.dossier().each_event(0..u64::MAX, &mut |stored| {
        if stored.id.to_string().starts_with(what) {
            found.push(stored.id);
        } else if let Ok(event) = stored.event()
            && event.kind == kind::EVIDENCE_ADD
            && let Ok(payload) = event.payload()
            && payload.get("sha256").and_then(Value::as_text).is_some_and(|sha256| sha256.starts_with(what))
        {
            found.push(stored.id);
        }
        Ok(())
    })?;
    match found.as_slice() {
        [only] => Ok(*only),
        [] => Err(Problem::new("proof-unknown").with("what", what)),
        several => Err(Problem::new("proof-several").with("what", what).with("count", several.len())),
    }
}

/// A signed checkpoint that covers the place: signed here for the own chain, else a recorded one.
fn covering_note(session: &Session, chain: ChainId, seq: u64) -> Result<(Checkpoint, String), Problem> {
    if session.chain()? == chain {
        return session.checkpoint_note();
    }
    let wanted = chain.to_string();
    let anchored = crate::anchors::list(session)?;
    let best = anchored.iter().filter(|a| a.chain == wanted && a.size > seq).min_by_key(|a| a.size);
    let best = best.ok_or_else(|| Problem::new("proof-other-chain").with("chain", chain))?;
    let note = crate::anchors::files_of(session, &best.id)?.remove("checkpoint.note").unwrap_or_default();
    let note = String::from_utf8(note).unwrap_or_default();
    let signed = signature::note::Note::parse(&note).map_err(|p| Problem::new(p.code()))?;
    let checkpoint = Checkpoint::parse(signed.text())
        .map_err(|p| Problem::new("anchor-not-a-checkpoint").with("why", p))?;
    Ok((checkpoint, note))
}

/// The ids of the first events of a chain, in their order.
fn leaves(session: &Session, chain: &ChainId, size: u64) -> Result<Vec<Digest>, Problem> {
    let heads = session.dossier().heads();
    if let Some(seq) = heads.iter().find(|head| head.chain == *chain).and_then(|head| head.forked_at) {
        return Err(Problem::new("proof-forked").with("seq", seq));
    }
    let mut leaves = Vec::new();
    session.dossier().each_event(0..u64::MAX, &mut |stored| {
        if stored.event().is_ok_and(|event| event.chain == *chain && event.seq < size) {
            leaves.push(stored.id);
        }
        Ok(())
    })?;
    Ok(leaves)
}

/// What a witness is asked to cosign (C2SP tlog-witness, the body of `add-checkpoint`): the size it knows, the proof that
/// the newest checkpoint continues from there, and that checkpoint. `since` is the note it saw last; without one it is
/// told that it knows nothing yet. Returns the text, the old size and the new one.
///
/// # Errors
/// The note is not a checkpoint of this identity's chain, or states another history than the dossier has.
pub fn for_witness(session: &Session, since: Option<&str>) -> Result<(String, u64, u64), Problem> {
    let chain = session.chain()?;
    let (checkpoint, note) = session.checkpoint_note()?;
    let leaves = leaves(session, &chain, checkpoint.size)?;
    let wrong = || Problem::new("anchor-not-a-checkpoint").with("why", "");
    let old = match since {
        None => 0,
        Some(text) => {
            let signed = signature::note::Note::parse(text).map_err(|_| wrong())?;
            let old = Checkpoint::parse(signed.text()).map_err(|_| wrong())?;
            if old.origin != checkpoint.origin {
                return Err(wrong());
            }
            let proof =
                usize::try_from(old.size).ok().and_then(|size| trail::proof::consistency(&leaves, size));
            let proof = proof.ok_or_else(|| Problem::new("anchor-newer").with("size", old.size))?;
            if !trail::proof::is_consistent(old.size, &old.root, checkpoint.size, &checkpoint.root, &proof) {
                return Err(Problem::new("anchor-differs").with("size", old.size));
            }
            old.size
        }
    };
    let proof = usize::try_from(old).ok().and_then(|old| trail::proof::consistency(&leaves, old));
    let mut request = format!("old {old}\n");
    for hash in proof.unwrap_or_default() {
        request += &trail::base64::of(&hash);
        request.push('\n');
    }
    request.push('\n');
    request += &note;
    Ok((request, old, checkpoint.size))
}
