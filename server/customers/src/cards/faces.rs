//! Four faces on a screen. What is stored is how often each was touched on a day; nothing tells when or who.

use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
};

use chrono::{DateTime, Days, Duration, NaiveDate, Utc};
use domain::{
    Field, Problem, Right, UnitId, Why,
    customers::{
        face::{
            FACE_DAYS, FACE_SECONDS, FEWEST_FACES, Face, FaceForm, FaceShare, FaceThanks, FacesPage,
            FacesReport,
        },
        words::Category,
    },
};
use sea_orm::FromQueryResult;
use stats::rate::wilson;
use subtle::ConstantTimeEq;

use super::{
    codes,
    key::{Key, Label},
};
use crate::stored_words;
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, execute, join_ids},
    tokens::{hex, random},
};
use organisation::Tree;

/// When each screen was last touched.
#[derive(Default)]
struct Touched(Mutex<HashMap<i64, DateTime<Utc>>>);

impl Touched {
    /// Whether a touch counts: one within some seconds of the last is the same finger.
    fn counts(&self, code: i64, now: DateTime<Utc>) -> bool {
        let mut touched = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let since = now - Duration::seconds(FACE_SECONDS);
        touched.retain(|_, last| *last > since);
        match touched.contains_key(&code) {
            true => false,
            false => {
                touched.insert(code, now);
                true
            }
        }
    }
}

/// The screen of a code.
///
/// # Errors
/// `NotFound` for an unknown code.
pub async fn page(base: &Base, code: &str) -> Result<FacesPage> {
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    Ok(shown(&tree, &codes::find(&db, &tree, Some(code)).await?))
}

fn shown(tree: &Tree, place: &codes::Place) -> FacesPage {
    FacesPage {
        code: place.code.clone().unwrap_or_default(),
        unit: place.unit.and_then(|unit| tree.get(unit)).map(|unit| unit.name.clone()).unwrap_or_default(),
        place: place.place.clone(),
    }
}

/// Counts a touch, or the reason that follows one.
///
/// # Errors
/// `NotFound` for an unknown code; `Invalid` for a word that is no face or reason.
pub async fn touch(base: &Base, code: &str, form: &FaceForm) -> Result<FaceThanks> {
    let key = Key::of(base).await?;
    let db = &base.db.reader;
    let organisation = organisation::find(db).await?;
    let tree = organisation::tree(base, db).await?;
    let place = codes::find(db, &tree, Some(code)).await?;
    let unit = place.unit.ok_or(Problem::NotFound)?;
    let today = organisation.local_day(base.now());
    let face = Face::from_name(&form.face).ok_or(Problem::invalid(Field::Answer, Why::NotAChoice))?;
    let page = shown(&tree, &place);
    let counting = Counting { base, unit, code: place.code_id, today, face };
    if form.why.is_empty() {
        if !base.memory.of::<Touched>().counts(place.code_id, base.now()) {
            return Ok(FaceThanks { page, face, token: None });
        }
        counting.add("").await?;
        return Ok(FaceThanks { page, face, token: Some(counting.token(&key)?) });
    }
    let why = Category::from_name(&form.why).ok_or(Problem::invalid(Field::Category, Why::NotAChoice))?;
    // A reason belongs to a touch of today: it moves one from those without.
    if counting.is_own(&key, &form.token)? {
        counting.move_to(why.name()).await?;
    }
    Ok(FaceThanks { page, face, token: None })
}

struct Counting<'a> {
    base: &'a Base,
    unit: UnitId,
    code: i64,
    today: NaiveDate,
    face: Face,
}

