//! What customers complained about, and how they were answered.

use charts::{ChartError, RowFigure, row_svg};
use domain::{
    Lang,
    access::role_text_id,
    insight::{
        pack::{Cases, Decimal, Pack},
        pack_pages::{BarRow, CustomerPart, TriedRow},
    },
    text::{has, t, tv},
};

use super::words::{self, count, inside};

/// Promises in the order in which they fall due.
const CLOCKS: [&str; 3] = ["acknowledge", "answer", "update"];

/// Customers of a unit.
///
/// # Errors
/// When a number has no place on a scale.
pub(super) fn customers(pack: &Pack, unit: &str, lang: Lang) -> Result<CustomerPart, ChartError> {
    let Some(own) = pack.complaints.get(unit) else { return Ok(CustomerPart::default()) };
    let none = Cases::default();
    let cases = pack.cases.get(unit).unwrap_or(&none);
    let mut say = vec![match own.contacts {
        0 => tv(lang, "review-customers-no-contacts", &[("complaints", own.complaints.into())]),
        contacts => tv(
            lang,
            "review-customers",
            &[("complaints", count(lang, own.complaints).into()), ("contacts", count(lang, contacts).into())],
        ),
    }];
    say.extend(cases.pareto.first().map(|first| {
        let cause = inside(&cause(&first.cause, lang));
        tv(lang, "review-cause-first", &[("cause", cause.into()), ("share", first.share_percent.into())])
    }));
    let most = cases.pareto.first().map_or(1, |cause| cause.issues.max(1));
    let bar = |(place, own): (usize, &domain::insight::pack::Cause)| {
        #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
        let value = own.issues as f64 / most as f64 * 100.0;
        Ok(BarRow {
            label: cause(&own.cause, lang),
            svg: row_svg(&RowFigure::Bar { value, is_first: place == 0 }, "")?.into_string(),
            value: count(lang, own.issues),
            aside: format!("{}\u{a0}%", own.share_percent),
        })
    };
    let causes = cases.pareto.iter().enumerate().take(8).map(bar).collect::<Result<Vec<_>, _>>()?;
    let (closed, outcomes, outcomes_svg) = outcomes(cases, lang)?;
    let is_counted_alone = own.complaints > 0 && cases.pareto.is_empty() && cases.clocks.is_empty();
    say.extend(is_counted_alone.then(|| t(lang, "review-no-cases")));
    Ok(CustomerPart {
        say,
        causes,
        kept: kept(cases, lang)?,
        closed,
        outcomes_svg,
        outcomes,
        rest: rest(cases, lang),
    })
}

fn cause(name: &str, lang: Lang) -> String {
    // The desk's own categories; a file may name others.
    let id = format!("category-{name}");
    if has(lang, &id) { t(lang, &id) } else { name.replace('_', " ") }
}

fn share(label: String, printed: [i32; 3], aside: String) -> Result<BarRow, ChartError> {
    let [value, low, high] = printed.map(f64::from);
    Ok(BarRow {
        label,
        svg: row_svg(&RowFigure::Share { value, low, high }, "")?.into_string(),
        value: format!("{}\u{a0}%", printed[0]),
        aside,
    })
}

fn kept(cases: &Cases, lang: Lang) -> Result<Vec<BarRow>, ChartError> {
    let range = |[low, high]: [i32; 2]| format!("{low}–{high}");
    let mut rows = Vec::new();
    for name in CLOCKS {
        let Some(clock) = cases.clocks.get(name) else { continue };
        let label = t(lang, &format!("clock-{name}"));
        match (clock.printed, clock.printed_range) {
            (Some(value), Some(ends)) => rows.push(share(label, [value, ends[0], ends[1]], range(ends))?),
            _ => rows.push(BarRow {
                label,
                svg: String::new(),
                value: tv(
                    lang,
                    "review-kept-few",
                    &[("kept", clock.kept.into()), ("ended", clock.ended.into())],
                ),
                aside: String::new(),
            }),
        }
    }
    if let Some(own) = &cases.apology_in_time {
        let [_, low, high] = own.printed;
        rows.push(share(t(lang, "review-apology"), own.printed, range([low, high]))?);
    }
    if let Some(own) = &cases.closure_survey {
        let [_, low, high] = own.printed;
        let label = tv(lang, "review-content", &[("n", own.n.into())]);
        rows.push(share(label, own.printed, range([low, high]))?);
    }
    Ok(rows)
}

