//! Numbers as people write them. One layout holds for a whole column, and is told over all its rows.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::{missing::Missing, problem::Fault};

/// Beyond this, sums of squares lose the digits that matter.
pub const LARGEST: f64 = 1e15;

/// The mark before the decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Decimal {
    /// 3.5
    Point,
    /// 3,5
    Comma,
}

/// The mark between groups of three digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Group {
    /// 1.234
    Point,
    /// 1,234
    Comma,
    /// 1 234, with any space: plain, no-break, narrow or thin
    Space,
    /// 1'234, straight or curved
    Apostrophe,
}

/// How the numbers of a column are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct NumberLayout {
    /// The decimal mark; none where no number needs one.
    pub decimal: Option<Decimal>,
    /// The mark between groups, where one occurs.
    pub group: Option<Group>,
}

impl NumberLayout {
    /// Reads a number written this way; none when it is not, or none at all.
    pub fn read(self, text: &str) -> Option<f64> {
        read_as(text, self.decimal.unwrap_or(Decimal::Point)).map(|reading| reading.value)
    }
}

/// A text read under one decimal mark.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Reading {
    value: f64,
    group: Option<Group>,
}

fn group_of(c: char) -> Option<Group> {
    match c {
        '.' => Some(Group::Point),
        ',' => Some(Group::Comma),
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\u{2007}' => Some(Group::Space),
        '\'' | '\u{2019}' => Some(Group::Apostrophe),
        _ => None,
    }
}

/// Reads a number whose decimals follow `decimal`. Groups have three digits, the first one to three and no
/// leading zero, and one mark between them.
fn read_as(text: &str, decimal: Decimal) -> Option<Reading> {
    let (sign, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    };
    let mark = if decimal == Decimal::Point { '.' } else { ',' };
    let is_exponent = |c: char| matches!(c, 'e' | 'E');
    let end = digits.find(|c: char| c == mark || is_exponent(c)).unwrap_or(digits.len());
    let (whole, rest) = digits.split_at(end);
    let (plain, group) = ungrouped(whole)?;
    let (fraction, exponent) = match rest.strip_prefix(mark) {
        Some(rest) => rest.split_at(rest.find(is_exponent).unwrap_or(rest.len())),
        None => ("", rest),
    };
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if plain.is_empty() && fraction.is_empty() || !all_digits(fraction) {
        return None;
    }
    if let Some(power) = exponent.strip_prefix(is_exponent) {
        let power = power.strip_prefix(['-', '+']).unwrap_or(power);
        if group.is_some() || power.is_empty() || power.len() > 3 || !all_digits(power) {
            return None;
        }
    }
    let value = format!("{sign}{plain}.{fraction}0{exponent}").parse::<f64>().ok()?;
    value.is_finite().then_some(Reading { value, group })
}

/// Whether a text is a number under any layout.
pub(crate) fn is_number(text: &str) -> bool {
    [Decimal::Point, Decimal::Comma].into_iter().any(|decimal| read_as(text, decimal).is_some())
}

/// The digits without their group marks.
fn ungrouped(whole: &str) -> Option<(String, Option<Group>)> {
    if whole.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some((whole.to_owned(), None));
    }
    let mut plain = String::with_capacity(whole.len());
    let mut group = None;
    let mut run = 0;
    for c in whole.chars() {
        if c.is_ascii_digit() {
            plain.push(c);
            run += 1;
            continue;
        }
        let mark = group_of(c)?;
        let is_first = group.is_none();
        let fits = if is_first { (1..=3).contains(&run) && !plain.starts_with('0') } else { run == 3 };
        if !fits || group.is_some_and(|group| group != mark) {
            return None;
        }
        group = Some(mark);
        run = 0;
    }
    (run == 3).then_some((plain, group))
}

/// A cell met, with what it says under either mark.
#[derive(Clone, Debug, PartialEq)]
struct Met {
    row: u64,
    text: String,
}

