//! Units side by side: that they look as somebody approved, and that their points can be reached.

use crate::samples::compare::{drivers, funnel, quadrant};
use crate::samples::golden::assert_golden;
use charts::{
    ChartError, Funnel, Quadrant, QuadrantPoint, Size, Theme, estimates_png, funnel_png, quadrant_png,
    quadrant_svg,
};
use roxmltree::Document;

#[test]
fn a_funnel_looks_as_it_did_when_it_was_last_approved() {
    assert_golden("funnel", &funnel_png(&funnel(), Funnel::SIZE, Theme::Light, 1).unwrap());
    assert_golden("funnel-narrow-dark", &funnel_png(&funnel(), Funnel::NARROW, Theme::Dark, 1).unwrap());
}

#[test]
fn a_plane_looks_as_it_did_when_it_was_last_approved() {
    assert_golden("quadrant", &quadrant_png(&quadrant(), Quadrant::SIZE, Theme::Light, 1).unwrap());
    let narrow = quadrant_png(&quadrant(), Quadrant::NARROW, Theme::Dark, 1).unwrap();
    assert_golden("quadrant-narrow-dark", &narrow);
}

#[test]
fn estimates_look_as_they_did_when_they_were_last_approved() {
    let size = drivers().comfortable_size(720);
    assert_golden("estimates", &estimates_png(&drivers(), size, Theme::Light, 1).unwrap());
}

#[test]
fn every_unit_of_a_plane_is_a_link_and_the_tab_key_stops_once() {
    let mut plane = quadrant();
    plane.points[4].explanation.clear();
    let svg = quadrant_svg(&plane, Quadrant::SIZE).unwrap();
    let document = Document::parse(svg.as_str()).unwrap();
    let points: Vec<_> = document.descendants().filter(|n| n.attribute("class") == Some("pt")).collect();
    assert_eq!(points.len(), 13);
    assert!(points.iter().all(|point| point.tag_name().name() == "a"));
    assert_eq!(points[0].attribute("href"), Some("/trends?unit=0"));
    let stops = points.iter().filter(|point| point.attribute("tabindex") == Some("0")).count();
    assert_eq!(stops, 1);
    assert!(svg.standalone().find("href").is_none(), "a file leads nowhere");
}

#[test]
fn no_text_of_a_caller_can_end_a_plane_or_start_an_element() {
    let hostile = "</a></svg><script>alert('\"1\"')</script>&\u{0}";
    let mut plane = quadrant();
    for point in &mut plane.points {
        (point.explanation, point.label) = (hostile.into(), Some(hostile.into()));
        point.href = Some(hostile.into());
    }
    plane.corners = [hostile; 4].map(str::to_owned);
    (plane.x_label, plane.y_label, plane.description) = (hostile.into(), hostile.into(), hostile.into());
    let svg = quadrant_svg(&plane, Quadrant::NARROW).unwrap();
    for text in [svg.as_str(), &svg.standalone()] {
        let document = Document::parse(text).unwrap();
        assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
    }
}

#[test]
fn a_plane_without_units_says_so_and_one_with_a_number_beyond_every_axis_is_refused() {
    let empty = Quadrant { points: vec![], blank: "No units".to_owned(), ..quadrant() };
    assert!(quadrant_svg(&empty, Quadrant::SIZE).unwrap().as_str().contains("No units"));
    assert!(quadrant_svg(&Quadrant::default(), Quadrant::NARROW).is_ok());
    let point = QuadrantPoint { x: f64::NAN, ..QuadrantPoint::default() };
    let wrong = Quadrant { points: vec![point], ..quadrant() };
    assert!(matches!(quadrant_svg(&wrong, Quadrant::SIZE), Err(ChartError::NotDrawable { .. })));
    let low = Size { width: 340, height: 120 };
    assert!(matches!(quadrant_svg(&quadrant(), low), Err(ChartError::TooLow { .. })));
}
