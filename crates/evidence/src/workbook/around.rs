//! What stands around the cells of a sheet: comments, hidden rows and columns, drop-down lists, and the files
//! and images a workbook carries.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use trail::Digest;

use super::{CellKind, Sheet};
use crate::problem::{Notice, NoticeCode, Place};

/// The last row of a sheet in any program that writes one (ECMA-376 part 1, 18.3.1.73).
pub(crate) const LAST_ROW: u32 = 1_048_576;
/// The last column of a sheet, `XFD`.
pub(crate) const LAST_COLUMN: u32 = 16_384;
/// Values of one drop-down list; spreadsheet programs show no more.
const LIST_VALUES: usize = 32_767;
/// Values, and bytes of them, that all drop-down lists of a workbook may stand for.
const ALL_VALUES: usize = 2_000_000;
const ALL_BYTES: usize = 64 << 20;
/// Spans that a notice writes out.
const NAMED: usize = 20;

/// Rows or columns that follow each other, both ends included, from 1. Written as `[first, last]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(from = "(u32, u32)", into = "(u32, u32)")]
pub struct Span {
    /// First row or column.
    pub first: u32,
    /// Last row or column.
    pub last: u32,
}

impl From<(u32, u32)> for Span {
    fn from((first, last): (u32, u32)) -> Span {
        Span { first, last }
    }
}

impl From<Span> for (u32, u32) {
    fn from(span: Span) -> (u32, u32) {
        (span.first, span.last)
    }
}

impl Span {
    /// Whether the row or column lies in one of the spans; they are in order and do not touch.
    pub(crate) fn hold(spans: &[Span], number: u32) -> bool {
        let after = spans.partition_point(|span| span.last < number);
        spans.get(after).is_some_and(|span| span.first <= number)
    }

    /// In order, none touching another, none outside the sheet: a hostile file states them in any way.
    pub(crate) fn ordered(mut spans: Vec<Span>, last: u32) -> Vec<Span> {
        spans.sort_unstable();
        let mut out: Vec<Span> = Vec::new();
        for span in spans {
            let span = Span { first: span.first.max(1), last: span.last.min(last) };
            if span.first > span.last {
                continue;
            }
            match out.last_mut() {
                Some(before) if span.first <= before.last.saturating_add(1) => {
                    before.last = before.last.max(span.last);
                }
                _ => out.push(span),
            }
        }
        out
    }

    /// `5, 7–9`, at most twenty of them, each number written by `name`.
    fn named(spans: &[Span], name: &dyn Fn(u32) -> String) -> String {
        let one = |span: &Span| match span.first == span.last {
            true => name(span.first),
            false => format!("{}–{}", name(span.first), name(span.last)),
        };
        let mut text = spans.iter().take(NAMED).map(one).collect::<Vec<_>>().join(", ");
        if spans.len() > NAMED {
            text.push_str(", …");
        }
        text
    }
}

/// An area of cells, inclusive; numbers from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Area {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

impl Area {
    /// Whether the cell lies in it.
    pub fn holds(&self, row: u32, column: u32) -> bool {
        (self.top..=self.bottom).contains(&row) && (self.left..=self.right).contains(&column)
    }
}

/// What a comment is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CommentKind {
    /// A note on a cell.
    Note,
    /// The first comment of a conversation.
    Thread,
    /// An answer in that conversation.
    Reply,
}

/// A comment on a cell.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Comment {
    /// Row number from 1.
    pub row: u32,
    /// Column number from 1.
    pub column: u32,
    /// Note, or part of a conversation.
    pub kind: CommentKind,
    /// Who wrote it, as the file says; empty where it does not.
    pub author: String,
    /// Its text; line breaks stay.
    pub text: String,
}

/// A drop-down list: the values that the cells of its areas are offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Validation {
    /// The cells it holds for.
    pub areas: Vec<Area>,
    /// The values in the order of the list, blanks left out, each once.
    pub values: Arc<[String]>,
    /// Whether the file refuses any other text; otherwise the list only suggests.
    pub enforced: bool,
    /// The list as the file states it: the values themselves, an area, or a name.
    pub formula: String,
}

/// What an embedded part is, by the folder it lies in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmbeddedKind {
    /// A document or other object.
    File,
    /// A picture.
    Image,
}

/// A file or image inside the workbook. It is named and hashed, never opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedded {
    /// Name of its part in the archive.
    pub name: String,
    /// What it is.
    pub kind: EmbeddedKind,
    /// Size in bytes.
    pub size: u64,
    /// SHA-256 of its bytes.
    pub sha256: Digest,
    /// The sheets whose relations lead to it; empty where the file does not tell.
    pub sheets: Vec<String>,
}

/// A drop-down list as a reader finds it, before the cells it may stand in are known.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct FoundList {
    pub(crate) areas: Vec<Area>,
    pub(crate) enforced: bool,
    pub(crate) formula: String,
    pub(crate) values: ListValues,
}

/// Where the values of a list are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub(crate) enum ListValues {
    /// Here.
    Texts(Vec<String>),
    /// In cells, perhaps of a sheet that is read later.
    Cells { sheet: String, area: Area },
}

