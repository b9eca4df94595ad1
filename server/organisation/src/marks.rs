//! The marks of units, reckoned in the background: whoever changes what they were reckoned from says so here.

use domain::UnitId;
use sea_orm::ConnectionTrait;

use base::{Result, db::execute};

/// Says that something was added to the roll-up of these units, so that their signals are reckoned again.
///
/// # Errors
/// When the database refuses.
pub async fn outdate(db: &impl ConnectionTrait, units: &[UnitId]) -> Result<()> {
    let mut units = units.to_vec();
    // In the order in which the reckoning writes: two that touch the same rows never wait in a ring.
    units.sort_unstable();
    for unit in units {
        let sql =
            "UPDATE unit_signal SET changes = changes + 1 WHERE unit_id = $1 AND measure = 'complaints'";
        execute(db, sql, [unit.into()]).await?;
    }
    Ok(())
}
