//! The sheet for a meeting with the staff's representatives.

use domain::{
    Lang,
    insight::{
        figures::Measure,
        pack::{FACTORS, Pack, UnitRow, measures_of},
        pack_pages::{Change, DialogueAction, DialogueSheet, Moved, Run},
    },
    text::{t, tv},
};

use super::{
    Stamp,
    customers::role,
    run,
    statements::moved,
    unit::is_below,
    words::{change, rate, rate_change, said, short_quarter, value},
};

/// Clear statements in the box, and lines of what runs already.
const MOST_CLEAR: usize = 3;
const MOST_RUNNING: usize = 3;

/// The sheet of a unit; of one that moved, of the series that runs at the quarter's end. None for a unit that was not
/// there in the quarter.
pub fn dialogue(pack: &Pack, unit: &str, stamp: &Stamp, lang: Lang) -> Option<DialogueSheet> {
    let row = pack.row(unit)?;
    let run = run(pack, "sheet", &row.name, stamp, lang);
    // Approved figures are a sheet to fill in; what nobody approved says that first.
    let tag = if run.is_draft { run.tag.clone() } else { t(lang, "dialogue-fill") };
    let run = Run { tag, ..run };
    Some(DialogueSheet {
        kicker: tv(lang, "dialogue-kicker", &[("unit", row.name.as_str().into())]),
        headline: said(pack, row, "review-headline", lang),
        figures: figures(pack, row, lang),
        from: tv(lang, "dialogue-from", &[("quarter", short_quarter(lang, &pack.previous).into())]),
        running: running(pack, unit, lang),
        may_review: false,
        pack: format!("/review/{}/unit/{unit}", pack.quarter),
        run,
    })
}

/// Both core measures, the clearest statements, and the rate of complaints.
fn figures(pack: &Pack, row: &UnitRow, lang: Lang) -> Vec<Moved> {
    let core = |name: &str| {
        let figure = row.measures.get(name);
        Moved {
            label: t(lang, &format!("measure-{name}")),
            value: value(figure),
            change: figure.map(|figure| change(figure, name, lang)).unwrap_or_default(),
        }
    };
    let of_core = t(lang, "measure-satisfaction");
    let is_statement = |own: &Moved| own.label != of_core;
    let down: Vec<Moved> = moved(pack, row, false, lang).into_iter().filter(is_statement).collect();
    let up: Vec<Moved> = moved(pack, row, true, lang).into_iter().filter(is_statement).collect();
    // What went up has a place too, where there is any.
    let downs = MOST_CLEAR - up.len().min(1);
    let clear = down.into_iter().take(downs).chain(up).take(MOST_CLEAR);
    let own = pack.complaints.get(&row.unit);
    let complaints = Moved {
        label: t(lang, "review-complaints-per"),
        value: rate(own, lang),
        change: own.map_or_else(Change::default, |own| rate_change(own, lang)),
    };
    [core("strain"), core("satisfaction")].into_iter().chain(clear).chain([complaints]).collect()
}

/// What is being tried at the unit and below it.
fn running(pack: &Pack, unit: &str, lang: Lang) -> Vec<DialogueAction> {
    let is_of = |own: &str| own == unit || is_below(pack, own, unit);
    let runs = |state: &str| matches!(state, "open" | "agreed" | "running");
    let of = |action: &domain::insight::pack::Action| DialogueAction {
        what: action.tried.clone(),
        factor: factor(action.factor.as_deref(), action.driver.as_deref(), lang),
        role: role(&action.role, lang),
        from: super::day(lang, &action.from),
        review: super::day(lang, &action.review_on),
    };
    let actions = pack.actions.iter().filter(|action| is_of(&action.unit) && runs(&action.state));
    actions.take(MOST_RUNNING).map(of).collect()
}

fn factor(letter: Option<&str>, driver: Option<&str>, lang: Lang) -> String {
    let measure = driver.and_then(Measure::from_name);
    let of_driver = || {
        let of = |factor| measure.is_some_and(|measure| measures_of(Some(factor)).contains(&measure));
        FACTORS.iter().find(|(_, factor)| of(*factor)).map(|(letter, _)| *letter)
    };
    letter.or_else(of_driver).map(|letter| t(lang, &format!("dialogue-factor-{letter}"))).unwrap_or_default()
}
