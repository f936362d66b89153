//! Payloads come back as they went, and nothing that arrives can make the state panic.

use std::collections::BTreeMap;

use evaluation::{
    current,
    event::{
        ActivitySet, ActorRevoke, ActorRotate, Answer, AnyVerdict, ApplicabilitySet, Area, CaseSet, CellNote,
        Clearance, CompetenceArea, CompetenceRecord, ContributionSign, DecisionRecord, DecisionResult,
        DeclarationSet, EditionDifference, EditionMove, EditionReview, EvaluationOpen, EvidenceAdd,
        EvidenceLink, EvidenceWithhold, FindingMove, FindingRaise, FindingState, FulfilmentSet,
        ImpartialityDeclare, ImpartialityPoint, ImpartialityReview, Import, IssuedFile, LockedRow,
        PointAnswer, PointClose, PointResult, ProfileAdopt, ProfileRow, ReportIssue, Retract, ReviewPoint,
        ReviewRecord, ReviewResult, Role, RowKey, RowLock, RowUnlock, SourceCell, TagSet, Ties, VerdictSet,
        VerificationMethod, from_payload, kind, retracted, to_payload,
    },
    verdict::{ActivityVerdict, Fulfilment, Grade},
};
use proptest::prelude::*;
use serde::{Serialize, de::DeserializeOwned};
use trail::json;

use crate::{
    asked::claim,
    desk::{card, sha},
};

/// Encodes, reads back, and says which subject and field the event sets.
fn round<T>(kind: &str, payload: &T) -> (String, String)
where
    T: Serialize + DeserializeOwned + PartialEq + std::fmt::Debug,
{
    let canonical = to_payload(payload).expect("a payload that the trail can hold");
    let back: T = from_payload(&canonical).expect("what was written can be read");
    assert_eq!(&back, payload, "{kind} must come back unchanged");
    let text = json::write(&canonical).expect("a canonical form");
    let read = json::parse(text.as_bytes()).expect("the canonical form must be readable");
    assert_eq!(read, canonical, "{kind} must survive as bytes");
    if let json::Value::Map(mut map) = canonical {
        map.insert("colour".to_owned(), json::Value::Text("green".to_owned()));
        assert!(
            from_payload::<T>(&json::Value::Map(map)).is_err(),
            "{kind}: a field of a later version must not be dropped silently"
        );
    }
    let set = current(kind, &read).expect("the event sets something");
    (set.subject, set.field)
}

fn row() -> RowKey {
    RowKey::read("SP.01.02 BR @integration /PLC 5/6")
}

fn old() -> Vec<String> {
    vec![sha("old")]
}

