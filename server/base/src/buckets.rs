//! How often something was done from one network address within a while, in memory alone.
//!
//! An address is known by a keyed hash whose key is made when it is first needed and thrown away each day: what is here is
//! never written anywhere, and after a day not even who reads the memory can tell what it was of.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::Problem;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

use crate::{Base, Error, Result, keys::Secret};

/// Addresses that are remembered at most: a few megabytes. Beyond that whoever is new is not counted; the areas have
/// other limits behind this one.
const MOST: usize = 50_000;

/// What one network address may do how often.
pub struct Share {
    /// What: shares of one name are one share.
    pub name: &'static str,
    /// How often.
    pub most: usize,
    /// Within which time.
    pub within: Duration,
    /// What is said when none is left.
    pub refusal: fn() -> Problem,
}

/// One of each kind of share for each address.
#[derive(Default)]
struct Buckets(Mutex<Option<Day>>);

struct Day {
    day: NaiveDate,
    key: Secret,
    taken: HashMap<[u8; 16], VecDeque<DateTime<Utc>>>,
}

/// Takes one from an address's share; where nothing is known of the address, nothing is counted.
///
/// # Errors
/// The share's refusal when none is left.
pub fn take(base: &Base, share: &Share, address: &str) -> Result<()> {
    base.memory.of::<Buckets>().take(share, address, base.now())
}

impl Buckets {
    fn take(&self, share: &Share, address: &str, now: DateTime<Utc>) -> Result<()> {
        if address.is_empty() {
            return Ok(());
        }
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let today = now.date_naive();
        if kept.as_ref().is_none_or(|kept| kept.day != today) {
            *kept = Some(Day { day: today, key: Secret::fresh()?, taken: HashMap::new() });
        }
        let Some(day) = kept.as_mut() else { return Ok(()) };
        let name = day.name(share, address)?;
        if day.taken.len() >= MOST && !day.taken.contains_key(&name) {
            // An hour is the longest that a share looks back.
            let since = now - Duration::hours(1);
            day.taken.retain(|_, taken| taken.back().is_some_and(|last| *last > since));
            if day.taken.len() >= MOST {
                return Ok(());
            }
        }
        let taken = day.taken.entry(name).or_default();
        while taken.front().is_some_and(|first| *first <= now - share.within) {
            taken.pop_front();
        }
        if taken.len() >= share.most {
            return Err((share.refusal)().into());
        }
        taken.push_back(now);
        Ok(())
    }
}

impl Day {
    /// What an address's share is known by, on this day.
    fn name(&self, share: &Share, address: &str) -> Result<[u8; 16]> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(self.key.bytes())
            .map_err(|error| Error::Internal(error.to_string()))?;
        // No name of a share has a space in it.
        mac.update(format!("{} {address}", share.name).as_bytes());
        let hash: [u8; 32] = mac.finalize().into_bytes().into();
        let mut name = [0; 16];
        name.copy_from_slice(&hash[..16]);
        Ok(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARDS: Share =
        Share { name: "cards", most: 10, within: Duration::hours(1), refusal: || Problem::TooManyCards };
    const FILES: Share =
        Share { name: "files", most: 3, within: Duration::minutes(1), refusal: || Problem::TooManyAttempts };

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_795_000_000 + 60 * minute, 0).unwrap()
    }

    #[test]
    fn ten_an_hour_are_taken_from_one_address_and_another_is_not_kept_waiting() {
        let buckets = Buckets::default();
        let taken = (0..10_000).filter(|_| buckets.take(&CARDS, "192.0.2.1", at(0)).is_ok()).count();
        assert_eq!(taken, 10);
        assert!(buckets.take(&CARDS, "192.0.2.2", at(0)).is_ok() && buckets.take(&CARDS, "", at(0)).is_ok());
        assert!(buckets.take(&CARDS, "192.0.2.1", at(59)).is_err());
        assert!(buckets.take(&CARDS, "192.0.2.1", at(60)).is_ok());
    }

    #[test]
    fn what_one_share_is_used_for_leaves_another_alone_and_each_has_its_time() {
        let buckets = Buckets::default();
        let files = |minute| (0..5).filter(|_| buckets.take(&FILES, "192.0.2.1", at(minute)).is_ok()).count();
        assert_eq!((files(0), files(0), files(1)), (3, 0, 3));
        assert!(buckets.take(&CARDS, "192.0.2.1", at(0)).is_ok());
        let refused = buckets.take(&FILES, "192.0.2.1", at(1)).unwrap_err();
        assert_eq!(refused.into_problem(), Problem::TooManyAttempts);
    }

    #[test]
    fn what_is_remembered_does_not_grow_with_everybody_who_comes_and_the_key_lasts_a_day() {
        let buckets = Buckets::default();
        for address in 0..MOST + 500 {
            buckets.take(&CARDS, &format!("2001:db8:{address:x}::"), at(0)).unwrap();
        }
        let key = |buckets: &Buckets| {
            let kept = buckets.0.lock().unwrap();
            let day = kept.as_ref().unwrap();
            assert!(day.taken.len() <= MOST);
            (*day.key.bytes(), day.taken.len())
        };
        let (first, _) = key(&buckets);
        buckets.take(&CARDS, "192.0.2.1", at(24 * 60)).unwrap();
        let (second, left) = key(&buckets);
        assert!(first != second && left == 1, "nothing of yesterday is left");
    }
}
