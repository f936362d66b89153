//! Which values stand, and what that means for the conclusion.

use checklist::Object;
use evaluation::{
    case::ReportKind,
    conclude::{self, conclude, open_majors, provider_rows},
    decide::{NewFinding, NewVerdict, RecordRow, Request},
    event::{
        AnyVerdict, ClaimSet, Import, Role, RowKey, SourceCell, VerdictSet, from_payload, kind, to_payload,
    },
    verdict::Grade,
};
use serde_json::json;
use trail::{EventId, json::Value};

use crate::{
    asked::claim,
    desk::{Desk, card, chain, sha},
    prepared::{add, done, evaluated, set},
    state_properties::opened,
};

fn raw(value: &serde_json::Value) -> Value {
    to_payload(value).expect("a payload that the trail can hold")
}

fn verdict(desk: &mut Desk, person: &str, code: &str, replaces: &[EventId]) -> EventId {
    let old: Vec<String> = replaces.iter().map(ToString::to_string).collect();
    let payload = raw(&json!({
        "row": {"requirement": "CR 1.1"}, "verdict": code, "rationale": "Seen", "evidence": [], "supersedes": old,
    }));
    desk.write(person, kind::VERDICT_SET, payload)
}

fn admit(desk: &mut Desk, by: &str, person: &str, roles: &[Role]) {
    done(desk, by, Request::Enroll(card(person, roles)));
}

fn row() -> RowKey {
    RowKey::of("CR 1.1")
}

fn stands(desk: &Desk) -> Option<&'static str> {
    desk.state.row(&row()).verdict.map(|v| v.value.verdict.code())
}

#[test]
fn a_value_replaced_only_by_a_key_that_was_not_admitted_still_stands() {
    let mut desk = opened();
    let mine = verdict(&mut desk, "lead", "not_fulfilled", &[]);
    let theirs = verdict(&mut desk, "mallory", "fulfilled", &[mine]);
    assert_eq!(stands(&desk), Some("not_fulfilled"), "a stranger replaces nothing");
    assert_eq!(
        desk.state.without_effect(),
        [("row:CR 1.1".to_owned(), theirs)],
        "what has no effect is listed, not dropped"
    );
    assert_eq!(desk.state.row(&row()).verdicts_recorded, 1, "only what counts is history");
    admit(&mut desk, "lead", "mallory", &[Role::Evaluator]);
    assert_eq!(stands(&desk), Some("fulfilled"), "admission counts for all of the key's events");
}

#[test]
fn an_event_counts_only_with_the_role_it_asks_for() {
    let mut desk = opened();
    admit(&mut desk, "lead", "clara", &[Role::ClientContact]);
    let mine = verdict(&mut desk, "lead", "not_fulfilled", &[]);
    verdict(&mut desk, "clara", "fulfilled", &[mine]);
    assert_eq!(stands(&desk), Some("not_fulfilled"), "the client sets no verdict");
    assert!(
        desk.state.evaluators().contains(&chain("clara")),
        "but who tried to is not free to review or decide"
    );
    let lead = raw(&serde_json::to_value(card("clara", &[Role::Lead])).expect("a card"));
    desk.write("clara", kind::ACTOR_ENROLL, lead);
    assert!(!desk.state.has_role(chain("clara"), Role::Lead), "nobody but a lead admits");
    assert_eq!(desk.state.conflicts(), [], "and nothing competes with the lead's card");
}

#[test]
fn a_card_whose_key_does_not_give_its_chain_admits_nobody() {
    let mut desk = opened();
    let mut forged = card("anna", &[Role::Evaluator]);
    forged.chain = chain("mallory").to_string();
    let forged = raw(&serde_json::to_value(forged).expect("a card"));
    desk.write("lead", kind::ACTOR_ENROLL, forged);
    for person in ["anna", "mallory"] {
        assert!(!desk.state.evaluates(chain(person)), "{person} must stay outside");
    }
}

#[test]
fn what_was_recorded_under_a_role_stays_when_the_role_is_taken_away() {
    let mut desk = opened();
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    verdict(&mut desk, "evan", "fulfilled", &[]);
    admit(&mut desk, "lead", "evan", &[Role::TechnicalExpert]);
    assert!(!desk.state.evaluates(chain("evan")), "evan evaluates no more");
    assert_eq!(stands(&desk), Some("fulfilled"), "the verdict was an evaluator's");
}