/// What the numbers of a column have shown so far.
#[derive(Clone, Debug, Default)]
pub(crate) struct Evidence {
    /// Cells without one, by what they say.
    pub(crate) missing: BTreeMap<String, u64>,
    /// The first cell that is a number with the other mark only, and the first that is none with either.
    not_point: Option<Met>,
    not_comma: Option<Met>,
    neither: Option<Met>,
    /// The first cell that is two different numbers.
    differs: Option<(Met, f64, f64)>,
    too_large: Option<Met>,
    /// The first cell with each mark between groups, under a decimal point and under a decimal comma.
    groups_by_point: BTreeMap<Group, Met>,
    groups_by_comma: BTreeMap<Group, Met>,
    /// Cells with a mark that are whole numbers under either reading.
    whole_by_point: u64,
    whole_by_comma: u64,
}

/// Keeps the first cell with a mark between groups.
fn note(groups: &mut BTreeMap<Group, Met>, group: Option<Group>, met: impl Fn() -> Met) {
    if let Some(group) = group {
        groups.entry(group).or_insert_with(met);
    }
}

/// What is wrong with a cell of a column.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Wrong {
    pub(crate) row: u64,
    pub(crate) text: String,
    pub(crate) fault: Fault,
}

impl Wrong {
    /// The same, of what was taken for a date.
    pub(crate) fn into_date(self) -> Self {
        Self { fault: Fault::LooksLikeADate, ..self }
    }
}

