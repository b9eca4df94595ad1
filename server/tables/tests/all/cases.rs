//! Files that people sent, each with what once went wrong with it.

use crate::common::*;
use tables::{Calendar, Dates, Decimal, Digits, Encoding, Kind, Missing, Order, TakenFrom, Totals};

const FUNNEL: [(&str, Kind); 3] = [("unit", Kind::Name), ("complaints", VALUE), ("contacts", Kind::Count)];
const SERIES: [(&str, Kind); 3] = [("month", LABEL), ("complaints", VALUE), ("contacts", Kind::Count)];
const PANEL: [(&str, Kind); 5] = [
    ("unit", Kind::Name),
    ("period", PERIOD),
    ("complaints", Kind::Count),
    ("visits", Kind::Count),
    ("strain", MEAN),
];
const HISTORY: [(&str, Kind); 4] =
    [("unit", Kind::Name), ("period", PERIOD), ("complaints", Kind::Whole), ("contacts", Kind::Whole)];

#[test]
fn a_point_before_three_digits_was_taken_for_a_decimal_point() {
    let bytes = data("thousands-dot.csv");
    let line = refused(&bytes, ask(&FUNNEL));
    assert!(line.contains("row 3, column \"contacts\": \"1.234\" may be 1.234 or 1234"), "{line}");
    assert!(line.contains("--decimal"), "{line}");
    let mut request = ask(&FUNNEL);
    request.decimal = Some(Decimal::Comma);
    let contacts = numbers(&column(&bytes, request, 2));
    assert_eq!(contacts[..4], [987.0, 1234.0, 12_500.0, 845.0]);
    // A whole number of contacts can be one thing only.
    let whole = ask(&[("unit", Kind::Name), ("complaints", Kind::Whole), ("contacts", Kind::Whole)]);
    assert_eq!(numbers(&column(&bytes, whole, 2)), contacts);
}

#[test]
fn a_comma_before_three_digits_in_a_tab_file_was_taken_for_a_decimal_comma() {
    let text = "unit\tcomplaints\tcontacts\nA\t5\t987\nB\t7\t1,234\n";
    for bytes in every_way(text) {
        assert!(refused(&bytes, ask(&FUNNEL)).contains("\"1,234\" may be 1234 or 1.234"));
    }
}

#[test]
fn numbers_parted_by_no_break_spaces_were_refused() {
    let contacts = numbers(&column(&data("thousands-nbsp.csv"), ask(&FUNNEL), 2));
    assert_eq!(contacts[..4], [987.0, 1234.0, 12_500.0, 845.0]);
    for space in ["\u{a0}", "\u{202f}", "\u{2009}", " ", "'", "’"] {
        let text =
            format!("unit;complaints;contacts\nÅs;5;987\nØst;7;12{space}345{space}678\nÆr;1;1{space}234,5\n");
        let bytes = encode_utf(&text);
        for bytes in bytes {
            assert_eq!(column(&bytes, ask(&FUNNEL), 2), ["987", "12345678", "1234.5"], "{space:?}");
        }
    }
}

fn encode_utf(text: &str) -> Vec<Vec<u8>> {
    [Encoding::Utf8, Encoding::Utf8Mark, Encoding::Utf16Le, Encoding::Utf16Be]
        .into_iter()
        .flat_map(|encoding| LINE_ENDS.map(|end| tables::encode(&text.replace('\n', end), encoding)))
        .collect()
}

#[test]
fn months_newest_first_were_drawn_backwards() {
    for name in ["dates-newest-first.csv", "periods-ssb.csv"] {
        let request = match name {
            "periods-ssb.csv" => ask(&[("måned", LABEL), ("klager", VALUE), ("kontakter", Kind::Count)]),
            _ => ask(&SERIES),
        };
        let bytes = data(name);
        let (table, found) = read(&bytes, request.clone()).unwrap();
        let layout = table.periods(0).unwrap();
        assert_eq!(layout.calendar, Calendar::Of(domain::Resolution::Month), "{name}");
        assert!(layout.is_newest_first);
        assert_eq!(found[0][1..], ["2025-09", "18", "1080"]);
        assert_eq!(found[9][1], "2024-12");
        assert!(said(&bytes, request).contains("newest first"));
    }
}

