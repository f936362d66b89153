//! A workbook in memory: every cell with its place, all texts of a sheet in one buffer.

mod around;

use serde::{Deserialize, Serialize};
use trail::Digest;

pub use around::{Area, Comment, CommentKind, Embedded, EmbeddedKind, Span, Validation};
pub(crate) use around::{FoundList, LAST_COLUMN, LAST_ROW, ListValues, not_read};

use crate::problem::{Notice, NoticeCode, Place, ReadProblem, Why};

/// A workbook as it was read.
#[derive(Debug, Clone)]
pub struct Workbook {
    /// The file it came from.
    pub file: FileFacts,
    /// Its sheets, in the workbook's order, hidden ones included.
    pub sheets: Vec<Sheet>,
    /// Everything that was read differently from what the file shows, or not at all.
    pub notices: Vec<Notice>,
    /// Files and images the workbook carries, in the order of the archive. None of them was opened.
    pub embedded: Vec<Embedded>,
}

impl Workbook {
    /// The first sheet of that name.
    pub fn sheet(&self, name: &str) -> Option<&Sheet> {
        self.sheets.iter().find(|sheet| sheet.name == name)
    }
}

/// The file a workbook came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFacts {
    /// File name, without its folder.
    pub name: String,
    /// SHA-256 of the bytes that were read.
    pub sha256: Digest,
    /// Size in bytes.
    pub size: u64,
    /// What its content is, whatever its name says.
    pub format: Format,
    /// For text: the encoding it was decoded from (WHATWG name).
    pub encoding: Option<String>,
    /// For text: the character between two fields.
    pub delimiter: Option<char>,
}

/// What a file's content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Office Open XML workbook.
    Xlsx,
    /// The same with macros.
    Xlsm,
    /// Binary workbook in an archive.
    Xlsb,
    /// Binary workbook of 1997.
    Xls,
    /// OpenDocument spreadsheet.
    Ods,
    /// Separated text.
    Text,
}

/// Whether a person sees a sheet when opening the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Shown.
    Visible,
    /// Hidden, a person can unhide it.
    Hidden,
    /// Hidden so that only a program can unhide it.
    VeryHidden,
}

/// What a cell holds; its text is there for every kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CellKind {
    /// Text.
    Text,
    /// A number, written in the shortest form that reads back the same: 1.10 has become `1.1`.
    Number,
    /// `TRUE` or `FALSE`.
    Bool,
    /// A date or time in ISO 8601 form.
    Date,
    /// An error value such as `#REF!`.
    Error,
    /// A formula without a stored result: the text is empty.
    NoValue,
}

/// A merged area, inclusive; numbers from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Merge {
    /// First row.
    pub top: u32,
    /// First column.
    pub left: u32,
    /// Last row.
    pub bottom: u32,
    /// Last column.
    pub right: u32,
}

/// One sheet.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// Name as the workbook writes it; for text the file's name.
    pub name: String,
    /// Whether a person sees it.
    pub visibility: Visibility,
    /// Merged areas; empty where the format does not tell.
    pub merges: Vec<Merge>,
    /// Hidden rows, in order; empty where the format does not tell.
    pub hidden_rows: Vec<Span>,
    /// Hidden columns, in order; empty where the format does not tell.
    pub hidden_columns: Vec<Span>,
    /// Comments on cells, by row and column, then in the order of the conversation.
    pub comments: Vec<Comment>,
    /// Drop-down lists whose values are known; every other one is named in a notice.
    pub validations: Vec<Validation>,
    rows: u32,
    cells: Vec<Record>,
    text: String,
    formulas: Vec<(u32, String)>,
}

#[derive(Debug, Clone, Copy)]
struct Record {
    row: u32,
    column: u32,
    start: u32,
    len: u32,
    kind: CellKind,
}

/// One non-empty row.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// Row number from 1.
    pub number: u32,
    sheet: &'a Sheet,
    first: usize,
    cells: &'a [Record],
}

/// One non-empty cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CellView<'a> {
    /// Row number from 1.
    pub row: u32,
    /// Column number from 1.
    pub column: u32,
    /// What it holds.
    pub kind: CellKind,
    /// Its text exactly as stored.
    pub text: &'a str,
    /// Its formula without the leading `=`, if it has one.
    pub formula: Option<&'a str>,
}

impl Sheet {
    /// Rows from the first to the last that holds anything; for text, records including empty ones.
    pub fn row_count(&self) -> u32 {
        self.rows
    }

    /// Number of non-empty cells.
    pub fn cell_count(&self) -> usize {
        self.cells.len()
    }

