//! Stages of rows, locks that meet on several copies, points of one number, and records that follow a person to a new key.

use checklist::Object;
use evaluation::{
    case::ReportKind,
    conclude::conclude,
    decide::{NewPoint, Request},
    event::{
        Area, Clearance, CompetenceArea, ImpartialityPoint, PointResult, Role, RowKey, Ties, kind, to_payload,
    },
    issuing,
    state::{Lock, PointState, Stage},
};
use serde_json::{Value, json};
use trail::EventId;

use crate::{
    asked::Asked,
    desk::{Desk, TODAY, card, chain, key},
    prepared::{accept, done, evaluated, prepared},
    state_properties::opened,
};

fn asked(value: Value) -> Request {
    serde_json::from_value::<Asked>(value).expect("a request of the vectors").into()
}

fn row() -> RowKey {
    RowKey::of("CR 1.1")
}

fn stage(desk: &Desk) -> Stage {
    desk.state.stages().of(&row())
}

fn write(desk: &mut Desk, person: &str, kind: &str, payload: &Value) -> EventId {
    desk.write(person, kind, to_payload(payload).expect("a payload that the trail can hold"))
}

fn locked_on(desk: &Desk) -> usize {
    desk.state.locks_on(&row()).len()
}

fn gates(desk: &Desk, kind: ReportKind) -> Vec<(&'static str, String)> {
    let conclusion = conclude(&desk.state, &desk.checklist);
    let gates = issuing::report(&desk.state, &desk.checklist, kind, &conclusion, TODAY);
    gates.into_iter().map(|gate| (gate.rule, gate.place)).collect()
}

#[test]
fn a_row_goes_from_not_started_to_locked_and_back() {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("rita", &[Role::Reviewer])));
    done(&mut desk, "lead", asked(json!({"case": {"field": "object.types", "value": ["EDR"]}})));
    done(&mut desk, "lead", asked(json!({"evidence": {"name": "test.pdf", "class": "evaluator_test"}})));
    let import = json!({"import": {"file": "a.xlsx", "sheet": "A", "rows": ["CR 1.1"]}});
    done(&mut desk, "lead", asked(import));
    assert_eq!(stage(&desk), Stage::NotStarted, "what the vendor claims is not the evaluator's work");
    let mode = json!({"record": {"row": "CR 1.1", "fulfilment": ["by_component", null, null]}});
    done(&mut desk, "lead", asked(mode));
    assert_eq!(stage(&desk), Stage::InWork, "something of the evaluator stands");
    let verdict = |is: &str| json!({"record": {"row": "CR 1.1", "verdict": {"is": is, "rationale": "Seen", "evidence": ["test.pdf"]}}});
    done(&mut desk, "lead", asked(verdict("inconclusive")));
    assert_eq!(stage(&desk), Stage::InWork, "inconclusive is no final verdict");
    done(&mut desk, "lead", asked(verdict("fulfilled")));
    assert_eq!(stage(&desk), Stage::Evaluated, "a verdict holds");
    done(&mut desk, "rita", accept());
    assert_eq!(stage(&desk), Stage::Reviewed, "the review covers it");
    let before = desk.state.content_digest();
    done(&mut desk, "lead", asked(json!({"lock": {"rows": ["CR 1.1"]}})));
    assert_eq!(stage(&desk), Stage::Locked, "the lead locked it");
    assert_eq!(desk.state.content_digest(), before, "a lock changes nothing that a review covers");
    assert_eq!(desk.state.changed_while_locked(), [], "nor is it a change itself");
    done(&mut desk, "lead", asked(json!({"unlock": {"rows": ["CR 1.1"], "reason": "3.2.2"}})));
    assert_eq!(stage(&desk), Stage::Reviewed, "opened again, and nothing has changed yet");
    done(&mut desk, "lead", asked(verdict("fulfilled")));
    assert_eq!(stage(&desk), Stage::Evaluated, "what changed must be reviewed again");
}

