//! Cards that come too fast or with the same text, and faces on a screen.

use base::{Actor, Error};
use customers::{
    cards::{self, faces, hold},
    complaints,
};
use domain::{
    Problem, Role, UnitId,
    customers::{
        card::CardForm,
        case::{Act, ActForm},
        complaint::ComplaintForm,
        face::FaceForm,
        words::Stage,
    },
};
use testing::{actor, number, on_both, on_sqlite, run};

use super::cards::{act, card, code_of, counted, inbox, later, own, send};

#[tokio::test(flavor = "multi_thread")]
async fn more_than_ever_comes_in_an_hour_is_held_back_and_decided_at_once() {
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        for n in 0..9 {
            send(&base, &code, 10 * n, &card(&format!("Ventet {n} minutter"), "complaint")).await.unwrap();
        }
        let at = later(&base, 200);
        let desk = actor(Role::Service, 2);
        assert_eq!((counted(&base).await, inbox(&base).await), (6, 6), "six are never too many");
        let groups = hold::list(&at, Some(&desk)).await.unwrap();
        assert_eq!((groups.len(), groups[0].cards, groups[0].some.len()), (1, 3, 3), "{groups:?}");
        assert_eq!(hold::list(&at, Some(&actor(Role::Service, 5))).await.unwrap(), []);
        let id = groups[0].id.to_string();
        let decide = async |who: &Actor, decision: &str| {
            hold::decide(&at, Some(who), &id, decision).await.map_err(Error::into_problem)
        };
        assert_eq!(decide(&actor(Role::Service, 5), "real").await, Err(Problem::NotFound));
        assert_eq!(decide(&desk, "maybe").await, Err(Problem::NotFound));
        assert_eq!(
            number(&base, "SELECT COUNT(*) FROM case_clock WHERE stopped_at IS NULL AND complaint_id > 6")
                .await,
            0
        );
        decide(&desk, "real").await.unwrap();
        assert_eq!(decide(&desk, "not_real").await, Err(Problem::CaseMovedOn));
        assert_eq!((counted(&base).await, inbox(&base).await), (9, 9));
        // Their promises count from when they came in.
        let (first, last) = (1, 9);
        let due = async |id: i64| {
            number(
                &base,
                &format!("SELECT COUNT(*) FROM case_clock WHERE complaint_id = {id} AND due_at IS NOT NULL"),
            )
            .await
        };
        assert_eq!(due(first).await, due(last).await);
        // What is meant is no reason to hold the next one back.
        send(&base, &code, 240, &card("Ventet igjen", "complaint")).await.unwrap();
        assert_eq!(counted(&base).await, 10);
        hold::carry_out(&at).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM burst WHERE is_done").await, 1);
        let audit = complaints::audit::run(&at).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_text_that_comes_again_within_a_day_waits_and_what_nobody_means_never_counts() {
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        let mut held = Vec::new();
        for (hours, text) in [(0, "Kald suppe!"), (3, "kald  SUPPE"), (6, "Kald suppe"), (9, "Kald saus")] {
            held.push(send(&base, &code, hours * 3600, &card(text, "complaint")).await.unwrap());
        }
        assert_eq!(counted(&base).await, 2);
        let at = later(&base, 10 * 3600);
        // The sender is not told.
        let own_page = cards::open(&at, &own(&held[1], "", "")).await.unwrap();
        assert!(own_page.stage == Stage::Received && own_page.answered_by == held[1].answered_by);
        let desk = actor(Role::Service, 2);
        let groups = hold::list(&at, Some(&desk)).await.unwrap();
        assert_eq!((groups.len(), groups[0].cards), (1, 2));
        hold::decide(&at, Some(&desk), &groups[0].id.to_string(), "not_real").await.unwrap();
        assert_eq!((counted(&base).await, inbox(&base).await), (2, 2));
        assert_eq!(
            number(
                &base,
                "SELECT COUNT(*) FROM complaint WHERE close_reason = 'not_a_complaint' AND NOT in_burst"
            )
            .await,
            2
        );
        // Taken back by whoever sent it, one that is held still does not count.
        let again = send(&base, &code, 11 * 3600, &card("Kald suppe", "complaint")).await.unwrap();
        act(&later(&base, 12 * 3600), &own(&again, "withdraw", "")).await.unwrap();
        assert_eq!(counted(&base).await, 2);
        // A day later it is a text like any other, and nothing is known of it any more.
        let tomorrow = later(&base, 36 * 3600);
        hold::forget(&tomorrow).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM card_mark").await, 0);
        send(&base, &code, 36 * 3600, &card("Kald suppe", "complaint")).await.unwrap();
        assert_eq!(counted(&base).await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_decision_closed_a_case_in_work_and_left_a_name_in_what_it_closed() {
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        let text = CardForm { about_whom: "Kari".into(), ..card("Kald suppe hos Kari", "complaint") };
        let mut sent = Vec::new();
        for hours in 0..3 {
            sent.push(send(&base, &code, hours * 3600, &text).await.unwrap());
        }
        let at = later(&base, 4 * 3600);
        let desk = actor(Role::Service, 2);
        // The second is held; somebody finds it by its reference and takes it up.
        let version = number(&base, "SELECT version FROM complaint WHERE id = 2").await;
        let take = ActForm { version: version.to_string(), ..ActForm::default() };
        complaints::act(&at, Some(&desk), &sent[1].slip.reference, Act::Take, &take).await.unwrap();
        let names = "SELECT COUNT(*) FROM named_person WHERE mention IS NOT NULL AND complaint_id = ";
        assert_eq!(number(&base, &format!("{names} 3")).await, 1);
        let group = hold::list(&at, Some(&desk)).await.unwrap()[0].id.to_string();
        hold::decide(&at, Some(&desk), &group, "not_real").await.unwrap();
        let ended = "SELECT COUNT(*) FROM complaint WHERE close_reason = 'not_a_complaint' AND id = ";
        assert_eq!(number(&base, &format!("{ended} 2")).await, 0, "it was in work");
        assert_eq!(number(&base, &format!("{ended} 3")).await, 1);
        assert_eq!(number(&base, &format!("{names} 2")).await, 1, "it is looked into like any other");
        assert_eq!(number(&base, &format!("{names} 3")).await, 0, "nobody meant it");
        let keys = "SELECT COUNT(*) FROM named_person WHERE key_name IS NOT NULL AND complaint_id = 3";
        assert_eq!(number(&base, keys).await, 0);
        let audit = complaints::audit::run(&at).await.unwrap();
        assert_eq!(audit.wrong, 0, "{audit:?}");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_same_text_a_hundred_times_is_one_that_counts_and_one_group_to_decide() {
    on_both(async |base| {
        let code = code_of(&base, 3, "").await;
        for n in 0..100 {
            let text =
                if n % 2 == 0 { "الحساء بارد 😡" } else { "  الحساء   بارد 😡 " };
            send(&base, &code, n, &card(text, "complaint")).await.unwrap();
        }
        let at = later(&base, 600);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint").await, 100);
        assert_eq!((counted(&base).await, inbox(&base).await), (1, 1));
        let desk = actor(Role::Service, 2);
        let groups = hold::list(&at, Some(&desk)).await.unwrap();
        assert_eq!((groups.len(), groups[0].cards), (1, 99));
        hold::decide(&at, Some(&desk), &groups[0].id.to_string(), "real").await.unwrap();
        hold::carry_out(&at).await.unwrap();
        assert_eq!(counted(&base).await, 100);
        assert!(hold::list(&at, Some(&desk)).await.unwrap().is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_busy_unit_is_measured_by_its_own_weeks() {
    let (base, _folder) = on_sqlite().await;
    let code = code_of(&base, 3, "").await;
    // Two an hour in the forty hours of a week, for eight weeks.
    run(
        &base,
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 640)
         INSERT INTO complaint (reference, unit_id, category, channel, severity, what, happened_on, received_at, stage, source, counts)
         SELECT 'K-' || i, 3, 'process', 'web_card', 'normal', 'x', '2026-10-20',
                '2026-10-' || (10 + i % 20) || ' 10:00:00+00:00', 'closed', 'card', FALSE FROM n",
    )
    .await;
    for n in 0..9 {
        send(&base, &code, 10 * n, &card(&format!("Ventet {n} minutter"), "complaint")).await.unwrap();
    }
    assert_eq!(counted(&base).await, 9, "P(more than 9 | 2) is above one in ten thousand");
    for n in 9..12 {
        send(&base, &code, 10 * n, &card(&format!("Ventet {n} minutter"), "complaint")).await.unwrap();
    }
    assert!(counted(&base).await < 12);
}

#[tokio::test(flavor = "multi_thread")]
async fn faces_count_once_in_five_seconds_and_are_shown_with_their_interval() {
    on_both(async |base| {
        let code = code_of(&base, 3, "till").await;
        let touch = async |seconds: i64, face: &str, why: &str, token: &str| {
            let form = FaceForm { face: face.into(), why: why.into(), token: token.into() };
            faces::touch(&later(&base, seconds), &code, &form).await.map_err(Error::into_problem)
        };
        assert!(touch(0, "smirk", "", "").await.is_err());
        for n in 0..8 {
            touch(6 * n, "good", "", "").await.unwrap();
        }
        let bad = touch(60, "bad", "", "").await.unwrap();
        assert_eq!(touch(62, "bad", "", "").await.unwrap().token, None, "the same finger");
        let token = bad.token.unwrap();
        touch(70, "bad", "waiting", &token).await.unwrap();
        touch(75, "bad", "waiting", "forged.00").await.unwrap();
        touch(80, "very_bad", "waiting", &token).await.unwrap();
        touch(90, "very_bad", "", "").await.unwrap();
        let report =
            faces::report(&base, Some(&actor(Role::Manager, 2)), Some(UnitId::new(2))).await.unwrap();
        assert_eq!(report.all.counts, [0, 8, 1, 1]);
        let (share, lower, upper) = report.all.happy.unwrap();
        assert!(
            (share - 0.8).abs() < 1e-9 && lower > 0.49 && lower < 0.4903 && upper > 0.943 && upper < 0.9434
        );
        assert_eq!(report.reasons.iter().map(|(_, n)| *n).collect::<Vec<_>>(), [1]);
        assert_eq!(report.screens[0].name, "Team A · till");
        let elsewhere = faces::report(&base, Some(&actor(Role::Manager, 5)), Some(UnitId::new(2))).await;
        assert_eq!(elsewhere.map_err(Error::into_problem), Err(Problem::NotFound));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desks_own_form_is_not_held_back_however_many_it_writes_down() {
    let (base, _folder) = on_sqlite().await;
    let desk = actor(Role::Service, 2);
    for n in 0..12 {
        let form = ComplaintForm {
            what: "Kald suppe".into(),
            category: "product".into(),
            channel: "phone".into(),
            unit: "3".into(),
            token: n.to_string(),
            ..ComplaintForm::default()
        };
        complaints::log(&base, Some(&desk), &form).await.unwrap();
    }
    assert_eq!(counted(&base).await, 12);
}
