//! Requests as `fixtures/vectors/refusals.json` states them.
#![expect(clippy::indexing_slicing, reason = "a test that reaches for what is not there should fail")]

use std::collections::BTreeMap;

use checklist::{Checklist, Object};
use evaluation::{
    decide::{Contribution, NewFinding, NewPoint, NewVerdict, RecordRow, Request},
    event::{
        ActorEnroll, Answer, AnyVerdict, Area, CertificateSet, CertificateState, ClaimSet, Clearance,
        CompetenceArea, DecisionResult, EscalationCause, EvaluationOpen, EvidenceAdd, FindingEscalate,
        FindingState, HandOver, ImpartialityPoint, Import, IssuedFile, Judged, PointResult, PopulationItem,
        ProfileAdopt, ProfileRow, ReportSign, ReviewResult, Role, RowKey, SamplingPlan, SignedBy, SourceCell,
        SurveillancePlan, SurveillanceRecord, SurveillanceResult, SurveillanceVisit, Ties,
        VerificationMethod,
    },
    verdict::{ActivityVerdict, Fulfilment, Grade},
};
use serde::Deserialize;
use serde_json::Value;

use crate::{
    common,
    desk::{chain, event_of, key, sha},
};

/// One request. People and evidence are called by name; keys and digests are made from the names.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum Asked {
    Open {
        title: String,
    },
    Case {
        field: String,
        value: Value,
        reason: Option<String>,
    },
    Enroll {
        who: String,
        roles: Vec<Role>,
        name: Option<String>,
        key: Option<String>,
        chain: Option<String>,
        competence: Option<String>,
        impartiality: Option<String>,
        organisation: Option<String>,
    },
    /// Answers with a tie, by question; all others are answered with no.
    Declare {
        #[serde(default)]
        yes: BTreeMap<ImpartialityPoint, String>,
        text: Option<String>,
    },
    Clear {
        who: String,
        result: Clearance,
        reasons: String,
    },
    Competence {
        who: String,
        areas: Vec<(CompetenceArea, String)>,
        basis: String,
        until: String,
    },
    Contribute {
        #[serde(default)]
        rows: Vec<String>,
        #[serde(default)]
        activities: Vec<String>,
        text: String,
        #[serde(default)]
        evidence: Vec<String>,
        replaces: Option<String>,
        /// The rows so many times over.
        #[serde(default)]
        times: Option<usize>,
    },
    Lock {
        rows: Vec<String>,
    },
    Unlock {
        rows: Vec<String>,
        reason: String,
    },
    Point {
        row: Option<String>,
        activity: Option<String>,
        finding: Option<String>,
        text: String,
    },
    Answer {
        point: String,
        text: String,
    },
    Close {
        point: String,
        result: PointResult,
        note: String,
    },
    Rotate {
        to: String,
    },
    Revoke {
        who: String,
        last: u64,
        reason: String,
    },
    Signed {
        number: String,
        file: String,
        level: String,
    },
    HandOver {
        left_out: Vec<String>,
    },
    Import {
        file: String,
        sheet: String,
        rows: Vec<String>,
        #[serde(default)]
        mapping: Value,
    },
    Record {
        row: Option<String>,
        applicability: Option<(bool, String, bool)>,
        fulfilment: Option<(Fulfilment, Option<String>, Option<String>)>,
        declared_ml: Option<u8>,
        verdict: Option<AskedVerdict>,
        finding: Option<AskedFinding>,
    },
    Activity {
        activity: String,
        verdict: ActivityVerdict,
        rationale: String,
        #[serde(default)]
        evidence: Vec<String>,
        no_evidence_reason: Option<String>,
        #[serde(default)]
        finding: Option<AskedFinding>,
    },
    Evidence {
        name: String,
        class: String,
        title: Option<String>,
        producer: Option<String>,
        confidentiality: Option<String>,
        date: Option<String>,
        project: Option<String>,
    },
    Withhold {
        name: String,
        reason: String,
    },
    Raise(AskedFinding),
    Move {
        finding: String,
        state: FindingState,
        note: String,
        due: Option<String>,
        #[serde(default)]
        evidence: Vec<String>,
        answer: Option<Answer>,
        method: Option<VerificationMethod>,
    },
    Escalate {
        finding: String,
        cause: EscalationCause,
        reason: String,
        #[serde(default)]
        evidence: Vec<String>,
    },
    Draw {
        stratum: String,
        #[serde(default)]
        columns: Vec<String>,
        /// Names; each has one value for each column, unless it ends with `?`.
        population: Vec<String>,
        seed: String,
        n: u32,
        #[serde(default)]
        left_out: Vec<Judged>,
        #[serde(default)]
        added: Vec<Judged>,
        source: Option<String>,
        reason: Option<String>,
    },
    Certificate {
        state: CertificateState,
        date: String,
        #[serde(default = "because")]
        reason: String,
        #[serde(default = "because")]
        directory: String,
        scope: Option<String>,
    },
    PlanSurveillance {
        visits: Vec<SurveillanceVisit>,
    },
    RecordSurveillance {
        date: String,
        result: SurveillanceResult,
        #[serde(default)]
        findings: Vec<String>,
        #[serde(default = "because")]
        summary: String,
        #[serde(default)]
        evidence: Vec<String>,
    },
    Review {
        result: ReviewResult,
        points: String,
    },
    Decide {
        result: DecisionResult,
        reasons: String,
        #[serde(default)]
        conditions: Vec<String>,
    },
    Retract {
        /// Person and place in the person's chain, from 0.
        events: Vec<(String, u64)>,
        reason: Option<String>,
    },
    Tag {
        rows: Vec<String>,
        tag: String,
        value: String,
    },
    Link {
        row: Option<String>,
        activity: Option<String>,
        evidence: Vec<String>,
        linked: bool,
    },
    Profile {
        object: Object,
        file: String,
        #[serde(default)]
        excluded: BTreeMap<String, Option<String>>,
        #[serde(default)]
        min_ml: BTreeMap<String, u8>,
        checklist: Option<String>,
        #[serde(default)]
        without_last_row: bool,
        reason: Option<String>,
    },
    Edition {
        object: Object,
        /// Rows that have another label in the other edition.
        #[serde(default)]
        changed: Vec<String>,
        document: Option<String>,
        reason: String,
    },
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedVerdict {
    is: AnyVerdict,
    rationale: String,
    #[serde(default)]
    evidence: Vec<String>,
    no_evidence_reason: Option<String>,
    ml: Option<u8>,
    lowered_claim: Option<String>,
    #[serde(default)]
    sub_points_met: Vec<u32>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct AskedFinding {
    row: Option<String>,
    activity: Option<String>,
    grade: Grade,
    grade_reason: String,
    statement: String,
    #[serde(default)]
    evidence: Vec<String>,
    #[serde(default)]
    repeats: Option<String>,
}

fn because() -> String {
    "As decided".to_owned()
}

fn digests(names: Vec<String>) -> Vec<String> {
    names.iter().map(|name| sha(name)).collect()
}

impl From<AskedVerdict> for NewVerdict {
    fn from(asked: AskedVerdict) -> Self {
        Self {
            verdict: asked.is,
            rationale: asked.rationale,
            evidence: digests(asked.evidence),
            no_evidence_reason: asked.no_evidence_reason,
            ml: asked.ml,
            lowered_claim: asked.lowered_claim,
            sub_points_met: asked.sub_points_met,
        }
    }
}

impl From<AskedFinding> for NewFinding {
    fn from(asked: AskedFinding) -> Self {
        Self {
            row: asked.row.as_deref().map(RowKey::read),
            activity: asked.activity,
            grade: asked.grade,
            grade_reason: asked.grade_reason,
            statement: asked.statement,
            evidence: digests(asked.evidence),
            repeats: asked.repeats,
        }
    }
}

/// A client contact is of the client, everybody else of the test house.
pub(crate) fn house(roles: &[Role]) -> &'static str {
    if roles.contains(&Role::ClientContact) { "Nordwerk" } else { "Test house" }
}

