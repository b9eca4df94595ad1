//! Cases that belong together: proposed by the machine, tied and parted by people.
//!
//! A tie stands in the history of both cases. Merging leaves the earlier case and its promises as they are; the later
//! one ends, counts no more, and points to it. Parted, it stands again as if it had never been merged.

use chrono::{Duration, NaiveDate};
use domain::{
    Field, Problem, Right, Role, UnitId, Why,
    customers::{
        related::{
            Hint, Proposed, REPEAT_DAYS, RelateForm, Related, RelatedPage, Relation, SameCustomer, Tie,
            email_key, phone_key, same_customer, shares_rare_words,
        },
        words::{EventKind, Kind, Stage},
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::{
    events::Data,
    page::contact,
    record::{Change, Record},
    state::{collides, live},
    typed_reference,
};
use crate::{mentions::Hand, stored_words};
use base::{
    Actor, Base, Result, authorize,
    db::{all, execute},
};
use organisation::{Tree, within};

/// Most cases that are proposed.
const MOST_PROPOSED: usize = 5;
/// Most complaints of a unit and category whose words are compared.
const MOST_COMPARED: i64 = 200;

/// The page on which a case is tied to another.
///
/// # Errors
/// `NotFound` for an unknown case and for somebody else's, alike.
pub async fn related_page(base: &Base, actor: Option<&Actor>, reference: &str) -> Result<RelatedPage> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let record = Record::find(&db, &tree, &tops, &typed_reference(reference)).await?;
    let related = of_case(&db, &tree, &tops, &record).await?;
    let proposed = proposed(&db, &tree, &tops, &record, &related).await?;
    Ok(RelatedPage {
        version: record.version,
        reference: record.reference,
        what: record.what,
        related,
        proposed,
    })
}

/// Ties two cases, or parts them; gives the reference of the one that goes on.
///
/// # Errors
/// `NotFound` for an unknown case and for somebody else's, alike; `CaseMovedOn` when something came in since the page was
/// opened, or they are not tied so any more; `Invalid` when they cannot be tied so.
pub async fn relate(
    base: &Base,
    actor: Option<&Actor>,
    reference: &str,
    form: &RelateForm,
) -> Result<String> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let relation = |name: &str| {
        let why = if name.is_empty() { Why::Missing } else { Why::NotAChoice };
        Relation::from_name(name).ok_or(Problem::invalid(Field::Relation, why))
    };
    let other = typed_reference(&form.other_case);
    if other.is_empty() {
        return Err(Problem::invalid(Field::OtherCase, Why::Missing).into());
    }
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let organisation = organisation::find(&transaction).await?;
    let one = Record::find(&transaction, &tree, &tops, &typed_reference(reference)).await?.id;
    let other = known(&transaction, &tree, &tops, &other).await?;
    if one == other {
        return Err(Problem::invalid(Field::OtherCase, Why::SameCase).into());
    }
    // Always in the same order, so that two people who tie the same two do not wait for each other.
    let first = locked(&transaction, one.min(other)).await?;
    let second = locked(&transaction, one.max(other)).await?;
    let (mut one, mut other) = if first.id == one { (first, second) } else { (second, first) };
    let seen: i64 = form.version.parse().map_err(|_| Problem::CaseMovedOn)?;
    if one.events.iter().any(|event| event.version > seen && collides(event.kind)) {
        return Err(Problem::CaseMovedOn.into());
    }
    let hand = Hand {
        db: &transaction,
        tree: &tree,
        organisation: &organisation,
        now: base.now(),
        role: actor.role_for(Right::HandleCase).map_or("service", Role::name),
    };
    let goes_on = if form.part.is_empty() {
        match relation(&form.relation)? {
            Relation::Merge => hand.merge(&mut one, &mut other, !form.same_customer.is_empty()).await?,
            Relation::Repeat => {
                let (earlier, later) = in_order(&mut one, &mut other);
                hand.repeat(later, earlier).await?;
                one.reference
            }
            Relation::Link => {
                hand.link(&mut one, &mut other).await?;
                one.reference
            }
        }
    } else {
        hand.part(&mut one, &mut other, relation(&form.part)?).await?;
        one.reference
    };
    transaction.commit().await?;
    Ok(goes_on)
}

