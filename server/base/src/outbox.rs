//! The outbox: letters wait in it as a kind and an account, and are written, with their links, when they are sent.
//!
//! Architecture invariant: what a letter says is not known here; see [`Writer`].

use domain::AccountId;
use std::sync::Arc;

use chrono::{DateTime, Duration, Utc};
use sea_orm::{ConnectionTrait, FromQueryResult};

use crate::{
    Base, Result,
    db::{execute, exists, one},
};

/// A letter ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Name of whom it goes to; one line.
    pub name: String,
    /// Address it goes to; one line.
    pub address: String,
    /// Subject; one line.
    pub subject: String,
    /// Plain text.
    pub body: String,
}

/// Sends letters: by SMTP, into a folder, onto the console.
#[async_trait::async_trait]
pub trait Mailer: Send + Sync {
    /// Hands a letter over.
    ///
    /// # Errors
    /// One line for the log, without the letter's text.
    async fn send(&self, letter: &Letter) -> std::result::Result<(), String>;

    /// Whether letters could be handed over now; sends none.
    ///
    /// # Errors
    /// One line that says what stands in the way.
    async fn check(&self) -> std::result::Result<(), String> {
        Ok(())
    }
}

/// Knows what letters say.
#[async_trait::async_trait]
pub trait Writer: Send + Sync {
    /// Writes a letter to an account; none when nobody can be reached there, or nothing is left to say.
    ///
    /// # Errors
    /// When the database refuses.
    async fn write(&self, base: &Base, post: &Post, kind: Kind, account: AccountId)
    -> Result<Option<Letter>>;
}

/// Where letters go, and the address their links lead to.
#[derive(Clone)]
pub struct Post {
    /// Transport.
    pub mailer: Arc<dyn Mailer>,
    /// Address people type. Never taken from a request: whoever sends one could name another host.
    pub public_url: String,
}

/// What a letter is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An invitation to set the first password.
    Invite,
    /// A link to set a new password.
    Reset,
    /// Says that the password was changed.
    PasswordChanged,
    /// Says that the second factor was changed.
    SecondFactorChanged,
    /// Says that a round has opened, with a link to answer.
    CheckIn,
    /// Reminds of it.
    Reminder,
    /// Says that the review of an action is due.
    ActionReview,
    /// Says what waits for somebody who manages.
    Weekly,
    /// Says that a customer named the person; what was said stands on their own page.
    Named,
    /// Says in the morning what is due of the cases that somebody looks after.
    Digest,
    /// Says at once that a case about safety or discrimination is due.
    Urgent,
}

impl Kind {
    const ALL: [Self; 11] = [
        Self::Invite,
        Self::Reset,
        Self::PasswordChanged,
        Self::SecondFactorChanged,
        Self::CheckIn,
        Self::Reminder,
        Self::ActionReview,
        Self::Weekly,
        Self::Named,
        Self::Digest,
        Self::Urgent,
    ];
    /// Letters of which no row stays and no log tells.
    pub const ABOUT_CHECK_IN: [Self; 2] = [Self::CheckIn, Self::Reminder];

    /// The word in the database and, after `mail-`, in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Reset => "reset",
            Self::PasswordChanged => "changed-password",
            Self::SecondFactorChanged => "changed-factor",
            Self::CheckIn => "check-in",
            Self::Reminder => "check-in-reminder",
            Self::ActionReview => "action-review",
            Self::Weekly => "weekly",
            Self::Named => "named",
            Self::Digest => "digest",
            Self::Urgent => "urgent",
        }
    }

    /// Reads the word.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether no row stays of it and no log tells of it: who answers, and whom customers name, is nobody's to count.
    fn is_quiet(self) -> bool {
        self == Self::Named || Self::ABOUT_CHECK_IN.contains(&self)
    }
}

/// Minutes to wait after each failure; after the last, the letter has failed.
const BACK_OFF: [i64; 5] = [1, 5, 30, 2 * 60, 12 * 60];
/// How long sending may take. A letter claimed longer ago is sent again: whoever claimed it stopped.
const CLAIM: Duration = Duration::minutes(10);
/// Letters sent in one go.
const MOST_AT_ONCE: usize = 100;
/// Days for which it is kept that a letter was sent.
const KEPT: Duration = Duration::days(30);

