//! What stands on each sheet of the workbook.

use super::{Cell, Sheet, Texts};
use crate::contents::{ClaimText, Conclusion, Contents, Counts, EvidenceUse, Object, RowEntry, Tuple};
use crate::{RenderProblem, json, phrase};
use std::fmt::Write as _;

type Made<T> = Result<T, RenderProblem>;

/// Cover, rows, findings, evidence, activities (component), result.
pub(super) fn all(c: &Contents, w: &Texts<'_>) -> Made<Vec<Sheet>> {
    let mut sheets = vec![cover(c, w)?, result(c, w)?, rows(c, w)?, findings(c, w)?, evidence(c, w)?];
    if matches!(c.object, Object::Component(_)) {
        sheets.push(activities(c, w)?);
    }
    Ok(sheets)
}

fn cover(c: &Contents, w: &Texts<'_>) -> Made<Sheet> {
    let statement_id = format!("statement-{}-{}", c.report.kind.code(), c.statement.code);
    let mut statement = w.get(&statement_id)?;
    for (key, value) in phrase::arguments(c) {
        statement = statement.replace(&format!("{{${key}}}"), &value);
    }
    let mut lines: Vec<(String, String)> = vec![
        (w.get("kind")?, w.code("kind", c.report.kind.code())?),
        (w.get("number")?, c.report.number.clone()),
        (w.get("revision")?, c.report.revision.to_string()),
        (w.get("issued-on")?, c.report.issued_on.clone()),
        (w.get("issuer")?, c.issuer.name.clone()),
        (w.get("client")?, c.client.name.clone()),
        (w.get("object")?, c.object.name().to_owned()),
        (w.get("document")?, phrase::document(c)),
        (w.get("method")?, c.basis.method.clone()),
        (w.get("pack")?, c.basis.pack.clone()),
        (w.get("pack-sha256")?, c.basis.pack_sha256.clone()),
        (w.get("statement")?, statement),
        (w.get("data-sha256")?, json::digest(c)?.to_string()),
        (w.get("anchor-levels")?, c.integrity.anchors.join(", ")),
        (w.get("app-version")?, c.integrity.app_version.clone()),
    ];
    if c.report.draft {
        lines.insert(0, (w.get("state")?, w.get("draft")?));
    }
    lines.push((w.get("note")?, w.get("xlsx-note")?));
    Ok(Sheet {
        name: w.get("sheet-cover")?,
        columns: vec![(w.get("field")?, 32.0), (w.get("value")?, 100.0)],
        lines: lines.into_iter().map(|(key, value)| vec![key.into(), value.into()]).collect(),
        list: false,
    })
}

fn rows(c: &Contents, w: &Texts<'_>) -> Made<Sheet> {
    let component = matches!(c.object, Object::Component(_));
    let mut columns = titles(w, &[("col-id", 16.0)])?;
    if component {
        columns.extend(titles(w, &[("col-selected-from", 10.0)])?);
    } else {
        columns.extend(titles(w, &[("col-role", 13.0), ("col-component", 16.0)])?);
    }
    columns.extend(titles(
        w,
        &[
            ("col-group", 18.0),
            ("col-label", 38.0),
            ("col-scope", 22.0),
            ("col-applicability", 16.0),
            ("col-justification", 38.0),
            ("col-claim", 16.0),
            ("col-claim-text", 50.0),
            ("col-origin", 32.0),
            ("col-fulfilment", 18.0),
            ("col-countermeasure", 32.0),
            ("col-verdict", 16.0),
        ],
    )?);
    if !component {
        columns.extend(titles(w, &[("col-declared-ml", 10.0), ("col-evaluated-ml", 10.0)])?);
    }
    columns.extend(titles(
        w,
        &[
            ("col-rationale", 60.0),
            ("col-evidence", 30.0),
            ("col-tests", 20.0),
            ("col-findings", 14.0),
            ("col-evaluator", 20.0),
            ("col-date", 12.0),
            ("col-confidence", 12.0),
            ("col-earlier", 40.0),
        ],
    )?);
    Ok(Sheet {
        name: w.get("sheet-rows")?,
        columns,
        lines: c.rows.iter().map(|row| row_cells(row, component, w)).collect::<Made<_>>()?,
        list: true,
    })
}

