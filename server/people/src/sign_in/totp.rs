//! Six digits that change every thirty seconds (RFC 6238 with SHA-1, which every authenticator app knows).

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use domain::people::account::QrPicture;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use totp_rs::{Builder, Totp};

use base::{Error, Result, qr::picture_of};

/// Bytes of a secret: as many as the hash has (RFC 4226 § 4).
pub(super) const SECRET_BYTES: usize = 20;

/// What may not stand in an address as it is (RFC 3986 § 2.3).
const RESERVED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The codes of a secret: six digits, a new one every thirty seconds, taken from the present step and
/// its neighbours, for clocks that differ a little.
fn codes(secret: &[u8]) -> Result<Totp> {
    let wrong = |why: String| Error::Internal(format!("a second factor's secret: {why}"));
    let secret: [u8; SECRET_BYTES] =
        secret.try_into().map_err(|_| wrong(format!("{} bytes", secret.len())))?;
    let builder = Builder::new().with_digits(6).with_step_duration(30).with_skew(1);
    builder.with_secret(secret).build().map_err(|error| wrong(error.to_string()))
}

fn seconds(at: DateTime<Utc>) -> Result<u64> {
    u64::try_from(at.timestamp()).map_err(|error| Error::Internal(format!("a clock before 1970: {error}")))
}

/// The code of an instant, as the app shows it.
///
/// # Errors
/// Never with a secret made here and a clock that goes.
pub fn code(secret: &[u8], at: DateTime<Utc>) -> Result<String> {
    Ok(codes(secret)?.generate(seconds(at)?).to_string())
}

/// The step whose code this is, but none up to `last`, so that a code is taken once.
pub(super) fn step_of(secret: &[u8], typed: &str, at: DateTime<Utc>, last: i64) -> Result<Option<i64>> {
    let typed: String = typed.chars().filter(char::is_ascii_digit).collect();
    let step = codes(secret)?.check(&typed, seconds(at)?);
    Ok(step.and_then(|step| i64::try_from(step).ok()).filter(|step| *step > last))
}

/// The secret for typing, in groups of four.
pub(super) fn spelled(secret: &[u8]) -> String {
    let text = BASE32_NOPAD.encode(secret);
    let groups: Vec<&str> =
        text.as_bytes().chunks(4).filter_map(|group| std::str::from_utf8(group).ok()).collect();
    groups.join(" ")
}

/// What an app scans: an `otpauth:` address, as a picture.
pub(super) fn picture(secret: &[u8], organisation: &str, login: &str) -> Result<QrPicture> {
    let issuer = encode(&format!("Trivsel {organisation}"));
    let address = format!(
        "otpauth://totp/{issuer}:{}?secret={}&issuer={issuer}",
        encode(login),
        BASE32_NOPAD.encode(secret)
    );
    picture_of(&address)
}

fn encode(text: &str) -> String {
    utf8_percent_encode(text, RESERVED).to_string()
}

#[cfg(test)]
mod tests {
    use chrono::{Duration, TimeZone};

    use super::*;

    #[test]
    fn the_codes_of_the_standard_come_out() {
        // RFC 6238, appendix B, the last six of its eight digits.
        for (second, expected) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            let at = Utc.timestamp_opt(second, 0).unwrap();
            assert_eq!(code(b"12345678901234567890", at).unwrap(), expected);
        }
    }

    #[test]
    fn a_code_holds_for_its_neighbours_and_once() {
        let secret = [7; SECRET_BYTES];
        let now = Utc.timestamp_opt(1_800_000_000, 0).unwrap();
        let typed = code(&secret, now).unwrap();
        for seconds in [-30, 0, 30] {
            assert!(step_of(&secret, &typed, now + Duration::seconds(seconds), 0).unwrap().is_some());
        }
        assert!(step_of(&secret, &typed, now + Duration::seconds(60), 0).unwrap().is_none());
        let step = step_of(&secret, &typed, now, 0).unwrap().unwrap();
        assert!(step_of(&secret, &typed, now, step).unwrap().is_none(), "taken once");
        assert!(step_of(&secret, "", now, 0).unwrap().is_none());
    }

    #[test]
    fn the_picture_is_a_square_of_modules() {
        let picture = picture(&[7; SECRET_BYTES], "Fjordkjeden", "kari@example.org").unwrap();
        assert!(picture.modules >= 21 && picture.path.starts_with("M0 0h1v1h-1z"));
        assert!(
            picture.path.chars().all(|c| c.is_ascii_digit() || "Mhvz -".contains(c)),
            "nothing but a path"
        );
    }
}
