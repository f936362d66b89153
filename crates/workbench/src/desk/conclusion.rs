//! The conclusion as it would be drawn now, and what blocks each report.

use std::collections::BTreeMap;

use checklist::Checklist;
use evaluation::{
    blocks::{BlockingRow, NotReached, Raise},
    case::ReportKind,
    component::{ComponentConclusion, FrConclusion},
    conclude::Conclusion,
    counts::ComponentTuple,
    event::RowKey,
    maturity::Maturity,
    provider::{ProviderConclusion, RowPlace},
    provider_tuples::ProviderTuple,
    remark::{Reason, Remark},
};

use super::{
    Desk,
    open::{Open, args},
    types::*,
};
use crate::{Problem, reporting};

pub(super) fn conclusion(desk: &Desk, _: Nothing) -> Result<ConclusionView, Problem> {
    desk.looking(|open| {
        let drawn = open.conclusion().clone();
        Ok(view(open.session.checklist(), &drawn))
    })
}

pub(super) fn gates(desk: &Desk, _: Nothing) -> Result<Gates, Problem> {
    desk.looking(|open| Ok(Gates { kinds: kinds(open) }))
}

/// What blocks each kind, and who would sign it.
pub(super) fn kinds(open: &Open) -> Vec<KindGates> {
    let me = open.me();
    let signing = |kind| {
        reporting::signing_places(open.session.state(), kind)
            .into_iter()
            .map(|place| SigningView {
                place: place.place.to_owned(),
                me: Some(place.actor.chain) == me,
                name: place.actor.name,
            })
            .collect()
    };
    ReportKind::ALL
        .into_iter()
        .map(|kind| KindGates {
            kind: kind.code().to_owned(),
            problems: reporting::gates(&open.session, kind).into_iter().map(Trouble::from).collect(),
            signing: signing(kind),
        })
        .collect()
}

fn view(checklist: &Checklist, drawn: &Conclusion) -> ConclusionView {
    let (object, frs, tuples, by_role, maturity, remarks, outcome_args) = match drawn {
        Conclusion::Component(c) => (
            "component",
            c.frs.iter().map(|f| fr(checklist, f)).collect(),
            c.tuples.iter().map(|t| component_tuple(checklist, t)).collect(),
            Vec::new(),
            Vec::new(),
            &c.remarks,
            component_args(c),
        ),
        Conclusion::ServiceProvider(c) => (
            "service_provider",
            Vec::new(),
            c.tuples.iter().map(|t| provider_tuple(checklist, t)).collect(),
            c.by_role.iter().map(|r| role(checklist, &r.role, &r.tuples)).collect(),
            c.maturity.iter().map(|m| maturity_view(checklist, m)).collect(),
            &c.remarks,
            provider_args(c),
        ),
    };
    ConclusionView {
        object: object.to_owned(),
        outcome: Told { text: drawn.outcome_code().to_owned(), args: outcome_args, subject: String::new() },
        positive: drawn.is_positive(),
        negative: drawn.is_negative(),
        frs,
        tuples,
        by_role,
        maturity,
        against: drawn.against().iter().map(reason).collect(),
        missing: drawn.missing().iter().map(reason).collect(),
        remarks: remarks.iter().map(remark).collect(),
    }
}

fn component_args(c: &ComponentConclusion) -> BTreeMap<String, String> {
    use evaluation::component::ComponentOutcome;
    let list = |frs: &[u8]| frs.iter().map(|fr| format!("FR {fr}")).collect::<Vec<_>>().join(", ");
    match &c.outcome {
        ComponentOutcome::ConfirmedWithIntegration { frs } => args([("frs", list(frs))]),
        ComponentOutcome::BelowDeclared { frs, with_integration } => {
            args([("frs", list(frs)), ("with_integration", list(with_integration))])
        }
        _ => BTreeMap::new(),
    }
}

fn provider_args(c: &ProviderConclusion) -> BTreeMap<String, String> {
    args([
        ("not_evaluated", c.not_evaluated.len().to_string()),
        ("open_minors", c.open_minors.len().to_string()),
    ])
}

/// A reason with the row it is about, as the worklist names it.
fn reason(reason: &Reason) -> Told {
    Told {
        text: reason.code.text_id(),
        args: with_subject(&reason.args, &reason.subject),
        subject: row_of(&reason.subject, &reason.args),
    }
}

pub(super) fn remark(remark: &Remark) -> Told {
    Told {
        text: remark.code.text_id(),
        args: with_subject(&remark.args, &remark.requirement),
        subject: row_of(&remark.requirement, &remark.args),
    }
}

fn with_subject(args: &BTreeMap<String, String>, subject: &str) -> BTreeMap<String, String> {
    let mut args = args.clone();
    args.insert("subject".to_owned(), subject.to_owned());
    args
}

fn row_of(requirement: &str, args: &BTreeMap<String, String>) -> String {
    let part = |name: &str| args.get(name).filter(|v| !v.is_empty()).cloned();
    match part("role") {
        Some(role) => {
            RowKey { requirement: requirement.to_owned(), role: Some(role), component: part("component") }
                .to_string()
        }
        None => requirement.to_owned(),
    }
}

fn group_label(checklist: &Checklist, id: &str) -> String {
    checklist.group(id).map(|g| g.label.clone()).unwrap_or_default()
}

/// The whole has no group of its own.
fn group_id(checklist: &Checklist, id: &str) -> String {
    if checklist.group(id).is_some() { id.to_owned() } else { String::new() }
}