#[test]
fn an_unlocking_opens_only_the_locks_it_knew() {
    let mut desk = prepared(Object::Component, ReportKind::IndependentAssessment, &[]);
    done(&mut desk, "lead", Request::Enroll(card("lena", &[Role::Lead])));
    done(&mut desk, "lead", asked(json!({"lock": {"rows": ["CR 1.1"]}})));
    let [first]: [Lock; 1] = desk.state.locks_on(&row()).try_into().expect("one lock");
    // Lena locked it as well, on a copy that had not heard of the first lock.
    let rows = json!([{"requirement": "CR 1.1", "content": desk.state.row_content(&row())}]);
    let second =
        write(&mut desk, "lena", kind::ROW_LOCK, &json!({"review": "r", "rows": rows, "supersedes": []}));
    assert_eq!(locked_on(&desk), 2, "both stand");
    assert_eq!(desk.state.conflicts(), [], "and do not contradict each other");
    let unlock = |id: &EventId, row: &str| json!({"rows": [{"requirement": row}], "reason": "r", "supersedes": [id.to_string()]});
    write(&mut desk, "lead", kind::ROW_UNLOCK, &unlock(&first.id, "CR 1.2"));
    assert_eq!(locked_on(&desk), 2, "another row was opened");
    write(&mut desk, "rita", kind::ROW_UNLOCK, &unlock(&first.id, "CR 1.1"));
    assert_eq!(locked_on(&desk), 2, "a reviewer opens nothing");
    write(&mut desk, "lead", kind::ROW_UNLOCK, &unlock(&first.id, "CR 1.1"));
    assert_eq!(locked_on(&desk), 1, "the lock of the other copy still holds");
    assert_eq!(gates(&desk, ReportKind::IndependentAssessment), [], "a lock stands against no report");
    write(&mut desk, "lena", kind::ROW_UNLOCK, &unlock(&second, "CR 1.1"));
    assert_eq!(locked_on(&desk), 0, "now the row is open");
}

#[test]
fn what_was_changed_on_another_copy_stands_and_is_seen_until_the_lead_settles_it() {
    let kind = ReportKind::IndependentAssessment;
    let mut desk = prepared(Object::Component, kind, &[]);
    done(&mut desk, "lead", Request::Enroll(card("evan", &[Role::Evaluator])));
    done(&mut desk, "lead", asked(json!({"lock": {"rows": ["CR 1.1", "CR 1.2"]}})));
    let old: Vec<String> =
        desk.state.superseded_by_next("row:CR 1.1", "verdict").iter().map(ToString::to_string).collect();
    let verdict = json!({"row": {"requirement": "CR 1.1"}, "verdict": "inconclusive", "rationale": "Another log",
        "evidence": [], "supersedes": old});
    write(&mut desk, "evan", kind::VERDICT_SET, &verdict);
    let standing = desk.state.row(&row()).verdict.expect("a verdict");
    assert_eq!(standing.chain, chain("evan"), "what a colleague recorded is not taken away");
    assert_eq!(desk.state.changed_while_locked(), [row()], "and the row is named");
    assert!(
        gates(&desk, kind).contains(&("gate-locked-row-changed", "CR 1.1".to_owned())),
        "no report is issued over it"
    );
    done(&mut desk, "lead", asked(json!({"unlock": {"rows": ["CR 1.1"], "reason": "Evan's log"}})));
    assert_eq!(desk.state.changed_while_locked(), [], "an open row may change");
    assert!(desk.state.locked_rows().contains(&RowKey::of("CR 1.2")), "the other row stays locked");
}

#[test]
fn points_of_one_number_are_both_open_until_somebody_has_read_both() {
    let mut desk = evaluated(Object::Component, ReportKind::IndependentAssessment, &[]);
    done(&mut desk, "lead", Request::Enroll(card("rolf", &[Role::Reviewer])));
    let text = "The log names another firmware".to_owned();
    done(&mut desk, "rita", Request::RaisePoint(NewPoint { text, ..NewPoint::default() }));
    let answer = |text: &str| {
        let (point, text, evidence) = ("P-1".to_owned(), text.to_owned(), Vec::new());
        Request::AnswerPoint { point, text, evidence }
    };
    let settled = || {
        let (point, note) = ("P-1".to_owned(), "Read".to_owned());
        Request::ClosePoint { point, result: PointResult::Settled, note }
    };
    let state = |desk: &Desk| desk.state.point("P-1").expect("the point").state;
    assert_eq!(state(&desk), PointState::Raised, "nobody has answered");
    done(&mut desk, "lead", answer("Repeated"));
    assert_eq!(state(&desk), PointState::Answered, "and nobody has read the answer");
    done(&mut desk, "rita", settled());
    assert_eq!(state(&desk), PointState::Settled, "rita has");
    // Rolf gave the same number to a point of his own, on another copy.
    write(
        &mut desk,
        "rolf",
        kind::REVIEW_POINT,
        &json!({"point": "P-1", "text": "No signature", "supersedes": []}),
    );
    let point = desk.state.point("P-1").expect("the point");
    assert_eq!(point.raised.len(), 2, "no point disappears behind another one");
    assert!(point.state.is_open(), "rita has not read rolf's: {:?}", point.state);
    assert_eq!(desk.state.conflicts(), [], "two texts do not contradict each other");
    let refused = desk.decide("rita", accept()).expect_err("a point is open");
    assert_eq!(refused.rule, "review-point-open", "so no review is accepted");
    done(&mut desk, "rolf", settled());
    assert_eq!(state(&desk), PointState::Settled, "rolf has read both and the answer");
    done(&mut desk, "rita", accept());
    let said = Request::RaisePoint(NewPoint { text: "One more".to_owned(), ..NewPoint::default() });
    done(&mut desk, "rita", said);
    let numbers: Vec<String> = desk.state.points().into_iter().map(|p| p.number).collect();
    assert_eq!(numbers, ["P-1", "P-2"], "a number is given once");
}

