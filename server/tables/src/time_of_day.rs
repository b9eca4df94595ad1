//! The time of day behind a date, and the zone it is in.

use chrono::{FixedOffset, NaiveDate, NaiveTime, TimeZone};
use chrono_tz::Tz;

/// A time of day as a file writes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clock {
    pub(crate) time: NaiveTime,
    /// How far east of UTC, where the file says.
    pub(crate) offset: Option<FixedOffset>,
}

impl Clock {
    /// The day in `zone` at this time of `day`; a time without an offset is in that zone already.
    pub(crate) fn day_in(self, day: NaiveDate, zone: Option<Tz>) -> NaiveDate {
        let instant =
            self.offset.and_then(|offset| offset.from_local_datetime(&day.and_time(self.time)).single());
        match instant.zip(zone) {
            Some((instant, zone)) => instant.with_timezone(&zone).date_naive(),
            None => day,
        }
    }
}

/// Reads the name of a time zone, such as `Europe/Oslo`.
///
/// # Errors
/// When there is none of that name.
pub fn parse_zone(text: &str) -> Result<Tz, String> {
    text.trim().parse().map_err(|_| "write a time zone, such as Europe/Oslo".to_owned())
}

/// Parts a text into the date and the time of day behind it.
pub(crate) fn split(text: &str) -> (&str, Option<Clock>) {
    let Some(colon) = text.find(':') else { return (text, None) };
    let digits = text[..colon].bytes().rev().take_while(u8::is_ascii_digit).count();
    let (before, time) = text.split_at(colon - digits);
    let date = before.strip_suffix(['T', 't']).or_else(|| {
        let date = before.trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        (date.len() < before.len()).then_some(date)
    });
    match date.zip(read(time)) {
        Some((date, clock)) => (date, Some(clock)),
        None => (text, None),
    }
}

/// Reads `9:41`, `09:41:22.5`, `9:41 AM`, `09:41:22Z`, `09:41:22 UTC`, `09:41:22+01:00`.
fn read(text: &str) -> Option<Clock> {
    let end = text.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.' | ',')).unwrap_or(text.len());
    let (time, rest) = text.split_at(end);
    let mut parts = time.split(':');
    let mut number = |most: u32| -> Option<Option<u32>> {
        let Some(part) = parts.next() else { return Some(None) };
        let whole = part.split(['.', ',']).next()?;
        let value = whole.parse::<u32>().ok().filter(|value| *value <= most && whole.len() <= 2)?;
        Some(Some(value))
    };
    // A leap second and midnight written as 24:00 are rare; the former belongs to its minute.
    let (hour, minute, second) = (number(23)??, number(59)??, number(60)?.unwrap_or(0).min(59));
    let rest = rest.trim();
    let (hour, rest) = match half(rest) {
        Some((_, _)) if !(1..=12).contains(&hour) => return None,
        Some((is_afternoon, rest)) => (hour % 12 + if is_afternoon { 12 } else { 0 }, rest),
        None => (hour, rest),
    };
    let time = NaiveTime::from_hms_opt(hour, minute, second)?;
    let offset = match rest.to_ascii_uppercase().as_str() {
        "" => None,
        "Z" | "UTC" | "GMT" => Some(FixedOffset::east_opt(0)?),
        other => Some(read_offset(other)?),
    };
    Some(Clock { time, offset })
}

/// AM or PM in front of a text.
fn half(text: &str) -> Option<(bool, &str)> {
    let (word, rest) = text.split_at_checked(2)?;
    match word.to_ascii_lowercase().as_str() {
        "am" => Some((false, rest.trim())),
        "pm" => Some((true, rest.trim())),
        _ => None,
    }
}

/// `+01:00`, `+0100`, `+01`.
fn read_offset(text: &str) -> Option<FixedOffset> {
    let (sign, rest) = match text.strip_prefix('+') {
        Some(rest) => (1, rest),
        None => (-1, text.strip_prefix(['-', '\u{2212}'])?),
    };
    let digits: String = rest.chars().filter(|c| *c != ':').collect();
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        2 => (digits.parse::<i32>().ok()?, 0),
        4 => (digits.get(..2)?.parse().ok()?, digits.get(2..)?.parse().ok()?),
        _ => return None,
    };
    FixedOffset::east_opt(sign * (hours * 3600 + minutes * 60))
}
