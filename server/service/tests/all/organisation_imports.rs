//! Imports of units and people: what differs is shown, confirmed and changed; the same again changes
//! nothing.

#[path = "organisation/problems.rs"]
mod problems;
#[path = "organisation/uploads.rs"]
mod uploads;

use std::fmt::Write;

use crate::common::{actor, now, number, on_both};
use domain::{
    Lang, Role,
    exchange::import::{ChangeKind, Diff, DryRun, ImportKind, Mapping},
};
use service::{
    Actor, Services, audit,
    imports::{Bytes, Target, begin, dry_run, import, structure},
};

async fn target<'a>(
    services: &Services,
    kind: ImportKind,
    file: &'a Bytes<'a>,
    change: impl Fn(&mut Mapping),
) -> Target<'a> {
    let heads = begin(file, &Default::default()).unwrap_or_default().heads;
    let mut mapping = Mapping::propose(kind, &heads);
    change(&mut mapping);
    Target::everywhere(&services.db.reader, kind, mapping, now().date_naive(), file).await.unwrap()
}

/// What a file would do.
async fn look(services: &Services, kind: ImportKind, csv: &str) -> DryRun {
    let file = Bytes(csv.as_bytes());
    let target = target(services, kind, &file, |_| {}).await;
    dry_run(&services.db.reader, &target).await.unwrap()
}

async fn run(services: &Services, kind: ImportKind, csv: &[u8], change: impl Fn(&mut Mapping)) -> DryRun {
    let file = Bytes(csv);
    let mut target = target(services, kind, &file, change).await;
    import(services, &mut target, |_| {}).await.unwrap()
}

/// Imports a file that has to be right; what it changed.
async fn units(services: &Services, csv: &str) -> Diff {
    clean(&run(services, ImportKind::Units, csv.as_bytes(), |_| {}).await)
}

async fn people(services: &Services, csv: &str) -> Diff {
    clean(&run(services, ImportKind::People, csv.as_bytes(), |_| {}).await)
}

fn clean(report: &DryRun) -> Diff {
    assert!(report.is_clean(), "{:?} {:?}", report.file_problem, report.problems);
    report.diff.clone().unwrap()
}

fn lines(diff: &Diff) -> Vec<String> {
    diff.changes.iter().map(|line| line.text(Lang::En)).collect()
}

/// An admin of the whole organisation, in the database too.
async fn admin(services: &Services) -> Actor {
    crate::common::run(services, "INSERT INTO role_grant VALUES (1, 'admin', 1)").await;
    actor(Role::Admin, 1)
}

/// The units of a company of 300: below the root 3 regions, 12 sites, 40 teams. Teams stand before what
/// is above them.
fn company_units() -> String {
    let mut csv = String::from("number;name;kind;parent\n");
    for team in 0..40 {
        writeln!(csv, "F-T{team};Team {team};team;F-S{}", team % 12).unwrap();
    }
    for site in 0..12 {
        writeln!(csv, "F-S{site};Butikk {site};sted;F-R{}", site % 3).unwrap();
    }
    for region in 0..3 {
        writeln!(csv, "F-R{region};Region {region};region;").unwrap();
    }
    csv + "ROOT;Fjordkjeden;organisation;\n"
}

/// 240 people in teams, every other without an address; of each site 4, one of them its manager and one
/// for customers; 10 of HR and 2 representatives at the root.
fn company_people() -> String {
    let mut csv = String::from("ansattnummer;navn;epost;enhet;roller\n");
    for person in 0..240 {
        let email = if person % 2 == 0 { format!("p{person}@fjord.example") } else { String::new() };
        writeln!(csv, "F{person:03};Person {person};{email};F-T{};", person % 40).unwrap();
    }
    for person in 240..288 {
        let role = ["leder", "kundeservice", "", ""][(person / 12) % 4];
        writeln!(csv, "F{person};Person {person};p{person}@fjord.example;F-S{};{role}", person % 12).unwrap();
    }
    for person in 288..300 {
        let role = if person < 298 { "hr" } else { "tillitsvalgt" };
        writeln!(csv, "F{person};Person {person};p{person}@fjord.example;-;{role}").unwrap();
    }
    csv
}

