//! What the headline's model holds fixed beside the levels of units and periods, and its fit.
//!
//! * **the unit's own rate before**: complaints wear people out, so a bad spell of complaints goes before both
//!   strain and more complaints. It is taken beside what levels and predictors lead one to expect, so that an
//!   effect of earlier strain is not taken out with it;
//! * **the exposure itself**: complaints need not grow in step with contacts, and strain follows contacts
//!   (Kronmal 1993);
//! * **a season and a trend of each unit's own**: what units feel unequally is not taken out by levels that
//!   all share (Pesaran 2006).
//!
//! What a table cannot tell from the rest is not held fixed, and the list says what is.

use super::super::seasons::Time;
use super::super::{Options, TimeEffects, checks, design, settle};
use super::{Gate, Setting};
use crate::panel::Panel;
use crate::panel::lags::History;
use crate::panel::sample::{Observation, Usable};
use crate::poisson::{self, Data, Fit, FitError};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// How far back the unit's own rate is taken, in periods.
pub const OWN_RATE_PERIODS: i64 = 4;
/// Events a unit needs for a season of its own.
const FEWEST_EVENTS_FOR_OWN_SEASON: f64 = 30.0;

/// Something the headline's comparison holds fixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fixed {
    /// Each unit's usual level.
    UnitLevels,
    /// A level for each period.
    PeriodLevels,
    /// A season and a trend that all units share, where there are too few units for levels of periods.
    SharedSeasonAndTrend,
    /// A trend that all units share.
    SharedTrend,
    /// The unit's own rate of the periods before.
    OwnRateBefore,
    /// The exposure, beside its place in the rate.
    Exposure,
    /// A season and a trend of each unit's own.
    OwnSeasonAndTrend,
}

/// The panel and all that is asked of it.
pub(super) struct Context<'a> {
    pub(super) panel: &'a Panel,
    pub(super) options: &'a Options,
    pub(super) history: History<'a>,
    pub(super) setting: &'a Setting<'a>,
}

/// Rows ready for a fit: `tested` values of interest, then the logarithm of the exposure.
#[derive(Clone)]
pub(super) struct Rows {
    pub(super) usable: Usable,
    pub(super) tested: usize,
    pub(super) time: Time,
}

/// What the first fit finds out about the rows and later ones hold fixed alike.
#[derive(Default)]
pub(super) struct Known {
    /// By unit and period, the logarithm of the events of the periods before over those expected.
    excess: HashMap<(u32, i64), f64>,
    has_own_season: bool,
}

/// A fit with what it holds fixed.
pub(super) struct Fitted {
    pub(super) data: Data,
    pub(super) fit: Fit,
    pub(super) usable: Usable,
    pub(super) fixed: Vec<Fixed>,
    /// The column of the exposure, where it is held fixed.
    pub(super) exposure: Option<usize>,
}

/// What clusters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clusters {
    Units,
    Above,
}

