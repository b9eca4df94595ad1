//! The value axis: which stretch of numbers it covers, where its round ticks lie, and how they are written.

use crate::model::{Decimal, NumberFormat, Panel, ValueRange};

/// A value axis without pixels.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ValueAxis {
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// Round values between `low` and `high`, ascending, each with its label. None where there is nothing to
    /// measure, as on a panel without values and without bounds.
    pub(crate) ticks: Vec<(f64, String)>,
}

impl ValueAxis {
    pub(crate) fn of(panel: &Panel) -> Self {
        Self::spanning(extent(panel), panel.range, panel.format)
    }

    /// An axis for the numbers from the least to the greatest, if there are any.
    pub(crate) fn spanning(extent: Option<(f64, f64)>, range: ValueRange, format: NumberFormat) -> Self {
        let decimals = format.decimals.min(6);
        let unit = 10_f64.powi(-i32::from(decimals));
        let bounds = match range {
            ValueRange::Within { low, high } if low < high => Some((low, high)),
            _ => None,
        };
        let (low, high) = match (extent, bounds) {
            (Some(extent), _) => with_air(extent, range, bounds, unit),
            (None, Some(bounds)) => bounds,
            (None, None) => return Self { low: 0.0, high: 1.0, ticks: Vec::new() },
        };
        let scale = round(low, high, unit, bounds);
        Self { low: scale.low, high: scale.high, ticks: scale.labels(decimals, format.decimal) }
    }
}

/// A range that is never empty: equal values get air in proportion to the number, so that a line can be seen.
fn with_air(extent: (f64, f64), range: ValueRange, bounds: Option<(f64, f64)>, unit: f64) -> (f64, f64) {
    let (mut low, mut high) = extent;
    if range == ValueRange::FromZero {
        (low, high) = (low.min(0.0), high.max(0.0));
        return if high - low < unit { (low, high + unit) } else { (low, high) };
    }
    if high - low < unit {
        let air = (high.abs() * 0.05).max(unit);
        if let Some((least, most)) = bounds {
            (low, high) = ((low - air).max(least.min(low)), (high + air).min(most.max(high)));
        } else {
            (low, high) = (low - air, high + air);
        }
    }
    (low, high)
}

/// The least and the greatest number the panel shows.
fn extent(panel: &Panel) -> Option<(f64, f64)> {
    let values = panel.points.iter().filter_map(|point| point.shown());
    let limits = panel.points.iter().filter_map(|point| point.shown_limits());
    let mut shown = false;
    let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
    for value in values {
        shown = true;
        (low, high) = (low.min(value), high.max(value));
    }
    for (least, most) in limits {
        (low, high) = (low.min(least), high.max(most));
    }
    let centres = panel.points.iter().filter_map(|point| point.shown_centre());
    for centre in centres.chain(panel.centre.as_ref().map(|centre| centre.value)) {
        (low, high) = (low.min(centre), high.max(centre));
    }
    (shown || low <= high).then_some((low, high))
}

/// A stretch of numbers with ticks at all multiples of `step` in it.
#[derive(Debug, Clone, Copy)]
struct Scale {
    low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    /// The first and the last multiple, with a little tolerance, so that 0.30000000000000004 counts as 0.3.
    fn multiples(self) -> (f64, f64) {
        let slip = (self.high - self.low) * 1e-9;
        (((self.low - slip) / self.step).ceil(), ((self.high + slip) / self.step).floor())
    }

    /// How far this is from three or four ticks on just the numbers shown, whose span is `span`.
    fn flaw(self, span: f64) -> f64 {
        let (first, last) = self.multiples();
        let count = last - first + 1.0;
        let excess = (self.high - self.low) / span - 1.0;
        // of two that are otherwise as good, the one whose ticks reach nearer to the ends
        let uncovered = ((self.high - self.low) - (last - first) * self.step) / span * 0.05;
        // one tick too many or too few is as bad as an axis 45 % longer than it need be
        excess + uncovered + if (3.0..=4.0).contains(&count) { 0.0 } else { 0.3 * (count - 3.5).abs() }
    }

    fn labels(self, most_decimals: u8, decimal: Decimal) -> Vec<(f64, String)> {
        let is_enough = |&d: &u8| {
            let scaled = self.step * 10_f64.powi(i32::from(d));
            (scaled - scaled.round()).abs() < 1e-6
        };
        let decimals = (0..most_decimals).find(is_enough).unwrap_or(most_decimals);
        let (first, last) = self.multiples();
        // more than a handful cannot be meant, whatever rounding did
        let count = (last - first + 1.0).clamp(0.0, 8.0) as u32;
        let values = (0..count).map(|i| (first + f64::from(i)) * self.step);
        values.map(|value| (value, number(value, decimals, decimal))).collect()
    }
}

/// The scale with the best ticks for the numbers from `low` to `high`: its step is 1, 2, 2.5 or 5 times a power
/// of ten and no finer than `unit`; an end may move outwards to the next tick, if not beyond `bounds`.
fn round(low: f64, high: f64, unit: f64, bounds: Option<(f64, f64)>) -> Scale {
    let span = high - low;
    let exponent = span.log10().floor() as i32;
    let steps = (exponent - 1..=exponent + 1).flat_map(|power| {
        let ten = 10_f64.powi(power);
        // 2.5 needs one decimal more than its power of ten
        [(1.0, ten), (2.0, ten), (2.5, ten / 10.0), (5.0, ten)]
            .map(|(mantissa, finest)| (mantissa * ten, finest))
    });
    let scales = steps.filter(|&(_, finest)| finest >= unit * 0.999).flat_map(|(step, _)| {
        let below = (low / step).floor() * step;
        let above = (high / step).ceil() * step;
        let below = if bounds.is_some_and(|(least, _)| below < least) { low } else { below };
        let above = if bounds.is_some_and(|(_, most)| above > most) { high } else { above };
        [(low, high), (low, above), (below, high), (below, above)].map(|(low, high)| Scale {
            low,
            high,
            step,
        })
    });
    let best = scales.min_by(|a, b| a.flaw(span).total_cmp(&b.flaw(span)));
    best.unwrap_or(Scale { low, high, step: unit.max(span) })
}

