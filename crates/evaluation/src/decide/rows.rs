//! What is recorded about rows and activities.

use alloc::{string::ToString, vec, vec::Vec};

use checklist::{Object, Requirement};

use super::{Context, NewEvent, NewFinding, RecordRow, Refusal, event, filled, stated, verdicts::check_ml};
use crate::{
    event::{
        ActivitySet, ApplicabilitySet, DeclarationSet, FindingRaise, FulfilmentSet, RowKey, VerdictSet, kind,
    },
    verdict::{ActivityVerdict, Fulfilment, Grade},
};

impl Context<'_> {
    pub(super) fn requirement(&self, id: &str) -> Result<&Requirement, Refusal> {
        if let Some(requirement) = self.checklist.requirement(id) {
            return Ok(requirement);
        }
        let rule = if self.checklist.headings.iter().any(|h| h.id == id) {
            "heading-not-assessable"
        } else {
            "unknown-requirement"
        };
        Err(Refusal::new(rule, id).with("checklist", &self.checklist.id))
    }

    pub(super) fn check_row(&self, row: &RowKey) -> Result<&Requirement, Refusal> {
        let requirement = self.requirement(&row.requirement)?;
        match self.checklist.object {
            Object::Process if row.role.is_some() || row.component.is_some() => {
                return Err(Refusal::new("row-has-no-role", row));
            }
            Object::Process => {}
            Object::Component => {
                if row.role.is_some() || row.component.is_some() {
                    return Err(Refusal::new("row-has-no-role", row));
                }
                let types = self.state.case_texts("object.types");
                if !types.is_empty() && !requirement.applies_to.iter().any(|t| types.contains(&t.to_string()))
                {
                    return Err(Refusal::new("family-not-claimed", row).with("types", types.join(", ")));
                }
            }
            Object::ServiceProvider => {
                let roles = self.state.case_texts("object.roles");
                match &row.role {
                    Some(role) if roles.contains(role) => {}
                    _ => {
                        return Err(Refusal::new("role-not-declared", row).with("roles", roles.join(", ")));
                    }
                }
                let components = self.state.case_texts("object.components");
                if row.component.as_ref().is_some_and(|c| !components.contains(c)) {
                    return Err(
                        Refusal::new("component-not-declared", row).with("components", components.join(", "))
                    );
                }
            }
        }
        Ok(requirement)
    }

    pub(super) fn record(&self, record: RecordRow) -> Result<Vec<NewEvent>, Refusal> {
        let row = record.row.clone().ok_or_else(|| Refusal::new("row-missing", ""))?;
        self.needs_evaluator(&row)?;
        self.not_barred(&row)?;
        let requirement = self.check_row(&row)?;
        self.not_locked(&row)?;
        let subject = alloc::format!("row:{row}");
        let mut events = Vec::new();
        if let Some((applicable, justification, confirmed)) = &record.applicability {
            if !applicable {
                filled(justification, "not-applicable-needs-justification", &row)?;
            }
            events.push(event(
                kind::APPLICABILITY_SET,
                &ApplicabilitySet {
                    row: row.clone(),
                    applicable: *applicable,
                    justification: justification.clone(),
                    confirmed: *confirmed,
                    supersedes: self.supersedes(&subject, "applicability"),
                },
            )?);
        }
        if let Some((mode, countermeasure, documented_in)) = &record.fulfilment {
            if self.checklist.object != Object::Component {
                return Err(Refusal::new("fulfilment-only-for-components", &row));
            }
            if *mode == Fulfilment::BySystemIntegration
                && !(stated(countermeasure.as_ref()) && stated(documented_in.as_ref()))
            {
                return Err(Refusal::new("integration-needs-documentation", &row));
            }
            events.push(event(
                kind::FULFILMENT_SET,
                &FulfilmentSet {
                    row: row.clone(),
                    mode: *mode,
                    countermeasure: countermeasure.clone(),
                    documented_in: documented_in.clone(),
                    supersedes: self.supersedes(&subject, "fulfilment"),
                },
            )?);
        }
        if let Some(ml) = record.declared_ml {
            if self.checklist.object.has_security_levels() {
                return Err(Refusal::new("ml-only-for-providers", &row));
            }
            check_ml(ml, &row)?;
            events.push(event(
                kind::DECLARATION_SET,
                &DeclarationSet {
                    row: row.clone(),
                    ml,
                    supersedes: self.supersedes(&subject, "declaration"),
                },
            )?);
        }
        if let Some(verdict) = &record.verdict {
            self.check_verdict(&row, requirement, &record, verdict)?;
            events.push(event(
                kind::VERDICT_SET,
                &VerdictSet {
                    row: row.clone(),
                    verdict: verdict.verdict,
                    rationale: verdict.rationale.clone(),
                    evidence: verdict.evidence.clone(),
                    no_evidence_reason: verdict.no_evidence_reason.clone(),
                    ml: verdict.ml,
                    lowered_claim: verdict.lowered_claim.clone(),
                    sub_points_met: verdict.sub_points_met.clone(),
                    supersedes: self.supersedes(&subject, "verdict"),
                },
            )?);
        }
        if let Some(mut finding) = record.finding {
            finding.row = Some(row.clone());
            let fallback = record.verdict.as_ref().map(|v| v.evidence.clone()).unwrap_or_default();
            let excused = record.verdict.as_ref().is_some_and(|v| stated(v.no_evidence_reason.as_ref()));
            events.push(self.raise(finding, &fallback, excused)?);
        }
        if events.is_empty() {
            return Err(Refusal::new("nothing-to-record", row));
        }
        Ok(events)
    }

    pub(super) fn record_activity(
        &self,
        mut set: ActivitySet,
        finding: Option<NewFinding>,
    ) -> Result<Vec<NewEvent>, Refusal> {
        let activity = set.activity.clone();
        self.needs_evaluator(&activity)?;
        self.not_barred(&activity)?;
        if !self.checklist.activities.iter().any(|a| a.id == activity) {
            return Err(Refusal::new("unknown-activity", activity));
        }
        filled(&set.rationale, "verdict-needs-rationale", &activity)?;
        self.check_evidence(&set.evidence, &activity)?;
        let excused = stated(set.no_evidence_reason.as_ref());
        if set.verdict != ActivityVerdict::Inconclusive && set.evidence.is_empty() && !excused {
            return Err(Refusal::new("verdict-needs-evidence", activity));
        }
        let raised = finding.as_ref().is_some_and(|f| f.grade != Grade::Observation);
        let on_it = |f: &FindingRaise| f.activity.as_ref() == Some(&activity);
        if set.verdict == ActivityVerdict::Fail && !raised && self.open_nonconformities(on_it).is_empty() {
            return Err(Refusal::new("fail-needs-finding", activity));
        }
        set.supersedes = self.supersedes(&alloc::format!("activity:{activity}"), "verdict");
        let mut events = vec![event(kind::ACTIVITY_SET, &set)?];
        if let Some(mut finding) = finding {
            (finding.row, finding.activity) = (None, Some(activity));
            events.push(self.raise(finding, &set.evidence, excused)?);
        }
        Ok(events)
    }
}
