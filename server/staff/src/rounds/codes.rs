//! One-time codes of teams that answer on a shared tablet: who has them, the sheet, its end.
//!
//! It takes two people to print one: HR asks for it, the staff representative releases it. Whoever prints slips alone
//! could keep some, answer with them, and read the one ballot that is left.
//!
//! A sheet always has as many slips as the open round counts people in the team, and a new one ends the
//! older altogether. So neither the number of slips nor the number of stored codes tells how many have
//! answered; that no more are counted than there are people is seen to when a ballot is cast, for which the codes of
//! older sheets stay stored until the round's release.

use std::collections::{HashMap, HashSet};

use domain::{
    Field, Lang, Problem, Right, RoundId, UnitId, Why,
    audit::Event,
    format,
    staff::{
        kiosk::{CodeSheet, CodeTeam, CodesPage, NextSheet, SheetsPage},
        slips::Slips,
    },
    text::{t, tv},
};
use entity::{round, unit};
use sea_orm::{ConnectionTrait, EntityTrait, FromQueryResult, QuerySelect, Value};

use super::{find_open, pass::code_hash};
use crate::counts::by_unit;
use base::{
    Actor, Base, Result,
    audit::{self, Entry},
    authorize,
    codes::{fresh, grouped},
    db::{all, column, execute, insert, value},
    qr::picture_of,
};
use organisation::{Tree, unit_acts::chosen};

/// Characters of a code, five bits each.
const LENGTH: usize = 8;

/// The teams that answer by code, and those that could; `site` is the address that the tablet opens.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn page(base: &Base, actor: Option<&Actor>, site: &str) -> Result<CodesPage> {
    let (_, tops) = authorize(actor, Right::ManageCodes)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let round = find_open(&db).await?;
    let (mut slips, mut sheets, mut next) = (HashMap::new(), HashSet::new(), HashMap::new());
    if let Some(round) = &round {
        let sql = "SELECT unit_id, COUNT(*) AS n FROM roll WHERE round_id = $1 AND by_code GROUP BY unit_id";
        slips = by_unit(&db, sql, [round.id.into()]).await?;
        let sql = "SELECT DISTINCT unit_id FROM kiosk_code WHERE round_id = $1 AND NOT is_revoked";
        sheets.extend(column::<UnitId>(&db, sql, [round.id.into()]).await?);
        next = asked(&db, round.id).await?;
    }
    let is_chosen = |id: UnitId| tree.get(id).is_some_and(|unit| unit.by_code);
    let (teams, others): (Vec<_>, Vec<_>) = tree
        .below(&tops)
        .into_iter()
        .filter(|unit| is_team(&tree, unit.id) || is_chosen(unit.id) || slips.contains_key(&unit.id))
        .partition(|unit| is_chosen(unit.id) || slips.contains_key(&unit.id));
    let teams = teams
        .into_iter()
        .map(|unit| CodeTeam {
            slips: slips.get(&unit.id).copied(),
            has_sheet: sheets.contains(&unit.id),
            next: next.get(&unit.id).copied().unwrap_or_default(),
            stays: is_chosen(unit.id),
            unit,
        })
        .collect();
    let round = round.map(|round| (round.number, round.starts_on, round.ends_on));
    let address = format!("{}/kiosk", site.trim_end_matches('/'));
    Ok(CodesPage { round, picture: picture_of(&address)?, address, teams, others })
}

/// Whether people can answer there on one tablet: nothing hangs below it.
fn is_team(tree: &Tree, unit: UnitId) -> bool {
    tree.get(unit).is_some_and(|unit| unit.closed_on.is_none()) && tree.children(unit).is_empty()
}

