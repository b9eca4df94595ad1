//! Columns of periods that were read as something else than they are, each with what went wrong with it.

use crate::common::*;
use tables::{Dates, Digits, Kind, Order, Request};

/// The periods of a column under a head, one row each.
fn file(head: &str, cells: &[&str]) -> Vec<u8> {
    let rows: String =
        cells.iter().enumerate().map(|(row, cell)| format!("{cell};{};1000\n", row + 20)).collect();
    format!("{head};y;n\n{rows}").into_bytes()
}

fn wanted(head: &str) -> Request {
    ask(&[(head, LABEL), ("y", VALUE), ("n", Kind::Count)])
}

fn periods(head: &str, cells: &[&str]) -> Vec<String> {
    column(&file(head, cells), wanted(head), 0)
}

fn wrong(head: &str, cells: &[&str]) -> String {
    refused(&file(head, cells), wanted(head))
}

#[test]
fn weeks_and_quarters_with_a_year_of_two_digits_were_names_read_backwards() {
    for (cells, right) in [
        (["25W03", "25W02", "25W01"], ["2025-W03", "2025-W02", "2025-W01"]),
        (["26U01", "25U52", "25U51"], ["2026-W01", "2025-W52", "2025-W51"]),
        (["2K24", "1K24", "4K23"], ["2024Q2", "2024Q1", "2023Q4"]),
        (["24Q2", "24Q1", "23Q4"], ["2024Q2", "2024Q1", "2023Q4"]),
        (["Q2 24", "Q1 24", "Q4 23"], ["2024Q2", "2024Q1", "2023Q4"]),
        (["2. kvartal 24", "1. kvartal 24", "4. kvartal 23"], ["2024Q2", "2024Q1", "2023Q4"]),
        (["25M02", "25M01", "24M12"], ["2025-02", "2025-01", "2024-12"]),
    ] {
        assert_eq!(periods("period", &cells), right);
        assert!(said(&file("period", &cells), wanted("period")).contains("newest first"), "{cells:?}");
    }
    for cells in [["Q4'24", "Q3'24"], ["2H24", "1H24"], ["uke 24-25", "uke 22-23"], ["25W60", "25W59"]] {
        assert!(wrong("period", &cells).contains("looks like a date"), "{cells:?}");
    }
}

#[test]
fn year_and_week_in_four_digits_were_49_apart_at_new_year() {
    let cells = ["2551", "2552", "2601", "2602"];
    assert_eq!(periods("uke", &cells), ["2025-W51", "2025-W52", "2026-W01", "2026-W02"]);
    assert!(said(&file("uke", &cells), wanted("uke")).contains("column \"uke\": weeks"));
    assert!(wrong("t", &cells).contains("row 2, column \"t\": \"2551\" looks like a date"));
    assert!(wrong("uke", &["2551", "2554"]).contains("\"2554\" looks like a date"));
    let mut request = wanted("t");
    request.dates = Some(Dates::Digits(Digits::Week));
    assert_eq!(column(&file("t", &cells), request, 0)[2], "2026-W01");
    assert_eq!(periods("måned", &["2511", "2512", "2601"])[2], "2026-01");
}

#[test]
fn weeks_and_quarters_under_a_head_that_says_so_were_drawn_as_months() {
    assert_eq!(periods("week", &["2025-01", "2025-02", "2025-12"]), ["2025-W01", "2025-W02", "2025-W12"]);
    assert_eq!(periods("Uke", &["1/2025", "2/2025", "53/2026"]), ["2025-W01", "2025-W02", "2026-W53"]);
    assert_eq!(periods("Kvartal", &["2005-1", "2005-2", "2006-4"]), ["2005Q1", "2005Q2", "2006Q4"]);
    assert_eq!(periods("month", &["2025-1", "2025-2", "2025-4"]), ["2025-01", "2025-02", "2025-04"]);
    assert_eq!(periods("period", &["2025-01", "2025-02"]), ["2025-01", "2025-02"]);
    assert_eq!(periods("period", &["2025-1", "2025-2", "2025-12"])[2], "2025-12");
    let text = said(&file("week", &["2025-01", "2025-02"]), wanted("week"));
    assert!(text.contains("column \"week\": weeks, as the head says"), "{text}");
}

#[test]
fn a_head_and_its_periods_that_contradict_each_other_are_refused() {
    for (head, cells, expected) in [
        ("kvartal", &["2025-01", "2025-05"][..], "\"2025-05\" is not what the head of the column says"),
        ("kvartal", &["2025-01", "2025-04"], "may be a quarter or a month"),
        ("uke", &["2025-01", "2025-53"], "\"2025-53\" is not what the head"),
        ("t", &["2005-1", "2005-2", "2006-4"], "row 2, column \"t\": \"2005-1\" may be a quarter or a month"),
        ("uke/måned", &["2025-01", "2025-02"], "may be a week or a month"),
        ("kvartal", &["202501", "202502"], "may be a quarter or a month"),
    ] {
        let line = wrong(head, cells);
        assert!(line.contains(expected), "{line}");
    }
    let mut request = wanted("kvartal");
    request.dates = Some(Dates::Digits(Digits::Month));
    assert_eq!(column(&file("kvartal", &["2025-01", "2025-04"]), request, 0)[1], "2025-04");
}

