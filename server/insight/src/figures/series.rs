//! The numbers behind a trend: ledger and roll-up brought onto one time axis, with control limits.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Lang, Period, Problem, Resolution, UnitId,
    insight::{
        figures::{CustomerMeasure, MOST_MEASURES, Measure, USUAL_MEASURES},
        notes::AxisEntry,
    },
    organisation::unit::UnitItem,
    text::t,
};
use sea_orm::ConnectionTrait;
use stats::spc::{self, Anew, Chart, Count, Kind};

use super::{
    customers::{self, CustomerSeries},
    released::{NewestRound, StaffFigure, StaffPeriod, StaffRound, staff_by_period, staff_rounds},
};
use crate::{
    ledger,
    notes::{self, OnAxis},
};
use ::customers::rollup::{self, Counts};
use base::{Error, Result};
use organisation::Tree;
use staff::rounds::own_items;

/// Complaint rates are shown per this many contacts.
pub(super) const PER: f64 = 1000.0;

/// Periods that a chart shows at most; older ones stay in the data.
const fn most_points(resolution: Resolution) -> usize {
    match resolution {
        Resolution::Day => 120,
        Resolution::Week => 52,
        Resolution::Month => 36,
        Resolution::Quarter => 40,
    }
}

/// One period.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TrendPoint {
    pub(super) period: Period,
    /// One for each measure of the trend.
    pub(super) staff: Vec<StaffFigure>,
    /// Turnout band of the last published round.
    pub(super) turnout: Option<String>,
    pub(super) counts: Option<Counts>,
}

impl TrendPoint {
    pub(super) fn is_drawn(&self) -> bool {
        self.staff.iter().any(|figure| figure.value.is_some()) || self.counts.is_some()
    }
}

/// Which trend is asked for.
pub(super) struct Asked<'a> {
    pub(super) unit: UnitId,
    /// None is the finest the data allow.
    pub(super) resolution: Option<Resolution>,
    /// Names of staff measures, as somebody chose them; unknown ones are left out.
    pub(super) measures: &'a [String],
    pub(super) today: NaiveDate,
    pub(super) lang: Lang,
}

/// A staff measure of a trend.
pub(super) struct Measured {
    pub(super) measure: Measure,
    pub(super) label: String,
    pub(super) series: Anew,
}

/// What stands on the time axis, with its places there.
pub(super) struct Flagged {
    pub(super) entry: AxisEntry,
    pub(super) from: usize,
    /// Last place of what lasted.
    pub(super) until: Option<usize>,
    pub(super) is_baseline: bool,
}

/// A unit's trend.
pub(super) struct Trend {
    pub(super) today: NaiveDate,
    pub(super) unit: UnitItem,
    pub(super) resolution: Resolution,
    pub(super) offered: Vec<Resolution>,
    pub(super) points: Vec<TrendPoint>,
    pub(super) has_staff: bool,
    pub(super) newest: Option<NewestRound>,
    /// The staff measures drawn, in the order of the panels.
    pub(super) measures: Vec<Measured>,
    /// All staff measures that can be drawn, with their labels.
    pub(super) choices: Vec<(Measure, String)>,
    /// Whether more measures were asked for than are drawn at once.
    pub(super) is_crowded: bool,
    /// Complaints per [`PER`] contacts.
    pub(super) rate: Anew,
    /// What else of customers is drawn.
    pub(super) customers: Option<CustomerSeries>,
    /// What else of customers can be drawn.
    pub(super) customer_choices: Vec<CustomerMeasure>,
    /// What stands on the time axis, oldest first.
    pub(super) flags: Vec<Flagged>,
    /// Records too coarse for this resolution.
    pub(super) left_out: usize,
    /// Whether some records are whole weeks.
    pub(super) has_weeks: bool,
    /// Periods with complaints and no contacts: they have no rate.
    pub(super) without_contacts: usize,
    /// Whether older periods were left out of the chart.
    pub(super) is_cut: bool,
    /// Most rounds that one of the figures speaks of.
    pub(super) longest_window: i64,
}

