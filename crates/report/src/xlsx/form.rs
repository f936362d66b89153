//! The worksheet that goes out to a vendor and comes back as an import: one line for each row, with a list to answer from,
//! ids that can't be changed, and a sheet that says how to fill it in.
//!
//! The order of the columns is that of a conformity worksheet; the headings are words that the import knows, so that a
//! filled form needs no mapping. The format is written down in `docs/formats/vendor-form.md`.

use super::{Texts, excel_day, fitting, refused};
use crate::{RenderProblem, Words};
use rust_xlsxwriter::{
    Color, DataValidation, DocProperties, Format, FormatAlign, FormatBorder, ProtectionOptions, Workbook,
    Worksheet, XlsxError,
};

/// What a form asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Form {
    /// What is evaluated.
    pub title: String,
    /// The requirement document with its edition.
    pub document: String,
    /// The day it is written, `2026-11-26`.
    pub written_on: String,
    /// Whether rows have roles and components (2-4).
    pub has_roles: bool,
    /// Whether the vendor declares a maturity level for each row (2-4, 4-1).
    pub declares_maturity: bool,
    /// The lines, in the order of the worklist.
    pub lines: Vec<FormLine>,
}

/// One line of a form. What the vendor has claimed before stands in it already.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FormLine {
    /// Group or summary level.
    pub group: String,
    /// Requirement id.
    pub id: String,
    /// Role code, for 2-4.
    pub role: Option<String>,
    /// Our label.
    pub label: String,
    /// The declared level: of a component the SL of its FR, which the vendor can't change here; else the maturity level
    /// that the vendor claims for the row.
    pub declared: String,
    /// The answer so far: a meaning (`met`, `partial`, `not_met`, `not_applicable`), or nothing.
    pub response: Option<&'static str>,
    /// Part of the product or solution.
    pub component: String,
    /// References to evidence so far.
    pub evidence: String,
    /// Comment so far.
    pub comment: String,
}

/// The meanings that a vendor can choose from, in the order of the list.
pub const ANSWERS: [&str; 4] = ["met", "partial", "not_met", "not_applicable"];

/// Draws the form. Same form and words, same bytes.
///
/// # Errors
/// [`RenderProblem::MissingWord`] for a text that is not there, [`RenderProblem::Spreadsheet`] when the writer refuses.
pub fn write(form: &Form, words: &Words) -> Result<Vec<u8>, RenderProblem> {
    let texts = Texts { words };
    let mut book = Workbook::new();
    let mut properties = DocProperties::new().set_title(&form.title);
    if let Some(day) = excel_day(&form.written_on) {
        properties = properties.set_creation_datetime(&day);
    }
    book.set_properties(&properties);
    let told = instructions(form, &texts)?;
    explain(book.add_worksheet(), &texts.get("form-sheet-instructions")?, &told).map_err(refused)?;
    let page = Page::of(form, &texts)?;
    let sheet = book.add_worksheet();
    page.draw(sheet, form).map_err(refused)?;
    // Whoever opens it sees where to write.
    sheet.set_active(true);
    book.save_to_buffer().map_err(refused)
}

fn instructions(form: &Form, texts: &Texts<'_>) -> Result<Vec<String>, RenderProblem> {
    let mut told = vec![form.title.clone(), form.document.clone()];
    for id in ["form-how-answer", "form-how-evidence", "form-how-comment"] {
        told.push(texts.get(id)?);
    }
    if form.declares_maturity {
        told.push(texts.get("form-how-level")?);
    }
    for id in ["form-how-rows", "form-how-back"] {
        told.push(texts.get(id)?);
    }
    told.push(texts.get("own-labels")?);
    Ok(told)
}

fn explain(sheet: &mut Worksheet, name: &str, lines: &[String]) -> Result<(), XlsxError> {
    let body = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    let title = Format::new().set_bold().set_font_size(14);
    sheet.set_name(name)?;
    sheet.set_column_width(0, 110)?;
    for (line, text) in (0u32..).zip(lines) {
        sheet.write_string_with_format(line, 0, fitting(text), if line == 0 { &title } else { &body })?;
    }
    Ok(())
}

/// The sheet with the lines, in words.
struct Page {
    name: String,
    heads: Vec<(String, f64)>,
    answers: Vec<String>,
    hint: String,
    wrong: String,
    wrong_level: String,
    roles: Vec<(String, String)>,
}

const DECLARED: u16 = 3;
const RESPONSE: u16 = 5;
const COMMENT: u16 = 8;
const VERDICT: u16 = 9;

