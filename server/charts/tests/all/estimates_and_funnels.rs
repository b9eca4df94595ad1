//! Figures of estimates under each other, and of units in a funnel.

use charts::{
    Centre, ChartError, Estimate, Estimates, Funnel, FunnelLimit, FunnelPoint, Signal, Size, estimates_svg,
    funnel_svg,
};
use roxmltree::Document;

const HOSTILE: &str = "</svg><script>alert('\"1\"')</script>&\u{0}";

fn estimates() -> Estimates {
    let row = |label: &str, value: f64, signal| Estimate {
        label: label.to_owned(),
        value: Some(value),
        interval: Some((value - 8.0, value + 8.0)),
        signal,
        value_label: format!("{value} %"),
        is_apart: false,
        explanation: format!("{label}: {value} % more."),
    };
    Estimates {
        rows: vec![
            row("strain", 21.0, Some(Signal::Concern)),
            row("satisfaction", -4.0, None),
            Estimate { label: "weather".to_owned(), is_apart: true, ..Estimate::default() },
        ],
        none: Some(0.0),
        scale_label: "per cent more complaints".to_owned(),
        description: "Three estimates.".to_owned(),
        ..Estimates::default()
    }
}

fn funnel() -> Funnel {
    let point = |exposure: f64, value, signal| FunnelPoint {
        exposure,
        value,
        signal,
        label: signal.map(|_| format!("Ward {exposure}")),
        explanation: format!("{exposure} beds"),
    };
    Funnel {
        points: vec![
            point(10.0, 0.9, Some(Signal::Concern)),
            point(100.0, 0.2, None),
            point(40.0, 0.0, Some(Signal::Better)),
        ],
        limits: (1..=10)
            .map(|step| f64::from(step) * 10.0)
            .map(|exposure| FunnelLimit { exposure, low: 0.0, high: 0.2 + 1.0 / exposure.sqrt() })
            .collect(),
        centre: Some(Centre { value: 0.2, label: "all together 0.2".to_owned() }),
        description: "Three units.".to_owned(),
        ..Funnel::default()
    }
}

#[test]
fn estimates_are_rows_with_names_and_one_stop() {
    let estimates = estimates();
    let svg = estimates_svg(&estimates, estimates.comfortable_size(640)).unwrap();
    let document = Document::parse(svg.as_str()).unwrap();
    let points: Vec<_> = document.descendants().filter(|n| n.attribute("class") == Some("pt")).collect();
    assert_eq!(points.len(), 3);
    let stops = points.iter().filter(|point| point.attribute("tabindex") == Some("0")).count();
    assert_eq!(stops, 1);
    assert_eq!(svg, estimates_svg(&estimates, estimates.comfortable_size(640)).unwrap());
}

#[test]
fn a_funnel_has_one_stop_however_many_units_lie_outside() {
    let svg = funnel_svg(&funnel(), Funnel::SIZE).unwrap();
    let document = Document::parse(svg.as_str()).unwrap();
    let stops: Vec<_> = document.descendants().filter(|n| n.attribute("tabindex") == Some("0")).collect();
    assert_eq!(stops.len(), 1);
    assert!(svg.standalone().starts_with("<?xml"));
    let none = Funnel { points: vec![], limits: vec![], blank: "No units".to_owned(), ..Funnel::default() };
    assert!(funnel_svg(&none, Funnel::SIZE).unwrap().as_str().contains("No units"));
}

#[test]
fn the_limits_of_a_funnel_were_cut_off_flat_at_the_upper_edge() {
    let mut funnel = funnel();
    funnel.limits = (1..=200)
        .map(|step| f64::from(step) / 2.0)
        .map(|exposure| FunnelLimit { exposure, low: 0.0, high: 0.2 + 6.0 / exposure.sqrt() })
        .collect();
    let svg = funnel_svg(&funnel, Funnel::SIZE).unwrap();
    let document = Document::parse(svg.as_str()).unwrap();
    let outline = document.descendants().find_map(|node| match node.tag_name().name() {
        "polygon" => node.attribute("points"),
        "path" => node.attribute("d"),
        _ => None,
    });
    let heights: Vec<f64> = outline
        .unwrap()
        .split(|c: char| !(c.is_ascii_digit() || c == '.' || c == '-'))
        .filter(|part| !part.is_empty())
        .map(|part| part.parse::<f64>().unwrap())
        .skip(1)
        .step_by(2)
        .collect();
    let highest = heights.iter().copied().fold(f64::MAX, f64::min);
    assert_eq!(heights.iter().filter(|height| **height == highest).count(), 1, "{heights:?}");
}

