//! What an address asks the pages of figures for; their files are asked with the same words.

use app::request::Here;
use domain::{
    Problem,
    insight::{
        compare::{LoadQuery, SitesQuery, Stretch},
        figures::{CustomerMeasure, Measure, TrendQuery},
        link::{LinkOutcome, LinkQuery},
        map::{MapQuery, Reach},
        teams::{Look, TeamsQuery},
        today::TodayQuery,
    },
    organisation::unit::UnitKind,
};

type Read<T> = Result<T, Problem>;

/// Trends of a unit. Measures are names, with commas between them or each by itself.
pub(in crate::web) fn trend(here: &Here) -> Read<TrendQuery> {
    let names = here.all("measures").flat_map(|names| names.split(',')).filter(|name| !name.is_empty());
    let measures: Vec<String> = names.map(str::to_owned).collect();
    let is_known = |name: &String| {
        Measure::from_name(name).is_some()
            || CustomerMeasure::ALL.iter().any(|measure| measure.name() == name)
    };
    if !measures.iter().all(is_known) {
        return Err(Problem::NotFound);
    }
    let resolution = here.word("resolution", |name| name.parse().ok())?;
    Ok(TrendQuery { unit: here.number("unit")?, resolution, measures })
}

/// A measure of the units below one, round by round.
pub(in crate::web) fn map(here: &Here) -> Read<MapQuery> {
    Ok(MapQuery {
        unit: here.number("unit")?,
        measure: here.word("measure", Measure::from_name)?,
        reach: here.word("rounds", Reach::from_name)?.unwrap_or_default(),
        page: here.page()?,
    })
}

/// Complaint rates of units in a funnel.
pub(in crate::web) fn sites(here: &Here) -> Read<SitesQuery> {
    Ok(SitesQuery {
        unit: here.number("unit")?,
        kind: here.word("kind", UnitKind::from_name)?,
        stretch: here.word("stretch", Stretch::from_name)?.unwrap_or_default(),
    })
}

/// Workload and complaints of units.
pub(in crate::web) fn load(here: &Here) -> Read<LoadQuery> {
    Ok(LoadQuery {
        unit: here.number("unit")?,
        kind: here.word("kind", UnitKind::from_name)?,
        rounds: here.word("rounds", |rounds| rounds.parse().ok())?,
    })
}

/// The teams below a unit.
pub(in crate::web) fn teams(here: &Here) -> Read<TeamsQuery> {
    Ok(TeamsQuery {
        unit: here.number("unit")?,
        search: here.query("search").unwrap_or_default().to_owned(),
        show: here.word("show", Look::from_name)?.unwrap_or_default(),
        page: here.page()?,
    })
}

/// The link of a unit.
pub(in crate::web) fn link(here: &Here) -> Read<LinkQuery> {
    let outcome = here.word("outcome", LinkOutcome::from_name)?.unwrap_or_default();
    Ok(LinkQuery { unit: here.number("unit")?, outcome })
}

/// What is new.
pub(in crate::web) fn today(here: &Here) -> Read<TodayQuery> {
    Ok(TodayQuery { unit: here.number("unit")? })
}
