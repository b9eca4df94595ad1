//! The audit log: rows are added, and whatever else happens to them is found.

use crate::common::{actor, number, on_both, run};
use domain::{
    AccountId, Role, UnitId,
    audit::{AuditFilter, Event},
};
use sea_orm::{ConnectionTrait, DbBackend};
use service::{
    Services,
    audit::{self, Entry, Verdict},
};

async fn write(services: &Services, count: usize) {
    for number in 0..count {
        let detail = format!("entry {number}");
        let entry = Entry {
            unit: Some(UnitId::new(2)),
            detail: &detail,
            ..Entry::new(Event::UnitRenamed, Some(AccountId::new(1)))
        };
        audit::note(services, &entry).await.unwrap();
    }
}

/// What somebody with the database in their hands can do: switch the triggers off first.
async fn by_hand(services: &Services, statement: &str) {
    let triggers: &[&str] = match services.db.writer().get_database_backend() {
        DbBackend::Postgres => &["DROP TRIGGER IF EXISTS audit_insert_only ON audit"],
        _ => &["DROP TRIGGER IF EXISTS audit_no_update", "DROP TRIGGER IF EXISTS audit_no_delete"],
    };
    for trigger in triggers {
        run(services, trigger).await;
    }
    run(services, statement).await;
}

async fn whole(services: &Services, asked: Option<u64>) -> (u64, String, Option<String>) {
    match audit::verify(services, asked).await.unwrap() {
        Verdict::Whole { rows, head, earlier } => (rows, head, earlier),
        Verdict::Broken { row } => panic!("broken at {row}"),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_can_be_added_and_neither_changed_nor_removed() {
    on_both(async |services| {
        assert_eq!(whole(&services, None).await.0, 0, "an empty log is whole");
        write(&services, 3).await;
        let db = services.db.writer();
        for statement in
            ["UPDATE audit SET detail = 'x'", "DELETE FROM audit", "DELETE FROM audit WHERE id = 2"]
        {
            assert!(db.execute_unprepared(statement).await.is_err(), "{statement}");
        }
        let (rows, head, earlier) = whole(&services, Some(2)).await;
        assert_eq!((rows, head.len()), (3, 64));
        assert!(earlier.is_some_and(|earlier| earlier != head));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_edited_by_hand_is_named_whichever_column_it_was() {
    for edit in [
        "UPDATE audit SET detail = 'entry 9' WHERE id = 4",
        "UPDATE audit SET at = '2020-01-01T00:00:00.000Z' WHERE id = 4",
        "UPDATE audit SET account_id = 2 WHERE id = 4",
        "UPDATE audit SET unit_id = NULL WHERE id = 4",
        "UPDATE audit SET subject_id = 2 WHERE id = 4",
        "UPDATE audit SET event = 'unit_moved' WHERE id = 4",
        "UPDATE audit SET previous = (SELECT hash FROM audit WHERE id = 2) WHERE id = 4",
        "DELETE FROM audit WHERE id = 4",
    ] {
        on_both(async |services| {
            write(&services, 6).await;
            by_hand(&services, edit).await;
            assert_eq!(audit::verify(&services, None).await.unwrap(), Verdict::Broken { row: 4 }, "{edit}");
        })
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_row_whose_own_hash_was_made_to_fit_breaks_the_next_one() {
    on_both(async |services| {
        write(&services, 5).await;
        // Two rows change places, hashes and all: the second of them no longer follows the first.
        by_hand(&services, "UPDATE audit SET hash = (SELECT hash FROM audit WHERE id = 2) WHERE id = 3")
            .await;
        assert_eq!(audit::verify(&services, None).await.unwrap(), Verdict::Broken { row: 3 });
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rows_cut_off_at_the_end_show_against_a_fingerprint_kept_elsewhere() {
    on_both(async |services| {
        write(&services, 5).await;
        let (rows, head, _) = whole(&services, None).await;
        by_hand(&services, "DELETE FROM audit WHERE id > 3").await;
        let (_, _, earlier) = whole(&services, Some(rows)).await;
        assert_ne!(earlier, Some(head), "the chain alone is whole; the fingerprint is not in it");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_two_writers_at_once_make_one_chain() {
    on_both(async |services| {
        let writers = (0..32).map(|_| {
            let services = services.clone();
            tokio::spawn(async move { write(&services, 2).await })
        });
        for writer in writers.collect::<Vec<_>>() {
            writer.await.unwrap();
        }
        assert_eq!(whole(&services, None).await.0, 64);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_a_part_reads_about_that_part_and_representatives_read_everything() {
    on_both(async |services| {
        for unit in [1, 2, 3, 5] {
            let entry = Entry {
                unit: Some(UnitId::new(unit)),
                ..Entry::new(Event::UnitRenamed, Some(AccountId::new(1)))
            };
            audit::note(&services, &entry).await.unwrap();
        }
        audit::note(&services, &Entry::new(Event::SignedIn, Some(AccountId::new(1)))).await.unwrap();
        let rows = async |role, unit, event: &str| {
            let filter = AuditFilter { event: Event::from_name(event), ..AuditFilter::default() };
            service::organisation::audit_page::list(&services, Some(&actor(role, unit)), &filter)
                .await
                .unwrap()
                .rows
                .len()
        };
        assert_eq!(rows(Role::StaffRepresentative, 1, "").await, 5);
        assert_eq!(rows(Role::Admin, 1, "signed_in").await, 1);
        assert_eq!(rows(Role::Admin, 2, "").await, 2, "the site and its team");
        assert_eq!(rows(Role::Admin, 1, "1' OR '1'='1").await, 5, "no such event: all of them");
        for role in [Role::Hr, Role::Manager, Role::Employee, Role::Service] {
            assert!(
                service::organisation::audit_page::list(
                    &services,
                    Some(&actor(role, 1)),
                    &AuditFilter::default()
                )
                .await
                .is_err()
            );
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM audit").await, 5, "reading writes nothing");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_checks_in_leaves_no_row_by_signing_in() {
    on_both(async |services| {
        const PASSWORD: &str = "regn over fjellet";
        for (login, role) in [("e@example.org", Role::Employee), ("s@example.org", Role::Service)] {
            service::sign_in::create_account(&services.people, login, "Kari Lie", role, "A", PASSWORD)
                .await
                .unwrap();
        }
        let signed = "SELECT COUNT(*) FROM audit WHERE event IN ('signed_in', 'signed_out')";
        let token = service::sign_in::sign_in(&services.people, "e@example.org", PASSWORD).await.unwrap();
        service::sign_in::sign_out(&services, token.as_str()).await.unwrap();
        assert_eq!(number(&services, signed).await, 0, "it would say who has answered, and when");
        let token = service::sign_in::sign_in(&services.people, "s@example.org", PASSWORD).await.unwrap();
        service::sign_in::sign_out(&services, token.as_str()).await.unwrap();
        assert_eq!(number(&services, signed).await, 2);
    })
    .await;
}
