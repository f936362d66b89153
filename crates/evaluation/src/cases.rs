//! Level cases: a laboratory's own examples, run against our rules.
//!
//! The format is written down in `docs/formats/level-cases.md`.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use checklist::{Checklist, ComponentType};
use serde::de::{Deserializer, Error as _, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::code::{codes, text_id};
use crate::levels::{FRS, Levels, levels};
use crate::scope::{HIGHEST, Mark};

/// How one case came out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseResult {
    /// The case's name, as the file gives it.
    pub name: String,
    /// What differs from the expectation; empty when the case is ok.
    pub differences: Vec<Difference>,
}

/// One thing in which our rules and a case disagree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// What differs.
    pub facet: Facet,
    /// The functional requirement, 1 to 7; `None` for findings.
    pub fr: Option<u8>,
    /// The requirement id; `None` for vectors.
    pub requirement: Option<String>,
    /// What the case expects: a level, `true` or `false`, or the finding's text.
    pub expected: Option<String>,
    /// What our rules give: a level, `true` or `false`, or the code of the remark.
    pub found: Option<String>,
}

codes! {
    /// What a [`Difference`] is about.
    pub enum Facet {
        /// The native vector.
        Native = "native",
        /// The vector with integration.
        WithIntegration = "with_integration",
        /// The vector still reachable.
        Potential = "potential",
        /// The marks for levels without a fulfilled row.
        Vacuous = "vacuous",
        /// A finding is expected and does not come.
        FindingMissing = "finding_missing",
        /// A finding comes and is not expected.
        FindingUnexpected = "finding_unexpected",
    }
}

impl Facet {
    /// The id of the text, `case-differs-…`.
    #[must_use]
    pub fn text_id(self) -> String {
        text_id("case-differs", self.code())
    }
}

/// Why a case file cannot be used, and where.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CaseFileProblem {
    /// The line, counted from 1.
    pub line: usize,
    /// The column in bytes, counted from 1; 0 where only the line is known.
    pub column: usize,
    /// The last case that was read whole before the problem, if any.
    pub after_case: Option<String>,
    /// What is wrong.
    pub why: CaseFileWhy,
    /// What the reader saw, in its own words; technical.
    pub detail: String,
}

codes! {
    /// What is wrong with a case file.
    pub enum CaseFileWhy {
        /// The bytes are not JSON.
        NotJson = "not_json",
        /// The file ends in the middle.
        Ended = "ended",
        /// It is JSON, but a value is not what a level case holds at this place.
        NotACase = "not_a_case",
        /// The file holds no case, so nothing was checked.
        NoCases = "no_cases",
    }
}

impl CaseFileWhy {
    /// The id of the text, `case-file-…`.
    #[must_use]
    pub fn text_id(self) -> String {
        text_id("case-file", self.code())
    }
}

/// Runs the level cases of a file against our rules.
///
/// Findings are compared by the requirement id before the colon; texts after it are free.
///
/// # Errors
/// The first thing that keeps the file from being read as level cases, with its place. No case of
/// such a file is run: half a result could pass for a whole one.
pub fn check_cases(checklist: &Checklist, json: &[u8]) -> Result<Vec<CaseResult>, CaseFileProblem> {
    let mut seen = None;
    let cases = read(json, &mut seen).map_err(|error| problem(&error, seen))?;
    if cases.is_empty() {
        return Err(CaseFileProblem {
            line: 1,
            column: 0,
            after_case: None,
            why: CaseFileWhy::NoCases,
            detail: String::new(),
        });
    }
    Ok(cases.into_iter().map(|case| run(checklist, case)).collect())
}

fn run(checklist: &Checklist, case: Case) -> CaseResult {
    let found = levels(checklist, &case.types, &case.verdicts.0);
    let mut differences = Vec::new();
    let expect = &case.expect;
    for (facet, expected, found) in [
        (Facet::Native, &expect.native.0, &found.native),
        (Facet::WithIntegration, &expect.with_integration.0, &found.with_integration),
        (Facet::Potential, &expect.potential.0, &found.potential),
    ] {
        compare(facet, expected, found, &mut differences);
    }
    compare(Facet::Vacuous, &expect.vacuous, &found.vacuous, &mut differences);
    compare_findings(&case.expect_findings, &found, &mut differences);
    CaseResult { name: case.name, differences }
}

fn compare<T: PartialEq + ToString>(
    facet: Facet,
    expected: &[T; FRS],
    found: &[T; FRS],
    differences: &mut Vec<Difference>,
) {
    for ((expected, found), fr) in expected.iter().zip(found).zip(1u8..) {
        if expected != found {
            differences.push(Difference {
                facet,
                fr: Some(fr),
                requirement: None,
                expected: Some(expected.to_string()),
                found: Some(found.to_string()),
            });
        }
    }
}

