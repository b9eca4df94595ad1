//! Letters about the open round: when it opens and on its fifth day; then silence.
//!
//! They go to everybody on the roll who wants letters, whoever has answered: nothing here can tell. Neither a row nor
//! a line of a log says to whom one went.

use chrono::{NaiveDate, Timelike};
use domain::{AccountId, PersonId};
use entity::round;
use sea_orm::ConnectionTrait;

use super::{find_open, personal_links, roll};
use crate::ballots::keys;
use base::{
    Base, Result,
    db::{execute, value},
    outbox::Kind,
};

/// First hour of the day in which letters are sent, where the organisation is: nobody is woken.
pub const MORNING: u32 = 8;
/// Days of the round on which its letters are due.
const DAYS: [i64; 2] = [1, 5];

/// Puts the letters that are due into the post, once however many instances run, and forgets the codes
/// and links of void rounds.
///
/// # Errors
/// When the database refuses.
pub async fn run_due(base: &Base) -> Result<()> {
    forget(base).await?;
    let organisation = organisation::find(&base.db.reader).await?;
    let now = base.now();
    let round = find_open(&base.db.reader).await?;
    let is_night = now.with_timezone(&organisation.timezone).hour() < MORNING;
    // Without a transport the letters would only pile up.
    let (Some(round), Some(_), false) = (round, &base.post, is_night) else { return Ok(()) };
    let due = due(&round, organisation.local_day(now));
    // What links are made with; letters are written while nothing else can be.
    keys::for_casting(base, &round).await?;
    let transaction = base.db.begin().await?;
    let before = value(&transaction, "SELECT mails FROM round WHERE id = $1", [round.id.into()]).await?;
    let before: i32 = before.unwrap_or(due);
    let claimed = execute(
        &transaction,
        "UPDATE round SET mails = $1 WHERE id = $2 AND state = 'open' AND mails = $3 AND mails < $1",
        [due.into(), round.id.into(), before.into()],
    )
    .await?;
    if claimed.rows_affected() == 0 {
        return Ok(());
    }
    // Who hears of the round only now is not reminded of it.
    let kind = if before == 0 { Kind::CheckIn } else { Kind::Reminder };
    // What could not be sent of the letters before is replaced by these.
    for old in Kind::ABOUT_CHECK_IN {
        execute(&transaction, "DELETE FROM mail WHERE kind = $1", [old.name().into()]).await?;
    }
    execute(
        &transaction,
        "INSERT INTO mail (kind, account_id, state, attempts, due_at, created_at)
         SELECT $1, account.id, 'queued', 0, $2, $2 FROM account
         JOIN roll ON roll.person_id = account.person_id
         WHERE roll.round_id = $3 AND NOT roll.by_code AND account.state = 'active'
           AND account.email IS NOT NULL AND account.wants_reminders ORDER BY account.id",
        [kind.name().into(), now.into(), round.id.into()],
    )
    .await?;
    transaction.commit().await?;
    Ok(())
}

/// How many letters are due by the end of a day: 0 to 2.
fn due(round: &round::Model, today: NaiveDate) -> i32 {
    let day = (today - round.starts_on).num_days() + 1;
    DAYS.iter().filter(|due| **due <= day).count() as i32
}

/// Codes and links are kept until their round's release, which forgets them, so that whoever comes late
/// hears that it has closed. A void round is never released.
async fn forget(base: &Base) -> Result<()> {
    let today = organisation::today(base).await?;
    for table in ["kiosk_code", "code_sheet", "check_in_link"] {
        let sql = format!(
            "DELETE FROM {table} WHERE round_id IN
             (SELECT id FROM round WHERE state = 'voided' AND ends_on < $1)"
        );
        execute(base.db.writer(), &sql, [today.into()]).await?;
    }
    Ok(())
}

/// The last day of the open round and the token of a link to its form, for somebody on the roll who wants to hear
/// of it; none for everybody else.
///
/// # Errors
/// `Keys` when the quarter's key is lost.
pub async fn invite(
    base: &Base,
    db: &impl ConnectionTrait,
    account: AccountId,
) -> Result<Option<(NaiveDate, String)>> {
    let Some(round) = find_open(db).await? else { return Ok(None) };
    let person: Option<PersonId> = value(
        db,
        "SELECT person_id FROM account WHERE id = $1 AND state = 'active' AND wants_reminders
         AND person_id IS NOT NULL",
        [account.into()],
    )
    .await?;
    let Some(person) = person else { return Ok(None) };
    let place = roll::place(db, round.id, person).await?;
    if place.is_none_or(|place| place.by_code) {
        return Ok(None);
    }
    Ok(Some((round.ends_on, personal_links::issue(base, db, &round, person).await?)))
}
