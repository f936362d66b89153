//! Dates as they are written beside a document.

use super::super::WrittenDate;
use super::super::words::MONTHS;
use super::{Piece, is_letter};

impl Piece {
    /// The first date; a second one stays in the text.
    pub(super) fn date(&mut self) -> Option<WrittenDate> {
        for i in 0..self.len() {
            let joined = self.before(i).is_some_and(|c| matches!(c, '-' | '.' | '/' | '_') || is_letter(c));
            if joined {
                continue;
            }
            let found = self.numeric_date(i).or_else(|| self.worded_date(i));
            if let Some((iso, to)) = found.filter(|(_, to)| self.free(i, *to)) {
                let hung = self.at(to).is_some_and(|c| matches!(c, '-' | '/' | '_')) && self.is_word(to + 1);
                let dotted = self.at(to) == Some('.') && self.is_digit(to + 1);
                let ends = !self.is_word(to) && !hung && !dotted;
                if ends {
                    self.take(i, to);
                    return Some(WrittenDate { iso, text: self.text(i, to) });
                }
            }
        }
        None
    }

    /// `2026-03-01`, `2026-03`, `01.03.2026`, `1. 3. 2026`, `03.2026`, `03/2026`, `3/1/2026`.
    pub(super) fn numeric_date(&self, i: usize) -> Option<(Option<String>, usize)> {
        let first = self.digits(i);
        let a = self.number(i, first)?;
        let mark = self.at(first)?;
        let second_from = if mark == '.' { self.blanks(first + 1) } else { first + 1 };
        let second = self.digits(second_from);
        let b = self.number(second_from, second)?;
        let two = |n: usize| (1..=2).contains(&n);
        if first - i == 4 && mark == '-' && second - second_from == 2 {
            let day_from = second + 1;
            let day = self.digits(day_from);
            if self.at(second) == Some('-') && day - day_from == 2 {
                return Some((Some(iso(a, b, Some(self.number(day_from, day)?))?), day));
            }
            return Some((Some(iso(a, b, None)?), second));
        }
        if !two(first - i) || !matches!(mark, '.' | '/') {
            return None;
        }
        if second - second_from == 4 {
            return Some((Some(iso(b, a, None)?), second));
        }
        let third_from = if mark == '.' { self.blanks(second + 1) } else { second + 1 };
        let third = self.digits(third_from);
        if !two(second - second_from) || self.at(second) != Some(mark) || third - third_from != 4 {
            return None;
        }
        let year = self.number(third_from, third)?;
        let (day_first, month_first) = (iso(year, b, Some(a)), iso(year, a, Some(b)));
        let date = match mark {
            '.' => Some(day_first?),
            _ => match (day_first, month_first) {
                (Some(date), None) | (None, Some(date)) => Some(date),
                (Some(x), Some(y)) if x == y => Some(x),
                // 3/4/2026 is one day in London and another one in Boston.
                (Some(_), Some(_)) => None,
                (None, None) => return None,
            },
        };
        Some((date, third))
    }

    /// `1 March 2026`, `1. März 2026`, `March 1, 2026`, `März 2026`.
    pub(super) fn worded_date(&self, i: usize) -> Option<(Option<String>, usize)> {
        let month = |from: usize| {
            let found = MONTHS.iter().filter_map(|(name, n)| Some((self.whole(from, name)?, *n))).max();
            found.map(|(end, n)| (if self.at(end) == Some('.') { end + 1 } else { end }, n))
        };
        let year = |from: usize| {
            let to = self.digits(from);
            (to == from + 4).then(|| self.number(from, to)).flatten().map(|year| (to, year))
        };
        let day_to = self.digits(i);
        if day_to > i {
            let day = self.number(i, day_to)?;
            let mut from = day_to;
            if let Some(end) = ["st", "nd", "rd", "th", "."].iter().find_map(|mark| self.follows(from, mark))
            {
                from = end;
            }
            let (end, n) = month(self.blanks(from))?;
            let (to, year) = year(self.blanks(end))?;
            return Some((Some(iso(year, n, Some(day))?), to));
        }
        let (end, n) = month(i)?;
        let next = self.blanks(end);
        if let Some((to, year)) = year(next) {
            return Some((Some(iso(year, n, None)?), to));
        }
        let day_to = self.digits(next);
        let day = self.number(next, day_to)?;
        let comma = if self.at(day_to) == Some(',') { day_to + 1 } else { day_to };
        let (to, year) = year(self.blanks(comma))?;
        Some((Some(iso(year, n, Some(day))?), to))
    }
}

fn iso(year: u32, month: u32, day: Option<u32>) -> Option<String> {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    };
    if !(1980..=2100).contains(&year) || !(1..=12).contains(&month) {
        return None;
    }
    match day {
        Some(day) => (1..=last).contains(&day).then(|| format!("{year:04}-{month:02}-{day:02}")),
        None => Some(format!("{year:04}-{month:02}")),
    }
}
