//! Holds every reader to the limits, cell by cell.

use crate::Limits;
use crate::problem::{Notice, Place, ReadProblem, Why};
use crate::workbook::{CellView, FileFacts, SheetHead, Sink};

/// A sink in front of a sink that refuses what goes beyond the limits.
pub(crate) struct Gate<'a> {
    limits: &'a Limits,
    sink: &'a mut dyn Sink,
    sheet: String,
    cells: u64,
    text: u64,
    sheets: usize,
}

impl<'a> Gate<'a> {
    pub(crate) fn new(limits: &'a Limits, sink: &'a mut dyn Sink) -> Gate<'a> {
        Gate { limits, sink, sheet: String::new(), cells: 0, text: 0, sheets: 0 }
    }

    fn check_text(&self, cell: &CellView<'_>, text: &str) -> Result<(), ReadProblem> {
        let refuse = |why| Err(ReadProblem::at(Place::cell(&self.sheet, cell.row, cell.column), why));
        let limit = self.limits.cell_text;
        if text.len() > limit && text.encode_utf16().count() > limit {
            return refuse(Why::CellTooLong { limit });
        }
        if text.as_bytes().contains(&0) {
            return refuse(Why::NulInText);
        }
        Ok(())
    }
}

impl Sink for Gate<'_> {
    fn file(&mut self, file: FileFacts) -> Result<(), ReadProblem> {
        self.sink.file(file)
    }

    fn sheet(&mut self, head: SheetHead) -> Result<(), ReadProblem> {
        self.sheets += 1;
        let limit = self.limits.sheets;
        if self.sheets > limit {
            return Err(ReadProblem::new(Why::TooManySheets { found: self.sheets, limit }));
        }
        self.sheet.clone_from(&head.name);
        self.sink.sheet(head)
    }

    fn cell(&mut self, cell: CellView<'_>) -> Result<(), ReadProblem> {
        self.check_text(&cell, cell.text)?;
        if let Some(formula) = cell.formula {
            self.check_text(&cell, formula)?;
            self.text += formula.len() as u64;
        }
        self.cells += 1;
        self.text += cell.text.len() as u64;
        let place = || Place::cell(&self.sheet, cell.row, cell.column);
        if self.cells > self.limits.cells {
            return Err(ReadProblem::at(place(), Why::TooManyCells { limit: self.limits.cells }));
        }
        if self.text > self.limits.text_bytes {
            return Err(ReadProblem::at(place(), Why::TooMuchText { limit: self.limits.text_bytes }));
        }
        self.sink.cell(cell)
    }

    fn end_sheet(&mut self, rows: u32) -> Result<(), ReadProblem> {
        self.sink.end_sheet(rows)
    }

    fn notice(&mut self, notice: Notice) -> Result<(), ReadProblem> {
        self.sink.notice(notice)
    }
}