#[test]
fn every_payload_comes_back_unchanged_and_sets_its_field() {
    let some = || Some("said".to_owned());
    let on = |field: &str| (format!("row:{}", row()), field.to_owned());
    let of = |subject: &str, field: &str| (subject.to_owned(), field.to_owned());
    let open = EvaluationOpen {
        checklist: "iec-62443-4-2-2019".to_owned(),
        checklist_sha256: sha("pack"),
        title: "PLC „200“".to_owned(),
    };
    assert_eq!(round(kind::EVALUATION_OPEN, &open), of("evaluation", "open"), "the opening");
    let case = CaseSet {
        field: "claim.levels".to_owned(),
        value: serde_json::json!([1, 2, 3, 4, 0, 1, 2]),
        reason: some(),
        supersedes: old(),
    };
    assert_eq!(round(kind::CASE_SET, &case), of("case", "claim.levels"), "a fact");
    let enroll = card("anna", &Role::ALL);
    let subject = format!("actor:{}", enroll.chain);
    assert_eq!(round(kind::ACTOR_ENROLL, &enroll), of(&subject, "card"), "a card");
    let rotate = ActorRotate { chain: enroll.chain.clone(), key: enroll.key.clone(), reason: some() };
    assert_eq!(round(kind::ACTOR_ROTATE, &rotate), of(&subject, "rotation"), "a replaced key");
    let revoke =
        ActorRevoke { chain: enroll.chain.clone(), last: 7, reason: "Stolen".to_owned(), supersedes: old() };
    assert_eq!(round(kind::ACTOR_REVOKE, &revoke), of(&subject, "revoked"), "a revoked key");
    let mut claimed = claim(&row().to_string(), "answers.xlsx", "Sheet 1");
    claimed.comment =
        Some(SourceCell { cell: "D2".to_owned(), text: "A long text\u{1}".to_owned(), whole: some() });
    let note = SourceCell { cell: "B2".to_owned(), text: "Only from 2.4 on".to_owned(), whole: None };
    claimed.notes = vec![CellNote { author: "Ada".to_owned(), note }];
    assert_eq!(round(kind::CLAIM_SET, &claimed), on("claim"), "a claim");
    let import = Import {
        file: sha("answers.xlsx"),
        file_name: "answers.xlsx".to_owned(),
        size: 1 << 40,
        sheet: "Answers".to_owned(),
        header_row: 3,
        mapping: serde_json::json!({"id": "A", "values": {"ja": "met"}}),
        totals: BTreeMap::from([("matched".to_owned(), 126)]),
        ledger: sha("ledger"),
        repeated: vec![row()],
        removed: vec![RowKey::read("SP.01.02 BR @maintenance")],
    };
    let subject = format!("import:{}", sha("ledger"));
    assert_eq!(round(kind::IMPORT, &import), of(&subject, "import"), "an import");
    let profile = ProfileAdopt {
        profile: "urn:example:profile".to_owned(),
        version: "1.0".to_owned(),
        title: "Water".to_owned(),
        sha256: sha("p.json"),
        checklist_sha256: sha("pack"),
        conforms: false,
        rows: vec![ProfileRow {
            requirement: "SP.01.01 BR".to_owned(),
            included: false,
            min_ml: Some(2),
            justification: some(),
        }],
        reason: some(),
        supersedes: old(),
    };
    assert_eq!(round(kind::PROFILE_ADOPT, &profile), of("evaluation", "profile"), "a profile");
    let edition = EditionMove {
        from_sha256: sha("pack"),
        checklist: "iec-62443-2-4-2023".to_owned(),
        checklist_sha256: sha("other pack"),
        carried: 122,
        review: vec![EditionReview { id: "SP.01.02 BR".to_owned(), why: EditionDifference::Changed }],
        set_aside: vec![sha("an event")],
        reason: "Edition 2".to_owned(),
        supersedes: old(),
    };
    assert_eq!(round(kind::EDITION_MOVE, &edition), of("evaluation", "edition"), "a move to another edition");
    let applicability = ApplicabilitySet {
        row: row(),
        applicable: false,
        justification: "No users".to_owned(),
        confirmed: true,
        supersedes: old(),
    };
    assert_eq!(round(kind::APPLICABILITY_SET, &applicability), on("applicability"), "applicability");
    for mode in Fulfilment::ALL {
        let set = FulfilmentSet {
            row: row(),
            mode: *mode,
            countermeasure: some(),
            documented_in: some(),
            supersedes: old(),
        };
        assert_eq!(round(kind::FULFILMENT_SET, &set), on("fulfilment"), "a mode");
    }
    let declaration = DeclarationSet { row: row(), ml: 4, supersedes: old() };
    assert_eq!(round(kind::DECLARATION_SET, &declaration), on("declaration"), "a level");
    for verdict in [
        AnyVerdict::Fulfilled,
        AnyVerdict::NotFulfilled,
        AnyVerdict::Inconclusive,
        AnyVerdict::Pass,
        AnyVerdict::Fail,
        AnyVerdict::NotApplicable,
        AnyVerdict::NotEvaluated,
    ] {
        let set = VerdictSet {
            row: row(),
            verdict,
            rationale: "Seen".to_owned(),
            evidence: vec![sha("test.pdf")],
            no_evidence_reason: some(),
            ml: Some(3),
            lowered_claim: some(),
            sub_points_met: vec![1, 2],
            supersedes: old(),
        };
        assert_eq!(round(kind::VERDICT_SET, &set), on("verdict"), "a verdict");
    }
    for verdict in ActivityVerdict::ALL {
        let set = ActivitySet {
            activity: "CTX-1".to_owned(),
            verdict: *verdict,
            rationale: "Done".to_owned(),
            evidence: Vec::new(),
            no_evidence_reason: some(),
            supersedes: old(),
        };
        assert_eq!(round(kind::ACTIVITY_SET, &set), of("activity:CTX-1", "verdict"), "an activity");
    }
}

