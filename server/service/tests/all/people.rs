//! People: where they belong from when to when, their roles and accounts, and whose they are to keep.

use crate::common::{actor, number, on_both, run};
use domain::{
    AccountId, Field, PersonId, Problem, Role, UnitId, Why,
    people::register::{AccountState, PersonAct, PersonFilter, PersonForm},
};
use sea_orm::ConnectionTrait;
use service::{
    Actor, Error, Services,
    people::{list, pages, person_acts, printed_codes},
};

/// The organisation's administrator: account 2, who belongs nowhere.
const ADMIN: &str = "INSERT INTO account (person_id, login, email, name, password_hash)
    VALUES (17, 'admin@example.org', 'admin@example.org', 'Nowhere', '!')";
const ADMIN_ROLE: &str = "INSERT INTO role_grant (account_id, role, unit_id) VALUES (2, 'admin', 1)";

async fn prepare(services: &Services) {
    run(services, ADMIN).await;
    run(services, ADMIN_ROLE).await;
}

fn admin() -> Actor {
    Actor { account: AccountId::new(2), ..actor(Role::Admin, 1) }
}

/// Somebody else who keeps one unit and what is below it.
fn admin_of(unit: i64) -> Actor {
    Actor { account: AccountId::new(99), ..actor(Role::Admin, unit) }
}

fn person(number: &str, name: &str, unit: &str) -> PersonForm {
    PersonForm { number: number.into(), name: name.into(), unit: unit.into(), ..Default::default() }
}

fn at(unit: i64, from: &str) -> PersonForm {
    PersonForm { unit: unit.to_string(), from_on: from.into(), ..Default::default() }
}

fn role(role: &str, unit: i64) -> PersonForm {
    PersonForm { role: role.into(), unit: unit.to_string(), ..Default::default() }
}

async fn act(services: &Services, person: i64, what: PersonAct, form: PersonForm) -> Result<(), Error> {
    person_acts::act(services, Some(&admin()), PersonId::new(person), what, &form).await
}

fn refused<T: std::fmt::Debug>(result: Result<T, Error>, field: Field, why: Why) {
    match result {
        Err(Error::Problem(problem)) => assert_eq!(problem, Problem::invalid(field, why)),
        other => panic!("{other:?}"),
    }
}

fn fails<T: std::fmt::Debug>(result: Result<T, Error>, expected: Problem) {
    match result {
        Err(Error::Problem(problem)) => assert_eq!(problem, expected),
        other => panic!("{other:?}"),
    }
}

async fn places(services: &Services, person: i64) -> Vec<(String, String, Option<String>)> {
    let page = pages::page(services, Some(&admin()), PersonId::new(person)).await.unwrap();
    let day = |day: chrono::NaiveDate| day.to_string();
    page.places.into_iter().map(|place| (place.unit, day(place.from), place.to.map(day))).collect()
}

