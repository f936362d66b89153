//! From the state to the conclusion: gathers the inputs of the rules and asks them.

use alloc::{
    collections::BTreeMap,
    string::{String, ToString},
    vec::Vec,
};

use checklist::{Checklist, ComponentType, Object};
use serde::Serialize;

use crate::{
    case::PROVIDER_ROLES,
    component::{self, Claim, ComponentConclusion, ComponentInput, ComponentOutcome, ComponentRow},
    event::{AnyVerdict, RowKey},
    provider::{self, ProviderConclusion, ProviderInput, ProviderOutcome, ProviderRow},
    remark::Reason,
    state::State,
    verdict::{Grade, OpenFinding, ProviderVerdict, Verdict},
};

/// What follows from everything recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Conclusion {
    /// Security levels of a component (6-2).
    Component(ComponentConclusion),
    /// Tuples and maturity of a provider (6-1).
    ServiceProvider(ProviderConclusion),
}

impl Conclusion {
    /// Whether a positive statement may rest on it.
    #[must_use]
    pub const fn is_positive(&self) -> bool {
        match self {
            Self::Component(c) => c.outcome.is_positive(),
            Self::ServiceProvider(c) => c.outcome.is_positive(),
        }
    }

    /// Whether it speaks against the claim, as opposed to being unfinished.
    #[must_use]
    pub const fn is_negative(&self) -> bool {
        match self {
            Self::Component(c) => {
                matches!(
                    c.outcome,
                    ComponentOutcome::NotConfirmed { .. } | ComponentOutcome::BelowDeclared { .. }
                )
            }
            Self::ServiceProvider(c) => matches!(c.outcome, ProviderOutcome::NotPositive { .. }),
        }
    }

    /// Text id of the outcome.
    #[must_use]
    pub const fn outcome_code(&self) -> &'static str {
        match self {
            Self::Component(c) => c.outcome.text_id(),
            Self::ServiceProvider(c) => c.outcome.text_id(),
        }
    }

    /// What speaks against a positive statement.
    #[must_use]
    pub fn against(&self) -> &[Reason] {
        match self {
            Self::Component(c) => &c.against,
            Self::ServiceProvider(c) => &c.against,
        }
    }

    /// What is still missing for a conclusion.
    #[must_use]
    pub fn missing(&self) -> &[Reason] {
        match self {
            Self::Component(c) => &c.missing,
            Self::ServiceProvider(c) => &c.missing,
        }
    }
}

/// Draws the conclusion from what stands now.
#[must_use]
pub fn conclude(state: &State, checklist: &Checklist) -> Conclusion {
    let findings = open_findings(state);
    match checklist.object {
        Object::Component => Conclusion::Component(component::conclude(
            checklist,
            &component_input(state, checklist, &findings),
        )),
        Object::ServiceProvider | Object::Process => Conclusion::ServiceProvider(provider::conclude(
            checklist,
            &provider_input(state, checklist, &findings),
        )),
    }
}

/// The claimed component types.
#[must_use]
pub fn component_types(state: &State) -> Vec<ComponentType> {
    let names = state.case_texts("object.types");
    ComponentType::ALL.into_iter().filter(|t| names.iter().any(|n| n == t.as_str())).collect()
}

/// The claim: a list where one is recorded, else the declared vector, else nothing claimed.
#[must_use]
pub fn claim(state: &State) -> Claim {
    let list = state.case_texts("claim.requirements");
    if list.is_empty() {
        Claim::Levels(state.declared_levels().unwrap_or([0; 7]))
    } else {
        Claim::Requirements(list)
    }
}

fn component_input<'a>(
    state: &State,
    checklist: &Checklist,
    findings: &'a [OpenFinding],
) -> ComponentInput<'a> {
    let mut rows = BTreeMap::new();
    for requirement in &checklist.requirements {
        let row = state.row(&RowKey::of(&requirement.id));
        // A row whose records contradict each other is open until a person has settled it.
        let verdict =
            row.verdict_that_holds().and_then(|v| v.verdict.component()).unwrap_or(Verdict::NotEvaluated);
        if verdict != Verdict::NotEvaluated {
            let fulfilment = row.fulfilment.map(|f| f.value.mode);
            rows.insert(requirement.id.clone(), ComponentRow { verdict, fulfilment });
        }
    }
    let verdict = |id: &String| state.activity(id).map(|a| a.value.verdict);
    let activities =
        checklist.activities.iter().filter_map(|a| Some((a.id.clone(), verdict(&a.id)?))).collect();
    ComponentInput { types: component_types(state), claim: claim(state), rows, activities, findings }
}