impl Context<'_> {
    /// Rows for which `tested` gives a full set of values.
    pub(super) fn rows(&self, tested: usize, values: impl Fn(u32, i64) -> Option<Vec<f64>>) -> Rows {
        let usable = Usable::collect(self.panel, |unit, period| {
            let mut values = values(unit, period)?;
            values.push(self.history.row(unit, period)?.exposure.ln());
            Some(values)
        });
        let (usable, time) = settle(usable, self.options);
        Rows { usable, tested, time }
    }

    /// A predictor as the headline takes it: the mean over the lags, or the value of the same period.
    pub(super) fn value(&self, unit: u32, period: i64, predictor: usize) -> Option<f64> {
        match self.options.lags {
            Some(lags) => self.history.mean(unit, period, lags, self.options.min_present, predictor),
            None => self.history.value(unit, period, 0, predictor),
        }
    }

    /// Finds out what is to be held fixed.
    pub(super) fn explore(&self, rows: &Rows) -> Result<Known, Gate> {
        let mut known = Known::default();
        let plain = self.fit(rows, &known, Clusters::Units)?;
        let mut expected = &plain;
        let own;
        if rows.time.effects == TimeEffects::EachPeriod
            && own_season(&plain.usable.observations, rows.time).is_some()
        {
            known.has_own_season = true;
            own = self.fit(rows, &known, Clusters::Units).ok().filter(|own| is_worth_it(&plain, own));
            known.has_own_season = own.is_some();
            expected = own.as_ref().unwrap_or(&plain);
        }
        known.excess = excess(&expected.usable.observations, &expected.fit.fitted);
        Ok(known)
    }

    /// Fits the rows with as much held fixed as the table can tell apart.
    pub(super) fn fit(&self, rows: &Rows, known: &Known, clusters: Clusters) -> Result<Fitted, Gate> {
        let Rows { mut usable, tested, time } = rows.clone();
        let mut controls = vec![Fixed::OwnRateBefore, Fixed::Exposure];
        loop {
            let mut columns: Vec<Vec<f64>> =
                (0..tested).map(|place| column(&usable, |row| row.predictors[place])).collect();
            let control = |control: &Fixed| match control {
                Fixed::Exposure => column(&usable, |row| row.predictors[tested]),
                _ => column(&usable, |row| known.excess.get(&(row.unit, row.period)).copied().unwrap_or(0.0)),
            };
            let values: Vec<Vec<f64>> = controls.iter().map(control).collect();
            let mut place = 0;
            controls.retain(|_| {
                place += 1;
                moves(&usable.observations, &values[place - 1])
            });
            columns.extend(values.into_iter().filter(|values| moves(&usable.observations, values)));
            columns.extend(design::time_columns(&usable.observations, time));
            let Ok(data) = self.table(&usable.observations, &columns, time, known, clusters) else {
                return Err(Gate::NoData);
            };
            let error = match poisson::fit(&data) {
                Ok(fit) => {
                    let exposure = controls.iter().position(|control| *control == Fixed::Exposure);
                    let fixed = fixed(&controls, time, known);
                    let exposure = exposure.map(|place| tested + place);
                    return Ok(Fitted { data, fit, usable, fixed, exposure });
                }
                Err(error) => error,
            };
            match &error {
                FitError::Separated { columns, rows } if columns.is_empty() => {
                    usable = usable.without(rows).informative(time.effects == TimeEffects::EachPeriod);
                }
                // A control that follows from the rest is not what the question is about.
                FitError::ConstantColumn(_) | FitError::Collinear { .. } => {
                    let factors = poisson::inflation_by_everything(&data);
                    let tied = (0..controls.len()).rev().find(|place| factors[tested + place].is_none());
                    match tied {
                        Some(place) => controls.remove(place),
                        None => return Err(checks::of_error(&error, &data, self.panel, 1)),
                    };
                }
                _ => return Err(checks::of_error(&error, &data, self.panel, 1)),
            }
        }
    }

    fn table(
        &self,
        observations: &[Observation],
        columns: &[Vec<f64>],
        time: Time,
        known: &Known,
        clusters: Clusters,
    ) -> Result<Data, poisson::DataError> {
        let unit: Vec<usize> = observations.iter().map(|row| row.unit as usize).collect();
        let cluster: Vec<usize> = match clusters {
            Clusters::Units => unit.clone(),
            Clusters::Above => unit.iter().map(|unit| self.setting.above[*unit] as usize).collect(),
        };
        let data = design::clustered(observations, &unit, &cluster, columns, time)?;
        match known.has_own_season.then(|| own_season(observations, time)).flatten() {
            Some(columns) => data.with_own_slopes(&columns),
            None => Ok(data),
        }
    }
}

fn column(usable: &Usable, value: impl Fn(&Observation) -> f64) -> Vec<f64> {
    usable.observations.iter().map(value).collect()
}

