//! Where the values of a drop-down list are: in its formula, in cells, or behind a name.
//!
//! Nothing is calculated: `INDIRECT`, `OFFSET` and the like are no list that can be told.

use super::super::archive::address;
use crate::workbook::{Area, LAST_COLUMN, LAST_ROW, ListValues, number_of_letters};

/// A name of the workbook: the sheet it holds in, by number from 0, and what it stands for.
pub(super) struct Name {
    pub(super) name: String,
    pub(super) sheet: Option<usize>,
    pub(super) formula: String,
}

/// Names that stand for names are followed this often; a circle ends here.
const STEPS: usize = 8;

/// The values a list formula of a sheet stands for; `None` when they cannot be told.
///
/// An area that moves along with the cell (an address without `$`) is one list only where it cannot move.
pub(super) fn values(
    formula: &str,
    areas: &[Area],
    at: usize,
    sheet: &str,
    names: &[Name],
) -> Option<ListValues> {
    let formula = formula.trim();
    let mut formula = formula.strip_prefix('=').unwrap_or(formula).trim();
    if let Some(texts) = literal(formula) {
        return Some(ListValues::Texts(texts));
    }
    let one_row = areas.iter().map(|area| (area.top, area.bottom)).try_fold(None, same).is_some();
    let one_column = areas.iter().map(|area| (area.left, area.right)).try_fold(None, same).is_some();
    for step in 0..STEPS {
        if let Some(found) = reference(formula) {
            // What a name stands for moves with the cell that was selected when it was given.
            let may_move = (found.row_moves && (step > 0 || !one_row))
                || (found.column_moves && (step > 0 || !one_column));
            let sheet = found.sheet.unwrap_or_else(|| sheet.to_owned());
            return (!may_move).then_some(ListValues::Cells { sheet, area: found.area });
        }
        let called = |name: &&Name| name.name.to_lowercase() == formula.to_lowercase();
        let own = names.iter().find(|name| called(name) && name.sheet == Some(at));
        let name = own.or_else(|| names.iter().find(|name| called(name) && name.sheet.is_none()))?;
        formula = name.formula.trim();
    }
    None
}

/// Folds to the one row or column that all areas lie in.
fn same(known: Option<u32>, (first, last): (u32, u32)) -> Option<Option<u32>> {
    (first == last && known.is_none_or(|known| known == first)).then_some(Some(first))
}

/// `"Pass,Fail,N/A"`: what stands between the commas.
fn literal(formula: &str) -> Option<Vec<String>> {
    let inside = formula.strip_prefix('"')?.strip_suffix('"')?;
    Some(inside.replace("\"\"", "\"").split(',').map(|text| text.trim().to_owned()).collect())
}

/// `one,"two, still two"`: the form for lists that hold commas (MS-XLSX, `x12ac:list`).
pub(super) fn quoted(list: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut inside = false;
    for c in list.chars() {
        match (c, inside) {
            ('"', _) => inside = !inside,
            (',', false) => out.push(String::new()),
            _ => out.iter_mut().last().into_iter().for_each(|text| text.push(c)),
        }
    }
    out.into_iter().map(|text| text.trim().to_owned()).collect()
}

struct Reference {
    sheet: Option<String>,
    area: Area,
    row_moves: bool,
    column_moves: bool,
}

/// Reads `Lists!$A$1:$A$3`, `'My lists'!$A:$A`, `$B$2`. Areas of another workbook are none.
fn reference(formula: &str) -> Option<Reference> {
    let (sheet, rest) = match formula.strip_prefix('\'') {
        Some(quoted) => {
            let end = quoted.rfind("'!")?;
            (Some(quoted.get(..end)?.replace("''", "'")), quoted.get(end + 2..)?)
        }
        None => match formula.split_once('!') {
            Some((sheet, rest)) => (Some(sheet.to_owned()), rest),
            None => (None, formula),
        },
    };
    if sheet.as_ref().is_some_and(|sheet| sheet.contains(['[', ']', '(', '"', ':'])) {
        return None;
    }
    area(sheet, rest)
}

