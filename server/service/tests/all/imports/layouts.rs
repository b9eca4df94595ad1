//! Files written in other ways than the usual one: read when the whole column leaves no doubt, else refused.

use domain::{
    Role,
    exchange::import::{
        DateOrder, DecimalMark, DryRun, FileProblem, ImportKind, ImportState, Mapping, Reading, RowWhy,
        Separator, TotalRows,
    },
};
use service::{
    Services,
    imports::{Bytes, Target, begin, import, uploads},
};

use crate::common::{actor, now, number, on_both, on_sqlite};

/// Imports as the command line does, and makes units that are new.
async fn run(services: &Services, kind: ImportKind, csv: &[u8]) -> DryRun {
    let file = Bytes(csv);
    let mapping = begin(&file, &Default::default())
        .map(|beginning| Mapping { creates_units: true, ..Mapping::propose(kind, &beginning.heads) })
        .unwrap_or_default();
    let db = &services.db.reader;
    let mut target = Target::everywhere(db, kind, mapping, now().date_naive(), &file).await.unwrap();
    import(services, &mut target, |_| {}).await.unwrap()
}

/// Of a clean import, how many rows it had and what a question about it says.
async fn written(kind: ImportKind, csv: &str, question: &str) -> (u64, i64) {
    let (services, _folder) = on_sqlite().await;
    let report = run(&services, kind, csv.as_bytes()).await;
    assert!(report.is_clean(), "{csv}: {:?} {:?}", report.file_problem, report.problems);
    (report.rows, number(&services, question).await)
}

#[tokio::test]
async fn days_of_a_month_each_were_taken_for_single_days() {
    let months = "SELECT COUNT(*) FROM history WHERE resolution = 'month' AND unit_id = 3";
    for periods in [
        ["2025-01-01", "2025-02-01", "2025-03-01"],
        ["2025-01-31", "2025-02-28", "2025-03-31"],
        ["01.01.2025", "01.02.2025", "01.03.2025"],
        ["2025M01", "2025M02", "2025M03"],
    ] {
        let rows: String = periods.iter().map(|period| format!("A,{period},3,100\n")).collect();
        let csv = format!("unit,period,complaints,contacts\n{rows}");
        assert_eq!(written(ImportKind::History, &csv, months).await, (3, 3), "{periods:?}");
    }
    // Contacts and complaints happen on days, whichever day that is.
    let csv = "unit,date,contacts\nA,2026-09-01,3\nA,2026-10-01,4\nA,2026-11-01,5\n";
    assert_eq!(written(ImportKind::Contacts, csv, "SELECT COUNT(*) FROM contact_day").await, (3, 3));
}

#[tokio::test]
async fn numbers_with_marks_are_read_as_the_whole_column_writes_them() {
    let sum = "SELECT SUM(contacts) FROM contact_day";
    for cells in [
        ["1.234", "987", "12.000"],
        ["1 234", "987", "12 000"],
        ["1\u{a0}234", "987", "12\u{a0}000"],
        ["1234.0", "987.0", "12000.0"],
        ["1234,0", "987,0", "12000,0"],
    ] {
        let rows: String =
            cells.iter().enumerate().map(|(day, cell)| format!("A;0{}.11.2026;{cell}\n", day + 2)).collect();
        let csv = format!("enhet;dato;kundekontakter\n{rows}");
        assert_eq!(written(ImportKind::Contacts, &csv, sum).await, (3, 14_221), "{cells:?}");
    }
    let (services, _folder) = on_sqlite().await;
    let half =
        run(&services, ImportKind::Contacts, b"unit;date;contacts\nA;2026-11-02;12,5\nA;2026-11-03;9\n")
            .await;
    assert_eq!(half.problems[0].why, RowWhy::NotANumber, "half a customer is none");
}

#[tokio::test]
async fn times_of_day_belong_to_their_day() {
    let days = "SELECT COUNT(*) FROM complaint WHERE happened_on = '2026-11-03'";
    for time in ["2026-11-03 09:41:22", "2026-11-03T09:41", "03.11.2026 09:41"] {
        let csv = format!("unit,date,what\nA,{time},Kassa tok feil pris\nA,{time},Ventet lenge\n");
        assert_eq!(written(ImportKind::Complaints, &csv, days).await, (2, 2), "{time}");
    }
}