impl Counting<'_> {
    fn end(&self, key: &Key, random: &str) -> Result<String> {
        let (code, day) = (self.code.to_be_bytes(), self.today.to_string());
        let parts = [&code[..], day.as_bytes(), self.face.name().as_bytes(), random.as_bytes()];
        Ok(hex(&key.code(Label::Face, &parts)?[..16]))
    }

    fn token(&self, key: &Key) -> Result<String> {
        let random = hex(&random::<8>()?);
        Ok(format!("{random}.{}", self.end(key, &random)?))
    }

    fn is_own(&self, key: &Key, token: &str) -> Result<bool> {
        let Some((random, end)) = token.split_once('.') else { return Ok(false) };
        Ok(bool::from(self.end(key, random)?.as_bytes().ct_eq(end.as_bytes())))
    }

    async fn add(&self, why: &str) -> Result<()> {
        let sql =
            "INSERT INTO face_count (unit_id, card_code_id, day, face, why, n) VALUES ($1, $2, $3, $4, $5, 1)
                   ON CONFLICT (unit_id, day, card_code_id, face, why) DO UPDATE SET n = face_count.n + 1";
        execute(self.base.db.writer(), sql, self.values(why)).await?;
        Ok(())
    }

    async fn move_to(&self, why: &str) -> Result<()> {
        let transaction = self.base.db.begin().await?;
        let sql = "UPDATE face_count SET n = n - 1 WHERE unit_id = $1 AND card_code_id = $2 AND day = $3 AND face = $4
                   AND why = $5 AND n > 0";
        if execute(&transaction, sql, self.values("")).await?.rows_affected() > 0 {
            let sql = "INSERT INTO face_count (unit_id, card_code_id, day, face, why, n) VALUES ($1, $2, $3, $4, $5, 1)
                       ON CONFLICT (unit_id, day, card_code_id, face, why) DO UPDATE SET n = face_count.n + 1";
            execute(&transaction, sql, self.values(why)).await?;
        }
        transaction.commit().await?;
        Ok(())
    }

    fn values(&self, why: &str) -> [sea_orm::Value; 5] {
        [self.unit.into(), self.code.into(), self.today.into(), self.face.name().into(), why.into()]
    }
}

#[derive(FromQueryResult)]
struct Counted {
    card_code_id: i64,
    code: String,
    place: String,
    unit_id: UnitId,
    face: String,
    why: String,
    n: i64,
}

/// How visits were in a unit and below it.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is not the person's.
pub async fn report(base: &Base, actor: Option<&Actor>, unit: Option<UnitId>) -> Result<FacesReport> {
    let (_, tops) = authorize(actor, Right::ViewVoiceReports)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let place = tree.asked(&tops, unit)?;
    let unit = place.unit.id;
    let to = organisation.local_day(base.now());
    let from = to.checked_sub_days(Days::new(FACE_DAYS)).unwrap_or(to);
    let in_units = match tree.root() == Some(unit) {
        true => "1 = 1".to_owned(),
        false => {
            let ids: Vec<UnitId> = tree.below(&[unit]).into_iter().map(|unit| unit.id).collect();
            format!("face_count.unit_id IN ({})", join_ids(&ids))
        }
    };
    let sql = format!(
        "SELECT card_code_id, code, place, face_count.unit_id, face, why, CAST(SUM(n) AS BIGINT) AS n
         FROM face_count JOIN card_code ON card_code.id = face_count.card_code_id
         WHERE {in_units} AND day >= $1 GROUP BY card_code_id, code, place, face_count.unit_id, face, why"
    );
    let rows: Vec<Counted> = all(&db, &sql, [from.into()]).await?;
    let mut all = [0; 4];
    let mut screens: HashMap<i64, (String, [i64; 4])> = HashMap::new();
    let mut reasons: HashMap<Category, i64> = HashMap::new();
    for row in rows {
        let face = Face::from_name(&row.face).ok_or_else(|| Error::stored("face_count.face", &row.face))?;
        let at = Face::ALL.iter().position(|other| *other == face).unwrap_or_default();
        let name = || {
            let unit = tree.get(row.unit_id).map(|unit| unit.name.clone()).unwrap_or_default();
            let place = if row.place.is_empty() { &row.code } else { &row.place };
            format!("{unit} · {place}")
        };
        all[at] += row.n;
        screens.entry(row.card_code_id).or_insert_with(|| (name(), [0; 4])).1[at] += row.n;
        if !face.is_happy() && !row.why.is_empty() {
            *reasons.entry(stored_words::category(&row.why)?).or_default() += row.n;
        }
    }
    let mut screens: Vec<FaceShare> =
        screens.into_values().map(|(name, counts)| share(name, counts)).collect();
    screens.sort_by(|one, other| one.name.cmp(&other.name));
    let mut reasons: Vec<(Category, i64)> = reasons.into_iter().collect();
    reasons.sort_by_key(|(category, n)| (-n, *category));
    Ok(FacesReport { all: share(String::new(), all), place, from, to, screens, reasons })
}

/// The share of those that smile, where there are enough.
fn share(name: String, counts: [i64; 4]) -> FaceShare {
    let total: i64 = counts.iter().sum();
    let happy: i64 = Face::ALL.iter().zip(counts).filter(|(face, _)| face.is_happy()).map(|(_, n)| n).sum();
    #[expect(clippy::cast_precision_loss, reason = "touches of some months are far below 2^53")]
    let rate = (total >= FEWEST_FACES).then(|| wilson(happy as f64, total as f64, 1.0)).flatten();
    FaceShare { name, counts, happy: rate.map(|rate| (rate.rate, rate.lower, rate.upper)) }
}
