//! The facts of the case and its people.

use std::collections::BTreeSet;

use evaluation::{
    case::{FIELDS, Field, ReportKind, Shape},
    decide::Request,
    event::{ActorEnroll, CaseSet, Role},
};
use trail::{ChainId, PublicKey};

use super::{Desk, open::Open, types::*};
use crate::Problem;

pub(super) fn case(desk: &Desk, _: Nothing) -> Result<CaseView, Problem> {
    desk.looking(|open| {
        let object = open.session.checklist().object;
        let state = open.session.state();
        let evaluators = state.evaluators();
        let me = open.me();
        let people = state.actors().into_iter().map(|a| PersonView {
            me: Some(a.chain) == me,
            evaluated: evaluators.contains(&a.chain),
            chain: a.chain.to_string(),
            key: a.key,
            name: a.name,
            organisation: a.organisation,
            function: a.function,
            roles: a.roles.iter().map(|r| r.code().to_owned()).collect(),
            admitted: a.admitted,
            competence: a.competence,
            impartiality: a.impartiality,
        });
        Ok(CaseView {
            fields: FIELDS.iter().filter(|f| f.applies(object)).map(|f| field(open, f)).collect(),
            people: people.collect(),
            roles: Role::ALL.iter().map(|r| r.code().to_owned()).collect(),
            may_admit: me.is_some_and(|me| state.has_role(me, Role::Lead)),
        })
    })
}

fn field(open: &Open, field: &Field) -> FieldView {
    let state = open.session.state();
    let object = open.session.checklist().object;
    let set = state.value::<CaseSet>("case", field.name);
    let (shape, codes) = shape(field.shape);
    // The rule of the evaluation: a claim that was judged against changes only with a reason.
    let is_claim = field.name.starts_with("claim.") || matches!(field.name, "object.types" | "object.roles");
    let for_kinds = ReportKind::ALL.into_iter().filter_map(|kind| {
        let value = state.case(&format!("{}/{}", kind.code(), field.name))?;
        Some(KindValue { kind: kind.code().to_owned(), value })
    });
    FieldView {
        name: field.name.to_owned(),
        shape: shape.to_owned(),
        codes: codes.iter().map(|c| (*c).to_owned()).collect(),
        needed_by: ReportKind::ALL
            .into_iter()
            .filter(|kind| field.is_needed(*kind, object))
            .map(|kind| kind.code().to_owned())
            .collect(),
        issuers_words: field.issuers_words,
        conflicting: state.superseded_by_next("case", field.name).len() > 1,
        author: set.as_ref().map(|s| open.rows.name(&s.chain)),
        time: set.as_ref().map(|s| s.time.clone()),
        needs_reason: is_claim && set.is_some() && !state.evaluators().is_empty(),
        value: set.map(|s| s.value.value).unwrap_or_default(),
        for_kinds: for_kinds.collect(),
    }
}

const fn shape(shape: Shape) -> (&'static str, &'static [&'static str]) {
    match shape {
        Shape::Text => ("text", &[]),
        Shape::Texts => ("texts", &[]),
        Shape::TextsOrNone => ("texts_or_none", &[]),
        Shape::Exclusions => ("exclusions", &[]),
        Shape::OneOf(codes) => ("one_of", codes),
        Shape::ComponentTypes => ("component_types", &["SAR", "EDR", "HDR", "NDR"]),
        Shape::ProviderRoles => ("roles", &evaluation::case::PROVIDER_ROLES),
        Shape::Levels => ("levels", &[]),
        Shape::MaturityLevel => ("ml", &[]),
        Shape::Date => ("date", &[]),
        Shape::Number => ("number", &[]),
    }
}

pub(super) fn set(desk: &Desk, asked: CaseSetting) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let moves_rows = asked.field.starts_with("claim.")
            || matches!(asked.field.as_str(), "object.types" | "object.roles" | "object.components");
        let rows = if moves_rows { None } else { Some(BTreeSet::new()) };
        let request = Request::SetCase { field: asked.field, value: asked.value, reason: asked.reason };
        let recording = open.session.perform(request)?;
        open.recorded(&recording, rows)
    })
}

pub(super) fn admit(desk: &Desk, asked: Admit) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let unknown = || Problem::new("refusal-not-a-key").with("place", &asked.key);
        let key = PublicKey::from_hex(asked.key.trim()).ok_or_else(unknown)?;
        let role = |code: &String| Role::ALL.into_iter().find(|r| r.code() == code);
        let stated = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
        let card = ActorEnroll {
            chain: ChainId::of(&open.id(), &key).to_string(),
            key: key.to_string(),
            name: asked.name.trim().to_owned(),
            organisation: asked.organisation.clone(),
            roles: asked.roles.iter().filter_map(role).collect(),
            competence: stated(&asked.competence),
            impartiality: stated(&asked.impartiality),
            function: stated(&asked.function),
            supersedes: Vec::new(),
        };
        let recording = open.session.perform(Request::Enroll(card))?;
        open.recorded(&recording, None)
    })
}
