//! What an assessor needs beside a row: what it is after, what to look at, what does not suffice.
//!
//! Guidance is our own reading of a row and informative. It lies beside the pack and is no part of
//! it: better guidance changes no digest of a row. The format is written down in
//! `docs/formats/guidance.md`.

use crate::{
    Checklist, Confidence, Object, PackProblem, PackWhy, Requirement,
    fields::{Fields, Problems},
    json,
    read::{self, CONFIDENCES, Placed},
};
use alloc::{
    format,
    string::{String, ToString},
    vec,
    vec::Vec,
};
use serde::Serialize;

/// The word in the `schema` field that this crate reads.
pub const SCHEMA: &str = "assay-guidance/1";

/// What a person hands over as evidence, by class, as guidance may name it.
pub const CLASSES: &[&str] = &[
    "process_artefact",
    "design_doc",
    "user_guidance",
    "requirement_test",
    "security_test",
    "evaluator_test",
    "inspection",
    "interview",
    "declaration",
    "procedure",
    "competence",
    "deliverable",
    "execution_record",
    "metrics",
];

/// The guidance for every row of one checklist.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Guidance {
    /// The [`Checklist::id`] that it is for.
    pub checklist: String,
    /// The year and month, or the day, of the newest change.
    #[cfg_attr(feature = "schema", schemars(extend("pattern" = crate::schema::DATE)))]
    pub as_of: String,
    /// SHA-256 of the bytes.
    #[cfg_attr(feature = "schema", schemars(skip))]
    #[serde(serialize_with = "crate::requirement::as_text")]
    pub digest: trail::Digest,
    /// One entry for each row, in the order of the checklist.
    pub rows: Vec<RowGuidance>,
}

/// The guidance for one row, in our own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct RowGuidance {
    /// The [`Requirement::id`].
    pub id: String,
    /// What is achieved when the row is met: one sentence.
    pub objective: String,
    /// Two to six questions that can be answered from what is at hand.
    #[cfg_attr(feature = "schema", schemars(length(min = 2, max = 6)))]
    pub checks: Vec<String>,
    /// What to look at, each class once.
    pub evidence: Vec<TypicalEvidence>,
    /// What is often handed in and does not show it.
    pub not_enough: Vec<String>,
    /// When the row applies, as a question; where the answer is no, it is not applicable. `None`: it always applies.
    pub applies_if: Option<String>,
    /// What rises with the security level or the maturity level, from the lowest that selects the row to 4.
    pub levels: Vec<LevelGuidance>,
    /// Other rows that have to be looked at with this one.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub couplings: Vec<Coupling>,
    /// Suggested tests; none for a service provider.
    #[cfg_attr(feature = "schema", schemars(default))]
    pub test_cases: Vec<TestCase>,
    /// Why no test can show it, and what is examined in its place.
    pub untestable: Option<String>,
    /// How sure we are that this is what the row asks; never surer than the row itself.
    pub confidence: Confidence,
}

/// What to look at, of one class.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TypicalEvidence {
    /// One of [`CLASSES`].
    #[cfg_attr(feature = "schema", schemars(extend("enum" = CLASSES)))]
    pub class: String,
    /// What that is for this row.
    pub examples: Vec<String>,
}

/// What one level asks of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct LevelGuidance {
    /// The security level or the maturity level, 1 to 4.
    #[cfg_attr(feature = "schema", schemars(range(min = 1, max = 4)))]
    pub level: u8,
    /// What it adds to the level below.
    pub expects: String,
}

/// Another row that has to be looked at with this one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct Coupling {
    /// Its [`Requirement::id`].
    pub row: String,
    /// Why.
    pub because: String,
}

/// A suggested test.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(deny_unknown_fields))]
pub struct TestCase {
    /// What must hold.
    pub expectation: String,
    /// What has to be there before.
    pub preparation: Vec<String>,
    /// What is done, in order.
    pub steps: Vec<String>,
    /// What is seen when it passes.
    pub result: String,
}

