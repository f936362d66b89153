//! A case as the traps need it: people, requests, the events that follow, and the inputs of the rules.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

use std::collections::BTreeMap;

use checklist::{Checklist, ComponentType, Object, guidance::Guidance};
use evaluation::{
    State,
    case::{CERTIFICATE_FIELDS, FIELDS, Field, ReportKind, Shape, field},
    component::{self, Claim, ComponentConclusion, ComponentInput, ComponentRow, selected},
    conclude::{self, Conclusion},
    decide::{Context, NewFinding, NewVerdict, RecordRow, Refusal, Request, decide},
    event::{
        ActorEnroll, AnyVerdict, ClaimSet, DecisionResult, EvaluationOpen, EvidenceAdd, Import, ReviewResult,
        Role, RowKey, SourceCell,
    },
    issuing,
    provider::{self, ProviderConclusion, ProviderInput, ProviderRow},
    state::Recorded,
    verdict::{ActivityVerdict, Fulfilment, Grade, OpenFinding, ProviderVerdict, Verdict},
};
use serde_json::{Value, json};
use trail::{ChainId, Digest, DossierId, EventId, PublicKey};

pub(crate) const PACK_4_2: &[u8] = include_bytes!("../../../../checklists/iec-62443-4-2-2019/pack.json");
pub(crate) const PACK_2_4: &[u8] = include_bytes!("../../../../checklists/iec-62443-2-4-2023/pack.json");
pub(crate) const PACK_2_4_EDITION_1: &[u8] =
    include_bytes!("../../../../checklists/iec-62443-2-4-2015/pack.json");
pub(crate) const PACK_4_1: &[u8] = include_bytes!("../../../../checklists/iec-62443-4-1-2018/pack.json");
pub(crate) const SERIES: &[u8] = include_bytes!("../../../../checklists/series.json");
const GUIDANCE_4_2: &[u8] = include_bytes!("../../../../checklists/iec-62443-4-2-2019/guidance.json");
const GUIDANCE_2_4: &[u8] = include_bytes!("../../../../checklists/iec-62443-2-4-2023/guidance.json");
const WATER: &[u8] = include_bytes!("../../../../fixtures/profiles/water-maintenance.json");

/// The four packs that are shipped.
pub(crate) const PACKS: [&[u8]; 4] = [PACK_4_2, PACK_2_4, PACK_2_4_EDITION_1, PACK_4_1];

const DOSSIER: DossierId = DossierId([9; 16]);
/// The day on which reports are asked for.
const TODAY: &str = "2026-11-23";
const TIME: &str = "2026-06-01T10:00:00.000Z";
/// What every case here has on file: name and class.
const EVIDENCE: [(&str, &str); 9] = [
    ("test.pdf", "evaluator_test"),
    ("procedure.pdf", "procedure"),
    ("competence.csv", "competence"),
    ("record.csv", "execution_record"),
    ("undated.csv", "execution_record"),
    ("of-no-project.csv", "execution_record"),
    ("metrics.csv", "metrics"),
    ("interview.txt", "interview"),
    ("answers.xlsx", "vendor_workbook"),
];

pub(crate) fn load(bytes: &[u8]) -> Checklist {
    Checklist::parse(bytes).expect("a shipped pack must load")
}

pub(crate) fn part_4_2() -> Checklist {
    load(PACK_4_2)
}

pub(crate) fn part_2_4() -> Checklist {
    load(PACK_2_4)
}

pub(crate) fn guidance(pack: &Checklist) -> Guidance {
    let bytes = match pack.object {
        Object::Component => GUIDANCE_4_2,
        Object::ServiceProvider | Object::Process => GUIDANCE_2_4,
    };
    Guidance::parse(bytes, pack).expect("the shipped guidance must load")
}

/// The pack as JSON, to spoil it in one place.
pub(crate) fn raw(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).expect("a shipped pack is JSON")
}