/// Reads `[$Lists.$A$1:.$A$3]` of an OpenDocument formula.
pub(super) fn open_reference(formula: &str, areas: &[Area], sheet: &str) -> Option<ListValues> {
    let inside = formula.trim().strip_prefix('[')?.strip_suffix(']')?;
    let (first, last) = inside.split_once(':').unwrap_or((inside, inside));
    let (named, first) = first.rsplit_once('.')?;
    let last = last.rsplit_once('.').map_or(last, |(_, last)| last);
    let named = named.strip_prefix('$').unwrap_or(named);
    let named = match named.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')) {
        Some(quoted) => quoted.replace("''", "'"),
        None => named.to_owned(),
    };
    let found = area((!named.is_empty()).then_some(named), &format!("{first}:{last}"))?;
    let one_row = areas.iter().map(|area| (area.top, area.bottom)).try_fold(None, same).is_some();
    let one_column = areas.iter().map(|area| (area.left, area.right)).try_fold(None, same).is_some();
    let may_move = (found.row_moves && !one_row) || (found.column_moves && !one_column);
    let sheet = found.sheet.unwrap_or_else(|| sheet.to_owned());
    (!may_move).then_some(ListValues::Cells { sheet, area: found.area })
}

/// The texts of `"a";"b"`.
pub(super) fn open_literal(list: &str) -> Option<Vec<String>> {
    let mut texts = Vec::new();
    let mut rest = list.trim();
    loop {
        rest = rest.strip_prefix('"')?;
        let mut text = String::new();
        loop {
            let (before, after) = rest.split_once('"')?;
            text.push_str(before);
            rest = after;
            match rest.strip_prefix('"') {
                // A doubled mark is one that is meant.
                Some(more) => {
                    text.push('"');
                    rest = more;
                }
                None => break,
            }
        }
        texts.push(text);
        rest = rest.trim_start();
        match rest.strip_prefix(';') {
            Some(more) => rest = more.trim_start(),
            None if rest.is_empty() => return Some(texts),
            None => return None,
        }
    }
}

