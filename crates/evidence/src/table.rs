//! Finds the requirement table of a sheet and guesses what its columns are for. A guess is shown to the
//! person with real values beside it; nothing is taken over because of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::answers::{Role, Vocabulary};
use crate::ids::{self, KnownIds};
use crate::text::{is_empty, key};
use crate::workbook::{CellKind, CellView, Sheet, Visibility, Workbook};

/// Rows in which a header is looked for; real ones stood in row 12 at most.
const HEADER_ROWS: u32 = 60;
/// Rows in which ids are counted; enough to rank sheets, cheap for the largest.
const COUNTED_ROWS: usize = 5_000;

/// Where the requirement table probably is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableGuess {
    /// Sheet name.
    pub sheet: String,
    /// Whether the sheet is hidden: offered last, used only on request.
    pub hidden: bool,
    /// Row of the headings; `None` when the table has none.
    pub header_row: Option<u32>,
    /// Cells of the best id column that name a known requirement, among the first 5,000 rows.
    pub score: u32,
    /// Every column that holds anything, left to right.
    pub columns: Vec<ColumnGuess>,
}

/// What a column probably is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ColumnGuess {
    /// Column number from 1.
    pub column: u32,
    /// Its letters.
    pub letters: String,
    /// Its heading, with the banner of a merged area above it: `Assessor / Comment`.
    pub heading: String,
    /// What it is probably for.
    pub role: Role,
    /// Up to five different values below the heading, as stored.
    pub samples: Vec<String>,
    /// Cells that name a known requirement, among the first 5,000 rows.
    pub id_hits: u32,
    /// Whether it is hidden in the file: it has no role unless a person gives it one.
    #[serde(default)]
    pub hidden: bool,
}

/// Guesses for every sheet, the most promising first: visible before hidden, then by known ids.
pub fn rank(workbook: &Workbook, known: &KnownIds) -> Vec<TableGuess> {
    let mut all: Vec<TableGuess> = workbook.sheets.iter().filter_map(|sheet| find(sheet, known)).collect();
    all.sort_by_key(|guess| (guess.hidden, std::cmp::Reverse(guess.score)));
    all
}

/// The requirement table of one sheet; `None` when neither a known id nor a known heading stands in it.
pub fn find(sheet: &Sheet, known: &KnownIds) -> Option<TableGuess> {
    Some(look(sheet, known, None)).filter(|guess| guess.score > 0 || guess.header_row.is_some())
}

/// The table of a sheet that a person has chosen, with the header row that a person has moved; it is there whatever
/// stands in it.
pub fn look(sheet: &Sheet, known: &KnownIds, header_row: Option<u32>) -> TableGuess {
    let hits = id_hits(sheet, known);
    let most = |hidden: bool| {
        let of = hits.iter().copied().filter(|(column, _)| sheet.column_is_hidden(*column) == hidden);
        of.max_by_key(|(column, hits)| (*hits, std::cmp::Reverse(*column)))
    };
    // Ids alone may come from a hidden column, where no visible one names nearly as many.
    let best = match (most(false), most(true)) {
        (Some(shown), Some(hidden)) if shown.1 < hidden.1 / 2 => Some(hidden),
        (shown, hidden) => shown.or(hidden),
    };
    let (id_column, score) = best.unwrap_or((0, 0));
    let header_row = header_row.or_else(|| self::header_row(sheet, known, (score > 0).then_some(id_column)));
    let mut columns: Vec<ColumnGuess> = used_columns(sheet)
        .into_iter()
        .map(|column| ColumnGuess {
            column,
            letters: crate::letters(column),
            heading: header_row.map(|row| heading(sheet, row, column)).unwrap_or_default(),
            role: Role::Ignore,
            samples: samples(sheet, header_row.unwrap_or(0), column),
            id_hits: hits.iter().find(|(c, _)| *c == column).map_or(0, |(_, hits)| *hits),
            hidden: sheet.column_is_hidden(column),
        })
        .collect();
    give_roles(&mut columns, (score > 0).then_some(id_column));
    let hidden = sheet.visibility != Visibility::Visible;
    TableGuess { sheet: sheet.name.clone(), hidden, header_row, score, columns }
}

