//! The workbook: a working copy of the tables, sheet by sheet.
//!
//! Every text is written as text (`write_string`), so that a vendor's answer beginning with `=`, `+`,
//! `-` or `@` stays an answer. Nothing in it depends on when it was written: the creation date is the
//! report's date of issue.

pub mod form;
pub mod requests;
mod sheets;

use crate::contents::Contents;
use crate::{RenderProblem, Words};
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

/// The longest text a cell can hold (an Excel limit), in UTF-16 units.
const CELL: usize = 32_767;

/// Draws the workbook. Same data and words, same bytes.
///
/// # Errors
/// [`RenderProblem::Untrue`] when the data set contradicts itself, [`RenderProblem::MissingWord`] for a
/// text that is not there, [`RenderProblem::Spreadsheet`] when the writer refuses.
pub fn write(contents: &Contents, words: &Words) -> Result<Vec<u8>, RenderProblem> {
    let problems = crate::check(contents);
    if !problems.is_empty() {
        return Err(RenderProblem::Untrue(problems));
    }
    let mut book = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(format!("{} {}", contents.report.number, contents.object.name()))
        .set_author(&contents.issuer.name);
    if let Some(day) = excel_day(&contents.report.issued_on) {
        properties = properties.set_creation_datetime(&day);
    }
    book.set_properties(&properties);
    for sheet in sheets::all(contents, &Texts { words })? {
        draw(book.add_worksheet(), &sheet).map_err(refused)?;
    }
    book.save_to_buffer().map_err(refused)
}

/// One sheet: its name, headings with widths, lines, and whether it is a list to filter.
struct Sheet {
    name: String,
    columns: Vec<(String, f64)>,
    lines: Vec<Vec<Cell>>,
    list: bool,
}

enum Cell {
    Text(String),
    Number(u64),
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<u32> for Cell {
    fn from(number: u32) -> Self {
        Self::Number(u64::from(number))
    }
}

/// The fixed texts, looked up strictly.
struct Texts<'a> {
    words: &'a Words,
}

impl Texts<'_> {
    fn get(&self, id: &str) -> Result<String, RenderProblem> {
        let id = format!("report-{id}");
        let text = self.words.get(&id).cloned();
        text.ok_or(RenderProblem::MissingWord(id))
    }

    /// The text of a code in a family; an empty code has an empty text.
    fn code(&self, family: &str, code: &str) -> Result<String, RenderProblem> {
        if code.is_empty() { Ok(String::new()) } else { self.get(&format!("{family}-{code}")) }
    }
}

fn draw(sheet: &mut Worksheet, page: &Sheet) -> Result<(), XlsxError> {
    let head = Format::new()
        .set_bold()
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_background_color(Color::RGB(0x00E3_E9F0))
        .set_border_bottom(FormatBorder::Thin);
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    sheet.set_name(&page.name)?;
    for (column, (title, width)) in (0u16..).zip(&page.columns) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, title, &head)?;
    }
    sheet.set_freeze_panes(1, u16::from(page.list))?;
    for (line, cells) in (1u32..).zip(&page.lines) {
        for (column, cell) in (0u16..).zip(cells) {
            match cell {
                Cell::Text(text) => {
                    sheet.write_string_with_format(line, column, fitting(text), &body)?;
                }
                #[expect(
                    clippy::cast_precision_loss,
                    reason = "a cell holds a double; counts and file sizes stay far below 2^53"
                )]
                Cell::Number(number) => {
                    sheet.write_number_with_format(line, column, *number as f64, &body)?;
                }
            }
        }
    }
    let last_line = u32::try_from(page.lines.len()).unwrap_or(u32::MAX);
    let last_column = u16::try_from(page.columns.len()).unwrap_or(u16::MAX).saturating_sub(1);
    if page.list && last_line > 0 {
        sheet.autofilter(0, 0, last_line, last_column)?;
    }
    sheet.set_landscape();
    sheet.set_paper_size(9); // A4
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    sheet.set_header("&L&A&R&P / &N");
    Ok(())
}

/// A text that a cell can hold: what is too long ends with a visible mark, the whole is in the JSON.
fn fitting(text: &str) -> String {
    const MARK: &str = " […]";
    if text.encode_utf16().count() <= CELL {
        return text.to_owned();
    }
    let mut units = MARK.len();
    let mut cut: String = text
        .chars()
        .take_while(|c| {
            units = units.saturating_add(c.len_utf16());
            units <= CELL
        })
        .collect();
    cut.push_str(MARK);
    cut
}

fn excel_day(text: &str) -> Option<ExcelDateTime> {
    crate::check::day(text)?;
    let mut parts = text.split('-');
    let year = parts.next()?.parse().ok()?;
    let month = parts.next()?.parse().ok()?;
    let day = parts.next()?.parse().ok()?;
    ExcelDateTime::from_ymd(year, month, day).ok()
}

#[expect(clippy::needless_pass_by_value, reason = "it is handed to map_err, which gives the error away")]
fn refused(error: XlsxError) -> RenderProblem {
    RenderProblem::Spreadsheet(error.to_string())
}
