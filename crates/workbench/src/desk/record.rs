//! Recording about rows: one request for each row, all of them in one transaction.

use std::collections::BTreeSet;

use evaluation::{
    decide::{NewEvent, Request},
    event::{AnyVerdict, RowKey},
};

use super::{Desk, open::Open, paste as pasted, types::*};
use crate::{
    Problem,
    worksheet::{self, Entry, FindingEntry},
};

pub(super) fn record(desk: &Desk, asked: RecordRows) -> Result<Recorded, Problem> {
    desk.recording(|open| {
        let (mut events, mut recorded, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        if asked.entry.finding.is_some() && asked.rows.len() > 1 {
            return Err(Problem::new("desk-finding-for-many"));
        }
        for row in &asked.rows {
            match decided(open, row, &asked.entry) {
                Ok(new) => {
                    events.extend(new);
                    recorded.push(row.clone());
                }
                // One row alone is refused as a whole, so that the page shows it where it was asked.
                Err(problem) if asked.rows.len() == 1 => return Err(problem),
                Err(problem) => refused.push(RefusedRow { row: row.clone(), problem: problem.into() }),
            }
        }
        let dry = asked.dry.unwrap_or(false);
        let changed = if dry || events.is_empty() { None } else { Some(append(open, events, &recorded)?) };
        Ok(Recorded { changed, recorded, refused })
    })
}

pub(super) fn append(open: &mut Open, events: Vec<NewEvent>, rows: &[String]) -> Result<Changed, Problem> {
    let recording = open.session.append(events)?;
    forget_drafts(open, rows);
    let mut rows: BTreeSet<String> = rows.iter().cloned().collect();
    rows.extend(open.enhancements(&rows));
    open.recorded(&recording, Some(rows))
}

fn forget_drafts(open: &mut Open, rows: &[String]) {
    for row in rows {
        // What was written is recorded; a draft that can't be forgotten does no harm.
        let _ = open.drafts.set(row, std::collections::BTreeMap::new());
    }
}

/// What recording this entry about the row would append.
///
/// # Errors
/// The refusal.
pub(super) fn decided(open: &Open, row: &str, input: &EntryInput) -> Result<Vec<NewEvent>, Problem> {
    let key = open.key(row)?;
    let mut entry = entry(row, input);
    // What is linked to the row is what its verdict rests on, unless something else is said.
    if entry.verdict.is_some() && input.evidence.is_none() {
        entry.evidence = open.session.state().links_of_row(&key);
        // A reason why there is none, given for many rows, speaks for those that have none.
        if !entry.evidence.is_empty() {
            entry.no_evidence = None;
        }
    }
    open.session.decide(worksheet::request(open.session.state(), &entry)?)
}

fn entry(row: &str, input: &EntryInput) -> Entry {
    let stated = |text: &Option<String>| text.clone().filter(|t| !t.trim().is_empty());
    Entry {
        row: Some(row.to_owned()),
        verdict: input.verdict.clone(),
        rationale: input.rationale.clone(),
        evidence: input.evidence.clone().unwrap_or_default(),
        no_evidence: stated(&input.no_evidence),
        by: input.mode.clone(),
        countermeasure: stated(&input.countermeasure),
        documented_in: stated(&input.documented_in),
        not_applicable: input.not_applicable.clone(),
        applicable: input.applicable.clone(),
        confirm: input.confirm.unwrap_or(false),
        declared_ml: input.declared_ml,
        ml: input.ml,
        lowered_claim: stated(&input.lowered_claim),
        sub_points: input.sub_points.clone().unwrap_or_default(),
        finding: input.finding.as_ref().map(finding),
        ..Entry::default()
    }
}

pub(super) fn finding(input: &FindingInput) -> FindingEntry {
    FindingEntry::New {
        grade: input.grade.clone(),
        reason: input.reason.clone(),
        statement: input.statement.clone(),
        evidence: input.evidence.clone().unwrap_or_default(),
        repeats: None,
    }
}

impl Open {
    /// Rows of enhancements that stand or fall with these rows.
    fn enhancements(&self, rows: &BTreeSet<String>) -> BTreeSet<String> {
        let keys: Vec<RowKey> = rows.iter().filter_map(|row| self.key(row).ok()).collect();
        let mut found = BTreeSet::new();
        for key in keys {
            for enhancement in self.session.checklist().enhancements_of(&key.requirement) {
                found.insert(RowKey { requirement: enhancement.id.clone(), ..key.clone() }.to_string());
            }
        }
        found
    }
}

pub(super) fn activity(desk: &Desk, asked: ActivityRecord) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let no_evidence = asked.no_evidence.filter(|t| !t.trim().is_empty());
        let linked = || match &no_evidence {
            Some(_) => Vec::new(),
            None => open.session.state().links_of_activity(&asked.activity),
        };
        let entry = Entry {
            activity: Some(asked.activity.clone()),
            verdict: Some(asked.verdict),
            rationale: Some(asked.rationale),
            evidence: asked.evidence.unwrap_or_else(linked),
            no_evidence,
            finding: asked.finding.as_ref().map(finding),
            ..Entry::default()
        };
        let request = worksheet::request(open.session.state(), &entry)?;
        let changed = open.perform(request, Some(&[]))?;
        let _ = open.drafts.set(&asked.activity, std::collections::BTreeMap::new());
        Ok(changed)
    })
}