/// The id of the case of a reference that somebody typed.
///
/// # Errors
/// `Invalid` for an unknown one and for somebody else's, alike.
pub(super) async fn known(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    reference: &str,
) -> Result<i64> {
    match Record::find(db, tree, tops, &typed_reference(reference)).await {
        Ok(record) => Ok(record.id),
        Err(error) => match error.into_problem() {
            Problem::NotFound => Err(Problem::invalid(Field::OtherCase, Why::NoSuchCase).into()),
            problem => Err(problem.into()),
        },
    }
}

/// A case that is known to be there, kept from others until the transaction is over.
///
/// # Errors
/// When the database refuses.
pub(super) async fn locked(db: &impl ConnectionTrait, id: i64) -> Result<Record> {
    Ok(Record::lock_by_id(db, id).await?.ok_or(Problem::NotFound)?)
}

/// Two cases, the one that came in first before the other.
fn in_order<'a>(one: &'a mut Record, other: &'a mut Record) -> (&'a mut Record, &'a mut Record) {
    let is_first = (one.received_at, one.id) < (other.received_at, other.id);
    if is_first { (one, other) } else { (other, one) }
}

impl<C: ConnectionTrait> Hand<'_, C> {
    async fn merge(&self, one: &mut Record, other: &mut Record, is_sure: bool) -> Result<String> {
        let refused = |field, why| Err(Problem::invalid(field, why).into());
        if one.kind != Kind::Complaint || other.kind != Kind::Complaint {
            return refused(Field::OtherCase, Why::NoComplaint);
        }
        if one.stage == Stage::Closed || other.stage == Stage::Closed {
            return refused(Field::OtherCase, Why::CaseClosed);
        }
        let contacts = (contact(self.db, one.id).await?, contact(self.db, other.id).await?);
        match same_customer(contacts.0.as_ref(), contacts.1.as_ref()) {
            SameCustomer::No => return refused(Field::OtherCase, Why::OtherCustomer),
            SameCustomer::Unknown if !is_sure => {
                return refused(Field::SameCustomer, Why::CustomerNotSure);
            }
            SameCustomer::Yes | SameCustomer::Unknown => {}
        }
        let (earlier, later) = in_order(one, other);
        self.happen(later, EventKind::Merged, earlier.id, None).await?;
        self.happen(earlier, EventKind::TookIn, later.id, None).await?;
        Ok(earlier.reference.clone())
    }

    /// Says that a case is the same as an earlier one again.
    ///
    /// # Errors
    /// `Invalid` when it repeats another already.
    pub(crate) async fn repeat(&self, later: &mut Record, earlier: &mut Record) -> Result<()> {
        let sql = "UPDATE complaint SET repeat_of_id = $2 WHERE id = $1 AND repeat_of_id IS NULL";
        if execute(self.db, sql, [later.id.into(), earlier.id.into()]).await?.rows_affected() == 0 {
            return Err(Problem::invalid(Field::OtherCase, Why::TiedAlready).into());
        }
        self.happen(later, EventKind::Repeats, earlier.id, None).await?;
        self.happen(earlier, EventKind::Repeated, later.id, None).await
    }

    async fn link(&self, one: &mut Record, other: &mut Record) -> Result<()> {
        let sql = "INSERT INTO case_link (complaint_id, other_id) VALUES ($1, $2) ON CONFLICT DO NOTHING";
        let ids = [one.id.min(other.id).into(), one.id.max(other.id).into()];
        if execute(self.db, sql, ids).await?.rows_affected() == 0 {
            return Err(Problem::invalid(Field::OtherCase, Why::TiedAlready).into());
        }
        let (one_id, other_id) = (one.id, other.id);
        self.happen(one, EventKind::Linked, other_id, None).await?;
        self.happen(other, EventKind::Linked, one_id, None).await
    }

    async fn part(&self, one: &mut Record, other: &mut Record, relation: Relation) -> Result<()> {
        let kinds: &[EventKind] = match relation {
            Relation::Merge => &[EventKind::Merged, EventKind::TookIn],
            Relation::Repeat => &[EventKind::Repeats, EventKind::Repeated],
            Relation::Link => &[EventKind::Linked],
        };
        let tie = |record: &Record, other: i64| {
            let is_tie = |kind, data: &Data| kinds.contains(&kind) && data.other == Some(other);
            let tie = live(&record.events).into_iter().rfind(|event| is_tie(event.kind, &event.data));
            tie.map(|event| event.version).ok_or(Problem::CaseMovedOn)
        };
        let (one_id, other_id) = (one.id, other.id);
        let (of_one, of_other) = (tie(one, other_id)?, tie(other, one_id)?);
        match relation {
            // That it is part of another case follows from its events alone.
            Relation::Merge => {}
            Relation::Repeat => {
                let sql = "UPDATE complaint SET repeat_of_id = NULL
                           WHERE (id = $1 AND repeat_of_id = $2) OR (id = $2 AND repeat_of_id = $1)";
                execute(self.db, sql, [one_id.into(), other_id.into()]).await?;
            }
            Relation::Link => {
                let sql = "DELETE FROM case_link WHERE complaint_id = $1 AND other_id = $2";
                execute(self.db, sql, [one_id.min(other_id).into(), one_id.max(other_id).into()]).await?;
            }
        }
        self.happen(one, EventKind::Parted, other_id, Some(of_one)).await?;
        self.happen(other, EventKind::Parted, one_id, Some(of_other)).await
    }

    async fn happen(&self, record: &mut Record, kind: EventKind, other: i64, of: Option<i64>) -> Result<()> {
        let data = Data { other: Some(other), of, ..Data::default() };
        let change = Change { kind, role: self.role, data, text: None };
        record.happen(self.db, self.tree, self.organisation, self.now, change).await?;
        Ok(())
    }
}

