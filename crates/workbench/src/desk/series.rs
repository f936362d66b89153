//! The register of the series, as the window shows it.

use std::collections::BTreeSet;

use checklist::series::{SeriesDocument, SeriesRegister, Subject};

use super::{Desk, lines::confidence, types::*};
use crate::{Problem, packs};

pub(super) fn series(_: &Desk, _: Nothing) -> Result<SeriesView, Problem> {
    let register = SeriesRegister::parse(packs::SERIES).map_err(|problems| {
        let problems = problems.iter().map(|p| Problem::new("pack-damaged").with("why", p)).collect();
        Problem::all(problems).unwrap_or_else(|| Problem::new("pack-damaged").with("why", ""))
    })?;
    let served: Vec<(String, String)> = packs::PACKS
        .iter()
        .map(|pack| packs::read(pack.bytes).map(|c| (pack.part.to_owned(), c.id)))
        .collect::<Result<_, _>>()?;
    let phase =
        |d: &SeriesDocument| d.actual.lifecycle_phase.clone().or_else(|| d.overview.lifecycle_phase.clone());
    let phases: BTreeSet<String> = register.documents.iter().filter_map(phase).collect();
    Ok(SeriesView {
        as_of: register.as_of.clone(),
        sources: register.sources.clone(),
        tiers: register
            .by_tier()
            .map(|(tier, documents)| TierView {
                number: tier.number,
                label: tier.label.clone(),
                documents: documents.into_iter().map(|d| document(d, &served)).collect(),
            })
            .collect(),
        phases: phases.into_iter().collect(),
    })
}

fn document(d: &SeriesDocument, served: &[(String, String)]) -> DocumentView {
    let subject = |s: &Subject| match s {
        Subject::Title => "title",
        Subject::Type => "type",
        Subject::Status => "status",
        Subject::LifecyclePhase => "lifecycle_phase",
    };
    DocumentView {
        id: d.id.clone(),
        overview_title: d.overview.title.clone(),
        overview_type: d.overview.document_type.clone(),
        overview_status: d.overview.status.clone(),
        overview_phase: d.overview.lifecycle_phase.clone(),
        designation: d.actual.designation.clone(),
        title: d.actual.title.clone(),
        title_note: d.actual.title_note.clone(),
        document_type: d.actual.document_type.clone(),
        status: d.actual.status.clone(),
        edition: d.actual.edition.clone(),
        phase: d.actual.lifecycle_phase.clone(),
        differs: d.differs.iter().map(|s| subject(s).to_owned()).collect(),
        certification_scope: d.certification_scope.clone(),
        certifies: d.certifies.clone(),
        assessable: d.assessable.clone(),
        confidence: confidence(d.confidence).to_owned(),
        confidence_note: d.confidence_note.clone(),
        checklist: served.iter().find(|(part, _)| d.id.ends_with(part.as_str())).map(|(_, id)| id.clone()),
    }
}
