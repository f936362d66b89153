//! Text from a spreadsheet's clipboard: tab-separated lines, with or without a heading.

use evaluation::event::AnyVerdict;
use words::Words;

/// One line of the text.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Line {
    /// Number in the text, from 1; a heading is line 1 and gives none.
    pub(super) number: u32,
    /// The id as it stood there.
    pub(super) id: Option<String>,
    /// The verdict.
    pub(super) verdict: Option<AnyVerdict>,
    /// A word in the verdict's place that is none.
    pub(super) unknown: Option<String>,
    /// The rationale.
    pub(super) rationale: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Id,
    Verdict,
    Rationale,
    Other,
}

/// Reads the text. Columns are told by a heading as [`super::record::copy`] writes it, in its words or those of the
/// screen; without one, a first column of ids is the id, and the rest is verdict and rationale in that order; a single
/// column is what `column` says.
pub(super) fn read(text: &str, column: &str) -> Vec<Line> {
    let records = records(text);
    let heading: Option<Vec<Column>> = records.first().and_then(|cells| {
        let named: Vec<Column> = cells.iter().map(|c| named(c)).collect();
        named.iter().any(|c| matches!(c, Column::Verdict | Column::Rationale)).then_some(named)
    });
    let skip = usize::from(heading.is_some());
    let mut lines = Vec::new();
    for (n, cells) in records.iter().enumerate().skip(skip) {
        if cells.iter().all(|c| c.trim().is_empty()) {
            continue;
        }
        let columns = heading.clone().unwrap_or_else(|| guess(cells, column));
        let mut line = Line { number: u32::try_from(n + 1).unwrap_or(u32::MAX), ..Line::default() };
        for (cell, column) in cells.iter().zip(columns) {
            let cell = cell.trim();
            // What the copy put before a formula is not part of the text.
            let cell =
                cell.strip_prefix('\'').filter(|rest| rest.starts_with(['=', '+', '-', '@'])).unwrap_or(cell);
            match column {
                _ if cell.is_empty() => {}
                Column::Id => line.id = Some(cell.to_owned()),
                Column::Verdict => match verdict(cell) {
                    Some(verdict) => line.verdict = Some(verdict),
                    None => line.unknown = Some(cell.to_owned()),
                },
                Column::Rationale => line.rationale = Some(cell.to_owned()),
                Column::Other => {}
            }
        }
        lines.push(line);
    }
    lines
}

fn named(cell: &str) -> Column {
    match cell.trim().to_lowercase().as_str() {
        "id" | "row" | "requirement" | "anforderung" | "zeile" => Column::Id,
        "verdict" | "urteil" | "ergebnis" | "bewertung" => Column::Verdict,
        "rationale" | "begründung" => Column::Rationale,
        _ => Column::Other,
    }
}

fn guess(cells: &[String], column: &str) -> Vec<Column> {
    let looks_like_id = |text: &str| text.chars().any(|c| c.is_ascii_digit()) && text.trim().len() < 60;
    let single = if column == "verdict" { Column::Verdict } else { Column::Rationale };
    match cells {
        [_] => vec![single],
        [first, ..] if looks_like_id(first) && verdict(first).is_none() => {
            vec![Column::Id, Column::Verdict, Column::Rationale]
        }
        _ => vec![Column::Verdict, Column::Rationale],
    }
}

/// A verdict by its code or by its word in any of our languages.
fn verdict(word: &str) -> Option<AnyVerdict> {
    let plain = word.trim().to_lowercase();
    let by_code = evaluation::case::verdict_of(&plain.replace([' ', '-'], "_"));
    by_code.or_else(|| {
        let all = super::lines::verdicts(checklist::Object::Component)
            .iter()
            .chain(super::lines::verdicts(checklist::Object::ServiceProvider));
        let said = |language: &str, v: &AnyVerdict| {
            Words::load(language).text(&format!("verdict-{}", v.code()), &[]).to_lowercase() == plain
        };
        all.into_iter().find(|v| ["en", "de"].iter().any(|l| said(l, v))).copied()
    })
}

/// Lines of tab-separated cells; a cell in quotation marks may hold tabs and line ends, and `""` for one mark.
fn records(text: &str) -> Vec<Vec<String>> {
    let mut records = vec![vec![String::new()]];
    let mut quoted = false;
    let mut chars = text.chars().peekable();
    let mut at_start = true;
    while let Some(c) = chars.next() {
        let cell = records.last_mut().and_then(|r| r.last_mut());
        match (quoted, c) {
            (true, '"') if chars.peek() == Some(&'"') => {
                chars.next();
                cell.into_iter().for_each(|cell| cell.push('"'));
            }
            (true, '"') => quoted = false,
            (true, c) => cell.into_iter().for_each(|cell| cell.push(c)),
            (false, '"') if at_start => quoted = true,
            (false, '\t') => records.last_mut().into_iter().for_each(|r| r.push(String::new())),
            (false, '\n') => records.push(vec![String::new()]),
            (false, '\r') => {}
            (false, c) => cell.into_iter().for_each(|cell| cell.push(c)),
        }
        at_start = !quoted && matches!(c, '\t' | '\n') || (at_start && c == '\r');
    }
    records.retain(|r| !(r.len() == 1 && r.iter().all(String::is_empty)));
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_copies_is_read_with_and_without_a_heading() {
        let headed = read("id\tlabel\tverdict\trationale\nCR 1.1\tx\tfulfilled\t\"two\nlines\"\n", "verdict");
        let line = |number, id: Option<&str>, verdict, rationale: Option<&str>| Line {
            number,
            id: id.map(str::to_owned),
            verdict,
            unknown: None,
            rationale: rationale.map(str::to_owned),
        };
        let expected = line(2, Some("CR 1.1"), Some(AnyVerdict::Fulfilled), Some("two\nlines"));
        assert_eq!(
            headed,
            vec![expected],
            "a heading names the columns, and a quoted cell keeps its line end"
        );
        let bare = read("CR 1.1\tnot fulfilled\tno login\r\nCR 1.2\t\tbecause\r\n", "verdict");
        assert_eq!(
            bare,
            vec![
                line(1, Some("CR 1.1"), Some(AnyVerdict::NotFulfilled), Some("no login")),
                line(2, Some("CR 1.2"), None, Some("because")),
            ],
            "without a heading the first column of ids is the id"
        );
        let single = read("fulfilled\nmaybe\n", "verdict");
        assert_eq!(
            single.first().and_then(|l| l.verdict),
            Some(AnyVerdict::Fulfilled),
            "one column goes where it is put"
        );
        assert_eq!(
            single.get(1).and_then(|l| l.unknown.as_deref()),
            Some("maybe"),
            "a word that is no verdict is said, never guessed"
        );
    }
}
