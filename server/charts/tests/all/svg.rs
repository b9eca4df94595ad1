//! What a page may rely on in an inline SVG.

use crate::samples::{flag, hidden, link, panel, point, shop, trend};
use charts::{
    Annotation, Centre, ChartError, Heading, Ink, Interval, PALETTE, Panel, Point, Signal, Size, Svg, Tick,
    Trend, ValueRange, interval_svg, trend_svg,
};
use roxmltree::{Document, Node};

const HOSTILE: &str = "</svg><script>alert('\"1\"')</script>&\u{0}\u{8}\u{ffff}";

fn draw(trend: &Trend) -> Svg {
    trend_svg(trend, trend.comfortable_size(720).unwrap()).unwrap()
}

/// A panel of one series without limits or centre, so that its line is the only thing in its colour.
fn bare(points: Vec<Point>) -> Panel {
    panel("Strain", Ink::Strain, points, ValueRange::Free)
}

fn colour(role: &str) -> &'static str {
    PALETTE.iter().find(|row| row.0 == role).unwrap().1
}

fn with<'a>(document: &'a Document, attribute: &str, value: &str) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.attribute(attribute) == Some(value)).collect()
}

/// How many separate strokes a series is drawn with.
fn strokes(trend: &Trend, role: &str) -> usize {
    let svg = draw(trend);
    let document = Document::parse(svg.as_str()).unwrap();
    let paths = with(&document, "stroke", colour(role));
    paths.iter().map(|path| path.attribute("d").unwrap().matches('M').count()).sum()
}

fn points_of<'a>(document: &'a Document) -> Vec<Node<'a, 'a>> {
    with(document, "class", "pt")
}

#[test]
fn no_text_of_a_caller_can_end_the_figure_or_start_an_element() {
    let mut panel =
        bare(vec![
            Point { explanation: HOSTILE.to_owned(), href: Some(HOSTILE.to_owned()), ..point(1.0) };
            3
        ]);
    panel.label = HOSTILE.to_owned();
    panel.blank = HOSTILE.to_owned();
    panel.heading = Some(Heading { title: HOSTILE.to_owned(), note: HOSTILE.to_owned() });
    panel.centre = Some(Centre { value: 1.0, label: HOSTILE.to_owned() });
    let mut trend = trend(vec![panel]);
    trend.description = HOSTILE.to_owned();
    trend.ticks = vec![Tick { index: 0, label: HOSTILE.to_owned() }];
    trend.annotations = vec![Annotation {
        index: 1,
        label: HOSTILE.to_owned(),
        explanation: HOSTILE.to_owned(),
        href: Some(HOSTILE.to_owned()),
        ..Annotation::default()
    }];
    let mut blank = trend.clone();
    blank.panels[0].points = vec![Point::default(); 3];
    let interval = Interval {
        estimate_label: HOSTILE.to_owned(),
        low_label: HOSTILE.to_owned(),
        high_label: HOSTILE.to_owned(),
        none_label: HOSTILE.to_owned(),
        description: HOSTILE.to_owned(),
        ..link()
    };
    let interval = interval_svg(&interval, Interval::SIZE).unwrap();
    for svg in [draw(&trend), draw(&blank), interval] {
        for text in [svg.as_str(), &svg.standalone()] {
            let document = Document::parse(text).unwrap();
            assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
            assert_eq!(text.matches("</svg>").count(), 1);
            assert_eq!(
                document.root_element().attribute("aria-label"),
                Some("</svg><script>alert('\"1\"')</script>&")
            );
        }
    }
}

#[test]
fn every_sample_is_well_formed_and_draws_twice_the_same() {
    for (name, trend) in crate::samples::trends() {
        for width in [240, 340, 713, 1400] {
            let size = trend.comfortable_size(width).unwrap();
            let svg = trend_svg(&trend, size).unwrap();
            Document::parse(svg.as_str()).unwrap_or_else(|e| panic!("{name}: {e}"));
            Document::parse(&svg.standalone()).unwrap_or_else(|e| panic!("{name}: {e}"));
            assert_eq!(svg, trend_svg(&trend, size).unwrap(), "{name}");
            assert!(!svg.as_str().contains("NaN") && !svg.as_str().contains("inf"), "{name}");
        }
    }
}