#[derive(FromQueryResult)]
struct StoredTie {
    tie: String,
    reference: String,
    what: String,
    stage: String,
    unit_id: UnitId,
    holder_unit_id: Option<UnitId>,
}

/// What belongs to a case. Of one that this person does not see no more is said than that it is there.
///
/// # Errors
/// When the database refuses or holds an unknown word.
pub(super) async fn of_case(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    record: &Record,
) -> Result<Vec<Related>> {
    let sql = "SELECT tie, reference, what, stage, unit_id, holder_unit_id FROM (
            SELECT 'part_of' AS tie, merged_into_id AS other_id FROM complaint WHERE id = $1
            UNION ALL SELECT 'took_in', id FROM complaint WHERE merged_into_id = $1
            UNION ALL SELECT 'repeat_of', repeat_of_id FROM complaint WHERE id = $1
            UNION ALL SELECT 'repeated_by', id FROM complaint WHERE repeat_of_id = $1
            UNION ALL SELECT 'linked_to', other_id FROM case_link WHERE complaint_id = $1
            UNION ALL SELECT 'linked_to', complaint_id FROM case_link WHERE other_id = $1
        ) AS ties JOIN complaint ON complaint.id = ties.other_id ORDER BY received_at, complaint.id";
    let rows: Vec<StoredTie> = all(db, sql, [record.id.into()]).await?;
    let mut related = rows
        .into_iter()
        .map(|row| {
            let is_within = reaches(tree, tops, row.unit_id, row.holder_unit_id);
            Ok(Related {
                tie: Tie::from_name(&row.tie).ok_or_else(|| base::Error::stored("a tie", &row.tie))?,
                stage: stored_words::stage(&row.stage)?,
                what: if is_within { row.what } else { String::new() },
                reference: row.reference,
                is_within,
            })
        })
        .collect::<Result<Vec<_>>>()?;
    related.sort_by_key(|related| related.tie);
    Ok(related)
}

