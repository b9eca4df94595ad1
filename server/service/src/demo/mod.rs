//! A made-up organisation to look at: a region, four sites, sixteen teams, about two hundred staff,
//! two years of rounds, complaints and contacts, with a link planted between strain and complaints. Or the
//! same story with more teams and other weeks, up to the size that the product is made for.
//!
//! Everything here is synthetic and says so on every page. The same seed and day give the same data.

mod actions;
mod comments;
mod complaints;
mod members;
mod notes;
mod people;
mod public;
mod story;

use chrono::{Days, NaiveDate};
use domain::{Lang, Period, Resolution, RoundId, access::DemoSignIn, text::t};

use crate::{
    Result, Services,
    db::{execute, exists, value},
    organisation::{self, Tree},
    overview, release,
    rounds::{self, roll},
};

/// Password of every demo account.
pub const PASSWORD: &str = "solskinn over fjorden";
/// Seed of the demo's chance.
const SEED: u64 = 20_240_607;

/// How large the demo is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// Teams, from [`FEWEST_TEAMS`] to [`MOST_TEAMS`]; four to a site, a hundred to a region.
    pub teams: u32,
    /// Weekly rounds before the open one, from [`FEWEST_WEEKS`] to [`MOST_WEEKS`].
    pub weeks: u32,
}

/// Fewer would leave some sign-ins without a team.
pub const FEWEST_TEAMS: u32 = 16;
/// As many as the product is made for.
pub const MOST_TEAMS: u32 = 2000;
/// Fewer show no limits on a chart.
pub const FEWEST_WEEKS: u32 = 26;
/// Three years.
pub const MOST_WEEKS: u32 = 156;

impl Default for Size {
    fn default() -> Self {
        Self { teams: FEWEST_TEAMS, weeks: 104 }
    }
}

/// Makes the demo in its usual size.
///
/// # Errors
/// As [`create_in`].
pub async fn create(services: &Services, say: impl Fn(&str)) -> Result<()> {
    create_of_size(services, Size::default(), say).await
}

/// Makes the demo in English.
///
/// # Errors
/// As [`create_in`].
pub async fn create_of_size(services: &Services, size: Size, say: impl Fn(&str)) -> Result<()> {
    create_in(services, Lang::En, size, say).await
}

/// Makes the demo in an empty database; leaves one that was made before as it is, whatever its size and language.
/// What people of the demo wrote, and the names of its teams, are in the language given: they are stored texts, which
/// no reader's choice translates. `say` hears each step in one line.
///
/// # Errors
/// When the size is out of range, or the database holds a real organisation, or refuses.
pub async fn create_in(services: &Services, lang: Lang, size: Size, say: impl Fn(&str)) -> Result<()> {
    if !(FEWEST_TEAMS..=MOST_TEAMS).contains(&size.teams)
        || !(FEWEST_WEEKS..=MOST_WEEKS).contains(&size.weeks)
    {
        return Err(crate::Error::Internal(format!(
            "the demo has {FEWEST_TEAMS} to {MOST_TEAMS} teams and {FEWEST_WEEKS} to {MOST_WEEKS} weeks"
        )));
    }
    let db = services.db.writer();
    crate::set_up(db, "Fjordkjeden", true).await?;
    if !organisation::find(db).await?.is_synthetic {
        return Err(crate::Error::Internal(
            "this database holds a real organisation; the demo wants a database of its own".to_owned(),
        ));
    }
    let is_filled =
        exists(db, "SELECT 1 AS filled FROM round WHERE state = 'open' OR state = 'released' LIMIT 1", [])
            .await?;
    if is_filled {
        say("the demo's data are already there");
        return Ok(());
    }
    let today = organisation::today(services).await?;
    let open_from = Period::containing(today, Resolution::Week).start();
    let first = open_from.checked_sub_days(Days::new(7 * u64::from(size.weeks))).unwrap_or(open_from);
    let transaction = services.db.begin().await?;
    say("making sites, teams and people");
    // Whom a refused customer may turn to is made up, as all of it.
    execute(
        &transaction,
        "UPDATE organisation SET letters_lang = $1, turn_en = 'Ombudsman', turn_nb = 'Kundeombudet',
             turn_address = 'ombud.demo.example'",
        [lang.tag().into()],
    )
    .await?;
    people::create(&transaction, size.teams, first, lang).await?;
    let tree = Tree::load(&transaction).await?;
    say(&format!("making {} weeks of rounds, contacts and complaints", size.weeks));
    make_rounds(&transaction, size.weeks, first, today, lang).await?;
    let_one_team_answer_by_code(&transaction).await?;
    let span = story::Span { weeks: size.weeks, first, today, now: services.now(), lang };
    story::tell(&transaction, &tree, &span, SEED).await?;
    public::write(&transaction, &tree, &span, SEED + 3).await?;
    comments::write(&transaction, SEED, lang).await?;
    actions::write(&transaction, today, lang).await?;
    notes::write(&transaction, &tree, today, lang).await?;
    organisation::bump_data_version(&transaction).await?;
    transaction.commit().await?;
    say("releasing the rounds");
    release_each_in_its_time(services).await?;
    rounds::open_due(services, today).await?;
    say("comparing each unit with its usual level");
    crate::complaints::upkeep::reckon(services).await?;
    crate::complaints::upkeep::reckon_told(services).await?;
    crate::complaints::upkeep::index(services).await?;
    overview::signals::refresh(services).await?;
    say("computing the link");
    crate::link::refresh(services).await?;
    crate::overview::drivers::refresh(services).await?;
    Ok(())
}

