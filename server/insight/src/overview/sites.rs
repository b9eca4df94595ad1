//! The funnel: which units differ from all together by more than chance, in the rate of their complaints?
//!
//! Meant instead of a ranking. Small units swing widely by chance, so their limits are wide.

use charts::{
    Centre, Estimate, Estimates, Funnel, FunnelLimit, FunnelPoint, Signal, Svg, Theme, estimates_png,
    estimates_svg, funnel_png, funnel_svg,
};
use chrono::{Days, Months, NaiveDate};
use domain::{
    Lang, Period, Resolution, Right, UnitId, format,
    insight::{
        compare::{DataRows, Level, OutsideUnit, SitesPage, SitesQuery, Stretch},
        figures::Legend,
    },
    organisation::unit::UnitItem,
    text::{FluentValue, t, tv},
};
use report::words::{NONE, with_range};
use stats::{
    rate::{Rate, garwood},
    spc::{
        Count, Direction,
        funnel::{self, FEWEST_UNITS, funnel},
    },
};

use super::level::{self, MOST_MARKS};
use crate::figures::{FileKind, number_format};
use base::{Actor, Base, Error, Result, authorize};
use customers::rollup::Counts;

/// Complaint rates are shown per this many contacts.
const PER: f64 = 1000.0;
/// Points along the curves of the limits.
const CURVE: u32 = 120;
/// Widths of a list of ranges on wide and on narrow pages, in CSS pixels.
const WIDE: u32 = 740;
const NARROW: u32 = 320;
/// More units than this outside and their names would cover the chart; the list has them.
const MOST_LABELS: usize = 8;
/// As many units have their names beside their dots, where there is room.
const FEW_UNITS: usize = 24;

/// Complaint rates of the units below a unit, in a funnel.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn sites(base: &Base, actor: Option<&Actor>, query: &SitesQuery, lang: Lang) -> Result<SitesPage> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    find(base, &tops, query).await?.page(lang)
}

/// The chart of [`sites`], as a file.
///
/// # Errors
/// As [`sites`].
pub async fn sites_file(
    base: &Base,
    actor: Option<&Actor>,
    query: &SitesQuery,
    lang: Lang,
    kind: FileKind,
) -> Result<Vec<u8>> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let sites = find(base, &tops, query).await?;
    kind.drawn(|| sites.svg(true, lang), || sites.png(lang))
}

/// Units with their counts, and what the funnel says of them.
struct Sites {
    level: Level,
    stretch: Stretch,
    /// First and last day.
    days: Option<(NaiveDate, NaiveDate)>,
    units: Vec<(UnitItem, Counts)>,
    funnel: funnel::Funnel,
}

async fn find(base: &Base, tops: &[UnitId], query: &SitesQuery) -> Result<Sites> {
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = level::asked(&tree, tops, query.unit)?;
    let (level, units) = level::find(&tree, tops, unit, query.kind)?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let days = level::newest_day(&db, unit, today).await?.map(|newest| days(query.stretch, newest));
    let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let sums = match days {
        Some((from, to)) => level::sums(&db, &ids, from, to).await?,
        None => Default::default(),
    };
    let of = |unit: &UnitItem| sums.get(&unit.id).copied().unwrap_or_default();
    let units: Vec<(UnitItem, Counts)> = units
        .into_iter()
        .map(|unit| {
            let counts = of(&unit);
            (unit, counts)
        })
        .collect();
    let counts: Vec<Option<Count>> = units
        .iter()
        .map(|(_, counts)| {
            let count = Count { count: counts.complaints as f64, exposure: counts.contacts as f64 };
            (counts.contacts > 0).then_some(count)
        })
        .collect();
    let funnel = funnel(&counts).map_err(|error| Error::Internal(error.to_string()))?;
    Ok(Sites { level, stretch: query.stretch, days, units, funnel })
}

