//! The documents that the vendor's claims refer to.

use std::collections::BTreeSet;

use evidence::references::{Reference, ReferenceKind};
use words::Words;

use super::{Desk, open::Open, types::*};
use crate::{
    Problem,
    documents::{self, Referenced, row_of, state_code},
};

/// From this score on a file counts as the document.
const SURE: u8 = 75;

pub(super) fn documents(desk: &Desk, _: Nothing) -> Result<Documents, Problem> {
    desk.looking(|open| {
        let referenced = documents::referenced(&open.session);
        let mut views: Vec<ReferencedDocument> =
            (0..referenced.documents.documents.len()).filter_map(|at| view(open, &referenced, at)).collect();
        // What is missing is what one looks for.
        views.sort_by_key(|view| (view.state == "arrived", view.state != "missing"));
        let name = |at: usize| {
            referenced.documents.documents.get(at).map(|document| document.name.clone()).unwrap_or_default()
        };
        let alike = referenced.documents.suggestions.iter().map(|pair| AlikeDocuments {
            first: name(pair.first),
            second: name(pair.second),
            reason: pair.reason.id().to_owned(),
        });
        let others = referenced.documents.others.iter().map(|other| OtherReference {
            row: row_of(&other.row).to_string(),
            text: other.text.clone(),
            kind: kind(other.kind).to_owned(),
        });
        Ok(Documents { alike: alike.collect(), others: others.collect(), documents: views })
    })
}

fn view(open: &Open, referenced: &Referenced, at: usize) -> Option<ReferencedDocument> {
    let document = referenced.documents.documents.get(at)?;
    let request = referenced.request(at);
    let mut matches: Vec<_> = referenced.matches.iter().filter(|found| found.document == at).collect();
    matches.sort_by_key(|found| std::cmp::Reverse(found.score));
    let files: Vec<DocumentFile> = matches
        .iter()
        .filter_map(|found| {
            let item = referenced.registered.get(found.file)?;
            Some(DocumentFile {
                sha256: item.sha256.clone(),
                name: item.name.clone(),
                reason: found.reason.id().to_owned(),
                sure: found.score >= SURE,
            })
        })
        .collect();
    let are_it: BTreeSet<&str> = files.iter().map(|file| file.sha256.as_str()).collect();
    let reference =
        |entry: usize, of: usize| -> Option<&Reference> { referenced.rows.get(entry)?.references.get(of) };
    let rows = document.mentions.iter().map(|mention| {
        let row = row_of(&mention.row).to_string();
        let there = open.rows.place(&row).and_then(|place| open.rows.evidence.get(place));
        DocumentRow {
            text: reference(mention.entry, mention.reference).map(|r| r.text.clone()).unwrap_or_default(),
            places: mention.locations.iter().map(|location| location.value.clone()).collect(),
            reading: documents::is_reading(mention),
            linked: there.is_some_and(|there| there.iter().any(|sha| are_it.contains(sha.as_str()))),
            row,
        }
    });
    let wanted = match request.map(|request| &request.state) {
        Some(evidence::references::RequestState::OtherRevision { wanted, .. }) => wanted.clone(),
        _ => Vec::new(),
    };
    Some(ReferencedDocument {
        name: document.name.clone(),
        revisions: document.revisions.clone(),
        urls: document.urls.clone(),
        state: request.map_or("arrived", |request| state_code(&request.state)).to_owned(),
        wanted,
        rows: rows.collect(),
        files,
    })
}

const fn kind(kind: ReferenceKind) -> &'static str {
    match kind {
        ReferenceKind::Document => "document",
        ReferenceKind::Location => "location",
        ReferenceKind::Row => "row",
        ReferenceKind::Above => "above",
        ReferenceKind::Below => "below",
        ReferenceKind::Pending => "pending",
        ReferenceKind::None => "none",
        ReferenceKind::Text => "text",
    }
}

pub(super) fn link(desk: &Desk, asked: DocumentLink) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let (recording, rows) = documents::link(&mut open.session, &asked.document, &asked.sha256)?;
        open.recorded(&recording, Some(rows.iter().map(ToString::to_string).collect()))
    })
}

pub(super) fn save(desk: &Desk, asked: RequestsSave) -> Result<Nothing, Problem> {
    let path = desk.files.path(&asked.file)?;
    let words = Words::load(&asked.language);
    desk.looking(|open| documents::write_requests(&open.session, &words, &path).map(|_| Nothing {}))
}
