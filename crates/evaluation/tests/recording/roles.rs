//! Who may do what: every move by every role, refused with its rule or allowed. What is refused and written anyway by
//! another program counts for nothing, wherever the format says so.

use checklist::Object;
use evaluation::{
    case::ReportKind,
    decide::{Contribution, NewEvent, NewFinding, NewPoint, NewVerdict, RecordRow, Request},
    event::{
        AnyVerdict, Area, Clearance, CompetenceArea, DecisionResult, FindingState, PointResult, ReviewResult,
        Role, RowKey, Ties, kind,
    },
    verdict::{ActivityVerdict, Fulfilment, Grade},
};
use serde_json::json;

use crate::{
    asked::{Asked, claim},
    desk::{Desk, card, chain, event_of, key, sha},
    prepared::{accept, add, done, evaluated, set},
};

/// One of each role. The lead has evaluated the case, lena and evan have not yet; mallory was never admitted.
const PEOPLE: [(&str, &[Role]); 8] = [
    ("clara", &[Role::ClientContact]),
    ("evan", &[Role::Evaluator]),
    ("lead", &[Role::Lead, Role::Evaluator]),
    ("lena", &[Role::Lead]),
    ("tess", &[Role::TechnicalExpert]),
    ("rita", &[Role::Reviewer]),
    ("dora", &[Role::DecisionMaker]),
    ("quin", &[Role::QualityManager]),
];
const EVALUATING: &[&str] = &["evan", "lead", "lena"];
const LEADS: &[&str] = &["lead", "lena"];
const ADMITTED: &[&str] = &["clara", "evan", "lead", "lena", "tess", "rita", "dora", "quin"];
const REVIEWER: (&str, &str) = ("rita", "reviewer-never-edits");
const STRANGER: (&str, &str) = ("mallory", "not-admitted");

/// The moments at which moves are tried.
struct Desks {
    /// A point of the review is answered and open.
    working: Desk,
    /// An accepted review covers everything.
    reviewed: Desk,
    /// And CR 1.1 is locked.
    locked: Desk,
}

fn finding(row: &str) -> NewFinding {
    NewFinding {
        row: Some(RowKey::of(row)),
        activity: None,
        grade: Grade::Observation,
        grade_reason: "Nothing is broken".to_owned(),
        statement: "The manual is old".to_owned(),
        evidence: vec![sha("test.pdf")],
        repeats: None,
    }
}

fn desks() -> Desks {
    let begun = || {
        let mut desk = evaluated(Object::Component, ReportKind::CertificationBody, &[]);
        for (person, roles) in PEOPLE {
            done(&mut desk, "lead", Request::Enroll(card(person, roles)));
        }
        done(&mut desk, "lead", Request::RaiseFinding(finding("CR 1.3")));
        desk
    };
    let mut working = begun();
    done(&mut working, "rita", point());
    done(&mut working, "lead", answer());
    let mut reviewed = begun();
    done(&mut reviewed, "rita", accept());
    let mut locked = begun();
    done(&mut locked, "rita", accept());
    done(&mut locked, "lead", lock());
    Desks { working, reviewed, locked }
}

fn point() -> Request {
    let text = "The log names another firmware".to_owned();
    Request::RaisePoint(NewPoint { row: Some(RowKey::of("CR 1.1")), text, ..NewPoint::default() })
}

fn answer() -> Request {
    Request::AnswerPoint { point: "P-1".to_owned(), text: "Repeated".to_owned(), evidence: Vec::new() }
}

fn close(result: PointResult) -> Request {
    Request::ClosePoint { point: "P-1".to_owned(), result, note: "Read".to_owned() }
}

fn lock() -> Request {
    Request::LockRows { rows: vec![RowKey::of("CR 1.1")] }
}

fn record(row: &str) -> RecordRow {
    RecordRow { row: Some(RowKey::of(row)), ..RecordRow::default() }
}

fn verdict(row: &str) -> Request {
    Request::Record(RecordRow {
        verdict: Some(NewVerdict {
            verdict: AnyVerdict::Fulfilled,
            rationale: "Seen".to_owned(),
            evidence: vec![sha("test.pdf")],
            no_evidence_reason: None,
            ml: None,
            lowered_claim: None,
            sub_points_met: (1..=9).collect(),
        }),
        ..record(row)
    })
}