#[test]
fn other_ways_to_write_a_month_were_taken_for_names() {
    let months = |written: [&str; 4]| {
        let text = format!(
            "month;complaints;contacts\n{};1;10\n{};2;10\n{};3;10\n{};4;10\n",
            written[0], written[1], written[2], written[3]
        );
        column(&encode_utf(&text)[0], ask(&SERIES), 0)
    };
    let right = ["2025-10", "2025-09", "2025-08", "2025-07"];
    for written in [
        ["01.10.2025", "01.09.2025", "01.08.2025", "01.07.2025"],
        ["Oct-25", "Sep-25", "Aug-25", "Jul-25"],
        ["okt 2025", "sep 2025", "aug 2025", "jul 2025"],
        ["oktober 2025", "september 2025", "august 2025", "juli 2025"],
        ["2025-10-01 00:00:00", "2025-09-01 00:00:00", "2025-08-01 00:00:00", "2025-07-01 00:00:00"],
        ["2025M10", "2025M09", "2025M08", "2025M07"],
        ["2025-10-31", "2025-09-30", "2025-08-31", "2025-07-31"],
        ["10/2025", "09/2025", "08/2025", "07/2025"],
        ["1-Oct-25", "1-Sep-25", "1-Aug-25", "1-Jul-25"],
    ] {
        assert_eq!(months(written), right, "{written:?}");
    }
}

#[test]
fn an_american_date_was_a_name_and_is_refused_until_its_order_is_clear() {
    let text = "month,complaints,contacts\n9/1/25,1,10\n8/1/25,2,10\n7/1/25,3,10\n6/1/25,3,10\n";
    for bytes in every_way(text) {
        let line = refused(&bytes, ask(&SERIES));
        assert!(
            line.contains("row 2, column \"month\": \"9/1/25\" may be 2025-01-09 or 2025-09-01"),
            "{line}"
        );
        let mut request = ask(&SERIES);
        request.dates = Some(Dates::Order(Order::Mdy));
        assert_eq!(column(&bytes, request, 0), ["2025-09", "2025-08", "2025-07", "2025-06"]);
    }
    let clear = "month,complaints,contacts\n9/30/2025,1,10\n9/2/2025,2,10\n";
    assert_eq!(column(clear.as_bytes(), ask(&SERIES), 0), ["2025-09-30", "2025-09-02"]);
    let broken = "month,complaints,contacts\n9/30/2025,1,10\n30/9/2025,2,10\n";
    assert!(refused(broken.as_bytes(), ask(&SERIES)).contains("row 3, column \"month\": \"30/9/2025\""));
}

#[test]
fn quarters_and_weeks_of_a_statistical_office_were_refused() {
    for (written, right) in [
        (["2025K3", "2025K2"], ["2025Q3", "2025Q2"]),
        (["2025U37", "2025U36"], ["2025-W37", "2025-W36"]),
        (["3. kvartal 2025", "2. kvartal 2025"], ["2025Q3", "2025Q2"]),
        (["Uke 37 2025", "Uke 36 2025"], ["2025-W37", "2025-W36"]),
        (["20253", "20252"], ["2025Q3", "2025Q2"]),
        (["202537", "202536"], ["2025-W37", "2025-W36"]),
        (["20250901", "20250902"], ["2025-09-01", "2025-09-02"]),
    ] {
        let text = format!(
            "unit;period;complaints;visits;strain\nÅs;{};1;2;3,5\nÅs;{};2;3;4\n",
            written[0], written[1]
        );
        for bytes in every_way(&text) {
            assert_eq!(column(&bytes, ask(&PANEL), 1), right);
        }
    }
}

