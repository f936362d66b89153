//! The conclusion of the rules, in the form reports tell it.

use std::collections::BTreeMap;

use checklist::{Checklist, RequirementKind};
use evaluation::{
    State,
    component::{ComponentConclusion, ComponentOutcome, FrConclusion},
    conclude::{self, Conclusion},
    counts::{ComponentTuple, Counts},
    event::RowKey,
    provider::ProviderConclusion,
    provider_tuples::ProviderTuple,
    remark::{Reason, ReasonCode, Remark},
    verdict::{ActivityVerdict, ProviderVerdict, Verdict},
};
use report::contents::{self as out, Coded};

/// The conclusion as the report's data set holds it.
#[must_use]
pub(crate) fn told(state: &State, checklist: &Checklist, drawn: &Conclusion) -> out::Conclusion {
    match drawn {
        Conclusion::Component(c) => out::Conclusion::Component(component(state, checklist, c)),
        Conclusion::ServiceProvider(c) => out::Conclusion::ServiceProvider(provider(state, checklist, c)),
    }
}

/// What limits a statement, or why none is given; never empty where none is given. Their texts are
/// `report-limit-<code>`.
#[must_use]
pub(crate) fn limits(drawn: &Conclusion, rows: &[out::RowEntry], findings: &[out::Finding]) -> Vec<Coded> {
    let mut limits = Vec::new();
    if !drawn.is_positive() {
        limits.extend(gates(drawn));
        if let Conclusion::Component(c) = drawn
            && let ComponentOutcome::BelowDeclared { frs, .. } = &c.outcome
        {
            limits.push(coded("below_claim", [("frs", fr_list(frs))]));
        }
    }
    let selected = |verdicts: &[out::RowVerdict]| {
        rows.iter().filter(|r| r.scope == "selected" && verdicts.contains(&r.verdict)).count()
    };
    let integration = rows.iter().filter(|r| {
        let by_integration = r.fulfilment.as_deref() == Some("by_system_integration");
        r.scope == "selected" && r.verdict == out::RowVerdict::Fulfilled && by_integration
    });
    let open = |grade: &str| {
        findings
            .iter()
            .filter(|f| f.grade == grade && !matches!(f.state.as_str(), "closed" | "withdrawn"))
            .count()
    };
    let not_evaluated = rows.iter().filter(|r| r.scope == "out_of_scope").count();
    let above = rows.iter().filter(|r| r.scope == "above_claim").count();
    for (code, n) in [
        ("not_fulfilled", selected(&[out::RowVerdict::NotFulfilled])),
        ("failed", selected(&[out::RowVerdict::Fail])),
        ("inconclusive", selected(&[out::RowVerdict::Inconclusive])),
        ("open_rows", selected(&[out::RowVerdict::Open, out::RowVerdict::NotEvaluated])),
        ("open_majors", open("major")),
        ("open_minors", open("minor")),
        ("integration", integration.count()),
        ("not_evaluated", not_evaluated),
        ("not_selected", above),
        ("not_applicable", selected(&[out::RowVerdict::NotApplicable])),
    ] {
        if n > 0 {
            limits.push(coded(code, [("n", n.to_string())]));
        }
    }
    limits
}

/// The gates that stand before any level: constraints and activities.
fn gates(drawn: &Conclusion) -> Vec<Coded> {
    let mut gates = Vec::new();
    let mut open = 0u32;
    for reason in drawn.against().iter().chain(drawn.missing()) {
        match reason.code {
            ReasonCode::ConstraintFailed => gates.push(coded("ccsc", [("id", reason.subject.clone())])),
            ReasonCode::ActivityFailed | ReasonCode::ActivityInconclusive => {
                gates.push(coded("activity", [("id", reason.subject.clone())]));
            }
            ReasonCode::ActivityOpen => open = open.saturating_add(1),
            _ => {}
        }
    }
    if open > 0 {
        gates.push(coded("activities_open", [("n", open.to_string())]));
    }
    gates
}

fn fr_list(frs: &[u8]) -> String {
    frs.iter().map(|fr| format!("FR {fr}")).collect::<Vec<_>>().join(", ")
}

fn coded<const N: usize>(code: &str, args: [(&str, String); N]) -> Coded {
    Coded { code: code.to_owned(), args: args.into_iter().map(|(k, v)| (k.to_owned(), v)).collect() }
}