fn moved(state: FindingState) -> Request {
    let (finding, note) = ("F-1".to_owned(), "Said".to_owned());
    Request::MoveFinding { finding, state, note, due: None, evidence: Vec::new(), answer: None, method: None }
}

fn decision(result: DecisionResult) -> Request {
    let limited = result == DecisionResult::GrantedLimited;
    let conditions = if limited { vec!["Guide by May".to_owned()] } else { Vec::new() };
    Request::Decide { result, reasons: "As reviewed".to_owned(), conditions }
}

/// A move: what, when, who may, what stands against everybody else, and against whom something else does.
struct Move<'a> {
    name: &'static str,
    at: &'a Desk,
    request: Request,
    allowed: &'static [&'static str],
    refused: &'static str,
    otherwise: Vec<(&'static str, &'static str)>,
}

fn moves(desks: &Desks) -> Vec<Move<'_>> {
    let mut moves = Vec::new();
    let mut table = |name, at, request, allowed, refused, otherwise: &[(&'static str, &'static str)]| {
        moves.push(Move { name, at, request, allowed, refused, otherwise: otherwise.to_vec() });
    };
    let (working, reviewed, locked) = (&desks.working, &desks.reviewed, &desks.locked);
    let involved = [("lead", "reviewer-evaluated")];
    let decided = [("lead", "decider-evaluated")];

    // What is evaluated: evaluators alone. A client sets no verdict, an expert neither, a reviewer returns a point.
    table("set a verdict", working, verdict("CR 1.2"), EVALUATING, "needs-evaluator", &[REVIEWER]);
    let applies = RecordRow { applicability: Some((true, String::new(), false)), ..record("CR 1.2") };
    table("set applicability", working, Request::Record(applies), EVALUATING, "needs-evaluator", &[REVIEWER]);
    let mode = RecordRow { fulfilment: Some((Fulfilment::ByComponent, None, None)), ..record("CR 1.2") };
    table("set the fulfilment", working, Request::Record(mode), EVALUATING, "needs-evaluator", &[REVIEWER]);
    let activity = Request::RecordActivity {
        activity: "CTX-1".to_owned(),
        verdict: ActivityVerdict::Pass,
        rationale: "Done".to_owned(),
        evidence: vec![sha("test.pdf")],
        no_evidence_reason: None,
        finding: None,
    };
    table("judge an activity", working, activity, EVALUATING, "needs-evaluator", &[REVIEWER]);
    let raise = Request::RaiseFinding(finding("CR 1.2"));
    table("raise a finding", working, raise, EVALUATING, "needs-evaluator", &[REVIEWER]);
    let withdrawn = moved(FindingState::Withdrawn);
    table("withdraw a finding", working, withdrawn, EVALUATING, "needs-evaluator", &[REVIEWER]);
    let accepted = moved(FindingState::Accepted);
    let by = &["clara", "evan", "lead", "lena"];
    table("accept a finding", working, accepted, by, "needs-evaluator", &[REVIEWER]);
    let plan = set("conduct.plan", json!("Two days"));
    table("state the plan", working, plan, EVALUATING, "needs-evaluator", &[REVIEWER]);
    let number = set("certificate.number", json!("C-1"));
    let by = &["evan", "lead", "lena", "dora"];
    table("state the certificate's number", working, number, by, "needs-evaluator", &[REVIEWER]);
    let tag = Request::SetTag {
        rows: vec![RowKey::of("CR 1.2")],
        tag: "place".to_owned(),
        value: "Lab".to_owned(),
    };
    table("set a tag", working, tag, EVALUATING, "needs-evaluator", &[REVIEWER]);
    let withhold = Request::WithholdEvidence { sha256: sha("test.pdf"), reason: "Personal data".to_owned() };
    table("withhold evidence", working, withhold, EVALUATING, "needs-evaluator", &[REVIEWER]);
    let edition = Asked::Edition {
        object: Object::Component,
        changed: vec!["CR 1.2".to_owned()],
        document: None,
        reason: "Amended".to_owned(),
    };
    table("move to an edition", working, edition.into(), EVALUATING, "needs-evaluator", &[REVIEWER]);

    // What comes in: whoever is admitted.
    table("register evidence", working, add("new.pdf", "inspection"), ADMITTED, "", &[STRANGER]);
    let link = Request::LinkEvidence {
        row: Some(RowKey::of("CR 1.2")),
        activity: None,
        evidence: vec![sha("test.pdf")],
        linked: true,
    };
    table("assign evidence", working, link, ADMITTED, "", &[STRANGER]);
    let import = Asked::Import {
        file: "answers.xlsx".to_owned(),
        sheet: "A".to_owned(),
        rows: vec![claim("CR 1.2", "answers.xlsx", "A").row.to_string()],
        mapping: json!({}),
    };
    table("import claims", working, import.into(), ADMITTED, "", &[STRANGER]);

    // The people.
    let enroll = Request::Enroll(card("xenia", &[Role::Reviewer]));
    table("admit somebody", working, enroll, LEADS, "needs-lead", &[]);
    let revoke = Request::Revoke { chain: chain("evan"), last: 0, reason: "Stolen".to_owned() };
    table("revoke a key", working, revoke, LEADS, "revoke-needs-lead", &[]);
    let rotate = Request::Rotate { key: key("a new one"), reason: None };
    table("replace the own key", working, rotate, ADMITTED, "", &[STRANGER]);
    let declare = Request::DeclareImpartiality { points: Ties::default(), text: None };
    table("declare impartiality", working, declare, ADMITTED, "", &[STRANGER]);
    let clear = |who| Request::ReviewImpartiality {
        of: chain(who),
        result: Clearance::Cleared,
        reasons: "No tie".to_owned(),
    };
    table("clear a reviewer", working, clear("rita"), &["quin"], "needs-quality-manager", &[]);
    let own = [("quin", "impartiality-of-oneself")];
    table("clear the quality manager", working, clear("quin"), &[], "needs-quality-manager", &own);
    let competence = |who| Request::RecordCompetence {
        of: chain(who),
        areas: vec![Area { area: CompetenceArea::Standard, name: "IEC 62443-4-2:2019".to_owned() }],
        basis: "Six evaluations".to_owned(),
        valid_until: "2027-03-31".to_owned(),
    };
    let neither = "needs-lead-or-quality-manager";
    let by = &["lead", "lena", "quin"];
    table("record a reviewer's competence", working, competence("rita"), by, neither, &[]);
    let own = [("lead", "competence-of-oneself")];
    table("record the lead's competence", working, competence("lead"), &["lena", "quin"], neither, &own);

    // The expert, the review, the locks, the decision.
    let contribute = Request::Contribute(Contribution {
        rows: vec![RowKey::of("CR 1.2")],
        text: "The chip keeps keys".to_owned(),
        ..Contribution::default()
    });
    table("sign a contribution", working, contribute, &["tess"], "needs-expert", &[]);
    table("raise a point", working, point(), &["rita"], "needs-reviewer", &involved);
    table("answer a point", working, answer(), EVALUATING, "needs-evaluator", &[REVIEWER]);
    for result in [PointResult::Settled, PointResult::NotSettled, PointResult::Withdrawn] {
        table("close a point", working, close(result), &["rita"], "needs-reviewer", &involved);
    }
    let over = [("lead", "reviewer-evaluated"), ("rita", "review-point-open")];
    table("accept over an open point", working, accept(), &[], "needs-reviewer", &over);
    table("accept", reviewed, accept(), &["rita"], "needs-reviewer", &involved);
    let returned = Request::Review { result: ReviewResult::Returned, points: "CR 1.1".to_owned() };
    table("return", reviewed, returned, &["rita"], "needs-reviewer", &involved);
    for result in [DecisionResult::Granted, DecisionResult::GrantedLimited, DecisionResult::Refused] {
        table("decide", reviewed, decision(result), &["dora"], "needs-decision-maker", &decided);
    }
    let early = [("lead", "decider-evaluated"), ("dora", "review-point-open")];
    let granted = decision(DecisionResult::Granted);
    table("decide over an open point", working, granted, &[], "needs-decision-maker", &early);
    table("lock a row", reviewed, lock(), LEADS, "lock-needs-lead", &[]);
    let unlock = Request::UnlockRows { rows: vec![RowKey::of("CR 1.1")], reason: "3.2.2".to_owned() };
    table("open a locked row", locked, unlock, LEADS, "lock-needs-lead", &[]);
    let shut = [("evan", "row-locked"), ("lead", "row-locked"), ("lena", "row-locked"), REVIEWER];
    table("set a verdict on a locked row", locked, verdict("CR 1.1"), &[], "needs-evaluator", &shut);
    let raise = Request::RaiseFinding(finding("CR 1.1"));
    table("raise a finding on a locked row", locked, raise, &[], "needs-evaluator", &shut);
    let last = locked_verdict(locked);
    let others = "retract-not-own";
    let take_back = |id| Request::Retract { events: vec![id], reason: None };
    let own = [("lead", "row-locked"), STRANGER];
    table("take back a locked verdict", locked, take_back(last), &[], others, &own);
    let last = locked_verdict(reviewed);
    table("take back a verdict", reviewed, take_back(last), &["lead"], others, &[STRANGER]);
    moves
}

