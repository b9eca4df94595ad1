//! The key of public forms, which stands outside the database, and what is made with it.
//!
//! A form says by its token which form it is and when it was made. A secret follows from the form alone: the same form sent
//! again shows the same receipt, and nothing that opens a case is stored.

use chrono::{DateTime, Utc};
use domain::customers::card::{FEWEST_SECONDS, MOST_HOURS, SECRET_LETTERS};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;
use tokio::sync::OnceCell;

use crate::complaints::letter_of;
use base::{
    Base, Error, Result,
    keys::Secret,
    tokens::{hex, random},
};

/// Its name in the store of keys.
const NAME: &str = "formkey";
/// Longest token that is read, in bytes.
const LONGEST: usize = 200;

/// The key.
#[derive(Clone)]
pub(crate) struct Key(Secret);

#[derive(Default)]
struct Kept(OnceCell<Key>);

/// What a code is made for: one never passes for another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Form,
    SameForm,
    Secret,
    StoredSecret,
    Text,
    Face,
    Survey,
    SameSurvey,
    Stop,
    Member,
    AtDesk,
    Visitor,
}

impl Label {
    const fn bytes(self) -> &'static [u8] {
        match self {
            Self::Form => b"trivsel form 1",
            Self::SameForm => b"trivsel same form 1",
            Self::Secret => b"trivsel secret 1",
            Self::StoredSecret => b"trivsel stored secret 1",
            Self::Text => b"trivsel text 1",
            Self::Face => b"trivsel face 1",
            Self::Survey => b"trivsel survey 1",
            Self::SameSurvey => b"trivsel same survey 1",
            Self::Stop => b"trivsel stop 1",
            Self::Member => b"trivsel member 1",
            Self::AtDesk => b"trivsel member at desk 1",
            Self::Visitor => b"trivsel visitor 1",
        }
    }
}

impl Key {
    /// The key, made when it is first needed and kept in memory from then on.
    ///
    /// # Errors
    /// `Keys` when it can neither be read nor kept.
    pub(crate) async fn of(base: &Base) -> Result<Self> {
        let kept = base.memory.of::<Kept>();
        let key = kept.0.get_or_try_init(|| async { base.keys.lasting(NAME).await.map(Self) }).await?;
        Ok(key.clone())
    }

    /// A code of these parts that nobody makes without the key.
    ///
    /// # Errors
    /// Never in practice: the key has the length of a key.
    pub(crate) fn code(&self, label: Label, parts: &[&[u8]]) -> Result<[u8; 32]> {
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(self.0.bytes())
            .map_err(|error| Error::Internal(error.to_string()))?;
        mac.update(label.bytes());
        for part in parts {
            mac.update(&part.len().to_be_bytes());
            mac.update(part);
        }
        Ok(mac.finalize().into_bytes().into())
    }

    /// A fresh token for a form of this code; 0 for the form of the whole organisation.
    ///
    /// # Errors
    /// When the system gives no randomness.
    pub(crate) fn token(&self, code: i64, now: DateTime<Utc>) -> Result<String> {
        let start = format!("{code}.{}.{}", now.timestamp(), hex(&random::<16>()?));
        let end = self.code(Label::Form, &[start.as_bytes()])?;
        Ok(format!("{start}.{}", hex(&end[..16])))
    }

    /// The token that a refused form came with, as long as it holds; else a fresh one.
    ///
    /// # Errors
    /// As [`token`](Self::token).
    pub(crate) fn token_again(&self, code: i64, typed: Option<&str>, now: DateTime<Utc>) -> Result<String> {
        match typed {
            Some(typed) if matches!(self.age(code, typed, now)?, Age::Young | Age::Good) => {
                Ok(typed.to_owned())
            }
            _ => self.token(code, now),
        }
    }

