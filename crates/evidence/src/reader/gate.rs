//! Holds every reader to the limits, cell by cell.

use crate::Limits;
use crate::problem::{Notice, Place, ReadProblem, Why};
use crate::workbook::{
    Area, CellView, Comment, Embedded, FileFacts, FoundList, LAST_COLUMN, LAST_ROW, ListValues, SheetHead,
    Sink,
};

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
        self.check(text, &|| Place::cell(&self.sheet, cell.row, cell.column))
    }

    fn check(&self, text: &str, place: &dyn Fn() -> Place) -> Result<(), ReadProblem> {
        let refuse = |why| Err(ReadProblem::at(place(), why));
        let limit = self.limits.cell_text;
        if text.len() > limit && text.encode_utf16().count() > limit {
            return refuse(Why::CellTooLong { limit });
        }
        if text.as_bytes().contains(&0) {
            return refuse(Why::NulInText);
        }
        Ok(())
    }

    /// What stands around the cells counts like cells.
    fn count(&mut self, texts: &[&str], things: usize, place: &dyn Fn() -> Place) -> Result<(), ReadProblem> {
        for text in texts {
            self.check(text, place)?;
            self.text = self.text.saturating_add(text.len() as u64);
        }
        self.cells = self.cells.saturating_add(things as u64);
        if self.cells > self.limits.cells {
            return Err(ReadProblem::at(place(), Why::TooManyCells { limit: self.limits.cells }));
        }
        if self.text > self.limits.text_bytes {
            return Err(ReadProblem::at(place(), Why::TooMuchText { limit: self.limits.text_bytes }));
        }
        Ok(())
    }
}

/// A place no sheet has can only come from a spoilt reader.
fn inside(area: &Area) -> Result<(), ReadProblem> {
    let rows = (1..=LAST_ROW).contains(&area.top) && (area.top..=LAST_ROW).contains(&area.bottom);
    let columns = (1..=LAST_COLUMN).contains(&area.left) && (area.left..=LAST_COLUMN).contains(&area.right);
    if rows && columns {
        return Ok(());
    }
    Err(ReadProblem::new(Why::ReaderStopped { reason: "its lines are spoilt".into() }))
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

    fn comment(&mut self, comment: Comment) -> Result<(), ReadProblem> {
        let (row, column) = (comment.row, comment.column);
        inside(&Area { top: row, left: column, bottom: row, right: column })?;
        let sheet = self.sheet.clone();
        let place = || Place::cell(&sheet, row, column);
        self.count(&[&comment.author, &comment.text], 1, &place)?;
        self.sink.comment(comment)
    }

    fn validation(&mut self, list: FoundList) -> Result<(), ReadProblem> {
        let sheet = self.sheet.clone();
        let place = || Place::sheet(&sheet);
        for area in &list.areas {
            inside(area)?;
        }
        self.count(&[&list.formula], list.areas.len(), &place)?;
        match &list.values {
            ListValues::Texts(texts) => {
                for text in texts {
                    self.count(&[text], 1, &place)?;
                }
            }
            ListValues::Cells { sheet, area } => {
                inside(area)?;
                self.count(&[sheet], 1, &place)?;
            }
        }
        self.sink.validation(list)
    }

    fn embedded(&mut self, embedded: Embedded) -> Result<(), ReadProblem> {
        self.count(&[&embedded.name], 1, &Place::default)?;
        for sheet in &embedded.sheets {
            self.count(&[sheet], 1, &Place::default)?;
        }
        self.sink.embedded(embedded)
    }
}
