//! PostgreSQL while it is frozen or restarted.

use domain::{Problem, Role, customers::complaint::ComplaintForm};
use sea_orm::ConnectionTrait;
use service::{
    Error, Services, complaints,
    db::{Db, Missing},
};

use crate::common::{actor, number};

fn complaint() -> ComplaintForm {
    ComplaintForm {
        what: "Ventet lenge".to_owned(),
        category: "waiting".to_owned(),
        channel: "phone".to_owned(),
        unit: "3".to_owned(),
        happened_on: "2026-11-20".to_owned(),
        ..ComplaintForm::default()
    }
}

/// Passes bytes between a client and PostgreSQL, until it is frozen: then nothing is passed and nothing closed.
async fn freezing_proxy(target: String) -> (u16, tokio::sync::watch::Sender<bool>) {
    let (freeze, frozen) = tokio::sync::watch::channel(false);
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    tokio::spawn(async move {
        while let Ok((client, _)) = listener.accept().await {
            let (target, frozen) = (target.clone(), frozen.clone());
            tokio::spawn(async move {
                let server = tokio::net::TcpStream::connect(target).await.unwrap();
                let (client_reads, client_writes) = client.into_split();
                let (server_reads, server_writes) = server.into_split();
                tokio::join!(
                    pass(client_reads, server_writes, frozen.clone()),
                    pass(server_reads, client_writes, frozen)
                );
            });
        }
    });
    (port, freeze)
}

async fn pass(
    mut from: tokio::net::tcp::OwnedReadHalf,
    mut to: tokio::net::tcp::OwnedWriteHalf,
    mut frozen: tokio::sync::watch::Receiver<bool>,
) {
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    let mut bytes = vec![0; 8192];
    while let Ok(n) = from.read(&mut bytes).await
        && n > 0
    {
        if frozen.wait_for(|is_frozen| !is_frozen).await.is_err() || to.write_all(&bytes[..n]).await.is_err()
        {
            break;
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_frozen_postgresql_is_busy_within_seconds_and_used_again_when_it_thaws() {
    let (url, _services) = crate::common::postgres_database().await;
    let (before, rest) = url.split_once('@').unwrap();
    let (host, name) = rest.split_once('/').unwrap();
    let (port, freeze) = freezing_proxy(host.to_owned()).await;
    let db = Db::open(&format!("{before}@127.0.0.1:{port}/{name}"), Missing::Refuse).await.unwrap();
    let services = Services::new(db, _services.clock.clone());
    let log = async || complaints::log(&services, Some(&actor(Role::Service, 2)), &complaint()).await;
    log().await.unwrap();
    freeze.send(true).unwrap();
    assert!(!services.db.is_readable().await);
    assert!(matches!(log().await.map_err(Error::into_problem), Err(Problem::Busy)));
    freeze.send(false).unwrap();
    log().await.unwrap();
    assert!(services.db.is_readable().await);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_postgresql_that_restarts_is_busy_and_nothing_broke_on_our_side() {
    let (_, services) = crate::common::postgres_database().await;
    let others = "SELECT COUNT(pg_terminate_backend(pid)) FROM pg_stat_activity
                  WHERE datname = current_database() AND pid <> pg_backend_pid()";
    for _ in 0..5 {
        let transaction = services.db.begin().await.unwrap();
        // As a restart does it: every connection but the one that asks is ended.
        number(&services, others).await;
        let broken = transaction.execute_unprepared("UPDATE job_run SET last_at = last_at").await;
        assert_eq!(Error::from(broken.unwrap_err()).into_problem(), Problem::Busy);
    }
    complaints::log(&services, Some(&actor(Role::Service, 2)), &complaint()).await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_committed_after_an_error_fails_for_the_same_reason() {
    let (_, services) = crate::common::postgres_database().await;
    let transaction = services.db.begin().await.unwrap();
    // A statement that was cut short, as by its time-out: busy, and so is whatever follows.
    transaction.execute_unprepared("SET LOCAL statement_timeout = 1").await.unwrap();
    let cut = transaction.execute_unprepared("SELECT pg_sleep(10)").await.unwrap_err();
    assert_eq!(Error::from(cut).into_problem(), Problem::Busy);
    assert_eq!(Error::from(transaction.commit().await.unwrap_err()).into_problem(), Problem::Busy);
}