/// One team has a tablet, so that there are codes to try. In its past rounds it had none.
async fn let_one_team_answer_by_code(db: &impl sea_orm::ConnectionTrait) -> Result<()> {
    execute(db, "UPDATE unit SET by_code = TRUE WHERE external_id = $1", [people::TABLET_TEAM.into()])
        .await?;
    execute(
        db,
        "UPDATE roll SET by_code = TRUE
         WHERE unit_id IN (SELECT id FROM unit WHERE by_code)
           AND round_id IN (SELECT id FROM round WHERE state = 'open')",
        [],
    )
    .await?;
    Ok(())
}

/// Releases the past rounds, each on the day it would have been: the ledger says so.
async fn release_each_in_its_time(services: &Services) -> Result<()> {
    for round in rounds::list(services).await?.iter().rev().filter(|round| round.state == "closed") {
        let day = round.ends_on + Days::new(2);
        let then = day.and_time(chrono::NaiveTime::MIN).and_utc().min(services.now());
        let clock = std::sync::Arc::new(crate::clock::StoppedClock(then));
        release::release_due(&services.with_clock(clock)).await?;
    }
    Ok(())
}

/// Past rounds wait for their release; the newest is open.
async fn make_rounds(
    db: &impl sea_orm::ConnectionTrait,
    weeks: u32,
    first: NaiveDate,
    today: NaiveDate,
    lang: Lang,
) -> Result<()> {
    for number in 1..=i64::from(weeks) + 1 {
        let starts_on = first + Days::new(7 * (number.unsigned_abs() - 1));
        let ends_on = starts_on + Days::new(6);
        let round: Option<RoundId> = value(
            db,
            "INSERT INTO round (number, starts_on, ends_on, state, bank, purpose, discussed_on, review_on)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id",
            [
                number.into(),
                starts_on.into(),
                ends_on.into(),
                if ends_on < today { "closed" } else { "open" }.into(),
                domain::staff::bank::TAG.into(),
                t(lang, "demo-round-purpose").into(),
                (first - Days::new(14)).into(),
                (today + Days::new(365)).into(),
            ],
        )
        .await?;
        if let Some(round) = round {
            roll::write(db, round, starts_on).await?;
        }
    }
    Ok(())
}

/// The demo's sign-ins, one per role.
///
/// # Errors
/// When the database refuses.
pub async fn sign_ins(services: &Services) -> Result<Vec<DemoSignIn>> {
    people::sign_ins(&services.db.reader).await
}