    /// The last column that holds anything, from 1; 0 for an empty sheet.
    pub fn column_count(&self) -> u32 {
        self.cells.iter().map(|cell| cell.column).max().unwrap_or(0)
    }

    /// Non-empty rows in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        let mut first = 0;
        self.cells.chunk_by(|a, b| a.row == b.row).map(move |cells| {
            let number = cells.first().map_or(0, |cell| cell.row);
            let row = Row { number, sheet: self, first, cells };
            first += cells.len();
            row
        })
    }

    /// One row, if it holds anything.
    pub fn row(&self, number: u32) -> Option<Row<'_>> {
        let first = self.cells.partition_point(|cell| cell.row < number);
        let end = self.cells.partition_point(|cell| cell.row <= number);
        let cells = self.cells.get(first..end).filter(|cells| !cells.is_empty())?;
        Some(Row { number, sheet: self, first, cells })
    }

    /// One cell, if it holds anything.
    pub fn cell(&self, row: u32, column: u32) -> Option<CellView<'_>> {
        self.row(row)?.cell(column)
    }

    fn view(&self, index: usize, record: &Record) -> CellView<'_> {
        let start = record.start as usize;
        let formula = u32::try_from(index).ok().and_then(|index| {
            let at = self.formulas.binary_search_by_key(&index, |(cell, _)| *cell).ok()?;
            self.formulas.get(at).map(|(_, formula)| formula.as_str())
        });
        CellView {
            row: record.row,
            column: record.column,
            kind: record.kind,
            text: self.text.get(start..start + record.len as usize).unwrap_or_default(),
            formula,
        }
    }
}

impl<'a> Row<'a> {
    /// The row's non-empty cells, left to right.
    pub fn cells(&self) -> impl Iterator<Item = CellView<'a>> + use<'a> {
        let (sheet, first) = (self.sheet, self.first);
        self.cells.iter().enumerate().map(move |(n, record)| sheet.view(first + n, record))
    }

    /// The row's cell in a column, if it holds anything.
    pub fn cell(&self, column: u32) -> Option<CellView<'a>> {
        let at = self.cells.binary_search_by_key(&column, |record| record.column).ok()?;
        let record = self.cells.get(at)?;
        Some(self.sheet.view(self.first + at, record))
    }
}

/// A column's letters: 1 is `A`, 27 is `AA`.
pub fn letters(column: u32) -> String {
    let mut reversed = Vec::new();
    let mut rest = column;
    while rest > 0 {
        rest -= 1;
        reversed.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    reversed.iter().rev().collect()
}

/// The column number of its letters, from 1; `None` unless it is 1 to 3 letters up to `XFD`.
pub fn number_of_letters(letters: &str) -> Option<u32> {
    if letters.is_empty() || letters.len() > 3 {
        return None;
    }
    let mut number = 0;
    for byte in letters.bytes() {
        if !byte.is_ascii_alphabetic() {
            return None;
        }
        number = number * 26 + u32::from(byte.to_ascii_uppercase() - b'A') + 1;
    }
    (number <= 16_384).then_some(number)
}

/// What a reader tells about a sheet before its cells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct SheetHead {
    pub(crate) name: String,
    pub(crate) visibility: Visibility,
    pub(crate) merges: Vec<Merge>,
    #[serde(default)]
    pub(crate) hidden_rows: Vec<Span>,
    #[serde(default)]
    pub(crate) hidden_columns: Vec<Span>,
}

impl SheetHead {
    /// A sheet of which nothing but its name is known.
    pub(crate) fn named(name: &str) -> SheetHead {
        SheetHead {
            name: name.to_owned(),
            visibility: Visibility::Visible,
            merges: Vec::new(),
            hidden_rows: Vec::new(),
            hidden_columns: Vec::new(),
        }
    }
}

