//! The course of a nonconformity and of a certificate: every pair of states, the time limits, and that closing a finding
//! rewrites nothing.

use std::collections::BTreeMap;

use checklist::Object;
use evaluation::{
    case::ReportKind,
    certificate::{self, Status, plan_problem, proposed_plan},
    conclude::open_majors,
    day::Day,
    decide::{NewFinding, RecordRow, Request},
    event::{
        AnyVerdict, CertificateSet, CertificateState, EscalationCause, FindingEscalate, FindingState, Role,
        RowKey, kind, to_payload,
    },
    issuing::positive_decision,
    state::Limit,
    verdict::{Fulfilment, Grade},
};
use proptest::prelude::*;
use serde_json::json;

use crate::{
    asked::Asked,
    desk::{Desk, card, chain, sha},
    prepared::{add, done, prepared, set},
    state_properties::opened,
};

fn ask(desk: &mut Desk, person: &str, text: &str) {
    let asked: Asked = serde_json::from_str(text).expect("a request");
    done(desk, person, asked.into());
}

/// A case with a minor finding, an evaluator, a client, and evidence of a correction.
fn with_minor() -> Desk {
    let mut desk = opened();
    done(&mut desk, "lead", Request::Enroll(card("evan", &[Role::Evaluator])));
    done(&mut desk, "lead", Request::Enroll(card("clara", &[Role::ClientContact])));
    done(&mut desk, "lead", add("test.pdf", "evaluator_test"));
    done(&mut desk, "lead", add("retest.pdf", "evaluator_test"));
    done(&mut desk, "lead", raise(Grade::Minor));
    desk
}

fn raise(grade: Grade) -> Request {
    Request::RaiseFinding(NewFinding {
        row: Some(RowKey::of("CR 1.1")),
        activity: None,
        grade,
        grade_reason: "Once".to_owned(),
        statement: "No login".to_owned(),
        evidence: vec![sha("test.pdf")],
        repeats: None,
    })
}

fn step(state: FindingState) -> Request {
    let looks = matches!(state, FindingState::Closed | FindingState::NotEffective);
    Request::MoveFinding {
        finding: "F-1".to_owned(),
        state,
        note: "Said".to_owned(),
        due: Some("2026-08-01".to_owned()),
        evidence: if looks { vec![sha("retest.pdf")] } else { Vec::new() },
        answer: None,
        method: None,
    }
}

/// As docs/formats/events.md has it, written down once more by hand.
const STEPS: [(&str, &[&str]); 11] = [
    ("raised", &["accepted", "disputed", "plan_proposed", "withdrawn"]),
    ("accepted", &["plan_proposed", "implemented", "withdrawn"]),
    ("disputed", &["accepted", "upheld", "withdrawn"]),
    ("upheld", &["accepted", "plan_proposed", "withdrawn"]),
    ("plan_proposed", &["plan_accepted", "plan_rejected", "plan_proposed", "withdrawn"]),
    ("plan_accepted", &["implemented", "plan_proposed", "withdrawn"]),
    ("plan_rejected", &["plan_proposed", "withdrawn"]),
    ("implemented", &["closed", "not_effective", "withdrawn"]),
    ("not_effective", &["plan_proposed", "withdrawn"]),
    ("closed", &[]),
    ("withdrawn", &[]),
];

/// The finding in this state, whatever way it got there.
fn put(desk: &mut Desk, state: FindingState) {
    if state != FindingState::Raised {
        let payload =
            json!({"finding": "F-1", "state": state, "note": "n", "evidence": [], "supersedes": []});
        desk.write("lead", kind::FINDING_MOVE, to_payload(&payload).expect("a payload"));
    }
}

#[test]
fn a_finding_takes_the_steps_of_the_table_and_no_others() {
    let table: BTreeMap<&str, &[&str]> = STEPS.into_iter().collect();
    assert_eq!(table.len(), FindingState::ALL.len(), "every state is in the table");
    for from in FindingState::ALL {
        for to in FindingState::ALL {
            let mut desk = with_minor();
            put(&mut desk, from);
            let rule = desk.decide("lead", step(to)).err().map(|r| r.rule);
            let expected = if table[from.code()].contains(&to.code()) { None } else { Some("finding-step") };
            assert_eq!(rule, expected, "{} to {}", from.code(), to.code());
            // The client is let into four states only, and only from where the table allows it.
            let rule = desk.decide("clara", step(to)).err().map(|r| r.rule);
            let clients = ["accepted", "disputed", "plan_proposed", "implemented"].contains(&to.code());
            let expected = if clients { expected } else { Some("needs-evaluator") };
            assert_eq!(rule, expected, "{} to {} by the client", from.code(), to.code());
        }
    }
}

