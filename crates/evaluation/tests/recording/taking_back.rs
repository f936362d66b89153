//! Undo and redo as events: what stands afterwards, and what stays to be seen.

use checklist::Object;
use evaluation::{
    case::ReportKind,
    decide::{NewEvent, Request},
    event::{AnyVerdict, FindingState, Import, Retract, Role, RowKey, from_payload, kind, to_payload},
};
use serde_json::json;
use trail::{Digest, EventId, json::Value};

use crate::{
    asked::{Asked, claim},
    desk::{Desk, card, chain, event_of, sha},
    prepared::{add, done, evaluated, set},
    state_properties::opened,
};

fn back(events: &[EventId]) -> Request {
    Request::Retract { events: events.to_vec(), reason: None }
}

fn undo(desk: &mut Desk, person: &str, events: &[EventId]) -> EventId {
    let made = desk.ask(person, back(events)).unwrap_or_else(|r| panic!("must not be refused: {r:?}"));
    made.first().copied().expect("a retraction")
}

fn raw(value: &serde_json::Value) -> Value {
    to_payload(value).expect("a payload that the trail can hold")
}

fn row() -> RowKey {
    RowKey::of("CR 1.1")
}

fn verdict(desk: &mut Desk, person: &str, code: &str, replaces: &[EventId]) -> EventId {
    let old: Vec<String> = replaces.iter().map(ToString::to_string).collect();
    let payload =
        raw(&json!({"row": row(), "verdict": code, "rationale": "Seen", "evidence": [], "supersedes": old}));
    desk.write(person, kind::VERDICT_SET, payload)
}

fn stands(desk: &Desk) -> Option<&'static str> {
    desk.state.row(&row()).verdict.map(|v| v.value.verdict.code())
}

fn asked(desk: &mut Desk, text: &str) -> Vec<EventId> {
    let asked: Asked = serde_json::from_str(text).expect("a request");
    desk.ask("lead", asked.into()).unwrap_or_else(|r| panic!("{text}: {r:?}"))
}

#[test]
fn what_was_replaced_stands_again_with_its_author_after_an_undo() {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("evan", &[Role::Evaluator])));
    let fail = verdict(&mut desk, "evan", "not_fulfilled", &[]);
    let digest = desk.state.content_digest();
    let pass = verdict(&mut desk, "lead", "fulfilled", &[fail]);
    let undone = undo(&mut desk, "lead", &[pass]);
    let standing = desk.state.row(&row()).verdict.expect("a verdict");
    assert_eq!((standing.id, standing.chain), (fail, chain("evan")), "the verdict is evan's again");
    assert_eq!(desk.state.content_digest(), digest, "the content is what it was");
    assert!(desk.state.is_void(&pass) && !desk.state.is_void(&fail), "one of the two is void");
    assert_eq!(desk.state.history("row:CR 1.1", "verdict").len(), 2, "both stay in the history");
    let redone = undo(&mut desk, "lead", &[undone]);
    assert_eq!(stands(&desk), Some("fulfilled"), "taking the undo back is a redo");
    assert!(desk.state.is_void(&undone), "the undo is void now");
    undo(&mut desk, "lead", &[redone]);
    assert_eq!(stands(&desk), Some("not_fulfilled"), "and the redo can be undone");
}

#[test]
fn a_verdict_that_was_taken_back_is_no_earlier_judgement_but_its_author_has_evaluated() {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("evan", &[Role::Evaluator])));
    let mistake = verdict(&mut desk, "evan", "fulfilled", &[]);
    undo(&mut desk, "evan", &[mistake]);
    let fail = verdict(&mut desk, "lead", "not_fulfilled", &[]);
    verdict(&mut desk, "lead", "fulfilled", &[fail]);
    let told: Vec<AnyVerdict> =
        desk.state.verdict_history(&row()).into_iter().map(|v| v.value.verdict).collect();
    assert_eq!(told, [AnyVerdict::NotFulfilled, AnyVerdict::Fulfilled], "what stood once, and what stands");
    assert_eq!(desk.state.row(&row()).verdicts_recorded, 2, "counted likewise");
    assert_eq!(desk.state.verdicts_ever(&row()).len(), 3, "whoever asks for all of them gets all");
    assert!(desk.state.evaluators().contains(&chain("evan")), "evan does not review this case");
}

