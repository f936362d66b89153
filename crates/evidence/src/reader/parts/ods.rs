//! What an OpenDocument spreadsheet says around its cells (OpenDocument 1.3 part 3, 9 and 14).

use std::collections::BTreeMap;
use std::io::BufRead;

use super::Around;
use super::lists::{open_literal, open_reference};
use super::sheet::add;
use super::xml::{Node, attribute, walk};
use crate::problem::{Notice, NoticeCode, Place};
use crate::workbook::{Area, Comment, CommentKind, FoundList, LAST_COLUMN, LAST_ROW, ListValues, not_read};

/// Areas that all lists of a file may hold for; beyond them a list has no end.
const AREAS: usize = 200_000;

/// A rule for cells, by name.
#[derive(Default)]
struct Rule {
    condition: String,
    enforced: bool,
}

/// The table that is being read.
#[derive(Default)]
struct Table {
    name: String,
    around: Around,
    /// Tables inside a cell, a drawing or an embedded chart are no sheets.
    depth: u32,
    row: u32,
    rows: u32,
    column: u32,
    columns: u32,
    next_column: u32,
    /// Areas of each rule, by its name; the last one of each pair of columns may still grow.
    areas: BTreeMap<String, Vec<Area>>,
    growing: BTreeMap<(String, u32, u32), usize>,
    /// Comments without a cell, and areas beyond [`AREAS`].
    lost: usize,
    left_out: usize,
}

/// Reads the content; what stands before a fault in it is kept.
pub(super) fn read(part: impl BufRead) -> (Vec<(String, Around)>, Result<(), String>) {
    let mut reading = Reading::default();
    let result = walk(part, &mut |node| match node {
        Node::Start(element) => reading.start(element),
        Node::End(name) => reading.end(name),
        Node::Text(text) => reading.text(text),
    });
    if reading.table.is_some() {
        reading.close();
    }
    (reading.sheets, result)
}

#[derive(Default)]
struct Reading {
    sheets: Vec<(String, Around)>,
    rules: BTreeMap<String, Rule>,
    rule: Option<String>,
    table: Option<Table>,
    comment: Option<Comment>,
    in_creator: bool,
    in_paragraph: u32,
    areas: usize,
}

impl Reading {
    fn start(&mut self, element: &quick_xml::events::BytesStart<'_>) {
        let number = |name: &str| attribute(element, name).and_then(|n| n.parse::<u32>().ok()).unwrap_or(1);
        let is_hidden = || {
            attribute(element, "visibility")
                .is_some_and(|value| matches!(value.as_str(), "collapse" | "filter"))
        };
        if self.comment.is_some() {
            return self.start_in_comment(element);
        }
        let local = element.local_name();
        match (local.as_ref(), &mut self.table) {
            ("content-validation", None) => {
                let condition = attribute(element, "condition").unwrap_or_default();
                self.rule = attribute(element, "name");
                if let Some(name) = &self.rule {
                    self.rules.insert(name.clone(), Rule { condition, enforced: false });
                }
            }
            ("error-message", None) => {
                let shown = attribute(element, "display").is_some_and(|display| display == "true");
                let stops = attribute(element, "message-type").is_none_or(|kind| kind == "stop");
                if let Some(rule) = self.rule.as_ref().and_then(|name| self.rules.get_mut(name)) {
                    rule.enforced = shown && stops;
                }
            }
            ("table", None) => {
                if let Some(name) = attribute(element, "name") {
                    self.table = Some(Table { name, depth: 1, row: 1, next_column: 1, ..Table::default() });
                }
            }
            ("table", Some(table)) => table.depth = table.depth.saturating_add(1),
            ("table-column", Some(table)) if table.depth == 1 => {
                let first = table.next_column;
                table.next_column = first.saturating_add(number("number-columns-repeated"));
                if is_hidden() && first <= LAST_COLUMN {
                    let last = table.next_column.saturating_sub(1).min(LAST_COLUMN);
                    add(&mut table.around.hidden_columns, first, last);
                }
            }
            ("table-row", Some(table)) if table.depth == 1 => {
                table.rows = number("number-rows-repeated");
                table.column = 1;
                let last = table.row.saturating_add(table.rows).saturating_sub(1).min(LAST_ROW);
                if is_hidden() && table.row <= LAST_ROW {
                    add(&mut table.around.hidden_rows, table.row, last);
                }
            }
            ("table-cell" | "covered-table-cell", Some(table)) if table.depth == 1 => {
                table.columns = number("number-columns-repeated");
                if let Some(rule) = attribute(element, "content-validation-name") {
                    self.areas += usize::from(table.validate(rule, self.areas < AREAS));
                }
            }
            ("annotation", Some(table)) if table.depth == 1 => {
                let (row, column) = (table.row, table.column);
                let on_sheet = row <= LAST_ROW && (1..=LAST_COLUMN).contains(&column);
                table.lost += usize::from(!on_sheet);
                let (kind, author, text) = (CommentKind::Note, String::new(), String::new());
                self.comment = on_sheet.then_some(Comment { row, column, kind, author, text });
            }
            _ => {}
        }
    }

