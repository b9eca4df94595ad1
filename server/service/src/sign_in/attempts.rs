//! How many wrong passwords are too many.
//!
//! Counted in memory, per instance: by account, so that nobody can try a list of passwords on one; and
//! by network address, so that nobody can try one password on a list of accounts.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

/// Wrong passwords an account may see from one network address within [`WINDOW`], and wrong codes at all.
pub(super) const MOST_BY_ACCOUNT: usize = 10;
/// Wrong passwords an account may see from everywhere: more, so that nobody can lock somebody else out
/// from one place.
pub(super) const MOST_FROM_EVERYWHERE: usize = 100;
/// Wrong passwords that may come from one network address within [`WINDOW`]; a whole shop can share one.
pub(super) const MOST_BY_ADDRESS: usize = 50;
/// How long a wrong password counts.
const WINDOW: Duration = Duration::minutes(15);
/// Keys remembered at most; beyond, the table is emptied of what is old, then of everything else.
const MOST_KEYS: usize = 100_000;

/// Recent wrong attempts, by what they are counted for.
#[derive(Default)]
pub struct Attempts(HashMap<String, Vec<DateTime<Utc>>>);

impl Attempts {
    /// Takes one attempt for each key, or none at all when one of them has had its share. It counts as
    /// wrong until it is given back: attempts that run side by side cannot all slip through.
    pub(super) fn take(&mut self, keys: &[(String, usize)], now: DateTime<Utc>) -> bool {
        if !self.are_left(keys, now) {
            return false;
        }
        for (key, _) in keys {
            self.note(key, now);
        }
        true
    }

    /// Whether each key has an attempt left.
    pub(super) fn are_left(&mut self, keys: &[(String, usize)], now: DateTime<Utc>) -> bool {
        !keys.iter().any(|(key, most)| self.is_blocked(key, *most, now))
    }

    /// Gives back an attempt that was right.
    pub(super) fn give_back(&mut self, keys: &[(String, usize)]) {
        for (key, _) in keys {
            if let Some(times) = self.0.get_mut(key) {
                times.pop();
            }
        }
    }

    fn is_blocked(&mut self, key: &str, most: usize, now: DateTime<Utc>) -> bool {
        let Some(times) = self.0.get_mut(key) else { return false };
        times.retain(|time| now - *time < WINDOW);
        times.len() >= most
    }

    fn note(&mut self, key: &str, now: DateTime<Utc>) {
        if self.0.len() >= MOST_KEYS {
            self.0.retain(|_, times| times.iter().any(|time| now - *time < WINDOW));
            // A flood of made-up accounts must not wipe out what is counted against real ones.
            if self.0.len() >= MOST_KEYS {
                self.0.retain(|_, times| times.len() >= MOST_BY_ACCOUNT / 2);
            }
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
            attempts.note("a@example.org", now);
        }
        assert!(attempts.is_blocked("a@example.org", MOST_BY_ACCOUNT, now));
        assert!(!attempts.is_blocked("b@example.org", MOST_BY_ACCOUNT, now));
        assert!(!attempts.is_blocked("a@example.org", MOST_BY_ACCOUNT, now + WINDOW));
    }

    #[test]
    fn a_hundred_wrong_attempts_from_everywhere_block_an_account_for_all() {
        let mut attempts = Attempts::default();
        let now = Utc::now();
        let keys =
            |n: usize| [(format!("a from {n}"), MOST_BY_ACCOUNT), ("a".to_owned(), MOST_FROM_EVERYWHERE)];
        for n in 0..MOST_FROM_EVERYWHERE {
            assert!(attempts.take(&keys(n), now));
        }
        assert!(!attempts.take(&keys(MOST_FROM_EVERYWHERE), now));
    }

    #[test]
    fn a_right_attempt_is_given_back_and_a_refused_one_counts_for_nobody() {
        let mut attempts = Attempts::default();
        let now = Utc::now();
        let keys = [("a".to_owned(), 2), ("b".to_owned(), 1)];
        for _ in 0..5 {
            assert!(attempts.take(&keys, now));
            attempts.give_back(&keys);
        }
        assert!(attempts.take(&keys, now) && !attempts.take(&keys, now));
        assert!(!attempts.is_blocked("a", 2, now), "the refused one took nothing from the other key");
    }

    #[test]
    fn a_flood_of_made_up_accounts_cannot_fill_the_memory() {
        let mut attempts = Attempts::default();
        let now = Utc::now();
        for number in 0..MOST_KEYS + 10 {
            attempts.note(&number.to_string(), now);
        }
        assert!(attempts.0.len() <= MOST_KEYS);
    }
}
