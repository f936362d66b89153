//! The lines between the reader process and its caller (`docs/formats/workbook-lines.md`).
//!
//! A row is one compact JSON array, because a workbook of a million cells is otherwise mostly punctuation:
//! `[row, column, "text", column, ["n","1.5"], column, ["t","shown","FORMULA()"], ...]`.

use std::io::Write;

use serde::{Deserialize, Serialize};
use trail::Digest;

use crate::problem::{Notice, ReadProblem, Why};
use crate::workbook::{
    CellKind, CellView, Comment, Embedded, EmbeddedKind, FileFacts, Format, FoundList, SheetHead, Sink,
};

/// Every line that is not a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Line {
    File(FileLine),
    Sheet(SheetHead),
    EndSheet { rows: u32 },
    Notice(Notice),
    Embedded(EmbeddedLine),
    Comment(Comment),
    Validation(FoundList),
    Refused(ReadProblem),
    End,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct EmbeddedLine {
    name: String,
    kind: EmbeddedKind,
    size: u64,
    sha256: String,
    sheets: Vec<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileLine {
    name: String,
    sha256: String,
    size: u64,
    format: Format,
    encoding: Option<String>,
    delimiter: Option<char>,
}

/// Writes what is read as lines.
pub(crate) struct LineSink<W: Write> {
    out: W,
    line: Vec<u8>,
    row: u32,
}

impl<W: Write> LineSink<W> {
    pub(crate) fn new(out: W) -> LineSink<W> {
        LineSink { out, line: Vec::with_capacity(4096), row: 0 }
    }

    /// Writes any line that is not a row.
    pub(crate) fn line(&mut self, line: &Line) -> Result<(), ReadProblem> {
        self.close_row()?;
        serde_json::to_writer(&mut self.line, line).map_err(|error| lost(&error))?;
        self.send()
    }

    pub(crate) fn flush(&mut self) -> Result<(), ReadProblem> {
        self.close_row()?;
        self.out.flush().map_err(|error| lost(&error))
    }

    fn close_row(&mut self) -> Result<(), ReadProblem> {
        if self.row == 0 {
            return Ok(());
        }
        self.row = 0;
        self.line.push(b']');
        self.send()
    }

    fn send(&mut self) -> Result<(), ReadProblem> {
        self.line.push(b'\n');
        let sent = self.out.write_all(&self.line);
        self.line.clear();
        sent.map_err(|error| lost(&error))
    }
}

fn lost(error: &dyn std::fmt::Display) -> ReadProblem {
    ReadProblem::new(Why::ReaderStopped { reason: error.to_string() })
}

impl<W: Write> Sink for LineSink<W> {
    fn file(&mut self, file: FileFacts) -> Result<(), ReadProblem> {
        self.line(&Line::File(FileLine {
            name: file.name,
            sha256: file.sha256.to_string(),
            size: file.size,
            format: file.format,
            encoding: file.encoding,
            delimiter: file.delimiter,
        }))
    }

    fn sheet(&mut self, head: SheetHead) -> Result<(), ReadProblem> {
        self.line(&Line::Sheet(head))
    }

    fn cell(&mut self, cell: CellView<'_>) -> Result<(), ReadProblem> {
        if self.row != cell.row {
            self.close_row()?;
            self.row = cell.row;
            self.line.push(b'[');
            write_number(&mut self.line, cell.row);
        }
        self.line.push(b',');
        write_number(&mut self.line, cell.column);
        self.line.push(b',');
        if cell.kind == CellKind::Text && cell.formula.is_none() {
            write_text(&mut self.line, cell.text);
            return Ok(());
        }
        self.line.extend_from_slice(&[b'[', b'"', letter(cell.kind), b'"', b',']);
        write_text(&mut self.line, cell.text);
        if let Some(formula) = cell.formula {
            self.line.push(b',');
            write_text(&mut self.line, formula);
        }
        self.line.push(b']');
        Ok(())
    }

    fn end_sheet(&mut self, rows: u32) -> Result<(), ReadProblem> {
        self.line(&Line::EndSheet { rows })
    }

    fn notice(&mut self, notice: Notice) -> Result<(), ReadProblem> {
        self.line(&Line::Notice(notice))
    }

    fn comment(&mut self, comment: Comment) -> Result<(), ReadProblem> {
        self.line(&Line::Comment(comment))
    }

    fn validation(&mut self, list: FoundList) -> Result<(), ReadProblem> {
        self.line(&Line::Validation(list))
    }

    fn embedded(&mut self, embedded: Embedded) -> Result<(), ReadProblem> {
        self.line(&Line::Embedded(EmbeddedLine {
            name: embedded.name,
            kind: embedded.kind,
            size: embedded.size,
            sha256: embedded.sha256.to_string(),
            sheets: embedded.sheets,
        }))
    }
}

fn letter(kind: CellKind) -> u8 {
    match kind {
        CellKind::Text => b't',
        CellKind::Number => b'n',
        CellKind::Bool => b'b',
        CellKind::Date => b'd',
        CellKind::Error => b'e',
        CellKind::NoValue => b'v',
    }
}

fn kind(letter: &str) -> Option<CellKind> {
    Some(match letter {
        "t" => CellKind::Text,
        "n" => CellKind::Number,
        "b" => CellKind::Bool,
        "d" => CellKind::Date,
        "e" => CellKind::Error,
        "v" => CellKind::NoValue,
        _ => return None,
    })
}

fn write_number(out: &mut Vec<u8>, number: u32) {
    let mut digits = [0_u8; 10];
    let mut rest = number;
    let mut used = 0;
    for digit in digits.iter_mut().rev() {
        *digit = b'0' + u8::try_from(rest % 10).unwrap_or(0);
        rest /= 10;
        used += 1;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(digits.get(10 - used..).unwrap_or_default());
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    if text.bytes().any(|byte| byte < 0x20 || byte == b'"' || byte == b'\\') {
        // The rare text with something to escape takes the general way; a vector takes every byte.
        let _ = serde_json::to_writer(out, text);
        return;
    }
    out.push(b'"');
    out.extend_from_slice(text.as_bytes());
    out.push(b'"');
}

/// Reads one line and hands it on; `Ok(Some(line))` gives back what only the caller can act on.
pub(crate) fn accept(line: &[u8], sink: &mut dyn Sink) -> Result<Option<Line>, ReadProblem> {
    let spoilt = || ReadProblem::new(Why::ReaderStopped { reason: "its lines are spoilt".into() });
    let text = str::from_utf8(line).map_err(|_| spoilt())?;
    if text.starts_with('[') {
        return row(text, sink)?.ok_or_else(spoilt).map(|()| None);
    }
    match serde_json::from_str(text).map_err(|_| spoilt())? {
        Line::File(file) => sink.file(FileFacts {
            name: file.name,
            sha256: Digest::from_hex(&file.sha256).ok_or_else(spoilt)?,
            size: file.size,
            format: file.format,
            encoding: file.encoding,
            delimiter: file.delimiter,
        })?,
        Line::Sheet(head) => sink.sheet(head)?,
        Line::EndSheet { rows } => sink.end_sheet(rows)?,
        Line::Notice(notice) => sink.notice(notice)?,
        Line::Embedded(found) => sink.embedded(Embedded {
            name: found.name,
            kind: found.kind,
            size: found.size,
            sha256: Digest::from_hex(&found.sha256).ok_or_else(spoilt)?,
            sheets: found.sheets,
        })?,
        Line::Comment(comment) => sink.comment(comment)?,
        Line::Validation(list) => sink.validation(list)?,
        other @ (Line::Refused(_) | Line::End) => return Ok(Some(other)),
    }
    Ok(None)
}

/// Reads a row; the inner `None` means it is no row.
fn row(text: &str, sink: &mut dyn Sink) -> Result<Option<()>, ReadProblem> {
    let mut scan = Scan { rest: text };
    let Some(number) = scan.mark(b'[').and_then(|()| scan.number()) else {
        return Ok(None);
    };
    let mut words = [String::new(), String::new()];
    while scan.mark(b',').is_some() {
        let Some(column) = scan.number() else {
            return Ok(None);
        };
        let Some(cell) = cell(&mut scan, &mut words) else {
            return Ok(None);
        };
        let (kind, text, formula) = cell;
        sink.cell(CellView { row: number, column, kind, text, formula })?;
    }
    Ok(scan.mark(b']').filter(|()| scan.rest.is_empty() && number > 0))
}

fn cell<'a: 'w, 'w>(
    scan: &mut Scan<'a>,
    words: &'w mut [String; 2],
) -> Option<(CellKind, &'w str, Option<&'w str>)> {
    let [text_word, formula_word] = words;
    scan.mark(b',')?;
    if scan.mark(b'[').is_none() {
        return Some((CellKind::Text, scan.text(text_word)?, None));
    }
    let mut letter = String::new();
    let kind = kind(scan.text(&mut letter)?)?;
    scan.mark(b',')?;
    let text = scan.text(text_word)?;
    let formula = match scan.mark(b',') {
        Some(()) => Some(scan.text(formula_word)?),
        None => None,
    };
    scan.mark(b']')?;
    Some((kind, text, formula))
}

/// Walks along a line without copying it.
struct Scan<'a> {
    rest: &'a str,
}

