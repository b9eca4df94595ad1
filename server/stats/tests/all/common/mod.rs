//! The synthetic panel (12 teams, 104 weeks, two predictors on a 1–5 scale), made up for these tests with
//! a workload effect of .18 and a satisfaction effect of −.12 within teams. It is evidence of nothing.

#![allow(dead_code, reason = "not every test file uses every helper")]

use stats::panel::lags::History;
use stats::panel::{Panel, Row};
use stats::poisson::Data;

pub(crate) struct Line {
    pub(crate) team: u32,
    pub(crate) week: i64,
    pub(crate) workload: f64,
    pub(crate) satisfaction: f64,
    pub(crate) contacts: f64,
    pub(crate) complaints: f64,
}

pub(crate) fn lines() -> Vec<Line> {
    include_str!("../fixtures/synthetic_panel.csv")
        .lines()
        .skip(1)
        .map(|line| {
            let cells: Vec<&str> = line.split(',').collect();
            let number = |index: usize| cells[index].parse::<f64>().expect("a number");
            Line {
                team: cells[0][1..].parse().expect("a team"),
                week: cells[1].parse().expect("a week"),
                workload: number(2),
                satisfaction: number(3),
                contacts: number(5),
                complaints: number(6),
            }
        })
        .collect()
}

pub(crate) fn panel() -> Panel {
    let rows = lines()
        .into_iter()
        .map(|line| Row {
            unit: line.team,
            period: line.week,
            count: line.complaints,
            exposure: line.contacts,
            predictors: vec![Some(line.workload), Some(line.satisfaction)],
        })
        .collect();
    let units = (0..12).map(|team| format!("T{team:02}")).collect();
    Panel::new(units, vec!["workload".into(), "satisfaction".into()], rows).expect("a sound panel")
}

/// The table of the main analysis: weeks 2 to 103, predictors averaged over lags 1 to 4.
pub(crate) fn main_table(week_effects: bool) -> Data {
    let panel = panel();
    let history = History::new(&panel);
    let rows: Vec<_> = lines().into_iter().filter(|line| line.week >= 2).collect();
    let team: Vec<usize> = rows.iter().map(|row| row.team as usize).collect();
    let week: Vec<i64> = rows.iter().map(|row| row.week).collect();
    let count: Vec<f64> = rows.iter().map(|row| row.complaints).collect();
    let exposure: Vec<f64> = rows.iter().map(|row| row.contacts).collect();
    let column = |predictor| {
        rows.iter()
            .map(|row| history.mean(row.team, row.week, (1, 4), 2, predictor).expect("present"))
            .collect()
    };
    Data::new(
        &team,
        &team,
        week_effects.then_some(week.as_slice()),
        &count,
        &exposure,
        &[column(0), column(1)],
    )
    .expect("a table")
}

#[track_caller]
pub(crate) fn near(found: f64, wanted: f64, relative: f64) {
    assert!((found - wanted).abs() <= relative * wanted.abs(), "{found} is not {wanted}");
}

#[track_caller]
pub(crate) fn all_near(found: &[f64], wanted: &[f64], relative: f64) {
    assert_eq!(found.len(), wanted.len());
    found.iter().zip(wanted).for_each(|(found, wanted)| near(*found, *wanted, relative));
}
