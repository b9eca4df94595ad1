//! The morning view: what it says of what is in the database, and to whom.

use crate::common::{actor, employee, number, on_both, run};
use chrono::NaiveDate;
use domain::{
    Problem, Role, UnitId,
    insight::{
        signal::SignalMeasure,
        today::{News, TodayPage, TodayQuery},
    },
};
use service::{Error, Services, today};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The page after the jobs have looked at what the test has written.
async fn page(services: &Services, role: Role, unit: i64) -> TodayPage {
    run(services, "UPDATE organisation SET data_version = data_version + 1").await;
    service::overview::signals::refresh(services).await.unwrap();
    today::page(services, Some(&actor(role, unit)), &TodayQuery::default()).await.unwrap()
}

/// A sign-in of account 1, as the log holds it.
async fn signed_in(services: &Services, number: i64, at: &str) {
    let backend = sea_orm::ConnectionTrait::get_database_backend(&services.db.reader);
    let blob = if backend == sea_orm::DbBackend::Sqlite { "x''" } else { "''::bytea" };
    run(
        services,
        &format!(
            "INSERT INTO audit (id, at, account_id, event, detail, previous, hash)
             VALUES ({number}, '{at}', 1, 'signed_in', '', {blob}, {blob})"
        ),
    )
    .await;
}

/// Forty weeks of complaints of a unit, the newest one that is over with as many as given.
async fn complaints(services: &Services, unit: i64, newest: i64) {
    for week in 0..40_i64 {
        let monday = day("2026-11-09") - chrono::Days::new(7 * week.unsigned_abs());
        let count = if week == 0 { newest } else { 10 + week % 3 };
        run(
            services,
            &format!(
                "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
                 VALUES ({unit}, 'week', '{monday}', {count}, 1000)"
            ),
        )
        .await;
    }
}