impl<'a> Scan<'a> {
    fn mark(&mut self, mark: u8) -> Option<()> {
        self.rest = self.rest.strip_prefix(char::from(mark))?;
        Some(())
    }

    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        let mut used = 0;
        for byte in self.rest.bytes().take_while(u8::is_ascii_digit) {
            number = number.checked_mul(10)?.checked_add(u32::from(byte - b'0'))?;
            used += 1;
        }
        self.rest = self.rest.get(used..)?;
        (used > 0).then_some(number)
    }

    /// A JSON string; borrowed from the line unless it holds an escape.
    fn text<'w>(&mut self, word: &'w mut String) -> Option<&'w str>
    where
        'a: 'w,
    {
        let inside = self.rest.strip_prefix('"')?;
        let end = inside.bytes().position(|byte| byte == b'"' || byte == b'\\')?;
        let (plain, after) = inside.split_at_checked(end)?;
        if let Some(rest) = after.strip_prefix('"') {
            self.rest = rest;
            return Some(plain);
        }
        let mut parsed = serde_json::Deserializer::from_str(self.rest).into_iter::<String>();
        *word = parsed.next()?.ok()?;
        self.rest = self.rest.get(parsed.byte_offset()..)?;
        Some(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workbook::{Area, Builder, CommentKind, ListValues, Span};

    type Sent = (u32, u32, CellKind, String, Option<String>);

    fn cells_of(line: &str) -> Result<Vec<Sent>, ReadProblem> {
        let mut builder = Builder::default();
        builder.file(facts())?;
        builder.sheet(SheetHead::named("S"))?;
        accept(line.as_bytes(), &mut builder)?;
        builder.end_sheet(0)?;
        let book = builder.finish()?;
        let of = |c: CellView<'_>| (c.row, c.column, c.kind, c.text.to_owned(), c.formula.map(str::to_owned));
        Ok(book.sheets[0].rows().flat_map(|row| row.cells()).map(of).collect())
    }

    fn facts() -> FileFacts {
        let sha256 = Digest::of(b"");
        FileFacts { name: "f".into(), sha256, size: 0, format: Format::Xlsx, encoding: None, delimiter: None }
    }

    #[test]
    fn a_row_comes_back_as_it_was_sent() {
        let mut sink = LineSink::new(Vec::new());
        let sent = [
            (7, 1, CellKind::Text, "plain", None),
            (7, 2, CellKind::Number, "1.1", None),
            (7, 30, CellKind::Text, "two\nlines \"quoted\" \\ é", Some("HYPERLINK(\"a\",\"b\")")),
            (7, 31, CellKind::NoValue, "", Some("A1+1")),
        ];
        for (row, column, kind, text, formula) in sent {
            sink.cell(CellView { row, column, kind, text, formula }).unwrap();
        }
        sink.flush().unwrap();
        let line = String::from_utf8(sink.out).unwrap();
        let back = cells_of(line.trim_end_matches('\n')).unwrap();
        let expected: Vec<_> =
            sent.iter().map(|c| (c.0, c.1, c.2, c.3.to_owned(), c.4.map(str::to_owned))).collect();
        assert_eq!(back, expected, "text, kind, place and formula survive the way");
        assert!(serde_json::from_str::<serde_json::Value>(&line).is_ok(), "each row is ordinary JSON");
    }

    #[test]
    fn what_stands_around_the_cells_comes_back_as_it_was_sent() {
        let mut sink = LineSink::new(Vec::new());
        let area = |top, bottom| Area { top, left: 2, bottom, right: 2 };
        let mut head = SheetHead::named("S");
        head.hidden_rows = vec![Span { first: 3, last: 9 }, Span { first: 2, last: 2 }];
        head.hidden_columns = vec![Span { first: 4, last: 99_999 }];
        let comment = Comment {
            row: 7,
            column: 2,
            kind: CommentKind::Thread,
            author: "Ada".into(),
            text: "two\nlines \"é\"".into(),
        };
        let list = |values| FoundList {
            areas: vec![area(2, 9)],
            enforced: true,
            formula: "Lists!$B$1:$B$2".into(),
            values,
        };
        let (name, sheets) = ("xl/media/a.png".to_owned(), vec!["S".to_owned()]);
        let (kind, sha256) = (EmbeddedKind::Image, Digest::of(b"a"));
        let embedded = Embedded { name, kind, size: 1, sha256, sheets };
        sink.file(facts()).unwrap();
        sink.embedded(embedded.clone()).unwrap();
        sink.sheet(head).unwrap();
        sink.comment(comment.clone()).unwrap();
        sink.validation(list(ListValues::Cells { sheet: "lists".into(), area: area(1, 2) })).unwrap();
        sink.validation(list(ListValues::Texts(vec!["x".into(), " ".into(), "x".into()]))).unwrap();
        sink.end_sheet(0).unwrap();
        sink.sheet(SheetHead::named("Lists")).unwrap();
        for (row, text) in [(1, "Yes"), (2, "No")] {
            sink.cell(CellView { row, column: 2, kind: CellKind::Text, text, formula: None }).unwrap();
        }
        sink.end_sheet(0).unwrap();
        sink.flush().unwrap();
        let mut builder = Builder::default();
        for line in sink.out.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            assert_eq!(accept(line, &mut builder).unwrap(), None, "every line is understood");
        }
        let book = builder.finish().unwrap();
        let sheet = &book.sheets[0];
        assert_eq!(book.embedded, [embedded], "name, size, SHA-256 and sheets");
        assert_eq!(sheet.comments, [comment], "place, author and text");
        assert_eq!(sheet.hidden_rows, [(2, 9).into()], "spans are ordered and those that touch are one");
        assert_eq!(sheet.hidden_columns, [(4, 16_384).into()], "no span reaches beyond the sheet");
        assert_eq!(*sheet.validations[0].values, ["Yes", "No"], "values of a sheet that comes later");
        assert_eq!(*sheet.validations[1].values, ["x"], "blanks and repeated values are left out");
    }

    #[test]
    fn a_place_that_no_sheet_has_is_refused() {
        let limits = crate::Limits::default();
        for line in [
            r#"{"comment":{"row":0,"column":1,"kind":"note","author":"","text":""}}"#,
            r#"{"comment":{"row":1,"column":16385,"kind":"note","author":"","text":""}}"#,
            r#"{"comment":{"row":1,"column":1,"kind":"shout","author":"","text":""}}"#,
            r#"{"validation":{"areas":[{"top":2,"left":1,"bottom":1,"right":1}],
                "enforced":true,"formula":"","values":{"texts":[]}}}"#,
            r#"{"validation":{"areas":[],"enforced":true,"formula":"",
                "values":{"cells":{"sheet":"S","area":{"top":1,"left":1,"bottom":1048577,"right":1}}}}}"#,
            r#"{"validation":{"areas":[],"enforced":true,"formula":"","values":{"words":[]}}}"#,
            r#"{"embedded":{"name":"a","kind":"file","size":1,"sha256":"00","sheets":[]}}"#,
        ] {
            let mut builder = Builder::default();
            let mut gate = crate::reader::Gate::new(&limits, &mut builder);
            assert!(accept(line.as_bytes(), &mut gate).is_err(), "{line} can't come from a sound reader");
        }
    }

    #[test]
    fn a_spoilt_line_is_refused_and_never_half_read() {
        for line in [
            "[",
            "[1",
            "[1,",
            "[1,2",
            "[1,2,",
            "[1,2,\"a",
            "[1,2,[\"q\",\"a\"]]",
            "[0,1,\"a\"]",
            "[1,2,\"a\"]x",
            "[99999999999,1,\"a\"]",
            "{\"unknown\":1}",
            "{",
            "[1,2,\"\\q\"]",
        ] {
            assert!(cells_of(line).is_err(), "{line} is no line of the format");
        }
    }
}
