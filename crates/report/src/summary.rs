//! What of a report may be given on: results and counts, without rationales, evidence, words of the vendor, people's
//! records or anything else that the full report keeps for its readers.
//!
//! It is put together from what may be shown, so that a member added to the data set later stays out until somebody
//! decides otherwise.

use crate::contents::{
    Assessment, Basis, CertificateData, Claim, Component, ComponentConclusion, Conclusion, Conduct, Contents,
    Counts, Decision, Exclusion, Finding, FrLevel, Head, Independence, Integrity, Kind, Object, Process,
    Provider, ProviderConclusion, Review, RowEntry, Statement, Tuple, Validity,
};
use crate::{RenderProblem, json, phrase};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use trail::Digest;

/// The schema name of what is embedded in the PDF of a summary.
pub const SCHEMA: &str = "assay-report-summary/1";

/// What is embedded in the PDF of a summary, for programs: which report it is of, and its counts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Summary {
    /// Always [`SCHEMA`].
    pub schema: String,
    /// Which kind of report.
    pub kind: Kind,
    /// Number of the full report.
    pub number: String,
    /// Its revision.
    pub revision: u32,
    /// Its date of issue, `YYYY-MM-DD`.
    pub issued_on: String,
    /// Whether it is a draft.
    pub draft: bool,
    /// SHA-256 of the full report's data set.
    pub data_sha256: String,
    /// Dossier id.
    pub dossier: String,
    /// Who issued it.
    pub issuer: String,
    /// What was evaluated.
    pub object: String,
    /// Its versions, component only.
    pub versions: Vec<String>,
    /// Requirement document with edition and amendments.
    pub document: String,
    /// Whether a positive statement is given, and its code.
    pub statement_given: bool,
    /// Code of the statement.
    pub statement: String,
    /// Outcome code.
    pub outcome: String,
    /// FR 1 to FR 7: declared, native, with integration; component only.
    pub levels: Vec<SummaryLevel>,
    /// Passed rows at ML 1 to 4; service provider and process only.
    pub ml_distribution: Vec<u32>,
    /// The lowest evaluated maturity level.
    pub lowest_ml: Option<u8>,
    /// Counts per group, component only.
    pub counts: Vec<Counts>,
    /// (RA, NAR, TR) with fail and N/E by reason.
    pub tuples: Vec<Tuple>,
    /// Rows by verdict code.
    pub row_counts: BTreeMap<String, u32>,
}

/// The levels of one foundational requirement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SummaryLevel {
    /// 1 to 7.
    pub fr: u8,
    /// Declared SL-C.
    pub declared: u8,
    /// Confirmed from the component alone.
    pub native: Option<u8>,
    /// Confirmed with described measures outside the component.
    pub with_integration: Option<u8>,
}

/// The canonical bytes of the [`Summary`] of a report.
pub(crate) fn write(c: &Contents, sha256: Digest) -> Result<Vec<u8>, RenderProblem> {
    json::canonical(&of(c, sha256))
}