#[test]
fn a_plan_counts_only_where_the_evaluator_accepted_it_and_it_was_not_found_wanting() {
    use FindingState as S;
    for (course, expected) in [
        (&[S::Accepted][..], false),
        (&[S::Accepted, S::Implemented], false),
        (&[S::PlanProposed], false),
        (&[S::PlanProposed, S::PlanRejected], false),
        (&[S::PlanProposed, S::PlanAccepted], true),
        (&[S::PlanProposed, S::PlanAccepted, S::Implemented], true),
        (&[S::PlanProposed, S::PlanAccepted, S::PlanProposed], false),
        (&[S::PlanProposed, S::PlanAccepted, S::Implemented, S::NotEffective], false),
        (&[S::PlanProposed, S::PlanAccepted, S::Implemented, S::NotEffective, S::PlanProposed], false),
    ] {
        let mut desk = with_minor();
        for state in course {
            done(&mut desk, "lead", step(*state));
        }
        let findings = desk.state.findings();
        assert_eq!(findings[0].plan_accepted, expected, "after {course:?}");
        let told: Vec<S> = desk.state.finding_course("F-1").iter().map(|m| m.value.state).collect();
        assert_eq!(told, course, "the course is told in its order");
    }
}

#[test]
fn a_step_that_was_taken_back_is_not_in_the_course() {
    let mut desk = with_minor();
    done(&mut desk, "lead", step(FindingState::Accepted));
    let made = desk.ask("lead", step(FindingState::PlanProposed)).expect("a step");
    done(&mut desk, "lead", Request::Retract { events: made, reason: None });
    done(&mut desk, "evan", step(FindingState::Implemented));
    let told: Vec<FindingState> = desk.state.finding_course("F-1").iter().map(|m| m.value.state).collect();
    assert_eq!(told, [FindingState::Accepted, FindingState::Implemented], "the undone plan was never there");
}

fn escalate(cause: EscalationCause) -> Request {
    Request::EscalateFinding(FindingEscalate {
        finding: "F-1".to_owned(),
        cause,
        reason: "In three of four".to_owned(),
        evidence: Vec::new(),
        supersedes: Vec::new(),
    })
}

#[test]
fn an_escalation_makes_it_major_everywhere_and_rewrites_nothing() {
    let mut desk = with_minor();
    assert!(open_majors(&desk.state).is_empty(), "a minor is not in the way of a declaration");
    let before = desk.state.content_digest();
    let made = desk.ask("lead", escalate(EscalationCause::Systematic)).expect("an escalation");
    let finding = desk.state.findings().remove(0);
    assert_eq!(finding.grade, Grade::Major, "it is major now");
    assert_eq!(finding.raised.value.grade, Grade::Minor, "and what was raised says what it said");
    assert_eq!(open_majors(&desk.state), ["F-1"], "an escalated minor stands against a positive statement");
    assert_ne!(before, desk.state.content_digest(), "a review of the minor does not cover the major");
    done(&mut desk, "lead", Request::Retract { events: made, reason: None });
    assert_eq!(desk.state.findings()[0].grade, Grade::Minor, "an escalation by mistake can be taken back");
}

#[test]
fn a_major_does_not_hide_behind_two_escalations() {
    let mut desk = with_minor();
    let both: Vec<_> = ["lead", "evan"]
        .into_iter()
        .map(|person| (person, desk.decide(person, escalate(EscalationCause::Repeated)).expect("either may")))
        .collect();
    for (person, events) in both {
        for event in events {
            desk.write(person, event.kind, event.payload);
        }
    }
    let conflicts = desk.state.conflicts();
    assert_eq!(conflicts[0].field, "grade", "that two people escalated it is for a person to settle");
    assert_eq!(desk.state.findings()[0].grade, Grade::Major, "and it is major in the meantime");
}

fn fulfilled(desk: &mut Desk) -> Request {
    let mut record: RecordRow = RecordRow { row: Some(RowKey::of("CR 1.1")), ..RecordRow::default() };
    record.fulfilment = Some((Fulfilment::ByComponent, None, None));
    let text = r#"{"record": {"row": "CR 1.1", "verdict": {"is": "fulfilled", "rationale": "Seen again", "evidence": ["retest.pdf"]}}}"#;
    let asked: Asked = serde_json::from_str(text).expect("a request");
    if let Request::Record(asked) = asked.into() {
        record.verdict = asked.verdict;
    }
    let _ = desk;
    Request::Record(record)
}