/// The codes of what is wrong with a file.
pub(crate) fn codes<T>(read: Result<T, Vec<checklist::PackProblem>>) -> Vec<&'static str> {
    read.err().unwrap_or_default().iter().map(|problem| problem.why.code()).collect()
}

/// What is wrong with the pack once this field is set in its first row.
pub(crate) fn spoiled(bytes: &[u8], name: &str, value: Value) -> Vec<&'static str> {
    let mut pack = raw(bytes);
    pack["requirements"][0][name] = value;
    codes(Checklist::parse(pack.to_string().as_bytes()))
}

/// The profile for water supply, for the pack as it is, changed in one place.
pub(crate) fn water(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut profile = raw(WATER);
    profile["base"][0]["checklist_sha256"] = part_2_4().digest.to_string().into();
    change(&mut profile);
    profile.to_string().into_bytes()
}

fn key(person: &str) -> PublicKey {
    PublicKey(Digest::of(person.as_bytes()).0)
}

pub(crate) fn chain(person: &str) -> ChainId {
    ChainId::of(&DOSSIER, &key(person))
}

pub(crate) fn sha(name: &str) -> String {
    Digest::of(name.as_bytes()).to_string()
}

/// A card that admits the person.
pub(crate) fn card(person: &str, roles: &[Role]) -> ActorEnroll {
    ActorEnroll {
        chain: chain(person).to_string(),
        key: key(person).to_string(),
        name: person.to_owned(),
        // A client is of the client, and nobody else is.
        organisation: if roles.contains(&Role::ClientContact) { "Client" } else { "Test house" }.to_owned(),
        roles: roles.to_vec(),
        competence: Some("Knows the standard".to_owned()),
        impartiality: Some("No ties".to_owned()),
        function: None,
        supersedes: Vec::new(),
    }
}

pub(crate) fn set(field: &str, value: Value) -> Request {
    Request::SetCase { field: field.to_owned(), value, reason: Some("Prepared".to_owned()) }
}

/// An entry of the evidence register.
pub(crate) fn item(name: &str, class: &str) -> EvidenceAdd {
    EvidenceAdd {
        sha256: sha(name),
        size: 1,
        name: name.to_owned(),
        media_type: "application/pdf".to_owned(),
        class: class.to_owned(),
        title: name.to_owned(),
        revision: Some("B".to_owned()),
        producer: "supplier".to_owned(),
        date: Some("2026-02-03".to_owned()),
        project: Some("P01".to_owned()),
        version: Some("3.2.1".to_owned()),
        confidentiality: "confidential".to_owned(),
        supersedes: Vec::new(),
    }
}

/// A verdict on the row, on this evidence.
pub(crate) fn verdict(row: &str, is: AnyVerdict, evidence: &[&str]) -> RecordRow {
    RecordRow {
        row: Some(RowKey::read(row)),
        verdict: Some(NewVerdict {
            verdict: is,
            rationale: "Seen in the evidence".to_owned(),
            evidence: evidence.iter().map(|name| sha(name)).collect(),
            no_evidence_reason: None,
            ml: None,
            lowered_claim: None,
            sub_points_met: Vec::new(),
        }),
        ..RecordRow::default()
    }
}

/// The evaluator's pass at this maturity level.
pub(crate) fn pass(row: &str, ml: u8, evidence: &[&str]) -> RecordRow {
    let mut record = verdict(row, AnyVerdict::Pass, evidence);
    if let Some(verdict) = &mut record.verdict {
        verdict.ml = Some(ml);
    }
    record
}

/// "Fulfilled by the component itself".
pub(crate) fn fulfilled(row: &str) -> RecordRow {
    let fulfilment = Some((Fulfilment::ByComponent, None, None));
    RecordRow { fulfilment, ..verdict(row, AnyVerdict::Fulfilled, &["test.pdf"]) }
}

