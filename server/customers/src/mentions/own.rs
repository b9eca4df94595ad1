//! What customers said about oneself.

use domain::{
    Field, Problem, Right,
    customers::mention::{LONGEST_REPLY, Mention, MentionForm, OwnMention},
    field::free_text,
};

use super::{
    page::row,
    stored::{Hand, Named},
    upkeep::forget_keys,
};
use crate::{
    calendars,
    complaints::{record::Record, typed_reference},
};
use base::{Actor, Base, Error, Result, authorize, db::column};
use organisation::Tree;

/// What customers said about whoever asks, word for word.
///
/// # Errors
/// `SignInNeeded`; `Keys` when the store of keys cannot be read.
pub async fn own(base: &Base, actor: Option<&Actor>) -> Result<Vec<OwnMention>> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let Some(person) = actor.person else { return Ok(Vec::new()) };
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let organisation = organisation::find(&db).await?;
    let sql = "SELECT complaint_id FROM named_person WHERE person_id = $1 ORDER BY complaint_id DESC";
    let complaints: Vec<i64> = column(&db, sql, [person.into()]).await?;
    let mut own = Vec::with_capacity(complaints.len());
    for complaint in complaints {
        let record = Record::by_id(&db, complaint).await?;
        let (Some(record), Some(named)) = (record, Named::find(&db, complaint).await?) else { continue };
        let opened = named.opened(base).await?;
        let calendar = calendars::of(&db, &tree, &organisation, record.unit).await?.calendar;
        own.push(OwnMention {
            row: row(&calendar, &organisation, &tree, &record, Some(&named)),
            what: record.what,
            mention: opened.mention,
            reply: opened.reply,
            is_shared: named.is_shared,
            delete_on: named.deleted_on(),
        });
    }
    Ok(own)
}

/// The same for the file of everything that is stored about oneself.
///
/// # Errors
/// As [`own`].
pub async fn own_data(base: &Base, actor: Option<&Actor>) -> Result<serde_json::Value> {
    authorize(actor, Right::KeepAccount)?;
    Ok(serde_json::to_value(own(base, actor).await?)?)
}

/// Replies to what was said about oneself, shares it with the staff representative, or has praise forgotten.
///
/// # Errors
/// `NotFound` for what is not about oneself; `Invalid` for an empty reply; `CaseMovedOn` when it is over.
pub async fn own_act(base: &Base, actor: Option<&Actor>, form: &MentionForm) -> Result<()> {
    let (actor, _) = authorize(actor, Right::KeepAccount)?;
    let own = actor.person.map(i64::from);
    let reply = match form.act.as_str() {
        "reply" => {
            let reply = free_text(&form.reply, LONGEST_REPLY);
            Some(reply.map_err(|why| Problem::invalid(Field::Reply, why))?)
        }
        _ => None,
    };
    // Before the transaction: a store of keys may be a table of the same database.
    let reference = typed_reference(&form.reference);
    let record = Record::by_reference(&base.db.reader, &reference).await?.ok_or(Problem::NotFound)?;
    let named = Named::find(&base.db.reader, record.id).await?.ok_or(Problem::NotFound)?;
    if own.is_none() || named.person != own {
        return Err(Problem::NotFound.into());
    }
    let key = named.key(base).await?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let locked = Record::lock_by_id(&transaction, record.id).await?;
    let (Some(mut record), Some(mut named)) = (locked, Named::find(&transaction, record.id).await?) else {
        return Err(Problem::NotFound.into());
    };
    if named.person != own {
        return Err(Problem::CaseMovedOn.into());
    }
    let state = named.state;
    match (form.act.as_str(), reply) {
        ("reply", Some(reply)) if matches!(state, Mention::Told | Mention::Alone | Mention::Conduct) => {
            let key = key.ok_or_else(|| Error::Keys("the key of a mention is lost".to_owned()))?;
            named.keep_reply(&transaction, &key, &reply).await?;
        }
        ("share", _) if state == Mention::Conduct => named.share(&transaction, !named.is_shared).await?,
        ("remove", _) if state == Mention::Praise => {
            let (now, role) = (base.now(), domain::Role::Employee.name());
            let hand = Hand { db: &transaction, tree: &tree, organisation: &organisation, now, role };
            named.enter(&hand, &mut record, Mention::Deleted, None).await?;
        }
        ("reply" | "share" | "remove", _) => return Err(Problem::CaseMovedOn.into()),
        _ => return Err(Problem::NotFound.into()),
    }
    transaction.commit().await?;
    forget_keys(base).await
}