/// Its text is `report-reason-<code>`.
fn reason(reason: &Reason) -> Coded {
    with_subject(reason.code.code(), &reason.subject, &reason.args)
}

/// Its text is `report-remark-<code>`.
fn remark(remark: &Remark) -> Coded {
    with_subject(remark.code.code(), &remark.requirement, &remark.args)
}

fn with_subject(code: &str, subject: &str, args: &BTreeMap<String, String>) -> Coded {
    let mut args = args.clone();
    args.insert("subject".to_owned(), subject.to_owned());
    Coded { code: code.to_owned(), args }
}

fn component(state: &State, checklist: &Checklist, c: &ComponentConclusion) -> out::ComponentConclusion {
    let vector = state.declared_levels().is_some();
    out::ComponentConclusion {
        outcome: outcome_code(&c.outcome),
        reasons: c.against.iter().chain(&c.missing).map(reason).collect(),
        remarks: c.remarks.iter().map(remark).collect(),
        levels: if vector {
            c.frs.iter().map(|fr| level(fr, c.confirmed.is_some())).collect()
        } else {
            Vec::new()
        },
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
        let row = |r: &evaluation::blocks::BlockingRow| out::BlockingRow {
            id: r.requirement.clone(),
            why: r.why.code().to_owned(),
        };
        at.map(|n| n.rows.iter().map(row).collect()).unwrap_or_default()
    };
    let declared = fr.declared.unwrap_or(fr.covered);
    out::FrLevel {
        fr: fr.fr,
        declared,
        native: concluded.then_some(fr.native),
        with_integration: concluded.then_some(fr.with_integration),
        native_vacuous: fr.native_vacuous,
        vacuous: fr.vacuous,
        blockers: (fr.native.saturating_add(1)..=declared)
            .map(|level| out::Blocker {
                level,
                native: rows(&fr.native_not_reached, level),
                with_integration: rows(&fr.with_integration_not_reached, level),
            })
            .collect(),
        raise: fr
            .raise_native
            .as_ref()
            .filter(|r| r.to <= declared)
            .map(|r| out::Raise { to: r.to, rows: r.requirements.clone() }),
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
        ("not_listed", n.not_listed),
        ("other_type", n.other_type),
        ("open", n.open),
        ("headings", t.headings),
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

/// The outcome's `code` as the rules write it in JSON.
fn outcome_code<T: serde::Serialize>(outcome: &T) -> String {
    let value = serde_json::to_value(outcome).unwrap_or_default();
    value.get("code").and_then(|c| c.as_str()).unwrap_or_default().to_owned()
}

fn label(checklist: &Checklist, group: &str) -> String {
    checklist.groups.iter().find(|g| g.id == group).map(|g| g.label.clone()).unwrap_or_default()
}

fn ccsc(state: &State, checklist: &Checklist) -> BTreeMap<String, String> {
    let constraints = checklist.requirements.iter().filter(|r| r.kind == RequirementKind::Ccsc);
    let verdict = |id: &str| {
        let set = state.row(&RowKey::of(id)).verdict_that_holds().and_then(|v| v.verdict.component());
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
    let total = c.maturity.iter().find(|m| m.group == "total");
    let mut row_counts = BTreeMap::new();
    for row in conclude::provider_rows(state, checklist) {
        let verdict = state.row(&row).verdict_that_holds().and_then(|v| v.verdict.provider());
        let excluded = state.excluded_by_profile(&row.requirement).map(|_| ProviderVerdict::NotEvaluated);
        let code = verdict.or(excluded).map_or("open", ProviderVerdict::code);
        *row_counts.entry(code.to_owned()).or_insert(0u32) += 1;
    }
    out::ProviderConclusion {
        outcome: outcome_code(&c.outcome),
        reasons: c.against.iter().chain(&c.missing).map(reason).collect(),
        remarks: c.remarks.iter().map(remark).collect(),
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
    out::Tuple {
        group: t.group.clone(),
        label: label(checklist, &t.group),
        role,
        ra: t.ra,
        nar: t.nar,
        tr: t.tr,
        fail: t.fail,
        not_evaluated: nonzero([
            ("out_of_scope", n.out_of_scope),
            ("partly", n.partly),
            ("no_row", n.no_row),
            ("open", n.open),
        ]),
    }
}
