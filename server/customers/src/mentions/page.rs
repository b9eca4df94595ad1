//! The page of a mention.

use chrono::{DateTime, Utc};
use domain::{
    Problem, Right,
    audit::Event,
    customers::mention::{Mention, MentionMay, MentionPage, MentionRow},
};
use sea_orm::ConnectionTrait;

use super::{
    reach::{self, Reach},
    stored::Named,
};
use crate::{
    calendars,
    complaints::{record::Record, typed_reference},
};
use base::{
    Actor, Base, Result,
    access::authorize_any,
    audit::{self, Entry},
    db::value,
};
use organisation::{Organisation, Tree};
use worktime::Calendar;

/// Whoever may come to a mention at all.
pub(super) const RIGHTS: &[Right] = &[Right::ReadMention, Right::HandleCase, Right::ViewVoiceReports];

/// Whom a case names. Every look is written down, at praise apart.
///
/// # Errors
/// `NotFound` for an unknown case, and for whoever is not to know whom it names, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, reference: &str) -> Result<MentionPage> {
    let actor = authorize_any(actor, RIGHTS)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let organisation = organisation::find(&db).await?;
    let record = Record::by_reference(&db, &typed_reference(reference)).await?.ok_or(Problem::NotFound)?;
    let named = Named::find(&db, record.id).await?;
    let case = (record.unit, record.holder());
    let reach = reach::of(&db, &tree, actor, case, record.kind, named.as_ref()).await?;
    let reach = reach.ok_or(Problem::NotFound)?;
    let calendar = calendars::of(&db, &tree, &organisation, record.unit).await?.calendar;
    let row = row(&calendar, &organisation, &tree, &record, named.as_ref());
    let today = organisation.local_day(base.now());
    let may = may(&calendar, &record, named.as_ref(), reach, base.now());
    let people = match may {
        MentionMay::Tell => reach::people(&db, &tree, record.unit, today).await?,
        _ => Vec::new(),
    };
    let person = named.as_ref().and_then(|named| named.person);
    let person = match person {
        Some(person) => value(&db, "SELECT name FROM person WHERE id = $1", [person.into()]).await?,
        None => None,
    };
    drop(db);
    let opened = match &named {
        Some(named) => named.opened(base).await?,
        None => super::stored::Opened::default(),
    };
    if row.state != Mention::Praise && opened.mention.is_some() {
        let entry = Entry {
            unit: Some(record.unit),
            detail: &record.reference,
            ..Entry::new(Event::MentionRead, Some(actor.account))
        };
        audit::note(base, &entry).await?;
    }
    Ok(MentionPage {
        what: record.what,
        kind: record.kind,
        mention: opened.mention,
        reply: opened.reply,
        person,
        delete_on: named.as_ref().and_then(Named::deleted_on),
        people,
        may,
        row,
    })
}

/// A mention in a line.
pub(super) fn row(
    calendar: &Calendar,
    organisation: &Organisation,
    tree: &Tree,
    record: &Record,
    named: Option<&Named>,
) -> MentionRow {
    let state = named.map_or_else(|| Mention::first(record.kind), |named| named.state);
    let told_at = named.and_then(|named| named.told_at);
    let due = reach::due(calendar, state, record.received_at, told_at).filter(|_| named.is_some());
    MentionRow {
        reference: record.reference.clone(),
        unit: tree.get(record.unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        received_on: organisation.local_day(record.received_at),
        state,
        due_on: due.map(|due| organisation.local_day(due)),
    }
}

/// What somebody may do with it now.
pub(super) fn may(
    calendar: &Calendar,
    record: &Record,
    named: Option<&Named>,
    reach: Reach,
    now: DateTime<Utc>,
) -> MentionMay {
    let Some(named) = named else { return MentionMay::Mark };
    match (reach, named.state) {
        (Reach::Reader, Mention::Unverified) => MentionMay::Tell,
        // Whom praise is for may hear of it, too.
        (Reach::Reader, Mention::Praise) if named.person.is_none() => MentionMay::Tell,
        (Reach::Reader, Mention::Told) => {
            let due = reach::due(calendar, named.state, record.received_at, named.told_at);
            match named.has_reply() || due.is_none_or(|due| now >= due) {
                true => MentionMay::Assess,
                false => MentionMay::Wait,
            }
        }
        _ => MentionMay::Read,
    }
}

/// The same for what changes a mention: the case, kept from others until the transaction is over, with its mention.
///
/// # Errors
/// As [`page`].
pub(super) async fn lock(
    db: &impl ConnectionTrait,
    tree: &Tree,
    actor: &Actor,
    reference: &str,
) -> Result<(Record, Option<Named>, Reach)> {
    let reference = typed_reference(reference);
    let record = Record::lock_by_reference(db, &reference).await?.ok_or(Problem::NotFound)?;
    let named = Named::find(db, record.id).await?;
    let case = (record.unit, record.holder());
    let reach = reach::of(db, tree, actor, case, record.kind, named.as_ref()).await?;
    let reach = reach.ok_or(Problem::NotFound)?;
    Ok((record, named, reach))
}
