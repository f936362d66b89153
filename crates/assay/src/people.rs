//! Who works on the dossier: keys that wait, are admitted, replaced or revoked.

use dossier::Locked;
use evaluation::{
    decide::Request,
    event::{ActorEnroll, Role},
    state::Actor,
};
use serde_json::json;
use trail::{ChainId, PublicKey};
use workbench::{Problem, Session};

use crate::{
    Desk,
    args::{Admit, NewKey, PeopleJob, Revoke},
    protect, records,
    screen::{Answer, table},
    team::{self, fingerprint},
};

pub(crate) fn people(desk: &Desk<'_>, job: &PeopleJob) -> Result<Answer, Problem> {
    match job {
        PeopleJob::List => list(desk),
        PeopleJob::Admit(args) => admit(desk, args),
        PeopleJob::Revoke(args) => revoke(desk, args),
        PeopleJob::NewKey(args) => new_key(desk, args),
        PeopleJob::Introduce => introduce(desk),
        PeopleJob::Declare(args) => records::declare(desk, args),
        PeopleJob::Clear(args) => records::clear(desk, args),
        PeopleJob::Competence(args) => records::competence(desk, args),
        PeopleJob::Records => records::list(desk),
    }
}

/// What a key may do, or why it may do nothing.
fn standing(desk: &Desk<'_>, actor: &Actor) -> String {
    if let Some(last) = actor.revoked_behind {
        return desk.text("team-revoked-behind", &[("entry", &last.saturating_add(1).to_string())]);
    }
    if actor.replaced_by.is_some() {
        return desk.text("team-replaced", &[]);
    }
    if actor.admitted {
        return actor.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", ");
    }
    desk.text("cli-said-not-admitted", &[])
}

fn list(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let heads = session.dossier().heads();
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for actor in session.state().actors() {
        let roles: Vec<&str> = actor.roles.iter().map(|r| r.code()).collect();
        let entries = heads.iter().find(|head| head.chain == actor.chain).map_or(0, |head| head.size);
        let fingerprint = fingerprint(&actor.key);
        rows.push(vec![
            actor.name.clone(),
            actor.organisation.clone(),
            standing(desk, &actor),
            desk.text("team-entries", &[("count", &entries.to_string())]),
            fingerprint.clone(),
            actor.key.clone(),
        ]);
        data.push(json!({
            "name": actor.name, "organisation": actor.organisation, "roles": roles, "key": actor.key,
            "chain": actor.chain.to_string(), "admitted": actor.admitted, "fingerprint": fingerprint,
            "entries": entries, "replaced_by": actor.replaced_by.map(|chain| chain.to_string()),
            "revoked_behind": actor.revoked_behind,
        }));
    }
    let mut lines = table(&rows);
    lines.extend(team::waiting_lines(desk, &workbench::team::waiting(&session)));
    Ok(Answer::new(data, lines))
}

/// The key that was named: in full, or by a beginning that only one key of the dossier has.
pub(crate) fn named(session: &Session, word: &str) -> Result<(PublicKey, Option<Actor>), Problem> {
    /// Shorter beginnings are too easily another key's.
    const SHORTEST: usize = 8;
    let of_key = |key: &PublicKey| {
        let chain = ChainId::of(&session.dossier().id(), key);
        session.state().actor(chain)
    };
    if let Some(key) = PublicKey::from_hex(word) {
        return Ok((key, of_key(&key)));
    }
    let all = session.state().actors().into_iter();
    let mut fitting = all.filter(|actor| word.len() >= SHORTEST && actor.key.starts_with(word));
    match (fitting.next(), fitting.next()) {
        (Some(actor), None) => {
            let key = PublicKey::from_hex(&actor.key);
            let key = key.ok_or_else(|| Problem::new("refusal-not-a-key").with("place", &actor.key))?;
            Ok((key, Some(actor)))
        }
        _ => Err(Problem::new("refusal-not-a-key").with("place", word)),
    }
}

