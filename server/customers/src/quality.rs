//! How customers' cases went in a unit: counted from what is stored of them, without a text and without a person.

use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeZone, Utc};
use domain::{
    Right, UnitId,
    customers::{
        quality::{FEWEST, QualityPage, Share},
        words::{Category, Cause, ClockKind, Outcome, Stage},
    },
};
use sea_orm::{ConnectionTrait, FromQueryResult, Value};
use stats::rate::wilson;

use crate::{mentions, stored_words};
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, join_ids, value},
};
use organisation::{Organisation, Tree};

/// Days that the page looks back.
const DAYS: u64 = 90;
/// Of an `apology`: whether it was given, and not after the promise to answer was broken. Where there is no promise,
/// none is broken.
pub const APOLOGY_IN_TIME: &str = "apology.is_given AND NOT EXISTS (SELECT 1 FROM case_clock
     WHERE case_clock.complaint_id = apology.complaint_id AND case_clock.kind = 'answer' AND case_clock.is_late
         AND case_clock.run = (SELECT MIN(own.run) FROM case_clock AS own WHERE own.complaint_id = apology.complaint_id
             AND own.kind = 'answer' AND own.stopped_at >= apology.at))";

/// The page of a unit; the topmost of the person's when none is named.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is not the person's.
pub async fn page(base: &Base, actor: Option<&Actor>, unit: Option<UnitId>) -> Result<QualityPage> {
    let (_, tops) = authorize(actor, Right::ViewVoiceReports)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let place = tree.asked(&tops, unit)?;
    let unit = place.unit.id;
    let to = organisation.local_day(base.now());
    let from = to.checked_sub_days(Days::new(DAYS)).unwrap_or(to);
    let look = Look {
        db: &db,
        units: condition(&tree, unit),
        since: midnight(&organisation, from),
        now: base.now(),
    };
    let kinds = look.kinds().await?;
    let received = |kind: &str| kinds.iter().find(|row| row.word == kind).map_or(0, |row| row.n);
    let (complaints, praise, ideas) = (received("complaint"), received("compliment"), received("comment"));
    Ok(QualityPage {
        place,
        from,
        to,
        complaints,
        praise,
        ideas,
        open: look.open().await?,
        late: look.late().await?,
        kept: look.kept().await?,
        apologies: look.apologies().await?,
        outcomes: look.outcomes().await?,
        causes: look.causes().await?,
        reasons: look.reasons().await?,
        held: look.held(&tree).await?,
        cost: look.cost().await?,
        mentions: mentions::counts(&db, &organisation, &look.units, to).await?,
    })
}

/// The units as a condition on where it happened: none for the whole organisation.
fn condition(tree: &Tree, unit: UnitId) -> String {
    match tree.root() == Some(unit) {
        true => "1 = 1".to_owned(),
        false => {
            let ids: Vec<UnitId> = tree.below(&[unit]).into_iter().map(|unit| unit.id).collect();
            format!("complaint.unit_id IN ({})", join_ids(&ids))
        }
    }
}

pub(crate) fn midnight(organisation: &Organisation, day: NaiveDate) -> DateTime<Utc> {
    let start = day.and_time(NaiveTime::MIN);
    // Where clocks skip midnight, the day begins an hour later; a moment either way changes nothing here.
    organisation
        .timezone
        .from_local_datetime(&start)
        .earliest()
        .map_or_else(|| start.and_utc(), |at| at.with_timezone(&Utc))
}

/// A share with its interval.
fn share(count: i64, of: i64) -> Share {
    #[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^53")]
    let interval = (of >= FEWEST).then(|| wilson(count as f64, of as f64, 1.0)).flatten();
    Share { count, of, interval: interval.map(|rate| (rate.lower, rate.upper)) }
}

/// A word and how often it is there.
#[derive(FromQueryResult)]
struct Counted {
    word: String,
    n: i64,
}

/// Working time of a unit.
#[derive(FromQueryResult)]
struct Held {
    unit_id: UnitId,
    seconds: i64,
}

