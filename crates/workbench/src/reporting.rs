//! Issuing a report: gates, freeze, rendering, record, signature.
//!
//! First every gate of the kind is asked. A `data_freeze` seal then names the heads of all chains and the digests
//! of everything else, and the checkpoint over it is what the report prints. PDF, XLSX and JSON are made from one
//! data set and written; `report.issue/1` records their digests and a `report` seal follows. Last, the signed note
//! binds files, data set, people and the checkpoint that covers all of this.

use std::{
    collections::{BTreeMap, BTreeSet},
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use evaluation::{
    State,
    case::ReportKind,
    decide::NewEvent,
    event::{IssuedFile, ReportIssue, Role, kind, to_payload},
    issuing,
    state::Actor,
};
use report::{
    contents::{Anchored, ChainHead, Checkpoint, Contents, Integrity},
    exchange,
    look::Look,
    pdf::Rendering,
};
use serde::Serialize;
use signature::{
    pades,
    report::{ReportFile, ReportStatement, Signer as Listed},
};
use trail::{ChainId, Digest, PublicKey, checkpoint::Checkpoint as CheckpointOf};
use words::Words;

use crate::{
    Problem, Session, anchors, bundle, clock,
    contents::{self, IssueOf, SigningPlace},
    drawing, files,
    signing::OnDisk,
    stamping::{self, Authority},
};

/// What is asked for.
#[derive(Clone, Debug)]
pub struct Order {
    /// Which kind of report.
    pub kind: ReportKind,
    /// Its number.
    pub number: String,
    /// The folder its files go into.
    pub folder: PathBuf,
    /// A draft is marked as one, not recorded and not signed; gates are listed, not enforced.
    pub draft: bool,
    /// The authority that stamps the frozen state before the report is drawn, where that is wanted.
    pub stamp: Option<Authority>,
    /// How the organisation's reports look.
    pub look: Look,
    /// The program that renders in a child process (itself) and the arguments that make it do so.
    pub program: PathBuf,
}

/// What came of it.
#[derive(Clone, Debug, Serialize)]
pub struct Issued {
    /// Report number.
    pub number: String,
    /// Revision.
    pub revision: u32,
    /// The files, PDF first.
    pub files: Vec<PathBuf>,
    /// The signed note; absent for a draft.
    pub signature: Option<PathBuf>,
    /// SHA-256 of the data set.
    pub data: String,
    /// Pages of the PDF.
    pub pages: usize,
    /// Who still has to sign, with the place.
    pub unsigned: Vec<String>,
    /// Gates that would refuse the report; only a draft may have any.
    pub gates: Vec<Problem>,
    /// Characters that no font of the report has, by field.
    pub replaced: Vec<report::Replaced>,
}

/// How long rendering may take.
const RENDERING: Duration = Duration::from_secs(300);

/// The gates of a report of this kind, as problems with a way forward.
#[must_use]
pub fn gates(session: &Session, kind: ReportKind) -> Vec<Problem> {
    let conclusion = session.conclude();
    issuing::report(session.state(), session.checklist(), kind, &conclusion, &clock::today())
        .into_iter()
        .map(Problem::from)
        .collect()
}

/// Issues a report, or a draft of it.
///
/// # Errors
/// Gates stand against it (all of them, each with its way forward), a file can't be written, or rendering
/// failed. A report that failed after the freeze leaves the freeze seal in the trail and nothing else.
pub fn issue(session: &mut Session, words: &Words, order: &Order) -> Result<Issued, Problem> {
    let gates = gates(session, order.kind);
    if !order.draft
        && let Some(problem) = Problem::all(gates.clone())
    {
        return Err(problem);
    }
    let revision = next_revision(session.state(), &order.number);
    let issue = IssueOf {
        kind: order.kind,
        number: order.number.clone(),
        revision,
        replaces: (revision > 1).then(|| format!("{} ({})", order.number, revision - 1)),
        date: clock::today(),
        draft: order.draft,
    };
    let signers = signing_places(session.state(), order.kind);
    if !order.draft {
        can_be_signed(order, &signers)?;
        nothing_overwritten(order, revision)?;
        session.seal("data_freeze", None)?;
    }
    // The checkpoint of the freeze is what the report prints, also where an anchor over it follows.
    let frozen = session.checkpoint_note()?;
    if let Some(authority) = order.stamp.as_ref().filter(|_| !order.draft) {
        stamping::stamp(session, authority)?;
    }
    let integrity = integrity(session, frozen)?;
    let mut contents = contents::contents(session.state(), session.checklist(), &issue, &signers, integrity);
    contents.integrity.layout = order.look.layout();
    let made = render(&contents, words, &order.program, &order.look)?;
    let files = write(&made, order, revision)?;
    let mut issued = Issued {
        number: order.number.clone(),
        revision,
        files: files.iter().map(|(path, _)| path.clone()).collect(),
        signature: None,
        data: made.data.to_string(),
        pages: made.pages,
        unsigned: Vec::new(),
        gates,
        replaced: made.replaced,
    };
    if !order.draft {
        let (path, unsigned) = record_and_sign(session, order, revision, made.data, &files, &signers)?;
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        bundle::write(session, &order.folder, &name)?;
        issued.signature = Some(path);
        issued.unsigned = unsigned;
    }
    Ok(issued)
}

/// Adds this identity's signature to a report that lists it.
///
/// # Errors
/// The note can't be read, the identity is not listed, or a listed file beside it is not the one named.
pub fn sign(signer: &crate::Signer, path: &Path) -> Result<Vec<String>, Problem> {
    let report = OnDisk::read(path)?;
    let key = signer.key();
    let listed: Vec<&Listed> = report.statement().signers.iter().filter(|s| s.key == key).collect();
    if listed.is_empty() {
        return Err(Problem::new("report-not-a-signer").with("name", &signer.card.name));
    }
    let mut signed = report.text().to_owned();
    for place in listed {
        signed = signer.identity.sign_report(&place.function, &signed).map_err(|p| {
            Problem::new("report-not-signed").with("path", path.display()).with("why", p.code())
        })?;
    }
    files::write_whole(path, signed.as_bytes())?;
    Ok(unsigned(&signed))
}

fn unsigned(note: &str) -> Vec<String> {
    match signature::report::check(note) {
        Ok(checked) => checked
            .signers
            .iter()
            .filter(|(_, signed)| *signed != signature::report::Signed::Yes)
            .map(|(s, _)| format!("{} ({})", s.name, s.function))
            .collect(),
        Err(_) => Vec::new(),
    }
}

/// Who signs a report of this kind, as the case stands.
#[must_use]
pub fn signing_places(state: &State, kind: ReportKind) -> Vec<SigningPlace> {
    let actors = state.actors();
    let with = |role: Role| actors.iter().find(|a| a.admitted && a.roles.contains(&role)).cloned();
    let of_chain = |chain: Option<ChainId>| chain.and_then(|c| state.actor(c));
    let lead = with(Role::Lead);
    let reviewer = of_chain(state.review().map(|r| r.chain)).or_else(|| with(Role::Reviewer));
    let decider = of_chain(state.decision().map(|d| d.chain)).or_else(|| with(Role::DecisionMaker));
    let places: Vec<(&'static str, Option<Actor>)> = match kind {
        // The supplier's authorised signatory where one is admitted, else whoever leads the own evaluation.
        ReportKind::SelfDeclaration => vec![("issuer", with(Role::ClientContact).or(lead))],
        ReportKind::IndependentAssessment => vec![("evaluator", lead), ("approver", reviewer)],
        ReportKind::CertificationBody => {
            vec![("evaluator", lead), ("reviewer", reviewer), ("decision_maker", decider)]
        }
    };
    places.into_iter().filter_map(|(place, actor)| Some(SigningPlace { place, actor: actor? })).collect()
}

fn next_revision(state: &State, number: &str) -> u32 {
    let issued = state.reports().into_iter().filter(|r| r.value.number == number);
    issued.map(|r| r.value.revision).max().unwrap_or(0).saturating_add(1)
}

fn integrity(session: &Session, (checkpoint, note): (CheckpointOf, String)) -> Result<Integrity, Problem> {
    let dossier = session.dossier();
    let name = |chain: ChainId| session.state().actor(chain).map(|a| a.name).unwrap_or_default();
    let chains = dossier.heads().into_iter().map(|head| ChainHead {
        chain: head.chain.to_string(),
        name: name(head.chain),
        seq: head.size.saturating_sub(1),
        event: head.newest.to_string(),
    });
    let digests = [
        ("projection", dossier.projection_digest()?),
        ("evidence_list", dossier.evidence_digest()?),
        ("evaluation", session.state().content_digest()),
        ("checklist", session.checklist().digest),
    ];
    let covering = anchors::covering(session)?;
    let anchored: Vec<Anchored> = covering
        .anchors
        .into_iter()
        .map(|(one, whole)| Anchored {
            level: one.level,
            by: one.by,
            of: one.of,
            time: one.time,
            chain: one.chain,
            size: one.size,
            whole,
        })
        .collect();
    Ok(Integrity {
        anchors: levels(session, &anchored)?,
        anchored,
        checkpoint: Some(Checkpoint {
            origin: checkpoint.origin,
            size: checkpoint.size,
            root: checkpoint.root.to_string(),
            note: Some(note),
        }),
        chains: chains.collect(),
        digests: digests.into_iter().map(|(k, v)| (k.to_owned(), v.to_string())).collect::<BTreeMap<_, _>>(),
        app_version: env!("CARGO_PKG_VERSION").to_owned(),
        signature_level: "pades".to_owned(),
        layout: None,
    })
}

/// The levels that cover everything that is said. A4 is claimed where the installation compared the dossier with its
/// memory on opening, and no copy was ever continued against one.
fn levels(session: &Session, anchored: &[Anchored]) -> Result<Vec<String>, Problem> {
    let mut levels: BTreeSet<String> =
        anchored.iter().filter(|one| one.whole).map(|one| one.level.clone()).collect();
    levels.insert("A0".to_owned());
    if session.remembers()? {
        levels.insert("A4".to_owned());
    }
    Ok(levels.into_iter().collect())
}

struct Made {
    /// Every file by what its name ends in, the PDF first.
    files: Vec<(&'static str, Vec<u8>)>,
    data: Digest,
    pages: usize,
    replaced: Vec<report::Replaced>,
}

/// What the names of a report's files end in; beside them its note.
const ENDINGS: [&str; 8] =
    [".pdf", "-summary.pdf", ".xlsx", ".json", ".cdx.json", ".oscal.json", ".poam.json", ".sig"];

fn render(contents: &Contents, words: &Words, program: &Path, look: &Look) -> Result<Made, Problem> {
    let unrendered = |p: report::RenderProblem| drawing::problem(&p, words);
    let texts = words.with_prefix("report-");
    let json = report::json::write(contents).map_err(unrendered)?;
    let full = pdf(contents, &texts, program, (Rendering::Full, look)).map_err(unrendered)?;
    let summary = pdf(contents, &texts, program, (Rendering::Summary, look)).map_err(unrendered)?;
    let data = Digest::of(&json);
    let (pages, replaced) = (full.pages, full.replaced.clone());
    let mut files = vec![
        (".pdf", prepared(full, words)?),
        ("-summary.pdf", prepared(summary, words)?),
        (".xlsx", report::xlsx::write(contents, &texts).map_err(unrendered)?),
        (".json", json),
    ];
    // A draft says nothing to programs, which would not see that it is one.
    if !contents.report.draft {
        files.push((".cdx.json", exchange::cyclonedx::write(contents, &texts).map_err(unrendered)?));
        files.push((".oscal.json", exchange::oscal::results(contents, &texts).map_err(unrendered)?));
        let plan = exchange::oscal::plan(contents, &texts).map_err(unrendered)?;
        files.extend(plan.map(|plan| (".poam.json", plan)));
    }
    Ok(Made { files, data, pages, replaced })
}

/// The PDF with an empty signature field in every box that was drawn; a draft has none.
fn prepared(pdf: report::pdf::Pdf, words: &Words) -> Result<Vec<u8>, Problem> {
    if pdf.boxes.is_empty() {
        return Ok(pdf.bytes);
    }
    let field = |one: &report::pdf::BoxPlace| pades::Field {
        label: words.text(&format!("signing-field-{}", one.place.replace('_', "-")), &[]),
        name: one.place.clone(),
        page: one.page,
        x: one.x,
        y: one.y,
        width: one.width,
        height: one.height,
    };
    let fields: Vec<pades::Field> = pdf.boxes.iter().map(field).collect();
    pades::prepare(&pdf.bytes, &fields)
        .map_err(|p| Problem::new(p.code()).with("path", "").with("detail", p.detail()))
}

fn pdf(
    contents: &Contents,
    texts: &BTreeMap<String, String>,
    program: &Path,
    how: (Rendering, &Look),
) -> Result<report::pdf::Pdf, report::RenderProblem> {
    let leading = [OsStr::new(report::child::COMMAND)];
    report::child::render(program, &leading, contents, texts, how, RENDERING)
}

/// The data set of a draft, as it stands now; recorded nowhere.
///
/// # Errors
/// The identity has no chain in this dossier.
pub fn draft_contents(session: &Session, kind: ReportKind, number: &str) -> Result<Contents, Problem> {
    let revision = next_revision(session.state(), number);
    let issue = IssueOf {
        kind,
        number: number.to_owned(),
        revision,
        replaces: (revision > 1).then(|| format!("{number} ({})", revision - 1)),
        date: clock::today(),
        draft: true,
    };
    let signers = signing_places(session.state(), kind);
    Ok(contents::contents(
        session.state(),
        session.checklist(),
        &issue,
        &signers,
        integrity(session, session.checkpoint_note()?)?,
    ))
}

/// Draws the pages of a data set in a child process; needs no dossier.
///
/// # Errors
/// Rendering failed.
pub fn draw(contents: &Contents, words: &Words, program: &Path) -> Result<Drawn, Problem> {
    let texts = words.with_prefix("report-");
    let how = (Rendering::Full, &Look::default());
    let drawn = pdf(contents, &texts, program, how).map_err(|p| drawing::problem(&p, words))?;
    Ok(Drawn { pdf: drawn.bytes, pages: drawn.pages, replaced: drawn.replaced })
}

/// Pages that were drawn.
#[derive(Clone, Debug)]
pub struct Drawn {
    /// The PDF.
    pub pdf: Vec<u8>,
    /// Its pages.
    pub pages: usize,
    /// Characters that no font of the report has, by field.
    pub replaced: Vec<report::Replaced>,
}

/// What the signed statement will say must have a place in it: asked before anything is sealed.
fn can_be_signed(order: &Order, signers: &[SigningPlace]) -> Result<(), Problem> {
    let names = signers.iter().map(|signer| &signer.actor.name);
    match std::iter::once(&order.number).chain(names).find(|text| !signature::report::fits_a_line(text)) {
        Some(text) => Err(Problem::new("report-text-unsigned").with("text", text)),
        None => Ok(()),
    }
}

/// An issued report is a record: before anything is sealed, no file of its name may be there, whoever put it there.
fn nothing_overwritten(order: &Order, revision: u32) -> Result<(), Problem> {
    let stem = file_stem(order, revision);
    let signed = ["-signed.pdf", "-summary-signed.pdf", ".xlsx.p7s", ".asice"];
    for ending in ENDINGS.iter().chain(&signed) {
        let path = order.folder.join(format!("{stem}{ending}"));
        if path.symlink_metadata().is_ok() {
            return Err(Problem::new("file-exists").with("path", path.display()));
        }
    }
    Ok(())
}

/// Writes the files and reads them back, so that "issued" is only said of what is on the disk.
fn write(made: &Made, order: &Order, revision: u32) -> Result<Vec<(PathBuf, IssuedFile)>, Problem> {
    fs::create_dir_all(&order.folder).map_err(|e| Problem::file("file-not-written", &order.folder, &e))?;
    let stem = file_stem(order, revision);
    let mut written = Vec::new();
    for (ending, bytes) in &made.files {
        let name = format!("{stem}{ending}");
        let path = order.folder.join(&name);
        files::write_whole(&path, bytes)?;
        let back = fs::read(&path).map_err(|e| Problem::file("file-not-read", &path, &e))?;
        if back != **bytes {
            return Err(Problem::new("file-differs-after-writing").with("path", path.display()));
        }
        let file = IssuedFile { name, sha256: Digest::of(bytes).to_string(), size: bytes.len() as u64 };
        written.push((path, file));
    }
    Ok(written)
}

fn file_stem(order: &Order, revision: u32) -> String {
    let number: String = order
        .number
        .chars()
        .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '-' | '_') { c } else { '-' })
        .collect();
    let kind = order.kind.code().replace('_', "-");
    let draft = if order.draft { "-draft" } else { "" };
    format!("{kind}-{number}-r{revision}{draft}")
}