fn compare_findings(expected: &[String], found: &Levels, differences: &mut Vec<Difference>) {
    let wanted: BTreeMap<&str, &str> =
        expected.iter().map(|text| (finding_id(text), text.as_str())).collect();
    let got: BTreeMap<&str, &str> =
        found.remarks.iter().map(|one| (one.requirement.as_str(), one.code.code())).collect();
    for (id, text) in wanted.iter().filter(|(id, _)| !got.contains_key(*id)) {
        differences.push(Difference {
            facet: Facet::FindingMissing,
            fr: None,
            requirement: Some((*id).to_string()),
            expected: Some((*text).to_string()),
            found: None,
        });
    }
    for (id, code) in got.iter().filter(|(id, _)| !wanted.contains_key(*id)) {
        differences.push(Difference {
            facet: Facet::FindingUnexpected,
            fr: None,
            requirement: Some((*id).to_string()),
            expected: None,
            found: Some((*code).to_string()),
        });
    }
}

/// The requirement id of a finding: what stands before the colon.
fn finding_id(text: &str) -> &str {
    text.split_once(':').map_or(text, |(id, _)| id).trim()
}

// Reading. Values that a case cannot hold are refused while reading, so that the place is known.

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    name: String,
    types: Vec<ComponentType>,
    #[serde(rename = "why", default)]
    _why: Option<String>,
    #[serde(rename = "declared", default)]
    _declared: Option<Level>,
    verdicts: Verdicts,
    expect: Expect,
    #[serde(default)]
    expect_findings: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    native: Vector,
    with_integration: Vector,
    potential: Vector,
    vacuous: [bool; FRS],
}

/// A level of a case: 0 to 4.
#[derive(Deserialize, Clone, Copy)]
#[serde(try_from = "u64")]
struct Level(u8);

impl TryFrom<u64> for Level {
    type Error = &'static str;

    fn try_from(level: u64) -> Result<Level, &'static str> {
        match u8::try_from(level) {
            Ok(level) if level <= HIGHEST => Ok(Level(level)),
            _ => Err("a level is 0 to 4"),
        }
    }
}

#[derive(Deserialize)]
#[serde(from = "[Level; FRS]")]
struct Vector([u8; FRS]);

impl From<[Level; FRS]> for Vector {
    fn from(levels: [Level; FRS]) -> Vector {
        Vector(levels.map(|level| level.0))
    }
}

/// Verdicts by requirement id; the same id twice is refused, since one of the two would be lost.
struct Verdicts(BTreeMap<String, Mark>);

impl<'de> Deserialize<'de> for Verdicts {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Verdicts, D::Error> {
        struct Rows;
        impl<'de> Visitor<'de> for Rows {
            type Value = Verdicts;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("verdicts by requirement id")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Verdicts, A::Error> {
                let mut verdicts = BTreeMap::new();
                while let Some((id, mark)) = map.next_entry::<String, Mark>()? {
                    if verdicts.contains_key(&id) {
                        return Err(A::Error::custom(format_args!("`{id}` stands here twice")));
                    }
                    verdicts.insert(id, mark);
                }
                Ok(Verdicts(verdicts))
            }
        }
        from.deserialize_map(Rows)
    }
}

/// Reads the list of cases and notes the last one that was complete.
fn read(json: &[u8], last: &mut Option<String>) -> Result<Vec<Case>, serde_json::Error> {
    struct List<'l>(&'l mut Option<String>);
    impl<'de> Visitor<'de> for List<'_> {
        type Value = Vec<Case>;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str("a list of level cases")
        }

        fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<Vec<Case>, A::Error> {
            let mut names = BTreeSet::new();
            let mut cases = Vec::new();
            while let Some(case) = list.next_element::<Case>()? {
                if !names.insert(case.name.clone()) {
                    let name = &case.name;
                    return Err(A::Error::custom(format_args!("two cases are named `{name}`")));
                }
                *self.0 = Some(case.name.clone());
                cases.push(case);
            }
            Ok(cases)
        }
    }
    let mut reader = serde_json::Deserializer::from_slice(json);
    let cases = reader.deserialize_seq(List(last))?;
    reader.end()?;
    Ok(cases)
}

fn problem(error: &serde_json::Error, after_case: Option<String>) -> CaseFileProblem {
    let why = match error.classify() {
        serde_json::error::Category::Data => CaseFileWhy::NotACase,
        serde_json::error::Category::Eof => CaseFileWhy::Ended,
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => CaseFileWhy::NotJson,
    };
    let text = error.to_string();
    // The reader repeats the place at the end of its text; the place has fields of its own here.
    let detail = text.rsplit_once(" at line ").map_or(text.as_str(), |(detail, _)| detail);
    CaseFileProblem {
        line: error.line().max(1),
        column: error.column(),
        after_case,
        why,
        detail: detail.to_string(),
    }
}