pub(super) fn tag(desk: &Desk, asked: TagRows) -> Result<Changed, Problem> {
    desk.recording(|open| {
        let rows: Vec<RowKey> = asked.rows.iter().map(|row| open.key(row)).collect::<Result<_, _>>()?;
        let request = Request::SetTag { rows: rows.clone(), tag: asked.tag, value: asked.value };
        open.perform(request, Some(&rows))
    })
}

pub(super) fn draft_set(desk: &Desk, asked: DraftSet) -> Result<Nothing, Problem> {
    desk.recording(|open| {
        open.drafts.set(&asked.subject, asked.texts)?;
        open.refresh(&BTreeSet::from([asked.subject]));
        Ok(Nothing {})
    })
}

pub(super) fn copy(desk: &Desk, asked: RowList) -> Result<Copied, Problem> {
    desk.looking(|open| {
        let state = open.session.state();
        let mut text = "id\tlabel\tclaim\tverdict\tml\trationale\tevidence\n".to_owned();
        for row in &asked.rows {
            let (key, place) = (open.key(row)?, open.rows.place(row).unwrap_or_default());
            let of_row = state.row(&key);
            let answers: Vec<&str> =
                of_row.claims.iter().filter_map(|c| Some(c.value.response.as_ref()?.text.as_str())).collect();
            let verdict = of_row.verdict.as_ref().map(|v| &v.value);
            let names: Vec<String> = open
                .rows
                .evidence
                .get(place)
                .into_iter()
                .flatten()
                .filter_map(|sha| Some(state.evidence_item(sha)?.value.name))
                .collect();
            let label = open.rows.lines.get(place).map(|l| l.label.as_str()).unwrap_or_default();
            let cells: [&str; 7] = [
                row.as_str(),
                label,
                &answers.join(" / "),
                verdict.map_or("", |v| v.verdict.code()),
                &verdict.and_then(|v| v.ml).map(|n| n.to_string()).unwrap_or_default(),
                verdict.map_or("", |v| v.rationale.as_str()),
                &names.join(", "),
            ];
            text.push_str(&cells.map(cell).join("\t"));
            text.push('\n');
        }
        Ok(Copied { text })
    })
}

/// A cell as a spreadsheet reads it from the clipboard: quoted where it holds a tab, a line end or a quotation mark. A text
/// that a spreadsheet would run as a formula gets an apostrophe before it: it may be the vendor's.
fn cell(text: &str) -> String {
    let guarded = if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text.to_owned() };
    if guarded.contains(['\t', '\n', '\r', '"']) {
        format!("\"{}\"", guarded.replace('"', "\"\""))
    } else {
        guarded
    }
}

