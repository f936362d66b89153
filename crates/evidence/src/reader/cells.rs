//! Reads the cells of workbook formats by calamine; xlsx and xlsb cell by cell, because their dense grids
//! can ask for more memory than any machine has.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Cursor;

use calamine::{
    Data, DataRef, DataType, ExcelDateTime, Ods, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsb,
    Xlsx,
};

use super::formula::link;
use super::parts::{Around, Found};
use crate::Limits;
use crate::problem::{Notice, NoticeCode, Place, ReadProblem, Why};
use crate::workbook::{CellKind, CellView, Merge, SheetHead, Sink, Visibility};

type Bytes<'a> = Cursor<&'a [u8]>;

pub(super) fn xlsx(
    bytes: &[u8],
    found: &mut Found,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), ReadProblem> {
    let mut book: Xlsx<Bytes<'_>> = Xlsx::new(Cursor::new(bytes)).map_err(|e| broken(&e, None))?;
    for sheet in sheets(&book, limits, sink)? {
        let mut around = found.take(&sheet.name);
        if around.merges.is_none() {
            around.merges = book.merge_cells_by_sheet_name(&sheet.name).map(areas).ok();
        }
        let mut out = Cells::begin(sheet, around, sink)?;
        let name = out.name.clone();
        let mut cells = book.worksheet_cells_reader(&name).map_err(|e| broken(&e, Some(&name)))?;
        while let Some(cell) = cells.next_cell_with_formula().map_err(|e| broken(&e, Some(&name)))? {
            out.put(cell.pos, &cell.value, cell.formula.as_deref())?;
        }
        drop(cells);
        out.end()?;
    }
    Ok(())
}

pub(super) fn xlsb(bytes: &[u8], limits: &Limits, sink: &mut dyn Sink) -> Result<(), ReadProblem> {
    let mut book: Xlsb<Bytes<'_>> = Xlsb::new(Cursor::new(bytes)).map_err(|e| broken(&e, None))?;
    for sheet in sheets(&book, limits, sink)? {
        let mut out = Cells::begin(sheet, Around::default(), sink)?;
        let name = out.name.clone();
        let fail = |e: &calamine::XlsbError| broken(e, Some(&name));
        let mut formulas = BTreeMap::new();
        let mut reader = book.worksheet_cells_reader(&name).map_err(|e| fail(&e))?;
        while let Some(cell) = reader.next_formula().map_err(|e| fail(&e))? {
            if formulas.len() as u64 > limits.cells {
                return Err(ReadProblem::new(Why::TooManyCells { limit: limits.cells }));
            }
            formulas.insert(cell.get_position(), cell.get_value().clone());
        }
        drop(reader);
        let mut reader = book.worksheet_cells_reader(&name).map_err(|e| fail(&e))?;
        while let Some(cell) = reader.next_cell().map_err(|e| fail(&e))? {
            let formula = formulas.remove(&cell.get_position());
            out.put(cell.get_position(), cell.get_value(), formula.as_deref())?;
        }
        drop(reader);
        // What is left are formulas whose stored result the reader drops, such as errors.
        for (place, formula) in formulas {
            out.put(place, &DataRef::Empty, Some(&formula))?;
        }
        out.end()?;
    }
    Ok(())
}

pub(super) fn xls(bytes: &[u8], limits: &Limits, sink: &mut dyn Sink) -> Result<(), ReadProblem> {
    let mut book: Xls<Bytes<'_>> = Xls::new(Cursor::new(bytes)).map_err(|error| match error {
        XlsError::Password => ReadProblem::new(Why::Encrypted),
        other => broken(&other, None),
    })?;
    let place = Place::default();
    sink.notice(Notice { code: NoticeCode::FormatLimits, place, detail: "xls".into() })?;
    for sheet in sheets(&book, limits, sink)? {
        let merges = book.merge_cells_by_sheet_name(&sheet.name).map(areas).unwrap_or_default();
        let values = book.worksheet_range(&sheet.name).map_err(|e| broken(&e, Some(&sheet.name)))?;
        let formulas = book.worksheet_formula(&sheet.name).map_err(|e| broken(&e, Some(&sheet.name)))?;
        let around = Around { merges: Some(merges), ..Around::default() };
        dense(sheet, around, &values, &formulas, sink)?;
    }
    Ok(())
}

