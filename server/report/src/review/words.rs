//! What a pack says, in words.

use chrono::NaiveDate;
use domain::{
    Lang, Period, format,
    insight::pack::{Decimal, Pack, UnitRow},
    text::tv,
};

/// A date of the pack as a language writes it, without the year.
pub(crate) fn day(lang: Lang, iso: &str) -> String {
    NaiveDate::parse_from_str(iso, "%Y-%m-%d").map_or_else(|_| iso.to_owned(), |date| format::day(lang, date))
}

/// A quarter as a language writes it.
pub(crate) fn quarter(lang: Lang, name: &str) -> String {
    Period::parse(name).map_or_else(|_| name.to_owned(), |period| format::period(lang, period))
}

/// The message that says something of a unit, by what is said of its staff and its customers.
pub(crate) fn said(pack: &Pack, row: &UnitRow, id: &str, lang: Lang) -> String {
    let date = row.group_changed_at.last().map(|iso| day(lang, iso)).unwrap_or_default();
    let rate = pack.complaints.get(&row.unit).map_or("", |own| own.verdict.name());
    let values =
        [("staff", row.sentence.staff.as_str().into()), ("rate", rate.into()), ("date", date.into())];
    tv(lang, id, &values)
}

/// The quarter in plain lines: how many changes are clear, then a sentence a unit.
pub fn lines(pack: &Pack, lang: Lang) -> Vec<String> {
    let clear_rates = pack.complaints.values().filter(|own| own.verdict.is_clear());
    let clear_figures =
        pack.units.iter().flat_map(|row| row.measures.values()).filter(|own| own.verdict.is_clear());
    let clear = clear_rates.count() + clear_figures.count();
    let values = [
        ("organisation", pack.organisation.as_str().into()),
        ("quarter", quarter(lang, &pack.quarter).into()),
        ("rounds", pack.rounds.released.into()),
        ("clear", (clear as u64).into()),
        ("tests", (pack.tests.core + pack.tests.items + pack.tests.rates).into()),
    ];
    let mut lines = vec![tv(lang, "review-cli-rounds", &values)];
    for row in &pack.units {
        let depth = pack.place(&row.unit).map_or(0, |place| place.depth as usize);
        let indent = "  ".repeat(depth);
        let sentence = said(pack, row, "review-said", lang);
        let said =
            tv(lang, "review-cli-unit", &[("name", row.name.as_str().into()), ("sentence", sentence.into())]);
        lines.push(format!("{indent}{said}"));
        let value = |name: &str| {
            let value = row.measures.get(name).and_then(|figure| figure.value);
            value.map_or_else(|| crate::words::NONE.to_owned(), |value| value.to_string())
        };
        let rate = pack.complaints.get(&row.unit).and_then(|own| own.printed);
        let rate =
            rate.map_or_else(|| crate::words::NONE.to_owned(), |[rate, _, _]: [Decimal; 3]| rate.text(lang));
        let values = [
            ("strain", value("strain").into()),
            ("satisfaction", value("satisfaction").into()),
            ("rate", rate.into()),
        ];
        lines.push(format!("{indent}  {}", tv(lang, "review-cli-figures", &values)));
    }
    lines
}
