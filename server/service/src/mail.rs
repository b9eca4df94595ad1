//! Mail: queued as a kind and an account; written, with its link, when it is sent.

use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{Lang, format, text};
use sea_orm::{ConnectionTrait, QueryResult};

use crate::{
    Result, Services,
    accounts::links::{self, Purpose},
    actions,
    db::{execute, query_one},
    organisation,
    rounds::reminders,
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
    /// Reminds of it for the last time.
    LastReminder,
    /// Says that the review of an action is due.
    ActionReview,
}

impl Kind {
    const ALL: [Self; 8] = [
        Self::Invite,
        Self::Reset,
        Self::PasswordChanged,
        Self::SecondFactorChanged,
        Self::CheckIn,
        Self::Reminder,
        Self::LastReminder,
        Self::ActionReview,
    ];
    /// Letters of which no row stays and no log tells: together they would say who had answered by when.
    pub(crate) const ABOUT_CHECK_IN: [Self; 3] = [Self::CheckIn, Self::Reminder, Self::LastReminder];

    /// The word in the database and, after `mail-`, in message ids.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::Reset => "reset",
            Self::PasswordChanged => "changed-password",
            Self::SecondFactorChanged => "changed-factor",
            Self::CheckIn => "check-in",
            Self::Reminder => "check-in-reminder",
            Self::LastReminder => "check-in-last",
            Self::ActionReview => "action-review",
        }
    }

    fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    const fn purpose(self) -> Option<Purpose> {
        match self {
            Self::Invite => Some(Purpose::Invite),
            Self::Reset => Some(Purpose::Reset),
            Self::PasswordChanged
            | Self::SecondFactorChanged
            | Self::CheckIn
            | Self::Reminder
            | Self::LastReminder
            | Self::ActionReview => None,
        }
    }

    fn is_about_check_in(self) -> bool {
        Self::ABOUT_CHECK_IN.contains(&self)
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
pub(crate) async fn queue(
    db: &impl ConnectionTrait,
    now: DateTime<Utc>,
    kind: Kind,
    account: Option<i64>,
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
pub(crate) async fn is_queued_since(
    db: &impl ConnectionTrait,
    kind: Kind,
    account: Option<i64>,
    since: DateTime<Utc>,
) -> Result<bool> {
    let row = query_one(
        db,
        "SELECT 1 AS one FROM mail WHERE kind = $1 AND account_id = $2 AND created_at > $3 LIMIT 1",
        [kind.name().into(), account.into(), since.into()],
    )
    .await?;
    Ok(row.is_some())
}

/// Sends what is due.
///
/// # Errors
/// When the database refuses; a letter that cannot be sent waits and is tried again.
pub async fn send_due(services: &Services) -> Result<()> {
    let Some(post) = &services.post else { return Ok(()) };
    for _ in 0..MOST_AT_ONCE {
        let Some(row) = claim(services).await? else { break };
        let id: i64 = row.try_get("", "id")?;
        let attempts: i32 = row.try_get("", "attempts")?;
        let kind = Kind::from_name(&row.try_get::<String>("", "kind")?);
        let is_quiet = kind.is_some_and(Kind::is_about_check_in);
        let (state, due_at) = match write(services, post, kind, &row).await? {
            None => ("sent", services.now()),
            Some(letter) => match post.mailer.send(&letter).await {
                Ok(()) => ("sent", services.now()),
                Err(error) => after_failure(services, id, attempts, (!is_quiet).then_some(error)),
            },
        };
        if is_quiet && state != "queued" {
            execute(services.db.writer(), "DELETE FROM mail WHERE id = $1", [id.into()]).await?;
            continue;
        }
        execute(
            services.db.writer(),
            "UPDATE mail SET state = $1, due_at = $2 WHERE id = $3 AND state = 'sending'",
            [state.into(), due_at.into(), id.into()],
        )
        .await?;
    }
    execute(
        services.db.writer(),
        "DELETE FROM mail WHERE state IN ('sent', 'failed') AND created_at < $1",
        [(services.now() - KEPT).into()],
    )
    .await?;
    Ok(())
}

/// When it is tried again. Without an `error` the log hears no more than that a letter failed: the words of
/// a mail server can hold the address.
fn after_failure(
    services: &Services,
    id: i64,
    attempts: i32,
    error: Option<String>,
) -> (&'static str, DateTime<Utc>) {
    let waits = usize::try_from(attempts - 1).ok().and_then(|failures| BACK_OFF.get(failures));
    match error {
        Some(error) => {
            tracing::warn!(id, attempts, error, will_retry = waits.is_some(), "a letter was not sent");
        }
        None => tracing::warn!(will_retry = waits.is_some(), "a letter about a check-in was not sent"),
    }
    match waits {
        Some(minutes) => ("queued", services.now() + Duration::minutes(*minutes)),
        None => ("failed", services.now()),
    }
}

/// Takes the next letter; those about check-ins, of which there are many at once, let the others go
/// first. The condition stands twice, so that of two instances only one gets it; the
/// time until which it is taken is written with it, so that none is lost with whoever took it.
async fn claim(services: &Services) -> Result<Option<QueryResult>> {
    let now = services.now();
    let row = query_one(
        services.db.writer(),
        "UPDATE mail SET state = 'sending', attempts = attempts + 1, due_at = $1
         WHERE state IN ('queued', 'sending') AND due_at <= $2 AND id = (
             SELECT id FROM mail WHERE state IN ('queued', 'sending') AND due_at <= $2
             ORDER BY CASE WHEN kind LIKE 'check-in%' THEN 1 ELSE 0 END, due_at, id LIMIT 1)
         RETURNING id, kind, account_id, attempts",
        [(now + CLAIM).into(), now.into()],
    )
    .await?;
    Ok(row)
}

/// Writes a letter; none when there is nobody to send it to, or nothing to say any more.
async fn write(
    services: &Services,
    post: &Post,
    kind: Option<Kind>,
    row: &QueryResult,
) -> Result<Option<Letter>> {
    let account: Option<i64> = row.try_get("", "account_id")?;
    let (Some(kind), Some(account)) = (kind, account) else { return Ok(None) };
    let transaction = services.db.begin().await?;
    let found = query_one(
        &transaction,
        "SELECT name, email, lang FROM account WHERE id = $1 AND email IS NOT NULL",
        [account.into()],
    )
    .await?;
    let Some(found) = found else { return Ok(None) };
    let base = post.public_url.trim_end_matches('/');
    let mut closes: Option<NaiveDate> = None;
    let mut count = 0;
    let link = match kind.purpose() {
        None if kind.is_about_check_in() => {
            let invited = reminders::invite(&transaction, account).await?;
            let Some((ends_on, token)) = invited else { return Ok(None) };
            closes = Some(ends_on);
            Some(format!("{base}/check-in/link?token={token}"))
        }
        None if kind == Kind::ActionReview => {
            let today = organisation::find(&transaction).await?.local_day(services.now());
            let due = actions::reminders::due_for(&transaction, account, today).await?;
            let Some(due) = due else { return Ok(None) };
            count = due;
            Some(format!("{base}/actions"))
        }
        None => None,
        Some(purpose) => {
            let token = links::issue(&transaction, services.now(), account, purpose).await?;
            let Some(token) = token else { return Ok(None) };
            Some(format!("{base}/welcome?{}={token}", purpose.name()))
        }
    };
    let organisation = organisation::find(&transaction).await?.name;
    transaction.commit().await?;
    let name = one_line(&found.try_get::<String>("", "name")?);
    let lang: Option<String> = found.try_get("", "lang")?;
    // Nobody asked the person yet which language it is: both are written then.
    let langs = lang.as_deref().and_then(Lang::from_tag).map_or(vec![Lang::Nb, Lang::En], |lang| vec![lang]);
    let say = |part: &str, between: &str| {
        let id = format!("mail-{}{part}", kind.name());
        let say_in = |lang: &Lang| {
            let closes = closes.map(|day| format::long_date(*lang, day)).unwrap_or_default();
            let values = [
                ("name", name.as_str().into()),
                ("organisation", organisation.as_str().into()),
                ("link", link.as_deref().unwrap_or_default().into()),
                ("address", post.public_url.as_str().into()),
                ("account", format!("{base}/account").into()),
                ("closes", closes.into()),
                ("count", count.into()),
            ];
            text::tv(*lang, &id, &values)
        };
        langs.iter().map(say_in).collect::<Vec<_>>().join(between)
    };
    Ok(Some(Letter {
        address: one_line(&found.try_get::<String>("", "email")?),
        subject: one_line(&say("", " / ")),
        body: format!("{}\n", say("-text", "\n\n—\n\n")),
        name,
    }))
}

/// A text that cannot begin a header of its own.
fn one_line(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>().trim().to_owned()
}
