//! The state follows from the set of events, whatever order they arrive in.

use std::{collections::BTreeMap, sync::LazyLock};

use checklist::{Checklist, Object};
use evaluation::{
    State,
    case::ReportKind,
    certificate,
    conclude::{self, conclude},
    decide::Request,
    event::{EvaluationOpen, Role, RowKey, Ties, kind, retracted, to_payload},
    issuing,
    state::Recorded,
};
use proptest::prelude::*;
use serde_json::json;
use trail::{ChainId, Digest, EventId, json::Value};

use crate::{
    common,
    desk::{DOSSIER, Desk, TIME, TODAY, card, chain, key, sha},
    prepared::done,
};

static CHECKLIST: LazyLock<Checklist> = LazyLock::new(common::component_checklist);

const PEOPLE: [&str; 4] = ["lead", "lena", "evan", "mallory"];
const ROWS: [&str; 3] = ["CR 1.1", "CR 1.1 RE(1)", "EDR 2.4"];

/// A case that was opened by the lead.
pub(crate) fn opened() -> Desk {
    let mut desk = Desk::of(Object::Component);
    let open = EvaluationOpen {
        checklist: "pack".to_owned(),
        checklist_sha256: sha("pack"),
        title: "Opened".to_owned(),
    };
    done(&mut desk, "lead", Request::Open(open));
    desk
}

/// Everything the state says, as one text.
pub(crate) fn answers(state: &State, checklist: &Checklist) -> String {
    let mut said = Vec::new();
    said.push(format!("{:?}", state.conflicts()));
    said.push(format!("{:?}", state.unreadable()));
    said.push(format!("{:?}", state.without_effect()));
    said.push(format!("{:?} {}", state.unknown_kinds(), state.events()));
    said.push(format!("{:?} {:?}", state.opening(), state.is_opened()));
    said.push(format!("{:?}", state.actors()));
    said.push(format!("{:?}", state.evaluators()));
    said.push(format!("{:?} {:?}", state.case("object.types"), state.declared_levels()));
    for row in state.touched_rows() {
        said.push(format!("{row} {:?} {:?}", state.row(&row), state.verdict_history(&row)));
    }
    for row in ROWS.map(RowKey::of) {
        said.push(format!(
            "{:?}",
            state.verdicts_ever(&row).iter().map(|v| (v.id, state.is_void(&v.id))).collect::<Vec<_>>()
        ));
        said.push(format!("{row} {:?} {:?}", state.tags(&row), state.links_of_row(&row)));
    }
    said.push(format!("{:?} {:?}", state.links_of_activity("CTX-1"), state.finding_history("F-1")));
    for subject in ["row:CR 1.1", "case"] {
        for field in ["verdict", "claim", "object.types"] {
            said.push(format!("{:?}", state.history(subject, field)));
            said.push(format!("{:?}", state.superseded_by_next(subject, field)));
        }
    }
    said.push(format!("{:?} {:?}", state.findings(), state.activity("CTX-1")));
    said.push(format!("{:?} {:?}", state.evidence(), state.imports()));
    for person in PEOPLE {
        said.push(format!(
            "{:?} {:?}",
            state.records(chain(person)),
            state.organisation_of_client(chain(person))
        ));
    }
    said.push(format!("{:?} {:?}", state.involved(), state.reviewers()));
    said.push(format!("{:?}", state.records_of_involved()));
    said.push(format!("{:?} {:?}", state.locked_rows(), state.changed_while_locked()));
    said.push(format!("{:?} {:?}", state.points(), state.contributions()));
    let stages = state.stages();
    for row in ROWS.map(RowKey::of) {
        said.push(format!("{} {:?} {}", stages.of(&row), state.locks_on(&row), state.row_content(&row)));
    }
    said.push(format!("{:?} {:?} {:?}", state.review(), state.decision(), state.reports()));
    said.push(state.content_digest().to_string());
    for today in ["2026-06-01", "2026-07-02", "2027-01-02"] {
        said.push(format!("{:?} {:?}", state.overdue(today), certificate::status(state, today)));
    }
    said.push(format!("{:?} {:?} {:?}", state.limits(), state.verified_late(), state.finding_course("F-1")));
    said.push(format!("{:?} {:?}", state.draws(), state.draws_ever("all")));
    said.push(format!("{:?} {:?}", state.surveillance_plan(), state.surveillance_records()));
    said.push(format!("{:?}", certificate::proposed_plan(state, checklist)));
    let conclusion = conclude(state, checklist);
    for kind in ReportKind::ALL {
        said.push(format!("{:?}", issuing::report(state, checklist, kind, &conclusion, TODAY)));
    }
    said.push(format!("{conclusion:?} {:?}", conclude::rows(state, checklist)));
    said.join("\n")
}

