//! Casting a ballot, a trend and an overview, over HTTP.

use std::{net::SocketAddr, sync::Arc, time::Instant};

use axum::{Router, body::Bytes, http::StatusCode, response::IntoResponse, routing::post as to_post};
use base::db::execute;
use domain::{AccountId, RoundId};
use server::web::{AppState, router};
use service::{
    Services,
    clock::SystemClock,
    db::{Db, Missing},
    rounds::{self, roll},
    sign_in,
};

use super::{
    Figure, Ground, Parser as _, Settings,
    http::{ask, connect, floor, number, post, serve, timed},
    median,
};
use server::config::Config;

/// Connections that are kept, and ballots on each of them in a turn.
const CONNECTIONS: usize = 16;
const BALLOTS: usize = 25;
/// Turns of either.
const TURNS: usize = 4;
/// Times that a page is asked for.
const TIMES: usize = 60;
/// Bytes of a sealed ballot: as many in each.
const BOX: usize = 4600;

/// Ballots of different people over kept connections, all at once; gives how many a second.
async fn cast_all(address: SocketAddr, cookies: &[String]) -> f64 {
    let start = Instant::now();
    let hands: Vec<_> = cookies
        .chunks(BALLOTS)
        .map(|cookies| {
            let cookies = cookies.to_vec();
            tokio::spawn(async move {
                let mut connection = connect(address).await;
                for cookie in &cookies {
                    let form = format!("round=2&key={cookie}&C1=1&C2=3&comment=The+rota+comes+late");
                    post(&mut connection, "/check-in", cookie, form).await;
                }
            })
        })
        .collect();
    for hand in hands {
        hand.await.unwrap();
    }
    cookies.len() as f64 / start.elapsed().as_secs_f64()
}

