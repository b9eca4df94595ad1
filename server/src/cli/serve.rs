//! Serving: listener, jobs, and an orderly stop.

use std::time::Duration;

use service::{Services, jobs};
use tokio::net::TcpListener;

use super::{Outcome, say};
use crate::{
    config::Config,
    mail,
    web::{AppState, connections, router},
};

/// How often the jobs look for something to do.
const JOB_STEP: Duration = Duration::from_secs(30);
/// How long requests under way may still take after the stop signal.
const DRAIN: Duration = Duration::from_secs(25);

pub(super) async fn serve(services: Services, config: &Config) -> Outcome {
    let services = match mail::post(config)? {
        Some(post) => services.with_post(post),
        None => {
            tracing::warn!("no mail is sent: set `mail` to an SMTP server, or hand out printed codes");
            services
        }
    };
    let style = config.site.join("hash.txt");
    if !style.exists() {
        return Err(format!(
            "there is no built site at {}; build it with `make run` or name its folder with --site",
            config.site.display()
        )
        .into());
    }
    let listener = TcpListener::bind(config.listen).await.map_err(|error| {
        format!(
            "cannot listen on {}: {error}; is another program using it? Choose another with --listen",
            config.listen
        )
    })?;
    let address = listener.local_addr()?;
    if let Some(oidc) = services.oidc.clone() {
        let services = services.clone();
        tokio::spawn(async move { oidc.warm_up(&services).await });
    }
    let state = AppState::new(services.clone(), config);
    let app = router(state.clone(), config);
    let (stop, stopped) = tokio::sync::watch::channel(false);
    let jobs = tokio::spawn(run_jobs(services, stopped.clone()));
    say(&format!("Trivsel is at {} (listening on {address}); stop with Ctrl-C", config.public_url));
    let mut until = stopped.clone();
    let server = tokio::spawn(connections::serve(listener, app, connections::HEAD, async move {
        let _ = until.wait_for(|is_stopping| *is_stopping).await;
    }));
    signal().await;
    tracing::info!("stopping");
    state.stop();
    let _ = stop.send(true);
    let drained = tokio::time::timeout(DRAIN, async { (server.await, jobs.await) }).await;
    if drained.is_err() {
        tracing::warn!("some requests were still running after 25 seconds");
    }
    Ok(())
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