/// From the next round on a unit answers by code, or no longer does. The round that is open goes on as
/// it began.
///
/// # Errors
/// `Invalid` for a unit that is not the actor's, is closed, or has others below it.
pub async fn choose(base: &Base, actor: Option<&Actor>, unit: &str, by_code: bool) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageCodes)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let unit = chosen(&tree, &tops, Field::Unit, unit)?;
    if by_code && !is_team(&tree, unit) {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    let changed = execute(
        &transaction,
        "UPDATE unit SET by_code = $1 WHERE id = $2 AND by_code <> $1",
        [by_code.into(), unit.into()],
    )
    .await?;
    if changed.rows_affected() > 0 {
        let detail = if by_code { "begin" } else { "end" };
        record(base, &transaction, actor, Event::CodesChosen, unit, detail).await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// Ends all codes of a unit in the open round.
///
/// # Errors
/// `NoOpenRound`; `Invalid` for a unit that is not the actor's.
pub async fn revoke(base: &Base, actor: Option<&Actor>, unit: &str) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageCodes)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let unit = chosen(&tree, &tops, Field::Unit, unit)?;
    let round = find_open(&transaction).await?.ok_or(Problem::NoOpenRound)?;
    end_codes(&transaction, round.id, unit).await?;
    record(base, &transaction, actor, Event::CodesRevoked, unit, "").await?;
    transaction.commit().await?;
    Ok(())
}

/// A sheet that was asked for.
#[derive(FromQueryResult)]
struct Asked {
    unit_id: UnitId,
    is_released: bool,
}

/// Where the next sheets of a round stand, by unit.
async fn asked(db: &impl ConnectionTrait, round: RoundId) -> Result<HashMap<UnitId, NextSheet>> {
    let sql = "SELECT unit_id, released_by IS NOT NULL AS is_released FROM code_sheet WHERE round_id = $1";
    let asked: Vec<Asked> = all(db, sql, [round.into()]).await?;
    let next = |is_released| if is_released { NextSheet::Released } else { NextSheet::Asked };
    Ok(asked.into_iter().map(|asked| (asked.unit_id, next(asked.is_released))).collect())
}

/// Asks for a unit's next sheet of the open round. Asking again changes nothing.
///
/// # Errors
/// `NoOpenRound`; `Invalid` for a unit that is not the actor's or does not answer by code in this round.
pub async fn ask(base: &Base, actor: Option<&Actor>, unit: &str) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ManageCodes)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let unit = chosen(&tree, &tops, Field::Unit, unit)?;
    let round = find_open(&transaction).await?.ok_or(Problem::NoOpenRound)?;
    if people(&transaction, round.id, unit).await? == 0 {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    let sql =
        "INSERT INTO code_sheet (round_id, unit_id, asked_by) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING";
    let asked = execute(&transaction, sql, [round.id.into(), unit.into(), actor.account.into()]).await?;
    if asked.rows_affected() > 0 {
        record(base, &transaction, actor, Event::CodesAsked, unit, "").await?;
    }
    transaction.commit().await?;
    Ok(())
}

/// The sheets that wait for the staff representative.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`.
pub async fn sheets(base: &Base, actor: Option<&Actor>) -> Result<SheetsPage> {
    let (_, tops) = authorize(actor, Right::ReleaseCodes)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let Some(round) = find_open(&db).await? else { return Ok(SheetsPage { round: None, asked: Vec::new() }) };
    let next = asked(&db, round.id).await?;
    let waiting = tree.below(&tops).into_iter().filter(|unit| next.get(&unit.id) == Some(&NextSheet::Asked));
    let mut asked = Vec::new();
    for unit in waiting {
        let slips = people(&db, round.id, unit.id).await?;
        asked.push((unit, u32::try_from(slips).unwrap_or(u32::MAX)));
    }
    Ok(SheetsPage { round: Some((round.number, round.starts_on, round.ends_on)), asked })
}