/// The [`Summary`] of a report whose data set has this SHA-256.
#[must_use]
pub fn of(c: &Contents, sha256: Digest) -> Summary {
    let mut row_counts = BTreeMap::new();
    for row in &c.rows {
        let n: &mut u32 = row_counts.entry(row.verdict.code().to_owned()).or_default();
        *n = n.saturating_add(1);
    }
    let versions = match &c.object {
        Object::Component(o) => {
            [&o.hardware, &o.firmware, &o.software].into_iter().flatten().cloned().collect()
        }
        Object::ServiceProvider(_) | Object::Process(_) => Vec::new(),
    };
    let mut summary = Summary {
        schema: SCHEMA.to_owned(),
        kind: c.report.kind,
        number: c.report.number.clone(),
        revision: c.report.revision,
        issued_on: c.report.issued_on.clone(),
        draft: c.report.draft,
        data_sha256: sha256.to_string(),
        dossier: c.report.dossier.clone(),
        issuer: c.issuer.name.clone(),
        object: c.object.name().to_owned(),
        versions,
        document: phrase::document(c),
        statement_given: c.statement.given,
        statement: c.statement.code.clone(),
        outcome: String::new(),
        levels: Vec::new(),
        ml_distribution: Vec::new(),
        lowest_ml: None,
        counts: Vec::new(),
        tuples: Vec::new(),
        row_counts,
    };
    match &c.conclusion {
        Conclusion::Component(told) => {
            summary.outcome.clone_from(&told.outcome);
            summary.levels = told.levels.iter().map(level).collect();
            summary.counts.clone_from(&told.counts);
            summary.tuples.clone_from(&told.tuples);
        }
        Conclusion::ServiceProvider(told) => {
            summary.outcome.clone_from(&told.outcome);
            summary.ml_distribution = told.ml_distribution.to_vec();
            summary.lowest_ml = told.lowest_ml;
            summary.tuples.clone_from(&told.tuples);
        }
    }
    summary
}

fn level(level: &FrLevel) -> SummaryLevel {
    SummaryLevel {
        fr: level.fr,
        declared: level.declared,
        native: level.native,
        with_integration: level.with_integration,
    }
}

/// The data set with nothing in it but what a summary shows. It is drawn, and neither embedded nor hashed.
pub(crate) fn shown(c: &Contents) -> Contents {
    Contents {
        schema: c.schema.clone(),
        report: head(&c.report),
        issuer: c.issuer.clone(),
        client: crate::contents::Organisation {
            name: c.client.name.clone(),
            address: c.client.address.clone(),
            ..Default::default()
        },
        object: object(&c.object),
        basis: Basis { deviations: Vec::new(), ..c.basis.clone() },
        claim: Claim { remark: None, ..c.claim.clone() },
        people: Vec::new(),
        independence: Independence {
            party: c.independence.party.clone(),
            inspection_type: c.independence.inspection_type.clone(),
            ..Independence::default()
        },
        conduct: Conduct { from: c.conduct.from.clone(), to: c.conduct.to.clone(), ..Conduct::default() },
        conclusion: conclusion(&c.conclusion),
        statement: Statement { limited_by: limits(c), ..c.statement.clone() },
        rows: c.rows.iter().map(row).collect(),
        activities: Vec::new(),
        findings: c.findings.iter().map(finding).collect(),
        evidence: Vec::new(),
        conflicts: Vec::new(),
        contributions: Vec::new(),
        assessment: c.assessment.as_ref().map(|a| Assessment {
            subtype: a.subtype.clone(),
            decision_rule: a.decision_rule.clone(),
            ..Assessment::default()
        }),
        supporting_file: None,
        review: c.review.as_ref().map(|r| Review {
            reviewer: r.reviewer.clone(),
            date: r.date.clone(),
            result: r.result.clone(),
            ..Review::default()
        }),
        decision: c.decision.as_ref().map(|d| Decision {
            decider: d.decider.clone(),
            date: d.date.clone(),
            result: d.result.clone(),
            // Whether there are conditions must be seen; what they are stands in the full report.
            conditions: d.conditions.iter().map(|_| String::new()).collect(),
            ..Decision::default()
        }),
        certificate: c.certificate.as_ref().map(certificate),
        validity: Validity { retention: None, ..c.validity.clone() },
        integrity: integrity(&c.integrity),
    }
}

fn head(head: &Head) -> Head {
    Head { distribution: Vec::new(), relied_on: Vec::new(), remarks: None, changes: None, ..head.clone() }
}

/// What limits the statement stays; a free text among it does not.
fn limits(c: &Contents) -> Vec<crate::contents::Coded> {
    phrase::limits(c).into_iter().filter(|limit| limit.code != "other").collect()
}

