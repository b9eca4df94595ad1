//! Numbers as people read them: changes, ranges, p-values, rates.

use charts::{Decimal, NumberFormat};
use domain::{Lang, format, text::tv};
use stats::rate::Rate;

/// What stands where there is no number.
pub const NONE: &str = "–";

/// The change in per cent that a ratio means: 1.21 is +21.
pub fn change(ratio: f64) -> f64 {
    (ratio - 1.0) * 100.0
}

/// A change in per cent with its sign: `+21 %`, `−3.5 %`.
pub fn percent(lang: Lang, change: f64) -> String {
    signed(lang, change, usize::from(change.abs() < 9.95), " %")
}

/// A number with its sign; what rounds to nothing has none.
pub fn signed(lang: Lang, number: f64, decimals: usize, unit: &str) -> String {
    let text = format::number(lang, number, decimals);
    let is_nothing = !text.bytes().any(|b| (b'1'..=b'9').contains(&b));
    let plus = if number > 0.0 && !is_nothing { "+" } else { "" };
    format!("{plus}{text}{unit}")
}

/// Both ends of a range of changes in per cent.
pub fn range(lang: Lang, [low, high]: [f64; 2]) -> String {
    tv(lang, "link-range", &[("low", percent(lang, low).into()), ("high", percent(lang, high).into())])
}

/// A p-value with three decimals.
pub fn p(lang: Lang, p: f64) -> String {
    if p < 0.001 { format!("< {}", format::number(lang, 0.001, 3)) } else { format::number(lang, p, 3) }
}

/// A rate for so much exposure with its range: "28.1 (95 % range 24.0 to 32.7)".
pub fn with_range(lang: Lang, rate: &Rate, per: f64, decimals: u8) -> String {
    let number = |value: f64| format::number(lang, value * per, usize::from(decimals)).into();
    let values = [("rate", number(rate.rate)), ("low", number(rate.lower)), ("high", number(rate.upper))];
    tv(lang, "rate-with-range", &values)
}

/// Decimals that show a number of this size to about three digits.
pub fn decimals(largest: f64) -> u8 {
    match largest.abs() {
        size if size >= 100.0 => 0,
        size if size >= 10.0 => 1,
        size if size >= 1.0 => 2,
        size if size > 0.0 && size < 1e-3 => 6,
        _ => 4,
    }
}

/// Two different numbers with as many decimals as it takes to tell them apart, but no more than three extra.
pub fn apart(lang: Lang, one: f64, other: f64, decimals: u8) -> (String, String) {
    let written = |decimals: u8| {
        let number = |value| format::number(lang, value, usize::from(decimals));
        (number(one), number(other))
    };
    let enough = (decimals..decimals + 4).find(|decimals| {
        let (one, other) = written(*decimals);
        one != other
    });
    written(enough.unwrap_or(decimals))
}

/// How a figure writes its numbers.
pub const fn number_format(lang: Lang, decimals: u8) -> NumberFormat {
    let decimal = match lang {
        Lang::En => Decimal::Point,
        Lang::Nb => Decimal::Comma,
    };
    NumberFormat { decimal, decimals }
}