#[test]
fn payloads_about_evidence_findings_and_reports_come_back_unchanged() {
    let some = || Some("2026-02-03".to_owned());
    let of = |subject: &str, field: &str| (subject.to_owned(), field.to_owned());
    let add = EvidenceAdd {
        sha256: sha("test.pdf"),
        size: 0,
        name: "test.pdf".to_owned(),
        media_type: "application/pdf".to_owned(),
        class: "procedure".to_owned(),
        title: "Test".to_owned(),
        revision: some(),
        producer: "supplier".to_owned(),
        date: some(),
        project: some(),
        version: some(),
        confidentiality: "public".to_owned(),
        supersedes: old(),
    };
    let subject = format!("evidence:{}", add.sha256);
    assert_eq!(round(kind::EVIDENCE_ADD, &add), of(&subject, "register"), "an entry");
    let withhold =
        EvidenceWithhold { sha256: add.sha256, reason: "Personal data".to_owned(), supersedes: old() };
    assert_eq!(round(kind::EVIDENCE_WITHHOLD, &withhold), of(&subject, "withheld"), "withheld");
    for grade in Grade::ALL {
        let raise = FindingRaise {
            finding: "F-1".to_owned(),
            row: Some(row()),
            activity: None,
            grade: *grade,
            grade_reason: "Open".to_owned(),
            statement: "No login".to_owned(),
            evidence: old(),
            repeats: Some("F-9".to_owned()),
            supersedes: Vec::new(),
        };
        assert_eq!(round(kind::FINDING_RAISE, &raise), of("finding:F-1", "finding"), "a finding");
    }
    let mut open = vec![FindingState::Raised];
    let mut seen = Vec::new();
    while let Some(state) = open.pop() {
        if seen.contains(&state) {
            continue;
        }
        seen.push(state);
        open.extend(state.next());
        let moved = FindingMove {
            finding: "F-1".to_owned(),
            state,
            note: "Said".to_owned(),
            due: some(),
            evidence: old(),
            answer: Some(Answer { containment: some(), ..Answer::default() }),
            method: Some(VerificationMethod::OnSite),
            supersedes: old(),
        };
        assert_eq!(round(kind::FINDING_MOVE, &moved), of("finding:F-1", "state"), "a move");
        assert_eq!(
            state.next().is_empty(),
            !state.is_open(),
            "{}: only a finding that no longer stands ends",
            state.code()
        );
    }
    assert_eq!(seen.len(), FindingState::ALL.len(), "every state must be reachable from the first");
    for result in [ReviewResult::Accepted, ReviewResult::Returned] {
        let review =
            ReviewRecord { result, points: "All".to_owned(), covers: sha("content"), supersedes: old() };
        assert_eq!(round(kind::REVIEW_RECORD, &review), of("review", "result"), "a review");
    }
    for result in [DecisionResult::Granted, DecisionResult::GrantedLimited, DecisionResult::Refused] {
        let limited = result == DecisionResult::GrantedLimited;
        let conditions = if limited { vec!["Guide by May".to_owned()] } else { Vec::new() };
        let (reasons, covers) = ("All".to_owned(), sha("content"));
        let decision = DecisionRecord { result, reasons, conditions, covers, supersedes: old() };
        assert_eq!(round(kind::DECISION_RECORD, &decision), of("decision", "result"), "a decision");
    }
    let issue = ReportIssue {
        number: "R-1".to_owned(),
        revision: 2,
        report_kind: "self_declaration".to_owned(),
        data: sha("data"),
        files: vec![IssuedFile { name: "r.pdf".to_owned(), sha256: sha("r.pdf"), size: 5 }],
    };
    assert_eq!(round(kind::REPORT_ISSUE, &issue), of("report:R-1", "revision 2"), "a report");
}

