//! The page about the link: what was worked out last, in words and charts. Nothing is fitted here.

use chrono::{DateTime, Utc};
use domain::{
    Lang, Right, UnitId, format,
    insight::link::{LinkOutcome, LinkPage, LinkQuery, Missing, OutcomeChoice},
    text::{has, t, tv},
};
use sea_orm::{ConnectionTrait, FromQueryResult};
use stats::link::{
    Gate, Severity,
    headline::{Answer, Limit, Reason, Verdict},
    study::Study,
};

use super::{PREDICTORS, Progress, STEP, card::small_print, judged::Scope, looks::Looks, stored_outcome};
use crate::{figures::FileKind, verdicts};
use base::{Actor, Base, Result, authorize, db};
use organisation::{Organisation, Tree, within};
use report::link::{Words, gate_name, gate_values, nouns, told};

/// The page about the link of a unit; without one, of the topmost unit the person may see. A unit with too few
/// teams of its own gets the result of the nearest unit above it.
///
/// # Errors
/// `NotFound` for an unknown unit and for one that is not the person's, alike.
pub async fn page(base: &Base, actor: Option<&Actor>, query: &LinkQuery, lang: Lang) -> Result<LinkPage> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = asked(&tree, &tops, query)?;
    let place = tree.place(&tops, unit).ok_or(domain::Problem::NotFound)?;
    let organisation = organisation::find(&db).await?;
    let found = Found::find(&db, &tree, unit, query.outcome).await?;
    let outcomes = outcomes(&db, &tree, unit, lang).await?;
    let running = Progress::find(&db).await?;
    let progress = progress(found.as_ref(), running.as_ref(), &organisation, base.now(), lang);
    let Some(found) = found else {
        return Ok(LinkPage {
            place,
            outcome: query.outcome,
            outcomes,
            eyebrow: String::new(),
            headline: t(lang, "link-headline-pending"),
            lead: t(lang, "link-pending"),
            small_print: None,
            progress,
            missing: Vec::new(),
            sections: Vec::new(),
        });
    };
    let judged = &found.scope.judged;
    let summary = judged.summary();
    let scope = tree.get(found.scope.unit).map_or("", |unit| unit.name.as_str());
    let worked_out = format::short_date(lang, organisation.local_day(found.computed_at));
    let mut eyebrow = tv(lang, "link-eyebrow", &[("unit", scope.into()), ("day", worked_out.into())]);
    // What Today tells of is kept of complaints alone.
    if query.outcome == LinkOutcome::Complaints
        && let Some(since) = verdicts::since(&db, found.scope.unit).await?
    {
        let since = format::short_date(lang, since);
        eyebrow = tv(lang, "link-eyebrow-since", &[("eyebrow", eyebrow.into()), ("day", since.into())]);
    }
    Ok(LinkPage {
        place,
        outcome: query.outcome,
        outcomes,
        eyebrow,
        headline: headline(lang, query.outcome, judged.leading()),
        lead: told(lang, &judged.report, judged.leading(), &Words::of_teams(lang, STEP, query.outcome)),
        small_print: summary.rate_ratio.map(|_| small_print(lang, &summary, query.outcome)),
        progress,
        missing: missing(lang, query.outcome, judged.leading()),
        sections: found.looks(&tree, &tops, lang).sections()?,
    })
}

/// A chart of the page as a file; `name` as in [`domain::insight::link::Figure::file`].
///
/// # Errors
/// As [`page`]; `NotFound` also for a chart that the result does not have.
pub async fn chart_file(
    base: &Base,
    actor: Option<&Actor>,
    query: &LinkQuery,
    name: &str,
    lang: Lang,
    kind: FileKind,
) -> Result<Vec<u8>> {
    let (_, tops) = authorize(actor, Right::ViewFigures)?;
    let db = base.db.snapshot().await?;
    let tree = organisation::tree(base, &db).await?;
    let unit = asked(&tree, &tops, query)?;
    let found = Found::find(&db, &tree, unit, query.outcome).await?.ok_or(domain::Problem::NotFound)?;
    let chart = found.looks(&tree, &tops, lang).chart(name).ok_or(domain::Problem::NotFound)?;
    chart.file(kind)
}

/// What has been looked for in a unit or above it; empty where that is complaints alone.
async fn outcomes(
    db: &impl ConnectionTrait,
    tree: &Tree,
    unit: UnitId,
    lang: Lang,
) -> Result<Vec<OutcomeChoice>> {
    let of = db::join_ids(&tree.ancestors(unit));
    let sql = format!("SELECT DISTINCT outcome FROM link_result WHERE unit_id IN ({of})");
    let found = db::column::<String>(db, &sql, []).await?;
    let found = found.iter().map(|word| stored_outcome(word)).collect::<Result<Vec<_>>>()?;
    let choices = LinkOutcome::ALL
        .into_iter()
        .filter(|outcome| found.contains(outcome))
        .map(|outcome| OutcomeChoice { outcome, label: t(lang, &format!("link-choice-{}", outcome.name())) });
    Ok(if found.len() > 1 { choices.collect() } else { Vec::new() })
}

