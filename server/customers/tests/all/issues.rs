//! What came of each issue of a case outlives what happens to the case afterwards.

use base::Base;
use domain::customers::{
    case::{Act, ActForm},
    words::Outcome,
};
use testing::{on_both, run};

use crate::cases::{act, answer, assessment, is_whole, log, page};

/// What came of each issue, by its name; a dash where nothing did yet.
async fn came(base: &Base, reference: &str) -> Vec<(&'static str, &'static str)> {
    let issues = page(base, reference).await.issues;
    issues.iter().map(|issue| (issue.category.name(), issue.outcome.map_or("-", Outcome::name))).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn a_correction_after_the_answer_wiped_what_came_of_each_issue() {
    on_both(async |base| {
        let reference = log(&base, "3").await;
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        act(&base, &reference, Act::Answer, answer()).await.unwrap();
        assert_eq!(came(&base, &reference).await, [("price", "not_upheld"), ("waiting", "upheld")]);
        let other = ActForm {
            what: "Waited 40 minutes".to_owned(),
            category: "process".to_owned(),
            severity: "high".to_owned(),
            unit: "3".to_owned(),
            happened_on: "2026-11-20".to_owned(),
            ..ActForm::default()
        };
        act(&base, &reference, Act::Correct, other.clone()).await.unwrap();
        let mut found = came(&base, &reference).await;
        found.sort_unstable();
        assert_eq!(found, [("price", "not_upheld"), ("process", "upheld")], "it has another name");
        // To one that it is about already: what came of that stays.
        act(&base, &reference, Act::Correct, ActForm { category: "price".to_owned(), ..other })
            .await
            .unwrap();
        assert_eq!(came(&base, &reference).await, [("price", "not_upheld")]);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn steps_taken_back_after_a_reopening_left_nothing_of_the_first_answer() {
    on_both(async |base| {
        run(&base, "INSERT INTO account (id, login, name, password_hash) VALUES (2, 'x', 'X', '!')").await;
        let reference = log(&base, "3").await;
        act(&base, &reference, Act::Assess, assessment()).await.unwrap();
        act(&base, &reference, Act::Answer, answer()).await.unwrap();
        let first = came(&base, &reference).await;
        let reopen = ActForm { reason: "Still no refund".to_owned(), ..ActForm::default() };
        act(&base, &reference, Act::Reopen, reopen).await.unwrap();
        let only_price =
            ActForm { more: [("issue-price".to_owned(), "on".to_owned())].into(), ..assessment() };
        act(&base, &reference, Act::Assess, only_price).await.unwrap();
        assert_eq!(came(&base, &reference).await, [("price", "not_upheld")]);
        let upheld = ActForm { more: [("outcome-price".to_owned(), "upheld".to_owned())].into(), ..answer() };
        act(&base, &reference, Act::Answer, upheld).await.unwrap();
        assert_eq!(came(&base, &reference).await, [("price", "upheld")]);
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        assert_eq!(came(&base, &reference).await, [("price", "not_upheld")]);
        act(&base, &reference, Act::Undo, ActForm::default()).await.unwrap();
        assert_eq!(came(&base, &reference).await, first);
        is_whole(&base).await;
    })
    .await;
}
