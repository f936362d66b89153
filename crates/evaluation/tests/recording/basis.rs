//! Profiles and editions: what they select, and what stands after them.

use std::collections::BTreeMap;

use checklist::Object;
use evaluation::{
    conclude::{Conclusion, conclude, declared_ml},
    decide::{Request, edition_change},
    event::{AnyVerdict, EditionDifference, RowKey},
};

use crate::{
    asked::{Asked, other_edition},
    desk::Desk,
};

fn ask(desk: &mut Desk, person: &str, asked: serde_json::Value) {
    let asked: Asked = serde_json::from_value(asked).expect("a request");
    let done = desk.ask(person, asked.into());
    done.unwrap_or_else(|refusal| panic!("set-up must not be refused: {refusal:?}"));
}

fn provider() -> Desk {
    let mut desk = Desk::of(Object::ServiceProvider);
    for step in [
        serde_json::json!({"open": {"title": "Services"}}),
        serde_json::json!({"case": {"field": "object.roles", "value": ["maintenance"]}}),
        serde_json::json!({"case": {"field": "claim.ml", "value": 2}}),
        serde_json::json!({"evidence": {"name": "procedure.pdf", "class": "procedure"}}),
        serde_json::json!({"evidence": {"name": "competence.csv", "class": "competence"}}),
    ] {
        ask(&mut desk, "lead", step);
    }
    desk
}

fn pass(desk: &mut Desk, row: &str) {
    ask(
        desk,
        "lead",
        serde_json::json!({"record": {"row": row, "verdict": {"is": "pass", "rationale": "Seen",
            "evidence": ["procedure.pdf", "competence.csv"], "ml": 2}}}),
    );
}

fn standing(desk: &Desk, row: &str) -> Option<AnyVerdict> {
    desk.state.row(&RowKey::read(row)).verdict.map(|v| v.value.verdict)
}

#[test]
fn an_excluded_row_is_not_evaluated_and_never_not_applicable() {
    let mut desk = provider();
    ask(
        &mut desk,
        "lead",
        serde_json::json!({"profile": {"object": "service_provider", "file": "p.json",
            "excluded": {"SP.05.01 BR": "No safety instrumented system in the sector"}}}),
    );
    let Conclusion::ServiceProvider(before) = conclude(&provider().state, &desk.checklist) else {
        panic!("a provider has a provider's conclusion")
    };
    let Conclusion::ServiceProvider(after) = conclude(&desk.state, &desk.checklist) else {
        panic!("a provider has a provider's conclusion")
    };
    let total = |c: &evaluation::provider::ProviderConclusion| c.tuples.last().cloned().expect("a total");
    assert_eq!(total(&after).nar, total(&before).nar, "a profile makes no row not applicable");
    assert_eq!(total(&after).tr, total(&before).tr, "and takes none out of the total");
    let open = |c: &evaluation::provider::ProviderConclusion| {
        c.missing.iter().filter(|reason| reason.subject.starts_with("SP.05.01 BR")).count()
    };
    assert!(open(&before) > 0, "without a profile the row is open work");
    assert_eq!(open(&after), 0, "with it the row is not evaluated, and nothing is missing there");
}

#[test]
fn the_level_that_a_profile_asks_is_declared_with_it() {
    let mut desk = provider();
    ask(
        &mut desk,
        "lead",
        serde_json::json!({"profile": {"object": "service_provider", "file": "p.json",
            "min_ml": {"SP.01.01 BR": 3, "SP.01.02 BR": 1}}}),
    );
    let declared = |row: &str| declared_ml(&desk.state, &RowKey::read(row));
    assert_eq!(
        declared("SP.01.01 BR @maintenance"),
        Some(3),
        "the profile asks for more than the case declares"
    );
    assert_eq!(declared("SP.01.02 BR @maintenance"), Some(2), "the case declares more than the profile asks");
    assert_eq!(
        declared("SP.01.03 BR @maintenance"),
        Some(2),
        "where the profile asks nothing the case counts"
    );
}

