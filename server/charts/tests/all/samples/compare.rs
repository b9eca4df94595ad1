//! Invented units side by side: a funnel, a plane of two measures, estimates.

use charts::{
    Centre, DotSize, Estimate, Estimates, Funnel, FunnelLimit, FunnelPoint, Quadrant, QuadrantPoint, Signal,
};

use super::noise;

/// Sixteen shops, two of them outside the limits.
pub(crate) fn funnel() -> Funnel {
    let points = (0..16).map(|i| {
        let exposure = 400.0 + 9000.0 * noise(i) * noise(i + 40);
        let value = 24.0 + 300.0 / exposure.sqrt() * (noise(i + 80) * 2.0 - 1.0);
        FunnelPoint { exposure, value, explanation: format!("Shop {i}"), ..FunnelPoint::default() }
    });
    let outside = |exposure, value, signal, name: &str| FunnelPoint {
        exposure,
        value,
        signal: Some(signal),
        label: Some(name.to_owned()),
        explanation: name.to_owned(),
    };
    let limit = |step: u32| {
        let exposure = 9000.0 * (f64::from(step) / 100.0).powi(2);
        let reach = 460.0 / exposure.sqrt();
        FunnelLimit { exposure, low: (24.0 - reach).max(0.0), high: 24.0 + reach }
    };
    Funnel {
        points: points
            .chain([
                outside(5200.0, 36.0, Signal::Concern, "Torget"),
                outside(8100.0, 15.0, Signal::Better, "Strandgata"),
            ])
            .collect(),
        limits: (1..=100).map(limit).collect(),
        centre: Some(Centre { value: 24.0, label: "all together 24.0".to_owned() }),
        value_label: "complaints per 1,000 contacts".to_owned(),
        exposure_label: "contacts".to_owned(),
        description: "Eighteen shops.".to_owned(),
        ..Funnel::default()
    }
}

/// Fourteen teams in all four corners.
pub(crate) fn quadrant() -> Quadrant {
    let names = ["Kiosk", "Disk", "Lager", "Frukt", "Kafé", "Kasse", "Bakeri"];
    let points = (0..14).map(|i| QuadrantPoint {
        x: 8.0 + 26.0 * noise(i + 3),
        y: 12.0 + 24.0 * noise(i + 60),
        size: [DotSize::Small, DotSize::Medium, DotSize::Large][i % 3],
        label: Some(format!("{} {}", names[i % 7], 1 + i / 7)),
        href: Some(format!("/trends?unit={i}")),
        explanation: format!("Team {i} & its figures."),
    });
    Quadrant {
        points: points.collect(),
        usual_x: Some(Centre { value: 19.0, label: "usual 19".to_owned() }),
        usual_y: Some(Centre { value: 22.0, label: "usual 22.0".to_owned() }),
        corners: [
            "Calm, many complaints",
            "Much to do, many complaints",
            "Calm, few complaints",
            "Much to do, few complaints",
        ]
        .map(str::to_owned),
        x_label: "strain, 0 to 100".to_owned(),
        y_label: "complaints per 1,000 contacts".to_owned(),
        description: "Fourteen teams.".to_owned(),
        ..Quadrant::default()
    }
}

/// Five drivers, two of them not clear.
pub(crate) fn drivers() -> Estimates {
    let row = |label: &str, value: f64, reach: f64, signal, is_apart| Estimate {
        label: label.to_owned(),
        value: Some(value),
        interval: Some((value - reach, value + reach)),
        signal,
        value_label: format!("{value:.1}"),
        is_apart,
        explanation: label.to_owned(),
    };
    Estimates {
        rows: vec![
            row("Recovery between shifts", 5.2, 2.4, Some(Signal::Neutral), false),
            row("Being heard", 3.1, 1.6, Some(Signal::Neutral), false),
            row("Leader sets the example", -1.2, 0.8, None, false),
            row("Fair pay", 2.4, 3.2, None, true),
            row("Clear priorities", 0.6, 1.9, None, false),
        ],
        none: Some(0.0),
        scale_label: "points of satisfaction that go with closing the gap".to_owned(),
        description: "Five drivers.".to_owned(),
        ..Estimates::default()
    }
}
