//! The packs of all units in one file. It is made while it is sent, pack by pack, and stands nowhere; a row says how
//! far it is, on whichever instance somebody asks.

use chrono::{DateTime, Duration, NaiveDate, Utc};
use domain::{
    AccountId, Lang, Period, Problem, Resolution, Right, UnitId,
    audit::Event,
    format,
    insight::pack_checks::{PacksPage, PacksProgress, PacksState},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use sha2::{Digest, Sha256};

use super::{
    Shown, Which,
    documents::{self, Document, Kind},
    pages::Asked,
    papers::{self, Paper},
    quarter, quarters, shown,
};
use base::{
    Actor, Base, Error, Result,
    access::authorize,
    audit,
    db::{execute, one},
    tokens::{hex, random},
};
use organisation::whole;

/// How long a row may stay as it is while its file is made. After that whoever made it is gone.
const PATIENCE: Duration = Duration::minutes(2);
/// How long it is remembered that somebody took one out; the log of exports keeps it.
const KEPT: Duration = Duration::days(30);

/// The version of a quarter that is asked for, for whoever may take the whole organisation's pack out.
async fn wanted(db: &impl ConnectionTrait, tops: &[UnitId], name: &str, which: Which) -> Result<Shown> {
    let wanted = quarter(name)?;
    whole(db, tops).await?;
    if !quarters(db).await?.contains(&wanted) {
        return Err(Problem::NotFound.into());
    }
    let organisation = organisation::find(db).await?;
    shown(db, &organisation, wanted, which, true).await
}

/// Units with a pack of their own, in tree order.
fn units(own: &Shown) -> impl Iterator<Item = &str> {
    own.pack.places.iter().map(|place| place.unit.as_str()).filter(|unit| own.pack.row(unit).is_some())
}

/// What will be in the file, before it is asked for.
///
/// # Errors
/// `Forbidden` for whoever's role is not for the whole organisation; `NotFound` for a text that is no quarter, a
/// quarter without a released round and a version that there is not.
pub async fn page(
    base: &Base,
    actor: Option<&Actor>,
    name: &str,
    which: Option<&str>,
    lang: Lang,
) -> Result<PacksPage> {
    let (_, tops) = authorize(actor, Right::ExportReview)?;
    let db = base.db.snapshot().await?;
    let own = wanted(&db, &tops, name, Which::from_name(which)?).await?;
    let version = own.approved.map(|(version, _)| version);
    Ok(PacksPage {
        quarter: name.to_owned(),
        name: format::period(lang, quarter(name)?),
        which: version.map_or_else(|| "draft".to_owned(), |version| version.to_string()),
        version,
        units: units(&own).count(),
    })
}

/// Asks for the file; gives what it is known by.
///
/// # Errors
/// As [`page`].
pub async fn ask(
    base: &Base,
    actor: Option<&Actor>,
    name: &str,
    which: Option<&str>,
    lang: Lang,
) -> Result<String> {
    let (actor, tops) = authorize(actor, Right::ExportReview)?;
    let which = Which::from_name(which)?;
    let transaction = base.db.begin().await?;
    let own = wanted(&transaction, &tops, name, which).await?;
    let total = i64::try_from(units(&own).count()).unwrap_or(i64::MAX);
    let (id, now) = (hex(&random::<12>()?), base.now());
    execute(&transaction, "DELETE FROM pack_export WHERE asked_at < $1", [(now - KEPT).into()]).await?;
    let sql =
        "INSERT INTO pack_export (id, account_id, quarter, version, lang, state, total, asked_at, seen_at)
         VALUES ($1, $2, $3, $4, $5, 'ready', $6, $7, $7)";
    let values = [
        id.as_str().into(),
        actor.account.into(),
        quarter(name)?.start().into(),
        own.approved.map(|(version, _)| version).into(),
        lang.tag().into(),
        total.into(),
        now.into(),
    ];
    execute(&transaction, sql, values).await?;
    let detail = format!("review {name} packs, {total}");
    let entry =
        audit::Entry { detail: &detail, ..audit::Entry::new(Event::ExportStarted, Some(actor.account)) };
    audit::record(&transaction, now, &entry).await?;
    transaction.commit().await?;
    Ok(id)
}

#[derive(FromQueryResult)]
struct Row {
    account_id: AccountId,
    quarter: NaiveDate,
    version: Option<i64>,
    lang: String,
    state: String,
    total: i64,
    done: i64,
    began_at: Option<DateTime<Utc>>,
    seen_at: DateTime<Utc>,
}

impl Row {
    /// The one with this id, of this person alone.
    async fn find(db: &impl ConnectionTrait, id: &str, of: AccountId) -> Result<Self> {
        let sql = "SELECT account_id, quarter, version, lang, state, total, done, began_at, seen_at
             FROM pack_export WHERE id = $1";
        let row: Option<Self> = one(db, sql, [id.into()]).await?;
        Ok(row.filter(|row| row.account_id == of).ok_or(Problem::NotFound)?)
    }

    fn quarter(&self) -> Period {
        Period::containing(self.quarter, Resolution::Quarter)
    }

    /// Where it is now. One that nobody has gone on with for a while has failed, whatever stands in the row.
    fn state(&self, now: DateTime<Utc>) -> Result<PacksState> {
        let state = PacksState::from_name(&self.state)
            .ok_or_else(|| Error::stored("pack_export.state", &self.state))?;
        let is_left =
            matches!(state, PacksState::Waiting | PacksState::Running) && now - self.seen_at > PATIENCE;
        Ok(if is_left { PacksState::Failed } else { state })
    }

    /// Minutes that the rest will take if it goes on as it did, rounded up.
    fn minutes(&self, now: DateTime<Utc>) -> Option<i64> {
        let began = self.began_at.filter(|_| self.done > 0)?;
        let rest = (now - began).num_milliseconds().checked_mul(self.total - self.done)? / self.done;
        Some((rest + 59_999) / 60_000)
    }
}

/// How far the file is that somebody asked for.
///
/// # Errors
/// `NotFound` for what nobody asked for, and for what somebody else did.
pub async fn progress(base: &Base, actor: Option<&Actor>, id: &str, lang: Lang) -> Result<PacksProgress> {
    let (actor, _) = authorize(actor, Right::ExportReview)?;
    let row = Row::find(&base.db.reader, id, actor.account).await?;
    let state = row.state(base.now())?;
    Ok(PacksProgress {
        id: id.to_owned(),
        quarter: row.quarter().to_string(),
        name: format::period(lang, row.quarter()),
        version: row.version,
        state,
        done: row.done,
        total: row.total,
        minutes: (state == PacksState::Running).then(|| row.minutes(base.now())).flatten(),
    })
}

/// Ends it between two packs. What is over stays as it is.
///
/// # Errors
/// As [`progress`].
pub async fn cancel(base: &Base, actor: Option<&Actor>, id: &str) -> Result<()> {
    let (actor, _) = authorize(actor, Right::ExportReview)?;
    Row::find(&base.db.reader, id, actor.account).await?;
    let sql = "UPDATE pack_export SET state = 'cancelled', seen_at = $2
         WHERE id = $1 AND state IN ('ready', 'waiting', 'running')";
    execute(base.db.writer(), sql, [id.into(), base.now().into()]).await?;
    Ok(())
}

/// A pack that is in the file: its document, hash and size.
pub struct Packed {
    document: Document,
    sha256: String,
    bytes: i64,
}

/// A file that somebody fetches, and all it is made from.
pub struct Bundle {
    id: String,
    by: AccountId,
    lang: Lang,
    site: String,
    own: Shown,
    document: Document,
}

/// Begins with the file that somebody asked for. It can be fetched once: the same person asks anew for another.
///
/// # Errors
/// As [`progress`]; `NotFound` too for one that was fetched already, or is over.
pub async fn fetch(base: &Base, actor: Option<&Actor>, id: &str, site: &str) -> Result<Bundle> {
    let (actor, tops) = authorize(actor, Right::ExportReview)?;
    let row = Row::find(&base.db.reader, id, actor.account).await?;
    let sql = "UPDATE pack_export SET state = 'waiting', seen_at = $2 WHERE id = $1 AND state = 'ready'";
    if execute(base.db.writer(), sql, [id.into(), base.now().into()]).await?.rows_affected() == 0 {
        return Err(Problem::NotFound.into());
    }
    let which = row.version.map_or(Which::Draft, Which::Version);
    let db = base.db.snapshot().await?;
    let own = wanted(&db, &tops, &row.quarter().to_string(), which).await?;
    let document = Document::of(&own, Kind::Organisation, None)?;
    let lang = Lang::from_tag(&row.lang).ok_or_else(|| Error::stored("pack_export.lang", &row.lang))?;
    Ok(Bundle { id: id.to_owned(), by: actor.account, lang, site: site.to_owned(), own, document })
}

impl Bundle {
    /// What the file is called, in ASCII.
    pub fn name(&self) -> String {
        documents::file_name(&self.own, &self.document, self.lang, "zip").replacen(
            "trivsel-",
            "trivsel-packs-",
            1,
        )
    }

    /// Units with a pack, in tree order.
    pub fn units(&self) -> Vec<&str> {
        units(&self.own).collect()
    }

    /// Which file is whose: one line a unit, as in the archive.
    ///
    /// # Errors
    /// When a unit of the pack has no number, which none is stored with.
    pub fn contents(&self) -> Result<String> {
        let mut text = format!("\u{feff}{}\r\n\r\n", self.own.pack.organisation);
        for unit in self.units() {
            let name =
                self.own.pack.places.iter().find(|place| place.unit == unit).map_or("", |own| &own.name);
            text.push_str(&format!("{}: {name}\r\n", self.name_of(unit)?));
        }
        Ok(text)
    }

    fn name_of(&self, unit: &str) -> Result<String> {
        let document = Document::of(&self.own, Kind::Unit, Some(papers::number(unit)?))?;
        Ok(documents::file_name(&self.own, &document, self.lang, "pdf"))
    }

    /// A unit's pack before it is set.
    ///
    /// # Errors
    /// When it cannot be drawn.
    pub fn paper(&self, unit: &str) -> Result<Paper> {
        let asked = Asked { which: Which::Newest, lang: self.lang, site: &self.site };
        papers::of_unit(&self.own, papers::number(unit)?, asked, self.by)
    }

    /// A pack that was set, for the log.
    ///
    /// # Errors
    /// When a unit has no number, which none is stored with.
    pub fn packed(&self, unit: &str, bytes: &[u8]) -> Result<Packed> {
        Ok(Packed {
            document: Document::of(&self.own, Kind::Unit, Some(papers::number(unit)?))?,
            sha256: hex(&Sha256::digest(bytes)),
            bytes: i64::try_from(bytes.len()).unwrap_or(i64::MAX),
        })
    }

    /// Says that it is being made: its turn has come, or it still waits.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn seen(&self, base: &Base, has_begun: bool) -> Result<()> {
        let sql = match has_begun {
            true => {
                "UPDATE pack_export SET state = 'running', began_at = $2, seen_at = $2
                 WHERE id = $1 AND state = 'waiting'"
            }
            false => "UPDATE pack_export SET seen_at = $2 WHERE id = $1 AND state = 'waiting'",
        };
        execute(base.db.writer(), sql, [self.id.as_str().into(), base.now().into()]).await?;
        Ok(())
    }

    /// Whether it was cancelled meanwhile.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn is_cancelled(&self, base: &Base) -> Result<bool> {
        let sql = "SELECT state FROM pack_export WHERE id = $1";
        let state: Option<String> = base::db::value(&base.db.reader, sql, [self.id.as_str().into()]).await?;
        Ok(state.is_none_or(|state| state == PacksState::Cancelled.name()))
    }

    /// Writes down that these packs went out, and how many did in all.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn went_out(&self, base: &Base, packed: &[Packed], done: usize) -> Result<()> {
        let (transaction, now) = (base.db.begin().await?, base.now());
        for own in packed {
            let file = documents::File {
                ending: "pdf",
                state: PacksState::Complete,
                sha256: &own.sha256,
                bytes: own.bytes,
            };
            documents::note(&transaction, now, self.by, (&own.document, &self.own.hash, self.lang), &file)
                .await?;
        }
        let sql = "UPDATE pack_export SET done = $2, seen_at = $3 WHERE id = $1";
        let done = i64::try_from(done).unwrap_or(i64::MAX);
        execute(&transaction, sql, [self.id.as_str().into(), done.into(), now.into()]).await?;
        transaction.commit().await?;
        Ok(())
    }

    /// Writes down how it ended: one row of the log, whose file nobody can show as ours unless it is whole.
    ///
    /// # Errors
    /// When the database refuses.
    pub async fn end(&self, base: &Base, state: PacksState, sha256: &str, bytes: u64) -> Result<()> {
        let (transaction, now) = (base.db.begin().await?, base.now());
        let file = documents::File {
            ending: "packs zip",
            state,
            sha256,
            bytes: i64::try_from(bytes).unwrap_or(i64::MAX),
        };
        let what =
            documents::note(&transaction, now, self.by, (&self.document, &self.own.hash, self.lang), &file)
                .await?;
        let sql = "UPDATE pack_export SET state = $2, seen_at = $3 WHERE id = $1";
        execute(&transaction, sql, [self.id.as_str().into(), state.name().into(), now.into()]).await?;
        let detail = format!("{what}, {}", state.name());
        let entry = audit::Entry { detail: &detail, ..audit::Entry::new(Event::Exported, Some(self.by)) };
        audit::record(&transaction, now, &entry).await?;
        transaction.commit().await?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn row(state: PacksState, done: i64) -> Row {
        let at = Utc.with_ymd_and_hms(2026, 10, 15, 9, 0, 0).unwrap();
        Row {
            account_id: AccountId::new(1),
            quarter: NaiveDate::from_ymd_opt(2026, 7, 1).unwrap(),
            version: Some(2),
            lang: "nb".to_owned(),
            state: state.name().to_owned(),
            total: 2000,
            done,
            began_at: Some(at),
            seen_at: at,
        }
    }

    #[test]
    fn what_nobody_goes_on_with_has_failed() {
        let at = row(PacksState::Running, 0).seen_at;
        for (state, after, expected) in [
            (PacksState::Running, 60, PacksState::Running),
            (PacksState::Running, 121, PacksState::Failed),
            (PacksState::Waiting, 121, PacksState::Failed),
            (PacksState::Ready, 1000, PacksState::Ready),
            (PacksState::Complete, 1000, PacksState::Complete),
            (PacksState::Cancelled, 1000, PacksState::Cancelled),
        ] {
            let now = at + Duration::seconds(after);
            assert_eq!(row(state, 0).state(now).unwrap(), expected, "{state:?} after {after} s");
        }
    }

    #[test]
    fn the_rest_takes_as_long_as_what_is_done_did() {
        let at = row(PacksState::Running, 0).seen_at;
        let minutes = |done, after| row(PacksState::Running, done).minutes(at + Duration::seconds(after));
        assert_eq!(minutes(0, 30), None, "nothing can be told before the first");
        assert_eq!(minutes(500, 60), Some(3));
        assert_eq!(minutes(1999, 60), Some(1), "never none while one is left");
        assert_eq!(minutes(2000, 60), Some(0));
    }
}
