//! Numbers by which rows are known, a type for each kind, so that a person is never taken for a unit.
//!
//! There is nothing to reckon with them. They are read from a row or an address, compared, and written into
//! another row or address; in between nobody looks inside.
//!
//! With the feature `db`, which the server's crates alone have, a statement takes and gives them; the row
//! is then read into its type by `FromQueryResult`. What runs in the browser knows no database.

use std::{fmt, num::ParseIntError, str::FromStr};

use serde::{Deserialize, Serialize};

/// A number by which a row is known. There is no text in it that a user wrote.
pub trait Id: Copy + fmt::Display {}

macro_rules! ids {
    ($($(#[doc = $doc:literal])* $name:ident;)*) => {$(
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "db", derive(sea_orm::DeriveValueType))]
        #[serde(transparent)]
        pub struct $name(i64);

        impl $name {
            /// The row with this number.
            pub const fn new(number: i64) -> Self {
                Self(number)
            }
        }

        impl Id for $name {}

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, ParseIntError> {
                text.parse().map(Self)
            }
        }

        impl From<$name> for i64 {
            fn from(id: $name) -> Self {
                id.0
            }
        }
    )*};
}

/// A number of a row whose kind has no type of its own.
impl Id for i64 {}

ids! {
    /// An account: what somebody signs in to.
    AccountId;
    /// A person: who belongs to a unit and is asked.
    PersonId;
    /// A round: by its row, not by the number that people see.
    RoundId;
    /// A unit of the tree: the organisation itself, a site or a team.
    UnitId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_the_same_in_an_address_as_in_a_row() {
        assert_eq!("42".parse::<PersonId>().unwrap(), PersonId::new(42));
        assert_eq!(PersonId::new(42).to_string(), "42");
        assert_eq!(format!("{:>4}", PersonId::new(42)), "  42");
        assert!("4 2".parse::<PersonId>().is_err());
        assert!("".parse::<PersonId>().is_err());
    }
}
