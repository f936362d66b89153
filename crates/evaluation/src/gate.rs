//! What stands before any SL-C: the common constraints, the evaluation activities, the findings.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;

use checklist::{Checklist, Requirement, RequirementKind};

use crate::remark::{Reason, ReasonCode, Remark, RemarkCode};
use crate::scope::Scope;
use crate::verdict::{ActivityVerdict, Grade, OpenFinding, Verdict};

/// CCSC 1 to 4 of IEC 62443-4-2 bind every component at every level: one that fails, and no SL-C is
/// confirmed; one that is open, and there is no conclusion.
pub(crate) fn constraint_gate<'a>(
    checklist: &Checklist,
    scope: &Scope<'a>,
    selected: &[&'a Requirement],
    remarks: &mut Vec<Remark>,
    against: &mut Vec<Reason>,
    missing: &mut Vec<Reason>,
) {
    if !checklist.requirements.iter().any(|row| row.kind == RequirementKind::Ccsc) {
        missing.push(Reason::new("", ReasonCode::NoRequirements, []));
    }
    for row in selected.iter().filter(|row| row.kind == RequirementKind::Ccsc) {
        match scope.mark(&row.id).0 {
            Verdict::Fulfilled => {}
            Verdict::NotApplicable => {
                remarks.push(Remark::new(&row.id, RemarkCode::ConstraintNotApplicable, []));
            }
            Verdict::NotFulfilled => {
                against.push(Reason::new(&row.id, ReasonCode::ConstraintFailed, []));
            }
            Verdict::Inconclusive => {
                missing.push(Reason::new(&row.id, ReasonCode::RowInconclusive, []));
            }
            Verdict::NotEvaluated => {
                missing.push(Reason::new(&row.id, ReasonCode::RowNotEvaluated, [("row", &row.id)]));
            }
        }
    }
}

/// Evaluation activities run in the order of the method: one that fails, and no SL-C is confirmed;
/// one that is open or inconclusive, and the evaluation is unfinished.
pub(crate) fn activity_gate(
    checklist: &Checklist,
    verdicts: &BTreeMap<String, ActivityVerdict>,
    remarks: &mut Vec<Remark>,
    against: &mut Vec<Reason>,
    missing: &mut Vec<Reason>,
) {
    if checklist.activities.is_empty() {
        missing.push(Reason::new("", ReasonCode::NoActivities, []));
    }
    let mut first_open: Option<&str> = None;
    for activity in &checklist.activities {
        let id = activity.id.as_str();
        let verdict = verdicts.get(id).copied();
        if let (Some(_), Some(earlier)) = (verdict, first_open) {
            let args = [("earlier", earlier)];
            remarks.push(Remark::new(id, RemarkCode::ActivityOutOfOrder, args));
        }
        let open = match verdict {
            Some(ActivityVerdict::Pass) => continue,
            Some(ActivityVerdict::Fail) => {
                against.push(Reason::new(id, ReasonCode::ActivityFailed, []));
                continue;
            }
            Some(ActivityVerdict::Inconclusive) => ReasonCode::ActivityInconclusive,
            None => ReasonCode::ActivityOpen,
        };
        missing.push(Reason::new(id, open, []));
        first_open = first_open.or(Some(id));
    }
    for id in verdicts.keys().filter(|id| checklist.activity(id).is_none()) {
        remarks.push(Remark::new(id, RemarkCode::UnknownActivity, []));
    }
}

/// A finding on a row of this checklist that the claim does not select stays outside of the
/// conclusion; any other open finding counts, also one whose place is unknown. Gives the ids of the
/// open minor findings with an accepted plan.
pub(crate) fn finding_gate(
    checklist: &Checklist,
    selected: &[&Requirement],
    findings: &[OpenFinding],
    remarks: &mut Vec<Remark>,
    against: &mut Vec<Reason>,
    missing: &mut Vec<Reason>,
) -> Vec<String> {
    let mut minors = Vec::new();
    for finding in findings {
        let subject = finding.requirement.as_str();
        let outside =
            checklist.requirement(subject).is_some() && !selected.iter().any(|row| row.id == subject);
        let args = [("finding", finding.id.as_str())];
        match (finding.grade, outside) {
            (Grade::Major, true) => {
                remarks.push(Remark::new(subject, RemarkCode::OpenMajorOutsideClaim, args));
            }
            (Grade::Major, false) => {
                against.push(Reason::new(subject, ReasonCode::OpenMajor, args));
            }
            (Grade::Minor, false) if finding.plan_accepted => minors.push(finding.id.clone()),
            (Grade::Minor, false) => {
                missing.push(Reason::new(subject, ReasonCode::PlanNotAccepted, args));
            }
            (Grade::Minor, true) | (Grade::Observation, _) => {}
        }
    }
    minors
}

/// Rows that condition one another (known conditions of IEC TS 62443-6-2, clause 6): a row brings
/// another one that must not be called not applicable then, or rests on one that is.
pub(crate) fn coupling_remarks<'a>(
    scope: &Scope<'a>,
    selected: &[&'a Requirement],
    remarks: &mut Vec<Remark>,
) {
    let applies = |verdict: Verdict| !matches!(verdict, Verdict::NotApplicable | Verdict::NotEvaluated);
    for row in selected.iter().filter(|row| applies(scope.effective(row).0)) {
        for other in &row.brings {
            if scope.mark(other).0 == Verdict::NotApplicable {
                let args = [("other", other.as_str())];
                remarks.push(Remark::new(&row.id, RemarkCode::BroughtRowNotApplicable, args));
            }
        }
        if let Some(other) = &row.needs
            && scope.mark(other).0 == Verdict::NotApplicable
        {
            let args = [("other", other.as_str())];
            remarks.push(Remark::new(&row.id, RemarkCode::NeededRowNotApplicable, args));
        }
    }
}
