//! The figure of a link by distance in time: what it says to whom, and that it looks as it did when someone last
//! looked at it.

use crate::samples::golden::assert_golden;
use charts::{
    ChartError, Decimal, Ink, LagPanel, LagPoint, Lags, NumberFormat, Signal, Size, Theme, lags_png, lags_svg,
};
use roxmltree::Document;

fn panel(label: &str, ink: Ink, height: f64) -> LagPanel {
    let point = |lag: i32| {
        let value = height * (-f64::from((lag - 4).pow(2)) / 9.0).exp();
        let signal =
            (value.abs() > 6.0).then_some(if value > 0.0 { Signal::Concern } else { Signal::Better });
        let interval = Some((value - 5.0, value + 5.5));
        LagPoint { lag, value, interval, signal, explanation: format!("{label} at {lag}: {value:.0} %.") }
    };
    LagPanel { label: label.to_owned(), ink, points: (-4..=8).map(point).collect() }
}

fn lags() -> Lags {
    Lags {
        panels: vec![panel("Strain", Ink::Strain, 16.0), panel("Satisfaction", Ink::Satisfaction, -9.0)],
        value_label: "Change in complaints, %".to_owned(),
        lead_label: "Check: weeks after".to_owned(),
        lag_label: "Weeks before the complaints".to_owned(),
        distance_label: "weeks".to_owned(),
        format: NumberFormat { decimal: Decimal::Comma, decimals: 0 },
        description: "Two predictors & thirteen distances.".to_owned(),
    }
}

#[test]
fn every_distance_has_a_name_and_each_panel_one_stop() {
    let lags = lags();
    let svg = lags_svg(&lags, lags.comfortable_size(340)).unwrap();
    let document = Document::parse(svg.as_str()).unwrap();
    let points = document.descendants().filter(|node| node.attribute("class") == Some("pt"));
    let stops = points.clone().filter(|node| node.attribute("tabindex") == Some("0")).count();
    assert_eq!((points.count(), stops), (26, lags.panels.len()));
    assert_eq!(document.root_element().attribute("aria-label"), Some("Two predictors & thirteen distances."));
}

#[test]
fn leads_lie_left_of_the_lags_on_a_ground_of_their_own() {
    let lags = lags();
    let svg = lags_svg(&lags, lags.comfortable_size(700)).unwrap();
    assert_eq!(svg.as_str().matches("#f0eee6").count(), 2, "one ground for each panel");
    let without = |panel: &LagPanel| LagPanel {
        points: panel.points.iter().filter(|point| point.lag >= 0).cloned().collect(),
        ..panel.clone()
    };
    let only_lags = Lags { panels: lags.panels.iter().map(without).collect(), ..lags };
    let svg = lags_svg(&only_lags, only_lags.comfortable_size(700)).unwrap();
    assert!(!svg.as_str().contains("#f0eee6") && !svg.as_str().contains("Check: weeks after"));
}

#[test]
fn a_figure_that_cannot_be_drawn_is_refused() {
    let mut lags = lags();
    let size = lags.comfortable_size(340);
    let low = Size { height: size.height - 1, ..size };
    assert_eq!(lags_svg(&lags, low), Err(ChartError::TooLow { needed: size.height }));
    assert!(lags_svg(&lags, Size { width: 200, ..size }).is_err());
    lags.panels[0].points[3].value = f64::NAN;
    assert!(matches!(lags_svg(&lags, size), Err(ChartError::NotDrawable { .. })));
    let empty = Lags::default();
    assert!(lags_svg(&empty, empty.comfortable_size(340)).is_ok());
}

#[test]
fn lags_look_as_they_did_when_they_were_last_approved() {
    let lags = lags();
    let paint = |theme| lags_png(&lags, lags.comfortable_size(420), theme, 1).unwrap();
    assert_golden("lags-light", &paint(Theme::Light));
    assert_golden("lags-dark", &paint(Theme::Dark));
}
