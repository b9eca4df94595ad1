//! Rounds: planned, opened, closed, declared void; by HR and by themselves; once, whatever happens.

use std::sync::Arc;

use crate::common::{actor, employee, number, on_both, on_sqlite, run, without_windows};
use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Field, Problem, Role, UnitId, Why,
    access::Proof,
    insight::figures::TrendQuery,
    staff::{
        check_in::BallotForm,
        rounds::{Continuation, RoundAct, RoundForm, RoundState, Shares},
    },
};
use service::{
    Actor, Error, Services,
    access::Session,
    clock::StoppedClock,
    db::{Db, Missing},
    jobs, release,
    rounds::{self, NewRound, calendar, round_acts},
};

mod instances;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn hr() -> Actor {
    actor(Role::Hr, 1)
}

fn form(starts_on: &str, weeks: &str) -> RoundForm {
    RoundForm {
        starts_on: starts_on.to_owned(),
        weeks: weeks.to_owned(),
        purpose: "To see early what wears people out".to_owned(),
        discussed_on: "2026-11-02".to_owned(),
        review_on: "2027-11-02".to_owned(),
        ..RoundForm::default()
    }
}

fn void_form() -> RoundForm {
    RoundForm {
        reason: "Codes were handed out twice".to_owned(),
        sure: "yes".to_owned(),
        ..RoundForm::default()
    }
}

fn new_round(starts_on: &str) -> NewRound {
    NewRound {
        starts_on: day(starts_on),
        weeks: 1,
        purpose: "Test".to_owned(),
        discussed_on: day("2026-10-01"),
        review_on: day("2027-10-01"),
    }
}

/// The services at another time, `2026-11-23T07:59:59Z`.
fn at(services: &Services, time: &str) -> Services {
    services.with_clock(Arc::new(StoppedClock(time.parse::<DateTime<Utc>>().unwrap())))
}

fn ballot(round: i64) -> BallotForm {
    BallotForm {
        round,
        comment: "The rota comes late".to_owned(),
        answers: [("C1".to_owned(), "1".to_owned()), ("C2".to_owned(), "4".to_owned())].into(),
        ..BallotForm::default()
    }
}

fn problem<T: std::fmt::Debug>(result: service::Result<T>) -> Problem {
    match result {
        Err(Error::Problem(problem)) => problem,
        other => panic!("{other:?}"),
    }
}

async fn states(services: &Services) -> Vec<(i64, String, String)> {
    let rounds = rounds::list(services).await.unwrap();
    rounds.into_iter().map(|r| (r.number, r.starts_on.to_string(), r.state)).collect()
}

const KEPT: &str = "SELECT (SELECT COUNT(*) FROM used_vote WHERE round_id = 2) + (SELECT COUNT(*) FROM sealed_ballot WHERE round_id = 2)
    + (SELECT COUNT(*) FROM kept_counts WHERE round_id = 2) + (SELECT COUNT(*) FROM released_comment WHERE round_id = 2)
    + (SELECT COUNT(*) FROM box_key WHERE round_id = 2)
    + (SELECT COUNT(*) FROM kiosk_code WHERE round_id = 2) + (SELECT COUNT(*) FROM check_in_link WHERE round_id = 2)
    + (SELECT COUNT(*) FROM roll WHERE round_id = 2)";

