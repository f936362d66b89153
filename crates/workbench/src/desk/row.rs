//! One row with everything about it, and the evaluation activities.

use checklist::{
    Object, Requirement,
    guidance::{Coupling, LevelGuidance, RowGuidance, TestCase, TypicalEvidence},
};
use evaluation::{
    conclude::Conclusion,
    event::{ApplicabilitySet, ClaimSet, DeclarationSet, FulfilmentSet, RowKey, SourceCell, VerdictSet},
    state::{RowState, Valued},
    verdict::ActivityVerdict,
};
use trail::EventId;

use super::{
    Desk, basis, conclusion, evidence, findings,
    lines::{confidence, is_newer, kind, verdicts},
    open::Open,
    trail as told,
    types::*,
};
use crate::{Problem, packs};

pub(super) fn row(desk: &Desk, which: RowName) -> Result<RowView, Problem> {
    desk.looking(|open| {
        let key = open.key(&which.row)?;
        let checklist = open.session.checklist();
        let requirement = checklist.requirement(&key.requirement).ok_or_else(|| {
            Problem::new("refusal-unknown-requirement").with("place", &key).with("checklist", &checklist.id)
        })?;
        let requirement = requirement_view(open, requirement);
        let line = open.refresh(&[which.row.clone()].into()).into_iter().next();
        let line = line.ok_or_else(|| Problem::new("desk-unknown-row").with("row", &which.row))?;
        let remarks = remarks(open, &key);
        let of_row = open.session.state().row(&key);
        Ok(RowView {
            requirement,
            claims: of_row.claims.iter().map(|c| claim(open, c, of_row.verdict.as_ref())).collect(),
            applicability: of_row.applicability.as_ref().map(|a| applicability(open, a)),
            fulfilment: of_row.fulfilment.as_ref().map(|f| fulfilment(open, f)),
            verdict: of_row.verdict.as_ref().map(|v| verdict(open, v, line.holds)),
            evidence: linked(open, &key, &of_row),
            findings: findings::of_row(open, &key),
            conflicts: of_row.conflicting.iter().map(|field| conflict(open, &key, field)).collect(),
            history: history(open, &key)?,
            remarks,
            profile: basis::of_row(open, &key.requirement),
            own_text: open.texts.as_ref().and_then(|t| t.text(&key.requirement)).map(str::to_owned),
            activities_open: activities_open(open),
            draft: open.drafts.texts(&which.row),
            verdicts: verdicts(checklist_object(open)).iter().map(|v| v.code().to_owned()).collect(),
            line,
        })
    })
}

fn checklist_object(open: &Open) -> Object {
    open.session.checklist().object
}

fn requirement_view(open: &Open, r: &Requirement) -> RequirementView {
    let checklist = open.session.checklist();
    let kind_of_evidence = r.evidence_kind.as_deref().unwrap_or_default();
    let patterns =
        (1..=4).filter_map(|ml| checklist.evidence_pattern(kind_of_evidence, ml)).map(|p| PatternView {
            ml: p.ml,
            to_show: p.statement_to_show.clone(),
            typical_evidence: p.typical_evidence.clone(),
            activities: p.evaluator_activities.clone(),
            not_enough: p.not_enough.clone(),
        });
    RequirementView {
        id: r.id.clone(),
        parent: r.parent.clone(),
        kind: kind(r.kind).to_owned(),
        label: r.label.clone(),
        group: r.group.clone(),
        group_label: checklist.group(&r.group).map(|g| g.label.clone()).unwrap_or_default(),
        applies_to: r.applies_to.iter().map(ToString::to_string).collect(),
        level: r.selected_from,
        clause: r.clause.clone(),
        condition: r.condition.clone(),
        needs: r.needs.clone(),
        brings: r.brings.clone(),
        owner_parameter: r.owner_parameter,
        documentation_delivered: r.documentation_delivered,
        sub_points: r.sub_points.clone(),
        notes: r.notes.clone(),
        confidence: confidence(r.confidence).to_owned(),
        patterns: patterns.collect(),
        guidance: packs::guidance(checklist, &r.id).map(|(said, sure)| guidance(said, sure)),
        enhancements: checklist.enhancements_of(&r.id).map(|e| e.id.clone()).collect(),
    }
}

fn guidance(of: &RowGuidance, sure: checklist::Confidence) -> GuidanceView {
    let evidence =
        |e: &TypicalEvidence| EvidenceHint { class: e.class.clone(), examples: e.examples.clone() };
    let level = |l: &LevelGuidance| LevelHint { level: l.level, expects: l.expects.clone() };
    let coupling = |c: &Coupling| CouplingHint { row: c.row.clone(), because: c.because.clone() };
    let test = |t: &TestCase| TestHint {
        expectation: t.expectation.clone(),
        preparation: t.preparation.clone(),
        steps: t.steps.clone(),
        result: t.result.clone(),
    };
    GuidanceView {
        objective: of.objective.clone(),
        checks: of.checks.clone(),
        evidence: of.evidence.iter().map(evidence).collect(),
        not_enough: of.not_enough.clone(),
        applies_if: of.applies_if.clone(),
        levels: of.levels.iter().map(level).collect(),
        couplings: of.couplings.iter().map(coupling).collect(),
        test_cases: of.test_cases.iter().map(test).collect(),
        untestable: of.untestable.clone(),
        confidence: confidence(sure).to_owned(),
    }
}

