//! Codes on a shared tablet: each counts once, a sheet tells nothing about the turnout.

use crate::common::{actor, answers, cast_in, number, on_both, run, votes};
use domain::{
    AccountId, Field, Lang, Problem, Role, Why,
    staff::{
        check_in::BallotForm,
        kiosk::{CodeSheet, NextSheet},
    },
};
use service::{
    Actor, Error, Services,
    rounds::{self, Pass, codes, kiosk},
};

fn hr() -> Actor {
    actor(Role::Hr, 1)
}

fn ballot(round: i64, key: &str) -> BallotForm {
    let answers = [("C2".to_owned(), "4".to_owned())].into();
    BallotForm { round, key: key.to_owned(), comment: String::new(), answers }
}

fn problem<T>(outcome: service::Result<T>) -> Option<Problem> {
    match outcome {
        Ok(_) => None,
        Err(Error::Problem(problem)) => Some(problem),
        Err(error) => panic!("{error}"),
    }
}

async fn cast(services: &Services, code: &str, key: &str) -> Option<Problem> {
    problem(kiosk::cast(&services.staff, Some(&Pass::typed(code)), "192.0.2.1", &ballot(2, key)).await)
}

async fn enter(services: &Services, code: &str) -> Option<Problem> {
    problem(kiosk::enter(&services.staff, code, "192.0.2.1").await)
}

fn representative() -> Actor {
    Actor { account: AccountId::new(7), ..actor(Role::StaffRepresentative, 1) }
}

/// Team B's sheet: asked for, released, made.
async fn made(services: &Services) -> CodeSheet {
    codes::ask(services, Some(&hr()), "4").await.unwrap();
    codes::release(services, Some(&representative()), "4").await.unwrap();
    codes::make(services, Some(&hr()), "4", "https://trivsel.example/").await.unwrap()
}

/// Lets team B, three people, answer by code in the open round.
async fn by_code(services: &Services) {
    run(services, "UPDATE unit SET by_code = TRUE WHERE id = 4").await;
    run(services, "UPDATE roll SET by_code = TRUE WHERE unit_id = 4 AND round_id = 2").await;
}

