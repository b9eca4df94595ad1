//! What an error of the database means to whoever asked.

use sea_orm::{ConnAcquireErr, DbErr, RuntimeErr, sqlx};

/// The kinds of failure that differ in what should be done about them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// It is busy, restarting or does not answer: the same will do in a moment.
    Busy,
    /// It cannot store anything: the disk is full, read-only or failing, or the file is gone.
    Storage,
    /// Nobody can tell whether it was stored: the answer to the last word of a transaction did not come.
    Unsure,
    /// Anything else is ours to mend.
    Other,
}

const UNSURE: &str = "the database did not say in time whether it has stored a transaction";

impl Failure {
    /// Tells the kind of an error.
    pub fn of(error: &DbErr) -> Self {
        match error {
            DbErr::Custom(reason) if reason == UNSURE => Self::Unsure,
            DbErr::ConnectionAcquire(_) => Self::Busy,
            DbErr::Conn(RuntimeErr::Internal(_)) => Self::Storage,
            DbErr::Conn(RuntimeErr::SqlxError(error)) => match of_driver(error) {
                Self::Other => Self::Busy,
                known => known,
            },
            DbErr::Exec(RuntimeErr::SqlxError(error)) | DbErr::Query(RuntimeErr::SqlxError(error)) => {
                of_driver(error)
            }
            _ => Self::Other,
        }
    }
}

/// Refuses to write, for a reason that whoever runs the program has to see to.
pub(super) fn refuse(reason: String) -> DbErr {
    DbErr::Conn(RuntimeErr::Internal(reason))
}

/// Whether a transaction was stored is not known.
pub(super) fn unsure() -> DbErr {
    DbErr::Custom(UNSURE.to_owned())
}

/// An error of this kind, for whoever goes on after the first.
pub(super) fn again(kind: Failure) -> DbErr {
    match kind {
        Failure::Busy => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        Failure::Storage => refuse("an earlier statement of the transaction was not stored".to_owned()),
        Failure::Unsure => unsure(),
        Failure::Other => DbErr::Custom("a transaction with an error cannot be committed".to_owned()),
    }
}

fn of_driver(error: &sqlx::Error) -> Failure {
    match error {
        sqlx::Error::Database(error) => of_code(&error.code().unwrap_or_default()),
        sqlx::Error::Io(_)
        | sqlx::Error::Tls(_)
        | sqlx::Error::PoolTimedOut
        | sqlx::Error::PoolClosed
        | sqlx::Error::WorkerCrashed
        | sqlx::Error::BeginFailed => Failure::Busy,
        _ => Failure::Other,
    }
}

/// SQLite's codes are numbers of up to four digits, those of PostgreSQL have five places.
fn of_code(code: &str) -> Failure {
    match code.parse::<u32>() {
        Ok(number) if code.len() < 5 => of_sqlite(number & 0xff),
        _ => of_postgres(code),
    }
}

/// Primary result codes, <https://sqlite.org/rescode.html>.
const fn of_sqlite(code: u32) -> Failure {
    match code {
        // BUSY, LOCKED, INTERRUPT, PROTOCOL
        5 | 6 | 9 | 15 => Failure::Busy,
        // PERM, READONLY, IOERR, FULL, CANTOPEN
        3 | 8 | 10 | 13 | 14 => Failure::Storage,
        _ => Failure::Other,
    }
}

/// SQLSTATE, <https://www.postgresql.org/docs/current/errcodes-appendix.html>.
fn of_postgres(code: &str) -> Failure {
    match code {
        // disk_full, io_error, read_only_sql_transaction
        "53100" | "58030" | "25006" => Failure::Storage,
        // query_canceled by a time-out, lock_not_available, serialization_failure, deadlock_detected
        "57014" | "55P03" | "40001" | "40P01" => Failure::Busy,
        // insufficient resources, connection exceptions, the server going down or coming up
        _ if ["53", "08", "57P"].iter().any(|class| code.starts_with(class)) => Failure::Busy,
        _ => Failure::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_no_fault_of_the_program_and_a_lock_is_no_full_disk() {
        for (code, kind) in [("13", Failure::Storage), ("3850", Failure::Storage), ("5", Failure::Busy)] {
            assert_eq!(of_code(code), kind, "{code}");
        }
        assert_eq!(of_code("2067"), Failure::Other, "a broken constraint");
        assert_eq!(of_code("53100"), Failure::Storage);
        for busy in ["57P01", "57P03", "57014", "53300", "08006", "40001"] {
            assert_eq!(of_code(busy), Failure::Busy, "{busy}");
        }
        assert_eq!(of_code("23505"), Failure::Other, "a broken constraint");
    }
}