fn cell(cell: &SourceCell) -> CellText {
    CellText { cell: cell.cell.clone(), text: cell.text.clone(), whole: cell.whole.clone() }
}

fn claim(open: &Open, claim: &Valued<ClaimSet>, verdict: Option<&Valued<VerdictSet>>) -> ClaimView {
    let c = &claim.value;
    ClaimView {
        event: claim.id.to_string(),
        response: c.response.as_ref().map(cell),
        meaning: c.meaning.clone(),
        evidence: c.evidence.iter().map(cell).collect(),
        comment: c.comment.as_ref().map(cell),
        declared: c.declared.as_ref().map(cell),
        id: cell(&c.id),
        file_name: c.file_name.clone(),
        file: c.file.clone(),
        sheet: c.sheet.clone(),
        line: c.line,
        author: open.rows.name(&claim.chain),
        time: claim.time.clone(),
        changed: is_newer(claim, verdict)
            || verdict.is_some() && open.rows.removal(&c.row.to_string(), verdict).is_some(),
        notes: c
            .notes
            .iter()
            .map(|n| CommentView {
                cell: n.note.cell.clone(),
                author: n.author.clone(),
                text: n.note.text.clone(),
            })
            .collect(),
        removed_in: open.rows.removal(&c.row.to_string(), None).map(str::to_owned),
    }
}

fn applicability(open: &Open, a: &Valued<ApplicabilitySet>) -> ApplicabilityView {
    ApplicabilityView {
        applicable: a.value.applicable,
        justification: a.value.justification.clone(),
        confirmed: a.value.confirmed,
        author: open.rows.name(&a.chain),
        time: a.time.clone(),
    }
}

fn fulfilment(open: &Open, f: &Valued<FulfilmentSet>) -> FulfilmentView {
    FulfilmentView {
        mode: f.value.mode.to_string(),
        countermeasure: f.value.countermeasure.clone(),
        documented_in: f.value.documented_in.clone(),
        author: open.rows.name(&f.chain),
        time: f.time.clone(),
    }
}

fn verdict(open: &Open, v: &Valued<VerdictSet>, holds: bool) -> VerdictView {
    VerdictView {
        event: v.id.to_string(),
        verdict: v.value.verdict.code().to_owned(),
        rationale: v.value.rationale.clone(),
        evidence: v.value.evidence.clone(),
        no_evidence: v.value.no_evidence_reason.clone(),
        ml: v.value.ml,
        lowered_claim: v.value.lowered_claim.clone(),
        sub_points: v.value.sub_points_met.clone(),
        author: open.rows.name(&v.chain),
        time: v.time.clone(),
        holds,
    }
}

fn linked(open: &Open, key: &RowKey, row: &RowState) -> Vec<LinkedEvidence> {
    let links = open.session.state().links_of_row(key);
    let named: &[String] = row.verdict.as_ref().map(|v| v.value.evidence.as_slice()).unwrap_or_default();
    let mut all = links.clone();
    all.extend(named.iter().filter(|sha| !links.contains(sha)).cloned());
    let users = evidence::users(open);
    let items = all.iter().filter_map(|sha| open.session.state().evidence_item(sha));
    items
        .map(|item| LinkedEvidence {
            in_verdict: named.contains(&item.value.sha256),
            linked: links.contains(&item.value.sha256),
            item: evidence::view(open, &item, &users),
        })
        .collect()
}

fn conflict(open: &Open, key: &RowKey, field: &str) -> ConflictView {
    let subject = format!("row:{key}");
    let value = |id: EventId, evidence: Vec<String>| {
        let told = open.session.dossier().event(&id).ok().and_then(|e| crate::log::told_of(&e).ok());
        let author = state_author(open, &id);
        told.map(|t| ConflictValue { event: id.to_string(), author, time: t.time, args: t.args, evidence })
    };
    let values = match field {
        "verdict" => of::<VerdictSet>(open, &subject, field)
            .into_iter()
            .filter_map(|v| value(v.id, v.value.evidence))
            .collect(),
        "applicability" => ids::<ApplicabilitySet>(open, &subject, field, &value),
        "fulfilment" => ids::<FulfilmentSet>(open, &subject, field, &value),
        _ => ids::<DeclarationSet>(open, &subject, field, &value),
    };
    ConflictView { field: field.to_owned(), values }
}

fn of<T: serde::de::DeserializeOwned>(open: &Open, subject: &str, field: &str) -> Vec<Valued<T>> {
    open.session.state().values(subject, field)
}

