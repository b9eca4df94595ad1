//! Where a unit's drivers stand: now, and usually.
//!
//! A driver's question comes back every few rounds, so "now" is the last two times it was asked, and "usual" the
//! times before those.

use std::collections::{BTreeSet, HashMap};

use domain::{
    UnitId,
    insight::figures::{CellState, Measure},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{figures::NONE_VOID, ledger};
use base::{
    Result,
    db::{self, join_ids},
};

/// Times that count as now, and times before these that count as usual.
const NOW: usize = 2;
const USUAL: usize = 8;
/// Rounds looked back on: enough for all these times of a question that comes back every sixth round, with room for
/// pauses.
const ROUNDS: i64 = 78;
/// A difference from the usual level is only told from this many earlier figures on, and from this many points.
const FEWEST_EARLIER: usize = 4;
const LEAST_CHANGE: f64 = 5.0;

/// A time that a question was asked, in a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Asked {
    round: i64,
    state: CellState,
    /// 0 to 100; there only where it was published.
    value: Option<f64>,
}

/// One driver of a unit.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Score {
    /// The last times, oldest first.
    now: Vec<Asked>,
    /// Those before, oldest first.
    earlier: Vec<Asked>,
    /// Whether a few people joined or left since the last of the earlier times: then nothing may be said about
    /// a change from them.
    breaks: bool,
}

impl Score {
    /// Mean of the figures released the last two times, 0 to 100.
    pub(super) fn now(&self) -> Option<f64> {
        mean(&values(&self.now))
    }

    /// Mean of the figures released before, 0 to 100.
    pub(crate) fn usual(&self) -> Option<f64> {
        mean(&values(&self.earlier))
    }

    /// Whether there is no score now because too few answered.
    pub(super) fn is_hidden(&self) -> bool {
        let hidden = |asked: &Asked| asked.state == CellState::Hidden;
        self.now().is_none() && self.now.iter().any(hidden)
    }

    /// Points above the usual level, where that is more than the everyday variation of the earlier figures: twice
    /// the standard error of the difference. None beside a change in who was asked.
    pub(super) fn change(&self) -> Option<f64> {
        let (now, earlier) = (values(&self.now), values(&self.earlier));
        if self.breaks || earlier.len() < FEWEST_EARLIER {
            return None;
        }
        let usual = mean(&earlier)?;
        let change = mean(&now)? - usual;
        let squares: f64 = earlier.iter().map(|value| (value - usual).powi(2)).sum();
        let variance = squares / (earlier.len() - 1) as f64;
        let error = (variance * (1.0 / now.len() as f64 + 1.0 / earlier.len() as f64)).sqrt();
        (change.abs() >= LEAST_CHANGE && change.abs() >= 2.0 * error).then_some(change)
    }
}

fn values(asked: &[Asked]) -> Vec<f64> {
    asked.iter().filter_map(|asked| asked.value).collect()
}

fn mean(values: &[f64]) -> Option<f64> {
    (!values.is_empty()).then(|| values.iter().sum::<f64>() / values.len() as f64)
}

/// A figure as the ledger holds it.
#[derive(FromQueryResult)]
struct Released {
    unit_id: UnitId,
    measure: String,
    number: i64,
    state: String,
    value: Option<i32>,
    breaks: bool,
}

/// The drivers of some units, from the ledger.
pub(crate) struct Scores {
    asked: HashMap<(UnitId, Measure), Vec<Asked>>,
    /// Rounds of each unit with a change in who was asked, in any figure.
    breaks: HashMap<UnitId, BTreeSet<i64>>,
}

