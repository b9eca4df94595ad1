//! Cases that belong together.

use std::sync::Arc;

use base::{Base, Error, clock::StoppedClock};
use chrono::{DateTime, Duration, Utc};
use customers::complaints;
use domain::{
    Field, Problem, Role, UnitId, Why,
    customers::{
        case::{Act, ActForm, CasePage},
        complaint::ComplaintForm,
        related::{Hint, RelateForm, Tie},
        words::{EndReason, Stage},
    },
};
use testing::{actor, number, on_both};

fn stopped_at(base: &Base, at: DateTime<Utc>) -> Base {
    Base { clock: Arc::new(StoppedClock(at)), ..base.clone() }
}

async fn log(base: &Base, form: ComplaintForm) -> Result<String, Error> {
    let form = ComplaintForm {
        what: if form.what.is_empty() { "Waited 40 minutes".to_owned() } else { form.what },
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: if form.unit.is_empty() { "3".to_owned() } else { form.unit },
        happened_on: "2026-11-20".to_owned(),
        ..form
    };
    Ok(complaints::log(base, Some(&actor(Role::Service, 2)), &form).await?.reference)
}

async fn logged(base: &Base, phone: &str) -> String {
    log(base, ComplaintForm { phone: phone.to_owned(), ..ComplaintForm::default() }).await.unwrap()
}

async fn page(base: &Base, reference: &str) -> CasePage {
    complaints::page(base, Some(&actor(Role::Service, 2)), reference, None).await.unwrap()
}

async fn relate(base: &Base, reference: &str, other: &str, form: RelateForm) -> Result<String, Problem> {
    let version = page(base, reference).await.case.version.to_string();
    let form = RelateForm { version, other_case: other.to_owned(), ..form };
    let related = complaints::relate(base, Some(&actor(Role::Service, 2)), reference, &form).await;
    related.map_err(Error::into_problem)
}

fn tie(relation: &str) -> RelateForm {
    RelateForm { relation: relation.to_owned(), ..RelateForm::default() }
}

fn part(relation: &str) -> RelateForm {
    RelateForm { part: relation.to_owned(), ..RelateForm::default() }
}

async fn counted(base: &Base) -> i64 {
    let sql = "SELECT COALESCE(SUM(complaints), 0) FROM voice_rollup
               WHERE unit_id = 3 AND resolution = 'day' AND period_start = '2026-11-20'";
    number(base, sql).await
}

async fn is_whole(base: &Base) {
    let audit = complaints::audit::run(base).await.unwrap();
    assert_eq!(audit.differences, Vec::<String>::new());
}

