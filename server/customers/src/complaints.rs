//! Complaints and their cases.

mod list;

use chrono::{DateTime, NaiveDate, Utc};
use domain::{
    Period, Problem, Resolution, Right, UnitId,
    customers::complaint::{
        CasePage, CaseRow, CaseStep, ComplaintForm, LONGEST_NOTE, Logged, Stage, StepForm,
    },
    field::{Field, Why, free_text},
    organisation::unit::UnitItem,
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

pub use list::list;
pub use list::{Waiting, waiting};

use crate::{
    rollup::{Counts, RollupChange},
    stored_words,
};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, execute, one, value},
    tokens::random,
};
use organisation::{Organisation, Tree, within};

/// The units that the 30-second form offers.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn new_page(base: &Base, actor: Option<&Actor>) -> Result<Vec<UnitItem>> {
    let (_, tops) = authorize(actor, Right::LogComplaint)?;
    Ok(organisation::tree(base, &base.db.reader).await?.open_below(&tops))
}

/// Logs a complaint and gives reference and secret for the customer.
///
/// # Errors
/// `Invalid` names every refused field; nothing is written then.
pub async fn log(base: &Base, actor: Option<&Actor>, form: &ComplaintForm) -> Result<Logged> {
    let (actor, tops) = authorize(actor, Right::LogComplaint)?;
    let new = form.parse(organisation::today(base).await?)?;
    let tree = organisation::tree(base, &base.db.reader).await?;
    if within(&tree, &tops, new.unit).is_err() {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    let secret = secret()?;
    let now = base.now();
    let transaction = base.db.begin().await?;
    let id = value(
        &transaction,
        "INSERT INTO complaint (reference, secret_hash, unit_id, category, channel, severity, what, happened_on,
             received_at, stage)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id",
        [
            format!("new-{}", base::tokens::hex(&random::<16>()?)).into(),
            Sha256::digest(secret.as_bytes()).to_vec().into(),
            new.unit.into(),
            new.category.name().into(),
            new.channel.name().into(),
            new.severity.name().into(),
            new.what.into(),
            new.happened_on.into(),
            now.into(),
            Stage::Received.name().into(),
        ],
    )
    .await?;
    let id: i64 = id.ok_or_else(|| Error::Internal("a complaint just written is gone".to_owned()))?;
    let reference = reference_of(id);
    execute(
        &transaction,
        "UPDATE complaint SET reference = $1 WHERE id = $2",
        [reference.as_str().into(), id.into()],
    )
    .await?;
    let role = actor.role_for(Right::LogComplaint).map_or("service", domain::Role::name);
    insert_step(&transaction, id, Some(Stage::Received), now, role, String::new()).await?;
    let mut change = RollupChange::default();
    let day = Period::containing(new.happened_on, Resolution::Day);
    change.add(&tree, new.unit, day, Counts { complaints: 1, contacts: 0 });
    change.write(&transaction).await?;
    organisation::marks::outdate(&transaction, &tree.ancestors(new.unit)).await?;
    transaction.commit().await?;
    Ok(Logged { reference, secret })
}

/// `K-` and the number of the complaint.
pub fn reference_of(id: i64) -> String {
    format!("K-{id}")
}

/// Ten characters that survive being read over a telephone: no 0/O, 1/I/L, U/V.
fn secret() -> Result<String> {
    const LETTERS: &[u8; 28] = b"23456789ABCDEFGHJKMNPQRSTWXY";
    let mut text = String::with_capacity(11);
    while text.len() < 11 {
        if text.len() == 5 {
            text.push('-');
        }
        let [byte] = random::<1>()?;
        // 252 is the largest multiple of 28 in a byte: every letter is equally likely.
        if byte < 252 {
            text.push(char::from(LETTERS[usize::from(byte) % LETTERS.len()]));
        }
    }
    Ok(text)
}

async fn insert_step(
    db: &impl ConnectionTrait,
    complaint: i64,
    stage: Option<Stage>,
    at: DateTime<Utc>,
    role: &str,
    note: String,
) -> Result<()> {
    execute(
        db,
        "INSERT INTO case_step (complaint_id, stage, at, role, note) VALUES ($1, $2, $3, $4, $5)",
        [complaint.into(), stage.map(Stage::name).into(), at.into(), role.into(), note.into()],
    )
    .await?;
    Ok(())
}