/// The lead's verdict on CR 1.1.
fn locked_verdict(desk: &Desk) -> trail::EventId {
    let verdict = desk.state.row(&RowKey::of("CR 1.1")).verdict.expect("a verdict stands");
    assert_eq!(verdict.id, event_of("lead", verdict.seq), "it is the lead's");
    verdict.id
}

#[test]
fn every_move_by_every_role_ends_as_the_table_says() {
    let desks = desks();
    let (mut forbidden, mut allowed, mut wrong) = (0, 0, Vec::new());
    for one in moves(&desks) {
        for person in ADMITTED.iter().chain(&["mallory"]) {
            let special = one.otherwise.iter().find(|(who, _)| who == person).map(|(_, rule)| *rule);
            let expected = match special {
                Some(rule) => Some(rule),
                None => (!one.allowed.contains(person)).then_some(one.refused),
            };
            let answer = one.at.decide(person, one.request.clone());
            let rule = answer.as_ref().err().map(|refusal| refusal.rule);
            if rule != expected {
                wrong.push(format!("{person}: {}: {rule:?} in place of {expected:?}", one.name));
            }
            match expected {
                Some(_) => forbidden += 1,
                None => allowed += 1,
            }
        }
    }
    assert!(wrong.is_empty(), "each move must end as the table says:\n{}", wrong.join("\n"));
    assert!(forbidden > 200, "most moves are somebody else's: {forbidden}");
    assert!(allowed > 90, "and the table is not blind: {allowed} are allowed");
}