/// Releases a unit's sheet that somebody else has asked for: it may then be printed once.
///
/// # Errors
/// `NoOpenRound`; `Invalid` for a unit that is not the actor's, or of which no sheet waits that somebody else asked
/// for.
pub async fn release(base: &Base, actor: Option<&Actor>, unit: &str) -> Result<()> {
    let (actor, tops) = authorize(actor, Right::ReleaseCodes)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let unit = chosen(&tree, &tops, Field::Unit, unit)?;
    let round = find_open(&transaction).await?.ok_or(Problem::NoOpenRound)?;
    let released = execute(
        &transaction,
        "UPDATE code_sheet SET released_by = $3
         WHERE round_id = $1 AND unit_id = $2 AND released_by IS NULL AND asked_by <> $3",
        [round.id.into(), unit.into(), actor.account.into()],
    )
    .await?;
    if released.rows_affected() == 0 {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    record(base, &transaction, actor, Event::CodesReleased, unit, "").await?;
    transaction.commit().await?;
    Ok(())
}

/// Makes a unit's sheet for the open round, once it was released; codes it had before stop working. `public_url` is the address
/// of the product as people type it.
///
/// # Errors
/// `NoOpenRound`; `Invalid` for a unit that is not the actor's or does not answer by code in this round, or while
/// nobody else has released its sheet.
pub async fn make(base: &Base, actor: Option<&Actor>, unit: &str, public_url: &str) -> Result<CodeSheet> {
    let (actor, tops) = authorize(actor, Right::ManageCodes)?;
    let transaction = base.db.begin().await?;
    let tree = Tree::load(&transaction).await?;
    let unit = chosen(&tree, &tops, Field::Unit, unit)?;
    let round = find_open(&transaction).await?.ok_or(Problem::NoOpenRound)?;
    // Two sheets at once would both stay in force.
    unit::Entity::find_by_id(unit).lock_exclusive().one(&transaction).await?;
    let codes = write(&transaction, &round, unit).await?;
    record(base, &transaction, actor, Event::CodesMade, unit, "").await?;
    transaction.commit().await?;
    Ok(CodeSheet {
        team: tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default(),
        days: (round.starts_on, round.ends_on),
        address: format!("{}/kiosk", public_url.trim_end_matches('/')),
        codes,
    })
}

/// Used ones too: what becomes of a code does not depend on it.
async fn end_codes(db: &impl ConnectionTrait, round: RoundId, unit: UnitId) -> Result<()> {
    let sql = "UPDATE kiosk_code SET is_revoked = TRUE WHERE round_id = $1 AND unit_id = $2";
    execute(db, sql, [round.into(), unit.into()]).await?;
    Ok(())
}

/// People counted in a unit who answer by code.
async fn people(db: &impl ConnectionTrait, round: RoundId, unit: UnitId) -> Result<i64> {
    let sql = "SELECT COUNT(*) AS n FROM roll WHERE round_id = $1 AND unit_id = $2 AND by_code";
    Ok(value(db, sql, [round.into(), unit.into()]).await?.unwrap_or(0))
}

/// One code for each person counted in the unit, in place of all before. The permission to print is used up.
async fn write(db: &impl ConnectionTrait, round: &round::Model, unit: UnitId) -> Result<Vec<String>> {
    let people = people(db, round.id, unit).await?;
    if people == 0 {
        return Err(Problem::invalid(Field::Unit, Why::NotAChoice).into());
    }
    let released = "DELETE FROM code_sheet WHERE round_id = $1 AND unit_id = $2 AND released_by IS NOT NULL";
    if execute(db, released, [round.id.into(), unit.into()]).await?.rows_affected() == 0 {
        return Err(Problem::invalid(Field::Unit, Why::NotReleased).into());
    }
    end_codes(db, round.id, unit).await?;
    let codes = (0..people).map(|_| fresh::<LENGTH>()).collect::<Result<Vec<String>>>()?;
    let rows = codes
        .iter()
        .map(|code| -> [Value; 3] { [code_hash(round.id, code).into(), round.id.into(), unit.into()] });
    insert(db, "kiosk_code (code_hash, round_id, unit_id)", rows.collect()).await?;
    Ok(codes.iter().map(|code| grouped(code, 4)).collect())
}

async fn record(
    base: &Base,
    db: &impl ConnectionTrait,
    actor: &Actor,
    event: Event,
    unit: UnitId,
    detail: &str,
) -> Result<()> {
    let entry = Entry { unit: Some(unit), detail, ..Entry::new(event, Some(actor.account)) };
    audit::record(db, base.now(), &entry).await
}

/// What stands on the slips of a sheet, in this language.
pub fn slips(sheet: &CodeSheet, lang: Lang) -> Slips {
    let (from, to) = sheet.days;
    let days = [("from", format::short_date(lang, from).into()), ("to", format::short_date(lang, to).into())];
    Slips {
        lang: lang.tag().to_owned(),
        title: tv(lang, "slips-title", &[("team", sheet.team.as_str().into())]),
        heading: sheet.team.clone(),
        below_heading: tv(lang, "slips-round", &days),
        how: t(lang, "slips-how"),
        address: sheet.address.clone(),
        foot: t(lang, "slips-promise"),
        codes: sheet.codes.clone(),
    }
}
