//! What CycloneDX has no member for: properties of the file, `assay:<what>:…`, in the order of the report.
//!
//! Rows are numbered from 1 in the order of the attestation's map. A property is left out where the data set holds nothing.

use super::{Property, Telling, claim, property};
use crate::RenderProblem;
use crate::contents::{Conclusion, Contents, EvidenceUse, RowEntry, Tuple};
use crate::exchange::{met, reason};

/// All properties of the file.
pub(super) fn of(telling: &Telling<'_>) -> Result<Vec<Property>, RenderProblem> {
    let mut all = List(Vec::new());
    let c = telling.c;
    head(c, &telling.ids.data, &mut all);
    conclusion(c, &mut all);
    for (n, row) in (1_u32..).zip(&c.rows) {
        row_of(n, row, &mut all);
    }
    registers(c, &mut all);
    people(c, &mut all);
    if let Some(decision) = &c.decision {
        all.put("assay:decision:result", &decision.result);
        all.put("assay:decision:date", &decision.date);
        all.put("assay:decision:by", &decision.decider);
        all.each("assay:decision:condition", &decision.conditions);
    }
    if let Some(data) = &c.certificate {
        all.put("assay:certificate-data:number", &data.number);
        all.put("assay:certificate-data:scheme", &data.scheme);
        all.put("assay:certificate-data:scope", &data.scope);
        all.put("assay:certificate-data:effective", &data.effective);
        all.maybe("assay:certificate-data:expiry", data.expiry.as_deref());
    }
    Ok(all.0)
}

struct List(Vec<Property>);

impl List {
    fn put(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.push(property(name, value));
        }
    }

    fn maybe(&mut self, name: &str, value: Option<&str>) {
        self.put(name, value.unwrap_or_default());
    }

    fn each(&mut self, name: &str, values: &[String]) {
        for value in values {
            self.put(name, value);
        }
    }

    fn number(&mut self, name: &str, value: impl ToString) {
        self.put(name, &value.to_string());
    }

    fn level(&mut self, name: &str, value: Option<u8>) {
        self.put(name, &value.map_or_else(|| "none".to_owned(), |level| level.to_string()));
    }

    fn uses(&mut self, name: &str, uses: &[EvidenceUse]) {
        for one in uses {
            match one.place.as_deref().filter(|place| !place.is_empty()) {
                Some(place) => self.put(name, &format!("{}: {place}", one.id)),
                None => self.put(name, &one.id),
            }
        }
    }
}

fn head(c: &Contents, data: &str, all: &mut List) {
    all.put("assay:data-set:schema", &c.schema);
    all.put("assay:data-set:sha256", data);
    all.put("assay:report:kind", c.report.kind.code());
    all.put("assay:report:number", &c.report.number);
    all.number("assay:report:revision", c.report.revision);
    all.maybe("assay:report:replaces", c.report.replaces.as_deref());
    all.number("assay:report:draft", c.report.draft);
    all.put("assay:report:confidentiality", &c.report.confidentiality);
    all.put("assay:report:dossier", &c.report.dossier);
    all.put("assay:basis:method", &c.basis.method);
    all.put("assay:basis:pack", &c.basis.pack);
    all.put("assay:basis:pack-sha256", &c.basis.pack_sha256);
    all.number("assay:basis:pack-unproven", c.basis.unproven);
    all.maybe("assay:basis:profile", c.basis.profile.as_deref());
    all.each("assay:basis:deviation", &c.basis.deviations);
    all.put("assay:independence:party", &c.independence.party);
    all.maybe("assay:independence:inspection-type", c.independence.inspection_type.as_deref());
    all.number("assay:statement:given", c.statement.given);
    all.put("assay:statement:code", &c.statement.code);
    all.maybe("assay:validity:until", c.validity.until.as_deref());
    all.each("assay:validity:limit", &c.validity.limits);
    all.each("assay:integrity:anchor", &c.integrity.anchors);
    for (what, sha256) in &c.integrity.digests {
        all.put(&format!("assay:integrity:{what}"), sha256);
    }
    for signer in &c.report.signatures {
        all.maybe(&format!("assay:signature:{}:key", signer.place), signer.key.as_deref());
    }
}

fn conclusion(c: &Contents, all: &mut List) {
    match &c.conclusion {
        Conclusion::Component(found) => {
            all.put("assay:conclusion:outcome", &found.outcome);
            for level in &found.levels {
                let of = |what: &str| format!("assay:level:fr{}:{what}", level.fr);
                all.number(&of("declared"), level.declared);
                all.level(&of("native"), level.native);
                all.level(&of("with-integration"), level.with_integration);
                all.number(&of("native-vacuous"), level.native_vacuous);
                all.number(&of("vacuous"), level.vacuous);
            }
            for line in &found.counts {
                let of = |what: &str| format!("assay:counts:{}:{what}", line.group);
                all.number(&of("specified"), line.specified);
                all.number(&of("fulfilled-by-component"), line.fulfilled_by_component);
                all.number(&of("fulfilled-by-integration"), line.fulfilled_by_integration);
                all.number(&of("not-fulfilled"), line.not_fulfilled);
                all.number(&of("not-applicable"), line.not_applicable);
                all.number(&of("inconclusive"), line.inconclusive);
                all.number(&of("not-evaluated"), line.not_evaluated);
            }
            tuples(&found.tuples, all);
            all.number("assay:activities:pass", found.activities.pass);
            all.number("assay:activities:fail", found.activities.fail);
            all.number("assay:activities:inconclusive", found.activities.inconclusive);
            all.number("assay:activities:open", found.activities.open);
        }
        Conclusion::ServiceProvider(found) => {
            all.put("assay:conclusion:outcome", &found.outcome);
            all.level("assay:conclusion:lowest-ml", found.lowest_ml);
            for (level, n) in (1..).zip(found.ml_distribution) {
                all.number(&format!("assay:ml-distribution:{level}"), n);
            }
            for (verdict, n) in &found.row_counts {
                all.number(&format!("assay:row-counts:{verdict}"), n);
            }
            tuples(&found.tuples, all);
            tuples(&found.role_tuples, all);
        }
    }
}