impl Trend {
    pub(super) async fn load(db: &impl ConnectionTrait, tree: &Tree, asked: &Asked<'_>) -> Result<Self> {
        let choices = choices(db, asked.unit, asked.lang).await?;
        let (chosen, is_crowded) = choose(&choices, asked.measures);
        let records = rollup::find(db, asked.unit).await?;
        let rounds = staff_rounds(db, &[asked.unit], &chosen).await?.remove(&asked.unit).unwrap_or_default();
        let trend = Self::reckon(db, tree, asked, &records, &rounds, &chosen).await?;
        trend.labelled(choices, is_crowded).beside_customers(db, tree, asked).await
    }

    /// Several units at once with the usual measures, each at the finest resolution its data allow. Figures and
    /// counts take two queries for all of them.
    pub(super) async fn load_many(
        db: &impl ConnectionTrait,
        tree: &Tree,
        units: &[UnitId],
        today: NaiveDate,
    ) -> Result<Vec<Self>> {
        let records = rollup::find_many(db, units).await?;
        let rounds = staff_rounds(db, units, &USUAL_MEASURES).await?;
        let mut trends = Vec::with_capacity(units.len());
        for unit in units {
            let asked = Asked { unit: *unit, resolution: None, measures: &[], today, lang: Lang::En };
            let records = records.get(unit).map(Vec::as_slice).unwrap_or_default();
            let rounds = rounds.get(unit).map(Vec::as_slice).unwrap_or_default();
            trends.push(Self::reckon(db, tree, &asked, records, rounds, &USUAL_MEASURES).await?);
        }
        Ok(trends)
    }

    /// The trend that these records and rounds of a unit make.
    async fn reckon(
        db: &impl ConnectionTrait,
        tree: &Tree,
        asked: &Asked<'_>,
        records: &[(Period, Counts)],
        rounds: &[StaffRound],
        chosen: &[Measure],
    ) -> Result<Self> {
        let (unit, today) = (asked.unit, asked.today);
        let item = tree.item(unit).ok_or(Problem::NotFound)?;
        let offered = offered(records, !rounds.is_empty());
        let finest = offered.first().copied().unwrap_or(Resolution::Week);
        let resolution = asked.resolution.filter(|r| offered.contains(r)).unwrap_or(finest);
        let (counts, left_out) = rollup::at_resolution(records, resolution);
        let is_summed = records.iter().any(|(period, _)| period.resolution() < resolution);
        // A period that still runs would look like a fall, unless the file gave it as a whole.
        let is_complete =
            |period: Period| period.end() < today || !is_summed || resolution == Resolution::Day;
        let counts: BTreeMap<NaiveDate, Counts> =
            counts.into_iter().filter(|(p, _)| is_complete(*p)).map(|(p, c)| (p.start(), c)).collect();
        let has_staff = !rounds.is_empty() && resolution > Resolution::Day;
        let staff = staff_by_period(rounds, chosen, resolution);
        let (points, is_cut) = timeline(&counts, &staff, chosen.len(), resolution);
        let flags = flags(db, tree, asked, &points).await?;
        let baselines: Vec<usize> =
            flags.iter().filter(|flag| flag.is_baseline).map(|flag| flag.from).collect();
        let without_contacts =
            points.iter().filter(|p| p.counts.is_some_and(|c| c.contacts == 0 && c.complaints > 0)).count();
        let newest = rounds.last().map(|round| NewestRound {
            starts_on: round.starts_on,
            released_on: round.released_on,
            response: round
                .cells
                .get(&*Measure::ResponseRate.name())
                .and_then(|cell| cell.ends.or(cell.value.map(|value| (value, value)))),
            turnout: round.turnout.clone(),
        });
        let measures = chosen.iter().enumerate().map(|(place, measure)| {
            let label = t(asked.lang, &measure.text_id());
            Ok(Measured { measure: *measure, label, series: staff_series(&points, place, &baselines)? })
        });
        Ok(Self {
            today,
            unit: item,
            resolution,
            offered,
            has_staff,
            newest,
            measures: measures.collect::<Result<_>>()?,
            choices: Vec::new(),
            is_crowded: false,
            rate: rate_series(&points, &baselines)?,
            customers: None,
            customer_choices: Vec::new(),
            flags,
            left_out,
            has_weeks: records.iter().any(|(period, _)| period.resolution() == Resolution::Week),
            without_contacts,
            is_cut,
            longest_window: rounds.iter().map(|round| round.window).max().unwrap_or(1),
            points,
        })
    }