/// Known ids per column. A text column that mentions ids in long prose is no id column.
fn id_hits(sheet: &Sheet, known: &KnownIds) -> Vec<(u32, u32)> {
    let mut hits = BTreeMap::<u32, u32>::new();
    for cell in sheet.rows().take(COUNTED_ROWS).flat_map(|row| row.cells()) {
        if may_be_id(&cell) && ids::read(cell.text, known).iter().any(ids::IdMatch::counts) {
            *hits.entry(cell.column).or_default() += 1;
        }
    }
    hits.into_iter().collect()
}

/// A quick look that spares most cells the full reading.
fn may_be_id(cell: &CellView<'_>) -> bool {
    cell.kind == CellKind::Text
        && cell.text.len() <= 200
        && cell.text.bytes().any(|byte| byte.is_ascii_digit())
}

fn used_columns(sheet: &Sheet) -> std::collections::BTreeSet<u32> {
    sheet.rows().flat_map(|row| row.cells()).map(|cell| cell.column).collect()
}

/// The row that looks most like headings: texts, known words, and ids below it.
fn header_row(sheet: &Sheet, known: &KnownIds, id_column: Option<u32>) -> Option<u32> {
    let is_id =
        |cell: &CellView<'_>| may_be_id(cell) && ids::read(cell.text, known).iter().any(ids::IdMatch::counts);
    let first_id = id_column.and_then(|column| {
        sheet.rows().find(|row| row.cell(column).is_some_and(|cell| is_id(&cell))).map(|row| row.number)
    });
    let last = first_id.map_or(HEADER_ROWS, |row| row.saturating_sub(1)).min(HEADER_ROWS);
    // A heading merged over several rows stands beside the headings of its last row.
    let tall: BTreeMap<(u32, u32), u32> = sheet
        .merges
        .iter()
        .filter(|merge| merge.top < merge.bottom && merge.bottom <= last)
        .map(|merge| ((merge.top, merge.left), merge.bottom))
        .collect();
    let is_tall = |cell: &CellView<'_>| tall.contains_key(&(cell.row, cell.column));
    sheet
        .rows()
        .take_while(|row| row.number <= last)
        .filter_map(|row| {
            let mut words = 0_u32;
            let mut texts = 0_u32;
            let mut heads_ids = false;
            let ends_here = tall.iter().filter(|(_, bottom)| **bottom == row.number);
            let from_above = ends_here.filter_map(|((top, left), _)| sheet.cell(*top, *left));
            let own = row.cells().filter(|cell| !is_tall(cell));
            for cell in own.chain(from_above).filter(|cell| !is_empty(cell.text)) {
                heads_ids |= id_column == Some(cell.column);
                if cell.kind != CellKind::Text || cell.text.len() > 200 {
                    continue;
                }
                texts += 1;
                words += u32::from(Vocabulary::shipped().heading(cell.text).is_some());
            }
            // Below ids anything may be a heading; without ids at least two known words are wanted.
            let plausible = if first_id.is_some() { words > 0 || heads_ids } else { words > 1 };
            let score = words * 4 + texts.min(20) + if heads_ids { 6 } else { 0 };
            (plausible && texts > 0).then_some((score, row.number))
        })
        // Of equal rows the lower one stands directly above the ids; without ids the first one counts,
        // because the others are probably repeats.
        .max_by_key(|(score, row)| {
            let order = if first_id.is_some() { i64::from(*row) } else { -i64::from(*row) };
            (*score, order)
        })
        .map(|(_, row)| row)
}