/// For each row the logarithm of the unit's events over the periods before over those expected, with one event
/// more on both sides: where nothing is known, nothing is out of the ordinary.
fn excess(observations: &[Observation], expected: &[f64]) -> HashMap<(u32, i64), f64> {
    let mut excess = HashMap::with_capacity(observations.len());
    for (place, row) in observations.iter().enumerate() {
        let (mut found, mut wanted) = (1.0, 1.0);
        for (before, expected) in observations[..place].iter().zip(&expected[..place]).rev() {
            if before.unit != row.unit || row.period - before.period > OWN_RATE_PERIODS {
                break;
            }
            (found, wanted) = (found + before.count, wanted + expected);
        }
        excess.insert((row.unit, row.period), (found / wanted).ln());
    }
    excess
}

/// Whether seasons of their own say more than so many numbers would by chance (Akaike 1974, for counts lumpier
/// than Poisson ones: Lebreton et al. 1992).
fn is_worth_it(plain: &Fitted, own: &Fitted) -> bool {
    let Some(dispersion) = own.fit.dispersion else { return false };
    let gained = (plain.fit.deviance - own.fit.deviance) / dispersion.max(1.0);
    let price = own.data.own_parameters() as f64;
    own.usable.observations.len() == plain.usable.observations.len() && gained > 2.0 * price
}

fn fixed(controls: &[Fixed], time: Time, known: &Known) -> Vec<Fixed> {
    let shared = match time.effects {
        TimeEffects::EachPeriod => Some(Fixed::PeriodLevels),
        TimeEffects::SeasonAndTrend => Some(Fixed::SharedSeasonAndTrend),
        TimeEffects::Trend => Some(Fixed::SharedTrend),
        TimeEffects::None => None,
    };
    let mut fixed = vec![Fixed::UnitLevels];
    fixed.extend(shared);
    fixed.extend(controls);
    fixed.extend(known.has_own_season.then_some(Fixed::OwnSeasonAndTrend));
    fixed
}

/// Whether a value differs between rows of a unit by more than rounding.
fn moves(observations: &[Observation], values: &[f64]) -> bool {
    let pairs =
        observations.windows(2).zip(values.windows(2)).filter(|(rows, _)| rows[0].unit == rows[1].unit);
    pairs.into_iter().any(|(_, pair)| (pair[1] - pair[0]).abs() > 1e-9 * pair[0].abs().max(1.0))
}

/// First wave and trend, 0 for units too short or with too few events, and for one unit to which the others'
/// seasons are held: with a level for each period the seasons are told apart only from each other. `None`
/// where fewer than two units can have one.
fn own_season(observations: &[Observation], time: Time) -> Option<Vec<Vec<f64>>> {
    let needed = time.length.span_of_own_season()?;
    let units: Vec<&[Observation]> = observations.chunk_by(|a, b| a.unit == b.unit).collect();
    let is_long = |unit: &&[Observation]| {
        let events: f64 = unit.iter().map(|row| row.count).sum();
        let span = unit.last().map_or(0, |row| row.period) - unit.first().map_or(0, |row| row.period) + 1;
        let most = unit.len() as i64 * 2;
        events >= FEWEST_EVENTS_FOR_OWN_SEASON && span >= needed && most >= span
    };
    let long: Vec<bool> = units.iter().map(is_long).collect();
    if long.iter().filter(|is_long| **is_long).count() < 2 {
        return None;
    }
    let longest = (0..units.len()).rev().max_by_key(|unit| units[*unit].len())?;
    let middle = observations.iter().map(|row| row.period as f64).sum::<f64>() / observations.len() as f64;
    let mut columns: Vec<Vec<f64>> = Vec::new();
    for (place, unit) in units.iter().enumerate() {
        let weight = if long[place] && place != longest { 1.0 } else { 0.0 };
        for row in *unit {
            let period = row.period as f64;
            let mut values = time.length.first_wave(period);
            values.push((period - middle) / needed as f64);
            columns.resize_with(values.len(), Vec::new);
            columns.iter_mut().zip(values).for_each(|(column, value)| column.push(weight * value));
        }
    }
    Some(columns)
}