#[test]
fn no_text_of_a_caller_can_end_these_figures_or_start_an_element() {
    let mut estimates = estimates();
    let mut funnel = funnel();
    for row in &mut estimates.rows {
        (row.label, row.value_label, row.explanation) = (HOSTILE.into(), HOSTILE.into(), HOSTILE.into());
    }
    (estimates.scale_label, estimates.description) = (HOSTILE.into(), HOSTILE.into());
    for point in &mut funnel.points {
        (point.explanation, point.label) = (HOSTILE.into(), Some(HOSTILE.into()));
    }
    (funnel.value_label, funnel.exposure_label, funnel.description) =
        (HOSTILE.into(), HOSTILE.into(), HOSTILE.into());
    funnel.centre = Some(Centre { value: 0.2, label: HOSTILE.into() });
    let size = estimates.comfortable_size(640);
    for svg in [estimates_svg(&estimates, size).unwrap(), funnel_svg(&funnel, Funnel::SIZE).unwrap()] {
        for text in [svg.as_str(), &svg.standalone()] {
            let document = Document::parse(text).unwrap();
            assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
        }
    }
}

#[test]
fn what_has_no_place_on_an_axis_is_refused() {
    let mut wrong = estimates();
    wrong.rows[0].value = Some(f64::NAN);
    let size = wrong.comfortable_size(640);
    assert!(matches!(estimates_svg(&wrong, size), Err(ChartError::NotDrawable { .. })));
    let low = Size { height: 60, ..size };
    assert!(matches!(estimates_svg(&estimates(), low), Err(ChartError::TooLow { .. })));
    let mut wrong = funnel();
    wrong.points[0].exposure = f64::INFINITY;
    assert!(matches!(funnel_svg(&wrong, Funnel::SIZE), Err(ChartError::NotDrawable { .. })));
}

/// Height of the text that begins so, in a figure.
fn height_of(svg: &charts::Svg, start: &str) -> Option<f64> {
    let document = Document::parse(svg.as_str()).unwrap();
    let text = document.descendants().find(|node| {
        node.has_tag_name("text") && node.text().is_some_and(|text| text.trim().starts_with(start))
    });
    text.map(|text| text.attribute("y").unwrap().parse().unwrap())
}

#[test]
fn on_a_phone_a_long_name_stands_whole_above_its_bar() {
    let mut estimates = estimates();
    estimates.rows[0].label = "Help after hard meetings with customers comes soon enough here".to_owned();
    let wide = estimates_svg(&estimates, estimates.comfortable_size(740)).unwrap();
    assert!(
        !wide.as_str().contains("soon enough here<"),
        "the wide figure cuts it, with the name in the tooltip"
    );
    let slim = estimates_svg(&estimates, estimates.comfortable_size(320)).unwrap();
    let drawn = slim.as_str();
    let texts: Vec<String> = Document::parse(drawn)
        .unwrap()
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter_map(|node| Some(node.text()?.trim().to_owned()))
        .collect();
    assert!(texts.join(" ").contains("Help after hard meetings"), "{texts:?}");
    assert!(!texts.iter().any(|text| text.contains('\u{2026}')), "{texts:?}");
    let (first, second) = (height_of(&slim, "Help").unwrap(), height_of(&slim, "satisfaction").unwrap());
    assert!(second - first > 40.0, "two lines of a name and a bar stand between: {first} {second}");
}

#[test]
fn all_dots_of_a_funnel_can_have_names_and_what_stands_out_has_its_own_first() {
    let mut funnel = funnel();
    for point in &mut funnel.points {
        point.label = Some(format!("Ward {}", point.exposure));
    }
    funnel.points[1].value = 0.7;
    let svg = funnel_svg(&funnel, Funnel::SIZE).unwrap();
    for name in ["Ward 10", "Ward 100", "Ward 40"] {
        assert!(height_of(&svg, name).is_some(), "{name}");
    }
    // Two at one place have room for one name: that of the one outside.
    funnel.points = (0..9)
        .map(|place| FunnelPoint {
            exposure: 50.0,
            value: 0.5,
            signal: (place == 4).then_some(Signal::Concern),
            label: Some(if place == 4 { "Outside".to_owned() } else { format!("A usual ward {place}") }),
            explanation: String::new(),
        })
        .collect();
    assert!(height_of(&funnel_svg(&funnel, Funnel::NARROW).unwrap(), "Outside").is_some());
}

#[test]
fn a_limit_that_leaves_the_funnel_at_the_top_is_no_flat_line_there() {
    let mut funnel = funnel();
    funnel.limits.insert(0, FunnelLimit { exposure: 9.5, low: 0.0, high: 90.0 });
    funnel.limits.insert(1, FunnelLimit { exposure: 9.8, low: 0.0, high: 60.0 });
    let svg = funnel_svg(&funnel, Funnel::SIZE).unwrap();
    let document = Document::parse(svg.as_str()).unwrap();
    let lines = document.descendants().filter(|node| node.attribute("stroke") == Some("#dfddd4"));
    let edges: Vec<Vec<f64>> = lines
        .filter_map(|line| line.attribute("d"))
        .map(|way| way.trim_start_matches('M').split('L').filter_map(|at| at.split(' ').nth(1)?.parse().ok()))
        .map(Iterator::collect)
        .filter(|heights: &Vec<f64>| heights.len() > 4)
        .collect();
    assert_eq!(edges.len(), 1, "the lower limit is 0 throughout: {}", svg.as_str());
    for heights in edges {
        assert!(heights.windows(2).all(|two| (two[0] - two[1]).abs() > 0.01), "{heights:?}");
    }
}
