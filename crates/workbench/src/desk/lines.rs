//! The rows as lines, kept ready: a recorded change makes its own row's line anew and no other.

use std::collections::{BTreeMap, BTreeSet};

use checklist::{Checklist, Object, Requirement, RequirementKind};
use evaluation::{
    State, component, conclude,
    event::{AnyVerdict, ClaimSet, RowKey, VerdictSet},
    state::{RowState, Valued},
};
use trail::ChainId;

use super::types::{Line, Progress};

/// All rows of the worklist, in the order of the standard.
pub(super) struct Rows {
    pub(super) keys: Vec<RowKey>,
    pub(super) lines: Vec<Line>,
    /// Lower-case text of each row that a search looks through.
    pub(super) text: Vec<String>,
    /// SHA-256 of the evidence at each row: linked, or named by the verdict that stands.
    pub(super) evidence: Vec<Vec<String>>,
    at: BTreeMap<String, usize>,
    context: Context,
}

/// What every line needs and only a change of the case or of the people changes.
struct Context {
    selected: BTreeSet<String>,
    everything_selected: bool,
    names: BTreeMap<ChainId, String>,
    me: Option<(ChainId, String)>,
    evidence_names: BTreeMap<String, String>,
    /// Maturity level declared for the whole case (6-1).
    ml: Option<u8>,
    /// Rows that a newer file does not answer any more.
    removed: BTreeMap<String, Removal>,
}

/// An import in which the answer of a row is gone.
struct Removal {
    file: String,
    chain: ChainId,
    seq: u64,
    time: String,
}

impl Removal {
    /// The newest removal of each row whose claims are older than it.
    fn of(state: &State) -> BTreeMap<String, Removal> {
        let mut imports = state.imports();
        imports.sort_by(|a, b| (&a.time, a.seq).cmp(&(&b.time, b.seq)));
        let mut removed = BTreeMap::new();
        for import in imports {
            for row in &import.value.removed {
                let claims = state.row(row).claims;
                if claims.iter().all(|claim| !is_after(claim, import.chain, import.seq, &import.time)) {
                    let removal = Removal {
                        file: import.value.file_name.clone(),
                        chain: import.chain,
                        seq: import.seq,
                        time: import.time.clone(),
                    };
                    removed.insert(row.to_string(), removal);
                }
            }
            // Said again is not gone any more.
            for row in &import.value.repeated {
                removed.remove(&row.to_string());
            }
        }
        removed
    }

    fn is_newer_than(&self, verdict: &Valued<VerdictSet>) -> bool {
        !is_after(verdict, self.chain, self.seq, &self.time)
    }
}

/// Whether a value was recorded after an event: in one chain by place, across chains by the times the devices claim.
fn is_after<T>(value: &Valued<T>, chain: ChainId, seq: u64, time: &str) -> bool {
    if value.chain == chain { value.seq > seq } else { value.time.as_str() > time }
}

impl Context {
    fn of(state: &State, checklist: &Checklist, me: Option<ChainId>) -> Self {
        let types = conclude::component_types(state);
        let selected = component::selected(checklist, &types, &conclude::claim(state));
        let names: BTreeMap<ChainId, String> =
            state.actors().into_iter().map(|a| (a.chain, a.name)).collect();
        let me = me.map(|chain| (chain, names.get(&chain).cloned().unwrap_or_default()));
        let evidence_names = state
            .evidence()
            .into_iter()
            .map(|e| (e.value.sha256, format!("{} {}", e.value.name, e.value.title).to_lowercase()))
            .collect();
        Self {
            selected: selected.iter().map(|r| r.id.clone()).collect(),
            everything_selected: !checklist.object.has_security_levels(),
            names,
            me,
            evidence_names,
            ml: state.case("claim.ml").and_then(|v| v.as_u64()?.try_into().ok()),
            removed: Removal::of(state),
        }
    }
}

/// Characters of an answer or a rationale that a line carries.
const SHORT: usize = 160;

impl Rows {
    pub(super) fn of(
        state: &State,
        checklist: &Checklist,
        me: Option<ChainId>,
        has_draft: &dyn Fn(&str) -> bool,
    ) -> Self {
        let keys = conclude::rows(state, checklist);
        let at = keys.iter().enumerate().map(|(n, key)| (key.to_string(), n)).collect();
        let mut rows = Self {
            lines: Vec::with_capacity(keys.len()),
            text: Vec::with_capacity(keys.len()),
            evidence: Vec::with_capacity(keys.len()),
            keys,
            at,
            context: Context::of(state, checklist, me),
        };
        let findings = open_findings(state);
        let by_id: BTreeMap<&str, &Requirement> =
            checklist.requirements.iter().map(|r| (r.id.as_str(), r)).collect();
        for key in rows.keys.clone() {
            let Some(requirement) = by_id.get(key.requirement.as_str()) else { continue };
            let open = findings.get(&key.to_string()).copied().unwrap_or(0);
            let (line, text, evidence) = rows.context.line(state, requirement, &key, open, has_draft);
            rows.lines.push(line);
            rows.text.push(text);
            rows.evidence.push(evidence);
        }
        rows
    }

