//! What is left of a request when its answer is ready.
//!
//! A refused form is answered before all of it has come. Closing the connection then, with bytes unread in
//! the socket, makes the system throw away what the client has not read yet: the answer itself, and the next
//! request of a client that thought the connection was still good (RFC 9112, section 9.6).

use std::{
    mem,
    pin::Pin,
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::Request,
    http::{HeaderValue, StatusCode, header},
    middleware::Next,
    response::Response,
};
use http_body::{Frame, SizeHint};
use tokio::{sync::oneshot, time::timeout};

/// Most bytes that are read only to be thrown away: some times the largest file that is taken.
const MOST: usize = 32 * 1024 * 1024;
/// How long nothing may come before the rest is given up.
const PAUSE: Duration = Duration::from_secs(2);
/// How long the rest may take in all.
const LONGEST: Duration = Duration::from_secs(20);

/// Takes in what the handler left of the body. Where that is too much or too slow, says with the answer that
/// the connection ends with it.
pub(super) async fn take_in(request: Request, next: Next) -> Response {
    // Whoever waits to be asked for the body has sent nothing of it.
    let is_waiting = request.headers().contains_key(header::EXPECT);
    let (give, mut given) = oneshot::channel();
    let request = request.map(|body| Body::new(Watched { body, give: Some(give) }));
    let mut response = next.run(request).await;
    let is_whole = match given.try_recv() {
        Ok(_) if is_waiting || response.status() == StatusCode::REQUEST_TIMEOUT => false,
        Ok(rest) => timeout(LONGEST, read(rest)).await.unwrap_or(false),
        Err(oneshot::error::TryRecvError::Closed) => true,
        // Somebody goes on reading.
        Err(oneshot::error::TryRecvError::Empty) => false,
    };
    if !is_whole {
        response.headers_mut().insert(header::CONNECTION, HeaderValue::from_static("close"));
    }
    response
}

/// Whether the end came in time.
async fn read(mut body: Body) -> bool {
    let mut size = 0;
    loop {
        match timeout(PAUSE, std::future::poll_fn(|context| Pin::new(&mut body).poll_frame(context))).await {
            Ok(None) => return true,
            Ok(Some(Ok(frame))) => size += frame.data_ref().map_or(0, Bytes::len),
            Ok(Some(Err(_))) | Err(_) => return false,
        }
        if size > MOST {
            return false;
        }
    }
}

/// A body that is handed back when its reader leaves it before the end.
struct Watched {
    body: Body,
    /// Gone when nothing is left to hand back.
    give: Option<oneshot::Sender<Body>>,
}

impl HttpBody for Watched {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let frame = Pin::new(&mut self.body).poll_frame(context);
        if matches!(frame, Poll::Ready(None)) {
            self.give = None;
        }
        frame
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

impl Drop for Watched {
    fn drop(&mut self) {
        if let Some(give) = self.give.take().filter(|_| !self.body.is_end_stream()) {
            // Nobody waits for it when the client has left.
            let _ = give.send(mem::take(&mut self.body));
        }
    }
}
