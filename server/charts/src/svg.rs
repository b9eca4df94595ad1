//! The SVG document around a drawing: head, accessible names, and the points a reader can reach.

use std::fmt;

use plotters::drawing::IntoDrawingArea;

use crate::error::ChartError;
use crate::model::{MARGIN, Size};
use crate::palette::{Role, Theme};
use crate::pen::Pen;
use crate::text::clean;
use crate::vector::{UNIT, VectorBackend, tenths};

const FONT: &str = r#"font-family="Inter, system-ui, sans-serif""#;

/// A finished figure, safe to put into a page as it is.
///
/// Architecture invariant: only this crate builds one, and it escapes every text it was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg {
    inline: String,
    drawing: std::ops::Range<usize>,
    size: Size,
    /// Already escaped.
    name: String,
}

impl Svg {
    /// The `<svg>` element for a page. It scales to the width it is given and has the light palette's colours.
    pub fn as_str(&self) -> &str {
        &self.inline
    }

    /// As [`Svg::as_str`], without a copy.
    pub fn into_string(self) -> String {
        self.inline
    }

    /// A complete SVG document to download: with a background, a margin of 16 pixels and a size of its own, without the reachable
    /// points, since it is looked at as one picture.
    pub fn standalone(&self) -> String {
        let Size { width, height } = self.size;
        let (width, height) = (width + 2 * MARGIN, height + 2 * MARGIN);
        let name = &self.name;
        let card = Role::Card.hex();
        let drawing = self.inline.get(self.drawing.clone()).unwrap_or_default();
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"-{MARGIN} -{MARGIN} {width} {height}\" role=\"img\" aria-label=\"{name}\" {FONT} \
             stroke-linejoin=\"round\"><title>{name}</title><rect x=\"-{MARGIN}\" y=\"-{MARGIN}\" width=\"{width}\" height=\"{height}\" fill=\"{card}\"/>{drawing}</svg>\n"
        )
    }
}

impl fmt::Display for Svg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.inline)
    }
}

/// A place in the drawing with a name of its own, in CSS pixels.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Mark {
    /// Where the focus ring goes.
    pub(crate) at: (f64, f64),
    /// The area that answers to a pointer: left, top, width, height. Areas of one panel do not overlap, so that
    /// among many points the pointer always finds the nearest.
    pub(crate) hit: (f64, f64, f64, f64),
    pub(crate) name: String,
    /// Which of the figure's series it belongs to.
    pub(crate) series: usize,
    /// Which place in its series, the same for what belongs to the same period.
    pub(crate) step: usize,
    /// Address that the mark leads to.
    pub(crate) href: Option<String>,
}

/// Builds a figure from what `paint` draws and the marks it returns.
///
/// A figure with marks is a group rather than an image, because assistive technology does not look inside
/// images for anything to focus. One without a description repeats the numbers beside it, and is for eyes alone.
pub(crate) fn build(
    size: Size,
    description: &str,
    paint: impl FnOnce(&Pen<VectorBackend<'_>>) -> Result<Vec<Mark>, ChartError>,
) -> Result<Svg, ChartError> {
    let Size { width, height } = size;
    let mut drawing = String::new();
    let marks = {
        let canvas = (width * UNIT as u32, height * UNIT as u32);
        let root = VectorBackend::new(&mut drawing, canvas).into_drawing_area();
        let pen = Pen::new(root, UNIT, Theme::Light)?;
        let marks = paint(&pen)?;
        pen.finish()?;
        marks
    };
    let name = escape(description);
    let role = if marks.is_empty() { "img" } else { "group" };
    let access = match name.is_empty() {
        true => "aria-hidden=\"true\"".to_owned(),
        false => format!("role=\"{role}\" aria-label=\"{name}\""),
    };
    let mut inline = format!(
        "<svg class=\"chart\" viewBox=\"0 0 {width} {height}\" {access} {FONT} stroke-linejoin=\"round\">"
    );
    // Axes and labels would be read as one run of numbers.
    inline.push_str("<g aria-hidden=\"true\">");
    let start = inline.len();
    inline.push_str(&drawing);
    let end = inline.len();
    inline.push_str("</g>");
    for (place, mark) in marks.iter().enumerate() {
        let is_stop = marks.get(place + 1).is_none_or(|next| next.series != mark.series);
        inline.push_str(&element(mark, is_stop));
    }
    inline.push_str("</svg>");
    Ok(Svg { inline, drawing: start..end, size, name })
}

/// The pointer's area takes no colour, so that no theme rule matches it; the ring is for the page's focus style.
///
/// `is_stop` is true for the one mark of its series at which the tab key stops; the others are for pointers and scripts.
fn element(mark: &Mark, is_stop: bool) -> String {
    let name = escape(&mark.name);
    let n = |value: f64| tenths((value * 10.0).round() as i32);
    let (x, y) = (n(mark.at.0), n(mark.at.1));
    let (left, top, width, height) = (n(mark.hit.0), n(mark.hit.1), n(mark.hit.2), n(mark.hit.3));
    // the title alone names a point for pointers and for software that reads the tree; those reached by the
    // tab key carry the name twice because some readers announce nothing but the label
    let (series, step) = (mark.series, mark.step);
    let reach = if is_stop {
        format!(r#"data-series="{series}" data-step="{step}" tabindex="0" aria-label="{name}""#)
    } else {
        format!(r#"data-series="{series}" data-step="{step}" tabindex="-1" aria-hidden="true""#)
    };
    let (start, end) = match &mark.href {
        Some(href) => (format!("<a class=\"pt\" href=\"{}\" {reach}>", escape(href)), "</a>"),
        None => (format!("<g class=\"pt\" role=\"img\" {reach}>"), "</g>"),
    };
    format!(
        "{start}<title>{name}</title>\
         <rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"none\" pointer-events=\"all\"/>\
         <circle cx=\"{x}\" cy=\"{y}\" r=\"9\" fill=\"none\" pointer-events=\"none\"/>{end}"
    )
}

/// `text` for use between tags and inside attribute values.
pub(crate) fn escape(text: &str) -> String {
    html_escape::encode_quoted_attribute(&clean(text)).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_means_something_in_xml_is_escaped() {
        assert_eq!(escape("</svg><script>a&'\"\u{1}"), "&lt;/svg&gt;&lt;script&gt;a&amp;&#x27;&quot;");
    }

    #[test]
    fn a_figure_without_a_description_is_an_image_without_a_name_to_nobody() {
        let svg = build(Size { width: 100, height: 60 }, "", |_| Ok(Vec::new())).unwrap();
        assert!(svg.as_str().contains(r#"aria-hidden="true" font-family"#), "{svg}");
        assert!(!svg.as_str().contains("role=") && !svg.as_str().contains("aria-label"));
    }

    #[test]
    fn a_figure_without_marks_is_an_image() {
        let svg = build(Size { width: 100, height: 60 }, "Nothing & more", |_| Ok(Vec::new())).unwrap();
        assert!(svg.as_str().contains(r#"role="img" aria-label="Nothing &amp; more""#));
        assert!(!svg.as_str().contains(" width="));
        assert!(svg.standalone().contains(r#"width="132" height="92""#));
    }
}