/// Where a reader puts what it reads: into memory, or onto the lines between two processes.
pub(crate) trait Sink {
    fn file(&mut self, file: FileFacts) -> Result<(), ReadProblem>;
    fn sheet(&mut self, head: SheetHead) -> Result<(), ReadProblem>;
    fn cell(&mut self, cell: CellView<'_>) -> Result<(), ReadProblem>;
    /// Ends the sheet; `rows` counts trailing empty records of a text file, 0 where the last cell says it.
    fn end_sheet(&mut self, rows: u32) -> Result<(), ReadProblem>;
    fn notice(&mut self, notice: Notice) -> Result<(), ReadProblem>;
    /// A comment on a cell of the open sheet.
    fn comment(&mut self, comment: Comment) -> Result<(), ReadProblem>;
    /// A drop-down list of the open sheet.
    fn validation(&mut self, list: FoundList) -> Result<(), ReadProblem>;
    fn embedded(&mut self, embedded: Embedded) -> Result<(), ReadProblem>;
}

/// Collects a [`Workbook`] in memory.
#[derive(Debug, Default)]
pub(crate) struct Builder {
    file: Option<FileFacts>,
    sheets: Vec<Sheet>,
    notices: Vec<Notice>,
    embedded: Vec<Embedded>,
    /// Lists and the sheets they are of; their values may stand in a sheet that comes later.
    lists: Vec<(usize, FoundList)>,
}

/// Comparisons of merged areas with cells that are still reasonable work.
const MERGE_WORK: usize = 20_000_000;

impl Builder {
    /// The workbook, once every sheet has ended.
    pub(crate) fn finish(mut self) -> Result<Workbook, ReadProblem> {
        let file = self.file.ok_or_else(|| ReadProblem::new(Why::NoSheets))?;
        if self.sheets.is_empty() {
            return Err(ReadProblem::new(Why::NoSheets));
        }
        around::look_up(&mut self.sheets, self.lists, &mut self.notices);
        Ok(Workbook { file, sheets: self.sheets, notices: self.notices, embedded: self.embedded })
    }
}

impl Sink for Builder {
    fn file(&mut self, file: FileFacts) -> Result<(), ReadProblem> {
        self.file = Some(file);
        Ok(())
    }

    fn sheet(&mut self, head: SheetHead) -> Result<(), ReadProblem> {
        self.sheets.push(Sheet {
            name: head.name,
            visibility: head.visibility,
            merges: head.merges,
            hidden_rows: Span::ordered(head.hidden_rows, LAST_ROW),
            hidden_columns: Span::ordered(head.hidden_columns, LAST_COLUMN),
            comments: Vec::new(),
            validations: Vec::new(),
            rows: 0,
            cells: Vec::new(),
            text: String::new(),
            formulas: Vec::new(),
        });
        Ok(())
    }

    fn cell(&mut self, cell: CellView<'_>) -> Result<(), ReadProblem> {
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        let too_much = || ReadProblem::new(Why::TooMuchText { limit: u64::from(u32::MAX) });
        let start = u32::try_from(sheet.text.len()).map_err(|_| too_much())?;
        let len = u32::try_from(cell.text.len()).map_err(|_| too_much())?;
        if let Some(formula) = cell.formula {
            let index = u32::try_from(sheet.cells.len()).map_err(|_| too_much())?;
            sheet.formulas.push((index, formula.to_owned()));
        }
        sheet.text.push_str(cell.text);
        sheet.cells.push(Record { row: cell.row, column: cell.column, start, len, kind: cell.kind });
        Ok(())
    }

    fn end_sheet(&mut self, rows: u32) -> Result<(), ReadProblem> {
        let Some(sheet) = self.sheets.last_mut() else {
            return Ok(());
        };
        order_cells(sheet, &mut self.notices);
        clear_below_merges(sheet, &mut self.notices)?;
        sheet.rows = sheet.cells.last().map_or(0, |cell| cell.row).max(rows);
        sheet.comments.sort_by_key(|comment| (comment.row, comment.column));
        sheet.tell(&mut self.notices);
        Ok(())
    }

    fn notice(&mut self, notice: Notice) -> Result<(), ReadProblem> {
        self.notices.push(notice);
        Ok(())
    }

    fn comment(&mut self, comment: Comment) -> Result<(), ReadProblem> {
        if let Some(sheet) = self.sheets.last_mut() {
            sheet.comments.push(comment);
        }
        Ok(())
    }

    fn validation(&mut self, list: FoundList) -> Result<(), ReadProblem> {
        if let Some(at) = self.sheets.len().checked_sub(1) {
            self.lists.push((at, list));
        }
        Ok(())
    }

