//! The conclusion of the rules, in the form reports tell it.

use std::collections::BTreeMap;

use checklist::{Checklist, RequirementKind};
use evaluation::{
    State,
    component::{ComponentConclusion, ComponentOutcome, FrConclusion},
    conclude::{self, Conclusion},
    counts::{ComponentTuple, Counts},
    event::RowKey,
    provider::{ProviderConclusion, ProviderOutcome},
    provider_tuples::ProviderTuple,
    remark::Reason,
    verdict::{ActivityVerdict, ProviderVerdict, Verdict},
};
use report::{self as out, Coded};

/// The conclusion as the report's data set holds it.
#[must_use]
pub fn told(state: &State, checklist: &Checklist, drawn: &Conclusion) -> out::Conclusion {
    match drawn {
        Conclusion::Component(c) => out::Conclusion::Component(component(state, checklist, c)),
        Conclusion::ServiceProvider(c) => out::Conclusion::ServiceProvider(provider(state, checklist, c)),
    }
}

/// What limits a statement, or why none is given; never empty where none is given.
#[must_use]
pub fn limits(drawn: &Conclusion, state: &State) -> Vec<Coded> {
    if !drawn.is_positive() {
        let mut reasons = reasons(drawn);
        if reasons.is_empty() {
            reasons.push(coded("below-declared", [("frs", below(drawn))]));
        }
        return reasons;
    }
    let mut limits = Vec::new();
    match drawn {
        Conclusion::Component(c) => {
            if let ComponentOutcome::ConfirmedWithIntegration { frs } = &c.outcome {
                limits.push(coded("integration", [("frs", fr_list(frs))]));
            }
            if !c.open_minors.is_empty() {
                limits.push(coded("open-minors", [("findings", c.open_minors.join(", "))]));
            }
            if !c.recorded_outside_claim.is_empty() {
                limits.push(coded("outside-claim", [("rows", c.recorded_outside_claim.join(", "))]));
            }
        }
        Conclusion::ServiceProvider(c) => {
            if !c.not_evaluated.is_empty() {
                limits.push(coded("not-evaluated", [("count", c.not_evaluated.len().to_string())]));
            }
            if !c.open_minors.is_empty() {
                limits.push(coded("open-minors", [("findings", c.open_minors.join(", "))]));
            }
        }
    }
    let known: Vec<String> = state
        .findings()
        .into_iter()
        .filter(|f| f.state.is_open())
        .map(|f| f.raised.value.finding)
        .collect();
    if !known.is_empty() {
        limits.push(coded("open-findings", [("findings", known.join(", "))]));
    }
    limits
}

fn below(drawn: &Conclusion) -> String {
    match drawn {
        Conclusion::Component(ComponentConclusion { outcome: ComponentOutcome::BelowDeclared { frs, .. }, .. }) => {
            fr_list(frs)
        }
        _ => String::new(),
    }
}

fn fr_list(frs: &[u8]) -> String {
    frs.iter().map(|fr| format!("FR {fr}")).collect::<Vec<_>>().join(", ")
}

fn coded<const N: usize>(code: &str, args: [(&str, String); N]) -> Coded {
    Coded { code: code.to_owned(), args: args.into_iter().map(|(k, v)| (k.to_owned(), v)).collect() }
}

fn reasons(drawn: &Conclusion) -> Vec<Coded> {
    drawn.against().iter().chain(drawn.missing()).map(reason).collect()
}

/// Its text is `report-reason-<code>`, made from the rule's own `outcome-why-<code>`.
fn reason(reason: &Reason) -> Coded {
    let mut args = reason.args.clone();
    args.insert("subject".to_owned(), reason.subject.clone());
    Coded { code: reason.code.text_id().trim_start_matches("outcome-why-").to_owned(), args }
}

fn component(state: &State, checklist: &Checklist, c: &ComponentConclusion) -> out::ComponentConclusion {
    let outcome = match &c.outcome {
        ComponentOutcome::Confirmed | ComponentOutcome::ConfirmedWithIntegration { .. } => "confirmed",
        ComponentOutcome::BelowDeclared { .. } => "confirmed_below_claim",
        ComponentOutcome::NotConfirmed { .. } => "not_confirmed",
        ComponentOutcome::Unfinished { .. } => "not_concluded",
    };
    let vector = state.declared_levels().is_some();
    out::ComponentConclusion {
        outcome: outcome.to_owned(),
        reasons: c.against.iter().chain(&c.missing).map(reason).collect(),
        levels: if vector { c.frs.iter().map(|fr| level(fr, c.confirmed.is_some())).collect() } else { Vec::new() },
        counts: c
            .counts
            .by_group
            .iter()
            .chain(c.counts.by_family.iter().filter(|f| f.name != "CCSC"))
            .map(|n| counts(&n.name, &n.counts))
            .chain([counts("total", &c.counts.total)])
            .collect(),
        tuples: c.tuples.iter().map(|t| tuple(checklist, t)).collect(),
        ccsc: ccsc(state, checklist),
        activities: activities(state, checklist),
    }
}