#[test]
fn year_and_month_in_six_digits_were_89_periods_apart_at_new_year() {
    let (table, found) = read(&data("panel-yyyymm.csv"), ask(&PANEL)).unwrap();
    assert_eq!(table.periods(1).unwrap().digits, Some(Digits::Month));
    assert_eq!((found.len(), found[0][2].as_str(), found[12][2].as_str()), (360, "2021-01", "2022-01"));
    let layout = table.periods(1).unwrap();
    assert_eq!(layout.read("202201").unwrap() - layout.read("202112").unwrap(), 1);
    let one_year = "unit,period,complaints,visits,strain\nA,202501,1,2,3\nA,202502,1,2,3\n";
    assert!(refused(one_year.as_bytes(), ask(&PANEL)).contains("may be a week or a month"));
}

#[test]
fn the_first_days_of_months_were_taken_for_single_days() {
    for (name, request, place) in [
        ("history-first-of-month.csv", ask(&HISTORY), 1),
        ("series-first-of-month.csv", ask(&SERIES), 0),
        ("panel-first-of-month.csv", ask(&PANEL), 1),
    ] {
        let bytes = data(name);
        let (table, _) = read(&bytes, request.clone()).unwrap();
        let layout = table.periods(place).unwrap();
        assert_eq!(layout.taken_from, Some(TakenFrom::FirstDays));
        assert_eq!(layout.calendar, Calendar::Of(domain::Resolution::Month), "{name}");
        let said = said(&bytes, request);
        assert!(said.contains("always the first of one are months"), "{said}");
    }
}

#[test]
fn the_last_days_of_weeks_quarters_and_years_were_taken_for_single_days() {
    for (written, calendar) in [
        (["2025-01-05", "2025-01-12", "2025-01-26"], "week"),
        (["2025-01-06", "2025-01-13", "2025-01-20"], "week"),
        (["2025-03-31", "2025-06-30", "2025-09-30"], "quarter"),
        (["2025-01-01", "2025-04-01", "2025-07-01"], "quarter"),
        (["2023-12-31", "2024-12-31", "2025-12-31"], "year"),
        (["2023-01-01", "2024-01-01", "2025-01-01"], "year"),
        (["2025-01-06", "2025-01-14", "2025-01-20"], "day"),
        (["2025-02-28", "2024-02-29", "2023-01-31"], "month"),
    ] {
        let text = format!(
            "month,complaints,contacts\n{},1,2\n{},1,2\n{},1,2\n",
            written[0], written[1], written[2]
        );
        let (table, _) = read(text.as_bytes(), ask(&SERIES)).unwrap();
        assert_eq!(table.periods(0).unwrap().calendar.name(), calendar, "{written:?}");
    }
}

#[test]
fn a_row_of_sums_was_a_unit_of_its_own() {
    let bytes = data("total-row.csv");
    let found = rows(&bytes, ask(&FUNNEL));
    assert_eq!((found.len(), found[11][1].as_str()), (12, "Shop 12"));
    let text = said(&bytes, ask(&FUNNEL));
    assert!(text.contains("left out, row 14: \"Total\" is the sum of the others"), "{text}");
    let mut request = ask(&FUNNEL);
    request.totals = Totals::Keep;
    assert_eq!(rows(&bytes, request).len(), 13);
    let found = rows(&data("history-total-row.csv"), ask(&HISTORY));
    assert!(found.iter().all(|row| row[1] != "Total"));
}

#[test]
fn a_row_of_sums_under_any_name_in_any_encoding_is_left_out() {
    for name in ["Sum", "I alt", "TOTALT:", "Hele landet", "Summe", "Kjeden på én linje"] {
        let text =
            format!("unit;complaints;contacts\nÅs;12;1 400,5\nØst;9;1 300\nÆr;11;1 000\n{name};32;3 700,5\n");
        for bytes in every_way(&text) {
            assert_eq!(column(&bytes, ask(&FUNNEL), 0), ["Ås", "Øst", "Ær"], "{name}");
        }
    }
}

