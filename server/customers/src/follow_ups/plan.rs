//! The queue of follow-ups, and a new one.

use chrono::{Days, NaiveDate};
use domain::{
    Field, Problem, Right, UnitId, Why,
    customers::follow_up::{
        CONSENT_VERSION, FollowUpCase, FollowUpForm, FollowUpList, FollowUpNew, FollowUpOutcome,
        FollowUpReason,
    },
};
use sea_orm::FromQueryResult;

use super::{COLUMNS, Stored, ends::NONCE};
use crate::complaints::record::Record;
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, execute, exists, join_ids, one, value},
    tokens::random,
};
use organisation::{Tree, within};

/// Follow-ups on one page.
const MOST: i64 = 200;
/// Days that outcomes are counted over.
const DAYS: u64 = 90;

#[derive(FromQueryResult)]
struct Counted {
    word: String,
    n: i64,
}

/// The queue of the person's units, the longest due first.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn list(base: &Base, actor: Option<&Actor>) -> Result<FollowUpList> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let db = base.db.snapshot().await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let tree = organisation::tree(base, &db).await?;
    let units: Vec<UnitId> = tree.below(&tops).into_iter().map(|unit| unit.id).collect();
    let of = join_ids(&units);
    let sql = format!(
        "SELECT {COLUMNS} FROM follow_up WHERE outcome IS NULL AND unit_id IN ({of}) ORDER BY due_on, id LIMIT {MOST}"
    );
    let rows: Vec<Stored> = all(&db, &sql, []).await?;
    let sql = format!(
        "SELECT COUNT(*) AS n FROM follow_up WHERE outcome IS NULL AND due_on <= $1 AND unit_id IN ({of})"
    );
    let due: i64 = value(&db, &sql, [today.into()]).await?.unwrap_or(0);
    let sql = format!(
        "SELECT outcome AS word, COUNT(*) AS n FROM follow_up
         WHERE outcome IS NOT NULL AND done_on >= $1 AND unit_id IN ({of}) GROUP BY outcome"
    );
    let since = today.checked_sub_days(Days::new(DAYS)).unwrap_or(today);
    let counted: Vec<Counted> = all(&db, &sql, [since.into()]).await?;
    for row in &counted {
        FollowUpOutcome::from_name(&row.word).ok_or_else(|| Error::stored("follow_up.outcome", &row.word))?;
    }
    let n = |outcome: FollowUpOutcome| {
        counted.iter().find(|row| row.word == outcome.name()).map_or(0, |row| row.n)
    };
    Ok(FollowUpList {
        rows: rows.iter().map(|row| row.row(&tree, today)).collect::<Result<_>>()?,
        due,
        outcomes: FollowUpOutcome::ALL.iter().map(|outcome| (*outcome, n(*outcome))).collect(),
    })
}

#[derive(FromQueryResult)]
struct Contact {
    name: String,
    phone: String,
    email: String,
}

/// The form for a new follow-up; of a case when one is named.
///
/// # Errors
/// `NotFound` for a case that is not the person's.
pub async fn new_page(base: &Base, actor: Option<&Actor>, reference: Option<&str>) -> Result<FollowUpNew> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let case = match reference {
        None => None,
        Some(reference) => {
            let record = Record::find(&db, &tree, &tops, reference).await?;
            let sql = "SELECT name, phone, email FROM customer WHERE complaint_id = $1";
            let contact: Option<Contact> = one(&db, sql, [record.id.into()]).await?;
            Some(FollowUpCase {
                reference: record.reference.clone(),
                unit: record.unit,
                contact: contact.map(|known| [known.name, known.phone, known.email]).unwrap_or_default(),
                lang: record.lang,
            })
        }
    };
    Ok(FollowUpNew { units: tree.open_below(&tops), case })
}

/// Plans a follow-up.
///
/// # Errors
/// `Invalid` names every refused field: without a yes of the customer there is none, and a case has one at a time; `NotFound`
/// for a case that is not the person's.
pub async fn plan(base: &Base, actor: Option<&Actor>, form: &FollowUpForm) -> Result<()> {
    let (_, tops) = authorize(actor, Right::HandleCase)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let today: NaiveDate = organisation::find(&transaction).await?.local_day(base.now());
    let new = form.parse(today)?;
    let is_open = tree.get(new.unit).is_some_and(|unit| unit.closed_on.is_none());
    if !is_open || within(&tree, &tops, new.unit).is_err() {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    let case = match &new.reference {
        None => None,
        Some(reference) => {
            let record = Record::lock(&transaction, &tree, &tops, reference).await?;
            let sql = "SELECT 1 AS one FROM follow_up WHERE complaint_id = $1 AND outcome IS NULL";
            if exists(&transaction, sql, [record.id.into()]).await? {
                return Err(Problem::invalid(Field::Reference, Why::Taken).into());
            }
            Some(record.id)
        }
    };
    let reason = if case.is_some() { FollowUpReason::Case } else { FollowUpReason::Purchase };
    let sql =
        "INSERT INTO follow_up (unit_id, reason, complaint_id, about, customer_name, phone, email, lang,
                   consent_on, consent_how, consent_version, nonce, due_on)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let values = [
        new.unit.into(),
        reason.name().into(),
        case.into(),
        new.about.into(),
        new.name.into(),
        new.phone.into(),
        new.email.into(),
        new.lang.tag().into(),
        today.into(),
        new.consent_how.name().into(),
        CONSENT_VERSION.into(),
        random::<NONCE>()?.to_vec().into(),
        new.due_on.into(),
    ];
    execute(&transaction, sql, values).await?;
    transaction.commit().await?;
    Ok(())
}