/// Kinds that count when their author was admitted; the gates say what is wrong with them.
const NAMED_BY_GATES: [&str; 2] = [kind::REVIEW_RECORD, kind::DECISION_RECORD];

#[test]
fn what_a_role_may_not_do_counts_for_nothing_when_another_program_wrote_it() {
    let desks = desks();
    let mut tried = 0;
    for one in moves(&desks) {
        let Some(somebody) = one.allowed.first() else { continue };
        let events = one.at.decide(somebody, one.request.clone()).expect("somebody may");
        let by_role = |rule: &str| rule.contains("needs-") || rule == REVIEWER.1 || rule == STRANGER.1;
        for person in ADMITTED.iter().chain(&["mallory"]) {
            let refusal = one.at.decide(person, one.request.clone()).err();
            if !refusal.is_some_and(|refusal| by_role(refusal.rule)) {
                continue;
            }
            let mut desk = one.at.clone();
            for NewEvent { kind, payload } in &events {
                let id = desk.write(person, kind, payload.clone());
                let idle = desk.state.without_effect().iter().any(|(_, event)| *event == id);
                let named = NAMED_BY_GATES.contains(kind) && *person != "mallory";
                assert_eq!(idle, !named, "{person}: {}: {kind} must count for nothing", one.name);
                tried += 1;
            }
        }
    }
    assert!(tried > 150, "the search must find the moves: {tried}");
}
