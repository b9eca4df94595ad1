//! Promises in working time: reckoned with each event, noticed once.

use std::sync::Arc;

use base::{Base, clock::StoppedClock};
use chrono::{DateTime, TimeZone, Utc};
use customers::complaints;
use domain::{
    Field, Problem, Role, Why,
    customers::{
        case::{Act, ActForm, ClockState},
        complaint::ComplaintForm,
        inbox::TimeLeft,
        words::{ClockKind, EventKind},
    },
};
use testing::{actor, number, on_both, run};

/// An instant of November or December 2026.
fn at(month: u32, day: u32, hour: u32) -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2026, month, day, hour, 0, 0).unwrap()
}

fn base_at(base: &Base, now: DateTime<Utc>) -> Base {
    Base { clock: Arc::new(StoppedClock(now)), ..base.clone() }
}

async fn log(base: &Base, severity: &str) -> String {
    let form = ComplaintForm {
        what: "Waited".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        severity: severity.to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 2)), &form).await.unwrap().reference
}

async fn act(base: &Base, reference: &str, act: Act, form: ActForm) -> Result<(), Problem> {
    let desk = actor(Role::Service, 2);
    let version =
        complaints::page(base, Some(&desk), reference, None).await.unwrap().case.version.to_string();
    complaints::act(base, Some(&desk), reference, act, &ActForm { version, ..form })
        .await
        .map_err(base::Error::into_problem)
}

async fn states(base: &Base, reference: &str) -> Vec<(ClockKind, ClockState, Option<String>)> {
    let page = complaints::page(base, Some(&actor(Role::Service, 2)), reference, None).await.unwrap();
    page.clocks.into_iter().map(|clock| (clock.kind, clock.state, clock.due)).collect()
}

