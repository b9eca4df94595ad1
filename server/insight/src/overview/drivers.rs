//! Drivers: how far a unit is from where it could be, times how closely that goes together with satisfaction.
//!
//! The association is that within teams (see `weigh`); the gap is the unit's own. What comes of the two is an
//! order in which to talk about them, not a promise: an association is not a cause.

use charts::{Estimate, Estimates, Signal, Theme, estimates_png, estimates_svg};
use domain::{
    Lang, Right, UnitId, format,
    insight::{
        compare::{DataRows, DriversPage, Standout, StandsOut},
        figures::Measure,
    },
    staff::bank::Item,
    text::{FluentValue, t, tv},
};
use sea_orm::ConnectionTrait;
use stats::{
    link::gate::{Gate, Severity},
    within::{Association, Slope},
};

pub use super::weigh::refresh;
use super::{
    level,
    scores::{Score, Scores},
    weigh::{self, Associations},
};
use crate::{
    figures::{FileKind, number_format},
    ledger::OwnStatements,
};
use base::{Actor, Base, Result, authorize};
use organisation::Tree;

/// Widths of the chart on wide and on narrow pages, in CSS pixels.
const WIDE: u32 = 720;
const NARROW: u32 = 340;
/// The difference that the sentence about an association speaks of, in points of 0–100.
const STEP: f64 = 10.0;
/// Drivers on the card.
const MOST_STANDOUTS: usize = 3;

/// The drivers of a unit, by gap times association.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn drivers(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    lang: Lang,
) -> Result<DriversPage> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = level::asked(&tree, &tops, unit)?;
    let place = tree.place(&tops, unit).ok_or(domain::Problem::NotFound)?;
    let drivers = Drivers::load(&db, &tree, unit, lang).await?;
    let drawing = drivers.drawing(lang);
    let draw = |is_wide| {
        let size = drawing.comfortable_size(if is_wide { WIDE } else { NARROW });
        estimates_svg(&drawing, size)
    };
    Ok(DriversPage {
        eyebrow: place.unit.name.clone(),
        headline: drivers.headline(lang),
        lead: drivers.lead(lang),
        chart: (!drawing.rows.is_empty()).then(|| level::drawn(draw)).transpose()?,
        table: drivers.table(lang),
        notes: drivers.notes(lang),
        place,
    })
}

/// The chart of [`drivers`], as a file.
///
/// # Errors
/// As [`drivers`].
pub async fn drivers_file(
    base: &Base,
    actor: Option<&Actor>,
    unit: Option<UnitId>,
    lang: Lang,
    kind: FileKind,
) -> Result<Vec<u8>> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = level::asked(&tree, &tops, unit)?;
    let drawing = Drivers::load(&db, &tree, unit, lang).await?.drawing(lang);
    let size = drawing.comfortable_size(WIDE);
    kind.drawn(|| estimates_svg(&drawing, size), || estimates_png(&drawing, size, Theme::Light, 2))
}

/// The drivers of a unit that stand out: those that differ from the unit's own usual level by more than their
/// everyday variation, the farthest first.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn stand_out(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    lang: Lang,
) -> Result<StandsOut> {
    let drivers = Drivers::load(db, tree, unit, lang).await?;
    #[expect(clippy::cast_possible_truncation, reason = "from 0 to 100")]
    let whole = |value: f64| value.round() as i32;
    let mut rows: Vec<(&Driver, i32, i32)> = drivers
        .rows
        .iter()
        .filter_map(|driver| Some((driver, whole(driver.score.now()?), whole(driver.score.change()?))))
        .collect();
    rows.sort_by_key(|(_, _, change)| std::cmp::Reverse(change.abs()));
    rows.truncate(MOST_STANDOUTS);
    let standouts = rows.into_iter().map(|(driver, score, change)| Standout {
        label: driver.label.clone(),
        score,
        change,
    });
    Ok(StandsOut { drivers: standouts.collect() })
}

/// What can be said about a driver's association.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Standing {
    /// Its interval excludes 0.
    Clear,
    /// Its interval includes 0.
    Unclear,
    /// A gate is closed.
    TooLittle,
}

struct Driver {
    label: String,
    score: Score,
    /// Where the gap is measured from: the organisation's score or, for the organisation itself, 100.
    target: Option<f64>,
    association: Option<Association>,
    standing: Standing,
}

impl Driver {
    /// Points from the score up to the target; below 0 for a unit ahead of it.
    fn gap(&self) -> Option<f64> {
        Some(self.target? - self.score.now()?)
    }

    fn slope(&self) -> Option<Slope> {
        self.association.as_ref().filter(|found| weigh::can_be_read(found))?.slope
    }

    /// Points of satisfaction that go together with closing the gap.
    fn room(&self) -> Option<f64> {
        Some(self.gap()? * self.slope()?.estimate)
    }

    /// Its range: that of the association. The gap is taken as it stands.
    fn room_range(&self) -> Option<(f64, f64)> {
        let (gap, slope) = (self.gap()?, self.slope()?);
        let ends = slope.interval.map(|end| end * gap);
        Some((ends[0].min(ends[1]), ends[0].max(ends[1])))
    }
}

