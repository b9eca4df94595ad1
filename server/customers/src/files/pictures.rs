//! Pictures, decoded within limits and encoded anew.

use std::io::Cursor;

use domain::{
    Why,
    customers::file::{FileType, LARGEST_FILE},
};
use image::{
    DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
};

/// Most points of a picture.
const MOST_POINTS: u64 = 40_000_000;
/// Most bytes that decoding may take.
const MOST_BYTES: u64 = 256 * 1024 * 1024;
/// How well a photograph is kept; the next lower where it would be larger than a file may be.
const QUALITIES: [u8; 3] = [85, 70, 50];

/// A picture encoded anew, turned as it was taken. Where something can be seen through it, it stays what it is; else a
/// photograph is smallest.
pub(super) fn anew(format: ImageFormat, bytes: &[u8]) -> Result<(FileType, Vec<u8>), Why> {
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_BYTES);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(|_| Why::NotAFile)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_POINTS || decoder.total_bytes() > MOST_BYTES {
        return Err(Why::PictureTooLarge);
    }
    let orientation = decoder.orientation().map_err(|_| Why::NotAFile)?;
    let mut picture = DynamicImage::from_decoder(decoder).map_err(|_| Why::NotAFile)?;
    picture.apply_orientation(orientation);
    if format == ImageFormat::Png || picture.color().has_alpha() {
        let mut out = Vec::new();
        picture.write_with_encoder(PngEncoder::new(&mut out)).map_err(|_| Why::NotAFile)?;
        if out.len() <= LARGEST_FILE {
            return Ok((FileType::Png, out));
        }
    }
    let picture = DynamicImage::ImageRgb8(picture.into_rgb8());
    for quality in QUALITIES {
        let mut out = Vec::new();
        let encoder = JpegEncoder::new_with_quality(&mut out, quality);
        picture.write_with_encoder(encoder).map_err(|_| Why::NotAFile)?;
        if out.len() <= LARGEST_FILE {
            return Ok((FileType::Jpeg, out));
        }
    }
    Err(Why::FileTooLarge)
}