fn reaches(tree: &Tree, tops: &[UnitId], unit: UnitId, holder: Option<UnitId>) -> bool {
    std::iter::once(unit).chain(holder).any(|unit| within(tree, tops, unit).is_ok())
}

#[derive(FromQueryResult)]
struct Candidate {
    reference: String,
    what: String,
    stage: String,
    happened_on: NaiveDate,
    unit_id: UnitId,
    holder_unit_id: Option<UnitId>,
}

const CANDIDATE: &str = "complaint.reference, complaint.what, complaint.stage, complaint.happened_on,
    complaint.unit_id, complaint.holder_unit_id";

/// What may belong to an open complaint: of the same customer first, then in the same words.
///
/// # Errors
/// When the database refuses or holds an unknown word.
pub(super) async fn proposed(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    record: &Record,
    related: &[Related],
) -> Result<Vec<Proposed>> {
    if record.kind != Kind::Complaint || !record.stage.is_open() {
        return Ok(Vec::new());
    }
    let mut proposed: Vec<Proposed> = Vec::new();
    let found =
        [(Hint::Customer, of_customer(db, record).await?), (Hint::Words, in_words(db, record).await?)];
    for (hint, candidates) in found {
        for row in candidates {
            let is_known = related
                .iter()
                .map(|related| &related.reference)
                .chain(proposed.iter().map(|proposed| &proposed.reference))
                .any(|known| *known == row.reference);
            if is_known || !reaches(tree, tops, row.unit_id, row.holder_unit_id) {
                continue;
            }
            proposed.push(Proposed {
                stage: stored_words::stage(&row.stage)?,
                reference: row.reference,
                what: row.what,
                happened_on: row.happened_on,
                hint,
            });
        }
    }
    proposed.truncate(MOST_PROPOSED);
    Ok(proposed)
}

async fn of_customer(db: &impl ConnectionTrait, record: &Record) -> Result<Vec<Candidate>> {
    let Some(contact) = contact(db, record.id).await? else { return Ok(Vec::new()) };
    let since = record.received_at - Duration::days(REPEAT_DAYS);
    let mut found = Vec::new();
    for (column, key) in [("phone_key", phone_key(&contact.phone)), ("email_key", email_key(&contact.email))]
    {
        let Some(key) = key else { continue };
        let sql = format!(
            "SELECT {CANDIDATE} FROM customer JOIN complaint ON complaint.id = customer.complaint_id
             WHERE customer.{column} = $1 AND complaint.id <> $2 AND complaint.received_at >= $3
             ORDER BY complaint.received_at DESC LIMIT {MOST_PROPOSED}"
        );
        found.extend(all(db, &sql, [key.into(), record.id.into(), since.into()]).await?);
    }
    Ok(found)
}

async fn in_words(db: &impl ConnectionTrait, record: &Record) -> Result<Vec<Candidate>> {
    let since = record.happened_on - Duration::days(REPEAT_DAYS);
    let sql = format!(
        "SELECT {CANDIDATE} FROM complaint
         WHERE unit_id = $6 AND happened_on BETWEEN $1 AND $2 AND category = $3 AND id <> $4 AND kind = 'complaint'
             AND what <> ''
         ORDER BY happened_on DESC, id DESC LIMIT $5"
    );
    let until = record.happened_on + Duration::days(REPEAT_DAYS);
    let values = [
        since.into(),
        until.into(),
        record.category.name().into(),
        record.id.into(),
        MOST_COMPARED.into(),
        record.unit.into(),
    ];
    let rows: Vec<Candidate> = all(db, &sql, values).await?;
    let texts: Vec<String> = rows.iter().map(|row| row.what.clone()).collect();
    let alike = shares_rare_words(&record.what, &texts);
    Ok((0..).zip(rows).filter(|(index, _)| alike.contains(index)).map(|(_, row)| row).collect())
}
