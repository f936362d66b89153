//! What the evaluation is measured against: edition, profile, licensed texts.

use checklist::{
    Checklist,
    profile::{Profile, Selection, Status},
    text::TextPack,
};
use evaluation::event::EditionDifference;

use super::{
    Desk,
    open::{Open, pack_info, small},
    types::*,
};
use crate::{
    Problem,
    basis::{OwnTexts, editions, preview, read_file},
    import, packs,
};

pub(super) fn basis(desk: &Desk, _: Nothing) -> Result<BasisView, Problem> {
    desk.looking(|open| {
        let checklist = open.session.checklist();
        let editions = editions(checklist).into_iter().map(|(pack, to)| edition(open, &pack, &to));
        let moved = open.session.state().edition().map(|moved| MoveView {
            carried: moved.value.carried,
            review: small(moved.value.review.len() as u64),
            reason: moved.value.reason.clone(),
            author: open.rows.name(&moved.chain),
            time: moved.time,
        });
        Ok(BasisView {
            editions: editions.collect::<Result<_, _>>()?,
            moved,
            profile: open.profile.as_ref().map(|p| profile(p, checklist)),
            texts: open.texts.as_ref().map(texts),
        })
    })
}

fn edition(open: &Open, pack: &packs::Pack, to: &Checklist) -> Result<EditionView, Problem> {
    let own = open.session.checklist();
    let state = open.session.state();
    let change = preview(own, pack)?;
    let label = |id: &str| {
        let row = to.requirement(id).or_else(|| own.requirement(id)).map(|r| &r.label);
        row.or_else(|| to.activity(id).or_else(|| own.activity(id)).map(|a| &a.label))
            .cloned()
            .unwrap_or_default()
    };
    let judged = |id: &str| {
        let rows = state.rows_of(id).into_iter();
        rows.map(|key| state.row(&key)).any(|row| row.verdict.is_some()) || state.activity(id).is_some()
    };
    let review = change.review.iter().map(|one| EditionEntry {
        id: one.id.clone(),
        label: label(&one.id),
        why: one.why.code().to_owned(),
        judged: one.why != EditionDifference::Added && judged(&one.id),
    });
    Ok(EditionView { pack: pack_info(pack.part, to), carried: change.carried, review: review.collect() })
}

fn profile(profile: &Profile, checklist: &Checklist) -> ProfileView {
    let label = |id: &str| checklist.requirement(id).map(|r| r.label.clone()).unwrap_or_default();
    let excluded = profile.excluded().map(|id| ExcludedRow {
        row: id.to_owned(),
        label: label(id),
        justification: match profile.selection(id) {
            Selection::Excluded { justification } => justification.map(str::to_owned),
            Selection::Included { .. } => None,
        },
    });
    let raised = profile.included().filter_map(|id| match profile.selection(id) {
        Selection::Included { min_level: Some(level) } => {
            Some(RaisedRow { row: id.to_owned(), label: label(id), level })
        }
        _ => None,
    });
    let context = profile.context.as_ref();
    let told = |flaw: &checklist::profile::Flaw| Told {
        text: flaw.code().to_owned(),
        args: flaw.arguments().into_iter().map(|(k, v)| (k.to_owned(), v)).collect(),
        subject: String::new(),
    };
    ProfileView {
        id: profile.id.clone(),
        version: profile.version.clone(),
        title: profile.title.clone(),
        publisher: profile.publisher.clone(),
        status: match profile.status {
            Status::Draft => "draft",
            Status::Published => "published",
            Status::Withdrawn => "withdrawn",
        }
        .to_owned(),
        date: profile.date.clone(),
        conforms: !profile.tailoring_only(),
        sector: context.map(|c| c.sector.clone()),
        object: context.map(|c| c.object.clone()),
        assumptions: context.map(|c| c.assumptions.clone()).unwrap_or_default(),
        threats: context
            .map(|c| {
                let threat = |t: &checklist::profile::Threat| ThreatView {
                    threat: t.threat.clone(),
                    consequence: t.consequence.clone(),
                };
                c.threats.iter().map(threat).collect()
            })
            .unwrap_or_default(),
        risk: profile.risk_evaluation.as_ref().map(|r| r.summary.clone()),
        included: small(profile.included().count() as u64),
        excluded: excluded.collect(),
        raised: raised.collect(),
        flaws: profile.flaws().iter().map(told).collect(),
    }
}

fn texts(pack: &TextPack) -> TextsView {
    TextsView {
        licensee: pack.licensee.clone(),
        document: format!("{}:{}", pack.document, pack.edition),
        language: pack.language.clone(),
        texts: small(pack.count() as u64),
        without: small(pack.without_text.len() as u64),
    }
}

/// What the standing profile says about the requirement.
pub(super) fn of_row(open: &Open, requirement: &str) -> Option<ProfileRowView> {
    let profile = open.profile.as_ref()?;
    let said = profile.row(requirement);
    let (included, level, justification) = match profile.selection(requirement) {
        Selection::Included { min_level } => (true, min_level, said.and_then(|r| r.justification.clone())),
        Selection::Excluded { justification } => (false, None, justification.map(str::to_owned)),
    };
    Some(ProfileRowView {
        profile: profile.title.clone(),
        included,
        level,
        justification,
        guidance: said.and_then(|r| r.guidance.clone()),
        interpretation: said.and_then(|r| r.interpretation.clone()),
        parameters: said
            .map(|r| {
                let set = |p: &checklist::profile::Parameter| ParameterView {
                    name: p.name.clone(),
                    value: p.value.clone(),
                };
                r.parameters.iter().map(set).collect()
            })
            .unwrap_or_default(),
        examples: said.map(|r| r.implementation_examples.clone()).unwrap_or_default(),
    })
}

pub(super) fn profile_look(desk: &Desk, asked: ChosenFile) -> Result<ProfileView, Problem> {
    let bytes = read_file(&desk.files.path(&asked.file)?)?;
    desk.looking(|open| Ok(profile(&open.session.read_profile(&bytes)?, open.session.checklist())))
}

pub(super) fn profile_adopt(desk: &Desk, asked: ProfileAdopting) -> Result<Changed, Problem> {
    let path = desk.files.path(&asked.file)?;
    let bytes = read_file(&path)?;
    desk.recording(|open| {
        let recording = open.session.adopt_profile(&bytes, &import::name_of(&path), asked.reason)?;
        open.profile = open.session.profile()?;
        open.recorded(&recording, None)
    })
}

pub(super) fn edition_move(desk: &Desk, asked: EditionMoving) -> Result<Changed, Problem> {
    let pack = packs::find(&asked.pack)?;
    desk.recording(|open| {
        let recording = open.session.move_edition(&pack, &asked.reason)?;
        open.read_basis(&desk.home);
        open.recorded(&recording, None)
    })
}

pub(super) fn texts_take(desk: &Desk, asked: ChosenFile) -> Result<TextsView, Problem> {
    let bytes = read_file(&desk.files.path(&asked.file)?)?;
    desk.looking(|open| {
        let pack = OwnTexts::of(&desk.home).take(&bytes, open.session.checklist())?;
        let told = texts(&pack);
        open.texts = Some(pack);
        Ok(told)
    })
}

pub(super) fn texts_forget(desk: &Desk, _: Nothing) -> Result<Nothing, Problem> {
    desk.looking(|open| {
        OwnTexts::of(&desk.home).forget(open.session.checklist())?;
        open.texts = None;
        Ok(Nothing {})
    })
}
