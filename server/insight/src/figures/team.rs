//! The team's own page: the newest released figures of a person's unit and of the units above it.
//!
//! Architecture invariant: reads the ledger, as the trends do. There is no publication of its own that could be
//! earlier, later or other than the managers'.

use std::collections::{BTreeMap, HashMap};

use charts::{Heading, Ink, Panel, Point, Tick, ValueRange};
use chrono::NaiveDate;
use domain::{
    Lang, Period, Problem, Resolution, Right, UnitId, format,
    insight::{
        figures::{CellState, Measure, TrendPage},
        signal::SignalMeasure,
        team::{NextRelease, PastRound, Response, Shown, Span, TeamFigure, TeamPage, TeamSaid, TeamUnit},
    },
    organisation::unit::{UnitItem, UnitPlace},
    staff::bank::Item,
    text::{t, tv},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    chart::{Links, number_format},
    page_of,
    series::{Asked, Trend},
    standing::{self, Standing},
};
use crate::{
    actions,
    ledger::{self, OwnStatements},
    overview::scores::Scores,
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{self, join_ids},
};
use organisation::{Tree, within};
use staff::{release::rules, rounds::calendar::moments};

/// Rounds of the small chart.
const ROUNDS: usize = 12;
/// Widths of the small chart on wide and on narrow pages, in CSS pixels.
const WIDE: u32 = 520;
const NARROW: u32 = 310;
const SATISFACTION: Measure = Measure::Score(Item::C2);

/// The page of whoever is asking: their own unit and all above it.
///
/// # Errors
/// `NotFound` for somebody without any unit.
pub async fn team(base: &Base, actor: Option<&Actor>, lang: Lang) -> Result<TeamPage> {
    let (actor, tops) = authorize(actor, Right::ViewTeam)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let own = own_unit(&db, &tree, actor, &tops).await?;
    let path = tree.ancestors(own);
    let ledger = Ledger::load(&db, &path).await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let usual = Usual::load(&db, &tree, &path, today).await?;
    let units = path
        .into_iter()
        .filter_map(|id| tree.item(id))
        .map(|unit| ledger.unit(unit, &usual, lang))
        .collect::<Result<_>>()?;
    // Where the person is counted and what they may see can differ for a few days after a move.
    let may_see = within(&tree, &actor.units_for(Right::ViewActions), own).is_ok();
    let (actions, came) = match may_see {
        true => (
            actions::running(&db, &tree, own, today, lang).await?,
            actions::reviewed(&db, &tree, own, today, lang).await?,
        ),
        false => (Vec::new(), Vec::new()),
    };
    Ok(TeamPage {
        said: usual.said(own),
        units,
        next: next_release(base, &db).await?,
        actions,
        came,
        may_see_actions: may_see,
    })
}

/// The trends page of the person's own unit, as its managers get it: made by the same function, from the same
/// ledger. Only the choice of units is left out, which is a manager's own.
///
/// # Errors
/// As [`team`].
pub async fn preview(
    base: &Base,
    actor: Option<&Actor>,
    resolution: Option<Resolution>,
    lang: Lang,
) -> Result<TrendPage> {
    let (actor, tops) = authorize(actor, Right::ViewTeam)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let own = own_unit(&db, &tree, actor, &tops).await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let asked = Asked { unit: own, resolution, measures: &[], today, lang };
    let trend = Trend::load(&db, &tree, &asked).await?;
    // The preview shows one unit; there is nowhere to go from it.
    let place =
        UnitPlace { unit: trend.unit.clone(), above: Vec::new(), below: Vec::new(), beside: Vec::new() };
    let links = Links { to_rows: true, ..Links::default() };
    page_of(&db, &tree, trend, place, links, lang).await
}

/// Where the person is counted: by the roll of the newest released round, or of the newest at all for somebody
/// who came since. Without a place on any, the topmost unit they may see.
async fn own_unit(db: &impl ConnectionTrait, tree: &Tree, actor: &Actor, tops: &[UnitId]) -> Result<UnitId> {
    if let Some(person) = actor.person {
        let unit = db::value(
            db,
            // From the rounds to the roll, which is keyed by them: the other way leads through all rolls.
            "SELECT (SELECT unit_id FROM roll WHERE round_id = round.id AND person_id = $1) AS unit_id FROM round
             WHERE state <> 'voided' AND EXISTS (
                SELECT 1 FROM roll WHERE round_id = round.id AND person_id = $1)
             ORDER BY CASE WHEN state = 'released' THEN 0 ELSE 1 END, number DESC LIMIT 1",
            [person.into()],
        )
        .await?;
        if let Some(unit) = unit {
            return Ok(unit);
        }
    }
    Ok(tree.below(tops).first().map(|unit| unit.id).ok_or(Problem::NotFound)?)
}

