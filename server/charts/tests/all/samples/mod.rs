//! Invented figures that both the tests and the gallery draw.

#![allow(dead_code, reason = "each test uses only some of them")]

pub(crate) mod compare;
pub(crate) mod golden;

use charts::{
    Annotation, Centre, Decimal, Heading, Ink, Interval, NumberFormat, Panel, Point, Signal, Tick, Trend,
    ValueRange,
};

/// A number from 0 to 1 that looks random and is the same on every run.
fn noise(seed: usize) -> f64 {
    let x = (seed as f64 * 12.9898).sin() * 43_758.545_3;
    x - x.floor()
}

pub(crate) fn point(value: f64) -> Point {
    Point { value: Some(value), explanation: format!("The value was {value:.0}."), ..Point::default() }
}

pub(crate) fn flag(index: usize, label: &str) -> Annotation {
    Annotation { index, label: label.to_owned(), ..Annotation::default() }
}

pub(crate) fn hidden() -> Point {
    Point { hidden: true, explanation: "Hidden: too few answers.".to_owned(), ..Point::default() }
}

pub(crate) fn panel(label: &str, ink: Ink, points: Vec<Point>, range: ValueRange) -> Panel {
    Panel {
        heading: None,
        label: label.to_owned(),
        ink,
        points,
        centre: None,
        format: NumberFormat { decimal: Decimal::Point, decimals: 0 },
        range,
        blank: "No answers yet".to_owned(),
    }
}

pub(crate) fn trend(panels: Vec<Panel>) -> Trend {
    let len = panels.first().map_or(0, |panel| panel.points.len());
    let every = (len / 7).max(1);
    let months = ["Dec", "Feb", "Apr", "Jun", "Aug", "Oct", "Nov"];
    let ticks = (0..len)
        .step_by(every)
        .enumerate()
        .map(|(i, index)| Tick { index, label: months[i % months.len()].to_owned() })
        .collect();
    Trend { panels, ticks, annotations: Vec::new(), description: "Three measures of one shop.".to_owned() }
}

fn scale() -> ValueRange {
    ValueRange::Within { low: 0.0, high: 100.0 }
}

/// `len` weeks around `level`, some of them signals.
fn weeks(len: usize, level: f64, spread: f64, seed: usize, limits: (f64, f64)) -> Vec<Point> {
    (0..len)
        .map(|i| {
            let wave = (i as f64 / 9.0).sin() * 0.4;
            let value = (level + spread * (noise(i + seed) * 2.0 - 1.0 + wave)).max(0.0);
            let wobble = spread * 0.12 * noise(i + seed + 500);
            let limits = (limits.0 + wobble, limits.1 - wobble);
            let signal = if value > limits.1 {
                Some(Signal::Concern)
            } else if value < limits.0 {
                Some(Signal::Better)
            } else {
                None
            };
            Point { limits: Some(limits), signal, ..point(value) }
        })
        .collect()
}

/// A year of one shop: the figure the page of trends shows.
pub(crate) fn shop() -> Trend {
    shop_of(52)
}

pub(crate) fn shop_of(len: usize) -> Trend {
    let mut strain = panel("Strain", Ink::Strain, weeks(len, 15.0, 9.0, 1, (3.0, 26.0)), scale());
    strain.heading = Some(Heading {
        title: "Staff".to_owned(),
        note: "0–100, one point a week · answered by 70 % · 30–49 people".to_owned(),
    });
    strain.centre = Some(Centre { value: 15.0, label: "usual 15".to_owned() });

    let mut satisfaction =
        panel("Satisfaction", Ink::Satisfaction, weeks(len, 80.0, 16.0, 90, (55.0, 101.0)), scale());
    for point in &mut satisfaction.points {
        point.signal = None;
    }
    if let Some(point) = satisfaction.points.get_mut(len * 2 / 5) {
        *point = hidden();
    }
    satisfaction.centre = Some(Centre { value: 80.0, label: "usual 80".to_owned() });

    let mut complaints =
        panel("Complaints", Ink::Complaints, weeks(len, 28.0, 24.0, 300, (5.0, 50.0)), ValueRange::FromZero);
    complaints.heading = Some(Heading {
        title: "Customers".to_owned(),
        note: "complaints per 1,000 customers · about 400 a week".to_owned(),
    });
    complaints.centre = Some(Centre { value: 28.0, label: "usual 28".to_owned() });

    let mut trend = trend(vec![strain, satisfaction, complaints]);
    trend.annotations = [(len / 6, "Spring campaign"), (len * 5 / 8, "New rota")]
        .into_iter()
        .filter(|&(index, _)| index < len)
        .map(|(index, label)| flag(index, label))
        .collect();
    trend
}