struct Look<'a, C> {
    db: &'a C,
    units: String,
    since: DateTime<Utc>,
    now: DateTime<Utc>,
}

impl<C: ConnectionTrait> Look<'_, C> {
    async fn counted(&self, sql: &str, values: Vec<Value>) -> Result<Vec<Counted>> {
        Ok(all(self.db, sql, values).await?)
    }

    async fn kinds(&self) -> Result<Vec<Counted>> {
        let sql = format!(
            "SELECT kind AS word, COUNT(*) AS n FROM complaint
             WHERE received_at >= $1 AND (counts OR kind <> 'complaint') AND {} GROUP BY kind",
            self.units
        );
        self.counted(&sql, vec![self.since.into()]).await
    }

    async fn open(&self) -> Result<Vec<(Stage, i64)>> {
        let open: Vec<Stage> = Stage::ALL.iter().copied().filter(|stage| stage.is_open()).collect();
        let names: Vec<String> = open.iter().map(|stage| format!("'{}'", stage.name())).collect();
        let sql = format!(
            "SELECT stage AS word, COUNT(*) AS n FROM complaint
             WHERE stage IN ({}) AND kind = 'complaint' AND {} GROUP BY stage",
            names.join(", "),
            self.units
        );
        let rows = self.counted(&sql, vec![]).await?;
        let of = |stage: Stage| rows.iter().find(|row| row.word == stage.name()).map_or(0, |row| row.n);
        Ok(open.into_iter().map(|stage| (stage, of(stage))).collect())
    }

    async fn late(&self) -> Result<i64> {
        let sql = format!(
            "SELECT COUNT(*) AS n FROM complaint WHERE stage IN ('received', 'acknowledged', 'assessed',
                 'investigating', 'reopened') AND next_late_at <= $1 AND {}",
            self.units
        );
        Ok(value(self.db, &sql, [self.now.into()]).await?.unwrap_or(0))
    }

    /// Promises that ended in these days, and those that run and are broken: leaving these out would count only what
    /// has been done.
    async fn kept(&self) -> Result<Vec<(ClockKind, Share)>> {
        let ended = format!(
            "SELECT case_clock.kind AS word, COUNT(*) AS n FROM case_clock
             JOIN complaint ON complaint.id = case_clock.complaint_id
             WHERE case_clock.stopped_at >= $1 AND complaint.counts AND {}",
            self.units
        );
        let kept = format!("{ended} AND NOT case_clock.is_late GROUP BY case_clock.kind");
        let ended = format!("{ended} GROUP BY case_clock.kind");
        let broken = format!(
            "SELECT case_clock.kind AS word, COUNT(*) AS n FROM case_clock
             JOIN complaint ON complaint.id = case_clock.complaint_id
             WHERE case_clock.stopped_at IS NULL AND case_clock.late_at <= $1 AND complaint.counts AND {}
             GROUP BY case_clock.kind",
            self.units
        );
        let kept = self.counted(&kept, vec![self.since.into()]).await?;
        let ended = self.counted(&ended, vec![self.since.into()]).await?;
        let broken = self.counted(&broken, vec![self.now.into()]).await?;
        let of = |rows: &[Counted], kind: ClockKind| {
            rows.iter().find(|row| row.word == kind.name()).map_or(0, |row| row.n)
        };
        let shares = ClockKind::ALL
            .iter()
            .map(|kind| (*kind, share(of(&kept, *kind), of(&ended, *kind) + of(&broken, *kind))));
        Ok(shares.collect())
    }

    async fn apologies(&self) -> Result<Share> {
        let sql = format!(
            "SELECT CASE WHEN {APOLOGY_IN_TIME} THEN 'given' ELSE 'not' END AS word, COUNT(*) AS n FROM apology
             JOIN complaint ON complaint.id = apology.complaint_id
             WHERE apology.at >= $1 AND {} GROUP BY 1",
            self.units
        );
        let rows = self.counted(&sql, vec![self.since.into()]).await?;
        let given = rows.iter().find(|row| row.word == "given").map_or(0, |row| row.n);
        Ok(share(given, rows.iter().map(|row| row.n).sum()))
    }

    async fn outcomes(&self) -> Result<Vec<(Outcome, i64)>> {
        let sql = format!(
            "SELECT case_issue.outcome AS word, COUNT(*) AS n FROM complaint
             JOIN case_issue ON case_issue.complaint_id = complaint.id
             WHERE complaint.answered_at >= $1 AND case_issue.outcome IS NOT NULL AND {}
             GROUP BY case_issue.outcome",
            self.units
        );
        let rows = self.counted(&sql, vec![self.since.into()]).await?;
        for row in &rows {
            Outcome::from_name(&row.word).ok_or_else(|| Error::stored("case_issue.outcome", &row.word))?;
        }
        let of = |outcome: Outcome| rows.iter().find(|row| row.word == outcome.name()).map_or(0, |row| row.n);
        Ok(Outcome::ALL.iter().map(|outcome| (*outcome, of(*outcome))).collect())
    }

    async fn causes(&self) -> Result<Vec<(Category, i64)>> {
        let sql = format!(
            "SELECT case_issue.category AS word, COUNT(*) AS n FROM complaint
             JOIN case_issue ON case_issue.complaint_id = complaint.id
             WHERE complaint.answered_at >= $1 AND {}
             GROUP BY case_issue.category ORDER BY COUNT(*) DESC, case_issue.category",
            self.units
        );
        let rows = self.counted(&sql, vec![self.since.into()]).await?;
        rows.into_iter().map(|row| Ok((stored_words::category(&row.word)?, row.n))).collect()
    }

    async fn reasons(&self) -> Result<Vec<(Cause, i64)>> {
        let sql = format!(
            "SELECT case_issue.cause AS word, COUNT(*) AS n FROM complaint
             JOIN case_issue ON case_issue.complaint_id = complaint.id
             WHERE complaint.answered_at >= $1 AND case_issue.cause IS NOT NULL AND {}
             GROUP BY case_issue.cause ORDER BY COUNT(*) DESC, case_issue.cause",
            self.units
        );
        let rows = self.counted(&sql, vec![self.since.into()]).await?;
        rows.into_iter().map(|row| Ok((stored_words::cause(&row.word)?, row.n))).collect()
    }

    /// Working time until the answer, by the unit that had the case: units alone, no person.
    async fn held(&self, tree: &Tree) -> Result<Vec<(String, i64)>> {
        let sql = format!(
            "SELECT case_clock_share.unit_id, CAST(SUM(case_clock_share.seconds) AS BIGINT) AS seconds FROM case_clock
             JOIN complaint ON complaint.id = case_clock.complaint_id
             JOIN case_clock_share ON case_clock_share.complaint_id = case_clock.complaint_id
                 AND case_clock_share.kind = case_clock.kind AND case_clock_share.run = case_clock.run
             WHERE case_clock.kind = 'answer' AND case_clock.stopped_at >= $1 AND {}
             GROUP BY case_clock_share.unit_id ORDER BY SUM(case_clock_share.seconds) DESC, case_clock_share.unit_id",
            self.units
        );
        let rows: Vec<Held> = all(self.db, &sql, [self.since.into()]).await?;
        let name = |unit: UnitId| tree.get(unit).map(|unit| unit.name.clone()).unwrap_or_default();
        Ok(rows.into_iter().map(|row| (name(row.unit_id), row.seconds)).collect())
    }

    async fn cost(&self) -> Result<i64> {
        let sql = format!(
            "SELECT CAST(COALESCE(SUM(remedy.cost_minor), 0) AS BIGINT) AS n FROM complaint
             JOIN remedy ON remedy.complaint_id = complaint.id
             WHERE complaint.answered_at >= $1 AND {}",
            self.units
        );
        Ok(value(self.db, &sql, [self.since.into()]).await?.unwrap_or(0))
    }
}