/// The drivers of a unit: the clear ones first, each group by its room.
struct Drivers {
    rows: Vec<Driver>,
    is_root: bool,
    /// Whose teams the associations were worked out across.
    scope: Option<String>,
}

impl Drivers {
    async fn load(db: &impl ConnectionTrait, tree: &Tree, unit: UnitId, lang: Lang) -> Result<Self> {
        let root = tree.root().unwrap_or(unit);
        let is_root = unit == root;
        let scores = Scores::load(db, &[unit, root]).await?;
        let nearest = weigh::nearest(db, tree, unit).await?;
        let none = Associations::new();
        let associations = nearest.as_ref().map_or(&none, |(_, found)| found);
        let own = OwnStatements::load(db).await?;
        let mut rows = Vec::new();
        for measure in weigh::drivers(db).await? {
            // A statement that was asked neither here nor anywhere says nothing.
            if !scores.is_asked(unit, measure) && !scores.is_asked(root, measure) {
                continue;
            }
            let association = associations.get(&*measure.name()).cloned();
            let standing = match &association {
                Some(found) if weigh::can_be_read(found) && found.is_clear() => Standing::Clear,
                Some(found) if weigh::can_be_read(found) => Standing::Unclear,
                _ => Standing::TooLittle,
            };
            let label = match measure {
                Measure::Score(Item::Own(number)) => own.wording(number, lang),
                measure => t(lang, &measure.text_id()),
            };
            let target = if is_root { Some(100.0) } else { scores.of(root, measure).now() };
            rows.push(Driver { label, score: scores.of(unit, measure), target, association, standing });
        }
        let room = |driver: &Driver| driver.room().unwrap_or(f64::NEG_INFINITY);
        rows.sort_by(|a, b| a.standing.cmp(&b.standing).then(room(b).total_cmp(&room(a))));
        let scope = nearest.and_then(|(id, _)| tree.get(id)).map(|unit| unit.name.clone());
        Ok(Self { rows, is_root, scope })
    }

    /// Drivers with an estimate of their room, in order.
    fn estimated(&self) -> impl Iterator<Item = (&Driver, f64, (f64, f64))> {
        self.rows.iter().filter_map(|driver| Some((driver, driver.room()?, driver.room_range()?)))
    }

    fn count(&self, standing: Standing) -> usize {
        self.rows.iter().filter(|driver| driver.standing == standing).count()
    }

    fn headline(&self, lang: Lang) -> String {
        if self.rows.is_empty() {
            return t(lang, "drivers-headline-nothing");
        }
        let clear = self.rows.iter().filter(|driver| driver.standing == Standing::Clear);
        let first = clear.filter(|driver| driver.room().is_some_and(|room| room > 0.0)).nth(0);
        match (first, self.count(Standing::Clear), self.count(Standing::Unclear)) {
            (Some(driver), ..) => {
                tv(lang, "drivers-headline-room", &[("driver", driver.label.as_str().into())])
            }
            (None, 0, 0) => t(lang, "drivers-headline-too-little"),
            (None, 0, _) => t(lang, "drivers-headline-unclear"),
            (None, ..) => t(lang, "drivers-headline-no-room"),
        }
    }

    fn lead(&self, lang: Lang) -> String {
        if self.rows.is_empty() {
            return t(lang, "drivers-lead-nothing");
        }
        let (clear, unclear) = (self.count(Standing::Clear), self.count(Standing::Unclear));
        if clear + unclear == 0 {
            return self.gate(lang);
        }
        let mut lead = tv(
            lang,
            "drivers-lead",
            &[("clear", clear.into()), ("all", (clear + unclear).into()), ("unclear", unclear.into())],
        );
        let clear = self.rows.iter().find(|driver| driver.standing == Standing::Clear);
        if let Some((driver, slope)) = clear.and_then(|driver| Some((driver, driver.slope()?))) {
            lead.push(' ');
            lead.push_str(&about(lang, driver, slope));
        }
        lead
    }

