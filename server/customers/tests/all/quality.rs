//! How cases went, for managers: counted without a text and without a person.

use base::{Base, Error};
use customers::{complaints, quality};
use domain::{
    Problem, Role, UnitId,
    customers::{
        complaint::ComplaintForm,
        words::{ClockKind, Stage},
    },
};
use testing::{actor, number, on_both, run};

async fn log(base: &Base, kind: &str, unit: &str) {
    let form = ComplaintForm {
        what: "Something".to_owned(),
        voice_kind: kind.to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: unit.to_owned(),
        ..ComplaintForm::default()
    };
    complaints::log(base, Some(&actor(Role::Service, 1)), &form).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn praise_stands_beside_complaints_and_a_promise_that_is_broken_and_runs_is_not_left_out() {
    on_both(async |base| {
        log(&base, "complaint", "3").await;
        log(&base, "compliment", "3").await;
        log(&base, "compliment", "4").await;
        log(&base, "comment", "6").await;
        run(&base, "UPDATE case_clock SET late_at = '2026-11-20 10:00:00+00:00' WHERE kind = 'answer'").await;
        let manager = actor(Role::Manager, 2);
        let page = quality::page(&base, Some(&manager), None).await.unwrap();
        assert_eq!((page.complaints, page.praise, page.ideas), (1, 2, 0), "the idea is another site's");
        assert_eq!(page.open[0], (Stage::Received, 1));
        let answer = page.kept.iter().find(|(kind, _)| *kind == ClockKind::Answer).unwrap().1;
        assert_eq!((answer.count, answer.of, answer.interval), (0, 1, None));
        let foreign = quality::page(&base, Some(&manager), Some(UnitId::new(5))).await;
        assert!(matches!(foreign, Err(Error::Problem(Problem::NotFound))));
        let desk = quality::page(&base, Some(&actor(Role::Service, 2)), None).await;
        assert!(matches!(desk, Err(Error::Problem(Problem::Forbidden))));
        assert_eq!(number(&base, "SELECT COUNT(*) FROM apology").await, 0);
    })
    .await;
}

#[tokio::test(flavor = "multi_thread")]
async fn an_apology_after_the_promised_time_counted_like_one_in_time() {
    on_both(async |base| {
        log(&base, "complaint", "3").await;
        let given = "INSERT INTO apology (complaint_id, version, is_given, how, reason_not, at)
                     SELECT id, 2, TRUE, 'mail', '', received_at FROM complaint";
        run(&base, given).await;
        run(&base, "UPDATE case_clock SET stopped_at = started_at WHERE kind = 'answer'").await;
        let apologies = async || {
            let page = quality::page(&base, Some(&actor(Role::Manager, 2)), None).await.unwrap();
            (page.apologies.count, page.apologies.of)
        };
        assert_eq!(apologies().await, (1, 1));
        run(&base, "UPDATE case_clock SET is_late = TRUE WHERE kind = 'answer'").await;
        assert_eq!(apologies().await, (0, 1));
    })
    .await;
}
