//! Everything that is wrong is named, row by row, and then nothing is written.

use std::fmt::Write as _;

use domain::{
    AccountId, UnitId,
    exchange::import::{FileProblem, ImportKind, Mapping, RowWhy},
};
use service::imports::{Bytes, Target, begin, dry_run};

use super::{look, people, run, units};
use crate::common::{self, now, number, on_both};

fn found(report: &domain::exchange::import::DryRun) -> Vec<(u64, &str, RowWhy)> {
    report.problems.iter().map(|p| (p.row, p.column.as_str(), p.why.clone())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_row_of_units_is_named() {
    on_both(async |services| {
        common::run(&services, "UPDATE unit SET closed_on = '2026-11-01' WHERE external_id IN ('A', 'B')").await;
        let csv = "number,name,kind,parent\nX1,One,team,NOWHERE\nX2,Two,region,S\nX3,Three,butikk,S\nT,Site T,team,\n\
                   L1,Loop,site,L2\nL2,Loop,site,L1\nX4,Four,team,A\nB,Team B,team,S\nX5,,team,X3\nX6,Six,team,X6\n\
                   X7,Seven,team,X5\nX7,Seven,team,S\nROOT,Testkjeden,organisation,S\nX8,Eight,organisation,\n\
                   X9,A\u{202e}B,team,S\n";
        let report = look(&services, ImportKind::Units, csv).await;
        assert_eq!(
            found(&report),
            [
                (2, "parent", RowWhy::UnknownParent),
                (3, "kind", RowWhy::KindDoesNotFit),
                (4, "kind", RowWhy::UnknownKind),
                (5, "kind", RowWhy::KindFixed),
                (6, "parent", RowWhy::ParentLoop),
                (7, "parent", RowWhy::ParentLoop),
                (8, "parent", RowWhy::UnitClosed),
                (9, "number", RowWhy::UnitClosed),
                (10, "name", RowWhy::Empty),
                (11, "parent", RowWhy::ParentLoop),
                (13, "number", RowWhy::Duplicate { first_row: 12 }),
                (14, "parent", RowWhy::KindDoesNotFit),
                (15, "kind", RowWhy::KindDoesNotFit),
                (16, "name", RowWhy::Unprintable),
            ]
        );
        assert!(report.diff.is_none() && !report.is_clean());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn every_bad_row_of_people_is_named() {
    on_both(async |services| {
        common::run(&services, "UPDATE unit SET closed_on = '2026-11-01' WHERE external_id = 'B'").await;
        let long = "x".repeat(121);
        let csv = format!(
            "number,name,email,unit,roles,from\nN1,One,,NOWHERE,,\nN2,Two,,B,,\nN3,Three,a@x.no,A,,\nN4,Four,A@x.no,A,,\n\
             N5,Five,manager@example.org,A,,\nN6,Six,six,A,,\nN7,Seven,,A,sjef,\nN8,Eight,,-,manager,\nN9,Nine,,A,hr:NO,\n\
             N3,Again,,A,,\nP1,One,,T,,2026-11-16\nP2,Two,,A,,2026-11-16\nN10,\"Ti\nto\",,A,,\nN11,{long},,A,,\n\
             N12,Twelve,,A,,17.11.2026\nN13,,six,,,\nn2,Lower,,A,,\nN14,Few\n"
        );
        let report = look(&services, ImportKind::People, &csv).await;
        assert_eq!(
            found(&report),
            [
                (2, "unit", RowWhy::UnknownUnit),
                (3, "unit", RowWhy::UnitClosed),
                (5, "email", RowWhy::DuplicateAddress { first_row: 4 }),
                (6, "email", RowWhy::AddressTaken),
                (7, "email", RowWhy::NotAnAddress),
                (8, "roles", RowWhy::UnknownRole),
                (9, "roles", RowWhy::RoleWithoutUnit),
                (10, "roles", RowWhy::UnknownUnit),
                (11, "number", RowWhy::Duplicate { first_row: 4 }),
                (12, "from", RowWhy::RoundBegun),
                (14, "name", RowWhy::Unprintable),
                (15, "name", RowWhy::TooLong),
                (16, "from", RowWhy::NotADate),
                (17, "email", RowWhy::NotAnAddress),
                (17, "name", RowWhy::Empty),
                (17, "unit", RowWhy::Empty),
                (18, "number", RowWhy::Duplicate { first_row: 3 }),
                (19, "from", RowWhy::WrongWidth),
            ]
        );
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 17);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_who_still_belongs_to_a_closed_unit_and_no_last_admin_is_lost() {
    on_both(async |services| {
        let all = |mapping: &mut Mapping| mapping.is_complete = true;
        let report = run(&services, ImportKind::Units, b"number,name,kind\nS,Site S,site\n", all).await;
        assert_eq!(
            found(&report),
            [
                (0, "number", RowWhy::NotClosable),
                (0, "number", RowWhy::NotClosable),
                (0, "number", RowWhy::NotClosable)
            ]
        );
        let report =
            run(&services, ImportKind::Units, b"number,name,kind,parent\nA,Team A,team,S\n", all).await;
        assert!(report.problems.iter().any(|p| (p.row, &p.why) == (2, &RowWhy::UnitClosed)));
        common::run(&services, "INSERT INTO role_grant VALUES (1, 'admin', 1)").await;
        for csv in
            ["number,name,unit,roles\nP16,Sixteen,S,manager\n", "number,name,unit,roles\nP16,Sixteen,S,-\n"]
        {
            let report = run(&services, ImportKind::People, csv.as_bytes(), |_| {}).await;
            assert_eq!(found(&report), [(0, "roles", RowWhy::LastAdmin)]);
        }
        let report = run(&services, ImportKind::People, b"number,name,unit\nP1,One,A\n", all).await;
        assert_eq!(found(&report), [(0, "", RowWhy::LastAdmin)]);
        // The role passes on in one file.
        people(&services, "number,name,unit,roles\nP16,Sixteen,S,manager\nP1,One,A,admin\n").await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_admin_of_a_part_imports_within_it_only() {
    on_both(async |services| {
        common::run(&services, "INSERT INTO account (person_id, login, name, password_hash) VALUES (1, 'one@example.org', 'One', '!')").await;
        common::run(&services, "INSERT INTO account (login, name, password_hash) VALUES ('root@example.org', 'Root', '!')").await;
        common::run(&services, "INSERT INTO role_grant VALUES (2, 'hr', 1), (3, 'admin', 1)").await;
        let part = async |kind, csv: &str, is_complete| {
            let file = Bytes(csv.as_bytes());
            let heads = begin(&file, &Default::default()).unwrap().heads;
            let mapping = Mapping { is_complete, ..Mapping::propose(kind, &heads) };
            let (db, today) = (&services.db.reader, now().date_naive());
            let everywhere = Target::everywhere(db, kind, mapping, today, &file).await.unwrap();
            let target = Target { tops: vec![UnitId::new(2)], sender: Some(AccountId::new(1)), ..everywhere };
            dry_run(&services.db.reader, &target).await.unwrap()
        };
        let csv = "number,name,kind,parent\nA,Team X,team,S\nT,Site T,site,\nN1,New,site,\nN2,New,team,S\nB,Team B,team,T\n\
                   N3,New,team,T\nS,Site X,site,\n";
        assert_eq!(
            found(&part(ImportKind::Units, csv, false).await),
            [
                (3, "number", RowWhy::ForeignUnit),
                (4, "parent", RowWhy::ForeignUnit),
                (6, "parent", RowWhy::ForeignUnit),
                (7, "parent", RowWhy::ForeignUnit),
            ]
        );
        let csv = "number,name,email,unit,roles\nP2,Two,,B,manager\nP10,Ten,,A,\nP7,Seven,,C,\nN1,New,,-,\nP3,Three,,A,hr\n\
                   P4,Four,,A,manager:T\nP17,Nowhere,,A,\nP1,One,evil@example.org,A,\nP5,Five,,A,manager:A\n";
        assert_eq!(
            found(&part(ImportKind::People, csv, false).await),
            [
                (3, "number", RowWhy::ForeignPerson),
                (4, "unit", RowWhy::ForeignUnit),
                (5, "unit", RowWhy::ForeignUnit),
                (6, "roles", RowWhy::ForeignRole),
                (7, "roles", RowWhy::ForeignRole),
                (8, "number", RowWhy::ForeignPerson),
                (9, "email", RowWhy::ForeignPerson),
            ]
        );
        // Of a complete list only those within leave; the sender stays, the foreign role protects its holder.
        let report = part(ImportKind::People, "number,name,unit\nP1,One,A\nP2,Two,A\n", true).await;
        let diff = report.diff.unwrap();
        assert_eq!((diff.gone, diff.of), (7, 10));
        let report = part(ImportKind::People, "number,name,unit\nP2,Two,A\n", true).await;
        assert_eq!(found(&report), [(0, "number", RowWhy::ForeignPerson)]);
        let report = part(ImportKind::People, "number,name,unit,roles\nP16,Sixteen,S,\"manager admin:S\"\n", false).await;
        assert_eq!(found(&report), [(2, "roles", RowWhy::OwnRole)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_in_windows_1252_were_refused() {
    on_both(async |services| {
        let csv = b"nummer;navn;enhet\nN1;Bj\xf8rg \xc5s;A\n";
        assert!(run(&services, ImportKind::People, csv, |_| {}).await.is_clean());
        let mixed = b"nummer;navn;enhet\nN1;Bj\xf8rg \xc5s;A\nN2;\xc3\x85se;A\n";
        let report = run(&services, ImportKind::People, mixed, |_| {}).await;
        assert_eq!(report.file_problem, Some(FileProblem::WrongEncoding { row: 2 }));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person WHERE name = 'Bjørg Ås'").await, 1);
    })
    .await;
}

/// Ten thousand people in fifty teams, as a file; every 250th row is wrong when they are, the first so many are one
/// team further.
fn ten_thousand(is_wrong: bool, moved: usize) -> String {
    let mut csv = String::from("number,name,email,unit\n");
    for person in 0..10_000 {
        let team = (person + usize::from(person < moved)) % 50;
        let unit = if is_wrong && person % 250 == 0 { "NOWHERE".to_owned() } else { format!("G{team}") };
        writeln!(csv, "G{person:05},Person {person},g{person}@example.org,{unit}").unwrap();
    }
    csv
}

#[tokio::test(flavor = "multi_thread")]
async fn ten_thousand_people_with_forty_bad_rows_give_forty_messages_and_without_them_are_written() {
    on_both(async |services| {
        let teams: String = (0..50).fold(String::new(), |mut csv, team| {
            writeln!(csv, "G{team},Team {team},team,S").unwrap();
            csv
        });
        units(&services, &format!("number,name,kind,parent\n{teams}")).await;
        let report = look(&services, ImportKind::People, &ten_thousand(true, 0)).await;
        assert_eq!((report.rows, report.problem_count, report.problems.len()), (10_000, 40, 40));
        assert!(report.problems.iter().all(|problem| problem.why == RowWhy::UnknownUnit));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 17);
        let diff = people(&services, &ten_thousand(false, 0)).await;
        assert_eq!((diff.total(), diff.unchanged), (10_000, 0));
        let diff = people(&services, &ten_thousand(false, 5_000)).await;
        assert_eq!((diff.total(), diff.unchanged), (5_000, 5_000));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM account WHERE state = 'new'").await, 10_000);
    })
    .await;
}
