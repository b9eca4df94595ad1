//! Complaints: logged in one go, seen only where they belong, moved on by one person at a time.

use base::Error;
use customers::complaints;
use domain::{
    Problem, Role, UnitId,
    customers::complaint::{CaseFilter, ComplaintForm, Kind, Stage},
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
        assert!(logged.reference.starts_with("K-") && logged.reference.len() == 9);
        let count = "SELECT SUM(complaints) FROM voice_rollup WHERE resolution = 'day' AND period_start = '2026-11-20' AND unit_id";
        for (unit, expected) in [(3, 1), (2, 1), (1, 1), (4, 0), (5, 0)] {
            assert_eq!(number(&base, &format!("{count} = {unit}")).await, expected, "unit {unit}");
        }
        let page = complaints::page(&base, Some(&desk), &logged.reference, None).await.unwrap();
        assert_eq!(page.case.what, "Waited 40 minutes");
        assert_eq!(page.events.len(), 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_case_of_another_site_looks_like_one_that_does_not_exist() {
    on_both(async |base| {
        let logged =
            complaints::log(&base, Some(&actor(Role::Service, 2)), &form("3", "Cold soup")).await.unwrap();
        for reference in [logged.reference.as_str(), "K-999999"] {
            let other = complaints::page(&base, Some(&actor(Role::Service, 5)), reference, None).await;
            assert!(matches!(other, Err(Error::Problem(Problem::NotFound))), "{reference}");
        }
        let list =
            complaints::list(&base, Some(&actor(Role::Service, 5)), &CaseFilter::default()).await.unwrap();
        assert_eq!((list.total, list.open), (0, 0));
        let foreign = complaints::log(&base, Some(&actor(Role::Service, 5)), &form("3", "x")).await;
        assert!(matches!(foreign, Err(Error::Problem(Problem::Invalid(_)))));
        let representative = actor(Role::StaffRepresentative, 1);
        let texts = complaints::page(&base, Some(&representative), &logged.reference, None).await;
        assert!(matches!(texts, Err(Error::Problem(Problem::Forbidden))));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_search_takes_percent_signs_and_quotes_as_they_are() {
    on_both(async |base| {
        let desk = actor(Role::Service, 1);
        complaints::log(&base, Some(&desk), &form("3", "20 % off was not taken off")).await.unwrap();
        complaints::log(&base, Some(&desk), &form("3", "The till's drawer")).await.unwrap();
        for (search, expected) in [
            ("20 %", 1),
            ("%", 0),
            ("till's", 1),
            ("'; DROP TABLE complaint; --", 0),
            ("_", 0),
            ("k-", 2),
            ("", 2),
        ] {
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
        let page = complaints::page(&base, Some(&desk), &reference, None).await;
        assert_eq!(page.unwrap_err().to_string(), says);
        let list = complaints::list(&base, Some(&desk), &CaseFilter::default()).await;
        assert_eq!(list.unwrap_err().to_string(), says);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_is_sent_twice_is_one_case() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        let once = ComplaintForm { token: "a1b2".to_owned(), ..form("3", "Sent twice") };
        let first = complaints::log(&base, Some(&desk), &once).await.unwrap();
        // Back, and sent again: the form is the same.
        let again = ComplaintForm { what: " Sent twice ".to_owned(), ..once.clone() };
        assert_eq!(complaints::log(&base, Some(&desk), &again).await.unwrap(), first);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM complaint").await, 1);
        let counted = "SELECT complaints FROM voice_rollup WHERE unit_id = 3 AND resolution = 'day'";
        assert_eq!(number(&base, counted).await, 1);
        let other = ComplaintForm { token: "c3d4".to_owned(), ..once.clone() };
        assert_ne!(complaints::log(&base, Some(&desk), &other).await.unwrap(), first);
        // Back, and the next customer's words: nothing that somebody wrote is taken for what was there before.
        let next = ComplaintForm { what: "Another customer".to_owned(), ..once };
        assert_ne!(complaints::log(&base, Some(&desk), &next).await.unwrap(), first);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn praise_and_ideas_do_not_count_and_have_no_deadline() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        for kind in ["compliment", "comment"] {
            let form = ComplaintForm { voice_kind: kind.to_owned(), ..form("3", "So friendly") };
            let reference = complaints::log(&base, Some(&desk), &form).await.unwrap().reference;
            let page = complaints::page(&base, Some(&desk), &reference, None).await.unwrap();
            assert!(page.clocks.is_empty() && page.issues.is_empty(), "{page:?}");
        }
        assert_eq!(number(&base, "SELECT COUNT(*) FROM voice_rollup").await, 0);
        assert_eq!(number(&base, "SELECT COUNT(*) FROM case_clock").await, 0);
        let filter = CaseFilter { kind: Some(Kind::Compliment), ..CaseFilter::default() };
        assert_eq!(complaints::list(&base, Some(&desk), &filter).await.unwrap().total, 1);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_is_narrowed_by_unit_severity_and_stage() {
    on_both(async |base| {
        let desk = actor(Role::Service, 2);
        for (unit, severity) in [("3", "safety"), ("3", "normal"), ("4", "normal")] {
            let form = ComplaintForm { severity: severity.to_owned(), ..form(unit, "Wet floor") };
            complaints::log(&base, Some(&desk), &form).await.unwrap();
        }
        let total =
            async |filter: CaseFilter| complaints::list(&base, Some(&desk), &filter).await.unwrap().total;
        let safety = domain::customers::words::Severity::Safety;
        assert_eq!(total(CaseFilter { severity: Some(safety), ..CaseFilter::default() }).await, 1);
        assert_eq!(total(CaseFilter { unit: Some(UnitId::new(4)), ..CaseFilter::default() }).await, 1);
        assert_eq!(total(CaseFilter { stage: Some(Stage::Received), ..CaseFilter::default() }).await, 3);
        assert_eq!(total(CaseFilter { stage: Some(Stage::Closed), ..CaseFilter::default() }).await, 0);
        let list = complaints::list(&base, Some(&desk), &CaseFilter::default()).await.unwrap();
        assert_eq!((list.open, list.urgent, list.late), (3, 1, 0));
        assert!(list.rows[0].is_urgent(), "safety comes first");
    })
    .await;
}