fn place(unit: &str, from: &str, to: Option<&str>) -> (String, String, Option<String>) {
    (unit.into(), from.into(), to.map(Into::into))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_move_ends_one_place_and_begins_the_next() {
    on_both(async |services| {
        prepare(&services).await;
        act(&services, 1, PersonAct::Move, at(4, "2026-11-18")).await.unwrap();
        assert_eq!(
            places(&services, 1).await,
            [place("Team B", "2026-11-18", None), place("Team A", "2026-01-01", Some("2026-11-17"))]
        );
        // Two moves on one day: the second takes the place of the first.
        act(&services, 1, PersonAct::Move, at(6, "2026-11-18")).await.unwrap();
        assert_eq!(places(&services, 1).await[0], place("Team C", "2026-11-18", None));
        assert_eq!(places(&services, 1).await.len(), 2);
        refused(
            act(&services, 1, PersonAct::Move, at(4, "2026-11-16")).await,
            Field::FromOn,
            Why::RoundBegun,
        );
        refused(act(&services, 1, PersonAct::Move, at(4, "2028-11-16")).await, Field::FromOn, Why::InFuture);
        refused(act(&services, 1, PersonAct::Move, at(4, "soon")).await, Field::FromOn, Why::NotADate);
        refused(
            act(&services, 1, PersonAct::Move, at(999, "2026-11-18")).await,
            Field::Unit,
            Why::NotAChoice,
        );
        run(&services, "UPDATE unit SET closed_on = '2026-11-01' WHERE id = 4").await;
        refused(act(&services, 1, PersonAct::Move, at(4, "2026-11-18")).await, Field::Unit, Why::NotAChoice);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_loses_the_account_and_who_returns_starts_anew() {
    on_both(async |services| {
        prepare(&services).await;
        let last = |day: &str| PersonForm { from_on: day.into(), ..Default::default() };
        refused(act(&services, 16, PersonAct::Leave, last("2026-11-22")).await, Field::FromOn, Why::InFuture);
        act(&services, 16, PersonAct::Leave, last("2026-11-20")).await.unwrap();
        assert_eq!(places(&services, 16).await, [place("Site S", "2026-01-01", Some("2026-11-20"))]);
        let page = pages::page(&services, Some(&admin()), PersonId::new(16)).await.unwrap();
        assert_eq!((page.row.state, page.roles.len()), (AccountState::Left, 0));
        assert_eq!(page.acts, [PersonAct::Change, PersonAct::Move]);
        for what in [PersonAct::Lock, PersonAct::Unlock, PersonAct::Code, PersonAct::Invite, PersonAct::Leave]
        {
            fails(act(&services, 16, what, last("2026-11-20")).await, Problem::ChangedMeanwhile);
        }
        act(&services, 16, PersonAct::Move, at(3, "2026-11-21")).await.unwrap();
        let page = pages::page(&services, Some(&admin()), PersonId::new(16)).await.unwrap();
        assert_eq!((page.row.state, page.left_on), (AccountState::New, None));
        assert_eq!(page.places.len(), 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_changes_their_own_roles_and_one_administrator_stays() {
    on_both(async |services| {
        prepare(&services).await;
        let own = act(&services, 17, PersonAct::GiveRole, role("hr", 1)).await;
        refused(own, Field::Role, Why::OwnRole);
        let taken = |role: &str| PersonForm { role: role.into(), ..Default::default() };
        let own = act(&services, 17, PersonAct::TakeRole, taken("admin:1")).await;
        refused(own, Field::Role, Why::OwnRole);
        for what in [PersonAct::Lock, PersonAct::Leave] {
            refused(act(&services, 17, what, PersonForm::default()).await, Field::Role, Why::OwnRole);
        }
        let other = Actor { account: AccountId::new(1), ..admin() };
        let other = async |what, form| {
            person_acts::act(&services, Some(&other), PersonId::new(17), what, &form).await
        };
        refused(other(PersonAct::TakeRole, taken("admin:1")).await, Field::Role, Why::LastAdmin);
        refused(other(PersonAct::Lock, PersonForm::default()).await, Field::Role, Why::LastAdmin);
        refused(other(PersonAct::Leave, PersonForm::default()).await, Field::Role, Why::LastAdmin);
        // An administrator of a part does not keep the whole.
        act(&services, 16, PersonAct::GiveRole, role("admin", 2)).await.unwrap();
        refused(other(PersonAct::Lock, PersonForm::default()).await, Field::Role, Why::LastAdmin);
        act(&services, 16, PersonAct::GiveRole, role("admin", 1)).await.unwrap();
        other(PersonAct::TakeRole, taken("admin:1")).await.unwrap();
        refused(
            act(&services, 16, PersonAct::GiveRole, role("employee", 2)).await,
            Field::Role,
            Why::NotAChoice,
        );
        refused(act(&services, 16, PersonAct::GiveRole, role("king", 2)).await, Field::Role, Why::NotAChoice);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_role_is_given_for_a_unit_with_its_day_and_ends_the_sessions() {
    on_both(async |services| {
        prepare(&services).await;
        let hash = match services.db.reader.get_database_backend() {
            sea_orm::DbBackend::Postgres => "'\\x61'",
            _ => "x'61'",
        };
        let at = "'2026-11-21 09:00:00+00:00'";
        let columns = "token_hash, account_id, created_at, seen_at";
        run(&services, &format!("INSERT INTO session ({columns}) VALUES ({hash}, 1, {at}, {at})")).await;
        act(&services, 16, PersonAct::GiveRole, role("service", 3)).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM session").await, 0);
        let roles = pages::page(&services, Some(&admin()), PersonId::new(16)).await.unwrap().roles;
        let given = roles.iter().find(|given| given.role == Role::Service).unwrap();
        assert_eq!(
            (given.unit_name.as_str(), given.since.unwrap().to_string().as_str()),
            ("Team A", "2026-11-21")
        );
        let taken = PersonForm { role: "service:3".into(), ..Default::default() };
        act(&services, 16, PersonAct::TakeRole, taken.clone()).await.unwrap();
        fails(act(&services, 16, PersonAct::TakeRole, taken).await, Problem::ChangedMeanwhile);
        run(&services, "UPDATE unit SET closed_on = '2026-11-01' WHERE id = 4").await;
        refused(act(&services, 16, PersonAct::GiveRole, role("hr", 4)).await, Field::Unit, Why::NotAChoice);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_of_a_part_keeps_the_people_of_that_part_only() {
    on_both(async |services| {
        prepare(&services).await;
        let site = admin_of(2);
        let everybody = PersonFilter::default();
        let found = list::list(&services, Some(&site), &everybody).await.unwrap();
        assert_eq!(found.total, 10, "teams A and B, and who is on the site's own list");
        for stranger in [10, 17, 999] {
            fails(pages::page(&services, Some(&site), PersonId::new(stranger)).await, Problem::NotFound);
            for what in PersonAct::ALL {
                fails(
                    pages::act_page(&services, Some(&site), PersonId::new(stranger), what.name()).await,
                    Problem::NotFound,
                );
                let form = person("X1", "Mine", "3");
                fails(
                    person_acts::act(&services, Some(&site), PersonId::new(stranger), what, &form).await,
                    Problem::NotFound,
                );
            }
            fails(
                printed_codes::print_one(&services, Some(&site), PersonId::new(stranger), "").await,
                Problem::NotFound,
            );
        }
        let away =
            person_acts::act(&services, Some(&site), PersonId::new(1), PersonAct::Move, &at(6, "2026-11-20"))
                .await;
        refused(away, Field::Unit, Why::NotAChoice);
        let far =
            person_acts::act(&services, Some(&site), PersonId::new(16), PersonAct::GiveRole, &role("hr", 1))
                .await;
        refused(far, Field::Unit, Why::NotAChoice);
        refused(
            person_acts::create(&services, Some(&site), &person("N1", "New", "6")).await,
            Field::Unit,
            Why::NotAChoice,
        );
        refused(
            person_acts::create(&services, Some(&site), &person("N1", "New", "")).await,
            Field::Unit,
            Why::Missing,
        );
        person_acts::create(&services, Some(&site), &person("N1", "New", "3")).await.unwrap();
        let filter = PersonFilter { unit: Some(UnitId::new(6)), ..Default::default() };
        fails(list::list(&services, Some(&site), &filter).await, Problem::NotFound);
        refused(
            printed_codes::print(&services, Some(&site), &["6".into()], "").await,
            Field::Unit,
            Why::NotAChoice,
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_administrator_of_a_part_cannot_take_over_an_account_that_is_more() {
    on_both(async |services| {
        prepare(&services).await;
        // The administrator of the whole sits in team A.
        run(&services, "INSERT INTO roster (person_id, unit_id, from_on) VALUES (17, 3, '2026-01-01')").await;
        run(&services, "UPDATE account SET email = NULL, state = 'new' WHERE id = 2").await;
        let site = admin_of(2);
        let page = pages::page(&services, Some(&site), PersonId::new(17)).await.unwrap();
        assert!(page.is_foreign);
        for what in
            [PersonAct::Change, PersonAct::Lock, PersonAct::Leave, PersonAct::Sessions, PersonAct::Invite]
        {
            let form = PersonForm { email: "mine@example.org".into(), ..person("P17", "Nowhere", "") };
            fails(
                person_acts::act(&services, Some(&site), PersonId::new(17), what, &form).await,
                Problem::Forbidden,
            );
        }
        fails(
            printed_codes::print_one(&services, Some(&site), PersonId::new(17), "").await,
            Problem::Forbidden,
        );
        let sheet = printed_codes::print(&services, Some(&site), &["3".into()], "").await.unwrap();
        assert!(sheet.slips.is_empty(), "no code for an account that holds roles outside");
        let taken = PersonForm { role: "admin:1".into(), ..Default::default() };
        let taken =
            person_acts::act(&services, Some(&site), PersonId::new(17), PersonAct::TakeRole, &taken).await;
        assert!(taken.is_err());
        assert_eq!(number(&services, "SELECT COUNT(*) FROM role_grant WHERE unit_id = 1").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn details_that_are_taken_or_hide_something_are_refused() {
    on_both(async |services| {
        prepare(&services).await;
        let create = async |form: PersonForm| person_acts::create(&services, Some(&admin()), &form).await;
        refused(create(person("P1", "Twice", "")).await, Field::Number, Why::Taken);
        refused(create(person("N\n1", "Odd", "")).await, Field::Number, Why::Unprintable);
        refused(create(person("N1", "a\u{202e}b", "")).await, Field::Name, Why::Unprintable);
        refused(create(person("N1", "a\nb", "")).await, Field::Name, Why::Unprintable);
        let mail = |email: &str| PersonForm { email: email.into(), ..person("N1", "New", "") };
        for odd in ["a@b.no\r\nBcc: c@d.no", "a\u{202e}@b.no", "nobody"] {
            refused(create(mail(odd)).await, Field::Email, Why::NotAnAddress);
        }
        refused(create(mail("Admin@Example.org")).await, Field::Email, Why::Taken);
        let made = create(mail("new@example.org")).await.unwrap();
        let email = PersonForm { email: "admin@example.org".into(), ..person("N1", "New", "") };
        refused(act(&services, i64::from(made), PersonAct::Change, email).await, Field::Email, Why::Taken);
        act(&services, i64::from(made), PersonAct::Change, person("N2", "Newer", "")).await.unwrap();
        let page = pages::page(&services, Some(&admin()), made).await.unwrap();
        assert_eq!((page.row.number.as_str(), page.row.email), ("N2", None));
        assert_eq!(page.row.state, AccountState::New);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_are_for_people_without_an_address_and_stored_as_hashes() {
    on_both(async |services| {
        prepare(&services).await;
        let create = async |number: &str, email: &str| {
            let form = PersonForm { email: email.into(), ..person(number, "New", "3") };
            person_acts::create(&services, Some(&admin()), &form).await.unwrap()
        };
        create("N1", "").await;
        create("N2", "").await;
        create("N3", "n3@example.org").await;
        let page = printed_codes::page(&services, Some(&admin())).await.unwrap();
        assert_eq!(
            page.waiting.iter().map(|(unit, count)| (unit.id, *count)).collect::<Vec<_>>(),
            [(UnitId::new(3), 2)]
        );
        assert_eq!(page.to_invite, 1);
        let print = async || {
            printed_codes::print(&services, Some(&admin()), &["3".into()], "https://x").await.unwrap()
        };
        let sheet = print().await;
        assert_eq!(sheet.slips.iter().map(|slip| slip.login.as_str()).collect::<Vec<_>>(), ["n1", "n2"]);
        assert_eq!(sheet.valid_until.to_string(), "2026-11-27");
        assert!(sheet.slips.iter().all(|slip| slip.code.len() == 19));
        assert_ne!(print().await.slips[0].code, sheet.slips[0].code, "the older ones stop working");
        assert_eq!(number(&services, "SELECT COUNT(*) FROM account_token").await, 2);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM audit WHERE event = 'code_printed'").await, 4);
        refused(printed_codes::print(&services, Some(&admin()), &[], "").await, Field::Unit, Why::Missing);
        assert_eq!(printed_codes::invite_all(&services, Some(&admin())).await.unwrap(), 1);
        assert_eq!(printed_codes::invite_all(&services, Some(&admin())).await.unwrap(), 0);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM mail").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_searched_filtered_and_turned() {
    on_both(async |services| {
        prepare(&services).await;
        for number in 0..60 {
            run(
                &services,
                &format!("INSERT INTO person (external_id, name) VALUES ('X{number}', 'Extra % {number}')"),
            )
            .await;
        }
        let find = async |search: &str, unit: &str, state: &str, page| {
            let filter = PersonFilter {
                search: search.into(),
                unit: unit.parse().ok(),
                state: AccountState::from_name(state),
                page,
            };
            let list = list::list(&services, Some(&admin()), &filter).await.unwrap();
            (list.total, list.rows.len(), list.pages)
        };
        assert_eq!(find("", "", "", 1).await, (77, 50, 2));
        assert_eq!(find("", "", "", 2).await, (77, 27, 2));
        assert_eq!(find("", "", "", 99).await.1, 27, "the last page");
        assert_eq!(find("a %", "", "", 1).await.0, 60);
        assert_eq!(find("a _", "", "", 1).await.0, 0, "what is typed is no pattern");
        assert_eq!(find("p1", "", "", 1).await.0, 9, "P1, P10 to P17");
        assert_eq!(find("ADMIN@", "", "", 1).await.0, 1);
        assert_eq!(find("", "2", "", 1).await.0, 10);
        assert_eq!(find("", "3", "none", 1).await.0, 6);
        assert_eq!(find("", "", "active", 1).await.0, 2);
        assert_eq!(find("", "", "left", 1).await.0, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn somebody_written_down_by_mistake_could_only_leave() {
    on_both(async |services| {
        prepare(&services).await;
        let made =
            person_acts::create(&services, Some(&admin()), &person("P900", "Kari Norman", "3")).await.unwrap();
        let id = i64::from(made);
        act(&services, id, PersonAct::GiveRole, role("manager", 3)).await.unwrap();
        let remove = async |person| act(&services, person, PersonAct::Remove, PersonForm::default()).await;
        remove(id).await.unwrap();
        let left = format!(
            "SELECT (SELECT COUNT(*) FROM person WHERE id = {id}) + (SELECT COUNT(*) FROM account WHERE name = 'Kari Norman')
                 + (SELECT COUNT(*) FROM roster WHERE person_id = {id})"
        );
        assert_eq!(number(&services, &left).await, 0);
        let said = "SELECT COUNT(*) FROM audit WHERE event = 'person_removed' AND detail = 'P900'";
        assert_eq!(number(&services, said).await, 1);
        fails(remove(id).await, Problem::NotFound);
        // The number is free again, and whoever counted in a round stays.
        person_acts::create(&services, Some(&admin()), &person("P900", "Kari Nordmann", "3")).await.unwrap();
        let people = number(&services, "SELECT COUNT(*) FROM person").await;
        refused(remove(1).await, Field::Person, Why::NotRemovable);
        run(&services, "UPDATE account SET state = 'active' WHERE person_id = 17").await;
        fails(remove(17).await, Problem::ChangedMeanwhile);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM person").await, people);
    })
    .await;
}
