//! How many cards came from one network address within the hour, in memory alone.
//!
//! An address is known by a keyed hash whose key is made when it is first needed and thrown away each day: what is here is
//! never written anywhere, and after a day not even who reads the memory can tell what it was of.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{Problem, customers::card::MOST_BY_ADDRESS};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use base::{Base, Error, Result, keys::Secret};

/// Addresses that are remembered at most: a few megabytes. Beyond that whoever is new is not counted; what comes too fast
/// is still held back for its unit.
const MOST: usize = 50_000;

#[derive(Default)]
pub(super) struct Buckets(Mutex<Option<Day>>);

struct Day {
    day: NaiveDate,
    key: Secret,
    taken: HashMap<[u8; 16], VecDeque<DateTime<Utc>>>,
}

/// Takes one from an address's share; where nothing is known of the address, nothing is counted.
///
/// # Errors
/// `TooManyCards` when none is left.
pub(crate) fn take(base: &Base, address: &str) -> Result<()> {
    base.memory.of::<Buckets>().take(address, base.now())
}

impl Buckets {
    fn take(&self, address: &str, now: DateTime<Utc>) -> Result<()> {
        if address.is_empty() {
            return Ok(());
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let today = now.date_naive();
        if kept.as_ref().is_none_or(|kept| kept.day != today) {
            *kept = Some(Day { day: today, key: Secret::fresh()?, taken: HashMap::new() });
        }
        let Some(day) = kept.as_mut() else { return Ok(()) };
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(day.key.bytes())
            .map_err(|error| Error::Internal(error.to_string()))?;
        mac.update(address.as_bytes());
        let hash: [u8; 32] = mac.finalize().into_bytes().into();
        let mut name = [0; 16];
        name.copy_from_slice(&hash[..16]);
        let since = now - Duration::hours(1);
        if day.taken.len() >= MOST && !day.taken.contains_key(&name) {
            day.taken.retain(|_, taken| taken.back().is_some_and(|last| *last > since));
            if day.taken.len() >= MOST {
                return Ok(());
            }
        }
        let taken = day.taken.entry(name).or_default();
        while taken.front().is_some_and(|first| *first <= since) {
            taken.pop_front();
        }
        if taken.len() >= MOST_BY_ADDRESS {
            return Err(Problem::TooManyCards.into());
        }
        taken.push_back(now);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + 60 * minute, 0).unwrap()
    }

    #[test]
    fn ten_an_hour_are_taken_from_one_address_and_another_is_not_kept_waiting() {
        let buckets = Buckets::default();
        let taken = (0..10_000).filter(|_| buckets.take("192.0.2.1", at(0)).is_ok()).count();
        assert_eq!(taken, MOST_BY_ADDRESS);
        assert!(buckets.take("192.0.2.2", at(0)).is_ok() && buckets.take("", at(0)).is_ok());
        assert!(buckets.take("192.0.2.1", at(59)).is_err());
        assert!(buckets.take("192.0.2.1", at(60)).is_ok());
    }

    #[test]
    fn what_is_remembered_does_not_grow_with_everybody_who_comes_and_the_key_lasts_a_day() {
        let buckets = Buckets::default();
        for address in 0..MOST + 500 {
            buckets.take(&format!("2001:db8:{address:x}::"), at(0)).unwrap();
        }
        let key = |buckets: &Buckets| {
            let kept = buckets.0.lock().unwrap();
            let day = kept.as_ref().unwrap();
            assert!(day.taken.len() <= MOST);
            (*day.key.bytes(), day.taken.len())
        };
        let (first, _) = key(&buckets);
        buckets.take("192.0.2.1", at(24 * 60)).unwrap();
        let (second, left) = key(&buckets);
        assert!(first != second && left == 1, "nothing of yesterday is left");
    }
}