pub(super) fn paste(desk: &Desk, asked: Paste) -> Result<Pasted, Problem> {
    desk.recording(|open| {
        let read = pasted::read(&asked.text, &asked.column);
        let (mut lines, mut events, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        let mut unnamed = asked.rows.iter();
        for line in read {
            let row = match &line.id {
                Some(id) => open.row_of_id(id),
                None => unnamed.next().cloned().ok_or_else(|| Problem::new("desk-paste-too-long")),
            };
            let done = row.and_then(|row| {
                let new = pasted_events(open, &row, &line)?;
                if rows.contains(&row) {
                    return Err(Problem::new("desk-paste-twice").with("row", row));
                }
                events.extend(new);
                rows.push(row.clone());
                Ok(row)
            });
            let (row, problem) = match done {
                Ok(row) => (Some(row), None),
                Err(problem) => (line.id.clone(), Some(problem.into())),
            };
            let verdict = line.verdict.map(|v| v.code().to_owned());
            lines.push(PastedLine { line: line.number, row, verdict, rationale: line.rationale, problem });
        }
        let changed =
            if asked.commit && !events.is_empty() { Some(append(open, events, &rows)?) } else { None };
        Ok(Pasted { lines, changed })
    })
}

/// What a pasted line records: a verdict, or a new rationale for the verdict that stands.
fn pasted_events(open: &Open, row: &str, line: &pasted::Line) -> Result<Vec<NewEvent>, Problem> {
    if let Some(word) = &line.unknown {
        return Err(Problem::new("worksheet-unknown-verdict").with("place", row).with("word", word));
    }
    let state = open.session.state().row(&open.key(row)?);
    let earlier = state.verdict.map(|v| v.value);
    let verdict = line.verdict.or_else(|| earlier.as_ref().map(|v| v.verdict));
    let verdict = verdict.ok_or_else(|| Problem::new("desk-paste-no-verdict").with("row", row))?;
    let rationale = line.rationale.clone().or_else(|| earlier.as_ref().map(|v| v.rationale.clone()));
    let same = earlier.as_ref().filter(|v| v.verdict == verdict);
    if same.is_some_and(|v| Some(&v.rationale) == rationale.as_ref()) {
        return Err(Problem::new("desk-paste-unchanged").with("row", row));
    }
    let positive = matches!(verdict, AnyVerdict::Fulfilled);
    let input = EntryInput {
        verdict: Some(verdict.code().to_owned()),
        rationale,
        evidence: same.map(|v| v.evidence.clone()).filter(|e| !e.is_empty()),
        no_evidence: same.and_then(|v| v.no_evidence_reason.clone()),
        mode: (positive && state.fulfilment.is_none()).then(|| "by_component".to_owned()),
        ml: same.and_then(|v| v.ml),
        lowered_claim: same.and_then(|v| v.lowered_claim.clone()),
        sub_points: same.map(|v| v.sub_points_met.clone()),
        ..EntryInput::default()
    };
    decided(open, row, &input)
}

impl Open {
    /// The one row that a pasted id means.
    fn row_of_id(&self, id: &str) -> Result<String, Problem> {
        if self.rows.place(id).is_some() {
            return Ok(id.to_owned());
        }
        let known = evidence::ids::KnownIds::of(self.session.checklist());
        let read = evidence::ids::read(id, &known);
        let taken: Vec<&str> =
            read.iter().filter(|m| m.counts()).filter_map(|m| m.canonical.as_deref()).collect();
        let [requirement] = taken.as_slice() else {
            return Err(Problem::new("desk-unknown-row").with("row", id));
        };
        let rows: Vec<&Line> = self.rows.lines.iter().filter(|l| l.requirement == *requirement).collect();
        match rows.as_slice() {
            [row] => Ok(row.row.clone()),
            [] => Err(Problem::new("desk-unknown-row").with("row", id)),
            _ => Err(Problem::new("desk-row-has-roles").with("row", id)),
        }
    }
}
