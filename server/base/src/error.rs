//! What a use case can fail with.

use domain::Problem;
use sea_orm::DbErr;

use crate::db::Failure;

/// A use case's result.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a use case failed.
#[derive(Debug)]
pub enum Error {
    /// Something the user is told, from the fixed catalogue.
    Problem(Problem),
    /// The database refused; the user is told whether it is busy, cannot store, or something broke.
    Database(DbErr),
    /// A key cannot be had or kept; the text is for the log. Nothing was stored.
    Keys(String),
    /// Anything else that is ours to mend; the text is for the log.
    Internal(String),
}

impl Error {
    /// A word in the database that this version does not know.
    pub fn stored(place: &'static str, word: &str) -> Self {
        Self::Internal(format!("{place} holds {word:?}, which this version does not know"))
    }

    /// What the user is told. Logs what the user is not.
    pub fn into_problem(self) -> Problem {
        match self {
            Self::Problem(problem) => problem,
            Self::Database(error) => match Failure::of(&error) {
                Failure::Busy => {
                    tracing::warn!(%error, "database busy");
                    Problem::Busy
                }
                Failure::Storage => {
                    tracing::error!(%error, "the database cannot store");
                    Problem::CannotStore
                }
                Failure::Unsure => {
                    tracing::error!(%error, "a write may or may not be stored");
                    Problem::TookTooLong
                }
                Failure::Other => {
                    tracing::error!(%error, "database error");
                    Problem::Internal
                }
            },
            Self::Keys(error) => {
                tracing::error!(error, "a key cannot be used");
                Problem::KeysMissing
            }
            Self::Internal(error) => {
                tracing::error!(error, "internal error");
                Problem::Internal
            }
        }
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Problem(problem) => write!(f, "{problem:?}"),
            Self::Database(error) => write!(f, "{error}"),
            Self::Keys(error) | Self::Internal(error) => write!(f, "{error}"),
        }
    }
}

impl std::error::Error for Error {}

impl From<Problem> for Error {
    fn from(problem: Problem) -> Self {
        Self::Problem(problem)
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        Self::Database(error)
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Internal(format!("stored JSON: {error}"))
    }
}