#[test]
fn a_row_called_a_sum_that_adds_up_nothing_is_asked_about() {
    let text = "unit,complaints,contacts\nA,12,1400\nB,9,1300\nTotal,25,2700\n";
    let line = refused(text.as_bytes(), ask(&FUNNEL));
    assert!(line.contains("row 4: \"Total\" is called a sum and is not"), "{line}");
    for (totals, units) in [(Totals::Keep, 3), (Totals::LeaveOut, 2)] {
        let mut request = ask(&FUNNEL);
        request.totals = totals;
        assert_eq!(rows(text.as_bytes(), request).len(), units);
    }
    // What is all there is adds up nothing else.
    let text = "unit,period,complaints,contacts\nHele landet,2024M12,12,1400\nHele landet,2025M01,9,1300\n";
    assert_eq!(column(text.as_bytes(), ask(&HISTORY), 1), ["2024-12", "2025-01"]);
}

#[test]
fn a_sum_below_a_series_was_no_period() {
    let text = "month;complaints;contacts\n2025M01;3;100\n2025M02;4;120\nSum;7;220\n";
    for bytes in every_way(text) {
        assert_eq!(column(&bytes, ask(&SERIES), 0), ["2025-01", "2025-02"]);
    }
    let mean = "month;minutes\n2025M01;3,5\n2025M02;4,5\nTotalt;4\n";
    assert_eq!(column(mean.as_bytes(), ask(&[("month", LABEL), ("minutes", MEAN)]), 1), ["3.5", "4.5"]);
}

#[test]
fn one_name_in_two_spellings_was_two_units() {
    let bytes = data("history-two-spellings.csv");
    let names = column(&bytes, ask(&HISTORY), 0);
    assert_eq!(names[0], names[1]);
    assert!(said(&bytes, ask(&HISTORY)).lines().count() >= 1);
    let text = "unit,complaints,contacts\n Øst\u{a0}Ås,1,2\nøst  ås,3,4\nOst As,5,6\n";
    assert_eq!(column(text.as_bytes(), ask(&FUNNEL), 0), ["Øst Ås", "Øst Ås", "Ost As"]);
    assert!(said(text.as_bytes(), ask(&FUNNEL)).contains("is taken for the same name as \"Øst Ås\""));
}

#[test]
fn heads_with_the_separator_in_them_parted_the_table_wrongly() {
    let heads = [
        ("Butikk, navn", Kind::Name),
        ("Klager, i alt", VALUE),
        ("Kontakter, alle kanaler, antall", Kind::Count),
    ];
    let bytes = data("head-with-commas.csv");
    let found = rows(&bytes, ask(&heads));
    assert_eq!(found[2][1..], ["Carl Berner", "63", "12500"]);
    for (separator, other) in [(",", ";"), (";", ","), ("\t", ","), ("|", ";")] {
        let head = |name: &str| format!("\"{name}{other} {separator} all\"");
        let text = format!(
            "{}{separator}{}{separator}{}\nÅs{separator}1{separator}2\n\"B{separator}ø\"{separator}3{separator}4\n",
            head("unit"),
            head("y"),
            head("n")
        );
        let names = ["unit", "y", "n"].map(|name| format!("{name}{other} {separator} all"));
        let wanted =
            [(names[0].as_str(), Kind::Name), (names[1].as_str(), VALUE), (names[2].as_str(), Kind::Count)];
        for bytes in every_way(&text) {
            let found = rows(&bytes, ask(&wanted));
            assert_eq!(found[0][1..], ["Ås", "1", "2"], "{separator:?}");
            assert_eq!(found[1][3], "4");
        }
    }
}

#[test]
fn whole_numbers_written_as_12_0_were_refused() {
    let found = rows(&data("history-point-zero.csv"), ask(&HISTORY));
    assert_eq!(found[0], ["2", "A", "2025-01", "12", "1400"]);
    let text = "unit,period,complaints,contacts\nA,2025-01,12.5,1400\n";
    let line = refused(text.as_bytes(), ask(&HISTORY));
    assert!(line.contains("\"12.5\" is not a whole number"), "{line}");
}

