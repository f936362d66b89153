//! From a list of projects to a draw: the population comes from a file that is registered as evidence, so that anyone
//! can compare it, and the choice from the rule of `evaluation`.

use std::path::Path;

use evaluation::event::{Cycle, Judged, PopulationItem, SamplingDraw, SamplingPlan};
use evidence::Sheet;
use serde::Serialize;

use crate::{Problem, Recording, Session, clock, import};
use evaluation::decide::Request;

/// Which part of a list is the population.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// The sheet; the first one where none is named.
    pub sheet: Option<String>,
    /// The column with the names of the items; the first one where none is named.
    pub names: Option<String>,
    /// Only rows that have this value in this column.
    pub only: Option<(String, String)>,
    /// The list has no headings.
    pub no_headings: bool,
}

/// What a person asks of a draw beside the list.
#[derive(Clone, Debug, Default)]
pub struct Wanted {
    /// What the draw is of; the value of [`Reading::only`], or `all`, where nothing is named.
    pub stratum: Option<String>,
    /// How many the rule takes.
    pub n: u32,
    /// The seed; a random one where none is given.
    pub seed: Option<String>,
    /// Items that the rule passes over.
    pub left_out: Vec<Judged>,
    /// Items taken beside the rule.
    pub added: Vec<Judged>,
    /// Why it is drawn again.
    pub reason: Option<String>,
}

/// A list as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Population {
    /// SHA-256 of the file.
    pub source: String,
    /// Headings of the columns beside the names.
    pub columns: Vec<String>,
    /// The items.
    pub items: Vec<PopulationItem>,
    /// The value that all of them have in common, where only a part was read.
    pub part: Option<String>,
}

/// A draw with what a person wants to know of it.
#[derive(Clone, Debug, Serialize)]
pub struct Drawn {
    /// The draw.
    pub draw: SamplingDraw,
    /// How many a first idea would take: initial, surveillance, recertification.
    pub suggested: [u32; 3],
    /// What was recorded.
    pub recorded: Recording,
}

/// Reads a list in a child process.
///
/// # Errors
/// The file can't be read safely, is not registered as evidence, or has not the columns named; a row has no name.
pub fn population(
    session: &Session,
    program: &Path,
    file: &Path,
    reading: &Reading,
) -> Result<Population, Problem> {
    let path = || file.display();
    let workbook = import::read(program, file, &mut |_| true)?;
    let source = workbook.file.sha256.to_string();
    if session.state().evidence_item(&source).is_none() {
        return Err(Problem::new("sampling-list-not-registered").with("path", path()).with("sha256", source));
    }
    let sheet = match &reading.sheet {
        Some(name) => workbook.sheet(name),
        None => workbook.sheets.first(),
    };
    let sheet = sheet.ok_or_else(|| {
        let named = reading.sheet.clone().unwrap_or_default();
        Problem::new("sampling-list-empty").with("path", path()).with("sheet", named)
    })?;
    of_sheet(sheet, reading, source).map_err(|problem| problem.with("path", path()))
}

fn of_sheet(sheet: &Sheet, reading: &Reading, source: String) -> Result<Population, Problem> {
    let mut rows = sheet.rows();
    let width = sheet.column_count();
    let headings: Vec<String> = if reading.no_headings {
        (1..=width).map(|column| column.to_string()).collect()
    } else {
        let first = rows.next();
        let said = |column| first.as_ref().and_then(|row| row.cell(column)).map(|c| c.text.trim().to_owned());
        (1..=width).map(|column| said(column).unwrap_or_default()).collect()
    };
    let find = |wanted: &String| {
        let at = (1..).zip(&headings).find(|(_, heading)| *heading == wanted).map(|(column, _)| column);
        at.ok_or_else(|| {
            Problem::new("sampling-list-column").with("column", wanted).with("known", headings.join(", "))
        })
    };
    let names = reading.names.as_ref().map(&find).transpose()?.unwrap_or(1_u32);
    let only = match &reading.only {
        Some((column, value)) => Some((find(column)?, value)),
        None => None,
    };
    let others: Vec<u32> = (1..=width).filter(|column| *column != names).collect();
    let heading = |column: &u32| {
        let at = usize::try_from(*column).unwrap_or_default().saturating_sub(1);
        headings.get(at).filter(|h| !h.is_empty()).cloned().unwrap_or_else(|| column.to_string())
    };
    let mut items = Vec::new();
    for row in rows {
        let text = |column: u32| row.cell(column).map(|c| c.text.trim().to_owned()).unwrap_or_default();
        if only.as_ref().is_some_and(|(column, value)| text(*column) != **value) {
            continue;
        }
        let item = text(names);
        // A row that is left out without a word would be missing from the population.
        if item.is_empty() {
            return Err(Problem::new("sampling-list-row").with("row", row.number));
        }
        items.push(PopulationItem { item, values: others.iter().map(|column| text(*column)).collect() });
    }
    if items.is_empty() {
        return Err(Problem::new("sampling-list-empty").with("sheet", &sheet.name));
    }
    let part = reading.only.as_ref().map(|(_, value)| value.clone());
    Ok(Population { source, columns: others.iter().map(heading).collect(), items, part })
}

/// Draws and records.
///
/// # Errors
/// The refusal, no random bytes, or the dossier can't be written.
pub fn draw(session: &mut Session, population: Population, wanted: Wanted) -> Result<Drawn, Problem> {
    let count = u32::try_from(population.items.len()).unwrap_or(u32::MAX);
    let seed = match wanted.seed {
        Some(seed) => seed,
        None => clock::random::<8>()?.iter().map(|byte| format!("{byte:02x}")).collect(),
    };
    let stratum = wanted.stratum.or(population.part).unwrap_or_else(|| "all".to_owned());
    let plan = SamplingPlan {
        stratum: stratum.clone(),
        source: population.source,
        columns: population.columns,
        population: population.items,
        seed,
        n: wanted.n,
        left_out: wanted.left_out,
        added: wanted.added,
        reason: wanted.reason,
    };
    let recorded = session.perform(Request::DrawSample(plan))?;
    let standing = session.state().draws().into_iter().find(|d| d.value.stratum == stratum);
    let draw = standing.ok_or_else(|| Problem::new("internal").with("why", "sampling.draw"))?.value;
    let cycles = [Cycle::Initial, Cycle::Surveillance, Cycle::Recertification];
    Ok(Drawn { draw, suggested: cycles.map(|cycle| cycle.suggested(count)), recorded })
}