fn admit(desk: &Desk<'_>, admit: &Admit) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let known = || Role::ALL.map(Role::code).join(", ");
    let role = |word: &String| {
        let found = Role::ALL.into_iter().find(|r| r.code() == word);
        found.ok_or_else(|| Problem::new("cli-unknown-role").with("role", word).with("known", known()))
    };
    let roles = admit.role.iter().map(role).collect::<Result<Vec<_>, _>>()?;
    let (key, actor) = named(&session, &admit.key)?;
    // Where nothing is said, what the key says of its holder is taken over.
    let name = admit.name.clone().or_else(|| actor.as_ref().map(|a| a.name.clone())).unwrap_or_default();
    let organisation =
        admit.organisation.clone().or_else(|| actor.map(|a| a.organisation)).unwrap_or_default();
    let recording = session.perform(Request::Enroll(ActorEnroll {
        chain: ChainId::of(&session.dossier().id(), &key).to_string(),
        key: key.to_string(),
        name: name.clone(),
        organisation,
        roles,
        competence: admit.competence.clone(),
        impartiality: admit.impartiality.clone(),
        function: admit.function.clone(),
        supersedes: Vec::new(),
    }))?;
    session.close()?;
    let entry = recording.entry.to_string();
    let fingerprint = fingerprint(&key.to_string());
    let lines = vec![
        desk.text(
            "cli-said-admitted",
            &[("name", &name), ("roles", &admit.role.join(", ")), ("entry", &entry)],
        ),
        desk.text("team-fingerprint", &[("fingerprint", &fingerprint)]),
        desk.text("team-compare", &[("name", &name)]),
    ];
    let mut data = serde_json::to_value(&recording).unwrap_or_default();
    if let Some(map) = data.as_object_mut() {
        map.insert("fingerprint".to_owned(), json!(fingerprint));
    }
    Ok(Answer::new(data, lines))
}

fn revoke(desk: &Desk<'_>, args: &Revoke) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    let (key, actor) = named(&session, &args.key)?;
    let chain = ChainId::of(&session.dossier().id(), &key);
    // Entries are counted from 1 on screen; the first is the opening of the chain and always stands.
    let last = args.last.checked_sub(1).ok_or_else(|| Problem::new("team-last-entry"))?;
    let recording = session.perform(Request::Revoke { chain, last, reason: args.reason.clone() })?;
    let behind = session.dossier().heads().into_iter().find(|head| head.chain == chain);
    let behind = behind.map_or(0, |head| head.size.saturating_sub(args.last));
    session.close()?;
    let name = actor.map(|actor| actor.name).unwrap_or_default();
    let (last, behind, entry) = (args.last.to_string(), behind.to_string(), recording.entry.to_string());
    let told = [("name", name.as_str()), ("last", &last), ("behind", &behind), ("entry", &entry)];
    Ok(Answer::new(&recording, vec![desk.text("team-said-revoked", &told)]))
}

/// Records by a key that was used before that the present one takes its place.
fn new_key(desk: &Desk<'_>, args: &NewKey) -> Result<Answer, Problem> {
    let path = desk.dossier_path()?;
    let home = desk.home()?;
    let present = desk.signer()?;
    let key = protect::key(desk, &path)?;
    let file = Locked::with(&path, key.as_ref());
    let session = Session::look(file)?;
    let chain_of = |key: &str| PublicKey::from_hex(key).map(|key| ChainId::of(&session.dossier().id(), &key));
    let retired = home.retired().into_iter().filter(|card| {
        let actor = chain_of(&card.key).and_then(|chain| session.state().actor(chain));
        actor.is_some_and(|actor| actor.admitted)
    });
    let old = retired.last().ok_or_else(|| Problem::new("rotate-no-chain").with("path", path.display()))?;
    drop(session);
    let old = home.unlock_card(old, &mut || desk.passphrase("team-ask-old-passphrase"))?;
    let entry = team::hand_on(file, old, present, args.reason.clone())?;
    let told = [("path", path.display().to_string()), ("entry", entry.to_string())];
    let told: Vec<(&str, &str)> = told.iter().map(|(k, v)| (*k, v.as_str())).collect();
    Ok(Answer::new(json!({ "entry": entry }), vec![desk.text("team-said-new-key", &told)]))
}

/// Opens the chain of this identity, so that a lead sees its key and can admit it.
fn introduce(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let mut session = desk.open()?;
    session.introduce()?;
    let key = session.signer().map(|signer| signer.key().to_string()).unwrap_or_default();
    session.close()?;
    let fingerprint = fingerprint(&key);
    let lines = vec![
        desk.text("team-said-introduced", &[]),
        desk.text("team-fingerprint", &[("fingerprint", &fingerprint)]),
    ];
    Ok(Answer::new(json!({ "key": key, "fingerprint": fingerprint }), lines))
}