#[test]
fn two_results_on_one_point_are_a_conflict_and_leave_it_open() {
    let mut desk = evaluated(Object::Component, ReportKind::IndependentAssessment, &[]);
    done(&mut desk, "lead", Request::Enroll(card("rolf", &[Role::Reviewer])));
    let raised = Request::RaisePoint(NewPoint { text: "No signature".to_owned(), ..NewPoint::default() });
    let [id]: [EventId; 1] = desk.ask("rita", raised).expect("a point").try_into().expect("one event");
    let close = |result: &str| json!({"point": "P-1", "of": [EventId::to_string(&id)], "result": result, "note": "n", "supersedes": []});
    write(&mut desk, "rita", kind::POINT_CLOSE, &close("withdrawn"));
    assert_eq!(desk.state.point("P-1").expect("it").state, PointState::Withdrawn, "taken back");
    write(&mut desk, "rolf", kind::POINT_CLOSE, &close("not_settled"));
    assert_eq!(desk.state.point("P-1").expect("it").state, PointState::NotSettled, "one of two says no");
    assert_eq!(desk.state.conflicts().len(), 1, "two results contradict each other");
}

#[test]
fn records_follow_a_person_to_a_new_key() {
    let kind = ReportKind::IndependentAssessment;
    let mut desk = prepared(Object::Component, kind, &[]);
    done(&mut desk, "lead", Request::Enroll(card("quin", &[Role::QualityManager])));
    let mut points = Ties::default();
    points.of_mut(ImpartialityPoint::Ownership).tie = true;
    points.of_mut(ImpartialityPoint::Ownership).explanation = Some("An index fund".to_owned());
    done(&mut desk, "rita", Request::DeclareImpartiality { points, text: None });
    let clear = |result| Request::ReviewImpartiality {
        of: chain("rita"),
        result,
        reasons: "Below one per mille".to_owned(),
    };
    done(&mut desk, "quin", clear(Clearance::Cleared));
    let areas = vec![Area { area: CompetenceArea::Language, name: "Danish".to_owned() }];
    let (basis, valid_until) = ("Schooling".to_owned(), "2027-01-01".to_owned());
    done(&mut desk, "quin", Request::RecordCompetence { of: chain("rita"), areas, basis, valid_until });
    assert_eq!(gates(&desk, kind), [], "declared, cleared, competent");
    done(&mut desk, "rita", Request::Rotate { key: key("rita's new key"), reason: None });
    let [old, new] = [chain("rita"), chain("rita's new key")];
    assert_eq!(desk.state.keys_of(old), [new, old], "the newest first");
    let records = desk.state.records(new);
    assert_eq!(records.declaration.map(|d| d.chain), Some(old), "what the old key declared holds");
    assert_eq!(
        records.competence.map(|c| c.value.valid_until).as_deref(),
        Some("2027-01-01"),
        "as does this"
    );
    assert_eq!(gates(&desk, kind), [], "nothing has changed for the report");
    done(&mut desk, "quin", clear(Clearance::Barred));
    assert_eq!(desk.state.records(old).chain, new, "both keys are one person's");
    let refused = desk.decide("rita's new key", accept()).expect_err("barred");
    assert_eq!(refused.rule, "person-barred", "a new key is no way around");
    assert!(
        gates(&desk, kind).contains(&("gate-person-barred", "rita".to_owned())),
        "and the report stands still"
    );
}

#[test]
fn nobody_clears_or_declares_for_somebody_else() {
    let mut desk = prepared(Object::Component, ReportKind::IndependentAssessment, &[]);
    done(&mut desk, "lead", Request::Enroll(card("quin", &[Role::QualityManager])));
    let of = |person: &str| chain(person).to_string();
    let declared = json!({"chain": of("rita"), "points": Ties::default(), "supersedes": []});
    let by_lead = write(&mut desk, "lead", kind::IMPARTIALITY_DECLARE, &declared);
    let own = json!({"chain": of("quin"), "result": "cleared", "reasons": "r", "supersedes": []});
    let cleared = write(&mut desk, "quin", kind::IMPARTIALITY_REVIEW, &own);
    let idle: Vec<EventId> = desk.state.without_effect().into_iter().map(|(_, id)| id).collect();
    assert_eq!(idle.len(), 2, "both are kept and count for nothing");
    assert!(idle.contains(&by_lead) && idle.contains(&cleared), "each of the two");
    assert_eq!(desk.state.records(chain("rita")).declaration, None, "rita has declared nothing");
}