#[test]
fn two_leads_who_take_the_role_from_each_other_come_to_an_end() {
    let mut desk = opened();
    admit(&mut desk, "lead", "lena", &[Role::Lead]);
    admit(&mut desk, "lead", "luis", &[Role::Evaluator]);
    admit(&mut desk, "lena", "luis", &[Role::Lead]);
    admit(&mut desk, "luis", "lena", &[Role::Evaluator]);
    assert!(!desk.state.has_role(chain("lena"), Role::Lead), "the last card on lena stands");
    assert!(desk.state.has_role(chain("luis"), Role::Lead), "and so does lena's card on luis");
}

#[test]
fn two_openings_admit_nobody_and_are_shown() {
    let mut desk = opened();
    verdict(&mut desk, "lead", "fulfilled", &[]);
    let second = json!({"checklist": "c", "checklist_sha256": "s", "title": "Second"});
    desk.write("mallory", kind::EVALUATION_OPEN, raw(&second));
    assert!(desk.state.is_opened(), "it was opened");
    assert_eq!(desk.state.opening(), None, "by nobody in particular");
    assert_eq!(stands(&desk), None, "so nothing stands");
    let conflicts = desk.state.conflicts();
    assert!(
        conflicts.iter().any(|c| c.subject == "evaluation" && c.events.len() == 2),
        "and both openings are shown: {conflicts:?}"
    );
}

#[test]
fn two_values_compete_until_an_event_replaces_both() {
    let mut desk = opened();
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    let one = verdict(&mut desk, "lead", "fulfilled", &[]);
    let other = verdict(&mut desk, "evan", "not_fulfilled", &[]);
    assert_eq!(stands(&desk), None, "neither is the value");
    assert_eq!(desk.state.row(&row()).conflicting, ["verdict"], "the row says so");
    let [conflict] = desk.state.conflicts().try_into().expect("one conflict");
    assert_eq!(
        (conflict.subject.as_str(), conflict.field.as_str()),
        ("row:CR 1.1", "verdict"),
        "where it is"
    );
    verdict(&mut desk, "lead", "fulfilled", &[one]);
    assert_eq!(desk.state.conflicts().len(), 1, "replacing one of two settles nothing");
    let standing = desk.state.superseded_by_next("row:CR 1.1", "verdict");
    assert!(standing.contains(&other), "the next event must replace the other one too");
    verdict(&mut desk, "evan", "inconclusive", &standing);
    assert_eq!(desk.state.conflicts(), [], "settled by a person's event over both");
    assert_eq!(stands(&desk), Some("inconclusive"), "which is the value now");
}

#[test]
fn an_event_replaces_nothing_on_another_field() {
    let mut desk = opened();
    let mine = verdict(&mut desk, "lead", "not_fulfilled", &[]);
    let payload = json!({"field": "object.name", "value": "PLC", "supersedes": [mine.to_string()]});
    desk.write("lead", kind::CASE_SET, raw(&payload));
    assert_eq!(stands(&desk), Some("not_fulfilled"), "a fact of the case replaces no verdict");
}

#[test]
fn a_fail_that_a_pass_replaced_stays_in_the_history() {
    let mut desk = opened();
    let fail = verdict(&mut desk, "lead", "not_fulfilled", &[]);
    let pass = verdict(&mut desk, "lead", "fulfilled", &[fail]);
    assert_eq!(stands(&desk), Some("fulfilled"), "the newer verdict stands");
    let told: Vec<(EventId, AnyVerdict)> =
        desk.state.verdict_history(&row()).into_iter().map(|v| (v.id, v.value.verdict)).collect();
    assert_eq!(
        told,
        [(fail, AnyVerdict::NotFulfilled), (pass, AnyVerdict::Fulfilled)],
        "both are told, oldest first"
    );
}