fn tuples(tuples: &[Tuple], all: &mut List) {
    for tuple in tuples {
        let of = |what: &str| match &tuple.role {
            Some(role) => format!("assay:tuple:{}:{role}:{what}", tuple.group),
            None => format!("assay:tuple:{}:{what}", tuple.group),
        };
        all.number(&of("ra"), tuple.ra);
        all.number(&of("nar"), tuple.nar);
        all.number(&of("tr"), tuple.tr);
        all.number(&of("fail"), tuple.fail);
        for (reason, n) in &tuple.not_evaluated {
            all.number(&of(&format!("not-evaluated:{reason}")), n);
        }
    }
}

fn row_of(n: u32, row: &RowEntry, all: &mut List) {
    let of = |what: &str| format!("assay:row:{n}:{what}");
    all.put(&of("claim"), &claim(row));
    all.put(&of("verdict"), row.verdict.code());
    all.maybe(&of("counts-as"), row.counts_as.map(|verdict| verdict.code()));
    all.put(&of("scope"), &row.scope);
    all.put(&of("applicability"), &row.applicability);
    all.maybe(&of("role"), row.role.as_deref());
    all.maybe(&of("component"), row.component.as_deref());
    all.maybe(&of("fulfilment"), row.fulfilment.as_deref());
    if met(row).is_none() {
        all.put(&of("reason"), reason(row));
    }
    all.maybe(&of("confirmed-by"), row.confirmed_by.as_deref());
    all.maybe(&of("declared-ml"), row.declared_ml.map(|ml| ml.to_string()).as_deref());
    all.maybe(&of("evaluated-ml"), row.evaluated_ml.map(|ml| ml.to_string()).as_deref());
    all.maybe(&of("evaluator"), row.evaluator.as_deref());
    all.maybe(&of("date"), row.date.as_deref());
    all.uses(&of("evidence"), &row.evidence);
    all.maybe(&of("no-evidence-reason"), row.no_evidence_reason.as_deref());
    all.each(&of("test"), &row.tests);
    all.each(&of("finding"), &row.findings);
    if let Some(origin) = row.claim.as_ref().and_then(|said| said.origin.as_ref()) {
        all.put(&of("claim-origin"), &format!("{} {}!{}", origin.file, origin.sheet, origin.cell));
        all.put(&of("claim-origin-sha256"), &origin.sha256);
    }
    for earlier in &row.earlier {
        let said = [earlier.verdict.code(), &earlier.date, &earlier.evaluator, &earlier.reason];
        all.put(&of("earlier"), &said.join("; "));
    }
}

fn registers(c: &Contents, all: &mut List) {
    for activity in &c.activities {
        let of = |what: &str| format!("assay:activity:{}:{what}", activity.id);
        all.put(&of("label"), &activity.label);
        all.put(&of("verdict"), activity.verdict.as_deref().unwrap_or("open"));
        all.put(&of("rationale"), &activity.rationale);
        all.maybe(&of("evaluator"), activity.evaluator.as_deref());
        all.maybe(&of("date"), activity.date.as_deref());
        all.uses(&of("evidence"), &activity.evidence);
    }
    for finding in &c.findings {
        let of = |what: &str| format!("assay:finding:{}:{what}", finding.id);
        all.put(&of("grade"), &finding.grade);
        all.put(&of("grade-reason"), &finding.grade_reason);
        all.put(&of("state"), &finding.state);
        all.put(&of("requirement"), &finding.requirement);
        all.maybe(&of("role"), finding.role.as_deref());
        all.maybe(&of("raised-by"), finding.raised_by.as_deref());
        all.maybe(&of("raised-on"), finding.raised_on.as_deref());
        all.maybe(&of("plan"), finding.plan.as_deref());
        all.maybe(&of("due"), finding.due.as_deref());
        all.maybe(&of("verification"), finding.verification.as_deref());
        all.uses(&of("evidence"), &finding.evidence);
    }
    for item in &c.evidence {
        let of = |what: &str| format!("assay:evidence:{}:{what}", item.id);
        all.put(&of("sha256"), &item.sha256);
        all.number(&of("size"), item.size);
        all.put(&of("class"), &item.class);
        all.put(&of("producer"), &item.producer);
        all.put(&of("media-type"), &item.media_type);
        all.maybe(&of("revision"), item.revision.as_deref());
        all.maybe(&of("received"), item.received.as_deref());
        all.maybe(&of("withheld"), item.withheld.as_deref());
    }
    for conflict in &c.conflicts {
        let name = format!("assay:conflict:{}:{}", conflict.subject, conflict.field);
        all.each(&name, &conflict.values);
    }
}

fn people(c: &Contents, all: &mut List) {
    for (n, person) in (1_u32..).zip(&c.people) {
        let of = |what: &str| format!("assay:person:{n}:{what}");
        all.put(&of("name"), &person.name);
        all.put(&of("organisation"), &person.organisation);
        all.each(&of("role"), &person.roles);
        all.maybe(&of("key"), person.key.as_deref());
    }
    if let Some(review) = &c.review {
        all.put("assay:review:result", &review.result);
        all.put("assay:review:date", &review.date);
        all.put("assay:review:by", &review.reviewer);
        all.each("assay:review:point", &review.points);
    }
}
