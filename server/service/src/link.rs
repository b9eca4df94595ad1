//! The link: do changes in a team's strain and satisfaction go together with its complaints in the
//! weeks after? Computed in the background when a release or an import changes its inputs.

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::{
    Lang,
    figures::LinkCard,
    format,
    text::{FluentValue, has, t, tv},
};
use sea_orm::ConnectionTrait;
use stats::{
    link::{Gate, Options, Report, Summary, Verdict, analyse},
    panel::{Panel, Row},
};

use crate::{
    Error, Result, Services,
    db::{execute, query_all, query_one},
    figures::NONE_VOID,
    organisation::{self, Tree},
    verdicts,
};

/// The difference a sentence speaks of, in points of 0–100.
const STEP: f64 = 10.0;
/// What a sentence is filled with.
type Values<'a> = Vec<(&'static str, FluentValue<'a>)>;
const PREDICTORS: [&str; 2] = ["strain", "satisfaction"];

/// Computes the link of every unit that has at least three teams, when its inputs changed since.
/// Gives the number of units computed.
///
/// # Errors
/// When the database refuses.
pub async fn refresh(services: &Services) -> Result<usize> {
    let db = services.db.snapshot().await?;
    let version = organisation::find(&db).await?.data_version;
    let fresh =
        query_one(&db, "SELECT COUNT(*) AS n FROM link_result WHERE data_version = $1", [version.into()])
            .await?;
    if fresh.map_or(Ok(0), |row| row.try_get::<i64>("", "n"))? > 0 {
        return Ok(0);
    }
    let tree = Tree::load(&db).await?;
    let rows = team_rounds(&db).await?;
    drop(db);
    let mut results = Vec::new();
    let mut said = Vec::new();
    for unit in tree.iter() {
        let teams = tree.leaves(unit.id);
        let is_root = unit.parent_id.is_none();
        if is_root || (teams.len() >= 3 && !teams.contains(&unit.id)) {
            let panel = panel(&tree, &teams, &rows);
            // A fit can take seconds on a large organisation: not on a thread that serves pages.
            let report = tokio::task::spawn_blocking(move || analyse(&panel, &Options::default()))
                .await
                .map_err(|error| Error::Internal(error.to_string()))?
                .map_err(|error| Error::Internal(error.to_string()))?;
            said.push((unit.id, verdicts::word(&headline(&report))));
            results.push((unit.id, serde_json::to_string(&report)?));
        }
    }
    let transaction = services.db.begin().await?;
    execute(&transaction, "DELETE FROM link_result", []).await?;
    for (unit, report) in &results {
        execute(
            &transaction,
            "INSERT INTO link_result (unit_id, data_version, report) VALUES ($1, $2, $3)",
            [(*unit).into(), version.into(), report.as_str().into()],
        )
        .await?;
    }
    verdicts::keep(&transaction, &said, services.today().await?).await?;
    transaction.commit().await?;
    Ok(results.len())
}

/// A team in a round: contacts, complaints and released figures.
#[derive(Clone, Copy, Default)]
struct TeamRound {
    complaints: i64,
    contacts: i64,
    strain: Option<i32>,
    satisfaction: Option<i32>,
}

/// Every unit's rounds: figures from the ledger, counts from the roll-up of the round's days. Figures over
/// several rounds are left out: they do not say in which week it was hard.
async fn team_rounds(db: &impl ConnectionTrait) -> Result<HashMap<i64, HashMap<i64, TeamRound>>> {
    let mut rounds: Vec<(NaiveDate, NaiveDate, i64)> = Vec::new();
    for row in query_all(
        db,
        "SELECT number, starts_on, ends_on FROM round WHERE state = 'released' ORDER BY starts_on",
        [],
    )
    .await?
    {
        rounds.push((row.try_get("", "starts_on")?, row.try_get("", "ends_on")?, row.try_get("", "number")?));
    }
    let (Some(first), Some(last)) = (rounds.first(), rounds.last()) else { return Ok(HashMap::new()) };
    let length = (first.1 - first.0).num_days() + 1;
    // Rounds are counted by the calendar, so that a pause leaves its gap.
    let origin = first.0;
    let period_of = |day: NaiveDate| (day - origin).num_days().div_euclid(length);
    let mut units: HashMap<i64, HashMap<i64, TeamRound>> = HashMap::new();
    for row in query_all(
        db,
        &format!(
            "SELECT released_figure.unit_id, round.starts_on, released_figure.measure, released_figure.value
             FROM released_figure JOIN round ON round.id = released_figure.round_id
             WHERE {NONE_VOID} AND released_figure.state = 'published'
               AND released_figure.since_round_id = released_figure.round_id
               AND released_figure.measure IN ('strain', 'satisfaction')"
        ),
        [],
    )
    .await?
    {
        let period = period_of(row.try_get("", "starts_on")?);
        let team = units.entry(row.try_get("", "unit_id")?).or_default().entry(period).or_default();
        let value = row.try_get("", "value")?;
        match row.try_get::<String>("", "measure")?.as_str() {
            "strain" => team.strain = value,
            _ => team.satisfaction = value,
        }
    }
    // Days and, when a round is a week, whole weeks: coarser records cannot be laid beside a round.
    for row in query_all(
        db,
        "SELECT unit_id, period_start, complaints, contacts FROM voice_rollup
         WHERE (resolution = 'day' OR (resolution = 'week' AND $3 = 7)) AND period_start BETWEEN $1 AND $2",
        [first.0.into(), last.1.into(), length.into()],
    )
    .await?
    {
        let period = period_of(row.try_get("", "period_start")?);
        let team = units.entry(row.try_get("", "unit_id")?).or_default().entry(period).or_default();
        team.complaints += row.try_get::<i64>("", "complaints")?;
        team.contacts += row.try_get::<i64>("", "contacts")?;
    }
    Ok(units)
}