#[test]
fn a_retraction_has_no_effect_on_another_chain_on_other_kinds_and_by_strangers() {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("evan", &[Role::Evaluator])));
    let mine = verdict(&mut desk, "lead", "not_fulfilled", &[]);
    let theirs = verdict(&mut desk, "mallory", "fulfilled", &[mine]);
    let name =
        |ids: &[EventId]| raw(&json!({"events": ids.iter().map(ToString::to_string).collect::<Vec<_>>()}));
    let card = event_of("lead", 1);
    desk.write("evan", kind::RETRACT, name(&[mine]));
    desk.write("lead", kind::RETRACT, name(&[card, event_of("lead", 0), Digest::of(b"nothing")]));
    assert_eq!(stands(&desk), Some("not_fulfilled"), "one takes back only one's own");
    assert!(desk.state.evaluates(chain("evan")), "a card is not taken back");
    assert!(desk.state.opening().is_some(), "nor is the opening");
    let idle = desk.write("mallory", kind::RETRACT, name(&[theirs]));
    assert!(!desk.state.is_void(&theirs), "what a stranger takes back counted for nothing before");
    assert!(
        desk.state.without_effect().contains(&("retract".to_owned(), idle)),
        "the stranger's retraction is listed with what has no effect"
    );
    assert_eq!(desk.state.unknown_kinds().len(), 0, "all of it is understood");
}

#[test]
fn a_retraction_that_a_later_version_wrote_is_listed_until_it_is_taken_back() {
    let mut desk = opened();
    let mine = verdict(&mut desk, "lead", "fulfilled", &[]);
    let later = json!({"events": [mine.to_string()], "colour": "green"});
    let id = desk.write("lead", kind::RETRACT, raw(&later));
    assert_eq!(stands(&desk), None, "what it names is understood and taken back");
    assert_eq!(desk.state.unreadable(), [("retract".to_owned(), id)], "but it says more than we know");
    undo(&mut desk, "lead", &[id]);
    assert_eq!(desk.state.unreadable(), [], "taken back, it is no concern");
}

#[test]
fn whoever_superseded_what_is_void_competes_with_what_was_before() {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("evan", &[Role::Evaluator])));
    let first = verdict(&mut desk, "lead", "inconclusive", &[]);
    let second = verdict(&mut desk, "lead", "fulfilled", &[first]);
    let other = verdict(&mut desk, "evan", "not_fulfilled", &[second]);
    // Elsewhere, before evan's verdict was seen there.
    desk.write("lead", kind::RETRACT, raw(&json!({"events": [second.to_string()]})));
    let [conflict] = desk.state.conflicts().try_into().expect("one conflict");
    assert_eq!(conflict.events.len(), 2, "both stand");
    assert!([first, other].iter().all(|id| conflict.events.contains(id)), "evan's and the one before");
}

#[test]
fn an_import_is_undone_and_redone_also_beside_another_sheet() {
    let mut desk = opened();
    let import = |desk: &mut Desk, file: &str, sheet: &str| {
        let request = Request::Import {
            claims: vec![claim("CR 1.1", file, sheet), claim("CR 1.1", file, sheet)],
            import: Import {
                file: sha(file),
                file_name: file.to_owned(),
                size: 1,
                sheet: sheet.to_owned(),
                header_row: 1,
                mapping: json!({}),
                totals: std::collections::BTreeMap::new(),
                ledger: sha(&format!("{file} {sheet}")),
                repeated: Vec::new(),
                removed: Vec::new(),
            },
        };
        desk.ask("lead", request).expect("an import")
    };
    let claims = |desk: &Desk| desk.state.row(&row()).claims.len();
    import(&mut desk, "a.xlsx", "A");
    let second = import(&mut desk, "a.xlsx", "B");
    let undone = undo(&mut desk, "lead", &second);
    assert_eq!((claims(&desk), desk.state.imports().len()), (2, 1), "only the first sheet is left");
    let redone = undo(&mut desk, "lead", &[undone]);
    assert_eq!(
        (claims(&desk), desk.state.imports().len()),
        (4, 2),
        "both sheets stand beside each other again"
    );
    let undone = undo(&mut desk, "lead", &[redone]);
    import(&mut desk, "b.xlsx", "A");
    assert_eq!(claims(&desk), 2, "the claims of a newer file");
    let refused = desk.decide("lead", back(&[undone])).expect_err("a newer file says something else now");
    assert_eq!(refused.rule, "retract-overtaken", "the older sheet must not come back beside it");
}