/// First and last day of a stretch that ends with the newest data.
fn days(stretch: Stretch, newest: NaiveDate) -> (NaiveDate, NaiveDate) {
    let back = |day: NaiveDate, months| day.checked_sub_months(Months::new(months)).unwrap_or(day);
    let quarter = level::last_whole(newest, Resolution::Quarter);
    let month = level::last_whole(newest, Resolution::Month);
    match stretch {
        // The quarter that runs is one of the four: what is new belongs to it.
        Stretch::Quarters => (back(Period::containing(newest, Resolution::Quarter).start(), 9), newest),
        Stretch::Months => (back(month.start(), 11), month.end()),
        Stretch::Quarter => (quarter.start(), quarter.end()),
        Stretch::Weeks => (newest - Days::new(13 * 7 - 1), newest),
    }
}

impl Sites {
    fn page(self, lang: Lang) -> Result<SitesPage> {
        let drawing = self.drawing(lang);
        let has_points = !drawing.points.is_empty();
        let chart = has_points.then(|| level::drawn(|is_wide| self.svg(is_wide, lang))).transpose()?;
        let has = |signal| drawing.points.iter().any(|point| point.signal == Some(signal));
        Ok(SitesPage {
            stretch: self.stretch,
            eyebrow: level::eyebrow(lang, &self.level, self.days),
            headline: self.headline(lang),
            lead: self.lead(lang),
            outside: self.outside(lang),
            chart,
            table: self.table(lang),
            legend: Legend {
                has_concern: has(Signal::Concern),
                has_better: has(Signal::Better),
                ..Legend::default()
            },
            notes: self.notes(lang),
            level: self.level,
        })
    }

    /// Whether there are so few units that they are listed with their ranges.
    fn is_list(&self) -> bool {
        (1..FEWEST_UNITS).contains(&self.known())
    }

    /// The funnel or, of few units, their ranges one below the other.
    fn svg(&self, is_wide: bool, lang: Lang) -> std::result::Result<Svg, charts::ChartError> {
        if self.is_list() {
            let list = self.list(lang);
            return estimates_svg(&list, list.comfortable_size(if is_wide { WIDE } else { NARROW }));
        }
        funnel_svg(&self.drawing(lang), if is_wide { Funnel::SIZE } else { Funnel::NARROW })
    }

    fn png(&self, lang: Lang) -> std::result::Result<Vec<u8>, charts::ChartError> {
        if self.is_list() {
            let list = self.list(lang);
            return estimates_png(&list, list.comfortable_size(WIDE), Theme::Light, 2);
        }
        funnel_png(&self.drawing(lang), Funnel::SIZE, Theme::Light, 2)
    }

    /// Units with their ranges, the highest rate first.
    fn list(&self, lang: Lang) -> Estimates {
        let mut known: Vec<(&UnitItem, Rate)> =
            self.units.iter().filter_map(|(unit, counts)| Some((unit, rate(*counts)?))).collect();
        known.sort_by(|(_, one), (_, other)| other.rate.total_cmp(&one.rate));
        let rows = known.into_iter().map(|(unit, rate)| Estimate {
            label: unit.name.clone(),
            value: Some(rate.rate * PER),
            interval: Some((rate.lower * PER, rate.upper * PER)),
            value_label: format::number(lang, rate.rate * PER, 1),
            explanation: format!("{}: {}.", unit.name, with_range(lang, &rate, PER, 1)),
            ..Estimate::default()
        });
        Estimates {
            rows: rows.collect(),
            none: self.funnel.center.map(|center| center * PER),
            scale_label: t(lang, "compare-axis-rate"),
            format: number_format(lang, 1),
            description: self.headline(lang),
        }
    }

    fn known(&self) -> usize {
        self.funnel.points.iter().filter(|point| point.value.is_some()).count()
    }

    fn has_limits(&self) -> bool {
        self.funnel.points.iter().any(|point| point.upper.is_some())
    }