async fn case(services: &Services, unit: i64, number: i64, severity: &str, received: &str) {
    run(
        services,
        &format!(
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-{number}', {unit}, 'process', 'phone', '{severity}', 'Text', '2026-11-01', '{received} 10:00:00+00:00', 'received')"
        ),
    )
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn last_time_is_the_newest_sign_in_of_an_earlier_day_where_the_organisation_is() {
    on_both(async |services| {
        let first = page(&services, Role::Manager, 2).await;
        assert_eq!((first.since, first.was_here), (day("2026-11-14"), false), "the last seven days");
        signed_in(&services, 1, "2026-11-12T08:00:00.000Z").await;
        // 23:30 UTC is past midnight in Oslo: that is the eighteenth.
        signed_in(&services, 2, "2026-11-17T23:30:00.000Z").await;
        signed_in(&services, 3, "2026-11-20T23:10:00.000Z").await;
        signed_in(&services, 4, "2026-11-21T06:00:00.000Z").await;
        let later = page(&services, Role::Manager, 2).await;
        assert_eq!((later.since, later.was_here), (day("2026-11-18"), true), "what was today does not count");
        let rows = "SELECT COUNT(*) FROM audit";
        assert_eq!(number(&services, rows).await, 4, "looking writes nothing down");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_quiet_day_has_one_sentence() {
    on_both(async |services| assert_eq!(page(&services, Role::Manager, 2).await.news, [News::Quiet])).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cases_about_safety_come_first_and_hr_who_reads_no_cases_hears_of_none() {
    on_both(async |services| {
        case(&services, 3, 1, "safety", "2026-11-20").await;
        case(&services, 3, 2, "normal", "2026-11-02").await;
        case(&services, 4, 3, "normal", "2026-11-20").await;
        // Of another site, and answered.
        case(&services, 6, 4, "safety", "2026-11-02").await;
        case(&services, 3, 5, "safety", "2026-11-02").await;
        run(&services, "UPDATE complaint SET stage = 'answered' WHERE reference = 'K-5'").await;
        let news = page(&services, Role::Manager, 2).await.news;
        assert_eq!(news, [News::UrgentCases { count: 1 }, News::OldCases { count: 1 }]);
        assert_eq!(page(&services, Role::Hr, 1).await.news, [News::Quiet]);
        // Whoever manages everything sees those of both sites.
        let all = page(&services, Role::Manager, 1).await.news;
        assert_eq!(all, [News::UrgentCases { count: 2 }, News::OldCases { count: 1 }]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_that_stands_out_is_named_with_its_figures_on_every_morning() {
    on_both(async |services| {
        complaints(&services, 3, 60).await;
        complaints(&services, 4, 11).await;
        let first = page(&services, Role::Manager, 2).await;
        let [matter] = first.matters.open.as_slice() else { panic!("{:?}", first.matters) };
        assert_eq!(
            (matter.unit.id, matter.unit.name.as_str(), matter.topic),
            (UnitId::new(3), "Team A", SignalMeasure::Complaints)
        );
        assert_eq!((matter.value, matter.periods(), matter.may_handle), (60.0, 1, true));
        assert!((10.0..20.0).contains(&matter.usual), "{}", matter.usual);
        // It waits until somebody answers, however often the page is looked at.
        signed_in(&services, 1, "2026-11-19T08:00:00.000Z").await;
        let later = page(&services, Role::Manager, 2).await;
        assert_eq!((later.matters.open.len(), later.news), (1, vec![News::Quiet]));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_release_that_shows_nothing_new_says_in_how_many_teams() {
    on_both(async |services| {
        run(&services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
        let news = page(&services, Role::Manager, 2).await.news;
        let [News::Calm { teams, unit, .. }] = news.as_slice() else { panic!("{news:?}") };
        assert_eq!((*teams, unit.name.as_str()), (Some(2), "Site S"));
        signed_in(&services, 1, "2026-11-18T08:00:00.000Z").await;
        assert_eq!(page(&services, Role::Manager, 2).await.news, [News::Quiet]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_figure_says_nothing_in_the_morning_either() {
    on_both(async |services| {
        // Thirty rounds alike; the newest is hidden, whatever it holds.
        for round in 0..30_i64 {
            let monday = day("2026-11-02") - chrono::Days::new(7 * round.unsigned_abs());
            let number = 60 - round;
            run(
                &services,
                &format!(
                    "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                     VALUES ({number}, '{monday}', '{monday}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-10-01', '{monday}')"
                ),
            )
            .await;
        }
        run(&services, "UPDATE round SET state = 'released', released_on = '2026-11-17' WHERE id = 1").await;
        run(
            &services,
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                rule_version, params_hash, input_digest, released_on)
             SELECT 3, 'strain', id, id, CASE id WHEN 1 THEN 'below_k' ELSE 'published' END, FALSE,
                CASE id WHEN 1 THEN NULL ELSE 20 + id % 3 END, 1, '', '', '2026-11-17'
             FROM round WHERE state = 'released'",
        )
        .await;
        let told = page(&services, Role::Manager, 3).await;
        assert!(matches!(told.news.as_slice(), [News::Calm { .. }]), "{told:?}");
        assert!(told.matters.open.is_empty(), "{told:?}");
        // The same figure, shown: now it stands out.
        run(
            &services,
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                rule_version, params_hash, input_digest, released_on)
             SELECT 4, 'strain', id, id, 'published', FALSE, CASE id WHEN 1 THEN 80 ELSE 20 + id % 3 END, 1, '', '',
                '2026-11-17' FROM round WHERE state = 'released'",
        )
        .await;
        let told = page(&services, Role::Manager, 4).await.matters.open;
        assert_eq!((told[0].topic, told[0].since.start()), (SignalMeasure::Strain, day("2026-11-09")));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_link_is_news_when_it_says_something_else_and_not_when_it_speaks_first() {
    on_both(async |services| {
        run(&services, "INSERT INTO link_verdict (unit_id, verdict, since) VALUES (2, 'unclear', NULL)")
            .await;
        assert_eq!(page(&services, Role::Manager, 2).await.news, [News::Quiet]);
        run(&services, "UPDATE link_verdict SET verdict = 'found strain more', since = '2026-11-18'").await;
        let news = page(&services, Role::Manager, 2).await.news;
        assert!(
            matches!(news.as_slice(), [News::LinkChanged { unit }] if unit.id == UnitId::new(2)),
            "{news:?}"
        );
        assert_eq!(page(&services, Role::Manager, 3).await.news, [News::Quiet], "it is not about team A");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_the_link_says_is_kept_with_the_day_on_which_it_changed() {
    on_both(async |services| {
        service::link::refresh(&services).await.unwrap();
        let known = "SELECT COUNT(*) FROM link_verdict WHERE verdict = 'none' AND since IS NULL";
        assert_eq!(number(&services, known).await, 1, "the first result is no change");
        run(&services, "UPDATE link_verdict SET verdict = 'unclear'").await;
        run(&services, "UPDATE organisation SET data_version = data_version + 1").await;
        service::link::refresh(&services).await.unwrap();
        let changed = "SELECT COUNT(*) FROM link_verdict WHERE verdict = 'none' AND since = '2026-11-21'";
        assert_eq!(number(&services, changed).await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_that_is_not_the_persons_looks_like_one_that_is_not_there() {
    on_both(async |services| {
        let ask =
            async |role, at, unit| today::page(&services, Some(&actor(role, at)), &TodayQuery { unit }).await;
        assert_eq!(ask(Role::Manager, 2, Some(UnitId::new(3))).await.unwrap().tops[0].name, "Team A");
        for unit in [1, 5, 6, 999, -1] {
            let refused = ask(Role::Manager, 2, Some(UnitId::new(unit))).await;
            assert!(matches!(refused, Err(Error::Problem(Problem::NotFound))), "{unit}");
        }
        for role in [Role::Employee, Role::Service, Role::Admin] {
            let refused = ask(role, 2, None).await;
            assert!(matches!(refused, Err(Error::Problem(Problem::Forbidden))), "{role:?}");
        }
        let member = today::page(&services, Some(&employee(1)), &TodayQuery::default()).await;
        assert!(matches!(member, Err(Error::Problem(Problem::Forbidden))));
    })
    .await;
}
