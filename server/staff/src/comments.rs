//! Reading comments, each at the one unit that the release chose for it.
//!
//! Architecture invariant: only comments that the release has given a home are there to be read. What belongs to a
//! round that was declared void, nobody reads.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::{
    Period, Problem, Resolution, Right, UnitId,
    staff::comments::{AllComments, AllCommentsQuery, CommentPage, CommentQuery, CommentRound, holds},
};
use hmac::{Hmac, KeyInit, Mac};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::Sha256;

use crate::release::rules;
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, column, execute, join_ids, value},
    tokens::random,
};
use organisation::within;

/// The comments that a unit shows in a quarter. Without a unit the first that shows any, without a quarter the
/// newest with a released round.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike, and for a text that is no quarter.
pub async fn page(base: &Base, actor: Option<&Actor>, query: &CommentQuery) -> Result<CommentPage> {
    let (_, tops) = authorize(actor, Right::ReadComments)?;
    let key = key(base).await?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    if let Some(unit) = query.unit {
        within(&tree, &tops, unit)?;
    }
    let today = organisation::find(&db).await?.local_day(base.now());
    let quarters = quarters(&db).await?;
    let quarter = asked(query.quarter.as_deref(), &quarters, today)?;
    let mut units = tree.below(&tops);
    let homes = homes(&db, &units.iter().map(|unit| unit.id).collect::<Vec<_>>(), quarter).await?;
    let first = || units.iter().find(|unit| homes.contains(&unit.id)).or(units.first()).map(|unit| unit.id);
    let shown = query.unit.or_else(first).ok_or(Problem::NotFound)?;
    let rounds = rounds(&db, shown, quarter, &key).await?;
    units.retain(|unit| unit.id == shown || homes.contains(&unit.id));
    let rules = rules::in_force(&db, quarter.end().min(today)).await?;
    Ok(CommentPage {
        place: tree.place(&tops, shown).ok_or(Problem::NotFound)?,
        units,
        quarter: quarter.to_string(),
        quarters: quarters.iter().map(Period::to_string).collect(),
        rounds,
        crowd: rules.k_comment.get(),
        authors: rules.authors.get(),
    })
}

/// Units on a page of all comments.
const UNITS_TO_A_PAGE: usize = 25;

/// All comments of a quarter that the person may read, each at the unit that shows it, and of them those that hold
/// the words searched for. What is searched for is written down nowhere.
///
/// # Errors
/// `NotFound` for a text that is no quarter.
pub async fn all_page(base: &Base, actor: Option<&Actor>, query: &AllCommentsQuery) -> Result<AllComments> {
    let (_, tops) = authorize(actor, Right::ReadComments)?;
    let key = key(base).await?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let today = organisation::find(&db).await?.local_day(base.now());
    let quarters = quarters(&db).await?;
    let quarter = asked(query.quarter.as_deref(), &quarters, today)?;
    let mut units = tree.below(&tops);
    let mut comments = everywhere(&db, quarter, &key).await?;
    for rounds in comments.values_mut() {
        for round in rounds.iter_mut() {
            round.texts.retain(|text| holds(text, &query.search));
        }
        rounds.retain(|round| !round.texts.is_empty());
    }
    units.retain(|unit| comments.get(&unit.id).is_some_and(|rounds| !rounds.is_empty()));
    let of = |unit: &UnitId| {
        comments.get(unit).into_iter().flatten().map(|round| round.texts.len()).sum::<usize>()
    };
    let found = units.iter().map(|unit| of(&unit.id)).sum();
    let found_units = units.len();
    let pages = u32::try_from(found_units.div_ceil(UNITS_TO_A_PAGE)).unwrap_or(u32::MAX).max(1);
    let page = query.page.clamp(1, pages);
    let before = usize::try_from(page - 1).unwrap_or(0).saturating_mul(UNITS_TO_A_PAGE);
    let shown = units.into_iter().skip(before).take(UNITS_TO_A_PAGE);
    let rules = rules::in_force(&db, quarter.end().min(today)).await?;
    Ok(AllComments {
        units: shown.map(|unit| (unit.clone(), comments.remove(&unit.id).unwrap_or_default())).collect(),
        quarter: quarter.to_string(),
        quarters: quarters.iter().map(Period::to_string).collect(),
        search: query.search.clone(),
        found,
        found_units,
        page,
        pages,
        crowd: rules.k_comment.get(),
        authors: rules.authors.get(),
    })
}

/// The quarter that is asked for; without one the newest.
fn asked(name: Option<&str>, quarters: &[Period], today: NaiveDate) -> Result<Period> {
    let Some(text) = name else {
        return Ok(quarters
            .first()
            .copied()
            .unwrap_or_else(|| Period::containing(today, Resolution::Quarter)));
    };
    let quarter = Period::parse(text).ok().filter(|period| period.resolution() == Resolution::Quarter);
    Ok(quarter.ok_or(Problem::NotFound)?)
}

