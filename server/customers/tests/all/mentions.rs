//! Somebody who works here is named: out of the rates until looked into, read by few, told, deleted.

use std::sync::Arc;

use base::{Actor, Base, Error, access::Grant, clock::StoppedClock};
use chrono::Duration;
use customers::{complaints, mentions, quality};
use domain::{
    Lang, Problem, Role, UnitId,
    customers::{
        case::{Act, ActForm},
        complaint::ComplaintForm,
        mention::{Mention, MentionForm, MentionMay, MentionPage},
    },
};
use sea_orm::{ConnectionTrait, Statement};
use testing::{actor, employee, now, number, on_both, on_sqlite, run};

fn form(what: &str) -> ComplaintForm {
    ComplaintForm {
        what: what.to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        happened_on: "2026-11-20".to_owned(),
        about_whom: "Kari at the till".to_owned(),
        ..ComplaintForm::default()
    }
}

async fn log(base: &Base, form: &ComplaintForm) -> String {
    complaints::log(base, Some(&actor(Role::Service, 2)), form).await.unwrap().reference
}

async fn page(base: &Base, who: &Actor, reference: &str) -> Result<MentionPage, Error> {
    mentions::page(base, Some(who), reference).await
}

async fn act(base: &Base, who: &Actor, reference: &str, form: MentionForm) -> Result<(), Error> {
    mentions::act(base, Some(who), reference, &form).await
}

fn tell(person: i64) -> MentionForm {
    MentionForm { act: "tell".to_owned(), person: person.to_string(), ..MentionForm::default() }
}

fn assess(finding: &str) -> MentionForm {
    MentionForm {
        act: "assess".to_owned(),
        finding: finding.to_owned(),
        category: "process".to_owned(),
        ..MentionForm::default()
    }
}

fn own(act: &str, reference: &str) -> MentionForm {
    MentionForm {
        act: act.to_owned(),
        reference: reference.to_owned(),
        reply: "I was alone at two tills".to_owned(),
        ..MentionForm::default()
    }
}

fn later(base: &Base, days: i64) -> Base {
    let mut later = base.clone();
    later.clock = Arc::new(StoppedClock(now() + Duration::days(days)));
    later
}

fn problem<T>(result: Result<T, Error>) -> Problem {
    match result {
        Err(error) => error.into_problem(),
        Ok(_) => panic!("it was let through"),
    }
}

async fn counted(base: &Base) -> i64 {
    let sql =
        "SELECT COALESCE(SUM(complaints), 0) FROM voice_rollup WHERE unit_id = 1 AND resolution = 'day'";
    let audit = complaints::audit::run(base).await.unwrap();
    assert_eq!(audit.differences, Vec::<String>::new(), "the sums are those of the complaints");
    number(base, sql).await
}

async fn state(base: &Base, reference: &str) -> Mention {
    let case = complaints::page(base, Some(&actor(Role::Service, 2)), reference, None).await.unwrap();
    case.mention.unwrap()
}