fn fr(checklist: &Checklist, fr: &FrConclusion) -> FrView {
    let group = checklist.groups.iter().find(|g| g.number == Some(fr.fr));
    let blocked = |levels: &[NotReached]| levels.iter().map(|l| level(checklist, l)).collect();
    FrView {
        fr: fr.fr,
        abbreviation: group.map(|g| g.abbreviation.clone()).unwrap_or_default(),
        label: group.map(|g| g.label.clone()).unwrap_or_default(),
        declared: fr.declared,
        covered: fr.covered,
        native: fr.native,
        with_integration: fr.with_integration,
        native_vacuous: fr.native_vacuous,
        vacuous: fr.vacuous,
        native_blocked: blocked(&fr.native_not_reached),
        blocked: blocked(&fr.with_integration_not_reached),
        raise_native: fr.raise_native.as_ref().map(raise),
        raise: fr.raise_with_integration.as_ref().map(raise),
    }
}

fn level(checklist: &Checklist, level: &NotReached) -> BlockedLevel {
    BlockedLevel {
        level: level.level,
        within_claim: level.within_claim,
        rows: level.rows.iter().map(|row| blocking(checklist, row)).collect(),
    }
}

fn blocking(checklist: &Checklist, row: &BlockingRow) -> BlockingRowView {
    let base = row.base.clone().unwrap_or_default();
    let why = args([
        ("base", base),
        ("subject", row.requirement.clone()),
        ("requirement", row.requirement.clone()),
    ]);
    BlockingRowView {
        row: row.requirement.clone(),
        label: checklist.requirement(&row.requirement).map(|r| r.label.clone()).unwrap_or_default(),
        why: Told { text: row.why.text_id(), args: why, subject: row.requirement.clone() },
        within_claim: row.within_claim,
    }
}

fn raise(raise: &Raise) -> RaiseView {
    RaiseView { from: raise.from, to: raise.to, rows: raise.requirements.clone() }
}

fn split<const N: usize>(parts: [(&str, u32); N]) -> Vec<Told> {
    let told = |(code, n): (&str, u32)| Told {
        text: format!("ui-not-evaluated-{code}"),
        args: args([("n", n.to_string())]),
        subject: String::new(),
    };
    parts.into_iter().filter(|(_, n)| *n > 0).map(told).collect()
}

fn component_tuple(checklist: &Checklist, t: &ComponentTuple) -> TupleView {
    let ne = &t.not_evaluated;
    TupleView {
        group: group_id(checklist, &t.group),
        label: group_label(checklist, &t.group),
        ra: t.ra,
        ra_by_integration: t.ra_by_integration,
        nar: t.nar,
        tr: t.tr,
        fail: t.fail,
        not_evaluated: ne.total(),
        why_not_evaluated: split([
            ("above-claim", ne.above_claim),
            ("not-listed", ne.not_listed),
            ("other-type", ne.other_type),
            ("open", ne.open),
        ]),
    }
}

fn provider_tuple(checklist: &Checklist, t: &ProviderTuple) -> TupleView {
    let ne = &t.not_evaluated;
    TupleView {
        group: group_id(checklist, &t.group),
        label: group_label(checklist, &t.group),
        ra: t.ra,
        ra_by_integration: 0,
        nar: t.nar,
        tr: t.tr,
        fail: t.fail,
        not_evaluated: ne.total(),
        why_not_evaluated: split([
            ("out-of-scope", ne.out_of_scope),
            ("partly", ne.partly),
            ("open", ne.open),
            ("no-row", ne.no_row),
        ]),
    }
}

fn role(checklist: &Checklist, role: &str, tuples: &[ProviderTuple]) -> RoleTuplesView {
    RoleTuplesView {
        role: role.to_owned(),
        tuples: tuples.iter().map(|t| provider_tuple(checklist, t)).collect(),
    }
}

fn maturity_view(checklist: &Checklist, m: &Maturity) -> MaturityView {
    // The next level alone, and of the whole: its rows are those of all summary levels, and thousands of them would cross
    // the bridge several times over.
    let is_whole = checklist.group(&m.group).is_none();
    let next = m.not_reached.iter().take(usize::from(is_whole));
    let blocked = next.map(|level| BlockedLevel {
        level: level.ml,
        within_claim: true,
        rows: level
            .rows
            .iter()
            .map(|row| {
                let name = place_name(&row.row);
                let evaluated = row.evaluated.map(|n| n.to_string()).unwrap_or_default();
                let why = args([("evaluated", evaluated), ("row", name.clone()), ("subject", name.clone())]);
                BlockingRowView {
                    label: checklist
                        .requirement(&row.row.requirement)
                        .map(|r| r.label.clone())
                        .unwrap_or_default(),
                    why: Told { text: row.why.text_id(), args: why, subject: name.clone() },
                    within_claim: true,
                    row: name,
                }
            })
            .collect(),
    });
    MaturityView {
        group: group_id(checklist, &m.group),
        label: group_label(checklist, &m.group),
        distribution: m.distribution.to_vec(),
        lowest: m.lowest,
        not_evaluated: m.not_evaluated.clone(),
        blocked: blocked.collect(),
        raise: m.raise.as_ref().map(|r| RaiseView {
            from: r.from,
            to: r.to,
            rows: r.rows.iter().map(place_name).collect(),
        }),
    }
}

fn place_name(place: &RowPlace) -> String {
    RowKey {
        requirement: place.requirement.clone(),
        role: place.role.clone(),
        component: place.component.clone(),
    }
    .to_string()
}
