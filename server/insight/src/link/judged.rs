//! What is kept of a unit's result: the plain comparison, and the one verdict that page, card and morning view
//! show.

use chrono::NaiveDate;
use domain::{UnitId, insight::link::LinkOutcome};
use sea_orm::{ConnectionTrait, FromQueryResult};
use serde::{Deserialize, Serialize};
use stats::link::{
    Report, Summary,
    headline::{Answer, Headline, Verdict, sift},
};

use crate::verdicts;
use base::{
    Result,
    db::{self, execute},
};
use organisation::Tree;

/// A report with its verdict.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Judged {
    /// The simplest comparison.
    #[serde(flatten)]
    pub(super) report: Report,
    /// What may be said.
    pub(super) headline: Headline,
}

impl Judged {
    /// The answer that a page leads with.
    pub(super) const fn leading(&self) -> &Answer {
        &self.headline.leading
    }

    /// The answer about the leading predictor with the numbers around it.
    pub(super) fn summary(&self) -> Summary {
        self.report.told(self.leading())
    }

    /// Whether there is a range that may be drawn beside the sentence.
    pub(super) fn has_range(&self) -> bool {
        matches!(self.leading().verdict, Verdict::Finding | Verdict::EarlySignal | Verdict::NoneFound)
    }
}

/// Whose result a unit is shown, and what it says.
pub(super) struct Scope {
    /// The unit itself or one above it.
    pub(super) unit: UnitId,
    /// The result.
    pub(super) judged: Judged,
}

impl Scope {
    /// A unit's own result or, for a small unit, that of the nearest unit above that has something to say.
    /// None before the link was worked out for the first time.
    pub(super) async fn find(
        db: &impl ConnectionTrait,
        tree: &Tree,
        unit: UnitId,
        outcome: LinkOutcome,
    ) -> Result<Option<Self>> {
        let mut found: Option<Self> = None;
        for ancestor in tree.ancestors(unit) {
            let report = "SELECT report FROM link_result WHERE unit_id = $1 AND outcome = $2";
            let which = [ancestor.into(), outcome.name().into()];
            let Some(report) = db::value::<String>(db, report, which).await? else { continue };
            let judged: Judged = serde_json::from_str(&report)?;
            let has_answer = judged.leading().verdict != Verdict::NotEnough;
            if has_answer || found.is_none() {
                found = Some(Self { unit: ancestor, judged });
            }
            if has_answer {
                break;
            }
        }
        Ok(found)
    }
}

/// A result as the database holds it.
#[derive(FromQueryResult)]
struct Kept {
    unit_id: UnitId,
    report: String,
}

/// When all of a version is worked out: takes back what is not clear enough among all units, and writes down what
/// each of them says of complaints.
pub(super) async fn settle(db: &impl ConnectionTrait, version: i64, today: NaiveDate) -> Result<()> {
    for outcome in LinkOutcome::ALL {
        let judged = among_all(db, version, outcome).await?;
        if outcome == LinkOutcome::Complaints {
            let said: Vec<(UnitId, String)> =
                judged.iter().map(|(unit, judged)| (*unit, verdicts::word(judged.leading()))).collect();
            verdicts::keep(db, &said, today).await?;
        }
    }
    Ok(())
}

/// The results about an outcome, each question one family: what is not clear enough among all its units is taken
/// back.
async fn among_all(
    db: &impl ConnectionTrait,
    version: i64,
    outcome: LinkOutcome,
) -> Result<Vec<(UnitId, Judged)>> {
    let select =
        "SELECT unit_id, report FROM link_result WHERE data_version = $1 AND outcome = $2 ORDER BY unit_id";
    let kept: Vec<Kept> = db::all(db, select, [version.into(), outcome.name().into()]).await?;
    let mut judged = kept
        .iter()
        .map(|kept| Ok((kept.unit_id, serde_json::from_str::<Judged>(&kept.report)?)))
        .collect::<Result<Vec<_>>>()?;
    let mut headlines: Vec<Headline> = judged.iter().map(|(_, judged)| judged.headline.clone()).collect();
    sift(&mut headlines);
    for ((unit, judged), headline) in judged.iter_mut().zip(headlines) {
        if judged.headline == headline {
            continue;
        }
        judged.headline = headline;
        let report = serde_json::to_string(judged)?;
        let update = "UPDATE link_result SET report = $1 WHERE unit_id = $2 AND outcome = $3";
        execute(db, update, [report.into(), (*unit).into(), outcome.name().into()]).await?;
    }
    Ok(judged)
}
