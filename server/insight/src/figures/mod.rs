//! Trends: released staff figures above, complaint rates below, one time axis.
//!
//! Architecture invariant: everything here reads the ledger and the roll-up, never the tally.

mod alarms;
mod chart;
mod customers;
mod headline;
mod released;
mod series;
pub(crate) mod standing;
pub(crate) mod team;

use charts::Theme;
use chrono::{Days, NaiveDate};
use domain::{
    Lang, Resolution, Right, UnitId, format,
    insight::figures::{Legend, MOST_MEASURES, MeasureChoice, RowPlace, TrendPage, TrendQuery},
    organisation::unit::UnitPlace,
    text::{t, tv},
};
use sea_orm::ConnectionTrait;

pub(crate) use chart::number_format;
pub use team::{preview, team};

use self::{
    chart::Links,
    released::StaffFigure,
    series::{Asked, Trend},
};
use crate::{actions, link, matters, overview};
use base::{Actor, Base, Error, Result, authorize};
use organisation::{Tree, within};
use staff::rounds;

/// As a condition in SQL on a figure of the ledger joined to its `round`: none of the rounds that it speaks of
/// was declared void since. One that was void before is not in it.
pub(crate) const NONE_VOID: &str = "round.state = 'released' AND (since_round_id = round_id OR NOT EXISTS (
    SELECT 1 FROM round AS void JOIN round AS first ON first.id = since_round_id
    WHERE void.voided_on >= released_figure.released_on AND void.starts_on BETWEEN first.starts_on AND round.starts_on))";

/// Widths of the chart on wide and on narrow pages, in CSS pixels.
const WIDE: u32 = 740;
const NARROW: u32 = 340;

/// The trends page of a unit, at a resolution; without either the topmost unit the person may see,
/// at the finest resolution its data allow.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn trend(base: &Base, actor: Option<&Actor>, query: &TrendQuery, lang: Lang) -> Result<TrendPage> {
    let (actor, tops) = authorize(actor, Right::ViewFigures)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let trend = find(base, &db, &tree, &tops, query, lang).await?;
    let place = tree.place(&tops, trend.unit.id).ok_or(domain::Problem::NotFound)?;
    let links = Links {
        to_rows: true,
        to_cases: within(&tree, &actor.units_for(Right::ViewCases), trend.unit.id).is_ok(),
        to_notes: true,
    };
    page_of(&db, &tree, trend, place, links, lang).await
}

/// The page about a trend, with where one can go from it. Who sees it makes no difference to the rest.
async fn page_of(
    db: &impl ConnectionTrait,
    tree: &Tree,
    trend: Trend,
    place: UnitPlace,
    links: Links,
    lang: Lang,
) -> Result<TrendPage> {
    let drawing = chart::drawing(&trend, links, lang);
    let has_points = trend.points.iter().any(|point| point.is_drawn());
    let draw = |width| has_points.then(|| svg(&drawing, width)).transpose();
    let failed = |error: charts::ChartError| Error::Internal(error.to_string());
    let worse = matters::worse_below(db, tree, trend.unit.id, None).await?;
    let (worse_below, worse_more) = matters::named(worse);
    Ok(TrendPage {
        worse_below,
        worse_more,
        eyebrow: headline::eyebrow(&trend, tree, lang),
        headline: headline::headline(&trend, lang),
        lead: headline::lead(&trend, lang),
        svg: draw(WIDE).map_err(failed)?.map(charts::Svg::into_string),
        svg_narrow: draw(NARROW).map_err(failed)?.map(charts::Svg::into_string),
        columns: columns(&trend, lang),
        rows: rows(&trend, lang),
        legend: legend(&drawing),
        notes: notes(&trend, lang).into_iter().chain(void_rounds(db, trend.today, lang).await?).collect(),
        link: link::card(db, tree, trend.unit.id, lang).await?,
        stands_out: overview::drivers::stand_out(db, tree, trend.unit.id, lang).await?,
        actions: actions::running(db, tree, trend.unit.id, trend.today, lang).await?,
        place,
        row_places: trend
            .points
            .iter()
            .rev()
            .map(|point| RowPlace { anchor: chart::anchor(point), cases: chart::cases(&trend, point, links) })
            .collect(),
        measures: measures(&trend),
        customers: customers_of(&trend, lang),
        axis: trend.flags.into_iter().map(|flag| flag.entry).collect(),
        resolution: trend.resolution,
        offered: trend.offered,
    })
}

