//! Workload and complaints in one plane: a picture of units side by side over some rounds.
//!
//! It is not the link, which follows each team through time; units differ in much else than their workload.

use charts::{Centre, DotSize, Quadrant, QuadrantPoint, Theme, quadrant_png, quadrant_svg};
use chrono::NaiveDate;
use domain::{
    Lang, Right, UnitId, format,
    insight::compare::{DataRows, LOAD_ROUNDS, Level, LoadPage, LoadQuery},
    organisation::unit::UnitItem,
    text::{t, tv},
};

use super::{
    level::{self, MOST_MARKS},
    strains::{Rounds, Strain},
};
use crate::figures::{FileKind, number_format};
use base::{Actor, Base, Result, authorize};
use customers::rollup::Counts;

/// Complaint rates are shown per this many contacts.
const PER: f64 = 1000.0;
/// Rounds that the organisation's usual levels rest on.
const USUAL_ROUNDS: i64 = 52;
/// Up to so many units, names stand beside the dots.
const MOST_LABELS: usize = 24;
/// The corners: above left, above right, below left, below right.
const CORNERS: [&str; 4] = ["calm-many", "much-many", "calm-few", "much-few"];

/// Workload and complaints of the units below a unit.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn workload(base: &Base, actor: Option<&Actor>, query: &LoadQuery, lang: Lang) -> Result<LoadPage> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    find(base, &tops, query).await?.page(lang)
}

/// The chart of [`workload`], as a file.
///
/// # Errors
/// As [`workload`].
pub async fn workload_file(
    base: &Base,
    actor: Option<&Actor>,
    query: &LoadQuery,
    lang: Lang,
    kind: FileKind,
) -> Result<Vec<u8>> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let drawing = find(base, &tops, query).await?.drawing(lang);
    kind.drawn(
        || quadrant_svg(&drawing, Quadrant::SIZE),
        || quadrant_png(&drawing, Quadrant::SIZE, Theme::Light, 2),
    )
}

/// A unit with both measures.
struct Unit {
    item: UnitItem,
    strain: Strain,
    counts: Counts,
}

impl Unit {
    /// Complaints per [`PER`] contacts.
    fn rate(&self) -> Option<f64> {
        rate(self.counts)
    }

    /// Strain and rate, where there are both.
    fn place(&self) -> Option<(f64, f64)> {
        match self.strain {
            Strain::Mean(strain) => Some((strain, self.rate()?)),
            Strain::Hidden | Strain::None => None,
        }
    }
}

fn rate(counts: Counts) -> Option<f64> {
    (counts.contacts > 0).then(|| counts.complaints as f64 / counts.contacts as f64 * PER)
}

/// Units in the plane.
struct Load {
    level: Level,
    rounds: i64,
    days: Option<(NaiveDate, NaiveDate)>,
    units: Vec<Unit>,
    /// The organisation's own strain and rate over the last year.
    usual: (Option<f64>, Option<f64>),
}

async fn find(base: &Base, tops: &[UnitId], query: &LoadQuery) -> Result<Load> {
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = level::asked(&tree, tops, query.unit)?;
    let (level, units) = level::find(&tree, tops, unit, query.kind)?;
    let rounds = query.rounds.filter(|rounds| LOAD_ROUNDS.contains(rounds)).unwrap_or(LOAD_ROUNDS[0]);
    let Some(last) = Rounds::last(&db, rounds).await? else {
        return Ok(Load { level, rounds, days: None, units: Vec::new(), usual: (None, None) });
    };
    let ids: Vec<UnitId> = units.iter().map(|unit| unit.id).collect();
    let strains = last.strains(&db, &ids).await?;
    let sums = level::sums(&db, &ids, last.days.0, last.days.1).await?;
    let units = units.into_iter().map(|item| Unit {
        strain: strains.get(&item.id).copied().unwrap_or(Strain::None),
        counts: sums.get(&item.id).copied().unwrap_or_default(),
        item,
    });
    let usual = match (tree.root(), Rounds::last(&db, USUAL_ROUNDS).await?) {
        (Some(root), Some(year)) => {
            let strain = match year.strains(&db, &[root]).await?.get(&root) {
                Some(Strain::Mean(strain)) => Some(*strain),
                _ => None,
            };
            let sums = level::sums(&db, &[root], year.days.0, year.days.1).await?;
            (strain, sums.get(&root).copied().and_then(rate))
        }
        _ => (None, None),
    };
    Ok(Load { level, rounds, days: Some(last.days), units: units.collect(), usual })
}

