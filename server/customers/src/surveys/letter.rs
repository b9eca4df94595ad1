//! The letter that asks how a case went. It goes to the address that the customer left, once, and no log holds it.

use chrono::{DateTime, Duration, Utc};
use domain::{Lang, text::tv};
use sea_orm::FromQueryResult;

use super::invite::address;
use base::{
    Base, Result,
    db::{execute, one},
    outbox::{Letter, Post},
};

/// Letters in one go.
const MOST_AT_ONCE: usize = 50;
/// How long a letter is somebody's who took it: when they are gone, another takes it.
const CLAIM: Duration = Duration::minutes(10);
/// Minutes until it is tried again, after each failure.
const BACK_OFF: [i64; 4] = [10, 60, 360, 1440];

#[derive(FromQueryResult)]
struct Due {
    id: i64,
    nonce: Vec<u8>,
    attempts: i64,
    complaint_id: i64,
}

#[derive(FromQueryResult)]
struct Addressee {
    name: String,
    email: String,
    lang: Option<String>,
    reference: String,
}

/// Sends what is due; without a way to send letters they wait until their time is over.
///
/// # Errors
/// When the database refuses; a letter that cannot be sent is tried again.
pub async fn send_due(base: &Base) -> Result<()> {
    let Some(post) = &base.post else { return Ok(()) };
    let organisation = organisation::find(&base.db.reader).await?;
    for _ in 0..MOST_AT_ONCE {
        let Some(due) = claim(base).await? else { break };
        let (state, at) = match letter(base, post, &organisation.name, &due).await? {
            // The contact is gone, or the case is open again.
            None => ("none", base.now()),
            Some(letter) => match post.mailer.send(&letter).await {
                Ok(()) => ("sent", base.now()),
                Err(_) => after_failure(base, due.attempts),
            },
        };
        let sql = "UPDATE survey SET mail = $2, mail_due_at = $3 WHERE id = $1 AND mail = 'waiting'";
        execute(base.db.writer(), sql, [due.id.into(), state.into(), at.into()]).await?;
    }
    Ok(())
}

/// When it is tried again. The words of a mail server can hold the address: the log hears nothing of them.
fn after_failure(base: &Base, attempts: i64) -> (&'static str, DateTime<Utc>) {
    let waits = usize::try_from(attempts - 1).ok().and_then(|failures| BACK_OFF.get(failures));
    tracing::warn!(will_retry = waits.is_some(), "a letter to a customer was not sent");
    match waits {
        Some(minutes) => ("waiting", base.now() + Duration::minutes(*minutes)),
        None => ("failed", base.now()),
    }
}

/// Takes the next one. The condition stands twice, so that of two instances only one gets it.
async fn claim(base: &Base) -> Result<Option<Due>> {
    let now = base.now();
    let sql = "UPDATE survey SET attempts = attempts + 1, mail_due_at = $1
               WHERE mail = 'waiting' AND mail_due_at <= $2 AND id = (
                   SELECT id FROM survey WHERE mail = 'waiting' AND mail_due_at <= $2 ORDER BY mail_due_at, id LIMIT 1)
               RETURNING id, nonce, attempts, complaint_id";
    Ok(one(base.db.writer(), sql, [(now + CLAIM).into(), now.into()]).await?)
}

async fn letter(base: &Base, post: &Post, organisation: &str, due: &Due) -> Result<Option<Letter>> {
    let sql = "SELECT customer.name, customer.email, complaint.lang, complaint.reference FROM customer
               JOIN complaint ON complaint.id = customer.complaint_id
               WHERE complaint.id = $1 AND complaint.stage = 'closed' AND customer.email <> ''";
    let Some(addressee) = one::<Addressee>(&base.db.reader, sql, [due.complaint_id.into()]).await? else {
        return Ok(None);
    };
    // Where nobody said which language it is, both are written.
    let langs = match addressee.lang.as_deref().and_then(Lang::from_tag) {
        Some(lang) => vec![lang],
        None => vec![Lang::Nb, Lang::En],
    };
    let site = post.public_url.trim_end_matches('/');
    let last = address(base, &due.nonce).await?;
    let say = |id: &str, between: &str| {
        let in_lang = |lang: &Lang| {
            let link = format!("{site}/survey/{last}?lang={}", lang.tag());
            let values = [
                ("organisation", organisation.into()),
                ("reference", addressee.reference.as_str().into()),
                ("link", link.into()),
            ];
            tv(*lang, id, &values)
        };
        langs.iter().map(in_lang).collect::<Vec<_>>().join(between)
    };
    let one_line =
        |text: &str| text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    Ok(Some(Letter {
        name: one_line(&addressee.name),
        address: one_line(&addressee.email),
        subject: one_line(&say("mail-survey", " / ")),
        body: format!("{}\n", say("mail-survey-text", "\n\n—\n\n")),
    }))
}