fn record_and_sign(
    session: &mut Session,
    order: &Order,
    revision: u32,
    data: Digest,
    files: &[(PathBuf, IssuedFile)],
    signers: &[SigningPlace],
) -> Result<(PathBuf, Vec<String>), Problem> {
    let issue = ReportIssue {
        number: order.number.clone(),
        revision,
        report_kind: order.kind.code().to_owned(),
        data: data.to_string(),
        files: files.iter().map(|(_, f)| f.clone()).collect(),
    };
    let payload = to_payload(&issue)
        .map_err(|p| Problem::new("refusal-payload").with("place", &order.number).with("why", p.0))?;
    session.append(vec![NewEvent { kind: kind::REPORT_ISSUE, payload }])?;
    let pdf = files.first().and_then(|(_, f)| Digest::from_hex(&f.sha256));
    session.seal("report", pdf)?;
    let (checkpoint, _) = session.checkpoint_note()?;
    let statement = ReportStatement {
        dossier: session.dossier().id(),
        number: order.number.clone(),
        kind: statement_kind(order.kind),
        revision,
        data,
        files: files.iter().filter_map(|(_, f)| listed_file(f)).collect(),
        checkpoint,
        signers: signers.iter().filter_map(listed_signer).collect(),
    };
    let text = statement.to_text().map_err(|p| Problem::new("report-note-unwritable").with("why", p))?;
    let signed = sign_places(session, &statement, text)?;
    let path = order.folder.join(format!("{}.sig", file_stem(order, revision)));
    files::write_whole(&path, signed.as_bytes())?;
    let missing = match signature::report::check(&signed) {
        Ok(_) => unsigned(&signed),
        Err(_) => statement.signers.iter().map(|s| format!("{} ({})", s.name, s.function)).collect(),
    };
    Ok((path, missing))
}