    /// The trend with what else could be drawn, and its measures called as there.
    fn labelled(mut self, choices: Vec<(Measure, String)>, is_crowded: bool) -> Self {
        for measured in &mut self.measures {
            if let Some((_, label)) = choices.iter().find(|(choice, _)| *choice == measured.measure) {
                measured.label.clone_from(label);
            }
        }
        Self { choices, is_crowded, ..self }
    }

    /// The trend with what else of customers was asked for.
    async fn beside_customers(
        mut self,
        db: &impl ConnectionTrait,
        tree: &Tree,
        asked: &Asked<'_>,
    ) -> Result<Self> {
        let units: Vec<UnitId> = tree.below(&[asked.unit]).into_iter().map(|unit| unit.id).collect();
        self.customer_choices = customers::offered(db, &units).await?;
        let is_asked = |measure: &CustomerMeasure| asked.measures.iter().any(|name| name == measure.name());
        if let Some(measure) = self.customer_choices.iter().copied().find(is_asked) {
            let baselines: Vec<usize> =
                self.flags.iter().filter(|flag| flag.is_baseline).map(|flag| flag.from).collect();
            let at = (self.resolution, self.today);
            let series =
                customers::series(db, measure, &units, &self.points, at, &baselines, asked.lang).await?;
            self.customers = Some(series);
        }
        Ok(self)
    }

    /// The chart of a staff measure that is drawn.
    pub(super) fn staff_chart(&self, measure: Measure) -> Option<(usize, &Anew)> {
        let place = self.measures.iter().position(|measured| measured.measure == measure)?;
        Some((place, &self.measures[place].series))
    }
}

pub(super) fn failed(error: spc::ChartError) -> Error {
    Error::Internal(error.to_string())
}

/// The chart of the staff measure at this place, with limits anew from each baseline on.
fn staff_series(points: &[TrendPoint], place: usize, baselines: &[usize]) -> Result<Anew> {
    let values: Vec<Option<f64>> = points.iter().map(|point| point.staff[place].value).collect();
    // What is released is rounded; the whole series shows to what.
    let step = spc::step_of(&values);
    let chart = |part: &[Option<f64>]| spc::xmr_in_steps(part, true, step);
    let mut series = spc::anew(&values, baselines, chart).map_err(failed)?;
    unmark_beside_breaks(&mut series.chart, points, |point| point.staff[place].is_break);
    Ok(series)
}

/// The chart of the complaint rate, with limits anew from each baseline on.
fn rate_series(points: &[TrendPoint], baselines: &[usize]) -> Result<Anew> {
    let exposed: Vec<Option<Count>> = points
        .iter()
        .map(|point| {
            let counts = point.counts.filter(|counts| counts.contacts > 0)?;
            Some(Count { count: counts.complaints as f64, exposure: counts.contacts as f64 })
        })
        .collect();
    let chart = |part: &[Option<Count>]| {
        let kind = Kind::for_rates(part.iter().flatten().count());
        Ok(spc::rates(part, kind)?.scaled(PER))
    };
    spc::anew(&exposed, baselines, chart).map_err(failed)
}

/// The staff measures that the ledger has of a unit, as far as a trend can show them, with their labels: those
/// of the bank in its order, then the organisation's own statements.
async fn choices(db: &impl ConnectionTrait, unit: UnitId, lang: Lang) -> Result<Vec<(Measure, String)>> {
    // The order of the items and of the measures is the bank's; own statements come last, by their numbers.
    let mut found = ledger::measures(db, unit).await?;
    found.retain(|measure| *measure != Measure::ResponseRate);
    let labels = own_items::labels(db).await?;
    Ok(found.into_iter().map(|measure| (measure, labels.label(measure, lang))).collect())
}