/// A team in an open round with so many people; a cookie for each of them.
async fn prepare(folder: &tempfile::TempDir, people: usize) -> (Services, Vec<String>) {
    let url = format!("sqlite://{}", folder.path().join("casting.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    migrations::migrate(db.for_migrations()).await.unwrap();
    let services = Services::new(db, Arc::new(SystemClock));
    service::set_up(services.db.writer(), "Bench", false).await.unwrap();
    let today = service::organisation::today(&services).await.unwrap();
    let (first, last) = (today - chrono::Days::new(1), today + chrono::Days::new(5));
    for statement in [
        "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ('A', 1, 'team', 'Team A')".to_owned(),
        format!(
            "INSERT INTO person (external_id, name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n
             WHERE i < {people}) SELECT 'P' || i, 'Person ' || i FROM n"
        ),
        "INSERT INTO roster (person_id, unit_id, from_on) SELECT id, 2, '2026-01-01' FROM person".to_owned(),
        "INSERT INTO account (person_id, login, name, password_hash) SELECT id, external_id, name, '!' FROM person"
            .to_owned(),
        format!(
            "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES (2, '{first}', '{last}', 'open', 'trivsel-1', 'Bench', '2026-01-01', '2030-01-01')"
        ),
    ] {
        execute(services.db.writer(), &statement, []).await.unwrap();
    }
    roll::write(services.db.writer(), RoundId::new(1), first).await.unwrap();
    rounds::open_due(&services, today).await.unwrap();
    let mut cookies = Vec::with_capacity(people);
    for account in 1..=i64::try_from(people).unwrap() {
        let token = sign_in::begin_session(&services, AccountId::new(account), "bench").await.unwrap();
        cookies.push(format!("trivsel={}", token.as_str()));
    }
    (services, cookies)
}

/// A handler that stores as much, in one transaction on a file opened in the same way, and knows nobody.
async fn bare(folder: &tempfile::TempDir) -> Router {
    let url = format!("sqlite://{}", folder.path().join("bare.db").display());
    let db = Db::open(&url, Missing::Create).await.unwrap();
    for table in [
        "CREATE TABLE mark (round BIGINT, mark BLOB, form BLOB, PRIMARY KEY (round, mark)) WITHOUT ROWID",
        "CREATE TABLE ballot (id BLOB PRIMARY KEY, round BIGINT, box BLOB) WITHOUT ROWID",
    ] {
        execute(db.writer(), table, []).await.unwrap();
    }
    let cast = move |body: Bytes| {
        let db = db.clone();
        async move {
            let random = || base::tokens::random::<32>().unwrap().to_vec();
            assert!(!body.is_empty());
            let transaction = db.begin().await.unwrap();
            let mark = "INSERT INTO mark (round, mark, form) VALUES (2, $1, $2)";
            execute(&transaction, mark, [random().into(), random().into()]).await.unwrap();
            let ballot = "INSERT INTO ballot (id, round, box) VALUES ($1, 2, $2)";
            execute(&transaction, ballot, [random().into(), vec![7_u8; BOX].into()]).await.unwrap();
            transaction.commit().await.unwrap();
            (StatusCode::SEE_OTHER, [("location", "/")]).into_response()
        }
    };
    Router::new().route("/check-in", to_post(cast))
}

pub(crate) async fn casting() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("hash.txt"),
        "page: 0\njs: 1\nwasm: 2\nhintjs: 3\nhintwasm: 4\ncss: 5\n",
    )
    .unwrap();
    let at_once = CONNECTIONS * BALLOTS;
    let (services, cookies) = prepare(&folder, at_once * TURNS).await;
    let settings = Settings::parse_from(["bench", "--site", folder.path().to_str().unwrap()]);
    let config = Config::load(&settings.config).unwrap();
    let ours = serve(router(AppState::new(services, &config), &config)).await;
    let least = serve(bare(&folder).await).await;
    let (mut figure, mut floor) = (Vec::new(), Vec::new());
    for cookies in cookies.chunks(at_once) {
        figure.push(cast_all(ours, cookies).await);
        floor.push(cast_all(least, cookies).await);
    }
    let middle = |mut rates: Vec<f64>| {
        rates.sort_by(f64::total_cmp);
        rates[rates.len() / 2]
    };
    Figure {
        number: 1,
        what: "ballots over HTTP, 16 connections; the floor knows nobody and seals nothing",
        figure: middle(figure),
        floor: Some(middle(floor)),
        unit: "a second",
        asked: "≥ 0.5",
    }
    .print();
}

pub(crate) async fn pages(ground: &Ground, has_trend: bool, has_overview: bool) {
    let cookie = ground.cookie("hr").await;
    let root = number(&ground.plain, "SELECT id FROM unit WHERE parent_id IS NULL").await;
    let team = number(&ground.plain, "SELECT id FROM unit WHERE external_id = 'S1-T1'").await;
    let config = ground.config();
    let address = serve(router(AppState::new(ground.services.clone(), &config), &config)).await;
    let trend = (
        2,
        "a team's trend; the floor runs its statements and sends its bytes",
        format!("/trends?unit={team}"),
    );
    let overview =
        (3, "all teams of the organisation; the floor as above", format!("/trends/teams?unit={root}"));
    for (number, what, path) in
        [has_trend.then_some(trend), has_overview.then_some(overview)].into_iter().flatten()
    {
        let mut connection = connect(address).await;
        ask(&mut connection, &path, &cookie).await;
        ground.heard.lock().unwrap().clear();
        let bytes = ask(&mut connection, &path, &cookie).await;
        let statements = ground.heard.lock().unwrap().clone();
        let mut bare = connect(serve(floor(ground.plain.clone(), statements, bytes)).await).await;
        let (mut page, mut least) = (Vec::new(), Vec::new());
        for _ in 0..TIMES {
            page.push(timed(&mut connection, &path, &cookie).await);
            least.push(timed(&mut bare, "/floor", "").await);
        }
        Figure {
            number,
            what,
            figure: median(page),
            floor: Some(median(least)),
            unit: "ms",
            asked: if number == 2 { "≤ 2.9; p95 ≤ 25 ms" } else { "≤ 1.3" },
        }
        .print();
    }
}
