//! Heads that no table has.

use domain::{
    Role,
    exchange::import::{FileProblem, ImportKind, Reading},
};
use service::imports::{Bytes, Target, begin, dry_run, uploads};

use crate::common::{actor, now, on_sqlite};

fn refused(csv: &[u8]) -> Option<FileProblem> {
    begin(&Bytes(csv), &Reading::default()).err()
}

fn columns(many: usize) -> String {
    (0..many).map(|place| format!("c{place}")).collect::<Vec<_>>().join(",")
}

#[tokio::test]
async fn each_of_a_hundred_thousand_heads_was_compared_with_every_other() {
    let (services, _folder) = on_sqlite().await;
    let csv = format!("{}\n1,2,3\n", columns(100_000));
    assert_eq!(refused(csv.as_bytes()), Some(FileProblem::TooManyColumns));
    // Every kind of file is opened at the same place.
    for kind in ImportKind::ALL {
        let (db, today, file) = (&services.db.reader, now().date_naive(), Bytes(csv.as_bytes()));
        let target = Target::everywhere(db, kind, Default::default(), today, &file).await.unwrap();
        let report = dry_run(db, &target).await.unwrap();
        assert_eq!(report.file_problem, Some(FileProblem::TooManyColumns), "{kind:?}");
    }
}

#[test]
fn two_hundred_columns_are_taken_and_one_more_is_not() {
    assert_eq!(refused(format!("{}\n", columns(200)).as_bytes()), None);
    assert_eq!(refused(format!("{}\n", columns(201)).as_bytes()), Some(FileProblem::TooManyColumns));
    assert_eq!(refused(&vec![b','; 900_000]), Some(FileProblem::TooManyColumns));
    // A line that does not end is given up before it is counted.
    assert_eq!(refused(&vec![b','; 9_900_000]), Some(FileProblem::NotCsv { row: 1 }));
}

#[test]
fn a_head_was_as_long_as_its_file() {
    let long = |head: &str| {
        matches!(refused(format!("unit,{head}\n").as_bytes()), Some(FileProblem::LongHead { .. }))
    };
    assert!(!long(&"å".repeat(200)));
    assert!(long(&"å".repeat(201)));
    let Some(FileProblem::LongHead { column }) = refused("æ".repeat(490_000).as_bytes()) else {
        panic!("half a million letters are no head")
    };
    assert_eq!(column.chars().count(), 40);
    // The widest head that is taken ends within what is read of it at first.
    let widest =
        (0..200).map(|place| format!("{place:03}{}", "😀".repeat(197))).collect::<Vec<_>>().join(",");
    let csv = format!("{widest}\n{}\n", "x,".repeat(200));
    let beginning = begin(&Bytes(csv.as_bytes()), &Reading::default()).unwrap();
    let (heads, rows) = (beginning.heads, beginning.first_rows);
    assert_eq!((heads.len(), heads[199].chars().count(), rows[0].len()), (200, 200, 200));
}

#[tokio::test]
async fn a_column_is_chosen_by_its_place_and_kept_by_its_name() {
    let (services, _folder) = on_sqlite().await;
    let admin = actor(Role::Admin, 1);
    let csv = b"where,when,bad,all\nA,2025Q1,3,100\n".to_vec();
    let id =
        uploads::create(&services.exchange, Some(&admin), ImportKind::History, "a.csv", csv).await.unwrap();
    let fields = ImportKind::History.fields().iter().enumerate();
    let places = fields.map(|(place, (field, _))| (*field, place + 1)).collect();
    uploads::remap_by_place(&services.exchange, Some(&admin), id, places, Default::default()).await.unwrap();
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert!(page.dry_run.is_clean(), "{:?}", page.dry_run);
    let named: Vec<_> = page.mapping.columns.iter().map(|(_, column)| column.as_str()).collect();
    assert_eq!(named, ["where", "when", "bad", "all"]);
    // A place that the file does not have is no column.
    let places = vec![(ImportKind::History.fields()[0].0, 5), (ImportKind::History.fields()[1].0, 0)];
    uploads::remap_by_place(&services.exchange, Some(&admin), id, places, Default::default()).await.unwrap();
    let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
    assert!(matches!(page.dry_run.file_problem, Some(FileProblem::MissingColumn { .. })));
}
