//! What a sheet part says around its cells (ECMA-376 part 1, 18.3.1).

use std::io::BufRead;

use super::super::archive::address;
use super::xml::{Node, attribute, is_on, walk};
use crate::workbook::{Area, LAST_COLUMN, LAST_ROW, Merge, Span};

/// What was found beside the cells of one sheet part.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Around {
    pub(super) merges: Vec<Merge>,
    pub(super) links: usize,
    pub(super) hidden_rows: Vec<Span>,
    pub(super) hidden_columns: Vec<Span>,
    pub(super) rules: Vec<Rule>,
}

/// A drop-down list as the sheet states it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Rule {
    pub(super) areas: Vec<Area>,
    pub(super) enforced: bool,
    pub(super) formula: String,
    /// The form for values that hold commas; it goes before the formula.
    pub(super) quoted: Option<String>,
}

/// Reads a sheet part; what stands before a fault in it is kept.
pub(super) fn read(part: impl BufRead) -> (Around, Result<(), String>) {
    let mut out = Around::default();
    let mut row = 0_u32;
    // Of the rule being read: whether it is a list, where it holds, and which of its texts is open.
    let mut open: Option<(bool, String, Rule)> = None;
    let mut inside = Inside::Nothing;
    let result = walk(part, &mut |node| match node {
        Node::Start(element) => match element.local_name().as_ref() {
            "row" => {
                let stated = attribute(element, "r").and_then(|row| row.parse().ok());
                row = stated.unwrap_or(row.saturating_add(1));
                // A row of no height shows as little as a hidden one.
                if (is_on(element, "hidden") || is_nothing(attribute(element, "ht"))) && row <= LAST_ROW {
                    add(&mut out.hidden_rows, row, row);
                }
            }
            "col" if is_on(element, "hidden") || is_nothing(attribute(element, "width")) => {
                let number = |name| attribute(element, name)?.parse::<u32>().ok();
                if let (Some(first), Some(last)) = (number("min"), number("max")) {
                    add(&mut out.hidden_columns, first, last.min(LAST_COLUMN));
                }
            }
            "mergeCell" => {
                let area = attribute(element, "ref").filter(|area| area.contains(':'));
                out.merges.extend(area.and_then(|area| self::area(&area)).map(|area| Merge {
                    top: area.top,
                    left: area.left,
                    bottom: area.bottom,
                    right: area.right,
                }));
            }
            "hyperlink" => out.links += 1,
            "dataValidation" => {
                let refuses = is_on(element, "showErrorMessage")
                    && attribute(element, "errorStyle").is_none_or(|style| style == "stop");
                let is_list = attribute(element, "type").is_some_and(|kind| kind == "list");
                let rule = Rule { enforced: refuses, ..Rule::default() };
                open = Some((is_list, attribute(element, "sqref").unwrap_or_default(), rule));
            }
            "formula1" => inside = Inside::Formula,
            "sqref" => inside = Inside::Areas,
            "list" => inside = Inside::Quoted,
            _ => {}
        },
        Node::End("formula1" | "sqref" | "list") => inside = Inside::Nothing,
        Node::End("dataValidation") => {
            if let Some((true, areas, mut rule)) = open.take() {
                rule.areas = areas.split_whitespace().filter_map(area).collect();
                out.rules.push(rule);
            }
        }
        Node::Text(text) => {
            if let Some((_, areas, rule)) = &mut open {
                match inside {
                    Inside::Nothing => {}
                    Inside::Formula => rule.formula.push_str(text),
                    Inside::Areas => areas.push_str(text),
                    Inside::Quoted => rule.quoted.get_or_insert_default().push_str(text),
                }
            }
        }
        Node::End(_) => {}
    });
    (out, result)
}

enum Inside {
    Nothing,
    Formula,
    Areas,
    Quoted,
}

fn is_nothing(size: Option<String>) -> bool {
    size.is_some_and(|size| size.parse::<f64>().is_ok_and(|size| size == 0.0))
}

/// Adds a span; one that continues the last grows it, so that a million hidden rows are one span.
pub(super) fn add(spans: &mut Vec<Span>, first: u32, last: u32) {
    match spans.last_mut() {
        Some(before) if before.last.saturating_add(1) == first && last >= first => before.last = last,
        _ => spans.push(Span { first, last }),
    }
}

