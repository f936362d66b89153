//! A case in which nothing is missing for a report of one kind.

use checklist::Object;
use evaluation::{
    case::{CERTIFICATE_FIELDS, FIELDS, ReportKind, Shape},
    conclude,
    decide::{NewVerdict, RecordRow, Request},
    event::{AnyVerdict, DecisionResult, EvaluationOpen, EvidenceAdd, ReviewResult, Role},
    verdict::{ActivityVerdict, Fulfilment},
};
use serde_json::{Value, json};

use crate::desk::{Desk, card, sha};

const EVIDENCE: [(&str, &str); 5] = [
    ("test.pdf", "evaluator_test"),
    ("procedure.pdf", "procedure"),
    ("competence.csv", "competence"),
    ("record.csv", "execution_record"),
    ("metrics.csv", "metrics"),
];

/// A value of the shape, as a case for a report of this kind has it.
fn value(name: &str, shape: Shape, kind: ReportKind) -> Value {
    match (name, shape) {
        ("independence.party", _) if kind == ReportKind::SelfDeclaration => json!("first"),
        ("independence.party", _) => json!("third"),
        ("certificate.expiry", _) => json!("2029-06-30"),
        (_, Shape::Date) => json!("2026-07-01"),
        (_, Shape::Text) => json!("As agreed"),
        (_, Shape::Texts) => json!(["As agreed"]),
        (_, Shape::TextsOrNone | Shape::Exclusions) => json!([]),
        (_, Shape::OneOf(codes)) => json!(codes.first()),
        (_, Shape::ComponentTypes) => json!(["EDR"]),
        (_, Shape::ProviderRoles) => json!(["integration", "maintenance"]),
        (_, Shape::Levels) => json!([1, 1, 1, 1, 1, 1, 1]),
        (_, Shape::MaturityLevel) => json!(2),
        (_, Shape::Number) => json!(30),
    }
}

/// What the desk must not refuse while the case is prepared.
pub(crate) fn done(desk: &mut Desk, person: &str, request: Request) {
    let what = format!("{request:?}");
    desk.ask(person, request)
        .unwrap_or_else(|refusal| panic!("{what}: a step of the preparation: {refusal:?}"));
}

pub(crate) fn set(field: &str, value: Value) -> Request {
    Request::SetCase { field: field.to_owned(), value, reason: Some("Prepared".to_owned()) }
}

/// The case before review and decision, without the fields named.
pub(crate) fn evaluated(object: Object, kind: ReportKind, without: &[&str]) -> Desk {
    let mut desk = Desk::of(object);
    done(
        &mut desk,
        "lead",
        Request::Open(EvaluationOpen {
            checklist: "pack".to_owned(),
            checklist_sha256: sha("pack"),
            title: "Prepared".to_owned(),
        }),
    );
    for (person, roles) in [
        ("lead", &[Role::Lead, Role::Evaluator][..]),
        ("rita", &[Role::Reviewer]),
        ("dora", &[Role::DecisionMaker]),
    ] {
        done(&mut desk, "lead", Request::Enroll(card(person, roles)));
    }
    let also = ["object.firmware", "claim.levels", "object.roles"];
    for field in FIELDS {
        let needed = field.is_needed(kind, object) || also.contains(&field.name);
        if needed && field.applies(object) && !without.contains(&field.name) {
            let value = value(field.name, field.shape, kind);
            done(&mut desk, "lead", set(field.name, value));
        }
    }
    for (name, class) in EVIDENCE {
        done(&mut desk, "lead", add(name, class));
    }
    judge_everything(&mut desk, object);
    desk
}

/// Evidence with a date and a project.
pub(crate) fn add(name: &str, class: &str) -> Request {
    Request::AddEvidence(EvidenceAdd {
        sha256: sha(name),
        size: 1,
        name: name.to_owned(),
        media_type: "application/pdf".to_owned(),
        class: class.to_owned(),
        title: name.to_owned(),
        revision: None,
        producer: "supplier".to_owned(),
        date: Some("2026-02-03".to_owned()),
        project: Some("P01".to_owned()),
        version: None,
        confidentiality: "public".to_owned(),
        supersedes: Vec::new(),
    })
}

fn judge_everything(desk: &mut Desk, object: Object) {
    let rows = conclude::rows(&desk.state, &desk.checklist);
    assert!(rows.len() > 50, "the worklist must hold every claimed row");
    for row in rows {
        let requirement = desk.checklist.requirement(&row.requirement);
        let parts = requirement.expect("a row of the checklist").sub_points.len();
        let component = object == Object::Component;
        let record = RecordRow {
            row: Some(row),
            fulfilment: component.then_some((Fulfilment::ByComponent, None, None)),
            verdict: Some(NewVerdict {
                verdict: if component { AnyVerdict::Fulfilled } else { AnyVerdict::Pass },
                rationale: "Seen in the evidence".to_owned(),
                evidence: EVIDENCE.iter().map(|(name, _)| sha(name)).collect(),
                no_evidence_reason: None,
                ml: (!component).then_some(2),
                lowered_claim: None,
                sub_points_met: (1..=u32::try_from(parts).expect("few parts")).collect(),
            }),
            ..RecordRow::default()
        };
        done(desk, "lead", Request::Record(record));
    }
    let activities: Vec<String> = desk.checklist.activities.iter().map(|a| a.id.clone()).collect();
    for activity in activities {
        let pass = Request::RecordActivity {
            activity,
            verdict: ActivityVerdict::Pass,
            rationale: "Done".to_owned(),
            evidence: vec![sha("test.pdf")],
            no_evidence_reason: None,
            finding: None,
        };
        done(desk, "lead", pass);
    }
}

pub(crate) fn accept() -> Request {
    Request::Review { result: ReviewResult::Accepted, points: "All rows".to_owned() }
}

pub(crate) fn grant() -> Request {
    Request::Decide { result: DecisionResult::Granted, reasons: "All met".to_owned(), conditions: Vec::new() }
}

/// The case with everything that a report of this kind needs.
pub(crate) fn prepared(object: Object, kind: ReportKind, without: &[&str]) -> Desk {
    let mut desk = evaluated(object, kind, without);
    if kind == ReportKind::SelfDeclaration {
        return desk;
    }
    done(&mut desk, "rita", accept());
    if kind == ReportKind::CertificationBody {
        done(&mut desk, "dora", grant());
        for name in CERTIFICATE_FIELDS {
            let field = FIELDS.iter().find(|f| f.name == name);
            let shape = field.expect("a field of the table").shape;
            if !without.contains(&name) {
                done(&mut desk, "dora", set(name, value(name, shape, kind)));
            }
        }
    }
    desk
}
