//! Members: two consents, the exact look-up, visits and who came back, the own page, leaving.

use std::sync::Arc;

use base::{Actor, Base, Error, clock::StoppedClock};
use chrono::{DateTime, Duration, Utc};
use customers::{
    complaints, follow_ups,
    members::{self, DeskDone, OwnMemberDone},
};
use domain::{
    AccountId, Field, Problem, Role, UnitId, Why,
    customers::{
        complaint::ComplaintForm,
        inbox::{CaseFilter, Show},
        member::{DeskForm, DeskMember, Found, MOST_LOOK_UPS, MemberForm, OwnMemberForm},
        words::Stage,
    },
};
use testing::{actor, now, number, on_both, on_sqlite, run};

const SITE: &str = "https://trivsel.example";

fn desk() -> Actor {
    actor(Role::Service, 2)
}

fn form() -> MemberForm {
    MemberForm {
        member_number: "M-1001".into(),
        customer_name: "Kari Medlemsen".into(),
        phone: "+47 22 33 44 55".into(),
        email: "kari@example.org".into(),
        case_lang: "nb".into(),
        consent: "yes".into(),
        consent_follow: "yes".into(),
        consent_how: "in_person".into(),
    }
}

/// Takes a member in; gives the token of the own page.
async fn join(base: &Base, form: &MemberForm) -> Result<String, Problem> {
    let slip = members::join(base, Some(&desk()), form, SITE).await.map_err(Error::into_problem)?;
    let rest = slip.address.strip_prefix("https://trivsel.example/member/").unwrap();
    Ok(rest.split('?').next().unwrap().to_owned())
}

async fn find(base: &Base, typed: &str) -> Found {
    members::look_up(base, Some(&desk()), typed).await.unwrap().found.unwrap()
}

async fn found(base: &Base, typed: &str) -> DeskMember {
    match find(base, typed).await {
        Found::One(member) => *member,
        other => panic!("{typed}: {other:?}"),
    }
}

async fn own(base: &Base, token: &str, act: &str, sure: &str) -> Result<OwnMemberDone, Problem> {
    let form = OwnMemberForm { act: act.into(), sure: sure.into() };
    members::own_act(base, token, &form).await.map_err(Error::into_problem)
}

fn at(base: &Base, now: &str) -> Base {
    Base { clock: Arc::new(StoppedClock(now.parse::<DateTime<Utc>>().unwrap())), ..base.clone() }
}

async fn logged(base: &Base, what: &str, phone: &str) -> String {
    let form = ComplaintForm {
        what: what.into(),
        category: "waiting".into(),
        channel: "in_person".into(),
        unit: "3".into(),
        customer_name: "Kari".into(),
        phone: phone.into(),
        case_lang: "nb".into(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&desk()), &form).await.unwrap().reference
}

