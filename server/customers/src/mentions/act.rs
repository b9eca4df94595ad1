//! Looking into a mention: marking it, telling the person, saying what came of it.

use chrono::Duration;
use domain::{
    AccountId, Field, Problem, Right, Role, Why,
    customers::{
        mention::{Finding, LONGEST_MENTION, MENTION_DAYS, Mention, MentionForm, MentionMay, category_after},
        words::{Category, EventKind},
    },
    field::free_text,
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    likeness::{ALIKE, likeness},
    names::{names_in, roster_names, without},
    page::{RIGHTS, lock, may},
    reach::{self, Reach},
    seal::Key,
    stored::{Hand, Named, begin},
    texts::clean,
    upkeep::forget_keys,
};
use crate::{
    calendars,
    complaints::{
        events::Data,
        issues::rename_issue,
        record::{Change, Record},
    },
};
use base::{
    Actor, Base, Error, Result,
    access::authorize_any,
    db::{all, exists, value},
    outbox,
};
use organisation::Tree;

/// Does something with a mention: what was refused changes nothing.
///
/// # Errors
/// `NotFound` for whoever is not to know whom a case names; `CaseMovedOn` for what is no next step any more; `Invalid`
/// for what the form lacks.
pub async fn act(base: &Base, actor: Option<&Actor>, reference: &str, form: &MentionForm) -> Result<()> {
    let actor = authorize_any(actor, RIGHTS)?;
    if form.act == "mark" {
        return mark(base, actor, reference, form).await;
    }
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let (mut record, named, reach) = lock(&transaction, &tree, actor, reference).await?;
    if reach != Reach::Reader {
        return Err(Problem::Forbidden.into());
    }
    let calendar = calendars::of(&transaction, &tree, &organisation, record.unit).await?.calendar;
    let may = may(&calendar, &record, named.as_ref(), reach, base.now());
    let mut named = named.ok_or(Problem::CaseMovedOn)?;
    let role = actor.role_for(Right::ReadMention).map_or(Role::Manager.name(), Role::name);
    let hand = Hand { db: &transaction, tree: &tree, organisation: &organisation, now: base.now(), role };
    match (form.act.as_str(), may) {
        ("tell", MentionMay::Tell) => tell(&hand, &mut record, &mut named, form, base.post.is_some()).await?,
        ("assess", MentionMay::Assess) => assess(&hand, &mut record, &mut named, form).await?,
        ("tell" | "assess", _) => return Err(Problem::CaseMovedOn.into()),
        _ => return Err(Problem::NotFound.into()),
    }
    transaction.commit().await?;
    forget_keys(base).await
}

/// Whoever looks through a case marks that it names somebody; the name goes from the text.
async fn mark(base: &Base, actor: &Actor, reference: &str, form: &MentionForm) -> Result<()> {
    let mention = free_text(&form.about_whom, LONGEST_MENTION)
        .map_err(|why| Problem::invalid(Field::AboutWhom, why))?;
    // Before the transaction: a store of keys may be a table of the same database.
    let key = Key::fresh(base).await?;
    let marked = write_mark(base, actor, reference, form, &key, &mention).await;
    if marked.is_err() {
        key.give_up(base).await?;
    }
    marked
}

async fn write_mark(
    base: &Base,
    actor: &Actor,
    reference: &str,
    form: &MentionForm,
    key: &Key,
    mention: &str,
) -> Result<()> {
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let (mut record, named, reach) = lock(&transaction, &tree, actor, reference).await?;
    if named.is_some() {
        return Err(Problem::CaseMovedOn.into());
    }
    if reach != Reach::Handler {
        return Err(Problem::Forbidden.into());
    }
    let role = actor.role_for(Right::HandleCase).map_or(Role::Service.name(), Role::name);
    let now = base.now();
    let hand = Hand { db: &transaction, tree: &tree, organisation: &organisation, now, role };
    let mut names = roster_names(&transaction, &tree, record.unit, organisation.local_day(now)).await?;
    names.push(names_in(mention));
    let lang = record.lang.unwrap_or_default();
    let stand_in = super::names::stand_in(lang);
    let (what, found) = without(&record.what, &names, stand_in);
    let (put_right, also_found) = without(&record.put_right, &names, stand_in);
    if !(found.is_empty() && also_found.is_empty()) {
        // What it was is not kept as a note: the name would stand there.
        (record.what, record.put_right) = (what, put_right);
        let change = Change {
            kind: EventKind::Corrected,
            role,
            data: Data { text: true, ..Data::default() },
            text: None,
        };
        record.happen(&transaction, &tree, &organisation, now, change).await?;
    }
    clean(&transaction, record.id, &names, lang).await?;
    begin(&hand, &mut record, key, mention, !form.about_manager.is_empty()).await?;
    transaction.commit().await?;
    Ok(())
}