#[test]
fn unknown_kinds_are_counted_and_change_nothing() {
    let mut desk = opened();
    verdict(&mut desk, "lead", "fulfilled", &[]);
    let before = (desk.state.content_digest(), desk.state.events());
    let later = raw(&json!({"row": {"requirement": "CR 1.1"}, "verdict": "fail", "supersedes": []}));
    desk.write("lead", "verdict.set/2", later.clone());
    desk.write("lead", "verdict.set/2", later);
    desk.write("lead", kind::VERDICT_SET, raw(&json!({"verdict": "fail"})));
    desk.write("lead", kind::SEAL, raw(&json!({})));
    assert_eq!(stands(&desk), Some("fulfilled"), "they say nothing about the row");
    assert_eq!(desk.state.content_digest(), before.0, "nor about the content");
    assert_eq!(desk.state.events(), before.1 + 4, "each is counted");
    let counted: Vec<(&str, u64)> =
        desk.state.unknown_kinds().iter().map(|(kind, n)| (kind.as_str(), *n)).collect();
    assert_eq!(counted, [(kind::VERDICT_SET, 1), ("verdict.set/2", 2)], "and listed by kind");
}

#[test]
fn the_content_digest_follows_what_was_evaluated_and_nothing_else() {
    let mut desk = opened();
    let mut last = desk.state.content_digest();
    let mut changes = |desk: &Desk| {
        let now = desk.state.content_digest();
        std::mem::replace(&mut last, now) != now
    };
    done(&mut desk, "lead", set("issuer.name", json!("House")));
    admit(&mut desk, "lead", "rita", &[Role::Reviewer]);
    done(&mut desk, "lead", add("test.pdf", "evaluator_test"));
    done(&mut desk, "lead", set("certificate.number", json!("C-1")));
    assert!(!changes(&desk), "the issuer, people, the register and certificate data are not the content");
    done(&mut desk, "lead", set("object.types", json!(["EDR"])));
    assert!(changes(&desk), "the object is");
    done(&mut desk, "lead", set("claim.levels", json!([1, 1, 1, 1, 1, 1, 1])));
    assert!(changes(&desk), "the claim is");
    verdict(&mut desk, "lead", "inconclusive", &[]);
    assert!(changes(&desk), "a verdict is");
    let again = desk.state.superseded_by_next("row:CR 1.1", "verdict");
    verdict(&mut desk, "lead", "inconclusive", &again);
    assert!(changes(&desk), "the same verdict recorded again is another event");
    verdict(&mut desk, "mallory", "fulfilled", &again);
    assert!(!changes(&desk), "a stranger's verdict is not");
}