#[test]
fn closing_sets_no_verdict_and_a_new_one_is_the_re_evaluation() {
    let mut desk = with_minor();
    ask(
        &mut desk,
        "lead",
        r#"{"record": {"row": "CR 1.1", "verdict": {"is": "not_fulfilled", "rationale": "No login", "evidence": ["test.pdf"]}}}"#,
    );
    let verdict =
        |desk: &Desk| desk.state.row(&RowKey::of("CR 1.1")).verdict.map(|v| (v.id, v.value.verdict));
    let first = verdict(&desk);
    use FindingState as S;
    for state in [S::PlanProposed, S::PlanAccepted, S::Implemented, S::NotEffective] {
        done(&mut desk, "lead", step(state));
    }
    let again = fulfilled(&mut desk);
    let rule = desk.decide("lead", again).err().map(|r| r.rule);
    assert_eq!(rule, Some("finding-open"), "what did not work is open, and the row stays negative");
    for state in [S::PlanProposed, S::PlanAccepted, S::Implemented, S::Closed] {
        done(&mut desk, "lead", step(state));
    }
    assert_eq!(verdict(&desk), first, "a closed finding leaves the verdict as the evaluator set it");
    assert_eq!(first.map(|(_, v)| v), Some(AnyVerdict::NotFulfilled), "which is negative");
    let again = fulfilled(&mut desk);
    done(&mut desk, "evan", again);
    let history = desk.state.verdict_history(&RowKey::of("CR 1.1"));
    let told: Vec<AnyVerdict> = history.iter().map(|v| v.value.verdict).collect();
    assert_eq!(told.len(), 2, "the first verdict is in the history: {told:?}");
    assert!(told.contains(&AnyVerdict::NotFulfilled), "as it was");
    assert_eq!(verdict(&desk).map(|(_, v)| v), Some(AnyVerdict::Fulfilled), "and the new one stands");
}

/// The limits that have passed on that day.
fn passed(desk: &Desk, today: &str) -> Vec<Limit> {
    desk.state.overdue(today).into_iter().map(|due| due.limit).collect()
}

#[test]
fn the_last_day_of_a_limit_is_still_in_time() {
    // Raised on 2026-06-01.
    let mut desk = with_minor();
    assert_eq!(passed(&desk, "2026-07-01"), [], "thirty days to answer");
    assert_eq!(passed(&desk, "2026-07-02"), [Limit::Answer], "and not one more");
    assert_eq!(passed(&desk, "2026-08-31"), [Limit::Answer, Limit::Closure], "ninety days to close");
    done(&mut desk, "lead", set("findings.answer_days", json!(10)));
    assert_eq!(passed(&desk, "2026-06-11"), [], "as the case says");
    assert_eq!(passed(&desk, "2026-06-12"), [Limit::Answer], "shorter than the usual limit");
    done(&mut desk, "lead", step(FindingState::PlanProposed));
    assert_eq!(passed(&desk, "2026-08-30"), [], "answered; the evaluator has the word");
    assert_eq!(passed(&desk, "2026-08-31"), [Limit::Closure], "but it is not closed after ninety days");
    done(&mut desk, "lead", step(FindingState::PlanAccepted));
    assert_eq!(passed(&desk, "2026-08-01"), [], "the plan has its own day");
    assert_eq!(passed(&desk, "2026-08-02"), [Limit::Action], "after which its action is late");
    done(&mut desk, "lead", step(FindingState::Implemented));
    assert_eq!(passed(&desk, "2027-01-01"), [], "a minor with an accepted plan waits for surveillance");
    done(&mut desk, "lead", step(FindingState::Closed));
    assert_eq!(passed(&desk, "2099-01-01"), [], "what is closed has no limits");
}

#[test]
fn a_major_is_verified_within_months_of_the_last_day_of_the_evaluation() {
    let mut desk = with_minor();
    done(&mut desk, "lead", escalate(EscalationCause::Systematic));
    assert!(
        !passed(&desk, "2099-01-01").contains(&Limit::Major),
        "without a last day there is no such limit"
    );
    done(&mut desk, "lead", set("conduct.to", json!("2026-08-31")));
    let major = |desk: &Desk, today| passed(desk, today).contains(&Limit::Major);
    assert!(!major(&desk, "2027-02-28"), "six months after 31 August end on the last day of February");
    assert!(major(&desk, "2027-03-01"), "and not a day later");
    done(&mut desk, "lead", set("conduct.to", json!("2026-01-10")));
    assert!(!major(&desk, "2026-12-01"), "a major that was raised later has its months from that day");
    assert!(major(&desk, "2026-12-02"), "and no more");
    done(&mut desk, "lead", set("findings.major_months", json!(1)));
    assert!(major(&desk, "2026-07-02"), "as the case says");
}

