//! How many wrong passwords are too many.
//!
//! Counted in memory, per instance: by account, so that nobody can try a list of passwords on one; and
//! by network address, so that nobody can try one password on a list of accounts.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

/// Wrong passwords an account may see within [`WINDOW`].
pub(super) const MOST_BY_ACCOUNT: usize = 10;
/// Wrong passwords that may come from one network address within [`WINDOW`]; a whole shop can share one.
pub(super) const MOST_BY_ADDRESS: usize = 50;
/// How long a wrong password counts.
pub(super) const WINDOW: Duration = Duration::minutes(15);
/// Keys remembered at most; beyond, the table is emptied of what is old, then of everything else.
const MOST_KEYS: usize = 100_000;

/// Recent wrong attempts, by what they are counted for.
#[derive(Default)]
pub struct Attempts(HashMap<String, Vec<DateTime<Utc>>>);

impl Attempts {
    /// Whether no more attempts are taken for this key.
    pub(super) fn is_blocked(&mut self, key: &str, most: usize, now: DateTime<Utc>) -> bool {
        let Some(times) = self.0.get_mut(key) else { return false };
        times.retain(|time| now - *time < WINDOW);
        times.len() >= most
    }

    /// Remembers a wrong attempt.
    pub(super) fn note_wrong(&mut self, key: &str, now: DateTime<Utc>) {
        if self.0.len() >= MOST_KEYS {
            self.0.retain(|_, times| times.iter().any(|time| now - *time < WINDOW));
            if self.0.len() >= MOST_KEYS {
                self.0.clear();
            }
        }
        self.0.entry(key.to_owned()).or_default().push(now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_wrong_attempts_block_an_account_for_a_while() {
        let mut attempts = Attempts::default();
        let now = Utc::now();
        for _ in 0..MOST_BY_ACCOUNT {
            assert!(!attempts.is_blocked("a@example.org", MOST_BY_ACCOUNT, now));
            attempts.note_wrong("a@example.org", now);
        }
        assert!(attempts.is_blocked("a@example.org", MOST_BY_ACCOUNT, now));
        assert!(!attempts.is_blocked("b@example.org", MOST_BY_ACCOUNT, now));
        assert!(!attempts.is_blocked("a@example.org", MOST_BY_ACCOUNT, now + WINDOW));
    }

    #[test]
    fn a_flood_of_made_up_accounts_cannot_fill_the_memory() {
        let mut attempts = Attempts::default();
        let now = Utc::now();
        for number in 0..MOST_KEYS + 10 {
            attempts.note_wrong(&number.to_string(), now);
        }
        assert!(attempts.0.len() <= MOST_KEYS);
    }
}
