//! A plotters backend that writes SVG elements.
//!
//! plotters' own SVG backend rounds to whole pixels, writes one element for every dash and fixes font family and
//! size of the document. This one takes its canvas in tenths of a CSS pixel and writes decimals, joins strokes
//! of one style into one path, and leaves document, font and theme to [`crate::svg`].

use std::convert::Infallible;
use std::fmt::Write as _;

use plotters_backend::text_anchor::HPos;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
};

use crate::svg::escape;
use crate::text::LINE_PER_EM;

/// Canvas steps to a CSS pixel.
pub(crate) const UNIT: f64 = 10.0;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Appends elements to a string.
pub(crate) struct VectorBackend<'a> {
    out: &'a mut String,
    size: (u32, u32),
    /// Attributes and data of a path that the next shape of the same look will be added to.
    open: (String, String),
}

impl<'a> VectorBackend<'a> {
    /// `size` is in canvas steps.
    pub(crate) fn new(out: &'a mut String, size: (u32, u32)) -> Self {
        Self { out, size, open: (String::new(), String::new()) }
    }

    fn close_path(&mut self) {
        let (look, data) = std::mem::take(&mut self.open);
        if !data.is_empty() {
            self.push(format_args!("<path {look} d=\"{data}\"/>"));
        }
    }

    fn push(&mut self, element: std::fmt::Arguments) {
        // writing to a string cannot fail
        let _ = self.out.write_fmt(element);
    }

    fn shape(&mut self, look: String, points: impl IntoIterator<Item = BackendCoord>, is_closed: bool) {
        if self.open.0 != look {
            self.close_path();
            self.open.0 = look;
        }
        let data = &mut self.open.1;
        for (i, (x, y)) in points.into_iter().enumerate() {
            data.push(if i == 0 { 'M' } else { 'L' });
            data.push_str(&tenths(x));
            data.push(' ');
            data.push_str(&tenths(y));
        }
        if is_closed {
            data.push('Z');
        }
    }
}

impl DrawingBackend for VectorBackend<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close_path();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, color: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &color, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.draw_path([from, to], style)
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        a: BackendCoord,
        b: BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let look = if fill { filled(style) } else { stroked(style) };
        self.shape(look, [a, (b.0, a.1), b, (a.0, b.1)], true);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        self.shape(stroked(style), path, false);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        (x, y): BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        self.close_path();
        let look = if fill { filled(style) } else { stroked(style) };
        let (x, y, r) = (tenths(x), tenths(y), tenths(i32::try_from(radius).unwrap_or(i32::MAX)));
        self.push(format_args!(r#"<circle {look} cx="{x}" cy="{y}" r="{r}"/>"#));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        points: I,
        style: &S,
    ) -> Drawn {
        self.shape(filled(style), points, true);
        Ok(())
    }

    /// As plotters' bitmap text does, the baseline lies half a line below `y` for text anchored at its top,
    /// the only vertical anchor this crate uses.
    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        self.close_path();
        let baseline = f64::from(y) + style.size() / 2.0;
        let (x, y) = (tenths(x), tenths(baseline.round() as i32));
        let size = tenths((style.size() / LINE_PER_EM).round() as i32);
        let fill = filled(&style.color());
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => r#" text-anchor="middle""#,
            HPos::Right => r#" text-anchor="end""#,
        };
        let weight = if matches!(style.style(), FontStyle::Bold) { r#" font-weight="600""# } else { "" };
        let text = escape(text);
        self.push(format_args!(
            r#"<text {fill} x="{x}" y="{y}" font-size="{size}"{anchor}{weight}>{text}</text>"#
        ));
        Ok(())
    }
}

fn filled<S: BackendStyle>(style: &S) -> String {
    paint("fill", style.color())
}

fn stroked<S: BackendStyle>(style: &S) -> String {
    let width = tenths(i32::try_from(style.stroke_width()).unwrap_or(i32::MAX));
    format!(r#"fill="none" {} stroke-width="{width}""#, paint("stroke", style.color()))
}

fn paint(attribute: &str, color: BackendColor) -> String {
    let (r, g, b) = color.rgb;
    let opaque = format!("{attribute}=\"#{r:02x}{g:02x}{b:02x}\"");
    if color.alpha >= 1.0 { opaque } else { format!("{opaque} {attribute}-opacity=\"{}\"", color.alpha) }
}

/// A number of tenths as a decimal number.
pub(crate) fn tenths(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let value = value.unsigned_abs();
    match value % 10 {
        0 => format!("{sign}{}", value / 10),
        tenth => format!("{sign}{}.{tenth}", value / 10),
    }
}

#[cfg(test)]
mod tests {
    use plotters::style::{Color, RGBColor};

    use super::*;

    const INK: RGBColor = RGBColor(0x1b, 0x22, 0x20);

    #[test]
    fn strokes_of_one_look_share_a_path_and_others_do_not() {
        let mut out = String::new();
        let mut backend = VectorBackend::new(&mut out, (100, 100));
        backend.draw_line((0, 0), (15, 0), &Color::stroke_width(&INK, 20)).unwrap();
        backend.draw_line((20, 0), (30, 0), &Color::stroke_width(&INK, 20)).unwrap();
        backend.draw_line((0, 0), (9, 9), &Color::stroke_width(&INK, 5)).unwrap();
        backend.present().unwrap();
        let stroke = r##"fill="none" stroke="#1b2220" stroke-width"##;
        assert_eq!(
            out,
            format!(r#"<path {stroke}="2" d="M0 0L1.5 0M2 0L3 0"/><path {stroke}="0.5" d="M0 0L0.9 0.9"/>"#)
        );
    }

    #[test]
    fn tenths_are_written_without_needless_zeros() {
        assert_eq!([tenths(0), tenths(5), tenths(-5), tenths(120)], ["0", "0.5", "-0.5", "12"]);
    }
}
