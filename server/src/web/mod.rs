//! The router: pages, forms, files, static assets, health; and the layers around them all.

mod files;
mod forms;
mod pages;
mod provider;
mod security;
mod session;

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::{DefaultBodyLimit, State},
    http::{HeaderValue, StatusCode, header},
    middleware,
    routing::{get, post},
};
use leptos::prelude::LeptosOptions;
use service::Services;
use tower::ServiceBuilder;
use tower_http::{
    catch_panic::CatchPanicLayer, compression::CompressionLayer, csrf::CsrfLayer,
    limit::RequestBodyLimitLayer, services::ServeDir, set_header::SetResponseHeaderLayer,
    timeout::TimeoutLayer,
};

use crate::config::Config;

/// Largest body of a form, in bytes.
const LARGEST_FORM: usize = 64 * 1024;
/// A little more than the largest file, for the multipart frame around it.
const LARGEST_UPLOAD: usize = service::imports::uploads::LARGEST_UPLOAD + 64 * 1024;

/// What handlers share.
#[derive(Clone)]
pub struct AppState {
    services: Services,
    options: LeptosOptions,
    is_secure: bool,
    is_stopping: Arc<std::sync::atomic::AtomicBool>,
}

impl AppState {
    /// The state for these services and settings.
    pub fn new(services: Services, config: &Config) -> Self {
        let site = config.site.display().to_string();
        let absolute = std::path::absolute(&config.site).unwrap_or_else(|_| config.site.clone());
        let options = LeptosOptions::builder()
            .output_name("trivsel")
            .site_root(site)
            .site_pkg_dir("pkg")
            .hash_files(true)
            .hash_file(absolute.join("hash.txt").display().to_string().into())
            .build();
        Self { services, options, is_secure: config.is_secure(), is_stopping: Arc::default() }
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
    let forms = Router::new()
        .route("/sign-in", post(forms::sign_in))
        .route("/sign-out", post(forms::sign_out))
        .route("/preferences", post(forms::preferences))
        .route("/check-in", post(forms::check_in))
        .route("/complaints/new", post(forms::log_complaint))
        .route("/complaints/{reference}", post(forms::step))
        .route("/imports/{id}", post(forms::remap_import))
        .route("/imports/{id}/confirm", post(forms::confirm_import))
        .route("/imports/{id}/discard", post(forms::discard_import))
        .layer(RequestBodyLimitLayer::new(LARGEST_FORM));
    // Sign-in through a provider: beginning is a form, because it changes something here; coming back
    // is a page that the provider sends the browser to.
    let provider = Router::new()
        .route("/sign-in/provider", post(provider::begin))
        .route("/sign-in/provider/callback", get(provider::callback))
        .layer(RequestBodyLimitLayer::new(LARGEST_FORM));
    let uploads = Router::new()
        .route("/imports", post(forms::upload_import))
        .layer(DefaultBodyLimit::disable())
        .layer(RequestBodyLimitLayer::new(LARGEST_UPLOAD));
    let pages = Router::new()
        .route("/", get(pages::home))
        .route("/charts/{file}", get(files::chart))
        .route("/review/{file}", get(files::review))
        .route("/api/{*function}", get(pages::server_function))
        .merge(forms)
        .merge(provider)
        .merge(uploads)
        .fallback(pages::page)
        // The address of a form is the address of its page.
        .method_not_allowed_fallback(pages::page)
        .layer(middleware::from_fn_with_state(state.clone(), session::identify))
        .layer(middleware::map_response(pages::dress_bare_error))
        .layer(security::no_store());
    let year = HeaderValue::from_static("public, max-age=31536000, immutable");
    let day = HeaderValue::from_static("public, max-age=86400");
    let site = |folder: &str| ServeDir::new(config.site.join(folder)).precompressed_br().precompressed_gzip();
    let assets = Router::new()
        .nest_service("/pkg", ServiceBuilder::new().layer(cached(year)).service(site("pkg")))
        .nest_service("/fonts", ServiceBuilder::new().layer(cached(day.clone())).service(site("fonts")))
        .route_service(
            "/favicon.svg",
            ServiceBuilder::new().layer(cached(day.clone())).service(file(config, "favicon.svg")),
        )
        .route_service(
            "/manifest.webmanifest",
            ServiceBuilder::new().layer(cached(day)).service(file(config, "manifest.webmanifest")),
        );
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route("/readyz", get(ready))
        .merge(assets)
        .merge(pages)
        .layer(
            ServiceBuilder::new()
                .layer(middleware::from_fn(security::log))
                .layer(security::headers(state.is_secure))
                .layer(CatchPanicLayer::new())
                .layer(TimeoutLayer::with_status_code(
                    StatusCode::SERVICE_UNAVAILABLE,
                    Duration::from_secs(60),
                ))
                .layer(CompressionLayer::new())
                .layer(CsrfLayer::new())
                .layer(middleware::from_fn(security::refuse_unmarked_writes)),
        )
        .with_state(state)
}

fn cached(value: HeaderValue) -> SetResponseHeaderLayer<HeaderValue> {
    SetResponseHeaderLayer::overriding(header::CACHE_CONTROL, value)
}

fn file(config: &Config, name: &str) -> tower_http::services::ServeFile {
    tower_http::services::ServeFile::new(config.site.join(name))
}

/// Ready when the database answers with the schema this program knows, and the server is not stopping.
async fn ready(State(state): State<AppState>) -> (StatusCode, &'static str) {
    if state.is_stopping.load(std::sync::atomic::Ordering::Relaxed) {
        return (StatusCode::SERVICE_UNAVAILABLE, "stopping\n");
    }
    match migrations::is_current(&state.services.db.reader).await {
        Ok(true) => (StatusCode::OK, "ready\n"),
        Ok(false) | Err(_) => (StatusCode::SERVICE_UNAVAILABLE, "the database is not ready\n"),
    }
}
