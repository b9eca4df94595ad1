//! The router: pages, forms, files, static assets, health; and the layers around them all.

mod address;
mod carry;
pub mod connections;
mod context;
mod crowd;
mod customers;
mod exchange;
mod files;
mod forms;
mod guard;
mod insight;
mod kept;
pub mod metrics;
mod organisation;
mod pages;
mod patience;
mod people;
mod remains;
pub mod routes;
mod security;
mod session;
mod setting;
pub mod site;
mod staff;

use std::{sync::Arc, time::Duration};

use app::request::Assets;
use axum::{Router, extract::State, http::StatusCode, middleware, routing::get};
use service::Services;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer,
    compression::{
        CompressionLayer,
        predicate::{DefaultPredicate, NotForContentType, Predicate},
    },
    csrf::CsrfLayer,
    timeout::TimeoutLayer,
};

use self::metrics::Metrics;
pub use self::patience::Patience;
use self::site::Site;
use crate::config::Config;

/// What handlers share.
#[derive(Clone)]
pub struct AppState {
    services: Services,
    assets: Arc<Assets>,
    is_secure: bool,
    trusted_proxies: usize,
    public_url: Arc<str>,
    is_stopping: Arc<std::sync::atomic::AtomicBool>,
    patience: Patience,
    metrics: Metrics,
}

impl AppState {
    /// The state for these services and settings.
    pub fn new(services: Services, config: &Config) -> Self {
        let assets = Assets::named(&Site::of(config).names().unwrap_or_default());
        if !assets.is_whole() {
            tracing::error!("the site lacks names of files; build it again");
        }
        Self {
            services,
            assets: Arc::new(assets),
            is_secure: config.is_secure(),
            trusted_proxies: config.trusted_proxies,
            public_url: config.public_url.as_str().into(),
            is_stopping: Arc::default(),
            patience: Patience::default(),
            metrics: Metrics::default(),
        }
    }

    /// The same with other time-outs.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
    }

    /// What is counted while requests are answered.
    pub fn metrics(&self) -> Metrics {
        self.metrics.clone()
    }

    /// Says to whoever balances load that no new requests should come here.
    pub fn stop(&self) {
        self.is_stopping.store(true, std::sync::atomic::Ordering::Relaxed);
    }
}

/// The whole server as a service.
pub fn router(state: AppState, config: &Config) -> Router {
    // A second call, as in tests, finds the same executor in place.
    let _ = any_spawner::Executor::init_tokio();
    let pages = guard::router(&state)
        .fallback(pages::nowhere)
        .method_not_allowed_fallback(pages::nowhere)
        .layer(middleware::from_fn_with_state(state.clone(), session::identify))
        .layer(security::no_store());
    let requests = crowd::RequestCrowd::new(config.trusted_proxies, config.connections_per_address);
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .merge(Site::of(config).router())
        .merge(pages)
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(security::log))
                .layer(middleware::from_fn_with_state(state.metrics.clone(), metrics::count))
                .layer(security::headers(state.is_secure))
                .layer(CompressionLayer::new().compress_when(is_worth_compressing()))
                .layer(middleware::from_fn(pages::dress_bare_error))
                .layer(middleware::from_fn(remains::take_in))
                .layer(middleware::from_fn(security::refuse_long_addresses))
                .layer(CatchPanicLayer::new())
                .layer(middleware::from_fn_with_state(requests, crowd::limit))
                .layer(TimeoutLayer::with_status_code(StatusCode::SERVICE_UNAVAILABLE, state.patience.answer))
                .layer(middleware::from_fn_with_state(state.patience, patience::hurry))
                .layer(CsrfLayer::new())
                .layer(middleware::from_fn(security::refuse_unmarked_writes)),
        )
        .with_state(state)
}

/// Whether an answer is compressed: not what is packed already.
fn is_worth_compressing() -> impl Predicate {
    DefaultPredicate::new()
        .and(NotForContentType::new("application/zip"))
        .and(NotForContentType::new("application/pdf"))
        .and(NotForContentType::new("application/vnd.openxmlformats"))
}

/// How long an answer about readiness may take.
const READY: Duration = Duration::from_secs(1);

/// Ready when the database answers with the schema this program knows, what is sent would be stored, and the
/// server is not stopping.
async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    if state.is_stopping.load(std::sync::atomic::Ordering::Relaxed) {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    let db = &state.services.db;
    if let Err(reason) = db.check_writable().await {
        tracing::warn!(reason, "not ready");
        return (StatusCode::SERVICE_UNAVAILABLE, "the database cannot store\n");
    }
    match tokio::time::timeout(READY, migrations::is_current(&db.reader)).await {
        Ok(Ok(true)) => (StatusCode::OK, "ready\n"),
        _ => (StatusCode::SERVICE_UNAVAILABLE, "the database is not ready\n"),
    }
}