#[test]
fn days_are_added_as_the_calendar_has_them() {
    let day = |text: &str| Day::read(text).expect("a day");
    for (from, months, to) in [
        ("2026-01-31", 1, "2026-02-28"),
        ("2028-01-31", 1, "2028-02-29"),
        ("2026-08-31", 6, "2027-02-28"),
        ("2026-12-31", 2, "2027-02-28"),
        ("2026-12-01", 1, "2027-01-01"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-06-01", 36, "2029-06-01"),
        ("2026-06-01", 0, "2026-06-01"),
    ] {
        assert_eq!(
            day(from).plus_months(months).map(Day::text).as_deref(),
            Some(to),
            "{from} + {months} months"
        );
    }
    for (from, days, to) in [
        ("2026-12-31", 1, "2027-01-01"),
        ("2028-02-28", 1, "2028-02-29"),
        ("2026-02-28", 1, "2026-03-01"),
        ("2026-06-01", 30, "2026-07-01"),
        ("2026-06-01", 90, "2026-08-30"),
        ("2000-01-01", 366, "2001-01-01"),
        ("2026-06-01", 0, "2026-06-01"),
    ] {
        assert_eq!(day(from).plus_days(days).map(Day::text).as_deref(), Some(to), "{from} + {days} days");
    }
    assert_eq!(day("9999-12-31").plus_days(1), None, "past the last year that a date can hold");
    assert_eq!(day("9999-12-01").plus_months(1), None, "also by months");
    assert_eq!(day("2026-06-01").plus_days(u32::MAX), None, "and with any number");
    assert_eq!(Day::of_time("2026-06-01T10:00:00.000Z"), Day::read("2026-06-01"), "the day of a time");
    for none in ["", "2026-02-29", "2026-6-1", "2026-06-01T"] {
        assert_eq!(Day::read(none), None, "{none:?} is no day");
    }
}

/// As docs/formats/events.md has it, written down once more by hand.
const CERTIFICATE: [(&str, &str, &str); 8] = [
    ("none", "valid conditions", "valid conditions"),
    (
        "valid",
        "conditions suspended reduced_scope withdrawn expired terminated",
        "conditions suspended reduced_scope withdrawn expired terminated",
    ),
    (
        "conditions",
        "valid suspended reduced_scope withdrawn expired terminated",
        "valid suspended reduced_scope withdrawn expired terminated",
    ),
    (
        "reduced_scope",
        "suspended withdrawn expired terminated",
        "valid conditions suspended withdrawn expired terminated",
    ),
    (
        "suspended",
        "valid conditions reduced_scope withdrawn expired terminated",
        "valid conditions reduced_scope withdrawn expired terminated",
    ),
    ("withdrawn", "", "valid conditions"),
    ("expired", "", "valid conditions"),
    ("terminated", "", "valid conditions"),
];

fn to(state: CertificateState) -> CertificateSet {
    CertificateSet {
        state,
        date: "2029-07-01".to_owned(),
        reason: "As decided".to_owned(),
        directory: "See there".to_owned(),
        scope: (state == CertificateState::ReducedScope).then(|| "Less".to_owned()),
        decision: String::new(),
        supersedes: Vec::new(),
    }
}

#[test]
fn a_certificate_takes_the_steps_of_the_table_and_no_others() {
    let granted = || prepared(Object::Component, ReportKind::CertificationBody, &[]);
    let own = granted().state.decision().expect("the decision").id.to_string();
    for (from, same, new) in CERTIFICATE {
        for (decision, allowed) in [(own.clone(), same), (sha("an earlier decision"), new)] {
            let mut desk = granted();
            if from != "none" {
                let state = CertificateState::from_code(from).expect("a state");
                let payload = CertificateSet { date: "2026-06-01".to_owned(), decision, ..to(state) };
                desk.write("dora", kind::CERTIFICATE_STATE, to_payload(&payload).expect("a payload"));
            }
            for state in CertificateState::ALL {
                let rule = desk.decide("dora", Request::SetCertificate(to(*state))).err().map(|r| r.rule);
                let allowed = allowed.split(' ').any(|code| code == state.code());
                let expected = if allowed { None } else { Some("certificate-step") };
                assert_eq!(rule, expected, "{from} to {state}");
            }
        }
    }
}

#[test]
fn nothing_calls_a_certificate_valid_that_is_not() {
    let mut desk = opened();
    assert_eq!(certificate::status(&desk.state, "2026-06-01"), Status::NotGranted, "nothing was granted");
    desk = prepared(Object::Component, ReportKind::CertificationBody, &[]);
    let code = |desk: &Desk, today: &str| {
        let status = certificate::status(&desk.state, today);
        (status.code(), status.attests())
    };
    assert_eq!(code(&desk, "2026-06-01"), ("not_stated", true), "granted, and nothing said since");
    done(
        &mut desk,
        "dora",
        Request::SetCertificate(CertificateSet { date: "2026-06-01".into(), ..to(CertificateState::Valid) }),
    );
    assert_eq!(code(&desk, "2029-06-30"), ("valid", true), "the last day of the term");
    assert_eq!(
        code(&desk, "2029-07-01"),
        ("expired", false),
        "the day after, whether or not anybody recorded it"
    );
    let suspended = CertificateSet { date: "2027-01-10".into(), ..to(CertificateState::Suspended) };
    done(&mut desk, "dora", Request::SetCertificate(suspended));
    assert_eq!(
        code(&desk, "2027-01-09"),
        ("valid", true),
        "what is recorded for a later day does not hold yet"
    );
    assert_eq!(code(&desk, "2026-05-31"), ("not_stated", true), "nor did anything hold before the first");
    assert_eq!(code(&desk, "2027-01-10"), ("suspended", false), "suspended");
    done(&mut desk, "lead", set("object.firmware", json!(["9"])));
    assert!(!positive_decision(&desk.state), "another build is another object");
    assert_eq!(code(&desk, "2027-01-11"), ("suspended", false), "and the certificate is what it was");
    // What a person without the role writes changes nothing.
    let payload = to_payload(&to(CertificateState::Valid)).expect("a payload");
    desk.write("lead", kind::CERTIFICATE_STATE, payload);
    assert_eq!(code(&desk, "2027-01-11"), ("suspended", false), "an evaluator decides nothing");
    assert!(!desk.state.evaluators().contains(&chain("dora")), "who decides has not evaluated");
}

#[test]
fn a_proposed_plan_looks_at_open_minors_first_and_at_each_row_once_in_three_visits() {
    let mut desk = prepared(Object::Component, ReportKind::CertificationBody, &[]);
    done(&mut desk, "lead", raise(Grade::Minor));
    let plan = proposed_plan(&desk.state, &desk.checklist).expect("a plan");
    let days: Vec<&str> = plan.visits.iter().map(|v| v.due.as_str()).collect();
    assert_eq!(days, ["2027-06-01", "2028-06-01"], "each year but the last, which is evaluated anew");
    assert_eq!(plan.visits[0].findings, ["F-1"], "open minors at the first visit");
    let (first, second) = (&plan.visits[0].rows, &plan.visits[1].rows);
    assert!(!first.is_empty() && first.iter().all(|row| !second.contains(row)), "other rows each time");
    assert!(first.len().abs_diff(second.len()) <= 1, "as many each time");
    assert!(desk.state.surveillance_plan().is_none(), "and a proposal is not recorded by itself");
    done(&mut desk, "dora", Request::PlanSurveillance(plan));
    assert!(desk.state.surveillance_plan().is_some(), "a person records it");
    assert_eq!(passed(&desk, "2027-06-02").last(), Some(&Limit::Surveillance), "a missed visit is late");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    /// Whatever the term, the plan that is proposed is one that may be recorded.
    #[test]
    fn a_proposed_plan_is_never_refused(year in 2026_u32..2034, month in 1_u32..13, day in 1_u32..29) {
        let expiry = format!("{year}-{month:02}-{day:02}");
        prop_assume!(expiry.as_str() > "2026-06-01");
        let mut desk = prepared(Object::Component, ReportKind::CertificationBody, &["certificate.expiry"]);
        done(&mut desk, "dora", set("certificate.expiry", json!(expiry)));
        let plan = proposed_plan(&desk.state, &desk.checklist).expect("a plan");
        let decision = certificate::granted(&desk.state).expect("a decision");
        prop_assert_eq!(plan_problem(&desk.state, &decision, &plan.visits), None, "until {}: {:?}", expiry, plan);
        prop_assert!(desk.decide("dora", Request::PlanSurveillance(plan)).is_ok(), "until {}", expiry);
    }
}
