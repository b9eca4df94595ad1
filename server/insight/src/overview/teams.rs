//! Small multiples: every team below a unit as a card with its last points. Reads what was reckoned in the
//! background, so that two thousand teams cost no more than the cards that are shown.

use std::collections::{HashMap, HashSet};

use charts::{Ink, Point, Signal, Sparkline, ValueRange};
use domain::{
    Lang, Right, UnitId, format,
    insight::{
        signal::{SignalMeasure, SignalState},
        teams::{CardMeasure, Look, TeamCard, TeamsPage, TeamsQuery},
    },
    organisation::unit::UnitItem,
    text::{t, tv},
};
use sea_orm::ConnectionTrait;

use super::{
    page_of,
    signals::{self, Mark, UnitSignal},
};
use crate::figures::{standing::Step, team::next_release};
use base::{Actor, Base, Error, Result, authorize, db};
use organisation::{Tree, places::folded};

/// Cards on a page.
const MOST_CARDS: usize = 48;

/// The teams at or below a unit.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn teams(base: &Base, actor: Option<&Actor>, query: &TeamsQuery, lang: Lang) -> Result<TeamsPage> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let place = tree.asked(&tops, query.unit)?;
    let all = open_teams(&tree, place.unit.id);
    let marked = Marked::load(&db, &all.iter().map(|team| team.id).collect::<Vec<_>>()).await?;
    let (concern, better) = (number(marked.concern.len()), number(marked.better.len()));
    let wanted = folded(query.search.trim());
    let mut found: Vec<&UnitItem> = all
        .iter()
        .filter(|team| match query.show {
            Look::All => true,
            Look::Concern => marked.concern.contains(&team.id),
            Look::Better => marked.better.contains(&team.id),
        })
        .filter(|team| wanted.is_empty() || is_called(&tree, place.unit.id, team.id, &wanted))
        .collect();
    // What is worth a look first, and within that as the tree has it: no team is put before another by its figures.
    found.sort_by_key(|team| !marked.concern.contains(&team.id));
    let (page, pages, shown) = page_of(&found, MOST_CARDS, query.page);
    let ids: Vec<UnitId> = shown.iter().map(|team| team.id).collect();
    let version = organisation::find(&db).await?.data_version;
    let reckoned = reckoned(&db, &ids).await?;
    let is_behind = ids.iter().any(|id| {
        reckoned.get(id).is_none_or(|of| of.iter().any(|(signal, _)| signal.data_version != version))
    });
    let cards = shown
        .iter()
        .map(|team| card(&tree, place.unit.id, team, reckoned.get(&team.id), &marked.of_many, lang))
        .collect::<Result<Vec<_>>>()?;
    Ok(TeamsPage {
        has_figures: db::exists(&db, "SELECT 1 AS one FROM round WHERE state = 'released'", []).await?,
        next: next_release(base, &db).await?,
        total: number(all.len()),
        concern,
        better,
        found: number(found.len()),
        is_behind,
        columns: heads(lang),
        rows: cards.iter().map(|card| row(card, lang)).collect(),
        cards,
        page,
        pages,
        place,
    })
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Open leaves, in the order of the tree.
fn open_teams(tree: &Tree, top: UnitId) -> Vec<UnitItem> {
    tree.open_below(&[top]).into_iter().filter(|unit| tree.children(unit.id).is_empty()).collect()
}

/// Whether the team, or a unit between it and the one looked at, has this in its name.
fn is_called(tree: &Tree, top: UnitId, team: UnitId, wanted: &str) -> bool {
    let path = tree.ancestors(team);
    let path = path.into_iter().enumerate().take_while(|(place, unit)| *place == 0 || *unit != top);
    path.filter_map(|(_, unit)| tree.get(unit)).any(|unit| folded(&unit.name).contains(wanted))
}

/// Units that carry a mark now.
#[derive(Default)]
struct Marked {
    concern: HashSet<UnitId>,
    better: HashSet<UnitId>,
    /// Marks that chance makes among so many, by unit and measure.
    of_many: HashSet<(UnitId, SignalMeasure)>,
}

impl Marked {
    async fn load(db: &impl ConnectionTrait, teams: &[UnitId]) -> Result<Self> {
        let mut marked = Self::default();
        for Mark { unit, measure, state, is_one_of_many } in signals::marks(db, teams).await? {
            match state {
                _ if is_one_of_many => marked.of_many.insert((unit, measure)),
                SignalState::Concern => marked.concern.insert(unit),
                SignalState::Better => marked.better.insert(unit),
                SignalState::None => continue,
            };
        }
        Ok(marked)
    }
}

/// What was reckoned of a unit: its measures in their order, each with its last points.
type Reckoned = Vec<(UnitSignal, Vec<Step>)>;

