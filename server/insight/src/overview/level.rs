//! Units of one level below a unit, and what customers said of each over some days.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use domain::{
    Lang, Period, Problem, Resolution, UnitId, format,
    insight::compare::{Drawn, Level},
    organisation::unit::{UnitItem, UnitKind},
    text::tv,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use base::{
    Error, Result,
    db::{self, join_ids},
};
use customers::rollup::Counts;
use organisation::{Tree, within};

/// More units than this and those within the limits are dots without a name: a page of thousands of names
/// helps nobody, and the table has them all.
pub(super) const MOST_MARKS: usize = 300;

/// The unit asked about, or the topmost one that the person may see.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub(super) fn asked(tree: &Tree, tops: &[UnitId], unit: Option<UnitId>) -> Result<UnitId> {
    let unit = match unit {
        Some(unit) => unit,
        None => tree.below(tops).first().map(|unit| unit.id).ok_or(Problem::NotFound)?,
    };
    within(tree, tops, unit)?;
    Ok(unit)
}

/// The open units of a level below a unit, by name. Without a wanted level that occurs: sites or, where there
/// are none, the highest level there is.
pub(super) fn find(
    tree: &Tree,
    tops: &[UnitId],
    unit: UnitId,
    wanted: Option<UnitKind>,
) -> Result<(Level, Vec<UnitItem>)> {
    let place = tree.place(tops, unit).ok_or(Problem::NotFound)?;
    let below: Vec<UnitItem> =
        tree.open_below(&[unit]).into_iter().filter(|below| below.id != unit).collect();
    let offered: Vec<UnitKind> =
        UnitKind::ALL.into_iter().filter(|kind| below.iter().any(|unit| unit.kind == *kind)).collect();
    let kind = [wanted, Some(UnitKind::Site), offered.first().copied()];
    let kind = kind.into_iter().flatten().find(|kind| offered.contains(kind));
    let mut units: Vec<UnitItem> = below.into_iter().filter(|unit| Some(unit.kind) == kind).collect();
    units.sort_by(|a, b| (&a.name, a.id).cmp(&(&b.name, b.id)));
    Ok((Level { place, kind, offered }, units))
}

/// Complaints and contacts of a unit.
#[derive(FromQueryResult)]
struct Sum {
    unit_id: UnitId,
    complaints: i64,
    contacts: i64,
}

/// Complaints and contacts of units from one day to another, both included. A record counts when it lies within
/// these days; a week counts where its Thursday is.
pub(super) async fn sums(
    db: &impl ConnectionTrait,
    units: &[UnitId],
    from: NaiveDate,
    to: NaiveDate,
) -> Result<HashMap<UnitId, Counts>> {
    // One branch for each resolution, so that each is a range of the roll-up's key.
    let branch = |resolution: Resolution, from: usize, to: usize| {
        format!(
            "SELECT unit_id, complaints, contacts FROM voice_rollup
             WHERE unit_id IN ({}) AND resolution = '{}' AND period_start BETWEEN ${from} AND ${to}",
            join_ids(units),
            resolution.name()
        )
    };
    let sql = format!(
        "SELECT unit_id, CAST(SUM(complaints) AS BIGINT) AS complaints, CAST(SUM(contacts) AS BIGINT) AS contacts
         FROM ({} UNION ALL {} UNION ALL {} UNION ALL {}) AS records GROUP BY unit_id",
        branch(Resolution::Day, 1, 2),
        branch(Resolution::Week, 3, 4),
        branch(Resolution::Month, 1, 5),
        branch(Resolution::Quarter, 1, 6),
    );
    let three = Days::new(3);
    let values = [
        from,
        to,
        from - three,
        to - three,
        last_whole(to, Resolution::Month).start(),
        last_whole(to, Resolution::Quarter).start(),
    ];
    let sums: Vec<Sum> = db::all(db, &sql, values.map(Into::into)).await?;
    let counts = |sum: Sum| Counts { complaints: sum.complaints, contacts: sum.contacts };
    Ok(sums.into_iter().map(|sum| (sum.unit_id, counts(sum))).collect())
}

/// The last period of a resolution that is over when this day is.
pub(super) fn last_whole(day: NaiveDate, resolution: Resolution) -> Period {
    let running = Period::containing(day + Days::new(1), resolution);
    Period::containing(running.start() - Days::new(1), resolution)
}

/// The newest period of a resolution that has contacts.
#[derive(FromQueryResult)]
struct Newest {
    resolution: String,
    newest: NaiveDate,
}

/// The last day before `today` of which a unit has contacts.
pub(super) async fn newest_day(
    db: &impl ConnectionTrait,
    unit: UnitId,
    today: NaiveDate,
) -> Result<Option<NaiveDate>> {
    let sql = "SELECT resolution, MAX(period_start) AS newest FROM voice_rollup
               WHERE unit_id = $1 AND contacts > 0 GROUP BY resolution";
    let mut last = None;
    for Newest { resolution, newest } in db::all(db, sql, [unit.into()]).await? {
        let resolution =
            resolution.parse().map_err(|()| Error::stored("voice_rollup.resolution", &resolution))?;
        last = last.max(Some(Period::containing(newest, resolution).end()));
    }
    Ok(last.map(|day| day.min(today - Days::new(1))))
}

/// Units and days, for the line above a heading.
pub(super) fn eyebrow(lang: Lang, level: &Level, days: Option<(NaiveDate, NaiveDate)>) -> String {
    let unit = &level.place.unit.name;
    match (level.kind, days) {
        (Some(kind), Some((from, to))) => tv(
            lang,
            "compare-eyebrow",
            &[
                ("unit", unit.as_str().into()),
                ("kind", kind.name().into()),
                ("from", format::short_date(lang, from).into()),
                ("to", format::short_date(lang, to).into()),
            ],
        ),
        _ => unit.clone(),
    }
}

/// Names in a row, the first few of many.
pub(super) fn names(lang: Lang, names: &[&str]) -> String {
    const MOST: usize = 12;
    let shown = names.iter().take(MOST).copied().collect::<Vec<_>>().join(", ");
    match names.len().saturating_sub(MOST) {
        0 => shown,
        more => tv(lang, "compare-names-more", &[("names", shown.into()), ("more", more.into())]),
    }
}

/// Both drawings of a chart.
pub(super) fn drawn(
    draw: impl Fn(bool) -> std::result::Result<charts::Svg, charts::ChartError>,
) -> Result<Drawn> {
    let draw = |is_wide| draw(is_wide).map_err(|error| Error::Internal(error.to_string()));
    Ok(Drawn { wide: draw(true)?.into_string(), narrow: draw(false)?.into_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_period_is_whole_on_its_last_day_and_not_before() {
        let quarter = |text| last_whole(day(text), Resolution::Quarter).start();
        assert_eq!(quarter("2026-09-30"), day("2026-07-01"));
        assert_eq!(quarter("2026-09-29"), day("2026-04-01"));
        assert_eq!(last_whole(day("2026-03-01"), Resolution::Month).start(), day("2026-02-01"));
    }
}