impl Scores {
    /// Reads the last rounds of these units.
    ///
    /// # Errors
    /// When the database refuses.
    pub(crate) async fn load(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<Self> {
        let sql = format!(
            "SELECT released_figure.unit_id, released_figure.measure, round.number, released_figure.state,
                    released_figure.value, released_figure.breaks
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE released_figure.unit_id IN ({})
               AND round.number > (SELECT MAX(number) FROM round WHERE state = 'released') - $1 AND {NONE_VOID}
             ORDER BY round.number",
            join_ids(units)
        );
        let mut scores = Self { asked: HashMap::new(), breaks: HashMap::new() };
        let released: Vec<Released> = db::all(db, &sql, [ROUNDS.into()]).await?;
        for figure in released {
            let (unit, round) = (figure.unit_id, figure.number);
            if figure.breaks {
                scores.breaks.entry(unit).or_default().insert(round);
            }
            let measure @ Measure::Score(_) = ledger::measure(&figure.measure)? else { continue };
            let state = ledger::state(&figure.state)?;
            // A figure carried forward is an old one.
            let value = figure.value.filter(|_| state == CellState::Published);
            let asked = Asked { round, state, value: value.map(f64::from) };
            scores.asked.entry((unit, measure)).or_default().push(asked);
        }
        Ok(scores)
    }

    /// Whether the question was asked in this unit.
    pub(super) fn is_asked(&self, unit: UnitId, measure: Measure) -> bool {
        self.asked.contains_key(&(unit, measure))
    }

    /// One driver of a unit.
    pub(crate) fn of(&self, unit: UnitId, measure: Measure) -> Score {
        let Some(asked) = self.asked.get(&(unit, measure)) else { return Score::default() };
        let (earlier, now) = asked.split_at(asked.len().saturating_sub(NOW));
        let earlier = &earlier[earlier.len().saturating_sub(USUAL)..];
        let breaks = match (earlier.last(), now.last(), self.breaks.get(&unit)) {
            (Some(before), Some(last), Some(breaks)) => {
                breaks.range(before.round + 1..=last.round).next().is_some()
            }
            _ => false,
        };
        Score { now: now.to_vec(), earlier: earlier.to_vec(), breaks }
    }
}

#[cfg(test)]
mod tests {
    use domain::staff::bank::Item;

    use super::*;

    const UNIT: UnitId = UnitId::new(1);
    const RECOVERY: Measure = Measure::Score(Item::R6);

    fn scores(values: &[Option<i32>], breaks: &[i64]) -> Scores {
        let asked = values.iter().zip(1..).map(|(value, place)| Asked {
            round: 6 * place,
            state: if value.is_some() { CellState::Published } else { CellState::Hidden },
            value: value.map(f64::from),
        });
        Scores {
            asked: HashMap::from([((UNIT, RECOVERY), asked.collect())]),
            breaks: HashMap::from([(UNIT, breaks.iter().copied().collect())]),
        }
    }

    const FALL: [Option<i32>; 7] = [Some(60), Some(58), Some(61), Some(59), Some(62), Some(48), Some(46)];

    #[test]
    fn now_is_the_mean_of_the_last_two_times_and_usual_that_of_those_before() {
        let score = scores(&FALL, &[]).of(UNIT, RECOVERY);
        assert_eq!((score.now(), score.usual(), score.change()), (Some(47.0), Some(60.0), Some(-13.0)));
    }

    #[test]
    fn a_change_is_not_told_beside_a_change_in_who_was_asked() {
        // The last earlier time is round 30, the newest round 42.
        for round in [31, 36, 42] {
            assert_eq!(scores(&FALL, &[round]).of(UNIT, RECOVERY).change(), None, "round {round}");
        }
        for round in [12, 30, 43] {
            assert_eq!(scores(&FALL, &[round]).of(UNIT, RECOVERY).change(), Some(-13.0), "round {round}");
        }
    }

    #[test]
    fn everyday_variation_and_few_earlier_figures_are_no_change() {
        let wide = [Some(40), Some(75), Some(44), Some(80), Some(50), Some(48), Some(46)];
        assert_eq!(scores(&wide, &[]).of(UNIT, RECOVERY).change(), None);
        let small = [Some(60), Some(60), Some(60), Some(60), Some(60), Some(57), Some(56)];
        assert_eq!(scores(&small, &[]).of(UNIT, RECOVERY).change(), None);
        assert_eq!(scores(&FALL[2..], &[]).of(UNIT, RECOVERY).change(), None);
    }

    #[test]
    fn a_score_hidden_the_last_two_times_is_hidden_and_not_an_old_one() {
        let mut values = FALL.to_vec();
        values.extend([None, None]);
        let score = scores(&values, &[]).of(UNIT, RECOVERY);
        assert!(score.is_hidden());
        assert_eq!((score.now(), score.change()), (None, None));
        assert!(!scores(&FALL, &[]).of(UNIT, RECOVERY).is_hidden());
        assert_eq!(scores(&FALL, &[]).of(UnitId::new(2), RECOVERY), Score::default());
    }
}