pub(super) fn ods(
    bytes: &[u8],
    found: &mut Found,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<(), ReadProblem> {
    let mut book: Ods<Bytes<'_>> = Ods::new(Cursor::new(bytes)).map_err(|e| broken(&e, None))?;
    for sheet in sheets(&book, limits, sink)? {
        let values = book.worksheet_range(&sheet.name).map_err(|e| broken(&e, Some(&sheet.name)))?;
        let formulas = book.worksheet_formula(&sheet.name).map_err(|e| broken(&e, Some(&sheet.name)))?;
        let around = found.take(&sheet.name);
        dense(sheet, around, &values, &formulas, sink)?;
    }
    Ok(())
}

fn broken(error: &dyn std::fmt::Display, sheet: Option<&str>) -> ReadProblem {
    let reason = error.to_string();
    let why = if reason.to_ascii_lowercase().contains("password") {
        Why::Encrypted
    } else {
        Why::BrokenWorkbook { reason }
    };
    ReadProblem::at(sheet.map(Place::sheet).unwrap_or_default(), why)
}

/// The sheets that hold cells; every other one is named in a notice.
fn sheets<'a, R: Reader<Bytes<'a>>>(
    book: &R,
    limits: &Limits,
    sink: &mut dyn Sink,
) -> Result<Vec<calamine::Sheet>, ReadProblem> {
    let all = book.sheets_metadata();
    let limit = limits.sheets;
    if all.len() > limit {
        return Err(ReadProblem::new(Why::TooManySheets { found: all.len(), limit }));
    }
    let mut kept: Vec<calamine::Sheet> = Vec::new();
    for sheet in all {
        let place = Place::sheet(&sheet.name);
        let code = if sheet.typ != SheetType::WorkSheet {
            NoticeCode::SheetNotRead
        } else if kept.iter().any(|other| other.name == sheet.name) {
            NoticeCode::SheetNameTwice
        } else {
            kept.push(sheet.clone());
            continue;
        };
        sink.notice(Notice { code, place, detail: format!("{:?}", sheet.typ) })?;
    }
    Ok(kept)
}

fn areas(found: Vec<calamine::Dimensions>) -> Vec<Merge> {
    let area = |d: calamine::Dimensions| Merge {
        top: d.start.0.saturating_add(1),
        left: d.start.1.saturating_add(1),
        bottom: d.end.0.saturating_add(1),
        right: d.end.1.saturating_add(1),
    };
    found.into_iter().map(area).collect()
}

fn dense(
    sheet: calamine::Sheet,
    around: Around,
    values: &Range<Data>,
    formulas: &Range<String>,
    sink: &mut dyn Sink,
) -> Result<(), ReadProblem> {
    let mut out = Cells::begin(sheet, around, sink)?;
    // A range starts at its first used cell, not at A1: without its start every place would be wrong.
    let at = |start: Option<(u32, u32)>, row: usize, column: usize| {
        let (top, left) = start.unwrap_or_default();
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        (top.saturating_add(number(row)), left.saturating_add(number(column)))
    };
    for (row, column, value) in values.used_cells() {
        let place = at(values.start(), row, column);
        let formula = formulas.get_value(place).filter(|f| !f.is_empty());
        out.put(place, &borrowed(value), formula.map(String::as_str))?;
    }
    for (row, column, formula) in formulas.used_cells() {
        let place = at(formulas.start(), row, column);
        if values.get_value(place).is_none_or(DataType::is_empty) {
            out.put(place, &DataRef::Empty, Some(formula))?;
        }
    }
    out.end()
}

fn borrowed(value: &Data) -> DataRef<'_> {
    match value {
        Data::Int(n) => DataRef::Int(*n),
        Data::Float(n) => DataRef::Float(*n),
        Data::String(text) => DataRef::SharedString(text),
        Data::Bool(b) => DataRef::Bool(*b),
        Data::DateTime(date) => DataRef::DateTime(*date),
        Data::DateTimeIso(text) => DataRef::DateTimeIso(text.clone()),
        Data::DurationIso(text) => DataRef::DurationIso(text.clone()),
        Data::Error(error) => DataRef::Error(error.clone()),
        Data::Empty => DataRef::Empty,
    }
}

/// Hands the cells of one sheet on, with everything there is to say about each.
struct Cells<'a> {
    name: String,
    sink: &'a mut dyn Sink,
    text: String,
}

