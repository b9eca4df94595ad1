//! What is found, and what follows from it: no file and no database here.

use std::fmt;

use chrono::{DateTime, Duration, Utc};
use service::health::Health;

use crate::config::Config;

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// As it should be.
    Fine,
    /// It runs, and somebody should look.
    Look,
    /// It does not run, or loses something.
    Broken,
}

/// One line of the report.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Finding {
    pub(super) grade: Grade,
    /// What was looked at, in a word.
    pub(super) about: &'static str,
    /// What was found and, where it is not as it should be, what to do.
    pub(super) text: String,
}

impl Finding {
    pub(super) fn fine(about: &'static str, text: impl Into<String>) -> Self {
        Self { grade: Grade::Fine, about, text: text.into() }
    }

    pub(super) fn look(about: &'static str, text: impl Into<String>) -> Self {
        Self { grade: Grade::Look, about, text: text.into() }
    }

    pub(super) fn broken(about: &'static str, text: impl Into<String>) -> Self {
        Self { grade: Grade::Broken, about, text: text.into() }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let grade = match self.grade {
            Grade::Fine => "ok",
            Grade::Look => "look",
            Grade::Broken => "BROKEN",
        };
        write!(f, "{grade:<7} {:<9} {}", self.about, self.text)
    }
}

/// Least space that is worth a word, and least with which a day of work is still stored; in bytes.
const LITTLE: u64 = 1 << 30;
const TOO_LITTLE: u64 = 100 << 20;

/// Space on the disk of the database.
pub(super) fn disk(free: u64) -> Finding {
    let text = format!("{} MiB free where the database is", free >> 20);
    if free < TOO_LITTLE {
        Finding::broken("disk", format!("{text}; what is sent will soon be refused: make room"))
    } else if free < LITTLE {
        Finding::look("disk", format!("{text}; make room before it is full"))
    } else {
        Finding::fine("disk", text)
    }
}

/// What of the settings can be judged by themselves.
pub(super) fn settings(config: &Config) -> Finding {
    if config.is_secure() && config.trusted_proxies == 0 {
        return Finding::look(
            "settings",
            "the address is https, and no proxy is trusted: all who come through one count as one network address; say how many proxies there are with --trusted-proxies",
        );
    }
    Finding::fine("settings", format!("{} on {}", config.public_url, config.listen))
}

/// Whether the schema is the one this program knows.
pub(super) fn schema(found: Result<bool, String>) -> Finding {
    match found {
        Ok(true) => Finding::fine("schema", "the one this version knows"),
        Ok(false) => Finding::look(
            "schema",
            "of an older version; the next start brings it up to date, and there is no way back but a backup",
        ),
        Err(error) => Finding::broken("schema", error),
    }
}

/// The clock beside what was last done by it.
pub(super) fn clock(now: DateTime<Utc>, last: Option<DateTime<Utc>>, is_held: bool) -> Finding {
    let minute = |at: DateTime<Utc>| at.format("%Y-%m-%d %H:%M UTC").to_string();
    match last {
        _ if is_held => Finding::broken(
            "clock",
            "the clock leapt and rounds wait; see that the date is right, then say so with `trivsel round resume`",
        ),
        Some(last) if last - now > Duration::minutes(5) => Finding::broken(
            "clock",
            format!("it is {}, and work was done at {}: set the clock right", minute(now), minute(last)),
        ),
        _ => Finding::fine("clock", minute(now)),
    }
}

/// Work that should have been done, if the server runs.
pub(super) fn due(health: &Health) -> Vec<Finding> {
    let late: Vec<Finding> = [
        (health.late_rounds, "rounds are late: is the server running?"),
        (
            health.late_letters,
            "letters wait for more than an hour: is the server running, and does the mail server answer?",
        ),
        (
            health.failed_letters,
            "letters were given up after several tries: look at the addresses and the log",
        ),
        (health.late_imports, "imports were confirmed and are not written: is the server running?"),
    ]
    .into_iter()
    .filter(|(number, _)| *number > 0)
    .map(|(number, text)| Finding::look("due", format!("{number} {text}")))
    .collect();
    if late.is_empty() { vec![Finding::fine("due", "nothing is late")] } else { late }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::ConfigArgs;

    fn grades(found: &[Finding]) -> Vec<Grade> {
        found.iter().map(|finding| finding.grade).collect()
    }

    #[test]
    fn a_proxy_that_nobody_counts_is_pointed_out() {
        let mut config = Config::load(&ConfigArgs::default()).unwrap();
        assert_eq!(settings(&config).grade, Grade::Fine);
        config.public_url = "https://trivsel.example".to_owned();
        assert_eq!(settings(&config).grade, Grade::Look);
        config.trusted_proxies = 1;
        assert_eq!(settings(&config).grade, Grade::Fine);
    }

    #[test]
    fn little_space_is_a_word_and_hardly_any_is_broken() {
        let grade = |mebibytes: u64| disk(mebibytes << 20).grade;
        assert_eq!([99, 100, 1023, 1024].map(grade), [Grade::Broken, Grade::Look, Grade::Look, Grade::Fine]);
    }

    #[test]
    fn a_clock_behind_its_own_work_is_broken_and_a_few_seconds_are_not() {
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        assert_eq!(clock(now, None, false).grade, Grade::Fine);
        assert_eq!(clock(now, Some(now + Duration::seconds(20)), false).grade, Grade::Fine);
        let behind = clock(now, Some(now + Duration::hours(1)), false);
        assert_eq!(behind.grade, Grade::Broken);
        assert!(behind.text.contains("2026-11-18 12:06 UTC"), "{}", behind.text);
        assert_eq!(clock(now, Some(now - Duration::days(9)), true).grade, Grade::Broken);
    }

    #[test]
    fn what_is_late_is_counted_and_what_is_not_is_left_out() {
        assert_eq!(grades(&due(&Health::default())), [Grade::Fine]);
        let late = due(&Health { late_letters: 3, late_imports: 1, ..Health::default() });
        assert_eq!(grades(&late), [Grade::Look, Grade::Look]);
        assert!(late[0].to_string().starts_with("look    due       3 letters wait"), "{}", late[0]);
    }
}
