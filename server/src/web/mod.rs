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
mod organisation;
mod pages;
mod patience;
mod people;
mod remains;
pub mod routes;
mod security;
mod session;
mod setting;
mod staff;

use std::{sync::Arc, time::Duration};

use app::request::Assets;
use axum::{
    Router,
    extract::State,
    http::{HeaderValue, StatusCode, header},
    middleware,
    routing::get,
};
use service::Services;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer, services::ServeDir,
    set_header::SetResponseHeaderLayer, timeout::TimeoutLayer,
};

pub use self::patience::Patience;
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
}

impl AppState {
    /// The state for these services and settings.
    pub fn new(services: Services, config: &Config) -> Self {
        let hashes = std::fs::read_to_string(config.site.join("hash.txt")).unwrap_or_default();
        let assets = Assets::named(&hashes);
        if !assets.is_whole() {
            tracing::error!("{} lacks names of files; build the site again", config.site.display());
        }
        Self {
            services,
            assets: Arc::new(assets),
            is_secure: config.is_secure(),
            trusted_proxies: config.trusted_proxies,
            public_url: config.public_url.as_str().into(),
            is_stopping: Arc::default(),
            patience: Patience::default(),
        }
    }

    /// The same with other time-outs.
    #[must_use]
    pub fn with_patience(self, patience: Patience) -> Self {
        Self { patience, ..self }
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
        .merge(assets(config))
        .merge(pages)
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(security::log))
                .layer(security::headers(state.is_secure))
                .layer(CompressionLayer::new())
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

/// The built site: what is the same for everybody.
fn assets(config: &Config) -> Router<AppState> {
    let year = HeaderValue::from_static("public, max-age=31536000, immutable");
    let day = HeaderValue::from_static("public, max-age=86400");
    let site = |folder: &str| ServeDir::new(config.site.join(folder)).precompressed_br().precompressed_gzip();
    let policy = HeaderValue::from_static(security::WORKER_POLICY);
    Router::new()
        .nest_service("/pkg", ServiceBuilder::new().layer(cached(year)).service(site("pkg")))
        .nest_service("/fonts", ServiceBuilder::new().layer(cached(day.clone())).service(site("fonts")))
        .route_service(
            "/favicon.svg",
            ServiceBuilder::new().layer(cached(day.clone())).service(file(config, "favicon.svg")),
        )
        .nest_service("/icons", ServiceBuilder::new().layer(cached(day.clone())).service(site("icons")))
        // Asked for anew each time, so that a mended one reaches every device.
        .route_service(
            "/sw.js",
            ServiceBuilder::new()
                .layer(cached(HeaderValue::from_static("no-cache")))
                .layer(SetResponseHeaderLayer::overriding(header::CONTENT_SECURITY_POLICY, policy))
                .service(file(config, "sw.js")),
        )
        .route_service(
            "/manifest.webmanifest",
            ServiceBuilder::new().layer(cached(day)).service(file(config, "manifest.webmanifest")),
        )
}

/// How long browsers and proxies keep a file. What is not there yet, or could not be read, may be there
/// the next time.
fn cached<B>(
    value: HeaderValue,
) -> SetResponseHeaderLayer<impl FnMut(&axum::http::Response<B>) -> Option<HeaderValue> + Clone> {
    let or_none = HeaderValue::from_static("no-store");
    SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, move |response: &axum::http::Response<B>| {
        let is_there = matches!(
            response.status(),
            StatusCode::OK | StatusCode::PARTIAL_CONTENT | StatusCode::NOT_MODIFIED
        );
        Some(if is_there { value.clone() } else { or_none.clone() })
    })
}

fn file(config: &Config, name: &str) -> tower_http::services::ServeFile {
    tower_http::services::ServeFile::new(config.site.join(name))
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
