//! Setting a document on a thread that nothing else waits for.

use pack::PackError;
use tokio::{sync::Semaphore, task::spawn_blocking};

/// One document is set at a time. Whoever waits for it waits here and holds no thread.
static TURN: Semaphore = Semaphore::const_new(1);

/// The bytes of a document.
///
/// # Errors
/// When it cannot be set, which is a flaw of its template.
pub(super) async fn set(
    make: impl FnOnce() -> Result<Vec<u8>, PackError> + Send + 'static,
) -> service::Result<Vec<u8>> {
    let failed = |error: String| service::Error::Internal(error);
    let turn = TURN.acquire().await.map_err(|error| failed(error.to_string()))?;
    let made = spawn_blocking(make).await.map_err(|error| failed(error.to_string()))?;
    drop(turn);
    made.map_err(|error| failed(error.to_string()))
}
