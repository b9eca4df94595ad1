//! Actions: who agrees and reviews them, what stands before and after, and who is reminded.

use std::sync::Arc;

use crate::common::{
    actor, now, number, on_both,
    postbox::{Postbox, with_box},
    run,
};
use chrono::{Days, Duration, NaiveDate};
use domain::{
    Field, Lang, Problem, Role, UnitId, Why,
    insight::actions::{ActionForm, ActionState, ReviewForm},
};
use service::{
    Actor, Error, Services, actions,
    clock::StoppedClock,
    figures::{self, FileKind},
    mail::Letter,
    organisation::Tree,
};

const SITE: i64 = 2;
const TEAM: i64 = 3;
const OTHER_SITE: i64 = 5;

fn form(unit: i64) -> ActionForm {
    ActionForm {
        unit: unit.to_string(),
        driver: "strain".to_owned(),
        tried: "Two on the till after four.".to_owned(),
        owner: "manager".to_owned(),
        starts_on: "2026-09-07".to_owned(),
        review_on: "2026-11-21".to_owned(),
    }
}

fn kept() -> ReviewForm {
    ReviewForm { outcome: "kept".to_owned(), learned: "The queue is shorter.".to_owned() }
}

fn manager() -> Actor {
    actor(Role::Manager, SITE)
}

async fn agree(services: &Services, form: &ActionForm) -> i64 {
    actions::agree(services, Some(&manager()), form).await.unwrap()
}

fn problem<T>(outcome: service::Result<T>) -> Problem {
    match outcome {
        Err(Error::Problem(problem)) => problem,
        Err(error) => panic!("{error}"),
        Ok(_) => panic!("it was taken"),
    }
}