/// "Not applicable" with this justification, confirmed or not.
pub(crate) fn not_applicable(row: &str, why: &str, confirmed: bool) -> RecordRow {
    let applicability = Some((false, why.to_owned(), confirmed));
    RecordRow { applicability, ..verdict(row, AnyVerdict::NotApplicable, &[]) }
}

/// The negative verdict of the row's method, with a finding of this grade.
pub(crate) fn failed(row: &str, is: AnyVerdict, grade: Grade) -> RecordRow {
    let finding = Some(nonconformity(row, grade));
    RecordRow { finding, ..verdict(row, is, &["test.pdf"]) }
}

pub(crate) fn nonconformity(row: &str, grade: Grade) -> NewFinding {
    NewFinding {
        row: Some(RowKey::read(row)),
        activity: None,
        grade,
        grade_reason: "Missing".to_owned(),
        statement: "Nothing shows it".to_owned(),
        evidence: vec![sha("test.pdf")],
        repeats: None,
    }
}

/// The import of a sheet in which the vendor answers "met" to each of these rows.
pub(crate) fn import(rows: &[&str]) -> Request {
    let claim = |row: &&str| ClaimSet {
        row: RowKey::read(row),
        file: sha("answers.xlsx"),
        file_name: "answers.xlsx".to_owned(),
        sheet: "Answers".to_owned(),
        line: 2,
        id: SourceCell { cell: "A2".to_owned(), text: (*row).to_owned(), whole: None },
        response: None,
        meaning: Some("met".to_owned()),
        evidence: Vec::new(),
        comment: None,
        declared: None,
        notes: Vec::new(),
        supersedes: Vec::new(),
    };
    Request::Import {
        claims: rows.iter().map(claim).collect(),
        import: Import {
            ledger: sha("ledger"),
            file: sha("answers.xlsx"),
            file_name: "answers.xlsx".to_owned(),
            size: 1,
            sheet: "Answers".to_owned(),
            header_row: 1,
            mapping: json!({}),
            totals: BTreeMap::new(),
            repeated: Vec::new(),
            removed: Vec::new(),
        },
    }
}

pub(crate) fn accept() -> Request {
    Request::Review { result: ReviewResult::Accepted, points: "All rows".to_owned() }
}

pub(crate) fn decision(result: DecisionResult) -> Request {
    Request::Decide { result, reasons: "As evaluated".to_owned(), conditions: Vec::new() }
}

/// One case on the desk.
pub(crate) struct Desk {
    pub(crate) state: State,
    pub(crate) checklist: Checklist,
    next: BTreeMap<ChainId, u64>,
}

impl Desk {
    /// Opened by the lead, with a claim and with evidence on file; a reviewer, a decision maker and a client are
    /// admitted.
    pub(crate) fn opened(checklist: Checklist) -> Self {
        let object = checklist.object;
        let mut desk = Self { state: State::new(DOSSIER), checklist, next: BTreeMap::new() };
        let open = EvaluationOpen {
            checklist: desk.checklist.id.clone(),
            checklist_sha256: desk.checklist.digest.to_string(),
            title: "Traps".to_owned(),
        };
        desk.done("lead", Request::Open(open));
        for (person, roles) in [
            ("lead", &[Role::Lead, Role::Evaluator][..]),
            ("rita", &[Role::Reviewer]),
            ("dora", &[Role::DecisionMaker]),
            ("carl", &[Role::ClientContact]),
        ] {
            desk.done("lead", Request::Enroll(card(person, roles)));
        }
        let facts = match object {
            Object::Component => {
                vec![("object.types", json!(["EDR"])), ("claim.levels", json!([1, 1, 1, 1, 1, 1, 1]))]
            }
            Object::ServiceProvider => {
                vec![("object.roles", json!(["integration", "maintenance"])), ("claim.ml", json!(2))]
            }
            Object::Process => vec![("claim.ml", json!(2))],
        };
        for (name, value) in facts {
            desk.done("lead", set(name, value));
        }
        for (name, class) in EVIDENCE {
            let mut evidence = item(name, class);
            match name {
                "undated.csv" => evidence.date = None,
                "of-no-project.csv" => evidence.project = None,
                _ => {}
            }
            desk.done("lead", Request::AddEvidence(evidence));
        }
        desk
    }

