//! A chart and the link, without a database.

use std::{fmt::Write, hint::black_box};

use charts::{Ink, NumberFormat, Panel, Point, Trend, ValueRange, trend_svg};
use stats::{
    link::{Options, study::study},
    panel::{Panel as Table, Row},
    random::SplitMix64,
};

use super::{Figure, in_turns};

const PANELS: usize = 3;
const POINTS: usize = 156;
const UNITS: u32 = 2000;
const WEEKS: i64 = 156;

pub(crate) fn chart() {
    let panel = |n: usize| Panel {
        heading: None,
        label: "Strain".to_owned(),
        ink: [Ink::Strain, Ink::Satisfaction, Ink::Complaints][n % 3],
        points: (0..POINTS)
            .map(|place| Point {
                value: Some(30.0 + (place * 7 + n * 13) as f64 % 40.0),
                limits: Some((20.0, 70.0)),
                explanation: format!("Week {place}: usual."),
                ..Point::default()
            })
            .collect(),
        centre: None,
        format: NumberFormat::default(),
        range: ValueRange::Within { low: 0.0, high: 100.0 },
        blank: String::new(),
    };
    let trend = Trend {
        panels: (0..PANELS).map(panel).collect(),
        description: "Three measures in 156 weeks.".to_owned(),
        ..Trend::default()
    };
    let size = trend.comfortable_size(720).unwrap();
    let ours = || {
        black_box(trend_svg(&trend, size).unwrap().into_string());
    };
    // The line, the band's two edges, and a point each with its words.
    let least = || {
        let mut svg = String::new();
        for panel in &trend.panels {
            for edge in 0..3 {
                for (place, point) in panel.points.iter().enumerate() {
                    let y = point.value.unwrap_or(0.0) + f64::from(edge);
                    write!(svg, "L{:.1} {y:.1}", place as f64 * 4.6).unwrap();
                }
            }
            for (place, point) in panel.points.iter().enumerate() {
                let x = place as f64 * 4.6;
                write!(
                    svg,
                    "<g class=\"pt\" data-step=\"{place}\"><title>{}</title><circle cx=\"{x:.1}\" cy=\"{:.1}\" r=\"9\"/></g>",
                    point.explanation,
                    point.value.unwrap_or(0.0)
                )
                .unwrap();
            }
        }
        black_box(svg);
    };
    let (figure, floor) = in_turns(200, ours, least);
    Figure {
        number: 8,
        what: "a trend of 3 × 156 points as SVG; the floor writes the same paths",
        figure,
        floor: Some(floor),
        unit: "ms",
        asked: "≤ 5",
    }
    .print();
}

pub(crate) fn link() {
    let mut random = SplitMix64::new(1);
    let mut rows = Vec::new();
    for unit in 0..UNITS {
        for period in 0..WEEKS {
            rows.push(Row {
                unit,
                period,
                count: random.below(9) as f64,
                exposure: 300.0 + random.below(200) as f64,
                predictors: vec![Some(random.below(101) as f64), Some(random.below(101) as f64)],
            });
        }
    }
    let names = (0..UNITS).map(|unit| unit.to_string()).collect();
    let table = Table::new(names, vec!["strain".to_owned(), "satisfaction".to_owned()], rows).unwrap();
    let ours = || {
        black_box(study(&table, &Options::default()).unwrap());
    };
    let least = || {
        let mut sums = [0.0_f64; 8];
        for n in 0..25_000_000_u32 {
            let x = f64::from(n & 1023);
            for (place, sum) in sums.iter_mut().enumerate() {
                *sum = x.mul_add(0.5 + place as f64, *sum);
            }
        }
        black_box(sums);
    };
    let (figure, floor) = in_turns(1, ours, least);
    Figure {
        number: 9,
        what: "the whole study of 2,000 units × 156 weeks; the floor is 2·10⁸ multiply-adds",
        figure,
        floor: Some(floor),
        unit: "ms",
        asked: "≤ 6,000 ms",
    }
    .print();
}