fn panel(tree: &Tree, teams: &[i64], rounds: &HashMap<i64, HashMap<i64, TeamRound>>) -> Panel {
    let mut rows = Vec::new();
    for (index, team) in teams.iter().enumerate() {
        let mut periods: Vec<_> = rounds.get(team).into_iter().flatten().collect();
        periods.sort_by_key(|(period, _)| **period);
        for (period, round) in periods {
            rows.push(Row {
                unit: u32::try_from(index).unwrap_or(u32::MAX),
                period: *period,
                count: round.complaints as f64,
                exposure: round.contacts as f64,
                predictors: vec![round.strain.map(f64::from), round.satisfaction.map(f64::from)],
            });
        }
    }
    let units =
        teams.iter().map(|id| tree.get(*id).map(|u| u.external_id.clone()).unwrap_or_default()).collect();
    Panel { units, predictors: PREDICTORS.map(str::to_owned).to_vec(), rows }
}

/// The link card of a unit: its own result or, for a small unit, that of the nearest unit above that
/// has something to say.
///
/// # Errors
/// When the database refuses.
pub(crate) async fn card(db: &impl ConnectionTrait, tree: &Tree, unit: i64, lang: Lang) -> Result<LinkCard> {
    let mut found: Option<(i64, Summary)> = None;
    for ancestor in tree.ancestors(unit) {
        let row =
            query_one(db, "SELECT report FROM link_result WHERE unit_id = $1", [ancestor.into()]).await?;
        let Some(row) = row else { continue };
        let report: Report = serde_json::from_str(&row.try_get::<String>("", "report")?)?;
        let summary = headline(&report);
        let is_finding = !matches!(summary.verdict, Verdict::Descriptive | Verdict::NotEstimable);
        if is_finding || found.is_none() {
            found = Some((ancestor, summary));
        }
        if is_finding {
            break;
        }
    }
    let Some((scope, summary)) = found else {
        return Ok(LinkCard { sentence: t(lang, "link-pending"), ..LinkCard::default() });
    };
    let words = Words::of_trends(lang);
    let mut sentence = sentence(lang, &summary, &words);
    if scope != unit
        && let Some(scope) = tree.get(scope)
    {
        sentence = format!("{} {sentence}", tv(lang, "link-scope", &[("unit", scope.name.as_str().into())]));
    }
    // Without an estimate there is nothing whose data could be described.
    let small_print = summary.rate_ratio.map(|_| small_print(lang, &summary));
    Ok(LinkCard { sentence, small_print, svg: picture(lang, &summary)? })
}

/// The predictor a page leads with: the one with a finding, strain before satisfaction.
fn headline(report: &Report) -> Summary {
    let summaries = PREDICTORS.map(|predictor| report.summary(predictor, STEP));
    let found = summaries.iter().find(|s| matches!(s.verdict, Verdict::Significant | Verdict::EarlySignal));
    let [strain, _] = &summaries;
    found.unwrap_or(strain).clone()
}

/// The nouns of a sentence.
pub struct Words {
    /// What is measured, such as "strain".
    pub predictor: Option<String>,
    /// The step with its unit, such as "10 points".
    pub step: String,
    /// Id of the template family: `link` for teams and weeks, `panel` for any table.
    family: &'static str,
}

impl Words {
    fn of_trends(lang: Lang) -> Self {
        Self { predictor: None, step: tv(lang, "link-step", &[("step", STEP.into())]), family: "link" }
    }

    /// Words for a table a user brings.
    pub fn of_panel(predictor: &str, step: f64) -> Self {
        let step = if step.fract() == 0.0 { format!("{step:.0}") } else { step.to_string() };
        Self { predictor: Some(predictor.to_owned()), step, family: "panel" }
    }
}

