//! Heat maps and small charts: what they hold, what they never hold, and that they look as approved.

use crate::samples::{golden::assert_golden, hidden, point};
use charts::{
    ChartError, Heat, HeatCell, HeatKey, HeatMap, HeatRow, Ink, Point, Shade, Signal, Size, Sparkline, Theme,
    Tick, ValueRange, heat_png, heat_svg, sparkline_png, sparkline_svg,
};
use roxmltree::Document;

const HOSTILE: &str = "</svg><script>alert('\"1\"')</script>&\u{0}";

/// Nine units over some rounds: values, hidden, kept and missing ones, and windows of four rounds.
fn map(columns: usize) -> HeatMap {
    let names =
        ["Bryggen till", "Bryggen kitchen", "A unit with a very long name indeed", "Sentrum", "Torget"];
    let rows = (0..9_usize).map(|row| {
        let cell = |first: usize, last: usize, heat, label: String| HeatCell {
            first,
            last,
            heat,
            mark: match (row, last + 1 == columns, last + 4 > columns) {
                (0 | 2, _, true) => Some(Signal::Concern),
                (7, true, _) => Some(Signal::Better),
                _ => None,
            },
            explanation: format!("{}, week {last}: {label}.", names[row % names.len()]),
            label,
        };
        let value = |column: usize| (row * 7 + column * 5 + column * column) % 50;
        let cells = match row {
            4 => (0..columns / 4)
                .map(|window| {
                    let (first, last) = (window * 4, window * 4 + 3);
                    match window {
                        1 => cell(first, last, Heat::Hidden, String::new()),
                        _ => {
                            cell(first, last, Heat::Value(Shade::ALL[window % 5]), value(window).to_string())
                        }
                    }
                })
                .collect(),
            6 => (0..columns).map(|column| cell(column, column, Heat::Hidden, String::new())).collect(),
            _ => (0..columns)
                .filter(|column| (column + row) % 11 != 3)
                .map(|column| match (column + 2 * row) % 9 {
                    0 => cell(column, column, Heat::Hidden, String::new()),
                    1 if row == 2 => cell(column, column, Heat::Held, String::new()),
                    _ => cell(
                        column,
                        column,
                        Heat::Value(Shade::ALL[value(column) / 10]),
                        value(column).to_string(),
                    ),
                })
                .collect(),
        };
        HeatRow { label: names[row % names.len()].to_owned(), cells }
    });
    let key = |heat, label: &str| HeatKey { heat, mark: None, label: label.to_owned() };
    let steps = Shade::ALL.iter().enumerate().map(|(place, shade)| HeatKey {
        heat: Heat::Value(*shade),
        mark: None,
        label: format!("{}–{}", place * 10, place * 10 + 9),
    });
    let mark =
        |mark, label: &str| HeatKey { mark: Some(mark), label: label.to_owned(), ..HeatKey::default() };
    let others = [
        key(Heat::Hidden, "hidden: too few answers"),
        key(Heat::Held, "earlier figure kept"),
        key(Heat::Empty, "no figure"),
        mark(Signal::Concern, "worth a look"),
        mark(Signal::Better, "better than usual"),
    ];
    HeatMap {
        rows: rows.collect(),
        columns,
        ticks: (0..columns)
            .step_by(4)
            .map(|index| Tick { index, label: ["Jun", "Jul", "Aug", "Sep"][index / 4 % 4].to_owned() })
            .collect(),
        keys: steps.chain(others).collect(),
        blank: "No units".to_owned(),
        description: "Strain of nine units.".to_owned(),
    }
}

fn line(ink: Ink) -> Sparkline {
    let mut points: Vec<Point> = (0..26).map(|i| point(f64::from((i * 7 + i * i) % 23))).collect();
    points[9] = hidden();
    points[10] = hidden();
    points[14] = Point::default();
    points[18].is_break = true;
    points[24].signal = Some(Signal::Better);
    points[25] = Point { signal: Some(Signal::Concern), ..point(40.0) };
    Sparkline {
        ink,
        points,
        centre: Some(11.0),
        range: ValueRange::FromZero,
        description: "Strain is 40.".to_owned(),
    }
}

#[test]
fn a_heat_map_looks_as_approved_on_wide_and_narrow_pages_and_in_both_themes() {
    for (name, columns, width, theme) in [
        ("heat", 26, 740, Theme::Light),
        ("heat-dark", 52, 740, Theme::Dark),
        ("heat-narrow", 12, 340, Theme::Light),
    ] {
        let map = map(columns);
        let size = map.comfortable_size(width).unwrap();
        assert_golden(name, &heat_png(&map, size, theme, 1).unwrap());
    }
}

#[test]
fn a_small_chart_looks_as_approved_in_both_themes() {
    for (name, ink, theme) in
        [("sparkline", Ink::Strain, Theme::Light), ("sparkline-dark", Ink::Complaints, Theme::Dark)]
    {
        assert_golden(name, &sparkline_png(&line(ink), Sparkline::SIZE, theme, 2).unwrap());
    }
}

