//! Addresses as pictures for a telephone's camera.

use domain::people::account::QrPicture;
use qrcode::{Color, EcLevel, QrCode};

use crate::{Error, Result};

/// An address as a picture.
///
/// # Errors
/// When it is longer than a picture holds.
pub fn picture_of(address: &str) -> Result<QrPicture> {
    let code = QrCode::with_error_correction_level(address.as_bytes(), EcLevel::M)
        .map_err(|error| Error::Internal(format!("drawing an address: {error}")))?;
    let width = code.width();
    let mut path = String::new();
    for (place, color) in code.to_colors().into_iter().enumerate() {
        if color == Color::Dark {
            path.push_str(&format!("M{} {}h1v1h-1z", place % width, place / width));
        }
    }
    Ok(QrPicture { modules: u32::try_from(width).unwrap_or(0), path })
}