#[tokio::test]
async fn what_adds_up_the_others_is_left_out_and_the_rest_keeps_its_row_numbers() {
    let units = "SELECT COUNT(*) FROM unit WHERE external_id NOT IN ('S', 'A', 'B', 'T', 'C')";
    for total in ["Total", "Sum", "I alt", "ALLE BUTIKKER"] {
        let csv = format!(
            "unit,period,complaints,contacts\nNorth,2025-01,13,1400\nSouth,2025-01,9,1300\n{total},2025-01,22,2700\n\
             North,2025-02,12,1400\nSouth,2025-02,9,1300\n{total},2025-02,21,2700\n"
        );
        // The root counts as a unit of its own here.
        assert_eq!(written(ImportKind::History, &csv, units).await, (4, 3), "{total}");
    }
    let (services, _folder) = on_sqlite().await;
    let csv = b"unit,period,complaints,contacts\nNorth,2025-01,13,1400\nTotal,2025-01,13,1400\nSouth,2025-01,x,1300\n";
    let report = run(&services, ImportKind::History, csv).await;
    assert_eq!((report.rows, report.problems[0].row), (2, 4));
}

#[tokio::test(flavor = "multi_thread")]
async fn two_spellings_of_one_number_are_one_unit() {
    on_both(async |services| {
        let csv = "unit,period,complaints,contacts\nB\u{e6}r og \u{c5}s,2025-01,1,10\nB\u{e6}r og A\u{30a}s,2025-02,1,10\n\
                   BÆR OG ÅS,2025-03,1,10\n a ,2025-01,1,10\n";
        let report = run(&services, ImportKind::History, csv.as_bytes()).await;
        assert!(report.is_clean(), "{:?}", report.problems);
        assert_eq!((report.units, report.new_units), (2, 1), "the other one is team A");
    })
    .await;
}

#[tokio::test]
async fn what_fits_two_readings_is_refused_until_another_row_tells() {
    let (services, _folder) = on_sqlite().await;
    let csv = b"unit,date,contacts\nA,03/04/2026,12\nA,05/06/2026,9\n";
    let report = run(&services, ImportKind::Contacts, csv).await;
    let Some(FileProblem::DateUnclear { row, column, cell, one, other }) = report.file_problem else {
        panic!("{report:?}")
    };
    assert_eq!((row, column.as_str(), cell.as_str()), (2, "date", "03/04/2026"));
    assert_eq!([one, other], ["2026-04-03", "2026-03-04"]);
    assert_eq!(number(&services, "SELECT COUNT(*) FROM contact_day").await, 0);
    let csv = "unit,date,contacts\nA,03/04/2026,12\nA,25/06/2026,9\n";
    let day = "SELECT COUNT(*) FROM contact_day WHERE day = '2026-04-03'";
    assert_eq!(written(ImportKind::Contacts, csv, day).await, (2, 1));
}

#[tokio::test]
async fn a_line_that_says_the_separator_and_heads_with_commas_were_in_the_way() {
    let sum = "SELECT SUM(contacts) FROM contact_day";
    for csv in [
        "sep=;\nunit;date;contacts\nA;2026-11-02;12\n",
        "sep=;\r\nunit;date;contacts\r\nA;2026-11-02;12\r\n",
        "\"unit\";\"date\";\"contacts\";\"note, long, longer, longest\"\nA;2026-11-02;12;x\n",
    ] {
        assert_eq!(written(ImportKind::Contacts, csv, sum).await, (1, 12), "{csv}");
    }
    let (services, _folder) = on_sqlite().await;
    let report =
        run(&services, ImportKind::Contacts, b"sep=;\nunit;date;contacts\nA;2026-11-02;many\n").await;
    assert_eq!(
        (report.problems[0].row, &report.problems[0].why),
        (3, &RowWhy::NotANumber),
        "as a spreadsheet counts"
    );
}

#[tokio::test]
async fn what_only_begins_like_a_workbook_is_no_table() {
    let (services, _folder) = on_sqlite().await;
    let report = run(&services, ImportKind::History, b"PK\x03\x04\x14\x00\x06\x00\x08\x00").await;
    assert_eq!(report.file_problem, Some(FileProblem::Workbook));
}