#[test]
fn payloads_about_people_come_back_unchanged() {
    let subject = |chain: &str| format!("person:{chain}");
    let who = card("anna", &Role::ALL).chain;
    for point in ImpartialityPoint::ALL {
        let mut points = Ties::default();
        let tie = points.of_mut(*point);
        (tie.tie, tie.explanation) = (true, Some("Shares".to_owned()));
        assert_eq!(points.declared().map(|(p, _)| p).collect::<Vec<_>>(), [*point], "{point}: one tie");
        let declare = ImpartialityDeclare {
            chain: who.clone(),
            points,
            text: Some("No more".to_owned()),
            supersedes: old(),
        };
        let expected = (subject(&who), "declaration".to_owned());
        assert_eq!(round(kind::IMPARTIALITY_DECLARE, &declare), expected, "a declaration");
    }
    for result in Clearance::ALL {
        let review = ImpartialityReview {
            chain: who.clone(),
            declaration: Some(sha("declaration")),
            result: *result,
            reasons: "Below one per mille".to_owned(),
            supersedes: old(),
        };
        let expected = (subject(&who), "clearance".to_owned());
        assert_eq!(round(kind::IMPARTIALITY_REVIEW, &review), expected, "a clearance");
    }
    let areas =
        CompetenceArea::ALL.iter().map(|area| Area { area: *area, name: "IEC 62443-4-2:2019".to_owned() });
    let record = CompetenceRecord {
        chain: who.clone(),
        areas: areas.collect(),
        basis: "Six evaluations".to_owned(),
        valid_until: "2027-03-31".to_owned(),
        supersedes: old(),
    };
    let expected = (subject(&who), "competence".to_owned());
    assert_eq!(round(kind::COMPETENCE_RECORD, &record), expected, "a competence");
    let sign = ContributionSign {
        contribution: "E-1".to_owned(),
        rows: vec![row()],
        activities: vec!["CTX-1".to_owned()],
        text: "The chip keeps keys".to_owned(),
        evidence: old(),
        supersedes: old(),
    };
    let expected = ("contribution:E-1".to_owned(), "text".to_owned());
    assert_eq!(round(kind::CONTRIBUTION_SIGN, &sign), expected, "a contribution");
    let unanswered =
        to_payload(&serde_json::json!({"chain": who, "points": {"gifts": {"tie": false}}, "supersedes": []}));
    assert!(
        from_payload::<ImpartialityDeclare>(&unanswered.expect("a payload")).is_err(),
        "a question that was not answered is not a no"
    );
}

#[test]
fn payloads_about_a_review_and_locks_come_back_unchanged() {
    let of = |subject: &str, field: &str| (subject.to_owned(), field.to_owned());
    let RowKey { requirement, role, component } = row();
    let locked = LockedRow { requirement, role, component, content: "0f".repeat(16) };
    assert_eq!(locked.row(), row(), "a lock names the row in full");
    let lock = RowLock { review: sha("review"), rows: vec![locked], supersedes: Vec::new() };
    assert_eq!(round(kind::ROW_LOCK, &lock), of("locks", "lock"), "a lock");
    let unlock = RowUnlock { rows: vec![row()], reason: "New firmware".to_owned(), supersedes: old() };
    assert_eq!(round(kind::ROW_UNLOCK, &unlock), of("locks", "unlock"), "an unlocking");
    let point = ReviewPoint {
        point: "P-1".to_owned(),
        row: Some(row()),
        activity: None,
        finding: None,
        text: "Another firmware".to_owned(),
        supersedes: Vec::new(),
    };
    assert_eq!(round(kind::REVIEW_POINT, &point), of("point:P-1", "point"), "a point");
    let answer = PointAnswer {
        point: "P-1".to_owned(),
        text: "Repeated".to_owned(),
        evidence: old(),
        supersedes: old(),
    };
    assert_eq!(round(kind::POINT_ANSWER, &answer), of("point:P-1", "answer"), "an answer");
    for result in PointResult::ALL {
        let close = PointClose {
            point: "P-1".to_owned(),
            of: old(),
            result: *result,
            note: "Read".to_owned(),
            supersedes: old(),
        };
        assert_eq!(round(kind::POINT_CLOSE, &close), of("point:P-1", "close"), "a result");
    }
}

