//! Units: every change is dated, and what a round has counted stays where it was.

use crate::common::{actor, employee, number, on_both, on_sqlite, postgres_database, run, without_windows};
use chrono::NaiveDate;
use domain::{
    AccountId, Field, Problem, Role, UnitId, Why,
    organisation::{
        unit::UnitKind,
        units::{NewUnitForm, UnitAct, UnitFilter, UnitForm},
    },
    staff::check_in::BallotForm,
};
use service::{
    Error, Services,
    db::{Db, Missing},
    organisation::{
        Tree,
        changes::{self, By},
        pages, unit_acts,
    },
    release, rounds,
};

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, day).unwrap()
}

const BY: fn() -> By = || By { account: Some(AccountId::new(1)), now: crate::common::now(), today: day(21) };

fn admin(unit: i64) -> service::Actor {
    actor(Role::Admin, unit)
}

fn on(day: u32) -> UnitForm {
    UnitForm { from_on: format!("2026-11-{day:02}"), ..Default::default() }
}

async fn act(services: &Services, unit: i64, what: UnitAct, form: UnitForm) -> Result<(), Error> {
    unit_acts::act(services, Some(&admin(1)), UnitId::new(unit), what, &form).await
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>, field: Field, why: Why) {
    match result {
        Err(Error::Problem(problem)) => assert_eq!(problem, Problem::invalid(field, why)),
        other => panic!("{other:?}"),
    }
}

fn not_found<T: std::fmt::Debug>(result: Result<T, Error>) {
    assert!(matches!(result, Err(Error::Problem(Problem::NotFound))), "{result:?}");
}

