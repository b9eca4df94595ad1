//! Connections: accepted, given to the router with the address they come from, ended in order.

use std::{convert::Infallible, future::Future, net::SocketAddr, pin::Pin, time::Duration};

use axum::{Router, body::Body, extract::ConnectInfo, http::Request};
use hyper::{body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::GracefulShutdown,
};
use tokio::{
    net::{TcpListener, TcpStream},
    time::Instant,
};
use tokio_io_timeout::TimeoutStream;
use tower::ServiceExt;

use super::{
    address,
    crowd::{Crowd, Full, Place},
};
use crate::config::{self, Config};

/// Pause after a failed accept, such as when all file descriptors are taken.
const BREATH: Duration = Duration::from_millis(100);
/// Most bytes of a request's head, and of an answer that wait in one connection before more of it is made.
const LARGEST_BUFFER: usize = 32 * 1024;
/// How often the log says that connections are turned away.
const QUIET: Duration = Duration::from_secs(60);

/// How many connections there may be, and how long each waits for its client.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Connections at the same time, in all.
    pub connections: usize,
    /// Connections at the same time from one network address.
    pub per_address: usize,
    /// How long a client may take to send the head of a request; also how long a connection may idle. Who
    /// sends a byte a minute must not hold a connection for ever.
    pub head: Duration,
    /// How long a client may leave an answer unread before it loses it.
    pub unread: Duration,
    /// How long requests under way may still take after the stop signal.
    pub drain: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: config::CONNECTIONS,
            per_address: config::CONNECTIONS_PER_ADDRESS,
            head: Duration::from_secs(20),
            unread: Duration::from_secs(20),
            drain: Duration::from_secs(25),
        }
    }
}

impl Limits {
    /// The limits of these settings. Behind trusted proxies all connections are the proxy's, and the router
    /// counts requests instead.
    pub fn of(config: &Config) -> Self {
        let per_address =
            if config.trusted_proxies == 0 { config.connections_per_address } else { usize::MAX };
        Self { connections: config.connections, per_address, ..Self::default() }
    }
}

/// Serves until `stopped`, then lets requests under way finish. Gives the number of connections that had
/// not ended by themselves and were cut.
pub async fn serve(
    listener: TcpListener,
    app: Router,
    limits: Limits,
    stopped: impl Future<Output = ()>,
) -> usize {
    let graceful = GracefulShutdown::new();
    let mut door = Door { crowd: Crowd::new(limits.connections, limits.per_address), told: None };
    // Dropped at the end, which ends what still runs.
    let (cut, uncut) = tokio::sync::watch::channel(());
    let mut stopped = std::pin::pin!(stopped);
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            () = &mut stopped => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                // Without a place it is closed at once, by being dropped.
                let Some(place) = door.admit(peer) else { continue };
                let connection = graceful.watch(connection(stream, peer, app.clone(), limits));
                tokio::spawn(attend(connection, place, uncut.clone()));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection was not accepted");
                tokio::time::sleep(BREATH).await;
            }
        }
    }
    drop(listener);
    let _ = tokio::time::timeout(limits.drain, graceful.shutdown()).await;
    let open = door.crowd.count();
    drop(cut);
    open
}

/// Sees a connection to its end.
async fn attend(
    connection: impl Future<Output = hyper::Result<()>>,
    place: Place,
    mut uncut: tokio::sync::watch::Receiver<()>,
) {
    // Given back before the end is seen from outside, so that who waits for that counts right.
    let connection = async move {
        let mut connection = std::pin::pin!(connection);
        let ended = connection.as_mut().await;
        drop(place);
        ended
    };
    tokio::select! {
        ended = connection => if let Err(error) = ended {
            tracing::debug!(%error, "a connection ended early");
        },
        _ = uncut.changed() => {}
    }
}

/// Lets in as many as there is room for.
struct Door {
    crowd: Crowd,
    told: Option<Instant>,
}

impl Door {
    fn admit(&mut self, peer: SocketAddr) -> Option<Place> {
        match self.crowd.enter(&address::network(peer.ip())) {
            Ok(place) => Some(place),
            Err(full) => {
                self.tell(full);
                None
            }
        }
    }

    /// Says it once a minute: whoever knocks all the time must not fill the log.
    fn tell(&mut self, full: Full) {
        if self.told.is_none_or(|told| told.elapsed() > QUIET) {
            self.told = Some(Instant::now());
            let limit = match full {
                Full::InAll => "connections",
                Full::ForAddress => "connections_per_address",
            };
            tracing::warn!(limit, "connections are turned away, because this limit is reached");
        }
    }
}

/// A socket on which an unread answer ends the connection.
type Socket = TokioIo<Pin<Box<TimeoutStream<TcpStream>>>>;

fn connection(
    stream: TcpStream,
    peer: SocketAddr,
    app: Router,
    limits: Limits,
) -> http1::Connection<
    Socket,
    impl hyper::service::Service<
        Request<Incoming>,
        Response = axum::response::Response,
        Error = Infallible,
        Future = impl Future<Output = Result<axum::response::Response, Infallible>> + Send,
    >,
> {
    // Without this a page sent in pieces waits for the peer's delayed acknowledgement.
    if let Err(error) = stream.set_nodelay(true) {
        tracing::debug!(%error, "TCP_NODELAY");
    }
    let service = service_fn(move |request: Request<Incoming>| {
        let mut request = request.map(Body::new);
        request.extensions_mut().insert(ConnectInfo(peer));
        app.clone().oneshot(request)
    });
    // No time-out for reading here: while an answer is made, the socket is read to notice a client who
    // leaves, and waiting for the answer is no fault. Heads and bodies have time-outs of their own.
    let mut stream = TimeoutStream::new(stream);
    stream.set_write_timeout(Some(limits.unread));
    http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(limits.head)
        .max_buf_size(LARGEST_BUFFER)
        .serve_connection(TokioIo::new(Box::pin(stream)), service)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_household_with_many_addresses_of_version_6_has_one_share() {
        let mut door = Door { crowd: Crowd::new(9, 1), told: None };
        let from = |address: &str| SocketAddr::new(address.parse().unwrap(), 5000);
        let first = door.admit(from("2001:db8:1:2::1"));
        assert!(first.is_some() && door.admit(from("2001:db8:1:2:ffff::9")).is_none());
        assert!(door.admit(from("2001:db8:1:3::1")).is_some());
    }
}