/// How a chart is taken out as a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// Scalable.
    Svg,
    /// Pixels, twice as many as CSS pixels.
    Png,
}

impl FileKind {
    /// Reads the ending of a file's name.
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "svg" => Some(Self::Svg),
            "png" => Some(Self::Png),
            _ => None,
        }
    }

    /// The media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Svg => "image/svg+xml",
            Self::Png => "image/png",
        }
    }

    /// The file, by whichever of the two draws it.
    ///
    /// # Errors
    /// `Internal` when it cannot be drawn.
    pub(crate) fn drawn(
        self,
        svg: impl FnOnce() -> std::result::Result<charts::Svg, charts::ChartError>,
        png: impl FnOnce() -> std::result::Result<Vec<u8>, charts::ChartError>,
    ) -> Result<Vec<u8>> {
        let drawn = match self {
            Self::Svg => svg().map(|svg| svg.standalone().into_bytes()),
            Self::Png => png(),
        };
        drawn.map_err(|error| Error::Internal(error.to_string()))
    }
}

/// The chart of the trends page, as a file.
///
/// # Errors
/// As [`trend`].
pub async fn trend_file(
    base: &Base,
    actor: Option<&Actor>,
    query: &TrendQuery,
    lang: Lang,
    kind: FileKind,
) -> Result<Vec<u8>> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let trend = find(base, &db, &tree, &tops, query, lang).await?;
    let drawing = chart::drawing(&trend, Links::default(), lang);
    kind.drawn(
        || svg(&drawing, WIDE),
        || charts::trend_png(&drawing, drawing.comfortable_size(WIDE)?, Theme::Light, 2),
    )
}

/// A drawing at the height that suits its width.
pub(crate) fn svg(
    drawing: &charts::Trend,
    width: u32,
) -> std::result::Result<charts::Svg, charts::ChartError> {
    charts::trend_svg(drawing, drawing.comfortable_size(width)?)
}

async fn find(
    base: &Base,
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    query: &TrendQuery,
    lang: Lang,
) -> Result<Trend> {
    let unit = match query.unit {
        Some(unit) => unit,
        None => tree.below(tops).first().map(|unit| unit.id).ok_or(domain::Problem::NotFound)?,
    };
    within(tree, tops, unit)?;
    let today = organisation::find(db).await?.local_day(base.now());
    let asked = Asked { unit, resolution: query.resolution, measures: &query.measures, today, lang };
    Trend::load(db, tree, &asked).await
}

/// The staff measures that a trend of the unit can show.
fn measures(trend: &Trend) -> Vec<MeasureChoice> {
    let is_shown = |measure| trend.measures.iter().any(|measured| measured.measure == measure);
    let choices = trend.choices.iter().filter(|_| trend.has_staff);
    choices
        .map(|(measure, label)| MeasureChoice {
            name: measure.name().into_owned(),
            label: label.clone(),
            is_shown: is_shown(*measure),
        })
        .collect()
}

/// What a trend can show of customers beside their complaints.
fn customers_of(trend: &Trend, lang: Lang) -> Vec<MeasureChoice> {
    let shown = trend.customers.as_ref().map(|shown| shown.measure);
    let choices = trend.customer_choices.iter().map(|measure| MeasureChoice {
        name: measure.name().to_owned(),
        label: t(lang, measure.text_id()),
        is_shown: shown == Some(*measure),
    });
    choices.collect()
}

fn legend(drawing: &charts::Trend) -> Legend {
    let points = || drawing.panels.iter().flat_map(|panel| &panel.points);
    Legend {
        has_concern: points().any(|point| point.signal == Some(charts::Signal::Concern)),
        has_better: points().any(|point| point.signal == Some(charts::Signal::Better)),
        has_hidden: points().any(|point| point.hidden),
        has_neutral: points().any(|point| point.signal == Some(charts::Signal::Neutral)),
        has_baseline: points().skip(1).any(|point| point.is_rebased),
    }
}

fn columns(trend: &Trend, lang: Lang) -> Vec<String> {
    let mut heads = vec![t(lang, "column-period")];
    if trend.has_staff {
        heads.extend(trend.measures.iter().map(|measured| measured.label.clone()));
        heads.push(t(lang, "column-answered"));
    }
    heads.extend(trend.customers.iter().map(|shown| shown.label.clone()));
    let customers = ["column-complaints", "column-contacts", "column-rate", "column-mark"];
    heads.extend(customers.map(|id| t(lang, id)));
    heads
}