fn row_cells(row: &RowEntry, component: bool, w: &Texts<'_>) -> Made<Vec<Cell>> {
    let mut cells: Vec<Cell> = vec![row.id.as_str().into()];
    if component {
        cells.push(level(row.selected_from));
    } else {
        cells.push(w.code("role", row.role.as_deref().unwrap_or(""))?.into());
        cells.push(plain(&row.component));
    }
    let claim = row.claim.as_ref();
    let scope = w.code("scope", &row.scope)?;
    let scope = match &row.scope_reason {
        Some(reason) => format!("{scope}: {reason}"),
        None => scope,
    };
    cells.extend([
        row.group.as_str().into(),
        row.label.as_str().into(),
        scope.into(),
        w.code("applicability", &row.applicability)?.into(),
        plain(&row.justification),
        claim.map_or("", |c| c.answer.as_str()).into(),
        claim.map_or("", |c| c.text.as_str()).into(),
        claim.map(origin).unwrap_or_default().into(),
        w.code("fulfilment", row.fulfilment.as_deref().unwrap_or(""))?.into(),
        plain(&row.countermeasure),
        w.code("verdict", row.verdict.code())?.into(),
    ]);
    if !component {
        cells.extend([level(row.declared_ml), level(row.evaluated_ml)]);
    }
    let mut earlier = String::new();
    for old in &row.earlier {
        let verdict = w.code("verdict", old.verdict.code())?;
        let line = (&old.date, verdict, &old.evaluator, &old.reason);
        let break_ = if earlier.is_empty() { "" } else { "\n" };
        let (date, verdict, who, why) = line;
        // Writing to a String cannot fail.
        let _ = write!(earlier, "{break_}{date} {verdict} ({who}): {why}");
    }
    let evidence = match (&row.no_evidence_reason, row.evidence.is_empty()) {
        (Some(reason), true) => reason.clone(),
        _ => uses(&row.evidence),
    };
    cells.extend([
        row.rationale.as_str().into(),
        evidence.into(),
        row.tests.join("; ").into(),
        row.findings.join("; ").into(),
        plain(&row.evaluator),
        plain(&row.date),
        w.code("confidence", row.confidence.as_deref().unwrap_or(""))?.into(),
        earlier.into(),
    ]);
    Ok(cells)
}

fn findings(c: &Contents, w: &Texts<'_>) -> Made<Sheet> {
    let columns = titles(
        w,
        &[
            ("col-id", 10.0),
            ("col-grade", 14.0),
            ("col-requirement", 18.0),
            ("col-finding", 60.0),
            ("col-grade-reason", 40.0),
            ("col-evidence", 24.0),
            ("col-state", 18.0),
            ("col-plan", 50.0),
            ("col-due", 12.0),
            ("col-verification", 40.0),
        ],
    )?;
    let lines = c
        .findings
        .iter()
        .map(|f| {
            Ok(vec![
                f.id.as_str().into(),
                w.code("grade", &f.grade)?.into(),
                f.requirement.as_str().into(),
                f.statement.as_str().into(),
                f.grade_reason.as_str().into(),
                uses(&f.evidence).into(),
                w.code("state", &f.state)?.into(),
                plain(&f.plan),
                plain(&f.due),
                plain(&f.verification),
            ])
        })
        .collect::<Made<_>>()?;
    Ok(Sheet { name: w.get("sheet-findings")?, columns, lines, list: true })
}

fn evidence(c: &Contents, w: &Texts<'_>) -> Made<Sheet> {
    let columns = titles(
        w,
        &[
            ("col-id", 10.0),
            ("col-title", 44.0),
            ("col-file", 30.0),
            ("col-revision", 12.0),
            ("col-class", 22.0),
            ("col-producer", 16.0),
            ("col-date", 12.0),
            ("col-received", 12.0),
            ("col-media-type", 22.0),
            ("col-size", 12.0),
            ("col-sha256", 70.0),
            ("col-confidentiality", 16.0),
            ("col-withheld", 24.0),
        ],
    )?;
    let lines = c
        .evidence
        .iter()
        .map(|e| {
            Ok(vec![
                e.id.as_str().into(),
                e.title.as_str().into(),
                plain(&e.file),
                plain(&e.revision),
                w.code("class", &e.class)?.into(),
                w.code("producer", &e.producer)?.into(),
                plain(&e.date),
                plain(&e.received),
                e.media_type.as_str().into(),
                Cell::Number(e.size),
                e.sha256.as_str().into(),
                w.code("confidentiality", &e.confidentiality)?.into(),
                plain(&e.withheld),
            ])
        })
        .collect::<Made<_>>()?;
    Ok(Sheet { name: w.get("sheet-evidence")?, columns, lines, list: true })
}

fn activities(c: &Contents, w: &Texts<'_>) -> Made<Sheet> {
    let columns = titles(
        w,
        &[
            ("col-id", 10.0),
            ("col-group", 24.0),
            ("col-verb", 12.0),
            ("col-activity", 60.0),
            ("col-reference", 14.0),
            ("col-verdict", 16.0),
            ("col-rationale", 60.0),
            ("col-evidence", 24.0),
            ("col-evaluator", 20.0),
            ("col-date", 12.0),
        ],
    )?;
    let lines = c
        .activities
        .iter()
        .map(|a| {
            Ok(vec![
                a.id.as_str().into(),
                a.group.as_str().into(),
                w.code("verb", &a.verb)?.into(),
                a.label.as_str().into(),
                plain(&a.reference),
                w.code("activity", a.verdict.as_deref().unwrap_or("open"))?.into(),
                a.rationale.as_str().into(),
                uses(&a.evidence).into(),
                plain(&a.evaluator),
                plain(&a.date),
            ])
        })
        .collect::<Made<_>>()?;
    Ok(Sheet { name: w.get("sheet-activities")?, columns, lines, list: true })
}