fn asked(tree: &Tree, tops: &[UnitId], query: &LinkQuery) -> Result<UnitId> {
    let unit = match query.unit {
        Some(unit) => unit,
        None => tree.below(tops).first().map(|unit| unit.id).ok_or(domain::Problem::NotFound)?,
    };
    within(tree, tops, unit)?;
    Ok(unit)
}

/// A study as the database holds it.
#[derive(FromQueryResult)]
struct KeptStudy {
    data_version: i64,
    computed_at: DateTime<Utc>,
    study: String,
}

/// What was worked out last for a unit.
struct Found {
    scope: Scope,
    outcome: LinkOutcome,
    study: Study,
    version: i64,
    computed_at: DateTime<Utc>,
}

impl Found {
    async fn find(
        db: &impl ConnectionTrait,
        tree: &Tree,
        unit: UnitId,
        outcome: LinkOutcome,
    ) -> Result<Option<Self>> {
        let Some(scope) = Scope::find(db, tree, unit, outcome).await? else { return Ok(None) };
        let select =
            "SELECT data_version, computed_at, study FROM link_result WHERE unit_id = $1 AND outcome = $2";
        let which = [scope.unit.into(), outcome.name().into()];
        let Some(kept) = db::one::<KeptStudy>(db, select, which).await? else { return Ok(None) };
        Ok(Some(Self {
            scope,
            outcome,
            study: serde_json::from_str(&kept.study)?,
            version: kept.data_version,
            computed_at: kept.computed_at,
        }))
    }

    /// Single teams are named only to whoever may see all of them.
    fn looks<'a>(&'a self, tree: &'a Tree, tops: &[UnitId], lang: Lang) -> Looks<'a> {
        let names_teams = tops.iter().any(|top| tree.is_within(self.scope.unit, *top));
        Looks {
            lang,
            outcome: self.outcome,
            study: &self.study,
            judged: &self.scope.judged,
            tree,
            names_teams,
        }
    }
}

/// That what is shown is not the newest, and how far the newer one is.
fn progress(
    found: Option<&Found>,
    running: Option<&Progress>,
    organisation: &Organisation,
    now: DateTime<Utc>,
    lang: Lang,
) -> Option<String> {
    let shown = found.map(|found| found.version);
    let at_it = running.filter(|run| !run.is_done() && run.claimed_until > now);
    let id = |first: &'static str, newer: &'static str| if shown.is_some() { newer } else { first };
    match at_it {
        Some(run) if shown.is_none_or(|shown| shown < run.version) => {
            let id = id("link-progress-first", "link-progress");
            Some(tv(lang, id, &[("done", run.done.into()), ("total", run.total.into())]))
        }
        // Other units are still being worked out; this one is not waiting for them.
        Some(_) => None,
        None => {
            let waits = shown.is_some_and(|shown| shown < organisation.data_version);
            waits.then(|| t(lang, "link-waits"))
        }
    }
}

/// The verdict in a few words.
fn headline(lang: Lang, outcome: LinkOutcome, answer: &Answer) -> String {
    let said =
        |end: &str| tv(lang, &format!("link-headline-{}-{end}", answer.predictor), &nouns(lang, outcome));
    let finding = |ratio: f64| said(if ratio >= 1.0 { "more" } else { "fewer" });
    match (answer.verdict, answer.rate_ratio) {
        (Verdict::Finding, Some(ratio)) => finding(ratio),
        (Verdict::EarlySignal, Some(ratio)) => {
            format!("{} {}", t(lang, "link-headline-early"), finding(ratio))
        }
        (Verdict::DirectionUnclear, _) => said("direction"),
        (Verdict::NoneFound, _) => t(lang, "link-headline-unclear"),
        _ => t(lang, "link-headline-none"),
    }
}

/// What keeps the answer from being more than it is, each once: of the gates that close or describe, and of a
/// range that is too wide.
fn missing(lang: Lang, outcome: LinkOutcome, answer: &Answer) -> Vec<Missing> {
    let mut names = Vec::new();
    let mut missing = Vec::new();
    for reason in &answer.reasons {
        let (name, mut values, predictor) = match reason {
            Reason::Gate(gate) if gate.severity() == Severity::Note => continue,
            Reason::Gate(gate @ Gate::EarlySignal { .. }) => ("early", gate_values(gate), PREDICTORS[0]),
            Reason::Gate(gate) => {
                let predictor = match gate {
                    Gate::NoVariation { predictor }
                    | Gate::LittleVariation { predictor, .. }
                    | Gate::NotEstimable { predictor, .. } => predictor,
                    _ => PREDICTORS[0],
                };
                (gate_name(gate), gate_values(gate), predictor)
            }
            Reason::Limit(Limit::WideRange { .. }) => ("wide", Vec::new(), answer.predictor.as_str()),
            Reason::Limit(_) => continue,
        };
        if names.contains(&name) {
            continue;
        }
        names.push(name);
        values.extend(nouns(lang, outcome));
        values.push(("predictor", t(lang, &format!("link-word-{predictor}")).into()));
        let what = match name {
            "early" | "wide" => format!("link-missing-{name}"),
            name => format!("link-gate-{name}"),
        };
        let remedy = format!("link-remedy-{name}");
        let remedy = if has(lang, &remedy) { remedy } else { "link-remedy-data".to_owned() };
        missing.push(Missing { what: tv(lang, &what, &values), remedy: tv(lang, &remedy, &values) });
    }
    missing
}