#[test]
fn a_number_of_a_finding_that_was_taken_back_is_not_given_again() {
    let mut desk = opened();
    done(&mut desk, "lead", add("test.pdf", "evaluator_test"));
    let raise = r#"{"raise": {"row": "CR 1.1", "grade": "minor", "grade_reason": "g", "statement": "s", "evidence": ["test.pdf"]}}"#;
    let first = asked(&mut desk, raise);
    let moved =
        asked(&mut desk, r#"{"move": {"finding": "F-1", "state": "withdrawn", "note": "Seen twice"}}"#);
    let history = |desk: &Desk| desk.state.finding_history("F-1").len();
    assert_eq!(history(&desk), 1, "one step");
    let undone = undo(&mut desk, "lead", &[first, moved].concat());
    assert_eq!((desk.state.findings().len(), history(&desk)), (0, 0), "no finding and no step of one");
    asked(&mut desk, raise);
    let numbers: Vec<String> = desk.state.findings().into_iter().map(|f| f.raised.value.finding).collect();
    assert_eq!(numbers, ["F-2"], "the number was used");
    undo(&mut desk, "lead", &[undone]);
    let states: Vec<FindingState> = desk.state.findings().iter().map(|f| f.state).collect();
    assert_eq!(
        states,
        [FindingState::Withdrawn, FindingState::Raised],
        "both are there, each with its own steps"
    );
}

#[test]
fn a_component_whose_only_record_was_taken_back_splits_no_row() {
    let mut desk = evaluated(Object::ServiceProvider, ReportKind::SelfDeclaration, &[]);
    done(&mut desk, "lead", set("object.components", json!(["DCS"])));
    let rows = evaluation::conclude::rows(&desk.state, &desk.checklist);
    let declared =
        asked(&mut desk, r#"{"record": {"row": "SP.01.01 BR @integration /DCS", "declared_ml": 2}}"#);
    assert_ne!(evaluation::conclude::rows(&desk.state, &desk.checklist), rows, "the row is split");
    undo(&mut desk, "lead", &declared);
    assert_eq!(evaluation::conclude::rows(&desk.state, &desk.checklist), rows, "and is whole again");
}

#[test]
fn many_events_are_taken_back_by_several_retractions_that_fit() {
    let mut desk = opened();
    let facts: Vec<EventId> = (0..1001)
        .map(|n| {
            let payload = json!({"field": format!("object.name{n}"), "value": "PLC", "supersedes": []});
            desk.write("lead", kind::CASE_SET, raw(&payload))
        })
        .collect();
    let request = Request::Retract { events: facts.clone(), reason: Some("Wrong case".to_owned()) };
    let events = desk.decide("lead", request).expect("a bulk undo");
    let sizes: Vec<usize> = events
        .iter()
        .map(|NewEvent { payload, .. }| {
            let bytes = trail::json::write(payload).expect("canonical").len();
            assert!(bytes + 1000 < trail::MAX_BODY, "{bytes} bytes leave room for the rest of the body");
            let retract: Retract = from_payload(payload).expect("a retraction");
            assert_eq!(retract.reason.as_deref(), Some("Wrong case"), "each says why");
            retract.events.len()
        })
        .collect();
    assert_eq!(sizes, [500, 500, 1], "all of them, each once");
    let undone: Vec<EventId> =
        events.into_iter().map(|NewEvent { kind, payload }| desk.write("lead", kind, payload)).collect();
    assert!(facts.iter().all(|id| desk.state.is_void(id)), "all are void");
    undo(&mut desk, "lead", &undone);
    assert!(!facts.iter().any(|id| desk.state.is_void(id)), "and come back together");
}