impl Load {
    fn page(self, lang: Lang) -> Result<LoadPage> {
        let drawing = self.drawing(lang);
        let size = |is_wide| if is_wide { Quadrant::SIZE } else { Quadrant::NARROW };
        let chart = (!drawing.points.is_empty())
            .then(|| level::drawn(|is_wide| quadrant_svg(&drawing, size(is_wide))))
            .transpose()?;
        Ok(LoadPage {
            rounds: self.rounds,
            eyebrow: level::eyebrow(lang, &self.level, self.days),
            headline: self.headline(lang),
            lead: self.lead(lang),
            chart,
            table: self.table(lang),
            notes: self.notes(lang),
            level: self.level,
        })
    }

    /// Which corner a place lies in; on a line counts as calm or few.
    fn corner(&self, (strain, rate): (f64, f64)) -> Option<usize> {
        let (usual_strain, usual_rate) = (self.usual.0?, self.usual.1?);
        Some(usize::from(strain > usual_strain) + 2 * usize::from(rate <= usual_rate))
    }

    fn kind(&self) -> &'static str {
        self.level.kind.map_or("", |kind| kind.name())
    }

    fn drawn(&self) -> usize {
        self.units.iter().filter(|unit| unit.place().is_some()).count()
    }

    fn headline(&self, lang: Lang) -> String {
        let places: Vec<_> = self.units.iter().filter_map(Unit::place).collect();
        let corners: Vec<usize> = places.iter().filter_map(|place| self.corner(*place)).collect();
        let both = corners.iter().filter(|corner| CORNERS[**corner] == "much-many").count();
        let values = [("kind", self.kind().into()), ("count", both.into()), ("drawn", places.len().into())];
        let id = match (self.level.kind, places.len(), corners.len()) {
            (None, ..) => "compare-nothing-below",
            (_, 0, _) => "load-headline-nothing",
            (_, _, 0) => "load-headline-plain",
            _ => "load-headline",
        };
        tv(lang, id, &values)
    }

    fn lead(&self, lang: Lang) -> String {
        let mut counts = [0_usize; 4];
        for corner in self.units.iter().filter_map(Unit::place).filter_map(|place| self.corner(place)) {
            counts[corner] += 1;
        }
        let picture = || tv(lang, "load-lead-picture", &[("kind", self.kind().into())]);
        let id = match (self.level.kind, self.drawn()) {
            (None, _) => "compare-nothing-below-lead",
            (_, 0) => "load-lead-nothing",
            _ if counts.iter().sum::<usize>() == 0 => return picture(),
            _ => "load-lead",
        };
        let [calm_many, much_many, calm_few, much_few] = counts;
        let values = [
            ("calm-many", calm_many.into()),
            ("much-many", much_many.into()),
            ("calm-few", calm_few.into()),
            ("much-few", much_few.into()),
        ];
        match id {
            "load-lead" => format!("{} {}", tv(lang, id, &values), picture()),
            _ => t(lang, id),
        }
    }

    /// Contacts from which on a dot is middling, and large: a third of the drawn units each.
    fn steps(&self) -> Option<(i64, i64)> {
        let drawn = self.units.iter().filter(|unit| unit.place().is_some());
        let mut contacts: Vec<i64> = drawn.map(|unit| unit.counts.contacts).collect();
        contacts.sort_unstable();
        let third = contacts.len() / 3;
        (third > 0).then(|| (contacts[third], contacts[2 * third]))
    }

    fn drawing(&self, lang: Lang) -> Quadrant {
        let steps = self.steps();
        let drawn = self.drawn();
        let size = |contacts: i64| match steps {
            Some((_, large)) if contacts >= large => DotSize::Large,
            Some((medium, _)) if contacts < medium => DotSize::Small,
            _ => DotSize::Medium,
        };
        let points = self.units.iter().filter_map(|unit| {
            let (x, y) = unit.place()?;
            let is_named = drawn <= MOST_MARKS;
            Some(QuadrantPoint {
                x,
                y,
                size: size(unit.counts.contacts),
                label: (drawn <= MOST_LABELS).then(|| unit.item.name.clone()),
                href: is_named.then(|| format!("/trends?unit={}", unit.item.id)),
                explanation: if is_named { self.explain(unit, (x, y), lang) } else { String::new() },
            })
        });
        let usual = |value: Option<f64>, decimals| {
            value.map(|value| Centre {
                value,
                label: tv(lang, "chart-usual", &[("value", format::number(lang, value, decimals).into())]),
            })
        };
        Quadrant {
            points: points.collect(),
            usual_x: usual(self.usual.0, 0),
            usual_y: usual(self.usual.1, 1),
            corners: CORNERS.map(|corner| t(lang, &format!("load-corner-{corner}"))),
            x_format: number_format(lang, 0),
            y_format: number_format(lang, 1),
            x_label: t(lang, "load-axis-strain"),
            y_label: t(lang, "compare-axis-rate"),
            blank: t(lang, "chart-no-data"),
            description: self.headline(lang),
        }
    }

    fn explain(&self, unit: &Unit, place: (f64, f64), lang: Lang) -> String {
        let values = [
            ("unit", unit.item.name.as_str().into()),
            ("strain", format::number(lang, place.0, 0).into()),
            ("rate", format::number(lang, place.1, 1).into()),
            ("contacts", unit.counts.contacts.into()),
        ];
        let point = tv(lang, "load-point", &values);
        match self.corner(place) {
            Some(corner) => format!("{point} {}.", t(lang, &format!("load-corner-{}", CORNERS[corner]))),
            None => point,
        }
    }

    fn table(&self, lang: Lang) -> DataRows {
        let columns =
            ["compare-column-unit", "measure-strain", "column-rate", "column-contacts", "column-corner"];
        let rows = self.units.iter().map(|unit| {
            let strain = match unit.strain {
                Strain::Mean(strain) => format::number(lang, strain, 0),
                Strain::Hidden => t(lang, "cell-hidden"),
                Strain::None => t(lang, "cell-no-data"),
            };
            let corner = unit.place().and_then(|place| self.corner(place));
            vec![
                unit.item.name.clone(),
                strain,
                unit.rate().map_or_else(|| t(lang, "cell-no-data"), |rate| format::number(lang, rate, 1)),
                format::number(lang, unit.counts.contacts as f64, 0),
                corner.map(|corner| t(lang, &format!("load-corner-{}", CORNERS[corner]))).unwrap_or_default(),
            ]
        });
        DataRows {
            columns: columns.map(|id| t(lang, id)).to_vec(),
            rows: rows.collect(),
            links: self.units.iter().map(|unit| format!("/trends?unit={}", unit.item.id)).collect(),
        }
    }

    fn notes(&self, lang: Lang) -> Vec<String> {
        let mut notes = Vec::new();
        let mut note = |id: &str, count: usize| {
            if count > 0 {
                notes.push(tv(lang, id, &[("count", count.into()), ("kind", self.kind().into())]));
            }
        };
        note("load-note-hidden", self.units.iter().filter(|unit| unit.strain == Strain::Hidden).count());
        note("load-note-no-answers", self.units.iter().filter(|unit| unit.strain == Strain::None).count());
        let has_strain = |unit: &&Unit| matches!(unit.strain, Strain::Mean(_));
        note(
            "load-note-no-contacts",
            self.units.iter().filter(has_strain).filter(|unit| unit.rate().is_none()).count(),
        );
        if self.drawn() == 0 {
            return notes;
        }
        if self.usual.0.is_some() && self.usual.1.is_some() {
            notes.push(t(lang, "load-note-lines"));
        }
        if let Some((medium, large)) = self.steps() {
            let number = |contacts: i64| format::number(lang, contacts as f64, 0);
            let values = [("medium", number(medium).into()), ("large", number(large).into())];
            notes.push(tv(lang, "load-note-size", &values));
        }
        notes
    }
}
