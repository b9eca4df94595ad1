//! The signals of units, reckoned in the background: the same as on the unit's own trend.

use std::sync::Arc;

use crate::common::{actor, now, number, on_both, run};
use chrono::{Days, NaiveDate, TimeDelta};
use domain::{
    Lang, Role, UnitId,
    customers::complaint::ComplaintForm,
    insight::{
        figures::TrendQuery,
        signal::{SignalMeasure, SignalState},
    },
};
use service::{Services, clock::StoppedClock, complaints, figures, overview::signals};

/// The Monday of the first of 30 released weeks; the last is week 46 of 2026.
const FIRST: &str = "2026-04-20";
const WEEKS: u64 = 30;

fn monday(week: u64) -> NaiveDate {
    FIRST.parse::<NaiveDate>().unwrap() + Days::new(7 * week)
}

/// Released rounds of 30 weeks, and contacts with complaints for the teams A (3) and C (6).
async fn weeks(services: &Services) {
    run(services, "DELETE FROM roll").await;
    run(services, "DELETE FROM round").await;
    for week in 0..WEEKS {
        let (first, last) = (monday(week), monday(week) + Days::new(6));
        run(
            services,
            &format!(
                "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({}, '{first}', '{last}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-01-01', '{last}')",
                week + 1
            ),
        )
        .await;
        for unit in [1, 3, 6] {
            run(
                services,
                &format!(
                    "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
                     VALUES ({unit}, 'week', '{first}', {}, 1000)",
                    8 + week % 3
                ),
            )
            .await;
        }
    }
}

/// A published figure; without a value a hidden one.
async fn publish(services: &Services, unit: i64, measure: &str, week: u64, value: Option<i64>) {
    let (state, value) =
        value.map_or(("below_k", "NULL".to_owned()), |value| ("published", value.to_string()));
    run(
        services,
        &format!(
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value,
                rule_version, params_hash, input_digest, released_on)
             SELECT {unit}, '{measure}', id, id, '{state}', FALSE, {value}, 1, '', '', '2026-11-17'
             FROM round WHERE number = {}",
            week + 1
        ),
    )
    .await;
}

/// Strain that goes up and down, and in the last weeks far above that.
async fn strained(services: &Services, unit: i64, high: u64) {
    for week in 0..WEEKS {
        let wave = i64::try_from(week % 4).unwrap() * 2;
        let value = if week >= WEEKS - high { 70 + wave } else { 20 + wave };
        publish(services, unit, "strain", week, Some(value)).await;
        publish(services, unit, "satisfaction", week, Some(60 + wave)).await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_unit_carries_the_signal_of_its_own_trend_and_since_when() {
    on_both(async |services| {
        weeks(&services).await;
        strained(&services, 3, 2).await;
        assert_eq!(signals::refresh(&services).await.unwrap(), 6, "every unit of the organisation");
        let found = signals::of(&services.db.reader, &[UnitId::new(3)]).await.unwrap();
        let states: Vec<_> = found.iter().map(|signal| (signal.measure, signal.state)).collect();
        assert_eq!(
            states,
            [
                (SignalMeasure::Strain, SignalState::Concern),
                (SignalMeasure::Satisfaction, SignalState::None),
                (SignalMeasure::Complaints, SignalState::None)
            ]
        );
        let strain = &found[0];
        assert_eq!(strain.since.unwrap().start(), monday(WEEKS - 2));
        assert_eq!(strain.latest.unwrap().start(), monday(WEEKS - 1));
        assert!(strain.value.unwrap() > 65.0 && strain.usual.unwrap() < 35.0, "{strain:?}");
        let query = TrendQuery { unit: Some(UnitId::new(3)), ..TrendQuery::default() };
        let page = figures::trend(&services, Some(&actor(Role::Manager, 2)), &query, Lang::En).await.unwrap();
        assert!(page.headline.contains("two weeks") || page.headline.contains('2'), "{}", page.headline);
        assert!(page.rows[0].last().unwrap().contains("Strain"), "{:?}", page.rows[0]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_a_hidden_figure_is_in_what_was_reckoned() {
    on_both(async |services| {
        weeks(&services).await;
        for week in 0..WEEKS {
            publish(&services, 6, "strain", week, None).await;
            publish(&services, 6, "satisfaction", week, None).await;
        }
        signals::refresh(&services).await.unwrap();
        let found = signals::of(&services.db.reader, &[UnitId::new(6)]).await.unwrap();
        assert_eq!((found[0].state, found[0].value, found[0].usual), (SignalState::None, None, None));
        let filled =
            "SELECT COUNT(*) FROM unit_signal WHERE unit_id = 6 AND measure = 'strain' AND points LIKE '%v%'";
        assert_eq!(number(&services, filled).await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn only_what_may_have_changed_is_reckoned_again() {
    on_both(async |services| {
        weeks(&services).await;
        assert_eq!(signals::refresh(&services).await.unwrap(), 6);
        assert_eq!(signals::refresh(&services).await.unwrap(), 0, "nothing is new");
        let form = ComplaintForm {
            unit: "3".to_owned(),
            what: "Waited half an hour.".to_owned(),
            category: "waiting".to_owned(),
            channel: "phone".to_owned(),
            happened_on: "2026-11-12".to_owned(),
            ..ComplaintForm::default()
        };
        complaints::log(&services, Some(&actor(Role::Service, 2)), &form).await.unwrap();
        assert_eq!(signals::refresh(&services).await.unwrap(), 3, "the team and the two units above it");
        assert_eq!(signals::refresh(&services).await.unwrap(), 0);
        run(&services, "UPDATE organisation SET data_version = data_version + 1").await;
        assert_eq!(signals::refresh(&services).await.unwrap(), 6, "a release or an import");
        let tomorrow = services.with_clock(Arc::new(StoppedClock(now() + TimeDelta::days(1))));
        assert_eq!(signals::refresh(&tomorrow).await.unwrap(), 6, "a period may be over");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_instance_does_the_work_and_another_takes_over_when_it_is_gone() {
    on_both(async |services| {
        weeks(&services).await;
        let ahead = now() + TimeDelta::minutes(1);
        run(
            &services,
            &format!("INSERT INTO signal_run (id, claimed_until) VALUES (1, '{}')", ahead.to_rfc3339()),
        )
        .await;
        assert_eq!(signals::refresh(&services).await.unwrap(), 0, "somebody else is at it");
        let later = services.with_clock(Arc::new(StoppedClock(now() + TimeDelta::minutes(3))));
        assert_eq!(signals::refresh(&later).await.unwrap(), 6);
    })
    .await;
}