    /// Place of a row, from 0.
    pub(super) fn place(&self, row: &str) -> Option<usize> {
        self.at.get(row).copied()
    }

    /// Makes the lines of these rows anew and gives them.
    pub(super) fn refresh(
        &mut self,
        state: &State,
        checklist: &Checklist,
        rows: &BTreeSet<String>,
        has_draft: &dyn Fn(&str) -> bool,
    ) -> Vec<Line> {
        let findings = open_findings(state);
        let mut refreshed = Vec::new();
        for row in rows {
            let Some(n) = self.place(row) else { continue };
            let Some(key) = self.keys.get(n) else { continue };
            let Some(requirement) = checklist.requirement(&key.requirement) else { continue };
            let open = findings.get(row).copied().unwrap_or(0);
            let (line, text, evidence) = self.context.line(state, requirement, key, open, has_draft);
            refreshed.push(line.clone());
            if let (Some(l), Some(t), Some(e)) =
                (self.lines.get_mut(n), self.text.get_mut(n), self.evidence.get_mut(n))
            {
                (*l, *t, *e) = (line, text, evidence);
            }
        }
        refreshed
    }

    /// A newly registered or newly described piece of evidence is found by its name.
    pub(super) fn name_evidence(&mut self, sha256: &str, name: &str, title: &str) {
        let text = format!("{name} {title}").to_lowercase();
        self.context.evidence_names.insert(sha256.to_owned(), text);
    }

    /// The newer file in which the row is not answered any more; with a verdict, only where the file came after it.
    pub(super) fn removal(&self, row: &str, verdict: Option<&Valued<VerdictSet>>) -> Option<&str> {
        let removal = self.context.removed.get(row)?;
        verdict.is_none_or(|verdict| removal.is_newer_than(verdict)).then_some(removal.file.as_str())
    }

    /// Who stands behind a chain.
    pub(super) fn name(&self, chain: &ChainId) -> String {
        self.context.names.get(chain).cloned().unwrap_or_default()
    }

    /// How far the rows that the claim selects are.
    pub(super) fn progress(&self, findings: u32) -> Progress {
        let mut progress = Progress { findings, ..Progress::default() };
        for line in self.lines.iter().filter(|l| l.scope == "selected") {
            progress.rows += 1;
            if !line.conflicts.is_empty() {
                progress.conflicting += 1;
            } else if line.verdict.as_deref() == Some("inconclusive") {
                progress.inconclusive += 1;
            } else if is_judged(line) {
                progress.judged += 1;
            } else {
                progress.open += 1;
            }
        }
        progress
    }
}

/// Whether a verdict holds that says something final about the row.
pub(super) fn is_judged(line: &Line) -> bool {
    let open = |v: &str| v == "inconclusive" || (v == "not_evaluated" && line.role.is_none());
    line.holds && line.verdict.as_deref().is_some_and(|v| !open(v))
}

fn open_findings(state: &State) -> BTreeMap<String, u32> {
    let mut open = BTreeMap::new();
    for finding in state.findings().into_iter().filter(|f| f.state.is_open()) {
        if let Some(row) = finding.raised.value.row {
            *open.entry(row.to_string()).or_insert(0) += 1;
        }
    }
    open
}

/// Whether the claim was recorded after the verdict: in one chain by place, across chains by the times the devices
/// claim. Only a mark for another look; nothing is decided by it.
pub(super) fn is_newer(claim: &Valued<ClaimSet>, verdict: Option<&Valued<VerdictSet>>) -> bool {
    verdict.is_some_and(|verdict| is_after(claim, verdict.chain, verdict.seq, &verdict.time))
}

