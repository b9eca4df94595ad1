//! Setting a document on a thread that nothing else waits for.

use pack::PackError;
use tokio::{
    sync::{Semaphore, SemaphorePermit},
    task::spawn_blocking,
};

/// One document is set at a time. Whoever waits for it waits here and holds no thread.
static TURN: Semaphore = Semaphore::const_new(1);

/// Waits for the turn to set a document, on a thread that may be held up.
///
/// # Errors
/// Never while the program runs.
pub(super) async fn turn() -> service::Result<SemaphorePermit<'static>> {
    TURN.acquire().await.map_err(|error| service::Error::Internal(error.to_string()))
}

/// The bytes of a document.
///
/// # Errors
/// When it cannot be set, which is a flaw of its template.
pub(super) async fn set(
    make: impl FnOnce() -> Result<Vec<u8>, PackError> + Send + 'static,
) -> service::Result<Vec<u8>> {
    let failed = |error: String| service::Error::Internal(error);
    let turn = turn().await?;
    let made = spawn_blocking(make).await.map_err(|error| failed(error.to_string()))?;
    drop(turn);
    made.map_err(|error| failed(error.to_string()))
}