fn provider_input<'a>(
    state: &State,
    checklist: &Checklist,
    findings: &'a [OpenFinding],
) -> ProviderInput<'a> {
    let rows = provider_rows(state, checklist).into_iter().map(|key| {
        let row = state.row(&key);
        let verdict = row.verdict_that_holds();
        // What the profile excludes is not evaluated (N/E), whether or not somebody wrote that down row by row.
        let excluded = state.excluded_by_profile(&key.requirement).is_some();
        let verdict_of = verdict.and_then(|v| v.verdict.provider());
        ProviderRow {
            declared_ml: declared_ml(state, &key),
            requirement: key.requirement,
            role: key.role,
            component: key.component,
            verdict: verdict_of.or(excluded.then_some(ProviderVerdict::NotEvaluated)),
            evaluated_ml: verdict.and_then(|v| v.ml),
        }
    });
    ProviderInput { roles: provider_roles(state), rows: rows.collect(), findings }
}

/// The declared roles, in the order of the standard.
#[must_use]
pub fn provider_roles(state: &State) -> Vec<String> {
    let declared = state.case_texts("object.roles");
    PROVIDER_ROLES.iter().filter(|r| declared.iter().any(|d| d == *r)).map(ToString::to_string).collect()
}

/// Every row of a provider's or process's evaluation. A process has no roles: one row for each requirement. For a
/// provider: requirement × declared role, split by component where anything was
/// recorded for one. A split row is a row for every declared component, so that none of them goes unevaluated; what
/// was judged before the split stays a row of its own until it is recorded as not evaluated.
#[must_use]
pub fn provider_rows(state: &State, checklist: &Checklist) -> Vec<RowKey> {
    let touched = state.touched_rows();
    let declared = state.case_texts("object.components");
    let roles = provider_roles(state);
    if !checklist.object.has_roles() {
        return checklist.requirements.iter().map(|r| RowKey::of(&r.id)).collect();
    }
    let mut rows = Vec::new();
    for requirement in &checklist.requirements {
        for role in &roles {
            let plain =
                RowKey { requirement: requirement.id.clone(), role: Some(role.clone()), component: None };
            let of_component =
                |component: &String| RowKey { component: Some(component.clone()), ..plain.clone() };
            let split: Vec<&RowKey> = touched
                .iter()
                .filter(|t| {
                    t.requirement == plain.requirement && t.role == plain.role && t.component.is_some()
                })
                .collect();
            if split.is_empty() {
                rows.push(plain);
                continue;
            }
            let components = declared.iter().map(of_component);
            let others = split.iter().filter(|t| t.component.as_ref().is_some_and(|c| !declared.contains(c)));
            let mut of_row: Vec<RowKey> = components.chain(others.map(|t| (*t).clone())).collect();
            if is_judged(state, &plain) {
                of_row.insert(0, plain);
            }
            rows.extend(of_row);
        }
    }
    rows
}

/// Whether a verdict stands on the row that says more than "not evaluated", or several compete.
fn is_judged(state: &State, row: &RowKey) -> bool {
    let row = state.row(row);
    let judged = row.verdict.is_some_and(|v| v.value.verdict != AnyVerdict::NotEvaluated);
    judged || row.conflicting.iter().any(|field| field == "verdict")
}

/// Rows of the worklist, in the order of the standard.
#[must_use]
pub fn rows(state: &State, checklist: &Checklist) -> Vec<RowKey> {
    match checklist.object {
        Object::ServiceProvider | Object::Process => provider_rows(state, checklist),
        Object::Component => {
            let types = component_types(state);
            let of_types =
                checklist.requirements.iter().filter(|r| r.applies_to.iter().any(|t| types.contains(t)));
            of_types.map(|r| RowKey::of(&r.id)).collect()
        }
    }
}

/// The maturity level declared for the row, else for the whole case.
#[must_use]
pub fn declared_ml(state: &State, row: &RowKey) -> Option<u8> {
    let of_case: Option<u8> = state.case("claim.ml").and_then(|v| v.as_u64()?.try_into().ok());
    // What a profile asks of the row is declared with the profile.
    state.row(row).declaration.map(|d| d.value.ml).or_else(|| of_case.max(state.profile_ml(&row.requirement)))
}

/// Findings that still stand, in the form the rules take.
fn open_findings(state: &State) -> Vec<OpenFinding> {
    let about = |row: Option<RowKey>, activity: Option<String>| {
        row.map(|r| r.requirement).or(activity).unwrap_or_default()
    };
    let open = state.findings().into_iter().filter(|f| f.state.is_open());
    open.map(|f| OpenFinding {
        plan_accepted: f.plan_accepted,
        id: f.raised.value.finding,
        requirement: about(f.raised.value.row, f.raised.value.activity),
        grade: f.grade,
    })
    .collect()
}

/// Open major nonconformities anywhere in the case, by finding number. No positive statement stands beside one,
/// also where its row lies above a claim that was reduced: such a finding is closed first, with evidence.
#[must_use]
pub fn open_majors(state: &State) -> Vec<String> {
    open_findings(state).into_iter().filter(|f| f.grade == Grade::Major).map(|f| f.id).collect()
}