fn new(number: &str, name: &str, kind: &str, parent: impl std::fmt::Display) -> NewUnitForm {
    NewUnitForm {
        name: name.to_owned(),
        number: number.to_owned(),
        kind: kind.to_owned(),
        parent: parent.to_string(),
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn the_tree_of_an_earlier_day_is_the_one_that_was() {
    on_both(async |services| {
        act(&services, 3, UnitAct::Rename, UnitForm { name: "First".into(), ..on(18) }).await.unwrap();
        act(&services, 3, UnitAct::Rename, UnitForm { name: "Second".into(), ..on(19) }).await.unwrap();
        act(&services, 3, UnitAct::Move, UnitForm { parent: "5".into(), ..on(20) }).await.unwrap();
        run(&services, "UPDATE roster SET to_on = '2026-11-19' WHERE unit_id = 4").await;
        act(&services, 4, UnitAct::Close, on(21)).await.unwrap();
        let opened = unit_acts::open(&services, Some(&admin(1)), &new("N", "New", "team", 5)).await.unwrap();
        let at = async |day| Tree::as_of(&services.db.reader, day).await.unwrap();
        for (day, name, parent) in [
            (day(17), "Team A", 2),
            (day(18), "First", 2),
            (day(19), "Second", 2),
            (day(20), "Second", 5),
            (day(21), "Second", 5),
        ] {
            let tree = at(day).await;
            let unit = tree.get(UnitId::new(3)).unwrap();
            assert_eq!((unit.name.as_str(), unit.parent_id), (name, Some(UnitId::new(parent))), "{day}");
            assert!(tree.children(UnitId::new(parent)).contains(&UnitId::new(3)), "{day}");
        }
        assert_eq!(at(day(20)).await.get(UnitId::new(4)).unwrap().closed_on, None);
        assert_eq!(at(day(21)).await.get(UnitId::new(4)).unwrap().closed_on, Some(day(21)));
        assert!(at(day(20)).await.get(opened).is_none() && at(day(21)).await.get(opened).is_some());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_history_says_from_where_to_where() {
    on_both(async |services| {
        act(&services, 3, UnitAct::Move, UnitForm { parent: "5".into(), ..on(18) }).await.unwrap();
        act(&services, 3, UnitAct::Rename, UnitForm { name: "Other".into(), ..on(19) }).await.unwrap();
        act(&services, 3, UnitAct::Move, UnitForm { parent: "2".into(), ..on(20) }).await.unwrap();
        act(&services, 4, UnitAct::Merge, UnitForm { into: "3".into(), ..on(21) }).await.unwrap();
        let changes = pages::page(&services, Some(&admin(1)), UnitId::new(3)).await.unwrap().changes;
        let lines: Vec<_> =
            changes.iter().map(|c| (c.on, c.what.as_str(), c.from.as_str(), c.to.as_str())).collect();
        assert_eq!(
            lines,
            [
                (day(21), "absorbed", "Team B", "Other"),
                (day(20), "moved", "Site T", "Site S"),
                (day(19), "renamed", "Team A", "Other"),
                (day(18), "moved", "Site S", "Site T"),
            ]
        );
        assert_eq!(changes[0].by, "Sixteen");
        let merged = pages::page(&services, Some(&admin(1)), UnitId::new(4)).await.unwrap();
        assert_eq!((merged.changes[0].what.as_str(), merged.changes[0].to.as_str()), ("merged", "Other"));
        assert!(merged.acts.is_empty(), "a closed unit stays as it is");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM audit WHERE event LIKE 'unit_%'").await, 4);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_round_stays_on_the_structure_of_its_first_day() {
    on_both(async |services| {
        without_windows(&services).await;
        // Their manager, alone above the two sites, would have one of them hidden.
        run(&services, "DELETE FROM roll WHERE person_id = 16").await;
        for person in 1..=15 {
            let answer = if person <= 9 { "4" } else { "2" };
            let form =
                BallotForm { round: 2, answers: [("C2".into(), answer.into())].into(), ..Default::default() };
            rounds::cast(&services, Some(&employee(person)), &form).await.unwrap();
        }
        act(&services, 3, UnitAct::Move, UnitForm { parent: "5".into(), ..on(18) }).await.unwrap();
        rounds::close(&services, Some(2)).await.unwrap();
        release::release_now(&services).await.unwrap();
        let value = async |unit: i64| {
            let query = format!(
                "SELECT value FROM released_figure WHERE round_id = 2 AND measure = 'satisfaction'
                 AND unit_id = {unit} AND state = 'published'"
            );
            number(&services, &query).await
        };
        assert!(value(2).await > 50, "the site of the round's first day has the six answers");
        assert!(value(6).await > 0);
        assert_eq!(value(5).await, value(6).await, "the site of today has none of them");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_day_that_a_round_has_counted_or_that_lies_ahead_is_refused() {
    on_both(async |services| {
        let rename = |form: UnitForm| UnitForm { name: "Other".into(), ..form };
        refused(act(&services, 3, UnitAct::Rename, rename(on(16))).await, Field::FromOn, Why::RoundBegun);
        refused(act(&services, 3, UnitAct::Rename, rename(on(22))).await, Field::FromOn, Why::InFuture);
        let no_day = UnitForm { from_on: "2026-02-30".into(), ..rename(on(18)) };
        refused(act(&services, 3, UnitAct::Rename, no_day).await, Field::FromOn, Why::NotADate);
        act(&services, 3, UnitAct::Rename, rename(on(19))).await.unwrap();
        let earlier = UnitForm { name: "Third".into(), ..on(18) };
        refused(act(&services, 3, UnitAct::Rename, earlier).await, Field::FromOn, Why::BeforeLastChange);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn on_the_first_day_of_a_round_a_change_holds_from_tomorrow() {
    on_both(async |services| {
        let by = By { today: day(16), ..BY() };
        assert_eq!(changes::usual_day(&services.db.reader, day(16)).await.unwrap(), day(17));
        changes::rename(services.db.writer(), &by, UnitId::new(3), "Other", day(17)).await.unwrap();
        let tree = Tree::as_of(&services.db.reader, day(16)).await.unwrap();
        assert_eq!(
            tree.get(UnitId::new(3)).unwrap().name,
            "Team A",
            "the round counts the unit by its name of today"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_merge_takes_people_with_their_days_and_units_along() {
    on_both(async |services| {
        // One leaves soon, one comes later, one is there until further notice.
        run(&services, "UPDATE roster SET to_on = '2026-12-31' WHERE person_id = 7").await;
        run(&services, "UPDATE roster SET to_on = '2026-11-30' WHERE person_id = 10").await;
        run(&services, "INSERT INTO roster (person_id, unit_id, from_on) VALUES (10, 4, '2026-12-01')").await;
        act(&services, 4, UnitAct::Merge, UnitForm { into: "3".into(), ..on(20) }).await.unwrap();
        let rows = async |condition: &str| {
            number(&services, &format!("SELECT COUNT(*) FROM roster WHERE {condition}")).await
        };
        assert_eq!(rows("person_id = 7 AND unit_id = 4 AND to_on = '2026-11-19'").await, 1);
        assert_eq!(
            rows("person_id = 7 AND unit_id = 3 AND from_on = '2026-11-20' AND to_on = '2026-12-31'").await,
            1
        );
        assert_eq!(rows("person_id = 10 AND unit_id = 6 AND to_on = '2026-11-30'").await, 1);
        assert_eq!(
            rows("person_id = 10 AND unit_id = 3 AND from_on = '2026-12-01' AND to_on IS NULL").await,
            1
        );
        assert_eq!(
            rows("person_id = 8 AND unit_id = 3 AND from_on = '2026-11-20' AND to_on IS NULL").await,
            1
        );
        // A site takes its teams along.
        act(&services, 5, UnitAct::Merge, UnitForm { into: "2".into(), ..on(21) }).await.unwrap();
        assert_eq!(number(&services, "SELECT parent_id FROM unit WHERE id = 6").await, 2);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM unit WHERE closed_on IS NOT NULL").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_does_not_fit_is_refused() {
    on_both(async |services| {
        let to = |parent: &str| UnitForm { parent: parent.into(), ..on(20) };
        let into = |into: &str| UnitForm { into: into.into(), ..on(20) };
        refused(act(&services, 2, UnitAct::Move, to("2")).await, Field::Parent, Why::WouldLoop);
        refused(act(&services, 2, UnitAct::Move, to("3")).await, Field::Parent, Why::WouldLoop);
        refused(act(&services, 1, UnitAct::Move, to("2")).await, Field::Parent, Why::WouldLoop);
        refused(act(&services, 3, UnitAct::Move, to("6")).await, Field::Kind, Why::NotAChoice);
        refused(act(&services, 3, UnitAct::Merge, into("5")).await, Field::Into, Why::NotAChoice);
        refused(act(&services, 3, UnitAct::Merge, into("3")).await, Field::Into, Why::NotAChoice);
        refused(act(&services, 3, UnitAct::Close, on(20)).await, Field::Unit, Why::NotClosable);
        refused(act(&services, 2, UnitAct::Close, on(20)).await, Field::Unit, Why::NotClosable);
        refused(act(&services, 1, UnitAct::Close, on(20)).await, Field::Unit, Why::NotClosable);
        let open = async |form: NewUnitForm| unit_acts::open(&services, Some(&admin(1)), &form).await;
        refused(open(new("A", "Twice", "team", 2)).await, Field::Number, Why::Taken);
        refused(open(new("N", "Odd", "site", 3)).await, Field::Kind, Why::NotAChoice);
        refused(open(new("N", "Odd", "planet", 1)).await, Field::Kind, Why::NotAChoice);
        refused(open(new("N", "a\nb", "team", 2)).await, Field::Name, Why::Unprintable);
        refused(open(new("N\u{202e}", "Odd", "team", 2)).await, Field::Number, Why::Unprintable);
        refused(open(new("", "Odd", "team", 2)).await, Field::Number, Why::Missing);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM unit").await, 6);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM unit_change").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_of_a_part_changes_that_part_only() {
    on_both(async |services| {
        let site = admin(2);
        let list = pages::list(&services, Some(&site), &UnitFilter::default()).await.unwrap();
        let units: Vec<UnitId> = list.rows.iter().map(|row| row.item.id).collect();
        assert_eq!(units, [2, 3, 4].map(UnitId::new));
        assert_eq!((list.rows[0].people, list.rows[0].people_in_all), (1, 10));
        assert_eq!(list.rows[0].managers, ["Sixteen"]);
        let search = UnitFilter { search: "team c".into(), ..Default::default() };
        assert!(pages::list(&services, Some(&site), &search).await.unwrap().rows.is_empty());
        for unit in [1, 5, 6, 999] {
            not_found(pages::page(&services, Some(&site), UnitId::new(unit)).await);
            not_found(pages::act_page(&services, Some(&site), UnitId::new(unit), "rename").await);
            let form = UnitForm { name: "Mine".into(), ..on(20) };
            not_found(
                unit_acts::act(&services, Some(&site), UnitId::new(unit), UnitAct::Rename, &form).await,
            );
        }
        for parent in ["5", "1", "999", "x"] {
            let form = UnitForm { parent: parent.into(), ..on(20) };
            let moved = unit_acts::act(&services, Some(&site), UnitId::new(3), UnitAct::Move, &form).await;
            refused(moved, Field::Parent, Why::NotAChoice);
        }
        let form = UnitForm { into: "6".into(), ..on(20) };
        let merged = unit_acts::act(&services, Some(&site), UnitId::new(3), UnitAct::Merge, &form).await;
        refused(merged, Field::Into, Why::NotAChoice);
        let opened = unit_acts::open(&services, Some(&site), &new("N", "New", "team", 5)).await;
        refused(opened, Field::Parent, Why::NotAChoice);
        let page = pages::act_page(&services, Some(&site), UnitId::new(3), "merge").await.unwrap();
        assert_eq!(page.targets.iter().map(|unit| unit.id).collect::<Vec<_>>(), [UnitId::new(4)]);
        for role in [Role::Employee, Role::Manager, Role::Hr, Role::Service, Role::StaffRepresentative] {
            let result = pages::list(&services, Some(&actor(role, 1)), &UnitFilter::default()).await;
            assert!(matches!(result, Err(Error::Problem(Problem::Forbidden))), "{role:?}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn closed_units_are_shown_when_asked_for_and_take_nothing_new() {
    on_both(async |services| {
        act(&services, 4, UnitAct::Merge, UnitForm { into: "3".into(), ..on(20) }).await.unwrap();
        let list = async |closed| {
            let filter = UnitFilter { closed, ..Default::default() };
            let list = pages::list(&services, Some(&admin(1)), &filter).await.unwrap();
            (list.rows.len(), list.closed)
        };
        assert_eq!((list(false).await, list(true).await), ((5, 1), (6, 1)));
        let into_closed = UnitForm { into: "4".into(), ..on(21) };
        refused(act(&services, 6, UnitAct::Merge, into_closed).await, Field::Into, Why::NotAChoice);
        not_found(act(&services, 4, UnitAct::Rename, UnitForm { name: "Back".into(), ..on(21) }).await);
        not_found(act(&services, 4, UnitAct::Close, on(21)).await);
    })
    .await;
}

#[test]
fn only_what_is_farther_from_the_root_fits_below() {
    assert_eq!(UnitKind::Region.below(), [UnitKind::Site, UnitKind::Team]);
    assert!(UnitKind::Team.below().is_empty());
}

/// Two programs over one database.
async fn two_instances() -> Vec<([Services; 2], Option<tempfile::TempDir>)> {
    let (sqlite, folder) = on_sqlite().await;
    let file = format!("sqlite://{}", folder.path().join("test.db").display());
    let (url, postgres) = postgres_database().await;
    let second = async |url: &str, first: &Services| {
        Services::new(Db::open(url, Missing::Refuse).await.unwrap(), first.clock.clone())
    };
    vec![
        ([sqlite.clone(), second(&file, &sqlite).await], Some(folder)),
        ([postgres.clone(), second(&url, &postgres).await], None),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn a_tree_in_memory_is_never_older_than_the_change_whichever_instance_made_it() {
    for (instances, _folder) in two_instances().await {
        for (round, changing) in [0, 1, 0, 1].into_iter().enumerate() {
            for services in &instances {
                service::organisation::tree(services, &services.db.reader).await.unwrap();
            }
            let name = format!("Team {round}");
            let form = UnitForm { name: name.clone(), ..on(21) };
            act(&instances[changing], 3, UnitAct::Rename, form).await.unwrap();
            for services in &instances {
                let tree = service::organisation::tree(services, &services.db.reader).await.unwrap();
                assert_eq!(tree.get(UnitId::new(3)).unwrap().name, name);
                for then in [day(20), day(21)] {
                    let kept = organisation::tree_on(services, &services.db.reader, then).await.unwrap();
                    let read = Tree::as_of(&services.db.reader, then).await.unwrap();
                    let name_in = |tree: &Tree| tree.get(UnitId::new(3)).unwrap().name.clone();
                    assert_eq!(name_in(&kept), name_in(&read), "{then}");
                    assert_eq!(name_in(&kept) == name, then == day(21), "{then}");
                }
                let page = pages::page(services, Some(&admin(1)), UnitId::new(3)).await.unwrap();
                assert_eq!(page.row.item.name, name);
            }
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_change_of_the_tree_that_was_taken_back_is_not_remembered() {
    on_both(async |services| {
        let transaction = services.db.begin().await.unwrap();
        changes::rename(&transaction, &BY(), UnitId::new(3), "Never", day(21)).await.unwrap();
        drop(transaction);
        let tree = service::organisation::tree(&services, &services.db.reader).await.unwrap();
        assert_eq!(tree.get(UnitId::new(3)).unwrap().name, "Team A");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_opened_by_mistake_could_only_be_closed() {
    on_both(async |services| {
        let site =
            unit_acts::open(&services, Some(&admin(1)), &new("S9", "Brygen", "site", 1)).await.unwrap();
        let team =
            unit_acts::open(&services, Some(&admin(1)), &new("T9", "Till", "team", site)).await.unwrap();
        act(&services, team.into(), UnitAct::Rename, UnitForm { name: "Tills".to_owned(), ..on(21) })
            .await
            .unwrap();
        let remove =
            async |unit: UnitId| act(&services, unit.into(), UnitAct::Remove, UnitForm::default()).await;
        refused(remove(site).await, Field::Unit, Why::NotRemovable);
        remove(team).await.unwrap();
        remove(site).await.unwrap();
        let tree = Tree::load(&services.db.reader).await.unwrap();
        assert!(tree.get(site).is_none() && tree.get(team).is_none());
        not_found(remove(site).await);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM audit WHERE event = 'unit_removed'").await, 2);
        // The number is free again.
        unit_acts::open(&services, Some(&admin(1)), &new("S9", "Bryggen", "site", 1)).await.unwrap();
        // What has a history keeps it: people, a complaint, an account of somebody's roles.
        refused(remove(UnitId::new(3)).await, Field::Unit, Why::NotRemovable);
        not_found(remove(UnitId::new(1)).await);
        run(
            &services,
            "INSERT INTO unit (id, external_id, parent_id, kind, name) VALUES (90, 'X', 1, 'team', 'X')",
        )
        .await;
        run(&services, "INSERT INTO contact_day (unit_id, day, contacts) VALUES (90, '2026-11-20', 3)").await;
        refused(remove(UnitId::new(90)).await, Field::Unit, Why::NotRemovable);
        assert_eq!(number(&services, "SELECT contacts FROM contact_day WHERE unit_id = 90").await, 3);
        let foreign =
            unit_acts::act(&services, Some(&admin(2)), UnitId::new(2), UnitAct::Remove, &UnitForm::default())
                .await;
        assert!(foreign.is_err(), "nobody takes a unit out of what somebody else keeps");
    })
    .await;
}
