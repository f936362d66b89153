//! The conclusion on a service provider: IEC 62443-2-4 with the method of IEC TS 62443-6-1.
//!
//! A row is a requirement × role (× component) with a verdict and a maturity level of its own. The
//! conclusion counts, shows what is not evaluated, and names the lowest maturity level over the
//! passed rows; it knows no security level and no single maturity of the organisation.

use alloc::string::String;
use alloc::vec::Vec;

use checklist::Checklist;
use serde::{Deserialize, Serialize};

use crate::maturity::{Maturity, maturity};
use crate::provider_rows::{
    Kept, RequirementState, RowState, all_roles, put_in_order, requirement_state, row_args, row_name,
    row_remarks,
};
use crate::provider_tuples::{ProviderTuple, RoleTuples, tuples};
use crate::remark::{Reason, ReasonCode, Remark, RemarkCode};
use crate::verdict::{Grade, OpenFinding, ProviderVerdict};

/// Everything the conclusion on a service provider rests on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderInput<'a> {
    /// The roles in scope, for example `integration` and `maintenance`. Every requirement must have
    /// a row for each of them, or a row without a role. May be empty.
    pub roles: Vec<String>,
    /// The rows, in any order.
    pub rows: Vec<ProviderRow>,
    /// Every finding that is open.
    pub findings: &'a [OpenFinding],
}

/// One row of the evaluation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProviderRow {
    /// The requirement's id, for example `SP.01.05 BR`.
    pub requirement: String,
    /// The role; `None` when the row holds for every role.
    pub role: Option<String>,
    /// The component or service the row is about, where the evaluation tells several apart.
    pub component: Option<String>,
    /// The evaluator's verdict; `None` while the row is open.
    pub verdict: Option<ProviderVerdict>,
    /// The maturity level that the provider declares, 1 to 4.
    pub declared_ml: Option<u8>,
    /// The maturity level that the evaluator found, 1 to 4; needed for a pass.
    pub evaluated_ml: Option<u8>,
}

/// Which row is meant.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RowPlace {
    /// The requirement's id.
    pub requirement: String,
    /// The role, where the row names one.
    pub role: Option<String>,
    /// The component, where the row names one.
    pub component: Option<String>,
}

/// What follows from the verdicts on a service provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProviderConclusion {
    /// The overall result.
    pub outcome: ProviderOutcome,
    /// One line for each summary level; the last line is the total.
    pub tuples: Vec<ProviderTuple>,
    /// The same for each role, roles in alphabetical order.
    pub by_role: Vec<RoleTuples>,
    /// Maturity for each summary level; the last entry is the total.
    pub maturity: Vec<Maturity>,
    /// Rows that are not evaluated: to be shown wherever a maturity level is shown.
    pub not_evaluated: Vec<RowPlace>,
    /// Requirements that fail although every open finding on them is minor with an accepted plan.
    pub failed_with_plan: Vec<String>,
    /// Ids of open minor findings inside the scope whose plan is accepted.
    pub open_minors: Vec<String>,
    /// Everything that is decided against a positive statement.
    pub against: Vec<Reason>,
    /// Everything that is still missing for a conclusion.
    pub missing: Vec<Reason>,
    /// What an assessor has to know about the record.
    pub remarks: Vec<Remark>,
}

/// The overall result for a service provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ProviderOutcome {
    /// Every requirement is passed or not applicable.
    Positive,
    /// Positive for what was evaluated; the limits belong into the statement.
    PositiveLimited {
        /// Rows that are not evaluated.
        not_evaluated: Vec<RowPlace>,
        /// Open minor findings, each with an accepted plan.
        open_minors: Vec<String>,
    },
    /// A requirement fails, a major finding is open, or nothing passed.
    NotPositive {
        /// The reasons.
        why: Vec<Reason>,
    },
    /// Rows have no verdict, or something else is missing.
    Unfinished {
        /// What is missing.
        missing: Vec<Reason>,
    },
}

impl ProviderOutcome {
    /// The id of the text, `outcome-provider-…`.
    #[must_use]
    pub const fn text_id(&self) -> &'static str {
        match self {
            ProviderOutcome::Positive => "outcome-provider-positive",
            ProviderOutcome::PositiveLimited { .. } => "outcome-provider-positive-limited",
            ProviderOutcome::NotPositive { .. } => "outcome-provider-not-positive",
            ProviderOutcome::Unfinished { .. } => "outcome-provider-unfinished",
        }
    }

    /// Whether a positive statement is possible, limited or not.
    #[must_use]
    pub const fn is_positive(&self) -> bool {
        matches!(self, ProviderOutcome::Positive | ProviderOutcome::PositiveLimited { .. })
    }
}

/// Draws the conclusion on a service provider.
///
/// Order of precedence: not positive, unfinished, limited, positive. What a stronger outcome hides
/// stays visible in `against` and `missing`.
#[must_use]
pub fn conclude(checklist: &Checklist, input: &ProviderInput<'_>) -> ProviderConclusion {
    let mut draft = Draft::default();
    let rows = put_in_order(checklist, &input.rows, &mut draft.remarks, &mut draft.missing);
    row_remarks(&rows, &mut draft.remarks);
    let roles = all_roles(&input.roles, &rows);
    for requirement in &checklist.requirements {
        let own: Vec<&Kept<'_>> = rows.iter().filter(|row| row.requirement.id == requirement.id).collect();
        draft.requirement(&requirement.id, &own, &roles, input);
    }
    draft.findings(checklist, &rows, input.findings);
    let passed = rows.iter().any(|row| matches!(row.state, RowState::Pass(_)));
    if !passed && draft.against.is_empty() && draft.missing.is_empty() {
        draft.against.push(Reason::new("", ReasonCode::NothingPassed, []));
    }
    let by_role =
        |role: &String| RoleTuples { role: role.clone(), tuples: tuples(checklist, &rows, Some(role)) };
    ProviderConclusion {
        outcome: draft.outcome(),
        tuples: tuples(checklist, &rows, None),
        by_role: roles.iter().map(by_role).collect(),
        maturity: maturity(checklist, &rows),
        not_evaluated: draft.not_evaluated,
        failed_with_plan: draft.failed_with_plan,
        open_minors: draft.open_minors,
        against: draft.against,
        missing: draft.missing,
        remarks: crate::remark::in_order(checklist, draft.remarks),
    }
}

