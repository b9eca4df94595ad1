//! Several instances at once.

use super::*;

async fn at_once<T: Send + 'static, F: Future<Output = T> + Send + 'static>(
    instances: &[Services],
    what: impl Fn(Services) -> F,
) -> Vec<T> {
    let all: Vec<_> =
        instances.iter().cycle().take(8).map(|services| tokio::spawn(what(services.clone()))).collect();
    let mut results = Vec::new();
    for one in all {
        results.push(one.await.unwrap());
    }
    results
}

async fn once_across(instances: &[Services]) {
    let services = &instances[0];
    let planned = at_once(instances, async |services| {
        rounds::plan(&services, &new_round("2026-12-07")).await.map(|round| round.number)
    })
    .await;
    assert_eq!(planned.iter().filter(|result| result.is_ok()).count(), 1);
    for result in planned.into_iter().filter(Result::is_err) {
        assert_eq!(problem(result), Problem::invalid(Field::StartsOn, Why::Overlaps));
    }
    run(services, "DELETE FROM round WHERE number = 3").await;
    let closed = at_once(instances, async |services| {
        rounds::close_due(&services, "2026-11-23".parse().unwrap()).await.unwrap()
    })
    .await;
    assert_eq!(closed.iter().sum::<u64>(), 1);
    let opened = at_once(instances, async |services| {
        rounds::open_due(&services, "2026-11-23".parse().unwrap()).await.unwrap()
    })
    .await;
    assert_eq!(opened.iter().sum::<u64>(), 1);
    assert_eq!(states(services).await[0], (3, "2026-11-23".to_owned(), "open".to_owned()));
    assert_eq!(
        number(services, "SELECT COUNT(*) FROM roll WHERE round_id = (SELECT MAX(id) FROM round)").await,
        16
    );
    let audit = "SELECT COUNT(*) FROM audit WHERE event = 'round_changed' AND detail = 'round 3: opened'";
    assert_eq!(number(services, audit).await, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn instances_that_work_at_the_same_time_do_each_thing_once() {
    on_both(async |services| once_across(&[services]).await).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn two_programs_on_one_file_do_each_thing_once() {
    let (services, folder) = on_sqlite().await;
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let db = Db::open(&url, Missing::Refuse).await.unwrap();
    once_across(&[services, Services::new(db, Arc::new(StoppedClock(crate::common::now())))]).await;
}
