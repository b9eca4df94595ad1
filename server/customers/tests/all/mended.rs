//! What is decided or written down anew: severity and issues, how a customer can be reached, the day of the answer; and
//! giving a customer up.

use std::sync::Arc;

use base::{Base, Error, clock::StoppedClock};
use chrono::{DateTime, Utc};
use customers::complaints;
use domain::{
    Field, Lang, Problem, Role, Why,
    customers::{
        case::{Act, ActForm},
        complaint::ComplaintForm,
        words::{EventKind, Severity, Stage},
    },
};
use sea_orm::ConnectionTrait;
use testing::{actor, holds, number, on_both, on_sqlite, run};

use crate::cases::{answer, assessment, is_whole, log, page};

async fn act(base: &Base, reference: &str, act: Act, form: ActForm) -> Result<(), Problem> {
    crate::cases::act(base, reference, act, form).await.map_err(Error::into_problem)
}

fn at(base: &Base, now: &str) -> Base {
    Base { clock: Arc::new(StoppedClock(now.parse::<DateTime<Utc>>().unwrap())), ..base.clone() }
}

fn told(letter: &str) -> ActForm {
    ActForm {
        reason: "The supplier has to say".to_owned(),
        how: "mail".to_owned(),
        letter: letter.to_owned(),
        ..ActForm::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn an_investigation_told_the_customer_nothing_and_counted_as_told() {
    on_both(async |base| {
        run(&base, "INSERT INTO account (id, login, name, password_hash) VALUES (2, 'x', 'X', '!')").await;
        let reference = log(&base, "3").await;
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        let note = ActForm { reason: "The supplier has to say".to_owned(), ..ActForm::default() };
        let Err(Problem::Invalid(lacks)) = act(&base, &reference, Act::Investigate, note).await else {
            panic!("it went through")
        };
        let lacks: Vec<_> = lacks.iter().map(|problem| problem.field).collect();
        assert_eq!(lacks, [Field::How, Field::Letter]);
        // The page says the day, and the letter begins with it.
        let desk = actor(Role::Service, 2);
        let shown =
            complaints::act_page(&base, Some(&desk), &reference, "investigate", None, None).await.unwrap();
        let due = shown.due_on.unwrap();
        let letter = complaints::letters::page(&base, Some(&desk), &shown, None, None, Lang::En).await;
        let letter = letter.unwrap().unwrap();
        assert_eq!(letter.template.name(), "delay");
        assert!(domain::customers::wording::names_day(&letter.text, letter.lang, due), "{}", letter.text);
        assert!(due > chrono::NaiveDate::from_ymd_opt(2026, 12, 10).unwrap(), "{due}");
        let soon = act(&base, &reference, Act::Investigate, told("You will have our answer soon.")).await;
        assert_eq!(soon, Err(Problem::invalid(Field::Letter, Why::NoNewDay)));
        let letter = letter.open.iter().fold(letter.text, |text, place| text.replace(place, "the supplier"));
        act(&base, &reference, Act::Investigate, told(&letter)).await.unwrap();
        let case = page(&base, &reference).await;
        assert_eq!(case.case.stage, Stage::Investigating);
        let [.., note, step] = case.events.as_slice() else { panic!("{:?}", case.events) };
        assert_eq!((note.kind, note.text.as_str()), (EventKind::Noted, "The supplier has to say"));
        assert_eq!((step.kind, step.text.as_str()), (EventKind::Investigating, letter.trim()));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_message WHERE direction = 'out'").await, 1);
        is_whole(&base).await;
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_message").await, 0, "it was not sent after all");
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_draft").await, 1);
        assert_eq!(page(&base, &reference).await.case.stage, Stage::Assessed);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn severity_and_issues_are_decided_anew_where_the_case_stands() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        let anew = |severity: &str, reason: &str| ActForm {
            severity: severity.to_owned(),
            reason: reason.to_owned(),
            more: [
                ("issue-process".to_owned(), "on".to_owned()),
                ("issue-waiting".to_owned(), "on".to_owned()),
            ]
            .into(),
            ..ActForm::default()
        };
        let early = act(&base, &reference, Act::Regrade, anew("safety", "A child fell")).await;
        assert_eq!(early, Err(Problem::invalid(Field::Stage, Why::NotAChoice)), "nobody assessed it yet");
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        let before = page(&base, &reference).await;
        let silent = act(&base, &reference, Act::Regrade, anew("safety", " ")).await;
        assert_eq!(silent, Err(Problem::invalid(Field::Reason, Why::Missing)));
        act(&base, &reference, Act::Regrade, anew("safety", "A child fell")).await.unwrap();
        let again = act(&base, &reference, Act::Regrade, anew("safety", "A child fell")).await;
        assert_eq!(again, Err(Problem::invalid(Field::Severity, Why::Unchanged)));
        let case = page(&base, &reference).await;
        let about: Vec<_> = case.issues.iter().map(|issue| issue.category.name()).collect();
        assert_eq!((case.case.severity, case.case.stage), (Severity::Safety, Stage::Assessed));
        assert_eq!(about, ["process", "waiting"]);
        assert_eq!(case.clocks, before.clocks, "what was promised stays");
        let event = case.events.last().unwrap();
        assert_eq!((event.kind, event.text.as_str()), (EventKind::Regraded, "A child fell"));
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        let case = page(&base, &reference).await;
        assert_eq!((case.case.severity, &case.issues), (before.case.severity, &before.issues));
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_is_given_up_when_asked_twice_and_silent_for_twenty_working_days() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        let end = || ActForm {
            end_reason: "unreachable".to_owned(),
            reason: "No answer".to_owned(),
            ..ActForm::default()
        };
        let refused = Err(Problem::invalid(Field::EndReason, Why::NotAskedTwice));
        assert_eq!(act(&base, &reference, Act::End, end()).await, refused, "nobody was asked");
        let monday = at(&base, "2026-11-23T09:00:00Z");
        act(&monday, &reference, Act::Pause, told("Which till was it?")).await.unwrap();
        let later = at(&base, "2027-02-01T09:00:00Z");
        assert_eq!(act(&later, &reference, Act::End, end()).await, refused, "once is not twice");
        let december = at(&base, "2026-12-01T09:00:00Z");
        act(&december, &reference, Act::Letter, told("We still wait for you.")).await.unwrap();
        // Twenty working days after 1 December are over on the 30th: Christmas Eve has half a day, and counts.
        let evening = at(&base, "2026-12-30T14:59:00Z");
        assert_eq!(act(&evening, &reference, Act::End, end()).await, refused);
        let morning = at(&base, "2026-12-31T07:00:00Z");
        act(&morning, &reference, Act::End, end()).await.unwrap();
        assert_eq!(page(&morning, &reference).await.case.stage, Stage::Closed);
        is_whole(&morning).await;
    })
    .await;
}

fn contact(name: &str, phone: &str, email: &str) -> ActForm {
    ActForm {
        customer_name: name.to_owned(),
        phone: phone.to_owned(),
        email: email.to_owned(),
        ..ActForm::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn how_a_customer_can_be_reached_is_mended_and_taken_away_at_the_desk() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        let before = page(&base, &reference).await.contact;
        let wrong = act(&base, &reference, Act::Contact, contact("Ola", "", "nowhere")).await;
        assert_eq!(wrong, Err(Problem::invalid(Field::Email, Why::NotAnAddress)));
        assert_eq!(page(&base, &reference).await.contact, before, "nothing was lost");
        act(&base, &reference, Act::Contact, contact("Ola Ås", "+47 912 34 567", "")).await.unwrap();
        let shown = page(&base, &reference).await;
        let known = shown.contact.unwrap();
        assert_eq!((known.name.as_str(), known.phone.as_str()), ("Ola Ås", "+47 912 34 567"));
        assert_eq!(shown.events.last().unwrap().fields, ["contact"]);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM customer WHERE phone_key IS NOT NULL").await, 1);
        let again = act(&base, &reference, Act::Contact, contact("Ola Ås", "+47 912 34 567", "")).await;
        assert_eq!(again, Err(Problem::invalid(Field::CustomerName, Why::Unchanged)));
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        act(&base, &reference, Act::Answer, answer()).await.unwrap();
        act(&base, &reference, Act::Contact, contact(" ", "", "")).await.unwrap();
        assert_eq!(page(&base, &reference).await.contact, None);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM customer").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_contact_that_was_taken_away_stands_in_no_byte_of_the_file() {
    let (base, folder) = on_sqlite().await;
    let mark = "Kvikksand-9920";
    let form = ComplaintForm {
        what: "Waited".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        customer_name: mark.to_owned(),
        ..ComplaintForm::default()
    };
    let logged = complaints::log(&base, Some(&actor(Role::Service, 2)), &form).await.unwrap();
    let is_there = || {
        std::fs::read_dir(folder.path()).unwrap().any(|entry| {
            let bytes = std::fs::read(entry.unwrap().path()).unwrap_or_default();
            holds(&bytes, mark.as_bytes())
        })
    };
    base.db.writer().execute_unprepared("PRAGMA wal_checkpoint(TRUNCATE)").await.unwrap();
    assert!(is_there(), "the test would find it");
    act(&base, &logged.reference, Act::Contact, contact("", "", "")).await.unwrap();
    complaints::retention::forget(&base).await.unwrap();
    assert!(!is_there());
}

#[tokio::test(flavor = "multi_thread")]
async fn praise_logged_as_a_complaint_stayed_one() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        let counted = async || {
            let sql = "SELECT COALESCE(SUM(complaints), 0) FROM voice_rollup WHERE unit_id = 1 AND resolution = 'day'";
            number(&base, sql).await
        };
        assert_eq!(counted().await, 1);
        let mend = |kind: &str, channel: &str| ActForm {
            what: "Waited 40 minutes".to_owned(),
            category: "waiting".to_owned(),
            severity: "normal".to_owned(),
            unit: "3".to_owned(),
            happened_on: "2026-11-20".to_owned(),
            voice_kind: kind.to_owned(),
            channel: channel.to_owned(),
            put_right: "A word of thanks".to_owned(),
            case_lang: "nb".to_owned(),
            ..ActForm::default()
        };
        let wrong = act(&base, &reference, Act::Correct, mend("rumour", "pigeon")).await;
        let Err(Problem::Invalid(lacks)) = wrong else { panic!("{wrong:?}") };
        let lacks: Vec<_> = lacks.iter().map(|problem| (problem.field, problem.why)).collect();
        assert_eq!(lacks, [(Field::VoiceKind, Why::NotAChoice), (Field::Channel, Why::NotAChoice)]);
        act(&base, &reference, Act::Correct, mend("compliment", "in_person")).await.unwrap();
        let case = page(&base, &reference).await;
        assert_eq!((case.case.kind.name(), case.case.channel.name()), ("compliment", "in_person"));
        assert_eq!((case.put_right.as_str(), case.lang), ("A word of thanks", Some(Lang::Nb)));
        assert_eq!(case.events.last().unwrap().fields, ["voice_kind", "channel", "put_right", "case_lang"]);
        assert_eq!((counted().await, case.clocks.len()), (0, 0), "praise is promised nothing and counts nowhere");
        is_whole(&base).await;
        act(&base, &reference, Act::Correct, mend("complaint", "in_person")).await.unwrap();
        assert_eq!((counted().await, page(&base, &reference).await.clocks.len()), (1, 3));
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_would_put_it_right_is_taken_away_when_its_field_is_emptied() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        let mend = |put_right: &str| ActForm {
            what: "Waited 40 minutes".to_owned(),
            category: "waiting".to_owned(),
            severity: "normal".to_owned(),
            unit: "3".to_owned(),
            happened_on: "2026-11-20".to_owned(),
            put_right: put_right.to_owned(),
            ..ActForm::default()
        };
        act(&base, &reference, Act::Correct, mend("My money back")).await.unwrap();
        assert_eq!(page(&base, &reference).await.put_right, "My money back");
        act(&base, &reference, Act::Correct, mend(" ")).await.unwrap();
        let case = page(&base, &reference).await;
        assert_eq!(
            (case.put_right.as_str(), case.events.last().unwrap().fields.as_slice()),
            ("", ["put_right".to_owned()].as_slice())
        );
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_acknowledgement_taken_back_was_still_among_the_letters_sent() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        act(&base, &reference, Act::Letter, told("We have it, and we will look into it.")).await.unwrap();
        assert!(page(&base, &reference).await.events.iter().any(|event| event.kind.name() == "acknowledged"));
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_message WHERE direction = 'out'").await, 0);
        let draft = "SELECT COUNT(*) FROM case_draft WHERE text LIKE 'We have it%'";
        assert_eq!(number(&base, draft).await, 1, "it can be sent again");
        is_whole(&base).await;
    })
    .await;
}