fn import(desk: &mut Desk, file: &str, sheet: &str, rows: &[&str]) {
    let request = Request::Import {
        claims: rows.iter().map(|row| claim(row, file, sheet)).collect(),
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
    done(desk, "lead", request);
}

#[test]
fn claims_of_an_earlier_file_and_of_the_same_sheet_are_replaced() {
    let mut desk = opened();
    let claims = |desk: &Desk| desk.state.row(&row()).claims.len();
    import(&mut desk, "answers.xlsx", "A", &["CR 1.1", "CR 1.1"]);
    assert_eq!(claims(&desk), 2, "a file may say two things about a row");
    import(&mut desk, "answers.xlsx", "B", &["CR 1.1"]);
    assert_eq!(claims(&desk), 3, "another sheet of the file says a third");
    import(&mut desk, "answers.xlsx", "A", &["CR 1.1"]);
    assert_eq!(claims(&desk), 2, "the same sheet again replaces its own claims");
    import(&mut desk, "newer.xlsx", "A", &["CR 1.1"]);
    assert_eq!(claims(&desk), 1, "a newer file replaces all");
    assert_eq!(desk.state.imports().len(), 4, "each import is told");
    assert_eq!(desk.state.conflicts(), [], "and none of it is a conflict that nobody could settle");
}

#[test]
fn what_a_newer_file_repeats_is_not_recorded_again() {
    let mut desk = opened();
    let of = |row: &str, answer: &str, file: &str| {
        let mut claim = claim(row, file, "A");
        claim.response = Some(SourceCell { cell: "B9".to_owned(), text: answer.to_owned(), whole: None });
        claim
    };
    let request = |file: &str, claims: Vec<ClaimSet>, removed: &[&str]| Request::Import {
        claims,
        import: Import {
            file: sha(file),
            file_name: file.to_owned(),
            size: 1,
            sheet: "A".to_owned(),
            header_row: 1,
            mapping: json!({}),
            totals: std::collections::BTreeMap::new(),
            ledger: sha(&format!("{file} A")),
            repeated: Vec::new(),
            removed: removed.iter().map(|row| RowKey::read(row)).collect(),
        },
    };
    let first = vec![
        of("CR 1.1", "Yes", "v1.xlsx"),
        of("CR 1.1", "By default", "v1.xlsx"),
        of("CR 1.2", "Yes", "v1.xlsx"),
        of("CR 1.3", "Yes", "v1.xlsx"),
    ];
    done(&mut desk, "lead", request("v1.xlsx", first, &[]));
    let second = vec![
        of("CR 1.1", "By default", "v2.xlsx"),
        of("CR 1.1", "Yes", "v2.xlsx"),
        of("CR 1.2", "No", "v2.xlsx"),
    ];
    done(&mut desk, "lead", request("v2.xlsx", second, &["CR 1.3"]));
    let origin = |row: &str| -> Vec<String> {
        desk.state.row(&RowKey::read(row)).claims.iter().map(|c| c.value.file_name.clone()).collect()
    };
    assert_eq!(
        origin("CR 1.1"),
        ["v1.xlsx", "v1.xlsx"],
        "both answers are the same in another order: they stand on"
    );
    assert_eq!(origin("CR 1.2"), ["v2.xlsx"], "another answer replaces");
    assert_eq!(
        origin("CR 1.3"),
        ["v1.xlsx"],
        "an answer that is gone stands, for nobody has said it is wrong"
    );
    let imports = desk.state.imports();
    let newer = imports.iter().find(|i| i.value.file_name == "v2.xlsx").expect("the second import");
    assert_eq!(newer.value.repeated, [RowKey::read("CR 1.1")], "the import names what it repeats");
    assert_eq!(newer.value.removed, [RowKey::read("CR 1.3")], "and what is gone");
    let one_of_two = vec![of("CR 1.1", "Yes", "v3.xlsx")];
    done(&mut desk, "lead", request("v3.xlsx", one_of_two, &[]));
    let claims = desk.state.row(&RowKey::read("CR 1.1")).claims;
    assert_eq!(claims.len(), 1, "one answer where there were two is another thing said");
    let refused = desk.decide("lead", request("v4.xlsx", Vec::new(), &["CR 99.9"])).expect_err("no such row");
    assert_eq!(refused.rule, "unknown-requirement", "what is gone must have been a row");
}

#[test]
fn a_contested_finding_number_hides_no_finding() {
    let mut desk = opened();
    admit(&mut desk, "lead", "evan", &[Role::Evaluator]);
    let finding = |grade: &str| {
        raw(&json!({"finding": "F-1", "row": {"requirement": "CR 1.1"}, "grade": grade, "grade_reason": "g",
            "statement": "s", "evidence": [], "supersedes": []}))
    };
    desk.write("lead", kind::FINDING_RAISE, finding("major"));
    desk.write("evan", kind::FINDING_RAISE, finding("minor"));
    let closed = json!({"finding": "F-1", "state": "closed", "note": "n", "evidence": [], "supersedes": []});
    desk.write("lead", kind::FINDING_MOVE, raw(&closed));
    let findings = desk.state.findings();
    assert_eq!(findings.len(), 2, "both findings stand");
    assert!(findings.iter().all(|f| f.state.is_open()), "and it is unclear which of them was closed");
    assert_eq!(open_majors(&desk.state), ["F-1"], "so the major one still forbids a positive statement");
    assert_eq!(desk.state.conflicts().len(), 1, "and the number is a conflict");
    let next = Request::RaiseFinding(NewFinding {
        row: None,
        activity: Some("CTX-1".to_owned()),
        grade: Grade::Minor,
        grade_reason: "g".to_owned(),
        statement: "s".to_owned(),
        evidence: vec![sha("test.pdf")],
        repeats: None,
    });
    done(&mut desk, "lead", add("test.pdf", "evaluator_test"));
    done(&mut desk, "lead", next);
    assert!(desk.state.findings().iter().any(|f| f.raised.value.finding == "F-2"), "the next number is free");
}

fn judged(row: &str, verdict: AnyVerdict) -> RecordRow {
    RecordRow {
        row: Some(RowKey::read(row)),
        verdict: Some(NewVerdict {
            verdict,
            rationale: "Seen".to_owned(),
            evidence: vec![sha("test.pdf"), sha("procedure.pdf"), sha("competence.csv")],
            no_evidence_reason: None,
            ml: (verdict == AnyVerdict::Pass).then_some(2),
            lowered_claim: None,
            sub_points_met: Vec::new(),
        }),
        ..RecordRow::default()
    }
}

#[test]
fn a_row_whose_records_contradict_each_other_is_open() {
    let mut desk = evaluated(Object::Component, ReportKind::SelfDeclaration, &[]);
    let positive = |desk: &Desk| conclude(&desk.state, &desk.checklist).is_positive();
    assert!(positive(&desk), "the prepared case is complete");
    let excluded = |applicable, confirmed| {
        Request::Record(RecordRow {
            row: Some(row()),
            applicability: Some((applicable, "Said so".to_owned(), confirmed)),
            ..RecordRow::default()
        })
    };
    done(&mut desk, "lead", excluded(false, true));
    assert!(!positive(&desk), "fulfilled and not applicable cannot both hold");
    done(&mut desk, "lead", excluded(true, true));
    assert!(positive(&desk), "the verdict holds again");
    let mut not_applicable = judged("CR 1.1", AnyVerdict::NotApplicable);
    not_applicable.applicability = Some((false, "No users".to_owned(), true));
    done(&mut desk, "lead", Request::Record(not_applicable));
    let mut enhancement = judged("CR 1.1 RE(1)", AnyVerdict::NotApplicable);
    enhancement.applicability = Some((false, "No users".to_owned(), true));
    done(&mut desk, "lead", Request::Record(enhancement));
    assert!(positive(&desk), "not applicable, justified and confirmed, holds");
    done(&mut desk, "lead", excluded(false, false));
    assert!(!positive(&desk), "without the confirmation it does not");
}

#[test]
fn a_split_row_has_every_declared_component_and_keeps_an_earlier_verdict() {
    let mut desk = evaluated(Object::ServiceProvider, ReportKind::SelfDeclaration, &[]);
    let of_row = |desk: &Desk| -> Vec<String> {
        let rows = provider_rows(&desk.state, &desk.checklist);
        rows.iter().map(ToString::to_string).filter(|r| r.starts_with("SP.01.01 BR @integration")).collect()
    };
    let whole = conclude::rows(&desk.state, &desk.checklist).len();
    done(&mut desk, "lead", set("object.components", json!(["DCS", "Drives"])));
    assert_eq!(of_row(&desk), ["SP.01.01 BR @integration"], "declaring components splits nothing yet");
    let stranger = json!({"row": {"requirement": "SP.01.01 BR", "role": "integration", "component": "X"},
        "verdict": "pass", "rationale": "r", "evidence": [], "supersedes": []});
    desk.write("mallory", kind::VERDICT_SET, raw(&stranger));
    assert_eq!(of_row(&desk), ["SP.01.01 BR @integration"], "nor does a stranger");
    let dcs = judged("SP.01.01 BR @integration /DCS", AnyVerdict::Pass);
    done(&mut desk, "lead", Request::Record(dcs));
    assert_eq!(
        of_row(&desk),
        ["SP.01.01 BR @integration", "SP.01.01 BR @integration /DCS", "SP.01.01 BR @integration /Drives"],
        "the verdict on the whole row is not lost, and the other component is not forgotten"
    );
    assert_eq!(conclude::rows(&desk.state, &desk.checklist).len(), whole + 2, "no other row is touched");
    assert!(!conclude(&desk.state, &desk.checklist).is_positive(), "a component without a verdict is open");
    let withdrawn = judged("SP.01.01 BR @integration", AnyVerdict::NotEvaluated);
    done(&mut desk, "lead", Request::Record(withdrawn));
    assert_eq!(
        of_row(&desk).len(),
        2,
        "recorded as not evaluated, the whole row gives way to its components"
    );
}

#[test]
fn a_payload_that_cannot_be_read_is_listed_and_is_no_value() {
    let mut desk = opened();
    let later = json!({"row": {"requirement": "CR 1.1"}, "verdict": "fulfilled", "colour": "green"});
    let id = desk.write("lead", kind::VERDICT_SET, raw(&later));
    assert_eq!(stands(&desk), None, "it is no verdict");
    assert_eq!(desk.state.unreadable(), [("row:CR 1.1".to_owned(), id)], "and it is listed");
    assert!(from_payload::<VerdictSet>(&raw(&later)).is_err(), "because a field is unknown");
}