/// Quarters in which a released round starts, newest first.
async fn quarters(db: &impl ConnectionTrait) -> Result<Vec<Period>> {
    let sql = "SELECT starts_on FROM round WHERE state = 'released' ORDER BY starts_on DESC";
    let days: Vec<NaiveDate> = column(db, sql, []).await?;
    let mut quarters: Vec<Period> =
        days.into_iter().map(|day| Period::containing(day, Resolution::Quarter)).collect();
    quarters.dedup();
    Ok(quarters)
}

/// Which of these units show comments in the quarter.
async fn homes(db: &impl ConnectionTrait, units: &[UnitId], quarter: Period) -> Result<Vec<UnitId>> {
    let sql = format!(
        "SELECT DISTINCT home_id FROM released_comment
         JOIN round ON round.id = released_comment.round_id AND round.state = 'released'
         WHERE round.starts_on BETWEEN $1 AND $2 AND home_id IN ({})",
        join_ids(units)
    );
    Ok(column(db, &sql, [quarter.start().into(), quarter.end().into()]).await?)
}

/// A comment with its round.
#[derive(FromQueryResult)]
struct Comment {
    home_id: UnitId,
    number: i64,
    starts_on: NaiveDate,
    id: Vec<u8>,
    text: String,
}

/// The comments at a unit, by round.
async fn rounds(
    db: &impl ConnectionTrait,
    home: UnitId,
    quarter: Period,
    key: &[u8],
) -> Result<Vec<CommentRound>> {
    let comments: Vec<Comment> = all(
        db,
        &format!("{COMMENTS} AND home_id = $3"),
        [quarter.start().into(), quarter.end().into(), home.into()],
    )
    .await?;
    by_round(comments, key)
}

/// The comments of a quarter, by the unit that shows them and by round.
async fn everywhere(
    db: &impl ConnectionTrait,
    quarter: Period,
    key: &[u8],
) -> Result<BTreeMap<UnitId, Vec<CommentRound>>> {
    let comments: Vec<Comment> = all(db, COMMENTS, [quarter.start().into(), quarter.end().into()]).await?;
    let mut homes: BTreeMap<UnitId, Vec<Comment>> = BTreeMap::new();
    for comment in comments {
        homes.entry(comment.home_id).or_default().push(comment);
    }
    homes.into_iter().map(|(home, comments)| Ok((home, by_round(comments, key)?))).collect()
}

const COMMENTS: &str =
    "SELECT home_id, round.number, round.starts_on, released_comment.id, released_comment.text FROM released_comment
     JOIN round ON round.id = released_comment.round_id AND round.state = 'released'
     WHERE round.starts_on BETWEEN $1 AND $2";

fn by_round(comments: Vec<Comment>, key: &[u8]) -> Result<Vec<CommentRound>> {
    // Keyed by their place, so that neither the order of the rows nor that of their ids shows.
    type Placed = BTreeMap<Vec<u8>, String>;
    let mut rounds: BTreeMap<i64, (NaiveDate, Placed)> = BTreeMap::new();
    for comment in comments {
        let (_, texts) = rounds.entry(comment.number).or_insert((comment.starts_on, Placed::new()));
        texts.insert(place(key, &comment.id, comment.number)?, comment.text);
    }
    Ok(rounds
        .into_iter()
        .rev()
        .map(|(number, (starts_on, texts))| CommentRound {
            number,
            starts_on,
            texts: texts.into_values().collect(),
        })
        .collect())
}

/// A comment's place among those of its round: HMAC-SHA-256 (RFC 2104) of its id and the round. Whoever can
/// read the ids but not the key cannot tell the order from them, and nothing else goes into it.
fn place(key: &[u8], id: &[u8], round: i64) -> Result<Vec<u8>> {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|error| Error::Internal(error.to_string()))?;
    mac.update(id);
    mac.update(&round.to_be_bytes());
    Ok(mac.finalize().into_bytes().to_vec())
}

/// The key of the reading order, made when it is first needed.
async fn key(base: &Base) -> Result<Vec<u8>> {
    const FIND: &str = "SELECT comment_key FROM organisation";
    let key: Option<Option<Vec<u8>>> = value(&base.db.reader, FIND, []).await?;
    if let Some(key) = key.flatten() {
        return Ok(key);
    }
    let fresh = random::<32>()?.to_vec();
    let db = base.db.writer();
    // Whoever comes first writes it; everybody reads the one that was written.
    execute(db, "UPDATE organisation SET comment_key = $1 WHERE comment_key IS NULL", [fresh.into()]).await?;
    let key: Option<Option<Vec<u8>>> = value(db, FIND, []).await?;
    key.flatten().ok_or_else(|| Error::Internal("the database holds no organisation".to_owned()))
}