fn age(organisation: &Organisation, received: DateTime<Utc>, now: DateTime<Utc>) -> i64 {
    (organisation.local_day(now) - organisation.local_day(received)).num_days()
}

/// A case as it is stored.
#[derive(FromQueryResult)]
struct StoredCase {
    id: i64,
    reference: String,
    unit_id: UnitId,
    category: String,
    channel: String,
    severity: String,
    what: String,
    happened_on: NaiveDate,
    received_at: DateTime<Utc>,
    stage: String,
}

/// A step of a case as it is stored.
#[derive(FromQueryResult)]
struct StoredStep {
    stage: Option<String>,
    at: DateTime<Utc>,
    role: String,
    note: String,
}

async fn find(
    db: &impl ConnectionTrait,
    tree: &Tree,
    tops: &[UnitId],
    reference: &str,
) -> Result<StoredCase> {
    let row: StoredCase = one(
        db,
        "SELECT id, reference, unit_id, category, channel, severity, what, happened_on, received_at, stage
         FROM complaint WHERE reference = $1",
        [reference.into()],
    )
    .await?
    .ok_or(Problem::NotFound)?;
    within(tree, tops, row.unit_id)?;
    Ok(row)
}

/// A case with its steps.
///
/// # Errors
/// `NotFound` for an unknown reference and for a case of somebody else's unit, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, reference: &str) -> Result<CasePage> {
    let (actor, tops) = authorize(actor, Right::ViewCases)?;
    let db = &base.db.reader;
    let tree = Tree::load(db).await?;
    let organisation = organisation::find(db).await?;
    let row = find(db, &tree, &tops, reference).await?;
    let sql = "SELECT stage, at, role, note FROM case_step WHERE complaint_id = $1 ORDER BY id";
    let steps: Vec<StoredStep> = all(db, sql, [row.id.into()]).await?;
    let step = |step: StoredStep| {
        Ok(CaseStep {
            stage: step.stage.as_deref().map(stored_words::stage_of_step).transpose()?,
            at: organisation.local_minute(step.at),
            role: step.role,
            note: step.note,
        })
    };
    let steps = steps.into_iter().map(step).collect::<Result<_>>()?;
    Ok(CasePage {
        received_at: organisation.local_minute(row.received_at),
        steps,
        may_handle: within(&tree, &actor.units_for(Right::HandleCase), row.unit_id).is_ok(),
        case: CaseRow {
            unit: tree.get(row.unit_id).map(|unit| unit.name.clone()).unwrap_or_default(),
            category: stored_words::category(&row.category)?,
            channel: stored_words::channel(&row.channel)?,
            severity: stored_words::severity(&row.severity)?,
            stage: stored_words::stage(&row.stage)?,
            age_days: age(&organisation, row.received_at, base.now()),
            happened_on: row.happened_on,
            reference: row.reference,
            what: row.what,
        },
    })
}

/// Moves a case on, or adds a note.
///
/// # Errors
/// `CaseMovedOn` when somebody else moved it since the page was opened; `Invalid` for a stage that
/// does not follow, or for neither stage nor note.
pub async fn step(base: &Base, actor: Option<&Actor>, form: &StepForm) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::HandleCase)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let row = find(&transaction, &tree, &tops, &form.reference).await?;
    let note = match free_text(&form.note, LONGEST_NOTE) {
        Ok(note) => note,
        Err(Why::Missing) if !form.stage.is_empty() => String::new(),
        Err(why) => return Err(Problem::invalid(Field::Note, why).into()),
    };
    if row.stage != form.seen_stage {
        return Err(Problem::CaseMovedOn.into());
    }
    let stage = match form.stage.as_str() {
        "" => None,
        name => {
            let now = stored_words::stage(&row.stage)?;
            let next = Stage::from_name(name).filter(|next| now.next().contains(next));
            Some(next.ok_or(Problem::invalid(Field::Stage, Why::NotAChoice))?)
        }
    };
    if let Some(stage) = stage {
        let moved = execute(
            &transaction,
            "UPDATE complaint SET stage = $1 WHERE id = $2 AND stage = $3",
            [stage.name().into(), row.id.into(), row.stage.as_str().into()],
        )
        .await?;
        if moved.rows_affected() == 0 {
            return Err(Problem::CaseMovedOn.into());
        }
    }
    let role = actor.role_for(Right::HandleCase).map_or("service", domain::Role::name);
    insert_step(&transaction, row.id, stage, base.now(), role, note).await?;
    transaction.commit().await?;
    Ok(())
}
