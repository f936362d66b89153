//! Keys that are replaced and revoked: what counts then, whatever order it arrives in.

use evaluation::{
    decide::Request,
    event::{Role, RowKey, kind, to_payload},
};
use serde_json::json;
use trail::EventId;

use crate::{
    desk::{Desk, card, chain, key},
    prepared::done,
    state_properties::opened,
};

fn write(desk: &mut Desk, person: &str, kind: &str, payload: &serde_json::Value) -> EventId {
    desk.write(person, kind, to_payload(payload).expect("a payload that the trail can hold"))
}

fn verdict(desk: &mut Desk, person: &str, row: &str, code: &str, old: &[EventId]) -> EventId {
    let old: Vec<String> = old.iter().map(ToString::to_string).collect();
    let payload = json!({
        "row": {"requirement": row}, "verdict": code, "rationale": "Seen", "evidence": [], "supersedes": old,
    });
    write(desk, person, kind::VERDICT_SET, &payload)
}

fn stands(desk: &Desk, row: &str) -> Option<&'static str> {
    desk.state.row(&RowKey::of(row)).verdict.map(|v| v.value.verdict.code())
}

fn admit(desk: &mut Desk, by: &str, person: &str, roles: &[Role]) {
    done(desk, by, Request::Enroll(card(person, roles)));
}

fn foreign_card(desk: &mut Desk, by: &str, person: &str, roles: &[Role]) {
    let payload = serde_json::to_value(card(person, roles)).expect("a card");
    write(desk, by, kind::ACTOR_ENROLL, &payload);
}

fn rotate(desk: &mut Desk, from: &str, to: &str) {
    let payload = json!({"chain": chain(to).to_string(), "key": key(to).to_string()});
    write(desk, from, kind::ACTOR_ROTATE, &payload);
}

fn revoke(desk: &mut Desk, by: &str, person: &str, last: u64) -> EventId {
    let payload =
        json!({"chain": chain(person).to_string(), "last": last, "reason": "Stolen", "supersedes": []});
    write(desk, by, kind::ACTOR_REVOKE, &payload)
}

#[test]
fn a_new_key_is_the_same_person_with_the_same_roles() {
    let mut desk = opened();
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    let before = verdict(&mut desk, "evan", "CR 1.1", "fulfilled", &[]);
    rotate(&mut desk, "evan", "evan 2");
    assert!(desk.state.has_role(chain("evan 2"), Role::Evaluator), "the new key has the role");
    assert!(!desk.state.has_role(chain("evan"), Role::Evaluator), "the old one does nothing any more");
    let actor = desk.state.actor(chain("evan 2")).expect("the new key is among the people");
    assert_eq!(actor.name, "evan", "it is the same person");
    assert_eq!(stands(&desk, "CR 1.1"), Some("fulfilled"), "what the old key recorded stands");
    verdict(&mut desk, "evan 2", "CR 1.1", "not_fulfilled", &[before]);
    assert_eq!(stands(&desk, "CR 1.1"), Some("not_fulfilled"), "and the new key replaces it");
    assert!(
        desk.state.evaluators().contains(&chain("evan 2")),
        "whoever evaluated with one key reviews with none"
    );
}

#[test]
fn a_reviewer_does_not_get_round_four_eyes_with_a_new_key() {
    let mut desk = opened();
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    verdict(&mut desk, "evan", "CR 1.1", "fulfilled", &[]);
    rotate(&mut desk, "evan", "evan 2");
    let refused = desk.ask("lead", Request::Enroll(card("evan 2", &[Role::Reviewer])));
    assert_eq!(refused.map_err(|r| r.rule), Err("roles-conflict"), "the person has evaluated");
}

#[test]
fn the_founder_goes_on_with_a_new_key() {
    let mut desk = opened();
    rotate(&mut desk, "lead", "lead 2");
    admit(&mut desk, "lead 2", "evan", &[Role::Evaluator]);
    assert!(desk.state.has_role(chain("evan"), Role::Evaluator), "the new key admits people");
    foreign_card(&mut desk, "evan", "lead 2", &[Role::ClientContact]);
    assert!(desk.state.has_role(chain("lead 2"), Role::Lead), "and keeps the founder's roles");
}

#[test]
fn only_the_first_replacement_of_a_key_counts_and_only_of_an_admitted_one() {
    let mut desk = opened();
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    rotate(&mut desk, "evan", "evan 2");
    rotate(&mut desk, "evan", "evan 3");
    assert!(!desk.state.has_role(chain("evan 3"), Role::Evaluator), "a key does not admit a crowd");
    rotate(&mut desk, "mallory", "mallory 2");
    assert!(desk.state.actor(chain("mallory 2")).is_none(), "and a stranger admits nobody");
}

