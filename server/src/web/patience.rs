//! How long the server waits for a request and works on its answer.

use std::{
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    task::{Context, Poll},
    time::Duration,
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Request, State},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Problem;
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep, sleep_until};

use super::pages::plain_problem;

/// How long a request may take, part by part.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// Without anything new of a body.
    pub pause: Duration,
    /// Until a body is there, however steadily it trickles. Shorter than `answer`, so that whoever is slow
    /// hears that it was the sending.
    pub body: Duration,
    /// Until an answer begins.
    pub answer: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            pause: Duration::from_secs(20),
            body: Duration::from_secs(50),
            answer: Duration::from_secs(60),
        }
    }
}

/// Gives up on a body that does not arrive in time. The answer says so, whatever the handler made of
/// the part that came.
pub(super) async fn hurry(State(patience): State<Patience>, request: Request, next: Next) -> Response {
    let is_late = Arc::new(AtomicBool::new(false));
    let late = is_late.clone();
    let request = request.map(|body| Body::new(Awaited::new(body, patience, late)));
    let response = next.run(request).await;
    if is_late.load(Ordering::Relaxed) { plain_problem(Problem::TooSlow).into_response() } else { response }
}

/// A body with a time-out.
struct Awaited {
    body: Body,
    pause: Duration,
    end: Instant,
    /// Begins when the body is first waited for: most requests have none.
    alarm: Option<Pin<Box<Sleep>>>,
    is_late: Arc<AtomicBool>,
}

impl Awaited {
    fn new(body: Body, patience: Patience, is_late: Arc<AtomicBool>) -> Self {
        Self { body, pause: patience.pause, end: Instant::now() + patience.body, alarm: None, is_late }
    }
}

impl HttpBody for Awaited {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        let this = &mut *self;
        if let Poll::Ready(frame) = Pin::new(&mut this.body).poll_frame(context) {
            this.alarm = None;
            return Poll::Ready(frame);
        }
        let until = (Instant::now() + this.pause).min(this.end);
        let alarm = this.alarm.get_or_insert_with(|| Box::pin(sleep_until(until)));
        if alarm.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        this.is_late.store(true, Ordering::Relaxed);
        Poll::Ready(Some(Err(axum::Error::new("the body did not arrive in time"))))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}
