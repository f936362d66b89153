//! A proposal becomes entries of the trail and evidence.

use std::{collections::BTreeMap, io::Cursor, path::Path};

use evaluation::{
    decide::{NewEvent, Request},
    event::{EvidenceAdd, Import, kind},
};
use evidence::{Format, Limits, child, ledger::Totals};
use trail::Digest;

use super::{Done, Proposal};
use crate::{Problem, Session, media};

/// Records a proposal.
///
/// Of `embedded`, the files and images inside the workbook with these SHA-256 become evidence too.
///
/// # Errors
/// The same file and sheet were imported before (unless asked to do it again), claims could not be placed, the
/// file has changed since it was read, or the dossier can't be written. Claims are recorded all or none.
pub fn commit(
    session: &mut Session,
    proposal: &Proposal,
    with: &Taking<'_>,
    going: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Done, Problem> {
    let sheet = &proposal.mapping.sheet;
    if !with.again && proposal.is_recorded(session) {
        return Err(Problem::new("import-already").with("file", &proposal.file_name).with("sheet", sheet));
    }
    if let Some(first) = proposal.unplaced.first() {
        return Err(Problem::new(format!("import-{}", first.why))
            .with("line", first.line)
            .with("requirement", &first.requirement)
            .with("word", &first.word)
            .with("count", proposal.unplaced.len()));
    }
    let mut progress = |g: dossier::Going| going(g.done, g.total);
    let mut file = crate::files::open_chosen(&proposal.file)?;
    let card = own_card(&proposal.file_name, "vendor_workbook", media_type(proposal.format), "supplier");
    let read = proposal.sha256;
    session.ingest(&mut file, card, &mut progress, &mut |stored| {
        if stored.sha256 == read {
            Ok(Vec::new())
        } else {
            Err(Problem::new("import-file-changed").with("file", &proposal.file_name))
        }
    })?;
    for text in proposal.texts.values() {
        let card = own_card("cell.txt", "import_text", "text/plain", "supplier");
        session.ingest(&mut Cursor::new(text.as_bytes()), card, &mut progress, &mut |_| Ok(Vec::new()))?;
    }
    let embedded = take_embedded(session, proposal, with, &mut progress)?;
    record(session, proposal, embedded, &mut progress)
}

/// How a proposal is recorded.
#[derive(Clone, Copy, Debug)]
pub struct Taking<'a> {
    /// Although the file was imported before.
    pub again: bool,
    /// SHA-256 of the files and images inside the workbook that become evidence.
    pub embedded: &'a [String],
    /// The program that unpacks them in a child process (itself).
    pub program: &'a Path,
}

/// Takes the chosen files and images out of the workbook; none is opened.
fn take_embedded(
    session: &mut Session,
    proposal: &Proposal,
    with: &Taking<'_>,
    progress: &mut dyn FnMut(dossier::Going) -> bool,
) -> Result<usize, Problem> {
    let mut taken = 0;
    for embedded in &proposal.embedded {
        let sha256 = embedded.sha256.to_string();
        if !with.embedded.contains(&sha256) || session.state().evidence_item(&sha256).is_some() {
            continue;
        }
        let limits = Limits::default();
        let bytes = child::part(with.program, &["read-workbook"], &proposal.file, &embedded.name, &limits)?;
        if Digest::of(&bytes) != embedded.sha256 {
            return Err(Problem::new("import-file-changed").with("file", &proposal.file_name));
        }
        let name = embedded.name.rsplit('/').next().unwrap_or(&embedded.name);
        let mut source = Cursor::new(bytes);
        let sniffed = media::sniff(&mut source, name)
            .map_err(|e| Problem::new("file-not-read").with("path", name).with("why", e))?;
        let mut card = own_card(name, "other", sniffed, "supplier");
        card.title = format!("{name} ({})", proposal.file_name);
        session.ingest(&mut source, card, progress, &mut |_| Ok(Vec::new()))?;
        taken += 1;
    }
    Ok(taken)
}

/// The ledger's bytes, the claims and the import: one transaction.
fn record(
    session: &mut Session,
    proposal: &Proposal,
    embedded: usize,
    progress: &mut dyn FnMut(dossier::Going) -> bool,
) -> Result<Done, Problem> {
    let ledger = proposal.imported.ledger.to_json();
    let digest = Digest::of(ledger.as_bytes());
    let import = proposal.import(&digest.to_string())?;
    let totals = import.totals.clone();
    let events: Vec<NewEvent> =
        session.decide(Request::Import { claims: proposal.claims.clone(), import })?;
    let repeated = events
        .iter()
        .find(|event| event.kind == kind::IMPORT)
        .and_then(|event| evaluation::event::from_payload::<Import>(&event.payload).ok())
        .map_or(0, |import| import.repeated.len());
    let recorded = claims_in(&events);
    let name = format!("{}.ledger.json", proposal.file_name);
    let card = own_card(&name, "import_ledger", "application/json", "evaluator");
    let mut claims = Some(events);
    let (_, recording) = session.ingest(&mut Cursor::new(ledger.as_bytes()), card, progress, &mut |_| {
        Ok(claims.take().unwrap_or_default())
    })?;
    Ok(Done {
        claims: recorded,
        repeated,
        embedded,
        file: proposal.sha256.to_string(),
        ledger: digest.to_string(),
        totals,
        recording,
    })
}

pub(super) fn claims_in(events: &[NewEvent]) -> usize {
    events.iter().filter(|event| event.kind == kind::CLAIM_SET).count()
}

/// Totals by the code of how a row ended.
pub(crate) fn totals_by_name(totals: &Totals) -> BTreeMap<String, u64> {
    let value = serde_json::to_value(totals).unwrap_or_default();
    let map = value.as_object().into_iter().flatten();
    map.filter_map(|(name, n)| Some((name.clone(), n.as_u64()?))).collect()
}

fn own_card(name: &str, class: &str, media_type: &str, producer: &str) -> EvidenceAdd {
    EvidenceAdd {
        sha256: String::new(),
        size: 0,
        name: name.to_owned(),
        media_type: media_type.to_owned(),
        class: class.to_owned(),
        title: name.to_owned(),
        revision: None,
        producer: producer.to_owned(),
        date: None,
        project: None,
        version: None,
        confidentiality: "confidential".to_owned(),
        supersedes: Vec::new(),
    }
}

fn media_type(format: Format) -> &'static str {
    let code =
        serde_json::to_value(format).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default();
    match code.as_str() {
        "xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "xlsm" => "application/vnd.ms-excel.sheet.macroEnabled.12",
        "xlsb" => "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
        "xls" => "application/vnd.ms-excel",
        "ods" => "application/vnd.oasis.opendocument.spreadsheet",
        _ => "text/csv",
    }
}
