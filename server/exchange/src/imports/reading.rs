//! Files are read away from the threads that answer requests: one at a time for an account, few at once in all.
//! What somebody sends may take a processor for seconds, and everybody else's pages go on meanwhile.

use crate::Exchange;
use std::{collections::HashMap, future::Future, sync::Arc, time::Duration};

use domain::{AccountId, Problem, exchange::import::ImportKind};
use tokio::{
    runtime::Handle,
    sync::{Mutex, OwnedMutexGuard, Semaphore, oneshot},
    task::spawn_blocking,
    time::timeout,
};

use base::{Actor, Error, Result, access::authorize_any};

/// Uploads read at the same time.
const MOST_AT_ONCE: usize = 2;
/// How long an upload waits for another of its account, and for a place among all. A file is read in a second
/// or two; who waits longer is told, rather than kept with a file in memory until the connection breaks.
const PATIENCE: Duration = Duration::from_secs(10);

/// Who reads files in this process.
pub(crate) struct Reading {
    places: Arc<Semaphore>,
    accounts: std::sync::Mutex<HashMap<AccountId, Arc<Mutex<()>>>>,
    /// Whoever writes confirmed imports: one after another.
    pub(super) queue: Arc<Mutex<()>>,
}

impl Default for Reading {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(MOST_AT_ONCE)),
            accounts: std::sync::Mutex::default(),
            queue: Arc::default(),
        }
    }
}

impl Reading {
    fn of(&self, account: AccountId) -> Arc<Mutex<()>> {
        let mut accounts = self.accounts.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        accounts.retain(|_, turn| Arc::strong_count(turn) > 1);
        accounts.entry(account).or_default().clone()
    }
}

/// An account's turn to have a file taken in; the next of its uploads begins when this is dropped.
pub struct Turn(#[allow(dead_code, reason = "it is held, not looked at")] OwnedMutexGuard<()>);

/// Waits until no other file of the account is being taken in. Asked for before a file is received, so that an
/// account has one file in memory, however many it sends.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `Busy` when the file before takes too long.
pub async fn turn(exchange: &Exchange, actor: Option<&Actor>) -> Result<Turn> {
    let actor = authorize_any(actor, ImportKind::RIGHTS)?;
    let turn = exchange.reading.of(actor.account).lock_owned();
    Ok(Turn(timeout(PATIENCE, turn).await.map_err(|_| Problem::Busy)?))
}

/// Does the work of a turn on a thread of its own, when there is a place.
pub(super) async fn read<T, F>(
    exchange: &Exchange,
    turn: Turn,
    work: impl FnOnce() -> F + Send + 'static,
) -> Result<T>
where
    T: Send + 'static,
    F: Future<Output = Result<T>>,
{
    let place = exchange.reading.places.clone().acquire_owned();
    let place = timeout(PATIENCE, place).await.map_err(|_| Problem::Busy)?;
    let place = place.map_err(|error| Error::Internal(error.to_string()))?;
    aside((turn, place), work).await
}

/// Does work on a thread of its own, which `held` is kept for. When the caller goes away, the work stops at its
/// next look into the database, and only then is `held` let go.
pub(super) async fn aside<T, F>(
    held: impl Send + 'static,
    work: impl FnOnce() -> F + Send + 'static,
) -> Result<T>
where
    T: Send + 'static,
    F: Future<Output = Result<T>>,
{
    let (waiting, gone) = oneshot::channel::<()>();
    let runtime = Handle::current();
    let thread = spawn_blocking(move || {
        let _held = held;
        runtime.block_on(async {
            tokio::select! {
                outcome = work() => outcome,
                _ = gone => Err(Error::Internal("nobody waits for it any more".to_owned())),
            }
        })
    });
    let outcome = thread.await.map_err(|error| Error::Internal(error.to_string()))?;
    drop(waiting);
    outcome
}
