//! Statements beside the organisation's, the factors of § 4-3, and what is not shown.

use std::collections::BTreeMap;

use domain::{
    insight::{
        figures::Measure,
        pack::{Driver, FACTORS, FactorRow, HiddenRow, UnitRow, Verdict, measures_of},
    },
    staff::bank::{Factor, Item},
};

use super::{
    super::{Input, Structure},
    sums::{Key, Sums},
};

/// Statements of each unit beside the organisation's, the lowest beside it first.
pub(crate) fn drivers(input: &Input, units: &[UnitRow]) -> BTreeMap<String, Vec<Driver>> {
    let Some(root) = units.iter().find(|row| row.parent.is_none()) else { return BTreeMap::new() };
    let statements = statements(input);
    let of = |row: &UnitRow| {
        let value = |row: &UnitRow, measure: &str| row.measures.get(measure).and_then(|figure| figure.value);
        let mut drivers: Vec<Driver> = statements
            .iter()
            .filter_map(|measure| {
                let name = measure.name();
                let (value, organisation) = value(row, &name).zip(value(root, &name))?;
                Some(Driver { measure: name.into_owned(), value, organisation, gap: value - organisation })
            })
            .collect();
        // Stable: ties stay in the bank's order.
        drivers.sort_by_key(|driver| driver.gap);
        (row.key(), drivers)
    };
    units.iter().filter(|row| row.parent.is_some()).map(of).collect()
}

/// Statements in the bank's order, then the organisation's own.
fn statements(input: &Input) -> Vec<Measure> {
    let bank = Item::ROTATING.into_iter().map(Measure::Score);
    bank.chain(input.own.iter().map(|(own, _)| Measure::Score(Item::Own(own.number)))).collect()
}

/// The organisation's figures by factor, with the team that is worst off.
pub(crate) fn matrix(
    input: &Input,
    structure: &Structure,
    units: &[UnitRow],
) -> BTreeMap<String, Vec<FactorRow>> {
    let root = units.iter().find(|row| row.parent.is_none());
    // A team that moved counts with the series that runs at the end.
    let teams: Vec<&UnitRow> = input
        .units
        .iter()
        .enumerate()
        .filter(|(at, _)| structure.is_team(*at) && structure.runs_at_end(*at))
        .filter_map(|(_, unit)| {
            units.iter().filter(|row| row.unit == unit.id).max_by_key(|row| row.last_round)
        })
        .filter(|row| row.parent.is_some() || units.len() == 1)
        .collect();
    let rows = |factor: Factor| {
        let own = input.own.iter().filter(|(_, of)| *of == Some(factor));
        measures_of(Some(factor))
            .into_iter()
            .chain(own.map(|(own, _)| Measure::Score(Item::Own(own.number))))
            .filter_map(|measure| factor_row(measure, root, &teams))
            .collect()
    };
    FACTORS.into_iter().map(|(letter, factor)| (letter.to_owned(), rows(factor))).collect()
}

/// None for a measure that nobody was asked in either quarter.
fn factor_row(measure: Measure, root: Option<&UnitRow>, teams: &[&UnitRow]) -> Option<FactorRow> {
    let name = measure.name();
    let figure = root.and_then(|row| row.measures.get(name.as_ref()));
    let values: Vec<(&UnitRow, i32)> =
        teams.iter().filter_map(|row| Some((*row, row.measures.get(name.as_ref())?.value?))).collect();
    if figure.is_none() && !teams.iter().any(|row| row.measures.contains_key(name.as_ref())) {
        return None;
    }
    let all = values.iter().map(|(_, value)| *value);
    let worst = if measure == Measure::Strain { all.max() } else { all.min() };
    Some(FactorRow {
        measure: name.into_owned(),
        value: figure.and_then(|figure| figure.value),
        previous: figure.and_then(|figure| figure.previous),
        change: figure.and_then(|figure| figure.change),
        half_width: figure.and_then(|figure| figure.half_width),
        verdict: figure.map_or(Verdict::NoComparison, |figure| figure.verdict),
        teams_shown: super::super::count(values.iter()),
        teams_of: super::super::count(teams.iter()),
        worst_value: worst,
        worst_teams: values
            .iter()
            .filter(|(_, value)| Some(*value) == worst)
            .map(|(row, _)| row.unit.clone())
            .collect(),
    })
}

/// What is not shown, one row a unit and series of the quarter.
pub(crate) fn hidden(input: &Input, sums: &Sums, units: &[UnitRow]) -> Vec<HiddenRow> {
    let places: BTreeMap<&str, usize> =
        input.units.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
    let of = |row: &UnitRow| {
        let at = places.get(row.unit.as_str()).copied()?;
        let all = |pick: fn(&domain::insight::pack::Figure) -> u32| row.measures.values().map(pick).sum();
        let satisfaction = Key { unit: at, series: row.series, measure: Measure::Score(Item::C2) };
        let satisfaction = sums.get(satisfaction)[1].copied().unwrap_or_default();
        let covered = sums.covered.get(&(at, row.series));
        let own =
            || {
                input.rounds.iter().enumerate().filter(|(_, round)| {
                    round.is_now && (row.first_round..=row.last_round).contains(&round.n)
                })
            };
        let is_covered = |place: usize| covered.and_then(|own| own.get(place)).copied().unwrap_or(false);
        Some(HiddenRow {
            unit: row.unit.clone(),
            series: row.series,
            cells: all(|figure| figure.windows),
            shown: all(|figure| figure.shown),
            hidden: all(|figure| figure.hidden),
            void: all(|figure| figure.void),
            satisfaction_windows: satisfaction.shown + satisfaction.hidden + satisfaction.void,
            satisfaction_hidden: satisfaction.hidden,
            void_rounds: own().filter(|(_, r)| r.is_void).map(|(_, r)| r.starts.clone()).collect(),
            rounds_in_no_window: own()
                .filter(|(place, round)| !round.is_void && !is_covered(*place))
                .map(|(_, round)| round.starts.clone())
                .collect(),
        })
    };
    units.iter().filter_map(of).collect()
}