    /// Everything that a certification body's report needs before review and decision.
    pub(crate) fn evaluated(checklist: Checklist) -> Self {
        let object = checklist.object;
        let mut desk = Self::opened(checklist);
        let kind = ReportKind::CertificationBody;
        let version = |f: &&Field| f.name == "object.firmware" && f.applies(object);
        let needed = |f: &&Field| f.is_needed(kind, object) || version(f);
        for field in FIELDS.iter().filter(needed) {
            if desk.state.case(field.name).is_none() {
                desk.done("lead", set(field.name, stated(field)));
            }
        }
        let rows = conclude::rows(&desk.state, &desk.checklist);
        assert!(rows.len() > 30, "the worklist must hold every claimed row: {}", rows.len());
        for key in rows {
            let row = key.to_string();
            let parts = desk.checklist.requirement(&key.requirement).map_or(0, |r| r.sub_points.len());
            let mut record = match object {
                Object::Component => fulfilled(&row),
                _ => pass(&row, 2, &["procedure.pdf", "competence.csv"]),
            };
            if let Some(verdict) = &mut record.verdict {
                verdict.sub_points_met = (1..=u32::try_from(parts).expect("few parts")).collect();
            }
            desk.done("lead", Request::Record(record));
        }
        let activities: Vec<String> = desk.checklist.activities.iter().map(|a| a.id.clone()).collect();
        for activity in activities {
            desk.done("lead", activity_verdict(&activity, ActivityVerdict::Pass));
        }
        desk
    }

    /// Reviewed, granted, and with the data of the certificate.
    pub(crate) fn granted(checklist: Checklist) -> Self {
        let mut desk = Self::evaluated(checklist);
        desk.done("rita", accept());
        desk.done("dora", decision(DecisionResult::Granted));
        for name in CERTIFICATE_FIELDS {
            let value = stated(field(name).expect("a field of the table"));
            desk.done("dora", set(name, value));
        }
        assert_eq!(desk.gates(ReportKind::CertificationBody), [], "nothing is missing in this case");
        desk
    }

    fn decide(&self, person: &str, request: Request) -> Result<Vec<evaluation::decide::NewEvent>, Refusal> {
        decide(Context { state: &self.state, checklist: &self.checklist, author: chain(person) }, request)
    }

    /// Decides and records; nothing may stand against it.
    pub(crate) fn done(&mut self, person: &str, request: Request) -> Vec<EventId> {
        let what = format!("{request:?}");
        let events =
            self.decide(person, request).unwrap_or_else(|refusal| panic!("{what}: refused: {refusal:?}"));
        events.into_iter().map(|event| self.write(person, event.kind, event.payload)).collect()
    }

    /// Records what no rule was asked about.
    pub(crate) fn write(&mut self, person: &str, kind: &str, payload: trail::json::Value) -> EventId {
        let chain = chain(person);
        let seq = self.next.entry(chain).or_default();
        let id = Digest::of(format!("{chain} {seq}").as_bytes());
        self.state.apply(&Recorded { id, chain, seq: *seq, time: TIME, kind, payload });
        *seq += 1;
        id
    }

