//! Anchors: taking in what others say of a checkpoint, and what all of them together cover.
//!
//! Formats: `docs/formats/anchors.md`. Whatever is recorded was checked before: signatures, the author of the
//! checkpoint, and that the checkpoint is a true beginning of its chain in this dossier.

use std::collections::BTreeMap;

use base64ct::{Base64, Encoding as _};
use evaluation::{decide::NewEvent, event::Role, kind};
use serde::Serialize;
use signature::{
    anchor::{self, Anchor, AnchorProblem, By, Form, Shown},
    cosignature::{self, Witness},
    note::Note,
    timestamp,
};
use trail::{ChainId, PublicKey, checkpoint::Checkpoint, json::Value};

use crate::{Problem, Recording, Session, Signer};

mod covering;

pub use covering::{Covering, covering};

/// What a person brings along to be recorded as an anchor.
#[derive(Clone, Debug, Default)]
pub struct Offer {
    /// The file: a note with further signature lines, a bare Ed25519 signature, or the reply of an authority.
    pub bytes: Vec<u8>,
    /// The note that a bare signature or a reply is about, where it does not follow by itself.
    pub note: Option<String>,
    /// Name of the person who counter-signed.
    pub name: Option<String>,
    /// Organisation of that person.
    pub organisation: Option<String>,
    /// The key of that person: 64 hexadecimal digits or PEM.
    pub key: Option<String>,
    /// The certificate that a reply is checked against, PEM.
    pub ca: Option<String>,
    /// The key of a witness (vkey).
    pub witness: Option<String>,
}

/// One recorded anchor, checked anew.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// The event.
    pub id: String,
    /// Its place in this file.
    pub n: u64,
    /// `A1`, `A2` or `A3`.
    pub level: String,
    /// The chain whose checkpoint it is.
    pub chain: String,
    /// How many of its events are under it.
    pub size: u64,
    /// Person, authority or witness.
    pub by: String,
    /// The person's organisation, or the certificate that an authority was checked against.
    pub of: String,
    /// When, by the clock of the authority or witness; empty for a counter-signature.
    pub time: String,
    /// Key of the person or witness, or fingerprint of the certificate.
    pub key: String,
}

impl From<AnchorProblem> for Problem {
    fn from(problem: AnchorProblem) -> Self {
        Problem::new(problem.code()).with("detail", problem.detail())
    }
}

/// Counter-signs a checkpoint of somebody else's dossier with this identity: the note with one more line.
///
/// # Errors
/// It is no signed checkpoint of a dossier, or one of this identity's own chain: a counter-signature is the word of
/// another, and a signature on an own checkpoint could be passed off as the author's.
pub fn countersign(signer: &Signer, note: &str) -> Result<(String, Checkpoint), Problem> {
    let wrong = || Problem::new("anchor-not-a-checkpoint");
    let mut note = Note::parse(note).map_err(|_| wrong())?;
    let checkpoint = Checkpoint::parse(note.text()).map_err(|_| wrong())?;
    let named = checkpoint
        .origin
        .strip_prefix(trail::checkpoint::ORIGIN_PREFIX)
        .and_then(|rest| rest.split_once('/'));
    let (dossier, chain) = named
        .and_then(|(dossier, chain)| Some((trail::DossierId::parse(dossier)?, ChainId::from_hex(chain)?)))
        .ok_or_else(wrong)?;
    if ChainId::of(&dossier, &signer.key()) == chain {
        return Err(Problem::new("signature-anchor-own-key").with("detail", ""));
    }
    let name = cosignature::countersign_name(&signer.key());
    signer.identity.add_signature(&name, &mut note).map_err(|p| Problem::new(p.code()))?;
    Ok((note.to_text(), checkpoint))
}

/// Records what a person brings along, after checking it.
///
/// # Errors
/// What is wrong with it; nothing was recorded then.
pub fn add(session: &mut Session, offer: &Offer) -> Result<(Recording, Listed), Problem> {
    let anchor = read(session, offer)?;
    record(session, &anchor)
}

/// Records an anchor, after checking it.
pub(crate) fn record(session: &mut Session, anchor: &Anchor) -> Result<(Recording, Listed), Problem> {
    let shown = check(session, anchor)?;
    let payload = anchor.to_payload();
    if already(session, &payload)? {
        return Err(Problem::new("anchor-known"));
    }
    let recording = session.append(vec![NewEvent { kind: kind::ANCHOR, payload }])?;
    session.keep_now()?;
    let id = recording.events.first().cloned().unwrap_or_default();
    let n = session.dossier().event_count()?;
    Ok((recording, listed(id, n, &shown)))
}

