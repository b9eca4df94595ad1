//! Six digits that change every thirty seconds (RFC 6238 with SHA-1, which every authenticator app knows).

use chrono::{DateTime, Utc};
use data_encoding::BASE32_NOPAD;
use domain::people::account::QrPicture;
use hmac::{Hmac, KeyInit, Mac};
use qrcode::{Color, EcLevel, QrCode};
use sha1::Sha1;
use subtle::ConstantTimeEq;

use base::{Error, Result};

/// Seconds that a code stands.
const STEP: i64 = 30;
/// Bytes of a secret: as many as the hash has (RFC 4226 § 4).
pub(super) const SECRET_BYTES: usize = 20;

fn code_at(secret: &[u8], step: i64) -> Result<String> {
    let mut mac = Hmac::<Sha1>::new_from_slice(secret)
        .map_err(|error| Error::Internal(format!("a second factor's secret: {error}")))?;
    mac.update(&step.to_be_bytes());
    let hash = mac.finalize().into_bytes();
    let offset = usize::from(hash[19] & 0x0f);
    let four = [hash[offset] & 0x7f, hash[offset + 1], hash[offset + 2], hash[offset + 3]];
    Ok(format!("{:06}", u32::from_be_bytes(four) % 1_000_000))
}

/// The code of an instant, as the app shows it.
///
/// # Errors
/// Never with a secret made here.
pub fn code(secret: &[u8], at: DateTime<Utc>) -> Result<String> {
    code_at(secret, at.timestamp().div_euclid(STEP))
}

/// The step whose code this is: the present one or its neighbours, for clocks that differ a little,
/// but none up to `last`, so that a code is taken once. All are compared, whichever fits.
pub(super) fn step_of(secret: &[u8], typed: &str, at: DateTime<Utc>, last: i64) -> Result<Option<i64>> {
    let typed: String = typed.chars().filter(char::is_ascii_digit).collect();
    let now = at.timestamp().div_euclid(STEP);
    let mut found = None;
    for step in now - 1..=now + 1 {
        let is_same: bool = code_at(secret, step)?.as_bytes().ct_eq(typed.as_bytes()).into();
        if is_same && step > last {
            found = Some(step);
        }
    }
    Ok(found)
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
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M)
        .map_err(|error| Error::Internal(format!("drawing a second factor's code: {error}")))?;
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", place % width, place / width));
        }
    }
    Ok(QrPicture { modules: u32::try_from(width).unwrap_or(0), path })
}

fn encode(text: &str) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
        out
    })
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