/// `value` with `decimals` decimals, thousands set apart from 10,000 upwards, and a real minus sign.
pub(crate) fn number(value: f64, decimals: u8, decimal: Decimal) -> String {
    let plain = format!("{:.*}", usize::from(decimals), value.abs());
    let (whole, fraction) = plain.split_once('.').map_or((plain.as_str(), None), |(w, f)| (w, Some(f)));
    let (point, group) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '\u{a0}'),
    };
    let mut text = String::new();
    if value < 0.0 && plain.bytes().any(|digit| (b'1'..=b'9').contains(&digit)) {
        text.push('\u{2212}');
    }
    for (i, digit) in whole.chars().enumerate() {
        let left = whole.len() - i;
        if i > 0 && left % 3 == 0 && whole.len() > 4 {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push(point);
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Ink, Point};

    fn panel(values: &[f64], range: ValueRange, decimals: u8) -> Panel {
        Panel {
            heading: None,
            label: String::new(),
            ink: Ink::Strain,
            points: values.iter().map(|&v| Point { value: Some(v), ..Point::default() }).collect(),
            centre: None,
            format: NumberFormat { decimal: Decimal::Point, decimals },
            range,
            blank: String::new(),
        }
    }

    fn labels(values: &[f64], range: ValueRange, decimals: u8) -> Vec<String> {
        ValueAxis::of(&panel(values, range, decimals)).ticks.into_iter().map(|(_, label)| label).collect()
    }

    #[test]
    fn an_axis_has_three_or_four_round_ticks() {
        assert_eq!(labels(&[4.0, 31.0], ValueRange::Free, 0), ["10", "20", "30"]);
        assert_eq!(labels(&[5.0, 75.0], ValueRange::FromZero, 0), ["0", "25", "50", "75"]);
        assert_eq!(labels(&[0.31, 0.44], ValueRange::Free, 2), ["0.30", "0.35", "0.40"]);
        for high in 2..400 {
            let count = labels(&[0.0, f64::from(high)], ValueRange::FromZero, 1).len();
            assert!((3..=4).contains(&count), "{high}: {count}");
        }
    }

    #[test]
    fn labels_never_need_more_decimals_than_allowed() {
        assert_eq!(labels(&[0.0, 2.0], ValueRange::FromZero, 0), ["0", "1", "2"]);
        assert_eq!(labels(&[0.0, 1.0], ValueRange::FromZero, 0), ["0", "1"]);
    }

    #[test]
    fn equal_values_lie_in_the_middle_of_an_axis_with_air() {
        let axis = ValueAxis::of(&panel(&[15.0; 12], ValueRange::Free, 0));
        assert!(axis.low < 15.0 && axis.high > 15.0 && !axis.ticks.is_empty());
        let zeros = ValueAxis::of(&panel(&[0.0; 12], ValueRange::FromZero, 0));
        assert_eq!((zeros.low, zeros.high), (0.0, 1.0));
    }

    #[test]
    fn bounds_keep_the_air_of_equal_values_inside() {
        let axis = ValueAxis::of(&panel(&[100.0; 3], ValueRange::Within { low: 0.0, high: 100.0 }, 0));
        assert!(axis.high <= 100.0 && axis.low < 100.0, "{axis:?}");
        let axis = ValueAxis::of(&panel(&[0.0; 3], ValueRange::Within { low: 0.0, high: 100.0 }, 0));
        assert!(axis.low >= 0.0 && axis.high > 0.0, "{axis:?}");
    }

    #[test]
    fn a_panel_without_values_shows_its_bounds_and_else_no_ticks() {
        assert_eq!(
            labels(&[], ValueRange::Within { low: 0.0, high: 100.0 }, 0).first().map(String::as_str),
            Some("0")
        );
        assert!(labels(&[], ValueRange::Free, 0).is_empty());
    }

    #[test]
    fn hidden_values_do_not_shape_the_axis() {
        let mut panel = panel(&[10.0, 20.0], ValueRange::Free, 0);
        let before = ValueAxis::of(&panel);
        panel.points.push(Point {
            value: Some(900.0),
            limits: Some((-900.0, 900.0)),
            hidden: true,
            ..Point::default()
        });
        assert_eq!(ValueAxis::of(&panel), before);
    }

    #[test]
    fn huge_values_have_grouped_labels() {
        assert_eq!(labels(&[0.0, 4e12], ValueRange::FromZero, 0)[1], "2,000,000,000,000");
    }

    #[test]
    fn numbers_follow_the_reader_s_locale() {
        assert_eq!(number(1234.5, 1, Decimal::Point), "1234.5");
        assert_eq!(number(12345.0, 0, Decimal::Point), "12,345");
        assert_eq!(number(12345.5, 1, Decimal::Comma), "12\u{a0}345,5");
        assert_eq!(number(-0.5, 1, Decimal::Comma), "\u{2212}0,5");
        assert_eq!(number(-0.001, 1, Decimal::Point), "0.0");
    }
}