#[tokio::test(flavor = "multi_thread")]
async fn hr_plans_changes_and_deletes_a_round_and_each_step_is_written_down() {
    on_both(async |services| {
        let hr = hr();
        let planned = round_acts::plan(&services, Some(&hr), &form("2026-11-30", "2")).await.unwrap();
        assert_eq!(planned, 3);
        let page = calendar::page(&services, Some(&hr), 3).await.unwrap();
        assert_eq!((page.row.state, page.row.ends_on), (RoundState::Planned, day("2026-12-13")));
        assert_eq!(page.acts, [RoundAct::Edit, RoundAct::Delete]);
        // Its own days stand in nobody's way.
        let later = form("2026-12-07", "1");
        round_acts::act(&services, Some(&hr), 3, RoundAct::Edit, &later).await.unwrap();
        assert_eq!(states(&services).await[0], (3, "2026-12-07".to_owned(), "planned".to_owned()));
        round_acts::act(&services, Some(&hr), 3, RoundAct::Delete, &RoundForm::default()).await.unwrap();
        assert_eq!(states(&services).await.len(), 2);
        let audit = "SELECT COUNT(*) FROM audit WHERE event = 'round_changed' AND account_id = 1";
        assert_eq!(number(&services, audit).await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn days_that_another_round_has_are_refused_at_the_field() {
    on_both(async |services| {
        let hr = hr();
        for (starts_on, weeks) in [("2026-11-22", "1"), ("2026-11-21", "4")] {
            let result = round_acts::plan(&services, Some(&hr), &form(starts_on, weeks)).await;
            assert_eq!(problem(result), Problem::invalid(Field::StartsOn, Why::Overlaps), "{starts_on}");
        }
        let past = rounds::plan(&services, &new_round("2026-11-20")).await;
        assert_eq!(
            problem(past),
            Problem::invalid(Field::StartsOn, Why::InPast),
            "from the command line too"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_keeps_a_part_of_the_organisation_sees_rounds_and_changes_none() {
    let (services, _folder) = on_sqlite().await;
    for who in [actor(Role::Hr, 2), actor(Role::StaffRepresentative, 1)] {
        let page = calendar::calendar(&services, Some(&who)).await.unwrap();
        assert!(!page.may_manage);
        assert_eq!(page.open.unwrap().row.purpose, "Test");
        assert!(calendar::page(&services, Some(&who), 2).await.unwrap().acts.is_empty());
        let plan = round_acts::plan(&services, Some(&who), &form("2026-11-30", "1")).await;
        assert_eq!(problem(plan), Problem::Forbidden);
        let void = round_acts::act(&services, Some(&who), 2, RoundAct::Void, &void_form()).await;
        assert_eq!(problem(void), Problem::Forbidden);
    }
    let manager = calendar::calendar(&services, Some(&actor(Role::Manager, 1))).await;
    assert_eq!(problem(manager), Problem::Forbidden);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_calendar_is_the_same_before_and_after_a_ballot() {
    let (services, _folder) = on_sqlite().await;
    let before = calendar::calendar(&services, Some(&hr())).await.unwrap();
    let shares = calendar::new_page(&services, Some(&hr())).await.unwrap();
    rounds::cast(&services, Some(&employee(1)), &ballot(2)).await.unwrap();
    assert_eq!(calendar::calendar(&services, Some(&hr())).await.unwrap(), before);
    assert_eq!(calendar::new_page(&services, Some(&hr())).await.unwrap(), shares);
    let open = before.open.unwrap();
    assert_eq!(open.times.closes_at, "2026-11-23 00:00");
    assert_eq!(open.times.released_from, "2026-11-24 00:00");
    assert_eq!(before.next, Some(Continuation::From(day("2026-11-23"))));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_void_round_leaves_nothing_behind_and_no_reader_sees_its_figures() {
    on_both(async |services| {
        without_windows(&services).await;
        let hr = hr();
        for person in 1..=15 {
            rounds::cast(&services, Some(&employee(person)), &ballot(2)).await.unwrap();
        }
        rounds::close(&services, Some(2)).await.unwrap();
        release::release_now(&services).await.unwrap();
        let trend = async || {
            let query = TrendQuery { unit: Some(UnitId::new(6)), resolution: None, ..Default::default() };
            service::figures::trend(&services, Some(&hr), &query, domain::Lang::En).await.unwrap()
        };
        assert!(trend().await.svg.is_some());
        let ledger = number(&services, "SELECT COUNT(*) FROM released_figure WHERE round_id = 2").await;
        assert!(ledger > 0 && number(&services, KEPT).await > 0);

        round_acts::act(&services, Some(&hr), 2, RoundAct::Void, &void_form()).await.unwrap();
        assert_eq!(number(&services, KEPT).await, 0);
        assert_eq!(
            number(&services, "SELECT COUNT(*) FROM released_figure WHERE round_id = 2").await,
            ledger
        );
        let page = trend().await;
        assert!(page.svg.is_none(), "nothing else was released for this team");
        assert!(
            page.notes.iter().any(|note| note.contains("Codes were handed out twice")),
            "{:?}",
            page.notes
        );
        let review = service::review::page(&services, Some(&hr), Some("2026Q4")).await;
        assert_eq!(review.unwrap().rounds, 1, "round 1");
        let row = calendar::page(&services, Some(&hr), 2).await.unwrap().row;
        assert_eq!(row.state, RoundState::Voided);
        assert_eq!(row.void_reason.as_deref(), Some("Codes were handed out twice"));
        // Nothing more can be done to it, and nothing opens on its days by itself.
        let again = round_acts::act(&services, Some(&hr), 2, RoundAct::Void, &void_form()).await;
        assert_eq!(problem(again), Problem::ChangedMeanwhile);
        jobs::run_due(&services).await.unwrap();
        assert_eq!(states(&services).await.len(), 2);
        jobs::run_due(&at(&services, "2026-11-23T10:00:00Z")).await.unwrap();
        assert_eq!(states(&services).await[0], (3, "2026-11-23".to_owned(), "open".to_owned()));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_figure_over_several_rounds_goes_with_any_of_them() {
    on_both(async |services| {
        // One figure of team C that speaks of rounds 1 and 2.
        run(&services, "UPDATE round SET state = 'released', released_on = '2026-11-21'").await;
        run(
            &services,
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, value, lower,
                upper, turnout_band, rule_version, params_hash, input_digest, released_on)
             VALUES (6, 'satisfaction', 2, 1, 'published', FALSE, 60, 50, 70, '5–9', 1, '', '', '2026-11-21')",
        )
        .await;
        let shown = async || {
            let query = TrendQuery { unit: Some(UnitId::new(6)), resolution: None, ..Default::default() };
            let page = service::figures::trend(&services, Some(&hr()), &query, domain::Lang::En).await.unwrap();
            page.rows.iter().any(|row| row.contains(&"60".to_owned()))
        };
        assert!(shown().await);
        round_acts::act(&services, Some(&hr()), 1, RoundAct::Void, &void_form()).await.unwrap();
        assert!(!shown().await);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn to_declare_a_round_void_takes_a_reason_a_tick_and_proof() {
    let (services, _folder) = on_sqlite().await;
    let empty = round_acts::act(&services, Some(&hr()), 2, RoundAct::Void, &RoundForm::default()).await;
    let Problem::Invalid(fields) = problem(empty) else { panic!() };
    assert_eq!(fields.iter().map(|field| field.field).collect::<Vec<_>>(), [Field::Reason, Field::Sure]);
    let session = Some(Session { token_hash: Vec::new(), proof: Proof::Code, is_for_answers: false });
    let unproven =
        round_acts::act(&services, Some(&Actor { session, ..hr() }), 2, RoundAct::Void, &void_form()).await;
    assert_eq!(problem(unproven), Problem::ProofNeeded);
    assert_eq!(states(&services).await[0].2, "open");
}

/// Sixty-four people of team C, all on the roll of round 2.
async fn crowd(services: &Services) {
    let mut values: Vec<String> = (100..164).map(|id| format!("({id}, 'X{id}', 'Somebody')")).collect();
    run(services, &format!("INSERT INTO person (id, external_id, name) VALUES {}", values.join(", "))).await;
    values = (100..164).map(|id| format!("(2, {id}, 6)")).collect();
    run(services, &format!("INSERT INTO roll (round_id, person_id, unit_id) VALUES {}", values.join(", ")))
        .await;
}

/// Sixty-four ballots at once and, in their midst, something else. Gives how many were acknowledged, and the
/// problems of the others.
async fn storm<F: Future<Output = ()> + Send + 'static>(
    services: &Services,
    meanwhile: impl FnOnce(Services) -> F,
) -> (i64, Vec<Problem>) {
    crowd(services).await;
    let mut casts = Vec::new();
    let mut other = Some(meanwhile);
    let mut running = None;
    for person in 100..164 {
        if person == 120 {
            running = other.take().map(|other| tokio::spawn(other(services.clone())));
        }
        let services = services.clone();
        casts.push(tokio::spawn(async move {
            rounds::cast(&services, Some(&employee(person)), &ballot(2)).await
        }));
    }
    running.unwrap().await.unwrap();
    let (mut taken, mut refused) = (0, Vec::new());
    for cast in casts {
        match cast.await.unwrap() {
            Ok(()) => taken += 1,
            Err(Error::Problem(problem)) => refused.push(problem),
            Err(error) => panic!("{error}"),
        }
    }
    (taken, refused)
}

#[tokio::test(flavor = "multi_thread")]
async fn of_ballots_that_meet_the_end_of_a_round_those_acknowledged_are_counted_and_no_others() {
    on_both(async |services| {
        let (taken, refused) = storm(&services, async |services| {
            let form = RoundForm::default();
            round_acts::act(&services, Some(&hr()), 2, RoundAct::Close, &form).await.unwrap();
        })
        .await;
        assert!(refused.iter().all(|problem| *problem == Problem::NoOpenRound), "{refused:?}");
        assert_eq!(crate::common::votes(&services).await, taken);
        assert_eq!(i64::try_from(crate::common::answers(&services, 2).await).unwrap(), taken);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_ballots_that_meet_a_round_declared_void_none_is_left_and_the_late_are_told() {
    on_both(async |services| {
        let (_, refused) = storm(&services, async |services| {
            round_acts::act(&services, Some(&hr()), 2, RoundAct::Void, &void_form()).await.unwrap();
        })
        .await;
        assert!(refused.iter().all(|problem| *problem == Problem::RoundVoided), "{refused:?}");
        assert_eq!(number(&services, KEPT).await, 0);
        let late = rounds::cast(&services, Some(&employee(1)), &ballot(2)).await;
        assert_eq!(problem(late), Problem::RoundVoided);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn rounds_close_and_are_released_at_local_times_east_and_west_and_when_the_clocks_change() {
    let (services, _folder) = on_sqlite().await;
    // Last day, zone, and the first moments of close and release in UTC.
    for (ends_on, zone, closes, released) in [
        ("2026-03-28", "Europe/Oslo", "2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"),
        ("2026-10-24", "Europe/Oslo", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"),
        ("2026-11-22", "America/Los_Angeles", "2026-11-23T08:00:00Z", "2026-11-24T08:00:00Z"),
    ] {
        run(&services, &format!("UPDATE organisation SET timezone = '{zone}'")).await;
        run(&services, "DELETE FROM roll WHERE round_id > 2").await;
        run(&services, "DELETE FROM round WHERE id > 2").await;
        run(&services, "UPDATE round SET state = 'voided' WHERE id = 1").await;
        run(
            &services,
            &format!(
                "UPDATE round SET state = 'open', starts_on = date('{ends_on}', '-6 days'), ends_on = '{ends_on}',
                 review_on = '{ends_on}', released_on = NULL WHERE id = 2"
            ),
        )
        .await;
        let state = async |time: DateTime<Utc>| {
            let then = services.with_clock(Arc::new(StoppedClock(time)));
            jobs::run_due(&then).await.unwrap();
            states(&services).await.into_iter().find(|round| round.0 == 2).unwrap().2
        };
        let second = chrono::Duration::seconds(1);
        let closes: DateTime<Utc> = closes.parse().unwrap();
        // Each of these moments is a leap from the one before.
        let then = services.with_clock(Arc::new(StoppedClock(closes - second)));
        service::organisation::leap::resume_unasked(&then).await.unwrap();
        assert_eq!(state(closes - second).await, "open", "{zone} {ends_on}");
        assert_eq!(state(closes).await, "closed", "{zone} {ends_on}");
        // The ledger takes a round once: here only whether it is due matters.
        let due = calendar::moments(zone.parse().unwrap(), day(ends_on), 24).1;
        assert_eq!(due, released.parse::<DateTime<Utc>>().unwrap());
        assert_eq!(state(due - second).await, "closed", "{zone} {ends_on}");
        if zone != "Europe/Oslo" {
            assert_eq!(state(due).await, "released", "the release keeps what the calendar promises");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_clock_that_runs_a_year_ahead_and_back_loses_and_doubles_nothing() {
    on_both(async |services| {
        rounds::cast(&services, Some(&employee(1)), &ballot(2)).await.unwrap();
        run(&services, "UPDATE round SET review_on = '2030-01-01'").await;
        jobs::run_due(&at(&services, "2027-11-21T10:00:00Z")).await.unwrap();
        // Early, but with what was given; and no round a year ahead keeps the calendar.
        assert_eq!(states(&services).await.len(), 2);
        assert_eq!(states(&services).await[0].2, "released");
        let cells = number(&services, "SELECT COUNT(*) FROM released_figure").await;
        assert!(cells > 0);

        jobs::run_due(&services).await.unwrap();
        assert_eq!(states(&services).await[0].2, "released", "nothing opens again");
        let late = rounds::cast(&services, Some(&employee(2)), &ballot(2)).await;
        assert_eq!(problem(late), Problem::NoOpenRound);
        assert_eq!(number(&services, "SELECT COUNT(*) FROM released_figure").await, cells);
        jobs::run_due(&at(&services, "2026-11-23T10:00:00Z")).await.unwrap();
        assert_eq!(states(&services).await[0], (3, "2026-11-23".to_owned(), "open".to_owned()));
        // And a clock that falls behind changes nothing at all.
        let before = states(&services).await;
        jobs::run_due(&at(&services, "2025-11-23T10:00:00Z")).await.unwrap();
        assert_eq!(states(&services).await, before);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn after_a_long_silence_hr_says_when_rounds_go_on() {
    let (services, _folder) = on_sqlite().await;
    let later = at(&services, "2027-01-05T10:00:00Z");
    jobs::run_due(&later).await.unwrap();
    let page = calendar::calendar(&later, Some(&hr())).await.unwrap();
    assert_eq!(page.next, Some(Continuation::Interrupted));
    round_acts::plan(&later, Some(&hr()), &form("2027-01-05", "1")).await.unwrap();
    jobs::run_due(&later).await.unwrap();
    assert_eq!(states(&services).await[0], (3, "2027-01-05".to_owned(), "open".to_owned()));
    assert!(number(&services, "SELECT COUNT(*) FROM roll WHERE round_id = 3").await > 0);
}

#[tokio::test(flavor = "multi_thread")]
async fn rounds_stop_at_a_review_date_that_was_brought_forward() {
    on_both(async |services| {
        let stop = |review_on: &str| RoundForm { review_on: review_on.to_owned(), ..RoundForm::default() };
        let act =
            async |form: RoundForm| round_acts::act(&services, Some(&hr()), 2, RoundAct::Stop, &form).await;
        let longer = problem(act(stop("2028-01-01")).await);
        assert_eq!(longer, Problem::invalid(Field::ReviewOn, Why::OnlyEarlier));
        act(stop("2026-11-22")).await.unwrap();
        let page = calendar::calendar(&services, Some(&hr())).await.unwrap();
        assert_eq!(page.next, Some(Continuation::ReviewDue));
        jobs::run_due(&at(&services, "2026-11-23T10:00:00Z")).await.unwrap();
        assert_eq!(states(&services).await.len(), 2);
        // A round that has a successor is not the one to stop after.
        let first = round_acts::act(&services, Some(&hr()), 1, RoundAct::Stop, &stop("2026-11-22")).await;
        assert_eq!(problem(first), Problem::ChangedMeanwhile);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lengths_are_compared_over_released_rounds_and_ten_teams_or_not_at_all() {
    on_both(async |services| {
        let shares = async || calendar::new_page(&services, Some(&hr())).await.unwrap().shares;
        assert_eq!(shares().await, Shares::NoRounds, "round 1 is closed, not released");
        run(&services, "UPDATE round SET state = 'released', released_on = '2026-11-21'").await;
        assert_eq!(shares().await, Shares::TooFewTeams);
        // Ten more teams of six. Five of them were shown in both rounds, three in one, one over both together.
        for team in 0..10 {
            let unit = 100 + team;
            run(&services, &format!("INSERT INTO unit (id, external_id, parent_id, kind, name) VALUES ({unit}, 'U{unit}', 1, 'team', 'T')")).await;
            for place in 0..6 {
                let person = 1000 + team * 6 + place;
                run(&services, &format!("INSERT INTO person (id, external_id, name) VALUES ({person}, 'Y{person}', 'P')")).await;
                run(&services, &format!("INSERT INTO roll (round_id, person_id, unit_id) VALUES (1, {person}, {unit}), (2, {person}, {unit})")).await;
            }
            let shown: &[(i64, i64)] = match team {
                0..5 => &[(1, 1), (2, 2)],
                5..8 => &[(2, 2)],
                8 => &[(1, 2)],
                _ => &[],
            };
            for (since, until) in shown {
                run(&services, &format!("INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks,
                    value, rule_version, params_hash, input_digest, released_on)
                    VALUES ({unit}, 'satisfaction', {until}, {since}, 'published', FALSE, 50, 1, 'p', 'd', '2026-11-21')")).await;
            }
        }
        // 13 of 26 teams × rounds. What a longer round would have shown, nothing tells.
        assert_eq!(shares().await, Shares::Known([Some(50), None, None]));
    })
    .await;
}