type Outcomes = (String, Vec<(String, String)>, String);

fn outcomes(cases: &Cases, lang: Lang) -> Result<Outcomes, ChartError> {
    let of = |name: &str| cases.outcomes.get(name).copied().unwrap_or(0);
    let parts = [of("upheld"), of("partly"), of("not_upheld")];
    let decided: i64 = parts.iter().sum();
    if decided == 0 {
        return Ok((String::new(), Vec::new(), String::new()));
    }
    #[expect(clippy::cast_precision_loss, reason = "counts are far below 2^53")]
    let shares = parts.map(|part| part as f64);
    let svg = row_svg(&RowFigure::Parts { shares }, "")?.into_string();
    let names = ["review-outcome-upheld", "review-outcome-partly", "review-outcome-not-upheld"];
    let named = names.into_iter().zip(parts).map(|(id, part)| (t(lang, id), count(lang, part))).collect();
    let closed = tv(lang, "review-decided", &[("count", count(lang, decided).into())]);
    Ok((closed, named, svg))
}

fn rest(cases: &Cases, lang: Lang) -> Vec<String> {
    let of = |name: &str| cases.outcomes.get(name).copied().unwrap_or(0);
    let open: i64 = cases.open_at_quarter_end.values().sum();
    let waiting = cases.open_at_quarter_end.get("received").copied().unwrap_or(0);
    let mut rest = Vec::new();
    if open > 0 {
        rest.push(tv(
            lang,
            "review-open",
            &[("open", count(lang, open).into()), ("waiting", waiting.into())],
        ));
    }
    for (name, id) in [("reopened", "review-reopened"), ("compliments", "review-praise")] {
        if of(name) > 0 {
            rest.push(tv(lang, id, &[("count", count(lang, of(name)).into())]));
        }
    }
    if of("remedy_minor") > 0 {
        // Whole crowns: a sum over a quarter is no bill.
        let amount = count(lang, super::super::rounded(of("remedy_minor"), 100));
        rest.push(tv(lang, "review-remedy", &[("amount", amount.into())]));
    }
    rest
}

/// What is being tried at these units; what is overdue comes first.
pub(super) fn tried(pack: &Pack, is_of: impl Fn(&str) -> bool, lang: Lang) -> Vec<TriedRow> {
    let end = pack.calendar.last().map(|round| round.starts.clone()).unwrap_or_default();
    let mut rows: Vec<TriedRow> = pack
        .actions
        .iter()
        .filter(|action| is_of(&action.unit))
        .map(|action| TriedRow {
            what: action.tried.clone(),
            unit: pack.place(&action.unit).map(|place| place.name.clone()).unwrap_or_default(),
            aim: action.driver.as_deref().map(|name| words::label(pack, name, lang)).unwrap_or_default(),
            role: role(&action.role, lang),
            from: super::day(lang, &action.from),
            review: super::day(lang, &action.review_on),
            is_overdue: matches!(action.state.as_str(), "open" | "agreed") && action.review_on < end,
        })
        .collect();
    rows.sort_by_key(|row| !row.is_overdue);
    rows
}

pub(super) fn role(name: &str, lang: Lang) -> String {
    let id = role_text_id(name);
    if has(lang, &id) { t(lang, &id) } else { name.to_owned() }
}

/// A rate with its interval: `23,0 (20,9–25,2)`.
pub(super) fn interval(printed: [Decimal; 3], lang: Lang) -> String {
    let [_, low, high] = printed;
    format!("({}–{})", low.text(lang), high.text(lang))
}
