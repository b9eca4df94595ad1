//! Approved versions of a quarter: the model as it was, which the database lets nobody change.

use chrono::NaiveDate;
use domain::{
    AccountId, Lang, Period, Problem, Right,
    audit::Event,
    format,
    insight::{pack::Pack, pack_checks::ApproveForm, pack_pages::ApprovePage},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

use super::{Shown, documents, draft, quarter, quarters};
use base::{
    Actor, Base, Error, Result, audit, authorize,
    db::{all, execute, one},
    tokens::hex,
};
use organisation::whole;

/// A version without its model.
#[derive(Clone, Debug, FromQueryResult)]
pub(super) struct Version {
    pub(super) version: i64,
    pub(super) approved_on: NaiveDate,
    pub(super) model_hash: String,
}

/// Versions of a quarter, newest first.
///
/// # Errors
/// When the database refuses.
pub(super) async fn versions(db: &impl ConnectionTrait, quarter: Period) -> Result<Vec<Version>> {
    let sql =
        "SELECT version, approved_on, model_hash FROM review_pack WHERE quarter = $1 ORDER BY version DESC";
    Ok(all(db, sql, [quarter.start().into()]).await?)
}

/// Number of the newest approved version of a quarter; none where none was approved.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn newest(db: &impl ConnectionTrait, quarter: Period) -> Result<Option<i64>> {
    Ok(versions(db, quarter).await?.first().map(|own| own.version))
}

/// The model of a version.
///
/// # Errors
/// `NotFound` for a version that there is not; when what is stored is none that this program can read, or is not
/// what was approved.
pub(super) async fn frozen(db: &impl ConnectionTrait, quarter: Period, version: i64) -> Result<Pack> {
    #[derive(FromQueryResult)]
    struct Stored {
        model: String,
        model_hash: String,
    }
    let sql = "SELECT model, model_hash FROM review_pack WHERE quarter = $1 AND version = $2";
    let stored: Option<Stored> = one(db, sql, [quarter.start().into(), version.into()]).await?;
    let stored = stored.ok_or(Problem::NotFound)?;
    if hex(&Sha256::digest(stored.model.as_bytes())) != stored.model_hash {
        return Err(Error::Internal(format!("version {version} of {quarter} is not what was approved")));
    }
    Ok(serde_json::from_str(&stored.model)?)
}

/// The model as it is stored and taken out, with its hash. The same model gives the same bytes.
///
/// # Errors
/// When it cannot be written, which no model is.
pub(super) fn written(pack: &Pack) -> Result<(String, String)> {
    let model = serde_json::to_string(pack)?;
    let hash = hex(&Sha256::digest(model.as_bytes()));
    Ok((model, hash))
}

/// The form for approving a quarter, on a page of its own.
///
/// # Errors
/// As [`approve`].
pub async fn approve_page(base: &Base, actor: Option<&Actor>, name: &str, lang: Lang) -> Result<ApprovePage> {
    let (_, tops) = authorize(actor, Right::ApproveReview)?;
    let shown = quarter(name)?;
    let db = base.db.snapshot().await?;
    whole(&db, &tops).await?;
    if !quarters(&db).await?.contains(&shown) {
        return Err(Problem::NotFound.into());
    }
    let organisation = organisation::find(&db).await?;
    let known = versions(&db, shown).await?;
    let (_, hash) = written(&draft(&db, &organisation, shown).await?)?;
    let is_new = known.first().is_none_or(|last| last.model_hash != hash);
    Ok(ApprovePage {
        quarter: shown.to_string(),
        name: format::period(lang, shown),
        model: is_new.then_some(hash),
        last_version: known.first().map_or(0, |last| last.version),
    })
}

/// Approves a quarter as it was shown: the model is stored, and is what is shown and taken out from then on.
/// Returns the number of the version.
///
/// # Errors
/// `Forbidden` for anyone but HR of the whole organisation; `ChangedMeanwhile` when a figure, or who approved last,
/// is not what was shown; `NotFound` for a quarter without a released round.
pub async fn approve(base: &Base, actor: Option<&Actor>, name: &str, form: &ApproveForm) -> Result<i64> {
    let (actor, tops) = authorize(actor, Right::ApproveReview)?;
    let shown = quarter(name)?;
    let transaction = base.db.begin().await?;
    whole(&transaction, &tops).await?;
    if !quarters(&transaction).await?.contains(&shown) {
        return Err(Problem::NotFound.into());
    }
    let organisation = organisation::find(&transaction).await?;
    let known = versions(&transaction, shown).await?;
    let pack = draft(&transaction, &organisation, shown).await?;
    let (model, hash) = written(&pack)?;
    let last = known.first().map_or(0, |last| last.version);
    let is_approved_already = known.first().is_some_and(|last| last.model_hash == hash);
    if form.model != hash || form.version != last.to_string() || is_approved_already {
        return Err(Problem::ChangedMeanwhile.into());
    }
    let version = last + 1;
    let today = organisation.local_day(base.now());
    let own = Shown { pack, hash: hash.clone(), approved: Some((version, today)), versions: known };
    let row = Row { quarter: shown, version, model, hash, by: actor.account, on: today };
    row.insert(&transaction).await?;
    documents::note_all(&transaction, &own).await?;
    let detail = format!("review {shown}, version {version}");
    let entry = audit::Entry {
        detail: &detail,
        unit: tops.first().copied(),
        ..audit::Entry::new(Event::ReviewApproved, Some(actor.account))
    };
    audit::record(&transaction, base.now(), &entry).await?;
    transaction.commit().await?;
    Ok(version)
}

/// A version to be stored.
struct Row {
    quarter: Period,
    version: i64,
    model: String,
    hash: String,
    by: AccountId,
    on: NaiveDate,
}

impl Row {
    /// Of two who approve at once, the second finds the number taken.
    async fn insert(self, db: &impl ConnectionTrait) -> Result<()> {
        let sql = "INSERT INTO review_pack (quarter, version, model, model_hash, approved_by, approved_on)
             VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (quarter, version) DO NOTHING";
        let values = [
            self.quarter.start().into(),
            self.version.into(),
            self.model.into(),
            self.hash.into(),
            self.by.into(),
            self.on.into(),
        ];
        match execute(db, sql, values).await?.rows_affected() {
            0 => Err(Problem::ChangedMeanwhile.into()),
            _ => Ok(()),
        }
    }
}
