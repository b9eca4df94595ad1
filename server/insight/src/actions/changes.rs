//! Agreeing, changing and reviewing actions.

use domain::{
    Field, Problem, Right, UnitId, Why,
    audit::Event,
    insight::actions::{ActionForm, ActionState, Driver, NewAction, ReviewForm},
};
use sea_orm::ConnectionTrait;

use super::{stored_actions::Stored, today};
use base::{
    Actor, Base, Error, Result,
    audit::{self, Entry},
    authorize,
    db::{self, execute},
};
use organisation::{Tree, within};
use staff::rounds::own_items;

/// Agrees an action; gives its number.
///
/// # Errors
/// `Invalid` with every field that is wrong; a unit that is closed, unknown or not the person's is one.
pub async fn agree(base: &Base, actor: Option<&Actor>, form: &ActionForm) -> Result<i64> {
    let (actor, tops) = authorize(actor, Right::ManageActions)?;
    let transaction = base.db.begin().await?;
    let action = checked(base, &transaction, form).await?;
    let tree = Tree::load(&transaction).await?;
    let unit = form.unit.trim().parse::<UnitId>().ok();
    let unit = unit.filter(|unit| tree.open_below(&tops).iter().any(|open| open.id == *unit));
    let unit = unit.ok_or_else(|| Problem::invalid(Field::Unit, Why::NotAChoice))?;
    let id: Option<i64> = db::value(
        &transaction,
        "INSERT INTO agreed_action (unit_id, driver, what, owner, starts_on, review_on, state)
         VALUES ($1, $2, $3, $4, $5, $6, 'open') RETURNING id",
        [
            unit.into(),
            action.driver.name().into_owned().into(),
            action.tried.into(),
            action.owner.name().into(),
            action.starts_on.into(),
            action.review_on.into(),
        ],
    )
    .await?;
    let id = id.ok_or_else(|| Error::Internal("an action just written is gone".to_owned()))?;
    note(base, &transaction, actor, unit, &format!("agree {id} {}", action.driver.name())).await?;
    transaction.commit().await?;
    Ok(id)
}

/// Changes an open action. A review that moves is reminded of anew.
///
/// # Errors
/// `NotFound` for an unknown action and for one that is not the person's, alike; `ChangedMeanwhile` for one
/// that was reviewed; `Invalid` with every field that is wrong.
pub async fn edit(base: &Base, actor: Option<&Actor>, id: i64, form: &ActionForm) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageActions)?;
    let transaction = base.db.begin().await?;
    let before = own(&transaction, &tops, id).await?;
    let action = checked(base, &transaction, form).await?;
    let values = [
        action.driver.name().into_owned().into(),
        action.tried.into(),
        action.owner.name().into(),
        action.starts_on.into(),
        action.review_on.into(),
        id.into(),
    ];
    let changed = execute(
        &transaction,
        "UPDATE agreed_action SET driver = $1, what = $2, owner = $3, starts_on = $4,
             reminders = CASE WHEN review_on = $5 THEN reminders ELSE 0 END,
             reminded_on = CASE WHEN review_on = $5 THEN reminded_on END, review_on = $5
         WHERE id = $6 AND state = 'open'",
        values,
    )
    .await?;
    if changed.rows_affected() == 0 {
        return Err(Problem::ChangedMeanwhile.into());
    }
    note(base, &transaction, actor, before.unit, &format!("edit {id}")).await?;
    transaction.commit().await?;
    Ok(())
}

/// Closes an open action with what came of it.
///
/// # Errors
/// As [`edit`].
pub async fn review(base: &Base, actor: Option<&Actor>, id: i64, form: &ReviewForm) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageActions)?;
    let transaction = base.db.begin().await?;
    let before = own(&transaction, &tops, id).await?;
    let (state, learned) = form.review()?;
    let today = today(base, &transaction).await?;
    let changed = execute(
        &transaction,
        "UPDATE agreed_action SET state = $1, outcome = $2, closed_on = $3 WHERE id = $4 AND state = 'open'",
        [state.name().into(), learned.into(), today.into(), id.into()],
    )
    .await?;
    if changed.rows_affected() == 0 {
        return Err(Problem::ChangedMeanwhile.into());
    }
    note(base, &transaction, actor, before.unit, &format!("review {id} {}", state.name())).await?;
    transaction.commit().await?;
    Ok(())
}

/// An open action among the person's units.
async fn own(db: &impl ConnectionTrait, tops: &[UnitId], id: i64) -> Result<Stored> {
    let action = Stored::find(db, id).await?;
    within(&Tree::load(db).await?, tops, action.unit)?;
    if action.state == ActionState::Open { Ok(action) } else { Err(Problem::ChangedMeanwhile.into()) }
}

/// The form's action, if it is right and its driver is one that is there.
async fn checked(base: &Base, db: &impl ConnectionTrait, form: &ActionForm) -> Result<NewAction> {
    let action = form.action(today(base, db).await?)?;
    let labels = own_items::labels(db).await?;
    match action.driver {
        Driver::Staff(measure) if !labels.knows(measure) => {
            Err(Problem::invalid(Field::Driver, Why::NotAChoice).into())
        }
        _ => Ok(action),
    }
}

async fn note(
    base: &Base,
    db: &impl ConnectionTrait,
    actor: &Actor,
    unit: UnitId,
    detail: &str,
) -> Result<()> {
    let entry = Entry { unit: Some(unit), detail, ..Entry::new(Event::ActionChanged, Some(actor.account)) };
    audit::record(db, base.now(), &entry).await
}