#[tokio::test(flavor = "multi_thread")]
async fn two_files_set_up_a_company_of_300_and_the_same_again_changes_nothing() {
    on_both(async |services| {
        let diff = units(&services, &company_units()).await;
        assert_eq!(diff.count(ChangeKind::Opened), 55);
        assert!(lines(&diff).contains(&"ROOT renamed: Testkjeden → Fjordkjeden".to_owned()), "{:?}", lines(&diff));
        let diff = people(&services, &company_people()).await;
        let counted = (diff.count(ChangeKind::Added), diff.count(ChangeKind::RoleGiven));
        assert_eq!(counted, (300, 36));
        for (query, expected) in [
            ("SELECT COUNT(*) FROM account WHERE state = 'new' AND login LIKE 'p%@fjord.example'", 180),
            ("SELECT COUNT(*) FROM account WHERE state = 'new' AND login LIKE 'f%' AND email IS NULL", 120),
            ("SELECT COUNT(*) FROM roster WHERE from_on = '2026-11-21'", 288),
            ("SELECT COUNT(*) FROM role_grant JOIN unit ON unit.id = unit_id WHERE role = 'manager' AND kind = 'site' AND external_id LIKE 'F-%'", 12),
            ("SELECT COUNT(*) FROM role_grant WHERE role = 'hr' AND unit_id = 1", 10),
            ("SELECT COUNT(*) FROM role_grant WHERE role = 'staff_representative' AND unit_id = 1", 2),
            ("SELECT COUNT(*) FROM audit WHERE event = 'imported'", 2),
            ("SELECT COUNT(*) FROM audit WHERE event = 'account_made'", 300),
        ] {
            assert_eq!(number(&services, query).await, expected, "{query}");
        }
        assert!(matches!(audit::verify(&services, None).await.unwrap(), audit::Verdict::Whole { .. }));
        let again = (units(&services, &company_units()).await, people(&services, &company_people()).await);
        assert_eq!((again.0.total(), again.0.unchanged), (0, 56));
        assert_eq!((again.1.total(), again.1.unchanged), (0, 300));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_taken_out_can_be_brought_in_and_changes_nothing() {
    on_both(async |services| {
        crate::common::run(
            &services,
            "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ('S 9;x', 1, 'site', '=1+1'), ('-x', 1, 'site', '@x')",
        )
        .await;
        crate::common::run(&services, "INSERT INTO role_grant VALUES (1, 'hr', 7)").await;
        crate::common::run(&services, "UPDATE roster SET to_on = '2026-11-30' WHERE person_id = 3").await;
        crate::common::run(&services, "INSERT INTO roster (person_id, unit_id, from_on) VALUES (4, 6, '2026-12-01')").await;
        crate::common::run(&services, "UPDATE roster SET to_on = '2026-11-30' WHERE person_id = 4 AND unit_id = 3").await;
        for (kind, rows) in [(ImportKind::Units, 8), (ImportKind::People, 17)] {
            let table = structure::table(&services.db.reader, kind).await.unwrap();
            let mut csv = Vec::new();
            export::csv(&table, &mut csv).unwrap();
            let diff = clean(&run(&services, kind, &csv, |mapping| mapping.is_complete = true).await);
            assert_eq!((diff.total(), diff.unchanged), (0, rows), "{:?}", lines(&diff));
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_order_of_the_rows_does_not_matter() {
    on_both(async |services| {
        for (kind, csv) in [(ImportKind::Units, company_units()), (ImportKind::People, company_people())] {
            let (head, rows) = csv.split_once('\n').unwrap();
            let mut rows: Vec<&str> = rows.lines().collect();
            let first = clean(&look(&services, kind, &csv).await);
            for seed in [7, 11, 13] {
                rows.sort_by_key(|row| {
                    row.bytes().fold(seed, |sum: u64, byte| (sum * 31 + u64::from(byte)) % 9973)
                });
                let shuffled = clean(&look(&services, kind, &format!("{head}\n{}\n", rows.join("\n"))).await);
                assert_eq!(first, shuffled);
            }
            clean(&run(&services, kind, csv.as_bytes(), |_| {}).await);
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn units_are_renamed_moved_and_closed() {
    on_both(async |services| {
        let csv = "number,name,kind,parent\nS,Brygga,site,\nA,Team A,team,T\nB,Team B,team,S\nT,Site T,site,\n\
                   R,Nord,region,\nC,Team C,team,S\nN,Ny,team,NS\nNS,Ny butikk,site,R\n";
        let diff = units(&services, csv).await;
        assert_eq!(
            lines(&diff),
            [
                "A Team A: Site S → Site T",
                "C Team C: Site T → Brygga",
                "S renamed: Site S → Brygga",
                "N Ny, below Ny butikk",
                "NS Ny butikk, below R Nord".replace("R Nord", "Nord").as_str(),
                "R Nord, below Testkjeden",
            ]
        );
        assert_eq!(number(&services, "SELECT parent_id FROM unit WHERE external_id = 'A'").await, 5);
        assert_eq!(units(&services, csv).await.total(), 0);
        // Whatever the file leaves out is closed, the lowest first.
        let csv = "number,name,kind\nS,Brygga,site\nA,Team A,team\nB,Team B,team\nT,Site T,site\nC,Team C,team\n";
        let close = |mapping: &mut Mapping| mapping.is_complete = true;
        let diff = clean(&run(&services, ImportKind::Units, csv.as_bytes(), close).await);
        assert_eq!((diff.count(ChangeKind::Closed), diff.total(), diff.gone, diff.of), (3, 3, 3, 8));
        assert!(diff.is_drastic());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM unit WHERE closed_on IS NOT NULL").await, 3);
        let diff = clean(&run(&services, ImportKind::Units, csv.as_bytes(), close).await);
        assert_eq!((diff.total(), diff.unchanged), (0, 5));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn people_move_change_lose_roles_leave_and_come_back() {
    on_both(async |services| {
        admin(&services).await;
        let csv = "number,name,email,unit,roles,from\n\
                   P1,One,,B,,2026-12-01\nP2,Two,two@example.org,A,manager:S,\nP3,Tre,,-,,\nP16,Sixteen,,S,admin,\n";
        let diff = people(&services, csv).await;
        assert_eq!(
            lines(&diff),
            [
                "P16 Sixteen: no longer Manager in Site S",
                "P2 Two: Manager in Site S",
                "P1 One: Team A → Team B from 1 Dec 2026",
                "P3 Tre: Team A → no unit",
                "P2 Two: no address → two@example.org",
                "P3 Tre: Three → Tre",
            ]
        );
        let places = "SELECT COUNT(*) FROM roster WHERE person_id = 1 AND (unit_id = 3 AND to_on = '2026-11-30' OR unit_id = 4 AND from_on = '2026-12-01')";
        assert_eq!(number(&services, places).await, 2);
        assert_eq!(people(&services, csv).await.total(), 0, "a move that lies ahead stays planned");
        // An empty cell for roles takes none away, a dash does.
        assert_eq!(people(&services, "number,name,unit,roles\nP2,Two,A,\n").await.total(), 0);
        let diff = people(&services, "number,name,unit,roles,email\nP2,Two,A,-,-\n").await;
        assert_eq!(lines(&diff), ["P2 Two: no longer Manager in Site S", "P2 Two: two@example.org → no address"]);
        // Whoever is not in a complete list leaves.
        let rest: Vec<String> = (1..=15).filter(|n| *n != 5).map(|n| format!("P{n},X,C")).collect();
        let csv = format!("number,name,unit\n{}\nP16,Sixteen,S\n", rest.join("\n"));
        let all = |mapping: &mut Mapping| mapping.is_complete = true;
        let diff = clean(&run(&services, ImportKind::People, csv.as_bytes(), all).await);
        assert_eq!((diff.count(ChangeKind::Left), diff.gone, diff.of), (2, 2, 17));
        assert!(lines(&diff).starts_with(&["P17 Nowhere, no unit".into(), "P5 Five, Team A".into()]), "{:?}", lines(&diff));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person WHERE left_on = '2026-11-21'").await, 2);
        let diff = clean(&run(&services, ImportKind::People, csv.as_bytes(), all).await);
        assert_eq!((diff.total(), diff.gone), (0, 0));
        let diff = people(&services, "number,name,unit\nP5,Five,B\n").await;
        assert_eq!(lines(&diff), ["P5 Five: Team B"]);
        assert_eq!(diff.count(ChangeKind::Returned), 1);
        assert_eq!(people(&services, "number,name,unit\nP5,Five,B\n").await.total(), 0);
    })
    .await;
}
