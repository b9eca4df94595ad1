//! How many mentions a quarter brought, by how far they have come: what the staff representative sees.

use chrono::{Days, NaiveDate};
use domain::{
    Period, Resolution,
    customers::mention::{Mention, MentionCounts},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

use super::stored::state;
use crate::quality::midnight;
use base::{Result, db::all};
use organisation::Organisation;

#[derive(FromQueryResult)]
struct Counted {
    state: String,
    n: i64,
}

/// Of the quarter of a day and the one before; `units` is a condition on where it happened.
///
/// # Errors
/// When the database refuses or holds a state that this version does not know.
pub(crate) async fn counts(
    db: &impl ConnectionTrait,
    organisation: &Organisation,
    units: &str,
    today: NaiveDate,
) -> Result<Vec<MentionCounts>> {
    let this = Period::containing(today, Resolution::Quarter);
    let before = Period::containing(this.start() - Days::new(1), Resolution::Quarter);
    let mut quarters = Vec::new();
    for quarter in [this, before] {
        let sql = format!(
            "SELECT named_person.state, COUNT(*) AS n FROM named_person
             JOIN complaint ON complaint.id = named_person.complaint_id
             WHERE complaint.received_at >= $1 AND complaint.received_at < $2 AND {units}
             GROUP BY named_person.state"
        );
        let ends = midnight(organisation, quarter.end() + Days::new(1));
        let rows: Vec<Counted> =
            all(db, &sql, [midnight(organisation, quarter.start()).into(), ends.into()]).await?;
        let mut states = Vec::new();
        for row in rows {
            states.push((state(&row.state)?, row.n));
        }
        states.sort_unstable_by_key(|(state, _): &(Mention, i64)| *state);
        quarters.push(MentionCounts { quarter: quarter.to_string(), states });
    }
    Ok(quarters)
}