/// The conclusion while it is being drawn.
#[derive(Default)]
struct Draft {
    not_evaluated: Vec<RowPlace>,
    failed_with_plan: Vec<String>,
    open_minors: Vec<String>,
    against: Vec<Reason>,
    missing: Vec<Reason>,
    remarks: Vec<Remark>,
}

impl Draft {
    fn requirement(&mut self, id: &str, rows: &[&Kept<'_>], roles: &[String], input: &ProviderInput<'_>) {
        for row in rows {
            match row.state {
                RowState::NotEvaluated => self.not_evaluated.push(row.place()),
                RowState::Open => {
                    let name = row_name(row.row);
                    let args = row_args(row.row, &name);
                    self.missing.push(Reason::new(id, ReasonCode::RowNotEvaluated, args));
                }
                RowState::Pass(None) => {
                    let name = row_name(row.row);
                    let args = row_args(row.row, &name);
                    self.missing.push(Reason::new(id, ReasonCode::MlMissing, args));
                }
                _ => {}
            }
        }
        match requirement_state(rows.iter().map(|row| row.state)) {
            RequirementState::NoRow => {
                self.missing.push(Reason::new(id, ReasonCode::RequirementWithoutRow, []));
                return;
            }
            RequirementState::Fail if has_plan(id, input.findings) => {
                self.failed_with_plan.push(id.into());
            }
            RequirementState::Fail => {
                self.against.push(Reason::new(id, ReasonCode::RowFailed, []));
            }
            RequirementState::Partly => {
                self.remarks.push(Remark::new(id, RemarkCode::PartlyEvaluated, []));
            }
            _ => {}
        }
        for role in roles.iter().filter(|role| !rows.iter().any(|row| row.holds_for(role))) {
            self.role_gap(id, role, input.roles.contains(role));
        }
    }

    /// A requirement has rows, but none for a role: the evaluation of a declared role is not
    /// complete, and for a role that only other rows name the statement is limited.
    fn role_gap(&mut self, id: &str, role: &str, is_declared: bool) {
        self.remarks.push(Remark::new(id, RemarkCode::NoRowForRole, [("role", role)]));
        if is_declared {
            let name = [id, role].join(", ");
            let args = [("row", name.as_str()), ("role", role), ("component", "")];
            self.missing.push(Reason::new(id, ReasonCode::RowNotEvaluated, args));
        } else {
            self.not_evaluated.push(RowPlace {
                requirement: id.into(),
                role: Some(role.into()),
                component: None,
            });
        }
    }

    /// A finding on a requirement that is wholly out of scope stays outside of the conclusion; any
    /// other open finding counts, also one on an unknown requirement.
    fn findings(&mut self, checklist: &Checklist, rows: &[Kept<'_>], findings: &[OpenFinding]) {
        for finding in findings {
            let subject = finding.requirement.as_str();
            let own = rows.iter().filter(|row| row.requirement.id == subject);
            let outside = checklist.requirement(subject).is_some()
                && requirement_state(own.map(|row| row.state)) == RequirementState::OutOfScope;
            let args = [("finding", finding.id.as_str())];
            match (finding.grade, outside) {
                (Grade::Major, true) => {
                    let code = RemarkCode::OpenMajorOutsideClaim;
                    self.remarks.push(Remark::new(subject, code, args));
                }
                (Grade::Major, false) => {
                    self.against.push(Reason::new(subject, ReasonCode::OpenMajor, args));
                }
                (Grade::Minor, false) if finding.plan_accepted => {
                    self.open_minors.push(finding.id.clone());
                }
                (Grade::Minor, false) => {
                    self.missing.push(Reason::new(subject, ReasonCode::PlanNotAccepted, args));
                }
                (Grade::Minor, true) | (Grade::Observation, _) => {}
            }
        }
    }

    fn outcome(&self) -> ProviderOutcome {
        if !self.against.is_empty() {
            ProviderOutcome::NotPositive { why: self.against.clone() }
        } else if !self.missing.is_empty() {
            ProviderOutcome::Unfinished { missing: self.missing.clone() }
        } else if !self.not_evaluated.is_empty() || !self.open_minors.is_empty() {
            ProviderOutcome::PositiveLimited {
                not_evaluated: self.not_evaluated.clone(),
                open_minors: self.open_minors.clone(),
            }
        } else {
            ProviderOutcome::Positive
        }
    }
}

/// Whether minor findings with accepted plans, and nothing graver, account for a failing
/// requirement. Without any open finding a failing row was never re-evaluated: it stays failed.
fn has_plan(id: &str, findings: &[OpenFinding]) -> bool {
    let mut any = false;
    for finding in findings.iter().filter(|one| one.requirement == id) {
        match finding.grade {
            Grade::Major => return false,
            Grade::Minor if !finding.plan_accepted => return false,
            Grade::Minor => any = true,
            Grade::Observation => {}
        }
    }
    any
}
