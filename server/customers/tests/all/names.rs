//! A name that was sealed stays sealed: no text that is written later brings it back.

use base::{Base, Error};
use customers::{complaints, mentions};
use domain::{
    Problem, Role,
    customers::{
        case::{Act, ActForm},
        complaint::ComplaintForm,
        mention::{Mention, MentionForm},
    },
};
use sea_orm::{ConnectionTrait, Statement};
use testing::{actor, number, on_both};

use crate::{
    cards::{card, code_of, own, send},
    cases::{act, answer, assessment, page},
};

/// Everything that the tables of a case hold as text.
async fn texts(base: &Base) -> String {
    let sql = "SELECT what || put_right AS text FROM complaint UNION ALL SELECT text FROM case_note
               UNION ALL SELECT text FROM case_message UNION ALL SELECT what FROM open_action
               UNION ALL SELECT reason_not FROM apology UNION ALL SELECT words FROM case_words
               UNION ALL SELECT text FROM case_draft";
    let db = base.db.writer();
    let rows =
        db.query_all_raw(Statement::from_string(db.get_database_backend(), sql.to_owned())).await.unwrap();
    rows.iter()
        .map(|row| row.try_get_by_index::<String>(0).unwrap())
        .collect::<Vec<_>>()
        .join("\n")
        .to_lowercase()
}

async fn log(base: &Base, about_whom: &str) -> String {
    let form = ComplaintForm {
        what: "Rude at the till".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        about_whom: about_whom.to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 2)), &form).await.unwrap().reference
}