    /// Why nothing can be said, by the gate that most drivers stand before.
    fn gate(&self, lang: Lang) -> String {
        let associations: Vec<&Association> =
            self.rows.iter().filter_map(|driver| driver.association.as_ref()).collect();
        let Some(first) = associations.first() else { return t(lang, "drivers-pending") };
        let closed = |found: &&&Association| found.severity() >= Some(Severity::Descriptive);
        let gate = associations.iter().find(closed).unwrap_or(first).gates.first();
        let (id, values): (&str, Vec<(&str, FluentValue<'_>)>) = match gate {
            Some(Gate::TooFewUnits { units, .. } | Gate::DescriptiveOnly { units, .. }) => {
                let needed = stats::link::gate::FEWEST_UNITS_FOR_A_TEST;
                ("drivers-gate-units", vec![("have", (*units).into()), ("needed", needed.into())])
            }
            Some(Gate::TooFewPeriods { median, needed }) => {
                ("drivers-gate-rounds", vec![("have", median.round().into()), ("needed", (*needed).into())])
            }
            Some(Gate::NoVariation { .. } | Gate::LittleVariation { .. }) => {
                ("drivers-gate-variation", vec![])
            }
            _ => ("drivers-gate-data", vec![]),
        };
        tv(lang, id, &values)
    }

    fn drawing(&self, lang: Lang) -> Estimates {
        let mut before = None;
        let rows = self.estimated().map(|(driver, room, range)| {
            let is_apart = before.is_some_and(|before| before != driver.standing);
            before = Some(driver.standing);
            let is_clear = driver.standing == Standing::Clear;
            let mut explanation = format!("{}: {}", driver.label, range_text(lang, room, range));
            if let Some(slope) = driver.slope() {
                explanation = format!("{explanation}. {}", about(lang, driver, slope));
            }
            Estimate {
                label: driver.label.clone(),
                value: Some(room),
                interval: Some(range),
                signal: is_clear.then_some(Signal::Neutral),
                value_label: signed(lang, room),
                is_apart,
                explanation,
            }
        });
        Estimates {
            rows: rows.collect(),
            none: Some(0.0),
            scale_label: t(lang, "drivers-axis"),
            format: number_format(lang, 1),
            description: self.headline(lang),
        }
    }

    fn table(&self, lang: Lang) -> DataRows {
        let columns = [
            "column-driver",
            "column-now",
            "column-usual",
            "column-target",
            "column-gap",
            "column-association",
            "column-room",
            "column-standing",
        ];
        let none = || t(lang, "cell-no-data");
        let whole = |value: Option<f64>| value.map_or_else(none, |value| format::number(lang, value, 0));
        let rows = self.rows.iter().map(|driver| {
            let now = match (driver.score.now(), driver.score.is_hidden()) {
                (None, true) => t(lang, "cell-hidden"),
                (now, _) => whole(now),
            };
            let association = driver.slope().map(|slope| {
                let [low, high] = slope.interval.map(|end| end * STEP);
                range_text(lang, slope.estimate * STEP, (low, high))
            });
            let room =
                driver.room().zip(driver.room_range()).map(|(room, range)| range_text(lang, room, range));
            let standing = match driver.standing {
                Standing::Clear => "drivers-clear",
                Standing::Unclear => "drivers-unclear",
                Standing::TooLittle => "drivers-too-little",
            };
            vec![
                driver.label.clone(),
                now,
                whole(driver.score.usual()),
                whole(driver.target),
                driver.gap().map_or_else(none, |gap| format::number(lang, gap, 0)),
                association.unwrap_or_else(none),
                room.unwrap_or_else(none),
                t(lang, standing),
            ]
        });
        DataRows { columns: columns.map(|id| t(lang, id)).to_vec(), rows: rows.collect(), links: Vec::new() }
    }

    fn notes(&self, lang: Lang) -> Vec<String> {
        if self.rows.is_empty() {
            return Vec::new();
        }
        let mut notes =
            vec![t(lang, if self.is_root { "drivers-note-gap-root" } else { "drivers-note-gap" })];
        let readable = self.rows.iter().filter_map(|driver| driver.association.as_ref());
        let Some(basis) = readable.filter(|found| weigh::can_be_read(found)).max_by_key(|found| found.pairs)
        else {
            return notes;
        };
        notes.push(t(lang, "drivers-note-range"));
        if let Some(scope) = &self.scope {
            let values = [
                ("unit", scope.as_str().into()),
                ("teams", basis.units.into()),
                ("pairs", format::number(lang, basis.pairs as f64, 0).into()),
            ];
            notes.push(tv(lang, "drivers-note-basis", &values));
        }
        if basis.severity() == Some(Severity::Early) {
            notes.push(t(lang, "link-early"));
        }
        notes.push(t(lang, "drivers-note-same-people"));
        notes.push(t(lang, "drivers-note-many"));
        notes
    }
}

/// What goes together with ten points of a driver, in a sentence.
fn about(lang: Lang, driver: &Driver, slope: Slope) -> String {
    let estimate = slope.estimate * STEP;
    let [low, high] = slope.interval.map(|end| end * STEP);
    let values = [
        ("driver", driver.label.as_str().into()),
        ("step", STEP.into()),
        ("points", signed(lang, estimate).into()),
        ("low", signed(lang, low).into()),
        ("high", signed(lang, high).into()),
    ];
    tv(lang, "drivers-about", &values)
}

/// `+2.8 (+1.6 to +4.0)`.
fn range_text(lang: Lang, estimate: f64, (low, high): (f64, f64)) -> String {
    let values = [
        ("estimate", signed(lang, estimate).into()),
        ("low", signed(lang, low).into()),
        ("high", signed(lang, high).into()),
    ];
    tv(lang, "drivers-range", &values)
}

fn signed(lang: Lang, value: f64) -> String {
    let text = format::number(lang, value, 1);
    let is_above = value > 0.0 && text.bytes().any(|byte| (b'1'..=b'9').contains(&byte));
    if is_above { format!("+{text}") } else { text }
}
