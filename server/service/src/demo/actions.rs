//! Two actions of the demo: one that runs, behind which nothing was planted, so that whoever looks sees what chance
//! alone does with a before and after; and one that was reviewed and worked, see the story.

use chrono::{Days, NaiveDate};
use domain::{Lang, Period, Resolution, text::t};
use sea_orm::ConnectionTrait;

use crate::{Result, db::execute};

/// Weeks since the start of the one that runs, which is of another team than the one that slips (see the story): what
/// it covers would count as in hand; its review is two weeks ahead.
const RUNS_FOR: u64 = 9;
/// Weeks since the start of the reviewed one, and since its review.
pub(super) const STARTED: i64 = 34;
const REVIEWED: u64 = 24;

/// Writes them.
pub(super) async fn write(db: &impl ConnectionTrait, today: NaiveDate, lang: Lang) -> Result<()> {
    let monday = Period::containing(today, Resolution::Week).start();
    let ago = |weeks: u64| monday.checked_sub_days(Days::new(7 * weeks)).unwrap_or(monday);
    execute(
        db,
        "INSERT INTO agreed_action (unit_id, driver, what, owner, starts_on, review_on, state)
         SELECT id, 'complaints', $3, 'manager', $1, $2,
                'open' FROM unit WHERE external_id = 'S1-T2'",
        [ago(RUNS_FOR).into(), (monday + Days::new(14)).into(), t(lang, "demo-action-call-back").into()],
    )
    .await?;
    execute(
        db,
        "INSERT INTO agreed_action
             (unit_id, driver, what, owner, starts_on, review_on, state, outcome, closed_on)
         SELECT id, 'strain', $3, 'employee', $1, $2, 'kept', $4, $2 FROM unit WHERE external_id = 'S1-T1'",
        [
            ago(STARTED.unsigned_abs()).into(),
            ago(REVIEWED).into(),
            t(lang, "demo-action-two").into(),
            t(lang, "demo-action-two-outcome").into(),
        ],
    )
    .await?;
    Ok(())
}