#[test]
fn behind_the_named_place_nothing_counts_and_before_it_everything_does() {
    let mut desk = opened();
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    let first = verdict(&mut desk, "evan", "CR 1.1", "fulfilled", &[]);
    verdict(&mut desk, "evan", "CR 1.2", "fulfilled", &[]);
    // From here on the laptop is in other hands.
    verdict(&mut desk, "evan", "CR 1.2", "not_fulfilled", &[]);
    write(&mut desk, "evan", kind::RETRACT, &json!({"events": [first.to_string()]}));
    assert_eq!(stands(&desk, "CR 1.1"), None, "so far the thief's word counts");
    revoke(&mut desk, "lead", "evan", 1);
    assert_eq!(
        stands(&desk, "CR 1.1"),
        Some("fulfilled"),
        "what was taken back behind the place stands again"
    );
    assert_eq!(stands(&desk, "CR 1.2"), Some("fulfilled"), "what was recorded behind it is no conflict");
    assert!(!desk.state.has_role(chain("evan"), Role::Evaluator), "the key does nothing any more");
    assert_eq!(desk.state.without_effect().len(), 2, "both are listed, neither is dropped");
}

#[test]
fn a_stolen_lead_admits_and_revokes_nobody_behind_its_place() {
    let mut desk = opened();
    admit(&mut desk, "lead", "lena", &[Role::Lead]);
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    // Place 0 is left by a revocation in any case.
    verdict(&mut desk, "evan", "CR 1.2", "fulfilled", &[]);
    verdict(&mut desk, "evan", "CR 1.1", "fulfilled", &[]);
    foreign_card(&mut desk, "lena", "honest", &[Role::Evaluator]);
    // Stolen here.
    foreign_card(&mut desk, "lena", "mallory", &[Role::Lead]);
    rotate(&mut desk, "lena", "mallory 2");
    revoke(&mut desk, "lena", "evan", 0);
    revoke(&mut desk, "mallory", "evan", 0);
    assert_eq!(stands(&desk, "CR 1.1"), None, "a lead's word about an evaluator counts as long as it is one");
    revoke(&mut desk, "lead", "lena", 0);
    assert_eq!(stands(&desk, "CR 1.1"), Some("fulfilled"), "all of it counts for nothing now");
    for thief in ["mallory", "mallory 2"] {
        assert!(
            !desk.state.has_role(chain(thief), Role::Lead),
            "{thief} was never admitted by anything that counts"
        );
    }
    assert!(desk.state.has_role(chain("honest"), Role::Evaluator), "what was recorded before stands");
}

#[test]
fn nobody_revokes_upwards_and_two_leads_cannot_revoke_each_other() {
    let mut desk = opened();
    admit(&mut desk, "lead", "lena", &[Role::Lead]);
    admit(&mut desk, "lead", "lars", &[Role::Lead]);
    revoke(&mut desk, "lena", "lead", 0);
    revoke(&mut desk, "lena", "lars", 0);
    revoke(&mut desk, "lars", "lena", 0);
    revoke(&mut desk, "lena", "lena", 0);
    for person in ["lead", "lena", "lars"] {
        assert!(desk.state.has_role(chain(person), Role::Lead), "{person} is still a lead");
    }
    assert_eq!(desk.state.without_effect().len(), 4, "the attempts are listed");
    revoke(&mut desk, "lead", "lars", 0);
    assert!(!desk.state.has_role(chain("lars"), Role::Lead), "the founder stands above both");
}

#[test]
fn a_key_revokes_the_one_it_replaced_but_not_what_it_rests_on() {
    let mut desk = opened();
    verdict(&mut desk, "lead", "CR 1.1", "fulfilled", &[]);
    rotate(&mut desk, "lead", "lead 2");
    verdict(&mut desk, "lead", "CR 1.1", "not_fulfilled", &[]);
    let place = desk.state.replaced(chain("lead")).map(|(_, seq)| seq).expect("it was replaced");
    revoke(&mut desk, "lead 2", "lead", place - 1);
    assert!(
        desk.state.has_role(chain("lead 2"), Role::Lead),
        "a revocation that takes its own footing does not count"
    );
    assert_eq!(stands(&desk, "CR 1.1"), None, "so the two verdicts of the old key compete");
    revoke(&mut desk, "lead 2", "lead", place);
    assert_eq!(
        stands(&desk, "CR 1.1"),
        Some("fulfilled"),
        "behind the replacement the old key counts for nothing"
    );
}

#[test]
fn a_review_stands_when_its_author_has_a_new_key_or_was_revoked_later() {
    let mut desk = opened();
    admit(&mut desk, "lead", "rita", &[Role::Reviewer]);
    assert!(desk.state.recorded_as(chain("rita"), Role::Reviewer), "as long as the key has the role");
    rotate(&mut desk, "rita", "rita 2");
    assert!(desk.state.recorded_as(chain("rita"), Role::Reviewer), "what the old key reviewed is reviewed");
    assert!(!desk.state.has_role(chain("rita"), Role::Reviewer), "but it reviews nothing more");
    revoke(&mut desk, "lead", "rita 2", 0);
    assert!(desk.state.recorded_as(chain("rita 2"), Role::Reviewer), "the same holds for a revoked key");
    admit(&mut desk, "lead", "rosa", &[Role::Reviewer]);
    admit(&mut desk, "lead", "rosa", &[Role::TechnicalExpert]);
    assert!(
        !desk.state.recorded_as(chain("rosa"), Role::Reviewer),
        "a role that was taken away is another thing"
    );
}