fn level(fr: &FrConclusion, concluded: bool) -> out::FrLevel {
    let rows = |list: &[evaluation::blocks::NotReached], level: u8| {
        let at = list.iter().find(|n| n.level == level);
        at.map(|n| n.rows.iter().map(|r| r.requirement.clone()).collect()).unwrap_or_default()
    };
    let declared = fr.declared.unwrap_or(fr.covered);
    out::FrLevel {
        fr: fr.fr,
        declared,
        native: concluded.then_some(fr.native),
        with_integration: concluded.then_some(fr.with_integration),
        vacuous: fr.vacuous,
        blockers: (fr.native.saturating_add(1)..=declared)
            .map(|level| out::Blocker {
                level,
                native: rows(&fr.native_not_reached, level),
                with_integration: rows(&fr.with_integration_not_reached, level),
            })
            .collect(),
        raise_by: fr.raise_native.as_ref().filter(|_| fr.native < declared).map(|r| r.requirements.clone()).unwrap_or_default(),
    }
}

fn counts(group: &str, c: &Counts) -> out::Counts {
    out::Counts {
        group: group.to_owned(),
        specified: c.specified,
        fulfilled_by_component: c.fulfilled.saturating_sub(c.fulfilled_by_integration),
        fulfilled_by_integration: c.fulfilled_by_integration,
        not_fulfilled: c.not_fulfilled,
        not_applicable: c.not_applicable,
        inconclusive: c.inconclusive,
        not_evaluated: c.not_evaluated,
    }
}

fn tuple(checklist: &Checklist, t: &ComponentTuple) -> out::Tuple {
    let n = &t.not_evaluated;
    let parts = [
        ("above_claim", n.above_claim),
        ("not_in_claim_list", n.not_listed),
        ("type_not_claimed", n.other_type),
        ("open", n.open),
        ("heading", t.headings),
    ];
    out::Tuple {
        group: t.group.clone(),
        label: label(checklist, &t.group),
        role: None,
        ra: t.ra,
        nar: t.nar,
        tr: t.tr,
        fail: t.fail,
        not_evaluated: nonzero(parts),
    }
}

fn nonzero<const N: usize>(parts: [(&str, u32); N]) -> BTreeMap<String, u32> {
    parts.into_iter().filter(|(_, n)| *n > 0).map(|(k, n)| (k.to_owned(), n)).collect()
}

fn label(checklist: &Checklist, group: &str) -> String {
    checklist.groups.iter().find(|g| g.id == group).map(|g| g.label.clone()).unwrap_or_default()
}

fn ccsc(state: &State, checklist: &Checklist) -> BTreeMap<String, String> {
    let constraints = checklist.requirements.iter().filter(|r| r.kind == RequirementKind::Ccsc);
    let verdict = |id: &str| {
        let set = state.row(&RowKey::of(id)).verdict.and_then(|v| v.value.verdict.component());
        set.unwrap_or(Verdict::NotEvaluated).code().to_owned()
    };
    constraints.map(|r| (r.id.clone(), verdict(&r.id))).collect()
}

fn activities(state: &State, checklist: &Checklist) -> out::ActivityCounts {
    let mut counts = out::ActivityCounts::default();
    for activity in &checklist.activities {
        let slot = match state.activity(&activity.id).map(|a| a.value.verdict) {
            Some(ActivityVerdict::Pass) => &mut counts.pass,
            Some(ActivityVerdict::Fail) => &mut counts.fail,
            Some(ActivityVerdict::Inconclusive) => &mut counts.inconclusive,
            None => &mut counts.open,
        };
        *slot = slot.saturating_add(1);
    }
    counts
}

fn provider(state: &State, checklist: &Checklist, c: &ProviderConclusion) -> out::ProviderConclusion {
    let outcome = match &c.outcome {
        ProviderOutcome::Positive => "all_passed",
        ProviderOutcome::PositiveLimited { .. } => "passed_with_open_points",
        ProviderOutcome::NotPositive { .. } => "failed_rows",
        ProviderOutcome::Unfinished { .. } => "not_concluded",
    };
    let total = c.maturity.iter().find(|m| m.group == "total");
    let mut row_counts = BTreeMap::new();
    for row in conclude::provider_rows(state, checklist) {
        let verdict = state.row(&row).verdict.and_then(|v| v.value.verdict.provider());
        let code = verdict.map_or("open", ProviderVerdict::code);
        *row_counts.entry(code.to_owned()).or_insert(0u32) += 1;
    }
    out::ProviderConclusion {
        outcome: outcome.to_owned(),
        reasons: c.against.iter().chain(&c.missing).map(reason).collect(),
        tuples: c.tuples.iter().map(|t| provider_tuple(checklist, t, None)).collect(),
        role_tuples: c
            .by_role
            .iter()
            .filter_map(|r| {
                let total = r.tuples.iter().find(|t| t.group == "total")?;
                Some(provider_tuple(checklist, total, Some(r.role.clone())))
            })
            .collect(),
        ml_distribution: total.map(|m| m.distribution).unwrap_or_default(),
        lowest_ml: total.and_then(|m| m.lowest),
        row_counts,
    }
}

fn provider_tuple(checklist: &Checklist, t: &ProviderTuple, role: Option<String>) -> out::Tuple {
    let n = &t.not_evaluated;
    let out_of_scope = n.out_of_scope.saturating_add(n.partly).saturating_add(n.no_row);
    out::Tuple {
        group: t.group.clone(),
        label: label(checklist, &t.group),
        role,
        ra: t.ra,
        nar: t.nar,
        tr: t.tr,
        fail: t.fail,
        not_evaluated: nonzero([("not_in_scope", out_of_scope), ("open", n.open)]),
    }
}