    fn start_in_comment(&mut self, element: &quick_xml::events::BytesStart<'_>) {
        let Some(comment) = &mut self.comment else { return };
        match element.local_name().as_ref() {
            "creator" => self.in_creator = true,
            "p" | "h" => {
                if self.in_paragraph == 0 && !comment.text.is_empty() {
                    comment.text.push('\n');
                }
                self.in_paragraph += 1;
            }
            "s" => {
                let count = attribute(element, "c").and_then(|n| n.parse::<usize>().ok()).unwrap_or(1);
                // A count is not believed beyond what a line of text can hold.
                comment.text.push_str(&" ".repeat(count.min(255)));
            }
            "tab" => comment.text.push('\t'),
            "line-break" => comment.text.push('\n'),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        let Some(comment) = &mut self.comment else { return };
        if self.in_creator {
            comment.author.push_str(text);
        } else if self.in_paragraph > 0 {
            comment.text.push_str(text);
        }
    }

    fn end(&mut self, name: &str) {
        if self.comment.is_some() {
            match name {
                "creator" => self.in_creator = false,
                "p" | "h" => self.in_paragraph = self.in_paragraph.saturating_sub(1),
                "annotation" => {
                    self.in_paragraph = 0;
                    if let (Some(table), Some(comment)) = (&mut self.table, self.comment.take()) {
                        table.around.comments.push(comment);
                    }
                }
                _ => {}
            }
            return;
        }
        match (name, &mut self.table) {
            ("content-validation", None) => self.rule = None,
            ("table-row", Some(table)) if table.depth == 1 => {
                table.row = table.row.saturating_add(table.rows);
            }
            ("table-cell" | "covered-table-cell", Some(table)) if table.depth == 1 => {
                table.column = table.column.saturating_add(table.columns);
            }
            ("table", Some(table)) => {
                table.depth = table.depth.saturating_sub(1);
                if table.depth == 0 {
                    self.close();
                }
            }
            _ => {}
        }
    }

    fn close(&mut self) {
        let Some(table) = self.table.take() else { return };
        let Table { name, mut around, areas, lost, left_out, .. } = table;
        for (count, of) in [(lost, "comments without a cell"), (left_out, "areas of drop-down lists")] {
            if count > 0 {
                let (code, place) = (NoticeCode::PartNotRead, Place::sheet(&name));
                around.notices.push(Notice { code, place, detail: format!("{count} {of}") });
            }
        }
        for (rule, areas) in areas {
            let Some(rule) = self.rules.get(&rule) else {
                continue;
            };
            let Some(list) = list(&rule.condition) else {
                continue;
            };
            let values =
                open_literal(list).map(ListValues::Texts).or_else(|| open_reference(list, &areas, &name));
            let formula = list.to_owned();
            match values {
                Some(values) => {
                    around.lists.push(FoundList { areas, enforced: rule.enforced, formula, values });
                }
                None => around.notices.push(not_read(&name, &areas, formula)),
            }
        }
        self.sheets.push((name, around));
    }
}

impl Table {
    /// Notes that the open cells follow a rule; whether that took a new area.
    fn validate(&mut self, rule: String, may_add: bool) -> bool {
        let area = Area {
            top: self.row,
            left: self.column,
            bottom: self.row.saturating_add(self.rows).saturating_sub(1).min(LAST_ROW),
            right: self.column.saturating_add(self.columns).saturating_sub(1).min(LAST_COLUMN),
        };
        if area.top > area.bottom || area.left > area.right || self.rows == 0 || self.columns == 0 {
            return false;
        }
        let areas = self.areas.entry(rule.clone()).or_default();
        let growing = (rule, area.left, area.right);
        let above = self.growing.get(&growing).and_then(|at| areas.get_mut(*at));
        if let Some(above) = above.filter(|above| above.bottom.saturating_add(1) == area.top) {
            above.bottom = area.bottom;
            return false;
        }
        if may_add {
            self.growing.insert(growing, areas.len());
            areas.push(area);
        } else {
            self.left_out += 1;
        }
        may_add
    }
}

/// What stands between the brackets of `of:cell-content-is-in-list(…)`; `None` for any other rule.
fn list(condition: &str) -> Option<&str> {
    let name = "cell-content-is-in-list(";
    let at = condition.find(name)?;
    // A prefix such as `of:` names the language of the formula; anything else before it is another rule.
    let before = condition.get(..at)?.trim();
    if !before.is_empty() && !before.ends_with(':') {
        return None;
    }
    condition.get(at + name.len()..)?.trim_end().strip_suffix(')')
}