/// All that is awkward in one figure.
fn awkward() -> Trend {
    let mut points = weeks(40, 40.0, 30.0, 7, (20.0, 60.0));
    for index in [5, 6, 7, 20, 39] {
        points[index] = hidden();
    }
    for index in [9, 11, 24, 25] {
        points[index] = Point::default();
    }
    points[10].limits = None;
    points[16].is_break = true;
    points[30].signal = Some(Signal::Neutral);
    points[31].signal = Some(Signal::Better);
    points[32].signal = Some(Signal::Concern);
    let mut strain = panel("Strain", Ink::Strain, points, scale());
    let last = strain.points.iter().rev().find_map(|p| p.value).unwrap_or_default();
    strain.centre = Some(Centre { value: last, label: "usual 22".to_owned() });
    let mut trend = trend(vec![strain]);
    trend.annotations = [
        (1, "First"),
        (3, "A second remark right beside the first one, much too long for its flag"),
        (4, "Third"),
        (36, "Near the end"),
        (39, "The very last week"),
    ]
    .map(|(index, label)| flag(index, label))
    .into();
    trend
}

/// More flags than a phone has room for, some of what lasts, and limits computed anew.
pub(crate) fn crowded() -> Trend {
    let mut trend = shop_of(52);
    for panel in &mut trend.panels {
        let usual = panel.centre.as_ref().map_or(0.0, |centre| centre.value);
        for (index, point) in panel.points.iter_mut().enumerate() {
            point.centre = Some(if index < 30 { usual * 1.15 } else { usual });
            point.is_rebased = index == 30;
        }
    }
    let words = [
        "Spring campaign",
        "New rota",
        "Two on the till after 16:00",
        "Kystmat opens until 23",
        "Roof repair",
    ];
    trend.annotations = (0..14)
        .map(|i| Annotation {
            until: (i % 3 == 0).then_some((i * 3 + 12).min(51)),
            explanation: format!("{}, since week {}.", words[i % 5], i * 3),
            ..flag(4 + i * 3, words[i % 5])
        })
        .collect();
    trend
}

/// Every kind of trend, with a name for its file.
pub(crate) fn trends() -> Vec<(String, Trend)> {
    let mut all: Vec<(String, Trend)> =
        [1, 2, 12, 52, 104, 156].map(|len| (format!("shop{len:03}"), shop_of(len))).into();
    let strain = |points, range| trend(vec![panel("Strain", Ink::Strain, points, range)]);
    all.push(("awkward".to_owned(), awkward()));
    all.push(("crowded".to_owned(), crowded()));
    all.push(("equal".to_owned(), {
        let mut equal = strain(vec![point(15.0); 12], scale());
        equal.panels[0].centre = Some(Centre { value: 15.0, label: "usual 15".to_owned() });
        equal
    }));
    all.push(("zeros".to_owned(), strain(vec![point(0.0); 12], ValueRange::FromZero)));
    let huge = (0..12).map(|i| point(noise(i) * 4.2e12)).collect();
    all.push(("huge".to_owned(), strain(huge, ValueRange::FromZero)));
    let minus = (0..30).map(|i| point(noise(i) * 8.0 - 4.0)).collect();
    let mut decimals = strain(minus, ValueRange::Free);
    decimals.panels[0].format = NumberFormat { decimal: Decimal::Comma, decimals: 1 };
    all.push(("minus".to_owned(), decimals));
    all.push(("hidden".to_owned(), strain(vec![hidden(); 12], scale())));
    all.push(("hidden156".to_owned(), strain(vec![hidden(); 156], ValueRange::FromZero)));
    all.push(("empty".to_owned(), strain(Vec::new(), scale())));
    all.push(("nothing".to_owned(), Trend::default()));
    all
}

pub(crate) fn link() -> Interval {
    Interval {
        estimate: 21.0,
        low: 11.0,
        high: 32.0,
        none: 0.0,
        signal: Signal::Concern,
        estimate_label: "+21 %".to_owned(),
        low_label: "+11".to_owned(),
        high_label: "+32".to_owned(),
        none_label: "no change".to_owned(),
        description: "21 percent more complaints, range 11 to 32 percent.".to_owned(),
    }
}

/// Every kind of interval, with a name for its file.
pub(crate) fn intervals() -> Vec<(String, Interval)> {
    let across = Interval { estimate: 2.0, low: -9.0, high: 14.0, signal: Signal::Neutral, ..link() };
    let across = Interval {
        estimate_label: "+2 %".to_owned(),
        low_label: "−9".to_owned(),
        high_label: "+14".to_owned(),
        ..across
    };
    let narrow = Interval { estimate: -30.0, low: -30.4, high: -29.6, signal: Signal::Better, ..link() };
    let point = Interval { estimate: 0.0, low: 0.0, high: 0.0, ..link() };
    [("link", link()), ("link-across", across), ("link-narrow", narrow), ("link-point", point)]
        .map(|(name, interval)| (name.to_owned(), interval))
        .into()
}
