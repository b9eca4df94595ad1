//! A slip from the desk: for whoever stands in front of it, and for whoever has lost theirs and is known.
//!
//! Nobody can read a secret again. A new one is made, shown once and noted in the log; the one before opens nothing then.

use domain::{
    Field, Lang, Problem, Right, Why,
    audit::Event,
    customers::card::{CaseSlip, MaySlip, SECRET_LETTERS, SlipForm, SlipPage},
    letters::in_groups,
};
use sea_orm::ConnectionTrait;

use super::{key::Key, receipt};
use crate::complaints::{page::contact, random_letters, record::Record, typed_reference};
use base::{Actor, Base, Result, audit, authorize, db::exists};
use organisation::Tree;

/// The page on which a slip is asked for.
///
/// # Errors
/// `NotFound` for an unknown case and for somebody else's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, reference: &str) -> Result<SlipPage> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let record = Record::find(&db, &tree, &tops, &typed_reference(reference)).await?;
    let contact = contact(&db, record.id).await?;
    let may = may(&db, &record, contact.is_some()).await?;
    let contact = contact.map(|contact| [contact.name, contact.phone, contact.email]);
    Ok(SlipPage { reference: record.reference, what: record.what, may, contact })
}

async fn may(db: &impl ConnectionTrait, record: &Record, is_known: bool) -> Result<MaySlip> {
    if record.what.is_empty() {
        return Ok(MaySlip::Erased);
    }
    let is_there = receipt::is_there(db, &record.reference).await?;
    let sql = "SELECT 1 AS one FROM complaint WHERE id = $1 AND source IS NULL AND import_id IS NULL";
    let is_of_desk = exists(db, sql, [record.id.into()]).await?;
    Ok(match (is_known, is_there) {
        (true, true) => MaySlip::Again,
        (true, false) => MaySlip::First,
        // At the desk somebody has just said it; whose a card on paper is, nobody can tell.
        (false, false) if is_of_desk => MaySlip::First,
        (false, _) => MaySlip::Anonymous,
    })
}

/// Makes a slip, and says in which language the customer reads it.
///
/// # Errors
/// As [`page`]; `Invalid` when nobody has looked whether it is the customer; `ChangedMeanwhile` where there may be none.
pub async fn give(
    base: &Base,
    actor: Option<&Actor>,
    reference: &str,
    form: &SlipForm,
) -> Result<(CaseSlip, Option<Lang>)> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    if form.sure.is_empty() {
        return Err(Problem::invalid(Field::Sure, Why::Missing).into());
    }
    let key = Key::of(base).await?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let record = Record::lock(&transaction, &tree, &tops, &typed_reference(reference)).await?;
    let is_known = contact(&transaction, record.id).await?.is_some();
    match may(&transaction, &record, is_known).await? {
        MaySlip::First | MaySlip::Again => {}
        MaySlip::Anonymous | MaySlip::Erased => return Err(Problem::ChangedMeanwhile.into()),
    }
    let secret = random_letters(SECRET_LETTERS)?;
    receipt::replace(&transaction, &key, &record.reference, &secret).await?;
    let entry = audit::Entry {
        unit: Some(record.unit),
        detail: &record.reference,
        ..audit::Entry::new(Event::SlipGiven, Some(actor.account))
    };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    let slip = CaseSlip {
        secret: in_groups(&secret),
        organisation: organisation.name.clone(),
        unit: tree.get(record.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        received_on: organisation.local_day(record.received_at),
        reference: record.reference,
    };
    Ok((slip, record.lang))
}