fn already(session: &Session, payload: &Value) -> Result<bool, Problem> {
    Ok(stored(session)?.iter().any(|(_, _, found)| found == payload))
}

/// Whether an anchor holds for this dossier: in itself, and that its checkpoint is in the dossier.
fn check(session: &Session, anchor: &Anchor) -> Result<Shown, Problem> {
    let dossier = session.dossier();
    let heads = dossier.heads();
    let key_of = |chain: &ChainId| heads.iter().find(|head| head.chain == *chain).map(|head| head.key);
    let shown = anchor.check(&dossier.id(), &key_of)?;
    let (size, root) = (shown.checkpoint.size, shown.checkpoint.root);
    match dossier::verify::is_prefix(dossier.file(), &shown.chain, size, &root)? {
        Some(true) => Ok(shown),
        Some(false) => Err(Problem::new("anchor-differs").with("size", size)),
        None => Err(Problem::new("anchor-newer").with("size", size)),
    }
}

/// What kind of anchor the file is.
fn read(session: &Session, offer: &Offer) -> Result<Anchor, Problem> {
    if let Ok(signature) = <&[u8; 64]>::try_from(offer.bytes.as_slice()) {
        return bare(session, offer, signature);
    }
    if let Some(text) = std::str::from_utf8(&offer.bytes).ok().filter(|text| text.contains("\n\n")) {
        return from_note(session, offer, text);
    }
    crate::stamping::from_reply(session, offer)
}

fn from_note(session: &Session, offer: &Offer, text: &str) -> Result<Anchor, Problem> {
    let note = Note::parse(text).map_err(|p| Problem::new("anchor-not-a-checkpoint").with("why", p))?;
    if let Some(vkey) = &offer.witness {
        let witness = Witness::parse(vkey).map_err(|p| Problem::new(p.code()))?;
        witness.check(&note).map_err(|p| Problem::new(p.code()))?;
        return Ok(Anchor {
            note: text.to_owned(),
            form: Form::Cosignature { vkey: vkey.trim().to_owned() },
        });
    }
    let wanted = offer.key.as_deref().map(key_of).transpose()?;
    let keys = cosignature::countersigners(&note);
    let key = match (keys.as_slice(), wanted) {
        (keys, Some(wanted)) if keys.contains(&wanted) => wanted,
        (_, Some(_)) => return Err(Problem::new("signature-anchor-countersignature").with("detail", "")),
        ([only], None) => *only,
        ([], None) => return Err(Problem::new("anchor-nobody-signed")),
        (several, None) => return Err(Problem::new("anchor-several-signed").with("count", several.len())),
    };
    countersigned(session, offer, text.to_owned(), key)
}

/// A bare signature over the text of a note, as the `openssl` command makes it.
fn bare(session: &Session, offer: &Offer, signature: &[u8; 64]) -> Result<Anchor, Problem> {
    let key = key_of(offer.key.as_deref().ok_or_else(|| Problem::new("anchor-needs-key"))?)?;
    let text = offer.note.as_deref().ok_or_else(|| Problem::new("anchor-needs-note"))?;
    let mut note = Note::parse(text).map_err(|p| Problem::new("anchor-not-a-checkpoint").with("why", p))?;
    note.push(cosignature::countersignature(&key, signature)).map_err(|p| Problem::new(p.code()))?;
    countersigned(session, offer, note.to_text(), key)
}

/// Whose key it is must be stated, or follow from an admission; and it must not be that of an evaluator.
fn countersigned(session: &Session, offer: &Offer, note: String, key: PublicKey) -> Result<Anchor, Problem> {
    let actor =
        session.state().actor(ChainId::of(&session.dossier().id(), &key)).filter(|actor| actor.admitted);
    if actor.as_ref().is_some_and(|actor| !actor.roles.contains(&Role::ClientContact)) {
        return Err(Problem::new("anchor-own-side").with("key", key));
    }
    let known = actor.map(|actor| (actor.name, actor.organisation)).unzip();
    let stated = |given: &Option<String>, known: Option<String>, code: &str| {
        let text = given.clone().or(known).filter(|text| !text.trim().is_empty());
        text.ok_or_else(|| Problem::new(code).with("key", key))
    };
    let name = stated(&offer.name, known.0, "anchor-needs-name")?;
    let organisation = stated(&offer.organisation, known.1, "anchor-needs-organisation")?;
    Ok(Anchor { note, form: Form::Countersignature { name, organisation, key } })
}

