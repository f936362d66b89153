//! The register of the series, as the window shows it.

use checklist::{
    Checklist,
    series::{Phase, SeriesDocument, SeriesRegister, Subject},
};

use super::{
    Desk,
    lines::confidence,
    open::{pack_info, small},
    recents,
    types::*,
};
use crate::{Problem, basis, packs};

pub(super) fn series(desk: &Desk, _: Nothing) -> Result<SeriesView, Problem> {
    let register = SeriesRegister::parse(packs::SERIES).map_err(|problems| basis::problem_of(&problems))?;
    let served: Vec<(&str, Checklist)> = packs::PACKS
        .iter()
        .map(|pack| packs::read(pack.bytes).map(|checklist| (pack.part, checklist)))
        .collect::<Result<_, _>>()?;
    let dossiers = recents::list(&desk.home);
    let phase = |phase: Phase| {
        let used: Vec<&SeriesDocument> =
            register.documents.iter().filter(|d| d.phases().contains(&phase)).collect();
        let belongs = |document: &str| used.iter().any(|d| d.is_served_by(document));
        let of = |recent: &&Recent| {
            let lists = served.iter().map(|(_, checklist)| &checklist.document);
            lists
                .into_iter()
                .any(|document| belongs(document) && recent.checklist.starts_with(document.as_str()))
        };
        PhaseView {
            code: phase.code().to_owned(),
            documents: small(used.len() as u64),
            checklists: served
                .iter()
                .filter(|(_, checklist)| belongs(&checklist.document))
                .map(|(part, checklist)| pack_info(part, checklist))
                .collect(),
            dossiers: dossiers.iter().filter(of).cloned().collect(),
        }
    };
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
        phases: Phase::ALL.into_iter().map(phase).collect(),
    })
}

fn document(d: &SeriesDocument, served: &[(&str, Checklist)]) -> DocumentView {
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
        phases: d.phases().into_iter().map(|phase| phase.code().to_owned()).collect(),
        checklists: served
            .iter()
            .filter(|(_, checklist)| d.is_served_by(&checklist.document))
            .map(|(_, checklist)| checklist.id.clone())
            .collect(),
    }
}
