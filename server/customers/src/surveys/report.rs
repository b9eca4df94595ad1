//! What surveys say of a unit: every score with how many answered and its interval.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};
use domain::{
    Right, UnitId,
    customers::{
        quality::Share,
        survey::{
            FEWEST_ANSWERS, FEWEST_FOR_SCORE, Recovery, SURVEY_MONTHS, SurveyKind, SurveyMonth,
            SurveyQuestion, SurveyReport, SurveyScore,
        },
    },
};
use sea_orm::FromQueryResult;
use stats::{
    rate::wilson,
    score::{difference, mean_of_scale, recommendation},
};

use super::counts::month_of;
use crate::members;
use base::{
    Actor, Base, Error, Result, authorize,
    db::{all, join_ids},
};

#[derive(FromQueryResult)]
struct Counted {
    month: NaiveDate,
    kind: String,
    question: String,
    value: i64,
    n: i64,
}

/// How often each step of a scale was chosen, the lowest first.
type Steps = Vec<i64>;

/// What surveys of the last twelve months say of a unit and all below it.
///
/// # Errors
/// `SignInNeeded`, `Forbidden`; `NotFound` for a unit that is not the person's.
pub async fn report(base: &Base, actor: Option<&Actor>, unit: Option<UnitId>) -> Result<SurveyReport> {
    let (_, tops) = authorize(actor, Right::ViewVoiceReports)?;
    let db = base.db.snapshot().await?;
    let organisation = organisation::find(&db).await?;
    let tree = organisation::tree(base, &db).await?;
    let place = tree.asked(&tops, unit)?;
    let unit = place.unit.id;
    let to = organisation.local_day(base.now());
    let back = u32::try_from(SURVEY_MONTHS - 1).unwrap_or(0);
    let from = month_of(to).checked_sub_months(Months::new(back)).unwrap_or(to);
    let ids: Option<Vec<UnitId>> =
        (tree.root() != Some(unit)).then(|| tree.below(&[unit]).into_iter().map(|unit| unit.id).collect());
    let in_units = match &ids {
        None => "1 = 1".to_owned(),
        Some(ids) => format!("unit_id IN ({})", join_ids(ids)),
    };
    let sql = format!(
        "SELECT month, kind, question, value, CAST(SUM(n) AS BIGINT) AS n FROM survey_answer
         WHERE {in_units} AND month >= $1 GROUP BY month, kind, question, value"
    );
    let rows: Vec<Counted> = all(&db, &sql, [from.into()]).await?;
    let answers = Answers::of(rows)?;
    Ok(SurveyReport {
        returns: members::returns(&db, ids.as_deref(), to).await?,
        place,
        from,
        to,
        scores: answers.scores(),
        recovery: answers.recovery(),
        months: answers.months(),
    })
}

#[derive(Default)]
struct Answers {
    by_question: BTreeMap<(SurveyKind, SurveyQuestion), Steps>,
    /// The satisfied, and all who said how content they are, by month and kind.
    satisfied: BTreeMap<(NaiveDate, SurveyKind), (i64, i64)>,
}

impl Answers {
    fn of(rows: Vec<Counted>) -> Result<Self> {
        let mut answers = Self::default();
        for row in rows {
            let kind = SurveyKind::from_name(&row.kind)
                .ok_or_else(|| Error::stored("survey_answer.kind", &row.kind))?;
            let question = SurveyQuestion::from_name(&row.question)
                .ok_or_else(|| Error::stored("survey_answer.question", &row.question))?;
            let (lowest, highest) = question.scale();
            let steps = usize::try_from(highest - lowest + 1).unwrap_or_default();
            let all = answers.by_question.entry((kind, question)).or_insert_with(|| vec![0; steps]);
            let step = usize::try_from(row.value - lowest).ok().and_then(|step| all.get_mut(step));
            *step.ok_or_else(|| Error::stored("survey_answer.value", &row.value.to_string()))? += row.n;
            if question == SurveyQuestion::Satisfaction {
                let (satisfied, all) = answers.satisfied.entry((row.month, kind)).or_default();
                *all += row.n;
                *satisfied += if row.value >= question.favourable_from() { row.n } else { 0 };
            }
        }
        Ok(answers)
    }

    fn scores(&self) -> Vec<SurveyScore> {
        self.by_question.iter().map(|((kind, question), steps)| score(*kind, *question, steps)).collect()
    }