fn ids<T: serde::de::DeserializeOwned>(
    open: &Open,
    subject: &str,
    field: &str,
    value: &dyn Fn(EventId, Vec<String>) -> Option<ConflictValue>,
) -> Vec<ConflictValue> {
    of::<T>(open, subject, field).into_iter().filter_map(|v| value(v.id, Vec::new())).collect()
}

fn state_author(open: &Open, id: &EventId) -> String {
    let stored = open.session.dossier().event(id).ok();
    let chain = stored.as_ref().and_then(|s| s.event().ok()).map(|e| e.chain);
    chain.map(|c| open.rows.name(&c)).unwrap_or_default()
}

fn history(open: &Open, key: &RowKey) -> Result<Vec<TrailEntry>, Problem> {
    let state = open.session.state();
    let row = format!("row:{key}");
    let mut ids: Vec<EventId> = ["claim", "applicability", "fulfilment", "declaration", "verdict"]
        .iter()
        .flat_map(|field| state.history(&row, field))
        .collect();
    for tag in ["interviewee", "place", "document", "assignee"] {
        ids.extend(state.history(&format!("tag:{key}"), tag));
    }
    let numbers = state.findings().into_iter().filter(|f| f.raised.value.row.as_ref() == Some(key));
    for finding in numbers {
        ids.push(finding.raised.id);
        ids.extend(state.history(&format!("finding:{}", finding.raised.value.finding), "state"));
    }
    for sha in state.links_ever(&format!("link:{key}")) {
        ids.extend(state.history(&format!("link:{key}"), &sha));
    }
    told::entries(open, &ids)
}

/// What the rules remark about the row. On a very large worklist the remarks wait for the conclusion to be drawn, where all
/// of them stand.
fn remarks(open: &mut Open, key: &RowKey) -> Vec<Told> {
    if !open.concludes_at_once() {
        return Vec::new();
    }
    let remarks = match open.conclusion() {
        Conclusion::Component(c) => &c.remarks,
        Conclusion::ServiceProvider(c) => &c.remarks,
    };
    let told = remarks.iter().filter(|r| r.requirement == key.requirement).map(conclusion::remark);
    let name = key.to_string();
    told.filter(|t| t.subject == key.requirement || t.subject == name).collect()
}

fn activities_open(open: &Open) -> Vec<String> {
    let state = open.session.state();
    let passed = |id: &str| state.activity(id).is_some_and(|a| a.value.verdict == ActivityVerdict::Pass);
    // Rows are judged in the verification step; what the method puts before it is open still.
    let before = open.session.checklist().activities.iter().take_while(|a| a.group != "verification");
    before.filter(|a| !passed(&a.id)).map(|a| a.id.clone()).collect()
}

pub(super) fn activities(desk: &Desk, _: Nothing) -> Result<Activities, Problem> {
    desk.looking(|open| {
        let state = open.session.state();
        let users = evidence::users(open);
        let mut first_open: Option<String> = None;
        let mut activities = Vec::new();
        for activity in &open.session.checklist().activities {
            let id = activity.id.as_str();
            let subject = format!("activity:{id}");
            let standing = state.activity(id);
            let links = state.links_of_activity(id);
            let mut ids = state.history(&subject, "verdict");
            for sha in state.links_ever(&format!("link:{subject}")) {
                ids.extend(state.history(&format!("link:{subject}"), &sha));
            }
            let named = standing.as_ref().map(|a| a.value.evidence.clone()).unwrap_or_default();
            let mut digests = links.clone();
            digests.extend(named.into_iter().filter(|sha| !links.contains(sha)));
            let items = digests.iter().filter_map(|sha| state.evidence_item(sha));
            activities.push(ActivityView {
                id: id.to_owned(),
                step: activity.step,
                group: activity.group.clone(),
                clause: activity.clause.clone(),
                verb: match activity.verb {
                    checklist::Verb::Check => "check",
                    checklist::Verb::Examine => "examine",
                }
                .to_owned(),
                label: activity.label.clone(),
                pass_needs: activity.pass_needs.clone(),
                typical_evidence: activity.typical_evidence.clone(),
                reference: activity.reference.clone(),
                confidence: confidence(activity.confidence).to_owned(),
                blocked_by: first_open.clone(),
                conflicting: state.superseded_by_next(&subject, "verdict").len() > 1,
                evidence: items.map(|item| evidence::view(open, &item, &users)).collect(),
                findings: findings::of_activity(open, id),
                history: told::entries(open, &ids)?,
                draft: open.drafts.texts(id),
                verdict: standing.as_ref().map(|a| ActivityVerdictView {
                    verdict: a.value.verdict.to_string(),
                    rationale: a.value.rationale.clone(),
                    evidence: a.value.evidence.clone(),
                    no_evidence: a.value.no_evidence_reason.clone(),
                    author: open.rows.name(&a.chain),
                    time: a.time.clone(),
                }),
            });
            let is_open = standing.is_none_or(|a| a.value.verdict == ActivityVerdict::Inconclusive);
            if is_open && first_open.is_none() {
                first_open = Some(id.to_owned());
            }
        }
        Ok(Activities { activities })
    })
}