    /// The rule that refuses the request; `None` where it would be recorded.
    pub(crate) fn refuses(&self, person: &str, request: Request) -> Option<&'static str> {
        self.decide(person, request).err().map(|refusal| refusal.rule)
    }

    /// The rule that refuses the record when the lead asks for it.
    pub(crate) fn refuses_record(&self, record: RecordRow) -> Option<&'static str> {
        self.refuses("lead", Request::Record(record))
    }

    pub(crate) fn conclude(&self) -> Conclusion {
        conclude::conclude(&self.state, &self.checklist)
    }

    /// Rule and place of everything that stands against a report of this kind.
    pub(crate) fn gates(&self, kind: ReportKind) -> Vec<(&'static str, String)> {
        issuing::report(&self.state, &self.checklist, kind, &self.conclude(), TODAY)
            .into_iter()
            .map(|gate| (gate.rule, gate.place))
            .collect()
    }

    /// Whether a gate of this rule stands against a report of this kind.
    pub(crate) fn gate(&self, kind: ReportKind, rule: &str) -> bool {
        self.gates(kind).iter().any(|(own, _)| *own == rule)
    }

    /// The verdict that stands on the row.
    pub(crate) fn standing(&self, row: &str) -> Option<AnyVerdict> {
        self.state.row(&RowKey::read(row)).verdict.map(|v| v.value.verdict)
    }
}

/// The verdict on an evaluation activity, on evidence.
pub(crate) fn activity_verdict(activity: &str, verdict: ActivityVerdict) -> Request {
    Request::RecordActivity {
        activity: activity.to_owned(),
        verdict,
        rationale: "Done".to_owned(),
        evidence: vec![sha("test.pdf")],
        no_evidence_reason: None,
        finding: None,
    }
}

/// A good value for the field.
fn stated(field: &Field) -> Value {
    match (field.name, field.shape) {
        ("independence.party", _) => json!("third"),
        ("certificate.expiry", _) => json!("2029-06-30"),
        (_, Shape::Date) => json!("2026-07-01"),
        (_, Shape::Text) => json!("As agreed"),
        (_, Shape::Texts) => json!(["As agreed"]),
        (_, Shape::TextsOrNone | Shape::Exclusions) => json!([]),
        (_, Shape::OneOf(words)) => json!(words.first()),
        (_, Shape::ComponentTypes) => json!(["EDR"]),
        (_, Shape::ProviderRoles) => json!(["integration", "maintenance"]),
        (_, Shape::Levels) => json!([1, 1, 1, 1, 1, 1, 1]),
        (_, Shape::MaturityLevel) => json!(2),
        (_, Shape::Number) => json!(30),
    }
}

pub(crate) const EVERY: &[ReportKind] = &ReportKind::ALL;
pub(crate) const NOT_OWN: &[ReportKind] = &[ReportKind::IndependentAssessment, ReportKind::CertificationBody];

/// Each of the fields keeps exactly these kinds of report from being issued while it is missing, and no longer once
/// it is stated.
pub(crate) fn asked_for(checklist: &Checklist, names: &[&str], kinds: &[ReportKind], why: &str) {
    let mut desk = Desk::opened(checklist.clone());
    let missing = |desk: &Desk, name: &str| {
        let lacks = |kind: &ReportKind| desk.gates(*kind).contains(&("gate-field-missing", name.to_owned()));
        ReportKind::ALL.into_iter().filter(lacks).collect::<Vec<_>>()
    };
    for name in names {
        assert_eq!(missing(&desk, name), kinds, "{name}: {why}");
        let field = field(name).expect("a field of the table");
        desk.done("lead", set(name, stated(field)));
        assert_eq!(missing(&desk, name), [], "{name}: once it is stated, nothing is missing");
    }
}

/// The inputs of a component's conclusion.
pub(crate) struct Made {
    pub(crate) types: Vec<ComponentType>,
    pub(crate) claim: Claim,
    pub(crate) rows: BTreeMap<String, ComponentRow>,
    pub(crate) activities: BTreeMap<String, ActivityVerdict>,
    pub(crate) findings: Vec<OpenFinding>,
}