/// The measures to draw, in the order of the choices, and whether more were asked for than that. A choice of
/// nothing that there is leaves the usual ones.
fn choose(choices: &[(Measure, String)], names: &[String]) -> (Vec<Measure>, bool) {
    let is_asked = |measure: &Measure| names.iter().any(|name| *name == measure.name());
    let mut asked: Vec<Measure> = choices.iter().map(|(measure, _)| *measure).filter(is_asked).collect();
    if asked.is_empty() {
        return (USUAL_MEASURES.to_vec(), false);
    }
    let is_crowded = asked.len() > MOST_MEASURES;
    asked.truncate(MOST_MEASURES);
    (asked, is_crowded)
}

/// What stands on the time axis of these points, each with its place.
async fn flags(
    db: &impl ConnectionTrait,
    tree: &Tree,
    asked: &Asked<'_>,
    points: &[TrendPoint],
) -> Result<Vec<Flagged>> {
    let Some((first, last)) = points.first().zip(points.last()) else { return Ok(Vec::new()) };
    let span = (first.period.start(), last.period.end());
    let place =
        |day: NaiveDate| points.partition_point(|point| point.period.start() <= day).saturating_sub(1);
    let found = notes::on_axis(db, tree, asked.unit, span, asked.lang).await?;
    let flag = |on_axis: OnAxis| Flagged {
        from: place(on_axis.starts_on),
        until: on_axis.ends_on.map(place),
        // What began before the chart does is the baseline of all of it.
        is_baseline: on_axis.is_baseline && on_axis.starts_on >= span.0,
        entry: on_axis.entry,
    };
    Ok(found.into_iter().map(flag).collect())
}

/// The finest resolution that the data allow, and all coarser ones. Staff figures come by the round, so
/// they allow weeks. Customers' allow what the contacts do: complaints alone, such as one logged at the
/// desk where contacts come by the quarter, make no rate.
fn offered(records: &[(Period, Counts)], has_staff: bool) -> Vec<Resolution> {
    let finest = |is_used: fn(&Counts) -> bool| {
        records.iter().filter(|(_, counts)| is_used(counts)).map(|(period, _)| period.resolution()).min()
    };
    let finest = match finest(|counts| counts.contacts > 0).or(finest(|_| true)) {
        Some(finest) if !has_staff => finest,
        _ => Resolution::Week,
    };
    Resolution::ALL.into_iter().filter(|resolution| *resolution >= finest).collect()
}

/// Takes the signals off the points on both sides of a break (R5): what differs between them may be one person.
fn unmark_beside_breaks(chart: &mut Chart, points: &[TrendPoint], is_break: impl Fn(&TrendPoint) -> bool) {
    for at in (0..points.len()).filter(|at| is_break(&points[*at])) {
        let before = (0..at).rev().find(|before| chart.points[*before].value.is_some());
        for point in std::iter::once(at).chain(before) {
            chart.points[point].signal = None;
        }
    }
}

fn timeline(
    counts: &BTreeMap<NaiveDate, Counts>,
    staff: &BTreeMap<NaiveDate, StaffPeriod>,
    measures: usize,
    resolution: Resolution,
) -> (Vec<TrendPoint>, bool) {
    let starts = || counts.keys().chain(staff.keys());
    let (Some(first), Some(last)) = (starts().min(), starts().max()) else { return (Vec::new(), false) };
    let mut points = Vec::new();
    let mut period = Period::containing(*first, resolution);
    while period.start() <= *last {
        let (figures, turnout) = staff
            .get(&period.start())
            .cloned()
            .unwrap_or_else(|| (vec![StaffFigure::default(); measures], None));
        let counts = counts.get(&period.start()).copied();
        points.push(TrendPoint { period, staff: figures, turnout, counts });
        let next = period.next();
        if next == period {
            break;
        }
        period = next;
    }
    let cut = points.len().saturating_sub(most_points(resolution));
    points.drain(..cut);
    (points, cut > 0)
}