    /// How old a token is that was made for a form of this code.
    ///
    /// # Errors
    /// As [`code`](Self::code).
    pub(crate) fn age(&self, code: i64, token: &str, now: DateTime<Utc>) -> Result<Age> {
        if token.len() > LONGEST {
            return Ok(Age::Foreign);
        }
        let Some((start, end)) = token.rsplit_once('.') else { return Ok(Age::Foreign) };
        let wanted = hex(&self.code(Label::Form, &[start.as_bytes()])?[..16]);
        let is_ours = bool::from(wanted.as_bytes().ct_eq(end.as_bytes()));
        let mut parts = start.split('.');
        let of: Option<i64> = parts.next().and_then(|code| code.parse().ok());
        let made: Option<i64> = parts.next().and_then(|made| made.parse().ok());
        let (Some(of), Some(made), true) = (of, made, is_ours) else { return Ok(Age::Foreign) };
        let seconds = now.timestamp().saturating_sub(made);
        Ok(match () {
            () if of != code => Age::Foreign,
            () if seconds < FEWEST_SECONDS => Age::Young,
            () if seconds > MOST_HOURS * 3600 => Age::Old,
            () => Age::Good,
        })
    }

    /// The secret of a form, by what makes it this form and no other.
    ///
    /// # Errors
    /// As [`code`](Self::code).
    pub(crate) fn secret(&self, form: &[u8]) -> Result<String> {
        let mut letters = String::with_capacity(SECRET_LETTERS);
        let mut round = 0_u64;
        while letters.len() < SECRET_LETTERS {
            let bytes = self.code(Label::Secret, &[form, &round.to_be_bytes()])?;
            letters.extend(bytes.into_iter().filter_map(letter_of).take(SECRET_LETTERS - letters.len()));
            round += 1;
        }
        Ok(letters)
    }

    /// What stands in the database for the secret of a reference.
    ///
    /// # Errors
    /// As [`code`](Self::code).
    pub(crate) fn stored_secret(&self, reference: &str, secret: &str) -> Result<[u8; 32]> {
        self.code(Label::StoredSecret, &[reference.as_bytes(), secret.as_bytes()])
    }
}

/// How old a form is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Age {
    /// No form of ours, or one of another code.
    Foreign,
    /// Sent sooner than anybody can fill it in.
    Young,
    /// Taken.
    Good,
    /// It lay too long.
    Old,
}

#[cfg(test)]
mod tests {
    use chrono::Duration;
    use domain::letters::LETTERS;

    use super::*;

    fn key(byte: u8) -> Key {
        Key(Secret::take([byte; 32]))
    }

    #[test]
    fn a_token_holds_for_its_code_and_its_day_and_nobody_makes_one() {
        let now = DateTime::from_timestamp(1_795_000_000, 0).unwrap();
        let token = key(1).token(7, now).unwrap();
        let age = |key: &Key, code, token: &str, seconds| {
            key.age(code, token, now + Duration::seconds(seconds)).unwrap()
        };
        for (seconds, is) in
            [(0, Age::Young), (1, Age::Young), (2, Age::Good), (86_400, Age::Good), (86_401, Age::Old)]
        {
            assert_eq!(age(&key(1), 7, &token, seconds), is, "{seconds}");
        }
        assert_eq!(age(&key(1), 8, &token, 60), Age::Foreign);
        assert_eq!(age(&key(2), 7, &token, 60), Age::Foreign);
        let later = token.replacen(&now.timestamp().to_string(), &(now.timestamp() + 50).to_string(), 1);
        for forged in [later.as_str(), "", "....", "7.1.2.3", &"9".repeat(5000)] {
            assert_eq!(age(&key(1), 7, forged, 60), Age::Foreign, "{forged}");
        }
        assert_ne!(token, key(1).token(7, now).unwrap());
    }

    #[test]
    fn a_secret_has_77_bits_and_follows_from_the_form_and_the_key_alone() {
        let secrets: std::collections::BTreeSet<String> =
            (0..500_u32).map(|form| key(1).secret(&form.to_be_bytes()).unwrap()).collect();
        assert_eq!(secrets.len(), 500);
        let letters: std::collections::BTreeSet<u8> =
            secrets.iter().flat_map(|secret| secret.bytes()).collect();
        assert_eq!(letters, LETTERS.iter().copied().collect(), "each letter comes up, and no other");
        assert!(secrets.iter().all(|secret| secret.len() == 16));
        assert_eq!(key(1).secret(b"form").unwrap(), key(1).secret(b"form").unwrap());
        assert_ne!(key(1).secret(b"form").unwrap(), key(2).secret(b"form").unwrap());
    }
}
