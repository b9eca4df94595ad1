//! Serving: listener, jobs, and an orderly stop.

use std::time::Duration;

use service::{Services, db::OpenError, jobs};
use tokio::net::TcpListener;

use super::{Outcome, say};
use crate::{
    config::Config,
    mail,
    web::{
        AppState,
        connections::{self, Limits},
        metrics, router,
        site::Site,
    },
};

/// How often the jobs look for something to do.
const JOB_STEP: Duration = Duration::from_secs(30);

pub(super) async fn serve(services: Services, config: &Config) -> Outcome {
    let services = match mail::post(config)? {
        Some(post) => services.with_post(post),
        None => {
            tracing::warn!("no mail is sent: set `mail` to an SMTP server, or hand out printed codes");
            services
        }
    };
    Site::of(config).names()?;
    // Said once at the start; the calendar of rounds says it for as long as it lasts.
    if !service::ballots::keys::lost(&services).await?.is_empty() {
        tracing::error!(
            "keys of rounds are looked for in {}; name another place with --keys",
            services.keys.place()
        );
    }
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        format!(
            "cannot listen on {}: {error}; is another program using it? Choose another with --listen",
            config.listen
        )
    })?;
    let address = listener.local_addr()?;
    if let Some(oidc) = services.people.oidc.clone() {
        let services = services.clone();
        tokio::spawn(async move { oidc.warm_up(&services).await });
    }
    let damage = damage(services.for_jobs());
    let state = AppState::new(services.for_requests(), config);
    if let Some(metrics) = config.metrics {
        watched(metrics, &state, services.for_requests()).await?;
    }
    let app = router(state.clone(), config);
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let jobs = tokio::spawn(run_jobs(services, stopped.clone()));
    say(&format!("Trivsel is at {} (listening on {address}); stop with Ctrl-C", config.public_url));
    let mut until = stopped.clone();
    let limits = Limits::of(config);
    let server = tokio::spawn(connections::serve(listener, app, limits, async move {
        let _ = until.wait_for(|is_stopping| *is_stopping).await;
    }));
    let damage = tokio::select! {
        () = signal() => None,
        damage = damage => Some(damage),
    };
    tracing::info!("stopping");
    state.stop();
    let _ = stop.send(true);
    let (cut, jobs) = tokio::join!(server, tokio::time::timeout(limits.drain, jobs));
    damage.map_or_else(|| ended(cut?, jobs.is_ok(), limits.drain), |damage| Err(damage.into()))
}

/// What is damaged in a file too large to be looked over before it is served; waits for ever where nothing is.
async fn damage(services: Services) -> OpenError {
    if !services.db.is_small() {
        match services.db.damage().await {
            Ok(None) => tracing::info!("all pages of the database were looked over"),
            Ok(Some(damage)) => return damage,
            Err(error) => tracing::warn!(%error, "the pages of the database were not looked over"),
        }
    }
    std::future::pending().await
}

/// Serves numbers to whoever watches machines, for as long as the program runs.
async fn watched(address: std::net::SocketAddr, state: &AppState, services: Services) -> Outcome {
    let listener = TcpListener::bind(address)
        .await
        .map_err(|error| format!("cannot listen on {address}: {error}; choose another with --metrics"))?;
    tracing::info!("numbers for Prometheus are at http://{}/metrics", listener.local_addr()?);
    let app = metrics::router(state.metrics(), services);
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, app).await {
            tracing::error!(%error, "the metrics are served no more");
        }
    });
    Ok(())
}

/// An orderly stop is a success; one that cut something short says so, by the exit code too.
fn ended(cut: usize, are_jobs_done: bool, drain: Duration) -> Outcome {
    let connections = match cut {
        0 => None,
        1 => Some("1 connection".to_owned()),
        cut => Some(format!("{cut} connections")),
    };
    let jobs = (!are_jobs_done).then(|| "a job".to_owned());
    let cut: Vec<String> = connections.into_iter().chain(jobs).collect();
    if cut.is_empty() {
        return Ok(());
    }
    Err(format!("stopped with work cut short after {} seconds: {}", drain.as_secs(), cut.join(", ")).into())
}

async fn run_jobs(services: Services, mut stopped: tokio::sync::watch::Receiver<bool>) {
    loop {
        if let Err(error) = jobs::run_due(&services).await {
            tracing::error!(%error, "jobs failed; they are tried again");
        }
        tokio::select! {
            () = tokio::time::sleep(JOB_STEP) => {}
            _ = stopped.wait_for(|is_stopping| *is_stopping) => return,
        }
    }
}

/// Waits for Ctrl-C or, on Unix, SIGTERM.
async fn signal() {
    let interrupt = tokio::signal::ctrl_c();
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        match signal(SignalKind::terminate()) {
            Ok(mut terminate) => {
                tokio::select! {
                    _ = interrupt => {}
                    _ = terminate.recv() => {}
                }
            }
            Err(_) => {
                let _ = interrupt.await;
            }
        }
    }
    #[cfg(not(unix))]
    {
        let _ = interrupt.await;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_cut_short_is_said_in_one_line_and_is_no_success() {
        let drain = Duration::from_secs(25);
        assert!(ended(0, true, drain).is_ok());
        let said = |cut, are_jobs_done| {
            ended(cut, are_jobs_done, drain).err().map(|failure| (failure.line, failure.code))
        };
        let one = "stopped with work cut short after 25 seconds: 1 connection";
        assert_eq!(said(1, true), Some((one.to_owned(), 1)));
        let both = "stopped with work cut short after 25 seconds: 2 connections, a job";
        assert_eq!(said(2, false), Some((both.to_owned(), 1)));
    }
}
