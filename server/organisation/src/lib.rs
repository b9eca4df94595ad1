//! The organisation: its settings, its [tree](Tree) of units, and [how that changes](changes).

pub mod audit_page;
pub mod changes;
pub mod kept;
pub mod leap;
pub mod marks;
pub mod pages;
pub mod places;
pub mod roster;
pub mod settings;
mod tree;
pub mod unit_acts;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use domain::{
    Lang,
    organisation::settings::{Retention, TurnTo},
};
use sea_orm::{ConnectionTrait, FromQueryResult};

pub use tree::{Tree, Unit, tree, tree_on, whole, within};

use base::{Base, Error, Result, db};

/// The organisation's settings.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Name.
    pub name: String,
    /// Time zone that days and rounds follow.
    pub timezone: Tz,
    /// Whether all data are made up.
    pub is_synthetic: bool,
    /// Counts changes of the link's inputs.
    pub data_version: i64,
    /// Language of letters to whoever has not chosen one; none for both.
    pub letters_lang: Option<Lang>,
    /// Where a customer may turn who was not right in our eyes.
    pub turn_to: TurnTo,
    /// For how long something of a case is kept.
    pub retention: Retention,
}

impl Organisation {
    /// The calendar day of an instant, where the organisation is.
    pub fn local_day(&self, at: DateTime<Utc>) -> NaiveDate {
        at.with_timezone(&self.timezone).date_naive()
    }

    /// An instant as a clock on the wall shows it: `2026-11-17 16:42`.
    pub fn local_minute(&self, at: DateTime<Utc>) -> String {
        at.with_timezone(&self.timezone).format("%Y-%m-%d %H:%M").to_string()
    }
}

/// The organisation as it is stored.
#[derive(FromQueryResult)]
struct Settings {
    name: String,
    timezone: String,
    is_synthetic: bool,
    data_version: i64,
    letters_lang: Option<String>,
    turn_en: String,
    turn_nb: String,
    turn_address: String,
    keep_months: i64,
    draft_days: i64,
}

/// Reads the organisation.
///
/// # Errors
/// When there is none: the database was migrated but never set up.
pub async fn find(db: &impl ConnectionTrait) -> Result<Organisation> {
    let sql =
        "SELECT name, timezone, is_synthetic, data_version, letters_lang, turn_en, turn_nb, turn_address,
             keep_months, draft_days FROM organisation";
    let row: Settings = db::one(db, sql, [])
        .await?
        .ok_or_else(|| Error::Internal("the database holds no organisation".to_owned()))?;
    Ok(Organisation {
        timezone: row.timezone.parse().map_err(|_| Error::stored("organisation.timezone", &row.timezone))?,
        name: row.name,
        is_synthetic: row.is_synthetic,
        data_version: row.data_version,
        letters_lang: settings::letters_lang(row.letters_lang.as_deref())?,
        turn_to: TurnTo { en: row.turn_en, nb: row.turn_nb, address: row.turn_address },
        retention: Retention { months: row.keep_months, draft_days: row.draft_days },
    })
}

/// Today, where the organisation is.
///
/// # Errors
/// When the organisation cannot be read.
pub async fn today(base: &Base) -> Result<NaiveDate> {
    Ok(find(&base.db.reader).await?.local_day(base.now()))
}

/// Makes the organisation and its root unit when there is none yet; gives whether it did.
///
/// # Errors
/// When the database refuses.
pub async fn create(db: &impl ConnectionTrait, name: &str, is_synthetic: bool) -> Result<bool> {
    let made = db::execute(
        db,
        "INSERT INTO organisation (id, name, timezone, is_synthetic, k, k_comment, grace_hours, data_version)
         VALUES (1, $1, 'Europe/Oslo', $2, 5, 10, 24, 1) ON CONFLICT DO NOTHING",
        [name.into(), is_synthetic.into()],
    )
    .await?;
    let is_new = made.rows_affected() == 1;
    if is_new {
        db::execute(
            db,
            "INSERT INTO unit (external_id, parent_id, kind, name) VALUES ('ROOT', NULL, 'organisation', $1)",
            [name.into()],
        )
        .await?;
    }
    Ok(is_new)
}

/// Says that the link's inputs changed, so that it is computed again.
pub async fn bump_data_version(db: &impl ConnectionTrait) -> Result<()> {
    db::execute(db, "UPDATE organisation SET data_version = data_version + 1", []).await?;
    Ok(())
}
