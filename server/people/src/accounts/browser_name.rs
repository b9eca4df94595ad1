//! What a browser calls an account.

use data_encoding::HEXLOWER;
use domain::AccountId;
use sha2::{Digest, Sha256};

/// Under which name a browser keeps what is this account's alone, so that people who share a device do not
/// find each other's: 32 hexadecimal digits, the same on every device. It only keeps things apart and is no
/// secret; nothing is ever asked for by it.
pub fn shelf(account: AccountId) -> String {
    let digest = Sha256::digest(format!("trivsel shelf {account}").as_bytes());
    HEXLOWER.encode(&digest[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_accounts_have_two_shelves_and_each_always_the_same() {
        assert_ne!(shelf(AccountId::new(1)), shelf(AccountId::new(2)));
        assert_eq!(shelf(AccountId::new(1)), shelf(AccountId::new(1)));
        assert_eq!(shelf(AccountId::new(1)).len(), 32);
    }
}