    fn recovery(&self) -> Recovery {
        let of = |wanted: SurveyKind| {
            let counted = self.satisfied.iter().filter(|((_, kind), _)| *kind == wanted);
            counted.fold((0, 0), |(some, all), (_, (satisfied, of))| (some + satisfied, all + of))
        };
        let (closed, visits) = (of(SurveyKind::Closed), of(SurveyKind::Visit));
        let are_enough = closed.1.min(visits.1) >= FEWEST_FOR_SCORE;
        let pair = |(count, of): (i64, i64)| (real(count), real(of));
        let found = are_enough.then(|| difference(pair(closed), pair(visits))).flatten();
        Recovery {
            closed: closed.1,
            visits: visits.1,
            difference: found.map(|found| (found.score, found.lower, found.upper)),
        }
    }

    fn months(&self) -> Vec<SurveyMonth> {
        let mut months: Vec<NaiveDate> = self.satisfied.keys().map(|(month, _)| *month).collect();
        months.dedup();
        let of = |month: NaiveDate, kind: SurveyKind| {
            let (satisfied, all) = self.satisfied.get(&(month, kind)).copied().unwrap_or_default();
            share(satisfied, all)
        };
        let shown = months.into_iter().rev().map(|month| SurveyMonth {
            month,
            closed: of(month, SurveyKind::Closed),
            visits: of(month, SurveyKind::Visit),
            calls: of(month, SurveyKind::Call),
        });
        shown.collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "answers of a year are far below 2^53")]
fn real(count: i64) -> f64 {
    count as f64
}

fn share(count: i64, of: i64) -> Share {
    let rate = (of >= FEWEST_ANSWERS).then(|| wilson(real(count), real(of), 1.0)).flatten();
    Share { count, of, interval: rate.map(|rate| (rate.lower, rate.upper)) }
}

fn score(kind: SurveyKind, question: SurveyQuestion, steps: &[i64]) -> SurveyScore {
    let (lowest, _) = question.scale();
    let n: i64 = steps.iter().sum();
    let from = |answer: i64| -> i64 {
        let skipped = usize::try_from(answer - lowest).unwrap_or_default();
        steps.iter().skip(skipped).sum()
    };
    let favourable = from(question.favourable_from());
    if question == SurveyQuestion::Recommendation {
        let detractors = n - from(DETRACTORS_TO + 1);
        let found = (n >= FEWEST_FOR_SCORE)
            .then(|| recommendation(real(favourable), real(n - favourable - detractors), real(detractors)))
            .flatten();
        return SurveyScore {
            kind,
            question,
            n,
            share: Share { count: favourable, of: n, interval: None },
            mean: None,
            score: found.map(|found| (found.score, found.lower, found.upper)),
        };
    }
    let counts: Vec<f64> = steps.iter().map(|n| real(*n)).collect();
    let mean = (n >= FEWEST_ANSWERS).then(|| mean_of_scale(&counts, real(lowest))).flatten();
    SurveyScore {
        kind,
        question,
        n,
        share: share(favourable, n),
        mean: mean.map(|mean| (mean.mean, mean.interval)),
        score: None,
    }
}

/// The highest answer of those who would not recommend us.
const DETRACTORS_TO: i64 = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_and_their_intervals_are_those_of_their_sources() {
        // 4 promoters, 3 passives, 3 detractors: Rocks 2016.
        let found =
            score(SurveyKind::Visit, SurveyQuestion::Recommendation, &[1, 0, 0, 0, 1, 0, 1, 2, 1, 1, 3]);
        let (value, lower, upper) = found.score.unwrap();
        assert!(
            (value - 10.0).abs() < 1e-9
                && (lower + 36.063_945).abs() < 1e-5
                && (upper - 51.448_56).abs() < 1e-5
        );
        let nine =
            score(SurveyKind::Visit, SurveyQuestion::Recommendation, &[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]);
        assert_eq!((nine.n, nine.score), (9, None), "nine are too few");
        let mean = score(SurveyKind::Closed, SurveyQuestion::Fair, &[0, 1, 2, 3, 4]);
        let (value, interval) = mean.mean.unwrap();
        let (lower, upper) = interval.unwrap();
        assert!(
            (value - 4.0).abs() < 1e-9
                && (lower - 3.245_947_6).abs() < 1e-6
                && (upper - 4.754_052_4).abs() < 1e-6
        );
        assert_eq!((mean.share.count, mean.share.of), (7, 10));
        let agree = score(SurveyKind::Visit, SurveyQuestion::Effort, &[0, 0, 0, 0, 0, 0, 6]);
        assert_eq!(agree.mean, Some((7.0, None)), "no interval when all agree");
        let few = score(SurveyKind::Visit, SurveyQuestion::Satisfaction, &[0, 0, 0, 2, 2]);
        assert!(few.mean.is_none() && few.share.interval.is_none());
    }
}