/// An event before it has an id: author, what, which of a few values, and which earlier events it replaces.
#[derive(Clone, Debug)]
struct Draft {
    author: &'static str,
    what: u8,
    pick: usize,
    supersedes: Vec<prop::sample::Index>,
}

fn drafts() -> impl Strategy<Value = Vec<Draft>> {
    let draft = (
        proptest::sample::select(&PEOPLE[..]),
        0_u8..35,
        0_usize..6,
        proptest::collection::vec(any::<prop::sample::Index>(), 0..3),
    )
        .prop_map(|(author, what, pick, supersedes)| Draft { author, what, pick, supersedes });
    proptest::collection::vec(draft, 0..40)
}

struct Event {
    id: EventId,
    chain: ChainId,
    seq: u64,
    kind: &'static str,
    payload: Value,
}

/// The payload of a draft, as a program without any rules would write it.
fn payload(draft: &Draft, old: &[String]) -> (&'static str, serde_json::Value) {
    let one = |list: &[&'static str]| list.iter().copied().cycle().nth(draft.pick).expect("a choice");
    let row = json!({"requirement": one(&ROWS)});
    match draft.what {
        0 | 1 => {
            let who = one(&PEOPLE);
            let roles: &[Role] = match (draft.what, draft.pick) {
                (0, 0..4) => &[Role::Lead],
                (0, _) => &[Role::Reviewer, Role::QualityManager],
                (_, 0..3) => &[Role::Evaluator],
                (_, 3) => &[Role::DecisionMaker],
                _ => &[Role::TechnicalExpert, Role::ClientContact],
            };
            let mut card = card(who, roles);
            card.supersedes = old.to_vec();
            (kind::ACTOR_ENROLL, serde_json::to_value(card).expect("a card"))
        }
        2..=4 => (
            kind::VERDICT_SET,
            json!({"row": row, "verdict": one(&["fulfilled", "not_fulfilled", "not_applicable", "inconclusive"]),
                "rationale": "r", "evidence": [], "supersedes": old}),
        ),
        5 => (
            kind::APPLICABILITY_SET,
            json!({"row": row, "applicable": draft.pick.is_multiple_of(2), "justification": "j", "confirmed": draft.pick < 3,
                "supersedes": old}),
        ),
        6 => (
            kind::FULFILMENT_SET,
            json!({"row": row, "mode": one(&["by_component", "by_system_integration"]), "supersedes": old}),
        ),
        7 => (
            kind::CASE_SET,
            json!({"field": "object.types", "value": [one(&["EDR", "NDR", "SAR"])], "supersedes": old}),
        ),
        8 => (
            kind::FINDING_RAISE,
            json!({"finding": one(&["F-1", "F-2"]), "row": row, "grade": one(&["major", "minor"]),
                "grade_reason": "g", "statement": "s", "evidence": [], "supersedes": old}),
        ),
        9 => (
            kind::FINDING_MOVE,
            json!({"finding": one(&["F-1", "F-2"]), "note": "n",
                "state": one(&["accepted", "closed", "withdrawn", "plan_accepted", "implemented", "not_effective"]),
                "evidence": [], "supersedes": old}),
        ),
        10 => (
            kind::REVIEW_RECORD,
            json!({"result": "accepted", "points": "p", "covers": "c", "supersedes": old}),
        ),
        11 => (
            kind::ACTIVITY_SET,
            json!({"activity": "CTX-1", "verdict": one(&["pass", "fail"]), "rationale": "r", "evidence": [],
                "supersedes": old}),
        ),
        12 if draft.pick == 0 => {
            (kind::EVALUATION_OPEN, json!({"checklist": "c", "checklist_sha256": "s", "title": "Second"}))
        }
        12 => (kind::CHAIN_OPEN, json!({"actor": {"name": one(&["A", "B"])}})),
        13..=16 => (kind::RETRACT, json!({"events": old})),
        17 => (
            kind::TAG_SET,
            json!({"row": row, "tag": one(&["place", "assignee"]), "value": one(&["A", "B", ""]), "supersedes": old}),
        ),
        18 => (
            kind::EVIDENCE_LINK,
            json!({"row": row, "evidence": sha("test.pdf"), "linked": draft.pick.is_multiple_of(2),
                "supersedes": old}),
        ),
        19 => (
            kind::EDITION_MOVE,
            json!({"from_sha256": "a", "checklist": "c", "checklist_sha256": one(&["s", "t"]), "carried": 1, "review": [],
                "set_aside": old, "reason": "r", "supersedes": old}),
        ),
        20 => (
            kind::PROFILE_ADOPT,
            json!({"profile": "p", "version": "1", "title": one(&["A", "B"]), "sha256": "f", "checklist_sha256": "s",
                "conforms": true, "rows": [{"requirement": one(&ROWS), "included": false}], "supersedes": old}),
        ),
        22 | 23 => {
            let rows = json!([{"requirement": one(&ROWS), "content": "c"}]);
            (kind::ROW_LOCK, json!({"review": "r", "rows": rows, "supersedes": []}))
        }
        24 => (kind::ROW_UNLOCK, json!({"rows": [row], "reason": "r", "supersedes": old})),
        25 => (
            kind::REVIEW_POINT,
            json!({"point": one(&["P-1", "P-2"]), "row": row, "text": "t", "supersedes": []}),
        ),
        26 if draft.pick < 3 => (
            kind::POINT_ANSWER,
            json!({"point": one(&["P-1", "P-2"]), "text": "t", "evidence": [], "supersedes": old}),
        ),
        26 => (
            kind::POINT_CLOSE,
            json!({"point": one(&["P-1", "P-2"]), "of": old, "result": one(&["settled", "not_settled", "withdrawn"]),
                "note": "n", "supersedes": old}),
        ),
        27 => (
            kind::CONTRIBUTION_SIGN,
            json!({"contribution": "E-1", "rows": [row], "activities": [], "text": "t", "evidence": [],
                "supersedes": old}),
        ),
        28 => {
            let mut points = Ties::default();
            points.gifts.tie = draft.pick.is_multiple_of(2);
            let who = chain(if draft.pick < 5 { draft.author } else { "evan" }).to_string();
            (kind::IMPARTIALITY_DECLARE, json!({"chain": who, "points": points, "supersedes": old}))
        }
        29 if draft.pick < 4 => (
            kind::IMPARTIALITY_REVIEW,
            json!({"chain": chain(one(&PEOPLE)).to_string(), "result": one(&["barred", "cleared"]), "reasons": "r",
                "supersedes": old}),
        ),
        29 => (
            kind::COMPETENCE_RECORD,
            json!({"chain": chain(one(&PEOPLE)).to_string(), "areas": [], "basis": "b", "valid_until": "2026-01-01",
                "supersedes": old}),
        ),
        30 => (
            kind::FINDING_ESCALATE,
            json!({"finding": one(&["F-1", "F-2"]), "cause": one(&["systematic", "repeated", "?"]), "reason": "r",
                "evidence": [], "supersedes": old}),
        ),
        31 => (
            kind::SAMPLING_DRAW,
            // Of "a" and "b" the rule takes "a" with the seed 1; the other draw does not follow from its inputs.
            json!({"stratum": one(&["all", "rest"]), "source": sha("list.csv"), "columns": [], "seed": "1", "n": 1,
                "population": [{"item": "a", "values": []}, {"item": "b", "values": []}], "left_out": [],
                "added": [], "chosen": [one(&["a", "b"])], "supersedes": old}),
        ),
        32 => (
            kind::CERTIFICATE_STATE,
            json!({"state": one(&["valid", "suspended", "withdrawn"]), "date": "2026-06-02", "reason": "r",
                "directory": "d", "decision": old.first().cloned().unwrap_or_default(), "supersedes": old}),
        ),
        33 => (
            kind::SURVEILLANCE_PLAN,
            json!({"visits": [{"due": one(&["2027-01-01", "2026-01-01"]), "findings": ["F-1"], "rows": [], "other": []}],
                "supersedes": old}),
        ),
        34 if draft.pick < 3 => (
            kind::SURVEILLANCE_RECORD,
            json!({"date": "2027-01-01", "result": one(&["satisfactory", "findings"]), "findings": [], "summary": "s",
                "evidence": [], "supersedes": old}),
        ),
        34 => (
            kind::DECISION_RECORD,
            json!({"result": "granted", "reasons": "r", "covers": "c", "supersedes": old}),
        ),
        21 if draft.pick < 2 => {
            let who = one(&PEOPLE);
            (kind::ACTOR_ROTATE, json!({"chain": chain(who).to_string(), "key": key(who).to_string()}))
        }
        21 if draft.pick < 5 => (
            kind::ACTOR_REVOKE,
            json!({"chain": chain(one(&PEOPLE)).to_string(), "last": draft.pick, "reason": "r", "supersedes": old}),
        ),
        _ => ("verdict.set/9", json!({"row": row})),
    }
}

fn events(drafts: &[Draft]) -> Vec<Event> {
    let opening = json!({"checklist": "c", "checklist_sha256": "s", "title": "First"});
    let opening = to_payload(&opening).expect("a payload");
    let mut events = vec![Event {
        id: Digest::of(b"opening"),
        chain: chain("lead"),
        seq: 0,
        kind: kind::EVALUATION_OPEN,
        payload: opening,
    }];
    let mut next = BTreeMap::from([(chain("lead"), 1_u64)]);
    for (n, draft) in drafts.iter().enumerate() {
        let old: Vec<String> =
            draft.supersedes.iter().map(|index| index.get(&events).id.to_string()).collect();
        let (kind, payload) = payload(draft, &old);
        let chain = chain(draft.author);
        let seq = next.entry(chain).or_default();
        events.push(Event {
            id: Digest::of(format!("event {n}").as_bytes()),
            chain,
            seq: *seq,
            kind,
            payload: to_payload(&payload).expect("a payload"),
        });
        // Now and then a chain forks: two events in one place.
        if draft.pick != 5 {
            *seq += 1;
        }
    }
    events
}

fn state_of<'a>(events: impl Iterator<Item = &'a Event>) -> State {
    let mut state = State::new(DOSSIER);
    for event in events {
        state.apply(&Recorded {
            id: event.id,
            chain: event.chain,
            seq: event.seq,
            time: TIME,
            kind: event.kind,
            payload: event.payload.clone(),
        });
    }
    state
}