impl Made {
    /// Everything that the claim selects is fulfilled by the component, every activity passes.
    pub(crate) fn met(checklist: &Checklist, types: &[ComponentType], levels: [u8; 7]) -> Self {
        let claim = Claim::Levels(levels);
        let met = ComponentRow { verdict: Verdict::Fulfilled, fulfilment: Some(Fulfilment::ByComponent) };
        let rows = selected(checklist, types, &claim).into_iter().map(|row| (row.id.clone(), met)).collect();
        let pass = |id: &String| (id.clone(), ActivityVerdict::Pass);
        let activities = checklist.activities.iter().map(|a| pass(&a.id)).collect();
        Self { types: types.to_vec(), claim, rows, activities, findings: Vec::new() }
    }

    /// The same with another verdict on one row.
    pub(crate) fn with(mut self, row: &str, verdict: Verdict, fulfilment: Option<Fulfilment>) -> Self {
        self.rows.insert(row.to_owned(), ComponentRow { verdict, fulfilment });
        self
    }

    pub(crate) fn conclude(&self, checklist: &Checklist) -> ComponentConclusion {
        component::conclude(
            checklist,
            &ComponentInput {
                types: self.types.clone(),
                claim: self.claim.clone(),
                rows: self.rows.clone(),
                activities: self.activities.clone(),
                findings: &self.findings,
            },
        )
    }
}

/// One row for each requirement and role, passed at this maturity level.
pub(crate) fn passed(checklist: &Checklist, roles: &[&str], ml: u8) -> Vec<ProviderRow> {
    let row = |id: &String, role: &&str| ProviderRow {
        requirement: id.clone(),
        role: Some((*role).to_owned()),
        component: None,
        verdict: Some(ProviderVerdict::Pass),
        declared_ml: Some(ml),
        evaluated_ml: Some(ml),
    };
    checklist.requirements.iter().flat_map(|r| roles.iter().map(move |role| row(&r.id, role))).collect()
}

/// The row of the requirement in the first role that has one.
pub(crate) fn row_of<'r>(rows: &'r mut [ProviderRow], id: &str) -> &'r mut ProviderRow {
    rows.iter_mut().find(|row| row.requirement == id).expect("a row of the requirement")
}

pub(crate) fn conclude_provider(
    checklist: &Checklist,
    roles: &[&str],
    rows: Vec<ProviderRow>,
    findings: &[OpenFinding],
) -> ProviderConclusion {
    let roles = roles.iter().map(|role| (*role).to_owned()).collect();
    provider::conclude(checklist, &ProviderInput { roles, rows, findings })
}

/// An open finding on the requirement.
pub(crate) fn open_finding(requirement: &str, grade: Grade, plan_accepted: bool) -> OpenFinding {
    OpenFinding { id: "F-1".to_owned(), requirement: requirement.to_owned(), grade, plan_accepted }
}

/// Every number in the data, and every name of a field.
pub(crate) fn numbers_and_names(value: &Value, numbers: &mut Vec<f64>, names: &mut Vec<String>) {
    match value {
        Value::Number(number) => numbers.push(number.as_f64().expect("a number")),
        Value::Array(list) => list.iter().for_each(|one| numbers_and_names(one, numbers, names)),
        Value::Object(map) => {
            for (name, one) in map {
                names.push(name.clone());
                numbers_and_names(one, numbers, names);
            }
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

/// No part of the result is a share of something, and no name promises one.
pub(crate) fn holds_counts_only(result: &impl serde::Serialize) {
    let value = serde_json::to_value(result).expect("a conclusion can be written");
    let (mut numbers, mut names) = (Vec::new(), Vec::new());
    numbers_and_names(&value, &mut numbers, &mut names);
    assert!(numbers.len() > 50, "the search must find the counts of the result");
    let broken: Vec<&f64> = numbers.iter().filter(|n| n.fract() != 0.0).collect();
    assert!(broken.is_empty(), "a count is whole, a share is not: {broken:?}");
    for word in ["percent", "score", "average", "mean", "ratio", "share", "rating", "weight"] {
        assert!(!names.iter().any(|name| name == word), "a field named {word} would be a score");
    }
}