impl Evidence {
    /// Looks at a cell. Gives its value under a decimal point and under a decimal comma.
    pub(crate) fn add(
        &mut self,
        row: u64,
        text: &str,
        number: Option<f64>,
        missing: &Missing,
    ) -> Option<[f64; 2]> {
        if missing.is(text) {
            if self.missing.len() < 50 {
                *self.missing.entry(text.to_owned()).or_default() += 1;
            }
            return None;
        }
        let met = || Met { row, text: text.to_owned() };
        if let Some(value) = number {
            self.measure(value, &met);
            return Some([value; 2]);
        }
        // Most numbers are a few digits, the same under every layout.
        if text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let value = text.bytes().fold(0_u64, |value, byte| value * 10 + u64::from(byte - b'0')) as f64;
            return Some([value; 2]);
        }
        let (point, comma) = (read_as(text, Decimal::Point), read_as(text, Decimal::Comma));
        let Some(reading) = point.or(comma) else {
            self.neither.get_or_insert_with(met);
            return None;
        };
        self.measure(reading.value, &met);
        if point.is_none() {
            self.not_point.get_or_insert_with(met);
        }
        if comma.is_none() {
            self.not_comma.get_or_insert_with(met);
        }
        if let Some(reading) = point {
            note(&mut self.groups_by_point, reading.group, met);
            self.whole_by_point += u64::from(reading.value.fract() == 0.0);
        }
        if let Some(reading) = comma {
            note(&mut self.groups_by_comma, reading.group, met);
            self.whole_by_comma += u64::from(reading.value.fract() == 0.0);
        }
        if let (Some(point), Some(comma)) = (point, comma)
            && point.value != comma.value
        {
            self.differs.get_or_insert_with(|| (met(), point.value, comma.value));
        }
        Some([point, comma].map(|reading| reading.map_or(f64::NAN, |reading| reading.value)))
    }

    fn measure(&mut self, value: f64, met: &impl Fn() -> Met) {
        if value.abs() > LARGEST {
            self.too_large.get_or_insert_with(met);
        }
    }

    /// Takes in what was seen in other rows.
    pub(crate) fn merge(&mut self, other: Self) {
        let first = |one: &mut Option<Met>, other: Option<Met>| {
            if let Some(other) = other
                && one.as_ref().is_none_or(|one| one.row > other.row)
            {
                *one = Some(other);
            }
        };
        for (mark, often) in other.missing {
            *self.missing.entry(mark).or_default() += often;
        }
        first(&mut self.not_point, other.not_point);
        first(&mut self.not_comma, other.not_comma);
        first(&mut self.neither, other.neither);
        first(&mut self.too_large, other.too_large);
        self.differs = self.differs.take().or(other.differs);
        for (own, others) in [
            (&mut self.groups_by_point, other.groups_by_point),
            (&mut self.groups_by_comma, other.groups_by_comma),
        ] {
            for (group, met) in others {
                let first = own.entry(group).or_insert_with(|| met.clone());
                if first.row > met.row {
                    *first = met;
                }
            }
        }
        self.whole_by_point += other.whole_by_point;
        self.whole_by_comma += other.whole_by_comma;
    }

    /// Whether a cell says something that is no number.
    pub(crate) const fn has_a_word(&self) -> bool {
        self.neither.is_some()
    }

    /// The layout that all numbers of the column fit.
    ///
    /// # Errors
    /// The first cell that fits none, or that fits two with different values.
    pub(crate) fn decide(&self, choice: Choice) -> Result<NumberLayout, Wrong> {
        let wrong = |met: &Met, fault: Fault| Wrong { row: met.row, text: met.text.clone(), fault };
        if !choice.row_by_row {
            if let Some(met) = &self.neither {
                return Err(wrong(met, no_number(&met.text)));
            }
            if let Some(met) = &self.too_large {
                return Err(wrong(met, Fault::TooLarge));
            }
        }
        if let Some(decimal) = choice.decimal.or_else(|| self.whole_under().filter(|_| choice.is_whole)) {
            let misfit = if decimal == Decimal::Point { &self.not_point } else { &self.not_comma };
            return match misfit {
                Some(met) if !choice.row_by_row => Err(wrong(met, Fault::OtherDecimal { decimal })),
                // Whoever chose the mark knows what the other marks are.
                _ if choice.decimal.is_some() => Ok(self.layout(decimal)),
                _ => self.of_one_group(decimal),
            };
        }
        match (&self.not_point, &self.not_comma) {
            (Some(point), Some(comma)) => {
                let (first, second) = if point.row < comma.row { (point, comma) } else { (comma, point) };
                Err(wrong(second, Fault::NumbersMixed { row: first.row, other: first.text.clone() }))
            }
            (None, Some(_)) => self.of_one_group(Decimal::Point),
            (Some(_), None) => self.of_one_group(Decimal::Comma),
            (None, None) => match &self.differs {
                Some((met, point, comma)) => {
                    Err(wrong(met, Fault::NumberUnclear { point: *point, comma: *comma }))
                }
                // Every cell is the same number under either.
                None => Ok(NumberLayout { decimal: None, ..self.of_one_group(Decimal::Point)? }),
            },
        }
    }

    fn groups(&self, decimal: Decimal) -> Vec<(Group, &Met)> {
        let groups = if decimal == Decimal::Point { &self.groups_by_point } else { &self.groups_by_comma };
        let mut groups: Vec<_> = groups.iter().map(|(group, met)| (*group, met)).collect();
        groups.sort_by_key(|(_, met)| met.row);
        groups
    }

    fn layout(&self, decimal: Decimal) -> NumberLayout {
        let group = self.groups(decimal).first().map(|(group, _)| *group);
        NumberLayout { decimal: Some(decimal), group }
    }

    /// The layout under a mark that nobody chose: its thousands are set apart by one mark, or it is none. Where some
    /// are by spaces, a point may as well be a decimal one.
    fn of_one_group(&self, decimal: Decimal) -> Result<NumberLayout, Wrong> {
        if let [(_, first), (_, second), ..] = self.groups(decimal)[..] {
            let fault = Fault::NumbersMixed { row: first.row, other: first.text.clone() };
            return Err(Wrong { row: second.row, text: second.text.clone(), fault });
        }
        Ok(self.layout(decimal))
    }

    /// The mark under which more cells are whole numbers, where any cell tells two readings apart.
    fn whole_under(&self) -> Option<Decimal> {
        self.differs.as_ref()?;
        match self.whole_by_point.cmp(&self.whole_by_comma) {
            std::cmp::Ordering::Greater => Some(Decimal::Point),
            std::cmp::Ordering::Less => Some(Decimal::Comma),
            std::cmp::Ordering::Equal => None,
        }
    }
}

/// What is said about the numbers of a column.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Choice {
    /// The decimal mark, where a person chose it.
    pub(crate) decimal: Option<Decimal>,
    /// Whether only whole numbers are due; the layout is then the one that gives more of them.
    pub(crate) is_whole: bool,
    /// Whether cells that fit nothing refuse their rows alone.
    pub(crate) row_by_row: bool,
}

