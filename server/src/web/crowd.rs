//! How many are here at the same time, in all and from one network address.

use std::{
    collections::HashMap,
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
};

use axum::{
    body::{Body, Bytes, HttpBody},
    extract::{Request, State},
    http::{HeaderValue, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use domain::Problem;
use http_body::{Frame, SizeHint};

use super::{address, pages::plain_problem};

/// What somebody who was turned away should wait, in seconds.
const WAIT: HeaderValue = HeaderValue::from_static("5");

/// Counts who is here; clones count together.
#[derive(Clone)]
pub(super) struct Crowd {
    most: usize,
    most_per_address: usize,
    here: Arc<Mutex<Here>>,
}

#[derive(Default)]
struct Here {
    total: usize,
    by_address: HashMap<String, usize>,
}

/// Which of the two limits was reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Full {
    /// That for everybody together.
    InAll,
    /// That for one address.
    ForAddress,
}

impl Crowd {
    pub(super) fn new(most: usize, most_per_address: usize) -> Self {
        Self { most, most_per_address, here: Arc::default() }
    }

    /// A place until it is dropped.
    pub(super) fn enter(&self, address: &str) -> Result<Place, Full> {
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        if here.total >= self.most {
            return Err(Full::InAll);
        }
        let of_address = here.by_address.get(address).copied().unwrap_or_default();
        if of_address >= self.most_per_address {
            return Err(Full::ForAddress);
        }
        here.total += 1;
        here.by_address.insert(address.to_owned(), of_address + 1);
        Ok(Place { here: self.here.clone(), address: address.to_owned() })
    }

    /// How many are here.
    pub(super) fn count(&self) -> usize {
        self.here.lock().unwrap_or_else(PoisonError::into_inner).total
    }
}

/// A place in the crowd, given back when it is dropped.
pub(super) struct Place {
    here: Arc<Mutex<Here>>,
    address: String,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut here = self.here.lock().unwrap_or_else(PoisonError::into_inner);
        here.total = here.total.saturating_sub(1);
        match here.by_address.get_mut(&self.address) {
            Some(count) if *count > 1 => *count -= 1,
            // Nobody is left, and the map must not grow with everybody who ever came.
            _ => drop(here.by_address.remove(&self.address)),
        }
    }
}

/// Requests under way, for where connections say nothing about who is asking: all of them are a
/// trusted proxy's.
#[derive(Clone)]
pub(super) struct RequestCrowd {
    crowd: Crowd,
    proxies: usize,
}

impl RequestCrowd {
    /// Without trusted proxies nothing is counted here: connections are.
    pub(super) fn new(proxies: usize, most_per_address: usize) -> Self {
        Self { crowd: Crowd::new(usize::MAX, most_per_address), proxies }
    }
}

/// Turns a request away when too many of its address are under way, until their answers are taken.
pub(super) async fn limit(State(requests): State<RequestCrowd>, request: Request, next: Next) -> Response {
    if requests.proxies == 0 {
        return next.run(request).await;
    }
    let address = address::client(request.headers(), request.extensions(), requests.proxies);
    match requests.crowd.enter(&address) {
        Ok(place) => next.run(request).await.map(|body| Body::new(Held { body, _place: place })),
        Err(_) => ([(header::RETRY_AFTER, WAIT)], plain_problem(Problem::Crowded)).into_response(),
    }
}

/// A body that keeps a place until it has been sent or given up.
struct Held {
    body: Body,
    _place: Place,
}

impl HttpBody for Held {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(context)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_was_given_back_is_free_again() {
        let crowd = Crowd::new(3, 2);
        let places = [crowd.enter("a").unwrap(), crowd.enter("a").unwrap()];
        assert_eq!(crowd.enter("a").err(), Some(Full::ForAddress));
        let other = crowd.enter("b").unwrap();
        assert_eq!(crowd.enter("c").err(), Some(Full::InAll));
        drop(places);
        assert!(crowd.enter("a").is_ok() && crowd.count() == 1);
        drop(other);
        assert!(crowd.here.lock().unwrap().by_address.is_empty(), "nobody who left is remembered");
    }
}
