//! Working time: real seconds inside opening hours.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::{GapInfo, Tz};

use crate::calendar::Calendar;

/// A unit that does not open for so many days is taken never to open.
pub const PATIENCE_DAYS: u64 = 800;

/// No opening is looked for after this year, the last that files can write.
pub const LAST_YEAR: i32 = 9999;

/// From an opening to a closing, the latter excluded.
type Span = (DateTime<Utc>, DateTime<Utc>);

impl Calendar {
    /// Working time between two instants in seconds; 0 when the second is not later.
    #[must_use]
    pub fn working_seconds(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> i64 {
        // A day more, for zones whose clocks go back over midnight.
        let last = days_after(self.local_date(to), 1);
        OpenSpans::new(self, from, last, 0)
            .take_while(|(opens, _)| *opens < to)
            .map(|(opens, closes)| (closes.min(to) - opens).num_seconds())
            .sum()
    }

    /// The earliest instant by which so many seconds of working time have passed: a closing time rather than the
    /// next opening. `None` when the unit does not open so often.
    #[must_use]
    pub fn after(&self, from: DateTime<Utc>, seconds: i64) -> Option<DateTime<Utc>> {
        if seconds <= 0 {
            return Some(from);
        }
        let mut left = TimeDelta::try_seconds(seconds)?;
        for (opens, closes) in self.spans_from(from) {
            if closes - opens >= left {
                return opens.checked_add_signed(left);
            }
            left -= closes - opens;
        }
        None
    }

    /// The first instant at or after another at which the unit is open. `None` when it stays closed for
    /// [`PATIENCE_DAYS`].
    #[must_use]
    pub fn next_open(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.spans_from(from).next().map(|(opens, _)| opens)
    }

    /// The closing of the n-th working day after the local date of an instant, which itself never counts. A working
    /// day is a date on which hours begin. `None` when the unit does not open so often.
    #[must_use]
    pub fn closing_of_working_day(&self, from: DateTime<Utc>, n: u32) -> Option<DateTime<Utc>> {
        let mut left = n;
        let today = self.local_date(from);
        let mut last = days_after(today, PATIENCE_DAYS);
        for date in today.iter_days().skip(1) {
            if date > last {
                return None;
            }
            if let Some(closes) = self.spans_on(date).into_iter().map(|(_, closes)| closes).max() {
                left = left.saturating_sub(1);
                if left == 0 {
                    return Some(closes);
                }
                last = days_after(date, PATIENCE_DAYS);
            }
        }
        None
    }

    fn spans_from(&self, from: DateTime<Utc>) -> OpenSpans<'_> {
        OpenSpans::new(self, from, days_after(self.local_date(from), PATIENCE_DAYS), PATIENCE_DAYS)
    }

    pub(crate) fn local_date(&self, instant: DateTime<Utc>) -> NaiveDate {
        instant.with_timezone(&self.timezone()).date_naive()
    }

    /// The spans of the hours that begin on a date. Hours that a change of clocks skips whole are none.
    fn spans_on(&self, date: NaiveDate) -> Vec<Span> {
        let hours = self.hours_on(date);
        let span =
            |(opens, closes)| Some((opening(self.timezone(), opens)?, closing(self.timezone(), closes)?));
        let spans = hours.as_slice().iter().filter_map(|hours| hours.on(date).and_then(span));
        spans.filter(|(opens, closes)| opens < closes).collect()
    }
}

/// A wall time that comes twice opens the first time.
fn opening(timezone: Tz, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
    match timezone.from_local_datetime(&wall) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => {
            Some(instant.with_timezone(&Utc))
        }
        LocalResult::None => change_over(timezone, wall),
    }
}

/// A wall time that comes twice closes the last time.
fn closing(timezone: Tz, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
    match timezone.from_local_datetime(&wall) {
        LocalResult::Single(instant) | LocalResult::Ambiguous(_, instant) => {
            Some(instant.with_timezone(&Utc))
        }
        LocalResult::None => change_over(timezone, wall),
    }
}

/// The moment at which the clocks skipped a wall time.
fn change_over(timezone: Tz, wall: NaiveDateTime) -> Option<DateTime<Utc>> {
    Some(GapInfo::new(&wall, &timezone)?.end?.with_timezone(&Utc))
}

/// So many days later, but not after [`LAST_YEAR`].
fn days_after(date: NaiveDate, days: u64) -> NaiveDate {
    let later = date.checked_add_days(Days::new(days)).filter(|later| later.year() <= LAST_YEAR);
    later.or_else(|| NaiveDate::from_ymd_opt(LAST_YEAR, 12, 31)).unwrap_or(date)
}

/// The spans a unit is open in, in order, none before the instant it starts from and no second in two of them.
struct OpenSpans<'a> {
    calendar: &'a Calendar,
    ready: std::vec::IntoIter<Span>,
    /// The next date to look at.
    date: Option<NaiveDate>,
    last: NaiveDate,
    /// How far `last` moves on with each date that has hours.
    patience_days: u64,
    /// Before this, nothing is told any more.
    told: DateTime<Utc>,
}

impl<'a> OpenSpans<'a> {
    fn new(calendar: &'a Calendar, from: DateTime<Utc>, last: NaiveDate, patience_days: u64) -> Self {
        // Hours of yesterday run into today; the day before, for zones whose clocks go back over midnight.
        let date = calendar.local_date(from).checked_sub_days(Days::new(2));
        Self { calendar, ready: Vec::new().into_iter(), date, last, patience_days, told: from }
    }
}

impl Iterator for OpenSpans<'_> {
    type Item = Span;

    fn next(&mut self) -> Option<Span> {
        loop {
            for (opens, closes) in self.ready.by_ref() {
                // Hours that do not overlap on the wall can in an hour that comes twice: it counts once.
                let opens = opens.max(self.told);
                if opens < closes {
                    self.told = closes;
                    return Some((opens, closes));
                }
            }
            let date = self.date.filter(|date| *date <= self.last)?;
            let spans = self.calendar.spans_on(date);
            if !spans.is_empty() {
                self.last = self.last.max(days_after(date, self.patience_days));
            }
            self.ready = spans.into_iter();
            self.date = date.succ_opt();
        }
    }
}