/// Team B answers by code in the open round; gives its sheet.
async fn sheet(services: &Services) -> Vec<String> {
    by_code(services).await;
    made(services).await.codes
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sheet_takes_two_people_and_is_printed_once() {
    on_both(async |services| {
        by_code(&services).await;
        let is_invalid = |outcome: Option<Problem>| matches!(outcome, Some(Problem::Invalid(_)));
        let make = async || problem(codes::make(&services, Some(&hr()), "4", "").await);
        let release = async |who: &Actor| problem(codes::release(&services, Some(who), "4").await);
        let next = async || {
            codes::page(&services, Some(&hr()), "https://trivsel.example").await.unwrap().teams[0].next
        };
        assert!(is_invalid(make().await), "nobody has asked");
        assert!(is_invalid(release(&representative()).await), "there is nothing to release");
        codes::ask(&services, Some(&hr()), "4").await.unwrap();
        codes::ask(&services, Some(&hr()), "4").await.unwrap();
        assert_eq!(next().await, NextSheet::Asked);
        assert_eq!(make().await, Some(Problem::invalid(Field::Unit, Why::NotReleased)));
        assert_eq!(release(&hr()).await, Some(Problem::Forbidden));
        // Whoever has both roles is still one person.
        let both = Actor { account: hr().account, ..representative() };
        assert!(is_invalid(release(&both).await));
        let elsewhere = Actor { grants: actor(Role::StaffRepresentative, 5).grants, ..representative() };
        assert!(is_invalid(release(&elsewhere).await), "another site's");
        assert!(codes::sheets(&services, Some(&elsewhere)).await.unwrap().asked.is_empty());
        let waiting = codes::sheets(&services, Some(&representative())).await.unwrap().asked;
        assert_eq!((waiting.len(), waiting[0].0.name.as_str(), waiting[0].1), (1, "Team B", 3));
        assert_eq!(release(&representative()).await, None);
        assert!(codes::sheets(&services, Some(&representative())).await.unwrap().asked.is_empty());
        assert_eq!(next().await, NextSheet::Released);
        assert_eq!(make().await, None);
        assert_eq!(next().await, NextSheet::None);
        assert_eq!(make().await, Some(Problem::invalid(Field::Unit, Why::NotReleased)), "once");
        let written =
            "SELECT COUNT(*) FROM audit WHERE event IN ('codes_asked', 'codes_released', 'codes_made')";
        assert_eq!(number(&services, written).await, 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_code_counts_once_for_its_team_however_it_is_typed() {
    on_both(async |services| {
        let codes = sheet(&services).await;
        let typed = format!("  {} ", codes[0].replace('-', " ").to_lowercase().replace('0', "o"));
        assert_eq!(enter(&services, &typed).await, None);
        let page = kiosk::page(&services.staff, Some(&Pass::typed(&typed)), "").await.unwrap();
        assert_eq!((page.unit.as_str(), page.round), ("Team B", 2));
        assert_eq!(cast(&services, &typed, "a").await, None);
        assert_eq!(cast(&services, &codes[0], "a").await, None, "the same form again was counted");
        assert_eq!(cast(&services, &codes[0], "b").await, None, "the same thanks, and it is dropped");
        assert_eq!((votes(&services).await, cast_in(&services, 2, 4).await), (1, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn looking_at_a_code_or_sending_nonsense_with_it_does_not_tell_whether_it_was_used() {
    on_both(async |services| {
        let codes = sheet(&services).await;
        assert_eq!(cast(&services, &codes[0], "a").await, None);
        let mut nonsense = ballot(2, "b");
        nonsense.answers.insert("C2".to_owned(), "9".to_owned());
        for code in &codes[..2] {
            assert_eq!(enter(&services, code).await, None);
            let pass = Pass::typed(code);
            let refused = kiosk::cast(&services.staff, Some(&pass), "", &nonsense).await;
            assert!(matches!(problem(refused), Some(Problem::Invalid(_))));
        }
        let before = codes::page(&services, Some(&hr()), "https://trivsel.example").await.unwrap();
        assert_eq!(cast(&services, &codes[1], "c").await, None);
        assert_eq!(codes::page(&services, Some(&hr()), "https://trivsel.example").await.unwrap(), before);
        assert_eq!(before.teams.len(), 1);
        assert!(before.teams[0].has_sheet && before.teams[0].slips == Some(3));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_ballots_with_one_code_at_once_count_one() {
    on_both(async |services| {
        let code = sheet(&services).await.remove(0);
        let casts: Vec<_> = (0..64)
            .map(|place| {
                let (services, code) = (services.clone(), code.clone());
                tokio::spawn(async move { cast(&services, &code, &place.to_string()).await })
            })
            .collect();
        for cast in casts {
            assert_eq!(cast.await.unwrap(), None, "each gets the same thanks");
        }
        assert_eq!((votes(&services).await, answers(&services, 2).await), (1, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn however_many_sheets_are_made_no_more_count_than_the_team_has_people() {
    on_both(async |services| {
        let first = sheet(&services).await;
        assert_eq!(cast(&services, &first[0], "a").await, None);
        let second = sheet(&services).await;
        assert_eq!(second.len(), first.len(), "a sheet made later does not tell the turnout");
        for code in &first {
            assert_eq!(enter(&services, code).await, Some(Problem::CodeUnknown), "used or not, all are gone");
        }
        let casts: Vec<_> = second
            .iter()
            .map(|code| {
                let (services, code) = (services.clone(), code.clone());
                tokio::spawn(async move { cast(&services, &code, &code).await })
            })
            .collect();
        let mut outcomes = Vec::new();
        for cast in casts {
            outcomes.push(cast.await.unwrap());
        }
        outcomes.sort_by_key(Option::is_some);
        assert_eq!(outcomes, [None, None, Some(Problem::CodeUnknown)]);
        assert_eq!((votes(&services).await, cast_in(&services, 2, 4).await), (3, 3));
        assert_eq!(number(&services, "SELECT COUNT(*) FROM kiosk_code WHERE NOT is_revoked").await, 3);
        assert_eq!(
            number(&services, "SELECT COUNT(*) FROM kiosk_code").await,
            6,
            "used or not, all are there"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn forged_revoked_and_former_codes_say_what_they_are() {
    on_both(async |services| {
        let codes = sheet(&services).await;
        assert_eq!(enter(&services, "0000-0000").await, Some(Problem::CodeUnknown));
        assert_eq!(enter(&services, "").await, Some(Problem::CodeUnknown));
        let forged = Pass::parse("link:00").or_else(|| Pass::parse(&format!("link:{}", "00".repeat(32))));
        assert_eq!(
            problem(kiosk::cast(&services.staff, forged.as_ref(), "", &ballot(2, "")).await),
            Some(Problem::CodeUnknown)
        );
        codes::revoke(&services, Some(&hr()), "4").await.unwrap();
        assert_eq!(cast(&services, &codes[0], "a").await, Some(Problem::CodeUnknown));
        let codes = sheet(&services).await;
        assert_eq!(
            problem(kiosk::cast(&services.staff, Some(&Pass::typed(&codes[0])), "", &ballot(1, "")).await),
            Some(Problem::RoundClosed),
            "a form of an older round"
        );
        run(&services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
        assert_eq!(enter(&services, &codes[0]).await, Some(Problem::RoundClosed));
        assert_eq!(enter(&services, "0000-0000").await, Some(Problem::NoOpenRound));
        run(&services, "UPDATE round SET state = 'voided' WHERE number = 2").await;
        assert_eq!(cast(&services, &codes[0], "a").await, Some(Problem::RoundVoided));
        assert_eq!(votes(&services).await, 0);
        run(&services, "UPDATE round SET ends_on = '2026-11-20' WHERE number = 2").await;
        rounds::reminders::run_due(&services).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM kiosk_code").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn fifty_wrong_codes_stop_an_address_and_right_ones_cost_nothing() {
    on_both(async |services| {
        let code = sheet(&services).await.remove(0);
        for place in 0..50 {
            assert_eq!(enter(&services, &code).await, None);
            let wrong = enter(&services, &format!("ZZZZ-{place:04}")).await;
            assert_eq!(wrong, Some(Problem::CodeUnknown), "{place}");
        }
        assert_eq!(enter(&services, &code).await, Some(Problem::TooManyAttempts));
        assert_eq!(cast(&services, &code, "").await, Some(Problem::TooManyAttempts), "no way around");
        let page = kiosk::page(&services.staff, Some(&Pass::typed(&code)), "192.0.2.1").await;
        assert_eq!(problem(page), Some(Problem::TooManyAttempts));
        assert_eq!(
            problem(kiosk::enter(&services.staff, &code, "192.0.2.2").await),
            None,
            "elsewhere it works"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nine_hundred_codes_in_one_burst_are_fifty_looks() {
    on_both(async |services| {
        let good = sheet(&services).await;
        let tries: Vec<_> = (0..900)
            .map(|n| {
                let (services, good) = (services.clone(), good.clone());
                tokio::spawn(async move {
                    // The good ones come last, when the limit is long used up.
                    let code = if n < 890 { format!("ZZZZ-{n:04}") } else { good[n % good.len()].clone() };
                    enter(&services, &code).await
                })
            })
            .collect();
        let (mut looked, mut let_in) = (0, 0);
        for attempt in tries {
            match attempt.await.unwrap() {
                Some(Problem::CodeUnknown) => looked += 1,
                None => let_in += 1,
                other => assert_eq!(other, Some(Problem::TooManyAttempts)),
            }
        }
        assert_eq!(looked, 50);
        assert!(let_in <= 10);
        assert_eq!(enter(&services, &good[0]).await, Some(Problem::TooManyAttempts));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_whole_organisation_was_offered_as_a_team_with_one_tablet() {
    on_both(async |services| {
        let page = codes::page(&services, Some(&hr()), "https://trivsel.example/").await.unwrap();
        assert_eq!(page.address, "https://trivsel.example/kiosk");
        let offered: Vec<&str> = page.others.iter().map(|unit| unit.name.as_str()).collect();
        assert!(
            offered.contains(&"Team B") && offered.iter().all(|name| name.starts_with("Team")),
            "{offered:?}"
        );
        for unit in ["1", "2"] {
            let refused = codes::choose(&services, Some(&hr()), unit, true).await;
            assert!(matches!(problem(refused), Some(Problem::Invalid(_))), "{unit}");
        }
        assert_eq!(number(&services, "SELECT COUNT(*) FROM unit WHERE by_code AND id IN (1, 2)").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_team_answers_by_code_from_the_next_round_on_and_only_hr_says_so() {
    on_both(async |services| {
        codes::choose(&services, Some(&hr()), "4", true).await.unwrap();
        codes::choose(&services, Some(&hr()), "4", true).await.unwrap();
        assert_eq!(number(&services, "SELECT COUNT(*) FROM roll WHERE by_code").await, 0);
        let page = codes::page(&services, Some(&hr()), "https://trivsel.example").await.unwrap();
        assert!(page.teams[0].stays && page.teams[0].slips.is_none() && page.teams[0].unit.name == "Team B");
        let none = codes::ask(&services, Some(&hr()), "4").await;
        assert!(matches!(problem(none), Some(Problem::Invalid(_))), "this round is answered by signing in");
        let written = "SELECT COUNT(*) FROM audit WHERE event = 'codes_chosen' AND unit_id = 4";
        assert_eq!(number(&services, written).await, 1, "nothing changed the second time");
        for stranger in [actor(Role::Admin, 1), actor(Role::Manager, 4)] {
            let refused = codes::choose(&services, Some(&stranger), "4", false).await;
            assert_eq!(problem(refused), Some(Problem::Forbidden));
        }
        let elsewhere = codes::revoke(&services, Some(&actor(Role::Hr, 2)), "6").await;
        assert!(matches!(problem(elsewhere), Some(Problem::Invalid(_))));
        run(&services, "UPDATE round SET state = 'closed' WHERE number = 2").await;
        let next = chrono::NaiveDate::from_ymd_opt(2026, 11, 23).unwrap();
        rounds::open_due(&services, next).await.unwrap();
        let people = "SELECT COUNT(*) FROM roll WHERE by_code AND unit_id = 4 AND round_id = 3";
        assert_eq!(number(&services, people).await, 3);
        assert_eq!(made(&services).await.codes.len(), 3);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_stored_hash_fits_no_other_round_and_the_slips_hold_every_code() {
    on_both(async |services| {
        run(&services, "UPDATE unit SET by_code = TRUE WHERE id = 4").await;
        run(&services, "UPDATE roll SET by_code = TRUE WHERE unit_id = 4").await;
        let sheet = made(&services).await;
        assert_eq!(sheet.address, "https://trivsel.example/kiosk");
        let slips = codes::slips(&sheet, Lang::Nb);
        assert_eq!(slips.codes, sheet.codes);
        assert!(slips.codes.iter().all(|code| code.len() == 9), "{:?}", slips.codes);
        run(&services, "UPDATE round SET state = 'planned' WHERE number = 2").await;
        run(&services, "UPDATE round SET state = 'open' WHERE number = 1").await;
        assert_eq!(enter(&services, &sheet.codes[0]).await, Some(Problem::CodeUnknown));
    })
    .await;
}
