//! The letter to those who manage, once a week and only when something waits. It names units and measures and no
//! figure: a letter lies on servers that nobody here knows.

use chrono::{Datelike, Days, NaiveDate, Timelike};
use domain::{
    AccountId, Lang, UnitId, format,
    insight::matters::{Matter, Worklist},
    text::{t, tv},
};
use sea_orm::ConnectionTrait;

use base::{
    Base, Result,
    db::{self, execute},
    outbox::{self, Kind},
};
use organisation::Tree;
use staff::rounds::reminders::MORNING;

/// Puts the letters of the week into the post, once however many instances run.
///
/// # Errors
/// When the database refuses.
pub async fn run_due(base: &Base) -> Result<()> {
    let organisation = organisation::find(&base.db.reader).await?;
    let now = base.now();
    let is_night = now.with_timezone(&organisation.timezone).hour() < MORNING;
    // Without a transport the letters would only pile up.
    if base.post.is_none() || is_night {
        return Ok(());
    }
    let today = organisation.local_day(now);
    let monday = today - Days::new(u64::from(today.weekday().num_days_from_monday()));
    let due = due(&base.db.reader, monday).await?;
    if due.is_empty() {
        return Ok(());
    }
    let tree = organisation::tree(base, &base.db.reader).await?;
    for account in due {
        // Looked at before anything is locked for it.
        let has_work = !waiting_for(&base.db.reader, &tree, account, today).await?.open.is_empty();
        let transaction = base.db.begin().await?;
        // Another instance may have been here since: then the row is not as it was.
        let claimed = execute(
            &transaction,
            "UPDATE account SET weekly_on = $1 WHERE id = $2 AND (weekly_on IS NULL OR weekly_on < $3)",
            [today.into(), account.into(), monday.into()],
        )
        .await?;
        if has_work && claimed.rows_affected() > 0 {
            outbox::queue(&transaction, now, Kind::Weekly, Some(account)).await?;
        }
        transaction.commit().await?;
    }
    Ok(())
}

/// Who manages, can be written to, wants it, and was not looked at this week.
async fn due(db: &impl ConnectionTrait, monday: NaiveDate) -> Result<Vec<AccountId>> {
    let due = db::column(
        db,
        "SELECT id FROM account
         WHERE state = 'active' AND email IS NOT NULL AND wants_weekly AND (weekly_on IS NULL OR weekly_on < $1)
           AND EXISTS (SELECT 1 FROM role_grant WHERE account_id = account.id AND role = 'manager')
         ORDER BY id",
        [monday.into()],
    )
    .await?;
    Ok(due)
}

/// What waits in the units that an account manages; nothing for one that was closed.
///
/// # Errors
/// When the database refuses.
pub async fn waiting_for(
    db: &impl ConnectionTrait,
    tree: &Tree,
    account: AccountId,
    today: NaiveDate,
) -> Result<Worklist> {
    let tops: Vec<UnitId> = db::column(
        db,
        "SELECT role_grant.unit_id FROM role_grant JOIN account ON account.id = role_grant.account_id
         WHERE account.id = $1 AND account.state = 'active' AND role_grant.role = 'manager'",
        [account.into()],
    )
    .await?;
    let matters = super::of_units(db, tree, None, &tree.topmost(&tops)).await?;
    Ok(Worklist::of(matters, today))
}

/// A matter as a line of the letter.
pub fn line(matter: &Matter, lang: Lang) -> String {
    let running = tv(
        lang,
        "matter-running",
        &[
            ("count", matter.periods().into()),
            ("resolution", matter.since.resolution().name().into()),
            ("period", format::period(lang, matter.since).into()),
        ],
    );
    let measure = t(lang, &format!("measure-{}", matter.topic.name()));
    format!("- {} · {measure}: {running}", matter.unit.name)
}