#[test]
fn the_first_of_each_month_with_its_year_in_front_was_a_day_of_2001() {
    let months = ["24.11.01", "24.12.01", "25.01.01", "25.02.01"];
    assert_eq!(periods("period", &months), ["2024-11", "2024-12", "2025-01", "2025-02"]);
    let days = ["29.12.25", "30.12.25", "31.12.25", "01.01.26"];
    assert_eq!(periods("period", &days)[3], "2026-01-01");
    assert_eq!(periods("period", &["03.11.25", "17.11.25", "28.11.25", "05.12.25"])[0], "2025-11-03");
    assert_eq!(periods("period", &["1.11.25", "5.11.25"])[1], "2025-11-05");
    for cells in [["24.01.02", "24.02.03"], ["05.11.06", "06.11.05"]] {
        let line = wrong("period", &cells);
        assert!(line.contains("nothing else in the column tells") && line.contains(" may be "), "{line}");
        let mut request = wanted("period");
        request.dates = Some(Dates::Order(Order::Ymd));
        assert!(column(&file("period", &cells), request, 0)[0].starts_with("20"));
    }
}

#[test]
fn bare_numbers_that_jump_back_at_new_year_were_sorted() {
    for (head, cells) in [
        ("Uke", &["49", "50", "51", "2", "3"][..]),
        ("periode", &["7", "8", "9", "10", "11", "12", "1", "2", "3"]),
        ("Kvartal", &["3", "4", "1", "2"]),
        ("Uke", &["3", "2", "51", "50", "49"]),
    ] {
        let line = wrong(head, cells);
        assert!(line.contains("jumps back") && line.contains("write the year too"), "{line}");
    }
    // A unit that began later is no turn of the year.
    let rows: String = [("A", 5..9), ("B", 1..9), ("C", 3..9)]
        .into_iter()
        .flat_map(|(unit, weeks)| weeks.map(move |week| format!("{unit};{week};1\n")))
        .collect();
    let text = format!("unit;uke;y\n{rows}");
    let request = ask(&[("unit", Kind::Name), ("uke", PERIOD), ("y", VALUE)]);
    assert_eq!(column(text.as_bytes(), request, 1).len(), 18);
}

#[test]
fn an_export_of_one_month_was_one_day_without_a_word() {
    for day in ["2025-11-01", "30.11.2025"] {
        let text = format!("unit,period,y\nA,{day},1\nB,{day},2\n");
        let wanted = |kind| ask(&[("unit", Kind::Name), ("period", kind), ("y", VALUE)]);
        let text = text.as_bytes();
        assert!(said(text, wanted(PERIOD)).contains("if the whole month is meant, write 2026-11"), "{day}");
        assert!(!said(text, wanted(DAY)).contains("whole month"));
    }
    let other = "unit,period,y\nA,2025-11-02,1\n";
    let wanted = ask(&[("unit", Kind::Name), ("period", PERIOD), ("y", VALUE)]);
    assert!(!said(other.as_bytes(), wanted).contains("whole month"));
}

#[test]
fn reports_of_one_day_a_month_were_days_with_gaps_between() {
    let fifteenth = ["2026-01-15", "2026-02-15", "2026-03-15", "2026-05-15"];
    assert_eq!(periods("dato", &fifteenth), ["2026-01", "2026-02", "2026-03", "2026-05"]);
    assert!(said(&file("dato", &fifteenth), wanted("dato")).contains("days, one in each, are months"));
    let last_working_days = ["30.01.2026", "27.02.2026", "31.03.2026", "30.04.2026", "29.05.2026"];
    assert_eq!(periods("dato", &last_working_days)[4], "2026-05");
    let first_mondays = ["2026-01-05", "2026-02-02", "2026-03-02", "2026-04-06"];
    assert_eq!(periods("week", &first_mondays), ["2026-01", "2026-02", "2026-03", "2026-04"]);
    let quarters = ["2025-12-30", "2026-03-30", "2026-06-29", "2026-09-29"];
    assert_eq!(periods("dato", &quarters), ["2025Q4", "2026Q1", "2026Q2", "2026Q3"]);
    let fifteenths = ["2025-11-15", "2026-02-15", "2026-05-15", "2026-11-15"];
    assert_eq!(periods("dato", &fifteenths), ["2025Q4", "2026Q1", "2026Q2", "2026Q4"]);
    let springs = ["2023-03-15", "2024-03-15", "2025-03-15"];
    assert_eq!(periods("dato", &springs), ["2023", "2024", "2025"]);
    let years = ["2023-09-15", "2024-09-16", "2025-09-15"];
    assert_eq!(periods("dato", &years), ["2023", "2024", "2025"]);
    // Days are days where two lie in one month, or a month has none.
    for days in [["2026-01-15", "2026-01-29", "2026-02-13"], ["2026-01-15", "2026-02-17", "2026-04-09"]] {
        assert_eq!(periods("dato", &days), days);
    }
}

#[test]
fn school_years_were_months() {
    for cells in
        [["2004/05", "2005/06"], ["2010-11", "2011-12"], ["2012/13", "2013/14"], ["1998/99", "1999/00"]]
    {
        let line = wrong("year", &cells);
        assert!(line.contains("begins in one and ends in the next"), "{line}");
    }
    assert_eq!(periods("month", &["2025-05", "2025-06"]), ["2025-05", "2025-06"]);
    assert_eq!(periods("month", &["2004-05"]), ["2004-05"]);
    assert!(wrong("år", &["2025/26"]).contains("begins in one and ends in the next"));
}

#[test]
fn names_with_a_year_of_two_digits_were_kept_in_the_order_of_the_file() {
    for cells in [["FY24", "FY23"], ["Summer 24", "Spring 24"], ["Mon 3 Oct", "Mon 26 Sep"], ["'24", "'23"]] {
        assert!(wrong("period", &cells).contains("looks like a date"), "{cells:?}");
    }
}
