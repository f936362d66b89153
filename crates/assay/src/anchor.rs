//! What others say of a checkpoint: counter-signatures, time stamps, witnesses; and the proof of one entry.

use std::path::Path;

use serde_json::json;
use workbench::{
    Problem, Session,
    anchors::{self, Listed, Offer},
    files, paper, proofs,
    stamping::{self, Authority, Stamping},
};

use crate::{
    Desk,
    args::{
        AnchorAdd, AnchorAuthority, AnchorJob, AnchorRequest, AnchorSave, AnchorStamp, AnchorWitness,
        Countersign, Prove,
    },
    screen::{Answer, table},
};

pub(crate) fn countersign(desk: &Desk<'_>, args: &Countersign) -> Result<Answer, Problem> {
    let note = text_of(desk, &args.note)?;
    let signer = desk.signer()?;
    let (signed, checkpoint) = anchors::countersign(&signer, &note)?;
    if args.to.exists() {
        return Err(Problem::new("file-exists").with("path", args.to.display()));
    }
    files::write_whole(&args.to, signed.as_bytes())?;
    let (path, size) = (args.to.display().to_string(), checkpoint.size.to_string());
    let said = [
        ("path", path.as_str()),
        ("size", &size),
        ("root", &checkpoint.root.to_string()),
        ("name", &signer.card.name),
        ("organisation", &signer.card.organisation),
        ("key", &signer.card.key),
    ];
    let data = json!({ "path": path, "size": checkpoint.size, "root": checkpoint.root.to_string(), "key": signer.card.key });
    Ok(Answer::new(data, vec![desk.text("cli-said-countersigned", &said)]))
}

pub(crate) fn anchor(desk: &Desk<'_>, job: &AnchorJob) -> Result<Answer, Problem> {
    match job {
        AnchorJob::Add(args) => add(desk, args),
        AnchorJob::Request(args) => request(desk, args),
        AnchorJob::Stamp(args) => stamp(desk, args),
        AnchorJob::Witness(args) => witness(desk, args),
        AnchorJob::Authority(args) => authority(desk, args),
        AnchorJob::List => list(desk),
        AnchorJob::Save(args) => save(desk, args),
    }
}

fn text_of(desk: &Desk<'_>, path: &Path) -> Result<String, Problem> {
    let bytes = desk.read(path)?;
    String::from_utf8(bytes).map_err(|e| Problem::new("anchor-not-a-checkpoint").with("why", e))
}

fn add(desk: &Desk<'_>, args: &AnchorAdd) -> Result<Answer, Problem> {
    let named = |given: &Option<String>| -> Result<Option<String>, Problem> {
        // What is not the thing itself is the file that holds it.
        match given {
            Some(path) if Path::new(path).is_file() => text_of(desk, Path::new(path)).map(Some),
            other => Ok(other.clone()),
        }
    };
    let text =
        |path: &Option<std::path::PathBuf>| path.as_deref().map(|path| text_of(desk, path)).transpose();
    let offer = Offer {
        bytes: desk.read(&args.file)?,
        note: text(&args.note)?,
        name: args.name.clone(),
        organisation: args.organisation.clone(),
        key: named(&args.key)?,
        ca: text(&args.ca)?,
        witness: named(&args.witness)?,
    };
    let mut session = desk.open()?;
    let is_reply = offer.bytes.starts_with(&[0x30]) && offer.note.is_none();
    let (recording, listed) = match (&offer.ca, is_reply) {
        (Some(ca), true) => Stamping::of(&desk.home()?).reply(&mut session, offer.bytes.clone(), ca)?,
        _ => anchors::add(&mut session, &offer)?,
    };
    session.close()?;
    Ok(recorded(desk, &recording, &listed))
}

fn recorded(desk: &Desk<'_>, recording: &workbench::Recording, listed: &Listed) -> Answer {
    let (entry, size) = (recording.entry.to_string(), listed.size.to_string());
    let args = [("level", listed.level.as_str()), ("size", &size), ("entry", &entry)];
    let lines = vec![desk.text("cli-said-anchored", &args), said(desk, listed)];
    Answer::new(json!({ "recorded": recording, "anchor": listed }), lines)
}

/// One anchor in words: by whom, when.
fn said(desk: &Desk<'_>, listed: &Listed) -> String {
    let id = match listed.level.as_str() {
        "A1" => "verify-ok-anchor-A1",
        "A2" => "verify-ok-anchor-A2",
        _ => "verify-ok-anchor-A3",
    };
    let (size, n) = (listed.size.to_string(), listed.n.to_string());
    let args = [
        ("size", size.as_str()),
        ("chain", &listed.chain),
        ("by", &listed.by),
        ("of", &listed.of),
        ("time", &listed.time),
        ("key", &listed.key),
        ("n", &n),
    ];
    desk.text(id, &args)
}