/// What was excluded is part of what the result holds for; the reason is the supplier's own.
fn excluded(list: &[Exclusion]) -> Vec<Exclusion> {
    list.iter().map(|one| Exclusion { what: one.what.clone(), reason: String::new() }).collect()
}

fn object(object: &Object) -> Object {
    match object {
        Object::Component(o) => Object::Component(Component {
            name: o.name.clone(),
            identifier: o.identifier.clone(),
            hardware: o.hardware.clone(),
            firmware: o.firmware.clone(),
            software: o.software.clone(),
            batch: o.batch.clone(),
            types: o.types.clone(),
            supplier: o.supplier.clone(),
            excluded_functions: excluded(&o.excluded_functions),
            ..Component::default()
        }),
        Object::ServiceProvider(o) => Object::ServiceProvider(Provider {
            legal_entity: o.legal_entity.clone(),
            program: o.program.clone(),
            sites: o.sites.clone(),
            services: o.services.clone(),
            roles: o.roles.clone(),
            solution_kinds: o.solution_kinds.clone(),
            exclusions: excluded(&o.exclusions),
            ..Provider::default()
        }),
        Object::Process(o) => Object::Process(Process {
            legal_entity: o.legal_entity.clone(),
            program: o.program.clone(),
            sites: o.sites.clone(),
            products: o.products.clone(),
            exclusions: excluded(&o.exclusions),
            ..Process::default()
        }),
    }
}

fn conclusion(conclusion: &Conclusion) -> Conclusion {
    match conclusion {
        Conclusion::Component(told) => Conclusion::Component(ComponentConclusion {
            reasons: Vec::new(),
            remarks: Vec::new(),
            levels: told
                .levels
                .iter()
                .map(|l| FrLevel { blockers: Vec::new(), raise: None, ..l.clone() })
                .collect(),
            ..told.clone()
        }),
        Conclusion::ServiceProvider(told) => Conclusion::ServiceProvider(ProviderConclusion {
            reasons: Vec::new(),
            remarks: Vec::new(),
            ..told.clone()
        }),
    }
}

/// Id, label, scope and verdict; why is in the full report.
fn row(row: &RowEntry) -> RowEntry {
    RowEntry {
        id: row.id.clone(),
        role: row.role.clone(),
        component: row.component.clone(),
        label: row.label.clone(),
        unsure: row.unsure,
        group: row.group.clone(),
        selected_from: row.selected_from,
        scope: row.scope.clone(),
        fulfilment: row.fulfilment.clone(),
        verdict: row.verdict,
        counts_as: row.counts_as,
        evaluated_ml: row.evaluated_ml,
        ..RowEntry::default()
    }
}

/// That there is a finding, of which grade and state; what it says is in the full report.
fn finding(finding: &Finding) -> Finding {
    Finding {
        id: finding.id.clone(),
        grade: finding.grade.clone(),
        requirement: finding.requirement.clone(),
        role: finding.role.clone(),
        state: finding.state.clone(),
        ..Finding::default()
    }
}

fn certificate(data: &CertificateData) -> CertificateData {
    CertificateData {
        number: data.number.clone(),
        scheme: data.scheme.clone(),
        scope: data.scope.clone(),
        effective: data.effective.clone(),
        expiry: data.expiry.clone(),
        conditions_of_use: data.conditions_of_use.clone(),
        states: data
            .states
            .iter()
            .map(|one| crate::contents::CertificateState { reason: String::new(), by: None, ..one.clone() })
            .collect(),
        ..CertificateData::default()
    }
}

/// What names the record; who keeps which chain is in the full report.
fn integrity(integrity: &Integrity) -> Integrity {
    Integrity {
        anchored: Vec::new(),
        chains: Vec::new(),
        digests: BTreeMap::new(),
        checkpoint: integrity
            .checkpoint
            .as_ref()
            .map(|point| crate::contents::Checkpoint { note: None, ..point.clone() }),
        ..integrity.clone()
    }
}
