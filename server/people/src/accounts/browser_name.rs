//! What a browser calls an account.

use data_encoding::HEXLOWER;
use sha2::{Digest, Sha256};

/// Under which name a browser keeps what is this account's alone, so that people who share a device do not
/// find each other's: 32 hexadecimal digits, the same on every device. It only keeps things apart and is no
/// secret; nothing is ever asked for by it.
pub fn shelf(account: i64) -> String {
    let digest = Sha256::digest(format!("trivsel shelf {account}").as_bytes());
    HEXLOWER.encode(&digest[..16])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_accounts_have_two_shelves_and_each_always_the_same() {
        assert_ne!(shelf(1), shelf(2));
        assert_eq!(shelf(1), shelf(1));
        assert_eq!(shelf(1).len(), 32);
    }
}