/// Why a text that no layout reads is no number.
pub(crate) fn no_number(text: &str) -> Fault {
    if Missing::might_be(text) {
        Fault::MissingMark
    } else if text.starts_with('=') {
        Fault::Formula
    } else if text.starts_with('#') {
        Fault::SpreadsheetError
    } else {
        Fault::NotANumber
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decide(cells: &[&str], chosen: Option<Decimal>, is_whole: bool) -> Result<Vec<f64>, Fault> {
        let mut evidence = Evidence::default();
        let missing = Missing::default();
        for (row, text) in cells.iter().enumerate() {
            evidence.add(row as u64 + 2, text, None, &missing);
        }
        let choice = Choice { decimal: chosen, is_whole, row_by_row: false };
        let layout = evidence.decide(choice).map_err(|wrong| wrong.fault)?;
        Ok(cells.iter().filter_map(|text| layout.read(text)).collect())
    }

    #[test]
    fn one_cell_decides_for_the_whole_column() {
        for (cells, values) in [
            (&["987", "1.234", "12,5"][..], &[987.0, 1234.0, 12.5][..]),
            (&["987", "1.234", "0.5"], &[987.0, 1.234, 0.5]),
            (&["1,234", "1,234,567"], &[1234.0, 1_234_567.0]),
            (&["1,234", "12.5"], &[1234.0, 12.5]),
            (&["1'234.50", "7"], &[1234.5, 7.0]),
            (&["1\u{a0}234", "1 187", "2\u{202f}000,5"], &[1234.0, 1187.0, 2000.5]),
            (&["12.0", "9.0"], &[12.0, 9.0]),
            (&["-3", "\u{2212}4", "+5", "1e3", "1.5E-1"], &[-3.0, -4.0, 5.0, 1000.0, 0.15]),
            (&[".5", "1."], &[0.5, 1.0]),
            (&["1234.567"], &[1234.567]),
            (&["0.123", "0.456"], &[0.123, 0.456]),
        ] {
            assert_eq!(decide(cells, None, false).as_deref(), Ok(values), "{cells:?}");
        }
    }

    #[test]
    fn a_column_that_fits_two_layouts_is_refused_unless_one_is_chosen() {
        for cells in [&["987", "1.234"], &["987", "1,234"], &["54.400", "61.250"]] {
            assert!(matches!(decide(cells, None, false), Err(Fault::NumberUnclear { .. })), "{cells:?}");
        }
        assert_eq!(decide(&["987", "1.234"], Some(Decimal::Comma), false), Ok(vec![987.0, 1234.0]));
        assert_eq!(decide(&["987", "1.234"], Some(Decimal::Point), false), Ok(vec![987.0, 1.234]));
        assert_eq!(decide(&["987", "1.234"], None, true), Ok(vec![987.0, 1234.0]));
    }

    #[test]
    fn thousands_set_apart_by_two_marks_were_read_without_a_word() {
        for (cells, is_whole) in [
            (&["3 400", "3.150"], true),
            (&["3,400", "3'150"], true),
            (&["3\u{a0}400,5", "3.150"], false),
            (&["3 400.5", "3,150"], false),
            (&["1 234 567", "1'234'567"], false),
        ] {
            let fault = Fault::NumbersMixed { row: 2, other: cells[0].to_owned() };
            assert_eq!(decide(cells, None, is_whole), Err(fault), "{cells:?}");
        }
        // Whoever says which mark is the decimal one has said what the other is.
        let comma = decide(&["3 400", "3.150"], Some(Decimal::Comma), false);
        assert_eq!(comma, Ok(vec![3400.0, 3150.0]));
        // Spaces are spaces, however wide.
        assert_eq!(decide(&["3 400", "3\u{202f}150"], None, false), Ok(vec![3400.0, 3150.0]));
    }

    #[test]
    fn what_is_no_number_under_any_layout_is_told() {
        for text in
            ["1.2345,6", "12,34,567", "1 23", "1.234.5", "1,2,3", "kr 5", "5 %", "--3", "1e", "1.234e"]
        {
            assert_eq!(decide(&[text], None, false), Err(Fault::NotANumber), "{text}");
        }
        assert_eq!(decide(&[":"], None, false), Err(Fault::MissingMark));
        assert_eq!(decide(&["=A1+B1"], None, false), Err(Fault::Formula));
        assert!(matches!(decide(&["1,5", "1.5"], None, false), Err(Fault::NumbersMixed { row: 2, .. })));
        assert_eq!(decide(&["1e300"], None, false), Err(Fault::TooLarge));
    }
}
