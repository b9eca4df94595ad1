//! What can be done with a case, and what follows from it.

use std::sync::Arc;

use base::{Base, Error, clock::StoppedClock};
use chrono::Duration;
use customers::complaints;
use domain::{
    Field, Problem, Role, Why,
    customers::{
        case::{Act, ActForm, CasePage},
        complaint::ComplaintForm,
        words::{CaseOutcome, EventKind, Severity, Stage},
    },
};
use sea_orm::ConnectionTrait;
use testing::{actor, now, number, on_both, run};

pub(crate) async fn log(base: &Base, unit: &str) -> String {
    let form = ComplaintForm {
        what: "Waited 40 minutes".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: unit.to_owned(),
        happened_on: "2026-11-20".to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 2)), &form).await.unwrap().reference
}

pub(crate) async fn page(base: &Base, reference: &str) -> CasePage {
    complaints::page(base, Some(&actor(Role::Service, 2)), reference, None).await.unwrap()
}

pub(crate) async fn act(base: &Base, reference: &str, act: Act, form: ActForm) -> Result<(), Error> {
    let version = page(base, reference).await.case.version.to_string();
    complaints::act(base, Some(&actor(Role::Service, 2)), reference, act, &ActForm { version, ..form }).await
}

pub(crate) fn assessment() -> ActForm {
    ActForm {
        severity: "high".to_owned(),
        more: [("issue-waiting", "on"), ("issue-price", "on")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        ..ActForm::default()
    }
}

pub(crate) fn answer() -> ActForm {
    ActForm {
        apology: "given".to_owned(),
        how: "mail".to_owned(),
        letter: "We are sorry that you waited. That was our mistake.".to_owned(),
        remedy: "refund".to_owned(),
        cost: "250,50".to_owned(),
        more: [("outcome-waiting", "upheld"), ("outcome-price", "not_upheld")]
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into(),
        ..ActForm::default()
    }
}

fn problem(result: Result<(), Error>) -> Problem {
    result.unwrap_err().into_problem()
}

/// Complaints of a unit's day in the roll-up.
async fn counted(base: &Base, unit: i64, day: &str) -> i64 {
    number(
        base,
        &format!(
            "SELECT COALESCE(SUM(complaints), 0) FROM voice_rollup
             WHERE unit_id = {unit} AND resolution = 'day' AND period_start = '{day}'"
        ),
    )
    .await
}

pub(crate) async fn is_whole(base: &Base) {
    let audit = complaints::audit::run(base).await.unwrap();
    assert_eq!(audit.differences, Vec::<String>::new());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_goes_from_receipt_to_close_with_outcome_apology_and_remedy() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        act(&base, &reference, Act::Acknowledge, ActForm::default()).await.unwrap();
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        act(&base, &reference, Act::Answer, answer()).await.unwrap();
        act(&base, &reference, Act::Close, ActForm::default()).await.unwrap();
        let page = page(&base, &reference).await;
        assert_eq!(page.case.stage, Stage::Closed);
        assert_eq!(page.case.severity, Severity::High);
        assert_eq!(page.outcome, Some(CaseOutcome::Partly));
        assert!(page.apology.unwrap().is_given);
        assert_eq!(page.remedy.unwrap().cost, Some(25_050));
        let kinds: Vec<_> = page.events.iter().map(|event| event.kind).collect();
        use EventKind::{Acknowledged, Answered, Assessed, Closed, Received};
        assert_eq!(kinds, [Received, Acknowledged, Assessed, Answered, Closed]);
        assert!(page.events[3].text.starts_with("We are sorry"));
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_answer_lacks_nothing() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        assert_eq!(
            problem(act(&base, &reference, Act::Answer, answer()).await),
            Problem::invalid(Field::Stage, Why::NotAChoice),
            "it is not assessed yet"
        );
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        let one_outcome =
            ActForm { more: [("outcome-waiting".to_owned(), "upheld".to_owned())].into(), ..answer() };
        let no_reason = ActForm { apology: "not_given".to_owned(), ..answer() };
        let open = ActForm { letter: "We are sorry that [what went wrong].".to_owned(), ..answer() };
        for (form, field, why) in [
            (one_outcome, Field::CaseOutcome, Why::Missing),
            (ActForm { apology: String::new(), ..answer() }, Field::Apology, Why::Missing),
            (no_reason, Field::ReasonNot, Why::Missing),
            (open, Field::Letter, Why::OpenPlace),
            (ActForm { letter: " ".to_owned(), ..answer() }, Field::Letter, Why::Missing),
            (ActForm { cost: "a lot".to_owned(), ..answer() }, Field::Cost, Why::NotAChoice),
            (ActForm { how: "pigeon".to_owned(), ..answer() }, Field::How, Why::NotAChoice),
        ] {
            let refused = problem(act(&base, &reference, Act::Answer, form).await);
            assert_eq!(refused, Problem::invalid(field, why));
        }
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_message").await, 0, "nothing was written");
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_issue WHERE outcome IS NOT NULL").await, 0);
        let not_given = ActForm {
            apology: "not_given".to_owned(),
            reason_not: "The price was right.".to_owned(),
            ..answer()
        };
        act(&base, &reference, Act::Answer, not_given).await.unwrap();
        let apology = page(&base, &reference).await.apology.unwrap();
        assert_eq!((apology.is_given, apology.reason_not.as_str()), (false, "The price was right."));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_comes_second_is_told_what_happened_meanwhile_and_notes_never_collide() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let reference = log(&base, "3").await;
        let seen = page(&base, &reference).await.case.version;
        let form = ActForm { version: seen.to_string(), ..assessment() };
        let note = ActForm { note: "Called back".to_owned(), ..ActForm::default() };
        complaints::act(&base, Some(&desk), &reference, Act::Note, &note).await.unwrap();
        // A note of a colleague's keeps nobody.
        complaints::act(&base, Some(&desk), &reference, Act::Assess, &form).await.unwrap();
        let second = complaints::act(&base, Some(&desk), &reference, Act::Assess, &form).await;
        assert_eq!(problem(second), Problem::CaseMovedOn);
        let again = complaints::page(&base, Some(&desk), &reference, Some(seen)).await.unwrap();
        let kinds: Vec<_> = again.meanwhile.iter().map(|event| event.kind).collect();
        assert_eq!(kinds, [EventKind::Noted, EventKind::Assessed]);
        complaints::act(&base, Some(&desk), &reference, Act::Note, &ActForm { version: "0".into(), ..note })
            .await
            .unwrap();
        // A form without a version knows of nothing.
        let blind = complaints::act(&base, Some(&desk), &reference, Act::Answer, &answer()).await;
        assert_eq!(problem(blind), Problem::CaseMovedOn);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_letter_or_note_sent_twice_was_a_collision_or_two() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let reference = log(&base, "3").await;
        let version = page(&base, &reference).await.case.version.to_string();
        let letter = ActForm {
            how: "mail".to_owned(),
            letter: "We have your complaint\r\nand look into it. ".to_owned(),
            version,
            ..ActForm::default()
        };
        let send =
            async |act, form: &ActForm| complaints::act(&base, Some(&desk), &reference, act, form).await;
        send(Act::Letter, &letter).await.unwrap();
        send(Act::Letter, &letter).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_message").await, 1);
        let other = ActForm { letter: "Something else.".to_owned(), ..letter.clone() };
        assert_eq!(problem(send(Act::Letter, &other).await), Problem::CaseMovedOn);
        let version = page(&base, &reference).await.case.version.to_string();
        let note = ActForm { note: "Called back".to_owned(), version, ..ActForm::default() };
        send(Act::Note, &note).await.unwrap();
        send(Act::Note, &note).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_note").await, 1);
        // From the page as it is now it is another note.
        act(&base, &reference, Act::Note, note.clone()).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_note").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_never_was_a_complaint_counts_nowhere_until_that_is_taken_back() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        assert_eq!(counted(&base, 1, "2026-11-20").await, 1);
        let end = ActForm {
            end_reason: "not_a_complaint".to_owned(),
            reason: "A question about the bus".to_owned(),
            ..ActForm::default()
        };
        act(&base, &reference, Act::End, end.clone()).await.unwrap();
        for unit in [1, 2, 3] {
            assert_eq!(counted(&base, unit, "2026-11-20").await, 0);
        }
        is_whole(&base).await;
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        assert_eq!(counted(&base, 1, "2026-11-20").await, 1);
        assert_eq!(page(&base, &reference).await.case.stage, Stage::Received);
        is_whole(&base).await;
        let withdrawn = ActForm { end_reason: "withdrawn".to_owned(), ..end };
        act(&base, &reference, Act::End, withdrawn).await.unwrap();
        assert_eq!(counted(&base, 1, "2026-11-20").await, 1, "it was a complaint all the same");
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_moves_what_counts_and_keeps_what_stood_there() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        let mended = ActForm {
            what: "Waited 20 minutes".to_owned(),
            category: "process".to_owned(),
            severity: "normal".to_owned(),
            unit: "4".to_owned(),
            happened_on: "2026-11-19".to_owned(),
            ..ActForm::default()
        };
        act(&base, &reference, Act::Correct, mended.clone()).await.unwrap();
        for (unit, day, expected) in [
            (3, "2026-11-20", 0),
            (3, "2026-11-19", 0),
            (4, "2026-11-19", 1),
            (2, "2026-11-20", 0),
            (2, "2026-11-19", 1),
        ] {
            assert_eq!(counted(&base, unit, day).await, expected, "{unit} {day}");
        }
        is_whole(&base).await;
        let page = page(&base, &reference).await;
        assert_eq!(page.case.what, "Waited 20 minutes");
        let last = page.events.last().unwrap();
        assert_eq!(last.text, "Waited 40 minutes", "what stood there is a note");
        assert_eq!(last.fields, ["what", "category", "unit", "happened_on"]);
        assert_eq!(page.issues.len(), 1);
        let again = act(&base, &reference, Act::Correct, mended).await;
        assert_eq!(problem(again), Problem::invalid(Field::What, Why::Unchanged));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_is_taken_from_the_sums_it_was_added_to_although_its_unit_hangs_elsewhere_by_now() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        run(&base, "UPDATE unit SET parent_id = 5 WHERE id = 3").await;
        let everything = actor(Role::Service, 1);
        let version =
            complaints::page(&base, Some(&everything), &reference, None).await.unwrap().case.version;
        let end = ActForm {
            version: version.to_string(),
            end_reason: "not_a_complaint".to_owned(),
            reason: "A question".to_owned(),
            ..ActForm::default()
        };
        complaints::act(&base, Some(&everything), &reference, Act::End, &end).await.unwrap();
        for unit in [1, 2, 3, 5] {
            assert_eq!(counted(&base, unit, "2026-11-20").await, 0, "unit {unit}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_step_can_be_undone_for_ten_minutes_and_a_letter_that_was_not_sent_after_all_is_a_draft_again() {
    on_both(async |base| {
        run(&base, "INSERT INTO account (id, login, name, password_hash) VALUES (2, 'x', 'X', '!')").await;
        let reference = log(&base, "3").await;
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        act(&base, &reference, Act::Answer, answer()).await.unwrap();
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        let back = page(&base, &reference).await;
        assert_eq!((back.case.stage, back.apology, back.outcome), (Stage::Assessed, None, None));
        assert!(back.events[2].is_undone);
        let draft = "SELECT COUNT(*) FROM case_draft WHERE text LIKE 'We are sorry%' AND account_id = 1";
        assert_eq!(number(&base, draft).await, 1);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_message").await, 0);
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        let back = page(&base, &reference).await;
        assert_eq!((back.case.stage, back.case.severity), (Stage::Received, Severity::Normal));
        assert_eq!(back.issues.len(), 1, "what it was about is as it was");
        is_whole(&base).await;
        act(&base, &reference, Act::Acknowledge, ActForm::default()).await.unwrap();
        let later = Base { clock: Arc::new(StoppedClock(now() + Duration::minutes(11))), ..base.clone() };
        assert_eq!(
            problem(act(&later, &reference, Act::Undo, ActForm::default()).await),
            Problem::CaseMovedOn
        );
        assert_eq!(page(&later, &reference).await.undo, None);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_was_told_face_to_face_or_by_phone_has_had_the_first_answer() {
    on_both(async |base| {
        for (channel, kind, stage) in [
            ("in_person", "complaint", Stage::Acknowledged),
            ("phone", "complaint", Stage::Acknowledged),
            ("email", "complaint", Stage::Received),
            ("phone", "compliment", Stage::Received),
        ] {
            let form = ComplaintForm {
                what: "Waited 40 minutes".to_owned(),
                voice_kind: kind.to_owned(),
                category: "waiting".to_owned(),
                channel: channel.to_owned(),
                unit: "3".to_owned(),
                told: "yes".to_owned(),
                ..ComplaintForm::default()
            };
            let logged = complaints::log(&base, Some(&actor(Role::Service, 2)), &form).await.unwrap();
            assert_eq!(page(&base, &logged.reference).await.case.stage, stage, "{channel} {kind}");
        }
        let stopped = "SELECT COUNT(*) FROM case_clock WHERE kind = 'acknowledge' AND stopped_at IS NOT NULL";
        assert_eq!(number(&base, stopped).await, 2);
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_was_logged_at_a_unit_that_is_closed() {
    on_both(async |base| {
        run(&base, "UPDATE unit SET closed_on = '2026-11-01' WHERE id = 3").await;
        let form = ComplaintForm {
            what: "Waited 40 minutes".to_owned(),
            category: "waiting".to_owned(),
            channel: "phone".to_owned(),
            unit: "3".to_owned(),
            ..ComplaintForm::default()
        };
        let refused = complaints::log(&base, Some(&actor(Role::Service, 2)), &form).await.unwrap_err();
        assert_eq!(refused.into_problem(), Problem::invalid(Field::Unit, Why::NotAChoice));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_is_reopened_within_ninety_days_and_later_is_a_new_one() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        act(&base, &reference, Act::Answer, answer()).await.unwrap();
        let reopen = ActForm { reason: "Still no refund".to_owned(), ..ActForm::default() };
        let later =
            |days| Base { clock: Arc::new(StoppedClock(now() + Duration::days(days))), ..base.clone() };
        let late = act(&later(91), &reference, Act::Reopen, reopen.clone()).await;
        assert_eq!(problem(late), Problem::invalid(Field::Stage, Why::TooOld));
        act(&later(89), &reference, Act::Reopen, reopen).await.unwrap();
        assert_eq!(page(&base, &reference).await.case.stage, Stage::Reopened);
        let runs = "SELECT MAX(run) FROM case_clock WHERE kind = 'answer'";
        assert_eq!(number(&base, runs).await, 2);
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_that_was_handed_over_is_seen_where_it_happened_and_where_it_is() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        let version = page(&base, &reference).await.case.version;
        let everything = actor(Role::Manager, 1);
        let form = ActForm {
            version: version.to_string(),
            holder: "6".to_owned(),
            reason: "Their delivery".to_owned(),
            ..ActForm::default()
        };
        let other = actor(Role::Service, 5);
        assert!(complaints::page(&base, Some(&other), &reference, None).await.is_err());
        let beyond =
            complaints::act(&base, Some(&actor(Role::Service, 2)), &reference, Act::HandOver, &form).await;
        assert_eq!(problem(beyond), Problem::invalid(Field::Holder, Why::NotAChoice), "not theirs to choose");
        complaints::act(&base, Some(&everything), &reference, Act::HandOver, &form).await.unwrap();
        let there = complaints::page(&base, Some(&other), &reference, None).await.unwrap();
        assert_eq!((there.holder.as_str(), there.case.unit.as_str()), ("Team C", "Team A"));
        assert!(there.may_handle);
        assert_eq!(page(&base, &reference).await.holder, "Team C");
        let list = complaints::list(&base, Some(&other), &Default::default()).await.unwrap();
        assert_eq!(list.total, 1);
        assert_eq!(counted(&base, 3, "2026-11-20").await, 1, "it counts where it happened");
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_happened_to_a_case_is_neither_changed_nor_removed() {
    on_both(async |base| {
        log(&base, "3").await;
        for sql in ["UPDATE case_event SET role = 'hr'", "DELETE FROM case_event"] {
            let refused = base.db.writer().execute_unprepared(sql).await.unwrap_err().to_string();
            assert!(refused.contains("what happened to a case is not"), "{refused}");
        }
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_event WHERE role = 'service'").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_open_case_of_which_only_the_stage_is_known_can_be_worked_on() {
    on_both(async |base| {
        run(
            &base,
            "INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage)
             VALUES ('K-77', 3, 'price', 'phone', 'normal', 'Old', '2026-11-19', '2026-11-19 10:00:00+00:00', 'acknowledged')",
        )
        .await;
        act(&base, "K-77", Act::Note, ActForm { note: "Called".to_owned(), ..ActForm::default() }).await.unwrap();
        let case = page(&base, "k-77").await;
        assert_eq!(case.case.stage, Stage::Acknowledged, "a note closes nothing");
        assert_eq!(case.clocks.len(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stored_sum_or_stage_that_is_wrong_is_found() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        run(&base, "UPDATE voice_rollup SET complaints = 2 WHERE unit_id = 2").await;
        run(&base, "UPDATE complaint SET stage = 'answered'").await;
        let audit = complaints::audit::run(&base).await.unwrap();
        assert_eq!(audit.wrong, 2, "{:?}", audit.differences);
        assert!(audit.differences[0].starts_with(&reference));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn contacts_are_deleted_on_their_day() {
    on_both(async |base| {
        let form = ComplaintForm {
            what: "Waited".to_owned(),
            category: "waiting".to_owned(),
            channel: "phone".to_owned(),
            unit: "3".to_owned(),
            customer_name: "Kari Nordmann".to_owned(),
            delete_on: "2026-12-01".to_owned(),
            ..ComplaintForm::default()
        };
        complaints::log(&base, Some(&actor(Role::Service, 2)), &form).await.unwrap();
        complaints::retention::forget(&base).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM customer").await, 1);
        let later = Base { clock: Arc::new(StoppedClock(now() + Duration::days(10))), ..base.clone() };
        complaints::retention::forget(&later).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM customer").await, 0);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint").await, 1);
    })
    .await;
}