/// Puts a letter into the post. Without an account nothing will be sent.
///
/// # Errors
/// When the database refuses.
pub async fn queue(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    kind: Kind,
    account: Option<AccountId>,
) -> Result<()> {
    execute(
        db,
        "INSERT INTO mail (kind, account_id, state, attempts, due_at, created_at)
         VALUES ($1, $2, 'queued', 0, $3, $3)",
        [kind.name().into(), account.into(), now.into()],
    )
    .await?;
    Ok(())
}

/// Whether a letter of this kind was put into the post for an account since then.
///
/// # Errors
/// When the database refuses.
pub async fn is_queued_since(
    db: &impl ConnectionTrait,
    kind: Kind,
    account: Option<AccountId>,
    since: DateTime<Utc>,
) -> Result<bool> {
    let is_queued = exists(
        db,
        "SELECT 1 AS one FROM mail WHERE kind = $1 AND account_id = $2 AND created_at > $3 LIMIT 1",
        [kind.name().into(), account.into(), since.into()],
    )
    .await?;
    Ok(is_queued)
}

/// Sends what is due.
///
/// # Errors
/// When the database refuses; a letter that cannot be sent waits and is tried again.
pub async fn send_due(base: &Base, writer: &dyn Writer) -> Result<()> {
    let Some(post) = &base.post else { return Ok(()) };
    for _ in 0..MOST_AT_ONCE {
        let Some(row) = claim(base).await? else { break };
        let kind = Kind::from_name(&row.kind);
        let is_quiet = kind.is_some_and(Kind::is_quiet);
        let (state, due_at) = match (kind, row.account_id) {
            (None, _) => {
                tracing::error!(
                    id = row.id,
                    kind = row.kind,
                    "a letter of a kind this version does not know"
                );
                ("failed", base.now())
            }
            (Some(_), None) => ("sent", base.now()),
            (Some(kind), Some(account)) => match writer.write(base, post, kind, account).await? {
                None => ("sent", base.now()),
                Some(letter) => match post.mailer.send(&letter).await {
                    Ok(()) => ("sent", base.now()),
                    Err(error) => after_failure(base, &row, (!is_quiet).then_some(error)),
                },
            },
        };
        if is_quiet && state != "queued" {
            execute(base.db.writer(), "DELETE FROM mail WHERE id = $1", [row.id.into()]).await?;
            continue;
        }
        execute(
            base.db.writer(),
            "UPDATE mail SET state = $1, due_at = $2 WHERE id = $3 AND state = 'sending'",
            [state.into(), due_at.into(), row.id.into()],
        )
        .await?;
    }
    execute(
        base.db.writer(),
        "DELETE FROM mail WHERE state IN ('sent', 'failed') AND created_at < $1",
        [(base.now() - KEPT).into()],
    )
    .await?;
    Ok(())
}

/// A letter as it waits.
#[derive(FromQueryResult)]
struct Waiting {
    id: i64,
    kind: String,
    account_id: Option<AccountId>,
    attempts: i32,
}

/// When it is tried again. Without an `error` the log hears no more than that a letter failed: the words of
/// a mail server can hold the address.
fn after_failure(base: &Base, letter: &Waiting, error: Option<String>) -> (&'static str, DateTime<Utc>) {
    let waits = usize::try_from(letter.attempts - 1).ok().and_then(|failures| BACK_OFF.get(failures));
    match error {
        Some(error) => {
            tracing::warn!(
                id = letter.id,
                attempts = letter.attempts,
                error,
                will_retry = waits.is_some(),
                "a letter was not sent"
            );
        }
        None => tracing::warn!(will_retry = waits.is_some(), "a letter of which no log tells was not sent"),
    }
    match waits {
        Some(minutes) => ("queued", base.now() + Duration::minutes(*minutes)),
        None => ("failed", base.now()),
    }
}

/// Takes the next letter; those about check-ins, of which there are many at once, let the others go
/// first. The condition stands twice, so that of two instances only one gets it; the
/// time until which it is taken is written with it, so that none is lost with whoever took it.
async fn claim(base: &Base) -> Result<Option<Waiting>> {
    let now = base.now();
    let waiting = one(
        base.db.writer(),
        "UPDATE mail SET state = 'sending', attempts = attempts + 1, due_at = $1
         WHERE state IN ('queued', 'sending') AND due_at <= $2 AND id = (
             SELECT id FROM mail WHERE state IN ('queued', 'sending') AND due_at <= $2
             ORDER BY CASE WHEN kind LIKE 'check-in%' THEN 1 ELSE 0 END, due_at, id LIMIT 1)
         RETURNING id, kind, account_id, attempts",
        [(now + CLAIM).into(), now.into()],
    )
    .await?;
    Ok(waiting)
}