/// Reads `A1:C3` or `A1`, and whole columns or rows such as `B:B`.
fn area(text: &str) -> Option<Area> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let (top, left, bottom, right) = match (address(first), address(last)) {
        (Some((top, left)), Some((bottom, right))) => (top, left, bottom, right),
        _ if !text.contains(':') => return None,
        _ => {
            let column = |text: &str| crate::number_of_letters(text.trim_start_matches('$'));
            let row = |text: &str| {
                text.trim_start_matches('$').parse::<u32>().ok().filter(|row| (1..=LAST_ROW).contains(row))
            };
            match (column(first), column(last)) {
                (Some(left), Some(right)) => (1, left, LAST_ROW, right),
                _ => (row(first)?, 1, row(last)?, LAST_COLUMN),
            }
        }
    };
    Some(Area {
        top: top.min(bottom),
        left: left.min(right),
        bottom: bottom.max(top),
        right: right.max(left),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_tells_what_stands_around_its_cells() {
        let xml = br#"<x:worksheet><cols><col min="2" max="3" hidden="1"/><col min="4" max="4" width="0"/>
            <col min="5" max="9" width="8"/></cols>
            <sheetData><row r="2" hidden="1"><c r="A2"><v>1</v></c></row><row hidden="true"/><row r="9" ht="0"/>
            <row r="4000000" hidden="1"/></sheetData>
            <mergeCells count="2"><mergeCell ref="A1:B2"/><x:mergeCell ref="C7:C5"/></mergeCells><hyperlinks>
            <hyperlink ref="A1"/></hyperlinks>
            <dataValidations>
            <dataValidation type="list" showErrorMessage="1" sqref="D2:D9 F3"><formula1>"a,b &amp; c"</formula1></dataValidation>
            <dataValidation type="whole" sqref="A1"><formula1>1</formula1></dataValidation>
            <dataValidation type="list" errorStyle="warning" showErrorMessage="1" sqref="E:E"><formula1>Lists</formula1></dataValidation></dataValidations>
            <extLst><ext><x14:dataValidations><x14:dataValidation type="list">
            <x14:formula1><xm:f>Other!$A$1:$A$2</xm:f></x14:formula1>
            <xm:sqref>G2:G3</xm:sqref></x14:dataValidation></x14:dataValidations></ext>
            </extLst></x:worksheet>"#;
        let (found, result) = read(&xml[..]);
        assert_eq!(result, Ok(()), "the part is whole");
        let merge = |top, left, bottom, right| Merge { top, left, bottom, right };
        assert_eq!(found.merges, [merge(1, 1, 2, 2), merge(5, 3, 7, 3)], "corners may be swapped");
        assert_eq!(found.links, 1, "a cell link is counted");
        assert_eq!(
            found.hidden_rows,
            [(2, 3).into(), (9, 9).into()],
            "hidden, without a number, of no height; never beyond the sheet"
        );
        assert_eq!(found.hidden_columns, [(2, 4).into()], "hidden, or of no width");
        let seen: Vec<_> =
            found.rules.iter().map(|r| (r.formula.as_str(), r.enforced, r.areas.len())).collect();
        assert_eq!(
            seen,
            [("\"a,b & c\"", true, 2), ("Lists", false, 1), ("Other!$A$1:$A$2", false, 1)],
            "lists alone, also those of the extension; a warning refuses nothing"
        );
        assert_eq!(found.rules[1].areas[0].bottom, LAST_ROW, "a whole column");
    }

    #[test]
    fn the_form_for_values_with_commas_goes_before_its_fallback() {
        let xml = br#"<worksheet>
            <dataValidation type="list" sqref="A1"><mc:AlternateContent><mc:Choice Requires="x12ac">
            <x12ac:list>1,"a, b"</x12ac:list></mc:Choice>
            <mc:Fallback><formula1>"1,a, b"</formula1></mc:Fallback></mc:AlternateContent></dataValidation></worksheet>"#;
        let (found, _) = read(&xml[..]);
        assert_eq!(found.rules[0].quoted.as_deref(), Some("1,\"a, b\""), "a value with a comma is one value");
    }

    #[test]
    fn what_stands_before_a_fault_is_kept_and_the_fault_is_said() {
        let (found, result) = read(&b"<worksheet><mergeCell ref='A1:B2'/><row></c></worksheet>"[..]);
        assert_eq!(found.merges.len(), 1, "what was read is not lost");
        assert!(result.is_err(), "a part that is no XML is never taken for a whole one");
    }
}