impl Page {
    fn of(form: &Form, texts: &Texts<'_>) -> Result<Self, RenderProblem> {
        let mut heads = Vec::new();
        for (id, width) in [
            ("form-col-group", 22.0),
            ("form-col-id", 16.0),
            ("form-col-role", if form.has_roles { 14.0 } else { 8.0 }),
            (if form.declares_maturity { "form-col-declared" } else { "form-col-fixed-level" }, 12.0),
            ("form-col-label", 44.0),
            ("form-col-response", 18.0),
            ("form-col-component", 18.0),
            ("form-col-evidence", 40.0),
            ("form-col-comment", 44.0),
            ("form-col-verdict", 16.0),
        ] {
            heads.push((texts.get(id)?, width));
        }
        let answers: Result<Vec<String>, RenderProblem> =
            ANSWERS.iter().map(|answer| texts.code("form-answer", answer)).collect();
        let roles =
            ["integration", "maintenance"].map(|role| Ok((role.to_owned(), texts.code("form-role", role)?)));
        Ok(Self {
            name: texts.get("form-sheet-rows")?,
            heads,
            answers: answers?,
            hint: texts.get("form-how-answer")?,
            wrong: texts.get("form-answer-wrong")?,
            wrong_level: texts.get("form-level-wrong")?,
            roles: roles.into_iter().collect::<Result<_, RenderProblem>>()?,
        })
    }

    fn draw(&self, sheet: &mut Worksheet, form: &Form) -> Result<(), XlsxError> {
        let head = Format::new()
            .set_bold()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_background_color(Color::RGB(0x00E3_E9F0))
            .set_border_bottom(FormatBorder::Thin);
        let fixed =
            Format::new().set_text_wrap().set_align(FormatAlign::Top).set_font_color(Color::RGB(0x0040_4A56));
        let open = Format::new()
            .set_text_wrap()
            .set_align(FormatAlign::Top)
            .set_unlocked()
            .set_background_color(Color::RGB(0x00FF_FDF2))
            .set_border(FormatBorder::Hair);
        sheet.set_name(&self.name)?;
        for (column, (title, width)) in (0u16..).zip(&self.heads) {
            sheet.set_column_width(column, *width)?;
            sheet.write_string_with_format(0, column, title, &head)?;
        }
        for (line, row) in (1u32..).zip(&form.lines) {
            let role = row.role.as_ref().map(|code| {
                let word = self.roles.iter().find(|(known, _)| known == code);
                word.map_or_else(|| code.clone(), |(_, word)| word.clone())
            });
            let response = row
                .response
                .and_then(|meaning| ANSWERS.iter().position(|answer| *answer == meaning))
                .and_then(|at| self.answers.get(at).cloned());
            let cells = [
                row.group.clone(),
                row.id.clone(),
                role.unwrap_or_default(),
                row.declared.clone(),
                row.label.clone(),
                response.unwrap_or_default(),
                row.component.clone(),
                row.evidence.clone(),
                row.comment.clone(),
                String::new(),
            ];
            for (column, text) in (0u16..).zip(&cells) {
                let is_open =
                    (RESPONSE..=COMMENT).contains(&column) || (column == DECLARED && form.declares_maturity);
                let format = if is_open { &open } else { &fixed };
                if text.is_empty() {
                    sheet.write_blank(line, column, format)?;
                } else {
                    sheet.write_string_with_format(line, column, fitting(text), format)?;
                }
            }
        }
        let last = u32::try_from(form.lines.len()).unwrap_or(u32::MAX).max(1);
        let list = DataValidation::new()
            .allow_list_strings(&self.answers)?
            .set_input_message(short(&self.hint))?
            .set_error_message(short(&self.wrong))?;
        sheet.add_data_validation(1, RESPONSE, last, RESPONSE, &list)?;
        if form.declares_maturity {
            let levels = DataValidation::new()
                .allow_list_strings(&["ML 1", "ML 2", "ML 3", "ML 4"])?
                .set_error_message(short(&self.wrong_level))?;
            sheet.add_data_validation(1, DECLARED, last, DECLARED, &levels)?;
        }
        sheet.autofilter(0, 0, last, VERDICT)?;
        sheet.set_freeze_panes(1, 2)?;
        // No password: it keeps ids from being changed by mistake, and nothing else.
        let options = ProtectionOptions {
            format_columns: true,
            format_rows: true,
            sort: true,
            use_autofilter: true,
            ..ProtectionOptions::new()
        };
        sheet.protect_with_options(&options);
        sheet.set_landscape();
        sheet.set_paper_size(9);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_repeat_rows(0, 0)?;
        Ok(())
    }
}

/// A message beside a cell holds 255 characters.
fn short(text: &str) -> String {
    text.chars().take(250).collect()
}