#[test]
fn tags_and_links_come_back_unchanged_and_are_not_about_the_row_itself() {
    let tag = TagSet {
        row: row(),
        tag: "interviewee".to_owned(),
        value: "Operations".to_owned(),
        supersedes: old(),
    };
    let of = |subject: &str, field: &str| (format!("{subject}{}", row()), field.to_owned());
    assert_eq!(round(kind::TAG_SET, &tag), of("tag:", "interviewee"), "a tag");
    let link = |row, activity: Option<&str>| EvidenceLink {
        row,
        activity: activity.map(str::to_owned),
        evidence: sha("test.pdf"),
        linked: true,
        supersedes: old(),
    };
    let sha256 = sha("test.pdf");
    assert_eq!(round(kind::EVIDENCE_LINK, &link(Some(row()), None)), of("link:", &sha256), "of a row");
    let of_activity = ("link:activity:CTX-1".to_owned(), sha256);
    assert_eq!(round(kind::EVIDENCE_LINK, &link(None, Some("CTX-1"))), of_activity, "of an activity");
    for neither in [link(None, None), link(Some(row()), Some("CTX-1"))] {
        let payload = to_payload(&neither).expect("a payload");
        assert_eq!(current(kind::EVIDENCE_LINK, &payload), None, "a link is about exactly one of the two");
    }
}

#[test]
fn a_retraction_names_ids_and_sets_no_field() {
    let retract = Retract { events: vec![sha("one"), "?".to_owned()], reason: Some("Wrong row".to_owned()) };
    let payload = to_payload(&retract).expect("a payload");
    assert_eq!(from_payload::<Retract>(&payload), Ok(retract), "it comes back unchanged");
    assert_eq!(current(kind::RETRACT, &payload), None, "it is about events, not about a field");
    let named: Vec<String> =
        retracted(kind::RETRACT, &payload).expect("a list").iter().map(ToString::to_string).collect();
    assert_eq!(named, [sha("one")], "what is no id names nothing");
    assert_eq!(retracted(kind::VERDICT_SET, &payload), None, "only retractions name what they take back");
    let odd = to_payload(&serde_json::json!({"events": "all"})).expect("a payload");
    assert_eq!(retracted(kind::RETRACT, &odd), None, "without a list nothing is named");
}

#[test]
fn what_the_trail_cannot_hold_is_refused_before_it_gets_there() {
    for value in [
        serde_json::json!(0.5),
        serde_json::json!(1_u64 << 53),
        serde_json::json!(-(1_i64 << 53)),
        serde_json::json!({"schlüssel": 1}),
        serde_json::json!({"a\"b": 1}),
        serde_json::json!([[{"tab\t": 1}]]),
    ] {
        assert!(to_payload(&value).is_err(), "{value} has no canonical form");
    }
    let largest = serde_json::json!({"n": (1_i64 << 53) - 1, "ü": null});
    assert!(to_payload(&largest).is_err(), "one bad key spoils the payload");
    assert!(
        to_payload(&serde_json::json!([(1_i64 << 53) - 1, "ü\u{0}"])).is_ok(),
        "texts may hold anything, and the largest number fits"
    );
}