fn ties(page: &CasePage) -> Vec<(Tie, &str)> {
    page.related.iter().map(|related| (related.tie, related.reference.as_str())).collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_tellings_of_one_customer_count_once_and_the_earlier_promise_stays() {
    on_both(async |base| {
        let before = counted(&base).await;
        let first = logged(&base, "22 33 44 55").await;
        let promised = page(&base, &first).await.clocks;
        let later = stopped_at(&base, testing::now() + Duration::hours(5));
        let second = logged(&later, "+47 22334455").await;
        assert_eq!(counted(&base).await, before + 2);
        // From either side: the one that came first goes on.
        assert_eq!(relate(&later, &first, &second, tie("merge")).await, Ok(first.clone()));
        assert_eq!(counted(&base).await, before + 1);
        let whole = page(&base, &first).await;
        assert_eq!(ties(&whole), [(Tie::TookIn, second.as_str())]);
        assert_eq!(
            whole.clocks.iter().map(|c| &c.due).collect::<Vec<_>>(),
            promised.iter().map(|c| &c.due).collect::<Vec<_>>()
        );
        let signpost = page(&base, &second).await;
        assert_eq!((signpost.case.stage, signpost.end_reason), (Stage::Closed, Some(EndReason::Merged)));
        assert_eq!(ties(&signpost), [(Tie::PartOf, first.as_str())]);
        assert!(!signpost.acts.contains(&Act::Reopen) && !signpost.acts.contains(&Act::Letter));
        assert!(signpost.events.iter().any(|event| event.other.as_deref() == Some(first.as_str())));
        is_whole(&base).await;
        // Parted, it stands as if it had never been merged.
        assert_eq!(relate(&later, &second, &first, part("merge")).await, Ok(second.clone()));
        assert_eq!(counted(&base).await, before + 2);
        let again = page(&base, &second).await;
        assert_eq!((again.case.stage, again.end_reason, again.related.len()), (Stage::Received, None, 0));
        assert!(page(&base, &first).await.related.is_empty());
        is_whole(&base).await;
        assert_eq!(relate(&later, &second, &first, part("merge")).await, Err(Problem::CaseMovedOn));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn cases_of_two_customers_are_not_merged_and_nobody_guesses_when_nothing_is_known() {
    on_both(async |base| {
        let one = logged(&base, "22 33 44 55").await;
        let other = logged(&base, "99 88 77 66").await;
        let unknown = logged(&base, "").await;
        let is_same = RelateForm { same_customer: "yes".to_owned(), ..tie("merge") };
        let refused = |field, why| Err(Problem::invalid(field, why));
        assert_eq!(
            relate(&base, &one, &other, is_same.clone()).await,
            refused(Field::OtherCase, Why::OtherCustomer),
            "not even when somebody says so"
        );
        assert_eq!(
            relate(&base, &one, &unknown, tie("merge")).await,
            refused(Field::SameCustomer, Why::CustomerNotSure)
        );
        for (reference, why) in [("", Why::Missing), ("K-2345678", Why::NoSuchCase), (&one, Why::SameCase)] {
            let result = relate(&base, &one, reference, is_same.clone()).await;
            assert_eq!(result, refused(Field::OtherCase, why), "{reference}");
        }
        for (relation, why) in [("", Why::Missing), ("marry", Why::NotAChoice)] {
            assert_eq!(relate(&base, &one, &unknown, tie(relation)).await, refused(Field::Relation, why));
        }
        let elsewhere = ComplaintForm { unit: "4".to_owned(), ..ComplaintForm::default() };
        let elsewhere = log(&base, elsewhere).await.unwrap();
        let version = page(&base, &one).await.case.version.to_string();
        let form = RelateForm { version, other_case: elsewhere, ..tie("link") };
        let result = complaints::relate(&base, Some(&actor(Role::Service, 3)), &one, &form).await;
        assert_eq!(
            result.unwrap_err().into_problem(),
            Problem::invalid(Field::OtherCase, Why::NoSuchCase),
            "somebody else's case looks like none"
        );
        assert_eq!(
            number(&base, "SELECT COUNT(*) FROM case_event WHERE event IN ('merged', 'linked')").await,
            0
        );
        assert!(relate(&base, &one, &unknown, is_same).await.is_ok());
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_closed_case_takes_nothing_in_and_what_came_in_meanwhile_is_told() {
    on_both(async |base| {
        let one = logged(&base, "22 33 44 55").await;
        let two = logged(&base, "22 33 44 55").await;
        let version = page(&base, &two).await.case.version.to_string();
        let end = ActForm {
            version: version.clone(),
            end_reason: "withdrawn".to_owned(),
            reason: "Called".to_owned(),
            ..ActForm::default()
        };
        complaints::act(&base, Some(&actor(Role::Service, 2)), &two, Act::End, &end).await.unwrap();
        let closed = Err(Problem::invalid(Field::OtherCase, Why::CaseClosed));
        assert_eq!(relate(&base, &one, &two, tie("merge")).await, closed);
        let stale = RelateForm { version, other_case: one.clone(), ..tie("link") };
        let result = complaints::relate(&base, Some(&actor(Role::Service, 2)), &two, &stale).await;
        assert_eq!(result.unwrap_err().into_problem(), Problem::CaseMovedOn);
        // Nobody ends a case as merged by hand.
        let version = page(&base, &one).await.case.version.to_string();
        let end = ActForm { version, end_reason: "merged".to_owned(), ..end };
        let result = complaints::act(&base, Some(&actor(Role::Service, 2)), &one, Act::End, &end).await;
        assert_eq!(result.unwrap_err().into_problem(), Problem::invalid(Field::EndReason, Why::NotAChoice));
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn linked_and_repeated_cases_show_each_other_until_they_are_parted() {
    on_both(async |base| {
        let one = logged(&base, "").await;
        let two = logged(&stopped_at(&base, testing::now() + Duration::hours(1)), "").await;
        for relation in ["link", "repeat"] {
            relate(&base, &two, &one, tie(relation)).await.unwrap();
            let again = relate(&base, &one, &two, tie(relation)).await;
            assert_eq!(again, Err(Problem::invalid(Field::OtherCase, Why::TiedAlready)), "{relation}");
        }
        assert_eq!(
            ties(&page(&base, &two).await),
            [(Tie::RepeatOf, one.as_str()), (Tie::LinkedTo, one.as_str())]
        );
        assert_eq!(
            ties(&page(&base, &one).await),
            [(Tie::RepeatedBy, two.as_str()), (Tie::LinkedTo, two.as_str())]
        );
        for relation in ["link", "repeat"] {
            relate(&base, &one, &two, part(relation)).await.unwrap();
        }
        assert!(page(&base, &two).await.related.is_empty() && page(&base, &one).await.related.is_empty());
        is_whole(&base).await;
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_customer_who_comes_back_is_proposed_and_never_decided_on() {
    on_both(async |base| {
        let said = |what: &str, phone: &str| ComplaintForm {
            what: what.to_owned(),
            phone: phone.to_owned(),
            ..ComplaintForm::default()
        };
        let first = log(&base, said("Cold soup", "0047 22 33 44 55")).await.unwrap();
        let words = "The espresso machine leaked over my coat";
        let stain = log(&base, said(words, "")).await.unwrap();
        let other = log(&base, said("Nobody at the till", "99 88 77 66")).await.unwrap();
        let second =
            log(&base, said("My coat: espresso leaked on it, and the soup", "22334455")).await.unwrap();
        let shown = page(&base, &second).await;
        let proposed: Vec<_> =
            shown.proposed.iter().map(|case| (case.hint, case.reference.as_str())).collect();
        assert_eq!(proposed, [(Hint::Customer, first.as_str()), (Hint::Words, stain.as_str())]);
        assert!(shown.related.is_empty(), "nothing is tied by itself");
        assert!(page(&base, &other).await.proposed.is_empty());
        relate(&base, &second, &first, tie("link")).await.unwrap();
        let shown = page(&base, &second).await;
        assert!(shown.proposed.iter().all(|case| case.reference != first), "what is tied is not proposed");
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_closed_too_long_ago_is_a_new_case_tied_to_the_old_one() {
    on_both(async |base| {
        let old = logged(&base, "22 33 44 55").await;
        let version = page(&base, &old).await.case.version.to_string();
        let end = ActForm {
            version,
            end_reason: "withdrawn".to_owned(),
            reason: "Called".to_owned(),
            ..ActForm::default()
        };
        complaints::act(&base, Some(&actor(Role::Service, 2)), &old, Act::End, &end).await.unwrap();
        let day = |days| stopped_at(&base, testing::now() + Duration::days(days));
        let soon = page(&day(89), &old).await;
        assert!(soon.acts.contains(&Act::Reopen) && !soon.is_repeated_anew);
        let late = day(91);
        let shown = page(&late, &old).await;
        assert!(!shown.acts.contains(&Act::Reopen) && shown.is_repeated_anew);
        let form = complaints::new_page(&late, Some(&actor(Role::Service, 2)), Some(&old)).await.unwrap();
        let known = form.repeats.unwrap();
        assert_eq!((known.unit, known.contact.unwrap().phone.as_str()), (UnitId::new(3), "22 33 44 55"));
        let form =
            ComplaintForm { repeat_of: old.clone(), token: "t".repeat(32), ..ComplaintForm::default() };
        let new = log(&late, form.clone()).await.unwrap();
        assert_eq!(log(&late, form).await.unwrap(), new, "sent twice, it is one case");
        assert_eq!(ties(&page(&late, &new).await), [(Tie::RepeatOf, old.as_str())]);
        let unknown = ComplaintForm { repeat_of: "K-2345678".to_owned(), ..ComplaintForm::default() };
        assert_eq!(
            log(&late, unknown).await.unwrap_err().into_problem(),
            Problem::invalid(Field::OtherCase, Why::NoSuchCase)
        );
        is_whole(&late).await;
    })
    .await;
}