impl Sheet {
    /// Whether the row is hidden in the file.
    pub fn row_is_hidden(&self, row: u32) -> bool {
        Span::hold(&self.hidden_rows, row)
    }

    /// Whether the column is hidden in the file.
    pub fn column_is_hidden(&self, column: u32) -> bool {
        Span::hold(&self.hidden_columns, column)
    }

    /// The comments of a row, left to right; those of one cell in the order of the conversation.
    pub fn comments_of_row(&self, row: u32) -> &[Comment] {
        let first = self.comments.partition_point(|comment| comment.row < row);
        let end = self.comments.partition_point(|comment| comment.row <= row);
        self.comments.get(first..end).unwrap_or_default()
    }

    /// Names what a person who opens the file would not see or not see at once.
    pub(super) fn tell(&self, notices: &mut Vec<Notice>) {
        let mut tell = |code, detail| {
            notices.push(Notice { code, place: Place::sheet(&self.name), detail });
        };
        let rows = self.filled(&self.hidden_rows, |span| {
            let first = self.cells.partition_point(|cell| cell.row < span.first);
            self.cells.get(first).is_some_and(|cell| cell.row <= span.last)
        });
        if !rows.is_empty() {
            tell(NoticeCode::HiddenRows, Span::named(&rows, &|row| row.to_string()));
        }
        if !self.hidden_columns.is_empty() {
            let used: std::collections::BTreeSet<u32> = self.cells.iter().map(|cell| cell.column).collect();
            let columns = self.filled(&self.hidden_columns, |span| {
                span.first <= span.last && used.range(span.first..=span.last).next().is_some()
            });
            if !columns.is_empty() {
                tell(NoticeCode::HiddenColumns, Span::named(&columns, &crate::letters));
            }
        }
        if !self.comments.is_empty() {
            tell(NoticeCode::Comments, self.comments.len().to_string());
        }
    }

    fn filled(&self, spans: &[Span], test: impl Fn(&Span) -> bool) -> Vec<Span> {
        spans.iter().copied().filter(|span| test(span)).collect()
    }
}

/// Gives each list its values, now that the cells of every sheet are known; a list whose values cannot be
/// told is named in a notice and left out.
pub(super) fn look_up(sheets: &mut [Sheet], lists: Vec<(usize, FoundList)>, notices: &mut Vec<Notice>) {
    let mut known = BTreeMap::<(usize, Area), Option<Arc<[String]>>>::new();
    let mut left = (ALL_VALUES, ALL_BYTES);
    for (at, list) in lists {
        let values = match list.values {
            ListValues::Texts(texts) => Some(Arc::from(once(texts))),
            ListValues::Cells { sheet, area } => {
                // Names of sheets are compared as spreadsheet programs do, ignoring case.
                let named = |other: &Sheet| other.name == sheet;
                let alike = |other: &Sheet| other.name.to_lowercase() == sheet.to_lowercase();
                match sheets.iter().position(named).or_else(|| sheets.iter().position(alike)) {
                    Some(source) => known
                        .entry((source, area))
                        .or_insert_with(|| {
                            sheets.get(source).and_then(|sheet| values(sheet, area, &mut left)).map(Arc::from)
                        })
                        .clone(),
                    None => None,
                }
            }
        };
        let Some(sheet) = sheets.get_mut(at) else {
            continue;
        };
        match values {
            Some(values) => sheet.validations.push(Validation {
                areas: list.areas,
                values,
                enforced: list.enforced,
                formula: list.formula,
            }),
            None => notices.push(not_read(&sheet.name, &list.areas, list.formula)),
        }
    }
}

/// The notice of a list whose values cannot be told, at the first cell it holds for.
pub(crate) fn not_read(sheet: &str, areas: &[Area], formula: String) -> Notice {
    let place =
        areas.first().map_or_else(|| Place::sheet(sheet), |area| Place::cell(sheet, area.top, area.left));
    Notice { code: NoticeCode::ListNotRead, place, detail: formula }
}

/// The texts of an area, row by row; `None` when there are too many, none, or one has no stored result.
fn values(sheet: &Sheet, area: Area, left: &mut (usize, usize)) -> Option<Vec<String>> {
    let first = sheet.cells.partition_point(|cell| cell.row < area.top);
    let end = sheet.cells.partition_point(|cell| cell.row <= area.bottom);
    let mut texts = Vec::new();
    for (n, record) in sheet.cells.get(first..end)?.iter().enumerate() {
        left.0 = left.0.checked_sub(1)?;
        if !(area.left..=area.right).contains(&record.column) {
            continue;
        }
        let cell = sheet.view(first + n, record);
        if cell.kind == CellKind::NoValue || texts.len() >= LIST_VALUES {
            return None;
        }
        left.1 = left.1.checked_sub(cell.text.len())?;
        texts.push(cell.text.to_owned());
    }
    let texts = once(texts);
    (!texts.is_empty()).then_some(texts)
}

fn once(texts: Vec<String>) -> Vec<String> {
    let mut seen = std::collections::BTreeSet::new();
    texts.into_iter().filter(|text| !crate::text::is_empty(text) && seen.insert(text.clone())).collect()
}
