//! Deleting names on their day, and their keys.

use chrono::Duration;
use domain::customers::mention::{MENTION_DAYS, Mention};

use super::stored::{Hand, Named};
use crate::complaints::{events::ITSELF, record::Record};
use base::{
    Base, Error, Result,
    db::{column, execute},
};
use organisation::Tree;

/// Deletes names ninety days after a complaint came in, of conduct ninety days after its case was closed, or
/// answered where nobody closes it.
///
/// # Errors
/// When the database refuses.
pub async fn forget(base: &Base) -> Result<()> {
    let today = organisation::today(base).await?;
    let days = i64::try_from(MENTION_DAYS).map_err(|error| Error::Internal(error.to_string()))?;
    let sql =
        "SELECT complaint.id FROM named_person JOIN complaint ON complaint.id = named_person.complaint_id
               WHERE named_person.mention IS NOT NULL AND (
                   (named_person.state <> 'conduct' AND named_person.delete_on <= $1)
                   OR (named_person.state = 'conduct' AND complaint.stage IN ('answered', 'closed')
                       AND COALESCE(complaint.closed_at, complaint.answered_at) <= $2))";
    let closed_before = base.now() - Duration::days(days);
    let due: Vec<i64> = column(&base.db.reader, sql, [today.into(), closed_before.into()]).await?;
    for complaint in due {
        let transaction = base.db.begin().await?;
        let tree = Tree::load(&transaction).await?;
        let organisation = organisation::find(&transaction).await?;
        let Some(mut record) = Record::lock_by_id(&transaction, complaint).await? else { continue };
        // Several instances look; one of them finds the name still there.
        if let Some(mut named) =
            Named::find(&transaction, complaint).await?.filter(|named| named.state.has_name())
        {
            let now = base.now();
            let hand = Hand { db: &transaction, tree: &tree, organisation: &organisation, now, role: ITSELF };
            named.enter(&hand, &mut record, Mention::Deleted, None).await?;
            transaction.commit().await?;
        }
    }
    forget_keys(base).await
}

/// Deletes the name in a card that nobody meant: it is one of a burst.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn drop_of_burst<C: sea_orm::ConnectionTrait>(
    hand: &Hand<'_, C>,
    record: &mut Record,
    complaint: i64,
) -> Result<()> {
    let Some(mut named) = Named::find(hand.db, complaint).await? else { return Ok(()) };
    // Of one that nobody has looked into yet there is nothing to find.
    match [Mention::Unfounded, Mention::Deleted].into_iter().find(|next| named.state.leads_to(*next)) {
        Some(next) => named.enter(hand, record, next, None).await,
        None => Ok(()),
    }
}

/// Destroys the keys of names that are gone: copies of the database that still hold one cannot be opened any more.
///
/// # Errors
/// `Keys` when the store cannot be written; it is tried again.
pub(crate) async fn forget_keys(base: &Base) -> Result<()> {
    let sql = "SELECT key_name FROM named_person WHERE mention IS NULL AND key_name IS NOT NULL";
    for name in column::<String>(base.db.writer(), sql, []).await? {
        base.keys.destroy(&name).await?;
        let sql = "UPDATE named_person SET key_name = NULL WHERE key_name = $1";
        execute(base.db.writer(), sql, [name.into()]).await?;
    }
    Ok(())
}
