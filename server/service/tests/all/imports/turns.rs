//! Files are read beside what is served, one at a time for an account.

use std::sync::Arc;

use domain::{AccountId, Role, exchange::import::ImportKind};
use service::{Actor, Services, imports::uploads};

use crate::common::{Gate, actor, number, on_sqlite, run};

fn upload(services: &Services, account: i64) -> tokio::task::JoinHandle<service::Result<i64>> {
    let (services, actor) =
        (services.clone(), Actor { account: AccountId::new(account), ..actor(Role::Admin, 1) });
    tokio::spawn(async move {
        let csv = b"unit,period,complaints,contacts\nA,2025Q1,3,100\n".to_vec();
        uploads::create(&services.exchange, Some(&actor), ImportKind::History, "a.csv", csv).await
    })
}

async fn with_gate() -> (Services, Arc<Gate>, tempfile::TempDir) {
    let (services, folder) = on_sqlite().await;
    for account in 2..5 {
        let insert = format!(
            "INSERT INTO account (id, login, name, password_hash) VALUES ({account}, 'a{account}', 'A', '!')"
        );
        run(&services, &insert).await;
    }
    let gate = Gate::new();
    (services.with_clock(gate.clone()), gate, folder)
}

#[tokio::test]
async fn files_of_one_account_were_read_side_by_side() {
    let (services, gate, _folder) = with_gate().await;
    gate.shut();
    let (first, second) = (upload(&services, 1), upload(&services, 1));
    gate.wait_for(1, || first.is_finished() || second.is_finished()).await;
    // Another account has its own turn; the second file of this one has not begun.
    let other = upload(&services, 2);
    gate.wait_for(2, || other.is_finished()).await;
    assert_eq!(gate.came(), 2);
    gate.open();
    for upload in [first, second, other] {
        upload.await.unwrap().unwrap();
    }
    assert_eq!(number(&services, "SELECT COUNT(*) FROM import_job").await, 3);
}

#[tokio::test]
async fn files_of_many_accounts_took_every_processor() {
    let (services, gate, _folder) = with_gate().await;
    gate.shut();
    let uploads: Vec<_> = (1..5).map(|account| upload(&services, account)).collect();
    gate.wait_for(2, || uploads.iter().any(tokio::task::JoinHandle::is_finished)).await;
    for _ in 0..100 {
        tokio::task::yield_now().await;
    }
    assert_eq!(gate.came(), 2, "two are read at once, the others wait");
    gate.open();
    for upload in uploads {
        upload.await.unwrap().unwrap();
    }
}

#[tokio::test]
async fn a_confirmed_file_was_read_on_the_thread_that_serves() {
    let (services, gate, _folder) = with_gate().await;
    run(&services, "INSERT INTO role_grant VALUES (1, 'admin', 1)").await;
    let id = upload(&services, 1).await.unwrap().unwrap();
    let admin = actor(Role::Admin, 1);
    uploads::confirm(&services, Some(&admin), id, &Default::default()).await.unwrap();
    gate.shut();
    let job = tokio::spawn({
        let services = services.clone();
        async move { uploads::run_queued(&services.exchange).await.unwrap() }
    });
    gate.wait_for(1, || job.is_finished()).await;
    // While one is at it, nobody else begins.
    assert_eq!(uploads::run_queued(&services.exchange).await.unwrap(), 0);
    gate.open();
    assert_eq!(job.await.unwrap(), 1);
    assert_eq!(number(&services, "SELECT SUM(complaints) FROM history").await, 3);
}
