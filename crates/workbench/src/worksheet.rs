//! What an evaluator records, as a shell or a worksheet file states it, and its way to a request.
//!
//! A worksheet file is a JSON list of entries, applied in order (`docs/formats/worksheet.md`). Evidence is named
//! by file name or by the first digits of its SHA-256, as a person would.

use evaluation::{
    State,
    case::verdict_of,
    decide::{NewFinding, NewVerdict, RecordRow, Refusal, Request},
    event::{Answer, FindingState, RowKey, VerificationMethod},
    verdict::{ActivityVerdict, Fulfilment, Grade},
};
use serde::{Deserialize, Serialize};

use crate::{Problem, Recording, Session};

/// One entry of a worksheet. What it is about is named by exactly one of `row`, `activity`, `finding_id`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Entry {
    /// A row, `CR 1.1` or `SP.01.01 BR @integration`.
    pub row: Option<String>,
    /// An evaluation activity, `CTX-1`.
    pub activity: Option<String>,
    /// A finding to be moved, `F-1`.
    #[serde(alias = "finding_id")]
    pub moves: Option<String>,
    /// Verdict code.
    pub verdict: Option<String>,
    /// Why.
    pub rationale: Option<String>,
    /// Evidence by name or digest.
    pub evidence: Vec<String>,
    /// Why no evidence is named.
    pub no_evidence: Option<String>,
    /// `component` or `system_integration`.
    pub by: Option<String>,
    /// What the system must provide.
    pub countermeasure: Option<String>,
    /// Where the user documentation says so.
    pub documented_in: Option<String>,
    /// Justification of "not applicable".
    pub not_applicable: Option<String>,
    /// Recorded as applicable after all, with the reason.
    pub applicable: Option<String>,
    /// The evaluator confirms the justification.
    pub confirm: bool,
    /// Declared maturity level.
    pub declared_ml: Option<u8>,
    /// Evaluated maturity level.
    pub ml: Option<u8>,
    /// Why a Pass below the declared level stands.
    pub lowered_claim: Option<String>,
    /// Sub-points met, from 1.
    pub sub_points: Vec<u32>,
    /// A finding raised with it, or, as a text, the finding that `move` moves.
    pub finding: Option<FindingEntry>,
    /// New state of a finding.
    #[serde(rename = "move")]
    pub state: Option<String>,
    /// What was said or seen about the finding.
    pub note: Option<String>,
    /// Due date of a plan.
    pub due: Option<String>,
    /// The client's answer to the finding, part by part.
    pub answer: Option<Answer>,
    /// How it was verified: `documents` or `on_site`.
    pub method: Option<String>,
}

/// A finding in an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FindingEntry {
    /// The number of a finding that is moved.
    Number(String),
    /// A finding to be raised.
    New {
        /// `major`, `minor` or `observation`.
        grade: String,
        /// Why this grade.
        reason: String,
        /// What is missing.
        statement: String,
        /// Objective evidence; that of the verdict where empty.
        #[serde(default)]
        evidence: Vec<String>,
        /// The nonconformity that is seen again.
        #[serde(default)]
        repeats: Option<String>,
    },
}

/// What became of a worksheet.
#[derive(Debug, Default, Serialize)]
pub struct Applied {
    /// Entries recorded.
    pub recorded: Vec<Recording>,
    /// Entries refused: number in the file from 1, what it was about, and why.
    pub refused: Vec<(usize, String, Problem)>,
}

/// Applies every entry in order. A refused entry records nothing and does not keep the others back.
///
/// # Errors
/// The file is not a list of entries; the place is named. Nothing was recorded then.
pub fn apply(
    session: &mut Session,
    bytes: &[u8],
    going: &mut dyn FnMut(u64, u64) -> bool,
) -> Result<Applied, Problem> {
    let entries: Vec<Entry> = serde_json::from_slice(bytes).map_err(|e| {
        Problem::new("worksheet-unreadable").with("line", e.line()).with("column", e.column()).with("why", e)
    })?;
    let total = entries.len() as u64;
    let mut applied = Applied::default();
    for (n, entry) in entries.iter().enumerate() {
        if !going(n as u64, total) {
            return Err(Problem::new("worksheet-stopped").with("done", applied.recorded.len()));
        }
        match record(session, entry) {
            Ok(recording) => applied.recorded.push(recording),
            Err(problem) => applied.refused.push((n + 1, entry.subject(), problem)),
        }
    }
    Ok(applied)
}

/// Records one entry.
///
/// # Errors
/// The refusal, or the dossier can't be written.
pub fn record(session: &mut Session, entry: &Entry) -> Result<Recording, Problem> {
    let request = request(session.state(), entry)?;
    session.perform(request)
}

impl Entry {
    fn subject(&self) -> String {
        let finding = match &self.finding {
            Some(FindingEntry::Number(n)) => Some(n),
            _ => None,
        };
        self.row
            .as_ref()
            .or(self.activity.as_ref())
            .or(self.moves.as_ref())
            .or(finding)
            .cloned()
            .unwrap_or_default()
    }
}