fn rows(trend: &Trend, lang: Lang) -> Vec<Vec<String>> {
    let figure = |staff: &StaffFigure| match (staff.value, staff.held) {
        (Some(value), _) => format::number(lang, value, 0),
        (None, Some(held)) => tv(lang, "cell-held", &[("value", held.into())]),
        (None, None) if staff.is_hidden => t(lang, "cell-hidden"),
        (None, None) if staff.is_not_asked => t(lang, "cell-not-asked"),
        (None, None) => t(lang, "cell-no-data"),
    };
    let mut rows = Vec::with_capacity(trend.points.len());
    for (index, point) in trend.points.iter().enumerate().rev() {
        let mut row = vec![format::period(lang, point.period)];
        if trend.has_staff {
            row.extend(point.staff.iter().map(figure));
            row.push(point.turnout.clone().unwrap_or_default());
        }
        if let Some(shown) = &trend.customers {
            row.push(match shown.series.chart.points.get(index).and_then(|point| point.value) {
                Some(value) => format::number(lang, value, usize::from(!shown.measure.is_share())),
                None => t(lang, "cell-no-data"),
            });
        }
        let counts = point.counts.map(|c| (c.complaints as f64, c.contacts as f64));
        row.push(counts.map_or_else(|| t(lang, "cell-no-data"), |c| format::number(lang, c.0, 0)));
        row.push(counts.map_or_else(|| t(lang, "cell-no-data"), |c| format::number(lang, c.1, 0)));
        row.push(match trend.rate.chart.points.get(index).and_then(|point| point.value) {
            Some(rate) => format::number(lang, rate, 1),
            None => t(lang, "cell-no-data"),
        });
        row.push(chart::marks(trend, index, lang));
        rows.push(row);
    }
    rows
}

/// The rounds of the last year that were declared void, each with its reason: whoever answered in one should
/// find out why nothing comes of it.
async fn void_rounds(db: &impl ConnectionTrait, today: NaiveDate, lang: Lang) -> Result<Vec<String>> {
    let void = rounds::void_since(db, today - Days::new(366)).await?;
    let note = |(starts_on, ends_on, reason): (NaiveDate, NaiveDate, String)| {
        let values = [
            ("from", format::short_date(lang, starts_on).into()),
            ("to", format::short_date(lang, ends_on).into()),
            ("reason", reason.into()),
        ];
        tv(lang, "note-void", &values)
    };
    Ok(void.into_iter().map(note).collect())
}

fn notes(trend: &Trend, lang: Lang) -> Vec<String> {
    let mut notes = Vec::new();
    if trend.left_out > 0 {
        notes.push(tv(lang, "note-coarser", &[("count", trend.left_out.into())]));
    }
    if trend.resolution > Resolution::Week && trend.has_weeks {
        notes.push(t(lang, "note-weeks"));
    }
    if trend.without_contacts > 0 {
        notes.push(tv(lang, "note-without-contacts", &[("count", trend.without_contacts.into())]));
    }
    if trend.rate.chart.provisional {
        notes.push(t(lang, "note-provisional"));
    }
    if alarms::is_rare(trend) && trend.resolution < Resolution::Quarter {
        notes.push(tv(lang, "note-rare", &[("resolution", trend.resolution.name().into())]));
    }
    if let Some(share) = alarms::share(trend) {
        let about = report::spc::false_alarms(lang, share);
        notes.push(tv(lang, "note-false-alarms", &[("about", about.into())]));
    }
    if trend.longest_window > 1 {
        notes.push(tv(lang, "note-window", &[("rounds", trend.longest_window.into())]));
    }
    if trend.customers.as_ref().is_some_and(|shown| shown.is_too_fine) {
        notes.push(t(lang, "note-customers-monthly"));
    }
    if trend.is_crowded {
        notes.push(tv(lang, "note-most-measures", &[("most", MOST_MEASURES.into())]));
    }
    if trend.points.iter().any(|point| point.staff.iter().any(|figure| figure.is_break)) {
        notes.push(t(lang, "note-break"));
    }
    if trend.is_cut {
        notes.push(tv(lang, "note-cut", &[("count", trend.points.len().into())]));
    }
    notes
}