/// Whether the event is void, straight from the definition. `idle` are those that count for nothing.
fn is_void(event: &Event, events: &[Event], idle: &[EventId]) -> bool {
    let stays = [
        kind::EVALUATION_OPEN,
        kind::EDITION_MOVE,
        kind::PROFILE_ADOPT,
        kind::ACTOR_ENROLL,
        kind::ACTOR_ROTATE,
        kind::ACTOR_REVOKE,
        kind::REVIEW_RECORD,
        kind::IMPARTIALITY_DECLARE,
        kind::IMPARTIALITY_REVIEW,
        kind::COMPETENCE_RECORD,
        kind::CONTRIBUTION_SIGN,
        kind::ROW_LOCK,
        kind::ROW_UNLOCK,
        kind::REVIEW_POINT,
        kind::POINT_ANSWER,
        kind::POINT_CLOSE,
        kind::DECISION_RECORD,
        kind::SAMPLING_DRAW,
        kind::CERTIFICATE_STATE,
        kind::SURVEILLANCE_PLAN,
        kind::SURVEILLANCE_RECORD,
        kind::CHAIN_OPEN,
        "verdict.set/9",
    ];
    let names = |r: &Event| retracted(r.kind, &r.payload).is_some_and(|named| named.contains(&event.id));
    !stays.contains(&event.kind)
        && events
            .iter()
            .filter(|r| r.chain == event.chain && r.seq > event.seq && !idle.contains(&r.id))
            .any(|r| names(r) && !is_void(r, events, idle))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn what_was_taken_back_may_as_well_be_absent(drafts in drafts()) {
        let events = events(&drafts);
        let state = state_of(events.iter());
        let idle: Vec<EventId> = state.without_effect().into_iter().map(|(_, id)| id).collect();
        for event in &events {
            prop_assert_eq!(state.is_void(&event.id), is_void(event, &events, &idle), "as the definition says");
        }
        let stays = |e: &&Event| e.kind != kind::RETRACT && !is_void(e, &events, &idle);
        let rest = state_of(events.iter().filter(stays));
        let core = |s: &State| {
            let rows: Vec<String> =
                s.touched_rows().iter().map(|r| format!("{:?} {:?}", s.row(r), s.verdict_history(r))).collect();
            let visit = ROWS.map(RowKey::of).map(|r| (s.tags(&r), s.links_of_row(&r)));
            let visit = (visit, s.locked_rows(), s.changed_while_locked(), format!("{:?}", s.points()));
            (rows, visit, s.conflicts(), s.content_digest(), format!("{:?}", conclude(s, &CHECKLIST)),
                format!("{:?} {:?}", s.findings(), s.finding_history("F-1")), s.case("object.types"))
        };
        prop_assert_eq!(core(&state), core(&rest), "nothing that is said now depends on it");
        prop_assert_eq!(state.actors(), rest.actors(), "nor does who was admitted");
    }

    #[test]
    fn the_order_of_arrival_changes_nothing(
        (drafts, order) in drafts().prop_flat_map(|drafts| {
            let places: Vec<usize> = (0..=drafts.len()).collect();
            (Just(drafts), Just(places).prop_shuffle())
        })
    ) {
        let events = events(&drafts);
        let told = answers(&state_of(events.iter()), &CHECKLIST);
        let shuffled = answers(&state_of(order.iter().map(|n| &events[*n])), &CHECKLIST);
        prop_assert_eq!(told, shuffled, "the same set of events must say the same");
        let backwards = answers(&state_of(events.iter().rev()), &CHECKLIST);
        let forwards = answers(&state_of(events.iter()), &CHECKLIST);
        prop_assert_eq!(forwards, backwards, "also from the last to the first");
    }

    #[test]
    fn whoever_was_not_admitted_changes_nothing(drafts in drafts()) {
        let events = events(&drafts);
        let state = state_of(events.iter());
        let idle: Vec<EventId> = state.without_effect().into_iter().map(|(_, id)| id).collect();
        let several = events.iter().filter(|e| e.kind == kind::EVALUATION_OPEN).count() > 1;
        prop_assume!(!several);
        let rest = state_of(events.iter().filter(|e| !idle.contains(&e.id)));
        let core = |s: &State| {
            let rows: Vec<String> = s.touched_rows().iter().map(|r: &RowKey| format!("{:?}", s.row(r))).collect();
            (rows, s.conflicts(), s.content_digest(), format!("{:?}", conclude(s, &CHECKLIST)),
                format!("{:?}", s.findings()))
        };
        prop_assert_eq!(core(&state), core(&rest), "events without effect may as well be absent");
    }
}