/// Any JSON, often with the keys that payloads have.
fn anything() -> impl Strategy<Value = json::Value> {
    let key = prop_oneof![
        4 => proptest::sample::select(vec![
            "row", "requirement", "role", "component", "field", "chain", "key", "ledger", "activity",
            "sha256", "finding", "number", "revision", "supersedes", "state", "roles", "value", "tag",
            "evidence", "linked", "events", "reason", "contribution", "point", "points", "rows", "of", "content",
            "date", "stratum", "visits", "due",
        ]).prop_map(str::to_owned),
        1 => "[a-z]{0,3}",
    ];
    let leaf = prop_oneof![
        Just(json::Value::Null),
        any::<bool>().prop_map(json::Value::Bool),
        any::<i64>().prop_map(json::Value::Int),
        ".{0,6}".prop_map(json::Value::Text),
        Just(json::Value::Text("CR 1.1 @a /b".to_owned())),
        Just(json::Value::Text(sha("x"))),
        Just(json::Value::Text("F-18446744073709551615".to_owned())),
    ];
    leaf.prop_recursive(4, 40, 8, move |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(json::Value::List),
            proptest::collection::btree_map(key.clone(), inner, 0..10).prop_map(json::Value::Map),
        ]
    })
}

/// Every kind, those of later versions and nonsense.
pub(crate) fn any_kind() -> impl Strategy<Value = &'static str> {
    proptest::sample::select(vec![
        kind::CHAIN_OPEN,
        kind::EVALUATION_OPEN,
        kind::CASE_SET,
        kind::ACTOR_ENROLL,
        kind::CLAIM_SET,
        kind::IMPORT,
        kind::APPLICABILITY_SET,
        kind::FULFILMENT_SET,
        kind::DECLARATION_SET,
        kind::VERDICT_SET,
        kind::ACTIVITY_SET,
        kind::EVIDENCE_ADD,
        kind::EVIDENCE_WITHHOLD,
        kind::FINDING_RAISE,
        kind::FINDING_MOVE,
        kind::FINDING_ESCALATE,
        kind::SAMPLING_DRAW,
        kind::CERTIFICATE_STATE,
        kind::SURVEILLANCE_PLAN,
        kind::SURVEILLANCE_RECORD,
        kind::REVIEW_RECORD,
        kind::DECISION_RECORD,
        kind::REPORT_ISSUE,
        kind::REPORT_SIGN,
        kind::RETRACT,
        kind::TAG_SET,
        kind::EVIDENCE_LINK,
        kind::PROFILE_ADOPT,
        kind::EDITION_MOVE,
        kind::IMPARTIALITY_DECLARE,
        kind::IMPARTIALITY_REVIEW,
        kind::COMPETENCE_RECORD,
        kind::CONTRIBUTION_SIGN,
        kind::ROW_LOCK,
        kind::ROW_UNLOCK,
        kind::REVIEW_POINT,
        kind::POINT_ANSWER,
        kind::POINT_CLOSE,
        kind::SEAL,
        "verdict.set/2",
        "",
    ])
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_payload_makes_the_state_panic(
        events in proptest::collection::vec((any_kind(), anything()), 1..12)
    ) {
        let mut desk = crate::state_properties::opened();
        let before = desk.state.events();
        let number = events.len() as u64;
        for (kind, payload) in events {
            let set = current(kind, &payload);
            if let Some(set) = &set {
                prop_assert_eq!(&set.value, &payload, "the value is the payload as recorded");
            }
            if matches!(kind, "verdict.set/2" | "" | kind::SEAL | kind::CHAIN_OPEN | kind::RETRACT) {
                prop_assert!(set.is_none(), "{} sets nothing", kind);
            }
            desk.write("lead", kind, payload);
        }
        prop_assert_eq!(desk.state.events(), before + number, "every event is counted");
        crate::state_properties::answers(&desk.state, &desk.checklist);
    }
}