/// Signs in every place this identity is listed for; others add theirs with [`sign`].
fn sign_places(session: &Session, statement: &ReportStatement, text: String) -> Result<String, Problem> {
    let Some(signer) = session.signer() else { return Ok(text) };
    let mut signed = text;
    for place in statement.signers.iter().filter(|s| s.key == signer.key()) {
        signed = signer
            .identity
            .sign_report(&place.function, &signed)
            .map_err(|p| Problem::new("report-not-signed").with("path", "").with("why", p.code()))?;
    }
    Ok(signed)
}

fn statement_kind(kind: ReportKind) -> signature::report::ReportKind {
    match kind {
        ReportKind::SelfDeclaration => signature::report::ReportKind::SelfDeclaration,
        ReportKind::IndependentAssessment => signature::report::ReportKind::IndependentAssessment,
        ReportKind::CertificationBody => signature::report::ReportKind::CertificationBody,
    }
}

fn listed_file(file: &IssuedFile) -> Option<ReportFile> {
    Some(ReportFile { name: file.name.clone(), sha256: Digest::from_hex(&file.sha256)?, size: file.size })
}

fn listed_signer(place: &SigningPlace) -> Option<Listed> {
    Some(Listed {
        name: place.actor.name.clone(),
        function: place.place.replace('_', "-"),
        key: PublicKey::from_hex(&place.actor.key)?,
    })
}

/// Renders one report from standard input to standard output: what the hidden sub-command of the child does.
#[must_use]
pub fn serve_renderer() -> std::process::ExitCode {
    report::child::serve()
}