#[test]
fn hidden_cells_look_the_same_whatever_they_hold_and_unlike_empty_and_kept_ones() {
    let with = |heat, label: &str| {
        let mut map = map(12);
        let cell = &mut map.rows[0].cells[5];
        (cell.heat, cell.label) = (heat, label.to_owned());
        cell.explanation = String::new();
        heat_svg(&map, map.comfortable_size(740).unwrap()).unwrap().into_string()
    };
    assert_eq!(with(Heat::Hidden, "12"), with(Heat::Hidden, "98"), "the number is not even in the file");
    assert_ne!(with(Heat::Hidden, ""), with(Heat::Empty, ""));
    assert_ne!(with(Heat::Hidden, ""), with(Heat::Held, ""));
    assert_ne!(with(Heat::Held, ""), with(Heat::Empty, ""));
    let mut small = line(Ink::Strain);
    let before = sparkline_svg(&small, Sparkline::SIZE).unwrap();
    small.points[9].value = Some(900.0);
    assert_eq!(sparkline_svg(&small, Sparkline::SIZE).unwrap(), before);
}

#[test]
fn every_cell_can_be_pointed_at_and_the_newest_of_each_row_reached_by_key() {
    let map = map(26);
    let svg = heat_svg(&map, map.comfortable_size(740).unwrap()).unwrap();
    let document = Document::parse(svg.as_str()).unwrap();
    let cells: usize = map.rows.iter().map(|row| row.cells.len()).sum();
    let points: Vec<_> = document.descendants().filter(|n| n.attribute("class") == Some("pt")).collect();
    assert_eq!(points.len(), cells);
    let stops = points.iter().filter(|point| point.attribute("tabindex") == Some("0")).count();
    assert_eq!(stops, map.rows.len());
    let small = sparkline_svg(&line(Ink::Strain), Sparkline::SIZE).unwrap();
    assert!(small.as_str().contains("role=\"img\" aria-label=\"Strain is 40.\""));
}

#[test]
fn no_text_of_a_caller_can_end_these_figures_or_start_an_element() {
    let mut map = map(12);
    for row in &mut map.rows {
        row.label = HOSTILE.into();
        row.cells.iter_mut().for_each(|cell| {
            (cell.label, cell.explanation) = (HOSTILE.into(), HOSTILE.into());
        });
    }
    map.keys.iter_mut().for_each(|key| key.label = HOSTILE.into());
    map.ticks.iter_mut().for_each(|tick| tick.label = HOSTILE.into());
    map.description = HOSTILE.into();
    let mut small = line(Ink::Strain);
    small.description = HOSTILE.into();
    for svg in [
        heat_svg(&map, map.comfortable_size(740).unwrap()).unwrap(),
        sparkline_svg(&small, Sparkline::SIZE).unwrap(),
    ] {
        for text in [svg.as_str(), &svg.standalone()] {
            let document = Document::parse(text).unwrap();
            assert!(document.descendants().all(|node| node.tag_name().name() != "script"));
        }
    }
}

#[test]
fn what_has_no_place_is_refused() {
    let mut wrong = map(12);
    wrong.rows[0].cells[0].last = 12;
    let size = wrong.comfortable_size(740).unwrap();
    assert_eq!(heat_svg(&wrong, size), Err(ChartError::IndexOutOfRange { index: 12, len: 12 }));
    let low = Size { height: 60, ..size };
    assert!(matches!(heat_svg(&map(12), low), Err(ChartError::TooLow { .. })));
    let mut wrong = line(Ink::Strain);
    wrong.points[0].value = Some(f64::NAN);
    assert!(matches!(sparkline_svg(&wrong, Sparkline::SIZE), Err(ChartError::NotDrawable { .. })));
    let tiny = Size { width: 10, height: 40 };
    assert!(matches!(sparkline_svg(&line(Ink::Strain), tiny), Err(ChartError::Size { .. })));
}

#[test]
fn what_is_marked_carries_its_shape_in_the_cell_and_in_the_key() {
    let shapes = |map: &HeatMap| {
        let svg = heat_svg(map, map.comfortable_size(740).unwrap()).unwrap();
        let document = Document::parse(svg.as_str()).unwrap();
        let is_shape = |node: &roxmltree::Node<'_, '_>| {
            ["#b4470a", "#1f62a8"].contains(&node.attribute("fill").unwrap_or(""))
        };
        document.descendants().filter(is_shape).count()
    };
    let marked = map(12);
    let cells = marked.rows.iter().flat_map(|row| &row.cells).filter(|cell| cell.mark.is_some()).count();
    assert!(cells > 3, "{cells}");
    assert_eq!(shapes(&marked), cells + 2);
    let mut plain = marked;
    plain.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| cell.mark = None);
    plain.keys.retain(|key| key.mark.is_none());
    assert_eq!(shapes(&plain), 0);
}