#[test]
fn only_colours_of_the_palette_are_used() {
    for (name, trend) in crate::samples::trends() {
        let svg = draw(&trend);
        let document = Document::parse(svg.as_str()).unwrap();
        for node in document.descendants() {
            for attribute in ["fill", "stroke"] {
                let value = node.attribute(attribute).unwrap_or("none");
                assert!(value == "none" || PALETTE.iter().any(|row| row.1 == value), "{name}: {value}");
            }
        }
    }
}

#[test]
fn a_gap_breaks_the_line() {
    let whole = trend(vec![bare((0..9).map(f64::from).map(point).collect())]);
    assert_eq!(strokes(&whole, "staff-2"), 1);
    for gap in [Point::default(), hidden()] {
        let mut broken = whole.clone();
        broken.panels[0].points[4] = gap;
        assert_eq!(strokes(&broken, "staff-2"), 2);
    }
}

#[test]
fn a_break_of_the_series_breaks_the_line_but_shows_every_point() {
    let mut broken = trend(vec![bare((0..9).map(f64::from).map(point).collect())]);
    broken.panels[0].points[4].is_break = true;
    assert_eq!(strokes(&broken, "staff-2"), 2);
    let svg = draw(&broken);
    let document = Document::parse(svg.as_str()).unwrap();
    let dots = with(&document, "fill", colour("staff-2"));
    assert_eq!(dots.iter().filter(|node| node.tag_name().name() == "circle").count(), 9);
}

#[test]
fn a_point_alone_between_gaps_is_a_dot_even_where_dots_are_dropped() {
    let mut points: Vec<Point> = (0..120).map(|_| point(5.0)).collect();
    points[49] = Point::default();
    points[51] = Point::default();
    let svg = draw(&trend(vec![bare(points)]));
    let document = Document::parse(svg.as_str()).unwrap();
    let dots = with(&document, "fill", colour("staff-2"));
    assert_eq!(dots.iter().filter(|node| node.tag_name().name() == "circle").count(), 1);
}

#[test]
fn nothing_of_a_hidden_point_but_its_place_is_drawn() {
    let mut plain = trend(vec![bare(vec![point(10.0), point(20.0), hidden(), point(15.0)])]);
    let before = draw(&plain);
    plain.panels[0].points[2] = Point {
        value: Some(987.0),
        limits: Some((-987.0, 9870.0)),
        signal: Some(Signal::Concern),
        ..plain.panels[0].points[2].clone()
    };
    assert_eq!(draw(&plain), before);
}

#[test]
fn a_hidden_point_has_a_dotted_mark_and_a_missing_one_has_none() {
    let marks = |points: Vec<Point>| strokes(&trend(vec![bare(points)]), "ink-3");
    let missing = marks(vec![point(1.0), Point::default(), point(2.0)]);
    assert_eq!(missing, 0);
    assert!(marks(vec![point(1.0), hidden(), point(2.0)]) >= 8);
    assert!(marks(vec![hidden(); 12]) >= 12 * 8);
}

#[test]
fn each_signal_has_a_shape_and_a_colour_of_its_own() {
    let corners = |signal, role| {
        let svg = draw(&trend(vec![bare(vec![Point { signal: Some(signal), ..point(3.0) }])]));
        let document = Document::parse(svg.as_str()).unwrap();
        let shapes = with(&document, "fill", colour(role));
        shapes
            .iter()
            .filter_map(|node| node.attribute("d"))
            .map(|d| d.matches(['M', 'L']).count())
            .sum::<usize>()
    };
    assert_eq!(corners(Signal::Concern, "concern"), 3);
    assert_eq!(corners(Signal::Better, "better"), 4);
    assert_eq!(corners(Signal::Neutral, "hold"), 4);
}

