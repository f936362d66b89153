//! Days of the calendar (ISO 8601, proleptic Gregorian): reading, adding, writing. No clock.

use alloc::string::String;

use crate::case::is_date;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    year: u32,
    month: u32,
    day: u32,
}

impl Day {
    /// `2026-11-23`, or `None` where the text is no day of the calendar.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if !is_date(text) {
            return None;
        }
        let mut parts = text.split('-').map(|part| part.parse::<u32>().ok());
        Some(Self { year: parts.next()??, month: parts.next()??, day: parts.next()?? })
    }

    /// The day of a time as the trail writes it, `2026-11-23T05:00:00.000Z`.
    #[must_use]
    pub fn of_time(time: &str) -> Option<Self> {
        Self::read(&time.chars().take(10).collect::<String>())
    }

    /// `2026-11-23`.
    #[must_use]
    pub fn text(self) -> String {
        alloc::format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }

    /// The year.
    #[must_use]
    pub const fn year(self) -> u32 {
        self.year
    }

    /// So many days later; `None` past the year 9999, which no date can hold.
    #[must_use]
    pub fn plus_days(self, days: u32) -> Option<Self> {
        let mut at = Self { day: self.day.checked_add(days)?, ..self };
        while at.day > days_of(at.year, at.month) {
            at.day -= days_of(at.year, at.month);
            at = Self { day: at.day, ..at.first_of_next_month()? };
        }
        Some(at)
    }

    /// So many months later; where that month has no such day, its last one.
    #[must_use]
    pub fn plus_months(self, months: u32) -> Option<Self> {
        let count =
            self.year.checked_mul(12)?.checked_add(self.month.checked_sub(1)?)?.checked_add(months)?;
        let (year, month) = (count / 12, count % 12 + 1);
        let day = self.day.min(days_of(year, month));
        (year <= LAST_YEAR).then_some(Self { year, month, day })
    }

    fn first_of_next_month(self) -> Option<Self> {
        Self { day: 1, ..self }.plus_months(1)
    }
}

const LAST_YEAR: u32 = 9999;

const fn days_of(year: u32, month: u32) -> u32 {
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}