const HOUR: i64 = 3600;

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_of_saturday_is_acknowledged_by_monday_and_answered_by_friday() {
    on_both(async |base| {
        let reference = log(&base, "normal").await;
        let due = |text: &str| Some(text.to_owned());
        assert_eq!(
            states(&base, &reference).await,
            [
                (ClockKind::Acknowledge, ClockState::Running(8 * HOUR), due("2026-11-23 16:00")),
                (ClockKind::Answer, ClockState::Running(40 * HOUR), due("2026-11-27 16:00")),
                (ClockKind::Update, ClockState::Running(40 * HOUR), due("2026-11-27 16:00")),
            ]
        );
        let urgent = log(&base, "safety").await;
        let first = states(&base, &urgent).await.remove(0);
        assert_eq!(first.1, ClockState::Running(4 * HOUR));
        // Noon on Monday, by the clock on the wall.
        assert_eq!(first.2, due("2026-11-23 12:00"));
        let list =
            complaints::list(&base, Some(&actor(Role::Service, 2)), &Default::default()).await.unwrap();
        let left: Vec<_> = list.rows.iter().map(|row| row.left).collect();
        let left_of = |seconds| TimeLeft::Left { seconds, is_warned: false };
        assert_eq!(left, [left_of(4 * HOUR), left_of(8 * HOUR)]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_promise_waits_while_the_customer_is_asked_and_is_put_off_once() {
    on_both(async |base| {
        let reference = log(&base, "normal").await;
        let monday = base_at(&base, at(11, 23, 9));
        act(
            &monday,
            &reference,
            Act::Assess,
            ActForm {
                severity: "normal".to_owned(),
                more: [("issue-waiting".to_owned(), "on".to_owned())].into(),
                ..ActForm::default()
            },
        )
        .await
        .unwrap();
        let question =
            ActForm { how: "mail".to_owned(), letter: "Which till was it?".to_owned(), ..ActForm::default() };
        act(&monday, &reference, Act::Pause, question).await.unwrap();
        let waiting = states(&monday, &reference).await;
        assert_eq!((waiting[0].1, waiting[1].1), (ClockState::Kept, ClockState::Paused));
        // A day later the customer writes: the answer is due a working day later.
        let tuesday = base_at(&base, at(11, 24, 9));
        act(&tuesday, &reference, Act::Hear, ActForm { note: "Till 2".to_owned(), ..ActForm::default() })
            .await
            .unwrap();
        let answer = states(&tuesday, &reference).await.remove(1);
        assert_eq!(answer.2.as_deref(), Some("2026-11-30 16:00"));
        let off = |by: &str| ActForm {
            by: by.to_owned(),
            reason: "Spare part".to_owned(),
            how: "mail".to_owned(),
            letter: "You will have our answer by Wednesday 2 December.".to_owned(),
            ..ActForm::default()
        };
        let refused = act(&tuesday, &reference, Act::Extend, off("11")).await;
        assert_eq!(refused, Err(Problem::invalid(Field::By, Why::NotAChoice)));
        let late = act(&base_at(&base, at(12, 20, 9)), &reference, Act::Extend, off("2")).await;
        assert_eq!(late, Err(Problem::invalid(Field::By, Why::TooLate)), "a broken promise is not moved");
        let other = act(&tuesday, &reference, Act::Extend, off("3")).await;
        assert_eq!(
            other,
            Err(Problem::invalid(Field::Letter, Why::NoNewDay)),
            "the letter names another day"
        );
        let silent =
            act(&tuesday, &reference, Act::Extend, ActForm { letter: String::new(), ..off("2") }).await;
        assert_eq!(silent, Err(Problem::invalid(Field::Letter, Why::Missing)), "the customer is told");
        act(&tuesday, &reference, Act::Extend, off("2")).await.unwrap();
        assert_eq!(states(&tuesday, &reference).await[1].2.as_deref(), Some("2026-12-02 16:00"));
        let twice = act(&tuesday, &reference, Act::Extend, off("2")).await;
        assert_eq!(twice, Err(Problem::invalid(Field::Stage, Why::NotAChoice)));
        assert_eq!(complaints::audit::run(&base).await.unwrap().wrong, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_due_is_noticed_once_also_when_nothing_ran_for_weeks() {
    on_both(async |base| {
        let reference = log(&base, "normal").await;
        complaints::upkeep::notice(&base).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_event").await, 1, "nothing is due yet");
        let later = base_at(&base, at(12, 14, 9));
        for _ in 0..2 {
            complaints::upkeep::notice(&later).await.unwrap();
        }
        let page = complaints::page(&later, Some(&actor(Role::Service, 2)), &reference, None).await.unwrap();
        let count = |kind| page.events.iter().filter(|event| event.kind == kind).count();
        assert_eq!((count(EventKind::Warned), count(EventKind::Late)), (3, 3));
        assert!(matches!(page.case.left, TimeLeft::Late { .. }));
        let list =
            complaints::list(&later, Some(&actor(Role::Service, 2)), &Default::default()).await.unwrap();
        assert_eq!(list.late, 1);
        assert_eq!(complaints::audit::run(&later).await.unwrap().wrong, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_in_the_evening_of_the_last_day_is_in_time_and_the_next_morning_is_not() {
    on_both(async |base| {
        let reference = log(&base, "normal").await;
        let evening = base_at(&base, at(11, 23, 20));
        assert_eq!(states(&evening, &reference).await[0].1, ClockState::Running(0));
        let morning = base_at(&base, at(11, 24, 8));
        assert_eq!(states(&morning, &reference).await[0].1, ClockState::Late(HOUR));
        act(&evening, &reference, Act::Acknowledge, ActForm::default()).await.unwrap();
        assert_eq!(states(&morning, &reference).await[0].1, ClockState::Kept);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_was_set_back_puts_no_event_before_an_earlier_one() {
    on_both(async |base| {
        let reference = log(&base, "normal").await;
        let before = base_at(&base, at(11, 1, 9));
        act(&before, &reference, Act::Acknowledge, ActForm::default()).await.unwrap();
        let disordered = "SELECT COUNT(*) FROM case_event a JOIN case_event b
             ON a.complaint_id = b.complaint_id AND a.version < b.version AND a.at > b.at";
        assert_eq!(number(&base, disordered).await, 0);
        assert_eq!(states(&base, &reference).await[0].1, ClockState::Kept);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn promises_of_cases_that_were_open_before_there_were_any_are_reckoned_afterwards() {
    on_both(async |base| {
        run(
            &base,
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-1', 3, 'price', 'phone', 'normal', 'Old', '2026-11-19', '2026-11-19 10:00:00+00:00', 'received'),
                    ('K-2', 3, 'price', 'phone', 'normal', 'Old', '2026-11-19', '2026-11-19 10:00:00+00:00', 'closed')",
        )
        .await;
        complaints::upkeep::reckon(&base).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_clock").await, 3);
        assert_eq!(states(&base, "K-1").await[0].2.as_deref(), Some("2026-11-20 16:00"));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint WHERE is_clocked").await, 1);
    })
    .await;
}
