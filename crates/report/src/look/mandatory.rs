//! What every report must show, whoever made its templates.

use super::LookProblem;
use crate::contents::Contents;
use crate::pdf::{BoxPlace, Rendering};
use crate::{RenderProblem, Words, json, phrase};

/// The least that a visible signature needs, in points: 60 by 24 mm.
const LEAST_BOX: (f64, f64) = (170.0, 68.0);

/// How many problems are told at once: enough to see what is wrong with a template.
const MOST_TOLD: usize = 25;

/// Whether these pages, as far as a person can read them, show all that a report must show.
pub(crate) fn check(
    contents: &Contents,
    words: &Words,
    rendering: Rendering,
    pages: &[String],
    boxes: &[BoxPlace],
) -> Result<(), RenderProblem> {
    let mut problems = on_each_page(contents, words, pages)?;
    let squeezed_pages: Vec<String> = pages.iter().map(|page| squeezed(page)).collect();
    for (place, text) in once(contents, words, rendering)? {
        let wanted = squeezed(&text);
        if !wanted.is_empty() && !stands(&squeezed_pages, &wanted) {
            problems.push(LookProblem::new("template-missing", place, text));
        }
    }
    problems.extend(rows(contents, pages));
    problems.extend(box_problems(contents, boxes));
    problems.truncate(MOST_TOLD);
    if problems.is_empty() { Ok(()) } else { Err(RenderProblem::Look(problems)) }
}

/// Whether the text stands on a page, or begins on one and ends on the next.
fn stands(pages: &[String], wanted: &str) -> bool {
    pages.iter().any(|page| page.contains(wanted))
        || pages.windows(2).any(|two| match two {
            [page, next] => {
                let begun = longest_beginning(page, wanted);
                let (begun, rest) = wanted.split_at_checked(begun).unwrap_or(("", wanted));
                !begun.is_empty() && next.contains(rest)
            }
            _ => false,
        })
}

/// How many bytes of `wanted`, from its beginning, stand together in `page`.
fn longest_beginning(page: &str, wanted: &str) -> usize {
    let ends: Vec<usize> = wanted.char_indices().map(|(at, c)| at.saturating_add(c.len_utf8())).collect();
    let fits = |end: &usize| wanted.get(..*end).is_some_and(|beginning| page.contains(beginning));
    let fitting = ends.partition_point(fits);
    fitting.checked_sub(1).and_then(|last| ends.get(last)).copied().unwrap_or(0)
}

fn on_each_page(c: &Contents, words: &Words, pages: &[String]) -> Result<Vec<LookProblem>, RenderProblem> {
    let of = word(words, "report-page-of")?;
    let draft = word(words, "report-draft")?;
    let mut problems = Vec::new();
    for (n, page) in (1usize..).zip(pages) {
        let text = squeezed(page);
        let count = of.replace("{$page}", &n.to_string()).replace("{$pages}", &pages.len().to_string());
        let mut need = vec![("report.number", c.report.number.clone()), ("page-of", count)];
        if c.report.draft {
            need.push(("draft", draft.to_owned()));
        }
        for (place, wanted) in need {
            if !text.contains(&squeezed(&wanted)) {
                problems.push(LookProblem::new("template-page", format!("{place}, {n}"), wanted));
            }
        }
    }
    Ok(problems)
}