/// A claim for the row, as an import of the file makes it.
pub(crate) fn claim(row: &str, file: &str, sheet: &str) -> ClaimSet {
    ClaimSet {
        row: RowKey::read(row),
        file: sha(file),
        file_name: file.to_owned(),
        sheet: sheet.to_owned(),
        line: 2,
        id: SourceCell { cell: "A2".to_owned(), text: row.to_owned(), whole: None },
        response: Some(SourceCell { cell: "B2".to_owned(), text: format!("{file}, {sheet}"), whole: None }),
        meaning: Some("met".to_owned()),
        evidence: Vec::new(),
        comment: None,
        declared: None,
        notes: Vec::new(),
        supersedes: Vec::new(),
    }
}

/// The shipped pack with other labels for these rows, as another edition of it.
pub(crate) fn other_edition(object: Object, changed: &[String], document: Option<String>) -> Checklist {
    if changed.is_empty() && document.is_none() {
        return common::checklist_for(object);
    }
    let mut pack: Value = serde_json::from_slice(common::pack_for(object)).expect("a shipped pack");
    if let Some(document) = document {
        pack["document"] = document.into();
    }
    for row in pack["requirements"].as_array_mut().expect("rows") {
        if changed.iter().any(|id| row["id"] == id.as_str()) {
            row["label"] = "Another label".into();
        }
    }
    Checklist::parse(pack.to_string().as_bytes()).expect("another label keeps a pack good")
}