/// Writes a name into everything that a desk can write into.
async fn write_everywhere(base: &Base, reference: &str, name: &str) {
    let note = ActForm { note: format!("It was {name}."), ..ActForm::default() };
    act(base, reference, Act::Note, note.clone()).await.unwrap();
    act(base, reference, Act::Hear, note).await.unwrap();
    let mended = ActForm {
        what: format!("{name} was rude at the till"),
        category: "waiting".to_owned(),
        severity: "normal".to_owned(),
        unit: "3".to_owned(),
        happened_on: "2026-11-20".to_owned(),
        ..ActForm::default()
    };
    act(base, reference, Act::Correct, mended).await.unwrap();
    let over = ActForm { holder: "4".to_owned(), reason: format!("{name}s own team"), ..ActForm::default() };
    act(base, reference, Act::HandOver, over).await.unwrap();
    act(base, reference, Act::Assess, ActForm { note: format!("{name} was alone"), ..assessment() })
        .await
        .unwrap();
    let todo = ActForm {
        open_action: format!("Train {name}"),
        due_on: "2026-12-01".to_owned(),
        ..ActForm::default()
    };
    act(base, reference, Act::AddAction, todo).await.unwrap();
    let not = ActForm {
        apology: "not_given".to_owned(),
        reason_not: format!("{name} did nothing wrong"),
        letter: "We looked into it.".to_owned(),
        ..answer()
    };
    act(base, reference, Act::Answer, not).await.unwrap();
    let reopen = ActForm { reason: format!("{name} again"), ..ActForm::default() };
    act(base, reference, Act::Reopen, reopen).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sealed_name_came_back_by_corrections_notes_and_what_was_heard() {
    on_both(async |base| {
        // Nobody of the roster has this name: it is known from the mention alone.
        let reference = log(&base, "The woman at till 2, I think Grete").await;
        write_everywhere(&base, &reference, "Grete").await;
        let all = texts(&base).await;
        assert!(!all.contains("grete"), "{all}");
        assert!(all.contains("[employee] was rude at the till") && all.contains("train [employee]"), "{all}");
        assert!(
            all.contains("the woman") || !all.contains("[employee] woman"),
            "an article is no name: {all}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_marks_a_case_takes_the_name_out_of_all_that_was_written_before() {
    on_both(async |base| {
        let reference = log(&base, "").await;
        write_everywhere(&base, &reference, "Grete").await;
        assert!(texts(&base).await.contains("grete"), "nobody said yet that it names somebody");
        let form =
            MentionForm { act: "mark".to_owned(), about_whom: "Grete".to_owned(), ..MentionForm::default() };
        mentions::act(&base, Some(&actor(Role::Service, 2)), &reference, &form).await.unwrap();
        let all = texts(&base).await;
        assert!(!all.contains("grete"), "{all}");
    })
    .await;
}

/// The name of somebody who works there.
async fn of_the_roster(base: &Base) -> String {
    let sql = "SELECT name FROM person WHERE id = 1";
    let db = base.db.writer();
    let row = db.query_one_raw(Statement::from_string(db.get_database_backend(), sql.to_owned()));
    row.await.unwrap().unwrap().try_get_by_index(0).unwrap()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_the_desk_heard_on_the_telephone_stayed_in_the_clear() {
    on_both(async |base| {
        let name = of_the_roster(&base).await;
        let first = name.split(' ').next().unwrap().to_lowercase();
        let reference = log(&base, "").await;
        let heard = ActForm { note: format!("It was {name}, she says."), ..ActForm::default() };
        act(&base, &reference, Act::Hear, heard).await.unwrap();
        let all = texts(&base).await;
        assert!(!all.contains(&first) && all.contains("she says"), "{all}");
        assert_eq!(page(&base, &reference).await.mention, Some(Mention::Unverified));
        let unknown = ActForm { note: name, ..ActForm::default() };
        let service = actor(Role::Service, 2);
        let nowhere = complaints::act(&base, Some(&service), "R-0000-0000", Act::Hear, &unknown).await;
        assert!(matches!(nowhere, Err(Error::Problem(Problem::NotFound))), "{nowhere:?}");
        assert_eq!(number(&base, "SELECT COUNT(*) FROM named_person").await, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_replies_at_once_that_name_somebody_are_one_mention_and_no_fault() {
    on_both(async |base| {
        let name = of_the_roster(&base).await;
        let code = code_of(&base, 3, "door").await;
        let receipt = send(&base, &code, 30, &card("Cold soup", "complaint")).await.unwrap();
        let [first, second] =
            ["early", "late"].map(|word| own(&receipt, "reply", &format!("It was {name}, {word}.")));
        let done = tokio::join!(crate::cards::act(&base, &first), crate::cards::act(&base, &second));
        for done in [done.0.map(drop), done.1.map(drop)] {
            assert!(done == Ok(()) || done == Err(Problem::ChangedMeanwhile), "{done:?}");
        }
        assert_eq!(number(&base, "SELECT COUNT(*) FROM named_person").await, 1);
        let all = texts(&base).await;
        assert!(
            !all.contains(&name.to_lowercase()) && (all.contains("early") || all.contains("late")),
            "{name}: {all}"
        );
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_name_that_stood_in_a_customers_reply_stayed_in_the_clear() {
    on_both(async |base| {
        let name = of_the_roster(&base).await;
        let first = name.split(' ').next().unwrap().to_owned();
        let code = code_of(&base, 3, "door").await;
        let receipt = send(&base, &code, 30, &card("Cold soup", "complaint")).await.unwrap();
        crate::cards::act(&base, &own(&receipt, "reply", &format!("It was {name} who served it.")))
            .await
            .unwrap();
        assert!(!texts(&base).await.contains(&first.to_lowercase()));
        assert_eq!(page(&base, &receipt.slip.reference).await.mention, Some(Mention::Unverified));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM named_person WHERE mention IS NOT NULL").await, 1);
        // Once more: it is the same mention.
        crate::cards::act(&base, &own(&receipt, "reply", &format!("{name}, I said."))).await.unwrap();
        assert!(!texts(&base).await.contains(&first.to_lowercase()));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM named_person").await, 1);
    })
    .await;
}
