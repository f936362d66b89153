//! What a verdict needs before it may stand.

use alloc::{
    string::{String, ToString},
    vec::Vec,
};

use checklist::{Object, Requirement};

use super::{Context, NewVerdict, RecordRow, Refusal, filled, stated};
use crate::{
    case::OWN_CLASSES,
    conclude,
    event::{AnyVerdict, EvidenceAdd, FindingRaise, RowKey},
    verdict::Grade,
};

impl Context<'_> {
    pub(super) fn check_verdict(
        &self,
        row: &RowKey,
        requirement: &Requirement,
        record: &RecordRow,
        new: &NewVerdict,
    ) -> Result<(), Refusal> {
        filled(&new.rationale, "verdict-needs-rationale", row)?;
        self.check_evidence(&new.evidence, row)?;
        if new.verdict != AnyVerdict::NotEvaluated {
            self.check_included(row)?;
        }
        let in_method = match self.checklist.object {
            Object::Component => new.verdict.component().is_some(),
            Object::ServiceProvider | Object::Process => new.verdict.provider().is_some(),
        };
        if !in_method {
            return Err(Refusal::new("verdict-of-other-method", row).with("verdict", new.verdict.code()));
        }
        if self.checklist.object == Object::Component && (new.ml.is_some() || new.lowered_claim.is_some()) {
            return Err(Refusal::new("ml-only-for-providers", row));
        }
        if let Some(ml) = new.ml {
            check_ml(ml, row)?;
        }
        let judged = matches!(
            new.verdict,
            AnyVerdict::Fulfilled | AnyVerdict::NotFulfilled | AnyVerdict::Pass | AnyVerdict::Fail
        );
        if judged && new.evidence.is_empty() && !stated(new.no_evidence_reason.as_ref()) {
            return Err(Refusal::new("verdict-needs-evidence", row));
        }
        match new.verdict {
            AnyVerdict::Fulfilled | AnyVerdict::Pass => self.check_positive(row, requirement, record, new),
            AnyVerdict::NotFulfilled | AnyVerdict::Fail => {
                self.check_base_applies(row, requirement)?;
                // An observation says that nothing is broken, so it cannot carry a negative verdict.
                let raised = raises_nonconformity(record);
                if !raised && self.open_findings(row).is_empty() {
                    return Err(Refusal::new("fail-needs-finding", row));
                }
                Ok(())
            }
            AnyVerdict::NotApplicable => {
                let stands = match &record.applicability {
                    Some((applicable, _, confirmed)) => !applicable && *confirmed,
                    None => self
                        .state
                        .row(row)
                        .applicability
                        .is_some_and(|a| !a.value.applicable && a.value.confirmed),
                };
                if stands { Ok(()) } else { Err(Refusal::new("not-applicable-needs-confirmation", row)) }
            }
            AnyVerdict::Inconclusive | AnyVerdict::NotEvaluated => Ok(()),
        }
    }

    pub(super) fn check_positive(
        &self,
        row: &RowKey,
        requirement: &Requirement,
        record: &RecordRow,
        new: &NewVerdict,
    ) -> Result<(), Refusal> {
        self.check_base_applies(row, requirement)?;
        let state = self.state.row(row);
        let ruled_out = match &record.applicability {
            Some((applicable, ..)) => !applicable,
            None => state.applicability.is_some_and(|a| !a.value.applicable),
        };
        if ruled_out {
            return Err(Refusal::new("row-is-not-applicable", row));
        }
        if let Some(finding) = self.open_findings(row).first() {
            return Err(Refusal::new("finding-open", row).with("finding", finding));
        }
        if raises_nonconformity(record) {
            return Err(Refusal::new("finding-open", row).with("finding", self.next_finding()));
        }
        let classes: Vec<String> = new
            .evidence
            .iter()
            .filter_map(|sha| self.state.evidence_item(sha).map(|e| e.value.class))
            .filter(|class| !OWN_CLASSES.contains(&class.as_str()))
            .collect();
        if !new.evidence.is_empty() && classes.is_empty() {
            return Err(Refusal::new("claim-is-not-evidence", row));
        }
        if !classes.is_empty() && classes.iter().all(|c| c == "interview") {
            return Err(Refusal::new("interview-only", row));
        }
        if !requirement.sub_points.is_empty() {
            let open: Vec<String> = (1..=requirement.sub_points.len())
                .filter(|n| !new.sub_points_met.iter().any(|m| *m as usize == *n))
                .map(|n| n.to_string())
                .collect();
            if !open.is_empty() {
                return Err(Refusal::new("sub-points-open", row).with("open", open.join(", ")));
            }
        }
        match self.checklist.object {
            Object::Component => {
                let mode = record.fulfilment.is_some() || state.fulfilment.is_some();
                if mode { Ok(()) } else { Err(Refusal::new("fulfilment-mode-missing", row)) }
            }
            Object::ServiceProvider | Object::Process => self.check_maturity(row, record, new),
        }
    }

    /// Levels are cumulative (2-4 clause 4.2): each needs the file of every level below it.
    pub(super) fn check_maturity(
        &self,
        row: &RowKey,
        record: &RecordRow,
        new: &NewVerdict,
    ) -> Result<(), Refusal> {
        let ml = new.ml.ok_or_else(|| Refusal::new("pass-needs-ml", row))?;
        let declared = self
            .declared_ml(row, record.declared_ml)
            .ok_or_else(|| Refusal::new("declared-ml-missing", row))?;
        if ml < declared && !stated(new.lowered_claim.as_ref()) {
            return Err(Refusal::new("ml-below-declared", row).with("ml", ml).with("declared", declared));
        }
        // A lowered claim can't go below what the profile asks: the row would no longer answer the profile.
        if let Some(min) = self.state.profile_ml(&row.requirement).filter(|min| ml < *min) {
            return Err(Refusal::new("ml-below-profile", row).with("ml", ml).with("min", min));
        }
        let items: Vec<EvidenceAdd> =
            new.evidence.iter().filter_map(|sha| self.state.evidence_item(sha)).map(|e| e.value).collect();
        let has = |class: &str| items.iter().any(|e| e.class == class);
        if ml >= 2 && !(has("procedure") && has("competence")) {
            return Err(Refusal::new("ml2-needs-procedure-and-competence", row).with("ml", ml));
        }
        let practised = |e: &EvidenceAdd| {
            matches!(e.class.as_str(), "execution_record" | "deliverable")
                && e.date.is_some()
                && e.project.is_some()
        };
        if ml >= 3 && !items.iter().any(practised) {
            return Err(Refusal::new("ml3-needs-dated-record", row).with("ml", ml));
        }
        if ml >= 4 && !has("metrics") {
            return Err(Refusal::new("ml4-needs-metrics", row).with("ml", ml));
        }
        Ok(())
    }

    /// Declared for the row, else for the whole case.
    pub(super) fn declared_ml(&self, row: &RowKey, new: Option<u8>) -> Option<u8> {
        new.or_else(|| conclude::declared_ml(self.state, row))
    }

    /// N/A on a base requirement rules out any other verdict on its enhancements (6-2).
    pub(super) fn check_base_applies(&self, row: &RowKey, requirement: &Requirement) -> Result<(), Refusal> {
        let Some(parent) = &requirement.parent else {
            return Ok(());
        };
        let base = RowKey { requirement: parent.clone(), ..row.clone() };
        let verdict = self.state.row(&base).verdict.map(|v| v.value.verdict);
        if verdict == Some(AnyVerdict::NotApplicable) {
            return Err(Refusal::new("base-not-applicable", row).with("base", parent));
        }
        Ok(())
    }

    fn open_findings(&self, row: &RowKey) -> Vec<String> {
        self.open_nonconformities(|raised| raised.row.as_ref() == Some(row))
    }

    /// Numbers of the open major and minor findings whose subject is the one meant.
    pub(super) fn open_nonconformities(&self, meant: impl Fn(&FindingRaise) -> bool) -> Vec<String> {
        let findings = self.state.findings().into_iter();
        let open = findings.filter(|f| f.state.is_open() && f.grade != Grade::Observation);
        open.map(|f| f.raised.value).filter(meant).map(|raised| raised.finding).collect()
    }
}

/// Whether the record itself raises a major or minor nonconformity.
fn raises_nonconformity(record: &RecordRow) -> bool {
    record.finding.as_ref().is_some_and(|f| f.grade != Grade::Observation)
}

pub(super) fn check_ml(ml: u8, row: &RowKey) -> Result<(), Refusal> {
    if (1..=4).contains(&ml) { Ok(()) } else { Err(Refusal::new("ml-out-of-range", row).with("ml", ml)) }
}