/// One sentence, bound by the verdict: an association about units, never a cause, never "no link".
pub fn sentence(lang: Lang, summary: &Summary, words: &Words) -> String {
    let percent = |ratio: f64| {
        let change = ((ratio - 1.0) * 100.0).abs();
        // "0 % more" would say that there is an end where there is none.
        format::number(lang, change, usize::from(change < 0.95))
    };
    let predictor =
        words.predictor.clone().unwrap_or_else(|| t(lang, &format!("link-word-{}", summary.predictor)));
    let mut values: Values<'_> = vec![
        ("predictor", predictor.into()),
        ("step", words.step.as_str().into()),
        ("units", summary.units.into()),
        ("periods", summary.periods.into()),
    ];
    let (Some(ratio), Some([low, high])) = (summary.rate_ratio, summary.interval) else {
        return gate_sentence(lang, summary, words.family, &values);
    };
    values.extend([
        ("change", percent(ratio).into()),
        ("low", percent(low.min(high)).into()),
        ("high", percent(low.max(high)).into()),
    ]);
    let id = match summary.verdict {
        Verdict::Significant | Verdict::EarlySignal if ratio >= 1.0 => "more",
        Verdict::Significant | Verdict::EarlySignal => {
            values.retain(|(name, _)| !matches!(*name, "low" | "high"));
            // "31 % to 10 % lower": the smaller change first.
            values.extend([("low", percent(high).into()), ("high", percent(low).into())]);
            "fewer"
        }
        Verdict::NotSignificant => match (low < 1.0, high > 1.0) {
            (true, true) => "unclear",
            (true, false) => "unclear-fewer",
            _ => "unclear-more",
        },
        Verdict::Descriptive | Verdict::NotEstimable => {
            return gate_sentence(lang, summary, words.family, &values);
        }
    };
    let mut text = tv(lang, &format!("{}-{id}", words.family), &values);
    if summary.verdict == Verdict::EarlySignal {
        text = format!("{} {text}", t(lang, "link-early"));
    }
    if summary.may_be_unrelated_trends {
        text = format!("{text} {}", t(lang, "link-slow-trends"));
    }
    if summary.verdict == Verdict::NotSignificant
        && let Some(detectable) = summary.minimum_detectable_ratio
    {
        let values = [("change", percent(detectable).into())];
        text = format!("{text} {}", tv(lang, "link-detectable", &values));
    }
    text
}

fn gate_sentence(lang: Lang, summary: &Summary, family: &str, values: &Values<'_>) -> String {
    let (name, more): (&str, Values<'_>) = match &summary.gate {
        Some(Gate::TooFewUnits { units, needed } | Gate::DescriptiveOnly { units, needed }) => {
            ("units", vec![("have", (*units).into()), ("needed", (*needed).into())])
        }
        Some(Gate::TooFewPeriods { median, needed }) => {
            ("periods", vec![("have", median.round().into()), ("needed", (*needed).into())])
        }
        Some(Gate::TooFewEvents { events, needed }) => {
            ("events", vec![("have", (*events).into()), ("needed", (*needed).into())])
        }
        Some(Gate::NoVariation { .. } | Gate::LittleVariation { .. }) => ("variation", vec![]),
        Some(Gate::NotSeparable { .. }) => ("separable", vec![]),
        Some(Gate::NoConvergence | Gate::NotEstimable { .. }) => ("estimable", vec![]),
        _ => ("data", vec![]),
    };
    let values: Values<'_> = values.iter().cloned().chain(more).collect();
    let own = format!("{family}-gate-{name}");
    let id = if has(lang, &own) { own } else { format!("link-gate-{name}") };
    tv(lang, &id, &values)
}

fn small_print(lang: Lang, summary: &Summary) -> String {
    tv(
        lang,
        "link-small-print",
        &[
            ("units", summary.units.into()),
            ("periods", summary.periods.into()),
            ("events", summary.events.into()),
            ("dropped", summary.rows_dropped.into()),
        ],
    )
}

fn picture(lang: Lang, summary: &Summary) -> Result<Option<String>> {
    let (Some(ratio), Some([low, high])) = (summary.rate_ratio, summary.interval) else { return Ok(None) };
    if matches!(summary.verdict, Verdict::Descriptive | Verdict::NotEstimable) {
        return Ok(None);
    }
    let change = |ratio: f64| (ratio - 1.0) * 100.0;
    let label = |ratio: f64| {
        let value = change(ratio);
        let plus = if value > 0.0 { "+" } else { "" };
        format!("{plus}{}", format::number(lang, value, 0))
    };
    let signal = match summary.verdict {
        Verdict::NotSignificant => charts::Signal::Neutral,
        _ if ratio > 1.0 => charts::Signal::Concern,
        _ => charts::Signal::Better,
    };
    let interval = charts::Interval {
        estimate: change(ratio),
        low: change(low),
        high: change(high),
        none: 0.0,
        signal,
        estimate_label: format!("{} %", label(ratio)),
        low_label: label(low),
        high_label: label(high),
        none_label: t(lang, "link-no-change"),
        description: sentence(lang, summary, &Words::of_trends(lang)),
    };
    charts::interval_svg(&interval, charts::Interval::SIZE)
        .map(|svg| Some(svg.into_string()))
        .map_err(|error| Error::Internal(error.to_string()))
}
