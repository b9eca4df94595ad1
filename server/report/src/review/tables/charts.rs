//! Native charts of the workbook: cells of its tables, drawn.

use domain::{
    insight::pack::Place,
    text::{t, tv},
};
use export::{Chart, Series, Stroke};

use super::{
    Known, customers, shown,
    staff::{FIRST_DAY, RoundRow, VALUE},
};

/// Units with charts beside the topmost.
const MOST_SITES: usize = 11;

/// Two charts each of the whole and of the first sites: staff, and complaints.
pub(super) fn charts<'a>(known: &Known<'a>, rounds: &[RoundRow<'a>]) -> Vec<Chart> {
    let mut all = Vec::new();
    let places = &known.pack.places;
    let is_site = |place: &&Place| place.kind == "site" && place.parent.is_some();
    let has_sites = places.iter().any(|place| is_site(&place));
    let root = places.iter().filter(|place| place.parent.is_none()).take(1);
    let sites = places.iter().filter(|place| if has_sites { is_site(place) } else { place.depth == 1 });
    for place in root.chain(sites.take(MOST_SITES)) {
        all.extend(staff(known, place, rounds));
        all.extend(complaints(known, place));
    }
    all
}

fn staff(known: &Known<'_>, place: &Place, rounds: &[RoundRow<'_>]) -> Option<Chart> {
    let lang = known.lang;
    let row = known.pack.row(&place.unit)?;
    let at = known.pack.places.iter().position(|own| own.unit == place.unit)?;
    let wanted = |measure| (u32::try_from(at).unwrap_or(u32::MAX), row.series, measure);
    let line = |(measure, ink): (&'static str, Stroke)| {
        let first = rounds.iter().position(|own| own.of() == wanted(measure))?;
        let count = rounds.iter().skip(first).take_while(|own| own.of() == wanted(measure)).count();
        Some(Series {
            name: t(lang, &format!("measure-{measure}")),
            sheet: "rounds",
            rows: (u32::try_from(first).ok()?, u32::try_from(first + count - 1).ok()?),
            days: FIRST_DAY,
            values: VALUE,
            ink,
        })
    };
    let series: Vec<Series> =
        [("satisfaction", Stroke::First), ("strain", Stroke::Second)].into_iter().filter_map(line).collect();
    let name = shown(&place.name);
    let said = super::super::words::said(known.pack, row, "review-said", lang);
    let values = [("unit", name.as_str().into()), ("sentence", said.into())];
    (!series.is_empty()).then(|| Chart {
        title: tv(lang, "book-chart-staff", &[("unit", name.as_str().into())]),
        say: tv(lang, "book-chart-staff-say", &values),
        axis: t(lang, "book-chart-points"),
        ends: Some([0.0, 100.0]),
        series,
    })
}

fn complaints(known: &Known<'_>, place: &Place) -> Option<Chart> {
    let (lang, pack) = (known.lang, known.pack);
    let own = pack.complaints.get(&place.unit)?;
    let points = |place: &Place| pack.complaints.get(&place.unit).map_or(0, |own| own.points.len());
    let before: usize = pack.places.iter().take_while(|other| other.unit != place.unit).map(points).sum();
    let last = (before + own.points.len()).checked_sub(1).filter(|last| *last >= before)?;
    let rows = (u32::try_from(before).ok()?, u32::try_from(last).ok()?);
    let line = |id: &str, values, ink| Series {
        name: t(lang, &format!("book-{id}")),
        sheet: "complaints",
        rows,
        days: customers::DAY,
        values,
        ink,
    };
    let signals = own.points.iter().filter(|point| point.signal.is_some()).count();
    let name = shown(&place.name);
    let values = [("unit", name.as_str().into()), ("signals", (signals as u64).into())];
    let [lower, upper] = customers::LIMITS;
    Some(Chart {
        title: tv(lang, "book-chart-rate", &[("unit", name.as_str().into())]),
        say: tv(lang, "book-chart-rate-say", &values),
        axis: t(lang, "book-rate"),
        ends: None,
        series: vec![
            line("rate", customers::RATE, Stroke::Second),
            line("centre", customers::CENTRE, Stroke::Level),
            line("limit-lower", lower, Stroke::Limit),
            line("limit-upper", upper, Stroke::Limit),
        ],
    })
}