/// The usual levels of some units: of satisfaction and strain the middle lines of their trends, of statements what
/// their drivers are held against.
struct Usual {
    standings: Vec<Standing>,
    scores: Scores,
}

impl Usual {
    /// What a unit and its customers say, as far as there are figures.
    fn said(&self, unit: UnitId) -> Vec<TeamSaid> {
        let standing = self.standings.iter().find(|standing| standing.unit == unit);
        let measures =
            standing.into_iter().flat_map(|standing| SignalMeasure::ALL.iter().zip(&standing.measures));
        measures
            .filter_map(|(measure, standing)| {
                let (_, value) = standing.latest?;
                Some(TeamSaid { measure: *measure, value, usual: standing.usual, state: standing.state })
            })
            .collect()
    }

    async fn load(
        db: &impl ConnectionTrait,
        tree: &Tree,
        units: &[UnitId],
        today: NaiveDate,
    ) -> Result<Self> {
        let standings = standing::standings(db, tree, units, today).await?;
        Ok(Self { standings, scores: Scores::load(db, units).await? })
    }

    /// In whole points.
    fn of(&self, unit: UnitId, measure: Measure) -> Option<i32> {
        let place = SignalMeasure::ALL.iter().position(|signal| match signal {
            SignalMeasure::Strain => measure == Measure::Strain,
            SignalMeasure::Satisfaction => measure == SATISFACTION,
            SignalMeasure::Complaints => false,
        });
        let usual = match place {
            Some(place) => self.standings.iter().find(|of| of.unit == unit)?.measures.get(place)?.usual,
            None => self.scores.of(unit, measure).usual(),
        };
        #[expect(clippy::cast_possible_truncation, reason = "from 0 to 100")]
        usual.map(|usual| usual.round() as i32)
    }
}

/// A round whose figures are not released yet.
#[derive(FromQueryResult)]
struct UnderWay {
    number: i64,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
}

/// The oldest round that is under way, and from when its figures can come: the time that the release waits for.
pub(crate) async fn next_release(base: &Base, db: &impl ConnectionTrait) -> Result<Option<NextRelease>> {
    let round: Option<UnderWay> = db::one(
        db,
        "SELECT number, starts_on, ends_on FROM round WHERE state IN ('open', 'closed') ORDER BY starts_on LIMIT 1",
        [],
    )
    .await?;
    let Some(UnderWay { number: round, starts_on, ends_on }) = round else { return Ok(None) };
    let rules = rules::in_force(db, starts_on).await?;
    let timezone = organisation::find(db).await?.timezone;
    let (_, at) = moments(timezone, ends_on, rules.grace_hours);
    let is_due = base.now() >= at;
    let at = at.with_timezone(&timezone).naive_local();
    Ok(Some(NextRelease { round, at, is_due }))
}

/// A round whose figures are released.
#[derive(FromQueryResult)]
struct Round {
    number: i64,
    starts_on: NaiveDate,
}

/// A figure as the ledger holds it.
#[derive(FromQueryResult)]
struct Released {
    unit_id: UnitId,
    measure: String,
    /// Number of the round at which it stands, and of the oldest that it speaks of.
    number: i64,
    since: i64,
    state: String,
    breaks: bool,
    value: Option<i32>,
    lower: Option<i32>,
    upper: Option<i32>,
    turnout_band: Option<String>,
    released_on: NaiveDate,
}

/// A cell of the ledger.
struct Cell {
    state: CellState,
    value: Option<i32>,
    /// Ends of the interval, or of the band of the response.
    ends: Option<(i32, i32)>,
    since: i64,
    breaks: bool,
    people: Option<String>,
    released_on: NaiveDate,
}