impl Context {
    fn line(
        &self,
        state: &State,
        requirement: &Requirement,
        key: &RowKey,
        findings: u32,
        has_draft: &dyn Fn(&str) -> bool,
    ) -> (Line, String, Vec<String>) {
        let row = state.row(key);
        let name = key.to_string();
        let verdict = row.verdict.as_ref();
        let claim = row.claims.first().map(|c| &c.value);
        let tags = state.tags(key);
        let evidence = evidence_of(state, key, &row);
        let author = verdict.map(|v| self.names.get(&v.chain).cloned().unwrap_or_default());
        let mine = self.me.as_ref().is_some_and(|(chain, own)| {
            verdict.is_some_and(|v| v.chain == *chain)
                || tags.get("assignee").is_some_and(|names| names.contains(own))
        });
        let selected = if self.everything_selected {
            state.excluded_by_profile(&requirement.id).is_none()
        } else {
            self.selected.contains(&requirement.id)
        };
        let text = self.search_text(&name, requirement, &row, &tags, &evidence);
        let line = Line {
            requirement: key.requirement.clone(),
            role: key.role.clone(),
            component: key.component.clone(),
            label: requirement.label.clone(),
            kind: kind(requirement.kind).to_owned(),
            group: requirement.group.clone(),
            level: requirement.selected_from,
            scope: match (selected, state.excluded_by_profile(&requirement.id).is_some()) {
                (true, _) => "selected",
                (false, true) => "excluded",
                (false, false) => "above_claim",
            }
            .to_owned(),
            verdict: verdict.map(|v| v.value.verdict.code().to_owned()),
            holds: row.verdict_that_holds().is_some(),
            ml: verdict.and_then(|v| v.value.ml),
            declared_ml: row
                .declaration
                .as_ref()
                .map(|d| d.value.ml)
                .or_else(|| self.ml.max(state.profile_ml(&requirement.id))),
            mode: row.fulfilment.as_ref().map(|f| f.value.mode.to_string()),
            applicable: row.applicability.as_ref().map(|a| a.value.applicable),
            confirmed: row.applicability.as_ref().is_some_and(|a| a.value.confirmed),
            claim: claim.and_then(|c| c.response.as_ref()).map(|r| short(&r.text)),
            meaning: claim.and_then(|c| c.meaning.clone()),
            claim_changed: row.claims.iter().any(|c| is_newer(c, verdict))
                || verdict.is_some_and(|v| self.removed.get(&name).is_some_and(|r| r.is_newer_than(v))),
            evidence: u32::try_from(evidence.len()).unwrap_or(u32::MAX),
            findings,
            conflicts: row.conflicting.clone(),
            tags,
            author,
            mine,
            rationale: verdict.map(|v| short(&v.value.rationale)).unwrap_or_default(),
            draft: has_draft(&name),
            confidence: confidence(requirement.confidence).to_owned(),
            row: name,
        };
        (line, text, evidence)
    }

    fn search_text(
        &self,
        name: &str,
        requirement: &Requirement,
        row: &RowState,
        tags: &BTreeMap<String, Vec<String>>,
        evidence: &[String],
    ) -> String {
        let mut text = format!("{name}\n{}\n", requirement.label);
        for claim in &row.claims {
            let c = &claim.value;
            let cells = c.response.iter().chain(&c.comment).chain(&c.evidence).chain(&c.declared);
            let cells = cells.chain(c.notes.iter().map(|n| &n.note));
            for cell in cells {
                text.push_str(&cell.text);
                text.push('\n');
            }
        }
        if let Some(verdict) = &row.verdict {
            text.push_str(&verdict.value.rationale);
            text.push('\n');
        }
        if let Some(applicability) = &row.applicability {
            text.push_str(&applicability.value.justification);
            text.push('\n');
        }
        for value in tags.values().flatten() {
            text.push_str(value);
            text.push('\n');
        }
        let mut text = text.to_lowercase();
        for name in evidence.iter().filter_map(|sha| self.evidence_names.get(sha)) {
            text.push_str(name);
            text.push('\n');
        }
        text
    }
}

fn evidence_of(state: &State, key: &RowKey, row: &RowState) -> Vec<String> {
    let mut evidence = state.links_of_row(key);
    for sha in row.verdict.iter().flat_map(|v| &v.value.evidence) {
        if !evidence.contains(sha) {
            evidence.push(sha.clone());
        }
    }
    evidence
}

fn short(text: &str) -> String {
    let mut chars = text.chars();
    let mut short: String = chars.by_ref().take(SHORT).map(|c| if c == '\n' { ' ' } else { c }).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

pub(super) const fn kind(kind: RequirementKind) -> &'static str {
    match kind {
        RequirementKind::Ccsc => "ccsc",
        RequirementKind::Base => "base",
        RequirementKind::Enhancement => "enhancement",
    }
}

pub(super) const fn confidence(confidence: checklist::Confidence) -> &'static str {
    match confidence {
        checklist::Confidence::Low => "low",
        checklist::Confidence::Medium => "medium",
        checklist::Confidence::High => "high",
    }
}

/// The verdicts of a method in the order of their keys.
pub(super) const fn verdicts(object: Object) -> &'static [AnyVerdict] {
    match object {
        Object::Component => &[
            AnyVerdict::Fulfilled,
            AnyVerdict::NotFulfilled,
            AnyVerdict::NotApplicable,
            AnyVerdict::Inconclusive,
            AnyVerdict::NotEvaluated,
        ],
        Object::ServiceProvider | Object::Process => {
            &[AnyVerdict::Pass, AnyVerdict::Fail, AnyVerdict::NotApplicable, AnyVerdict::NotEvaluated]
        }
    }
}