/// The request an entry asks for.
///
/// # Errors
/// A code that does not exist, evidence that is not registered, or an entry about nothing.
pub fn request(state: &State, entry: &Entry) -> Result<Request, Problem> {
    let place = entry.subject();
    let evidence = evidence_of(state, &entry.evidence, &place)?;
    let moved = match &entry.finding {
        Some(FindingEntry::Number(number)) => Some(number.clone()),
        _ => entry.moves.clone(),
    };
    if let Some(finding) = moved {
        let state = entry.state.as_deref().and_then(finding_state);
        let state =
            state.ok_or_else(|| unknown("worksheet-unknown-state", &place, entry.state.as_deref()))?;
        let note = entry.note.clone().unwrap_or_default();
        let method = match &entry.method {
            Some(code) => Some(
                VerificationMethod::from_code(code)
                    .ok_or_else(|| unknown("worksheet-unknown-method", &place, Some(code)))?,
            ),
            None => None,
        };
        let (due, answer) = (entry.due.clone(), entry.answer.clone());
        return Ok(Request::MoveFinding { finding, state, note, due, evidence, answer, method });
    }
    if let Some(activity) = &entry.activity {
        let verdict = entry.verdict.as_deref().and_then(activity_verdict);
        return Ok(Request::RecordActivity {
            activity: activity.clone(),
            verdict: verdict
                .ok_or_else(|| unknown("worksheet-unknown-verdict", &place, entry.verdict.as_deref()))?,
            rationale: entry.rationale.clone().unwrap_or_default(),
            evidence,
            no_evidence_reason: entry.no_evidence.clone(),
            finding: finding(state, entry, &place)?,
        });
    }
    let Some(row) = &entry.row else { return Err(Refusal::new("row-missing", "").into()) };
    let verdict = match &entry.verdict {
        None => None,
        Some(code) => Some(NewVerdict {
            verdict: verdict_of(code)
                .ok_or_else(|| unknown("worksheet-unknown-verdict", &place, Some(code)))?,
            rationale: entry.rationale.clone().unwrap_or_default(),
            evidence,
            no_evidence_reason: entry.no_evidence.clone(),
            ml: entry.ml,
            lowered_claim: entry.lowered_claim.clone(),
            sub_points_met: entry.sub_points.clone(),
        }),
    };
    Ok(Request::Record(RecordRow {
        row: Some(RowKey::read(row)),
        applicability: match (&entry.not_applicable, &entry.applicable) {
            (Some(reason), _) => Some((false, reason.clone(), entry.confirm)),
            (None, Some(reason)) => Some((true, reason.clone(), true)),
            (None, None) => None,
        },
        fulfilment: fulfilment(entry, &place)?,
        declared_ml: entry.declared_ml,
        verdict,
        finding: finding(state, entry, &place)?,
    }))
}

/// Mode, countermeasure, where it is documented.
type Mode = (Fulfilment, Option<String>, Option<String>);

fn fulfilment(entry: &Entry, place: &str) -> Result<Option<Mode>, Problem> {
    let mode = match entry.by.as_deref() {
        None => return Ok(None),
        Some("component" | "by_component") => Fulfilment::ByComponent,
        Some("integration" | "system_integration" | "by_system_integration") => {
            Fulfilment::BySystemIntegration
        }
        other => return Err(unknown("worksheet-unknown-mode", place, other)),
    };
    Ok(Some((mode, entry.countermeasure.clone(), entry.documented_in.clone())))
}

fn finding(state: &State, entry: &Entry, place: &str) -> Result<Option<NewFinding>, Problem> {
    let Some(FindingEntry::New { grade, reason, statement, evidence, repeats }) = &entry.finding else {
        return Ok(None);
    };
    Ok(Some(NewFinding {
        row: None,
        activity: None,
        grade: self::grade(grade).ok_or_else(|| unknown("worksheet-unknown-grade", place, Some(grade)))?,
        grade_reason: reason.clone(),
        statement: statement.clone(),
        evidence: evidence_of(state, evidence, place)?,
        repeats: repeats.clone(),
    }))
}

/// The registered evidence a person means by each name.
///
/// # Errors
/// No registered file is called that, or several are.
pub fn evidence_of(state: &State, names: &[String], place: &str) -> Result<Vec<String>, Problem> {
    let register = state.evidence();
    let one = |name: &String| {
        let is_digest = name.len() >= 6 && name.bytes().all(|b| b.is_ascii_hexdigit());
        let meant: Vec<&String> = register
            .iter()
            .filter(|e| e.value.name == *name || (is_digest && e.value.sha256.starts_with(name.as_str())))
            .map(|e| &e.value.sha256)
            .collect();
        match meant.as_slice() {
            [sha256] => Ok((*sha256).clone()),
            [] => Err(Refusal::new("unknown-evidence", place).with("evidence", name).into()),
            _ => Err(Refusal::new("evidence-ambiguous", place).with("evidence", name).into()),
        }
    };
    names.iter().map(one).collect()
}

fn unknown(code: &str, place: &str, word: Option<&str>) -> Problem {
    Problem::new(code).with("place", place).with("word", word.unwrap_or_default())
}

fn of_code<T: serde::de::DeserializeOwned>(code: &str) -> Option<T> {
    serde_json::from_value(serde_json::Value::String(code.to_owned())).ok()
}

/// The finding state of that code.
#[must_use]
pub fn finding_state(code: &str) -> Option<FindingState> {
    of_code(code)
}

/// The grade of that code.
#[must_use]
pub fn grade(code: &str) -> Option<Grade> {
    of_code(code)
}

fn activity_verdict(code: &str) -> Option<ActivityVerdict> {
    of_code(code)
}