#[test]
fn a_figure_with_eighteen_points_in_two_series_has_two_stops_and_hides_the_rest_from_readers() {
    let mut points: Vec<Point> = (0..10).map(f64::from).map(point).collect();
    points[3].signal = Some(Signal::Concern);
    points[9] = Point::default();
    let mut other = points.clone();
    other[3].signal = None;
    let svg = draw(&trend(vec![bare(points), bare(other)]));
    let document = Document::parse(svg.as_str()).unwrap();
    let all = points_of(&document);
    assert_eq!(all.len(), 18);
    let stops: Vec<_> = all.iter().filter(|node| node.attribute("tabindex") == Some("0")).collect();
    let names: Vec<_> = stops.iter().map(|node| node.attribute("aria-label").unwrap()).collect();
    assert_eq!(names, ["The value was 8.", "The value was 8."]);
    let heard = |node: &Node<'_, '_>| node.attribute("aria-hidden").is_none();
    assert_eq!(all.iter().filter(|node| heard(node)).count(), 2);
    // Numbers of the axes would be read in one run.
    let texts = document.descendants().filter(|node| node.tag_name().name() == "text");
    assert!(texts.clone().count() > 0);
    assert!(
        texts
            .into_iter()
            .all(|text| text.ancestors().any(|node| node.attribute("aria-hidden") == Some("true")))
    );
    let steps: Vec<_> = all.iter().map(|node| node.attribute("data-step").unwrap()).collect();
    assert_eq!((steps[3], steps[12]), ("3", "3"), "the same period in both series");
    assert!(all.iter().all(|node| {
        node.first_element_child().is_some_and(|c| c.tag_name().name() == "title" && c.text().is_some())
    }));
}

#[test]
fn points_lie_where_the_line_does() {
    let svg = draw(&trend(vec![bare((0..5).map(f64::from).map(point).collect())]));
    let document = Document::parse(svg.as_str()).unwrap();
    let line = with(&document, "stroke", colour("staff-2"))[0].attribute("d").unwrap().to_owned();
    for node in points_of(&document) {
        let ring = node.children().find(|child| child.tag_name().name() == "circle").unwrap();
        let place = format!("{} {}", ring.attribute("cx").unwrap(), ring.attribute("cy").unwrap());
        assert!(line.contains(&place), "{place} is not on {line}");
    }
}

#[test]
fn flags_lie_above_every_point() {
    let mut crowded = shop();
    crowded.annotations = (0..6).map(|i| flag(i * 3, &format!("Remark number {i}"))).collect();
    let svg = draw(&crowded);
    let document = Document::parse(svg.as_str()).unwrap();
    let lowest_flag = with(&document, "fill", colour("paper"))
        .iter()
        .map(|node| node.attribute("y").unwrap().parse::<f64>().unwrap())
        .fold(0.0, f64::max);
    let name = |node: &Node| node.first_element_child().and_then(|title| title.text()).map(str::to_owned);
    let is_flag = |node: &&Node| name(node).is_some_and(|name| name.starts_with("Remark"));
    let highest_point = points_of(&document)
        .iter()
        .filter(|node| !is_flag(node))
        .map(|node| node.last_element_child().unwrap().attribute("cy").unwrap().parse::<f64>().unwrap())
        .fold(f64::INFINITY, f64::min);
    assert!(lowest_flag + 6.0 < highest_point - 6.0, "{lowest_flag} {highest_point}");
}

#[test]
fn a_flag_too_long_for_its_text_keeps_the_whole_text_within_reach() {
    let long = "A remark that is far too long to be written on any flag of reasonable width";
    let mut trend = shop();
    trend.annotations = vec![flag(3, long)];
    let svg = draw(&trend);
    let document = Document::parse(svg.as_str()).unwrap();
    assert_eq!(points_of(&document)[0].attribute("aria-label"), Some(long));
    assert!(svg.as_str().contains('\u{2026}'));
}

#[test]
fn the_names_of_the_series_never_overlap() {
    for (name, trend) in crate::samples::trends() {
        for width in [240, 713] {
            let svg = trend_svg(&trend, trend.comfortable_size(width).unwrap()).unwrap();
            let document = Document::parse(svg.as_str()).unwrap();
            let axis = trend.panels.iter().map(|p| p.label.as_str()).chain(["usual"]).collect::<Vec<_>>();
            let mut heights: Vec<f64> = document
                .descendants()
                .filter(|node| node.tag_name().name() == "text")
                .filter(|node| node.text().is_some_and(|text| axis.iter().any(|name| text.starts_with(name))))
                .map(|node| node.attribute("y").unwrap().parse().unwrap())
                .collect();
            heights.sort_by(f64::total_cmp);
            assert!(heights.windows(2).all(|pair| pair[1] - pair[0] >= 12.0), "{name}: {heights:?}");
        }
    }
}

