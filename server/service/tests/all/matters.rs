//! Open matters: what is said about them, who may, and the weekly letter.

use std::sync::Arc;

use crate::common::{
    actor, now, on_both,
    postbox::{Postbox, with_box},
    run,
};
use chrono::{Days, Duration, NaiveDate};
use domain::{
    Field, Lang, Problem, Role, UnitId,
    insight::{
        actions::ActionForm,
        figures::TrendQuery,
        matters::{MatterForm, Reply, Worklist},
        signal::SignalMeasure,
        today::TodayQuery,
    },
};
use service::{Error, Services, actions, clock::StoppedClock, figures, mail::Letter, matters, today};

const SITE: i64 = 2;
const TEAM: i64 = 3;
const TOPIC: SignalMeasure = SignalMeasure::Complaints;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Forty weeks of complaints of team A, the last three of them far above its usual level.
async fn trouble(services: &Services) {
    for week in 0..40_i64 {
        let monday = day("2026-11-09") - Days::new(7 * week.unsigned_abs());
        let count = if week < 3 { 40 } else { 10 + week % 3 };
        let sql = format!(
            "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
             VALUES ({TEAM}, 'week', '{monday}', {count}, 1000)"
        );
        run(services, &sql).await;
    }
    service::overview::signals::refresh(services).await.unwrap();
}

async fn list_of(services: &Services, role: Role, unit: i64) -> Worklist {
    today::page(services, Some(&actor(role, unit)), &TodayQuery::default()).await.unwrap().matters
}

async fn list(services: &Services) -> Worklist {
    list_of(services, Role::Manager, SITE).await
}

async fn say(services: &Services, role: Role, act: &str, reason: &str) -> service::Result<()> {
    let form = MatterForm { act: act.to_owned(), weeks: "2".to_owned(), reason: reason.to_owned() };
    matters::reply(services, Some(&actor(role, SITE)), UnitId::new(TEAM), TOPIC, &form).await
}

