//! The same in the browser's way: uploaded, looked at, confirmed, written by a job.

use chrono::TimeDelta;
use domain::{
    AccountId, Lang, Problem, Right, Role,
    exchange::import::{ChangeKind, ImportKind, ImportState, Mapping, RowWhy},
};
use service::{
    Actor, Error, Services,
    clock::StoppedClock,
    imports::{
        template,
        uploads::{self, Confirmation},
    },
};

use super::{admin, lines, units};
use crate::common::{self, actor, now, number, on_both};

async fn upload(services: &Services, actor: &Actor, kind: ImportKind, csv: &str) -> i64 {
    uploads::create(&services.exchange, Some(actor), kind, "file.csv", csv.as_bytes().to_vec()).await.unwrap()
}

/// What is confirmed by whoever sees the page.
async fn seen(services: &Services, actor: &Actor, id: i64) -> Confirmation {
    let page = uploads::page(&services.exchange, Some(actor), id).await.unwrap();
    Confirmation { digest: page.dry_run.diff.unwrap().digest, is_sure: false }
}

const FILE: &str = "number,name,unit\nN1,Ny,A\nP7,Seven,A\n";

#[tokio::test(flavor = "multi_thread")]
async fn what_was_seen_and_confirmed_is_written_and_the_file_is_erased() {
    on_both(async |services| {
        let admin = admin(&services).await;
        let id = upload(&services, &admin, ImportKind::People, FILE).await;
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        let diff = page.dry_run.diff.unwrap();
        assert_eq!(lines(&diff), ["P7 Seven: Team B → Team A", "N1 Ny: Team A"]);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 17);
        // Nothing but what was seen can be confirmed.
        let refused = uploads::confirm(&services, Some(&admin), id, &Confirmation::default()).await;
        assert!(matches!(refused, Err(Error::Problem(Problem::ChangedMeanwhile))));
        uploads::confirm(&services, Some(&admin), id, &seen(&services, &admin, id).await).await.unwrap();
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        assert_eq!(page.import.state, ImportState::Done);
        assert_eq!(page.dry_run.diff.unwrap().count(ChangeKind::Moved), 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM import_job WHERE content IS NOT NULL").await, 0);
        assert_eq!(
            number(&services, "SELECT COUNT(*) FROM audit WHERE event = 'imported' AND account_id = 1").await,
            1
        );
        let roster = "SELECT COUNT(*) FROM roster JOIN person ON person.id = person_id
                      WHERE external_id IN ('N1', 'P7') AND unit_id = 3 AND to_on IS NULL";
        assert_eq!(number(&services, roster).await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn when_the_organisation_changed_since_nothing_is_written_and_the_new_changes_are_shown() {
    on_both(async |services| {
        let admin = admin(&services).await;
        let id = upload(&services, &admin, ImportKind::People, FILE).await;
        uploads::confirm(&services, Some(&admin), id, &seen(&services, &admin, id).await).await.unwrap();
        common::run(&services, "UPDATE roster SET unit_id = 3 WHERE person_id = 7").await;
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 17);
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        assert_eq!(page.import.state, ImportState::Checked);
        assert!(page.dry_run.has_changed_since);
        assert_eq!(lines(&page.dry_run.diff.unwrap()), ["N1 Ny: Team A"]);
        uploads::confirm(&services, Some(&admin), id, &seen(&services, &admin, id).await).await.unwrap();
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 18);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_import_of_people_that_a_killed_server_left_half_way_runs_again_once() {
    on_both(async |services| {
        let admin = admin(&services).await;
        let id = upload(&services, &admin, ImportKind::People, FILE).await;
        uploads::confirm(&services, Some(&admin), id, &seen(&services, &admin, id).await).await.unwrap();
        let left = "UPDATE import_job SET state = 'running', claimed_by = 'x', claimed_until = '2026-11-21T10:01:00+00:00'";
        common::run(&services, left).await;
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 0);
        let later = services.with_clock(std::sync::Arc::new(StoppedClock(now() + TimeDelta::minutes(2))));
        assert_eq!(uploads::run_queued(&later.exchange).await.unwrap(), 1);
        assert_eq!(uploads::run_queued(&later.exchange).await.unwrap(), 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 18);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complete_list_that_makes_many_leave_is_confirmed_twice() {
    on_both(async |services| {
        let admin = admin(&services).await;
        let id = upload(&services, &admin, ImportKind::People, FILE).await;
        let mapping = uploads::page(&services.exchange, Some(&admin), id).await.unwrap().mapping;
        uploads::remap(&services.exchange, Some(&admin), id, Mapping { is_complete: true, ..mapping })
            .await
            .unwrap();
        let diff = uploads::page(&services.exchange, Some(&admin), id).await.unwrap().dry_run.diff.unwrap();
        // The sender is not in the file, and stays.
        assert_eq!((diff.gone, diff.of, diff.is_drastic()), (15, 17, true));
        let seen = seen(&services, &admin, id).await;
        let refused = uploads::confirm(&services, Some(&admin), id, &seen).await;
        assert!(matches!(refused, Err(Error::Problem(Problem::Invalid(_)))));
        let sure = Confirmation { is_sure: true, ..seen };
        uploads::confirm(&services, Some(&admin), id, &sure).await.unwrap();
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 1);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person WHERE left_on IS NULL").await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_their_own_roles_by_a_file() {
    on_both(async |services| {
        let admin = admin(&services).await;
        let csv = "number,name,unit,roles\nP16,Sixteen,S,manager admin hr\n";
        let id = upload(&services, &admin, ImportKind::People, csv).await;
        let page = uploads::page(&services.exchange, Some(&admin), id).await.unwrap();
        assert_eq!(page.dry_run.problems[0].why, RowWhy::OwnRole);
        let csv = "number,name,unit,roles\nP16,Sixteen,S,admin manager\n";
        let id = upload(&services, &admin, ImportKind::People, csv).await;
        assert_eq!(
            uploads::page(&services.exchange, Some(&admin), id).await.unwrap().dry_run.diff.unwrap().total(),
            0
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn each_kind_of_file_is_for_those_who_may_import_it() {
    on_both(async |services| {
        let admin = admin(&services).await;
        let id = upload(&services, &admin, ImportKind::People, FILE).await;
        let not_found = |outcome| matches!(outcome, Err(Error::Problem(Problem::NotFound)));
        for other in [Actor { account: AccountId::new(2), ..admin.clone() }, actor(Role::Service, 1)] {
            assert!(not_found(uploads::page(&services.exchange, Some(&other), id).await.map(|_| ())));
            let sure = Confirmation::default();
            assert!(not_found(uploads::confirm(&services, Some(&other), id, &sure).await));
            assert!(not_found(uploads::discard(&services, Some(&other), id).await));
            assert!(not_found(
                uploads::remap(&services.exchange, Some(&other), id, Mapping::default()).await
            ));
        }
        assert!(uploads::list(&services, Some(&actor(Role::Service, 1))).await.unwrap().is_empty());
        for role in [Role::Employee, Role::Manager, Role::Service, Role::Hr, Role::StaffRepresentative] {
            let actor = actor(role, 1);
            for kind in [ImportKind::Units, ImportKind::People] {
                let refused =
                    uploads::create(&services.exchange, Some(&actor), kind, "x.csv", Vec::new()).await;
                assert!(matches!(refused, Err(Error::Problem(Problem::Forbidden))), "{role:?} {kind:?}");
                assert!(template(Some(&actor), kind, Lang::En).is_err());
            }
            let listed = uploads::list(&services, Some(&actor)).await;
            assert_eq!(listed.is_ok(), Right::ImportVoice.roles().contains(&role));
        }
        // Whoever lost the role between confirming and writing writes nothing.
        uploads::confirm(&services, Some(&admin), id, &seen(&services, &admin, id).await).await.unwrap();
        common::run(&services, "DELETE FROM role_grant WHERE role = 'admin'").await;
        assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, 17);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM import_job WHERE state = 'failed'").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_template_imports_as_it_is() {
    on_both(async |services| {
        let admin = admin(&services).await;
        common::run(&services, "UPDATE unit SET external_id = 'OLD' WHERE external_id = 'S'").await;
        for (lang, expected) in [(Lang::En, 2), (Lang::Nb, 0)] {
            let file = template(Some(&admin), ImportKind::Units, lang).unwrap();
            assert_eq!(units(&services, &String::from_utf8(file).unwrap()).await.total(), expected);
        }
        let dry = async |kind, lang| {
            let file = String::from_utf8(template(Some(&admin), kind, lang).unwrap()).unwrap();
            let id = upload(&services, &admin, kind, &file.replace("S1-T2", "S1-T1")).await;
            uploads::page(&services.exchange, Some(&admin), id).await.unwrap().dry_run
        };
        for lang in [Lang::En, Lang::Nb] {
            let people = dry(ImportKind::People, lang).await;
            assert_eq!(people.diff.unwrap().total(), 3, "{:?}", people.problems);
            for kind in [ImportKind::Complaints, ImportKind::Contacts, ImportKind::History] {
                let report = dry(kind, lang).await;
                assert!(report.is_clean() && report.rows == 2, "{kind:?} {lang:?} {report:?}");
            }
        }
    })
    .await;
}