impl<'a> Cells<'a> {
    fn begin(
        sheet: calamine::Sheet,
        around: Around,
        sink: &'a mut dyn Sink,
    ) -> Result<Cells<'a>, ReadProblem> {
        let visibility = match sheet.visible {
            SheetVisible::Visible => Visibility::Visible,
            SheetVisible::Hidden => Visibility::Hidden,
            SheetVisible::VeryHidden => Visibility::VeryHidden,
        };
        if visibility != Visibility::Visible {
            let place = Place::sheet(&sheet.name);
            sink.notice(Notice { code: NoticeCode::HiddenSheet, place, detail: String::new() })?;
        }
        if around.links > 0 {
            let place = Place::sheet(&sheet.name);
            let detail = around.links.to_string();
            sink.notice(Notice { code: NoticeCode::LinksNotRead, place, detail })?;
        }
        for notice in around.notices {
            sink.notice(notice)?;
        }
        sink.sheet(SheetHead {
            name: sheet.name.clone(),
            visibility,
            merges: around.merges.unwrap_or_default(),
            hidden_rows: around.hidden_rows,
            hidden_columns: around.hidden_columns,
        })?;
        for comment in around.comments {
            sink.comment(comment)?;
        }
        for list in around.lists {
            sink.validation(list)?;
        }
        Ok(Cells { name: sheet.name, sink, text: String::new() })
    }

    fn end(self) -> Result<(), ReadProblem> {
        self.sink.end_sheet(0)
    }

    /// One cell; `place` counts from 0 as calamine does.
    fn put(
        &mut self,
        place: (u32, u32),
        value: &DataRef<'_>,
        formula: Option<&str>,
    ) -> Result<(), ReadProblem> {
        let (row, column) = (place.0.saturating_add(1), place.1.saturating_add(1));
        let formula = formula.filter(|formula| !formula.is_empty());
        self.text.clear();
        let text = &mut self.text;
        let mut whole: Option<&str> = None;
        let kind = match value {
            DataRef::SharedString(shared) => {
                whole = Some(shared);
                CellKind::Text
            }
            DataRef::String(own) => {
                whole = Some(own);
                CellKind::Text
            }
            DataRef::Int(n) => {
                let _ = write!(text, "{n}");
                CellKind::Number
            }
            DataRef::Float(n) => {
                write_number(text, *n);
                CellKind::Number
            }
            DataRef::Bool(b) => {
                text.push_str(if *b { "TRUE" } else { "FALSE" });
                CellKind::Bool
            }
            DataRef::DateTime(date) => {
                write_date(text, date);
                CellKind::Date
            }
            DataRef::DateTimeIso(date) | DataRef::DurationIso(date) => {
                whole = Some(date);
                CellKind::Date
            }
            DataRef::Error(error) => {
                let _ = write!(text, "{error}");
                CellKind::Error
            }
            DataRef::Empty => CellKind::NoValue,
        };
        let text = whole.unwrap_or(&self.text);
        match (kind, formula) {
            (CellKind::NoValue, Some(formula)) => return self.without_value(row, column, formula),
            (CellKind::NoValue, None) => return Ok(()),
            (CellKind::Text, None) if text.is_empty() => return Ok(()),
            (CellKind::Error, _) => {
                let place = Place::cell(&self.name, row, column);
                let detail = text.to_owned();
                self.sink.notice(Notice { code: NoticeCode::ErrorValue, place, detail })?;
            }
            _ => {}
        }
        self.sink.cell(CellView { row, column, kind, text, formula })
    }

    /// Nothing is calculated: only the constant text of a link can stand in for a missing result.
    fn without_value(&mut self, row: u32, column: u32, formula: &str) -> Result<(), ReadProblem> {
        let place = Place::cell(&self.name, row, column);
        let found = link(formula).map(|link| link.text.unwrap_or(link.target));
        let (code, kind) = match found {
            Some(_) => (NoticeCode::TextFromFormula, CellKind::Text),
            None => (NoticeCode::FormulaWithoutValue, CellKind::NoValue),
        };
        self.sink.notice(Notice { code, place, detail: formula.to_owned() })?;
        let text = found.unwrap_or_default();
        self.sink.cell(CellView { row, column, kind, text: &text, formula: Some(formula) })
    }
}

/// ISO 8601; a duration or a bare time of day stays a number of days, which is what the file stores.
/// The shortest text that reads back the same. Whole numbers are most of a sheet, and several times faster to write.
fn write_number(text: &mut String, number: f64) {
    const EXACT: f64 = 9_007_199_254_740_992.0; // 2^53: every whole number below it has its own text
    let is_whole =
        number.fract() == 0.0 && number.abs() < EXACT && !(number == 0.0 && number.is_sign_negative());
    let _ = if is_whole {
        #[expect(clippy::cast_possible_truncation, reason = "a whole number below 2^53 fits")]
        let whole = number as i64;
        write!(text, "{whole}")
    } else {
        write!(text, "{number}")
    };
}

fn write_date(text: &mut String, date: &ExcelDateTime) {
    let days = date.as_f64();
    if date.is_duration() || !(1.0..2_958_466.0).contains(&days) {
        let _ = write!(text, "{days}");
        return;
    }
    let (year, month, day, hour, minute, second, _) = date.to_ymd_hms_milli();
    let _ = write!(text, "{year:04}-{month:02}-{day:02}");
    if days.fract() != 0.0 {
        let _ = write!(text, "T{hour:02}:{minute:02}:{second:02}");
    }
}