/// The same services, so many days later.
fn later(services: &Services, days: i64) -> Services {
    services.with_clock(Arc::new(StoppedClock(now() + Duration::days(days))))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_that_has_been_worse_for_three_weeks_is_open_by_name_and_number() {
    on_both(async |services| {
        trouble(&services).await;
        let open = list(&services).await.open;
        let [matter] = open.as_slice() else { panic!("{open:?}") };
        assert_eq!((matter.unit.name.as_str(), matter.value, matter.periods()), ("Team A", 40.0, 3));
        assert!((10.0..20.0).contains(&matter.usual), "{}", matter.usual);
        // Whoever looks after its site need not be told where it is; whoever looks after all is.
        assert_eq!(matter.above, None);
        let all = list_of(&services, Role::Manager, 1).await;
        assert_eq!(all.open[0].above.as_deref(), Some("Site S"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_seen_stays_and_what_is_put_aside_with_a_reason_comes_back_on_its_day() {
    on_both(async |services| {
        trouble(&services).await;
        say(&services, Role::Manager, "seen", "").await.unwrap();
        let seen = list(&services).await;
        assert_eq!((seen.open.len(), seen.open[0].is_unseen()), (1, false));
        let refused = say(&services, Role::Manager, "aside", "  ").await;
        let Err(Error::Problem(Problem::Invalid(fields))) = refused else { panic!("{refused:?}") };
        assert_eq!(fields[0].field, Field::Reason);
        say(&services, Role::Hr, "aside", "Stocktaking").await.unwrap();
        let aside = list(&services).await;
        assert!(aside.open.is_empty());
        let reply = aside.in_hand[0].replied.clone().unwrap().reply;
        assert_eq!(reply, Reply::Aside { until: day("2026-12-05"), reason: "Stocktaking".to_owned() });
        assert!(list(&later(&services, 13)).await.open.is_empty());
        assert_eq!(list(&later(&services, 14)).await.open.len(), 1);
        say(&services, Role::Manager, "open", "").await.unwrap();
        assert!(list(&services).await.open[0].is_unseen());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_for_it_takes_it_in_hand_and_one_for_something_else_does_not() {
    on_both(async |services| {
        trouble(&services).await;
        let agree = async |driver: &str, unit: i64| {
            let form = ActionForm {
                unit: unit.to_string(),
                driver: driver.to_owned(),
                tried: "Two on the till after four.".to_owned(),
                owner: "manager".to_owned(),
                starts_on: "2026-11-16".to_owned(),
                review_on: "2027-01-11".to_owned(),
            };
            actions::agree(&services, Some(&actor(Role::Manager, SITE)), &form).await.unwrap()
        };
        agree("strain", TEAM).await;
        assert_eq!(list(&services).await.open.len(), 1);
        let id = agree("complaints", SITE).await;
        let list = list(&services).await;
        assert_eq!((list.open.len(), list.in_hand[0].running.unwrap().action), (0, id));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_only_reads_says_nothing_and_a_unit_without_a_matter_looks_like_a_foreign_one() {
    on_both(async |services| {
        trouble(&services).await;
        let read = list_of(&services, Role::StaffRepresentative, SITE).await;
        assert!(!read.open[0].may_handle);
        let refused = say(&services, Role::StaffRepresentative, "seen", "").await;
        assert!(matches!(refused, Err(Error::Problem(Problem::Forbidden))));
        let manager = actor(Role::Manager, SITE);
        for (unit, topic) in [(4, TOPIC), (6, TOPIC), (999, TOPIC), (TEAM, SignalMeasure::Strain)] {
            let page = matters::page(&services, Some(&manager), UnitId::new(unit), topic).await;
            assert!(matches!(page, Err(Error::Problem(Problem::NotFound))), "{unit} {topic:?}");
        }
        assert_eq!(
            matters::page(&services, Some(&manager), UnitId::new(TEAM), TOPIC).await.unwrap().matter.unit.id,
            UnitId::new(TEAM)
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_of_a_site_names_the_team_below_it_that_stands_out() {
    on_both(async |services| {
        trouble(&services).await;
        let manager = actor(Role::Manager, SITE);
        let named = async |unit: i64| {
            let query = TrendQuery { unit: Some(UnitId::new(unit)), ..TrendQuery::default() };
            let page = figures::trend(&services, Some(&manager), &query, Lang::En).await.unwrap();
            page.worse_below.into_iter().map(|unit| unit.name).collect::<Vec<_>>()
        };
        assert_eq!(named(SITE).await, ["Team A"]);
        assert!(named(TEAM).await.is_empty(), "it speaks of itself in its own headline");
    })
    .await;
}

async fn letters(services: &Services, mailer: &Postbox) -> Vec<Letter> {
    matters::weekly::run_due(services).await.unwrap();
    service::jobs::send_letters(services).await.unwrap();
    mailer.take()
}

#[tokio::test(flavor = "multi_thread")]
async fn managers_get_a_letter_a_week_without_figures_while_something_waits() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = 'boss@example.org', lang = 'en', state = 'active'").await;
        assert!(letters(&services, &mailer).await.is_empty(), "nothing waits");
        trouble(&services).await;
        assert!(letters(&services, &mailer).await.is_empty(), "it was looked at this week");
        // Now is a Saturday: Monday is in two days.
        let monday = later(&services, 2);
        let sent = letters(&monday, &mailer).await;
        assert_eq!(sent.len(), 1);
        assert!(sent[0].subject.starts_with("One matter waits for you"), "{}", sent[0].subject);
        let body = &sent[0].body;
        assert!(body.contains("- Team A · ") && body.contains("for 3 weeks"), "{body}");
        assert!(body.contains("https://trivsel.example/today"), "{body}");
        assert!(!body.contains("40"), "a figure left the program: {body}");
        assert!(letters(&later(&services, 5), &mailer).await.is_empty(), "once a week");
        assert_eq!(letters(&later(&services, 9), &mailer).await.len(), 1);
        // Whoever does not want it gets none.
        run(&services, "UPDATE account SET wants_weekly = FALSE").await;
        assert!(letters(&later(&services, 16), &mailer).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_instances_one_writes_the_weekly_letter_and_none_what_was_put_aside_meanwhile() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = 'boss@example.org', lang = 'en', state = 'active'").await;
        trouble(&services).await;
        let (one, other) =
            tokio::join!(matters::weekly::run_due(&services), matters::weekly::run_due(&services));
        assert!(one.is_ok() && other.is_ok());
        let queued = "SELECT COUNT(*) FROM mail WHERE kind = 'weekly'";
        assert_eq!(crate::common::number(&services, queued).await, 1);
        say(&services, Role::Manager, "aside", "Known").await.unwrap();
        service::jobs::send_letters(&services).await.unwrap();
        assert!(mailer.take().is_empty());
    })
    .await;
}