/// A workbook with a title above the head, and a second sheet.
fn workbook(heads: &[&str], rows: &[&[&str]]) -> Vec<u8> {
    let mut workbook = rust_xlsxwriter::Workbook::new();
    let sheet = workbook.add_worksheet();
    sheet.set_name("Tabell").unwrap();
    sheet.write(0, 0, "Uttrekk fra kassen").unwrap();
    for (place, head) in heads.iter().enumerate() {
        sheet.write(2, place as u16, *head).unwrap();
    }
    for (row, cells) in rows.iter().enumerate() {
        for (place, cell) in cells.iter().enumerate() {
            match cell.parse::<f64>() {
                Ok(number) => sheet.write(row as u32 + 3, place as u16, number).unwrap(),
                Err(_) => sheet.write(row as u32 + 3, place as u16, *cell).unwrap(),
            };
        }
    }
    let other = workbook.add_worksheet();
    other.set_name("Annet").unwrap();
    other.write(0, 0, "ingen tabell").unwrap();
    workbook.save_to_buffer().unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn workbooks_could_not_be_imported_whatever_they_held() {
    on_both(async |services| {
        let files: [(ImportKind, Vec<u8>, &str); 5] = [
            (
                ImportKind::Contacts,
                workbook(
                    &["enhet", "dato", "kundekontakter"],
                    &[&["A", "2026-11-02", "1234"], &["B", "2026-11-02", "7"]],
                ),
                "SELECT SUM(contacts) FROM contact_day",
            ),
            (
                ImportKind::History,
                workbook(
                    &["enhet", "periode", "klager", "kundekontakter"],
                    &[&["C", "2025Q1", "31", "1203"]],
                ),
                "SELECT SUM(contacts + complaints) FROM history WHERE unit_id = (SELECT id FROM unit WHERE external_id = 'C')",
            ),
            (
                ImportKind::Complaints,
                workbook(&["enhet", "dato", "beskrivelse"], &[&["A", "2026-11-03", "Blåbær var moset"]]),
                "SELECT COUNT(*) + 1233 FROM complaint WHERE what = 'Blåbær var moset'",
            ),
            (
                ImportKind::Units,
                workbook(&["nummer", "navn", "slag", "overordnet"], &[&["N7", "Nytt team", "team", "S"]]),
                "SELECT COUNT(*) + 1233 FROM unit WHERE name = 'Nytt team'",
            ),
            (
                ImportKind::People,
                workbook(&["nummer", "navn", "enhet"], &[&["4711", "Åse Ø", "A"], &["4712", "Bo", "A"]]),
                "SELECT COUNT(*) + 1232 FROM person WHERE external_id IN ('4711', '4712')",
            ),
        ];
        for (kind, file, question) in files {
            let report = run(&services, kind, &file).await;
            assert!(report.is_clean(), "{kind:?}: {:?} {:?}", report.file_problem, report.problems);
            let expected = if kind == ImportKind::Contacts { 1_241 } else { 1_234 };
            assert_eq!(number(&services, question).await, expected, "{kind:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn text_of_two_bytes_a_character_is_read() {
    let (services, _folder) = on_sqlite().await;
    let csv = "enhet\tdato\tkundekontakter\nA\t02.11.2026\t1 234\n";
    let bytes: Vec<u8> =
        [0xff, 0xfe].into_iter().chain(csv.encode_utf16().flat_map(u16::to_le_bytes)).collect();
    let report = run(&services, ImportKind::Contacts, &bytes).await;
    assert!(report.is_clean(), "{report:?}");
    assert_eq!(report.contacts, 1_234);
}

#[tokio::test]
async fn nobody_could_say_how_a_file_is_read_that_leaves_it_open() {
    let (services, _folder) = on_sqlite().await;
    let admin = actor(Role::Admin, 1);
    let csv = b"unit;date;contacts\nA;03/04/2026;1,234\nA;05/06/2026;1,235\n".to_vec();
    let id =
        uploads::create(&services.exchange, Some(&admin), ImportKind::Contacts, "c.csv", csv).await.unwrap();
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert!(!page.dry_run.is_clean(), "{:?}", page.dry_run);
    let reading = Reading {
        separator: Some(Separator::Semicolon),
        decimal: Some(DecimalMark::Point),
        dates: Some(DateOrder::Dmy),
        ..Reading::default()
    };
    let mapping = Mapping { reading: reading.clone(), ..page.mapping };
    uploads::remap(&services.exchange, Some(&admin), id, mapping).await.unwrap();
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert!(page.dry_run.is_clean(), "{:?}", page.dry_run);
    assert_eq!(page.dry_run.span, Some(("2026-04-03".into(), "2026-06-05".into())));
    assert_eq!(page.dry_run.contacts, 2_469);
    assert_eq!(page.mapping.reading, reading, "it is shown as it was said");
}

#[tokio::test]
async fn a_row_called_a_sum_that_was_none_was_left_out_without_a_word() {
    let (services, _folder) = on_sqlite().await;
    let admin = actor(Role::Admin, 1);
    let csv =
        b"unit,period,complaints,contacts\nA,2025-01,13,1400\nB,2025-01,9,1300\nTotal,2025-01,30,2900\n"
            .to_vec();
    let id =
        uploads::create(&services.exchange, Some(&admin), ImportKind::History, "h.csv", csv).await.unwrap();
    let look = async || uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    let page = look().await;
    let unclear = FileProblem::TotalUnclear { row: 4, cell: "Total".into() };
    assert_eq!(page.dry_run.file_problem, Some(unclear), "{:?}", page.dry_run);
    for (totals, creates_units, rows, complaints) in
        [(TotalRows::LeaveOut, false, 2, 22), (TotalRows::Keep, true, 3, 52)]
    {
        let reading = Reading { totals: Some(totals), ..Reading::default() };
        let mapping = Mapping { reading, creates_units, ..page.mapping.clone() };
        uploads::remap(&services.exchange, Some(&admin), id, mapping).await.unwrap();
        let run = look().await.dry_run;
        assert!(run.is_clean(), "{run:?}");
        assert_eq!((run.rows, run.complaints), (rows, complaints), "{totals:?}");
    }
}

#[tokio::test]
async fn the_mark_of_a_missing_figure_could_not_be_said() {
    let (services, _folder) = on_sqlite().await;
    let admin = actor(Role::Admin, 1);
    let csv =
        b"unit,period,complaints,contacts\nA,2025-01,13,1400\nA,2025-02,..,:\nA,2025-03,9,1300\n".to_vec();
    let id =
        uploads::create(&services.exchange, Some(&admin), ImportKind::History, "h.csv", csv).await.unwrap();
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert!(!page.dry_run.is_clean());
    let reading = Reading { missing: ".. :".into(), ..Reading::default() };
    let mapping = Mapping { reading, ..page.mapping };
    uploads::remap(&services.exchange, Some(&admin), id, mapping).await.unwrap();
    let run = uploads::page(&services.exchange, Some(&admin), id).await.unwrap().dry_run;
    assert_eq!((run.complaints, run.contacts), (22, 2_700), "{run:?}");
}

#[tokio::test]
async fn a_time_with_its_distance_to_utc_falls_on_the_organisations_own_day() {
    let day = "SELECT COUNT(*) FROM contact_day WHERE day = '2026-11-03'";
    let csv = "unit,date,contacts\nA,2026-11-02T23:30:00Z,12\n";
    assert_eq!(written(ImportKind::Contacts, csv, day).await, (1, 1));
}

#[tokio::test]
async fn the_other_sheet_of_a_workbook_is_read_when_it_is_chosen() {
    let (services, _folder) = on_sqlite().await;
    let admin = actor(Role::Admin, 1);
    let file = workbook(&["unit", "date", "contacts"], &[&["A", "2026-11-02", "12"]]);
    let id = uploads::create(&services.exchange, Some(&admin), ImportKind::Contacts, "c.xlsx", file)
        .await
        .unwrap();
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert!(page.dry_run.is_clean(), "{:?}", page.dry_run);
    assert_eq!(page.sheets, ["Tabell", "Annet"]);
    let reading = Reading { sheet: Some("Annet".into()), ..Reading::default() };
    let mapping = Mapping { reading, ..Mapping::default() };
    uploads::remap(&services.exchange, Some(&admin), id, mapping).await.unwrap();
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert!(!page.dry_run.is_clean());
    assert_eq!(page.heads, ["ingen tabell"]);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_understood_is_shown_before_it_is_confirmed_and_written_the_same() {
    on_both(async |services| {
        crate::common::run(&services, "INSERT INTO role_grant VALUES (1, 'admin', 1)").await;
        let admin = actor(Role::Admin, 1);
        let csv = "unit;period;complaints;contacts\nA;01.01.2025;3;1.400\nA;01.02.2025;4;12.000\nTotalt;;7;13.400\n";
        let id =
            uploads::create(&services.exchange, Some(&admin), ImportKind::History, "h.csv", csv.into()).await.unwrap();
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        assert!(page.dry_run.is_clean(), "{:?}", page.dry_run);
        let [en, nb] = page.said.map(|lines| lines.join("\n"));
        for (said, words) in [(&en, ["thousands", "months", "Totalt"]), (&nb, ["tusener", "måneder", "Totalt"])] {
            assert!(words.iter().all(|word| said.contains(word)), "{said}");
            assert!(!said.contains("--"), "advice about the command line: {said}");
        }
        uploads::confirm(&services, Some(&admin), id, &Default::default()).await.unwrap();
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        assert_eq!(page.import.state, ImportState::Done);
        let months = "SELECT SUM(contacts) FROM history WHERE resolution = 'month'";
        assert_eq!(number(&services, months).await, 13_400);
    })
    .await;
}