impl Guidance {
    /// Reads the bytes of the guidance for `checklist`.
    ///
    /// # Errors
    /// Every problem at once, each with its place and reason. Guidance for half of the rows is refused whole.
    pub fn parse(bytes: &[u8], checklist: &Checklist) -> Result<Self, Vec<PackProblem>> {
        let value = json::read(bytes).map_err(|problem| vec![problem])?;
        let mut problems = Problems::default();
        let read = Fields::of(value, String::new(), &mut problems)
            .and_then(|fields| guidance(fields, checklist, trail::Digest::of(bytes)));
        match read {
            Some(guidance) if problems.0.is_empty() => Ok(guidance),
            _ => Err(problems.0),
        }
    }

    /// The guidance for the row with this id.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<&RowGuidance> {
        self.rows.iter().find(|row| row.id == id)
    }
}

fn guidance(mut fields: Fields<'_>, checklist: &Checklist, digest: trail::Digest) -> Option<Guidance> {
    if !read::schema(&mut fields, SCHEMA) {
        return None;
    }
    let of = fields.text("checklist");
    if of.as_ref().is_some_and(|of| *of != checklist.id) {
        let why = PackWhy::Disagrees { with: "id", expected: checklist.id.clone() };
        fields.problem("checklist", why);
    }
    let as_of = fields.date("as_of");
    let rows = read::items(&mut fields, "rows", row);
    hold(&rows.items, rows.whole, checklist, fields.problems());
    fields.finish();
    Some(Guidance {
        checklist: of?,
        as_of: as_of?,
        digest,
        rows: rows.items.into_iter().map(|placed| placed.item).collect(),
    })
}

fn row(fields: &mut Fields<'_>) -> Option<RowGuidance> {
    let id = fields.text("id");
    let objective = fields.text("objective");
    let checks = fields.some_texts("checks");
    let evidence = read::items(fields, "evidence", |f| {
        let class = f.word("class", CLASSES);
        let examples = f.some_texts("examples");
        Some(TypicalEvidence { class: class?, examples: examples? })
    });
    let not_enough = fields.some_texts("not_enough");
    let applies_if = fields.optional_text("applies_if");
    let levels = read::items(fields, "levels", |f| {
        let level = f.number("level", 1, 4);
        let expects = f.text("expects");
        Some(LevelGuidance { level: level?, expects: expects? })
    });
    let couplings = read::optional_items(fields, "couplings", |f| {
        let row = f.text("row");
        let because = f.text("because");
        Some(Coupling { row: row?, because: because? })
    });
    let test_cases = read::optional_items(fields, "test_cases", |f| {
        let expectation = f.text("expectation");
        let preparation = f.some_texts("preparation");
        let steps = f.some_texts("steps");
        let result = f.text("result");
        Some(TestCase {
            expectation: expectation?,
            preparation: preparation?,
            steps: steps?,
            result: result?,
        })
    });
    let untestable = fields.optional_text("untestable");
    let confidence = fields.word("confidence", CONFIDENCES);
    if !(evidence.whole && levels.whole && couplings.whole && test_cases.whole) {
        return None;
    }
    fn taken<T>(listed: read::Listed<T>) -> Vec<T> {
        listed.items.into_iter().map(|placed| placed.item).collect()
    }
    Some(RowGuidance {
        id: id?,
        objective: objective?,
        checks: checks?,
        evidence: taken(evidence),
        not_enough: not_enough?,
        applies_if,
        levels: taken(levels),
        couplings: taken(couplings),
        test_cases: taken(test_cases),
        untestable,
        confidence: confidence?,
    })
}