#[test]
fn times_of_day_were_no_date() {
    let desk = [("Department", Kind::Name), ("Date Created", DAY), ("Ticket Number", Kind::Text)];
    let days = column(&data("desk-timestamps.csv"), ask(&desk), 1);
    assert_eq!(days, ["2025-11-03", "2025-11-03"]);
    for written in [
        "2025-11-03T09:41:22Z",
        "03.11.2025 09:41",
        "2025-11-03 09:41:22.000",
        "2025-11-03T09:41:22+01:00",
        "20251103",
        "3. november 2025 kl",
        "11/13/2025 9:41 PM",
    ] {
        let text = format!("Department,Date Created,Ticket Number\nA,{written},1\nB,{written},2\n");
        let expected = if written.starts_with("11/") { "2025-11-13" } else { "2025-11-03" };
        match read(text.as_bytes(), ask(&desk)) {
            Ok((_, rows)) => assert_eq!(rows[0][2], expected, "{written}"),
            Err(problem) => assert!(written.ends_with("kl"), "{}", line(&problem)),
        }
    }
    let late = "Department,Date Created,Ticket Number\nA,2025-11-03T23:30:00Z,1\n";
    let mut request = ask(&desk);
    assert!(said(late.as_bytes(), request.clone()).contains("--zone gives the local day"));
    request.zone = Some(chrono_tz::Europe::Oslo);
    assert_eq!(column(late.as_bytes(), request, 1), ["2025-11-04"]);
}

#[test]
fn a_line_that_names_the_separator_was_taken_for_the_head() {
    let found = rows(&data("sep-line.csv"), ask(&FUNNEL));
    assert_eq!(found[0], ["3", "Alna", "5", "987"]);
    for separator in [";", ",", "\t", "|", "^"] {
        for said in [format!("sep={separator}"), format!("SEP={separator}"), format!("\"sep={separator}\"")] {
            let text = format!("{said}\nunit;complaints;contacts\nÅs;1;2\n").replace(';', separator);
            let text = text.replacen(&said.replace(';', separator), &said, 1);
            for bytes in every_way(&text) {
                assert_eq!(rows(&bytes, ask(&FUNNEL)), [["3", "Ås", "1", "2"]]);
            }
        }
    }
}

#[test]
fn a_workbook_was_a_file_of_characters_no_encoding_has() {
    let bytes = data("workbook.xlsx");
    assert_eq!(rows(&bytes, ask(&HISTORY)), [["2", "F3", "2025-01", "3", "100"]]);
    assert!(said(&bytes, ask(&HISTORY)).contains("workbook, sheet \"Sheet\""));
}

#[test]
fn titles_above_and_remarks_below_a_table_were_rows() {
    let wanted = [("Site Code", Kind::Name), ("Total New", VALUE), ("Attended Contacts", VALUE)];
    let mut request = ask(&wanted);
    request.totals = Totals::LeaveOut;
    request.missing = Missing::with(&["*".to_owned()]);
    let bytes = data("complaints_by_site.csv");
    let line = refused(&bytes, request.clone());
    assert!(line.contains("\"12,410\" may be 12410 or 12.41"), "{line}");
    request.decimal = Some(Decimal::Point);
    let (table, found) = read(&bytes, request.clone()).unwrap();
    assert_eq!((table.understood().head_row, table.understood().titles.len()), (4, 2));
    assert_eq!(found[0], ["5", "RZ1A", "48", "12410"]);
    assert_eq!(found[4][2], "–");
    assert!(found.iter().all(|row| row[1] != "ALL"));
    let said = said(&bytes, request);
    assert!(said.contains("\"* suppressed: fewer than 5\" is a line of text below the table"), "{said}");
}

#[test]
fn an_empty_line_after_the_head_and_line_breaks_in_cells_shifted_the_rows_told() {
    let wanted = [("Rating", Kind::Text), ("Recorded date", Kind::Text)];
    let found = rows(&data("desk-csat.csv"), ask(&wanted));
    assert_eq!(found[0][0], "3");
    // The line break inside the cell of the row before is no row.
    assert_eq!(found[7][0], "10");
    let text = "unit,complaints,contacts\n\n\"A\nå\",1,2\n\n\nB,x,2";
    for bytes in every_way(text) {
        assert!(refused(&bytes, ask(&FUNNEL)).contains("row 6, column \"complaints\""));
    }
}

