//! The typesetter's messages, with file and line.

use super::world::Sheet;
use crate::RenderProblem;
use typst::diag::SourceDiagnostic;
use typst::{World, WorldExt};

/// The template stops with this mark and the id when a text is missing.
const MISSING: &str = "missing-word:";

/// The problem that these messages tell.
pub(crate) fn problem(all: &[SourceDiagnostic], sheet: &Sheet) -> RenderProblem {
    for problem in all {
        if let Some((_, rest)) = problem.message.split_once(MISSING) {
            let id = rest.trim_matches(|c: char| !c.is_alphanumeric() && c != '_' && c != '-');
            return RenderProblem::MissingWord(id.to_owned());
        }
    }
    RenderProblem::Typesetting(all.iter().map(|one| told(one, sheet)).collect())
}

/// `sections.typ:12: message – hint`.
fn told(problem: &SourceDiagnostic, sheet: &Sheet) -> String {
    let hints = problem.hints.iter().map(|hint| hint.v.to_string());
    let text = std::iter::once(problem.message.to_string()).chain(hints).collect::<Vec<_>>().join(" – ");
    match place(problem, sheet) {
        Some((file, line)) => format!("{file}:{line}: {text}"),
        None => text,
    }
}

fn place(problem: &SourceDiagnostic, sheet: &Sheet) -> Option<(String, usize)> {
    let id = problem.span.id()?;
    let source = sheet.source(id).ok()?;
    let line = source.lines().byte_to_line(sheet.range(problem.span)?.start)?;
    Some((sheet.name(id)?, line.saturating_add(1)))
}