/// Holds the entries against the rows: one for each, in their order, and nothing said about a row that it can't have.
fn hold(entries: &[Placed<RowGuidance>], whole: bool, checklist: &Checklist, problems: &mut Problems) {
    let mut last: Option<(usize, &str)> = None;
    for (n, Placed { path, item }) in entries.iter().enumerate() {
        let id = Some(item.id.as_str());
        let Some(position) = checklist.position(&item.id) else {
            problems.add(format!("{path}.id"), id, PackWhy::UnknownRow { row: item.id.clone() });
            continue;
        };
        if let Some(first) = entries.iter().take(n).find(|earlier| earlier.item.id == item.id) {
            let first = format!("{}.id", first.path);
            problems.add(format!("{path}.id"), id, PackWhy::DuplicateId { first });
        } else if let Some((_, other)) = last.filter(|(before, _)| *before > position) {
            problems.add(format!("{path}.id"), id, PackWhy::OutOfOrder { other: other.to_string() });
        }
        last = Some((position, &item.id));
        if let Some(requirement) = checklist.requirements.get(position) {
            entry(path, item, requirement, checklist, problems);
        }
    }
    if whole {
        for row in &checklist.requirements {
            if !entries.iter().any(|entry| entry.item.id == row.id) {
                problems.add("rows", Some(&row.id), PackWhy::MissingRow { row: row.id.clone() });
            }
        }
    }
}

fn entry(path: &str, item: &RowGuidance, row: &Requirement, checklist: &Checklist, problems: &mut Problems) {
    let mut add = |place: String, why| problems.add(format!("{path}.{place}"), Some(&item.id), why);
    let questions = item
        .checks
        .iter()
        .enumerate()
        .map(|(n, text)| (format!("checks[{n}]"), text))
        .chain(item.applies_if.iter().map(|text| ("applies_if".to_string(), text)));
    for (place, text) in questions {
        if !text.ends_with('?') {
            add(place, PackWhy::WrongShape { expected: "question" });
        }
    }
    if !(2..=6).contains(&item.checks.len()) {
        let found = i64::try_from(item.checks.len()).unwrap_or(i64::MAX);
        add("checks".into(), PackWhy::OutOfRange { found, low: 2, high: 6 });
    }
    for (n, one) in item.evidence.iter().enumerate() {
        if let Some(first) = item.evidence.iter().take(n).position(|earlier| earlier.class == one.class) {
            let first = format!("{path}.evidence[{first}].class");
            add(format!("evidence[{n}].class"), PackWhy::DuplicateId { first });
        }
    }
    let lowest = row.selected_from.unwrap_or(1);
    if !item.levels.iter().map(|one| one.level).eq(lowest..=4) {
        let expected = (lowest..=4).map(|level| level.to_string()).collect::<Vec<_>>().join(", ");
        add("levels".into(), PackWhy::Disagrees { with: "selected_from", expected });
    }
    for (n, coupling) in item.couplings.iter().enumerate() {
        if coupling.row == row.id || checklist.requirement(&coupling.row).is_none() {
            add(format!("couplings[{n}].row"), PackWhy::UnknownRow { row: coupling.row.clone() });
        }
    }
    if item.confidence > row.confidence {
        let expected = match row.confidence {
            Confidence::Low => "low",
            Confidence::Medium | Confidence::High => "medium",
        };
        add("confidence".into(), PackWhy::Disagrees { with: "confidence", expected: expected.into() });
    }
    match (checklist.object, item.test_cases.is_empty(), item.untestable.is_some()) {
        (Object::ServiceProvider | Object::Process, tests, why) => {
            if !tests {
                add("test_cases".into(), PackWhy::NotForObject { field: "test_cases" });
            }
            if why {
                add("untestable".into(), PackWhy::NotForObject { field: "untestable" });
            }
        }
        (Object::Component, true, false) => {
            add("test_cases".into(), PackWhy::MissingField { field: "test_cases" })
        }
        (Object::Component, false, true) => {
            add("untestable".into(), PackWhy::Disagrees { with: "test_cases", expected: "-".into() });
        }
        (Object::Component, ..) => {}
    }
}