/// Told to person 1, who replied.
async fn told(base: &Base, form: &ComplaintForm) -> String {
    let reference = log(base, form).await;
    act(base, &actor(Role::Manager, 2), &reference, tell(1)).await.unwrap();
    mentions::own_act(base, Some(&employee(1)), &own("reply", &reference)).await.unwrap();
    reference
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_that_names_somebody_counts_nowhere_until_it_is_looked_into() {
    on_both(async |base| {
        let manager = actor(Role::Manager, 2);
        let reference = log(&base, &form("She rolled her eyes")).await;
        assert_eq!((counted(&base).await, state(&base, &reference).await), (0, Mention::Unverified));
        let early = act(&base, &manager, &reference, assess("work")).await;
        assert_eq!(problem(early), Problem::CaseMovedOn, "nobody was told yet");
        let shown = page(&base, &manager, &reference).await.unwrap();
        assert_eq!((shown.mention.as_deref(), shown.may), (Some("Kari at the till"), MentionMay::Tell));
        assert_eq!(shown.row.due_on.unwrap().to_string(), "2026-11-24", "the second working day");
        assert!(matches!(problem(act(&base, &manager, &reference, tell(10)).await), Problem::Invalid(_)));
        act(&base, &manager, &reference, tell(1)).await.unwrap();
        assert_eq!(counted(&base).await, 0);
        let early = act(&base, &manager, &reference, assess("work")).await;
        assert_eq!(problem(early), Problem::CaseMovedOn, "the person may still reply");
        mentions::own_act(&base, Some(&employee(1)), &own("reply", &reference)).await.unwrap();
        let shown = page(&base, &manager, &reference).await.unwrap();
        assert_eq!(shown.reply.as_deref(), Some("I was alone at two tills"));
        act(&base, &manager, &reference, assess("work")).await.unwrap();
        assert_eq!((counted(&base).await, state(&base, &reference).await), (1, Mention::AboutWork));
        let gone =
            "SELECT COUNT(*) FROM named_person WHERE mention IS NULL AND reply IS NULL AND person_id IS NULL
                    AND key_name IS NULL";
        assert_eq!(number(&base, gone).await, 1);
        assert_eq!(page(&base, &manager, &reference).await.unwrap().mention, None);
        let case = complaints::page(&base, Some(&manager), &reference, None).await.unwrap();
        assert_eq!(case.case.category.name(), "process");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn without_a_reply_ten_working_days_have_to_pass() {
    on_both(async |base| {
        let manager = actor(Role::Manager, 2);
        let reference = log(&base, &form("She rolled her eyes")).await;
        act(&base, &manager, &reference, tell(1)).await.unwrap();
        let soon = act(&later(&base, 12), &manager, &reference, assess("unfounded")).await;
        assert_eq!(problem(soon), Problem::CaseMovedOn);
        act(&later(&base, 14), &manager, &reference, assess("unfounded")).await.unwrap();
        assert_eq!((counted(&base).await, state(&base, &reference).await), (0, Mention::Unfounded));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn one_alone_counts_without_a_name_and_a_second_from_another_hand_makes_it_conduct() {
    on_both(async |base| {
        let manager = actor(Role::Manager, 2);
        let first = told(&base, &form("She rolled her eyes when I asked for a bag")).await;
        act(&base, &manager, &first, assess("conduct")).await.unwrap();
        assert_eq!((counted(&base).await, state(&base, &first).await), (1, Mention::Alone));
        // The same words again, and the same day: no second witness.
        let same = told(&base, &form("She rolled her eyes as I asked for a bag")).await;
        act(&base, &manager, &same, assess("conduct")).await.unwrap();
        assert_eq!(state(&base, &same).await, Mention::Alone);
        let copied = told(&later(&base, 3), &form("She rolled her eyes when I asked for bags")).await;
        act(&later(&base, 3), &manager, &copied, assess("conduct")).await.unwrap();
        assert_eq!(state(&base, &copied).await, Mention::Alone);
        let base = later(&base, 5);
        let second = told(&base, &form("Ignored us for ten minutes and then sighed loudly")).await;
        assert_eq!(state(&base, &first).await, Mention::Alone, "it has not been looked into yet");
        act(&base, &manager, &second, assess("conduct")).await.unwrap();
        for reference in [&first, &second] {
            assert_eq!(state(&base, reference).await, Mention::Conduct);
        }
        assert_eq!(counted(&base).await, 4);
        let case = complaints::page(&base, Some(&manager), &first, None).await.unwrap();
        assert_eq!(case.case.category.name(), "staff_conduct");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_gives_their_name_makes_it_conduct_and_the_person_decides_who_else_reads_it() {
    on_both(async |base| {
        let manager = actor(Role::Manager, 2);
        let named = ComplaintForm { customer_name: "Ola Kunde".to_owned(), ..form("He swore at me") };
        let reference = told(&base, &named).await;
        act(&base, &manager, &reference, assess("conduct")).await.unwrap();
        assert_eq!(state(&base, &reference).await, Mention::Conduct);
        let representative = actor(Role::StaffRepresentative, 1);
        assert_eq!(problem(page(&base, &representative, &reference).await), Problem::NotFound);
        mentions::own_act(&base, Some(&employee(1)), &own("share", &reference)).await.unwrap();
        let shown = page(&base, &representative, &reference).await.unwrap();
        assert_eq!((shown.mention.is_some(), shown.may), (true, MentionMay::Read));
        // Ninety days after receipt it is still there, ninety days after the case was closed it is not.
        mentions::upkeep::forget(&later(&base, 100)).await.unwrap();
        assert_eq!(state(&base, &reference).await, Mention::Conduct);
        let end = ActForm {
            version: "9".to_owned(),
            end_reason: "withdrawn".to_owned(),
            reason: "Called".to_owned(),
            ..ActForm::default()
        };
        complaints::act(&base, Some(&manager), &reference, Act::End, &end).await.unwrap();
        mentions::upkeep::forget(&later(&base, 89)).await.unwrap();
        assert_eq!(state(&base, &reference).await, Mention::Conduct);
        mentions::upkeep::forget(&later(&base, 91)).await.unwrap();
        assert_eq!((state(&base, &reference).await, counted(&base).await), (Mention::Deleted, 1));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn praise_passes_straight_through_and_goes_on_the_persons_wish() {
    on_both(async |base| {
        let praise = ComplaintForm { voice_kind: "compliment".to_owned(), ..form("So kind") };
        let reference = log(&base, &praise).await;
        assert_eq!(state(&base, &reference).await, Mention::Praise);
        let shown = page(&base, &actor(Role::Service, 2), &reference).await.unwrap();
        assert_eq!(shown.mention.as_deref(), Some("Kari at the till"), "the unit reads it");
        act(&base, &actor(Role::Manager, 2), &reference, tell(1)).await.unwrap();
        let said = mentions::own(&base, Some(&employee(1))).await.unwrap();
        assert_eq!((said.len(), said[0].what.as_str()), (1, "So kind"));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM audit WHERE event = 'mention_read'").await, 0);
        assert_eq!(
            problem(mentions::own_act(&base, Some(&employee(2)), &own("remove", &reference)).await),
            Problem::NotFound
        );
        mentions::own_act(&base, Some(&employee(1)), &own("remove", &reference)).await.unwrap();
        assert_eq!(state(&base, &reference).await, Mention::Deleted);
        assert_eq!(mentions::own(&base, Some(&employee(1))).await.unwrap().len(), 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_name_is_read_by_few_each_look_is_written_down_and_one_about_the_manager_goes_above() {
    on_both(async |base| {
        let reference = log(&base, &form("She rolled her eyes")).await;
        for (role, unit, reads) in [
            (Role::Manager, 2, true),
            (Role::Manager, 3, true),
            (Role::Manager, 4, false),
            (Role::Manager, 5, false),
            (Role::Hr, 1, true),
            (Role::Hr, 5, false),
            (Role::Service, 2, false),
            (Role::StaffRepresentative, 1, false),
        ] {
            let shown = page(&base, &actor(role, unit), &reference).await;
            assert_eq!(shown.is_ok(), reads, "{role:?} of {unit}");
        }
        assert_eq!(problem(page(&base, &actor(Role::Employee, 3), &reference).await), Problem::Forbidden);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM audit WHERE event = 'mention_read'").await, 3);
        assert_eq!(
            number(
                &base,
                "SELECT COUNT(*) FROM audit WHERE event = 'mention_read' AND subject_id IS NOT NULL"
            )
            .await,
            0,
            "the log does not say about whom"
        );
        // Nearest above is the manager of site S (2); the unit above theirs is the organisation.
        let manager = ComplaintForm { about_manager: "yes".to_owned(), ..form("The manager shouted") };
        let above = log(&base, &manager).await;
        for (role, unit, reads) in [(Role::Manager, 2, false), (Role::Manager, 1, true), (Role::Hr, 1, true)]
        {
            let shown = page(&base, &actor(role, unit), &above).await;
            assert_eq!(shown.is_ok(), reads, "{role:?} of {unit}");
            let listed = mentions::list(&base, Some(&actor(role, unit))).await.unwrap();
            assert_eq!(listed.iter().any(|row| row.reference == above), reads);
        }
        // Nobody had said so, and then the person chosen is the manager.
        act(&base, &actor(Role::Manager, 2), &reference, tell(16)).await.unwrap();
        assert_eq!(problem(page(&base, &actor(Role::Manager, 2), &reference).await), Problem::NotFound);
        let boss = Actor {
            person: Some(domain::PersonId::new(16)),
            grants: vec![Grant { role: Role::Hr, unit: UnitId::new(1) }],
            ..actor(Role::Hr, 1)
        };
        assert_eq!(
            problem(page(&base, &boss, &reference).await),
            Problem::NotFound,
            "nobody judges themselves"
        );
        assert_eq!(mentions::own(&base, Some(&boss)).await.unwrap().len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn ninety_days_after_receipt_the_name_is_gone_and_the_rates_stay() {
    on_both(async |base| {
        let waiting = log(&base, &form("She rolled her eyes")).await;
        let alone = told(&base, &form("She sighed")).await;
        act(&base, &actor(Role::Manager, 2), &alone, assess("conduct")).await.unwrap();
        mentions::upkeep::forget(&later(&base, 89)).await.unwrap();
        assert_eq!(state(&base, &alone).await, Mention::Alone);
        mentions::upkeep::forget(&later(&base, 90)).await.unwrap();
        for reference in [&waiting, &alone] {
            assert_eq!(state(&base, reference).await, Mention::Deleted);
        }
        assert_eq!(counted(&base).await, 1);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM named_person WHERE mention IS NOT NULL").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_looks_through_a_case_locks_a_name_away_and_it_leaves_text_and_search() {
    on_both(async |base| {
        run(&base, "UPDATE person SET name = 'Kari Nordmann' WHERE id = 1").await;
        let plain = ComplaintForm {
            about_whom: String::new(),
            put_right: "That Kari says sorry".to_owned(),
            ..form("Kari Nordmann was rude to Per")
        };
        let proposal = mentions::propose(&base, Some(&actor(Role::Service, 2)), &plain, Lang::En)
            .await
            .unwrap()
            .unwrap();
        assert_eq!(
            (proposal.what.as_str(), proposal.put_right.as_str(), proposal.about_whom.as_str()),
            ("[employee] was rude to Per", "That [employee] says sorry", "Kari Nordmann, Kari")
        );
        let looked = ComplaintForm { looked: "yes".to_owned(), ..plain.clone() };
        assert_eq!(
            mentions::propose(&base, Some(&actor(Role::Service, 2)), &looked, Lang::En).await.unwrap(),
            None
        );
        let reference = log(&base, &looked).await;
        assert_eq!(counted(&base).await, 1);
        let mark =
            MentionForm { act: "mark".to_owned(), about_whom: "Kari".to_owned(), ..MentionForm::default() };
        act(&base, &actor(Role::Service, 2), &reference, mark.clone()).await.unwrap();
        let case = complaints::page(&base, Some(&actor(Role::Service, 2)), &reference, None).await.unwrap();
        assert_eq!(case.case.what, "[employee] was rude to Per");
        assert_eq!(case.put_right, "That [employee] says sorry");
        assert_eq!((counted(&base).await, case.mention), (0, Some(Mention::Unverified)));
        for table in ["case_words WHERE words LIKE '%nordmann%'", "case_note WHERE text LIKE '%Nordmann%'"] {
            assert_eq!(number(&base, &format!("SELECT COUNT(*) FROM {table}")).await, 0, "{table}");
        }
        let again = act(&base, &actor(Role::Service, 2), &reference, mark).await;
        assert_eq!(problem(again), Problem::NotFound, "it is not theirs to read any more");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_staff_representative_sees_how_many_and_never_who() {
    on_both(async |base| {
        log(&base, &form("She rolled her eyes")).await;
        log(&base, &form("She sighed")).await;
        let representative = actor(Role::StaffRepresentative, 1);
        let page = quality::page(&base, Some(&representative), None).await.unwrap();
        assert_eq!(page.mentions[0].quarter, "2026Q4");
        assert_eq!(page.mentions[0].states, [(Mention::Unverified, 2)]);
        assert!(page.mentions[1].states.is_empty());
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_sent_twice_or_refused_leaves_no_key_behind_and_no_name_stands_in_the_file() {
    let (base, folder) = on_sqlite().await;
    let keys = || std::fs::read_dir(folder.path().join("keys")).map_or(0, Iterator::count);
    let before = keys();
    let named =
        ComplaintForm { about_whom: "Zyxwvutsrqponm".to_owned(), token: "a1".to_owned(), ..form("Rude") };
    let reference = log(&base, &named).await;
    let one = keys();
    assert!(one > before);
    assert_eq!(log(&base, &named).await, reference);
    assert_eq!(keys(), one);
    act(&base, &actor(Role::Manager, 2), &reference, tell(1)).await.unwrap();
    base.db.scrub(&[]).await.unwrap();
    let file = std::fs::read(folder.path().join("test.db")).unwrap();
    assert!(!testing::holds(&file.to_ascii_lowercase(), b"zyxwvutsrqponm"));
    mentions::own_act(&base, Some(&employee(1)), &own("reply", &reference)).await.unwrap();
    act(&base, &actor(Role::Manager, 2), &reference, assess("unfounded")).await.unwrap();
    assert_eq!(keys(), before, "the key ends with the name");
}

/// Statements about mentions in the program, each with its file.
fn statements() -> Vec<(String, String)> {
    fn walk(folder: &std::path::Path, into: &mut Vec<(String, String)>) {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() && !path.ends_with("tests") {
                walk(&path, into);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = std::fs::read_to_string(&path).unwrap();
                let name = path.file_name().unwrap().to_string_lossy().into_owned();
                // Statements are texts: every other part between quotes.
                let texts = text.split('"').skip(1).step_by(2).filter(|text| text.contains("named_person"));
                into.extend(
                    texts.map(|text| (name.clone(), text.split_whitespace().collect::<Vec<_>>().join(" "))),
                );
            }
        }
    }
    let mut found = Vec::new();
    walk(std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/..")), &mut found);
    found
}

#[test]
fn nothing_lists_counts_or_orders_mentions_by_person() {
    let found = statements();
    assert!(found.len() >= 10, "{found:#?}");
    for (file, sql) in &found {
        for clause in ["GROUP BY", "ORDER BY"] {
            let by = sql.rsplit_once(clause).map_or("", |(_, by)| by);
            assert!(!by.contains("person_id"), "{file}: {sql}");
        }
    }
    // Those that go by person: is there another within ninety days, and what is said about oneself.
    let by_person: Vec<_> = found
        .iter()
        .filter(|(_, sql)| sql.contains("person_id = $1"))
        .map(|(file, _)| file.as_str())
        .collect();
    let mut sorted = by_person.clone();
    sorted.sort_unstable();
    assert_eq!(sorted, ["act.rs", "own.rs"], "{by_person:?}");
    let unknown: Vec<_> = found
        .iter()
        .filter(|(file, _)| {
            !["act.rs", "own.rs", "list.rs", "counts.rs", "stored.rs", "upkeep.rs", "rows.rs"]
                .contains(&file.as_str())
        })
        .collect();
    assert!(unknown.is_empty(), "mentions are read elsewhere: {unknown:#?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_state_that_is_not_known_is_refused_with_its_word() {
    let (base, _folder) = on_sqlite().await;
    let reference = log(&base, &form("She sighed")).await;
    let backend = base.db.writer().get_database_backend();
    for sql in ["PRAGMA ignore_check_constraints = ON", "UPDATE named_person SET state = 'rumour'"] {
        base.db.writer().execute_raw(Statement::from_string(backend, sql)).await.unwrap();
    }
    let error = page(&base, &actor(Role::Manager, 2), &reference).await.unwrap_err();
    assert_eq!(error.to_string(), "named_person.state holds \"rumour\", which this version does not know");
}