/// A public key as 64 hexadecimal digits, or as `openssl pkey -pubout` writes it.
fn key_of(text: &str) -> Result<PublicKey, Problem> {
    let wrong = || Problem::new("anchor-key-unreadable");
    if let Some(key) = PublicKey::from_hex(text.trim()) {
        return Ok(key);
    }
    let inner: String = text.lines().filter(|line| !line.starts_with("-----")).map(str::trim).collect();
    let der = Base64::decode_vec(&inner).map_err(|_| wrong())?;
    // SubjectPublicKeyInfo of an Ed25519 key is these twelve bytes and the key (RFC 8410).
    let key =
        der.strip_prefix(&[0x30, 0x2a, 0x30, 5, 6, 3, 0x2b, 0x65, 0x70, 3, 0x21, 0]).ok_or_else(wrong)?;
    Ok(PublicKey(key.try_into().map_err(|_| wrong())?))
}

/// Every `anchor/1` of the dossier: its event, its place and its payload.
fn stored(session: &Session) -> Result<Vec<(String, u64, Value)>, Problem> {
    let mut found = Vec::new();
    session.dossier().each_event(0..u64::MAX, &mut |stored| {
        if let Ok(event) = stored.event()
            && event.kind == anchor::KIND
            && let Ok(payload) = event.payload()
        {
            found.push((stored.id.to_string(), stored.n, payload));
        }
        Ok(())
    })?;
    Ok(found)
}

/// All recorded anchors, checked anew, in the order this file received them.
///
/// # Errors
/// One of them does not hold, or the dossier can't be read.
pub fn list(session: &Session) -> Result<Vec<Listed>, Problem> {
    let check = |(id, n, payload): (String, u64, Value)| {
        let shown = Anchor::read(&payload).map_err(Problem::from).and_then(|anchor| check(session, &anchor));
        shown.map(|shown| listed(id, n, &shown))
    };
    stored(session)?.into_iter().map(check).collect()
}

/// The files of one anchor, as others can check them: the note, and for a time stamp the reply and the certificate.
///
/// # Errors
/// There is no such anchor, or the dossier can't be read.
pub fn files_of(session: &Session, id: &str) -> Result<BTreeMap<&'static str, Vec<u8>>, Problem> {
    let begins = |found: &String| id.len() >= 4 && found.starts_with(id);
    let mut found = stored(session)?.into_iter().filter(|(found, ..)| begins(found));
    let (Some((_, _, payload)), None) = (found.next(), found.next()) else {
        return Err(Problem::new("anchor-unknown").with("id", id));
    };
    let anchor = Anchor::read(&payload)?;
    let mut files = BTreeMap::from([("checkpoint.note", anchor.note.into_bytes())]);
    match anchor.form {
        Form::Countersignature { .. } => {}
        Form::Timestamp { reply, ca } => {
            files.insert("reply.tsr", reply);
            files.insert("ca.pem", ca.into_bytes());
        }
        Form::Cosignature { vkey } => {
            files.insert("witness.vkey", vkey.into_bytes());
        }
    }
    Ok(files)
}

fn listed(id: String, n: u64, shown: &Shown) -> Listed {
    let (by, of, time, key) = match &shown.by {
        By::Party { name, organisation, key } => {
            (name.clone(), organisation.clone(), String::new(), key.to_string())
        }
        By::Authority(stamp) => {
            (stamp.authority.clone(), stamp.ca.clone(), stamp.time.clone(), stamp.ca_sha256.to_string())
        }
        By::Witness { witness, time } => {
            let time = cosignature::time_text(*time).unwrap_or_default();
            (witness.name.clone(), String::new(), time, witness.key.to_string())
        }
    };
    Listed {
        id,
        n,
        level: shown.by.level().to_owned(),
        chain: shown.chain.to_string(),
        size: shown.checkpoint.size,
        by,
        of,
        time,
        key,
    }
}

/// Whether a reply answers this note: the digest an authority would have stamped.
pub(crate) fn stamped(
    reply: Vec<u8>,
    note: String,
    ca: String,
    nonce: Option<&[u8]>,
) -> Result<Anchor, Problem> {
    if reply.len().saturating_add(ca.len()) > anchor::MOST_REPLY {
        return Err(Problem::new("anchor-reply-too-large").with("most", anchor::MOST_REPLY));
    }
    timestamp::check(&reply, note.as_bytes(), nonce, &ca).map_err(AnchorProblem::Stamp)?;
    Ok(Anchor { note, form: Form::Timestamp { reply, ca } })
}