#[test]
fn a_move_carries_over_only_answers_whose_row_is_the_same() {
    let mut desk = provider();
    pass(&mut desk, "SP.01.01 BR @maintenance");
    pass(&mut desk, "SP.01.02 BR @maintenance");
    // A verdict that replaced another one: setting aside the newer must not bring the older back.
    pass(&mut desk, "SP.01.02 BR @maintenance");
    let to = other_edition(Object::ServiceProvider, &["SP.01.02 BR".to_owned()], None);
    let request = Request::MoveEdition { to: Box::new(to.clone()), reason: "Edition 3".to_owned() };
    let events = desk.ask("lead", request).expect("a lead moves the evaluation");
    assert_eq!(events.len(), 1, "a move is one event");
    assert_eq!(
        standing(&desk, "SP.01.01 BR @maintenance"),
        Some(AnyVerdict::Pass),
        "an unchanged row keeps its answer"
    );
    assert_eq!(standing(&desk, "SP.01.02 BR @maintenance"), None, "a changed row is open again");
    let moved = desk.state.edition().expect("the move stands").value;
    assert_eq!(moved.carried, 122, "all rows but one are the same");
    assert_eq!(moved.review.len(), 1, "the one that differs is listed for review");
    assert_eq!(moved.set_aside.len(), 2, "the whole history of the row is set aside");
    let digest = desk.state.checklist_sha256();
    assert_eq!(digest, Some(to.digest.to_string()), "from now on the other pack is the pinned one");
    // The fold does not depend on the order of arrival; a new verdict on the new edition stands.
    desk.checklist = to;
    pass(&mut desk, "SP.01.02 BR @maintenance");
    assert_eq!(
        standing(&desk, "SP.01.02 BR @maintenance"),
        Some(AnyVerdict::Pass),
        "the row can be judged anew"
    );
    let history = desk.state.verdicts_ever(&RowKey::read("SP.01.02 BR @maintenance"));
    assert_eq!(history.len(), 3, "what was set aside stays in the history");
}

#[test]
fn a_move_by_a_key_that_never_evaluated_changes_nothing() {
    let mut desk = provider();
    ask(&mut desk, "lead", serde_json::json!({"enroll": {"who": "clara", "roles": ["client_contact"]}}));
    pass(&mut desk, "SP.01.01 BR @maintenance");
    let to = other_edition(Object::ServiceProvider, &["SP.01.01 BR".to_owned()], None);
    let request = Request::MoveEdition { to: Box::new(to), reason: "Edition 3".to_owned() };
    let [forged] = desk.decide("lead", request).expect("as a lead would").try_into().expect("one event");
    desk.write("clara", forged.kind, forged.payload);
    assert_eq!(
        standing(&desk, "SP.01.01 BR @maintenance"),
        Some(AnyVerdict::Pass),
        "the client must not be able to set a verdict aside"
    );
    assert!(desk.state.edition().is_none(), "nor to change the checklist");
}

#[test]
fn a_profile_selects_nothing_after_a_move_to_another_edition() {
    let mut desk = provider();
    ask(
        &mut desk,
        "lead",
        serde_json::json!({"profile": {"object": "service_provider", "file": "p.json",
            "excluded": {"SP.05.01 BR": "No SIS"}}}),
    );
    assert!(desk.state.excluded_by_profile("SP.05.01 BR").is_some(), "the profile stands");
    let to = other_edition(Object::ServiceProvider, &["SP.01.02 BR".to_owned()], None);
    desk.ask("lead", Request::MoveEdition { to: Box::new(to), reason: "Edition 3".to_owned() })
        .expect("moves");
    assert!(
        desk.state.excluded_by_profile("SP.05.01 BR").is_none(),
        "it was written for the rows of the other pack"
    );
}

#[test]
fn every_row_of_two_packs_is_carried_over_or_listed() {
    let own = crate::common::provider_checklist();
    let other =
        other_edition(Object::ServiceProvider, &["SP.01.02 BR".to_owned(), "SP.12.09 BR".to_owned()], None);
    let change = edition_change(&own, &other);
    let mut by_kind = BTreeMap::new();
    for one in &change.review {
        *by_kind.entry(one.why.code()).or_insert(0_usize) += 1;
    }
    let listed = *by_kind.get(EditionDifference::Changed.code()).unwrap_or(&0);
    assert_eq!(change.carried as usize + listed, other.requirements.len(), "no row may be in neither");
    assert_eq!(edition_change(&own, &own).review, [], "an edition differs from itself in nothing");
}
