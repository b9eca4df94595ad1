//! What the program says of itself to whoever watches machines, in the text format of Prometheus, on an address of
//! its own. Numbers of things and times, nobody's data: addresses as they stand in the table of routes, and, as in
//! the log, nothing at all of check-ins and of what customers send, whose times alone would say something.

use std::{path::Path, sync::Arc, time::Instant};

use axum::{
    Router,
    extract::{MatchedPath, Request, State},
    http::{StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
    routing::get,
};
use prometheus_client::{
    encoding::{EncodeLabelSet, text::encode},
    metrics::{
        counter::Counter,
        family::Family,
        gauge::Gauge,
        histogram::{Histogram, exponential_buckets},
        info::Info,
    },
    registry::{Registry, Unit},
};
use service::{Services, health};

use super::security::is_quiet_in_log;

/// An address with the class of its answers.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct Answered {
    route: String,
    status: &'static str,
}

/// An address.
#[derive(Clone, Debug, Hash, PartialEq, Eq, EncodeLabelSet)]
struct At {
    route: String,
}

/// What is counted while requests are answered.
#[derive(Clone)]
pub struct Metrics {
    registry: Arc<Registry>,
    requests: Family<Answered, Counter>,
    seconds: Family<At, Histogram>,
    under_way: Gauge,
}

impl Default for Metrics {
    fn default() -> Self {
        // From a millisecond to eight seconds.
        let seconds: fn() -> Histogram = || Histogram::new(exponential_buckets(0.001, 2.0, 14));
        let mut metrics = Self {
            registry: Arc::default(),
            requests: Family::default(),
            seconds: Family::new_with_constructor(seconds),
            under_way: Gauge::default(),
        };
        let mut registry = Registry::with_prefix("trivsel");
        let version = Info::new([("version", env!("CARGO_PKG_VERSION"))]);
        registry.register("build", "The program", version);
        registry.register(
            "requests",
            "Requests answered, by address and class of answer",
            metrics.requests.clone(),
        );
        registry.register_with_unit(
            "request_duration",
            "Time until an answer began, by address",
            Unit::Seconds,
            metrics.seconds.clone(),
        );
        registry.register(
            "requests_under_way",
            "Requests that are being answered",
            metrics.under_way.clone(),
        );
        metrics.registry = Arc::new(registry);
        metrics
    }
}

/// Counts a request and how long it took.
pub(super) async fn count(State(metrics): State<Metrics>, request: Request, next: Next) -> Response {
    let route = request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned());
    let route = route.filter(|_| !is_quiet_in_log(request.uri().path()));
    let Some(route) = route else { return next.run(request).await };
    let began = Instant::now();
    metrics.under_way.inc();
    let response = next.run(request).await;
    metrics.under_way.dec();
    let status = match response.status().as_u16() {
        100..200 => "1xx",
        200..300 => "2xx",
        300..400 => "3xx",
        400..500 => "4xx",
        _ => "5xx",
    };
    metrics.requests.get_or_create(&Answered { route: route.clone(), status }).inc();
    metrics.seconds.get_or_create(&At { route }).observe(began.elapsed().as_secs_f64());
    response
}

/// The router of the address for whoever watches.
pub fn router(metrics: Metrics, services: Services) -> Router {
    Router::new().route("/metrics", get(written)).with_state((metrics, services))
}

async fn written(State((metrics, services)): State<(Metrics, Services)>) -> Response {
    match text(&metrics, &services).await {
        Ok(text) => {
            ([(header::CONTENT_TYPE, "application/openmetrics-text; version=1.0.0; charset=utf-8")], text)
                .into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the metrics cannot be read");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// What was counted, with what is looked up at this moment.
async fn text(metrics: &Metrics, services: &Services) -> Result<String, String> {
    let mut text = String::new();
    encode(&mut text, &metrics.registry).map_err(|error| error.to_string())?;
    let mut now = Registry::with_prefix("trivsel");
    let mut gauge = |name: &str, help: &str, value: i64| {
        let gauge: Gauge = Gauge::default();
        gauge.set(value);
        now.register(name, help, gauge);
    };
    let health = health::look(services).await.map_err(|error| error.to_string())?;
    let is_ready = services.db.check_writable().await.is_ok();
    gauge("ready", "1 while what is sent would be stored", i64::from(is_ready));
    if let Some(at) = health.jobs_at {
        gauge("jobs_last_run_timestamp_seconds", "When jobs ran last", at.timestamp());
    }
    gauge(
        "jobs_held",
        "1 while rounds wait for somebody to say that the date is right",
        i64::from(health.is_held),
    );
    gauge("late_rounds", "Rounds whose day has come and which nobody saw to", health.late_rounds);
    gauge("late_letters", "Letters that should have left an hour ago", health.late_letters);
    gauge("failed_letters", "Letters that were given up", health.failed_letters);
    gauge("late_imports", "Imports that wait for an hour", health.late_imports);
    for (name, help, value) in machine(services) {
        gauge(name, help, value);
    }
    // One end mark for both parts.
    let mut more = String::new();
    encode(&mut more, &now).map_err(|error| error.to_string())?;
    Ok(text.trim_end_matches("# EOF\n").to_owned() + &more)
}

/// What the machine says: memory, open files, size of an SQLite file and its log, space.
fn machine(services: &Services) -> Vec<(&'static str, &'static str, i64)> {
    let size = |path: &Path| std::fs::metadata(path).ok().and_then(|file| i64::try_from(file.len()).ok());
    let mut found = Vec::new();
    let mut add = |name, help, value: Option<i64>| found.extend(value.map(|value| (name, help, value)));
    add("memory_bytes", "Memory that the program holds", resident());
    let files = std::fs::read_dir("/proc/self/fd").ok().and_then(|files| i64::try_from(files.count()).ok());
    add("open_files", "Files and connections that the program holds open", files);
    if let Some(file) = services.db.file() {
        let mut log = file.as_os_str().to_owned();
        log.push("-wal");
        add("database_bytes", "Size of the database", size(file));
        add("database_log_bytes", "Size of the log beside the database", size(Path::new(&log)));
        let free = rustix::fs::statvfs(file).ok();
        let free = free.map(|disk| disk.f_bavail.saturating_mul(disk.f_frsize));
        add("disk_free_bytes", "Space where the database is", free.and_then(|free| i64::try_from(free).ok()));
    }
    found
}

/// Memory of this process, in bytes; none where the system does not say.
fn resident() -> Option<i64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: i64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    kibibytes.checked_mul(1024)
}