/// The person is told: they find it on their own page, word for word.
async fn tell<C: ConnectionTrait>(
    hand: &Hand<'_, C>,
    record: &mut Record,
    named: &mut Named,
    form: &MentionForm,
    has_post: bool,
) -> Result<()> {
    let today = hand.organisation.local_day(hand.now);
    let people = reach::people(hand.db, hand.tree, record.unit, today).await?;
    let person = form.person.parse().ok().filter(|id| people.iter().any(|(known, _)| known == id));
    let why = if form.person.is_empty() { Why::Missing } else { Why::NotAChoice };
    let person = person.ok_or(Problem::invalid(Field::Person, why))?;
    named.is_about(hand.db, person, hand.now).await?;
    if has_post && let Some(account) = account_of(hand.db, person).await? {
        outbox::queue(hand.db, hand.now, outbox::Kind::Named, Some(account)).await?;
    }
    match named.state {
        Mention::Praise => Ok(()),
        _ => named.enter(hand, record, Mention::Told, None).await,
    }
}

/// The account of a person who can be written to.
async fn account_of(db: &impl ConnectionTrait, person: i64) -> Result<Option<AccountId>> {
    let sql = "SELECT id FROM account WHERE person_id = $1 AND state = 'active' AND email IS NOT NULL";
    Ok(value(db, sql, [person.into()]).await?)
}

async fn assess<C: ConnectionTrait>(
    hand: &Hand<'_, C>,
    record: &mut Record,
    named: &mut Named,
    form: &MentionForm,
) -> Result<()> {
    let finding = Finding::from_name(&form.finding).ok_or(Problem::invalid(Field::Finding, Why::Missing))?;
    let chosen = Category::from_name(&form.category).filter(|category| *category != Category::StaffConduct);
    if finding == Finding::Work && chosen.is_none() {
        return Err(Problem::invalid(Field::Category, Why::Missing).into());
    }
    let next = match finding {
        Finding::Work => Mention::AboutWork,
        Finding::Unfounded => Mention::Unfounded,
        Finding::Conduct => {
            let others = independent(hand, record, named).await?;
            for other in &others {
                stand_together(hand, *other).await?;
            }
            match !others.is_empty() || has_own_name(hand.db, record.id).await? {
                true => Mention::Conduct,
                false => Mention::Alone,
            }
        }
    };
    let category = category_after(finding, chosen).filter(|category| *category != record.category);
    let change = category.map(|category| (category, record.category));
    if let Some((category, was)) = change {
        rename_issue(hand.db, record, was, category).await?;
        record.category = category;
    }
    named.enter(hand, record, next, change).await
}

/// Whether the complainant gave their own name.
async fn has_own_name(db: &impl ConnectionTrait, complaint: i64) -> Result<bool> {
    let sql = "SELECT 1 AS one FROM customer WHERE complaint_id = $1 AND name <> ''";
    Ok(exists(db, sql, [complaint.into()]).await?)
}

#[derive(FromQueryResult)]
struct Other {
    id: i64,
    what: String,
    received_at: chrono::DateTime<chrono::Utc>,
}

/// Other complaints about the same person that stand, from another day, another burst and another hand. The only question by person.
async fn independent<C: ConnectionTrait>(
    hand: &Hand<'_, C>,
    record: &Record,
    named: &Named,
) -> Result<Vec<i64>> {
    let days = i64::try_from(MENTION_DAYS).map_err(|error| Error::Internal(error.to_string()))?;
    let sql = "SELECT complaint.id, complaint.what, complaint.received_at FROM named_person
               JOIN complaint ON complaint.id = named_person.complaint_id
               JOIN complaint AS own ON own.id = $2
               WHERE named_person.person_id = $1 AND complaint.id <> $2 AND named_person.state IN ('alone', 'conduct')
                   AND complaint.received_at >= $3
                   AND (own.burst_id IS NULL OR complaint.burst_id IS NULL OR complaint.burst_id <> own.burst_id)";
    let since = record.received_at - Duration::days(days);
    let rows: Vec<Other> = all(hand.db, sql, [named.person.into(), record.id.into(), since.into()]).await?;
    let day = |at| hand.organisation.local_day(at);
    let stands = |other: &Other| {
        day(other.received_at) != day(record.received_at) && likeness(&other.what, &record.what) < ALIKE
    };
    Ok(rows.into_iter().filter(stands).map(|other| other.id).collect())
}

/// What stood alone does so no longer.
async fn stand_together<C: ConnectionTrait>(hand: &Hand<'_, C>, complaint: i64) -> Result<()> {
    let Some(mut record) = Record::lock_by_id(hand.db, complaint).await? else { return Ok(()) };
    match Named::find(hand.db, complaint).await? {
        Some(mut named) if named.state == Mention::Alone => {
            named.enter(hand, &mut record, Mention::Conduct, None).await
        }
        _ => Ok(()),
    }
}