/// What the ledger holds about some units.
struct Ledger {
    /// First day of each round that counts, by its number.
    rounds: BTreeMap<i64, NaiveDate>,
    /// Cells by unit, then measure, then number of the round.
    cells: HashMap<UnitId, BTreeMap<Measure, BTreeMap<i64, Cell>>>,
    /// Wording of the organisation's own statements.
    own: OwnStatements,
}

impl Ledger {
    async fn load(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<Self> {
        let rounds = "SELECT number, starts_on FROM round WHERE state = 'released'";
        let rounds: Vec<Round> = db::all(db, rounds, []).await?;
        let sql = format!(
            "SELECT released_figure.unit_id, released_figure.measure, round.number, since.number AS since,
                    released_figure.state, released_figure.breaks, released_figure.value,
                    released_figure.lower, released_figure.upper, released_figure.turnout_band, released_figure.released_on
             FROM released_figure
             JOIN round ON round.id = released_figure.round_id
             JOIN round AS since ON since.id = released_figure.since_round_id
             WHERE round.state = 'released' AND released_figure.unit_id IN ({})",
            join_ids(units)
        );
        let mut cells: HashMap<UnitId, BTreeMap<Measure, BTreeMap<i64, Cell>>> = HashMap::new();
        let released: Vec<Released> = db::all(db, &sql, []).await?;
        for figure in released {
            let cell = Cell {
                state: ledger::state(&figure.state)?,
                value: figure.value,
                ends: figure.lower.zip(figure.upper),
                since: figure.since,
                breaks: figure.breaks,
                people: figure.turnout_band,
                released_on: figure.released_on,
            };
            let unit = cells.entry(figure.unit_id).or_default();
            unit.entry(ledger::measure(&figure.measure)?).or_default().insert(figure.number, cell);
        }
        Ok(Self {
            rounds: rounds.into_iter().map(|round| (round.number, round.starts_on)).collect(),
            cells,
            own: OwnStatements::load(db).await?,
        })
    }

    /// A unit's part of the page.
    fn unit(&self, unit: UnitItem, usual: &Usual, lang: Lang) -> Result<TeamUnit> {
        let none = BTreeMap::new();
        let cells = self.cells.get(&unit.id).unwrap_or(&none);
        let newest =
            cells.values().filter_map(|series| series.last_key_value()).max_by_key(|(round, _)| **round);
        let newest_round = newest.map(|(round, _)| *round);
        let mut figures: Vec<TeamFigure> = cells
            .iter()
            .filter(|(measure, series)| {
                **measure != Measure::ResponseRate
                    && series.last_key_value().map(|(round, _)| *round) == newest_round
            })
            .map(|(measure, series)| self.figure(*measure, series, usual.of(unit.id, *measure)))
            .collect();
        // How it is, then the work, then the statements, in the order in which the check-in asks them.
        figures.sort_by_key(|figure| (figure.measure != SATISFACTION, figure.measure));
        let response = cells.get(&Measure::ResponseRate).and_then(|series| series.get(&newest_round?));
        let ends = |cell: &Cell| cell.ends.or(cell.value.map(|value| (value, value)));
        let response = match response.map(|cell| (ends(cell), &cell.people)) {
            None => Response::Never,
            Some((None, _)) => Response::Hidden,
            Some((Some((lower, upper)), people)) => Response::Told { lower, upper, people: people.clone() },
        };
        let history = self.history(cells);
        Ok(TeamUnit {
            svg: drawing(&history, &unit.name, lang)?,
            newest: newest.map(|(round, cell)| (self.span(*round, cell), cell.released_on)),
            figures,
            response,
            history,
            unit,
        })
    }

    /// The newest figure of a series.
    fn figure(&self, measure: Measure, series: &BTreeMap<i64, Cell>, usual: Option<i32>) -> TeamFigure {
        let own = match measure {
            Measure::Score(Item::Own(number)) => {
                self.own.get(number).map(|own| (own.en.clone(), own.nb.clone()))
            }
            _ => None,
        };
        let newest = series.last_key_value();
        let shown = newest.map_or(Shown::Hidden, |(round, _)| self.shown(series, *round));
        let usual = usual.filter(|_| shown.value().is_some());
        TeamFigure { measure, own, shown, usual }
    }

    /// A cell as a viewer sees it.
    fn shown(&self, series: &BTreeMap<i64, Cell>, round: i64) -> Shown {
        let Some(cell) = series.get(&round) else { return Shown::Hidden };
        match (cell.state, cell.value) {
            (CellState::Published, Some(value)) => Shown::Figure { value, span: self.span(round, cell) },
            (CellState::Held, Some(value)) => {
                // The one it was carried forward from.
                let origin = series
                    .range(..round)
                    .rev()
                    .find(|(_, earlier)| earlier.state == CellState::Published)
                    .map_or_else(|| self.span(round, cell), |(round, earlier)| self.span(*round, earlier));
                Shown::Carried { value, span: origin }
            }
            _ => Shown::Hidden,
        }
    }

    fn span(&self, round: i64, cell: &Cell) -> Span {
        let rounds = self.rounds.range(cell.since.min(round)..=round).count();
        Span { since: cell.since, round, rounds: u32::try_from(rounds).unwrap_or(u32::MAX) }
    }

    /// The last rounds, newest first. A window stands at its last round.
    fn history(&self, cells: &BTreeMap<Measure, BTreeMap<i64, Cell>>) -> Vec<PastRound> {
        let none = BTreeMap::new();
        let of = |measure| cells.get(&measure).unwrap_or(&none);
        let (satisfaction, strain) = (of(SATISFACTION), of(Measure::Strain));
        self.rounds
            .iter()
            .rev()
            .take(ROUNDS)
            .filter(|(round, _)| satisfaction.contains_key(round) || strain.contains_key(round))
            .map(|(&number, &starts_on)| PastRound {
                number,
                starts_on,
                satisfaction: self.shown(satisfaction, number),
                strain: self.shown(strain, number),
                people: satisfaction.get(&number).and_then(|cell| cell.people.clone()).unwrap_or_default(),
                breaks: [satisfaction, strain]
                    .iter()
                    .filter_map(|series| series.get(&number))
                    .any(|cell| cell.breaks),
            })
            .collect()
    }
}

/// The small chart: satisfaction and strain of the last rounds, without limits or signals. Those are the
/// trends' business, which have enough points for them.
fn drawing(history: &[PastRound], unit: &str, lang: Lang) -> Result<Option<(String, String)>> {
    let has_any = |round: &PastRound| round.satisfaction.value().or(round.strain.value()).is_some();
    if history.iter().filter(|round| has_any(round)).count() < 2 {
        return Ok(None);
    }
    let week =
        |round: &PastRound| format::period(lang, Period::containing(round.starts_on, Resolution::Week));
    let panel = |ink: Ink, label_id: &str, pick: fn(&PastRound) -> Shown| {
        let label = t(lang, label_id);
        let points = history.iter().rev().map(|round| {
            let value = pick(round).value();
            let values = [("label", label.as_str().into()), ("period", week(round).into())];
            let explanation = match value {
                Some(value) => tv(lang, "point-value", &[&values[..], &[("value", value.into())]].concat()),
                None => tv(lang, "point-hidden", &values),
            };
            Point {
                value: value.map(f64::from),
                hidden: value.is_none(),
                is_break: round.breaks,
                explanation,
                ..Point::default()
            }
        });
        Panel {
            heading: None::<Heading>,
            ink,
            points: points.collect(),
            centre: None,
            format: number_format(lang, 0),
            range: ValueRange::Within { low: 0.0, high: 100.0 },
            blank: t(lang, "chart-all-hidden"),
            label,
        }
    };
    let mut ticks: Vec<Tick> = Vec::new();
    for (index, round) in history.iter().rev().enumerate() {
        let label = format::tick(lang, round.starts_on, false);
        if ticks.last().is_none_or(|tick| tick.label != label) {
            ticks.push(Tick { index, label });
        }
    }
    let trend = charts::Trend {
        panels: vec![
            panel(Ink::Satisfaction, "measure-satisfaction", |round| round.satisfaction),
            panel(Ink::Strain, "measure-strain", |round| round.strain),
        ],
        ticks,
        annotations: Vec::new(),
        description: tv(lang, "team-chart", &[("unit", unit.into()), ("count", history.len().into())]),
    };
    let draw = |width| {
        let svg = super::svg(&trend, width).map_err(|error| Error::Internal(error.to_string()))?;
        Ok::<_, Error>(svg.into_string())
    };
    Ok(Some((draw(WIDE)?, draw(NARROW)?)))
}