    fn embedded(&mut self, embedded: Embedded) -> Result<(), ReadProblem> {
        self.embedded.push(embedded);
        Ok(())
    }
}

/// A hostile sheet may state rows in any order, or a cell twice: order them, keep the first, say so.
fn order_cells(sheet: &mut Sheet, notices: &mut Vec<Notice>) {
    let place = |cell: &Record| (cell.row, cell.column);
    if sheet.cells.is_sorted_by(|a, b| place(a) < place(b)) {
        return;
    }
    let mut order: Vec<usize> = (0..sheet.cells.len()).collect();
    order.sort_by_key(|&n| sheet.cells.get(n).map(place));
    keep(sheet, &order, |sheet, kept, next| {
        let twice = kept.is_some_and(|kept| place(kept) == place(next));
        if twice {
            let text = sheet.text.get(next.start as usize..(next.start + next.len) as usize);
            notices.push(Notice {
                code: NoticeCode::CellTwice,
                place: Place::cell(&sheet.name, next.row, next.column),
                detail: text.unwrap_or_default().to_owned(),
            });
        }
        !twice
    });
}

/// Only the first cell of a merged area is shown; what stands below it is stale and would mislead.
fn clear_below_merges(sheet: &mut Sheet, notices: &mut Vec<Notice>) -> Result<(), ReadProblem> {
    let mut stale = Vec::new();
    let mut work = 0;
    for merge in &sheet.merges {
        let first = sheet.cells.partition_point(|cell| cell.row < merge.top);
        let end = sheet.cells.partition_point(|cell| cell.row <= merge.bottom);
        work += end.saturating_sub(first) + 1;
        if work > MERGE_WORK {
            return Err(ReadProblem::at(Place::sheet(&sheet.name), Why::TooManyMerges));
        }
        for (n, cell) in sheet.cells.get(first..end).unwrap_or_default().iter().enumerate() {
            let inside = (merge.left..=merge.right).contains(&cell.column);
            if inside && (cell.row, cell.column) != (merge.top, merge.left) {
                stale.push(first + n);
            }
        }
    }
    if stale.is_empty() {
        return Ok(());
    }
    stale.sort_unstable();
    stale.dedup();
    for record in stale.iter().filter_map(|&n| sheet.cells.get(n)) {
        let text = sheet.text.get(record.start as usize..(record.start + record.len) as usize);
        notices.push(Notice {
            code: NoticeCode::StaleUnderMerge,
            place: Place::cell(&sheet.name, record.row, record.column),
            detail: text.unwrap_or_default().to_owned(),
        });
    }
    let order: Vec<usize> = (0..sheet.cells.len()).filter(|n| stale.binary_search(n).is_err()).collect();
    keep(sheet, &order, |_, _, _| true);
    Ok(())
}

/// Rebuilds the cells in the given order, leaving out those the test refuses; formulas move along.
fn keep(sheet: &mut Sheet, order: &[usize], mut test: impl FnMut(&Sheet, Option<&Record>, &Record) -> bool) {
    let mut cells: Vec<Record> = Vec::with_capacity(order.len());
    let mut formulas = Vec::new();
    for &n in order {
        let Some(record) = sheet.cells.get(n).copied() else {
            continue;
        };
        if !test(sheet, cells.last(), &record) {
            continue;
        }
        let old = sheet.formulas.binary_search_by_key(&n, |(cell, _)| *cell as usize);
        if let Some((_, formula)) = old.ok().and_then(|at| sheet.formulas.get(at)) {
            formulas.push((u32::try_from(cells.len()).unwrap_or(u32::MAX), formula.clone()));
        }
        cells.push(record);
    }
    sheet.cells = cells;
    sheet.formulas = formulas;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn column_letters_and_numbers_agree_both_ways() {
        for (number, name) in [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16_384, "XFD")] {
            assert_eq!(letters(number), name, "letters of column {number}");
            assert_eq!(number_of_letters(name), Some(number), "number of column {name}");
        }
        assert_eq!(number_of_letters("XFE"), None, "no sheet has a column after XFD");
        assert_eq!(number_of_letters("A1"), None, "a cell address is no column");
    }

    #[test]
    fn cells_out_of_order_are_ordered_and_the_second_of_two_is_named() {
        let mut builder = Builder::default();
        builder.sheet(SheetHead::named("S")).unwrap();
        for (row, column, text, formula) in
            [(3, 1, "late", None), (1, 2, "b", Some("1+1")), (1, 1, "a", None), (3, 1, "again", None)]
        {
            builder.cell(CellView { row, column, kind: CellKind::Text, text, formula }).unwrap();
        }
        builder.end_sheet(0).unwrap();
        let sheet = &builder.sheets[0];
        let texts: Vec<&str> = sheet.rows().flat_map(|row| row.cells()).map(|cell| cell.text).collect();
        assert_eq!(texts, ["a", "b", "late"], "reading order is row, then column");
        assert_eq!(sheet.cell(1, 2).unwrap().formula, Some("1+1"), "a formula moves with its cell");
        assert_eq!(builder.notices[0].code, NoticeCode::CellTwice, "a second value must not vanish unseen");
        assert_eq!(builder.notices[0].detail, "again", "the value left out is named");
    }
}
