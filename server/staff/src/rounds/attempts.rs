//! How many wrong codes are too many, in the memory of one instance.
//!
//! For the tablet alone: what would be stored in the database would say when somebody answered.

use std::collections::HashMap;

use chrono::{DateTime, Duration, Utc};

/// How long a wrong attempt counts.
const WINDOW: Duration = Duration::minutes(15);
/// Addresses remembered at most; beyond, those are forgotten that count nothing any more, then those that
/// count little, then all.
const MOST_KEYS: usize = 100_000;

/// Recent wrong attempts, by the network address they came from.
#[derive(Default)]
pub struct Attempts(HashMap<String, Vec<DateTime<Utc>>>);

impl Attempts {
    /// Takes one attempt, unless so many are taken within a quarter of an hour. It counts as wrong until it is
    /// given back: attempts that run side by side cannot all slip through.
    pub fn take(&mut self, key: &str, most: usize, now: DateTime<Utc>) -> bool {
        self.make_room(most, now);
        let times = self.0.entry(key.to_owned()).or_default();
        times.retain(|time| (now - *time).abs() < WINDOW);
        if times.len() >= most {
            return false;
        }
        times.push(now);
        true
    }

    /// Gives back an attempt that was right.
    pub fn give_back(&mut self, key: &str) {
        if let Some(times) = self.0.get_mut(key) {
            times.pop();
            if times.is_empty() {
                self.0.remove(key);
            }
        }
    }

    fn make_room(&mut self, most: usize, now: DateTime<Utc>) {
        if self.0.len() < MOST_KEYS {
            return;
        }
        self.0.retain(|_, times| times.iter().any(|time| (now - *time).abs() < WINDOW));
        // A flood of made-up addresses must not wipe out what is counted against real ones.
        if self.0.len() >= MOST_KEYS {
            self.0.retain(|_, times| times.len() >= most / 2);
        }
        if self.0.len() >= MOST_KEYS {
            self.0.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wrong_attempts_block_an_address_for_a_while_and_right_ones_never() {
        let (mut attempts, now) = (Attempts::default(), Utc::now());
        for _ in 0..100 {
            assert!(attempts.take("a", 10, now));
            attempts.give_back("a");
        }
        for _ in 0..10 {
            assert!(attempts.take("a", 10, now));
        }
        assert!(!attempts.take("a", 10, now));
        assert!(attempts.take("b", 10, now));
        assert!(attempts.take("a", 10, now + WINDOW));
        assert!(attempts.take("b", 1, now - WINDOW), "the clock was put back");
    }

    #[test]
    fn a_flood_of_made_up_addresses_cannot_fill_the_memory() {
        let (mut attempts, now) = (Attempts::default(), Utc::now());
        for number in 0..MOST_KEYS + 10 {
            attempts.take(&number.to_string(), 10, now);
        }
        assert!(attempts.0.len() <= MOST_KEYS);
    }
}