    fn kind_name(&self) -> &'static str {
        self.level.kind.map_or("", |kind| kind.name())
    }

    fn kind(&self) -> FluentValue<'static> {
        self.kind_name().into()
    }

    /// Every unit with its point.
    fn each(&self) -> impl Iterator<Item = (&UnitItem, Counts, &stats::spc::Point)> {
        self.units.iter().zip(&self.funnel.points).map(|((unit, counts), point)| (unit, *counts, point))
    }

    fn headline(&self, lang: Lang) -> String {
        let outside = self.each().filter(|(_, _, point)| point.signal.is_some()).count();
        let id = match (self.units.is_empty(), self.known(), self.has_limits()) {
            (true, ..) => "compare-nothing-below",
            (_, 0, _) => "sites-headline-no-contacts",
            (_, _, false) => "sites-headline-few",
            _ => return report::funnel::headline(lang, self.kind_name(), outside),
        };
        tv(lang, id, &[("kind", self.kind())])
    }

    fn lead(&self, lang: Lang) -> String {
        let values = [("kind", self.kind()), ("known", self.known().into()), ("needed", FEWEST_UNITS.into())];
        let id = match (self.units.is_empty(), self.known(), self.has_limits()) {
            (true, ..) => "compare-nothing-below-lead",
            (_, 0, _) => "sites-lead-no-contacts",
            (_, _, false) => "sites-lead-few",
            _ => "sites-lead",
        };
        tv(lang, id, &values)
    }

    fn outside(&self, lang: Lang) -> Vec<OutsideUnit> {
        self.each()
            .filter_map(|(unit, counts, point)| {
                let signal = point.signal?;
                Some(OutsideUnit {
                    id: unit.id,
                    name: unit.name.clone(),
                    is_above: signal.direction == Direction::High,
                    why: why(lang, counts, point),
                })
            })
            .collect()
    }

    fn drawing(&self, lang: Lang) -> Funnel {
        let number = |value: f64| format::number(lang, value, 1);
        let outside = self.each().filter(|(_, _, point)| point.signal.is_some()).count();
        let points = self.each().filter_map(|(unit, counts, point)| {
            let signal = point.signal.map(|signal| match signal.direction {
                Direction::High => Signal::Concern,
                Direction::Low => Signal::Better,
            });
            let is_named = signal.is_some() || self.units.len() <= MOST_MARKS;
            Some(FunnelPoint {
                exposure: counts.contacts as f64,
                value: point.value? * PER,
                signal,
                label: match signal {
                    Some(_) => outside <= MOST_LABELS,
                    None => self.known() <= FEW_UNITS,
                }
                .then(|| unit.name.clone()),
                explanation: match is_named {
                    true => format!("{}: {}", unit.name, why(lang, counts, point)),
                    false => String::new(),
                },
            })
        });
        let widest = self.units.iter().map(|(_, counts)| counts.contacts as f64).fold(0.0, f64::max);
        let limits = (1..=CURVE).filter_map(|step| {
            // Closer together where the curves are steep.
            let exposure = widest * 1.1 * (f64::from(step) / f64::from(CURVE)).powi(2);
            let (low, high) = self.funnel.limits_at(exposure)?;
            Some(FunnelLimit { exposure, low: low * PER, high: high * PER })
        });
        Funnel {
            points: points.collect(),
            limits: limits.collect(),
            centre: self.funnel.center.map(|center| Centre {
                value: center * PER,
                label: tv(lang, "sites-all-together", &[("rate", number(center * PER).into())]),
            }),
            format: number_format(lang, 1),
            exposure_format: number_format(lang, 0),
            value_label: t(lang, "compare-axis-rate"),
            exposure_label: t(lang, "sites-axis-contacts"),
            blank: t(lang, "chart-no-data"),
            description: self.headline(lang),
        }
    }

    fn table(&self, lang: Lang) -> DataRows {
        let columns = [
            "compare-column-unit",
            "column-complaints",
            "column-contacts",
            "column-rate",
            "link-column-range",
            "column-limits",
            "column-mark",
        ];
        let number = |value: f64| format::number(lang, value, 1);
        let none = || t(lang, "cell-no-data");
        let rows = self.each().map(|(unit, counts, point)| {
            let limits = point.lower.zip(point.upper);
            let mark = point.signal.map(|signal| match signal.direction {
                Direction::High => t(lang, "sites-mark-above"),
                Direction::Low => t(lang, "sites-mark-below"),
            });
            vec![
                unit.name.clone(),
                format::number(lang, counts.complaints as f64, 0),
                format::number(lang, counts.contacts as f64, 0),
                point.value.map_or_else(none, |rate| number(rate * PER)),
                rate(counts).map_or_else(
                    || NONE.to_owned(),
                    |rate| format!("{}–{}", number(rate.lower * PER), number(rate.upper * PER)),
                ),
                limits.map_or_else(none, |(low, high)| {
                    format!("{}–{}", number(low.max(0.0) * PER), number(high * PER))
                }),
                mark.unwrap_or_default(),
            ]
        });
        DataRows {
            columns: columns.map(|id| t(lang, id)).to_vec(),
            rows: rows.collect(),
            links: self.units.iter().map(|(unit, _)| format!("/trends?unit={}", unit.id)).collect(),
        }
    }

    fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes = Vec::new();
        if self.has_limits() {
            notes.push(tv(lang, "sites-note-small", &[("kind", self.kind())]));
        }
        if self.is_list() {
            notes.push(t(lang, "funnel-list"));
        }
        notes.extend(report::funnel::limits_rest_on(lang, self.kind_name(), &self.funnel, PER, 1));
        let without: Vec<&str> = self
            .units
            .iter()
            .filter(|(_, counts)| counts.contacts <= 0)
            .map(|(unit, _)| unit.name.as_str())
            .collect();
        if self.known() > 0 && !without.is_empty() {
            let values = [
                ("count", without.len().into()),
                ("kind", self.kind()),
                ("names", level::names(lang, &without).into()),
            ];
            notes.push(tv(lang, "sites-note-without", &values));
        }
        notes
    }
}