fn area(sheet: Option<String>, text: &str) -> Option<Reference> {
    let (first, last) = text.split_once(':').unwrap_or((text, text));
    let moves = |part: &str| {
        // `$` before the letters holds the column, `$` before the digits the row.
        let column = !part.starts_with('$');
        let row = !part.trim_start_matches('$').contains('$');
        (row, column)
    };
    let (row_moves, column_moves) = (moves(first).0 || moves(last).0, moves(first).1 || moves(last).1);
    if let (Some((top, left)), Some((bottom, right))) = (address(first), address(last)) {
        let area = Area {
            top: top.min(bottom),
            left: left.min(right),
            bottom: top.max(bottom),
            right: left.max(right),
        };
        return Some(Reference { sheet, area, row_moves, column_moves });
    }
    if !text.contains(':') {
        return None;
    }
    let bare = |part: &str| part.strip_prefix('$').unwrap_or(part).to_owned();
    let (first_bare, last_bare) = (bare(first), bare(last));
    let moving = !first.starts_with('$') || !last.starts_with('$');
    if let (Some(a), Some(b)) = (number_of_letters(&first_bare), number_of_letters(&last_bare)) {
        let area = Area { top: 1, left: a.min(b), bottom: LAST_ROW, right: a.max(b) };
        return Some(Reference { sheet, area, row_moves: false, column_moves: moving });
    }
    let row = |text: &str| text.parse::<u32>().ok().filter(|row| (1..=LAST_ROW).contains(row));
    let (a, b) = (row(&first_bare)?, row(&last_bare)?);
    let area = Area { top: a.min(b), left: 1, bottom: a.max(b), right: LAST_COLUMN };
    Some(Reference { sheet, area, row_moves: moving, column_moves: false })
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELLS: [Area; 1] = [Area { top: 2, left: 4, bottom: 90, right: 4 }];

    fn names() -> Vec<Name> {
        let name =
            |name: &str, sheet, formula: &str| Name { name: name.into(), sheet, formula: formula.into() };
        vec![
            name("Answers", None, "Lists!$B$1:$B$3"),
            name("Answers", Some(1), "'Vendor''s lists'!$A$1:$A$2"),
            name("Also", None, "ANSWERS"),
            name("Round", None, "Round"),
            name("Moving", None, "Lists!B1:B3"),
        ]
    }

    fn told(formula: &str, at: usize) -> Option<ListValues> {
        values(formula, &CELLS, at, "S", &names())
    }

    fn cells(sheet: &str, top: u32, left: u32, bottom: u32, right: u32) -> Option<ListValues> {
        Some(ListValues::Cells { sheet: sheet.into(), area: Area { top, left, bottom, right } })
    }

    fn texts(texts: &[&str]) -> Option<ListValues> {
        Some(ListValues::Texts(texts.iter().map(|text| (*text).to_owned()).collect()))
    }

    #[test]
    fn a_list_is_told_where_its_values_stand() {
        assert_eq!(told("\"Pass, Fail,N/A\"", 0), texts(&["Pass", "Fail", "N/A"]), "blanks are no value");
        assert_eq!(told("\"say \"\"yes\"\"\"", 0), texts(&["say \"yes\""]), "doubled marks are meant");
        assert_eq!(told("$A$124:$A$127", 0), cells("S", 124, 1, 127, 1), "the same sheet");
        assert_eq!(told("Lists!$A$1:$B$2", 0), cells("Lists", 1, 1, 2, 2), "another sheet");
        assert_eq!(told("'My ''own'' list'!$A$1", 0), cells("My 'own' list", 1, 1, 1, 1), "a quoted sheet");
        assert_eq!(told("Lists!$A:$A", 0), cells("Lists", 1, 1, LAST_ROW, 1), "a whole column");
        assert_eq!(told("$3:$3", 0), cells("S", 3, 1, 3, LAST_COLUMN), "a whole row");
        assert_eq!(told("answers", 0), cells("Lists", 1, 2, 3, 2), "a name, ignoring case");
        assert_eq!(told("Answers", 1), cells("Vendor's lists", 1, 1, 2, 1), "a sheet's own name goes first");
        assert_eq!(told("=Also", 0), cells("Lists", 1, 2, 3, 2), "a name of a name");
        assert_eq!(
            told("R$1:R$3", 0),
            cells("S", 1, 18, 3, 18),
            "one column of cells cannot move it sideways"
        );
        assert_eq!(quoted("1,\"a, b\", c"), ["1", "a, b", "c"], "the form for values with commas");
    }

    #[test]
    fn what_would_have_to_be_calculated_is_no_list() {
        for formula in [
            "INDIRECT(A1)",
            "OFFSET($A$1,0,0,3)",
            "Round",
            "Moving",
            "Unknown",
            "",
            "=",
            "[1]Lists!$A$1:$A$3",
            "'[other.xlsx]Lists'!$A$1",
            "R2:R5",
            "$A$0",
            "$A$1:$XFE$3",
            "$A$1:$A$1048577",
            "Lists!$A$1,Lists!$B$1",
            "Table1[Answers]",
            "'Lists",
            "\"",
        ] {
            assert_eq!(told(formula, 0), None, "{formula} cannot be told without calculating");
        }
    }

    #[test]
    fn open_document_lists_are_told_too() {
        assert_eq!(
            open_literal("\"a\";\"b \"\"c\"\"\" ; \"d;e\""),
            Some(vec!["a".into(), "b \"c\"".into(), "d;e".into()]),
            "marks and semicolons inside a text are text"
        );
        for broken in ["", "\"a", "\"a\";", "a;b", "\"a\" \"b\""] {
            assert_eq!(open_literal(broken), None, "{broken} is no list of texts");
        }
        let told = |formula| open_reference(formula, &CELLS, "S");
        assert_eq!(told("[$Lists.$A$1:.$A$3]"), cells("Lists", 1, 1, 3, 1), "another sheet");
        assert_eq!(told("[.$A$1:.$A$3]"), cells("S", 1, 1, 3, 1), "the same sheet");
        assert_eq!(
            told("[$'My ''own''.list'.$A$1:.$A$3]"),
            cells("My 'own'.list", 1, 1, 3, 1),
            "a quoted sheet"
        );
        assert_eq!(told("[.A1:.A3]"), None, "an area that moves along is no one list");
    }
}