async fn list(services: &Services, actor: &Actor, unit: i64) -> domain::insight::actions::ActionsPage {
    actions::list(services, Some(actor), Some(UnitId::new(unit)), Lang::En).await.unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn an_action_goes_from_agreed_to_reviewed_and_each_step_is_in_the_log() {
    on_both(async |services| {
        let id = agree(&services, &form(TEAM)).await;
        let page = list(&services, &manager(), SITE).await;
        assert!(page.may_change && page.closed.is_empty());
        assert_eq!((page.open[0].id, page.open[0].is_due), (id, true), "its review is today");
        let later = ActionForm { review_on: "2026-12-14".to_owned(), ..form(TEAM) };
        actions::edit(&services, Some(&manager()), id, &later).await.unwrap();
        assert!(!list(&services, &manager(), SITE).await.open[0].is_due);
        actions::review(&services, Some(&manager()), id, &kept()).await.unwrap();
        let page = list(&services, &manager(), SITE).await;
        assert_eq!((page.open.len(), page.closed[0].state), (0, ActionState::Kept));
        assert_eq!(page.closed[0].learned, "The queue is shorter.");
        // What was reviewed stays as it was.
        assert_eq!(
            problem(actions::review(&services, Some(&manager()), id, &kept()).await),
            Problem::ChangedMeanwhile
        );
        assert_eq!(
            problem(actions::edit(&services, Some(&manager()), id, &later).await),
            Problem::ChangedMeanwhile
        );
        let logged = "SELECT COUNT(*) FROM audit WHERE event = 'action_changed' AND unit_id = 3";
        assert_eq!(number(&services, logged).await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_sees_its_own_actions_and_only_managers_and_hr_agree_them() {
    on_both(async |services| {
        let id = agree(&services, &form(TEAM)).await;
        let member = actor(Role::Employee, TEAM);
        assert_eq!(list(&services, &member, TEAM).await.open.len(), 1);
        assert!(!list(&services, &member, TEAM).await.may_change);
        assert!(!actions::page(&services, Some(&member), id, Lang::En).await.unwrap().may_change);
        for stranger in [actor(Role::Employee, 4), actor(Role::Manager, OTHER_SITE)] {
            let page = actions::page(&services, Some(&stranger), id, Lang::En).await;
            assert_eq!(problem(page), Problem::NotFound);
            let file = actions::chart_file(&services, Some(&stranger), id, Lang::En, FileKind::Svg).await;
            assert_eq!(problem(file), Problem::NotFound);
        }
        let elsewhere = actor(Role::Manager, OTHER_SITE);
        let refused = actions::review(&services, Some(&elsewhere), id, &kept()).await;
        assert_eq!(problem(refused), Problem::NotFound);
        let refused = actions::agree(&services, Some(&elsewhere), &form(TEAM)).await;
        assert_eq!(problem(refused), Problem::invalid(Field::Unit, Why::NotAChoice));
        for role in [Role::Employee, Role::Service, Role::StaffRepresentative, Role::Admin] {
            let refused = actions::agree(&services, Some(&actor(role, 1)), &form(TEAM)).await;
            assert_eq!(problem(refused), Problem::Forbidden, "{role:?}");
        }
        assert_eq!(problem(actions::agree(&services, None, &form(TEAM)).await), Problem::SignInNeeded);
        let unknown = ActionForm { driver: "own_99".to_owned(), ..form(TEAM) };
        let refused = actions::agree(&services, Some(&manager()), &unknown).await;
        assert_eq!(problem(refused), Problem::invalid(Field::Driver, Why::NotAChoice));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM agreed_action").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_unit_agrees_nothing_new() {
    on_both(async |services| {
        run(&services, "UPDATE unit SET closed_on = '2026-11-01' WHERE id = 3").await;
        let refused = actions::agree(&services, Some(&manager()), &form(TEAM)).await;
        assert_eq!(problem(refused), Problem::invalid(Field::Unit, Why::NotAChoice));
    })
    .await;
}

/// Weekly counts and strain of team A for 40 weeks up to 15 November: from `start` on 20 complaints instead of
/// 40 in 1,000 contacts, and strain around 30 instead of 50.
async fn two_levels(services: &Services, start: &str) {
    let start: NaiveDate = start.parse().unwrap();
    run(services, "DELETE FROM roll").await;
    run(services, "DELETE FROM round").await;
    for week in 0..40_u64 {
        let first: NaiveDate = "2026-02-09".parse::<NaiveDate>().unwrap() + Days::new(7 * week);
        let last = first + Days::new(6);
        let (complaints, strain) = if first < start { (40, 50) } else { (20, 30) };
        let wobble = (week % 3) as i64 - 1;
        run(
            services,
            &format!(
                "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
                 VALUES (3, 'week', '{first}', {}, 1000)",
                complaints + 3 * wobble
            ),
        )
        .await;
        let id = week + 100;
        run(
            services,
            &format!(
                "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
                 VALUES ({id}, {id}, '{first}', '{last}', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-01-01', '{last}')"
            ),
        )
        .await;
        run(
            services,
            &format!(
                "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, value, breaks,
                    rule_version, params_hash, input_digest, released_on)
                 VALUES (3, 'strain', {id}, {id}, 'published', {}, FALSE, 1, '', '', '{last}')",
                strain + 4 * wobble
            ),
        )
        .await;
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn before_and_after_are_told_with_range_and_earlier_dates_and_no_cause() {
    on_both(async |services| {
        two_levels(&services, "2026-09-07").await;
        let id = agree(&services, &form(TEAM)).await;
        let page = actions::page(&services, Some(&manager()), id, Lang::En).await.unwrap();
        let [strain, complaints] = &page.effects[..] else { panic!("{:?}", page.effects) };
        assert!(strain.sentence.contains("20.6 points lower than in the 26 rounds before"), "{strain:?}");
        assert!(
            complaints.sentence.starts_with("In the 10 weeks since, 51 % fewer than in the 26 weeks before"),
            "{complaints:?}"
        );
        // Thirty weeks before: none of the earlier dates has 26 weeks before it and 10 after.
        assert!(complaints.placebo.as_deref().unwrap().contains("no earlier dates"), "{complaints:?}");
        assert_eq!(page.columns.len(), 6);
        assert!(page.rows.iter().any(|row| row.last().unwrap() == "since"));
        assert!(page.svg.unwrap().0.starts_with("<svg"));
        let png =
            actions::chart_file(&services, Some(&manager()), id, Lang::Nb, FileKind::Png).await.unwrap();
        assert!(png.starts_with(b"\x89PNG"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_fall_that_all_units_share_was_told_as_one_of_the_unit_that_acted() {
    on_both(async |services| {
        two_levels(&services, "2026-09-07").await;
        // Complaints of the other two teams fall just as much on the same day.
        run(
            &services,
            "INSERT INTO voice_rollup (unit_id, resolution, period_start, complaints, contacts)
             SELECT unit.id, resolution, period_start, complaints + unit.id, contacts
             FROM voice_rollup JOIN unit ON unit.id IN (4, 6) WHERE unit_id = 3",
        )
        .await;
        let id = agree(&services, &form(TEAM)).await;
        let page = actions::page(&services, Some(&manager()), id, Lang::En).await.unwrap();
        let complaints = &page.effects[1];
        assert!(
            complaints.comparison.as_deref().unwrap().contains("2 units that tried nothing"),
            "{complaints:?}"
        );
        assert!(complaints.sentence.contains("That range includes no change."), "{complaints:?}");
        assert!(complaints.figures.as_deref().unwrap().starts_with("Before: "), "{complaints:?}");
        // A unit that tries something of its own at the same time is none to compare with.
        let beside = ActionForm { unit: "4".to_owned(), ..form(TEAM) };
        agree(&services, &beside).await;
        let page = actions::page(&services, Some(&manager()), id, Lang::En).await.unwrap();
        let complaints = &page.effects[1];
        assert!(
            complaints.comparison.as_deref().unwrap().starts_with("Without comparison"),
            "{complaints:?}"
        );
        assert!(complaints.sentence.starts_with("In the 10 weeks since, 51 % fewer"), "{complaints:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_young_action_has_nothing_to_tell_yet_and_a_stopped_one_is_judged_by_the_time_it_ran() {
    on_both(async |services| {
        two_levels(&services, "2026-09-07").await;
        let young = ActionForm {
            starts_on: "2026-11-02".to_owned(),
            review_on: "2027-01-04".to_owned(),
            ..form(TEAM)
        };
        let id = agree(&services, &young).await;
        let page = actions::page(&services, Some(&manager()), id, Lang::En).await.unwrap();
        assert!(page.effects.iter().all(|effect| !effect.is_told && effect.figures.is_none()));
        assert_eq!(
            page.effects[1].sentence,
            "Too early to tell: 2 of at least 4 weeks since the start are over."
        );
        let id = agree(&services, &form(TEAM)).await;
        let stopped = ReviewForm { outcome: "stopped".to_owned(), ..kept() };
        let then = Arc::new(StoppedClock(now() - Duration::days(34)));
        actions::review(&services.with_clock(then), Some(&manager()), id, &stopped).await.unwrap();
        let page = actions::page(&services, Some(&manager()), id, Lang::En).await.unwrap();
        assert!(
            page.effects[1].sentence.starts_with("In the 6 weeks it ran, 50 % fewer"),
            "{:?}",
            page.effects[1]
        );
        assert!(page.rows.iter().any(|row| row.last().unwrap() == "afterwards"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_hidden_figure_reaches_neither_the_page_nor_the_chart_nor_the_comparison() {
    on_both(async |services| {
        two_levels(&services, "2026-09-07").await;
        let id = agree(&services, &form(TEAM)).await;
        run(
            &services,
            "INSERT INTO round (id, number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on, released_on)
             VALUES (200, 200, '2026-11-16', '2026-11-20', 'released', 'trivsel-1', 'Test', '2026-01-01', '2027-01-01', '2026-11-20')",
        )
        .await;
        let before = actions::page(&services, Some(&manager()), id, Lang::En).await.unwrap();
        run(
            &services,
            "INSERT INTO released_figure (unit_id, measure, round_id, since_round_id, state, breaks, rule_version,
                params_hash, input_digest, released_on)
             VALUES (3, 'strain', 200, 200, 'below_k', FALSE, 1, '', '', '2026-11-20')",
        )
        .await;
        let after = actions::page(&services, Some(&manager()), id, Lang::En).await.unwrap();
        assert_eq!(before.effects, after.effects);
        assert!(after.has_hidden && !before.has_hidden);
        assert_eq!(after.rows[0][1], "hidden");
    })
    .await;
}

/// Does what is due, on a day so many days from now; gives the letters.
async fn letters(services: &Services, mailer: &Postbox, days: i64) -> Vec<Letter> {
    let then = services.with_clock(Arc::new(StoppedClock(now() + Duration::days(days))));
    actions::reminders::run_due(&then).await.unwrap();
    service::jobs::send_letters(&then).await.unwrap();
    mailer.take()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_review_that_is_due_is_reminded_of_on_its_day_and_weekly_three_times_in_all() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = 'boss@example.org', lang = 'en', state = 'active'").await;
        agree(&services, &form(TEAM)).await;
        agree(&services, &form(SITE)).await;
        assert!(letters(&services, &mailer, -1).await.is_empty(), "the day before");
        let first = letters(&services, &mailer, 0).await;
        assert_eq!(first.len(), 1, "one letter for both");
        assert_eq!(first[0].subject, "Reviews of 2 actions are due");
        assert!(first[0].body.contains("https://trivsel.example/actions"), "{}", first[0].body);
        assert!(!first[0].body.contains("till"), "what is tried stays in the program");
        let mut days = Vec::new();
        for day in 0..40 {
            if !letters(&services, &mailer, day).await.is_empty() {
                days.push(day);
            }
        }
        assert_eq!(days, [7, 14]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn of_two_instances_one_reminds_and_a_review_done_meanwhile_sends_nothing() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = 'boss@example.org', lang = 'nb', state = 'active'").await;
        let id = agree(&services, &form(TEAM)).await;
        let (one, two) =
            tokio::join!(actions::reminders::run_due(&services), actions::reminders::run_due(&services));
        one.unwrap();
        two.unwrap();
        let queued = "SELECT COUNT(*) FROM mail WHERE kind = 'action-review' AND state = 'queued'";
        assert_eq!(number(&services, queued).await, 1);
        actions::review(&services, Some(&manager()), id, &kept()).await.unwrap();
        service::jobs::send_letters(&services).await.unwrap();
        assert!(mailer.take().is_empty(), "there is nothing to say any more");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn where_nobody_manages_the_unit_whoever_manages_the_one_above_is_reminded() {
    on_both(async |services| {
        let (services, mailer) = with_box(&services);
        run(&services, "UPDATE account SET email = 'boss@example.org', lang = 'en', state = 'active'").await;
        run(
            &services,
            "INSERT INTO account (login, name, password_hash, email, lang, state)
            VALUES ('top@example.org', 'Top', '!', 'top@example.org', 'en', 'active')",
        )
        .await;
        run(&services, "INSERT INTO role_grant (account_id, role, unit_id) VALUES (2, 'manager', 1)").await;
        let hr = actor(Role::Hr, 1);
        actions::agree(&services, Some(&hr), &form(TEAM)).await.unwrap();
        let nearest: Vec<String> =
            letters(&services, &mailer, 0).await.into_iter().map(|letter| letter.address).collect();
        assert_eq!(nearest, ["boss@example.org"]);
        actions::agree(&services, Some(&hr), &form(OTHER_SITE)).await.unwrap();
        let nearest: Vec<String> =
            letters(&services, &mailer, 0).await.into_iter().map(|letter| letter.address).collect();
        assert_eq!(nearest, ["top@example.org"]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn due_and_running_actions_are_those_of_the_units_asked_for() {
    on_both(async |services| {
        let today = now().date_naive();
        let due = agree(&services, &form(TEAM)).await;
        let later = ActionForm { review_on: "2026-12-14".to_owned(), ..form(4) };
        let other = agree(&services, &later).await;
        let found =
            actions::due(&services.db.reader, &[UnitId::new(SITE), UnitId::new(TEAM), UnitId::new(4)], today)
                .await
                .unwrap();
        assert_eq!(found.iter().map(|action| action.id).collect::<Vec<_>>(), [due]);
        assert!(
            actions::due(&services.db.reader, &[UnitId::new(4), UnitId::new(6)], today)
                .await
                .unwrap()
                .is_empty()
        );
        let tree = Tree::load(&services.db.reader).await.unwrap();
        let running = async |unit| -> Vec<i64> {
            let rows = actions::running(&services.db.reader, &tree, unit, today, Lang::En).await.unwrap();
            rows.into_iter().map(|row| row.id).collect()
        };
        assert_eq!(running(UnitId::new(SITE)).await, [due, other]);
        assert_eq!(running(UnitId::new(4)).await, [other]);
        assert!(running(UnitId::new(OTHER_SITE)).await.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_reads_on_its_own_page_what_it_tries_and_what_came_of_it() {
    on_both(async |services| {
        let reads = Actor {
            grants: vec![service::access::Grant { role: Role::Employee, unit: UnitId::new(TEAM) }],
            ..crate::common::employee(1)
        };
        let page = async || figures::team(&services, Some(&reads), Lang::En).await.unwrap();
        let id = agree(&services, &form(TEAM)).await;
        agree(&services, &form(SITE)).await;
        let before = page().await;
        assert_eq!((before.actions.len(), before.came.len(), before.may_see_actions), (1, 0, true));
        actions::review(&services, Some(&manager()), id, &kept()).await.unwrap();
        let after = page().await;
        assert_eq!(after.actions, []);
        let came: Vec<_> = after.came.iter().map(|row| (row.id, row.learned.as_str())).collect();
        assert_eq!(came, [(id, "The queue is shorter.")], "and nothing of the site above");
    })
    .await;
}