/// A unit's rate with its range.
fn rate(counts: Counts) -> Option<Rate> {
    garwood(counts.complaints as f64, counts.contacts as f64, 1.0)
}

/// A unit's rate, and on which side of the limits for its size it lies.
fn why(lang: Lang, counts: Counts, point: &stats::spc::Point) -> String {
    let rate = point.value.unwrap_or_default() * PER;
    let (id, limit) = match point.signal.map(|signal| signal.direction) {
        Some(Direction::High) => ("sites-why-above", point.upper),
        Some(Direction::Low) => ("sites-why-below", point.lower),
        None if point.upper.is_some() => ("sites-why-inside", None),
        None => ("sites-why-none", None),
    };
    let limit = limit.unwrap_or_default() * PER;
    // "29.8, above the limit 29.8" would say nothing.
    let is_same = |decimals| format::number(lang, rate, decimals) == format::number(lang, limit, decimals);
    let decimals = (1..4).find(|decimals| !is_same(*decimals)).unwrap_or(4);
    let values = [
        ("rate", format::number(lang, rate, decimals).into()),
        ("limit", format::number(lang, limit, decimals).into()),
        ("complaints", counts.complaints.into()),
        ("contacts", counts.contacts.into()),
    ];
    tv(lang, id, &values)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn four_quarters_are_the_one_that_runs_and_three_before_it_and_other_stretches_end_with_whole_periods() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let newest = day("2026-11-21");
        let stretch = |stretch| days(stretch, newest);
        assert_eq!(stretch(Stretch::Quarters), (day("2026-01-01"), newest));
        assert_eq!(stretch(Stretch::Months), (day("2025-11-01"), day("2026-10-31")));
        assert_eq!(stretch(Stretch::Quarter), (day("2026-07-01"), day("2026-09-30")));
        assert_eq!(stretch(Stretch::Weeks), (day("2026-08-23"), newest));
    }
}