/// Levels and counts, or tuples and maturity levels.
fn result(c: &Contents, w: &Texts<'_>) -> Made<Sheet> {
    let mut lines: Vec<Vec<Cell>> = Vec::new();
    let mut block = |title: String, heads: Vec<String>, body: Vec<Vec<Cell>>| {
        if !lines.is_empty() {
            lines.push(Vec::new());
        }
        lines.push(std::iter::once(title.into()).chain(heads.into_iter().map(Cell::from)).collect());
        lines.extend(body);
    };
    let heads = |ids: &[&str]| ids.iter().map(|id| w.get(id)).collect::<Made<Vec<_>>>();
    let outcome = match &c.conclusion {
        Conclusion::Component(conclusion) => {
            let levels = conclusion.levels.iter().map(|l| {
                let some = |n: Option<u8>| n.map_or_else(|| "–".into(), |n| Cell::from(u32::from(n)));
                vec![
                    format!("FR {}", l.fr).into(),
                    u32::from(l.declared).into(),
                    some(l.native),
                    some(l.with_integration),
                ]
            });
            block(w.get("levels")?, heads(&["declared", "native", "with-integration"])?, levels.collect());
            block(
                w.get("counts")?,
                heads(&[
                    "specified",
                    "fulfilled-by-component",
                    "fulfilled-by-integration",
                    "verdict-not_fulfilled",
                    "verdict-not_applicable",
                    "verdict-inconclusive",
                    "verdict-not_evaluated",
                ])?,
                conclusion.counts.iter().map(count_cells).collect(),
            );
            block(
                w.get("tuples")?,
                heads(&["ra", "nar", "tr", "tuple-fail", "ne"])?,
                conclusion.tuples.iter().map(tuple_cells).collect(),
            );
            w.code("outcome", &conclusion.outcome)?
        }
        Conclusion::ServiceProvider(conclusion) => {
            block(
                w.get("tuples")?,
                heads(&["ra", "nar", "tr", "tuple-fail", "ne"])?,
                conclusion.tuples.iter().map(tuple_cells).collect(),
            );
            let mut by_role: Vec<Vec<Cell>> = Vec::new();
            for tuple in &conclusion.role_tuples {
                let mut cells = tuple_cells(tuple);
                let role = w.code("role", tuple.role.as_deref().unwrap_or(""))?;
                if let Some(first) = cells.first_mut() {
                    *first = role.into();
                }
                by_role.push(cells);
            }
            block(w.get("tuples-by-role")?, heads(&["ra", "nar", "tr", "tuple-fail", "ne"])?, by_role);
            let ml = (1u32..).zip(conclusion.ml_distribution);
            block(
                w.get("ml-distribution")?,
                heads(&["rows-passed"])?,
                ml.map(|(n, count)| vec![format!("ML {n}").into(), count.into()]).collect(),
            );
            w.code("outcome", &conclusion.outcome)?
        }
    };
    let mut columns = vec![(w.get("outcome")?, 34.0), (outcome, 24.0)];
    columns.extend((0..6).map(|_| (String::new(), 16.0)));
    Ok(Sheet { name: w.get("sheet-result")?, columns, lines, list: false })
}

fn count_cells(line: &Counts) -> Vec<Cell> {
    let name = line.group.as_str().into();
    let numbers = [
        line.specified,
        line.fulfilled_by_component,
        line.fulfilled_by_integration,
        line.not_fulfilled,
        line.not_applicable,
        line.inconclusive,
        line.not_evaluated,
    ];
    std::iter::once(name).chain(numbers.into_iter().map(Cell::from)).collect()
}

fn tuple_cells(tuple: &Tuple) -> Vec<Cell> {
    let name = if tuple.label.is_empty() { &tuple.group } else { &tuple.label };
    let numbers = [tuple.ra, tuple.nar, tuple.tr, tuple.fail, tuple.ne()];
    std::iter::once(name.as_str().into()).chain(numbers.into_iter().map(Cell::from)).collect()
}

fn titles(w: &Texts<'_>, columns: &[(&str, f64)]) -> Made<Vec<(String, f64)>> {
    columns.iter().map(|(id, width)| Ok((w.get(id)?, *width))).collect()
}

fn uses(list: &[EvidenceUse]) -> String {
    list.iter()
        .map(|one| match &one.place {
            Some(place) => format!("{} ({place})", one.id),
            None => one.id.clone(),
        })
        .collect::<Vec<_>>()
        .join("; ")
}

fn origin(claim: &ClaimText) -> String {
    claim.origin.as_ref().map_or_else(String::new, |o| format!("{} / {} / {}", o.file, o.sheet, o.cell))
}

fn plain(text: &Option<String>) -> Cell {
    Cell::Text(text.clone().unwrap_or_default())
}

fn level(number: Option<u8>) -> Cell {
    number.map_or_else(|| "".into(), |n| u32::from(n).into())
}