impl From<Asked> for Request {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Open { title } => Self::Open(EvaluationOpen {
                checklist: String::new(),
                checklist_sha256: String::new(),
                title,
            }),
            Asked::Case { field, value, reason } => Self::SetCase { field, value, reason },
            Asked::Enroll {
                who,
                roles,
                name,
                key: other_key,
                chain: other_chain,
                competence,
                impartiality,
                organisation,
            } => Self::Enroll(ActorEnroll {
                chain: other_chain.unwrap_or_else(|| chain(&who).to_string()),
                key: other_key.unwrap_or_else(|| key(&who).to_string()),
                name: name.unwrap_or(who),
                organisation: organisation.unwrap_or_else(|| house(&roles).to_owned()),
                roles,
                competence,
                impartiality,
                function: None,
                supersedes: Vec::new(),
            }),
            Asked::Rotate { to } => Self::Rotate { key: key(&to), reason: None },
            Asked::Revoke { who, last, reason } => Self::Revoke { chain: chain(&who), last, reason },
            Asked::Signed { number, file, level } => Self::RecordSigned(ReportSign {
                number,
                revision: 1,
                file: IssuedFile { sha256: sha(&file), name: file, size: 9 },
                signatures: vec![SignedBy {
                    place: "evaluator".to_owned(),
                    signature: sha("cms"),
                    subject: "CN=Ada Example".to_owned(),
                    certificate: sha("certificate"),
                    level,
                    time: None,
                }],
            }),
            Asked::HandOver { left_out } => Self::HandOver(HandOver {
                left_out: left_out.iter().map(|name| sha(name)).collect(),
                ..HandOver::default()
            }),
            Asked::Import { file, sheet, rows, mapping } => Self::Import {
                claims: rows.iter().map(|row| claim(row, &file, &sheet)).collect(),
                import: Import {
                    ledger: sha(&format!("{file} {sheet}")),
                    file: sha(&file),
                    file_name: file,
                    size: 1,
                    sheet,
                    header_row: 1,
                    mapping,
                    totals: BTreeMap::new(),
                    repeated: Vec::new(),
                    removed: Vec::new(),
                },
            },
            Asked::Record { row, applicability, fulfilment, declared_ml, verdict, finding } => {
                Self::Record(RecordRow {
                    row: row.as_deref().map(RowKey::read),
                    applicability,
                    fulfilment,
                    declared_ml,
                    verdict: verdict.map(Into::into),
                    finding: finding.map(Into::into),
                })
            }
            Asked::Activity { activity, verdict, rationale, evidence, no_evidence_reason, finding } => {
                Self::RecordActivity {
                    activity,
                    verdict,
                    rationale,
                    evidence: digests(evidence),
                    no_evidence_reason,
                    finding: finding.map(Into::into),
                }
            }
            Asked::Evidence { name, class, title, producer, confidentiality, date, project } => {
                Self::AddEvidence(EvidenceAdd {
                    sha256: sha(&name),
                    size: 1,
                    title: title.unwrap_or_else(|| name.clone()),
                    name,
                    media_type: "application/pdf".to_owned(),
                    class,
                    revision: None,
                    producer: producer.unwrap_or_else(|| "supplier".to_owned()),
                    date,
                    project,
                    version: None,
                    confidentiality: confidentiality.unwrap_or_else(|| "public".to_owned()),
                    supersedes: Vec::new(),
                })
            }
            Asked::Withhold { name, reason } => Self::WithholdEvidence { sha256: sha(&name), reason },
            Asked::Raise(finding) => Self::RaiseFinding(finding.into()),
            Asked::Move { finding, state, note, due, evidence, answer, method } => {
                Self::MoveFinding { finding, state, note, due, evidence: digests(evidence), answer, method }
            }
            Asked::Escalate { finding, cause, reason, evidence } => Self::EscalateFinding(FindingEscalate {
                finding,
                cause,
                reason,
                evidence: digests(evidence),
                supersedes: Vec::new(),
            }),
            Asked::Draw { stratum, columns, population, seed, n, left_out, added, source, reason } => {
                let item = |name: &String| PopulationItem {
                    values: if name.ends_with('?') { Vec::new() } else { columns.clone() },
                    item: name.clone(),
                };
                Self::DrawSample(SamplingPlan {
                    population: population.iter().map(item).collect(),
                    source: sha(source.as_deref().unwrap_or("list.csv")),
                    stratum,
                    columns,
                    seed,
                    n,
                    left_out,
                    added,
                    reason,
                })
            }
            Asked::Certificate { state, date, reason, directory, scope } => {
                Self::SetCertificate(CertificateSet {
                    state,
                    date,
                    reason,
                    directory,
                    scope,
                    decision: String::new(),
                    supersedes: Vec::new(),
                })
            }
            Asked::PlanSurveillance { visits } => {
                Self::PlanSurveillance(SurveillancePlan { visits, supersedes: Vec::new() })
            }
            Asked::RecordSurveillance { date, result, findings, summary, evidence } => {
                Self::RecordSurveillance(SurveillanceRecord {
                    date,
                    result,
                    findings,
                    summary,
                    evidence: digests(evidence),
                    supersedes: Vec::new(),
                })
            }
            Asked::Review { result, points } => Self::Review { result, points },
            Asked::Decide { result, reasons, conditions } => Self::Decide { result, reasons, conditions },
            Asked::Declare { yes, text } => {
                let mut points = Ties::default();
                for (point, explanation) in yes {
                    let tie = points.of_mut(point);
                    (tie.tie, tie.explanation) = (true, Some(explanation));
                }
                Self::DeclareImpartiality { points, text }
            }
            Asked::Clear { who, result, reasons } => {
                Self::ReviewImpartiality { of: chain(&who), result, reasons }
            }
            Asked::Competence { who, areas, basis, until } => Self::RecordCompetence {
                of: chain(&who),
                areas: areas.into_iter().map(|(area, name)| Area { area, name }).collect(),
                basis,
                valid_until: until,
            },
            Asked::Contribute { rows, activities, text, evidence, replaces, times } => {
                let rows: Vec<RowKey> = rows.iter().map(|row| RowKey::read(row)).collect();
                Self::Contribute(Contribution {
                    rows: rows.iter().cycle().take(rows.len() * times.unwrap_or(1)).cloned().collect(),
                    activities,
                    text,
                    evidence: digests(evidence),
                    replaces,
                })
            }
            Asked::Lock { rows } => {
                Self::LockRows { rows: rows.iter().map(|row| RowKey::read(row)).collect() }
            }
            Asked::Unlock { rows, reason } => {
                Self::UnlockRows { rows: rows.iter().map(|row| RowKey::read(row)).collect(), reason }
            }
            Asked::Point { row, activity, finding, text } => {
                Self::RaisePoint(NewPoint { row: row.as_deref().map(RowKey::read), activity, finding, text })
            }
            Asked::Answer { point, text } => Self::AnswerPoint { point, text, evidence: Vec::new() },
            Asked::Close { point, result, note } => Self::ClosePoint { point, result, note },
            Asked::Retract { events, reason } => Self::Retract {
                events: events.iter().map(|(person, seq)| event_of(person, *seq)).collect(),
                reason,
            },
            Asked::Tag { rows, tag, value } => {
                Self::SetTag { rows: rows.iter().map(|row| RowKey::read(row)).collect(), tag, value }
            }
            Asked::Profile { object, file, excluded, min_ml, checklist, without_last_row, reason } => {
                let pack = common::checklist_for(object);
                let row = |id: &String| ProfileRow {
                    requirement: id.clone(),
                    included: !excluded.contains_key(id),
                    min_ml: min_ml.get(id).copied(),
                    justification: excluded.get(id).cloned().flatten(),
                };
                let mut rows: Vec<ProfileRow> = pack.requirements.iter().map(|r| row(&r.id)).collect();
                if without_last_row {
                    rows.pop();
                }
                Self::AdoptProfile(ProfileAdopt {
                    profile: "urn:example:profile".to_owned(),
                    version: "1".to_owned(),
                    title: "Water".to_owned(),
                    sha256: sha(&file),
                    checklist_sha256: checklist.map_or_else(|| pack.digest.to_string(), |name| sha(&name)),
                    conforms: true,
                    rows,
                    reason,
                    supersedes: Vec::new(),
                })
            }
            Asked::Edition { object, changed, document, reason } => {
                Self::MoveEdition { to: Box::new(other_edition(object, &changed, document)), reason }
            }
            Asked::Link { row, activity, evidence, linked } => Self::LinkEvidence {
                row: row.as_deref().map(RowKey::read),
                activity,
                evidence: digests(evidence),
                linked,
            },
        }
    }
}
