//! Complaints: logged in one go, seen only where they belong, moved on by one person at a time.

use base::Error;
use customers::complaints;
use domain::{
    Problem, Role,
    customers::complaint::{CaseFilter, ComplaintForm, StepForm},
};
use testing::{actor, number, on_both, run};

fn form(unit: &str, what: &str) -> ComplaintForm {
    ComplaintForm {
        what: what.to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: unit.to_owned(),
        happened_on: "2026-11-20".to_owned(),
        ..Default::default()
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_complaint_is_counted_for_its_unit_and_every_unit_above() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let logged = complaints::log(&base, Some(&desk), &form("3", "Waited 40 minutes")).await.unwrap();
        assert!(logged.reference.starts_with("K-"));
        assert_eq!(logged.secret.len(), 11);
        let count = "SELECT SUM(complaints) FROM voice_rollup WHERE resolution = 'day' AND period_start = '2026-11-20' AND unit_id";
        for (unit, expected) in [(3, 1), (2, 1), (1, 1), (4, 0), (5, 0)] {
            assert_eq!(number(&base, &format!("{count} = {unit}")).await, expected, "unit {unit}");
        }
        let page = complaints::page(&base, Some(&desk), &logged.reference).await.unwrap();
        assert_eq!(page.case.what, "Waited 40 minutes");
        assert_eq!(page.steps.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_of_another_site_looks_like_one_that_does_not_exist() {
    on_both(async |base| {
        let logged =
            complaints::log(&base, Some(&actor(Role::Service, 2)), &form("3", "Cold soup")).await.unwrap();
        for reference in [logged.reference.as_str(), "K-999999"] {
            let other = complaints::page(&base, Some(&actor(Role::Service, 5)), reference).await;
            assert!(matches!(other, Err(Error::Problem(Problem::NotFound))), "{reference}");
        }
        let list =
            complaints::list(&base, Some(&actor(Role::Service, 5)), &CaseFilter::default()).await.unwrap();
        assert_eq!((list.total, list.open), (0, 0));
        let foreign = complaints::log(&base, Some(&actor(Role::Service, 5)), &form("3", "x")).await;
        assert!(matches!(foreign, Err(Error::Problem(Problem::Invalid(_)))));
        let representative = actor(Role::StaffRepresentative, 1);
        let texts = complaints::page(&base, Some(&representative), &logged.reference).await;
        assert!(matches!(texts, Err(Error::Problem(Problem::Forbidden))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_cannot_move_the_same_case_from_the_same_page() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let reference =
            complaints::log(&base, Some(&desk), &form("4", "Wrong size")).await.unwrap().reference;
        let step = |stage: &str| StepForm {
            reference: reference.clone(),
            seen_stage: "received".to_owned(),
            stage: stage.to_owned(),
            note: String::new(),
        };
        let jump = complaints::step(&base, Some(&desk), &step("closed")).await;
        assert!(matches!(jump, Err(Error::Problem(Problem::Invalid(_)))), "a case cannot skip to closed");
        complaints::step(&base, Some(&desk), &step("acknowledged")).await.unwrap();
        let second = complaints::step(&base, Some(&desk), &step("acknowledged")).await;
        assert!(matches!(second, Err(Error::Problem(Problem::CaseMovedOn))));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_step").await, 2);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_takes_percent_signs_and_quotes_as_they_are() {
    on_both(async |base| {
        let desk = actor(Role::Service, 1);
        complaints::log(&base, Some(&desk), &form("3", "20 % off was not taken off")).await.unwrap();
        complaints::log(&base, Some(&desk), &form("3", "The till's drawer")).await.unwrap();
        for (search, expected) in
            [("%", 1), ("till's", 1), ("'; DROP TABLE complaint; --", 0), ("_", 0), ("k-", 2), ("", 2)]
        {
            let filter = CaseFilter { search: search.to_owned(), ..Default::default() };
            let list = complaints::list(&base, Some(&desk), &filter).await.unwrap();
            assert_eq!(list.total, expected, "{search}");
        }
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_about_something_unknown_is_refused_with_the_word_and_not_shown_as_one_about_how_things_are_done()
 {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let reference = complaints::log(&base, Some(&desk), &form("3", "Hail")).await.unwrap().reference;
        run(&base, "UPDATE complaint SET category = 'weather'").await;
        let says = "complaint.category holds \"weather\", which this version does not know";
        let page = complaints::page(&base, Some(&desk), &reference).await;
        assert_eq!(page.unwrap_err().to_string(), says);
        let list = complaints::list(&base, Some(&desk), &CaseFilter::default()).await;
        assert_eq!(list.unwrap_err().to_string(), says);
    })
    .await;
}