/// A column's heading: the text of the header row and, before it, the banner of a merged area above.
fn heading(sheet: &Sheet, row: u32, column: u32) -> String {
    let own = shown(sheet, row, column);
    let above = row.checked_sub(1).filter(|row| *row > 0);
    let banner = above.map(|row| banner(sheet, row, column)).unwrap_or_default();
    match (banner.is_empty(), own.is_empty()) {
        (true, _) => own,
        (false, true) => banner,
        (false, false) if banner == own => own,
        (false, false) => format!("{banner} / {own}"),
    }
}

/// The text over a column in the row above the headings, when it spans columns or fills a gap.
fn banner(sheet: &Sheet, row: u32, column: u32) -> String {
    let spans = sheet.merges.iter().find(|merge| {
        (merge.top..=merge.bottom).contains(&row)
            && (merge.left..=merge.right).contains(&column)
            && merge.right - merge.left < 12
    });
    match spans {
        Some(merge) => text_at(sheet, merge.top, merge.left),
        None if text_at(sheet, row + 1, column).is_empty() => text_at(sheet, row, column),
        None => {
            // Two-row headings without merged areas: a word for the assessor still changes the meaning.
            let text = text_at(sheet, row, column);
            let assessor =
                Vocabulary::shipped().heading(&text).is_some_and(|(role, _)| role == Role::Assessor);
            if assessor { text } else { String::new() }
        }
    }
}

/// What is shown at a place: the text of the merged area it lies in, or its own.
fn shown(sheet: &Sheet, row: u32, column: u32) -> String {
    let merge = sheet.merges.iter().find(|merge| {
        (merge.top..=merge.bottom).contains(&row) && (merge.left..=merge.right).contains(&column)
    });
    match merge {
        Some(merge) => text_at(sheet, merge.top, merge.left),
        None => text_at(sheet, row, column),
    }
}

fn text_at(sheet: &Sheet, row: u32, column: u32) -> String {
    sheet.cell(row, column).map(|cell| crate::normalise(cell.text)).unwrap_or_default()
}

fn samples(sheet: &Sheet, header_row: u32, column: u32) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let below = sheet.rows().filter(|row| row.number > header_row).take(COUNTED_ROWS);
    for cell in below.filter_map(|row| row.cell(column)) {
        if !is_empty(cell.text) && !found.iter().any(|known| known == cell.text) {
            found.push(cell.text.to_owned());
            if found.len() == 5 {
                break;
            }
        }
    }
    found
}

fn give_roles(columns: &mut [ColumnGuess], id_column: Option<u32>) {
    for column in columns.iter_mut() {
        column.role = if column.hidden { Role::Ignore } else { role_of(column) };
        if Some(column.column) == id_column {
            column.role = Role::Requirement;
        }
    }
    // One id, one answer, one level, one role column: where several claim to be it, the best stays.
    let best_id = id_column.or_else(|| {
        columns.iter().find(|column| column.role == Role::Requirement).map(|column| column.column)
    });
    for single in Role::ALL.into_iter().filter(|role| !role.may_repeat()) {
        let first = match single {
            Role::Requirement => best_id,
            _ => columns
                .iter()
                .filter(|column| column.role == single)
                .max_by_key(|column| (!column.samples.is_empty(), std::cmp::Reverse(column.column)))
                .map(|column| column.column),
        };
        for column in columns.iter_mut().filter(|column| column.role == single) {
            if Some(column.column) != first {
                column.role = Role::Ignore;
            }
        }
    }
}

fn role_of(column: &ColumnGuess) -> Role {
    let words = Vocabulary::shipped();
    // A banner for the assessor covers every column below it, whatever their own headings say.
    let parts: Vec<Role> =
        column.heading.split(" / ").filter_map(|part| words.heading(part)).map(|(role, _)| role).collect();
    if parts.contains(&Role::Assessor) {
        return Role::Assessor;
    }
    if let Some(role) = parts.last() {
        return *role;
    }
    let is_role = |text: &String| ["integration", "maintenance"].contains(&key(text).as_str());
    if !column.samples.is_empty() && column.samples.iter().all(is_role) {
        return Role::ApplicantRole;
    }
    Role::Ignore
}