/// The texts that must stand somewhere, each with what it is.
fn once(c: &Contents, words: &Words, rendering: Rendering) -> Result<Vec<(String, String)>, RenderProblem> {
    let mut need = Vec::new();
    let mut put = |place: &str, text: &str| need.push((place.to_owned(), text.to_owned()));
    let kind = c.report.kind.code();
    let statement = word(words, &format!("report-statement-{kind}-{}", c.statement.code))?;
    put("statement", &filled(statement, &phrase::arguments(c)));
    for limit in phrase::limits(c) {
        let text = word(words, &format!("report-limit-{}", limit.code))?;
        put("statement.limited_by", &filled(text, &limit.args));
    }
    put("data_sha256", &json::digest(c)?.to_string());
    put("report.dossier", &c.report.dossier);
    put("issuer.name", &c.issuer.name);
    put("client.name", &c.client.name);
    put("document", &phrase::document(c));
    put("validity", word(words, &format!("report-validity-{kind}"))?);
    put("validity", word(words, "report-validity-presumption")?);
    put("validity", word(words, "report-validity-vulnerabilities")?);
    put("validity", word(words, &format!("report-validity-not-{}", c.object.code()))?);
    match &c.issuer.accreditation {
        Some(text) => put("issuer.accreditation", text),
        None => put("issuer.accreditation", word(words, "report-not-accredited")?),
    }
    if let Some(checkpoint) = &c.integrity.checkpoint {
        put("integrity.checkpoint.root", &checkpoint.root);
    }
    if let Some(layout) = &c.integrity.layout {
        for digest in [&layout.profile_sha256, &layout.templates_sha256].into_iter().flatten() {
            put("integrity.layout", digest);
        }
    }
    let highest = if c.integrity.anchors.is_empty() { "none" } else { "any" };
    put("integrity.anchors", word(words, &format!("report-anchor-not-{highest}"))?);
    if rendering == Rendering::Full {
        for level in &c.integrity.anchors {
            put("integrity.anchors", word(words, &format!("report-anchor-not-{level}"))?);
        }
        for finding in &c.findings {
            put("findings", &finding.id);
        }
        for evidence in &c.evidence {
            put("evidence", &evidence.sha256);
        }
    } else {
        put("summary", word(words, "report-summary-full-decides")?);
    }
    Ok(need)
}

/// Every row's id stands on the pages, as itself and not as the beginning of another one's.
fn rows(c: &Contents, pages: &[String]) -> Vec<LookProblem> {
    let text = pages.join("\n");
    let found = |from: usize, id: &str| -> Option<usize> {
        let rest = text.get(from..)?;
        rest.match_indices(id).find_map(|(at, _)| {
            let end = at.checked_add(id.len())?;
            let after = rest.get(end..)?.trim_start_matches(' ');
            let other = after.starts_with("RE(") || after.starts_with(|next: char| next.is_ascii_digit());
            (!other).then_some(from.saturating_add(end))
        })
    };
    // Rows stand in the order of the data set, so that the search goes on from the last one found.
    let mut last = 0;
    let mut problems = Vec::new();
    for row in &c.rows {
        match found(last, &row.id).or_else(|| found(0, &row.id)) {
            Some(end) => last = end,
            None => problems.push(LookProblem::new("template-missing", "rows", row.id.as_str())),
        }
    }
    problems
}

fn box_problems(c: &Contents, boxes: &[BoxPlace]) -> Vec<LookProblem> {
    let wanted: &[&str] = if c.report.draft { &[] } else { c.report.kind.signers() };
    let mut problems = Vec::new();
    let found: Vec<&str> = boxes.iter().map(|one| one.place.as_str()).collect();
    if found != wanted {
        problems.push(LookProblem::new("template-boxes", wanted.join(", "), found.join(", ")));
    }
    for one in boxes {
        if one.width < LEAST_BOX.0 || one.height < LEAST_BOX.1 {
            let size = format!("{:.0} x {:.0} pt", one.width, one.height);
            problems.push(LookProblem::new("template-box-size", one.place.as_str(), size));
        }
    }
    problems
}

fn word<'a>(words: &'a Words, id: &str) -> Result<&'a str, RenderProblem> {
    words.get(id).map(String::as_str).ok_or_else(|| RenderProblem::MissingWord(id.to_owned()))
}

fn filled(text: &str, args: &std::collections::BTreeMap<String, String>) -> String {
    args.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{${name}}}"), value))
}

/// Without spaces and line breaks, which the layout puts where it needs them; characters that no font has are left
/// out on both sides, since the page shows their code points.
fn squeezed(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