async fn follow(base: &Base, handle: &str) -> Result<DeskDone, Problem> {
    let form = DeskForm {
        handle: handle.into(),
        act: "follow_up".into(),
        unit: "3".into(),
        bought: "goods".into(),
        about: "Støvsuger".into(),
        ..DeskForm::default()
    };
    members::act(base, Some(&desk()), &form, SITE).await.map_err(Error::into_problem)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_is_found_by_the_whole_number_in_any_spelling_and_by_nothing_less() {
    on_both(async |base| {
        join(&base, &form()).await.unwrap();
        let taken = join(&base, &MemberForm { member_number: " m-10 01".into(), ..form() }).await;
        assert_eq!(taken, Err(Problem::invalid(Field::MemberNumber, Why::Taken)));
        for typed in [
            "M-1001",
            "m-1001 ",
            "22334455",
            "22 33 44 55",
            "+47 22 33 44 55",
            "0047 22334455",
            "(+47) 22.33.44.55",
            "47\u{a0}2233\u{2013}4455",
        ] {
            assert_eq!(found(&base, typed).await.name, "Kari Medlemsen", "{typed}");
        }
        for typed in [
            "M-100",
            "1001",
            "%",
            "2233445",
            "M-1001%",
            "Kari Medlemsen",
            "kari@example.org",
            "_",
            "' OR 1=1",
        ] {
            assert_eq!(find(&base, typed).await, Found::Nobody, "{typed}");
        }
        // A second member of the same family: the telephone number alone says neither.
        join(&base, &MemberForm { member_number: "M-1002".into(), customer_name: "Ola".into(), ..form() })
            .await
            .unwrap();
        assert_eq!(find(&base, "22334455").await, Found::Several);
        assert_eq!(found(&base, "m-1002").await.name, "Ola");
        // Who did not say yes to being recognised is not.
        let quiet = MemberForm {
            member_number: "M-1003".into(),
            phone: "99 88 77 66".into(),
            consent: String::new(),
            ..form()
        };
        join(&base, &quiet).await.unwrap();
        assert_eq!(
            (find(&base, "M-1003").await, find(&base, "99887766").await),
            (Found::Nobody, Found::Nobody)
        );
        let empty = members::look_up(&base, Some(&desk()), " ").await.map_err(Error::into_problem);
        assert_eq!(empty, Err(Problem::invalid(Field::Member, Why::Missing)));
        for role in [Role::Employee, Role::Hr, Role::Admin, Role::StaffRepresentative] {
            let refused =
                members::look_up(&base, Some(&actor(role, 1)), "M-1001").await.map_err(Error::into_problem);
            assert_eq!(refused, Err(Problem::Forbidden), "{role:?}");
        }
        let manager = members::join(&base, Some(&actor(Role::Manager, 2)), &form(), SITE).await;
        assert_eq!(manager.map_err(Error::into_problem), Err(Problem::Forbidden));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn thirty_looks_an_hour_are_noted_without_what_was_typed_and_the_next_is_refused() {
    on_both(async |base| {
        join(&base, &form()).await.unwrap();
        let look = async |base: &Base, who: &Actor| {
            members::look_up(base, Some(who), "22334455").await.map(drop).map_err(Error::into_problem)
        };
        for _ in 0..MOST_LOOK_UPS {
            look(&base, &desk()).await.unwrap();
        }
        assert_eq!(look(&base, &desk()).await, Err(Problem::TooManyAttempts));
        let other = Actor { account: AccountId::new(2), ..desk() };
        look(&base, &other).await.unwrap();
        let later = Base { clock: Arc::new(StoppedClock(now() + Duration::minutes(61))), ..base.clone() };
        look(&later, &desk()).await.unwrap();
        let noted = "SELECT COUNT(*) FROM audit WHERE event = 'member_looked_up'";
        assert_eq!(number(&base, noted).await, 32);
        let said = "SELECT COUNT(*) FROM audit WHERE event LIKE 'member%' AND (detail <> '' OR subject_id IS NOT NULL)";
        assert_eq!(number(&base, said).await, 0, "neither what was typed nor whom it found");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_desk_sees_name_visits_and_the_stage_of_the_last_case_and_acts_only_for_whom_it_found() {
    on_both(async |base| {
        join(&base, &form()).await.unwrap();
        let fresh = found(&base, "M-1001").await;
        assert_eq!((fresh.visits, fresh.last_on, fresh.case), (0, None, None));
        logged(&base, "Kald suppe", "22334455").await;
        logged(&base, "En annen kunde", "99 00 11 22").await;
        run(&base, "INSERT INTO visit (member_id, day, unit_id) VALUES (1, '2026-11-19', 3), (1, '2026-11-01', 3), (1, '2026-10-02', 4), (1, '2026-06-02', 4)").await;
        let member = found(&base, "M-1001").await;
        assert_eq!(member.visits, 3);
        assert_eq!(member.last_on.unwrap().to_string(), "2026-11-19");
        assert_eq!(member.mostly.as_deref(), Some("Team A"));
        assert_eq!(member.case.unwrap().1, Stage::Received);
        assert!(!format!("{member:?}").contains("suppe") && !format!("{member:?}").contains("2233"));
        assert_eq!(follow(&base, &member.handle).await, Ok(DeskDone::Planned));
        let queue = follow_ups::list(&base, Some(&desk())).await.unwrap();
        assert_eq!((queue.rows[0].name.as_str(), queue.rows[0].about.as_str()), ("Kari Medlemsen", "Støvsuger"));
        // What was made for one person and day opens nothing for another, nor tomorrow.
        let other = Actor { account: AccountId::new(2), ..desk() };
        let page = members::page(&base, Some(&other), Some(&member.handle)).await.map_err(Error::into_problem);
        assert_eq!(page, Err(Problem::NotFound));
        let tomorrow = at(&base, "2026-11-22T10:00:00Z");
        assert_eq!(follow(&tomorrow, &member.handle).await, Err(Problem::NotFound));
        assert_eq!(follow(&base, &"0".repeat(48)).await, Err(Problem::NotFound));
        // A new address: the old one leads nowhere.
        let old = {
            let page = members::page(&base, Some(&desk()), Some(&member.handle)).await.unwrap();
            assert!(matches!(page.found, Some(Found::One(_))));
            join(&base, &MemberForm { member_number: "M-7".into(), ..form() }).await.unwrap()
        };
        members::own_page(&base, &old).await.unwrap();
        let handle = found(&base, "M-7").await.handle;
        let reissue = DeskForm { handle, act: "reissue".into(), ..DeskForm::default() };
        let done = members::act(&base, Some(&desk()), &reissue, SITE).await.unwrap();
        assert!(matches!(done, DeskDone::Slip(_)));
        assert_eq!(members::own_page(&base, &old).await.map_err(Error::into_problem), Err(Problem::NotFound));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_member_sees_and_takes_out_everything_and_takes_a_yes_back_at_once() {
    on_both(async |base| {
        let token = join(&base, &form()).await.unwrap();
        logged(&base, "Kald suppe med الحساء 😀", "22334455").await;
        follow(&base, &found(&base, "M-1001").await.handle).await.unwrap();
        run(&base, "INSERT INTO visit (member_id, day, unit_id) VALUES (1, '2026-11-19', 3)").await;
        // Whoever fetches every link of a letter changes nothing.
        for _ in 0..3 {
            members::own_page(&base, &token).await.unwrap();
        }
        let page = members::own_page(&base, &token).await.unwrap();
        assert_eq!((page.visits, page.cases.len()), (1, 1));
        assert_eq!(page.recognise.unwrap().version, 1);
        let OwnMemberDone::File(file) = own(&base, &token, "export", "").await.unwrap() else { panic!() };
        let file: serde_json::Value = serde_json::from_slice(&file).unwrap();
        assert_eq!(file["visits"][0]["on"], "2026-11-19");
        assert_eq!(file["cases"][0]["what"], "Kald suppe med الحساء 😀");
        assert_eq!(
            (&file["follow_ups"][0]["about"], &file["phone"]),
            (&"Støvsuger".into(), &"+47 22 33 44 55".into())
        );
        let done = own(&base, &token, "stop_follow", "").await.unwrap();
        assert!(
            matches!(done, OwnMemberDone::Shown(page) if page.follow.is_none() && page.recognise.is_some())
        );
        assert!(follow_ups::list(&base, Some(&desk())).await.unwrap().rows.is_empty());
        let handle = found(&base, "M-1001").await.handle;
        assert_eq!(follow(&base, &handle).await, Err(Problem::NotFound), "without a yes nobody is called");
        // The last yes is taken back by leaving, and leaving is confirmed.
        assert_eq!(
            own(&base, &token, "stop_recognise", "").await,
            Err(Problem::invalid(Field::Sure, Why::Missing))
        );
        assert_eq!(own(&base, &token, "stop_recognise", "yes").await, Ok(OwnMemberDone::Left));
        assert_eq!(find(&base, "M-1001").await, Found::Nobody);
        for typed in [token.as_str(), "", "0", &"ab".repeat(24)] {
            let gone = members::own_page(&base, typed).await.map_err(Error::into_problem);
            assert_eq!(gone, Err(Problem::NotFound), "{typed}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn who_leaves_with_an_open_follow_up_and_an_open_case_leaves_counts_and_nothing_else() {
    on_both(async |base| {
        let token = join(&base, &form()).await.unwrap();
        let reference = logged(&base, "Skjæreneset knirker", "22334455").await;
        let before = number(&base, "SELECT COUNT(*) FROM complaint WHERE counts").await;
        follow(&base, &found(&base, "M-1001").await.handle).await.unwrap();
        run(&base, "INSERT INTO visit (member_id, day, unit_id) VALUES (1, '2026-08-03', 3), (1, '2026-08-20', 4), (1, '2026-11-19', 3)").await;
        run(&base, "INSERT INTO visit_fold (month) VALUES ('2026-08-01')").await;
        members::fold(&base).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM visit_month").await, 2);
        let OwnMemberDone::File(file) = own(&base, &token, "export", "").await.unwrap() else { panic!() };
        let file: serde_json::Value = serde_json::from_slice(&file).unwrap();
        assert_eq!(file["months"].as_array().unwrap().len(), 2, "they are theirs by the key: {file}");
        assert_eq!(own(&base, &token, "leave", "yes").await, Ok(OwnMemberDone::Left));
        for (sql, is) in [
            ("SELECT COUNT(*) FROM member", 0),
            ("SELECT COUNT(*) FROM visit", 0),
            ("SELECT COUNT(*) FROM customer", 0),
            ("SELECT COUNT(*) FROM complaint WHERE member_id IS NOT NULL OR what <> ''", 0),
            ("SELECT COUNT(*) FROM follow_up WHERE outcome IS NULL OR customer_name <> '' OR member_id IS NOT NULL", 0),
            ("SELECT COUNT(*) FROM follow_up WHERE outcome = 'declined'", 1),
            ("SELECT COUNT(*) FROM visit_month", 2),
            ("SELECT COUNT(DISTINCT pseudonym) FROM visit_month", 1),
            ("SELECT COUNT(*) FROM case_event WHERE event = 'ended'", 1),
            ("SELECT COUNT(*) FROM audit WHERE event = 'member_left' AND account_id IS NULL", 1),
        ] {
            assert_eq!(number(&base, sql).await, is, "{sql}");
        }
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint WHERE counts").await, before);
        complaints::upkeep::index(&base).await.unwrap();
        let filter = |search: &str| CaseFilter {
            search: search.into(),
            show: Show::All,
            ..Default::default()
        };
        for word in ["knirker", "kari", "22334455"] {
            let hits = complaints::list(&base, Some(&desk()), &filter(word)).await.unwrap().total;
            assert_eq!(hits, 0, "{word} is found");
        }
        assert_eq!(
            complaints::page(&base, Some(&desk()), &reference, None).await.unwrap().case.stage,
            Stage::Closed
        );
        // The same person again is another member: nothing of before is found.
        let token = join(&base, &form()).await.unwrap();
        let page = members::own_page(&base, &token).await.unwrap();
        assert_eq!((page.visits, page.cases.len()), (0, 0));
        let OwnMemberDone::File(file) = own(&base, &token, "export", "").await.unwrap() else { panic!() };
        assert!(!String::from_utf8(file).unwrap().contains("came_back"));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn nothing_of_who_left_is_in_the_file() {
    let (base, folder) = on_sqlite().await;
    let token = join(&base, &form()).await.unwrap();
    logged(&base, "Skjæreneset knirker", "22334455").await;
    complaints::upkeep::index(&base).await.unwrap();
    follow(&base, &found(&base, "M-1001").await.handle).await.unwrap();
    let has = |word: &str| {
        std::fs::read_dir(folder.path()).unwrap().any(|entry| {
            let path = entry.unwrap().path();
            path.is_file() && testing::holds(&std::fs::read(path).unwrap(), word.as_bytes())
        })
    };
    let words = ["Medlemsen", "M-1001", "kari@example.org", "knirker", "Støvsuger", "22334455"];
    for word in words {
        assert!(has(word), "{word} was stored");
    }
    own(&base, &token, "leave", "yes").await.unwrap();
    complaints::upkeep::index(&base).await.unwrap();
    complaints::retention::forget(&base).await.unwrap();
    for word in words {
        assert!(!has(word), "{word} is still in the file");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn visits_are_folded_when_it_is_known_who_came_back_and_go_after_thirteen_months() {
    on_both(async |base| {
        for n in 0..12 {
            join(&base, &MemberForm { member_number: format!("M-{n}"), ..form() }).await.unwrap();
        }
        // All twelve were in team A in August; nine came again within sixty days, five of them to team B.
        for n in 1..=12 {
            run(&base, &format!("INSERT INTO visit (member_id, day, unit_id) VALUES ({n}, '2026-08-05', 3)"))
                .await;
            if n <= 9 {
                let (day, unit) = if n <= 5 { ("2026-10-04", 4) } else { ("2026-09-01", 3) };
                run(
                    &base,
                    &format!("INSERT INTO visit (member_id, day, unit_id) VALUES ({n}, '{day}', {unit})"),
                )
                .await;
            }
        }
        run(&base, "INSERT INTO visit_fold (month) VALUES ('2026-08-01'), ('2026-10-01')").await;
        members::fold(&at(&base, "2026-10-30T10:00:00Z")).await.unwrap();
        assert_eq!(
            number(&base, "SELECT COUNT(*) FROM visit_month").await,
            0,
            "the sixtieth day is not over"
        );
        members::fold(&at(&base, "2026-10-31T10:00:00Z")).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM visit_month").await, 12, "the day after");
        members::fold(&base).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM visit_month").await, 12);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM visit_fold").await, 1, "October waits");
        let stored = "SELECT COUNT(*) FROM visit_month WHERE LENGTH(pseudonym) = 16";
        assert_eq!(number(&base, stored).await, 12);
        let returns =
            members::returns(&base.db.reader, Some(&[UnitId::new(3)]), now().date_naive()).await.unwrap();
        let share = returns.months[0].share;
        assert_eq!((returns.months.len(), share.count, share.of), (1, 9, 12));
        // Wilson: 9 of 12.
        let (lower, upper) = share.interval.unwrap();
        assert!((lower - 0.467_7).abs() < 1e-3 && (upper - 0.911_1).abs() < 1e-3, "{lower} {upper}");
        // Nine members are too few.
        run(&base, "DELETE FROM visit_month WHERE pseudonym IN (SELECT pseudonym FROM visit_month LIMIT 3)")
            .await;
        let few = members::returns(&base.db.reader, None, now().date_naive()).await.unwrap();
        assert_eq!((few.months[0].share.of, few.months[0].share.interval), (9, None));
        members::forget(&at(&base, "2027-09-05T10:00:00Z")).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM visit WHERE day = '2026-08-05'").await, 12);
        members::forget(&at(&base, "2027-09-06T10:00:00Z")).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM visit WHERE day = '2026-08-05'").await, 0);
        // Folded once more, a month of which single visits are gone stays as it is.
        run(&base, "INSERT INTO visit_fold (month) VALUES ('2026-08-01')").await;
        members::fold(&at(&base, "2027-09-06T10:00:00Z")).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM visit_month WHERE month = '2026-08-01'").await, 9);
    })
    .await;
}
