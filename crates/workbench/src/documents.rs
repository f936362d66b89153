//! The documents that a vendor's claims refer to: which rows need them, which have arrived, and which to ask for.

use std::path::Path;

use evaluation::{
    case::OWN_CLASSES,
    decide::Request as Asked,
    event::{EvidenceAdd, RowKey, SourceCell},
};
use evidence::{
    difference::Subject,
    ids::KnownIds,
    references::{
        self, Arrived, Document, Documents, FileMatch, Mention, Request, RequestState, RowReferences, Through,
    },
};
use report::xlsx::requests::{RequestLine, RequestList};
use trail::Digest;
use words::Words;

use crate::{Problem, Recording, Session, clock, files, import};

/// What the claims that stand refer to.
#[derive(Debug)]
pub struct Referenced {
    /// References by row.
    pub rows: Vec<RowReferences>,
    /// The documents that they name.
    pub documents: Documents,
    /// Evidence that is registered; what Assay stored by itself is left out.
    pub registered: Vec<EvidenceAdd>,
    /// Which of it may be which document, the surest first.
    pub matches: Vec<FileMatch>,
    /// The documents that are not there as they are referred to.
    pub requests: Vec<Request>,
}

/// Reads the references of every claim that stands, and compares them with the evidence register.
#[must_use]
pub fn referenced(session: &Session) -> Referenced {
    let state = session.state();
    let known = KnownIds::of(session.checklist());
    let mut rows = Vec::new();
    for key in evaluation::conclude::rows(state, session.checklist()) {
        let claims = state.row(&key).claims;
        let cells = claims.iter().flat_map(|claim| &claim.value.evidence);
        let references: Vec<_> =
            cells.flat_map(|cell| references::parse(&whole(session, cell), &known)).collect();
        if !references.is_empty() {
            rows.push(RowReferences { row: import::subject(&key), references });
        }
    }
    let documents = references::group(&rows);
    let is_theirs = |item: &EvidenceAdd| !OWN_CLASSES.contains(&item.class.as_str());
    let registered: Vec<EvidenceAdd> =
        state.evidence().into_iter().map(|item| item.value).filter(is_theirs).collect();
    let files: Vec<(String, String)> =
        registered.iter().map(|item| (item.name.clone(), item.sha256.clone())).collect();
    let arrived: Vec<Arrived> = registered
        .iter()
        .map(|item| Arrived {
            name: item.name.clone(),
            sha256: item.sha256.clone(),
            title: item.title.clone(),
            revision: item.revision.clone(),
        })
        .collect();
    Referenced {
        matches: references::match_files(&documents.documents, &files),
        requests: references::request_list(&documents.documents, &arrived),
        rows,
        documents,
        registered,
    }
}

impl Referenced {
    /// The document of that name.
    ///
    /// # Errors
    /// No claim refers to one.
    pub fn document(&self, name: &str) -> Result<&Document, Problem> {
        let found = self.documents.documents.iter().find(|document| document.name == name);
        found.ok_or_else(|| Problem::new("document-unknown").with("name", name))
    }

    /// Why the document is asked for; `None` where it has arrived.
    #[must_use]
    pub fn request(&self, document: usize) -> Option<&Request> {
        self.requests.iter().find(|request| request.document == document)
    }
}

/// Whether the row needs the document only if *see above* means the row before it.
#[must_use]
pub fn is_reading(mention: &Mention) -> bool {
    matches!(mention.through, Some(Through::Above))
}

/// The rows that need a document, each once; those that merely point at what stands above are left to a person.
#[must_use]
pub fn rows_of(document: &Document) -> Vec<RowKey> {
    let mut rows: Vec<RowKey> = Vec::new();
    for mention in document.mentions.iter().filter(|mention| !is_reading(mention)) {
        let row = row_of(&mention.row);
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
    rows
}

/// The row of a subject.
#[must_use]
pub fn row_of(subject: &Subject) -> RowKey {
    RowKey {
        requirement: subject.requirement.clone(),
        role: subject.role.clone(),
        component: subject.component.clone(),
    }
}

/// Links evidence to every row that refers to the document, in one transaction.
///
/// # Errors
/// No such document or evidence, it is linked to each of them already, or the dossier can't be written.
pub fn link(
    session: &mut Session,
    document: &str,
    sha256: &str,
) -> Result<(Recording, Vec<RowKey>), Problem> {
    let rows = rows_of(referenced(session).document(document)?);
    let mut events = Vec::new();
    let mut linked = Vec::new();
    for row in rows {
        if session.state().links_of_row(&row).iter().any(|known| known == sha256) {
            continue;
        }
        events.extend(session.decide(Asked::LinkEvidence {
            row: Some(row.clone()),
            activity: None,
            evidence: vec![sha256.to_owned()],
            linked: true,
        })?);
        linked.push(row);
    }
    if events.is_empty() {
        return Err(Problem::new("document-linked").with("name", document));
    }
    Ok((session.append(events)?, linked))
}

/// Writes the list of documents to ask the vendor for, and says how many there are.
///
/// # Errors
/// The file can't be written.
pub fn write_requests(session: &Session, words: &Words, to: &Path) -> Result<usize, Problem> {
    let referenced = referenced(session);
    let title = session.state().opening().map(|opening| opening.value.title).unwrap_or_default();
    let lines = referenced.requests.iter().map(|request| {
        let rows: Vec<String> = request.rows.iter().map(|row| row_of(row).to_string()).collect();
        let instead: Vec<String> = instead(&request.state)
            .into_iter()
            .filter_map(|at| referenced.registered.get(at).map(|item| item.name.clone()))
            .collect();
        RequestLine {
            document: request.name.clone(),
            revisions: request.revisions.join(", "),
            rows: rows.join(", "),
            state: state_code(&request.state).to_owned(),
            instead: instead.join("\n"),
        }
    });
    let list = RequestList { title, written_on: clock::today(), lines: lines.collect() };
    let problem = |p: report::RenderProblem| {
        Problem::new(format!("report-problem-{}", p.code())).with("detail", p.detail())
    };
    let bytes = report::xlsx::requests::write(&list, &words.with_prefix("report-")).map_err(problem)?;
    files::write_whole(to, &bytes)?;
    Ok(list.lines.len())
}

/// The code of a state.
#[must_use]
pub const fn state_code(state: &RequestState) -> &'static str {
    match state {
        RequestState::Missing => "missing",
        RequestState::Perhaps { .. } => "perhaps",
        RequestState::OtherRevision { .. } => "other_revision",
        RequestState::OtherContent { .. } => "other_content",
    }
}

/// Which registered evidence is there instead.
fn instead(state: &RequestState) -> Vec<usize> {
    match state {
        RequestState::Missing => Vec::new(),
        RequestState::Perhaps { arrived } => arrived.clone(),
        RequestState::OtherRevision { arrived, .. } | RequestState::OtherContent { arrived } => {
            vec![*arrived]
        }
    }
}

/// The text of a cell; a long one is kept as evidence, and stands in the event with its beginning alone.
pub(crate) fn whole(session: &Session, cell: &SourceCell) -> String {
    let kept = cell.whole.as_ref().and_then(|digest| {
        let mut bytes = Vec::new();
        session.dossier().evidence_bytes(&Digest::from_hex(digest)?, &mut bytes).ok()?;
        String::from_utf8(bytes).ok()
    });
    kept.unwrap_or_else(|| cell.text.clone())
}