#[test]
fn a_figure_with_points_is_a_group_and_one_without_is_an_image() {
    let role = |svg: &str| Document::parse(svg).unwrap().root_element().attribute("role").map(str::to_owned);
    let svg = draw(&shop());
    assert_eq!(role(svg.as_str()).as_deref(), Some("group"));
    assert_eq!(role(&svg.standalone()).as_deref(), Some("img"));
    assert!(!svg.standalone().contains("tabindex"));
    let interval = interval_svg(&link(), Interval::SIZE).unwrap();
    assert_eq!(role(interval.as_str()).as_deref(), Some("img"));
}

#[test]
fn sizes_that_cannot_work_are_refused_with_what_would_work() {
    let shop = shop();
    let size = |width, height| trend_svg(&shop, Size { width, height });
    assert_eq!(size(100, 400), Err(ChartError::Size { width: 100, height: 400 }));
    assert_eq!(size(720, 9000), Err(ChartError::Size { width: 720, height: 9000 }));
    let Err(ChartError::TooLow { needed }) = size(720, 150) else { panic!("150 pixels cannot do") };
    assert!(size(720, needed).is_ok() && size(720, needed - 1).is_err());
    let low = interval_svg(&link(), Size { width: 280, height: 70 });
    assert_eq!(low, Err(ChartError::TooLow { needed: 84 }));
}

#[test]
fn numbers_and_places_that_cannot_be_drawn_are_refused() {
    for value in [f64::NAN, f64::INFINITY, 1e300] {
        let bad = trend(vec![bare(vec![point(value)])]);
        assert!(matches!(bad.comfortable_size(720), Err(ChartError::NotDrawable { .. })), "{value}");
        assert!(interval_svg(&Interval { high: value, ..link() }, Interval::SIZE).is_err());
    }
    let uneven = trend(vec![bare(vec![point(1.0)]), bare(Vec::new())]);
    assert_eq!(uneven.comfortable_size(720), Err(ChartError::PanelLengths));
    let mut beyond = trend(vec![bare(vec![point(1.0)])]);
    beyond.annotations = vec![flag(1, "Later")];
    assert_eq!(beyond.comfortable_size(720), Err(ChartError::IndexOutOfRange { index: 1, len: 1 }));
}

#[test]
fn points_and_flags_that_lead_somewhere_are_links_in_a_page_and_plain_in_a_file() {
    let led = |value, href: &str| Point { href: Some(href.to_owned()), ..point(value) };
    let mut trend = trend(vec![bare(vec![led(1.0, "/complaints?unit=3&from=2026-11-16"), point(2.0)])]);
    trend.annotations = vec![Annotation {
        href: Some("#note-1".to_owned()),
        explanation: "New rota.".to_owned(),
        ..flag(1, "New rota")
    }];
    let svg = draw(&trend);
    let document = Document::parse(svg.as_str()).unwrap();
    let links: Vec<_> = document.descendants().filter(|node| node.tag_name().name() == "a").collect();
    let leads: Vec<_> = links.iter().map(|link| link.attribute("href").unwrap()).collect();
    assert_eq!(leads, ["#note-1", "/complaints?unit=3&from=2026-11-16"]);
    assert!(
        links.iter().all(|link| link.attribute("class") == Some("pt") && link.attribute("role").is_none())
    );
    assert_eq!(points_of(&document).len(), 3);
    assert!(!svg.standalone().contains("<a ") && !svg.standalone().contains("href"));
}

#[test]
fn where_limits_are_computed_anew_the_usual_level_and_the_band_begin_anew() {
    let limited = |value: f64, centre: f64, is_rebased| Point {
        limits: Some((centre - 5.0, centre + 5.0)),
        centre: Some(centre),
        is_rebased,
        ..point(value)
    };
    let mut points: Vec<Point> = (0..6).map(|i| limited(20.0 + f64::from(i), 20.0, false)).collect();
    points.extend((0..6).map(|i| limited(40.0 + f64::from(i), 40.0, i == 0)));
    let rebased = trend(vec![bare(points.clone())]);
    assert_eq!(strokes(&rebased, "staff-2"), 1, "the series itself goes on");
    let bands = |trend: &Trend| {
        let svg = draw(trend);
        let document = Document::parse(svg.as_str()).unwrap();
        with(&document, "fill", colour("band"))
            .iter()
            .map(|path| path.attribute("d").unwrap().matches('Z').count())
            .sum::<usize>()
    };
    assert_eq!(bands(&rebased), 2);
    points[6].is_rebased = false;
    assert_eq!(bands(&trend(vec![bare(points)])), 1);
}