#[test]
fn marks_of_a_missing_figure_are_proposed_and_taken_when_declared() {
    for mark in ["..", ":", "-", ".", "*", "N/A", "–", "NaN"] {
        let text = format!("month;complaints;contacts\n2025M01;{mark};100\n2025M02;4;120\n");
        let line = refused(text.as_bytes(), ask(&SERIES));
        assert!(line.contains("row 2, column \"complaints\"") && line.contains("--missing"), "{line}");
        let mut request = ask(&SERIES);
        request.missing = Missing::with(&[mark.to_owned()]);
        assert_eq!(column(text.as_bytes(), request.clone(), 1), ["–", "4"]);
        assert!(said(text.as_bytes(), request).contains("counts as missing; cells: 1"));
    }
    let text = "month;complaints;contacts\n2025M01;NA;100\n2025M02;;120\n";
    assert_eq!(column(text.as_bytes(), ask(&SERIES), 1), ["–", "–"]);
}

#[test]
fn a_column_that_mixes_periods_and_other_things_is_refused() {
    for (written, expected) in [
        (["2025-01", "2025-W05"], "row 3, column \"month\": \"2025-W05\" is written another way"),
        (["2025-01", "later"], "row 3, column \"month\": \"later\" is no period"),
        (["before", "2025-01"], "row 2, column \"month\": \"before\" is no period"),
        (["spring 2025", "autumn 2025"], "looks like a date"),
        (["2025H1", "2025H2"], "looks like a date"),
        (["Uke 37", "Uke 36"], "looks like a date"),
        (["31/8", "30/8"], "looks like a date"),
        (["45931", "45962"], "as spreadsheets count days"),
        (["2025-13", "2025-14"], "looks like a date"),
    ] {
        let text = format!("month,complaints,contacts\n{},1,2\n{},1,2\n", written[0], written[1]);
        let line = refused(text.as_bytes(), ask(&SERIES));
        assert!(line.contains(expected), "{line}");
    }
    let text = "month,complaints,contacts\nspring,1,2\nautumn,1,2\n";
    assert_eq!(column(text.as_bytes(), ask(&SERIES), 0), ["spring", "autumn"]);
}

#[test]
fn letters_of_an_old_mac_or_of_dos_were_read_as_signs() {
    let words = [
        &b"B\xberum"[..],
        b"Dr\xbfbak",
        b"L\x8crdal",
        b"\xafst",
        b"L\x86rdal",
        b"Br\x9bnn\x9bysund",
        b"Tr\x91na",
    ];
    for word in words {
        let text = [b"unit,complaints,contacts\nA,1,2\n", word, b",3,4\n"].concat();
        let line = refused(&text, ask(&FUNNEL));
        assert!(line.contains("row 3: has signs such as"), "{line}");
    }
    // What Windows-1252 has these for.
    for word in
        ["D’Or", "Coca®", "¿Qué", "1¾ liter", "Œuvre", "ŒUVRE", "Škoda", "„Ås”", "† 2020", "Oslo ® Øst"]
    {
        let text = format!("unit,complaints,contacts\n\"{word}\",3,4\nØst,1,2\n");
        let found = column(&tables::encode(&text, Encoding::Windows1252), ask(&FUNNEL), 0);
        assert_eq!(found[0], word);
    }
}

#[test]
fn one_name_with_and_without_an_invisible_sign_was_two_units() {
    let text = "unit,complaints,contacts\nShop,1,2\nSh\u{200b}op,3,4\nSho\u{ad}p,5,6\n\u{200e}Shop,1,2\n";
    assert_eq!(column(text.as_bytes(), ask(&FUNNEL), 0), ["Shop"; 4]);
}