async fn reckoned(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<HashMap<UnitId, Reckoned>> {
    let mut all: HashMap<UnitId, Reckoned> = HashMap::new();
    for (signal, steps) in signals::with_steps(db, units).await? {
        all.entry(signal.unit).or_default().push((signal, steps));
    }
    all.values_mut().for_each(|of| of.sort_by_key(|(signal, _)| signal.measure));
    Ok(all)
}

fn card(
    tree: &Tree,
    top: UnitId,
    team: &UnitItem,
    reckoned: Option<&Reckoned>,
    of_many: &HashSet<(UnitId, SignalMeasure)>,
    lang: Lang,
) -> Result<TeamCard> {
    let above = tree.ancestors(team.id).into_iter().skip(1).take_while(|unit| *unit != top);
    let names: Vec<String> = if team.id == top {
        Vec::new()
    } else {
        above.filter_map(|unit| tree.item(unit)).map(|unit| unit.name).collect()
    };
    let measures = reckoned.into_iter().flatten().map(|(signal, steps)| {
        measure(signal, steps, of_many.contains(&(signal.unit, signal.measure)), lang)
    });
    Ok(TeamCard { unit: team.clone(), path: names.join(" · "), measures: measures.collect::<Result<_>>()? })
}

fn measure(signal: &UnitSignal, steps: &[Step], is_one_of_many: bool, lang: Lang) -> Result<CardMeasure> {
    let written = |value: f64| format::number(lang, value, signal.measure.decimals());
    let newest = steps.last().copied().unwrap_or_default();
    let (value, mut notes) = match (signal.value, signal.latest) {
        (Some(value), Some(period)) => {
            // A figure of some time ago says so.
            let when = newest
                .value
                .is_none()
                .then(|| tv(lang, "teams-of", &[("period", format::period(lang, period).into())]));
            (written(value), when.into_iter().collect::<Vec<_>>())
        }
        _ if steps.iter().any(|step| step.is_hidden) => (t(lang, "cell-hidden"), Vec::new()),
        _ => (t(lang, "cell-no-data"), Vec::new()),
    };
    if let Some(usual) = signal.usual.filter(|_| signal.value.is_some()) {
        notes.push(tv(lang, "chart-usual", &[("value", written(usual).into())]));
    }
    let mark = match signal.since {
        Some(_) if is_one_of_many => t(lang, "teams-mark-of-many"),
        Some(since) if signal.state != SignalState::None => tv(
            lang,
            &format!("teams-mark-{}", signal.state.name()),
            &[("period", format::period(lang, since).into())],
        ),
        _ => String::new(),
    };
    Ok(CardMeasure {
        measure: signal.measure,
        state: if is_one_of_many { SignalState::None } else { signal.state },
        svg: drawing(signal, steps, &format!("{}: {value}", t(lang, label_id(signal.measure))))?,
        value,
        note: notes.join(", "),
        mark,
    })
}

const fn label_id(measure: SignalMeasure) -> &'static str {
    match measure {
        SignalMeasure::Strain => "measure-strain",
        SignalMeasure::Satisfaction => "measure-satisfaction",
        SignalMeasure::Complaints => "measure-complaints",
    }
}

/// The last points as a small chart; none where there is nothing but gaps.
fn drawing(signal: &UnitSignal, steps: &[Step], description: &str) -> Result<Option<String>> {
    if steps.iter().all(|step| step.value.is_none() && !step.is_hidden) {
        return Ok(None);
    }
    let (ink, range) = match signal.measure {
        SignalMeasure::Strain => (Ink::Strain, ValueRange::Free),
        SignalMeasure::Satisfaction => (Ink::Satisfaction, ValueRange::Free),
        SignalMeasure::Complaints => (Ink::Complaints, ValueRange::FromZero),
    };
    let point = |step: &Step| Point {
        value: step.value,
        hidden: step.is_hidden,
        signal: match step.state {
            SignalState::Concern => Some(Signal::Concern),
            SignalState::Better => Some(Signal::Better),
            SignalState::None => None,
        },
        is_break: step.is_break,
        ..Point::default()
    };
    let line = Sparkline {
        ink,
        points: steps.iter().map(point).collect(),
        centre: signal.usual,
        range,
        description: description.to_owned(),
    };
    charts::sparkline_svg(&line, Sparkline::SIZE)
        .map(|svg| Some(svg.into_string()))
        .map_err(|error| Error::Internal(error.to_string()))
}

fn heads(lang: Lang) -> Vec<String> {
    ["field-unit", "measure-strain", "measure-satisfaction", "column-rate", "column-mark"]
        .map(|id| t(lang, id))
        .to_vec()
}

fn row(card: &TeamCard, lang: Lang) -> Vec<String> {
    let cell = |measure: &SignalMeasure| {
        let found = card.measures.iter().find(|each| each.measure == *measure);
        found.map_or_else(
            || t(lang, "cell-no-data"),
            |each| match each.note.as_str() {
                "" => each.value.clone(),
                note => format!("{} ({note})", each.value),
            },
        )
    };
    let marks = card.measures.iter().filter(|each| !each.mark.is_empty());
    let marks: Vec<String> =
        marks.map(|each| format!("{}: {}", t(lang, label_id(each.measure)), each.mark)).collect();
    let mut texts = vec![card.unit.name.clone()];
    texts.extend(SignalMeasure::ALL.iter().map(cell));
    texts.push(marks.join(", "));
    texts
}