fn request(desk: &Desk<'_>, args: &AnchorRequest) -> Result<Answer, Problem> {
    let session = desk.open()?;
    let (request, note) = Stamping::of(&desk.home()?).request(&session)?;
    session.close()?;
    let beside = args.to.with_extension("note");
    files::write_whole(&args.to, &request)?;
    files::write_whole(&beside, note.as_bytes())?;
    let (path, note) = (args.to.display().to_string(), beside.display().to_string());
    let lines = vec![desk.text("cli-said-stamp-requested", &[("path", &path), ("note", &note)])];
    Ok(Answer::new(json!({ "request": path, "note": note }), lines))
}

fn stamp(desk: &Desk<'_>, args: &AnchorStamp) -> Result<Answer, Problem> {
    let authority = match (&args.tsa, &args.ca) {
        (Some(url), Some(ca)) => Authority { url: url.clone(), ca: text_of(desk, ca)? },
        _ => Stamping::of(&desk.home()?).authority()?,
    };
    let mut session = desk.open()?;
    let (recording, listed) = stamping::stamp(&mut session, &authority)?;
    session.close()?;
    Ok(recorded(desk, &recording, &listed))
}

fn witness(desk: &Desk<'_>, args: &AnchorWitness) -> Result<Answer, Problem> {
    let since = args.since.as_deref().map(|path| text_of(desk, path)).transpose()?;
    let session = desk.open()?;
    let (request, old, size) = proofs::for_witness(&session, since.as_deref())?;
    session.close()?;
    files::write_whole(&args.to, request.as_bytes())?;
    let path = args.to.display().to_string();
    let said = [("path", path.as_str()), ("old", &old.to_string()), ("size", &size.to_string())];
    Ok(Answer::new(
        json!({ "path": path, "old": old, "size": size }),
        vec![desk.text("cli-said-witness", &said)],
    ))
}

fn authority(desk: &Desk<'_>, args: &AnchorAuthority) -> Result<Answer, Problem> {
    let authority = Authority { url: args.url.clone(), ca: text_of(desk, &args.ca)? };
    Stamping::of(&desk.home()?).configure(&authority)?;
    let lines = vec![desk.text("cli-said-authority", &[("url", &authority.url)])];
    Ok(Answer::new(authority, lines))
}

fn list(desk: &Desk<'_>) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let covering = anchors::covering(&session)?;
    let mut lines = Vec::new();
    for (anchor, whole) in &covering.anchors {
        let id: String = anchor.id.chars().take(12).collect();
        let covers = if *whole { "anchor-covers-all" } else { "anchor-covers-part" };
        let row =
            vec![id, anchor.level.clone(), format!("{} ({})", said(desk, anchor), desk.text(covers, &[]))];
        lines.push(row);
    }
    let data: Vec<_> = covering
        .anchors
        .iter()
        .map(|(anchor, whole)| json!({ "anchor": anchor, "covers_all": whole }))
        .collect();
    if lines.is_empty() {
        return Ok(Answer::new(data, vec![desk.text("cli-said-no-anchors", &[])]));
    }
    Ok(Answer::new(data, table(&lines)))
}

fn save(desk: &Desk<'_>, args: &AnchorSave) -> Result<Answer, Problem> {
    let session = desk.look()?;
    let files = anchors::files_of(&session, &args.anchor)?;
    std::fs::create_dir_all(&args.to).map_err(|e| Problem::file("file-not-written", &args.to, &e))?;
    let mut lines = Vec::new();
    for (name, bytes) in files {
        let path = args.to.join(name);
        if path.exists() {
            return Err(Problem::new("file-exists").with("path", path.display()));
        }
        files::write_whole(&path, &bytes)?;
        lines.push(path.display().to_string());
    }
    Ok(Answer::new(&lines, lines.clone()))
}

pub(crate) fn prove(desk: &Desk<'_>, args: &Prove) -> Result<Answer, Problem> {
    let session = desk.open()?;
    let (proof, told) = proofs::prove(&session, &args.what)?;
    session.close()?;
    if args.to.exists() {
        return Err(Problem::new("file-exists").with("path", args.to.display()));
    }
    files::write_whole(&args.to, proof.as_bytes())?;
    let path = args.to.display().to_string();
    let (index, size) = (told.index.to_string(), told.size.to_string());
    let said =
        [("path", path.as_str()), ("kind", &told.kind), ("index", &index), ("size", &size), ("id", &told.id)];
    Ok(Answer::new(&told, vec![desk.text("cli-said-proved", &said)]))
}

/// The paper form of the newest checkpoint: to a file, to the screen, or neither.
pub(crate) fn paper(
    desk: &Desk<'_>,
    session: &Session,
    purpose: &str,
    to: Option<&Path>,
    text: bool,
) -> Result<Vec<String>, Problem> {
    if to.is_none() && !text {
        return Ok(Vec::new());
    }
    let sheet = paper::sheet(session, purpose)?;
    let mut lines = Vec::new();
    if text {
        lines.extend(sheet.lines(desk.words)?);
    }
    if let Some(path) = to {
        let pdf = sheet.draw(desk.words, &desk.program()?)?;
        files::write_whole(path, &pdf)?;
        lines.push(desk.text("cli-said-paper", &[("path", &path.display().to_string())]));
    }
    Ok(lines)
}
