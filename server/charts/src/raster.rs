//! PNG bytes: the same drawing on plotters' bitmap backend, at several times the size wanted and then averaged,
//! since that backend smooths only some of its edges.

use plotters::backend::BitMapBackend;
use plotters::drawing::IntoDrawingArea;
use plotters::style::RGBColor;
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, DrawingBackend, DrawingErrorKind};

use crate::error::ChartError;
use crate::model::{MARGIN, Size};
use crate::palette::{Role, Theme};
use crate::pen::Pen;

/// Canvas pixels along each side of a finished pixel.
const OVERSAMPLING: u32 = 3;
/// Bytes a canvas pixel takes.
const CHANNELS: usize = 3;
/// The most canvas pixels a figure may need, about 200 MB.
const MOST_PIXELS: u64 = 70_000_000;

/// Paints a figure, gives it a margin and encodes it; `scale` is the number of image pixels to a CSS pixel, 1 to 3.
pub(crate) fn build<T>(
    size: Size,
    theme: Theme,
    scale: u32,
    paint: impl FnOnce(&Pen<RoundJoins<'_>>) -> Result<T, ChartError>,
) -> Result<Vec<u8>, ChartError> {
    if !(1..=3).contains(&scale) {
        return Err(ChartError::Scale(scale));
    }
    let unit = scale * OVERSAMPLING;
    let canvas = (size.width * unit, size.height * unit);
    let pixels = u64::from(canvas.0) * u64::from(canvas.1);
    if pixels > MOST_PIXELS {
        return Err(ChartError::Size { width: size.width, height: size.height });
    }
    let mut buffer = vec![0; pixels as usize * CHANNELS];
    {
        let root = RoundJoins(BitMapBackend::with_buffer(&mut buffer, canvas)).into_drawing_area();
        let pen = Pen::new(root, f64::from(unit), theme)?;
        pen.background(Role::Card)?;
        paint(&pen)?;
        pen.finish()?;
    }
    let image = average(&buffer, canvas.0 as usize);
    let margin = MARGIN * scale;
    let RGBColor(r, g, b) = Role::Card.rgb(theme);
    let image = frame(&image, (size.width * scale) as usize, margin as usize, [r, g, b]);
    encode(&image, size.width * scale + 2 * margin, size.height * scale + 2 * margin)
}

/// `image` with `margin` pixels of one colour around it.
fn frame(image: &[u8], width: usize, margin: usize, colour: [u8; CHANNELS]) -> Vec<u8> {
    let edge = colour.repeat(margin * (width + 2 * margin));
    let side = colour.repeat(margin);
    let mut framed = edge.clone();
    for row in image.chunks_exact(width * CHANNELS) {
        framed.extend(side.iter().chain(row).chain(&side));
    }
    framed.extend(edge);
    framed
}

/// Each block of canvas pixels as one pixel of their mean colour.
fn average(canvas: &[u8], width: usize) -> Vec<u8> {
    let side = OVERSAMPLING as usize;
    let row_bytes = width * CHANNELS;
    let mut image = Vec::with_capacity(canvas.len() / (side * side));
    for rows in canvas.chunks_exact(row_bytes * side) {
        for x in (0..row_bytes).step_by(side * CHANNELS) {
            for channel in 0..CHANNELS {
                let block = (0..side)
                    .flat_map(|row| (0..side).map(move |column| row * row_bytes + column * CHANNELS));
                let sum: u32 = block.map(|offset| u32::from(rows[offset + x + channel])).sum();
                let count = OVERSAMPLING * OVERSAMPLING;
                image.push(((sum + count / 2) / count) as u8);
            }
        }
    }
    image
}

fn encode(image: &[u8], width: u32, height: u32) -> Result<Vec<u8>, ChartError> {
    let failed = |error: png::EncodingError| ChartError::Encoding(error.to_string());
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_depth(png::BitDepth::Eight);
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(image).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(bytes)
}

/// The bitmap backend with round joins: plotters turns a wide path into one polygon, which tears at the sharp
/// turns of a weekly series, so each stretch is drawn by itself with a disc at every joint.
pub(crate) struct RoundJoins<'a>(BitMapBackend<'a>);

impl<'a> DrawingBackend for RoundJoins<'a> {
    type ErrorType = <BitMapBackend<'a> as DrawingBackend>::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.present()
    }

    fn draw_pixel(
        &mut self,
        at: BackendCoord,
        color: BackendColor,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.draw_pixel(at, color)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        self.0.draw_rect(a, b, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Result<(), DrawingErrorKind<Self::ErrorType>> {
        let path: Vec<_> = path.into_iter().collect();
        let style = &Stroke { color: style.color(), width: style.stroke_width().saturating_sub(1).max(1) };
        for pair in path.windows(2) {
            self.0.draw_path(pair.iter().copied(), style)?;
        }
        let inner = path.get(1..path.len().saturating_sub(1)).unwrap_or_default();
        for &joint in inner {
            self.0.draw_circle(joint, style.stroke_width() / 2, &style.color(), true)?;
        }
        Ok(())
    }
}

/// A stroke one canvas pixel thinner than asked for, since plotters paints both edges of a polygon in full.
struct Stroke {
    color: BackendColor,
    width: u32,
}

impl BackendStyle for Stroke {
    fn color(&self) -> BackendColor {
        self.color
    }

    fn stroke_width(&self) -> u32 {
        self.width
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_block_of_pixels_becomes_its_mean() {
        let mut canvas = vec![0; 6 * 3 * CHANNELS];
        for row in 0..3 {
            for column in 3..6 {
                canvas[(row * 6 + column) * CHANNELS] = 90;
            }
        }
        assert_eq!(average(&canvas, 6), [0, 0, 0, 90, 0, 0]);
    }

    #[test]
    fn a_margin_goes_all_round() {
        let framed = frame(&[9, 9, 9], 1, 1, [1, 2, 3]);
        assert_eq!(framed.len(), 9 * CHANNELS);
        assert_eq!(framed[12..18], [9, 9, 9, 1, 2, 3]);
    }

    #[test]
    fn only_scales_from_one_to_three_are_painted() {
        let size = Size { width: 100, height: 60 };
        for scale in [0, 4] {
            assert_eq!(build(size, Theme::Light, scale, |_| Ok(())), Err(ChartError::Scale(scale)));
        }
    }
}
